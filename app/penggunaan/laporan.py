"""Recipients' reports on the use of the aid: due from the hand-over, recorded with amounts by use, late ones known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.dokumen.diterima import (
    LAPORAN_PENGGUNAAN,
    Berkas,
    DokumenDiterima,
    daftar_diterima,
    lampirkan_diterima,
    simpan_diterima,
)
from app.kalender import kalender_kantor
from app.kerja import Kerja
from app.penggunaan.batas import batas_hari
from app.penyaluran import BarisSerah, semua_serah
from app.pijakan import baca_kolom, bukan_besok, isi_wajib, lihat_kegiatan
from db.galat import KnownError
from db.istilah import StatusKegiatan
from db.model import Kegiatan, Penerima

JUDUL = "Laporan penggunaan bantuan"


class StatusLaporan(StrEnum):
    """Where a report stands; words in `app.bahasa.alasan.STATUS_PENGGUNAAN`."""

    DITERIMA = "diterima"
    MENUNGGU = "menunggu"
    TERLAMBAT = "terlambat"


@dataclass(frozen=True, slots=True)
class Guna:
    """What part of the aid was used for: words, whole rupiah."""

    untuk: str
    rupiah: int


@dataclass(frozen=True, slots=True)
class DataLaporan:
    """A report as it came in; `berkas` are its scan and photographs, which may follow."""

    tanggal: date
    guna: tuple[Guna, ...]
    keterangan: str = ""
    berkas: Sequence[Berkas] = ()


@dataclass(frozen=True, slots=True)
class LaporanMasuk:
    """A report that counts."""

    id: UUID
    tanggal: date
    guna: tuple[Guna, ...]
    keterangan: str
    lampiran: tuple[UUID, ...]

    @property
    def terpakai(self) -> int:
        """Rupiah that the report accounts for."""
        return sum(g.rupiah for g in self.guna)


@dataclass(frozen=True, slots=True)
class BarisLaporan:
    """A recipient who got something, and the report that is owed for it.

    Attributes:
        nilai: rupiah handed over; 0 where the office holds no amounts.
        diserahkan: day of the last hand-over. batas: day by which the report is due, a working day.
        hari_lambat: calendar days past the day; 0 while there is time or once it came.
    """

    usulan_id: UUID
    orang_id: UUID
    nama: str
    nik: str | None
    kode_desa: str
    telepon: str
    nilai: int
    barang: str
    diserahkan: date
    batas: date
    laporan: LaporanMasuk | None
    hari_lambat: int

    @property
    def status(self) -> StatusLaporan:
        """Where the report stands."""
        if self.laporan is not None:
            return StatusLaporan.DITERIMA
        return StatusLaporan.TERLAMBAT if self.hari_lambat else StatusLaporan.MENUNGGU

    @property
    def selisih(self) -> int:
        """Rupiah that the report leaves unaccounted for; 0 without a report or an amount."""
        return self.nilai - self.laporan.terpakai if self.laporan and self.nilai else 0


@dataclass(frozen=True, slots=True)
class RingkasanPenggunaan:
    """Reports in numbers: `wajib = diterima + menunggu + terlambat`; rupiah of those that came."""

    wajib: int = 0
    diterima: int = 0
    menunggu: int = 0
    terlambat: int = 0
    nilai: int = 0
    terpakai: int = 0


@dataclass(frozen=True, slots=True)
class PenggunaanTerlambat:
    """A kegiatan with recipients whose report is late, or due within a week."""

    kegiatan_id: UUID
    kegiatan: str
    terlambat: int
    segera: int


def daftar_laporan(
    kerja: Kerja, kegiatan_id: UUID, *, desa: str | None = None, status: StatusLaporan | None = None
) -> list[BarisLaporan]:
    """Return who owes or gave a report, in the order of the list; nobody where no report is asked.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    hari = batas_hari(kerja, kegiatan_id)
    if hari is None:
        return []
    usulan, masuk = _usulan(kerja, kegiatan_id), daftar_diterima(kerja, kegiatan_id, LAPORAN_PENGGUNAAN)
    per_orang: dict[UUID, list[BarisSerah]] = {}
    for b in semua_serah(kerja, kegiatan_id, desa=desa):
        if b.penerima_id in usulan and any(k.diserahkan for k in b.keadaan.komponen):
            per_orang.setdefault(b.penerima_id, []).append(b)
    semua = (_baris(kerja, usulan[i], serah, hari, masuk) for i, serah in per_orang.items())
    return [b for b in semua if status in (None, b.status)]


def _usulan(kerja: Kerja, kegiatan_id: UUID) -> dict[UUID, UUID]:
    """Return the usulan of every recipient: it stays the same through decrees and when people are merged."""
    kueri = sa.select(col(Penerima.id), col(Penerima.usulan_id)).where(col(Penerima.kegiatan_id) == kegiatan_id)
    return {i: usulan for i, usulan in baca_kolom(kerja, kueri) if usulan is not None}


def _baris(
    kerja: Kerja, usulan_id: UUID, serah: list[BarisSerah], hari: int, masuk: dict[str, DokumenDiterima]
) -> BarisLaporan:
    b = serah[0]
    hari_serah = [c.tanggal for s in serah if (c := s.keadaan.terakhir) and c.tanggal]
    diserahkan = max(hari_serah, default=kerja.hari_ini())
    batas = kalender_kantor(kerja).hari_kerja_berikut(diserahkan + timedelta(days=hari))
    dokumen = masuk.get(str(usulan_id))
    lambat = max(0, (kerja.hari_ini() - batas).days) if dokumen is None else 0
    barang = ", ".join(
        f"{k.komponen.nama} {k.diserahkan} {k.komponen.satuan}".strip()
        for s in serah for k in s.keadaan.komponen if k.diserahkan and k.komponen.barang_id
    )  # fmt: skip
    return BarisLaporan(
        usulan_id, b.orang_id, b.nama, b.nik, b.kode_desa, b.telepon,
        sum(s.keadaan.rupiah_tersalur for s in serah), barang, diserahkan, batas,
        _masuk(dokumen) if dokumen else None, lambat,
    )  # fmt: skip


def _masuk(d: DokumenDiterima) -> LaporanMasuk:
    guna = tuple(Guna(g["untuk"], g["rupiah"]) for g in d.rincian["guna"])
    return LaporanMasuk(d.id, d.tanggal, guna, d.rincian["keterangan"], d.lampiran)


def ringkas(baris: Iterable[BarisLaporan]) -> RingkasanPenggunaan:
    """Count reports."""
    semua = list(baris)
    per = {s: sum(b.status is s for b in semua) for s in StatusLaporan}
    ada = [b for b in semua if b.laporan]
    return RingkasanPenggunaan(
        len(semua), per[StatusLaporan.DITERIMA], per[StatusLaporan.MENUNGGU], per[StatusLaporan.TERLAMBAT],
        sum(b.nilai for b in ada), sum(b.laporan.terpakai for b in ada if b.laporan),
    )  # fmt: skip


def catat_laporan(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID, isi: DataLaporan) -> UUID:
    """Record a report that came in; one recorded before is replaced and stays to be seen. Returns its id.

    Also after the kegiatan was closed: reports come when the aid has been used.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `laporan_penggunaan_belum`, `isian_kosong`,
            `tanggal_di_depan`, `laporan_sebelum_serah`, `guna_salah`, `gambar_rusak`, `gambar_terlalu_besar`.
    """
    wajib(kerja, Hak.MONEV)
    bukan_besok(kerja, isi.tanggal, "tanggal laporan")
    baris = _satu(kerja, kegiatan_id, usulan_id)
    if isi.tanggal < baris.diserahkan:
        raise KnownError("laporan_sebelum_serah", tanggal=isi.tanggal, diserahkan=baris.diserahkan)
    if not isi.guna or any(g.rupiah < 0 or not g.untuk.strip() for g in isi.guna):
        raise KnownError("guna_salah")
    dokumen_id = simpan_diterima(
        kerja, kegiatan_id, LAPORAN_PENGGUNAAN, tentang=str(usulan_id), judul=JUDUL, nama=baris.nama,
        jabatan="Penerima", tanggal=isi.tanggal, rupiah=sum(g.rupiah for g in isi.guna),
        kode_desa=baris.kode_desa or None, berkas=isi.berkas,
        rincian={"guna": [{"untuk": g.untuk.strip(), "rupiah": g.rupiah} for g in isi.guna],
                 "keterangan": isi.keterangan.strip()},
    )  # fmt: skip
    jejak.catat(
        kerja, "catat_laporan_penggunaan", objek="dokumen", objek_id=dokumen_id, kegiatan_id=kegiatan_id,
        tanggal=isi.tanggal, terpakai=sum(g.rupiah for g in isi.guna), berkas=len(isi.berkas),
    )  # fmt: skip
    return dokumen_id


def _satu(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID) -> BarisLaporan:
    for b in daftar_laporan(kerja, kegiatan_id):
        if b.usulan_id == usulan_id:
            return b
    raise KnownError("laporan_penggunaan_belum")


def lampirkan_laporan(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID, berkas: Sequence[Berkas]) -> None:
    """Add photographs or a scan to a report that came in.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `laporan_penggunaan_belum`, `dokumen_diterima_tidak_ada`,
            `gambar_rusak`, `gambar_terlalu_besar`.
    """
    wajib(kerja, Hak.MONEV)
    laporan = _satu(kerja, kegiatan_id, usulan_id).laporan
    if laporan is None:
        raise KnownError("dokumen_diterima_tidak_ada")
    lampirkan_diterima(kerja, kegiatan_id, laporan.id, berkas)


def tarik_laporan(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID, *, alasan: str) -> None:
    """Let a report that was recorded by mistake no longer count; its line stays with the reason.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `kegiatan_tidak_ada`, `laporan_penggunaan_belum`,
            `dokumen_diterima_tidak_ada`.
    """
    wajib(kerja, Hak.MONEV)
    isi_wajib({"alasan": alasan})
    baris = _satu(kerja, kegiatan_id, usulan_id)
    if baris.laporan is None:
        raise KnownError("dokumen_diterima_tidak_ada")
    simpan_diterima(
        kerja, kegiatan_id, LAPORAN_PENGGUNAAN, tentang=str(usulan_id), judul=JUDUL, nama=baris.nama,
        jabatan="Penerima", tanggal=baris.laporan.tanggal, kode_desa=baris.kode_desa or None,
        rincian={"guna": [], "keterangan": ""}, ditarik=alasan.strip(),
    )  # fmt: skip
    jejak.catat(
        kerja, "tarik_laporan_penggunaan", objek="dokumen", objek_id=baris.laporan.id, kegiatan_id=kegiatan_id,
        alasan=alasan,
    )  # fmt: skip


SEGERA = timedelta(days=7)


def laporan_terlambat(kerja: Kerja) -> list[PenggunaanTerlambat]:
    """Return the kegiatan of the office of which reports are late or due within a week, closed ones too."""
    kueri = select(Kegiatan).where(Kegiatan.kantor_id == kerja.kantor.id, Kegiatan.status != StatusKegiatan.BATAL.value)
    hasil, batas = [], kerja.hari_ini() + SEGERA
    for kegiatan in kerja.sesi.exec(kueri.order_by(col(Kegiatan.urut))).all():
        if batas_hari(kerja, kegiatan.id) is None:
            continue
        semua = daftar_laporan(kerja, kegiatan.id)
        lambat = sum(b.status is StatusLaporan.TERLAMBAT for b in semua)
        segera = sum(b.status is StatusLaporan.MENUNGGU and b.batas <= batas for b in semua)
        if lambat or segera:
            nama = lihat_kegiatan(kerja, kegiatan.id).nama
            hasil.append(PenggunaanTerlambat(kegiatan.id, nama, lambat, segera))
    return hasil
