"""The fourth page: two who may be one person, beside each other, to be judged; what differs is marked."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.bahasa import pemeriksaan, waktu
from app.bahasa.angka import bilangan
from app.identitas import kelompokkan
from app.usulan.pasangan import Pasangan, Sisi
from ui.komponen import Chip, JenisTombol, Kartu, KosongState, Teks, Tombol, baris, kolom, kosongkan
from ui.orang.tulisan import jenis_kelamin
from ui.tema import Nada

MAKS = 60  # pairs shown at once; the rest after these are judged
NANTI = "nanti"
"""What `diputuskan` carries for a pair that is put off."""
BEDA = "≠"


class HalamanSama(QWidget):
    """The pairs. `diputuskan` carries the pair and what was judged: True, False, `NANTI`, or None (taken back).

    Without `tunda` a pair cannot be put off (again).
    """

    diputuskan = Signal(object, object)

    def __init__(self, *, tunda: bool = True) -> None:
        super().__init__()
        self._tunda = tunda
        self.isi = QVBoxLayout()
        self.isi.setSpacing(10)
        self.kalimat = Teks("", "redup", bungkus=True)
        self.kosong = KosongState(
            self.tr("Tidak ada pasangan yang meragukan"),
            self.tr("Tidak ada yang NIK-nya sama atau yang mirip satu sama lain. Lanjutkan."),
            "users",
        )
        self.setLayout(kolom(self.kalimat, self.isi, self.kosong, None, jarak=10, tepi=(24, 0, 24, 10)))
        self.tombol: dict[tuple[object, object], tuple[Tombol, Tombol, Tombol]] = {}

    def muat(self, pasangan: tuple[Pasangan, ...], desa: dict[str, str]) -> None:
        """Show the pairs, those not yet judged first, and lead the keyboard on to the next of them."""
        dari_sini = self.isAncestorOf(fokus) if (fokus := self.focusWidget()) else False
        kosongkan(self.isi)
        self.tombol.clear()
        belum = sum(p.sama is None and not p.nanti for p in pasangan)
        self.kalimat.setText(self._kalimat(len(pasangan), belum))
        self.kalimat.setVisible(bool(pasangan))
        self.kosong.setVisible(not pasangan)
        for satu in sorted(pasangan, key=lambda p: (p.sama is not None, p.nanti))[:MAKS]:
            kartu = KartuPasangan(satu, desa)
            kartu.tombol[2].setVisible(self._tunda)
            kartu.diputuskan.connect(self.diputuskan)
            self.tombol[satu.baris, satu.lawan] = kartu.tombol
            self.isi.addWidget(kartu)
        if dari_sini and belum:
            next(iter(self.tombol.values()))[0].setFocus()

    def _kalimat(self, semua: int, belum: int) -> str:
        kalimat = self.tr("{n} pasangan mungkin orang yang sama, {belum} belum diputuskan. {sisa}")
        if not self._tunda:
            return self.tr("{n} pasangan belum diputuskan ditampilkan.").format(n=bilangan(semua))
        if semua > MAKS:
            sisa = self.tr("{n} pertama ditampilkan; berikutnya menyusul. Yang dibiarkan tetap ditandai.")
        else:
            sisa = self.tr("Yang dibiarkan tetap ditandai dan dapat diputuskan kemudian di Data PM/KPM.")
        return kalimat.format(n=bilangan(semua), belum=bilangan(belum), sisa=sisa.format(n=bilangan(MAKS)))


class KartuPasangan(Kartu):
    """One pair. S, B and N answer where the keyboard is in the card; pressing an answer again takes it back."""

    diputuskan = Signal(object, object)

    def __init__(self, p: Pasangan, desa: dict[str, str]) -> None:
        nada = {None: Nada.AKSEN if p.nanti else Nada.PERHATIAN, True: Nada.BAHAYA, False: Nada.BAIK}[p.sama]
        kini = {None: "Lihat nanti" if p.nanti else "Belum diputuskan", True: "Orang yang sama", False: "Orang berbeda"}
        super().__init__(pemeriksaan.label(p.kode), Chip(kini[p.sama], nada))
        self._p = p
        if p.alasan:
            self.tambah(Teks(p.alasan, "redup", bungkus=True))
        self.tombol = self._tombol()
        self.tambah(_kisi(p, desa), baris(None, *self.tombol))

    def _tombol(self) -> tuple[Tombol, Tombol, Tombol]:
        isi = (
            (self.tr("Orang yang &sama"), "user-check", True),
            (self.tr("Orang &berbeda"), "users", False),
            (self.tr("Lihat &nanti"), "hourglass", NANTI),
        )
        sama, beda, nanti = (
            Tombol(label, JenisTombol.BIASA, ikon, klik=partial(self.jawab, jawab)) for label, ikon, jawab in isi
        )
        for tombol, terpilih in (
            (sama, self._p.sama is True),
            (beda, self._p.sama is False),
            (nanti, self._p.sama is None and self._p.nanti),
        ):
            tombol.setCheckable(True)
            tombol.setChecked(terpilih)
            tombol.setAccessibleDescription(f"{self._p.kiri.nama}, {self._p.kanan.nama}")
        return sama, beda, nanti

    def jawab(self, jawab: bool | str) -> None:
        """Answer, or take the answer back where it is given again."""
        kini: bool | str | None = self._p.sama if self._p.sama is not None else NANTI if self._p.nanti else None
        self.diputuskan.emit(self._p, None if kini == jawab else jawab)

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        jawaban: dict[int, bool | str] = {Qt.Key.Key_S: True, Qt.Key.Key_B: False, Qt.Key.Key_N: NANTI}
        if self.tombol[2].isHidden():
            del jawaban[Qt.Key.Key_N]
        if kejadian.modifiers() == Qt.KeyboardModifier.NoModifier and kejadian.key() in jawaban:
            self.jawab(jawaban[kejadian.key()])
        else:
            super().keyPressEvent(kejadian)


def _kisi(p: Pasangan, desa: dict[str, str]) -> QGridLayout:
    """Set the two beside each other; a line that differs is bold and bears a sign."""
    kisi = QGridLayout()
    kisi.setHorizontalSpacing(14)
    kisi.setVerticalSpacing(4)
    kiri, kanan = _rincian(p.kiri, desa), _rincian(p.kanan, desa)
    terisi = [apa for apa in kiri if kiri[apa] != "—" or kanan[apa] != "—"]
    for ke, apa in enumerate(terisi):
        satu, dua = kiri[apa], kanan[apa]
        beda = satu != dua and ke > 0
        kisi.addWidget(Teks(apa, "redup"), ke, 0)
        kisi.addWidget(Teks(satu, "tebal" if beda else "biasa", bungkus=True), ke, 1)
        kisi.addWidget(Teks(BEDA if beda else "", "tebal"), ke, 2)
        kisi.addWidget(Teks(dua, "tebal" if beda else "biasa", bungkus=True), ke, 3)
    kisi.setColumnStretch(1, 1)
    kisi.setColumnStretch(3, 1)
    return kisi


def _rincian(s: Sisi, desa: dict[str, str]) -> dict[str, str]:
    """Give what is compared: identifiers in full, for that is what is judged."""
    return {
        "Asal": s.asal,
        "Nama": s.nama or "—",
        "NIK": kelompokkan(s.nik) or "—",
        "No. KK": kelompokkan(s.no_kk) or "—",
        "Tempat lahir": s.tempat_lahir or "—",
        "Tanggal lahir": waktu.tanggal(s.lahir) if s.lahir else "—",
        "Jenis kelamin": jenis_kelamin(s.jenis_kelamin) or "—",
        "Nama ibu kandung": s.nama_ibu or "—",
        "Alamat": ", ".join(filter(None, (s.alamat, desa.get(s.kode_desa or "", "")))) or "—",
    }
