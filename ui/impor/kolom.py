"""The second page: what was found in each sheet, and what each column holds; any of it can be changed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QListWidget, QListWidgetItem, QSpinBox, QWidget

from app.bahasa import pemeriksaan
from app.bahasa.angka import bilangan
from ui.impor.pemetaan import BilahPemetaan
from ui.impor.tulisan import KolomTampil, LembarTampil, Pandangan
from ui.komponen import Chip, Kartu, Pilihan, Teks, Tombol, baris, kolom, kosongkan
from ui.tema import Nada, tema


class HalamanKolom(QWidget):
    """Sheets at the left, the columns of the chosen one at the right."""

    kolom_diubah = Signal(int, str, int, object)  # file, sheet, column, field or None
    lembar_diubah = Signal(int, str, bool)
    judul_diubah = Signal(int, str, int, int)  # file, sheet, first row, how many rows

    def __init__(self, bilah: BilahPemetaan) -> None:
        super().__init__()
        self.bilah = bilah
        self._lembar: tuple[LembarTampil, ...] = ()
        self.daftar = QListWidget()
        self.daftar.setAccessibleName(self.tr("Lembar"))
        self.daftar.setFixedWidth(tema().ukuran.px(250))
        self.daftar.setWordWrap(True)
        self.daftar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.daftar.currentRowChanged.connect(self._tampilkan)
        self.judul = Teks("", "judul_kartu")
        self.rincian = Teks("", "redup", bungkus=True)
        self.pakai = QCheckBox(self.tr("&Pakai lembar ini"))
        self.pakai.clicked.connect(self._pakai)
        self.baris_judul, self.tinggi = QSpinBox(), QSpinBox()
        self.baris_judul.setRange(1, 300)
        self.baris_judul.setAccessibleName(self.tr("Judul kolom mulai di baris"))
        self.tinggi.setRange(1, 3)
        self.tinggi.setSuffix(self.tr(" baris"))
        self.tinggi.setAccessibleName(self.tr("Tinggi judul kolom"))
        self.baca = Tombol(self.tr("&Baca ulang"), nama_ikon="refresh-cw", klik=self._baca_ulang)
        self._ubah_judul = QWidget()
        self._ubah_judul.setLayout(
            baris(Teks(self.tr("Judul kolom mulai di baris"), "redup"), self.baris_judul, self.tinggi, self.baca, None)
        )
        self.kisi = QGridLayout()
        self.kisi.setHorizontalSpacing(14)
        self.kisi.setVerticalSpacing(5)
        self.kisi.setColumnStretch(2, 1)
        kepala = baris(self.judul, None, self.pakai)
        kartu = Kartu().tambah(kepala, self.rincian, self._ubah_judul, self.bilah, self.kisi)
        self.kanan = QWidget()
        self.kanan.setLayout(kolom(kartu, None))
        tata = baris(self.daftar, self.kanan, jarak=10, tepi=(24, 0, 24, 10))
        tata.setStretch(1, 1)
        self.setLayout(tata)
        self.isian: dict[int, Pilihan] = {}
        self._bidang = sorted(pemeriksaan.BIDANG.items(), key=lambda b: b[1].lower())

    def muat(self, p: Pandangan) -> None:
        """Show the sheets of the files that were read; the chosen one stays."""
        kini = self.daftar.currentRow()
        self._lembar = p.lembar
        self.bilah.muat()
        banyak_berkas = len(p.berkas) > 1
        self.daftar.blockSignals(True)
        self.daftar.clear()
        for satu in p.lembar:
            orang = self.tr("{n} orang").format(n=bilangan(satu.orang)) if satu.dipakai else self.tr("tidak dipakai")
            nama = satu.nama_berkas if banyak_berkas else satu.nama
            butir = QListWidgetItem(f"{nama}\n{satu.nama} · {orang}" if banyak_berkas else f"{nama}\n{orang}")
            butir.setToolTip(satu.sebab or nama)
            self.daftar.addItem(butir)
        self.daftar.setVisible(len(p.lembar) > 1)
        dipakai = next((n for n, satu in enumerate(p.lembar) if satu.dipakai), 0)
        self.daftar.setCurrentRow(kini if 0 <= kini < len(p.lembar) else dipakai)
        self.daftar.blockSignals(False)
        self._tampilkan(self.daftar.currentRow())

    @property
    def _kini(self) -> LembarTampil | None:
        nomor = self.daftar.currentRow()
        return self._lembar[nomor] if 0 <= nomor < len(self._lembar) else None

    @Slot(int)
    def _tampilkan(self, _nomor: int) -> None:
        satu = self._kini
        kosongkan(self.kisi)
        self.isian.clear()
        if satu is None:
            return
        self.judul.setText(f"{satu.nama} · {satu.judul_di}" if satu.judul_di else satu.nama)
        self.rincian.setText(satu.sebab or satu.dilewati)
        self.pakai.setChecked(satu.dipakai)
        self.pakai.setEnabled(satu.bisa_dipakai)
        self._ubah_judul.setVisible(satu.bisa_dipakai)
        self.bilah.setVisible(satu.bisa_dipakai)
        self.bilah.lembar = (satu.berkas, satu.nama)
        awal, akhir = satu.baris_judul
        self.baris_judul.setValue(max(1, awal))
        self.tinggi.setValue(akhir - awal + 1)
        for ke, kata in enumerate(
            (self.tr("Kolom"), self.tr("Judul di berkas"), self.tr("Contoh isi"), self.tr("Dibaca sebagai"))
        ):
            if satu.kolom:
                self.kisi.addWidget(Teks(kata, "kecil"), 0, ke)
        for nomor, k in enumerate(satu.kolom, start=1):
            self._baris(nomor, satu, k)

    def _baris(self, nomor: int, lembar: LembarTampil, k: KolomTampil) -> None:
        pilihan = Pilihan(self._bidang, kini=k.bidang, kosong=self.tr("Tidak dipakai, tetap disimpan"))
        pilihan.setAccessibleName(self.tr("Kolom {huruf} dibaca sebagai").format(huruf=k.huruf))
        pilihan.setMinimumWidth(tema().ukuran.px(236))
        pilihan.activated.connect(
            lambda _n, p=pilihan, no=k.nomor: self.kolom_diubah.emit(lembar.berkas, lembar.nama, no, p.nilai)
        )
        self.isian[k.nomor] = pilihan
        contoh = Teks(k.contoh, "redup")
        contoh.setMinimumWidth(80)
        contoh.setSizePolicy(contoh.sizePolicy().Policy.Ignored, contoh.sizePolicy().verticalPolicy())
        contoh.setToolTip(k.contoh)
        judul = Teks(k.judul)
        judul.setMaximumWidth(tema().ukuran.px(220))
        judul.setToolTip(k.judul)
        nada = Nada.BAIK if k.yakin else Nada.PERHATIAN if k.bidang else Nada.NETRAL
        tengah = Qt.AlignmentFlag.AlignVCenter
        self.kisi.addWidget(Teks(k.huruf, "tebal"), nomor, 0, tengah)
        self.kisi.addWidget(judul, nomor, 1, tengah)
        self.kisi.addWidget(contoh, nomor, 2, tengah)
        self.kisi.addWidget(pilihan, nomor, 3, tengah)
        cara = Chip(k.cara if k.keyakinan in (0, 100) else f"{k.cara} · {k.keyakinan}%", nada)
        cara.setToolTip(self.tr("Keyakinan {n} persen").format(n=k.keyakinan) if k.bidang else "")
        self.kisi.addWidget(cara, nomor, 4, tengah)

    def _baca_ulang(self) -> None:
        satu = self._kini
        if satu is not None:
            self.judul_diubah.emit(satu.berkas, satu.nama, self.baris_judul.value(), self.tinggi.value())

    @Slot(bool)
    def _pakai(self, pakai: bool) -> None:
        satu = self._kini
        if satu is not None:
            self.lembar_diubah.emit(satu.berkas, satu.nama, pakai)
