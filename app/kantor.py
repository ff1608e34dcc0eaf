"""The office itself: its letterhead, officials, working days, and who holds which role of an SOP."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak, wilayah
from app.akses import Hak, wajib
from app.kalender import jam_kerja_dari
from app.kerja import Kerja
from app.pijakan import isi_wajib
from db.galat import KnownError
from db.istilah import CaraJabatan, JenisKantor, JenisLibur, Kertas, Peran, Zona
from db.model import HariLibur, Kantor, Pejabat, PemegangPeranSop

JABATAN_PENANDA: tuple[tuple[str, str], ...] = (
    ("kepala", "Kepala kantor"),
    ("sekretaris", "Sekretaris"),
    ("kabid", "Kepala Bidang"),
    ("kasi", "Kepala Seksi"),
    ("camat", "Camat"),
    ("bupati", "Bupati/Wali Kota"),
    ("sekda", "Sekretaris Daerah"),
    ("pa", "Pengguna Anggaran (PA)"),
    ("kpa", "Kuasa Pengguna Anggaran (KPA)"),
    ("pptk", "PPTK"),
    ("ppk_skpd", "PPK-SKPD"),
    ("bendahara", "Bendahara"),
    ("tksk", "TKSK"),
    ("kades", "Kepala Desa/Lurah"),
)
"""What papers look officials up by, with the words that a chooser shows; any other official has an empty key."""
TEPI_BAWAAN = {"atas": 20, "bawah": 25, "kiri": 30, "kanan": 20}  # mm, common practice of regional letters


@dataclass(frozen=True)
class DataKantor:
    """What an office says about itself; the kop is made of it."""

    nama: str
    jenis: JenisKantor
    kode_wilayah: str
    nama_pemda: str
    zona: Zona
    alamat: str = ""
    kode_pos: str = ""
    telepon: str = ""
    pos_el: str = ""
    laman: str = ""
    tempat_surat: str = ""
    kertas: Kertas = Kertas.F4
    tepi: dict[str, int] = field(default_factory=lambda: dict(TEPI_BAWAAN))
    jam_kerja: dict[str, Any] = field(default_factory=dict)
    contoh: bool = False


@dataclass(frozen=True)
class DataPejabat:
    """Someone who signs.

    Attributes:
        kunci: what documents look up, one of `JABATAN_PENANDA`; empty for any other official.
        atas_nama: the post on whose behalf they sign (`a.n.`).
        untuk_beliau: the post between the two (`u.b.`); means nothing without `atas_nama`.
    """

    nama: str
    jabatan: str
    kunci: str = ""
    pangkat: str = ""
    golongan: str = ""
    nip: str | None = None
    cara: CaraJabatan = CaraJabatan.DEFINITIF
    kode_desa: str | None = None
    sejak: date | None = None
    sampai: date | None = None
    id: UUID | None = None
    atas_nama: str = ""
    untuk_beliau: str = ""


@dataclass(frozen=True)
class PemegangPeran:
    """Who holds an SOP role here. `tidak_ada` means that its paraf passes without an override."""

    kode_sop: str
    peran_sop: str
    peran: tuple[Peran, ...]
    tidak_ada: bool = False
    keterangan: str = ""
    dikonfirmasi: bool = False


@dataclass(frozen=True)
class Libur:
    """A day the office changed against the national list."""

    tanggal: date
    nama: str
    jenis: JenisLibur


def buat_kantor(kerja: Kerja, data: DataKantor) -> UUID:
    """Add an office.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `wilayah_tak_dikenal`, `jam_kerja_kosong`, `jam_kerja_salah`,
            `toko_bukan_contoh` (a sample office in a real store).
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    _periksa(data)
    ada = kerja.sesi.exec(select(Kantor)).first()
    if ada is not None and ada.contoh != data.contoh:
        raise KnownError("toko_bukan_contoh")
    baris = Kantor(**_kolom(data))
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(kerja, "buat_kantor", objek="kantor", objek_id=baris.id, nama=data.nama)
    return baris.id


def ubah_kantor(kerja: Kerja, data: DataKantor) -> None:
    """Change the office of the acting account. Whether it is a sample never changes.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `wilayah_tak_dikenal`, `jam_kerja_kosong`, `jam_kerja_salah`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    _periksa(data)
    baris = kerja.sesi.get_one(Kantor, kerja.kantor.id)
    berubah = [k for k, v in _kolom(data).items() if k != "contoh" and getattr(baris, k) != v]
    for kunci in berubah:
        setattr(baris, kunci, _kolom(data)[kunci])
    jejak.catat(kerja, "ubah_kantor", objek="kantor", objek_id=baris.id, bidang=berubah)


def lihat_kantor(kerja: Kerja, kantor_id: UUID | None = None) -> DataKantor:
    """Return the office's own data."""
    b = kerja.sesi.get_one(Kantor, kantor_id or kerja.kantor.id)
    return DataKantor(
        nama=b.nama,
        jenis=JenisKantor(b.jenis),
        kode_wilayah=b.kode_wilayah,
        nama_pemda=b.nama_pemda,
        zona=Zona(b.zona),
        alamat=b.alamat,
        kode_pos=b.kode_pos,
        telepon=b.telepon,
        pos_el=b.pos_el,
        laman=b.laman,
        tempat_surat=b.tempat_surat,
        kertas=Kertas(b.kertas),
        tepi={k: int(v) for k, v in b.tepi.items()},
        jam_kerja=b.jam_kerja,
        contoh=b.contoh,
    )


def pasang_lambang(kerja: Kerja, isi: bytes, nama: str) -> UUID:
    """Keep the picture printed left of the kop (PNG or JPEG)."""
    wajib(kerja, Hak.ATUR_KANTOR)
    if not isi.startswith((b"\x89PNG", b"\xff\xd8")):
        raise KnownError("gambar_tak_dikenal", berkas=nama)
    lambang_id = kerja.simpan_lampiran(isi, nama)
    kerja.sesi.get_one(Kantor, kerja.kantor.id).lambang_id = lambang_id
    jejak.catat(kerja, "pasang_lambang", objek="kantor", objek_id=kerja.kantor.id)
    return lambang_id


def lepas_lambang(kerja: Kerja) -> None:
    """Print the kop without a picture from now on; the file stays for papers that were kept.

    Raises:
        KnownError: `tidak_berwenang`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    kerja.sesi.get_one(Kantor, kerja.kantor.id).lambang_id = None
    jejak.catat(kerja, "lepas_lambang", objek="kantor", objek_id=kerja.kantor.id)


def lambang(kerja: Kerja) -> bytes | None:
    """Return the picture of the kop, None where the office gave none."""
    lambang_id = kerja.sesi.get_one(Kantor, kerja.kantor.id).lambang_id
    return kerja.baca_lampiran(lambang_id) if lambang_id else None


def simpan_pejabat(kerja: Kerja, data: DataPejabat, *, kantor_id: UUID | None = None) -> UUID:
    """Add an official, or change one whose id is given.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `pejabat_tidak_ada`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    isi_wajib({"nama": data.nama, "jabatan": data.jabatan})
    if data.untuk_beliau:
        isi_wajib({"atas nama (a.n.)": data.atas_nama})
    isi = asdict(data) | {"cara": data.cara.value}
    pejabat_id = isi.pop("id")
    if pejabat_id:
        baris = _baris_pejabat(kerja, pejabat_id)
        for kunci, nilai in isi.items():
            setattr(baris, kunci, nilai)
    else:
        baris = Pejabat(kantor_id=kantor_id or kerja.kantor.id, **isi)
        kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(kerja, "simpan_pejabat", objek="pejabat", objek_id=baris.id, jabatan=data.jabatan)
    return baris.id


def daftar_pejabat(kerja: Kerja, *, kunci: str | None = None, pada: date | None = None) -> list[DataPejabat]:
    """Return the officials of the office, those in post on `pada` if given, by order of entry."""
    kueri = select(Pejabat).where(Pejabat.kantor_id == kerja.kantor.id).order_by(col(Pejabat.urut))
    if kunci is not None:
        kueri = kueri.where(Pejabat.kunci == kunci)
    return [_pejabat(b) for b in kerja.sesi.exec(kueri) if pada is None or _menjabat(b, pada)]


def pejabat(kerja: Kerja, pejabat_id: UUID) -> DataPejabat:
    """Return one official of the office.

    Raises:
        KnownError: `pejabat_tidak_ada`.
    """
    return _pejabat(_baris_pejabat(kerja, pejabat_id))


def _baris_pejabat(kerja: Kerja, pejabat_id: UUID) -> Pejabat:
    baris = kerja.sesi.get(Pejabat, pejabat_id)
    if baris is None or baris.kantor_id != kerja.kantor.id:
        raise KnownError("pejabat_tidak_ada")
    return baris


def atur_peran_sop(kerja: Kerja, pemegang: PemegangPeran) -> None:
    """Say who holds an SOP role here; an assumption that the office looked at counts as confirmed."""
    wajib(kerja, Hak.ATUR_KANTOR)
    baris = kerja.sesi.exec(
        select(PemegangPeranSop).where(
            PemegangPeranSop.kantor_id == kerja.kantor.id,
            PemegangPeranSop.kode_sop == pemegang.kode_sop,
            PemegangPeranSop.peran_sop == pemegang.peran_sop,
        )
    ).first()
    if baris is None:
        baris = PemegangPeranSop(kantor_id=kerja.kantor.id, kode_sop=pemegang.kode_sop, peran_sop=pemegang.peran_sop)
        kerja.sesi.add(baris)
    baris.peran = [p.value for p in pemegang.peran]
    baris.tidak_ada, baris.keterangan = pemegang.tidak_ada, pemegang.keterangan
    baris.dikonfirmasi = pemegang.dikonfirmasi
    jejak.catat(kerja, "atur_peran_sop", objek="kantor", sop=pemegang.kode_sop, peran_sop=pemegang.peran_sop)


def daftar_peran_sop(kerja: Kerja, kode_sop: str | None = None) -> list[PemegangPeran]:
    """Return what the office said about SOP roles; roles it said nothing about follow the definition."""
    kueri = select(PemegangPeranSop).where(PemegangPeranSop.kantor_id == kerja.kantor.id)
    if kode_sop is not None:
        kueri = kueri.where(PemegangPeranSop.kode_sop == kode_sop)
    return [
        PemegangPeran(
            b.kode_sop, b.peran_sop, tuple(Peran(p) for p in b.peran), b.tidak_ada, b.keterangan, b.dikonfirmasi
        )
        for b in kerja.sesi.exec(kueri.order_by(col(PemegangPeranSop.urut)))
    ]


def atur_libur(kerja: Kerja, libur: Libur) -> None:
    """Add or change one day: a local holiday, or a national one on which the office works."""
    wajib(kerja, Hak.ATUR_KANTOR)
    baris = _baris_libur(kerja, libur.tanggal)
    if baris is None:
        kerja.sesi.add(
            HariLibur(kantor_id=kerja.kantor.id, tanggal=libur.tanggal, nama=libur.nama, jenis=libur.jenis.value)
        )
    else:
        baris.nama, baris.jenis = libur.nama, libur.jenis.value
    jejak.catat(kerja, "atur_libur", objek="kantor", tanggal=libur.tanggal, jenis=libur.jenis)


def hapus_libur(kerja: Kerja, tanggal: date) -> None:
    """Take the office's own word about a day back; the national list counts again."""
    wajib(kerja, Hak.ATUR_KANTOR)
    if (baris := _baris_libur(kerja, tanggal)) is not None:
        kerja.sesi.delete(baris)
        jejak.catat(kerja, "hapus_libur", objek="kantor", tanggal=tanggal)


def daftar_libur(kerja: Kerja) -> list[Libur]:
    """Return the days that the office changed, by date."""
    kueri = select(HariLibur).where(HariLibur.kantor_id == kerja.kantor.id).order_by(col(HariLibur.tanggal))
    return [Libur(b.tanggal, b.nama, JenisLibur(b.jenis)) for b in kerja.sesi.exec(kueri)]


def _baris_libur(kerja: Kerja, tanggal: date) -> HariLibur | None:
    return kerja.sesi.exec(
        select(HariLibur).where(HariLibur.kantor_id == kerja.kantor.id, HariLibur.tanggal == tanggal)
    ).first()


def _pejabat(b: Pejabat) -> DataPejabat:
    return DataPejabat(
        b.nama,
        b.jabatan,
        b.kunci,
        b.pangkat,
        b.golongan,
        b.nip,
        CaraJabatan(b.cara),
        b.kode_desa,
        b.sejak,
        b.sampai,
        b.id,
        b.atas_nama,
        b.untuk_beliau,
    )


def _menjabat(b: Pejabat, pada: date) -> bool:
    return (b.sejak is None or b.sejak <= pada) and (b.sampai is None or pada <= b.sampai)


def _kolom(data: DataKantor) -> dict[str, Any]:
    isi = asdict(data)
    return isi | {k: isi[k].value for k in ("jenis", "zona", "kertas")}


def _periksa(data: DataKantor) -> None:
    """Refuse what would stop every page later: blanks, a kabupaten that does not exist, hours out of order."""
    isi_wajib({"nama": data.nama, "kode wilayah": data.kode_wilayah, "nama pemda": data.nama_pemda})
    if wilayah.cari_kode(data.kode_wilayah[:5]) is None:  # the kecamatan may be newer than our table
        raise KnownError("wilayah_tak_dikenal", kode=data.kode_wilayah)
    jam_kerja_dari(data.jam_kerja)
