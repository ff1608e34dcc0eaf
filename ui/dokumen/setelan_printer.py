"""What this laptop knows of its printers: which was used last, whether light, and how far each shifts each paper.

A printer pulls paper its own way: what lies right on one laptop's printer is off on another's. So this is kept with the
user of the laptop, not with the store that may travel. It names no person.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from db.istilah import Kertas
from reports.tata_letak import UKURAN_KERTAS

NAMA_BERKAS = "printer.json"
TERJAUH = 20.0  # mm; further off the paper lies wrong in its tray
_TOLERANSI = 2.0  # mm within which two papers are one
_MM_PER_TITIK = 25.4 / 72

Geser = tuple[float, float]
"""How far to print to the right and downwards, in mm."""


@dataclass(frozen=True)
class SetelanPrinter:
    """The choices on this laptop.

    Attributes:
        printer: the one that was used last.
        ringan: papers are made for a dot-matrix printer.
        geser: shifts by `kunci(printer, paper)`.
    """

    printer: str = ""
    ringan: bool = False
    geser: Mapping[str, Geser] = field(default_factory=dict)

    def untuk(self, printer: str, ukuran: tuple[float, float]) -> Geser:
        """Return the shift of a printer for a page of `ukuran` points."""
        return self.geser.get(kunci(printer, ukuran), (0.0, 0.0))

    def dengan_geser(self, printer: str, ukuran: tuple[float, float], geser: Geser) -> "SetelanPrinter":
        """Return the choices with another shift; none is not kept."""
        sisa = {k: g for k, g in self.geser.items() if k != kunci(printer, ukuran)}
        if geser != (0.0, 0.0):
            sisa[kunci(printer, ukuran)] = geser
        return replace(self, geser=sisa)


def kunci(printer: str, ukuran: tuple[float, float]) -> str:
    """Name a printer with the paper in it, standing or lying: `Epson LX-310|F4|tegak`."""
    arah = "mendatar" if ukuran[0] > ukuran[1] else "tegak"
    return f"{printer}|{nama_kertas(ukuran)}|{arah}"


def nama_kertas(ukuran: tuple[float, float]) -> str:
    """Name the paper of a page in points; an unknown one by its measures. F4 and Folio differ by less than a mm."""
    lebar, tinggi = sorted(sisi * _MM_PER_TITIK for sisi in ukuran)
    for kertas in (Kertas.A4, Kertas.F4):
        baku = UKURAN_KERTAS[kertas]
        if abs(lebar - baku[0]) <= _TOLERANSI and abs(tinggi - baku[1]) <= _TOLERANSI:
            return kertas.value.upper()
    return f"{round(lebar)} × {round(tinggi)} mm"


def folder() -> Path:
    """Return where the user's own settings lie on this laptop."""
    return user_config_path("Salur", appauthor=False)


def baca() -> SetelanPrinter:
    """Return what was kept; anything missing or odd is forgotten."""
    try:
        isi = json.loads((folder() / NAMA_BERKAS).read_text(encoding="utf-8"))
        geser = {str(k): _geser(g) for k, g in isi.get("geser", {}).items()}
        return SetelanPrinter(str(isi.get("printer", "")), isi.get("ringan") is True, geser)
    except (OSError, ValueError, TypeError, AttributeError):
        return SetelanPrinter()


def _geser(isi: Any) -> Geser:
    kanan, bawah = (max(-TERJAUH, min(TERJAUH, float(sisi))) for sisi in isi)
    return kanan, bawah


def simpan(setelan: SetelanPrinter) -> bool:
    """Keep them; False when the folder cannot be written, which is no reason to stop anybody from printing."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        (folder() / NAMA_BERKAS).write_text(json.dumps(asdict(setelan), ensure_ascii=False), encoding="utf-8")
    except OSError:
        return False
    return True
