"""The questions of the SOP room: a new SOP, a new step, the note of a version."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from app.sop.definisi import Aksi, DefinisiSop
from ui.komponen import DialogSalur, Isian, Pilihan
from ui.komponen.bertanya import bertanya
from ui.sop.langkah import pilihan_aksi, sebutan


@dataclass(frozen=True)
class SopBaru:
    """A new SOP: its name, and the code of the one whose content it begins with; None for an empty one."""

    nama: str
    dari: str | None


class DialogSopBaru(DialogSalur):
    """Asks what a new SOP is called and where it begins. `asal`: code and name of SOPs that can be copied."""

    def __init__(self, induk: QWidget | None, asal: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            induk,
            self.tr("SOP baru"),
            self.tr("SOP ini milik kantor. Isinya disusun dahulu; kegiatan baru menawarkannya setelah disimpan."),
            setuju=self.tr("&Mulai menyusun"),
            nama_ikon="pen-line",
        )
        self.nama = QLineEdit()
        self.i_nama = Isian(self.tr("&Nama singkat"), self.nama, self.tr("Misalnya: Bantuan Beras Kecamatan"))
        self.dari = Pilihan(asal, kosong=self.tr("Lembar kosong"))
        self.tambah(
            self.i_nama,
            Isian(self.tr("&Mulai dari"), self.dari, self.tr("Isi SOP lain disalin dan menjadi kata kantor sendiri")),
        )

    def periksa(self) -> str:
        self.i_nama.atur_salah("" if self.nama.text().strip() else self.tr("Harus diisi."))
        return "" if self.nama.text().strip() else self.tr("Periksa isian yang ditandai.")

    @property
    def jawaban(self) -> SopBaru:
        return SopBaru(self.nama.text().strip(), self.dari.nilai)

    @classmethod
    def ask(cls, induk: QWidget | None, asal: Sequence[tuple[str, str]]) -> SopBaru | None:
        """Return name and origin, None when it was given up."""
        hasil: SopBaru | None = bertanya(cls(induk, asal))
        return hasil


class DialogLangkahBaru(DialogSalur):
    """Asks what a new step does and where it stands."""

    def __init__(self, induk: QWidget | None, sop: DefinisiSop, sesudah: int) -> None:
        super().__init__(
            induk,
            self.tr("Tambah langkah"),
            self.tr("Pekerjaan menentukan halaman yang dibuka dan kapan langkah dihitung lengkap."),
            setuju=self.tr("&Tambah"),
            nama_ikon="plus",
        )
        self.aksi = Pilihan(pilihan_aksi(sop), kini=Aksi.CATAT_DOKUMEN)
        tempat = [(0, self.tr("Paling awal")), *((lk.urutan, sebutan(lk)) for lk in sop.langkah)]
        self.sesudah = Pilihan(tempat, kini=sesudah)
        self.tambah(Isian(self.tr("&Pekerjaan di Salur"), self.aksi), Isian(self.tr("&Sesudah langkah"), self.sesudah))

    @property
    def jawaban(self) -> tuple[int, Aksi]:
        return self.sesudah.nilai, self.aksi.nilai

    @classmethod
    def ask(cls, induk: QWidget | None, sop: DefinisiSop, sesudah: int) -> tuple[int, Aksi] | None:
        """Return after which step and what work, None when it was given up."""
        hasil: tuple[int, Aksi] | None = bertanya(cls(induk, sop, sesudah))
        return hasil


class DialogSimpan(DialogSalur):
    """Asks why a version is saved; the note may stay empty."""

    def __init__(self, induk: QWidget | None, nama: str) -> None:
        super().__init__(
            induk,
            self.tr("Simpan versi baru {nama}").format(nama=nama),
            self.tr("Kegiatan baru memakai versi ini. Kegiatan yang sedang berjalan tetap memakai versinya sendiri."),
            setuju=self.tr("&Simpan versi"),
            nama_ikon="save",
        )
        self.catatan = QLineEdit()
        self.tambah(
            Isian(self.tr("&Catatan"), self.catatan, self.tr("Apa yang diubah atau dasar perubahannya; boleh kosong"))
        )

    @property
    def jawaban(self) -> str:
        return self.catatan.text().strip()

    @classmethod
    def ask(cls, induk: QWidget | None, nama: str) -> str | None:
        """Return the note, None when it was given up."""
        hasil: str | None = bertanya(cls(induk, nama))
        return hasil
