"""The rows of Data PM/KPM."""

from app.bahasa import waktu
from app.orang import RingkasanOrang
from ui.komponen import Kolom
from ui.komponen.model_bertahap import ModelBertahap
from ui.orang import tulisan

HALAMAN = 100  # rows fetched at once


def _tanggal(nilai: object) -> str:
    return waktu.tanggal_angka(nilai) if nilai else "—"  # type: ignore[arg-type]  # the column holds dates alone


def kolom_orang() -> list[Kolom[RingkasanOrang]]:
    """Columns; identifiers stay masked on screen and on the clipboard."""
    return [
        Kolom("Nama", lambda o: o.nama, lebar=0),
        Kolom("NIK", lambda o: o.nik, lambda n: tulisan.nomor(n, penuh=False), lebar=170),
        Kolom("No. KK", lambda o: o.no_kk, lambda n: tulisan.nomor(n, penuh=False), lebar=170),
        Kolom("Tanggal lahir", lambda o: o.tanggal_lahir, _tanggal, lebar=110),
        Kolom("Desa/kelurahan", lambda o: o.desa, lebar=150),
        Kolom("Usulan", lambda o: o.banyak_usulan, lebar=70, kanan=True),
    ]


class ModelOrang(ModelBertahap[RingkasanOrang]):
    """People by name."""

    def __init__(self) -> None:
        super().__init__(kolom_orang(), lambda o: (o.nama_cari, o.urut), HALAMAN)
