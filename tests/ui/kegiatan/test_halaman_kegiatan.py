"""Atur kegiatan: what was said when it was made is mended by hand; a decree closes what stands on it."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.kegiatan import DataTahap, buat_kegiatan, lihat_kegiatan
from app.kelayakan import Aturan, RentangUsia, Syarat, baca_aturan
from app.penetapan import periksa_calon
from db.istilah import Kategori, StatusKegiatan, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import DESA, isi_usulan, tetapkan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.kegiatan.aturan import LembarAturan
from ui.kegiatan.halaman import DialogTahap, HalamanKegiatan
from ui.penetapan.dialog import DialogKalimat
from ui.penetapan.halaman import HalamanPenetapan

KIRI = Qt.MouseButton.LeftButton


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000, desa=[DESA[0]]
        )
        isi_usulan(kerja, kegiatan_id, 6, status=StatusUsulan.LAYAK)
    return kegiatan_id


@pytest.fixture
def halaman(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> HalamanKegiatan:
    return kantor.tampil(HalamanKegiatan(kantor.konteks, kegiatan), qtbot)


def aturan(uji: KantorUji, kegiatan: UUID) -> Aturan:
    with uji.membaca() as kerja:
        return baca_aturan(lihat_kegiatan(kerja, kegiatan).aturan)


def test_what_was_said_is_mended(halaman: HalamanKegiatan, uji: KantorUji, kegiatan: UUID, qtbot: QtBot) -> None:
    halaman.nama.selectAll()
    qtbot.keyClicks(halaman.nama, "Bansos Lansia")
    halaman.kuota.setValue(40)
    centang, _ = halaman.desa[DESA[1]]
    qtbot.keyClick(centang, Qt.Key.Key_Space)
    assert halaman._isian != halaman._semula
    qtbot.mouseClick(halaman.simpan, KIRI)
    with uji.membaca() as kerja:
        r = lihat_kegiatan(kerja, kegiatan)
    assert (r.ringkasan.nama, r.kuota, set(r.desa)) == ("Bansos Lansia", 40, set(DESA[:2]))
    assert halaman.boleh_ditinggalkan()


def test_rules_are_filled_in_and_read_back(
    halaman: HalamanKegiatan, uji: KantorUji, kegiatan: UUID, qtbot: QtBot
) -> None:
    semula = aturan(uji, kegiatan)
    qtbot.mouseClick(halaman.simpan, KIRI)
    assert aturan(uji, kegiatan) == semula
    lansia = next(u for u in halaman.aturan.usia if u.kategori is Kategori.LANSIA)
    lansia.dari.setValue(60)
    halaman.aturan.desil.setValue(4)
    halaman.aturan.satu_kk.setChecked(True)
    halaman.aturan.syarat.setPlainText("Memiliki usaha\n\n  Bersedia didampingi ")
    qtbot.mouseClick(halaman.simpan, KIRI)
    baru = aturan(uji, kegiatan)
    assert RentangUsia(frozenset({"lansia"}), 60, None) in baru.usia
    assert (baru.desil_maks, baru.satu_kk, baru.kategori) == (4, True, semula.kategori)
    assert [s.nama for s in baru.syarat] == ["Memiliki usaha", "Bersedia didampingi"]


def test_an_upside_down_age_is_told(halaman: HalamanKegiatan, uji: KantorUji, kegiatan: UUID, qtbot: QtBot) -> None:
    lansia = next(u for u in halaman.aturan.usia if u.kategori is Kategori.LANSIA)
    lansia.dari.setValue(90)
    lansia.sampai.setValue(60)
    qtbot.mouseClick(halaman.simpan, KIRI)
    assert halaman.kaki.alasan.text() == "Umur lanjut usia terbalik: paling muda 90, paling tua 60."
    assert 90 not in {u.minimum for u in aturan(uji, kegiatan).usia}


def test_a_desa_over_its_quota_is_named_before_the_decree(
    halaman: HalamanKegiatan, kantor: Layar, uji: KantorUji, kegiatan: UUID, qtbot: QtBot
) -> None:
    halaman.desa[DESA[0]][1].setValue(1)
    qtbot.mouseClick(halaman.simpan, KIRI)
    with uji.membaca() as kerja:
        assert periksa_calon(kerja, kegiatan).lebih_kuota_desa == {DESA[0]: 1}
    penetapan = kantor.tampil(HalamanPenetapan(kantor.konteks, kegiatan), qtbot)
    assert "melebihi kuotanya sebanyak 1 orang." in penetapan.keraguan.text()


def test_a_decree_closes_what_stands_on_it(kantor: Layar, uji: KantorUji, kegiatan: UUID, qtbot: QtBot) -> None:
    with uji.menulis() as kerja:
        tetapkan(kerja, kegiatan)
    halaman = kantor.tampil(HalamanKegiatan(kantor.konteks, kegiatan), qtbot)
    assert not halaman.nominal.isEnabled()
    assert not halaman.aturan.isEnabled()
    assert not halaman.tahap_baru.isEnabled()
    assert "SK sudah tercatat" in halaman.kaki.alasan.text()
    halaman.pagu.nilai = 9_000_000
    qtbot.mouseClick(halaman.simpan, KIRI)
    with uji.membaca() as kerja:
        assert lihat_kegiatan(kerja, kegiatan).pagu == 9_000_000


def test_one_more_tahap_and_calling_it_off(
    halaman: HalamanKegiatan, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DialogTahap, "ask", classmethod(lambda *_: DataTahap("Tahap 2", 500_000, date(2026, 6, 1))))
    qtbot.mouseClick(halaman.tahap_baru, KIRI)
    assert [t.nama for t in halaman.model_tahap.semua] == ["Tahap 1", "Tahap 2"]
    monkeypatch.setattr(DialogKalimat, "ask", classmethod(lambda *_: "Anggaran dialihkan"))
    qtbot.mouseClick(halaman.batal, KIRI)
    with uji.membaca() as kerja:
        assert lihat_kegiatan(kerja, kegiatan).ringkasan.status is StatusKegiatan.BATAL
    assert not halaman.simpan.isEnabled()


def test_unsaved_work_is_not_left_by_chance(halaman: HalamanKegiatan, pesan_uji: PenyampaiUji, qtbot: QtBot) -> None:
    qtbot.keyClicks(halaman.periode, "Triwulan I")
    halaman.boleh_ditinggalkan()
    assert pesan_uji.terakhir.judul == "Perubahan belum disimpan"


def test_a_condition_keeps_its_code_while_its_words_stay(qtbot: QtBot) -> None:
    lembar = LembarAturan()
    qtbot.addWidget(lembar)
    lembar.muat(Aturan(syarat=(Syarat("memiliki_usaha", "Memiliki usaha"),)), boleh=True)
    lembar.syarat.setPlainText("Warga tetap\nMemiliki usaha")
    assert lembar.aturan.syarat == (Syarat("k_warga_tetap", "Warga tetap"), Syarat("memiliki_usaha", "Memiliki usaha"))


def test_the_dialog_wants_a_name(qtbot: QtBot) -> None:
    dialog = DialogTahap(None, "")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.setuju, KIRI)
    assert dialog.i_nama.salah.text() == "Harus diisi."
    qtbot.keyClicks(dialog.nama, "Tahap 2")
    qtbot.mouseClick(dialog.setuju, KIRI)
    assert dialog.jawaban == DataTahap("Tahap 2")
