"""`salur pengaduan` and `salur surat penomoran`."""

from uuid import UUID

from tests.end2end.baris_perintah import Baris


def test_a_complaint_is_taken_down_and_answered(salur: Baris, sah: UUID) -> None:
    catat = ("pengaduan", "catat", "--kegiatan", sah, "--isi", "Kartu belum sampai")
    nomor = salur(*catat, "--tentang", "1", "--pelapor", "Paiman").kata
    assert "Tidak ada penerima" in salur.ditolak(*catat, "--tentang", "99")
    (baris, jumlah) = salur("pengaduan", "--kegiatan", sah).baris
    assert baris[0] == nomor
    assert baris[5].startswith("belum dijawab, batas ")
    assert jumlah == ["Masuk", "1", "0 dijawab", "1 belum", "0 lewat batas waktu"]
    salur("pengaduan", "jawab", nomor, "--jawaban", "Diantar besok")
    (satu,) = salur("pengaduan", "--json").json
    assert (satu["jawaban"], satu["dijawab_pada"], satu["terlambat"]) == ("Diantar besok", "2026-03-02", False)
    salur.ditolak("pengaduan", "jawab", nomor, "--jawaban", " ")


def test_the_office_counts_its_letters_once_a_pattern_is_set(salur: Baris) -> None:
    keluar = ("surat", "keluar", "--perihal", "Undangan", "--kepada", "Kepala Desa")
    salur.ditolak(*keluar)
    atur = ("surat", "penomoran", "surat_keluar", "--pola")
    salur.ditolak(*atur, "tanpa nomor", akun="admin")
    salur.ditolak(*atur, "{nomor}")  # only who administers the office
    baris = salur(*atur, "005/{nomor:03}/{tahun}", "--terakhir", 41, akun="admin").baris
    assert ["surat_keluar", "2026", "005/{nomor:03}/{tahun}", "41"] in baris
    assert salur(*keluar).baris[0][2] == "005/042/2026"
