"""The invented people have the right shape, are the same every time, and can belong to nobody."""

from collections import Counter
from pathlib import Path

from app.contoh.orang import Pengarang
from app.identitas import uraikan_nik
from app.wilayah import NASIONAL, prefiks_nik_dikenal
from db.istilah import Kategori

BERKAS = Path(__file__).parents[3] / "resources" / "contoh"


def test_people_are_plausible_unique_and_invented() -> None:
    orang = Pengarang(7).warga(NASIONAL.desa_di("62.09"), 1500, list(Kategori))
    assert len({o.nik for o in orang}) == 1500
    for o in orang:
        bagian = uraikan_nik(o.nik)
        assert bagian is not None
        assert (bagian.hari, bagian.bulan, bagian.tahun) == (
            o.tanggal_lahir.day, o.tanggal_lahir.month, o.tanggal_lahir.year % 100,
        )  # fmt: skip
        assert bagian.jenis_kelamin is o.jenis_kelamin
        assert bagian.urut >= 9000
        assert int(o.no_kk[12:]) >= 9000
        assert prefiks_nik_dikenal(o.nik[:6])
        assert bool(o.wali_nama) == (2026 - o.tanggal_lahir.year < 18)
    desa = Counter(o.kode_desa for o in orang)
    assert len(desa) > 80
    assert max(desa.values()) > 3 * min(desa.values())


def test_the_same_seed_tells_the_same_story() -> None:
    desa = NASIONAL.anak("63.11.03")
    assert Pengarang(3).warga(desa, 50, [Kategori.LANSIA]) == Pengarang(3).warga(desa, 50, [Kategori.LANSIA])
    assert Pengarang(3).warga(desa, 50, [Kategori.LANSIA]) != Pengarang(4).warga(desa, 50, [Kategori.LANSIA])


def test_sample_files_of_every_format_ship() -> None:
    assert {b.suffix for b in BERKAS.iterdir()} >= {".xlsx", ".xls", ".ods", ".csv"}
