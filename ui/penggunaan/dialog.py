"""Recording a report on the use of the aid, setting by when it is due, recording a signed pakta integritas."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QLineEdit, QWidget

from app.bahasa.angka import rupiah
from app.bahasa.waktu import tanggal
from app.penggunaan.batas import HARI_BAKU, HARI_MAKS
from app.penggunaan.laporan import BarisLaporan, Guna
from ui.komponen import DialogSalur, Isian, IsianAngka, IsianTanggal, Teks, Tombol, baris
from ui.komponen.bertanya import bertanya
from ui.komponen.isian import IsianUang
from ui.komponen.pilih_berkas import SARINGAN

BARIS_GUNA = 5


@dataclass(frozen=True)
class JawabanLaporan:
    """A report as it was typed."""

    tanggal: date
    guna: tuple[Guna, ...]
    keterangan: str
    berkas: tuple[Path, ...]


class PilihBanyak(QWidget):
    """Takes several files: scans, notes, photographs."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.jalur: tuple[Path, ...] = ()
        self._label = label
        self.nama = Teks(self.tr("belum dipilih"), "redup")
        self.tombol = Tombol(self.tr("Pilih &berkas…"), nama_ikon="paperclip", klik=self._pilih, nama=f"{label}: pilih")
        self.setLayout(baris(Teks(label, "tebal"), self.nama, None, self.tombol, jarak=10))

    def atur(self, jalur: tuple[Path, ...]) -> None:
        """Take files in place of those chosen before."""
        self.jalur = jalur
        satu = jalur[0].name if len(jalur) == 1 else self.tr("{n} berkas").format(n=len(jalur))
        self.nama.setText(satu if jalur else self.tr("belum dipilih"))

    @Slot()
    def _pilih(self) -> None:
        nama, _ = QFileDialog.getOpenFileNames(self, self._label, "", SARINGAN)
        if nama:
            self.atur(tuple(map(Path, nama)))


class DialogLaporan(DialogSalur):
    """Records what a recipient reports: for what, how much, with proof."""

    def __init__(self, induk: QWidget | None, satu: BarisLaporan, hari_ini: date) -> None:
        keterangan = self.tr("{nama}, bantuan diterima {tanggal}{nilai}.").format(
            nama=satu.nama, tanggal=tanggal(satu.diserahkan), nilai=f", {rupiah(satu.nilai)}" if satu.nilai else ""
        )
        super().__init__(
            induk, self.tr("Catat laporan penggunaan"), keterangan, setuju=self.tr("&Simpan laporan"),
            nama_ikon="save", lebar=640,
        )  # fmt: skip
        self._satu, self._hari_ini = satu, hari_ini
        self.tanggal, self.catatan = IsianTanggal(hari_ini), QLineEdit()
        self.i_tanggal = Isian(self.tr("&Tanggal laporan"), self.tanggal)
        lama = satu.laporan.guna if satu.laporan else ()
        self.guna = [(QLineEdit(), IsianUang()) for _ in range(max(BARIS_GUNA, len(lama)))]
        for (untuk, uang), g in zip(self.guna, lama, strict=False):
            untuk.setText(g.untuk)
            uang.nilai = g.rupiah
        self.jumlah, self.salah = Teks("", "tebal"), Teks("", "salah", bungkus=True)
        self.berkas = PilihBanyak(self.tr("Nota dan foto (boleh menyusul)"))
        self.tambah(
            self.i_tanggal, self._kotak_guna(), self.salah, Isian(self.tr("Ca&tatan"), self.catatan), self.berkas
        )
        self.salah.hide()
        self._hitung()

    def _kotak_guna(self) -> QWidget:
        kotak = QWidget()
        kotak.setProperty("bening", True)
        tata = QGridLayout(kotak)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setVerticalSpacing(6)
        tata.addWidget(Teks(self.tr("Digunakan untuk"), "tebal"), 0, 0)
        tata.addWidget(Teks(self.tr("Jumlah (Rp)"), "tebal"), 0, 1)
        for ke, (untuk, uang) in enumerate(self.guna, 1):
            untuk.setAccessibleName(self.tr("Digunakan untuk, baris {n}").format(n=ke))
            uang.setAccessibleName(self.tr("Jumlah, baris {n}").format(n=ke))
            uang.textChanged.connect(self._hitung)
            tata.addWidget(untuk, ke, 0)
            tata.addWidget(uang, ke, 1)
        tata.addWidget(self.jumlah, len(self.guna) + 1, 0, 1, 2)
        tata.setColumnStretch(0, 3)
        tata.setColumnStretch(1, 1)
        return kotak

    @Slot()
    def _hitung(self) -> None:
        jumlah = sum(uang.nilai or 0 for _, uang in self.guna)
        sisa = self._satu.nilai - jumlah
        kata = self.tr("Jumlah {jumlah}").format(jumlah=rupiah(jumlah))
        if self._satu.nilai and sisa:
            beda = self.tr("belum dijelaskan") if sisa > 0 else self.tr("lebih dari bantuan")
            kata = f"{kata}, {rupiah(abs(sisa))} {beda}"
        self.jumlah.setText(kata)

    def periksa(self) -> str:
        isi = self.jawaban
        depan = isi.tanggal > self._hari_ini
        awal = isi.tanggal < self._satu.diserahkan
        self.i_tanggal.atur_salah(
            self.tr("Belum terjadi.") if depan else self.tr("Sebelum bantuan diterima.") if awal else ""
        )
        timpang = any(bool(untuk.text().strip()) is (uang.nilai is None) for untuk, uang in self.guna)
        self.salah.setText(self.tr("Isi untuk apa dan berapa rupiah."))
        self.salah.setVisible(timpang or not isi.guna)
        return self.tr("Periksa isian yang ditandai.") if depan or awal or timpang or not isi.guna else ""

    @property
    def jawaban(self) -> JawabanLaporan:
        hari = self.tanggal.nilai
        assert hari is not None  # the field cannot be empty
        isi = ((untuk.text().strip(), uang.nilai) for untuk, uang in self.guna)
        guna = tuple(Guna(untuk, nilai) for untuk, nilai in isi if untuk and nilai is not None)
        return JawabanLaporan(hari, guna, self.catatan.text().strip(), self.berkas.jalur)

    @classmethod
    def ask(cls, induk: QWidget | None, satu: BarisLaporan, hari_ini: date) -> JawabanLaporan | None:
        """Return the report, None when it was given up."""
        hasil: JawabanLaporan | None = bertanya(cls(induk, satu, hari_ini))
        return hasil


class DialogBatas(DialogSalur):
    """Asks how many days recipients have, or that no report is asked of them."""

    def __init__(self, induk: QWidget | None, hari: int | None) -> None:
        super().__init__(
            induk, self.tr("Batas waktu laporan"),
            self.tr("Dihitung dari hari bantuan diterima; hari libur digeser ke hari kerja berikutnya."),
            setuju=self.tr("&Simpan"), nama_ikon="save",
        )  # fmt: skip
        self.diminta = QCheckBox(self.tr("&Penerima kegiatan ini wajib melaporkan penggunaan bantuan"))
        self.diminta.setChecked(hari is not None)
        self.hari = IsianAngka(hari or HARI_BAKU, paling_kecil=1, paling_besar=HARI_MAKS)
        self.hari.setEnabled(hari is not None)
        self.diminta.toggled.connect(self.hari.setEnabled)
        self.tambah(self.diminta, Isian(self.tr("&Hari sesudah bantuan diterima"), self.hari))
        self.isi.addStretch(1)

    @property
    def jawaban(self) -> tuple[int | None]:
        """The days, in a tuple so that *no report* is not the same as *given up*."""
        return (self.hari.value() if self.diminta.isChecked() else None,)

    @classmethod
    def ask(cls, induk: QWidget | None, hari: int | None) -> tuple[int | None] | None:
        """Return the days, None when it was given up."""
        hasil: tuple[int | None] | None = bertanya(cls(induk, hari))
        return hasil


@dataclass(frozen=True)
class JawabanPakta:
    """When people signed, where the scan is, and for an official who is not on the list his name and post."""

    tanggal: date
    berkas: tuple[Path, ...]
    nama: str = ""
    jabatan: str = ""


class DialogPakta(DialogSalur):
    """Records a pakta integritas as signed on paper: of the chosen ones, or of another official."""

    def __init__(self, induk: QWidget | None, siapa: str, hari_ini: date, *, petugas_lain: bool = False) -> None:
        super().__init__(induk, self.tr("Catat pakta integritas"), siapa, setuju=self.tr("&Simpan"), nama_ikon="save")
        self._hari_ini, self._lain = hari_ini, petugas_lain
        self.nama, self.jabatan = QLineEdit(), QLineEdit()
        self.i_nama, self.i_jabatan = Isian(self.tr("&Nama"), self.nama), Isian(self.tr("&Jabatan"), self.jabatan)
        self.tanggal = IsianTanggal(hari_ini)
        self.i_tanggal = Isian(self.tr("Di&tandatangani pada"), self.tanggal)
        self.berkas = PilihBanyak(self.tr("Pindaian (boleh menyusul)"))
        for satu in (self.i_nama, self.i_jabatan):
            satu.setVisible(petugas_lain)
        self.tambah(self.i_nama, self.i_jabatan, self.i_tanggal, self.berkas)

    def periksa(self) -> str:
        isi = self.jawaban
        depan = isi.tanggal > self._hari_ini
        kurang = self._lain and not (isi.nama and isi.jabatan)
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        self.i_nama.atur_salah(self.tr("Harus diisi.") if self._lain and not isi.nama else "")
        self.i_jabatan.atur_salah(self.tr("Harus diisi.") if self._lain and not isi.jabatan else "")
        return self.tr("Periksa isian yang ditandai.") if depan or kurang else ""

    @property
    def jawaban(self) -> JawabanPakta:
        hari = self.tanggal.nilai
        assert hari is not None  # the field cannot be empty
        return JawabanPakta(hari, self.berkas.jalur, self.nama.text().strip(), self.jabatan.text().strip())

    @classmethod
    def ask(
        cls, induk: QWidget | None, siapa: str, hari_ini: date, *, petugas_lain: bool = False
    ) -> JawabanPakta | None:
        """Return what was signed, None when it was given up."""
        hasil: JawabanPakta | None = bertanya(cls(induk, siapa, hari_ini, petugas_lain=petugas_lain))
        return hasil
