"""The numbers of a kegiatan: usulan → layak → ditetapkan → tersalur, the whole the sum of the desa."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.angka_kegiatan import angka_banyak, angka_kegiatan
from app.pencairan import catat_pencairan, catat_setoran, posisi_uang
from app.penyaluran import Wakil, catat_hasil, daftar_serah, ringkasan_penyaluran
from app.pijakan import daftar_tahap
from db.istilah import HasilSalur, StatusUsulan
from tests.helpers.kegiatan import DESA, NOMINAL, buat_kegiatan, isi_usulan, tetapkan
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


def test_from_usulan_to_tersalur(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, tahap=2, pagu=100 * NOMINAL)
        isi_usulan(kerja, kegiatan, 7, status=StatusUsulan.LAYAK)
        isi_usulan(kerja, kegiatan, 2, status=StatusUsulan.TIDAK_LAYAK, mulai=20)
        isi_usulan(kerja, kegiatan, 1, mulai=30, kode_desa=None)
        isi_usulan(kerja, kegiatan, 1, mulai=40, status=StatusUsulan.DITARIK)
        awal = angka_kegiatan(kerja, kegiatan)
        tetapkan(kerja, kegiatan)
        satu, _ = daftar_tahap(kerja, kegiatan)
        catat_pencairan(kerja, kegiatan, satu.id, nomor_sp2d="1", tanggal=HARI, nilai=7 * NOMINAL)
        for b in daftar_serah(kerja, kegiatan)[:3]:
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
        catat_setoran(kerja, kegiatan, satu.id, nomor="1", tanggal=HARI, nilai=NOMINAL, alasan="sisa")
        a = angka_kegiatan(kerja, kegiatan)
        assert angka_banyak(kerja, [kegiatan]) == [a]
        assert a.masih == posisi_uang(kerja, kegiatan).seluruh.masih
    assert (awal.seluruh.usulan, awal.seluruh.layak, awal.seluruh.ditetapkan, awal.orang) == (10, 7, 0, 0)
    assert (a.seluruh.usulan, a.seluruh.layak, a.seluruh.ditetapkan, a.orang, a.menerima) == (10, 7, 7, 7, 3)
    assert (a.direncanakan, a.diserahkan, a.sp2d, a.disetor) == (14 * NOMINAL, 3 * NOMINAL, 7 * NOMINAL, NOMINAL)
    assert list(a.per_desa) == ["", *DESA]
    assert a.per_desa[""].usulan == 1


BERSYARAT = {HasilSalur.BATAL_CATAT, HasilSalur.SEBAGIAN, HasilSalur.AHLI_WARIS, HasilSalur.DANA_MASUK}
"""Outcomes that ask for more than somebody who comes: an earlier act, a rule, an account."""


@given(hasil=st.lists(st.sampled_from([h for h in HasilSalur if h not in BERSYARAT]), max_size=8))
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_whole_is_the_sum_of_the_desa(uji: KantorUji, hasil: list[HasilSalur]) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        isi_usulan(kerja, kegiatan, 8, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan)
        for b, h in zip(daftar_serah(kerja, kegiatan), hasil, strict=False):
            catat_hasil(kerja, b.alokasi_id, h, wakil=Wakil("A", "Anak", None, "ada"), alasan="uji")
        a = angka_kegiatan(kerja, kegiatan)
        assert a.seluruh.salur == ringkasan_penyaluran(kerja, kegiatan).seluruh
    salur = a.seluruh.salur
    assert salur.target.orang == 8 == salur.tersalur.orang + salur.belum.orang + salur.gagal.orang
    assert salur.target.rupiah == 8 * NOMINAL
    for ambil in ("usulan", "layak", "ditetapkan"):
        assert getattr(a.seluruh, ambil) == sum(getattr(d, ambil) for d in a.per_desa.values()) == 8
