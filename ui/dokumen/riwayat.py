"""The register of what was printed of a kegiatan, the newest first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.bahasa import waktu
from app.bahasa.angka import bilangan, rupiah
from app.dokumen.daftar import DokumenTercatat
from db.istilah import Zona
from ui.halaman import Konteks
from ui.komponen import Kolom, KosongState, ModelTabel, TabelData, baris, kolom
from ui.komponen.ekspor import TombolEkspor


class LembarRiwayat(QWidget):
    """The prints; Enter or a double click on one emits `dipilih`, to look at the same paper again."""

    dipilih = Signal(object)  # DokumenTercatat

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self._zona = Zona.WIB
        self._nama: Callable[[str], str] = str
        self.model: ModelTabel[DokumenTercatat] = ModelTabel(self._kolom())
        self.tabel = TabelData(self.model, nama=self.tr("Riwayat cetakan"))
        self.tabel.dibuka.connect(self.dipilih)
        self.kosong = KosongState(
            self.tr("Belum ada yang dicetak"),
            self.tr("Dokumen yang disimpan atau dicetak tercatat di sini."),
            "history",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.kosong)
        self.tumpukan.addWidget(self.tabel)
        self.ekspor = TombolEkspor(konteks, self.tabel, self.tr("Riwayat cetakan"))
        self.setLayout(kolom(baris(None, self.ekspor), self.tumpukan, jarak=2, tepi=(0, 4, 0, 0)))

    def _kolom(self) -> list[Kolom[DokumenTercatat]]:
        return [
            Kolom("Dicetak", lambda r: r.pada, lambda p: waktu.saat_ringkas(p, self._zona), lebar=150),
            Kolom("Dokumen", lambda r: r.judul + (" (publik)" if r.publik else ""), lebar=235),
            Kolom("Desa/kelurahan", lambda r: self._nama(r.kode_desa) if r.kode_desa else "Semua", lebar=150),
            Kolom("Tahap", lambda r: r.tahap, lambda t: str(t) if t else "—", lebar=60),
            Kolom("Nomor", lambda r: r.nomor or "—", lebar=150),
            Kolom("Tanggal", lambda r: r.tanggal, waktu.tanggal_pendek, lebar=100),
            Kolom("Penanda tangan", lambda r: r.penandatangan or "—", lebar=170),
            Kolom("Orang", lambda r: r.jumlah_orang, _angka(bilangan), lebar=65, kanan=True),
            Kolom("Nilai", lambda r: r.jumlah_nominal, _angka(rupiah), lebar=120, kanan=True),
            Kolom("Nama berkas", lambda r: r.nama_berkas, lebar=260, petunjuk=lambda r: f"Sidik berkas: {r.sha256}"),
        ]

    def muat(self, riwayat: Sequence[DokumenTercatat], nama: Callable[[str], str], zona: Zona) -> None:
        """Show other prints."""
        self._nama, self._zona = nama, zona
        self.model.atur(riwayat)
        self.tumpukan.setCurrentWidget(self.tabel if riwayat else self.kosong)


def _angka(tulis: Callable[[int], str]) -> Callable[[int | None], str]:
    return lambda nilai: "—" if nilai is None else tulis(nilai)
