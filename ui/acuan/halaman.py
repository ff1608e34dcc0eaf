"""The page *Daftar acuan*: which lists there are, which is in force; taking one in, taking one back."""

from pathlib import Path

from PySide6.QtCore import QDir, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from app.acuan.baca import periksa_acuan
from app.acuan.batas import daftar_batas_desil
from app.acuan.bentuk import BarisDaftarAcuan, PratinjauAcuan
from app.acuan.lihat import daftar_acuan
from app.acuan.simpan import simpan_acuan, tarik_acuan
from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.bahasa.istilah import label
from app.kegiatan_atur import batasi_desil
from app.kerja import Kerja
from app.usulan.asli import ambil_berkas, daftar_berkas
from db.istilah import StatusImpor, Zona
from ui import pesan
from ui.acuan import tulisan
from ui.acuan.batas import BatasKegiatan, DialogBatas
from ui.acuan.dialog import DialogAmbil, DialogPratinjau
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import JenisTombol, Kolom, KosongState, ModelTabel, Teks, Tombol, baris, kolom
from ui.komponen.tabel_luwes import TabelLuwes
from ui.penetapan.dialog import DialogKalimat


class HalamanAcuan(Halaman):
    """Daftar acuan: DTSEN/DTKS, people who died or moved."""

    judul = "Daftar acuan"
    dengar = frozenset({Area.ACUAN})

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        boleh = konteks.boleh(Hak.IMPOR)
        kembali = Tombol(self.tr("&Data PM/KPM"), JenisTombol.TAUTAN, "arrow-left", klik=self._kembali)
        self.ambil = Tombol(self.tr("&Ambil daftar…"), JenisTombol.UTAMA, "file-spreadsheet", klik=self.minta)
        self.ambil.setVisible(boleh)
        self._kegiatan: list[BatasKegiatan] = []
        self.model: ModelTabel[BarisDaftarAcuan] = ModelTabel(self._kolom())
        self.tabel = TabelLuwes(self.model, nama=self.judul, luwes={5: 1150})
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.batas = Tombol(self.tr("Batas &desil…"), nama_ikon="list-checks", klik=self.minta_batas)
        self.unduh = Tombol(self.tr("Simpan &berkas asli…"), nama_ikon="download", klik=self.simpan_asli)
        self.tarik = Tombol(self.tr("&Tarik daftar ini…"), JenisTombol.BAHAYA, "undo-2", klik=self.minta_tarik)
        self.tarik.setVisible(boleh)
        self.kosong = KosongState(
            self.tr("Belum ada daftar acuan"),
            self.tr(
                "Ambil daftar DTSEN/DTKS, orang meninggal, atau orang pindah. "
                "Usulan yang sudah ada dan yang akan datang lalu ditandai menurut daftar itu."
            ),
            "list-checks",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        arti = Teks(
            self.tr("Yang berlaku ialah daftar terbaru dari tiap jenis; yang terdahulu tetap tersimpan."),
            "redup",
            bungkus=True,
        )
        atas = baris(Teks(self.judul, "judul"), None, self.batas, self.unduh, self.tarik, self.ambil)
        self.setLayout(kolom(kembali, atas, arti, self.tumpukan, jarak=10, tepi=(24, 12, 24, 16)))
        self.setFocusProxy(self.tabel)

    def _kolom(self) -> list[Kolom[BarisDaftarAcuan]]:
        return [
            Kolom("Jenis", lambda b: label(b.kepala.jenis), lebar=130),
            Kolom("Keadaan per", lambda b: b.kepala.tanggal, waktu.tanggal_pendek, lebar=110),
            Kolom("Sumber", lambda b: b.kepala.sumber, lebar=0, petunjuk=lambda b: ", ".join(b.berkas)),
            Kolom("Isi", lambda b: tulisan.isi(b.ringkasan, b.kepala.jenis), lebar=270),
            Kolom("Dilewati", lambda b: b.ringkasan.dilewati, bilangan, lebar=80, kanan=True),
            Kolom("Diambil oleh", self._oleh, lebar=270),
            Kolom(
                "Keadaan",
                lambda b: tulisan.keadaan(b)[0],
                lebar=110,
                nada=lambda b: tulisan.keadaan(b)[1],
                petunjuk=lambda b: b.alasan,
            ),
        ]

    def _oleh(self, b: BarisDaftarAcuan) -> str:
        return f"{b.oleh}, {waktu.saat_ringkas(b.pada, self._zona)}"

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self._zona = Zona(kerja.kantor.zona)
            self._hari_ini = kerja.hari_ini()
            semua = daftar_acuan(kerja)
            batas = daftar_batas_desil(kerja) if self.konteks.boleh(Hak.KEGIATAN) else []
        self._kegiatan = [BatasKegiatan(*satu) for satu in batas]
        self.batas.setVisible(bool(self._kegiatan))
        self.model.atur(semua)
        self.tumpukan.setCurrentWidget(self.tabel if semua else self.kosong)
        if semua:
            self.tabel.pilih_baris(0)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        satu = self._satu
        self.unduh.setEnabled(satu is not None)
        self.tarik.setEnabled(satu is not None and satu.status is StatusImpor.TERSIMPAN)

    @property
    def _satu(self) -> BarisDaftarAcuan | None:
        terpilih = self.tabel.terpilih
        return terpilih[0] if len(terpilih) == 1 else None

    # --- taking in ---------------------------------------------------------------------------------------------------

    @Slot()
    def minta(self) -> None:
        """Ask for files, read them, show what they would become, and keep them once that is agreed."""
        minta = DialogAmbil.ask(self, self._hari_ini)
        if minta is None:
            return
        self.konteks.baca_lama(
            self.tr("Membaca daftar acuan"),
            lambda kerja, ctx: periksa_acuan(
                kerja, minta.berkas, jenis=minta.jenis, sumber=minta.sumber, tanggal=minta.tanggal, ctx=ctx
            ),
            induk=self,
            berhasil=self._terbaca,
        )

    def _terbaca(self, hasil: PratinjauAcuan) -> None:
        berlaku = next((b for b in self.model.semua if b.berlaku and b.kepala.jenis is hasil.jenis), None)
        simpan = DialogPratinjau.ask(self, hasil, berlaku)
        if simpan is not None:
            self.konteks.tulis_lama(
                self.tr("Menyimpan daftar acuan"),
                lambda kerja, ctx: simpan_acuan(kerja, hasil, ganti=simpan.ganti, ctx=ctx),
                induk=self,
                ubah=(Area.ACUAN, Area.USULAN),
            )

    # --- taking back, the file as it came ----------------------------------------------------------------------------

    @Slot()
    def minta_tarik(self) -> None:
        """Ask why, and withdraw the chosen list."""
        satu = self._satu
        if satu is None:
            return
        alasan = DialogKalimat.ask(
            self,
            self.tr("Tarik daftar acuan?"),
            self.tr(
                "{n} baris tidak dipakai lagi dan tanda pada usulan dihitung ulang. Daftar sebelumnya dari jenis ini "
                "berlaku lagi; berkas aslinya tetap tersimpan."
            ).format(n=bilangan(satu.ringkasan.diambil)),
            self.tr("&Alasan"),
            self.tr("&Tarik daftar"),
        )
        if alasan is not None:
            self.konteks.tulis(
                self.tr("Menarik daftar acuan"),
                lambda kerja: tarik_acuan(kerja, satu.kepala.id, alasan=alasan),
                induk=self,
                ubah=(Area.ACUAN, Area.USULAN),
            )

    @Slot()
    def minta_batas(self) -> None:
        """Ask up to which desil a kegiatan takes people, and keep it."""
        jawab = DialogBatas.ask(self, self._kegiatan)
        if jawab is not None:
            self.konteks.tulis(
                self.tr("Menyimpan batas desil"),
                lambda kerja: batasi_desil(kerja, jawab.kegiatan_id, jawab.desil),
                induk=self,
                ubah=(Area.ACUAN, Area.USULAN, Area.KEGIATAN),
            )

    @Slot()
    def simpan_asli(self) -> None:
        """Let a folder be chosen and write the chosen list's files there as they came."""
        satu = self._satu
        folder = QFileDialog.getExistingDirectory(self, self.tr("Simpan berkas asli di"), QDir.homePath())
        if satu is None or not folder:
            return

        def jalan(kerja: Kerja) -> list[str]:
            berkas = daftar_berkas(kerja, satu.impor_id)
            return [ambil_berkas(kerja, b.id, Path(folder)).name for b in berkas]

        self.konteks.tulis(self.tr("Menyimpan berkas asli"), jalan, induk=self, berhasil=self._tersimpan)

    def _tersimpan(self, nama: list[str]) -> None:
        pesan.info(self, self.tr("Berkas asli tersimpan"), ", ".join(nama))

    @Slot()
    def _kembali(self) -> None:
        self.konteks.buka("orang", None)
