"""Says what each column of a list holds: by its heading, by its content, or by what was confirmed before.

Headings differ from desa to desa, so the spellings are data (`resources/kolom/sinonim.json`). Every column gets a
confidence and the way it was found, and a person may change any of them.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.identitas import rapikan_angka, tanggal_nik_ada, uraikan_nik
from app.usulan.baca import Sel
from app.usulan.penjaga import huruf_kolom
from app.usulan.sel import kosong, teks
from resources import berkas

YAKIN_JUDUL, YAKIN_HIASAN, YAKIN_MIRIP, YAKIN_ISI, YAKIN_RAGU = 100, 90, 75, 60, 30
KOLOM_ALASAN = "ALASAN"
"""Heading of the column that the rejected-rows workbook adds."""
_MIRIP_MIN = 88
_PANJANG_MIRIP = 6
_CONTOH = 200
_CUKUP = 3
"""Filled cells that a content must show before it may contradict a heading."""
_TANDA = re.compile(r"[^\w&#]+|_+")
_NOMOR_KURUNG = re.compile(r"\(\s*-?\d{1,3}[a-z]?\s*\)")
_KODE_KURUNG = re.compile(r"\([^()]*=[^()]*\)")
_NOMOR_DEPAN = re.compile(r"^\d{1,3}[A-Z]?\s+(?=[A-Z])")
_KELAHIRAN = re.compile(
    r"(?!.*\b(?:AYAH|IBU|WALI|SUAMI|ISTRI|AKT[AE]|NO|NOMOR)\b)(?!.*\b(?:TEMPAT|TMPT?|TPT)\b.*\b(?:TANGGAL|TGL)\b)"
    r".{0,30}\b(?:TTL|LAHIR|KELAHIRAN|LHR)\b(?:.{0,30} )?(TEMPAT|TMPT?|TPT|TANGGAL|TGL)(?: .{0,20})?$"
)
_TEMPAT_TANGGAL = re.compile(r"(?:TEMPAT|TMPT?|TPT|TANGGAL|TGL)$")
_JUDUL_MAKS = 80
_TANGGAL_KIRA = re.compile(r"^\d{1,2}\s*[-./ ]\s*(\d{1,2}|[A-Za-z]{3,10})\s*[-./ ]\s*\d{2,4}$|^\d{4}-\d{2}-\d{2}")
_TAHUN_DEPAN = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_TAHUN_BELAKANG = re.compile(r"(\d{1,2})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{2,4})")
_KELAMIN = frozenset({"L", "P", "LK", "PR", "LAKI", "PEREMPUAN", "LAKI-LAKI", "LAKI LAKI", "WANITA", "PRIA"})


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a list.

    Attributes:
        nomor: 0 for A.
        judul: its heading as it stands, joined when it has several rows.
        bidang: field that it holds; None: kept, but not understood.
        keyakinan: 0…100. cara: how it was found: judul, mirip, isi, ingatan, pilihan, blok, or empty.
        maya: the file has no such column; it holds what the lines above families say.
    """

    nomor: int
    judul: str
    bidang: str | None = None
    keyakinan: int = 0
    cara: str = ""
    maya: bool = False

    @property
    def huruf(self) -> str:
        """The column's letter."""
        return huruf_kolom(self.nomor)


@dataclass(frozen=True, slots=True)
class Sinonim:
    """The shipped spellings: field and rank by heading without spaces, decorations, words for other people."""

    bidang: Mapping[str, tuple[str, int]]
    hiasan: tuple[str, ...]
    orang_lain: tuple[str, ...]


@lru_cache(maxsize=1)
def sinonim() -> Sinonim:
    """Load the table of spellings."""
    data = json.loads(berkas("kolom", "sinonim.json").read_text(encoding="utf-8"))
    bidang = {
        _rapat(judul): (nama, urut)
        for nama, semua in data["bidang"].items()
        for urut, judul in reversed([*enumerate(semua)])
    }
    return Sinonim(bidang, tuple(sorted(data["hiasan"], key=len, reverse=True)), tuple(data["orang_lain"]))


def _rapat(judul: str) -> str:
    return judul.replace(" ", "")


@lru_cache(maxsize=4096)
def normal_judul(judul: str) -> str:
    """Bring a heading to its plain form: upper case, no signs, no `(1)`, single spaces."""
    polos = _NOMOR_KURUNG.sub(" ", _KODE_KURUNG.sub(" ", unicodedata.normalize("NFKC", judul)))
    polos = "".join(h for h in polos if unicodedata.category(h) != "Cf")
    return _TANDA.sub(" ", polos.upper()).strip()


@lru_cache(maxsize=4096)
def cari_bidang(judul: str, *, mirip: bool = True) -> tuple[str | None, int, str]:
    """Find the field of a heading: (field, confidence, way); (None, 0, "") when unknown."""
    polos = normal_judul(judul)
    for calon, yakin in _calon(polos):
        if ada := sinonim().bidang.get(_rapat(calon)):
            return ada[0], yakin, "judul"
    if mirip and len(_rapat(polos)) >= _PANJANG_MIRIP and not _orang_lain(polos):
        dekat = process.extractOne(_rapat(polos), sinonim().bidang.keys(), scorer=fuzz.ratio, score_cutoff=_MIRIP_MIN)
        if dekat and len(dekat[0]) >= _PANJANG_MIRIP - 1:
            return sinonim().bidang[dekat[0]][0], YAKIN_MIRIP, "mirip"
    return None, 0, ""


def _calon(polos: str) -> Iterable[tuple[str, int]]:
    """Yield the forms in which a heading may be known, surest first."""
    yield polos, YAKIN_JUDUL
    tanpa_nomor = _NOMOR_DEPAN.sub("", polos)
    yield tanpa_nomor, YAKIN_JUDUL
    if len(polos) <= _JUDUL_MAKS and (cocok := _KELAHIRAN.match(tanpa_nomor)):  # of two rows: `TTL`, below it `TEMPAT`
        yield "TANGGAL LAHIR" if cocok[1] in ("TANGGAL", "TGL") else "TEMPAT LAHIR", YAKIN_JUDUL
    bersih = f" {tanpa_nomor} "
    for hiasan in sinonim().hiasan:
        bersih = bersih.replace(f" {hiasan} ", " ")
    if bersih.strip() and not _orang_lain(tanpa_nomor):
        yield bersih.strip(), YAKIN_HIASAN


def _orang_lain(polos: str) -> bool:
    """Tell whether a heading speaks of somebody else than the person proposed."""
    return any(f" {kata} " in f" {polos} " for kata in sinonim().orang_lain)


def bidang_bertingkat(atas: str, bawah: str) -> str:
    """Choose the heading of a column whose title has two rows: the lower alone unless the upper names someone else."""
    gabung = f"{atas} {bawah}".strip()
    if not atas or not bawah or normal_judul(atas) == normal_judul(bawah):
        return atas or bawah
    if _TEMPAT_TANGGAL.match(normal_judul(bawah)) and cari_bidang(atas, mirip=False)[0] in ("ttl", "tanggal_lahir"):
        return f"{bawah.strip()} LAHIR"
    if cari_bidang(gabung, mirip=False)[0]:
        return gabung
    sendiri = _orang_lain(normal_judul(bawah)) or not _orang_lain(normal_judul(atas))
    if sendiri and cari_bidang(bawah, mirip=False)[0]:
        return bawah
    return gabung


def sidik_judul(judul: Sequence[str]) -> str:
    """Return the fingerprint of a layout: SHA-256 of its headings in plain form, in order.

    A list that comes back with our ALASAN column still has the layout of its sender.
    """
    polos = [p for satu in judul if (p := normal_judul(satu)) and p != KOLOM_ALASAN]
    return hashlib.sha256("|".join(polos).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Isi:
    """What the cells of a column look like; shares of its filled cells, 0…1."""

    terisi: int
    enam_belas: float
    nik: float
    tanggal: float
    kelamin: float
    nama: float
    berbeda: float


def kenali_isi(sel: Iterable[Sel]) -> Isi:
    """Look at the cells of one column."""
    isi = [s for s in sel if not kosong(s)]
    if not isi:
        return Isi(0, 0, 0, 0, 0, 0, 0)
    tulisan = [teks(s) for s in isi]
    angka = [rapikan_angka(t) for t in tulisan]
    bagian = [uraikan_nik(a) for a in angka]
    banyak = len(isi)
    return Isi(
        terisi=banyak,
        enam_belas=sum(len(a) in (15, 16, 17) and a.isdigit() for a in angka) / banyak,
        nik=sum(b is not None and tanggal_nik_ada(b) for b in bagian) / banyak,
        tanggal=sum(isinstance(s, list) or bool(_TANGGAL_KIRA.match(t)) for s, t in zip(isi, tulisan, strict=True))
        / banyak,
        kelamin=sum(t.upper().strip(".") in _KELAMIN for t in tulisan) / banyak,
        nama=sum(_mirip_nama(t) for t in tulisan) / banyak,
        berbeda=len(set(tulisan)) / banyak,
    )


def _mirip_nama(tulisan: str) -> bool:
    huruf = sum(h.isalpha() or h in " .'`,-" for h in tulisan)
    return len(tulisan) >= 3 and huruf == len(tulisan) and any(h.isalpha() for h in tulisan)


def petakan(
    judul: Sequence[str], contoh: Sequence[Sequence[Sel]], ingatan: Mapping[str, str | None] | None = None
) -> tuple[Kolom, ...]:
    """Map the columns of a list.

    Args:
        judul: headings from column A on; empty where there is none.
        contoh: some rows below the heading, for a look at the content.
        ingatan: field by plain heading, as somebody confirmed it for this layout before.
    """
    isi = [kenali_isi(b[k] for b in contoh[:_CONTOH] if k < len(b)) for k in range(len(judul))]
    kolom = [_dari_judul(nomor, tulisan, ingatan or {}) for nomor, tulisan in enumerate(judul)]
    kolom = [_timbang(satu, isi[satu.nomor]) for satu in kolom]
    kolom = _satu_kolom_satu_bidang(kolom, isi)
    kolom = _tukar(_dari_isi(kolom, isi), contoh)
    return tuple(_nama_dari_isi(_nama_dari_kepala(kolom), isi))


def _dari_judul(nomor: int, judul: str, ingatan: Mapping[str, str | None]) -> Kolom:
    polos = normal_judul(judul)
    if polos in ingatan:
        return Kolom(nomor, judul, ingatan[polos], YAKIN_JUDUL, "ingatan")
    return Kolom(nomor, judul, *cari_bidang(judul)) if polos else Kolom(nomor, judul)


def _timbang(kolom: Kolom, isi: Isi) -> Kolom:
    """Doubt a heading that its content contradicts: names below *KK*, no long number below *NIK*."""
    if kolom.cara in ("", "ingatan") or isi.terisi < _CUKUP:
        return kolom
    if kolom.bidang in ("no_kk", "nik") and isi.enam_belas < 0.2 and isi.nama >= 0.6:
        lain = "nama_kepala_keluarga" if kolom.bidang == "no_kk" else None
        return replace(kolom, bidang=lain, keyakinan=YAKIN_ISI, cara="isi")
    if kolom.bidang == "ttl" and isi.nama >= 0.8:  # places alone; the dates stand in a column of their own
        return replace(kolom, bidang="tempat_lahir", keyakinan=YAKIN_ISI, cara="isi")
    if kolom.bidang in ("nama", "nama_kepala_keluarga") and isi.enam_belas >= 0.8:
        return replace(
            kolom, bidang="no_kk" if "KK" in normal_judul(kolom.judul) else None, keyakinan=YAKIN_RAGU, cara="isi"
        )
    return kolom


def _satu_kolom_satu_bidang(kolom: list[Kolom], isi: Sequence[Isi]) -> list[Kolom]:
    """Leave every field to one column: the better heading, then the one with content, then the left one."""
    terbaik: dict[str, Kolom] = {}
    for satu in kolom:
        lain = terbaik.get(satu.bidang or "")
        if satu.bidang and (lain is None or _nilai(satu, isi) > _nilai(lain, isi)):
            terbaik[satu.bidang] = satu
    return [
        k if k.bidang is None or terbaik[k.bidang] is k else replace(k, bidang=None, keyakinan=0, cara="")
        for k in kolom
    ]


def _nilai(kolom: Kolom, isi: Sequence[Isi]) -> tuple[int, int, int]:
    _, urut = sinonim().bidang.get(_rapat(normal_judul(kolom.judul)), ("", 999))
    return kolom.keyakinan, min(isi[kolom.nomor].terisi, 1), -urut


def _dari_isi(kolom: list[Kolom], isi: Sequence[Isi]) -> list[Kolom]:
    """Give columns without a known heading the field that their content shows, if nobody has it yet."""
    ada = {k.bidang for k in kolom if k.bidang}
    hasil = list(kolom)
    for satu in kolom:
        tebakan = _tebak(isi[satu.nomor], ada) if satu.bidang is None and satu.cara != "ingatan" else None
        if tebakan and not _orang_lain(normal_judul(satu.judul)):
            ada.add(tebakan)
            hasil[satu.nomor] = replace(satu, bidang=tebakan, keyakinan=YAKIN_ISI, cara="isi")
    return hasil


def _tebak(isi: Isi, ada: set[str]) -> str | None:
    """Name the field that a column's content shows: NIK before No. KK, for a NIK is everybody's own."""
    if isi.terisi < 2:
        return None
    calon = (
        ("nik", isi.nik >= 0.7 and isi.berbeda >= 0.7),
        ("no_kk", isi.enam_belas >= 0.8),
        ("jenis_kelamin", isi.kelamin >= 0.9),
        ("tanggal_lahir", isi.tanggal >= 0.8 and "ttl" not in ada),
    )
    return next((bidang for bidang, cocok in calon if cocok and bidang not in ada), None)


def _nama_dari_kepala(kolom: list[Kolom]) -> list[Kolom]:
    """Where only the head of the family is named, he is the one meant (BLT-DD lists)."""
    if any(k.bidang == "nama" for k in kolom):
        return kolom
    ganti = {"nama_kepala_keluarga": "nama"}
    if not any(k.bidang in ("nik", "nik_kk") for k in kolom):
        ganti["nik_kepala_keluarga"] = "nik"
    if not any(k.bidang == "nama_kepala_keluarga" for k in kolom):
        return kolom
    return [replace(k, bidang=ganti[k.bidang], keyakinan=YAKIN_MIRIP) if k.bidang in ganti else k for k in kolom]


def _nama_dari_isi(kolom: list[Kolom], isi: Sequence[Isi]) -> list[Kolom]:
    """Where no heading names people, or it stands above numbers, take the column that reads like names."""
    if any(k.bidang in ("nama", "nama_nik") for k in kolom):
        return kolom
    calon = [k for k in kolom if k.bidang is None and k.cara != "ingatan" and not _orang_lain(normal_judul(k.judul))]
    calon = [k for k in calon if isi[k.nomor].terisi >= _CUKUP and isi[k.nomor].nama >= 0.8]
    terbaik = max(calon, key=lambda k: isi[k.nomor].berbeda * isi[k.nomor].terisi, default=None)
    return [replace(k, bidang="nama", keyakinan=YAKIN_ISI, cara="isi") if k is terbaik else k for k in kolom]


def _tukar(kolom: list[Kolom], contoh: Sequence[Sequence[Sel]]) -> list[Kolom]:
    """Exchange NIK and No. KK where the birth dates prove that their headings were exchanged."""
    peta = {k.bidang: k for k in kolom if k.bidang and k.cara in ("judul", "mirip")}
    if not peta.keys() >= {"nik", "no_kk", "tanggal_lahir"}:
        return kolom
    nik, no_kk, lahir = (peta[b].nomor for b in ("nik", "no_kk", "tanggal_lahir"))
    bukti = [
        (_lahir_di(b[nik]) == hari, _lahir_di(b[no_kk]) == hari)
        for b in contoh[:_CONTOH]
        if len(b) > max(nik, no_kk, lahir) and (hari := _hari_bulan_tahun(b[lahir]))
    ]
    benar, tertukar = (sum(satu) for satu in zip(*bukti, strict=True)) if bukti else (0, 0)
    if tertukar < _CUKUP or tertukar < 0.8 * len(bukti) or benar > 0.2 * len(bukti):
        return kolom
    ganti = {nik: "no_kk", no_kk: "nik"}
    return [
        replace(k, bidang=ganti[k.nomor], keyakinan=YAKIN_ISI, cara="isi") if k.nomor in ganti else k for k in kolom
    ]


def _lahir_di(sel: Sel) -> tuple[int, int, int] | None:
    """Return day, month and two-digit year in an identifier of sixteen digits."""
    bagian = uraikan_nik(rapikan_angka(teks(sel)))
    return (bagian.hari, bagian.bulan, bagian.tahun) if bagian else None


def _hari_bulan_tahun(sel: Sel) -> tuple[int, int, int] | None:
    tulisan = teks(sel)
    if cocok := _TAHUN_DEPAN.match(tulisan):
        return int(cocok[3]), int(cocok[2]), int(cocok[1]) % 100
    if cocok := _TAHUN_BELAKANG.fullmatch(tulisan):
        return int(cocok[1]), int(cocok[2]), int(cocok[3]) % 100
    return None


def ubah(kolom: Sequence[Kolom], nomor: int, bidang: str | None, *, cara: str = "pilihan") -> tuple[Kolom, ...]:
    """Let a person (or, by `cara`, its content) decide what a column holds; who held that field before gives it up."""
    hasil = []
    for satu in kolom:
        if satu.nomor == nomor:
            yakin = YAKIN_JUDUL if cara == "pilihan" else YAKIN_ISI
            satu = replace(satu, bidang=bidang, keyakinan=yakin, cara=cara)
        elif bidang and satu.bidang == bidang:
            satu = replace(satu, bidang=None, keyakinan=0, cara="")
        hasil.append(satu)
    return tuple(hasil)


def ingatan(kolom: Sequence[Kolom]) -> dict[str, str | None]:
    """Return what to remember of a confirmed mapping: field by plain heading."""
    asli = (k for k in kolom if k.judul and not k.maya)
    return {normal_judul(k.judul): k.bidang for k in asli if k.bidang or k.cara == "pilihan"}
