"""What is asked for an SPT, and for the day of one or several desa."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.bahasa.galat import kalimat
from app.kantor import DataPejabat
from app.penyaluran.titik import baca_batas
from app.spt import DataSpt, Jadwal
from db.galat import KnownError
from ui.komponen import DialogSalur, Isian, IsianTanggal, Pilihan
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.spt.petugas import DaftarPetugas

METODE = (
    "Kumpul di kantor desa",
    "Kumpul di balai desa",
    "Diantar ke rumah penerima",
    "Melalui kantor pos",
    "Melalui agen bank",
)
UNTUK = ("Menyalurkan bantuan sosial di desa", "Membuat laporan kegiatan")


def _baris(kotak: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(isi for b in kotak.toPlainText().splitlines() if (isi := b.strip()))


class DialogSpt(DialogSalur):
    """A Surat Perintah Tugas: who is sent, where, when, to do what."""

    def __init__(
        self,
        induk: QWidget | None,
        hari_ini: date,
        pejabat: Sequence[DataPejabat],
        *,
        otomatis: bool,
        dasar: Sequence[str] = (),
        tempat: str = "",
    ) -> None:
        super().__init__(
            induk,
            self.tr("Buat Surat Perintah Tugas"),
            self.tr("Tercatat di buku agenda surat keluar; suratnya dicetak dari halaman dokumen."),
            setuju=self.tr("&Simpan SPT"),
            nama_ikon="save",
            lebar=820,
        )
        self._otomatis, self._hari_ini = otomatis, hari_ini
        self.nomor, self.tempat = QLineEdit(), QLineEdit(tempat)
        self.tanggal, self.mulai, self.sampai = (IsianTanggal(hari_ini) for _ in range(3))
        self.dasar, self.untuk, self.tembusan = QPlainTextEdit(), QPlainTextEdit(), QPlainTextEdit()
        self.dasar.setPlainText("\n".join(dasar))
        self.untuk.setPlainText("\n".join(UNTUK))
        for kotak in (self.dasar, self.untuk, self.tembusan):
            kotak.setTabChangesFocus(True)
            kotak.setFixedHeight(64)
        self.petugas = DaftarPetugas(pejabat)
        self._tata()

    def _tata(self) -> None:
        petunjuk = self.tr("Kosongkan agar diambil dari penomoran kantor") if self._otomatis else ""
        satu = self.tr("Satu setiap baris")
        self.i_nomor = Isian(self.tr("&Nomor SPT"), self.nomor, petunjuk)
        self.i_sampai = Isian(self.tr("Sam&pai"), self.sampai)
        self.i_tempat = Isian(self.tr("T&empat tugas"), self.tempat)
        self.i_petugas = Isian(self.tr("Yang &ditugaskan"), self.petugas)
        self.i_untuk = Isian(self.tr("&Untuk"), self.untuk, self.tr("Satu tugas setiap baris"))
        self.tambah(
            kisi(self.i_nomor, Isian(self.tr("&Tanggal SPT"), self.tanggal)),
            self.i_petugas,
            kisi(Isian(self.tr("&Mulai bertugas"), self.mulai), self.i_sampai),
            self.i_tempat,
            self.i_untuk,
            kisi(Isian(self.tr("Dasa&r"), self.dasar, satu), Isian(self.tr("Tem&busan"), self.tembusan, satu)),
        )

    def periksa(self) -> str:
        d = self.jawaban
        salah = {
            self.i_nomor: "" if self._otomatis or d.nomor else self.tr("Nomor harus diisi."),
            self.i_petugas: "" if d.petugas else self.tr("Isi nama petugasnya."),
            self.i_sampai: self.tr("Tidak boleh sebelum mulai bertugas.") if d.sampai < d.mulai else "",
            self.i_tempat: "" if d.tempat else self.tr("Harus diisi."),
            self.i_untuk: "" if d.untuk else self.tr("Isi tugasnya."),
        }
        for isian, kata in salah.items():
            isian.atur_salah(kata)
        return self.tr("Periksa isian yang ditandai.") if any(salah.values()) else ""

    @property
    def jawaban(self) -> DataSpt:
        """The SPT as filled in."""
        return DataSpt(
            tanggal=self.tanggal.nilai or self._hari_ini,
            petugas=self.petugas.petugas,
            untuk=_baris(self.untuk),
            mulai=self.mulai.nilai or self._hari_ini,
            sampai=self.sampai.nilai or self._hari_ini,
            tempat=self.tempat.text().strip(),
            dasar=_baris(self.dasar),
            tembusan=_baris(self.tembusan),
            nomor=self.nomor.text().strip() or None,
        )

    @classmethod
    def ask(
        cls,
        induk: QWidget | None,
        hari_ini: date,
        pejabat: Sequence[DataPejabat],
        *,
        otomatis: bool,
        dasar: Sequence[str] = (),
        tempat: str = "",
    ) -> DataSpt | None:
        """Return the SPT, None when it was given up."""
        hasil: DataSpt | None = bertanya(cls(induk, hari_ini, pejabat, otomatis=otomatis, dasar=dasar, tempat=tempat))
        return hasil


class DialogJadwal(DialogSalur):
    """When, where and how these desa are served."""

    def __init__(self, induk: QWidget | None, desa: Sequence[str], awal: Jadwal, *, siapa: bool = False) -> None:
        super().__init__(
            induk,
            self.tr("Jadwal {n} desa/kelurahan").format(n=len(desa)) if len(desa) > 1 else desa[0],
            ", ".join(desa) if len(desa) > 1 else "",
            setuju=self.tr("&Simpan jadwal"),
            nama_ikon="calendar-check",
        )
        self._awal = awal
        self.tanggal = IsianTanggal(awal.tanggal)
        self.jam, self.tempat = QLineEdit(awal.jam), QLineEdit(awal.tempat)
        self.metode = Pilihan([(m, m) for m in METODE], cari=True)
        self.metode.setEditText(awal.metode)
        self.petugas = QLineEdit(", ".join(awal.petugas))
        self.rt, self.nomor = QLineEdit(", ".join(awal.batas.rt)), QLineEdit(awal.batas.rentang)
        self.i_rt = Isian(self.tr("&RT yang dilayani"), self.rt, self.tr("Misalnya 1, 2; kosong: sisanya"))
        self.i_nomor = Isian(self.tr("&Nomor tanda terima"), self.nomor, self.tr("Misalnya 1-50; boleh kosong"))
        self.i_rt.setVisible(siapa)
        self.i_nomor.setVisible(siapa)
        self.i_tempat = Isian(self.tr("T&empat"), self.tempat, self.tr("Misalnya Balai desa"))
        self.i_metode = Isian(self.tr("&Metode penyaluran"), self.metode)
        self.tambah(
            kisi(
                Isian(self.tr("&Tanggal"), self.tanggal),
                Isian(self.tr("&Jam"), self.jam, self.tr("Misalnya 08.30–12.00")),
            ),
            self.i_tempat,
            self.i_metode,
            Isian(self.tr("&Petugas"), self.petugas, self.tr("Pisahkan dengan koma")),
            kisi(self.i_rt, self.i_nomor),
        )

    def periksa(self) -> str:
        kosong = not self.tempat.text().strip()
        self.i_tempat.atur_salah(self.tr("Harus diisi.") if kosong else "")
        try:
            baca_batas(self.rt.text(), self.nomor.text())
        except KnownError as salah:
            return kalimat(salah)
        return self.tr("Periksa isian yang ditandai.") if kosong else ""

    @property
    def jawaban(self) -> Jadwal:
        """The line, without its desa."""
        petugas = tuple(isi for p in self.petugas.text().split(",") if (isi := p.strip()))
        tanggal = self.tanggal.nilai or self._awal.tanggal
        metode = self.metode.currentText().strip()
        batas = baca_batas(self.rt.text(), self.nomor.text())
        return Jadwal("", tanggal, self.jam.text().strip(), self.tempat.text().strip(), metode, petugas, batas)

    @classmethod
    def ask(cls, induk: QWidget | None, desa: Sequence[str], awal: Jadwal, *, siapa: bool = False) -> Jadwal | None:
        """Return the line, None when it was given up; `siapa`: it is one point, so it may say whom it serves."""
        hasil: Jadwal | None = bertanya(cls(induk, desa, awal, siapa=siapa))
        return hasil
