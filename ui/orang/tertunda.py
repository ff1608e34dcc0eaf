"""Pairs that an import left open, over the list of people: judged here, one after the other."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.bahasa.angka import bilangan
from app.orang import RingkasanOrang, belum_gabung
from app.usulan.pasangan import Pasangan
from app.usulan.tertunda import pasangan_tertunda, putuskan_tertunda
from app.wilayah import peta_kantor
from ui import pesan
from ui.halaman import Konteks
from ui.impor.sama import MAKS, HalamanSama
from ui.jobs import Area
from ui.komponen import Kartu, Teks, Tombol, baris, kolom, kosongkan
from ui.orang import tulisan
from ui.orang.gabung import boleh_gabung, minta_gabung


class PasanganTertunda(QWidget):
    """The pairs that wait. `kembali` asks for the list of people."""

    kembali = Signal()

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self.balik = Tombol(self.tr("&Kembali"), nama_ikon="arrow-left", klik=self.kembali.emit)
        self.sama = HalamanSama(tunda=False)
        self.sama.diputuskan.connect(self._putuskan)
        self.belum = QVBoxLayout()
        self.kartu_belum = Kartu(self.tr("Sudah diputuskan sama, belum digabung")).tambah(self.belum)
        isi = QWidget()
        isi.setLayout(kolom(self.sama, self.kartu_belum, None, jarak=10))
        gulung = QScrollArea()
        gulung.setWidgetResizable(True)
        gulung.setWidget(isi)
        atas = baris(self.balik, Teks(self.tr("Mungkin orang yang sama"), "judul"), None, jarak=12)
        keterangan = Teks(
            self.tr(
                "Bila diputuskan sama, usulan yang belakangan di kegiatan yang sama ditarik, dan dapat dikembalikan."
            ),
            "redup",
            bungkus=True,
        )
        self.setLayout(kolom(atas, keterangan, gulung, jarak=10))

    def muat(self) -> None:
        """Show the pairs that wait now."""
        with self.konteks.membaca() as kerja:
            semua = pasangan_tertunda(kerja, MAKS)
            peta = peta_kantor(kerja)
            desa = {k: peta.sebutan(k) for p in semua for s in (p.kiri, p.kanan) if (k := s.kode_desa)}
            belum = belum_gabung(kerja, MAKS) if boleh_gabung(self.konteks) else []
        self.sama.muat(semua, desa)
        self.sama.setVisible(bool(semua) or not belum)
        self.kartu_belum.setVisible(bool(belum))
        kosongkan(self.belum)
        for satu, dua in belum:
            self.belum.addLayout(self._pasangan(satu, dua))

    def _pasangan(self, satu: RingkasanOrang, dua: RingkasanOrang) -> QHBoxLayout:
        """Name two people with the way to make them one."""
        siapa = [kolom(Teks(o.nama, "tebal", bungkus=True), Teks(tulisan.siapa(o), "kecil", bungkus=True), jarak=2)
                 for o in (satu, dua)]  # fmt: skip
        gabung = partial(minta_gabung, self, self.konteks, satu.id, dua.id, lambda _hasil: self.muat())
        tombol = Tombol(
            self.tr("Gabungkan…"), nama_ikon="users", klik=gabung,
            nama=self.tr("Gabungkan {satu} dan {dua}").format(satu=satu.nama, dua=dua.nama),
        )  # fmt: skip
        tata = baris(*siapa, tombol, jarak=16)
        tata.setStretch(0, 1)
        tata.setStretch(1, 1)
        return tata

    @Slot(object, object)
    def _putuskan(self, p: Pasangan, jawab: object) -> None:
        def usai(ditarik: int) -> None:
            self.muat()
            if ditarik:
                kalimat = self.tr("{n} usulan ditarik karena orangnya sama").format(n=bilangan(ditarik))
                pesan.info(self, kalimat, self.tr("Dapat dikembalikan dari daftar usulan kegiatannya."))

        self.konteks.tulis(
            self.tr("Mencatat keputusan"),
            lambda kerja: putuskan_tertunda(kerja, p.lawan, sama=bool(jawab)),  # type: ignore[arg-type]  # an id here
            induk=self,
            berhasil=usai,
            ubah=(Area.USULAN, Area.ORANG),
        )
