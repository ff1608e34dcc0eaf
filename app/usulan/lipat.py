"""Fills cells that a list leaves blank because what stands above holds for them too, and says so.

Cells that say so themselves, by a ditto mark, are straightened by `app.usulan.luruskan`. Else three layouts only, each
plain to see: cells merged downwards, the lines above a family (`app.usulan.blok`), and a column that is written once
for every group. A NIK or a name is nobody's but the row's own and is never filled.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from app.bahasa.pemeriksaan import BIDANG
from app.identitas import rapikan_angka, samarkan
from app.usulan.baca import Sel
from app.usulan.blok import Isian
from app.usulan.luruskan import luruskan, pisahkan
from app.usulan.nomor import sela
from app.usulan.peta import YAKIN_JUDUL, Kolom
from app.usulan.sel import kosong, teks

if TYPE_CHECKING:
    from app.usulan.bentuk import Baris
    from app.usulan.temukan import Daftar

GABUNG = ("no_kk", "nama_kepala_keluarga", "desa", "kecamatan", "alamat", "dusun", "rt", "rw", "rt_rw", "kategori")
"""Fields whose merged cells count for every row that they cover."""
_TEMPAT = ("desa", "kecamatan", "dusun")
_IKUT_KELUARGA = ("nama_kepala_keluarga", "alamat", "dusun", "rt", "rw", "rt_rw")
_RAHASIA = ("nik", "no_kk", "nik_wali")
_KOSONG_MIN = 0.4
"""Share of blank cells from which a column may be one that is written once for every group."""
_INTIP = 400
_ISIAN_MAKS = 500_000
"""Cells that are filled; no list of people has more."""
_LEBAR_MAKS = 16_000


def lipat(daftar: "Daftar", blok: Mapping[int, Mapping[str, Isian]]) -> None:
    """Fill `daftar.isian`, and give fields of family lines that have no column one behind the last.

    Args:
        blok: by row index (from 0) what the lines above say for that person.
    """
    blok = pisahkan(daftar, _centang(daftar, blok))
    _kolom_blok(daftar, blok)
    peta, baris = daftar.peta, daftar.lembar.baris
    isian: dict[int, dict[int, Isian]] = {}
    for indeks, semua in blok.items():
        for bidang, isi in semua.items():
            if bidang in peta and _kosong(baris[indeks], peta[bidang]):
                isian.setdefault(indeks, {})[peta[bidang]] = isi
    for indeks, kolom, isi in _gabungan(daftar, {peta[b] for b in GABUNG if b in peta}):
        isian.setdefault(indeks, {}).setdefault(kolom, isi)
    for indeks, kolom, isi in _kelompok(daftar):
        isian.setdefault(indeks, {}).setdefault(kolom, isi)
    for indeks, kolom, isi in list(luruskan(daftar, isian)):
        isian.setdefault(indeks, {})[kolom] = isi
    daftar.isian = isian


def _centang(daftar: "Daftar", blok: Mapping[int, Mapping[str, Isian]]) -> Mapping[int, Mapping[str, Isian]]:
    """Read the sex out of two columns of which one is ticked."""
    peta, baris = {k.bidang: k.nomor for k in daftar.kolom if not k.maya}, daftar.lembar.baris
    if "jenis_kelamin" in peta or not peta.keys() >= {"kelamin_l", "kelamin_p"}:
        return blok
    hasil = dict(blok)
    for n in daftar.orang:
        laki, perempuan = (_dicentang(baris[n], peta[b]) for b in ("kelamin_l", "kelamin_p"))
        if laki != perempuan:
            hasil[n] = {**hasil.get(n, {}), "jenis_kelamin": Isian("L" if laki else "P", n + 1)}
    return hasil


def _dicentang(baris: Sequence[Sel], kolom: int) -> bool:
    return not _kosong(baris, kolom) and teks(baris[kolom]) not in ("-", "0", "")


def _kolom_blok(daftar: "Daftar", blok: Mapping[int, Mapping[str, Isian]]) -> None:
    """Add a column for every field of the family lines that no column holds; what a person chose for it stays."""
    lama = {k.judul: k for k in daftar.kolom if k.maya}
    asli = tuple(k for k in daftar.kolom if not k.maya)
    ada = {k.bidang for k in asli}
    perlu = sorted({b for semua in blok.values() for b in semua})
    if not perlu:
        daftar.kolom = asli
        return
    lebar = min(max(len(asli), *map(len, daftar.lembar.baris)), _LEBAR_MAKS)
    tambah = []
    for bidang in perlu:
        judul = BIDANG[bidang]
        if judul in lama:
            tambah.append(lama[judul])
        elif bidang not in ada:
            tambah.append(Kolom(lebar + len(tambah), judul, bidang, YAKIN_JUDUL, "blok", maya=True))
    daftar.kolom = (*asli, *tambah)


def _kosong(baris: Sequence[Sel], kolom: int) -> bool:
    return kolom >= len(baris) or kosong(baris[kolom])


def _gabungan(daftar: "Daftar", kolom: set[int]) -> Iterator[tuple[int, int, Isian]]:
    """Yield what cells merged downwards say in the rows that they cover."""
    baris, banyak = daftar.lembar.baris, 0
    for b1, k1, b2, _ in daftar.lembar.gabungan:
        if k1 not in kolom or b2 <= b1 or b1 < daftar.baris_judul[1] or b1 >= len(baris) or _kosong(baris[b1], k1):
            continue
        banyak += b2 - b1
        if banyak > _ISIAN_MAKS:
            return
        isi = Isian(baris[b1][k1], b1 + 1)
        yield from ((b, k1, isi) for b in range(b1 + 1, min(b2 + 1, len(baris))) if _kosong(baris[b], k1))


# --- columns written once for every group ----------------------------------------------------------------------------


def _kelompok(daftar: "Daftar") -> Iterator[tuple[int, int, Isian]]:
    """Yield what a column that is written once for every group says in the rows below."""
    peta = daftar.peta
    for bidang in _TEMPAT:
        if bidang in peta and _sekali_tiap_kelompok(daftar, peta[bidang]):
            yield from _turunkan(daftar, peta[bidang], peta[bidang])
    kk = peta.get("no_kk", -1)
    if kk < 0 or not _sekali_tiap_kelompok(daftar, kk, berbeda=True) or not _berkeluarga(daftar, kk):
        return
    yield from _turunkan(daftar, kk, kk)
    for bidang in _IKUT_KELUARGA:
        if bidang in peta and _hanya_bersama(daftar, peta[bidang], kk):
            yield from _turunkan(daftar, peta[bidang], kk)


def _sekali_tiap_kelompok(daftar: "Daftar", kolom: int, *, berbeda: bool = False) -> bool:
    """Tell whether a column is written in the first row of every group: never twice the same in a row.

    Args:
        berbeda: no value may come twice at all, as with a No. KK.
    """
    baris, orang = daftar.lembar.baris, daftar.orang
    awal = [_kosong(baris[n], kolom) for n in orang[:_INTIP]]
    if len(awal) < 2 or awal[0] or sum(awal) < _KOSONG_MIN * len(awal):
        return False
    isi = ["" if _kosong(baris[n], kolom) else teks(baris[n][kolom]).upper() for n in orang]
    terisi = [t for t in isi if t]
    if len(terisi) > (1 - _KOSONG_MIN) * len(isi) or not all(map(_bermakna, terisi)):
        return False
    return len(set(terisi)) == len(terisi) if berbeda else not any(a and a == b for a, b in pairwise(isi))


def _bermakna(tulisan: str) -> bool:
    """A dash or a zero in the column says `unknown`, so its blanks may say so too."""
    return any(h.isalnum() and h != "0" for h in tulisan)


def _berkeluarga(daftar: "Daftar", kk: int) -> bool:
    """Tell whether another column proves that a No. KK opens a family: its head stands exactly in these rows."""
    peta = daftar.peta
    if "shdk" in peta and _kepala_di_awal(daftar, peta["shdk"], kk):
        return True
    return any(
        b in peta and _hanya_bersama(daftar, peta[b], kk, semua=True) for b in ("nama_kepala_keluarga", "no", "alamat")
    )


def _kepala_di_awal(daftar: "Daftar", shdk: int, kk: int) -> bool:
    """Tell whether the rows with a No. KK are the heads of their family, and no other row is."""
    baris = daftar.lembar.baris
    kepala = ["KEPALA" in teks(b[shdk]).upper() if shdk < len(b) else False for b in (baris[n] for n in daftar.orang)]
    return kepala == [not _kosong(baris[n], kk) for n in daftar.orang]


def _hanya_bersama(daftar: "Daftar", kolom: int, kk: int, *, semua: bool = False) -> bool:
    """Tell whether a column is written only where a No. KK is; `semua`: and everywhere there."""
    baris = daftar.lembar.baris
    pasangan = [(not _kosong(baris[n], kolom), not _kosong(baris[n], kk)) for n in daftar.orang]
    return all(a == b for a, b in pasangan) if semua else all(b for a, b in pasangan if a)


def _turunkan(daftar: "Daftar", kolom: int, kelompok: int) -> Iterator[tuple[int, int, Isian]]:
    """Carry a column down within its groups; a line that is no person's ends a group."""
    baris, isi, lalu = daftar.lembar.baris, None, -1
    sela = {d.baris - 1 for d in daftar.dilewati}
    for indeks in daftar.orang:
        if any(n in sela for n in range(lalu + 1, indeks)):
            isi = None
        if not _kosong(baris[indeks], kelompok):
            isi = None if _kosong(baris[indeks], kolom) else Isian(baris[indeks][kolom], indeks + 1)
        elif isi is not None and _kosong(baris[indeks], kolom):
            yield indeks, kolom, isi
        lalu = indeks


# --- saying so -------------------------------------------------------------------------------------------------------


def lengkapi(sel: Sequence[Sel], isian: Mapping[int, Isian]) -> list[Sel]:
    """Return the cells of a row with its blanks filled."""
    hasil: list[Sel] = [*sel, *[""] * (max(isian) + 1 - len(sel))]
    for kolom, isi in isian.items():
        if isi.ganti or kosong(hasil[kolom]):
            hasil[kolom] = isi.sel
    return hasil


def catat_isian(baris: "Baris", daftar: "Daftar", diubah: Mapping[tuple[int, int], str]) -> None:
    """Note on a row what was filled into it and from where; a cell that somebody mended by hand is no matter."""
    isian = daftar.isian[baris.nomor - 1]
    ada = [(b, isian[k]) for b, k in daftar.peta.items() if k in isian and (baris.nomor, k) not in diubah]
    for bidang, satu in ada:
        if satu.ganti and satu.asal == baris.nomor:
            baris.catat("dirapikan", bidang, dari=_tampil_asal(bidang, satu.ganti), menjadi=_tampil(bidang, satu.sel))
    diisi = [(bidang, satu) for bidang, satu in ada if satu.asal != baris.nomor]
    if diisi:
        asal = ", ".join(map(str, sorted({satu.asal for _, satu in diisi})))
        isi = "; ".join(f"{BIDANG[bidang]} {_tampil(bidang, satu.sel)}" for bidang, satu in diisi)
        baris.catat("dirapikan", diisi[0][0], asal=asal, isi=isi)


def _tampil(bidang: str, sel: Sel) -> str:
    tulisan = teks(sel)
    return samarkan(rapikan_angka(tulisan)) if bidang in _RAHASIA else tulisan


def _tampil_asal(bidang: str, tulisan: str) -> str:
    return sela(tulisan) if bidang in _RAHASIA else tulisan
