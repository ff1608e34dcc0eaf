"""What a step asks for: the column as the sheet prints it, and the checklist behind it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from app.bahasa.istilah import label, pilihan
from app.bahasa.sop import PER
from app.sop.definisi import Aksi, DokumenSyarat, Per
from app.sop.sunting import isi, kata
from app.sop.sunting.isi import IsiDokumen
from db.istilah import Kategori, SifatKelengkapan
from ui.komponen import (
    DialogSalur,
    Gulir,
    Isian,
    IsianAngka,
    JenisTombol,
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
from ui.sop.isian import IsianDaftar, IsianKata
from ui.sop.ruang import RuangSunting
from ui.tema import Nada, tema

USIA_MAKS = 120
BARIS_TERLIHAT = 7


class DialogDokumen(DialogSalur):
    """Adds or changes a paper of the checklist."""

    def __init__(self, induk: QWidget | None, lama: DokumenSyarat | None) -> None:
        super().__init__(
            induk,
            self.tr("Ubah dokumen") if lama else self.tr("Tambah dokumen"),
            setuju=self.tr("&Simpan"),
            lebar=600,
        )
        self.nama = QLineEdit(lama.nama.tampil if lama else "")
        self.i_nama = Isian(self.tr("&Nama dokumen"), self.nama)
        self.sifat = Pilihan(pilihan(SifatKelengkapan), kini=lama.sifat if lama else SifatKelengkapan.WAJIB)
        self.per = Pilihan(list(PER.items()), kini=lama.per if lama else Per.KEGIATAN)
        self.pilihan = QPlainTextEdit("\n".join(lama.pilihan if lama else ()))
        self.pilihan.setTabChangesFocus(True)
        self.pilihan.setFixedHeight(tema().ukuran.px(70))
        self.i_pilihan = Isian(
            self.tr("Cukup &salah satu dari"), self.pilihan, self.tr("Satu pilihan satu baris; kosong bila tidak ada")
        )
        self.kategori = {k: QCheckBox(teks) for k, teks in pilihan(Kategori)}
        for k, kotak in self.kategori.items():
            kotak.setChecked(lama is not None and k in lama.kategori)
        self.dari, self.sampai = (IsianAngka(paling_kecil=-1, paling_besar=USIA_MAKS) for _ in range(2))
        for kotak_usia, usia in (
            (self.dari, lama.usia_min if lama else None),
            (self.sampai, lama.usia_maks if lama else None),
        ):
            kotak_usia.setSpecialValueText(self.tr("tidak dibatasi"))
            kotak_usia.setValue(-1 if usia is None else usia)
        self._susun_isi()
        self.per.currentIndexChanged.connect(self._sesuaikan)
        self._sesuaikan()

    def _susun_isi(self) -> None:
        self.orang = QWidget()
        self.orang.setLayout(
            kolom(
                Teks(self.tr("Hanya untuk orang yang diusulkan sebagai (kosong berarti semua)"), "tebal", bungkus=True),
                kisi(*self.kategori.values(), lajur=3),
                kisi(Isian(self.tr("&Usia dari"), self.dari), Isian(self.tr("Usia sam&pai"), self.sampai)),
            )
        )
        self.tambah(
            self.i_nama,
            kisi(Isian(self.tr("S&ifat"), self.sifat), Isian(self.tr("&Diminta"), self.per)),
            self.i_pilihan,
            self.orang,
        )

    @Slot()
    def _sesuaikan(self) -> None:
        self.orang.setVisible(self.per.nilai is Per.USULAN)

    def periksa(self) -> str:
        jawab = self.jawaban
        self.i_nama.atur_salah("" if jawab.nama else self.tr("Harus diisi."))
        tunggal = len(jawab.pilihan) == 1
        self.i_pilihan.atur_salah(self.tr("Tulis dua pilihan atau lebih, atau kosongkan.") if tunggal else "")
        dari, sampai = jawab.usia_min, jawab.usia_maks
        terbalik = dari is not None and sampai is not None and dari > sampai
        if terbalik:
            return self.tr("Usia terendah melebihi usia tertinggi.")
        return self.tr("Periksa isian yang ditandai.") if tunggal or not jawab.nama else ""

    @property
    def jawaban(self) -> IsiDokumen:
        per_orang = self.per.nilai is Per.USULAN
        pilihan_teks = tuple(dict.fromkeys(b.strip() for b in self.pilihan.toPlainText().split("\n") if b.strip()))
        return IsiDokumen(
            self.nama.text().strip(),
            self.sifat.nilai,
            self.per.nilai,
            pilihan_teks,
            tuple(k for k, kotak in self.kategori.items() if kotak.isChecked()) if per_orang else (),
            self.dari.value() if per_orang and self.dari.value() >= 0 else None,
            self.sampai.value() if per_orang and self.sampai.value() >= 0 else None,
        )

    @classmethod
    def ask(cls, induk: QWidget | None, lama: DokumenSyarat | None) -> IsiDokumen | None:
        """Return the paper, None when it was given up."""
        hasil: IsiDokumen | None = bertanya(cls(induk, lama))
        return hasil


def _untuk(d: DokumenSyarat) -> str:
    """Say for whom a paper is asked."""
    usia = [f"≥ {d.usia_min} tahun"] if d.usia_min is not None else []
    usia += [f"≤ {d.usia_maks} tahun"] if d.usia_maks is not None else []
    return ", ".join([PER[d.per], *(label(k) for k in d.kategori), *usia])


class TabKelengkapan(QWidget):
    """The papers of one step."""

    def __init__(self, ruang: RuangSunting) -> None:
        super().__init__()
        self.ruang, self.urutan = ruang, 1
        self.kolom_naskah = IsianKata(
            self.tr("&Kolom kelengkapan pada lembar SOP"), self._tulis, baris=2,
            petunjuk=self.tr("Awali tiap butir dengan tanda minus bila lebih dari satu"),
        )  # fmt: skip
        self.model: ModelTabel[DokumenSyarat] = ModelTabel(
            [
                Kolom("Dokumen yang diperiksa di Salur", lambda d: d.nama.tampil, lebar=0),
                Kolom("Sifat", lambda d: label(d.sifat), lebar=105, nada=self._nada),
                Kolom("Diminta", _untuk, lebar=230, petunjuk=_untuk),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Dokumen"))
        self.tabel.dibuka.connect(self.ubah)
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tambah = Tombol(self.tr("&Tambah dokumen…"), nama_ikon="plus", klik=self.tambah_dokumen)
        self.sunting = Tombol(self.tr("&Ubah…"), nama_ikon="pen-line", klik=lambda: self.ubah(self.terpilih))
        self.hapus = Tombol(self.tr("&Hapus"), JenisTombol.BAHAYA, "trash-2", klik=self.hapus_dokumen)
        self.barang = IsianDaftar(
            self.tr("&Barang yang diserahkan bersama bantuan"), self._barang,
            petunjuk=self.tr("Misalnya buku tabungan dan kartu; satu barang satu baris"),
        )  # fmt: skip
        tombol = baris(self.tambah, self.sunting, None, self.hapus)
        wadah = QWidget()
        wadah.setLayout(kolom(self.kolom_naskah, self.tabel, tombol, self.barang, None, jarak=8, tepi=(10, 10, 10, 8)))
        self.setLayout(kolom(Gulir(wadah)))

    @staticmethod
    def _nada(d: DokumenSyarat) -> Nada:
        return Nada.PERHATIAN if d.sifat is SifatKelengkapan.WAJIB else Nada.NETRAL

    @property
    def terpilih(self) -> DokumenSyarat | None:
        """The chosen paper."""
        semua = self.tabel.terpilih
        return semua[0] if len(semua) == 1 else None

    def muat(self, urutan: int) -> None:
        """Show the papers of a step."""
        self.urutan = urutan
        langkah = self.ruang.kini.langkah_ke(urutan)
        self.kolom_naskah.isi_butir(langkah.kelengkapan)
        self.barang.isi_daftar([b.nama.tampil for b in langkah.barang])
        self.barang.setVisible(langkah.aksi is Aksi.PENYALURAN)
        self.model.atur(langkah.dokumen)
        terlihat = min(max(len(langkah.dokumen), 2), BARIS_TERLIHAT)
        self.tabel.setFixedHeight((terlihat + 1) * self.tabel.verticalHeader().defaultSectionSize() + 8)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        self.sunting.setEnabled(self.terpilih is not None)
        self.hapus.setEnabled(self.terpilih is not None)

    def _tulis(self, teks: str) -> None:
        urutan = self.urutan
        self.ruang.ubah(lambda d: kata.tulis_langkah(d, urutan, "kelengkapan", teks), ("kelengkapan", urutan))
        self.kolom_naskah.tandai(self.ruang.kini.langkah_ke(urutan).kelengkapan)

    def _barang(self, teks: list[str]) -> None:
        urutan = self.urutan
        self.ruang.ubah(lambda d: isi.atur_barang(d, urutan, teks), ("barang", urutan))

    @Slot()
    def tambah_dokumen(self) -> None:
        """Ask for a paper and add it."""
        jawab, urutan = DialogDokumen.ask(self, None), self.urutan
        if jawab is not None:
            self.ruang.ubah(lambda d: isi.tambah_dokumen(d, urutan, jawab), isi=True)

    @Slot(object)
    def ubah(self, dokumen: DokumenSyarat | None) -> None:
        """Ask what a paper is and change it."""
        urutan = self.urutan
        jawab = DialogDokumen.ask(self, dokumen) if dokumen else None
        if dokumen is not None and jawab is not None:
            self.ruang.ubah(lambda d: isi.ubah_dokumen(d, urutan, dokumen.kode, jawab), isi=True)

    @Slot()
    def hapus_dokumen(self) -> None:
        """Let the step no longer ask for the chosen paper."""
        dokumen, urutan = self.terpilih, self.urutan
        if dokumen is not None:
            self.ruang.ubah(lambda d: isi.hapus_dokumen(d, urutan, dokumen.kode), isi=True)
