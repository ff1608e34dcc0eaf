"""Pakta integritas: officials and recipients, signed on paper and recorded, the scan may follow."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from app.dokumen.diterima import PAKTA, riwayat_diterima
from app.kantor import DataPejabat, simpan_pejabat
from app.pakta import (
    catat_pakta,
    catat_pakta_petugas,
    daftar_pakta,
    kunci_pejabat,
    lampirkan_pakta,
    tarik_pakta,
)
from db.galat import KnownError
from reports.cetak import cetak
from tests.helpers.kegiatan import DESA, kegiatan_sah
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis("admin") as kerja:
        simpan_pejabat(kerja, DataPejabat("Dr. BUDI", "Kepala Dinas Sosial", "kepala", nip="197812112006041006"))
        simpan_pejabat(kerja, DataPejabat("H. ARIF", "Bupati Lamandau", "bupati"))
        simpan_pejabat(kerja, DataPejabat("SUPIAN", "Kepala Desa Guci", "kades", kode_desa=DESA[0]))
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 3, kode_sop="uep", nama="UEP Uji 2026")


def test_officials_and_recipients_sign_and_scans_follow(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        semua = daftar_pakta(kerja, kegiatan)
        assert [b.nama for b in semua if b.orang_id is None] == ["Dr. BUDI"]
        assert len(semua) == 4
        assert {b.tanggal for b in semua} == {None}
        dua = [b.tentang for b in semua[1:3]]
        assert catat_pakta(kerja, kegiatan, dua, tanggal=HARI) == 2
        catat_pakta(kerja, kegiatan, [kunci_pejabat("Dr. BUDI")], tanggal=HARI, berkas=[("p.pdf", b"%PDF-1.4")])
        catat_pakta_petugas(kerja, kegiatan, nama="Rina  Wati", jabatan="Pendamping", tanggal=HARI)
        lampirkan_pakta(kerja, kegiatan, dua[0], [("pindaian.pdf", b"%PDF-1.4 satu")])
        kini = {b.nama: b for b in daftar_pakta(kerja, kegiatan)}
        assert (kini["Rina Wati"].selaku, kini["Rina Wati"].tanggal) == ("Pendamping", HARI)
        assert len(kini["Dr. BUDI"].lampiran) == 1
        assert [bool(b.lampiran) for b in daftar_pakta(kerja, kegiatan) if b.tentang in dua] == [True, False]
        tarik_pakta(kerja, kegiatan, dua[0], alasan="Keliru")
        assert [b.tanggal for b in daftar_pakta(kerja, kegiatan) if b.tentang in dua] == [None, HARI]


def test_who_is_named_twice_signs_once(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        satu = daftar_pakta(kerja, kegiatan)[1].tentang
        assert catat_pakta(kerja, kegiatan, [satu, satu], tanggal=HARI) == 1
        assert len(riwayat_diterima(kerja, kegiatan, PAKTA, satu)) == 1


def test_what_cannot_be_recorded_is_refused(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        satu = daftar_pakta(kerja, kegiatan)[1].tentang
        for kode, tentang, hari in (
            ("pakta_tidak_di_daftar", ["lain"], HARI),
            ("pakta_tidak_di_daftar", [], HARI),
            ("tanggal_di_depan", [satu], date(2026, 3, 3)),
        ):
            with pytest.raises(KnownError, match=kode):
                catat_pakta(kerja, kegiatan, tentang, tanggal=hari)
        for kerjakan in (lampirkan_pakta, tarik_pakta):
            apa = {"alasan": "x"} if kerjakan is tarik_pakta else {"berkas": []}
            with pytest.raises(KnownError, match="dokumen_diterima_tidak_ada"):
                kerjakan(kerja, kegiatan, satu, **apa)  # type: ignore[operator]  # two functions, one test
        with pytest.raises(KnownError, match="isian_kosong"):
            catat_pakta_petugas(kerja, kegiatan, nama=" ", jabatan="Pendamping", tanggal=HARI)


def test_the_paper_has_a_page_for_each(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        cetak(kerja, "pakta-integritas", kegiatan, tmp_path / "penerima.pdf")
        cetak(kerja, "pakta-integritas", kegiatan, tmp_path / "desa.pdf", desa=DESA[1])
        cetak(kerja, "pakta-petugas", kegiatan, tmp_path / "petugas.pdf")
        nama = [b.nama for b in daftar_pakta(kerja, kegiatan) if b.orang_id]
    penerima, petugas = teks_pdf(tmp_path / "penerima.pdf"), teks_pdf(tmp_path / "petugas.pdf")
    assert len(penerima) == 3
    assert len(teks_pdf(tmp_path / "desa.pdf")) == 1
    assert all(n in " ".join(penerima) for n in nama)
    assert "PAKTA INTEGRITAS" in penerima[0]
    assert len(petugas) == 1
    assert "Kepala Dinas Sosial" in petugas[0]
    assert petugas[0].count("19781211 200604 1 006") == 2
    assert "Bupati" not in petugas[0]


def test_nobody_in_office_means_no_paper(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        satu = kegiatan_sah(kerja, 1)
        with pytest.raises(KnownError, match="pejabat_belum_ada"):
            cetak(kerja, "pakta-petugas", satu, tmp_path / "x.pdf")
