"""The questions of a desk: what they offer, what they refuse, what they give back."""

from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.kegiatan import DataBarang, DataTahap, buat_kegiatan
from app.sop import muat
from app.sop.halaman import lihat_langkah
from app.sop.kelengkapan import PemohonKurang
from db.istilah import JenisBantuan
from tests.helpers.toko import KantorUji
from ui.komponen import DialogSalur
from ui.meja.dialog import DialogAlasan, DialogKecuali, DialogKertas, DialogPosisi, DialogSelesai
from ui.meja.kegiatan_baru import DialogKegiatan

HARI = date(2026, 3, 2)
SOP = [muat.muat_bawaan(kode) for kode in muat.BAWAAN]


def _tampil(qtbot: QtBot, dialog: DialogSalur) -> None:
    qtbot.addWidget(dialog)
    dialog.show()


def _setuju(qtbot: QtBot, dialog: DialogSalur) -> bool:
    qtbot.mouseClick(dialog.setuju, Qt.MouseButton.LeftButton)
    return not dialog.isVisible()


def test_a_reason_is_always_needed(qtbot: QtBot) -> None:
    dialog = DialogAlasan(
        None,
        "Kembalikan",
        "",
        setuju="&Kembalikan",
        nama_ikon="undo-2",
        tujuan=[(2, "2 (Verifikasi)"), (1, "1 (Usulan)")],
    )
    _tampil(qtbot, dialog)
    assert not _setuju(qtbot, dialog)
    assert dialog.isian.salah.text() == "Alasan harus diisi."
    qtbot.keyClicks(dialog.alasan, "NIK keliru")
    dialog.tujuan.nilai = 1
    assert _setuju(qtbot, dialog)
    assert dialog.jawaban == ("NIK keliru", 1, None)


def test_passing_over_a_decision_asks_for_its_answer(qtbot: QtBot) -> None:
    dialog = DialogAlasan(None, "Lewati", "", setuju="&Lewati", nama_ikon="x", cabang=("Ya: 5", "Tidak: 6"))
    _tampil(qtbot, dialog)
    dialog.keputusan.nilai = "tidak"
    qtbot.keyClicks(dialog.alasan, "x")
    assert dialog.jawaban == ("x", None, "tidak")


def _halaman(uji: KantorUji, langkah: int) -> object:
    with uji.menulis() as kerja:
        kegiatan_id: UUID = buat_kegiatan(kerja, kode_sop="dtks", nama="DTKS", tahun=2026, mulai_langkah=langkah)
        from app.kegiatan import lihat_kegiatan

        kini = lihat_kegiatan(kerja, kegiatan_id).ringkasan.pelaksanaan_kini
        assert kini is not None
        return lihat_langkah(kerja, kini)


def test_finishing_needs_an_output_and_a_day_that_was(qtbot: QtBot, uji: KantorUji) -> None:
    dialog = DialogSelesai(None, _halaman(uji, 8), HARI)
    _tampil(qtbot, dialog)
    dialog.tanggal.nilai = date(2026, 3, 9)
    assert not _setuju(qtbot, dialog)
    assert dialog.isian_hasil.salah.text() == "Hasil langkah harus diisi."
    assert dialog.isian_tanggal.salah.text() == "Tanggal tidak boleh sesudah hari ini."
    dialog.tanggal.nilai = date(2026, 2, 27)
    qtbot.keyClicks(dialog.hasil, "SK dicatat")
    assert _setuju(qtbot, dialog)
    assert (dialog.jawaban.hasil, dialog.jawaban.tanggal, dialog.jawaban.keputusan) == (
        "SK dicatat", date(2026, 2, 27), None,
    )  # fmt: skip


def test_a_decision_that_the_data_make_is_shown_not_asked(qtbot: QtBot, uji: KantorUji) -> None:
    dialog = DialogSelesai(None, _halaman(uji, 4), HARI)
    _tampil(qtbot, dialog)
    qtbot.keyClicks(dialog.hasil, "Hasil dicatat")
    assert dialog.jawaban.keputusan == "tidak"
    assert not dialog._pilihan.buttons()


def test_who_signed_on_paper(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = DialogKertas(
        None, [("kabid", "Kabid"), ("bupati", "Bupati")], [("Budi, S.Sos.", "Kabid Rehsos")], HARI, untuk="kabid"
    )
    _tampil(qtbot, dialog)
    assert (dialog.jenis.nilai, dialog.peran.nilai) == ("paraf", "kabid")
    assert not _setuju(qtbot, dialog)
    assert dialog.isian_nama.salah.text() == "Nama harus diisi."
    qtbot.keyClicks(dialog.nama.lineEdit(), "Budi, S.Sos.")
    assert dialog.jabatan.text() == "Kabid Rehsos"
    dialog.tanggal.nilai = date(2026, 3, 3)
    assert not _setuju(qtbot, dialog)
    dialog.tanggal.nilai = HARI
    berkas = tmp_path / "a.pdf"
    berkas.write_bytes(b"x")
    dialog.berkas.atur(berkas)
    assert _setuju(qtbot, dialog)
    assert dialog.jawaban.pindaian == berkas
    assert dialog.jawaban.peran_sop == "kabid"


def test_a_file_goes_to_somebody_on_a_day(qtbot: QtBot) -> None:
    dialog = DialogPosisi(None, "Kirim", HARI, setuju="&Catat", pihak=["Bagian Hukum", "Sekda"])
    _tampil(qtbot, dialog)
    dialog.pihak.setEditText("")
    assert not _setuju(qtbot, dialog)
    assert dialog.isian_pihak.salah.text() == "Pihak harus diisi."
    dialog.pihak.setEditText("Asisten II")
    assert _setuju(qtbot, dialog)
    assert dialog.jawaban == ("Asisten II", HARI, "")


def test_it_cannot_come_back_before_it_went(qtbot: QtBot) -> None:
    dialog = DialogPosisi(None, "Kembali", HARI, setuju="&Catat", sejak=HARI, dengan_hasil=True)
    _tampil(qtbot, dialog)
    dialog.tanggal.nilai = date(2026, 3, 1)
    assert not _setuju(qtbot, dialog)
    assert dialog.isian_tanggal.salah.text() == "Tanggal tidak boleh sebelum berkas dikirim."


def test_everybody_but_those_chosen(qtbot: QtBot) -> None:
    orang = [PemohonKurang(uuid4(), nama, "62.09.03.2004", ("ktp",)) for nama in ("Ani", "Budi", "Citra")]
    dialog = DialogKecuali(None, "KTP", orang, {"62.09.03.2004": "Kujan"})
    _tampil(qtbot, dialog)
    assert dialog.jumlah.text() == "0 tetap belum lengkap, 3 dicentang lengkap"
    dialog.tabel.pilih_baris(1)
    assert dialog.jumlah.text() == "1 tetap belum lengkap, 2 dicentang lengkap"
    dialog._temukan("cit")
    assert dialog.tabel.currentIndex().row() == 2
    assert dialog.jawaban == [orang[1].usulan_id]


# --- new kegiatan -----------------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(qtbot: QtBot) -> DialogKegiatan:
    dialog = DialogKegiatan(None, SOP, HARI)
    _tampil(qtbot, dialog)
    return dialog


def _pilih(dialog: DialogKegiatan, kode: str) -> None:
    dialog.sop.nilai = kode


def test_a_name_is_offered_until_one_is_written(qtbot: QtBot, dialog: DialogKegiatan) -> None:
    assert dialog.nama.text().endswith("2026")
    dialog.tahun.setValue(2027)
    assert dialog.nama.text().endswith("2027")
    dialog.nama.setText("Bansos saya")
    dialog.tahun.setValue(2028)
    assert dialog.nama.text() == "Bansos saya"


def test_money_is_asked_for_where_the_sop_gives_money(qtbot: QtBot, dialog: DialogKegiatan) -> None:
    assert not _setuju(qtbot, dialog)
    assert dialog.isian_nominal.salah.text() == "Isi nilai rupiah per penerima."
    qtbot.keyClicks(dialog.nominal, "1500000")
    dialog.tahap.setValue(2)
    assert _setuju(qtbot, dialog)
    isian = dialog.jawaban.isian
    assert (isian["nominal"], isian["tahap"]) == (1_500_000, [DataTahap("Tahap 1"), DataTahap("Tahap 2")])


def test_a_triwulan_is_asked_for_where_the_sop_runs_by_it(qtbot: QtBot, dialog: DialogKegiatan) -> None:
    _pilih(dialog, "dtks")
    assert dialog.isian_nominal.isHidden()
    assert not dialog.isian_triwulan.isHidden()
    assert "Triwulan I" in dialog.nama.text()
    assert _setuju(qtbot, dialog)
    isian = dialog.jawaban.isian
    assert isian["periode"] == "Triwulan I"
    assert "nominal" not in isian


def test_goods_are_named_line_by_line(qtbot: QtBot, dialog: DialogKegiatan) -> None:
    _pilih(dialog, "uep")
    dialog.jenis.nilai = JenisBantuan.BARANG
    assert not _setuju(qtbot, dialog)
    assert dialog.salah.text() == "Sebutkan barang yang diterima setiap orang."
    qtbot.keyClicks(dialog.barang.baris[0].nama, "Mesin jahit")
    qtbot.mouseClick(dialog.barang.tambah, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.barang.baris[1].nama, "Benang")
    dialog.barang.baris[1].jumlah.setValue(10)
    qtbot.mouseClick(dialog.barang.tambah, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.barang.baris[2].buang, Qt.MouseButton.LeftButton)
    assert _setuju(qtbot, dialog)
    assert dialog.jawaban.isian["barang"] == [DataBarang("Mesin jahit"), DataBarang("Benang", "buah", 10)]


def test_a_kegiatan_under_way_names_its_earlier_days(qtbot: QtBot, dialog: DialogKegiatan, uji: KantorUji) -> None:
    dialog.panel_mulai.buka()
    dialog.mulai.nilai = 3
    assert sorted(dialog.tanggal) == [1, 2]
    dialog.tanggal[1].nilai = date(2026, 1, 5)
    qtbot.keyClicks(dialog.nominal, "900000")
    assert _setuju(qtbot, dialog)
    isian = dialog.jawaban.isian
    assert (isian["mulai_langkah"], isian["tanggal_sebelum"]) == (3, {1: date(2026, 1, 5)})
    with uji.menulis() as kerja:
        assert buat_kegiatan(kerja, **isian)


def test_the_items_of_the_source_are_offered_with_cards(qtbot: QtBot, dialog: DialogKegiatan) -> None:
    dialog.jenis.nilai = JenisBantuan.KARTU
    nama = [b.nama.text() for b in dialog.barang.baris]
    assert any("tabungan" in n.lower() for n in nama)
    assert not dialog.barang.isHidden()
    assert isinstance(dialog.barang, QWidget)
