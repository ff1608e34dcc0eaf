"""The office's own words: texts of documents edited in the program, by version, and the shipped ones to go back to.

A version is kept for ever, so that an old paper prints again with the words that it had. The shipped words are kept as
a version too once a paper was printed with them: a newer program may ship others. Nothing in a text is ever executed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.dokumen.isi import Permintaan
from app.dokumen.naskah import Kata, baca_naskah, bidang_asing, isi_kata, isi_percobaan, paragraf, rupa_naskah
from app.kerja import Kerja
from db.galat import BugError, KnownError
from db.model import TemplatNaskah

BAWAAN, KANTOR = "bawaan", "kantor"
Fakta = Mapping[str, str]
"""What the fields of a text say, by their names."""


@dataclass(frozen=True, slots=True)
class Templat:
    """A text as it is in force, or was in a version.

    Attributes:
        revisi: number of the version; 0 while no paper was printed with it and the office kept none.
        milik_kantor: the office's own words; otherwise the shipped ones.
        kata: paragraphs by section.
        pada: when the version was kept; None for revision 0.
    """

    kode: str
    judul: str
    revisi: int
    milik_kantor: bool
    kata: Kata
    pada: datetime | None = None


def daftar_templat(kerja: Kerja) -> list[Templat]:
    """Return every text in force, in the order of their titles."""
    return [templat(kerja, kode) for kode in rupa_naskah()]


def templat(kerja: Kerja, kode: str, revisi: int | None = None) -> Templat:
    """Return a text in force, or as it was in a version.

    Raises:
        KnownError: `naskah_tidak_ada`.
    """
    _periksa_kode(kode)
    baris = _baris(kerja, kode, revisi or None)
    if baris is None and revisi:
        raise KnownError("naskah_tidak_ada", naskah=f"{rupa_naskah()[kode].judul} revisi {revisi}")
    if baris is None:
        return _bawaan(kode)
    satu = _templat(baris)
    if revisi or satu.milik_kantor or satu.kata == baca_naskah(kode):
        return satu
    return _bawaan(kode)  # a newer program ships other words than those last printed


def riwayat_templat(kerja: Kerja, kode: str) -> list[Templat]:
    """Return the versions of a text, the newest first."""
    _periksa_kode(kode)
    return [_templat(b) for b in kerja.sesi.exec(_kueri(kerja, kode))]


def periksa_templat(kode: str, isi: Mapping[str, str]) -> dict[str, KnownError]:
    """Return what is wrong with words as they were typed, by section.

    Args:
        isi: text of each section, paragraphs parted by a blank line.
    """
    rupa = rupa_naskah()[kode]
    salah = {}
    for b in rupa.bagian:
        teks = isi.get(b.kode, "")
        banyak = len(paragraf(teks))
        if asing := bidang_asing(teks, rupa.bidang):
            salah[b.kode] = KnownError("naskah_bidang_asing", bagian=b.judul, bidang=", ".join(asing))
        elif not banyak and b.wajib:
            salah[b.kode] = KnownError("naskah_bagian_kosong", bagian=b.judul)
        elif banyak > 1 and b.satu:
            salah[b.kode] = KnownError("naskah_satu_alinea", bagian=b.judul)
    return salah


def simpan_templat(kerja: Kerja, kode: str, isi: Mapping[str, str]) -> int:
    """Keep the words of a text as a new version; returns its number. The same words are kept once.

    Words equal to the shipped ones are those again: with them the office goes back.

    Args:
        isi: text of every section, paragraphs parted by a blank line.

    Raises:
        KnownError: `tidak_berwenang`, `naskah_tidak_ada`, `naskah_bidang_asing`, `naskah_bagian_kosong`,
            `naskah_satu_alinea`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    _periksa_kode(kode)
    if salah := periksa_templat(kode, isi):
        raise next(iter(salah.values()))
    kata = {b.kode: paragraf(isi.get(b.kode, "")) for b in rupa_naskah()[kode].bagian}
    lama = templat(kerja, kode)
    if lama.kata == kata and lama.revisi:
        return lama.revisi
    return _simpan(kerja, kode, KANTOR if kata != baca_naskah(kode) else BAWAAN, kata, "ubah_naskah")


def pakai_templat(kerja: Kerja, kode: str) -> int:
    """Note that a paper was printed with the words in force; returns their version, so that it can print them again."""
    kini = templat(kerja, kode)
    return kini.revisi or _simpan(kerja, kode, BAWAAN, kini.kata, "")


def kata_naskah(kerja: Kerja, kode: str, fakta: Fakta, minta: Permintaan) -> dict[str, tuple[str, ...]]:
    """Return the paragraphs of a document by section, every field filled in; see `pengisi`."""
    return pengisi(kerja, kode, minta)(fakta)


def pengisi(kerja: Kerja, kode: str, minta: Permintaan) -> Callable[[Fakta], dict[str, tuple[str, ...]]]:
    """Read a text once and return what fills it in, for papers that are written for many people.

    The words are those being tried out (`minta.kata`), those of the version asked for (`minta.revisi`), or those in
    force. A section that must not be empty but lost all its paragraphs for want of facts has one empty paragraph.

    Raises:
        BugError: the facts lack a field that the text may use.
        KnownError: `naskah_tidak_ada`.
    """
    rupa = rupa_naskah()[kode]
    kata = templat(kerja, kode, minta.revisi).kata if minta.kata is None else minta.kata

    def isi(fakta: Fakta) -> dict[str, tuple[str, ...]]:
        if kurang := rupa.bidang.keys() - fakta.keys():
            raise BugError(f"facts missing for the text {kode}: {', '.join(sorted(kurang))}")
        hasil = isi_kata(kata, fakta) if minta.kata is None else isi_percobaan(kode, kata, fakta)
        return {b.kode: hasil.get(b.kode) or (("",) if b.wajib else ()) for b in rupa.bagian}

    return isi


# --- rows ------------------------------------------------------------------------------------------------------------


def _simpan(kerja: Kerja, kode: str, asal: str, kata_baru: Kata, aksi: str) -> int:
    terakhir = kerja.sesi.exec(_kueri(kerja, kode)).first()
    baris = TemplatNaskah(
        kantor_id=kerja.kantor.id,
        kode=kode,
        revisi=terakhir.revisi + 1 if terakhir else 1,
        isi={"asal": asal, "kata": {k: list(v) for k, v in kata_baru.items()}},
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    if aksi:
        jejak.catat(kerja, aksi, objek="templat_naskah", objek_id=baris.id, naskah=kode, revisi=baris.revisi)
    return baris.revisi


def _kueri(kerja: Kerja, kode: str) -> Any:
    kueri = select(TemplatNaskah).where(TemplatNaskah.kantor_id == kerja.kantor.id, TemplatNaskah.kode == kode)
    return kueri.order_by(col(TemplatNaskah.revisi).desc())


def _baris(kerja: Kerja, kode: str, revisi: int | None) -> TemplatNaskah | None:
    kueri = _kueri(kerja, kode)
    baris: TemplatNaskah | None = kerja.sesi.exec(
        kueri if revisi is None else kueri.where(TemplatNaskah.revisi == revisi)
    ).first()
    return baris


def _templat(b: TemplatNaskah) -> Templat:
    simpanan = {k: tuple(v) for k, v in b.isi["kata"].items()}
    semua = {k: simpanan.get(k, bawaan) for k, bawaan in baca_naskah(b.kode).items()}
    return Templat(b.kode, rupa_naskah()[b.kode].judul, b.revisi, b.isi["asal"] == KANTOR, semua, b.dibuat_pada)


def _bawaan(kode: str) -> Templat:
    return Templat(kode, rupa_naskah()[kode].judul, 0, False, baca_naskah(kode))


def _periksa_kode(kode: str) -> None:
    if kode not in rupa_naskah():
        raise KnownError("naskah_tidak_ada", naskah=kode)
