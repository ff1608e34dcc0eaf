"""Straightens cells that a list wrote for people's eyes: ditto marks, two values in one cell, one value among words.

What is put in place of such a cell, and what stood there, is noted on the row (`app.usulan.lipat.catat_isian`); a value
that only moved into a column of its own is no change and needs no note.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from app.usulan.baca import Sel
from app.usulan.blok import Isian
from app.usulan.peta import normal_judul
from app.usulan.sel import kosong, teks

if TYPE_CHECKING:
    from app.usulan.temukan import Daftar

_SDA = frozenset(
    {
        *(
            "SDA",
            "IDEM",
            "SAMA",
            "SAMADIATAS",
            "SAMADENGANDIATAS",
            "SAMADENGANATAS",
            "SEPERTIDIATAS",
            "SAMASEPERTIDIATAS",
        ),
        *('"', "''", ",,", "``", "´´", "”", "“", "„", "〃", "’’", "‘‘", '""', "″"),
    }
)
"""How people write `as above`, without blanks, dots and dashes."""
_HIASAN_SDA = re.compile(r"[\s.\-–—_()/]+")
_SDA_MAKS = 24
_INTIP = 100
_AWAL_SDA = frozenset("sSiI\"',`´”“„〃’‘″ -–—_.(/")
"""How such a cell may begin; it spares a look at most."""
_BOLEH_SDA = frozenset(
    {
        *("no_kk", "nama_kepala_keluarga", "alamat", "dusun", "rt", "rw", "rt_rw", "desa", "kecamatan", "kabupaten"),
        *("provinsi", "tempat_lahir", "jenis_kelamin", "pekerjaan", "agama", "pendidikan", "status_kawin", "kategori"),
        *("ragam_disabilitas", "nama_ibu", "nama_ayah", "nama_wali", "nik_wali", "hubungan_wali", "telepon_wali"),
        *("telepon", "bank", "jenis_bantuan", "tahap", "nominal", "keterangan"),
    }
)
"""Fields that neighbours may share. A NIK, a name, a birth date or an account is everybody's own."""
_PENGENAL = re.compile(r"(?<!\d)\d(?:[.\s-]?\d){14,16}(?!\d)")
_ENAM_BELAS = re.compile(r"(?<!\d)\d{16}(?!\d)")
_SEBUTAN = re.compile(r"\b(?:NO(?:MOR)?|NIK|N\.I\.K|KTP|KK|NKK|KARTU\s+KELUARGA)\b[\s.:/]*", re.IGNORECASE)
_RT_RW = re.compile(r"\s*0*(\d{1,3})\s*/\s*0*(\d{1,3})\s*")
_HARI_BULAN = re.compile(r"\s*(\d{1,2})[-\s/]([A-Za-z]{3})\s*")
_BULAN = {
    "JAN": 1, "FEB": 2, "PEB": 2, "MAR": 3, "APR": 4, "MEI": 5, "MAY": 5, "JUN": 6, "JUL": 7, "AGU": 8, "AUG": 8,
    "AGT": 8, "AGS": 8, "SEP": 9, "OKT": 10, "OCT": 10, "NOV": 11, "NOP": 11, "DES": 12, "DEC": 12,
}  # fmt: skip
_DEKAT = 3
"""Years around the first date of a column in which a date was typed as day and month alone."""


def luruskan(daftar: "Daftar", isian: Mapping[int, Mapping[int, Isian]]) -> Iterator[tuple[int, int, Isian]]:
    """Yield, by row index and column, what a cell is taken to hold instead of what it says.

    Args:
        isian: what blank cells were filled with so far; a ditto mark below repeats it.
    """
    peta, kolom = daftar.peta, _Kolom(daftar)
    for bidang in sorted(_BOLEH_SDA & peta.keys()):
        if tanda := _tanda_sda(kolom.isi(peta[bidang])):
            yield from _sama_dengan_atas(daftar, peta[bidang], tanda, isian)
    if "rt_rw" in peta:
        yield from _rt_rw_bertanggal(daftar, peta["rt_rw"])
    if "tanggal_lahir" in peta and _hari_saja(kolom.isi(peta["tanggal_lahir"])):
        yield from _tanggal_tiga_kolom(daftar, peta["tanggal_lahir"])
    for bidang in ("nik", "no_kk"):
        if bidang in peta:
            if _ada_panjang(kolom.isi(peta[bidang])):
                yield from _pengenal_dalam_kata(daftar, peta[bidang])
            yield from _pengenal_berkotak(daftar, peta[bidang])


class _Kolom:
    """Gives whole columns: most hold nothing to straighten, and a look at one column at once is the cheapest."""

    def __init__(self, daftar: "Daftar") -> None:
        baris = daftar.lembar.baris
        self._baris = [baris[n] for n in daftar.orang]
        self._lebar = min(map(len, self._baris), default=0)

    def isi(self, kolom: int) -> list[Sel]:
        """Return the cells of people in a column that are there."""
        if kolom < self._lebar:
            return list(map(itemgetter(kolom), self._baris))
        return [b[kolom] for b in self._baris if kolom < len(b)]


def _tanda_sda(isi: list[Any]) -> frozenset[str]:
    """Return what in a column says `as above`."""
    with suppress(TypeError):  # a number, or a date
        if "".join(isi[:_INTIP]).isdigit() and "".join(isi).isdigit():  # a column of identifiers
            return frozenset()
    try:
        semua: set[Any] = set(isi)
    except TypeError:  # a date
        semua = {s for s in isi if isinstance(s, str)}
    calon = [s for s in semua if s.__class__ is str and s[:1] in _AWAL_SDA and len(s) <= _SDA_MAKS]
    return frozenset(s for s in calon if _HIASAN_SDA.sub("", s).upper() in _SDA)


def _ada_panjang(isi: list[Any]) -> bool:
    """Tell whether an identifier has more around it than its sixteen digits."""
    try:
        return max(map(len, isi), default=0) > 16
    except TypeError:  # a number
        return True


def _kolom(daftar: "Daftar", kolom: int) -> Iterator[tuple[int, Sel]]:
    baris = daftar.lembar.baris
    return ((n, baris[n][kolom]) for n in daftar.orang if kolom < len(baris[n]))


def _sama_dengan_atas(
    daftar: "Daftar", kolom: int, tanda: frozenset[str], isian: Mapping[int, Mapping[int, Isian]]
) -> Iterator[tuple[int, int, Isian]]:
    lalu: Isian | None = None
    for n, sel in _kolom(daftar, kolom):
        if isinstance(sel, str) and sel in tanda:
            if lalu is not None:
                yield n, kolom, Isian(lalu.sel, lalu.asal, sel.strip())
        elif not kosong(sel):
            lalu = Isian(sel, n + 1)
        else:
            lalu = isian.get(n, {}).get(kolom)


# --- RT/RW that a spreadsheet took for a date ------------------------------------------------------------------------


def _rt_rw_bertanggal(daftar: "Daftar", kolom: int) -> Iterator[tuple[int, int, Isian]]:
    """Turn 1 February back into `001/002`.

    A spreadsheet reads day and month in the order of its country; what it left as text says which one that was not.
    """
    semua = list(_kolom(daftar, kolom))
    hari = [(n, sel, h) for n, sel in semua if (h := _hari(sel))]
    if not hari:
        return
    pasangan = [
        tuple(map(int, c.groups())) for _, sel in semua if isinstance(sel, str) and (c := _RT_RW.fullmatch(sel))
    ]
    bulan_di_depan = any(a > 12 >= b for a, b in pasangan) and not any(b > 12 >= a for a, b in pasangan)
    tahun = [h.year for _, _, h in hari if h.year > 1]
    for n, sel, h in hari:
        depan, belakang = (h.month, h.day) if bulan_di_depan else (h.day, h.month)
        if h.day == 1 and h.year > 1 and abs(h.year - max(tahun, key=tahun.count)) > _DEKAT:
            depan, belakang = h.month, h.year % 100  # 12/15 is no day of a month, so it became December 2015
        tertulis = f"{h:%d-%m-%Y}" if isinstance(sel, list) else teks(sel)
        yield n, kolom, Isian(f"{depan:03d}/{belakang:03d}", n + 1, tertulis)


def _hari(sel: Sel) -> date | None:
    """Return the day that a cell of RT/RW was turned into; of the year 1 where it says none."""
    try:
        if isinstance(sel, list):
            return date.fromisoformat(str(sel[0])[:10])
        if isinstance(sel, str) and (cocok := _HARI_BULAN.fullmatch(sel)) and cocok[2].upper() in _BULAN:
            return date(1, _BULAN[cocok[2].upper()], int(cocok[1]))
    except (ValueError, IndexError):
        return None
    return None


# --- a date in three columns -----------------------------------------------------------------------------------------


def _hari_saja(isi: list[Sel]) -> bool:
    """Tell whether a column of birth dates holds days of a month and nothing else."""
    awal = [teks(s) for s in isi[:_INTIP] if not kosong(s)]
    return bool(awal) and all(t.isdigit() and 1 <= int(t) <= 31 for t in awal)


def _tanggal_tiga_kolom(daftar: "Daftar", kolom: int) -> Iterator[tuple[int, int, Isian]]:
    """Join day, month and year that stand in three columns side by side; without one of them nothing is joined."""
    dipakai = set(daftar.peta.values())
    if {kolom + 1, kolom + 2} & dipakai:
        return
    for n in daftar.orang:
        bagian = [teks(s) for s in daftar.lembar.baris[n][kolom : kolom + 3]]
        if len(bagian) == 3 and all(bagian) and bagian[2].isdigit() and len(bagian[2]) in (2, 4):
            yield (
                n,
                kolom,
                Isian(" ".join(bagian) if bagian[1].isalpha() else "-".join(bagian), n + 1, " | ".join(bagian)),
            )


# --- identifiers among words, and two in one cell --------------------------------------------------------------------


def _pengenal_dalam_kata(daftar: "Daftar", kolom: int) -> Iterator[tuple[int, int, Isian]]:
    """Take sixteen digits out of the words around them: `NIK. 6209… (baru)`; other digits leave the cell as it is."""
    for n, sel in _kolom(daftar, kolom):
        if type(sel) is str and len(sel) > 16 and not sel.isdigit():
            cocok = _ENAM_BELAS.findall(sel)
            sisa = _ENAM_BELAS.sub("", sel)
            if len(cocok) == 1 and any(map(str.isalpha, sisa)) and not any(map(str.isdigit, sisa)):
                yield n, kolom, Isian(cocok[0], n + 1, sel.strip())


def _pengenal_berkotak(daftar: "Daftar", kolom: int) -> Iterator[tuple[int, int, Isian]]:
    """Join an identifier that is written one digit a cell, below a heading merged over sixteen columns."""
    awal, akhir = daftar.baris_judul
    berkotak = any(
        awal <= b1 + 1 <= akhir and (k1, k2) == (kolom, kolom + 15) for b1, k1, _, k2 in daftar.lembar.gabungan
    )
    for n in daftar.orang if berkotak else ():
        kotak = [teks(s) for s in daftar.lembar.baris[n][kolom : kolom + 16]]
        if len(kotak) == 16 and all(len(t) == 1 and t.isdigit() for t in kotak):
            yield n, kolom, Isian("".join(kotak), n + 1, " ".join(kotak))


def pisahkan(daftar: "Daftar", blok: Mapping[int, Mapping[str, Isian]]) -> Mapping[int, Mapping[str, Isian]]:
    """Part columns that hold two fields (`NIK / No. KK`, `Nama / NIK`); what was said above for a row stays.

    Returns:
        by row index what a row says for fields that have no column of their own.
    """
    gabungan = [k for k in daftar.kolom if k.bidang in ("nik_kk", "nama_nik") and not k.maya]
    if not gabungan:
        return blok
    hasil = {n: dict(isi) for n, isi in blok.items()}
    for kolom in gabungan:
        pisah = _pisah_nik_kk if kolom.bidang == "nik_kk" else _pisah_nama_nik
        judul = normal_judul(kolom.judul)
        for n, sel in _kolom(daftar, kolom.nomor):
            tambah = {b: Isian(isi, n + 1) for b, isi in pisah(teks(sel), judul) if isi} if not kosong(sel) else {}
            if tambah:
                hasil[n] = {**hasil.get(n, {}), **tambah}
    return hasil


def _pisah_nik_kk(tulisan: str, judul: str) -> Iterable[tuple[str, str]]:
    urutan = ("no_kk", "nik") if judul.find("KK") < max(judul.find("NIK"), judul.find("KTP")) else ("nik", "no_kk")
    bagian = [b.strip() for b in re.split(r"[/\n;|,&]|(?<=\d)\s+(?=\d{6})", tulisan) if b.strip()]
    nomor = _ENAM_BELAS.findall(tulisan)
    if len(nomor) == 2 or len(bagian) < 2:
        bagian = nomor or bagian
    return zip(urutan, (_SEBUTAN.sub("", b).strip(" .:-()") for b in bagian), strict=False)


def _pisah_nama_nik(tulisan: str, judul: str) -> Sequence[tuple[str, str]]:
    cocok = _PENGENAL.search(tulisan)
    nik = cocok[0] if cocok else ""
    sisa = tulisan.replace(nik, " ") if nik else tulisan
    return (("nama", " ".join(_SEBUTAN.sub(" ", sisa).strip(" .:-/()|,").split())), ("nik", nik))
