"""DTKS after the counter: an answer is taken over and back, the refused go to their desa, the BNBA is compared."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import col, select

from app.kerja import Kerja
from app.siks.hasil import TANPA_ALASAN, batalkan_hasil, jawab_sendiri, periksa_hasil, terapkan_hasil
from app.siks.jawaban import PENGIRIM, BarisJawaban, BerkasJawaban, baca_jawaban, putusan
from app.siks.kembali import daftar_kembali, kembalikan_ke_desa
from app.siks.rekonsiliasi import Padanan, daftar_padanan, hasil_rekonsiliasi, rekonsiliasi
from app.usulan.baca import BerkasDitolak, Buku
from app.usulan.pemetaan import muat_ingatan
from db.galat import KnownError
from db.istilah import ArahSurat, StatusImpor, StatusPenetapan, StatusUsulan, TujuanImpor
from db.model import Impor, Orang, Penerima, Penetapan, Surat, Usulan
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan, nama_uji, nik_uji
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


def jawaban(*isi: tuple[str, str, bool | None, str], nama: str = "hasil.xlsx") -> BerkasJawaban:
    """Make a file's answer of (NIK, name, yes or no, reason)."""
    baris = tuple(
        BarisJawaban("Sheet1", n, nik, orang, date(1950, 1, 2), "Guci", f"ID{n}", terima, alasan, {"A": orang})
        for n, (nik, orang, terima, alasan) in enumerate(isi, 2)
    )
    return BerkasJawaban(Buku(nama, nama.ljust(64, "0"), nama.encode(), "xlsx"), baris, ())


def satu(nomor: int, terima: bool | None, alasan: str = "") -> tuple[str, str, bool | None, str]:
    return nik_uji(nomor), nama_uji(nomor), terima, alasan


def status(kerja: Kerja, kegiatan_id: UUID) -> list[tuple[str, str]]:
    kueri = select(Usulan.status, Usulan.alasan).where(Usulan.kegiatan_id == kegiatan_id).order_by(col(Usulan.urut))
    return [(s, a) for s, a in kerja.sesi.exec(kueri)]


@pytest.fixture
def triwulan(uji: KantorUji) -> UUID:
    """A gathered triwulan with five applicants."""
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="dtks", nama="DTKS Triwulan I 2026", ditutup_pengumpulan=True)
        isi_usulan(kerja, kegiatan_id, 5)
    return kegiatan_id


def test_an_answer_decides_each_usulan(uji: KantorUji, triwulan: UUID) -> None:
    berkas = jawaban(satu(1, True), satu(2, False, "NIK tidak padan"), satu(3, False), satu(4, None), satu(99, True))
    with uji.menulis("operator") as kerja:
        dilihat = periksa_hasil(kerja, triwulan, berkas)
        hasil = terapkan_hasil(kerja, triwulan, berkas)
    assert (hasil.diterima, hasil.ditolak, hasil.belum_dijawab) == (1, 2, 1)
    assert [b.nik for b in hasil.tak_dikenal] == [nik_uji(99)]
    assert [b.baris for b in hasil.tak_jelas] == [5]
    assert dilihat.impor_id is None
    assert (dilihat.diterima, dilihat.tak_dikenal) == (hasil.diterima, hasil.tak_dikenal)
    with uji.membaca() as kerja:
        assert status(kerja, triwulan) == [
            ("layak", ""),
            ("ditolak_sistem", "NIK tidak padan"),
            ("ditolak_sistem", TANPA_ALASAN),
            ("diusulkan", ""),
            ("diusulkan", ""),
        ]


def test_a_list_of_refusals_accepts_everyone_else(uji: KantorUji, triwulan: UUID) -> None:
    with uji.menulis() as kerja:
        hasil = terapkan_hasil(kerja, triwulan, jawaban(satu(2, False, "x")), sisanya_diterima=True)
        assert (hasil.diterima, hasil.ditolak, hasil.belum_dijawab) == (4, 1, 0)
        assert [s for s, _ in status(kerja, triwulan)].count("layak") == 4


def test_a_damaged_nik_is_found_by_name_and_birth_date(uji: KantorUji, triwulan: UUID) -> None:
    with uji.menulis() as kerja:
        orang = kerja.sesi.exec(select(Orang).where(Orang.nik == nik_uji(1))).one()
        assert orang.tanggal_lahir == date(1950, 1, 2)
        terapkan_hasil(kerja, triwulan, jawaban(("", nama_uji(1).lower(), False, "x")))
        assert status(kerja, triwulan)[0] == ("ditolak_sistem", "x")


def test_an_answer_can_be_taken_back_but_not_over_later_work(uji: KantorUji, triwulan: UUID) -> None:
    with uji.menulis() as kerja:
        hasil = terapkan_hasil(kerja, triwulan, jawaban(satu(1, True), satu(2, False, "x")), sisanya_diterima=True)
    with uji.menulis() as kerja:
        usulan = kerja.sesi.exec(
            select(Usulan).where(Usulan.kegiatan_id == triwulan).order_by(col(Usulan.urut))
        ).first()
        assert usulan is not None
        usulan.status, usulan.alasan = StatusUsulan.TIDAK_LAYAK.value, "meninggal"
    assert hasil.impor_id is not None
    with uji.menulis() as kerja:
        assert batalkan_hasil(kerja, hasil.impor_id, alasan="berkas keliru") == 4
        assert status(kerja, triwulan) == [("tidak_layak", "meninggal"), *[("diusulkan", "")] * 4]
    with pytest.raises(KnownError, match="impor_sudah_dibatalkan"), uji.menulis() as kerja:
        batalkan_hasil(kerja, hasil.impor_id, alasan="lagi")
    with uji.menulis() as kerja:  # taken back, so the same file may come again
        lagi = terapkan_hasil(kerja, triwulan, jawaban(satu(1, True), satu(2, False, "x")), sisanya_diterima=True)
        assert (lagi.diterima, lagi.ditolak, lagi.tak_dikenal) == (3, 1, ())


def test_only_an_answer_is_taken_back_as_one(uji: KantorUji, triwulan: UUID) -> None:
    with uji.menulis() as kerja:
        impor = Impor(
            kegiatan_id=triwulan, tujuan=TujuanImpor.USULAN.value, akun_id=kerja.akun_id, pada=kerja.sekarang()
        )
        kerja.sesi.add(impor)
        kerja.sesi.flush()
        for impor_id in (impor.id, triwulan):
            with pytest.raises(KnownError, match="impor_tidak_ada"):
                batalkan_hasil(kerja, impor_id, alasan="berkas keliru")
        assert impor.status == StatusImpor.TERSIMPAN


@pytest.mark.parametrize(
    ("siapkan", "isi", "galat"),
    [
        ({}, (satu(77, True),), "jawaban_tanpa_kecocokan"),
        ({"ditutup_pengumpulan": False}, (satu(1, True),), "triwulan_belum_ditutup"),
        ({"status": "batal"}, (satu(1, True),), "kegiatan_ditutup"),
    ],
)
def test_answers_that_do_not_fit_are_refused(
    uji: KantorUji, siapkan: dict[str, object], isi: Iterable[tuple[str, str, bool | None, str]], galat: str
) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="dtks", **({"ditutup_pengumpulan": True} | siapkan))
        isi_usulan(kerja, kegiatan_id, 2)
    with pytest.raises(KnownError, match=galat), uji.menulis() as kerja:
        terapkan_hasil(kerja, kegiatan_id, jawaban(*isi))
    with uji.membaca() as kerja:
        assert status(kerja, kegiatan_id) == [("diusulkan", "")] * 2


def test_the_same_file_is_taken_once(uji: KantorUji, triwulan: UUID) -> None:
    with uji.menulis() as kerja:
        terapkan_hasil(kerja, triwulan, jawaban(satu(1, True)))
    with pytest.raises(KnownError, match="jawaban_sudah_pernah"), uji.menulis() as kerja:
        terapkan_hasil(kerja, triwulan, jawaban(satu(1, True)))


def test_the_decree_locks_the_answer(uji: KantorUji, triwulan: UUID) -> None:
    with uji.menulis() as kerja:
        _sahkan(kerja, triwulan)
    with pytest.raises(KnownError, match="hasil_siks_terkunci"), uji.menulis() as kerja:
        terapkan_hasil(kerja, triwulan, jawaban(satu(1, True)))


def test_the_refused_go_back_to_their_desa_once(uji: KantorUji, triwulan: UUID) -> None:
    with uji.menulis() as kerja:
        terapkan_hasil(
            kerja, triwulan, jawaban(*(satu(n, False, f"alasan {n}") for n in (1, 2, 4))), sisanya_diterima=True
        )
    with uji.menulis() as kerja:
        daftar = daftar_kembali(kerja, triwulan)
        assert [(d.desa, [o.alasan for o in d.orang]) for d in daftar] == [
            ("Desa Guci", ["alasan 1", "alasan 4"]),
            ("Desa Batu Kotam", ["alasan 2"]),
        ]
        nomor = {d.kode_desa: f"460/{n}" for n, d in enumerate(daftar, 1)}
        assert len(kembalikan_ke_desa(kerja, triwulan, tanggal=HARI, nomor=nomor, tksk="Sarinah")) == 2
        assert kembalikan_ke_desa(kerja, triwulan, tanggal=HARI, nomor=nomor) == []
    with uji.membaca() as kerja:
        assert [d.nomor_surat for d in daftar_kembali(kerja, triwulan)] == ["460/1", "460/2"]
        surat = kerja.sesi.exec(select(Surat).where(Surat.kegiatan_id == triwulan)).all()
        assert {s.arah for s in surat} == {ArahSurat.KELUAR.value}
        assert surat[0].kepada == "Desa Guci melalui TKSK Sarinah"


def test_nothing_refused_nothing_to_return(uji: KantorUji, triwulan: UUID) -> None:
    with pytest.raises(KnownError, match="tidak_ada_penolakan"), uji.menulis() as kerja:
        kembalikan_ke_desa(kerja, triwulan, tanggal=HARI)


def test_the_new_bnba_is_held_against_what_was_sent(uji: KantorUji, triwulan: UUID) -> None:
    with uji.menulis() as kerja:
        terapkan_hasil(kerja, triwulan, jawaban(satu(5, False, "x")), sisanya_diterima=True)
        _sahkan(kerja, triwulan)
    bnba = jawaban(satu(1, None), satu(2, None), satu(50, None), satu(51, None), nama="bnba.xlsx")
    with uji.menulis() as kerja:
        hasil = rekonsiliasi(kerja, triwulan, bnba)
    assert (hasil.masuk, hasil.tidak_masuk, hasil.tidak_dikirim, hasil.terkirim) == (2, 2, 2, 4)
    with uji.membaca() as kerja:
        assert hasil_rekonsiliasi(kerja, triwulan) == hasil
        nik = {p: [b.nik for b in daftar_padanan(kerja, triwulan, p)] for p in Padanan}
        orang = kerja.sesi.exec(select(Orang).where(Orang.nik == nik_uji(2))).one()
    assert nik == {
        Padanan.MASUK: [nik_uji(1), nik_uji(2)],
        Padanan.TIDAK_MASUK: [nik_uji(3), nik_uji(4)],
        Padanan.TIDAK_DIKIRIM: [nik_uji(50), nik_uji(51)],
    }
    assert orang.id_dtks == "ID3"


def test_without_anyone_sent_there_is_nothing_to_compare(uji: KantorUji, triwulan: UUID) -> None:
    with pytest.raises(KnownError, match="belum_ada_yang_dikirim"), uji.menulis() as kerja:
        rekonsiliasi(kerja, triwulan, jawaban(satu(1, None)))
    with uji.membaca() as kerja:
        assert hasil_rekonsiliasi(kerja, triwulan) is None
        assert daftar_padanan(kerja, triwulan, Padanan.MASUK) == []


# --- reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kata", "alasan", "hasil"),
    [
        ("DITERIMA", "", True),
        ("Padan", "", True),
        ("Ditolak sistem", "", False),
        ("TIDAK PADAN", "", False),
        ("tidak  valid", "", False),
        ("", "NIK ganda", False),
        ("", "", None),
        ("Dalam proses", "x", None),
    ],
)
def test_answers_in_words(kata: str, alasan: str, hasil: bool | None) -> None:
    assert putusan(kata, alasan) is hasil


def test_a_file_is_read_by_its_headings(tmp_path: Path) -> None:
    berkas = tmp_path / "hasil siks.csv"
    berkas.write_text(
        "HASIL USULAN DTKS\n\nNo;NIK;Nama;Tgl Lahir;Desa;Status Usulan;Alasan Penolakan\n"
        f"1;{nik_uji(9001)};Sarinah;01-02-1960;Guci;DITERIMA;\n"
        f"2;{nik_uji(9002)};Jumri;1960-03-04;Guci;DITOLAK;NIK tidak padan\n"
        "3;6,20903E+15;Masrani;05/06/1970;Guci;TIDAK VALID;\n",
        encoding="utf-8",
    )
    hasil = baca_jawaban(berkas, HARI)
    assert [(b.nik, b.nama, b.diterima, b.alasan) for b in hasil.baris] == [
        (nik_uji(9001), "Sarinah", True, ""),
        (nik_uji(9002), "Jumri", False, "NIK tidak padan"),
        ("", "Masrani", False, "TIDAK VALID"),
    ]
    assert [b.lahir for b in hasil.baris] == [date(1960, 2, 1), date(1960, 3, 4), date(1970, 6, 5)]
    assert [b.baris for b in hasil.baris] == [4, 5, 6]
    assert hasil.dilewati


def test_columns_that_the_office_explained_before_are_known(uji: KantorUji, tmp_path: Path) -> None:
    berkas = tmp_path / "hasil asing.csv"
    berkas.write_text(
        f"NO;PENGENAL;SIAPA;JAWAB\n1;{nik_uji(9001)};Sarinah;DITERIMA\n2;{nik_uji(9002)};Jumri;DITOLAK\n",
        encoding="utf-8",
    )
    peta = {"PENGENAL": "nik", "SIAPA": "nama", "JAWAB": "status_salur"}
    with uji.membaca() as kerja:
        ingatan = muat_ingatan(kerja, pengirim=PENGIRIM, pilihan=peta)
    hasil = baca_jawaban(berkas, HARI, ingatan=ingatan)
    assert [(b.nik, b.nama, b.diterima) for b in hasil.baris] == [
        (nik_uji(9001), "Sarinah", True), (nik_uji(9002), "Jumri", False),
    ]  # fmt: skip


def test_a_file_without_people_is_refused(tmp_path: Path) -> None:
    berkas = tmp_path / "kosong.csv"
    berkas.write_text("bukan;daftar\n", encoding="utf-8")
    with pytest.raises(BerkasDitolak) as galat:
        baca_jawaban(berkas, HARI)
    assert galat.value.kode_berkas == "bukan_daftar"


def _sahkan(kerja: Kerja, kegiatan_id: UUID) -> None:
    sk = Penetapan(kegiatan_id=kegiatan_id, status=StatusPenetapan.SAH.value, nomor="188/1", tanggal=HARI)
    kerja.sesi.add(sk)
    kerja.sesi.flush()
    kueri = select(Usulan, Orang).join(Orang, col(Orang.id) == col(Usulan.orang_id))
    kueri = kueri.where(Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.LAYAK.value)
    for n, (u, o) in enumerate(kerja.sesi.exec(kueri).all(), 1):
        kerja.sesi.add(
            Penerima(
                penetapan_id=sk.id, kegiatan_id=kegiatan_id, usulan_id=u.id, orang_id=o.id, nomor_urut=n, nama=o.nama
            )
        )


def test_what_no_file_answered_is_recorded_by_hand(uji: KantorUji, triwulan: UUID) -> None:
    with uji.menulis("operator") as kerja:
        terapkan_hasil(kerja, triwulan, jawaban(satu(1, True), satu(2, None)))
        sisa = list(kerja.sesi.exec(select(Usulan.id).where(Usulan.status == StatusUsulan.DIUSULKAN.value)))
        with pytest.raises(KnownError, match="isian_kosong"):
            jawab_sendiri(kerja, triwulan, sisa, diterima=False)
        assert jawab_sendiri(kerja, triwulan, sisa[:1], diterima=False, alasan="Sudah terdaftar") == 1
        assert jawab_sendiri(kerja, triwulan, sisa[1:], diterima=True) == 3
        assert status(kerja, triwulan)[1] == ("ditolak_sistem", "Sudah terdaftar")
        assert [s for s, _ in status(kerja, triwulan)].count("layak") == 4
