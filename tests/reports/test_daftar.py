"""Lists of people on paper: totals, order, page numbers, signatures that are never alone."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.dokumen.isi import Penanda
from app.dokumen.isi_daftar import BarisOrang, IsiDaftarHadir, IsiLampiranSk, Jumlah
from app.dokumen.isi_surat import IsiFormulir
from db.istilah import Kertas
from reports import daftar_hadir, daftar_penerima, formulir_verifikasi, lampiran_sk
from reports.tata_letak import TataLetak
from tests.helpers.pdf import teks_pdf
from tests.reports.contoh import NAMA_PANJANG, daftar, kepala, orang

BUPATI = Penanda("Bupati Lamandau", "RIZKY PRATAMA", ber_nip=False)


def _penerima(baris: Any, kertas: Kertas = Kertas.F4, **ubah: Any) -> tuple[Jumlah, list[str]]:
    keluar = BytesIO()
    jumlah = daftar_penerima.tulis(daftar(baris, **ubah), TataLetak(kertas=kertas), keluar)
    return jumlah, teks_pdf(keluar)


def _lampiran(baris: Any, **ubah: Any) -> tuple[Jumlah, list[str]]:
    keluar = BytesIO()
    isi = IsiLampiranSk(
        daftar(baris, kepala=kepala(penanda=BUPATI, tahap=""), dasar=""),
        "Bupati Lamandau",
        "188.45/12/2026",
        kepala().tanggal,
        "Penetapan Penerima Bansos Uji Tahun Anggaran 2026",
    )
    jumlah = lampiran_sk.tulis(replace(isi, **ubah), TataLetak(), keluar)
    return jumlah, teks_pdf(keluar)


def _hadir(baris: Any, **ubah: Any) -> tuple[Jumlah, list[str]]:
    keluar = BytesIO()
    isi = replace(IsiDaftarHadir(kepala(), "Penyaluran Bantuan", baris, desa="Desa Guci"), **ubah)
    return daftar_hadir.tulis([isi], TataLetak(), keluar), teks_pdf(keluar)


def _formulir(baris: Any) -> tuple[Jumlah, list[str]]:
    keluar = BytesIO()
    isi = IsiFormulir(kepala(), "Isi di tempat.", baris, "Desa Guci", "Bulik")
    return formulir_verifikasi.tulis([isi], TataLetak(), keluar), teks_pdf(keluar)


SEMUA: list[Callable[[Any], tuple[Jumlah, list[str]]]] = [_penerima, _lampiran, _hadir, _formulir]


@pytest.mark.parametrize("tulis", SEMUA)
@pytest.mark.parametrize("banyak", [0, 1, 2, 31, 200])
def test_pages_are_counted_and_the_signature_is_never_alone(tulis: Any, banyak: int) -> None:
    jumlah, halaman = tulis(orang(banyak))
    assert jumlah.orang == banyak
    for nomor, teks in enumerate(halaman, 1):
        assert f"Halaman {nomor} dari {len(halaman)}" in teks
    if banyak:
        assert re.search(r"SITI|RAHMAD|MUHAMMAD|SUPARDI|MARIANA|NUR", halaman[-1])


def test_subtotals_per_desa_add_up() -> None:
    jumlah, halaman = _penerima(orang(30))
    teks = " ".join(halaman)
    assert "Jumlah Desa Sungai Mentawa: 10 orang 15.000.000" in teks
    assert "Jumlah Kelurahan Bulik: 10 orang 15.000.000" in teks
    assert "JUMLAH: 30 orang 45.000.000" in teks
    assert "Terbilang: Empat puluh lima juta rupiah" in teks
    assert jumlah == Jumlah(30, 45_000_000)


def test_a_list_of_one_desa_has_no_subtotal_but_its_head_signs() -> None:
    kades = Penanda("Kepala Desa Guci", "ARIFIN", ber_nip=False)
    _, halaman = _penerima(orang(4, desa=1), desa="Desa Guci", kecamatan="Bulik", mengetahui=(kades,))
    teks = " ".join(halaman)
    assert "Jumlah Desa" not in teks
    assert "Mengetahui," in teks
    assert "Kepala Desa Guci," in teks
    assert teks.count("NIP.") == 1


def test_identifiers_and_names_stand_in_order() -> None:
    _, halaman = _penerima(orang(7))
    teks = " ".join(halaman)
    nik = re.findall(r"620903 41\d{4} \d{4}", teks)
    assert len(nik) == 7
    assert [n[-4:] for n in nik] == [str(9000 + i) for i in range(7)]


def test_sixty_letters_stay_whole() -> None:
    _, halaman = _penerima(orang(1, nama=NAMA_PANJANG))
    assert NAMA_PANJANG in " ".join(halaman)


@pytest.mark.parametrize("nama", ["<b>TEBAL</b>", "A & B", "=cmd|'/c calc'!A1", "ÉLOISE NUÑEZ"])
def test_names_are_never_markup(nama: str) -> None:
    for tulis in SEMUA:
        assert nama in " ".join(tulis(orang(1, nama=nama))[1])


def test_without_money_people_are_spelt() -> None:
    jumlah, halaman = _penerima(orang(12, nominal=None), uang=False)
    assert jumlah.rupiah is None
    teks = " ".join(halaman)
    assert "Jumlah (Rp)" not in teks
    assert "Terbilang: dua belas orang" in teks


def test_lampiran_is_headed_as_an_attachment() -> None:
    _, halaman = _lampiran(orang(20))
    assert "LAMPIRAN KEPUTUSAN BUPATI LAMANDAU NOMOR : 188.45/12/2026 TANGGAL : 5 MARET 2026 TENTANG :" in halaman[0]
    assert "PEMERINTAH KABUPATEN" not in halaman[0]
    assert "BUPATI LAMANDAU, RIZKY PRATAMA" in halaman[-1]
    assert "NIP" not in halaman[-1].partition("RIZKY")[2]


def test_lampiran_without_number_leaves_dots() -> None:
    _, halaman = _lampiran(orang(1), nomor="", tanggal=None)
    assert "NOMOR : ....." in halaman[0]
    assert "Lampiran (rancangan)" in halaman[0]


def test_the_public_copy_says_so() -> None:
    baris = orang(1, nik="620903•••••• 9000")
    keluar = BytesIO()
    isi = IsiLampiranSk(daftar(baris, publik=True), "Bupati Lamandau")
    lampiran_sk.tulis(isi, TataLetak(), keluar)
    (teks,) = teks_pdf(keluar)
    assert "Salinan untuk umum" in teks
    assert "620903•••••• 9000" in teks


def test_signatures_alternate() -> None:
    jumlah, halaman = _hadir(orang(5, desa=1), kosong=2, hari_tanggal="Kamis, 5 Maret 2026", tempat="Balai Desa")
    teks = " ".join(halaman)
    assert jumlah == Jumlah(5)
    assert "Kamis, 5 Maret 2026" in teks
    assert all(f"{n}." in teks for n in range(1, 8))
    assert "Jumlah nama dalam daftar: 5 orang" in teks


def test_several_desa_are_numbered_apart() -> None:
    keluar = BytesIO()
    isi = [IsiDaftarHadir(kepala(), "Penyaluran", orang(n, desa=1), desa=f"Desa {n}") for n in (40, 3)]
    jumlah = daftar_hadir.tulis(isi, TataLetak(), keluar)
    halaman = teks_pdf(keluar)
    assert jumlah.orang == 43
    assert "Halaman 1 dari 2" in halaman[0]
    assert "Halaman 2 dari 2" in halaman[1]
    assert "Halaman 1 dari 1" in halaman[2]
    assert "Desa 3" in halaman[2]


def test_ten_thousand_people() -> None:
    jumlah, halaman = _penerima(orang(10_000), Kertas.A4)
    assert jumlah.orang == 10_000
    assert "JUMLAH: 10.000 orang 15.000.000.000" in halaman[-1]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 10**9)), max_size=60))
def test_the_total_is_the_sum_of_what_was_drawn(isi: list[tuple[int, int]]) -> None:
    baris = [
        BarisOrang(n, f"ORANG {n}", kode_desa=f"62.09.03.200{d}", desa=f"Desa {d}", nominal=uang)
        for n, (d, uang) in enumerate(sorted(isi), 1)
    ]
    jumlah, halaman = _penerima(iter(baris))
    assert jumlah.orang == len(baris)
    subtotal = re.findall(r"Jumlah Desa \d: [\d.]+ orang ([\d.]+)", " ".join(halaman))
    assert sum(int(s.replace(".", "")) for s in subtotal) == (jumlah.rupiah or 0) == sum(u for _, u in isi)
