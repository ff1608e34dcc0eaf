"""When is a step's own work complete? One count per aksi, in the tables; the reasons come out as `Halangan`.

Nobody is asked to declare that work is done: every active usulan is decided or it is not. What is only worth a word
(a desa that has sent nothing yet) comes out too, with `menahan` off.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from app.bahasa.sop import kalimat_halangan
from app.kerja import Kerja
from app.penyaluran.keadaan import StatusSalur
from app.penyaluran.muat import muat_hitungan
from app.pijakan import daftar_tahap
from app.sop import fakta
from app.sop.definisi import Aksi, Fakta
from db.istilah import HasilSalur, StatusPenetapan, StatusUsulan, TujuanImpor
from db.model import (
    Alokasi,
    AlokasiBarang,
    Kegiatan,
    Kehadiran,
    KunjunganMonev,
    Pencairan,
    Penetapan,
    Penyaluran,
    Pertemuan,
    Surat,
    Usulan,
    WilayahKegiatan,
)

JENIS_PENGEMBALIAN = "pengembalian"


@dataclass(frozen=True, slots=True)
class Halangan:
    """One reason why a step cannot be finished, or one reminder.

    Attributes:
        kode: its sentence stands in `app.bahasa.sop.HALANGAN`.
        sasaran: where the page takes the user: `aksi`, `dokumen:ktp`, `paraf:kasi`, `langkah:2`, `hasil`.
        menahan: it blocks; a reminder does not.
    """

    kode: str
    fakta: Mapping[str, Any] = field(default_factory=dict)
    sasaran: str = "aksi"
    menahan: bool = True

    @property
    def kalimat(self) -> str:
        """The sentence that users read."""
        return kalimat_halangan(self.kode, self.fakta)


Syarat = Callable[[Kerja, UUID, UUID | None], list[Halangan]]


def periksa(kerja: Kerja, aksi: Aksi, kegiatan_id: UUID, usulan_id: UUID | None = None) -> list[Halangan]:
    """Return what keeps the own work of an aksi from being complete; empty when it is."""
    kerja.sesi.flush()
    return SYARAT[aksi](kerja, kegiatan_id, usulan_id)


def _hitung(kerja: Kerja, kueri: Any) -> int:
    return int(kerja.sesi.execute(sa.select(func.count()).select_from(kueri.subquery())).scalar_one())


def _perlu(ada: bool, kode: str, **isi: Any) -> list[Halangan]:
    return [] if ada else [Halangan(kode, isi)]


def _ingatkan(jumlah: int, kode: str) -> list[Halangan]:
    return [Halangan(kode, {"jumlah": jumlah}, menahan=False)] if jumlah else []


def _usulan(kegiatan_id: UUID, *status: StatusUsulan) -> Any:
    return select(Usulan.id).where(Usulan.kegiatan_id == kegiatan_id, col(Usulan.status).in_(status))


# --- usulan and verification -----------------------------------------------------------------------------------------


def _impor_usulan(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """At least one usulan; desa that sent nothing and rows nobody looked at are reminders."""
    belum = _perlu(fakta.ada(kerja, kegiatan_id, Fakta.USULAN), "belum_ada_usulan")
    return belum + _ingatkan(_desa_diam(kerja, kegiatan_id), "desa_belum_mengirim") + _perlu_periksa(kerja, kegiatan_id)


def _desa_diam(kerja: Kerja, kegiatan_id: UUID) -> int:
    kirim = select(Usulan.kode_desa).where(
        Usulan.kegiatan_id == kegiatan_id,
        Usulan.status != StatusUsulan.DITARIK,
        col(Usulan.kode_desa).is_not(None),
    )
    return _hitung(
        kerja,
        select(WilayahKegiatan.id).where(
            WilayahKegiatan.kegiatan_id == kegiatan_id, col(WilayahKegiatan.kode_desa).not_in(kirim)
        ),
    )


def _perlu_periksa(kerja: Kerja, kegiatan_id: UUID) -> list[Halangan]:
    tanya = _usulan(kegiatan_id, StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK).where(col(Usulan.perlu_periksa).is_(True))
    return _ingatkan(_hitung(kerja, tanya), "usulan_perlu_diperiksa")


def _verifikasi(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """Every active usulan is decided."""
    if not fakta.ada(kerja, kegiatan_id, Fakta.USULAN):
        return [Halangan("belum_ada_usulan")]
    belum = _hitung(kerja, _usulan(kegiatan_id, StatusUsulan.DIUSULKAN))
    return _perlu(not belum, "usulan_belum_diputuskan", jumlah=belum)


def _impor_penerima(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """The list from the dinas is in the store, and taken as the list of recipients."""
    if not fakta.ada(kerja, kegiatan_id, Fakta.USULAN):
        return [Halangan("belum_ada_penerima")]
    return _perlu(fakta.ada(kerja, kegiatan_id, Fakta.PENERIMA), "daftar_belum_diterima")


# --- decree, partners, money -----------------------------------------------------------------------------------------


def _penetapan(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """A decree in force with its number and date, and no newer draft waiting."""
    if not fakta.ada(kerja, kegiatan_id, Fakta.PENETAPAN_SAH):
        return [Halangan("sk_belum_dicatat")]
    terakhir = kerja.sesi.exec(
        select(Penetapan.status).where(Penetapan.kegiatan_id == kegiatan_id).order_by(col(Penetapan.nomor_versi).desc())
    ).first()
    return _perlu(terakhir == StatusPenetapan.SAH, "sk_perubahan_masih_draf")


def _vendor(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    return _perlu(fakta.ada(kerja, kegiatan_id, Fakta.VENDOR), "vendor_belum_dicatat")


def _perjanjian(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    return _perlu(fakta.ada(kerja, kegiatan_id, Fakta.PERJANJIAN), "perjanjian_belum_dicatat")


def _pencairan(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """Every tahap has its SP2D; a difference to what the recipients are owed is explained."""
    hasil = []
    for tahap in daftar_tahap(kerja, kegiatan_id):
        cair = kerja.sesi.exec(select(Pencairan).where(Pencairan.tahap_id == tahap.id)).all()
        if not cair:
            hasil.append(Halangan("tahap_belum_cair", {"tahap": tahap.nama}))
        elif not any(c.alasan_selisih.strip() for c in cair):
            selisih = sum(c.nilai for c in cair) - _dialokasikan(kerja, tahap.id)
            hasil += _perlu(not selisih, "selisih_belum_dijelaskan", tahap=tahap.nama, selisih=abs(selisih))
    return hasil


def _dialokasikan(kerja: Kerja, tahap_id: UUID) -> int:
    """Sum in rupiah of what recipients are owed in a tahap."""
    kueri = select(func.coalesce(func.sum(Alokasi.nominal), 0)).where(
        Alokasi.tahap_id == tahap_id, col(Alokasi.batal).is_(False)
    )
    return int(kerja.sesi.exec(kueri).one() or 0)


# --- hand-over and after ---------------------------------------------------------------------------------------------


def _penyaluran(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """Every recipient has an outcome in every tahap, and for every item; who may still come is a reminder."""
    if not fakta.ada(kerja, kegiatan_id, Fakta.PENERIMA):
        return [Halangan("belum_ada_alokasi")]
    tanpa = _hitung(kerja, alokasi_tanpa_hasil(kegiatan_id))
    barang = _hitung(kerja, barang_tanpa_hasil(kegiatan_id))
    hasil = _perlu(not tanpa, "penerima_tanpa_hasil", jumlah=tanpa)
    hasil += _perlu(not barang, "barang_tanpa_hasil", jumlah=barang)
    if hasil:
        return hasil
    belum = sum(h.keadaan.status is StatusSalur.BELUM for h in muat_hitungan(kerja, kegiatan_id))
    return _ingatkan(belum, "penerima_masih_belum")


def berlaku() -> Any:
    """Select the hand-over lines that hold: not taken back by a later line, and not themselves a taking back."""
    lain = aliased(Penyaluran)
    return select(Penyaluran).where(
        Penyaluran.hasil != HasilSalur.BATAL_CATAT,
        ~sa.exists(sa.select(col(lain.id)).where(col(lain.koreksi_dari) == col(Penyaluran.id))),
    )


def alokasi_tanpa_hasil(kegiatan_id: UUID) -> Any:
    """Select the allocations whose money, or whole where there are no goods, has no outcome of any kind."""
    barang = sa.exists(sa.select(col(AlokasiBarang.id)).where(col(AlokasiBarang.alokasi_id) == col(Alokasi.id)))
    return _alokasi(kegiatan_id).where(
        sa.or_(col(Alokasi.nominal).is_not(None), ~barang),
        ~_ada_hasil(lambda baris: (baris.c.alokasi_id == Alokasi.id, baris.c.barang_id.is_(None))),
    )


def barang_tanpa_hasil(kegiatan_id: UUID) -> Any:
    """Select the goods lines and items without an outcome of their own."""
    return (
        select(AlokasiBarang.id)
        .join(Alokasi, col(Alokasi.id) == col(AlokasiBarang.alokasi_id))
        .where(
            Alokasi.kegiatan_id == kegiatan_id,
            col(Alokasi.batal).is_(False),
            ~_ada_hasil(lambda baris: (baris.c.barang_id == AlokasiBarang.id,)),
        )
    )


def _ada_hasil(syarat: Callable[[Any], tuple[Any, ...]]) -> Any:
    baris = berlaku().subquery()
    return sa.exists(sa.select(baris.c.id).where(*syarat(baris)))


def _alokasi(kegiatan_id: UUID) -> Any:
    return select(Alokasi.id).where(Alokasi.kegiatan_id == kegiatan_id, col(Alokasi.batal).is_(False))


def _laporan(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    return _perlu(fakta.ada(kerja, kegiatan_id, Fakta.LAPORAN), "laporan_belum_disimpan")


def _monev(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """Visits recorded and their report saved."""
    kunjungan = kerja.sesi.exec(select(KunjunganMonev.id).where(KunjunganMonev.kegiatan_id == kegiatan_id)).first()
    laporan = kerja.sesi.exec(fakta.dokumen(kegiatan_id, fakta.KODE_LAPORAN_MONEV)).first()
    return _perlu(bool(kunjungan), "belum_ada_kunjungan") + _perlu(bool(laporan), "laporan_monev_belum_disimpan")


def _sosialisasi(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """A meeting with its attendance: names, or a count from paper."""
    hadir = sa.exists(sa.select(col(Kehadiran.id)).where(col(Kehadiran.pertemuan_id) == col(Pertemuan.id)))
    kueri = select(Pertemuan.id).where(
        col(Pertemuan.kegiatan_id) == kegiatan_id, sa.or_(hadir, col(Pertemuan.jumlah_hadir) > 0)
    )
    return _perlu(kerja.sesi.exec(kueri).first() is not None, "sosialisasi_belum_dicatat")


# --- dtks ------------------------------------------------------------------------------------------------------------


def _loket(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """The applicant has a number in the buku register; for the triwulan: somebody came."""
    if usulan_id is None:
        return _perlu(fakta.ada(kerja, kegiatan_id, Fakta.USULAN), "belum_ada_pemohon")
    usulan = kerja.sesi.get_one(Usulan, usulan_id)
    return _perlu(bool(usulan.nomor_register), "pemohon_tanpa_nomor")


def _periksa_berkas(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """What must be looked at is said; the papers themselves stand in the checklist."""
    if usulan_id is None:
        return _perlu_periksa(kerja, kegiatan_id)
    usulan = kerja.sesi.get_one(Usulan, usulan_id)
    return _ingatkan(int(usulan.perlu_periksa), "usulan_perlu_diperiksa")


def _gabung(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    return _perlu(kerja.sesi.get_one(Kegiatan, kegiatan_id).ditutup_pengumpulan, "triwulan_belum_dikumpulkan")


def _hasil_siks(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """Every gathered usulan has its answer from SIKS-NG."""
    if not fakta.ada(kerja, kegiatan_id, Fakta.HASIL_SIKS):
        return [Halangan("hasil_siks_belum_ada")]
    belum = _hitung(kerja, _usulan(kegiatan_id, StatusUsulan.DIUSULKAN))
    return _perlu(not belum, "usulan_tanpa_hasil_siks", jumlah=belum)


def _kembalikan_desa(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """The refused are on their way back: every desa of theirs has its letter of return in the register."""
    surat = select(Surat.rincian).where(
        Surat.kegiatan_id == kegiatan_id, Surat.jenis == JENIS_PENGEMBALIAN, col(Surat.digantikan).is_(False)
    )
    dikirim = {rincian.get("kode_desa", "") for rincian in kerja.sesi.exec(surat)}
    desa = _usulan(kegiatan_id, StatusUsulan.DITOLAK_SISTEM).with_only_columns(col(Usulan.kode_desa)).distinct()
    belum = {kode or "" for kode in kerja.sesi.scalars(desa)} - dikirim
    return _perlu(not belum, "pengembalian_belum_dikirim", jumlah=len(belum))


def _rekonsiliasi(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    ada = kerja.sesi.exec(fakta.impor(kegiatan_id, TujuanImpor.BNBA_BARU)).first()
    return _perlu(ada is not None, "bnba_baru_belum_ada")


# --- letters ---------------------------------------------------------------------------------------------------------


def _surat_masuk(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    return _perlu(fakta.ada(kerja, kegiatan_id, Fakta.SURAT_MASUK), "surat_belum_dicatat")


def _disposisi(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    return _perlu(fakta.ada(kerja, kegiatan_id, Fakta.DISPOSISI), "disposisi_belum_dicatat")


def _spt_jadwal(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """An SPT in the register and a schedule; desa with recipients but no day are a reminder."""
    hasil = _perlu(fakta.ada(kerja, kegiatan_id, Fakta.SPT), "spt_belum_ada")
    hasil += _perlu(fakta.ada(kerja, kegiatan_id, Fakta.JADWAL), "jadwal_belum_ada")
    return hasil


def _tanpa_hitungan(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None) -> list[Halangan]:
    """Paraf and recorded documents are looked after by the checklist, the paraf and the recorded output."""
    return []


SYARAT: Mapping[Aksi, Syarat] = {
    Aksi.IMPOR_USULAN: _impor_usulan,
    Aksi.VERIFIKASI: _verifikasi,
    Aksi.PENETAPAN: _penetapan,
    Aksi.PENUNJUKAN_VENDOR: _vendor,
    Aksi.PERJANJIAN: _perjanjian,
    Aksi.PENCAIRAN: _pencairan,
    Aksi.PENYALURAN: _penyaluran,
    Aksi.LAPORAN: _laporan,
    Aksi.MONEV: _monev,
    Aksi.SOSIALISASI: _sosialisasi,
    Aksi.LOKET: _loket,
    Aksi.PERIKSA_BERKAS: _periksa_berkas,
    Aksi.GABUNG_TRIWULAN: _gabung,
    Aksi.HASIL_SIKS: _hasil_siks,
    Aksi.KEMBALIKAN_DESA: _kembalikan_desa,
    Aksi.PARAF: _tanpa_hitungan,
    Aksi.CATAT_DOKUMEN: _tanpa_hitungan,
    Aksi.REKONSILIASI_BNBA: _rekonsiliasi,
    Aksi.SURAT_MASUK: _surat_masuk,
    Aksi.DISPOSISI: _disposisi,
    Aksi.IMPOR_PENERIMA: _impor_penerima,
    Aksi.SPT_JADWAL: _spt_jadwal,
}
"""Every aksi has its count; a test holds the list complete."""
