"""Applicants on their own way through the first steps of an SOP (dtks 1–2), and the gathering of a triwulan.

The triwulan is the kegiatan: its applicants run steps 1–2 one by one, step 3 closes the gathering, later ones go to the
next. Nobody ever holds the triwulan: who is not ready moves on, who was refused comes back as a new usulan that names
the old one.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import kegiatan_berjalan, lihat_kegiatan
from app.sop import catatan_langkah, halangan, jalan, konteks, mesin, peran
from app.sop.definisi import Aksi
from app.verifikasi.daftar import usulan_terkunci
from app.wilayah_akun import wajib_seluruh
from db.galat import KnownError
from db.istilah import JenisTindakan, StatusLangkah, StatusUsulan
from db.model import Kegiatan, Orang, PelaksanaanLangkah, Usulan

ALASAN_PINDAH = "Dilanjutkan pada {nama}"


@dataclass(frozen=True, slots=True)
class Pemohon:
    """An applicant of a triwulan.

    Attributes:
        pelaksanaan_id: the step that runs for them now; None once they are through.
        langkah: its order in the SOP.
        sejak: since when it runs.
    """

    usulan_id: UUID
    nama: str
    kode_desa: str | None
    nomor_register: str
    status: StatusUsulan
    pelaksanaan_id: UUID | None
    langkah: int | None
    sejak: datetime | None


def daftarkan(kerja: Kerja, usulan_id: UUID) -> UUID:
    """Open an applicant's way through the steps per applicant; returns the putaran of the first.

    Raises:
        KnownError: `tidak_berwenang`, `usulan_tidak_ada`, `kegiatan_ditutup`, `pengumpulan_ditutup`,
            `bukan_per_pemohon`, `jalur_sudah_ada`.
    """
    wajib(kerja, Hak.LANGKAH)
    kegiatan = kegiatan_berjalan(kerja, _usulan(kerja, usulan_id).kegiatan_id)
    peta = mesin.peta_usulan(konteks.definisi_kegiatan(kegiatan))
    if not peta.akhir:
        raise KnownError("bukan_per_pemohon", nama=kegiatan.nama)
    if kegiatan.ditutup_pengumpulan:
        raise KnownError("pengumpulan_ditutup", nama=kegiatan.nama)
    if konteks.baris_jalur(kerja, kegiatan.id, usulan_id):
        raise KnownError("jalur_sudah_ada")
    jalan.buat_jalur(kerja, kegiatan, mesin.awal(peta), usulan_id)
    return konteks.baris_kini(kerja, kegiatan.id, 1, usulan_id).id


def langkah_pemohon(kerja: Kerja, usulan_id: UUID) -> UUID | None:
    """Return the putaran that runs for an applicant now; None once they are through.

    Raises:
        KnownError: `usulan_tidak_ada`, `jalur_tidak_ada`.
    """
    usulan = _usulan(kerja, usulan_id)
    kegiatan = lihat_kegiatan(kerja, usulan.kegiatan_id)
    if not konteks.baris_jalur(kerja, kegiatan.id, usulan_id):
        raise KnownError("jalur_tidak_ada")
    giliran = konteks.keadaan(kerja, kegiatan, usulan_id).giliran
    return konteks.baris_kini(kerja, kegiatan.id, giliran, usulan_id).id if giliran else None


def lepaskan(kerja: Kerja, usulan_id: UUID, *, alasan: str) -> None:
    """Let an applicant go: the usulan is taken back, its open steps no longer count. History stays.

    Raises:
        KnownError: `tidak_berwenang`, `usulan_tidak_ada`, `alasan_kosong`, `jalur_tidak_ada`, `daftar_terkunci`
            once the decree lists them, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.LANGKAH)
    usulan = _usulan(kerja, usulan_id)
    kegiatan = kegiatan_berjalan(kerja, usulan.kegiatan_id)
    if not alasan.strip():
        raise KnownError("alasan_kosong")
    if not konteks.baris_jalur(kerja, kegiatan.id, usulan_id):
        raise KnownError("jalur_tidak_ada")
    if usulan_terkunci(kerja, kegiatan.id, [usulan_id]):
        raise KnownError("daftar_terkunci", jumlah=1)
    lama = konteks.keadaan(kerja, kegiatan, usulan_id)
    jalan.terapkan(kerja, kegiatan, lama, mesin.lepas(lama), usulan_id, alasan=alasan.strip())
    usulan.status, usulan.alasan = StatusUsulan.DITARIK.value, alasan.strip()
    jejak.catat(kerja, "lepaskan_pemohon", objek="usulan", objek_id=usulan_id, kegiatan_id=kegiatan.id, alasan=alasan)


def usulkan_lagi(kerja: Kerja, usulan_id: UUID, ke_kegiatan: UUID) -> UUID:
    """Propose somebody again in a later kegiatan: a new usulan that names the old one (dtks step 5).

    The old usulan keeps its state; where the SOP runs per applicant the new one starts its way.

    Raises:
        KnownError: `tidak_berwenang`, `usulan_tidak_ada`, `kegiatan_tidak_ada`, `kegiatan_ditutup`,
            `pengumpulan_ditutup`, `pemohon_sudah_terdaftar`.
    """
    wajib(kerja, Hak.LANGKAH)
    lama = _usulan(kerja, usulan_id)
    lihat_kegiatan(kerja, lama.kegiatan_id)
    kegiatan = kegiatan_berjalan(kerja, ke_kegiatan)
    if (nomor := _terdaftar(kerja, lama.orang_id, kegiatan.id)) is not None:
        nama = kerja.sesi.get_one(Orang, lama.orang_id).nama
        raise KnownError("pemohon_sudah_terdaftar", nama=nama, nomor=nomor or "-")
    baru = Usulan(
        kegiatan_id=kegiatan.id,
        orang_id=lama.orang_id,
        kode_desa=lama.kode_desa,
        kategori=lama.kategori,
        wali_id=lama.wali_id,
        nomor_register=lama.nomor_register,
        keterangan=lama.keterangan,
        data=dict(lama.data),
        asal_usulan_id=lama.id,
    )
    kerja.sesi.add(baru)
    kerja.sesi.flush()
    if mesin.peta_usulan(konteks.definisi_kegiatan(kegiatan)).akhir:
        daftarkan(kerja, baru.id)
    jejak.catat(kerja, "usulkan_lagi", objek="usulan", objek_id=baru.id, kegiatan_id=kegiatan.id, asal=lama.id)
    return baru.id


def _usulan(kerja: Kerja, usulan_id: UUID) -> Usulan:
    usulan = kerja.sesi.get(Usulan, usulan_id)
    if usulan is None:
        raise KnownError("usulan_tidak_ada")
    return usulan


def _terdaftar(kerja: Kerja, orang_id: UUID, kegiatan_id: UUID) -> str | None:
    """Return the register number (it may be empty) under which somebody is proposed in a kegiatan; None if not."""
    kueri = select(Usulan.nomor_register).where(Usulan.kegiatan_id == kegiatan_id, Usulan.orang_id == orang_id)
    return kerja.sesi.exec(kueri.where(Usulan.status != StatusUsulan.DITARIK)).first()


def tutup_pengumpulan(kerja: Kerja, kegiatan_id: UUID, *, tunda_ke: UUID | None = None) -> int:
    """Close the gathering of a triwulan (dtks step 3); returns how many applicants it holds.

    Args:
        tunda_ke: the next kegiatan, where applicants who are not ready go on; without it they must be ready.

    Raises:
        KnownError: `bukan_pelaksana`, `kegiatan_ditutup`, `pengumpulan_ditutup`, `bukan_per_pemohon`,
            `pemohon_masih_berjalan`, `belum_ada_pemohon`.
    """
    wajib_seluruh(kerja)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    definisi = konteks.definisi_kegiatan(kegiatan)
    akhir = mesin.peta_usulan(definisi).akhir
    if not akhir:
        raise KnownError("bukan_per_pemohon", nama=kegiatan.nama)
    if kegiatan.ditutup_pengumpulan:
        raise KnownError("pengumpulan_ditutup", nama=kegiatan.nama)
    _wajib_penggabung(kerja, kegiatan)
    for usulan_id in _belum_siap(kerja, kegiatan_id):
        if tunda_ke is None:
            keadaan = konteks.keadaan(kerja, kegiatan)
            raise KnownError("pemohon_masih_berjalan", langkah=keadaan.peta.nama(min(keadaan.tertahan)))
        if _terdaftar(kerja, kerja.sesi.get_one(Usulan, usulan_id).orang_id, tunda_ke) is None:
            usulkan_lagi(kerja, usulan_id, tunda_ke)
        lepaskan(kerja, usulan_id, alasan=ALASAN_PINDAH.format(nama=lihat_kegiatan(kerja, tunda_ke).nama))
    jumlah = len(_dikumpulkan(kerja, kegiatan_id))
    if not jumlah:
        raise KnownError("belum_ada_pemohon", nama=kegiatan.nama)
    kegiatan.ditutup_pengumpulan = True
    _tutup_langkah(kerja, kegiatan, akhir)
    jalan.mulai_oleh_aksi(kerja, kegiatan_id, Aksi.GABUNG_TRIWULAN)
    jejak.catat(
        kerja, "tutup_pengumpulan", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, jumlah=jumlah
    )
    return jumlah


def daftar_pemohon(kerja: Kerja, kegiatan_id: UUID) -> list[Pemohon]:
    """Return the applicants of a triwulan by order of entry, those who left included."""
    lihat_kegiatan(kerja, kegiatan_id)
    kerja.sesi.flush()
    jalannya = {b.usulan_id: b for b in _baris_terbuka(kerja, kegiatan_id)}
    kueri = select(Usulan, Orang.nama).join(Orang, col(Orang.id) == col(Usulan.orang_id))
    kueri = kueri.where(Usulan.kegiatan_id == kegiatan_id).order_by(col(Usulan.urut))
    return [_pemohon(u, nama, jalannya.get(u.id)) for u, nama in kerja.sesi.exec(kueri)]


def _pemohon(u: Usulan, nama: str, baris: PelaksanaanLangkah | None) -> Pemohon:
    status = StatusUsulan(u.status)
    if baris is None:
        return Pemohon(u.id, nama, u.kode_desa, u.nomor_register, status, None, None, None)
    return Pemohon(u.id, nama, u.kode_desa, u.nomor_register, status, baris.id, baris.langkah, baris.mulai_pada)


def _baris_terbuka(kerja: Kerja, kegiatan_id: UUID) -> list[PelaksanaanLangkah]:
    """Return the running step of every applicant who is still on the way."""
    kueri = select(PelaksanaanLangkah).where(
        PelaksanaanLangkah.kegiatan_id == kegiatan_id,
        col(PelaksanaanLangkah.usulan_id).is_not(None),
        PelaksanaanLangkah.status == StatusLangkah.BERJALAN,
    )
    return list(kerja.sesi.exec(kueri.order_by(col(PelaksanaanLangkah.langkah).desc())))


def _belum_siap(kerja: Kerja, kegiatan_id: UUID) -> list[UUID]:
    """Return applicants who are still on the way, or whose way was never opened."""
    berjalan = {p.usulan_id: p for p in daftar_pemohon(kerja, kegiatan_id) if p.status is not StatusUsulan.DITARIK}
    return [usulan_id for usulan_id, p in berjalan.items() if p.pelaksanaan_id is not None]


def _dikumpulkan(kerja: Kerja, kegiatan_id: UUID) -> list[UUID]:
    kueri = select(Usulan.id).where(Usulan.kegiatan_id == kegiatan_id, Usulan.status != StatusUsulan.DITARIK)
    return list(kerja.sesi.exec(kueri))


def _wajib_penggabung(kerja: Kerja, kegiatan: Kegiatan) -> None:
    """Only performers of the gathering step close it."""
    definisi = konteks.definisi_kegiatan(kegiatan)
    langkah = next(lk for lk in definisi.langkah if not lk.per_usulan)
    pegang = peran.pemegang(kerja, definisi)
    nama = mesin.peta_kegiatan(definisi).nama(langkah.urutan)
    peran.wajib_kerja(kerja, peran.akun_langkah(definisi, langkah, pegang), nama)


def _tutup_langkah(kerja: Kerja, kegiatan: Kegiatan, akhir: int) -> None:
    """Close the kegiatan's own lane up to the last step per applicant: everybody is through."""
    keadaan = konteks.keadaan(kerja, kegiatan)
    while (giliran := keadaan.giliran) is not None and giliran <= akhir:
        baris = konteks.baris_kini(kerja, kegiatan.id, giliran)
        baris.hasil = halangan.keluaran(kerja, konteks.konteks(kerja, baris.id))
        baris.tanggal_selesai = kerja.hari_ini()
        catatan_langkah.tulis(kerja, baris, JenisTindakan.SELESAI, hasil=baris.hasil)
        jalan.terapkan(kerja, kegiatan, keadaan, mesin.selesaikan(keadaan, giliran))
        keadaan = konteks.keadaan(kerja, kegiatan)
