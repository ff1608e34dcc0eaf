"""Measures one import in a process of its own, beside the bare reader on the same file, and prints JSON.

    python -m tests.benchmarks.ukur_impor DATA KEGIATAN DAFTAR.xlsx [mirip]

Times are processor seconds of this process and of the import child. The reader goes first, in a process of its own, so
that both meet the same machine and its memory is not the import's.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import python_calamine

from app import akses
from app.kerja import Pelaku, RuangKerja
from app.usulan import baca, periksa
from app.usulan.bentuk import HasilImpor
from app.usulan.simpan import simpan_impor
from tests.helpers.toko import KINI, SANDI

T = TypeVar("T")
_anak: "list[subprocess.Popen[bytes]]" = []


def detik() -> float:
    """Return the processor seconds that this process and its ended children have used."""
    waktu = os.times()
    bersama = time.process_time() + waktu.children_user + waktu.children_system
    return bersama + (sum(map(_detik_windows, _anak)) if sys.platform == "win32" else 0)


def puncak() -> int:
    """Return the highest memory of this process in bytes; 0 where it cannot be told."""
    if sys.platform == "win32":
        return _puncak_windows()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _detik_windows(proses: "subprocess.Popen[bytes]") -> float:
    """Windows keeps no times of children; a process that ended can still be asked."""
    import ctypes

    waktu = [ctypes.c_uint64() for _ in range(4)]
    pegangan: Any = proses
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    kernel.GetProcessTimes(ctypes.c_void_p(int(pegangan._handle)), *map(ctypes.byref, waktu))
    return (waktu[2].value + waktu[3].value) / 1e7


def _puncak_windows() -> int:
    import ctypes

    class Memori(ctypes.Structure):
        _fields_ = (("cb", ctypes.c_uint32), ("faults", ctypes.c_uint32), ("puncak", ctypes.c_size_t),
                    ("lain", ctypes.c_size_t * 7))  # fmt: skip

    isi = Memori()
    isi.cb = ctypes.sizeof(isi)
    windll: Any = getattr(ctypes, "windll")  # noqa: B009 - only Windows has it
    windll.kernel32.GetCurrentProcess.restype = ctypes.c_void_p
    windll.psapi.GetProcessMemoryInfo(ctypes.c_void_p(windll.kernel32.GetCurrentProcess()), ctypes.byref(isi), isi.cb)
    return int(isi.puncak)


def catat_anak() -> None:
    """Remember the children that the reading starts."""
    asli = baca.subprocess.Popen

    def mulai(*posisi: Any, **nama: Any) -> "subprocess.Popen[bytes]":
        _anak.append(asli(*posisi, **nama))
        return _anak[-1]

    baca.subprocess.Popen = mulai  # type: ignore[assignment,misc]


def ukur(kerja: Callable[[], T], ke: dict[str, Any], nama: str) -> T:
    """Do something and note its processor seconds."""
    mulai = detik()
    hasil = kerja()
    ke[nama] = ke.get(nama, 0.0) + detik() - mulai
    return hasil


def baca_telanjang(berkas: Path) -> int:
    """Read every row as the library gives it, and keep none."""
    with python_calamine.CalamineWorkbook.from_path(str(berkas)) as buku:
        return sum(1 for _ in buku.get_sheet_by_index(0).iter_rows())


def impor(ruang: RuangKerja, pelaku: Pelaku, kegiatan: UUID, berkas: Path, *, mirip: bool) -> dict[str, Any]:
    """Import a file as `salur impor` does, with or without the search for likeness; return where the time went."""
    waktu: dict[str, Any] = {}
    asli = periksa.baca_buku
    periksa.baca_buku = lambda *a, **k: ukur(lambda: asli(*a, **k), waktu, "baca")  # type: ignore[assignment]

    def pratinjau() -> HasilImpor:
        with ruang.membaca(pelaku) as kerja:
            return periksa.periksa_berkas(kerja, [berkas], kegiatan, mirip=mirip)

    def simpan(hasil: HasilImpor) -> None:
        with ruang.menulis(pelaku) as kerja:
            waktu["usulan"] = simpan_impor(kerja, hasil).usulan_baru

    hasil = ukur(pratinjau, waktu, "periksa")
    ukur(lambda: simpan(hasil), waktu, "simpan")
    waktu["impor"] = waktu["periksa"] + waktu["simpan"]
    waktu["periksa"] -= waktu["baca"]
    return waktu | {"baris": hasil.ringkasan.baris}


def main(folder: Path, kegiatan: UUID, berkas: Path, *, mirip: bool) -> None:
    """Measure and print."""
    catat_anak()
    ruang, _ = akses.masuk(folder, "operator", SANDI, jam=lambda: KINI)
    with ruang.membaca(akses.PENYIAPAN) as kerja:
        pelaku = akses.pelaku_akun(kerja, "operator")
    perintah = [sys.executable, "-m", "tests.benchmarks.ukur_impor", str(berkas)]
    telanjang = subprocess.run(perintah, capture_output=True, check=True, encoding="ascii")
    hasil = impor(ruang, pelaku, kegiatan, berkas, mirip=mirip) | json.loads(telanjang.stdout)
    ruang.tutup()
    json.dump(hasil | {"puncak": puncak()}, sys.stdout)


if __name__ == "__main__" and len(sys.argv) == 2:
    sendiri: dict[str, float] = {}
    ukur(lambda: baca_telanjang(Path(sys.argv[1])), sendiri, "calamine")
    json.dump(sendiri, sys.stdout)
elif __name__ == "__main__":
    main(Path(sys.argv[1]), UUID(sys.argv[2]), Path(sys.argv[3]), mirip="mirip" in sys.argv[4:])
