"""What the page Dokumen remembers: the kegiatan that was open, where files went, which papers a desa got at once.

It lies as a small file beside the store and names no person.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAMA_BERKAS = "dokumen.json"


@dataclass(frozen=True)
class Ingatan:
    """`kegiatan` is an id as text, `folder` a path, `desa` codes of papers; empty when nothing is remembered."""

    kegiatan: str = ""
    folder: str = ""
    desa: tuple[str, ...] = ()


def baca(folder: Path) -> Ingatan:
    """Return what was kept; anything missing or odd is forgotten."""
    try:
        isi = json.loads((folder / NAMA_BERKAS).read_text(encoding="utf-8"))
        desa = tuple(str(kode) for kode in isi.get("desa", ()))
        return Ingatan(str(isi.get("kegiatan", "")), str(isi.get("folder", "")), desa)
    except (OSError, ValueError, AttributeError, TypeError):
        return Ingatan()


def simpan(folder: Path, ingatan: Ingatan) -> bool:
    """Keep it; False when the folder cannot be written, which is no reason to stop anybody."""
    try:
        (folder / NAMA_BERKAS).write_text(json.dumps(asdict(ingatan)), encoding="utf-8")
    except OSError:
        return False
    return True
