"""Getting back in: a new password by the paper key, and a store put back from a backup."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app import cadangan, pemulihan
from app.jobs import JobContext
from app.penyaluran import gabung
from ui import pesan
from ui.jobs import JobRunner
from ui.komponen import DialogSalur, Isian, JenisTombol, Kartu, Teks, Tombol, baris, kolom
from ui.komponen.bertanya import bertanya
from ui.penyiapan.akun import salah_sandi
from ui.tema import tema


class HalamanLupaSandi(QWidget):
    """Says whom to ask, and takes the paper key where nobody can help."""

    selesai = Signal()

    def __init__(self, folder: Path, jobs: JobRunner, akun: str = "") -> None:
        super().__init__()
        self._folder, self._jobs = folder, jobs
        self.kunci = Isian(
            self.tr("&Kunci pemulihan"), QLineEdit(), self.tr("Seperti tercetak di kertas; tanda hubung boleh dilewati")
        )
        self.nama = Isian(self.tr("&Nama pengguna"), QLineEdit(akun))
        self.sandi = Isian(self.tr("&Sandi baru"), QLineEdit(), self.tr("Paling sedikit 12 karakter"))
        self.ulang = Isian(self.tr("&Ulangi sandi baru"), QLineEdit())
        for isian in (self.sandi, self.ulang):
            assert isinstance(isian.widget, QLineEdit)
            isian.widget.setEchoMode(QLineEdit.EchoMode.Password)
        self.ganti = Tombol(self.tr("&Ganti sandi"), JenisTombol.UTAMA, "key-round", klik=self.coba)
        self.kembali = Tombol(self.tr("K&embali"), nama_ikon="chevron-left", klik=self.selesai.emit)
        kartu = Kartu(tepi=28)
        kartu.setFixedWidth(tema().ukuran.px(460))
        kalimat = self.tr(
            "Mintalah administrator kantor memberi sandi baru di Pengaturan. Bila administrator pun tidak dapat masuk, "
            "pakai kunci pemulihan di kertas."
        )
        kartu.tambah(Teks(self.tr("Lupa sandi"), "judul"), Teks(kalimat, "redup", bungkus=True))
        kartu.tambah(self.kunci, self.nama, self.sandi, self.ulang, baris(self.kembali, None, self.ganti))
        self.setLayout(kolom(None, baris(None, kartu, None), None))

    @staticmethod
    def _teks(isian: Isian) -> str:
        assert isinstance(isian.widget, QLineEdit)
        return isian.widget.text()

    @Slot()
    def coba(self) -> None:
        """Try the key."""
        self.sandi.atur_salah(salah_sandi(self._teks(self.sandi), self._teks(self.ulang)))
        self.kunci.atur_salah("" if self._teks(self.kunci).strip() else self.tr("Kunci harus diisi."))
        if not (self.sandi.salah.isHidden() and self.kunci.salah.isHidden()):
            return
        kunci, nama, sandi = self._teks(self.kunci), self._teks(self.nama), self._teks(self.sandi)
        self._jobs.jalankan(
            self.tr("Mengganti sandi"),
            lambda _c: pemulihan.pulihkan_sandi(self._folder, kunci, nama, sandi),
            berhasil=self._berhasil,
            induk=self,
        )

    def _berhasil(self, _hasil: object) -> None:
        pesan.info(self, self.tr("Sandi sudah diganti"), self.tr("Masuklah dengan sandi yang baru."))
        self.selesai.emit()


class DialogPulihkan(DialogSalur):
    """A backup file, and who checks that it opens."""

    def __init__(self, induk: QWidget | None, berkas: Path) -> None:
        super().__init__(
            induk,
            self.tr("Pulihkan dari cadangan"),
            self.tr("Isi dengan akun dan sandi yang berlaku ketika cadangan {nama} dibuat.").format(nama=berkas.name),
            setuju=self.tr("&Pulihkan"),
            nama_ikon="database-backup",
        )
        self.nama = Isian(self.tr("&Nama pengguna"), QLineEdit())
        self.sandi = Isian(self.tr("&Sandi"), QLineEdit())
        assert isinstance(self.sandi.widget, QLineEdit)
        self.sandi.widget.setEchoMode(QLineEdit.EchoMode.Password)
        self.tambah(self.nama, self.sandi)

    @classmethod
    def ask(cls, induk: QWidget, berkas: Path) -> tuple[str, str] | None:
        """Return account and password; None when given up."""
        hasil: tuple[str, str] | None = bertanya(cls(induk, berkas))
        return hasil

    @property
    def jawaban(self) -> tuple[str, str]:
        """Account and password."""
        nama, sandi = self.nama.widget, self.sandi.widget
        assert isinstance(nama, QLineEdit)
        assert isinstance(sandi, QLineEdit)
        return nama.text().strip(), sandi.text()

    def periksa(self) -> str:
        """Look for what is missing."""
        return "" if all(self.jawaban) else self.tr("Nama pengguna dan sandi harus diisi.")


def pilih_cadangan(induk: QWidget) -> Path | None:
    """Ask for a backup file."""
    jalur, _ = QFileDialog.getOpenFileName(
        induk, "Pilih berkas cadangan", "", "Cadangan Salur (*.salur manifest.json);;Semua berkas (*)"
    )
    return Path(jalur) if jalur else None


def pulihkan(induk: QWidget, jobs: JobRunner, berkas: Path, folder: Path, berhasil: object) -> None:
    """Ask who opens the backup, put it back as a job, then call `berhasil`."""
    masuk = DialogPulihkan.ask(induk, berkas)
    if masuk is None:
        return
    jobs.jalankan(
        "Memulihkan dari cadangan",
        lambda k: _pulihkan(berkas, folder, masuk, k),
        berhasil=berhasil,  # type: ignore[arg-type]  # a callable of the result
        induk=induk,
    )


def _pulihkan(berkas: Path, folder: Path, masuk: tuple[str, str], job: JobContext) -> object:
    """Put a backup back, or a part of a hand-over that this laptop is to serve."""
    if gabung.adalah_bagian(berkas):
        return gabung.buka_bagian(berkas, folder, masuk, job=job)
    return cadangan.pulihkan(berkas, folder, masuk=masuk, job=job)
