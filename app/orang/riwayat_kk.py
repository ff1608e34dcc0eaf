"""The No. KK that a person had before: today's stands with the person, and a line is begun only once it changes.

Most people never change theirs while an office knows them, and a list brings a hundred thousand of them at once.
"""

from zoneinfo import ZoneInfo

from sqlmodel import col, select

from app.kerja import Kerja
from db.model import Orang, RiwayatKk


def ganti_kk(kerja: Kerja, orang: Orang, lama: str | None, baru: str, *, shdk: tuple[str, str] | None = None) -> None:
    """Note that a person belongs to another No. KK from today on; the old one ends today.

    Args:
        shdk: the place in the old family and in the new; None: as it stands with the person.
    """
    hari_ini, (shdk_lama, shdk_baru) = kerja.hari_ini(), shdk or (orang.shdk, orang.shdk)
    buka = kerja.sesi.exec(select(RiwayatKk).where(RiwayatKk.orang_id == orang.id, col(RiwayatKk.sampai).is_(None)))
    ada = list(buka)
    for satu in ada:
        satu.sampai = hari_ini
    if lama and not ada:
        sejak = orang.dibuat_pada.astimezone(ZoneInfo(kerja.kantor.zona)).date()
        kerja.sesi.add(RiwayatKk(orang_id=orang.id, no_kk=lama, shdk=shdk_lama, sejak=sejak, sampai=hari_ini))
    kerja.sesi.add(RiwayatKk(orang_id=orang.id, no_kk=baru, shdk=shdk_baru, sejak=hari_ini))
