"""The page on which an SOP is changed: its parts at the left, the chosen one at the right, the check below."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from app.sop import berkas_sop, versi
from app.sop.definisi import DefinisiSop
from app.sop.layak import Masalah
from app.sop.sunting import susunan
from app.sop.sunting.penyunting import Penyunting
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.ikon import gambar
from ui.jobs import Area
from ui.komponen import Chip, JenisTombol, Tombol, baris, kolom
from ui.komponen.teks import TeksTerbatas
from ui.sop.dialog import DialogLangkahBaru, DialogSimpan
from ui.sop.identitas import PanelIdentitas
from ui.sop.langkah import PanelLangkah, sebutan
from ui.sop.lembar import PanelLembar
from ui.sop.peran import PanelPeran
from ui.sop.ruang import RuangSunting
from ui.tema import Nada, tema

IDENTITAS, PERAN, LEMBAR = -1, -2, -3
"""Parts that are no step; steps are their `urutan`."""
LEBAR_DAFTAR = 250


class BarisPeriksa(QFrame):
    """Says at every moment whether the SOP can be saved, and what is to be mended first."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bilah_tindakan")
        self._baik: bool | None = None
        self.tanda = QLabel()
        self.kalimat = TeksTerbatas("", "biasa", baris=2)
        self.ke_sana = Tombol(self.tr("&Ke sana"), JenisTombol.TAUTAN, "arrow-right")
        self.setLayout(baris(self.tanda, self.kalimat, self.ke_sana, jarak=10, tepi=(14, 6, 14, 6)))
        tema().berubah.connect(self._warnai)

    def atur(self, masalah: tuple[Masalah, ...]) -> None:
        """Say what the check found."""
        self._baik = not masalah
        if masalah:
            lagi = len(masalah) - 1
            akhir = self.tr(" ({n} hal lain sesudah ini)").format(n=lagi) if lagi else ""
            self.kalimat.setText(masalah[0].kalimat + akhir)
        else:
            self.kalimat.setText(self.tr("Siap disimpan: setiap langkah tercapai dan setiap cabang tertutup."))
        self.ke_sana.setVisible(bool(masalah))
        self._warnai()

    @Slot()
    def _warnai(self) -> None:
        nama, warna = ("circle-check", "baik") if self._baik else ("triangle-alert", "perhatian")
        self.tanda.setPixmap(gambar(nama, getattr(tema().palet, warna), tema().ukuran.px(18), self.devicePixelRatioF()))


class HalamanSunting(Halaman):
    """The editor of one SOP; it lies over Pengaturan until it says `selesai`."""

    judul = "Sunting SOP"

    def __init__(self, konteks: Konteks, sop: DefinisiSop, *, asal: DefinisiSop | None) -> None:
        super().__init__(konteks)
        self.ruang = RuangSunting(Penyunting(sop, asal=asal))
        self.identitas, self.peran = PanelIdentitas(self.ruang), PanelPeran(self.ruang)
        self.langkah, self.lembar = PanelLangkah(self.ruang), PanelLembar(konteks, self.ruang)
        self.tumpukan = QStackedWidget()
        for panel in (self.identitas, self.peran, self.langkah, self.lembar):
            self.tumpukan.addWidget(panel)
        self.periksa = BarisPeriksa()
        self.periksa.ke_sana.clicked.connect(self._ke_masalah)
        kanan = kolom(self.tumpukan, self.periksa, jarak=8)
        badan = baris(self._buat_kiri(), kanan, jarak=14)
        badan.setStretch(1, 1)
        self.setLayout(kolom(self._buat_atas(), badan, jarak=8, tepi=(24, 8, 24, 8)))
        self.ruang.berubah.connect(self._berubah)
        self._isi_daftar()
        self._berubah()
        self.pilih(1)
        self.setFocusProxy(self.daftar)

    def _buat_atas(self) -> QHBoxLayout:
        self.kembali = Tombol(self.tr("&Daftar SOP"), JenisTombol.TAUTAN, "arrow-left", klik=self.tutup)
        self.nama, self.versi = TeksTerbatas("", "judul_kartu"), Chip("", Nada.AKSEN)
        self.urung = Tombol(
            "", JenisTombol.BIASA, "undo-2", pintasan="Ctrl+Z", klik=self.ruang.mundur, nama=self.tr("Urungkan")
        )
        self.urung.setToolTip(self.tr("Urungkan (Ctrl+Z)"))
        self.ekspor = Tombol(self.tr("Simpan ke &berkas…"), nama_ikon="download", klik=self.simpan_berkas)
        self.simpan = Tombol(
            self.tr("&Simpan versi…"), JenisTombol.UTAMA, "save", pintasan="Ctrl+S", klik=self.simpan_versi
        )
        atas = baris(self.kembali, self.nama, self.versi, 8, self.urung, self.ekspor, self.simpan, jarak=8)
        atas.setStretch(1, 1)
        return atas

    def _buat_kiri(self) -> QWidget:
        self.daftar = QListWidget()
        self.daftar.setAccessibleName(self.tr("Bagian SOP"))
        self.daftar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.daftar.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.daftar.currentRowChanged.connect(self._pindah)
        self.tambah = Tombol(self.tr("&Langkah"), JenisTombol.BIASA, "plus", klik=self.tambah_langkah)
        self.naik = Tombol("", nama_ikon="chevron-up", klik=lambda: self.geser(-1), nama=self.tr("Naikkan langkah"))
        self.turun = Tombol("", nama_ikon="chevron-down", klik=lambda: self.geser(1), nama=self.tr("Turunkan langkah"))
        self.hapus = Tombol("", JenisTombol.BAHAYA, "trash-2", klik=self.hapus_langkah, nama=self.tr("Hapus langkah"))
        for tombol in (self.naik, self.turun, self.hapus):
            tombol.setToolTip(tombol.accessibleName())
            tombol.setFixedWidth(tema().ukuran.px(42))
        kiri = QWidget()
        kiri.setProperty("bening", True)
        kiri.setFixedWidth(tema().ukuran.px(LEBAR_DAFTAR))
        kiri.setLayout(
            kolom(self.daftar, baris(self.tambah, None, self.naik, self.turun, self.hapus, jarak=4), jarak=6)
        )
        return kiri

    # --- the list at the left ----------------------------------------------------------------------------------------

    def _bagian(self) -> list[tuple[int, str]]:
        langkah = [(lk.urutan, sebutan(lk)) for lk in self.ruang.kini.langkah]
        return [(IDENTITAS, self.tr("Identitas")), (PERAN, self.tr("Peran")), *langkah, (LEMBAR, self.tr("Lembar SOP"))]

    def _isi_daftar(self) -> None:
        """Write the list anew where its steps changed, only the words where they did not."""
        bagian = self._bagian()
        salah = {m.langkah for m in self.ruang.penyunting.masalah}
        with QSignalBlocker(self.daftar):
            while self.daftar.count() > len(bagian):
                self.daftar.takeItem(self.daftar.count() - 1)
            while self.daftar.count() < len(bagian):
                self.daftar.addItem(QListWidgetItem())
            for ke, (kunci, kata) in enumerate(bagian):
                butir = self.daftar.item(ke)
                butir.setData(Qt.ItemDataRole.UserRole, kunci)
                butir.setText(f"{kata}  ⚠" if kunci in salah else kata)
                butir.setToolTip(kata)

    @property
    def terpilih(self) -> int:
        """The part that is shown: a step's `urutan`, or one of the parts that are no step."""
        butir = self.daftar.currentItem()
        return IDENTITAS if butir is None else int(butir.data(Qt.ItemDataRole.UserRole))

    def pilih(self, kunci: int) -> None:
        """Show a part."""
        for ke in range(self.daftar.count()):
            if self.daftar.item(ke).data(Qt.ItemDataRole.UserRole) == kunci:
                self.daftar.setCurrentRow(ke)
        self._pindah()

    @Slot()
    def _pindah(self) -> None:
        kunci = self.terpilih
        panel = {IDENTITAS: self.identitas, PERAN: self.peran, LEMBAR: self.lembar}.get(kunci, self.langkah)
        if panel is self.langkah:
            self.langkah.tunjuk(kunci)
        self.tumpukan.setCurrentWidget(panel)
        self._atur_tombol()

    def _atur_tombol(self) -> None:
        kunci, akhir = self.terpilih, len(self.ruang.kini.langkah)
        self.naik.setEnabled(kunci > 1)
        self.turun.setEnabled(0 < kunci < akhir)
        self.hapus.setEnabled(kunci > 0 and akhir > 1)

    @Slot()
    def _berubah(self) -> None:
        sunting = self.ruang.penyunting
        self._isi_daftar()
        self.nama.setText(sunting.kini.nama_layar.tampil or self.tr("(belum diberi nama)"))
        self.versi.atur(self._kata_versi(), Nada.PERHATIAN if sunting.berubah else Nada.AKSEN)
        self.urung.setEnabled(sunting.dapat_diurungkan)
        masalah = sunting.masalah
        self.periksa.atur(masalah)
        self.simpan.setEnabled(sunting.berubah and not masalah)
        self.ekspor.setEnabled(not masalah)
        if self.terpilih == LEMBAR:
            self.lembar.tunjuk()
        self._atur_tombol()

    def _kata_versi(self) -> str:
        sunting = self.ruang.penyunting
        if sunting.asal is None:
            return self.tr("Belum disimpan")
        kata = self.tr("Versi {n}").format(n=sunting.asal.versi)
        return self.tr("{versi}, diubah").format(versi=kata) if sunting.berubah else kata

    @Slot()
    def _ke_masalah(self) -> None:
        masalah = self.ruang.penyunting.masalah
        if masalah:
            ke = masalah[0].langkah
            self.pilih(ke or (PERAN if masalah[0].kalimat.startswith("Peran") else IDENTITAS))

    # --- steps -------------------------------------------------------------------------------------------------------

    @Slot()
    def tambah_langkah(self) -> None:
        """Ask for a new step and put it after the chosen one."""
        sesudah = self.terpilih if self.terpilih > 0 else len(self.ruang.kini.langkah)
        jawab = DialogLangkahBaru.ask(self, self.ruang.kini, sesudah)
        if jawab is not None:
            self.ruang.ubah(lambda d: susunan.tambah_langkah(d, *jawab))
            self.pilih(jawab[0] + 1)

    def geser(self, arah: int) -> None:
        """Move the chosen step by one place."""
        dari, ke = self.terpilih, self.terpilih + arah
        self.ruang.ubah(lambda d: susunan.pindah_langkah(d, dari, ke))
        self.pilih(ke)

    @Slot()
    def hapus_langkah(self) -> None:
        """Take the chosen step out; it can be undone."""
        urutan = self.terpilih
        self.ruang.ubah(lambda d: susunan.hapus_langkah(d, urutan))
        self.pilih(min(urutan, len(self.ruang.kini.langkah)))

    # --- keeping -----------------------------------------------------------------------------------------------------

    @Slot()
    def simpan_versi(self) -> None:
        """Ask for a note and keep what stands as the next version."""
        sop = self.ruang.kini
        catatan = DialogSimpan.ask(self, sop.nama_layar.tampil)
        if catatan is not None:
            self.konteks.tulis(
                self.tr("Menyimpan versi SOP"),
                lambda kerja: versi.simpan_sop(kerja, sop, catatan=catatan),
                induk=self,
                berhasil=self._tersimpan,
                ubah=(Area.KANTOR, Area.KEGIATAN),
            )

    def _tersimpan(self, sop: DefinisiSop) -> None:
        self.ruang.penyunting = Penyunting(sop, asal=sop)
        self._berubah()
        pesan.info(
            self, self.tr("Versi {n} tersimpan").format(n=sop.versi), self.tr("Kegiatan baru memakai versi ini.")
        )

    @Slot()
    def simpan_berkas(self) -> None:
        """Write what stands as a file for another office."""
        tulis_berkas(self, self.konteks, self.ruang.kini)

    @Slot()
    def tutup(self) -> None:
        """Go back to the list once unsaved work may go."""
        if self.boleh_ditinggalkan():
            self.selesai.emit()

    def boleh_ditinggalkan(self) -> bool:
        if not self.ruang.penyunting.berubah:
            return True
        return pesan.tanya(
            self,
            self.tr("Perubahan belum disimpan"),
            self.tr("Perubahan pada SOP {nama} akan hilang.").format(nama=self.nama.text()),
            ya=self.tr("&Tinggalkan tanpa menyimpan"),
            tidak=self.tr("&Kembali menyunting"),
            bahaya=True,
        )


def tulis_berkas(induk: QWidget, konteks: Konteks, sop: DefinisiSop) -> None:
    """Ask where, and write an SOP there."""
    nama, _ = QFileDialog.getSaveFileName(
        induk, induk.tr("Simpan SOP ke berkas"), berkas_sop.nama_berkas(sop), induk.tr("Berkas SOP (*.json)")
    )
    if nama:
        konteks.baca_lama(
            induk.tr("Menyimpan berkas SOP"),
            lambda _k, _c: berkas_sop.ekspor_sop(sop, Path(nama)),
            induk=induk,
            berhasil=lambda ke: pesan.info(induk, induk.tr("Berkas SOP tersimpan"), ke.name),
        )
