"""Accounts: who may sign in, with which roles; the first administrator, and the list of the others."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QGroupBox, QLineEdit, QWidget

from app.akses import PermintaanAkun, baku_nama_pengguna, periksa_sandi
from app.bahasa import galat
from app.bahasa.istilah import label
from db.galat import KnownError
from db.istilah import JenisKantor, Peran
from ui.komponen import DialogSalur, Isian, JenisTombol, Kartu, Kolom, ModelTabel, TabelData, Teks, Tombol
from ui.komponen import baris as sebaris
from ui.komponen import kolom as sekolom
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi

PERAN_KANTOR = {
    JenisKantor.DINAS: (
        Peran.OPERATOR, Peran.STAF, Peran.PENDAMPING, Peran.KASI, Peran.KABID, Peran.SEKRETARIS, Peran.KADIS,
    ),
    JenisKantor.KECAMATAN: (Peran.OPERATOR, Peran.STAF, Peran.KASI_PMDK, Peran.SEKSI_KESRA, Peran.CAMAT),
}  # fmt: skip


def salah_sandi(sandi: str, ulang: str) -> str:
    """Return what is wrong with a new password; empty when nothing is."""
    if not sandi:
        return "Sandi harus diisi."
    try:
        periksa_sandi(sandi)
    except KnownError as salah:
        return galat.kalimat(salah)
    return "" if sandi == ulang else "Kedua sandi belum sama."


def salah_nama(nama: str, dipakai: Collection[str]) -> str:
    """Return what is wrong with a user name; empty when nothing is."""
    if not nama.strip():
        return "Nama pengguna harus diisi."
    try:
        baku = baku_nama_pengguna(nama)
    except KnownError as salah:
        return galat.kalimat(salah)
    return f"Nama pengguna {baku} sudah dipakai." if baku in dipakai else ""


class IsianAkun(QWidget):
    """The fields of one account."""

    def __init__(self, peran: Sequence[Peran], *, administrator: bool) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.nama = Isian(self.tr("&Nama lengkap"), QLineEdit())
        self.jabatan = Isian(self.tr("&Jabatan"), QLineEdit(), self.tr("Dicetak di laporan; boleh kosong"))
        self.pengguna = Isian(self.tr("Nama &pengguna"), QLineEdit(), self.tr("3–32 huruf atau angka, tanpa spasi"))
        self.sandi = Isian(self.tr("&Sandi"), QLineEdit(), self.tr("Paling sedikit 12 karakter"))
        self.ulang = Isian(self.tr("&Ulangi sandi"), QLineEdit())
        for isian in (self.sandi, self.ulang):
            assert isinstance(isian.widget, QLineEdit)
            isian.widget.setEchoMode(QLineEdit.EchoMode.Password)
        self.kotak = {p: QCheckBox(label(p)) for p in peran}
        grup = QGroupBox(self.tr("Peran yang juga dipegang") if administrator else self.tr("Peran"))
        tata = QGridLayout(grup)
        for ke, kotak in enumerate(self.kotak.values()):
            tata.addWidget(kotak, ke // 4, ke % 4)
        self.salah = Teks("", "salah", bungkus=True)
        self._administrator = administrator
        bidang = kisi(self.nama, self.jabatan, self.pengguna, QWidget(), self.sandi, self.ulang)
        self.setLayout(sekolom(bidang, grup, self.salah, jarak=10))

    @staticmethod
    def _teks(isian: Isian) -> str:
        assert isinstance(isian.widget, QLineEdit)
        return isian.widget.text()

    @property
    def peran(self) -> tuple[Peran, ...]:
        """The ticked roles, the administrator's own among them where it is one."""
        pilih = tuple(p for p, kotak in self.kotak.items() if kotak.isChecked())
        return (*pilih, Peran.ADMINISTRATOR) if self._administrator else pilih

    def isi(self) -> PermintaanAkun:
        """Return the account as filled in."""
        return PermintaanAkun(
            self._teks(self.pengguna).strip(), self._teks(self.nama).strip(), self._teks(self.sandi), self.peran,
            self._teks(self.jabatan).strip(),
        )  # fmt: skip

    def periksa(self, dipakai: Collection[str]) -> str:
        """Say beside each field what is wrong; return one sentence for the foot."""
        self.nama.atur_salah("" if self._teks(self.nama).strip() else self.tr("Nama harus diisi."))
        self.pengguna.atur_salah(salah_nama(self._teks(self.pengguna), dipakai))
        self.sandi.atur_salah(salah_sandi(self._teks(self.sandi), self._teks(self.ulang)))
        self.salah.setText("" if self.peran else self.tr("Pilih paling sedikit satu peran."))
        ada = any(not i.salah.isHidden() for i in (self.nama, self.pengguna, self.sandi)) or bool(self.salah.text())
        return self.tr("Periksa isian yang ditandai.") if ada else ""


class DialogAkun(DialogSalur):
    """A new account."""

    def __init__(self, induk: QWidget | None, peran: Sequence[Peran], dipakai: Collection[str]) -> None:
        super().__init__(
            induk,
            self.tr("Akun baru"),
            self.tr("Sandi pertama ini disampaikan kepada pemiliknya, yang dapat menggantinya setelah masuk."),
            setuju=self.tr("&Tambah akun"),
            nama_ikon="user-plus",
            lebar=620,
        )
        self._dipakai = frozenset(dipakai)
        self.isian = IsianAkun(peran, administrator=False)
        self.tambah(self.isian)

    @classmethod
    def ask(cls, induk: QWidget, peran: Sequence[Peran], dipakai: Collection[str]) -> PermintaanAkun | None:
        """Return the account as filled in; None when given up."""
        hasil: PermintaanAkun | None = bertanya(cls(induk, peran, dipakai))
        return hasil

    @property
    def jawaban(self) -> PermintaanAkun:
        """The account."""
        return self.isian.isi()

    def periksa(self) -> str:
        """Look for what is missing."""
        return self.isian.periksa(self._dipakai)


KOLOM = (
    Kolom[PermintaanAkun]("Nama", lambda a: a.nama, lebar=0),
    Kolom[PermintaanAkun]("Nama pengguna", lambda a: a.nama_pengguna, lebar=160),
    Kolom[PermintaanAkun]("Peran", lambda a: ", ".join(label(p) for p in a.peran), lebar=320),
)


class HalamanAkun(QWidget):
    """Set-up page: the first administrator, and whoever else works here."""

    def __init__(self, jenis: JenisKantor) -> None:
        super().__init__()
        self.jenis = jenis
        self.admin = IsianAkun(PERAN_KANTOR[jenis], administrator=True)
        kartu_admin = Kartu(self.tr("Administrator pertama"))
        kalimat = self.tr(
            "Anda sendiri. Administrator mengatur kantor dan akun; boleh sekaligus bekerja sebagai peran lain."
        )
        kartu_admin.tambah(Teks(kalimat, "redup", bungkus=True), self.admin)
        self.model = ModelTabel(KOLOM)
        self.tabel = TabelData(self.model, nama=self.tr("Daftar akun"))
        self.tabel.setMinimumHeight(140)
        self.baru = Tombol(self.tr("&Tambah akun…"), nama_ikon="user-plus", klik=self.tambah)
        self.buang = Tombol(self.tr("K&eluarkan"), JenisTombol.TAUTAN, "trash-2", klik=self.buang_terpilih)
        kartu_lain = Kartu(self.tr("Akun lain"))
        catatan = Teks(self.tr("Boleh menyusul di Pengaturan."), "redup")
        kartu_lain.tambah(catatan, self.tabel, sebaris(self.baru, self.buang, None))
        self.setLayout(sekolom(kartu_admin, kartu_lain, jarak=12, tepi=(24, 4, 24, 12)))

    @property
    def akun(self) -> tuple[PermintaanAkun, ...]:
        """The other accounts."""
        return self.model.semua

    def _dipakai(self) -> set[str]:
        return {a.nama_pengguna.lower() for a in self.akun} | {self.admin.isi().nama_pengguna.lower()}

    @Slot()
    def tambah(self) -> None:
        """Ask for one more account."""
        baru = DialogAkun.ask(self, PERAN_KANTOR[self.jenis], self._dipakai())
        if baru is not None:
            self.model.atur([*self.akun, baru])

    @Slot()
    def buang_terpilih(self) -> None:
        """Take the chosen ones out of the list."""
        buang = self.tabel.terpilih
        self.model.atur([a for a in self.akun if a not in buang])

    def periksa(self) -> str:
        """Return what is missing."""
        return self.admin.periksa({a.nama_pengguna.lower() for a in self.akun})
