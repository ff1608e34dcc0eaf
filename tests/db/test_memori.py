"""Memory is given back, and the store answers as before."""

import sys
from pathlib import Path

import pytest
from sqlmodel import select

from db.memori import lepaskan
from db.model import Orang
from tests.helpers.orang_rekaan import isi_orang
from tests.helpers.toko import KantorUji


def _terpakai() -> int:
    """Return the bytes of this process in memory."""
    isi = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(b.split()[1]) * 1024 for b in isi.splitlines() if b.startswith("VmRSS"))


def test_the_store_answers_as_before(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        isi_orang(kerja, 20)
    with uji.membaca() as kerja:
        sebelum = kerja.sesi.exec(select(Orang.nama)).all()
        lepaskan(kerja.sesi)
        assert kerja.sesi.exec(select(Orang.nama)).all() == sebelum


@pytest.mark.parametrize("banyak", [20_000])
def test_scattered_blocks_are_given_back(uji: KantorUji, banyak: int) -> None:
    if sys.platform != "linux":
        return
    blok = [bytes(4_000) for _ in range(banyak)]
    sisa = blok[::2_000]  # here and there one stays, so that the rest cannot shrink by itself
    del blok
    penuh = _terpakai()
    with uji.membaca() as kerja:
        lepaskan(kerja.sesi)
    assert penuh - _terpakai() > banyak * 4_000 / 2
    assert len(sisa) == 10
