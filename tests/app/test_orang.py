"""Finding a person as one types, and corrections that keep what was there."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import identitas, orang
from app.bahasa.galat import kalimat
from app.orang import DataOrang
from db.galat import KnownError
from db.model import Orang
from tests.helpers.toko import KantorUji

NIK = "6209031203659001"


def tambah(uji: KantorUji, nama: str, **lain: object) -> UUID:
    with uji.menulis() as kerja:
        return orang.orang_baru(kerja, DataOrang(nama=nama, **lain))


@pytest.fixture
def ramai(uji: KantorUji) -> KantorUji:
    tambah(uji, "Siti Aminah", nik=NIK, no_kk="6209030101109001", kode_desa="62.09.03.2001", shdk="Istri")
    tambah(uji, "H. Nur'aini", nik="6209035203659002", no_kk="6209030101109001", kode_desa="62.09.03.2002")
    tambah(uji, "ANDI SAPUTRA", kode_desa="62.09.01.2001")
    return uji


@pytest.mark.parametrize(
    ("kata", "nama"),
    [
        ("siti", ["Siti Aminah"]),
        ("AMI si", ["Siti Aminah"]),
        ("nuraini", ["H. Nur'aini"]),
        ("6209 0312", ["Siti Aminah"]),
        ("6209030101109001", ["H. Nur'aini", "Siti Aminah"]),
        ("", ["ANDI SAPUTRA", "H. Nur'aini", "Siti Aminah"]),
        ("tidak ada", []),
    ],
)
def test_finds_by_name_nik_and_no_kk(ramai: KantorUji, kata: str, nama: list[str]) -> None:
    with ramai.membaca() as kerja:
        assert [o.nama for o in orang.cari_orang(kerja, kata)] == nama


def test_finds_by_area(ramai: KantorUji) -> None:
    with ramai.membaca() as kerja:
        assert [o.nama for o in orang.cari_orang(kerja, desa="62.09.03")] == ["H. Nur'aini", "Siti Aminah"]
        assert [o.nama for o in orang.cari_orang(kerja, desa="62.09.03.2001")] == ["Siti Aminah"]


def test_a_common_name_is_found_beyond_the_first_page_and_in_its_desa(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kerja.sisip_banyak(
            Orang,
            (
                {"nama": f"SITI {n:03}", "nama_cari": f"SITI {n:03}", "kode_desa": f"62.09.03.200{1 + n // 40}"}
                for n in reversed(range(50))
            ),
        )
    with uji.membaca() as kerja:
        satu = orang.cari_orang(kerja, "siti", batas=30)
        dua = orang.cari_orang(kerja, "siti", batas=30, setelah=(satu[-1].nama_cari, satu[-1].urut))
        desa = orang.cari_orang(kerja, "siti", desa="62.09.03.2002", batas=10)
    assert [o.nama for o in [*satu, *dua]] == [f"SITI {n:03}" for n in range(50)]
    assert [o.nama for o in desa] == [f"SITI {n:03}" for n in range(40, 50)]


def test_pages_follow_each_other(ramai: KantorUji) -> None:
    with ramai.membaca() as kerja:
        satu = orang.cari_orang(kerja, batas=2)
        dua = orang.cari_orang(kerja, batas=2, setelah=(satu[-1].nama_cari, satu[-1].urut))
        assert [o.nama for o in [*satu, *dua]] == ["ANDI SAPUTRA", "H. Nur'aini", "Siti Aminah"]
        assert orang.banyak_orang(kerja) == 3


def test_page_shows_family_wali_and_history(ramai: KantorUji) -> None:
    with ramai.menulis() as kerja:
        siti = orang.cari_orang(kerja, NIK)[0].id
        berubah = orang.koreksi_orang(
            kerja, siti, alasan="sesuai KTP", nik="6209031203659009", tanggal_lahir=date(1965, 3, 12)
        )
        orang.catat_wali(kerja, siti, nama="Ibu Lama")
        orang.catat_wali(kerja, siti, nama="Ibu Baru", hubungan="ibu kandung")
        orang.tautkan_berkas(kerja, siti, b"foto", "ktp.jpg", "KTP")
    assert set(berubah) == {"nik", "tanggal_lahir"}
    with ramai.membaca() as kerja:
        halaman = orang.lihat_orang(kerja, siti)
    assert [k.nama for k in halaman.keluarga] == ["H. Nur'aini"]
    assert [w.nama for w in halaman.wali] == ["Ibu Baru"]
    assert {(k.bidang, k.lama, k.baru) for k in halaman.koreksi} == {
        ("nik", NIK, "6209031203659009"),
        ("tanggal_lahir", "", "1965-03-12"),
    }
    assert [b.nama for b in halaman.berkas] == ["ktp.jpg"]
    assert "koreksi_orang" in {j.aksi for j in halaman.jejak}


def test_new_no_kk_closes_the_one_before(ramai: KantorUji) -> None:
    with ramai.menulis() as kerja:
        siti = orang.cari_orang(kerja, NIK)[0].id
        orang.koreksi_orang(kerja, siti, alasan="pecah KK", no_kk="6209030101259003")
        assert orang.lihat_orang(kerja, siti).keluarga == ()


def test_looking_at_identifiers_is_noted(ramai: KantorUji) -> None:
    with ramai.menulis() as kerja:
        siti = orang.cari_orang(kerja, NIK)[0].id
        assert orang.buka_identitas(kerja, siti) == (NIK, "6209030101109001")
        assert orang.lihat_orang(kerja, siti).jejak[0].aksi == "buka_identitas"
    with pytest.raises(KnownError, match="tidak_berwenang"), ramai.menulis("admin") as kerja:
        orang.buka_identitas(kerja, siti)


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({"nama": " "}, "isian_kosong"),
        ({"nama": "A", "nik": "123"}, "nik_tidak_16"),
        ({"nama": "A", "no_kk": "x" * 16}, "no_kk_tidak_16"),
        ({"nama": "A", "nik": NIK}, "nik_sudah_dipakai"),
    ],
)
def test_bad_data_is_refused(ramai: KantorUji, isi: dict[str, str], kode: str) -> None:
    with pytest.raises(KnownError) as galat:
        tambah(ramai, **isi)
    assert galat.value.kode == kode


def test_correction_needs_a_reason(ramai: KantorUji) -> None:
    with pytest.raises(KnownError, match="alasan_kosong"), ramai.menulis() as kerja:
        orang.koreksi_orang(kerja, orang.cari_orang(kerja, NIK)[0].id, alasan=" ", nama="X")


def test_a_nik_of_somebody_else_is_refused_and_merging_offered(ramai: KantorUji) -> None:
    with ramai.menulis() as kerja:
        siti, lain = orang.cari_orang(kerja, NIK)[0].id, orang.cari_orang(kerja, "nuraini")[0].id
        with pytest.raises(KnownError) as salah:
            orang.koreksi_orang(kerja, lain, alasan="KTP", nik=NIK)
        assert salah.value.kode == "nik_milik_lain"
        assert "gabungkan" in kalimat(salah.value)
        assert orang.koreksi_orang(kerja, siti, alasan="KTP", nik=NIK, nama="SITI") == ("nama",)


def test_two_who_came_with_one_nik_can_still_be_corrected_otherwise(ramai: KantorUji) -> None:
    with ramai.menulis() as kerja:
        kerja.sesi.add(Orang(nama="KEMBAR", nama_cari="KEMBAR", nik=NIK))
        kerja.sesi.flush()
        kembar = orang.cari_orang(kerja, "kembar")[0].id
        assert orang.koreksi_orang(kerja, kembar, alasan="KTP", pekerjaan="Petani") == ("pekerjaan",)


@pytest.mark.parametrize(
    ("tertulis", "jadi"),
    [("620903 120365 9001", NIK), ("6209.0312.0365.9001", NIK), ("-", None), ("", None), (None, None)],
)
def test_the_nik_of_a_wali_is_read_as_in_a_file(ramai: KantorUji, tertulis: str | None, jadi: str | None) -> None:
    with ramai.menulis() as kerja:
        siti = orang.cari_orang(kerja, NIK)[0].id
        orang.catat_wali(kerja, siti, nama="Ibu", nik=tertulis)
        assert [w.nik for w in orang.lihat_orang(kerja, siti).wali] == [jadi]


@pytest.mark.parametrize("tertulis", ["123", "6,2E+15", "bukan angka", "62090312036590011"])
def test_what_is_no_nik_is_refused_for_a_wali(ramai: KantorUji, tertulis: str) -> None:
    with pytest.raises(KnownError, match="nik_wali_salah"), ramai.menulis() as kerja:
        orang.catat_wali(kerja, orang.cari_orang(kerja, NIK)[0].id, nama="Ibu", nik=tertulis)


@given(st.text(max_size=40))
def test_search_form_is_stable(nama: str) -> None:
    baku = identitas.nama_cari(nama)
    assert identitas.nama_cari(baku) == baku
    assert "  " not in baku
