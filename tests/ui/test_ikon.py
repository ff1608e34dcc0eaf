import re

import pytest
from PySide6.QtSvg import QSvgRenderer

from resources import berkas
from tests.helpers.pohon import AKAR
from ui.ikon import gambar, ikon
from ui.tema import PilihanTema, tema

ADA = sorted(p.name.removesuffix(".svg") for p in berkas("ikon").iterdir() if p.name.endswith(".svg"))


@pytest.mark.parametrize("nama", ADA)
def test_every_shipped_icon_can_be_tinted_and_drawn(nama: str) -> None:
    isi = berkas("ikon", f"{nama}.svg").read_text(encoding="utf-8")
    assert "currentColor" in isi
    assert QSvgRenderer(isi.encode()).isValid()


def test_the_licences_stand_beside() -> None:
    assert "ISC" in berkas("ikon", "LICENSE.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in berkas("huruf_layar", "OFL.txt").read_text(encoding="utf-8")


def test_an_icon_follows_the_theme(aplikasi: object) -> None:
    terang = ikon("house").pixmap(16).toImage()
    tema().pasang(PilihanTema.GELAP)
    assert ikon("house").pixmap(16).toImage() != terang


def test_a_pixmap_keeps_its_logical_size() -> None:
    peta = gambar("house", "#123456", 16, 2.0, 4)
    assert (peta.width(), peta.height(), peta.devicePixelRatio()) == (40, 32, 2.0)


def test_an_unknown_icon_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        ikon("bukan_ikon")


def test_every_icon_named_in_the_window_is_shipped() -> None:
    pola = re.compile(r'(?:ikon|nama_ikon|gambar)\s*[=(]\s*"([a-z0-9-]+)"')
    dipakai = {n for p in (AKAR / "ui").rglob("*.py") for n in pola.findall(p.read_text(encoding="utf-8"))}
    assert dipakai - set(ADA) == set()


def test_only_icons_that_are_used_are_shipped() -> None:
    sumber = "".join(p.read_text(encoding="utf-8") for p in (AKAR / "ui").rglob("*.py"))
    assert [nama for nama in ADA if f'"{nama}"' not in sumber] == []
