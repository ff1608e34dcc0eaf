"""The whole of BALAKAS from the command line alone: a kecamatan takes a ready list, hands rice out, reports.

The letter, the Camat's disposition, the list of the dinas, SPT and schedule, the hand-over: each act is one line, under
the account whose work it is.
"""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import load_workbook

from app import akses, kantor
from app.akses import PermintaanAkun
from app.kerja import Kerja
from db.istilah import JenisKantor, Peran, Zona
from db.kunci import KDF_CONTOH
from tests.end2end.baris_perintah import Baris
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KINI, SANDI, JamUji

DAFTAR = Path(__file__).parents[2] / "resources" / "contoh" / "penerima-kecamatan-awayan.xlsx"
NAMA, SURAT = "Penyaluran BALAKAS 2026", "460/118/DSPPAPMD/2026"
STAF = {"camat": Peran.CAMAT, "kasi_pmdk": Peran.KASI_PMDK, "seksi_kesra": Peran.SEKSI_KESRA, "staf": Peran.STAF}


@pytest.fixture
def awayan(tmp_path: Path, jam: JamUji) -> Baris:
    """A kecamatan with an account for each of those who work on BALAKAS."""
    folder = tmp_path / "data"
    admin = PermintaanAkun("admin", "Admin Uji", SANDI, (Peran.ADMINISTRATOR,), kdf=KDF_CONTOH)
    ruang, pelaku, _ = akses.siapkan_toko(folder, admin, _kantor, jam=lambda: KINI)
    with ruang.menulis(pelaku) as kerja:
        for nama, peran in STAF.items():
            satu = PermintaanAkun(nama, f"{nama.title()} Uji", SANDI, (peran,), jabatan=peran.value, kdf=KDF_CONTOH)
            akses.buat_akun(kerja, ruang.toko, satu)
    ruang.tutup()
    return Baris(folder, akun="kasi_pmdk")


def _kantor(kerja: Kerja) -> UUID:
    return kantor.buat_kantor(
        kerja,
        kantor.DataKantor(
            nama="Kecamatan Awayan", jenis=JenisKantor.KECAMATAN, kode_wilayah="63.11.03",
            nama_pemda="PEMERINTAH KABUPATEN BALANGAN", zona=Zona.WITA, tempat_surat="Awayan", contoh=True,
        ),
    )  # fmt: skip


class Kegiatan:
    """The kegiatan in hand."""

    def __init__(self, salur: Baris, jam: JamUji) -> None:
        self.salur, self.jam = salur, jam
        isi = ("--sop", "balakas", "--nama", NAMA, "--tahun", 2026, "--jenis", "barang")
        self.id = salur("kegiatan", "buat", *isi, "--barang", "Beras 5 kg=2 karung").kata

    def __call__(self, *kata: object, akun: str = "") -> list[list[str]]:
        """Run one line about the kegiatan; return what it printed, in columns."""
        return self.salur(*kata, "--kegiatan", self.id, akun=akun).baris

    def selesai(self, ke: int, akun: str, *kode: str) -> None:
        """Tick what a step asks for and finish it."""
        self("kelengkapan", "centang", *(kode or ["--semua"]), "--langkah", ke, akun=akun)
        assert self("langkah", "selesai", "--langkah", ke, akun=akun)[0][:2] == ["Selesai", f"{ke}."]

    def hari_lewat(self, hari: int) -> str:
        self.jam.kini += timedelta(days=hari)
        return self.jam.kini.date().isoformat()


def _surat_dan_disposisi(k: Kegiatan) -> None:
    """Steps 1 and 2: the letter of the dinas, and what the Camat writes on it."""
    masuk = ("--perihal", "Pemberitahuan penyaluran", "--dari", "DSPPAPMD", "--nomor", SURAT, "--sifat", "segera")
    surat = k("surat", "masuk", *masuk, akun="staf")[0][0]
    k.selesai(1, "staf")
    kepada = ("--kepada", "Kasi PMDK dan TKSK", "--instruksi", "Siapkan data penerima", "--diparaf")
    k.salur("surat", "disposisi", surat, *kepada, "--dari", "Camat", akun="camat")
    k.selesai(2, "camat")


def _daftar_dan_tugas(k: Kegiatan) -> list[str]:
    """Steps 3 and 4: the ready list with its papers, SPT and a schedule per desa; gives the desa."""
    k("impor", DAFTAR)
    hari = k.hari_lewat(1)
    k("penetapan", "terima", "--tanggal", hari, "--nomor", SURAT, "--penandatangan", "Kepala DSPPAPMD")
    semua = k.salur("penyaluran", "--kegiatan", k.id, "--json").json
    desa = sorted(kode for kode in semua["ringkasan"]["per_desa"] if kode)
    belum = k.salur.ditolak("langkah", "selesai", "--kegiatan", k.id, "--langkah", 3)
    assert "KTP" in belum
    k.selesai(3, "kasi_pmdk")
    petugas = "Rabiatul Contoh, S.Sos.;Kasi PMDK;Penata Tingkat I (III/d);198303222008012907"
    mulai = (k.jam.kini.date() + timedelta(days=2)).isoformat()
    tugas = ("--petugas", petugas, "--untuk", "Menyalurkan bantuan", "--mulai", mulai, "--tempat", "Kecamatan Awayan")
    k("surat", "spt", *tugas, "--nomor", "094/7/Kec-Awy/2026")
    semua_desa = [kata for kode in desa for kata in ("--desa", kode)]
    k("surat", "jadwal", *semua_desa, "--tanggal", mulai, "--tempat", "Balai desa", "--petugas", "Misnawati")
    k.selesai(4, "kasi_pmdk")
    return desa


def _penyaluran(k: Kegiatan, desa: list[str]) -> list[dict[str, object]]:
    """Step 5: one gets a sack of the two, one is away, the others get theirs desa by desa; gives all of them."""
    k.hari_lewat(3)
    k.salur.akun = "seksi_kesra"
    sebagian, pergi = (b["nomor"] for b in _penerima(k)[:2])
    barang = ("--barang", "Beras 5 kg", "--jumlah", 1)
    k("penyaluran", "catat", sebagian, "--hasil", "sebagian", *barang)
    k("penyaluran", "catat", pergi, "--hasil", "pindah")
    for kode in desa:
        k("penyaluran", "semua", "--desa", kode, "--tempat", "Balai desa")
    k("penyaluran", "catat", sebagian, "--hasil", "sendiri", *barang)
    return _penerima(k)


def _penerima(k: Kegiatan) -> list[dict[str, object]]:
    hasil: list[dict[str, object]] = k.salur("penyaluran", "--kegiatan", k.id, "--json").json["penerima"]
    return hasil


@pytest.mark.e2e
def test_balakas_by_command_line_from_the_letter_to_the_report(awayan: Baris, jam: JamUji, tmp_path: Path) -> None:
    k = Kegiatan(awayan, jam)
    _surat_dan_disposisi(k)
    penerima = _penyaluran(k, _daftar_dan_tugas(k))
    hasil = [b["hasil"] for b in penerima]
    assert hasil.count("pindah") == 1
    assert None not in hasil
    for kode in ("tanda-terima", "daftar-hadir", "laporan"):
        k("cetak", kode, "--ke", tmp_path / f"{kode}.pdf")
    k("ekspor", "bnba", "--ke", tmp_path / "bnba.xlsx")
    k("kecamatan", "hasil", "--ke", tmp_path / "hasil.xlsx")
    k.selesai(5, "seksi_kesra", "sarana", "dokumentasi")
    _periksa_berkas(tmp_path, len(penerima))
    _masih_ada(k, penerima)


def _periksa_berkas(tempat: Path, banyak: int) -> None:
    kata = " ".join(teks_pdf(tempat / "laporan.pdf"))
    for bagian in ("LAPORAN", f"{banyak} penerima", "Beras 5 kg", SURAT):
        assert bagian in kata, bagian
    assert " ".join(teks_pdf(tempat / "tanda-terima.pdf")).count("TANDA TERIMA BANTUAN") == banyak
    hasil = load_workbook(tempat / "hasil.xlsx")["Hasil penyaluran"]
    assert hasil["A2"].value == f"SALUR-HASIL-1: Kecamatan Awayan, {banyak} baris"
    assert [sel.value for sel in hasil["F"][4:]].count("Pindah") == 1
    lembar = load_workbook(tempat / "bnba.xlsx")["BNBA"]
    atas = next(n for n, b in enumerate(lembar.iter_rows(values_only=True), 1) if b[0] == "NO")
    kolom = [sel.value for sel in lembar[atas]].index("NIK")
    nik = {b[kolom] for b in lembar.iter_rows(min_row=atas + 1, values_only=True) if isinstance(b[0], int)}
    asal = load_workbook(DAFTAR).worksheets[0]
    assert len(nik) == banyak
    assert nik <= {str(b[2]) for b in asal.iter_rows(min_row=2, values_only=True)}


def _masih_ada(k: Kegiatan, penerima: list[dict[str, object]]) -> None:
    """Open the store anew in a process of its own and find everything."""
    jalan = k.salur.proses("langkah", "--kegiatan", k.id, "--json", akun="camat").json
    assert (jalan["nama"], jalan["langkah_kini"]) == (NAMA, None)
    assert [satu["status"] for satu in jalan["langkah"]] == ["selesai"] * 5
    assert _penerima(k) == penerima
