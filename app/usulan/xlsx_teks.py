"""Reads the shared strings of an xlsx in long pieces; those that are more than plain text are left to calamine.

A plain one is `<si><t>…</t></si>` with nothing in it to undo: no entity, no run of rich text, no escape of Excel's
(`_x000D_`), no line end of Windows, no blank at its ends that the reader would cut.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.usulan.bingkai import SELA
from app.usulan.xlsx_potong import TakBiasa

MAKS_TEKS = 128 * 1024 * 1024
"""Bytes of shared strings that are read here."""
_BESAR, _KECIL = 1 << 20, 1 << 13
_AWAL_XML = rb"(?:\xef\xbb\xbf)?(?:<\?xml[^<>]*\?>)?\s*"
_KEPALA = re.compile(_AWAL_XML + rb"<sst(?: [^<>]*[^<>/])?>")
_KOSONG = re.compile(_AWAL_XML + rb"<sst(?: [^<>]*)?/>\s*")
_EKOR = re.compile(rb"</sst>\s*")
_SANDI = re.compile(rb'<\?xml[^>]*\bencoding="(?!utf-8")', re.IGNORECASE)
_POLOS = re.compile(rb'<si><t(?:| xml:space="preserve")>([^<&\r]*)</t></si>')
_TAG = re.compile(rb'<(/?)([\w:.]+)((?: [\w:.]+="[^"<>]*")*) ?(/?)>[^<]*')
_SATU = re.compile(rb'<si><t(?: xml:space="preserve">([^<&\r]*)|>([^<&\r \t\n](?:[^<&\r]*[^<&\r \t\n])?)?)</t></si>')
_AWAL, _AWAL_UTUH, _AKHIR, _AKHIR_SI = b"<si><t>", b'<si><t xml:space="preserve">', b"</t></si>", b"</si>"
_TEPI = re.compile(rb"<si><t>(?:[ \t\n]|[^<]*[ \t\n]<)")


@dataclass(slots=True)
class TeksBersama:
    """The shared strings of a book.

    Attributes:
        terpanjang: bytes of the longest of them.
        kelompok: the strings in their order, in lists, or joined by `SELA`.
        sisa: the XML of those that are left to calamine, by list and place in it, where an empty text stands.
    """

    banyak: int = 0
    terpanjang: int = 0
    kelompok: list[str | list[str]] = field(default_factory=list)
    sisa: dict[tuple[int, int], bytes] = field(default_factory=dict)

    def panjang(self) -> list[int]:
        """Return the length of every string."""
        semua = (satu.split(SELA) if isinstance(satu, str) else satu for satu in self.kelompok)
        return [len(teks) for kelompok in semua for teks in kelompok]


def pastikan_utf8(kepala: bytes) -> None:
    """Raise TakBiasa when XML says that it is in another encoding, or begins as UTF-16 does."""
    if _SANDI.match(kepala.removeprefix(b"\xef\xbb\xbf")) or kepala[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise TakBiasa


def awalan(isi: bytes, akar: bytes) -> bytes:
    """Return what tags carry before their name (`x:`), by the outermost one; empty as in most files."""
    cocok = re.search(rb"<(\w+:)" + akar + rb"[ />]", isi[:4096])
    return cocok[1] if cocok else b""


def tanpa_awalan(isi: bytes, awalan: bytes) -> bytes:
    """Take the prefix off all tags; a tag that is cut at the end keeps it."""
    return isi.replace(b"<" + awalan, b"<").replace(b"</" + awalan, b"</") if awalan else isi


def baca_teks(isi: bytes) -> TeksBersama:
    """Read the part `sharedStrings.xml`.

    Raises:
        TakBiasa: it is not written as known.
    """
    pastikan_utf8(isi[:200])
    isi = tanpa_awalan(isi, awalan(isi, b"sst"))
    if _KOSONG.fullmatch(isi):
        return TeksBersama()
    kepala, akhir = _KEPALA.match(isi), isi.rfind(b"</sst>")
    if not kepala or akhir < kepala.end() or not _EKOR.fullmatch(isi, akhir):
        raise TakBiasa
    hasil = TeksBersama()
    for potong in _potong(isi, kepala.end(), akhir, _BESAR):
        teks, sisa = _kelompok(potong)
        hasil.sisa |= {(len(hasil.kelompok), ke): xml for ke, xml in sisa.items()}
        hasil.kelompok.append(_kemas(teks, bool(sisa)))
        hasil.banyak += len(teks)
        hasil.terpanjang = max(hasil.terpanjang, max(map(len, [*teks, *sisa.values()])))
    return hasil


def _potong(isi: bytes, awal: int, akhir: int, besar: int) -> Iterator[bytes]:
    """Yield pieces of about so many bytes that end with a whole string."""
    while awal < akhir:
        sampai = akhir
        if akhir - awal > besar:
            sampai = isi.rfind(_AKHIR_SI, awal, awal + besar)
            sampai = (sampai if sampai >= 0 else isi.find(_AKHIR_SI, awal, akhir)) + len(_AKHIR_SI)
        if sampai < len(_AKHIR_SI):
            raise TakBiasa
        yield isi[awal:sampai]
        awal = sampai


def _kemas(teks: list[bytes], bersisa: bool) -> str | list[str]:
    """Return strings as one text; as a list where some are missing or hold the sign between them."""
    try:
        satu = b"\x7f".join(teks).decode("utf-8")
    except UnicodeDecodeError as sebab:
        raise TakBiasa from sebab
    if bersisa or satu.count(SELA) != len(teks) - 1:
        return [satu.decode("utf-8") for satu in teks]
    return satu


def _kelompok(potong: bytes) -> tuple[list[bytes], dict[int, bytes]]:
    """Return the strings of a piece, and the XML of those left to the other reader by their place.

    All at one stroke where all are plain; otherwise in small pieces, so that few are looked at one by one.
    """
    sekaligus = _sekaligus(potong)
    if sekaligus is not None:
        return sekaligus, {}
    teks: list[bytes] = []
    sisa: dict[int, bytes] = {}
    for kecil in _potong(potong, 0, len(potong), _KECIL):
        polos = _sekaligus(kecil)
        baru, aneh = (polos, {}) if polos is not None else _satu_satu(kecil)
        sisa |= {len(teks) + ke: xml for ke, xml in aneh.items()}
        teks += baru
    return teks, sisa


def _sekaligus(potong: bytes) -> list[bytes] | None:
    """Return the strings of a piece that holds plain ones alone, every byte accounted for; else None."""
    polos, utuh = potong.count(_AWAL), potong.count(_AWAL_UTUH)
    if b"_x" in potong or (polos and _TEPI.search(potong)):
        return None
    teks = _POLOS.findall(potong)
    panjang = sum(map(len, teks)) + polos * len(_AWAL) + utuh * len(_AWAL_UTUH) + len(teks) * len(_AKHIR)
    return teks if panjang == len(potong) and len(teks) == polos + utuh else None


def _satu_satu(potong: bytes) -> tuple[list[bytes], dict[int, bytes]]:
    teks: list[bytes] = []
    sisa: dict[int, bytes] = {}
    *semua, ekor = potong.split(_AKHIR_SI)
    if ekor:
        raise TakBiasa
    for xml in semua:
        utuh = xml + _AKHIR_SI
        cocok = _SATU.fullmatch(utuh)
        if cocok and b"_x" not in utuh:
            teks.append(cocok[1] or cocok[2] or b"")
        elif utuh.count(b"<si") != 1 or not seimbang(utuh):
            raise TakBiasa
        else:
            sisa[len(teks)] = utuh
            teks.append(b"")
    return teks, sisa


def seimbang(xml: bytes) -> bool:
    """Tell whether this is one whole element, in which every tag is closed where it must be, and nothing more."""
    terbuka: list[bytes] = []
    tempat = 0
    while cocok := _TAG.match(xml, tempat):
        tutup, nama, _, sendiri = cocok.groups()
        if tutup and (not terbuka or terbuka.pop() != nama):
            return False
        if not tutup and not sendiri:
            terbuka.append(nama)
        tempat = cocok.end()
        if not terbuka:
            return tempat == len(xml) and xml.endswith(b">")
    return False
