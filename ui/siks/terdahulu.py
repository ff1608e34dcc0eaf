"""Files of SIKS-NG that were taken over before; one can be taken back."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.siks.hasil import batalkan_hasil
from app.usulan.buku import BarisBuku, daftar_impor
from db.istilah import StatusImpor, TujuanImpor, Zona
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import JenisTombol, Kolom, KosongState, ModelTabel, TabelData, Tombol, baris, kolom
from ui.penetapan.dialog import DialogKalimat
from ui.tema import Nada


class PanelTerdahulu(QWidget):
    """The ledger of answers of one triwulan, the newest first."""

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, *, boleh: bool) -> None:
        super().__init__()
        self.konteks, self.kegiatan_id, self._boleh = konteks, kegiatan_id, boleh
        self._zona = Zona.WIB
        self.model: ModelTabel[BarisBuku] = ModelTabel(
            [
                Kolom("Waktu", lambda b: b.pada, lambda t: waktu.saat_ringkas(t, self._zona), lebar=170),
                Kolom("Berkas", lambda b: ", ".join(b.berkas), lebar=0, petunjuk=lambda b: ", ".join(b.berkas)),
                Kolom("Oleh", lambda b: b.oleh, lebar=150),
                Kolom("Diterima", lambda b: b.ringkasan.diterima, bilangan, lebar=80, kanan=True),
                Kolom("Ditolak", lambda b: b.ringkasan.ditolak, bilangan, lebar=80, kanan=True),
                Kolom("Keadaan", self._keadaan, lebar=120, nada=self._nada, petunjuk=lambda b: b.alasan_batal),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Berkas SIKS-NG terdahulu"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        kosong = KosongState(
            self.tr("Belum ada berkas yang disimpan"), self.tr("Berkas yang sudah disimpan tercatat di sini."), "inbox"
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(kosong)
        self.batal = Tombol(self.tr("Batalkan &hasil ini…"), JenisTombol.BAHAYA, "undo-2", klik=self._batalkan)
        self.setLayout(kolom(baris(None, self.batal), self.tumpukan, jarak=10, tepi=(0, 12, 0, 0)))

    @staticmethod
    def _keadaan(b: BarisBuku) -> str:
        return "Berlaku" if b.status is StatusImpor.TERSIMPAN else "Dibatalkan"

    @staticmethod
    def _nada(b: BarisBuku) -> Nada:
        return Nada.BAIK if b.status is StatusImpor.TERSIMPAN else Nada.NETRAL

    def muat(self) -> None:
        """Read the ledger again."""
        with self.konteks.membaca() as kerja:
            self._zona = Zona(kerja.kantor.zona)
            semua = [b for b in daftar_impor(kerja, self.kegiatan_id) if b.tujuan is TujuanImpor.HASIL_SIKS]
        self.model.atur(semua)
        self.tumpukan.setCurrentIndex(0 if semua else 1)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        satu = self.tabel.terpilih
        self.batal.setEnabled(self._boleh and len(satu) == 1 and satu[0].status is StatusImpor.TERSIMPAN)

    @Slot()
    def _batalkan(self) -> None:
        impor_id = self.tabel.terpilih[0].impor_id
        alasan = DialogKalimat.ask(
            self,
            self.tr("Batalkan hasil SIKS-NG?"),
            self.tr("Setiap pemohon kembali ke keadaan sebelum berkas ini disimpan. Berkasnya tetap tercatat."),
            self.tr("&Alasan"),
            self.tr("&Batalkan hasil"),
        )
        if alasan is not None:
            self.konteks.tulis(
                self.tr("Membatalkan hasil"),
                lambda kerja: batalkan_hasil(kerja, impor_id, alasan=alasan),
                induk=self,
                berhasil=self._usai,
                ubah=(Area.USULAN, Area.KEGIATAN),
            )

    def _usai(self, pulih: int) -> None:
        self.muat()
        pesan.info(self, self.tr("{n} pemohon dikembalikan seperti semula").format(n=bilangan(pulih)))
