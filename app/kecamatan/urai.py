"""What one row of a results workbook says, held against what the dinas owes that person. No database."""

from dataclasses import dataclass
from datetime import date

from app.bahasa.angka import baca_uang
from app.bahasa.istilah import label
from app.bahasa.waktu import baca_tanggal
from app.kecamatan.bentuk import (
    ALASAN,
    BARANG,
    BELUM,
    BUKTI,
    HASIL,
    HUBUNGAN,
    JUMLAH,
    KUASA,
    NIK_WAKIL,
    PENERIMA,
    PETUGAS,
    SAKSI,
    TANGGAL,
    TEMPAT,
    UANG,
)
from app.lembar_kembali import BarisLembar
from app.penyaluran import BarisSerah, Entri, KeadaanKomponen, Wakil, baku_kode
from app.penyaluran.realisasi import KODE
from db.galat import KnownError
from db.istilah import TERSALUR, HasilSalur

_HASIL = {label(h).casefold(): h for h in HasilSalur if h is not HasilSalur.BATAL_CATAT}
_BELUM = frozenset({"", BELUM.casefold(), "belum menerima", "belum dilayani", "-"})
_SERAH = TERSALUR | {HasilSalur.SEBAGIAN}
_DIWAKILI = frozenset({HasilSalur.WALI, HasilSalur.DIWAKILKAN})


class SalahDiError(Exception):
    """A cell that cannot be taken: its column, and why."""

    def __init__(self, judul: str, kode: str, **fakta: object) -> None:
        super().__init__(kode)
        self.judul = judul
        self.sebab = KnownError(kode, **fakta)


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A row that was understood.

    Attributes:
        barang: what it is about, for people; empty for the whole.
        menyeluruh: it speaks of everything that the person is owed.
        belum: it has no result. sama: the dinas has the same recorded already.
        lama: what the dinas has recorded of it now.
    """

    asal: BarisLembar
    serah: BarisSerah
    entri: Entri
    tanggal: date
    tempat: str
    barang: str
    menyeluruh: bool
    belum: bool
    sama: bool
    lama: HasilSalur | None


def kode_baris(satu: BarisLembar) -> str:
    """Return the receipt code of a row as it is stored; as written where it is none."""
    try:
        return baku_kode(satu.isi(KODE)) or satu.isi(KODE)
    except KnownError:
        return satu.isi(KODE)


def baca_baris(satu: BarisLembar, serah: BarisSerah, hari_ini: date, pengirim: str) -> Bacaan:
    """Understand a row.

    Raises:
        SalahDiError: a cell is wrong or contradicts what the dinas owes.
    """
    tentang = _tentang(satu, serah)
    menyeluruh = not satu.isi(BARANG)
    barang_id = None if menyeluruh else tentang[0].komponen.barang_id
    hanya_uang = not menyeluruh and barang_id is None
    hasil = _hasil(satu)
    lama = next((k.hasil for k in tentang if k.hasil), None)
    if hasil is None:
        entri = Entri(serah.alokasi_id, HasilSalur.TIDAK_HADIR, barang_id, hanya_uang)
        return Bacaan(satu, serah, entri, hari_ini, "", satu.isi(BARANG), menyeluruh, True, False, lama)
    tanggal = _tanggal(satu, hari_ini)
    jumlah = _jumlah(satu, hasil, tentang[0]) if hasil in _SERAH and not menyeluruh else None
    if menyeluruh and hasil is HasilSalur.SEBAGIAN:
        raise SalahDiError(BARANG, "hasil_kec_barang_kosong", nama=serah.nama)
    sama = all(_sama(k, hasil, tanggal, jumlah) for k in tentang)
    saksi = tuple(s.strip() for s in satu.isi(SAKSI).split(",") if s.strip())
    entri = Entri(
        serah.alokasi_id, hasil, barang_id, hanya_uang, _sisa(satu, jumlah, tentang[0], sama), _wakil(satu, hasil),
        saksi, bool(saksi), _alasan(satu, hasil, pengirim),
    )  # fmt: skip
    return Bacaan(satu, serah, entri, tanggal, satu.isi(TEMPAT), satu.isi(BARANG), menyeluruh, False, sama, lama)


def _tentang(satu: BarisLembar, serah: BarisSerah) -> list[KeadaanKomponen]:
    """Return what a row speaks of: everything, the money, or one goods line."""
    semua, tertulis = list(serah.keadaan.komponen), satu.isi(BARANG)
    if not tertulis:
        return semua
    kata = tertulis.casefold()
    cocok = [k for k in semua if (UANG if k.komponen.nominal is not None else k.komponen.nama).casefold() == kata]
    if len(cocok) != 1:
        ada = [UANG if k.komponen.nominal is not None else k.komponen.nama for k in semua]
        raise SalahDiError(BARANG, "hasil_kec_barang_asing", tertulis=tertulis, ada=[n for n in ada if n])
    return cocok


def _hasil(satu: BarisLembar) -> HasilSalur | None:
    kata = satu.isi(HASIL).casefold()
    if kata in _BELUM:
        return None
    if kata not in _HASIL:
        raise SalahDiError(HASIL, "hasil_kec_hasil_asing", tertulis=satu.isi(HASIL))
    return _HASIL[kata]


def _tanggal(satu: BarisLembar, hari_ini: date) -> date:
    tertulis = satu.isi(TANGGAL)
    tanggal = baca_tanggal(tertulis, hari_ini) if tertulis else None
    if tanggal is None or tanggal > hari_ini:
        raise SalahDiError(TANGGAL, "realisasi_tanggal_salah", tertulis=tertulis)
    return tanggal


def _jumlah(satu: BarisLembar, hasil: HasilSalur, k: KeadaanKomponen) -> int | None:
    """Return how much the row says was handed over so far; None for all of it."""
    tertulis = satu.isi(JUMLAH)
    utuh = k.komponen.jumlah if k.komponen.nominal is None else k.komponen.nominal
    jumlah = baca_uang(tertulis) if tertulis else None
    if (tertulis and jumlah is None) or (hasil is HasilSalur.SEBAGIAN and not jumlah):
        raise SalahDiError(JUMLAH, "hasil_kec_jumlah_asing", tertulis=tertulis)
    if jumlah is not None and (jumlah > utuh or (jumlah < utuh and hasil is not HasilSalur.SEBAGIAN)):
        raise SalahDiError(JUMLAH, "hasil_kec_jumlah_beda", tertulis=jumlah, seharusnya=utuh)
    return jumlah if k.komponen.nominal is None else None


def _sama(k: KeadaanKomponen, hasil: HasilSalur, tanggal: date, jumlah: int | None) -> bool:
    c = k.terakhir
    return c is not None and (k.hasil, c.tanggal) == (hasil, tanggal) and (jumlah is None or jumlah == k.diserahkan)


def _sisa(satu: BarisLembar, jumlah: int | None, k: KeadaanKomponen, sama: bool) -> int | None:
    """Return how many pieces this workbook adds to what the dinas has recorded; None where all is meant."""
    if jumlah is None or jumlah == k.komponen.jumlah or sama:
        return None
    if jumlah <= k.diserahkan:
        raise SalahDiError(JUMLAH, "hasil_kec_jumlah_kurang", tertulis=jumlah, tercatat=k.diserahkan)
    return jumlah - k.diserahkan


def _wakil(satu: BarisLembar, hasil: HasilSalur) -> Wakil | None:
    if hasil not in _SERAH or not (hasil in _DIWAKILI or satu.isi(HUBUNGAN)):
        return None
    return Wakil(satu.isi(PENERIMA), satu.isi(HUBUNGAN), satu.isi(NIK_WAKIL) or None, satu.isi(KUASA))


def _alasan(satu: BarisLembar, hasil: HasilSalur, pengirim: str) -> str:
    """Return the reason, and who says so with what proof."""
    alasan = satu.isi(ALASAN)
    if hasil is HasilSalur.LAINNYA and not alasan:
        raise SalahDiError(ALASAN, "alasan_salur_kosong")
    asal = ", ".join(filter(None, (pengirim, satu.isi(PETUGAS), satu.isi(BUKTI))))
    return f"{alasan} ({asal})" if alasan and asal else alasan or asal
