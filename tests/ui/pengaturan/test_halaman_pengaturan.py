"""Pengaturan: every part shows what stands, checks what is typed, and keeps it."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from app import anggapan
from app.akses import PermintaanAkun, daftar_akun
from app.alasan import daftar_alasan
from app.cadangan import cadangan_terakhir
from app.kalender import JamHari, jam_kerja_dari, kalender_kantor
from app.kantor import DataPejabat, PemegangPeran, daftar_pejabat, daftar_peran_sop, lambang, lihat_kantor
from app.kantor import Libur as LiburKantor
from app.lambang import lambang_negara
from app.penomoran import Nomor, daftar_penomoran
from db.istilah import CaraJabatan, JenisLibur, Peran
from db.kunci import KDF_CONTOH
from reports.daftar_cetak import DAFTAR
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.pengaturan.akun import DialogAkhiri, DialogAkun, DialogSandi, DialogTugas
from ui.pengaturan.halaman import HalamanPengaturan
from ui.pengaturan.jejak import rincian
from ui.pengaturan.pejabat import DialogPejabat
from ui.pengaturan.penomoran import DialogNomor
from ui.pengaturan.peran_sop import DialogPemegang
from ui.pengaturan.waktu_kerja import DialogLibur

SEMUA = (
    "kantor",
    "pejabat",
    "cetakan",
    "akun",
    "sop",
    "peran",
    "waktu",
    "penomoran",
    "wilayah",
    "cadangan",
    "jejak",
    "tampilan",
)


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji, "admin")


@pytest.fixture
def halaman(kantor: Layar, qtbot: QtBot) -> HalamanPengaturan:
    return kantor.tampil(HalamanPengaturan(kantor.konteks), qtbot)


def bagian(halaman: HalamanPengaturan, kode: str) -> Any:
    halaman.tujuan(kode)
    return halaman.bagian


def pasang(monkeypatch: pytest.MonkeyPatch, dialog: type, jawab: object) -> None:
    monkeypatch.setattr(dialog, "ask", classmethod(lambda *_: jawab))


@pytest.mark.parametrize("kode", SEMUA)
def test_every_part_opens(halaman: HalamanPengaturan, kode: str) -> None:
    bagian(halaman, kode)
    assert halaman.bagian.judul
    assert not halaman.bagian.berubah


def test_staff_see_only_the_backup_and_the_look(uji: KantorUji, qtbot: QtBot) -> None:
    staf = layar(uji, "staf")
    halaman = staf.tampil(HalamanPengaturan(staf.konteks), qtbot)
    assert [halaman.daftar.item(n).text() for n in range(halaman.daftar.count())] == [
        "Cadangan dan pemeriksaan data",
        "Tampilan",
    ]
    assert halaman.bagian.judul == "Cadangan dan pemeriksaan data"


def test_the_office_is_changed(
    halaman: HalamanPengaturan, uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji
) -> None:
    satu: Any = halaman.bagian
    satu.teks["alamat"].setText("Jalan Baru 9")
    assert satu.berubah
    qtbot.mouseClick(satu.tombol, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert lihat_kantor(kerja).alamat == "Jalan Baru 9"
    assert pesan_uji.terakhir.judul == "Data kantor tersimpan."
    assert not satu.berubah


def test_an_office_needs_its_name(halaman: HalamanPengaturan, qtbot: QtBot) -> None:
    satu: Any = halaman.bagian
    satu.teks["nama"].setText(" ")
    qtbot.mouseClick(satu.tombol, Qt.MouseButton.LeftButton)
    assert satu.isian["nama"].salah.text() == "Harus diisi."


def test_leaving_unsaved_changes_asks(halaman: HalamanPengaturan, pesan_uji: PenyampaiUji) -> None:
    bagian(halaman, "kantor").teks["alamat"].setText("Jalan Baru 9")
    pesan_uji.jawab = False
    halaman.tujuan("jejak")
    assert halaman.bagian.judul == "Kantor dan kop surat"
    pesan_uji.jawab = True
    halaman.tujuan("jejak")
    assert halaman.bagian.judul == "Jejak"


def test_the_crest_is_kept(halaman: HalamanPengaturan, uji: KantorUji, tmp_path: Path) -> None:
    gambar = QPixmap(8, 8)
    gambar.fill(QColor("green"))
    gambar.save(str(tmp_path / "lambang.png"))
    bagian(halaman, "kantor").ganti_lambang(tmp_path / "lambang.png")
    with uji.membaca() as kerja:
        assert lambang(kerja) == (tmp_path / "lambang.png").read_bytes()
    assert not bagian(halaman, "kantor").lepas.isHidden()
    bagian(halaman, "kantor").tanpa_lambang()
    with uji.membaca() as kerja:
        assert lambang(kerja) is None
    assert bagian(halaman, "kantor").lepas.isHidden()


def test_the_state_emblem_is_kept_beside_the_crest(halaman: HalamanPengaturan, uji: KantorUji, tmp_path: Path) -> None:
    gambar = QPixmap(8, 8)
    gambar.fill(QColor("gold"))
    gambar.save(str(tmp_path / "garuda.png"))
    satu = bagian(halaman, "kantor")
    assert (satu.lambang_negara.text(), satu.lepas_negara.isHidden()) == ("belum ada", True)
    satu.ganti_lambang_negara(tmp_path / "garuda.png")
    with uji.membaca() as kerja:
        assert (lambang_negara(kerja), lambang(kerja)) == ((tmp_path / "garuda.png").read_bytes(), None)
    satu.tanpa_lambang_negara()
    with uji.membaca() as kerja:
        assert lambang_negara(kerja) is None
    assert satu.lepas_negara.isHidden()


def test_an_official_is_added(
    halaman: HalamanPengaturan, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu = bagian(halaman, "pejabat")
    pasang(monkeypatch, DialogPejabat, DataPejabat("Rina, S.Sos.", "Kepala Dinas Sosial", "kepala"))
    qtbot.mouseClick(satu.tambah, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert [p.nama for p in daftar_pejabat(kerja, kunci="kepala")] == ["Rina, S.Sos."]


def test_the_official_s_dialog_checks(qtbot: QtBot) -> None:
    dialog = DialogPejabat(None, None, [])
    qtbot.addWidget(dialog)
    assert dialog.periksa()
    dialog.nama.setText("Rina")
    dialog.jabatan.setText("Kabid")
    dialog.nip.setText("123")
    assert dialog.periksa()
    dialog.nip.setText("19781211 200604 2 006")
    assert dialog.periksa() == ""
    assert dialog.jawaban.nip == "197812112006042006"
    dialog.untuk_beliau.setText("Sekretaris Daerah")
    assert dialog.periksa()
    dialog.atas_nama.setText("Bupati Lamandau")
    assert dialog.periksa() == ""
    assert (dialog.jawaban.atas_nama, dialog.jawaban.untuk_beliau) == ("Bupati Lamandau", "Sekretaris Daerah")
    dialog.sejak.nilai, dialog.sampai.nilai = date(2026, 2, 1), date(2026, 1, 1)
    assert "lebih awal" in dialog.periksa()


def test_an_account_comes_and_goes(
    halaman: HalamanPengaturan, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    satu = bagian(halaman, "akun")
    minta = PermintaanAkun("rina", "Rina", "uji-sandi-2", (Peran.STAF,), kdf=KDF_CONTOH)
    pasang(monkeypatch, DialogAkun, minta)
    qtbot.mouseClick(satu.tambah, Qt.MouseButton.LeftButton)
    nomor = next(n for n, a in enumerate(satu.model.semua) if a.nama_pengguna == "rina")
    satu.tabel.pilih_baris(nomor)
    pasang(monkeypatch, DialogTugas, (Peran.KASI, date(2026, 3, 1), None, CaraJabatan.PLH))
    qtbot.mouseClick(satu.tugas, Qt.MouseButton.LeftButton)
    satu.tabel.pilih_baris(nomor)
    assert satu.tabel.kini.peran == (Peran.KASI, Peran.STAF)
    pasang(monkeypatch, DialogAkhiri, Peran.STAF)
    qtbot.mouseClick(satu.akhiri, Qt.MouseButton.LeftButton)
    satu.tabel.pilih_baris(nomor)
    qtbot.mouseClick(satu.nonaktif, Qt.MouseButton.LeftButton)
    assert pesan_uji.terakhir.bahaya
    with uji.membaca() as kerja:
        assert not next(a for a in daftar_akun(kerja) if a.nama_pengguna == "rina").aktif


def test_a_password_is_changed_without_being_asked_twice(
    halaman: HalamanPengaturan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    satu = bagian(halaman, "akun")
    satu.tabel.pilih_baris(1)
    pasang(monkeypatch, DialogSandi, "sandi-baru-yang-panjang")
    qtbot.mouseClick(satu.sandi, Qt.MouseButton.LeftButton)
    assert "sudah diganti" in pesan_uji.terakhir.judul


def test_the_account_dialog_checks(qtbot: QtBot) -> None:
    dialog = DialogAkun(None)
    qtbot.addWidget(dialog)
    dialog.nama.setText("Rina")
    dialog.pengguna.setText("r i")
    dialog.sandi.satu.setText("pendek")
    assert dialog.periksa()
    dialog.pengguna.setText("rina")
    dialog.sandi.satu.setText("panjang-sekali-1")
    dialog.sandi.dua.setText("panjang-sekali-1")
    assert dialog.periksa() == "Pilih paling sedikit satu peran."
    dialog.peran[Peran.STAF].setChecked(True)
    assert dialog.periksa() == ""
    assert dialog.jawaban.peran == (Peran.STAF,)


def test_nobody_shuts_themselves_out(halaman: HalamanPengaturan) -> None:
    satu = bagian(halaman, "akun")
    satu.tabel.pilih_baris(0)
    assert satu.tabel.kini.nama_pengguna == "admin"
    assert not satu.nonaktif.isEnabled()


def test_a_role_of_an_sop_gets_its_holder(
    halaman: HalamanPengaturan, uji: KantorUji, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu = bagian(halaman, "peran")
    kini = satu.model.baris(0)
    baru = PemegangPeran(kini.kode_sop, kini.peran_sop, (), True, "paraf langsung Kabid", True)
    pasang(monkeypatch, DialogPemegang, baru)
    satu.ubah(kini)
    with uji.membaca() as kerja:
        assert daftar_peran_sop(kerja, kini.kode_sop) == [baru]
    assert satu.model.baris(0) == baru


def test_assumptions_are_confirmed(halaman: HalamanPengaturan, uji: KantorUji, qtbot: QtBot) -> None:
    satu = bagian(halaman, "peran")
    banyak = len(satu._belum)
    assert banyak
    kotak = satu.anggapan.itemAt(0).widget()
    qtbot.mouseClick(kotak.kalimat, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert len(anggapan.terkonfirmasi(kerja)) == 1
    qtbot.mouseClick(satu.pastikan, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert len(anggapan.terkonfirmasi(kerja)) == banyak
    assert not satu.pastikan.isVisible()


def test_hours_are_kept(halaman: HalamanPengaturan, uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji) -> None:
    satu = bagian(halaman, "waktu")
    satu.hari[0].jam[0].setTime(QTime(8, 0))
    assert halaman.bagian.berubah
    qtbot.mouseClick(satu.tombol_jam, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        pekan = jam_kerja_dari(lihat_kantor(kerja).jam_kerja).pekan
    assert pekan[0] == JamHari(time(8, 0), time(16, 0), time(12, 0), time(13, 0))


def test_hours_out_of_order_are_refused(halaman: HalamanPengaturan, qtbot: QtBot, pesan_uji: PenyampaiUji) -> None:
    satu = bagian(halaman, "waktu")
    satu.hari[0].jam[3].setTime(QTime(6, 0))
    qtbot.mouseClick(satu.tombol_jam, Qt.MouseButton.LeftButton)
    assert "Senin" in pesan_uji.terakhir.isi


def test_a_local_holiday_is_added_and_taken_back(
    halaman: HalamanPengaturan, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu = bagian(halaman, "waktu")
    hari = date(2026, 8, 5)
    pasang(monkeypatch, DialogLibur, LiburKantor(hari, "Hari jadi kabupaten", JenisLibur.LOKAL))
    qtbot.mouseClick(satu.tambah, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert not kalender_kantor(kerja).hari_kerja(hari)
    nomor = next(n for n, h in enumerate(satu.model.semua) if h.tanggal == hari)
    satu.tabel.pilih_baris(nomor)
    qtbot.mouseClick(satu.hapus, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert kalender_kantor(kerja).hari_kerja(hari)


def test_every_numbered_paper_has_its_pattern_and_shows_the_next_number(
    halaman: HalamanPengaturan, qtbot: QtBot
) -> None:
    ada = {n.kode for n in bagian(halaman, "penomoran").model.semua}
    assert {n.kode.replace("-", "_") for n in DAFTAR.values() if n.bernomor} <= ada
    pola = "440/{nomor:04}/UMUM-KEPEG/DINSOS-LMD/BID.REHSOS/{bulan_romawi}/{tahun}"
    dialog = DialogNomor(None, Nomor("undangan", 2026, pola, 6), date(2026, 3, 2))
    qtbot.addWidget(dialog)
    assert dialog.contoh.text().endswith("440/0007/UMUM-KEPEG/DINSOS-LMD/BID.REHSOS/III/2026")
    dialog.pola.setText("{nomor.__class__}")
    assert dialog.contoh.text() == ""
    assert dialog.periksa()


def test_numbers_and_reasons(
    halaman: HalamanPengaturan, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu = bagian(halaman, "penomoran")
    pasang(monkeypatch, DialogNomor, ("800/{nomor:03}/Dinsos/{tahun}", 12))
    satu.ubah(satu.model.baris(0))
    with uji.membaca() as kerja:
        assert daftar_penomoran(kerja, 2026)[0].terakhir == 12
    qtbot.keyClicks(satu.baru, "Sudah dibantu Baznas")
    qtbot.keyClick(satu.baru, Qt.Key.Key_Return)
    assert satu.alasan.baris(0).label == "Sudah dibantu Baznas"
    satu.daftar.pilih_baris(0)
    qtbot.mouseClick(satu.tombol_hapus, Qt.MouseButton.LeftButton)
    with uji.membaca() as kerja:
        assert all(a.bawaan for a in daftar_alasan(kerja))


def test_a_backup_is_made_and_the_data_checked(
    halaman: HalamanPengaturan, uji: KantorUji, tmp_path: Path, qtbot: QtBot, pesan_uji: PenyampaiUji
) -> None:
    satu = bagian(halaman, "cadangan")
    assert satu.terakhir.text() == "Belum pernah ada cadangan."
    satu.cadangkan_ke(tmp_path / "luar" / "c.salur")
    assert pesan_uji.terakhir.judul == "Cadangan sudah dibuat"
    with uji.membaca() as kerja:
        assert cadangan_terakhir(kerja) is not None
    assert "Cadangan terakhir" in satu.terakhir.text()
    qtbot.mouseClick(satu.cek, Qt.MouseButton.LeftButton)
    assert "utuh" in satu.hasil.text()


def test_the_trail_reads_as_words(halaman: HalamanPengaturan, qtbot: QtBot) -> None:
    satu = bagian(halaman, "jejak")
    perbuatan = {baris[2] for baris in satu.tabel.isi_salinan()[1:]}
    assert "Membuat akun" in perbuatan
    qtbot.keyClicks(satu.cari, "menyiapkan kantor")
    qtbot.keyClick(satu.cari, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(satu.tabel.tampak) <= 1)
    assert rincian({"bidang": ["nama", "nik"], "jumlah": 2, "kosong": None}) == "bidang: nama, nik, jumlah: 2"
