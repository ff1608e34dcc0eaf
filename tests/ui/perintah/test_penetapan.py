"""`salur penetapan`: who is ready, the draft, the decree, and changing it by another."""

from pathlib import Path
from uuid import UUID

from db.istilah import StatusUsulan
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import DESA, isi_usulan
from tests.ui.perintah.conftest import Menulis

SK = ("--nomor", "188.45/1/2026", "--tanggal", "2026-03-01")


def test_from_candidates_to_the_decree(salur: Baris, layak: UUID, tmp_path: Path) -> None:
    teks = salur("penetapan", "--kegiatan", layak)
    assert teks.baris == [["Siap ditetapkan", "6 orang", "Rp 9.000.000"], ["Belum diputuskan", "0 orang"]]
    sahkan = ("penetapan", "sahkan", "--kegiatan", layak, *SK)
    salur.ditolak(*sahkan)
    draf, kata, *_ = salur("penetapan", "susun", "--kegiatan", layak).baris[0]
    assert kata == "Draf"
    (tmp_path / "sk.pdf").write_bytes(b"%PDF-1.4")
    nomor, versi, orang, uang = salur(*sahkan, "--berkas", tmp_path / "sk.pdf").baris[0]
    assert (nomor, versi, orang, uang) == (draf, "versi 1", "6 orang", "Rp 9.000.000")
    (satu,) = salur("penetapan", "--kegiatan", layak, "--json").json["penetapan"]
    assert (satu["status"], satu["nomor"], satu["tanggal"]) == ("sah", "188.45/1/2026", "2026-03-01")
    assert satu["lampiran_id"]
    orang = salur("penetapan", "daftar", "--kegiatan", layak, "--json").json
    assert [p["nomor_urut"] for p in orang] == [1, 2, 3, 4, 5, 6]
    assert all("•" in p["nik"] for p in orang)
    assert len(salur("penetapan", "daftar", "--kegiatan", layak, "--desa", DESA[0]).baris) == 2
    assert "sudah" in salur.ditolak("penetapan", "susun", "--kegiatan", layak)


def test_a_future_decree_is_refused_and_nothing_stored(salur: Baris, layak: UUID) -> None:
    salur("penetapan", "susun", "--kegiatan", layak)
    salur.ditolak("penetapan", "sahkan", "--kegiatan", layak, "--nomor", "1", "--tanggal", "2026-03-03")
    (satu,) = salur("penetapan", "--kegiatan", layak, "--json").json["penetapan"]
    assert (satu["status"], satu["nomor"]) == ("draf", "")


def test_somebody_without_nik_enters_by_a_letter(salur: Baris, layak: UUID, menulis: Menulis) -> None:
    with menulis() as kerja:
        (usulan,) = isi_usulan(kerja, layak, 1, status=StatusUsulan.LAYAK, mulai=50, orang={"nik": None})
    assert ["Tanpa NIK", str(usulan)] in [b[:2] for b in salur("penetapan", "--kegiatan", layak).baris]
    susun = ("penetapan", "susun", "--kegiatan", layak, "--kecuali")
    assert salur.coba(*susun, f"{usulan}").kode == 2
    assert "7 orang" in salur(*susun, f"{usulan}=Surat Dukcapil 470/12").baris[0]


def test_an_sk_perubahan_takes_one_off_and_one_on(salur: Baris, sah: UUID, menulis: Menulis) -> None:
    with menulis() as kerja:
        (usulan,) = isi_usulan(kerja, sah, 1, status=StatusUsulan.LAYAK, mulai=50)
    ubah = ("penetapan", "perubahan", "--kegiatan", sah, "--tambah", usulan)
    assert salur.coba(*ubah, "--keluarkan", "99=Pindah").kode == 2
    assert "versi 2" in salur(*ubah, "--keluarkan", "1=Pindah").baris[0]
    salur("penetapan", "hapus-draf", "--kegiatan", sah)
    assert len(salur("penetapan", "--kegiatan", sah, "--json").json["penetapan"]) == 1
    salur(*ubah, "--keluarkan", "1=Pindah")
    hasil = salur("penetapan", "sahkan", "--kegiatan", sah, "--nomor", "188.45/2/2026", "--tanggal", "2026-03-02")
    assert hasil.baris[0][1:] == ["versi 2", "6 orang", "Rp 9.000.000", "1 dikeluarkan"]
    assert salur("penetapan", "lengkapi", "--kegiatan", sah).baris == [["Jatah ditambahkan", "0"]]


def test_a_scan_that_follows(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    (satu,) = salur("penetapan", "--kegiatan", sah, "--json").json["penetapan"]
    assert salur.coba("penetapan", "lampirkan", satu["id"]).kode == 2
    (tmp_path / "sk.pdf").write_bytes(b"%PDF-1.4")
    salur("penetapan", "lampirkan", satu["id"], "--berkas", tmp_path / "sk.pdf")
    assert salur("penetapan", "--kegiatan", sah, "--json").json["penetapan"][0]["lampiran_id"]


def test_only_who_may_decree_does(salur: Baris, layak: UUID) -> None:
    salur.ditolak("penetapan", "susun", "--kegiatan", layak, akun="admin")


def test_a_replacement_by_the_office_needs_a_delegation(salur: Baris, layak: UUID, menulis: Menulis) -> None:
    hari = ("--tanggal", "2026-03-02")
    salur("penetapan", "susun", "--kegiatan", layak)
    salur("penetapan", "sahkan", "--kegiatan", layak, "--nomor", "188", *hari)
    with menulis() as kerja:
        (baru,) = isi_usulan(kerja, layak, 1, mulai=90, status=StatusUsulan.LAYAK)
    salur("penetapan", "perubahan", "--kegiatan", layak, "--tambah", baru)
    sahkan = ("penetapan", "sahkan", "--kegiatan", layak, "--nomor", "BA/1/2026", *hari)
    assert "berita acara" in salur.ditolak(*sahkan)
    assert "tidak mendelegasikan" in salur.ditolak(*sahkan, "--menurut-delegasi")
    assert salur(*sahkan[:-4], "--nomor", "189", *hari).baris[0][1] == "versi 2"
