"""Photographs of a person as small pictures: read beside the window, named for a screen reader, opened by a click."""

from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.orang import BerkasOrang
from db.istilah import StatusUsulan
from db.model import Lampiran, TautanLampiran, Usulan
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.dokumen import gambar_kecil
from ui.dokumen.gambar_kecil import DaftarBerkas, baca_kecil
from ui.verifikasi.antrean import AntreanPutusan
from ui.verifikasi.satu import HalamanUsulan


def jpeg(lebar: int = 640, tinggi: int = 480, *, putar: int = 0) -> bytes:
    keluar, exif = BytesIO(), Image.Exif()
    if putar:
        exif[0x0112] = putar
    Image.new("RGB", (lebar, tinggi), "olive").save(keluar, "JPEG", exif=exif)
    return keluar.getvalue()


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji)


def simpan(uji: KantorUji, *berkas: tuple[str, bytes]) -> list[BerkasOrang]:
    with uji.menulis() as kerja:
        return [BerkasOrang(kerja.simpan_lampiran(isi, nama), nama, "") for nama, isi in berkas]


@pytest.mark.parametrize(("lebar", "tinggi", "jadi"), [(640, 480, (96, 72)), (480, 640, (72, 96)), (40, 20, (40, 20))])
def test_a_picture_is_never_larger_than_it_is_shown(lebar: int, tinggi: int, jadi: tuple[int, int]) -> None:
    gambar = baca_kecil(jpeg(lebar, tinggi), 96)
    assert (gambar.width(), gambar.height()) == jadi


def test_a_picture_stands_upright() -> None:
    gambar = baca_kecil(jpeg(640, 480, putar=6), 96)
    assert (gambar.width(), gambar.height()) == (72, 96)


@pytest.mark.parametrize("isi", [b"", b"%PDF-1.4", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a"])
def test_what_is_no_photograph_gives_no_picture(isi: bytes) -> None:
    assert baca_kecil(isi, 96).isNull()


def test_photographs_are_shown_and_other_papers_are_links(
    qtbot: QtBot, uji: KantorUji, kantor: Layar, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = simpan(uji, ("Rumah depan.jpg", jpeg()), ("surat.pdf", b"%PDF-1.4"))
    dibuka: list[tuple[UUID, str]] = []
    monkeypatch.setattr(gambar_kecil, "lihat_lampiran", lambda *a: dibuka.append(a[2:]))
    daftar = kantor.tampil(DaftarBerkas(kantor.konteks), qtbot)
    daftar.atur([*berkas, berkas[0]])
    ((lampiran_id, tombol),) = daftar.foto.items()
    assert (tombol.accessibleName(), tombol.toolTip()) == ("Rumah depan.jpg", "Rumah depan.jpg")
    assert tombol.nama_ikon == ""
    assert tombol.icon().availableSizes()[0].width() == round(96 * daftar.devicePixelRatioF())
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    assert dibuka == [(lampiran_id, "Rumah depan.jpg")]


def test_a_picture_that_cannot_be_read_stays_a_button(qtbot: QtBot, uji: KantorUji, kantor: Layar) -> None:
    hilang, ada = simpan(uji, ("hilang.jpg", jpeg()), ("ada.jpg", jpeg(300)))
    with uji.membaca() as kerja:
        nama = kerja.sesi.get_one(Lampiran, hilang.lampiran_id).nama_simpan
    (berkas,) = uji.folder.rglob(f"{nama}*")
    berkas.unlink()
    daftar = kantor.tampil(DaftarBerkas(kantor.konteks), qtbot)
    daftar.atur([hilang, ada])
    assert [t.nama_ikon for t in daftar.foto.values()] == ["eye", ""]
    daftar.atur([])
    assert not daftar.foto


def test_the_page_of_a_usulan_shows_them(qtbot: QtBot, uji: KantorUji, kantor: Layar) -> None:
    (satu,) = simpan(uji, ("Rumah.jpg", jpeg()))
    with uji.menulis() as kerja:
        (usulan,) = isi_usulan(kerja, buat_kegiatan(kerja), 1, status=StatusUsulan.DIUSULKAN)
        orang = kerja.sesi.get_one(Usulan, usulan).orang_id
        kerja.sesi.add(TautanLampiran(lampiran_id=satu.lampiran_id, objek="orang", objek_id=orang))
    induk = QWidget()
    qtbot.addWidget(induk)
    halaman = HalamanUsulan(kantor.konteks, AntreanPutusan(kantor.konteks, induk))
    kantor.tampil(halaman, qtbot)
    halaman.buka(usulan, [], ())
    assert [t.accessibleName() for t in halaman.berkas.foto.values()] == ["Rumah.jpg"]
