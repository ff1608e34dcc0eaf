"""`kill -9` at chosen moments of an import: all of it is there afterwards, or nothing.

A moment chosen by the clock alone hardly ever meets the commit, so most are chosen by what the store's files show:
while the write-ahead log grows, at its last pages, and while the database takes the committed pages over. What the
killed program left in the log says what must be there: its pages with their commit, or none of them.

`pytest --benchmark-enable tests/benchmarks/test_bunuh.py` kills fifty imports of 100 000 rows (about half an hour);
without measuring, a few short ones, so that every run of the tests looks.
"""

import random
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.helpers.bunuh import (
    TABEL,
    Pemicu,
    Tenang,
    impor_tenang,
    impor_terbunuh,
    isi_toko,
    salin,
    sisa_wal,
    ukuran,
    yatim,
)
from tests.helpers.kegiatan import buat_kegiatan
from tests.helpers.orang_rekaan import daftar_rekaan, tulis_xlsx
from tests.helpers.toko import KantorUji

BANYAK, SEDIKIT = (8, 18, 12, 12), (0, 1, 1, 1)
"""Moments while the file is read and judged; while rows are written; in the last pages; after the commit."""
BARIS, SINGKAT = 100_000, 800
MULAI, MENULIS = 0.1, 0.6
"""Shares of a run: before the first the program only starts, before the second nothing is written yet."""
UJUNG = 4 * 1024 * 1024
"""Bytes of the log in which the commit is met."""
SEBENTAR = 0.4
"""Seconds in which a committed log is taken over and closed."""


def saat(tenang: Tenang, kosong: int, kali: tuple[int, int, int, int], acak: random.Random) -> list[Pemicu]:
    """Choose the moments by an undisturbed run; `kosong` is the size of the database before it."""
    membaca, menulis, ujung, sesudah = kali
    akhir = min(UJUNG, tenang.wal // 8)
    semua = [Pemicu(detik=tenang.detik * acak.uniform(MULAI, MENULIS)) for _ in range(membaca)]
    semua += [Pemicu(wal=int(tenang.wal * acak.uniform(0.05, 0.98))) for _ in range(menulis)]
    semua += [Pemicu(wal=tenang.wal - acak.randrange(akhir)) for _ in range(ujung)]
    lebih = tenang.basis - kosong
    for ke in range(sesudah):
        jeda = acak.uniform(0, SEBENTAR) if ke % 2 else 0
        semua.append(Pemicu(wal=tenang.wal, basis=kosong + int(lebih * acak.uniform(0.05, 0.99)), jeda=jeda))
    acak.shuffle(semua)
    return semua


@pytest.mark.timeout(14_400)
def test_a_killed_import_leaves_all_or_nothing(uji: KantorUji, tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    kali, banyak = (SEDIKIT, SINGKAT) if benchmark.disabled else (BANYAK, BARIS)
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
    uji.ruang.tutup()
    berkas = tulis_xlsx(tmp_path / "daftar.xlsx", daftar_rekaan(banyak, dikenal=0))
    folder = tmp_path / "dibunuh"
    kosong = isi_toko(uji.folder)
    tenang = impor_tenang(uji.folder, folder, berkas, kegiatan)
    penuh = isi_toko(folder)
    assert penuh.rusak == ()
    assert penuh.baris[TABEL.index("usulan")] > banyak * 0.9

    hasil = Counter[str]()
    salin(uji.folder, folder)

    def satu_momen(pemicu: Pemicu) -> None:
        terbunuh = impor_terbunuh(folder, berkas, kegiatan, pemicu)
        sisa, kini = sisa_wal(folder), ukuran(folder)
        assert yatim(folder) == []
        isi = isi_toko(folder)
        tercatat = isi == penuh
        assert tercatat or isi == kosong
        assert terbunuh or tercatat
        if sisa.tertunda:
            assert not tercatat
            hasil["commit" if tenang.wal - kini.wal < UJUNG else "menulis"] += 1
        elif terbunuh:
            hasil["sesudah commit" if tercatat else "belum menulis"] += 1
        hasil["semua" if tercatat else "tidak ada"] += 1
        if tercatat:
            salin(uji.folder, folder)

    semua = saat(tenang, ukuran(uji.folder).basis, kali, random.Random(20260302))
    benchmark.pedantic(lambda: [satu_momen(pemicu) for pemicu in semua], rounds=1)
    assert hasil["menulis"] + hasil["commit"] + hasil["sesudah commit"] >= len(semua) / 2
    assert not impor_terbunuh(folder, berkas, kegiatan, Pemicu(detik=600)), "the next import goes through"
    assert isi_toko(folder) == penuh
    benchmark.extra_info |= {"baris": banyak, **hasil}
    sys.stdout.write(f"{len(semua)} imports of {banyak} rows killed: {dict(hasil)}\n")
    shutil.rmtree(folder)
