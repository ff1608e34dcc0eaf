"""Vendor, agreement, SP2D, STS: recorded with their scans, mended with a reason, the sum always shown."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.mitra import DataMitra, catat_mitra, daftar_mitra, daftar_perjanjian
from app.pencairan import Posisi, daftar_pencairan, daftar_setoran
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import catat_hasil, daftar_serah
from app.sop.definisi import Aksi
from db.istilah import HasilSalur, JenisPerjanjian, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.pembayaran.dialog import DialogPencairan, DialogSetoran, JawabanUang
from ui.pembayaran.pencairan import HalamanPencairan
from ui.pembayaran.perjanjian import DialogMitra, DialogPerjanjian, HalamanPerjanjian, JawabanPerjanjian

HARI = date(2026, 3, 2)
HAK = 4 * 1_500_000


@pytest.fixture
def kantor(uji: KantorUji, pesan_uji: PenyampaiUji) -> Layar:
    return layar(uji)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000)
        isi_usulan(kerja, kegiatan_id, 4, status=StatusUsulan.LAYAK)
        susun_penetapan(kerja, kegiatan_id)
        sahkan_sk(kerja, kegiatan_id, nomor="188", tanggal=HARI)
    return kegiatan_id


def pasang(monkeypatch: pytest.MonkeyPatch, dialog: type, jawab: object) -> None:
    monkeypatch.setattr(dialog, "ask", classmethod(lambda *_: jawab))


def tekan(qtbot: QtBot, tombol: object) -> None:
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


# --- agreements -------------------------------------------------------------------------------------------------------


def test_a_vendor_and_its_letter(
    kantor: Layar, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    halaman = kantor.tampil(HalamanPerjanjian(kantor.konteks, kegiatan, Aksi.PENUNJUKAN_VENDOR), qtbot)
    assert halaman.tumpukan.currentWidget() is halaman.kosong
    pasang(monkeypatch, DialogMitra, DataMitra("Bank Contoh", "bank"))
    tekan(qtbot, halaman.tambah)
    with uji.membaca() as kerja:
        (mitra,) = daftar_mitra(kerja)
    assert mitra.id is not None
    (tmp_path / "surat.pdf").write_bytes(b"%PDF-1.4")
    jawab = JawabanPerjanjian(
        mitra.id, JenisPerjanjian.PENUNJUKAN, "500/1/2026", "", HARI, "Penunjukan", tmp_path / "surat.pdf"
    )
    pasang(monkeypatch, DialogPerjanjian, jawab)
    tekan(qtbot, halaman.catat)
    with uji.membaca() as kerja:
        (satu,) = daftar_perjanjian(kerja, kegiatan)
    assert (satu.jenis, satu.nomor, satu.lampiran_id is not None) == (JenisPerjanjian.PENUNJUKAN, "500/1/2026", True)
    halaman.tabel.pilih_baris(0)
    assert halaman.lihat.isEnabled()


def test_without_a_vendor_that_is_asked_first(
    kantor: Layar, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = kantor.tampil(HalamanPerjanjian(kantor.konteks, kegiatan), qtbot)
    pasang(monkeypatch, DialogMitra, DataMitra("Kantor Pos", "pos"))
    pasang(monkeypatch, DialogPerjanjian, None)
    tekan(qtbot, halaman.catat)
    with uji.membaca() as kerja:
        assert [m.nama for m in daftar_mitra(kerja)] == ["Kantor Pos"]


def test_the_same_name_twice_is_refused(
    kantor: Layar,
    uji: KantorUji,
    kegiatan: UUID,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
) -> None:
    with uji.menulis() as kerja:
        catat_mitra(kerja, DataMitra("Bank Contoh"))
    halaman = kantor.tampil(HalamanPerjanjian(kantor.konteks, kegiatan), qtbot)
    pasang(monkeypatch, DialogMitra, DataMitra("bank contoh"))
    tekan(qtbot, halaman.tambah)
    assert pesan_uji.terakhir.judul == "Belum dapat dilakukan"


def test_the_agreement_dialog_checks(qtbot: QtBot, kegiatan: UUID) -> None:
    dialog = DialogPerjanjian(None, [DataMitra("Bank", id=kegiatan)], JenisPerjanjian.MOU, HARI)
    qtbot.addWidget(dialog)
    assert dialog.periksa()
    dialog.nomor_mitra.setText("B/12")
    assert dialog.periksa() == ""
    assert (dialog.jawaban.mitra_id, dialog.jawaban.jenis) == (kegiatan, JenisPerjanjian.MOU)
    dialog.tanggal.nilai = date(2026, 3, 3)
    assert dialog.periksa()


# --- money ------------------------------------------------------------------------------------------------------------


def sp2d(tahap: UUID, nilai: int = HAK, alasan: str = "", **lain: str) -> JawabanUang:
    return JawabanUang(tahap, "SP2D-1", HARI, nilai, alasan, "LS", **lain)


@pytest.fixture
def halaman(kantor: Layar, kegiatan: UUID, qtbot: QtBot) -> HalamanPencairan:
    return kantor.tampil(HalamanPencairan(kantor.konteks, kegiatan), qtbot)


def test_money_in_handed_over_and_given_back(
    halaman: HalamanPencairan, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tahap,) = (t for t, _, _ in halaman._tahap)
    pasang(monkeypatch, DialogPencairan, sp2d(tahap))
    tekan(qtbot, halaman.catat)
    with uji.menulis() as kerja:
        for satu in daftar_serah(kerja, kegiatan)[:3]:
            catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
    pasang(monkeypatch, DialogSetoran, JawabanUang(tahap, "STS-1", HARI, 1_500_000, "satu meninggal"))
    tekan(qtbot, halaman.setor)
    assert [k.accessibleName() for k in halaman.angka] == [
        "Rp 6.000.000 SP2D",
        "Rp 4.500.000 tersalur",
        "Rp 1.500.000 disetor kembali",
        "Rp 0 masih di bank/bendahara",
    ]
    with uji.membaca() as kerja:
        assert [s.nilai for s in daftar_setoran(kerja, kegiatan)] == [1_500_000]


def test_giving_back_too_much_is_refused(
    halaman: HalamanPencairan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    (tahap,) = (t for t, _, _ in halaman._tahap)
    pasang(monkeypatch, DialogSetoran, JawabanUang(tahap, "STS-1", HARI, 1, "uji"))
    tekan(qtbot, halaman.setor)
    assert pesan_uji.terakhir.judul == "Belum dapat dilakukan"


def test_a_slip_is_mended_with_a_reason(
    halaman: HalamanPencairan, uji: KantorUji, kegiatan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tahap,) = (t for t, _, _ in halaman._tahap)
    pasang(monkeypatch, DialogPencairan, sp2d(tahap, HAK - 1, "dibulatkan"))
    tekan(qtbot, halaman.catat)
    assert "lebih kecil Rp 1" in halaman.kalimat.text()
    assert not halaman.ubah.isEnabled()
    halaman.keluar.tabel.pilih_baris(0)
    pasang(monkeypatch, DialogPencairan, sp2d(tahap, HAK, perbaikan="salah ketik"))
    tekan(qtbot, halaman.ubah)
    with uji.membaca() as kerja:
        assert [p.nilai for p in daftar_pencairan(kerja, kegiatan)] == [HAK]


def test_the_sp2d_dialog_asks_why_it_differs(qtbot: QtBot, kegiatan: UUID) -> None:
    dialog = DialogPencairan(None, [(kegiatan, "Tahap 1", Posisi(alokasi=HAK))], HARI)
    qtbot.addWidget(dialog)
    dialog.nomor.setText("1")
    dialog.nilai.nilai = HAK - 500_000
    assert dialog.periksa() == "Jelaskan selisih dengan hak penerima."
    assert "kurang Rp 500.000" in dialog.i_alasan.petunjuk.text()
    assert dialog.terbilang.text() == "Lima juta lima ratus ribu rupiah"
    dialog.alasan.setText("satu penerima batal")
    assert dialog.periksa() == ""
    dialog.nilai.nilai = HAK
    dialog.alasan.clear()
    assert dialog.periksa() == ""
    assert dialog.jawaban.nilai == HAK


def test_the_sts_dialog_says_what_is_left(qtbot: QtBot, kegiatan: UUID) -> None:
    dialog = DialogSetoran(None, [(kegiatan, "Tahap 1", Posisi(sp2d=HAK, tersalur=4_500_000))], HARI)
    qtbot.addWidget(dialog)
    assert dialog.masih.text() == "Masih di bank/bendahara: Rp 1.500.000"
    dialog.nomor.setText("STS-1")
    dialog.nilai.nilai = 1_500_000
    assert dialog.periksa() == "Isi alasan setoran."
    dialog.alasan.setText("meninggal")
    assert dialog.periksa() == ""


def test_who_may_not_only_looks(uji: KantorUji, kegiatan: UUID, qtbot: QtBot) -> None:
    admin = layar(uji, "admin")
    halaman = admin.tampil(HalamanPencairan(admin.konteks, kegiatan), qtbot)
    assert not halaman.catat.isEnabled()
    assert not halaman.setor.isEnabled()
