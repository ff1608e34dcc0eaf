"""Gathering a triwulan (dtks step 3): who is ready, who is not, and closing it."""

from uuid import UUID

from PySide6.QtCore import Slot

from app.bahasa.angka import bilangan
from app.kegiatan import lihat_kegiatan
from app.loket import Kumpulan, kumpulkan_triwulan
from app.sop.pemohon import Pemohon, daftar_pemohon
from app.waktu_loket import waktu_loket
from app.wilayah import peta_kantor
from db.istilah import StatusUsulan
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BilahTindakan,
    JenisTombol,
    Kartu,
    KartuAngka,
    Kolom,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.centang import CentangKalimat
from ui.komponen.kartu import sejajar
from ui.loket.halaman import keadaan_pemohon


class HalamanGabung(Halaman):
    """The applicants of a triwulan before it is sent to SIKS-NG."""

    judul = "Kumpulkan triwulan"
    dengar = frozenset({Area.USULAN, Area.KEGIATAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._desa: dict[str, str] = {}
        self.nama_kegiatan = Teks("", "redup")
        self.siap, self.kurang = KartuAngka("0", self.tr("siap dikumpulkan")), KartuAngka("0", self.tr("berkas kurang"))
        self.banyak_desa = KartuAngka("0", self.tr("desa/kelurahan"))
        self.tunda = CentangKalimat(
            self.tr("Pindahkan yang berkasnya kurang ke triwulan berikutnya, supaya triwulan ini tidak tertahan")
        )
        self.tunda.diubah.connect(self._atur)
        self.waktu = Teks("", "redup", bungkus=True)
        self.model: ModelTabel[Pemohon] = ModelTabel(
            [
                Kolom("No. register", lambda p: p.nomor_register, lebar=110),
                Kolom("Nama", lambda p: p.nama, lebar=0, petunjuk=lambda p: p.nama),
                Kolom("Desa/kelurahan", lambda p: self._desa.get(p.kode_desa or "", "—"), lebar=170),
                Kolom("Berkas", lambda p: keadaan_pemohon(p)[0], lebar=130, nada=lambda p: keadaan_pemohon(p)[1]),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Pemohon triwulan ini"))
        self.tabel.dibuka.connect(self._buka)
        self._susun()
        self.setFocusProxy(self.tabel)

    def _susun(self) -> None:
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama_kegiatan, jarak=12)
        self.kumpulkan = Tombol(
            self.tr("&Kumpulkan dan tutup triwulan"), JenisTombol.UTAMA, "check", klik=self._kumpulkan
        )
        self.kaki = BilahTindakan([], self.kumpulkan)
        self.kartu_tunda = Kartu(tepi=12).tambah(self.tunda)
        isi = kolom(
            atas,
            sejajar(self.siap, self.kurang, self.banyak_desa),
            self.waktu,
            self.kartu_tunda,
            self.tabel,
            jarak=10,
            tepi=(24, 14, 24, 8),
        )
        isi.setStretch(4, 1)
        tata = kolom(isi, self.kaki, jarak=0)
        tata.setStretch(0, 1)
        self.setLayout(tata)

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            kegiatan = lihat_kegiatan(kerja, self.kegiatan_id)
            nama, self._tutup = kegiatan.ringkasan.nama, kegiatan.ditutup_pengumpulan
            peta = peta_kantor(kerja)
            waktu = waktu_loket(kerja, self.kegiatan_id)
            semua = [p for p in daftar_pemohon(kerja, self.kegiatan_id) if p.status is not StatusUsulan.DITARIK]
        self.nama_kegiatan.setText(nama)
        self._desa = {p.kode_desa: peta.nama(p.kode_desa) for p in semua if p.kode_desa}
        self._kurang = sum(p.langkah is not None for p in semua)
        self._siap = len(semua) - self._kurang
        self.siap.atur(bilangan(self._siap))
        self.kurang.atur(bilangan(self._kurang))
        self.banyak_desa.atur(bilangan(len(self._desa)))
        self.waktu.setText(" ".join(f"{w.nama}: {w.kata}." for w in waktu))
        self.waktu.setVisible(bool(waktu))
        self.kartu_tunda.setVisible(bool(self._kurang) and not self._tutup)
        self.model.atur(sorted(semua, key=lambda p: p.langkah is None))
        self._atur()

    @Slot()
    def _atur(self) -> None:
        alasan = ""
        if self._tutup:
            alasan = self.tr("Triwulan ini sudah dikumpulkan.")
        elif not self._siap:
            alasan = self.tr("Belum ada pemohon yang berkasnya lengkap.")
        elif self._kurang and not self.tunda.tercentang:
            alasan = self.tr("{n} pemohon berkasnya kurang: lengkapi, atau pindahkan ke triwulan berikutnya.").format(
                n=bilangan(self._kurang)
            )
        self.kumpulkan.setEnabled(not alasan)
        self.kaki.atur_alasan(alasan)

    @Slot(object)
    def _buka(self, satu: Pemohon) -> None:
        from ui.loket.berkas import HalamanBerkas

        self.konteks.dorong(HalamanBerkas(self.konteks, self.kegiatan_id, satu.usulan_id))

    def _kumpulkan(self) -> None:
        setuju = pesan.tanya(
            self,
            self.tr("Kumpulkan {n} pemohon?").format(n=bilangan(self._siap)),
            self.tr("Pemohon yang datang sesudah ini masuk triwulan berikutnya. Pengumpulan tidak dapat dibuka lagi."),
            ya=self.tr("&Kumpulkan"),
        )
        if setuju:
            tunda = self.tunda.tercentang
            self.konteks.tulis(
                self.tr("Mengumpulkan triwulan"),
                lambda kerja: kumpulkan_triwulan(kerja, self.kegiatan_id, tunda=tunda),
                induk=self,
                berhasil=self._usai,
                ubah=(Area.USULAN, Area.KEGIATAN),
            )

    def _usai(self, hasil: Kumpulan) -> None:
        isi = self.tr("Kirim usulannya melalui SIKS-NG, lalu masukkan hasilnya di langkah berikut.")
        if hasil.ditunda:
            pindah = self.tr("{n} pemohon dipindahkan ke {ke}. ")
            isi = pindah.format(n=bilangan(hasil.ditunda), ke=hasil.ke) + isi
        pesan.info(self, self.tr("{n} pemohon sudah dikumpulkan").format(n=bilangan(hasil.jumlah)), isi)
        self.selesai.emit()
