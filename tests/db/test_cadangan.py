"""Backup and restore: what comes back is what went in, and nothing half-made ever takes its place."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from db import cadangan, kunci, lampiran, toko
from db.galat import KnownError
from db.kunci import KDF_CONTOH
from db.model import Lampiran, Pengaturan

SANDI = "sandi-uji-coba"


@pytest.fixture
def asal(tmp_path: Path) -> Iterator[toko.Toko]:
    """Return an open store with one row and one attachment."""
    terbuka, _, _ = toko.buat(tmp_path / "data", "admin", SANDI, kdf=KDF_CONTOH)
    with terbuka.menulis() as sesi:
        sesi.add(Pengaturan(kunci="warna", nilai={"isi": "biru"}))
        lampiran.simpan(sesi, terbuka.folder_lampiran, b"surat kuasa", "kuasa.pdf")
    toko.rampung(terbuka.folder)
    yield terbuka
    terbuka.tutup()


@pytest.fixture
def arsip(asal: toko.Toko, tmp_path: Path) -> Path:
    """Return a finished backup of that store."""
    return cadangan.cadangkan(asal, tmp_path / "luar" / "salur.cadangan").berkas


def _kode(kerja: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as galat:
        kerja()
    return galat.value.kode


def _warna(terbuka: toko.Toko) -> str:
    with terbuka.membaca() as sesi:
        return str(sesi.exec(select(Pengaturan.nilai).where(Pengaturan.kunci == "warna")).one()["isi"])


def _buka(gantungan: kunci.GantunganKunci) -> bytes:
    return kunci.dek_dari_sandi(gantungan, "admin", SANDI)[0]


def _ubah_manifes(arsip: Path, **ubahan: object) -> Path:
    """Write a copy of an archive with a changed manifest."""
    tujuan = arsip.with_name("ubah.cadangan")
    with zipfile.ZipFile(arsip) as lama, zipfile.ZipFile(tujuan, "w") as baru:
        for nama in lama.namelist():
            isi = lama.read(nama)
            if nama == cadangan.NAMA_MANIFES:
                isi = json.dumps(json.loads(isi) | ubahan).encode()
            baru.writestr(nama, isi)
    return tujuan


def test_backup_names_what_it_holds(asal: toko.Toko, tmp_path: Path) -> None:
    ringkas = cadangan.cadangkan(asal, tmp_path / "salur.cadangan")
    assert ringkas.ukuran == ringkas.berkas.stat().st_size > 0
    assert ringkas.lampiran == 1
    assert ringkas.lampiran_hilang == ()
    with zipfile.ZipFile(ringkas.berkas) as arsip:
        manifes = json.loads(arsip.read(cadangan.NAMA_MANIFES))
    assert manifes["baris"]["pengaturan"] == 1
    assert ringkas.baris == sum(manifes["baris"].values())
    assert set(manifes["berkas"]) >= {"salur.db", "kunci.json"}


def test_nothing_readable_lies_in_a_backup(arsip: Path) -> None:
    isi = arsip.read_bytes()
    assert b"biru" not in isi
    assert b"surat kuasa" not in isi
    assert b"SQLite format" not in isi


def test_backup_leaves_nothing_beside_itself(arsip: Path) -> None:
    assert [berkas.name for berkas in arsip.parent.iterdir()] == [arsip.name]


def test_backup_runs_while_a_transaction_is_open(asal: toko.Toko, tmp_path: Path) -> None:
    with asal.menulis() as sesi:
        sesi.add(Pengaturan(kunci="belum", nilai={}))
        sesi.flush()
        cadangan.cadangkan(asal, tmp_path / "salur.cadangan")
    hasil = cadangan.pulihkan(tmp_path / "salur.cadangan", tmp_path / "baru", kunci_data=_buka)
    pulih, _ = toko.buka(tmp_path / "baru", "admin", SANDI)
    with pulih.membaca() as sesi:
        assert sesi.exec(select(Pengaturan).where(Pengaturan.kunci == "belum")).all() == []
    pulih.tutup()
    assert hasil.disisihkan is None


def test_restore_into_an_empty_folder_brings_everything_back(arsip: Path, tmp_path: Path) -> None:
    hasil = cadangan.pulihkan(arsip, tmp_path / "baru", kunci_data=_buka)
    pulih, _ = toko.buka(tmp_path / "baru", "admin", SANDI)
    with pulih.membaca() as sesi:
        berkas = sesi.exec(select(Lampiran)).one()
        assert lampiran.baca(sesi, pulih.folder_lampiran, berkas.id) == b"surat kuasa"
    assert _warna(pulih) == "biru"
    pulih.tutup()
    assert hasil.lampiran == 1


def test_restore_keeps_the_store_that_was_there(asal: toko.Toko, arsip: Path) -> None:
    with asal.menulis() as sesi:
        sesi.exec(select(Pengaturan).where(Pengaturan.kunci == "warna")).one().nilai = {"isi": "merah"}
    asal.tutup()
    hasil = cadangan.pulihkan(arsip, asal.folder)
    assert hasil.disisihkan is not None
    for folder, harapan in ((asal.folder, "biru"), (hasil.disisihkan, "merah")):
        terbuka, _ = toko.buka(folder, "admin", SANDI)
        assert _warna(terbuka) == harapan
        terbuka.tutup()


def test_restoring_over_an_unfinished_set_up_finishes_it(asal: toko.Toko, tmp_path: Path) -> None:
    """What was restored is somebody's data, never taken for the rest of a set-up that was cut off."""
    arsip = cadangan.cadangkan(asal, tmp_path / "salur.cadangan").berkas
    asal.tutup()
    toko.buat(tmp_path / "baru", "lain", SANDI, kdf=KDF_CONTOH)[0].tutup()
    cadangan.pulihkan(arsip, tmp_path / "baru")
    assert toko.ada(tmp_path / "baru")


def test_restore_by_the_paper_key(tmp_path: Path) -> None:
    asal, _, kertas = toko.buat(tmp_path / "data", "admin", SANDI, kdf=KDF_CONTOH)
    arsip = cadangan.cadangkan(asal, tmp_path / "salur.cadangan").berkas
    asal.tutup()
    cadangan.pulihkan(arsip, tmp_path / "baru", kunci_data=lambda g: kunci.dek_dari_pemulihan(g, kertas))
    toko.buka_dengan_pemulihan(tmp_path / "baru", kertas).tutup()


def test_open_store_is_not_replaced(asal: toko.Toko, arsip: Path) -> None:
    assert _kode(lambda: cadangan.pulihkan(arsip, asal.folder)) == "toko_terbuka"
    assert _warna(asal) == "biru"


def test_wrong_password_changes_nothing(asal: toko.Toko, arsip: Path) -> None:
    asal.tutup()
    sebelum = sorted(asal.folder.rglob("*"))
    kode = _kode(
        lambda: cadangan.pulihkan(
            arsip, asal.folder, kunci_data=lambda g: kunci.dek_dari_sandi(g, "admin", "salah-sama-sekali")[0]
        )
    )
    assert kode == "sandi_salah"
    assert sorted(asal.folder.rglob("*")) == sebelum


@pytest.mark.parametrize("letak", [0.3, 0.6, 0.9])
def test_flipped_byte_is_noticed(asal: toko.Toko, arsip: Path, letak: float) -> None:
    asal.tutup()
    isi = bytearray(arsip.read_bytes())
    isi[int(len(isi) * letak)] ^= 0xFF
    arsip.write_bytes(bytes(isi))
    assert _kode(lambda: cadangan.pulihkan(arsip, asal.folder)) == "cadangan_rusak"
    assert toko.ada(asal.folder)


@pytest.mark.parametrize("potong", [0, 10, 5000])
def test_cut_archive_is_refused(arsip: Path, tmp_path: Path, potong: int) -> None:
    arsip.write_bytes(arsip.read_bytes()[:potong])
    assert _kode(lambda: cadangan.pulihkan(arsip, tmp_path / "baru")) in {"bukan_cadangan", "cadangan_rusak"}
    assert not toko.ada(tmp_path / "baru")


def test_other_zip_is_no_backup(tmp_path: Path) -> None:
    lain = tmp_path / "lain.zip"
    with zipfile.ZipFile(lain, "w") as arsip:
        arsip.writestr("surat.txt", "isi")
    assert _kode(lambda: cadangan.pulihkan(lain, tmp_path / "baru")) == "bukan_cadangan"


def test_missing_file_is_said(tmp_path: Path) -> None:
    assert _kode(lambda: cadangan.pulihkan(tmp_path / "tiada", tmp_path / "baru")) == "cadangan_tidak_ada"


@pytest.mark.parametrize("ubahan", [{"format": 99}, {"skema": "9999"}])
def test_backup_of_a_newer_program_is_refused(arsip: Path, tmp_path: Path, ubahan: dict[str, object]) -> None:
    berkas = _ubah_manifes(arsip, **ubahan)
    assert _kode(lambda: cadangan.pulihkan(berkas, tmp_path / "baru")) == "cadangan_lebih_baru"


@pytest.mark.parametrize("nama", ["../luar.txt", "/etc/luar", "lampiran/../../luar", "salur.db/x", "lampiran/a/b"])
def test_archive_cannot_write_outside_the_data_folder(arsip: Path, tmp_path: Path, nama: str) -> None:
    berkas = _ubah_manifes(arsip, berkas={nama: {"ukuran": 1, "sha256": ""}})
    assert _kode(lambda: cadangan.pulihkan(berkas, tmp_path / "baru")) == "bukan_cadangan"


def test_backup_does_not_overwrite_the_store(asal: toko.Toko) -> None:
    assert _kode(lambda: cadangan.cadangkan(asal, asal.folder / "salur.db")) == "cadangan_di_dalam_data"
    assert _warna(asal) == "biru"


def test_stopping_leaves_nothing(asal: toko.Toko, tmp_path: Path) -> None:
    def berhenti(selesai: int, total: int, langkah: str) -> None:
        if selesai == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cadangan.cadangkan(asal, tmp_path / "luar" / "salur.cadangan", lapor=berhenti)
    assert list((tmp_path / "luar").iterdir()) == []


def test_missing_attachment_is_named_and_the_rest_is_kept(asal: toko.Toko, tmp_path: Path) -> None:
    next(asal.folder_lampiran.iterdir()).unlink()
    ringkas = cadangan.cadangkan(asal, tmp_path / "salur.cadangan")
    assert ringkas.lampiran_hilang == ("kuasa.pdf",)
    cadangan.pulihkan(ringkas.berkas, tmp_path / "baru", kunci_data=_buka)


def test_sound_store_passes_the_check(asal: toko.Toko) -> None:
    hasil = cadangan.periksa(asal)
    assert hasil.baik
    assert hasil.lampiran_diperiksa == 1


def test_check_tells_missing_from_damaged_attachments(asal: toko.Toko) -> None:
    with asal.menulis() as sesi:
        lampiran.simpan(sesi, asal.folder_lampiran, b"foto", "foto.jpg")
        simpanan = {baris.nama: baris.nama_simpan for baris in sesi.exec(select(Lampiran))}
    (asal.folder_lampiran / simpanan["foto.jpg"]).write_bytes(b"rusak")
    (asal.folder_lampiran / simpanan["kuasa.pdf"]).unlink()
    hasil = cadangan.periksa(asal)
    assert hasil.lampiran_rusak == ("foto.jpg",)
    assert hasil.lampiran_hilang == ("kuasa.pdf",)
    assert not hasil.baik


def test_check_finds_a_flipped_bit_in_the_database(asal: toko.Toko, tmp_path: Path) -> None:
    with asal.membaca() as sesi:
        halaman = sesi.connection().scalar(text("SELECT rootpage FROM sqlite_master WHERE name = 'pengaturan'"))
    asal.tutup()
    berkas = asal.folder / "salur.db"
    isi = bytearray(berkas.read_bytes())
    isi[(int(halaman or 0) - 1) * asal.halaman + 100] ^= 1
    berkas.write_bytes(bytes(isi))
    rusak = toko.buka_dengan_dek(asal.folder, asal.dek)
    assert cadangan.periksa(rusak).basis_data != ()
    assert _kode(lambda: cadangan.cadangkan(rusak, tmp_path / "x.cadangan")) in {"cadangan_tidak_sahih", "toko_rusak"}
    rusak.tutup()


@pytest.mark.parametrize("macet", ["salur.db", "kunci.json", "lampiran"])
@pytest.mark.parametrize("tahap", ["lama", "baru"])
def test_a_file_that_cannot_be_moved_leaves_the_old_store_in_place(
    asal: toko.Toko, arsip: Path, macet: str, tahap: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with asal.menulis() as sesi:
        sesi.exec(select(Pengaturan).where(Pengaturan.kunci == "warna")).one().nilai = {"isi": "merah"}
    asal.tutup()
    pindah = Path.replace

    def dipegang(dari: Path, ke: Path) -> Path:
        milik = dari.parent == asal.folder if tahap == "lama" else dari.parent.name.startswith(".salur-")
        if dari.name == macet and milik:
            raise PermissionError(13, "in use", str(dari))
        return pindah(dari, ke)

    monkeypatch.setattr(Path, "replace", dipegang)
    assert _kode(lambda: cadangan.pulihkan(arsip, asal.folder)) == "tidak_bisa_menulis"
    monkeypatch.undo()
    assert {b.name for b in asal.folder.iterdir()} <= {"salur.db", "salur.lock", "kunci.json", "lampiran"}
    terbuka, _ = toko.buka(asal.folder, "admin", SANDI)
    assert _warna(terbuka) == "merah"
    assert cadangan.periksa(terbuka).baik
    terbuka.tutup()
