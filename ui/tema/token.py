"""The colours and sizes of the window, named for what they are for.

One place decides how Salur looks: the style sheet, the painted widgets and the icons all read from here, so that light,
dark and large text stay one design.
"""

from dataclasses import dataclass
from enum import StrEnum


class Nada(StrEnum):
    """What a state says; a word always stands beside the colour."""

    BAIK = "baik"
    PERHATIAN = "perhatian"
    BAHAYA = "bahaya"
    NETRAL = "netral"
    AKSEN = "aksen"


@dataclass(frozen=True)
class Palet:
    """One set of colours as `#rrggbb`. `*_lembut` is the soft ground that the colour of the same name is written on."""

    gelap: bool
    latar: str
    kartu: str
    kartu_sorot: str
    garis: str
    garis_tegas: str
    teks: str
    teks_redup: str
    teks_mati: str
    aksen: str
    aksen_sorot: str
    aksen_tekan: str
    aksen_lembut: str
    di_atas_aksen: str
    baik: str
    baik_lembut: str
    perhatian: str
    perhatian_lembut: str
    bahaya: str
    bahaya_lembut: str
    netral: str
    netral_lembut: str

    def nada(self, nada: Nada) -> tuple[str, str]:
        """Return the colour of the words and of the ground behind them."""
        return getattr(self, nada.value), getattr(self, f"{nada.value}_lembut")


TERANG = Palet(
    gelap=False,
    latar="#f6f7f9",
    kartu="#ffffff",
    kartu_sorot="#f2f5f7",
    garis="#e1e5ea",
    garis_tegas="#8793a1",
    teks="#1b2430",
    teks_redup="#5b6877",
    teks_mati="#8e98a4",
    aksen="#1f6f5c",
    aksen_sorot="#1a604f",
    aksen_tekan="#154f41",
    aksen_lembut="#e6f1ee",
    di_atas_aksen="#ffffff",
    baik="#2b6b3a",
    baik_lembut="#e7f4ea",
    perhatian="#94500a",
    perhatian_lembut="#fef3e2",
    bahaya="#a5261f",
    bahaya_lembut="#fdecea",
    netral="#4a5768",
    netral_lembut="#eceff3",
)

GELAP = Palet(
    gelap=True,
    latar="#14181d",
    kartu="#1c2229",
    kartu_sorot="#232b34",
    garis="#2c343e",
    garis_tegas="#66727f",
    teks="#e6ebf1",
    teks_redup="#97a3b2",
    teks_mati="#6b7683",
    aksen="#4fb79c",
    aksen_sorot="#63c6ac",
    aksen_tekan="#3fa489",
    aksen_lembut="#1e332e",
    di_atas_aksen="#0f1512",
    baik="#7cc492",
    baik_lembut="#1b3022",
    perhatian="#f0b45a",
    perhatian_lembut="#33280f",
    bahaya="#f2968e",
    bahaya_lembut="#3a1d1b",
    netral="#aab5c2",
    netral_lembut="#2a323b",
)


@dataclass(frozen=True)
class Ukuran:
    """Sizes in logical pixels for one text scale (1.0 = 13 px body text)."""

    skala: float = 1.0

    def px(self, n: float) -> int:
        """Return `n` pixels at this scale."""
        return round(n * self.skala)

    @property
    def huruf(self) -> dict[str, int]:
        """Return the type sizes by name."""
        dasar = {"kecil": 12, "biasa": 13, "sedang": 14, "judul": 20, "angka": 22, "besar": 34}
        return {nama: self.px(n) for nama, n in dasar.items()}


SKALA_TEKS = {"kecil": 0.92, "biasa": 1.0, "besar": 1.15, "sangat_besar": 1.32}
