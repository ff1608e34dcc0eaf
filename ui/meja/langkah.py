"""The page of one step: where we are, what to do, how far it is, what is missing, and how to finish it."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.bahasa.istilah import label
from app.bahasa.sop import MASUKAN
from app.jobs import JobContext
from app.kerja import Kerja
from app.sop.halaman import HalamanLangkah, lihat_langkah
from app.sop.jalan import Sesudah
from db.galat import KnownError
from db.istilah import StatusLangkah, Zona
from ui import pesan
from ui.halaman import Konteks
from ui.komponen import (
    BilahTindakan,
    Chip,
    Gulir,
    JenisTombol,
    Kartu,
    PanelLipat,
    Stepper,
    Teks,
    Tombol,
    atur_sifat,
    baris,
    kolom,
)
from ui.komponen.susun import BarisAlir, kosongkan
from ui.meja import aksi, tulisan
from ui.meja.kelengkapan import KartuKelengkapan
from ui.meja.kemajuan import HITUNG, KartuKemajuan, Kemajuan
from ui.meja.kertas import KartuPengesahan, KartuPosisi
from ui.meja.riwayat import DialogRiwayat
from ui.meja.tindakan import TindakanLangkah
from ui.tema import Nada

RENDAH = 560  # below this height the steps become one line


class PanelLangkah(QWidget):
    """Shows one putaran of one step. `pindah` asks the desk to show another one."""

    pindah = Signal(object)  # pelaksanaan_id

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self._konteks = konteks
        self.halaman: HalamanLangkah | None = None
        self._zona = Zona.WIB
        self._terbuka: set[str] = set()
        self._kemajuan: dict[UUID, Kemajuan] = {}
        self.tindakan = TindakanLangkah(konteks, self)
        self.tindakan.sesudah = self._maju
        self.stepper = Stepper()
        self.stepper.dipilih.connect(self._ke_titik)
        self._wadah = QWidget()
        self._tata = QVBoxLayout(self._wadah)
        self._tata.setContentsMargins(8, 12, 20, 12)
        self._tata.setSpacing(10)
        self.gulir = Gulir(self._wadah)
        self._buat_kaki()
        tata = kolom(self.gulir, self.kaki, jarak=0)
        tata.setStretch(0, 1)
        self.setLayout(tata)

    def _buat_kaki(self) -> None:
        self.selesai = Tombol(self.tr("&Selesaikan langkah"), JenisTombol.UTAMA, "check", klik=self.tindakan.selesaikan)
        self.kembalikan = Tombol(self.tr("&Kembalikan…"), nama_ikon="undo-2", klik=self.tindakan.kembalikan)
        self.lewati = Tombol(self.tr("Le&wati…"), nama=self.tr("Lewati dengan alasan"), klik=self.tindakan.lewati)
        self.lain = Tombol("", JenisTombol.TAUTAN, "ellipsis", nama=self.tr("Tindakan lain pada langkah ini"))
        menu = QMenu(self.lain)
        menu.addAction(self.tr("Langkah ini tidak berlaku…"), self.tindakan.langkah_tidak_berlaku)
        self.lain.setMenu(menu)
        self.kaki = BilahTindakan([self.kembalikan, self.lewati, self.lain], self.selesai, tepi=(10, 8))
        self.kaki.menuju.connect(self._menuju)

    # --- showing -----------------------------------------------------------------------------------------------------

    @property
    def pelaksanaan_id(self) -> UUID | None:
        """The putaran that is shown."""
        return self.halaman.pelaksanaan_id if self.halaman else None

    def tampilkan(self, pelaksanaan_id: UUID) -> bool:
        """Read and show a step; False (after saying why) when it cannot be shown."""
        try:
            with self._konteks.membaca() as kerja:
                halaman = lihat_langkah(kerja, pelaksanaan_id)
                self._zona = Zona(kerja.kantor.zona)
        except KnownError as salah:
            pesan.gagal(self, salah)
            return False
        sama = self.pelaksanaan_id == pelaksanaan_id
        self.halaman = self.tindakan.halaman = halaman
        letak = self.gulir.verticalScrollBar().value() if sama else 0
        fokus = self._nama_fokus() if sama else ""
        self._isi(halaman)
        self._atur_kaki(halaman)
        self._wadah.adjustSize()
        self.gulir.verticalScrollBar().setValue(letak)
        self._kembalikan_fokus(fokus)
        self._hitung(halaman)
        return True

    def _nama_fokus(self) -> str:
        widget = self.focusWidget()
        return widget.accessibleName() if widget is not None and self._wadah.isAncestorOf(widget) else ""

    def _kembalikan_fokus(self, nama: str) -> None:
        """Put the focus where it was, on the widget that took the old one's place."""
        if not nama:
            return
        for widget in self._wadah.findChildren(QWidget):
            if widget.accessibleName() == nama and widget.isEnabled():
                widget.setFocus()
                return

    def _isi(self, h: HalamanLangkah) -> None:
        self.stepper.setParent(None)
        kosongkan(self._tata)
        kartu = Kartu()
        kartu.tambah(self.stepper)
        self.stepper.show()
        self._isi_stepper(h)
        self._tata.addLayout(self._kepala(h))
        self._tata.addWidget(kartu)
        self._tata.addLayout(self._judul(h))
        for kata, nada in self._pemberitahuan(h):
            self._tata.addWidget(_pita(kata, nada))
        self.pekerjaan = self._pekerjaan(h)
        self._tata.addWidget(self.pekerjaan)
        self._tempat_kemajuan = QVBoxLayout()
        self._tata.addLayout(self._tempat_kemajuan)
        self.kelengkapan = KartuKelengkapan(h, self.tindakan, self._zona, self._terbuka, self._ingat)
        self.pengesahan, self.posisi = KartuPengesahan(h, self.tindakan), KartuPosisi(h, self.tindakan)
        self.kelengkapan.setVisible(bool(h.kelengkapan))
        berjalan = h.boleh.catat_kertas
        self.pengesahan.setVisible(bool(h.paraf or h.pengesahan or berjalan))
        self.posisi.setVisible(bool(h.posisi or berjalan))
        for satu in (self.kelengkapan, self.pengesahan, self.posisi):
            self._tata.addWidget(satu)
        self._tata.addStretch(1)
        self._tunjukkan_kemajuan(self._kemajuan.get(h.pelaksanaan_id))

    def _ingat(self, kode: str, terbuka: bool) -> None:
        (self._terbuka.add if terbuka else self._terbuka.discard)(kode)

    def _isi_stepper(self, h: HalamanLangkah) -> None:
        kini = next((n for n, t in enumerate(h.tahapan) if t.kini), len(h.tahapan) - 1)
        dilihat = next((n for n, t in enumerate(h.tahapan) if t.urutan == h.langkah.urutan), -1)
        self.stepper.atur(
            tulisan.titik_stepper(h.tahapan), tulisan.cabang_stepper(h.tahapan), kini=kini, terpilih=dilihat
        )

    def _kepala(self, h: HalamanLangkah) -> Any:
        nama = Teks(tulisan.nama_lengkap(h.nama_kegiatan, h.periode), "redup", bungkus=True)
        sop = Tombol(self.tr("&Lembar SOP"), JenisTombol.TAUTAN, "route", klik=self._lembar_sop)
        riwayat = Tombol(self.tr("&Riwayat"), JenisTombol.TAUTAN, "history", klik=self._riwayat)
        atur = Tombol(self.tr("&Atur"), JenisTombol.TAUTAN, "settings", klik=self._atur_kegiatan)
        atur.setToolTip(self.tr("Nama, pagu, kuota, aturan kelayakan, tahap, dan desa kegiatan ini"))
        tata = baris(nama, atur, sop, riwayat, jarak=4)
        tata.setStretch(0, 1)
        return tata

    def _judul(self, h: HalamanLangkah) -> Any:
        chip = Chip()
        if h.status is StatusLangkah.BERJALAN and h.batas.sisa is not None:
            chip.atur(h.batas.sisa.kata, tulisan.nada_sisa(h.batas.sisa))
        elif h.status is not StatusLangkah.BERJALAN:
            chip.atur(label(h.status), _NADA_STATUS.get(h.status, Nada.NETRAL))
        mutu = [f"Mutu baku {h.batas.standar}"]
        if h.batas.target:
            mutu.append(f"target kantor {h.batas.target}")
        if h.langkah.output.tampil:
            mutu.append(f"Output: {h.langkah.output.tampil}")
        judul = Teks(h.langkah.kegiatan.tampil, "judul", bungkus=True)
        pelaksana = Teks(f"Pelaksana: {' → '.join(h.pelaksana)}", "redup", bungkus=True)
        atas = baris(judul, chip, jarak=10)
        atas.setStretch(0, 1)
        return kolom(atas, Teks(" · ".join(mutu), "redup", bungkus=True), pelaksana, jarak=2)

    def _pemberitahuan(self, h: HalamanLangkah) -> list[tuple[str, str]]:
        """What must be said before anything else about this step."""
        hasil: list[tuple[str, str]] = []
        if h.dikembalikan and h.status in (StatusLangkah.BERJALAN, StatusLangkah.MENUNGGU):
            hasil.append((f"Dikembalikan ke langkah ini (putaran ke-{h.putaran}): {h.dikembalikan}", "perhatian"))
        if h.status not in (StatusLangkah.BERJALAN, StatusLangkah.MENUNGGU):
            kata = [label(h.status), h.keluaran, f"Alasan: {h.alasan}" if h.alasan else ""]
            hasil.append((" · ".join(k for k in kata if k), "aksen"))
        if not h.terbaru:
            hasil.append(("Ini putaran lama dari langkah ini. Putaran baru sudah dibuka.", "perhatian"))
        if h.batas.peringatan and h.status is StatusLangkah.BERJALAN:
            hasil.append((h.batas.peringatan, "perhatian"))
        return hasil

    def _pekerjaan(self, h: HalamanLangkah) -> Kartu:
        kartu = Kartu("Yang dikerjakan")
        if h.langkah.instruksi.tampil:
            kartu.tambah(Teks(h.langkah.instruksi.tampil, bungkus=True))
        if h.pemohon:
            banyak = h.pemohon.get(h.langkah.urutan, 0)
            kartu.tambah(Teks(f"{banyak} pemohon sedang di langkah ini.", "redup"))
        if h.masukan_kurang:
            kurang = ", ".join(MASUKAN[f] for f in h.masukan_kurang)
            kartu.tambah(Teks(f"Pekerjaan di langkah ini menunggu: {kurang}.", "redup", bungkus=True))
        self.tombol_aksi: list[Tombol] = []
        if h.boleh.mulai:
            mulai = Tombol(self.tr("&Mulai sekarang"), nama_ikon="play", klik=self.tindakan.mulai)
            mulai.setEnabled(not h.masukan_kurang)
            self.tombol_aksi.append(mulai)
        acuan = self.acuan(h)
        for ke, tombol in enumerate(aksi.tombol(self._konteks, acuan)):
            jenis = (
                JenisTombol.UTAMA if ke == 0 and h.boleh.kerjakan and not self._bisa_selesai(h) else JenisTombol.BIASA
            )
            buka = partial(self.buka_aksi, tombol)
            self.tombol_aksi.append(Tombol(tombol.teks, jenis, tombol.nama_ikon, klik=buka))
        if self.tombol_aksi:
            kartu.tambah(BarisAlir(*self.tombol_aksi))
        if h.keluaran and h.status is StatusLangkah.BERJALAN and h.langkah.aksi not in HITUNG:
            kartu.tambah(Teks(f"Hasil sejauh ini: {h.keluaran}", "redup", bungkus=True))
        return kartu

    @staticmethod
    def _bisa_selesai(h: HalamanLangkah) -> bool:
        """Nothing stands in the way but the output, which the dialog asks for."""
        return h.boleh.selesaikan and all(x.kode == "hasil_belum_dicatat" for x in h.menahan)

    def _atur_kaki(self, h: HalamanLangkah) -> None:
        bisa = self._bisa_selesai(h)
        self.selesai.setVisible(h.boleh.selesaikan)
        self.selesai.setEnabled(bisa)
        self.kembalikan.setVisible(bool(h.boleh.kembalikan))
        self.lewati.setVisible(h.boleh.lewati)
        self.lain.setVisible(h.boleh.tidak_berlaku)
        alasan = "" if bisa else tulisan.ringkas_halangan(h)
        if not h.boleh.selesaikan:
            alasan = self._alasan_menunggu(h)
        self.kaki.atur_alasan(alasan, self.tr("Tunjukkan") if h.boleh.selesaikan and not bisa and h.menahan else "")
        ada = any(not w.isHidden() for w in (self.selesai, self.kembalikan, self.lewati, self.lain)) or bool(alasan)
        self.kaki.setVisible(ada)

    def _alasan_menunggu(self, h: HalamanLangkah) -> str:
        """Say why this account has nothing to finish here."""
        if h.status is StatusLangkah.BERJALAN:
            return f"Menunggu {', '.join(h.pelaksana)}"
        if h.status is StatusLangkah.MENUNGGU:
            bisa = h.boleh.mulai and not h.masukan_kurang
            return "Belum gilirannya; boleh dimulai lebih awal" if bisa else "Menunggu langkah sebelumnya"
        return ""

    # --- counts ------------------------------------------------------------------------------------------------------

    def _hitung(self, h: HalamanLangkah) -> None:
        hitung = HITUNG.get(h.langkah.aksi)
        if hitung is None:
            return

        def kerja(k: Kerja, _c: JobContext) -> tuple[UUID, Kemajuan | None]:
            return h.pelaksanaan_id, hitung(k, h.kegiatan_id)

        self._konteks.baca_lama("Menghitung kemajuan", kerja, induk=self, berhasil=self._terhitung)

    def _terhitung(self, hasil: tuple[UUID, Kemajuan | None]) -> None:
        pelaksanaan_id, kemajuan = hasil
        if kemajuan is not None:
            self._kemajuan[pelaksanaan_id] = kemajuan
        if pelaksanaan_id == self.pelaksanaan_id:
            self._tunjukkan_kemajuan(kemajuan)

    def _tunjukkan_kemajuan(self, kemajuan: Kemajuan | None) -> None:
        kosongkan(self._tempat_kemajuan)
        if kemajuan is not None:
            buka = self.tombol_aksi[0].click if self.tombol_aksi else None
            self._tempat_kemajuan.addWidget(KartuKemajuan(kemajuan, buka))

    # --- going -------------------------------------------------------------------------------------------------------

    def acuan(self, h: HalamanLangkah) -> aksi.AcuanLangkah:
        """Return what the step's own pages need to know."""
        return aksi.AcuanLangkah(
            h.kegiatan_id, h.nama_kegiatan, h.pelaksanaan_id, h.langkah.urutan, h.langkah.nama_layar.tampil,
            h.langkah.aksi, h.usulan_id, h.boleh.kerjakan, h.jenis_bantuan, h.cetak,
        )  # fmt: skip

    def buka_aksi(self, tombol: aksi.TombolAksi) -> None:
        """Open the step's own page."""
        if self.halaman is None:
            return
        halaman = tombol.buka(self._konteks, self.acuan(self.halaman))
        if halaman is not None:
            self._konteks.dorong(halaman)

    @Slot(int)
    def _ke_titik(self, nomor: int) -> None:
        if self.halaman is not None:
            self.pindah.emit(self.halaman.tahapan[nomor].pelaksanaan_id)

    def _maju(self, sesudah: Sesudah) -> None:
        if sesudah.berikut is not None:
            self.pindah.emit(sesudah.berikut)

    @Slot()
    def _menuju(self) -> None:
        """Take the user to what is missing."""
        if self.halaman is None or not self.halaman.menahan:
            return
        apa, _, kode = self.halaman.menahan[0].sasaran.partition(":")
        if apa == "langkah":
            self._ke_titik(int(kode) - 1)
        elif apa == "dokumen":
            self._tunjuk(self.kelengkapan.baris.get(kode, self.kelengkapan))
        elif apa == "paraf":
            self._tunjuk(self.pengesahan.baris.get(kode, self.pengesahan))
        elif apa == "hasil":
            self.tindakan.selesaikan()
        else:
            self._tunjuk(self.pekerjaan)

    def _tunjuk(self, widget: QWidget) -> None:
        if isinstance(widget, PanelLipat):
            widget.buka()
        self.gulir.ensureWidgetVisible(widget, 0, 40)
        bisa = (
            w for w in widget.findChildren(QWidget) if w.isEnabled() and w.isVisible() and w.focusPolicy().value & 1
        )
        fokus = next(bisa, None)
        if fokus is not None:
            fokus.setFocus()

    @Slot()
    def _riwayat(self) -> None:
        if self.halaman is not None:
            DialogRiwayat.tampilkan(self, self.halaman, self._zona)

    @Slot()
    def _atur_kegiatan(self) -> None:
        from ui.kegiatan.halaman import HalamanKegiatan

        if self.halaman is not None:
            self._konteks.dorong(HalamanKegiatan(self._konteks, self.halaman.kegiatan_id))

    @Slot()
    def _lembar_sop(self) -> None:
        from ui.meja.lembar_sop import tampilkan

        if self.halaman is not None:
            tampilkan(self, self._konteks, self.halaman)

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        super().resizeEvent(kejadian)
        self.stepper.atur_ringkas(self.height() < RENDAH)


_NADA_STATUS = {
    StatusLangkah.SELESAI: Nada.BAIK,
    StatusLangkah.SEBELUM_APLIKASI: Nada.BAIK,
    StatusLangkah.DILEWATI: Nada.PERHATIAN,
    StatusLangkah.DIKEMBALIKAN: Nada.PERHATIAN,
}


def _pita(kata: str, nada: str) -> Kartu:
    """Return a soft band with one sentence."""
    pita = Kartu(tepi=14)
    atur_sifat(pita, nada=nada)
    pita.tambah(Teks(kata, bungkus=True, pilih=True))
    return pita
