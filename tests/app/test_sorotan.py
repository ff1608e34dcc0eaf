"""The five questions: every usulan with a reason stands under its question, and nobody without one."""

from datetime import date
from uuid import UUID

import pytest
from sqlmodel import select

from app.bahasa.sorotan import JUDUL
from app.monev import Kunjungan, catat_kunjungan
from app.pengaduan import DataPengaduan, catat_pengaduan
from app.penyaluran import catat_hasil, daftar_serah
from app.sorotan import Disorot, JenisSorotan, sorotan
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur, JenisAcuan, JenisPenetapan
from db.model import BarisAcuan, DaftarAcuan, Impor, Kegiatan, Kemiripan, Orang, Penerima, Penetapan, Usulan
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan, kegiatan_sah
from tests.helpers.toko import KINI, KantorUji

HARI = KINI.date()


def tanya(uji: KantorUji, kegiatan: UUID, jenis: JenisSorotan) -> dict[str, Disorot]:
    with uji.membaca() as kerja:
        return {d.nama: d for d in sorotan(kerja, kegiatan)[jenis]}


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    """Six people whose NIK agrees with their birth date and sex, and against whom nothing speaks."""
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        isi_usulan(kerja, kegiatan, 6)
        for ke, o in enumerate(orang_kegiatan(kerja, kegiatan), 1):
            o.tanggal_lahir, o.jenis_kelamin, o.nik = date(1950, 1, 5), "L", f"620903050150{ke:04}"
    return kegiatan


def orang_kegiatan(kerja, kegiatan: UUID) -> list[Orang]:  # type: ignore[no-untyped-def]  # a Kerja
    kueri = select(Orang).join(Usulan, Usulan.orang_id == Orang.id).where(Usulan.kegiatan_id == kegiatan)
    return list(kerja.sesi.exec(kueri.order_by(Orang.urut)))


def test_nothing_against_anybody_is_five_empty_lists(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.membaca() as kerja:
        assert dict(sorotan(kerja, kegiatan)) == dict.fromkeys(JenisSorotan, ())
    assert set(JUDUL) == {j.value for j in JenisSorotan}


def test_invalid_identity(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        a, b, c, d, *_ = orang_kegiatan(kerja, kegiatan)
        a.nik, b.nik, c.nik, d.jenis_kelamin = None, "6209033202500001", "9999990501500001", "P"
        nama = [a.nama, b.nama, c.nama, d.nama]
    disorot = tanya(uji, kegiatan, JenisSorotan.IDENTITAS)
    assert sorted(disorot) == sorted(nama)
    assert disorot[nama[0]].sebab == "NIK belum ada."
    assert "Tanggal di dalam NIK tidak ada di kalender." in disorot[nama[1]].sebab
    assert disorot[nama[2]].sebab == "Kode wilayah NIK tidak pernah ada."
    assert (disorot[nama[3]].sebab, disorot[nama[3]].pasti) == ("Jenis kelamin berbeda dari NIK.", False)


def test_twice(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        a, b, c, d, e, _ = orang_kegiatan(kerja, kegiatan)
        b.nik = a.nik
        lain = buat_kegiatan(kerja, nama="Bansos Lain 2026")
        sk = Penetapan(kegiatan_id=lain, status="sah", jenis=JenisPenetapan.AWAL.value, tanggal=HARI)
        kerja.sesi.add(sk)
        kerja.sesi.flush()
        kerja.sesi.add(Penerima(penetapan_id=sk.id, kegiatan_id=lain, orang_id=c.id, nomor_urut=1, nama=c.nama))
        kerja.sesi.add(Kemiripan(orang_a_id=d.id, orang_b_id=e.id, skor=90))
        nama = [o.nama for o in (a, b, c, d, e)]
    disorot = tanya(uji, kegiatan, JenisSorotan.GANDA)
    assert sorted(disorot) == sorted(nama)
    assert disorot[nama[0]].sebab == f"NIK sama dengan {nama[1]}."
    assert disorot[nama[2]].sebab == "Sudah ditetapkan menerima Bansos Lain 2026 tahun 2026."
    assert disorot[nama[3]].sebab == f"Mungkin orang yang sama dengan {nama[4]}; belum diputuskan."
    assert [disorot[n].pasti for n in nama] == [True, True, True, False, False]


def test_dead_moved_and_not_listed(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        a, b, c, *lain = orang_kegiatan(kerja, kegiatan)
        a.meninggal_pada = HARI
        for jenis, isi in ((JenisAcuan.MENINGGAL, [b]), (JenisAcuan.DTSEN, [a, b, *lain])):
            impor = Impor(
                tujuan="acuan", akun_id=kerja.akun_id, pada=kerja.sekarang(), ringkasan={"diambil": len(isi)}
            )
            kerja.sesi.add(impor)
            kerja.sesi.flush()
            daftar = DaftarAcuan(jenis=jenis.value, nama="Kemensos", tanggal=HARI, impor_id=impor.id)
            kerja.sesi.add(daftar)
            kerja.sesi.flush()
            for ke, o in enumerate(isi, 1):
                kerja.sesi.add(BarisAcuan(daftar_id=daftar.id, nomor=ke, nik=o.nik, nama=o.nama))
        nama = [o.nama for o in (a, b, c)]
    mati = tanya(uji, kegiatan, JenisSorotan.MENINGGAL_PINDAH)
    assert sorted(mati) == sorted(nama[:2])
    assert mati[nama[0]].sebab == "Tercatat meninggal dunia."
    assert "daftar orang meninggal" in mati[nama[1]].sebab
    luar = tanya(uji, kegiatan, JenisSorotan.DI_LUAR_ACUAN)
    assert list(luar) == [nama[2]]
    assert luar[nama[2]].sebab.startswith("Tidak ada dalam DTSEN")


def test_trouble_last_year(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        lalu = kegiatan_sah(kerja, 5, tahun=2025, nama="Bansos 2025")
        satu, dua, tiga, empat, lima = daftar_serah(kerja, lalu)
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.PINDAH)
        for b in (dua, tiga, empat, lima):
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
        catat_kunjungan(kerja, lalu, dua.penerima_id, Kunjungan(HARI, "Rina", True, menerima=False))
        catat_kunjungan(kerja, lalu, tiga.penerima_id, Kunjungan(HARI, "Rina", True, True, True))
        catat_pengaduan(kerja, lalu, DataPengaduan(HARI, "Orang mampu", tentang=str(empat.nomor)))
        kini = buat_kegiatan(kerja, nama="Bansos Baru")
        for b in (satu, dua, tiga, empat, lima):
            kerja.sesi.add(Usulan(kegiatan_id=kini, orang_id=b.orang_id, kode_desa=b.kode_desa))
    disorot = tanya(uji, kini, JenisSorotan.BERMASALAH)
    assert {n: d.sebab for n, d in disorot.items()} == {
        satu.nama: "Pindah pada Bansos 2025 tahun 2025.",
        dua.nama: "Kunjungan Bansos 2025 tahun 2025: bantuan tidak diterima atau jumlahnya tidak sesuai.",
        empat.nama: "Pernah diadukan pada Bansos 2025 tahun 2025.",
    }
    with uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, lalu).tahun = 2020
    assert tanya(uji, kini, JenisSorotan.BERMASALAH) == {}


def test_who_may_not_see_identifiers_is_refused(uji: KantorUji, kegiatan: UUID) -> None:
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.membaca("admin") as kerja:
        sorotan(kerja, kegiatan)
    with pytest.raises(KnownError, match="kegiatan_tidak_ada"), uji.membaca() as kerja:
        sorotan(kerja, id_baru())
