import re
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from ui.tema import GELAP, SKALA_TEKS, TERANG, Nada, Palet, PilihanTema, Ukuran, tema
from ui.tema.pengatur import susun_lembar


def _terang(warna: QColor) -> float:
    bagian = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
        for c in (warna.redF(), warna.greenF(), warna.blueF())
    ]
    return 0.2126 * bagian[0] + 0.7152 * bagian[1] + 0.0722 * bagian[2]


def _kontras(a: str, b: str) -> float:
    tinggi, rendah = sorted((_terang(QColor(a)), _terang(QColor(b))), reverse=True)
    return (tinggi + 0.05) / (rendah + 0.05)


@pytest.mark.parametrize(("palet", "nada"), list(product((TERANG, GELAP), Nada)))
def test_words_on_chips_are_readable(palet: Palet, nada: Nada) -> None:
    assert _kontras(*palet.nada(nada)) >= 4.5


@pytest.mark.parametrize("palet", [TERANG, GELAP])
@pytest.mark.parametrize(
    ("teks", "latar"),
    [
        ("teks", "latar"), ("teks", "kartu"), ("teks_redup", "latar"), ("teks_redup", "kartu"), ("aksen", "kartu"),
        ("aksen", "latar"), ("di_atas_aksen", "aksen"), ("bahaya", "kartu"), ("teks", "aksen_lembut"),
        ("teks_redup", "netral_lembut"),
    ],
)  # fmt: skip
def test_words_are_readable(palet: Palet, teks: str, latar: str) -> None:
    assert _kontras(getattr(palet, teks), getattr(palet, latar)) >= 4.5


@pytest.mark.parametrize(("palet", "skala"), list(product((TERANG, GELAP), SKALA_TEKS.values())))
def test_every_token_of_the_sheet_is_known(palet: Palet, skala: float) -> None:
    lembar = susun_lembar(palet, Ukuran(skala))
    assert "@" not in lembar
    assert not re.search(r"(?:color|background|border-color): *\d", lembar)


def test_colours_and_sizes_have_different_names() -> None:
    assert not set(vars(TERANG)) & set(Ukuran().huruf)


def test_the_letter_is_ours(aplikasi: QApplication) -> None:
    assert QFontInfo(aplikasi.font()).family() == "Inter"
    assert QFontInfo(tema().huruf("judul")).pixelSize() == 20


def test_larger_text_and_dark_reach_the_application(aplikasi: QApplication) -> None:
    tema().pasang(PilihanTema.GELAP, "besar")
    assert tema().palet is GELAP
    assert aplikasi.font().pixelSize() == 15
    assert aplikasi.palette().window().color().name() == GELAP.latar


def test_an_unknown_text_size_changes_nothing() -> None:
    tema().pasang(nama_ukuran="raksasa")
    assert tema().nama_ukuran == "biasa"
