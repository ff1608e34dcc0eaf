"""A new kegiatan: which SOP, for whom, in which year, what aid, how many tahap, and where the work begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.bahasa.angka import romawi
from app.bahasa.istilah import label
from app.kegiatan import DataBarang, DataTahap
from app.kegiatan_atur import DESIL_TERTINGGI
from app.sop.definisi import DefinisiSop
from db.istilah import JenisBantuan
from ui.komponen import (
    DialogSalur,
    Isian,
    IsianAngka,
    IsianTanggal,
    IsianUang,
    JenisTombol,
    PanelLipat,
    Pilihan,
    Teks,
    Tombol,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi

TAHAP_MAKS = 12


@dataclass(frozen=True)
class JawabanKegiatan:
    """What `app.kegiatan.buat_kegiatan` takes."""

    isian: dict[str, Any] = field(default_factory=dict)


class BarisBarang(QWidget):
    """One goods line or item: what, in which unit, how many for each recipient."""

    def __init__(self, data: DataBarang | None = None) -> None:
        super().__init__()
        self.setProperty("bening", True)
        awal = data or DataBarang("")
        self.nama, self.satuan = QLineEdit(awal.nama), QLineEdit(awal.satuan)
        self.jumlah = IsianAngka(awal.jumlah, paling_kecil=1, paling_besar=100_000)
        self.nama.setPlaceholderText(self.tr("Nama barang"))
        for widget, kata in ((self.nama, "Nama barang"), (self.satuan, "Satuan"), (self.jumlah, "Jumlah per penerima")):
            widget.setAccessibleName(kata)
        self.satuan.setMaximumWidth(120)
        self.jumlah.setMaximumWidth(110)
        self.buang = Tombol("", JenisTombol.TAUTAN, "x", nama=self.tr("Keluarkan barang ini"))
        self.setLayout(baris(self.nama, self.jumlah, self.satuan, self.buang, jarak=6))

    @property
    def isi(self) -> DataBarang | None:
        """The line; None while it has no name."""
        nama = self.nama.text().strip()
        return DataBarang(nama, self.satuan.text().strip() or "buah", self.jumlah.value()) if nama else None


class DaftarBarang(QWidget):
    """The goods lines, with a button for one more."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.baris: list[BarisBarang] = []
        self._tempat = kolom(jarak=4)
        self.tambah = Tombol(self.tr("Tambah &barang"), JenisTombol.TAUTAN, "plus", klik=self.satu_lagi)
        self.setLayout(
            kolom(Teks(self.tr("Barang untuk setiap penerima"), "tebal"), self._tempat, self.tambah, jarak=4)
        )

    def atur(self, barang: Sequence[DataBarang]) -> None:
        """Show other lines."""
        kosongkan(self._tempat)
        self.baris = []
        for satu in barang:
            self._pasang(BarisBarang(satu))

    @Slot()
    def satu_lagi(self) -> None:
        """Offer one more line."""
        self._pasang(BarisBarang())
        self.baris[-1].nama.setFocus()

    def _pasang(self, satu: BarisBarang) -> None:
        self.baris.append(satu)
        self._tempat.addWidget(satu)
        satu.buang.clicked.connect(self._keluarkan)

    @Slot()
    def _keluarkan(self) -> None:
        satu = next(b for b in self.baris if b.buang is self.sender())
        self.baris.remove(satu)
        satu.hide()
        satu.deleteLater()

    @property
    def isi(self) -> list[DataBarang]:
        """The lines that have a name."""
        return [b.isi for b in self.baris if b.isi is not None]


class DialogKegiatan(DialogSalur):
    """Asks for everything at once; what is rarely needed is folded away."""

    def __init__(self, induk: QWidget | None, sop: Sequence[DefinisiSop], hari_ini: date) -> None:
        super().__init__(
            induk,
            self.tr("Kegiatan baru"),
            self.tr("Kegiatan berjalan menurut salinan SOP pada hari ini; perubahan SOP kemudian tidak mengubahnya."),
            setuju=self.tr("&Buat kegiatan"),
            nama_ikon="plus",
            lebar=680,
        )
        self._sop = {s.kode: s for s in sop}
        self._hari_ini = hari_ini
        self._usul_nama = ""
        self._buat_isian()
        self._buat_lanjutan()
        self.sop.currentIndexChanged.connect(self._ganti_sop)
        self.tahun.valueChanged.connect(self._usulkan_nama)
        self.triwulan.currentIndexChanged.connect(self._usulkan_nama)
        self.jenis.currentIndexChanged.connect(self._ganti_jenis)
        self.mulai.currentIndexChanged.connect(self._ganti_mulai)
        self._ganti_sop()

    # --- fields ------------------------------------------------------------------------------------------------------

    def _buat_isian(self) -> None:
        self.sop = Pilihan([(s.kode, s.nama_layar.tampil) for s in self._sop.values()])
        self.tahun = IsianAngka(self._hari_ini.year, paling_kecil=2000, paling_besar=2100)
        self.tahun.setGroupSeparatorShown(False)
        self.triwulan = Pilihan(
            [(n, f"Triwulan {romawi(n)}") for n in range(1, 5)], kini=(self._hari_ini.month + 2) // 3
        )
        self.nama = QLineEdit()
        self.isian_nama = Isian(self.tr("&Nama kegiatan"), self.nama, self.tr("Seperti di DPA atau SK"))
        self.isian_triwulan = Isian(self.tr("T&riwulan"), self.triwulan)
        self.jenis = Pilihan()
        self.isian_jenis = Isian(self.tr("&Bentuk bantuan"), self.jenis)
        self.nominal = IsianUang()
        self.isian_nominal = Isian(self.tr("Nila&i per penerima"), self.nominal, self.tr("Rupiah, untuk setiap tahap"))
        self.tahap = IsianAngka(1, paling_kecil=1, paling_besar=TAHAP_MAKS)
        self.isian_tahap = Isian(self.tr("Banyak ta&hap"), self.tahap)
        self.barang = DaftarBarang()
        self.tambah(
            Isian(self.tr("&SOP"), self.sop),
            self.isian_nama,
            kisi(Isian(self.tr("&Tahun"), self.tahun), self.isian_triwulan),
            kisi(self.isian_jenis, self.isian_tahap, self.isian_nominal),
            self.barang,
        )

    def _buat_lanjutan(self) -> None:
        self.kuota, self.pagu = IsianAngka(0), IsianUang()
        self.kuota.setSpecialValueText(self.tr("tidak dibatasi"))
        self.dana, self.rekening = QLineEdit(), QLineEdit()
        self.desil = IsianAngka(0, paling_besar=DESIL_TERTINGGI)
        self.desil.setSpecialValueText(self.tr("tidak dibatasi"))
        uang = QWidget()
        uang.setProperty("bening", True)
        uang.setLayout(
            kisi(
                Isian(self.tr("&Kuota orang"), self.kuota), Isian(self.tr("&Pagu (rupiah)"), self.pagu),
                Isian(self.tr("Sumber &dana"), self.dana), Isian(self.tr("Kode rekenin&g"), self.rekening),
                Isian(self.tr("Batas d&esil"), self.desil, self.tr("Menurut DTSEN; yang di atasnya ditandai")),
            )
        )  # fmt: skip
        self.mulai = Pilihan()
        self.isian_mulai = Isian(
            self.tr("&Mulai di Salur dari langkah"),
            self.mulai,
            self.tr("Untuk kegiatan yang sudah berjalan di atas kertas"),
        )
        self._tempat_tanggal = QGridLayout()
        self.tanggal: dict[int, IsianTanggal] = {}
        berjalan = QWidget()
        berjalan.setProperty("bening", True)
        berjalan.setLayout(kolom(self.isian_mulai, self._tempat_tanggal, jarak=6))
        self.panel_uang = PanelLipat(self.tr("Kuota, pagu, sumber dana, dan batas desil"), uang)
        self.panel_mulai = PanelLipat(self.tr("Kegiatan sudah berjalan"), berjalan)
        self.tambah(self.panel_uang, self.panel_mulai)
        self.isi.addStretch(1)

    # --- what follows from what --------------------------------------------------------------------------------------

    @property
    def definisi(self) -> DefinisiSop:
        """The chosen SOP."""
        return self._sop[self.sop.nilai]

    @Slot()
    def _ganti_sop(self) -> None:
        sop = self.definisi
        jenis = sop.aturan.jenis_bantuan
        self.jenis.atur([(j, label(j)) for j in jenis], kini=jenis[0] if jenis else None)
        triwulan = sop.satuan_kerja == "triwulan"
        self.isian_triwulan.setVisible(triwulan)
        for isian in (self.isian_jenis, self.isian_nominal, self.isian_tahap):
            isian.setVisible(bool(jenis))
        langkah = [(lk.urutan, f"{lk.label}. {lk.nama_layar.tampil}") for lk in sop.langkah if not lk.per_usulan]
        awal = [(1, f"{sop.langkah[0].label}. {sop.langkah[0].nama_layar.tampil}")]
        self.mulai.atur([*awal, *(x for x in langkah if x[0] > 1)], kini=1)
        self._ganti_jenis()
        self._usulkan_nama()

    @Slot()
    def _usulkan_nama(self) -> None:
        """Offer a name as long as the user wrote none of their own."""
        sop = self.definisi
        akhir = f" {self.triwulan.currentText()}" if sop.satuan_kerja == "triwulan" else ""
        usul = f"{sop.nama_layar.tampil}{akhir} {self.tahun.value()}"
        if self.nama.text() in ("", self._usul_nama):
            self.nama.setText(usul)
            self.nama.setCursorPosition(0)
        self._usul_nama = usul

    @Slot()
    def _ganti_jenis(self) -> None:
        jenis, sop = self.jenis.nilai, self.definisi
        serah = (
            [DataBarang(b.nama.tampil) for lk in sop.langkah for b in lk.barang] if jenis == JenisBantuan.KARTU else []
        )
        self.barang.atur(serah or ([DataBarang("")] if jenis == JenisBantuan.BARANG else []))
        self.barang.setVisible(jenis in (JenisBantuan.BARANG, JenisBantuan.KARTU))
        wajib = sop.aturan.nominal_wajib and jenis != JenisBantuan.BARANG
        petunjuk = self.tr("Rupiah, untuk setiap tahap") if wajib else self.tr("Rupiah; boleh kosong")
        self.isian_nominal.petunjuk.setText(petunjuk)

    @Slot()
    def _ganti_mulai(self) -> None:
        """Ask for the dates of the steps that were finished on paper."""
        kosongkan(self._tempat_tanggal)
        self.tanggal = {}
        for ke, langkah in enumerate(lk for lk in self.definisi.langkah if lk.urutan < (self.mulai.nilai or 1)):
            isian = IsianTanggal(boleh_kosong=True)
            self.tanggal[langkah.urutan] = isian
            kata = self.tr("Langkah {n} selesai pada").format(n=langkah.label)
            self._tempat_tanggal.addWidget(Isian(kata, isian), ke // 2, ke % 2)

    # --- answer ------------------------------------------------------------------------------------------------------

    @classmethod
    def ask(cls, induk: QWidget, sop: Sequence[DefinisiSop], hari_ini: date) -> JawabanKegiatan | None:
        """Return the kegiatan as filled in; None when given up."""
        hasil: JawabanKegiatan | None = bertanya(cls(induk, sop, hari_ini))
        return hasil

    def _tahap(self) -> list[DataTahap]:
        banyak = self.tahap.value()
        return [DataTahap(f"Tahap {n}") for n in range(1, banyak + 1)] if banyak > 1 else []

    @property
    def jawaban(self) -> JawabanKegiatan:
        """The kegiatan."""
        sop = self.definisi
        triwulan = sop.satuan_kerja == "triwulan"
        isian: dict[str, Any] = {
            "kode_sop": sop.kode,
            "nama": self.nama.text().strip(),
            "tahun": self.tahun.value(),
            "periode": self.triwulan.currentText() if triwulan else "",
            "kuota": self.kuota.value() or None,
            "pagu": self.pagu.nilai,
            "sumber_dana": self.dana.text().strip(),
            "kode_rekening": self.rekening.text().strip(),
            "aturan": {"desil_maks": self.desil.value()} if self.desil.value() else {},
            "mulai_langkah": self.mulai.nilai or 1,
            "tanggal_sebelum": {n: t.nilai for n, t in self.tanggal.items() if t.nilai is not None},
        }
        if sop.aturan.jenis_bantuan:
            isian |= {
                "jenis_bantuan": self.jenis.nilai,
                "nominal": self.nominal.nilai,
                "tahap": self._tahap(),
                "barang": self.barang.isi,
            }
        return JawabanKegiatan(isian)

    def periksa(self) -> str:
        """Look for what is missing."""
        sop, jenis = self.definisi, self.jenis.nilai
        self.isian_nama.atur_salah("" if self.nama.text().strip() else self.tr("Nama kegiatan harus diisi."))
        butuh = bool(sop.aturan.jenis_bantuan) and sop.aturan.nominal_wajib and jenis != JenisBantuan.BARANG
        kurang = butuh and not self.nominal.nilai
        salah_uang = bool(self.nominal.text().strip()) and not self.nominal.nilai
        self.isian_nominal.atur_salah(
            self.tr("Isi nilai rupiah per penerima.") if kurang else self.tr("Bukan rupiah utuh.") if salah_uang else ""
        )
        barang = jenis == JenisBantuan.BARANG and not self.barang.isi
        if barang:
            return self.tr("Sebutkan barang yang diterima setiap orang.")
        if not self.nama.text().strip() or kurang or salah_uang:
            return self.tr("Periksa isian yang ditandai.")
        return ""
