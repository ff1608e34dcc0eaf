"""What the SOP AP sheet says: the definition itself, the office's letterhead, and whose words to show."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.dokumen.isi import KopSurat
from app.dokumen.isi_laporan import BarisLangkah
from app.sop.definisi import Butir, DefinisiSop, Langkah
from db.istilah import Kertas


@dataclass(frozen=True, slots=True)
class IsiSop:
    """The SOP AP sheet of one definition.

    Attributes:
        definisi: the SOP.
        kop: letterhead of the office that prints it; None prints the institution of the SOP's own identity box.
        asli: show the source's words with their slips instead of the corrections.
        kertas: paper, printed lying.
        menyala: steps (`urutan`) to light up, those a kegiatan stands at.
        kegiatan: name of the kegiatan whose real dates stand beside the standard times; empty for the SOP alone.
        nyata: how its steps went, by `urutan`.
    """

    definisi: DefinisiSop
    kop: KopSurat | None = None
    asli: bool = False
    kertas: Kertas = Kertas.F4
    menyala: frozenset[int] = frozenset()
    kegiatan: str = ""
    nyata: Mapping[int, BarisLangkah] = field(default_factory=dict)

    def kata(self, butir: Butir) -> str:
        """Return the words of one piece as this sheet shows them."""
        return butir.asli if self.asli else butir.tampil

    def kolom_pelaksana(self) -> list[str]:
        """Return the codes of performers that have a column of their own, in order."""
        return [p.kode for p in self.definisi.peran if p.kolom]

    def pelaksana(self, langkah: Langkah) -> list[int]:
        """Return the columns that a step passes through, in the order of the flow, each once.

        A step whose performers all lack a column stands where the inside performer who records it stands.
        """
        kolom = self.kolom_pelaksana()
        kode = [k for k in langkah.pelaksana if k in kolom]
        kode = kode or [p for k in langkah.pelaksana if (p := self.definisi.peran_kode(k).dicatat_oleh) in kolom and p]
        return [kolom.index(k) for k in dict.fromkeys(kode or kolom[:1])]

    def tanpa_kolom(self, langkah: Langkah) -> list[str]:
        """Return the names of performers of a step that the source's table has no column for."""
        peran = [self.definisi.peran_kode(k) for k in langkah.pelaksana]
        return [self.kata(p.label) for p in peran if not p.kolom]
