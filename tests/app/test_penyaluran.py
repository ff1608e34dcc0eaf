"""Distribution day: finding, recording, refusing a second hand-out, taking back, and sums that always add up."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from app.bahasa import galat
from app.penyaluran import (
    BarisSerah,
    Entri,
    StatusSalur,
    Wakil,
    batalkan_hasil,
    cari_penerima,
    catat_banyak,
    catat_hasil,
    catatan_terakhir,
    daftar_serah,
    geser,
    lihat_serah,
    ringkasan_penyaluran,
    satu_penerima,
    semua_serah,
    sewali,
)
from app.penyaluran.keadaan import CatatanSalur, Komponen, hitung, komponen_alokasi, masih_berlaku
from app.pijakan import daftar_tahap
from db.dasar import id_baru
from db.galat import BugError, KnownError
from db.istilah import GAGAL_SALUR, TERSALUR, HasilSalur, StatusUsulan
from db.model import Alokasi, Kegiatan, Orang, Penyaluran, TandaTerima
from tests.helpers.kegiatan import DESA, NOMINAL, beri_wali, buat_kegiatan, isi_usulan, kegiatan_sah, tetapkan
from tests.helpers.toko import KantorUji

KUASA = Wakil("Joko", "Anak kandung", "6209031502800003", "Surat kuasa 2 Maret 2026")
BARANG = {"item": [{"nama": "Beras", "satuan": "kg", "jumlah": 10}, {"nama": "Kartu ATM"}]}


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 9)


@pytest.fixture
def berbarang(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 3, barang=BARANG)


def _semua(uji: KantorUji, kegiatan_id: UUID) -> list[BarisSerah]:
    with uji.membaca() as kerja:
        return daftar_serah(kerja, kegiatan_id)


def _tahap(uji: KantorUji, kegiatan_id: UUID) -> UUID:
    with uji.membaca() as kerja:
        return daftar_tahap(kerja, kegiatan_id)[0].id


# --- finding ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("akhir", ["", "\r\n", "\n", " \r"])
@pytest.mark.parametrize("ubah", [str, str.lower, lambda k: k.replace("-", ""), lambda k: k.replace("-", "/")])
def test_a_scanned_code_finds_its_person(uji: KantorUji, kegiatan: UUID, akhir: str, ubah) -> None:  # type: ignore[no-untyped-def]
    satu = _semua(uji, kegiatan)[4]
    with uji.membaca() as kerja:
        assert cari_penerima(kerja, kegiatan, satu.tahap_id, ubah(satu.kode) + akhir) == [satu]


def test_a_code_read_wrongly_or_of_elsewhere_is_told(uji: KantorUji, kegiatan: UUID) -> None:
    tahap = _tahap(uji, kegiatan)
    with uji.menulis() as kerja:
        lain = kegiatan_sah(kerja, 1, nama="Bansos Lain")
    asing, kode = _semua(uji, lain)[0].kode, _semua(uji, kegiatan)[0].kode
    salah = kode[:-2] + ("0" if kode[-2] != "0" else "1") + kode[-1]
    with uji.menulis() as kerja:
        for pindaian, sebab in (
            (salah, "kode_salah_baca"),
            (kode[:12], "kode_salah_baca"),
            (asing, "kode_lain"),
            ("SLR1-00000000000000000", "kode_tidak_dikenal"),
        ):
            with pytest.raises(KnownError, match=sebab) as e:
                cari_penerima(kerja, kegiatan, tahap, pindaian)
            assert galat.kalimat(e.value)
        alokasi = kerja.sesi.exec(select(Alokasi).join(TandaTerima).where(TandaTerima.kode == kode)).one()
        alokasi.batal = True
        with pytest.raises(KnownError, match="alokasi_batal"):
            cari_penerima(kerja, kegiatan, tahap, kode)


@pytest.mark.parametrize(
    ("kata", "nik_akhir"),
    [
        ("0003", {"0003"}),
        ("500003", {"0003"}),
        ("6209030101500003", {"0003"}),
        ("620903 010150 0003", {"0003"}),
        ("6209030100000004", {"0004"}),  # No. KK
        ("maria", {"0004"}),
        ("aminah nur", {"0001"}),
        ("%", set()),
        ("   ", set()),
        ("9999", set()),
        ("9" * 40, set()),
        ("\x00", set()),
        ("\x02maria\x1d", {"0004"}),
    ],
)
def test_typing_finds_people(uji: KantorUji, kegiatan: UUID, kata: str, nik_akhir: set[str]) -> None:
    with uji.membaca() as kerja:
        hasil = cari_penerima(kerja, kegiatan, daftar_tahap(kerja, kegiatan)[0].id, kata)
    assert {(b.nik or "")[-4:] for b in hasil} == nik_akhir


def test_the_number_of_a_receipt_comes_first(uji: KantorUji, kegiatan: UUID) -> None:
    tahap = _tahap(uji, kegiatan)
    with uji.membaca() as kerja:
        assert [b.nomor for b in cari_penerima(kerja, kegiatan, tahap, "7")] == [7]
        hasil = cari_penerima(kerja, kegiatan, tahap, "0005")
    assert hasil[0].nomor == 5
    assert len(hasil) == 2, "number 5 and the NIK that ends so"


def test_a_nik_mended_after_the_decree_is_found_too(uji: KantorUji, kegiatan: UUID) -> None:
    satu = _semua(uji, kegiatan)[0]
    with uji.menulis() as kerja:
        kerja.sesi.get_one(Orang, satu.orang_id).nik = "6209030101508888"
        kerja.sesi.flush()
        assert cari_penerima(kerja, kegiatan, satu.tahap_id, "6209030101508888") == [satu]


def test_one_person_is_chosen_only_where_nobody_else_could_be_meant(uji: KantorUji, kegiatan: UUID) -> None:
    tahap = _tahap(uji, kegiatan)
    with uji.membaca() as kerja:
        tujuh = next(b for b in daftar_serah(kerja, kegiatan) if b.nomor == 7)
        assert {satu_penerima(kerja, kegiatan, tahap, kata) for kata in (tujuh.kode, "7", tujuh.nik or "")} == {tujuh}
        with pytest.raises(KnownError) as galatnya:
            satu_penerima(kerja, kegiatan, tahap, "aminah")
        assert (galatnya.value.kode, len(galatnya.value.fakta["orang"])) == ("penerima_tak_jelas", 3)
        with pytest.raises(KnownError) as galatnya:
            satu_penerima(kerja, kegiatan, tahap, "6209039999999999")
    assert galatnya.value.kode == "penerima_tak_ditemukan"
    assert "999999999" not in galat.kalimat(galatnya.value)  # a NIK is not written where it can be read later


def test_a_wali_is_found_with_all_the_children(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        ids = isi_usulan(kerja, kegiatan, 6, status=StatusUsulan.LAYAK)
        for u in ids[:3]:
            beri_wali(kerja, u, "INTAN PERMATA", "6209034101800077")
        for u in ids[3:5]:
            beri_wali(kerja, u, "TANPA NIK")
        tetapkan(kerja, kegiatan)
        tahap = daftar_tahap(kerja, kegiatan)[0].id
        anak = cari_penerima(kerja, kegiatan, tahap, "0077")
        assert anak == cari_penerima(kerja, kegiatan, tahap, "intan") != []
        assert len(anak) == len(sewali(kerja, anak[0].alokasi_id)) == 3
        (lain, _) = cari_penerima(kerja, kegiatan, tahap, "tanpa nik")
        assert sewali(kerja, lain.alokasi_id) == [lain], "another No. KK is another family"
        sendiri = next(b for b in daftar_serah(kerja, kegiatan) if not b.wali_nama)
        assert sewali(kerja, sendiri.alokasi_id) == [sendiri]


def test_finding_changes_nothing(uji: KantorUji, kegiatan: UUID) -> None:
    satu = _semua(uji, kegiatan)[0]
    with uji.membaca() as kerja:
        for _ in range(3):
            cari_penerima(kerja, kegiatan, satu.tahap_id, satu.kode)
        assert kerja.sesi.exec(select(Penyaluran)).all() == []


def test_pages_of_the_hand_over_list(uji: KantorUji, kegiatan: UUID) -> None:
    semua = _semua(uji, kegiatan)
    with uji.menulis() as kerja:
        assert list(semua_serah(kerja, kegiatan)) == semua
        empat = daftar_serah(kerja, kegiatan, batas=4)
        assert empat + daftar_serah(kerja, kegiatan, setelah=empat[-1].kunci) == semua
        assert {b.kode_desa for b in daftar_serah(kerja, kegiatan, desa=DESA[0])} == {DESA[0]}
        catat_hasil(kerja, semua[5].alokasi_id, HasilSalur.PINDAH)
        assert [b.nomor for b in daftar_serah(kerja, kegiatan, status=StatusSalur.GAGAL)] == [6]
        assert [b.nomor for b in daftar_serah(kerja, kegiatan, hasil=HasilSalur.PINDAH)] == [6]
        assert len(daftar_serah(kerja, kegiatan, status=StatusSalur.BELUM, batas=3)) == 3
        assert [b.nomor for b in daftar_serah(kerja, kegiatan, kata="6")] == [6]
    assert [(b.kode_desa, b.nomor) for b in semua] == sorted((b.kode_desa, b.nomor) for b in semua)


# --- recording --------------------------------------------------------------------------------------------------------


def test_received_in_person(uji: KantorUji, kegiatan: UUID) -> None:
    satu = _semua(uji, kegiatan)[0]
    with uji.menulis("operator") as kerja:
        tindakan = catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, tempat=" Balai Desa Kujan ")
        kini = lihat_serah(kerja, satu.alokasi_id)
    assert (tindakan.sebelum.status, tindakan.sesudah.status, tindakan.rupiah) == (
        StatusSalur.BELUM,
        StatusSalur.TERSALUR,
        NOMINAL,
    )
    (catatan,) = kini.catatan
    assert (catatan.nominal, catatan.tempat, catatan.petugas) == (NOMINAL, "Balai Desa Kujan", "Operator Uji")
    assert (catatan.tanggal, catatan.pada) == (date(2026, 3, 2), datetime(2026, 3, 2, 2, 0, tzinfo=UTC))


def test_a_second_hand_out_is_refused_with_who_when_and_where(uji: KantorUji, kegiatan: UUID) -> None:
    satu = _semua(uji, kegiatan)[0]
    with uji.menulis("operator") as kerja:
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.DIWAKILKAN, wakil=KUASA, tempat="Balai Desa")
    for hasil in (HasilSalur.SENDIRI, HasilSalur.TIDAK_HADIR, HasilSalur.MENINGGAL):
        with pytest.raises(KnownError, match="sudah_menerima") as e, uji.menulis("staf") as kerja:
            catat_hasil(kerja, satu.alokasi_id, hasil)
        assert galat.kalimat(e.value).startswith(
            f"{satu.nama} sudah menerima (Diwakilkan) pada 2 Maret 2026 di Balai Desa, "
            "dicatat 2 Mar 2026 09.00 oleh Operator Uji."
        )
    assert len(lihat(uji, satu).catatan) == 1


def lihat(uji: KantorUji, satu: BarisSerah) -> BarisSerah:
    """Read a row again."""
    with uji.membaca() as kerja:
        return lihat_serah(kerja, satu.alokasi_id)


def test_the_next_tahap_is_another_hand_out(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 1, tahap=2)
        for b in daftar_serah(kerja, kegiatan):
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
        assert ringkasan_penyaluran(kerja, kegiatan).seluruh.tersalur.orang == 2
        assert ringkasan_penyaluran(kerja, kegiatan).orang == 1


@pytest.mark.parametrize(
    ("hasil", "isi", "kode"),
    [
        (HasilSalur.DIWAKILKAN, {}, "wakil_kurang"),
        (HasilSalur.DIWAKILKAN, {"wakil": Wakil("Joko", "Anak")}, "wakil_kurang"),
        (HasilSalur.DIWAKILKAN, {"wakil": Wakil(" ", "Anak", None, "ada")}, "wakil_kurang"),
        (HasilSalur.DIWAKILKAN, {"wakil": Wakil("Joko", "Anak", "123", "ada")}, "nik_wakil_salah"),
        (HasilSalur.WALI, {}, "wakil_kurang"),
        (HasilSalur.SENDIRI, {"cap_jempol": True}, "saksi_kurang"),
        (HasilSalur.SENDIRI, {"cap_jempol": True, "saksi": ["Ani", " ani "]}, "saksi_kurang"),
        (HasilSalur.LAINNYA, {}, "alasan_salur_kosong"),
        (HasilSalur.SENDIRI, {"tanggal": date(2026, 3, 3)}, "tanggal_di_depan"),
        (HasilSalur.SENDIRI, {"barang_id": id_baru()}, "barang_tidak_ada"),
        (HasilSalur.SENDIRI, {"jumlah": 1}, "pilih_barang"),
        (HasilSalur.SEBAGIAN, {}, "pilih_barang"),
    ],
)
def test_what_an_outcome_needs(
    uji: KantorUji, kegiatan: UUID, hasil: HasilSalur, isi: dict[str, object], kode: str
) -> None:
    satu = _semua(uji, kegiatan)[0]
    with pytest.raises(KnownError, match=kode) as e, uji.menulis() as kerja:
        catat_hasil(kerja, satu.alokasi_id, hasil, **isi)  # type: ignore[arg-type]
    assert galat.kalimat(e.value)
    assert lihat(uji, satu).catatan == ()


def test_wali_of_the_list_serves_without_typing(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        (usulan,) = isi_usulan(kerja, kegiatan, 1, status=StatusUsulan.LAYAK)
        beri_wali(kerja, usulan, "INTAN", "6209034101800077")
        tetapkan(kerja, kegiatan)
        (baris,) = daftar_serah(kerja, kegiatan)
        catat_hasil(kerja, baris.alokasi_id, HasilSalur.WALI)
        (catatan,) = lihat_serah(kerja, baris.alokasi_id).catatan
    assert (catatan.wakil_nama, catatan.wakil_nik, catatan.wakil_hubungan) == (
        "INTAN",
        "6209034101800077",
        "Ibu kandung",
    )


def test_representative_and_thumb_print_are_kept(uji: KantorUji, kegiatan: UUID) -> None:
    satu = _semua(uji, kegiatan)[0]
    with uji.menulis() as kerja:
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.DIWAKILKAN, wakil=KUASA, cap_jempol=True, saksi=["Ani", "Budi"])
    (catatan,) = lihat(uji, satu).catatan
    assert (catatan.wakil_nama, catatan.surat_kuasa, catatan.saksi) == ("Joko", KUASA.surat_kuasa, ("Ani", "Budi"))
    assert catatan.cap_jempol


def test_strange_ones_are_refused(uji: KantorUji, kegiatan: UUID) -> None:
    satu = _semua(uji, kegiatan)[0]
    with pytest.raises(KnownError, match="alokasi_tidak_ada"), uji.menulis() as kerja:
        catat_hasil(kerja, id_baru(), HasilSalur.SENDIRI)
    with pytest.raises(KnownError, match="alokasi_tidak_ada"), uji.membaca() as kerja:
        lihat_serah(kerja, id_baru())
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("admin") as kerja:
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
    with pytest.raises(BugError), uji.menulis() as kerja:
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.BATAL_CATAT)
    with uji.menulis() as kerja:
        kerja.sesi.get_one(Alokasi, satu.alokasi_id).batal = True
    with pytest.raises(KnownError, match="alokasi_batal"), uji.menulis() as kerja:
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
    with uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, kegiatan).status = "selesai"
    with pytest.raises(KnownError, match="kegiatan_ditutup"), uji.menulis() as kerja:
        catat_hasil(kerja, _semua(uji, kegiatan)[1].alokasi_id, HasilSalur.SENDIRI)


def test_before_the_decree_needs_a_reason_for_one_and_for_many(uji: KantorUji, kegiatan: UUID) -> None:
    satu, dua = (b.alokasi_id for b in _semua(uji, kegiatan)[:2])
    hari = date(2026, 2, 1)
    with uji.menulis() as kerja:
        with pytest.raises(KnownError, match="tanggal_mendahului"):
            catat_hasil(kerja, satu, HasilSalur.SENDIRI, tanggal=hari)
        catat_hasil(kerja, satu, HasilSalur.TIDAK_HADIR, tanggal=hari)  # nothing was handed over
        (tolak,) = catat_banyak(kerja, kegiatan, [Entri(dua, HasilSalur.SENDIRI)], tanggal=hari).ditolak
        assert tolak.sebab.kode == "tanggal_mendahului"
        kerja.alasan_tanggal = "Diserahkan menurut SK sementara"
        assert catat_banyak(kerja, kegiatan, [Entri(dua, HasilSalur.SENDIRI)], tanggal=hari).dicatat
        assert catat_hasil(kerja, satu, HasilSalur.SENDIRI, tanggal=hari).rupiah


def test_money_is_not_handed_over_before_its_sp2d(uji: KantorUji, kegiatan: UUID) -> None:
    from app.pencairan import catat_pencairan
    from app.pijakan import daftar_tahap

    with uji.menulis() as kerja:
        tahap = daftar_tahap(kerja, kegiatan)[0].id
        catat_pencairan(
            kerja, kegiatan, tahap, nomor_sp2d="1", tanggal=date(2026, 3, 2), nilai=1, alasan_selisih="uji"
        )
        satu = _semua(uji, kegiatan)[0].alokasi_id
        with pytest.raises(KnownError, match="tanggal_mendahului") as salah:
            catat_hasil(kerja, satu, HasilSalur.SENDIRI, tanggal=date(2026, 3, 1))
        assert salah.value.fakta["sebutan"] == "SP2D"
        assert catat_hasil(kerja, satu, HasilSalur.SENDIRI, tanggal=date(2026, 3, 2)).rupiah


def test_absent_today_may_come_tomorrow(uji: KantorUji, kegiatan: UUID) -> None:
    satu = _semua(uji, kegiatan)[0]
    with uji.menulis() as kerja:
        tidak = catat_hasil(kerja, satu.alokasi_id, HasilSalur.TIDAK_HADIR)
        assert (tidak.sesudah.status, tidak.sesudah.hasil) == (StatusSalur.BELUM, HasilSalur.TIDAK_HADIR)
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.TIDAK_DITEMUKAN)
        assert catat_hasil(kerja, satu.alokasi_id, HasilSalur.DIANTAR).sesudah.status is StatusSalur.TERSALUR


def test_the_dead_receive_nothing_until_the_record_is_taken_back(uji: KantorUji, kegiatan: UUID) -> None:
    satu = _semua(uji, kegiatan)[0]
    with uji.menulis() as kerja:
        mati = catat_hasil(kerja, satu.alokasi_id, HasilSalur.MENINGGAL)
        assert mati.sesudah.status is StatusSalur.GAGAL
        with pytest.raises(KnownError, match="tercatat_meninggal"):
            catat_hasil(kerja, satu.alokasi_id, HasilSalur.DIWAKILKAN, wakil=KUASA)
        batalkan_hasil(kerja, mati.penyaluran_ids[0], alasan="salah orang")
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)


# --- taking back ------------------------------------------------------------------------------------------------------


def test_taking_back_is_a_new_row_with_its_reason(uji: KantorUji, kegiatan: UUID) -> None:
    satu = _semua(uji, kegiatan)[0]
    with uji.menulis() as kerja:
        tindakan = catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
        balik = batalkan_hasil(kerja, tindakan.penyaluran_ids[0], alasan="salah orang")
        assert (balik.sesudah.status, balik.rupiah) == (StatusSalur.BELUM, -NOMINAL)
        for penyaluran_id, kode in (
            (tindakan.penyaluran_ids[0], "catatan_sudah_batal"),
            (balik.penyaluran_ids[0], "catatan_tidak_ada"),
            (id_baru(), "catatan_tidak_ada"),
        ):
            with pytest.raises(KnownError, match=kode):
                batalkan_hasil(kerja, penyaluran_id, alasan="x")
        with pytest.raises(KnownError, match="isian_kosong"):
            batalkan_hasil(kerja, tindakan.penyaluran_ids[0], alasan=" ")
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
    asal, cabut, lagi = lihat(uji, satu).catatan
    assert (cabut.hasil, cabut.koreksi_dari, cabut.alasan) == (HasilSalur.BATAL_CATAT, asal.id, "salah orang")
    assert lagi.hasil is HasilSalur.SENDIRI


def test_the_latest_acts_are_one_line_each(uji: KantorUji, berbarang: UUID, kegiatan: UUID) -> None:
    satu, dua, _ = _semua(uji, berbarang)
    with uji.menulis("operator") as kerja:
        pertama = catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
        catat_hasil(kerja, dua.alokasi_id, HasilSalur.DIWAKILKAN, wakil=KUASA)
        batalkan_hasil(kerja, pertama.penyaluran_ids[0], alasan="salah")
        terakhir = catatan_terakhir(kerja, berbarang)
        assert catatan_terakhir(kerja, kegiatan) == []
        assert catatan_terakhir(kerja, berbarang, akun_id=uji.pelaku["staf"].akun_id) == []
        assert catatan_terakhir(kerja, berbarang, desa=dua.kode_desa, tahap_id=dua.tahap_id) == terakhir[:1]
    assert [(t.nomor, t.dibatalkan) for t in terakhir] == [(dua.nomor, False), (satu.nomor, True)]
    assert terakhir[0].keterangan == "Joko, Anak kandung"


# --- goods and items --------------------------------------------------------------------------------------------------


def _barang(baris: BarisSerah, nama: str) -> UUID:
    return next(k.barang_id for k in baris.barang if k.nama == nama and k.barang_id)


def test_one_act_hands_over_everything_that_is_owed(uji: KantorUji, berbarang: UUID) -> None:
    satu = _semua(uji, berbarang)[0]
    with uji.menulis() as kerja:
        tindakan = catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
        assert len(tindakan.penyaluran_ids) == 3
        assert tindakan.sesudah.status is StatusSalur.TERSALUR
        balik = batalkan_hasil(kerja, tindakan.penyaluran_ids[1], alasan="salah")
        assert len(balik.penyaluran_ids) == 3
        assert balik.sesudah.status is StatusSalur.BELUM


def test_items_one_by_one(uji: KantorUji, berbarang: UUID) -> None:
    satu = _semua(uji, berbarang)[0]
    beras, kartu = _barang(satu, "Beras"), _barang(satu, "Kartu ATM")
    with uji.menulis() as kerja:
        uang = catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, hanya_uang=True)
        assert (uang.sesudah.status, uang.sesudah.hasil, uang.rupiah) == (
            StatusSalur.BELUM,
            HasilSalur.SEBAGIAN,
            NOMINAL,
        )
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, barang_id=beras)
        with pytest.raises(KnownError, match="sudah_menerima"):
            catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, barang_id=beras)
        akhir = catat_hasil(kerja, satu.alokasi_id, HasilSalur.REKENING_BERMASALAH, barang_id=kartu)
    assert (akhir.sesudah.status, akhir.sesudah.hasil) == (StatusSalur.TERSALUR, HasilSalur.SENDIRI)


def test_part_of_the_goods_leaves_the_rest_owed(uji: KantorUji, berbarang: UUID) -> None:
    satu = _semua(uji, berbarang)[0]
    beras = _barang(satu, "Beras")
    with uji.menulis() as kerja:
        enam = catat_hasil(kerja, satu.alokasi_id, HasilSalur.DIWAKILKAN, wakil=KUASA, barang_id=beras, jumlah=6)
        komponen = enam.sesudah.komponen[1]
        assert (komponen.diserahkan, komponen.sisa, komponen.hasil) == (6, 4, HasilSalur.SEBAGIAN)
        for jumlah, kode in ((5, "jumlah_melebihi_sisa"), (0, "jumlah_tidak_sah"), (-1, "jumlah_tidak_sah")):
            with pytest.raises(KnownError, match=kode):
                catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, barang_id=beras, jumlah=jumlah)
        with pytest.raises(KnownError, match="jumlah_tidak_sah"):
            catat_hasil(kerja, satu.alokasi_id, HasilSalur.PINDAH, barang_id=beras, jumlah=1)
        sisa = catat_hasil(kerja, satu.alokasi_id, HasilSalur.SEBAGIAN, barang_id=beras, jumlah=4)
        assert sisa.sesudah.komponen[1].status is StatusSalur.TERSALUR
        with pytest.raises(KnownError, match="batalkan_terbaru_dulu"):
            batalkan_hasil(kerja, enam.penyaluran_ids[0], alasan="x")
        batalkan_hasil(kerja, sisa.penyaluran_ids[0], alasan="x")
        batalkan_hasil(kerja, enam.penyaluran_ids[0], alasan="x")
        (b,) = ringkasan_penyaluran(kerja, berbarang).per_barang[:1]
    assert (b.nama, b.target, b.tersalur) == ("Beras", 30, 0)


def test_goods_only(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 2, nominal=None, jenis_bantuan="barang", barang=BARANG)
        satu, dua = daftar_serah(kerja, kegiatan)
        assert catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI).sesudah.status is StatusSalur.TERSALUR
        catat_hasil(kerja, dua.alokasi_id, HasilSalur.SENDIRI, barang_id=_barang(dua, "Beras"))
        gagal = catat_hasil(kerja, dua.alokasi_id, HasilSalur.BERKAS_KURANG)
        assert (gagal.sesudah.status, gagal.sesudah.hasil) == (StatusSalur.GAGAL, HasilSalur.BERKAS_KURANG)
        with pytest.raises(KnownError, match="barang_tidak_ada"):
            catat_hasil(kerja, dua.alokasi_id, HasilSalur.SENDIRI, hanya_uang=True)


# --- a day's papers ---------------------------------------------------------------------------------------------------


def test_many_at_once_and_what_was_refused(uji: KantorUji, kegiatan: UUID) -> None:
    semua = _semua(uji, kegiatan)
    with uji.menulis() as kerja:
        catat_hasil(kerja, semua[0].alokasi_id, HasilSalur.SENDIRI)
        hasil = catat_banyak(
            kerja,
            kegiatan,
            [
                *(Entri(b.alokasi_id, HasilSalur.SENDIRI) for b in semua[:5]),
                Entri(semua[5].alokasi_id, HasilSalur.DIWAKILKAN),
                Entri(semua[1].alokasi_id, HasilSalur.SENDIRI),
                Entri(id_baru(), HasilSalur.SENDIRI),
            ],
            tanggal=date(2026, 3, 1),
            tempat="Balai Desa",
        )
        seluruh = ringkasan_penyaluran(kerja, kegiatan).seluruh
    assert [t.sesudah.status for t in hasil.dicatat] == [StatusSalur.TERSALUR] * 4
    assert [(d.nama, d.sebab.kode) for d in hasil.ditolak] == [
        (semua[0].nama, "sudah_menerima"),
        (semua[5].nama, "wakil_kurang"),
        (semua[1].nama, "sudah_menerima"),
        ("", "alokasi_tidak_ada"),
    ]
    assert (seluruh.tersalur.orang, seluruh.belum.orang) == (5, 4)


# --- sums -------------------------------------------------------------------------------------------------------------


def test_counts_by_desa_tahap_and_outcome(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 6, tahap=2)
        satu, dua = daftar_tahap(kerja, kegiatan)
        baris = daftar_serah(kerja, kegiatan, tahap_id=satu.id)
        for b, hasil in zip(baris, (HasilSalur.SENDIRI, HasilSalur.DIANTAR, HasilSalur.PINDAH), strict=False):
            catat_hasil(kerja, b.alokasi_id, hasil)
        catat_hasil(kerja, baris[3].alokasi_id, HasilSalur.TIDAK_HADIR)
        r = ringkasan_penyaluran(kerja, kegiatan)
        assert ringkasan_penyaluran(kerja, kegiatan, tahap_id=satu.id).seluruh == r.per_tahap[satu.id]
        assert ringkasan_penyaluran(kerja, kegiatan, desa=DESA[0]).seluruh == r.per_desa[DESA[0]]
    s = r.seluruh
    assert (s.target.orang, s.tersalur.orang, s.belum.orang, s.gagal.orang) == (12, 2, 9, 1)
    assert (s.target.rupiah, s.tersalur.rupiah, s.gagal.rupiah) == (12 * NOMINAL, 2 * NOMINAL, NOMINAL)
    assert s.hasil(HasilSalur.DIANTAR).orang == 1
    assert s.hasil(HasilSalur.TIDAK_HADIR).orang == 1
    assert s.hasil(None).orang == s.tanpa_catatan == 8
    assert (r.orang, list(r.per_desa), r.per_tahap[dua.id].belum.orang) == (6, list(DESA), 6)


KEJADIAN = st.tuples(
    st.integers(0, 2),
    st.sampled_from([h for h in HasilSalur if h is not HasilSalur.BATAL_CATAT]),
    st.sampled_from(["semua", "uang", "Beras", "Kartu ATM"]),
    st.none() | st.integers(0, 11),
    st.booleans(),
)


@given(kejadian=st.lists(KEJADIAN, max_size=14))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_sequence_of_acts_breaks_the_sums(
    uji: KantorUji, berbarang: UUID, kejadian: list[tuple[int, HasilSalur, str, int | None, bool]]
) -> None:
    try:
        with uji.menulis() as kerja:
            baris, tindakan, rupiah = daftar_serah(kerja, berbarang), [], 0
            for orang, hasil, apa, jumlah, mundur in kejadian:
                satu = baris[orang]
                try:
                    if mundur and tindakan:
                        hasilnya = batalkan_hasil(kerja, tindakan.pop(), alasan="uji")
                    else:
                        barang = _barang(satu, apa) if apa in ("Beras", "Kartu ATM") else None
                        hasilnya = catat_hasil(
                            kerja, satu.alokasi_id, hasil, barang_id=barang, hanya_uang=apa == "uang",
                            jumlah=jumlah, wakil=KUASA, alasan="uji",
                        )  # fmt: skip
                        tindakan.append(hasilnya.penyaluran_ids[0])
                    rupiah += hasilnya.rupiah
                except KnownError as e:
                    galat.kalimat(e)
            _periksa_hukum(kerja, berbarang, rupiah)
            raise _CukupError
    except _CukupError:
        return


class _CukupError(Exception):
    """Rolls the example back, so that every one begins afresh."""


def _periksa_hukum(kerja, kegiatan: UUID, rupiah: int) -> None:  # type: ignore[no-untyped-def]
    r = ringkasan_penyaluran(kerja, kegiatan)
    s = r.seluruh
    assert (s.target.orang, s.target.rupiah) == (3, 3 * NOMINAL)
    assert s.tersalur.rupiah == rupiah
    for kotak, kelompok in ((s.tersalur, TERSALUR), (s.gagal, GAGAL_SALUR)):
        assert sum(s.hasil(h).orang for h in kelompok) == kotak.orang
        assert sum(s.hasil(h).rupiah for h in kelompok) == kotak.rupiah
    assert sum((d.target.orang for d in r.per_desa.values()), 0) == 3
    assert [(b.nama, b.target) for b in r.per_barang] == [("Beras", 30), ("Kartu ATM", 3)]
    semua = daftar_serah(kerja, kegiatan)
    assert {b.keadaan.status for b in semua} <= set(StatusSalur)
    assert sum(b.keadaan.rupiah_tersalur for b in semua) == rupiah
    diserahkan = [b.keadaan.komponen[1].diserahkan for b in semua]
    assert sum(diserahkan) == r.per_barang[0].tersalur
    assert all(0 <= n <= 10 for n in diserahkan)


def _catatan(n: int, hasil: HasilSalur, cabut: UUID | None = None) -> CatatanSalur:
    return CatatanSalur(id_baru(), UUID(int=0), None, hasil, koreksi_dari=cabut, urut=n)


@given(hasil=st.lists(st.sampled_from(list(HasilSalur)), max_size=8))
@settings(deadline=None)
def test_only_what_nobody_took_back_counts(hasil: list[HasilSalur]) -> None:
    catatan: list[CatatanSalur] = []
    for n, h in enumerate(hasil):
        berlaku = masih_berlaku(catatan)
        if h is HasilSalur.BATAL_CATAT and not berlaku:
            continue
        catatan.append(_catatan(n, h, berlaku[-1].id if h is HasilSalur.BATAL_CATAT else None))
    batal = sum(c.hasil is HasilSalur.BATAL_CATAT for c in catatan)
    assert len(masih_berlaku(catatan)) == len(catatan) - 2 * batal
    keadaan = hitung(komponen_alokasi(5, ()), catatan)
    assert keadaan.rupiah_tersalur == (5 if keadaan.status is StatusSalur.TERSALUR else 0)
    assert (keadaan.hasil in TERSALUR) == (keadaan.status is StatusSalur.TERSALUR)
    assert (keadaan.hasil in GAGAL_SALUR) == (keadaan.status is StatusSalur.GAGAL)


def test_without_money_and_goods_the_whole_is_one_component() -> None:
    assert komponen_alokasi(None, ()) == (Komponen(None),)


def test_running_counts_move_with_each_act(uji: KantorUji, kegiatan: UUID) -> None:
    """Moved act by act they say what counting anew says, also after an act was taken back."""
    with uji.menulis() as kerja:
        hitung = ringkasan_penyaluran(kerja, kegiatan).seluruh
        satu, dua, tiga = daftar_serah(kerja, kegiatan)[:3]
        acts = [
            catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI),
            catat_hasil(kerja, dua.alokasi_id, HasilSalur.MENINGGAL),
            catat_hasil(kerja, tiga.alokasi_id, HasilSalur.TIDAK_HADIR),
        ]
        acts.append(batalkan_hasil(kerja, acts[0].penyaluran_ids[0], alasan="salah orang"))
        for satu_tindakan in acts:
            hitung = geser(hitung, satu_tindakan.sebelum, satu_tindakan.sesudah)
        baru = ringkasan_penyaluran(kerja, kegiatan).seluruh
    assert (hitung.tersalur, hitung.belum, hitung.gagal) == (baru.tersalur, baru.belum, baru.gagal)
    assert {h: j for h, j in hitung.per_hasil.items() if j.orang} == dict(baru.per_hasil)
    assert hitung.tanpa_catatan == baru.tanpa_catatan
