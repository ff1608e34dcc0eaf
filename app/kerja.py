"""What a use case works with: the session of one transaction, who acts, for which office, and what time it is.

    with ruang.menulis(pelaku) as kerja:
        sahkan_sk(kerja, kegiatan_id, nomor="...", tanggal=...)

The `with` is the transaction. Use cases never commit, so they compose; the clock stands in `Kerja`, so samples and
tests live on any day.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session

from app import wilayah_akun
from db import lampiran, pencarian, sisip, toko
from db.dasar import Baris
from db.galat import BugError, KnownError
from db.istilah import Peran
from db.model import Kantor

BLOK_SISIP = 2_000  # rows per insert; larger blocks gain nothing but memory (measured)


@dataclass(frozen=True)
class Pelaku:
    """The signed-in account.

    Attributes:
        akun_id: None only while an office is being set up and no account exists yet.
        peran: roles held today, Plt. and Plh. included.
        kantor_id: the office the account works for.
        hanya_penyaluran: the open store is a copy that carries a part of a hand-over (`app.salinan`).
        wilayah: codes of the area that the account sees and changes (`app.wilayah_akun`); empty: all of the office's.
        sebutan_wilayah: that area as people name it.
    """

    akun_id: UUID | None
    nama_pengguna: str
    nama: str
    jabatan: str
    kantor_id: UUID | None
    peran: frozenset[Peran]
    hanya_penyaluran: bool = False
    wilayah: frozenset[str] = frozenset()
    sebutan_wilayah: str = ""


@dataclass(frozen=True)
class KantorAktif:
    """The office of the signed-in account, as use cases need it."""

    id: UUID
    nama: str
    jenis: str
    kode_wilayah: str
    zona: str
    contoh: bool


class Kerja:
    """One transaction's worth of context. Made by `RuangKerja`, never kept."""

    def __init__(self, sesi: Session, pelaku: Pelaku, jam: Callable[[], datetime], folder_lampiran: Path) -> None:
        self.sesi = sesi
        self.pelaku = pelaku
        self.jam = jam
        self.folder_lampiran = folder_lampiran
        self.alasan_tanggal = ""  # why a day on paper lies before what it should follow (`app.urutan_hari`)
        if pelaku.wilayah:
            wilayah_akun.pasang(sesi, pelaku.wilayah, pelaku.sebutan_wilayah)

    @cached_property
    def kantor(self) -> KantorAktif:
        """Return the office of the account.

        Raises:
            KnownError: `kantor_belum_disiapkan`.
        """
        baris = self.sesi.get(Kantor, self.pelaku.kantor_id) if self.pelaku.kantor_id else None
        if baris is None:
            raise KnownError("kantor_belum_disiapkan")
        return KantorAktif(baris.id, baris.nama, baris.jenis, baris.kode_wilayah, baris.zona, baris.contoh)

    @property
    def akun_id(self) -> UUID:
        """Return the id of the acting account; a use case that records one cannot run without it."""
        if self.pelaku.akun_id is None:
            raise BugError("an act of the office needs an account")
        return self.pelaku.akun_id

    def sekarang(self) -> datetime:
        """Return this moment, aware UTC."""
        return self.jam()

    def hari_ini(self) -> date:
        """Return today's date where the office lies."""
        return self.jam().astimezone(ZoneInfo(self.kantor.zona)).date()

    def pesan_urut(self, banyak: int = 1) -> int:
        """Reserve `banyak` order numbers and return the first."""
        return toko.pesan_urut(self.sesi, banyak)

    def sisip_banyak(self, tabel: type[Baris], baris: Iterable[dict[str, Any]]) -> int:
        """Insert many rows at once, past the ORM; fills id, order, times and version. Return how many.

        A row may bring its own `id`; other columns follow the table's defaults, but all rows must name the same ones.
        """
        semua = iter(baris)
        pertama = next(semua, None)
        if pertama is None:
            return 0
        kolom = tuple(pertama)
        if len(kolom) == 1:
            return self.sisip_nilai(tabel, kolom, ((b[kolom[0]],) for b in chain((pertama,), semua)))
        return self.sisip_nilai(tabel, kolom, map(itemgetter(*kolom), chain((pertama,), semua)))

    def sisip_nilai(
        self, tabel: type[Baris], kolom: Sequence[str], baris: Iterable[Sequence[Any]], **tetap: Any
    ) -> int:
        """Insert many rows given as values in the order of `kolom`: the shortest way, for lists of 100 000 people.

        A row without `id` (or with None for it) gets one; `tetap` are columns that are alike in every row.
        """
        blok = (list(zip(*satu, strict=True)) for satu in _blok(baris))
        return self.sisip_kolom(tabel, kolom, blok, **tetap)

    def sisip_kolom(
        self, tabel: type[Baris], kolom: Sequence[str], blok: Iterable[Sequence[Sequence[Any]]], **tetap: Any
    ) -> int:
        """Insert many rows that stand in columns already, some thousands at a time, in the order of `kolom`."""
        self.sesi.flush()
        koneksi, jumlah = self.sesi.connection(), 0
        penyisip = sisip.Penyisip(koneksi, tabel, kolom, self.sekarang(), tetap)
        sisa = (satu for satu in blok if len(satu[0]))
        if not (pertama := next(sisa, None)):
            return 0
        urut = self.pesan_urut(len(pertama[0]))
        with pencarian.sekaligus(koneksi, tabel, urut, len(pertama[0])):
            for satu in chain((pertama,), sisa):
                wilayah_akun.periksa_sisip(self.sesi, tabel, kolom, satu)
                penyisip.tulis(satu, self.pesan_urut(len(satu[0])) if jumlah else urut)
                jumlah += len(satu[0])
        return jumlah

    def sesudah_simpan(self, tindakan: Callable[[], None]) -> None:
        """Do something outside the database once the transaction is kept; never when it is rolled back."""
        self.sesi.info.setdefault("sesudah", []).append(tindakan)

    def simpan_lampiran(self, isi: bytes, nama: str, jenis: str = "") -> UUID:
        """Keep a file encrypted beside the store; the same bytes are kept once, camera pictures are made small.

        Raises:
            KnownError: `gambar_rusak`, `gambar_terlalu_besar`, and those of `db.lampiran.simpan`.
        """
        from app import foto  # it loads a library that most commands and the first screen never need

        isi, nama = foto.rapikan(isi, nama)
        return lampiran.simpan(self.sesi, self.folder_lampiran, isi, nama, jenis)

    def baca_lampiran(self, lampiran_id: UUID) -> bytes:
        """Return the bytes of an attachment."""
        return lampiran.baca(self.sesi, self.folder_lampiran, lampiran_id)


def _blok(baris: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    semua = iter(baris)
    while blok := list(islice(semua, BLOK_SISIP)):
        yield blok


class RuangKerja:
    """An open store as the window and the command line use it: `menulis(pelaku)` and `membaca(pelaku)`."""

    def __init__(self, toko_terbuka: toko.Toko, jam: Callable[[], datetime] = toko.jam_dinding) -> None:
        self.toko = toko_terbuka
        self.jam = jam

    @contextmanager
    def menulis(self, pelaku: Pelaku) -> Iterator[Kerja]:
        """One transaction: all of it is kept, or nothing."""
        with self.toko.menulis(self.jam) as sesi:
            yield Kerja(sesi, pelaku, self.jam, self.toko.folder_lampiran)

    @contextmanager
    def membaca(self, pelaku: Pelaku) -> Iterator[Kerja]:
        """A read-only view; any thread."""
        with self.toko.membaca(self.jam) as sesi:
            yield Kerja(sesi, pelaku, self.jam, self.toko.folder_lampiran)

    def tutup(self) -> None:
        """Close the store."""
        self.toko.tutup()
