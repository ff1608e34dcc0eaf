"""Merging in the window: the other person is found, fields are chosen side by side, and it can be taken back."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlmodel import select

from app.orang import DataOrang, banding_orang, calon_sama, lihat_orang, orang_baru
from app.orang.banding import BandingOrang
from db.model import Kemiripan, Penerima, Rekening
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.orang.gabung import DialogGabung, DialogPilihOrang, PilihanGabung
from ui.orang.halaman import HalamanOrang
from ui.penetapan.dialog import DialogKalimat

SITI = DataOrang(
    "Siti Aminah", "6209034101509001", "6209032001089001", "P", "Nanga Bulik", date(1950, 1, 1), alamat="Jl. Contoh 5"
)
SITTI = DataOrang("Sitti Aminah", "6209034101509009", None, "P", "Nanga Bulik", date(1950, 1, 1), pekerjaan="Petani")


@pytest.fixture
def dua(uji: KantorUji) -> tuple[UUID, UUID]:
    with uji.menulis() as kerja:
        satu, dua = orang_baru(kerja, SITI), orang_baru(kerja, SITTI)
        kerja.sesi.add(Rekening(orang_id=dua, nomor="00112233"))
        kerja.sesi.add(Kemiripan(orang_a_id=satu, orang_b_id=dua, skor=95, putusan="sama"))
        return satu, dua


@pytest.fixture
def banding(uji: KantorUji, dua: tuple[UUID, UUID]) -> BandingOrang:
    with uji.membaca() as kerja:
        return banding_orang(kerja, *dua)


def tampil(uji: KantorUji, qtbot: QtBot, siapa: str = "serba") -> tuple[Layar, HalamanOrang]:
    kantor = layar(uji, siapa)
    return kantor, kantor.tampil(HalamanOrang(kantor.konteks), qtbot)


def isi_alasan(dialog: DialogGabung, teks: str) -> None:
    widget = dialog.alasan.widget
    assert isinstance(widget, QLineEdit)
    widget.setText(teks)


def test_fields_are_chosen_side_by_side(qtbot: QtBot, banding: BandingOrang, dua: tuple[UUID, UUID]) -> None:
    dialog = DialogGabung(None, banding, {})
    qtbot.addWidget(dialog)
    dialog.show()
    assert list(dialog.nilai) == ["nama", "nik", "no_kk", "pekerjaan", "alamat"]
    assert dialog.nilai["nik"][1].kalimat.text() == "620903 410150 9009"
    assert dialog.nilai["pekerjaan"][1].terpilih, "what the left has nothing of is taken from the right"
    assert dialog.periksa() == "Alasan harus diisi."
    qtbot.mouseClick(dialog.nilai["nik"][1].kalimat, Qt.MouseButton.LeftButton)
    isi_alasan(dialog, "KTP")
    assert dialog.periksa() == ""
    assert dialog.jawaban == PilihanGabung(dua[0], dua[1], frozenset({"nik", "pekerjaan"}), "KTP")


def test_the_other_one_may_stay_with_the_same_values(
    qtbot: QtBot, banding: BandingOrang, dua: tuple[UUID, UUID]
) -> None:
    dialog = DialogGabung(None, banding, {})
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.tetap[1].tombol.setFocus()
    qtbot.keyClick(dialog.tetap[1].tombol, Qt.Key.Key_Space)
    isi_alasan(dialog, "KTP")
    assert dialog.jawaban == PilihanGabung(dua[1], dua[0], frozenset({"nama", "nik", "no_kk", "alamat"}), "KTP")


def test_what_stands_in_the_way_is_said_and_nothing_can_be_agreed_to(uji: KantorUji, qtbot: QtBot) -> None:
    with uji.menulis() as kerja:
        kegiatan_sah(kerja, 2, nama="Bansos Lansia")
        satu, dua = kerja.sesi.exec(select(Penerima.orang_id)).all()
        banding = banding_orang(kerja, satu, dua)
    dialog = DialogGabung(None, banding, {})
    qtbot.addWidget(dialog)
    assert not dialog.setuju.isEnabled()
    teks = [w.text() for w in dialog.findChildren(type(dialog.salah)) if w.property("peran") == "salah"]
    assert any("SK Perubahan" in t for t in teks)


def test_the_page_merges_with_who_was_found_and_takes_it_back(
    uji: KantorUji, qtbot: QtBot, dua: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, halaman = tampil(uji, qtbot)
    halaman.buka_orang(dua[0])
    satu = halaman.satu
    monkeypatch.setattr(DialogPilihOrang, "ask", classmethod(lambda _k, _i, _j, _p, cari: cari("")[0].id))
    monkeypatch.setattr(
        DialogGabung, "ask", classmethod(lambda *_: PilihanGabung(dua[1], dua[0], frozenset({"nama"}), "KTP"))
    )
    qtbot.mouseClick(satu.tombol_gabung, Qt.MouseButton.LeftButton)
    assert satu.nama.text() == "Siti Aminah"
    assert not satu.kartu_gabungan.isHidden()
    with uji.membaca() as kerja:
        assert [g.id for g in lihat_orang(kerja, dua[1]).gabungan] == [dua[0]]
    (batal,) = (t for t in satu.kartu_gabungan.findChildren(QPushButton) if "Batalkan" in t.text())
    monkeypatch.setattr(DialogKalimat, "ask", classmethod(lambda *_: "Keliru"))
    qtbot.mouseClick(batal, Qt.MouseButton.LeftButton)
    assert satu.nama.text() == "Sitti Aminah"
    assert satu.kartu_gabungan.isHidden()


def test_pairs_judged_the_same_wait_to_be_merged(
    uji: KantorUji, qtbot: QtBot, dua: tuple[UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, halaman = tampil(uji, qtbot)
    halaman.segarkan()
    assert "(1)" in halaman.pencarian.mirip.text()
    qtbot.mouseClick(halaman.pencarian.mirip, Qt.MouseButton.LeftButton)
    tertunda = halaman.tertunda
    assert not tertunda.kartu_belum.isHidden()
    (gabung,) = tertunda.kartu_belum.findChildren(QPushButton)
    monkeypatch.setattr(DialogGabung, "ask", classmethod(lambda *_: PilihanGabung(dua[0], dua[1], frozenset(), "KTP")))
    qtbot.mouseClick(gabung, Qt.MouseButton.LeftButton)
    assert tertunda.kartu_belum.isHidden()


def test_who_may_not_verify_is_offered_nothing(uji: KantorUji, qtbot: QtBot, dua: tuple[UUID, UUID]) -> None:
    _, halaman = tampil(uji, qtbot, "admin")
    halaman.buka_orang(dua[0])
    assert halaman.satu.tombol_gabung.isHidden()


def test_the_search_offers_who_is_alike_first(uji: KantorUji, qtbot: QtBot, dua: tuple[UUID, UUID]) -> None:
    with uji.membaca() as kerja:
        calon = calon_sama(kerja, dua[0])
    dialog = DialogPilihOrang(None, "Gabungkan dengan siapa?", "", lambda teks: [] if teks else calon)
    qtbot.addWidget(dialog)
    assert dialog.jawaban == dua[1]
    dialog.cari("tidak ada")
    assert dialog.periksa() == "Pilih orangnya dahulu."
