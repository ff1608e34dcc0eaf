"""The stage on which the sample's story is played: who acts, on which day, at what hour, in one store.

Days are counted in working days back from today, so the sample looks alive whenever it is built.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app import akses
from app.kalender import Kalender
from app.kerja import Kerja, Pelaku, RuangKerja
from db.istilah import Zona

PAGI = time(9, 0)


@dataclass
class JamPanggung:
    """A clock that stands where the story is."""

    kini: datetime

    def __call__(self) -> datetime:
        """Return the story's moment."""
        return self.kini


class Panggung:
    """An open store with a clock of its own and its actors by user name."""

    def __init__(self, ruang: RuangKerja, jam: JamPanggung, hari_ini: date) -> None:
        self.ruang = ruang
        self.hari_ini = hari_ini
        self._jam = jam
        self._kalender = Kalender(Zona.WIB)
        self._pelaku: dict[str, Pelaku] = {}

    @staticmethod
    def jam_pada(hari: date, zona: Zona, pukul: time = PAGI) -> JamPanggung:
        """Make a clock that stands at an hour of a day in a zone."""
        return JamPanggung(datetime.combine(hari, pukul, ZoneInfo(zona)).astimezone(UTC))

    def masuk(self, pelaku: Pelaku) -> None:
        """Let an account act."""
        self._pelaku[pelaku.nama_pengguna] = pelaku

    def kenali(self, nama: Iterable[str]) -> None:
        """Let accounts act by their user names."""
        with self.ruang.membaca(akses.PENYIAPAN) as kerja:
            for satu in nama:
                self.masuk(akses.pelaku_akun(kerja, satu))

    def mundur(self, hari_kerja: int) -> date:
        """Give the working day that lies so many working days before today (0: today, or the last one before it)."""
        hari, sisa = self.hari_ini, hari_kerja
        while sisa or not self._kalender.hari_kerja(hari):
            hari -= timedelta(days=1)
            sisa -= bool(sisa) and self._kalender.hari_kerja(hari)
        return hari

    @contextmanager
    def sebagai(self, nama: str, lalu: int = 0, pukul: time = PAGI) -> Iterator[Kerja]:
        """Act as somebody in one transaction, `lalu` working days before today."""
        self._jam.kini = self.jam_pada(self.mundur(lalu), Zona.WIB, pukul).kini
        with self.ruang.menulis(self._pelaku[nama]) as kerja:
            yield kerja

    @contextmanager
    def melihat(self, nama: str) -> Iterator[Kerja]:
        """Look at the store as somebody."""
        with self.ruang.membaca(self._pelaku[nama]) as kerja:
            yield kerja
