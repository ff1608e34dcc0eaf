"""SIKS-NG in the window: an answer is looked at, stored and taken back; the refused go home; the BNBA is compared."""

from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.siks.kembali import daftar_kembali
from app.siks.rekonsiliasi import Padanan
from db.istilah import StatusUsulan
from db.model import Kegiatan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan, nama_uji, nik_uji, tetapkan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.siks.hasil import HalamanHasil
from ui.siks.kembali import HalamanKembali
from ui.siks.pengembalian import DialogPengembalian, JawabanPengembalian
from ui.siks.rekonsiliasi import HalamanRekonsiliasi


def berkas(folder: Path, *isi: tuple[int, str, str], nama: str = "hasil.xlsx") -> Path:
    """Write a workbook as SIKS-NG gives it: (number of the person, answer, reason)."""
    buku = Workbook()
    lembar = buku.active
    lembar.append(["No", "NIK", "Nama", "Status", "Alasan", "ID DTKS"])
    for ke, (n, status, alasan) in enumerate(isi, 1):
        lembar.append([ke, nik_uji(n), nama_uji(n), status, alasan, f"DTKS{n:05}"])
    buku.save(folder / nama)
    return folder / nama


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji, "operator")


@pytest.fixture
def triwulan(uji: KantorUji) -> UUID:
    """A gathered triwulan with five applicants from three desa."""
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="dtks", nama="DTKS Triwulan I 2026", ditutup_pengumpulan=True)
        isi_usulan(kerja, kegiatan_id, 5)
    return kegiatan_id


def angka(halaman: HalamanHasil) -> dict[str, str]:
    return {k: kartu._angka.text() for k, kartu in halaman.angka.items()}


def klik(qtbot: QtBot, tombol: object) -> None:
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]  # a button


def test_an_answer_is_looked_at_and_then_stored(
    kantor: Layar, uji: KantorUji, triwulan: UUID, qtbot: QtBot, tmp_path: Path, pesan_uji: PenyampaiUji
) -> None:
    halaman = kantor.tampil(HalamanHasil(kantor.konteks, triwulan), qtbot)
    assert not halaman.simpan.isEnabled()
    halaman.bidang.dipilih.emit(berkas(
        tmp_path, (1, "DITERIMA", ""), (2, "DITOLAK", "NIK tidak padan"), (3, "menunggu", ""), (99, "DITERIMA", "")
    ))  # fmt: skip
    assert angka(halaman) == {"diterima": "1", "ditolak": "1", "belum": "2", "ragu": "2"}
    assert [b[1] for b in halaman.model.semua] == [
        "Tidak ada dalam triwulan ini", "Jawabannya tidak menyebut diterima atau ditolak",
    ]  # fmt: skip
    klik(qtbot, halaman.simpan)
    assert pesan_uji.terakhir.judul == "1 diterima, 1 ditolak"
    assert halaman.lembar.currentWidget() is halaman.orang
    ditolak = [(b.nama, b.alasan) for b in halaman.orang.model.semua if b.status is StatusUsulan.DITOLAK_SISTEM]
    assert ditolak == [(nama_uji(2).upper(), "NIK tidak padan")]


def test_a_list_of_refusals_accepts_the_rest(
    kantor: Layar, triwulan: UUID, qtbot: QtBot, tmp_path: Path, pesan_uji: PenyampaiUji
) -> None:
    halaman = kantor.tampil(HalamanHasil(kantor.konteks, triwulan), qtbot)
    halaman.baca_berkas(berkas(tmp_path, (2, "DITOLAK", "Sudah terdaftar")))
    assert angka(halaman)["belum"] == "4"
    klik(qtbot, halaman.sisa.kotak)
    assert angka(halaman) == {"diterima": "4", "ditolak": "1", "belum": "0", "ragu": "0"}


def test_what_is_no_list_is_told(
    kantor: Layar, triwulan: UUID, qtbot: QtBot, tmp_path: Path, pesan_uji: PenyampaiUji
) -> None:
    salah = tmp_path / "catatan.csv"
    salah.write_text("rapat hari Senin\n", encoding="utf-8")
    halaman = kantor.tampil(HalamanHasil(kantor.konteks, triwulan), qtbot)
    halaman.baca_berkas(salah)
    assert "catatan.csv" in pesan_uji.terakhir.isi
    assert not halaman.simpan.isEnabled()


def test_who_no_file_answered_is_answered_by_hand(
    kantor: Layar, triwulan: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = kantor.tampil(HalamanHasil(kantor.konteks, triwulan), qtbot)
    halaman.lembar.setCurrentWidget(halaman.orang)
    halaman.orang.status.nilai = StatusUsulan.DIUSULKAN
    halaman.orang.tabel.selectAll()
    klik(qtbot, halaman.orang.terima)
    assert halaman.orang.model.semua == ()
    halaman.orang.status.nilai = None
    halaman.orang.tabel.pilih_baris(0)
    monkeypatch.setattr("ui.siks.orang.DialogKalimat.ask", lambda *_: "No. KK tidak ditemukan")
    klik(qtbot, halaman.orang.tolak)
    assert [b.alasan for b in halaman.orang.model.semua if b.alasan] == ["No. KK tidak ditemukan"]


def test_a_stored_answer_is_taken_back(
    kantor: Layar, triwulan: UUID, qtbot: QtBot, tmp_path: Path, pesan_uji: PenyampaiUji,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    halaman = kantor.tampil(HalamanHasil(kantor.konteks, triwulan), qtbot)
    halaman.baca_berkas(berkas(tmp_path, (1, "DITERIMA", ""), (2, "DITOLAK", "x")))
    klik(qtbot, halaman.simpan)
    halaman.lembar.setCurrentWidget(halaman.terdahulu)
    halaman.terdahulu.tabel.pilih_baris(0)
    monkeypatch.setattr("ui.siks.terdahulu.DialogKalimat.ask", lambda *_: "berkas keliru")
    klik(qtbot, halaman.terdahulu.batal)
    assert pesan_uji.terakhir.judul == "2 pemohon dikembalikan seperti semula"
    halaman.lembar.setCurrentWidget(halaman.orang)
    assert {b.status for b in halaman.orang.model.semua} == {StatusUsulan.DIUSULKAN}


def test_a_closed_step_only_shows(kantor: Layar, triwulan: UUID, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanHasil(kantor.konteks, triwulan, terbuka=False), qtbot)
    assert not halaman.bidang.isEnabled()
    halaman.lembar.setCurrentWidget(halaman.orang)
    halaman.orang.tabel.selectAll()
    assert not halaman.orang.terima.isEnabled()


def test_the_refused_go_back_with_a_letter_per_desa(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="dtks", nama="DTKS Triwulan I 2026", ditutup_pengumpulan=True)
        isi_usulan(kerja, kegiatan_id, 4, status=StatusUsulan.DITOLAK_SISTEM, alasan="NIK tidak padan")
        hari = kerja.hari_ini()
    halaman = kantor.tampil(HalamanKembali(kantor.konteks, kegiatan_id), qtbot)
    assert halaman.kaki.alasan.text() == "3 desa/kelurahan dengan 4 orang belum ada suratnya"
    assert halaman.model_orang.baris(0).alasan == "NIK tidak padan"
    diminta: list[int] = []

    def jawab(_i: object, desa: list[object], _h: object, *, otomatis: bool) -> JawabanPengembalian:
        diminta.append(len(desa))
        assert not otomatis
        nomor = {d.kode_desa: f"460/{n}" for n, d in enumerate(desa, 1)}  # type: ignore[attr-defined]
        return JawabanPengembalian(hari, "Galuh Sari", nomor)

    monkeypatch.setattr(DialogPengembalian, "ask", staticmethod(jawab))
    klik(qtbot, halaman.buat)
    assert diminta == [3]
    assert [d.nomor_surat for d in halaman.model.semua] == ["460/1", "460/2", "460/3"]
    assert not halaman.buat.isEnabled()
    with uji.membaca() as kerja:
        assert all(d.surat_id for d in daftar_kembali(kerja, kegiatan_id))
    klik(qtbot, halaman.daftar)
    assert kantor.jalan.dibuka[0][0] == "dokumen"


def test_letters_need_a_number_where_the_office_counts_none(uji: KantorUji, triwulan: UUID, qtbot: QtBot) -> None:
    with uji.menulis() as kerja:
        isi_usulan(kerja, triwulan, 2, status=StatusUsulan.DITOLAK_SISTEM, mulai=20)
        desa, hari = daftar_kembali(kerja, triwulan), kerja.hari_ini()
    dialog = DialogPengembalian(None, desa, hari, otomatis=False)
    qtbot.addWidget(dialog)
    dialog.show()
    klik(qtbot, dialog.setuju)
    assert dialog.isVisible()
    for n, kotak in enumerate(dialog.nomor.values(), 1):
        qtbot.keyClicks(kotak, f"460/{n}")
    klik(qtbot, dialog.setuju)
    assert not dialog.isVisible()
    assert list(dialog.jawaban.nomor.values()) == ["460/1", "460/2"]


def test_nobody_refused_is_good_news(kantor: Layar, triwulan: UUID, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanKembali(kantor.konteks, triwulan), qtbot)
    assert halaman.tumpukan.currentWidget() is halaman.kosong
    assert not halaman.buat.isEnabled()


def test_the_new_bnba_is_compared(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, tmp_path: Path, pesan_uji: PenyampaiUji
) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="dtks", nama="DTKS Triwulan I 2026", ditutup_pengumpulan=True)
        isi_usulan(kerja, kegiatan_id, 3, status=StatusUsulan.LAYAK)
        kerja.sesi.get_one(Kegiatan, kegiatan_id).nominal = None
        tetapkan(kerja, kegiatan_id)
    halaman = kantor.tampil(HalamanRekonsiliasi(kantor.konteks, kegiatan_id), qtbot)
    assert halaman.tumpukan.currentWidget() is halaman.kosong
    halaman.baca_berkas(berkas(tmp_path, (1, "", ""), (2, "", ""), (50, "", ""), nama="bnba.xlsx"))
    klik(qtbot, halaman.cocokkan)
    assert pesan_uji.terakhir.judul == "2 dari 3 orang masuk BNBA baru"
    assert [b.nama for b in halaman.model.semua] == [nama_uji(3).upper()]
    halaman.saringan.nilai = Padanan.TIDAK_DIKIRIM
    assert [b.id_dtks for b in halaman.model.semua] == ["DTKS00050"]
    assert halaman.tabel.isVisible()
