"""Finds the list of people in a sheet as it came, and sorts its rows into people and what is no person.

Nothing is thrown away in silence: every row with content is the heading, a person, or stands in `dilewati` with the
reason. Works on raw cells alone; what a column means is asked of `peta`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.identitas import rapikan_angka, samarkan
from app.usulan.baca import LembarMentah, Sel
from app.usulan.blok import KEPALA, Blok, Isian, baca_blok
from app.usulan.ingatan import TANPA_INGATAN
from app.usulan.ingatan import Ingatan as Ingatan
from app.usulan.judul import LEBAR_MAKS, Judul, baris_nomor, cari_judul, gabung, judul_di
from app.usulan.lipat import lengkapi, lipat
from app.usulan.peta import Kolom, cari_bidang, kenali_isi, normal_judul, petakan, sidik_judul, ubah
from app.usulan.sel import kosong, teks

_CONTOH = 200
_JUMLAH = re.compile(r"^(?:SUB\s*|GRAND\s*)?(?:JUMLAH|JML|TOTAL|TERBILANG|REKAPITULASI)\b")
_EKOR = re.compile(
    r"MENGETAHUI|KEPALA\s+DESA|\bKADES\b|\bLURAH\b|\bCAMAT\b|KEPALA\s+DINAS|SEKRETARIS|\bNIP\b|PANGKAT|PEMBINA|PENATA|"
    r"\bTTD\b|TANDA\s+TANGAN|DIBUAT|DISETUJUI|DIPERIKSA|YANG\s+MEMBUAT|OPERATOR|PENDAMPING|\bTKSK\b|KETUA\s+BPD|"
    r"^CATATAN|^KETERANGAN\s*:|^KET\s*[.:]|^NB\b|^\*|^SUMBER|^HALAMAN|^LAMPIRAN|\bMATERAI\b|\bSTEMPEL\b|"
    r"\b(?:JANUARI|[FP]EBRUARI|MARET|APRIL|MEI|JUNI|JULI|AGUSTUS|SEPTEMBER|OKTOBER|NO[VP]EMBER|DESEMBER)\s+(?:19|20)\d\d"
)
_BUKAN_NAMA = re.compile(
    r"[:=]|^\(.*\)\W*$|^(?:DESA|KELURAHAN|KECAMATAN|DUSUN|LINGKUNGAN|RT|RW|NO|KATEGORI|KELOMPOK)\b|"
    r"\b(?:DISABILITAS|LANSIA|LANJUT\s+USIA|YATIM)\b"
)
_TANGGAL = re.compile(r"\d{1,4}\s*[-./ ]\s*(?:\d{1,2}|[A-Za-z]{3,10})\s*[-./ ]\s*\d{2,4}\s*$")
_NOMOR_ORANG = re.compile(r"\d(?:[.\s-]?\d){13,}")
_KELAMIN = frozenset({"L", "P", "LK", "PR", "LAKI-LAKI", "LAKI LAKI", "PEREMPUAN", "PRIA", "WANITA"})
_BERNAMA = frozenset({"nama", "nama_kepala_keluarga", "nama_nik"})
_PENGENAL = frozenset({"nik", "no_kk", "nik_kk", "nama_nik", "ttl", "tanggal_lahir"})
_PANJANG_JUDUL = 60
_TIPE_ANGKA = (float, int)
_TEMPAT = ("alamat", "tempat_lahir", "dusun", "pekerjaan", "nama_ibu")


class Lewat(StrEnum):
    """Why a row is no person."""

    KOP = "kop"
    NOMOR_KOLOM = "nomor_kolom"
    JUDUL_ULANG = "judul_ulang"
    JUMLAH = "jumlah"
    BAGIAN = "bagian"  # a line of its own between people: "DESA KUJAN", "A. Disabilitas"
    TANPA_ISI = "tanpa_isi"  # a running number that waits for a name
    EKOR = "ekor"  # signatures and remarks after the last person


@dataclass(frozen=True, slots=True)
class Dilewati:
    """A row that is no person: its number as the spreadsheet shows it, why, and what stands there, numbers masked."""

    baris: int
    sebab: Lewat
    isi: str


@dataclass(slots=True)
class Daftar:
    """A list of people found in a sheet.

    Attributes:
        baris_judul: first and last row of the heading as the spreadsheet shows them; (0, 0) when there is none.
        orang: row indexes (from 0) of people.
        bagian: for a row index the section line that it stands under ("DESA KUJAN"), where there is one.
        kop: the texts above the heading, one for a row.
        judul_lain: index of a row below that is the heading of another list; 0 when there is none.
        isian: by row index and column what a blank cell is taken to hold (`app.usulan.lipat`).
    """

    lembar: LembarMentah
    baris_judul: tuple[int, int]
    kolom: tuple[Kolom, ...]
    orang: list[int] = field(default_factory=list)
    dilewati: list[Dilewati] = field(default_factory=list)
    bagian: dict[int, str] = field(default_factory=dict)
    kop: tuple[str, ...] = ()
    isian: dict[int, dict[int, Isian]] = field(default_factory=dict)
    judul_lain: int = 0

    @property
    def peta(self) -> dict[str, int]:
        """Column number by field."""
        return {k.bidang: k.nomor for k in self.kolom if k.bidang}

    def sel(self, indeks: int) -> list[Sel]:
        """Return the cells of a row with its blanks filled."""
        baris = self.lembar.baris[indeks]
        return lengkapi(baris, self.isian[indeks]) if indeks in self.isian else baris

    @property
    def sidik(self) -> str:
        """Fingerprint of the headings, by which a mapping is remembered."""
        return sidik_judul([k.judul for k in self.kolom if not k.maya])


def temukan(lembar: LembarMentah, ingatan: Ingatan | None = None) -> Daftar | None:
    """Find the list in a sheet; None when it holds no people."""
    judul = cari_judul(lembar, (ingatan or TANPA_INGATAN).kenal())
    if judul is None:
        return _dari_isi(lembar)
    daftar = di_bawah(lembar, judul, ingatan)
    return daftar if daftar.orang else None


def di_bawah(lembar: LembarMentah, judul: Judul, ingatan: Ingatan | None = None) -> Daftar:
    """Read the list below a heading, whether it holds people or not."""
    mulai = judul.akhir + 1
    contoh = [b for b in lembar.baris[mulai : mulai + _CONTOH] if b and not baris_nomor(b)]
    kolom = petakan(judul.label, contoh, (ingatan or TANPA_INGATAN).untuk(judul.label))
    daftar = Daftar(lembar, (judul.awal + 1, judul.akhir + 1), kolom)
    daftar.kop = tuple(t for b in lembar.baris[: judul.awal] if (t := gabung(b)))
    pilah(daftar)
    return daftar


def _dari_isi(lembar: LembarMentah) -> Daftar | None:
    """Find a list by its content, where no known heading stands above it: a column of NIK beside one of names."""
    ke = [n for n, b in enumerate(lembar.baris[: 2 * _CONTOH]) if any(map(_panjang, b))]
    contoh = [lembar.baris[n] for n in ke]
    lebar = min(max(map(len, contoh), default=0), LEBAR_MAKS)
    judul = _judul_asing(lembar, ke[0]) if ke else None
    label = [*judul.label, *[""] * (lebar - len(judul.label))] if judul else [""] * lebar
    kolom = petakan(label, contoh)
    if not any(k.bidang == "nik" for k in kolom):
        return None
    dipakai = {k.nomor for k in kolom if k.bidang}
    isi = {k: kenali_isi(b[k] for b in contoh if k < len(b)) for k in range(lebar) if k not in dipakai}
    dikenal = next((k.nomor for k in kolom if k.bidang == "nama"), None)
    calon = [k for k in isi if isi[k].nama >= 0.8] if dikenal is None else [dikenal]
    nama = max(calon, key=lambda k: isi[k].berbeda * isi[k].terisi if k in isi else 0, default=None)
    if nama is None:
        return None
    daftar = Daftar(
        lembar, (judul.awal + 1, judul.awal + 1) if judul else (0, 0), ubah(kolom, nama, "nama", cara="isi")
    )
    daftar.kop = tuple(t for b in lembar.baris[: judul.awal if judul else 0] if (t := gabung(b)))
    pilah(daftar)
    return daftar if daftar.orang else None


def _judul_asing(lembar: LembarMentah, orang: int) -> Judul | None:
    """Take the row right above the first person for the heading, if it has only words, one above every column."""
    calon = [n for n in range(max(orang - 2, 0), orang) if not baris_nomor(lembar.baris[n])]
    for nomor in reversed(calon):
        isi = [s for s in lembar.baris[nomor] if not kosong(s)]
        if isi:
            utuh = len(isi) >= 2 and all(isinstance(s, str) and not any(map(str.isdigit, s)) for s in isi)
            return judul_di(lembar, nomor, 1) if utuh else None
    return None


def pilah(daftar: Daftar) -> None:
    """Sort the rows of the sheet into people and what is none, by the columns as they are mapped now."""
    baris = daftar.lembar.baris
    awal, akhir = daftar.baris_judul
    daftar.orang, daftar.bagian = [], {}
    kop = ((n, gabung(baris[n])) for n in range(max(awal - 1, 0)))
    daftar.dilewati = [Dilewati(n + 1, Lewat.KOP, tutupi(t)) for n, t in kop if t]
    pemilah = _Pemilah(daftar)
    for nomor in range(max(awal - 1, 0)):
        pemilah.kop(nomor)
    nomor = akhir
    while nomor < len(baris):
        nomor = pemilah.langsung(nomor)
        if nomor < len(baris) and baris[nomor]:
            pemilah.terima(nomor)
        nomor += 1
    pemilah.tutup()
    daftar.judul_lain = pemilah.judul_lain
    daftar.dilewati.sort(key=lambda d: d.baris)
    lipat(daftar, pemilah.isian)


class _Pemilah:
    """Takes the rows of one list in order. A doubtful row waits until it is known whether people follow it."""

    def __init__(self, daftar: Daftar) -> None:
        self._daftar = daftar
        self._baris = daftar.lembar.baris
        peta = daftar.peta
        self._kk, self._no, berdua = (peta.get(b, -1) for b in ("no_kk", "no", "nama_nik"))
        self._nama, self._nik = peta.get("nama", berdua), peta.get("nik", peta.get("nik_kk", berdua))
        self._kelamin = peta.get("jenis_kelamin", -1)
        self._lahir = [peta[b] for b in ("tanggal_lahir", "ttl") if b in peta]
        self._tempat = [peta[b] for b in _TEMPAT if b in peta]
        awal, akhir = daftar.baris_judul
        self._judul: dict[int, set[str]] = {k.nomor: {normal_judul(k.judul)} for k in daftar.kolom if k.judul}
        for baris in self._baris[max(awal - 1, 0) : akhir]:
            for kolom, kata in _kata(baris).items():
                self._judul.setdefault(kolom, set()).add(kata)
        self._ragu: list[int] = []
        self._blok, self._kop_keluarga = Blok(), False
        self._isi_blok: dict[int, dict[str, Sel]] = {}
        self.isian: dict[int, dict[str, Isian]] = {}
        self.judul_lain = 0
        self._di_ekor = False
        self._bagian = ""

    def langsung(self, nomor: int) -> int:
        """Take the rows from one on that begin with a number and hold a whole NIK, while none waits; nearly all do.

        Returns:
            the first row that is not so, or the number of rows.
        """
        nik, polos = self._nik, False
        if self._ragu or nik < 0:
            return nomor
        for ke in range(nomor, len(self._baris)):
            baris = self._baris[ke]
            if len(baris) <= nik or type(baris[0]) not in _TIPE_ANGKA:
                return ke
            sel = baris[nik]
            if type(sel) is not str or len(sel) != 16 or not sel.isdigit():
                return ke
            if polos:
                self._daftar.orang.append(ke)
            else:
                self._tambah(ke)
                self._di_ekor = False
                polos = not (self._bagian or ke in self.isian)  # so it stays, for nothing comes between
        return len(self._baris)

    def terima(self, nomor: int) -> None:
        """Judge one row."""
        baris = self._baris[nomor]
        if isi := baca_blok(baris):
            self._isi_blok[nomor] = isi
            self._ragu.append(nomor)
            return
        if self._berangka(baris) or (self._bukti(baris) >= 2 and self._bernama(baris)):
            self._orang(nomor)
            self._di_ekor = False
            return
        self.judul_lain = self.judul_lain or (nomor if self._judul_baru(baris) else 0)
        lewat = self._pasti_lewat(baris)
        if lewat:
            self._di_ekor = self._di_ekor or lewat is Lewat.JUMLAH
            self._lewati(nomor, lewat)
        elif self._mungkin_orang(baris):
            self._orang(nomor)
        else:
            self._di_ekor = self._di_ekor or berkata_ekor(baris)
            self._ragu.append(nomor)

    def kop(self, nomor: int) -> None:
        """Look at a row above the heading: the first family may stand there. A letterhead's address is nobody's."""
        isi = baca_blok(self._baris[nomor])
        if isi.keys() & KEPALA or (isi and self._kop_keluarga):
            self._kop_keluarga = True
            self._blok.terima(isi, nomor + 1)

    def tutup(self) -> None:
        """Settle what still waits at the end: names right below the last person or the heading are people."""
        pertama = next((n for n in range(self._daftar.baris_judul[1], len(self._baris)) if self._baris[n]), -1)
        sebelum = self._daftar.orang[-1] if self._daftar.orang else pertama - 1
        for nomor in self._ragu:
            nama = (
                nomor not in self._isi_blok
                and self._bernama(self._baris[nomor])
                and not berkata_ekor(self._baris[nomor])
            )
            if nomor == sebelum + 1 and nama:
                self._tambah(nomor)
                sebelum = nomor
            else:
                self._lewati(nomor, Lewat.EKOR)

    def _orang(self, nomor: int) -> None:
        """Take a person; doubtful rows before it become people (a name alone) or section lines."""
        for ragu in self._ragu:
            if ragu in self._isi_blok:
                self._blok.terima(self._isi_blok[ragu], ragu + 1)
                self._lewati(ragu, Lewat.BAGIAN)
            elif self._bernama(self._baris[ragu]) and not berkata_ekor(self._baris[ragu]):
                self._tambah(ragu)
            else:
                self._bagian = gabung(self._baris[ragu])
                self._blok.bagian(self._bagian, ragu + 1)
                self._lewati(ragu, Lewat.BAGIAN)
        self._ragu.clear()
        self._tambah(nomor)

    def _tambah(self, nomor: int) -> None:
        self._daftar.orang.append(nomor)
        if isi := self._blok.untuk_orang():
            self.isian[nomor] = isi
        if self._bagian:
            self._daftar.bagian[nomor] = self._bagian

    def _lewati(self, nomor: int, sebab: Lewat) -> None:
        isi = gabung(self._baris[nomor])
        self._daftar.dilewati.append(Dilewati(nomor + 1, sebab, isi if sebab is Lewat.NOMOR_KOLOM else tutupi(isi)))

    def _berangka(self, baris: Sequence[Sel]) -> bool:
        """Tell whether a NIK or No. KK stands in its column, whole or damaged."""
        return _panjang(_ambil(baris, self._nik)) or _panjang(_ambil(baris, self._kk))

    def _pasti_lewat(self, baris: Sequence[Sel]) -> Lewat | None:
        if baris_nomor(baris):
            return Lewat.NOMOR_KOLOM
        if self._judul_lagi(baris):
            return Lewat.JUDUL_ULANG
        kata = next((s.strip().upper() for s in baris if isinstance(s, str) and s.strip()), "")
        if _JUMLAH.match(kata):
            return Lewat.JUMLAH
        hanya_nomor = _bilangan(_ambil(baris, self._no)) and sum(not kosong(s) for s in baris) == 1
        return Lewat.TANPA_ISI if hanya_nomor else None

    def _mungkin_orang(self, baris: Sequence[Sel]) -> bool:
        """Weigh a row without identifier: running number, sex and birth date speak for a person."""
        bukti = self._bukti(baris)
        lain = sum(not kosong(_ambil(baris, k)) for k in self._tempat)
        if not self._bernama(baris):
            return bukti >= 2 or (bukti == 1 and lain >= 1)
        if self._di_ekor or berkata_ekor(baris):
            return bukti >= 2
        return bukti + lain >= 1

    def _bukti(self, baris: Sequence[Sel]) -> int:
        """Count what only a person's row has: a running number, a sex, a birth date."""
        bukti = _bilangan(_ambil(baris, self._no)) + _kelamin(_ambil(baris, self._kelamin))
        return bukti + any(_bertanggal(_ambil(baris, k)) for k in self._lahir)

    def _bernama(self, baris: Sequence[Sel]) -> bool:
        sel = _ambil(baris, self._nama)
        return isinstance(sel, str) and any(h.isalpha() for h in sel) and not _BUKAN_NAMA.search(sel.strip().upper())

    def _judul_lagi(self, baris: Sequence[Sel]) -> bool:
        """Tell whether most words of a row are the words of a heading row in the same columns."""
        kata = _kata(baris)
        sama = sum(t in self._judul.get(k, ()) for k, t in kata.items())
        return sama >= 2 and sama * 5 >= len(kata) * 3

    def _judul_baru(self, baris: Sequence[Sel]) -> bool:
        """Tell whether a row heads another list: a name, an identifier, and a known word where it did not stand."""
        if not any(isinstance(s, str) and "NAMA" in s.upper() for s in baris):
            return False
        kata = {k: (t, cari_bidang(t, mirip=False)[0]) for k, t in _kata(baris).items() if len(t) <= _PANJANG_JUDUL}
        bidang = {b for _, b in kata.values() if b}
        baru = any(b and t not in self._judul.get(k, ()) for k, (t, b) in kata.items())
        return baru and not bidang.isdisjoint(_BERNAMA) and not bidang.isdisjoint(_PENGENAL)


def tutupi(tulisan: str) -> str:
    """Mask identifiers in a line that is shown as it stands."""
    return _NOMOR_ORANG.sub(lambda cocok: samarkan(rapikan_angka(cocok[0])), tulisan)


def berkata_ekor(baris: Sequence[Sel]) -> bool:
    """Tell whether a row speaks as signatures and remarks do."""
    return any(isinstance(s, str) and _EKOR.search(s.strip().upper()) for s in baris)


def _kata(baris: Sequence[Sel]) -> dict[int, str]:
    """Return the words of a row in the plain form of headings, by column."""
    return {k: normal_judul(s) for k, s in enumerate(baris[:LEBAR_MAKS]) if isinstance(s, str) and s.strip()}


def _ambil(baris: Sequence[Sel], kolom: int) -> Sel:
    return baris[kolom] if 0 <= kolom < len(baris) else ""


def _panjang(sel: Sel) -> bool:
    if isinstance(sel, str):
        return bool(sel) and ((len(sel) == 16 and sel.isdigit()) or _cukup_angka(sel))
    return isinstance(sel, float | int) and not isinstance(sel, bool) and sel >= 1e7


def _cukup_angka(tulisan: str) -> bool:
    """Eight digits or more make a damaged identifier; the NIP below a signature is none."""
    return sum(h.isdigit() for h in rapikan_angka(tulisan)) >= 8 and "NIP" not in tulisan.upper()


def _bilangan(sel: Sel) -> bool:
    """Tell whether a cell holds a running number."""
    if isinstance(sel, float | int) and not isinstance(sel, bool):
        return 0 < sel < 1e6
    return isinstance(sel, str) and re.fullmatch(r"\s*\d{1,6}\s*[.)]?\s*", sel) is not None


def _kelamin(sel: Sel) -> bool:
    return isinstance(sel, str) and sel.strip(" .").upper() in _KELAMIN


def _bertanggal(sel: Sel) -> bool:
    return isinstance(sel, list) or (isinstance(sel, str) and _TANGGAL.search(teks(sel)) is not None)
