"""What an import stores, all or nothing; what happens to people known before; and taking the whole back."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import SQLModel, col, select

from app import jejak
from app.bahasa.galat import kalimat
from app.jobs import JobCancelled, JobContext
from app.usulan import periksa, simpan
from app.usulan.batal import _RUJUKAN, batalkan_impor
from app.usulan.bentuk import HasilImpor
from app.usulan.buku import baris_ditolak, daftar_impor, tolakan_pratinjau
from app.usulan.simpan import Tersimpan, simpan_impor
from app.wilayah import peta_kantor
from db.galat import BugError, KnownError
from db.istilah import HasilVerifikasi, Kiriman, StatusImpor, StatusUsulan
from db.model import (
    BarisUsulan,
    BerkasImpor,
    HasilPeriksa,
    Impor,
    Jejak,
    Kegiatan,
    Kemiripan,
    Lampiran,
    Orang,
    Rekening,
    RiwayatIdentitas,
    RiwayatKk,
    Usulan,
    Verifikasi,
    Wali,
)
from tests.app.usulan.conftest import JUDUL, MejaImpor, orang
from tests.helpers.kegiatan import buat_kegiatan

SEMUA = (Impor, BerkasImpor, BarisUsulan, HasilPeriksa, Orang, Usulan, RiwayatKk, Wali, Rekening)
_AKSI = ["simpan_impor", "batalkan_impor"]
CAMPUR = [orang(1), orang(2, nik=None, kk="1"), orang(3, nama=None), orang(4, nik="12"), orang(5, wali="SITI AMINAH")]


def _isi(meja: MejaImpor, tabel: type[Any]) -> list[Any]:
    with meja.uji.membaca() as kerja:
        return list(kerja.sesi.exec(select(tabel).order_by(col(tabel.urut))))


def _hitung(meja: MejaImpor) -> dict[str, int]:
    return {t.__name__: meja.hitung(t) for t in SEMUA}


def test_accepted_rows_become_people_and_usulan_rejected_ones_stay(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas(CAMPUR))
    tersimpan = meja.simpan(hasil)
    assert tersimpan.ringkasan.sebagai_json() == {"baris": 5, "diterima": 2, "perlu_periksa": 1, "ditolak": 2}
    assert (tersimpan.usulan_baru, tersimpan.orang_baru, hasil.impor_id) == (3, 3, tersimpan.impor_id)
    assert _hitung(meja) == {
        "Impor": 1, "BerkasImpor": 1, "BarisUsulan": 4, "HasilPeriksa": 4, "Orang": 3, "Usulan": 3, "RiwayatKk": 0,
        "Wali": 1, "Rekening": 0,
    }  # fmt: skip
    satu, dua, lima = _isi(meja, Orang)
    assert (satu.nik, satu.no_kk, satu.nama_cari, satu.tanggal_lahir) == (
        "6209030101509001", "6209030202169001", "BASRAN KASYFUL", date(1950, 1, 1)
    )  # fmt: skip
    assert (dua.nik, dua.no_kk) == (None, None)
    usulan = _isi(meja, Usulan)
    assert [u.status for u in usulan] == [StatusUsulan.DIUSULKAN.value] * 3
    assert [u.perlu_periksa for u in usulan] == [False, True, False]
    assert usulan[2].wali_id == _isi(meja, Wali)[0].id
    assert [(u.lembar, u.baris, u.berkas_id) for u in usulan] == [
        ("Sheet1", n, _isi(meja, BerkasImpor)[0].id) for n in (2, 3, 6)
    ]
    # The plain row stands as its usulan alone; each of the others has its line in the ledger.
    assert {b.baris for b in _isi(meja, BarisUsulan)} == {3, 4, 5, 6}
    assert {u.kode_desa for u in usulan} == {satu.kode_desa} == {lima.kode_desa}


def test_no_cell_of_a_row_without_remark_is_lost(meja: MejaImpor) -> None:
    isi = orang(1, lahir="01/01/1950", alamat="Jl. Uji RT 3 RW 1", desa="Ds. Kujan", wali="Siti")
    judul = [*JUDUL, "RT", "CATATAN LAIN", "NO HP"]
    baris = [*isi, None, 'a "b"', "0812-3456-7890"]
    meja.simpan(meja.periksa(meja.berkas([baris], judul=judul)))
    (satu,), (berkas,) = _isi(meja, BarisUsulan), _isi(meja, BerkasImpor)
    assert meja.hitung(HasilPeriksa) == 0
    assert (satu.bersih["rt"], satu.bersih["nik"], satu.bersih["telepon"]) == ("003", isi[2], "6281234567890")
    bidang = berkas.pemetaan["Sheet1"]
    huruf = [chr(65 + k) for k in range(len(judul))]
    sel = {h: satu.asli.get(h, satu.bersih.get(bidang.get(h), "")) for h in huruf}
    assert sel == dict(zip(huruf, ["" if s is None else str(s) for s in baris], strict=True))
    assert "C" not in satu.asli


def test_rows_are_kept_as_they_came_and_as_they_were_understood(meja: MejaImpor) -> None:
    meja.impor([orang(1, nik="62.0903.010150.9001", lahir=date(1950, 1, 1)), orang(2, nama=None)])
    satu, dua = _isi(meja, BarisUsulan)
    assert (satu.baris, satu.lembar, satu.nasib) == (2, "Sheet1", "diterima")
    assert satu.asli["C"] == "62.0903.010150.9001"
    assert "G" not in satu.asli  # word for word what was understood
    assert dua.asli["G"] == "01-01-1950"  # a refused row keeps every cell, for it goes back
    assert (satu.bersih["nik"], satu.bersih["tanggal_lahir"]) == ("6209030101509001", "1950-01-01")
    assert (dua.nasib, dua.usulan_id) == ("ditolak", None)
    berkas = _isi(meja, BerkasImpor)[0]
    assert (berkas.format, berkas.pemetaan["Sheet1"]["C"], berkas.lembar[0]["baris"]) == ("xlsx", "nik", 2)


def test_the_file_is_kept_as_it_came(meja: MejaImpor) -> None:
    jalur = meja.berkas([orang(1)])
    meja.simpan(meja.periksa(jalur))
    with meja.uji.membaca() as kerja:
        lampiran = kerja.sesi.exec(select(Lampiran)).one()
        assert kerja.baca_lampiran(lampiran.id) == jalur.read_bytes()


def test_what_the_list_says_beside_the_columns_stays_with_the_usulan(meja: MejaImpor) -> None:
    judul = [
        "NAMA",
        "NIK",
        "AGAMA",
        "NOMINAL",
        "KETERANGAN",
        "KATEGORI",
        "DESIL",
        "NO HP",
        "NO REKENING",
        "BANK",
        "RT/RW",
    ]
    isi = ["ANI RUDIN", "6209030101509001", "Islam", "Rp 1.500.000", "sakit", "Lansia", "2", "0812-3456-7890",
           "0012345678", "Bank Uji", "3/1"]  # fmt: skip
    meja.simpan(meja.periksa(meja.berkas([isi], judul=judul)))
    (usulan,), (satu,), (rekening,) = _isi(meja, Usulan), _isi(meja, Orang), _isi(meja, Rekening)
    assert (usulan.nominal, usulan.keterangan, usulan.kategori, usulan.data) == (
        1_500_000,
        "sakit",
        "lansia",
        {"agama": "Islam"},
    )
    assert (satu.desil, satu.telepon, satu.rt, satu.rw) == (2, "6281234567890", "003", "001")
    assert (rekening.nomor, rekening.bank, rekening.jenis) == ("0012345678", "Bank Uji", "rekening")


def test_several_files_are_one_import_and_refused_ones_stay_out(meja: MejaImpor) -> None:
    berkas = [meja.berkas([orang(1)], "a.xlsx"), meja.mentah(b"%PDF", "b.pdf"), meja.berkas([orang(2)], "c.csv")]
    tersimpan = meja.simpan(meja.periksa(*berkas))
    assert tersimpan.ditolak_berkas == ("b.pdf",)
    assert (meja.hitung(Impor), meja.hitung(BerkasImpor), meja.hitung(Usulan)) == (1, 2, 2)


def test_nothing_readable_is_no_import(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.mentah(b"%PDF", "b.pdf"))
    assert not hasil.terbaca
    with pytest.raises(KnownError, match="impor_kosong"):
        meja.simpan(hasil)


def test_a_fault_keeps_nothing_and_storing_again_works(meja: MejaImpor, monkeypatch: pytest.MonkeyPatch) -> None:
    hasil = meja.periksa(meja.berkas(CAMPUR))
    with monkeypatch.context() as rusak:
        rusak.setattr(simpan, "_hitung_ulang", lambda *_: (_ for _ in ()).throw(KnownError("disk_penuh")))
        with pytest.raises(KnownError, match="disk_penuh"):
            meja.simpan(hasil)
    assert set(_hitung(meja).values()) == {0}
    assert meja.simpan(hasil).usulan_baru == 3


def test_a_different_count_is_never_kept(meja: MejaImpor, monkeypatch: pytest.MonkeyPatch) -> None:
    asli = simpan.tulis_baris

    def lalu_hilang(kerja: Any, *lain: Any) -> None:
        asli(kerja, *lain)
        kerja.sesi.execute(sa.update(BarisUsulan).values(usulan_id=None))
        kerja.sesi.delete(kerja.sesi.exec(select(Usulan).limit(1)).one())

    hasil = meja.periksa(meja.berkas([orang(1), orang(2, kk=None)]))
    monkeypatch.setattr(simpan, "tulis_baris", lalu_hilang)
    with pytest.raises(BugError):
        meja.simpan(hasil)
    assert meja.hitung(Impor) == 0


def test_only_who_may_import_stores(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas([orang(1)]))
    with pytest.raises(KnownError, match="tidak_berwenang"), meja.uji.menulis("admin") as kerja:
        simpan_impor(kerja, hasil)


def test_cancelling_keeps_nothing(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas(CAMPUR))
    ctx = JobContext()
    ctx.batalkan()
    with pytest.raises(JobCancelled), meja.uji.menulis("operator") as kerja:
        simpan_impor(kerja, hasil, ctx)
    assert meja.hitung(Impor) == 0


def test_a_store_that_changed_meanwhile_is_looked_at_again(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas([orang(1), orang(2)], "a.xlsx"))
    meja.impor([orang(1, desa="Guci")], "b.xlsx")
    with pytest.raises(KnownError, match="impor_berubah"):
        meja.simpan(hasil)
    assert meja.simpan(hasil).ringkasan.ditolak == 1
    lain = meja.periksa(meja.berkas([orang(7)], "c.xlsx"))
    meja.impor([orang(8)], "d.xlsx")
    assert meja.simpan(lain).usulan_baru == 1


def test_the_same_file_is_not_stored_twice(meja: MejaImpor) -> None:
    jalur = meja.berkas([orang(1)])
    satu, dua = meja.periksa(jalur), meja.periksa(jalur)
    meja.simpan(satu)
    with pytest.raises(KnownError, match="sudah_pernah"):
        meja.simpan(dua)


def test_mended_cells_are_kept_apart_from_the_file(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas([orang(1, nik="12")]))
    with meja.uji.membaca() as kerja:
        periksa.ubah_sel(kerja, hasil, next(hasil.baris), "nik", "6209030101509001")
    meja.simpan(hasil)
    (baris,) = _isi(meja, BarisUsulan)
    assert (baris.asli["C"], baris.bersih["nik"], baris.bersih["_ubahan"]) == (
        "12",
        "6209030101509001",
        {"C": "6209030101509001"},
    )


def test_a_row_taken_without_its_nik(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas([orang(1, nik=6209030101509010)]))
    with meja.uji.membaca() as kerja:
        periksa.terima_tanpa_nik(kerja, hasil, list(hasil.baris))
    meja.simpan(hasil)
    (satu,), (usulan,) = _isi(meja, Orang), _isi(meja, Usulan)
    assert (satu.nik, usulan.perlu_periksa, usulan.data["nik_tertulis"]) == (None, True, "6209030101509010")


# --- people known before ---------------------------------------------------------------------------------------------


def _kegiatan_lain(meja: MejaImpor) -> None:
    """Go on in a kegiatan of the next year, where the same people are known."""
    with meja.uji.menulis() as kerja:
        meja.kegiatan_id = buat_kegiatan(kerja, tahun=2027, nama="Bansos 2027")


def test_a_known_person_is_not_written_twice(meja: MejaImpor) -> None:
    meja.impor([orang(1, wali="SITI AMINAH")])
    _kegiatan_lain(meja)
    tersimpan = meja.impor([orang(1, wali="Siti Aminah")], "lagi.xlsx")
    assert (tersimpan.orang_baru, tersimpan.usulan_baru) == (0, 1)
    assert (meja.hitung(Orang), meja.hitung(Usulan), meja.hitung(Wali)) == (1, 2, 1)


def test_who_someone_is_stays_where_someone_lives_follows(meja: MejaImpor) -> None:
    meja.impor([orang(1, jk=None)])
    _kegiatan_lain(meja)
    baru = orang(1, nama="BASRAN KASYFULE", alamat="Jl. Baru 9", kk="6209030202169077", tempat="Lain")
    meja.impor([baru], "lagi.xlsx")
    (satu,) = _isi(meja, Orang)
    assert (satu.nama, satu.tempat_lahir, satu.jenis_kelamin) == ("BASRAN KASYFUL", "Kujan", "L")
    assert (satu.alamat, satu.no_kk) == ("Jl. Baru 9", "6209030202169077")
    assert {(r.bidang, r.lama) for r in _isi(meja, RiwayatIdentitas)} == {
        ("alamat", "Jl. Uji 1"), ("no_kk", "6209030202169001"), ("jenis_kelamin", "")
    }  # fmt: skip
    assert [(k.no_kk[-2:], k.sampai is None) for k in _isi(meja, RiwayatKk)] == [("01", False), ("77", True)]


@pytest.mark.parametrize(("kiriman", "alamat"), [(Kiriman.SUSULAN, "Jl. Uji 1"), (Kiriman.PERBAIKAN, "Jl. Baru 9")])
def test_a_mending_file_mends_and_any_other_only_asks(meja: MejaImpor, kiriman: Kiriman, alamat: str) -> None:
    meja.impor([orang(1)])
    baru = orang(1, nama="BASRAN KASYFULE", alamat="Jl. Baru 9")
    tersimpan = meja.simpan(meja.periksa(meja.berkas([baru], "lagi.xlsx"), kiriman=kiriman))
    (satu,), (usulan,) = _isi(meja, Orang), _isi(meja, Usulan)
    mengubah = kiriman is Kiriman.PERBAIKAN
    assert (satu.alamat, satu.nama.endswith("E")) == (alamat, mengubah)
    assert (tersimpan.usulan_baru, tersimpan.diperbarui, usulan.perlu_periksa) == (0, int(mengubah), True)
    _batalkan(meja, tersimpan)
    (satu,), (usulan,) = _isi(meja, Orang), _isi(meja, Usulan)
    assert (satu.alamat, satu.nama, usulan.perlu_periksa) == ("Jl. Uji 1", "BASRAN KASYFUL", False)


def test_a_nik_that_comes_later_fills_the_blank(meja: MejaImpor) -> None:
    meja.impor([orang(1, nik=None)])
    meja.simpan(meja.periksa(meja.berkas([orang(1)], "lagi.xlsx"), kiriman=Kiriman.PERBAIKAN))
    assert [o.nik for o in _isi(meja, Orang)] == ["6209030101509001"]


def test_a_refused_applicant_is_linked_to_the_earlier_try(meja: MejaImpor) -> None:
    with meja.uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, meja.kegiatan_id).kode_sop = "dtks"
    meja.impor([orang(1)])
    with meja.uji.menulis() as kerja:
        kerja.sesi.exec(select(Usulan)).one().status = StatusUsulan.DITOLAK_SISTEM.value
    _kegiatan_lain(meja)
    with meja.uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, meja.kegiatan_id).kode_sop = "dtks"
    meja.impor([orang(1)], "lagi.xlsx")
    satu, dua = _isi(meja, Usulan)
    assert dua.asal_usulan_id == satu.id


# --- undo ------------------------------------------------------------------------------------------------------------


def _batalkan(meja: MejaImpor, tersimpan: Tersimpan) -> int:
    with meja.uji.menulis("operator") as kerja:
        return batalkan_impor(kerja, tersimpan.impor_id, alasan="salah berkas")


def test_undo_takes_everything_back_and_keeps_the_ledger(meja: MejaImpor) -> None:
    judul = [*JUDUL, "NO REKENING"]
    hasil = meja.periksa(meja.berkas([[*orang(1, wali="SITI"), "0012345678"], [*orang(2), None]], judul=judul))
    tersimpan = meja.simpan(hasil)
    assert _batalkan(meja, tersimpan) == 2
    assert _hitung(meja) | {"HasilPeriksa": 0} == {
        "Impor": 1, "BerkasImpor": 1, "BarisUsulan": 1, "HasilPeriksa": 0, "Orang": 0, "Usulan": 0, "RiwayatKk": 0,
        "Wali": 0, "Rekening": 0,
    }  # fmt: skip
    (impor,) = _isi(meja, Impor)
    assert (impor.status, impor.alasan_batal) == (StatusImpor.DIBATALKAN.value, "salah berkas")
    with pytest.raises(KnownError, match="impor_sudah_batal"):
        _batalkan(meja, tersimpan)
    assert meja.impor([orang(1), orang(2)], "lagi.xlsx").orang_baru == 2


def test_the_same_file_may_come_again_after_undo(meja: MejaImpor) -> None:
    _batalkan(meja, meja.impor([orang(1)]))
    assert meja.impor([orang(1)]).usulan_baru == 1


def test_undo_gives_known_people_back_what_they_were(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2)])
    baru = [orang(1, alamat="Jl. Baru 9", lahir="02-02-1950"), orang(2, kerja="Nelayan")]
    kedua = meja.simpan(meja.periksa(meja.berkas(baru, "lagi.xlsx"), kiriman=Kiriman.PERBAIKAN))
    with meja.uji.menulis() as kerja:
        dua = kerja.sesi.exec(select(Orang).where(Orang.nik == "6209030101509002")).one()
        dua.pekerjaan = "Pedagang"
    _batalkan(meja, kedua)
    satu, dua = _isi(meja, Orang)
    assert (satu.alamat, satu.tanggal_lahir) == ("Jl. Uji 1", date(1950, 1, 1))
    assert dua.pekerjaan == "Pedagang"  # somebody changed it since
    assert meja.hitung(Usulan) == 2


def test_undo_gives_the_no_kk_history_back(meja: MejaImpor) -> None:
    meja.impor([orang(1)])
    lagi = meja.berkas([orang(1, kk="6209030202169077")], "lagi.xlsx")
    _batalkan(meja, meja.simpan(meja.periksa(lagi, kiriman=Kiriman.PERBAIKAN)))
    (satu,) = _isi(meja, Orang)
    assert satu.no_kk == "6209030202169001"
    assert [(k.no_kk, k.sampai) for k in _isi(meja, RiwayatKk)] == [("6209030202169001", None)]


def test_undo_leaves_people_whom_others_speak_of(meja: MejaImpor) -> None:
    pertama = meja.impor([orang(1), orang(2)])
    with meja.uji.menulis() as kerja:
        satu, dua = kerja.sesi.exec(select(Orang).order_by(col(Orang.urut))).all()
        kerja.sesi.add(Wali(orang_id=dua.id, wali_orang_id=satu.id, nama=satu.nama, sejak=date(2026, 1, 1)))
        kerja.sesi.add(Kemiripan(orang_a_id=satu.id, orang_b_id=dua.id, skor=1))
    _batalkan(meja, pertama)
    assert [o.id for o in _isi(meja, Orang)] == [satu.id]
    assert meja.impor([orang(1), orang(2)], "lagi.xlsx").orang_baru == 1
    assert dua.id not in {o.id for o in _isi(meja, Orang)}


def test_undo_is_refused_with_what_stands_on_it(meja: MejaImpor) -> None:
    pertama = meja.impor([orang(1), orang(2), orang(3)])
    with meja.uji.menulis() as kerja:
        satu, dua, _ = kerja.sesi.exec(select(Usulan).order_by(col(Usulan.urut))).all()
        kerja.sesi.add(
            Verifikasi(usulan_id=satu.id, kegiatan_id=satu.kegiatan_id, hasil=HasilVerifikasi.LAYAK.value,
                       tanggal=date(2026, 3, 1), akun_id=kerja.akun_id)
        )  # fmt: skip
        satu.status = dua.status = StatusUsulan.LAYAK.value
    meja.impor([orang(3, alamat="Jl. Lain")], "lagi.xlsx")
    with pytest.raises(KnownError, match="impor_dipakai") as galat:
        _batalkan(meja, pertama)
    kata = kalimat(galat.value)
    assert "1 usulan sudah diverifikasi (BASRAN KASYFUL), 2 usulan sudah berubah keadaannya (BASRAN KASYFUL, " in kata
    assert "dan 1 usulan dikirim lagi dalam impor sesudahnya, yaitu lagi.xlsx (DULHADI KASYFUL)" in kata
    assert meja.hitung(Usulan) == 3


def test_every_reference_to_a_person_is_looked_at_before_one_is_deleted() -> None:
    milik = {("riwayat_kk", "orang_id"), ("rekening", "orang_id"), ("wali", "orang_id")}
    milik |= {("kemiripan", "orang_a_id"), ("kemiripan", "orang_b_id")}
    rujukan = {(k.class_.__tablename__, k.key) for k, _ in _RUJUKAN}
    semua = {
        (tabel.name, kolom.name)
        for tabel in SQLModel.metadata.tables.values()
        for kolom in tabel.c
        if any(fk.column.table.name == "orang" for fk in kolom.foreign_keys)
    }
    assert semua == (rujukan | milik) - {("tautan_lampiran", "objek_id")}


def test_undo_needs_right_and_reason(meja: MejaImpor) -> None:
    tersimpan = meja.impor([orang(1)])
    with pytest.raises(KnownError, match="isian_kosong"), meja.uji.menulis("operator") as kerja:
        batalkan_impor(kerja, tersimpan.impor_id, alasan=" ")
    with pytest.raises(KnownError, match="tidak_berwenang"), meja.uji.menulis("admin") as kerja:
        batalkan_impor(kerja, tersimpan.impor_id, alasan="salah")
    with pytest.raises(KnownError, match="impor_tidak_ada"), meja.uji.menulis("operator") as kerja:
        batalkan_impor(kerja, meja.kegiatan_id, alasan="salah")


# --- the ledger ------------------------------------------------------------------------------------------------------


def test_the_ledger_tells_newest_first(meja: MejaImpor) -> None:
    meja.impor([orang(1), orang(2, nama=None)], "a.xlsx")
    _batalkan(meja, meja.impor([orang(3)], "b.xlsx"))
    with meja.uji.membaca() as kerja:
        dua, satu = daftar_impor(kerja, meja.kegiatan_id)
    assert (satu.berkas, satu.oleh, satu.pengirim, satu.ringkasan.ditolak) == (
        ("a.xlsx",),
        "Operator Uji",
        "Desa Kujan",
        1,
    )
    assert (dua.status, dua.alasan_batal) == (StatusImpor.DIBATALKAN, "salah berkas")


def test_rejected_rows_are_the_same_before_and_after_storing(meja: MejaImpor) -> None:
    baris = [orang(1), orang(2, nama=None), orang(3, nik=6209030101509010), orang(4, nik="1", desa=None)]
    hasil = meja.periksa(meja.berkas(baris))
    with meja.uji.membaca() as kerja:
        pratinjau = list(tolakan_pratinjau(hasil, peta_kantor(kerja)))
    tersimpan = meja.simpan(hasil)
    with meja.uji.membaca() as kerja:
        tersimpan_baris = list(baris_ditolak(kerja, tersimpan.impor_id))
        with pytest.raises(KnownError, match="impor_tidak_ada"):
            list(baris_ditolak(kerja, meja.kegiatan_id))
    assert pratinjau == tersimpan_baris
    assert [b.baris for b in pratinjau] == [3, 4, 5]
    assert pratinjau[0].alasan == "Nama tidak diisi. Isi nama seperti di KTP."
    assert pratinjau[1].sel["C"] == "6209030101509010 ?"


def test_the_trail_tells_of_import_and_undo_without_numbers(meja: MejaImpor) -> None:
    _batalkan(meja, meja.impor([orang(1)]))
    with meja.uji.membaca() as kerja:
        baris = kerja.sesi.exec(select(Jejak).where(col(Jejak.aksi).in_(_AKSI)).order_by(col(Jejak.urut))).all()
        assert [b.aksi for b in baris] == _AKSI
        assert "6209030101509001" not in str([b.rincian for b in baris])
        assert jejak.periksa_rantai(kerja.sesi) == []


def test_a_preview_knows_what_it_became(meja: MejaImpor) -> None:
    hasil: HasilImpor = meja.periksa(meja.berkas([orang(1)]))
    assert hasil.impor_id is None
    assert meja.simpan(hasil).impor_id == hasil.impor_id


def test_an_amount_that_nobody_can_be_given_is_doubted_and_left_out(meja: MejaImpor) -> None:
    """What a list names goes into the decree: no debt, no NIK, no word; blank and 0 say that there is none."""
    nominal = ["9" * 20, "6209031505500001", "-500.000", "banyak", "0", "-", "Rp 500.000", ""]
    isi = [[*orang(n), tulis] for n, tulis in enumerate(nominal, 1)]
    hasil = meja.periksa(meja.berkas(isi, judul=[*JUDUL, "NOMINAL"]))
    ragu = [[h.pesan for h in b.hasil if h.kode == "nominal_tak_sah"] for b in hasil.baris]
    assert [len(satu) for satu in ragu] == [1, 1, 1, 1, 0, 0, 0, 0]
    assert "16 digit" in ragu[1][0]  # never the NIK itself
    meja.simpan(hasil)
    with meja.uji.membaca() as kerja:
        kini = list(kerja.sesi.exec(select(Usulan.nominal).order_by(col(Usulan.urut))))
    assert kini == [None, None, None, None, None, None, 500_000, None]
