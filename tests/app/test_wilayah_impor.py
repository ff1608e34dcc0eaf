"""A newer table of regions: only what differs is kept, with its source; what is no table is refused with its row."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import wilayah
from app.wilayah_impor import baca_tabel, banding_wilayah, daftar_ubahan, impor_wilayah, sumber_bawaan
from db.galat import KnownError
from resources import berkas
from tests.helpers.toko import KantorUji

SK = "Kepmendagri 300.2.2-1 Tahun 2027, ODbL 1.0"
BARU = b"""kode,nama,jenis
62.09,KAB. LAMANDAU,Kabupaten
62.09.09,BULIK BARU,Kecamatan
62.09.03.2004,Kujan Lama,Desa
62.09.09.2001,Sumber Rejo,Desa
"""


def test_only_what_differs_is_kept_with_its_source(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        beda = impor_wilayah(kerja, BARU, "baru.csv", sumber=SK)
    assert [d.sebutan for d in beda.baru] == ["Kecamatan Bulik Baru", "Desa Sumber Rejo"]
    assert [(d.nama, nama) for d, nama in beda.berganti] == [("Kujan", "Kujan Lama")]
    assert beda.sama == 1
    with uji.membaca() as kerja:
        assert [(u.kode, u.nama, u.berlaku, u.sumber) for u in daftar_ubahan(kerja)] == [
            ("62.09.03.2004", "Kujan Lama", True, SK),
            ("62.09.09", "Bulik Baru", True, SK),
            ("62.09.09.2001", "Sumber Rejo", True, SK),
        ]
        peta = wilayah.peta_kantor(kerja)
        assert peta.alamat("62.09.09.2001") == "Desa Sumber Rejo, Kecamatan Bulik Baru, Kabupaten Lamandau"
        periksa = peta.pemeriksa_prefiks()
        assert [periksa(p) for p in ("620909", "620903", "620999")] == [True, True, False]
        assert banding_wilayah(kerja, BARU, "baru.csv").sama == 4


def test_what_the_table_has_no_more_is_withdrawn_when_asked(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        peta = wilayah.peta_kantor(kerja)
        kecamatan, desa = peta.anak("62.09"), peta.desa_di("62.09")
    tabel = "\n".join(f"{d.kode};{d.nama}" for d in [*kecamatan[:-1], *desa[1:]]).encode()
    with uji.menulis("admin") as kerja:
        beda = impor_wilayah(kerja, tabel, "kini.csv", sumber=SK, cabut=True)
    assert {d.kode for d in beda.hilang} == {kecamatan[-1].kode, desa[0].kode}
    with uji.membaca() as kerja:
        peta = wilayah.peta_kantor(kerja)
        assert peta.cari_kode(desa[0].kode) is None
        assert peta.pemeriksa_prefiks()(desa[0].kode.replace(".", "")[:6])  # a NIK keeps its region


def test_without_asking_nothing_is_withdrawn(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        beda = impor_wilayah(kerja, b"62.09.03.2004,Kujan\n", "satu.csv", sumber=SK)
        assert len(beda.hilang) > 50
        assert daftar_ubahan(kerja) == ()


def test_the_shipped_table_itself_changes_nothing(uji: KantorUji) -> None:
    isi = berkas("wilayah", "wilayah.zip").read_bytes()
    assert len(baca_tabel(isi, "wilayah.zip")) > 90_000
    with zipfile.ZipFile(BytesIO(isi)) as arsip, uji.membaca() as kerja:
        beda = banding_wilayah(kerja, arsip.read("62.csv"), "62.csv")
    assert (beda.baru, beda.berganti, beda.hilang) == ((), (), ())
    assert beda.sama > 1_000


@pytest.mark.parametrize(
    "isi",
    [
        b"code,district_code,name\n62.09.03.2004,62.09.03,Kujan\n",
        b"\xef\xbb\xbfKode;Nama\r\n6209032004;KUJAN\r\n",
        "kode\tnama\n62.09.03.2004\tKujan\n".encode("utf-16"),
    ],
)
def test_tables_in_other_dresses_are_read(isi: bytes) -> None:
    assert baca_tabel(isi, "a.csv") == {"62.09.03.2004": "Kujan"}


@pytest.mark.parametrize(
    ("isi", "galat", "sebab"),
    [
        (b"", "kosong", ""),
        (b"kode,nama\n", "kosong", ""),
        (b"62.09,Lamandau\nhalo,dunia\n", "rusak", "baris 2"),
        (b"62.09.03.2004\n", "rusak", "baris 1"),
        (b"62.09," + b"x" * 101, "rusak", "baris 1"),
        (b"PK\x03\x04bukan zip", "rusak", "zip"),
        (b"\x01\x02\x03\x04" * 50, "rusak", "CSV"),
        (b"99.01.01,Entah\n", "rusak", "induk"),
    ],
)
def test_what_is_no_table_is_refused_with_its_row(uji: KantorUji, isi: bytes, galat: str, sebab: str) -> None:
    with uji.membaca() as kerja, pytest.raises(KnownError) as tolak:
        banding_wilayah(kerja, isi, "a.csv")
    assert tolak.value.kode == f"tabel_wilayah_{galat}"
    assert sebab in tolak.value.fakta.get("sebab", "")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_refused(isi: bytes) -> None:
    try:
        tabel = baca_tabel(isi, "a")
    except KnownError as tolak:
        tabel = {"62": tolak.kode}
    assert tabel


def test_a_source_and_a_right_are_needed(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja, pytest.raises(KnownError, match="isian_kosong"):
        impor_wilayah(kerja, BARU, "a.csv", sumber=" ")
    with uji.menulis("operator") as kerja, pytest.raises(KnownError, match="tidak_berwenang"):
        impor_wilayah(kerja, BARU, "a.csv", sumber=SK)


def test_the_licence_is_told() -> None:
    assert "Open Database License" in sumber_bawaan()
