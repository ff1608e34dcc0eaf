"""Rows that are probably somebody already known, or somebody else of the same import: marked, never decided.

The exact comparison went before; what it said is not said again. What a person judged once of such two is remembered,
in this import and in later ones, by what the row said.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import Any
from uuid import UUID

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray
from sqlmodel import col

from app.bahasa import kemiripan as kata
from app.identitas import nama_cari
from app.jobs import JobContext
from app.kemiripan import AMBANG, Kolom, Pasangan, Penyiap, cari
from app.kemiripan.bentuk import PANJANG, PEMISAH
from app.kerja import Kerja
from app.pijakan import baca_kolom, potong
from app.usulan.banding import sebut_baris
from app.usulan.bentuk import Baris, HasilImpor, KunciBaris, Lawan, Mirip
from app.usulan.peserta import Peserta
from app.wilayah import Peta
from db.istilah import PutusanKemiripan
from db.model import BarisUsulan, Deret, Kemiripan, Orang

MAKS_SEBARIS = 3
"""Pairs that one row is marked with, the likeliest."""
_SEKALI, _SEPOTONG = 20_000, 250_000
"""People fetched at once, and compared at once: the more, the faster, and the more memory."""
Ditemukan = dict[tuple[KunciBaris, Lawan], Mirip]


def tandai_mirip(kerja: Kerja, hasil: HasilImpor, peta: Peta, ctx: JobContext | None = None) -> None:
    """Note on every row whom it resembles, and keep the pairs in `hasil.mirip`, those already judged included.

    Raises:
        JobCancelled: the user asked to stop.
    """
    dinilai = {kunci for kunci, lawan in hasil.putusan if (kunci, lawan) in hasil.mirip}
    ikut = Peserta(list(hasil.lajur), dinilai)
    kolom = ikut.kolom()
    dasar = hash((_tanda(kerja), *ikut.nomor(), _sidik_kolom(kolom)))
    if dasar != hasil.dasar_mirip:  # the store, or what some row says, is another than last time
        dulu = {p: isi for p, isi in hasil.mirip.items() if p in hasil.putusan}
        ketemu = _cari(kerja, ikut, kolom, ctx) if ikut else {}
        hasil.dasar_mirip, hasil.mirip = dasar, dulu | _terbaik(ketemu, hasil)
    menurut = _disebut(hasil)
    beda = _pernah_beda(kerja, hasil.mirip, menurut) - hasil.putusan.keys()
    nama_berkas = [b.nama for b in hasil.berkas]
    for (kunci, lawan), isi in hasil.mirip.items():
        if (kunci, lawan) in beda or (kunci, lawan) in hasil.putusan or kunci not in menurut:
            continue
        satu = menurut[kunci]
        lain = None if isinstance(lawan, UUID) else menurut.get(lawan)
        tempat = sebut_baris(lain, satu, nama_berkas) if lain else _sebut_orang(isi, peta)
        satu.catat("mirip", "nama", nama=isi.nama, tempat=tempat, kadar=kata.kadar(isi.skor),
                   alasan=kata.alasan(isi.sebab))  # fmt: skip
    hasil.mirip = {p: isi for p, isi in hasil.mirip.items() if p not in beda}


def _tanda(kerja: Kerja) -> int:
    """Return a number that grows with every row written."""
    return kerja.sesi.execute(sa.select(col(Deret.nilai)).where(col(Deret.nama) == "urut")).scalar() or 0


def _disebut(hasil: HasilImpor) -> dict[KunciBaris, Baris]:
    """Return the rows of all pairs; those that were found the last time may be no objects yet."""
    kunci = {satu for pasangan in hasil.mirip for satu in pasangan if not isinstance(satu, UUID)}
    menurut: dict[KunciBaris, Baris] = {}
    for lajur in hasil.lajur if kunci else ():
        for ke, nomor in enumerate(lajur.nomor):
            if (satu := (lajur.berkas, lajur.lembar, nomor)) in kunci:
                menurut[satu] = lajur.satu(ke)
    return menurut


def _sebut_orang(isi: Mirip, peta: Peta) -> str:
    return f"data Salur, {peta.sebutan(isi.kode_desa)}" if isi.kode_desa else "data Salur"


def _terbaik(semua: Ditemukan, hasil: HasilImpor) -> Ditemukan:
    """Keep the likeliest pairs of every row, besides those that were judged."""
    per_baris: dict[KunciBaris, list[Lawan]] = defaultdict(list)
    for kunci, lawan in sorted(semua, key=lambda p: -semua[p].skor):
        if (kunci, lawan) not in hasil.putusan and len(per_baris[kunci]) < MAKS_SEBARIS:
            per_baris[kunci].append(lawan)
    return {p: isi for p, isi in semua.items() if p[1] in per_baris[p[0]]}


# --- what was judged before ------------------------------------------------------------------------------------------


def orang_pilihan(kerja: Kerja, hasil: HasilImpor) -> Mapping[KunciBaris, UUID]:
    """Return rows of which a person said which known person they are, now or of the same row in an earlier import."""
    pilihan = {kunci: lawan for (kunci, lawan), sama in hasil.putusan.items() if sama and isinstance(lawan, UUID)}
    dulu = dict(_ingatan(kerja, PutusanKemiripan.SAMA))
    if dulu:
        lain = {kunci for kunci, _ in hasil.putusan}
        pilihan |= {b.kunci: dulu[s] for b in hasil.baris if b.kunci not in lain and (s := _sidik_baris(b)) in dulu}
    return pilihan


def _pernah_beda(kerja: Kerja, mirip: Ditemukan, menurut: Mapping[KunciBaris, Baris]) -> set[tuple[KunciBaris, Lawan]]:
    """Return pairs with a known person that were judged different when the same row came before."""
    dulu = set(_ingatan(kerja, PutusanKemiripan.BERBEDA)) if mirip else set()
    return {
        (kunci, lawan)
        for kunci, lawan in mirip
        if dulu and isinstance(lawan, UUID) and kunci in menurut and (_sidik_baris(menurut[kunci]), lawan) in dulu
    }


def _ingatan(kerja: Kerja, putusan: PutusanKemiripan) -> Iterable[tuple[tuple[str, ...], UUID]]:
    """Yield what rows said and the known person they were judged against."""
    kueri = (
        sa.select(col(BarisUsulan.bersih), col(Kemiripan.orang_b_id))
        .join(BarisUsulan, col(BarisUsulan.id) == col(Kemiripan.baris_id))
        .where(col(Kemiripan.putusan) == putusan.value)
        .order_by(col(Kemiripan.urut))
    )
    return ((_sidik(bersih), orang) for bersih, orang in baca_kolom(kerja, kueri))


def _sidik(nilai: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a row says of who it is."""
    return nama_cari(nilai.get("nama", "")), *(nilai.get(b, "") for b in ("nik", "tanggal_lahir", "ttl", "kode_desa"))


def _sidik_baris(baris: Baris) -> tuple[str, ...]:
    return _sidik(baris.nilai | {"kode_desa": baris.kode_desa or ""})


# --- the comparison --------------------------------------------------------------------------------------------------


def _cari(kerja: Kerja, ikut: Peserta, baru: list[Kolom], ctx: JobContext | None) -> Ditemukan:
    """Compare rows with each other and with the people of the store; two with one NIK were compared before.

    The columns are emptied, so that their memory serves the comparison.
    """
    kerja.sesi.flush()
    langkah = "Mencari orang yang mirip"
    lapor = (lambda n, m: ctx.lapor(n, m, langkah)) if ctx else None
    ketemu: Ditemukan = {}
    luar: list[tuple[Baris, int, Pasangan]] = []
    semua = kerja.sesi.execute(sa.select(sa.func.count()).select_from(Orang)).scalar_one()
    sekali = ceil(semua / max(ceil(semua / _SEPOTONG), 1))  # in equal lots: for each of them the rows are compared anew
    penyiap, banyak = Penyiap(len(ikut) + sekali + _SEKALI), 0
    while baru:
        banyak = penyiap.isi(banyak, baru.pop(0))
    for ke, nomor in enumerate(_potongan(kerja, penyiap, banyak, sekali)):
        for p in cari(penyiap.siap(banyak + len(nomor)), banyak, AMBANG, lapor, dalam=ke == 0):
            satu = ikut.satu(p.kiri)
            if p.kanan >= banyak:
                luar.append((satu, int(nomor[p.kanan - banyak]), p))
                continue
            dua = ikut.satu(p.kanan)
            if not (satu.nik and satu.nik == dua.nik):
                ketemu[dua.kunci, satu.kunci] = Mirip(p.skor, p.alasan, satu.nama, satu.kode_desa)
    dikenal = _orang(kerja, {urut for _, urut, _ in luar})
    for satu, urut, p in luar:
        orang_id, nik, nama, desa = dikenal[urut]
        if not (satu.nik and satu.nik == nik):
            ketemu[satu.kunci, orang_id] = Mirip(p.skor, p.alasan, nama, desa)
    return ketemu


def _orang(kerja: Kerja, nomor: set[int]) -> dict[int, tuple[UUID, str | None, str, str | None]]:
    """Return id, NIK, name and desa of people by their order number."""
    kueri = sa.select(col(Orang.urut), col(Orang.id), col(Orang.nik), col(Orang.nama), col(Orang.kode_desa))
    return {
        urut: (orang_id, nik, nama, desa)
        for bagian in potong(sorted(nomor))
        for urut, orang_id, nik, nama, desa in baca_kolom(kerja, kueri.where(col(Orang.urut).in_(bagian)))
    }


def _sidik_kolom(kolom: Iterable[Kolom]) -> int:
    return hash(tuple(getattr(satu, nama) for satu in kolom for nama in Kolom.__slots__))


def _potongan(kerja: Kerja, penyiap: Penyiap, tempat: int, sekali: int) -> Iterator[NDArray[np.int64]]:
    """Put everybody in the store at `tempat`, at least `sekali` people at a time, and yield their order numbers.

    Places of the table may be empty, for other tables are numbered along; at least one lot is yielded.
    """
    akhir = kerja.sesi.execute(sa.select(sa.func.max(_TEMPAT)).select_from(Orang)).scalar() or 0
    nomor, di = [np.zeros(0, np.int64)], tempat
    for sejak in range(0, akhir, _SEKALI):
        if di - tempat >= sekali:
            yield np.concatenate(nomor)
            nomor, di = nomor[:1], tempat
        if isi := _baca(kerja, sejak):
            nomor.append(isi[0])
            di = penyiap.isi(di, isi[1])
    yield np.concatenate(nomor)


def _baca(kerja: Kerja, sejak: int) -> tuple[NDArray[np.int64], Kolom] | None:
    """Return the people at the next places of the table: order numbers and columns; nothing where there is nobody.

    The database puts every column together itself: that is cheaper than to fetch two million values.
    """
    for bersih in (False, True):
        urut, banyak, *isi = kerja.sesi.execute(_kueri(sejak, bersih=bersih)).one()
        kolom = Kolom(banyak, *isi)
        if not banyak:
            return None
        if kolom.utuh():  # but for a value that has the very mark between values in it
            break
    return np.fromstring(urut, np.int64, sep=","), kolom


def _kueri(sejak: int, *, bersih: bool) -> sa.Select[*tuple[Any, ...]]:
    """Order numbers, how many, and the columns of `Kolom`; those of one width without a mark between the values."""
    o = Orang
    jalan = (
        sa.func.trim(col(o.alamat) + " " + col(o.dusun))
        + sa.case((col(o.rt) != "", " RT " + col(o.rt)), else_="")
        + sa.case((col(o.rw) != "", " RW " + col(o.rw)), else_="")
    )
    lahir, jk = sa.type_coerce(o.tanggal_lahir, sa.String), sa.func.substr(col(o.jenis_kelamin) + "~", 1, 1)
    return sa.select(
        sa.func.group_concat(col(o.urut)), sa.func.count(), _gabung(o.nama, bersih), _rapat(o.nik, "nik"),
        _rapat(o.no_kk, "no_kk"), _rapat(lahir, "lahir"), _rapat(jk, "jenis_kelamin"),
        _gabung(o.tempat_lahir, bersih), _gabung(o.nama_ibu, bersih), _gabung(jalan, bersih),
        _gabung(sa.func.coalesce(o.kode_desa, ""), bersih),
    ).where(_TEMPAT.between(sejak + 1, sejak + _SEKALI), col(o.digabung_ke).is_(None))  # fmt: skip


_TEMPAT = sa.literal_column("orang.rowid", sa.Integer)


def _rapat(kolom: Any, nama: str) -> sa.ColumnElement[str]:
    return sa.func.group_concat(sa.func.coalesce(kolom, "~" * PANJANG[nama]), "")


def _gabung(kolom: Any, bersih: bool) -> sa.ColumnElement[str]:
    return sa.func.group_concat(sa.func.replace(kolom, PEMISAH, " ") if bersih else kolom, PEMISAH)
