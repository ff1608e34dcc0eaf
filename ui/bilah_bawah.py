"""The status bar: which office, when it was last backed up, and the clock of the working day."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame

from app.bahasa import waktu
from app.kalender import Kalender
from ui.komponen import Teks, atur_sifat, baris
from ui.komponen.teks import TeksTerbatas
from ui.tema import Nada

JEDA = 10_000  # milliseconds between two looks at the clock
HARI_LAMA = 7  # a backup older than this is spoken of loudly


def kata_cadangan(terakhir: datetime | None, kini: datetime) -> tuple[str, Nada]:
    """Say when the last backup was made, and how loudly."""
    if terakhir is None:
        return "Belum pernah dicadangkan", Nada.BAHAYA
    menit = int((kini - terakhir).total_seconds() // 60)
    if menit < 1:
        lama = "baru saja"
    elif menit < 60:
        lama = f"{menit} menit lalu"
    elif menit < 60 * 24:
        lama = f"{menit // 60} jam lalu"
    else:
        lama = f"{menit // (60 * 24)} hari lalu"
    nada = Nada.PERHATIAN if menit >= 60 * 24 * HARI_LAMA else Nada.NETRAL
    return f"Cadangan terakhir {lama}", nada


def kata_jam(kalender: Kalender, kini: datetime) -> str:
    """Say day, time and zone, and whether the office works now."""
    di_sini = kini.astimezone(ZoneInfo(kalender.zona))
    hari = di_sini.date()
    libur = kalender.libur(hari)
    jam = kalender.jam_kerja.pada(hari)
    if libur is not None:
        keadaan = f" · libur: {libur.nama}"
    elif jam is None:
        keadaan = " · hari libur"
    elif any(mulai <= di_sini.time() <= selesai for mulai, selesai in jam.jendela()):
        keadaan = ""
    else:
        keadaan = " · di luar jam kerja"
    zona = waktu.SINGKATAN_ZONA[kalender.zona]
    return f"{waktu.tanggal_hari(hari)} · {waktu.jam(di_sini)} {zona}{keadaan}"


class BilahBawah(QFrame):
    """The bar; `atur` gives it what only the store knows, the clock runs by itself."""

    def __init__(self, jam: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("bilah_bawah")
        self._jam = jam
        self._kalender: Kalender | None = None
        self._cadangan: datetime | None = None
        self.kantor = TeksTerbatas("")
        self.akun = TeksTerbatas("")
        self.cadangan = Teks("")
        self.waktu = Teks("")
        self.setLayout(baris(self.kantor, self.akun, None, self.cadangan, self.waktu, jarak=18, tepi=(10, 3, 10, 4)))
        self._detak = QTimer(self)
        self._detak.setInterval(JEDA)
        self._detak.timeout.connect(self.perbarui)
        self._detak.start()

    def atur(self, kantor: str, akun: str, kalender: Kalender, cadangan: datetime | None) -> None:
        """Show an office."""
        self.kantor.setText(kantor)
        self.akun.setText(akun)
        self._kalender, self._cadangan = kalender, cadangan
        self.perbarui()

    @Slot()
    def perbarui(self) -> None:
        """Look at the clock."""
        if self._kalender is None:
            return
        kini = self._jam()
        self.waktu.setText(kata_jam(self._kalender, kini))
        kata, nada = kata_cadangan(self._cadangan, kini)
        if kata != self.cadangan.text():
            self.cadangan.setText(kata)
            atur_sifat(self.cadangan, nada=nada.value)
