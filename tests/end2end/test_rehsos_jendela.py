"""The whole of the rehsos SOP at the real window, by clicks and keys, over a real encrypted store.

Two desa send spreadsheets; nine steps later the last visit is reported. Then the program is started again and must
know everything, and the files that it saved are opened and read.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end2end import berkas
from tests.end2end import langkah_jendela as langkah
from tests.end2end import langkah_serah as serah
from tests.end2end.berkas import Slip
from tests.end2end.langkah_jendela import Pegawai
from tests.helpers.pdf import teks_pdf

CONTOH = Path(__file__).parents[2] / "resources" / "contoh"
BERKAS = (CONTOH / "usulan-desa-kujan.xlsx", CONTOH / "usulan-desa-batu-hambawang.xlsx")
NAMA, NILAI = "Bansos Rehsos 2026", 1_500_000
USULAN, LAYAK, DITETAPKAN = 56, 54, 53  # two are not layak, one layak has no NIK
TIDAK_LAYAK = {"Tarinah": "2", "Junaidi Prasetyo": "3"}  # name and digit: died, moved
NIK_BETUL = {"Salasiah Sahrudin": "6209064507709906"}
SK, TEMPAT = "188.45/77/2026", "Balai Desa Kujan"


def _usulan_desa(p: Pegawai, monkeypatch: pytest.MonkeyPatch) -> None:
    """Step 1: the operator makes the kegiatan, imports two desa, ticks their papers."""
    p.masuk("operator")
    p.ke_tab("Operator")
    langkah.buat_kegiatan(p, NAMA, "Kartu", NILAI)
    assert langkah.impor(p, monkeypatch, BERKAS, betulkan=NIK_BETUL) == USULAN
    langkah.centang_per_desa(p, "Surat pengantar", "Desa Kujan", "Desa Batu Hambawang")
    langkah.centang_semua_kecuali(p, "KTP", "Tarinah")
    p.hari_kerja_lewat(3)
    langkah.selesaikan(p, 1)
    p.keluar()


def _verifikasi(p: Pegawai) -> None:
    """Step 2: the pendamping decides everybody by keys."""
    p.masuk("pendamping")
    p.ke_tab("Pendamping")
    langkah.verifikasi(p, TIDAK_LAYAK)
    p.hari_kerja_lewat(4)
    langkah.selesaikan(p, 2)
    p.keluar()


def _penetapan_dan_dana(p: Pegawai) -> None:
    """Steps 3 to 6: decree and the Bupati's signature, vendor, MOU, SP2D."""
    p.masuk("operator")
    p.ke_tab("Operator")
    assert langkah.tetapkan(p, SK, p.hari_ini) == DITETAPKAN
    langkah.catat_tanda_tangan(p, "Bupati", "H. Contoh Bupati", "Bupati Lamandau")
    langkah.selesaikan(p, 3)
    serah.catat_surat(p, "Catat vendor", "Bank Contoh", "500/11/2026", mitra_baru=True)
    langkah.selesaikan(p, 4)
    serah.catat_surat(p, "Catat perjanjian", "Bank Contoh", "500/12/2026")
    langkah.centang(p, "MOU")
    langkah.selesaikan(p, 5)
    serah.catat_sp2d(p, "00077/SP2D/LS/2026", DITETAPKAN * NILAI)
    langkah.selesaikan(p, 6)


def _penyaluran(p: Pegawai, slip: list[Slip]) -> None:
    """Step 7: five receipts at the table, one of them taken back, and the rest of the day from paper."""
    mode = serah.buka_mode(p, TEMPAT, tanpa_dana=(slip[3].nama,))
    for satu, catat in (
        (slip[1], lambda: serah.terima_sendiri(p, mode)),
        (slip[2], lambda: serah.diwakilkan(p, mode, "Siti Contoh", "Anak kandung", "Surat kuasa 1/2026")),
        (slip[3], lambda: serah.tidak_tersalur(p, mode, "Meninggal")),
        (slip[4], lambda: serah.tidak_tersalur(p, mode, "Tidak hadir")),
        (slip[5], lambda: serah.terima_sendiri(p, mode)),
    ):
        assert serah.pindai(p, mode, satu.kode) == satu.nama
        catat()
    serah.batalkan_terakhir(p, mode, "Salah orang")
    serah.tolak_kedua(p, mode, slip[1])
    assert mode.hitungan.angka.text() == f"2 dari {DITETAPKAN}"
    serah.keluar_mode(p, mode)
    serah.catat_sisanya(p, TEMPAT)
    langkah.ke_langkah(p, 6)
    uang = serah.catat_setoran(p, "STS-1", NILAI, "1 penerima meninggal")
    # SP2D = tersalur + disetor + masih; who did not come for the card has the money on the account.
    assert uang == [*(f"{rp}.000" for rp in ("79.500", "78.000", "1.500")), "0"]
    langkah.ke_langkah(p, 7)
    langkah.selesaikan(p, 7)


@pytest.mark.e2e
def test_rehsos_from_the_desas_spreadsheet_to_monev(
    datang: Callable[[], Pegawai], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    p = datang()
    _usulan_desa(p, monkeypatch)
    _verifikasi(p)
    _penetapan_dan_dana(p)

    p.hari_kerja_lewat(5)
    langkah.buka_dokumen(p)
    slip = berkas.baca_tanda_terima(serah.simpan_dokumen(p, monkeypatch, "Tanda terima", tmp_path / "tt.pdf"))
    p.ke_tab("Operator")
    _penyaluran(p, slip)

    langkah.buka_dokumen(p, "Susun laporan")
    laporan = serah.simpan_dokumen(p, monkeypatch, "Laporan hasil kegiatan", tmp_path / "laporan.pdf")
    bnba = serah.simpan_dokumen(p, monkeypatch, "BNBA", tmp_path / "bnba.xlsx")
    p.ke_tab("Operator")
    langkah.selesaikan(p, 8)

    p.hari_kerja_lewat(10)
    serah.monev(p, 2, {1: "Kartu belum aktif"})
    langkah.buka_dokumen(p)
    monev = serah.simpan_dokumen(p, monkeypatch, "Laporan monitoring", tmp_path / "monev.pdf")
    p.ke_tab("Operator")
    langkah.selesaikan_terakhir(p, 9)
    p.tutup()

    _periksa_berkas(slip, bnba, laporan, monev)
    p = datang()
    _masih_ada(p, slip)
    p.tutup()


def _periksa_berkas(slip: list[Slip], bnba: Path, laporan: Path, monev: Path) -> None:
    """Open what was saved and read it."""
    assert len({s.kode for s in slip}) == len(slip) == DITETAPKAN
    assert all(s.kode == s.kode_tertulis for s in slip)
    berkas.periksa_bnba(bnba, slip, NILAI)
    kata = " ".join(teks_pdf(laporan))
    for bagian in (
        "LAPORAN HASIL KEGIATAN", f"meliputi 2 desa/kelurahan di Kabupaten Lamandau dengan {DITETAPKAN} penerima",
        f"Keputusan Bupati Lamandau Nomor {SK}", f"Layak {LAYAK} Tidak layak: meninggal dunia 1", f"JUMLAH {USULAN}",
        "bersama Bank Contoh", "JUMLAH 53 50 0 1 0 51 1 1 96,2%",  # target = 51 tersalur + 1 belum + 1 tidak tersalur
        "SP2D 00077/SP2D/LS/2026", "JUMLAH 79.500.000 78.000.000 1.500.000", "Jumlah dipertanggungjawabkan 79.500.000",
        "Kartu Brizzi buah 53 51 2", "Meninggal 1 Tidak hadir 1",
    ):  # fmt: skip
        assert bagian in kata, bagian
    kata = " ".join(teks_pdf(monev))
    for bagian in ("LAPORAN MONITORING DAN EVALUASI", "2 dari 51 orang", "JUMLAH 2 2 2 2", "Kartu belum aktif"):
        assert bagian in kata, bagian


def _masih_ada(p: Pegawai, slip: list[Slip]) -> None:
    """Look at everything once more after a restart."""
    p.masuk("operator")
    langkah.periksa_beranda(p)
    langkah.periksa_selesai(p, NAMA, 9)
    assert serah.riwayat_cetakan(p) == [
        "Laporan monitoring dan evaluasi", "BNBA (by name by address)", "Laporan hasil kegiatan", "Tanda terima",
    ]  # fmt: skip
    assert langkah.bantuan_orang(p, slip[1].nama) == [(NAMA, "Diterima sendiri")]
    assert langkah.bantuan_orang(p, slip[3].nama) == [(NAMA, "Meninggal")]
