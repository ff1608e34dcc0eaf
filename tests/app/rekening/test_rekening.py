"""The list for the bank goes out, numbers come back: all of it or nothing, doubts only when confirmed, never a PIN."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app import jejak
from app.bahasa.galat import kalimat
from app.kerja import Kerja
from app.mitra import DataMitra, catat_mitra, catat_perjanjian
from app.orang import DataOrang, gabung_orang, orang_baru
from app.penetapan import daftar_penerima, penetapan_berlaku, sahkan_sk, susun_perubahan
from app.penyaluran import semua_serah
from app.rekening.lembar import (
    BarisRekening,
    LembarRekening,
    SelIsi,
    baca_rekening_bank,
    baku_kode_orang,
    kode_orang,
)
from app.rekening.lihat import RingkasanRekening, daftar_rekening, hitung_rekening, rekening_orang
from app.rekening.masuk import masukkan_rekening, periksa_rekening
from app.usulan.baca import BerkasDitolak
from db.galat import KnownError
from db.istilah import JenisPerjanjian, StatusUsulan
from db.model import Orang, Penerima, Rekening, Usulan
from reports.lembar_realisasi import cetak_realisasi
from reports.pembukaan_rekening import cetak_pembukaan
from tests.helpers import lembar as buat
from tests.helpers.kegiatan import beri_wali, buat_kegiatan, isi_usulan, kegiatan_sah, tetapkan
from tests.helpers.lembar import Lembar
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
NAMA, NIK, TELEPON, BANK, NOMOR, PEMILIK, KODE = "B", "C", "N", "O", "Q", "R", "S"
"""Columns of the list that goes out, where nobody has a wali."""
Isi = Callable[[Any], None]


def _keluar(kerja: Kerja, ke: Path, banyak: int) -> UUID:
    kegiatan = kegiatan_sah(kerja, banyak)
    assert cetak_pembukaan(kerja, kegiatan, ke) == banyak
    return kegiatan


def _isi_semua(ws: Any) -> None:
    """Fill in what a careful bank fills in."""
    for baris in range(4, ws.max_row + 1):
        ws[f"{NOMOR}{baris}"], ws[f"{PEMILIK}{baris}"] = f"00123456{baris:04}", ws[f"{NAMA}{baris}"].value


def _kembali(uji: KantorUji, tmp_path: Path, isi: Isi, banyak: int = 4) -> tuple[UUID, LembarRekening]:
    """Send a list out, fill it in, change it, and read it."""
    with uji.menulis() as kerja:
        kegiatan = _keluar(kerja, tmp_path / "keluar.xlsx", banyak)
    buku = load_workbook(tmp_path / "keluar.xlsx")
    _isi_semua(buku["Rekening"])
    isi(buku["Rekening"])
    buku.save(tmp_path / "kembali.xlsx")
    return kegiatan, baca_rekening_bank(tmp_path / "kembali.xlsx")


def _polos(_ws: Any) -> None:
    return None


def test_the_list_names_everyone_in_full_as_text(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        orang = {"nama_ibu": "SUMIATI", "telepon": "6281234567890"}
        (usulan, _) = isi_usulan(kerja, kegiatan, 2, status=StatusUsulan.LAYAK, orang=orang)
        tetapkan(kerja, kegiatan)
        mitra = catat_mitra(kerja, DataMitra("Bank Contoh"))
        catat_perjanjian(kerja, kegiatan, mitra, JenisPerjanjian.MOU, tanggal=HARI, nomor="1")
        assert cetak_pembukaan(kerja, kegiatan, tmp_path / "keluar.xlsx") == 2
        semua = {p.nama: p for p in daftar_rekening(kerja, kegiatan)}
    ws = load_workbook(tmp_path / "keluar.xlsx")["Rekening"]
    baris = {ws[f"{NAMA}{n}"].value: n for n in (4, 5)}
    assert set(baris) == set(semua)
    for nama, n in baris.items():
        p = semua[nama]
        assert (ws[f"{NIK}{n}"].value, ws[f"{NIK}{n}"].data_type) == (p.nik, "s")
        assert (ws[f"D{n}"].value, ws[f"E{n}"].value, ws[f"G{n}"].value) == (p.no_kk, "Nanga Bulik", p.jenis_kelamin)
        assert ws[f"F{n}"].value.date() == p.tanggal_lahir
        assert (ws[f"H{n}"].value, ws[f"{TELEPON}{n}"].value) == ("SUMIATI", "0812-3456-7890")
        assert (ws[f"{BANK}{n}"].value, ws[f"{KODE}{n}"].value) == ("Bank Contoh", kode_orang(p.orang_id))
    assert usulan


def test_a_child_goes_out_with_its_wali(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        (usulan,) = isi_usulan(kerja, kegiatan, 1, status=StatusUsulan.LAYAK)
        beri_wali(kerja, usulan, "SUMIATI", "6209034101800001")
        tetapkan(kerja, kegiatan)
        cetak_pembukaan(kerja, kegiatan, tmp_path / "keluar.xlsx")
    ws = load_workbook(tmp_path / "keluar.xlsx")["Rekening"]
    assert [s.value for s in ws[3]][14:16] == ["NAMA WALI", "NIK WALI"]
    assert [s.value for s in ws[4]][14:16] == ["SUMIATI", "6209034101800001"]


def test_numbers_reach_the_list_the_bank_list_and_the_next_decree(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan, lembar = _kembali(uji, tmp_path, _polos)
    with uji.menulis() as kerja:
        dilihat = periksa_rekening(kerja, kegiatan, lembar)
        assert hitung_rekening(kerja, kegiatan) == RingkasanRekening(4, 0)
        hasil = masukkan_rekening(kerja, kegiatan, lembar)
        assert hitung_rekening(kerja, kegiatan) == RingkasanRekening(4, 4)
        assert (dilihat.baru, dilihat.ragu, dilihat.salah, hasil.dicatat) == (4, (), (), 4)
        serah = list(semua_serah(kerja, kegiatan))
        assert all(b.rekening.startswith("001234560") and b.atas_nama == b.nama for b in serah)
        cetak_realisasi(kerja, kegiatan, tmp_path / "realisasi.xlsx")
        with pytest.raises(KnownError, match="rekening_semua_punya"):
            cetak_pembukaan(kerja, kegiatan, tmp_path / "lagi.xlsx")
        keluar = next(iter(semua_serah(kerja, kegiatan))).penerima_id
        susun_perubahan(kerja, kegiatan, batal={keluar: "pindah"})
        sahkan_sk(kerja, kegiatan, nomor="188/2", tanggal=HARI)
        assert hitung_rekening(kerja, kegiatan) == RingkasanRekening(3, 3)
        aksi = [b.aksi for b in jejak.riwayat(kerja, objek_id=kegiatan, batas=20)]
    ws = load_workbook(tmp_path / "realisasi.xlsx")["Realisasi"]
    assert {ws[f"F{n}"].value for n in range(4, 8)} == {b.rekening for b in serah}
    assert {"ekspor_pembukaan_rekening", "masukkan_rekening"} <= set(aksi)


def test_the_code_of_somebody_merged_since_is_still_known(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan, lembar = _kembali(uji, tmp_path, _polos)
    with uji.menulis() as kerja:
        pergi = next(iter(semua_serah(kerja, kegiatan))).orang_id
        tinggal = orang_baru(kerja, DataOrang("Orang Sama"))
        gabung_orang(kerja, tinggal, pergi, alasan="KTP yang sama")
        assert masukkan_rekening(kerja, kegiatan, lembar).dicatat == 4
        assert [r.nomor for r in rekening_orang(kerja, tinggal, penuh=True)] != []


def test_a_workbook_again_changes_nothing(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan, lembar = _kembali(uji, tmp_path, _polos)
    with uji.menulis() as kerja:
        masukkan_rekening(kerja, kegiatan, lembar)
        lagi = masukkan_rekening(kerja, kegiatan, lembar)
        (satu,) = rekening_orang(kerja, daftar_rekening(kerja, kegiatan)[0].orang_id, penuh=True)
    assert (lagi.dicatat, lagi.sama) == (0, 4)
    assert satu.aktif


def test_an_earlier_version_stays_as_it_was_signed(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan, lembar = _kembali(uji, tmp_path, _polos)
    with uji.menulis() as kerja:
        pertama = penetapan_berlaku(kerja, kegiatan)
        assert pertama is not None
        susun_perubahan(kerja, kegiatan, batal={daftar_rekening(kerja, kegiatan)[0].penerima_id: "pindah"})
        sahkan_sk(kerja, kegiatan, nomor="188/2", tanggal=HARI)
        sisa = LembarRekening(lembar.baris[1:])
        assert masukkan_rekening(kerja, kegiatan, sisa).dicatat == 3
        assert not any(p.rekening for p in daftar_penerima(kerja, pertama.id))


@pytest.mark.parametrize(
    ("sel", "nilai", "salah_di", "kode"),
    [
        (f"{KODE}5", "SLR2-0000000000000000X", f"{KODE}5", "rekening_kode_asing"),
        (f"{KODE}5", kode_orang(UUID(int=7)), f"{KODE}5", "rekening_kode_asing"),
        (f"{NIK}5", "6209034101800001", f"{NIK}5", "rekening_nik_beda"),
        (f"{NOMOR}5", "12-34", f"{NOMOR}5", "rekening_nomor_salah"),
        (f"{NOMOR}5", "menyusul", f"{NOMOR}5", "rekening_nomor_salah"),
        (f"{NOMOR}5", "1,23457E+15", f"{NOMOR}5", "rekening_angka_rusak"),
        (f"{NOMOR}5", 1234567890123456, f"{NOMOR}5", "rekening_angka_rusak"),
    ],
)
def test_one_wrong_cell_stops_the_whole_workbook(
    uji: KantorUji, tmp_path: Path, sel: str, nilai: Any, salah_di: str, kode: str
) -> None:
    def isi(ws: Any) -> None:
        ws[sel] = nilai

    kegiatan, lembar = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        (salah,) = periksa_rekening(kerja, kegiatan, lembar).salah
        assert (salah.sel, salah.sebab.kode) == (salah_di, kode)
        assert kalimat(salah.sebab)
        with pytest.raises(KnownError, match="rekening_bermasalah"):
            masukkan_rekening(kerja, kegiatan, lembar)
        assert hitung_rekening(kerja, kegiatan).punya == 0


@pytest.mark.parametrize(
    ("nik", "kode"),
    [("6209034101800001", "rekening_nik_asing"), ("", "rekening_tanpa_tanda"), ("12", "rekening_nik_asing")],
)
def test_without_our_code_the_nik_counts(uji: KantorUji, tmp_path: Path, nik: str, kode: str) -> None:
    def isi(ws: Any) -> None:
        for n in range(3, 8):
            ws[f"{KODE}{n}"] = None
        ws[f"{NIK}5"] = nik or None

    kegiatan, lembar = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        periksa = periksa_rekening(kerja, kegiatan, lembar)
        (salah,) = periksa.salah
        assert (salah.sebab.kode, periksa.baru) == (kode, 3)
        assert masukkan_rekening(kerja, kegiatan, LembarRekening(lembar.baris[2:])).dicatat == 2


def test_the_same_nik_of_two_people_needs_the_code(uji: KantorUji, tmp_path: Path) -> None:
    def isi(ws: Any) -> None:
        ws[f"{KODE}4"] = None

    kegiatan, lembar = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        satu, dua = daftar_rekening(kerja, kegiatan)[:2]
        kerja.sesi.get_one(Penerima, dua.penerima_id).nik = satu.nik
        kerja.sesi.flush()
        salah = periksa_rekening(kerja, kegiatan, lembar).salah
    assert (salah[0].sel, salah[0].sebab.kode) == (f"{NIK}4", "rekening_nik_kembar")


def test_somebody_twice_names_the_other_cell(uji: KantorUji, tmp_path: Path) -> None:
    def isi(ws: Any) -> None:
        ws[f"{KODE}6"], ws[f"{NIK}6"] = ws[f"{KODE}4"].value, None

    kegiatan, lembar = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        (salah,) = periksa_rekening(kerja, kegiatan, lembar).salah
    assert (salah.sel, salah.sebab.kode, salah.sebab.fakta["sel"]) == (f"{KODE}6", "rekening_orang_ganda", f"{KODE}4")


@pytest.mark.parametrize(
    ("sel", "nilai", "kode"),
    [
        (f"{PEMILIK}5", "SUMIATI", "rekening_pemilik_beda"),
        (f"{PEMILIK}5", None, "rekening_tanpa_pemilik"),
        (f"{NOMOR}5", 123456789, "rekening_sel_angka"),
    ],
)
def test_a_doubt_is_left_out_until_confirmed(uji: KantorUji, tmp_path: Path, sel: str, nilai: Any, kode: str) -> None:
    def isi(ws: Any) -> None:
        ws[sel] = nilai

    kegiatan, lembar = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        (ragu,) = periksa_rekening(kerja, kegiatan, lembar).ragu
        assert (ragu.sel, [e.kode for e in ragu.sebab]) == (f"{NOMOR}5", [kode])
        assert all(map(kalimat, ragu.sebab))
        hasil = masukkan_rekening(kerja, kegiatan, lembar)
        assert (hasil.dicatat, hasil.ditinggalkan, hitung_rekening(kerja, kegiatan).punya) == (3, 1, 3)
        hasil = masukkan_rekening(kerja, kegiatan, lembar, setuju=[ragu.sel])
        assert (hasil.dicatat, hasil.sama, hitung_rekening(kerja, kegiatan).punya) == (1, 3, 4)
        with pytest.raises(KnownError, match="rekening_setuju_asing"):
            masukkan_rekening(kerja, kegiatan, lembar, setuju=["Z99"])


def test_the_spelling_of_a_name_is_no_doubt(uji: KantorUji, tmp_path: Path) -> None:
    def isi(ws: Any) -> None:
        ws[f"{PEMILIK}4"] = f" {ws[f'{NAMA}4'].value.lower()}. "

    kegiatan, lembar = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        assert periksa_rekening(kerja, kegiatan, lembar).ragu == ()


def test_a_number_of_two_people_is_asked_about(uji: KantorUji, tmp_path: Path) -> None:
    def isi(ws: Any) -> None:
        ws[f"{NOMOR}5"] = ws[f"{NOMOR}4"].value

    kegiatan, lembar = _kembali(uji, tmp_path, isi)
    with uji.menulis() as kerja:
        periksa = periksa_rekening(kerja, kegiatan, lembar)
        assert [(r.sel, [e.kode for e in r.sebab]) for r in periksa.ragu] == [
            (f"{NOMOR}4", ["rekening_dipakai_lain"]),
            (f"{NOMOR}5", ["rekening_dipakai_lain"]),
        ]
        lain = Orang(nama="LAIN", nama_cari="LAIN")
        kerja.sesi.add(lain)
        kerja.sesi.flush()
        kerja.sesi.add(Rekening(orang_id=lain.id, nomor=lembar.baris[3].isi("no_rekening")))
        kerja.sesi.flush()
        assert len(periksa_rekening(kerja, kegiatan, lembar).ragu) == 3


def test_another_number_replaces_the_old_one_only_when_confirmed(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan, lembar = _kembali(uji, tmp_path, _polos)
    buku = load_workbook(tmp_path / "kembali.xlsx")
    buku["Rekening"][f"{NOMOR}4"] = "777000111222"
    buku.save(tmp_path / "ganti.xlsx")
    with uji.menulis() as kerja:
        masukkan_rekening(kerja, kegiatan, lembar)
        baru = baca_rekening_bank(tmp_path / "ganti.xlsx")
        (ragu,) = periksa_rekening(kerja, kegiatan, baru).ragu
        assert [e.kode for e in ragu.sebab] == ["rekening_diganti"]
        masukkan_rekening(kerja, kegiatan, baru, setuju=[ragu.sel])
        orang = next(p for p in daftar_rekening(kerja, kegiatan) if p.nama == ragu.nama)
        kini, lama = rekening_orang(kerja, orang.orang_id, penuh=True)
    assert (orang.rekening, kini.nomor, kini.aktif, lama.aktif) == ("777000111222", "777000111222", True, False)


def test_a_pin_is_never_read_and_that_is_said(uji: KantorUji, tmp_path: Path) -> None:
    def isi(ws: Any) -> None:
        ws["T3"], ws["T4"], ws["U3"], ws["U4"] = "PIN ATM", "123456", "Nomor Rekening & PIN", "999888777666"

    kegiatan, lembar = _kembali(uji, tmp_path, isi)
    with uji.membaca() as kerja:
        assert periksa_rekening(kerja, kegiatan, lembar).rahasia == (("T3", "PIN ATM"), ("U3", "Nomor Rekening & PIN"))
    assert "123456'" not in repr(lembar)
    assert "999888777666" not in repr(lembar)


def test_other_workbooks_are_refused(tmp_path: Path) -> None:
    berkas = tmp_path / "lain.xlsx"
    for judul, kode in (
        (["NAMA", "NIK"], "bukan_rekening"),
        (["NAMA", "NO. REKENING"], "bukan_rekening"),
        (["NIK", "NO. REKENING", "NOMOR REKENING"], "dua_rekening"),
        (["NIK", "NO. REKENING / PIN"], "bukan_rekening"),
    ):
        berkas.write_bytes(buat.xlsx(Lembar([judul, ["1"] * len(judul)])))
        with pytest.raises(BerkasDitolak) as salah:
            baca_rekening_bank(berkas)
        assert salah.value.kode_berkas == kode
        assert kalimat(salah.value)


def test_the_banks_own_workbook_of_several_sheets(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 2)
        satu, dua = daftar_rekening(kerja, kegiatan)
    judul = ["No KTP", "Nama Nasabah", "Norek", "Atas Nama", "Cabang"]
    isi = [
        Lembar([["BANK CONTOH"], judul, ["1", "2", "3", "4", "5"], [p.nik, p.nama, nomor, p.nama, "Nanga Bulik"]], nama)
        for p, nomor, nama in ((satu, "0011223344", "Satu"), (dua, "0055667788", "Dua"))
    ]
    (tmp_path / "bank.xlsx").write_bytes(buat.xlsx(*isi))
    lembar = baca_rekening_bank(tmp_path / "bank.xlsx")
    with uji.menulis() as kerja:
        assert masukkan_rekening(kerja, kegiatan, lembar).dicatat == 2
        (akun,) = rekening_orang(kerja, dua.orang_id, penuh=True)
    assert [b.sel["no_rekening"].alamat for b in lembar.baris] == ["Satu!C4", "Dua!C4"]
    assert (akun.nomor, akun.cabang) == ("0055667788", "Nanga Bulik")


def test_who_may_not_is_refused_and_sees_masks(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan, lembar = _kembali(uji, tmp_path, _polos)
    with uji.menulis() as kerja:
        masukkan_rekening(kerja, kegiatan, lembar)
        orang = daftar_rekening(kerja, kegiatan)[0].orang_id
    with uji.menulis("admin") as kerja:
        with pytest.raises(KnownError, match="tidak_berwenang"):
            periksa_rekening(kerja, kegiatan, lembar)
        with pytest.raises(KnownError, match="tidak_berwenang"):
            cetak_pembukaan(kerja, kegiatan, tmp_path / "x.xlsx", semua=True)
        (satu,) = rekening_orang(kerja, orang, penuh=True)
    assert satu.nomor.startswith("•")
    assert not (tmp_path / "x.xlsx").exists()


def test_an_account_goes_before_a_card_on_the_list(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        (usulan,) = isi_usulan(kerja, kegiatan, 1, status=StatusUsulan.LAYAK)
        orang = kerja.sesi.get_one(Usulan, usulan).orang_id
        for jenis, nomor in (("rekening", "0011223344"), ("kks", "6032000000000001")):
            kerja.sesi.add(Rekening(orang_id=orang, nomor=nomor, jenis=jenis))
            kerja.sesi.flush()
        tetapkan(kerja, kegiatan)
        (satu,) = daftar_rekening(kerja, kegiatan)
    assert satu.rekening == "0011223344"


@given(st.uuids(version=4), st.sampled_from(["{}", " {} ", "{}\r\n"]))
def test_a_code_is_read_back_however_it_was_copied(orang: UUID, bentuk: str) -> None:
    kode = kode_orang(orang)
    assert baku_kode_orang(bentuk.format(kode)) == kode
    assert baku_kode_orang(kode.lower()) == kode
    assert baku_kode_orang(kode[:-1]) is None


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    isi=st.lists(st.sampled_from(["", "0012345", "sama", "salah", "beda"]), min_size=5, max_size=5),
    setuju=st.booleans(),
)
def test_every_row_is_counted_once_and_the_list_grows_by_what_was_taken(
    uji: KantorUji, isi: list[str], setuju: bool
) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 5)
        semua = daftar_rekening(kerja, kegiatan)
        baris = []
        for n, (p, apa) in enumerate(zip(semua, isi, strict=True), 4):
            nomor = {"": "", "salah": "12"}.get(apa, f"00998877{n}{kegiatan.int % 10**6:06}")
            pemilik = "ORANG LAIN" if apa == "beda" else p.nama
            sel = {
                "kode": (KODE, kode_orang(p.orang_id)),
                "no_rekening": (NOMOR, nomor),
                "nama_rekening": ("R", pemilik),
            }
            baris.append(BarisRekening({b: SelIsi(f"{k}{n}", t) for b, (k, t) in sel.items()}))
        utuh = LembarRekening(tuple(b for b, apa in zip(baris, isi, strict=True) if apa == "sama"))
        dahulu = masukkan_rekening(kerja, kegiatan, utuh).dicatat
        r = periksa_rekening(kerja, kegiatan, LembarRekening(tuple(baris)))
        assert r.baru + len(r.ragu) + r.sama + r.kosong + len(r.salah) == len(baris)
        assert (r.sama, len(r.ragu), len(r.salah)) == (dahulu, isi.count("beda"), isi.count("salah"))
        baik = LembarRekening(tuple(b for b, apa in zip(baris, isi, strict=True) if apa != "salah"))
        hasil = masukkan_rekening(kerja, kegiatan, baik, setuju=[s.sel for s in r.ragu] if setuju else ())
        assert hasil.dicatat + hasil.ditinggalkan + hasil.sama + hasil.kosong == len(baik.baris)
        assert hitung_rekening(kerja, kegiatan).punya == dahulu + hasil.dicatat
