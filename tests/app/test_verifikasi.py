"""Verification: pages in order, decisions with reasons, history, the lock of a decree, results from the field."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from app import alasan, jejak
from app.verifikasi import (
    BarisHasil,
    HitungVerifikasi,
    baca_hasil,
    daftar_usulan,
    impor_hasil_verifikasi,
    lihat_usulan,
    putuskan,
    ringkasan_verifikasi,
)
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilVerifikasi, StatusPenetapan, StatusUsulan
from db.model import Kegiatan, Penerima, Penetapan, Usulan, Verifikasi
from tests.helpers.kegiatan import DESA, beri_wali, buat_kegiatan, isi_usulan
from tests.helpers.toko import KantorUji

LAYAK, TIDAK = HasilVerifikasi.LAYAK, HasilVerifikasi.TIDAK_LAYAK


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return buat_kegiatan(kerja)


@pytest.fixture
def usulan(uji: KantorUji, kegiatan: UUID) -> list[UUID]:
    with uji.menulis() as kerja:
        return isi_usulan(kerja, kegiatan, 12)


def test_pages_run_by_desa_and_name_and_miss_nobody(uji: KantorUji, kegiatan: UUID, usulan: list[UUID]) -> None:
    with uji.membaca() as kerja:
        semua = daftar_usulan(kerja, kegiatan)
        lembar, setelah = [], None
        while halaman := daftar_usulan(kerja, kegiatan, setelah=setelah, batas=5):
            lembar += halaman
            setelah = halaman[-1].kunci
    assert lembar == semua
    assert {b.usulan_id for b in semua} == set(usulan)
    assert [(b.kode_desa, b.nama) for b in semua] == sorted((b.kode_desa, b.nama) for b in semua)


def test_a_row_says_what_the_desk_needs(uji: KantorUji, kegiatan: UUID, usulan: list[UUID]) -> None:
    with uji.menulis() as kerja:
        beri_wali(kerja, usulan[0], "INTAN")
        baris = lihat_usulan(kerja, usulan[0], pada=date(2026, 1, 1)).baris
    assert (baris.nik, baris.no_kk, baris.wali) == ("6209030101500001", "6209030100000001", "INTAN")
    assert (baris.umur, baris.status, baris.putusan) == (75, StatusUsulan.DIUSULKAN, None)


@pytest.mark.parametrize(
    ("saring", "banyak"),
    [
        ({"desa": DESA[0]}, 4),
        ({"kata": "siti"}, 1),
        ({"kata": "ham id"}, 0),
        ({"kata": "ma hay"}, 1),
        ({"kata": "0150 0007"}, 1),
        ({"kata": "%"}, 0),
        ({"status": StatusUsulan.LAYAK}, 3),
        ({"status": [StatusUsulan.LAYAK, StatusUsulan.DIUSULKAN]}, 12),
        ({"perlu_periksa": True}, 0),
    ],
)
def test_filters(uji: KantorUji, kegiatan: UUID, usulan: list[UUID], saring: dict[str, object], banyak: int) -> None:
    with uji.menulis() as kerja:
        putuskan(kerja, usulan[:3], LAYAK)
        assert len(daftar_usulan(kerja, kegiatan, **saring)) == banyak  # type: ignore[arg-type]


def test_a_later_decision_counts_and_the_earlier_stays(uji: KantorUji, usulan: list[UUID]) -> None:
    with uji.menulis("operator") as kerja:
        putuskan(kerja, usulan, LAYAK, tanggal=date(2026, 2, 20))
    with uji.menulis("pendamping") as kerja:
        hasil = putuskan(kerja, usulan[:2], TIDAK, alasan_kode="pindah", alasan="ke Sukamara", cara="lapangan")
        rincian = lihat_usulan(kerja, usulan[0])
    assert (hasil.diputuskan, hasil.berubah) == (2, 2)
    assert [(p.hasil, p.petugas) for p in rincian.riwayat] == [(TIDAK, "Pendamping Uji"), (LAYAK, "Operator Uji")]
    assert rincian.baris.putusan == rincian.riwayat[0]
    assert (rincian.baris.status, rincian.baris.alasan) == (StatusUsulan.TIDAK_LAYAK, "Pindah alamat: ke Sukamara")


def test_a_decision_leaves_a_line_in_the_trail(uji: KantorUji, kegiatan: UUID, usulan: list[UUID]) -> None:
    with uji.menulis() as kerja:
        putuskan(kerja, usulan, LAYAK)
    with uji.membaca() as kerja:
        baris = next(jejak.riwayat(kerja, kegiatan_id=kegiatan))
        assert (baris.aksi, baris.rincian["jumlah"]) == ("putuskan_usulan", 12)
        assert jejak.periksa_rantai(kerja.sesi) == []


def test_doubts_that_nobody_cleared_are_told(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        ids = isi_usulan(kerja, kegiatan, 3, perlu_periksa=True)
        assert putuskan(kerja, ids, LAYAK).masih_perlu_periksa == 3


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({}, "alasan_putusan_kosong"),
        ({"alasan_kode": "lainnya"}, "alasan_putusan_kosong"),
        ({"alasan_kode": "ngawur"}, "alasan_tak_dikenal"),
        ({"alasan_kode": "pindah", "tanggal": date(2026, 3, 3)}, "tanggal_di_depan"),
    ],
)
def test_tidak_layak_wants_a_reason(uji: KantorUji, usulan: list[UUID], isi: dict[str, object], kode: str) -> None:
    with pytest.raises(KnownError, match=kode), uji.menulis() as kerja:
        putuskan(kerja, usulan, TIDAK, **isi)  # type: ignore[arg-type]
    with uji.membaca() as kerja:
        assert kerja.sesi.exec(select(Verifikasi)).all() == []


def test_who_may_not_verify_is_refused(uji: KantorUji, usulan: list[UUID]) -> None:
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("admin") as kerja:
        putuskan(kerja, usulan, LAYAK)


def test_strange_ids_are_refused(uji: KantorUji, usulan: list[UUID]) -> None:
    with pytest.raises(KnownError, match="usulan_tidak_ada"), uji.menulis() as kerja:
        putuskan(kerja, [usulan[0], id_baru()], LAYAK)
    with pytest.raises(KnownError, match="usulan_tidak_ada"), uji.membaca() as kerja:
        lihat_usulan(kerja, id_baru())
    with pytest.raises(KnownError, match="usulan_beda_kegiatan"), uji.menulis() as kerja:
        putuskan(kerja, [usulan[0], *isi_usulan(kerja, buat_kegiatan(kerja), 1, mulai=90)], LAYAK)


def test_nothing_to_decide_is_no_error(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        assert putuskan(kerja, [], LAYAK).diputuskan == 0


@pytest.mark.parametrize("status", [StatusUsulan.DITARIK, StatusUsulan.DITOLAK_SISTEM])
def test_what_left_the_list_is_not_decided(uji: KantorUji, kegiatan: UUID, status: StatusUsulan) -> None:
    with pytest.raises(KnownError, match="usulan_tidak_aktif"), uji.menulis() as kerja:
        putuskan(kerja, isi_usulan(kerja, kegiatan, 1, status=status), LAYAK)


def test_a_decree_locks_those_it_lists(uji: KantorUji, kegiatan: UUID, usulan: list[UUID]) -> None:
    with uji.menulis() as kerja:
        sk = Penetapan(kegiatan_id=kegiatan, status=StatusPenetapan.SAH.value, nomor="1", tanggal=date(2026, 3, 1))
        kerja.sesi.add(sk)
        kerja.sesi.flush()
        orang = kerja.sesi.get_one(Usulan, usulan[0]).orang_id
        kerja.sesi.add(
            Penerima(
                penetapan_id=sk.id, kegiatan_id=kegiatan, usulan_id=usulan[0], orang_id=orang, nomor_urut=1, nama="A"
            )
        )
    with pytest.raises(KnownError, match="daftar_terkunci"), uji.menulis() as kerja:
        putuskan(kerja, usulan[:2], LAYAK)
    with uji.menulis() as kerja:
        putuskan(kerja, usulan[1:], LAYAK)
        assert [b.terkunci for b in daftar_usulan(kerja, kegiatan) if b.usulan_id in usulan[:2]].count(True) == 1


def test_a_closed_kegiatan_is_not_touched(uji: KantorUji, kegiatan: UUID, usulan: list[UUID]) -> None:
    with uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, kegiatan).status = "selesai"
    with pytest.raises(KnownError, match="kegiatan_ditutup"), uji.menulis() as kerja:
        putuskan(kerja, usulan, LAYAK)


@given(pilihan=st.lists(st.sampled_from([None, LAYAK, TIDAK]), min_size=12, max_size=12))
@settings(deadline=None, max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_counts_add_up(
    uji: KantorUji, kegiatan: UUID, usulan: list[UUID], pilihan: list[HasilVerifikasi | None]
) -> None:
    with uji.menulis() as kerja:
        for hasil in (LAYAK, TIDAK):
            putuskan(kerja, [u for u, p in zip(usulan, pilihan, strict=True) if p is hasil], hasil, alasan="uji")
        ringkasan = ringkasan_verifikasi(kerja, kegiatan)
        status = kerja.sesi.exec(select(Usulan.status).where(col(Usulan.id).in_(usulan))).all()
    seluruh = ringkasan.seluruh
    assert seluruh == HitungVerifikasi(status.count("layak"), status.count("tidak_layak"), status.count("diusulkan"), 0)
    assert seluruh.diusulkan == 12 == sum(d.diusulkan for d in ringkasan.per_desa.values())
    assert sum(ringkasan.alasan.values()) == seluruh.tidak_layak
    assert set(ringkasan.per_desa) == set(DESA)


# --- reasons of the office --------------------------------------------------------------------------------------------


def test_the_office_adds_reasons(uji: KantorUji, usulan: list[UUID]) -> None:
    with uji.ruang.menulis(uji.pelaku["admin"]) as kerja:
        kode = alasan.tambah_alasan(kerja, " Menang  lotre ")
        assert alasan.tambah_alasan(kerja, "Menang lotre!") != kode
        with pytest.raises(KnownError, match="alasan_sudah_ada"):
            alasan.tambah_alasan(kerja, "menang LOTRE")
        with pytest.raises(KnownError, match="isian_kosong"):
            alasan.tambah_alasan(kerja, " ")
    with uji.menulis() as kerja:
        putuskan(kerja, usulan[:1], TIDAK, alasan_kode=kode)
        assert lihat_usulan(kerja, usulan[0]).baris.alasan == "Menang lotre"
    with uji.menulis("admin") as kerja:
        alasan.hapus_alasan(kerja, kode)
        assert kode not in alasan.peta_alasan(kerja)
        assert alasan.daftar_alasan(kerja)[0].bawaan


def test_only_the_administrator_changes_the_list(uji: KantorUji) -> None:
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("operator") as kerja:
        alasan.tambah_alasan(kerja, "x")


# --- results from the field -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "hasil"), [("Layak", LAYAK), (" MS ", LAYAK), ("tidak  layak", TIDAK), ("TL", TIDAK), ("mungkin", None)]
)
def test_words_for_a_result(teks: str, hasil: HasilVerifikasi | None) -> None:
    assert baca_hasil(teks) is hasil


def test_results_come_back(uji: KantorUji, kegiatan: UUID, usulan: list[UUID]) -> None:
    baris = [
        BarisHasil(5, str(usulan[0]), "layak", tanggal="27/02/2026", petugas="Rina"),
        BarisHasil(6, str(usulan[1]), "tidak layak", "Meninggal dunia"),
        BarisHasil(7, str(usulan[2]), "TL", "rumahnya kosong"),
        BarisHasil(8, str(usulan[3]), ""),
        BarisHasil(9, str(usulan[4]), "tidak"),
        BarisHasil(10, "bukan-id", "layak"),
        BarisHasil(11, str(id_baru()), "layak"),
        BarisHasil(12, str(usulan[5]), "entahlah"),
        BarisHasil(13, str(usulan[5]), "layak", tanggal="kapan saja"),
        BarisHasil(14, str(usulan[0]), "TL", "pindah"),
        BarisHasil(15, str(usulan[0]), "layak"),
        BarisHasil(16, str(usulan[6]), "layak", tanggal="1/1/2027"),
    ]
    with uji.menulis() as kerja:
        hasil = impor_hasil_verifikasi(kerja, kegiatan, baris, petugas="Tim")
        satu, dua, tiga = (lihat_usulan(kerja, u).baris.putusan for u in usulan[:3])
    assert (hasil.dicatat, hasil.sama, hasil.kosong) == (3, 1, 1)
    assert [(b.baris, b.sebab.kode) for b in hasil.bertentangan] == [(14, "hasil_bertentangan")]
    assert [(b.baris, b.sebab.kode) for b in hasil.ditolak] == [
        (9, "alasan_putusan_kosong"),
        (10, "usulan_tidak_ada"),
        (11, "usulan_tidak_ada"),
        (12, "hasil_tak_terbaca"),
        (13, "tanggal_tak_terbaca"),
        (16, "tanggal_di_depan"),
    ]
    assert satu
    assert dua
    assert tiga
    assert (satu.tanggal, satu.petugas, satu.cara) == (date(2026, 2, 27), "Rina", "lapangan")
    assert (dua.alasan_kode, dua.petugas) == ("meninggal", "Tim")
    assert (tiga.alasan_kode, tiga.alasan) == ("lainnya", "rumahnya kosong")


def test_a_result_against_a_decision_counts_only_on_demand(uji: KantorUji, kegiatan: UUID, usulan: list[UUID]) -> None:
    baris = [BarisHasil(2, str(usulan[0]), "layak"), BarisHasil(3, str(usulan[1]), "layak")]
    with uji.menulis() as kerja:
        putuskan(kerja, usulan[:1], TIDAK, alasan_kode="mampu")
        putuskan(kerja, usulan[1:2], LAYAK)
        hasil = impor_hasil_verifikasi(kerja, kegiatan, baris)
        assert (hasil.dicatat, hasil.sama, len(hasil.bertentangan)) == (0, 1, 1)
        assert impor_hasil_verifikasi(kerja, kegiatan, baris, ganti=True).dicatat == 1
        assert lihat_usulan(kerja, usulan[0]).baris.status is StatusUsulan.LAYAK
