"""Results of the field coming back: rows of a filled-in form, matched by the usulan's id, with conflicts shown.

The form that goes out carries each usulan's id; who reads the workbook gives its rows here as text. A result that
contradicts a decision already made is not taken in silence: it is told, stays to be seen beside the decision
(`app.verifikasi.tertinggal`), and counts only when the caller says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.alasan import baca_alasan, peta_alasan
from app.bahasa.istilah import label
from app.bahasa.waktu import baca_tanggal
from app.kerja import Kerja
from app.pijakan import kegiatan_berjalan, potong
from app.verifikasi.putusan import putuskan
from app.verifikasi.tertinggal import TidakDiambil, ingat
from db.galat import KnownError
from db.istilah import HasilVerifikasi, StatusUsulan
from db.model import Orang, Usulan

_LAYAK = frozenset({"layak", "l", "ya", "y", "v", "✓", "memenuhi", "memenuhi syarat", "ms"})
_TIDAK = frozenset(
    {"tidak layak", "tidak", "tdk layak", "tdk", "tl", "t", "x", "tidak memenuhi", "tidak memenuhi syarat", "tms"}
)


@dataclass(frozen=True, slots=True)
class BarisHasil:
    """One row of the filled-in form, all as text.

    Attributes:
        baris: row number as the spreadsheet program shows it.
        id: the usulan's id as the form carried it.
    """

    baris: int
    id: str
    hasil: str
    alasan: str = ""
    tanggal: str = ""
    petugas: str = ""


@dataclass(frozen=True, slots=True)
class BarisBermasalah:
    """A row that was not taken, and why (`str(app.bahasa.galat.kalimat(sebab))` for people)."""

    baris: int
    nama: str
    sebab: KnownError


@dataclass(frozen=True, slots=True)
class RingkasanHasil:
    """What became of the rows: `len(rows) = dicatat + sama + kosong + bertentangan + ditolak`."""

    dicatat: int
    sama: int  # said what was decided already
    kosong: int  # no result written
    bertentangan: tuple[BarisBermasalah, ...]
    ditolak: tuple[BarisBermasalah, ...]


@dataclass(frozen=True, slots=True)
class _Terbaca:
    asal: BarisHasil
    usulan_id: UUID
    hasil: HasilVerifikasi
    tanggal: date
    petugas: str
    kode: str
    alasan: str


def impor_hasil_verifikasi(
    kerja: Kerja,
    kegiatan_id: UUID,
    baris: Iterable[BarisHasil],
    *,
    tanggal: date | None = None,
    petugas: str = "",
    ganti: bool = False,
) -> RingkasanHasil:
    """Take field results in.

    Args:
        tanggal, petugas: where a row names none; else today and the acting account.
        ganti: let results replace decisions that they contradict.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.VERIFIKASI)
    kegiatan_berjalan(kerja, kegiatan_id)
    semua = list(baris)
    dikenal = _dikenal(kerja, kegiatan_id, semua)
    penyortir = _Penyortir(kerja, kegiatan_id, dikenal, tanggal or kerja.hari_ini(), petugas, ganti)
    for satu in semua:
        penyortir.sortir(satu)
    ringkasan = penyortir.simpan()
    jejak.catat(
        kerja, "impor_hasil_verifikasi", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id,
        dicatat=ringkasan.dicatat, bertentangan=len(ringkasan.bertentangan), ditolak=len(ringkasan.ditolak),
    )  # fmt: skip
    return ringkasan


def baca_hasil(teks: str) -> HasilVerifikasi | None:
    """Understand what people write for a result; None when it is neither."""
    rapi = " ".join(teks.lower().split())
    if rapi in _LAYAK:
        return HasilVerifikasi.LAYAK
    return HasilVerifikasi.TIDAK_LAYAK if rapi in _TIDAK else None


def _uuid(teks: str) -> UUID | None:
    try:
        return UUID(teks.strip())
    except ValueError:
        return None


def _dikenal(kerja: Kerja, kegiatan_id: UUID, baris: list[BarisHasil]) -> dict[UUID, tuple[str, StatusUsulan]]:
    hasil: dict[UUID, tuple[str, StatusUsulan]] = {}
    ids = {i for b in baris if (i := _uuid(b.id)) is not None}
    for bagian in potong(ids):
        kueri = (
            select(Usulan.id, Orang.nama, Usulan.status)
            .join(Orang, col(Orang.id) == Usulan.orang_id)
            .where(Usulan.kegiatan_id == kegiatan_id, col(Usulan.id).in_(bagian))
        )
        hasil |= {i: (nama, StatusUsulan(status)) for i, nama, status in kerja.sesi.exec(kueri)}
    return hasil


class _Penyortir:
    """Puts each row where it belongs, then decides the good ones, those alike in one act."""

    def __init__(
        self,
        kerja: Kerja,
        kegiatan_id: UUID,
        dikenal: dict[UUID, tuple[str, StatusUsulan]],
        tanggal: date,
        petugas: str,
        ganti: bool,
    ) -> None:
        self._kerja, self._kegiatan_id, self._dikenal = kerja, kegiatan_id, dikenal
        self._tanggal, self._petugas = tanggal, petugas
        self._ganti = ganti
        self._alasan = peta_alasan(kerja)
        self._baik: dict[UUID, _Terbaca] = {}
        self._sama = self._kosong = self._dicatat = 0
        self._bertentangan: list[BarisBermasalah] = []
        self._tertinggal: list[_Terbaca] = []
        self._diambil: dict[UUID, HasilVerifikasi] = {}
        self._ditolak: list[BarisBermasalah] = []

    def sortir(self, b: BarisHasil) -> None:
        if not b.hasil.strip():
            self._kosong += 1
            return
        try:
            terbaca = self._baca(b)
        except KnownError as sebab:
            self._ditolak.append(BarisBermasalah(b.baris, self._nama(b), sebab))
            return
        self._taruh(b, terbaca)

    def _taruh(self, b: BarisHasil, terbaca: _Terbaca) -> None:
        status = self._dikenal[terbaca.usulan_id][1]
        kembar = self._baik.get(terbaca.usulan_id)
        if status == terbaca.hasil.value or (kembar and kembar.hasil is terbaca.hasil):
            self._sama += 1
        elif kembar or (status is not StatusUsulan.DIUSULKAN and not self._ganti):
            lama = label(kembar.hasil if kembar else status)
            sebab = KnownError("hasil_bertentangan", lama=lama, baru=terbaca.hasil)
            self._bertentangan.append(BarisBermasalah(b.baris, self._nama(b), sebab))
            self._tertinggal.append(terbaca)
        else:
            self._baik[terbaca.usulan_id] = terbaca

    def simpan(self) -> RingkasanHasil:
        kelompok: dict[tuple[HasilVerifikasi, date, str, str, str], list[_Terbaca]] = {}
        for satu in self._baik.values():
            kunci = (satu.hasil, satu.tanggal, satu.petugas, satu.kode, satu.alasan)
            kelompok.setdefault(kunci, []).append(satu)
        for (hasil, tanggal, petugas, kode, alasan), isi in kelompok.items():
            self._putuskan(isi, hasil, tanggal, petugas, kode, alasan)
        ingat(self._kerja, self._kegiatan_id, map(self._tidak_diambil, self._tertinggal), self._diambil)
        return RingkasanHasil(self._dicatat, self._sama, self._kosong, tuple(self._bertentangan), tuple(self._ditolak))

    def _putuskan(
        self, isi: list[_Terbaca], hasil: HasilVerifikasi, tanggal: date, petugas: str, kode: str, alasan: str
    ) -> None:
        try:
            putuskan(
                self._kerja, [s.usulan_id for s in isi], hasil, alasan_kode=kode, alasan=alasan,
                tanggal=tanggal, petugas=petugas, cara="lapangan",
            )  # fmt: skip
            self._dicatat += len(isi)
            self._diambil |= {s.usulan_id: hasil for s in isi}
        except KnownError as sebab:
            if len(isi) == 1:
                self._ditolak.append(BarisBermasalah(isi[0].asal.baris, self._nama(isi[0].asal), sebab))
                return
            for satu in isi:
                self._putuskan([satu], hasil, tanggal, petugas, kode, alasan)

    def _tidak_diambil(self, t: _Terbaca) -> tuple[UUID, TidakDiambil]:
        alasan = t.alasan or self._alasan.get(t.kode, "")
        return t.usulan_id, TidakDiambil(t.hasil, alasan, t.tanggal, t.petugas or self._kerja.pelaku.nama)

    def _baca(self, b: BarisHasil) -> _Terbaca:
        usulan_id = _uuid(b.id)
        if usulan_id is None or usulan_id not in self._dikenal:
            raise KnownError("usulan_tidak_ada")
        hasil = baca_hasil(b.hasil)
        if hasil is None:
            raise KnownError("hasil_tak_terbaca", tertulis=b.hasil.strip())
        tanggal = baca_tanggal(b.tanggal, self._kerja.hari_ini()) if b.tanggal.strip() else self._tanggal
        if tanggal is None:
            raise KnownError("tanggal_tak_terbaca", tertulis=b.tanggal.strip())
        kode, alasan = self._baca_alasan(b.alasan) if hasil is HasilVerifikasi.TIDAK_LAYAK else ("", "")
        return _Terbaca(b, usulan_id, hasil, tanggal, b.petugas.strip() or self._petugas, kode, alasan)

    def _baca_alasan(self, teks: str) -> tuple[str, str]:
        """Find the reason by its label or code; other words are taken as they stand."""
        kode, alasan = baca_alasan(self._alasan, teks)
        if not kode:
            raise KnownError("alasan_putusan_kosong")
        return kode, alasan

    def _nama(self, b: BarisHasil) -> str:
        usulan_id = _uuid(b.id)
        return self._dikenal[usulan_id][0] if usulan_id in self._dikenal else ""
