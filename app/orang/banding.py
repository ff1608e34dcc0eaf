"""Two people beside each other before they become one: what differs, what each brings, what stands in the way.

Nothing is written here. Where both stand in one kegiatan, the office's own rules decide: who is on a decree leaves it
by an SK Perubahan only, and two usulan that were both judged layak are for a person to sort out first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app.akses import Hak, wajib
from app.kerja import Kerja
from app.orang.bentuk import BIDANG, DataOrang, data_orang
from app.orang.cari import nama_desa
from app.orang.lihat import wali_kini
from app.orang.pindahan import RUJUKAN, rujukan
from app.orang.siapa import ambil, terkait
from app.penyaluran.keadaan import StatusSalur
from app.penyaluran.muat import BarisSerah, ada_serah, pilih_serah, susun_serah
from app.pijakan import penetapan_sah
from app.sop import konteks
from app.verifikasi.daftar import usulan_terkunci
from app.wilayah_akun import wajib_seluruh
from db.galat import KnownError
from db.istilah import StatusKegiatan, StatusUsulan
from db.model import Kegiatan, Kemiripan, Orang, Penerima, Rekening, Usulan, Wali

TAMBAHAN = ("wali", "rekening", "kks")
"""What is chosen beside the fields of `DataOrang`: of each only one may be in use."""

_HIDUP = (StatusUsulan.DIUSULKAN.value, StatusUsulan.LAYAK.value)


@dataclass(frozen=True, slots=True)
class Beda:
    """Something that the two have otherwise: `bidang` is a field of `DataOrang` or one of `TAMBAHAN`.

    Values are what the field holds (dates, digits, codes); of `TAMBAHAN` a text. None or empty: nothing is known. Of
    `TAMBAHAN` there is nothing to choose while only one of the two has any.
    """

    bidang: str
    kiri: Any
    kanan: Any


@dataclass(frozen=True, slots=True)
class TerimaGanda:
    """One tahap of which both received, wholly or in part; rupiah, None for goods alone."""

    kegiatan_id: UUID
    kegiatan: str
    tahun: int
    tahap: str
    kiri: int | None
    kanan: int | None


@dataclass(frozen=True, slots=True)
class SisiOrang:
    """One of the two: who it is, and how many rows name them, by what these are called."""

    id: UUID
    data: DataOrang
    desa: str
    banyak: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class BandingOrang:
    """Two people beside each other.

    Attributes:
        beda: what differs, in the order of a person's fields.
        ditarik: usulan that will be withdrawn because the other one of the same kegiatan goes on, with kegiatan.
        ganda: what both received.
        halangan: why they cannot become one yet; empty when they can.
    """

    kiri: SisiOrang
    kanan: SisiOrang
    beda: tuple[Beda, ...]
    ditarik: tuple[tuple[UUID, str], ...]
    ganda: tuple[TerimaGanda, ...]
    halangan: tuple[KnownError, ...]

    @property
    def saran(self) -> frozenset[str]:
        """What to take from the right: whatever the left has nothing of."""
        return frozenset(b.bidang for b in self.beda if b.kiri in (None, ""))


def banding_orang(kerja: Kerja, kiri_id: UUID, kanan_id: UUID) -> BandingOrang:
    """Put two people beside each other.

    Raises:
        KnownError: `tidak_berwenang`, `orang_tidak_ada`, `gabung_diri_sendiri`; `perlu_seluruh_wilayah` for an account
            that works for a part of the area, which may not see all that is to be moved.
    """
    wajib(kerja, Hak.VERIFIKASI)
    wajib_seluruh(kerja)
    wajib(kerja, Hak.IDENTITAS)  # identifiers stand in full: they are what is judged
    kiri, kanan = ambil(kerja, kiri_id), ambil(kerja, kanan_id)
    if kiri.id == kanan.id:
        raise KnownError("gabung_diri_sendiri")
    bersama = list(_bersama(kerja, kiri, kanan))
    serah = _serah(kerja, kiri.id), _serah(kerja, kanan.id)
    halangan = [*_halangan_wali(kerja, kiri, kanan), *(h for b in bersama if (h := b.halangan))]
    halangan += _belum_salur(kerja, kiri, kanan, *serah)
    return BandingOrang(
        _sisi(kerja, kiri), _sisi(kerja, kanan), tuple(_beda(kerja, kiri, kanan)),
        tuple((u.id, b.kegiatan.nama) for b in bersama for u in b.ditarik), tuple(_ganda(kerja, *serah)),
        tuple(halangan),
    )  # fmt: skip


def _sisi(kerja: Kerja, o: Orang) -> SisiOrang:
    banyak: dict[str, int] = {}
    for r in RUJUKAN:
        if r.tabel is not Kemiripan and (n := len(rujukan(kerja, r, o.id))):
            banyak[r.sebutan] = banyak.get(r.sebutan, 0) + n
    return SisiOrang(o.id, data_orang(o), nama_desa(o.kode_desa), tuple(banyak.items()))


# --- what differs ----------------------------------------------------------------------------------------------------


def _beda(kerja: Kerja, kiri: Orang, kanan: Orang) -> Iterator[Beda]:
    for bidang in BIDANG:
        satu, dua = getattr(kiri, bidang), getattr(kanan, bidang)
        if satu != dua and (satu or dua):
            yield Beda(bidang, satu, dua)
    wali = [next(iter(wali_kini(kerja, o.id)), None) for o in (kiri, kanan)]
    satu, dua = (_sebut_wali(w) if w else "" for w in wali)
    if satu and dua and satu != dua:
        yield Beda("wali", satu, dua)
    for jenis in TAMBAHAN[1:]:
        satu, dua = (_sebut_rekening(rekening_dipakai(kerja, o.id, jenis)) for o in (kiri, kanan))
        if satu and dua and satu != dua:
            yield Beda(jenis, satu, dua)


def _sebut_wali(w: Wali) -> str:
    return ", ".join(filter(None, (w.nama, w.hubungan)))


def rekening_dipakai(kerja: Kerja, orang_id: UUID, jenis: str) -> list[Rekening]:
    """Return the accounts in use of one kind, the newest first."""
    kueri = select(Rekening).where(
        Rekening.orang_id == orang_id, Rekening.jenis == jenis, col(Rekening.aktif).is_(True)
    )
    return list(kerja.sesi.exec(kueri.order_by(col(Rekening.urut).desc())))


def _sebut_rekening(semua: Sequence[Rekening]) -> str:
    return " ".join(filter(None, (semua[0].bank, semua[0].nomor))) if semua else ""


# --- both in one kegiatan --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Bersama:
    """What both have in one running kegiatan."""

    kegiatan: Kegiatan
    ditarik: tuple[Usulan, ...] = ()
    halangan: KnownError | None = None


def _bersama(kerja: Kerja, kiri: Orang, kanan: Orang) -> Iterator[_Bersama]:
    """Judge every running kegiatan in which both are proposed or stand on the list in force."""
    kueri = select(Usulan).where(col(Usulan.orang_id).in_([kiri.id, kanan.id]), col(Usulan.status).in_(_HIDUP))
    menurut: dict[UUID, dict[UUID, list[Usulan]]] = {}
    for u in kerja.sesi.exec(kueri.order_by(col(Usulan.urut))):
        menurut.setdefault(u.kegiatan_id, {}).setdefault(u.orang_id, []).append(u)
    for kegiatan in _kegiatan_berjalan(kerja, kiri, kanan):
        sk = penetapan_sah(kerja, kegiatan.id)
        tercantum = _tercantum(kerja, sk.id, kiri, kanan) if sk else 0
        usulan = menurut.get(kegiatan.id, {})
        if sk is not None and tercantum > 1:
            galat = KnownError(
                "gabung_satu_sk", kegiatan=kegiatan.nama, nomor=sk.nomor, nama=kiri.nama, lain=kanan.nama
            )
            yield _Bersama(kegiatan, halangan=galat)
        elif len(usulan) > 1:
            yield _dua_usulan(kerja, kegiatan, kiri, kanan, [*usulan[kiri.id], *usulan[kanan.id]])


def _kegiatan_berjalan(kerja: Kerja, kiri: Orang, kanan: Orang) -> list[Kegiatan]:
    ids = [
        set(kerja.sesi.exec(select(Usulan.kegiatan_id).where(Usulan.orang_id == o.id)))
        | set(kerja.sesi.exec(select(Penerima.kegiatan_id).where(Penerima.orang_id == o.id)))
        for o in (kiri, kanan)
    ]
    kueri = select(Kegiatan).where(
        col(Kegiatan.id).in_(ids[0] & ids[1]), Kegiatan.status == StatusKegiatan.BERJALAN.value
    )
    return list(kerja.sesi.exec(kueri.order_by(col(Kegiatan.urut))))


def _tercantum(kerja: Kerja, penetapan_id: UUID, kiri: Orang, kanan: Orang) -> int:
    kueri = select(Penerima.id).where(
        Penerima.penetapan_id == penetapan_id, col(Penerima.orang_id).in_([kiri.id, kanan.id])
    )
    return len(kerja.sesi.exec(kueri).all())


def _dua_usulan(kerja: Kerja, kegiatan: Kegiatan, kiri: Orang, kanan: Orang, usulan: Iterable[Usulan]) -> _Bersama:
    """Say which of two usulan of one kegiatan goes on: the one that was decided; else the one that came first."""
    semua = sorted(usulan, key=lambda u: u.urut)
    fakta = {"kegiatan": kegiatan.nama, "nama": kiri.nama, "lain": kanan.nama}
    if any(konteks.baris_jalur(kerja, kegiatan.id, u.id) for u in semua):
        return _Bersama(kegiatan, halangan=KnownError("gabung_dua_pemohon", **fakta))
    if len([u for u in semua if u.status == StatusUsulan.LAYAK.value]) > 1:
        return _Bersama(kegiatan, halangan=KnownError("gabung_dua_layak", **fakta))
    terkunci = usulan_terkunci(kerja, kegiatan.id, [u.id for u in semua])
    tetap = min(semua, key=lambda u: (u.id not in terkunci, u.status != StatusUsulan.LAYAK.value, u.urut))
    return _Bersama(kegiatan, tuple(u for u in semua if u is not tetap))


# --- what was handed over --------------------------------------------------------------------------------------------


def _serah(kerja: Kerja, orang_id: UUID) -> dict[tuple[UUID, UUID], BarisSerah]:
    """Return a person's allocations by kegiatan and tahap; those that an SK Perubahan took off are left out."""
    kueri = pilih_serah().where(col(Penerima.orang_id).in_(terkait(kerja, orang_id)))
    return {(b.kegiatan_id, b.tahap_id): b for b in susun_serah(kerja, kueri)}


_Serah = dict[tuple[UUID, UUID], BarisSerah]


def _belum_salur(kerja: Kerja, kiri: Orang, kanan: Orang, satu: _Serah, dua: _Serah) -> Iterator[KnownError]:
    """Refuse while both are owed one tahap: who is paid twice cannot be asked afterwards."""
    for kunci in sorted(satu.keys() & dua.keys(), key=str):
        kegiatan = kerja.sesi.get_one(Kegiatan, kunci[0])
        belum = [b for b in (satu[kunci], dua[kunci]) if b.keadaan.status is StatusSalur.BELUM]
        sk = penetapan_sah(kerja, kegiatan.id)
        if sk is not None and _tercantum(kerja, sk.id, kiri, kanan) > 1:
            continue  # told already: both stand on the list in force
        if belum and kegiatan.status == StatusKegiatan.BERJALAN.value:
            tahap = satu[kunci].tahap_nama
            yield KnownError("gabung_belum_salur", kegiatan=kegiatan.nama, tahap=tahap, nama=belum[0].nama)


def _ganda(kerja: Kerja, satu: _Serah, dua: _Serah) -> Iterator[TerimaGanda]:
    bersama = sorted(satu.keys() & dua.keys(), key=lambda k: satu[k].kunci)
    tersentuh = ada_serah(kerja, [sisi[k].alokasi_id for k in bersama for sisi in (satu, dua)])
    for kunci in bersama:
        kiri, kanan = satu[kunci], dua[kunci]
        if {kiri.alokasi_id, kanan.alokasi_id} <= tersentuh:
            k = kerja.sesi.get_one(Kegiatan, kunci[0])
            yield TerimaGanda(k.id, k.nama, k.tahun, kiri.tahap_nama, kiri.nominal, kanan.nominal)


# --- one is the other's wali -----------------------------------------------------------------------------------------


def _halangan_wali(kerja: Kerja, kiri: Orang, kanan: Orang) -> Iterator[KnownError]:
    for anak, wali in ((kiri, kanan), (kanan, kiri)):
        if any(w.wali_orang_id == wali.id for w in wali_kini(kerja, anak.id)):
            yield KnownError("gabung_wali", nama=anak.nama, wali=wali.nama)


def kegiatan_penerima(kerja: Kerja, orang_id: UUID) -> set[UUID]:
    """Return the kegiatan on whose lists a person stands, whatever the version."""
    return set(kerja.sesi.exec(select(Penerima.kegiatan_id).where(Penerima.orang_id == orang_id)))
