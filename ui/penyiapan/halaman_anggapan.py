"""What Salur assumed where an SOP's document is silent; the office looks at it once."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from app.anggapan import Anggapan, daftar_anggapan
from app.sop.definisi import DefinisiSop
from ui.komponen import Kartu, Teks, baris, kolom


class ButirAnggapan(QWidget):
    """One step's assumptions with one box."""

    def __init__(self, tentang: str, isi: Sequence[Anggapan]) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.isi = tuple(isi)
        self.kotak = QCheckBox(tentang)
        kalimat = Teks("\n".join(a.kalimat for a in isi), "kecil", bungkus=True)
        self.kotak.setAccessibleDescription(kalimat.text())
        self.setLayout(kolom(self.kotak, baris(26, kalimat), jarak=2))


class HalamanAnggapan(QWidget):
    """Set-up page: tick what is right here; what stays open is asked again in Pengaturan."""

    def __init__(self, sop: Sequence[DefinisiSop]) -> None:
        super().__init__()
        self.butir: list[ButirAnggapan] = []
        self._milik: dict[QCheckBox, list[ButirAnggapan]] = {}
        kalimat = self.tr(
            "Dokumen SOP tidak menyebut beberapa hal, sehingga Salur memakai anggapan berikut. Centang yang sesuai "
            "dengan kantor Anda. Yang belum dicentang tetap dipakai dengan tanda “anggapan” dan dapat dipastikan "
            "kemudian di Pengaturan."
        )
        kartu = [self._kartu(definisi) for definisi in sop]
        self.setLayout(kolom(Teks(kalimat, "redup", bungkus=True), *kartu, None, jarak=12, tepi=(24, 4, 24, 12)))

    def _kartu(self, definisi: DefinisiSop) -> Kartu:
        semua = QCheckBox(self.tr("Semua sesuai"))
        semua.setAccessibleName(self.tr("{sop}: semua sesuai").format(sop=definisi.nama_layar.tampil))
        kartu = Kartu(definisi.nama_layar.tampil, semua)
        milik = [ButirAnggapan(t, list(a)) for t, a in groupby(daftar_anggapan(definisi), key=lambda a: a.tentang)]
        kartu.tambah(*milik)
        self.butir += milik
        self._milik[semua] = milik
        semua.toggled.connect(self._semua)
        return kartu

    @Slot(bool)
    def _semua(self, ya: bool) -> None:
        kotak = self.sender()
        if isinstance(kotak, QCheckBox):
            for butir in self._milik[kotak]:
                butir.kotak.setChecked(ya)

    @property
    def sesuai(self) -> tuple[tuple[str, str], ...]:
        """The confirmed assumptions."""
        return tuple((a.kode_sop, a.kode) for b in self.butir if b.kotak.isChecked() for a in b.isi)
