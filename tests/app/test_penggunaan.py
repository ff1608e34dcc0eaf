"""Reports on the use of the aid: due from the hand-over, replaced and withdrawn in the open, late ones known."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from app.beranda import beranda
from app.dokumen.daftar import riwayat_dokumen
from app.dokumen.diterima import LAPORAN_PENGGUNAAN, riwayat_diterima
from app.kegiatan import buat_kegiatan
from app.penggunaan.batas import HARI_BAKU, HARI_MAKS, atur_batas, batas_hari
from app.penggunaan.laporan import (
    BarisLaporan,
    DataLaporan,
    Guna,
    StatusLaporan,
    catat_laporan,
    daftar_laporan,
    lampirkan_laporan,
    laporan_terlambat,
    ringkas,
    tarik_laporan,
)
from app.penyaluran import catat_hasil, semua_serah
from db.galat import KnownError
from db.istilah import HasilSalur, StatusUsulan
from reports.cetak import cetak, daftar_dokumen
from tests.helpers.kegiatan import NOMINAL, isi_usulan, kegiatan_sah, tetapkan
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
GUNA = (Guna("Modal dagang", 1_000_000), Guna("Etalase", 400_000))


@pytest.fixture
def uep(uji: KantorUji) -> UUID:
    """Six recipients of UEP, four of whom got their aid on 2 March 2026."""
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="uep", nama="UEP Uji", tahun=2026, nominal=NOMINAL)
        isi_usulan(kerja, kegiatan, 6, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan)
        for b in list(semua_serah(kerja, kegiatan))[:4]:
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
    return kegiatan


def _daftar(uji: KantorUji, kegiatan: UUID) -> list[BarisLaporan]:
    with uji.membaca() as kerja:
        return daftar_laporan(kerja, kegiatan)


def _lewat(uji: KantorUji, hari: int) -> None:
    uji.jam.kini += timedelta(days=hari)


def _foto() -> bytes:
    keluar = BytesIO()
    Image.new("RGB", (4, 4), "white").save(keluar, "PNG")
    return keluar.getvalue()


def test_who_got_the_aid_owes_a_report_by_a_working_day(uji: KantorUji, uep: UUID) -> None:
    semua = _daftar(uji, uep)
    assert len(semua) == 4
    assert {(b.nilai, b.diserahkan, b.status) for b in semua} == {(NOMINAL, HARI, StatusLaporan.MENUNGGU)}
    batas = HARI + timedelta(days=HARI_BAKU)
    assert batas == date(2026, 5, 31)  # a Sunday, then Hari Lahir Pancasila
    assert {b.batas for b in semua} == {date(2026, 6, 2)}
    _lewat(uji, HARI_BAKU + 2)
    assert {b.status for b in _daftar(uji, uep)} == {StatusLaporan.MENUNGGU}
    _lewat(uji, 1)
    assert {(b.status, b.hari_lambat) for b in _daftar(uji, uep)} == {(StatusLaporan.TERLAMBAT, 1)}


def test_the_office_sets_how_long_and_whether(uji: KantorUji, uep: UUID) -> None:
    with uji.menulis() as kerja:
        assert batas_hari(kerja, uep) == HARI_BAKU
        atur_batas(kerja, uep, 30)
        lain = kegiatan_sah(kerja, 1, nama="Bansos lain")
        assert batas_hari(kerja, lain) is None
        assert daftar_laporan(kerja, lain) == []
        for salah in (0, HARI_MAKS + 1):
            with pytest.raises(KnownError, match="batas_penggunaan_salah"):
                atur_batas(kerja, uep, salah)
    assert {b.batas for b in _daftar(uji, uep)} == {date(2026, 4, 1)}
    with uji.menulis() as kerja:
        atur_batas(kerja, uep, None)
    assert _daftar(uji, uep) == []


def test_a_report_is_recorded_replaced_and_withdrawn_in_the_open(uji: KantorUji, uep: UUID) -> None:
    satu = _daftar(uji, uep)[0]
    with uji.menulis() as kerja:
        isi = DataLaporan(HARI, GUNA, "Usaha jalan", [("nota.png", _foto())])
        catat_laporan(kerja, uep, satu.usulan_id, isi)
    kini = _daftar(uji, uep)[0]
    assert kini.laporan is not None
    assert (kini.status, kini.laporan.terpakai, kini.selisih) == (StatusLaporan.DITERIMA, 1_400_000, 100_000)
    assert len(kini.laporan.lampiran) == 1
    with uji.menulis() as kerja:
        catat_laporan(kerja, uep, satu.usulan_id, DataLaporan(HARI, (Guna("Modal", NOMINAL),)))
        lampirkan_laporan(kerja, uep, satu.usulan_id, [("foto.png", _foto()), ("surat.pdf", b"%PDF-1.4 isi")])
    kini = _daftar(uji, uep)[0]
    assert kini.laporan is not None
    assert (kini.laporan.guna, len(kini.laporan.lampiran), kini.selisih) == ((Guna("Modal", NOMINAL),), 2, 0)
    with uji.menulis() as kerja:
        tarik_laporan(kerja, uep, satu.usulan_id, alasan="Salah orang")
        riwayat = riwayat_diterima(kerja, uep, LAPORAN_PENGGUNAAN, str(satu.usulan_id))
        assert riwayat_dokumen(kerja, uep) == []  # nothing of it was printed by the office
    assert [d.ditarik for d in riwayat] == ["", "", "Salah orang"]
    assert _daftar(uji, uep)[0].laporan is None


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (DataLaporan(date(2026, 3, 3), GUNA), "tanggal_di_depan"),
        (DataLaporan(date(2026, 3, 1), GUNA), "laporan_sebelum_serah"),
        (DataLaporan(HARI, ()), "guna_salah"),
        (DataLaporan(HARI, (Guna(" ", 1),)), "guna_salah"),
        (DataLaporan(HARI, (Guna("Modal", -1),)), "guna_salah"),
        (DataLaporan(HARI, GUNA, berkas=[("rusak.png", b"\x89PNG\r\n\x1a\nrusak")]), "gambar_rusak"),
    ],
)
def test_a_report_that_cannot_be_is_refused(uji: KantorUji, uep: UUID, isi: DataLaporan, kode: str) -> None:
    satu = _daftar(uji, uep)[0]
    with uji.menulis() as kerja, pytest.raises(KnownError) as galat:
        catat_laporan(kerja, uep, satu.usulan_id, isi)
    assert galat.value.kode == kode


def test_who_got_nothing_cannot_report(uji: KantorUji, uep: UUID) -> None:
    with uji.menulis() as kerja:
        wajib = {b.orang_id for b in daftar_laporan(kerja, uep)}
        lain = next(b for b in semua_serah(kerja, uep) if b.orang_id not in wajib)
        for usulan in (lain.penerima_id, lain.orang_id):
            with pytest.raises(KnownError, match="laporan_penggunaan_belum"):
                catat_laporan(kerja, uep, usulan, DataLaporan(HARI, GUNA))
        with pytest.raises(KnownError, match="dokumen_diterima_tidak_ada"):
            tarik_laporan(kerja, uep, daftar_laporan(kerja, uep)[0].usulan_id, alasan="x")
    with uji.menulis("admin") as kerja, pytest.raises(KnownError, match="tidak_berwenang"):
        catat_laporan(kerja, uep, lain.penerima_id, DataLaporan(HARI, GUNA))


def test_late_ones_are_told_on_beranda_and_reminded_per_desa(uji: KantorUji, uep: UUID, tmp_path: Path) -> None:
    with uji.membaca() as kerja:
        assert laporan_terlambat(kerja) == []
        with pytest.raises(KnownError, match="laporan_penggunaan_lengkap"):
            cetak(kerja, "surat-penggunaan", uep, tmp_path / "belum.pdf")
    _lewat(uji, HARI_BAKU - 3)
    with uji.membaca() as kerja:
        (segera,) = laporan_terlambat(kerja)
    assert (segera.terlambat, segera.segera) == (0, 4)
    _lewat(uji, 30)
    with uji.menulis() as kerja:
        catat_laporan(kerja, uep, daftar_laporan(kerja, uep)[0].usulan_id, DataLaporan(HARI, GUNA))
        (lambat,) = laporan_terlambat(kerja)
        isi = beranda(kerja)
        cetak(kerja, "surat-penggunaan", uep, tmp_path / "ingat.pdf")
        cetak(kerja, "surat-penggunaan", uep, tmp_path / "batas.pdf", batas=date(2026, 7, 31))
        belum = daftar_laporan(kerja, uep, status=StatusLaporan.TERLAMBAT)
    assert (lambat.terlambat, lambat.segera) == (3, 0)
    assert isi.penggunaan == (lambat,)
    kata = " ".join(teks_pdf(tmp_path / "ingat.pdf"))
    for b in belum:
        assert b.nama in kata
        assert str(b.nik) not in kata
    assert "mengingatkan yang bersangkutan" in kata
    assert "ditunggu" not in kata
    assert "paling lambat 31 Juli 2026" in " ".join(teks_pdf(tmp_path / "batas.pdf"))
    assert len(teks_pdf(tmp_path / "ingat.pdf")) == len({b.kode_desa for b in belum})


def test_the_form_is_blank_until_the_report_came(uji: KantorUji, uep: UUID, tmp_path: Path) -> None:
    satu = _daftar(uji, uep)[0]
    with uji.menulis() as kerja:
        kode = {d.kode for d in daftar_dokumen(kerja, uep)}
        assert {"laporan-penggunaan", "pakta-integritas"} <= kode
        cetak(kerja, "laporan-penggunaan", uep, tmp_path / "kosong.pdf", desa=satu.kode_desa)
        catat_laporan(kerja, uep, satu.usulan_id, DataLaporan(HARI, GUNA))
        cetak(kerja, "laporan-penggunaan", uep, tmp_path / "isi.pdf", desa=satu.kode_desa)
    kosong, isi = (" ".join(teks_pdf(tmp_path / f"{n}.pdf")) for n in ("kosong", "isi"))
    assert "Modal dagang" not in kosong
    assert "2 Maret 2026" in kosong
    assert "Modal dagang" in isi
    assert "1.400.000" in isi


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.integers(0, 3), max_size=8), st.integers(0, 200))
def test_sums_always_agree(uji: KantorUji, uep: UUID, siapa: list[int], hari: int) -> None:
    awal = uji.jam.kini
    with uji.menulis() as kerja:
        usulan = [b.usulan_id for b in daftar_laporan(kerja, uep)]
        for ke, satu in enumerate(siapa):
            catat_laporan(kerja, uep, usulan[satu], DataLaporan(HARI, (Guna("Modal", ke),)))
    uji.jam.kini = awal + timedelta(days=hari)
    semua = _daftar(uji, uep)
    r = ringkas(semua)
    assert r.wajib == r.diterima + r.menunggu + r.terlambat == 4
    assert r.diterima >= len(set(siapa))
    assert r.terpakai == sum(b.laporan.terpakai for b in semua if b.laporan)
    uji.jam.kini = awal
