"""Money credited and card handed over on paper: BNBA, recap, laporan and berkas pemeriksaan tell them apart."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_rekap import isi_rekap_penyaluran
from app.dokumen.kumpul_salur import alasan_salur
from app.kegiatan import DataBarang, buat_kegiatan
from app.penyaluran import Entri, catat_banyak, catat_dana_masuk, semua_serah
from app.penyaluran.muat import muat_hitungan
from db.istilah import HasilSalur, JenisBantuan, StatusUsulan
from reports.cetak import cetak
from reports.cetak_pemeriksaan import simpan_berkas_pemeriksaan
from tests.helpers.kegiatan import NOMINAL, isi_usulan, tetapkan
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji

MASUK, SERAH = date(2026, 2, 28), date(2026, 3, 1)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    """Six people: two with the money alone, one with both, one with the card alone, two with nothing."""
    with uji.menulis() as kerja:
        nomor = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Kartu Uji", tahun=2026, nominal=NOMINAL, jenis_bantuan=JenisBantuan.KARTU,
            barang=[DataBarang("Kartu ATM")],
        )  # fmt: skip
        isi_usulan(kerja, nomor, 6, status=StatusUsulan.LAYAK)
        tetapkan(kerja, nomor)
        ids = [b.alokasi_id for b in semua_serah(kerja, nomor)]
        catat_dana_masuk(kerja, nomor, ids[:3], tanggal=MASUK)
        catat_banyak(kerja, nomor, [Entri(i, HasilSalur.SENDIRI) for i in ids[2:4]], tanggal=SERAH)
    return nomor


def _baris(berkas: Path, lembar: str) -> list[list[Any]]:
    buku = load_workbook(berkas, read_only=True)
    isi = [[sel.value for sel in baris] for baris in buku[lembar].iter_rows()]
    buku.close()
    return isi


def _hari(nilai: Any) -> date | None:
    return nilai.date() if nilai else None


def test_the_bnba_has_a_day_for_each_fact(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        cetak(kerja, "bnba", kegiatan, tmp_path / "bnba.xlsx")
    isi = _baris(tmp_path / "bnba.xlsx", "BNBA")
    judul = next(b for b in isi if "DANA MASUK" in b)
    masuk, serah, nomor = (judul.index(k) for k in ("DANA MASUK", "DISERAHKAN", "NIK"))
    orang = [b for b in isi if len(b) > serah and isinstance(b[nomor], str) and b[nomor].startswith("6209")]
    fakta = sorted(((_hari(b[masuk]), _hari(b[serah])) for b in orang), key=str)
    assert fakta == sorted(
        [(MASUK, None), (MASUK, None), (MASUK, SERAH), (None, SERAH), (None, None), (None, None)], key=str
    )


def test_the_recap_counts_both_and_the_persons_still_add_up(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.membaca() as kerja:
        rekap = isi_rekap_penyaluran(kerja, kegiatan, Permintaan()).rekap
        sebab = alasan_salur(muat_hitungan(kerja, kegiatan))
    jumlah = {k: sum(getattr(r, k) for r in rekap) for k in ("target", "tersalur", "belum", "gagal", "dana_saja",
                                                            "serah_saja", "nominal_tersalur")}  # fmt: skip
    assert jumlah == {
        "target": 6, "tersalur": 1, "belum": 5, "gagal": 0, "dana_saja": 2, "serah_saja": 1,
        "nominal_tersalur": 3 * NOMINAL,
    }  # fmt: skip
    assert sebab == {"Dana masuk, buku/kartu belum diserahkan": 2, "Buku/kartu diserahkan, dana belum masuk": 1}


def test_recap_and_laporan_say_it(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        cetak(kerja, "rekap-penyaluran", kegiatan, tmp_path / "rekap.xlsx")
        cetak(kerja, "laporan", kegiatan, tmp_path / "laporan.pdf")
    judul = next(b for b in _baris(tmp_path / "rekap.xlsx", "Rekap penyaluran") if "TARGET" in b)
    assert "DANA MASUK, KARTU BELUM" in judul
    kata = " ".join(teks_pdf(tmp_path / "laporan.pdf"))
    assert "Dana masuk, buku/kartu belum diserahkan: 2 penerima." in kata
    assert "Buku/kartu diserahkan, dana belum masuk: 1 penerima." in kata


def test_an_auditor_sees_who_has_one_without_the_other(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        simpan_berkas_pemeriksaan(kerja, kegiatan, tmp_path / "periksa")
    indeks = tmp_path / "periksa" / "00 Indeks.xlsx"
    orang = [b for b in _baris(indeks, "Dana dan kartu") if isinstance(b[0], int)]
    assert (
        sorted((_hari(b[-3]), _hari(b[-2]), b[-1]) for b in orang if b[-3])
        == [(MASUK, None, "Dana masuk, buku/kartu belum diserahkan")] * 2
    )
    assert [(b[-3], _hari(b[-2])) for b in orang if not b[-3]] == [(None, SERAH)]
    ringkas = {b[0]: b[1] for b in _baris(indeks, "Ringkasan") if b[0]}
    assert ringkas["Dana masuk, buku/kartu belum diserahkan"] == 2
    assert ringkas["Dana masuk tanpa SP2D yang tercatat"] == 3
