"""A kegiatan of the test office, and a short way from rows to a preview and into the store."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import func, select

from app import akses
from app.usulan.bentuk import HasilImpor
from app.usulan.periksa import periksa_berkas
from app.usulan.simpan import Tersimpan, simpan_impor
from tests.helpers import lembar as buat
from tests.helpers.kegiatan import buat_kegiatan
from tests.helpers.lembar import Lembar
from tests.helpers.toko import SANDI, JamUji, KantorUji

JUDUL = [
    "NO",
    "NAMA",
    "NIK",
    "NO KK",
    "JK",
    "TEMPAT LAHIR",
    "TANGGAL LAHIR",
    "ALAMAT",
    "DESA",
    "PEKERJAAN",
    "NAMA WALI",
]
DEPAN = ("ASMUNI", "BASRAN", "CARDI", "DULHADI", "EFENDI", "FAHRURAJI", "GAZALI", "HAMBALI", "IDEHAM", "JUMBERI")
BELAKANG = ("KASYFUL", "LUTFI", "MAWARDI", "NAPIAH", "OBAIDILLAH", "PARHAN", "QOMARI", "RUSTAM", "SABIRIN", "TARMIJI")


def orang(nomor: int, **ubah: Any) -> list[Any]:
    """Return the row of an invented, faultless old man of Desa Kujan; any field can be given."""
    isi = {
        "no": nomor, "nama": f"{DEPAN[nomor % 10]} {BELAKANG[nomor // 10 % 10]}",
        "nik": f"62090301015090{nomor:02d}", "kk": f"62090302021690{nomor:02d}", "jk": "L", "tempat": "Kujan",
        "lahir": "01-01-1950", "alamat": f"Jl. Uji {nomor}", "desa": "Kujan", "kerja": "Petani", "wali": None,
    } | ubah  # fmt: skip
    return list(isi.values())


@dataclass
class MejaImpor:
    """An open kegiatan to import into."""

    uji: KantorUji
    kegiatan_id: UUID
    folder: Path

    def berkas(self, baris: Sequence[Sequence[Any]], nama: str = "usulan.xlsx", judul: Sequence[Any] = JUDUL) -> Path:
        """Write rows below a heading as a file."""
        jalur = self.folder / nama
        lembar = Lembar([list(judul), *map(list, baris)])
        tulis = {".xlsx": lambda: buat.xlsx(lembar), ".csv": lambda: buat.csv_teks(lembar.baris)}
        jalur.write_bytes(tulis[jalur.suffix]())
        return jalur

    def mentah(self, isi: bytes, nama: str = "usulan.xlsx") -> Path:
        """Write bytes as a file."""
        (self.folder / nama).write_bytes(isi)
        return self.folder / nama

    def periksa(self, *berkas: Path, siapa: str = "operator", **pilihan: Any) -> HasilImpor:
        """Preview files."""
        with self.uji.membaca(siapa) as kerja:
            return periksa_berkas(kerja, list(berkas), self.kegiatan_id, **pilihan)

    def simpan(self, hasil: HasilImpor) -> Tersimpan:
        """Store a preview."""
        with self.uji.menulis("operator") as kerja:
            return simpan_impor(kerja, hasil)

    def impor(self, baris: Sequence[Sequence[Any]], nama: str = "usulan.xlsx", **pilihan: Any) -> Tersimpan:
        """Preview rows and store them."""
        return self.simpan(self.periksa(self.berkas(baris, nama), **pilihan))

    def kode(self, baris: Sequence[Sequence[Any]], **pilihan: Any) -> list[list[str]]:
        """Preview rows and return the codes of each."""
        hasil = self.periksa(self.berkas(baris), **pilihan)
        return [[h.kode for h in b.hasil] for b in hasil.baris]

    def hitung(self, tabel: type[Any], *syarat: Any) -> int:
        """Count rows of a table."""
        with self.uji.membaca() as kerja:
            return kerja.sesi.exec(select(func.count()).select_from(tabel).where(*syarat)).one()


def _meja(uji: KantorUji, folder: Path) -> MejaImpor:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja)
    folder.mkdir()
    return MejaImpor(uji, kegiatan_id, folder)


@pytest.fixture
def meja(uji: KantorUji, tmp_path: Path) -> MejaImpor:
    """A rehsos kegiatan over the whole kabupaten."""
    return _meja(uji, tmp_path / "kiriman")


@pytest.fixture(scope="module")
def meja_baca(folder_kantor: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MejaImpor]:
    """The same, for tests that store nothing: opened once for a whole file of tests."""
    folder = tmp_path_factory.mktemp("meja")
    shutil.copytree(folder_kantor, folder / "data")
    jam = JamUji()
    ruang, _ = akses.masuk(folder / "data", "admin", SANDI, jam=jam)
    with ruang.membaca(akses.PENYIAPAN) as kerja:
        pelaku = {nama: akses.pelaku_akun(kerja, nama) for nama in ("admin", "operator", "serba")}
    yield _meja(KantorUji(folder / "data", ruang, jam, pelaku), folder / "kiriman")
    ruang.tutup()
