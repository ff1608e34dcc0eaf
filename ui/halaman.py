"""What a page is, what it is given, and how the window learns of it.

To add a page: write a `Halaman`, and add one line to `ui.daftar_halaman.HALAMAN`. The module is imported and the page
built the first time it is looked at.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.akses import Hak, boleh
from app.jobs import JobContext
from app.kerja import Kerja, Pelaku, RuangKerja
from ui import pesan
from ui.jobs import Area, ChangeBus, JobRunner

T = TypeVar("T")


@dataclass(frozen=True)
class Konteks:
    """Everything a page may use.

    Attributes:
        ruang: the open store.
        pelaku: who is signed in.
        jobs: runs what is slow or writes.
        bus: tells what changed.
        buka: go to a tab by its code, with what it should show: `konteks.buka("orang", orang_id)`.
        dorong: lay a page over the present tab; it comes off when the page emits `selesai`.
        alasan_tanggal: reasons given since the sign-in for days out of order, so that a queue is asked once.
    """

    ruang: RuangKerja
    pelaku: Pelaku
    jobs: JobRunner
    bus: ChangeBus
    buka: Callable[[str, Any], None]
    dorong: Callable[["Halaman"], None]
    alasan_tanggal: dict[str, str] = field(default_factory=dict, compare=False)

    def membaca(self) -> AbstractContextManager[Kerja]:
        """Read one page of data in the GUI thread: `with konteks.membaca() as kerja:`."""
        return self.ruang.membaca(self.pelaku)

    def boleh(self, hak: Hak) -> bool:
        """Tell whether the account has a right."""
        return boleh(self.pelaku, hak)

    def tulis(
        self,
        judul: str,
        kerja: Callable[[Kerja], T],
        *,
        induk: QWidget,
        berhasil: Callable[[T], object] | None = None,
        gagal: Callable[[BaseException], object] | None = None,
        ubah: tuple[Area, ...] = (),
    ) -> None:
        """Do a short act in one transaction on the writer thread, then announce what changed and call `berhasil`."""
        self.tulis_lama(judul, lambda k, _c: kerja(k), induk=induk, berhasil=berhasil, gagal=gagal, ubah=ubah)

    def tulis_lama(
        self,
        judul: str,
        kerja: Callable[[Kerja, JobContext], T],
        *,
        induk: QWidget,
        berhasil: Callable[[T], object] | None = None,
        gagal: Callable[[BaseException], object] | None = None,
        ubah: tuple[Area, ...] = (),
    ) -> None:
        """Do long work in one transaction; it reports through the context, and cancelling leaves nothing behind."""

        def mulai(alasan: str) -> None:
            def jalan(konteks: JobContext) -> T:
                with self.ruang.menulis(self.pelaku) as k:
                    k.alasan_tanggal = alasan
                    return kerja(k, konteks)

            self.jobs.jalankan(judul, jalan, berhasil=usai, gagal=ditolak, induk=induk)

        def usai(hasil: T) -> None:
            self.bus.umumkan(*ubah)
            if berhasil is not None:
                berhasil(hasil)

        def ditolak(salah: BaseException) -> None:
            """A day out of order is asked about and kept with its reason; all else is told."""
            from ui.mendahului import tanya_alasan  # a dialog, which few acts ever need

            if alasan := tanya_alasan(induk, salah, self.alasan_tanggal):
                mulai(alasan)
            elif gagal is not None:
                gagal(salah)
            else:
                pesan.gagal(induk, salah)

        mulai("")

    def baca_lama(
        self,
        judul: str,
        kerja: Callable[[Kerja, JobContext], T],
        *,
        induk: QWidget,
        berhasil: Callable[[T], object],
        gagal: Callable[[BaseException], object] | None = None,
    ) -> int:
        """Read what is more than a page beside the writer; returns the job's number."""

        def jalan(konteks: JobContext) -> T:
            with self.ruang.membaca(self.pelaku) as k:
                return kerja(k, konteks)

        return self.jobs.jalankan(judul, jalan, berhasil=berhasil, gagal=gagal, induk=induk, baca=True)


class Halaman(QWidget):
    """A page of the window.

    A subclass sets `judul`, builds itself in `__init__` and fills itself in `segarkan`, which is called when the page
    is first seen and whenever one of the areas in `dengar` changed (at once while it is seen, else when seen again).

    Attributes:
        judul: what the page is called, Indonesian.
        dengar: areas whose change concerns this page.
        tahan_kunci: the automatic lock waits while this page is open (Mode Penyaluran).
    """

    judul = ""
    dengar: frozenset[Area] = frozenset()
    tahan_kunci = False
    selesai = Signal()  # a page laid over another is done

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self.setProperty("latar", True)
        self._usang = True
        konteks.bus.berubah.connect(self._dengarkan)

    def segarkan(self) -> None:
        """Read again and show."""

    def tujuan(self, apa: Any) -> None:
        """Show the thing that someone was sent here for."""

    def boleh_ditinggalkan(self) -> bool:
        """Return False (after asking) when unsaved work would be lost."""
        return True

    def segarkan_bila_usang(self) -> None:
        """Read again if something changed since."""
        if self._usang:
            self._usang = False
            self.segarkan()

    @Slot(object)
    def _dengarkan(self, area: frozenset[Area]) -> None:
        if area & self.dengar:
            self._usang = True
            if self.isVisible():
                self.segarkan_bila_usang()

    def showEvent(self, kejadian: QShowEvent) -> None:
        super().showEvent(kejadian)
        self.segarkan_bila_usang()


@dataclass(frozen=True)
class PabrikHalaman:
    """How to make a page.

    Attributes:
        kode: what `konteks.buka` calls it.
        judul: words on its tab.
        nama_ikon: icon on its tab.
        pembuat: `"ui.orang.halaman:HalamanOrang"`, a class or function of a `Konteks`.
        hak: any of these lets the account in; empty lets everyone in.
        tab: stands in the bar; others are only reached by `konteks.buka`.
    """

    kode: str
    judul: str
    nama_ikon: str
    pembuat: str
    hak: tuple[Hak, ...] = ()
    tab: bool = True

    def untuk(self, pelaku: Pelaku) -> bool:
        """Tell whether the account may see the page."""
        return not self.hak or any(boleh(pelaku, h) for h in self.hak)

    def buat(self, konteks: Konteks) -> Halaman:
        """Import its module and build the page."""
        halaman: Halaman = muat(self.pembuat)(konteks)
        return halaman


def muat(alamat: str) -> Callable[..., Any]:
    """Return what `"module:name"` stands for."""
    modul, _, nama = alamat.partition(":")
    hasil: Callable[..., Any] = getattr(import_module(modul), nama)
    return hasil
