"""An office that is closed, as a command finds it, on a day that is set; what a command needs is prepared before."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from uuid import UUID

import pytest

from app import akses
from app.kegiatan import buat_kegiatan
from app.kerja import Kerja
from db.istilah import StatusUsulan
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import NOMINAL, isi_usulan, tetapkan
from tests.helpers.toko import SANDI, JamUji, KantorUji

Menulis = Callable[[], AbstractContextManager[Kerja]]


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch) -> JamUji:
    """The clock of every store that is opened by signing in."""
    jam = JamUji()
    monkeypatch.setattr(akses, "masuk", partial(akses.masuk, jam=jam))
    return jam


@pytest.fixture
def salur(uji: KantorUji, jam: JamUji) -> Baris:
    """Give a function that runs command lines on a closed office, signed in as `serba`."""
    uji.ruang.tutup()
    return Baris(uji.folder)


@pytest.fixture
def menulis(salur: Baris) -> Menulis:
    """Give a context that opens the office for one transaction, to prepare what a command then finds."""

    @contextmanager
    def buka() -> Iterator[Kerja]:
        ruang, pelaku = akses.masuk(salur.folder, "serba", SANDI)
        try:
            with ruang.menulis(pelaku) as kerja:
                yield kerja
        finally:
            ruang.tutup()

    return buka


@pytest.fixture
def layak(menulis: Menulis) -> UUID:
    """A rehsos kegiatan with six layak people, two in each of three desa."""
    with menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=NOMINAL)
        isi_usulan(kerja, kegiatan_id, 6, status=StatusUsulan.LAYAK)
    return kegiatan_id


@pytest.fixture
def sah(menulis: Menulis, layak: UUID) -> UUID:
    """The same, its people on a decree."""
    with menulis() as kerja:
        tetapkan(kerja, layak)
    return layak
