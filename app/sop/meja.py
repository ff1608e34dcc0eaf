"""A role's desk: what waits for me, what waits for others and where its file lies, what is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlmodel import col, select

from app.kalender import Kalender, kalender_kantor
from app.kerja import Kerja
from app.sop import batas, catatan_langkah, fakta, kertas, konteks, peran
from app.sop.batas import BatasWaktu
from app.sop.definisi import DefinisiSop, Langkah
from app.sop.kertas import Posisi
from app.sop.konteks import Konteks
from app.sop.peran import Pemegang
from db.istilah import Peran, StatusKegiatan, StatusLangkah
from db.model import Akun, Kegiatan, PelaksanaanLangkah

_JAUH = datetime.max.replace(tzinfo=UTC)
_DITUTUP = (StatusLangkah.SELESAI, StatusLangkah.DILEWATI)


@dataclass(frozen=True, slots=True)
class BarisMeja:
    """One step of one kegiatan on a desk.

    Attributes:
        langkah: its order; `label` is the number as people read it.
        batas: how it stands in time.
        posisi: where its file lies outside now.
        pelaksana: who works on it, as the SOP calls them.
        lebih_awal: its inputs exist, so work may begin although earlier steps are open.
        pemohon: applicants on their way through it, for steps that run per applicant.
        dikembalikan: why it came back, for a putaran after a return.
    """

    pelaksanaan_id: UUID
    kegiatan_id: UUID
    nama_kegiatan: str
    periode: str
    kode_sop: str
    langkah: int
    label: str
    nama_langkah: str
    jumlah_langkah: int
    putaran: int
    status: StatusLangkah
    batas: BatasWaktu
    posisi: tuple[Posisi, ...] = ()
    pelaksana: tuple[str, ...] = ()
    lebih_awal: bool = False
    pemohon: int = 0
    dikembalikan: str = ""

    @property
    def terlambat(self) -> bool:
        """Its batas has passed."""
        return self.batas.sisa is not None and self.batas.sisa.terlambat


@dataclass(frozen=True, slots=True)
class BarisSelesai:
    """A step that was closed."""

    pelaksanaan_id: UUID
    kegiatan_id: UUID
    nama_kegiatan: str
    langkah: int
    label: str
    nama_langkah: str
    putaran: int
    status: StatusLangkah
    tanggal: date | None
    oleh: str
    hasil: str
    alasan: str


@dataclass(frozen=True, slots=True)
class Meja:
    """The three lists of a desk. Most pressing first, then what may begin early; newest first among the done."""

    perlu: tuple[BarisMeja, ...]
    menunggu: tuple[BarisMeja, ...]
    selesai: tuple[BarisSelesai, ...]


def meja(kerja: Kerja, peran_akun: Peran | None = None, *, batas_selesai: int = 100) -> Meja:
    """Return the desk of one role, or of all roles of the acting account.

    Args:
        peran_akun: one of the account's roles; None: all of them.
        batas_selesai: how many of the done to return.
    """
    dipegang = frozenset({peran_akun}) if peran_akun else kerja.pelaku.peran
    semua = list(_semua(kerja, dipegang))
    perlu = [b for b, milik in semua if milik and not b.posisi]
    menunggu = [b for b, milik in semua if b.posisi or not milik]
    selesai = tuple(_selesai(kerja, dipegang, batas_selesai))
    return Meja(tuple(sorted(perlu, key=_mendesak)), tuple(sorted(menunggu, key=_mendesak)), selesai)


def langkah_berjalan(kerja: Kerja) -> tuple[BarisMeja, ...]:
    """Return every open step of the office, whoever works on it, the most pressing first; for Beranda."""
    semua = (b for b, _ in _semua(kerja, frozenset(Peran)))
    return tuple(sorted((b for b in semua if not b.lebih_awal), key=_mendesak))


def _mendesak(b: BarisMeja) -> tuple[bool, datetime, int]:
    return b.lebih_awal, b.batas.batas or _JAUH, b.langkah


def _semua(kerja: Kerja, dipegang: frozenset[Peran]) -> Iterator[tuple[BarisMeja, bool]]:
    """Give the open steps of the office that concern these roles, and whether they are theirs to work on."""
    kalender = kalender_kantor(kerja)
    pegang: dict[str, dict[str, Pemegang]] = {}
    kueri = select(Kegiatan).where(Kegiatan.kantor_id == kerja.kantor.id, Kegiatan.status == StatusKegiatan.BERJALAN)
    kerja.sesi.flush()
    for kegiatan in kerja.sesi.exec(kueri).all():
        if kegiatan.sop_sidik not in pegang:
            pegang[kegiatan.sop_sidik] = peran.pemegang(kerja, konteks.definisi_kegiatan(kegiatan))
        yield from _baris_kegiatan(kerja, kalender, kegiatan, pegang[kegiatan.sop_sidik], dipegang)


def _baris_kegiatan(
    kerja: Kerja, kalender: Kalender, kegiatan: Kegiatan, pegang: dict[str, Pemegang], dipegang: frozenset[Peran]
) -> Iterator[tuple[BarisMeja, bool]]:
    definisi = konteks.definisi_kegiatan(kegiatan)
    akun = {lk.urutan: peran.akun_langkah(definisi, lk, pegang) for lk in definisi.langkah}
    if not any(dipegang & milik for milik in akun.values()):
        return
    jalur = konteks.baris_jalur(kerja, kegiatan.id)
    giliran = konteks.keadaan_dari(kerja, kegiatan, jalur).giliran
    for baris in {b.langkah: b for b in jalur}.values():
        milik = bool(dipegang & akun[baris.langkah])
        k = Konteks(kegiatan, definisi, definisi.langkah_ke(baris.langkah), baris, pegang, akun[baris.langkah])
        if baris.status == StatusLangkah.BERJALAN and (milik or baris.langkah == giliran):
            yield _baris(kerja, kalender, k, jalur), milik
        elif baris.status == StatusLangkah.MENUNGGU and milik and _dapat_dimulai(kerja, k):
            yield _baris(kerja, kalender, k, jalur, lebih_awal=True), True


def _dapat_dimulai(kerja: Kerja, k: Konteks) -> bool:
    """A step with inputs whose inputs are all there; one without any waits for its turn."""
    return bool(k.langkah.masukan) and all(fakta.ada(kerja, k.kegiatan.id, f) for f in k.langkah.masukan)


def _baris(
    kerja: Kerja, kalender: Kalender, k: Konteks, jalur: list[PelaksanaanLangkah], *, lebih_awal: bool = False
) -> BarisMeja:
    luar = tuple(p for p in kertas.posisi(kerja, k.baris.id) if p.kembali is None)
    pemohon = konteks.pemohon_terbuka(kerja, k.kegiatan.id, [StatusLangkah.BERJALAN]) if k.langkah.per_usulan else {}
    return BarisMeja(
        k.baris.id,
        k.kegiatan.id,
        k.kegiatan.nama,
        k.kegiatan.periode,
        k.kegiatan.kode_sop,
        k.baris.langkah,
        k.langkah.label,
        k.langkah.nama_layar.tampil,
        len(k.definisi.langkah),
        k.baris.putaran,
        StatusLangkah(k.baris.status),
        batas.hitung(kerja, kalender, k.kegiatan, k.baris, jalur),
        luar,
        nama_pelaksana(k.definisi, k.langkah),
        lebih_awal,
        pemohon.get(k.baris.langkah, 0),
        catatan_langkah.sebab_kembali(kerja, k.baris),
    )


def nama_pelaksana(definisi: DefinisiSop, langkah: Langkah) -> tuple[str, ...]:
    """Return the performers of a step as the SOP calls them, in the order of the flow."""
    return tuple(definisi.peran_kode(kode).label.tampil for kode in langkah.pelaksana)


def _selesai(kerja: Kerja, dipegang: frozenset[Peran], banyak: int) -> Iterator[BarisSelesai]:
    """Give closed steps on which these roles work, newest first."""
    kueri = (
        select(PelaksanaanLangkah, Kegiatan, Akun.nama)
        .join(Kegiatan, col(Kegiatan.id) == col(PelaksanaanLangkah.kegiatan_id))
        .outerjoin(Akun, col(Akun.id) == col(PelaksanaanLangkah.oleh_akun_id))
        .where(
            Kegiatan.kantor_id == kerja.kantor.id,
            col(PelaksanaanLangkah.usulan_id).is_(None),
            col(PelaksanaanLangkah.status).in_(_DITUTUP),
        )
        .order_by(col(PelaksanaanLangkah.selesai_pada).desc(), col(PelaksanaanLangkah.urut).desc())
    )
    pegang: dict[str, dict[str, Pemegang]] = {}
    diberikan = 0
    for baris, kegiatan, oleh in kerja.sesi.exec(kueri).all():
        definisi = konteks.definisi_kegiatan(kegiatan)
        if kegiatan.sop_sidik not in pegang:
            pegang[kegiatan.sop_sidik] = peran.pemegang(kerja, definisi)
        langkah = definisi.langkah_ke(baris.langkah)
        if diberikan == banyak:
            return
        if dipegang & peran.akun_langkah(definisi, langkah, pegang[kegiatan.sop_sidik]):
            diberikan += 1
            yield _baris_selesai(baris, kegiatan, langkah, oleh or "")


def _baris_selesai(baris: PelaksanaanLangkah, kegiatan: Kegiatan, langkah: Langkah, oleh: str) -> BarisSelesai:
    return BarisSelesai(
        baris.id,
        kegiatan.id,
        kegiatan.nama,
        baris.langkah,
        langkah.label,
        langkah.nama_layar.tampil,
        baris.putaran,
        StatusLangkah(baris.status),
        baris.tanggal_selesai,
        oleh,
        baris.hasil,
        baris.alasan,
    )
