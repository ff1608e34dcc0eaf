"""Sets Salur up from a fresh clone and starts it: the one command of the README, with Python's standard library alone.

    python3 packaging/start.py           opens the sample office (without a screen: does the main job headless)
    python3 packaging/start.py tests     runs the tests, headless; further words go to pytest
    python3 packaging/start.py kantor    opens the office's own data
    python3 packaging/start.py pasang    only sets up

It must parse on any Python 3.7 or newer, so that an old one gets a sentence and not a traceback. What is installed
stands, with its hashes, in `uv.lock`; a stamp in `.venv` lets a second start skip all of it.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

PYTHON_TERENDAH = (3, 11)
AKAR = Path(__file__).resolve().parent.parent
VENV = AKAR / ".venv"
STEMPEL = VENV / "salur-terpasang.txt"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
UV = VENV / ("Scripts/uv.exe" if WINDOWS else "bin/uv")

# What Qt loads from a Debian or Ubuntu system, and the package it comes in; the second group only for a real screen.
PUSTAKA_QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
PUSTAKA_LAYAR = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class SetupError(Exception):
    """The set-up cannot go on; its text is the sentence for the person at the keyboard."""


def kabar(teks: str) -> None:
    """Say one line at once, also when the output is a file."""
    print(teks, flush=True)


# --- the machine ------------------------------------------------------------------------------------------------------


def ada_layar() -> bool:
    """Tell whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM", "") in {"offscreen", "minimal"}:
        return False
    return sys.platform in {"win32", "darwin"} or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def python_lebih_baru() -> str | None:
    """Return the path of a new enough Python on this machine, if there is one beside the one that runs."""
    for minor in range(20, PYTHON_TERENDAH[1] - 1, -1):
        jalur = shutil.which(f"python3.{minor}")
        if jalur:
            return jalur
    return None


def pastikan_python(argumen: list[str]) -> int | None:
    """Return None when this Python will do; else run again under a newer one and return that exit code.

    Raises:
        SetupError: there is none.
    """
    if sys.version_info >= PYTHON_TERENDAH:
        return None
    jalur = python_lebih_baru()
    if jalur:
        return subprocess.call([jalur, str(Path(__file__).resolve()), *argumen])
    raise SetupError(
        f"Salur memerlukan Python {PYTHON_TERENDAH[0]}.{PYTHON_TERENDAH[1]} atau lebih baru, "
        f"sedangkan di sini Python {sys.version_info[0]}.{sys.version_info[1]}. "
        "Pasang Python baru dari python.org (Windows) atau dari paket sistem, lalu jalankan lagi perintah ini."
    )


def termuat(pustaka: str) -> bool:
    """Tell whether the system can load this shared library."""
    try:
        ctypes.CDLL(pustaka)
    except OSError:
        return False
    return True


def paket_kurang() -> list[str]:
    """Return the Debian packages that are missing: for making a venv, for Qt, and for a screen if there is one."""
    if not sys.platform.startswith("linux"):
        return []
    kurang = []
    if not STEMPEL.exists() and importlib.util.find_spec("ensurepip") is None:
        kurang.append(paket_venv())
    perlu = dict(PUSTAKA_QT, **(PUSTAKA_LAYAR if ada_layar() else {}))
    return kurang + [paket for pustaka, paket in perlu.items() if not termuat(pustaka)]


def paket_venv() -> str:
    """Return the Debian package with which this Python can make a venv."""
    return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


def awalan_apt() -> list[str] | None:
    """Return how apt-get may be called here without asking anyone: as root, through a silent sudo, or None."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and diam(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return None


def diam(perintah: list[str], **lingkungan: str) -> subprocess.CompletedProcess[str]:
    """Run a command without a keyboard and keep what it says."""
    return subprocess.run(
        perintah,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, **lingkungan},
        cwd=AKAR,
        check=False,
    )


def lengkapi_sistem() -> list[str]:
    """Install what the system lacks when that is allowed; return the packages still missing."""
    kurang = paket_kurang()
    if not kurang:
        return []
    awalan = awalan_apt()
    if awalan is None:
        return kurang
    kabar(f"Memasang pustaka sistem yang diperlukan: {' '.join(kurang)} …")
    apt = [*awalan, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    diam([*apt, "update"])
    hasil = diam([*apt, "install", "-y", "--no-install-recommends", *kurang])
    sisa = paket_kurang()
    if sisa and hasil.returncode:
        kabar(ekor(hasil.stdout))
    return sisa


def baris_apt(paket: list[str]) -> str:
    """Return the one line that a person with the administrator's password can run."""
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(paket)}"


def ekor(teks: str, baris: int = 12) -> str:
    """Return the last lines of a command's output, set in a little."""
    return "\n".join("    " + satu[:200] for satu in teks.strip().splitlines()[-baris:])


# --- .venv ------------------------------------------------------------------------------------------------------------


def sidik_pasang() -> str:
    """Return what the stamp must hold: the lock, the project file, this place and this script."""
    sidik = hashlib.sha256(str(AKAR).encode())
    for nama in ("uv.lock", "pyproject.toml", "packaging/start.py"):
        sidik.update((AKAR / nama).read_bytes())
    return sidik.hexdigest()


def sudah_terpasang() -> bool:
    """Tell whether `.venv` holds exactly what the lock asks for."""
    return PYTHON.exists() and STEMPEL.exists() and STEMPEL.read_text(encoding="utf-8") == sidik_pasang()


def buat_venv() -> None:
    """Make `.venv`, or make it again when its Python no longer runs (moved folder, upgraded system)."""
    if PYTHON.exists() and diam([str(PYTHON), "-c", "import pip"]).returncode == 0:
        return
    kabar("Menyiapkan ruang kerja Python di .venv …")
    hasil = diam([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if hasil.returncode:
        raise SetupError(
            "Ruang kerja Python (.venv) tidak dapat dibuat. Di Debian atau Ubuntu jalankan sekali:\n"
            f"    {baris_apt(paket_kurang() or [paket_venv()])}\n"
            f"lalu ulangi perintah ini. Pesan aslinya:\n{ekor(hasil.stdout)}"
        )


def pasang_dengan_uv() -> str | None:
    """Install the locked set through uv, hashes checked; return None, or uv's words when it could not."""
    uv = diam(pip("install", "--require-hashes", "-r", "packaging/requirements-uv.txt"))
    if uv.returncode:
        return uv.stdout
    perintah = [str(UV), "sync", "--locked", "--inexact", "--all-extras", "--compile-bytecode", "--python", str(PYTHON)]
    # The system's certificates, because offices sit behind proxies that sign for everyone.
    lingkungan = {"UV_PROJECT_ENVIRONMENT": str(VENV), "UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never"}
    if sys.stderr.isatty():
        return None if subprocess.call(perintah, cwd=AKAR, env={**os.environ, **lingkungan}) == 0 else ""
    hasil = diam(perintah, **lingkungan)
    return hasil.stdout if hasil.returncode else None


def pasang_dengan_pip() -> str | None:
    """Install the same set through pip, from the list exported from the lock; return None, or pip's words."""
    for perintah in (
        pip("install", "--require-hashes", "-r", "packaging/requirements.txt"),
        pip("install", "--no-deps", "-e", "."),
    ):
        hasil = diam(perintah)
        if hasil.returncode:
            return hasil.stdout
    return None


def pip(*argumen: str) -> list[str]:
    """Return a call of the venv's own pip."""
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *argumen]


def pasang() -> None:
    """Set everything up, or return at once when nothing changed since the last time."""
    if sudah_terpasang():
        return
    buat_venv()
    kabar("Memasang Salur dan pustakanya, sekitar 150 MB. Ini hanya sekali; mohon tunggu …")
    kata_uv = pasang_dengan_uv()
    if kata_uv is not None:
        kabar("Cara cepat (uv) tidak berhasil; mencoba cara biasa (pip) …")
        kata_pip = pasang_dengan_pip()
        if kata_pip is not None:
            raise SetupError(
                "Pustaka Salur tidak dapat diunduh atau dipasang. Periksa sambungan internet dan sisa ruang disk, lalu "
                f"jalankan lagi perintah ini; yang sudah terunduh tidak hilang.\n{ekor(kata_uv)}\n{ekor(kata_pip)}"
            )
    susun_kode()
    STEMPEL.write_text(sidik_pasang(), encoding="utf-8")
    kabar("Pemasangan selesai.")


def susun_kode() -> None:
    """Translate the program for the interpreter now: the import child may write nothing, and would do it every time."""
    diam([str(PYTHON), "-m", "compileall", "-q", *("app", "db", "reports", "resources", "ui")])


def lingkungan_jalan(**tambahan: str) -> dict[str, str]:
    """Return the environment for Salur itself: UTF-8 everywhere, and nobody's own data folder or account."""
    dasar = {nama: nilai for nama, nilai in os.environ.items() if not nama.startswith("SALUR_")}
    return {**dasar, "PYTHONUTF8": "1", **tambahan}


# --- what can be asked for --------------------------------------------------------------------------------------------


def jalankan_tes(argumen: list[str]) -> int:
    """Run the tests without a screen, on as many workers as the machine bears; return pytest's exit code."""
    inti = min(os.cpu_count() or 1, 4)
    pekerja = [] if inti == 1 or any(satu.startswith("-n") for satu in argumen) else ["-n", str(inti)]
    # A worker that dies fails the run at once: a new one could wait for ever for what the dead one held.
    perintah = [str(PYTHON), "-m", "pytest", *pekerja, "--dist", "loadfile", "--max-worker-restart", "0", *argumen]
    return subprocess.call(
        perintah, cwd=AKAR, stdin=subprocess.DEVNULL, env=lingkungan_jalan(QT_QPA_PLATFORM="offscreen")
    )


def buka_kantor(argumen: list[str]) -> int:
    """Open the window on the office's own data; further words go to Salur. Return its exit code."""
    return subprocess.call([str(PYTHON), "-m", "ui.main", *argumen], cwd=AKAR, env={**os.environ, "PYTHONUTF8": "1"})


def buka_jendela() -> int | None:
    """Open the sample office in the window; return its exit code, or None when the screen cannot be used after all."""
    mulai = time.monotonic()
    kode = subprocess.call([str(PYTHON), "-m", "ui.main", "demo"], cwd=AKAR, env=lingkungan_jalan())
    jatuh = kode < 0 or kode >= 0xC0000000  # ended by a signal, or by Windows for a fault
    return None if jatuh and time.monotonic() - mulai < 60 else kode


def main(argumen: list[str]) -> int:
    """Do what the words on the command line ask for; return the exit code."""
    kode = pastikan_python(argumen)
    if kode is not None:
        return kode
    perintah = argumen[0] if argumen else "buka"
    if perintah not in {"buka", "tests", "kantor", "pasang"}:
        kabar("Cara pakai: python3 packaging/start.py [buka | tests | kantor | pasang]")
        return 0 if perintah in {"-h", "--help"} else 2
    kurang = lengkapi_sistem()
    pasang()
    if kurang:
        kabar(f"Pustaka sistem untuk jendela belum ada. Jalankan sekali:\n    {baris_apt(kurang)}")
    if perintah == "pasang":
        return 0
    if perintah == "tests":
        return 1 if kurang else jalankan_tes(argumen[1:])
    if perintah == "kantor":
        return buka_kantor(argumen[1:])
    return buka(bisa_jendela=ada_layar() and not kurang)


def buka(*, bisa_jendela: bool) -> int:
    """Open the window, or do the main job without one."""
    kode = buka_jendela() if bisa_jendela else None
    if kode is not None:
        return kode
    kabar("Di sini tidak ada layar yang dapat dipakai, jadi Salur bekerja tanpa jendela.")
    return subprocess.call([str(PYTHON), str(AKAR / "packaging" / "tanpa_layar.py")], cwd=AKAR, env=lingkungan_jalan())


def jalankan(argumen: list[str]) -> int:
    """Run `main` so that whatever goes wrong ends in a sentence; return the exit code."""
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure"):
            aliran.reconfigure(encoding="utf-8", errors="replace")
    try:
        return main(argumen)
    except KeyboardInterrupt:
        kabar("Dihentikan.")
        return 130
    except SetupError as galat:
        kabar(str(galat))
    except OSError as galat:
        kabar(f"Penyiapan terhenti: {galat}. Periksa sisa ruang disk dan hak tulis di folder ini, lalu jalankan lagi.")
    return 1


if __name__ == "__main__":
    sys.exit(jalankan(sys.argv[1:]))
