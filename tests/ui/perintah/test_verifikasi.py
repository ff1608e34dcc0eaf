"""`salur verifikasi`: the list, deciding one or all, the form that comes back; and `salur orang`, who they are."""

from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from app.kegiatan import buat_kegiatan
from db.istilah import JenisBantuan
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import DESA, isi_usulan, nik_uji
from tests.ui.perintah.conftest import Menulis


@pytest.fixture
def usulan(menulis: Menulis) -> tuple[UUID, list[str]]:
    """A kegiatan and its six usulan, two of each of three desa."""
    with menulis() as kerja:
        kegiatan_id = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, jenis_bantuan=JenisBantuan.TUNAI, nominal=900_000
        )
        return kegiatan_id, [str(u) for u in isi_usulan(kerja, kegiatan_id, 6)]


def _hitung(salur: Baris, kegiatan_id: UUID) -> tuple[int, int, int]:
    r = salur("verifikasi", "ringkasan", "--kegiatan", kegiatan_id, "--json").json
    return r["layak"], r["tidak_layak"], r["belum"]


def test_the_list_by_desa_and_words(salur: Baris, usulan: tuple[UUID, list[str]]) -> None:
    kegiatan_id, ids = usulan
    semua = salur("verifikasi", "--kegiatan", kegiatan_id, "--json").json
    assert {u["id"] for u in semua} == set(ids)
    assert {"id", "orang", "nama", "nik", "kode_desa", "desa", "status", "alasan", "perlu_diperiksa"} <= set(semua[0])
    desa = salur("verifikasi", "--kegiatan", kegiatan_id, "--desa", DESA[0].replace(".", "")).baris
    assert [b[4:6] for b in desa] == [["Lanjut usia", "Belum diputuskan"]] * 2
    (satu,) = salur("verifikasi", "--kegiatan", kegiatan_id, "--cari", nik_uji(1), "--json").json
    assert satu["nik"] == nik_uji(1)
    (samar,) = salur("verifikasi", "--kegiatan", kegiatan_id, "--cari", nik_uji(1), "--json", akun="admin").json
    assert nik_uji(1) not in str(samar)


def test_one_is_refused_with_a_reason_and_the_rest_of_a_desa_accepted(
    salur: Baris, usulan: tuple[UUID, list[str]]
) -> None:
    kegiatan_id, ids = usulan
    tidak = ("verifikasi", "putuskan", "--hasil", "tidak_layak", ids[0])
    assert "alasan" in salur.ditolak(*tidak).lower()
    assert ["meninggal", "Meninggal dunia"] in salur("verifikasi", "alasan").baris
    assert salur(*tidak, "--alasan", "Meninggal dunia").baris == [["Diputuskan", "1", "Tidak layak"]]
    semua = ("verifikasi", "putuskan", "--hasil", "layak", "--semua", "--kegiatan", kegiatan_id)
    assert salur(*semua, "--desa", DESA[0]).baris == [["Diputuskan", "2", "Layak"]]
    assert salur(*semua, "--kecuali", ids[4]).baris == [["Diputuskan", "2", "Layak"]]
    assert _hitung(salur, kegiatan_id) == (4, 1, 1)
    ubah = salur("verifikasi", "putuskan", "--hasil", "layak", ids[0], "--cara", "lapangan", "--tanggal", "2026-03-01")
    assert ubah.baris[1] == ["Berubah dari putusan lain", "1"]
    rinci = salur("verifikasi", "lihat", ids[0]).baris
    assert [b[2] for b in rinci if b[0] == "Riwayat"] == ["Layak", "Tidak layak"]
    salur.ditolak("verifikasi", "putuskan", "--hasil", "layak", ids[1], akun="admin")
    assert _hitung(salur, kegiatan_id) == (5, 0, 1)
    assert ["Jumlah", "6", "5", "0", "1", "0"] in salur("verifikasi", "ringkasan", "--kegiatan", kegiatan_id).baris


def test_the_form_goes_out_and_comes_back(salur: Baris, usulan: tuple[UUID, list[str]], tmp_path: Path) -> None:
    kegiatan_id, _ = usulan
    lembar = tmp_path / "lembar.xlsx"
    assert salur.coba("verifikasi", "lembar", "--kegiatan", kegiatan_id, "--ke", tmp_path / "lembar.pdf").kode == 2
    assert salur("verifikasi", "lembar", "--kegiatan", kegiatan_id, "--ke", lembar).kata == str(lembar)
    lembar.with_name("penuh.xlsx").mkdir()
    salur.ditolak("verifikasi", "lembar", "--kegiatan", kegiatan_id, "--ke", lembar.with_name("penuh.xlsx"))
    buku = load_workbook(lembar)
    isi = buku.worksheets[0]
    kolom = {sel.value: sel.column for sel in isi[3]}
    for nomor, (hasil, alasan) in enumerate((("layak", ""), ("tidak layak", "Pindah alamat"), ("entah", "")), 4):
        isi.cell(nomor, kolom["HASIL"]).value = hasil
        isi.cell(nomor, kolom["ALASAN"]).value = alasan
    buku.save(lembar)
    masuk = ("verifikasi", "impor", lembar, "--kegiatan", kegiatan_id)
    hasil = salur(*masuk)
    assert [int(b[1]) for b in hasil.baris] == [2, 0, 3, 0, 1]
    assert hasil.galat.startswith("Baris 6 ")
    assert _hitung(salur, kegiatan_id) == (1, 1, 4)
    isi.cell(4, kolom["HASIL"]).value = "tidak layak"
    isi.cell(4, kolom["ALASAN"]).value = "Meninggal dunia"
    buku.save(lembar)
    assert [int(b[1]) for b in salur(*masuk).baris] == [0, 1, 3, 1, 1]
    assert [int(b[1]) for b in salur(*masuk, "--ganti").baris] == [1, 1, 3, 0, 1]
    (tmp_path / "bukan.xlsx").write_bytes(b"bukan lembar kerja")
    salur.ditolak("verifikasi", "impor", tmp_path / "bukan.xlsx", "--kegiatan", kegiatan_id)


def test_a_person_is_found_masked_mended_and_given_a_wali(salur: Baris, usulan: tuple[UUID, list[str]]) -> None:
    semua = salur("orang", "cari", "--kegiatan", usulan[0], "--json").json
    assert len(semua) == 6
    (satu,) = salur("orang", "cari", nik_uji(1), "--json").json
    assert nik_uji(1) not in str(satu)
    assert satu["nama"] in salur("orang", "cari", satu["nama"].split()[0]).keluar
    baru = "6209034101500001"
    betulkan = ("orang", "betulkan", satu["id"], "--nik", baru, "--nama", "Siti Contoh")
    assert salur(*betulkan, "--alasan", "Sesuai KTP").baris == [["Berubah", "2"]]
    salur.ditolak("orang", "betulkan", satu["id"], "--nik", "123", "--alasan", "Sesuai KTP")
    assert salur.coba("orang", "betulkan", satu["id"], "--alasan", "Apa").kode == 2
    salur("orang", "wali", satu["id"], "--nama", "Mariana Contoh", "--hubungan", "Ibu")
    assert baru not in salur("orang", "lihat", satu["id"]).keluar
    penuh = salur("orang", "lihat", satu["id"], "--penuh").keluar
    assert baru in penuh
    assert "Mariana Contoh" in penuh
    salur.ditolak("orang", "lihat", satu["id"], "--penuh", akun="admin")


def test_the_five_questions(salur: Baris, usulan: tuple[UUID, list[str]]) -> None:
    kegiatan_id, ids = usulan
    isi = salur("verifikasi", "sorotan", "--kegiatan", kegiatan_id, "--json").json
    assert list(isi) == ["identitas", "ganda", "meninggal_pindah", "di_luar_acuan", "bermasalah"]
    assert {d["usulan_id"] for d in isi["identitas"]} <= set(ids)
    baris = salur("verifikasi", "sorotan", "--kegiatan", kegiatan_id).baris
    assert len(baris) == sum(map(len, isi.values()))
    assert {b[0] for b in baris} == {"Identitas tidak sah"}
