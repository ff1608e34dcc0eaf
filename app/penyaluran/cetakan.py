"""Papers that lag behind: a receipt printed before an SK Perubahan, a list that does not know a corrected name.

Nobody is refused for it. The table is told before anything is signed, because a receipt with a wrong name or amount
proves nothing afterwards.
"""

from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlmodel import col

from app.identitas import samarkan
from app.kerja import Kerja
from app.penyaluran.muat import BarisSerah
from app.pijakan import baca_kolom
from db.galat import KnownError
from db.model import Orang, Penerima, Penetapan, TandaTerima


def keraguan_kertas(kerja: Kerja, baris: BarisSerah) -> KnownError | None:
    """Say what the printed receipt or the decree's list no longer says right of a recipient; None where all agrees."""
    kueri = (
        sa.select(col(TandaTerima.dicetak_pada), col(Orang.nama), col(Orang.nik), col(Penerima.nominal))
        .select_from(TandaTerima)
        .join(Orang, col(Orang.id) == baris.orang_id)
        .join(Penerima, col(Penerima.id) == baris.penerima_id)
        .where(col(TandaTerima.alokasi_id) == baris.alokasi_id)
    )
    dicetak, nama, nik, nominal = next(baca_kolom(kerja, kueri))
    if dicetak is not None:
        lama = (
            sa.select(col(Penerima.nama), col(Penerima.nik), col(Penerima.nominal))
            .join(Penetapan, col(Penetapan.id) == Penerima.penetapan_id)
            .where(
                col(Penerima.kegiatan_id) == baris.kegiatan_id, col(Penerima.orang_id) == baris.orang_id,
                col(Penetapan.disahkan_pada) <= dicetak,
            )
            .order_by(col(Penetapan.nomor_versi).desc())
            .limit(1)
        )  # fmt: skip
        tercetak = next(iter(baca_kolom(kerja, lama)), None)
        if tercetak is not None and tuple(tercetak) != (baris.nama, baris.nik, nominal):
            return KnownError(
                "tanda_terima_usang", nama=baris.nama, dicetak=dicetak.astimezone(ZoneInfo(kerja.kantor.zona)).date()
            )
    beda = [nama] * (nama != baris.nama) + [f"NIK {samarkan(nik)}"] * (nik is not None and nik != baris.nik)
    return KnownError("data_diperbaiki", nama=baris.nama, kini=beda) if beda else None
