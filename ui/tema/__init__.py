"""How Salur looks: tokens, the one style sheet, light and dark, the size of the text."""

from ui.tema.pengatur import PilihanTema, Tema, tema
from ui.tema.token import GELAP, SKALA_TEKS, TERANG, Nada, Palet, Ukuran

__all__ = ["GELAP", "SKALA_TEKS", "TERANG", "Nada", "Palet", "PilihanTema", "Tema", "Ukuran", "tema"]
