"""Beranda: the office on one page. What is due this week, what is late and with whom, how far each kegiatan is.

Numbers come from the rooms' own counts; nothing is counted here a second way.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app import wilayah
from app.angka_kegiatan import Angka, AngkaKegiatan, angka_banyak
from app.bahasa import waktu
from app.cadangan import cadangan_terakhir
from app.kalender import kalender_kantor
from app.kegiatan import RingkasanKegiatan, daftar_kegiatan
from app.kerja import Kerja
from app.penggunaan.laporan import PenggunaanTerlambat, laporan_terlambat
from app.sop.kertas import TanpaPindaian, tanpa_pindaian
from app.sop.meja import BarisMeja, langkah_berjalan
from db.istilah import StatusKegiatan

PEKAN = timedelta(days=7)
CADANGAN_LAMA = timedelta(days=7)
BULAN_INGAT_LIBUR = 10  # from October on, next year's deadlines are near


@dataclass(frozen=True, slots=True)
class KegiatanBeranda:
    """One running kegiatan with its numbers and where it stands."""

    ringkasan: RingkasanKegiatan
    angka: AngkaKegiatan


@dataclass(frozen=True, slots=True)
class DesaBeranda:
    """One desa over all running kegiatan: persons proposed, and allocations owed and handed over."""

    kode: str
    nama: str
    usulan: int
    target: int
    tersalur: int


@dataclass(frozen=True, slots=True)
class Beranda:
    """What the page shows. Rupiah for money; steps most pressing first.

    Attributes:
        minggu_ini: open steps due within seven days, not late.
        peringatan: sentences about what threatens the work itself (old backup, holidays not known).
        menyusul: signatures on paper whose scan is still to come, oldest first.
        penggunaan: kegiatan whose recipients are late with their report on the use of the aid, or soon will be.
    """

    hari_ini: date
    terlambat: tuple[BarisMeja, ...]
    minggu_ini: tuple[BarisMeja, ...]
    kegiatan: tuple[KegiatanBeranda, ...]
    selesai: int
    per_desa: tuple[DesaBeranda, ...]
    rencana: int
    tersalur: int
    peringatan: tuple[str, ...]
    menyusul: tuple[TanpaPindaian, ...] = ()
    penggunaan: tuple[PenggunaanTerlambat, ...] = ()


def beranda(kerja: Kerja) -> Beranda:
    """Gather the page for the office of the acting account."""
    kini = kerja.sekarang()
    langkah = langkah_berjalan(kerja)
    semua = daftar_kegiatan(kerja)
    berjalan = [k for k in semua if k.status is StatusKegiatan.BERJALAN]
    angka = angka_banyak(kerja, [k.id for k in berjalan])
    kegiatan = tuple(KegiatanBeranda(k, a) for k, a in zip(berjalan, angka, strict=True))
    return Beranda(
        kerja.hari_ini(),
        tuple(b for b in langkah if b.terlambat),
        tuple(b for b in langkah if not b.terlambat and b.batas.batas and b.batas.batas <= kini + PEKAN),
        kegiatan,
        sum(k.status is StatusKegiatan.SELESAI for k in semua),
        _per_desa(kegiatan),
        sum(k.angka.direncanakan for k in kegiatan),
        sum(k.angka.diserahkan for k in kegiatan),
        tuple(peringatan(kerja, kini)),
        tuple(tanpa_pindaian(kerja)),
        tuple(laporan_terlambat(kerja)),
    )


def peringatan(kerja: Kerja, kini: datetime) -> list[str]:
    """Return what the office should be told, one sentence each."""
    hasil = []
    terakhir = cadangan_terakhir(kerja)
    if terakhir is None:
        hasil.append("Data belum pernah dicadangkan. Buat cadangan di Pengaturan dan simpan di luar laptop ini.")
    elif kini - terakhir > CADANGAN_LAMA:
        tanggal = waktu.tanggal(kalender_kantor(kerja).tanggal(terakhir))
        hasil.append(f"Cadangan terakhir dibuat {tanggal}. Buat cadangan baru di Pengaturan.")
    hari = kerja.hari_ini()
    tahun = [hari.year, *([hari.year + 1] if hari.month >= BULAN_INGAT_LIBUR else [])]
    kalender = kalender_kantor(kerja)
    return hasil + [pesan for t in tahun if (pesan := kalender.peringatan(t))]


def _per_desa(kegiatan: tuple[KegiatanBeranda, ...]) -> tuple[DesaBeranda, ...]:
    jumlah: dict[str, Angka] = {}
    for k in kegiatan:
        for kode, angka in k.angka.per_desa.items():
            jumlah[kode] = jumlah.get(kode, Angka()) + angka
    desa = (
        DesaBeranda(kode, _nama(kode), a.usulan, a.salur.target.orang, a.salur.tersalur.orang)
        for kode, a in jumlah.items()
    )
    return tuple(sorted(desa, key=lambda d: (-d.usulan, d.nama)))


def _nama(kode: str) -> str:
    daerah = wilayah.cari_kode(kode) if kode else None
    return daerah.nama if daerah else "Desa belum diisi"
