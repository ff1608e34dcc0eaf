"""Kata-kata dokumen: the office's own words of every letter and decree, with the printed page beside."""

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.bahasa import waktu
from app.dokumen.naskah import baca_naskah, rupa_naskah
from app.jobs import JobContext
from app.kerja import Kerja
from app.templat import Templat, simpan_templat
from ui import pesan
from ui.dokumen.ruang_pratinjau import RuangPratinjau
from ui.dokumen.terakhir import PembacaTerakhir
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BarisDaftar,
    BilahTindakan,
    Chip,
    DaftarKartu,
    JenisTombol,
    Kartu,
    KepalaDaftar,
    Pilihan,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.naskah import kerja
from ui.naskah.penyunting import Penyunting
from ui.naskah.tujuan import TujuanNaskah
from ui.tema import Nada, tema

JEDA = 500  # milliseconds after the last key until the preview is made again


class HalamanNaskah(Halaman):
    """The texts of the office. `tujuan` takes a `TujuanNaskah`."""

    judul = "Kata-kata dokumen"
    dengar = frozenset({Area.KANTOR, Area.KEGIATAN, Area.PENETAPAN, Area.PENYALURAN})

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self.isi: kerja.IsiNaskahKantor | None = None
        self.satu: kerja.IsiSatu | None = None
        self._kode = ""
        self._minta = TujuanNaskah()
        self.pembaca = PembacaTerakhir(konteks, self, "Membaca kata-kata", self._gagal)
        self.pembaca_satu = PembacaTerakhir(konteks, self, "Membaca kata-kata", self._gagal)
        self.penyusun = PembacaTerakhir(konteks, self, "Menyusun pratinjau", self._tak_tersusun)
        self._tunda = QTimer(self)
        self._tunda.setSingleShot(True)
        self._tunda.setInterval(JEDA)
        self._tunda.timeout.connect(self.pratinjau)
        self._buat()
        self._susun()
        self.setFocusProxy(self.daftar)

    # --- building ----------------------------------------------------------------------------------------------------

    def _buat(self) -> None:
        self.daftar = DaftarKartu(nama=self.tr("Naskah"))
        self.daftar.dipilih.connect(self._pilih)
        self.nama, self.milik = Teks("", "judul_kartu", bungkus=True), Chip()
        self.penyunting = Penyunting()
        self.penyunting.berubah.connect(self._diketik)
        self.kegiatan = Pilihan()
        self.kegiatan.setAccessibleName(self.tr("Kegiatan untuk pratinjau"))
        self.kegiatan.currentIndexChanged.connect(self.pratinjau)
        self.ruang = RuangPratinjau()
        self.ruang.minta_batal.connect(self.penyusun.batalkan)
        self.ruang.minta_ulang.connect(self.pratinjau)
        self.penyusun.kabar.connect(self.ruang.kabarkan)
        self.penyusun.dibatalkan.connect(self.ruang.hentikan)
        self.versi = Tombol(self.tr("&Versi lama…"), nama_ikon="history", klik=self._menu_versi)
        self.bawaan = Tombol(self.tr("Kata-kata &bawaan"), nama_ikon="refresh-cw", klik=self.pakai_bawaan)
        self.simpan = Tombol(self.tr("&Simpan"), JenisTombol.UTAMA, "save", klik=self.simpan_kata, pintasan="Ctrl+S")
        self.kaki = BilahTindakan([self.versi, self.bawaan], self.simpan, tepi=(16, 8))

    def _susun(self) -> None:
        px = tema().ukuran.px
        kembali = Tombol(self.tr("&Dokumen"), JenisTombol.TAUTAN, "arrow-left", klik=self._kembali)
        self.kegiatan.setMaximumWidth(px(460))
        atas = baris(kembali, Teks(self.judul, "judul"), None, jarak=10, tepi=(16, 8, 16, 0))
        tengah = Kartu(tepi=14, melar=True).tambah(self.nama, baris(self.milik, None), self.penyunting)
        tengah.isi.setStretch(2, 1)
        kanan = QWidget()
        pilih = baris(Teks(self.tr("Pratinjau dengan"), "redup"), self.kegiatan, jarak=8)
        pilih.setStretch(1, 1)
        tata = kolom(pilih, self.ruang, jarak=2)
        tata.setStretch(1, 1)
        kanan.setLayout(tata)
        self.daftar.setMinimumWidth(px(190))
        tengah.setMinimumWidth(px(270))
        tiga = baris(self.daftar, tengah, kanan, jarak=10, tepi=(16, 6, 16, 0))
        for ke, porsi in enumerate((20, 38, 42)):
            tiga.setStretch(ke, porsi)
        tata = kolom(atas, tiga, self.kaki, jarak=6)
        tata.setStretch(1, 1)
        self.setLayout(tata)

    # --- reading -----------------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        self.pembaca.minta(lambda k, _c: kerja.kumpulkan(k), self._terbaca)

    def tujuan(self, apa: Any) -> None:
        if isinstance(apa, TujuanNaskah):
            self._minta = apa
            if self.isi is not None and self.boleh_ditinggalkan():
                self._buka_diminta()

    def _terbaca(self, isi: kerja.IsiNaskahKantor) -> None:
        self.isi = isi
        kartu = tuple(_kartu(t) for t in isi.semua)
        self.daftar.atur([KepalaDaftar("semua", self.tr("Naskah"), kartu)], buka=["semua"])
        if self._kode and self.penyunting.kotor:  # what is being typed stays
            self.daftar.pilih(self._kode)
            return
        self._buka_diminta()

    def _buka_diminta(self) -> None:
        assert self.isi is not None
        kode = self._minta.kode or self._kode or self.isi.semua[0].kode
        self.daftar.pilih(kode)
        QTimer.singleShot(0, self.daftar, self._gulir_ke_terpilih)  # once the list knows its height
        self._buka(kode)

    def _gulir_ke_terpilih(self) -> None:
        self.daftar.scrollTo(self.daftar.currentIndex())

    @Slot(object)
    def _pilih(self, kode: str) -> None:
        if kode == self._kode:
            return
        if not self.boleh_ditinggalkan():
            self.daftar.pilih(self._kode)
            return
        self._buka(kode)

    def _buka(self, kode: str) -> None:
        """Show a text, and read beside it what its preview needs."""
        self._kode = kode
        t = self.templat
        if t is None:
            return
        self.satu = None
        self.nama.setText(t.judul)
        self.milik.atur(_kata_kini(t), Nada.AKSEN if t.milik_kantor else Nada.NETRAL)
        self.penyunting.atur(rupa_naskah()[kode], t.kata)
        self.pembaca_satu.minta(lambda k, _c: kerja.kumpulkan_satu(k, kode), self._terbaca_satu)

    def _terbaca_satu(self, satu: kerja.IsiSatu) -> None:
        self.satu = satu
        kini = self._minta.kegiatan_id or self.kegiatan.nilai
        self.kegiatan.blockSignals(True)
        ada = [k for k, _ in satu.kegiatan]
        self.kegiatan.atur(satu.kegiatan, kini=kini if kini in ada else (ada[0] if ada else None))
        self.kegiatan.blockSignals(False)
        self.kegiatan.setEnabled(bool(ada))
        self.versi.setEnabled(bool(satu.riwayat))
        self._atur_kaki()
        self.pratinjau()

    @property
    def templat(self) -> Templat | None:
        """The text that is shown, as it is kept."""
        return next((t for t in self.isi.semua if t.kode == self._kode), None) if self.isi else None

    def _gagal(self, salah: BaseException) -> None:
        pesan.gagal(self, salah)

    # --- editing -----------------------------------------------------------------------------------------------------

    @Slot()
    def _diketik(self) -> None:
        self._atur_kaki()
        self._tunda.start()

    def _atur_kaki(self) -> None:
        t = self.templat
        salah = len(self.penyunting.salah)
        kotor = self.penyunting.kotor
        self.simpan.setEnabled(kotor and not salah)
        self.bawaan.setEnabled(t is not None and self.penyunting.kata != _teks(baca_naskah(self._kode)))
        self.kaki.atur_alasan(self.tr("Perbaiki bagian yang ditandai dahulu.") if salah else "")

    @Slot()
    def pakai_bawaan(self) -> None:
        """Put the shipped words into the boxes; they hold once they are kept."""
        self.penyunting.isi_kata(baca_naskah(self._kode))

    @Slot()
    def simpan_kata(self) -> None:
        """Keep the words as a new version."""
        kode, kata = self._kode, self.penyunting.kata
        self.konteks.tulis(
            self.tr("Menyimpan kata-kata"),
            lambda k: simpan_templat(k, kode, kata),
            induk=self,
            berhasil=lambda _revisi: self._tersimpan(),
            ubah=(Area.DOKUMEN,),
        )

    def _tersimpan(self) -> None:
        self.penyunting.tersimpan()
        self._minta = TujuanNaskah(self._kode, self.kegiatan.nilai)
        self.segarkan()
        pesan.info(self, self.tr("Kata-kata tersimpan. Cetakan lama tetap memakai kata-katanya sendiri."))

    @Slot()
    def _menu_versi(self) -> None:
        menu = self.buat_menu()
        menu.popup(self.versi.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def buat_menu(self) -> QMenu:
        """Offer the versions, the newest first; one that is chosen fills the boxes."""
        menu = QMenu(self)
        for t in self.satu.riwayat if self.satu else ():
            saat = waktu.saat_ringkas(t.pada, self.isi.zona) if t.pada and self.isi else ""
            menu.addAction(f"{_kata_milik(t)} · {saat}", partial(self.penyunting.isi_kata, t.kata))
        return menu

    def boleh_ditinggalkan(self) -> bool:
        if not self.penyunting.kotor:
            return True
        return pesan.tanya(
            self,
            self.tr("Perubahan belum disimpan"),
            self.tr("Perubahan pada kata-kata {naskah} akan hilang.").format(naskah=self.nama.text()),
            ya=self.tr("&Tinggalkan tanpa menyimpan"),
            tidak=self.tr("&Kembali menyunting"),
            bahaya=True,
        )

    @Slot()
    def _kembali(self) -> None:
        self.konteks.buka("dokumen", None)

    # --- the page beside ---------------------------------------------------------------------------------------------

    @Slot()
    def pratinjau(self) -> None:
        """Print the words as they are typed now, into memory."""
        self._tunda.stop()
        kegiatan: UUID | None = self.kegiatan.nilai
        if self.satu is None:
            return
        if kegiatan is None:
            self.penyusun.lupakan()
            self.ruang.tulis_kosong(
                self.tr("Belum ada kegiatan untuk pratinjau"),
                self.tr("Kata-kata tetap dapat diubah. Pratinjau tampil setelah ada kegiatan yang dapat mencetaknya."),
            )
            return
        dokumen, kata = self.satu.dokumen, self.penyunting.kata

        def susun(k: Kerja, ctx: JobContext) -> bytes:
            return kerja.pratinjau(k, ctx, dokumen, kegiatan, kata)

        self.penyusun.minta(susun, lambda pdf: self.ruang.buka_pdf(self.nama.text(), pdf))

    def _tak_tersusun(self, salah: BaseException) -> None:
        self.ruang.tulis_kosong(self.tr("Pratinjau belum dapat disusun"))
        pesan.gagal(self, salah)


def _kata_milik(t: Templat) -> str:
    """Say whose words these are, and which version."""
    asal = "Milik kantor" if t.milik_kantor else "Bawaan"
    return f"{asal}, revisi {t.revisi}" if t.revisi else asal


def _kata_kini(t: Templat) -> str:
    """Say whose words hold; a version of the shipped ones tells nobody anything."""
    return _kata_milik(t) if t.milik_kantor else "Bawaan"


def _kartu(t: Templat) -> BarisDaftar:
    return BarisDaftar(t.kode, t.judul, _kata_kini(t))


def _teks(kata: Any) -> dict[str, str]:
    return {kode: "\n\n".join(alinea) for kode, alinea in kata.items()}
