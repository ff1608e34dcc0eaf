"""`salur acuan`, and what `salur impor` says of a sending beside the earlier ones, its ledger and its letter."""

from pathlib import Path
from typing import Any

import pytest

from tests.app.usulan.conftest import JUDUL, orang
from tests.end2end.baris_perintah import Baris
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar
from tests.helpers.pdf import teks_pdf


def tulis(folder: Path, nama: str, baris: list[list[Any]], judul: list[str] = JUDUL) -> Path:
    (folder / nama).write_bytes(buat.xlsx(Lembar([judul, *baris])))
    return folder / nama


@pytest.fixture
def nomor(salur: Baris) -> str:
    return salur("kegiatan", "buat", "--sop", "rehsos", "--nama", "Uji", "--tahun", 2026).kata


ACUAN = ["NO KK", "NIK", "NAMA", "DESIL"]


def acuan(nomor: int, desil: object = 2) -> list[Any]:
    o = dict(zip(JUDUL, orang(nomor), strict=True))
    return [o["NO KK"], o["NIK"], o["NAMA"], desil]


def test_a_list_is_taken_in_shown_replaced_and_withdrawn(salur: Baris, nomor: str, tmp_path: Path) -> None:
    berkas = tulis(tmp_path, "dtsen.xlsx", [acuan(1), acuan(1), acuan(2, "5-10")], ACUAN)
    baris = ("--jenis", "dtsen", "--tanggal", "2026-02-01", "--sumber", "Kemensos")
    dilihat = salur("acuan", "impor", berkas, *baris, "--periksa", "--json").json
    assert dilihat["acuan_id"] is None
    assert dilihat["ringkasan"] == {"baris": 3, "diambil": 2, "dilewati": 1, "keluarga": 2, "bernik": 2,
                                    "berdesil": 1, "desil": {"2": 1}}  # fmt: skip
    assert [(d["baris"], d["kode"]) for d in dilihat["dilewati"]] == [(3, "ganda"), (4, "desil_salah")]
    assert salur("acuan", "--json").json == []
    satu = salur("acuan", "impor", berkas, *baris, "--json").json["acuan_id"]
    (ada,) = salur("acuan", "--json").json
    assert (ada["id"], ada["jenis"], ada["berlaku"], ada["tanggal"]) == (satu, "dtsen", True, "2026-02-01")
    lagi = salur.coba("acuan", "impor", berkas, *baris, "--json")
    assert (lagi.kode, lagi.json["berkas"][0]["galat"]["kode"]) == (1, "sudah_pernah")
    dua = tulis(tmp_path, "dtsen2.xlsx", [acuan(3)], ACUAN)
    baru = salur("acuan", "impor", dua, *baris, "--ganti", satu, "--json").json["acuan_id"]
    assert {a["id"]: a["status"] for a in salur("acuan", "--json").json} == {satu: "dibatalkan", baru: "tersimpan"}
    assert "1 baris tidak dipakai lagi" in salur("acuan", "tarik", baru, "--alasan", "Keliru").keluar
    assert [a["berlaku"] for a in salur("acuan", "--json").json] == [False, False]
    assert {b[-1] for b in salur("acuan").baris} == {"ditarik"}


def test_usulan_are_held_against_the_list(salur: Baris, nomor: str, tmp_path: Path) -> None:
    berkas = tulis(tmp_path, "dtsen.xlsx", [acuan(1)], ACUAN)
    kata = salur("acuan", "impor", berkas, "--jenis", "dtsen", "--tanggal", "2026-02-01", "--sumber", "Kemensos")
    assert "1 diambil" in kata.keluar
    usulan = tulis(tmp_path, "usulan.xlsx", [orang(1), orang(2)])
    hasil = salur("impor", usulan, "--kegiatan", nomor, "--periksa", "--json").json["berkas"][0]["hasil"]
    acuan_saja = [h for h in hasil if "acuan" in h["kode"] or "tercatat" in h["kode"]]
    assert [(h["baris"], h["kode"], h["tingkat"]) for h in acuan_saja] == [(3, "tidak_di_acuan", "perlu_diperiksa")]


def test_wrong_usage_and_bad_files_are_said(salur: Baris, nomor: str, tmp_path: Path) -> None:
    buruk = tmp_path / "buruk.xlsx"
    buruk.write_bytes(b"bukan lembar kerja")
    baris = ("--jenis", "dtsen", "--sumber", "Kemensos")
    assert "buruk.xlsx" in salur.ditolak("acuan", "impor", buruk, *baris, "--tanggal", "2026-02-01")
    assert salur.coba("acuan", "impor", buruk, *baris, "--tanggal", "kemarin").kode == 2
    assert "belum tiba" in salur.ditolak("acuan", "impor", buruk, *baris, "--tanggal", "2027-01-01")
    assert salur.coba("acuan", "impor", buruk, "--jenis", "lain", "--tanggal", "2026-02-01", "--sumber", "x").kode == 2


def test_a_sending_that_replaces_names_the_vanished(salur: Baris, nomor: str, tmp_path: Path) -> None:
    salur("impor", tulis(tmp_path, "lama.xlsx", [orang(1), orang(2)]), "--kegiatan", nomor)
    baru = tulis(tmp_path, "baru.xlsx", [orang(1, alamat="Jl. Lain"), orang(3), orang(4, nik="1")])
    jawab = salur("impor", baru, "--kegiatan", nomor, "--kiriman", "pengganti", "--json").json
    assert jawab["perbandingan"] == {"sama": 0, "berubah": 1, "baru": 1, "hilang": 1}
    assert [(h["nama"], h["baris"]) for h in jawab["hilang"]] == [("CARDI KASYFUL", 3)]
    buku = salur("impor", "--daftar", "--kegiatan", nomor, "--json").json
    assert [b["berkas"][0]["nama"] for b in buku] == ["baru.xlsx", "lama.xlsx"]
    assert buku[0]["hilang"] == jawab["hilang"]
    assert "Tidak ada lagi" in salur("impor", "--daftar", "--kegiatan", nomor).keluar
    assert salur.coba("impor", "--tarik-hilang", jawab["impor_id"]).kode == 2  # a reason is asked for
    kata = salur("impor", "--tarik-hilang", jawab["impor_id"], "--alasan", "Tidak diusulkan lagi").keluar
    assert "1 usulan ditarik." in kata
    assert salur("impor", "--daftar", "--kegiatan", nomor, "--json").json[0]["hilang"][0]["status"] == "ditarik"


def test_text_says_how_the_sending_stands(salur: Baris, nomor: str, tmp_path: Path) -> None:
    salur("impor", tulis(tmp_path, "lama.xlsx", [orang(1), orang(2)]), "--kegiatan", nomor)
    kata = salur(
        "impor", tulis(tmp_path, "baru.xlsx", [orang(1)]), "--kegiatan", nomor, "--kiriman", "pengganti"
    ).keluar
    assert "Dibanding kiriman terdahulu: 1 sama, 0 berubah, 0 baru, 1 tidak ada lagi." in kata
    assert "CARDI KASYFUL\tlama.xlsx, baris 3" in kata


def test_the_file_comes_back_and_the_letter_is_printed(salur: Baris, nomor: str, tmp_path: Path) -> None:
    berkas = tulis(tmp_path, "lama.xlsx", [orang(1), orang(2, nik="1")])
    impor = salur("impor", berkas, "--kegiatan", nomor, "--json").json["impor_id"]
    keluar = tmp_path / "keluar"
    keluar.mkdir()
    assert salur.coba("impor", "--asli", impor).kode == 2
    assert Path(salur("impor", "--asli", impor, "--ke", keluar).kata).read_bytes() == berkas.read_bytes()
    pdf = tmp_path / "surat.pdf"
    salur("cetak", "surat-perbaikan", "--kegiatan", nomor, "--ke", pdf, "--batas", "2026-03-16")
    assert "paling lambat 16 Maret 2026" in " ".join(teks_pdf(pdf)[0].split())
    assert "surat-perbaikan" in {b[0] for b in salur("cetak", "--kegiatan", nomor).baris}


def test_a_limit_marks_who_stands_above_it(salur: Baris, nomor: str, tmp_path: Path) -> None:
    assert "Berubah" in salur("kegiatan", "atur", nomor, "--desil-maks", 4).keluar
    assert "1 sampai 10" in salur.ditolak("kegiatan", "atur", nomor, "--desil-maks", 11)
    berkas = tulis(tmp_path, "dtsen.xlsx", [acuan(1, 4), acuan(2, 5)], ACUAN)
    salur("acuan", "impor", berkas, "--jenis", "dtsen", "--tanggal", "2026-02-01", "--sumber", "Kemensos")
    usulan = tulis(tmp_path, "usulan.xlsx", [orang(1), orang(2)])
    hasil = salur("impor", usulan, "--kegiatan", nomor, "--periksa", "--json").json["berkas"][0]["hasil"]
    assert [h["baris"] for h in hasil if h["kode"] == "desil_di_luar_syarat"] == [3]
