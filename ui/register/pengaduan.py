"""Complaints about a recipient or a hand-over: taken down, answered, and seen when their day has passed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from app.bahasa import waktu
from app.orang import pilihan_kegiatan
from app.pengaduan import (
    BATAS_HARI_KERJA,
    BarisPengaduan,
    DataPengaduan,
    catat_pengaduan,
    daftar_pengaduan,
    jawab_pengaduan,
    ringkas_pengaduan,
)
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    Isian,
    IsianTanggal,
    JenisTombol,
    Kolom,
    KosongState,
    KotakCari,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.ekspor import TombolEkspor
from ui.komponen.kisi import kisi
from ui.tema import Nada

TINGGI_TEKS = 84  # px: three lines and a half


@dataclass(frozen=True)
class JawabanPengaduan:
    """A complaint as it was filled in, and the kegiatan that it is about."""

    kegiatan_id: UUID
    isi: DataPengaduan


def _teks_panjang(isi: str = "") -> QPlainTextEdit:
    kotak = QPlainTextEdit(isi)
    kotak.setTabChangesFocus(True)
    kotak.setFixedHeight(TINGGI_TEKS)
    return kotak


class DialogPengaduan(DialogSalur):
    """Takes a complaint down."""

    def __init__(self, induk: QWidget | None, hari_ini: date, kegiatan: list[tuple[UUID, str]]) -> None:
        super().__init__(
            induk, self.tr("Catat pengaduan"), setuju=self.tr("&Simpan"), nama_ikon="save", lebar=660
        )  # fmt: skip
        self._hari_ini = hari_ini
        self.kegiatan = Pilihan(kegiatan, kini=kegiatan[0][0] if kegiatan else None)
        self.pelapor, self.tentang, self.uraian = QLineEdit(), QLineEdit(), _teks_panjang()
        self.tanggal, self.batas = IsianTanggal(hari_ini), IsianTanggal(boleh_kosong=True)
        self.i_uraian = Isian(self.tr("&Isi pengaduan"), self.uraian)
        self.i_tanggal = Isian(self.tr("&Tanggal"), self.tanggal)
        batas = self.tr("Kosongkan untuk {n} hari kerja").format(n=BATAS_HARI_KERJA)
        self.tambah(
            Isian(self.tr("&Kegiatan"), self.kegiatan),
            self.i_uraian,
            kisi(
                Isian(self.tr("&Pelapor"), self.pelapor, self.tr("Boleh kosong bila tidak mau disebut")),
                Isian(self.tr("T&entang penerima"), self.tentang, self.tr("Nama, NIK, atau nomor tanda terima")),
                self.i_tanggal,
                Isian(self.tr("&Batas waktu jawaban"), self.batas, batas),
            ),
        )
        self.uraian.setFocus()

    def periksa(self) -> str:
        kosong = not self.uraian.toPlainText().strip()
        depan = (self.tanggal.nilai or self._hari_ini) > self._hari_ini
        self.i_uraian.atur_salah(self.tr("Harus diisi.") if kosong else "")
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        return self.tr("Periksa isian yang ditandai.") if kosong or depan else ""

    @property
    def jawaban(self) -> JawabanPengaduan:
        isi = DataPengaduan(
            self.tanggal.nilai or self._hari_ini,
            self.uraian.toPlainText().strip(),
            self.pelapor.text().strip(),
            self.tentang.text().strip(),
            self.batas.nilai,
        )
        return JawabanPengaduan(self.kegiatan.nilai, isi)

    @classmethod
    def ask(cls, induk: QWidget | None, hari_ini: date, kegiatan: list[tuple[UUID, str]]) -> JawabanPengaduan | None:
        """Return the complaint, None when it was given up."""
        hasil: JawabanPengaduan | None = bertanya(cls(induk, hari_ini, kegiatan))
        return hasil


class DialogJawab(DialogSalur):
    """Takes the answer to a complaint down; what was answered before stays above it."""

    def __init__(self, induk: QWidget | None, satu: BarisPengaduan, hari_ini: date) -> None:
        super().__init__(
            induk, self.tr("Jawab pengaduan"), satu.isi, setuju=self.tr("&Simpan jawaban"), nama_ikon="save"
        )  # fmt: skip
        self._hari_ini = hari_ini
        self.teks, self.tanggal = _teks_panjang(), IsianTanggal(hari_ini)
        self.i_teks = Isian(self.tr("&Jawaban"), self.teks)
        if satu.jawaban:
            self.tambah(Teks(self.tr("Jawaban sebelumnya: {teks}").format(teks=satu.jawaban), "redup", bungkus=True))
        self.tambah(self.i_teks, Isian(self.tr("&Tanggal jawaban"), self.tanggal))
        self.teks.setFocus()

    def periksa(self) -> str:
        kosong = not self.teks.toPlainText().strip()
        self.i_teks.atur_salah(self.tr("Harus diisi.") if kosong else "")
        return self.tr("Isi jawabannya.") if kosong else ""

    @property
    def jawaban(self) -> tuple[str, date]:
        return self.teks.toPlainText().strip(), self.tanggal.nilai or self._hari_ini

    @classmethod
    def ask(cls, induk: QWidget | None, satu: BarisPengaduan, hari_ini: date) -> tuple[str, date] | None:
        """Return the answer and its day, None when it was given up."""
        hasil: tuple[str, date] | None = bertanya(cls(induk, satu, hari_ini))
        return hasil


def _keadaan(b: BarisPengaduan) -> str:
    if b.dijawab_pada is None:
        return "Lewat batas waktu" if b.terlambat else "Belum dijawab"
    return "Dijawab terlambat" if b.terlambat else "Dijawab"


def _nada(b: BarisPengaduan) -> Nada:
    if b.dijawab_pada is None:
        return Nada.BAHAYA if b.terlambat else Nada.PERHATIAN
    return Nada.NETRAL if b.terlambat else Nada.BAIK


def _tanggal(nilai: date | None) -> str:
    return waktu.tanggal_pendek(nilai) if nilai else "—"


def kolom_pengaduan() -> list[Kolom[BarisPengaduan]]:
    """Columns of the list of complaints."""
    return [
        Kolom("Tanggal", lambda b: b.tanggal, _tanggal, lebar=100),
        Kolom("Pengaduan", lambda b: b.isi, lebar=0, petunjuk=lambda b: f"{b.isi}\n{b.jawaban}".strip()),
        Kolom("Tentang", lambda b: b.tentang or "—", lebar=150),
        Kolom("Pelapor", lambda b: b.pelapor or "—", lebar=120),
        Kolom("Kegiatan", lambda b: b.kegiatan, lebar=170, petunjuk=lambda b: b.kegiatan),
        Kolom("Batas waktu", lambda b: b.batas, _tanggal, lebar=100),
        Kolom("Keadaan", _keadaan, lebar=150, nada=_nada),
    ]


class PanelPengaduan(QWidget):
    """The complaints of a year."""

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self.tahun = 0
        self.model = ModelTabel(kolom_pengaduan())
        self.tabel = TabelData(self.model, nama=self.tr("Pengaduan"))
        self.tabel.dibuka.connect(self._jawab)
        self.tabel.pilihan_berubah.connect(self._tombol)
        self.cari = KotakCari(self.tr("Saring isi, pelapor, atau penerima"))
        self.cari.dicari.connect(self._saring)
        self.jawab = Tombol(self.tr("&Jawab…"), nama_ikon="pen-line", klik=self._jawab_terpilih)
        self.catat = Tombol(
            self.tr("&Catat pengaduan…"), JenisTombol.UTAMA, "plus", pintasan="Ctrl+N", klik=self.catat_baru
        )
        self.ringkas = Teks("", "redup")
        kosong = KosongState(
            self.tr("Belum ada pengaduan pada tahun ini"),
            self.tr("Catat keluhan warga di sini supaya dijawab sebelum batas waktunya."),
            "inbox",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(kosong)
        self.ekspor = TombolEkspor(konteks, self.tabel, self.tr("Pengaduan"), (self.cari,))
        atas = baris(self.cari, self.ekspor, self.jawab, self.catat)
        atas.setStretch(0, 1)
        self.setLayout(kolom(atas, self.ringkas, self.tumpukan, jarak=10, tepi=(0, 12, 0, 0)))

    def muat(self, tahun: int) -> None:
        """Show the complaints of a year, the newest first."""
        self.tahun = tahun
        with self.konteks.membaca() as kerja:
            semua = daftar_pengaduan(kerja, tahun=tahun)
        self.model.atur(semua)
        r = ringkas_pengaduan(semua)
        kalimat = self.tr("{masuk} pengaduan, {dijawab} sudah dijawab, {terbuka} belum, {lewat} lewat batas waktu")
        self.ringkas.setText(
            kalimat.format(masuk=r.masuk, dijawab=r.dijawab, terbuka=r.terbuka, lewat=r.lewat) if semua else ""
        )
        self.tumpukan.setCurrentIndex(0 if semua else 1)
        self._tombol()

    @Slot()
    def _tombol(self) -> None:
        self.jawab.setEnabled(len(self.tabel.terpilih) == 1)

    @Slot(str)
    def _saring(self, kata: str) -> None:
        cari = kata.casefold()
        self.tabel.atur_saringan(
            (lambda b: cari in f"{b.isi} {b.pelapor} {b.tentang} {b.jawaban}".casefold()) if cari else None
        )

    def catat_baru(self) -> None:
        """Ask for a complaint, and keep it."""
        with self.konteks.membaca() as kerja:
            hari_ini, kegiatan = kerja.hari_ini(), pilihan_kegiatan(kerja)
        if not kegiatan:
            pesan.peringatan(
                self,
                self.tr("Belum ada kegiatan"),
                self.tr("Buat kegiatan lebih dahulu; pengaduan dicatat pada kegiatannya."),
            )
            return
        jawab = DialogPengaduan.ask(self, hari_ini, kegiatan)
        if jawab is not None:
            self.konteks.tulis(
                self.tr("Mencatat pengaduan"),
                lambda kerja: catat_pengaduan(kerja, jawab.kegiatan_id, jawab.isi),
                induk=self,
                berhasil=lambda _: self.muat(self.tahun),
                ubah=(Area.REGISTER,),
            )

    @Slot()
    def _jawab_terpilih(self) -> None:
        for satu in self.tabel.terpilih[:1]:
            self._jawab(satu)

    @Slot(object)
    def _jawab(self, satu: BarisPengaduan) -> None:
        with self.konteks.membaca() as kerja:
            hari_ini = kerja.hari_ini()
        jawab = DialogJawab.ask(self, satu, hari_ini)
        if jawab is not None:
            self.konteks.tulis(
                self.tr("Menjawab pengaduan"),
                lambda kerja: jawab_pengaduan(kerja, satu.id, jawab[0], tanggal=jawab[1]),
                induk=self,
                berhasil=lambda _: self.muat(self.tahun),
                ubah=(Area.REGISTER,),
            )
