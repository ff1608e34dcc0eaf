"""A dinas and a kecamatan with stores of their own: the list goes out as a file, the results come back as a workbook.

The stores share nothing: what the kecamatan's rows are known by is the code that the dinas's list carried.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from app import akses, kantor
from app.akses import PermintaanAkun
from app.kerja import Kerja
from app.penyaluran.realisasi import KODE
from db.istilah import JenisKantor, Peran, StatusUsulan, Zona
from db.kunci import KDF_CONTOH
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import isi_usulan, tetapkan
from tests.helpers.toko import KINI, PERAN_UJI, SANDI, JamUji

AWAYAN = "63.11.03"
DESA = (f"{AWAYAN}.2001", f"{AWAYAN}.2002", "63.11.01.2001")  # the third is another kecamatan's
BERAS = "Beras 5 kg"


def _kantor_baru(folder: Path, nama: str, jenis: JenisKantor, kode: str) -> Baris:
    def isi(kerja: Kerja) -> UUID:
        return kantor.buat_kantor(
            kerja,
            kantor.DataKantor(
                nama=nama, jenis=jenis, kode_wilayah=kode, nama_pemda="PEMERINTAH KABUPATEN BALANGAN",
                zona=Zona.WITA, tempat_surat="Awayan", contoh=True,
            ),
        )  # fmt: skip

    admin = PermintaanAkun("admin", "Admin Uji", SANDI, (Peran.ADMINISTRATOR,), kdf=KDF_CONTOH)
    ruang, pelaku, _ = akses.siapkan_toko(folder, admin, isi, jam=lambda: KINI)
    with ruang.menulis(pelaku) as kerja:
        serba = PermintaanAkun("serba", f"Petugas {nama}", SANDI, PERAN_UJI["serba"], kdf=KDF_CONTOH)
        akses.buat_akun(kerja, ruang.toko, serba)
    ruang.tutup()
    return Baris(folder)


@pytest.fixture
def dinas(tmp_path: Path, jam: JamUji) -> Baris:
    return _kantor_baru(tmp_path / "dinas", "Dinas Sosial Kabupaten Balangan", JenisKantor.DINAS, "63.11")


@pytest.fixture
def kecamatan(tmp_path: Path, jam: JamUji) -> Baris:
    return _kantor_baru(tmp_path / "kecamatan", "Kecamatan Awayan", JenisKantor.KECAMATAN, AWAYAN)


@pytest.fixture
def di_dinas(dinas: Baris) -> str:
    """A kegiatan of rice with nine people on its decree, three of them elsewhere."""
    isi = ("--nama", "Beras Uji", "--tahun", 2026, "--jenis", "barang", "--barang", f"{BERAS}=2 karung")
    kegiatan = dinas("kegiatan", "buat", "--sop", "rehsos", *isi).kata
    ruang, pelaku = akses.masuk(dinas.folder, "serba", SANDI)
    with ruang.menulis(pelaku) as kerja:
        isi_usulan(kerja, UUID(kegiatan), 9, status=StatusUsulan.LAYAK, desa=DESA)
        tetapkan(kerja, UUID(kegiatan))
    ruang.tutup()
    return kegiatan


@pytest.fixture
def di_kecamatan(dinas: Baris, kecamatan: Baris, di_dinas: str, tmp_path: Path) -> str:
    """The dinas's list, taken in by the kecamatan."""
    daftar = tmp_path / "daftar.xlsx"
    dinas("kecamatan", "daftar", "--kegiatan", di_dinas, "--kecamatan", AWAYAN, "--ke", daftar)
    isi = ("--nama", "BALAKAS Uji", "--tahun", 2026, "--jenis", "barang", "--barang", f"{BERAS}=2 karung")
    kegiatan = kecamatan("kegiatan", "buat", "--sop", "balakas", *isi).kata
    kecamatan("impor", daftar, "--kegiatan", kegiatan)
    kecamatan("penetapan", "terima", "--kegiatan", kegiatan, "--tanggal", "2026-03-01", "--nomor", "460/118")
    return kegiatan


def _layani(kecamatan: Baris, kegiatan: str) -> list[str]:
    """Serve five of six in five ways; gives their names by number of the kecamatan's receipts."""
    nomor = [b["nomor"] for b in kecamatan("penyaluran", "--kegiatan", kegiatan, "--json").json["penerima"]]
    assert len(nomor) == 6
    kuasa = ("--wakil", "Sumiati", "--hubungan", "Anak", "--surat-kuasa", "SK-1")
    for ke, hasil in (
        (0, ("sendiri", "--tempat", "Balai desa")),
        (1, ("diwakilkan", *kuasa)),
        (2, ("pindah",)),
        (3, ("sebagian", "--barang", BERAS, "--jumlah", 1)),
        (4, ("lainnya", "--alasan", "Jembatan putus")),
    ):
        kecamatan("penyaluran", "catat", nomor[ke], "--kegiatan", kegiatan, "--hasil", *hasil)
    semua = kecamatan("penyaluran", "--kegiatan", kegiatan, "--json").json["penerima"]
    return [b["nama"] for b in semua]


def _hasil(dinas: Baris, kegiatan: str) -> dict[str, str | None]:
    semua = dinas("penyaluran", "--kegiatan", kegiatan, "--json").json["penerima"]
    return {b["nama"]: b["hasil"] for b in semua if b["kode_desa"].startswith(AWAYAN)}


@pytest.mark.e2e
def test_results_of_a_kecamatan_reach_the_dinas_and_can_be_taken_back(
    dinas: Baris, kecamatan: Baris, di_dinas: str, di_kecamatan: str, tmp_path: Path
) -> None:
    nama = _layani(kecamatan, di_kecamatan)
    lembar = tmp_path / "hasil.xlsx"
    kecamatan("kecamatan", "hasil", "--kegiatan", di_kecamatan, "--ke", lembar)
    dilihat = dinas("kecamatan", "terima", lembar, "--kegiatan", di_dinas, "--periksa", "--json").json
    assert (len(dilihat["perubahan"]), dilihat["sama"], dilihat["belum"], dilihat["salah"]) == (5, 0, 1, [])
    assert dilihat["pengirim"] == "Kecamatan Awayan"
    assert set(_hasil(dinas, di_dinas).values()) == {None}
    jadi = dinas("kecamatan", "terima", lembar, "--kegiatan", di_dinas, "--json").json
    assert (jadi["dicatat"], jadi["belum"]) == (5, 1)
    kini = _hasil(dinas, di_dinas)
    assert [kini[n] for n in nama] == ["sendiri", "diwakilkan", "pindah", "sebagian", "lainnya", None]
    _bukti_sampai(dinas, di_dinas, nama)
    assert "sudah dimasukkan" in dinas.ditolak("kecamatan", "terima", lembar, "--kegiatan", di_dinas)
    _lanjut(dinas, kecamatan, di_dinas, di_kecamatan, nama, tmp_path)
    (baru, _), _ = dinas("kecamatan", "--kegiatan", di_dinas).baris[0][:2], jadi
    dinas("kecamatan", "batalkan", baru, "--alasan", "Berkas keliru")
    assert dinas("kecamatan", "batalkan", jadi["impor_id"], "--alasan", "Berkas keliru").baris == [["Dicabut", "5"]]
    assert set(_hasil(dinas, di_dinas).values()) == {None}
    assert "sudah dibatalkan" in dinas.ditolak("kecamatan", "batalkan", jadi["impor_id"], "--alasan", "lagi")
    buku = dinas("kecamatan", "--kegiatan", di_dinas, "--json").json
    assert {b["status"] for b in buku} == {"dibatalkan"}
    assert dinas("periksa").kode == 0
    assert dinas("kecamatan", "terima", lembar, "--kegiatan", di_dinas, "--json").json["dicatat"] == 5


def _bukti_sampai(dinas: Baris, kegiatan: str, nama: list[str]) -> None:
    """The dinas sees the day, the place, who took it, and whose word it is."""
    penerima = {b["nama"]: b for b in dinas("penyaluran", "--kegiatan", kegiatan, "--json").json["penerima"]}
    assert (penerima[nama[0]]["tempat"], penerima[nama[0]]["tanggal"]) == ("Balai desa", "2026-03-02")
    assert penerima[nama[1]]["wakil"] == "Sumiati"
    riwayat = dinas("penyaluran", "riwayat", "--kegiatan", kegiatan, "--json").json
    alasan = {c["nama"]: c["keterangan"] for c in riwayat}
    assert "Kecamatan Awayan, Petugas Kecamatan Awayan, Tanda terima 0001" in alasan[nama[0]]
    assert alasan[nama[4]].startswith("Jembatan putus (Kecamatan Awayan")


def _lanjut(dinas: Baris, kecamatan: Baris, di_dinas: str, di_kecamatan: str, nama: list[str], tmp_path: Path) -> None:
    """The kecamatan goes on and sends again: what is known stays, the second sack and the last person come."""
    for ke in (4, 6):
        kecamatan("penyaluran", "catat", ke, "--kegiatan", di_kecamatan, "--hasil", "sendiri")
    lembar = tmp_path / "hasil-2.xlsx"
    kecamatan("kecamatan", "hasil", "--kegiatan", di_kecamatan, "--ke", lembar)
    jadi = dinas("kecamatan", "terima", lembar, "--kegiatan", di_dinas, "--json").json
    assert (jadi["dicatat"], jadi["sama"], jadi["belum"]) == (2, 4, 0)
    kini = _hasil(dinas, di_dinas)
    assert (kini[nama[3]], kini[nama[5]]) == ("sendiri", "sendiri")


def test_the_code_of_the_list_outlives_the_kecamatan(
    dinas: Baris, kecamatan: Baris, di_dinas: str, di_kecamatan: str, tmp_path: Path
) -> None:
    lembar = tmp_path / "hasil.xlsx"
    kecamatan("kecamatan", "hasil", "--kegiatan", di_kecamatan, "--ke", lembar)
    halaman = openpyxl.load_workbook(lembar)["Hasil penyaluran"]
    assert halaman["A2"].value == "SALUR-HASIL-1: Kecamatan Awayan, 6 baris"
    kolom = [s.value for s in halaman[4]].index(KODE) + 1
    kode = [halaman.cell(b, kolom).value for b in range(5, 11)]
    assert len(set(kode)) == 6
    assert all(str(k).startswith("SLR1-") for k in kode)
    assert "tidak membawa hasil" in dinas.ditolak("kecamatan", "terima", lembar, "--kegiatan", di_dinas)
    bukan = dinas.ditolak("kecamatan", "terima", tmp_path / "daftar.xlsx", "--kegiatan", di_dinas)
    assert "bukan lembar hasil" in bukan


SALAH: tuple[tuple[str, object, str, str], ...] = (
    ("R5", "SLR1-lain", "R5", "hasil_kec_kode_asing"),
    ("R6", SAMA := "=R5", "R6", "hasil_kec_ganda"),
    ("C5", "6209030101500099", "C5", "hasil_kec_nik_beda"),
    ("F5", "Mungkin", "F5", "hasil_kec_hasil_asing"),
    ("E5", "Minyak", "E5", "hasil_kec_barang_asing"),
    ("H5", 1, "H5", "hasil_kec_jumlah_beda"),
    ("H8", 3, "H8", "hasil_kec_jumlah_beda"),
    ("H8", None, "H8", "hasil_kec_jumlah_asing"),
    ("I5", "31-02-2026", "I5", "realisasi_tanggal_salah"),
    ("G9", None, "G9", "alasan_salur_kosong"),
    ("N6", None, "F6", "wakil_kurang"),
    ("A10", HAPUS := "hapus baris", "A2", "hasil_kec_baris_hilang"),
    ("C5", TANPA := "tanpa tanda", "R5", "hasil_kec_tanpa_tanda"),
)


def test_one_wrong_cell_stops_the_whole_workbook(
    dinas: Baris, kecamatan: Baris, di_dinas: str, di_kecamatan: str, tmp_path: Path
) -> None:
    _layani(kecamatan, di_kecamatan)
    lembar, rusak = tmp_path / "hasil.xlsx", tmp_path / "rusak.xlsx"
    kecamatan("kecamatan", "hasil", "--kegiatan", di_kecamatan, "--ke", lembar)
    for sel, isi, salah_di, kode in SALAH:
        buku = openpyxl.load_workbook(lembar)
        _rusak(buku["Hasil penyaluran"], sel, isi)
        buku.save(rusak)
        salah = dinas("kecamatan", "terima", rusak, "--kegiatan", di_dinas, "--periksa", "--json").json["salah"]
        assert [(s["sel"], s["kode"]) for s in salah] == [(salah_di, kode)]
    assert "pertama di R5" in dinas.ditolak("kecamatan", "terima", rusak, "--kegiatan", di_dinas)
    assert set(_hasil(dinas, di_dinas).values()) == {None}


def _rusak(halaman: Any, sel: str, isi: object) -> None:
    if isi == HAPUS:
        halaman.delete_rows(10)
    elif isi == SAMA:
        for kolom in "RC":
            halaman[f"{kolom}6"] = halaman[f"{kolom}5"].value
    elif isi == TANPA:
        halaman["C5"] = halaman["R5"] = None
    else:
        halaman[sel] = isi


def test_what_the_dinas_handed_over_itself_is_refused_at_its_cell(
    dinas: Baris, kecamatan: Baris, di_dinas: str, di_kecamatan: str, tmp_path: Path
) -> None:
    nama = _layani(kecamatan, di_kecamatan)
    lembar = tmp_path / "hasil.xlsx"
    kecamatan("kecamatan", "hasil", "--kegiatan", di_kecamatan, "--ke", lembar)
    semua = dinas("penyaluran", "--kegiatan", di_dinas, "--json").json["penerima"]
    nomor = next(b["nomor"] for b in semua if b["nama"] == nama[2])
    dinas("penyaluran", "catat", nomor, "--kegiatan", di_dinas, "--hasil", "sendiri")
    (salah,) = dinas("kecamatan", "terima", lembar, "--kegiatan", di_dinas, "--periksa", "--json").json["salah"]
    assert (salah["sel"], salah["kode"], salah["nama"]) == ("F7", "sudah_menerima", nama[2])


def test_a_list_without_codes_is_known_by_nik_and_name(
    dinas: Baris, kecamatan: Baris, di_dinas: str, di_kecamatan: str, tmp_path: Path
) -> None:
    _layani(kecamatan, di_kecamatan)
    lembar = tmp_path / "hasil.xlsx"
    kecamatan("kecamatan", "hasil", "--kegiatan", di_kecamatan, "--ke", lembar)
    buku = openpyxl.load_workbook(lembar)
    halaman = buku["Hasil penyaluran"]
    for b in range(5, 11):
        halaman[f"R{b}"] = None
    halaman["B5"] = "ORANG LAIN"
    buku.save(lembar)
    (salah,) = dinas("kecamatan", "terima", lembar, "--kegiatan", di_dinas, "--periksa", "--json").json["salah"]
    assert (salah["sel"], salah["kode"]) == ("B5", "hasil_kec_nama_beda")
    halaman.delete_rows(5)
    halaman["A2"] = "SALUR-HASIL-1: Kecamatan Awayan, 5 baris"
    buku.save(lembar)
    assert dinas("kecamatan", "terima", lembar, "--kegiatan", di_dinas, "--json").json["dicatat"] == 4
