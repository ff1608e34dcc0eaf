"""Fetching hand-overs in bulk: allocations with their components and outcomes, few queries however many people."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import col, func

from app.kerja import Kerja
from app.penyaluran.keadaan import CatatanSalur, Keadaan, Komponen, hitung, komponen_alokasi, masih_berlaku
from app.pijakan import baca_kolom, potong
from db.istilah import LEWAT_REKENING, TERSALUR, HasilSalur
from db.model import Akun, Alokasi, AlokasiBarang, Kegiatan, Penerima, Penyaluran, Tahap, TandaTerima

KunciSerah = tuple[int, str, int]
"""Where a page of the hand-over list ends: tahap, desa, number of the receipt."""


@dataclass(frozen=True, slots=True)
class BarisSerah:
    """One recipient in one tahap on the hand-over list; identifiers in full, as the work needs them.

    Attributes:
        nomor: number of the receipt, the same on every paper of the tahap.
        kode: what the receipt's QR says.
        nominal: rupiah of this tahap; None where the office does not hold the money or gives goods only.
        keadaan: components with their outcomes; `keadaan.status` and `keadaan.hasil` for the whole.
        kunci: give it as `setelah` to read on after this row.
    """

    alokasi_id: UUID
    kegiatan_id: UUID
    penerima_id: UUID
    orang_id: UUID
    tahap_id: UUID
    tahap_nomor: int
    tahap_nama: str
    nomor: int
    kode: str
    nomor_urut: int
    nama: str
    nik: str | None
    no_kk: str | None
    jenis_kelamin: str | None
    tempat_lahir: str
    tanggal_lahir: date | None
    alamat: str
    rt: str
    rw: str
    kode_desa: str
    kategori: str
    telepon: str
    wali_nama: str
    wali_nik: str | None
    wali_hubungan: str
    bank: str
    rekening: str
    atas_nama: str
    nominal: int | None
    keadaan: Keadaan
    catatan: tuple[CatatanSalur, ...] = field(repr=False, default=())

    @property
    def kunci(self) -> KunciSerah:
        """Where this row stands in the list."""
        return (self.tahap_nomor, self.kode_desa, self.nomor)

    @property
    def barang(self) -> tuple[Komponen, ...]:
        """The goods lines and items that are owed."""
        return tuple(k.komponen for k in self.keadaan.komponen if k.komponen.barang_id is not None)


def pilih_serah(*, termasuk_batal: bool = False) -> sa.Select[*tuple[Any, ...]]:
    """Start a query of allocations with person, tahap and receipt; those that an SK Perubahan took off are left out."""
    kueri = (
        sa.select(
            col(Alokasi.id), col(Alokasi.nominal), col(Tahap.id), col(Tahap.nomor), col(Tahap.nama),
            col(TandaTerima.nomor), col(TandaTerima.kode), col(Penerima.id), col(Penerima.orang_id),
            col(Penerima.nomor_urut), col(Penerima.nama), col(Penerima.nik), col(Penerima.no_kk),
            col(Penerima.alamat), col(Penerima.kode_desa), col(Penerima.kategori), col(Penerima.data),
            col(Alokasi.kegiatan_id), col(Kegiatan.jenis_bantuan),
        )
        .join(Kegiatan, col(Kegiatan.id) == Alokasi.kegiatan_id)
        .join(Penerima, col(Penerima.id) == Alokasi.penerima_id)
        .join(Tahap, col(Tahap.id) == Alokasi.tahap_id)
        .join(TandaTerima, col(TandaTerima.alokasi_id) == Alokasi.id)
    )  # fmt: skip
    return kueri if termasuk_batal else kueri.where(col(Alokasi.batal).is_(False))


desa_penerima = func.coalesce(col(Penerima.kode_desa), "")
URUTAN_SERAH = (col(Tahap.nomor), desa_penerima, col(TandaTerima.nomor))


def susun_serah(kerja: Kerja, kueri: sa.Select[*tuple[Any, ...]]) -> list[BarisSerah]:
    """Run a query of `pilih_serah` and put goods and outcomes beside each row."""
    baris = list(baca_kolom(kerja, kueri))
    ids = [b[0] for b in baris]
    barang, catatan = muat_barang(kerja, ids), muat_catatan(kerja, ids)
    return [_baris(b, barang.get(b[0], ()), catatan.get(b[0], ())) for b in baris]


def _baris(b: Any, barang: Collection[Komponen], catatan: Collection[CatatanSalur]) -> BarisSerah:
    (
        alokasi_id, nominal, tahap_id, tahap_nomor, tahap_nama, nomor, kode, penerima_id, orang_id,
        nomor_urut, nama, nik, no_kk, alamat, kode_desa, kategori, data, kegiatan_id, jenis_bantuan,
    ) = b  # fmt: skip
    wali, rekening = data.get("wali") or {}, data.get("rekening") or {}
    lahir = data.get("tanggal_lahir")
    return BarisSerah(
        alokasi_id=alokasi_id, kegiatan_id=kegiatan_id, penerima_id=penerima_id, orang_id=orang_id, tahap_id=tahap_id,
        tahap_nomor=tahap_nomor, tahap_nama=tahap_nama, nomor=nomor, kode=kode, nomor_urut=nomor_urut, nama=nama,
        nik=nik, no_kk=no_kk, jenis_kelamin=data.get("jenis_kelamin"), tempat_lahir=data.get("tempat_lahir", ""),
        tanggal_lahir=date.fromisoformat(lahir) if lahir else None, alamat=alamat, rt=data.get("rt", ""),
        rw=data.get("rw", ""), kode_desa=kode_desa or "", kategori=kategori, telepon=data.get("telepon", ""),
        wali_nama=wali.get("nama", ""), wali_nik=wali.get("nik"), wali_hubungan=wali.get("hubungan", ""),
        bank=rekening.get("bank", ""), rekening=rekening.get("nomor", ""), atas_nama=rekening.get("atas_nama", ""),
        nominal=nominal, catatan=tuple(catatan),
        keadaan=hitung(
            komponen_alokasi(nominal, tuple(barang)), tuple(catatan), lewat_rekening=jenis_bantuan in LEWAT_REKENING
        ),
    )  # fmt: skip


def muat_barang(kerja: Kerja, ids: Collection[UUID]) -> dict[UUID, list[Komponen]]:
    """Return the goods lines of these allocations."""
    kueri = sa.select(
        col(AlokasiBarang.alokasi_id), col(AlokasiBarang.id), col(AlokasiBarang.nama), col(AlokasiBarang.satuan),
        col(AlokasiBarang.jumlah),
    ).order_by(col(AlokasiBarang.urut))  # fmt: skip
    hasil: dict[UUID, list[Komponen]] = defaultdict(list)
    for bagian in potong(ids):
        for alokasi_id, *isi in baca_kolom(kerja, kueri.where(col(AlokasiBarang.alokasi_id).in_(bagian))):
            hasil[alokasi_id].append(Komponen(*isi))
    return hasil


def muat_catatan(kerja: Kerja, ids: Collection[UUID]) -> dict[UUID, list[CatatanSalur]]:
    """Return every outcome of these allocations in full, in order of entry."""
    kueri = pilih_catatan()
    baris = (
        b for bagian in potong(ids) for b in baca_kolom(kerja, kueri.where(col(Penyaluran.alokasi_id).in_(bagian)))
    )
    return _per_alokasi(map(susun_catatan, baris))


def pilih_catatan() -> sa.Select[*tuple[Any, ...]]:
    """Start a query of outcomes with the name of who recorded them."""
    p = Penyaluran
    return (
        sa.select(
            col(p.id), col(p.alokasi_id), col(p.barang_id), col(p.hasil), col(p.jumlah), col(p.koreksi_dari),
            col(p.urut), col(p.nominal), col(p.tanggal), col(p.pada), col(p.tempat), col(p.wakil_nama),
            col(p.wakil_nik), col(p.wakil_hubungan), col(p.surat_kuasa), col(p.cap_jempol), col(p.saksi),
            col(p.alasan), col(p.akun_id), col(Akun.nama),
        )
        .join(Akun, col(Akun.id) == p.akun_id)
        .order_by(col(p.urut))
    )  # fmt: skip


def susun_catatan(baris: Any) -> CatatanSalur:
    """Turn a row of `pilih_catatan` into an outcome."""
    cid, alokasi_id, barang_id, hasil, *lain = baris
    lain[12] = tuple(lain[12])
    return CatatanSalur(cid, alokasi_id, barang_id, HasilSalur(hasil), *lain)


def _per_alokasi(catatan: Iterable[CatatanSalur]) -> dict[UUID, list[CatatanSalur]]:
    hasil: dict[UUID, list[CatatanSalur]] = defaultdict(list)
    for c in catatan:
        hasil[c.alokasi_id].append(c)
    return hasil


def saring_alokasi(
    kueri: sa.Select[*tuple[Any, ...]],
    kegiatan_id: UUID,
    tahap_id: UUID | None = None,
    desa: str | None = None,
    syarat: sa.ColumnElement[bool] | None = None,
) -> sa.Select[*tuple[Any, ...]]:
    """Narrow a query over Alokasi and Penerima to a kegiatan, and to a tahap, desa and condition where given."""
    if syarat is not None:
        kueri = kueri.where(syarat)
    kueri = kueri.where(col(Alokasi.kegiatan_id) == kegiatan_id)
    if tahap_id is not None:
        kueri = kueri.where(col(Alokasi.tahap_id) == tahap_id)
    return kueri if desa is None else kueri.where(desa_penerima == desa)


@dataclass(frozen=True, slots=True)
class Hitungan:
    """What counting needs of one allocation; outcomes in `keadaan` carry no ids, dates or names.

    Attributes:
        kode_alokasi: the allocation's id as text; `alokasi_id` turns it back.
    """

    kode_alokasi: str
    orang_id: UUID
    tahap_id: UUID
    kode_desa: str
    nominal: int | None
    keadaan: Keadaan

    @property
    def alokasi_id(self) -> UUID:
        """The allocation's id."""
        return UUID(self.kode_alokasi)


def teks_id(kolom: Any) -> sa.ColumnElement[str]:
    """Read a column of ids as text: making thousands of UUID objects is most of what counting costs (measured)."""
    return sa.type_coerce(kolom, sa.String)


def muat_hitungan(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    tahap_id: UUID | None = None,
    desa: str | None = None,
    syarat: sa.ColumnElement[bool] | None = None,
    bertanggal: bool = False,
) -> Iterator[Hitungan]:
    """Give where every allocation of a kegiatan stands, with as little as counting needs.

    Args:
        syarat: a condition over Alokasi and Penerima, such as `app.penyaluran.titik.syarat_titik`.
        bertanggal: outcomes carry their day on paper as well.
    """
    dasar = saring_alokasi(
        sa.select(
            teks_id(Alokasi.id), col(Penerima.orang_id), teks_id(Alokasi.tahap_id), desa_penerima,
            col(Alokasi.nominal),
        )
        .join(Penerima, col(Penerima.id) == Alokasi.penerima_id)
        .where(col(Alokasi.batal).is_(False)),
        kegiatan_id, tahap_id, desa, syarat,
    )  # fmt: skip
    barang, catatan = _barang_kegiatan(kerja, kegiatan_id), _catatan_kegiatan(kerja, kegiatan_id, bertanggal)
    rekening = kerja.sesi.get_one(Kegiatan, kegiatan_id).jenis_bantuan in LEWAT_REKENING
    kosong: dict[int | None, Keadaan] = {}  # money alone, nothing recorded: the same for all of one amount
    tahap: dict[str, UUID] = {}
    for alokasi, orang_id, kode_tahap, kode_desa, nominal in baca_kolom(kerja, dasar):
        if alokasi not in barang and alokasi not in catatan:
            keadaan = kosong.get(nominal) or kosong.setdefault(nominal, hitung(komponen_alokasi(nominal, ()), ()))
        else:
            milik = komponen_alokasi(nominal, barang.get(alokasi, ()))
            keadaan = hitung(milik, catatan.get(alokasi, ()), lewat_rekening=rekening)
        di_tahap = tahap.get(kode_tahap) or tahap.setdefault(kode_tahap, UUID(kode_tahap))
        yield Hitungan(alokasi, orang_id, di_tahap, kode_desa, nominal, keadaan)


def _barang_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> Mapping[str, list[Komponen]]:
    kueri = (
        sa.select(
            teks_id(AlokasiBarang.alokasi_id), col(AlokasiBarang.id), col(AlokasiBarang.nama),
            col(AlokasiBarang.satuan), col(AlokasiBarang.jumlah),
        )
        .join(Alokasi, col(Alokasi.id) == AlokasiBarang.alokasi_id)
        .where(col(Alokasi.kegiatan_id) == kegiatan_id)
        .order_by(col(AlokasiBarang.urut))
    )  # fmt: skip
    hasil: dict[str, list[Komponen]] = defaultdict(list)
    for alokasi, *isi in baca_kolom(kerja, kueri):
        hasil[alokasi].append(Komponen(*isi))
    return hasil


_TANPA_ID = UUID(int=0)


def _catatan_kegiatan(kerja: Kerja, kegiatan_id: UUID, bertanggal: bool) -> Mapping[str, list[CatatanSalur]]:
    """Return the outcomes that nobody took back, without their ids."""
    p, cabut = Penyaluran, aliased(Penyaluran)
    kueri = (
        sa.select(
            teks_id(p.alokasi_id), col(p.barang_id), col(p.hasil), col(p.jumlah), col(p.urut),
            col(p.tanggal) if bertanggal else sa.null(),
        )
        .where(
            col(p.kegiatan_id) == kegiatan_id,
            col(p.hasil) != HasilSalur.BATAL_CATAT.value,
            ~sa.exists(sa.select(1).where(col(cabut.koreksi_dari) == col(p.id))),
        )
        .order_by(col(p.urut))
    )  # fmt: skip
    hasil: dict[str, list[CatatanSalur]] = defaultdict(list)
    for alokasi, barang_id, apa, jumlah, urut, hari in baca_kolom(kerja, kueri):
        hasil[alokasi].append(
            CatatanSalur(_TANPA_ID, _TANPA_ID, barang_id, HasilSalur(apa), jumlah, None, urut, tanggal=hari)
        )
    return hasil


def ada_serah(kerja: Kerja, ids: Collection[UUID]) -> set[UUID]:
    """Return those allocations of which anything was handed over, in whole or in part."""
    serah = TERSALUR | {HasilSalur.SEBAGIAN}
    semua = muat_catatan(kerja, ids).items()
    return {i for i, catatan in semua if any(c.hasil in serah for c in masih_berlaku(catatan))}
