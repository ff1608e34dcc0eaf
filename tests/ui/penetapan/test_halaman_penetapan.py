"""The decree's page: freeze, excuse, record, change."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.kantor import DataPejabat, simpan_pejabat
from app.kegiatan import buat_kegiatan
from app.penetapan import daftar_penetapan, penetapan_berlaku
from db.istilah import StatusPenetapan, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.penetapan.dialog import DialogKalimat, DialogSk, JawabanSk
from ui.penetapan.halaman import HalamanPenetapan
from ui.penetapan.perubahan import DialogPerubahan

HARI_SK = date(2026, 3, 2)
SK = JawabanSk("188.45/12/2026", date(2026, 3, 2), "Penetapan", "H. Contoh", "Bupati Lamandau", "", None)


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis("admin") as kerja:
        simpan_pejabat(kerja, DataPejabat("H. Contoh", "Bupati Lamandau", "bupati"))
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan_id, 6, status=StatusUsulan.LAYAK)
        isi_usulan(kerja, kegiatan_id, 1, status=StatusUsulan.LAYAK, mulai=50, orang={"nik": None})
        isi_usulan(kerja, kegiatan_id, 2, mulai=60)
    return kegiatan_id


@pytest.fixture
def halaman(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> HalamanPenetapan:
    return kantor.tampil(HalamanPenetapan(kantor.konteks, kegiatan), qtbot)


def pasang(monkeypatch: pytest.MonkeyPatch, dialog: type, jawab: object) -> None:
    monkeypatch.setattr(dialog, "ask", classmethod(lambda *_: jawab))


def tekan(qtbot: QtBot, tombol: object) -> None:
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


def angka(halaman: HalamanPenetapan) -> list[str]:
    return [k.accessibleName().split(" ")[0] for k in halaman.angka]


def test_before_the_list_is_frozen(halaman: HalamanPenetapan) -> None:
    assert halaman.keadaan.text() == "Daftar belum disusun"
    assert "2 usulan belum diputuskan" in halaman.keraguan.text()
    assert angka(halaman) == ["6", "Rp", "1", "2"]
    assert halaman.utama.text() == "&Susun daftar penerima"


def test_the_list_is_frozen_and_the_decree_recorded(
    halaman: HalamanPenetapan, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tekan(qtbot, halaman.utama)
    assert len(halaman.penerima.model.semua) == 6
    assert halaman.utama.text() == "&Catat SK…"
    pasang(monkeypatch, DialogSk, SK)
    tekan(qtbot, halaman.utama)
    with uji.membaca() as kerja:
        sah = penetapan_berlaku(kerja, kegiatan)
    assert sah is not None
    assert (sah.nomor, sah.jumlah_orang, sah.jumlah_nominal) == ("188.45/12/2026", 6, 9_000_000)
    assert not halaman.utama.isEnabled()
    assert halaman.kaki.alasan.text() == "Daftar sudah terkunci oleh SK"


def test_a_letter_lets_someone_in_without_nik(
    halaman: HalamanPenetapan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman.lembar.setCurrentIndex(1)
    halaman.luar.tabel.pilih_baris(0)
    pasang(monkeypatch, DialogKalimat, "Surat Dukcapil 470/12")
    tekan(qtbot, halaman.luar.tombol)
    assert len(halaman.penerima.model.semua) == 7
    assert halaman.luar.model.rowCount() == 0
    assert "Surat Dukcapil 470/12" in {b.pengecualian for b in halaman.penerima.model.semua}


def test_a_draft_is_thrown_away(
    halaman: HalamanPenetapan, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, pesan_uji: PenyampaiUji
) -> None:
    tekan(qtbot, halaman.utama)
    tekan(qtbot, halaman.buang)
    assert pesan_uji.terakhir.bahaya
    with uji.membaca() as kerja:
        assert daftar_penetapan(kerja, kegiatan) == []


def test_another_decree_changes_the_list(
    halaman: HalamanPenetapan, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tekan(qtbot, halaman.utama)
    pasang(monkeypatch, DialogSk, SK)
    tekan(qtbot, halaman.utama)
    keluar = halaman.penerima.model.baris(0).penerima_id
    pasang(monkeypatch, DialogPerubahan, ({keluar: "meninggal dunia"}, ()))
    tekan(qtbot, halaman.ubah)
    assert halaman.keadaan.text() == "Draf perubahan"
    assert len(halaman.penerima.model.semua) == 5
    halaman.versi.tabel.pilih_baris(0)
    assert "1 dikeluarkan" in halaman.versi.beda.text()
    pasang(monkeypatch, DialogSk, JawabanSk("188.45/40/2026", date(2026, 3, 2), "", "", "", "", None))
    tekan(qtbot, halaman.utama)
    with uji.membaca() as kerja:
        versi = daftar_penetapan(kerja, kegiatan)
    assert [(v.nomor_versi, v.status, v.jumlah_orang) for v in versi] == [
        (2, StatusPenetapan.SAH, 5),
        (1, StatusPenetapan.SAH, 6),
    ]


def test_the_change_dialog_wants_a_reason(
    halaman: HalamanPenetapan, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tekan(qtbot, halaman.utama)
    pasang(monkeypatch, DialogSk, SK)
    tekan(qtbot, halaman.utama)
    assert halaman._sah is not None
    dialog = DialogPerubahan(None, halaman.konteks, kegiatan, halaman._sah.id)
    qtbot.addWidget(dialog)
    assert dialog.periksa() == "Belum ada yang ditandai."
    dialog.keluar.pilih_baris(0)
    assert dialog.periksa() == "Isi alasan bagi yang dikeluarkan."
    dialog.alasan.setText("pindah")
    assert dialog.periksa() == ""
    assert len(dialog.jawaban[0]) == 1


def test_the_decree_dialog_checks(qtbot: QtBot) -> None:
    pejabat = [DataPejabat("H. Contoh", "Bupati Lamandau", "bupati")]
    dialog = DialogSk(None, 6, 9_000_000, pejabat, date(2026, 3, 2), "Penetapan")
    qtbot.addWidget(dialog)
    assert dialog.periksa()
    assert dialog.i_nomor.salah.text() == "Harus diisi."
    dialog.nomor.setText("188")
    dialog.tanggal.nilai = date(2026, 3, 3)
    assert dialog.periksa()
    dialog.tanggal.nilai = date(2026, 3, 2)
    assert dialog.periksa() == ""
    assert (dialog.jawaban.penandatangan, dialog.jawaban.jabatan) == ("H. Contoh", "Bupati Lamandau")


def test_who_may_not_decree_only_looks(uji: KantorUji, kegiatan: UUID, qtbot: QtBot) -> None:
    admin = layar(uji, "admin")
    halaman = admin.tampil(HalamanPenetapan(admin.konteks, kegiatan), qtbot)
    assert not halaman.utama.isEnabled()
    assert "tidak berwenang" in halaman.kaki.alasan.text()


def test_a_decree_may_delegate_and_a_change_may_stand_on_it(qtbot: QtBot) -> None:
    awal = DialogSk(None, 3, 0, [], HARI_SK, "Penetapan")
    ubah = DialogSk(None, 3, 0, [], HARI_SK, "Perubahan", "SK 188: diktum kelima")
    for dialog in (awal, ubah):
        qtbot.addWidget(dialog)
        dialog.show()
    awal.delegasi.setText(" Diktum kelima ")
    assert (awal.jawaban.delegasi, awal.jawaban.menurut_delegasi) == ("Diktum kelima", False)
    assert not awal.menurut.isVisible()
    ubah.menurut.setChecked(True)
    assert ubah.menurut.isVisible()
    assert ubah.menurut.toolTip() == "SK 188: diktum kelima"
    assert ubah.jawaban.menurut_delegasi
