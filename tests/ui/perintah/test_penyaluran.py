"""`salur penyaluran`: people named as at the table, all or nobody, taken back with a reason."""

from uuid import UUID

from app.penyaluran import semua_serah
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import DESA
from tests.ui.perintah.conftest import Menulis

HARI = ("--tanggal", "2026-03-02")


def test_the_list_counts_and_names_everyone(salur: Baris, sah: UUID) -> None:
    hasil = salur("penyaluran", "--kegiatan", sah)
    assert hasil.baris[0] == ["Target", "6 orang", "Rp 9.000.000"]
    assert next(b[1:] for b in hasil.baris if b[0] == "Desa") == [DESA[0], "Sungai Mentawa", "0 dari 2 sudah menerima"]
    assert sum(baris[0] == "Tahap 1" for baris in hasil.baris) == 6
    isi = salur("penyaluran", "--kegiatan", sah, "--desa", DESA[0], "--json").json
    assert isi["ringkasan"]["target"] == {"orang": 2, "rupiah": 3_000_000}
    assert {p["kode_desa"] for p in isi["penerima"]} == {DESA[0]}
    assert {p["hasil"] for p in isi["penerima"]} == {None}
    assert isi["ringkasan"]["per_hasil"] == {"belum_dicatat": {"orang": 2, "rupiah": 3_000_000}}


def test_people_are_named_by_code_number_or_nik(salur: Baris, sah: UUID, menulis: Menulis) -> None:
    with menulis() as kerja:
        satu, dua, tiga, *_ = semua_serah(kerja, sah)
    hasil = salur(
        "penyaluran", "catat", satu.kode, dua.nomor, tiga.nik, "--kegiatan", sah, "--hasil", "sendiri",
        "--tempat", "Balai desa", *HARI,
    )  # fmt: skip
    assert [(nomor, nama, kata) for _, nomor, nama, kata in hasil.baris] == [
        (str(b.nomor), b.nama, "Diterima sendiri") for b in (satu, dua, tiga)
    ]
    (ketemu,) = salur("penyaluran", "cari", satu.kode, "--kegiatan", sah, "--json").json
    assert (ketemu["hasil"], ketemu["tanggal"], ketemu["tempat"]) == ("sendiri", "2026-03-02", "Balai desa")


def test_one_refusal_keeps_everybody_unrecorded(salur: Baris, sah: UUID) -> None:
    catat = ("penyaluran", "catat", "--kegiatan", sah, "--hasil", "sendiri", *HARI)
    salur(*catat, 1)
    assert "sudah menerima" in salur.ditolak(*catat, 2, 1)
    assert salur("penyaluran", "--kegiatan", sah, "--json").json["ringkasan"]["tersalur"]["orang"] == 1
    assert salur.ditolak(*catat, 99).startswith("Tidak ada penerima “99”")
    assert salur.ditolak(*catat, "6209039999999999").startswith("Tidak ada penerima “620903•")
    assert "beberapa penerima" in salur.ditolak("penyaluran", "catat", "a", *catat[2:])


def test_a_deputy_and_thumb_print_are_asked_for_in_full(salur: Baris, sah: UUID) -> None:
    catat = ("penyaluran", "catat", 1, "--kegiatan", sah, *HARI)
    assert "surat kuasa" in salur.ditolak(*catat, "--hasil", "diwakilkan", "--wakil", "Sumiati", "--hubungan", "Anak")
    assert "2 saksi" in salur.ditolak(*catat, "--hasil", "sendiri", "--cap-jempol", "--saksi", "Paiman")
    wakil = ("--hasil", "diwakilkan", "--wakil", "Sumiati", "--hubungan", "Anak", "--surat-kuasa", "SK-1")
    assert salur(*catat, *wakil).baris[0][3] == "Diwakilkan"
    (satu,) = salur("penyaluran", "riwayat", "--kegiatan", sah, "--json").json
    assert satu["keterangan"] == "Sumiati, Anak"


def test_a_taking_back_cannot_be_recorded_as_an_outcome(salur: Baris, sah: UUID) -> None:
    hasil = salur.coba("penyaluran", "catat", 1, "--kegiatan", sah, "--hasil", "batal_catat")
    assert hasil.kode == 2
    assert "salah satu dari" in hasil.galat


def test_the_rest_of_a_desa_at_once_and_one_taken_back(salur: Baris, sah: UUID) -> None:
    salur("penyaluran", "catat", 1, "--kegiatan", sah, "--hasil", "tidak_hadir", *HARI)
    semua = ("penyaluran", "semua", "--kegiatan", sah, *HARI, "--desa")
    jumlah = [salur(*semua, desa).baris[0] for desa in DESA]
    assert [int(kolom[1]) for kolom in jumlah] == [1, 2, 2]
    assert salur(*semua, DESA[0]).baris == [["Dicatat", "0"]]
    (akhir, *_) = salur("penyaluran", "riwayat", "--kegiatan", sah, "--json").json
    batal = ("penyaluran", "batalkan", akhir["penyaluran_id"], "--alasan")
    salur(*batal, "Salah pilih nama")
    assert "sudah dibatalkan" in salur.ditolak(*batal, "lagi")
    ringkasan = salur("penyaluran", "--kegiatan", sah, "--json").json["ringkasan"]
    assert (ringkasan["tersalur"]["orang"], ringkasan["belum"]["orang"]) == (4, 2)
    assert "dibatalkan" in salur("penyaluran", "riwayat", "--kegiatan", sah).keluar
