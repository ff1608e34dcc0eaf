from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app import akses, anggapan, kantor
from app.akses import PermintaanAkun
from app.jobs import JobCancelled, JobContext
from app.kantor import DataKantor, DataPejabat
from app.penyiapan import Penyiapan, pemegang_bawaan, siapkan, sop_kantor, usul_kantor, zona_wilayah
from app.sop import muat
from db import toko
from db.galat import KnownError
from db.istilah import JenisKantor, Peran, Zona
from db.kunci import KDF_CONTOH
from tests.helpers.toko import KantorUji


def _png() -> bytes:
    keluar = BytesIO()
    Image.new("RGB", (8, 8), "navy").save(keluar, "PNG")
    return keluar.getvalue()


PNG = _png()


def _akun(nama: str, *peran: Peran) -> PermintaanAkun:
    return PermintaanAkun(nama, nama.title(), "sandi-uji-1", peran, kdf=KDF_CONTOH)


def _isi(**lain: object) -> Penyiapan:
    data = usul_kantor(JenisKantor.DINAS, "62.09")
    sop = sop_kantor(JenisKantor.DINAS)
    isi = {
        "kantor": data,
        "admin": _akun("rina", Peran.ADMINISTRATOR, Peran.OPERATOR),
        "lambang": ("lambang.png", PNG),
        "pejabat": (DataPejabat("Contoh, S.Sos", "Kepala Dinas", "kepala"),),
        "akun": (_akun("budi", Peran.KABID),),
        "pemegang": tuple(p for s in sop for p in pemegang_bawaan(s)),
        "anggapan": (("rehsos", "langkah-1-waktu"),),
    }
    return Penyiapan(**(isi | lain))  # type: ignore[arg-type]  # built by name


@pytest.mark.parametrize(
    ("kode", "zona"), [("62.09", Zona.WIB), ("63.11.03", Zona.WITA), ("91.01", Zona.WIT), ("51.71", Zona.WITA)]
)
def test_a_region_knows_its_zone(kode: str, zona: Zona) -> None:
    assert zona_wilayah(kode) is zona


def test_names_are_offered_from_the_region() -> None:
    dinas = usul_kantor(JenisKantor.DINAS, "62.09")
    assert (dinas.nama, dinas.nama_pemda) == ("Dinas Sosial Kabupaten Lamandau", "PEMERINTAH KABUPATEN LAMANDAU")
    camat = usul_kantor(JenisKantor.KECAMATAN, "63.11.03")
    assert (camat.nama, camat.tempat_surat) == ("Kecamatan Awayan", "Awayan")


def test_everything_said_is_there_afterwards(tmp_path: Path) -> None:
    langkah: list[str] = []
    ruang, pelaku, kunci = siapkan(tmp_path / "data", _isi(), JobContext(lambda p: langkah.append(p.langkah)))
    with ruang.membaca(pelaku) as kerja:
        assert kantor.lihat_kantor(kerja).nama == "Dinas Sosial Kabupaten Lamandau"
        assert kantor.lambang(kerja) == PNG
        assert [a.nama_pengguna for a in akses.daftar_akun(kerja)] == ["rina", "budi"]
        assert len(kantor.daftar_peran_sop(kerja, "dtks")) == 5
        satu = next(a for a in anggapan.daftar_anggapan(muat.muat_bawaan("rehsos")) if a.kode.startswith("waktu-"))
        assert anggapan.terkonfirmasi(kerja) == {("rehsos", satu.kode)}
    ruang.tutup()
    assert len(kunci) > 20
    assert langkah[-1] == "Selesai"


@pytest.mark.parametrize(
    ("salah", "kode"),
    [
        ({"akun": (_akun("rina", Peran.KABID),)}, "nama_pengguna_dipakai"),
        ({"lambang": ("a.txt", b"bukan")}, "gambar_tak_dikenal"),
        ({"pejabat": (DataPejabat("", "Kepala"),)}, "isian_kosong"),
        ({"kantor": DataKantor("", JenisKantor.DINAS, "62.09", "X", Zona.WIB)}, "isian_kosong"),
    ],
)
def test_a_set_up_that_fails_leaves_nothing(tmp_path: Path, salah: dict[str, object], kode: str) -> None:
    with pytest.raises(KnownError) as galat:
        siapkan(tmp_path / "data", _isi(**salah), JobContext())
    assert galat.value.kode == kode
    assert not toko.ada(tmp_path / "data")
    ruang, _, _ = siapkan(tmp_path / "data", _isi(), JobContext())
    ruang.tutup()


def test_cancelling_leaves_nothing(tmp_path: Path) -> None:
    konteks = JobContext(lambda p: konteks.batalkan() if "kop" in p.langkah else None)
    with pytest.raises(JobCancelled):
        siapkan(tmp_path / "data", _isi(), konteks)
    assert not toko.ada(tmp_path / "data")


@pytest.mark.parametrize("kode", muat.BAWAAN)
def test_every_assumption_is_a_sentence_with_a_code_of_its_own(kode: str) -> None:
    semua = anggapan.daftar_anggapan(muat.muat_bawaan(kode))
    assert semua
    assert len({a.kode for a in semua}) == len(semua)
    assert all(a.kalimat.endswith(".") and a.tentang for a in semua)


def test_confirming_adds_up(tmp_path: Path) -> None:
    ruang, pelaku, _ = siapkan(tmp_path / "data", _isi(), JobContext())
    with ruang.menulis(pelaku) as kerja:
        anggapan.konfirmasi(kerja, [("dtks", "langkah-4-cabang"), ("rehsos", "langkah-1-waktu")])
        anggapan.konfirmasi(kerja, [])
    with ruang.membaca(pelaku) as kerja:
        assert len(anggapan.terkonfirmasi(kerja)) == 2
    ruang.tutup()


@pytest.mark.parametrize("kode", muat.BAWAAN)
def test_a_confirmation_stays_with_its_step_when_steps_are_moved(kode: str) -> None:
    definisi = muat.muat_bawaan(kode)
    n = len(definisi.langkah)
    pindah = tuple(replace(lk, urutan=n + 1 - lk.urutan, label=str(n + 1 - lk.urutan), cabang=None)
                   for lk in reversed(definisi.langkah))  # fmt: skip
    dulu = {a.kode: a.kalimat for a in anggapan.daftar_anggapan(definisi) if not a.kode.startswith("cabang-")}
    kini = {a.kode: a.kalimat for a in anggapan.daftar_anggapan(replace(definisi, langkah=pindah))}
    assert kini == dulu


def test_confirmations_by_number_are_read_once_more_and_doubtful_ones_asked_again(uji: KantorUji) -> None:
    from app.sop.versi import simpan_sop
    from db.model import Pengaturan

    bawaan = muat.muat_bawaan("rehsos")
    satu, dua = bawaan.langkah[:2]
    with uji.menulis("admin") as kerja:
        lama = [["rehsos", "langkah-1-waktu"], ["rehsos", "langkah-99-waktu"], ["hilang", "langkah-1-waktu"]]
        kerja.sesi.add(Pengaturan(kantor_id=kerja.kantor.id, kunci="anggapan", nilai={"butir": lama}))
        kerja.sesi.flush()
        ((sop, kode),) = anggapan.terkonfirmasi(kerja)
        assert (sop, kode.split("-")[0]) == ("rehsos", "waktu")
        beda = replace(satu, kegiatan=replace(satu.kegiatan, teks="Langkah lain sama sekali", koreksi=None))
        simpan_sop(kerja, replace(bawaan, langkah=(beda, dua, *bawaan.langkah[2:])))
        assert anggapan.terkonfirmasi(kerja) == frozenset()  # which step 1 was meant nobody can say any more
