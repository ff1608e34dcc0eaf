"""What only some papers ask: how many receipts a sheet holds, and which columns a workbook has."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import BarisOrang
from app.dokumen.kumpul_daftar import contoh_bnba
from app.dokumen.per_lembar import PILIHAN
from app.jobs import JobContext
from app.kerja import Kerja
from app.profil_kolom import Profil, daftar_profil, hapus_profil, simpan_profil
from ui.dokumen.susunan import DialogSusunan, JawabanSusunan
from ui.halaman import Konteks
from ui.komponen import Isian, JenisTombol, Pilihan, Tombol

PER_LEMBAR = frozenset({"tanda-terima"})
SUSUNAN = frozenset({"bnba", "usulan-siks", "daftar-rekening"})


class BentukCetak(QWidget):
    """The two choosers; each is there for its papers alone. `berubah` when the user changed one."""

    berubah = Signal()
    minta_susunan = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._kode = ""
        kata = {1: self.tr("1, selembar penuh"), 2: self.tr("2, setengah lembar"), 4: self.tr("4, seperempat lembar")}
        self.per_lembar = Pilihan([(n, kata[n]) for n in PILIHAN], kini=2)
        self.susunan = Pilihan(kosong=self.tr("Menurut isi daftar"))
        self.atur_susunan = Tombol(
            self.tr("Atur susunan kolo&m…"), JenisTombol.TAUTAN, "pen-line", klik=self.minta_susunan.emit
        )
        self.i_per_lembar = Isian(self.tr("Tanda terima per &lembar"), self.per_lembar)
        self.i_susunan = Isian(self.tr("Susunan k&olom"), self.susunan)
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(8)
        for satu in (self.i_per_lembar, self.i_susunan, self.atur_susunan):
            tata.addWidget(satu)
        self.per_lembar.currentIndexChanged.connect(self._ubah)
        self.susunan.currentIndexChanged.connect(self._ubah)
        self._diam = False

    def atur(self, kode: str, per_lembar: int, profil: Sequence[tuple[str, str]]) -> None:
        """Show what the paper `kode` asks; a layout that was chosen stays."""
        self._diam = True
        self._kode = kode
        self.per_lembar.nilai = per_lembar
        self.atur_profil(profil, self.susunan.nilai)
        self.i_per_lembar.setVisible(kode in PER_LEMBAR)
        for satu in (self.i_susunan, self.atur_susunan):
            satu.setVisible(kode in SUSUNAN)
        self.setVisible(kode in PER_LEMBAR | SUSUNAN)
        self._diam = False

    def atur_profil(self, profil: Sequence[tuple[str, str]], kini: str | None) -> None:
        """Offer these layouts."""
        diam, self._diam = self._diam, True
        self.susunan.atur(profil, kini=kini, kosong=self.tr("Menurut isi daftar"))
        self._diam = diam

    @property
    def banyak(self) -> int | None:
        """Receipts on a sheet; None where the paper has none."""
        return self.per_lembar.nilai if self._kode in PER_LEMBAR else None

    @property
    def profil(self) -> str | None:
        """Code of the layout; None where the paper chooses its own columns."""
        return self.susunan.nilai if self._kode in SUSUNAN else None

    @Slot()
    def _ubah(self) -> None:
        if not self._diam:
            self.berubah.emit()


class PengaturSusunan(QObject):
    """Opens the editor of layouts, keeps what it gives, and tells it: `diganti` carries the chosen code and all."""

    diganti = Signal(object, object)

    def __init__(self, konteks: Konteks, induk: QWidget) -> None:
        super().__init__(induk)
        self._konteks, self._induk = konteks, induk

    def buka(self, kegiatan_id: UUID, minta: Permintaan) -> None:
        """Read layouts and first rows, then ask."""

        def baca(k: Kerja, _ctx: JobContext) -> tuple[tuple[Profil, ...], tuple[BarisOrang, ...]]:
            return daftar_profil(k), contoh_bnba(k, kegiatan_id, minta)

        def tanya(hasil: tuple[tuple[Profil, ...], tuple[BarisOrang, ...]]) -> None:
            profil, contoh = hasil
            jawaban = DialogSusunan.ask(self._induk, profil, minta.profil or profil[0].kode, contoh)
            if jawaban is not None:
                self._simpan(jawaban)

        self._konteks.baca_lama(self.tr("Membaca baris contoh"), baca, induk=self._induk, berhasil=tanya)

    def _simpan(self, jawaban: JawabanSusunan) -> None:
        def simpan(k: Kerja) -> tuple[str | None, tuple[Profil, ...]]:
            if jawaban.hapus:
                hapus_profil(k, jawaban.nama)
                return None, daftar_profil(k)
            kode = simpan_profil(k, jawaban.nama, jawaban.kolom, polos=jawaban.polos).kode
            return kode, daftar_profil(k)

        def usai(hasil: tuple[str | None, tuple[Profil, ...]]) -> None:
            kode, profil = hasil
            self.diganti.emit(kode, [(p.kode, p.nama) for p in profil])

        self._konteks.tulis(self.tr("Menyimpan susunan kolom"), simpan, induk=self._induk, berhasil=usai)
