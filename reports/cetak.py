"""Making documents: the registry of what there is, and the one function gather → draw → register.

Window and command line call `cetak`; nothing else draws. A document is written beside its file and takes its place
when it is whole, so that cancelling or an error leaves nothing behind.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from app.akses import Hak, wajib
from app.bahasa.galat import kalimat
from app.bahasa.waktu import saat_lengkap
from app.dokumen import siap
from app.dokumen.daftar import (
    Cetakan,
    DokumenTercatat,
    catat_dokumen,
    hitung_tanda_terima,
    lengkapi,
    ringkas_nomor,
    riwayat_dokumen,
)
from app.dokumen.isi import Permintaan, bertahun
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_sop import IsiSop
from app.dokumen.kumpul_kepala import kop_kantor
from app.dokumen.kumpul_langkah import langkah_kegiatan
from app.dokumen.setelan import setelan_cetak
from app.jobs import JobContext
from app.kantor import lihat_kantor
from app.kerja import Kerja
from app.lambang import ada_lambang_negara
from app.penomoran import EKSPOR, nomor_berikut
from app.pijakan import lihat_kegiatan
from app.sop.definisi import DefinisiSop
from app.templat import templat
from app.usulan.buku import BarisDitolak
from db.berkas import ditulis_di_samping
from db.galat import KnownError
from db.istilah import Kertas, SifatSurat, Zona
from reports import baris_ditolak, lembar_sop
from reports.catatan import sidik
from reports.daftar_cetak import DAFTAR, Naskah
from reports.lapor import dengan_lapor
from reports.tata_letak import TataLetak


@dataclass(frozen=True, slots=True)
class HasilCetak:
    """A document that was made.

    Attributes:
        berkas: where it lies.
        dokumen_id: its line in the register.
        jumlah_orang, jumlah_nominal: what it adds up to (people, rupiah); None where it counts nothing.
    """

    berkas: Path
    kode: str
    judul: str
    dokumen_id: UUID
    nomor: str
    tanggal: date | None
    sha256: str
    jumlah_orang: int | None
    jumlah_nominal: int | None


@dataclass(frozen=True, slots=True)
class DokumenTersedia:
    """A document of a kegiatan, as the list of papers shows it.

    Attributes:
        format: `pdf` or `xlsx`.
        per_desa: may be made for one desa; without one it holds all, one after the other.
        bernomor: carries a number of ours.
        langkah: steps of the SOP (`urutan`) that ask for it.
        siap: can be made now; otherwise `alasan` says why not.
        desa: codes of the desa it can be made for.
        terakhir: its newest print.
        naskah: code of its text, where the office may edit the words; `revisi` is the version in force.
        perorangan: may be made for one person. surat: a letter, which says its nature.
        catatan: what is missing although it can be made; empty when nothing is.
    """

    kode: str
    judul: str
    format: str
    per_desa: bool
    bernomor: bool
    langkah: tuple[int, ...]
    siap: bool
    alasan: str
    desa: tuple[str, ...]
    terakhir: DokumenTercatat | None
    naskah: str = ""
    revisi: int = 0
    perorangan: bool = False
    surat: bool = False
    catatan: str = ""


TANPA_LAMBANG = (
    "Lambang negara belum dipasang, tempatnya dikosongkan. Pasang gambarnya di Pengaturan, Kantor dan kop surat."
)


def daftar_dokumen(kerja: Kerja, kegiatan_id: UUID) -> list[DokumenTersedia]:
    """Return the documents that this kegiatan's SOP knows, ready or not, in the order of the work.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    langkah = siap.langkah_dokumen(kerja, kegiatan_id)
    terakhir: dict[str, DokumenTercatat] = {}
    for cetakan in riwayat_dokumen(kerja, kegiatan_id):
        terakhir.setdefault(cetakan.kode, cetakan)
    relevan = [n for n in DAFTAR.values() if n.kode in langkah or siap.selalu(kerja, kegiatan_id, n.kode)]
    return [_tersedia(kerja, kegiatan_id, n, langkah.get(n.kode, ()), terakhir.get(n.kode)) for n in relevan]


def _tersedia(
    kerja: Kerja, kegiatan_id: UUID, n: Naskah, langkah: tuple[int, ...], terakhir: DokumenTercatat | None
) -> DokumenTersedia:
    alasan = ""
    try:
        siap.periksa(kerja, kegiatan_id, n.kode)
    except KnownError as belum:
        alasan = kalimat(belum)
    desa = tuple(siap.desa_dokumen(kerja, kegiatan_id, n.kode)) if n.per_desa and not alasan else ()
    revisi = templat(kerja, n.naskah).revisi if n.naskah else 0
    return DokumenTersedia(
        n.kode, n.judul, n.format, n.per_desa, n.bernomor, langkah, not alasan, alasan, desa, terakhir, n.naskah,
        revisi, n.perorangan, n.surat, TANPA_LAMBANG if n.berlambang and not ada_lambang_negara(kerja) else "",
    )  # fmt: skip


def cetak(
    kerja: Kerja,
    kode: str,
    kegiatan_id: UUID,
    ke: Path,
    *,
    desa: str | None = None,
    tahap: int | None = None,
    nomor: str | None = None,
    tanggal: date | None = None,
    penandatangan_id: UUID | None = None,
    publik: bool = False,
    revisi: int | None = None,
    per_lembar: int | None = None,
    profil: str | None = None,
    batas: date | None = None,
    ringan: bool | None = None,
    sifat: SifatSurat | None = None,
    orang: UUID | None = None,
    ctx: JobContext | None = None,
) -> HasilCetak:
    """Make a document and enter it in the register.

    What is not given comes from its last print, else from the office: today, its head, its counter.

    Args:
        kerja: a writing transaction.
        kode: of `daftar_dokumen`.
        ke: the file to write; replaced when the document is whole.
        desa: code of one desa.
        tahap: number of one tahap, from 1.
        nomor: our number; empty leaves a dotted line.
        penandatangan_id: the official who signs.
        publik: identifiers masked.
        revisi: version of its words; 0 takes those in force although it was printed with older ones.
        per_lembar: receipts on a sheet: 1, 2 or 4.
        profil: columns of a workbook (`app.profil_kolom`).
        batas: until when an answer is asked for.
        ringan: without picture, grey and thick strokes, for a dot-matrix printer.
        sifat: nature of a letter.
        orang: the one person, on a paper of single people.
        ctx: progress and cancelling.

    Raises:
        KnownError: `tidak_berwenang`, `dokumen_tak_dikenal`, what `siap.periksa` raises, `tahap_tidak_ada`,
            `disk_penuh`, `tidak_bisa_menulis`.
        JobCancelled: nothing was written.
    """
    minta = Permintaan(
        desa, tahap, nomor, tanggal, penandatangan_id, publik, revisi, None, per_lembar, profil, batas,
        ringan=ringan, sifat=sifat, orang=orang,
    )  # fmt: skip
    n, minta = _siapkan(kerja, kode, kegiatan_id, minta, mendaftar=True)
    with ditulis_di_samping(ke) as samping:
        minta, jumlah = _gambar(kerja, n, kegiatan_id, minta, samping, ctx, tanda_air=_tanda_air(kerja, n))
        sidik_isi = sidik(samping)
    return _daftarkan(kerja, n, kegiatan_id, minta, jumlah, ke, sidik_isi)


def cetak_ke_pencetak(
    kerja: Kerja, kode: str, kegiatan_id: UUID, minta: Permintaan, nama: str, *, ctx: JobContext | None = None
) -> bytes:
    """Make a document for a printer and enter it in the register; it never touches the disk.

    Raises:
        KnownError: as `cetak`, but for the disk.
        JobCancelled: nothing was entered.
    """
    n, minta = _siapkan(kerja, kode, kegiatan_id, minta, mendaftar=True)
    keluar = BytesIO()
    minta, jumlah = _gambar(kerja, n, kegiatan_id, minta, keluar, ctx, tanda_air=_tanda_air(kerja, n))
    isi = keluar.getvalue()
    _daftarkan(kerja, n, kegiatan_id, minta, jumlah, Path(nama), hashlib.sha256(isi).hexdigest())
    return isi


def _siapkan(
    kerja: Kerja, kode: str, kegiatan_id: UUID, minta: Permintaan, *, mendaftar: bool
) -> tuple[Naskah, Permintaan]:
    """Check that the document may and can be made, and fill in what was not chosen."""
    wajib(kerja, Hak.DOKUMEN)
    n = _naskah(kode)
    siap.periksa(kerja, kegiatan_id, n.kode, desa=minta.desa)
    if minta.orang is not None:
        if not n.perorangan:
            raise KnownError("dokumen_bukan_perorangan", dokumen=n.judul)
        siap.periksa_orang(kerja, kegiatan_id, n.kode, minta)
    desa: list[str] = []
    if n.bernomor and n.per_desa and not n.perorangan and minta.desa is None:
        desa = siap.desa_dokumen(kerja, kegiatan_id, n.kode)
    bernomor = mendaftar and n.bernomor
    return n, lengkapi(kerja, kegiatan_id, n.kode, minta, bernomor=bernomor, ingat=n.ingat, desa=desa)


def _gambar(
    kerja: Kerja,
    n: Naskah,
    kegiatan_id: UUID,
    minta: Permintaan,
    keluar: Path | BinaryIO,
    ctx: JobContext | None,
    *,
    tanda_air: str = "",
) -> tuple[Permintaan, Jumlah | None]:
    """Gather and draw; returns the request with number and date that the content has of its own."""
    isi = n.kumpul(kerja, kegiatan_id, minta)
    minta = _surat_sendiri(isi, minta)
    letak = replace(tata_letak_kantor(kerja, n.kode), tanda_air=tanda_air, ringan=bool(minta.ringan))
    return minta, n.tulis(dengan_lapor(isi, ctx, n.judul), letak, keluar)


def _tanda_air(kerja: Kerja, n: Naskah) -> str:
    """Say who takes a list of people out, when, and as which export; empty where the office wants no such mark."""
    if not n.pribadi or not setelan_cetak(kerja).tanda_air:
        return ""
    nomor = nomor_berikut(kerja, EKSPOR, kerja.hari_ini())
    saat = saat_lengkap(kerja.sekarang(), Zona(kerja.kantor.zona))
    return f"{kerja.pelaku.nama_pengguna} - {saat} - ekspor {nomor}"


def _daftarkan(
    kerja: Kerja, n: Naskah, kegiatan_id: UUID, minta: Permintaan, jumlah: Jumlah | None, ke: Path, sidik_isi: str
) -> HasilCetak:
    """Enter what was drawn in the register."""
    if n.kode == "tanda-terima":
        hitung_tanda_terima(kerja, kegiatan_id, minta)
    cetakan = Cetakan(n.kode, n.judul, ke.name, sidik_isi, jumlah)
    dokumen_id = catat_dokumen(kerja, kegiatan_id, cetakan, minta, kunci_penanda=n.penanda, naskah=n.naskah)
    return HasilCetak(
        ke, n.kode, n.judul, dokumen_id, ringkas_nomor(minta), minta.tanggal, sidik_isi,
        jumlah.orang if jumlah else None, jumlah.rupiah if jumlah else None,
    )  # fmt: skip


def pratinjau(
    kerja: Kerja,
    kode: str,
    kegiatan_id: UUID,
    *,
    desa: str | None = None,
    tahap: int | None = None,
    nomor: str | None = None,
    tanggal: date | None = None,
    penandatangan_id: UUID | None = None,
    publik: bool = False,
    revisi: int | None = None,
    kata: Mapping[str, tuple[str, ...]] | None = None,
    per_lembar: int | None = None,
    profil: str | None = None,
    ringan: bool | None = None,
    sifat: SifatSurat | None = None,
    orang: UUID | None = None,
    ctx: JobContext | None = None,
) -> bytes:
    """Make a document in memory to look at: nothing is written or registered; a reading transaction is enough.

    Args: as `cetak`; `kata` are words that are still being edited, by section.

    Raises:
        KnownError: as `cetak`, but for the disk.
        JobCancelled: the user asked to stop.
    """
    minta = Permintaan(
        desa, tahap, nomor, tanggal, penandatangan_id, publik, revisi, kata, per_lembar, profil,
        ringan=ringan, sifat=sifat, orang=orang,
    )  # fmt: skip
    n, minta = _siapkan(kerja, kode, kegiatan_id, minta, mendaftar=False)
    keluar = BytesIO()
    _gambar(kerja, n, kegiatan_id, minta, keluar, ctx)
    return keluar.getvalue()


def cetak_sop(
    definisi: DefinisiSop,
    ke: Path,
    *,
    kerja: Kerja | None = None,
    asli: bool = False,
    menyala: frozenset[int] = frozenset(),
    kegiatan_id: UUID | None = None,
) -> Path:
    """Make the SOP AP sheet; it is not registered.

    Args:
        definisi: the SOP.
        ke: the file to write.
        kerja: an open office whose letterhead and paper are used; without it the SOP's own names on F4.
        asli: the source's words with their slips.
        menyala: steps to light up.
        kegiatan_id: a kegiatan of the open office whose real dates stand beside the standard times.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kop = kop_kantor(kerja) if kerja else None
    letak = tata_letak_kantor(kerja) if kerja else TataLetak()
    with ditulis_di_samping(ke) as samping:
        isi = IsiSop(definisi, kop, asli, letak.kertas, menyala)
        if kerja and kegiatan_id:
            kegiatan = lihat_kegiatan(kerja, kegiatan_id)
            nyata = {b.urutan: b for b in langkah_kegiatan(kerja, kegiatan, definisi)}
            isi = replace(isi, kegiatan=bertahun(kegiatan.nama, kegiatan.tahun), nyata=nyata)
        lembar_sop.tulis(isi, letak, samping)
    return ke


def sop_pdf(definisi: DefinisiSop, kerja: Kerja) -> bytes:
    """Return the SOP AP sheet in memory, for the screen."""
    letak, keluar = tata_letak_kantor(kerja), BytesIO()
    lembar_sop.tulis(IsiSop(definisi, kop_kantor(kerja), kertas=letak.kertas), letak, keluar)
    return keluar.getvalue()


def cetak_tolakan(isi: Iterable[BarisDitolak], ke: Path) -> int:
    """Write the rejected rows of an import for their sender; returns how many. It is not registered.

    Raises:
        KnownError: `disk_penuh`, `tidak_bisa_menulis`.
    """
    with ditulis_di_samping(ke) as samping:
        return baris_ditolak.tulis(isi, samping)


def nama_berkas(kode: str, *, desa: str = "", tahap: str = "", tanggal: date | None = None) -> str:
    """Suggest a file name that every system accepts: `BAST_Kujan_Tahap-1_2026-03-05.pdf`."""
    n = _naskah(kode)
    kapan = tanggal.isoformat() if tanggal else ""
    bagian = (n.nama_berkas, desa.removeprefix("Desa ").removeprefix("Kelurahan "), tahap, kapan)
    aman = ("-".join("".join(h if h.isalnum() else " " for h in b).split()) for b in bagian[:3])
    return "_".join(b for b in (*aman, kapan) if b) + f".{n.format}"


def tata_letak_kantor(kerja: Kerja, kode: str = "") -> TataLetak:
    """Return paper and margins as the office set them, and what it set for the paper `kode`."""
    d, s = lihat_kantor(kerja), setelan_cetak(kerja).untuk(kode)
    bawaan = TataLetak(kertas=Kertas(d.kertas), huruf=s.huruf, meterai=s.meterai, bidang_ttd=s.bidang_ttd)
    sisi = {k: float(v) for k, v in d.tepi.items() if k in ("atas", "bawah", "kiri", "kanan")}
    return replace(bawaan, **sisi)  # type: ignore[arg-type]  # all four are floats


def _naskah(kode: str) -> Naskah:
    n = DAFTAR.get(kode)
    if n is None:
        raise KnownError("dokumen_tak_dikenal", dokumen=kode)
    return n


def _surat_sendiri(isi: Any, minta: Permintaan) -> Permintaan:
    """Take number and date that the content has of its own: those of the decree or of the letter in the register."""
    sumber = isi if hasattr(isi, "nomor") else getattr(isi, "kepala", None)
    if sumber is None:
        return minta
    return replace(minta, nomor=sumber.nomor or minta.nomor, tanggal=sumber.tanggal or minta.tanggal)
