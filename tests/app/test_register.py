"""The office's books: numbers, letters, dispositions, services."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import penomoran, register
from app.register import DataDisposisi, DataSurat
from db.galat import KnownError
from db.istilah import ArahSurat, SifatSurat
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
MASUK = DataSurat(
    "Pemberitahuan penyaluran bantuan sosial", HARI, date(2026, 2, 27), "460/12/DSPPAPMD/2026", dari="DSPPAPMD Balangan"
)
LEMBAR = DataDisposisi("Camat", "Kasi PMDK", "Siapkan data penerima", HARI, batas=date(2026, 3, 6))


def test_incoming_letters_are_numbered_and_keep_both_dates_and_numbers(uji: KantorUji) -> None:
    with uji.menulis("staf") as kerja:
        satu = register.catat_surat_masuk(kerja, MASUK)
        dua = register.catat_surat_masuk(kerja, replace(MASUK, sifat=SifatSurat.SEGERA))
    with uji.membaca("camat") as kerja:
        buku = register.buku_agenda(kerja, ArahSurat.MASUK, 2026)
    assert [b.id for b in buku] == [satu, dua]
    assert [b.nomor_agenda for b in buku] == ["1", "2"]
    assert buku[0].nomor_surat == "460/12/DSPPAPMD/2026"
    assert (buku[0].tanggal_surat, buku[0].tanggal_terima) == (date(2026, 2, 27), HARI)
    assert buku[1].sifat is SifatSurat.SEGERA


def test_each_direction_and_each_year_counts_for_itself(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        register.catat_surat_masuk(kerja, MASUK)
        register.catat_surat_keluar(kerja, DataSurat("Undangan", HARI, HARI, "005/1", kepada="Kepala Desa"))
        uji.jam.kini = datetime(2027, 1, 4, 2, tzinfo=UTC)
        register.catat_surat_masuk(kerja, replace(MASUK, tanggal_terima=date(2027, 1, 4)))
        for arah, tahun in ((ArahSurat.MASUK, 2026), (ArahSurat.KELUAR, 2026), (ArahSurat.MASUK, 2027)):
            assert [b.nomor_agenda for b in register.buku_agenda(kerja, arah, tahun)] == ["1"]


def test_a_typed_number_is_kept_skipped_by_the_counter_and_never_given_twice(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        register.catat_surat_masuk(kerja, replace(MASUK, nomor_agenda="1"))
        register.catat_surat_masuk(kerja, MASUK)
        assert [b.nomor_agenda for b in register.buku_agenda(kerja, ArahSurat.MASUK, 2026)] == ["1", "2"]
    with pytest.raises(KnownError, match="nomor_agenda_terpakai"), uji.menulis() as kerja:
        register.catat_surat_masuk(kerja, replace(MASUK, nomor_agenda="2"))


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"nomor_agenda": "1"}, "nomor_agenda_terpakai"),
        ({"perihal": " "}, "isian_kosong"),
        ({"dari": ""}, "isian_kosong"),
        ({"tanggal_terima": date(2026, 3, 3)}, "tanggal_di_depan"),
    ],
)
def test_a_correction_is_held_to_the_same_rules(uji: KantorUji, ubah: dict[str, object], kode: str) -> None:
    with uji.menulis() as kerja:
        register.catat_surat_masuk(kerja, MASUK)
        dua = register.catat_surat_masuk(kerja, MASUK)
    with pytest.raises(KnownError, match=kode), uji.menulis() as kerja:
        register.perbaiki_surat(kerja, dua, "Salah ketik", **ubah)


def test_a_letter_does_not_come_in_tomorrow(uji: KantorUji) -> None:
    with pytest.raises(KnownError, match="tanggal_di_depan"), uji.menulis() as kerja:
        register.catat_surat_masuk(kerja, replace(MASUK, tanggal_terima=date(2026, 3, 3)))


def test_a_refused_letter_leaves_no_hole(uji: KantorUji) -> None:
    with pytest.raises(RuntimeError), uji.menulis() as kerja:
        register.catat_surat_masuk(kerja, MASUK)
        raise RuntimeError
    with uji.menulis() as kerja:
        surat_id = register.catat_surat_masuk(kerja, MASUK)
        assert register.surat(kerja, surat_id).nomor_agenda == "1"


def test_a_correction_stands_beside_what_it_replaces(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        lama = register.catat_surat_masuk(kerja, MASUK)
        register.disposisikan(kerja, lama, LEMBAR)
        baru = register.perbaiki_surat(kerja, lama, "salah ketik", perihal="Undangan rapat", nomor_surat="460/13")
    with uji.membaca() as kerja:
        semua = register.buku_agenda(kerja, ArahSurat.MASUK, 2026)
        berlaku = register.buku_agenda(kerja, ArahSurat.MASUK, 2026, dengan_koreksi=False)
        lembar = register.daftar_disposisi(kerja, surat_id=baru)
    assert [(b.id, b.digantikan, b.menggantikan_id) for b in semua] == [(lama, True, None), (baru, False, lama)]
    assert [b.perihal for b in berlaku] == ["Undangan rapat"]
    assert {b.nomor_agenda for b in semua} == {"1"}
    assert [b.isi for b in lembar] == [LEMBAR]
    with pytest.raises(KnownError, match="surat_sudah_digantikan"), uji.menulis() as kerja:
        register.perbaiki_surat(kerja, lama, "lagi", perihal="x")
    with pytest.raises(KnownError, match="surat_sudah_digantikan"), uji.menulis() as kerja:
        register.disposisikan(kerja, lama, LEMBAR)
    with pytest.raises(KnownError, match="isian_kosong"), uji.menulis() as kerja:
        register.perbaiki_surat(kerja, baru, " ", perihal="x")


@pytest.mark.parametrize("kurang", [replace(MASUK, perihal=" "), replace(MASUK, dari="")])
def test_a_letter_needs_its_subject_and_its_sender(uji: KantorUji, kurang: DataSurat) -> None:
    with pytest.raises(KnownError, match="isian_kosong"), uji.menulis() as kerja:
        register.catat_surat_masuk(kerja, kurang)


def test_a_disposition_is_recorded_and_initialled(uji: KantorUji) -> None:
    with uji.menulis("camat") as kerja:
        surat_id = register.catat_surat_masuk(kerja, MASUK)
        lembar_id = register.disposisikan(kerja, surat_id, LEMBAR)
    with uji.menulis("staf") as kerja:
        register.paraf_disposisi(kerja, lembar_id)
        assert [b.isi.diparaf for b in register.daftar_disposisi(kerja, surat_id=surat_id)] == [True]
    with pytest.raises(KnownError, match="isian_kosong"), uji.menulis("camat") as kerja:
        register.disposisikan(kerja, surat_id, replace(LEMBAR, instruksi=""))


def test_an_administrator_keeps_no_books(uji: KantorUji) -> None:
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("admin") as kerja:
        register.catat_surat_masuk(kerja, MASUK)


# --- numbers ---------------------------------------------------------------------------------------------------------


def test_the_offices_pattern_numbers_its_letters_and_goes_on_next_year(uji: KantorUji) -> None:
    pola = "800/{nomor:03}/Dinsos.C/{bulan_romawi}/{tahun}"
    with uji.menulis("admin") as kerja:
        penomoran.atur_penomoran(kerja, "surat_keluar", 2026, pola, terakhir=12)
    keluar = DataSurat("Undangan", HARI, HARI, None, kepada="Kepala Desa")
    with uji.menulis() as kerja:
        satu = register.catat_surat_keluar(kerja, keluar)
        depan = register.catat_surat_keluar(kerja, replace(keluar, tanggal_surat=date(2027, 1, 5)))
        assert register.surat(kerja, satu).nomor_surat == "800/013/Dinsos.C/III/2026"
        assert register.surat(kerja, depan).nomor_surat == "800/001/Dinsos.C/I/2027"
    with uji.membaca() as kerja:
        nomor = {n.kode: n for n in penomoran.daftar_penomoran(kerja, 2026)}
    assert nomor["surat_keluar"] == penomoran.Nomor("surat_keluar", 2026, pola, 13)
    assert nomor["register"].terakhir == 0


def test_without_a_pattern_numbers_are_typed(uji: KantorUji) -> None:
    with pytest.raises(KnownError, match="nomor_diketik"), uji.menulis() as kerja:
        register.catat_surat_keluar(kerja, DataSurat("Undangan", HARI, HARI, None, kepada="Kepala Desa"))


@pytest.mark.parametrize(
    "pola",
    [
        "",
        "800",
        "{tahun}",
        "{nomor.real}",
        "{nomor!r}",
        "{nomor:>99999}",
        "{0}",
        "{nomor",
        "{nama}",
        "{nomor}{bulan_romawi:3}",
    ],
)
def test_patterns_that_are_no_pattern(uji: KantorUji, pola: str) -> None:
    with pytest.raises(KnownError, match="pola_nomor_salah"), uji.menulis("admin") as kerja:
        penomoran.atur_penomoran(kerja, "surat_tugas", 2026, pola)


@settings(deadline=None)
@given(st.integers(1, 9999), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_numbers_in_a_year_never_collide(nomor: int, hari: date) -> None:
    pola = penomoran.POLA_BAWAAN[penomoran.PELAYANAN]
    assert penomoran.tulis_nomor(pola, nomor, hari) != penomoran.tulis_nomor(pola, nomor + 1, hari)


# --- services --------------------------------------------------------------------------------------------------------


def test_services_are_numbered_through_the_year(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        satu = register.catat_pelayanan(kerja, "Rusdiansyah", "Pengajuan DTKS")
        dua = register.catat_pelayanan(kerja, "Norhayati", "Pengajuan DTKS", tanggal=date(2027, 1, 4))
        tiga = register.catat_pelayanan(kerja, "Sarinah", "Rekomendasi", nomor="0002/2026")
        empat = register.catat_pelayanan(kerja, "Jumri", "Pengajuan DTKS")
    assert [b.nomor for b in (satu, dua, tiga, empat)] == ["0001/2026", "0001/2027", "0002/2026", "0003/2026"]
    with uji.membaca() as kerja:
        buku = register.buku_pelayanan(kerja, date(2026, 1, 1), date(2026, 12, 31))
    assert [b.nama for b in buku] == ["Rusdiansyah", "Sarinah", "Jumri"]
    with pytest.raises(KnownError, match="nomor_register_terpakai"), uji.menulis() as kerja:
        register.catat_pelayanan(kerja, "Jumri", "Lagi", nomor="0001/2026")
