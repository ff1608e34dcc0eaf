"""A part of the hand-over goes to another laptop and comes back: real stores in two folders, nothing lost or twice."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import akses, jejak
from app.cadangan import pulihkan
from app.kerja import Pelaku, RuangKerja
from app.penetapan import susun_penetapan
from app.penyaluran import BarisSerah, batalkan_hasil, catat_banyak, catat_hasil, daftar_serah, ringkasan_penyaluran
from app.penyaluran.bagian import Bagian, StatusBagian, cari_bagian, daftar_bagian, lepas_bagian
from app.penyaluran.gabung import bawa_bagian, buka_bagian, daftar_dua_kali, gabungkan, tulis_hasil
from app.penyaluran.isian import Entri
from app.pijakan import daftar_tahap
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur
from tests.helpers.kegiatan import DESA, kegiatan_sah
from tests.helpers.toko import SANDI, KantorUji

SENDIRI, ALASAN = HasilSalur.SENDIRI, "Laptop hilang di jalan"


@dataclass
class Dua:
    """Two laptops of one office: `uji` holds the store, the other opens its part from the file."""

    uji: KantorUji
    kegiatan: UUID
    folder: Path

    @property
    def tahap(self) -> UUID:
        with self.uji.membaca() as kerja:
            return daftar_tahap(kerja, self.kegiatan)[0].id

    def bawa(self, **apa: object) -> Bagian:
        apa = apa or {"desa": [DESA[1]]}
        berkas = self.folder / "bagian.salur"
        return bawa_bagian(
            self.uji.ruang, self.uji.pelaku["serba"], self.kegiatan, self.tahap, nama="Laptop 2", ke=berkas, **apa,
        )  # type: ignore[arg-type]  # fmt: skip

    def buka(self) -> tuple[RuangKerja, Pelaku]:
        buka_bagian(self.folder / "bagian.salur", self.folder / "lain", ("serba", SANDI), jam=self.uji.jam)
        return akses.masuk(self.folder / "lain", "serba", SANDI, jam=self.uji.jam)

    def kirim(self, ruang: RuangKerja, pelaku: Pelaku) -> int:
        return tulis_hasil(ruang, pelaku, self.folder / "hasil.salur")

    def daftar(self) -> list[BarisSerah]:
        with self.uji.membaca() as kerja:
            return daftar_serah(kerja, self.kegiatan)


@pytest.fixture
def dua(uji: KantorUji, tmp_path: Path) -> Dua:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 9)
    return Dua(uji, kegiatan, tmp_path)


@pytest.fixture
def lain(dua: Dua) -> Iterator[tuple[RuangKerja, Pelaku]]:
    """The other laptop with the part of the second desa, open."""
    dua.bawa()
    ruang, pelaku = dua.buka()
    yield ruang, pelaku
    ruang.tutup()


def di(baris: list[BarisSerah], desa: str) -> list[BarisSerah]:
    return [b for b in baris if b.kode_desa == desa]


def test_work_apart_and_together_again(dua: Dua, lain: tuple[RuangKerja, Pelaku]) -> None:
    ruang, pelaku = lain
    semua = dua.daftar()
    with dua.uji.menulis() as kerja:
        catat_hasil(kerja, di(semua, DESA[0])[0].alokasi_id, SENDIRI)
    with ruang.menulis(pelaku) as kerja:
        foto = kerja.simpan_lampiran(b"\xff\xd8 foto", "serah.jpg")
        satu, dua_, tiga = di(semua, DESA[1])
        catat_hasil(kerja, satu.alokasi_id, SENDIRI, tempat="Balai Desa", lampiran_id=foto)
        catat_hasil(kerja, dua_.alokasi_id, HasilSalur.MENINGGAL)
        salah = catat_hasil(kerja, tiga.alokasi_id, SENDIRI)
        batalkan_hasil(kerja, salah.penyaluran_ids[0], alasan="Salah orang")
    assert dua.kirim(ruang, pelaku) == 4
    with dua.uji.menulis() as kerja:
        hasil = gabungkan(kerja, dua.uji.ruang.toko, dua.folder / "hasil.salur")
        lagi = gabungkan(kerja, dua.uji.ruang.toko, dua.folder / "hasil.salur")
    assert (hasil.baru, hasil.sudah_ada, hasil.dua_kali) == (4, 0, ())
    assert (lagi.baru, lagi.sudah_ada) == (0, 4)
    assert hasil.bagian.status is StatusBagian.KEMBALI
    with dua.uji.membaca() as kerja:
        r = ringkasan_penyaluran(kerja, dua.kegiatan).seluruh
        (kembali,) = di(daftar_serah(kerja, dua.kegiatan), DESA[1])[:1]
        assert kembali.keadaan.terakhir is not None
        assert kembali.keadaan.terakhir.tempat == "Balai Desa"
        assert next(jejak.riwayat(kerja)).aksi == "gabungkan_bagian"
    assert (r.tersalur.orang, r.gagal.orang, r.belum.orang) == (2, 1, 6)
    with dua.uji.menulis() as kerja:  # the part is back: its people are served here again
        catat_hasil(kerja, tiga.alokasi_id, SENDIRI)


def test_each_laptop_serves_its_own_people_only(dua: Dua, lain: tuple[RuangKerja, Pelaku]) -> None:
    ruang, pelaku = lain
    semua = dua.daftar()
    with pytest.raises(KnownError) as galat, dua.uji.menulis() as kerja:
        catat_hasil(kerja, di(semua, DESA[1])[0].alokasi_id, SENDIRI)
    assert (galat.value.kode, galat.value.fakta["bagian"]) == ("dibawa_laptop_lain", "Laptop 2")
    with pytest.raises(KnownError, match="di_luar_bagian"), ruang.menulis(pelaku) as kerja:
        catat_hasil(kerja, di(semua, DESA[0])[0].alokasi_id, SENDIRI)
    with dua.uji.menulis() as kerja:
        ringkas = catat_banyak(kerja, dua.kegiatan, [Entri(b.alokasi_id, SENDIRI) for b in semua])
    assert {d.sebab.kode for d in ringkas.ditolak} == {"dibawa_laptop_lain"}
    assert (len(ringkas.dicatat), len(ringkas.ditolak)) == (6, 3)


def test_the_other_laptop_does_nothing_else(dua: Dua, lain: tuple[RuangKerja, Pelaku]) -> None:
    ruang, pelaku = lain
    assert pelaku.hanya_penyaluran
    assert akses.boleh(pelaku, akses.Hak.PENYALURAN)
    assert not akses.boleh(pelaku, akses.Hak.PENETAPAN)
    with pytest.raises(KnownError, match="hanya_penyaluran"), ruang.menulis(pelaku) as kerja:
        susun_penetapan(kerja, dua.kegiatan)
    assert not dua.uji.pelaku["serba"].hanya_penyaluran


def test_a_person_served_twice_is_found_and_shown(dua: Dua, lain: tuple[RuangKerja, Pelaku]) -> None:
    """The part is given up, its people are served here, and then the other laptop comes back after all."""
    ruang, pelaku = lain
    satu, dua_, _ = di(dua.daftar(), DESA[1])
    with ruang.menulis(pelaku) as kerja:
        catat_hasil(kerja, satu.alokasi_id, SENDIRI, tempat="Balai Desa")
        catat_hasil(kerja, dua_.alokasi_id, SENDIRI, tempat="Balai Desa")
    dua.kirim(ruang, pelaku)
    with dua.uji.menulis() as kerja:
        (bagian,) = daftar_bagian(kerja, dua.kegiatan)
        lepas_bagian(kerja, bagian.id, alasan=ALASAN)
        catat_hasil(kerja, satu.alokasi_id, SENDIRI, tempat="Kantor")
    with dua.uji.menulis() as kerja:
        hasil = gabungkan(kerja, dua.uji.ruang.toko, dua.folder / "hasil.salur")
    (ganda,) = hasil.dua_kali
    assert (ganda.nama, ganda.nomor) == (satu.nama, satu.nomor)
    assert "Kantor" in ganda.di_sini
    assert "Balai Desa" in ganda.di_sana
    with dua.uji.membaca() as kerja:
        assert daftar_dua_kali(kerja, dua.kegiatan) == [ganda]
        kini = {b.alokasi_id: b for b in daftar_serah(kerja, dua.kegiatan)}
        r = ringkasan_penyaluran(kerja, dua.kegiatan).seluruh
    assert len(kini[satu.alokasi_id].catatan) == 3  # here, there, and the line that takes the latter back
    assert r.tersalur.orang == 2
    assert r.tersalur.rupiah == 2 * (satu.nominal or 0)


def test_a_part_by_numbers(dua: Dua) -> None:
    bagian = dua.bawa(nomor=(1, 4))
    semua = dua.daftar()
    assert {b.nomor for b in semua if bagian.memuat(b)} == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("apa", "kode"),
    [
        ({"desa": []}, "bagian_seluruhnya"),
        ({"nomor": (4, 1)}, "nomor_bagian_salah"),
        ({"nomor": (0, 1)}, "nomor_bagian_salah"),
    ],
)
def test_a_part_that_is_none_is_refused(dua: Dua, apa: dict[str, object], kode: str) -> None:
    with pytest.raises(KnownError, match=kode):
        dua.bawa(**apa)
    assert not (dua.folder / "bagian.salur").exists()


def test_a_file_that_cannot_be_written_gives_nothing_away(dua: Dua) -> None:
    (dua.folder / "bagian.salur").mkdir()
    with pytest.raises(KnownError, match="tidak_bisa_menulis"):
        dua.bawa()
    with dua.uji.menulis() as kerja:
        assert [b.status for b in daftar_bagian(kerja, dua.kegiatan)] == [StatusBagian.BATAL]
        catat_hasil(kerja, di(dua.daftar(), DESA[1])[0].alokasi_id, SENDIRI)


def test_files_are_not_mistaken_for_each_other(dua: Dua, lain: tuple[RuangKerja, Pelaku], tmp_path: Path) -> None:
    ruang, pelaku = lain
    dua.kirim(ruang, pelaku)
    with pytest.raises(KnownError, match="cadangan_bagian"):
        pulihkan(dua.folder / "bagian.salur", tmp_path / "x")
    with pytest.raises(KnownError, match="toko_sudah_ada"):
        buka_bagian(dua.folder / "bagian.salur", dua.uji.folder, ("serba", SANDI))
    rusak = bytearray((dua.folder / "hasil.salur").read_bytes())
    rusak[-1] ^= 1
    (tmp_path / "rusak.salur").write_bytes(rusak)
    (tmp_path / "acak.salur").write_bytes(b"bukan apa-apa")
    rusak[6] ^= 1
    (tmp_path / "lain.salur").write_bytes(rusak)
    for nama, kode in (
        ("tiada.salur", "berkas_tidak_ada"),
        ("acak.salur", "bukan_hasil_bagian"),
        ("bagian.salur", "bukan_hasil_bagian"),
        ("rusak.salur", "hasil_bagian_rusak"),
        ("lain.salur", "hasil_bagian_toko_lain"),
    ):
        with pytest.raises(KnownError, match=kode), dua.uji.menulis() as kerja:
            gabungkan(kerja, dua.uji.ruang.toko, tmp_path / nama)
    with pytest.raises(KnownError, match="bukan_salinan"):
        dua.kirim(dua.uji.ruang, dua.uji.pelaku["serba"])
    with pytest.raises(KnownError, match="bagian_tidak_ada"), dua.uji.membaca() as kerja:
        cari_bagian(kerja, id_baru())


def test_another_part_takes_the_place_of_an_earlier_one(dua: Dua, lain: tuple[RuangKerja, Pelaku]) -> None:
    lain[0].tutup()
    dua.uji.jam.kini += timedelta(days=1)
    dua.bawa(desa=[DESA[2]])
    ruang, pelaku = dua.buka()
    with ruang.menulis(pelaku) as kerja:
        catat_hasil(kerja, di(dua.daftar(), DESA[2])[0].alokasi_id, SENDIRI)
    ruang.tutup()


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nobody_gets_twice_whatever_happens(
    buka_kantor: Callable[[], KantorUji], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any acts on both sides: target = tersalur + belum + gagal, and no money twice."""
    uji = buka_kantor()
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 4)
    pasangan = Dua(uji, kegiatan, tmp_path_factory.mktemp("dua"))
    pasangan.bawa(nomor=(1, 4))
    ruang, pelaku = pasangan.buka()
    with uji.menulis() as kerja:
        (bagian,) = daftar_bagian(kerja, kegiatan)
        lepas_bagian(kerja, bagian.id, alasan=ALASAN)
    hasil = st.sampled_from([None, SENDIRI, HasilSalur.DIANTAR, HasilSalur.TIDAK_HADIR, HasilSalur.PINDAH])
    for b in pasangan.daftar():
        for tempat in ((uji.ruang, uji.pelaku["serba"]), (ruang, pelaku)):
            apa = data.draw(hasil)
            if apa is not None:
                with tempat[0].menulis(tempat[1]) as kerja:
                    catat_hasil(kerja, b.alokasi_id, apa)
    pasangan.kirim(ruang, pelaku)
    ruang.tutup()
    with uji.menulis() as kerja:
        gabungkan(kerja, uji.ruang.toko, pasangan.folder / "hasil.salur")
        r = ringkasan_penyaluran(kerja, kegiatan).seluruh
        semua = daftar_serah(kerja, kegiatan)
    assert r.target.orang == r.tersalur.orang + r.belum.orang + r.gagal.orang == 4
    assert r.tersalur.rupiah == sum(b.keadaan.rupiah_tersalur for b in semua) <= sum(b.nominal or 0 for b in semua)
    uji.ruang.tutup()
