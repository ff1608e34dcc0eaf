"""Two offices in one store: nobody reads or changes what belongs to the other one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from app import akses, jejak, kantor, monev, pencairan, penetapan, penyaluran, pertemuan, register, spt, verifikasi
from app.akses import PermintaanAkun
from app.kegiatan_atur import batalkan_kegiatan
from app.kerja import Kerja
from app.register import DataDisposisi, DataSurat
from app.sop import kertas
from db.galat import KnownError
from db.istilah import HasilSalur, JenisKantor, Peran, Zona
from db.kunci import KDF_CONTOH
from db.model import Alokasi, JadwalPenyaluran, PelaksanaanLangkah, Penetapan, Usulan
from tests.helpers.kegiatan import DESA, kegiatan_sah
from tests.helpers.toko import KINI, SANDI, KantorUji

HARI = KINI.date()
LEMBAR = DataDisposisi("Kadis", "Kabid", "Tindak lanjuti", HARI)


@dataclass(frozen=True)
class Milik:
    """What one office has, by id."""

    kegiatan: UUID
    sk: UUID
    usulan: UUID
    alokasi: UUID
    surat: UUID
    disposisi: UUID
    jadwal: UUID
    sampel: UUID
    pertemuan: UUID
    pejabat: UUID


@pytest.fixture
def milik(uji: KantorUji) -> Milik:
    """Fill the test office, and put a second office with its own accounts into the same store."""
    with uji.menulis("admin") as kerja:
        pejabat_id = kantor.simpan_pejabat(kerja, kantor.DataPejabat("Drs. Contoh", "Kepala Dinas", "kepala"))
        lain = kantor.DataKantor("Dinas Lain", JenisKantor.DINAS, "63.11", "PEMERINTAH LAIN", Zona.WITA, contoh=True)
        kantor_id = kantor.buat_kantor(kerja, lain)
        akun = PermintaanAkun("luar", "Orang Luar", SANDI, tuple(Peran), kantor_id=kantor_id, kdf=KDF_CONTOH)
        akses.buat_akun(kerja, uji.ruang.toko, akun)
        uji.pelaku["luar"] = akses.pelaku_akun(kerja, "luar")
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 3)
        alokasi = kerja.sesi.exec(select(Alokasi.id)).first()
        penyaluran.catat_hasil(kerja, alokasi, HasilSalur.SENDIRI)
        surat = register.catat_surat_masuk(kerja, DataSurat("Pemberitahuan", HARI, dari="Desa", kegiatan_id=kegiatan))
        spt.atur_jadwal(kerja, kegiatan, [spt.Jadwal(DESA[0], HARI)])
        return Milik(
            kegiatan,
            kerja.sesi.exec(select(Penetapan.id)).one(),
            kerja.sesi.exec(select(Usulan.id)).first(),
            alokasi,
            surat,
            register.disposisikan(kerja, surat, LEMBAR),
            kerja.sesi.exec(select(JadwalPenyaluran.id)).one(),
            monev.tarik_sampel(kerja, kegiatan, ukuran=1).id,
            pertemuan.catat_pertemuan(kerja, kegiatan, tanggal=HARI, tempat="Aula"),
            pejabat_id,
        )


BACA: dict[str, Callable[[Kerja, Milik], Any]] = {
    "usulan": lambda k, m: verifikasi.lihat_usulan(k, m.usulan),
    "penetapan": lambda k, m: penetapan.lihat_penetapan(k, m.sk),
    "berlaku": lambda k, m: penetapan.penetapan_berlaku(k, m.kegiatan),
    "versi": lambda k, m: penetapan.daftar_penetapan(k, m.kegiatan),
    "penerima": lambda k, m: penetapan.daftar_penerima(k, m.sk),
    "rekap": lambda k, m: penetapan.rekap_desa(k, m.sk),
    "serah": lambda k, m: penyaluran.lihat_serah(k, m.alokasi),
    "semua serah": lambda k, m: list(penyaluran.semua_serah(k, m.kegiatan)),
    "terakhir": lambda k, m: penyaluran.catatan_terakhir(k, m.kegiatan),
    "pencairan": lambda k, m: pencairan.daftar_pencairan(k, m.kegiatan),
    "setoran": lambda k, m: pencairan.daftar_setoran(k, m.kegiatan),
    "sampel": lambda k, m: monev.daftar_sampel(k, m.sampel),
    "sampel terakhir": lambda k, m: monev.sampel_terakhir(k, m.kegiatan),
    "hadir": lambda k, m: pertemuan.daftar_hadir(k, m.pertemuan),
    "surat": lambda k, m: register.surat(k, m.surat),
    "pejabat": lambda k, m: kantor.pejabat(k, m.pejabat),
}
UBAH: dict[str, Callable[[Kerja, Milik], Any]] = {
    "scan of the decree": lambda k, m: penetapan.lampirkan_sk(k, m.sk, k.simpan_lampiran(b"x", "x.pdf")),
    "letter": lambda k, m: register.perbaiki_surat(k, m.surat, "keliru", perihal="Lain"),
    "disposition": lambda k, m: register.disposisikan(k, m.surat, LEMBAR),
    "paraf": lambda k, m: register.paraf_disposisi(k, m.disposisi),
    "letter of its kegiatan": lambda k, m: register.catat_surat_masuk(
        k, DataSurat("Perihal", HARI, dari="Desa", kegiatan_id=m.kegiatan)
    ),
    "service of its kegiatan": lambda k, m: register.catat_pelayanan(k, "Siti", "Tanya", kegiatan_id=m.kegiatan),
    "schedule": lambda k, m: spt.hapus_jadwal(k, m.jadwal),
    "official": lambda k, m: kantor.simpan_pejabat(k, kantor.DataPejabat("Lain", "Kepala", id=m.pejabat)),
}


@pytest.mark.parametrize("apa", [*BACA, *UBAH])
def test_another_office_is_refused(uji: KantorUji, milik: Milik, apa: str) -> None:
    with pytest.raises(KnownError) as galat, uji.menulis("luar") as kerja:
        (BACA | UBAH)[apa](kerja, milik)
    assert galat.value.kode in {"kegiatan_tidak_ada", "surat_tidak_ada", "pejabat_tidak_ada"}


@pytest.mark.parametrize("apa", BACA)
def test_the_office_itself_is_served(uji: KantorUji, milik: Milik, apa: str) -> None:
    with uji.membaca() as kerja:
        BACA[apa](kerja, milik)


def test_dispositions_of_another_office_are_not_listed(uji: KantorUji, milik: Milik) -> None:
    with uji.membaca("luar") as kerja:
        assert register.daftar_disposisi(kerja) == register.daftar_disposisi(kerja, surat_id=milik.surat) == []
    with uji.membaca() as kerja:
        assert [b.id for b in register.daftar_disposisi(kerja, surat_id=milik.surat)] == [milik.disposisi]


@pytest.mark.parametrize("baca", [kertas.pengesahan, kertas.posisi])
def test_papers_of_a_step_of_another_office_are_not_shown(
    uji: KantorUji, milik: Milik, baca: Callable[[Kerja, UUID], Any]
) -> None:
    with uji.menulis() as kerja:
        langkah = PelaksanaanLangkah(kegiatan_id=milik.kegiatan, langkah=1)
        kerja.sesi.add(langkah)
    with pytest.raises(KnownError, match="kegiatan_tidak_ada"), uji.membaca("luar") as kerja:
        baca(kerja, langkah.id)


def test_the_trail_of_another_office_is_not_shown(uji: KantorUji, milik: Milik) -> None:
    with uji.membaca("luar") as kerja:
        assert {b.nama_akun for b in jejak.riwayat(kerja)} == {"Penyiapan"}
        assert list(jejak.riwayat(kerja, kegiatan_id=milik.kegiatan)) == []
    with uji.membaca() as kerja:
        assert list(jejak.riwayat(kerja, kegiatan_id=milik.kegiatan))


def test_a_schedule_of_a_kegiatan_called_off_stays(uji: KantorUji, milik: Milik) -> None:
    with uji.menulis() as kerja:
        batalkan_kegiatan(kerja, milik.kegiatan, alasan="Anggaran dialihkan")
    with pytest.raises(KnownError, match="kegiatan_ditutup"), uji.menulis() as kerja:
        spt.hapus_jadwal(kerja, milik.jadwal)


def test_ids_of_nothing_are_told(uji: KantorUji, milik: Milik) -> None:
    with uji.menulis() as kerja:
        for kode, aksi in (
            ("surat_tidak_ada", lambda: register.surat(kerja, milik.sk)),
            ("surat_tidak_ada", lambda: register.paraf_disposisi(kerja, milik.sk)),
            ("jadwal_tidak_ada", lambda: spt.hapus_jadwal(kerja, milik.sk)),
        ):
            with pytest.raises(KnownError, match=kode):
                aksi()
