"""What is asked about a meeting."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from app.pertemuan import BarisPertemuan
from ui.komponen import DialogSalur, Isian, IsianAngka, IsianTanggal, Pilihan
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi


@dataclass(frozen=True)
class JawabanPertemuan:
    """A meeting as filled in; `jumlah_hadir` is None where the names say how many came."""

    tanggal: date
    tempat: str
    materi: str
    kode_desa: str | None
    jumlah_hadir: int | None


class DialogPertemuan(DialogSalur):
    """When and where it was, about what, and how many came where only the paper knows."""

    def __init__(
        self, induk: QWidget | None, desa: list[tuple[str, str]], hari_ini: date, lama: BarisPertemuan | None
    ) -> None:
        judul = self.tr("Betulkan pertemuan") if lama else self.tr("Catat pertemuan")
        super().__init__(induk, judul, setuju=self.tr("&Simpan"), nama_ikon="save")
        self._hari_ini = hari_ini
        self.tanggal = IsianTanggal(lama.tanggal if lama else hari_ini)
        self.tempat = QLineEdit(lama.tempat if lama else "")
        self.materi = QPlainTextEdit(lama.materi if lama else "")
        self.materi.setTabChangesFocus(True)
        self.materi.setFixedHeight(70)
        self.desa = Pilihan(desa, kini=lama.kode_desa if lama else None, kosong=self.tr("Semua desa"))
        dihitung = lama is not None and lama.jumlah_hadir != lama.hadir + lama.lain
        self.hitung = QCheckBox(self.tr("Hanya &jumlahnya yang dicatat, dari daftar hadir kertas"))
        self.hitung.setChecked(dihitung)
        self.jumlah = IsianAngka(lama.jumlah_hadir if lama and dihitung else 0)
        self.jumlah.setAccessibleName(self.tr("Jumlah yang hadir"))
        self.jumlah.setEnabled(dihitung)
        self.hitung.toggled.connect(self.jumlah.setEnabled)
        self.i_tempat = Isian(self.tr("T&empat"), self.tempat)
        self.i_tanggal = Isian(self.tr("&Tanggal"), self.tanggal)
        self.tambah(
            kisi(self.i_tanggal, Isian(self.tr("&Untuk desa"), self.desa)),
            self.i_tempat,
            Isian(self.tr("&Materi"), self.materi),
            self.hitung,
            self.jumlah,
        )

    def periksa(self) -> str:
        d = self.jawaban
        lewat = d.tanggal > self._hari_ini
        self.i_tempat.atur_salah("" if d.tempat else self.tr("Harus diisi."))
        self.i_tanggal.atur_salah(self.tr("Tidak boleh sesudah hari ini.") if lewat else "")
        return self.tr("Periksa isian yang ditandai.") if lewat or not d.tempat else ""

    @property
    def jawaban(self) -> JawabanPertemuan:
        """The meeting."""
        jumlah = self.jumlah.value() if self.hitung.isChecked() else None
        return JawabanPertemuan(
            self.tanggal.nilai or self._hari_ini,
            self.tempat.text().strip(),
            self.materi.toPlainText().strip(),
            self.desa.nilai,
            jumlah,
        )

    @classmethod
    def ask(
        cls, induk: QWidget | None, desa: list[tuple[str, str]], hari_ini: date, lama: BarisPertemuan | None = None
    ) -> JawabanPertemuan | None:
        """Return the meeting, None when it was given up."""
        hasil: JawabanPertemuan | None = bertanya(cls(induk, desa, hari_ini, lama))
        return hasil
