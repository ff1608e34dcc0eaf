"""Fields of a form side by side, level at the top whatever hint stands below one of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget


def kisi(*isian: QWidget, lajur: int = 2) -> QGridLayout:
    """Return the fields in `lajur` columns of one width, filled row by row."""
    tata = QGridLayout()
    tata.setContentsMargins(0, 0, 0, 0)
    tata.setHorizontalSpacing(16)
    tata.setVerticalSpacing(10)
    for ke, satu in enumerate(isian):
        tata.addWidget(satu, ke // lajur, ke % lajur, Qt.AlignmentFlag.AlignTop)
    for ke in range(lajur):
        tata.setColumnStretch(ke, 1)
    return tata
