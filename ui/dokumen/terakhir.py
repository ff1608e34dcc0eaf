"""Reading where only the newest wish counts: an older reading under way is stopped and its answer dropped."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.jobs import JobContext, Progress
from app.kerja import Kerja
from ui.halaman import Konteks


class Turunan(JobContext):
    """Reports elsewhere (or nowhere), and stops when the job it stands for is stopped."""

    def __init__(self, asli: JobContext, terima: Callable[[Progress], None] | None = None) -> None:
        super().__init__(terima)
        self._asli = asli

    def periksa(self) -> None:
        self._asli.periksa()


class PembacaTerakhir(QObject):
    """One reading at a time. `kabar` carries its progress, `dibatalkan` that the user's wish to stop was met."""

    kabar = Signal(object)  # Progress
    dibatalkan = Signal()

    def __init__(self, konteks: Konteks, induk: QWidget, judul: str, gagal: Callable[[BaseException], object]) -> None:
        super().__init__(induk)
        self._konteks, self._induk, self._judul, self._gagal = konteks, induk, judul, gagal
        self._nanti: tuple[Callable[[Kerja, JobContext], Any], Callable[[Any], object]] | None = None
        self.berjalan = self._dihentikan = self._dilupakan = False
        self._nomor = 0

    def minta(self, kerja: Callable[[Kerja, JobContext], Any], berhasil: Callable[[Any], object]) -> None:
        """Read this next; what is being read now is no longer wanted."""
        self._nanti = (kerja, berhasil)
        if self.berjalan:
            self._konteks.jobs.batalkan(self._nomor)
        else:
            self._mulai()

    @Slot()
    def batalkan(self) -> None:
        """Stop as the user wishes, and read nothing else."""
        self.lupakan()
        self._dihentikan = self.berjalan

    def lupakan(self) -> None:
        """Stop because nobody waits for it any more; nothing is told."""
        self._nanti = None
        self._dilupakan = self.berjalan
        if self.berjalan:
            self._konteks.jobs.batalkan(self._nomor)

    def _mulai(self) -> None:
        assert self._nanti is not None
        kerja, berhasil = self._nanti
        self._nanti = None
        self.berjalan = True
        self._dihentikan = self._dilupakan = False
        ruang, pelaku = self._konteks.ruang, self._konteks.pelaku

        def jalan(konteks: JobContext) -> Any:
            with ruang.membaca(pelaku) as k:
                return kerja(k, Turunan(konteks, self.kabar.emit))

        nomor = self._konteks.jobs.jalankan(
            self._judul, jalan, berhasil=lambda hasil: self._usai(lambda: berhasil(hasil)),
            gagal=lambda salah: self._usai(lambda: self._gagal(salah)),
            dibatalkan=lambda: self._usai(self.dibatalkan.emit),
            induk=self._induk, baca=True,
        )  # fmt: skip
        if self.berjalan:
            self._nomor = nomor

    def _usai(self, sampaikan: Callable[[], object]) -> None:
        """Hand the answer on unless a newer wish is waiting, which is read then."""
        self.berjalan = False
        if self._nanti is not None:
            self._mulai()
        elif self._dihentikan:
            self.dibatalkan.emit()
        elif not self._dilupakan:
            sampaikan()
