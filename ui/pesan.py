"""The one seam for messages: tell, warn, ask, and say what went wrong.

Pages call these functions and nothing else; tests replace `penyampai` and see every message without a dialog.
"""

import platform
import sys
import traceback
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QSizePolicy, QWidget

from app.bahasa import galat as kalimat_galat
from app.jobs import JobCancelled
from db.galat import BugError, KnownError
from ui.ikon import gambar
from ui.komponen import JenisTombol, Teks, Tombol, baris, kolom
from ui.tema import tema

AKAR = Path(__file__).resolve().parent.parent


class JenisPesan(StrEnum):
    INFO = "info"
    PERINGATAN = "peringatan"
    TANYA = "tanya"
    GAGAL = "gagal"


@dataclass(frozen=True)
class Pesan:
    """What is said. `ya` and `tidak` name what the buttons do; `bahaya` marks an act that takes something away."""

    jenis: JenisPesan
    judul: str
    isi: str = ""
    ya: str = "&Oke"
    tidak: str = ""
    bahaya: bool = False
    laporan: str = ""


_IKON = {
    JenisPesan.INFO: ("info", "aksen"),
    JenisPesan.PERINGATAN: ("triangle-alert", "perhatian"),
    JenisPesan.TANYA: ("circle-help", "aksen"),
    JenisPesan.GAGAL: ("circle-alert", "bahaya"),
}


class DialogPesan(QDialog):
    """One message with its buttons; a crash also shows its report and copies it."""

    def __init__(self, induk: QWidget | None, pesan: Pesan) -> None:
        super().__init__(induk)
        self.setWindowTitle("Salur")
        self._pesan = pesan
        nama_ikon, token = _IKON[pesan.jenis]
        lambang = QLabel()
        lambang.setPixmap(
            gambar(nama_ikon, getattr(tema().palet, token), tema().ukuran.px(26), self.devicePixelRatioF())
        )
        lambang.setAlignment(Qt.AlignmentFlag.AlignTop)
        lambang.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.judul = Teks(pesan.judul, "judul_kartu", bungkus=True)
        self.isi = Teks(pesan.isi, bungkus=True, pilih=True)
        self.isi.setVisible(bool(pesan.isi))
        self.ya = Tombol(pesan.ya, JenisTombol.BAHAYA if pesan.bahaya else JenisTombol.UTAMA, klik=self.accept)
        self.tidak = Tombol(pesan.tidak or "&Batal", klik=self.reject)
        self.tidak.setVisible(bool(pesan.tidak))
        (self.tidak if pesan.bahaya else self.ya).setDefault(True)
        kaki = baris(None, self.tidak, self.ya)
        tengah = kolom(self.judul, self.isi, jarak=6)
        if pesan.laporan:
            self.salin = Tombol(self.tr("&Salin laporan"), nama_ikon="copy", klik=self._salin)
            kaki.insertWidget(0, self.salin)
            tengah.addWidget(self._kotak_laporan(pesan.laporan))
        else:
            tengah.addStretch(1)
        self.setLayout(kolom(baris(lambang, tengah, jarak=14), kaki, jarak=18, tepi=(22, 20, 22, 18)))
        self.setMinimumWidth(tema().ukuran.px(460))

    def _kotak_laporan(self, laporan: str) -> QPlainTextEdit:
        kotak = QPlainTextEdit(laporan)
        kotak.setReadOnly(True)
        kotak.setAccessibleName(self.tr("Laporan untuk pengembang"))
        kotak.setMinimumHeight(tema().ukuran.px(140))
        return kotak

    @Slot()
    def _salin(self) -> None:
        QGuiApplication.clipboard().setText(self._pesan.laporan)
        self.salin.setText(self.tr("Laporan tersalin"))


class Penyampai:
    """Shows messages as dialogs."""

    def sampaikan(self, induk: QWidget | None, pesan: Pesan) -> bool:
        """Show the message; True when the user agreed."""
        dialog = DialogPesan(induk.window() if induk is not None else None, pesan)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        setuju = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return setuju


penyampai = Penyampai()


def _sampaikan(induk: QWidget | None, pesan: Pesan) -> bool:
    return penyampai.sampaikan(induk, pesan)


def info(induk: QWidget | None, judul: str, isi: str = "") -> None:
    """Tell something that went well."""
    _sampaikan(induk, Pesan(JenisPesan.INFO, judul, isi))


def peringatan(induk: QWidget | None, judul: str, isi: str = "") -> None:
    """Tell something the user should mind."""
    _sampaikan(induk, Pesan(JenisPesan.PERINGATAN, judul, isi))


def tanya(
    induk: QWidget | None, judul: str, isi: str = "", *, ya: str, tidak: str = "&Batal", bahaya: bool = False
) -> bool:
    """Ask; `ya` names what will be done ("&Hapus 12 baris"), never just yes. Enter says no to a dangerous act."""
    return _sampaikan(induk, Pesan(JenisPesan.TANYA, judul, isi, ya, tidak, bahaya))


def gagal(induk: QWidget | None, salah: BaseException) -> None:
    """Say what went wrong: a sentence for a `KnownError`, the crash dialog for anything unexpected."""
    if isinstance(salah, JobCancelled):
        return
    if isinstance(salah, KnownError):
        _sampaikan(induk, Pesan(JenisPesan.PERINGATAN, "Belum dapat dilakukan", kalimat_galat.kalimat(salah)))
        return
    isi = (
        "Salur menemui kesalahan yang tidak terduga. Pekerjaan yang sedang berjalan dibatalkan; data yang sudah "
        "tersimpan tidak berubah. Salin laporan di bawah ini dan kirimkan kepada pengembang. Laporan tidak memuat "
        "nama, NIK, atau data orang."
    )
    _sampaikan(
        induk, Pesan(JenisPesan.GAGAL, "Terjadi kesalahan di dalam Salur", isi, "&Tutup", laporan=laporan(salah))
    )


def laporan(salah: BaseException) -> str:
    """Write a report of an unexpected exception: kinds and places in the code, no values, no person's data."""
    mesin = f"{platform.system()} {platform.release()}"
    bagian = [f"Salur · Python {platform.python_version()} · Qt {PySide6.__version__} · {mesin}"]
    kini: BaseException | None = salah
    while kini is not None:
        kata = f": {kini}" if isinstance(kini, BugError) else f": {kini.kode}" if isinstance(kini, KnownError) else ""
        bagian.append(f"{type(kini).__module__}.{type(kini).__qualname__}{kata}")
        bagian += [f"  {_tempat(f.filename)}:{f.lineno} {f.name}" for f in traceback.extract_tb(kini.__traceback__)]
        kini = kini.__cause__ or kini.__context__
    return "\n".join(bagian)


def _tempat(jalur: str) -> str:
    """Name a source file without the user's folders."""
    berkas = Path(jalur)
    if berkas.is_relative_to(AKAR):
        bagian = berkas.relative_to(AKAR).parts
        return "/".join(bagian[-3:])
    return berkas.name


def _kait(jenis: type[BaseException], salah: BaseException, jejak: TracebackType | None) -> None:
    """Show what escaped from a slot; Ctrl+C in a terminal still ends the program."""
    if issubclass(jenis, KeyboardInterrupt):
        sys.__excepthook__(jenis, salah, jejak)
        return
    gagal(None, salah)


def pasang_kait() -> None:
    """Let escaped exceptions reach the crash dialog."""
    sys.excepthook = _kait
