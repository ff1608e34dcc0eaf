"""The part *SOP* of Pengaturan: which SOPs there are, their versions, and the ways to a new one."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.bahasa import waktu
from app.kerja import Kerja
from app.sop import berkas_sop, muat, versi
from app.sop.definisi import DefinisiSop
from app.sop.layak import KODE_LOKET
from app.sop.sunting import awal
from app.sop.versi import RingkasanSop, VersiSop
from db.istilah import Zona
from ui import pesan
from ui.jobs import Area
from ui.komponen import Gulir, JenisTombol, Kartu, Kolom, ModelTabel, Tombol, baris, kolom
from ui.komponen.tabel_luwes import TabelLuwes
from ui.penetapan.dialog import DialogKalimat
from ui.pengaturan.bagian import Bagian
from ui.sop.dialog import DialogSopBaru
from ui.sop.halaman import HalamanSunting, tulis_berkas
from ui.tema import Nada


def keadaan_sop(s: RingkasanSop) -> tuple[str, Nada]:
    """Say what an SOP is to the office."""
    if not s.ditawarkan:
        return "Ditarik", Nada.NETRAL
    if s.bawaan:
        return "Bawaan", Nada.AKSEN
    return ("Diubah kantor" if s.kode in muat.BAWAAN else "Milik kantor"), Nada.BAIK


def keadaan_versi(v: VersiSop) -> tuple[str, Nada]:
    """Say what becomes of a version."""
    if not v.ditawarkan:
        return "Ditarik", Nada.NETRAL
    return ("Berlaku", Nada.BAIK) if v.berlaku else ("Terdahulu", Nada.NETRAL)


class BagianSop(Bagian):
    """The SOPs of the office."""

    judul = "SOP"
    penjelasan = "Perubahan SOP menjadi versi baru untuk kegiatan baru; kegiatan yang berjalan tidak berubah."

    def bangun(self) -> None:
        self._zona = Zona.WIB
        self.baru = Tombol(self.tr("SOP &baru…"), JenisTombol.UTAMA, "plus", klik=self.susun_baru)
        self.ambil = Tombol(self.tr("&Ambil dari berkas…"), nama_ikon="file-up", klik=self.ambil_berkas)
        self.kepala.addWidget(self.ambil)
        self.kepala.addWidget(self.baru)
        self.model: ModelTabel[RingkasanSop] = ModelTabel(
            [
                Kolom("SOP", lambda s: s.nama_layar, lebar=0, petunjuk=lambda s: s.nama),
                Kolom("Versi", lambda s: s.versi, lebar=70, kanan=True),
                Kolom("Langkah", lambda s: s.jumlah_langkah, lebar=85, kanan=True),
                Kolom("Keadaan", lambda s: keadaan_sop(s)[0], lebar=140, nada=lambda s: keadaan_sop(s)[1]),
            ]
        )
        self.tabel = TabelLuwes(self.model, nama=self.tr("SOP"), luwes={2: 560})
        self.tabel.dibuka.connect(self.sunting)
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.ubah = Tombol(self.tr("&Sunting…"), nama_ikon="pen-line", klik=self.sunting)
        self.kartu_versi = Kartu(self.tr("Versi")).tambah(*self._buat_versi())
        isi = QWidget()
        isi.setLayout(kolom(self.tabel, baris(self.ubah, None), self.kartu_versi, None, jarak=10))
        self.isi.addWidget(Gulir(isi))

    def _buat_versi(self) -> list[QWidget]:
        self.model_versi: ModelTabel[VersiSop] = ModelTabel(
            [
                Kolom("Versi", lambda v: v.versi, lebar=65, kanan=True),
                Kolom("Keadaan", lambda v: keadaan_versi(v)[0], lebar=115, nada=lambda v: keadaan_versi(v)[1]),
                Kolom("Dipakai", lambda v: f"{v.kegiatan} kegiatan", lebar=110),
                Kolom("Disimpan", self._disimpan, lebar=250),
                Kolom("Catatan", lambda v: v.catatan, lebar=0, petunjuk=lambda v: v.catatan),
            ]
        )
        self.tabel_versi = TabelLuwes(self.model_versi, nama=self.tr("Versi SOP"), luwes={4: 620})
        self.tabel_versi.pilihan_berubah.connect(self._versi_terpilih)
        self.dari_versi = Tombol(self.tr("Sunting &dari versi ini…"), nama_ikon="pen-line", klik=self.sunting_versi)
        self.ekspor = Tombol(self.tr("Simpan &ke berkas…"), nama_ikon="download", klik=self.simpan_berkas)
        self.tawarkan = Tombol(self.tr("Ta&warkan lagi"), nama_ikon="refresh-cw", klik=self.tawarkan_lagi)
        self.tarik = Tombol(self.tr("&Tarik…"), JenisTombol.BAHAYA, "undo-2", klik=self.tarik_versi)
        tombol = QWidget()
        tombol.setProperty("bening", True)
        tombol.setLayout(baris(self.dari_versi, self.ekspor, None, self.tawarkan, self.tarik))
        return [self.tabel_versi, tombol]

    def _disimpan(self, v: VersiSop) -> str:
        if v.pada is None:
            return "Bersama Salur" if v.bawaan else ""
        return ", ".join(filter(None, (v.oleh, waktu.saat_ringkas(v.pada, self._zona))))

    # --- showing -----------------------------------------------------------------------------------------------------

    def muat(self) -> None:
        kini = self._satu
        with self.konteks.membaca() as kerja:
            self._zona = Zona(kerja.kantor.zona)
            semua = versi.daftar_sop(kerja, semua=True)
        self.model.atur(semua)
        self._setinggi_isi(self.tabel, len(semua))
        kode = [s.kode for s in semua]
        self.tabel.pilih_baris(kode.index(kini.kode) if kini and kini.kode in kode else 0)
        self._terpilih()

    @staticmethod
    def _setinggi_isi(tabel: TabelLuwes, banyak: int) -> None:
        tabel.setFixedHeight((banyak + 1) * tabel.verticalHeader().defaultSectionSize() + 8)

    @property
    def _satu(self) -> RingkasanSop | None:
        terpilih = self.tabel.terpilih
        return terpilih[0] if len(terpilih) == 1 else None

    @property
    def _versi(self) -> VersiSop | None:
        terpilih = self.tabel_versi.terpilih
        return terpilih[0] if len(terpilih) == 1 else None

    @Slot()
    def _terpilih(self) -> None:
        satu = self._satu
        self.ubah.setEnabled(satu is not None)
        self.kartu_versi.setVisible(satu is not None)
        if satu is not None:
            with self.konteks.membaca() as kerja:
                semua = versi.daftar_versi(kerja, satu.kode)
            self.kartu_versi.judul.setText(self.tr("Versi {nama}").format(nama=satu.nama_layar))
            self.model_versi.atur(semua)
            self._setinggi_isi(self.tabel_versi, len(semua))
            self.tabel_versi.pilih_baris(0)
        self._versi_terpilih()

    @Slot()
    def _versi_terpilih(self) -> None:
        v = self._versi
        for tombol in (self.dari_versi, self.ekspor):
            tombol.setEnabled(v is not None)
        self.tarik.setVisible(v is not None and v.ditawarkan and not v.bawaan)
        self.tawarkan.setVisible(v is not None and not v.ditawarkan)

    def _buka(self, sop: DefinisiSop, asal: DefinisiSop | None) -> None:
        self.konteks.dorong(HalamanSunting(self.konteks, sop, asal=asal))

    # --- ways to the editor ------------------------------------------------------------------------------------------

    @Slot()
    def sunting(self) -> None:
        """Edit the chosen SOP: the version in force, else its newest."""
        satu = self._satu
        if satu is not None:
            with self.konteks.membaca() as kerja:
                sop = versi.lihat_versi(kerja, satu.kode, satu.versi)
            self._buka(sop, sop)

    @Slot()
    def sunting_versi(self) -> None:
        """Begin again from the chosen version."""
        v = self._versi
        if v is not None:
            with self.konteks.membaca() as kerja:
                sop = versi.lihat_versi(kerja, v.kode, v.versi)
            self._buka(sop, sop)

    @Slot()
    def susun_baru(self) -> None:
        """Ask for a name and a beginning, and open the editor on it."""
        with self.konteks.membaca() as kerja:
            semua = [s for s in versi.daftar_sop(kerja) if s.kode != KODE_LOKET]
        jawab = DialogSopBaru.ask(self, [(s.kode, s.nama_layar) for s in semua])
        if jawab is None:
            return
        with self.konteks.membaca() as kerja:
            dipakai = versi.kode_dipakai(kerja)
            if jawab.dari is None:
                sop = awal.kosong(jawab.nama, dipakai)
            else:
                sop = awal.salinan(versi.sop_berlaku(kerja, jawab.dari), jawab.nama, dipakai)
        self._buka(sop, None)

    @Slot()
    def ambil_berkas(self) -> None:
        """Read an SOP from a file and open the editor on it; nothing is stored before it is saved there."""
        nama, _ = QFileDialog.getOpenFileName(
            self, self.tr("Ambil SOP dari berkas"), "", self.tr("Berkas SOP (*.json);;Semua berkas (*)")
        )
        if nama:
            self.konteks.baca_lama(
                self.tr("Membaca berkas SOP"),
                lambda kerja, _c: self._baca(kerja, Path(nama)),
                induk=self,
                berhasil=self._terbaca,
            )

    @staticmethod
    def _baca(kerja: Kerja, berkas: Path) -> tuple[DefinisiSop, DefinisiSop | None, frozenset[str]]:
        sop, dipakai = berkas_sop.baca_sop(berkas), versi.kode_dipakai(kerja)
        lama = versi.riwayat_sop(kerja, sop.kode) if sop.kode in dipakai else []
        return sop, lama[-1] if lama else None, dipakai

    def _terbaca(self, hasil: tuple[DefinisiSop, DefinisiSop | None, frozenset[str]]) -> None:
        sop, asal, dipakai = hasil
        if asal is not None and not self._tanya_versi(asal):
            sop, asal = berkas_sop.sebagai_baru(sop, dipakai), None
        self._buka(berkas_sop.sebagai_versi(sop, asal) if asal else sop, asal)

    def _tanya_versi(self, asal: DefinisiSop) -> bool:
        return pesan.tanya(
            self,
            self.tr("SOP {nama} sudah ada").format(nama=asal.nama_layar.tampil),
            self.tr("Isi berkas dapat menjadi versi baru SOP itu, atau SOP tersendiri. Belum ada yang disimpan."),
            ya=self.tr("&Versi baru"),
            tidak=self.tr("SOP &tersendiri"),
        )

    # --- versions ----------------------------------------------------------------------------------------------------

    @Slot()
    def simpan_berkas(self) -> None:
        """Write the chosen version as a file."""
        v = self._versi
        if v is not None:
            with self.konteks.membaca() as kerja:
                sop = versi.lihat_versi(kerja, v.kode, v.versi)
            tulis_berkas(self, self.konteks, sop)

    @Slot()
    def tarik_versi(self) -> None:
        """Ask why, and no longer offer the chosen version."""
        v = self._versi
        alasan = v and DialogKalimat.ask(
            self,
            self.tr("Tarik versi {n}?").format(n=v.versi),
            self.tr(
                "Kegiatan baru tidak memakainya lagi. Versi ini tetap tersimpan; kegiatan yang berjalan tidak berubah."
            ),
            self.tr("&Alasan"),
            self.tr("&Tarik versi"),
        )
        if v is not None and alasan:
            self.simpan(
                self.tr("Menarik versi SOP"),
                lambda kerja: versi.tarik_versi(kerja, v.kode, v.versi, alasan=alasan),
                area=(Area.KANTOR, Area.KEGIATAN),
            )

    @Slot()
    def tawarkan_lagi(self) -> None:
        """Offer the chosen version again."""
        v = self._versi
        if v is not None:
            self.simpan(
                self.tr("Menawarkan versi SOP"),
                lambda kerja: versi.tawarkan_versi(kerja, v.kode, v.versi),
                area=(Area.KANTOR, Area.KEGIATAN),
            )
