"""The dialog of long work: what is being done, how far, how much is left, and a way out that leaves nothing behind."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.bahasa.angka import bilangan
from app.jobs import Progress
from ui.komponen import BilahKemajuan, Teks, Tombol, baris, kolom
from ui.tema import tema


def kata_sisa(selesai: int, total: int, lewat: float) -> str:
    """Say how much longer it will take, roughly; empty while nobody can know.

    Args:
        lewat: seconds since the start.
    """
    if selesai <= 0 or lewat < 2 or selesai >= total:
        return ""
    detik = lewat / selesai * (total - selesai)
    if detik < 5:
        return "sebentar lagi"
    if detik < 60:
        return f"kira-kira {round(detik / 5) * 5} detik lagi"
    menit = round(detik / 60)
    return f"kira-kira {menit} menit lagi"


class DialogKemajuan(QDialog):
    """Shown by the job runner alone. Batal and Esc only ask; the dialog goes when the job has ended."""

    minta_batal = Signal(int)

    def __init__(self, induk: QWidget, judul: str, *, bisa_batal: bool = True) -> None:
        super().__init__(induk)
        self.nomor = 0
        self._boleh_tutup = False
        self.setWindowTitle(judul)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.langkah = Teks(self.tr("Sedang dikerjakan…"), "redup", bungkus=True)
        self.bilah = BilahKemajuan(0, 1)
        self.jumlah = Teks("", "kecil")
        self.sisa = Teks("", "kecil")
        self.batal = Tombol(self.tr("&Batal"), klik=self._minta)
        self.batal.setVisible(bisa_batal)
        catatan = Teks(self.tr("Selama belum selesai, tidak ada data yang berubah."), "kecil", bungkus=True)
        self.setLayout(
            kolom(
                Teks(judul, "judul_kartu", bungkus=True),
                self.langkah,
                self.bilah,
                baris(self.jumlah, None, self.sisa),
                baris(catatan, None, self.batal),
                jarak=10,
                tepi=(22, 18, 22, 18),
            )
        )
        self.setMinimumWidth(tema().ukuran.px(440))

    def perbarui(self, progress: Progress, lewat: float) -> None:
        """Show how far the job is; `lewat` seconds have passed."""
        if progress.langkah:
            self.langkah.setText(progress.langkah)
        if progress.total:
            self.bilah.atur(progress.selesai, progress.total)
            kalimat = self.tr("{n} dari {total}")
            self.jumlah.setText(kalimat.format(n=bilangan(progress.selesai), total=bilangan(progress.total)))
            self.sisa.setText(kata_sisa(progress.selesai, progress.total, lewat))
        elif progress.selesai:
            self.jumlah.setText(self.tr("{n} sudah dikerjakan").format(n=bilangan(progress.selesai)))

    @Slot()
    def _minta(self) -> None:
        self.batal.setEnabled(False)
        self.langkah.setText(self.tr("Membatalkan…"))
        self.minta_batal.emit(self.nomor)

    def tutup(self) -> None:
        """Go away; the job has ended."""
        self._boleh_tutup = True
        self.close()

    def reject(self) -> None:
        if self._boleh_tutup:
            super().reject()
        elif self.batal.isVisible() and self.batal.isEnabled():
            self._minta()

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        if kejadian.key() == Qt.Key.Key_Escape:
            self.reject()
            return
        super().keyPressEvent(kejadian)

    def closeEvent(self, kejadian: QCloseEvent) -> None:
        if self._boleh_tutup:
            kejadian.accept()
        else:
            kejadian.ignore()
