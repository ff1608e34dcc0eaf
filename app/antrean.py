"""What the DTKS counter sees: who a NIK belongs to, which papers are asked, what each applicant still lacks.

The acts themselves are in `app.loket`; nothing here changes anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, select

from app.identitas import baca_nik
from app.kerja import Kerja
from app.loket import KODE_DTKS, sebutan_triwulan, triwulan_terbuka
from app.orang import DataOrang, lihat_orang
from app.orang.siapa import pemilik_nik
from app.pijakan import lihat_kegiatan
from app.sop import kelengkapan, konteks, versi
from app.sop.definisi import DefinisiSop
from app.wilayah import peta_kantor
from db.istilah import JenisKantor, SifatKelengkapan, StatusUsulan
from db.model import Kegiatan, Orang, Usulan


@dataclass(frozen=True, slots=True)
class BerkasLoket:
    """A paper that the counter asks for; `ada` once it was ticked for the applicant."""

    kode: str
    nama: str
    wajib: bool
    ada: bool = False


@dataclass(frozen=True, slots=True)
class Loket:
    """The counter now.

    Attributes:
        kegiatan_id: the triwulan that takes applicants; None when the next one opens a new triwulan.
        nama: its name, else that of the triwulan of today.
        berkas: papers asked of everybody, in the order of the SOP.
        desa: (code, name) of the desa that the office serves.
    """

    kegiatan_id: UUID | None
    nama: str
    berkas: tuple[BerkasLoket, ...]
    desa: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Penolakan:
    """Somebody whom SIKS-NG refused and who has not come again.

    Attributes:
        kegiatan: name of the triwulan that refused.
    """

    usulan_id: UUID
    orang_id: UUID
    nama: str
    nik: str
    desa: str
    kegiatan: str
    alasan: str


@dataclass(frozen=True, slots=True)
class Dikenal:
    """A person whom the store knows.

    Attributes:
        nomor_register: number in the open triwulan, where they are on its list already.
        penolakan: the attempt that the new usulan will be linked to.
    """

    orang_id: UUID
    data: DataOrang
    nomor_register: str | None
    penolakan: Penolakan | None


def punya_loket(kerja: Kerja) -> bool:
    """Tell whether the office keeps a DTKS counter: the dinas do, a kecamatan does not."""
    return kerja.kantor.jenis == JenisKantor.DINAS


def loket_kini(kerja: Kerja) -> Loket:
    """Return what the counter shows before anybody came."""
    kegiatan_id = triwulan_terbuka(kerja)
    hari = kerja.hari_ini()
    if kegiatan_id is None:
        nama, definisi = (
            f"{sebutan_triwulan((hari.month - 1) // 3 + 1)} {hari.year}",
            versi.sop_berlaku(kerja, KODE_DTKS),
        )
    else:
        kegiatan = lihat_kegiatan(kerja, kegiatan_id)
        nama, definisi = kegiatan.nama, konteks.definisi_kegiatan(kegiatan)
    desa = tuple((d.kode, d.nama) for d in peta_kantor(kerja).desa_di(kerja.kantor.kode_wilayah))
    return Loket(kegiatan_id, nama, tuple(_berkas(definisi)), desa)


def kenali(kerja: Kerja, nik: str) -> Dikenal | None:
    """Find the person behind a NIK as it was typed or scanned; None when nobody bears it."""
    angka = baca_nik(nik).isi
    orang = pemilik_nik(kerja, angka) if angka else None
    return kenal_orang(kerja, orang.id) if orang else None


def kenal_orang(kerja: Kerja, orang_id: UUID) -> Dikenal:
    """Return a known person as the counter needs them."""
    ditolak = _penolakan(kerja, orang_id=orang_id)
    nomor = _nomor_terbuka(kerja, orang_id)
    return Dikenal(orang_id, lihat_orang(kerja, orang_id).data, nomor, ditolak[0] if ditolak else None)


def belum_diajukan_lagi(kerja: Kerja) -> list[Penolakan]:
    """Return everyone whom SIKS-NG refused and who has not come again, the newest refusal first."""
    return _penolakan(kerja)


def berkas_pemohon(kerja: Kerja, usulan_id: UUID) -> tuple[BerkasLoket, ...]:
    """Return the papers of an applicant over both steps of the counter."""
    usulan = kerja.sesi.get_one(Usulan, usulan_id)
    hasil: dict[str, BerkasLoket] = {}
    for baris in konteks.baris_jalur(kerja, usulan.kegiatan_id, usulan_id):
        for isian in kelengkapan.daftar(kerja, konteks.konteks(kerja, baris.id)):
            lama = hasil.get(isian.kode)
            wajib = isian.sifat is SifatKelengkapan.WAJIB or (lama is not None and lama.wajib)
            ada = not isian.kurang or (lama is not None and lama.ada)
            hasil[isian.kode] = BerkasLoket(isian.kode, lama.nama if lama else isian.nama, wajib, ada)
    return tuple(hasil.values())


def _berkas(definisi: DefinisiSop) -> Iterable[BerkasLoket]:
    """Give each paper of the steps per applicant once; wajib when one of the steps says so."""
    semua = [d for lk in definisi.langkah if lk.per_usulan for d in lk.dokumen]
    wajib = {d.kode for d in semua if d.sifat is SifatKelengkapan.WAJIB}
    sudah: set[str] = set()
    for d in semua:
        if d.kode not in sudah:
            sudah.add(d.kode)
            yield BerkasLoket(d.kode, d.nama.tampil, d.kode in wajib)


def _nomor_terbuka(kerja: Kerja, orang_id: UUID) -> str | None:
    kegiatan_id = triwulan_terbuka(kerja)
    kueri = select(Usulan.nomor_register).where(Usulan.kegiatan_id == kegiatan_id, Usulan.orang_id == orang_id)
    return kerja.sesi.exec(kueri.where(Usulan.status != StatusUsulan.DITARIK.value)).first() if kegiatan_id else None


def _penolakan(kerja: Kerja, *, orang_id: UUID | None = None) -> list[Penolakan]:
    lagi = aliased(Usulan)
    sudah = select(lagi.id).where(lagi.asal_usulan_id == Usulan.id, lagi.status != StatusUsulan.DITARIK.value)
    kueri = (
        select(Usulan, Orang, Kegiatan.nama)
        .join(Orang, col(Orang.id) == col(Usulan.orang_id))
        .join(Kegiatan, col(Kegiatan.id) == col(Usulan.kegiatan_id))
        .where(Kegiatan.kantor_id == kerja.kantor.id, Usulan.status == StatusUsulan.DITOLAK_SISTEM.value)
        .where(~sudah.exists())
        .order_by(col(Usulan.urut).desc())
    )
    if orang_id is not None:
        kueri = kueri.where(Usulan.orang_id == orang_id)
    peta = peta_kantor(kerja)
    return [
        Penolakan(u.id, o.id, o.nama, o.nik or "", peta.nama(u.kode_desa) if u.kode_desa else "", nama, u.alasan)
        for u, o, nama in kerja.sesi.exec(kueri)
    ]
