"""The store: two doors, order and times of rows, faults told apart, nothing readable on disk."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import col, select

from db import kunci, lampiran, migrasi, pencarian, toko
from db.dasar import id_baru
from db.galat import BugError, KnownError
from db.model import Deret, Lampiran, Orang

SANDI = "sandi-panjang-sekali"


@pytest.fixture
def terbuka(tmp_path: Path):
    t, _, _ = toko.buat(tmp_path / "data", "rina", SANDI, kdf=kunci.KDF_CONTOH)
    yield t
    t.tutup()


def orang(nama: str = "SITI AMINAH", **lain: object) -> Orang:
    return Orang(nama=nama, nama_cari=nama, **lain)


def test_ids_are_version_7_and_plain() -> None:
    baru = id_baru()
    assert type(baru) is UUID
    assert baru.version == 7


def test_row_gets_order_times_and_version(terbuka: toko.Toko) -> None:
    kini = datetime(2026, 3, 2, 2, tzinfo=UTC)
    with terbuka.menulis(lambda: kini) as sesi:
        a, b = orang(), orang("BUDI")
        sesi.add(a)
        sesi.flush()
        sesi.add(b)
    assert (b.urut - a.urut, a.dibuat_pada, a.versi) == (1, kini, 1)


def test_change_moves_time_and_version(terbuka: toko.Toko) -> None:
    with terbuka.menulis(lambda: datetime(2026, 1, 1, tzinfo=UTC)) as sesi:
        sesi.add(orang())
    with terbuka.menulis(lambda: datetime(2026, 1, 2, tzinfo=UTC)) as sesi:
        baris = sesi.exec(select(Orang)).one()
        baris.alamat = "Jalan Contoh"
    assert (baris.versi, baris.diubah_pada.day, baris.dibuat_pada.day) == (2, 2, 1)


def test_lost_update_is_noticed(terbuka: toko.Toko) -> None:
    with terbuka.menulis() as sesi:
        sesi.add(orang())
    with terbuka.membaca() as sesi:
        basi = sesi.exec(select(Orang)).one()
    with terbuka.menulis() as sesi:
        sesi.exec(select(Orang)).one().alamat = "A"
    with pytest.raises(KnownError, match="diubah_orang_lain"), terbuka.menulis() as sesi:
        sesi.add(basi)
        basi.alamat = "B"


def test_order_is_given_back_on_rollback(terbuka: toko.Toko) -> None:
    with pytest.raises(RuntimeError), terbuka.menulis() as sesi:
        sesi.add(orang())
        sesi.flush()
        raise RuntimeError
    with terbuka.menulis() as sesi:
        sesi.add(orang())
    with terbuka.membaca() as sesi:
        assert sesi.exec(select(Orang.urut)).all() == [1]


def test_naive_time_is_refused(terbuka: toko.Toko) -> None:
    with pytest.raises(Exception, match="naive") as galat, terbuka.menulis(lambda: datetime(2026, 1, 1)) as sesi:  # noqa: DTZ001
        sesi.add(orang())
    assert isinstance(galat.value.__cause__ or galat.value, BugError) or isinstance(galat.value.orig, BugError)


def test_reading_door_cannot_write(terbuka: toko.Toko) -> None:
    with pytest.raises((KnownError, OperationalError)), terbuka.membaca() as sesi:
        sesi.add(Deret(nama="x", nilai=1))
        sesi.commit()


def test_nothing_readable_on_disk(terbuka: toko.Toko) -> None:
    with terbuka.menulis() as sesi:
        sesi.add(orang("SITI RAHASIA", nik="6209031245559912"))
        lampiran.simpan(sesi, terbuka.folder_lampiran, b"isi surat RAHASIA", "surat.txt")
    for berkas in terbuka.folder.rglob("*"):
        if berkas.is_file():
            isi = berkas.read_bytes()
            assert b"RAHASIA" not in isi
            assert b"6209031245559912" not in isi


def test_second_process_is_told(terbuka: toko.Toko) -> None:
    with pytest.raises(KnownError) as galat:
        toko.buka(terbuka.folder, "rina", SANDI)
    assert galat.value.kode == "toko_terbuka"


def test_a_store_opened_in_a_worker_is_let_go_by_another_thread(tmp_path: Path) -> None:
    toko.buat(tmp_path, "admin", SANDI, kdf=kunci.KDF_CONTOH)[0].tutup()
    with ThreadPoolExecutor(max_workers=1) as pekerja:
        pertama, _ = pekerja.submit(toko.buka, tmp_path, "admin", SANDI).result()
        pertama.tutup()
        kedua, _ = pekerja.submit(toko.buka, tmp_path, "admin", SANDI).result()
        kedua.tutup()


def test_reopen_by_password_and_paper_key(tmp_path: Path) -> None:
    t, _, pemulihan = toko.buat(tmp_path, "rina", SANDI, kdf=kunci.KDF_CONTOH)
    with t.menulis() as sesi:
        sesi.add(orang())
    t.tutup()
    t, _ = toko.buka(tmp_path, "Rina", SANDI)
    t.tutup()
    t = toko.buka_dengan_pemulihan(tmp_path, kunci.kelompokkan(pemulihan).lower().replace("0", "O"))
    with t.membaca() as sesi:
        assert sesi.exec(select(Orang.nama)).all() == ["SITI AMINAH"]
    t.tutup()


@pytest.mark.parametrize(("nama", "sandi"), [("rina", "salah-salah-salah"), ("tono", SANDI)])
def test_wrong_password_and_unknown_name_look_alike(tmp_path: Path, nama: str, sandi: str) -> None:
    toko.buat(tmp_path, "rina", SANDI, kdf=kunci.KDF_CONTOH)[0].tutup()
    with pytest.raises(KnownError) as galat:
        toko.buka(tmp_path, nama, sandi)
    assert galat.value.kode == "sandi_salah"


def test_damaged_page_is_noticed(tmp_path: Path) -> None:
    toko.buat(tmp_path, "rina", SANDI, kdf=kunci.KDF_CONTOH)[0].tutup()
    berkas = tmp_path / toko.NAMA_BASIS_DATA
    isi = bytearray(berkas.read_bytes())
    isi[100] ^= 1
    berkas.write_bytes(isi)
    with pytest.raises(KnownError) as galat:
        toko.buka(tmp_path, "rina", SANDI)
    assert galat.value.kode == "toko_rusak"


def test_not_our_file(tmp_path: Path) -> None:
    toko.buat(tmp_path, "rina", SANDI, kdf=kunci.KDF_CONTOH)[0].tutup()
    (tmp_path / toko.NAMA_BASIS_DATA).write_bytes(b"bukan basis data" * 1000)
    with pytest.raises(KnownError) as galat:
        toko.buka(tmp_path, "rina", SANDI)
    assert galat.value.kode == "toko_rusak"


def test_store_of_a_newer_program(tmp_path: Path) -> None:
    t, _, _ = toko.buat(tmp_path, "rina", SANDI, kdf=kunci.KDF_CONTOH)
    with t.koneksi() as koneksi:
        koneksi.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        koneksi.commit()
    t.tutup()
    with pytest.raises(KnownError) as galat:
        toko.buka(tmp_path, "rina", SANDI)
    assert (galat.value.kode, galat.value.fakta) == ("toko_lebih_baru", {"versi": "9999"})


def test_existing_store_is_never_overwritten(terbuka: toko.Toko) -> None:
    toko.rampung(terbuka.folder)
    with pytest.raises(KnownError) as galat:
        toko.buat(terbuka.folder, "lain", SANDI, kdf=kunci.KDF_CONTOH)
    assert galat.value.kode == "toko_sudah_ada"


def test_a_making_that_failed_leaves_room_for_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def penuh(folder: Path, gantungan: kunci.GantunganKunci) -> None:
        raise KnownError("disk_penuh", berkas=folder.name)

    with monkeypatch.context() as sementara:
        sementara.setattr(kunci, "tulis", penuh)
        with pytest.raises(KnownError, match="disk_penuh"):
            toko.buat(tmp_path, "rina", SANDI, kdf=kunci.KDF_CONTOH)
    terbuka, _, _ = toko.buat(tmp_path, "rina", SANDI, kdf=kunci.KDF_CONTOH)
    terbuka.tutup()


def test_a_making_that_was_cut_off_leaves_room_for_another(tmp_path: Path) -> None:
    """Power fails between the database and its keys: what lies there opens for nobody and is made anew."""
    toko.buat(tmp_path, "rina", SANDI, kdf=kunci.KDF_CONTOH)[0].tutup()
    (tmp_path / kunci.NAMA_BERKAS).unlink()
    assert not toko.ada(tmp_path)
    terbuka, _, _ = toko.buat(tmp_path, "sari", SANDI, kdf=kunci.KDF_CONTOH)
    terbuka.tutup()
    toko.rampung(tmp_path)
    assert toko.ada(tmp_path)
    with pytest.raises(KnownError, match="toko_sudah_ada"):
        toko.buat(tmp_path, "sari", SANDI, kdf=kunci.KDF_CONTOH)


def test_a_changed_password_that_is_the_old_one_opens_either_slot(terbuka: toko.Toko) -> None:
    """The old slot goes after the new one is kept; in between the same password opens both."""
    gantungan = kunci.baca(terbuka.folder)
    baru = kunci.segel(terbuka.dek, gantungan.toko_id, "rina", SANDI, kdf=kunci.KDF_CONTOH)
    kunci.tulis(terbuka.folder, gantungan.dengan(baru))
    terbuka.tutup()
    lagi, slot = toko.buka(terbuka.folder, "rina", SANDI)
    lagi.tutup()
    assert baru.id in slot
    assert len(slot) == 2


def test_full_disk_loses_nothing(terbuka: toko.Toko) -> None:
    with terbuka.menulis() as sesi:
        sesi.add(orang())
    with terbuka.koneksi() as koneksi:
        halaman = koneksi.exec_driver_sql("PRAGMA page_count").scalar()
        koneksi.rollback()
        koneksi.exec_driver_sql(f"PRAGMA max_page_count = {halaman}")
        koneksi.rollback()
    with pytest.raises(KnownError) as galat, terbuka.menulis() as sesi:
        sesi.add_all([orang("X" * 2000) for _ in range(200)])
    assert galat.value.kode == "disk_penuh"
    with terbuka.membaca() as sesi:
        assert sesi.exec(select(Orang.nama)).all() == ["SITI AMINAH"]


def test_search_as_one_types(terbuka: toko.Toko) -> None:
    with terbuka.menulis() as sesi:
        sesi.add_all([orang("SITI AMINAH"), orang("ANDI SAPUTRA"), orang("SITI NURHALIZA")])
    with terbuka.menulis() as sesi:
        sesi.exec(select(Orang).where(Orang.nama == "SITI NURHALIZA")).one().nama_cari = "NUR HALIZA"
    with terbuka.membaca() as sesi:

        def cari(kata: str) -> list[str]:
            cocok = col(Orang.urut).in_(pencarian.nomor_orang(kata))
            return list(sesi.exec(select(Orang.nama).where(cocok).order_by(col(Orang.urut))))

        assert cari("siti am") == ["SITI AMINAH"]
        assert cari("and") == ["ANDI SAPUTRA"]  # AND is an operator unless quoted
        assert cari("siti") == ["SITI AMINAH"]
        assert cari("haliza nur") == ["SITI NURHALIZA"]
        assert cari(' "*') == []


def test_attachments_are_kept_once_and_orphans_swept(terbuka: toko.Toko) -> None:
    with terbuka.menulis() as sesi:
        a = lampiran.simpan(sesi, terbuka.folder_lampiran, b"sama", "a.pdf")
        assert lampiran.simpan(sesi, terbuka.folder_lampiran, b"sama", "a.pdf") == a
    (terbuka.folder_lampiran / "yatim").write_bytes(b"x")
    with terbuka.menulis() as sesi:
        assert lampiran.sapu(sesi, terbuka.folder_lampiran) == 1
        assert lampiran.baca(sesi, terbuka.folder_lampiran, a) == b"sama"


def test_an_orphan_that_cannot_be_removed_stops_nobody(terbuka: toko.Toko, monkeypatch: pytest.MonkeyPatch) -> None:
    terbuka.folder_lampiran.mkdir()
    (terbuka.folder_lampiran / "yatim").write_bytes(b"x")

    def dipakai(berkas: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "in use", str(berkas))

    monkeypatch.setattr(Path, "unlink", dipakai)
    with terbuka.membaca() as sesi:
        assert lampiran.sapu(sesi, terbuka.folder_lampiran) == 0


@pytest.mark.parametrize(("rusak", "kode"), [(True, "lampiran_rusak"), (False, "lampiran_hilang")])
def test_damaged_or_missing_attachment(terbuka: toko.Toko, rusak: bool, kode: str) -> None:
    with terbuka.menulis() as sesi:
        a = lampiran.simpan(sesi, terbuka.folder_lampiran, b"isi", "a.pdf")
        berkas = terbuka.folder_lampiran / sesi.get_one(Lampiran, a).nama_simpan
        if rusak:
            berkas.write_bytes(berkas.read_bytes()[:-1] + b"?")
        else:
            berkas.unlink()
        with pytest.raises(KnownError) as galat:
            lampiran.baca(sesi, terbuka.folder_lampiran, a)
    assert (galat.value.kode, galat.value.fakta["berkas"]) == (kode, "a.pdf")


def test_known_revisions_match_the_scripts() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    konfigurasi = Config()
    konfigurasi.set_main_option("script_location", str(Path(migrasi.__file__).parent))
    naskah = ScriptDirectory.from_config(konfigurasi)
    assert naskah.get_current_head() == migrasi.TERKINI
    assert {s.revision for s in naskah.walk_revisions()} == set(migrasi.DIKENAL)


def test_migrations_make_exactly_the_models(terbuka: toko.Toko) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext
    from sqlmodel import SQLModel

    with terbuka.koneksi() as koneksi:
        konteks = MigrationContext.configure(koneksi, opts={"include_object": bukan_pencarian})
        assert compare_metadata(konteks, SQLModel.metadata) == []


def bukan_pencarian(objek: object, nama: str | None, jenis: str, *_: object) -> bool:
    return not (jenis == "table" and (nama or "").startswith("orang_cari"))
