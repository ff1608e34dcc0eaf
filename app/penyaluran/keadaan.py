"""Where a hand-over stands: the rules that turn recorded outcomes into tersalur, belum or gagal. Pure, no database.

An allocation has components: its money (if it holds any) and each goods line or item. Outcomes are never changed, only
taken back by a later line; of those that still hold, the last decides its component. The components decide the
allocation, so that everywhere target = tersalur + belum + gagal, in persons, pieces and rupiah.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from db.istilah import DISERAHKAN, GAGAL_SALUR, TERSALUR, HasilSalur


class StatusSalur(StrEnum):
    """Where an allocation or a component stands; labels in `app.bahasa.alasan.STATUS_SALUR`."""

    BELUM = "belum"
    TERSALUR = "tersalur"
    GAGAL = "gagal"


class SilangDana(StrEnum):
    """Where money that goes to an account stands beside the book or card; labels in `app.bahasa.alasan.SILANG_DANA`."""

    BELUM = "belum"
    DANA_SAJA = "dana_saja"  # credited, book or card not handed over
    SERAH_SAJA = "serah_saja"  # handed over, nothing credited
    LENGKAP = "lengkap"


SETENGAH = frozenset({SilangDana.DANA_SAJA, SilangDana.SERAH_SAJA})
"""One of the two facts happened and the other did not."""


class SumberDana(StrEnum):
    """What says that money was credited; words in `app.bahasa.alasan.SUMBER_DANA`."""

    LEMBAR_BANK = "lembar_bank"
    DIKETIK = "diketik"


@dataclass(frozen=True, slots=True)
class CatatanSalur:
    """One recorded outcome. Counting needs only the first fields; lists fill all.

    Attributes:
        barang_id: None for the money, or for the whole where there are no goods.
        nominal: rupiah handed over.
        jumlah: pieces handed over.
        koreksi_dari: of a `batal_catat` line, the line that it takes back.
        petugas: name of the account that recorded it.
    """

    id: UUID
    alokasi_id: UUID
    barang_id: UUID | None
    hasil: HasilSalur
    jumlah: int | None = None
    koreksi_dari: UUID | None = None
    urut: int = 0
    nominal: int | None = None
    tanggal: date | None = None
    pada: datetime | None = None
    tempat: str = ""
    wakil_nama: str = ""
    wakil_nik: str | None = None
    wakil_hubungan: str = ""
    surat_kuasa: str = ""
    cap_jempol: bool = False
    saksi: tuple[str, ...] = ()
    alasan: str = ""
    akun_id: UUID | None = None
    petugas: str = ""


@dataclass(frozen=True, slots=True)
class Komponen:
    """What is owed in one piece: the money (`barang_id` None, `nominal` rupiah) or a goods line."""

    barang_id: UUID | None
    nama: str = ""
    satuan: str = ""
    jumlah: int = 1
    nominal: int | None = None


@dataclass(frozen=True, slots=True)
class KeadaanKomponen:
    """Where one component stands.

    Attributes:
        diserahkan: pieces handed over so far (money: 0 or 1).
        terakhir: the outcome that decides; None while nothing is recorded.
    """

    komponen: Komponen
    status: StatusSalur
    diserahkan: int
    terakhir: CatatanSalur | None

    @property
    def sisa(self) -> int:
        """Pieces still owed."""
        return max(0, self.komponen.jumlah - self.diserahkan)

    @property
    def hasil(self) -> HasilSalur | None:
        """The outcome as people name it: part of the goods is *sebagian* whoever took it."""
        if self.terakhir is None:
            return None
        if self.status is StatusSalur.BELUM and self.diserahkan:
            return HasilSalur.SEBAGIAN
        if self.status is StatusSalur.TERSALUR and self.terakhir.hasil is HasilSalur.SEBAGIAN:
            return HasilSalur.SENDIRI  # several parts that make the whole
        return self.terakhir.hasil


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Where a whole allocation stands. The money follows its own component, the person follows all of them.

    Attributes:
        lewat_rekening: the money is credited to an account or card and never crosses the table.
    """

    status: StatusSalur
    hasil: HasilSalur | None
    komponen: tuple[KeadaanKomponen, ...]
    lewat_rekening: bool = False

    @property
    def uang(self) -> KeadaanKomponen | None:
        """The money's component, if the allocation holds money."""
        return next((k for k in self.komponen if k.komponen.nominal is not None), None)

    @property
    def rupiah_tersalur(self) -> int:
        """Money that was handed over, rupiah."""
        uang = self.uang
        return (uang.komponen.nominal or 0) if uang and uang.status is StatusSalur.TERSALUR else 0

    @property
    def terakhir(self) -> CatatanSalur | None:
        """The newest outcome that still holds."""
        return max((k.terakhir for k in self.komponen if k.terakhir), key=lambda c: c.urut, default=None)

    @property
    def benda(self) -> tuple[KeadaanKomponen, ...]:
        """Goods lines, books and cards."""
        return tuple(k for k in self.komponen if k.komponen.barang_id is not None)

    @property
    def dana_masuk(self) -> CatatanSalur | None:
        """The line by which the money was credited to the account; None where it was not, or was handed over."""
        uang = self.uang
        akhir = uang.terakhir if uang and uang.status is StatusSalur.TERSALUR else None
        return akhir if akhir and akhir.hasil is HasilSalur.DANA_MASUK else None

    @property
    def diserahkan(self) -> CatatanSalur | None:
        """The newest line by which something went from hand to hand, in whole or in part; None while nothing did."""
        serah = DISERAHKAN | {HasilSalur.SEBAGIAN}
        semua = (k.terakhir for k in self.komponen if k.terakhir and k.diserahkan and k.terakhir.hasil in serah)
        return max(semua, key=lambda c: c.urut, default=None)

    @property
    def terutang_di_meja(self) -> bool:
        """Something is still to go from hand to hand: book and card where the money goes to an account, else all."""
        ditunggu = self.komponen if self.silang is None else self.benda
        return any(k.status is not StatusSalur.TERSALUR for k in ditunggu)

    @property
    def absen(self) -> bool:
        """The money is on the account, and whose it is did not come for the card."""
        tidak = any(k.terakhir and k.terakhir.hasil is HasilSalur.TIDAK_HADIR for k in self.benda)
        return tidak and self.silang is SilangDana.DANA_SAJA

    @property
    def hasil_wakil(self) -> HasilSalur:
        """What it is called when somebody else comes for it: of a recipient who died, the heir."""
        mati = any(k.terakhir and k.terakhir.hasil is HasilSalur.MENINGGAL for k in self.komponen)
        return HasilSalur.AHLI_WARIS if mati else HasilSalur.DIWAKILKAN

    @property
    def dicatat_di_meja(self) -> bool:
        """Anything was recorded of what goes from hand to hand."""
        ditunggu = self.komponen if self.silang is None else self.benda
        return any(k.terakhir is not None for k in ditunggu)

    @property
    def silang(self) -> SilangDana | None:
        """Hold the two facts against each other; None unless money goes to an account and something is handed over."""
        uang, benda = self.uang, self.benda
        if not self.lewat_rekening or uang is None or not benda:
            return None
        serah = all(k.status is StatusSalur.TERSALUR for k in benda)
        if uang.status is StatusSalur.TERSALUR:
            return SilangDana.LENGKAP if serah else SilangDana.DANA_SAJA
        return SilangDana.SERAH_SAJA if serah else SilangDana.BELUM


def komponen_alokasi(nominal: int | None, barang: Sequence[Komponen]) -> tuple[Komponen, ...]:
    """Return the components of an allocation; without money and goods the whole is one."""
    if nominal is None and barang:
        return tuple(barang)
    return (Komponen(None, nominal=nominal), *barang)


def masih_berlaku(catatan: Iterable[CatatanSalur]) -> list[CatatanSalur]:
    """Return the outcomes that nobody took back, in order of entry."""
    semua = list(catatan)
    dicabut = {c.koreksi_dari for c in semua if c.koreksi_dari is not None}
    berlaku = [c for c in semua if c.hasil is not HasilSalur.BATAL_CATAT and c.id not in dicabut]
    return sorted(berlaku, key=lambda c: c.urut)


def hitung(komponen: Sequence[Komponen], catatan: Sequence[CatatanSalur], *, lewat_rekening: bool = False) -> Keadaan:
    """Say where an allocation stands.

    Args:
        komponen: of `komponen_alokasi`.
        catatan: every line of the allocation, those taken back included.
        lewat_rekening: as in `Keadaan`.
    """
    berlaku = masih_berlaku(catatan) if catatan else []
    satu_satu = tuple(_komponen(k, [c for c in berlaku if c.barang_id == k.barang_id]) for k in komponen)
    return Keadaan(_status(satu_satu, lewat_rekening), _hasil(satu_satu, lewat_rekening), satu_satu, lewat_rekening)


def _komponen(k: Komponen, catatan: list[CatatanSalur]) -> KeadaanKomponen:
    if not catatan:
        return KeadaanKomponen(k, StatusSalur.BELUM, 0, None)
    diserahkan = min(k.jumlah, sum(jumlah_diserahkan(k, c) for c in catatan))
    if diserahkan >= k.jumlah:
        serah = [c for c in catatan if jumlah_diserahkan(k, c)]
        return KeadaanKomponen(k, StatusSalur.TERSALUR, diserahkan, serah[-1])
    status = StatusSalur.GAGAL if catatan[-1].hasil in GAGAL_SALUR else StatusSalur.BELUM
    return KeadaanKomponen(k, status, diserahkan, catatan[-1])


def jumlah_diserahkan(k: Komponen, c: CatatanSalur) -> int:
    """Return how many pieces of a component one outcome hands over (money: 1 or 0)."""
    if c.hasil in TERSALUR:
        return k.jumlah if c.jumlah is None else c.jumlah
    return c.jumlah or 0 if c.hasil is HasilSalur.SEBAGIAN else 0


def _status(komponen: Sequence[KeadaanKomponen], lewat_rekening: bool) -> StatusSalur:
    """Belum while anything is owed; then the money decides, or the goods where there is no money.

    Money on an account without its book or card has not arrived, and neither has a card without money.
    """
    if any(k.status is StatusSalur.BELUM for k in komponen):
        return StatusSalur.BELUM
    if komponen[0].komponen.nominal is not None and not lewat_rekening:
        return komponen[0].status
    gagal = any(k.status is StatusSalur.GAGAL for k in komponen)
    return StatusSalur.GAGAL if gagal else StatusSalur.TERSALUR


def _hasil(komponen: Sequence[KeadaanKomponen], lewat_rekening: bool) -> HasilSalur | None:
    """Name the outcome of the whole, one of its status."""
    status = _status(komponen, lewat_rekening)
    if status is StatusSalur.BELUM:
        if any(k.diserahkan for k in komponen):
            return HasilSalur.SEBAGIAN
        hadir = any(k.terakhir and k.terakhir.hasil is HasilSalur.TIDAK_HADIR for k in komponen)
        return HasilSalur.TIDAK_HADIR if hadir else None
    semua = [k.hasil for k in komponen if k.status is status]
    return next((h for h in semua if h is not HasilSalur.DANA_MASUK), semua[0])  # who received says more
