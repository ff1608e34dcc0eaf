"""Kata-kata dokumen: choose, type, insert a field, look, keep, take an old version, and never lose what was typed."""

from collections.abc import Callable, Iterator
from io import BytesIO
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.dokumen.naskah import baca_naskah, rupa_naskah
from app.kegiatan import buat_kegiatan
from app.templat import riwayat_templat, simpan_templat, templat
from db.istilah import JenisBantuan, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import isi_usulan, kegiatan_sah
from tests.helpers.konteks import Layar, layar
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji
from ui.naskah.halaman import HalamanNaskah
from ui.naskah.tujuan import TujuanNaskah

Buka = Callable[..., HalamanNaskah]


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji, "admin")


@pytest.fixture
def buka(kantor: Layar, qtbot: QtBot) -> Iterator[Buka]:
    terbuka: list[HalamanNaskah] = []

    def _buka(kode: str = "formulir_verifikasi", kegiatan: UUID | None = None) -> HalamanNaskah:
        halaman = HalamanNaskah(kantor.konteks)
        terbuka.append(halaman)
        halaman.tujuan(TujuanNaskah(kode, kegiatan))
        kantor.tampil(halaman, qtbot)
        return halaman

    yield _buka
    for halaman in terbuka:
        halaman.ruang.pdf.buka(None)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kid = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1, jenis_bantuan=JenisBantuan.TUNAI
        )
        isi_usulan(kerja, kid, 4, status=StatusUsulan.LAYAK)
    return kid


def _ketik(halaman: HalamanNaskah, bagian: str, teks: str) -> None:
    halaman.penyunting.kotak[bagian].setPlainText(teks)


def test_every_text_opens_with_its_sections_and_fields(buka: Buka) -> None:
    halaman = buka()
    for kode, rupa in rupa_naskah().items():
        halaman.daftar.pilih(kode)
        halaman._pilih(kode)
        assert list(halaman.penyunting.kotak) == [b.kode for b in rupa.bagian]
        assert halaman.penyunting.bidang.count() == len(rupa.bidang)
        assert not halaman.penyunting.kotor
        assert not halaman.simpan.isEnabled()


def test_a_field_goes_where_the_cursor_is(buka: Buka, qtbot: QtBot) -> None:
    halaman = buka("pengembalian")
    kotak = halaman.penyunting.kotak["penutup"]
    kotak.setFocus()
    kotak.dipilih.emit()
    kotak.setPlainText("Untuk .")
    kursor = kotak.textCursor()
    kursor.movePosition(QTextCursor.MoveOperation.Right, n=6)
    kotak.setTextCursor(kursor)
    halaman.penyunting.bidang.nilai = "kantor"
    qtbot.mouseClick(halaman.penyunting.sisip, Qt.MouseButton.LeftButton)
    assert kotak.toPlainText() == "Untuk {kantor}."


def test_words_are_kept_and_hold(buka: Buka, uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji) -> None:
    halaman = buka()
    _ketik(halaman, "petunjuk", "Isi untuk {kantor}.\n\nTulis jelas.")
    qtbot.mouseClick(halaman.simpan, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert templat(kerja, "formulir_verifikasi").kata == {"petunjuk": ("Isi untuk {kantor}.", "Tulis jelas.")}
    assert halaman.milik.text() == "Milik kantor, revisi 1"
    assert not halaman.penyunting.kotor
    assert "Cetakan lama tetap" in pesan_uji.terakhir.judul


def test_a_wrong_field_is_named_and_cannot_be_kept(buka: Buka) -> None:
    halaman = buka("pengembalian")
    _ketik(halaman, "hal", "Untuk {nama_ibu}")
    assert "{nama_ibu}" in halaman.penyunting.isian["hal"].salah.text()
    assert not halaman.simpan.isEnabled()
    assert halaman.kaki.alasan.text()
    _ketik(halaman, "hal", "Untuk {desa}")
    assert not halaman.penyunting.isian["hal"].salah.text()
    assert halaman.simpan.isEnabled()


def test_the_shipped_words_and_old_versions_come_back(
    buka: Buka, uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji
) -> None:
    with uji.menulis("admin") as kerja:
        simpan_templat(kerja, "formulir_verifikasi", {"petunjuk": "Satu."})
        simpan_templat(kerja, "formulir_verifikasi", {"petunjuk": "Dua."})
    halaman = buka()
    assert [a.text().split(" · ")[0] for a in halaman.buat_menu().actions()] == [
        "Milik kantor, revisi 2", "Milik kantor, revisi 1",
    ]  # fmt: skip
    halaman.buat_menu().actions()[1].trigger()
    assert halaman.penyunting.kata == {"petunjuk": "Satu."}
    qtbot.mouseClick(halaman.bawaan, Qt.MouseButton.LeftButton)
    assert not halaman.bawaan.isEnabled()
    qtbot.mouseClick(halaman.simpan, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        kini = templat(kerja, "formulir_verifikasi")
        assert (kini.kata, kini.milik_kantor) == (baca_naskah("formulir_verifikasi"), False)
        assert len(riwayat_templat(kerja, "formulir_verifikasi")) == 3


def test_the_page_beside_shows_what_is_typed(buka: Buka, kegiatan: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    halaman = buka(kegiatan=kegiatan)
    terlihat: list[bytes] = []
    monkeypatch.setattr(halaman.ruang, "buka_pdf", lambda _judul, isi: terlihat.append(isi))
    _ketik(halaman, "petunjuk", "Kata percobaan bagi {kantor}.")
    halaman.pratinjau()
    assert "Kata percobaan bagi Dinas Sosial Kabupaten Lamandau." in " ".join(teks_pdf(BytesIO(terlihat[-1])))


def test_without_a_kegiatan_it_says_so_and_words_can_still_be_changed(buka: Buka) -> None:
    halaman = buka()
    assert "Belum ada kegiatan" in halaman.ruang.kosong.judul.text()
    _ketik(halaman, "petunjuk", "Lain.")
    assert halaman.simpan.isEnabled()


def test_what_was_typed_is_not_lost_by_choosing_another(buka: Buka, pesan_uji: PenyampaiUji) -> None:
    halaman = buka()
    _ketik(halaman, "petunjuk", "Lain.")
    pesan_uji.jawab = False
    halaman._pilih("sk")
    assert halaman.penyunting.kata == {"petunjuk": "Lain."}
    pesan_uji.jawab = True
    halaman._pilih("sk")
    assert "menimbang" in halaman.penyunting.kotak


def test_something_changed_elsewhere_leaves_what_is_typed(buka: Buka, kantor: Layar, uji: KantorUji) -> None:
    halaman = buka()
    _ketik(halaman, "petunjuk", "Lain.")
    with uji.menulis() as kerja:
        kegiatan_sah(kerja, 2)
    halaman.segarkan()
    assert halaman.penyunting.kata == {"petunjuk": "Lain."}


def test_the_way_back_leads_to_the_papers(buka: Buka, kantor: Layar) -> None:
    halaman = buka()
    halaman._kembali()
    assert kantor.jalan.dibuka[-1] == ("dokumen", None)
