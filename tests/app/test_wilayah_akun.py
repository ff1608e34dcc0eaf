"""An account for one kecamatan: it reads and writes nobody of another one, by whatever use case."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import islice
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

import app
from app import akses, pakta
from app.akses import Hak, boleh
from app.dokumen.isi import Permintaan
from app.kerja import Kerja
from app.pencairan import posisi_uang
from app.penyaluran import Entri, catat_banyak, catat_hasil, ringkasan_penyaluran, semua_serah
from app.pertemuan import catat_pertemuan
from app.pijakan import daftar_tahap
from app.spt import Jadwal, atur_jadwal, daftar_jadwal, hapus_jadwal, tambah_titik, ubah_titik
from app.usulan.asli import daftar_berkas
from app.usulan.batal import batalkan_impor
from app.usulan.buku import daftar_impor
from app.verifikasi import daftar_usulan, lihat_usulan, putuskan
from app.wilayah_akun import PAUTAN, seluruh
from db.galat import BugError, KnownError
from db.istilah import HasilSalur, HasilVerifikasi, Kiriman, Peran, StatusUsulan
from db.kunci import KDF_CONTOH
from db.model import BarisUsulan, BerkasImpor, Impor, Orang, Penerima, Usulan, Verifikasi
from tests.app.usulan.conftest import MejaImpor, meja, orang
from tests.helpers.kegiatan import NOMINAL, isi_usulan, tetapkan
from tests.helpers.toko import SANDI, KantorUji

__all__ = ["meja"]
BULIK = "62.09.03"
DI_BULIK, DI_LUAR = "62.09.03.2001", "62.09.05.2001"
HARI = date(2026, 3, 2)
Buka = Callable[[str], AbstractContextManager[Kerja]]


@dataclass(frozen=True)
class Dua:
    """A kegiatan with three people of Kecamatan Bulik and three of another, all on its decree."""

    kegiatan: UUID
    tahap: UUID
    dalam: list[UUID]
    luar: list[UUID]
    rahasia: frozenset[str]  # what would betray somebody of the other kecamatan
    ids: Mapping[str, UUID]  # of one person there, by the name that parameters have


def akun(uji: KantorUji, wilayah: tuple[str, ...] = (BULIK,), nama: str = "bulik") -> str:
    """Make an account with every role that works for these areas."""
    minta = akses.PermintaanAkun(
        nama, "Petugas Bulik", SANDI, tuple(p for p in Peran if p is not Peran.ADMINISTRATOR), wilayah=wilayah,
        kdf=KDF_CONTOH,
    )  # fmt: skip
    with uji.menulis("admin") as kerja:
        akses.buat_akun(kerja, uji.ruang.toko, minta)
    with uji.membaca() as kerja:
        uji.pelaku[nama] = akses.pelaku_akun(kerja, nama)
    return nama


@pytest.fixture
def bulik(uji: KantorUji) -> str:
    return akun(uji)


@pytest.fixture
def dua(uji: KantorUji) -> Dua:
    from app.kegiatan import buat_kegiatan

    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=NOMINAL)
        dalam = isi_usulan(kerja, kegiatan, 3, desa=(DI_BULIK,), status=StatusUsulan.LAYAK)
        luar = isi_usulan(
            kerja, kegiatan, 3, desa=(DI_LUAR,), mulai=117, status=StatusUsulan.LAYAK, orang={"alamat": "Jalan Jauh"}
        )
        tetapkan(kerja, kegiatan)
        putuskan_lama(kerja, [*dalam, *luar])
        (tahap,) = daftar_tahap(kerja, kegiatan)
        satu = next(b for b in semua_serah(kerja, kegiatan) if b.kode_desa == DI_LUAR)
        catat = catat_hasil(kerja, satu.alokasi_id, HasilSalur.TIDAK_HADIR)
        orang = [kerja.sesi.get_one(Orang, kerja.sesi.get_one(Usulan, u).orang_id) for u in luar]
        rahasia = {r for o in orang for r in (o.nama, o.nik, o.no_kk, o.alamat) if r} | {str(u) for u in luar}
        ids = {
            "usulan_id": luar[0], "orang_id": satu.orang_id, "penerima_id": satu.penerima_id,
            "alokasi_id": satu.alokasi_id, "penyaluran_id": catat.penyaluran_ids[0], "kegiatan_id": kegiatan,
            "tahap_id": tahap.id, "penetapan_id": kerja.sesi.get_one(Penerima, satu.penerima_id).penetapan_id,
            "tinggal_id": satu.orang_id, "pergi_id": satu.orang_id, "kiri_id": satu.orang_id,
            "kanan_id": satu.orang_id, "ke_kegiatan": kegiatan,
        }  # fmt: skip
    return Dua(kegiatan, tahap.id, dalam, luar, frozenset(rahasia), ids)


def putuskan_lama(kerja: Kerja, ids: list[UUID]) -> None:
    """Write a decision beside each usulan, past the lock of the decree."""
    isi = {"hasil": "layak", "tanggal": HARI, "petugas": "Uji", "akun_id": kerja.akun_id}
    kegiatan = kerja.sesi.get_one(Usulan, ids[0]).kegiatan_id
    kerja.sisip_banyak(Verifikasi, ({"usulan_id": i, "kegiatan_id": kegiatan} | isi for i in ids))


# --- reading and writing ---------------------------------------------------------------------------------------------


def test_lists_and_counts_are_those_of_the_area(uji: KantorUji, dua: Dua, bulik: str) -> None:
    with uji.membaca(bulik) as kerja:
        assert {b.usulan_id for b in daftar_usulan(kerja, dua.kegiatan)} == set(dua.dalam)
        assert {b.kode_desa for b in semua_serah(kerja, dua.kegiatan)} == {DI_BULIK}
        assert ringkasan_penyaluran(kerja, dua.kegiatan).seluruh.target.orang == 3
        assert posisi_uang(kerja, dua.kegiatan).seluruh.alokasi == 6 * NOMINAL  # sums agree with the SP2D
        with seluruh(kerja):
            assert len(daftar_usulan(kerja, dua.kegiatan)) == 6
    with uji.membaca() as kerja:
        assert len(daftar_usulan(kerja, dua.kegiatan)) == 6


def test_a_person_of_elsewhere_is_refused_by_one_sentence(uji: KantorUji, dua: Dua, bulik: str) -> None:
    from app.bahasa.galat import kalimat

    with uji.menulis(bulik) as kerja:
        with pytest.raises(KnownError, match="di_luar_wilayah") as ditolak:
            lihat_usulan(kerja, dua.luar[0])
        assert kalimat(ditolak.value).startswith("Akun ini hanya untuk Kecamatan Bulik, sedangkan data itu dari")
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            catat_hasil(kerja, dua.ids["alokasi_id"], HasilSalur.SENDIRI)
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            putuskan(kerja, [dua.dalam[0], dua.luar[0]], HasilVerifikasi.TIDAK_LAYAK, alasan_kode="pindah")
        assert catat_banyak(kerja, dua.kegiatan, [Entri(dua.ids["alokasi_id"], HasilSalur.SENDIRI)]).ditolak
        milik = next(semua_serah(kerja, dua.kegiatan))
        assert catat_hasil(kerja, milik.alokasi_id, HasilSalur.SENDIRI).rupiah == NOMINAL


def test_nothing_is_written_outside_by_any_road(uji: KantorUji, dua: Dua, bulik: str) -> None:
    """The session itself refuses: rows one by one, many at once, and a person taken out of the area."""
    isi = {"kegiatan_id": dua.kegiatan, "hasil": "layak", "tanggal": HARI, "petugas": "", "akun_id": None}
    with uji.menulis(bulik) as kerja:
        isi["akun_id"] = kerja.akun_id
        baris = Verifikasi(usulan_id=dua.luar[0], **isi)
        kerja.sesi.add(baris)
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            kerja.sesi.flush()
        kerja.sesi.expunge(baris)
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            kerja.sisip_banyak(Verifikasi, [isi | {"usulan_id": dua.luar[0]}])
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            isi_usulan(kerja, dua.kegiatan, 1, desa=(DI_LUAR,), mulai=300)
        kerja.sesi.get_one(Usulan, dua.dalam[0]).kode_desa = DI_LUAR
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            kerja.sesi.flush()
        kerja.sesi.rollback()


def test_an_import_of_another_area_is_refused_and_one_of_its_own_is_taken(
    uji: KantorUji, bulik: str, tmp_path: Any
) -> None:
    from app.kegiatan import buat_kegiatan
    from app.usulan.periksa import periksa_berkas
    from app.usulan.simpan import simpan_impor
    from tests.helpers import lembar as buat
    from tests.helpers.lembar import Lembar

    def tulis(desa: str, kecamatan: str) -> Any:
        judul = ["NO", "NIK", "NAMA", "NO KK", "DESA", "KECAMATAN", "TANGGAL LAHIR"]
        baris = [[1, "6209031505500001", "SITI AMINAH", "6209030101010001", desa, kecamatan, date(1950, 5, 15)]]
        berkas = tmp_path / f"{desa}.xlsx"
        berkas.write_bytes(buat.xlsx(Lembar([judul, *baris])))
        return berkas

    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Impor", tahun=2026, nominal=NOMINAL)
    with uji.menulis(bulik) as kerja:
        luar = periksa_berkas(kerja, [tulis("Kudangan", "Delang")], kegiatan, pengirim_kode="62.09.02.2001")
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            simpan_impor(kerja, luar)
        dalam = periksa_berkas(kerja, [tulis("Kujan", "Bulik")], kegiatan, pengirim_kode=DI_BULIK)
        assert simpan_impor(kerja, dalam).ringkasan.baris == 1


def test_a_list_that_names_anybody_of_elsewhere_is_neither_seen_nor_undone(meja: MejaImpor, bulik: str) -> None:
    """Also where it brought nobody new, where the row was refused, and once it was undone."""
    jauh = {"desa": "Kudangan", "nik": "6209020101509003", "kk": "6209020216909003"}
    meja.impor([orang(3, **jauh)], "jauh.xlsx")
    dekat = meja.impor([orang(1)], "dekat.xlsx")
    ubahan = [orang(1, alamat="Jl. Baru"), orang(3, **jauh | {"alamat": "Jl. Lain"})]
    lagi = meja.impor(ubahan, "lagi.xlsx", kiriman=Kiriman.PERBAIKAN)
    ditolak = meja.impor([orang(2), orang(4, **jauh | {"nik": "12"})], "ditolak.xlsx")
    batal = meja.impor([orang(5), orang(6, **jauh | {"nik": "6209020101509006"})], "batal.xlsx")
    with meja.uji.menulis() as kerja:
        batalkan_impor(kerja, batal.impor_id, alasan="Salah")
    with meja.uji.menulis(bulik) as kerja:
        assert {i.impor_id for i in daftar_impor(kerja, meja.kegiatan_id)} == {dekat.impor_id}
        for satu in (lagi, ditolak, batal):
            with pytest.raises(KnownError, match="di_luar_wilayah"):
                batalkan_impor(kerja, satu.impor_id, alasan="Coba")
            assert not daftar_berkas(kerja, satu.impor_id)
            assert not kerja.sesi.exec(select(BarisUsulan).where(BarisUsulan.impor_id == satu.impor_id)).all()
    with meja.uji.membaca() as kerja:
        assert len(daftar_impor(kerja, meja.kegiatan_id)) == 5


@pytest.mark.parametrize("tujuan", ["hasil_siks", "bnba_baru", "hasil_salur"])
def test_a_workbook_about_the_whole_office_is_not_handed_out(uji: KantorUji, dua: Dua, bulik: str, tujuan: str) -> None:
    with uji.menulis() as kerja:
        impor = Impor(kegiatan_id=dua.kegiatan, tujuan=tujuan, akun_id=kerja.akun_id, pada=kerja.sekarang())
        kerja.sesi.add(impor)
        kerja.sesi.flush()
        berkas = BerkasImpor(impor_id=impor.id, nama="semua.xlsx", sha256="0", ukuran=1, format="xlsx")
        kerja.sesi.add(berkas)
        kerja.sesi.flush()
        for nomor, usulan in enumerate((dua.dalam[0], dua.luar[0], None)):
            kerja.sesi.add(
                BarisUsulan(impor_id=impor.id, berkas_id=berkas.id, lembar="A", baris=nomor, nasib="diterima",
                            asli={"A": "SIAPA"}, usulan_id=usulan)
            )  # fmt: skip
        berkas_id = berkas.id
    with uji.membaca(bulik) as kerja:
        assert [b.usulan_id for b in kerja.sesi.exec(select(BarisUsulan))] == [dua.dalam[0]]
        assert kerja.sesi.exec(select(Impor)).all()  # that it came in is no secret: steps of the SOP ask for it
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            kerja.sesi.get(BerkasImpor, berkas_id)


def test_a_desa_of_elsewhere_is_not_scheduled(uji: KantorUji, dua: Dua, bulik: str) -> None:
    """When and where a desa is served is no secret; an account of another kecamatan does not change it."""
    jauh, dekat = (Jadwal(desa, HARI, tempat="Balai Desa") for desa in (DI_LUAR, DI_BULIK))
    with uji.menulis() as kerja:
        titik = tambah_titik(kerja, dua.kegiatan, jauh)
    usaha: tuple[Callable[[Kerja], object], ...] = (
        lambda kerja: tambah_titik(kerja, dua.kegiatan, replace(jauh, tempat="Rumah saya")),
        lambda kerja: ubah_titik(kerja, titik, replace(jauh, tempat="Rumah saya")),
        lambda kerja: ubah_titik(kerja, titik, dekat),
        lambda kerja: atur_jadwal(kerja, dua.kegiatan, [replace(jauh, tempat="Rumah saya")]),
        lambda kerja: hapus_jadwal(kerja, titik),
        lambda kerja: catat_pertemuan(
            kerja, dua.kegiatan, tanggal=HARI, tempat="Balai", materi="Isi", kode_desa=DI_LUAR
        ),
    )
    for satu in usaha:
        with pytest.raises(KnownError, match="di_luar_wilayah"), uji.menulis(bulik) as kerja:
            satu(kerja)
    with uji.menulis(bulik) as kerja:
        tambah_titik(kerja, dua.kegiatan, dekat)
        assert {(b.isi.kode_desa, b.isi.tempat) for b in daftar_jadwal(kerja, dua.kegiatan)} == {
            (DI_LUAR, "Balai Desa"), (DI_BULIK, "Balai Desa")
        }  # fmt: skip


def test_a_pakta_of_elsewhere_is_neither_withdrawn_nor_scanned(uji: KantorUji, dua: Dua, bulik: str) -> None:
    luar, dalam = str(dua.luar[0]), str(dua.dalam[0])
    with uji.menulis() as kerja:
        pakta.catat_pakta(kerja, dua.kegiatan, [luar, dalam], tanggal=kerja.hari_ini())
    with uji.menulis(bulik) as kerja:
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            pakta.tarik_pakta(kerja, dua.kegiatan, luar, alasan="Coba")
        with pytest.raises(KnownError, match="di_luar_wilayah"):
            pakta.lampirkan_pakta(kerja, dua.kegiatan, luar, [("p.pdf", b"%PDF-1.4")])
        pakta.tarik_pakta(kerja, dua.kegiatan, dalam, alasan="Keliru")
    with uji.membaca() as kerja:
        assert [b.tentang for b in pakta.daftar_pakta(kerja, dua.kegiatan) if b.tanggal] == [luar]


def test_work_on_a_whole_kegiatan_needs_an_account_without_limit(uji: KantorUji, dua: Dua, bulik: str) -> None:
    assert not any(boleh(uji.pelaku[bulik], hak) for hak in akses.HAK_SELURUH)
    assert boleh(uji.pelaku[bulik], Hak.VERIFIKASI)
    with uji.membaca(bulik) as kerja, pytest.raises(KnownError, match="perlu_seluruh_wilayah"):
        akses.wajib(kerja, Hak.PENETAPAN)


# --- whose area ----------------------------------------------------------------------------------------------------


def test_the_administrator_sets_and_lifts_the_limit(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        siapa = uji.pelaku["staf"].akun_id
        assert siapa is not None
        akses.batasi_wilayah(kerja, siapa, [BULIK, DI_LUAR])
        (satu,) = [a for a in akses.daftar_akun(kerja) if a.id == siapa]
        assert (satu.wilayah, satu.peran) == ((BULIK, DI_LUAR), (Peran.STAF,))
        assert akses.pelaku_akun(kerja, "staf").wilayah == {BULIK, DI_LUAR}
        akses.tugaskan(kerja, siapa, Peran.KASI, sejak=HARI)
        assert akses.pelaku_akun(kerja, "staf").wilayah == {BULIK, DI_LUAR}  # another role does not widen it
        akses.batasi_wilayah(kerja, siapa, [])
        lagi = akses.pelaku_akun(kerja, "staf")
        assert (lagi.wilayah, lagi.peran) == (frozenset(), {Peran.STAF, Peran.KASI})


@pytest.mark.parametrize("kode", ["62.09", "62.10", "99.99.99"])
def test_an_area_lies_inside_the_office_s(uji: KantorUji, kode: str) -> None:
    with uji.menulis("admin") as kerja, pytest.raises(KnownError, match=r"wilayah_(tak_dikenal|di_luar_kantor)"):
        akses.batasi_wilayah(kerja, uji.pelaku["staf"].akun_id, [kode])  # type: ignore[arg-type]  # it is signed in


def test_every_table_that_hangs_on_a_person_is_watched() -> None:
    assert {"Verifikasi", "Penyaluran", "Rekening", "BarisUsulan", "KunjunganMonev"} <= {t.__name__ for t in PAUTAN}


# --- every use case ------------------------------------------------------------------------------------------------


def _semua() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Give every function of `app` whose first parameter is the transaction."""
    for m in pkgutil.walk_packages(app.__path__, "app."):
        if m.name.startswith("app.contoh"):
            continue
        for nama, f in vars(importlib.import_module(m.name)).items():
            if not inspect.isfunction(f) or f.__module__ != m.name or nama.startswith("_"):
                continue
            parameter = list(inspect.signature(f).parameters)
            if parameter[:1] == ["kerja"]:
                yield f"{m.name[4:]}.{nama}", f


def _nilai(nama: str, p: inspect.Parameter, dua: Dua) -> Any:
    """Give a parameter what it asks for, of the other kecamatan where it asks for somebody."""
    if nama in dua.ids:
        return dua.ids[nama]
    if nama in ("usulan_ids", "ids", "usulan"):
        return dua.luar
    if nama in ("alokasi_ids",):
        return [dua.ids["alokasi_id"]]
    if nama == "minta":
        return Permintaan(desa=DI_LUAR)
    contoh = {
        "date": HARI, "date | None": HARI, "str": "uji", "int": 1, "bool": True, "str | None": DI_LUAR,
        "UUID": dua.ids["orang_id"],
    }  # fmt: skip
    jenis = p.annotation if isinstance(p.annotation, str) else getattr(p.annotation, "__name__", str(p.annotation))
    if inspect.isclass(p.annotation) and issubclass(p.annotation, Enum):
        return next(iter(p.annotation))
    return contoh.get(jenis.removeprefix("datetime."), _TANPA)


_TANPA = object()


def _sebut(hasil: Any, dalam: int = 0) -> Iterator[str]:
    """Give every text in an answer, however deep, and what an iterator yields."""
    if dalam > 7 or hasil is None:
        return
    if isinstance(hasil, str | UUID):
        yield str(hasil)
    elif is_dataclass(hasil) and not isinstance(hasil, type):
        for f in fields(hasil):
            yield from _sebut(getattr(hasil, f.name, None), dalam + 1)
    elif isinstance(hasil, Mapping):
        for k, v in hasil.items():
            yield from _sebut(k, dalam + 1)
            yield from _sebut(v, dalam + 1)
    elif isinstance(hasil, Iterable) and not isinstance(hasil, bytes):
        for satu in islice(hasil, 50):
            yield from _sebut(satu, dalam + 1)
    elif hasattr(hasil, "__table__"):
        for kolom in hasil.__table__.columns:
            yield from _sebut(getattr(hasil, kolom.name), dalam + 1)


def test_no_use_case_shows_or_touches_anybody_of_elsewhere(uji: KantorUji, dua: Dua, bulik: str) -> None:
    """Call everything with the other kecamatan's ids: nothing may answer with its people or change a row of theirs."""
    sebelum = _potret(uji, dua)
    assert _bocor(uji.menulis, bulik, dua) == []
    assert _potret(uji, dua) == sebelum


def test_the_test_above_would_see_a_leak(uji: KantorUji, dua: Dua) -> None:
    bocor = _bocor(uji.membaca, "serba", dua)
    assert len(bocor) > 25
    assert {"verifikasi.daftar.daftar_usulan", "penyaluran.cari.semua_serah", "orang.lihat.lihat_orang"} <= set(bocor)


def _bocor(buka: Buka, siapa: str, dua: Dua) -> list[str]:
    """Return the functions whose answer names anybody of the other kecamatan."""
    return [
        nama
        for nama, f, args in _panggilan(dua)
        if _jawab(buka, siapa, f, args) & dua.rahasia - {str(v) for v in args.values()}
    ]


def _panggilan(dua: Dua) -> Iterator[tuple[str, Callable[..., Any], dict[str, Any]]]:
    """Give every function that arguments can be made for, with them; they are many."""
    banyak = 0
    for nama, f in _semua():
        args = {
            n: _nilai(n, p, dua)
            for n, p in list(inspect.signature(f).parameters.items())[1:]
            if p.kind is not p.VAR_KEYWORD and (p.default is p.empty or n in dua.ids or n in ("desa", "usulan_ids"))
        }
        if _TANPA not in args.values():
            banyak += 1
            yield nama, f, args
    assert banyak > 200


def _jawab(buka: Buka, siapa: str, f: Callable[..., Any], args: dict[str, Any]) -> set[str]:
    """Return every text in the answer; a refusal answers nothing. What was written is kept."""
    try:
        with buka(siapa) as kerja:
            return set(_sebut(f(kerja, **args)))
    except (KnownError, BugError):
        return set()
    except (TypeError, AttributeError, ValueError, KeyError, LookupError, AssertionError):
        return set()  # an argument of the wrong shape: it never came as far as the store


def _potret(uji: KantorUji, dua: Dua) -> list[tuple[Any, ...]]:
    """Return how the rows of the other kecamatan's people stand."""
    from sqlmodel import col, select

    with uji.membaca() as kerja:
        usulan = kerja.sesi.exec(select(Usulan).where(col(Usulan.id).in_(dua.luar)).order_by(col(Usulan.urut)))
        return [
            (u.versi, u.status, u.kode_desa, o.versi, o.nama, o.nik, o.digabung_ke)
            for u in usulan
            for o in [kerja.sesi.get_one(Orang, u.orang_id)]
        ] + [tuple(b.keadaan.hasil for b in semua_serah(kerja, dua.kegiatan) if b.kode_desa == DI_LUAR)]
