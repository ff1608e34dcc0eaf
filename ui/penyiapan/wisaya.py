"""The set-up wizard: gathers everything, writes it in one go, then shows the recovery key."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.bahasa.istilah import label
from app.jobs import JobContext
from app.kerja import Pelaku, RuangKerja
from app.penyiapan import Penyiapan, siapkan, sop_kantor
from db.istilah import JenisKantor
from ui.jobs import JobRunner
from ui.komponen import Kartu, KerangkaWisaya, Teks, kolom, kosongkan
from ui.komponen.rincian import Rincian
from ui.penyiapan.akun import PERAN_KANTOR, HalamanAkun
from ui.penyiapan.halaman_anggapan import HalamanAnggapan
from ui.penyiapan.halaman_kantor import HalamanKantor
from ui.penyiapan.halaman_kop import HalamanKop
from ui.penyiapan.kunci_kertas import HalamanKunciKertas
from ui.penyiapan.pejabat import HalamanPejabat
from ui.penyiapan.peran_sop import HalamanPeranSop


class _Wadah(QWidget):
    """Holds a page that depends on the kind of office."""

    def __init__(self) -> None:
        super().__init__()
        self._tata = QVBoxLayout(self)
        self._tata.setContentsMargins(0, 0, 0, 0)

    def isi(self, widget: QWidget) -> None:
        kosongkan(self._tata)
        self._tata.addWidget(widget)


class WisayaPenyiapan(QWidget):
    """The wizard. `siap` carries (RuangKerja, Pelaku) when the office is ready; `dibatalkan` goes back."""

    siap = Signal(object, object)
    dibatalkan = Signal()

    def __init__(self, folder: Path, jobs: JobRunner) -> None:
        super().__init__()
        self._folder, self._jobs = folder, jobs
        self._hasil: tuple[RuangKerja, Pelaku] | None = None
        self._jenis: JenisKantor | None = None
        self.kantor, self.kop, self.pejabat = HalamanKantor(), HalamanKop(), HalamanPejabat()
        self._wadah = (_Wadah(), _Wadah(), _Wadah())
        self.ringkasan = Rincian()
        akhir = QWidget()
        kartu = Kartu(self.tr("Periksa sekali lagi"))
        kartu.tambah(self.ringkasan)
        kalimat = self.tr("Semua dapat diubah kemudian di Pengaturan. Belum ada yang ditulis sampai tombol ditekan.")
        akhir.setLayout(kolom(kartu, Teks(kalimat, "redup", bungkus=True), None, tepi=(24, 4, 24, 12)))
        langkah = [
            (self.tr("Kantor"), self.kantor),
            (self.tr("Kop surat"), self.kop),
            (self.tr("Pejabat"), self.pejabat),
            (self.tr("Akun"), self._wadah[0]),
            (self.tr("Peran SOP"), self._wadah[1]),
            (self.tr("Anggapan"), self._wadah[2]),
            (self.tr("Selesai"), akhir),
        ]
        self.kerangka = KerangkaWisaya(
            self.tr("Menyiapkan kantor"), langkah, maju=self._maju, tombol_akhir=self.tr("&Siapkan kantor"),
            catatan=self.tr("Tidak ada yang disimpan sebelum langkah terakhir"),
        )  # fmt: skip
        self.kerangka.dibatalkan.connect(self.dibatalkan)
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.kerangka)
        self.setLayout(kolom(self.tumpukan))

    # --- going on ----------------------------------------------------------------------------------------------------

    def _maju(self, halaman: int) -> bool:
        salah = (self._dari_kantor, self._dari_kop, self.pejabat.periksa, self._dari_akun, self._dari_peran)
        kalimat = salah[halaman]() if halaman < len(salah) else ""
        self.kerangka.tegur(kalimat)
        if kalimat:
            return False
        if halaman == 5:
            self._ringkas()
        elif halaman == 6:
            self._siapkan()
        return True

    def _dari_kantor(self) -> str:
        salah = self.kantor.periksa()
        data = self.kantor.isi()
        if salah or data is None:
            return salah
        self.kop.atur_dasar(data)
        self.pejabat.atur_jenis(data.jenis, data.nama)
        if data.jenis is not self._jenis:
            self._jenis = data.jenis
            sop = sop_kantor(data.jenis)
            self.akun = HalamanAkun(data.jenis)
            self.peran = HalamanPeranSop(sop, PERAN_KANTOR[data.jenis])
            self.anggapan = HalamanAnggapan(sop)
            for wadah, isi in zip(self._wadah, (self.akun, self.peran, self.anggapan), strict=True):
                wadah.isi(isi)
        return ""

    def _dari_kop(self) -> str:
        return self.kop.periksa()

    def _dari_akun(self) -> str:
        return self.akun.periksa()

    def _dari_peran(self) -> str:
        return self.peran.periksa()

    def isi(self) -> Penyiapan:
        """Return all answers."""
        return Penyiapan(
            kantor=self.kop.isi(),
            admin=self.akun.admin.isi(),
            lambang=self.kop.lambang,
            pejabat=self.pejabat.daftar.semua,
            akun=self.akun.akun,
            pemegang=self.peran.isi,
            anggapan=self.anggapan.sesuai,
        )

    def _ringkas(self) -> None:
        isi = self.isi()
        belum = sum(len(b.isi) for b in self.anggapan.butir) - len(isi.anggapan)
        kepala = next(p for p in isi.pejabat if p.kunci == "kepala")
        self.ringkasan.atur(
            [
                (self.tr("Kantor"), isi.kantor.nama),
                (self.tr("Zona waktu"), label(isi.kantor.zona)),
                (self.tr("Kertas"), label(isi.kantor.kertas)),
                (self.tr("Kepala kantor"), f"{kepala.nama}, {kepala.jabatan}"),
                (self.tr("Pejabat lain"), str(len(isi.pejabat) - 1)),
                (self.tr("Administrator"), f"{isi.admin.nama} ({isi.admin.nama_pengguna})"),
                (self.tr("Akun lain"), ", ".join(a.nama for a in isi.akun) or self.tr("belum ada")),
                (self.tr("SOP"), ", ".join(s.nama_layar.tampil for s in sop_kantor(isi.kantor.jenis))),
                (self.tr("Anggapan yang belum dipastikan"), str(belum)),
            ]
        )

    # --- writing -----------------------------------------------------------------------------------------------------

    def _siapkan(self) -> None:
        isi, folder = self.isi(), self._folder

        def kerja(konteks: JobContext) -> tuple[RuangKerja, Pelaku, str]:
            return siapkan(folder, isi, konteks)

        self._jobs.jalankan(self.tr("Menyiapkan kantor"), kerja, berhasil=self._tersiap, induk=self)

    def _tersiap(self, hasil: tuple[RuangKerja, Pelaku, str]) -> None:
        ruang, pelaku, kunci = hasil
        self._hasil = (ruang, pelaku)
        halaman = HalamanKunciKertas(kunci, self.kop.isi().nama)
        halaman.selesai.connect(self._selesai)
        self.tumpukan.setCurrentIndex(self.tumpukan.addWidget(halaman))

    @property
    def hasil(self) -> tuple[RuangKerja, Pelaku] | None:
        """The open store, once it was made and before `siap` handed it on."""
        return self._hasil

    @Slot()
    def _selesai(self) -> None:
        if self._hasil is not None:
            hasil, self._hasil = self._hasil, None
            self.siap.emit(*hasil)
