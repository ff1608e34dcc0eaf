"""What every part of Pengaturan has: a heading, how it is filled, and how it keeps what was changed."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kerja import Kerja
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import Teks, baris, kolom

T = TypeVar("T")


class Bagian(QWidget):
    """One part. A subclass names itself, builds into `isi` and fills itself in `muat`."""

    judul = ""
    penjelasan = ""

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self.setProperty("bening", True)
        self.kepala = baris(Teks(self.judul, "judul"), None, jarak=8)
        self.isi = QVBoxLayout()
        self.isi.setSpacing(10)
        atas = [self.kepala, Teks(self.penjelasan, "redup", bungkus=True)] if self.penjelasan else [self.kepala]
        self.setLayout(kolom(*atas, self.isi, jarak=8))
        self.bangun()

    def bangun(self) -> None:
        """Build the widgets."""

    def muat(self) -> None:
        """Read again and show."""

    @property
    def berubah(self) -> bool:
        """Tell whether something typed was not kept yet."""
        return False

    def simpan(
        self,
        judul: str,
        kerja: Callable[[Kerja], T],
        *,
        kabar: str = "",
        area: tuple[Area, ...] = (Area.KANTOR,),
    ) -> None:
        """Do a short act on the writer thread, show again what stands now, and say `kabar`."""

        def usai(_hasil: T) -> None:
            self.muat()
            if kabar:
                pesan.info(self, kabar)

        self.konteks.tulis(judul, kerja, induk=self, berhasil=usai, ubah=area)
