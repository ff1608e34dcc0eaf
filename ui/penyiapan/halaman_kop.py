"""The letterhead: its lines, the picture, the paper; shown as it will be printed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QSizePolicy, QWidget

from app.bahasa.istilah import pilihan
from app.kantor import DataKantor
from db.istilah import Kertas
from ui import pesan
from ui.komponen import Isian, JenisTombol, Kartu, Pilihan, Teks, Tombol, baris, kolom
from ui.tema import tema

UKURAN_MAKS = 2_000_000  # bytes; a picture of a kop needs no more
_BIDANG = (
    ("nama_pemda", "&Pemerintah daerah", "Baris pertama kop, huruf besar"),
    ("alamat", "&Alamat", "Jalan dan nomor, kelurahan"),
    ("kode_pos", "Kode &pos", ""),
    ("telepon", "&Telepon", ""),
    ("pos_el", "Pos-&el", ""),
    ("laman", "&Laman", ""),
    ("tempat_surat", "Tempat &surat", "Ditulis di depan tanggal, misalnya Nanga Bulik"),
)


class PratinjauKop(QWidget):
    """The letterhead on white paper, whatever the theme: paper is white."""

    def __init__(self) -> None:
        super().__init__()
        self._data: DataKantor | None = None
        self._lambang = QPixmap()
        self.setAccessibleName(self.tr("Pratinjau kop surat"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def atur(self, data: DataKantor | None, lambang: QPixmap) -> None:
        """Show other lines."""
        self._data, self._lambang = data, lambang
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, tema().ukuran.px(132))

    def paintEvent(self, _kejadian: QPaintEvent) -> None:
        pelukis = QPainter(self)
        pelukis.setRenderHint(QPainter.RenderHint.Antialiasing)
        pelukis.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        kotak = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pelukis.setPen(QPen(tema().warna("garis"), 1))
        pelukis.setBrush(Qt.GlobalColor.white)
        pelukis.drawRoundedRect(kotak, 4, 4)
        if self._data is None:
            return
        sisi = kotak.height() - 40
        if not self._lambang.isNull():
            peta = self._lambang.scaled(
                round(sisi), round(sisi), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            pelukis.drawPixmap(round(kotak.x()) + 18, round(kotak.center().y() - peta.height() / 2) - 4, peta)
        self._lukis_baris(pelukis, kotak.adjusted(sisi + 24, 14, -sisi - 24, -14))
        bawah = kotak.bottom() - 14
        pelukis.setPen(QPen(Qt.GlobalColor.black, 2))
        pelukis.drawLine(round(kotak.x()) + 16, round(bawah), round(kotak.right()) - 16, round(bawah))

    def _lukis_baris(self, pelukis: QPainter, kotak: QRectF) -> None:
        d = self._data
        assert d is not None
        hubung = [f"Telepon {d.telepon}" if d.telepon else "", f"Kode Pos {d.kode_pos}" if d.kode_pos else ""]
        maya = [d.pos_el, d.laman]
        kata = [
            (d.nama_pemda, "biasa", QFont.Weight.Medium),
            (d.nama.upper(), "sedang", QFont.Weight.Bold),
            (d.alamat, "kecil", QFont.Weight.Normal),
            (" · ".join(t for t in hubung if t), "kecil", QFont.Weight.Normal),
            (" · ".join(t for t in maya if t), "kecil", QFont.Weight.Normal),
        ]
        pelukis.setPen(Qt.GlobalColor.black)
        y = kotak.y()
        for teks, ukuran, tebal in kata:
            pelukis.setFont(tema().huruf(ukuran, tebal))
            tinggi = pelukis.fontMetrics().height() + 1
            pendek = pelukis.fontMetrics().elidedText(teks, Qt.TextElideMode.ElideRight, round(kotak.width()))
            pelukis.drawText(QRectF(kotak.x(), y, kotak.width(), tinggi), Qt.AlignmentFlag.AlignHCenter, pendek)
            y += tinggi if teks else 0


class HalamanKop(QWidget):
    """Lines and picture of the letterhead."""

    def __init__(self) -> None:
        super().__init__()
        self.lambang: tuple[str, bytes] | None = None
        self._peta = QPixmap()
        self._dasar: DataKantor | None = None
        self.isian = {b: Isian(label, QLineEdit(), petunjuk) for b, label, petunjuk in _BIDANG}
        self.kertas = Isian(self.tr("&Kertas pencetak"), Pilihan(pilihan(Kertas), kini=Kertas.F4))
        kisi = QGridLayout()
        kisi.setHorizontalSpacing(12)
        kisi.setVerticalSpacing(8)
        for ke, isian in enumerate([*self.isian.values(), self.kertas]):
            kisi.addWidget(isian, ke // 2, ke % 2, Qt.AlignmentFlag.AlignTop)
        self.pratinjau = PratinjauKop()
        self.pilih = Tombol(self.tr("Pilih gambar la&mbang…"), nama_ikon="image", klik=self.pilih_lambang)
        self.buang = Tombol(self.tr("Tanpa lambang"), JenisTombol.TAUTAN, klik=self.tanpa_lambang)
        self.buang.hide()
        petunjuk = Teks(self.tr("PNG atau JPEG, dicetak di kiri kop"), "kecil")
        atas = Kartu(self.tr("Kop surat"))
        atas.tambah(self.pratinjau, baris(self.pilih, self.buang, petunjuk, None))
        bawah = Kartu(self.tr("Isi kop dan kertas"))
        bawah.tambah(kisi)
        self.setLayout(kolom(atas, bawah, None, jarak=12, tepi=(24, 4, 24, 12)))
        for isian in self.isian.values():
            assert isinstance(isian.widget, QLineEdit)
            isian.widget.textChanged.connect(self._lukis)

    def atur_dasar(self, data: DataKantor) -> None:
        """Take over what the first page knows; lines that were typed already stay."""
        lama = self._dasar
        self._dasar = data
        for bidang, isian in self.isian.items():
            kotak = isian.widget
            assert isinstance(kotak, QLineEdit)
            if not kotak.text() or (lama is not None and kotak.text() == getattr(lama, bidang)):
                kotak.setText(getattr(data, bidang))
        self._lukis()

    @Slot()
    def pilih_lambang(self) -> None:
        """Ask for a picture file."""
        jalur, _ = QFileDialog.getOpenFileName(
            self, self.tr("Pilih gambar lambang"), "", self.tr("Gambar (*.png *.jpg *.jpeg)")
        )
        if jalur:
            self.pakai_lambang(Path(jalur))

    def pakai_lambang(self, berkas: Path) -> None:
        """Take a picture, or say why it cannot be taken."""
        isi = berkas.read_bytes() if berkas.stat().st_size <= UKURAN_MAKS else b""
        peta = QPixmap()
        if not isi or not peta.loadFromData(QByteArray(isi)):
            pesan.peringatan(
                self,
                self.tr("Gambar tidak dapat dipakai"),
                self.tr("Pilih gambar PNG atau JPEG yang utuh, paling besar 2 MB. Lambang lama tetap dipakai."),
            )
            return
        self.lambang, self._peta = (berkas.name, isi), peta
        self.buang.show()
        self._lukis()

    @Slot()
    def tanpa_lambang(self) -> None:
        """Print without a picture."""
        self.lambang, self._peta = None, QPixmap()
        self.buang.hide()
        self._lukis()

    @Slot()
    def _lukis(self) -> None:
        self.pratinjau.atur(self.isi() if self._dasar else None, self._peta)

    def isi(self) -> DataKantor:
        """Return the office with its letterhead."""
        assert self._dasar is not None
        baru: dict[str, Any] = {
            b: i.widget.text().strip() for b, i in self.isian.items() if isinstance(i.widget, QLineEdit)
        }
        kertas = self.kertas.widget
        assert isinstance(kertas, Pilihan)
        return replace(self._dasar, **baru, kertas=Kertas(kertas.nilai))

    def periksa(self) -> str:
        """Return what is missing."""
        self.isian["nama_pemda"].atur_salah()
        if not self.isi().nama_pemda:
            self.isian["nama_pemda"].atur_salah(self.tr("Baris pertama kop harus diisi."))
            return self.tr("Nama pemerintah daerah belum diisi.")
        return ""
