"""The money: what left the treasury (SP2D), what was given back (STS), and where the rest lies.

Always and in rupiah: SP2D = tersalur + disetor + masih di bank/bendahara. A difference between SP2D and the sum of the
allocations is explained, not forbidden. Amounts that were mistyped are mended with a reason; the trail keeps both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.penyaluran.muat import muat_hitungan
from app.pijakan import (
    bukan_besok,
    daftar_tahap,
    isi_wajib,
    kegiatan_berjalan,
    lihat_kegiatan,
    tahap_kegiatan,
    wajib_sah,
)
from app.urutan_hari import tanggal_sp2d, wajib_urut
from app.wilayah_akun import lintas_wilayah
from db.galat import KnownError
from db.istilah import StatusPenetapan
from db.model import Alokasi, Pencairan, Penetapan, Setoran

JENIS_SP2D = ("LS", "TU")


@dataclass(frozen=True, slots=True)
class BarisPencairan:
    """An SP2D; `nilai` is rupiah."""

    id: UUID
    tahap_id: UUID
    jenis: str
    nomor_spm: str
    nomor_sp2d: str
    tanggal: date
    nilai: int
    alasan_selisih: str
    lampiran_id: UUID | None


@dataclass(frozen=True, slots=True)
class BarisSetoran:
    """An STS; `nilai` is rupiah."""

    id: UUID
    tahap_id: UUID
    nomor: str
    tanggal: date
    nilai: int
    alasan: str
    lampiran_id: UUID | None


@dataclass(frozen=True, slots=True)
class HasilPencairan:
    """An SP2D that was recorded."""

    id: UUID


@dataclass(frozen=True, slots=True)
class Posisi:
    """Where the money lies, rupiah.

    Attributes:
        alokasi: what the recipients are owed.
        masih: still with bank or bendahara; negative when more was handed over or paid in than SP2D is recorded.
    """

    alokasi: int = 0
    sp2d: int = 0
    tersalur: int = 0
    disetor: int = 0

    @property
    def masih(self) -> int:
        """SP2D less what was handed over and paid in."""
        return self.sp2d - self.tersalur - self.disetor

    @property
    def selisih(self) -> int:
        """SP2D less what is owed; 0 when they agree."""
        return self.sp2d - self.alokasi

    def __add__(self, lain: "Posisi") -> "Posisi":
        return Posisi(
            self.alokasi + lain.alokasi,
            self.sp2d + lain.sp2d,
            self.tersalur + lain.tersalur,
            self.disetor + lain.disetor,
        )


@dataclass(frozen=True, slots=True)
class PosisiUang:
    """The money of a kegiatan; `seluruh` is the sum of `per_tahap`."""

    seluruh: Posisi
    per_tahap: Mapping[UUID, Posisi]


def catat_pencairan(
    kerja: Kerja,
    kegiatan_id: UUID,
    tahap_id: UUID,
    *,
    nomor_sp2d: str,
    tanggal: date,
    nilai: int,
    jenis: str = "LS",
    nomor_spm: str = "",
    alasan_selisih: str = "",
    lampiran_id: UUID | None = None,
) -> HasilPencairan:
    """Record money that left the treasury for a tahap (rehsos step 6).

    Args:
        nilai: rupiah.
        jenis: one of `JENIS_SP2D`.
        alasan_selisih: why all SP2D of the tahap together differ from what its recipients are owed.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `nilai_tidak_sah`, `tahap_tidak_ada`, `sp2d_sudah_ada`,
            `penetapan_belum_sah`, `pencairan_selisih`, `tanggal_di_depan`, `tanggal_mendahului`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENCAIRAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    tahap_kegiatan(kerja, kegiatan_id, tahap_id)
    isi_wajib({"nomor SP2D": nomor_sp2d})
    bukan_besok(kerja, tanggal, "tanggal SP2D")
    _nilai(nilai)
    wajib_sah(kerja, kegiatan_id)
    wajib_urut(kerja, kegiatan, tanggal, "tanggal SP2D", ("SK", _sk_pertama(kerja, kegiatan_id)))
    if any(p.nomor_sp2d == nomor_sp2d.strip() for p in daftar_pencairan(kerja, kegiatan_id)):
        raise KnownError("sp2d_sudah_ada", nomor=nomor_sp2d.strip())
    _selisih(kerja, tahap_id, nilai, alasan_selisih)
    baris = Pencairan(
        kegiatan_id=kegiatan_id, tahap_id=tahap_id, jenis=jenis, nomor_spm=nomor_spm.strip(),
        nomor_sp2d=nomor_sp2d.strip(), tanggal=tanggal, nilai=nilai, alasan_selisih=alasan_selisih.strip(),
        lampiran_id=lampiran_id,
    )  # fmt: skip
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "catat_pencairan", objek="pencairan", objek_id=baris.id, kegiatan_id=kegiatan_id,
        nomor=baris.nomor_sp2d, tanggal=tanggal, nilai=nilai,
    )  # fmt: skip
    return HasilPencairan(baris.id)


def perbaiki_pencairan(
    kerja: Kerja,
    pencairan_id: UUID,
    *,
    alasan: str,
    tahap_id: UUID | None = None,
    nomor_sp2d: str | None = None,
    nomor_spm: str | None = None,
    tanggal: date | None = None,
    nilai: int | None = None,
    alasan_selisih: str | None = None,
    lampiran_id: UUID | None = None,
) -> None:
    """Mend an SP2D that was recorded wrongly, under the wrong tahap too; fields left out stay. The trail keeps both.

    Raises:
        KnownError: as `catat_pencairan`, and `pencairan_tidak_ada`.
    """
    wajib(kerja, Hak.PENCAIRAN)
    isi_wajib({"alasan perbaikan": alasan})
    baris = kerja.sesi.get(Pencairan, pencairan_id)
    if baris is None:
        raise KnownError("pencairan_tidak_ada")
    kegiatan = kegiatan_berjalan(kerja, baris.kegiatan_id)
    baru: dict[str, Any] = {
        "tahap_id": tahap_id, "nomor_sp2d": nomor_sp2d, "nomor_spm": nomor_spm, "tanggal": tanggal, "nilai": nilai,
        "alasan_selisih": alasan_selisih, "lampiran_id": lampiran_id,
    }  # fmt: skip
    if nomor_sp2d is not None:
        isi_wajib({"nomor SP2D": nomor_sp2d})
        lain = (p.nomor_sp2d for p in daftar_pencairan(kerja, baris.kegiatan_id) if p.id != pencairan_id)
        if nomor_sp2d.strip() in lain:
            raise KnownError("sp2d_sudah_ada", nomor=nomor_sp2d.strip())
    if tanggal is not None:
        wajib_urut(kerja, kegiatan, tanggal, "tanggal SP2D", ("SK", _sk_pertama(kerja, kegiatan.id)))
    if nilai is not None:
        _nilai(nilai)
    tujuan = _tahap_tujuan(kerja, baris, tahap_id)
    if nilai is not None or alasan_selisih is not None or tujuan != baris.tahap_id:
        sebab = baris.alasan_selisih if alasan_selisih is None else alasan_selisih
        _selisih(kerja, tujuan, _bertambah(baris, tujuan, nilai), sebab)
    _ubah(kerja, baris, "perbaiki_pencairan", baru, alasan)


def catat_setoran(
    kerja: Kerja,
    kegiatan_id: UUID,
    tahap_id: UUID,
    *,
    nomor: str,
    tanggal: date,
    nilai: int,
    alasan: str,
    lampiran_id: UUID | None = None,
) -> UUID:
    """Record money given back to the treasury (STS), rupiah, with the reason.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `nilai_tidak_sah`, `tahap_tidak_ada`, `setoran_melebihi_sisa`,
            `tanggal_di_depan`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENCAIRAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    tahap_kegiatan(kerja, kegiatan_id, tahap_id)
    isi_wajib({"nomor STS": nomor, "alasan setoran": alasan})
    wajib_urut(kerja, kegiatan, tanggal, "tanggal STS", ("SP2D", tanggal_sp2d(kerja, tahap_id)))
    _nilai(nilai)
    _cukup(kerja, kegiatan_id, tahap_id, nilai)
    baris = Setoran(
        kegiatan_id=kegiatan_id, tahap_id=tahap_id, nomor=nomor.strip(), tanggal=tanggal, nilai=nilai,
        alasan=alasan.strip(), lampiran_id=lampiran_id,
    )  # fmt: skip
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "catat_setoran", objek="setoran", objek_id=baris.id, kegiatan_id=kegiatan_id, nomor=baris.nomor,
        tanggal=tanggal, nilai=nilai,
    )  # fmt: skip
    return baris.id


def perbaiki_setoran(
    kerja: Kerja,
    setoran_id: UUID,
    *,
    alasan: str,
    tahap_id: UUID | None = None,
    nomor: str | None = None,
    tanggal: date | None = None,
    nilai: int | None = None,
    lampiran_id: UUID | None = None,
) -> None:
    """Mend an STS that was recorded wrongly, under the wrong tahap too; fields left out stay. The trail keeps both.

    Raises:
        KnownError: as `catat_setoran`, and `setoran_tidak_ada`.
    """
    wajib(kerja, Hak.PENCAIRAN)
    isi_wajib({"alasan perbaikan": alasan})
    baris = kerja.sesi.get(Setoran, setoran_id)
    if baris is None:
        raise KnownError("setoran_tidak_ada")
    kegiatan = kegiatan_berjalan(kerja, baris.kegiatan_id)
    if nomor is not None:
        isi_wajib({"nomor STS": nomor})
    if tanggal is not None:
        wajib_urut(kerja, kegiatan, tanggal, "tanggal STS", ("SP2D", tanggal_sp2d(kerja, tahap_id or baris.tahap_id)))
    if nilai is not None:
        _nilai(nilai)
    tujuan = _tahap_tujuan(kerja, baris, tahap_id)
    if nilai is not None or tujuan != baris.tahap_id:
        _cukup(kerja, baris.kegiatan_id, tujuan, _bertambah(baris, tujuan, nilai))
    isi = {"tahap_id": tahap_id, "nomor": nomor, "tanggal": tanggal, "nilai": nilai, "lampiran_id": lampiran_id}
    _ubah(kerja, baris, "perbaiki_setoran", isi, alasan)


def daftar_pencairan(kerja: Kerja, kegiatan_id: UUID, *, tahap_id: UUID | None = None) -> list[BarisPencairan]:
    """Return the SP2D of a kegiatan by date."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = select(Pencairan).where(Pencairan.kegiatan_id == kegiatan_id)
    if tahap_id is not None:
        kueri = kueri.where(Pencairan.tahap_id == tahap_id)
    return [
        BarisPencairan(
            p.id, p.tahap_id, p.jenis, p.nomor_spm, p.nomor_sp2d, p.tanggal, p.nilai, p.alasan_selisih, p.lampiran_id
        )
        for p in kerja.sesi.exec(kueri.order_by(col(Pencairan.tanggal), col(Pencairan.urut)))
    ]


def daftar_setoran(kerja: Kerja, kegiatan_id: UUID, *, tahap_id: UUID | None = None) -> list[BarisSetoran]:
    """Return the STS of a kegiatan by date."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = select(Setoran).where(Setoran.kegiatan_id == kegiatan_id)
    if tahap_id is not None:
        kueri = kueri.where(Setoran.tahap_id == tahap_id)
    return [
        BarisSetoran(s.id, s.tahap_id, s.nomor, s.tanggal, s.nilai, s.alasan, s.lampiran_id)
        for s in kerja.sesi.exec(kueri.order_by(col(Setoran.tanggal), col(Setoran.urut)))
    ]


@lintas_wilayah  # sums alone, and they must agree
def posisi_uang(kerja: Kerja, kegiatan_id: UUID) -> PosisiUang:
    """Say where the money of a kegiatan lies: SP2D = tersalur + disetor + masih, per tahap and in all.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    per_tahap = {t.id: Posisi() for t in daftar_tahap(kerja, kegiatan_id)}
    for h in muat_hitungan(kerja, kegiatan_id):
        per_tahap[h.tahap_id] += Posisi(alokasi=h.nominal or 0, tersalur=h.keadaan.rupiah_tersalur)
    for p in daftar_pencairan(kerja, kegiatan_id):
        per_tahap[p.tahap_id] += Posisi(sp2d=p.nilai)
    for s in daftar_setoran(kerja, kegiatan_id):
        per_tahap[s.tahap_id] += Posisi(disetor=s.nilai)
    return PosisiUang(sum(per_tahap.values(), Posisi()), per_tahap)


def _sk_pertama(kerja: Kerja, kegiatan_id: UUID) -> date | None:
    """Return the day of the first decree: an SP2D may pay its list although a later one changed it since."""
    semua = select(Penetapan).where(
        Penetapan.kegiatan_id == kegiatan_id, Penetapan.status == StatusPenetapan.SAH.value
    )
    return min((sk.tanggal for sk in kerja.sesi.exec(semua) if sk.tanggal is not None), default=None)


def _nilai(nilai: int) -> None:
    if nilai < 1:
        raise KnownError("nilai_tidak_sah")


def _tahap_tujuan(kerja: Kerja, baris: Pencairan | Setoran, tahap_id: UUID | None) -> UUID:
    """Return the tahap that a mended line will stand under."""
    return baris.tahap_id if tahap_id is None else tahap_kegiatan(kerja, baris.kegiatan_id, tahap_id).id


def _bertambah(baris: Pencairan | Setoran, tujuan: UUID, nilai: int | None) -> int:
    """Return by how much a mended line raises the sum of the tahap it will stand under, rupiah."""
    baru = baris.nilai if nilai is None else nilai
    return baru - baris.nilai if tujuan == baris.tahap_id else baru


def _selisih(kerja: Kerja, tahap_id: UUID, tambah: int, alasan: str) -> None:
    """Ask for a reason when all SP2D of a tahap, `tambah` included, differ from what its recipients are owed."""
    terutang = select(func.sum(Alokasi.nominal)).where(Alokasi.tahap_id == tahap_id, col(Alokasi.batal).is_(False))
    alokasi = kerja.sesi.exec(terutang).one()
    sp2d = (
        kerja.sesi.exec(select(func.sum(Pencairan.nilai)).where(Pencairan.tahap_id == tahap_id)).one() or 0
    ) + tambah
    if alokasi is not None and sp2d != alokasi and not alasan.strip():
        raise KnownError("pencairan_selisih", sp2d=sp2d, alokasi=alokasi, selisih=abs(sp2d - alokasi))


def _cukup(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID, tambah: int) -> None:
    masih = posisi_uang(kerja, kegiatan_id).per_tahap[tahap_id].masih
    if tambah > masih:
        raise KnownError("setoran_melebihi_sisa", nilai=tambah, masih=max(0, masih))


def _ubah(kerja: Kerja, baris: Pencairan | Setoran, aksi: str, baru: Mapping[str, Any], alasan: str) -> None:
    isi = {k: v.strip() if isinstance(v, str) else v for k, v in baru.items() if v is not None}
    beda = {k: (getattr(baris, k), v) for k, v in isi.items() if getattr(baris, k) != v}
    for bidang, (_, nilai) in beda.items():
        setattr(baris, bidang, nilai)
    kerja.sesi.flush()
    jejak.catat(
        kerja, aksi, objek=baris.__tablename__, objek_id=baris.id, kegiatan_id=baris.kegiatan_id, alasan=alasan.strip(),
        ubah={k: list(v) for k, v in beda.items()},
    )  # fmt: skip
