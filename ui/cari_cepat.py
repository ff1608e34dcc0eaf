"""Ctrl+K: any person, kegiatan or page, found while one types."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from app.identitas import samarkan
from app.orang import cari_orang, pilihan_kegiatan
from ui.halaman import Konteks
from ui.komponen import BarisDaftar, DaftarKartu, KepalaDaftar, KotakCari, Teks, kolom
from ui.tema import tema

BATAS = 8  # results of each kind


@dataclass(frozen=True)
class Tujuan:
    """Where a result leads: a tab and what to show there."""

    kode: str
    apa: Any = None


class CariCepat(QDialog):
    """The search over everything; `hasil` is where the user wants to go."""

    def __init__(self, induk: QWidget, konteks: Konteks, halaman: Sequence[tuple[str, str]], meja: str) -> None:
        super().__init__(induk, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cari"))
        self._konteks, self._halaman, self._meja = konteks, tuple(halaman), meja
        self._dicari = ""
        self._pilih: Callable[[Tujuan], None] = lambda _t: None
        self.kotak = KotakCari(self.tr("Ketik nama orang, empat angka NIK atau lebih, nama kegiatan, atau halaman"))
        self.daftar = DaftarKartu(nama=self.tr("Hasil pencarian"))
        self.daftar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.petunjuk = Teks(self.tr("Panah untuk memilih, Enter untuk membuka, Esc untuk menutup"), "kecil")
        self.setLayout(kolom(self.kotak, self.daftar, self.petunjuk, jarak=10, tepi=(14, 14, 14, 10)))
        self.kotak.dicari.connect(self.cari)
        self.kotak.installEventFilter(self)
        self.daftar.clicked.connect(self._buka)
        self.daftar.dibuka.connect(self._buka)
        px = tema().ukuran.px
        self.resize(px(560), px(440))
        self.cari("")

    @classmethod
    def ask(
        cls,
        induk: QWidget,
        konteks: Konteks,
        halaman: Sequence[tuple[str, str]],
        meja: str,
        pilih: Callable[[Tujuan], None],
    ) -> "CariCepat":
        """Show the search under the bar; `pilih` is called with where to go."""
        dialog = cls(induk, konteks, halaman, meja)
        dialog._pilih = pilih
        kotak = induk.mapToGlobal(induk.rect().topLeft())
        dialog.move(kotak.x() + (induk.width() - dialog.width()) // 2, kotak.y() + 44)
        dialog.show()
        return dialog

    @Slot(str)
    def cari(self, teks: str) -> None:
        """Look for words in pages, kegiatan and people."""
        self._dicari = teks
        kata = teks.casefold()
        halaman = tuple(BarisDaftar(Tujuan(k), j) for k, j in self._halaman if kata in j.casefold())
        with self._konteks.membaca() as kerja:
            kegiatan = [(i, nama) for i, nama in pilihan_kegiatan(kerja) if kata in nama.casefold()][:BATAS]
            orang = cari_orang(kerja, teks, batas=BATAS) if len(teks) >= 2 else []
        bagian = [
            KepalaDaftar(
                "kegiatan", self.tr("Kegiatan"), tuple(BarisDaftar(Tujuan(self._meja, i), n) for i, n in kegiatan)
            ),
            KepalaDaftar(
                "orang",
                self.tr("Orang"),
                tuple(BarisDaftar(Tujuan("orang", o.id), o.nama, _siapa(o.nik, o.desa)) for o in orang),
            ),
            KepalaDaftar("halaman", self.tr("Halaman"), halaman),
        ]
        isi = [b for b in bagian if b.isi]
        self.daftar.atur(isi, buka=[b.kunci for b in isi])
        self.petunjuk.setText(
            self.tr("Panah untuk memilih, Enter untuk membuka, Esc untuk menutup")
            if isi
            else self.tr("Tidak ada yang cocok. Coba sebagian nama atau empat angka awal NIK.")
        )
        if isi:
            self.daftar.pilih(isi[0].isi[0].kunci)

    def eventFilter(self, benda: QObject, kejadian: QEvent) -> bool:
        if benda is self.kotak and isinstance(kejadian, QKeyEvent) and kejadian.type() == QEvent.Type.KeyPress:
            if kejadian.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.daftar.keyPressEvent(kejadian)
                return True
            if kejadian.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.kotak.text().strip() != self._dicari:  # faster than the pause
                    self.cari(self.kotak.text().strip())
                self._buka()
                return True
        return super().eventFilter(benda, kejadian)

    @Slot()
    def _buka(self) -> None:
        tujuan = self.daftar.terpilih
        if isinstance(tujuan, Tujuan):
            self.close()
            self._pilih(tujuan)

    def showEvent(self, kejadian: QShowEvent) -> None:
        super().showEvent(kejadian)
        self.kotak.setFocus()


def _siapa(nik: str | None, desa: str) -> str:
    return " · ".join(t for t in (f"NIK {samarkan(nik)}" if nik else "", desa) if t)
