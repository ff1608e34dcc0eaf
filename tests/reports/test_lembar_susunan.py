"""The sheets for the bank and for SIKS-NG stand among the papers, each in its own layout that the office may change."""

from pathlib import Path
from uuid import UUID

from openpyxl import load_workbook

from app.kegiatan import buat_kegiatan
from app.profil_kolom import KolomProfil, profil_dari, simpan_profil
from db.istilah import JenisBantuan, StatusUsulan
from reports.cetak import cetak, daftar_dokumen
from tests.helpers.kegiatan import isi_usulan, nik_uji, tetapkan
from tests.helpers.toko import KantorUji


def _kegiatan(uji: KantorUji, kode: str, **isi: object) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop=kode, nama="Kegiatan Uji", tahun=2026, **isi)  # type: ignore[arg-type]
        isi_usulan(kerja, kegiatan_id, 4, status=StatusUsulan.LAYAK if isi else StatusUsulan.DIUSULKAN)
        if isi:
            tetapkan(kerja, kegiatan_id)
    return kegiatan_id


def _siap(uji: KantorUji, kegiatan_id: UUID) -> set[str]:
    with uji.membaca() as kerja:
        return {d.kode for d in daftar_dokumen(kerja, kegiatan_id) if d.siap}


def test_proposals_for_siks_ng_stand_bare_under_their_headings(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan = _kegiatan(uji, "dtks")
    assert "usulan-siks" in _siap(uji, kegiatan)
    assert "daftar-rekening" not in _siap(uji, kegiatan)
    with uji.menulis() as kerja:
        cetak(kerja, "usulan-siks", kegiatan, tmp_path / "siks.xlsx")
        judul = [k.judul for k in profil_dari(kerja, "siks-ng").kolom]
    lembar = load_workbook(tmp_path / "siks.xlsx")["BNBA"]
    assert [s.value for s in lembar[1]] == judul
    assert {s.value for s in lembar["A"][1:]} == {nik_uji(n) for n in range(1, 5)}


def test_the_bank_gets_its_list_in_the_layout_that_the_office_kept(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan = _kegiatan(uji, "rehsos", nominal=1_500_000, jenis_bantuan=JenisBantuan.TUNAI)
    assert "daftar-rekening" in _siap(uji, kegiatan)
    assert "usulan-siks" not in _siap(uji, kegiatan)
    with uji.menulis() as kerja:
        nama = profil_dari(kerja, "daftar-rekening").nama
        simpan_profil(kerja, nama, [KolomProfil("nama", "PENERIMA"), KolomProfil("nominal", "RUPIAH")])
        hasil = cetak(kerja, "daftar-rekening", kegiatan, tmp_path / "bank.xlsx")
    isi = [[s.value for s in baris] for baris in load_workbook(tmp_path / "bank.xlsx")["BNBA"].iter_rows()]
    assert isi[0][0] == "DAFTAR REKENING PENERIMA BANTUAN"
    assert ["PENERIMA", "RUPIAH"] in isi
    assert (hasil.jumlah_orang, hasil.jumlah_nominal) == (4, 6_000_000)
