"""The fourth page: two who share a NIK, beside each other, to be judged."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.bahasa import pemeriksaan, waktu
from app.bahasa.angka import bilangan
from app.identitas import kelompokkan
from app.usulan.pasangan import Pasangan, Sisi
from ui.komponen import Chip, JenisTombol, Kartu, KosongState, Teks, Tombol, baris, kolom, kosongkan
from ui.orang.tulisan import jenis_kelamin
from ui.tema import Nada

MAKS = 100  # pairs shown at once; the rest after these are judged


class HalamanSama(QWidget):
    """The pairs. `diputuskan` carries the pair and what was judged (None: taken back)."""

    diputuskan = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.isi = QVBoxLayout()
        self.isi.setSpacing(10)
        self.kalimat = Teks("", "redup", bungkus=True)
        self.kosong = KosongState(
            self.tr("Tidak ada pasangan yang meragukan"),
            self.tr("Tidak ada dua orang dengan NIK yang sama. Lanjutkan."),
            "users",
        )
        self.setLayout(kolom(self.kalimat, self.isi, self.kosong, None, jarak=10, tepi=(24, 0, 24, 10)))
        self.tombol: dict[tuple[object, object], tuple[Tombol, Tombol]] = {}

    def muat(self, pasangan: tuple[Pasangan, ...], desa: dict[str, str]) -> None:
        """Show the pairs, those not yet judged first."""
        kosongkan(self.isi)
        self.tombol.clear()
        belum = sum(p.sama is None for p in pasangan)
        kalimat = self.tr(
            "{n} pasangan memakai NIK yang sama, {belum} belum diputuskan. Yang dibiarkan tetap ditandai."
        )
        self.kalimat.setText(kalimat.format(n=bilangan(len(pasangan)), belum=bilangan(belum)))
        self.kalimat.setVisible(bool(pasangan))
        self.kosong.setVisible(not pasangan)
        for satu in sorted(pasangan, key=lambda p: p.sama is not None)[:MAKS]:
            self.isi.addWidget(self._kartu(satu, desa))

    def _kartu(self, p: Pasangan, desa: dict[str, str]) -> Kartu:
        nada = {None: Nada.PERHATIAN, True: Nada.BAHAYA, False: Nada.BAIK}[p.sama]
        kata = {None: self.tr("Belum diputuskan"), True: self.tr("Orang yang sama"), False: self.tr("Orang berbeda")}
        kartu = Kartu(pemeriksaan.label(p.kode), Chip(kata[p.sama], nada))
        kisi = QGridLayout()
        kisi.setHorizontalSpacing(18)
        kisi.setVerticalSpacing(4)
        kiri, kanan = _rincian(p.kiri, desa), _rincian(p.kanan, desa)
        for ke, (apa, satu) in enumerate(kiri.items()):
            dua = kanan[apa]
            kisi.addWidget(Teks(apa, "redup"), ke, 0)
            beda = satu != dua and ke > 0
            kisi.addWidget(Teks(satu, "tebal" if beda else "biasa", bungkus=True), ke, 1)
            kisi.addWidget(Teks(dua, "tebal" if beda else "biasa", bungkus=True), ke, 2)
        kisi.setColumnStretch(1, 1)
        kisi.setColumnStretch(2, 1)
        kartu.tambah(kisi, baris(None, *self._tombol(p)))
        return kartu

    def _tombol(self, p: Pasangan) -> tuple[Tombol, Tombol]:
        sama = Tombol(
            self.tr("Orang yang &sama"), JenisTombol.BIASA, "user-check", klik=lambda: self._putuskan(p, True)
        )
        beda = Tombol(self.tr("Orang &berbeda"), JenisTombol.BIASA, "users", klik=lambda: self._putuskan(p, False))
        for tombol, nilai in ((sama, True), (beda, False)):
            tombol.setCheckable(True)
            tombol.setChecked(p.sama is nilai)
            tombol.setAccessibleDescription(f"{p.kiri.nama}, {p.kanan.nama}")
        self.tombol[p.baris, p.lawan] = (sama, beda)
        return sama, beda

    def _putuskan(self, p: Pasangan, sama: bool) -> None:
        self.diputuskan.emit(p, None if p.sama is sama else sama)


def _rincian(s: Sisi, desa: dict[str, str]) -> dict[str, str]:
    """Give what is compared: identifiers in full, for that is what is judged."""
    return {
        "Asal": s.asal,
        "Nama": s.nama or "—",
        "NIK": kelompokkan(s.nik) or "—",
        "No. KK": kelompokkan(s.no_kk) or "—",
        "Tanggal lahir": waktu.tanggal(s.lahir) if s.lahir else "—",
        "Jenis kelamin": jenis_kelamin(s.jenis_kelamin) or "—",
        "Alamat": ", ".join(filter(None, (s.alamat, desa.get(s.kode_desa or "", "")))) or "—",
    }
