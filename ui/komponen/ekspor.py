"""Takes a list out as it is seen: filtered, in its order, the columns shown, numbers masked as on the screen."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QStandardPaths, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from app.akses import Hak
from app.bahasa.angka import bilangan
from app.jobs import JobContext
from app.kerja import Kerja
from ui import pesan
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.model_tabel import Kolom
from ui.komponen.tabel import TabelData
from ui.komponen.tombol import JenisTombol, Tombol

if TYPE_CHECKING:
    from ui.halaman import Konteks

HURUF_PER_PIKSEL = 1 / 7  # a column's width in characters, from its width on the screen
_HALAMAN_SEKALI = 4  # pages fetched between two looks at what the user does


class TombolEkspor(Tombol):
    """Writes a table as a workbook; the table's own menu offers it too.

    A list that is fetched page by page is fetched to its end first; pressing again stops that.

    Args:
        judul: what the list is; also the suggested file name.
        saringan: search boxes and choosers above the list; what they say now stands on the sheet.
    """

    def __init__(
        self, konteks: "Konteks", tabel: TabelData, judul: str, saringan: Sequence[QLineEdit | QComboBox] = ()
    ) -> None:
        super().__init__("", JenisTombol.TAUTAN, "file-spreadsheet", klik=self._tekan)
        self._konteks, self._tabel, self._judul, self._saringan = konteks, tabel, judul, tuple(saringan)
        self._ke: Path | None = None
        self._tunda = QTimer(self)
        self._tunda.setInterval(0)
        self._tunda.timeout.connect(self._lanjut)
        self.aksi = QAction(self.tr("Simpan &daftar sebagai Excel…"), tabel)
        self.aksi.triggered.connect(self._tekan)
        boleh = konteks.boleh(Hak.DOKUMEN)
        self.setVisible(boleh)
        if boleh:
            tabel.addAction(self.aksi)
        self._namai()

    def _namai(self) -> None:
        self.setText(self.tr("Ke E&xcel…"))
        self.setAccessibleName(self.tr("Simpan {judul} sebagai Excel").format(judul=self._judul))
        self.setToolTip(self.tr("Simpan baris dan kolom yang tampak sebagai buku kerja Excel"))

    @Slot()
    def _tekan(self) -> None:
        if self._tunda.isActive():
            self._tunda.stop()
            self._namai()
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        nama, _ = QFileDialog.getSaveFileName(
            self.window(), self._judul, str(Path(folder) / f"{self._judul}.xlsx"), self.tr("Buku kerja Excel (*.xlsx)")
        )
        if nama:
            self._ke = Path(nama) if nama.lower().endswith(".xlsx") else Path(f"{nama}.xlsx")
            self._tunda.start()

    @Slot()
    def _lanjut(self) -> None:
        """Fetch what is not here yet, a little at a time, then write."""
        model = self._tabel.sumber
        for _ in range(_HALAMAN_SEKALI):
            if not (isinstance(model, ModelBertahap) and model.canFetchMore(QModelIndex())):
                self._tunda.stop()
                self._namai()
                self._tulis()
                return
            model.fetchMore(QModelIndex())
        self.setText(self.tr("Mengambil {n} baris, tekan untuk batal").format(n=bilangan(model.rowCount())))

    def _tulis(self) -> None:
        from reports.daftar_layar import DaftarLayar, KolomLayar, simpan_daftar

        ke = self._ke
        if ke is None:
            return
        kolom = tuple(
            KolomLayar(k.judul, lebar * HURUF_PER_PIKSEL, _pembaca(k)) for k, lebar in self._tabel.kolom_tampak
        )
        isi = DaftarLayar(self._judul, kata_saringan(self._saringan), kolom, self._tabel.tampak)

        def jalan(kerja: Kerja, ctx: JobContext) -> int:
            return simpan_daftar(kerja, isi, ke, ctx=ctx)

        def usai(n: int) -> None:
            pesan.info(
                self.window(), self.tr("Daftar tersimpan"),
                self.tr("{n} baris ditulis ke {nama}.").format(n=bilangan(n), nama=ke.name),
            )  # fmt: skip

        self._konteks.tulis_lama(self.tr("Menyimpan daftar"), jalan, induk=self.window(), berhasil=usai)


def kata_saringan(kotak: Sequence[QLineEdit | QComboBox]) -> str:
    """Say what narrows a list: what is typed, and what is chosen other than the first entry, which means all."""
    kata = []
    for satu in kotak:
        if isinstance(satu, QLineEdit):
            kata.append(f'"{satu.text().strip()}"' if satu.text().strip() else "")
        else:
            kata.append(satu.currentText() if satu.currentIndex() > 0 else "")
    return ", ".join(filter(None, kata))


def _pembaca(kolom: Kolom[Any]) -> Callable[[Any], Any]:
    """Return how a cell is read: figures and days as such, all else as the clipboard takes it."""

    def baca(baris: Any) -> Any:
        nilai = kolom.ambil(baris)
        if type(nilai) is date or (kolom.kanan and (nilai is None or type(nilai) is int)):
            return nilai
        return kolom.salin(baris) if kolom.salin else kolom.teks(baris)

    return baca
