"""The SOP editor: what is typed and clicked becomes the SOP, the check line speaks at every moment."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from app.sop import muat, versi
from app.sop.definisi import Aksi, Basis, DefinisiSop, Fakta, Menghitung, Per, SatuanWaktu, Simbol, Sisi
from app.sop.sunting import awal
from app.sop.sunting.isi import IsiDokumen, IsiPeran
from db.istilah import JenisBantuan, Kategori, Peran, SifatKelengkapan, SumberSop
from reports.cetak import sop_pdf
from tests.helpers.jendela import JobLangsung, PenyampaiUji
from tests.helpers.konteks import Layar, layar
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji
from ui.jendela import Jendela
from ui.komponen import DialogSalur, Pilihan
from ui.pengaturan.halaman import HalamanPengaturan
from ui.setelan import Setelan
from ui.sop import lembar
from ui.sop.dialog import DialogLangkahBaru, DialogSimpan, DialogSopBaru, SopBaru
from ui.sop.dokumen import DialogDokumen
from ui.sop.halaman import IDENTITAS, LEMBAR, PERAN, HalamanSunting
from ui.sop.peran import DialogPeran

REHSOS, DTKS = muat.muat_bawaan("rehsos"), muat.muat_bawaan("dtks")


@pytest.fixture
def admin(uji: KantorUji) -> Layar:
    return layar(uji, "admin")


def buka(admin: Layar, qtbot: QtBot, sop: DefinisiSop = REHSOS, *, asal: DefinisiSop | None = REHSOS) -> HalamanSunting:
    return admin.tampil(HalamanSunting(admin.konteks, sop, asal=asal), qtbot)


def pasang(monkeypatch: pytest.MonkeyPatch, dialog: type, jawab: object) -> None:
    monkeypatch.setattr(dialog, "ask", classmethod(lambda *_: jawab))


def ketik(qtbot: QtBot, kotak: QWidget, teks: str) -> None:
    kotak.selectAll()  # type: ignore[attr-defined]  # both kinds of fields have it
    qtbot.keyClick(kotak, Qt.Key.Key_Delete)
    qtbot.keyClicks(kotak, teks)


def pilih(qtbot: QtBot, pilihan: Pilihan, nilai: Any) -> None:
    """Choose an entry with the arrow keys, as somebody does who does not touch the mouse."""
    pilihan.setFocus()
    qtbot.keyClick(pilihan, Qt.Key.Key_Home)
    while pilihan.nilai != nilai:
        sebelum = pilihan.currentIndex()
        qtbot.keyClick(pilihan, Qt.Key.Key_Down)
        assert pilihan.currentIndex() != sebelum
    pilihan.activated.emit(pilihan.currentIndex())


def klik(qtbot: QtBot, tombol: QWidget) -> None:
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


def centang(qtbot: QtBot, kotak: QWidget) -> None:
    kotak.setFocus()
    qtbot.keyClick(kotak, Qt.Key.Key_Space)


def tab(halaman: HalamanSunting, isi: QWidget) -> None:
    assert isinstance(halaman.langkah, QTabWidget)
    halaman.langkah.setCurrentWidget(isi)


# --- words, time, performers, branches -------------------------------------------------------------------------------


def test_words_of_a_step_are_typed(admin: Layar, qtbot: QtBot) -> None:
    halaman = buka(admin, qtbot)
    halaman.pilih(2)
    uraian = halaman.langkah.uraian
    assert uraian.teks["kegiatan"].petunjuk.text() == "Kata naskah SOP"
    ketik(qtbot, uraian.nama.kotak, "Cek lapangan")
    ketik(qtbot, uraian.teks["kegiatan"].kotak, "Memeriksa rumah pemohon")
    assert uraian.teks["kegiatan"].petunjuk.isHidden()
    langkah = halaman.ruang.kini.langkah_ke(2)
    assert (langkah.nama_layar.tampil, langkah.kegiatan.tampil) == ("Cek lapangan", "Memeriksa rumah pemohon")
    assert langkah.kegiatan.sumber is SumberSop.PRACTICE
    assert halaman.daftar.currentItem().text() == "2. Cek lapangan"
    assert halaman.versi.text() == "Versi 1, diubah"
    klik(qtbot, halaman.urung)
    klik(qtbot, halaman.urung)
    assert halaman.ruang.kini == REHSOS
    assert uraian.nama.teks == "Verifikasi"
    assert not halaman.urung.isEnabled()
    assert not halaman.simpan.isEnabled()


def test_an_emptied_name_is_told_and_its_step_marked(admin: Layar, qtbot: QtBot) -> None:
    halaman = buka(admin, qtbot)
    assert halaman.periksa.kalimat.text().startswith("Siap disimpan")
    halaman.pilih(4)
    ketik(qtbot, halaman.langkah.uraian.nama.kotak, " ")
    assert halaman.daftar.currentItem().text() == "4. (belum diberi nama)  ⚠"
    assert "nama singkat dan uraian kegiatannya harus diisi" in halaman.periksa.kalimat.text()
    assert not halaman.ekspor.isEnabled()
    halaman.pilih(IDENTITAS)
    klik(qtbot, halaman.periksa.ke_sana)
    assert halaman.terpilih == 4


def test_the_time_and_what_it_counts(admin: Layar, qtbot: QtBot) -> None:
    halaman = buka(admin, qtbot)
    waktu = halaman.langkah.waktu
    tab(halaman, waktu)
    waktu.nilai.setFocus()
    waktu.nilai.selectAll()
    qtbot.keyClicks(waktu.nilai, "3")
    pilih(qtbot, waktu.satuan, SatuanWaktu.MINGGU)
    pilih(qtbot, waktu.basis, Basis.KALENDER)
    pilih(qtbot, waktu.menghitung, Menghitung.DESA)
    kini = halaman.ruang.kini.langkah_ke(1).waktu
    assert (kini.nilai, kini.satuan, kini.basis, kini.menghitung) == (
        3, SatuanWaktu.MINGGU, Basis.KALENDER, Menghitung.DESA,
    )  # fmt: skip
    assert waktu.tertulis.text() == "Tertulis pada lembar SOP: 3 minggu"


def test_performers_in_order_and_their_paraf(admin: Layar, qtbot: QtBot) -> None:
    halaman = buka(admin, qtbot)
    halaman.pilih(7)
    pelaksana = halaman.langkah.pelaksana
    tab(halaman, pelaksana)
    assert pelaksana.terpilih == list(REHSOS.langkah_ke(7).pelaksana)
    pelaksana.daftar.setCurrentRow(1)
    klik(qtbot, pelaksana.naik)
    assert halaman.ruang.kini.langkah_ke(7).pelaksana == ("vendor", "dinas", "penerima")
    pelaksana.daftar.setFocus()
    pelaksana.daftar.setCurrentRow(2)
    qtbot.keyClick(pelaksana.daftar, Qt.Key.Key_Space)
    assert halaman.ruang.kini.langkah_ke(7).pelaksana == ("vendor", "dinas")
    pilih(qtbot, pelaksana.paraf["bupati"], SifatKelengkapan.WAJIB)
    assert [(p.peran, p.sifat) for p in halaman.ruang.kini.langkah_ke(7).paraf] == [("bupati", SifatKelengkapan.WAJIB)]
    ketik(qtbot, pelaksana.pihak.kotak, "Bank")
    qtbot.keyClick(pelaksana.pihak.kotak, Qt.Key.Key_Return)
    qtbot.keyClicks(pelaksana.pihak.kotak, "Sekda")
    assert halaman.ruang.kini.langkah_ke(7).pihak_luar == ("Bank", "Sekda")


def test_a_decision_is_made_by_keys(admin: Layar, qtbot: QtBot) -> None:
    halaman = buka(admin, qtbot)
    halaman.pilih(8)
    cabang = halaman.langkah.cabang
    tab(halaman, cabang)
    assert cabang.arti.text() == "Sesudah selesai, lanjut ke 9. Monev."
    centang(qtbot, cabang.keputusan)
    assert "pertanyaannya belum diisi" in halaman.periksa.kalimat.text()
    qtbot.keyClicks(cabang.tanya.kotak, "Laporan diterima?")
    pilih(qtbot, cabang.ya, 9)
    pilih(qtbot, cabang.tidak, 7)
    kini = halaman.ruang.kini.langkah_ke(8)
    assert kini.cabang
    assert (kini.cabang.tanya.tampil, kini.cabang.ya, kini.cabang.tidak, kini.simbol) == (
        "Laporan diterima?", 9, 7, Simbol.KEPUTUSAN,
    )  # fmt: skip
    assert halaman.simpan.isEnabled()
    pilih(qtbot, cabang.penentu, Fakta.LAPORAN)
    assert "akan terus berulang" in halaman.periksa.kalimat.text()
    centang(qtbot, cabang.keputusan)
    assert halaman.ruang.kini.langkah_ke(8).cabang is None
    halaman.pilih(9)
    assert cabang.arti.text() == "Ini langkah terakhir."


# --- steps, papers, roles, identity ----------------------------------------------------------------------------------


def test_steps_are_added_moved_and_taken_out(admin: Layar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    halaman = buka(admin, qtbot)
    halaman.pilih(2)
    pasang(monkeypatch, DialogLangkahBaru, (2, Aksi.SOSIALISASI))
    klik(qtbot, halaman.tambah)
    assert (halaman.terpilih, halaman.daftar.currentItem().text()) == (3, "3. Sosialisasi")
    klik(qtbot, halaman.naik)
    assert halaman.ruang.kini.langkah_ke(2).aksi is Aksi.SOSIALISASI
    klik(qtbot, halaman.turun)
    klik(qtbot, halaman.hapus)
    assert halaman.ruang.kini.langkah == REHSOS.langkah
    halaman.pilih(3)
    klik(qtbot, halaman.hapus)
    assert "Langkah 5 (Pencairan): sebelum langkah ini" in halaman.periksa.kalimat.text()
    assert "hal lain sesudah ini" in halaman.periksa.kalimat.text()
    pasang(monkeypatch, DialogLangkahBaru, None)
    klik(qtbot, halaman.tambah)
    assert len(halaman.ruang.kini.langkah) == 8


def test_papers_are_asked_for(admin: Layar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    halaman = buka(admin, qtbot)
    halaman.pilih(7)
    kelengkapan = halaman.langkah.kelengkapan
    tab(halaman, kelengkapan)
    pasang(monkeypatch, DialogDokumen, IsiDokumen("Surat tugas"))
    klik(qtbot, kelengkapan.tambah)
    assert [d.nama.tampil for d in kelengkapan.model.semua][-1] == "Surat tugas"
    kelengkapan.tabel.pilih_baris(len(kelengkapan.model.semua) - 1)
    pasang(monkeypatch, DialogDokumen, IsiDokumen("Surat perintah", SifatKelengkapan.DIANJURKAN, Per.DESA))
    klik(qtbot, kelengkapan.sunting)
    baru = halaman.ruang.kini.langkah_ke(7).dokumen[-1]
    assert (baru.nama.tampil, baru.sifat, baru.per) == ("Surat perintah", SifatKelengkapan.DIANJURKAN, Per.DESA)
    kelengkapan.tabel.pilih_baris(len(kelengkapan.model.semua) - 1)
    klik(qtbot, kelengkapan.hapus)
    assert halaman.ruang.kini.langkah_ke(7).dokumen == REHSOS.langkah_ke(7).dokumen
    ketik(qtbot, kelengkapan.barang.kotak, "Kartu sembako")
    assert [b.nama.tampil for b in halaman.ruang.kini.langkah_ke(7).barang] == ["Kartu sembako"]
    halaman.pilih(1)
    assert kelengkapan.barang.isHidden()


def test_roles_are_kept_while_they_are_named(
    admin: Layar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    halaman = buka(admin, qtbot)
    halaman.pilih(PERAN)
    peran = halaman.peran
    pasang(monkeypatch, DialogPeran, IsiPeran("Kepala Seksi", akun=(Peran.KASI,)))
    klik(qtbot, peran.tambah)
    assert peran.terpilih
    assert peran.terpilih.kode == "kepala_seksi"
    klik(qtbot, peran.naik)
    assert [p.kode for p in halaman.ruang.kini.peran][-2:] == ["kepala_seksi", "penerima"]
    pasang(monkeypatch, DialogPeran, IsiPeran("Kasi Rehsos", akun=(Peran.KASI,)))
    klik(qtbot, peran.sunting)
    assert halaman.ruang.kini.peran_kode("kepala_seksi").label.tampil == "Kasi Rehsos"
    klik(qtbot, peran.hapus)
    assert halaman.ruang.kini.peran == REHSOS.peran
    peran.tabel.pilih_baris(1)
    klik(qtbot, peran.hapus)
    assert "Masih dipakai langkah 1" in pesan_uji.terakhir.isi
    assert halaman.ruang.kini.peran == REHSOS.peran


def test_the_identity_box_and_the_aid(admin: Layar, qtbot: QtBot) -> None:
    halaman = buka(admin, qtbot)
    halaman.pilih(IDENTITAS)
    identitas = halaman.identitas
    ketik(qtbot, identitas.nama_layar.kotak, "Bansos 2027")
    ketik(qtbot, identitas.nama.kotak, "Bantuan sosial tahun 2027")
    ketik(qtbot, identitas.kepala["nomor"].kotak, "9/SOP/2027")
    ketik(qtbot, identitas.sah["nama"].kotak, "Pejabat Baru")
    dasar = identitas.daftar["dasar_hukum"].kotak
    assert isinstance(dasar, QPlainTextEdit)
    ketik(qtbot, dasar, "Perbup 1")
    qtbot.keyClick(dasar, Qt.Key.Key_Return)
    qtbot.keyClicks(dasar, "Perbup 2")
    for kotak in (identitas.jenis.kotak[JenisBantuan.BARANG], identitas.kategori.kotak[Kategori.LAINNYA]):
        centang(qtbot, kotak)
    centang(qtbot, identitas.nominal)
    centang(qtbot, identitas.satu_kk)
    sop = halaman.ruang.kini
    assert (sop.nama_layar.tampil, sop.nama, sop.kepala.nomor.tampil, sop.kepala.disahkan.nama.tampil) == (
        "Bansos 2027", "Bantuan sosial tahun 2027", "9/SOP/2027", "Pejabat Baru",
    )  # fmt: skip
    assert [b.tampil for b in sop.kepala.dasar_hukum] == ["Perbup 1", "Perbup 2"]
    assert JenisBantuan.BARANG not in sop.aturan.jenis_bantuan
    assert Kategori.LAINNYA in sop.aturan.kategori
    assert (sop.aturan.nominal_wajib, sop.aturan.satu_kk) == (False, True)
    assert halaman.nama.text() == "Bansos 2027"
    assert identitas.kepala["nomor"].teks == "9/SOP/2027"


def test_the_sheet_is_drawn_as_it_stands(admin: Layar, qtbot: QtBot) -> None:
    halaman = buka(admin, qtbot)
    ketik(qtbot, halaman.langkah.uraian.teks["kegiatan"].kotak, "Menerima berkas usulan")
    halaman.pilih(LEMBAR)
    assert halaman.lembar.pdf.jumlah >= 2
    assert halaman.lembar.halaman.text().startswith("Halaman 1 dari")
    halaman.pilih(4)
    ketik(qtbot, halaman.langkah.uraian.nama.kotak, " ")
    halaman.pilih(LEMBAR)
    assert halaman.lembar.pdf.jumlah == 0
    assert halaman.lembar.kosong.judul.text() == "Lembar belum dapat disusun"
    klik(qtbot, halaman.urung)
    assert halaman.lembar.pdf.jumlah >= 2


def test_the_sheet_is_saved_and_printed(
    admin: Layar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji, tmp_path: Path
) -> None:
    halaman = buka(admin, qtbot)
    halaman.pilih(LEMBAR)
    dicetak: list[bytes] = []
    monkeypatch.setattr(lembar, "cetak_pdf", lambda _induk, _jobs, isi, _judul: dicetak.append(isi))
    klik(qtbot, halaman.lembar.cetak)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(tmp_path / "sop.pdf"), "")))
    klik(qtbot, halaman.lembar.simpan)
    assert pesan_uji.terakhir.isi == "sop.pdf"
    assert len(teks_pdf(tmp_path / "sop.pdf")) == len(teks_pdf(BytesIO(dicetak[0]))) == halaman.lembar.pdf.jumlah


def test_the_way_back_asks_first(uji: KantorUji, qtbot: QtBot, pesan_uji: PenyampaiUji) -> None:
    jendela = Jendela(uji.ruang, uji.pelaku["admin"], JobLangsung(), Setelan(kunci_menit=0))
    qtbot.addWidget(jendela)
    jendela.show()
    jendela.buka("pengaturan", "sop")
    pengaturan = jendela.tumpukan.atas
    assert isinstance(pengaturan, HalamanPengaturan)
    klik(qtbot, pengaturan.bagian.ubah)
    halaman = jendela.tumpukan.atas
    assert isinstance(halaman, HalamanSunting)
    ketik(qtbot, halaman.langkah.uraian.nama.kotak, "Usulan")
    pesan_uji.jawab = False
    assert not jendela.tumpukan.mundur()
    assert jendela.tumpukan.atas is halaman
    pesan_uji.jawab = True
    assert jendela.tumpukan.mundur()
    assert jendela.tumpukan.atas is pengaturan


# --- keeping ---------------------------------------------------------------------------------------------------------


def test_a_version_is_saved_with_its_note(
    admin: Layar, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    halaman = buka(admin, qtbot)
    ketik(qtbot, halaman.langkah.uraian.nama.kotak, "Usulan")
    pasang(monkeypatch, DialogSimpan, None)
    klik(qtbot, halaman.simpan)
    pasang(monkeypatch, DialogSimpan, "Rapat 3 Maret")
    klik(qtbot, halaman.simpan)
    assert pesan_uji.terakhir.judul == "Versi 2 tersimpan"
    assert (halaman.versi.text(), halaman.boleh_ditinggalkan()) == ("Versi 2", True)
    with uji.membaca() as kerja:
        assert versi.sop_berlaku(kerja, "rehsos").langkah_ke(1).nama_layar.tampil == "Usulan"
        assert versi.daftar_versi(kerja, "rehsos")[0].oleh == "Admin Uji"
    with qtbot.waitSignal(halaman.selesai, timeout=1000):
        klik(qtbot, halaman.kembali)


def test_unsaved_work_is_asked_about(admin: Layar, qtbot: QtBot, pesan_uji: PenyampaiUji) -> None:
    halaman = buka(admin, qtbot)
    ketik(qtbot, halaman.langkah.uraian.nama.kotak, "Usulan")
    pesan_uji.jawab = False
    assert not halaman.boleh_ditinggalkan()
    with qtbot.assertNotEmitted(halaman.selesai):
        klik(qtbot, halaman.kembali)
    assert "Perubahan pada SOP" in pesan_uji.terakhir.isi


def test_a_new_sop_is_not_saved_until_it_is(admin: Layar, qtbot: QtBot) -> None:
    halaman = buka(admin, qtbot, awal.kosong("Beras", muat.BAWAAN), asal=None)
    assert halaman.versi.text() == "Belum disimpan"
    assert halaman.simpan.isEnabled()
    assert not halaman.hapus.isEnabled()
    assert Aksi.LOKET not in [a for a, _ in _butir(halaman.langkah.uraian.aksi)]
    halaman = buka(admin, qtbot, DTKS, asal=DTKS)
    assert Aksi.LOKET in [a for a, _ in _butir(halaman.langkah.uraian.aksi)]


def _butir(pilihan: Pilihan) -> list[tuple[Any, str]]:
    semua = []
    for ke in range(pilihan.count()):
        pilihan.setCurrentIndex(ke)
        semua.append((pilihan.nilai, pilihan.currentText()))
    return semua


# --- questions -------------------------------------------------------------------------------------------------------


def tampil(qtbot: QtBot, dialog: DialogSalur) -> None:
    qtbot.addWidget(dialog)
    dialog.show()


def setuju(qtbot: QtBot, dialog: DialogSalur) -> bool:
    klik(qtbot, dialog.setuju)
    return not dialog.isVisible()


def test_a_new_sop_has_a_name(qtbot: QtBot) -> None:
    dialog = DialogSopBaru(None, [("uep", "UEP")])
    tampil(qtbot, dialog)
    assert not setuju(qtbot, dialog)
    qtbot.keyClicks(dialog.nama, " Beras ")
    assert dialog.jawaban == SopBaru("Beras", None)
    pilih(qtbot, dialog.dari, "uep")
    assert setuju(qtbot, dialog)
    assert dialog.jawaban == SopBaru("Beras", "uep")


def test_a_new_step_and_a_note(qtbot: QtBot) -> None:
    dialog = DialogLangkahBaru(None, REHSOS, 3)
    tampil(qtbot, dialog)
    pilih(qtbot, dialog.aksi, Aksi.DISPOSISI)
    assert dialog.jawaban == (3, Aksi.DISPOSISI)
    catatan = DialogSimpan(None, "Bansos")
    tampil(qtbot, catatan)
    qtbot.keyClicks(catatan.catatan, " Rapat ")
    assert catatan.jawaban == "Rapat"


def test_a_paper_is_filled_in(qtbot: QtBot) -> None:
    dialog = DialogDokumen(None, None)
    tampil(qtbot, dialog)
    assert not setuju(qtbot, dialog)
    qtbot.keyClicks(dialog.nama, "Surat keterangan")
    pilih(qtbot, dialog.per, Per.USULAN)
    qtbot.keyClicks(dialog.pilihan, "Dokter")
    assert not setuju(qtbot, dialog)
    assert dialog.i_pilihan.salah.text() == "Tulis dua pilihan atau lebih, atau kosongkan."
    qtbot.keyClick(dialog.pilihan, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.pilihan, "Desa")
    centang(qtbot, dialog.kategori[Kategori.LANSIA])
    dialog.dari.setValue(60)
    dialog.sampai.setValue(40)
    assert not setuju(qtbot, dialog)
    assert dialog.salah.text() == "Usia terendah melebihi usia tertinggi."
    dialog.sampai.setValue(-1)
    assert setuju(qtbot, dialog)
    assert dialog.jawaban == IsiDokumen(
        "Surat keterangan", SifatKelengkapan.WAJIB, Per.USULAN, ("Dokter", "Desa"), (Kategori.LANSIA,), 60, None
    )
    lama = DialogDokumen(None, DTKS.langkah_ke(1).dokumen[0])
    qtbot.addWidget(lama)
    d = DTKS.langkah_ke(1).dokumen[0]
    assert lama.jawaban == IsiDokumen(d.nama.tampil, d.sifat, d.per, d.pilihan, d.kategori, d.usia_min, d.usia_maks)


def test_a_role_is_filled_in(qtbot: QtBot) -> None:
    dialog = DialogPeran(None, None, [])
    tampil(qtbot, dialog)
    assert not setuju(qtbot, dialog)
    qtbot.keyClicks(dialog.nama, "Kepala Seksi")
    assert not setuju(qtbot, dialog)
    assert dialog.salah.text() == "Pilih paling sedikit satu peran akun."
    centang(qtbot, dialog.akun[Peran.KASI])
    assert dialog.jawaban == IsiPeran("Kepala Seksi", akun=(Peran.KASI,))
    pilih(qtbot, dialog.sisi, Sisi.LUAR)
    assert not setuju(qtbot, dialog)
    luar = DialogPeran(None, REHSOS.peran_kode("bupati"), [("dinas", "Dinas")])
    tampil(qtbot, luar)
    assert setuju(qtbot, luar)
    assert luar.jawaban == IsiPeran("Bupati Lamandau", Sisi.LUAR, dicatat_oleh="dinas")


def test_the_papers_words_are_the_offices(admin: Layar, qtbot: QtBot, uji: KantorUji) -> None:
    halaman = buka(admin, qtbot)
    ketik(qtbot, halaman.langkah.uraian.teks["kegiatan"].kotak, "Menerima berkas usulan warga")
    with uji.membaca("admin") as kerja:
        kertas = teks_pdf(BytesIO(sop_pdf(halaman.ruang.kini, kerja)))
    assert "Menerima berkas usulan warga" in " ".join(" ".join(kertas).split())
