"""Two who share a NIK: a person judges whether they are one, and the preview follows.

The checker asks about the same NIK with another name and birth date, and rejects who was proposed by another desa. What
is judged here outweighs its rule; a pair judged *berbeda* is still marked, because one of the two NIK is wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import potong
from app.usulan.bentuk import Baris, HasilImpor
from app.usulan.periksa import periksa_ulang
from db.dasar import id_baru
from db.istilah import PutusanKemiripan
from db.model import Kemiripan, Orang

KODE = ("nik_sama_orang_beda", "ganda_di_kegiatan")
KunciBaris = tuple[int, str, int]
Lawan = KunciBaris | UUID
"""The other of a pair: a row of this import, or the id of a known person."""


@dataclass(frozen=True, slots=True)
class Sisi:
    """One of the two, as they stand beside each other; `asal` says where: `baris 12`, `data Salur`."""

    asal: str
    nama: str
    nik: str
    no_kk: str
    lahir: date | None
    jenis_kelamin: str
    alamat: str
    kode_desa: str | None


@dataclass(frozen=True, slots=True)
class Pasangan:
    """A pair to judge.

    Attributes:
        kode: what the checker said (`KODE`).
        sama: what was judged; None while nobody did.
    """

    baris: KunciBaris
    lawan: Lawan
    kode: str
    kiri: Sisi
    kanan: Sisi
    sama: bool | None


def daftar_pasangan(kerja: Kerja, hasil: HasilImpor) -> list[Pasangan]:
    """Return the pairs of a preview, those already judged included, in the order of the rows."""
    dinilai = {kunci for kunci, _ in hasil.putusan}
    ditanya = [b for b in hasil.baris if b.nik and (b.kunci in dinilai or _kode(b))]
    nik = {b.nik for b in ditanya}
    senik: dict[str, list[Baris]] = {n: [] for n in nik}
    for baris in hasil.baris:
        if baris.nik in nik:
            senik[baris.nik].append(baris)
    dikenal = _dikenal(kerja, nik, {b.orang_id for b in ditanya if b.orang_id})
    pasangan: list[Pasangan] = []
    for baris in ditanya:
        kode = _kode(baris) or KODE[0]
        sebelum = senik[baris.nik][: senik[baris.nik].index(baris)]
        pasangan += [_pasangan(hasil, baris, b.kunci, kode, _sisi_baris(hasil, b)) for b in sebelum]
        lama = [o for o in dikenal if o.nik == baris.nik or o.id == baris.orang_id]
        pasangan += [_pasangan(hasil, baris, o.id, kode, _sisi_orang(o)) for o in lama]
    return pasangan


def putuskan_pasangan(
    kerja: Kerja, hasil: HasilImpor, baris: KunciBaris, lawan: Lawan, *, sama: bool | None
) -> HasilImpor:
    """Judge a pair (None: take the judgement back) and judge every row again."""
    if sama is None:
        hasil.putusan.pop((baris, lawan), None)
    else:
        hasil.putusan[baris, lawan] = sama
    return periksa_ulang(kerja, hasil)


def catat_putusan(kerja: Kerja, hasil: HasilImpor) -> int:
    """Keep the judgements of a stored import; return how many.

    Raises:
        KnownError: `tidak_berwenang`.
    """
    wajib(kerja, Hak.IMPOR)
    baris = {b.kunci: b for b in hasil.baris}
    isi = []
    for (kunci, lawan), sama in hasil.putusan.items():
        satu = baris[kunci].orang_id if kunci in baris else None
        dua = lawan if isinstance(lawan, UUID) else baris[lawan].orang_id if lawan in baris else None
        if satu is None or dua is None or satu == dua:
            continue
        putusan = PutusanKemiripan.SAMA if sama else PutusanKemiripan.BERBEDA
        isi.append(
            {
                "id": id_baru(), "orang_a_id": satu, "orang_b_id": dua, "skor": 100, "alasan": ["NIK sama"],
                "putusan": putusan.value, "oleh_akun_id": kerja.akun_id, "pada": kerja.sekarang(),
            }
        )  # fmt: skip
    kerja.sisip_banyak(Kemiripan, isi)
    if isi:
        jejak.catat(kerja, "putuskan_kemiripan", objek="impor", objek_id=hasil.impor_id, jumlah=len(isi))
    return len(isi)


def _kode(baris: Baris) -> str:
    return next((h.kode for h in baris.hasil if h.kode in KODE), "")


def _pasangan(hasil: HasilImpor, baris: Baris, lawan: Lawan, kode: str, kanan: Sisi) -> Pasangan:
    sama = hasil.putusan.get((baris.kunci, lawan))
    return Pasangan(baris.kunci, lawan, kode, _sisi_baris(hasil, baris), kanan, sama)


def _sisi_baris(hasil: HasilImpor, b: Baris) -> Sisi:
    asal = f"{hasil.berkas[b.berkas].nama}, baris {b.nomor}"
    return Sisi(asal, b.nama, b.nik, b.no_kk, b.lahir, b.jenis_kelamin, b.nilai.get("alamat", ""), b.kode_desa)


def _sisi_orang(o: Orang) -> Sisi:
    return Sisi(
        "data Salur", o.nama, o.nik or "", o.no_kk or "", o.tanggal_lahir, o.jenis_kelamin or "", o.alamat, o.kode_desa
    )


def _dikenal(kerja: Kerja, nik: Iterable[str], ids: Iterable[UUID]) -> list[Orang]:
    semua: dict[UUID, Orang] = {}
    for kolom, nilai in ((col(Orang.nik), sorted(nik)), (col(Orang.id), sorted(ids))):
        for bagian in potong(nilai):
            kueri = select(Orang).where(kolom.in_(bagian), col(Orang.digabung_ke).is_(None)).order_by(col(Orang.urut))
            semua |= {o.id: o for o in kerja.sesi.exec(kueri)}
    return list(semua.values())
