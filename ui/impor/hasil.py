"""The third page, hasil pemeriksaan: counters, filters, and a table whose cells are mended where they stand."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QFileDialog, QStackedWidget, QWidget

from app.bahasa.angka import bilangan
from db.istilah import Tingkat
from ui.impor.tulisan import NADA, NIK_RUSAK, BarisPeriksa, Pandangan, kalimat_kepala
from ui.komponen import Kartu, KartuAngka, Kolom, KosongState, ModelTabel, TabelData, Teks, Tombol, baris, kolom
from ui.komponen.model_tabel import Indeks

KOLOM_ASAL, KOLOM_ISI = 0, 4
SARINGAN: tuple[tuple[str, Tingkat | None], ...] = (
    ("&Semua", None),
    ("&Ditolak", Tingkat.DITOLAK),
    ("&Peringatan", Tingkat.PERLU_DIPERIKSA),
    ("Di&rapikan", Tingkat.DIRAPIKAN),
)


class ModelPeriksa(ModelTabel[BarisPeriksa]):
    """The lines; a cell of the column Isi is mended in place, and `diketik` carries what was typed."""

    diketik = Signal(object, str)

    def flags(self, indeks: Indeks) -> Qt.ItemFlag:
        dasar = super().flags(indeks)
        if indeks.isValid() and indeks.column() == KOLOM_ISI and self.baris(indeks.row()).bisa_diubah:
            return dasar | Qt.ItemFlag.ItemIsEditable
        return dasar

    def data(self, indeks: Indeks, peran: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if peran == Qt.ItemDataRole.EditRole and indeks.isValid():
            return self.baris(indeks.row()).isi_penuh
        return super().data(indeks, peran)

    def setData(self, indeks: Indeks, nilai: Any, peran: int = Qt.ItemDataRole.EditRole) -> bool:
        satu = self.baris(indeks.row())
        if peran != Qt.ItemDataRole.EditRole or nilai == satu.isi_penuh:
            return False
        self.diketik.emit(satu, str(nilai))
        return True


def kolom_periksa() -> list[Kolom[BarisPeriksa]]:
    """Columns as in the wizard's picture."""
    return [
        Kolom("Berkas", lambda b: b.asal, lebar=150, petunjuk=lambda b: b.asal),
        Kolom("Baris", lambda b: b.nomor, lebar=60, petunjuk=lambda b: b.tempat),
        Kolom("Sel", lambda b: b.kolom or "—", lebar=50),
        Kolom("Nama", lambda b: b.nama, lebar=180),
        Kolom("Isi", lambda b: b.isi, lebar=170, petunjuk=lambda b: "F2 untuk membetulkan" if b.bisa_diubah else ""),
        Kolom("Hasil pemeriksaan", lambda b: b.label, lebar=190, nada=lambda b: NADA[b.tingkat]),
        Kolom("Penjelasan dan saran", lambda b: b.penjelasan, lebar=0, petunjuk=lambda b: b.penjelasan),
    ]


class HalamanHasil(QWidget):
    """What the checker found, and everything that can be done about it."""

    sel_diketik = Signal(object, str)  # BarisPeriksa, text
    tanpa_nik = Signal(object)  # set of row keys
    tanggal = Signal()
    unduh = Signal(object)  # Path

    def __init__(self) -> None:
        super().__init__()
        self._tingkat: Tingkat | None = None
        self._buat_kepala()
        self._buat_tombol()
        self.model = ModelPeriksa(kolom_periksa())
        self.model.diketik.connect(self.sel_diketik)
        self.tabel = TabelData(self.model, nama=self.tr("Hasil pemeriksaan"))
        self.tabel.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.tabel.dibuka.connect(self._betulkan)
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tabel.setMinimumHeight(160)
        self.kosong = KosongState(
            self.tr("Semua baris bersih"), self.tr("Tidak ada yang perlu diperiksa. Lanjutkan."), "circle-check"
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        kiri = baris(*self.saring, None, self.betulkan, self.terima, self.unduhan)
        tata = kolom(self._angka, self.ringkas, kiri, self.tumpukan, jarak=10, tepi=(24, 0, 24, 8))
        tata.setStretch(3, 1)
        self.setLayout(tata)
        self.setFocusProxy(self.tabel)

    def _buat_kepala(self) -> None:
        kata = (self.tr("baris terbaca"), self.tr("siap disimpan"), self.tr("perlu diperiksa"), self.tr("ditolak"))
        self.angka = tuple(KartuAngka("0", satu) for satu in kata)
        self.kepala, self.dilewati = Teks("", bungkus=True), Teks("", "redup", bungkus=True)
        kartu = Kartu()
        kartu.isi.setSpacing(2)
        kartu.tambah(self.kepala, self.dilewati)
        tata = baris(*self.angka, kartu, jarak=10)
        for ke in range(4):
            tata.setStretch(ke, 1)
        tata.setStretch(4, 2)
        self._angka = QWidget()
        self._angka.setLayout(tata)
        self.ringkas = Teks("", bungkus=True)  # the same on one line, where the window is low
        self.ringkas.hide()

    def _buat_tombol(self) -> None:
        self.saring = [Tombol(kata) for kata, _ in SARINGAN]
        self._kelompok = QButtonGroup(self)
        for ke, tombol in enumerate(self.saring):
            tombol.setCheckable(True)
            self._kelompok.addButton(tombol, ke)
        self.saring[0].setChecked(True)
        self._kelompok.idClicked.connect(self._saring)
        self.betulkan = Tombol("", nama_ikon="calendar-check", klik=self.tanggal.emit)
        self.terima = Tombol(self.tr("&Terima tanpa NIK"), nama_ikon="user-check", klik=self._terima)
        self.terima.setToolTip(self.tr("Simpan baris yang dipilih tanpa NIK-nya, dibetulkan kemudian"))
        self.unduhan = Tombol(self.tr("&Unduh baris ditolak"), nama_ikon="download", klik=self._unduh)

    def muat(self, p: Pandangan) -> None:
        """Show a view; the place in the table stays."""
        r = p.ringkasan
        for kartu, angka in zip(self.angka, (r.baris, r.diterima, r.perlu_periksa, r.ditolak), strict=True):
            kartu.atur(bilangan(angka))
        atas, bawah = kalimat_kepala(p)
        self.kepala.setText(atas)
        self.dilewati.setText(bawah)
        semua = [k.accessibleName() for k in self.angka]
        self.ringkas.setText(" · ".join([*semua, atas]))
        self.ringkas.setToolTip(bawah)
        for tombol, (kata, tingkat) in zip(self.saring, SARINGAN, strict=True):
            n = len(p.baris) if tingkat is None else p.hitung.get(tingkat, 0)
            tombol.setText(f"{kata} {bilangan(n)}")
            tombol.setVisible(n > 0 or tingkat is None)
        self.betulkan.setText(self.tr("Betulkan tan&ggal tertukar ({n})").format(n=bilangan(p.tertukar)))
        self.betulkan.setVisible(p.tertukar > 0)
        self.unduhan.setEnabled(r.ditolak > 0)
        self.terima.setVisible(any(b.kode in NIK_RUSAK for b in p.baris))
        semula = self.tabel.currentIndex().row()
        self.model.atur(p.baris)
        self.tabel.setColumnHidden(KOLOM_ASAL, not any(b.asal for b in p.baris))
        self.tumpukan.setCurrentWidget(self.tabel if p.baris else self.kosong)
        self.tabel.pilih_baris(max(0, min(semula, self.tabel.model().rowCount() - 1)))
        self._terpilih()

    def atur_rendah(self, rendah: bool) -> None:
        """Give the table the height where the window is low."""
        self._angka.setVisible(not rendah)
        self.ringkas.setVisible(rendah)

    @Slot(int)
    def _saring(self, nomor: int) -> None:
        self._tingkat = SARINGAN[nomor][1]
        tingkat = self._tingkat
        self.tabel.atur_saringan((lambda b: b.tingkat is tingkat) if tingkat is not None else None)

    @property
    def _kunci_tanpa_nik(self) -> set[object]:
        return {b.kunci for b in self.tabel.terpilih if b.kode in NIK_RUSAK}

    @Slot()
    def _terpilih(self) -> None:
        self.terima.setEnabled(bool(self._kunci_tanpa_nik))

    def _terima(self) -> None:
        self.tanpa_nik.emit(self._kunci_tanpa_nik)

    @Slot(object)
    def _betulkan(self, satu: BarisPeriksa) -> None:
        if satu.bisa_diubah:
            self.tabel.edit(self.tabel.currentIndex().siblingAtColumn(KOLOM_ISI))

    def _unduh(self) -> None:
        awal = str(Path(QDir.homePath()) / "Baris ditolak.xlsx")
        nama, _ = QFileDialog.getSaveFileName(
            self, self.tr("Simpan baris yang ditolak"), awal, self.tr("Buku kerja Excel (*.xlsx)")
        )
        if nama:
            self.unduh.emit(Path(nama))
