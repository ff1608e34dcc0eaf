"""Finding the one person for whom a paper is wanted: among those of the hand-over, or those proposed."""

from dataclasses import dataclass
from uuid import UUID

from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_kepala import tahap_diminta
from app.dokumen.kumpul_orang import penulis
from app.identitas import PANJANG_NIK, rapikan_angka, samarkan
from app.kerja import Kerja
from app.penyaluran.cari import daftar_serah
from app.verifikasi.daftar import daftar_usulan
from db.galat import KnownError
from db.istilah import StatusUsulan
from db.model import Orang

USULAN = frozenset({"sptjm"})
"""Papers whose people are those of the proposals; all others list those who are handed something."""
_BATAS = 60


@dataclass(frozen=True, slots=True)
class OrangCetak:
    """Someone to choose: name, NIK (masked for who may not see it), desa with its kind."""

    orang_id: UUID
    nama: str
    nik: str
    desa: str


def cari_orang_cetak(kerja: Kerja, kegiatan_id: UUID, kode: str, minta: Permintaan, kata: str) -> list[OrangCetak]:
    """Return the first people of a paper's list whose name or NIK fits `kata`, each once.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    tulis = penulis(kerja, minta)
    hasil: dict[UUID, OrangCetak] = {}
    if kode in USULAN:
        status = (StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK)
        for u in daftar_usulan(kerja, kegiatan_id, desa=minta.desa, status=status, kata=kata, batas=_BATAS):
            desa = tulis.tempat(u.kode_desa)["desa"]
            hasil.setdefault(u.orang_id, OrangCetak(u.orang_id, u.nama, tulis.nomor(u.nik), desa))
        return list(hasil.values())
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    semua = daftar_serah(
        kerja, kegiatan_id, tahap_id=tahap.id if tahap else None, desa=minta.desa, kata=kata, batas=_BATAS
    )
    for b in semua:
        desa = tulis.tempat(b.kode_desa)["desa"]
        hasil.setdefault(b.orang_id, OrangCetak(b.orang_id, b.nama, tulis.nomor(b.nik), desa))
    return list(hasil.values())


def satu_orang_cetak(kerja: Kerja, kegiatan_id: UUID, kode: str, minta: Permintaan, kata: str) -> UUID:
    """Return the one person who is meant; where it could be another too, nobody is chosen.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`, `penerima_tak_ditemukan`, `penerima_tak_jelas`.
    """
    semua = cari_orang_cetak(kerja, kegiatan_id, kode, minta, kata)
    if len(semua) == 1:
        return semua[0].orang_id
    angka = rapikan_angka(kata)
    sebutan = samarkan(angka) if angka.isdigit() and len(angka) == PANJANG_NIK else kata.strip()
    if not semua:
        raise KnownError("penerima_tak_ditemukan", kata=sebutan)
    raise KnownError("penerima_tak_jelas", kata=sebutan, orang=[f"{o.nama} ({o.desa})" for o in semua[:3]])


def nama_orang(kerja: Kerja, orang_id: UUID) -> str:
    """Return a person's name; empty when nobody has that id."""
    orang = kerja.sesi.get(Orang, orang_id)
    return orang.nama if orang is not None else ""
