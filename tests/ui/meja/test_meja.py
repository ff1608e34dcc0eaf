"""The desk over a real store: lists, a step's page, its checklist, papers and acts, by real clicks and keys."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan
from app.sop import centang, kertas
from app.sop.definisi import Aksi
from app.sop.halaman import lihat_langkah
from db.istilah import JenisBantuan, JenisTindakan, Peran, StatusLangkah
from tests.helpers.jendela import PenyampaiUji, Perjalanan, konteks_uji
from tests.helpers.toko import KantorUji
from ui.halaman import Halaman, Konteks
from ui.jobs import JobRunner
from ui.komponen import Chip, Teks, Tombol
from ui.meja import aksi
from ui.meja.dialog import DialogAlasan, DialogKertas, DialogPosisi, DialogSelesai, JawabanKertas, JawabanSelesai
from ui.meja.halaman import HalamanMeja
from ui.meja.kegiatan_baru import DialogKegiatan, JawabanKegiatan
from ui.meja.kelengkapan import BarisSyarat
from ui.meja.tindakan import DialogPilihan


@dataclass
class Meja:
    """A desk with its store."""

    uji: KantorUji
    konteks: Konteks
    jalan: Perjalanan
    halaman: HalamanMeja
    kegiatan_id: UUID

    @property
    def panel(self) -> QWidget:
        return self.halaman.panel

    def langkah(self) -> object:
        with self.uji.membaca() as kerja:
            return lihat_langkah(kerja, self.halaman.panel.pelaksanaan_id)


def _kegiatan(uji: KantorUji, **isian: object) -> UUID:
    awal = {"kode_sop": "rehsos", "nama": "Bansos Disabilitas 2026", "tahun": 2026, "nominal": 1_500_000}
    awal["jenis_bantuan"] = JenisBantuan.TUNAI
    with uji.menulis() as kerja:
        return buat_kegiatan(kerja, **(awal | isian))


@pytest.fixture
def buka(qtbot: QtBot, uji: KantorUji) -> Callable[..., Meja]:
    def buka(akun: str = "serba", peran: tuple[Peran, ...] = (Peran.PENDAMPING,), **isian: object) -> Meja:
        kegiatan_id = _kegiatan(uji, **isian)
        konteks, jalan_halaman = konteks_uji(uji.ruang, uji.pelaku[akun])
        halaman = HalamanMeja(konteks, peran)
        qtbot.addWidget(halaman)
        halaman.resize(1366, 660)
        halaman.show()
        return Meja(uji, konteks, jalan_halaman, halaman, kegiatan_id)

    return buka


def _kata(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(Teks) if not w.isHidden()]


def _tombol(widget: QWidget, teks: str) -> Tombol:
    return next(
        t for t in widget.findChildren(Tombol) if t.text().replace("&", "") == teks or t.accessibleName() == teks
    )


def _klik(qtbot: QtBot, tombol: QWidget) -> None:
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


# --- list and step ----------------------------------------------------------------------------------------------------


def test_an_empty_desk_says_what_to_do(qtbot: QtBot, uji: KantorUji, monkeypatch: pytest.MonkeyPatch) -> None:
    konteks, _ = konteks_uji(uji.ruang, uji.pelaku["kabid"])
    halaman = HalamanMeja(konteks, (Peran.KABID,))
    qtbot.addWidget(halaman)
    halaman.show()
    assert halaman.kanan.currentWidget() is halaman.kosong
    monkeypatch.setattr(DialogKegiatan, "ask", classmethod(lambda *_a: None))
    _klik(qtbot, halaman.kosong.tombol)


def test_the_desk_opens_its_first_step(buka: Callable[..., Meja]) -> None:
    meja = buka()
    panel = meja.halaman.panel
    assert panel.halaman.langkah.aksi is Aksi.IMPOR_USULAN
    kata = _kata(panel)
    assert "Yang dikerjakan" in kata
    assert "Kelengkapan" in kata
    assert meja.halaman.daftar.terpilih == panel.pelaksanaan_id
    assert "Belum bisa selesai" in panel.kaki.alasan.text()
    assert not panel.selesai.isEnabled()


def test_the_stepper_leads_to_another_step_and_back(qtbot: QtBot, buka: Callable[..., Meja]) -> None:
    meja = buka()
    awal = meja.halaman.panel.pelaksanaan_id
    meja.halaman.panel.stepper.dipilih.emit(1)
    assert meja.halaman.panel.halaman.langkah.urutan == 2
    assert meja.halaman.panel.kaki.alasan.text() == "Menunggu langkah sebelumnya"
    meja.halaman.tujuan(meja.kegiatan_id)
    assert meja.halaman.panel.pelaksanaan_id == awal


def test_another_role_only_looks_on(buka: Callable[..., Meja]) -> None:
    meja = buka("kadis", (Peran.KADIS,))
    panel = meja.halaman.panel
    meja.halaman.tujuan(meja.kegiatan_id)
    assert panel.selesai.isHidden()
    assert not any(k.isEnabled() for k in panel.findChildren(QCheckBox))
    assert panel.kaki.alasan.text().startswith("Menunggu")


def test_a_role_is_chosen_where_several_share_the_desk(buka: Callable[..., Meja]) -> None:
    meja = buka(peran=(Peran.PENDAMPING, Peran.KADIS))
    assert meja.halaman.judul == "Meja kerja"
    meja.halaman.pilih_peran.nilai = Peran.KADIS
    assert meja.halaman.peran is Peran.KADIS


def test_the_list_folds_by_itself_and_by_key(qtbot: QtBot, buka: Callable[..., Meja]) -> None:
    meja = buka()
    assert not meja.halaman.kiri.isHidden()
    meja.halaman.resize(800, 480)
    qtbot.waitUntil(meja.halaman.kiri.isHidden)
    _klik(qtbot, meja.halaman.buka_kiri)
    assert not meja.halaman.kiri.isHidden()
    _klik(qtbot, meja.halaman.lipat)
    assert meja.halaman.kiri.isHidden()


def test_a_low_window_gives_the_height_to_the_work(qtbot: QtBot, buka: Callable[..., Meja]) -> None:
    meja = buka()
    assert not meja.halaman.panel.stepper.ringkas
    meja.halaman.resize(1093, 480)
    qtbot.waitUntil(lambda: meja.halaman.panel.stepper.ringkas)


# --- checklist --------------------------------------------------------------------------------------------------------


def _baris(meja: Meja, nama: str) -> BarisSyarat:
    return next(b for b in meja.halaman.panel.findChildren(BarisSyarat) if nama in b.kotak.accessibleName())


def _baris_pertama(meja: Meja) -> BarisSyarat:
    return next(b for b in meja.halaman.panel.findChildren(BarisSyarat) if b.kotak.isEnabled() and not b._isian.pilihan)


@pytest.fixture
def langkah_sk(buka: Callable[..., Meja]) -> Meja:
    """A kegiatan under way that begins at the decree, whose papers are asked once for all."""
    return buka(mulai_langkah=3)


def test_a_box_is_ticked_and_says_who_and_when(qtbot: QtBot, langkah_sk: Meja) -> None:
    nama = _baris_pertama(langkah_sk).kotak.accessibleName()
    kotak = _baris(langkah_sk, nama).kotak
    kotak.setFocus()
    qtbot.keyClick(kotak, Qt.Key.Key_Space)
    baris = _baris(langkah_sk, nama)
    assert baris.kotak.isChecked()
    assert "Berkas fisik diterima · Serba Uji, 2 Mar 2026 09.00" in " ".join(_kata(baris))
    assert [c.text() for c in baris.findChildren(Chip)] == ["Ada"]
    qtbot.keyClick(baris.kotak, Qt.Key.Key_Space)
    assert not _baris(langkah_sk, nama).kotak.isChecked()


def test_a_file_is_attached_and_viewed(
    qtbot: QtBot, langkah_sk: Meja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = tmp_path / "sk.pdf"
    berkas.write_bytes(b"%PDF-1.4 contoh")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(berkas), ""))
    dilihat: list[tuple[UUID, str]] = []
    tindakan = langkah_sk.halaman.panel.tindakan
    monkeypatch.setattr(tindakan, "lihat", lambda i, j: dilihat.append((i, j)))
    nama = _baris_pertama(langkah_sk).kotak.accessibleName()
    _klik(qtbot, _tombol(_baris(langkah_sk, nama), f"Lampirkan {nama}"))
    baris = _baris(langkah_sk, nama)
    assert baris.kotak.isChecked()
    assert "sk.pdf" in " ".join(_kata(baris))
    _klik(qtbot, _tombol(baris, f"Lihat {nama}"))
    assert dilihat[0][1] == "sk.pdf"


def test_a_huge_file_is_refused_with_a_sentence(
    qtbot: QtBot, langkah_sk: Meja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    berkas = tmp_path / "besar.bin"
    with berkas.open("wb") as isi:
        isi.truncate(65 * 1024 * 1024)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(berkas), ""))
    _baris_pertama(langkah_sk)._lampirkan()
    assert pesan_uji.terakhir.judul == "Berkas terlalu besar"


def test_a_paper_is_set_aside_with_a_reason_and_asked_again(
    qtbot: QtBot, langkah_sk: Meja, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DialogAlasan, "ask", classmethod(lambda *_a, **_k: ("Sudah di DPA", None, None)))
    nama = _baris_pertama(langkah_sk).kotak.accessibleName()
    _baris(langkah_sk, nama)._tindakan.tidak_berlaku(_baris(langkah_sk, nama)._isian, _baris(langkah_sk, nama)._untuk)
    baris = _baris(langkah_sk, nama)
    assert "Alasan: Sudah di DPA" in " ".join(_kata(baris))
    assert not baris.kotak.isEnabled()
    lain = _tombol(baris, f"Tindakan lain untuk {nama}")
    lain.menu().actions()[1].trigger()
    assert _baris(langkah_sk, nama).kotak.isEnabled()


def test_all_are_ticked_at_once(qtbot: QtBot, langkah_sk: Meja, pesan_uji: PenyampaiUji) -> None:
    langkah_sk.halaman.panel.tindakan.semua_lengkap()
    assert pesan_uji.terakhir.ya == "&Centang semua"
    assert all(b.kotak.isChecked() for b in langkah_sk.halaman.panel.findChildren(BarisSyarat))


def test_saying_no_ticks_nothing(langkah_sk: Meja, pesan_uji: PenyampaiUji) -> None:
    pesan_uji.jawab = False
    langkah_sk.halaman.panel.tindakan.semua_lengkap()
    assert not any(
        b.kotak.isChecked() for b in langkah_sk.halaman.panel.findChildren(BarisSyarat) if not b._isian.otomatis
    )


# --- finishing --------------------------------------------------------------------------------------------------------


@pytest.fixture
def langkah_surat(buka: Callable[..., Meja]) -> Meja:
    """DTKS begun at the step that only records a document: nothing but its papers stands in the way."""
    return buka(
        peran=(Peran.OPERATOR,), kode_sop="dtks", nama="DTKS Triwulan I", nominal=None, jenis_bantuan=None,
        mulai_langkah=8, periode="Triwulan I",
    )  # fmt: skip


def _lengkapi(meja: Meja) -> None:
    with meja.uji.menulis() as kerja:
        centang.centang_kelengkapan(kerja, meja.halaman.panel.pelaksanaan_id)
    meja.halaman.segarkan()


def test_a_step_is_finished_and_the_next_one_opens(
    qtbot: QtBot, langkah_surat: Meja, monkeypatch: pytest.MonkeyPatch
) -> None:
    _lengkapi(langkah_surat)
    panel = langkah_surat.halaman.panel
    assert panel.selesai.isEnabled()
    jawab = JawabanSelesai("SK dicatat", date(2026, 3, 1), None)
    monkeypatch.setattr(DialogSelesai, "ask", classmethod(lambda *_a: jawab))
    _klik(qtbot, panel.selesai)
    assert panel.halaman.langkah.urutan == 9
    with langkah_surat.uji.membaca() as kerja:
        titik = lihat_langkah(kerja, panel.pelaksanaan_id).tahapan[7]
    assert (titik.status, titik.hasil, titik.tanggal_selesai) == (StatusLangkah.SELESAI, "SK dicatat", date(2026, 3, 1))


def test_the_reason_leads_to_what_is_missing(qtbot: QtBot, langkah_surat: Meja) -> None:
    panel = langkah_surat.halaman.panel
    assert not panel.kaki.tautan.isHidden()
    _klik(qtbot, panel.kaki.tautan)
    assert isinstance(panel.focusWidget(), QCheckBox | Tombol)
    panel._tunjuk(panel.kelengkapan)


def test_work_is_sent_back_with_a_reason(qtbot: QtBot, langkah_surat: Meja, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = langkah_surat.halaman.panel
    tujuan = panel.halaman.boleh.kembalikan[0][0]
    monkeypatch.setattr(DialogAlasan, "ask", classmethod(lambda *_a, **_k: ("Nomor keliru", tujuan, None)))
    _klik(qtbot, panel.kembalikan)
    assert panel.halaman.langkah.urutan == tujuan
    assert panel.halaman.putaran == 2
    assert any("Nomor keliru" in k for k in _kata(panel))


def test_a_superior_passes_over_a_step(qtbot: QtBot, langkah_surat: Meja, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = langkah_surat.halaman.panel
    assert not panel.lewati.isHidden()
    monkeypatch.setattr(DialogAlasan, "ask", classmethod(lambda *_a, **_k: ("Perintah lisan Kadis", None, None)))
    _klik(qtbot, panel.lewati)
    assert panel.halaman.langkah.urutan == 9
    with langkah_surat.uji.membaca() as kerja:
        riwayat = lihat_langkah(kerja, panel.pelaksanaan_id).riwayat
    assert JenisTindakan.LEWATI in {r.tindakan for r in riwayat}


def test_a_step_that_does_not_fit_is_said_so(langkah_surat: Meja, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(DialogAlasan, "ask", classmethod(lambda *_a, **_k: ("Tidak ada SK baru", None, None)))
    langkah_surat.halaman.panel.tindakan.langkah_tidak_berlaku()
    assert langkah_surat.halaman.panel.halaman.langkah.urutan == 9


def test_giving_up_a_question_changes_nothing(langkah_surat: Meja, monkeypatch: pytest.MonkeyPatch) -> None:
    tindakan = langkah_surat.halaman.panel.tindakan
    for dialog in (DialogAlasan, DialogSelesai, DialogKertas, DialogPosisi):
        monkeypatch.setattr(dialog, "ask", classmethod(lambda *_a, **_k: None))
    for lakukan in (
        tindakan.selesaikan, tindakan.kembalikan, tindakan.lewati, tindakan.langkah_tidak_berlaku,
        tindakan.catat_kertas, tindakan.kirim_berkas,
    ):  # fmt: skip
        lakukan()
    assert langkah_surat.halaman.panel.halaman.langkah.urutan == 8


# --- paper and files --------------------------------------------------------------------------------------------------


def test_a_signature_on_paper_is_recorded_and_its_scan_follows(
    qtbot: QtBot, langkah_surat: Meja, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = langkah_surat.halaman.panel
    jawab = JawabanKertas("tanda_tangan", "Bupati Contoh", "Bupati Lamandau", date(2026, 3, 1), "bupati", None)
    monkeypatch.setattr(DialogKertas, "ask", classmethod(lambda *_a, **_k: jawab))
    _klik(qtbot, _tombol(panel.pengesahan, "Catat tanda tangan di kertas…"))
    assert any("Bupati Contoh, Bupati Lamandau · 1 Maret 2026" in k for k in _kata(panel.pengesahan))
    assert "Pindaian menyusul" in [c.text() for c in panel.pengesahan.findChildren(Chip)]
    berkas = tmp_path / "pindaian.pdf"
    berkas.write_bytes(b"%PDF-1.4")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(berkas), ""))
    _klik(qtbot, _tombol(panel.pengesahan, "Susulkan…"))
    assert "Ada" in [c.text() for c in panel.pengesahan.findChildren(Chip)]


def test_a_file_goes_out_arrives_and_comes_back(
    qtbot: QtBot, langkah_surat: Meja, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = langkah_surat.halaman.panel
    jawab = iter(
        [
            ("Bagian Hukum", date(2026, 2, 26), ""),
            ("", date(2026, 2, 27), ""),
            ("", date(2026, 3, 2), "Diparaf"),
        ]
    )
    monkeypatch.setattr(DialogPosisi, "ask", classmethod(lambda *_a, **_k: next(jawab)))
    _klik(qtbot, _tombol(panel.posisi, "Kirim ke pihak luar…"))
    assert "Di luar" in [c.text() for c in panel.posisi.findChildren(Chip)]
    langkah_surat.halaman.segarkan()
    assert langkah_surat.halaman.daftar.model().index(1, 0).data() is not None
    _klik(qtbot, _tombol(panel.posisi, "Diterima…"))
    _klik(qtbot, _tombol(panel.posisi, "Kembali…"))
    assert "Sudah kembali" in [c.text() for c in panel.posisi.findChildren(Chip)]
    assert any("Diparaf" in k for k in _kata(panel.posisi))


def test_a_paraf_is_given_on_screen(qtbot: QtBot, buka: Callable[..., Meja]) -> None:
    meja = buka(
        peran=(Peran.SEKRETARIS,), kode_sop="dtks", nama="DTKS Triwulan I", nominal=None, jenis_bantuan=None,
        mulai_langkah=6,
    )  # fmt: skip
    panel = meja.halaman.panel
    meja.halaman.tujuan(meja.kegiatan_id)
    beri = next(t for t in panel.pengesahan.findChildren(Tombol) if t.accessibleName().startswith("Beri paraf"))
    _klik(qtbot, beri)
    assert "Di layar" in [c.text() for c in panel.pengesahan.findChildren(Chip)]
    with meja.uji.membaca() as kerja:
        assert kertas.pengesahan(kerja, panel.pelaksanaan_id)[0].nama == "Serba Uji"


# --- where pages plug in ----------------------------------------------------------------------------------------------


class _Halaman(Halaman):
    judul = "Kerja"


def buka_uji(konteks: Konteks, acuan: aksi.AcuanLangkah) -> Halaman:
    halaman = _Halaman(konteks)
    halaman.setProperty("acuan", acuan.nama_langkah)
    return halaman


def test_a_steps_own_page_is_laid_over_the_desk(
    qtbot: QtBot, buka: Callable[..., Meja], monkeypatch: pytest.MonkeyPatch
) -> None:
    tombol = aksi.TombolAksi("&Impor", "file-up", "tests.ui.meja.test_meja:buka_uji")
    monkeypatch.setattr(aksi, "AKSI", {Aksi.IMPOR_USULAN: (tombol,)})
    meja = buka()
    _klik(qtbot, meja.halaman.panel.tombol_aksi[0])
    qtbot.addWidget(meja.jalan.didorong[0])
    assert meja.jalan.didorong[0].property("acuan") == "Data usulan desa"


def test_history_and_the_sop_sheet_open(
    qtbot: QtBot, buka: Callable[..., Meja], monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.meja import lembar_sop
    from ui.meja.riwayat import DialogRiwayat

    meja = buka()
    dialog = DialogRiwayat.tampilkan(meja.halaman, meja.halaman.panel.halaman, meja.halaman.panel._zona)
    assert dialog.tabel.sumber.rowCount() >= 1
    dialog.close()
    dibuka: list[bytes] = []

    class _Lihat(QWidget):
        def __init__(self, _induk: QWidget, _judul: str, isi: bytes, *, cetak: JobRunner) -> None:
            super().__init__()
            dibuka.append(isi)

        def open(self) -> None:
            self.close()

    monkeypatch.setattr(lembar_sop, "DialogLihat", _Lihat)
    _klik(qtbot, _tombol(meja.halaman.panel, "Lembar SOP"))
    assert dibuka[0].startswith(b"%PDF")


# --- new kegiatan -----------------------------------------------------------------------------------------------------


def test_a_new_kegiatan_opens_its_first_step(
    qtbot: QtBot, buka: Callable[..., Meja], monkeypatch: pytest.MonkeyPatch
) -> None:
    meja = buka()
    isian = {"kode_sop": "rehsos", "nama": "Bansos Lansia 2026", "tahun": 2026, "nominal": 900_000}
    monkeypatch.setattr(DialogKegiatan, "ask", classmethod(lambda *_a: JawabanKegiatan(isian)))
    _klik(qtbot, meja.halaman.baru)
    assert meja.halaman.panel.halaman.nama_kegiatan == "Bansos Lansia 2026"


def test_early_work_is_begun(qtbot: QtBot, buka: Callable[..., Meja]) -> None:
    meja = buka(mulai_langkah=7)
    panel = meja.halaman.panel
    panel.stepper.dipilih.emit(7)
    mulai = next((t for t in panel.tombol_aksi if t.text() == "&Mulai sekarang"), None)
    assert mulai is not None
    with meja.uji.membaca() as kerja:
        kurang = lihat_langkah(kerja, panel.pelaksanaan_id).masukan_kurang
    assert mulai.isEnabled() == (not kurang)


def test_alternatives_are_asked_for(qtbot: QtBot) -> None:
    dialog = DialogPilihan(None, "Surat keterangan", ("Surat dokter", "Kartu"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.pilihan.nilai = "Kartu"
    _klik(qtbot, dialog.setuju)
    assert dialog.jawaban == "Kartu"


def test_days_outside_are_told_apart(qtbot: QtBot, langkah_surat: Meja) -> None:
    panel = langkah_surat.halaman.panel
    with langkah_surat.uji.menulis() as kerja:
        kertas.kirim_berkas(kerja, panel.pelaksanaan_id, pihak="Sekda", tanggal=date(2026, 3, 2))
    langkah_surat.uji.jam.kini += timedelta(days=3)
    langkah_surat.halaman.segarkan()
    assert any("hari kerja di luar kantor" in k for k in _kata(panel.posisi))
