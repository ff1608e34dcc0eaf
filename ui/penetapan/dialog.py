"""What is asked for a decree: its number, date, subject and signer; letters that excuse; reasons to leave the list."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.bahasa.angka import bilangan, rupiah
from app.kantor import DataPejabat
from ui.komponen import DialogSalur, Isian, IsianTanggal, Pilihan, Teks
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.komponen.pilih_berkas import PilihBerkas


@dataclass(frozen=True)
class JawabanSk:
    """The decree as it was filled in; `berkas` is its scan, which may follow."""

    nomor: str
    tanggal: date
    tentang: str
    penandatangan: str
    jabatan: str
    catatan: str
    berkas: Path | None
    delegasi: str = ""
    menurut_delegasi: bool = False


class DialogSk(DialogSalur):
    """Records the signed decree; says how many people and how much money it locks."""

    def __init__(
        self,
        induk: QWidget | None,
        orang: int,
        nominal: int,
        pejabat: list[DataPejabat],
        hari_ini: date,
        tentang: str,
        delegasi: str | None = None,
    ) -> None:
        jumlah = self.tr("{n} orang").format(n=bilangan(orang))
        uang = self.tr(", {rp} untuk semua tahap").format(rp=rupiah(nominal)) if nominal else ""
        super().__init__(
            induk,
            self.tr("Catat SK yang sudah ditandatangani"),
            self.tr("Daftar {jumlah}{uang} akan terkunci dan hanya dapat diubah dengan SK Perubahan.").format(
                jumlah=jumlah, uang=uang
            ),
            setuju=self.tr("&Sahkan dan kunci daftar"),
            nama_ikon="stamp",
            lebar=620,
        )
        self.nomor = QLineEdit()
        self.tanggal = IsianTanggal(hari_ini)
        self.tentang = QLineEdit(tentang)
        self._pejabat = {p.jabatan: p.nama for p in pejabat}
        self.jabatan = QLineEdit(pejabat[0].jabatan if pejabat else "")
        self.nama = QLineEdit(pejabat[0].nama if pejabat else "")
        self.pilih = Pilihan([(p.jabatan, f"{p.nama} · {p.jabatan}") for p in pejabat], kosong=self.tr("Ketik sendiri"))
        if pejabat:
            self.pilih.nilai = pejabat[0].jabatan
        self.pilih.currentIndexChanged.connect(self._isi_penanda)
        self.catatan, self.delegasi = QLineEdit(), QLineEdit()
        self.menurut = QCheckBox(self.tr("Surat dinas menurut delegasi &dalam SK"))
        self.menurut.setToolTip(delegasi or "")
        self.delegasi.setToolTip(self.tr("Diktum SK yang mengizinkan dinas mengganti penerima"))
        self.berkas = PilihBerkas(self.tr("Pindaian SK (boleh menyusul)"))
        self._hari_ini = hari_ini
        self.i_nomor = Isian(self.tr("&Nomor SK"), self.nomor)
        self.i_tanggal = Isian(self.tr("&Tanggal SK"), self.tanggal)
        self.tambah(
            kisi(self.i_nomor, self.i_tanggal),
            Isian(self.tr("T&entang"), self.tentang),
            Isian(self.tr("&Penanda tangan"), self.pilih),
            kisi(Isian(self.tr("N&ama"), self.nama), Isian(self.tr("&Jabatan"), self.jabatan)),
            kisi(
                Isian(self.tr("&Catatan"), self.catatan),
                self.menurut if delegasi else Isian(self.tr("&Delegasi"), self.delegasi, self.tr("Diktum, bila ada")),
            ),
            self.berkas,
        )
        self.nomor.setFocus()

    def _isi_penanda(self) -> None:
        jabatan = self.pilih.nilai
        if jabatan is not None:
            self.jabatan.setText(jabatan)
            self.nama.setText(self._pejabat[jabatan])

    def periksa(self) -> str:
        isi = self.jawaban
        self.i_nomor.atur_salah("" if isi.nomor else self.tr("Harus diisi."))
        depan = isi.tanggal > self._hari_ini
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        return "" if isi.nomor and not depan else self.tr("Periksa isian yang ditandai.")

    @property
    def jawaban(self) -> JawabanSk:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        return JawabanSk(
            self.nomor.text().strip(),
            tanggal,
            self.tentang.text().strip(),
            self.nama.text().strip(),
            self.jabatan.text().strip(),
            self.catatan.text().strip(),
            self.berkas.jalur,
            self.delegasi.text().strip(),
            self.menurut.isChecked(),
        )

    @classmethod
    def ask(
        cls,
        induk: QWidget | None,
        orang: int,
        nominal: int,
        pejabat: list[DataPejabat],
        hari_ini: date,
        tentang: str,
        delegasi: str | None = None,
    ) -> JawabanSk | None:
        """Return the decree, None when it was given up; `delegasi` is the diktum of an earlier one, if it has any."""
        hasil: JawabanSk | None = bertanya(cls(induk, orang, nominal, pejabat, hari_ini, tentang, delegasi))
        return hasil


class DialogKalimat(DialogSalur):
    """Asks for one sentence that must not be empty: a letter's number, a reason."""

    def __init__(
        self, induk: QWidget | None, judul: str, penjelasan: str, label: str, setuju: str, petunjuk: str = ""
    ) -> None:
        super().__init__(induk, judul, penjelasan, setuju=setuju)
        self.kotak = QLineEdit()
        self.isian = Isian(label, self.kotak, petunjuk)
        self.tambah(self.isian, Teks())
        self.kotak.setFocus()

    def periksa(self) -> str:
        self.isian.atur_salah("" if self.jawaban else self.tr("Harus diisi."))
        return "" if self.jawaban else self.tr("Lengkapi isian yang ditandai.")

    @property
    def jawaban(self) -> str:
        return self.kotak.text().strip()

    @classmethod
    def ask(
        cls, induk: QWidget | None, judul: str, penjelasan: str, label: str, setuju: str, petunjuk: str = ""
    ) -> str | None:
        """Return the sentence, None when it was given up."""
        hasil: str | None = bertanya(cls(induk, judul, penjelasan, label, setuju, petunjuk))
        return hasil
