"""The roles of the SOP: who works in the office, who comes from outside, and the columns of the sheet."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.bahasa.istilah import label, pilihan
from app.bahasa.sop import SISI
from app.sop.definisi import DefinisiSop, PeranSop, Sisi
from app.sop.sunting import isi
from app.sop.sunting.isi import IsiPeran
from db.istilah import Peran
from ui import pesan
from ui.komponen import (
    DialogSalur,
    Isian,
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
from ui.sop.ruang import RuangSunting


class DialogPeran(DialogSalur):
    """Adds or changes a role; `dalam` are the inside roles that can record for an outside party."""

    def __init__(self, induk: QWidget | None, lama: PeranSop | None, dalam: list[tuple[str, str]]) -> None:
        super().__init__(
            induk,
            self.tr("Ubah peran") if lama else self.tr("Tambah peran"),
            self.tr("Peran adalah pelaksana dalam SOP; akun yang memegangnya dapat diatur kantor kapan saja."),
            setuju=self.tr("&Simpan"),
            nama_ikon="check",
            lebar=600,
        )
        self.nama = QLineEdit(lama.label.tampil if lama else "")
        self.i_nama = Isian(self.tr("&Nama peran"), self.nama, self.tr("Seperti tertulis pada kolom lembar SOP"))
        self.sisi = Pilihan(list(SISI.items()), kini=lama.sisi if lama else Sisi.DALAM)
        self.akun = {
            p: QCheckBox(kata.replace("&", "&&")) for p, kata in pilihan(Peran) if p is not Peran.ADMINISTRATOR
        }
        for peran, kotak in self.akun.items():
            kotak.setChecked(lama is not None and peran in lama.akun)
        self.pencatat = Pilihan(dalam, kini=(lama.dicatat_oleh if lama else None) or (dalam[0][0] if dalam else None))
        self.i_pencatat = Isian(self.tr("&Dicatat oleh"), self.pencatat, self.tr("Pihak luar tidak memakai Salur"))
        self.kolom = QCheckBox(self.tr("Mempunyai &kolom sendiri pada lembar SOP"))
        self.kolom.setChecked(lama is None or lama.kolom)
        self.dipegang = QWidget()
        self.dipegang.setLayout(kolom(Teks(self.tr("Dipegang akun dengan peran"), "tebal"), kisi(*self.akun.values())))
        self.tambah(self.i_nama, Isian(self.tr("&Bekerja di"), self.sisi), self.dipegang, self.i_pencatat, self.kolom)
        self.sisi.currentIndexChanged.connect(self._sesuaikan)
        self._sesuaikan()

    @Slot()
    def _sesuaikan(self) -> None:
        dalam = self.sisi.nilai is Sisi.DALAM
        self.dipegang.setVisible(dalam)
        self.i_pencatat.setVisible(not dalam)

    def periksa(self) -> str:
        jawab = self.jawaban
        self.i_nama.atur_salah("" if jawab.label else self.tr("Harus diisi."))
        if not jawab.label:
            return self.tr("Periksa isian yang ditandai.")
        if jawab.sisi is Sisi.DALAM and not jawab.akun:
            return self.tr("Pilih paling sedikit satu peran akun.")
        if jawab.sisi is Sisi.LUAR and jawab.dicatat_oleh is None:
            return self.tr("Tambahkan dahulu peran di kantor yang mencatatnya.")
        return ""

    @property
    def jawaban(self) -> IsiPeran:
        dalam = self.sisi.nilai is Sisi.DALAM
        akun = tuple(p for p, kotak in self.akun.items() if kotak.isChecked()) if dalam else ()
        pencatat = None if dalam else self.pencatat.nilai
        return IsiPeran(self.nama.text().strip(), self.sisi.nilai, akun, pencatat, self.kolom.isChecked())

    @classmethod
    def ask(cls, induk: QWidget | None, lama: PeranSop | None, dalam: list[tuple[str, str]]) -> IsiPeran | None:
        """Return the role, None when it was given up."""
        hasil: IsiPeran | None = bertanya(cls(induk, lama, dalam))
        return hasil


def kata_pemegang(sop: DefinisiSop, peran: PeranSop) -> str:
    """Say who holds a role, or who records for it."""
    if peran.sisi is Sisi.DALAM:
        return ", ".join(label(akun) for akun in peran.akun) or "belum dipasangkan"
    nama = {p.kode: p.label.tampil for p in sop.peran}
    return f"dicatat oleh {nama.get(peran.dicatat_oleh or '', 'belum ditentukan')}"


class PanelPeran(QWidget):
    """The table of roles and what can be done to one."""

    def __init__(self, ruang: RuangSunting) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.ruang = ruang
        self.model: ModelTabel[PeranSop] = ModelTabel(
            [
                Kolom("Peran", lambda p: p.label.tampil, lebar=0),
                Kolom("Bekerja", lambda p: SISI[p.sisi], lebar=100),
                Kolom("Dipegang atau dicatat", lambda p: kata_pemegang(self.ruang.kini, p), lebar=240),
                Kolom("Kolom", lambda p: "ya" if p.kolom else "—", lebar=70),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Peran"))
        self.tabel.setSortingEnabled(False)
        self.tabel.dibuka.connect(self.ubah)
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tambah = Tombol(self.tr("Tambah &peran…"), nama_ikon="plus", klik=self.tambah_peran)
        self.sunting = Tombol(self.tr("&Ubah…"), nama_ikon="pen-line", klik=lambda: self.ubah(self.terpilih))
        self.naik = Tombol("", JenisTombol.BIASA, "chevron-up", klik=lambda: self.geser(-1), nama=self.tr("Naikkan"))
        self.turun = Tombol("", JenisTombol.BIASA, "chevron-down", klik=lambda: self.geser(1), nama=self.tr("Turunkan"))
        self.hapus = Tombol(self.tr("&Hapus"), JenisTombol.BAHAYA, "trash-2", klik=self.hapus_peran)
        arti = Teks(self.tr("Urutan peran menjadi urutan kolom pada lembar SOP."), "redup", bungkus=True)
        tombol = baris(self.tambah, self.sunting, self.naik, self.turun, None, self.hapus)
        self.setLayout(kolom(arti, self.tabel, tombol, jarak=8))
        ruang.muat_ulang.connect(self.muat)
        self.muat()

    @property
    def terpilih(self) -> PeranSop | None:
        """The chosen role."""
        semua = self.tabel.terpilih
        return semua[0] if len(semua) == 1 else None

    @Slot()
    def muat(self) -> None:
        """Show the roles as they stand, the chosen one still chosen."""
        kini = self.terpilih
        self.model.atur(self.ruang.kini.peran)
        kode = [p.kode for p in self.ruang.kini.peran]
        self.tabel.pilih_baris(kode.index(kini.kode) if kini and kini.kode in kode else 0)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        ada = self.terpilih is not None
        for tombol in (self.sunting, self.naik, self.turun, self.hapus):
            tombol.setEnabled(ada)

    def _dalam(self, kecuali: str = "") -> list[tuple[str, str]]:
        semua = self.ruang.kini.peran
        return [(p.kode, p.label.tampil) for p in semua if p.sisi is Sisi.DALAM and p.kode != kecuali]

    @Slot()
    def tambah_peran(self) -> None:
        """Ask for a role and add it."""
        jawab = DialogPeran.ask(self, None, self._dalam())
        if jawab is not None:
            self.ruang.ubah(lambda d: isi.tambah_peran(d, jawab), isi=True)
            self.tabel.pilih_baris(len(self.ruang.kini.peran) - 1)

    @Slot(object)
    def ubah(self, peran: PeranSop | None) -> None:
        """Ask what a role is and change it."""
        jawab = DialogPeran.ask(self, peran, self._dalam(peran.kode)) if peran else None
        if peran is not None and jawab is not None:
            self.ruang.ubah(lambda d: isi.ubah_peran(d, peran.kode, jawab), isi=True)

    def geser(self, arah: int) -> None:
        """Move the chosen role by one place."""
        peran = self.terpilih
        if peran is not None:
            self.ruang.ubah(lambda d: isi.pindah_peran(d, peran.kode, arah), isi=True)

    @Slot()
    def hapus_peran(self) -> None:
        """Take the chosen role out unless something still names it."""
        peran = self.terpilih
        if peran is None:
            return
        if pemakai := isi.pemakai_peran(self.ruang.kini, peran.kode):
            kata = self.tr("Masih dipakai {pemakai}. Ganti dahulu pelaksana atau parafnya di sana.")
            judul = self.tr("Peran {nama} belum dapat dihapus").format(nama=peran.label.tampil)
            pesan.peringatan(self, judul, kata.format(pemakai=", ".join(pemakai)))
            return
        self.ruang.ubah(lambda d: isi.hapus_peran(d, peran.kode), isi=True)
