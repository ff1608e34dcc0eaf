"""Pakta integritas of one kegiatan: who signs, who has signed, where the scan is."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.pakta import (
    BarisPakta,
    catat_pakta,
    catat_pakta_petugas,
    daftar_pakta,
    lampirkan_pakta,
    tarik_pakta,
)
from app.wilayah import Peta, peta_kantor
from ui.dokumen.lihat import lihat_lampiran
from ui.dokumen.tujuan import TujuanDokumen
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import JenisTombol, Kolom, KosongState, ModelTabel, TabelData, Teks, Tombol, baris, kolom
from ui.komponen.pilih_berkas import SARINGAN
from ui.komponen.teks import TeksTerbatas
from ui.penetapan.dialog import DialogKalimat
from ui.penggunaan.dialog import DialogPakta
from ui.penggunaan.halaman import baca_banyak
from ui.tema import Nada


class HalamanPakta(Halaman):
    """Officials first, then recipients."""

    judul = "Pakta integritas"
    dengar = frozenset({Area.PENETAPAN, Area.KEGIATAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._peta = Peta()
        self.nama, self.hitung = TeksTerbatas(kanan=True), Teks("", "redup")
        self.model: ModelTabel[BarisPakta] = ModelTabel(
            [
                Kolom("Nama", lambda b: b.nama, lebar=250),
                Kolom("Selaku", lambda b: b.selaku, lebar=0, petunjuk=lambda b: b.selaku),
                Kolom("Desa/kelurahan", lambda b: self._peta.nama(b.kode_desa) if b.kode_desa else "—", lebar=170),
                Kolom("Ditandatangani", self._kapan, lebar=170, nada=self._nada),
                Kolom("Pindaian", self._pindaian, lebar=110),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.judul)
        self.tabel.pilihan_berubah.connect(self._terpilih)
        saran = self.tr("Daftar ini terisi dari pejabat kantor di Pengaturan dan dari SK penetapan.")
        self.kosong = KosongState(self.tr("Belum ada yang menandatangani"), saran, "signature")
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        self._buat_tombol()
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama, self.cetak, self.catat, jarak=12)
        bawah = baris(self.hitung, None, self.lihat, self.lampir, self.tarik, self.lain)
        self.setLayout(kolom(atas, self.tumpukan, bawah, jarak=10, tepi=(24, 14, 24, 12)))
        self.setFocusProxy(self.tabel)

    def _buat_tombol(self) -> None:
        self.cetak = Tombol(self.tr("C&etak…"), nama_ikon="printer", klik=self.buka_cetak)
        self.catat = Tombol(self.tr("&Catat yang dipilih…"), JenisTombol.UTAMA, "check-check", klik=self.catat_dipilih)
        self.lain = Tombol(self.tr("&Petugas lain…"), nama_ikon="user-plus", klik=self.catat_lain)
        self.lihat = Tombol(self.tr("&Lihat pindaian"), nama_ikon="eye", klik=self.lihat_pindaian)
        self.lampir = Tombol(self.tr("&Susulkan pindaian…"), nama_ikon="paperclip", klik=self.susulkan)
        self.tarik = Tombol(self.tr("&Tarik catatan…"), nama_ikon="undo-2", klik=self.tarik_catatan)
        boleh = self.konteks.boleh(Hak.DOKUMEN)
        for tombol in (self.cetak, self.catat, self.lain, self.lampir, self.tarik):
            tombol.setVisible(boleh)

    @staticmethod
    def _kapan(b: BarisPakta) -> str:
        return waktu.tanggal_pendek(b.tanggal) if b.tanggal else "Belum"

    @staticmethod
    def _nada(b: BarisPakta) -> Nada:
        return Nada.BAIK if b.tanggal else Nada.PERHATIAN

    @staticmethod
    def _pindaian(b: BarisPakta) -> str:
        if b.tanggal is None:
            return "—"
        return "Ada" if b.lampiran else "Belum ada"

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self._peta = peta_kantor(kerja)
            self._hari_ini = kerja.hari_ini()
            self.nama.setText(nama_kegiatan(kerja, self.kegiatan_id))
            semua = daftar_pakta(kerja, self.kegiatan_id)
        self.model.atur(semua)
        self.tumpukan.setCurrentWidget(self.tabel if semua else self.kosong)
        sudah = sum(b.tanggal is not None for b in semua)
        susul = sum(b.tanggal is not None and not b.lampiran for b in semua)
        kata = self.tr("{n} dari {m} sudah, {s} pindaian menyusul")
        self.hitung.setText(kata.format(n=bilangan(sudah), m=bilangan(len(semua)), s=bilangan(susul)))
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        pilih: list[BarisPakta] = self.tabel.terpilih
        satu = pilih[0] if len(pilih) == 1 else None
        tercatat = satu is not None and satu.tanggal is not None
        self.catat.setEnabled(any(b.tanggal is None for b in pilih))
        self.lampir.setEnabled(tercatat)
        self.tarik.setEnabled(tercatat)
        self.lihat.setEnabled(satu is not None and bool(satu.lampiran))

    # --- acts --------------------------------------------------------------------------------------------------------

    def _simpan(self, judul: str, kerja: Callable[[Kerja], object]) -> None:
        self.konteks.tulis(judul, kerja, induk=self, berhasil=lambda _: self.segarkan(), ubah=(Area.KEGIATAN,))

    def catat_dipilih(self) -> None:
        """Record that the chosen ones signed; one scan may hold all of them."""
        belum = [b for b in self.tabel.terpilih if b.tanggal is None]
        siapa = belum[0].nama if len(belum) == 1 else self.tr("{n} orang").format(n=bilangan(len(belum)))
        jawab = DialogPakta.ask(self, siapa, self._hari_ini)
        if jawab is None:
            return
        kunci = [b.tentang for b in belum]
        self._simpan(
            self.tr("Menyimpan pakta integritas"),
            lambda kerja: catat_pakta(
                kerja, self.kegiatan_id, kunci, tanggal=jawab.tanggal, berkas=baca_banyak(jawab.berkas)
            ),
        )

    def catat_lain(self) -> None:
        """Record the pakta of somebody who is not on the list: a pendamping, a member of the team."""
        kata = self.tr("Untuk pendamping atau anggota tim yang belum ada dalam daftar.")
        jawab = DialogPakta.ask(self, kata, self._hari_ini, petugas_lain=True)
        if jawab is not None:
            self._simpan(
                self.tr("Menyimpan pakta integritas"),
                lambda kerja: catat_pakta_petugas(
                    kerja, self.kegiatan_id, nama=jawab.nama, jabatan=jawab.jabatan, tanggal=jawab.tanggal,
                    berkas=baca_banyak(jawab.berkas),
                ),
            )  # fmt: skip

    def susulkan(self) -> None:
        """Add the scan that followed."""
        satu: BarisPakta = self.tabel.terpilih[0]
        nama, _ = QFileDialog.getOpenFileNames(self, self.tr("Susulkan pindaian"), "", SARINGAN)
        if nama:
            self._simpan(
                self.tr("Menyimpan pindaian"),
                lambda kerja: lampirkan_pakta(
                    kerja, self.kegiatan_id, satu.tentang, baca_banyak([Path(n) for n in nama])
                ),
            )

    def lihat_pindaian(self) -> None:
        """Show the scans of the chosen one."""
        satu: BarisPakta = self.tabel.terpilih[0]
        for lampiran_id in satu.lampiran:
            lihat_lampiran(self, self.konteks, lampiran_id, satu.nama)

    def tarik_catatan(self) -> None:
        """Withdraw the record of the chosen one, with a reason."""
        satu: BarisPakta = self.tabel.terpilih[0]
        kata = self.tr("Pakta {nama} tidak lagi dihitung. Catatannya tetap tersimpan.").format(nama=satu.nama)
        alasan = DialogKalimat.ask(
            self, self.tr("Tarik catatan pakta?"), kata, self.tr("&Alasan"), self.tr("&Tarik catatan")
        )
        if alasan is not None:
            self._simpan(
                self.tr("Menarik catatan"),
                lambda kerja: tarik_pakta(kerja, self.kegiatan_id, satu.tentang, alasan=alasan),
            )

    def buka_cetak(self) -> None:
        """Go to the papers."""
        self.konteks.buka("dokumen", TujuanDokumen(self.kegiatan_id, ("pakta-integritas", "pakta-petugas")))
