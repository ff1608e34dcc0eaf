"""Pairs that an import left open are listed, and judging one has its effect, its trail and its way back."""

import pytest
from sqlmodel import select

from app.usulan.hilang import kembalikan_usulan
from app.usulan.pasangan import MIRIP
from app.usulan.tertunda import banyak_tertunda, pasangan_tertunda, putuskan_tertunda
from db.galat import KnownError
from db.istilah import PutusanKemiripan, StatusUsulan
from db.model import Jejak, Kemiripan, Usulan
from tests.app.usulan.conftest import MejaImpor
from tests.app.usulan.test_mirip import SITI, SITI_LAIN, banyak


def test_an_open_pair_is_listed_with_both_people_and_the_reasons(meja: MejaImpor) -> None:
    meja.impor(banyak(SITI, SITI_LAIN))
    with meja.uji.membaca("operator") as kerja:
        assert banyak_tertunda(kerja) == 1
        (satu,) = pasangan_tertunda(kerja, 10)
    assert (satu.kode, {satu.kiri.nama, satu.kanan.nama}) == (MIRIP, {"SITI AMINAH", "ST. AMINA"})
    assert satu.alasan.startswith("Sangat mirip: nama sama")


def test_judged_the_same_the_later_usulan_is_withdrawn_and_can_come_back(meja: MejaImpor) -> None:
    meja.impor(banyak(SITI, SITI_LAIN))
    with meja.uji.menulis("operator") as kerja:
        (satu,) = pasangan_tertunda(kerja, 10)
        assert putuskan_tertunda(kerja, satu.lawan, sama=True) == 1  # type: ignore[arg-type]  # an id here
        assert banyak_tertunda(kerja) == 0
        (ditarik,) = kerja.sesi.exec(select(Usulan).where(Usulan.status == StatusUsulan.DITARIK.value)).all()
        assert ditarik.alasan == "Orang yang sama dengan SITI AMINAH"
        assert kerja.sesi.exec(select(Jejak).where(Jejak.aksi == "putuskan_kemiripan")).first()
        assert kembalikan_usulan(kerja, [ditarik.id]) == 1


def test_judged_different_nothing_is_withdrawn(meja: MejaImpor) -> None:
    meja.impor(banyak(SITI, SITI_LAIN))
    with meja.uji.menulis("operator") as kerja:
        (satu,) = pasangan_tertunda(kerja, 10)
        assert putuskan_tertunda(kerja, satu.lawan, sama=False) == 0  # type: ignore[arg-type]  # an id here
        assert kerja.sesi.exec(select(Kemiripan.putusan)).all() == [PutusanKemiripan.BERBEDA.value]
        with pytest.raises(KnownError, match="pasangan_tidak_ada"):
            putuskan_tertunda(kerja, satu.lawan, sama=False)  # type: ignore[arg-type]  # an id here


def test_only_who_may_import_judges(meja: MejaImpor) -> None:
    with meja.uji.membaca("admin") as kerja, pytest.raises(KnownError, match="tidak_berwenang"):
        pasangan_tertunda(kerja, 10)
