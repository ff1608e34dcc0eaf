"""Target = tersalur + belum + tidak tersalur on every paper that shows them, whatever happened at the table."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.berkas_pemeriksaan.kumpul import kumpulkan
from app.dokumen.isi import Permintaan
from app.kegiatan import buat_kegiatan
from app.kerja import Kerja
from app.penyaluran import Wakil, catat_hasil, ringkasan_penyaluran, semua_serah
from db.istilah import GAGAL_SALUR, TERSALUR, HasilSalur, JenisBantuan, StatusUsulan
from reports.cetak import pratinjau
from reports.daftar_cetak import DAFTAR
from tests.helpers.kegiatan import DESA, isi_usulan, tetapkan
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji

MUNGKIN = [None, *sorted(TERSALUR - {HasilSalur.DANA_MASUK}), HasilSalur.TIDAK_HADIR, *sorted(GAGAL_SALUR)]
Angka = tuple[int, int, int, int]  # target, tersalur, belum, gagal


def _kegiatan(kerja: Kerja, hasil: list[HasilSalur | None]) -> tuple[UUID, Angka]:
    """Serve as many people as outcomes are given; return what must be counted."""
    kegiatan = buat_kegiatan(
        kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000, jenis_bantuan=JenisBantuan.TUNAI,
        aturan={"ahli_waris": True},
    )  # fmt: skip
    isi_usulan(kerja, kegiatan, len(hasil), status=StatusUsulan.LAYAK, desa=DESA)
    tetapkan(kerja, kegiatan)
    wakil = Wakil("BUDI", "anak", "6209031502800003", surat_kuasa="1/2026")
    for satu, apa in zip(list(semua_serah(kerja, kegiatan)), hasil, strict=True):
        if apa is HasilSalur.AHLI_WARIS:
            catat_hasil(kerja, satu.alokasi_id, HasilSalur.MENINGGAL)
        if apa is not None:
            catat_hasil(kerja, satu.alokasi_id, apa, wakil=wakil if apa in TERSALUR else None, alasan="uji")
    tersalur, gagal = sum(h in TERSALUR for h in hasil), sum(h in GAGAL_SALUR for h in hasil)
    return kegiatan, (len(hasil), tersalur, len(hasil) - tersalur - gagal, gagal)


def _laporan(isi: bytes) -> Angka:
    teks = " ".join(" ".join(teks_pdf(BytesIO(isi))).split())
    cocok = re.search(r"Tabel 4\. Rekapitulasi penyaluran.*? JUMLAH((?: \d+){8})", teks)
    assert cocok, teks
    n = [int(x) for x in cocok[1].split()]
    assert n[5] == sum(n[1:5])
    return n[0], n[5], n[6], n[7]


def _bast(isi: bytes) -> Angka:
    teks = " ".join(" ".join(teks_pdf(BytesIO(isi))).split())
    kata = ("Penerima menurut penetapan", "Telah menerima", "Belum menerima", "Tidak dapat disalurkan")
    semua = [tuple(map(int, n)) for n in re.findall(".*?".join(rf"{k} (\d+)" for k in kata), teks)]
    assert semua
    for target, tersalur, belum, gagal in semua:
        assert target == tersalur + belum + gagal
    t, s, b, g = map(sum, zip(*semua, strict=True))
    return t, s, b, g


def _rekap(isi: bytes) -> Angka:
    ws = load_workbook(BytesIO(isi))["Rekap penyaluran"]
    baris = [b for b in ws.iter_rows(values_only=True) if isinstance(b[4], int)]
    *desa, total = baris
    for b in baris:
        assert b[4] == b[9] + b[10] + b[11]
        assert b[9] == sum(b[5:9])
        assert b[13] == b[14] + b[15]
    for kolom in (*range(4, 12), 13, 14, 15):
        assert total[kolom] == sum(b[kolom] for b in desa)
    return total[4], total[9], total[10], total[11]


PEMBACA: dict[str, Callable[[bytes], Angka]] = {"laporan": _laporan, "rekap-penyaluran": _rekap}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hasil=st.lists(st.sampled_from(MUNGKIN), min_size=1, max_size=7))
def test_every_paper_adds_up(uji: KantorUji, hasil: list[HasilSalur | None]) -> None:
    with uji.menulis() as kerja:
        kegiatan, angka = _kegiatan(kerja, hasil)
        h = ringkasan_penyaluran(kerja, kegiatan).seluruh
        assert (h.target.orang, h.tersalur.orang, h.belum.orang, h.gagal.orang) == angka
        for kode, baca in PEMBACA.items():
            assert baca(pratinjau(kerja, kode, kegiatan)) == angka, kode
        assert len(kumpulkan(kerja, kegiatan).belum_dibayar) == angka[2] + angka[3]
        bast = list(DAFTAR["bast"].kumpul(kerja, kegiatan, Permintaan()))
        for b in bast:
            assert b.rekap.target == b.rekap.tersalur + b.rekap.belum + b.rekap.gagal
        if angka[1]:
            t, s, _, _ = _bast(pratinjau(kerja, "bast", kegiatan))
            assert (s, t) == (angka[1], sum(b.rekap.target for b in bast))


@pytest.mark.parametrize("banyak", [1, 3])
def test_a_desa_of_one_person(uji: KantorUji, banyak: int) -> None:
    with uji.menulis() as kerja:
        kegiatan, angka = _kegiatan(kerja, [HasilSalur.SENDIRI] * banyak)
        baris: Any = load_workbook(BytesIO(pratinjau(kerja, "rekap-penyaluran", kegiatan)))["Rekap penyaluran"]
    assert angka == (banyak, banyak, 0, 0)
    satu = [b for b in baris.iter_rows(values_only=True) if isinstance(b[0], int)]
    assert [b[4] for b in satu] == [1] * banyak
