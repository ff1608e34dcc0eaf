"""Complaints about a recipient or a hand-over: who said what on which day, the answer, and whether it came in time.

A complaint is never deleted and its words are never changed: an answer is added to it, a slip in date or words shows in
the trail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kalender import kalender_kantor
from app.kerja import Kerja
from app.penyaluran.cari import satu_penerima
from app.pijakan import bukan_besok, daftar_tahap, isi_wajib, lihat_kegiatan
from db.galat import KnownError
from db.model import Kegiatan, Penerima, Pengaduan

BATAS_HARI_KERJA = 14
"""Working days to answer in, unless another day is given: the office's own promise, no regulation sets one for it."""


@dataclass(frozen=True, slots=True)
class DataPengaduan:
    """A complaint as it was taken down.

    Attributes:
        pelapor: who complains; empty when the person wants no name written.
        tentang: the recipient it is about, if it is about one: a name, NIK or number of the receipt, as for
            `penyaluran.cari_penerima`.
        batas: day by which it is answered; None: `BATAS_HARI_KERJA` working days from `tanggal`.
    """

    tanggal: date
    isi: str
    pelapor: str = ""
    tentang: str = ""
    batas: date | None = None


@dataclass(frozen=True, slots=True)
class BarisPengaduan:
    """A complaint in the list.

    Attributes:
        terlambat: unanswered after its day, or answered after it.
    """

    id: UUID
    kegiatan_id: UUID
    kegiatan: str
    tanggal: date
    pelapor: str
    tentang: str
    isi: str
    batas: date | None
    jawaban: str
    dijawab_pada: date | None
    terlambat: bool


@dataclass(frozen=True, slots=True)
class RingkasanPengaduan:
    """Complaints in numbers: `masuk = dijawab + terbuka`; `lewat` of the open ones are past their day."""

    masuk: int = 0
    dijawab: int = 0
    lewat: int = 0

    @property
    def terbuka(self) -> int:
        """Not answered yet."""
        return self.masuk - self.dijawab


def catat_pengaduan(kerja: Kerja, kegiatan_id: UUID, isi: DataPengaduan) -> UUID:
    """Take a complaint down.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `isian_kosong`, `tanggal_di_depan`,
            `batas_pengaduan_salah`; those of `penyaluran.satu_penerima` for `tentang`.
    """
    wajib(kerja, Hak.REGISTER)
    lihat_kegiatan(kerja, kegiatan_id)
    isi_wajib({"isi pengaduan": isi.isi})
    bukan_besok(kerja, isi.tanggal, "tanggal pengaduan")
    batas = isi.batas or kalender_kantor(kerja).tambah_hari_kerja(isi.tanggal, BATAS_HARI_KERJA)
    if batas < isi.tanggal:
        raise KnownError("batas_pengaduan_salah", batas=batas, tanggal=isi.tanggal)
    baris = Pengaduan(
        kegiatan_id=kegiatan_id,
        penerima_id=_penerima(kerja, kegiatan_id, isi.tentang),
        pelapor=isi.pelapor.strip(),
        tanggal=isi.tanggal,
        isi=isi.isi.strip(),
        batas=batas,
        akun_id=kerja.akun_id,
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "catat_pengaduan", objek="pengaduan", objek_id=baris.id, kegiatan_id=kegiatan_id, tanggal=isi.tanggal,
        batas=batas,
    )  # fmt: skip
    return baris.id


def _penerima(kerja: Kerja, kegiatan_id: UUID, tentang: str) -> UUID | None:
    if not tentang.strip():
        return None
    tahap = daftar_tahap(kerja, kegiatan_id)[0]
    return satu_penerima(kerja, kegiatan_id, tahap.id, tentang).penerima_id


def jawab_pengaduan(kerja: Kerja, pengaduan_id: UUID, jawaban: str, *, tanggal: date | None = None) -> None:
    """Record the answer that was given; a second answer stands below the first.

    Args:
        tanggal: day of the answer; None: today. The first answer's day counts against the promise.

    Raises:
        KnownError: `tidak_berwenang`, `pengaduan_tidak_ada`, `isian_kosong`, `tanggal_di_depan`,
            `jawaban_sebelum_pengaduan`.
    """
    wajib(kerja, Hak.REGISTER)
    isi_wajib({"jawaban": jawaban})
    baris = _pengaduan(kerja, pengaduan_id)
    hari = tanggal or kerja.hari_ini()
    bukan_besok(kerja, hari, "tanggal jawaban")
    if hari < baris.tanggal:
        raise KnownError("jawaban_sebelum_pengaduan", tanggal=hari, pengaduan=baris.tanggal)
    baris.jawaban = "\n".join(filter(None, (baris.jawaban, jawaban.strip())))
    baris.dijawab_pada = baris.dijawab_pada or hari
    kerja.sesi.flush()
    jejak.catat(
        kerja, "jawab_pengaduan", objek="pengaduan", objek_id=baris.id, kegiatan_id=baris.kegiatan_id, tanggal=hari
    )


def _pengaduan(kerja: Kerja, pengaduan_id: UUID) -> Pengaduan:
    baris = kerja.sesi.get(Pengaduan, pengaduan_id)
    if baris is None or baris.kegiatan_id is None:
        raise KnownError("pengaduan_tidak_ada")
    lihat_kegiatan(kerja, baris.kegiatan_id)
    return baris


def daftar_pengaduan(
    kerja: Kerja, *, kegiatan_id: UUID | None = None, tahun: int | None = None
) -> list[BarisPengaduan]:
    """Return the complaints of the office, the newest first; of one kegiatan or year where given.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kueri = (
        select(Pengaduan, Kegiatan.nama, Penerima.nama)
        .join(Kegiatan, col(Kegiatan.id) == col(Pengaduan.kegiatan_id))
        .outerjoin(Penerima, col(Penerima.id) == col(Pengaduan.penerima_id))
        .where(Kegiatan.kantor_id == kerja.kantor.id)
    )
    if kegiatan_id is not None:
        lihat_kegiatan(kerja, kegiatan_id)
        kueri = kueri.where(Pengaduan.kegiatan_id == kegiatan_id)
    if tahun is not None:
        kueri = kueri.where(col(Pengaduan.tanggal).between(date(tahun, 1, 1), date(tahun, 12, 31)))
    kerja.sesi.flush()
    hari = kerja.hari_ini()
    semua = kerja.sesi.exec(kueri.order_by(col(Pengaduan.tanggal).desc(), col(Pengaduan.urut).desc()))
    return [_baris(p, kegiatan, penerima or "", hari) for p, kegiatan, penerima in semua]


def _baris(p: Pengaduan, kegiatan: str, tentang: str, hari_ini: date) -> BarisPengaduan:
    assert p.kegiatan_id is not None  # the query joins its kegiatan
    terlambat = p.batas is not None and (p.dijawab_pada or hari_ini) > p.batas
    return BarisPengaduan(
        p.id, p.kegiatan_id, kegiatan, p.tanggal, p.pelapor, tentang, p.isi, p.batas, p.jawaban, p.dijawab_pada,
        terlambat,
    )  # fmt: skip


def ringkas_pengaduan(semua: Sequence[BarisPengaduan]) -> RingkasanPengaduan:
    """Count complaints."""
    dijawab = sum(b.dijawab_pada is not None for b in semua)
    return RingkasanPengaduan(len(semua), dijawab, sum(b.terlambat and b.dijawab_pada is None for b in semua))
