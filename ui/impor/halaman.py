"""The wizard itself: five steps over one preview; nothing is stored before the last."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDir, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog

from app.bahasa.angka import bilangan
from app.kegiatan import lihat_kegiatan
from app.usulan.batal import batalkan_impor
from app.usulan.buku import BarisBuku
from app.usulan.pasangan import Pasangan
from app.usulan.simpan import Tersimpan
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.impor.buku import HalamanBuku
from ui.impor.hasil import HalamanHasil
from ui.impor.kerja import KerjaImpor
from ui.impor.kolom import HalamanKolom
from ui.impor.pemetaan import BilahPemetaan
from ui.impor.pilih import HalamanPilih
from ui.impor.sama import HalamanSama
from ui.impor.simpan import HalamanSimpan
from ui.impor.surat import SuratPerbaikan
from ui.impor.tulisan import BarisPeriksa
from ui.jobs import Area
from ui.komponen import kolom
from ui.komponen.wisaya import RENDAH, KerangkaWisaya
from ui.penetapan.dialog import DialogKalimat
from ui.tema import tema

PILIH, KOLOM, HASIL, SAMA, SIMPAN = range(5)


class HalamanImpor(Halaman):
    """Importing a desa's files into a kegiatan."""

    judul = "Impor usulan"

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self.kerja = KerjaImpor(konteks, kegiatan_id, self)
        self.surat = SuratPerbaikan(konteks, self, kegiatan_id)
        self._tersimpan: Tersimpan | None = None
        self.pilih, self.hasil = HalamanPilih(konteks), HalamanHasil()
        self.kolom = HalamanKolom(BilahPemetaan(konteks, self.kerja))
        self.sama, self.simpan = HalamanSama(), HalamanSimpan()
        self.rangka = KerangkaWisaya(
            self.judul,
            [
                (self.tr("Pilih berkas"), self.pilih),
                (self.tr("Kolom"), self.kolom),
                (self.tr("Hasil pemeriksaan"), self.hasil),
                (self.tr("Orang yang sama?"), self.sama),
                (self.tr("Simpan"), self.simpan),
            ],
            maju=self._maju,
            tombol_akhir=self.tr("&Simpan usulan"),
            catatan=self.tr("Tidak ada yang disimpan sebelum langkah terakhir"),
        )
        self.setLayout(kolom(self.rangka, jarak=0))
        self._sambungkan()

    def _sambungkan(self) -> None:
        self.rangka.dibatalkan.connect(self._batal)
        self.rangka.berpindah.connect(self._berpindah)
        self.kerja.berubah.connect(self._tampilkan)
        self.kerja.tersimpan.connect(self._usai)
        self.pilih.minta_batal.connect(self._batalkan_lama)
        self.pilih.berubah.connect(self._pilihan_berubah)
        self.kolom.kolom_diubah.connect(self.kerja.ubah_kolom)
        self.kolom.lembar_diubah.connect(lambda b, l, pakai: self.kerja.pakai_lembar(b, l, pakai=pakai))  # noqa: E741
        self.kolom.judul_diubah.connect(self.kerja.ubah_judul)
        self.hasil.sel_diketik.connect(self._sel)
        self.hasil.tanpa_nik.connect(self.kerja.terima_tanpa_nik)
        self.hasil.tanggal.connect(self.kerja.betulkan_tanggal)
        self.hasil.unduh.connect(self._unduh)
        self.sama.diputuskan.connect(self._putuskan)
        self.simpan.unduh.clicked.connect(self._pilih_unduhan)
        self.simpan.batalkan.clicked.connect(self._batalkan_ini)
        self.simpan.surat.clicked.connect(self.surat.minta)
        for tombol in (self.simpan.buku, self.pilih.buka_buku):
            tombol.clicked.connect(self._buku)

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        self.hasil.atur_rendah(kejadian.size().height() < tema().ukuran.px(RENDAH))
        super().resizeEvent(kejadian)

    def segarkan(self) -> None:
        self.pilih.muat(self.kegiatan_id)
        with self.konteks.membaca() as kerja:
            k = lihat_kegiatan(kerja, self.kegiatan_id).ringkasan
        self.rangka.kanan.setText(f"{k.nama} {k.periode}".strip())

    # --- going on ----------------------------------------------------------------------------------------------------

    def _maju(self, nomor: int) -> bool:
        p = self.kerja.pandangan
        if nomor == PILIH:
            self._baca()
            return False
        if nomor in (KOLOM, HASIL) and p is not None and not p.ringkasan.baris:
            self.rangka.tegur(
                self.tr("Belum ada baris orang. Pakai lembar yang berisi daftar, atau pilih berkas lain.")
            )
            return False
        if nomor == SIMPAN:
            self._simpan()
        return True

    def _baca(self) -> None:
        if not self.pilih.berkas:
            self.rangka.tegur(self.tr("Pilih dahulu berkas dari desa."))
            return
        p = self.pilih
        self.kerja.baca(list(p.berkas), p.kiriman.nilai, p.pengirim.nilai, p.pemetaan.nilai, self._terbaca)

    def _terbaca(self) -> None:
        p = self.kerja.pandangan
        assert p is not None  # it was read just now
        self.pilih.tunjukkan_ditolak(p.ditolak)
        if not p.berkas:
            self.rangka.tegur(self.tr("Tidak ada berkas yang dapat dipakai."))
            return
        self.rangka.tegur("")
        self.rangka.judul.setText(
            f"{self.judul} · {p.berkas[0] if len(p.berkas) == 1 else self._banyak(len(p.berkas))}"
        )
        self.rangka.ke(KOLOM)

    def _banyak(self, n: int) -> str:
        return self.tr("{n} berkas").format(n=bilangan(n))

    @Slot()
    def _pilihan_berubah(self) -> None:
        self.rangka.tegur("")

    @Slot()
    def _tampilkan(self) -> None:
        p = self.kerja.pandangan
        if p is None:
            return
        self.kolom.muat(p)
        self.hasil.muat(p)
        self.sama.muat(self.kerja.pasangan, self.kerja.nama_desa)
        self.simpan.muat(p, self.kerja.nama_desa)

    @Slot(int)
    def _berpindah(self, nomor: int) -> None:
        p = self.kerja.pandangan
        if nomor == SIMPAN and p is not None:
            siap = p.ringkasan.diterima + p.ringkasan.perlu_periksa
            self.rangka.lanjut.setText(self.tr("&Simpan {n} usulan").format(n=bilangan(siap)))

    # --- acts of the pages -------------------------------------------------------------------------------------------

    @Slot(object, str)
    def _sel(self, satu: BarisPeriksa, isi: str) -> None:
        self.kerja.ubah_sel(satu.kunci, satu.bidang, isi)

    @Slot(object, object)
    def _putuskan(self, p: Pasangan, jawab: bool | str | None) -> None:
        if isinstance(jawab, str):
            self.kerja.tunda(p, nanti=True)
        else:
            self.kerja.putuskan(p, sama=jawab)

    @Slot(object)
    def _unduh(self, ke: Path) -> None:
        def usai(n: int) -> None:
            pesan.info(
                self,
                self.tr("{n} baris ditolak ditulis ke {nama}").format(n=bilangan(n), nama=ke.name),
                self.tr("Kirimkan kembali ke desa; setelah dibetulkan, berkas itu dapat diimpor lagi."),
            )

        self.kerja.unduh_ditolak(ke, usai)

    @Slot()
    def _pilih_unduhan(self) -> None:
        awal = str(Path(QDir.homePath()) / "Baris ditolak.xlsx")
        nama, _ = QFileDialog.getSaveFileName(
            self, self.tr("Simpan baris yang ditolak"), awal, self.tr("Buku kerja Excel (*.xlsx)")
        )
        if nama:
            self._unduh(Path(nama))

    # --- the end -----------------------------------------------------------------------------------------------------

    def _simpan(self) -> None:
        if self._tersimpan is not None:
            self.selesai.emit()
        else:
            self.kerja.simpan()

    @Slot(object)
    def _usai(self, tersimpan: Tersimpan) -> None:
        self._tersimpan = tersimpan
        self.simpan.tunjukkan_tersimpan(tersimpan)
        self.rangka.judul.setText(self.tr("Impor tersimpan"))
        self.rangka.lanjut.setText(self.tr("S&elesai"))
        self.rangka.kembali.hide()
        self.rangka.batal.hide()
        self.rangka.kaki.atur_alasan("")

    @Slot()
    def _buku(self) -> None:
        self.konteks.dorong(HalamanBuku(self.konteks, self.kegiatan_id))

    @Slot()
    def _batalkan_ini(self) -> None:
        if self._tersimpan is not None:
            self._minta_batal(self._tersimpan.impor_id, self.simpan.tunjukkan_batal)

    @Slot(object)
    def _batalkan_lama(self, satu: BarisBuku) -> None:
        self._minta_batal(satu.impor_id, lambda _n: self.pilih.muat(self.kegiatan_id))

    def _minta_batal(self, impor_id: UUID, berhasil: object) -> None:
        alasan = DialogKalimat.ask(
            self,
            self.tr("Batalkan impor?"),
            self.tr("Semua usulan dan orang yang datang bersama impor ini ditarik kembali. Riwayatnya tetap tercatat."),
            self.tr("&Alasan"),
            self.tr("&Batalkan impor"),
        )
        if alasan is not None:
            self.konteks.tulis(
                self.tr("Membatalkan impor"),
                lambda kerja: batalkan_impor(kerja, impor_id, alasan=alasan),
                induk=self,
                berhasil=berhasil,  # type: ignore[arg-type]  # takes the number of usulan
                ubah=(Area.USULAN, Area.ORANG, Area.KEGIATAN),
            )

    @Slot()
    def _batal(self) -> None:
        if self.boleh_ditinggalkan():
            self.kerja.pandangan = None
            self.selesai.emit()

    def boleh_ditinggalkan(self) -> bool:
        if self.kerja.pandangan is None or self._tersimpan is not None:
            return True
        return pesan.tanya(
            self,
            self.tr("Tinggalkan impor?"),
            self.tr("Pembetulan yang sudah diketik akan hilang. Berkas dari desa dan data Salur tidak berubah."),
            ya=self.tr("&Tinggalkan"),
            tidak=self.tr("&Kembali ke impor"),
            bahaya=True,
        )
