"""Camera pictures are kept small and say nothing about where they were taken; everything else is kept as it came."""

import contextlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app import foto
from app.foto import SISI_MAKS, rapikan
from db.galat import KnownError
from tests.helpers.toko import KantorUji

GPS, ARAH = 0x8825, 0x0112


def gambar(
    lebar: int, tinggi: int, bentuk: str = "JPEG", *, mode: str = "RGB", exif: Image.Exif | None = None
) -> bytes:
    keluar = BytesIO()
    isi = Image.effect_noise((lebar, tinggi), 60).convert(mode)
    isi.save(keluar, bentuk, **({"exif": exif} if exif else {}))
    return keluar.getvalue()


def baca(isi: bytes) -> Image.Image:
    return Image.open(BytesIO(isi))


def test_a_camera_file_shrinks_and_stands_upright() -> None:
    exif = Image.Exif()
    exif[ARAH] = 6  # held upright: the file lies on its side
    exif.get_ifd(GPS)[1] = "S"
    isi, nama = rapikan(gambar(4000, 3000, exif=exif), "IMG_2031.JPG")
    kecil = baca(isi)
    assert kecil.size == (1500, 2000)
    assert not kecil.getexif()
    assert (nama, kecil.format) == ("IMG_2031.jpg", "JPEG")
    assert len(isi) < 3_000_000


def test_a_small_picture_loses_only_its_place() -> None:
    biasa = gambar(300, 200)
    assert rapikan(biasa, "a.jpg") == (biasa, "a.jpg")
    exif = Image.Exif()
    exif.get_ifd(GPS)[1] = "S"
    isi, _ = rapikan(gambar(300, 200, exif=exif), "a.jpg")
    assert not baca(isi).getexif()
    assert baca(isi).size == (300, 200)


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P", "LA", "1"])
def test_every_kind_of_png_becomes_a_picture(mode: str) -> None:
    isi, nama = rapikan(gambar(2600, 900, "PNG", mode=mode), "layar.png")
    assert (baca(isi).mode, max(baca(isi).size), nama) == ("RGB", SISI_MAKS, "layar.jpg")


@given(st.binary(max_size=200))
def test_what_is_no_picture_stays_byte_for_byte(isi: bytes) -> None:
    for satu in (b"%PDF-1.7 " + isi, b"PK\x03\x04" + isi):
        assert rapikan(satu, "x.pdf") == (satu, "x.pdf")


@given(st.integers(8, 4000), st.binary(min_size=1, max_size=4))
def test_damaged_pictures_are_told(potong: int, tambah: bytes) -> None:
    utuh = gambar(120, 90)
    rusak = utuh[: min(potong, len(utuh) - 40)] + tambah
    with pytest.raises(KnownError, match="gambar_rusak"):
        rapikan(b"\xff\xd8\xff" + rusak[3:7], "rusak.jpg")
    with contextlib.suppress(KnownError):  # a cut that leaves a whole picture is none of ours
        rapikan(rusak, "rusak.jpg")


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foto, "PIKSEL_MAKS", 1000)
    with pytest.raises(KnownError, match="gambar_terlalu_besar"):
        rapikan(gambar(100, 90), "bom.png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(KnownError, match="gambar_terlalu_besar"):
        rapikan(gambar(100, 90), "bom.png")


def test_every_attachment_goes_this_way(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        satu = kerja.simpan_lampiran(gambar(4000, 3000), "serah.jpg")
        dua = kerja.simpan_lampiran(b"%PDF-1.4 tetap", "surat.pdf")
        assert max(baca(kerja.baca_lampiran(satu)).size) == SISI_MAKS
        assert kerja.baca_lampiran(dua) == b"%PDF-1.4 tetap"
