"""The person at the table, in large type: who it is, what is owed, what was recorded, and the keys to record."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from app.penyaluran import BarisSerah
from ui.ikon import gambar
from ui.komponen import Chip, JenisTombol, Kartu, Tombol, baris, kolom
from ui.komponen.baris_chip import BarisChip
from ui.komponen.teks import TeksTerbatas
from ui.penyaluran import tulisan
from ui.tema import tema

SISI = 84  # pixels of the portrait
PANJANG = 34  # letters of a name above which it is written smaller, so that all of it can be read


class KartuPenerima(Kartu):
    """Shows one recipient; `aksi` maps the name of an act to what it does."""

    def __init__(self, aksi: dict[str, Callable[[], object]]) -> None:
        super().__init__(tepi=20)
        self.potret = QLabel()
        self.potret.setAccessibleName(self.tr("Foto penerima"))
        # Limited in lines: a label that wraps would ask for the height it has at its narrowest.
        self.nama = TeksTerbatas("", "besar")
        self.keterangan = TeksTerbatas()
        self.wali = TeksTerbatas("", "tebal")
        self.nilai = TeksTerbatas("", "nilai")
        self.status = Chip()
        self.barang = BarisChip()
        self.catatan = TeksTerbatas()
        self.salah = TeksTerbatas("", "salah_besar", baris=2)
        self._buat_tombol(aksi)
        self.jempol = QCheckBox(self.tr("Cap &jempol"))
        self.saksi = (QLineEdit(), QLineEdit())
        self._saksi_lalu: tuple[str, ...] = ()
        for ke, kotak in enumerate(self.saksi, start=1):
            kotak.setPlaceholderText(self.tr("Saksi {n}").format(n=ke))
            kotak.setAccessibleName(self.tr("Nama saksi {n}").format(n=ke))
            kotak.hide()
            self.jempol.toggled.connect(kotak.setVisible)
        self.jempol.toggled.connect(self._saksi_lagi)
        rincian = kolom(
            self.nama,
            self.keterangan,
            self.wali,
            baris(self.nilai, self.status, None, jarak=14),
            self.barang,
            self.catatan,
            self.salah,
            jarak=3,
        )
        atas = baris(self.potret, rincian, jarak=22)
        atas.setStretch(1, 1)
        atas.setAlignment(self.potret, Qt.AlignmentFlag.AlignTop)
        self.tambah(atas, self.deret, baris(self.jempol, *self.saksi, None, self.foto, self.cetak))
        self._warnai()

    def _buat_tombol(self, aksi: dict[str, Callable[[], object]]) -> None:
        isi = (
            ("sendiri", self.tr("Diterima sendiri   F2"), "check", JenisTombol.UTAMA),
            ("wali", self.tr("Wali…   F3"), "users", JenisTombol.BIASA),
            ("wakil", self.tr("Diwakilkan…   F4"), "user-check", JenisTombol.BIASA),
            ("antar", self.tr("Diantar…   F5"), "house", JenisTombol.BIASA),
            ("gagal", self.tr("Tidak tersalur…   F6"), "circle-x", JenisTombol.BIASA),
            ("sebagian", self.tr("Sebagian…   F7"), "package", JenisTombol.BIASA),
        )
        self.tombol = {
            kode: Tombol(kata, jenis, nama_ikon, klik=aksi[kode], nama=kata.rsplit("   ", 1)[0])
            for kode, kata, nama_ikon, jenis in isi
        }
        self.tombol["sebagian"].hide()  # only where goods come in several pieces
        self.foto = Tombol(self.tr("F&oto"), nama_ikon="camera", klik=aksi["foto"])
        self.cetak = Tombol(self.tr("&Cetak tanda terima"), nama_ikon="printer", klik=aksi["cetak"])
        self.deret = QWidget()
        self.deret.setProperty("bening", True)
        self.deret.setLayout(baris(*self.tombol.values(), None))

    def tampilkan(self, b: BarisSerah, hari_ini: date, *, boleh: bool) -> None:
        """Show a recipient."""
        self.nama.setText(b.nama)
        self.nama.atur_peran("besar" if len(b.nama) <= PANJANG else "judul")
        self.keterangan.setText(tulisan.keterangan_orang(b, hari_ini))
        self.wali.setText(tulisan.wali(b))
        self.wali.setVisible(bool(b.wali_nama))
        self.nilai.setText(tulisan.nilai(b))
        self.status.atur(*tulisan.keadaan(b.keadaan))
        berbarang = b.keadaan.benda
        self.barang.atur([*tulisan.keadaan_dana(b.keadaan), *(tulisan.keadaan_barang(k) for k in berbarang)])
        self.barang.setVisible(bool(self.barang.kata))
        self.catatan.setText(tulisan.catatan(b.keadaan))
        self.catatan.setVisible(bool(self.catatan.text()))
        self.tolak("")
        self._ingat_saksi()
        self.jempol.setChecked(False)
        terutang = b.keadaan.terutang_di_meja
        for tombol in self.tombol.values():
            tombol.setEnabled(terutang and boleh)
        self.tombol["sebagian"].setVisible(any(k.komponen.jumlah > 1 for k in berbarang))
        self.foto.setEnabled(terutang and boleh)

    def tolak(self, kalimat: str) -> None:
        """Say right here why an act was refused; a dialog would stop the queue."""
        self.salah.setText(kalimat)
        self.salah.setVisible(bool(kalimat))

    def _ingat_saksi(self) -> None:
        """Keep the witnesses: the two who sit at the table are the same all day."""
        if len(self.nama_saksi) == len(self.saksi):
            self._saksi_lalu = self.nama_saksi
        for kotak in self.saksi:
            kotak.clear()

    def _saksi_lagi(self, jempol: bool) -> None:
        """Write the witnesses of the last thumb-print again and let the first be typed over."""
        if not jempol:
            return
        for kotak, nama in zip(self.saksi, self._saksi_lalu, strict=False):
            kotak.setText(nama)
        self.saksi[0].setFocus()
        self.saksi[0].selectAll()

    @property
    def nama_saksi(self) -> tuple[str, ...]:
        return tuple(kotak.text().strip() for kotak in self.saksi if kotak.text().strip())

    def _warnai(self) -> None:
        sisi = tema().ukuran.px(SISI)
        self.potret.setPixmap(gambar("circle-user", tema().palet.garis, sisi, self.devicePixelRatioF()))

    def changeEvent(self, kejadian: QEvent) -> None:
        if kejadian.type() == QEvent.Type.StyleChange and hasattr(self, "deret"):
            self._warnai()
        super().changeEvent(kejadian)
