"""`salur mitra` and `salur pencairan`: agreements, SP2D, STS, and where the money lies."""

from pathlib import Path
from uuid import UUID

import pytest

from app.kegiatan import DataTahap
from app.kegiatan_atur import tambah_tahap
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import tetapkan
from tests.ui.perintah.conftest import Menulis

TOTAL = 9_000_000  # six people at Rp 1.500.000


def test_a_mitra_is_added_changed_and_agreed_with(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    mitra = salur("mitra", "catat", "--nama", "Bank Uji", "--telepon", "0532-1").kata
    assert "sudah tercatat" in salur.ditolak("mitra", "catat", "--nama", "bank uji")
    salur("mitra", "catat", "--nama", "Bank Uji Cabang", "--jenis", "pos", "--ubah", mitra)
    assert salur("mitra").baris == [[mitra, "Bank Uji Cabang", "pos", "", ""]]
    (tmp_path / "mou.pdf").write_bytes(b"%PDF-1.4")
    mou = ("mitra", "perjanjian", "--kegiatan", sah, "--mitra", mitra, "--jenis", "mou", "--nomor", "460/9")
    nomor = salur(*mou, "--berkas", tmp_path / "mou.pdf").kata
    (satu,) = salur("mitra", "--kegiatan", sah, "--json").json
    assert (satu["id"], satu["jenis"], satu["nomor"], satu["tanggal"]) == (nomor, "mou", "460/9", "2026-03-02")
    assert satu["lampiran_id"]
    assert "sudah tercatat" in salur.ditolak(*mou)
    assert salur("mitra", "--kegiatan", sah).baris[0][1:3] == ["MOU", "Bank Uji Cabang"]


def test_a_missing_scan_stores_nothing(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    catat = ("pencairan", "catat", "--kegiatan", sah, "--nomor", "01/SP2D", "--nilai", TOTAL)
    assert "tak-ada.pdf" in salur.ditolak(*catat, "--berkas", tmp_path / "tak-ada.pdf")
    assert salur("pencairan", "--kegiatan", sah, "--json").json["sp2d"] == []


def test_money_in_and_back(salur: Baris, sah: UUID) -> None:
    catat = ("pencairan", "catat", "--kegiatan", sah, "--tanggal", "2026-03-01")
    assert "selisih" in salur.ditolak(*catat, "--nomor", "01/SP2D", "--nilai", TOTAL - 1)
    sp2d = salur(*catat, "--nomor", "01/SP2D", "--nilai", TOTAL).kata
    setor = ("pencairan", "setoran", "--kegiatan", sah, "--nomor", "01/STS", "--alasan", "Meninggal")
    assert "melebihi" in salur.ditolak(*setor, "--nilai", TOTAL + 1)
    sts = salur(*setor, "--nilai", 1_500_000).kata
    salur("pencairan", "perbaiki", sp2d, "--nomor", "02/SP2D", "--alasan", "Salah ketik")
    salur("pencairan", "perbaiki-setoran", sts, "--nilai", 1_000_000, "--alasan", "Salah ketik")
    isi = salur("pencairan", "--kegiatan", sah, "--json").json
    assert isi["seluruh"] == {
        "alokasi": TOTAL, "sp2d": TOTAL, "tersalur": 0, "disetor": 1_000_000, "masih": TOTAL - 1_000_000, "selisih": 0,
    }  # fmt: skip
    assert [s["nomor_sp2d"] for s in isi["sp2d"]] == ["02/SP2D"]
    teks = salur("pencairan", "--kegiatan", sah)
    assert "masih di bank/bendahara Rp 8.000.000" in teks.baris[0]
    assert [b[:3] for b in teks.baris[-2:]] == [[sp2d, "SP2D", "02/SP2D"], [sts, "STS", "01/STS"]]


def test_an_sp2d_is_moved_to_its_tahap(salur: Baris, layak: UUID, menulis: Menulis) -> None:
    with menulis() as kerja:
        tambah_tahap(kerja, layak, DataTahap("Tahap 2"))
        tetapkan(kerja, layak)
    sp2d = salur("pencairan", "catat", "--kegiatan", layak, "--nomor", "01/SP2D", "--nilai", TOTAL).kata
    pindah = ("pencairan", "perbaiki", sp2d, "--alasan", "Salah tahap", "--tahap", 2)
    assert salur.coba(*pindah).kode == 2
    salur(*pindah, "--kegiatan", layak)
    per_tahap = salur("pencairan", "--kegiatan", layak, "--json").json["per_tahap"]
    assert [(t["tahap"], t["sp2d"]) for t in per_tahap] == [(1, 0), (2, TOTAL)]


@pytest.mark.parametrize(
    "argumen",
    [
        ["pencairan"],
        ["mitra", "catat", "--nama", "Toko", "--jenis", "toko"],
        ["pencairan", "catat", "--kegiatan", "x", "--nomor", "1", "--nilai", "1"],
        ["pencairan", "catat", "--kegiatan", "0197d2f0-0000-7000-8000-000000000000", "--nomor", "1", "--nilai", "1.5"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(salur: Baris, argumen: list[str]) -> None:
    hasil = salur.coba(*argumen)
    assert (hasil.kode, hasil.keluar, hasil.galat.count("\n")) == (2, "", 1)


def test_a_day_out_of_order_is_taken_with_its_reason(salur: Baris, sah: UUID) -> None:
    catat = (
        "pencairan",
        "catat",
        "--kegiatan",
        sah,
        "--nomor",
        "1/SP2D",
        "--nilai",
        9_000_000,
        "--tanggal",
        "2026-01-05",
    )
    assert "lebih awal daripada SK" in salur.ditolak(*catat)
    assert salur(*catat, "--alasan-tanggal", "Dana talangan").kata


def test_money_that_was_not_there_is_said(salur: Baris, sah: UUID) -> None:
    """More handed over and given back than the SP2D brought: the figures stay, and a sentence stands beside them."""
    salur("penyaluran", "catat", "1", "--kegiatan", sah, "--hasil", "sendiri")
    hasil = salur.coba("pencairan", "--kegiatan", sah)
    assert (hasil.kode, "masih di bank/bendahara -Rp" in hasil.keluar) == (0, True)
    assert hasil.galat == "Yang tersalur dan disetor melebihi SP2D yang tercatat; periksa SP2D dan STS.\n"
