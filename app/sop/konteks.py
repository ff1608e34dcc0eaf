"""What the use cases of this room look at: a kegiatan with its frozen SOP, one putaran of a step, and its lane."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from app.sop import mesin, muat, peran
from app.sop.definisi import DefinisiSop, Langkah
from app.sop.mesin import Keadaan, Peta, Putaran
from db.galat import KnownError
from db.istilah import Peran, StatusKegiatan, StatusLangkah, StatusUsulan
from db.model import Kegiatan, PelaksanaanLangkah, Usulan

# A frozen copy is named by its hash and never changes, so what was built from it may be kept.
_SALINAN: dict[str, DefinisiSop] = {}


@dataclass(frozen=True)
class Konteks:
    """One putaran of a step, with all that rules about it need. Stays inside this room: it holds table rows.

    Attributes:
        pegang: holders of the SOP's roles in this office.
        akun: account roles that work on the step.
    """

    kegiatan: Kegiatan
    definisi: DefinisiSop
    langkah: Langkah
    baris: PelaksanaanLangkah
    pegang: dict[str, peran.Pemegang]
    akun: frozenset[Peran]

    @property
    def sebutan(self) -> str:
        """Name the step for a sentence: `3 (Verifikasi)`."""
        return f"{self.langkah.label} ({self.langkah.nama_layar.tampil})"


def definisi_kegiatan(kegiatan: Kegiatan) -> DefinisiSop:
    """Return the frozen SOP of a kegiatan.

    Raises:
        KnownError: `salinan_sop_berubah` when the copy no longer fits its hash.
    """
    if kegiatan.sop_sidik not in _SALINAN:
        if muat.sidik_json(kegiatan.sop_isi) != kegiatan.sop_sidik:
            raise KnownError("salinan_sop_berubah", nama=kegiatan.nama)
        _SALINAN[kegiatan.sop_sidik] = muat.dari_json(kegiatan.sop_isi, nama=kegiatan.nama)
    return _SALINAN[kegiatan.sop_sidik]


def konteks(kerja: Kerja, pelaksanaan_id: UUID) -> Konteks:
    """Return a putaran with its surroundings.

    Raises:
        KnownError: `langkah_tak_dikenal`, `kegiatan_tidak_ada`, `salinan_sop_berubah`.
    """
    baris = kerja.sesi.get(PelaksanaanLangkah, pelaksanaan_id)
    if baris is None:
        raise KnownError("langkah_tak_dikenal")
    kegiatan = lihat_kegiatan(kerja, baris.kegiatan_id)
    definisi = definisi_kegiatan(kegiatan)
    langkah = definisi.langkah_ke(baris.langkah)
    pegang = peran.pemegang(kerja, definisi)
    return Konteks(kegiatan, definisi, langkah, baris, pegang, peran.akun_langkah(definisi, langkah, pegang))


def pastikan_tidak_batal(kegiatan: Kegiatan) -> None:
    """Refuse work on a kegiatan that was called off; a finished one may still be returned.

    Raises:
        KnownError: `kegiatan_ditutup`.
    """
    if kegiatan.status == StatusKegiatan.BATAL:
        raise KnownError("kegiatan_ditutup", nama=kegiatan.nama, status=StatusKegiatan(kegiatan.status))


def peta(definisi: DefinisiSop, usulan_id: UUID | None) -> Peta:
    """Return the road of the kegiatan, or of one applicant."""
    return mesin.peta_kegiatan(definisi) if usulan_id is None else mesin.peta_usulan(definisi)


def baris_jalur(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID | None = None) -> list[PelaksanaanLangkah]:
    """Return all rows of a lane, by step and putaran."""
    kueri = select(PelaksanaanLangkah).where(
        PelaksanaanLangkah.kegiatan_id == kegiatan_id, PelaksanaanLangkah.usulan_id == usulan_id
    )
    kerja.sesi.flush()
    return list(kerja.sesi.exec(kueri.order_by(col(PelaksanaanLangkah.langkah), col(PelaksanaanLangkah.putaran))))


def keadaan(kerja: Kerja, kegiatan: Kegiatan, usulan_id: UUID | None = None) -> Keadaan:
    """Return where a lane stands."""
    return keadaan_dari(kerja, kegiatan, baris_jalur(kerja, kegiatan.id, usulan_id), usulan_id)


def keadaan_dari(
    kerja: Kerja, kegiatan: Kegiatan, jalur: Iterable[PelaksanaanLangkah], usulan_id: UUID | None = None
) -> Keadaan:
    """Return where a lane stands, from its rows."""
    definisi = definisi_kegiatan(kegiatan)
    putaran = tuple(Putaran(b.langkah, b.putaran, StatusLangkah(b.status), b.keputusan) for b in jalur)
    berlajur = usulan_id is None and mesin.peta_usulan(definisi).akhir
    tertahan = frozenset(pemohon_terbuka(kerja, kegiatan.id)) if berlajur else frozenset[int]()
    return Keadaan(peta(definisi, usulan_id), putaran, tertahan)


def pemohon_terbuka(
    kerja: Kerja, kegiatan_id: UUID, status: Collection[StatusLangkah] = mesin.TERBUKA
) -> dict[int, int]:
    """Count applicants who have not passed a step yet, by step; with BERJALAN alone those who stand at it now."""
    kueri = (
        select(PelaksanaanLangkah.langkah, func.count())
        .join(Usulan, col(Usulan.id) == col(PelaksanaanLangkah.usulan_id))
        .where(
            PelaksanaanLangkah.kegiatan_id == kegiatan_id,
            col(PelaksanaanLangkah.status).in_(status),
            Usulan.status != StatusUsulan.DITARIK,
        )
        .group_by(col(PelaksanaanLangkah.langkah))
    )
    return dict(kerja.sesi.exec(kueri).all())


def baris_kini(kerja: Kerja, kegiatan_id: UUID, langkah: int, usulan_id: UUID | None = None) -> PelaksanaanLangkah:
    """Return the newest putaran of a step.

    Raises:
        KnownError: `langkah_tak_dikenal`.
    """
    lain = aliased(PelaksanaanLangkah)
    terbaru = (
        select(func.max(lain.putaran))
        .where(lain.kegiatan_id == kegiatan_id, lain.langkah == langkah, lain.usulan_id == usulan_id)
        .scalar_subquery()
    )
    baris = kerja.sesi.exec(
        select(PelaksanaanLangkah).where(
            PelaksanaanLangkah.kegiatan_id == kegiatan_id,
            PelaksanaanLangkah.langkah == langkah,
            PelaksanaanLangkah.usulan_id == usulan_id,
            PelaksanaanLangkah.putaran == terbaru,
        )
    ).first()
    if baris is None:
        raise KnownError("langkah_tak_dikenal")
    return baris
