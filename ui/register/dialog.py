"""What is asked for a letter, a disposition, and a line of the register of services."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.bahasa.istilah import pilihan
from app.register import BarisAgenda, BarisPelayanan, DataDisposisi, DataSurat
from db.istilah import ArahSurat, SifatSurat
from ui.komponen import DialogSalur, Isian, IsianTanggal, Pilihan
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.komponen.pilih_berkas import PilihBerkas

Kegiatan = list[tuple[UUID, str]]


@dataclass(frozen=True)
class JawabanSurat:
    """A letter as it was filled in; `berkas` is its scan, `alasan` why an earlier line is corrected."""

    data: DataSurat
    berkas: Path | None = None
    alasan: str = ""


class DialogSurat(DialogSalur):
    """Enters a letter, or corrects one."""

    def __init__(
        self,
        induk: QWidget | None,
        arah: ArahSurat,
        hari_ini: date,
        kegiatan: Kegiatan,
        lama: BarisAgenda | None,
        untuk: UUID | None = None,
    ) -> None:
        masuk = arah is ArahSurat.MASUK
        judul = self.tr("surat masuk") if masuk else self.tr("surat keluar")
        super().__init__(
            induk,
            (self.tr("Betulkan {apa}") if lama else self.tr("Catat {apa}")).format(apa=judul),
            self.tr("Baris lama tetap ada di buku agenda.") if lama else "",
            setuju=self.tr("&Simpan"),
            nama_ikon="save",
            lebar=660,
        )
        self._arah, self._lama = arah, lama
        self._buat_isian(hari_ini, kegiatan, untuk)
        pihak = self.tr("&Dari") if masuk else self.tr("&Kepada")
        nomor = self.tr("&Nomor surat") if masuk else self.tr("&Nomor surat kita")
        kosong = self.tr("Kosongkan agar diambil dari penomoran kantor")
        self.i_pihak = Isian(pihak, self.pihak)
        self.i_perihal = Isian(self.tr("&Perihal"), self.perihal)
        self.i_alasan = Isian(self.tr("&Alasan pembetulan"), self.alasan)
        bidang = (
            self.i_pihak,
            Isian(nomor, self.nomor, "" if masuk else kosong),
            Isian(self.tr("&Tanggal surat"), self.tanggal_surat),
            Isian(self.tr("Tanggal &diterima") if masuk else self.tr("Tanggal di&kirim"), self.tanggal_terima),
            Isian(self.tr("Nomor a&genda"), self.agenda, kosong),
            Isian(self.tr("S&ifat"), self.sifat),
        )
        self.tambah(self.i_perihal, kisi(*bidang), Isian(self.tr("&Untuk kegiatan"), self.kegiatan), self.berkas)
        if lama:
            self.tambah(self.i_alasan)
        self.perihal.setFocus()

    def _buat_isian(self, hari_ini: date, kegiatan: Kegiatan, untuk: UUID | None) -> None:
        b = self._lama
        masuk = self._arah is ArahSurat.MASUK
        self.perihal = QLineEdit(b.perihal if b else "")
        self.pihak = QLineEdit((b.dari if masuk else b.kepada) if b else "")
        self.nomor = QLineEdit(b.nomor_surat if b else "")
        self.agenda = QLineEdit(b.nomor_agenda if b else "")
        self.tanggal_surat = IsianTanggal(b.tanggal_surat if b else hari_ini, boleh_kosong=True)
        self.tanggal_terima = IsianTanggal((b.tanggal_terima if b else None) or hari_ini)
        self.sifat = Pilihan(pilihan(SifatSurat), kini=b.sifat if b else SifatSurat.BIASA)
        self.kegiatan = Pilihan(
            kegiatan, kini=b.kegiatan_id if b else untuk, kosong=self.tr("Tidak untuk satu kegiatan")
        )
        self.berkas = PilihBerkas(self.tr("Pindaian surat (boleh menyusul)"))
        self.alasan = QLineEdit()

    def periksa(self) -> str:
        wajib = [(self.i_perihal, self.perihal), (self.i_pihak, self.pihak)]
        if self._lama:
            wajib.append((self.i_alasan, self.alasan))
        kurang = False
        for isian, kotak in wajib:
            kosong = not kotak.text().strip()
            isian.atur_salah(self.tr("Harus diisi.") if kosong else "")
            kurang = kurang or kosong
        return self.tr("Lengkapi isian yang ditandai.") if kurang else ""

    @property
    def jawaban(self) -> JawabanSurat:
        masuk = self._arah is ArahSurat.MASUK
        nomor = self.nomor.text().strip()
        terima = self.tanggal_terima.nilai
        assert terima is not None  # the field cannot be empty
        data = DataSurat(
            self.perihal.text().strip(),
            terima,
            self.tanggal_surat.nilai,
            nomor if masuk or nomor else None,
            sifat=self.sifat.nilai,
            kegiatan_id=self.kegiatan.nilai,
            nomor_agenda=self.agenda.text().strip() or None,
            lampiran_id=self._lama.lampiran_id if self._lama else None,
        )
        pihak = self.pihak.text().strip()
        data = replace(data, dari=pihak) if masuk else replace(data, kepada=pihak)
        return JawabanSurat(data, self.berkas.jalur, self.alasan.text().strip())

    @classmethod
    def ask(
        cls,
        induk: QWidget | None,
        arah: ArahSurat,
        hari_ini: date,
        kegiatan: Kegiatan,
        lama: BarisAgenda | None = None,
        untuk: UUID | None = None,
    ) -> JawabanSurat | None:
        """Return the letter, None when it was given up; `untuk` is the kegiatan that is offered first."""
        hasil: JawabanSurat | None = bertanya(cls(induk, arah, hari_ini, kegiatan, lama, untuk))
        return hasil


class DialogDisposisi(DialogSalur):
    """What the head wrote on a letter."""

    def __init__(self, induk: QWidget | None, surat: BarisAgenda, hari_ini: date, dari: str) -> None:
        super().__init__(
            induk,
            self.tr("Disposisi"),
            self.tr("Surat nomor agenda {nomor}: {perihal}").format(nomor=surat.nomor_agenda, perihal=surat.perihal),
            setuju=self.tr("&Simpan disposisi"),
            nama_ikon="save",
        )
        self.dari, self.kepada = QLineEdit(dari), QLineEdit()
        self.instruksi, self.catatan = QPlainTextEdit(), QLineEdit()
        self.instruksi.setTabChangesFocus(True)
        self.instruksi.setMinimumHeight(70)
        self.batas, self.tanggal = IsianTanggal(boleh_kosong=True), IsianTanggal(hari_ini)
        self._wajib = {
            "dari": Isian(self.tr("&Dari"), self.dari, self.tr("Jabatan yang memberi disposisi")),
            "kepada": Isian(self.tr("&Kepada"), self.kepada, self.tr("Misalnya Kepala Seksi PMDK")),
            "instruksi": Isian(self.tr("&Isi disposisi"), self.instruksi),
        }
        self.tambah(
            *self._wajib.values(),
            Isian(self.tr("&Catatan"), self.catatan),
            Isian(self.tr("&Tanggal disposisi"), self.tanggal),
            Isian(self.tr("&Batas waktu"), self.batas),
        )
        self.kepada.setFocus()

    def periksa(self) -> str:
        isi = self.jawaban
        for bidang, isian in self._wajib.items():
            isian.atur_salah("" if getattr(isi, bidang) else self.tr("Harus diisi."))
        lengkap = isi.dari and isi.kepada and isi.instruksi
        return "" if lengkap else self.tr("Lengkapi isian yang ditandai.")

    @property
    def jawaban(self) -> DataDisposisi:
        tanggal = self.tanggal.nilai
        assert tanggal is not None
        return DataDisposisi(
            self.dari.text().strip(),
            self.kepada.text().strip(),
            self.instruksi.toPlainText().strip(),
            tanggal,
            self.catatan.text().strip(),
            self.batas.nilai,
        )

    @classmethod
    def ask(cls, induk: QWidget | None, surat: BarisAgenda, hari_ini: date, dari: str) -> DataDisposisi | None:
        """Return the disposition, None when it was given up."""
        hasil: DataDisposisi | None = bertanya(cls(induk, surat, hari_ini, dari))
        return hasil


@dataclass(frozen=True)
class JawabanPelayanan:
    """A line of the register as it was filled in."""

    nama: str
    keperluan: str
    tanggal: date | None
    keterangan: str
    nomor: str | None


class DialogPelayanan(DialogSalur):
    """Who came, and for what."""

    def __init__(self, induk: QWidget | None, hari_ini: date) -> None:
        super().__init__(
            induk, self.tr("Catat pelayanan"), setuju=self.tr("&Simpan"), nama_ikon="save"
        )  # fmt: skip
        self.nama, self.keperluan, self.keterangan, self.nomor = (QLineEdit() for _ in range(4))
        self.tanggal = IsianTanggal(hari_ini)
        self.i_nama = Isian(self.tr("&Nama yang datang"), self.nama)
        self.i_keperluan = Isian(self.tr("&Keperluan"), self.keperluan)
        nomor = Isian(self.tr("N&omor register"), self.nomor, self.tr("Kosongkan agar diambil dari penomoran kantor"))
        self.tambah(
            self.i_nama,
            self.i_keperluan,
            Isian(self.tr("&Tanggal"), self.tanggal),
            Isian(self.tr("K&eterangan"), self.keterangan),
            nomor,
        )
        self.nama.setFocus()

    def periksa(self) -> str:
        isi = self.jawaban
        self.i_nama.atur_salah("" if isi.nama else self.tr("Harus diisi."))
        self.i_keperluan.atur_salah("" if isi.keperluan else self.tr("Harus diisi."))
        return "" if isi.nama and isi.keperluan else self.tr("Lengkapi isian yang ditandai.")

    @property
    def jawaban(self) -> JawabanPelayanan:
        return JawabanPelayanan(
            self.nama.text().strip(),
            self.keperluan.text().strip(),
            self.tanggal.nilai,
            self.keterangan.text().strip(),
            self.nomor.text().strip() or None,
        )

    @classmethod
    def ask(cls, induk: QWidget | None, hari_ini: date) -> JawabanPelayanan | None:
        """Return the line, None when it was given up."""
        hasil: JawabanPelayanan | None = bertanya(cls(induk, hari_ini))
        return hasil


@dataclass(frozen=True)
class JawabanBetul:
    """What a line of the register says now, and why."""

    nama: str
    keperluan: str
    tanggal: date
    alasan: str


class DialogBetul(DialogSalur):
    """Corrects a line of the register; its number stays, and what stood there is kept in the remark."""

    def __init__(self, induk: QWidget | None, satu: BarisPelayanan) -> None:
        super().__init__(
            induk, self.tr("Betulkan register {nomor}").format(nomor=satu.nomor),
            self.tr("Isi yang lama tetap terbaca di kolom keterangan."), setuju=self.tr("&Simpan"), nama_ikon="save",
        )  # fmt: skip
        self.nama, self.keperluan, self.alasan = QLineEdit(satu.nama), QLineEdit(satu.keperluan), QLineEdit()
        self.tanggal = IsianTanggal(satu.tanggal)
        self.i_nama = Isian(self.tr("&Nama yang datang"), self.nama)
        self.i_keperluan = Isian(self.tr("&Keperluan"), self.keperluan)
        self.i_alasan = Isian(self.tr("&Alasan pembetulan"), self.alasan)
        self.tambah(self.i_nama, self.i_keperluan, Isian(self.tr("&Tanggal"), self.tanggal), self.i_alasan)

    def periksa(self) -> str:
        kurang = False
        semua = ((self.i_nama, self.nama), (self.i_keperluan, self.keperluan), (self.i_alasan, self.alasan))
        for isian, kotak in semua:
            ada = bool(kotak.text().strip())
            isian.atur_salah("" if ada else self.tr("Harus diisi."))
            kurang = kurang or not ada
        return self.tr("Lengkapi isian yang ditandai.") if kurang else ""

    @property
    def jawaban(self) -> JawabanBetul:
        hari = self.tanggal.nilai
        assert hari is not None  # the field cannot be empty
        return JawabanBetul(self.nama.text().strip(), self.keperluan.text().strip(), hari, self.alasan.text().strip())

    @classmethod
    def ask(cls, induk: QWidget | None, satu: BarisPelayanan) -> JawabanBetul | None:
        """Return the correction, None when it was given up."""
        hasil: JawabanBetul | None = bertanya(cls(induk, satu))
        return hasil
