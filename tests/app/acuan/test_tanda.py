"""What lists in force say of rows of an import and of usulan that are there already."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import col, select

from app.acuan.bentuk import KepalaAcuan
from app.acuan.tanda import Cara, TandaAcuan, cari_tanda, desil_acuan, tanda_orang, tanda_usulan
from app.kelayakan import periksa_kelayakan
from app.usulan.bentuk import Hasil
from db.dasar import id_baru
from db.istilah import JenisAcuan
from db.model import Kegiatan, Usulan
from tests.app.acuan.conftest import RakAcuan
from tests.app.usulan.conftest import JUDUL, orang

MATI = ["NIK", "NO KK", "NAMA", "TANGGAL LAHIR", "DESA", "TANGGAL MENINGGAL"]


def acuan(nomor: int, desil: Any = 2, **ubah: Any) -> list[Any]:
    """Return the line of a list about `orang(nomor)`."""
    o = dict(zip(JUDUL, orang(nomor), strict=True))
    isi = {"no": nomor, "nik": o["NIK"], "kk": o["NO KK"], "nama": o["NAMA"], "lahir": o["TANGGAL LAHIR"],
           "desa": o["DESA"], "desil": desil}  # fmt: skip
    return list((isi | ubah).values())


def mati(nomor: int, **ubah: Any) -> list[Any]:
    _, nik, kk, nama, lahir, desa, _ = acuan(nomor)
    isi = {"nik": nik, "kk": kk, "nama": nama, "lahir": lahir, "desa": desa, "pada": "05-11-2025"}
    return list((isi | ubah).values())


def temuan(rak: RakAcuan, baris: list[list[Any]]) -> list[list[Hasil]]:
    kode = ("tercatat_meninggal", "tercatat_pindah", "tidak_di_acuan", "desil_di_luar_syarat")
    hasil = rak.meja.periksa(rak.meja.berkas(baris))
    return [[h for h in b.hasil if h.kode in kode] for b in hasil.baris]


def batasi(rak: RakAcuan, desil: int) -> None:
    with rak.meja.uji.menulis() as kerja:
        kegiatan = kerja.sesi.get_one(Kegiatan, rak.meja.kegiatan_id)
        kegiatan.aturan = {**kegiatan.aturan, "desil_maks": desil}


def test_without_a_list_nothing_is_said(rak: RakAcuan) -> None:
    assert temuan(rak, [orang(1)]) == [[]]


def test_listed_or_not_is_told_by_nik_and_by_family(rak: RakAcuan) -> None:
    rak.impor([acuan(1), acuan(5, nik="6209030101509099", kk=orang(2)[3], nama="ORANG LAIN")])
    satu, dua, tiga = temuan(rak, [orang(1), orang(2), orang(3)])
    assert satu == []
    assert dua == []
    assert [(h.kode, h.pesan) for h in tiga] == [
        ("tidak_di_acuan", "Tidak tercantum di DTSEN per 1 Februari 2026 dari Kemensos.")
    ]


def test_a_desil_over_the_limit_is_told_with_its_ground(rak: RakAcuan) -> None:
    batasi(rak, 4)
    rak.impor([acuan(1, 4), acuan(2, 5), acuan(6, 8, nik="6209030101509099", kk=orang(3)[3], nama="ORANG LAIN")])
    satu, dua, tiga = temuan(rak, [orang(1), orang(2), orang(3)])
    assert satu == []
    assert dua[0].pesan == (
        "Desil 5 di DTSEN per 1 Februari 2026 dari Kemensos, NIK sama; syaratnya paling tinggi desil 4."
    )
    assert "Desil 8" in tiga[0].pesan
    assert "No. KK sama" in tiga[0].pesan


def test_a_desil_says_nothing_where_the_kegiatan_has_no_limit(rak: RakAcuan) -> None:
    rak.impor([acuan(1, 10)])
    assert temuan(rak, [orang(1)]) == [[]]


def test_a_list_of_one_desa_says_nothing_of_another(rak: RakAcuan) -> None:
    rak.impor([acuan(1)])
    _, lain = temuan(rak, [orang(1), orang(2, desa="Sungai Mentawa")])
    assert lain == []


def test_the_dead_are_told_with_day_and_list(rak: RakAcuan) -> None:
    rak.impor([mati(1)], JenisAcuan.MENINGGAL, judul=MATI)
    satu, dua = temuan(rak, [orang(1), orang(2, kk=orang(1)[3])])
    assert [h.pesan for h in satu] == [
        "Tercatat meninggal 5 November 2025 menurut daftar orang meninggal per 1 Februari 2026 dari Kemensos; NIK sama."
    ]
    assert dua == []  # the family lives


def test_a_nik_with_another_name_and_birth_date_is_only_perhaps(rak: RakAcuan) -> None:
    rak.impor([mati(1, nama="SITI LAINNYA", lahir="02-02-1930")], JenisAcuan.MENINGGAL, judul=MATI)
    (satu,) = temuan(rak, [orang(1)])
    assert satu[0].pesan.startswith("Mungkin tercatat meninggal")


@pytest.mark.parametrize(
    ("ubah", "kena"),
    [
        ({"nik": None, "kk": None}, True),
        ({"nik": None, "kk": None, "desa": "Sungai Mentawa"}, False),
        ({"nik": None, "kk": None, "lahir": "02-01-1950"}, False),
        ({"nik": "6209030101509077", "kk": None}, False),  # another NIK is another person, whatever the name
    ],
)
def test_a_name_counts_only_with_birth_date_and_desa_and_without_two_nik(
    rak: RakAcuan, ubah: dict[str, Any], kena: bool
) -> None:
    rak.impor([mati(1, **ubah)], JenisAcuan.MENINGGAL, judul=MATI)
    (satu,) = temuan(rak, [orang(1)])
    assert [h.pesan.split(" menurut")[0] for h in satu] == (
        ["Mungkin tercatat meninggal 5 November 2025"] if kena else []
    )


def test_who_moved_is_told_where_to(rak: RakAcuan) -> None:
    judul = ["NIK", "NAMA", "ALAMAT TUJUAN"]
    _, nik, _, nama, *_ = acuan(1)
    rak.impor([[nik, nama, "Palangka Raya"]], JenisAcuan.PINDAH, judul=judul)
    (satu,) = temuan(rak, [orang(1)])
    assert satu[0].kode == "tercatat_pindah"
    assert "Palangka Raya" in satu[0].pesan


def test_a_newer_list_speaks_of_usulan_that_are_there(rak: RakAcuan) -> None:
    rak.meja.impor([orang(1), orang(2)])
    with rak.meja.uji.membaca() as kerja:
        ids = kerja.sesi.exec(select(Usulan.id).order_by(col(Usulan.urut))).all()
        assert tanda_usulan(kerja, ids) == {}
    lama = rak.impor([acuan(1, 9)], nama="lama.xlsx", tanggal=date(2026, 1, 1))
    rak.impor([acuan(1, 3)], nama="baru.xlsx")
    with rak.meja.uji.membaca() as kerja:
        tanda = tanda_usulan(kerja, ids)
        orang_id = kerja.sesi.get_one(Usulan, ids[0]).orang_id
        assert [(t.cara, t.desil) for t in tanda[ids[0]]] == [(Cara.NIK, 3)]
        assert [t.cara for t in tanda[ids[1]]] == [Cara.TIDAK]
        assert tanda_orang(kerja, orang_id) == tanda[ids[0]]
        assert all(t.daftar.id != lama for t in tanda[ids[0]])


def test_dtsen_and_dtks_are_both_asked(rak: RakAcuan) -> None:
    rak.impor([acuan(1)], nama="dtsen.xlsx")
    rak.impor([acuan(2)], JenisAcuan.DTKS, nama="dtks.xlsx")
    satu, dua, tiga = temuan(rak, [orang(1), orang(2), orang(3)])
    assert satu == []
    assert dua == []
    assert tiga[0].pesan == (
        "Tidak tercantum di DTSEN per 1 Februari 2026 dari Kemensos dan DTKS per 1 Februari 2026 dari Kemensos."
    )


def test_the_desil_of_the_newer_list_counts() -> None:
    def tanda(jenis: JenisAcuan, hari: date, desil: int | None, cara: Cara = Cara.NIK) -> TandaAcuan:
        return TandaAcuan(KepalaAcuan(id_baru(), jenis, "Kemensos", hari), cara, desil)

    lama, baru = tanda(JenisAcuan.DTKS, date(2025, 1, 1), 9), tanda(JenisAcuan.DTSEN, date(2026, 1, 1), 3)
    assert desil_acuan((lama, baru)) is baru
    assert desil_acuan((lama, tanda(JenisAcuan.DTSEN, date(2026, 1, 1), 2, Cara.MUNGKIN))) is lama
    assert desil_acuan(()) is None


def test_nobody_is_asked_about_when_there_is_no_list(rak: RakAcuan) -> None:
    with rak.meja.uji.membaca() as kerja:
        assert cari_tanda(kerja, iter(())) == {}


def test_the_rules_of_the_kegiatan_hear_the_lists(rak: RakAcuan) -> None:
    batasi(rak, 4)
    rak.meja.impor([orang(1), orang(2), orang(3)])
    rak.impor([acuan(1, 3), acuan(2, 8)])
    rak.impor([mati(3)], JenisAcuan.MENINGGAL, nama="mati.xlsx", judul=MATI)
    with rak.meja.uji.membaca() as kerja:
        ids = kerja.sesi.exec(select(Usulan.id).order_by(col(Usulan.urut))).all()
        pendapat = periksa_kelayakan(kerja, rak.meja.kegiatan_id)
        kata = [
            {(p.kode, p.sikap.value) for p in pendapat[i] if p.aturan in ("acuan", "desil", "meninggal")} for i in ids
        ]
        assert "Tercatat meninggal menurut daftar orang meninggal per" in str(
            next(p for p in pendapat[ids[2]] if p.aturan == "meninggal")
        )
    assert kata == [
        {("acuan_nik", "mendukung"), ("desil_sesuai", "mendukung")},
        {("acuan_nik", "mendukung"), ("desil_lewat", "menolak")},
        {("acuan_tidak", "belum"), ("desil_kosong", "belum"), ("acuan_meninggal", "menolak")},
    ]
