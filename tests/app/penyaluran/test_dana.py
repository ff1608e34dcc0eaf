"""Money credited and card handed over: two facts per person and tahap, each visible without the other."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kerja import Kerja
from app.pencairan import catat_pencairan, posisi_uang
from app.penyaluran import (
    Entri,
    HitungSalur,
    SilangDana,
    StatusSalur,
    SumberDana,
    Wakil,
    batalkan_hasil,
    belum_masuk,
    catat_banyak,
    catat_dana_masuk,
    catat_hasil,
    daftar_serah,
    geser,
    lihat_serah,
    ringkasan_penyaluran,
    semua_serah,
)
from app.penyaluran.keadaan import CatatanSalur, Keadaan, Komponen, hitung
from app.pijakan import daftar_tahap
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur, JenisBantuan
from tests.helpers.kegiatan import NOMINAL, kegiatan_sah
from tests.helpers.toko import KantorUji

BARANG = {"item": [{"nama": "Buku tabungan"}, {"nama": "Kartu ATM"}]}


@pytest.fixture
def kerja(uji: KantorUji) -> Iterator[Kerja]:
    with uji.menulis() as kerja:
        yield kerja


@pytest.fixture
def kegiatan(kerja: Kerja) -> UUID:
    return kegiatan_sah(kerja, 6, jenis_bantuan=JenisBantuan.KARTU.value, barang=BARANG)


@pytest.fixture
def alokasi(kerja: Kerja, kegiatan: UUID) -> list[UUID]:
    return [b.alokasi_id for b in semua_serah(kerja, kegiatan)]


def silang(kerja: Kerja, alokasi_id: UUID) -> SilangDana | None:
    return lihat_serah(kerja, alokasi_id).keadaan.silang


def test_money_on_the_account_leaves_book_and_card_to_be_handed_over(
    kerja: Kerja, kegiatan: UUID, alokasi: list[UUID]
) -> None:
    (tindakan,) = catat_dana_masuk(
        kerja, kegiatan, alokasi[:1], tanggal=date(2026, 3, 2), keterangan="Rekening koran 2 Maret"
    ).dicatat

    baris = lihat_serah(kerja, alokasi[0])
    masuk = baris.keadaan.dana_masuk
    assert tindakan.rupiah == NOMINAL
    assert baris.keadaan.silang is SilangDana.DANA_SAJA
    assert (baris.keadaan.status, baris.keadaan.diserahkan) == (StatusSalur.BELUM, None)
    assert masuk is not None
    assert (masuk.tanggal, masuk.nominal, masuk.alasan) == (date(2026, 3, 2), NOMINAL, "Rekening koran 2 Maret")
    assert masuk.tempat == "Diketik dari rekening koran"


def test_the_table_hands_over_book_and_card_and_never_the_money(kerja: Kerja, alokasi: list[UUID]) -> None:
    tindakan = catat_hasil(kerja, alokasi[0], HasilSalur.SENDIRI, tanggal=date(2026, 3, 1))

    keadaan = lihat_serah(kerja, alokasi[0]).keadaan
    assert (tindakan.rupiah, keadaan.silang, keadaan.terutang_di_meja) == (0, SilangDana.SERAH_SAJA, False)
    assert keadaan.diserahkan is not None
    assert keadaan.diserahkan.hasil is HasilSalur.SENDIRI
    with pytest.raises(KnownError, match="sudah_menerima"):
        catat_hasil(kerja, alokasi[0], HasilSalur.SENDIRI)


@pytest.mark.parametrize("dana_dahulu", [True, False])
def test_both_facts_in_either_order_make_the_whole(
    kerja: Kerja, kegiatan: UUID, alokasi: list[UUID], dana_dahulu: bool
) -> None:
    def dana() -> None:
        catat_dana_masuk(kerja, kegiatan, alokasi[:1], sumber=SumberDana.LEMBAR_BANK)

    def kartu() -> None:
        catat_hasil(kerja, alokasi[0], HasilSalur.WALI, wakil=Wakil("Sri Uji", "Ibu kandung"))

    for satu in (dana, kartu) if dana_dahulu else (kartu, dana):
        satu()
    keadaan = lihat_serah(kerja, alokasi[0]).keadaan
    assert (keadaan.silang, keadaan.status, keadaan.hasil) == (
        SilangDana.LENGKAP, StatusSalur.TERSALUR, HasilSalur.WALI,
    )  # fmt: skip


def test_both_are_counted_and_found_in_the_list(kerja: Kerja, kegiatan: UUID, alokasi: list[UUID]) -> None:
    catat_dana_masuk(kerja, kegiatan, alokasi[:3])
    catat_banyak(kerja, kegiatan, [Entri(i, HasilSalur.SENDIRI) for i in alokasi[2:4]])

    h = ringkasan_penyaluran(kerja, kegiatan).seluruh
    assert h.silang == {
        SilangDana.DANA_SAJA: 2, SilangDana.LENGKAP: 1, SilangDana.SERAH_SAJA: 1, SilangDana.BELUM: 2,
    }  # fmt: skip
    assert (h.tersalur.orang, h.belum.orang, h.tersalur.rupiah) == (1, 5, 3 * NOMINAL)
    for apa, ids in ((SilangDana.DANA_SAJA, alokasi[:2]), (SilangDana.SERAH_SAJA, alokasi[3:4])):
        assert [b.alokasi_id for b in daftar_serah(kerja, kegiatan, silang=apa)] == ids


def test_what_left_the_bank_is_what_was_credited(kerja: Kerja, kegiatan: UUID, alokasi: list[UUID]) -> None:
    (tahap,) = daftar_tahap(kerja, kegiatan)
    catat_pencairan(kerja, kegiatan, tahap.id, nomor_sp2d="1/SP2D", tanggal=date(2026, 3, 1), nilai=6 * NOMINAL)
    catat_banyak(kerja, kegiatan, [Entri(i, HasilSalur.SENDIRI) for i in alokasi])
    assert posisi_uang(kerja, kegiatan).seluruh.masih == 6 * NOMINAL

    catat_dana_masuk(kerja, kegiatan, alokasi[:4])
    uang = posisi_uang(kerja, kegiatan).seluruh
    assert (uang.tersalur, uang.masih) == (4 * NOMINAL, 2 * NOMINAL)
    assert uang.sp2d == uang.tersalur + uang.disetor + uang.masih


def test_a_second_crediting_is_refused_and_the_first_can_be_taken_back(
    kerja: Kerja, kegiatan: UUID, alokasi: list[UUID]
) -> None:
    (tindakan,) = catat_dana_masuk(kerja, kegiatan, alokasi[:1]).dicatat
    (tolak,) = catat_dana_masuk(kerja, kegiatan, alokasi[:1]).ditolak
    assert tolak.sebab.kode == "dana_sudah_masuk"

    batalkan_hasil(kerja, tindakan.penyaluran_ids[0], alasan="salah baca")
    assert silang(kerja, alokasi[0]) is SilangDana.BELUM
    assert catat_dana_masuk(kerja, kegiatan, alokasi[:1]).dicatat


def test_taking_the_card_back_leaves_the_money(kerja: Kerja, kegiatan: UUID, alokasi: list[UUID]) -> None:
    catat_dana_masuk(kerja, kegiatan, alokasi[:1])
    serah = catat_hasil(kerja, alokasi[0], HasilSalur.SENDIRI)
    batalkan_hasil(kerja, serah.penyaluran_ids[0], alasan="salah orang")
    assert silang(kerja, alokasi[0]) is SilangDana.DANA_SAJA


def test_the_money_alone_cannot_be_handed_over_at_the_table(kerja: Kerja, alokasi: list[UUID]) -> None:
    with pytest.raises(KnownError, match="dana_dicatat_sendiri"):
        catat_hasil(kerja, alokasi[0], HasilSalur.SENDIRI, hanya_uang=True)


def test_who_died_before_the_money_came_gets_neither(kerja: Kerja, kegiatan: UUID, alokasi: list[UUID]) -> None:
    catat_hasil(kerja, alokasi[0], HasilSalur.MENINGGAL)
    keadaan = lihat_serah(kerja, alokasi[0]).keadaan
    assert keadaan.status is StatusSalur.GAGAL
    (tolak,) = catat_dana_masuk(kerja, kegiatan, alokasi[:1]).ditolak
    assert tolak.sebab.kode == "tercatat_meninggal"


def test_who_did_not_come_for_the_card_still_waits_for_the_money(kerja: Kerja, alokasi: list[UUID]) -> None:
    catat_hasil(kerja, alokasi[0], HasilSalur.TIDAK_HADIR)
    uang = lihat_serah(kerja, alokasi[0]).keadaan.uang
    assert uang is not None
    assert uang.terakhir is None


def test_the_amount_of_the_statement_must_be_what_is_owed(kerja: Kerja, kegiatan: UUID, alokasi: list[UUID]) -> None:
    with pytest.raises(KnownError, match="dana_beda"):
        catat_dana_masuk(kerja, kegiatan, alokasi[:1], nominal=NOMINAL - 6_500)
    assert catat_dana_masuk(kerja, kegiatan, alokasi[:1], nominal=NOMINAL).dicatat


def test_cash_is_never_credited(kerja: Kerja) -> None:
    tunai = kegiatan_sah(kerja, 1, nama="Tunai")
    ids = [b.alokasi_id for b in semua_serah(kerja, tunai)]
    with pytest.raises(KnownError, match="dana_kegiatan_bukan_rekening"):
        catat_dana_masuk(kerja, tunai, ids)
    with pytest.raises(KnownError, match="dana_bukan_rekening"):
        catat_hasil(kerja, ids[0], HasilSalur.DANA_MASUK)


def test_only_those_without_money_wait_for_it(kerja: Kerja, kegiatan: UUID, alokasi: list[UUID]) -> None:
    (tahap,) = daftar_tahap(kerja, kegiatan)
    catat_dana_masuk(kerja, kegiatan, alokasi[:2])
    assert belum_masuk(kerja, kegiatan, tahap.id) == alokasi[2:]


def test_a_transfer_with_nothing_to_hand_over_is_served_by_the_crediting(kerja: Kerja) -> None:
    transfer = kegiatan_sah(kerja, 1, nama="Transfer", jenis_bantuan=JenisBantuan.TRANSFER.value)
    (baris,) = semua_serah(kerja, transfer)
    catat_dana_masuk(kerja, transfer, [baris.alokasi_id])
    keadaan = lihat_serah(kerja, baris.alokasi_id).keadaan
    assert (keadaan.silang, keadaan.status, keadaan.hasil) == (None, StatusSalur.TERSALUR, HasilSalur.DANA_MASUK)


KOMPONEN = (Komponen(None, nominal=NOMINAL), Komponen(id_baru(), "Kartu ATM"))
BARIS = st.tuples(st.sampled_from([h for h in HasilSalur if h is not HasilSalur.BATAL_CATAT]), st.booleans())


def _keadaan(isi: list[tuple[HasilSalur, bool]]) -> Iterator[Keadaan]:
    catatan: list[CatatanSalur] = []
    for urut, (hasil, uang) in enumerate(isi):
        apa = HasilSalur.DANA_MASUK if uang and hasil is HasilSalur.SENDIRI else hasil
        catatan.append(CatatanSalur(id_baru(), id_baru(), KOMPONEN[not uang].barang_id, apa, urut=urut))
        yield hitung(KOMPONEN, catatan, lewat_rekening=True)


@given(st.lists(BARIS, min_size=1, max_size=8))
def test_the_two_facts_are_exactly_their_components(isi: list[tuple[HasilSalur, bool]]) -> None:
    hitungan, lama = HitungSalur(silang={SilangDana.BELUM: 1}), hitung(KOMPONEN, (), lewat_rekening=True)
    for k in _keadaan(isi):
        masuk, serah = (satu.status is StatusSalur.TERSALUR for satu in k.komponen)
        assert (k.silang in (SilangDana.DANA_SAJA, SilangDana.LENGKAP)) == masuk
        assert (k.silang in (SilangDana.SERAH_SAJA, SilangDana.LENGKAP)) == serah
        hitungan, lama = geser(hitungan, lama, k), k
        assert {s: n for s, n in hitungan.silang.items() if n} == {k.silang: 1}
