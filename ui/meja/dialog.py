"""The questions of a desk: why, to which step, with which result."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from app.bahasa import waktu
from app.sop.halaman import HalamanLangkah
from app.sop.kelengkapan import PemohonKurang
from ui.komponen import (
    DialogSalur,
    Isian,
    IsianTanggal,
    JenisTombol,
    Kolom,
    KotakCari,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.pilih_berkas import PilihBerkas


class DialogAlasan(DialogSalur):
    """Asks for a reason, and where `tujuan` is given for the step to go back to."""

    def __init__(
        self,
        induk: QWidget | None,
        judul: str,
        penjelasan: str,
        *,
        setuju: str,
        nama_ikon: str,
        tujuan: Sequence[tuple[int, str]] = (),
        cabang: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(induk, judul, penjelasan, setuju=setuju, nama_ikon=nama_ikon, jenis=JenisTombol.UTAMA)
        self.tujuan = Pilihan([(n, f"Langkah {nama}") for n, nama in tujuan])
        self.keputusan = Pilihan([("ya", cabang[0]), ("tidak", cabang[1])] if cabang else [])
        self.alasan = QPlainTextEdit()
        self.alasan.setTabChangesFocus(True)
        self.alasan.setMinimumHeight(90)
        self.isian = Isian(self.tr("&Alasan"), self.alasan, self.tr("Tetap terbaca di riwayat kegiatan"))
        if tujuan:
            self.tambah(Isian(self.tr("&Kembalikan ke"), self.tujuan))
        if cabang:
            self.tambah(Isian(self.tr("&Keputusan"), self.keputusan))
        self.tambah(self.isian)

    @classmethod
    def ask(
        cls,
        induk: QWidget,
        judul: str,
        penjelasan: str,
        *,
        setuju: str,
        nama_ikon: str,
        tujuan: Sequence[tuple[int, str]] = (),
        cabang: tuple[str, str] | None = None,
    ) -> tuple[str, int | None, str | None] | None:
        """Return (reason, step to go back to, decision); None when given up."""
        dialog = cls(induk, judul, penjelasan, setuju=setuju, nama_ikon=nama_ikon, tujuan=tujuan, cabang=cabang)
        hasil: tuple[str, int | None, str | None] | None = bertanya(dialog)
        return hasil

    @property
    def jawaban(self) -> tuple[str, int | None, str | None]:
        """Reason, step, decision."""
        return self.alasan.toPlainText().strip(), self.tujuan.nilai, self.keputusan.nilai

    def periksa(self) -> str:
        """A reason is always needed."""
        kosong = not self.alasan.toPlainText().strip()
        self.isian.atur_salah(self.tr("Alasan harus diisi.") if kosong else "")
        return self.tr("Alasan belum diisi.") if kosong else ""


@dataclass(frozen=True)
class JawabanSelesai:
    """What finishing a step needs to know."""

    hasil: str
    tanggal: date
    keputusan: str | None


class DialogSelesai(DialogSalur):
    """Finishing a step: its output, the date on paper, and the answer at a decision."""

    def __init__(self, induk: QWidget | None, halaman: HalamanLangkah, hari_ini: date) -> None:
        langkah = halaman.langkah
        super().__init__(
            induk,
            self.tr("Selesaikan langkah {n}").format(n=langkah.label),
            langkah.nama_layar.tampil,
            setuju=self.tr("&Selesaikan langkah"),
        )
        self._hari_ini = hari_ini
        self.hasil = QLineEdit(halaman.keluaran)
        self.isian_hasil = Isian(self.tr("&Hasil langkah"), self.hasil, langkah.hasil.tampil)
        self.tanggal = IsianTanggal(hari_ini)
        self.isian_tanggal = Isian(
            self.tr("&Tanggal selesai"), self.tanggal, self.tr("Tanggal menurut kertas; biasanya hari ini")
        )
        self.tambah(self.isian_hasil, self.isian_tanggal)
        self._pilihan = QButtonGroup(self)
        self._tetap: str | None = None
        if halaman.cabang is not None:
            self._tambah_cabang(halaman)

    def _tambah_cabang(self, halaman: HalamanLangkah) -> None:
        cabang = halaman.cabang
        assert cabang is not None
        self.tambah(Teks(cabang.tanya, "tebal", bungkus=True))
        if cabang.jawaban is not None:
            self._tetap = cabang.jawaban
            ke = cabang.ke_ya if cabang.jawaban == "ya" else cabang.ke_tidak
            kalimat = self.tr("Menurut data: {jawab}. Berikutnya langkah {ke}.")
            self.tambah(Teks(kalimat.format(jawab=cabang.jawaban, ke=ke), "redup", bungkus=True))
            return
        for ke_n, (kata, ke) in enumerate((("Ya", cabang.ke_ya), ("Tidak", cabang.ke_tidak))):
            tombol = QRadioButton(self.tr("{kata}, berikutnya langkah {ke}").format(kata=kata, ke=ke))
            self._pilihan.addButton(tombol, ke_n)
            self.tambah(tombol)

    @classmethod
    def ask(cls, induk: QWidget, halaman: HalamanLangkah, hari_ini: date) -> JawabanSelesai | None:
        """Return output, date and decision; None when given up."""
        hasil: JawabanSelesai | None = bertanya(cls(induk, halaman, hari_ini))
        return hasil

    @property
    def jawaban(self) -> JawabanSelesai:
        """Output, date, decision."""
        pilih = self._pilihan.checkedId()
        keputusan = self._tetap or ({0: "ya", 1: "tidak"}.get(pilih))
        return JawabanSelesai(self.hasil.text().strip(), self.tanggal.nilai or self._hari_ini, keputusan)

    def periksa(self) -> str:
        """Look for what is missing."""
        self.isian_hasil.atur_salah("" if self.hasil.text().strip() else self.tr("Hasil langkah harus diisi."))
        lewat = self.tanggal.nilai is None or self.tanggal.nilai > self._hari_ini
        self.isian_tanggal.atur_salah(self.tr("Tanggal tidak boleh sesudah hari ini.") if lewat else "")
        if not self.hasil.text().strip() or lewat:
            return self.tr("Periksa isian yang ditandai.")
        if self._pilihan.buttons() and self._pilihan.checkedId() < 0:
            return self.tr("Pilih jawabannya dahulu.")
        return ""


@dataclass(frozen=True)
class JawabanKertas:
    """A signature or paraf on paper, as recorded."""

    jenis: str
    nama: str
    kapasitas: str
    tanggal: date
    peran_sop: str
    pindaian: Path | None


class DialogKertas(DialogSalur):
    """Who signed on paper, in what capacity, when; the scan may follow."""

    def __init__(
        self,
        induk: QWidget | None,
        peran: Sequence[tuple[str, str]],
        pejabat: Sequence[tuple[str, str]],
        hari_ini: date,
        *,
        untuk: str = "",
    ) -> None:
        super().__init__(
            induk,
            self.tr("Ditandatangani di atas kertas"),
            self.tr("Catat siapa yang menandatangani. Pindaiannya boleh menyusul."),
            setuju=self.tr("&Catat"),
            nama_ikon="signature",
        )
        self._hari_ini = hari_ini
        self._kapasitas = dict(pejabat)
        self.jenis = Pilihan([("tanda_tangan", self.tr("Tanda tangan")), ("paraf", self.tr("Paraf"))])
        self.peran = Pilihan(peran, kini=untuk or None, kosong=self.tr("pihak lain"))
        self.nama = Pilihan([(n, n) for n, _ in pejabat], cari=True)
        self.jabatan = QLineEdit()
        self.tanggal = IsianTanggal(hari_ini)
        self.berkas = PilihBerkas(self.tr("Pindaian"))
        if untuk:
            self.jenis.nilai = "paraf"
        self.isian_nama = Isian(self.tr("&Nama"), self.nama)
        self.isian_jabatan = Isian(
            self.tr("&Jabatan"), self.jabatan, self.tr("Seperti di kertas, dengan Plt. atau Plh.")
        )
        self.isian_tanggal = Isian(self.tr("&Tanggal"), self.tanggal)
        self.tambah(Isian(self.tr("&Yang diberikan"), self.jenis), Isian(self.tr("&Sebagai"), self.peran))
        self.tambah(self.isian_nama, self.isian_jabatan, self.isian_tanggal, self.berkas)
        self.nama.currentTextChanged.connect(self._isi_jabatan)
        self.nama.setEditText("")

    def _isi_jabatan(self, nama: str) -> None:
        if nama in self._kapasitas:
            self.jabatan.setText(self._kapasitas[nama])

    @classmethod
    def ask(
        cls,
        induk: QWidget,
        peran: Sequence[tuple[str, str]],
        pejabat: Sequence[tuple[str, str]],
        hari_ini: date,
        *,
        untuk: str = "",
    ) -> JawabanKertas | None:
        """Return what was recorded; None when given up."""
        hasil: JawabanKertas | None = bertanya(cls(induk, peran, pejabat, hari_ini, untuk=untuk))
        return hasil

    @property
    def jawaban(self) -> JawabanKertas:
        """The signature."""
        return JawabanKertas(
            str(self.jenis.nilai), self.nama.currentText().strip(), self.jabatan.text().strip(),
            self.tanggal.nilai or self._hari_ini, str(self.peran.nilai or ""), self.berkas.jalur,
        )  # fmt: skip

    def periksa(self) -> str:
        """Look for what is missing."""
        isi = self.jawaban
        self.isian_nama.atur_salah("" if isi.nama else self.tr("Nama harus diisi."))
        self.isian_jabatan.atur_salah("" if isi.kapasitas else self.tr("Jabatan harus diisi."))
        lewat = isi.tanggal > self._hari_ini
        self.isian_tanggal.atur_salah(self.tr("Tanggal tidak boleh sesudah hari ini.") if lewat else "")
        return "" if isi.nama and isi.kapasitas and not lewat else self.tr("Periksa isian yang ditandai.")


class DialogPosisi(DialogSalur):
    """A file goes out, arrives or comes back: to whom or from whom, when, with what."""

    def __init__(
        self,
        induk: QWidget | None,
        judul: str,
        hari_ini: date,
        *,
        setuju: str,
        pihak: Sequence[str] = (),
        sejak: date | None = None,
        dengan_hasil: bool = False,
    ) -> None:
        kalimat = self.tr("Dikirim {tanggal}").format(tanggal=waktu.tanggal(sejak)) if sejak else ""
        super().__init__(induk, judul, kalimat, setuju=setuju, nama_ikon="send")
        self._hari_ini, self._sejak = hari_ini, sejak
        self.pihak = Pilihan([(p, p) for p in pihak], cari=True)
        self.isian_pihak = Isian(self.tr("&Kepada"), self.pihak, self.tr("Pilih atau ketik nama lain"))
        self.tanggal = IsianTanggal(hari_ini)
        self.isian_tanggal = Isian(self.tr("&Tanggal"), self.tanggal)
        self.catatan = QLineEdit()
        kata = self.tr("&Hasil") if dengan_hasil else self.tr("&Catatan")
        if pihak:
            self.tambah(self.isian_pihak)
        self.tambah(self.isian_tanggal, Isian(kata, self.catatan))
        self._perlu_pihak = bool(pihak)

    @classmethod
    def ask(
        cls,
        induk: QWidget,
        judul: str,
        hari_ini: date,
        *,
        setuju: str,
        pihak: Sequence[str] = (),
        sejak: date | None = None,
        dengan_hasil: bool = False,
    ) -> tuple[str, date, str] | None:
        """Return (party, date, note); None when given up."""
        dialog = cls(induk, judul, hari_ini, setuju=setuju, pihak=pihak, sejak=sejak, dengan_hasil=dengan_hasil)
        hasil: tuple[str, date, str] | None = bertanya(dialog)
        return hasil

    @property
    def jawaban(self) -> tuple[str, date, str]:
        """Party, date, note."""
        return self.pihak.currentText().strip(), self.tanggal.nilai or self._hari_ini, self.catatan.text().strip()

    def periksa(self) -> str:
        """Look for what is missing."""
        pihak, tanggal, _ = self.jawaban
        kosong = self._perlu_pihak and not pihak
        self.isian_pihak.atur_salah(self.tr("Pihak harus diisi.") if kosong else "")
        salah = ""
        if tanggal > self._hari_ini:
            salah = self.tr("Tanggal tidak boleh sesudah hari ini.")
        elif self._sejak and tanggal < self._sejak:
            salah = self.tr("Tanggal tidak boleh sebelum berkas dikirim.")
        self.isian_tanggal.atur_salah(salah)
        return self.tr("Periksa isian yang ditandai.") if kosong or salah else ""


class DialogKecuali(DialogSalur):
    """ "Semua lengkap, kecuali …": the chosen people stay open, everyone else is ticked."""

    def __init__(
        self, induk: QWidget | None, judul: str, orang: Sequence[PemohonKurang], nama_desa: dict[str, str]
    ) -> None:
        super().__init__(
            induk,
            judul,
            self.tr("Pilih orang yang berkasnya belum lengkap (Ctrl+klik). Semua yang lain dicentang lengkap."),
            setuju=self.tr("&Centang yang lain"),
            nama_ikon="check-check",
            lebar=640,
        )
        kolom = (
            Kolom[PemohonKurang](self.tr("Nama"), lambda p: p.nama, lebar=0),
            Kolom[PemohonKurang](self.tr("Desa/Kelurahan"), lambda p: nama_desa.get(p.kode_desa or "", ""), lebar=200),
        )
        self.cari = KotakCari(self.tr("Cari nama"))
        self.tabel = TabelData(ModelTabel(kolom, orang), nama=self.tr("Orang yang berkasnya belum lengkap"))
        self.tabel.setMinimumHeight(260)
        self.jumlah = Teks("", "redup")
        self.tabel.pilihan_berubah.connect(self._hitung)
        self.cari.dicari.connect(self._temukan)
        self._banyak = len(orang)
        self.tambah(self.cari, self.tabel, self.jumlah)
        self._hitung()

    def _temukan(self, kata: str) -> None:
        """Go to the first name that fits; what was chosen stays chosen."""
        for ke, orang in enumerate(self.tabel.tampak):
            if kata and kata.casefold() in orang.nama.casefold():
                indeks = self.tabel.model().index(ke, 0)
                self.tabel.selectionModel().setCurrentIndex(indeks, QItemSelectionModel.SelectionFlag.NoUpdate)
                self.tabel.scrollTo(indeks)
                return

    def _hitung(self) -> None:
        kurang = len(self.tabel.terpilih)
        self.jumlah.setText(
            self.tr("{kurang} tetap belum lengkap, {lengkap} dicentang lengkap").format(
                kurang=kurang, lengkap=self._banyak - kurang
            )
        )

    @classmethod
    def ask(
        cls, induk: QWidget, judul: str, orang: Sequence[PemohonKurang], nama_desa: dict[str, str]
    ) -> list[UUID] | None:
        """Return the usulan that stay open; None when given up."""
        hasil: list[UUID] | None = bertanya(cls(induk, judul, orang, nama_desa))
        return hasil

    @property
    def jawaban(self) -> list[UUID]:
        """The usulan that stay open."""
        return [p.usulan_id for p in self.tabel.terpilih]
