"""Letters, forms and reports from hand-made contents."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from PIL import Image

from app.dokumen.isi import Penanda
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_laporan import (
    BarangTersalur,
    BarisLangkah,
    BarisMonev,
    Foto,
    Hitungan,
    IsiBast,
    IsiLaporan,
    IsiMonev,
    Keuangan,
    Pembayaran,
    Pihak,
    RekapDesa,
    TindakLanjut,
    UsulanDesa,
    jumlahkan,
)
from app.dokumen.isi_surat import (
    Arahan,
    BarisJadwal,
    IsiDisposisi,
    IsiJadwal,
    IsiPengembalian,
    IsiSk,
    IsiSpt,
    Petugas,
)
from app.dokumen.naskah import baca_naskah
from db.istilah import SifatSurat
from reports import bast, jadwal, laporan, lembar_disposisi, monev, pengembalian, sk_bupati, spt
from reports.grafik import grafik_desa
from reports.tata_letak import TataLetak
from tests.helpers.pdf import teks_pdf
from tests.reports.contoh import DESA, kepala, orang


def _pdf(tulis: Any, isi: Any) -> list[str]:
    keluar = BytesIO()
    tulis(isi, TataLetak(), keluar)
    return teks_pdf(keluar)


REKAP = RekapDesa("62.09.03.2001", "Desa Guci", "Bulik", 20, 12, 2, 2, 1, 0, 2, 1, 30_000_000, 25_500_000)


def _bast(**ubah: Any) -> IsiBast:
    isi = IsiBast(
        kepala=kepala(),
        judul="BERITA ACARA SERAH TERIMA BANTUAN",
        pembuka="Pada hari ini Kamis tanggal Lima bulan Maret tahun Dua Ribu Dua Puluh Enam:",
        pihak_satu=Pihak("Dr. BUDI", "197812112006041006", "Kepala Dinas Sosial", "Jalan Contoh 1"),
        sebutan_satu="selanjutnya disebut PIHAK KESATU;",
        pihak_dua=Pihak("ARIFIN", "", "Kepala Desa Guci", "Desa Guci", berdasar_nip=False),
        sebutan_dua="selanjutnya disebut PIHAK KEDUA;",
        butir=("PIHAK KESATU telah menyerahkan bantuan.",),
        penutup="Demikian berita acara ini dibuat.",
        rekap=REKAP,
        barang=(BarangTersalur("Buku tabungan", "buah", 20, 17),),
        uang=True,
        baris=orang(20, desa=1),
        saksi=(Penanda("Camat Bulik"), Penanda("", ber_nip=False)),
    )
    return replace(isi, **ubah)


def test_bast_names_parties_figures_and_people() -> None:
    keluar = BytesIO()
    jumlah = bast.tulis([_bast()], TataLetak(), keluar)
    teks = " ".join(teks_pdf(keluar))
    assert jumlah == Jumlah(20, 30_000_000)
    for kata in (
        "PIHAK KESATU", "PIHAK KEDUA", "19781211 200604 1 006", "Penerima menurut penetapan 20 30.000.000",
        "Telah menerima 17 25.500.000", "Belum menerima 2", "Tidak dapat disalurkan 1",
        "Buku tabungan: 17 dari 20 buah", "Dua puluh lima juta lima ratus ribu rupiah", "Mengetahui, Camat Bulik,",
    ):  # fmt: skip
        assert kata in teks, kata


def test_bast_of_goods_has_no_money() -> None:
    teks = " ".join(_pdf(bast.tulis, [_bast(uang=False, baris=orang(1, nominal=None))]))
    assert "Nilai" not in teks
    assert "rupiah" not in teks


def test_every_bast_counts_its_own_pages() -> None:
    halaman = _pdf(bast.tulis, [_bast(), _bast(rekap=replace(REKAP, desa="Desa Kujan"), baris=orang(1))])
    assert sum("Halaman 1 dari" in h for h in halaman) == 2
    assert "BAST Desa Kujan" in halaman[-1]


def test_target_is_the_sum_of_its_parts() -> None:
    total = jumlahkan([REKAP, replace(REKAP, target=5, sendiri=5, wali=0, diwakilkan=0, diantar=0, belum=0, gagal=0)])
    assert total.target == total.tersalur + total.belum + total.gagal == 25
    assert total.nominal_sisa == 9_000_000


def _laporan(desa: int = 3, **ubah: Any) -> IsiLaporan:
    rekap = tuple(replace(REKAP, kode=f"62.09.03.2{i:03d}", desa=f"Desa ke-{i}") for i in range(desa))
    t = jumlahkan(rekap)
    isi = IsiLaporan(
        kepala=kepala(tahap=""),
        sop="SOP Bansos",
        nomor_sop="800/13",
        naskah={**baca_naskah("laporan"), "penutup": ("Demikian laporan ini dibuat.",)},
        dasar_hukum=("Undang-Undang Nomor 11 Tahun 2009",),
        pelaksana="Bidang Rehabilitasi Sosial",
        wilayah="Kabupaten Lamandau",
        rentang="5 Januari – 5 Maret 2026",
        penetapan="Keputusan Bupati",
        usulan=(Hitungan("Layak", 60), Hitungan("Tidak layak: meninggal dunia", 4)),
        usulan_desa=(UsulanDesa("Desa Guci", 1, 2, 3, 4),),
        kategori=(Hitungan("Lanjut usia", 60, 30, 29),),
        langkah=(
            BarisLangkah("1", "Penyerahan Data", "14 hari kerja", "Selesai", date(2026, 1, 5), date(2026, 1, 9)),
            BarisLangkah("2", "Verifikasi PM", "14 hari kerja", "Berjalan", date(2026, 1, 12), catatan="dikembalikan"),
        ),
        rekap=rekap,
        alasan=(Hitungan("Meninggal", 3),),
        barang=(BarangTersalur("Kartu ATM", "buah", 60, 51),),
        keuangan=Keuangan(
            100_000_000, "APBD", "5.1.06.01.01.0001", (Pembayaran("Tahap 1", "SP2D-1", date(2026, 2, 1), 90_000_000),),
            (Pembayaran("Tahap 1", "STS-1", date(2026, 3, 1), 1_000_000),), t.nominal_tersalur,
        ),
        kendala=("Jalan terputus.",),
        lampiran=("Lampiran SK tanggal 5 Maret 2026",),
    )  # fmt: skip
    return replace(isi, **ubah)


def test_laporan_has_its_chapters_and_contents() -> None:
    halaman = _pdf(laporan.tulis, _laporan())
    assert "LAPORAN HASIL KEGIATAN" in halaman[0]
    assert "Halaman" not in halaman[0]
    for bab in ("PENDAHULUAN", "PELAKSANAAN", "HASIL KEGIATAN", "PENUTUP"):
        letak = next(n for n, teks in enumerate(halaman[2:], 3) if teks.startswith("BAB") and bab in teks)
        assert f"{bab} {letak}" in halaman[1]


def test_laporan_money_adds_up() -> None:
    teks = " ".join(_pdf(laporan.tulis, _laporan()))
    assert "Jumlah dicairkan (SP2D) 90.000.000" in teks
    assert "Diserahkan kepada penerima 76.500.000" in teks
    assert "Masih di bank/bendahara 12.500.000" in teks
    assert "Jumlah dipertanggungjawabkan 90.000.000" in teks
    assert "adalah 76,5%" in teks


def test_laporan_says_that_an_sp2d_is_missing() -> None:
    isi = _laporan()
    assert isi.keuangan
    teks = " ".join(_pdf(laporan.tulis, replace(isi, keuangan=replace(isi.keuangan, sp2d=()))))
    assert "Yang diserahkan dan disetor melebihi SP2D yang tercatat sebesar Rp 77.500.000" in teks
    assert "SP2D perlu dilengkapi atau STS diperiksa." in teks
    teks = " ".join(_pdf(laporan.tulis, replace(isi, keuangan=replace(isi.keuangan, sp2d=(), sts=()))))
    assert "SP2D perlu dilengkapi." in teks


def test_laporan_figures_per_desa() -> None:
    teks = " ".join(_pdf(laporan.tulis, _laporan()))
    assert "JUMLAH 60 36 6 6 3 51 6 3 85%" in teks
    assert "Jenis kelamin 1 orang belum tercatat" in teks
    assert "Meninggal 3" in teks


def test_laporan_of_a_kegiatan_that_hands_nothing_over() -> None:
    teks = " ".join(_pdf(laporan.tulis, _laporan(0, alasan=(), keuangan=None, barang=(), kendala=(), lampiran=())))
    assert "JUMLAH 10 1 2 3 4" in teks
    assert "Realisasi Keuangan" not in teks
    assert "Tidak ada kendala" in teks


@pytest.mark.parametrize("desa", [1, 24, 25, 88])
def test_laporan_of_many_desa(desa: int) -> None:
    halaman = _pdf(laporan.tulis, _laporan(desa))
    assert f"Desa ke-{desa - 1}" in " ".join(halaman)
    assert len(grafik_desa(_laporan(desa).rekap, 400)) == -(-desa // 24)


def test_photographs_are_drawn_with_their_caption() -> None:
    gambar = BytesIO()
    Image.new("RGB", (80, 50), (0, 90, 60)).save(gambar, "JPEG")
    foto = tuple(Foto(gambar.getvalue(), f"Penyaluran {n}") for n in range(3))
    halaman = _pdf(laporan.tulis, _laporan(foto=foto))
    assert "Penyaluran 2" in " ".join(halaman)


def test_monev_counts() -> None:
    isi = IsiMonev(
        kepala=kepala(),
        pembuka=("Monitoring dilaksanakan.",),
        evaluasi=("Dari 40 penerima, 38 ditemui.",),
        sampel="Diambil secara acak.",
        per_desa=(BarisMonev("Desa Guci", 20, 19, 19, 18), BarisMonev("Desa Kujan", 20, 19, 18, 18)),
        pemanfaatan=(Hitungan("Obat", 7),),
        tindak_lanjut=(TindakLanjut("SUPARDI", "Desa Guci", date(2026, 3, 4), "Kartu tertelan", ""),),
        pelapor=("RINA APRILIA",),
        penerima=203,
    )
    teks = " ".join(_pdf(monev.tulis, isi))
    assert "JUMLAH 40 38 37 36" in teks
    assert "Dikunjungi 40 dari 203 penerima (19,7%)" in teks
    assert "Kartu tertelan" in teks


@pytest.mark.parametrize("banyak", [1, 3])
def test_spt_names_who_is_sent(banyak: int) -> None:
    petugas = tuple(Petugas(f"PETUGAS {n}", "Penata (III/c)", "198502022010012003", "Kasi") for n in range(banyak))
    isi = IsiSpt(kepala(), ("Surat Camat;",), petugas, ("Menyalurkan;", "Melaporkan."), "5 Maret 2026", "Desa Guci",
                 "Agar dilaksanakan.", ("Bupati.",))  # fmt: skip
    (teks,) = _pdf(spt.tulis, isi)
    assert "SURAT PERINTAH TUGAS NOMOR: 460/012/Dinsos/2026" in teks
    assert teks.count("19850202 201001 2 003") == banyak
    assert "Ditetapkan di Nanga Bulik pada tanggal 5 Maret 2026" in teks
    assert "Tembusan: 1. Bupati." in teks


def _disposisi(*arahan: Arahan) -> IsiDisposisi:
    return IsiDisposisi(
        kepala(), "DSPPAPMD Kabupaten Balangan", "460/77/2026", date(2026, 3, 2), None, "0012", SifatSurat.SEGERA,
        "Pemberitahuan penyaluran", arahan,
    )  # fmt: skip


def test_disposisi_to_write_by_hand_or_filled_in() -> None:
    (kosong,) = _pdf(lembar_disposisi.tulis, _disposisi())
    assert "Dengan hormat harap:" in kosong
    arahan = Arahan("Camat", "Kasi PMDK", "Siapkan data", "Segera", date(2026, 3, 3), date(2026, 3, 6))
    (isi,) = _pdf(lembar_disposisi.tulis, _disposisi(arahan))
    assert "Camat kepada Kasi PMDK" in isi
    assert "Batas waktu: 6 Maret 2026" in isi
    assert "Diteruskan kepada" not in isi


def _kembali() -> IsiPengembalian:
    return IsiPengembalian(
        kepala(), "Desa Guci", "Bulik", ("Kepala Desa Guci", "di Tempat"), "Pengembalian Usulan", ("Dengan ini.",),
        ("Mohon diperbaiki.", "Terima kasih."), orang(4, desa=1, nominal=None, keterangan="NIK tidak padan"),
    )  # fmt: skip


def test_return_letter_and_workbook_carry_the_same_people() -> None:
    teks = " ".join(_pdf(pengembalian.tulis, [_kembali()]))
    assert "JUMLAH: 4 usulan" in teks
    assert "Yth. Kepala Desa Guci" in teks
    keluar = BytesIO()
    assert pengembalian.tulis_buku(_kembali(), TataLetak(), keluar).orang == 4
    ws = load_workbook(keluar)["Pengembalian"]
    baris = list(ws.iter_rows(min_row=6, values_only=True))
    assert [b[9] for b in baris] == ["NIK tidak padan"] * 4
    assert ws.cell(6, 2).data_type == "s"
    assert all(str(b[1]).replace(" ", "")[:6] in teks for b in baris)


def test_schedule_adds_up() -> None:
    baris = tuple(
        BarisJadwal(nama, "Bulik", "Kamis, 5 Maret 2026", "08.30", "Balai Desa", "RINA", 10) for _, nama in DESA
    )
    (teks,) = _pdf(jadwal.tulis, IsiJadwal(kepala(), baris, sum(b.penerima for b in baris)))
    assert "JUMLAH 30" in teks


def test_decree_counts_kesatu_kedua() -> None:
    isi = IsiSk(
        kepala(nomor="", tanggal=None, penanda=Penanda("Bupati Lamandau", ber_nip=False)), "Bupati Lamandau",
        "Penetapan Penerima", ("bahwa satu;", "bahwa dua;"), (), (), tuple(f"Diktum {n}." for n in range(1, 12)), "",
    )  # fmt: skip
    halaman = _pdf(sk_bupati.tulis, isi)
    teks = " ".join(halaman)
    for kata in ("KESATU : Diktum 1.", "KEDUA : Diktum 2.", "KESEBELAS : Diktum 11.", "a. bahwa satu;"):
        assert kata in teks
    assert "Rancangan, belum bernomor" in halaman[0]
