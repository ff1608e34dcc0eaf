"""The tab Dokumen: every paper of a kegiatan, looked at before it is saved or printed, and what was printed before."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from app.akses import Hak
from app.dokumen.daftar import DokumenTercatat
from app.dokumen.orang_cetak import OrangCetak, cari_orang_cetak, nama_orang
from app.jobs import JobContext
from app.kerja import Kerja
from app.orang import pilihan_kegiatan
from reports.cetak import DokumenTersedia
from ui import pesan
from ui.dokumen import kerja, tulisan
from ui.dokumen.bentuk import PengaturSusunan
from ui.dokumen.buku_kerja import isi_buku
from ui.dokumen.isian import IsianCetak, Salinan
from ui.dokumen.pilih_orang import DialogOrang
from ui.dokumen.riwayat import LembarRiwayat
from ui.dokumen.ruang_pratinjau import RuangPratinjau
from ui.dokumen.terakhir import PembacaTerakhir
from ui.dokumen.tindakan import TindakanDokumen
from ui.dokumen.tujuan import TujuanDokumen
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BilahTindakan,
    Chip,
    DaftarKartu,
    Gulir,
    JenisTombol,
    Kartu,
    KosongState,
    Pilihan,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.naskah.tujuan import TujuanNaskah
from ui.tema import Nada, tema

JEDA = 350  # milliseconds after a change of the fields until the preview is made again
_DENGAR = frozenset(
    {
        Area.KEGIATAN,
        Area.USULAN,
        Area.PENETAPAN,
        Area.PENCAIRAN,
        Area.PENYALURAN,
        Area.DOKUMEN,
        Area.REGISTER,
        Area.KANTOR,
    }
)


class HalamanDokumen(Halaman):
    """Papers of a kegiatan. `tujuan` takes a `TujuanDokumen`, or the id of a kegiatan."""

    judul = "Dokumen"
    dengar = _DENGAR

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self.isi: kerja.IsiKegiatan | None = None
        self.tindakan = TindakanDokumen(konteks, self)
        self._kegiatan = _uuid(self.tindakan.ingatan.kegiatan)
        self._kode = ""
        self._diminta: tuple[str, ...] = ()
        self._salinan: Salinan | None = None
        self._diam = False
        self.pembaca = PembacaTerakhir(konteks, self, "Membaca daftar dokumen", self._tak_terbaca)
        self.penyusun = PembacaTerakhir(konteks, self, "Menyusun pratinjau", self._tak_tersusun)
        self._tunda = QTimer(self)
        self._tunda.setSingleShot(True)
        self._tunda.setInterval(JEDA)
        self._tunda.timeout.connect(self.pratinjau)
        self._buat_kiri()
        self._buat_tengah()
        self._buat_kanan()
        self._buat_kaki()
        self._susun()
        self.setFocusProxy(self.daftar)

    # --- building ----------------------------------------------------------------------------------------------------

    def _buat_kiri(self) -> None:
        self.kegiatan = Pilihan()
        self.kegiatan.setAccessibleName(self.tr("Kegiatan"))
        self.kegiatan.currentIndexChanged.connect(self._ganti_kegiatan)
        self.pemeriksaan = Tombol(
            self.tr("Berkas p&emeriksaan…"), JenisTombol.TAUTAN, "shield-check", klik=self._berkas_pemeriksaan
        )
        self.pemeriksaan.setToolTip(self.tr("Semua yang diminta Inspektorat dan BPK dalam satu folder berindeks"))
        self.pemeriksaan.setVisible(self.konteks.boleh(Hak.IDENTITAS))
        self.daftar = DaftarKartu(nama=self.tr("Dokumen kegiatan"))
        self.daftar.dipilih.connect(self._ganti_dokumen)

    def _buat_tengah(self) -> None:
        self.nama = Teks("", "judul_kartu", bungkus=True)
        self.format, self.siap = Chip(), Chip()
        self.keterangan = Teks("", "kecil", bungkus=True)
        self.kata = Tombol(self.tr("&Ubah kata-kata"), JenisTombol.TAUTAN, "pen-line", klik=self._ubah_kata)
        self.isian = IsianCetak()
        self.isian.berubah.connect(self._tunda.start)
        self.isian.minta_orang.connect(self._pilih_orang)
        self.pengatur = PengaturSusunan(self.konteks, self)
        self.pengatur.diganti.connect(self._ganti_susunan)
        self.isian.bentuk.minta_susunan.connect(self._atur_susunan)
        isi = QWidget()
        isi.setLayout(kolom(self.isian))
        self.tengah = Kartu(tepi=14, melar=True)
        self.tengah.tambah(
            self.nama, baris(self.format, self.siap, None, jarak=6), self.keterangan, self.kata, Gulir(isi)
        )
        self.tengah.isi.setStretch(4, 1)

    def _buat_kanan(self) -> None:
        self.ruang = RuangPratinjau()
        self.ruang.minta_batal.connect(self.penyusun.batalkan)
        self.ruang.minta_ulang.connect(self.pratinjau)
        self.penyusun.kabar.connect(self.ruang.kabarkan)
        self.penyusun.dibatalkan.connect(self.ruang.hentikan)
        self.riwayat = LembarRiwayat(self.konteks)
        self.riwayat.dipilih.connect(self._dari_riwayat)
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        self.lembar.addTab(self.ruang, self.tr("&Pratinjau"))
        self.lembar.addTab(self.riwayat, self.tr("&Riwayat cetakan"))

    def _buat_kaki(self) -> None:
        self.per_desa = Tombol(self.tr("Satu berkas per &desa…"), nama_ikon="files", klik=self._per_desa)
        self.semua_desa = Tombol(self.tr("Se&mua dokumen satu desa…"), nama_ikon="files", klik=self._semua_desa)
        self.cetak = Tombol(self.tr("&Cetak…"), nama_ikon="printer", klik=self._cetak, pintasan="Ctrl+P")
        self.simpan = Tombol(self.tr("&Simpan…"), JenisTombol.UTAMA, "save", klik=self._simpan, pintasan="Ctrl+S")
        self.kaki = BilahTindakan([self.semua_desa, self.per_desa, self.cetak], self.simpan, tepi=(16, 8))
        self.kaki.menuju.connect(self.tindakan.buka_folder)
        self.tindakan.kabar.connect(self.kaki.atur_alasan)
        self.tindakan.tersimpan.connect(self._tersimpan)

    def _susun(self) -> None:
        px = tema().ukuran.px
        self.kegiatan.setMaximumWidth(px(620))
        atas = baris(
            Teks(self.judul, "judul"), 8, self.kegiatan, None, self.pemeriksaan, jarak=10, tepi=(16, 12, 16, 0)
        )  # fmt: skip
        atas.setStretch(2, 20)
        self.daftar.setMinimumWidth(px(220))
        self.tengah.setMinimumWidth(px(215))
        tiga = baris(self.daftar, self.tengah, self.lembar, jarak=10, tepi=(16, 8, 16, 0))
        for ke, porsi in enumerate((26, 22, 52)):
            tiga.setStretch(ke, porsi)
        isi = QWidget()
        tata = kolom(atas, tiga, self.kaki, jarak=6)
        tata.setStretch(1, 1)
        isi.setLayout(tata)
        self.kosong = KosongState(
            self.tr("Belum ada kegiatan"),
            self.tr("Dokumen dicetak dari kegiatan. Buat kegiatan di meja kerja."),
            "files",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.kosong)
        self.tumpukan.addWidget(isi)
        self._wadah = isi
        self.setLayout(kolom(self.tumpukan))

    # --- reading -----------------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as k:
            semua = pilihan_kegiatan(k)
        if self._kegiatan not in [i for i, _ in semua]:
            self._kegiatan = semua[0][0] if semua else None
        self.kegiatan.blockSignals(True)
        self.kegiatan.atur(semua, kini=self._kegiatan)
        self.kegiatan.blockSignals(False)
        self.tumpukan.setCurrentWidget(self._wadah if semua else self.kosong)
        self._baca()

    def tujuan(self, apa: Any) -> None:
        if isinstance(apa, UUID):
            apa = TujuanDokumen(apa)
        if isinstance(apa, TujuanDokumen):
            self._kegiatan, self._diminta, self._usang = apa.kegiatan_id, apa.kode, False
            self.segarkan()

    def _berkas_pemeriksaan(self) -> None:
        if self._kegiatan is not None:
            self.tindakan.berkas_pemeriksaan(self._kegiatan, self.kegiatan.currentText())

    @Slot()
    def _ganti_kegiatan(self) -> None:
        self._kegiatan = self.kegiatan.nilai
        self._baca()

    def _baca(self) -> None:
        kegiatan = self._kegiatan
        if kegiatan is None:
            return
        self.tindakan.ingat(kegiatan=str(kegiatan))
        if self.isi is not None and self.isi.kegiatan_id != kegiatan:
            self._kosongkan()

        def baca(k: Kerja, _c: JobContext) -> kerja.IsiKegiatan:
            return kerja.kumpulkan(k, kegiatan)

        self.pembaca.minta(baca, self._terbaca)

    def _kosongkan(self) -> None:
        """Let go of another kegiatan's papers before those of this one are here."""
        self.isi = None
        self._kode = ""
        self.daftar.atur([])
        self.isian.hide()
        self.kata.hide()
        for tombol in (self.simpan, self.cetak, self.per_desa, self.semua_desa):
            tombol.setEnabled(False)
        for teks in (self.nama, self.keterangan):
            teks.setText("")
        self.penyusun.lupakan()
        self.ruang.tulis_kosong(self.tr("Membaca daftar dokumen…"))

    def _terbaca(self, isi: kerja.IsiKegiatan) -> None:
        self.isi = isi
        self.daftar.atur(tulisan.bagian(isi.dokumen), buka=[g[0] for g in tulisan.GOLONGAN] + ["lain"])
        self.riwayat.muat(isi.riwayat, lambda kode: isi.desa.get(kode, kode), isi.zona)
        self._kode = self._pilih_kode(isi)
        self.daftar.pilih(self._kode)
        QTimer.singleShot(0, self.daftar, self._gulir_ke_terpilih)  # once the list knows its height
        self._tampilkan()

    def _gulir_ke_terpilih(self) -> None:
        self.daftar.scrollTo(self.daftar.currentIndex())

    def _pilih_kode(self, isi: kerja.IsiKegiatan) -> str:
        """Choose the paper that was asked for, else keep the present one, else the first that is ready."""
        siap = [d.kode for d in isi.dokumen if d.siap]
        diminta = [k for k in self._diminta if isi.dokumen_kode(k)]
        self._diminta = ()
        for calon in ([k for k in diminta if k in siap] or diminta, [self._kode], siap, [d.kode for d in isi.dokumen]):
            if calon and isi.dokumen_kode(calon[0]):
                return calon[0]
        return ""

    def _tak_terbaca(self, salah: BaseException) -> None:
        self._diam = False
        self.ruang.tulis_kosong(self.tr("Daftar dokumen belum dapat dibaca"), self.tr("Tekan F5 untuk mencoba lagi."))
        pesan.gagal(self, salah)

    # --- the chosen paper --------------------------------------------------------------------------------------------

    @property
    def dokumen(self) -> DokumenTersedia | None:
        """The paper that is chosen."""
        return self.isi.dokumen_kode(self._kode) if self.isi else None

    @Slot(object)
    def _ganti_dokumen(self, kode: str) -> None:
        self._kode, self._diam = kode, False
        self.lembar.setCurrentWidget(self.ruang)
        self._tampilkan()

    @Slot(object)
    def _dari_riwayat(self, r: DokumenTercatat) -> None:
        if self.isi is not None and self.isi.dokumen_kode(r.kode) is not None:
            self._kode, self._salinan = r.kode, (r.kode_desa, r.tahap, r.publik, r.orang)
            if r.orang is not None:
                with self.konteks.membaca() as k:
                    self.isian.kenalkan(r.orang, nama_orang(k, r.orang))
            self.daftar.pilih(r.kode)
            self.lembar.setCurrentWidget(self.ruang)
            self._tampilkan()

    def _tampilkan(self) -> None:
        d, isi = self.dokumen, self.isi
        if d is None or isi is None:
            self.ruang.tulis_kosong(self.tr("Belum ada dokumen"), self.tr("SOP kegiatan ini tidak meminta dokumen."))
            return
        self.nama.setText(d.judul)
        self.format.atur(tulisan.FORMAT.get(d.format, d.format), Nada.NETRAL)
        self.siap.atur(self.tr("Siap") if d.siap else self.tr("Belum siap"), Nada.BAIK if d.siap else Nada.PERHATIAN)
        self.keterangan.setText(
            " ".join((f"{tulisan.langkah(d)}. {tulisan.terakhir(d, isi.zona)}.", d.catatan)).strip()
        )
        self.kata.setVisible(bool(d.naskah) and self.konteks.boleh(Hak.ATUR_KANTOR))
        self.isian.setVisible(d.siap)
        if d.siap:
            self.isian.atur(isi, d, self._salinan)
        self._salinan = None
        self._atur_tombol(d)
        if self._diam:
            self._diam = False
            return
        self.kaki.atur_alasan("" if d.siap else self.tr("Dokumen ini belum dapat dibuat"))
        self.pratinjau()

    def _atur_tombol(self, d: DokumenTersedia) -> None:
        boleh = d.siap and self.konteks.boleh(Hak.DOKUMEN)
        self.simpan.setEnabled(boleh)
        self.cetak.setEnabled(boleh and d.format == "pdf")
        self.cetak.setToolTip(
            "" if d.format == "pdf" else self.tr("Buku kerja Excel disimpan, lalu dicetak dari Excel")
        )
        self.per_desa.setEnabled(boleh)
        self.per_desa.setVisible(boleh and len(d.desa) > 1)
        ada_desa = self.isi is not None and any(satu.siap and satu.desa for satu in self.isi.dokumen)
        self.semua_desa.setEnabled(ada_desa and self.konteks.boleh(Hak.DOKUMEN))

    @Slot()
    def pratinjau(self) -> None:
        """Make the preview of what is chosen now."""
        self._tunda.stop()
        d, isi = self.dokumen, self.isi
        if d is None or isi is None:
            return
        if not d.siap:
            self.penyusun.lupakan()
            self.ruang.tulis_kosong(self.tr("Belum dapat dibuat"), d.alasan)
            return
        minta, pdf = self.isian.permintaan, d.format == "pdf"

        def susun(k: Kerja, ctx: JobContext) -> Any:
            hasil = kerja.pratinjau(k, ctx, d.kode, isi.kegiatan_id, minta)
            return hasil if pdf else isi_buku(hasil)

        self.ruang.mulai()
        tunjukkan = (lambda hasil: self.ruang.buka_pdf(d.judul, hasil)) if pdf else self.ruang.buka_buku
        self.penyusun.minta(susun, tunjukkan)

    def _tak_tersusun(self, salah: BaseException) -> None:
        self.ruang.tulis_kosong(self.tr("Pratinjau belum dapat disusun"))
        pesan.gagal(self, salah)

    def _tersimpan(self) -> None:
        """Let the list and its history follow what was printed; the preview stays."""
        self._diam = self.isVisible()
        self.konteks.bus.umumkan(Area.DOKUMEN)

    def _atur_susunan(self) -> None:
        if self._kegiatan is not None:
            self.pengatur.buka(self._kegiatan, self.isian.permintaan)

    @Slot(object, object)
    def _ganti_susunan(self, kode: str | None, profil: Any) -> None:
        """Use the layout that was just kept."""
        if self.isi is not None:
            self.isi = replace(self.isi, profil=tuple(profil))
        self.isian.bentuk.atur_profil(profil, kode)
        self.pratinjau()

    def _ubah_kata(self) -> None:
        if self.dokumen is not None:
            self.konteks.buka("naskah", TujuanNaskah(self.dokumen.naskah, self._kegiatan))

    def _simpan(self) -> None:
        if self.isi is not None and self.dokumen is not None:
            self.tindakan.simpan(self.isi, self.dokumen, self.isian)

    def _per_desa(self) -> None:
        if self.isi is not None and self.dokumen is not None:
            self.tindakan.simpan_per_desa(self.isi, self.dokumen, self.isian)

    def _cetak(self) -> None:
        if self.isi is not None and self.dokumen is not None:
            self.tindakan.cetak(self.isi, self.dokumen, self.isian, self.ruang.ukuran_halaman)

    def _semua_desa(self) -> None:
        if self.isi is not None:
            self.tindakan.semua_desa(self.isi, self.isian.desa.nilai, ringan=self.isian.ringan.isChecked())

    def _pilih_orang(self) -> None:
        d, isi = self.dokumen, self.isi
        if d is None or isi is None:
            return
        minta = self.isian.permintaan

        def cari(kata: str) -> list[OrangCetak]:
            with self.konteks.membaca() as k:
                return cari_orang_cetak(k, isi.kegiatan_id, d.kode, minta, kata)

        siapa = DialogOrang.ask(self, d.judul, cari)
        if siapa is not None:
            self.isian.pilih_orang(siapa.orang_id, siapa.nama)


def _uuid(teks: str) -> UUID | None:
    try:
        return UUID(teks)
    except ValueError:
        return None
