"""Setting an office up for the first time: from its answers to an open store, all or nothing.

Everything that the first-run wizard asks is gathered in `Penyiapan`; `siapkan` writes it at once. What can be guessed
from the region (names, zone, letterhead) is offered by `usul_kantor`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app import akses, anggapan, kantor, wilayah
from app.akses import PermintaanAkun
from app.jobs import JobContext
from app.kantor import DataKantor, DataPejabat, PemegangPeran
from app.kerja import Pelaku, RuangKerja
from app.sop import muat
from app.sop.definisi import DefinisiSop, Sisi
from db import toko
from db.istilah import JenisKantor, Zona

_WITA = frozenset({"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"})
_WIT = frozenset({"81", "82", "91", "92", "93", "94", "95", "96"})
SOP_KANTOR = {JenisKantor.DINAS: ("rehsos", "uep", "dtks"), JenisKantor.KECAMATAN: ("balakas",)}


@dataclass(frozen=True)
class Penyiapan:
    """All answers of the wizard.

    Attributes:
        lambang: name and bytes of the picture of the kop.
        admin: the first account; holds ADMINISTRATOR, and any working role besides.
        anggapan: confirmed assumptions, (code of the SOP, code).
    """

    kantor: DataKantor
    admin: PermintaanAkun
    lambang: tuple[str, bytes] | None = None
    pejabat: tuple[DataPejabat, ...] = ()
    akun: tuple[PermintaanAkun, ...] = ()
    pemegang: tuple[PemegangPeran, ...] = ()
    anggapan: tuple[tuple[str, str], ...] = ()


def zona_wilayah(kode: str) -> Zona:
    """Return the time zone of a region by its province."""
    provinsi = kode[:2]
    if provinsi in _WITA:
        return Zona.WITA
    return Zona.WIT if provinsi in _WIT else Zona.WIB


def usul_kantor(jenis: JenisKantor, kode_wilayah: str) -> DataKantor:
    """Offer names, zone and place for an office of a region."""
    kabupaten = wilayah.cari_kode(kode_wilayah[:5])
    nama_kabupaten = kabupaten.sebutan if kabupaten else kode_wilayah[:5]
    daerah = wilayah.cari_kode(kode_wilayah)
    if jenis is JenisKantor.KECAMATAN:
        nama, tempat = (daerah.sebutan, daerah.nama) if daerah else ("Kecamatan", "")
    else:
        nama, tempat = f"Dinas Sosial {nama_kabupaten}", ""
    return DataKantor(
        nama=nama,
        jenis=jenis,
        kode_wilayah=kode_wilayah,
        nama_pemda=f"PEMERINTAH {nama_kabupaten.upper()}",
        zona=zona_wilayah(kode_wilayah),
        tempat_surat=tempat,
    )


def sop_kantor(jenis: JenisKantor) -> tuple[DefinisiSop, ...]:
    """Return the shipped SOPs that an office of this kind works by."""
    return tuple(muat.muat_bawaan(kode) for kode in SOP_KANTOR[jenis])


def pemegang_bawaan(definisi: DefinisiSop) -> tuple[PemegangPeran, ...]:
    """Return who would hold the SOP's inside roles unless the office says otherwise."""
    return tuple(PemegangPeran(definisi.kode, p.kode, p.akun) for p in definisi.peran if p.sisi is Sisi.DALAM)


def siapkan(
    folder: Path,
    isi: Penyiapan,
    job: JobContext,
    *,
    jam: Callable[[], datetime] = toko.jam_dinding,
) -> tuple[RuangKerja, Pelaku, str]:
    """Make the store with everything the office said.

    Returns:
        The open store, the signed-in administrator, the paper recovery key (shown once).

    Raises:
        KnownError: `toko_sudah_ada`, `sandi_lemah`, `nama_pengguna_salah`, `nama_pengguna_dipakai`, `isian_kosong`,
            `gambar_tak_dikenal`, `tidak_bisa_menulis`.
    """
    total = 3 + len(isi.akun)
    job.lapor(0, total, "Membuat tempat data terenkripsi")
    ruang, pelaku, pemulihan = akses.siapkan_toko(
        folder,
        isi.admin,
        lambda k: kantor.buat_kantor(k, isi.kantor),
        lanjut=lambda ruang, pelaku: _isi_kantor(ruang, pelaku, isi, job, total),
        jam=jam,
    )
    job.lapor(total, total, "Selesai")
    return ruang, pelaku, pemulihan


def _isi_kantor(ruang: RuangKerja, pelaku: Pelaku, isi: Penyiapan, job: JobContext, total: int) -> None:
    with ruang.menulis(pelaku) as kerja:
        job.lapor(1, total, "Mencatat kop surat, pejabat, dan peran SOP")
        if isi.lambang is not None:
            nama, gambar = isi.lambang
            kantor.pasang_lambang(kerja, gambar, nama)
        for pejabat in isi.pejabat:
            kantor.simpan_pejabat(kerja, pejabat)
        for pemegang in isi.pemegang:
            kantor.atur_peran_sop(kerja, pemegang)
        anggapan.konfirmasi(kerja, isi.anggapan)
        for ke, akun in enumerate(isi.akun):
            job.lapor(2 + ke, total, f"Membuat akun {akun.nama}")
            akses.buat_akun(kerja, ruang.toko, akun)
