"""What is asked for the letters of return: their date, who carries them, and a number per desa where it is typed."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from app.siks.kembali import DesaKembali
from ui.komponen import DialogSalur, Isian, IsianTanggal, Teks
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi


@dataclass(frozen=True)
class JawabanPengembalian:
    """As filled in; `nomor` by code of desa, those left empty come from the office's counter."""

    tanggal: date
    tksk: str
    nomor: dict[str, str]


class DialogPengembalian(DialogSalur):
    """One letter per desa."""

    def __init__(self, induk: QWidget | None, desa: list[DesaKembali], hari_ini: date, *, otomatis: bool) -> None:
        orang = sum(len(d.orang) for d in desa)
        super().__init__(
            induk,
            self.tr("Buat {n} surat pengembalian").format(n=len(desa)),
            self.tr("{n} orang dikembalikan ke desanya lewat TKSK. Suratnya tercatat di buku agenda.").format(n=orang),
            setuju=self.tr("&Catat surat"),
            nama_ikon="send",
            lebar=600,
        )
        self._otomatis, self._hari_ini = otomatis, hari_ini
        self.tanggal = IsianTanggal(hari_ini)
        self.tksk = QLineEdit()
        self.tambah(
            kisi(
                Isian(self.tr("&Tanggal surat"), self.tanggal),
                Isian(self.tr("&Nama TKSK"), self.tksk, self.tr("Boleh kosong")),
            )
        )
        self.nomor = {d.kode_desa: QLineEdit() for d in desa}
        self.isian = {d.kode_desa: Isian(d.desa, self.nomor[d.kode_desa]) for d in desa}
        kata = self.tr("Nomor surat: kosongkan agar diambil dari penomoran kantor")
        self.tambah(Teks(kata if otomatis else self.tr("Nomor surat untuk setiap desa"), "tebal"))
        self.tambah(kisi(*self.isian.values()))

    def periksa(self) -> str:
        lewat = (self.tanggal.nilai or self._hari_ini) > self._hari_ini
        kosong = [] if self._otomatis else [k for k, kotak in self.nomor.items() if not kotak.text().strip()]
        for kode, isian in self.isian.items():
            isian.atur_salah(self.tr("Nomor surat harus diisi.") if kode in kosong else "")
        if lewat:
            return self.tr("Tanggal surat tidak boleh sesudah hari ini.")
        return self.tr("Lengkapi isian yang ditandai.") if kosong else ""

    @property
    def jawaban(self) -> JawabanPengembalian:
        """What was filled in."""
        nomor = {k: isi for k, kotak in self.nomor.items() if (isi := kotak.text().strip())}
        return JawabanPengembalian(self.tanggal.nilai or self._hari_ini, self.tksk.text().strip(), nomor)

    @classmethod
    def ask(
        cls, induk: QWidget | None, desa: list[DesaKembali], hari_ini: date, *, otomatis: bool
    ) -> JawabanPengembalian | None:
        """Return what was filled in, None when it was given up."""
        hasil: JawabanPengembalian | None = bertanya(cls(induk, desa, hari_ini, otomatis=otomatis))
        return hasil
