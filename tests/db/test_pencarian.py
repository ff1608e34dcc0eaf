"""Asking about a hundred thousand texts in one parameter."""

import pytest
from sqlmodel import col, func, select

from db.model import Orang
from db.pencarian import salah_satu
from tests.helpers.toko import KantorUji


@pytest.mark.parametrize("banyak", [0, 1, 4_999, 5_000, 5_001, 12_000])
def test_every_text_of_a_long_list_is_looked_for(uji: KantorUji, banyak: int) -> None:
    nama = [f'ORANG "{n}", S.Pd' for n in range(12_000)]
    with uji.menulis() as kerja:
        kerja.sisip_banyak(Orang, ({"nama": n, "nama_cari": n} for n in nama))
        kueri = select(func.count()).select_from(Orang).where(salah_satu(col(Orang.nama_cari), iter(nama[:banyak])))
        assert kerja.sesi.exec(kueri).one() == banyak
