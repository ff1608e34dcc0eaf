"""Backup, restore and check as an office uses them: who may, and what the trail keeps."""

from pathlib import Path

import pytest
from sqlalchemy import text

from app import akses, cadangan, jejak
from db.galat import KnownError
from tests.helpers.toko import KINI, SANDI, KantorUji


def _aksi_terakhir(uji: KantorUji) -> str:
    with uji.membaca() as kerja:
        return next(jejak.riwayat(kerja, batas=1)).aksi


def test_backup_is_noted_in_the_trail(uji: KantorUji, tmp_path: Path) -> None:
    with uji.membaca() as kerja:
        assert cadangan.cadangan_terakhir(kerja) is None
    cadangan.cadangkan(uji.ruang, uji.pelaku["operator"], tmp_path / "a.cadangan")
    with uji.membaca() as kerja:
        assert cadangan.cadangan_terakhir(kerja) == KINI
    assert _aksi_terakhir(uji) == "cadangkan"


def test_only_who_may_makes_a_backup(uji: KantorUji, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="tidak_berwenang"):
        cadangan.cadangkan(uji.ruang, uji.pelaku["kadis"], tmp_path / "a.cadangan")
    assert list(tmp_path.glob("*.cadangan")) == []


def test_restore_by_an_account_is_noted_in_the_trail(uji: KantorUji, tmp_path: Path) -> None:
    cadangan.cadangkan(uji.ruang, uji.pelaku["admin"], tmp_path / "a.cadangan")
    cadangan.pulihkan(tmp_path / "a.cadangan", tmp_path / "pulih", masuk=("operator", SANDI), jam=uji.jam)
    ruang, pelaku = akses.masuk(tmp_path / "pulih", "operator", SANDI, jam=uji.jam)
    with ruang.membaca(pelaku) as kerja:
        aksi = [baris.aksi for baris in jejak.riwayat(kerja, batas=2)]
    ruang.tutup()
    assert aksi == ["masuk", "pulihkan"]


def test_whole_store_passes_the_check(uji: KantorUji) -> None:
    assert cadangan.periksa(uji.ruang, uji.pelaku["admin"]).baik


def test_changed_line_of_the_trail_shows(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kerja.sesi.execute(text("UPDATE jejak SET nama_akun = 'Orang Lain' WHERE urut = (SELECT min(urut) FROM jejak)"))
    hasil = cadangan.periksa(uji.ruang, uji.pelaku["admin"])
    assert not hasil.baik
    assert len(hasil.jejak_rusak) == 1
