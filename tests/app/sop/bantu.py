"""What the engine's tests need: a kegiatan of each SOP, and the rows that each step's own work would leave behind."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlmodel import select

from app.kegiatan import buat_kegiatan
from app.kerja import Kerja
from app.sop import centang, halaman, jalan, kertas, konteks, pemohon
from app.sop.definisi import Aksi, DefinisiSop
from app.sop.halaman import HalamanLangkah
from app.sop.jalan import Sesudah
from db.istilah import JenisBantuan, JenisPerjanjian, StatusUsulan, TujuanImpor
from db.model import (
    Alokasi,
    Disposisi,
    Dokumen,
    Impor,
    JadwalPenyaluran,
    Kegiatan,
    KunjunganMonev,
    Mitra,
    Pencairan,
    Penerima,
    Penetapan,
    Penyaluran,
    Perjanjian,
    Pertemuan,
    Surat,
    Tahap,
    Usulan,
)
from tests.helpers.kegiatan import DESA, isi_usulan

HARI = date(2026, 3, 2)
JENIS = {"rehsos": JenisBantuan.TRANSFER, "uep": JenisBantuan.TRANSFER, "balakas": JenisBantuan.TUNAI}


def mulai_kegiatan(kerja: Kerja, kode: str, **isian: object) -> UUID:
    """Create a kegiatan in which every step of its SOP applies."""
    dasar = {"kode_sop": kode, "nama": f"Uji {kode}", "tahun": 2026, "jenis_bantuan": JENIS.get(kode), "nominal": None}
    return buat_kegiatan(kerja, **(dasar | isian))  # type: ignore[arg-type]  # fields vary by test


def kini(kerja: Kerja, kegiatan_id: UUID) -> HalamanLangkah:
    """Return the page of the step whose turn it is."""
    kegiatan = kerja.sesi.get_one(Kegiatan, kegiatan_id)
    giliran = konteks.keadaan(kerja, kegiatan).giliran
    assert giliran is not None
    return halaman.lihat_langkah(kerja, konteks.baris_kini(kerja, kegiatan_id, giliran).id)


def langkah(kerja: Kerja, kegiatan_id: UUID, ke: int) -> UUID:
    """Return the newest putaran of a step."""
    return konteks.baris_kini(kerja, kegiatan_id, ke).id


def definisi(kerja: Kerja, kegiatan_id: UUID) -> DefinisiSop:
    return konteks.definisi_kegiatan(kerja.sesi.get_one(Kegiatan, kegiatan_id))


# --- the work of each aksi --------------------------------------------------------------------------------------------


def usulkan(kerja: Kerja, kegiatan_id: UUID) -> None:
    isi_usulan(kerja, kegiatan_id, 3, mulai=_nomor(kerja))


def _nomor(kerja: Kerja) -> int:
    return len(kerja.sesi.exec(select(Usulan.id)).all()) + 1


def _ubah_usulan(kerja: Kerja, kegiatan_id: UUID, status: StatusUsulan) -> None:
    kueri = select(Usulan).where(Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.DIUSULKAN)
    for usulan in kerja.sesi.exec(kueri).all():
        usulan.status = status.value
    kerja.sesi.flush()


def layakkan(kerja: Kerja, kegiatan_id: UUID) -> None:
    _ubah_usulan(kerja, kegiatan_id, StatusUsulan.LAYAK)


def tetapkan(kerja: Kerja, kegiatan_id: UUID, *, nominal: int | None = 500_000) -> None:
    """Write a decree in force with its recipients and allocations."""
    if kerja.sesi.exec(select(Penetapan).where(Penetapan.kegiatan_id == kegiatan_id)).first():
        return
    sk = Penetapan(kegiatan_id=kegiatan_id, status="sah", nomor="188/1/2026", tanggal=HARI)
    kerja.sesi.add(sk)
    kerja.sesi.flush()
    tahap = kerja.sesi.exec(select(Tahap).where(Tahap.kegiatan_id == kegiatan_id)).all()
    layak = select(Usulan).where(Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.LAYAK)
    for nomor, usulan in enumerate(kerja.sesi.exec(layak).all(), 1):
        penerima = Penerima(
            penetapan_id=sk.id,
            kegiatan_id=kegiatan_id,
            usulan_id=usulan.id,
            orang_id=usulan.orang_id,
            nomor_urut=nomor,
            nama=f"Penerima {nomor}",
            kode_desa=usulan.kode_desa,
        )
        kerja.sesi.add(penerima)
        kerja.sesi.flush()
        for satu in tahap:
            kerja.sesi.add(Alokasi(kegiatan_id=kegiatan_id, penerima_id=penerima.id, tahap_id=satu.id, nominal=nominal))
    kerja.sesi.flush()


def _mitra(kerja: Kerja, kegiatan_id: UUID, jenis: JenisPerjanjian) -> None:
    mitra = Mitra(kantor_id=kerja.kantor.id, nama="Bank Uji")
    kerja.sesi.add(mitra)
    kerja.sesi.flush()
    kerja.sesi.add(
        Perjanjian(kegiatan_id=kegiatan_id, mitra_id=mitra.id, jenis=jenis.value, nomor="12/2026", tanggal=HARI)
    )


def cairkan(kerja: Kerja, kegiatan_id: UUID) -> None:
    for tahap in kerja.sesi.exec(select(Tahap).where(Tahap.kegiatan_id == kegiatan_id)).all():
        alokasi = kerja.sesi.exec(select(Alokasi.nominal).where(Alokasi.tahap_id == tahap.id)).all()
        nilai = sum(n or 0 for n in alokasi)
        kerja.sesi.add(
            Pencairan(
                kegiatan_id=kegiatan_id, tahap_id=tahap.id, nomor_sp2d=f"SP2D/{tahap.nomor}", tanggal=HARI, nilai=nilai
            )
        )


def salurkan(kerja: Kerja, kegiatan_id: UUID, hasil: str = "sendiri") -> None:
    for alokasi in kerja.sesi.exec(select(Alokasi).where(Alokasi.kegiatan_id == kegiatan_id)).all():
        kerja.sesi.add(
            Penyaluran(
                kegiatan_id=kegiatan_id,
                alokasi_id=alokasi.id,
                hasil=hasil,
                nominal=alokasi.nominal,
                tanggal=HARI,
                pada=kerja.sekarang(),
                akun_id=kerja.akun_id,
            )
        )


def cetak(kerja: Kerja, kegiatan_id: UUID, kode: str) -> None:
    kerja.sesi.add(
        Dokumen(
            kantor_id=kerja.kantor.id,
            kegiatan_id=kegiatan_id,
            kode=kode,
            judul=kode,
            tanggal=HARI,
            sha256="0" * 64,
            akun_id=kerja.akun_id,
            pada=kerja.sekarang(),
        )
    )


def _monev(kerja: Kerja, kegiatan_id: UUID) -> None:
    """Visit the first recipient, if there is any, and save the report."""
    for penerima in kerja.sesi.exec(select(Penerima).where(Penerima.kegiatan_id == kegiatan_id).limit(1)).all():
        kerja.sesi.add(
            KunjunganMonev(
                kegiatan_id=kegiatan_id,
                penerima_id=penerima.id,
                tanggal=HARI,
                petugas="Petugas Uji",
                ditemui=True,
                akun_id=kerja.akun_id,
            )
        )
    cetak(kerja, kegiatan_id, "laporan-monev")


def impor(kerja: Kerja, kegiatan_id: UUID, tujuan: TujuanImpor) -> None:
    kerja.sesi.add(Impor(kegiatan_id=kegiatan_id, tujuan=tujuan.value, akun_id=kerja.akun_id, pada=kerja.sekarang()))


def jawab_siks(kerja: Kerja, kegiatan_id: UUID, ditolak: int = 1) -> None:
    """Take over an answer in which the first applicants are refused."""
    impor(kerja, kegiatan_id, TujuanImpor.HASIL_SIKS)
    kueri = select(Usulan).where(Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.DIUSULKAN)
    for ke, usulan in enumerate(kerja.sesi.exec(kueri).all()):
        usulan.status = (StatusUsulan.DITOLAK_SISTEM if ke < ditolak else StatusUsulan.LAYAK).value
    kerja.sesi.flush()


def surati(kerja: Kerja, kegiatan_id: UUID, arah: str = "keluar", jenis: str = "", **rincian: str) -> UUID:
    surat = Surat(
        kantor_id=kerja.kantor.id,
        arah=arah,
        nomor_agenda=str(len(kerja.sesi.exec(select(Surat.id)).all()) + 1),
        perihal="Perihal uji",
        dari="DSPPAPMD Kabupaten Balangan",
        jenis=jenis,
        rincian=rincian,
        kegiatan_id=kegiatan_id,
        akun_id=kerja.akun_id,
    )
    kerja.sesi.add(surat)
    kerja.sesi.flush()
    return surat.id


def kembalikan_ke_desa(kerja: Kerja, kegiatan_id: UUID) -> None:
    kueri = select(Usulan.kode_desa).where(
        Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.DITOLAK_SISTEM
    )
    for kode in set(kerja.sesi.exec(kueri)):
        surati(kerja, kegiatan_id, jenis="pengembalian", kode_desa=kode or "")


def _disposisi(kerja: Kerja, kegiatan_id: UUID) -> None:
    surat = kerja.sesi.exec(select(Surat.id).where(Surat.kegiatan_id == kegiatan_id)).first()
    surat = surat or surati(kerja, kegiatan_id, "masuk")
    kerja.sesi.add(
        Disposisi(surat_id=surat, dari="Camat", kepada="Kasi PMDK", instruksi="x", tanggal=HARI, akun_id=kerja.akun_id)
    )


def _penerima_kecamatan(kerja: Kerja, kegiatan_id: UUID) -> None:
    usulkan(kerja, kegiatan_id)
    layakkan(kerja, kegiatan_id)
    tetapkan(kerja, kegiatan_id, nominal=None)


def _spt(kerja: Kerja, kegiatan_id: UUID) -> None:
    surati(kerja, kegiatan_id, jenis="spt")
    tahap = kerja.sesi.exec(select(Tahap).where(Tahap.kegiatan_id == kegiatan_id)).first()
    assert tahap
    kerja.sesi.add(JadwalPenyaluran(kegiatan_id=kegiatan_id, tahap_id=tahap.id, kode_desa=DESA[0], tanggal=HARI))


def _sosialisasi(kerja: Kerja, kegiatan_id: UUID) -> None:
    kerja.sesi.add(Pertemuan(kegiatan_id=kegiatan_id, tanggal=HARI, jumlah_hadir=20))


def _salur_dan_lapor(kerja: Kerja, kegiatan_id: UUID) -> None:
    salurkan(kerja, kegiatan_id)
    cetak(kerja, kegiatan_id, "laporan")


def lewati_loket(kerja: Kerja, kegiatan_id: UUID, banyak: int = 3) -> list[UUID]:
    """Let applicants come and pass the steps per applicant, each on their own way."""
    datang = isi_usulan(kerja, kegiatan_id, banyak, mulai=_nomor(kerja))
    for nomor, usulan_id in enumerate(datang, 1):
        pemohon.daftarkan(kerja, usulan_id)
        kerja.sesi.get_one(Usulan, usulan_id).nomor_register = f"{nomor:03}/2026"
        while (pelaksanaan_id := pemohon.langkah_pemohon(kerja, usulan_id)) is not None:
            centang.centang_kelengkapan(kerja, pelaksanaan_id)
            jalan.selesaikan(kerja, pelaksanaan_id)
    return datang


def _gabung(kerja: Kerja, kegiatan_id: UUID) -> None:
    """Only the flag: the steps per applicant were closed one by one in this test."""
    kerja.sesi.get_one(Kegiatan, kegiatan_id).ditutup_pengumpulan = True


def _tanpa_kerja(kerja: Kerja, kegiatan_id: UUID) -> None:
    """Papers and paraf are all that the step asks for."""


KERJA: dict[Aksi, Callable[[Kerja, UUID], object]] = {
    Aksi.IMPOR_USULAN: usulkan,
    Aksi.VERIFIKASI: layakkan,
    Aksi.PENETAPAN: tetapkan,
    Aksi.PENUNJUKAN_VENDOR: lambda kerja, k: _mitra(kerja, k, JenisPerjanjian.PENUNJUKAN),
    Aksi.PERJANJIAN: lambda kerja, k: _mitra(kerja, k, JenisPerjanjian.MOU),
    Aksi.PENCAIRAN: cairkan,
    Aksi.PENYALURAN: _salur_dan_lapor,
    Aksi.LAPORAN: lambda kerja, k: cetak(kerja, k, "laporan"),
    Aksi.MONEV: _monev,
    Aksi.SOSIALISASI: _sosialisasi,
    Aksi.LOKET: lewati_loket,
    Aksi.PERIKSA_BERKAS: _tanpa_kerja,
    Aksi.GABUNG_TRIWULAN: _gabung,
    Aksi.HASIL_SIKS: jawab_siks,
    Aksi.KEMBALIKAN_DESA: kembalikan_ke_desa,
    Aksi.PARAF: _tanpa_kerja,
    Aksi.CATAT_DOKUMEN: _tanpa_kerja,
    Aksi.REKONSILIASI_BNBA: lambda kerja, k: impor(kerja, k, TujuanImpor.BNBA_BARU),
    Aksi.SURAT_MASUK: lambda kerja, k: surati(kerja, k, "masuk"),
    Aksi.DISPOSISI: _disposisi,
    Aksi.IMPOR_PENERIMA: _penerima_kecamatan,
    Aksi.SPT_JADWAL: _spt,
}


def kerjakan(kerja: Kerja, kegiatan_id: UUID, aksi: Aksi | None = None) -> None:
    """Do the own work of the step whose turn it is, or of another aksi."""
    KERJA[aksi or kini(kerja, kegiatan_id).langkah.aksi](kerja, kegiatan_id)
    kerja.sesi.flush()


def lengkapi(kerja: Kerja, kegiatan_id: UUID) -> None:
    """Tick every paper and give every paraf that the step asks for."""
    halaman_kini = kini(kerja, kegiatan_id)
    centang.centang_kelengkapan(kerja, halaman_kini.pelaksanaan_id)
    for paraf in halaman_kini.paraf:
        if paraf.diberikan is None:
            kertas.paraf(kerja, halaman_kini.pelaksanaan_id, paraf.peran)


def tuntaskan(kerja: Kerja, kegiatan_id: UUID, **pilihan: str) -> Sesudah:
    """Do everything that the step whose turn it is asks for, and finish it."""
    kerjakan(kerja, kegiatan_id)
    lengkapi(kerja, kegiatan_id)
    return jalan.selesaikan(kerja, kini(kerja, kegiatan_id).pelaksanaan_id, hasil=pilihan.get("hasil", "Tercatat."))


def tuntaskan_sampai(kerja: Kerja, kegiatan_id: UUID, ke: int) -> None:
    """Finish every step before `ke`."""
    while kini(kerja, kegiatan_id).langkah.urutan < ke:
        tuntaskan(kerja, kegiatan_id)
