"""Locking the screen: after a while without anybody, or at once by Ctrl+L. Nothing is closed, nothing is lost."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from app import akses
from app.kerja import Pelaku, RuangKerja
from db.galat import KnownError
from ui.jobs import JobRunner
from ui.komponen import Isian, JenisTombol, Kartu, Teks, Tombol, baris, kolom
from ui.tema import tema

_MASUKAN = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class PenjagaDiam(QObject):
    """Emits `diam` when nobody touched any window for a while.

    It listens at the windows themselves, where every key and click passes once, instead of at every widget.
    """

    diam = Signal()
    minta_cari = Signal()

    def __init__(self, menit: int, tunda: Callable[[], bool]) -> None:
        super().__init__()
        self._tunda = tunda
        self._jam = QTimer(self)
        self._jam.setSingleShot(True)
        self._jam.timeout.connect(self._habis)
        self._dijaga: list[QWindow] = []
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._jaga)
        self.atur(menit)

    def atur(self, menit: int) -> None:
        """Wait this many minutes; 0 waits for ever."""
        self._jam.stop()
        self._jam.setInterval(menit * 60_000)
        if menit > 0:
            self._jam.start()

    @Slot(QWindow)
    def _jaga(self, jendela: QWindow | None) -> None:
        if jendela is not None:
            jendela.installEventFilter(self)
            self.tersentuh()

    def tersentuh(self) -> None:
        """Somebody is here: count from now."""
        if self._jam.interval() > 0:
            self._jam.start()

    def eventFilter(self, benda: QObject, kejadian: QEvent) -> bool:
        if kejadian.type() in _MASUKAN:
            self.tersentuh()
        if isinstance(kejadian, QKeyEvent) and kejadian.type() == QEvent.Type.KeyPress and _ctrl_k(kejadian):
            if QApplication.activeModalWidget() is None:
                self.minta_cari.emit()
            return True
        return False

    @Slot()
    def _habis(self) -> None:
        if self._tunda():
            self.tersentuh()
        else:
            self.diam.emit()


def _ctrl_k(kejadian: QKeyEvent) -> bool:
    """Ctrl+K is taken before a field gets it, to which it means "delete to the end" on Linux."""
    return kejadian.key() == Qt.Key.Key_K and kejadian.modifiers() == Qt.KeyboardModifier.ControlModifier


class LayarKunci(QDialog):
    """Covers everything until the same account gives its password again, or leaves."""

    minta_keluar = Signal()

    def __init__(self, induk: QWidget, ruang: RuangKerja, pelaku: Pelaku, jobs: JobRunner) -> None:
        super().__init__(induk, Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Salur terkunci"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._ruang, self._pelaku, self._jobs = ruang, pelaku, jobs
        self.sandi = QLineEdit()
        self.sandi.setEchoMode(QLineEdit.EchoMode.Password)
        self.isian = Isian(self.tr("&Sandi {nama}").format(nama=pelaku.nama), self.sandi)
        self.buka = Tombol(self.tr("&Buka kunci"), JenisTombol.UTAMA, "lock", klik=self._coba)
        self.buka.setDefault(True)
        keluar = Tombol(self.tr("&Keluar dari akun"), JenisTombol.TAUTAN, "log-out", klik=self.minta_keluar.emit)
        keluar.setAutoDefault(False)
        kartu = Kartu(tepi=28)
        kartu.setFixedWidth(tema().ukuran.px(400))
        kartu.tambah(
            Teks(self.tr("Salur terkunci"), "judul"),
            Teks(self.tr("Pekerjaan Anda tetap seperti tadi."), "redup"),
            self.isian,
            baris(keluar, None, self.buka),
        )
        self.setLayout(kolom(None, baris(None, kartu, None), None))
        self._tutupi()

    def _tutupi(self) -> None:
        """Lie over every window of ours."""
        kotak = QRect()
        for jendela in QApplication.topLevelWidgets():
            if jendela.isVisible() and jendela is not self:
                kotak = kotak.united(jendela.frameGeometry())
        self.setGeometry(kotak)

    @Slot()
    def _coba(self) -> None:
        sandi = self.sandi.text()
        self.sandi.clear()
        self.buka.setEnabled(False)
        self._jobs.jalankan(
            self.tr("Memeriksa sandi"),
            lambda _c: akses.periksa_masuk_lagi(self._ruang, self._pelaku, sandi),
            berhasil=self._terbuka,
            gagal=self._salah,
            induk=self,
            baca=True,
        )

    def _terbuka(self, _hasil: object) -> None:
        self.accept()

    def _salah(self, salah: BaseException) -> None:
        self.buka.setEnabled(True)
        if not isinstance(salah, KnownError):
            raise salah
        self.isian.atur_salah(self.tr("Sandi belum benar. Coba lagi."))
        self.sandi.setFocus()

    def reject(self) -> None:
        """Esc does not unlock."""
