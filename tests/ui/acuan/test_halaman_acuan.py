"""The page Daftar acuan: a list taken in, replaced and withdrawn, its file saved again; chips wherever people are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.acuan.baca import periksa_acuan
from app.acuan.batas import batas_desil
from app.acuan.bentuk import KepalaAcuan
from app.acuan.simpan import simpan_acuan
from app.acuan.tanda import Cara, Tanda, TandaAcuan
from db.dasar import id_baru
from db.istilah import JenisAcuan
from db.model import Kegiatan, Usulan
from tests.helpers import lembar as buat
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan, nama_uji, nik_uji
from tests.helpers.konteks import Layar, layar
from tests.helpers.lembar import Lembar
from tests.helpers.toko import KantorUji
from ui.acuan import tulisan
from ui.acuan.batas import BatasKegiatan, DialogBatas
from ui.acuan.dialog import DialogAmbil, DialogPratinjau, Permintaan, Simpanan
from ui.acuan.halaman import HalamanAcuan
from ui.orang.satu import HalamanSatuOrang
from ui.penetapan.dialog import DialogKalimat
from ui.tema import Nada
from ui.verifikasi.halaman import HalamanVerifikasi

HARI = date(2026, 2, 1)
Tulis = Callable[..., Path]


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji)


@pytest.fixture
def tulis(tmp_path: Path) -> Tulis:
    def jadi(
        baris: list[list[Any]], nama: str = "acuan.xlsx", judul: tuple[str, ...] = ("NIK", "NAMA", "DESIL")
    ) -> Path:
        (tmp_path / nama).write_bytes(buat.xlsx(Lembar([list(judul), *baris])))
        return tmp_path / nama

    return jadi


def impor(uji: KantorUji, berkas: Path, jenis: JenisAcuan = JenisAcuan.DTSEN) -> UUID:
    with uji.menulis("operator") as kerja:
        hasil = periksa_acuan(kerja, [berkas], jenis=jenis, sumber="Kemensos", tanggal=HARI)
        return simpan_acuan(kerja, hasil)


def test_an_empty_page_says_what_to_do(kantor: Layar, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanAcuan(kantor.konteks), qtbot)
    assert halaman.tumpukan.currentWidget() is halaman.kosong
    assert not halaman.tarik.isEnabled()


def test_a_list_is_taken_in_shown_and_replaced(
    kantor: Layar, qtbot: QtBot, tulis: Tulis, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = kantor.tampil(HalamanAcuan(kantor.konteks), qtbot)
    dilihat: list[Any] = []

    def jawab(_induk: object, hasil: Any, berlaku: Any) -> Simpanan:
        dilihat.append((hasil.ringkasan.diambil, berlaku and berlaku.kepala.sumber))
        return Simpanan(berlaku.kepala.id if berlaku else None)

    monkeypatch.setattr(DialogPratinjau, "ask", jawab)
    for nama, desil in (("a.xlsx", 3), ("b.xlsx", 4)):
        minta = Permintaan((tulis([[nik_uji(1), "A", desil]], nama),), JenisAcuan.DTSEN, "Kemensos", HARI)
        monkeypatch.setattr(DialogAmbil, "ask", lambda *_, minta=minta: minta)
        qtbot.mouseClick(halaman.ambil, Qt.MouseButton.LeftButton)
    assert dilihat == [(1, None), (1, "Kemensos")]
    assert [tulisan.keadaan(b)[0] for b in halaman.model.semua] == ["Berlaku", "Ditarik"]


def test_a_list_is_withdrawn_with_a_reason(
    uji: KantorUji, kantor: Layar, qtbot: QtBot, tulis: Tulis, monkeypatch: pytest.MonkeyPatch
) -> None:
    impor(uji, tulis([[nik_uji(1), "A", 3]]))
    halaman = kantor.tampil(HalamanAcuan(kantor.konteks), qtbot)
    monkeypatch.setattr(DialogKalimat, "ask", lambda *_: "Salah kabupaten")
    qtbot.mouseClick(halaman.tarik, Qt.MouseButton.LeftButton)
    (satu,) = halaman.model.semua
    assert (tulisan.keadaan(satu)[0], satu.alasan) == ("Ditarik", "Salah kabupaten")
    assert not halaman.tarik.isEnabled()


def test_the_file_is_saved_again_as_it_came(
    uji: KantorUji,
    kantor: Layar,
    qtbot: QtBot,
    tulis: Tulis,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
) -> None:
    asli = tulis([[nik_uji(1), "A", 3]])
    impor(uji, asli)
    halaman = kantor.tampil(HalamanAcuan(kantor.konteks), qtbot)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    qtbot.mouseClick(halaman.unduh, Qt.MouseButton.LeftButton)
    assert (tmp_path / "acuan (2).xlsx").read_bytes() == asli.read_bytes()
    assert "acuan (2).xlsx" in pesan_uji.terakhir.isi


def test_who_may_not_import_only_looks(uji: KantorUji, qtbot: QtBot) -> None:
    kadis = layar(uji, "kadis")
    halaman = kadis.tampil(HalamanAcuan(kadis.konteks), qtbot)
    assert not halaman.ambil.isVisible()
    assert not halaman.tarik.isVisible()


def test_the_dialog_wants_files_a_source_and_a_day_that_came(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = DialogAmbil(None, HARI)
    qtbot.addWidget(dialog)
    assert dialog.periksa() == "Pilih dahulu berkasnya."
    dialog.tambah_berkas([tmp_path / "a.xlsx", tmp_path / "a.xlsx"])
    assert dialog.periksa() == "Periksa isian yang ditandai."
    dialog.sumber.setText(" Disdukcapil ")
    dialog.jenis.nilai = JenisAcuan.MENINGGAL
    assert dialog.periksa() == ""
    assert dialog.jawaban == Permintaan((tmp_path / "a.xlsx",), JenisAcuan.MENINGGAL, "Disdukcapil", HARI)
    dialog.tanggal.nilai = date(2026, 3, 1)
    assert dialog.periksa() == "Periksa isian yang ditandai."


def test_the_preview_names_what_is_left_out_and_offers_to_replace(uji: KantorUji, qtbot: QtBot, tulis: Tulis) -> None:
    impor(uji, tulis([[nik_uji(9), "A", 3]], "lama.xlsx"))
    with uji.membaca("operator") as kerja:
        from app.acuan.lihat import daftar_acuan

        (lama,) = daftar_acuan(kerja)
        isi = [[nik_uji(1), "A", 3], [nik_uji(1), "A", 3], [nik_uji(2), "B", 12]]
        hasil = periksa_acuan(kerja, [tulis(isi, "b.xlsx")], jenis=JenisAcuan.DTSEN, sumber="K", tanggal=HARI)
    dialog = DialogPratinjau(None, hasil, lama)
    qtbot.addWidget(dialog)
    assert dialog.setuju.text() == "&Simpan 2 baris"
    assert dialog.tabel.model().rowCount() == 2
    assert dialog.jawaban == Simpanan(lama.kepala.id)  # the same day: it replaces unless that is unticked
    dialog.ganti.setChecked(False)
    assert dialog.jawaban == Simpanan(None)


def tanda(jenis: JenisAcuan, cara: Cara, desil: int | None = None) -> TandaAcuan:
    return TandaAcuan(KepalaAcuan(id_baru(), jenis, "Kemensos", HARI), cara, desil)


@pytest.mark.parametrize(
    ("acuan", "maks", "kata"),
    [
        ((), 4, []),
        ((tanda(JenisAcuan.DTSEN, Cara.NIK, 3),), 4, [("Desil 3", Nada.BAIK)]),
        ((tanda(JenisAcuan.DTSEN, Cara.NIK, 3),), None, [("Desil 3", Nada.NETRAL)]),
        ((tanda(JenisAcuan.DTSEN, Cara.KELUARGA, 8),), 4, [("Desil 8, batasnya 4", Nada.BAHAYA)]),
        ((tanda(JenisAcuan.DTSEN, Cara.TIDAK),), 4, [("Tidak ada di DTSEN", Nada.PERHATIAN)]),
        ((tanda(JenisAcuan.DTKS, Cara.KELUARGA),), 4, [("Ada di DTKS", Nada.NETRAL)]),
        (
            (tanda(JenisAcuan.DTSEN, Cara.NIK, 2), tanda(JenisAcuan.MENINGGAL, Cara.NIK)),
            None,
            [("Tercatat meninggal", Nada.BAHAYA), ("Desil 2", Nada.NETRAL)],
        ),
        ((tanda(JenisAcuan.PINDAH, Cara.MUNGKIN),), None, [("Mungkin pindah", Nada.PERHATIAN)]),
    ],
)
def test_chips_say_the_gravest_first(acuan: Tanda, maks: int | None, kata: list[tuple[str, Nada]]) -> None:
    assert tulisan.chip(acuan, maks) == kata


def test_grid_page_and_person_show_the_chip(uji: KantorUji, kantor: Layar, qtbot: QtBot, tulis: Tulis) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, aturan={"desil_maks": 4})
        ids = isi_usulan(kerja, kegiatan_id, 3, desa=("62.09.03.2001",))
        orang = kerja.sesi.get_one(Usulan, ids[1]).orang_id
        assert kerja.sesi.get_one(Kegiatan, kegiatan_id).aturan == {"desil_maks": 4}
    halaman = kantor.tampil(HalamanVerifikasi(kantor.konteks, kegiatan_id), qtbot)

    def catatan() -> dict[UUID, str]:
        return {b.usulan_id: halaman.model.kolom[6].teks(b) for b in halaman.model.semua}

    assert set(catatan().values()) == {""}
    impor(uji, tulis([[nik_uji(1), nama_uji(1), 2], [nik_uji(2), nama_uji(2), 9]]))
    impor(uji, tulis([[nik_uji(2), nama_uji(2)]], "mati.xlsx", ("NIK", "NAMA")), JenisAcuan.MENINGGAL)
    halaman.segarkan()
    assert catatan() == {ids[0]: "", ids[1]: "Tercatat meninggal", ids[2]: "Tidak ada di DTSEN"}
    halaman.tabel.pilih_baris([b.usulan_id for b in halaman.model.semua].index(ids[1]))
    qtbot.keyClick(halaman.tabel, Qt.Key.Key_Return)
    assert halaman.satu.acuan.kata == ["Tercatat meninggal", "Desil 9, batasnya 4"]
    satu = kantor.tampil(HalamanSatuOrang(kantor.konteks), qtbot)
    satu.buka(orang)
    assert satu.chip.kata == ["Tercatat meninggal", "Desil 9"]


def test_a_limit_is_set_for_a_running_kegiatan(
    uji: KantorUji, kantor: Layar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, nama="Bansos Berbatas")
    halaman = kantor.tampil(HalamanAcuan(kantor.konteks), qtbot)
    monkeypatch.setattr(DialogBatas, "ask", lambda _induk, semua: replace(semua[0], desil=4))
    qtbot.mouseClick(halaman.batas, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert batas_desil(kerja, kegiatan_id) == 4


def test_the_limit_s_dialog_shows_what_holds_now(qtbot: QtBot) -> None:
    satu, dua = BatasKegiatan(id_baru(), "Satu", 4), BatasKegiatan(id_baru(), "Dua", None)
    dialog = DialogBatas(None, [satu, dua])
    qtbot.addWidget(dialog)
    assert dialog.jawaban == satu
    dialog.kegiatan.nilai = dua.kegiatan_id
    assert dialog.jawaban == dua
