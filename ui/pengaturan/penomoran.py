"""Running numbers of letters and registers, and the office's own reasons for tidak layak."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app.alasan import Alasan, daftar_alasan, hapus_alasan, tambah_alasan
from app.penomoran import Nomor, atur_penomoran, daftar_penomoran, pola_sah, tulis_nomor
from reports.daftar_cetak import DAFTAR
from ui.komponen import (
    DialogSalur,
    Gulir,
    Isian,
    IsianAngka,
    Kartu,
    Kolom,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.bertanya import bertanya
from ui.pengaturan.bagian import Bagian

NAMA = {
    "agenda_masuk": "Agenda surat masuk",
    "agenda_keluar": "Agenda surat keluar",
    "register": "Register pelayanan",
    "surat_tugas": "Surat perintah tugas",
    "surat_keluar": "Surat keluar",
    "ekspor": "Ekspor data pribadi (tanda air)",
    **{n.kode.replace("-", "_"): n.judul for n in DAFTAR.values() if n.bernomor},
}


def nama_penomoran(kode: str) -> str:
    """Say what a counter is for."""
    return NAMA.get(kode, kode.replace("_", " ").capitalize())


class DialogNomor(DialogSalur):
    """The pattern of a counter and where it stands."""

    def __init__(self, induk: QWidget | None, nomor: Nomor, hari: date) -> None:
        super().__init__(
            induk,
            nama_penomoran(nomor.kode),
            self.tr("Tahun {tahun}").format(tahun=nomor.tahun),
            setuju=self.tr("&Simpan"),
            nama_ikon="save",
        )
        self.pola = QLineEdit(nomor.pola)
        self.terakhir = IsianAngka(nomor.terakhir, paling_besar=999_999)
        self._hari = hari
        petunjuk = self.tr("Boleh memakai {isi}").format(isi="{nomor} {nomor:03} {tahun} {bulan} {bulan_romawi} {hari}")
        self.i_pola = Isian(self.tr("&Pola"), self.pola, petunjuk)
        self.contoh = Teks("", "redup", bungkus=True)
        self.pola.textChanged.connect(self._contohkan)
        self.terakhir.valueChanged.connect(self._contohkan)
        self.tambah(self.i_pola, Isian(self.tr("&Nomor terakhir yang sudah dipakai"), self.terakhir), self.contoh)
        self._contohkan()

    @Slot()
    def _contohkan(self) -> None:
        """Show the next number as it would be written."""
        contoh = ""
        if pola_sah(self.pola.text().strip()):
            contoh = tulis_nomor(self.pola.text().strip(), self.terakhir.value() + 1, self._hari)
        self.contoh.setText(self.tr("Nomor berikutnya: {nomor}").format(nomor=contoh) if contoh else "")

    def periksa(self) -> str:
        sah = pola_sah(self.pola.text().strip())
        self.i_pola.atur_salah("" if sah else self.tr("Pola harus memuat {nomor} dan hanya isian di atas."))
        return "" if sah else self.tr("Periksa isian yang ditandai.")

    @property
    def jawaban(self) -> tuple[str, int]:
        return self.pola.text().strip(), self.terakhir.value()

    @classmethod
    def ask(cls, induk: QWidget | None, nomor: Nomor, hari: date) -> tuple[str, int] | None:
        """Return the pattern and the last number, None when it was given up; `hari` dates the example."""
        hasil: tuple[str, int] | None = bertanya(cls(induk, nomor, hari))
        return hasil


class BagianPenomoran(Bagian):
    """Counters of this year, and reasons."""

    judul = "Penomoran dan alasan"
    penjelasan = "Nomor diambil berurutan saat surat atau register dicatat. Klik dua kali untuk mengubah polanya."

    def bangun(self) -> None:
        self.model: ModelTabel[Nomor] = ModelTabel(
            [
                Kolom("Untuk", lambda n: nama_penomoran(n.kode), lebar=220),
                Kolom("Pola", lambda n: n.pola, lebar=0),
                Kolom("Nomor terakhir", lambda n: n.terakhir, lebar=130, kanan=True),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Penomoran"))
        self.tabel.dibuka.connect(self.ubah)
        self.alasan = ModelTabel(
            [
                Kolom[Alasan]("Alasan tidak layak", lambda a: a.label, lebar=0),
                Kolom[Alasan]("Asal", lambda a: "Bawaan" if a.bawaan else "Kantor ini", lebar=120),
            ]
        )
        self.daftar = TabelData(self.alasan, nama=self.tr("Alasan tidak layak"))
        self.daftar.setMinimumHeight(200)
        self.daftar.pilihan_berubah.connect(self._terpilih)
        self.baru = QLineEdit()
        self.baru.setPlaceholderText(self.tr("Alasan baru milik kantor ini"))
        self.baru.setAccessibleName(self.tr("Alasan baru"))
        self.baru.returnPressed.connect(self.tambah)
        self.tombol_tambah = Tombol(self.tr("&Tambah"), nama_ikon="plus", klik=self.tambah)
        self.tombol_hapus = Tombol(self.tr("&Hapus"), nama_ikon="trash-2", klik=self.hapus)
        nomor = Kartu(self.tr("Penomoran tahun ini")).tambah(self.tabel)
        alasan = Kartu(self.tr("Alasan tidak layak")).tambah(
            self.daftar, baris(self.baru, self.tombol_tambah, self.tombol_hapus)
        )
        isi = QWidget()
        isi.setLayout(kolom(nomor, alasan, None, jarak=10))
        self.isi.addWidget(Gulir(isi))

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            self._hari = kerja.hari_ini()
            self._tahun = self._hari.year
            semua = daftar_penomoran(kerja, self._tahun)
            ada = {n.kode for n in semua}
            semua += [Nomor(kode, self._tahun, "", 0) for kode in NAMA if kode not in ada]
            self.model.atur(semua)
            self.alasan.atur(daftar_alasan(kerja)[::-1])  # the office's own first
        self.tabel.setFixedHeight((len(semua) + 1) * self.tabel.verticalHeader().defaultSectionSize() + 8)
        self._terpilih()

    @Slot(object)
    def ubah(self, nomor: Nomor) -> None:
        """Ask for a pattern and keep it."""
        jawab = DialogNomor.ask(self, nomor, self._hari)
        if jawab is not None:
            pola, terakhir = jawab
            self.simpan(
                self.tr("Menyimpan penomoran"),
                lambda kerja: atur_penomoran(kerja, nomor.kode, nomor.tahun, pola, terakhir=terakhir),
            )

    def _terpilih(self) -> None:
        terpilih = self.daftar.terpilih
        self.tombol_hapus.setEnabled(len(terpilih) == 1 and not terpilih[0].bawaan)

    def tambah(self) -> None:
        """Keep a reason of the office."""
        kata = self.baru.text().strip()
        if kata:
            self.baru.clear()
            self.simpan(self.tr("Menambah alasan"), lambda kerja: tambah_alasan(kerja, kata))

    def hapus(self) -> None:
        """Take a reason of the office out of the chooser."""
        kode = self.daftar.terpilih[0].kode
        self.simpan(self.tr("Menghapus alasan"), lambda kerja: hapus_alasan(kerja, kode))
