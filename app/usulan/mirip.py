"""Rows that are probably somebody already known, or somebody else of the same import: marked, never decided.

The exact comparison went before; what it said is not said again. What a person judged once of such two is remembered,
in this import and in later ones, by what the row said.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.bahasa import kemiripan as kata
from app.identitas import nama_cari
from app.jobs import JobContext
from app.kemiripan import AMBANG, Kolom, cari
from app.kerja import Kerja
from app.pijakan import baca_kolom
from app.usulan.banding import sebut_baris
from app.usulan.bentuk import Baris, HasilImpor, KunciBaris, Lawan, Mirip
from app.wilayah import Peta
from db.istilah import PutusanKemiripan
from db.model import BarisUsulan, Deret, Kemiripan, Orang

MAKS_SEBARIS = 3
"""Pairs that one row is marked with, the likeliest."""
_TANPA = frozenset({"nama_kosong", "ganda_dalam_berkas", "ganda_di_kegiatan"})
"""Rows that are left alone: they are nobody, or the exact comparison knows who they are."""
_SEKALI = 20_000
"""People fetched at once."""
Ditemukan = dict[tuple[KunciBaris, Lawan], Mirip]


def tandai_mirip(
    kerja: Kerja, hasil: HasilImpor, baris: Sequence[Baris], peta: Peta, ctx: JobContext | None = None
) -> None:
    """Note on every row whom it resembles, and keep the pairs in `hasil.mirip`, those already judged included.

    Raises:
        JobCancelled: the user asked to stop.
    """
    dinilai = {kunci for kunci, lawan in hasil.putusan if (kunci, lawan) in hasil.mirip}
    ikut = [b for b in baris if b.nama and (b.kunci in dinilai or _ikut(b))]
    if _berubah(kerja, hasil, ikut):
        dulu = {p: isi for p, isi in hasil.mirip.items() if p in hasil.putusan}
        hasil.mirip = dulu | _terbaik(_cari(kerja, hasil, ikut, ctx), hasil)
    menurut = {b.kunci: b for b in ikut}
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


def _ikut(baris: Baris) -> bool:
    return baris.orang_id is None and _TANPA.isdisjoint(h.kode for h in baris.hasil)


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


def orang_pilihan(kerja: Kerja, hasil: HasilImpor, baris: Sequence[Baris]) -> Mapping[KunciBaris, UUID]:
    """Return rows of which a person said which known person they are, now or of the same row in an earlier import."""
    pilihan = {kunci: lawan for (kunci, lawan), sama in hasil.putusan.items() if sama and isinstance(lawan, UUID)}
    dulu = dict(_ingatan(kerja, PutusanKemiripan.SAMA))
    if dulu:
        lain = {kunci for kunci, _ in hasil.putusan}
        pilihan |= {b.kunci: dulu[s] for b in baris if b.kunci not in lain and (s := _sidik_baris(b)) in dulu}
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


def _berubah(kerja: Kerja, hasil: HasilImpor, ikut: Sequence[Baris]) -> bool:
    """Tell whether people must be compared anew: the store, or what some row says, is another than last time."""
    tanda = kerja.sesi.execute(sa.select(col(Deret.nilai)).where(col(Deret.nama) == "urut")).scalar() or 0
    dasar = tanda, [b.kunci for b in ikut], _kolom_baris(ikut)
    if dasar == hasil.dasar_mirip:
        return False
    hasil.dasar_mirip = dasar
    return True


def _cari(kerja: Kerja, hasil: HasilImpor, ikut: Sequence[Baris], ctx: JobContext | None) -> Ditemukan:
    """Compare rows with each other and with the people of the store; two with one NIK were compared before."""
    if not ikut or hasil.dasar_mirip is None:
        return {}
    baru = hasil.dasar_mirip[2]
    ids, lama = _kolom_orang(kerja)
    langkah = "Mencari orang yang mirip"
    lapor = (lambda n, m: ctx.lapor(n, m, langkah)) if ctx else None
    ketemu: Ditemukan = {}
    for p in cari(baru.sambung(lama), len(baru), AMBANG, lapor):
        satu, di = ikut[p.kiri], p.kanan - len(ikut)
        if di < 0:
            dua = ikut[p.kanan]
            if not (satu.nik and satu.nik == dua.nik):
                ketemu[dua.kunci, satu.kunci] = Mirip(p.skor, p.alasan, satu.nama, satu.kode_desa)
        elif not (satu.nik and satu.nik == lama.nik[di]):
            ketemu[satu.kunci, UUID(ids[di])] = Mirip(p.skor, p.alasan, lama.nama[di], lama.desa[di] or None)
    return ketemu


def _kolom_baris(baris: Sequence[Baris]) -> Kolom:
    nilai = [b.nilai for b in baris]
    return Kolom(
        [b.nama for b in baris],
        [b.nik for b in baris],
        [b.no_kk for b in baris],
        [b.lahir.isoformat() if b.lahir else "" for b in baris],
        [b.jenis_kelamin for b in baris],
        [n.get("tempat_lahir", "") for n in nilai],
        [n.get("nama_ibu", "") for n in nilai],
        [_alamat(n) for n in nilai],
        [b.kode_desa or "" for b in baris],
    )


def _alamat(nilai: Mapping[str, str]) -> str:
    rt, rw = nilai.get("rt"), nilai.get("rw")
    jalan = f"{nilai.get('alamat', '')} {nilai.get('dusun', '')}".strip()
    return f"{jalan}{f' RT {rt}' if rt else ''}{f' RW {rw}' if rw else ''}"


def _kolom_orang(kerja: Kerja) -> tuple[Sequence[str], Kolom]:
    """Load every known person as columns of text, without an object a person: two hundred thousand in a second."""
    o = Orang
    teks = [sa.func.coalesce(k, "") for k in (o.nama, o.nik, o.no_kk)]
    lahir = sa.func.coalesce(sa.cast(o.tanggal_lahir, sa.String), "")
    jalan = (
        sa.func.trim(col(o.alamat) + " " + col(o.dusun))
        + sa.case((col(o.rt) != "", " RT " + col(o.rt)), else_="")
        + sa.case((col(o.rw) != "", " RW " + col(o.rw)), else_="")
    )
    sisa = [sa.func.coalesce(k, "") for k in (o.jenis_kelamin, o.tempat_lahir, o.nama_ibu, jalan, o.kode_desa)]
    kueri = sa.select(sa.cast(o.id, sa.String), *teks, lahir, *sisa).where(col(o.digabung_ke).is_(None))
    kerja.sesi.flush()
    kursor = kerja.sesi.connection().execute(kueri).cursor  # rows as the driver gives them: no object a row
    kolom: list[list[str]] = [[] for _ in range(10)]
    while kursor is not None and (sebagian := kursor.fetchmany(_SEKALI)):
        for satu, isi in zip(kolom, zip(*sebagian, strict=True), strict=True):
            satu.extend(isi)
    return kolom[0], Kolom(*kolom[1:])
