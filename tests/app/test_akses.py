"""Accounts and rights: deny by default, roles by day, a leaver is shut out, the trail shows a change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from app import akses, jejak, kantor
from app.akses import HAK_PERAN, Hak, PermintaanAkun
from app.kerja import Kerja
from db.galat import KnownError
from db.istilah import CaraJabatan, JenisLibur, Peran
from db.kunci import KDF_CONTOH
from db.model import Orang
from tests.helpers.toko import SANDI, KantorUji


@pytest.mark.parametrize("peran", list(Peran))
@pytest.mark.parametrize("hak", list(Hak))
def test_a_role_may_do_what_the_matrix_says_and_no_more(peran: Peran, hak: Hak) -> None:
    pelaku = akses.Pelaku(None, "x", "X", "", None, frozenset({peran}))
    assert akses.boleh(pelaku, hak) is (hak in HAK_PERAN[peran])


def test_what_is_not_granted_is_refused(uji: KantorUji) -> None:
    with uji.membaca("admin") as kerja:
        akses.wajib(kerja, Hak.ATUR_KANTOR)
        with pytest.raises(KnownError, match="tidak_berwenang"):
            akses.wajib(kerja, Hak.PENYALURAN)


def test_only_superiors_override() -> None:
    boleh = {p for p in Peran if Hak.LEWATI in HAK_PERAN[p]}
    assert boleh == {Peran.KASI, Peran.KASI_PMDK, Peran.KABID, Peran.SEKRETARIS, Peran.KADIS, Peran.CAMAT}


def test_new_account_signs_in(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        akses.buat_akun(
            kerja, uji.ruang.toko, PermintaanAkun("Siti.A", "Siti A.", "sandi-uji", (Peran.STAF,), kdf=KDF_CONTOH)
        )
    uji.ruang.tutup()
    ruang, pelaku = akses.masuk(uji.folder, "siti.a", "sandi-uji")
    ruang.tutup()
    assert (pelaku.nama, pelaku.peran) == ("Siti A.", frozenset({Peran.STAF}))


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"nama_pengguna": "operator"}, "nama_pengguna_dipakai"),
        ({"nama_pengguna": "a b"}, "nama_pengguna_salah"),
        ({"sandi": "pendek"}, "sandi_lemah"),
        ({"sandi": "aaaaaaaaaaaaaaaa"}, "sandi_lemah"),
    ],
)
def test_bad_account_is_refused(uji: KantorUji, ubah: dict[str, str], kode: str) -> None:
    isi = {"nama_pengguna": "baru", "nama": "Baru", "sandi": "sandi yang cukup"} | ubah
    with pytest.raises(KnownError) as galat, uji.menulis("admin") as kerja:
        akses.buat_akun(kerja, uji.ruang.toko, PermintaanAkun(**isi, peran=(Peran.STAF,)))
    assert galat.value.kode == kode


def test_leaver_is_shut_out(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        akun_id = uji.pelaku["staf"].akun_id
        assert akun_id
        akses.nonaktifkan_akun(kerja, uji.ruang.toko, akun_id)
    uji.ruang.tutup()
    with pytest.raises(KnownError, match="sandi_salah"):
        akses.masuk(uji.folder, "staf", SANDI)


def test_last_administrator_stays(uji: KantorUji) -> None:
    akun_id = uji.pelaku["admin"].akun_id
    assert akun_id
    with pytest.raises(KnownError, match="administrator_terakhir"), uji.menulis("admin") as kerja:
        akses.nonaktifkan_akun(kerja, uji.ruang.toko, akun_id)
    with pytest.raises(KnownError, match="administrator_terakhir"), uji.menulis("admin") as kerja:
        akses.akhiri_tugas(kerja, akun_id, Peran.ADMINISTRATOR, sampai=date(2026, 3, 1))


def test_a_task_cannot_end_before_it_begins(uji: KantorUji) -> None:
    akun_id = uji.pelaku["kabid"].akun_id
    assert akun_id
    with pytest.raises(KnownError, match="tanggal_terbalik"), uji.menulis("admin") as kerja:
        akses.tugaskan(kerja, akun_id, Peran.KADIS, sejak=date(2026, 3, 2), sampai=date(2026, 3, 1))


@pytest.mark.parametrize(("jam", "berlaku"), [(16, False), (17, True)])
def test_a_role_begins_at_the_midnight_of_the_office(uji: KantorUji, jam: int, berlaku: bool) -> None:
    akun_id = uji.pelaku["kabid"].akun_id
    assert akun_id
    with uji.menulis("admin") as kerja:
        akses.tugaskan(kerja, akun_id, Peran.KADIS, sejak=date(2026, 3, 3), cara=CaraJabatan.PLH)
    uji.jam.kini = datetime(2026, 3, 2, jam, 30, tzinfo=UTC)  # 23.30 or 00.30 WIB
    with uji.membaca("admin") as kerja:
        assert (Peran.KADIS in akses.pelaku_akun(kerja, "kabid").peran) is berlaku
        (ringkas,) = [a for a in akses.daftar_akun(kerja) if a.id == akun_id]
    assert (Peran.KADIS in ringkas.peran) is berlaku


def test_password_change_kills_the_old_one(uji: KantorUji) -> None:
    akun_id = uji.pelaku["staf"].akun_id
    assert akun_id
    with uji.menulis("staf") as kerja:
        akses.ganti_sandi(kerja, uji.ruang.toko, akun_id, "sandi-baru-9", kdf=KDF_CONTOH)
    uji.ruang.tutup()
    with pytest.raises(KnownError, match="sandi_salah"):
        akses.masuk(uji.folder, "staf", SANDI)
    akses.masuk(uji.folder, "staf", "sandi-baru-9")[0].tutup()


def test_role_for_a_time(uji: KantorUji) -> None:
    akun_id = uji.pelaku["kabid"].akun_id
    assert akun_id
    with uji.menulis("admin") as kerja:
        akses.tugaskan(
            kerja, akun_id, Peran.KADIS, sejak=date(2026, 3, 1), sampai=date(2026, 3, 10), cara=CaraJabatan.PLH
        )
    with uji.membaca() as kerja:
        assert Peran.KADIS in akses.pelaku_akun(kerja, "kabid").peran
    with uji.menulis("admin") as kerja:
        akses.akhiri_tugas(kerja, akun_id, Peran.KADIS, sampai=date(2026, 3, 1))
    with uji.membaca() as kerja:
        assert Peran.KADIS not in akses.pelaku_akun(kerja, "kabid").peran


def test_failed_setup_leaves_no_store(tmp_path: Path) -> None:
    def gagal(kerja: Kerja) -> None:
        raise KnownError("isian_kosong", bidang="nama")

    admin = PermintaanAkun("admin", "Admin", SANDI, (Peran.ADMINISTRATOR,), kdf=KDF_CONTOH)
    with pytest.raises(KnownError, match="isian_kosong"):
        akses.siapkan_toko(tmp_path, admin, gagal)
    with pytest.raises(KnownError, match="toko_tidak_ada"):
        akses.masuk(tmp_path, "admin", SANDI)


def test_sample_and_real_offices_never_mix(uji: KantorUji) -> None:
    with uji.membaca("admin") as kerja:
        asli = kantor.lihat_kantor(kerja)
    with pytest.raises(KnownError, match="toko_bukan_contoh"), uji.menulis("admin") as kerja:
        kantor.buat_kantor(kerja, kantor.DataKantor(**(vars(asli) | {"contoh": False})))


def test_office_roles_officials_and_holidays(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        pejabat_id = kantor.simpan_pejabat(kerja, kantor.DataPejabat("Drs. Contoh", "Kepala Dinas", "kepala"))
        lama = kantor.pejabat(kerja, pejabat_id)
        kantor.simpan_pejabat(kerja, kantor.DataPejabat(**(vars(lama) | {"pangkat": "Pembina"})))
        kantor.atur_peran_sop(kerja, kantor.PemegangPeran("dtks", "kasi", (), tidak_ada=True, dikonfirmasi=True))
        kantor.atur_libur(kerja, kantor.Libur(date(2026, 8, 3), "Hari Jadi Lamandau", JenisLibur.LOKAL))
        kantor.pasang_lambang(kerja, b"\x89PNG\r\n", "lambang.png")
    with uji.membaca() as kerja:
        assert [p.pangkat for p in kantor.daftar_pejabat(kerja, kunci="kepala")] == ["Pembina"]
        assert kantor.daftar_peran_sop(kerja, "dtks")[0].tidak_ada
        assert [x.nama for x in kantor.daftar_libur(kerja)] == ["Hari Jadi Lamandau"]
        assert kantor.lambang(kerja) == b"\x89PNG\r\n"
    with uji.menulis("admin") as kerja:
        kantor.hapus_libur(kerja, date(2026, 8, 3))
        assert kantor.daftar_libur(kerja) == []


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"kode_wilayah": "99.99"}, "wilayah_tak_dikenal"),
        ({"jam_kerja": {"pekan": {}}}, "jam_kerja_kosong"),
        ({"jam_kerja": {"pekan": {"senin": ["16:00", "07:30"]}}}, "jam_kerja_salah"),
    ],
)
def test_an_office_that_could_not_work_is_refused(uji: KantorUji, ubah: dict[str, object], kode: str) -> None:
    with pytest.raises(KnownError, match=kode), uji.menulis("admin") as kerja:
        kantor.ubah_kantor(kerja, replace(kantor.lihat_kantor(kerja), **ubah))


def test_work_roles_cannot_change_the_office(uji: KantorUji) -> None:
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("serba") as kerja:
        kantor.atur_libur(kerja, kantor.Libur(date(2026, 8, 3), "x", JenisLibur.LOKAL))


def test_trail_is_whole_and_shows_a_change(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        for n in range(3):
            jejak.catat(kerja, "uji", nomor=n)
    with uji.menulis() as kerja:
        jejak.catat(kerja, "uji", nomor=3)
    with uji.membaca() as kerja:
        assert jejak.periksa_rantai(kerja.sesi) == []
        assert [b.rincian["nomor"] for b in jejak.riwayat(kerja, batas=4)] == [3, 2, 1, 0]
        urut, _ = jejak.ujung(kerja.sesi)
    with uji.ruang.toko.koneksi() as koneksi:
        koneksi.execute(text("UPDATE jejak SET nama_akun = 'Orang Lain' WHERE urut = :u"), {"u": urut - 1})
        koneksi.commit()
    with uji.membaca() as kerja:
        assert jejak.periksa_rantai(kerja.sesi) == [urut - 1]


def test_many_rows_at_once_are_whole_rows(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        jumlah = kerja.sisip_banyak(Orang, ({"nama": f"ORANG {n}", "nama_cari": f"ORANG {n}"} for n in range(12)))
        terakhir = kerja.pesan_urut()
    assert jumlah == 12
    with uji.membaca() as kerja:
        nama = kerja.sesi.exec(select(Orang.nama).order_by(col(Orang.urut)).limit(2)).all()
        nomor = kerja.sesi.connection().execute(text("SELECT max(urut), max(versi) FROM orang")).one()
    assert tuple(nomor) == (terakhir - 1, 1)
    assert nama == ["ORANG 0", "ORANG 1"]


def test_store_opens_for_a_reader_and_a_writer(buka_kantor: Callable[[], KantorUji]) -> None:
    uji = buka_kantor()
    with uji.membaca() as baca, uji.menulis() as tulis:
        jejak.catat(tulis, "uji")
        assert next(jejak.riwayat(baca, batas=1)).aksi != "uji"


@pytest.mark.parametrize("siapa", ["ganti_sandi", "nonaktifkan"])
def test_a_rolled_back_act_takes_nobodys_key(buka_kantor: Callable[[], KantorUji], siapa: str) -> None:
    uji = buka_kantor()
    staf = uji.pelaku["staf"].akun_id
    assert staf is not None
    with pytest.raises(RuntimeError), uji.menulis("admin") as kerja:
        if siapa == "ganti_sandi":
            akses.ganti_sandi(kerja, uji.ruang.toko, staf, "lain-sekali-1", kdf=KDF_CONTOH)
        else:
            akses.nonaktifkan_akun(kerja, uji.ruang.toko, staf)
        raise RuntimeError
    uji.ruang.tutup()
    ruang, pelaku = akses.masuk(uji.folder, "staf", SANDI, jam=uji.jam)
    ruang.tutup()
    assert pelaku.akun_id == staf


def test_an_account_whose_making_failed_once_opens_with_the_same_password(
    buka_kantor: Callable[[], KantorUji],
) -> None:
    uji = buka_kantor()
    baru = PermintaanAkun("pengganti", "Pengganti Uji", "sandi-baru-1", (Peran.STAF,), kdf=KDF_CONTOH)
    with pytest.raises(RuntimeError), uji.menulis("admin") as kerja:
        akses.buat_akun(kerja, uji.ruang.toko, baru)
        raise RuntimeError
    with uji.menulis("admin") as kerja:
        akun_id = akses.buat_akun(kerja, uji.ruang.toko, baru)
    uji.ruang.tutup()
    ruang, pelaku = akses.masuk(uji.folder, "pengganti", "sandi-baru-1", jam=uji.jam)
    ruang.tutup()
    assert pelaku.akun_id == akun_id
