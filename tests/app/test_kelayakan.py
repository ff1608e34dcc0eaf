"""Rules speak for or against; they read what an SOP's defaults look like, and never decide."""

import json
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import kelayakan
from app.bahasa.waktu import usia
from app.kelayakan import (
    Aturan,
    Calon,
    RentangUsia,
    Sikap,
    Syarat,
    baca_aturan,
    kelayakan_usulan,
    nilai,
    periksa_kelayakan,
    ragam_baku,
)
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import StatusUsulan
from db.model import Kelengkapan, PelaksanaanLangkah, Usulan, Verifikasi
from resources import berkas
from tests.helpers.kegiatan import DESA, buat_kegiatan, isi_usulan, tetapkan
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


def _sikap(aturan: Aturan, **calon: object) -> dict[str, Sikap]:
    pendapat = nilai(aturan, Calon(id_baru(), **calon), pada=HARI, tahun=2026)  # type: ignore[arg-type]
    assert all(str(p) and "{" not in str(p) for p in pendapat)
    return {p.aturan: p.sikap for p in pendapat}


@pytest.mark.parametrize("kode", ["rehsos", "uep", "dtks", "balakas"])
def test_the_defaults_of_every_sop_can_be_read_and_written(kode: str) -> None:
    isi = json.loads(berkas(f"sop/{kode}.json").read_text(encoding="utf-8"))["aturan"]
    aturan = baca_aturan(isi)
    assert baca_aturan(json.loads(json.dumps(aturan.sebagai_json()))) == aturan
    assert [s.kode for s in aturan.syarat] == [s["kode"] for s in isi.get("kelayakan", [])]
    assert all(s.nama for s in aturan.syarat)


def test_no_rules_no_objections() -> None:
    assert _sikap(baca_aturan({}), lahir=date(1950, 1, 1)) == {}


LANSIA = Aturan(kategori=frozenset({"lansia"}), usia=(RentangUsia(frozenset({"lansia"}), 60, None),))


@pytest.mark.parametrize(
    ("lahir", "sikap"),
    [
        (date(1966, 3, 2), Sikap.MENDUKUNG),  # sixty today
        (date(1966, 3, 3), Sikap.MENOLAK),  # tomorrow
        (None, Sikap.BELUM),
    ],
)
def test_lansia_is_sixty_and_over(lahir: date | None, sikap: Sikap) -> None:
    assert _sikap(LANSIA, kategori="lansia", lahir=lahir)["usia"] is sikap


def test_a_kategori_outside_the_programme_speaks_against() -> None:
    assert _sikap(LANSIA, kategori="yatim")["kategori"] is Sikap.MENOLAK
    assert _sikap(LANSIA, kategori="")["kategori"] is Sikap.BELUM


def test_a_minor_needs_a_wali() -> None:
    assert _sikap(Aturan(), lahir=date(2016, 1, 1))["wali"] is Sikap.BELUM
    assert _sikap(Aturan(), lahir=date(2016, 1, 1), ada_wali=True)["wali"] is Sikap.MENDUKUNG


def test_dead_or_moved_speaks_against_without_any_rule() -> None:
    assert _sikap(Aturan(), meninggal=True, pindah=True) == {"meninggal": Sikap.MENOLAK, "pindah": Sikap.MENOLAK}


def test_desil_limit() -> None:
    aturan = Aturan(desil_maks=4)
    assert [_sikap(aturan, desil=d)["desil"] for d in (4, 5, None)] == [Sikap.MENDUKUNG, Sikap.MENOLAK, Sikap.BELUM]


UEP = Aturan(
    usia=(RentangUsia(frozenset(), 15, 64),),
    syarat=tuple(
        Syarat(k, k.upper()) for k in ("keluarga_miskin", "memiliki_usaha", "fc_kk_ktp", "usia_produktif", "sptjm")
    ),
)


def test_the_five_conditions_of_uep() -> None:
    sikap = _sikap(UEP, lahir=date(1990, 1, 1), terdaftar=True, jawaban={"memiliki_usaha": False, "sptjm": True})
    assert sikap == {
        "usia": Sikap.MENDUKUNG,
        "keluarga_miskin": Sikap.MENDUKUNG,  # has an id of DTKS
        "memiliki_usaha": Sikap.MENOLAK,
        "fc_kk_ktp": Sikap.BELUM,
        "usia_produktif": Sikap.MENDUKUNG,  # from the birth date
        "sptjm": Sikap.MENDUKUNG,
    }


def test_an_answer_counts_more_than_the_data() -> None:
    assert _sikap(UEP, terdaftar=True, jawaban={"keluarga_miskin": False})["keluarga_miskin"] is Sikap.MENOLAK


@given(
    minimum=st.none() | st.integers(0, 100),
    maksimum=st.none() | st.integers(0, 100),
    lahir=st.dates(date(1920, 1, 1), HARI),
)
@settings(deadline=None)
def test_an_age_is_either_in_the_range_or_out_of_it(minimum: int | None, maksimum: int | None, lahir: date) -> None:
    aturan = Aturan(usia=(RentangUsia(frozenset(), minimum, maksimum),))
    umur = usia(lahir, HARI)
    dalam = (minimum is None or umur >= minimum) and (maksimum is None or umur <= maksimum)
    assert _sikap(aturan, lahir=lahir)["usia"] is (Sikap.MENDUKUNG if dalam else Sikap.MENOLAK)


def _pendapat(hasil: dict[UUID, tuple[kelayakan.Pendapat, ...]], usulan_id: UUID, aturan: str) -> kelayakan.Pendapat:
    return next(p for p in hasil[usulan_id] if p.aturan == aturan)


def test_one_per_no_kk_in_the_kegiatan(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, aturan={"satu_kk": True})
        dua = isi_usulan(kerja, kegiatan, 2, orang={"no_kk": "6209030199999999"})
        satu = isi_usulan(kerja, kegiatan, 1, mulai=10)
        tolak = isi_usulan(kerja, kegiatan, 1, mulai=20, status=StatusUsulan.TIDAK_LAYAK)
        tanpa = isi_usulan(kerja, kegiatan, 1, mulai=30, orang={"no_kk": None})
        hasil = periksa_kelayakan(kerja, kegiatan)
    assert {_pendapat(hasil, u, "satu_kk").sikap for u in dua} == {Sikap.MENOLAK}
    assert _pendapat(hasil, dua[0], "satu_kk").fakta == {"banyak": 2}
    assert {_pendapat(hasil, u, "satu_kk").sikap for u in (*satu, *tolak)} == {Sikap.MENDUKUNG}
    assert _pendapat(hasil, tanpa[0], "satu_kk").sikap is Sikap.BELUM


def test_answers_come_from_papers_and_from_verification(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, aturan={"kelayakan": [{"kode": "sptjm", "nama": "SPTJM"}]})
        (usulan,) = isi_usulan(kerja, kegiatan, 1)
        langkah = PelaksanaanLangkah(kegiatan_id=kegiatan, langkah=1)
        kerja.sesi.add(langkah)
        kerja.sesi.flush()
        kerja.sesi.add(
            Kelengkapan(
                pelaksanaan_id=langkah.id, kode="sptjm", nama="SPTJM", sifat="wajib", usulan_id=usulan, status="ada"
            )
        )
        assert _pendapat(periksa_kelayakan(kerja, kegiatan), usulan, "sptjm").sikap is Sikap.MENDUKUNG
        isi = {"usulan_id": usulan, "kegiatan_id": kegiatan, "hasil": "layak", "akun_id": kerja.akun_id}
        kerja.sesi.add(Verifikasi(**isi, tanggal=HARI, formulir={"syarat": {"sptjm": False}}))
        pendapat = _pendapat(periksa_kelayakan(kerja, kegiatan, [usulan]), usulan, "sptjm")
        assert (pendapat.sikap, str(pendapat)) == (Sikap.MENOLAK, "SPTJM: tidak.")


def test_withdrawn_usulan_are_left_out_and_an_unknown_kegiatan_is_told(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        (usulan,) = isi_usulan(kerja, kegiatan, 1)
        kerja.sesi.get_one(Usulan, usulan).status = StatusUsulan.DITARIK.value
        assert periksa_kelayakan(kerja, kegiatan) == {}
        with pytest.raises(KnownError, match="kegiatan_tidak_ada"):
            periksa_kelayakan(kerja, id_baru())


@pytest.mark.parametrize(
    ("tertulis", "sikap"),
    [
        ("Tuna netra", Sikap.MENDUKUNG), ("sensorik (rungu wicara)", Sikap.MENDUKUNG), ("Tuna daksa", Sikap.MENOLAK),
        ("tuna daksa dan netra", Sikap.MENDUKUNG), ("", Sikap.BELUM), ("entah", Sikap.BELUM),
    ],
)  # fmt: skip
def test_the_kind_of_disability(tertulis: str, sikap: Sikap) -> None:
    aturan = Aturan(ragam=frozenset({"sensorik"}))
    calon = Calon(id_baru(), kategori="disabilitas", ragam=tertulis)
    (satu,) = nilai(aturan, calon, pada=date(2026, 3, 1), tahun=2026)
    assert (satu.aturan, satu.sikap) == ("ragam", sikap)
    assert str(satu).endswith(".")
    lansia = replace(calon, kategori="lansia")
    assert nilai(aturan, lansia, pada=date(2026, 3, 1), tahun=2026) == ()


def test_several_kinds_are_ganda() -> None:
    assert ragam_baku("Tuna daksa, tuna netra") == {"fisik", "sensorik", "ganda"}


def test_the_quota_of_a_desa_speaks_beside_each_of_its_people(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, aturan={"kuota_desa": {DESA[0]: 2, DESA[1]: 5}})
        penuh = isi_usulan(kerja, kegiatan, 3, desa=(DESA[0],))
        longgar = isi_usulan(kerja, kegiatan, 1, desa=(DESA[1],), mulai=20)
        bebas = isi_usulan(kerja, kegiatan, 1, desa=(DESA[2],), mulai=30)
        isi_usulan(kerja, kegiatan, 4, desa=(DESA[1],), mulai=40, status=StatusUsulan.TIDAK_LAYAK)
        kata = {u: [str(p) for p in semua if p.aturan == "kuota_desa"]
                for u, semua in periksa_kelayakan(kerja, kegiatan).items()}  # fmt: skip
    lewat = "Usulan desanya 3 orang, melebihi kuota 2 orang; pilih siapa yang ditetapkan."
    assert [kata[u] for u in penuh] == [[lewat]] * 3
    assert kata[longgar[0]] == ["Usulan desanya 1 orang, dalam kuota 5 orang."]
    assert kata[bebas[0]] == []


def test_aid_that_may_be_had_beside_this_one_does_not_speak_against(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        lain = buat_kegiatan(kerja, nama="UEP 2026", kode_sop="uep")
        (usulan,) = isi_usulan(kerja, lain, 1, status=StatusUsulan.LAYAK)
        tetapkan(kerja, lain)
        orang = kerja.sesi.get_one(Usulan, usulan).orang_id
        for boleh, sikap in (((), Sikap.MENOLAK), (("uep",), Sikap.MENDUKUNG)):
            aturan = {"satu_bantuan_setahun": True, "boleh_bersama": list(boleh)}
            ini = buat_kegiatan(kerja, nama=f"Bansos {len(boleh)}", aturan=aturan)
            baru = Usulan(kegiatan_id=ini, orang_id=orang, kode_desa=DESA[0])
            kerja.sesi.add(baru)
            kerja.sesi.flush()
            (satu,) = [p for p in kelayakan_usulan(kerja, baru.id) if p.aturan == "bantuan"]
            assert satu.sikap is sikap
