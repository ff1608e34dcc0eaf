"""What Inspektorat and BPK ask for: the order of dates, list against money by name, exceptions, documents with hashes.

`kumpulkan` gathers all of it for one kegiatan; `reports` writes the folder that is handed over.
"""

from app.berkas_pemeriksaan.kumpul import BerkasPemeriksaan, kumpulkan
from app.berkas_pemeriksaan.pengecualian import JenisPengecualian, Pengecualian
from app.berkas_pemeriksaan.silang import Bersama, TanpaSk
from app.berkas_pemeriksaan.urutan import Pelanggaran, Tanggal, periksa_urutan

__all__ = [
    "BerkasPemeriksaan",
    "Bersama",
    "JenisPengecualian",
    "Pelanggaran",
    "Pengecualian",
    "Tanggal",
    "TanpaSk",
    "kumpulkan",
    "periksa_urutan",
]
