"""Gathers how the steps of a kegiatan went: standard time beside real dates, reasons of returns and overrides."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select

from app.bahasa.angka import bilangan
from app.bahasa.istilah import label
from app.bahasa.waktu import lama, tanggal
from app.dokumen.isi_laporan import BarisLangkah
from app.kalender import Kalender, kalender_kantor
from app.kerja import Kerja
from app.sop.definisi import DefinisiSop, Langkah
from app.waktu_loket import waktu_loket
from db.istilah import JenisTindakan, StatusLangkah
from db.model import Kegiatan, PelaksanaanLangkah, RiwayatLangkah


def langkah_kegiatan(kerja: Kerja, kegiatan: Kegiatan, definisi: DefinisiSop) -> tuple[BarisLangkah, ...]:
    """Return every step with its standard time, real dates and what was written on returns and overrides."""
    kueri = select(PelaksanaanLangkah).where(PelaksanaanLangkah.kegiatan_id == kegiatan.id)
    per_langkah: dict[int, list[PelaksanaanLangkah]] = defaultdict(list)
    for p in kerja.sesi.exec(kueri.order_by(col(PelaksanaanLangkah.putaran), col(PelaksanaanLangkah.urut))):
        per_langkah[p.langkah].append(p)
    catatan, kalender = _catatan_langkah(kerja, kegiatan.id), kalender_kantor(kerja)
    baris = (
        _baris_langkah(lk, per_langkah[lk.urutan], catatan.get(lk.urutan, ""), kalender, kerja.sekarang())
        for lk in definisi.langkah
    )
    loket = {w.langkah: w.kata for w in waktu_loket(kerja, kegiatan.id)}
    return tuple(replace(b, lama=loket[b.urutan]) if b.urutan in loket else b for b in baris)


def _baris_langkah(
    lk: Langkah, pelaksanaan: list[PelaksanaanLangkah], catatan: str, kalender: Kalender, kini: datetime
) -> BarisLangkah:
    """Make the line of a step from all its putaran, or from all applicants of a counter step."""
    awal = [p.mulai_pada for p in pelaksanaan if p.mulai_pada]
    terbuka = [p for p in pelaksanaan if not p.selesai_pada]
    akhir = [(p.selesai_pada, p) for p in pelaksanaan if p.selesai_pada]
    mulai = min(awal) if awal else None
    selesai = None if terbuka or not akhir else max(akhir, key=lambda pasangan: pasangan[0])[1]
    if selesai and selesai.status == StatusLangkah.TIDAK_BERLAKU:
        selesai = None
    waktu = f"{lama(lk.waktu.nilai, lk.waktu.satuan, lk.waktu.basis)} {lk.waktu.menghitung}"
    return BarisLangkah(
        label=lk.label,
        kegiatan=lk.kegiatan.tampil,
        waktu=waktu,
        status=_status(lk, pelaksanaan),
        mulai=kalender.tanggal(mulai) if mulai else None,
        selesai=_hari_selesai(selesai, kalender) if selesai else None,
        lama=_lama(mulai, selesai, kalender),
        catatan=catatan,
        urutan=lk.urutan,
        batas=kalender.tanggal(batas[-1]) if (batas := [p.batas_pada for p in pelaksanaan if p.batas_pada]) else None,
        berjalan=any(p.status == StatusLangkah.BERJALAN for p in pelaksanaan),
        lewat=any(_lewat(p, kalender, kini) for p in pelaksanaan),
    )


def _lewat(p: PelaksanaanLangkah, kalender: Kalender, kini: datetime) -> bool:
    """Tell whether a putaran ended, or still runs, after its batas; a date on paper counts by the day."""
    if p.batas_pada is None:
        return False
    if p.selesai_pada is None:
        return p.status == StatusLangkah.BERJALAN and kini > p.batas_pada
    if p.tanggal_selesai and p.tanggal_selesai != kalender.tanggal(p.selesai_pada):
        return p.tanggal_selesai > kalender.tanggal(p.batas_pada)
    return p.selesai_pada > p.batas_pada


def _hari_selesai(p: PelaksanaanLangkah, kalender: Kalender) -> date | None:
    """The date on paper, else the day of entry."""
    return p.tanggal_selesai or (kalender.tanggal(p.selesai_pada) if p.selesai_pada else None)


def _lama(mulai: datetime | None, selesai: PelaksanaanLangkah | None, kalender: Kalender) -> str:
    """Tell working time between begin and end; less than an hour is told in minutes by the calendar itself."""
    if mulai is None or selesai is None or selesai.selesai_pada is None or selesai.selesai_pada < mulai:
        return ""
    menit = kalender.menit_kerja_antara(mulai, selesai.selesai_pada)
    return kalender.lama_kerja(menit) if menit else "hari itu juga"


def _status(lk: Langkah, pelaksanaan: list[PelaksanaanLangkah]) -> str:
    if lk.per_usulan and pelaksanaan:
        selesai = sum(p.selesai_pada is not None for p in pelaksanaan)
        return f"{bilangan(selesai)} dari {bilangan(len(pelaksanaan))} pemohon"
    return label(StatusLangkah(pelaksanaan[-1].status)) if pelaksanaan else label(StatusLangkah.MENUNGGU)


def _catatan_langkah(kerja: Kerja, kegiatan_id: UUID) -> dict[int, str]:
    """Collect the reasons of returns and overrides by step."""
    hasil: dict[int, list[str]] = defaultdict(list)
    for r in _riwayat(kerja, kegiatan_id):
        kata = label(JenisTindakan(r.tindakan)).lower()
        ke = f" ke langkah {r.ke_langkah}" if r.ke_langkah else ""
        hasil[r.langkah].append(f"{kata}{ke} pada {tanggal(r.tanggal)}: {r.alasan}")
    return {langkah: "; ".join(daftar) for langkah, daftar in hasil.items()}


def _riwayat(kerja: Kerja, kegiatan_id: UUID) -> list[RiwayatLangkah]:
    """Returns and overrides with a reason, in order of entry."""
    penting = (JenisTindakan.KEMBALIKAN.value, JenisTindakan.LEWATI.value)
    kueri = select(RiwayatLangkah).where(
        RiwayatLangkah.kegiatan_id == kegiatan_id,
        col(RiwayatLangkah.tindakan).in_(penting),
        RiwayatLangkah.alasan != "",
    )
    return list(kerja.sesi.exec(kueri.order_by(col(RiwayatLangkah.urut))))


def kendala(kerja: Kerja, kegiatan_id: UUID, definisi: DefinisiSop) -> tuple[str, ...]:
    """Tell what held the work up: returns and overrides, one sentence each."""
    return tuple(
        f"Langkah {definisi.langkah_ke(r.langkah).label} ({definisi.langkah_ke(r.langkah).nama_layar.tampil}) "
        f"{label(JenisTindakan(r.tindakan)).lower()} pada {tanggal(r.tanggal)}: {r.alasan.rstrip('.')}."
        for r in _riwayat(kerja, kegiatan_id)
    )
