"""Draf SK: menimbang, mengingat, memperhatikan, MEMUTUSKAN, KESATU to the last, place, date, signature.

A draft for the legal section: the office may change every word; the foot says that it is a draft until it has a number.
"""

from pathlib import Path
from typing import BinaryIO

from app.bahasa.angka import urutan
from app.dokumen.isi_surat import IsiSk
from reports.kop import kop_jabatan
from reports.lembar import Lembar
from reports.surat import TITIK, berlabel, jabatan_kapital, tanggal_keputusan, tembusan
from reports.tata_letak import MM, TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tinggi_ttd

_LABEL = 34.0  # mm


def tulis(isi: IsiSk, tata_letak: TataLetak, keluar: Path | BinaryIO) -> None:
    """Write the draft to `keluar`."""
    k = isi.kepala
    kaki = "" if k.nomor else "Rancangan, belum bernomor"
    with Lembar(keluar, tata_letak, judul=f"Keputusan {isi.pejabat.title()}", kaki=kaki) as lembar:
        kop_jabatan(lembar, isi.pejabat, isi.lambang)
        lembar.judul(f"KEPUTUSAN {isi.pejabat.upper()}", f"NOMOR {k.nomor or TITIK}", "TENTANG", isi.tentang.upper())
        lembar.spasi(4)
        lembar.judul(f"{isi.pejabat.upper()},")
        lembar.spasi(4)
        berlabel(lembar, "Menimbang", isi.menimbang, lebar_label=_LABEL, huruf=True)
        berlabel(lembar, "Mengingat", isi.mengingat or (TITIK,), lebar_label=_LABEL)
        if isi.memperhatikan:
            berlabel(lembar, "Memperhatikan", isi.memperhatikan, lebar_label=_LABEL)
        lembar.spasi(2)
        lembar.judul("MEMUTUSKAN:")
        lembar.spasi(3)
        berlabel(
            lembar,
            "Menetapkan",
            (f"KEPUTUSAN {isi.pejabat.upper()} TENTANG {isi.tentang.upper()}.",),
            lebar_label=_LABEL,
        )
        ttd = [None, KolomTtd(jabatan_kapital(k.penanda), tanggal_keputusan(k))]
        for nomor, teks in enumerate(isi.diktum, 1):
            if nomor == len(isi.diktum):
                lembar.perlu(tinggi_ttd(lembar, ttd) + 25 * MM)
            berlabel(lembar, urutan(nomor).upper(), (teks,), lebar_label=_LABEL)
        lembar.spasi(5)
        tanda_tangan(lembar, ttd)
        tembusan(lembar, isi.tembusan)
