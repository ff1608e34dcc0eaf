"""A sample office with every SOP in motion, for learning, for showing and for tests; every person in it is invented."""

from datetime import date
from pathlib import Path

from app.contoh.cerita import JUMLAH, Contoh, bangun_contoh
from app.contoh.kantor import SANDI, AkunContoh
from app.contoh.rehsos import Cetak
from app.jobs import JobContext

__all__ = ["JUMLAH", "SANDI", "AkunContoh", "Contoh", "bangun", "bangun_contoh"]


def bangun(
    folder: Path, ctx: JobContext, *, jumlah: int = JUMLAH, hari_ini: date | None = None, cetak: Cetak | None = None
) -> tuple[AkunContoh, ...]:
    """Make the sample office and close it; gives its accounts. Window and command line sign in afterwards."""
    contoh = bangun_contoh(folder, ctx, jumlah=jumlah, hari_ini=hari_ini or date.today(), cetak=cetak)  # noqa: DTZ011
    contoh.ruang.tutup()
    return contoh.akun
