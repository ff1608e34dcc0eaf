"""From the first page to the main window and back, over a real store."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app import tempat
from app.cadangan import cadangkan
from db import kunci, toko
from tests.helpers.jendela import JobLangsung, PenyampaiUji
from tests.helpers.toko import SANDI, KantorUji
from ui import gerbang as modul
from ui.gerbang import Gerbang
from ui.masuk import HalamanMasuk
from ui.penyiapan import pulihkan
from ui.penyiapan.awal import HalamanAwal
from ui.penyiapan.pulihkan import DialogPulihkan, HalamanLupaSandi
from ui.penyiapan.wisaya import WisayaPenyiapan


@pytest.fixture
def gerbang(qtbot: QtBot, uji: KantorUji) -> Iterator[Gerbang]:
    uji.ruang.tutup()
    gerbang = Gerbang(uji.folder, JobLangsung())
    qtbot.addWidget(gerbang.awal)
    gerbang.mulai()
    yield gerbang
    gerbang.tutup()


def _halaman(gerbang: Gerbang) -> object:
    return gerbang.awal.tumpukan.currentWidget()


def test_a_store_asks_who_it_is_and_opens(qtbot: QtBot, gerbang: Gerbang) -> None:
    halaman = _halaman(gerbang)
    assert isinstance(halaman, HalamanMasuk)
    halaman.minta_masuk.emit("admin", "salah")
    assert "sandi" in halaman.isian_sandi.salah.text().lower()
    halaman.minta_masuk.emit("admin", SANDI)
    qtbot.addWidget(gerbang.jendela)
    assert gerbang.jendela.isVisible()
    assert not gerbang.awal.isVisible()


def test_signing_out_closes_the_store_and_asks_again(qtbot: QtBot, gerbang: Gerbang) -> None:
    gerbang.masuk("admin", SANDI)
    gerbang.jendela.minta_keluar()
    assert gerbang.jendela is None
    halaman = _halaman(gerbang)
    assert isinstance(halaman, HalamanMasuk)
    assert halaman.nama.text() == "admin"
    gerbang.masuk("kabid", SANDI)
    assert "meja:kabid" in gerbang.jendela.kode_tab


def test_signing_out_waits_for_what_still_reads(qtbot: QtBot, uji: KantorUji) -> None:
    uji.ruang.tutup()
    gerbang = Gerbang(uji.folder)
    qtbot.addWidget(gerbang.awal)
    gerbang.mulai()
    gerbang.masuk("kabid", SANDI)
    qtbot.waitUntil(lambda: gerbang.jendela is not None, timeout=20_000)
    pintu = threading.Event()
    gerbang.jobs.jalankan("Lama", lambda _c: pintu.wait(10), baca=True)
    gerbang.jendela.minta_keluar()
    halaman = _halaman(gerbang)
    assert isinstance(halaman, HalamanMasuk)
    assert not halaman.masuk.isEnabled()
    pintu.set()
    qtbot.waitUntil(halaman.masuk.isEnabled, timeout=20_000)
    gerbang.masuk("admin", SANDI)
    qtbot.waitUntil(lambda: gerbang.jendela is not None, timeout=20_000)
    gerbang.tutup()


def test_the_last_account_is_remembered(qtbot: QtBot, gerbang: Gerbang) -> None:
    gerbang.masuk("kabid", SANDI)
    gerbang.jendela.close()
    lagi = Gerbang(gerbang.folder, JobLangsung())
    qtbot.addWidget(lagi.awal)
    assert lagi.setelan.akun_terakhir == "kabid"


def test_an_empty_folder_offers_three_ways(qtbot: QtBot, tmp_path: Path) -> None:
    gerbang = Gerbang(tmp_path, JobLangsung())
    qtbot.addWidget(gerbang.awal)
    gerbang.mulai()
    halaman = _halaman(gerbang)
    assert isinstance(halaman, HalamanAwal)
    halaman.kantor_baru.emit()
    wisaya = _halaman(gerbang)
    assert isinstance(wisaya, WisayaPenyiapan)
    wisaya.dibatalkan.emit()
    assert isinstance(_halaman(gerbang), HalamanAwal)


def test_the_sample_office_is_built_once_and_its_accounts_are_shown(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dibangun: list[Path] = []

    def bangun(folder: Path, _konteks: object) -> Path:
        folder.mkdir(parents=True)
        tempat.catat_akun_contoh(folder, [("rina", "contoh", "Rina, Operator")])
        dibangun.append(folder)
        return folder

    monkeypatch.setattr(modul, "_siapkan_contoh", bangun)
    monkeypatch.setenv(tempat.VARIABEL, str(tmp_path / "contoh"))
    gerbang = Gerbang(tmp_path, JobLangsung())
    qtbot.addWidget(gerbang.awal)
    gerbang.buka_contoh()
    halaman = _halaman(gerbang)
    assert isinstance(halaman, HalamanMasuk)
    assert [t.text() for t in halaman.tombol_contoh] == ["Rina, Operator"]
    assert dibangun == [tmp_path / "contoh"]


def test_a_backup_is_put_back_and_opens(
    qtbot: QtBot, uji: KantorUji, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    berkas = tmp_path / "cadangan.salur"
    cadangkan(uji.ruang, uji.pelaku["admin"], berkas)
    monkeypatch.setattr(pulihkan, "pilih_cadangan", lambda _i: berkas)
    monkeypatch.setattr(DialogPulihkan, "ask", classmethod(lambda _k, _i, _b: ("admin", SANDI)))
    gerbang = Gerbang(tmp_path / "baru", JobLangsung())
    qtbot.addWidget(gerbang.awal)
    gerbang.pulihkan()
    assert pesan_uji.terakhir.judul == "Data sudah dipulihkan"
    gerbang.masuk("admin", SANDI)
    assert gerbang.jendela.isVisible()
    gerbang.tutup()


def test_a_forgotten_password_is_replaced_by_the_paper_key(
    qtbot: QtBot, uji: KantorUji, gerbang: Gerbang, pesan_uji: PenyampaiUji
) -> None:
    gantungan = kunci.baca(uji.folder)
    dek = kunci.dek_dari_sandi(gantungan, "admin", SANDI)[0]
    kertas = kunci.kunci_pemulihan_baru()
    slot = kunci.segel(dek, gantungan.toko_id, "", kertas, kdf=kunci.KDF_CONTOH, jenis="pemulihan")
    kunci.tulis(uji.folder, gantungan.dengan(slot))
    gerbang.tampilkan_lupa()
    halaman = _halaman(gerbang)
    assert isinstance(halaman, HalamanLupaSandi)
    halaman.coba()
    assert halaman.kunci.salah.text() == "Kunci harus diisi."
    for isian, nilai in ((halaman.kunci, kertas), (halaman.nama, "kabid")):
        isian.widget.setText(nilai)
    for isian in (halaman.sandi, halaman.ulang):
        isian.widget.setText("sandi-baru-sekali")
    qtbot.mouseClick(halaman.ganti, Qt.MouseButton.LeftButton)
    assert pesan_uji.terakhir.judul == "Sandi sudah diganti"
    gerbang.masuk("kabid", "sandi-baru-sekali")
    assert gerbang.jendela is not None


def test_the_light_check_for_a_store_agrees_with_the_heavy_one(uji: KantorUji, tmp_path: Path) -> None:
    assert (tempat.NAMA_TOKO, tempat.NAMA_KUNCI) == (toko.NAMA_BASIS_DATA, kunci.NAMA_BERKAS)
    assert tempat.NAMA_BELUM_SELESAI == toko.NAMA_BELUM_SELESAI
    assert tempat.ada_toko(uji.folder)
    toko.tandai_belum_selesai(uji.folder)
    assert not tempat.ada_toko(uji.folder)
    assert not tempat.ada_toko(tmp_path)
    assert tempat.akun_contoh(tmp_path) == []
