"""How papers are made: meterai box, signature field, size of type of each; watermark; the way to their words."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from app.bahasa.angka import rupiah
from app.dokumen.setelan import (
    AMBANG_METERAI,
    MENGETAHUI,
    UKURAN_HURUF,
    SetelanCetak,
    SetelanNaskah,
    atur_cetak,
    setelan_cetak,
)
from reports.daftar_cetak import DAFTAR, Naskah
from ui.jobs import Area
from ui.komponen import DialogSalur, Isian, Kolom, ModelTabel, Pilihan, TabelData, Tombol
from ui.komponen.bertanya import bertanya
from ui.komponen.centang import CentangKalimat
from ui.naskah.tujuan import TujuanNaskah
from ui.pengaturan.bagian import Bagian

Baris = tuple[Naskah, SetelanNaskah]


def _ya(ada: bool, mungkin: bool) -> str:
    return ("Ya" if ada else "Tidak") if mungkin else "—"


def _saksi(b: Baris) -> str:
    """Name who else signs; a dash where the paper has no place for them."""
    kata = [jabatan for kunci, jabatan in MENGETAHUI if kunci in b[1].mengetahui]
    return (", ".join(kata) or "Tidak") if b[0].bersaksi else "—"


def kolom_cetakan() -> list[Kolom[Baris]]:
    return [
        Kolom("Dokumen", lambda b: b[0].judul, lebar=0),
        Kolom("Kotak meterai", lambda b: _ya(b[1].meterai, b[0].bermeterai), lebar=120),
        Kolom("Bidang tanda tangan", lambda b: _ya(b[1].bidang_ttd, b[0].berttd), lebar=160),
        Kolom("Mengetahui", _saksi, lebar=130),
        Kolom("Ukuran huruf", lambda b: b[1].huruf, lebar=110, kanan=True),
    ]


class DialogCetakan(DialogSalur):
    """The settings of one paper."""

    def __init__(self, induk: QWidget | None, naskah: Naskah, setelan: SetelanNaskah) -> None:
        super().__init__(induk, naskah.judul, setuju=self.tr("&Simpan"), nama_ikon="save")
        kata = self.tr("Kotak &meterai pada tempat tanda tangan")
        if naskah.kode == "tanda-terima":
            kata = self.tr("Kotak &meterai, hanya pada nilai di atas {batas}").format(batas=rupiah(AMBANG_METERAI))
        self.meterai = QCheckBox(kata)
        self.meterai.setChecked(setelan.meterai)
        self.meterai.setVisible(naskah.bermeterai)
        self.bidang = QCheckBox(self.tr("&Bidang tanda tangan kosong untuk aplikasi penanda tangan"))
        self.bidang.setChecked(setelan.bidang_ttd)
        self.bidang.setVisible(naskah.berttd)
        self.saksi = {
            kunci: QCheckBox(self.tr("{jabatan} ikut mengetahui").format(jabatan=j)) for kunci, j in MENGETAHUI
        }
        for kunci, kotak in self.saksi.items():
            kotak.setChecked(kunci in setelan.mengetahui)
            kotak.setVisible(naskah.bersaksi)
        self.huruf = Pilihan([(n, f"{n} poin") for n in UKURAN_HURUF], kini=setelan.huruf)
        self.tambah(self.meterai, self.bidang, *self.saksi.values(), Isian(self.tr("&Ukuran huruf"), self.huruf))

    @property
    def jawaban(self) -> SetelanNaskah:
        saksi = tuple(kunci for kunci, kotak in self.saksi.items() if kotak.isChecked())
        return SetelanNaskah(self.meterai.isChecked(), self.bidang.isChecked(), self.huruf.nilai, saksi)

    @classmethod
    def ask(cls, induk: QWidget | None, naskah: Naskah, setelan: SetelanNaskah) -> SetelanNaskah | None:
        """Return the settings, None when they were given up."""
        hasil: SetelanNaskah | None = bertanya(cls(induk, naskah, setelan))
        return hasil


class BagianCetakan(Bagian):
    """Every paper with how it is made."""

    judul = "Cetakan"
    penjelasan = "Meterai, tanda tangan, saksi, dan ukuran huruf setiap dokumen. Klik dua kali untuk mengubah."

    def bangun(self) -> None:
        self._setelan = SetelanCetak()
        self.model = ModelTabel(kolom_cetakan())
        self.tabel = TabelData(self.model, nama=self.tr("Setelan cetakan"))
        self.tabel.dibuka.connect(self.ubah)
        self.kata = Tombol(self.tr("&Kata-kata dokumen…"), nama_ikon="pen-line", klik=self._buka_kata)
        self.kepala.addWidget(self.kata)
        self.tanda_air = CentangKalimat(
            self.tr("Cantumkan nama akun, waktu, dan nomor ekspor pada setiap halaman daftar data pribadi")
        )
        self.tanda_air.diubah.connect(self._ganti_tanda_air)
        self.isi.addWidget(self.tanda_air)
        self.isi.addWidget(self.tabel)

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            self._setelan = setelan_cetak(kerja)
        self.model.atur([(n, self._setelan.untuk(n.kode)) for n in DAFTAR.values() if n.format == "pdf"])
        self.tanda_air.kotak.blockSignals(True)
        self.tanda_air.kotak.setChecked(self._setelan.tanda_air)
        self.tanda_air.kotak.blockSignals(False)

    @Slot(object)
    def ubah(self, baris: Baris) -> None:
        """Ask how a paper is made and keep it."""
        naskah, lama = baris
        baru = DialogCetakan.ask(self, naskah, lama)
        if baru is not None:
            self._simpan(replace(self._setelan, naskah={**self._setelan.naskah, naskah.kode: baru}))

    @Slot(bool)
    def _ganti_tanda_air(self, ada: bool) -> None:
        self._simpan(replace(self._setelan, tanda_air=ada))

    def _simpan(self, setelan: SetelanCetak) -> None:
        self.simpan(
            self.tr("Menyimpan setelan cetakan"),
            lambda kerja: atur_cetak(kerja, setelan),
            area=(Area.KANTOR, Area.DOKUMEN),
        )

    @Slot()
    def _buka_kata(self) -> None:
        self.konteks.buka("naskah", TujuanNaskah())
