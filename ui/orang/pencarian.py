"""Data PM/KPM: the search and the list below it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa.angka import bilangan
from app.orang import RingkasanOrang, banyak_belum_gabung, banyak_orang, cari_orang, pilihan_kegiatan
from app.usulan.tertunda import banyak_tertunda
from app.wilayah import peta_kantor
from ui.halaman import Konteks
from ui.komponen import KosongState, KotakCari, Pilihan, TabelData, Teks, Tombol, baris, kolom
from ui.komponen.ekspor import TombolEkspor
from ui.komponen.urut_bertahap import UrutBertahap
from ui.orang.model import HALAMAN, ModelOrang


class PencarianOrang(QWidget):
    """Search by name, NIK, No. KK, desa and kegiatan as one types; `dibuka` carries the person's id."""

    dibuka = Signal(object)

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self.model = ModelOrang()
        self.tabel = TabelData(self.model, nama=self.tr("Daftar orang"))
        self.urut = UrutBertahap(self.tabel)
        self.tabel.dibuka.connect(self._buka)
        self.cari = KotakCari(self.tr("Nama, NIK, atau No. KK"), nama=self.tr("Cari orang"))
        self.cari.dicari.connect(self.segarkan)
        self.cari.returnPressed.connect(self._ke_tabel)
        self.desa = Pilihan(cari=True)
        self.kegiatan = Pilihan()
        for pilihan, nama in ((self.desa, self.tr("Saring desa")), (self.kegiatan, self.tr("Saring kegiatan"))):
            pilihan.setAccessibleName(nama)
            pilihan.setMinimumWidth(190)
            pilihan.currentIndexChanged.connect(self.segarkan)
        self.jumlah = Teks("", "redup")
        self.kosong = KosongState("", "", "user-search")
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        self.acuan = Tombol(
            self.tr("Daftar &acuan…"), nama_ikon="list-checks", klik=lambda: konteks.buka("acuan", None)
        )
        self.acuan.setToolTip(self.tr("DTSEN/DTKS, orang meninggal, orang pindah"))
        self.acuan.setVisible(konteks.boleh(Hak.IMPOR) or konteks.boleh(Hak.VERIFIKASI))
        self.mirip = Tombol(self.tr("&Mungkin sama…"), nama_ikon="users")
        self.mirip.setToolTip(self.tr("Pasangan yang mungkin orang yang sama dan belum diputuskan"))
        atas = baris(Teks(self.tr("Data PM/KPM"), "judul"), self.jumlah, None, self.mirip, self.acuan, jarak=12)
        self.ekspor = TombolEkspor(konteks, self.tabel, self.tr("Data PM KPM"), (self.cari, self.desa, self.kegiatan))
        saring = baris(self.cari, self.desa, self.kegiatan, self.ekspor)
        saring.setStretch(0, 1)
        self.setLayout(kolom(atas, saring, self.tumpukan, jarak=12))

    def muat(self) -> None:
        """Fill the choosers and show everyone."""
        with self.konteks.membaca() as kerja:
            peta = peta_kantor(kerja)
            desa = [(d.kode, d.sebutan) for d in peta.desa_di(kerja.kantor.kode_wilayah)]
            kegiatan = pilihan_kegiatan(kerja)
            tertunda = banyak_tertunda(kerja) + banyak_belum_gabung(kerja) if self.konteks.boleh(Hak.IMPOR) else 0
        self.mirip.setText(self.tr("&Mungkin sama ({n})…").format(n=bilangan(tertunda)))
        self.mirip.setVisible(tertunda > 0)
        for pilihan, butir, semua in (
            (self.desa, desa, self.tr("Semua desa")),
            (self.kegiatan, kegiatan, self.tr("Semua kegiatan")),
        ):
            terpilih = pilihan.nilai
            pilihan.blockSignals(True)
            pilihan.atur(butir, kini=terpilih, kosong=semua)
            if terpilih is None:
                pilihan.setCurrentIndex(0)
            pilihan.blockSignals(False)
        self.segarkan()

    @Slot()
    def segarkan(self) -> None:
        """Search again with what stands in the fields."""
        self.model.cari(self._ambil)
        with self.konteks.membaca() as kerja:
            semua = banyak_orang(kerja)
        tampil = self.model.rowCount()
        self.tumpukan.setCurrentWidget(self.tabel if tampil else self.kosong)
        self.jumlah.setText(self._kalimat(tampil, semua))
        if not tampil:
            self._jelaskan_kosong(semua)

    def _ambil(self, setelah: tuple[str, int] | None) -> list[RingkasanOrang]:
        with self.konteks.membaca() as kerja:
            return cari_orang(
                kerja,
                self.cari.text().strip(),
                desa=self.desa.nilai,
                kegiatan_id=self.kegiatan.nilai,
                setelah=setelah,
                batas=HALAMAN,
            )

    def _kalimat(self, tampil: int, semua: int) -> str:
        if not self._menyaring:
            return self.tr("{n} orang").format(n=bilangan(semua))
        if not self.model.lengkap:
            return self.tr("lebih dari {n} dari {semua} orang").format(n=bilangan(tampil), semua=bilangan(semua))
        return self.tr("{n} dari {semua} orang").format(n=bilangan(tampil), semua=bilangan(semua))

    @property
    def _menyaring(self) -> bool:
        return bool(self.cari.text().strip() or self.desa.nilai or self.kegiatan.nilai)

    def _jelaskan_kosong(self, semua: int) -> None:
        if semua:
            self.kosong.atur(
                self.tr("Tidak ada yang cocok"),
                self.tr("Periksa ejaan nama, ketik awal NIK atau No. KK, atau lepaskan saringan desa dan kegiatan."),
            )
        else:
            self.kosong.atur(
                self.tr("Belum ada orang yang tercatat"),
                self.tr("Orang masuk ke sini saat daftar usulan desa diimpor pada langkah pertama kegiatan."),
            )

    @Slot()
    def _ke_tabel(self) -> None:
        if self.model.rowCount():
            self.tabel.setFocus()
            self.tabel.pilih_baris(0)

    @Slot(object)
    def _buka(self, satu: RingkasanOrang) -> None:
        self.dibuka.emit(satu.id)

    def cari_teks(self, teks: str) -> None:
        """Search for words given from elsewhere (Ctrl+K)."""
        self.cari.setText(teks)
        self.segarkan()
