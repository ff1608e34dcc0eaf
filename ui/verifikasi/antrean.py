"""Decisions on their way to the store, one after the other: a fast hand on the keys loses none of them."""

from collections import deque
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.kerja import Kerja
from app.verifikasi import RingkasanPutusan, putuskan
from db.istilah import HasilVerifikasi
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area


@dataclass(frozen=True)
class Perintah:
    """One act of deciding one or many usulan."""

    usulan: tuple[UUID, ...]
    hasil: HasilVerifikasi
    alasan_kode: str = ""
    alasan: str = ""
    tanggal: date | None = None
    petugas: str = ""
    cara: str = "meja"

    def jalankan(self, kerja: Kerja) -> RingkasanPutusan:
        """Do it."""
        return putuskan(
            kerja,
            self.usulan,
            self.hasil,
            alasan_kode=self.alasan_kode,
            alasan=self.alasan,
            tanggal=self.tanggal,
            petugas=self.petugas,
            cara=self.cara,
        )


@dataclass
class _Tunggu:
    isi: deque[Perintah] = field(default_factory=deque)
    jalan: bool = False


class AntreanPutusan(QObject):
    """Sends decisions in order. `tersimpan` names the usulan of an act that was kept, `ditolak` of one that was not."""

    tersimpan = Signal(object)
    ditolak = Signal(object)

    def __init__(self, konteks: Konteks, induk: QWidget) -> None:
        super().__init__(induk)
        self._konteks, self._induk = konteks, induk
        self._tunggu = _Tunggu()
        self.mengumumkan = False  # while other pages are told; the page itself knows already

    @property
    def kosong(self) -> bool:
        """Nothing waits and nothing is under way."""
        return not self._tunggu.isi and not self._tunggu.jalan

    def tambah(self, perintah: Perintah) -> None:
        """Put an act at the end and start if nothing runs."""
        self._tunggu.isi.append(perintah)
        self._berikut()

    def _berikut(self) -> None:
        if self._tunggu.jalan or not self._tunggu.isi:
            return
        perintah = self._tunggu.isi.popleft()
        self._tunggu.jalan = True
        self._konteks.tulis(
            self.tr("Menyimpan putusan"),
            perintah.jalankan,
            induk=self._induk,
            berhasil=lambda _: self._usai(perintah),
            gagal=lambda salah: self._gagal(perintah, salah),
        )

    def _usai(self, perintah: Perintah) -> None:
        self._tunggu.jalan = False
        self.tersimpan.emit(perintah.usulan)
        self._berikut()
        if self.kosong:
            self.mengumumkan = True
            self._konteks.bus.umumkan(Area.USULAN, Area.KEGIATAN)
            self.mengumumkan = False

    def _gagal(self, perintah: Perintah, salah: BaseException) -> None:
        self._tunggu.jalan = False
        self.ditolak.emit(perintah.usulan)
        pesan.gagal(self._induk, salah)
        self._berikut()
