"""What an office wants of its papers beyond their words: duty stamp, signature field, size of type, watermark.

Nothing here is law: whether a paper bears a meterai depends on the office's own reading (UU 10/2020 art. 3 and 7), so
the box is a setting of each paper. Shipped: an agreement and a statement of responsibility have one, others have none.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from sqlmodel import select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from db.model import Pengaturan

BERMETERAI = frozenset({"perjanjian", "sptjm", "sptjm-desa"})
"""Papers with a meterai box unless the office says otherwise."""
AMBANG_METERAI = 5_000_000
"""Rupiah above which a receipt for money falls under the duty (UU 10/2020 art. 3 (2))."""
MENGETAHUI = (("tksk", "TKSK"), ("camat", "Camat"))
"""Who may sign as witness below a BAST, by the key of the post."""
UKURAN_HURUF = (10, 11, 12)
"""Sizes of running text to choose from, in points; letter rules name 11 and 12."""
HURUF_BAWAAN = 11
_KUNCI = "naskah"


@dataclass(frozen=True, slots=True)
class SetelanNaskah:
    """How one kind of paper is made.

    Attributes:
        meterai: draw the box for the duty stamp.
        bidang_ttd: leave an empty signature field for signing on the computer.
        huruf: size of running text in points.
        mengetahui: keys of `MENGETAHUI` that sign as witnesses, on papers that have a place for them.
    """

    meterai: bool = False
    bidang_ttd: bool = False
    huruf: int = HURUF_BAWAAN
    mengetahui: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SetelanCetak:
    """The settings of all papers; `tanda_air` puts account, time and export number on lists of personal data."""

    tanda_air: bool = False
    naskah: Mapping[str, SetelanNaskah] = field(default_factory=dict)

    def untuk(self, kode: str) -> SetelanNaskah:
        """Return how this paper is made, as shipped where the office said nothing."""
        return self.naskah.get(kode) or SetelanNaskah(meterai=kode in BERMETERAI)


def setelan_cetak(kerja: Kerja) -> SetelanCetak:
    """Return the settings of the acting office."""
    baris = _baris(kerja)
    if baris is None:
        return SetelanCetak()
    naskah = {
        kode: SetelanNaskah(**{**isi, "mengetahui": tuple(isi.get("mengetahui", ()))})
        for kode, isi in baris.nilai.get("naskah", {}).items()
    }
    return SetelanCetak(bool(baris.nilai.get("tanda_air")), naskah)


def atur_cetak(kerja: Kerja, setelan: SetelanCetak) -> None:
    """Keep the settings of the office.

    Raises:
        KnownError: `tidak_berwenang`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    lama = setelan_cetak(kerja)
    baris = _baris(kerja) or Pengaturan(kantor_id=kerja.kantor.id, kunci=_KUNCI)
    baris.nilai = {
        "tanda_air": setelan.tanda_air,
        "naskah": {k: asdict(s) for k, s in sorted(setelan.naskah.items()) if s != SetelanCetak().untuk(k)},
    }
    kerja.sesi.add(baris)
    berubah = sorted(k for k in {*lama.naskah, *setelan.naskah} if lama.untuk(k) != setelan.untuk(k))
    jejak.catat(kerja, "atur_cetak", objek="pengaturan", dokumen=berubah, tanda_air=setelan.tanda_air)


def _baris(kerja: Kerja) -> Pengaturan | None:
    return kerja.sesi.exec(
        select(Pengaturan).where(Pengaturan.kunci == _KUNCI, Pengaturan.kantor_id == kerja.kantor.id)
    ).first()
