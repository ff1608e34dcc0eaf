"""Drawing a sample, and recording a visit."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from app.bahasa.angka import bilangan
from app.monev import NILAI_Z, Kunjungan, ukuran_sampel
from ui.komponen import DialogSalur, Isian, IsianTanggal, Pilihan, Teks
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.komponen.pilih_berkas import PilihBerkas

YA_TIDAK = ((True, "Ya"), (False, "Tidak"))


@dataclass(frozen=True)
class JawabanSampel:
    """How to draw: a size, or confidence and margin in percent; a seed to draw an earlier sample again."""

    ukuran: int | None
    kepercayaan: int
    simpangan: int
    benih: int | None


class DialogSampel(DialogSalur):
    """Draws whom to visit among those who received."""

    def __init__(self, induk: QWidget | None, populasi: int) -> None:
        super().__init__(
            induk,
            self.tr("Tarik sampel kunjungan"),
            self.tr(
                "Diundi dari {n} penerima yang sudah menerima. Dengan benih yang sama hasilnya selalu sama."
            ).format(n=bilangan(populasi)),
            setuju=self.tr("&Tarik sampel"),
            nama_ikon="users",
        )
        self._populasi = populasi
        self.cara = Pilihan(
            [("rumus", self.tr("Menurut tingkat kepercayaan")), ("jumlah", self.tr("Jumlah ditentukan"))], kini="rumus"
        )
        self.kepercayaan = Pilihan([(n, f"{n}%") for n in NILAI_Z], kini=95)
        self.simpangan, self.jumlah = QSpinBox(), QSpinBox()
        self.simpangan.setRange(1, 50)
        self.simpangan.setValue(5)
        self.simpangan.setSuffix(" %")
        self.jumlah.setRange(1, max(1, populasi))
        self.benih = QLineEdit()
        self.hasil = Teks("", "tebal")
        self.i_kepercayaan = Isian(self.tr("Tingkat &kepercayaan"), self.kepercayaan)
        self.i_simpangan = Isian(self.tr("&Simpangan"), self.simpangan)
        self.i_jumlah = Isian(self.tr("&Jumlah orang"), self.jumlah)
        self.i_benih = Isian(self.tr("&Benih"), self.benih, self.tr("Kosongkan untuk benih baru"))
        self.tambah(
            Isian(self.tr("&Cara"), self.cara),
            kisi(self.i_kepercayaan, self.i_simpangan),
            self.i_jumlah,
            self.hasil,
            self.i_benih,
        )
        for sinyal in (self.cara.currentIndexChanged, self.kepercayaan.currentIndexChanged):
            sinyal.connect(self._hitung)
        self.simpangan.valueChanged.connect(self._hitung)
        self.jumlah.valueChanged.connect(self._hitung)
        self._hitung()

    def _hitung(self) -> None:
        rumus = self.cara.nilai == "rumus"
        self.i_kepercayaan.setVisible(rumus)
        self.i_simpangan.setVisible(rumus)
        self.i_jumlah.setVisible(not rumus)
        n = ukuran_sampel(self._populasi, self.kepercayaan.nilai, self.simpangan.value())
        besar = n if rumus else self.jumlah.value()
        self.hasil.setText(self.tr("{n} orang akan dikunjungi").format(n=bilangan(besar)))

    def periksa(self) -> str:
        salah = bool(self.benih.text().strip()) and not self.benih.text().strip().isdigit()
        self.i_benih.atur_salah(self.tr("Benih berupa angka.") if salah else "")
        return self.tr("Periksa isian yang ditandai.") if salah else ""

    @property
    def jawaban(self) -> JawabanSampel:
        benih = self.benih.text().strip()
        return JawabanSampel(
            None if self.cara.nilai == "rumus" else self.jumlah.value(),
            self.kepercayaan.nilai,
            self.simpangan.value(),
            int(benih) if benih else None,
        )

    @classmethod
    def ask(cls, induk: QWidget | None, populasi: int) -> JawabanSampel | None:
        """Return how to draw, None when it was given up."""
        hasil: JawabanSampel | None = bertanya(cls(induk, populasi))
        return hasil


@dataclass(frozen=True)
class JawabanKunjungan:
    """A visit as it was filled in, to whom, and its photograph."""

    penerima_id: UUID
    isi: Kunjungan
    berkas: Path | None = field(default=None)


class DialogKunjungan(DialogSalur):
    """Records what a visit showed."""

    def __init__(self, induk: QWidget | None, penerima: list[tuple[UUID, str]], petugas: str, hari_ini: date) -> None:
        satu = penerima[0][1] if len(penerima) == 1 else ""
        super().__init__(
            induk, self.tr("Catat kunjungan"), satu, setuju=self.tr("&Simpan kunjungan"), nama_ikon="save", lebar=640
        )
        self._hari_ini = hari_ini
        self.penerima = Pilihan(penerima, kini=penerima[0][0] if len(penerima) == 1 else None, cari=len(penerima) > 1)
        self.tanggal, self.petugas = IsianTanggal(hari_ini), QLineEdit(petugas)
        self.ditemui = QCheckBox(self.tr("&Ditemui"))
        self.ditemui.setChecked(True)
        kosong = self.tr("Tidak ditanyakan")
        self.menerima, self.sesuai = Pilihan(YA_TIDAK, kosong=kosong), Pilihan(YA_TIDAK, kosong=kosong)
        self.pemanfaatan, self.kendala, self.tindak = (QPlainTextEdit() for _ in range(3))
        for kotak in (self.pemanfaatan, self.kendala, self.tindak):
            kotak.setTabChangesFocus(True)
            kotak.setFixedHeight(56)
        self.berkas = PilihBerkas(self.tr("Foto atau instrumen (boleh kosong)"))
        self.i_penerima = Isian(self.tr("&Penerima"), self.penerima)
        self.i_penerima.setVisible(len(penerima) > 1)
        self.i_tanggal = Isian(self.tr("&Tanggal"), self.tanggal)
        self.i_petugas = Isian(self.tr("P&etugas"), self.petugas)
        self.i_menerima = Isian(self.tr("&Menerima bantuan?"), self.menerima)
        self.i_sesuai = Isian(self.tr("&Jumlah sesuai?"), self.sesuai)
        self.ditemui.toggled.connect(self._sesuaikan)
        self.tambah(
            self.i_penerima,
            kisi(self.i_tanggal, self.i_petugas),
            self.ditemui,
            kisi(self.i_menerima, self.i_sesuai),
            Isian(self.tr("Peman&faatan bantuan"), self.pemanfaatan),
            Isian(self.tr("&Kendala"), self.kendala),
            Isian(self.tr("Ti&ndak lanjut"), self.tindak),
            self.berkas,
        )

    def _sesuaikan(self, ditemui: bool) -> None:
        for isian, pilihan in ((self.i_menerima, self.menerima), (self.i_sesuai, self.sesuai)):
            isian.setEnabled(ditemui)
            if not ditemui:
                pilihan.nilai = None

    def periksa(self) -> str:
        depan = self.tanggal.nilai is not None and self.tanggal.nilai > self._hari_ini
        self.i_penerima.atur_salah("" if self.penerima.nilai else self.tr("Pilih penerima."))
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        self.i_petugas.atur_salah("" if self.petugas.text().strip() else self.tr("Harus diisi."))
        benar = self.penerima.nilai and not depan and self.petugas.text().strip()
        return "" if benar else self.tr("Periksa isian yang ditandai.")

    @property
    def jawaban(self) -> JawabanKunjungan:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        isi = Kunjungan(
            tanggal,
            self.petugas.text().strip(),
            self.ditemui.isChecked(),
            self.menerima.nilai,
            self.sesuai.nilai,
            self.pemanfaatan.toPlainText().strip(),
            self.kendala.toPlainText().strip(),
            self.tindak.toPlainText().strip(),
        )
        return JawabanKunjungan(self.penerima.nilai, isi, self.berkas.jalur)

    @classmethod
    def ask(
        cls, induk: QWidget | None, penerima: list[tuple[UUID, str]], petugas: str, hari_ini: date
    ) -> JawabanKunjungan | None:
        """Return the visit, None when it was given up."""
        hasil: JawabanKunjungan | None = bertanya(cls(induk, penerima, petugas, hari_ini))
        return hasil
