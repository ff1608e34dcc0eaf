"""Reading, keeping, replacing and withdrawing reference lists."""

from datetime import date

import pytest
from sqlmodel import select

from app.acuan.bentuk import Lewat
from app.acuan.jawaban import pratinjau_json
from app.acuan.lihat import acuan_berlaku, daftar_acuan
from app.acuan.simpan import simpan_acuan, tarik_acuan
from db.galat import KnownError
from db.istilah import JenisAcuan, StatusImpor
from db.model import BarisAcuan, BerkasImpor, Jejak
from tests.app.acuan.conftest import RakAcuan
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar


def baris(nomor: int, **ubah: object) -> list[object]:
    isi: dict[str, object] = {
        "no": nomor, "nik": f"62090301015090{nomor:02d}", "kk": f"62090302021690{nomor:02d}", "nama": f"BUDI {nomor}",
        "lahir": "01-01-1950", "desa": "Kujan", "desil": 2,
    }  # fmt: skip
    return list((isi | ubah).values())


def test_a_list_is_read_counted_and_kept_line_by_line(rak: RakAcuan) -> None:
    hasil = rak.periksa(rak.berkas([baris(1), baris(2, desil=7), baris(3, kk=baris(1)[2], desil=None)]))
    r = hasil.ringkasan
    assert (r.baris, r.diambil, r.dilewati, r.keluarga, r.bernik, r.berdesil) == (3, 3, 0, 2, 3, 2)
    assert r.desil == {2: 1, 7: 1}
    acuan_id = rak.simpan(hasil)
    with rak.meja.uji.membaca() as kerja:
        isi = kerja.sesi.exec(select(BarisAcuan).order_by(BarisAcuan.nomor)).all()  # type: ignore[arg-type]
        assert [(b.daftar_id, b.nomor, b.nik, b.desil) for b in isi] == [
            (acuan_id, 1, baris(1)[1], 2),
            (acuan_id, 2, baris(2)[1], 7),
            (acuan_id, 3, baris(3)[1], None),
        ]
        assert isi[0].data["lahir"] == "1950-01-01"
        assert isi[0].data["kode_desa"].startswith("62.09.03.")
        aksi = kerja.sesi.exec(select(Jejak.aksi)).all()
        berkas = kerja.sesi.exec(select(BerkasImpor)).one()
        assert kerja.baca_lampiran(berkas.lampiran_id) == (rak.meja.folder / "acuan.xlsx").read_bytes()  # type: ignore[arg-type]
    assert "simpan_acuan" in aksi


def test_a_list_of_families_needs_no_nik(rak: RakAcuan) -> None:
    isi = [["6209030202169001", "SLAMET", 3], ["6209030202169002", "WAGIMAN", 5]]
    hasil = rak.periksa(rak.berkas(isi, judul=["NO KARTU KELUARGA", "NAMA KEPALA KELUARGA", "DESIL NASIONAL"]))
    assert [(b.nik, b.no_kk, b.nama, b.desil) for b in hasil.baris] == [
        (None, "6209030202169001", "SLAMET", 3),
        (None, "6209030202169002", "WAGIMAN", 5),
    ]


def test_a_list_of_bare_numbers_is_read(rak: RakAcuan) -> None:
    isi = [["6209030202169001", "6209030101509001", 3], ["6209030202169002", "6209030101509002", 5]]
    hasil = rak.periksa(rak.berkas(isi, judul=["NO KK", "NIK", "DESIL"]))
    assert [(b.nik, b.desil) for b in hasil.baris] == [("6209030101509001", 3), ("6209030101509002", 5)]


def test_what_is_not_taken_is_said_with_the_reason(rak: RakAcuan) -> None:
    isi = [
        baris(1),
        baris(1),
        baris(2, nik=None, kk=None, lahir=None),
        baris(3, nik="62090301", kk=None, lahir=None),
        baris(4, desil="5-10"),
        ["JUMLAH", None, None, None, None, None, 5],
    ]
    hasil = rak.periksa(rak.berkas(isi))
    assert [(d.baris, d.sebab) for d in hasil.dilewati] == [
        (3, Lewat.GANDA), (4, Lewat.TANPA_PENGENAL), (5, Lewat.NIK_RUSAK), (6, Lewat.DESIL_SALAH),
    ]  # fmt: skip
    assert hasil.dilewati[0].isi == "acuan.xlsx, Sheet1, baris 2"
    assert (hasil.ringkasan.baris, hasil.ringkasan.diambil, hasil.ringkasan.dilewati) == (5, 2, 3)
    assert [d.sebab for d in hasil.bukan_orang] == ["jumlah"]


def test_the_dead_come_with_the_day_and_the_cause(rak: RakAcuan) -> None:
    judul = ["NIK", "NAMA", "TGL MENINGGAL", "KETERANGAN"]
    hasil = rak.periksa(
        rak.berkas([["6209030101509001", "BUDI", "5 Nopember 2025", "Sakit"]], judul=judul), jenis=JenisAcuan.MENINGGAL
    )
    assert [(b.pada, b.keterangan) for b in hasil.baris] == [(date(2025, 11, 5), "Sakit")]


def test_several_files_make_one_list_and_a_bad_one_is_named(rak: RakAcuan) -> None:
    satu, dua = rak.berkas([baris(1)], "bulik.xlsx"), rak.berkas([baris(2)], "delang.xlsx")
    rusak = rak.meja.mentah(b"PK\x03\x04 bukan zip", "rusak.xlsx")
    hasil = rak.periksa(satu, dua, rusak)
    assert hasil.ringkasan.diambil == 2
    assert [b.galat.kode_berkas if b.galat else None for b in hasil.berkas] == [None, None, "rusak"]


def test_the_same_file_is_kept_once_until_it_is_withdrawn(rak: RakAcuan) -> None:
    acuan_id = rak.impor([baris(1)])
    lagi = rak.periksa(rak.meja.folder / "acuan.xlsx")
    assert lagi.berkas[0].galat is not None
    assert lagi.berkas[0].galat.kode_berkas == "sudah_pernah"
    with rak.meja.uji.menulis("operator") as kerja:
        assert tarik_acuan(kerja, acuan_id, alasan="Salah berkas") == 1
    assert rak.periksa(rak.meja.folder / "acuan.xlsx").berkas[0].galat is None
    assert rak.meja.hitung(BarisAcuan) == 0


def test_the_newest_of_a_kind_is_in_force_whatever_came_first(rak: RakAcuan) -> None:
    baru = rak.impor([baris(1)], nama="b.xlsx", tanggal=date(2026, 2, 1))
    lama = rak.impor([baris(2)], nama="a.xlsx", tanggal=date(2025, 11, 1))
    mati = rak.impor([baris(3)], JenisAcuan.MENINGGAL, nama="c.xlsx")
    with rak.meja.uji.membaca() as kerja:
        assert {j: k.id for j, k in acuan_berlaku(kerja).items()} == {
            JenisAcuan.DTSEN: baru, JenisAcuan.MENINGGAL: mati
        }  # fmt: skip
        assert [(b.kepala.id, b.berlaku) for b in daftar_acuan(kerja)] == [(mati, True), (baru, True), (lama, False)]
    with rak.meja.uji.menulis("operator") as kerja:
        tarik_acuan(kerja, baru, alasan="Keliru")
    with rak.meja.uji.membaca() as kerja:
        assert acuan_berlaku(kerja)[JenisAcuan.DTSEN].id == lama
        ditarik = next(b for b in daftar_acuan(kerja) if b.kepala.id == baru)
    assert (ditarik.status, ditarik.alasan, ditarik.berlaku) == (StatusImpor.DIBATALKAN, "Keliru", False)


def test_replacing_withdraws_the_old_one_in_the_same_act(rak: RakAcuan) -> None:
    lama = rak.impor([baris(1)], nama="a.xlsx")
    baru = rak.simpan(rak.periksa(rak.berkas([baris(2)], "b.xlsx")), ganti=lama)
    with rak.meja.uji.membaca() as kerja:
        assert {b.kepala.id: b.status for b in daftar_acuan(kerja)} == {
            baru: StatusImpor.TERSIMPAN, lama: StatusImpor.DIBATALKAN
        }  # fmt: skip


def test_an_act_that_fails_keeps_nothing(rak: RakAcuan) -> None:
    lama = rak.impor([baris(1)], nama="a.xlsx")
    pratinjau = rak.periksa(rak.berkas([baris(2)], "b.xlsx"))
    with rak.meja.uji.menulis("operator") as kerja:
        tarik_acuan(kerja, lama, alasan="Keliru")
    with pytest.raises(KnownError) as salah, rak.meja.uji.menulis("operator") as kerja:
        simpan_acuan(kerja, pratinjau, ganti=lama)
    assert salah.value.kode == "acuan_sudah_ditarik"
    assert rak.meja.hitung(BarisAcuan) == 0


def test_only_who_may_import_takes_lists_in(rak: RakAcuan) -> None:
    pratinjau = rak.periksa(rak.berkas([baris(1)]))
    with pytest.raises(KnownError) as salah, rak.meja.uji.menulis("kadis") as kerja:
        simpan_acuan(kerja, pratinjau)
    assert salah.value.kode == "tidak_berwenang"


def test_a_list_cannot_hold_as_of_tomorrow(rak: RakAcuan) -> None:
    with pytest.raises(KnownError) as salah:
        rak.periksa(rak.berkas([baris(1)]), tanggal=date(2027, 1, 1))
    assert salah.value.kode == "tanggal_di_depan"


def test_every_list_of_a_file_is_read_and_every_other_sheet_is_named(rak: RakAcuan) -> None:
    judul = ["NO", "NIK", "NO KK", "NAMA", "TANGGAL LAHIR", "DESA", "DESIL"]
    isi = buat.xlsx(
        Lembar([judul, baris(1), [], judul, baris(2)], "Bulik"),
        Lembar([judul, baris(3)], "Lama", sembunyi=True),
        Lembar([["Catatan"]], "Keterangan"),
        Lembar([], "Kosong"),
    )
    hasil = rak.periksa(rak.meja.mentah(isi, "acuan.xlsx"))
    assert hasil.ringkasan.diambil == 2
    assert [(s["nama"], s["sebab"]) for s in hasil.berkas[0].lembar if not s["dipakai"]] == [
        ("Lama", "tersembunyi"), ("Keterangan", "bukan_daftar"), ("Kosong", "kosong"),
    ]  # fmt: skip
    jawab = pratinjau_json(hasil, None)
    assert [s["nama"] for s in jawab["berkas"][0]["lembar_dilewati"]] == ["Lama", "Keterangan", "Kosong"]
    rak.simpan(hasil)
