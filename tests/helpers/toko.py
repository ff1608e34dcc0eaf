"""A small office in a real SQLCipher file for tests: built once, copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from app import akses, kantor
from app.akses import PermintaanAkun
from app.kerja import Kerja, Pelaku, RuangKerja
from db.istilah import JenisKantor, Peran, Zona
from db.kunci import KDF_CONTOH

SANDI = "uji-sandi-1"
KINI = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # Monday 09.00 WIB
PERAN_UJI = {
    "admin": (Peran.ADMINISTRATOR,),
    "operator": (Peran.OPERATOR,),
    "staf": (Peran.STAF,),
    "pendamping": (Peran.PENDAMPING,),
    "kasi": (Peran.KASI,),
    "kabid": (Peran.KABID,),
    "sekretaris": (Peran.SEKRETARIS,),
    "kadis": (Peran.KADIS,),
    "camat": (Peran.CAMAT,),
    "kasi_pmdk": (Peran.KASI_PMDK,),
    "seksi_kesra": (Peran.SEKSI_KESRA,),
    "serba": tuple(p for p in Peran if p is not Peran.ADMINISTRATOR),
}


@dataclass
class JamUji:
    """A clock that stands until it is set."""

    kini: datetime = field(default=KINI)

    def __call__(self) -> datetime:
        return self.kini


@dataclass
class KantorUji:
    """An open test office: `with uji.menulis("operator") as kerja:`."""

    folder: Path
    ruang: RuangKerja
    jam: JamUji
    pelaku: dict[str, Pelaku]

    def menulis(self, nama: str = "serba") -> AbstractContextManager[Kerja]:
        return self.ruang.menulis(self.pelaku[nama])

    def membaca(self, nama: str = "serba") -> AbstractContextManager[Kerja]:
        return self.ruang.membaca(self.pelaku[nama])


def _siapkan(kerja: Kerja) -> UUID:
    return kantor.buat_kantor(
        kerja,
        kantor.DataKantor(
            nama="Dinas Sosial Kabupaten Lamandau",
            jenis=JenisKantor.DINAS,
            kode_wilayah="62.09",
            nama_pemda="PEMERINTAH KABUPATEN LAMANDAU",
            zona=Zona.WIB,
            alamat="Jalan Contoh Nomor 1",
            tempat_surat="Nanga Bulik",
            contoh=True,
        ),
    )


@pytest.fixture(scope="session")
def folder_kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the office once; tests get copies."""
    folder = tmp_path_factory.mktemp("kantor") / "data"
    admin = PermintaanAkun("admin", "Admin Uji", SANDI, (Peran.ADMINISTRATOR,), kdf=KDF_CONTOH)
    ruang, pelaku, _ = akses.siapkan_toko(folder, admin, _siapkan, jam=lambda: KINI)
    with ruang.menulis(pelaku) as kerja:
        for nama, peran in PERAN_UJI.items():
            if nama != "admin":
                akses.buat_akun(
                    kerja,
                    ruang.toko,
                    PermintaanAkun(nama, f"{nama.replace('_', ' ').title()} Uji", SANDI, peran, kdf=KDF_CONTOH),
                )
    ruang.tutup()
    return folder


@pytest.fixture
def buka_kantor(folder_kantor: Path, tmp_path: Path) -> Iterator[Callable[[], KantorUji]]:
    """Give a function that opens a fresh copy of the office; closed at the end."""
    terbuka: list[KantorUji] = []

    def buka() -> KantorUji:
        folder = tmp_path / f"data{len(terbuka)}"
        shutil.copytree(folder_kantor, folder)
        jam = JamUji()
        ruang, _ = akses.masuk(folder, "admin", SANDI, jam=jam)
        with ruang.membaca(akses.PENYIAPAN) as kerja:
            pelaku = {nama: akses.pelaku_akun(kerja, nama) for nama in PERAN_UJI}
        terbuka.append(KantorUji(folder, ruang, jam, pelaku))
        return terbuka[-1]

    yield buka
    for uji in terbuka:
        uji.ruang.tutup()


@pytest.fixture
def uji(buka_kantor: Callable[[], KantorUji]) -> KantorUji:
    """An open office with one account per role (`serba` holds all but administrator)."""
    return buka_kantor()
