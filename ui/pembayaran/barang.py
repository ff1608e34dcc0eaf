"""Goods from vendors: their BAST recorded, and the stock that is left of every goods line."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.barang import (
    BarisBarangMasuk,
    Stok,
    batalkan_barang_masuk,
    catat_barang_masuk,
    daftar_barang_masuk,
    stok_barang,
)
from app.kegiatan import DataBarang, lihat_kegiatan
from app.kerja import Kerja
from app.mitra import DataMitra, daftar_mitra
from app.pindaian import JenisPindaian
from ui.dokumen.lihat import lihat_lampiran
from ui.dokumen.susul import minta_pindaian
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    Isian,
    IsianAngka,
    IsianTanggal,
    JenisTombol,
    Kartu,
    Kolom,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.komponen.pilih_berkas import PilihBerkas
from ui.komponen.teks import TeksTerbatas
from ui.penetapan.dialog import DialogKalimat


@dataclass(frozen=True)
class JawabanBarang:
    """A vendor's BAST as it was filled in; `berkas` is its scan, which may follow."""

    mitra_id: UUID
    nomor: str
    tanggal: date
    barang: tuple[DataBarang, ...]
    berkas: Path | None


class DialogBarang(DialogSalur):
    """Records what a vendor handed over: a number of pieces per goods line of the kegiatan."""

    def __init__(
        self, induk: QWidget | None, mitra: list[DataMitra], barang: tuple[DataBarang, ...], hari_ini: date
    ) -> None:
        super().__init__(
            induk, self.tr("Catat BAST penyedia"), self.tr("Barang yang diserahkan penyedia kepada dinas."),
            setuju=self.tr("&Simpan"), nama_ikon="save", lebar=620,
        )  # fmt: skip
        self._hari_ini, self._barang = hari_ini, barang
        self.mitra = Pilihan([(m.id, m.nama) for m in mitra], kini=mitra[0].id if mitra else None)
        self.nomor, self.tanggal = QLineEdit(), IsianTanggal(hari_ini)
        self.jumlah = tuple(IsianAngka() for _ in barang)
        self.berkas = PilihBerkas(self.tr("Pindaian (boleh menyusul)"))
        self.i_nomor = Isian(self.tr("&Nomor BAST"), self.nomor)
        self.i_tanggal = Isian(self.tr("&Tanggal"), self.tanggal)
        kotak = [Isian(f"{b.nama} ({b.satuan})", satu) for b, satu in zip(barang, self.jumlah, strict=True)]
        atas = kisi(Isian(self.tr("&Penyedia"), self.mitra), self.i_nomor, self.i_tanggal)
        self.tambah(atas, kisi(*kotak), self.berkas)

    def periksa(self) -> str:
        nomor = self.nomor.text().strip()
        depan = self.tanggal.nilai is not None and self.tanggal.nilai > self._hari_ini
        self.i_nomor.atur_salah("" if nomor else self.tr("Harus diisi."))
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        if not any(satu.value() for satu in self.jumlah):
            return self.tr("Isi jumlah barang yang diterima.")
        return "" if nomor and not depan else self.tr("Periksa isian yang ditandai.")

    @property
    def jawaban(self) -> JawabanBarang:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        isi = zip(self._barang, self.jumlah, strict=True)
        barang = tuple(DataBarang(b.nama, b.satuan, satu.value()) for b, satu in isi if satu.value())
        return JawabanBarang(self.mitra.nilai, self.nomor.text().strip(), tanggal, barang, self.berkas.jalur)

    @classmethod
    def ask(
        cls, induk: QWidget | None, mitra: list[DataMitra], barang: tuple[DataBarang, ...], hari_ini: date
    ) -> JawabanBarang | None:
        """Return the BAST, None when it was given up."""
        hasil: JawabanBarang | None = bertanya(cls(induk, mitra, barang, hari_ini))
        return hasil


class HalamanBarang(Halaman):
    """The stock of a kegiatan's goods, and the papers behind it."""

    judul = "Barang dari penyedia"
    dengar = frozenset({Area.PENCAIRAN, Area.PENYALURAN, Area.PENETAPAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self.nama, self.ingat = TeksTerbatas(kanan=True), Teks("", "salah", bungkus=True)
        self.stok: ModelTabel[Stok] = ModelTabel(self._kolom_stok())
        self.masuk: ModelTabel[BarisBarangMasuk] = ModelTabel(self._kolom_masuk())
        self.tabel_stok = TabelData(self.stok, nama=self.tr("Stok barang"))
        self.tabel = TabelData(self.masuk, nama=self.tr("BAST penyedia"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tabel.dibuka.connect(self._lihat)
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.catat = Tombol(self.tr("&Catat BAST…"), JenisTombol.UTAMA, "plus", klik=self.catat_bast)
        self.cabut = Tombol(self.tr("&Batalkan baris…"), nama_ikon="undo-2", klik=self.batalkan)
        self.susul = Tombol(self.tr("&Susulkan pindaian…"), nama_ikon="paperclip", klik=self.susulkan)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama, self.catat, jarak=12)
        kartu = Kartu(self.tr("BAST penyedia"), baris(self.susul, self.cabut)).tambah(self.tabel)
        tata = kolom(atas, self.ingat, self.tabel_stok, kartu, jarak=10, tepi=(24, 14, 24, 12))
        tata.setStretch(2, 2)
        tata.setStretch(3, 3)
        self.setLayout(tata)

    def _kolom_stok(self) -> list[Kolom[Stok]]:
        return [
            Kolom("Barang", lambda s: s.nama, lebar=0),
            Kolom("Satuan", lambda s: s.satuan, lebar=90),
            Kolom("Hak penerima", lambda s: s.hak, bilangan, lebar=120, kanan=True),
            Kolom("Diterima", lambda s: s.diterima, bilangan, lebar=110, kanan=True),
            Kolom("Diserahkan", lambda s: s.diserahkan, bilangan, lebar=110, kanan=True),
            Kolom("Sisa", lambda s: s.sisa, bilangan, lebar=110, kanan=True),
        ]

    def _kolom_masuk(self) -> list[Kolom[BarisBarangMasuk]]:
        return [
            Kolom("Tanggal", lambda b: b.tanggal, waktu.tanggal_pendek, lebar=110),
            Kolom("Nomor BAST", lambda b: b.nomor, lebar=150),
            Kolom("Penyedia", lambda b: b.mitra, lebar=200),
            Kolom("Barang", lambda b: b.barang.nama, lebar=150),
            Kolom("Jumlah", lambda b: b.barang.jumlah, bilangan, lebar=90, kanan=True),
            Kolom("Dibatalkan karena", lambda b: b.alasan_batal or "—", lebar=0, petunjuk=lambda b: b.alasan_batal),
            Kolom("Pindaian", lambda b: "Ada" if b.lampiran_id else "Belum", lebar=85),
        ]

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            kegiatan = lihat_kegiatan(kerja, self.kegiatan_id)
            semua, masuk = stok_barang(kerja, self.kegiatan_id), daftar_barang_masuk(kerja, self.kegiatan_id)
            self._mitra = sorted(daftar_mitra(kerja), key=lambda m: m.jenis != "vendor")  # the likeliest first
            self._hari_ini = kerja.hari_ini()
        self._barang = tuple(kegiatan.barang)
        self.nama.setText(kegiatan.ringkasan.nama)
        self.stok.atur(semua)
        self.masuk.atur(masuk)
        ingat = [kalimat(s.peringatan) for s in semua if s.peringatan]
        if not self._mitra:
            ingat.append(self.tr("Belum ada penyedia. Tambahkan dahulu di halaman Mitra dan perjanjian."))
        self.ingat.setText("\n".join(ingat))
        self.ingat.setVisible(bool(ingat))
        self.catat.setEnabled(self.konteks.boleh(Hak.MITRA) and bool(self._mitra and self._barang))
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        pilih: list[BarisBarangMasuk] = self.tabel.terpilih
        berlaku = self.konteks.boleh(Hak.MITRA) and len(pilih) == 1 and not pilih[0].alasan_batal
        self.cabut.setEnabled(berlaku)
        self.susul.setEnabled(berlaku)

    @Slot(object)
    def _lihat(self, satu: BarisBarangMasuk) -> None:
        if satu.lampiran_id is not None:
            lihat_lampiran(self, self.konteks, satu.lampiran_id, satu.nomor)

    def catat_bast(self) -> None:
        """Ask for a vendor's BAST and record it."""
        jawab = DialogBarang.ask(self, self._mitra, self._barang, self._hari_ini)
        if jawab is None:
            return

        def jalan(kerja: Kerja) -> list[UUID]:
            lampiran = kerja.simpan_lampiran(jawab.berkas.read_bytes(), jawab.berkas.name) if jawab.berkas else None
            return catat_barang_masuk(
                kerja, self.kegiatan_id, jawab.mitra_id, nomor=jawab.nomor, tanggal=jawab.tanggal,
                barang=jawab.barang, lampiran_id=lampiran,
            )  # fmt: skip

        self.konteks.tulis(self.tr("Mencatat BAST penyedia"), jalan, induk=self, ubah=(Area.PENCAIRAN,))

    def susulkan(self) -> None:
        """Put the scan that followed beside every line of the chosen BAST."""
        minta_pindaian(self, self.konteks, JenisPindaian.BAST, self.tabel.terpilih[0].id)

    def batalkan(self) -> None:
        """Ask why, and take a line out of the count."""
        satu: BarisBarangMasuk = self.tabel.terpilih[0]
        kata = self.tr("{nama} dari BAST {nomor} tidak dihitung lagi; barisnya tetap terlihat.")
        alasan = DialogKalimat.ask(
            self, self.tr("Batalkan barang masuk"), kata.format(nama=satu.barang.nama, nomor=satu.nomor),
            self.tr("&Alasan"), self.tr("&Batalkan baris"),
        )  # fmt: skip
        if alasan is not None:
            self.konteks.tulis(
                self.tr("Membatalkan barang masuk"),
                lambda kerja: batalkan_barang_masuk(kerja, satu.id, alasan=alasan),
                induk=self,
                ubah=(Area.PENCAIRAN,),
            )
