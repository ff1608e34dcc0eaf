"""The whole of the rehsos SOP at the real window, by clicks and keys, over a real encrypted store."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end2end import berkas
from tests.end2end import langkah_jendela as langkah
from tests.end2end import langkah_serah as serah
from tests.end2end.langkah_jendela import Pegawai

CONTOH = Path("resources/contoh")
BERKAS = (CONTOH / "usulan-desa-kujan.xlsx", CONTOH / "usulan-desa-batu-hambawang.xlsx")
NILAI = 1_500_000
TIDAK_LAYAK = {"Tarinah": "2", "Junaidi Prasetyo": "3"}


@pytest.mark.e2e
def test_rehsos_from_the_desas_spreadsheet_to_monev(
    datang: Callable[[], Pegawai], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    p = datang()
    p.masuk("operator")
    p.ke_tab("Operator")
    langkah.buat_kegiatan(p, "Bansos Rehsos 2026", "Kartu", NILAI)
    assert langkah.impor(p, monkeypatch, BERKAS, betulkan={"Salasiah Sahrudin": "6209064507709906"}) == 56
    langkah.centang_per_desa(p, "Surat pengantar", "Desa Kujan", "Desa Batu Hambawang")
    langkah.centang_semua_kecuali(p, "KTP", "Tarinah")
    p.hari_kerja_lewat(3)
    langkah.selesaikan(p, 1)
    p.keluar()

    p.masuk("pendamping")
    p.ke_tab("Pendamping")
    langkah.verifikasi(p, TIDAK_LAYAK)
    langkah.selesaikan(p, 2)
    p.keluar()

    p.masuk("operator")
    p.ke_tab("Operator")
    p.hari_kerja_lewat(4)
    banyak = langkah.tetapkan(p, "188.45/77/2026", p.hari_ini)
    langkah.catat_tanda_tangan(p, "BUPATI", "H. Contoh Bupati", "Bupati Lamandau")
    langkah.selesaikan(p, 3)

    serah.catat_surat(p, "Catat vendor", "Bank Contoh", "500/11/2026", mitra_baru=True)
    langkah.selesaikan(p, 4)
    serah.catat_surat(p, "Catat perjanjian", "Bank Contoh", "500/12/2026")
    langkah.centang(p, "MOU")
    langkah.selesaikan(p, 5)
    serah.catat_sp2d(p, "00077/SP2D/LS/2026", banyak * NILAI)
    langkah.selesaikan(p, 6)

    p.hari_kerja_lewat(5)
    langkah.buka_dokumen(p)
    slip = berkas.baca_tanda_terima(serah.simpan_dokumen(p, monkeypatch, "Tanda terima", tmp_path / "tt.pdf"))
    assert len(slip) == len({s.kode for s in slip}) == banyak
    assert all(s.kode == s.kode_tertulis for s in slip)
    p.ke_tab("Operator")
    mode = serah.buka_mode(p, "Balai Desa Kujan")
    assert serah.pindai(p, mode, slip[1].kode) == slip[1].nama
    serah.terima_sendiri(p, mode)
    assert serah.pindai(p, mode, slip[2].kode) == slip[2].nama
    serah.diwakilkan(p, mode, "Siti Contoh", "Anak kandung", "Surat kuasa 1/2026")
    assert serah.pindai(p, mode, slip[3].kode) == slip[3].nama
    serah.tidak_tersalur(p, mode, "Meninggal")
    assert serah.pindai(p, mode, slip[4].kode) == slip[4].nama
    serah.tidak_tersalur(p, mode, "Tidak hadir")
    assert serah.pindai(p, mode, slip[5].kode) == slip[5].nama
    serah.terima_sendiri(p, mode)
    serah.batalkan_terakhir(p, mode, "Salah orang")
    serah.tolak_kedua(p, mode, slip[1])
    serah.keluar_mode(p, mode)
    serah.catat_sisanya(p, "Balai Desa Kujan")
    p.tangan.tekan(p.halaman(serah.HalamanPenyaluran), "Kembali")
    langkah.selesaikan(p, 7)

    langkah.buka_dokumen(p, "Susun laporan")
    serah.simpan_dokumen(p, monkeypatch, "Laporan hasil kegiatan", tmp_path / "laporan.pdf")
    serah.simpan_dokumen(p, monkeypatch, "BNBA", tmp_path / "bnba.xlsx")
    berkas.baca_bnba(tmp_path / "bnba.xlsx")
    p.ke_tab("Operator")
    langkah.selesaikan(p, 8)

    p.hari_kerja_lewat(10)
    serah.monev(p, 2, {1: "Kartu belum aktif"})
    langkah.buka_dokumen(p)
    serah.simpan_dokumen(p, monkeypatch, "Laporan monitoring", tmp_path / "monev.pdf")
    p.ke_tab("Operator")
    langkah.selesaikan_terakhir(p, 9)
    p.tutup()
