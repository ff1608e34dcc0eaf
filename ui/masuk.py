"""The sign-in page. It imports no more than PySide6 and our own widgets, so that it stands while the rest loads."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.komponen import Chip, Gulir, Isian, JenisTombol, Kartu, Teks, Tombol, baris, kolom
from ui.tema import Nada, tema


@dataclass(frozen=True)
class AkunContoh:
    """An account of the sample office; its password is no secret."""

    nama_pengguna: str
    sandi: str
    sebutan: str


class IsianSandi(QLineEdit):
    """A password; F2 or the eye shows it for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)

    @Slot(bool)
    def perlihatkan(self, ya: bool) -> None:
        """Show what was typed, or hide it."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if ya else QLineEdit.EchoMode.Password)


class HalamanMasuk(QWidget):
    """User name and password. `minta_masuk` carries both, `minta_pulihkan` asks for the page of the paper key."""

    minta_masuk = Signal(str, str)
    minta_pulihkan = Signal()

    def __init__(self, akun_terakhir: str = "", contoh: Sequence[AkunContoh] = ()) -> None:
        super().__init__()
        self.nama = QLineEdit(akun_terakhir)
        self.sandi = IsianSandi()
        self.isian_nama = Isian(self.tr("&Nama pengguna"), self.nama)
        self.isian_sandi = Isian(self.tr("&Sandi"), self.sandi)
        self.lihat = Tombol(self.tr("Perlihatkan"), JenisTombol.TAUTAN, "eye")
        self.lihat.setCheckable(True)
        self.lihat.toggled.connect(self.sandi.perlihatkan)
        self.masuk = Tombol(self.tr("&Masuk"), JenisTombol.UTAMA, "arrow-right", klik=self._coba)
        self.lupa = Tombol(self.tr("&Lupa sandi…"), JenisTombol.TAUTAN, klik=self.minta_pulihkan.emit)
        self.keadaan = Teks("", "redup", bungkus=True)
        self.nama.returnPressed.connect(self._ke_sandi)
        self.sandi.returnPressed.connect(self._coba)
        self._susun(contoh)
        self.setFocusProxy(self.sandi if akun_terakhir else self.nama)

    def _susun(self, contoh: Sequence[AkunContoh]) -> None:
        kartu = Kartu(tepi=28)
        kartu.setFixedWidth(tema().ukuran.px(400))
        kartu.isi.setSpacing(12)
        kartu.tambah(
            Teks("Salur", "besar"),
            Teks(self.tr("Bantuan sosial, dari usulan desa sampai tanda terima"), "redup", bungkus=True),
            self.isian_nama,
            self.isian_sandi,
            baris(self.lihat, None),
            self.keadaan,
            baris(self.lupa, None, self.masuk),
        )
        self.keadaan.hide()
        tengah = [kartu]
        if contoh:
            tengah.append(self._kartu_contoh(contoh))
        isi = QWidget()
        isi.setLayout(kolom(None, baris(None, *tengah, None, jarak=16), None, tepi=(16, 16, 16, 16)))
        self.setLayout(kolom(Gulir(isi)))

    def _kartu_contoh(self, contoh: Sequence[AkunContoh]) -> Kartu:
        kartu = Kartu(self.tr("Kantor contoh"), Chip(self.tr("data rekaan"), Nada.AKSEN))
        kartu.setFixedWidth(tema().ukuran.px(410))
        kartu.tambah(Teks(self.tr("Pilih akun untuk mencoba. Semua orang di dalamnya rekaan."), "redup", bungkus=True))
        self.tombol_contoh = []
        for akun in contoh:
            tombol = Tombol(akun.sebutan.replace("&", "&&"), JenisTombol.TAUTAN, "user")  # a word, no mnemonic
            tombol.setProperty("akun", akun.nama_pengguna)
            tombol.setProperty("sandi", akun.sandi)
            tombol.clicked.connect(self._pakai_contoh)
            self.tombol_contoh.append(tombol)
            kartu.isi.addWidget(tombol, 0, Qt.AlignmentFlag.AlignLeft)
        return kartu

    @Slot()
    def _pakai_contoh(self) -> None:
        tombol = self.sender()
        self.nama.setText(tombol.property("akun"))
        self.sandi.setText(tombol.property("sandi"))
        self._coba()

    @Slot()
    def _ke_sandi(self) -> None:
        self.sandi.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _coba(self) -> None:
        if not self.masuk.isEnabled():
            return
        self.isian_nama.atur_salah("" if self.nama.text().strip() else self.tr("Nama pengguna harus diisi."))
        self.isian_sandi.atur_salah("" if self.sandi.text() else self.tr("Sandi harus diisi."))
        if self.nama.text().strip() and self.sandi.text():
            self.tunggu(self.tr("Membuka data kantor…"))
            self.minta_masuk.emit(self.nama.text().strip(), self.sandi.text())

    def tunggu(self, kata: str) -> None:
        """Show that it is being tried; the button waits."""
        self.keadaan.setText(kata)
        self.keadaan.setVisible(bool(kata))
        self.masuk.setEnabled(not kata)

    def tolak(self, kalimat: str) -> None:
        """Say why it did not open; the password is asked again, the name stays."""
        self.tunggu("")
        self.isian_sandi.atur_salah(kalimat)
        self.sandi.clear()
        self.sandi.setFocus()
