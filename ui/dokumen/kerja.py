"""The work of the page Dokumen, away from the window: gather what can be printed, make, save, print."""

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from app.dokumen.daftar import DokumenTercatat, riwayat_dokumen
from app.dokumen.isi import Permintaan
from app.dokumen.per_lembar import per_lembar_lazim
from app.jobs import JobContext
from app.kantor import DataPejabat, daftar_pejabat
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.profil_kolom import daftar_profil
from app.wilayah import peta_kantor
from db.galat import KnownError
from db.istilah import Zona
from reports import cetak as percetakan
from reports.cetak import DokumenTersedia, HasilCetak
from reports.tata_letak import TataLetak
from ui.dokumen.pencetak import Pencetak
from ui.dokumen.terakhir import Turunan


@dataclass(frozen=True)
class IsiKegiatan:
    """Everything about one kegiatan that the page shows. `tahap` is number and name; `desa` names codes.

    `per_lembar` is how many receipts the office puts on a sheet; `profil` are code and name of the layouts of columns;
    `kertas` is the office's paper in points.
    """

    kegiatan_id: UUID
    nama: str
    dokumen: tuple[DokumenTersedia, ...]
    riwayat: tuple[DokumenTercatat, ...]
    tahap: tuple[tuple[int, str], ...]
    pejabat: tuple[DataPejabat, ...]
    desa: Mapping[str, str]
    hari_ini: date
    zona: Zona
    per_lembar: int = 2
    profil: tuple[tuple[str, str], ...] = ()
    kertas: tuple[float, float] = TataLetak().ukuran_titik

    def dokumen_kode(self, kode: str) -> DokumenTersedia | None:
        """Return a paper by its code."""
        return next((d for d in self.dokumen if d.kode == kode), None)


def kumpulkan(kerja: Kerja, kegiatan_id: UUID) -> IsiKegiatan:
    """Gather a kegiatan for the page.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    rincian = lihat_kegiatan(kerja, kegiatan_id)
    dokumen = tuple(percetakan.daftar_dokumen(kerja, kegiatan_id))
    riwayat = tuple(riwayat_dokumen(kerja, kegiatan_id))
    peta = peta_kantor(kerja)
    kode = {d for satu in dokumen for d in satu.desa} | {r.kode_desa for r in riwayat if r.kode_desa}
    hari_ini = kerja.hari_ini()
    return IsiKegiatan(
        kegiatan_id,
        rincian.ringkasan.nama,
        dokumen,
        riwayat,
        tuple((t.nomor, t.nama) for t in rincian.tahap),
        tuple(p for p in daftar_pejabat(kerja, pada=hari_ini) if p.kode_desa is None),
        {d: peta.sebutan(d) for d in sorted(kode)},
        hari_ini,
        Zona(kerja.kantor.zona),
        per_lembar_lazim(kerja),
        tuple((p.kode, p.nama) for p in daftar_profil(kerja)),
        percetakan.tata_letak_kantor(kerja).ukuran_titik,
    )


def pratinjau(kerja: Kerja, ctx: JobContext, kode: str, kegiatan_id: UUID, minta: Permintaan) -> bytes:
    """Make a document in memory."""
    return percetakan.pratinjau(kerja, kode, kegiatan_id, **_isian(minta), ctx=ctx)


def simpan(kerja: Kerja, ctx: JobContext, kode: str, kegiatan_id: UUID, minta: Permintaan, ke: Path) -> HasilCetak:
    """Make a document as a file, and enter it in the register."""
    return percetakan.cetak(kerja, kode, kegiatan_id, ke, **_isian(minta), ctx=ctx)


def simpan_per_desa(
    kerja: Kerja,
    ctx: JobContext,
    kode: str,
    kegiatan_id: UUID,
    isian: Mapping[str, Permintaan],
    berkas: Mapping[str, Path],
) -> tuple[Path, ...]:
    """Make a document for each desa as its own file; either all of them are there at the end, or none is changed.

    Args:
        isian: what was chosen, by code of the desa.
        berkas: where each goes, all in one folder.

    Raises:
        KnownError: as `reports.cetak.cetak`, and `tidak_bisa_menulis`.
    """
    folder = next(iter(berkas.values())).parent
    pesanan = [Pesanan(kode, isian[desa], tujuan.name) for desa, tujuan in berkas.items()]
    return simpan_pesanan(kerja, ctx, kegiatan_id, pesanan, folder)


def cetak_kertas(
    kerja: Kerja, ctx: JobContext, kode: str, kegiatan_id: UUID, minta: Permintaan, nama: str, p: Pencetak
) -> int:
    """Print a document and enter it in the register; returns how many pages. Stopping enters nothing."""
    isi = percetakan.cetak_ke_pencetak(kerja, kode, kegiatan_id, minta, nama, ctx=ctx)
    return p.cetak(isi, ctx)


@dataclass(frozen=True)
class Pesanan:
    """One paper of several that are made together: its code, what is chosen for it, its file."""

    kode: str
    minta: Permintaan
    nama: str


def cetak_pesanan(kerja: Kerja, ctx: JobContext, kegiatan_id: UUID, pesanan: Sequence[Pesanan], p: Pencetak) -> int:
    """Make all papers, then print them one after the other; returns how many pages. Stopping enters nothing."""
    isi = []
    for ke, satu in enumerate(pesanan):
        ctx.lapor(ke, len(pesanan), "Menyusun dokumen")
        minta = replace(satu.minta, ringan=p.ringan)
        isi.append(percetakan.cetak_ke_pencetak(kerja, satu.kode, kegiatan_id, minta, satu.nama, ctx=Turunan(ctx)))
    return sum(p.cetak(satu, ctx, semua=True) for satu in isi)


def simpan_pesanan(
    kerja: Kerja, ctx: JobContext, kegiatan_id: UUID, pesanan: Sequence[Pesanan], folder: Path
) -> tuple[Path, ...]:
    """Make all papers as files in one folder; either all of them are there at the end, or none is changed.

    Raises:
        KnownError: as `reports.cetak.cetak`, and `tidak_bisa_menulis`.
    """
    with _samping(folder) as samping:
        for ke, satu in enumerate(pesanan):
            ctx.lapor(ke, len(pesanan), "Menyimpan dokumen")
            percetakan.cetak(kerja, satu.kode, kegiatan_id, samping / satu.nama, **_isian(satu.minta), ctx=Turunan(ctx))
        for satu in pesanan:
            (samping / satu.nama).replace(folder / satu.nama)
    return tuple(folder / satu.nama for satu in pesanan)


def nama_unik(kode: str, desa: Mapping[str, str], tahap: str, tanggal: Callable[[str], date | None]) -> dict[str, str]:
    """Suggest a file name for each desa; two desa of one name are told apart by their codes."""
    hasil: dict[str, str] = {}
    for kode_desa, sebutan in desa.items():
        nama = percetakan.nama_berkas(kode, desa=sebutan, tahap=tahap, tanggal=tanggal(kode_desa))
        if nama.casefold() in {n.casefold() for n in hasil.values()}:
            nama = percetakan.nama_berkas(kode, desa=f"{sebutan} {kode_desa}", tahap=tahap, tanggal=tanggal(kode_desa))
        hasil[kode_desa] = nama
    return hasil


def _isian(minta: Permintaan) -> dict[str, Any]:
    return {
        "desa": minta.desa, "tahap": minta.tahap, "nomor": minta.nomor, "tanggal": minta.tanggal,
        "penandatangan_id": minta.penandatangan_id, "publik": minta.publik,
        "revisi": minta.revisi, "per_lembar": minta.per_lembar, "profil": minta.profil, "ringan": minta.ringan,
        "sifat": minta.sifat, "orang": minta.orang,
    }  # fmt: skip


@contextmanager
def _samping(folder: Path) -> Iterator[Path]:
    """Give a folder inside `folder` that is gone afterwards; say it when the disk does not let us."""
    try:
        with tempfile.TemporaryDirectory(prefix=".salur-", dir=folder) as nama:
            yield Path(nama)
    except OSError as salah:
        nama_berkas = Path(salah.filename2 or salah.filename or folder).name
        raise KnownError("tidak_bisa_menulis", berkas=nama_berkas) from salah
