"""`salur loket` and `salur siks`: what the counter refuses, who moves to the next triwulan, answers by hand."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.end2end.baris_perintah import Baris
from tests.helpers.toko import JamUji

GUCI = "62.09.03.2002"
SATU = ("--nik", "6209034105709001", "--nama", "Sarinah Usop", "--desa", GUCI)
DUA = ("--nik", "6209030101709002", "--nama", "Jumri Ilham", "--desa", GUCI)
TERIMA = ("loket", "terima")


@pytest.fixture
def triwulan(salur: Baris) -> str:
    """The triwulan of two applicants, the second short of papers."""
    salur(*TERIMA, *SATU, "--lengkap")
    return salur(*TERIMA, *DUA).baris[0][2]


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        ((), "nama"),
        (("--nama", "Tanpa Nik", "--desa", GUCI), "NIK"),
        (("--nik", "62090341", "--nama", "Nik Pendek", "--desa", GUCI), "NIK"),
        ((*SATU[:4], "--desa", "63.11.03.2001"), "desa"),
        ((*SATU, "--tanggal", "2026-03-03"), "tanggal"),
    ],
    ids=["kosong", "tanpa-nik", "nik-pendek", "desa-lain", "besok"],
)
def test_who_cannot_be_taken_in_leaves_nothing(salur: Baris, argumen: tuple[str, ...], kata: str) -> None:
    assert kata.lower() in salur.ditolak(*TERIMA, *argumen).lower()
    assert salur("loket", "--json").json["pemohon"] == []


def test_the_counter_says_what_it_asks_and_whom_it_has(salur: Baris, triwulan: str) -> None:
    isi = salur("loket", "--json").json
    assert isi["kegiatan_id"] == triwulan
    assert {b["kode"] for b in isi["berkas"]} == {"fc_kk_ktp", "surat_keterangan_desa", "pemeriksaan_berkas"}
    teks = salur("loket").baris
    assert teks[0] == ["Triwulan", triwulan, "Usulan DTKS Triwulan I 2026"]
    assert [b[0] for b in teks[-2:]] == ["0001/2026", "0002/2026"]
    assert [b[-1] for b in teks[-2:]] == ["berkas lengkap", "langkah 1"]
    assert salur.coba("loket", "lengkapi", "0009/2026", "--lengkap").kode == 2


def test_what_is_known_of_somebody_is_used_again(salur: Baris, triwulan: str, jam: JamUji) -> None:
    salur("loket", "lengkapi", "0002/2026", "--lengkap")
    salur("loket", "kumpulkan", "--kegiatan", triwulan)
    lagi = salur(*TERIMA, "--nik", SATU[1], "--alamat", "RT 009", "--lengkap").baris[0]
    assert lagi[3] == "Usulan DTKS Triwulan II 2026"
    (orang,) = salur("orang", "cari", SATU[1], "--json").json
    assert "RT 009" in salur("orang", "lihat", orang["id"]).keluar


def test_who_is_short_of_papers_moves_to_the_next_triwulan(salur: Baris, triwulan: str) -> None:
    salur.ditolak("loket", "kumpulkan", "--kegiatan", triwulan)
    hasil = salur("loket", "kumpulkan", "--kegiatan", triwulan, "--tunda")
    assert hasil.baris == [["Dikumpulkan", "1", "1 dilanjutkan di Usulan DTKS Triwulan II 2026"]]
    assert [p["nama"] for p in salur("loket", "--json").json["pemohon"]] == ["Jumri Ilham"]
    lama = salur("loket", "--kegiatan", triwulan).baris
    assert lama[0] == ["Triwulan", triwulan, "Usulan DTKS Triwulan I 2026"]
    assert [b[4:] for b in lama[-2:]] == [["Diusulkan", "berkas lengkap"], ["Ditarik", ""]]


def test_answers_by_hand_are_either_yes_or_no_with_a_reason(salur: Baris, triwulan: str) -> None:
    jawab = ("siks", "jawab", "0001/2026", "--kegiatan", triwulan)
    salur.ditolak(*jawab, "--diterima")  # not gathered yet
    salur("loket", "lengkapi", "0002/2026", "--lengkap")
    salur("loket", "kumpulkan", "--kegiatan", triwulan)
    assert salur.coba(*jawab).kode == 2
    assert salur.coba(*jawab, "--diterima", "--ditolak", "x").kode == 2
    assert salur.coba("siks", "jawab", "0009/2026", "--kegiatan", triwulan, "--diterima").kode == 2
    salur.ditolak(*jawab, "--ditolak", " ")
    salur(*jawab, "--diterima")
    salur("siks", "jawab", "0002/2026", "--kegiatan", triwulan, "--ditolak", "NIK tidak padan")
    assert [b[3:] for b in salur("siks", "--kegiatan", triwulan).baris] == [
        ["Ditolak SIKS-NG", "NIK tidak padan"], ["Diterima", ""],
    ]  # fmt: skip
    kembali = salur("siks", "kembali", "--kegiatan", triwulan)
    assert kembali.baris[0] == [GUCI, "Desa Guci", "1 orang", "belum ada surat"]
    assert salur("siks", "padanan", "--kegiatan", triwulan).galat == "BNBA baru belum dibandingkan.\n"


@pytest.mark.parametrize("isi", [None, b"bukan buku kerja"], ids=["tak-ada", "rusak"])
def test_a_file_that_cannot_be_read_is_one_sentence(
    salur: Baris, triwulan: str, tmp_path: Path, isi: bytes | None
) -> None:
    berkas = tmp_path / "hasil.xlsx"
    if isi is not None:
        berkas.write_bytes(isi)
    for perintah in ("hasil", "bnba"):
        assert "hasil.xlsx" in salur.ditolak("siks", perintah, berkas, "--kegiatan", triwulan)


def test_a_file_of_refusals_only_accepts_the_rest(salur: Baris, triwulan: str, tmp_path: Path) -> None:
    salur("loket", "lengkapi", "0002/2026", "--lengkap")
    salur("loket", "kumpulkan", "--kegiatan", triwulan)
    buku = Workbook()
    for baris in (("No", "NIK", "Nama", "Alasan"), (1, DUA[1], DUA[3], "Sudah terdaftar")):
        buku.active.append(baris)
    buku.save(tmp_path / "tolak.xlsx")
    hasil = ("siks", "hasil", tmp_path / "tolak.xlsx", "--kegiatan", triwulan, "--json")
    belum = salur(*hasil, "--periksa").json
    assert (belum["impor_id"], belum["belum_dijawab"]) == (None, 1)
    isi = salur(*hasil, "--sisanya-diterima").json
    assert (isi["diterima"], isi["ditolak"], isi["belum_dijawab"]) == (1, 1, 0)
    (berkas,) = salur("siks", "--kegiatan", triwulan, "--json").json["berkas"]
    assert berkas == {"impor_id": isi["impor_id"], "berkas": ["tolak.xlsx"], "status": "tersimpan"}
