"""The people of the files that a newcomer imports by hand (`resources/contoh/`): invented by seed.

`packaging/bangun_berkas_contoh.py` writes the files from them, and the sample's reference lists know most of them, so
that a first import does not look as if nobody were known anywhere.
"""

from app.contoh.orang import OrangContoh, Pengarang
from app.wilayah import NASIONAL
from db.istilah import Kategori

SASARAN = (Kategori.LANSIA, Kategori.LANSIA, Kategori.DISABILITAS, Kategori.YATIM, Kategori.YATIM_PIATU)
BERKAS = {
    "usulan-desa-kujan.xlsx": (1, "62.09.03.2004", 30),
    "usulan-desa-batu-hambawang.xlsx": (2, "62.09.06.2007", 28),
    "usulan-desa-guci.ods": (3, "62.09.03.2002", 22),
    "usulan-kelurahan-nanga-bulik.csv": (4, "62.09.03.1005", 40),
    "usulan-desa-bakonsu.xls": (5, "62.09.01.2009", 18),
}
"""Seed, desa and number of people of every list that a desa sends."""


def warga(nama: str) -> list[OrangContoh]:
    """Invent the people of one file; always the same."""
    benih, kode_desa, banyak = BERKAS[nama]
    desa = NASIONAL.cari_kode(kode_desa)
    if desa is None:
        raise KeyError(kode_desa)
    return Pengarang(benih).warga([desa], banyak, SASARAN)
