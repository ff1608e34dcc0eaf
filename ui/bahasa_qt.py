"""Qt's own words in Indonesian: its buttons, wizards, file and print dialogs, and the menus of its fields.

Qt ships no Indonesian catalogue, so the words stand in `resources/i18n/qt_id.json`: context → English → Indonesian,
where the context `*` serves all of them.
"""

import json
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from resources import berkas


@cache
def kata() -> dict[str, dict[str, str]]:
    """Return the shipped words by Qt's context."""
    isi: dict[str, dict[str, str]] = json.loads(berkas("i18n", "qt_id.json").read_text(encoding="utf-8"))
    return isi


class PenerjemahQt(QTranslator):
    """Answers Qt from the shipped words; our own texts are Indonesian already and pass through."""

    def __init__(self) -> None:
        super().__init__()
        self._umum = kata()["*"]

    def translate(self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the Indonesian, or None so that the text stays as it is."""
        if not context.startswith("Q"):  # not one of Qt's classes: our own words
            return None
        return kata().get(context, {}).get(source_text) or self._umum.get(source_text)

    def isEmpty(self) -> bool:
        return False


_terpasang: list[PenerjemahQt] = []


def pasang() -> None:
    """Install the words and Indonesian numbers and dates on the running application, once."""
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    if _terpasang:
        return
    penerjemah = PenerjemahQt()
    QCoreApplication.installTranslator(penerjemah)
    _terpasang.append(penerjemah)  # Qt keeps no reference of its own
