"""What makes an SOP runnable: known roles, a road from first step to last, no code twice, no time below zero."""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import partial

from app.sop.bentuk import BentukSalahError, Letak
from app.sop.definisi import Cabang, DefinisiSop, DokumenSyarat, Langkah, PeranSop, Simbol, Sisi

SKEMA = 1
_KODE = re.compile(r"[a-z][a-z0-9_]*")
_KODE_CETAK = re.compile(r"[a-z][a-z0-9-]*")


def periksa(definisi: DefinisiSop) -> None:
    """Raise `BentukSalahError` at the first thing that would keep a kegiatan from running through this SOP."""
    for salah in kesalahan(definisi):
        raise salah


def kesalahan(definisi: DefinisiSop) -> Iterator[BentukSalahError]:
    """Give everything that is wrong, at most one of each kind and step; the road only once its steps are right."""
    benar = True
    for uji in _uji(definisi):
        try:
            uji()
        except BentukSalahError as salah:
            benar = False
            yield salah
    if benar:
        try:
            _tercapai(definisi)
        except BentukSalahError as salah:
            yield salah


def _uji(definisi: DefinisiSop) -> Iterator[Callable[[], None]]:
    """Give the checks in the order in which they are told."""
    yield partial(_kepala, definisi)
    yield partial(_peran, definisi)
    yield partial(_aturan, definisi)
    for langkah in definisi.langkah:
        yield partial(_langkah, definisi, langkah)
    for seluruhnya in (_urutan, _dokumen_seragam, _simbol):
        yield partial(seluruhnya, definisi)


def _kepala(definisi: DefinisiSop) -> None:
    """A shape that is known, a code, a version, and at least one step."""
    if definisi.skema != SKEMA:
        raise BentukSalahError(("skema",), "skema_lain", skema=definisi.skema)
    _kode((definisi.kode,), ("kode",))
    if definisi.versi < 1:
        raise BentukSalahError(("versi",), "versi_salah")
    if not definisi.langkah:
        raise BentukSalahError(("langkah",), "tanpa_langkah")


def tujuan(definisi: DefinisiSop, urutan: int) -> tuple[int, ...]:
    """Give the steps that may follow a step; empty after the last."""
    cabang = definisi.langkah_ke(urutan).cabang
    if cabang:
        return (cabang.ya, cabang.tidak)
    return (urutan + 1,) if urutan < len(definisi.langkah) else ()


def _di(langkah: Langkah, *bagian: str) -> Letak:
    """Say where in a step something is."""
    return (f"langkah {langkah.urutan}", *bagian)


def _kode(semua: Iterable[str], letak: Letak) -> None:
    """Codes are lower-case words, each once."""
    for kode, kali in Counter(semua).items():
        if not _KODE.fullmatch(kode):
            raise BentukSalahError(letak, "kode_salah", kode=kode)
        if kali > 1:
            raise BentukSalahError(letak, "kode_ganda", kode=kode)


def _peran(definisi: DefinisiSop) -> None:
    """Inside performers have an account role; outside ones have an inside performer who records for them."""
    _kode((peran.kode for peran in definisi.peran), ("peran",))
    dalam = {peran.kode for peran in definisi.peran if peran.sisi is Sisi.DALAM}
    for ke, peran in enumerate(definisi.peran, 1):
        _satu_peran(peran, dalam, (f"peran {ke}",))


def _satu_peran(peran: PeranSop, dalam: set[str], letak: Letak) -> None:
    if peran.sisi is Sisi.DALAM and not peran.akun:
        raise BentukSalahError(letak, "peran_tanpa_akun", peran=peran.kode)
    if peran.sisi is Sisi.DALAM and peran.dicatat_oleh is not None:
        raise BentukSalahError(letak, "peran_dalam_dicatat", peran=peran.kode)
    if peran.sisi is Sisi.LUAR and peran.dicatat_oleh not in dalam:
        raise BentukSalahError(letak, "peran_tanpa_pencatat", peran=peran.kode)


def _aturan(definisi: DefinisiSop) -> None:
    _kode((syarat.kode for syarat in definisi.aturan.kelayakan), ("aturan", "kelayakan"))
    for ke, usia in enumerate(definisi.aturan.usia, 1):
        _rentang(usia.minimum, usia.maksimum, ("aturan", f"usia {ke}"))


def _rentang(minimum: int | None, maksimum: int | None, letak: Letak) -> None:
    """An age is never below zero, and the lower end never above the upper."""
    if min(minimum or 0, maksimum or 0) < 0:
        raise BentukSalahError(letak, "usia_negatif")
    if minimum is not None and maksimum is not None and minimum > maksimum:
        raise BentukSalahError(letak, "usia_terbalik")


def _langkah(definisi: DefinisiSop, langkah: Langkah) -> None:
    """Check one step by itself."""
    _peran_dikenal(definisi, langkah)
    if langkah.waktu.nilai <= 0:
        raise BentukSalahError(_di(langkah, "waktu"), "waktu_tak_positif")
    _kode((dokumen.kode for dokumen in langkah.dokumen), _di(langkah, "dokumen"))
    _kode((barang.kode for barang in langkah.barang), _di(langkah, "barang"))
    for ke, dokumen in enumerate(langkah.dokumen, 1):
        _dokumen(dokumen, _di(langkah, f"dokumen {ke}"))
    for kode in langkah.cetak:
        if not _KODE_CETAK.fullmatch(kode):
            raise BentukSalahError(_di(langkah, "cetak"), "kode_salah", kode=kode)
    if langkah.cabang:
        _cabang(definisi, langkah, langkah.cabang)


def _peran_dikenal(definisi: DefinisiSop, langkah: Langkah) -> None:
    """Performers of a step stand in the list of roles, each once."""
    dikenal = {peran.kode for peran in definisi.peran}
    if not langkah.pelaksana:
        raise BentukSalahError(_di(langkah, "pelaksana"), "tanpa_pelaksana")
    for kode in langkah.pelaksana:
        if kode not in dikenal:
            raise BentukSalahError(_di(langkah, "pelaksana"), "peran_tak_dikenal", peran=kode)
    _kode(langkah.pelaksana, _di(langkah, "pelaksana"))
    for paraf in langkah.paraf:
        if paraf.peran not in dikenal:
            raise BentukSalahError(_di(langkah, "paraf"), "peran_tak_dikenal", peran=paraf.peran)
    _kode((paraf.peran for paraf in langkah.paraf), _di(langkah, "paraf"))


def _dokumen(dokumen: DokumenSyarat, letak: Letak) -> None:
    """Alternatives are at least two; ages make sense."""
    if len(dokumen.pilihan) == 1:
        raise BentukSalahError(letak, "pilihan_tunggal")
    _rentang(dokumen.usia_min, dokumen.usia_maks, letak)


def _cabang(definisi: DefinisiSop, langkah: Langkah, cabang: Cabang) -> None:
    """Both ways lead somewhere, to two different steps, and not back to the decision itself."""
    for arah, ke in (("ya", cabang.ya), ("tidak", cabang.tidak)):
        if not 1 <= ke <= len(definisi.langkah) or ke == langkah.urutan:
            raise BentukSalahError(_di(langkah, "cabang"), "cabang_buntu", arah=arah, ke=ke)
    if cabang.ya == cabang.tidak:
        raise BentukSalahError(_di(langkah, "cabang"), "cabang_sama")
    if langkah.per_usulan:
        raise BentukSalahError(_di(langkah, "cabang"), "cabang_per_usulan")


def _urutan(definisi: DefinisiSop) -> None:
    """Steps are numbered 1..n; those that run per applicant come first, without a gap."""
    for ke, langkah in enumerate(definisi.langkah, 1):
        if langkah.urutan != ke:
            raise BentukSalahError((f"langkah {ke}", "urutan"), "urutan_salah", seharusnya=ke)
    banyak = sum(langkah.per_usulan for langkah in definisi.langkah)
    for langkah in definisi.langkah[:banyak]:
        if not langkah.per_usulan:
            raise BentukSalahError(_di(langkah, "per usulan"), "per_usulan_di_tengah")
    if banyak and banyak == len(definisi.langkah):
        raise BentukSalahError(("langkah",), "per_usulan_semua")


def _dokumen_seragam(definisi: DefinisiSop) -> None:
    """A paper that several steps ask for is asked in the same measure (per kegiatan, desa …) everywhere."""
    per: dict[str, str] = {}
    for langkah, dokumen in _semua_dokumen(definisi):
        if per.setdefault(dokumen.kode, dokumen.per) != dokumen.per:
            raise BentukSalahError(_di(langkah, "dokumen"), "dokumen_beda_ukuran", kode=dokumen.kode)


def _semua_dokumen(definisi: DefinisiSop) -> Iterator[tuple[Langkah, DokumenSyarat]]:
    for langkah in definisi.langkah:
        for dokumen in langkah.dokumen:
            yield langkah, dokumen


def _simbol(definisi: DefinisiSop) -> None:
    """A decision has two ways out and nothing else has; the flow starts once and ends once."""
    akhir = len(definisi.langkah)
    for langkah in definisi.langkah:
        if (langkah.simbol is Simbol.KEPUTUSAN) != (langkah.cabang is not None):
            raise BentukSalahError(_di(langkah, "simbol"), "keputusan_tanpa_cabang")
        if (langkah.simbol is Simbol.MULAI) and langkah.urutan != 1:
            raise BentukSalahError(_di(langkah, "simbol"), "mulai_di_tengah")
        if (langkah.simbol is Simbol.SELESAI) and langkah.urutan != akhir:
            raise BentukSalahError(_di(langkah, "simbol"), "selesai_di_tengah")


def _tercapai(definisi: DefinisiSop) -> None:
    """Every step can be reached from the first, and the last from every step."""
    maju = {langkah.urutan: set(tujuan(definisi, langkah.urutan)) for langkah in definisi.langkah}
    for urutan in maju:
        if urutan not in jangkauan(maju, 1):
            raise BentukSalahError((f"langkah {urutan}",), "tak_tercapai")
        if len(maju) not in jangkauan(maju, urutan):
            raise BentukSalahError((f"langkah {urutan}",), "tak_berujung")


def jangkauan(maju: Mapping[int, Iterable[int]], dari: int, tanpa: Container[int] = ()) -> set[int]:
    """Give all steps reachable from one, itself included, without going on from those in `tanpa`."""
    dilihat: set[int] = set()
    antre = [dari]
    while antre:
        kini = antre.pop()
        if kini not in dilihat:
            dilihat.add(kini)
            antre.extend(() if kini in tanpa else maju[kini])
    return dilihat
