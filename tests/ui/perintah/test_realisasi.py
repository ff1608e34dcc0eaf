"""`salur penyaluran lembar` and `realisasi`: out, looked at, back."""

from pathlib import Path
from uuid import UUID

import openpyxl
import pypdfium2

from tests.end2end.baris_perintah import Baris


def test_the_sheet_goes_out_and_comes_back_whole_or_not_at_all(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    ke = tmp_path / "realisasi.xlsx"
    assert salur("penyaluran", "lembar", "--kegiatan", sah, "--ke", ke).kata == str(ke)
    buku = openpyxl.load_workbook(ke)
    buku["Realisasi"]["I4"], buku["Realisasi"]["I5"] = "Dibayar", "Gagal"
    buku.save(ke)
    assert "pertama di J5" in salur.ditolak("penyaluran", "realisasi", ke, "--kegiatan", sah)
    (salah,) = salur("penyaluran", "realisasi", ke, "--kegiatan", sah, "--periksa", "--json").json["salah"]
    assert (salah["sel"], salah["kode"]) == ("J5", "realisasi_alasan_kosong")
    buku["Realisasi"]["J5"] = "Meninggal"
    buku.save(ke)
    dilihat = salur("penyaluran", "realisasi", ke, "--kegiatan", sah, "--periksa", "--json").json
    assert (dilihat["dibayar"], dilihat["gagal"], dilihat["salah"]) == (1, {"meninggal": 1}, [])
    assert salur("penyaluran", "--kegiatan", sah, "--json").json["ringkasan"]["tersalur"]["orang"] == 0
    dicatat = salur("penyaluran", "realisasi", ke, "--kegiatan", sah).baris
    assert dicatat[:2] == [["Dibayar", "1 orang", "Rp 1.500.000"], ["Gagal", "1 orang", "Meninggal"]]
    hitung = salur("penyaluran", "--kegiatan", sah, "--json").json["ringkasan"]
    assert hitung["tersalur"]["orang"] == 1
    assert hitung["gagal"]["orang"] == 1


def test_layouts_and_receipts_a_sheet_are_chosen(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    kode = [b[0] for b in salur("ekspor", "susunan").baris]
    assert {"siks-ng", "daftar-rekening", "blt-dd"} <= set(kode)
    salur("ekspor", "bnba", "--kegiatan", sah, "--ke", tmp_path / "siks.xlsx", "--profil", "Usulan SIKS-NG")
    lembar = openpyxl.load_workbook(tmp_path / "siks.xlsx")["BNBA"]
    assert [s.value for s in lembar[1]][:3] == ["NIK", "NO. KK", "NAMA"]
    assert lembar.max_row == 7
    assert "tidak ada di kantor ini" in salur.ditolak(
        "ekspor", "bnba", "--kegiatan", sah, "--ke", tmp_path / "x.xlsx", "--profil", "lain"
    )
    salur("cetak", "tanda-terima", "--kegiatan", sah, "--ke", tmp_path / "tt.pdf", "--per-lembar", "4")
    with pypdfium2.PdfDocument(tmp_path / "tt.pdf") as dokumen:
        assert len(dokumen) == 2
    assert (
        salur.coba("cetak", "tanda-terima", "--kegiatan", sah, "--ke", tmp_path / "tt.pdf", "--per-lembar", "3").kode
        == 2
    )


def test_one_person_lightly_and_a_letter_of_its_nature(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    nama = salur("penyaluran", "--kegiatan", sah, "--json").json["penerima"][2]["nama"]
    for banyak, orang in ((6, ()), (1, ("--orang", nama))):
        salur("cetak", "tanda-terima", "--kegiatan", sah, "--ke", tmp_path / "tt.pdf", "--per-lembar", "1", *orang)
        with pypdfium2.PdfDocument(tmp_path / "tt.pdf") as dokumen:
            assert len(dokumen) == banyak
    tt = ("cetak", "tanda-terima", "--kegiatan", sah, "--ke", tmp_path / "tt.pdf")
    salur(*tt, "--ringan")
    ringan = (tmp_path / "tt.pdf").read_bytes()
    salur(*tt)
    assert (tmp_path / "tt.pdf").read_bytes() == ringan
    salur(*tt, "--biasa")
    assert (tmp_path / "tt.pdf").read_bytes() != ringan
    assert "Tidak ada penerima" in salur.ditolak(*tt, "--orang", "TIDAK ADA ORANGNYA")
    assert "tidak dibuat untuk satu orang" in salur.ditolak(
        "cetak", "laporan", "--kegiatan", sah, "--ke", tmp_path / "l.pdf", "--orang", nama
    )
    salur("cetak", "undangan", "--kegiatan", sah, "--ke", tmp_path / "u.pdf", "--sifat", "penting")
    with pypdfium2.PdfDocument(tmp_path / "u.pdf") as dokumen:
        assert "Penting" in dokumen[0].get_textpage().get_text_range()


def test_a_book_is_written_by_its_days(salur: Baris, tmp_path: Path) -> None:
    salur("surat", "masuk", "--perihal", "Usulan", "--dari", "Desa Guci", "--nomor", "001", "--tanggal", "2026-02-20")
    hari = ("--dari", "2026-02-01", "--sampai", "2026-02-28")
    salur("ekspor", "register", "--buku", "masuk", *hari, "--ke", tmp_path / "agenda.xlsx")
    lembar = openpyxl.load_workbook(tmp_path / "agenda.xlsx")["Register"]
    assert "Usulan" in {s.value for s in lembar["F"]}
    assert "Belum ada isi" in salur.ditolak(
        "ekspor", "register", "--buku", "keluar", *hari, "--ke", tmp_path / "k.xlsx"
    )
