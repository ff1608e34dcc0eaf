"""`salur langkah`: where a kegiatan stands, moving it, sending it back, what is signed on paper."""

from pathlib import Path
from uuid import UUID

import pytest

from app.kegiatan import buat_kegiatan
from app.sop import pemohon
from db.istilah import JenisBantuan
from db.model import Usulan
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import isi_usulan
from tests.ui.perintah.conftest import Menulis

LAYAK_SEMUA = ("verifikasi", "putuskan", "--semua", "--hasil", "layak")


@pytest.fixture
def usulan(menulis: Menulis) -> UUID:
    """A rehsos kegiatan with three people who wait for a decision."""
    with menulis() as kerja:
        kegiatan_id = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, jenis_bantuan=JenisBantuan.KARTU, nominal=900_000
        )
        isi_usulan(kerja, kegiatan_id, 3)
    return kegiatan_id


def test_where_it_stands_and_what_is_missing(salur: Baris, usulan: UUID) -> None:
    baris = salur("langkah", "--kegiatan", usulan).baris
    assert baris[0] == ["Bansos Uji"]
    assert baris[1][:3] == ["1.", "Data usulan desa", "Berjalan"]
    assert ["", "Kurang", "ktp", "KTP", "Dianjurkan", "3 dari 3"] in baris
    isi = salur("langkah", "--kegiatan", usulan, "--json").json
    assert (isi["nama"], isi["langkah_kini"], len(isi["langkah"])) == ("Bansos Uji", 1, 9)
    satu, dua = isi["langkah"][:2]
    assert {"urutan", "label", "nama", "status", "putaran", "id", "kini", "kelengkapan", "halangan"} <= set(satu)
    assert "kelengkapan" not in dua
    assert salur("langkah", "lihat", "--kegiatan", usulan, "--langkah", satu["id"], "--json").json["urutan"] == 1


def test_the_desk_of_whoever_is_signed_in(salur: Baris, usulan: UUID) -> None:
    satu, *lain = salur("langkah", "--json", akun="operator").json["perlu"]
    assert all(b["lebih_awal"] for b in lain)
    assert (satu["kegiatan"], satu["langkah"], satu["terlambat"]) == (str(usulan), 1, False)
    salur("langkah", "kirim-berkas", "--kegiatan", usulan, "--langkah", 1, "--pihak", "Desa", "--tanggal", "2026-03-02")
    baris = salur("langkah", akun="operator").baris[-1]
    assert (baris[0], baris[2:5], baris[6]) == (
        "Menunggu pihak lain",
        ["Bansos Uji", "1.", "Data usulan desa"],
        "berkas di Desa",
    )
    salur("langkah", "selesai", "--kegiatan", usulan, "--langkah", 1)
    salur("langkah", "kembalikan", "--kegiatan", usulan, "--langkah", 2, "--ke", 1, "--alasan", "Keliru")
    assert "dikembalikan: Keliru" in salur("langkah", akun="operator").keluar


def test_a_step_ends_only_when_its_work_is_done(salur: Baris, usulan: UUID) -> None:
    kedua = ("--kegiatan", usulan, "--langkah", 2)
    assert salur("langkah", "selesai", "--kegiatan", usulan, "--langkah", 1).baris == [
        ["Selesai", "1.", "Data usulan desa", "3 usulan dari 3 desa/kelurahan."],
        ["Berikutnya", "2.", "Verifikasi"],
    ]
    assert "3 usulan belum diputuskan" in salur.ditolak("langkah", "selesai", *kedua)
    assert salur("langkah", "--kegiatan", usulan, "--json").json["langkah_kini"] == 2
    salur(*LAYAK_SEMUA, "--kegiatan", usulan)
    lalu = ("langkah", "selesai", *kedua, "--tanggal", "2026-03-01")
    assert "lebih awal daripada langkah 1 (2 Maret 2026)" in salur.ditolak(*lalu)
    assert salur(*lalu, "--alasan-tanggal", "Langkah 1 baru dicatat hari ini").baris[1] == [
        "Berikutnya", "3.", "SK Bupati",
    ]  # fmt: skip
    rinci = salur("langkah", "lihat", *kedua).keluar
    assert "1 Maret 2026" in rinci


def test_work_goes_back_and_is_passed_over_only_by_a_superior(salur: Baris, usulan: UUID) -> None:
    salur("langkah", "selesai", "--kegiatan", usulan, "--langkah", 1)
    kedua = ("--kegiatan", usulan, "--langkah", 2)
    kembali = salur("langkah", "kembalikan", *kedua, "--ke", 1, "--alasan", "Daftar keliru").baris
    assert kembali == [["Dikembalikan", "2.", "Verifikasi", ""], ["Berikutnya", "1.", "Data usulan desa"]]
    salur("langkah", "selesai", "--kegiatan", usulan, "--langkah", 1)
    lewati = ("langkah", "lewati", *kedua, "--alasan", "Sudah di atas kertas")
    salur.ditolak(*lewati, akun="operator")
    assert salur(*lewati, akun="kadis").baris[0][:2] == ["Dilewati", "2."]
    status = [s["status"] for s in salur("langkah", "--kegiatan", usulan, "--json").json["langkah"]]
    assert status[:3] == ["selesai", "dilewati", "berjalan"]


def test_a_step_does_not_apply_or_was_done_before(salur: Baris) -> None:
    isi = ("--sop", "uep", "--nama", "UEP", "--tahun", 2026, "--mulai-langkah", 2)
    nomor = salur("kegiatan", "buat", *isi).kata
    sebelum = ("langkah", "catat-sebelum", "--kegiatan", nomor, "--langkah", 1, "--hasil", "Surat 12/2026")
    assert salur(*sebelum, "--tanggal", "2026-02-02").baris[0][-1] == "Surat 12/2026"
    salur.ditolak(*sebelum, "--tanggal", "2026-12-02")
    tidak = ("langkah", "tidak-berlaku", "--kegiatan", nomor, "--langkah", 3)
    assert salur(*tidak, "--alasan", "Tidak perlu").baris[0][0] == "Tidak berlaku"
    assert "sudah ditutup" in salur.ditolak(*tidak, "--alasan", "Tidak perlu")


def test_paper_is_recorded_with_its_scan_and_its_way(salur: Baris, usulan: UUID, tmp_path: Path) -> None:
    pertama = ("--kegiatan", usulan, "--langkah", 1)
    orang = ("--nama", "H. Contoh", "--jabatan", "Kepala Desa", "--tanggal", "2026-03-01")
    nomor = salur("langkah", "sahkan", *pertama, *orang, "--peran", "desa").kata
    assert "tidak dapat dibuka" in salur.ditolak("langkah", "pindaian", nomor, tmp_path / "tidak-ada.pdf")
    (tmp_path / "surat.pdf").write_bytes(b"%PDF-1.4")
    salur("langkah", "pindaian", nomor, tmp_path / "surat.pdf")
    letak = salur("langkah", "kirim-berkas", *pertama, "--pihak", "Desa Kujan", "--tanggal", "2026-02-26").kata
    salur("langkah", "berkas-diterima", letak, "--tanggal", "2026-02-27")
    salur.ditolak("langkah", "berkas-kembali", letak, "--tanggal", "2026-02-20")
    salur("langkah", "berkas-kembali", letak, "--tanggal", "2026-03-02", "--hasil", "Lengkap")
    rinci = salur("langkah", "lihat", *pertama, "--json").json
    (tanda,), (posisi,) = rinci["pengesahan"], rinci["posisi"]
    assert (tanda["id"], tanda["nama"], tanda["pindaian"]) == (nomor, "H. Contoh", True)
    assert (posisi["dikirim"], posisi["diterima"], posisi["kembali"]) == ("2026-02-26", "2026-02-27", "2026-03-02")
    teks = salur("langkah", "lihat", *pertama).keluar
    assert "pindaian ada" in teks
    assert "kembali 2 Maret 2026" in teks


def test_a_paraf_comes_from_its_holder(salur: Baris, menulis: Menulis) -> None:
    with menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="dtks", nama="DTKS", tahun=2026)
    paraf = ("langkah", "paraf", "--kegiatan", kegiatan_id, "--langkah", 1, "--peran", "kasi")
    assert "paraf" in salur.ditolak(*paraf, akun="operator").lower()


def test_an_applicant_goes_their_own_way(salur: Baris, menulis: Menulis) -> None:
    with menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="dtks", nama="DTKS", tahun=2026)
        satu, dua = isi_usulan(kerja, kegiatan_id, 2)
        pemohon.daftarkan(kerja, satu)
        kerja.sesi.get_one(Usulan, satu).nomor_register = "001/2026"
    jalan = ("--kegiatan", kegiatan_id, "--langkah", 1, "--usulan", satu)
    assert salur("kelengkapan", "centang", "--semua", *jalan).baris == [["Berubah", "2"]]
    assert salur("langkah", "selesai", *jalan).baris[1][:2] == ["Berikutnya", "2."]
    assert len(salur("langkah", "--kegiatan", kegiatan_id, "--usulan", satu, "--json").json["langkah"]) == 2
    assert "belum terdaftar" in salur.ditolak("langkah", "selesai", *jalan[:-1], dua)
    lain = salur("kegiatan", "buat", "--sop", "rehsos", "--nama", "Lain", "--tahun", 2026).kata
    assert "tidak berjalan per pemohon" in salur.ditolak("langkah", "--kegiatan", lain, "--usulan", satu)
    salur("pemohon", "daftarkan", dua)
    daftar = salur("pemohon", "--kegiatan", kegiatan_id, "--json").json
    assert [(p["id"], p["langkah"]) for p in daftar] == [(str(satu), 2), (str(dua), 1)]
    assert "Dilepas" in salur("pemohon", "lepaskan", dua, "--alasan", "Pindah").keluar
    assert "langkah 2" in salur("pemohon", "--kegiatan", kegiatan_id).keluar
    lain = salur("kegiatan", "buat", "--sop", "dtks", "--nama", "DTKS lagi", "--tahun", 2026).kata
    baru = salur("pemohon", "usulkan-lagi", dua, "--ke", lain).kata
    assert [p["id"] for p in salur("pemohon", "--kegiatan", lain, "--json").json] == [baru]
    tutup = ("loket", "kumpulkan", "--kegiatan", kegiatan_id)
    assert "masih ada pemohon" in salur.ditolak(*tutup)
    salur("kelengkapan", "centang", "--semua", "--kegiatan", kegiatan_id, "--langkah", 2, "--usulan", satu)
    salur("langkah", "selesai", "--kegiatan", kegiatan_id, "--langkah", 2, "--usulan", satu)
    assert salur(*tutup).baris == [["Dikumpulkan", "1"]]


@pytest.mark.parametrize(
    "argumen",
    [
        ["langkah", "selesai", "--langkah", "1"],
        ["kelengkapan", "--kegiatan", "01a2b3c4-0000-7000-8000-000000000000"],
        ["verifikasi", "putuskan", "--hasil", "layak"],
        ["verifikasi", "putuskan", "--hasil", "mungkin", "--semua"],
        ["langkah", "catat-sebelum", "--tanggal", "kemarin"],
        ["kegiatan", "atur", "01a2b3c4-0000-7000-8000-000000000000"],
    ],
    ids=" ".join,
)
def test_half_a_command_is_wrong_usage(salur: Baris, argumen: list[str]) -> None:
    hasil = salur.coba(*argumen)
    assert (hasil.kode, hasil.keluar, hasil.galat.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "argumen",
    [
        ["langkah", "--kegiatan"],
        ["verifikasi", "--kegiatan"],
        ["verifikasi", "lihat"],
        ["verifikasi", "putuskan", "--hasil", "layak"],
        ["orang", "lihat"],
        ["orang", "betulkan", "--nama", "Siti", "--alasan", "Salah ketik"],
        ["orang", "wali", "--nama", "Siti"],
        ["pemohon", "daftarkan"],
        ["pemohon", "lepaskan", "--alasan", "Pindah"],
        ["langkah", "berkas-kembali", "--tanggal", "2026-03-01"],
        ["kegiatan", "batalkan", "--alasan", "Salah buat"],
    ],
    ids=" ".join,
)
def test_a_number_that_is_nobody_s_is_said_in_one_sentence(salur: Baris, argumen: list[str]) -> None:
    salur.ditolak(*argumen, "01a2b3c4-0000-7000-8000-000000000000")
