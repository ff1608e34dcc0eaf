"""How the window was left: look, text size, place on the screen, when it locks. No data of any person.

It lies as a small file beside the store, so that a portable store takes its look along.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

NAMA_BERKAS = "tampilan.json"

TEMA = (("sistem", "Ikut sistem"), ("terang", "Terang"), ("gelap", "Gelap"))
UKURAN_TEKS = (("kecil", "Kecil"), ("biasa", "Biasa"), ("besar", "Besar"), ("sangat_besar", "Sangat besar"))
KUNCI = ((5, "Setelah 5 menit"), (15, "Setelah 15 menit"), (30, "Setelah 30 menit"), (0, "Tidak pernah"))


@dataclass(frozen=True)
class Setelan:
    """The user's choices on this computer.

    Attributes:
        geometri: Qt's own description of the window's place, base64.
        kunci_menit: minutes without a key or a click until the screen locks; 0 never.
        daftar_terlipat: the left list of the desks is folded.
    """

    tema: str = "sistem"
    ukuran_teks: str = "biasa"
    geometri: str = ""
    akun_terakhir: str = ""
    kunci_menit: int = 15
    daftar_terlipat: bool = False


@runtime_checkable
class BerSetelan(Protocol):
    """A window that holds the choices and takes a new one over at once."""

    setelan: Setelan

    def atur_setelan(self, bidang: str, nilai: Any) -> None:
        """Take one setting over and keep it."""


def baca(folder: Path) -> Setelan:
    """Return what was kept; anything missing or odd falls back to the default."""
    try:
        isi = json.loads((folder / NAMA_BERKAS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Setelan()
    return _dari(isi) if isinstance(isi, dict) else Setelan()


def _dari(isi: dict[str, Any]) -> Setelan:
    baku = Setelan()
    sah = {f.name: isi[f.name] for f in fields(baku) if type(isi.get(f.name)) is type(getattr(baku, f.name))}
    return replace(baku, **sah)


def simpan(folder: Path, setelan: Setelan) -> bool:
    """Keep the choices; False when the folder cannot be written, which is no reason to stop anybody."""
    try:
        (folder / NAMA_BERKAS).write_text(json.dumps(asdict(setelan), indent=1), encoding="utf-8")
    except OSError:
        return False
    return True
