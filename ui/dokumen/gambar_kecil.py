"""Papers kept for somebody: photographs as small pictures, everything else as a link; a click opens either.

Pictures are decrypted and decoded beside the window's thread, one by one, and never larger than they are shown.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.jobs import JobContext
from app.kerja import Kerja
from app.orang import BerkasOrang
from db.galat import KnownError
from ui.dokumen.lihat import lihat_lampiran
from ui.halaman import Konteks
from ui.komponen import JenisTombol, Teks, Tombol, kosongkan
from ui.tema import tema

_FOTO = frozenset({".jpg", ".jpeg", ".png"})
_LAJUR = 3
_SISI = 96  # px at the size of a small laptop


def foto(berkas: BerkasOrang) -> bool:
    """Tell a photograph by its name: pictures are kept as JPEG or PNG."""
    return PurePath(berkas.nama).suffix.lower() in _FOTO


def baca_kecil(isi: bytes, sisi: int) -> QImage:
    """Decode a picture no larger than `sisi` pixels either way; a null image when it is none. Any thread."""
    sumber = QBuffer()
    sumber.setData(QByteArray(isi))
    sumber.open(QIODevice.OpenModeFlag.ReadOnly)
    pembaca = QImageReader(sumber)
    pembaca.setAutoTransform(True)
    if pembaca.format().data() not in (b"jpeg", b"png"):
        return QImage()
    ukuran = pembaca.size()
    if ukuran.width() > sisi or ukuran.height() > sisi:
        pembaca.setScaledSize(ukuran.scaled(QSize(sisi, sisi), Qt.AspectRatioMode.KeepAspectRatio))
    return pembaca.read()


class DaftarBerkas(QWidget):
    """The papers of one person."""

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self.foto: dict[UUID, Tombol] = {}
        self._kisi, self._tautan = QGridLayout(), QVBoxLayout()
        self._kisi.setSpacing(8)
        self._kisi.setColumnStretch(_LAJUR, 1)
        self._tautan.setSpacing(3)
        tata = QVBoxLayout()
        tata.setContentsMargins(0, 0, 0, 0)
        tata.addLayout(self._kisi)
        tata.addLayout(self._tautan)
        self.setLayout(tata)

    def atur(self, berkas: Sequence[BerkasOrang]) -> None:
        """Show these; pictures fill in as they are read."""
        kosongkan(self._kisi)
        kosongkan(self._tautan)
        self.foto = {}
        for satu in berkas:
            if foto(satu):
                self._tambah_foto(satu)
            else:
                kata = satu.nama.replace("&", "&&")
                tombol = Tombol(kata, JenisTombol.TAUTAN, "eye", klik=self._pelihat(satu), nama=satu.nama)
                self._tautan.addWidget(tombol, 0, Qt.AlignmentFlag.AlignLeft)
        if not berkas:
            self._tautan.addWidget(Teks(self.tr("Belum ada dokumen yang dilampirkan."), "redup", bungkus=True))
        if self.foto:
            self._muat(tuple(self.foto))

    def _tambah_foto(self, satu: BerkasOrang) -> None:
        if satu.lampiran_id in self.foto:
            return  # one picture that is kept for two reasons
        sisi = tema().ukuran.px(_SISI)
        tombol = Tombol("", JenisTombol.TAUTAN, "eye", klik=self._pelihat(satu), nama=satu.nama)
        tombol.setToolTip(satu.nama)
        tombol.setFixedSize(sisi + 12, sisi + 12)
        ke = len(self.foto)
        self._kisi.addWidget(tombol, ke // _LAJUR, ke % _LAJUR)
        self.foto[satu.lampiran_id] = tombol

    def _pelihat(self, satu: BerkasOrang) -> Callable[[], None]:
        return lambda: lihat_lampiran(self, self.konteks, satu.lampiran_id, satu.nama)

    def _muat(self, ids: tuple[UUID, ...]) -> None:
        sisi = round(tema().ukuran.px(_SISI) * self.devicePixelRatioF())
        self.konteks.baca_lama(
            "Membuka foto", lambda kerja, ctx: _baca_semua(kerja, ctx, ids, sisi), induk=self, berhasil=self._isi
        )

    def _isi(self, gambar: dict[UUID, QImage]) -> None:
        sisi = tema().ukuran.px(_SISI)
        for lampiran_id, satu in gambar.items():
            if (tombol := self.foto.get(lampiran_id)) is not None:
                tombol.atur_ikon("")
                tombol.setIcon(QIcon(QPixmap.fromImage(satu)))
                tombol.setIconSize(QSize(sisi, sisi))


def _baca_semua(kerja: Kerja, ctx: JobContext, ids: Iterable[UUID], sisi: int) -> dict[UUID, QImage]:
    """Read what can be read; a picture that cannot stays a button, and opening it says why."""
    hasil = {}
    for lampiran_id in ids:
        ctx.periksa()
        try:
            gambar = baca_kecil(kerja.baca_lampiran(lampiran_id), sisi)
        except KnownError:  # the file is missing or damaged: told when it is opened
            continue
        if not gambar.isNull():
            hasil[lampiran_id] = gambar
    return hasil
