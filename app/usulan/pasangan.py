"""Two who may be one person, beside each other: somebody judges, and the preview follows.

The checker asks about one NIK with another name and birth date, rejects who was proposed by another desa, and marks
people who are merely alike. What is judged here outweighs its rule; a pair with one NIK judged *berbeda* is still
marked, because one of the two NIK is wrong. What nobody judged is kept with the import, to be judged later.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa import kemiripan as kata
from app.kerja import Kerja
from app.pijakan import baca_kolom, potong
from app.usulan.bentuk import Baris, HasilImpor, KunciBaris, Lawan, Mirip
from app.usulan.periksa import periksa_ulang
from db.dasar import id_baru
from db.istilah import PutusanKemiripan
from db.model import BarisUsulan, BerkasImpor, Kemiripan, Orang

KODE = ("nik_sama_orang_beda", "ganda_di_kegiatan")
MIRIP = "mirip"


@dataclass(frozen=True, slots=True)
class Sisi:
    """One of the two, as they stand beside each other; `asal` says where: `usulan.xlsx, baris 12`, `data Salur`."""

    asal: str
    nama: str
    nik: str
    no_kk: str
    lahir: date | None
    jenis_kelamin: str
    alamat: str
    kode_desa: str | None
    tempat_lahir: str = ""
    nama_ibu: str = ""


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A pair to judge.

    Attributes:
        kode: what the checker said: one of `KODE`, or `MIRIP`.
        sama: what was judged; None while nobody did. nanti: it is to be looked at later.
        skor: 0…100, how alike; 0 where one NIK is all that the two share.
        alasan: why, in words; empty likewise.
    """

    baris: KunciBaris
    lawan: Lawan
    kode: str
    kiri: Sisi
    kanan: Sisi
    sama: bool | None
    nanti: bool = False
    skor: int = 0
    alasan: str = ""


def daftar_pasangan(kerja: Kerja, hasil: HasilImpor) -> list[Pasangan]:
    """Return the pairs of a preview, those already judged included: one NIK first, then who is alike, likest first."""
    dinilai = {kunci for kunci, lawan in hasil.putusan if (kunci, lawan) not in hasil.mirip}
    ditanya = [b for b in hasil.bercatatan if b.nik and (b.kunci in dinilai or _kode(b))]
    nik = {b.nik for b in ditanya}
    senik: dict[str, list[Baris]] = {n: [] for n in nik}
    for baris in hasil.bercatatan:  # who shares a NIK with somebody is among them
        if baris.nik in nik:
            senik[baris.nik].append(baris)
    mirip = {lawan for _, lawan in hasil.mirip if isinstance(lawan, UUID)}
    dikenal = _dikenal(kerja, nik, {b.orang_id for b in ditanya if b.orang_id} | mirip)
    pasangan: list[Pasangan] = []
    for baris in ditanya:
        kode = _kode(baris) or KODE[0]
        sebelum = senik[baris.nik][: senik[baris.nik].index(baris)]
        pasangan += [_pasangan(hasil, baris, b.kunci, kode, _sisi_baris(hasil, b)) for b in sebelum]
        lama = [o for o in dikenal.values() if o.nik == baris.nik or o.id == baris.orang_id]
        pasangan += [_pasangan(hasil, baris, o.id, kode, sisi_orang(o)) for o in lama]
    return pasangan + _mirip(hasil, dikenal, {(p.baris, p.lawan) for p in pasangan})


def _mirip(hasil: HasilImpor, dikenal: dict[UUID, Orang], sudah: set[tuple[KunciBaris, Lawan]]) -> list[Pasangan]:
    """Return the pairs that are merely alike."""
    menurut = {b.kunci: b for b in hasil.bercatatan} if hasil.mirip else {}
    pasangan = []
    for (kunci, lawan), isi in sorted(hasil.mirip.items(), key=lambda m: -m[1].skor):
        if (kunci, lawan) in sudah or kunci not in menurut:
            continue
        if isinstance(lawan, UUID):
            kanan = sisi_orang(dikenal[lawan]) if lawan in dikenal else None
        else:
            kanan = _sisi_baris(hasil, menurut[lawan]) if lawan in menurut else None
        if kanan is not None:
            pasangan.append(_pasangan(hasil, menurut[kunci], lawan, MIRIP, kanan, isi))
    return pasangan


def putuskan_pasangan(
    kerja: Kerja, hasil: HasilImpor, baris: KunciBaris, lawan: Lawan, *, sama: bool | None
) -> HasilImpor:
    """Judge a pair (None: take the judgement back) and judge every row again."""
    hasil.nanti.discard((baris, lawan))
    if sama is None:
        hasil.putusan.pop((baris, lawan), None)
    else:
        hasil.putusan[baris, lawan] = sama
    return periksa_ulang(kerja, hasil)


def tunda_pasangan(kerja: Kerja, hasil: HasilImpor, baris: KunciBaris, lawan: Lawan, *, nanti: bool) -> HasilImpor:
    """Put a pair off until after the import, or take that back; a judgement given before is taken back with it."""
    if nanti:
        hasil.nanti.add((baris, lawan))
    else:
        hasil.nanti.discard((baris, lawan))
    if hasil.putusan.pop((baris, lawan), None) is None:
        return hasil
    return periksa_ulang(kerja, hasil)


# --- what is kept ----------------------------------------------------------------------------------------------------


def catat_putusan(kerja: Kerja, hasil: HasilImpor) -> int:
    """Keep the judgements of a stored import, and the pairs that nobody judged; return how many are kept.

    A row that was judged to be a known person is kept with that person on both sides, so that the same row is known
    when it comes again.

    Raises:
        KnownError: `tidak_berwenang`.
    """
    wajib(kerja, Hak.IMPOR)
    if not (hasil.putusan or hasil.mirip):
        return 0
    baris = {b.kunci: b for b in hasil.bercatatan}
    disimpan = _baris_tersimpan(kerja, hasil, {kunci for kunci, _ in hasil.putusan.keys() | hasil.mirip.keys()})
    isi, lama = [], _sudah_ada(kerja, hasil)
    for kunci, lawan in dict.fromkeys([*hasil.putusan, *hasil.mirip]):
        satu = baris[kunci].orang_id if kunci in baris else None
        dua = lawan if isinstance(lawan, UUID) else baris[lawan].orang_id if lawan in baris else None
        sama, mirip = hasil.putusan.get((kunci, lawan)), hasil.mirip.get((kunci, lawan))
        if satu is None or dua is None or (satu == dua and not sama) or (sama is None and {satu, dua} in lama):
            continue
        isi.append(_isi(kerja, satu, dua, sama, mirip) | {"baris_id": disimpan.get(kunci)})
    kerja.sisip_banyak(Kemiripan, isi)
    dinilai = sum(i["putusan"] != PutusanKemiripan.BELUM.value for i in isi)
    if dinilai:
        jejak.catat(kerja, "putuskan_kemiripan", objek="impor", objek_id=hasil.impor_id, jumlah=dinilai)
    return len(isi)


def _isi(kerja: Kerja, satu: UUID, dua: UUID, sama: bool | None, mirip: Mirip | None) -> dict[str, Any]:
    putusan = {None: PutusanKemiripan.BELUM, True: PutusanKemiripan.SAMA, False: PutusanKemiripan.BERBEDA}[sama]
    return {
        "id": id_baru(), "orang_a_id": satu, "orang_b_id": dua, "skor": mirip.skor if mirip else 100,
        "alasan": list(mirip.sebab) if mirip else ["nik_sama"], "putusan": putusan.value,
        "oleh_akun_id": None if sama is None else kerja.akun_id, "pada": None if sama is None else kerja.sekarang(),
    }  # fmt: skip


def _baris_tersimpan(kerja: Kerja, hasil: HasilImpor, kunci: set[KunciBaris]) -> dict[KunciBaris, UUID]:
    """Return the stored rows of an import by what tells them apart in it; only those asked for."""
    if not kunci:
        return {}
    berkas = {b.sha256: ke for ke, b in enumerate(hasil.berkas) if b.galat is None}
    kueri = (
        sa.select(col(BerkasImpor.sha256), col(BarisUsulan.lembar), col(BarisUsulan.baris), col(BarisUsulan.id))
        .join(BerkasImpor, col(BerkasImpor.id) == col(BarisUsulan.berkas_id))
        .where(col(BarisUsulan.impor_id) == hasil.impor_id)
    )
    semua: dict[KunciBaris, UUID] = {}
    for bagian in potong(sorted({nomor for _, _, nomor in kunci})):
        for sha256, lembar, nomor, baris_id in baca_kolom(kerja, kueri.where(col(BarisUsulan.baris).in_(bagian))):
            semua[berkas[sha256], lembar, nomor] = baris_id
    return {satu: semua[satu] for satu in kunci if satu in semua}


def _sudah_ada(kerja: Kerja, hasil: HasilImpor) -> list[set[UUID]]:
    """Return the pairs of people about whom something is kept already."""
    orang = {lawan for _, lawan in hasil.mirip if isinstance(lawan, UUID)}
    ada: list[set[UUID]] = []
    for bagian in potong(sorted(orang)):
        kueri = sa.select(col(Kemiripan.orang_a_id), col(Kemiripan.orang_b_id))
        kueri = kueri.where(col(Kemiripan.orang_b_id).in_(bagian))
        ada += [{a, b} for a, b in baca_kolom(kerja, kueri)]
    return ada


# --- as they are shown -----------------------------------------------------------------------------------------------


def _kode(baris: Baris) -> str:
    return next((h.kode for h in baris.hasil if h.kode in KODE), "")


def _pasangan(
    hasil: HasilImpor, baris: Baris, lawan: Lawan, kode: str, kanan: Sisi, mirip: Mirip | None = None
) -> Pasangan:
    pasangan = baris.kunci, lawan
    skor, alasan = (mirip.skor, kata.kalimat(mirip.skor, mirip.sebab)) if mirip else (0, "")
    nanti = pasangan in hasil.nanti
    return Pasangan(*pasangan, kode, _sisi_baris(hasil, baris), kanan, hasil.putusan.get(pasangan), nanti, skor, alasan)


def _sisi_baris(hasil: HasilImpor, b: Baris) -> Sisi:
    n = b.nilai
    return Sisi(
        f"{hasil.berkas[b.berkas].nama}, baris {b.nomor}", b.nama, b.nik, b.no_kk, b.lahir, b.jenis_kelamin,
        n.get("alamat", ""), b.kode_desa, n.get("tempat_lahir", ""), n.get("nama_ibu", ""),
    )  # fmt: skip


def sisi_orang(o: Orang) -> Sisi:
    """Return a known person as one side of a pair."""
    return Sisi(
        "data Salur", o.nama, o.nik or "", o.no_kk or "", o.tanggal_lahir, o.jenis_kelamin or "", o.alamat,
        o.kode_desa, o.tempat_lahir, o.nama_ibu,
    )  # fmt: skip


def _dikenal(kerja: Kerja, nik: Iterable[str], ids: Iterable[UUID]) -> dict[UUID, Orang]:
    semua: dict[UUID, Orang] = {}
    for kolom, nilai in ((col(Orang.nik), sorted(nik)), (col(Orang.id), sorted(ids))):
        for bagian in potong(nilai):
            kueri = select(Orang).where(kolom.in_(bagian), col(Orang.digabung_ke).is_(None)).order_by(col(Orang.urut))
            semua |= {o.id: o for o in kerja.sesi.exec(kueri)}
    return semua
