"""What the sample's stories do through use cases can be done by command line: no act is the window's alone."""

import ast
from collections.abc import Iterable
from pathlib import Path

AKAR = Path(__file__).parents[3]
CERITA = ("alur", "balakas", "dtks", "impor", "rehsos", "serah", "uep")
JEJAK = {"jejak.catat", "_jejak"}
"""What writes a line into the trail."""
BUKAN_TINDAKAN = {"mulai_oleh_aksi"}
"""What use cases of other rooms call so that a step runs; people begin a step by its own command."""


def _panggilan(simpul: ast.AST) -> set[str]:
    """Return what is called in a piece of source: `jejak.catat` as it stands, everything else by its last name."""
    semua = {ast.unparse(satu.func) for satu in ast.walk(simpul) if isinstance(satu, ast.Call)}
    return {nama if nama in JEJAK else nama.rpartition(".")[2] for nama in semua}


def _penulis(berkas: Path, dikenal: set[str]) -> set[str]:
    """Return the functions of a module that leave a line in the trail, by themselves or through what they call.

    Args:
        dikenal: functions of other modules that do; they count where the module imports them by name.
    """
    pohon = ast.parse(berkas.read_text(encoding="utf-8"))
    fungsi = {satu.name: _panggilan(satu) for satu in pohon.body if isinstance(satu, ast.FunctionDef)}
    impor = {satu.name for baris in pohon.body if isinstance(baris, ast.ImportFrom) for satu in baris.names}
    penulis = JEJAK | (dikenal & impor)
    while baru := {nama for nama, isi in fungsi.items() if isi & penulis} - penulis:
        penulis |= baru
    return penulis & set(fungsi)


def _tindakan() -> set[str]:
    """Return the use cases of the office that leave a line in the trail."""
    berkas = [satu for satu in (AKAR / "app").rglob("*.py") if "contoh" not in satu.parts]
    dikenal: set[str] = set()
    for _ in range(3):  # a letter of SPT goes through the register: few steps from room to room
        dikenal = set().union(*(_penulis(satu, dikenal) for satu in berkas))
    return {nama for nama in dikenal if not nama.startswith("_")}


def _dipanggil(berkas: Iterable[Path]) -> set[str]:
    return set().union(*(_panggilan(ast.parse(satu.read_text(encoding="utf-8"))) for satu in berkas))


def test_every_act_of_the_stories_has_its_command() -> None:
    cerita = _tindakan() & _dipanggil(AKAR / "app" / "contoh" / f"{nama}.py" for nama in CERITA)
    assert {"putuskan", "sahkan_sk", "catat_banyak", "kembalikan_ke_desa", "buat_spt", "terima_daftar"} <= cerita
    assert cerita - BUKAN_TINDAKAN - _dipanggil((AKAR / "ui" / "perintah").glob("*.py")) == set()
