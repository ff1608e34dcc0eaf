"""A decree that lets the office replace recipients itself: the words by which it does, and acting by them.

Without them only an SK Perubahan brings a pengganti or susulan onto the list; a berita acara alone is not enough.
"""

import re
from dataclasses import dataclass
from typing import Any

from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from db.galat import KnownError
from db.istilah import JenisPenetapan
from db.model import Kegiatan, Penetapan

_KUNCI = "delegasi"
_BERITA_ACARA = re.compile(r"\bberita\s+acara\b|^\s*BA\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Delegasi:
    """What a decree says: its number, and the diktum by which the office may replace recipients."""

    nomor_sk: str
    diktum: str


def lihat_delegasi(kerja: Kerja, kegiatan_id: Any) -> Delegasi | None:
    """Return the delegation that a decree of the kegiatan wrote; None where there is none.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    isi = lihat_kegiatan(kerja, kegiatan_id).aturan.get(_KUNCI)
    return Delegasi(isi["nomor_sk"], isi["diktum"]) if isi else None


def terapkan_delegasi(kerja: Kerja, kegiatan: Kegiatan, sk: Penetapan, *, diktum: str, menurut: bool) -> None:
    """Keep what a decree delegates, and check that a change without a decree of its own stands on a delegation.

    Args:
        sk: the version about to be made final, its number and subject filled in.
        diktum: words of this decree that delegate; empty: none.
        menurut: the change is made by the office itself.

    Raises:
        KnownError: `delegasi_tidak_ada`, `berita_acara_bukan_sk`.
    """
    ada = lihat_delegasi(kerja, kegiatan.id)
    perubahan = sk.jenis == JenisPenetapan.PERUBAHAN
    if menurut:
        if ada is None or not perubahan:
            raise KnownError("delegasi_tidak_ada", nama=kegiatan.nama)
        sk.catatan = "; ".join(filter(None, (f"Menurut delegasi SK {ada.nomor_sk}: {ada.diktum}", sk.catatan)))
    elif perubahan and (_BERITA_ACARA.search(sk.nomor) or _BERITA_ACARA.search(sk.tentang)):
        raise KnownError("berita_acara_bukan_sk", nomor=sk.nomor)
    if diktum.strip():
        kegiatan.aturan = {**kegiatan.aturan, _KUNCI: {"nomor_sk": sk.nomor, "diktum": diktum.strip()}}
