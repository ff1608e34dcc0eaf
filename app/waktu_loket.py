"""How long the counter took, held against the SOP's standard: 5 minutes to take somebody in, 15 to check the papers.

The window notes silently when the first key was typed and when the papers were begun; nobody runs a stop-watch. Times
are looked at afterwards, for all together: this says how the counter does, not who was slow.
"""

from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from uuid import UUID

from sqlmodel import col, select

from app.bahasa.angka import bilangan
from app.kalender import Kalender, kalender_kantor
from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from app.sop import konteks
from app.sop.definisi import SatuanWaktu
from db.model import PelaksanaanLangkah


@dataclass(frozen=True, slots=True)
class WaktuLoket:
    """One step of the counter in minutes.

    Attributes:
        standar: what the SOP allows for each file.
        orang: applicants whose time was measured.
        tengah: half of them took no longer.
        terlama: the longest.
        sesuai: how many took no longer than the standard.
    """

    langkah: int
    nama: str
    standar: int
    orang: int
    tengah: float
    terlama: float
    sesuai: int

    @property
    def kata(self) -> str:
        """Say it in a line: `nilai tengah 1,5 menit, 41 dari 44 pemohon sesuai standar 5 menit`."""
        tengah, terlama = (bilangan(Decimal(f"{n:.1f}"), 1) for n in (self.tengah, self.terlama))
        lama = f"nilai tengah {tengah} menit, terlama {terlama} menit"
        sesuai = f"{bilangan(self.sesuai)} dari {bilangan(self.orang)} pemohon sesuai standar {self.standar} menit"
        return f"{lama}; {sesuai}"


def waktu_loket(kerja: Kerja, kegiatan_id: UUID) -> tuple[WaktuLoket, ...]:
    """Return the times of every step that the SOP counts in minutes per applicant; steps nobody was measured at miss.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    definisi, kalender = konteks.definisi_kegiatan(lihat_kegiatan(kerja, kegiatan_id)), kalender_kantor(kerja)
    p = PelaksanaanLangkah
    kueri = select(p).where(
        p.kegiatan_id == kegiatan_id, col(p.usulan_id).is_not(None), col(p.selesai_pada).is_not(None)
    )
    lama: dict[int, list[float]] = {}
    for baris in kerja.sesi.exec(kueri):
        if (menit := _menit(kalender, baris)) > 0:
            lama.setdefault(baris.langkah, []).append(menit)
    return tuple(
        WaktuLoket(
            lk.urutan, lk.nama_layar.tampil, lk.waktu.nilai, len(semua), median(semua), max(semua),
            sum(satu <= lk.waktu.nilai for satu in semua),
        )
        for lk in definisi.langkah
        if lk.per_usulan and lk.waktu.satuan is SatuanWaktu.MENIT and lk.waktu.nilai and (semua := lama.get(lk.urutan))
    )  # fmt: skip


def _menit(kalender: Kalender, baris: PelaksanaanLangkah) -> float:
    """Minutes that a step took: by the clock within one day, else working minutes, for papers that came later."""
    if baris.mulai_pada is None or baris.selesai_pada is None:
        return 0
    if kalender.tanggal(baris.mulai_pada) == kalender.tanggal(baris.selesai_pada):
        return (baris.selesai_pada - baris.mulai_pada).total_seconds() / 60
    return kalender.menit_kerja_antara(baris.mulai_pada, baris.selesai_pada)
