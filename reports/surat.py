"""What letters share: the block of number, nature and subject, the addressee, labelled lists, copies."""

from collections.abc import Sequence
from dataclasses import replace

from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal
from app.dokumen.isi import Kepala, Penanda
from reports.huruf import BIASA
from reports.lembar import Lembar, aman
from reports.tata_letak import MM
from reports.ttd import tempat_tanggal

TITIK = "." * 36


def kepala_surat(lembar: Lembar, kepala: Kepala, *, hal: str, tujuan: Sequence[str], lampiran: str = "") -> None:
    """Write date, number block and addressee of a letter.

    Args:
        lembar: the sheet, below its letterhead.
        kepala: number, place, date.
        hal: subject.
        tujuan: addressee, one line each, without "Yth.".
        lampiran: e.g. `1 (satu) berkas`; empty prints a dash.
    """
    lembar.baris(tempat_tanggal(kepala.tempat, kepala.tanggal), rata="kanan")
    lembar.spasi(2)
    baris = [
        ("Nomor", kepala.nomor or TITIK),
        ("Sifat", label(kepala.sifat)),
        ("Lampiran", lampiran or "-"),
        ("Hal", hal),
    ]
    lembar.pasangan(baris, lebar_label=20, jarak=5)
    for urutan, teks in enumerate(tujuan):
        lembar.baris(f"Yth. {teks}" if urutan == 0 else teks)
    lembar.spasi(5)


def berlabel(lembar: Lembar, label: str, butir: Sequence[str], *, lebar_label: float = 24, huruf: bool = False) -> None:
    """Write `label : 1. … 2. …`; one item has no number; `huruf` counts a, b, c (as under Menimbang)."""
    ukuran = lembar.tata_letak.huruf
    lembar.perlu(ukuran * 2.7)
    lembar.kanvas.setFont(BIASA, ukuran)
    lembar.kanvas.drawString(lembar.kiri, lembar.y - ukuran, label)
    lembar.kanvas.drawString(lembar.kiri + lebar_label * MM, lembar.y - ukuran, ":")
    for urutan, teks in enumerate(butir):
        nomor = f"{chr(ord('a') + urutan % 26)}." if huruf else f"{urutan + 1}."
        satu = len(butir) == 1
        lembar.paragraf(aman(teks), masuk=lebar_label + (4 if satu else 11), butir="" if satu else nomor, jarak=0.8)
    lembar.spasi(1.5)


def tembusan(lembar: Lembar, daftar: Sequence[str]) -> None:
    """Write the copies at the lower left."""
    if not daftar:
        return
    lembar.spasi(6)
    lembar.perlu((len(daftar) + 1) * 13)
    lembar.baris("Tembusan:", ukuran=10)
    for nomor, teks in enumerate(daftar, 1):
        lembar.baris(f"{nomor}. {teks}", ukuran=10)


def tanggal_keputusan(kepala: Kepala) -> tuple[str, ...]:
    """Give the two lines above a decree's or order's signature."""
    kapan = tanggal(kepala.tanggal) if kepala.tanggal else TITIK
    return (f"Ditetapkan di {kepala.tempat or TITIK}", f"pada tanggal {kapan}")


def jabatan_kapital(penanda: Penanda | None) -> Penanda | None:
    """Write the post in capitals, as below a decree: `BUPATI LAMANDAU,`."""
    if penanda is None:
        return None
    kapital = {k: getattr(penanda, k).upper() for k in ("jabatan", "atas_nama", "untuk_beliau")}
    return replace(penanda, **kapital)
