"""Makes the one `QApplication`: letter, words, look.

Only PySide6 and the resources are imported here, so that the first window stands while the rest is still loading.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from resources import berkas
from ui import bahasa_qt
from ui.tema import PilihanTema, tema

HURUF = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


def buat_aplikasi(argv: Sequence[str] | None = None) -> QApplication:
    """Return the application, made and dressed once; a second call gives the same."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        app = QApplication(list(argv if argv is not None else sys.argv[:1]))
    if app.property("salur_siap") is None:
        siapkan(app)
    return app


def siapkan(app: QApplication) -> None:
    """Dress an application that someone else made (the tests do)."""
    app.setApplicationName("Salur")
    app.setApplicationDisplayName("Salur")
    app.setStyle("Fusion")
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
    QDir.addSearchPath("gaya", str(Path(str(berkas("ikon", "gaya")))))
    for nama in HURUF:
        QFontDatabase.addApplicationFontFromData(berkas("huruf_layar", nama).read_bytes())
    bahasa_qt.pasang()
    tema().pasang(PilihanTema.SISTEM)
    app.styleHints().colorSchemeChanged.connect(tema().sistem_berubah)
    app.setProperty("salur_siap", True)


def jalankan(folder: Path) -> int:
    """Show the window on a data folder until it is closed; return the exit code."""
    app = buat_aplikasi()
    gerbang = buka(folder)
    kode = app.exec()
    gerbang.tutup()
    return kode


def buka(folder: Path) -> Any:
    """Show the first page: sign-in, or the first run."""
    from ui import pesan
    from ui.gerbang import Gerbang

    pesan.pasang_kait()
    gerbang = Gerbang(folder)
    gerbang.mulai()
    return gerbang
