"""The money: SP2D = tersalur + disetor + masih, always; differences are explained; mistakes are mended in the open."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import jejak
from app.pencairan import (
    catat_pencairan,
    catat_setoran,
    daftar_pencairan,
    daftar_setoran,
    perbaiki_pencairan,
    perbaiki_setoran,
    posisi_uang,
)
from app.penyaluran import catat_hasil, daftar_serah
from app.pijakan import daftar_tahap
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur
from tests.helpers.kegiatan import NOMINAL, buat_kegiatan, kegiatan_sah
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 4, tahap=2)


@pytest.fixture
def tahap(uji: KantorUji, kegiatan: UUID) -> UUID:
    with uji.membaca() as kerja:
        return daftar_tahap(kerja, kegiatan)[0].id


def test_an_sp2d_that_agrees_needs_no_reason(uji: KantorUji, kegiatan: UUID, tahap: UUID) -> None:
    with uji.menulis("staf") as kerja:
        hasil = catat_pencairan(
            kerja, kegiatan, tahap, nomor_sp2d=" 00123/LS/2026 ", tanggal=HARI, nilai=4 * NOMINAL, nomor_spm="7"
        )
        (baris,) = daftar_pencairan(kerja, kegiatan, tahap_id=tahap)
        posisi = posisi_uang(kerja, kegiatan)
    assert (hasil.id, baris.nomor_sp2d, baris.nilai) == (baris.id, "00123/LS/2026", 4 * NOMINAL)
    assert (posisi.per_tahap[tahap].selisih, posisi.seluruh.selisih) == (0, -4 * NOMINAL)


def test_a_difference_is_explained_not_forbidden(uji: KantorUji, kegiatan: UUID, tahap: UUID) -> None:
    with uji.menulis() as kerja:
        isi = {"nomor_sp2d": "1", "tanggal": HARI, "nilai": 3 * NOMINAL}
        with pytest.raises(KnownError, match="pencairan_selisih") as e:
            catat_pencairan(kerja, kegiatan, tahap, **isi)  # type: ignore[arg-type]
        assert e.value.fakta == {"sp2d": 3 * NOMINAL, "alokasi": 4 * NOMINAL, "selisih": NOMINAL}
        catat_pencairan(kerja, kegiatan, tahap, **isi, alasan_selisih="termin pertama")  # type: ignore[arg-type]
        catat_pencairan(kerja, kegiatan, tahap, nomor_sp2d="2", tanggal=HARI, nilai=NOMINAL)


def test_what_an_sp2d_needs(uji: KantorUji, kegiatan: UUID, tahap: UUID) -> None:
    with uji.menulis() as kerja:
        catat_pencairan(kerja, kegiatan, tahap, nomor_sp2d="1", tanggal=HARI, nilai=4 * NOMINAL)
        for isi, kode in (
            ({"nomor_sp2d": ""}, "isian_kosong"),
            ({"nomor_sp2d": "1 "}, "sp2d_sudah_ada"),
            ({"nilai": 0}, "nilai_tidak_sah"),
            ({"tanggal": date(2026, 3, 3)}, "tanggal_di_depan"),
        ):
            with pytest.raises(KnownError, match=kode):
                catat_pencairan(
                    kerja,
                    kegiatan,
                    tahap,
                    **({"nomor_sp2d": "2", "tanggal": HARI, "nilai": 1} | isi),  # type: ignore[arg-type]
                )
        with pytest.raises(KnownError, match="tahap_tidak_ada"):
            catat_pencairan(kerja, kegiatan, id_baru(), nomor_sp2d="9", tanggal=HARI, nilai=1)
        baru = buat_kegiatan(kerja)
        with pytest.raises(KnownError, match="penetapan_belum_sah"):
            catat_pencairan(kerja, baru, daftar_tahap(kerja, baru)[0].id, nomor_sp2d="9", tanggal=HARI, nilai=1)
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("kadis") as kerja:
        catat_pencairan(kerja, kegiatan, tahap, nomor_sp2d="3", tanggal=HARI, nilai=1)


def test_before_the_decree_needs_a_reason(uji: KantorUji, kegiatan: UUID, tahap: UUID) -> None:
    with uji.menulis() as kerja:
        isi = {"nomor_sp2d": "1", "tanggal": date(2026, 1, 9), "nilai": 4 * NOMINAL}
        with pytest.raises(KnownError, match="tanggal_mendahului") as salah:
            catat_pencairan(kerja, kegiatan, tahap, **isi)
        assert salah.value.fakta["sebutan"] == "SK"
        kerja.alasan_tanggal = "Dana talangan menurut surat Sekda"
        catat_pencairan(kerja, kegiatan, tahap, **isi)
        satu = next(b for b in jejak.riwayat(kerja, kegiatan_id=kegiatan) if b.aksi == "tanggal_mendahului")
    assert satu.rincian["alasan"] == "Dana talangan menurut surat Sekda"


def test_mending_shows_old_and_new(uji: KantorUji, kegiatan: UUID, tahap: UUID) -> None:
    with uji.menulis() as kerja:
        satu = catat_pencairan(kerja, kegiatan, tahap, nomor_sp2d="1", tanggal=HARI, nilai=4 * NOMINAL).id
        perbaiki_pencairan(kerja, satu, alasan="salah ketik", nomor_sp2d="01", tanggal=date(2026, 3, 1))
        baris = next(jejak.riwayat(kerja, objek_id=satu))
        assert baris.rincian["ubah"] == {"nomor_sp2d": ["1", "01"], "tanggal": ["2026-03-02", "2026-03-01"]}
        for isi, kode in (
            ({"nilai": 5 * NOMINAL}, "pencairan_selisih"),
            ({"nilai": -1}, "nilai_tidak_sah"),
            ({"nomor_sp2d": " "}, "isian_kosong"),
            ({"alasan": ""}, "isian_kosong"),
        ):
            with pytest.raises(KnownError, match=kode):
                perbaiki_pencairan(kerja, satu, **({"alasan": "x"} | isi))  # type: ignore[arg-type]
        perbaiki_pencairan(kerja, satu, alasan="x", nilai=5 * NOMINAL, alasan_selisih="biaya kirim")
        with pytest.raises(KnownError, match="pencairan_selisih"):
            perbaiki_pencairan(kerja, satu, alasan="x", alasan_selisih=" ")
        assert posisi_uang(kerja, kegiatan).seluruh.sp2d == 5 * NOMINAL
        catat_pencairan(kerja, kegiatan, tahap, nomor_sp2d="2", tanggal=HARI, nilai=1, alasan_selisih="x")
        with pytest.raises(KnownError, match="sp2d_sudah_ada"):
            perbaiki_pencairan(kerja, satu, alasan="x", nomor_sp2d="2")
        with pytest.raises(KnownError, match="pencairan_tidak_ada"):
            perbaiki_pencairan(kerja, id_baru(), alasan="x")


def test_money_under_the_wrong_tahap_is_moved(uji: KantorUji, kegiatan: UUID, tahap: UUID) -> None:
    """The sums of both tahap follow; a tahap of another kegiatan is refused."""
    with uji.menulis() as kerja:
        dua = daftar_tahap(kerja, kegiatan)[1]
        sp2d = catat_pencairan(kerja, kegiatan, tahap, nomor_sp2d="1", tanggal=HARI, nilai=4 * NOMINAL).id
        sts = catat_setoran(kerja, kegiatan, tahap, nomor="S1", tanggal=HARI, nilai=NOMINAL, alasan="meninggal")
        with pytest.raises(KnownError, match="setoran_melebihi_sisa"):
            perbaiki_setoran(kerja, sts, alasan="salah tahap", tahap_id=dua.id)
        perbaiki_pencairan(kerja, sp2d, alasan="salah tahap", tahap_id=dua.id)
        perbaiki_setoran(kerja, sts, alasan="salah tahap", tahap_id=dua.id, nilai=2 * NOMINAL)
        uang = posisi_uang(kerja, kegiatan)
        with pytest.raises(KnownError, match="tahap_tidak_ada"):
            perbaiki_pencairan(kerja, sp2d, alasan="x", tahap_id=id_baru())
    assert (uang.per_tahap[tahap].sp2d, uang.per_tahap[tahap].disetor) == (0, 0)
    assert (uang.per_tahap[dua.id].sp2d, uang.per_tahap[dua.id].disetor) == (4 * NOMINAL, 2 * NOMINAL)


def test_money_given_back(uji: KantorUji, kegiatan: UUID, tahap: UUID) -> None:
    with uji.menulis() as kerja:
        catat_pencairan(kerja, kegiatan, tahap, nomor_sp2d="1", tanggal=HARI, nilai=4 * NOMINAL)
        for b in daftar_serah(kerja, kegiatan, tahap_id=tahap)[:3]:
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
        isi = {"nomor": "STS 1", "tanggal": HARI, "alasan": "meninggal"}
        with pytest.raises(KnownError, match="setoran_melebihi_sisa"):
            catat_setoran(kerja, kegiatan, tahap, nilai=NOMINAL + 1, **isi)  # type: ignore[arg-type]
        sts = catat_setoran(kerja, kegiatan, tahap, nilai=NOMINAL, **isi)  # type: ignore[arg-type]
        assert posisi_uang(kerja, kegiatan).seluruh.masih == 0
        perbaiki_setoran(kerja, sts, alasan="salah ketik", nilai=NOMINAL - 5, nomor="STS 01", tanggal=HARI)
        assert [(s.nomor, s.nilai) for s in daftar_setoran(kerja, kegiatan, tahap_id=tahap)] == [
            ("STS 01", NOMINAL - 5)
        ]
        for ubah, kode in (
            ({"nilai": NOMINAL + 1}, "setoran_melebihi_sisa"),
            ({"nomor": ""}, "isian_kosong"),
            ({"tanggal": date(2027, 1, 1)}, "tanggal_di_depan"),
        ):
            with pytest.raises(KnownError, match=kode):
                perbaiki_setoran(kerja, sts, alasan="x", **ubah)  # type: ignore[arg-type]
        with pytest.raises(KnownError, match="setoran_tidak_ada"):
            perbaiki_setoran(kerja, id_baru(), alasan="x")
        with pytest.raises(KnownError, match="isian_kosong"):
            catat_setoran(kerja, kegiatan, tahap, nomor="2", tanggal=HARI, nilai=1, alasan="")


@given(
    acts=st.lists(
        st.tuples(st.sampled_from(["sp2d", "sts", "serah"]), st.integers(0, 7), st.integers(-1, 9 * NOMINAL)),
        max_size=12,
    )
)
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_money_always_adds_up(uji: KantorUji, kegiatan: UUID, acts: list[tuple[str, int, int]]) -> None:
    try:
        with uji.menulis() as kerja:
            serah, dua = daftar_serah(kerja, kegiatan), daftar_tahap(kerja, kegiatan)
            for n, (apa, siapa, nilai) in enumerate(acts):
                t = dua[siapa % 2].id
                try:
                    if apa == "sp2d":
                        catat_pencairan(
                            kerja, kegiatan, t, nomor_sp2d=str(n), tanggal=HARI, nilai=nilai, alasan_selisih="uji"
                        )
                    elif apa == "sts":
                        catat_setoran(kerja, kegiatan, t, nomor=str(n), tanggal=HARI, nilai=nilai, alasan="uji")
                    else:
                        catat_hasil(kerja, serah[siapa].alokasi_id, HasilSalur.SENDIRI)
                except KnownError as e:
                    assert e.kode in ("nilai_tidak_sah", "setoran_melebihi_sisa", "sudah_menerima")  # noqa: PT017
            posisi = posisi_uang(kerja, kegiatan)
            s = posisi.seluruh
            assert s.sp2d == s.tersalur + s.disetor + s.masih
            assert s.sp2d == sum(p.nilai for p in daftar_pencairan(kerja, kegiatan))
            assert s.disetor == sum(p.nilai for p in daftar_setoran(kerja, kegiatan))
            assert s.masih == sum(p.masih for p in posisi.per_tahap.values())
            raise _CukupError
    except _CukupError:
        return


class _CukupError(Exception):
    """Rolls the example back."""
