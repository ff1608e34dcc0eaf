"""The first page: files are dropped or chosen, and earlier imports of this kegiatan can be undone."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from app.bahasa import waktu
from app.bahasa.angka import bilangan, ukuran
from app.bahasa.galat import daftar
from app.bahasa.istilah import label, pilihan
from app.usulan.buku import BarisBuku, daftar_impor
from app.usulan.folder import IsiFolder, isi_folder
from app.usulan.pemetaan import daftar_pemetaan
from app.wilayah import peta_kantor
from db.istilah import Kiriman, StatusImpor, Zona
from ui.halaman import Konteks
from ui.komponen import (
    Isian,
    JenisTombol,
    Kartu,
    Kolom,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    atur_sifat,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.kisi import kisi
from ui.tema import Nada

SARINGAN = "Lembar sebar (*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv *.txt *.xml);;Semua berkas (*)"
PENJELASAN = {
    Kiriman.SUSULAN: "Menambah usulan; yang sudah ada tidak diubah.",
    Kiriman.PENGGANTI: "Menggantikan kiriman desa sebelumnya; yang tidak ada lagi ditunjukkan, tidak dihapus.",
    Kiriman.PERBAIKAN: "Memperbaiki data orang yang sudah pernah dikirim.",
}


class BidangJatuh(QFrame):
    """Where files are dropped."""

    dijatuhkan = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kartu", True)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, kejadian: QDragEnterEvent) -> None:
        if any(u.isLocalFile() for u in kejadian.mimeData().urls()):
            atur_sifat(self, terpilih=True)
            kejadian.acceptProposedAction()

    def dragLeaveEvent(self, kejadian: object) -> None:
        atur_sifat(self, terpilih=False)
        super().dragLeaveEvent(kejadian)  # type: ignore[arg-type]  # Qt hands us a QDragLeaveEvent

    def dropEvent(self, kejadian: QDropEvent) -> None:
        atur_sifat(self, terpilih=False)
        self.dijatuhkan.emit([Path(u.toLocalFile()) for u in kejadian.mimeData().urls() if u.isLocalFile()])
        kejadian.acceptProposedAction()


class HalamanPilih(QWidget):
    """Files, what they are to earlier ones, and who sent them."""

    berubah = Signal()
    minta_batal = Signal(object)  # BarisBuku

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self.berkas: list[Path] = []
        self.bidang = BidangJatuh()
        self.bidang.dijatuhkan.connect(self.tambah)
        self.tombol = Tombol(self.tr("&Pilih berkas…"), JenisTombol.BIASA, "file-spreadsheet", klik=self._pilih)
        self.tombol_folder = Tombol(self.tr("Pilih &folder…"), nama_ikon="folder-open", klik=self._pilih_folder)
        self._folder: dict[Path, IsiFolder] = {}
        self.daftar = QVBoxLayout()
        self.daftar.setSpacing(4)
        self.petunjuk = Teks(
            self.tr("Jatuhkan berkas Excel, ODS, atau CSV dari desa di sini, boleh beberapa atau satu folder."), "redup"
        )
        isi = kolom(
            baris(self.petunjuk, None, self.tombol, self.tombol_folder), self.daftar, jarak=8, tepi=(18, 14, 18, 14)
        )
        self.bidang.setLayout(isi)
        self.kiriman = Pilihan(pilihan(Kiriman), kini=Kiriman.SUSULAN)
        self.arti = Teks("", "kecil", bungkus=True)
        self.kiriman.currentIndexChanged.connect(self._jelaskan)
        self.pengirim = Pilihan(cari=True)
        self.ditolak = QVBoxLayout()
        self.ditolak.setSpacing(4)
        self.kartu_ditolak = Kartu(self.tr("Berkas yang tidak dapat dipakai")).tambah(self.ditolak)
        atur_sifat(self.kartu_ditolak, nada="bahaya")
        self.kartu_ditolak.hide()
        self.model: ModelTabel[BarisBuku] = ModelTabel(self._kolom_buku())
        self.buku = TabelData(self.model, nama=self.tr("Impor terdahulu"))
        self.buku.setMinimumHeight(120)
        self.buku.pilihan_berubah.connect(self._terpilih)
        self.batal = Tombol(self.tr("&Batalkan impor ini…"), JenisTombol.BAHAYA, "undo-2", klik=self._batal)
        self.buka_buku = Tombol(self.tr("B&uku impor…"), JenisTombol.TAUTAN, "history")
        kanan = QWidget()
        kanan.setProperty("bening", True)
        kanan.setLayout(baris(self.buka_buku, self.batal))
        self.kartu_buku = Kartu(self.tr("Impor terdahulu"), kanan).tambah(self.buku)
        self.pemetaan = Pilihan()
        self.i_pemetaan = Isian(self.tr("P&emetaan kolom"), self.pemetaan)
        self._pilih_kisi = kisi(
            Isian(self.tr("Sifat &kiriman"), self.kiriman),
            Isian(self.tr("&Desa/kelurahan pengirim"), self.pengirim),
            self.i_pemetaan,
            lajur=3,
        )
        cara = Kartu().tambah(self._pilih_kisi, self.arti)
        self.setLayout(
            kolom(self.kartu_ditolak, self.bidang, cara, self.kartu_buku, None, jarak=10, tepi=(24, 0, 24, 10))
        )
        self._jelaskan()

    def _kolom_buku(self) -> list[Kolom[BarisBuku]]:
        return [
            Kolom("Waktu", lambda b: b.pada, lambda p: waktu.saat_ringkas(p, self._zona), lebar=150),
            Kolom("Berkas", lambda b: ", ".join(b.berkas), lebar=0),
            Kolom("Pengirim", lambda b: b.pengirim or "—", lebar=140),
            Kolom("Baris", lambda b: b.ringkasan.baris, bilangan, lebar=70, kanan=True),
            Kolom("Ditolak", lambda b: b.ringkasan.ditolak, bilangan, lebar=75, kanan=True),
            Kolom("Oleh", lambda b: b.oleh, lebar=130),
            Kolom(
                "Keadaan",
                lambda b: label(b.status),
                lebar=110,
                nada=lambda b: Nada.BAIK if b.status is StatusImpor.TERSIMPAN else Nada.NETRAL,
                petunjuk=lambda b: b.alasan_batal,
            ),
        ]

    def muat(self, kegiatan_id: object) -> None:
        """Fill the senders, the named mappings and the ledger."""
        with self.konteks.membaca() as kerja:
            self._zona = Zona(kerja.kantor.zona)
            desa = [(d.kode, d.sebutan) for d in peta_kantor(kerja).desa_di(kerja.kantor.kode_wilayah)]
            semua = daftar_impor(kerja, kegiatan_id)  # type: ignore[arg-type]  # the wizard's own id
            pemetaan = daftar_pemetaan(kerja)
        kini = self.pemetaan.nilai
        self.pemetaan.atur([(p, p.nama) for p in pemetaan], kini=kini, kosong=self.tr("Dikenali sendiri"))
        self.i_pemetaan.setVisible(bool(pemetaan))
        self._pilih_kisi.setColumnStretch(2, 1 if pemetaan else 0)
        self.pengirim.atur(desa, kini=self.pengirim.nilai, kosong=self.tr("Dibaca dari berkas"))
        self.model.atur(semua)
        self.kartu_buku.setVisible(bool(semua))
        self._terpilih()

    @Slot()
    def _jelaskan(self) -> None:
        self.arti.setText(PENJELASAN[self.kiriman.nilai])

    @Slot()
    def _terpilih(self) -> None:
        terpilih = self.buku.terpilih
        self.batal.setEnabled(len(terpilih) == 1 and terpilih[0].status is StatusImpor.TERSIMPAN)

    def _batal(self) -> None:
        self.minta_batal.emit(self.buku.terpilih[0])

    def _pilih(self) -> None:
        nama, _ = QFileDialog.getOpenFileNames(self, self.tr("Pilih berkas usulan"), "", SARINGAN)
        self.tambah([Path(n) for n in nama])

    def _pilih_folder(self) -> None:
        nama = QFileDialog.getExistingDirectory(self, self.tr("Pilih folder berisi berkas usulan"))
        self.tambah([Path(nama)] if nama else [])

    @Slot(list)
    def tambah(self, jalur: list[Path]) -> None:
        """Take files and folders; each is taken once. What lies in a folder is looked up beside the window."""
        baru = [j for j in jalur if j not in self.berkas]
        self.berkas += baru
        self._tampilkan()
        folder = [j for j in baru if j.is_dir()]
        if folder:
            self.konteks.jobs.jalankan(
                self.tr("Melihat isi folder"),
                lambda _ctx: {satu: isi_folder(satu) for satu in folder},
                berhasil=self._terhitung,
                induk=self,
                baca=True,
            )

    def _terhitung(self, isi: dict[Path, IsiFolder]) -> None:
        self._folder.update(isi)
        self._tampilkan()

    def _besar(self, jalur: Path) -> str:
        """Say how large a file is, or what lies in a folder."""
        if jalur.is_file():
            return ukuran(jalur.stat().st_size)
        isi = self._folder.get(jalur)
        if isi is None:
            return self.tr("folder")
        if isi.penuh:
            return self.tr("folder, terlalu banyak isinya; pilih folder yang lebih kecil")
        bagian = [self.tr("folder, {n} lembar sebar").format(n=bilangan(len(isi.berkas)))]
        if isi.lain:
            bagian.append(self.tr("{n} berkas lain dilewati").format(n=bilangan(isi.lain)))
        if isi.tertutup:
            bagian.append(self.tr("{n} folder tidak dapat dibuka").format(n=bilangan(len(isi.tertutup))))
        if isi.terbuka:
            bagian.append(self.tr("{nama} mungkin sedang terbuka").format(nama=daftar(list(isi.terbuka))))
        return "; ".join(bagian)

    def lepas(self, jalur: Path) -> None:
        """Let go of a file."""
        self.berkas.remove(jalur)
        self._tampilkan()

    def _tampilkan(self) -> None:
        kosongkan(self.daftar)
        for jalur in self.berkas:
            nama = Teks(jalur.name, "tebal")
            besar = Teks(self._besar(jalur), "redup")
            lepas = Tombol(
                self.tr("Lepas"),
                JenisTombol.TAUTAN,
                "x",
                klik=lambda satu=jalur: self.lepas(satu),  # type: ignore[misc]  # a default, not an argument
                nama=self.tr("Lepas {nama}").format(nama=jalur.name),
            )
            self.daftar.addLayout(baris(nama, besar, None, lepas, jarak=10))
        self.tunjukkan_ditolak(())
        self.berubah.emit()

    def tunjukkan_ditolak(self, ditolak: tuple[tuple[str, str], ...]) -> None:
        """Say which files cannot be used, and why."""
        kosongkan(self.ditolak)
        for nama, kalimat in ditolak:
            self.ditolak.addWidget(Teks(nama, "tebal"))
            self.ditolak.addWidget(Teks(kalimat, bungkus=True))
        self.kartu_ditolak.setVisible(bool(ditolak))
