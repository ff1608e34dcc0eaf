"""What an office confirmed about columns before, and what of it holds for the heading at hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.usulan.peta import normal_judul, sidik_judul

Pemetaan = Mapping[str, str | None]
"""Field by plain heading; None: looked at and not needed."""
_SAMA_PENGIRIM, _SAMA_LAIN = 0.6, 0.9
"""Share of the headings that must be alike before a mapping of the same sender, of anybody, holds."""
_SEDIKIT = 3


@dataclass(frozen=True, slots=True)
class Ingatan:
    """Confirmed mappings.

    Attributes:
        persis: mapping by fingerprint of the headings.
        semua: every mapping with who sent the list, oldest first.
        pilihan: the mapping that somebody chose for this import; it comes before all others.
        pengirim: who sends the list now, where that is known.
    """

    persis: Mapping[str, Pemetaan] = field(default_factory=dict)
    semua: Sequence[tuple[Pemetaan, str]] = ()
    pilihan: Pemetaan = field(default_factory=dict)
    pengirim: str = ""

    def untuk(self, judul: Sequence[str]) -> Pemetaan:
        """Return what is known of these headings: by the very layout, else by one that is nearly the same."""
        tepat = self.persis.get(sidik_judul(judul))
        return {**(tepat if tepat is not None else self._mirip(judul)), **self.pilihan}

    def kenal(self) -> Pemetaan:
        """Return every heading that was ever confirmed to hold a field: by them a heading is found at all."""
        semua = {judul: bidang for pemetaan, _ in self.semua for judul, bidang in pemetaan.items() if bidang}
        return {**semua, **self.pilihan}

    def _mirip(self, judul: Sequence[str]) -> Pemetaan:
        kini = {polos for satu in judul if (polos := normal_judul(satu))}
        terbaik: Pemetaan = {}
        tertinggi = 0.0
        for pemetaan, pengirim in self.semua:
            sama = len(kini & pemetaan.keys())
            if len(pemetaan) < _SEDIKIT or sama < _SEDIKIT:
                continue
            bagian = min(sama / len(pemetaan), 2 * sama / len(kini))
            cukup = _SAMA_PENGIRIM if pengirim and pengirim == self.pengirim else _SAMA_LAIN
            if bagian >= cukup and bagian >= tertinggi:
                terbaik, tertinggi = pemetaan, bagian
        return terbaik


TANPA_INGATAN = Ingatan()
