"""Where Salur begins: the window, the command line, or the child that reads a stranger's spreadsheet.

Each way imports only what it needs. The child comes first, before any other import, because it must stay small; the
window comes with PySide6 alone, so that the sign-in page stands while the rest is still loading.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

BACA_BERKAS = "--baca-berkas"
TANPA_LAYAR = (
    "Di sini tidak ada layar, jadi jendela Salur tidak dapat dibuka; data tidak berubah. "
    "Pakai baris perintahnya: salur --help.\n"
)


def main(argumen: Sequence[str] | None = None) -> int:
    """Run Salur; return the exit code."""
    kata = list(sys.argv[1:] if argumen is None else argumen)
    if kata[:1] == [BACA_BERKAS]:
        from app.usulan.anak import jalankan

        # Tearing down a reader that panicked may abort: leave at once.
        os._exit(jalankan())
    minta, folder = minta_jendela(kata)
    if minta:
        from app.tempat import folder_data

        return _jendela(folder_data(folder))
    if kata == ["demo"] and (contoh := _contoh_siap()):
        return _jendela(contoh)
    try:
        from ui.cli import jalankan as perintah

        hasil = perintah(kata)
    except KeyboardInterrupt:  # before the command itself could say so
        sys.stderr.write("Dihentikan; tidak ada yang berubah.\n")
        return 1
    return hasil if isinstance(hasil, int) else _jendela(hasil)


def minta_jendela(kata: Sequence[str]) -> tuple[bool, str | None]:
    """Tell whether this line asks for the window, and with which data folder: no command, at most `--data`."""
    if not kata:
        return True, None
    if len(kata) == 2 and kata[0] == "--data":
        return True, kata[1]
    if len(kata) == 1 and kata[0].startswith("--data="):
        return True, kata[0].removeprefix("--data=")
    return False, None


def _contoh_siap() -> Path | None:
    """Return the folder of a sample office that is there already; any trouble is left to the command to tell."""
    from db.galat import KnownError
    from ui.perintah.contoh import yang_ada

    try:
        return yang_ada()
    except KnownError:
        return None


def ada_layar() -> bool:
    """Tell whether a window can be shown; where Linux has no display Qt would abort the whole process."""
    nama = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(satu) for satu in nama)


def _jendela(folder: Path) -> int:
    """Open the window on a data folder; return its exit code."""
    if not ada_layar():
        sys.stderr.write(TANPA_LAYAR)
        return 1
    from ui.aplikasi import jalankan

    return jalankan(folder)


if __name__ == "__main__":
    sys.exit(main())
