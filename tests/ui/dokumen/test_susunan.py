"""The editor of layouts: fields in, order, headings, first rows; what it gives back; the page uses it."""

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from app.dokumen.isi_daftar import KolomProfil
from app.kegiatan import buat_kegiatan
from app.kerja import Kerja
from app.profil_kolom import Profil, daftar_profil, profil_dari
from app.profil_kolom.bawaan import BAWAAN
from db.istilah import JenisBantuan, StatusUsulan
from tests.helpers.kegiatan import DESA, isi_usulan, tetapkan
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from tests.reports.contoh import orang
from ui.dokumen.halaman import HalamanDokumen
from ui.dokumen.susunan import DialogSusunan, JawabanSusunan
from ui.dokumen.tujuan import TujuanDokumen
from ui.komponen import TabelData

PROFIL = [Profil(nama, kode, kolom, polos, bawaan=True) for kode, nama, kolom, polos in BAWAAN]


def _sah(kerja: Kerja) -> UUID:
    """Four people on a decree."""
    kegiatan = buat_kegiatan(
        kerja, kode_sop="rehsos", nama="Bansos Uji 2026", tahun=2026, nominal=1_500_000,
        jenis_bantuan=JenisBantuan.TUNAI, desa=DESA, tahap=["Tahap 1"],
    )  # fmt: skip
    isi_usulan(kerja, kegiatan, 4, status=StatusUsulan.LAYAK)
    tetapkan(kerja, kegiatan)
    return kegiatan


@pytest.fixture
def buka(qtbot: QtBot) -> Iterator[Callable[..., DialogSusunan]]:
    """Open editors, and have them gone at the end as `bertanya` does: the collector must not find them in a paint."""
    semua: list[DialogSusunan] = []

    def _buka(*isi: Any) -> DialogSusunan:
        semua.append(DialogSusunan(None, *isi))
        semua[-1].show()
        return semua[-1]

    yield _buka
    for satu in semua:
        shiboken6.delete(satu)


@pytest.fixture
def dialog(buka: Callable[..., DialogSusunan]) -> DialogSusunan:
    return buka(PROFIL, "lampiran-sk", tuple(orang(3)))


def _judul(dialog: DialogSusunan) -> list[str]:
    return [k.judul for k in dialog.kolom]


def test_it_begins_with_the_layout_in_use_and_shows_its_first_rows(dialog: DialogSusunan) -> None:
    assert dialog.kolom == next(b[2] for b in BAWAAN if b[0] == "lampiran-sk")
    tabel = dialog.findChild(TabelData)
    model = tabel.model()
    assert model.headerData(1, Qt.Orientation.Horizontal) == "NAMA"
    assert [model.index(r, 1).data() for r in range(3)] == [o.nama for o in orang(3)]


def test_a_field_is_added_moved_named_and_taken_out(qtbot: QtBot, dialog: DialogSusunan) -> None:
    dialog.dipakai.setCurrentRow(0)
    dialog.tersedia.setCurrentItem(dialog.tersedia.findItems("Isi yang sama", Qt.MatchFlag.MatchStartsWith)[0])
    qtbot.mouseClick(dialog.tambahkan, Qt.MouseButton.LeftButton)
    assert dialog.dipakai.currentRow() == 1
    dialog.judul_kolom.clear()
    qtbot.keyClicks(dialog.judul_kolom, "CARA")
    qtbot.keyClicks(dialog.isi_tetap, "TUNAI")
    assert dialog.kolom[1] == KolomProfil("tetap", "CARA", "TUNAI")
    qtbot.mouseClick(dialog.naik, Qt.MouseButton.LeftButton)
    assert _judul(dialog)[:2] == ["CARA", "NO"]
    qtbot.mouseClick(dialog.turun, Qt.MouseButton.LeftButton)
    assert _judul(dialog)[:2] == ["NO", "CARA"]
    banyak = len(dialog.kolom)
    qtbot.mouseClick(dialog.buang, Qt.MouseButton.LeftButton)
    assert len(dialog.kolom) == banyak - 1
    qtbot.mouseClick(dialog.kembalikan, Qt.MouseButton.LeftButton)
    assert dialog.kolom == next(b[2] for b in BAWAAN if b[0] == "lampiran-sk")


def test_a_dragged_column_moves_in_the_first_rows_too(dialog: DialogSusunan) -> None:
    akar = QModelIndex()
    assert dialog.dipakai.model().moveRow(akar, 0, akar, 3)
    assert _judul(dialog)[:3] == ["NAMA", "NIK", "NO"]
    kepala = dialog.cuplikan.itemAt(0).widget().model()
    assert [kepala.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == ["NAMA", "NIK", "NO"]


def test_a_second_column_of_a_field_gets_a_heading_of_its_own(dialog: DialogSusunan) -> None:
    for _ in range(2):
        dialog.tersedia.setCurrentItem(dialog.tersedia.findItems("NIK", Qt.MatchFlag.MatchExactly)[0])
        dialog.tambahkan.click()
    assert len(set(_judul(dialog))) == len(_judul(dialog))
    assert "NIK 3" in _judul(dialog)


@pytest.mark.parametrize(("judul", "kata"), [("", "belum berjudul"), ("nama", "dipakai dua kolom")])
def test_what_cannot_be_kept_is_said(dialog: DialogSusunan, judul: str, kata: str) -> None:
    dialog.dipakai.setCurrentRow(2)
    dialog.judul_kolom.setText(judul)
    dialog._ubah_kolom()
    dialog.coba()
    assert kata in dialog.salah.text()
    assert dialog.isVisible()


def test_a_shipped_layout_cannot_be_deleted_and_an_own_one_can(buka: Callable[..., DialogSusunan]) -> None:
    milik = Profil("Milik kami", "milik-kami", (KolomProfil("nama", "NAMA"),))
    d = buka([*PROFIL, milik], "milik-kami", ())
    assert d.hapus.isVisible()
    d.mulai.nilai = "siks-ng"
    assert not d.hapus.isVisible()
    assert d.polos.isChecked()
    d.mulai.nilai = "milik-kami"
    d.hapus.click()
    assert d.jawaban == JawabanSusunan("Milik kami", (), False, hapus=True)


def test_the_page_keeps_a_layout_and_writes_the_workbook_with_it(
    qtbot: QtBot, uji: KantorUji, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        kegiatan = _sah(kerja)
    ditanya: list[Any] = []

    def jawab(*apa: Any) -> JawabanSusunan:
        ditanya.append(apa)
        return JawabanSusunan("Daftar kecil", (KolomProfil("nama", "NAMA SAJA"),), polos=True)

    monkeypatch.setattr(DialogSusunan, "ask", jawab)
    suasana = layar(uji)
    halaman = suasana.tampil(HalamanDokumen(suasana.konteks), qtbot)
    halaman.tujuan(TujuanDokumen(kegiatan, ("bnba",)))
    halaman.isian.bentuk.atur_susunan.click()
    assert halaman.isian.permintaan.profil == "daftar-kecil"
    assert halaman.ruang.tumpukan.currentWidget() is halaman.ruang.buku
    (satu,) = ditanya
    assert [b.nama for b in satu[3]]
    assert len(satu[1]) == len(BAWAAN)
    with uji.membaca() as kerja:
        assert profil_dari(kerja, "daftar kecil").polos
        assert len(daftar_profil(kerja)) == len(BAWAAN) + 1


def test_receipts_ask_how_many_a_sheet_and_nothing_else_does(qtbot: QtBot, uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = _sah(kerja)
    suasana = layar(uji)
    halaman = suasana.tampil(HalamanDokumen(suasana.konteks), qtbot)
    halaman.tujuan(TujuanDokumen(kegiatan, ("tanda-terima",)))
    bentuk = halaman.isian.bentuk
    assert (bentuk.i_per_lembar.isVisible(), bentuk.i_susunan.isVisible()) == (True, False)
    assert halaman.isian.permintaan.per_lembar == 2
    bentuk.per_lembar.nilai = 4
    assert halaman.isian.permintaan.per_lembar == 4
    halaman.tujuan(TujuanDokumen(kegiatan, ("daftar-penerima",)))
    assert not bentuk.isVisible()
    assert (halaman.isian.permintaan.per_lembar, halaman.isian.permintaan.profil) == (None, None)
    halaman.ruang.pdf.buka(None)
