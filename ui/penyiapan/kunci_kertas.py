"""The paper recovery key: shown once, printed, and proven to be on paper by typing a part of it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ui.komponen import BilahTindakan, Gulir, Isian, JenisTombol, Kartu, Teks, Tombol, atur_sifat, baris, kolom

KELOMPOK = 4  # characters that are typed to prove it


def _rapikan(teks: str) -> str:
    return "".join(teks.upper().split()).replace("-", "")


class HalamanKunciKertas(QWidget):
    """Shows the key; `selesai` once its last characters were typed from the paper."""

    selesai = Signal()

    def __init__(self, kunci: str, nama_kantor: str) -> None:
        super().__init__()
        self._kunci, self._kantor = kunci, nama_kantor
        self.kunci = Teks(kunci, "judul", bungkus=True, pilih=True)
        self.kunci.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.kunci.setAccessibleName(self.tr("Kunci pemulihan"))
        self.cetak = Tombol(self.tr("&Cetak kunci"), nama_ikon="printer", klik=self.minta_cetak)
        contoh = self.tr("Ketik {n} huruf/angka &terakhir dari kertas itu").format(n=KELOMPOK)
        self.bukti = Isian(contoh, QLineEdit(), self.tr("Supaya pasti bahwa kuncinya sudah tercatat di kertas"))
        kotak = self.bukti.widget
        assert isinstance(kotak, QLineEdit)
        kotak.setMaxLength(KELOMPOK + 2)
        kotak.textChanged.connect(self._periksa)
        self.masuk = Tombol(self.tr("&Mulai memakai Salur"), JenisTombol.UTAMA, "check", klik=self._selesai)
        self._susun()

    def _susun(self) -> None:
        kartu = Kartu(self.tr("Kunci pemulihan"))
        atur_sifat(kartu, nada="aksen")
        kartu.tambah(self.kunci, baris(None, self.cetak, None))
        penjelasan = Teks(
            self.tr(
                "Data kantor terkunci dengan sandi setiap akun. Bila semua sandi terlupa, hanya kunci ini yang dapat "
                "membukanya; tidak ada pihak lain yang bisa. Cetak, lalu simpan kertasnya di lemari besi atau tempat "
                "terkunci. Kunci ini tidak akan ditampilkan lagi."
            ),
            bungkus=True,
        )
        bukti = Kartu(self.tr("Sudah tercatat?"))
        bukti.tambah(self.bukti)
        isi = QWidget()
        isi.setLayout(kolom(penjelasan, kartu, bukti, None, jarak=14, tepi=(24, 4, 24, 12)))
        self.kaki = BilahTindakan([], self.masuk)
        atas = kolom(Teks(self.tr("Simpan kunci pemulihan"), "judul"), tepi=(24, 18, 24, 8))
        tata = kolom(atas, Gulir(isi), self.kaki, jarak=0)
        tata.setStretch(1, 1)
        self.setLayout(tata)
        self._periksa()

    @property
    def terbukti(self) -> bool:
        """The last characters were typed right."""
        kotak = self.bukti.widget
        assert isinstance(kotak, QLineEdit)
        return _rapikan(kotak.text()) == _rapikan(self._kunci)[-KELOMPOK:]

    @Slot()
    def _periksa(self) -> None:
        self.masuk.setEnabled(self.terbukti)
        kalimat = self.tr("Ketik {n} huruf/angka terakhir dari kertas kunci").format(n=KELOMPOK)
        self.kaki.atur_alasan("" if self.terbukti else kalimat)

    @Slot()
    def _selesai(self) -> None:
        if self.terbukti:
            self.selesai.emit()

    def naskah(self) -> QTextDocument:
        """Return the page that is printed."""
        naskah = QTextDocument()
        naskah.setHtml(
            "<h2>Kunci pemulihan Salur</h2>"
            f"<p>{self._kantor}</p>"
            f"<p style='font-size:20pt;font-family:monospace'><b>{self._kunci}</b></p>"
            "<p>Kunci ini membuka seluruh data kantor bila semua sandi terlupa. Simpan di tempat terkunci. "
            "Jangan difoto dan jangan dikirim lewat pesan.</p>"
            "<p>Cara memakai: pada halaman masuk pilih <i>Lupa sandi</i>, lalu ketik kunci ini.</p>"
        )
        return naskah

    @Slot()
    def minta_cetak(self) -> None:
        """Ask for a printer and print."""
        pencetak = QPrinter(QPrinter.PrinterMode.HighResolution)
        pencetak.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        pencetak.setPageOrientation(QPageLayout.Orientation.Portrait)
        dialog = QPrintDialog(pencetak, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.naskah().print_(pencetak)
