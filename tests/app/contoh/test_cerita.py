"""The sample office: every SOP in motion, made by its own people, all of it or nothing."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from app import akses, jejak, tempat
from app.acuan.lihat import acuan_berlaku
from app.acuan.tanda import Cara, tanda_usulan
from app.contoh import SANDI, Contoh, bangun, bangun_contoh
from app.jobs import JobCancelled, JobContext, Progress, tanpa_lapor
from app.kegiatan import RingkasanKegiatan, daftar_kegiatan
from app.penyaluran import ringkasan_penyaluran
from app.sop import halaman
from app.usulan.periksa import periksa_berkas
from db.galat import KnownError
from db.istilah import HasilSalur, JenisAcuan, Peran, StatusKegiatan, StatusLangkah, StatusUsulan, Zona
from db.model import Kantor, KunjunganMonev, Orang, PelaksanaanLangkah, Penyaluran, Surat, Usulan
from resources import berkas

HARI = date(2026, 11, 20)


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Contoh]:
    """A sample of six hundred people, built once."""
    hasil = bangun_contoh(tmp_path_factory.mktemp("contoh") / "data", tanpa_lapor(), jumlah=600, hari_ini=HARI)
    hasil.ruang.jam = lambda: datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
    yield hasil
    hasil.ruang.tutup()


def _kegiatan(contoh: Contoh, akun: str) -> dict[str, RingkasanKegiatan]:
    with contoh.ruang.membaca(akses.PENYIAPAN) as kerja:
        pelaku = akses.pelaku_akun(kerja, akun)
    with contoh.ruang.membaca(pelaku) as kerja:
        semua = {k.id: k for k in daftar_kegiatan(kerja)}
    return {nama: semua[kid] for nama, kid in contoh.kegiatan.items() if kid in semua}


def test_two_offices_in_their_own_zones_are_marked_as_samples(contoh: Contoh) -> None:
    with contoh.ruang.membaca(akses.PENYIAPAN) as kerja:
        kantor = {k.nama: k for k in kerja.sesi.exec(select(Kantor))}
    assert {n: k.zona for n, k in kantor.items()} == {
        "Dinas Sosial Kabupaten Lamandau": Zona.WIB,
        "Kecamatan Awayan": Zona.WITA,
    }
    assert all(k.contoh for k in kantor.values())


def test_there_is_an_account_for_every_role(contoh: Contoh) -> None:
    assert {p for a in contoh.akun for p in a.peran} == set(Peran)
    assert len({a.nama_pengguna for a in contoh.akun}) == len(contoh.akun)
    assert {nama for nama, _, _ in tempat.akun_contoh(contoh.ruang.toko.folder)} == {
        a.nama_pengguna for a in contoh.akun
    }


def test_every_sop_is_at_another_step(contoh: Contoh) -> None:
    dinas, kecamatan = _kegiatan(contoh, "kadis"), _kegiatan(contoh, "camat")
    assert {n: (k.kode_sop, k.langkah_kini) for n, k in dinas.items()} == {
        "rehsos": ("rehsos", 7),
        "rehsos_baru": ("rehsos", 1),
        "rehsos_lalu": ("rehsos", None),
        "dtks": ("dtks", 1),
        "dtks_lalu": ("dtks", 7),
        "uep": ("uep", 2),
        "uep_kembali": ("uep", 2),
    }
    assert {n: (k.kode_sop, k.langkah_kini) for n, k in kecamatan.items()} == {"balakas": ("balakas", 5)}
    assert dinas["rehsos_lalu"].status is StatusKegiatan.SELESAI


def test_one_is_late_and_one_was_returned(contoh: Contoh) -> None:
    with contoh.ruang.membaca(akses.PENYIAPAN) as kerja:
        pelaku = akses.pelaku_akun(kerja, "staf")
    with contoh.ruang.membaca(pelaku) as kerja:
        terlambat = {}
        for nama, kid in contoh.kegiatan.items():
            if nama not in ("balakas", "rehsos_lalu"):
                kini = next(k for k in daftar_kegiatan(kerja) if k.id == kid).pelaksanaan_kini
                assert kini is not None
                sisa = halaman.lihat_langkah(kerja, kini).batas.sisa
                terlambat[nama] = sisa is not None and sisa.terlambat
        kueri = select(PelaksanaanLangkah).where(PelaksanaanLangkah.kegiatan_id == contoh.kegiatan["uep_kembali"])
        putaran = {(b.langkah, b.putaran): b.status for b in kerja.sesi.exec(kueri)}
    assert terlambat["uep"]
    assert not terlambat["rehsos"]
    assert putaran[3, 1] == StatusLangkah.DIKEMBALIKAN
    assert putaran[2, 2] == StatusLangkah.BERJALAN


def test_hand_over_knows_every_outcome_and_adds_up(contoh: Contoh) -> None:
    with contoh.ruang.membaca(akses.PENYIAPAN) as kerja:
        pelaku = akses.pelaku_akun(kerja, "pendamping")
    with contoh.ruang.membaca(pelaku) as kerja:
        hasil = Counter(kerja.sesi.exec(select(Penyaluran.hasil)))
        lalu = ringkasan_penyaluran(kerja, contoh.kegiatan["rehsos_lalu"]).seluruh
        kini = ringkasan_penyaluran(kerja, contoh.kegiatan["rehsos"]).seluruh
        kunjungan = len(kerja.sesi.exec(select(KunjunganMonev.id)).all())
    assert set(hasil) == {h.value for h in HasilSalur}
    assert lalu.belum.orang == 0
    assert kini.belum.orang > 0
    assert kini.target.orang == kini.tersalur.orang + kini.belum.orang + kini.gagal.orang
    assert kunjungan == 12


def test_the_dtks_loop_is_there(contoh: Contoh) -> None:
    with contoh.ruang.membaca(akses.PENYIAPAN) as kerja:
        lalu = Counter(kerja.sesi.exec(select(Usulan.status).where(Usulan.kegiatan_id == contoh.kegiatan["dtks_lalu"])))
        kini = kerja.sesi.exec(select(Usulan.asal_usulan_id).where(Usulan.kegiatan_id == contoh.kegiatan["dtks"])).all()
        surat = kerja.sesi.exec(select(Surat.id).where(Surat.jenis == "pengembalian")).all()
    assert lalu[StatusUsulan.DITOLAK_SISTEM.value] >= 2
    assert sum(asal is not None for asal in kini) == 2
    assert surat


def test_people_are_invented_and_the_trail_is_whole(contoh: Contoh) -> None:
    with contoh.ruang.membaca(akses.PENYIAPAN) as kerja:
        nik = kerja.sesi.exec(select(Orang.nik)).all()
        assert jejak.periksa_rantai(kerja.sesi) == []
    assert len(nik) >= 550
    assert all(int(n[12:]) >= 9000 for n in nik if n)


def test_nothing_lies_in_the_future(contoh: Contoh) -> None:
    with contoh.ruang.membaca(akses.PENYIAPAN) as kerja:
        assert max(kerja.sesi.exec(select(Usulan.dibuat_pada))).date() < HARI
        assert max(kerja.sesi.exec(select(Penyaluran.tanggal))) < HARI


@pytest.mark.parametrize("hari_ini", [date(2027, 1, 3), date(2026, 4, 1)])
def test_it_can_be_built_on_any_day_and_signed_in_to(tmp_path: Path, hari_ini: date) -> None:
    akun = bangun(tmp_path / "data", tanpa_lapor(), jumlah=1, hari_ini=hari_ini)
    ruang, pelaku = akses.masuk(tmp_path / "data", akun[0].nama_pengguna, SANDI)
    with ruang.membaca(pelaku) as kerja:
        assert len(daftar_kegiatan(kerja)) == 7
    ruang.tutup()


def test_the_same_day_tells_the_same_story(contoh: Contoh, tmp_path: Path) -> None:
    lain = bangun_contoh(tmp_path / "data", tanpa_lapor(), jumlah=600, hari_ini=HARI)
    semua = []
    for satu in (contoh, lain):
        with satu.ruang.membaca(akses.PENYIAPAN) as kerja:
            orang = kerja.sesi.exec(select(Orang.nama, Orang.nik).order_by(Orang.urut)).all()  # type: ignore[arg-type]  # a column
            hasil = kerja.sesi.exec(select(Penyaluran.hasil).order_by(Penyaluran.urut)).all()  # type: ignore[arg-type]  # a column
            semua.append((orang, hasil))
    lain.ruang.tutup()
    assert semua[0] == semua[1]


@pytest.mark.parametrize("ada", [True, False])
def test_cancelling_leaves_nothing(tmp_path: Path, ada: bool) -> None:
    folder = tmp_path / "data"
    if ada:
        folder.mkdir()

    def terima(p: Progress) -> None:
        if "verifikasi" in p.langkah:
            ctx.batalkan()

    ctx = JobContext(terima)
    with pytest.raises(JobCancelled):
        bangun(folder, ctx, jumlah=1, hari_ini=HARI)
    sisa = [b.name for b in folder.rglob("*")] if folder.exists() else []
    assert sisa in ([], ["salur.lock"])


def test_a_real_store_is_never_written_over(contoh: Contoh) -> None:
    with pytest.raises(KnownError, match="toko_sudah_ada"):
        bangun(contoh.ruang.toko.folder, tanpa_lapor(), hari_ini=HARI)
    assert tempat.akun_contoh(contoh.ruang.toko.folder)


def test_reference_lists_speak_of_the_sample_s_people(contoh: Contoh) -> None:
    with contoh.ruang.membaca(akses.PENYIAPAN) as kerja:
        pelaku = akses.pelaku_akun(kerja, "operator")
    with contoh.ruang.membaca(pelaku) as kerja:
        assert set(acuan_berlaku(kerja)) == {JenisAcuan.DTSEN, JenisAcuan.MENINGGAL, JenisAcuan.PINDAH}
        ids = kerja.sesi.exec(select(Usulan.id).where(Usulan.kegiatan_id == contoh.kegiatan["rehsos"])).all()
        cara = Counter(t.cara for tanda in tanda_usulan(kerja, ids).values() for t in tanda)
    assert cara[Cara.NIK] > 20 * cara[Cara.TIDAK] / 3 > 0


def test_a_newcomer_s_first_file_comes_in_clean(contoh: Contoh) -> None:
    """Of the tidy lists that wait to be imported nearly every row is taken as it is."""
    pelaku = akses.PENYIAPAN
    with contoh.ruang.membaca(pelaku) as kerja:
        pelaku = akses.pelaku_akun(kerja, "operator")
    with contoh.ruang.membaca(pelaku) as kerja:
        hasil = periksa_berkas(
            kerja, [Path(str(berkas("contoh", "usulan-desa-kujan.xlsx")))], contoh.kegiatan["rehsos_baru"]
        ).ringkasan
    assert (hasil.baris, hasil.ditolak) == (30, 0)
    assert hasil.diterima >= 27
