"""The rows of Data PM/KPM, fetched a page at a time: a million scroll as well as ten."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from app.bahasa import waktu
from app.orang import RingkasanOrang
from ui.komponen import Kolom, ModelTabel
from ui.orang import tulisan

HALAMAN = 100  # rows fetched at once
Indeks = QModelIndex | QPersistentModelIndex
Ambil = Callable[[tuple[str, int] | None], list[RingkasanOrang]]


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


class ModelOrang(ModelTabel[RingkasanOrang]):
    """People by name; `ambil(setelah)` gives the next page after a line."""

    def __init__(self) -> None:
        super().__init__(kolom_orang())
        self._ambil: Ambil | None = None
        self._habis = True

    def cari(self, ambil: Ambil) -> None:
        """Show the first page of another search."""
        self._ambil = ambil
        pertama = ambil(None)
        self._habis = len(pertama) < HALAMAN
        self.atur(pertama)

    def canFetchMore(self, induk: Indeks) -> bool:
        return not induk.isValid() and not self._habis

    def fetchMore(self, induk: Indeks) -> None:
        if self._ambil is None or induk.isValid() or not self._baris:
            return
        akhir = self._baris[-1]
        berikut = self._ambil((akhir.nama_cari, akhir.urut))
        self._habis = len(berikut) < HALAMAN
        if berikut:
            awal = len(self._baris)
            self.beginInsertRows(QModelIndex(), awal, awal + len(berikut) - 1)
            self._baris += berikut
            self.endInsertRows()

    @property
    def lengkap(self) -> bool:
        """Tell whether every match is already here."""
        return self._habis
