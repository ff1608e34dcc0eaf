"""Goods on their way: what a vendor handed over to the office by BAST, and what of it is still here.

Stock is received minus handed over, per goods line of the kegiatan. More out than in is told, never blocked: the
goods are with the people already, and it is the paper that is missing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kegiatan import DataBarang, barang_kegiatan
from app.kerja import Kerja
from app.mitra import ambil_mitra
from app.penyaluran import HitungBarang, Tindakan, ringkasan_penyaluran
from app.pijakan import bukan_besok, isi_wajib, kegiatan_berjalan, lihat_kegiatan
from app.wilayah_akun import seluruh, terbatas
from db.galat import KnownError
from db.model import BarangMasuk, Kegiatan, Mitra


@dataclass(frozen=True, slots=True)
class BarisBarangMasuk:
    """One goods line of a vendor's BAST; `alasan_batal` says why it no longer counts, empty while it does."""

    id: UUID
    mitra: str
    nomor: str
    tanggal: date
    barang: DataBarang
    alasan_batal: str
    lampiran_id: UUID | None


@dataclass(frozen=True, slots=True)
class Stok:
    """Pieces of one goods line: received from vendors, owed to recipients, handed over to them."""

    nama: str
    satuan: str
    diterima: int
    hak: int
    diserahkan: int

    @property
    def sisa(self) -> int:
        """Still with the office; below zero when more went out than came in by paper."""
        return self.diterima - self.diserahkan

    @property
    def kurang(self) -> int:
        """Pieces that are still owed and no longer there; 0 while the stock is enough."""
        return max(0, self.hak - self.diserahkan - self.sisa)

    @property
    def peringatan(self) -> KnownError | None:
        """Say that more was handed over than received."""
        if self.sisa >= 0:
            return None
        return KnownError(
            "barang_lebih_diserahkan", nama=self.nama, satuan=self.satuan, diserahkan=self.diserahkan,
            diterima=self.diterima,
        )  # fmt: skip


def catat_barang_masuk(
    kerja: Kerja,
    kegiatan_id: UUID,
    mitra_id: UUID,
    *,
    nomor: str,
    tanggal: date,
    barang: Sequence[DataBarang],
    lampiran_id: UUID | None = None,
) -> list[UUID]:
    """Record the BAST by which a vendor handed goods over to the office; return the ids of its lines.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_ditutup`, `isian_kosong`, `tanggal_di_depan`, `mitra_tidak_ada`,
            `barang_tidak_dikenal`, `barang_jumlah_salah`, `bast_masuk_sudah_ada`.
    """
    wajib(kerja, Hak.MITRA)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    isi_wajib({"nomor BAST": nomor, "barang": "".join(b.nama for b in barang)})
    bukan_besok(kerja, tanggal, "tanggal BAST")
    mitra = ambil_mitra(kerja, mitra_id)
    _periksa(kerja, kegiatan, mitra, nomor.strip(), barang)
    semua = [
        BarangMasuk(
            kegiatan_id=kegiatan_id, mitra_id=mitra.id, nomor=nomor.strip(), tanggal=tanggal, nama=b.nama,
            satuan=b.satuan, jumlah=b.jumlah, lampiran_id=lampiran_id,
        )
        for b in barang
    ]  # fmt: skip
    kerja.sesi.add_all(semua)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "barang_masuk", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, nomor=nomor.strip(),
        mitra=mitra.nama, tanggal=tanggal, jumlah=sum(b.jumlah for b in barang),
    )  # fmt: skip
    return [b.id for b in semua]


def batalkan_barang_masuk(kerja: Kerja, barang_id: UUID, *, alasan: str) -> None:
    """Take a line out of the count; it stays in the list with the reason.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `barang_masuk_tidak_ada`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.MITRA)
    isi_wajib({"alasan": alasan})
    baris = kerja.sesi.get(BarangMasuk, barang_id)
    if baris is None or baris.batal:
        raise KnownError("barang_masuk_tidak_ada")
    kegiatan_berjalan(kerja, baris.kegiatan_id)
    baris.batal, baris.alasan_batal = True, alasan.strip()
    kerja.sesi.flush()
    jejak.catat(
        kerja, "batal_barang_masuk", objek="kegiatan", objek_id=baris.kegiatan_id, kegiatan_id=baris.kegiatan_id,
        nomor=baris.nomor, barang=baris.nama, alasan=alasan.strip(),
    )  # fmt: skip


def daftar_barang_masuk(kerja: Kerja, kegiatan_id: UUID) -> list[BarisBarangMasuk]:
    """Return the goods that came in, by date, those taken back as well."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = (
        select(BarangMasuk, Mitra)
        .join(Mitra, col(Mitra.id) == BarangMasuk.mitra_id)
        .where(BarangMasuk.kegiatan_id == kegiatan_id)
        .order_by(col(BarangMasuk.tanggal), col(BarangMasuk.urut))
    )
    return [
        BarisBarangMasuk(
            b.id, m.nama, b.nomor, b.tanggal, DataBarang(b.nama, b.satuan, b.jumlah), b.alasan_batal, b.lampiran_id
        )
        for b, m in kerja.sesi.exec(kueri)
    ]


def stok_barang(kerja: Kerja, kegiatan_id: UUID, serah: Sequence[HitungBarang] | None = None) -> tuple[Stok, ...]:
    """Return the stock of every goods line that came in or is owed, in the order of the hand-over.

    Args:
        serah: `RingkasanPenyaluran.per_barang` of the whole kegiatan, where it was counted already.
    """
    if serah is None or terbatas(kerja):
        with seluruh(kerja):  # what came in is counted for everybody, so what went out is too
            serah = ringkasan_penyaluran(kerja, kegiatan_id).per_barang
    masuk: Counter[tuple[str, str]] = Counter()
    for baris in daftar_barang_masuk(kerja, kegiatan_id):
        if not baris.alasan_batal:
            masuk[baris.barang.nama, baris.barang.satuan] += baris.barang.jumlah
    keluar = {(h.nama, h.satuan): h for h in serah}
    return tuple(
        Stok(*kunci, masuk[kunci], keluar[kunci].target if kunci in keluar else 0,
             keluar[kunci].tersalur if kunci in keluar else 0)
        for kunci in dict.fromkeys([*keluar, *masuk])
    )  # fmt: skip


def geser_stok(stok: Sequence[Stok], tindakan: Iterable[Tindakan]) -> tuple[Stok, ...]:
    """Move the stock by acts of the table, without counting everyone again."""
    keluar: Counter[tuple[str, str]] = Counter()
    for satu in tindakan:
        for keadaan, arah in ((satu.sebelum, -1), (satu.sesudah, 1)):
            for k in keadaan.benda:
                keluar[k.komponen.nama, k.komponen.satuan] += arah * k.diserahkan
    return tuple(replace(s, diserahkan=s.diserahkan + keluar[s.nama, s.satuan]) for s in stok)


def _periksa(kerja: Kerja, kegiatan: Kegiatan, mitra: Mitra, nomor: str, barang: Sequence[DataBarang]) -> None:
    dikenal = {(b.nama, b.satuan) for b in barang_kegiatan(kegiatan)}
    kueri = select(BarangMasuk).where(
        BarangMasuk.kegiatan_id == kegiatan.id, BarangMasuk.mitra_id == mitra.id, BarangMasuk.nomor == nomor,
        col(BarangMasuk.batal).is_(False),
    )  # fmt: skip
    ada = {(b.nama, b.satuan) for b in kerja.sesi.exec(kueri)}
    for b in barang:
        if (b.nama, b.satuan) not in dikenal:
            raise KnownError("barang_tidak_dikenal", nama=b.nama, satuan=b.satuan)
        if b.jumlah <= 0:
            raise KnownError("barang_jumlah_salah", nama=b.nama)
        if (b.nama, b.satuan) in ada:
            raise KnownError("bast_masuk_sudah_ada", nama=b.nama, nomor=nomor)
        ada.add((b.nama, b.satuan))
