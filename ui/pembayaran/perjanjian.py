"""Vendors, banks and the post office, and the letters and agreements with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label, pilihan
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.mitra import (
    BarisPerjanjian,
    DataMitra,
    HasilPerjanjian,
    catat_mitra,
    catat_perjanjian,
    daftar_mitra,
    daftar_perjanjian,
)
from app.pindaian import JenisPindaian
from app.sop.definisi import Aksi
from db.istilah import JenisPerjanjian
from ui import pesan
from ui.dokumen.lihat import lihat_lampiran
from ui.dokumen.susul import minta_pindaian
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    Isian,
    IsianTanggal,
    JenisTombol,
    Kartu,
    Kolom,
    KosongState,
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
from ui.pembayaran.barang import HalamanBarang
from ui.pembayaran.rekening import HalamanRekening

JENIS_MITRA = (("bank", "Bank"), ("pos", "Kantor Pos"), ("vendor", "Vendor"))


class DialogMitra(DialogSalur):
    """Adds or changes a vendor, bank or the post office."""

    def __init__(self, induk: QWidget | None, lama: DataMitra | None) -> None:
        super().__init__(
            induk,
            self.tr("Ubah mitra") if lama else self.tr("Tambah mitra"),
            setuju=self.tr("&Simpan"),
            nama_ikon="save",
            lebar=620,
        )
        b = lama or DataMitra("")
        self._id = b.id
        self.nama = QLineEdit(b.nama)
        self.jenis = Pilihan(JENIS_MITRA, kini=b.jenis)
        self.rincian = {
            bidang: QLineEdit(getattr(b, bidang))
            for bidang in ("alamat", "npwp", "penanggung_jawab", "jabatan", "telepon")
        }
        self.i_nama = Isian(self.tr("&Nama"), self.nama)
        self.tambah(
            kisi(
                self.i_nama,
                Isian(self.tr("&Jenis"), self.jenis),
                Isian(self.tr("&Penanggung jawab"), self.rincian["penanggung_jawab"]),
                Isian(self.tr("Ja&batan"), self.rincian["jabatan"]),
                Isian(self.tr("NP&WP"), self.rincian["npwp"]),
                Isian(self.tr("&Telepon"), self.rincian["telepon"]),
            ),
            Isian(self.tr("&Alamat"), self.rincian["alamat"]),
        )

    def periksa(self) -> str:
        self.i_nama.atur_salah("" if self.nama.text().strip() else self.tr("Harus diisi."))
        return "" if self.nama.text().strip() else self.tr("Lengkapi isian yang ditandai.")

    @property
    def jawaban(self) -> DataMitra:
        isi = {bidang: kotak.text().strip() for bidang, kotak in self.rincian.items()}
        return DataMitra(self.nama.text().strip(), self.jenis.nilai, id=self._id, **isi)

    @classmethod
    def ask(cls, induk: QWidget | None, lama: DataMitra | None = None) -> DataMitra | None:
        """Return the mitra, None when it was given up."""
        hasil: DataMitra | None = bertanya(cls(induk, lama))
        return hasil


@dataclass(frozen=True)
class JawabanPerjanjian:
    """An agreement as it was filled in; `berkas` is its scan, which may follow."""

    mitra_id: UUID
    jenis: JenisPerjanjian
    nomor: str
    nomor_mitra: str
    tanggal: date
    tentang: str
    berkas: Path | None


class DialogPerjanjian(DialogSalur):
    """Records a letter of appointment, MOU or agreement."""

    def __init__(self, induk: QWidget | None, mitra: list[DataMitra], jenis: JenisPerjanjian, hari_ini: date) -> None:
        super().__init__(
            induk, self.tr("Catat surat atau perjanjian"), setuju=self.tr("&Simpan"), nama_ikon="save", lebar=620
        )
        self._hari_ini = hari_ini
        self.mitra = Pilihan([(m.id, m.nama) for m in mitra], kini=mitra[-1].id if len(mitra) == 1 else None)
        self.jenis = Pilihan(pilihan(JenisPerjanjian), kini=jenis)
        self.nomor, self.nomor_mitra, self.tentang = QLineEdit(), QLineEdit(), QLineEdit()
        self.tanggal = IsianTanggal(hari_ini)
        self.berkas = PilihBerkas(self.tr("Pindaian (boleh menyusul)"))
        self.i_mitra = Isian(self.tr("&Mitra"), self.mitra)
        self.i_nomor = Isian(self.tr("&Nomor surat kita"), self.nomor)
        self.i_tanggal = Isian(self.tr("&Tanggal"), self.tanggal)
        self.tambah(
            kisi(
                self.i_mitra,
                Isian(self.tr("&Jenis"), self.jenis),
                self.i_nomor,
                Isian(self.tr("N&omor surat mitra"), self.nomor_mitra),
                self.i_tanggal,
            ),
            Isian(self.tr("T&entang"), self.tentang),
            self.berkas,
        )

    def periksa(self) -> str:
        nomor = self.nomor.text().strip() or self.nomor_mitra.text().strip()
        depan = self.tanggal.nilai is not None and self.tanggal.nilai > self._hari_ini
        self.i_mitra.atur_salah("" if self.mitra.nilai else self.tr("Pilih mitra."))
        self.i_nomor.atur_salah("" if nomor else self.tr("Isi nomor kita atau nomor mitra."))
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        return "" if self.mitra.nilai and nomor and not depan else self.tr("Periksa isian yang ditandai.")

    @property
    def jawaban(self) -> JawabanPerjanjian:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        return JawabanPerjanjian(
            self.mitra.nilai,
            self.jenis.nilai,
            self.nomor.text().strip(),
            self.nomor_mitra.text().strip(),
            tanggal,
            self.tentang.text().strip(),
            self.berkas.jalur,
        )

    @classmethod
    def ask(
        cls, induk: QWidget | None, mitra: list[DataMitra], jenis: JenisPerjanjian, hari_ini: date
    ) -> JawabanPerjanjian | None:
        """Return the agreement, None when it was given up."""
        hasil: JawabanPerjanjian | None = bertanya(cls(induk, mitra, jenis, hari_ini))
        return hasil


class HalamanPerjanjian(Halaman):
    """The mitra of the office and the agreements of one kegiatan; `aksi` says which kind the step waits for."""

    judul = "Mitra dan perjanjian"
    dengar = frozenset({Area.PENCAIRAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, aksi: Aksi = Aksi.PERJANJIAN) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._jenis = JenisPerjanjian.PENUNJUKAN if aksi is Aksi.PENUNJUKAN_VENDOR else JenisPerjanjian.MOU
        self.nama = TeksTerbatas(kanan=True)
        self.surat = ModelTabel(self._kolom_surat())
        self.tabel = TabelData(self.surat, nama=self.tr("Surat dan perjanjian"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tabel.dibuka.connect(lambda _: self._lihat())
        self.mitra = ModelTabel(self._kolom_mitra())
        self.daftar = TabelData(self.mitra, nama=self.tr("Mitra kantor"))
        self.daftar.dibuka.connect(self.ubah_mitra)
        self.catat = Tombol(self.tr("&Catat surat…"), JenisTombol.UTAMA, "plus", klik=self.catat_surat)
        self.lihat = Tombol(self.tr("&Lihat pindaian"), nama_ikon="eye", klik=self._lihat)
        self.susul = Tombol(self.tr("&Susulkan pindaian…"), nama_ikon="paperclip", klik=self.susulkan)
        self.tambah = Tombol(self.tr("&Tambah mitra…"), nama_ikon="building-2", klik=lambda: self.ubah_mitra(None))
        for tombol in (self.catat, self.tambah):
            tombol.setEnabled(konteks.boleh(Hak.MITRA))
        self.kosong = KosongState(
            self.tr("Belum ada surat atau perjanjian"),
            self.tr("Tambahkan dahulu vendor, bank, atau Kantor Pos di bawah, lalu catat suratnya."),
            "handshake",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.rekening = Tombol(self.tr("&Rekening penerima…"), nama_ikon="wallet", klik=self.buka_rekening)
        self.barang = Tombol(self.tr("&Barang masuk…"), nama_ikon="truck", klik=self.buka_barang)
        judul = Teks(self.judul, "judul")
        atas = baris(kembali, judul, None, self.nama, self.rekening, self.catat, jarak=12)
        bawah = Kartu(self.tr("Mitra kantor"), baris(self.barang, self.tambah)).tambah(self.daftar)
        pindaian = baris(None, self.lihat, self.susul)
        tata = kolom(atas, self.tumpukan, pindaian, bawah, jarak=10, tepi=(24, 14, 24, 12))
        tata.setStretch(1, 3)
        tata.setStretch(3, 2)
        self.setLayout(tata)

    def _kolom_surat(self) -> list[Kolom[BarisPerjanjian]]:
        return [
            Kolom("Jenis", lambda p: label(p.jenis), lebar=170),
            Kolom("Mitra", lambda p: p.mitra.nama, lebar=250),
            Kolom("Nomor kita", lambda p: p.nomor or "—", lebar=150),
            Kolom("Nomor mitra", lambda p: p.nomor_mitra or "—", lebar=150),
            Kolom("Tanggal", lambda p: p.tanggal, waktu.tanggal_pendek, lebar=110),
            Kolom("Tentang", lambda p: p.tentang, lebar=0, petunjuk=lambda p: p.tentang),
            Kolom("Pindaian", lambda p: "Ada" if p.lampiran_id else "Belum", lebar=85),
        ]

    def _kolom_mitra(self) -> list[Kolom[DataMitra]]:
        return [
            Kolom("Nama", lambda m: m.nama, lebar=240),
            Kolom("Jenis", lambda m: dict(JENIS_MITRA).get(m.jenis, m.jenis), lebar=110),
            Kolom("Penanggung jawab", lambda m: ", ".join(filter(None, (m.penanggung_jawab, m.jabatan))), lebar=0),
            Kolom("Telepon", lambda m: m.telepon, lebar=140),
        ]

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            kegiatan = lihat_kegiatan(kerja, self.kegiatan_id)
            semua = daftar_perjanjian(kerja, self.kegiatan_id)
            self._mitra = daftar_mitra(kerja)
            self._hari_ini = kerja.hari_ini()
        self.nama.setText(kegiatan.ringkasan.nama)
        self.barang.setVisible(bool(kegiatan.barang))
        self.surat.atur(semua)
        self.mitra.atur(self._mitra)
        self.tumpukan.setCurrentWidget(self.tabel if semua else self.kosong)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        terpilih = self.tabel.terpilih
        self.lihat.setEnabled(len(terpilih) == 1 and terpilih[0].lampiran_id is not None)
        self.susul.setEnabled(len(terpilih) == 1 and self.konteks.boleh(Hak.MITRA))

    def _lihat(self) -> None:
        if self.lihat.isEnabled():
            satu: BarisPerjanjian = self.tabel.terpilih[0]
            assert satu.lampiran_id is not None  # the button is dead otherwise
            lihat_lampiran(self, self.konteks, satu.lampiran_id, label(satu.jenis))

    def susulkan(self) -> None:
        """Put the scan that followed beside the chosen letter."""
        minta_pindaian(self, self.konteks, JenisPindaian.PERJANJIAN, self.tabel.terpilih[0].id)

    def _simpan(
        self, judul: str, kerja: Callable[[Kerja], object], usai: Callable[[object], object] | None = None
    ) -> None:
        self.konteks.tulis(judul, kerja, induk=self, berhasil=usai, ubah=(Area.PENCAIRAN, Area.KEGIATAN))

    def buka_rekening(self) -> None:
        """Show the recipients' accounts."""
        self.konteks.dorong(HalamanRekening(self.konteks, self.kegiatan_id))

    def buka_barang(self) -> None:
        """Show the goods that vendors handed over, and the stock."""
        self.konteks.dorong(HalamanBarang(self.konteks, self.kegiatan_id))

    @Slot(object)
    def ubah_mitra(self, lama: DataMitra | None) -> None:
        """Ask for a mitra and keep it."""
        data = DialogMitra.ask(self, lama)
        if data is not None:
            self._simpan(self.tr("Menyimpan mitra"), lambda kerja: catat_mitra(kerja, data))

    def catat_surat(self) -> None:
        """Ask for an agreement and record it; without any mitra ask for that first."""
        if not self._mitra:
            self.ubah_mitra(None)
            if not self._mitra:
                return
        jawab = DialogPerjanjian.ask(self, self._mitra, self._jenis, self._hari_ini)
        if jawab is None:
            return

        def jalan(kerja: Kerja) -> HasilPerjanjian:
            lampiran_id = kerja.simpan_lampiran(jawab.berkas.read_bytes(), jawab.berkas.name) if jawab.berkas else None
            return catat_perjanjian(
                kerja,
                self.kegiatan_id,
                jawab.mitra_id,
                jawab.jenis,
                tanggal=jawab.tanggal,
                nomor=jawab.nomor,
                nomor_mitra=jawab.nomor_mitra,
                tentang=jawab.tentang,
                lampiran_id=lampiran_id,
            )

        self._simpan(self.tr("Mencatat perjanjian"), jalan, self._ragu)

    def _ragu(self, hasil: object) -> None:
        ragu = [kalimat(p) for p in getattr(hasil, "peringatan", ())]
        if ragu:
            pesan.peringatan(self, self.tr("Tercatat, dengan catatan"), "\n".join(ragu))
