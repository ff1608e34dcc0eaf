"""Are these two one person? The comparison alone: no store, no files, no words; it judges nothing for good.

    pasangan = cari_kembar([OrangBanding("SITI AMINAH", lahir=date(1960, 5, 1)), …])
    pasangan = cari_mirip(baru, lama)

Candidates share one of many keys (`blok`), so that cost grows nearly with the number of people. Every pair is weighed
against three other explanations: strangers who happen to agree, people of one household, twins (`bukti`). How rare a
name, a birth date or a desa is, is counted among the people at hand, and the more people are compared, the more must
agree: one threshold holds for a hundred people and for a million.
"""

from collections.abc import Sequence

from app.kemiripan.bentuk import Kolom, Lapor, OrangBanding, Pasangan
from app.kemiripan.siap import Penyiap, siapkan
from app.kemiripan.skor import cari

AMBANG = 50
"""Score from which a pair is worth showing to a person: more probably one than two."""


def cari_kembar(orang: Sequence[OrangBanding], *, ambang: int = AMBANG, lapor: Lapor | None = None) -> list[Pasangan]:
    """Find who is probably twice in one list.

    Args:
        ambang: lowest score that is returned, 1…99.
        lapor: called between the parts; what it raises stops the comparison.

    Returns:
        Pairs by place in the list (kiri < kanan), the likeliest first.
    """
    return _urut(cari(siapkan(Kolom.dari(orang)), len(orang), ambang, lapor))


def cari_mirip(
    baru: Sequence[OrangBanding],
    lama: Sequence[OrangBanding],
    *,
    ambang: int = AMBANG,
    lapor: Lapor | None = None,
) -> list[Pasangan]:
    """Find who of the new people is probably one of the known ones; the new are not compared with each other.

    Returns:
        Pairs with kiri the place among the new, kanan the place among the known, the likeliest first.
    """
    n = len(baru)
    ketemu = cari(siapkan(Kolom.dari([*baru, *lama])), n, ambang, lapor, dalam=False)
    return _urut([Pasangan(p.kiri, p.kanan - n, p.skor, p.alasan) for p in ketemu])


def _urut(pasangan: list[Pasangan]) -> list[Pasangan]:
    return sorted(pasangan, key=lambda p: (-p.skor, p.kiri, p.kanan))


__all__ = ["AMBANG", "Kolom", "OrangBanding", "Pasangan", "Penyiap", "cari", "cari_kembar", "cari_mirip"]
