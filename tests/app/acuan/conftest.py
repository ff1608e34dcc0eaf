"""The table of the import tests, with a short way from rows to a reference list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.acuan.baca import periksa_acuan
from app.acuan.bentuk import PratinjauAcuan
from app.acuan.simpan import simpan_acuan
from db.istilah import JenisAcuan
from tests.app.usulan.conftest import MejaImpor
from tests.app.usulan.conftest import meja as meja
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar

JUDUL = ["NO", "NIK", "NO KK", "NAMA", "TANGGAL LAHIR", "DESA", "DESIL"]


@dataclass
class RakAcuan:
    """Takes reference lists in."""

    meja: MejaImpor

    def berkas(self, baris: Sequence[Sequence[Any]], nama: str = "acuan.xlsx", judul: Sequence[Any] = JUDUL) -> Path:
        jalur = self.meja.folder / nama
        jalur.write_bytes(buat.xlsx(Lembar([list(judul), *map(list, baris)])))
        return jalur

    def periksa(
        self, *berkas: Path, jenis: JenisAcuan = JenisAcuan.DTSEN, tanggal: date = date(2026, 2, 1)
    ) -> PratinjauAcuan:
        with self.meja.uji.membaca("operator") as kerja:
            return periksa_acuan(kerja, list(berkas), jenis=jenis, sumber="Kemensos", tanggal=tanggal)

    def simpan(self, pratinjau: PratinjauAcuan, ganti: UUID | None = None) -> UUID:
        with self.meja.uji.menulis("operator") as kerja:
            return simpan_acuan(kerja, pratinjau, ganti=ganti)

    def impor(
        self,
        baris: Sequence[Sequence[Any]],
        jenis: JenisAcuan = JenisAcuan.DTSEN,
        *,
        nama: str = "acuan.xlsx",
        judul: Sequence[Any] = JUDUL,
        tanggal: date = date(2026, 2, 1),
    ) -> UUID:
        return self.simpan(self.periksa(self.berkas(baris, nama, judul), jenis=jenis, tanggal=tanggal))


@pytest.fixture
def rak(meja: MejaImpor) -> RakAcuan:
    return RakAcuan(meja)
