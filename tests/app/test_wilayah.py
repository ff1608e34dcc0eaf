"""The region table and the search for a written desa."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import wilayah
from app.wilayah import NASIONAL, Daerah, Peta, cari_desa, cari_kode
from db.galat import KnownError
from tests.helpers.toko import KantorUji

AWAYAN, LAMANDAU, BALANGAN = "63.11.03", "62.09", "63.11"
DESA_AWAYAN = [
    "Bihara", "Pematang", "Merah", "Awayan", "Pudak", "Badalungga", "Tundakan", "Sikontan", "Pulantan", "Tundi",
    "Muara Jaya", "Bihara Hilir", "Baru", "Awayan Hilir", "Putat Basiun", "Sei Pumpung", "Badalungga Hilir", "Nungka",
    "Tangalin", "Kedondong", "Baramban", "Ambakiang", "Piyait",
]  # fmt: skip


def test_the_whole_country_is_there() -> None:
    provinsi = wilayah.anak("")
    assert len(provinsi) == 38
    kabupaten = [k for p in provinsi for k in wilayah.anak(p.kode)]
    assert len(kabupaten) == 514
    assert sum(len(wilayah.anak(k.kode)) for k in kabupaten) == 7285
    assert sum(len(NASIONAL.desa_di(p.kode)) for p in provinsi) == 83_762


def test_the_two_kabupaten_agree_with_the_official_list() -> None:
    kecamatan = ["Lamandau", "Delang", "Bulik", "Bulik Timur", "Menthobi Raya", "Sematu Jaya", "Belantikan Raya",
                 "Batang Kawa"]  # fmt: skip
    assert [k.nama for k in wilayah.anak(LAMANDAU)] == kecamatan
    assert [k.nama for k in wilayah.anak(BALANGAN)] == [
        "Juai", "Halong", "Awayan", "Batu Mandi", "Lampihong", "Paringin", "Paringin Selatan", "Tebing Tinggi",
    ]  # fmt: skip
    assert {d.nama for d in wilayah.anak(AWAYAN)} == set(DESA_AWAYAN)
    desa, lurah = NASIONAL.desa_di(LAMANDAU), {"Tapin Bini", "Kudangan", "Nanga Bulik"}
    assert {d.nama for d in desa if d.jenis == "Kelurahan"} == lurah
    assert (len(desa), len(NASIONAL.desa_di(BALANGAN))) == (88, 157)


@pytest.mark.parametrize(
    ("kode", "jenis", "sebutan"),
    [
        ("62", "Provinsi", "Provinsi Kalimantan Tengah"),
        ("62.09", "Kabupaten", "Kabupaten Lamandau"),
        ("62.71", "Kota", "Kota Palangkaraya"),
        ("63.11.03", "Kecamatan", "Kecamatan Awayan"),
        ("62.09.01.1012", "Kelurahan", "Kelurahan Tapin Bini"),
        ("6209012001", "Desa", "Desa Sungai Tuat"),
    ],
)
def test_kinds_by_digits(kode: str, jenis: str, sebutan: str) -> None:
    daerah = cari_kode(kode)
    assert daerah is not None
    assert (daerah.jenis, daerah.sebutan) == (jenis, sebutan)
    assert NASIONAL.sebutan(kode) == sebutan


@pytest.mark.parametrize("kode", ["", "99", "62.99", "62.09.01.9999", "kujan", "62.9", "6209031", "99.99.99.9999"])
def test_unknown_codes_find_nothing(kode: str) -> None:
    assert cari_kode(kode) is None


def test_the_way_down() -> None:
    assert [d.nama for d in NASIONAL.jalur("63.11.03.2004")] == [
        "Kalimantan Selatan", "Kabupaten Balangan", "Awayan", "Bihara",
    ]  # fmt: skip
    assert NASIONAL.alamat("63.11.03.2004") == "Desa Bihara, Kecamatan Awayan, Kabupaten Balangan"
    assert (NASIONAL.nama("63.11"), NASIONAL.nama("63.11.03"), NASIONAL.nama("99")) == ("Balangan", "Awayan", "99")
    assert wilayah.induk("63.11.03") == "63.11"
    assert wilayah.di_dalam("63.11.03", "63.11")
    assert wilayah.di_dalam("63.11", "")
    assert not wilayah.di_dalam("63.11", "63.1")


@pytest.mark.parametrize("area", [AWAYAN, BALANGAN])
@pytest.mark.parametrize("nama", DESA_AWAYAN)
def test_every_desa_is_found_by_its_own_name_in_its_kecamatan(nama: str, area: str) -> None:
    cocok = cari_desa(f"Ds. {nama.lower()}, Kec. Awayan", area)
    assert cocok.daerah is not None
    assert (cocok.daerah.nama, cocok.yakin, wilayah.induk(cocok.daerah.kode)) == (nama, 100, AWAYAN)


@pytest.mark.parametrize(
    ("tertulis", "nama", "yakin"),
    [
        ("AWAYAN HILIR", "Awayan Hilir", 100),
        ("Awayan Hlr", "Awayan Hilir", 100),
        ("Desa Sungai Pumpung", "Sei Pumpung", 100),
        ("S. Pumpung", "Sei Pumpung", 100),
        ("muarajaya", "Muara Jaya", 100),
        ("63.11.03.2004", "Bihara", 100),
        ("Badalunga Hilir", "Badalungga Hilir", 96),
        ("Kedodong", "Kedondong", 94),
        ("Hilir Bihara", "Bihara Hilir", 99),
    ],
)
def test_ways_of_writing_a_desa(tertulis: str, nama: str, yakin: int) -> None:
    cocok = cari_desa(tertulis, AWAYAN)
    assert cocok.daerah is not None
    assert (cocok.daerah.nama, cocok.saran[0]) == (nama, cocok.daerah)
    assert cocok.yakin >= yakin
    assert (cocok.yakin == 100) is (yakin == 100)


@pytest.mark.parametrize("tertulis", ["", "  ", "Desa", "xyz", "12", "."])
def test_nonsense_is_no_desa(tertulis: str) -> None:
    cocok = cari_desa(tertulis, AWAYAN)
    assert cocok.daerah is None
    assert cocok.yakin < 80


def test_two_desa_of_one_name_are_a_question() -> None:
    nama = [wilayah.normal(d.nama) for d in NASIONAL.desa_di("63.11")]
    kembar = next(n for n in nama if nama.count(n) > 1)
    cocok = cari_desa(kembar, BALANGAN)
    assert cocok.daerah is None
    assert len(cocok.saran) == nama.count(kembar)
    pasti = cari_desa(f"{kembar} (Kec. {NASIONAL.nama(wilayah.induk(cocok.saran[1].kode))})", BALANGAN)
    assert pasti.daerah == cocok.saran[1]


def test_the_kind_in_front_decides_between_desa_and_kelurahan() -> None:
    peta = Peta({"62.09.03.2999": "Nanga Bulik"})
    lurah, desa = peta.cari_desa("Kel. Nanga Bulik", LAMANDAU), peta.cari_desa("Desa Nanga Bulik", LAMANDAU)
    assert lurah.daerah is not None
    assert desa.daerah is not None
    assert (lurah.daerah.jenis, desa.daerah.jenis) == ("Kelurahan", "Desa")


@settings(deadline=None)
@given(st.sampled_from(NASIONAL.desa_di(LAMANDAU)), st.data())
def test_one_slip_still_suggests_the_desa(desa: Daerah, data: st.DataObject) -> None:
    nama = desa.nama
    if len(nama) >= 6:
        ke = data.draw(st.integers(1, len(nama) - 1))
        huruf = data.draw(st.sampled_from(["", "X", nama[ke] * 2]))
        saran = cari_desa(nama[:ke] + huruf + nama[ke + 1 :], LAMANDAU).saran
        assert desa.nama in [d.nama for d in saran]


@settings(deadline=None)
@given(st.text(max_size=30))
def test_searching_never_raises(teks: str) -> None:
    cocok = cari_desa(teks, AWAYAN)
    assert cocok.daerah is None or cocok.daerah in cocok.saran


@pytest.mark.parametrize("prefiks", ["620903", "631103", "910101", "960101", "647301", "640601", "327501", "540101"])
def test_prefixes_that_a_nik_may_have(prefiks: str) -> None:
    assert wilayah.prefiks_nik_dikenal(prefiks)


@pytest.mark.parametrize("prefiks", ["000000", "629901", "620999", "990101", "620900", "6209", "62090a", "622001"])
def test_prefixes_that_never_were(prefiks: str) -> None:
    assert not wilayah.prefiks_nik_dikenal(prefiks)


def test_every_kecamatan_of_today_is_a_prefix() -> None:
    semua = [c for p in wilayah.anak("") for k in wilayah.anak(p.kode) for c in wilayah.anak(k.kode)]
    assert all(wilayah.prefiks_nik_dikenal(c.kode.replace(".", "")) for c in semua)


def test_an_offices_changes_stand_above_the_table() -> None:
    peta = wilayah.susun_peta(
        [
            ("63.11.03.2099", "Awayan Raya", True),
            ("63.11.03.2004", "Bihara Lama", True),
            ("63.11.03.2005", "Pematang", False),
        ]
    )
    assert peta.nama("63.11.03.2004") == "Bihara Lama"
    assert peta.cari_kode("63.11.03.2005") is None
    assert peta.cari_desa("awayan raya", AWAYAN).yakin == 100
    assert len(peta.anak(AWAYAN)) == 23
    assert NASIONAL.nama("63.11.03.2004") == "Bihara"


def test_an_office_adds_renames_and_withdraws(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        wilayah.ubah_wilayah(kerja, "6209032099", "Bulik  Baru", sumber="Perda 1/2026")
        wilayah.ubah_wilayah(kerja, "62.09.03.2098", "Sementara")
    with uji.menulis("admin") as kerja:
        wilayah.ubah_wilayah(kerja, "62.09.03.2098", "Sementara", berlaku=False)
    with uji.membaca() as kerja:
        peta = wilayah.peta_kantor(kerja)
    assert peta.sebutan("62.09.03.2099") == "Desa Bulik Baru"
    assert peta.cari_kode("62.09.03.2098") is None


@pytest.mark.parametrize(
    ("akun", "kode", "nama", "galat"),
    [
        ("operator", "62.09.03.2099", "Baru", "tidak_berwenang"),
        ("admin", "62.09.03.2099", " ", "isian_kosong"),
        ("admin", "62.09.99.2001", "Baru", "wilayah_tak_dikenal"),
        ("admin", "Baru", "Baru", "wilayah_tak_dikenal"),
    ],
)
def test_wrong_regions_are_refused(uji: KantorUji, akun: str, kode: str, nama: str, galat: str) -> None:
    with pytest.raises(KnownError, match=galat), uji.menulis(akun) as kerja:
        wilayah.ubah_wilayah(kerja, kode, nama)


def test_an_office_without_changes_uses_the_shipped_tree(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        assert wilayah.peta_kantor(kerja) is NASIONAL


def test_first_use_reads_little() -> None:
    wilayah._baca.cache_clear()
    mulai = perf_counter()
    Peta().cari_desa("Kujan", LAMANDAU)
    assert perf_counter() - mulai < 0.5  # 30 ms here; a slow office laptop may take its time
