"""One file from SIKS-NG: dropped or chosen, read in a job."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.jobs import JobContext
from app.kerja import Kerja
from app.siks.jawaban import PENGIRIM, BerkasJawaban, baca_jawaban
from app.usulan.pemetaan import muat_ingatan
from ui.halaman import Konteks
from ui.impor.pilih import SARINGAN, BidangJatuh
from ui.komponen import Teks, Tombol, baris, kolom


class BidangBerkas(BidangJatuh):
    """Where the file is dropped. `dipilih` carries its path."""

    dipilih = Signal(object)

    def __init__(self, petunjuk: str) -> None:
        super().__init__()
        self._petunjuk = petunjuk
        self.nama = Teks(petunjuk, "redup", bungkus=True)
        self.pilih = Tombol(self.tr("&Pilih berkas…"), nama_ikon="folder-open", klik=self._pilih)
        tata = baris(self.nama, self.pilih, jarak=12)
        tata.setStretch(0, 1)
        self.setLayout(kolom(tata, tepi=(16, 12, 16, 12)))
        self.dijatuhkan.connect(lambda semua: self.dipilih.emit(semua[0]) if semua else None)

    def _pilih(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, self.tr("Pilih berkas dari SIKS-NG"), "", SARINGAN)
        if nama:
            self.dipilih.emit(Path(nama))

    def tunjukkan(self, kalimat: str = "") -> None:
        """Say which file stands there; nothing invites again."""
        self.nama.setText(kalimat or self._petunjuk)


def baca(
    konteks: Konteks, jalur: Path, *, induk: BidangBerkas, berhasil: Callable[[BerkasJawaban], object]
) -> None:  # fmt: skip
    """Read a file off the GUI thread; what cannot be read is told in one sentence."""

    def kerja(k: Kerja, ctx: JobContext) -> BerkasJawaban:
        return baca_jawaban(jalur, k.hari_ini(), ctx, muat_ingatan(k, pengirim=PENGIRIM))

    konteks.baca_lama("Membaca berkas SIKS-NG", kerja, induk=induk, berhasil=berhasil)
