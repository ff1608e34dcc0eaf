"""What is chosen before a paper is made: desa, tahap, number, date, who signs, for the notice board or not."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.bahasa.istilah import pilihan
from app.dokumen.isi import Permintaan
from app.kantor import DataPejabat
from db.istilah import SifatSurat
from reports.cetak import DokumenTersedia
from ui.dokumen import setelan_printer, tulisan
from ui.dokumen.bentuk import BentukCetak
from ui.dokumen.kerja import IsiKegiatan
from ui.dokumen.pilih_orang import IsianOrang
from ui.komponen import Isian, IsianTanggal, Pilihan, Teks

Salinan = tuple[str | None, int | None, bool, UUID | None]
"""Desa, tahap, public, person: what tells two copies of a paper apart."""


class IsianCetak(QWidget):
    """The fields of one paper; `berubah` when the user changed any.

    Number, date and signer come from the last print of the same copy. What was typed for a paper stays for as long as
    the page lives.
    """

    berubah = Signal()
    minta_orang = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._isi: IsiKegiatan | None = None
        self._dokumen: DokumenTersedia | None = None
        self._ingat: dict[tuple[Any, str], Permintaan] = {}
        self._nama: dict[UUID, str] = {}
        self._mengisi = False
        self._buat()
        self._susun()
        self._sambung()

    def _buat(self) -> None:
        """Make the fields."""
        self.desa, self.tahap, self.penanda = Pilihan(), Pilihan(), Pilihan()
        self.nomor, self.tanggal = QLineEdit(), IsianTanggal()
        self.publik = QCheckBox(self.tr("Salinan &publik"))
        self.kata_publik = Teks(self.tr("NIK disamarkan, untuk papan pengumuman"), "kecil", bungkus=True)
        self.publik.setAccessibleDescription(self.kata_publik.text())
        self.kata_baru = QCheckBox(self.tr("Kata-kata te&rbaru"))
        self.kata_lama = Teks(self.tr("Cetakan terakhir memakai kata-kata sebelumnya"), "kecil", bungkus=True)
        self.kata_baru.setAccessibleDescription(self.kata_lama.text())
        self.bentuk = BentukCetak()
        self.orang = IsianOrang()
        self.orang.minta.connect(self.minta_orang)
        self.sifat = Pilihan(pilihan(SifatSurat), kini=SifatSurat.BIASA)
        self.ringan = QCheckBox(self.tr("Cetak &ringan"))
        self.ringan.setChecked(setelan_printer.baca().ringan)
        self.kata_ringan = Teks(self.tr("Tanpa gambar dan abu-abu, untuk printer pita"), "kecil", bungkus=True)
        self.ringan.setAccessibleDescription(self.kata_ringan.text())
        self.i_orang = Isian(self.tr("&Untuk"), self.orang)
        self.i_sifat = Isian(self.tr("S&ifat surat"), self.sifat)
        self.i_desa = Isian(self.tr("Desa/&kelurahan"), self.desa)
        self.i_tahap = Isian(self.tr("Ta&hap"), self.tahap)
        self.i_nomor = Isian(self.tr("&Nomor"), self.nomor)
        self.i_tanggal = Isian(self.tr("&Tanggal dokumen"), self.tanggal)
        self.i_penanda = Isian(self.tr("Penanda tan&gan"), self.penanda)

    def _susun(self) -> None:
        """Put them below each other."""
        tata = QVBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(8)
        for satu in (
            self.i_desa,
            self.i_tahap,
            self.i_orang,
            self.i_nomor,
            self.i_tanggal,
            self.i_penanda,
            self.i_sifat,
            self.publik,
            self.kata_publik,
            self.kata_baru,
            self.kata_lama,
            self.bentuk,
            self.ringan,
            self.kata_ringan,
        ):
            tata.addWidget(satu)
        tata.addStretch(1)

    def _sambung(self) -> None:
        """Listen to what the user changes."""
        self.desa.currentIndexChanged.connect(self._ganti_salinan)
        self.tahap.currentIndexChanged.connect(self._ganti_salinan)
        self.publik.toggled.connect(self._ganti_salinan)
        self.orang.berubah.connect(self._ganti_salinan)
        self.kata_baru.toggled.connect(self._ubah)
        self.sifat.currentIndexChanged.connect(self._ubah)
        self.ringan.toggled.connect(self._ganti_ringan)
        self.bentuk.berubah.connect(self._ubah)
        self.nomor.textEdited.connect(self._ubah)
        self.tanggal.dateChanged.connect(self._ubah)
        self.penanda.currentIndexChanged.connect(self._ubah)

    # --- filling -----------------------------------------------------------------------------------------------------

    def atur(self, isi: IsiKegiatan, dokumen: DokumenTersedia, salinan: Salinan | None = None) -> None:
        """Show the fields of a paper; `salinan` chooses one of its copies."""
        self._isi, self._dokumen = isi, dokumen
        lama = self._ingat.get((isi.kegiatan_id, dokumen.kode)) if salinan is None else None
        terakhir = dokumen.terakhir
        if salinan is None and lama is not None:
            salinan = (lama.desa, lama.tahap, lama.publik, lama.orang)
        elif salinan is None and terakhir is not None:
            salinan = (terakhir.kode_desa, terakhir.tahap, terakhir.publik, None)
        desa, tahap, publik, orang = salinan or (None, None, False, None)
        self._mengisi = True
        self.orang.atur(orang if dokumen.perorangan else None, self._nama.get(orang, "") if orang else "")
        self._isi_pilihan(isi, dokumen, desa, tahap, publik=publik)
        self._isi_penanda(isi.pejabat)
        self.bentuk.atur(dokumen.kode, lama.per_lembar if lama and lama.per_lembar else isi.per_lembar, isi.profil)
        self._mengisi = False
        self._isi_nomor()
        if lama is not None:
            self._mengisi = True
            self.kata_baru.setChecked(lama.revisi == 0)
            self._mengisi = False
        if lama is not None and self.salinan == (lama.desa, lama.tahap, lama.publik, lama.orang):
            self._kembalikan(lama)

    def _isi_pilihan(
        self, isi: IsiKegiatan, d: DokumenTersedia, desa: str | None, tahap: int | None, *, publik: bool
    ) -> None:
        butir = [(k, isi.desa.get(k, k)) for k in d.desa]
        self.desa.atur(butir, kini=desa if desa in d.desa else None, kosong=self.tr("Semua, berurutan"))
        satu_tahap = d.kode in tulisan.SATU_TAHAP
        semua = "" if satu_tahap else self.tr("Semua tahap")
        baku = isi.tahap[0][0] if satu_tahap and isi.tahap else None
        self.tahap.atur(isi.tahap, kini=tahap or baku, kosong=semua)
        self.publik.setChecked(publik and d.kode in tulisan.PUBLIK)
        self.i_desa.setVisible(bool(d.desa))
        self.i_tahap.setVisible(d.kode in tulisan.BERTAHAP and len(isi.tahap) > 1)
        self.i_nomor.setVisible(d.kode in tulisan.BERNOMOR)
        berpenanda = d.kode not in tulisan.TANPA_PENANDA
        self.i_tanggal.setVisible(berpenanda or d.kode in tulisan.KEADAAN)
        self.i_penanda.setVisible(berpenanda)
        self.publik.setVisible(d.kode in tulisan.PUBLIK)
        self.kata_publik.setVisible(d.kode in tulisan.PUBLIK)
        self.i_orang.setVisible(d.perorangan)
        self.i_sifat.setVisible(d.surat)
        self.ringan.setVisible(d.format == "pdf")
        self.kata_ringan.setVisible(d.format == "pdf")

    def _isi_penanda(self, pejabat: Sequence[DataPejabat]) -> None:
        butir = [(p.id, f"{p.nama} · {p.jabatan}") for p in pejabat]
        self.penanda.atur(butir, kosong=self.tr("Sesuai jenis dokumen"))

    def _isi_nomor(self) -> None:
        """Take number, date and signer of the last print of this copy."""
        assert self._isi is not None
        lama = self._cetakan_lama
        self._mengisi = True
        self.nomor.setText((lama.nomor if lama.nomor_dasar is None else lama.nomor_dasar) if lama else "")
        self.sifat.nilai = (lama.sifat if lama else None) or SifatSurat.BIASA
        kini = lama is None or (self._dokumen is not None and self._dokumen.kode in tulisan.KEADAAN)
        self.tanggal.nilai = self._isi.hari_ini if kini or lama is None else lama.tanggal
        siapa = (lama.penandatangan, lama.jabatan_penandatangan) if lama else None
        self.penanda.nilai = next((p.id for p in self._isi.pejabat if (p.nama, p.jabatan) == siapa), None)
        usang = bool(lama and lama.revisi and self._dokumen and lama.revisi != self._dokumen.revisi)
        self.kata_baru.setChecked(False)
        self.kata_baru.setVisible(usang)
        self.kata_lama.setVisible(usang)
        self._tulis_petunjuk_nomor(lama)
        self._mengisi = False

    def _tulis_petunjuk_nomor(self, lama: Any) -> None:
        """Say what an empty number means; several letters in one print each get theirs."""
        if self._bernomor_masing:
            self.nomor.setPlaceholderText(self.tr("satu per surat"))
            self.nomor.setToolTip(
                self.tr("Kosong: nomor lama tiap surat, atau dari penomoran kantor. Diisi: nomor/1, nomor/2, …")
            )
            return
        self.nomor.setPlaceholderText(self.tr("titik-titik") if lama else self.tr("dari penomoran kantor"))
        self.nomor.setToolTip("")

    @property
    def _bernomor_masing(self) -> bool:
        """Whether one print holds the letters of several desa."""
        d = self._dokumen
        return d is not None and d.bernomor and not d.perorangan and len(d.desa) > 1 and self.desa.nilai is None

    def _kembalikan(self, lama: Permintaan) -> None:
        self._mengisi = True
        self.nomor.setText(lama.nomor or "")
        self.tanggal.nilai = lama.tanggal
        self.penanda.nilai = lama.penandatangan_id
        self.sifat.nilai = lama.sifat or SifatSurat.BIASA
        self._mengisi = False

    @property
    def _cetakan_lama(self) -> Any:
        if self._isi is None or self._dokumen is None:
            return None
        desa, tahap, publik, orang = self.salinan
        return tulisan.cetakan_sama(self._isi.riwayat, self._dokumen.kode, desa, tahap, publik=publik, orang=orang)

    # --- what is chosen ----------------------------------------------------------------------------------------------

    @property
    def salinan(self) -> Salinan:
        """Which copy of the paper is meant; a kegiatan of one tahap names none."""
        beberapa = self._isi is not None and len(self._isi.tahap) > 1
        bertahap = beberapa and self._dokumen is not None and self._dokumen.kode in tulisan.BERTAHAP
        return self.desa.nilai, self.tahap.nilai if bertahap else None, self.publik.isChecked(), self.orang.nilai

    @property
    def permintaan(self) -> Permintaan:
        """What is chosen, as the printing takes it."""
        return self.permintaan_desa(self.desa.nilai)

    def permintaan_desa(self, desa: str | None) -> Permintaan:
        """Return what is chosen, for another desa: its number is its own, the rest is shared."""
        _, tahap, publik, orang = self.salinan
        kode = self._dokumen.kode if self._dokumen is not None else ""
        nomor: str | None = self.nomor.text().strip()
        dari_kantor = self._bernomor_masing or self._cetakan_lama is None
        if kode not in tulisan.BERNOMOR or desa != self.desa.nilai or (not nomor and dari_kantor):
            nomor = None  # its own, or from its last print, else the office's counter
        tanggal = self.tanggal.nilai if not self.i_tanggal.isHidden() else None
        revisi = 0 if self.kata_baru.isChecked() else None
        return Permintaan(
            desa, tahap, nomor, tanggal, self.penanda.nilai, publik, revisi, per_lembar=self.bentuk.banyak,
            profil=self.bentuk.profil, ringan=self.ringan.isChecked(), orang=orang if desa == self.desa.nilai else None,
            sifat=self.sifat.nilai if self._dokumen is not None and self._dokumen.surat else None,
        )  # fmt: skip

    @property
    def kata_tahap(self) -> str:
        """Name the chosen tahap for a file name; empty where there is none to name."""
        return self.tahap.currentText() if self.salinan[1] is not None else ""

    def pilih_orang(self, orang: UUID, nama: str) -> None:
        """Make the paper for one person."""
        self._nama[orang] = nama
        self.orang.atur(orang, nama)
        self._ganti_salinan()

    def kenalkan(self, orang: UUID, nama: str) -> None:
        """Learn the name of somebody whom a copy may be for."""
        self._nama[orang] = nama

    # --- changes -----------------------------------------------------------------------------------------------------

    @Slot()
    def _ganti_salinan(self) -> None:
        if not self._mengisi and self._dokumen is not None:
            tanggal, penanda = self.tanggal.nilai, self.penanda.nilai
            self._isi_nomor()
            if self._cetakan_lama is None:  # date and signer are chosen once
                self._mengisi = True
                self.tanggal.nilai, self.penanda.nilai = tanggal, penanda
                self._mengisi = False
            self._ubah()

    @Slot(bool)
    def _ganti_ringan(self, ya: bool) -> None:
        """Remember on this laptop how papers are printed."""
        setelan_printer.simpan(replace(setelan_printer.baca(), ringan=ya))
        self._ubah()

    @Slot()
    def _ubah(self) -> None:
        if not self._mengisi and self._isi is not None and self._dokumen is not None:
            self._ingat[(self._isi.kegiatan_id, self._dokumen.kode)] = self.permintaan
            self.berubah.emit()
