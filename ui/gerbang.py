"""From the start of the program to the main window and back: first run, sign-in, sign-out.

The sign-in page stands while a worker imports what the window needs; the store is opened in the worker too.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.bahasa import galat
from app.jobs import JobContext
from app.tempat import ada_toko, akun_contoh, folder_contoh
from db.galat import KnownError
from ui import pesan, setelan
from ui.jobs import JobRunner
from ui.komponen import kolom
from ui.masuk import AkunContoh, HalamanMasuk
from ui.tema import PilihanTema, tema


class JendelaAwal(QWidget):
    """The window before anybody is signed in."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("latar", True)
        self.setWindowTitle("Salur")
        self.tumpukan = QStackedWidget()
        self.setLayout(kolom(self.tumpukan))
        self.jaga: Callable[[], bool] = lambda: True

    def tampilkan(self, halaman: QWidget) -> None:
        """Show one page; the one before is gone."""
        lama = self.tumpukan.currentWidget()
        self.tumpukan.setCurrentIndex(self.tumpukan.addWidget(halaman))
        if lama is not None:
            self.tumpukan.removeWidget(lama)
            lama.deleteLater()
        halaman.setFocus()

    def closeEvent(self, kejadian: QCloseEvent) -> None:
        if self.jaga():
            kejadian.accept()
        else:
            kejadian.ignore()


def muat_sisanya(_konteks: JobContext) -> None:
    """Import what the main window needs."""
    from ui import jendela  # noqa: F401 - loaded, not used
    from ui.meja import halaman  # noqa: F401


class Gerbang(QObject):
    """Decides what is shown."""

    def __init__(self, folder: Path, jobs: JobRunner | None = None) -> None:
        super().__init__()
        self.folder = folder
        self.jobs = jobs or JobRunner()
        self.setelan = setelan.baca(folder)
        self.awal = JendelaAwal()
        self.jendela: Any = None
        self._ditutup: Any = None  # a store that is closed as soon as nothing uses it
        self.jobs.sibuk.connect(self._lepas_toko)
        self.awal.resize(1024, 640)
        tema().pasang(_tema(self.setelan.tema), self.setelan.ukuran_teks)

    def mulai(self) -> None:
        """Show the first page and load the rest behind it."""
        if ada_toko(self.folder):
            self.tampilkan_masuk()
        else:
            self.tampilkan_awal()
        self.awal.show()
        self.jobs.jalankan("Memuat", muat_sisanya, baca=True)

    # --- pages before sign-in ----------------------------------------------------------------------------------------

    @Slot()
    def tampilkan_awal(self) -> None:
        """Offer the ways to begin."""
        from ui.penyiapan.awal import HalamanAwal

        halaman = HalamanAwal()
        halaman.kantor_baru.connect(self.tampilkan_penyiapan)
        halaman.kantor_contoh.connect(self.buka_contoh)
        halaman.dari_cadangan.connect(self.pulihkan)
        self.awal.jaga = lambda: True
        self.awal.tampilkan(halaman)

    @Slot()
    def tampilkan_masuk(self) -> None:
        """Ask who it is."""
        contoh = [AkunContoh(*akun) for akun in akun_contoh(self.folder)]
        halaman = HalamanMasuk(self.setelan.akun_terakhir, contoh)
        halaman.minta_masuk.connect(self.masuk)
        halaman.minta_pulihkan.connect(self.tampilkan_lupa)
        self.awal.jaga = lambda: True
        self.awal.tampilkan(halaman)

    @Slot()
    def tampilkan_lupa(self) -> None:
        """Take the paper key."""
        from ui.penyiapan.pulihkan import HalamanLupaSandi

        halaman = HalamanLupaSandi(self.folder, self.jobs, self.setelan.akun_terakhir)
        halaman.selesai.connect(self.tampilkan_masuk)
        self.awal.tampilkan(halaman)

    @Slot()
    def tampilkan_penyiapan(self) -> None:
        """Set an office up."""
        from ui.penyiapan.wisaya import WisayaPenyiapan

        wisaya = WisayaPenyiapan(self.folder, self.jobs)
        wisaya.siap.connect(self._tersiap)
        wisaya.dibatalkan.connect(self.tampilkan_awal)
        self.awal.jaga = lambda: self._boleh_tutup(wisaya)
        self.awal.tampilkan(wisaya)

    def _boleh_tutup(self, wisaya: Any) -> bool:
        """The recovery key is shown only once: ask before it is gone."""
        if wisaya.hasil is None:
            return True
        pergi = pesan.tanya(
            self.awal,
            "Kunci pemulihan belum dipastikan",
            "Kunci ini tidak akan ditampilkan lagi. Tanpa kunci itu, data tidak dapat dibuka bila semua sandi terlupa.",
            ya="&Tutup tanpa mencatat",
            tidak="&Kembali ke kunci",
            bahaya=True,
        )
        if pergi:
            wisaya.hasil[0].tutup()
        return pergi

    @Slot()
    def buka_contoh(self) -> None:
        """Build the sample office in its own folder where it is not there yet, then ask who signs in."""
        folder = folder_contoh(None) if not _contoh(self.folder) else self.folder
        self.jobs.jalankan(
            "Menyiapkan kantor contoh",
            lambda k: _siapkan_contoh(folder, k),
            berhasil=self._contoh_siap,
            induk=self.awal,
        )

    def _contoh_siap(self, folder: Path) -> None:
        self.folder = folder
        self.setelan = setelan.baca(folder)
        self.tampilkan_masuk()

    @Slot()
    def pulihkan(self) -> None:
        """Put a backup back, then sign in."""
        from ui.penyiapan.pulihkan import pilih_cadangan, pulihkan

        berkas = pilih_cadangan(self.awal)
        if berkas is not None:
            pulihkan(self.awal, self.jobs, berkas, self.folder, self._terpulih)

    def _terpulih(self, _hasil: object) -> None:
        pesan.info(
            self.awal,
            "Data sudah dipulihkan",
            "Masuklah dengan akun yang berlaku ketika cadangan dibuat. "
            "Akun yang dinonaktifkan sesudah itu aktif kembali: "
            "periksa daftar akun di Pengaturan.",
        )
        self.tampilkan_masuk()

    # --- in and out --------------------------------------------------------------------------------------------------

    @Slot(str, str)
    def masuk(self, nama: str, sandi: str) -> None:
        """Open the store in a worker."""
        folder = self.folder

        def kerja(_konteks: JobContext) -> Any:
            from app import akses

            return akses.masuk(folder, nama, sandi)

        self.jobs.jalankan("Membuka data kantor", kerja, berhasil=self._terbuka, gagal=self._tertolak, induk=self.awal)

    def _tertolak(self, salah: BaseException) -> None:
        halaman = self.awal.tumpukan.currentWidget()
        if isinstance(salah, KnownError) and isinstance(halaman, HalamanMasuk):
            halaman.tolak(galat.kalimat(salah))
            return
        if isinstance(halaman, HalamanMasuk):
            halaman.tolak("")
        pesan.gagal(self.awal, salah)

    def _terbuka(self, hasil: tuple[Any, Any]) -> None:
        self.buka_jendela(*hasil)

    @Slot(object, object)
    def _tersiap(self, ruang: Any, pelaku: Any) -> None:
        self.buka_jendela(ruang, pelaku)

    def buka_jendela(self, ruang: Any, pelaku: Any) -> None:
        """Show the main window of an account."""
        from ui.jendela import Jendela

        self.setelan = setelan.baca(self.folder)
        self.jendela = Jendela(ruang, pelaku, self.jobs, self.setelan)
        self.jendela.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
        self.jendela.keluar.connect(self.keluar)
        if not self.setelan.geometri:
            self._letakkan()
        self.jendela.show()
        self.awal.jaga = lambda: True
        self.awal.hide()

    def _letakkan(self) -> None:
        """Fill a small screen, leave room on a large one."""
        layar = QGuiApplication.primaryScreen().availableGeometry()
        if layar.width() <= 1440 or layar.height() <= 800:
            self.jendela.setWindowState(Qt.WindowState.WindowMaximized)
        else:
            self.jendela.resize(min(1440, layar.width() - 120), min(900, layar.height() - 100))

    @Slot()
    def keluar(self) -> None:
        """Sign out: let what runs end, close the store, ask who it is."""
        jendela, self.jendela = self.jendela, None
        self._ditutup = jendela.konteks.ruang
        self.setelan = setelan.baca(self.folder)
        self.tampilkan_masuk()
        self.awal.show()
        jendela.hide()
        jendela.deleteLater()
        if self.jobs.ada_kerja:
            self._halaman_masuk().tunggu("Menutup data kantor…")
            self.jobs.batalkan_semua()
        else:
            self._lepas_toko(False)

    def _halaman_masuk(self) -> HalamanMasuk:
        halaman = self.awal.tumpukan.currentWidget()
        assert isinstance(halaman, HalamanMasuk)
        return halaman

    @Slot(bool)
    def _lepas_toko(self, sibuk: bool) -> None:
        """Close the store of who signed out, once nothing uses it any more."""
        if sibuk or self._ditutup is None:
            return
        self._ditutup.tutup()
        self._ditutup = None
        halaman = self.awal.tumpukan.currentWidget()
        if isinstance(halaman, HalamanMasuk):
            halaman.tunggu("")

    def tutup(self) -> None:
        """End everything, when the program ends."""
        self.jobs.tutup()
        for ruang in (self._ditutup, self.jendela.konteks.ruang if self.jendela is not None else None):
            if ruang is not None:
                ruang.tutup()
        self.jendela = self._ditutup = None


def _tema(nilai: str) -> PilihanTema:
    return PilihanTema(nilai) if nilai in list(PilihanTema) else PilihanTema.SISTEM


def _contoh(folder: Path) -> bool:
    return bool(akun_contoh(folder))


def _siapkan_contoh(folder: Path, konteks: JobContext) -> Path:
    """Make the sample office unless it is there; return its folder."""
    if not ada_toko(folder):
        from app.contoh import bangun
        from reports.cetak import cetak

        bangun(folder, konteks, cetak=cetak)
    return folder
