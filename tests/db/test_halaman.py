"""Stores with pages of the old size and of the new: both open, are backed up, checked and put back, each as it is."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from db import cadangan, cadangan_otomatis, kunci, toko
from db.kunci import HALAMAN_BARU, HALAMAN_LAMA, KDF_CONTOH
from db.model import Pengaturan

SANDI = "sandi-uji-coba"
Pembuat = Callable[[Path, int], tuple[toko.Toko, str]]


@pytest.fixture
def buat(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pembuat]:
    """Make a store with pages of this size; the keys of an old one do not name it. Returns it and its paper key."""
    terbuka: list[toko.Toko] = []

    def satu(folder: Path, halaman: int) -> tuple[toko.Toko, str]:
        monkeypatch.setattr(kunci, "HALAMAN_BARU", halaman)
        baru, _, kertas = toko.buat(folder, "admin", SANDI, kdf=KDF_CONTOH)
        terbuka.append(baru)
        toko.rampung(folder)
        if halaman == HALAMAN_LAMA:
            isi = json.loads((folder / kunci.NAMA_BERKAS).read_text(encoding="utf-8"))
            del isi["halaman"]
            (folder / kunci.NAMA_BERKAS).write_text(json.dumps(isi), encoding="utf-8")
        with baru.menulis() as sesi:
            sesi.add(Pengaturan(kunci="besar", nilai={"isi": halaman}))
        return baru, kertas

    yield satu
    for t in terbuka:
        t.tutup()


def _besar(terbuka: toko.Toko) -> tuple[int, int]:
    """Return what the file says about its pages, and what was written into the store; close it."""
    with terbuka.membaca() as sesi:
        besar = sesi.connection().exec_driver_sql("PRAGMA page_size").scalar_one()
        isi = sesi.exec(select(Pengaturan.nilai).where(Pengaturan.kunci == "besar")).one()["isi"]
    assert cadangan.periksa(terbuka).baik
    terbuka.tutup()
    return int(besar), int(isi)


def _buka(gantungan: kunci.GantunganKunci) -> bytes:
    return kunci.dek_dari_sandi(gantungan, "admin", SANDI)[0]


@pytest.mark.parametrize("halaman", [HALAMAN_LAMA, HALAMAN_BARU])
def test_a_store_keeps_its_pages_by_password_and_by_paper(buat: Pembuat, tmp_path: Path, halaman: int) -> None:
    t, kertas = buat(tmp_path / "data", halaman)
    gantungan = kunci.baca(t.folder)
    kunci.tulis(t.folder, gantungan.dengan(kunci.segel(t.dek, gantungan.toko_id, "rina", SANDI, kdf=KDF_CONTOH)))
    t.tutup()
    assert _besar(toko.buka(tmp_path / "data", "rina", SANDI)[0]) == (halaman, halaman)
    assert _besar(toko.buka_dengan_pemulihan(tmp_path / "data", kertas)) == (halaman, halaman)


@pytest.mark.parametrize("halaman", [HALAMAN_LAMA, HALAMAN_BARU])
def test_a_backup_brings_its_pages_into_any_folder(buat: Pembuat, tmp_path: Path, halaman: int) -> None:
    asal, _ = buat(tmp_path / "data", halaman)
    lain, _ = buat(tmp_path / "lain", HALAMAN_LAMA + HALAMAN_BARU - halaman)
    lain.tutup()
    arsip = cadangan.cadangkan(asal, tmp_path / "salur.cadangan").berkas
    disisihkan = cadangan.pulihkan(arsip, tmp_path / "lain", kunci_data=_buka).disisihkan
    assert disisihkan is not None
    assert _besar(toko.buka(tmp_path / "lain", "admin", SANDI)[0]) == (halaman, halaman)
    assert _besar(toko.buka(disisihkan, "admin", SANDI)[0]) == (lain.halaman, lain.halaman)


@pytest.mark.parametrize("halaman", [HALAMAN_LAMA, HALAMAN_BARU])
def test_a_point_in_time_brings_its_pages(buat: Pembuat, tmp_path: Path, halaman: int) -> None:
    asal, _ = buat(tmp_path / "data", halaman)
    titik = cadangan_otomatis.buat(asal, datetime(2026, 1, 5, tzinfo=UTC))
    assert titik is not None
    cadangan_otomatis.sebagai_arsip(titik.folder, tmp_path / "titik.cadangan")
    cadangan.pulihkan(tmp_path / "titik.cadangan", tmp_path / "baru", kunci_data=_buka)
    assert _besar(toko.buka(tmp_path / "baru", "admin", SANDI)[0]) == (halaman, halaman)


@pytest.mark.parametrize("halaman", [HALAMAN_LAMA, HALAMAN_BARU])
def test_a_commit_is_on_the_disk_whatever_the_pages(buat: Pembuat, tmp_path: Path, halaman: int) -> None:
    t, _ = buat(tmp_path / "data", halaman)
    with t.koneksi() as k:
        nilai = [k.exec_driver_sql(f"PRAGMA {p}").scalar_one() for p in ("journal_mode", "synchronous")]
    assert nilai == ["wal", 2]
