"""A dressed application for every window test, in the light look unless the test asks for another."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.aplikasi import siapkan
from ui.tema import PilihanTema, tema


@pytest.fixture(autouse=True)
def aplikasi(qapp: QApplication) -> Iterator[QApplication]:
    if qapp.property("salur_siap") is None:
        siapkan(qapp)
    if tema().pilihan is not PilihanTema.TERANG or tema().nama_ukuran != "biasa":
        tema().pasang(PilihanTema.TERANG, "biasa")
    yield qapp
    for jendela in qapp.topLevelWidgets():
        jendela.close()
