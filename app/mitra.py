"""Vendors, banks and the post office, and what the office agreed with them (rehsos steps 4 and 5, uep step 4)."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import bukan_besok, isi_wajib, kegiatan_berjalan, lihat_kegiatan, penetapan_sah
from db.galat import KnownError
from db.istilah import JenisPerjanjian
from db.model import Mitra, Perjanjian

JENIS_MITRA = ("bank", "pos", "vendor")


@dataclass(frozen=True, slots=True)
class DataMitra:
    """A vendor, bank or the post office; `jenis` is one of `JENIS_MITRA`."""

    nama: str
    jenis: str = "bank"
    alamat: str = ""
    npwp: str = ""
    penanggung_jawab: str = ""
    jabatan: str = ""
    telepon: str = ""
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class BarisPerjanjian:
    """An agreement with both sides' numbers."""

    id: UUID
    jenis: JenisPerjanjian
    mitra: DataMitra
    nomor: str
    nomor_mitra: str
    tanggal: date
    tentang: str
    lampiran_id: UUID | None


@dataclass(frozen=True, slots=True)
class HasilPerjanjian:
    """An agreement that was recorded, and doubts that did not stop it."""

    id: UUID
    peringatan: tuple[KnownError, ...] = ()


def catat_mitra(kerja: Kerja, data: DataMitra) -> UUID:
    """Add a mitra, or change the one whose id is given; return its id.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `mitra_sudah_ada`, `mitra_tidak_ada`.
    """
    wajib(kerja, Hak.MITRA)
    isi_wajib({"nama mitra": data.nama})
    nama = " ".join(data.nama.split())
    if any(m.nama.lower() == nama.lower() and m.id != data.id for m in daftar_mitra(kerja)):
        raise KnownError("mitra_sudah_ada", nama=nama)
    baris = Mitra(kantor_id=kerja.kantor.id, nama=nama) if data.id is None else ambil_mitra(kerja, data.id)
    for bidang, isi in asdict(data).items():
        if bidang != "id":
            setattr(baris, bidang, nama if bidang == "nama" else isi.strip())
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(kerja, "catat_mitra", objek="mitra", objek_id=baris.id, nama=nama, jenis=data.jenis)
    return baris.id


def daftar_mitra(kerja: Kerja) -> list[DataMitra]:
    """Return the mitra of the office by name."""
    kueri = select(Mitra).where(Mitra.kantor_id == kerja.kantor.id).order_by(col(Mitra.nama))
    return [_data(m) for m in kerja.sesi.exec(kueri)]


def catat_perjanjian(
    kerja: Kerja,
    kegiatan_id: UUID,
    mitra_id: UUID,
    jenis: JenisPerjanjian,
    *,
    tanggal: date,
    nomor: str = "",
    nomor_mitra: str = "",
    tentang: str = "",
    lampiran_id: UUID | None = None,
) -> HasilPerjanjian:
    """Record a letter of appointment, MOU or agreement.

    Args:
        nomor, nomor_mitra: ours and theirs; at least one.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `mitra_tidak_ada`, `perjanjian_sudah_ada`, `tanggal_di_depan`,
            `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.MITRA)
    kegiatan_berjalan(kerja, kegiatan_id)
    isi_wajib({"nomor surat": nomor or nomor_mitra})
    bukan_besok(kerja, tanggal, "tanggal surat")
    mitra = ambil_mitra(kerja, mitra_id)
    kembar = (jenis, nomor.strip(), nomor_mitra.strip())
    if any((p.jenis, p.nomor, p.nomor_mitra) == kembar for p in daftar_perjanjian(kerja, kegiatan_id)):
        raise KnownError("perjanjian_sudah_ada", jenis=jenis, nomor=nomor or nomor_mitra)
    baris = Perjanjian(
        kegiatan_id=kegiatan_id, mitra_id=mitra.id, jenis=jenis.value, nomor=nomor.strip(),
        nomor_mitra=nomor_mitra.strip(), tanggal=tanggal, tentang=tentang.strip(), lampiran_id=lampiran_id,
    )  # fmt: skip
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "catat_perjanjian", objek="perjanjian", objek_id=baris.id, kegiatan_id=kegiatan_id, jenis=jenis,
        nomor=baris.nomor, mitra=mitra.nama, tanggal=tanggal,
    )  # fmt: skip
    return HasilPerjanjian(baris.id, _peringatan(kerja, kegiatan_id, tanggal))


def daftar_perjanjian(
    kerja: Kerja, kegiatan_id: UUID, *, jenis: JenisPerjanjian | None = None
) -> list[BarisPerjanjian]:
    """Return the agreements of a kegiatan by date."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = (
        select(Perjanjian, Mitra)
        .join(Mitra, col(Mitra.id) == Perjanjian.mitra_id)
        .where(Perjanjian.kegiatan_id == kegiatan_id)
        .order_by(col(Perjanjian.tanggal), col(Perjanjian.urut))
    )
    if jenis is not None:
        kueri = kueri.where(Perjanjian.jenis == jenis.value)
    return [
        BarisPerjanjian(
            p.id, JenisPerjanjian(p.jenis), _data(m), p.nomor, p.nomor_mitra, p.tanggal, p.tentang, p.lampiran_id
        )
        for p, m in kerja.sesi.exec(kueri)
    ]


def _peringatan(kerja: Kerja, kegiatan_id: UUID, tanggal: date) -> tuple[KnownError, ...]:
    sah = penetapan_sah(kerja, kegiatan_id)
    if sah is None or sah.tanggal is None or tanggal >= sah.tanggal:
        return ()
    return (KnownError("perjanjian_sebelum_sk", tanggal=tanggal, sk=sah.tanggal),)


def ambil_mitra(kerja: Kerja, mitra_id: UUID) -> Mitra:
    """Return a mitra of the acting office; the row stays inside `app`.

    Raises:
        KnownError: `mitra_tidak_ada`.
    """
    baris = kerja.sesi.get(Mitra, mitra_id)
    if baris is None or baris.kantor_id != kerja.kantor.id:
        raise KnownError("mitra_tidak_ada")
    return baris


def _data(m: Mitra) -> DataMitra:
    return DataMitra(m.nama, m.jenis, m.alamat, m.npwp, m.penanggung_jawab, m.jabatan, m.telepon, m.id)
