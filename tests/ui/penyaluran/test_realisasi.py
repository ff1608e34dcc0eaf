"""The sheet for the bank in the window: written, shown before it counts, recorded at once."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.penyaluran import ringkasan_penyaluran
from app.penyaluran.realisasi import Realisasi, SelSalah
from db.galat import KnownError
from db.istilah import HasilSalur, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import isi_usulan, tetapkan
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from ui.penyaluran.daftar import HalamanPenyaluran
from ui.penyaluran.realisasi import DialogRealisasi

BAIK = Realisasi(2, 3_000_000, {HasilSalur.REKENING_BERMASALAH: 1}, 4, ())
SALAH = Realisasi(2, 0, {}, 0, (SelSalah("I5", "SITI", KnownError("realisasi_hasil_asing", tertulis="mungkin")),))


def test_the_sheet_goes_out_and_comes_back(
    qtbot: QtBot, uji: KantorUji, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan, 3, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan)
    suasana = layar(uji)
    halaman = suasana.tampil(HalamanPenyaluran(suasana.konteks, kegiatan), qtbot)
    unduh, masuk, _ = halaman.realisasi.menu().actions()
    berkas = tmp_path / "realisasi.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(berkas), ""))
    unduh.trigger()
    assert "3 penerima" in pesan_uji.terakhir.judul
    buku = load_workbook(berkas)
    buku["Realisasi"]["I4"] = "Dibayar"
    buku.save(berkas)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(berkas), ""))
    dilihat: list[Realisasi] = []

    def jawab(_induk: Any, r: Realisasi) -> bool:
        dilihat.append(r)
        return len(dilihat) > 1

    monkeypatch.setattr(DialogRealisasi, "ask", jawab)
    masuk.trigger()
    assert _tersalur(uji, kegiatan) == 0
    masuk.trigger()
    assert _tersalur(uji, kegiatan) == 1
    assert [(r.dibayar, r.kosong) for r in dilihat] == [(1, 2), (1, 2)]


def _tersalur(uji: KantorUji, kegiatan: UUID) -> int:
    with uji.membaca() as kerja:
        return ringkasan_penyaluran(kerja, kegiatan).seluruh.tersalur.orang


def test_a_wrong_cell_leaves_nothing_to_agree_to(qtbot: QtBot) -> None:
    dialog = DialogRealisasi(None, SALAH)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.setuju.isVisible()
    assert dialog.model.index(0, 0).data() == "I5"
    assert "mungkin" in dialog.model.index(0, 2).data()


def test_a_good_sheet_says_what_it_would_record(qtbot: QtBot) -> None:
    dialog = DialogRealisasi(None, BAIK)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.setuju.isVisible()
    assert dialog.jawaban
