"""The days that a hand-over must follow: the decree that has the person, and for money the tahap's SP2D."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from app.kerja import Kerja
from app.penyaluran.muat import BarisSerah
from app.pijakan import lihat_kegiatan
from app.urutan_hari import Batas, catat_mendahului, periksa_hari, tanggal_sk, tanggal_sp2d
from db.istilah import TERSALUR, HasilSalur

BIDANG = "tanggal penyaluran"
_SERAH = TERSALUR | {HasilSalur.SEBAGIAN}


class HariSerah:
    """Checks the day of one or many acts; what they must follow is fetched once."""

    def __init__(self, kerja: Kerja, kegiatan_id: UUID, orang_id: UUID | None = None) -> None:
        self._kerja, self._kegiatan = kerja, lihat_kegiatan(kerja, kegiatan_id)
        self._sk = tanggal_sk(kerja, kegiatan_id, orang_id)
        self._sp2d: dict[UUID, date | None] = {}
        self._mendahului: dict[str, Batas] = {}

    def _batas(self, baris: BarisSerah, rows: Sequence[Mapping[str, Any]]) -> Iterator[Batas]:
        yield "SK penerimanya", self._sk.get(baris.orang_id)
        if any(r.get("nominal") for r in rows):
            if baris.tahap_id not in self._sp2d:
                self._sp2d[baris.tahap_id] = tanggal_sp2d(self._kerja, baris.tahap_id)
            yield "SP2D", self._sp2d[baris.tahap_id]

    def periksa(self, baris: BarisSerah, rows: Sequence[Mapping[str, Any]], hari: date) -> None:
        """Refuse a day out of order unless the reason was given, which is then kept for `catat`.

        Raises:
            KnownError: `tanggal_di_depan`, `tanggal_mendahului`.
        """
        if not any(HasilSalur(r["hasil"]) in _SERAH for r in rows):
            return
        batas = tuple(self._batas(baris, rows))
        if salah := periksa_hari(self._kerja, self._kegiatan, hari, BIDANG, *batas):
            raise salah
        self._mendahului |= {sebutan: (sebutan, d) for sebutan, d in batas if d is not None and hari < d}

    def catat(self, hari: date) -> None:
        """Write into the trail that the day was accepted out of order."""
        catat_mendahului(self._kerja, self._kegiatan, hari, BIDANG, *self._mendahului.values())
