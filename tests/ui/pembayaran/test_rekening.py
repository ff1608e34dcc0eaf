"""Accounts in the window: the list goes out, numbers come back, doubts are decided row by row, masks hold."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.penyaluran import semua_serah
from app.penyaluran.realisasi import SelSalah
from app.rekening.lihat import daftar_rekening, hitung_rekening
from app.rekening.masuk import PeriksaRekening, SelRagu
from db.galat import KnownError
from db.istilah import StatusUsulan
from db.model import Rekening
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import isi_usulan, tetapkan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.orang.satu import HalamanSatuOrang
from ui.pembayaran.pencairan import HalamanPencairan
from ui.pembayaran.perjanjian import HalamanPerjanjian
from ui.pembayaran.rekening import DialogRekening, HalamanRekening

BEDA = KnownError("rekening_pemilik_beda", pemilik="SUMIATI", nama="SITI")
RAGU = PeriksaRekening(2, (SelRagu("Q5", "SITI", (BEDA,)), SelRagu("Q6", "BUDI", (BEDA,))), 0, 3, (), (("T3", "PIN"),))
SALAH = PeriksaRekening(2, RAGU.ragu, 0, 0, (SelSalah("Q9", "ANI", KnownError("rekening_nomor_salah")),))


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan_id, 3, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan_id)
    return kegiatan_id


def tekan(qtbot: QtBot, tombol: Any) -> None:
    assert tombol.isEnabled()
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


def jawab(monkeypatch: pytest.MonkeyPatch, isi: Callable[[PeriksaRekening], frozenset[str] | None]) -> None:
    monkeypatch.setattr(DialogRekening, "ask", lambda _induk, r: isi(r))


def test_out_to_the_bank_and_back(
    qtbot: QtBot, kantor: Layar, uji: KantorUji, kegiatan: UUID, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
) -> None:  # fmt: skip
    halaman = kantor.tampil(HalamanRekening(kantor.konteks, kegiatan), qtbot)
    assert [k.accessibleName() for k in halaman.angka] == ["3 penerima", "0 sudah punya rekening", "3 belum"]
    berkas = tmp_path / "rekening.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(berkas), ""))
    halaman.unduh.menu().actions()[0].trigger()
    assert "3 orang" in pesan_uji.terakhir.judul
    buku = load_workbook(berkas)
    ws = buku["Rekening"]
    for n in (4, 5):
        ws[f"Q{n}"], ws[f"R{n}"] = f"00123456{n}", ws[f"B{n}"].value
    ws["R5"] = "ORANG LAIN"
    buku.save(berkas)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(berkas), ""))
    jawab(monkeypatch, lambda _: None)
    tekan(qtbot, halaman.masuk)
    with uji.membaca() as kerja:
        assert hitung_rekening(kerja, kegiatan).punya == 0
    jawab(monkeypatch, lambda r: frozenset(s.sel for s in r.ragu))
    tekan(qtbot, halaman.masuk)
    assert pesan_uji.terakhir.judul == "Rekening dicatat"
    assert [k.accessibleName() for k in halaman.angka] == ["3 penerima", "2 sudah punya rekening", "1 belum"]
    with uji.membaca() as kerja:
        assert sorted(b.rekening for b in semua_serah(kerja, kegiatan)) == ["", "001234564", "001234565"]
    halaman.saring.setCurrentIndex(1)
    assert halaman.model.rowCount() == 1


def test_doubts_are_taken_one_by_one(qtbot: QtBot) -> None:
    dialog = DialogRekening(None, RAGU)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.setuju.text() == "&Catat 2 rekening"
    assert dialog.jawaban == frozenset()
    assert not dialog.pakai.isEnabled()
    dialog.tabel.pilih_baris(0)
    tekan(qtbot, dialog.pakai)
    assert (dialog.jawaban, dialog.setuju.text()) == (frozenset({"Q5"}), "&Catat 3 rekening")
    assert dialog.model.index(0, 0).data() == "Dipakai"
    dialog.tabel.setFocus()
    qtbot.keyClick(dialog.tabel, Qt.Key.Key_Return)
    assert dialog.jawaban == frozenset()
    dialog.tabel.selectAll()
    tekan(qtbot, dialog.pakai)
    assert dialog.jawaban == frozenset({"Q5", "Q6"})
    tekan(qtbot, dialog.lewati)
    assert dialog.jawaban == frozenset()


def test_a_wrong_cell_leaves_nothing_to_agree_to(qtbot: QtBot) -> None:
    dialog = DialogRekening(None, SALAH)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.setuju.isVisible()
    assert dialog.batal.text() == "&Tutup"
    assert dialog.model_salah.index(0, 0).data() == "Q9"


def test_both_pages_lead_to_the_accounts(qtbot: QtBot, kantor: Layar, kegiatan: UUID) -> None:
    for halaman in (HalamanPencairan(kantor.konteks, kegiatan), HalamanPerjanjian(kantor.konteks, kegiatan)):
        tekan(qtbot, kantor.tampil(halaman, qtbot).rekening)
        assert isinstance(kantor.jalan.didorong[-1], HalamanRekening)


def test_who_may_not_sees_masks_and_dead_buttons(qtbot: QtBot, uji: KantorUji, kegiatan: UUID) -> None:
    admin = layar(uji, "admin")
    with uji.menulis() as kerja:
        orang = daftar_rekening(kerja, kegiatan)[0].orang_id
        kerja.sesi.add(Rekening(orang_id=orang, bank="Bank Contoh", nomor="001234567890", atas_nama="SITI"))
    halaman = admin.tampil(HalamanRekening(admin.konteks, kegiatan), qtbot)
    assert not halaman.unduh.isEnabled()
    assert not halaman.masuk.isEnabled()
    satu = admin.tampil(HalamanSatuOrang(admin.konteks), qtbot)
    satu.buka(orang)
    assert _rekening(satu) == ["Bank Contoh ••••••••7890", "atas nama SITI"]


def test_numbers_open_with_the_identifiers(qtbot: QtBot, kantor: Layar, uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        orang = daftar_rekening(kerja, kegiatan)[0].orang_id
        kerja.sesi.add(Rekening(orang_id=orang, nomor="001234567890", aktif=False))
    satu = kantor.tampil(HalamanSatuOrang(kantor.konteks), qtbot)
    satu.buka(orang)
    assert _rekening(satu) == ["Bank belum diketahui ••••••••7890", "tidak dipakai lagi"]
    tekan(qtbot, satu.tombol_identitas)
    assert _rekening(satu)[0] == "Bank belum diketahui 001234567890"


def _rekening(satu: HalamanSatuOrang) -> list[str]:
    return [satu.rekening.itemAt(n).widget().text() for n in range(satu.rekening.count())]
