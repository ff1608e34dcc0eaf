"""The office at the command line: each act one line as it would be typed, in this process or in one of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.toko import SANDI
from ui import cli


@dataclass(frozen=True)
class Hasil:
    """What one command line did."""

    kode: int | Path
    keluar: str
    galat: str

    @property
    def json(self) -> Any:
        return json.loads(self.keluar)

    @property
    def baris(self) -> list[list[str]]:
        """Return its lines, each cut into columns."""
        return [satu.split("\t") for satu in self.keluar.splitlines()]

    @property
    def kata(self) -> str:
        """Return what it printed when that is one word: an id, a path."""
        return self.keluar.strip()


@dataclass
class Baris:
    """Somebody at the command line of one office; `akun` is who they sign in as unless a line says otherwise."""

    folder: Path
    akun: str = "serba"

    def coba(self, *argumen: object, akun: str = "") -> Hasil:
        """Run one line in this process, however it ends."""
        keluar, galat = io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as lingkungan, redirect_stdout(keluar), redirect_stderr(galat):
            for nama, isi in self._lingkungan(akun).items():
                lingkungan.setenv(nama, isi)
            kode = cli.jalankan([str(satu) for satu in argumen])
        return Hasil(kode, keluar.getvalue(), galat.getvalue())

    def __call__(self, *argumen: object, akun: str = "") -> Hasil:
        """Run one line that must succeed."""
        hasil = self.coba(*argumen, akun=akun)
        assert hasil.kode == 0, f"{' '.join(map(str, argumen))}: {hasil.galat or hasil.keluar}"
        return hasil

    def ditolak(self, *argumen: object, akun: str = "") -> str:
        """Run one line that must be refused with one sentence; return the sentence."""
        hasil = self.coba(*argumen, akun=akun)
        assert (hasil.kode, hasil.keluar, hasil.galat.count("\n")) == (1, "", 1), hasil
        return hasil.galat.strip()

    def proses(self, *argumen: object, akun: str = "") -> Hasil:
        """Run one line as users do: a process of its own, which begins at the program's entry."""
        hasil = subprocess.run(
            [sys.executable, "-m", "ui.main", *map(str, argumen)],
            env=os.environ | self._lingkungan(akun),
            cwd=Path(cli.__file__).parents[1],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Hasil(hasil.returncode, hasil.stdout, hasil.stderr)

    def _lingkungan(self, akun: str) -> Mapping[str, str]:
        return {"SALUR_DATA": str(self.folder), "SALUR_AKUN": akun or self.akun, "SALUR_SANDI": SANDI}
