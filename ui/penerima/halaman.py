"""The list that the dinas sent: imported, then taken as the list of recipients with the number of its letter."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa.angka import bilangan
from app.identitas import kelompokkan
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.penetapan import HasilSah, penetapan_berlaku, terima_daftar
from app.register import BarisAgenda, surat_kegiatan
from app.verifikasi import BarisVerifikasi, daftar_usulan, ringkasan_verifikasi
from app.wilayah import peta_kantor
from db.istilah import ArahSurat
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.impor.halaman import HalamanImpor
from ui.jobs import Area
from ui.komponen import (
    BilahTindakan,
    DialogSalur,
    Isian,
    IsianTanggal,
    JenisTombol,
    KartuAngka,
    Kolom,
    KosongState,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.ekspor import TombolEkspor
from ui.komponen.kartu import sejajar
from ui.komponen.kisi import kisi
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.urut_bertahap import UrutBertahap
from ui.tema import Nada

HALAMAN = 200  # rows fetched at once


@dataclass(frozen=True)
class JawabanDaftar:
    """The dinas's decree or letter that the list came with."""

    tanggal: date
    nomor: str
    penandatangan: str
    jabatan: str


class DialogDaftar(DialogSalur):
    """Asks which letter or decree of the dinas the list came with."""

    def __init__(self, induk: QWidget | None, orang: int, hari_ini: date, surat: BarisAgenda | None) -> None:
        super().__init__(
            induk,
            self.tr("Jadikan daftar penerima"),
            self.tr("{n} orang menjadi penerima, tanpa verifikasi, seperti ditetapkan dinas.").format(
                n=bilangan(orang)
            ),
            setuju=self.tr("&Jadikan daftar penerima"),
        )
        self._hari_ini = hari_ini
        self.nomor = QLineEdit(surat.nomor_surat if surat else "")
        self.tanggal = IsianTanggal((surat.tanggal_surat if surat else None) or hari_ini)
        self.nama = QLineEdit()
        self.jabatan = QLineEdit(self.tr("Kepala {dari}").format(dari=surat.dari) if surat else "")
        self.i_tanggal = Isian(self.tr("&Tanggal"), self.tanggal)
        self.tambah(
            kisi(Isian(self.tr("&Nomor SK atau surat dinas"), self.nomor), self.i_tanggal),
            Isian(self.tr("&Penanda tangan"), self.nama, self.tr("Boleh kosong")),
            Isian(self.tr("&Jabatan"), self.jabatan),
        )

    def periksa(self) -> str:
        lewat = self.jawaban.tanggal > self._hari_ini
        self.i_tanggal.atur_salah(self.tr("Tidak boleh sesudah hari ini.") if lewat else "")
        return self.tr("Periksa isian yang ditandai.") if lewat else ""

    @property
    def jawaban(self) -> JawabanDaftar:
        """What was filled in."""
        teks = (k.text().strip() for k in (self.nomor, self.nama, self.jabatan))
        return JawabanDaftar(self.tanggal.nilai or self._hari_ini, *teks)

    @classmethod
    def ask(cls, induk: QWidget | None, orang: int, hari_ini: date, surat: BarisAgenda | None) -> JawabanDaftar | None:
        """Return the letter, None when it was given up."""
        hasil: JawabanDaftar | None = bertanya(cls(induk, orang, hari_ini, surat))
        return hasil


class HalamanPenerima(Halaman):
    """People of the dinas's list, and who of them is a recipient already."""

    judul = "Daftar penerima dari dinas"
    dengar = frozenset({Area.USULAN, Area.PENETAPAN, Area.ORANG})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, *, terbuka: bool = True) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._terbuka = terbuka
        self._desa: dict[str, str] = {}
        self.nama_kegiatan = Teks("", "redup")
        self.diimpor, self.penerima = KartuAngka("0", self.tr("orang diimpor")), KartuAngka("0", self.tr("penerima"))
        self.baru = KartuAngka("0", self.tr("belum dijadikan penerima"))
        self.model = ModelBertahap(self._kolom(), lambda b: b.kunci, HALAMAN)
        self.tabel = TabelData(self.model, nama=self.tr("Daftar dari dinas"))
        self.urut = UrutBertahap(self.tabel)
        self._susun()
        self.setFocusProxy(self.tabel)

    def _kolom(self) -> list[Kolom[BarisVerifikasi]]:
        return [
            Kolom("Nama", lambda b: b.nama, lebar=0, petunjuk=lambda b: b.nama),
            Kolom("NIK", lambda b: b.nik, lambda n: kelompokkan(n) if n else "belum ada", lebar=172),
            Kolom("No. KK", lambda b: b.no_kk, lambda n: kelompokkan(n) if n else "—", lebar=172),
            Kolom("Desa/kelurahan", lambda b: self._desa.get(b.kode_desa, "—"), lebar=150),
            Kolom(
                "Keadaan",
                lambda b: "Penerima" if b.terkunci else "Belum",
                lebar=110,
                nada=lambda b: Nada.BAIK if b.terkunci else Nada.PERHATIAN,
            ),
        ]

    def _susun(self) -> None:
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.ekspor = TombolEkspor(self.konteks, self.tabel, self.judul)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama_kegiatan, self.ekspor, jarak=12)
        boleh = self._terbuka and self.konteks.boleh(Hak.IMPOR)
        self.impor = Tombol(self.tr("&Impor daftar…"), nama_ikon="file-spreadsheet", klik=self._impor)
        self.impor.setEnabled(boleh)
        self.terima = Tombol(self.tr("&Jadikan daftar penerima…"), JenisTombol.UTAMA, "check", klik=self._terima)
        self.kaki = BilahTindakan([self.impor], self.terima)
        self.kosong = KosongState(
            self.tr("Daftar dari dinas belum diimpor"),
            self.tr("Impor berkas daftar penerima yang datang bersama surat pemberitahuan."),
            "file-spreadsheet",
            tombol=self.tr("Impor &daftar…") if boleh else "",
            klik=self._impor if boleh else None,
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        isi = kolom(
            atas, sejajar(self.diimpor, self.penerima, self.baru), self.tumpukan, jarak=10, tepi=(24, 14, 24, 8)
        )
        isi.setStretch(2, 1)
        tata = kolom(isi, self.kaki, jarak=0)
        tata.setStretch(0, 1)
        self.setLayout(tata)

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self.nama_kegiatan.setText(nama_kegiatan(kerja, self.kegiatan_id))
            h = ringkasan_verifikasi(kerja, self.kegiatan_id).seluruh
            sk = penetapan_berlaku(kerja, self.kegiatan_id)
            self._desa = {d.kode: d.nama for d in peta_kantor(kerja).desa_di(kerja.kantor.kode_wilayah)}
        ikut, penerima = h.layak + h.belum, sk.jumlah_orang if sk else 0
        self._baru = max(0, ikut - penerima)
        self.diimpor.atur(bilangan(h.diusulkan))
        self.penerima.atur(bilangan(penerima))
        self.baru.atur(bilangan(self._baru))
        self.model.cari(self._ambil)
        self.tumpukan.setCurrentWidget(self.tabel if h.diusulkan else self.kosong)
        boleh = self._terbuka and self.konteks.boleh(Hak.PENETAPAN)
        self.terima.setEnabled(boleh and bool(self._baru))
        self.kaki.atur_alasan(self._alasan(h.diusulkan, boleh=boleh))

    def _alasan(self, diimpor: int, *, boleh: bool) -> str:
        if not boleh:
            return self.tr("Langkah ini tidak sedang berjalan atau bukan tugas Anda.")
        if not diimpor:
            return self.tr("Impor dahulu daftar dari dinas.")
        return "" if self._baru else self.tr("Semua orang di daftar sudah menjadi penerima.")

    def _ambil(self, setelah: Any) -> list[BarisVerifikasi]:
        with self.konteks.membaca() as kerja:
            return daftar_usulan(kerja, self.kegiatan_id, setelah=setelah, batas=HALAMAN)

    # --- acts --------------------------------------------------------------------------------------------------------

    def _impor(self) -> None:
        wisaya = HalamanImpor(self.konteks, self.kegiatan_id)
        self.konteks.dorong(wisaya)

    def _terima(self) -> None:
        with self.konteks.membaca() as kerja:
            surat = [s for s in surat_kegiatan(kerja, self.kegiatan_id, ArahSurat.MASUK) if not s.digantikan]
            hari_ini = kerja.hari_ini()
        jawab = DialogDaftar.ask(self, self._baru, hari_ini, surat[-1] if surat else None)
        if jawab is None:
            return

        def kerja_terima(k: Kerja) -> HasilSah:
            return terima_daftar(
                k, self.kegiatan_id, tanggal=jawab.tanggal, nomor=jawab.nomor, penandatangan=jawab.penandatangan,
                jabatan_penandatangan=jawab.jabatan,
            )  # fmt: skip

        self.konteks.tulis(
            self.tr("Mencatat daftar penerima"),
            kerja_terima,
            induk=self,
            berhasil=self._diterima,
            ubah=(Area.PENETAPAN, Area.USULAN, Area.KEGIATAN),
        )

    def _diterima(self, hasil: HasilSah) -> None:
        pesan.info(
            self,
            self.tr("{n} orang menjadi penerima").format(n=bilangan(hasil.jumlah_orang)),
            self.tr("Centang KTP dan Kartu Keluarga setiap orang di halaman langkah, lalu susun SPT dan jadwal."),
        )
