"""The hand-over list: where everyone stands, a day's papers entered at once, and the way into Mode Penyaluran."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.alasan import STATUS_SALUR
from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.barang import Stok, stok_barang
from app.identitas import samarkan
from app.kegiatan import RincianKegiatan, lihat_kegiatan
from app.kerja import Kerja
from app.penyaluran import (
    BarisSerah,
    Entri,
    RingkasanCatat,
    SilangDana,
    StatusSalur,
    batalkan_hasil,
    catat_banyak,
    daftar_serah,
    ringkasan_penyaluran,
)
from app.penyaluran.titik import daftar_titik
from app.wilayah import Peta, peta_kantor
from db.istilah import LEWAT_REKENING, TERSALUR, HasilSalur
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    Isian,
    IsianTanggal,
    JenisTombol,
    Kolom,
    KosongState,
    KotakCari,
    Pilihan,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.ekspor import TombolEkspor
from ui.komponen.kisi import kisi
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.tabel_luwes import TabelLuwes
from ui.komponen.teks import TeksTerbatas
from ui.komponen.urut_bertahap import UrutBertahap
from ui.orang.tulisan import kategori
from ui.penetapan.dialog import DialogKalimat
from ui.penyaluran import tulisan
from ui.penyaluran.dana import catat_dana, tampilkan_ditolak
from ui.penyaluran.dialog import DialogMeja
from ui.penyaluran.hitungan import KartuHitungan
from ui.penyaluran.kecamatan import TombolKecamatan
from ui.penyaluran.laptop_lain import HalamanLaptopLain
from ui.penyaluran.mode import HalamanModePenyaluran
from ui.penyaluran.realisasi import LembarRealisasi

HALAMAN = 200  # rows fetched at once
KOLOM_NIK, KOLOM_KATEGORI = 2, 4
DITAWARKAN = (HasilSalur.SENDIRI, HasilSalur.WALI, HasilSalur.DIANTAR, *tulisan.TIDAK_TERSALUR)
"""Outcomes that many papers may share; a representative needs papers of their own."""


@dataclass(frozen=True)
class JawabanBanyak:
    """One outcome for many receipts of a day."""

    hasil: HasilSalur
    tanggal: date
    tempat: str
    alasan: str


class DialogBanyak(DialogSalur):
    """Enters the same outcome for the chosen receipts."""

    def __init__(self, induk: QWidget | None, n: int, hari_ini: date) -> None:
        super().__init__(
            induk,
            self.tr("Catat penyaluran"),
            self.tr("Untuk {n} penerima yang dipilih, menurut tanda terima yang sudah ditandatangani.").format(
                n=bilangan(n)
            ),
            setuju=self.tr("&Catat"),
        )
        self._hari_ini = hari_ini
        self.hasil = Pilihan([(h, label(h)) for h in DITAWARKAN], kini=HasilSalur.SENDIRI)
        self.tanggal, self.tempat, self.alasan = IsianTanggal(hari_ini), QLineEdit(), QLineEdit()
        self.i_tanggal = Isian(self.tr("&Tanggal penyaluran"), self.tanggal)
        self.i_alasan = Isian(self.tr("&Penjelasan"), self.alasan, self.tr("Harus diisi untuk sebab lain"))
        self.tambah(
            Isian(self.tr("&Hasil"), self.hasil),
            kisi(self.i_tanggal, Isian(self.tr("T&empat"), self.tempat)),
            self.i_alasan,
        )

    def periksa(self) -> str:
        isi = self.jawaban
        depan = isi.tanggal > self._hari_ini
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        kurang = isi.hasil is HasilSalur.LAINNYA and not isi.alasan
        self.i_alasan.atur_salah(self.tr("Jelaskan sebabnya.") if kurang else "")
        return self.tr("Periksa isian yang ditandai.") if depan or kurang else ""

    @property
    def jawaban(self) -> JawabanBanyak:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        return JawabanBanyak(self.hasil.nilai, tanggal, self.tempat.text().strip(), self.alasan.text().strip())

    @classmethod
    def ask(cls, induk: QWidget | None, n: int, hari_ini: date) -> JawabanBanyak | None:
        """Return the outcome, None when it was given up."""
        hasil: JawabanBanyak | None = bertanya(cls(induk, n, hari_ini))
        return hasil


class HalamanPenyaluran(Halaman):
    """Everyone who is owed something in a kegiatan."""

    judul = "Penyaluran"
    dengar = frozenset({Area.PENYALURAN, Area.PENETAPAN, Area.PENCAIRAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._peta = Peta()
        self.nama = TeksTerbatas(kanan=True)
        self.hitungan = KartuHitungan()
        self.stok = Teks("", "redup", bungkus=True)
        self._buat_tabel()
        self._buat_saringan()
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.mode = Tombol(self.tr("&Mode Penyaluran…"), JenisTombol.UTAMA, "play", klik=self.buka_mode)
        self.banyak = Tombol(self.tr("&Catat yang dipilih…"), nama_ikon="check-check", klik=self.catat_dipilih)
        self.cabut = Tombol(self.tr("&Batalkan catatan…"), nama_ikon="undo-2", klik=self.batalkan)
        self.lain = Tombol(self.tr("&Laptop lain…"), nama_ikon="copy", klik=self.buka_laptop_lain)
        self.kecamatan = TombolKecamatan(konteks, self, kegiatan_id)
        self.lembar = LembarRealisasi(konteks, self, kegiatan_id)
        self.realisasi = Tombol(self.tr("Lembar &realisasi"), nama_ikon="file-spreadsheet")
        self.realisasi.setToolTip(self.tr("Daftar untuk bank atau pos, dan hasil pembayarannya"))
        menu = QMenu(self.realisasi)
        menu.addAction(self.tr("&Unduh untuk bank atau pos…"), self._unduh_realisasi)
        menu.addAction(self.tr("&Masukkan yang sudah diisi…"), self._masukkan_realisasi)
        self.dana = menu.addAction(self.tr("Catat &dana masuk…"), self.catat_dana)
        self.realisasi.setMenu(menu)
        judul = Teks(self.tr("Penyaluran bantuan"), "judul")
        atas = baris(kembali, judul, None, self.nama, self.lain, self.mode, jarak=12)
        bawah = baris(self.dipilih, self.kecamatan, self.realisasi, self.cabut, self.banyak)
        self.setLayout(
            kolom(atas, self.hitungan, self.stok, self._saringan, self.tumpukan, bawah, jarak=10, tepi=(24, 14, 24, 12))
        )
        self.setFocusProxy(self.tabel)

    def _buat_saringan(self) -> None:
        self.cari = KotakCari(self.tr("Cari nama, nomor tanda terima, atau akhir NIK"))
        self.cari.dicari.connect(self._muat)
        self.tahap, self.desa = Pilihan(), Pilihan()
        self.status = Pilihan([(s, STATUS_SALUR[s]) for s in StatusSalur], kosong=self.tr("Semua keadaan"))
        kata = (self.tr("Saring tahap"), self.tr("Saring desa"), self.tr("Saring keadaan"))
        for pilihan, nama in zip((self.tahap, self.desa, self.status), kata, strict=True):
            pilihan.setAccessibleName(nama)
            pilihan.setMinimumWidth(140)
            pilihan.currentIndexChanged.connect(self._muat)
        self.ekspor = TombolEkspor(
            self.konteks, self.tabel, self.tr("Daftar penyaluran"), (self.cari, self.tahap, self.desa, self.status)
        )
        self._saringan = baris(self.cari, self.tahap, self.desa, self.status, self.ekspor)
        self._saringan.setStretch(0, 1)

    def _buat_tabel(self) -> None:
        self.model = ModelBertahap(self._kolom(), lambda b: b.kunci, HALAMAN)
        self.tabel = TabelLuwes(
            self.model, nama=self.tr("Daftar penyaluran"), luwes={KOLOM_KATEGORI: 1280, KOLOM_NIK: 1000}
        )
        self.urut = UrutBertahap(self.tabel)
        self.tabel.dibuka.connect(lambda b: self.konteks.buka("orang", b.orang_id))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.kosong = KosongState("", "", "truck")
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        self.dipilih = TeksTerbatas("", "redup", baris=2)

    def _kolom(self) -> list[Kolom[BarisSerah]]:
        return [
            Kolom("No.", lambda b: b.nomor, lambda n: f"{n:04}", lebar=65),
            Kolom("Nama", lambda b: b.nama, lebar=200),
            Kolom("NIK", lambda b: b.nik, lambda n: samarkan(n) if n else "—", lebar=165),
            Kolom("Desa/kelurahan", lambda b: self._peta.nama(b.kode_desa) if b.kode_desa else "—", lebar=130),
            Kolom("Kategori", lambda b: kategori(b.kategori), lebar=175),
            Kolom("Bantuan", tulisan.nilai, lebar=120, kanan=True),
            Kolom(
                "Hasil",
                lambda b: tulisan.keadaan(b.keadaan)[0],
                lebar=205,
                nada=lambda b: tulisan.keadaan(b.keadaan)[1],
            ),
            Kolom(
                "Catatan",
                lambda b: tulisan.catatan(b.keadaan, waktu.tanggal_pendek),
                lebar=0,
                petunjuk=lambda b: tulisan.catatan(b.keadaan),
            ),
        ]

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self._kegiatan: RincianKegiatan = lihat_kegiatan(kerja, self.kegiatan_id)
            self._ringkas = ringkasan_penyaluran(kerja, self.kegiatan_id)
            stok = stok_barang(kerja, self.kegiatan_id, self._ringkas.per_barang)
            self._peta = peta_kantor(kerja)
            self._hari_ini = kerja.hari_ini()
        self.nama.setText(self._kegiatan.ringkasan.nama)
        self._isi_pilihan()
        lewat_rekening = self._kegiatan.ringkasan.jenis_bantuan in LEWAT_REKENING
        self.dana.setVisible(lewat_rekening)
        h = self._ringkas.seluruh
        self.hitungan.muat(h)
        self._tampilkan_stok(stok)
        boleh = self.konteks.boleh(Hak.PENYALURAN)
        self.mode.setEnabled(boleh and h.target.orang > 0)
        self.realisasi.setEnabled(boleh and h.target.orang > 0)
        self.kecamatan.setEnabled(boleh and h.target.orang > 0)
        self._muat()

    def _tampilkan_stok(self, semua: tuple[Stok, ...]) -> None:
        """Say what is left of the goods once any came in by BAST; more out than in is told."""
        ada = [s for s in semua if s.diterima]
        ingat = [kalimat(s.peringatan) for s in ada if s.peringatan]
        sisa = ", ".join(f"{s.nama} {bilangan(s.sisa)} {s.satuan}" for s in ada)
        self.stok.setText("\n".join(ingat) or self.tr("Stok: {sisa}.").format(sisa=sisa))
        self.stok.atur_peran("salah" if ingat else "redup")
        self.stok.setVisible(bool(ada))

    def _isi_pilihan(self) -> None:
        tahap = [(t.id, t.nama) for t in self._kegiatan.tahap]
        desa = [(k, self._peta.sebutan(k) if k else self.tr("Desa belum diketahui")) for k in self._ringkas.per_desa]
        for pilihan, butir, semua in (
            (self.tahap, tahap, self.tr("Semua tahap")),
            (self.desa, desa, self.tr("Semua desa")),
        ):
            kini = pilihan.nilai
            pilihan.blockSignals(True)
            pilihan.atur(butir, kini=kini, kosong=semua)
            pilihan.blockSignals(False)
        self.tahap.setVisible(len(tahap) > 1)
        keadaan: list[tuple[StrEnum, str]] = [*((s, STATUS_SALUR[s]) for s in StatusSalur)]
        if self._ringkas.seluruh.silang:
            keadaan += tulisan.TINGGAL.items()
        self.status.blockSignals(True)
        self.status.atur(keadaan, kini=self.status.nilai, kosong=self.tr("Semua keadaan"))
        self.status.blockSignals(False)

    @Slot()
    def _muat(self) -> None:
        self.model.cari(self._ambil)
        self.tumpukan.setCurrentWidget(self.tabel if self.model.rowCount() else self.kosong)
        if self._ringkas.seluruh.target.orang:
            self.kosong.atur(self.tr("Tidak ada yang cocok"), self.tr("Lepaskan saringan atau ubah kata yang dicari."))
        else:
            self.kosong.atur(self.tr("Belum ada penerima"), self.tr("Daftar ini terisi setelah SK penetapan dicatat."))
        self._terpilih()

    def _ambil(self, setelah: Any) -> list[BarisSerah]:
        with self.konteks.membaca() as kerja:
            return daftar_serah(
                kerja,
                self.kegiatan_id,
                tahap_id=self.tahap.nilai,
                desa=self.desa.nilai,
                status=self.status.nilai if isinstance(self.status.nilai, StatusSalur) else None,
                silang=self.status.nilai if isinstance(self.status.nilai, SilangDana) else None,
                kata=self.cari.text().strip(),
                setelah=setelah,
                batas=HALAMAN,
            )

    @Slot()
    def _terpilih(self) -> None:
        terpilih: list[BarisSerah] = self.tabel.terpilih
        boleh = self.konteks.boleh(Hak.PENYALURAN)
        terutang = [b for b in terpilih if b.keadaan.terutang_di_meja]
        self.banyak.setEnabled(boleh and bool(terutang))
        self.cabut.setEnabled(boleh and len(terpilih) == 1 and terpilih[0].keadaan.terakhir is not None)
        self.dipilih.setText(
            self.tr("{n} dipilih, {m} belum menerima").format(n=bilangan(len(terpilih)), m=bilangan(len(terutang)))
            if terpilih
            else self.tr("Pilih baris untuk mencatat tanda terima sehari sekaligus.")
        )

    # --- acts --------------------------------------------------------------------------------------------------------

    def buka_mode(self) -> None:
        """Ask where the table stands and open Mode Penyaluran."""
        with self.konteks.membaca() as kerja:
            titik = {t.nomor: daftar_titik(kerja, self.kegiatan_id, t.id) for t in self._kegiatan.tahap}
        tahap = [(t.id, t.nomor, t.nama) for t in self._kegiatan.tahap]
        desa = [(k, self._peta.sebutan(k)) for k in self._ringkas.per_desa if k]
        meja = DialogMeja.ask(self, tahap, desa, titik, self._hari_ini, self.desa.nilai)
        if meja is not None:
            self.konteks.dorong(HalamanModePenyaluran(self.konteks, self.kegiatan_id, meja))

    def _unduh_realisasi(self) -> None:
        self.lembar.pilih_unduh(self.tahap.nilai, self.desa.nilai)

    def _masukkan_realisasi(self) -> None:
        self.lembar.pilih_masuk()

    def buka_laptop_lain(self) -> None:
        """Show the parts that other laptops carry."""
        self.konteks.dorong(HalamanLaptopLain(self.konteks, self.kegiatan_id))

    def catat_dipilih(self) -> None:
        """Enter one outcome for the chosen receipts."""
        alokasi = [b.alokasi_id for b in self.tabel.terpilih if b.keadaan.terutang_di_meja]
        jawab = DialogBanyak.ask(self, len(alokasi), self._hari_ini) if alokasi else None
        if jawab is None:
            return
        entri = [Entri(satu, jawab.hasil, alasan=jawab.alasan) for satu in alokasi]

        def jalan(kerja: Kerja) -> RingkasanCatat:
            return catat_banyak(kerja, self.kegiatan_id, entri, tanggal=jawab.tanggal, tempat=jawab.tempat)

        self.konteks.tulis(
            self.tr("Mencatat penyaluran"), jalan, induk=self, berhasil=self._tercatat, ubah=(Area.PENYALURAN,)
        )

    def catat_dana(self) -> None:
        """Record money that came to accounts: of the chosen rows, else of everybody in the chosen tahap and desa."""
        catat_dana(self.konteks, self, self._kegiatan, self.tabel.terpilih, self.tahap.nilai, self.desa.nilai)

    def _tercatat(self, hasil: RingkasanCatat) -> None:
        tampilkan_ditolak(self, hasil)

    def batalkan(self) -> None:
        """Take the last outcome of the chosen row back."""
        satu: BarisSerah = self.tabel.terpilih[0]
        akhir = satu.keadaan.terakhir
        if akhir is None:
            return
        kata = self.tr("{nama}: {hasil}.").format(nama=satu.nama, hasil=label(akhir.hasil))
        if akhir.hasil in TERSALUR:
            kata = f"{kata} {self.tr('Bantuan ini kembali tercatat belum diterima.')}"
        alasan = DialogKalimat.ask(
            self, self.tr("Batalkan catatan"), kata, self.tr("&Alasan"), self.tr("&Batalkan catatan")
        )
        if alasan is not None:
            self.konteks.tulis(
                self.tr("Membatalkan catatan"),
                lambda kerja: batalkan_hasil(kerja, akhir.id, alasan=alasan),
                induk=self,
                ubah=(Area.PENYALURAN,),
            )
