"""The tab Dokumen: choose, look, save, print; what was printed is remembered and stands in the history."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.dokumen.daftar import DokumenTercatat, riwayat_dokumen
from app.dokumen.naskah import baca_naskah
from app.jobs import JobCancelled, JobContext
from app.kantor import DataPejabat, simpan_pejabat
from app.kegiatan import buat_kegiatan
from app.kerja import Kerja
from app.penyaluran import catat_hasil, semua_serah
from app.sop.definisi import Aksi
from app.templat import simpan_templat
from db.istilah import HasilSalur, JenisBantuan, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import DESA, isi_usulan, tetapkan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.dokumen import kerja as pekerjaan
from ui.dokumen.buku_kerja import huruf_lajur
from ui.dokumen.halaman import HalamanDokumen
from ui.dokumen.halaman_pdf import BerkasPdf
from ui.dokumen.pencetak import Pencetak, PilihPencetak
from ui.dokumen.tujuan import TujuanDokumen
from ui.halaman import Konteks
from ui.jobs import Area, ChangeBus, JobRunner
from ui.komponen import Tombol
from ui.meja import aksi
from ui.naskah.tujuan import TujuanNaskah

Buka = Callable[..., HalamanDokumen]


def baru(kerja: Kerja, nama: str = "Bansos Uji 2026", tahap: int = 1) -> UUID:
    nama_tahap = [f"Tahap {n + 1}" for n in range(tahap)]
    return buat_kegiatan(
        kerja, kode_sop="rehsos", nama=nama, tahun=2026, nominal=1_500_000, jenis_bantuan=JenisBantuan.TUNAI,
        desa=DESA, tahap=nama_tahap,
    )  # fmt: skip


def sah(kerja: Kerja, banyak: int, **isian: Any) -> UUID:
    kegiatan_id = baru(kerja, **isian)
    isi_usulan(kerja, kegiatan_id, banyak, status=StatusUsulan.LAYAK)
    tetapkan(kerja, kegiatan_id)
    return kegiatan_id


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    """Nine people on a decree in three desa, all served."""
    with uji.menulis("admin") as kerja:
        simpan_pejabat(kerja, DataPejabat("Dr. BUDI", "Kepala Dinas Sosial", "kepala", nip="197812112006041006"))
        simpan_pejabat(kerja, DataPejabat("ANI, S.E.", "Sekretaris", "sekretaris", nip="198502022010012003"))
        simpan_pejabat(kerja, DataPejabat("ARIFIN", "Kepala Desa", "kades", kode_desa=DESA[1]))
    with uji.menulis() as kerja:
        kid = sah(kerja, 9)
        for satu in list(semua_serah(kerja, kid)):
            catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
    return kid


@pytest.fixture
def kantor(uji: KantorUji) -> Layar:
    return layar(uji)


@pytest.fixture
def buka(kantor: Layar, qtbot: QtBot) -> Iterator[Buka]:
    terbuka: list[HalamanDokumen] = []

    def _buka(*kode: str) -> HalamanDokumen:
        halaman = kantor.tampil(HalamanDokumen(kantor.konteks), qtbot)
        terbuka.append(halaman)
        if kode:
            assert halaman.isi is not None
            halaman.tujuan(TujuanDokumen(halaman.isi.kegiatan_id, kode))
        return halaman

    yield _buka
    for halaman in terbuka:
        halaman.ruang.pdf.buka(None)


def tekan(qtbot: QtBot, tombol: Tombol) -> None:
    assert tombol.isEnabled()
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)


def jawab_berkas(monkeypatch: pytest.MonkeyPatch, ke: Path | None) -> list[str]:
    """Answer the file dialog; returns the names that were suggested."""
    saran: list[str] = []

    def jawab(_induk: object, _judul: str, usul: str, _saring: str) -> tuple[str, str]:
        saran.append(Path(usul).name)
        return (str(ke) if ke else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", jawab)
    return saran


def riwayat(uji: KantorUji, kegiatan: UUID) -> list[DokumenTercatat]:
    with uji.membaca() as kerja:
        return riwayat_dokumen(kerja, kegiatan)


def test_no_kegiatan_says_where_to_begin(buka: Buka) -> None:
    halaman = buka()
    assert halaman.tumpukan.currentWidget() is halaman.kosong


def test_papers_stand_in_groups_and_the_first_is_shown(kegiatan: UUID, buka: Buka) -> None:
    halaman = buka()
    model = halaman.daftar.model()
    kata = [model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert kata[0].startswith("Usulan dan verifikasi")
    assert "BNBA (by name by address), Excel, Siap dicetak" in kata
    assert any(k.startswith("Jadwal penyaluran, PDF, Belum: Jadwal penyaluran belum diisi") for k in kata)
    assert halaman.dokumen is not None
    assert halaman.dokumen.siap


def test_pages_are_seen_before_they_are_printed(kegiatan: UUID, buka: Buka, uji: KantorUji) -> None:
    halaman = buka("bast")
    assert halaman.ruang.pdf.jumlah >= 3
    assert halaman.ruang.halaman.text() == f"dari {halaman.ruang.pdf.jumlah}"
    halaman.ruang.nomor.setValue(2)
    assert halaman.ruang.pdf.halaman == 2
    assert halaman.ruang.pdf.accessibleName() == "Pratinjau Berita acara serah terima"
    assert riwayat(uji, kegiatan) == []


def test_a_paper_that_is_not_ready_says_why(kegiatan: UUID, buka: Buka) -> None:
    halaman = buka("jadwal")
    assert "Jadwal penyaluran belum diisi" in halaman.ruang.kosong.saran.text()
    assert not halaman.simpan.isEnabled()
    assert not halaman.cetak.isEnabled()
    assert halaman.isian.isHidden()
    assert halaman.kaki.alasan.text() == "Dokumen ini belum dapat dibuat"


def test_a_workbook_says_what_is_in_it(kegiatan: UUID, buka: Buka) -> None:
    halaman = buka("bnba")
    assert halaman.ruang.tumpukan.currentWidget() is halaman.ruang.buku
    assert "2 lembar: BNBA" in halaman.ruang.buku.kata.text()
    assert halaman.ruang.buku.lembar.tabText(1) == "Rekap per desa"
    assert not halaman.cetak.isEnabled()
    assert "Excel" in halaman.cetak.toolTip()


def test_what_an_auditor_asks_comes_in_one_folder(
    kegiatan: UUID, buka: Buka, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("bast")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    tekan(qtbot, halaman.pemeriksaan)
    assert (tmp_path / "Berkas pemeriksaan Bansos Uji 2026" / "00 Indeks.xlsx").is_file()
    assert halaman.kaki.alasan.text() == "Berkas pemeriksaan tersimpan: 0 berkas dan indeksnya"


def test_saving_keeps_the_preview_and_enters_the_history(
    kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("bast")
    saran = jawab_berkas(monkeypatch, tmp_path / "serah terima")
    halaman.ruang.pdf.ke_halaman(2)
    halaman.isian.nomor.setFocus()
    qtbot.keyClicks(halaman.isian.nomor, "460/7/2026")
    qtbot.waitUntil(lambda: not halaman._tunda.isActive())
    halaman.ruang.pdf.ke_halaman(2)
    tekan(qtbot, halaman.simpan)
    assert saran == ["BAST_2026-03-02.pdf"]
    assert (tmp_path / "serah terima.pdf").read_bytes().startswith(b"%PDF")
    (baris,) = riwayat(uji, kegiatan)
    assert (baris.kode, baris.nomor_dasar, baris.nama_berkas) == ("bast", "460/7/2026", "serah terima.pdf")
    assert baris.nomor == "460/7/2026/1 s.d. 460/7/2026/3"
    assert halaman.kaki.alasan.text() == "Tersimpan: serah terima.pdf"
    assert halaman.ruang.pdf.halaman == 2
    assert halaman.riwayat.model.baris(0).nomor_dasar == "460/7/2026"
    assert "nomor 460/7/2026" in halaman.keterangan.text()


def test_the_folder_can_be_opened_afterwards(
    kegiatan: UUID, buka: Buka, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("laporan")
    jawab_berkas(monkeypatch, tmp_path / "laporan.pdf")
    dibuka: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", dibuka.append)
    tekan(qtbot, halaman.simpan)
    tekan(qtbot, halaman.kaki.tautan)
    assert [Path(u.toLocalFile()) for u in dibuka] == [tmp_path]


def test_giving_the_dialog_up_makes_nothing(
    kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("laporan")
    jawab_berkas(monkeypatch, None)
    tekan(qtbot, halaman.simpan)
    assert riwayat(uji, kegiatan) == []


def test_number_date_and_signer_are_those_of_the_last_print_of_the_copy(
    kegiatan: UUID, buka: Buka, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("bast")
    jawab_berkas(monkeypatch, tmp_path / "a.pdf")
    isian = halaman.isian
    isian.desa.nilai = DESA[0]
    qtbot.keyClicks(isian.nomor, "460/8/2026")
    isian.tanggal.nilai = date(2026, 3, 1)
    isian.penanda.setCurrentIndex(2)
    siapa = isian.penanda.nilai
    assert isian.penanda.count() == 3  # a Kepala Desa does not sign for the office
    tekan(qtbot, halaman.simpan)
    isian.desa.nilai = DESA[1]
    assert isian.nomor.text() == ""  # its own number
    assert (isian.tanggal.nilai, isian.penanda.nilai) == (date(2026, 3, 1), siapa)  # chosen once
    isian.desa.nilai = DESA[0]
    assert isian.nomor.text() == "460/8/2026"
    baru = buka("bast")
    assert (baru.isian.desa.nilai, baru.isian.nomor.text()) == (DESA[0], "460/8/2026")
    assert (baru.isian.tanggal.nilai, baru.isian.penanda.nilai) == (date(2026, 3, 1), siapa)


def test_one_desa_has_fewer_pages_than_all(kegiatan: UUID, buka: Buka, qtbot: QtBot) -> None:
    halaman = buka("bast")
    semua = halaman.ruang.pdf.jumlah
    halaman.isian.desa.setFocus()
    qtbot.keyClick(halaman.isian.desa, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: halaman.ruang.pdf.jumlah < semua)


def test_what_was_typed_stays_when_one_looks_elsewhere(kegiatan: UUID, buka: Buka, qtbot: QtBot) -> None:
    halaman = buka("bast")
    qtbot.keyClicks(halaman.isian.nomor, "12")
    halaman.daftar.setFocus()
    qtbot.keyClick(halaman.daftar, Qt.Key.Key_Up)
    assert halaman.dokumen is not None
    assert halaman.dokumen.kode != "bast"
    qtbot.keyClick(halaman.daftar, Qt.Key.Key_Down)
    assert halaman.dokumen.kode == "bast"
    assert halaman.isian.nomor.text() == "12"


def test_a_public_copy_is_a_paper_of_its_own(
    kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("daftar-penerima")
    saran = jawab_berkas(monkeypatch, tmp_path / "papan.pdf")
    halaman.isian.publik.setFocus()
    qtbot.keyClick(halaman.isian.publik, Qt.Key.Key_Space)
    tekan(qtbot, halaman.simpan)
    assert saran[0].endswith("_publik.pdf")
    assert riwayat(uji, kegiatan)[0].publik


def test_one_file_for_each_desa(
    kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
) -> None:  # fmt: skip
    halaman = buka("bast")
    folder = tmp_path / "semua"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    tekan(qtbot, halaman.per_desa)
    berkas = sorted(b.name for b in folder.iterdir())
    assert len(berkas) == 3
    assert all(b.startswith("BAST_") and b.endswith("_2026-03-02.pdf") for b in berkas)
    assert {r.kode_desa for r in riwayat(uji, kegiatan)} == set(DESA)
    assert halaman.kaki.alasan.text() == "Tersimpan 3 berkas"
    pesan_uji.jawab = False  # the same again: asked first, and left alone
    tekan(qtbot, halaman.per_desa)
    assert pesan_uji.terakhir.judul == "Ganti berkas lama?"


def test_a_stopped_job_for_all_desa_leaves_no_file(kegiatan: UUID, uji: KantorUji, tmp_path: Path) -> None:
    """Stopped at the second desa, the first is gone as well."""
    ctx = JobContext(lambda p: ctx.batalkan() if p.selesai == 1 else None)
    ctx.JEDA = 0
    with uji.membaca() as kerja:
        isi = pekerjaan.kumpulkan(kerja, kegiatan)
    minta = {d: pekerjaan.Permintaan(d) for d in DESA}
    berkas = {d: tmp_path / f"{d}.pdf" for d in DESA}
    with pytest.raises(JobCancelled), uji.menulis() as kerja:
        pekerjaan.simpan_per_desa(kerja, ctx, "bast", isi.kegiatan_id, minta, berkas)
    assert not list(tmp_path.glob("*.pdf"))
    assert not list(tmp_path.glob(".salur-*"))
    assert riwayat(uji, kegiatan) == []


def test_desa_of_one_name_get_files_of_their_own() -> None:
    nama = pekerjaan.nama_unik("bast", {"1": "Desa Guci", "2": "Desa Guci"}, "", lambda _: None)
    assert nama == {"1": "BAST_Guci.pdf", "2": "BAST_Guci-2.pdf"}


def test_printing_sends_every_page_and_is_registered(
    kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("daftar-hadir")
    pencetak = QPrinter()
    pencetak.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    pencetak.setOutputFileName(str(tmp_path / "kertas.pdf"))
    monkeypatch.setattr(PilihPencetak, "ask", classmethod(lambda *_, **_k: Pencetak(pencetak)))
    tekan(qtbot, halaman.cetak)
    hasil = BerkasPdf((tmp_path / "kertas.pdf").read_bytes())
    assert halaman.kaki.alasan.text() == f"Dikirim ke printer: {len(hasil)} halaman"
    hasil.tutup()
    assert [r.kode for r in riwayat(uji, kegiatan)] == ["daftar-hadir"]


def test_without_a_printer_it_says_so(
    kegiatan: UUID, buka: Buka, qtbot: QtBot, pesan_uji: PenyampaiUji, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.dokumen.pencetak.QPrinterInfo.availablePrinterNames", list)
    tekan(qtbot, buka("laporan").cetak)
    assert pesan_uji.terakhir.judul == "Belum ada printer"


def test_the_history_leads_back_to_its_paper(
    kegiatan: UUID, buka: Buka, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    halaman = buka("bast")
    jawab_berkas(monkeypatch, tmp_path / "a.pdf")
    halaman.isian.desa.nilai = DESA[2]
    tekan(qtbot, halaman.simpan)
    halaman.tujuan(TujuanDokumen(kegiatan, ("laporan",)))
    halaman.lembar.setCurrentWidget(halaman.riwayat)
    halaman.riwayat.tabel.pilih_baris(0)
    qtbot.keyClick(halaman.riwayat.tabel, Qt.Key.Key_Return)
    assert halaman.dokumen is not None
    assert (halaman.dokumen.kode, halaman.isian.desa.nilai) == ("bast", DESA[2])
    assert halaman.lembar.currentWidget() is halaman.ruang


def test_the_kegiatan_is_remembered(kegiatan: UUID, uji: KantorUji, buka: Buka) -> None:
    with uji.menulis() as kerja:
        kedua = baru(kerja, "Kegiatan kedua")
    halaman = buka()
    assert halaman.kegiatan.nilai == kedua  # the newest while nothing is remembered
    halaman.kegiatan.nilai = kegiatan
    assert buka().kegiatan.nilai == kegiatan


def test_several_tahap_can_be_told_apart(uji: KantorUji, buka: Buka, qtbot: QtBot) -> None:
    with uji.menulis() as kerja:
        sah(kerja, 3, tahap=2)
    halaman = buka("tanda-terima")
    assert not halaman.isian.i_tahap.isHidden()
    semua = halaman.ruang.pdf.jumlah
    halaman.isian.tahap.nilai = 2
    halaman.pratinjau()
    assert halaman.isian.permintaan.tahap == 2
    assert halaman.isian.kata_tahap == "Tahap 2"
    assert halaman.ruang.pdf.jumlah <= semua
    halaman.tujuan(TujuanDokumen(halaman.kegiatan.nilai, ("daftar-hadir",)))
    assert halaman.isian.permintaan.tahap == 1  # an attendance list is always of one


def test_a_preview_can_be_stopped_and_a_newer_wish_wins(kegiatan: UUID, uji: KantorUji, qtbot: QtBot) -> None:
    """With real threads: what is chosen last is what is seen."""
    pekerja = JobRunner()
    konteks = Konteks(uji.ruang, uji.pelaku["serba"], pekerja, ChangeBus(), lambda *_: None, lambda _: None)
    halaman = HalamanDokumen(konteks)
    qtbot.addWidget(halaman)
    halaman.resize(1093, 470)
    halaman.show()
    qtbot.waitUntil(lambda: halaman.isi is not None, timeout=10_000)
    for kode in ("formulir-verifikasi", "tanda-terima", "bast"):
        halaman.daftar.pilih(kode)
        halaman._ganti_dokumen(kode)
    qtbot.waitUntil(lambda: halaman.ruang.pdf.jumlah > 0, timeout=10_000)
    assert halaman.ruang.pdf.accessibleName() == "Pratinjau Berita acara serah terima"
    halaman.pratinjau()
    tekan(qtbot, halaman.ruang.batal)
    qtbot.waitUntil(lambda: halaman.ruang.ulang.isVisible(), timeout=10_000)
    tekan(qtbot, halaman.ruang.ulang)
    qtbot.waitUntil(lambda: halaman.ruang.pdf.isVisible(), timeout=10_000)
    halaman.ruang.pdf.buka(None)
    pekerja.tutup()


def test_what_changed_elsewhere_shows_here(uji: KantorUji, kantor: Layar, buka: Buka) -> None:
    with uji.menulis() as kerja:
        kid = baru(kerja, "Bansos baru")
    halaman = buka("tanda-terima")
    assert not halaman.simpan.isEnabled()
    with uji.menulis() as kerja:
        sah(kerja, 2, nama="Lain")
    kantor.konteks.bus.umumkan(Area.KEGIATAN)
    assert halaman.kegiatan.count() == 2
    assert halaman.kegiatan.nilai == kid


def test_a_step_opens_its_papers(kantor: Layar, kegiatan: UUID, buka: Buka) -> None:
    acuan = aksi.AcuanLangkah(
        kegiatan, "Bansos", kegiatan, 7, "Distribusi", Aksi.CATAT_DOKUMEN, cetak=("jadwal", "bast")
    )
    (tombol,) = aksi.tombol(kantor.konteks, acuan)
    assert tombol.buka(kantor.konteks, acuan) is None
    ((kode, tujuan),) = kantor.jalan.dibuka
    assert kode == "dokumen"
    halaman = buka()
    halaman.tujuan(tujuan)
    assert halaman.dokumen is not None
    assert halaman.dokumen.kode == "bast"  # the first that is ready
    assert halaman.daftar.terpilih == "bast"


def test_the_report_step_leads_to_the_report(kantor: Layar, kegiatan: UUID) -> None:
    acuan = aksi.AcuanLangkah(kegiatan, "Bansos", kegiatan, 8, "Laporan", Aksi.LAPORAN, cetak=("laporan",))
    (tombol,) = aksi.tombol(kantor.konteks, acuan)
    assert tombol.teks == "&Susun laporan"
    tombol.buka(kantor.konteks, acuan)
    assert kantor.jalan.dibuka == [("dokumen", TujuanDokumen(kegiatan, ("laporan",)))]


def test_columns_are_named_as_a_spreadsheet_does() -> None:
    assert [huruf_lajur(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_older_words_are_named_and_newer_ones_can_be_taken(
    kegiatan: UUID, buka: Buka, uji: KantorUji, tmp_path: Path
) -> None:
    halaman = buka("bast")
    assert halaman.isian.kata_baru.isHidden()
    with uji.menulis() as kerja:
        pekerjaan.simpan(kerja, JobContext(), "bast", kegiatan, pekerjaan.Permintaan(), tmp_path / "a.pdf")
    with uji.menulis("admin") as kerja:
        simpan_templat(
            kerja, "bast", {k: "\n\n".join(v) for k, v in baca_naskah("bast").items()} | {"penutup": "Baru."}
        )
    halaman.segarkan()
    assert not halaman.isian.kata_baru.isHidden()
    assert halaman.isian.permintaan.revisi is None
    halaman.isian.kata_baru.setChecked(True)
    assert halaman.isian.permintaan.revisi == 0


def test_the_words_are_reached_by_who_may_change_them(kegiatan: UUID, buka: Buka, uji: KantorUji, qtbot: QtBot) -> None:
    assert buka("bast").kata.isHidden()
    admin = layar(uji, "admin")
    halaman = admin.tampil(HalamanDokumen(admin.konteks), qtbot)
    halaman.tujuan(TujuanDokumen(kegiatan, ("bast",)))
    qtbot.mouseClick(halaman.kata, Qt.MouseButton.LeftButton)
    assert admin.jalan.dibuka[-1] == ("naskah", TujuanNaskah("bast", kegiatan))
    halaman.ruang.pdf.buka(None)
