"""Sending back what SIKS-NG refused (dtks step 5): by desa, with the reasons, and a letter for each."""

from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa.angka import bilangan
from app.identitas import kelompokkan
from app.kegiatan import nama_kegiatan
from app.penomoran import bernomor_sendiri
from app.siks.kembali import DesaKembali, OrangKembali, daftar_kembali, kembalikan_ke_desa
from ui.dokumen.tujuan import TujuanDokumen
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BarisAlir,
    BilahTindakan,
    JenisTombol,
    Kolom,
    KosongState,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.siks.pengembalian import DialogPengembalian
from ui.tema import Nada

KODE_SURAT = "surat_keluar"


class HalamanKembali(Halaman):
    """The return lists of a triwulan."""

    judul = "Kembalikan ke desa"
    dengar = frozenset({Area.USULAN, Area.REGISTER, Area.KEGIATAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, *, terbuka: bool = True) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._boleh = terbuka and konteks.boleh(Hak.REGISTER)
        self.nama_kegiatan = Teks("", "redup")
        self.model: ModelTabel[DesaKembali] = ModelTabel(
            [
                Kolom("Desa/kelurahan", lambda d: d.desa, lebar=0, petunjuk=lambda d: d.desa),
                Kolom("Orang", lambda d: len(d.orang), bilangan, lebar=60, kanan=True),
                Kolom("Surat", self._surat, lebar=150, nada=self._nada, petunjuk=self._surat),
            ]
        )
        self.desa = TabelData(self.model, nama=self.tr("Desa yang menerima pengembalian"))
        self.desa.pilihan_berubah.connect(self._terpilih)
        self.model_orang: ModelTabel[OrangKembali] = ModelTabel(
            [
                Kolom("Nama", lambda o: o.nama, lebar=160, petunjuk=lambda o: o.nama),
                Kolom("NIK", lambda o: o.nik, lambda n: kelompokkan(n) if n else "—", lebar=172),
                Kolom("Alasan SIKS-NG", lambda o: o.alasan, lebar=0, petunjuk=lambda o: o.alasan),
                Kolom(
                    "Diajukan lagi",
                    lambda o: "Sudah" if o.diajukan_lagi else "Belum",
                    lebar=100,
                    nada=lambda o: Nada.BAIK if o.diajukan_lagi else Nada.NETRAL,
                ),
            ]
        )
        self.orang = TabelData(self.model_orang, nama=self.tr("Orang yang dikembalikan"))
        self._susun()
        self.setFocusProxy(self.desa)

    @staticmethod
    def _surat(d: DesaKembali) -> str:
        return d.nomor_surat or ("Tercatat" if d.surat_id else "Belum dibuat")

    @staticmethod
    def _nada(d: DesaKembali) -> Nada:
        return Nada.BAIK if d.surat_id else Nada.PERHATIAN

    def _susun(self) -> None:
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama_kegiatan, jarak=12)
        self.surat = Tombol(
            self.tr("&Cetak surat…"), nama_ikon="printer", klik=lambda: self._dokumen("surat-pengembalian")
        )
        self.daftar = Tombol(
            self.tr("&Daftar untuk desa (Excel)…"), nama_ikon="sheet", klik=lambda: self._dokumen("daftar-pengembalian")
        )
        kanan = QWidget()
        tata = kolom(BarisAlir(self.surat, self.daftar), self.orang, jarak=8)
        tata.setStretch(1, 1)
        kanan.setLayout(tata)
        isi = QWidget()
        tengah = QHBoxLayout(isi)
        tengah.setContentsMargins(0, 0, 0, 0)
        tengah.setSpacing(12)
        tengah.addWidget(self.desa, 2)
        tengah.addWidget(kanan, 3)
        self.kosong = KosongState(
            self.tr("Tidak ada yang perlu dikembalikan"),
            self.tr("Tidak seorang pun dalam triwulan ini ditolak SIKS-NG."),
            "circle-check",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(isi)
        self.tumpukan.addWidget(self.kosong)
        self.buat = Tombol(self.tr("&Buat surat pengembalian…"), JenisTombol.UTAMA, "send", klik=self._buat)
        self.kaki = BilahTindakan([], self.buat)
        semua = kolom(atas, self.tumpukan, jarak=10, tepi=(24, 14, 24, 8))
        semua.setStretch(1, 1)
        tata = kolom(semua, self.kaki, jarak=0)
        tata.setStretch(0, 1)
        self.setLayout(tata)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        kini: DesaKembali | None = self.desa.kini
        with self.konteks.membaca() as kerja:
            self.nama_kegiatan.setText(nama_kegiatan(kerja, self.kegiatan_id))
            semua = daftar_kembali(kerja, self.kegiatan_id)
        self.model.atur(semua)
        self.tumpukan.setCurrentIndex(0 if semua else 1)
        self.desa.pilih_baris(next((n for n, d in enumerate(semua) if kini and d.kode_desa == kini.kode_desa), 0))
        self._terpilih()
        belum = self._belum
        self.buat.setEnabled(self._boleh and bool(belum))
        self.kaki.atur_alasan(self._alasan(belum))

    @property
    def _belum(self) -> list[DesaKembali]:
        return [d for d in self.model.semua if d.surat_id is None]

    def _alasan(self, belum: list[DesaKembali]) -> str:
        if not self._boleh:
            return self.tr("Langkah ini tidak sedang berjalan atau bukan tugas Anda.")
        if belum:
            orang = sum(len(d.orang) for d in belum)
            kata = self.tr("{d} desa/kelurahan dengan {n} orang belum ada suratnya")
            return kata.format(d=bilangan(len(belum)), n=bilangan(orang))
        return self.tr("Semua desa sudah ada suratnya.") if self.model.semua else ""

    @Slot()
    def _terpilih(self) -> None:
        satu = self._satu
        self.model_orang.atur(satu.orang if satu else ())
        boleh = self.konteks.boleh(Hak.DOKUMEN)
        self.surat.setEnabled(boleh and any(d.surat_id for d in self.model.semua))
        self.daftar.setEnabled(boleh and bool(self.model.semua))

    @property
    def _satu(self) -> DesaKembali | None:
        terpilih = self.desa.terpilih
        return terpilih[0] if len(terpilih) == 1 else None

    # --- acts --------------------------------------------------------------------------------------------------------

    def _buat(self) -> None:
        """Write letters for the chosen desa, for all without one when none of the chosen lacks it."""
        belum = self._belum
        dipilih = [d for d in self.desa.terpilih if d.surat_id is None] if len(self.desa.terpilih) > 1 else []
        desa = dipilih or belum
        with self.konteks.membaca() as kerja:
            hari_ini = kerja.hari_ini()
            otomatis = bernomor_sendiri(kerja, KODE_SURAT, hari_ini.year)
        jawab = DialogPengembalian.ask(self, desa, hari_ini, otomatis=otomatis)
        if jawab is None:
            return
        self.konteks.tulis(
            self.tr("Mencatat surat pengembalian"),
            lambda kerja: kembalikan_ke_desa(
                kerja,
                self.kegiatan_id,
                tanggal=jawab.tanggal,
                nomor=jawab.nomor,
                tksk=jawab.tksk,
                desa=frozenset(d.kode_desa for d in desa),
            ),
            induk=self,
            ubah=(Area.REGISTER, Area.KEGIATAN),
        )

    def _dokumen(self, kode: str) -> None:
        self.konteks.buka("dokumen", TujuanDokumen(self.kegiatan_id, (kode,)))
