"""Takes pictures of every page, to be looked at: `python -m tests.helpers.potret OUT [--data DIR] [--akun NAMA …]`.

Opens the sample office (made in a temporary folder unless `--data` names one), signs each account in, and saves every
tab and every step of its desk as PNG, light and dark, at 1366×728 and 1093×545.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app import akses
from app.contoh import SANDI, bangun
from app.jobs import JobContext
from tests.helpers.jendela import JobLangsung
from ui.aplikasi import buat_aplikasi
from ui.jendela import Jendela
from ui.meja.halaman import HalamanMeja
from ui.setelan import Setelan
from ui.tema import PilihanTema, tema

UKURAN = ((1366, 728), (1093, 545))
TEMA = {"terang": PilihanTema.TERANG, "gelap": PilihanTema.GELAP}
AKUN = ("pendamping", "kabid", "operator", "admin", "seksi_kesra")
SAMPEL_LANGKAH = 6  # steps of a desk that are taken


def simpan(widget: QWidget, berkas: Path) -> None:
    """Save what a widget looks like once it has settled."""
    for _ in range(4):
        QApplication.processEvents()
    widget.grab().save(str(berkas))


def _pandangan(jendela: Jendela) -> Iterator[str]:
    """Go through the tabs, and on a desk through its first steps; give a name for each view."""
    for kode in jendela.kode_tab:
        jendela.buka(kode)
        yield kode.replace(":", "-")
        halaman = jendela.tumpukan.atas
        if isinstance(halaman, HalamanMeja):
            model = halaman.daftar.model()
            for ke in range(min(model.rowCount(), SAMPEL_LANGKAH + 2)):
                sebelum = halaman.daftar.terpilih
                halaman.daftar.setCurrentIndex(model.index(ke, 0))
                if halaman.daftar.terpilih not in (None, sebelum):
                    yield f"{kode.replace(':', '-')}-{ke}"


def potret(folder_data: Path, keluar: Path, akun: tuple[str, ...] = AKUN) -> int:
    """Take the pictures; returns how many."""
    app = buat_aplikasi(["potret"])
    keluar.mkdir(parents=True, exist_ok=True)
    jumlah = 0
    for nama in akun:
        ruang, pelaku = akses.masuk(folder_data, nama, SANDI)
        jendela = Jendela(ruang, pelaku, JobLangsung(), Setelan(kunci_menit=0))
        jendela.show()
        for kata, pilihan in TEMA.items():
            tema().pasang(pilihan)
            for pandangan in _pandangan(jendela):
                for lebar, tinggi in UKURAN:
                    jendela.resize(lebar, tinggi)
                    simpan(jendela, keluar / f"{nama}_{pandangan}_{kata}_{lebar}.png")
                    jumlah += 1
        jendela.close()
        ruang.tutup()
    app.closeAllWindows()
    return jumlah


def main() -> None:
    """Read the command line."""
    urai = argparse.ArgumentParser(description=__doc__)
    urai.add_argument("keluar", type=Path)
    urai.add_argument("--data", type=Path)
    urai.add_argument("--akun", nargs="*", default=list(AKUN))
    pilihan = urai.parse_args()
    with tempfile.TemporaryDirectory() as sementara:
        folder = pilihan.data or Path(sementara) / "data"
        if not folder.exists():
            bangun(folder, JobContext(), jumlah=200)
        potret(folder, pilihan.keluar, tuple(pilihan.akun))


if __name__ == "__main__":
    main()
