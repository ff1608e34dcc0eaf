"""The ledger of imports as a command prints it."""

from datetime import datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from resources import berkas
from tests.end2end.baris_perintah import Baris


def test_the_hour_of_an_import_is_the_office_s(salur: Baris, layak: UUID) -> None:
    salur("impor", Path(str(berkas("contoh"))) / "usulan-desa-kujan.xlsx", "--kegiatan", layak)
    pada = datetime.fromisoformat(salur("impor", "--daftar", "--kegiatan", layak, "--json").json[0]["pada"])
    assert pada.utcoffset() is not None
    di_sini = pada.astimezone(ZoneInfo("Asia/Jakarta"))
    assert salur("impor", "--daftar", "--kegiatan", layak).baris[0][1] == f"{di_sini:%Y-%m-%d %H:%M}"
