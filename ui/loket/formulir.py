"""The form of the counter: who stands there, as on KTP and Kartu Keluarga; Enter goes on to the next field."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.bahasa.istilah import pilihan
from app.identitas import baca_nik, baca_no_kk, kelompokkan, uraikan_nik
from app.orang import DataOrang
from db.istilah import JenisKelamin
from ui.komponen import Isian, IsianTanggal, PanelLipat, Pilihan, kolom
from ui.komponen.kisi import kisi

DEWASA = 17  # years; of the two birth dates that a NIK allows, the counter supposes that of an adult
TEKS = ("nik", "no_kk", "nama", "alamat", "rt", "rw", "tempat_lahir", "nama_ibu", "pekerjaan", "telepon")


def lahir_dari_nik(nik: str, hari_ini: date) -> date | None:
    """Return the birth date that a NIK says: the adult one of the two that it allows."""
    bagian = uraikan_nik(nik)
    calon = bagian.calon_lahir(hari_ini) if bagian else ()
    dewasa = [t for t in calon if hari_ini.year - t.year >= DEWASA]
    return next(iter(dewasa or calon), None)


class FormulirPemohon(QWidget):
    """The fields. `nik_dikenali` carries a whole NIK as soon as it stands there, `nik_selesai` says Enter after it.

    The cursor waits for Enter, because scanners send one and it must not land in the next field.
    """

    mulai = Signal()  # somebody typed into it
    nik_dikenali = Signal(str)
    nik_selesai = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.teks = {nama: QLineEdit() for nama in TEKS}
        self.nik, self.nama, self.no_kk = self.teks["nik"], self.teks["nama"], self.teks["no_kk"]
        self.nik.setPlaceholderText(self.tr("Ketik atau pindai 16 angka"))
        self.desa = Pilihan(cari=True)
        self.lahir = IsianTanggal(boleh_kosong=True)
        self.kelamin = Pilihan(pilihan(JenisKelamin), kosong=self.tr("Belum dipilih"))
        self._nik_terakhir = ""
        self._buat_isian()
        self._sambungkan()

    def _buat_isian(self) -> None:
        t = self.teks
        self.isian = {
            "nik": Isian(self.tr("&NIK"), self.nik),
            "nama": Isian(self.tr("Na&ma menurut KTP"), self.nama),
            "no_kk": Isian(self.tr("N&o. KK"), self.no_kk),
            "desa": Isian(self.tr("&Desa/kelurahan"), self.desa),
        }
        rt = kisi(Isian(self.tr("&RT"), t["rt"]), Isian(self.tr("R&W"), t["rw"]))
        wadah = QWidget()
        wadah.setProperty("bening", True)
        wadah.setLayout(rt)
        utama = kisi(
            *self.isian.values(),
            Isian(self.tr("Tanggal &lahir"), self.lahir),
            Isian(self.tr("&Jenis kelamin"), self.kelamin),
            Isian(self.tr("&Alamat"), t["alamat"]),
            wadah,
        )
        lain = QWidget()
        lain.setProperty("bening", True)
        lain.setLayout(
            kisi(
                Isian(self.tr("T&empat lahir"), t["tempat_lahir"]),
                Isian(self.tr("Nama &ibu kandung"), t["nama_ibu"]),
                Isian(self.tr("&Pekerjaan"), t["pekerjaan"]),
                Isian(self.tr("&Telepon"), t["telepon"]),
            )
        )
        self.lain = PanelLipat(self.tr("Data lain untuk templat usulan"), lain)
        self.setLayout(kolom(utama, self.lain, jarak=10))

    def _sambungkan(self) -> None:
        self.nik.textEdited.connect(self._periksa_nik)
        for satu in self.teks.values():
            satu.textEdited.connect(self.mulai)
        kotak_desa = self.desa.lineEdit()
        assert kotak_desa is not None  # one can be typed into
        kotak: list[QWidget] = [*self.teks.values(), kotak_desa, self.desa, self.lahir, self.kelamin]
        for isian in kotak:
            isian.installEventFilter(self)
        kotak_desa.returnPressed.connect(self._desa_selesai)  # Enter that came through the list of desa
        t = self.teks
        urut: list[QWidget] = [
            self.nik,
            self.nama,
            self.no_kk,
            self.desa,
            self.lahir,
            self.kelamin,
            t["alamat"],
            t["rt"],
            t["rw"],
        ]
        urut += [self.lain.tombol, t["tempat_lahir"], t["nama_ibu"], t["pekerjaan"], t["telepon"]]
        for a, b in pairwise(urut):
            self.setTabOrder(a, b)

    # --- keys --------------------------------------------------------------------------------------------------------

    def eventFilter(self, benda: QObject, kejadian: QEvent) -> bool:
        """Go on to the next field with Enter, which scanners send too."""
        tekan = kejadian if kejadian.type() == QEvent.Type.KeyPress else None
        if isinstance(tekan, QKeyEvent) and tekan.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._maju(benda)
            return True
        return super().eventFilter(benda, kejadian)

    def _maju(self, benda: QObject) -> None:
        if benda is self.nik:
            if uraikan_nik(baca_nik(self.nik.text()).isi) is None:
                self.tandai({"nik": self.tr("NIK harus 16 angka.")})
            else:
                self.nik_selesai.emit()
            return
        if benda is self.desa or benda is self.desa.lineEdit():
            self._lengkapi_desa()
        self.focusNextChild()

    @Slot()
    def _desa_selesai(self) -> None:
        self._maju(self.desa)

    def _lengkapi_desa(self) -> None:
        """Take the only desa that a few letters can mean."""
        kata = self.desa.currentText().strip()
        cocok = [n for n in range(self.desa.count()) if kata and kata.casefold() in self.desa.itemText(n).casefold()]
        if self.desa.nilai is None and len(cocok) == 1:
            self.desa.setCurrentIndex(cocok[0])

    @Slot(str)
    def _periksa_nik(self, tertulis: str) -> None:
        nik = baca_nik(tertulis)
        if uraikan_nik(nik.isi) is None or nik.isi == self._nik_terakhir:
            return
        self._nik_terakhir = nik.isi
        self.tandai({})
        self.nik_dikenali.emit(nik.isi)

    # --- content -----------------------------------------------------------------------------------------------------

    def atur_desa(self, desa: Sequence[tuple[str, str]]) -> None:
        """Offer these desa; the chosen one stays."""
        self.desa.atur(desa, kini=self.desa.nilai)

    def isi(self, data: DataOrang) -> None:
        """Show somebody who is known."""
        for nama, kotak in self.teks.items():
            kotak.setText(str(getattr(data, nama) or ""))
        self._nik_terakhir = data.nik or ""
        self.desa.nilai = data.kode_desa
        self.lahir.nilai = data.tanggal_lahir
        self.kelamin.nilai = JenisKelamin(data.jenis_kelamin) if data.jenis_kelamin else None
        self.tandai({})

    def isi_dari_nik(self, nik: str, hari_ini: date) -> None:
        """Write what the NIK itself says: birth date and sex."""
        bagian = uraikan_nik(nik)
        self.lahir.nilai = lahir_dari_nik(nik, hari_ini)
        self.kelamin.nilai = bagian.jenis_kelamin if bagian else None

    def kosongkan(self, *, kecuali_nik: bool = False) -> None:
        """Make the form empty for the next one."""
        nik = self.nik.text() if kecuali_nik else ""
        self.isi(DataOrang(nama=""))
        self.nik.setText(nik)

    @property
    def kosong(self) -> bool:
        """Nothing was typed yet."""
        return not any(kotak.text().strip() for kotak in self.teks.values())

    @property
    def data(self) -> DataOrang:
        """What stands in the form."""
        teks: dict[str, Any] = {nama: kotak.text().strip() for nama, kotak in self.teks.items()}
        return DataOrang(
            **teks | {"nik": baca_nik(teks["nik"]).isi or None, "no_kk": baca_no_kk(teks["no_kk"]).isi or None},
            kode_desa=self.desa.nilai,
            tanggal_lahir=self.lahir.nilai,
            jenis_kelamin=self.kelamin.nilai.value if self.kelamin.nilai else None,
        )

    def periksa(self) -> bool:
        """Mark what is missing and put the cursor there; True when all is well."""
        data, salah = self.data, {}
        if uraikan_nik(data.nik or "") is None:
            salah["nik"] = self.tr("NIK harus 16 angka.")
        if not data.nama:
            salah["nama"] = self.tr("Nama harus diisi.")
        if self.no_kk.text().strip() and baca_no_kk(self.no_kk.text()).masalah:
            salah["no_kk"] = self.tr("No. KK harus 16 angka.")
        if not data.kode_desa:
            salah["desa"] = self.tr("Pilih desa/kelurahan dari daftar.")
        self.tandai(salah)
        pertama = next((self.isian[k].widget for k in self.isian if k in salah), None)
        if pertama is not None:
            pertama.setFocus()
        return not salah

    def tandai(self, salah: dict[str, str]) -> None:
        """Say beside each field what is wrong with it."""
        for nama, isian in self.isian.items():
            isian.atur_salah(salah.get(nama, ""))

    def rapikan_nik(self) -> None:
        """Group the digits for reading, once they are whole."""
        if (nik := baca_nik(self.nik.text())).isi and uraikan_nik(nik.isi):
            self.nik.setText(kelompokkan(nik.isi))
