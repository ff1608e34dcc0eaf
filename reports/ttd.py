"""Signature blocks: place and date, post ending with a comma, room to sign, bold underlined name, rank, NIP.

`a.n.` and `u.b.` and Plt./Plh. as the letter rules want them. What the office has not filled is a dotted line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.bahasa.waktu import tanggal as tulis_tanggal
from app.dokumen.isi import Penanda
from app.identitas import nip_berspasi
from db.istilah import CaraJabatan
from reports.bidang_ttd import bidang_ttd
from reports.huruf import BIASA, TEBAL, lebar_teks, patahkan
from reports.lembar import Lembar
from reports.tata_letak import MM

RUANG = 20 * MM  # room to sign and stamp
_TITIK_NAMA = "." * 38
_CARA = {CaraJabatan.DEFINITIF: "", CaraJabatan.PLT: "Plt. ", CaraJabatan.PLH: "Plh. "}


@dataclass(frozen=True, slots=True)
class KolomTtd:
    """One signature among several.

    Attributes:
        penanda: who signs; None is a dotted line for post and name.
        atas: lines above the post, such as place and date, or `PIHAK KESATU,`.
        meterai: draw the box for the duty stamp.
    """

    penanda: Penanda | None
    atas: tuple[str, ...] = ()
    meterai: bool = False


@dataclass(frozen=True, slots=True)
class _Baris:
    teks: str
    huruf: str = BIASA
    masuk: float = 0
    garis: bool = False


def tempat_tanggal(tempat: str, tanggal: date | None) -> str:
    """Write `Nanga Bulik, 5 Januari 2023`; what is unknown is dotted so that it can be written by hand."""
    return f"{tempat or '.' * 20}, {tulis_tanggal(tanggal) if tanggal else '.' * 28}"


def tanda_tangan(lembar: Lembar, kolom: Sequence[KolomTtd | None], *, ukuran: float | None = None) -> None:
    """Write signatures side by side in equal columns, None being an empty one; never split over two pages."""
    ukuran = ukuran or lembar.tata_letak.huruf
    kolom = _lebarkan(lembar, kolom)
    lembar.perlu(tinggi_ttd(lembar, kolom, ukuran=ukuran))
    if lembar.tata_letak.bidang_ttd:
        _bidang(lembar, kolom, ukuran)
    lembar.y = gambar_ttd(lembar.kanvas, kolom, lembar.kiri, lembar.y, lembar.lebar, ukuran)


def _bidang(lembar: Lembar, kolom: Sequence[KolomTtd | None], ukuran: float) -> None:
    """Leave a signature field in the room of the official whose paper this is: the one furthest to the right."""
    ke, satu = [(i, k) for i, k in enumerate(kolom) if k is not None][-1]
    if satu.penanda is None:
        return
    lebar = lembar.lebar / len(kolom)
    atas = max(len(_di_atas(k, ukuran, lebar - 4 * MM)) for k in kolom if k)
    x = lembar.kiri + lebar * ke + 4 * MM + (24 * MM if satu.meterai else 0)
    y = lembar.y - atas * ukuran * 1.25 - RUANG + 1 * MM
    bidang_ttd(
        lembar.kanvas, x, y, min(55 * MM, lembar.kanan - x), RUANG - 3 * MM,
        untuk=", ".join(filter(None, (satu.penanda.nama, satu.penanda.jabatan))),
    )  # fmt: skip


def _lebarkan(lembar: Lembar, kolom: Sequence[KolomTtd | None]) -> Sequence[KolomTtd | None]:
    """Put two signatures at the edges of a lying sheet, the middle left empty."""
    if len(kolom) == 2 and lembar.tata_letak.mendatar:
        return [kolom[0], None, kolom[1]]
    return kolom


def tinggi_ttd(lembar: Lembar, kolom: Sequence[KolomTtd | None], *, ukuran: float | None = None) -> float:
    """Return the height in points that `tanda_tangan` will take."""
    ukuran = ukuran or lembar.tata_letak.huruf
    kolom = _lebarkan(lembar, kolom)
    lebar = lembar.lebar / len(kolom) - 4 * MM
    isi = [k for k in kolom if k]
    atas = max(len(_di_atas(k, ukuran, lebar)) for k in isi)
    bawah = max(len(_di_bawah(k.penanda, ukuran, lebar)) for k in isi)
    return (atas + bawah) * ukuran * 1.25 + RUANG


def gambar_ttd(
    kanvas: Any, kolom: Sequence[KolomTtd | None], x: float, y: float, lebar: float, ukuran: float, ruang: float = RUANG
) -> float:
    """Draw signature columns with their top at `y` over `lebar` points; return the y below them."""
    satu = lebar / len(kolom)
    atas = max(len(_di_atas(k, ukuran, satu - 4 * MM)) for k in kolom if k)
    y_nama = y - atas * ukuran * 1.25 - ruang
    terbawah = y_nama
    for urutan, k in enumerate(kolom):
        if k is None:
            continue
        kiri = x + satu * urutan + 4 * MM
        # Posts of unequal height end on one line, so that the room to sign is the same for all.
        di_atas = _di_atas(k, ukuran, satu - 4 * MM)
        _tulis(kanvas, di_atas, kiri, y, ukuran)
        terbawah = min(terbawah, _tulis(kanvas, _di_bawah(k.penanda, ukuran, satu - 4 * MM), kiri, y_nama, ukuran))
        if k.meterai:
            _kotak_meterai(kanvas, kiri, y_nama, ruang)
    return terbawah


def _di_atas(kolom: KolomTtd, ukuran: float, lebar: float) -> list[_Baris]:
    """Lines above the room to sign."""
    baris = [_Baris(t) for teks in kolom.atas for t in patahkan(teks, BIASA, ukuran, lebar)]
    p = kolom.penanda
    if p is None:
        return [*baris, _Baris("." * 36 + ",")] if not kolom.atas else baris
    jabatan = f"{_CARA[p.cara]}{p.jabatan.rstrip(' ,')}," if p.jabatan else ""
    if not p.atas_nama:
        return baris + [_Baris(t) for t in patahkan(jabatan, BIASA, ukuran, lebar) if t]
    masuk = lebar_teks("a.n. ", BIASA, ukuran)
    baris += _bergantung(f"a.n. {p.atas_nama.rstrip(' ,')}", ukuran, lebar, masuk)
    if p.untuk_beliau:
        baris += _masuk(f"{p.untuk_beliau.rstrip(' ,')},", ukuran, lebar, masuk)
        baris += _masuk("u.b.", ukuran, lebar, masuk)
    return baris + _masuk(jabatan, ukuran, lebar, masuk)


def _bergantung(teks: str, ukuran: float, lebar: float, masuk: float) -> list[_Baris]:
    """Break a line whose continuation hangs below its first word."""
    pertama, *lain = patahkan(teks, BIASA, ukuran, lebar)
    return [_Baris(pertama)] + [_Baris(t, masuk=masuk) for t in lain]


def _masuk(teks: str, ukuran: float, lebar: float, masuk: float) -> list[_Baris]:
    return [_Baris(t, masuk=masuk) for t in patahkan(teks, BIASA, ukuran, lebar - masuk)]


def _di_bawah(penanda: Penanda | None, ukuran: float, lebar: float) -> list[_Baris]:
    """Name, rank and NIP."""
    if penanda is None:
        return [_Baris(_TITIK_NAMA)]
    if penanda.nama:
        baris = [_Baris(t, huruf=TEBAL, garis=True) for t in patahkan(penanda.nama, TEBAL, ukuran, lebar)]
    else:
        baris = [_Baris(_TITIK_NAMA)]
    if penanda.pangkat:
        baris += [_Baris(t) for t in patahkan(penanda.pangkat, BIASA, ukuran, lebar)]
    if penanda.nip:
        baris += [_Baris(t) for t in patahkan(f"NIP. {nip_berspasi(penanda.nip)}", BIASA, ukuran, lebar)]
    elif penanda.ber_nip:
        baris.append(_Baris("NIP. " + "." * 32))
    return baris


def _tulis(kanvas: Any, baris: Sequence[_Baris], x: float, y: float, ukuran: float) -> float:
    """Draw lines below `y`; return the y below the last."""
    for b in baris:
        y -= ukuran * 1.25
        kanvas.setFont(b.huruf, ukuran)
        kanvas.drawString(x + b.masuk, y + ukuran * 0.25, b.teks)
        if b.garis:
            kanvas.setLineWidth(0.7)
            kanvas.line(
                x + b.masuk, y + ukuran * 0.1, x + b.masuk + lebar_teks(b.teks, b.huruf, ukuran), y + ukuran * 0.1
            )
    return y


def _kotak_meterai(kanvas: Any, x: float, y_nama: float, ruang: float) -> None:
    """Draw the place of the duty stamp inside the room to sign."""
    tinggi = min(ruang - 2 * MM, 15 * MM)
    kanvas.setLineWidth(0.4)
    kanvas.setDash(2, 2)
    kanvas.rect(x, y_nama + 1 * MM, 22 * MM, tinggi)
    kanvas.setDash()
    kanvas.setFont(BIASA, 7)
    kanvas.drawCentredString(x + 11 * MM, y_nama + 1 * MM + tinggi / 2 - 2, "Meterai")
