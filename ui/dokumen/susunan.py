"""The editor of a layout of columns: choose fields, put them in order, name them, look at the first rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.bahasa.angka import bilangan
from app.bahasa.waktu import tanggal_angka
from app.dokumen.isi_daftar import BarisOrang, KolomProfil
from app.profil_kolom import BIDANG, Profil, judul_lazim
from app.profil_kolom.bidang import KOSONG, TETAP, pembaca
from ui.komponen import (
    DialogSalur,
    Isian,
    JenisTombol,
    Kolom,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.tema import tema

_PERAN = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class JawabanSusunan:
    """A layout to be kept under `nama`, or (`hapus`) the office's own of that name to be taken away."""

    nama: str
    kolom: tuple[KolomProfil, ...]
    polos: bool
    hapus: bool = False


class DialogSusunan(DialogSalur):
    """Fields at the left, the columns in their order beside them, the chosen column's words and a look below."""

    def __init__(
        self, induk: QWidget | None, profil: Sequence[Profil], kini: str | None, contoh: Sequence[BarisOrang]
    ) -> None:
        super().__init__(
            induk,
            self.tr("Susunan kolom"),
            self.tr(
                "Pilih isian, atur urutannya, dan tulis judulnya. Nama dan jumlah orang dalam daftar tidak berubah."
            ),
            setuju=self.tr("&Simpan dan pakai"),
            nama_ikon="save",
            lebar=1000,
        )
        self._profil = {p.kode: p for p in profil}
        self._contoh = tuple(contoh)
        self._hapus = self._mengisi = False
        self._isi: dict[int, KolomProfil] = {}  # by the number on its item: Qt copies item data, and as bytes on a drag
        self.mulai = Pilihan([(p.kode, p.nama) for p in profil], kini=kini if kini in self._profil else None)
        self.nama = QLineEdit()
        self.polos = QCheckBox(self.tr("T&anpa kepala dan jumlah"))
        self.polos.setToolTip(self.tr("Judul kolom di baris pertama, untuk diunggah ke aplikasi lain"))
        self._buat_daftar()
        self._buat_rincian()
        self.cuplikan = kolom()
        self._susun_isi()
        self.mulai.currentIndexChanged.connect(self._muat)
        self._muat()

    # --- building ----------------------------------------------------------------------------------------------------

    def _buat_daftar(self) -> None:
        px = tema().ukuran.px
        self.tersedia, self.dipakai = QListWidget(), QListWidget()
        for kode, bidang in BIDANG.items():
            butir = QListWidgetItem(bidang.label)
            butir.setData(_PERAN, kode)
            self.tersedia.addItem(butir)
        self.tersedia.setAccessibleName(self.tr("Isian yang tersedia"))
        self.tersedia.itemDoubleClicked.connect(self._tambahkan)
        self.dipakai.setAccessibleName(self.tr("Kolom yang dipakai"))
        self.dipakai.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.dipakai.currentRowChanged.connect(self._pilih)
        self.dipakai.model().rowsMoved.connect(self._tampilkan)
        for daftar in (self.tersedia, self.dipakai):
            daftar.setMinimumHeight(px(190))
            daftar.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            daftar.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tambahkan = Tombol(self.tr("&Tambah"), nama_ikon="plus", klik=self._tambahkan)
        self.naik = Tombol("", nama_ikon="chevron-up", klik=self._naikkan, nama=self.tr("Naikkan kolom"))
        self.turun = Tombol("", nama_ikon="chevron-down", klik=self._turunkan, nama=self.tr("Turunkan kolom"))
        self.buang = Tombol(self.tr("&Keluarkan"), nama_ikon="x", klik=self._keluarkan)

    def _buat_rincian(self) -> None:
        self.judul_kolom, self.isi_tetap = QLineEdit(), QLineEdit()
        self.i_judul = Isian(self.tr("&Judul kolom"), self.judul_kolom)
        self.i_isi = Isian(self.tr("&Isi di semua baris"), self.isi_tetap)
        self.judul_kolom.textEdited.connect(self._ubah_kolom)
        self.isi_tetap.textEdited.connect(self._ubah_kolom)
        self.kembalikan = Tombol(self.tr("K&embalikan"), nama_ikon="undo-2", klik=self._muat)
        self.kembalikan.setToolTip(self.tr("Susunan seperti semula, sebelum diubah di sini"))
        self.hapus = Tombol(self.tr("&Hapus"), JenisTombol.BAHAYA, "trash-2", klik=self._minta_hapus)
        self.tambah_tombol(self.hapus)

    def _susun_isi(self) -> None:
        kiri = kolom(Teks(self.tr("Isian yang tersedia"), "tebal"), self.tersedia, baris(self.tambahkan, None), jarak=4)
        tengah = kolom(
            Teks(self.tr("Kolom yang dipakai, seret untuk memindah"), "tebal"), self.dipakai,
            baris(self.naik, self.turun, self.buang, None), jarak=4,
        )  # fmt: skip
        kanan = kolom(self.i_judul, self.i_isi, self.polos, self.kembalikan, None, jarak=10)
        tiga = baris(kiri, tengah, kanan, jarak=16)
        for ke, porsi in enumerate((3, 4, 3)):
            tiga.setStretch(ke, porsi)
        self.i_nama = Isian(self.tr("&Nama susunan"), self.nama, self.tr("Nama yang sudah ada akan diganti"))
        self.tambah(
            kisi(Isian(self.tr("&Mulai dari"), self.mulai), self.i_nama), tiga,
            Teks(self.tr("Baris-baris pertama"), "tebal"), self.cuplikan,
        )  # fmt: skip

    # --- what is chosen ----------------------------------------------------------------------------------------------

    @Slot()
    def _muat(self) -> None:
        """Take the columns of the layout that one begins from."""
        profil = self._profil.get(self.mulai.nilai)
        if profil is None:
            return
        self._mengisi = True
        self.nama.setText(profil.nama)
        self.polos.setChecked(profil.polos)
        self.dipakai.clear()
        self._isi.clear()
        for satu in profil.kolom:
            self.dipakai.addItem(self._butir(satu))
        self._mengisi = False
        self.hapus.setVisible(not profil.bawaan)
        self.dipakai.setCurrentRow(0)
        self._tampilkan()

    @property
    def kolom(self) -> tuple[KolomProfil, ...]:
        """The columns in their order."""
        return tuple(self._isi[self.dipakai.item(n).data(_PERAN)] for n in range(self.dipakai.count()))

    def _butir(self, satu: KolomProfil) -> QListWidgetItem:
        """Make the line of a column."""
        nomor = max(self._isi, default=0) + 1
        self._isi[nomor] = satu
        butir = QListWidgetItem(_kata(satu))
        butir.setData(_PERAN, nomor)
        return butir

    @Slot()
    def _tambahkan(self) -> None:
        butir = self.tersedia.currentItem()
        if butir is None:
            return
        bidang = butir.data(_PERAN)
        baru = self._butir(KolomProfil(bidang, self._judul_baru(bidang)))
        self.dipakai.insertItem(self.dipakai.currentRow() + 1, baru)
        self.dipakai.setCurrentItem(baru)
        self._tampilkan()
        if bidang in (TETAP, KOSONG):
            self.judul_kolom.setFocus()

    def _judul_baru(self, bidang: str) -> str:
        """Return a heading that no other column has."""
        ada = {k.judul.casefold() for k in self.kolom}
        dasar = judul_lazim(bidang) or self.tr("KOLOM")
        calon = (dasar if n == 1 else f"{dasar} {n}" for n in range(1, len(ada) + 2))
        return next(c for c in calon if c.casefold() not in ada)

    @Slot()
    def _keluarkan(self) -> None:
        if self.dipakai.currentRow() >= 0:
            self.dipakai.takeItem(self.dipakai.currentRow())
            self._tampilkan()

    def _naikkan(self) -> None:
        self._pindah(-1)

    def _turunkan(self) -> None:
        self._pindah(1)

    def _pindah(self, arah: int) -> None:
        dari = self.dipakai.currentRow()
        ke = dari + arah
        if dari >= 0 and 0 <= ke < self.dipakai.count():
            butir = self.dipakai.takeItem(dari)
            self.dipakai.insertItem(ke, butir)
            self.dipakai.setCurrentRow(ke)
            self._tampilkan()

    @Slot(int)
    def _pilih(self, nomor: int) -> None:
        """Show the words of the chosen column."""
        satu = self.kolom[nomor] if 0 <= nomor < self.dipakai.count() else None
        self.i_judul.setEnabled(satu is not None)
        self.judul_kolom.setText(satu.judul if satu else "")
        self.isi_tetap.setText(satu.isi if satu else "")
        self.i_isi.setVisible(satu is not None and satu.bidang == TETAP)

    @Slot()
    def _ubah_kolom(self) -> None:
        butir = self.dipakai.currentItem()
        if butir is None:
            return
        nomor = butir.data(_PERAN)
        satu = self._isi[nomor] = replace(self._isi[nomor], judul=self.judul_kolom.text(), isi=self.isi_tetap.text())
        butir.setText(_kata(satu))
        self._tampilkan()

    # --- looking and agreeing ----------------------------------------------------------------------------------------

    @Slot()
    def _tampilkan(self) -> None:
        """Show the first rows as the workbook will have them."""
        if self._mengisi:
            return
        kosongkan(self.cuplikan)
        self.cuplikan.addWidget(_tabel(self.kolom, self._contoh))

    def periksa(self) -> str:
        judul = [k.judul.strip().casefold() for k in self.kolom]
        self.i_nama.atur_salah("" if self.nama.text().strip() else self.tr("Harus diisi."))
        if not judul:
            return self.tr("Pilih sedikitnya satu kolom.")
        if not all(judul):
            return self.tr("Kolom ke-{n} belum berjudul.").format(n=judul.index("") + 1)
        if len(set(judul)) < len(judul):
            kembar = next(k.judul for k in self.kolom if judul.count(k.judul.strip().casefold()) > 1)
            return self.tr("Judul {judul} dipakai dua kolom.").format(judul=kembar)
        return "" if self.nama.text().strip() else self.tr("Periksa isian yang ditandai.")

    @Slot()
    def _minta_hapus(self) -> None:
        self._hapus = True
        self.accept()

    @property
    def jawaban(self) -> JawabanSusunan:
        if self._hapus:
            return JawabanSusunan(self._profil[self.mulai.nilai].nama, (), False, hapus=True)
        return JawabanSusunan(self.nama.text().strip(), self.kolom, self.polos.isChecked())

    @classmethod
    def ask(
        cls, induk: QWidget | None, profil: Sequence[Profil], kini: str | None, contoh: Sequence[BarisOrang]
    ) -> JawabanSusunan | None:
        """Return the layout that is wanted, None when it was given up."""
        hasil: JawabanSusunan | None = bertanya(cls(induk, profil, kini, contoh))
        return hasil


def _kata(satu: KolomProfil) -> str:
    label = BIDANG[satu.bidang].label
    return satu.judul if satu.judul.casefold() == label.casefold() else f"{satu.judul or '…'}  ·  {label}"


def _tabel(susunan: Sequence[KolomProfil], contoh: Sequence[BarisOrang]) -> QWidget:
    """Return the first rows as a table."""
    isi = [tuple(_sel(pembaca(k)(b)) for k in susunan) for b in contoh]
    huruf = [max(len(k.judul), *(len(b[n]) for b in isi), 3) for n, k in enumerate(susunan)]
    model: ModelTabel[tuple[str, ...]] = ModelTabel(
        [Kolom(k.judul or "…", _ambil(n), lebar=min(240, 9 * huruf[n] + 16)) for n, k in enumerate(susunan)], isi
    )
    tabel = TabelData(model, nama="Baris-baris pertama")
    tabel.setSortingEnabled(False)
    tabel.setFixedHeight(tema().ukuran.px(200))
    return tabel


def _ambil(nomor: int) -> Any:
    return lambda b: b[nomor]


def _sel(nilai: Any) -> str:
    if isinstance(nilai, date):
        return tanggal_angka(nilai)
    if isinstance(nilai, int):
        return bilangan(nilai)
    return str(nilai or "")
