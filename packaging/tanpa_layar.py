"""The main job without a window, for a machine without a screen: the sample office, a desa's list in, papers out.

`start.py` runs it with the Python of `.venv`. It uses nothing but the command line that everyone has, so it shows what
works. Data goes to `data-contoh`, papers to `hasil-contoh`, both in the clone; a second run goes on with that office.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parent.parent
DATA = AKAR / "data-contoh"
HASIL = AKAR / "hasil-contoh"
NAMA_KEGIATAN = "Coba impor tanpa layar"


class LangkahGagalError(Exception):
    """One step could not be done; its text is the sentence that Salur gave."""


def kabar(teks: str) -> None:
    """Say one line at once."""
    sys.stdout.write(teks + "\n")
    sys.stdout.flush()


def salur(*argumen: str, boleh: tuple[int, ...] = (0,)) -> str:
    """Call the command line on the sample's data; return what it printed.

    Raises:
        LangkahGagalError: it ended with another exit code than `boleh` allows.
    """
    hasil = subprocess.run(
        [sys.executable, "-m", "ui.main", "--data", str(DATA), *argumen],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        cwd=AKAR,
        check=False,
    )
    if hasil.returncode not in boleh:
        raise LangkahGagalError(hasil.stderr.strip() or f"Perintah berhenti dengan kode {hasil.returncode}.")
    return hasil.stdout


def masuk(cetakan: str) -> None:
    """Take the operator's account from what `demo` printed and use it for the commands that follow."""
    akun = [baris.split() for baris in cetakan.splitlines() if baris.startswith("akun ")]
    for baris in akun:
        kabar("  " + " ".join(baris))
    kata = next((baris for baris in akun if "operator" in baris[1]), akun[0])
    os.environ["SALUR_AKUN"], os.environ["SALUR_SANDI"] = kata[1], kata[3]


def kegiatan_impor(daftar: list[dict[str, Any]]) -> str:
    """Return the id of the kegiatan that takes the sample lists: the one of the last run, or a new one."""
    ada = [satu["id"] for satu in daftar if satu["nama"] == NAMA_KEGIATAN]
    if ada:
        return str(ada[0])
    tahun = max((str(satu["tahun"]) for satu in daftar), default="2026")
    return salur("kegiatan", "buat", "--sop", "rehsos", "--nama", NAMA_KEGIATAN, "--tahun", tahun).strip()


def impor(kegiatan_id: str) -> None:
    """Import the sample desa's lists, say what came of each, and leave the refused rows as a workbook."""
    berkas = sorted((AKAR / "resources" / "contoh").glob("usulan-*.*"))
    tolakan = HASIL / "baris-ditolak.xlsx"
    mulai = time.time()
    cetakan = salur(
        *("impor", *map(str, berkas), "--kegiatan", kegiatan_id, "--json", "--tolakan", str(tolakan)), boleh=(0, 1)
    )
    for satu in json.loads(cetakan)["berkas"]:
        kabar(f"  {satu['nama']}: {ringkas(satu)}")
    if tolakan.exists() and tolakan.stat().st_mtime >= mulai - 1:
        sebut(tolakan)


def ringkas(berkas: dict[str, Any]) -> str:
    """Say in one line what became of a file."""
    if berkas["galat"]:
        return str(berkas["galat"]["pesan"])
    angka = berkas["ringkasan"]
    return (
        f"{angka['baris']} baris, {angka['diterima']} diterima, {angka['perlu_periksa']} perlu diperiksa, "
        f"{angka['ditolak']} ditolak"
    )


def cetak(daftar: list[dict[str, Any]], dokumen: str) -> None:
    """Print a document of the kegiatan that went furthest among those that can give it.

    Raises:
        LangkahGagalError: none can.
    """
    tujuan = HASIL / f"{dokumen}.pdf"
    sebab = "Belum ada kegiatan."
    for satu in sorted(daftar, key=_sejauh_apa):
        try:
            salur("cetak", dokumen, "--kegiatan", satu["id"], "--ke", str(tujuan))
        except LangkahGagalError as galat:
            sebab = str(galat)
            continue
        kabar(f"  {satu['nama']}")
        sebut(tujuan)
        return
    raise LangkahGagalError(sebab)


def _sejauh_apa(kegiatan: dict[str, Any]) -> tuple[bool, int]:
    """Sort finished kegiatan first, then by how far they are, the imported list last."""
    langkah = kegiatan["langkah_kini"]
    return kegiatan["nama"] == NAMA_KEGIATAN, -99 if langkah is None else -int(langkah)


def ekspor(kegiatan_id: str) -> None:
    """Write the BNBA workbook of the imported list."""
    tujuan = HASIL / "bnba.xlsx"
    salur("ekspor", "bnba", "--kegiatan", kegiatan_id, "--ke", str(tujuan))
    sebut(tujuan)


def sebut(berkas: Path) -> None:
    """Name a finished file on the screen."""
    kabar(f"  jadi: {berkas} ({-(-berkas.stat().st_size // 1024)} KB)")


def main() -> int:
    """Do the whole way; return 0 when every step worked."""
    HASIL.mkdir(exist_ok=True)
    try:
        kabar(f"1. Kantor contoh di {DATA} (pertama kali sekitar setengah menit) …")
        masuk(salur("demo", "--tanpa-layar"))
        daftar = json.loads(salur("kegiatan", "--json"))
        kegiatan_id = kegiatan_impor(daftar)
    except LangkahGagalError as galat:
        kabar(f"  Tidak berhasil: {galat}")
        return 1
    langkah = [
        ("2. Impor daftar usulan desa", lambda: impor(kegiatan_id)),
        ("3. Buku kerja BNBA", lambda: ekspor(kegiatan_id)),
        ("4. Tanda terima", lambda: cetak(daftar, "tanda-terima")),
        ("5. Laporan hasil kegiatan", lambda: cetak(daftar, "laporan")),
    ]
    return max(coba(judul, kerja) for judul, kerja in langkah)


def coba(judul: str, kerja: Callable[[], None]) -> int:
    """Do one step; when it fails say why and let the others go on. Return 0 or 1."""
    kabar(f"{judul} …")
    try:
        kerja()
    except LangkahGagalError as galat:
        kabar(f"  Tidak berhasil: {galat}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
