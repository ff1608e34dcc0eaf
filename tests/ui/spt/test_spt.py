"""SPT and schedule: people are sent, desa get their day; letters of a kegiatan and what the head wrote on them."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.kantor import DataPejabat
from app.kegiatan import buat_kegiatan
from app.penyaluran.titik import SISANYA, BatasTitik
from app.register import DataDisposisi, DataSurat, catat_surat_masuk, daftar_disposisi, surat_kegiatan
from app.spt import DataSpt, Jadwal, PetugasSpt, daftar_jadwal, daftar_spt
from db.istilah import ArahSurat, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import DESA, isi_usulan, tetapkan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.register.dialog import DialogDisposisi, DialogSurat, JawabanSurat
from ui.spt.dialog import DialogJadwal, DialogSpt
from ui.spt.halaman import HalamanSpt
from ui.spt.surat import HalamanSurat

HARI = date(2026, 3, 2)


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji, "kasi_pmdk")


@pytest.fixture
def kegiatan_id(uji: KantorUji) -> UUID:
    with uji.menulis("kasi_pmdk") as kerja:
        return buat_kegiatan(kerja, kode_sop="balakas", nama="BALAKAS 2026", tahun=2026, desa=DESA)


def klik(qtbot: QtBot, tombol: QWidget) -> None:
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


def isi_spt(qtbot: QtBot, dialog: DialogSpt) -> None:
    qtbot.keyClicks(dialog.nomor, "800/1/Awy")
    qtbot.keyClicks(dialog.petugas.baris[0].nama.lineEdit(), "Rabiatul Syukur")
    qtbot.keyClicks(dialog.petugas.baris[0].jabatan, "Kasi PMDK")
    qtbot.keyClicks(dialog.tempat, "Desa Guci")


def test_an_spt_wants_a_name_a_place_and_a_number(qtbot: QtBot) -> None:
    dialog = DialogSpt(None, HARI, [], otomatis=False)
    qtbot.addWidget(dialog)
    dialog.show()
    klik(qtbot, dialog.setuju)
    assert dialog.isVisible()
    assert dialog.i_petugas.salah.text() == "Isi nama petugasnya."
    isi_spt(qtbot, dialog)
    klik(qtbot, dialog.petugas.tambah)
    assert len(dialog.petugas.baris) == 2
    klik(qtbot, dialog.setuju)
    assert not dialog.isVisible()
    data = dialog.jawaban
    assert (data.nomor, data.tempat) == ("800/1/Awy", "Desa Guci")
    assert data.petugas == (PetugasSpt("Rabiatul Syukur", "Kasi PMDK"),)


def test_an_official_is_filled_in(qtbot: QtBot) -> None:
    siti = DataPejabat(
        "Siti Aminah, S.Sos.", "Kasi Kesra", pangkat="Penata", golongan="III/c", nip="198003222008012907"
    )
    dialog = DialogSpt(None, HARI, [siti], otomatis=True)
    qtbot.addWidget(dialog)
    dialog.petugas.baris[0].nama.nilai = siti.nama
    assert dialog.jawaban.petugas == (PetugasSpt(siti.nama, "Kasi Kesra", "Penata / III/c", "198003222008012907"),)


def test_an_spt_is_entered_and_shown(
    kantor: Layar, uji: KantorUji, kegiatan_id: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with uji.menulis("kasi_pmdk") as kerja:
        surat = DataSurat("Pemberitahuan", HARI, HARI, "460/1", dari="DSPPAPMD", kegiatan_id=kegiatan_id)
        catat_surat_masuk(kerja, surat)
    halaman = kantor.tampil(HalamanSpt(kantor.konteks, kegiatan_id), qtbot)
    dasar: list[str] = []

    def jawab(*_a: object, **isi: object) -> DataSpt:
        dasar.extend(isi["dasar"])  # type: ignore[arg-type]  # a list of sentences
        return DataSpt(HARI, (PetugasSpt("Misnawati"),), ("Menyalurkan",), HARI, HARI, "Guci", nomor="800/1")

    monkeypatch.setattr(DialogSpt, "ask", staticmethod(jawab))
    klik(qtbot, halaman.buat)
    assert dasar == ["Surat DSPPAPMD Nomor 460/1"]
    assert [s.nomor for s in halaman.model_spt.semua] == ["800/1"]
    with uji.membaca() as kerja:
        assert [s.isi.petugas[0].nama for s in daftar_spt(kerja, kegiatan_id)] == ["Misnawati"]
    klik(qtbot, halaman.cetak_spt)
    assert kantor.jalan.dibuka[0][1].kode == ("spt",)


def test_several_desa_get_their_day_at_once_and_lose_it_again(
    kantor: Layar, uji: KantorUji, kegiatan_id: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
) -> None:  # fmt: skip
    halaman = kantor.tampil(HalamanSpt(kantor.konteks, kegiatan_id), qtbot)
    halaman.lembar.setCurrentIndex(1)
    assert halaman.jumlah.text() == "0 dari 3 desa terjadwal"
    assert not halaman.atur.isEnabled()
    klik(qtbot, halaman.semua)
    assert len(halaman.tabel.terpilih) == 3
    minggu = Jadwal("", date(2026, 3, 8), "08.30", "Balai desa", "Kumpul di balai desa", ("Misnawati",))
    monkeypatch.setattr(DialogJadwal, "ask", classmethod(lambda *_a, **_k: minggu))
    klik(qtbot, halaman.atur)
    assert halaman.jumlah.text() == "3 dari 3 desa terjadwal"
    assert halaman.model.kolom[1].petunjuk is not None
    assert "hari Minggu" in halaman.model.kolom[1].petunjuk(halaman.model.baris(0))
    with uji.membaca() as kerja:
        assert [j.isi.kode_desa for j in daftar_jadwal(kerja, kegiatan_id)] == list(DESA)
    halaman.tabel.pilih_baris(1)
    klik(qtbot, halaman.hapus)
    assert pesan_uji.terakhir.bahaya
    assert halaman.jumlah.text() == "2 dari 3 desa terjadwal"


def test_the_schedule_dialog_wants_a_place(qtbot: QtBot) -> None:
    dialog = DialogJadwal(None, ["Desa Guci"], Jadwal("", HARI))
    qtbot.addWidget(dialog)
    dialog.show()
    klik(qtbot, dialog.setuju)
    assert dialog.i_tempat.salah.text() == "Harus diisi."
    qtbot.keyClicks(dialog.tempat, "Balai desa")
    qtbot.keyClicks(dialog.petugas, "Ani, Budi")
    klik(qtbot, dialog.setuju)
    assert dialog.jawaban == Jadwal("", HARI, "", "Balai desa", "", ("Ani", "Budi"))


def test_a_closed_step_only_shows(kantor: Layar, kegiatan_id: UUID, qtbot: QtBot) -> None:
    halaman = kantor.tampil(HalamanSpt(kantor.konteks, kegiatan_id, terbuka=False), qtbot)
    assert not halaman.buat.isEnabled()
    halaman.tabel.selectAll()
    assert not halaman.atur.isEnabled()


def test_the_letter_of_a_step_belongs_to_its_kegiatan(
    kantor: Layar, uji: KantorUji, kegiatan_id: UUID, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = kantor.tampil(HalamanSurat(kantor.konteks, kegiatan_id), qtbot)
    assert halaman.panel.tumpukan.currentWidget() is halaman.panel.kosong
    ditawari: list[object] = []

    def jawab(_i: object, _a: object, _h: object, _k: object, _l: object, untuk: UUID) -> JawabanSurat:
        ditawari.append(untuk)
        return JawabanSurat(DataSurat("Pemberitahuan", HARI, HARI, "460/1", dari="DSPPAPMD", kegiatan_id=untuk))

    monkeypatch.setattr(DialogSurat, "ask", staticmethod(jawab))
    klik(qtbot, halaman.panel.catat)
    assert ditawari == [kegiatan_id]
    monkeypatch.setattr(DialogDisposisi, "ask", classmethod(lambda *_: DataDisposisi("Camat", "Kasi", "Siapkan", HARI)))
    klik(qtbot, halaman.panel.disposisi)
    with uji.membaca() as kerja:
        (surat,) = surat_kegiatan(kerja, kegiatan_id, ArahSurat.MASUK)
        assert [d.isi.kepada for d in daftar_disposisi(kerja, surat_id=surat.id)] == ["Kasi"]
    klik(qtbot, halaman.cetak)
    assert kantor.jalan.dibuka[0][1].kode == ("disposisi",)


def test_the_letter_dialog_offers_the_kegiatan(uji: KantorUji, kegiatan_id: UUID, qtbot: QtBot) -> None:
    dialog = DialogSurat(None, ArahSurat.MASUK, HARI, [(kegiatan_id, "BALAKAS")], None, kegiatan_id)
    qtbot.addWidget(dialog)
    assert dialog.kegiatan.nilai == kegiatan_id


def test_a_desa_gets_a_second_point(
    kantor: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos", tahun=2026, nominal=1, desa=DESA[:1])
        isi_usulan(kerja, kegiatan, 3, status=StatusUsulan.LAYAK, desa=DESA[:1])
        tetapkan(kerja, kegiatan)
    halaman = kantor.tampil(HalamanSpt(kantor.konteks, kegiatan), qtbot)
    halaman.lembar.setCurrentIndex(1)
    assert not halaman.titik.isEnabled()
    for tempat, tombol, batas in (
        ("Balai Desa", halaman.atur, SISANYA), ("SDN 1", halaman.titik, BatasTitik((), (1, 1))),
    ):  # fmt: skip
        isi = Jadwal("", HARI, "08.30", tempat, petugas=("Misnawati",), batas=batas)
        monkeypatch.setattr(DialogJadwal, "ask", classmethod(lambda *_a, isi=isi, **_k: isi))
        halaman.tabel.pilih_baris(0)
        klik(qtbot, tombol)
    teks = [[k.teks(b) for k in halaman.model.kolom[3:5]] for b in halaman.model.semua]
    assert teks == [["Balai Desa", "2"], ["SDN 1 (nomor 1–1)", "1"]]
    assert halaman.jumlah.text() == "1 dari 1 desa terjadwal"
    halaman.tabel.pilih_baris(0)
    klik(qtbot, halaman.hapus)
    assert pesan_uji.terakhir.judul == "Hapus 1 titik dari jadwal?"
    assert halaman.tanpa_titik.text().startswith("Belum masuk titik mana pun: 2 di ")


def test_whom_a_point_serves_is_read_as_offices_type_it(qtbot: QtBot) -> None:
    dialog = DialogJadwal(None, ["Desa Kujan"], Jadwal("", HARI, "", "SDN 1"), siapa=True)
    qtbot.addWidget(dialog)
    dialog.show()
    for kotak, isi in ((dialog.rt, "001, 02/1"), (dialog.nomor, "20-5")):
        qtbot.keyClicks(kotak, isi)
    assert "bukan urutan nomor" in dialog.periksa()
    dialog.nomor.setText("5-20")
    assert (dialog.periksa(), dialog.jawaban.batas) == ("", BatasTitik(("1", "2/1"), (5, 20)))
