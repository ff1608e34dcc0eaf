"""The answer of SIKS-NG (dtks step 4): its file is looked at, then taken over; who it missed is answered by hand."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTabWidget, QWidget

from app.akses import Hak
from app.bahasa.angka import bilangan
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.siks.hasil import BarisLuar, HasilSiks, periksa_hasil, terapkan_hasil
from app.siks.jawaban import BerkasJawaban
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
from ui.siks.berkas import BidangBerkas, baca
from ui.siks.orang import PanelOrang
from ui.siks.terdahulu import PanelTerdahulu

UBAH = (Area.USULAN, Area.KEGIATAN)
BarisRagu = tuple[BarisLuar, str]


class HalamanHasil(Halaman):
    """Taking over SIKS-NG's answer for one triwulan."""

    judul = "Hasil SIKS-NG"
    dengar = frozenset({Area.USULAN, Area.KEGIATAN, Area.PENETAPAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, *, terbuka: bool = True) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._terbuka = terbuka and konteks.boleh(Hak.IMPOR)
        self._berkas: BerkasJawaban | None = None
        self.nama_kegiatan = Teks("", "redup")
        self.orang = PanelOrang(konteks, kegiatan_id, boleh=self._terbuka)
        self.terdahulu = PanelTerdahulu(konteks, kegiatan_id, boleh=self._terbuka)
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        self.lembar.addTab(self._buat_berkas(), self.tr("&Berkas dari SIKS-NG"))
        self.lembar.addTab(self.orang, self.tr("Hasil per &orang"))
        self.lembar.addTab(self.terdahulu, self.tr("Berkas &terdahulu"))
        self.lembar.currentChanged.connect(self._muat)
        self.simpan = Tombol(self.tr("&Simpan hasil"), JenisTombol.UTAMA, "check", klik=self._simpan)
        self.kaki = BilahTindakan([], self.simpan)
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama_kegiatan, jarak=12)
        isi = kolom(atas, self.lembar, jarak=8, tepi=(24, 14, 24, 8))
        isi.setStretch(1, 1)
        tata = kolom(isi, self.kaki, jarak=0)
        tata.setStretch(0, 1)
        self.setLayout(tata)
        self._tunjukkan(None)

    def _buat_berkas(self) -> QWidget:
        self.bidang = BidangBerkas(
            self.tr("Jatuhkan berkas hasil unduhan SIKS-NG (Excel atau CSV) di sini. Diperiksa dahulu, baru disimpan.")
        )
        self.bidang.dipilih.connect(self.baca_berkas)
        self.bidang.setEnabled(self._terbuka)
        self.sisa = CentangKalimat(
            self.tr("Berkas hanya memuat yang ditolak; pemohon yang tidak disebut berarti diterima")
        )
        self.sisa.diubah.connect(self._periksa)
        self.angka = {
            "diterima": KartuAngka("0", self.tr("diterima")),
            "ditolak": KartuAngka("0", self.tr("ditolak sistem")),
            "belum": KartuAngka("0", self.tr("belum dijawab")),
            "ragu": KartuAngka("0", self.tr("perlu dilihat")),
        }
        self.model: ModelTabel[BarisRagu] = ModelTabel(
            [
                Kolom("Baris", lambda b: b[0].baris, lebar=70, kanan=True),
                Kolom("Nama", lambda b: b[0].nama, lebar=220),
                Kolom("NIK", lambda b: b[0].nik or "—", lebar=170),
                Kolom("Sebab", lambda b: b[1], lebar=0, petunjuk=lambda b: b[1]),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Baris yang perlu dilihat"))
        self.kosong = Teks("", "redup", bungkus=True)
        self.kartu_sisa = Kartu(tepi=12).tambah(self.sisa)
        wadah = QWidget()
        tata = kolom(
            self.bidang,
            self.kartu_sisa,
            sejajar(*self.angka.values()),
            self.kosong,
            self.tabel,
            jarak=10,
            tepi=(0, 12, 0, 0),
        )
        tata.setStretch(4, 1)
        wadah.setLayout(tata)
        return wadah

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self.nama_kegiatan.setText(nama_kegiatan(kerja, self.kegiatan_id))
        self._muat()

    @Slot()
    def _muat(self) -> None:
        kini = self.lembar.currentWidget()
        if kini is self.orang:
            self.orang.muat()
        elif kini is self.terdahulu:
            self.terdahulu.muat()
        self.kaki.setVisible(self.lembar.currentIndex() == 0)

    def _tunjukkan(self, hasil: HasilSiks | None) -> None:
        ragu: list[BarisRagu] = []
        if hasil is not None:
            ragu += [(b, self.tr("Tidak ada dalam triwulan ini")) for b in hasil.tak_dikenal]
            ragu += [(b, self.tr("Jawabannya tidak menyebut diterima atau ditolak")) for b in hasil.tak_jelas]
        isi = {
            "diterima": hasil.diterima if hasil else 0,
            "ditolak": hasil.ditolak if hasil else 0,
            "belum": hasil.belum_dijawab if hasil else 0,
            "ragu": len(ragu),
        }
        for kunci, kartu in self.angka.items():
            kartu.atur(bilangan(isi[kunci]))
            kartu.setVisible(hasil is not None)
        self.kartu_sisa.setVisible(hasil is not None)
        self.model.atur(ragu)
        self.tabel.setVisible(bool(ragu))
        self.kosong.setText(self._kata(hasil, ragu))
        self.simpan.setEnabled(hasil is not None and bool(hasil.diterima or hasil.ditolak))
        self.kaki.atur_alasan(self._alasan(hasil))

    def _kata(self, hasil: HasilSiks | None, ragu: list[BarisRagu]) -> str:
        if hasil is None:
            return self.tr("Belum ada berkas yang dipilih. Hasil untuk satu orang dapat dicatat di “Hasil per orang”.")
        if ragu:
            return self.tr("Baris berikut tidak mengubah apa pun. Jawab orangnya di “Hasil per orang” bila perlu.")
        return self.tr("Semua baris dapat dipakai.")

    def _alasan(self, hasil: HasilSiks | None) -> str:
        if not self._terbuka:
            return self.tr("Langkah ini tidak sedang berjalan atau bukan tugas Anda.")
        if hasil is None:
            return self.tr("Pilih dahulu berkas hasil SIKS-NG.")
        if not (hasil.diterima or hasil.ditolak):
            return self.tr("Tidak seorang pun di berkas ini cocok dengan pemohon triwulan.")
        return ""

    # --- acts --------------------------------------------------------------------------------------------------------

    @Slot(object)
    def baca_berkas(self, jalur: Path) -> None:
        """Read and judge a file; nothing is stored."""
        baca(self.konteks, jalur, induk=self.bidang, berhasil=self._terbaca)

    def _terbaca(self, berkas: BerkasJawaban) -> None:
        self._berkas = berkas
        kata = self.tr("{nama} · {n} orang")
        self.bidang.tunjukkan(kata.format(nama=berkas.buku.nama, n=bilangan(len(berkas.baris))))
        self._periksa()

    @Slot()
    def _periksa(self) -> None:
        berkas = self._berkas
        if berkas is None:
            return
        sisa = self.sisa.tercentang
        self.konteks.baca_lama(
            self.tr("Memeriksa hasil"),
            lambda kerja, _: periksa_hasil(kerja, self.kegiatan_id, berkas, sisanya_diterima=sisa),
            induk=self,
            berhasil=self._tunjukkan,
        )

    def _simpan(self) -> None:
        berkas, sisa = self._berkas, self.sisa.tercentang
        if berkas is None:
            return

        def kerja(k: Kerja) -> HasilSiks:
            return terapkan_hasil(k, self.kegiatan_id, berkas, sisanya_diterima=sisa)

        self.konteks.tulis(self.tr("Menyimpan hasil SIKS-NG"), kerja, induk=self, berhasil=self._tersimpan, ubah=UBAH)

    def _tersimpan(self, hasil: HasilSiks) -> None:
        self._berkas = None
        self.bidang.tunjukkan()
        self._tunjukkan(None)
        self.lembar.setCurrentWidget(self.orang)
        self.orang.muat()
        judul = self.tr("{terima} diterima, {tolak} ditolak").format(
            terima=bilangan(hasil.diterima), tolak=bilangan(hasil.ditolak)
        )
        isi = self.tr("Yang ditolak dikembalikan ke desanya di langkah berikut.") if hasil.ditolak else ""
        if hasil.belum_dijawab:
            belum = self.tr("{n} pemohon belum dijawab berkas ini. ").format(n=bilangan(hasil.belum_dijawab))
            isi = belum + isi
        pesan.info(self, judul, isi)
