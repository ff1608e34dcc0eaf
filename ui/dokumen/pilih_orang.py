"""Choosing the one person for whom a paper is made, or everybody one after the other."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.dokumen.orang_cetak import OrangCetak
from app.identitas import kelompokkan
from ui.komponen import DialogSalur, JenisTombol, Kolom, KotakCari, ModelTabel, TabelData, Tombol, baris
from ui.komponen.bertanya import bertanya

Cari = Callable[[str], Sequence[OrangCetak]]


class IsianOrang(QWidget):
    """Shows who is chosen. `minta` when another is wanted, `berubah` when the choice is another."""

    minta = Signal()
    berubah = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.nilai: UUID | None = None
        self.nama = ""
        self.pilih = Tombol("", nama_ikon="user-search", klik=self.minta.emit)
        self.semua = Tombol(
            "", JenisTombol.TAUTAN, "x", klik=self._semua, nama=self.tr("Semua orang, berurutan")
        )  # fmt: skip
        self.semua.setToolTip(self.tr("Kembali ke semua orang"))
        self.pilih.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tata = baris(self.pilih, self.semua, jarak=4)
        tata.setStretch(0, 1)
        self.setLayout(tata)
        self.setFocusProxy(self.pilih)
        self.atur(None, "")

    def atur(self, orang: UUID | None, nama: str) -> None:
        """Show a choice without announcing it."""
        self.nilai, self.nama = orang, nama if orang is not None else ""
        self.pilih.setText(self.nama.replace("&", "&&") or self.tr("Semua, berurutan"))
        self.pilih.setToolTip(self.nama)
        self.semua.setVisible(orang is not None)

    @Slot()
    def _semua(self) -> None:
        self.atur(None, "")
        self.berubah.emit()


class DialogOrang(DialogSalur):
    """A search box over the people of a paper."""

    def __init__(self, induk: QWidget | None, judul: str, cari: Cari) -> None:
        super().__init__(
            induk, self.tr("Pilih orang"), judul, setuju=self.tr("&Pilih"), nama_ikon="check", lebar=640
        )  # fmt: skip
        self._cari = cari
        self.kata = KotakCari(self.tr("Nama, NIK, atau nomor tanda terima"), nama=self.tr("Cari orang"))
        self.model: ModelTabel[OrangCetak] = ModelTabel(
            [
                Kolom("Nama", lambda o: o.nama, lebar=0),
                Kolom("NIK", lambda o: kelompokkan(o.nik), lebar=170),
                Kolom("Desa/kelurahan", lambda o: o.desa, lebar=170),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Orang yang ditemukan"))
        self.tabel.setMinimumHeight(230)
        self.tabel.dibuka.connect(self.coba)
        self.kata.dicari.connect(self._tampilkan)
        self.kata.returnPressed.connect(self._ke_tabel)
        self.tambah(self.kata, self.tabel)
        self._tampilkan("")

    @Slot(str)
    def _tampilkan(self, kata: str) -> None:
        self.model.atur(self._cari(kata))
        self.tabel.pilih_baris(0)

    @Slot()
    def _ke_tabel(self) -> None:
        self.tabel.setFocus()

    def periksa(self) -> str:
        return "" if self.tabel.kini is not None else self.tr("Pilih satu orang lebih dulu.")

    @property
    def jawaban(self) -> OrangCetak:
        """Who was chosen."""
        orang = self.tabel.kini
        assert isinstance(orang, OrangCetak)  # `periksa` asked for one
        return orang

    @classmethod
    def ask(cls, induk: QWidget | None, judul: str, cari: Cari) -> OrangCetak | None:
        """Return who was chosen, None when it was given up."""
        jawaban: Any = bertanya(cls(induk, judul, cari))
        return jawaban if isinstance(jawaban, OrangCetak) else None
