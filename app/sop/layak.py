"""What an SOP must hold beyond its shape, so that an office can carry a kegiatan to its last step through the pages.

`sahih` keeps the engine from breaking; frozen copies of running kegiatan are held to it alone. What is said here is
asked when a version is saved: work that stands on other work comes after it on every road, and no road turns in a
circle that only a superior's word could leave.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.akses import HAK_PERAN, Hak
from app.bahasa.istilah import label
from app.bahasa.sop import AKSI, sebab_rusak
from app.sop import sahih
from app.sop.bentuk import BentukSalahError
from app.sop.definisi import Aksi, DefinisiSop, Fakta, Kepala, Langkah, Sisi
from app.sop.fakta import MELETAKKAN
from db.galat import KnownError
from db.istilah import JenisBantuan

KODE_LOKET = "dtks"
"""The counter gathers its applicants into the triwulan of this SOP, so that another SOP cannot have one."""

_DAFTAR = (Aksi.PENETAPAN, Aksi.IMPOR_PENERIMA)
PERLU: Mapping[Aksi, tuple[Aksi, ...]] = {
    Aksi.VERIFIKASI: (Aksi.IMPOR_USULAN,),
    Aksi.PENETAPAN: (Aksi.VERIFIKASI, Aksi.HASIL_SIKS),
    Aksi.PENCAIRAN: _DAFTAR,
    Aksi.PENYALURAN: _DAFTAR,
    Aksi.MONEV: _DAFTAR,
    Aksi.DISPOSISI: (Aksi.SURAT_MASUK,),
    Aksi.PERIKSA_BERKAS: (Aksi.LOKET,),
    Aksi.GABUNG_TRIWULAN: (Aksi.LOKET,),
    Aksi.HASIL_SIKS: (Aksi.GABUNG_TRIWULAN,),
    Aksi.KEMBALIKAN_DESA: (Aksi.HASIL_SIKS,),
    Aksi.REKONSILIASI_BNBA: (Aksi.HASIL_SIKS,),
}
"""Work that cannot be completed before one of these was done: it counts or writes what that one leaves behind."""
_DARI: Mapping[Fakta, tuple[Aksi, ...]] = {
    Fakta.PENETAPAN_SAH: _DAFTAR,
    Fakta.PENERIMA: _DAFTAR,
    Fakta.DITOLAK_SISTEM: (Aksi.HASIL_SIKS,),
}
LANGKAH_MAKS = 60
_LEBAR = {"kegiatan": 34, "kelengkapan": 22, "output": 20, "keterangan": 13}
"""Letters that stand on one line of a column of the sheet, at least."""
_BARIS_LANGKAH, _BARIS_KOTAK, _LEBAR_KOTAK = 30, 21, 78
"""Lines that one step, and the three rows of lists of the identity box, have room for on a page of the sheet."""
PER_USULAN = frozenset({Aksi.LOKET, Aksi.PERIKSA_BERKAS})
"""Work that is done once for every applicant, and no other."""


@dataclass(frozen=True, slots=True)
class Masalah:
    """One thing to mend before a version can be saved.

    Attributes:
        langkah: `urutan` of the step; None where it is about the SOP as a whole.
        kalimat: one sentence that names the step.
    """

    langkah: int | None
    kalimat: str


def masalah(definisi: DefinisiSop) -> tuple[Masalah, ...]:
    """Return everything to mend, as sentences; empty when the SOP can be saved and run."""
    salah = list(sahih.kesalahan(definisi))
    if not salah:
        salah = list(_kesalahan(definisi))
    return tuple(_masalah(definisi, s) for s in salah)


def wajib_layak(definisi: DefinisiSop) -> None:
    """Refuse an SOP that could not be run to its end.

    Raises:
        KnownError: `sop_belum_layak` with everything that is to be mended.
    """
    if semua := masalah(definisi):
        raise KnownError("sop_belum_layak", nama=definisi.nama_layar.tampil, masalah=" ".join(m.kalimat for m in semua))


# --- the checks ------------------------------------------------------------------------------------------------------


def _kesalahan(definisi: DefinisiSop) -> Iterator[BentukSalahError]:
    """Give what is missing, in the order of the SOP."""
    if not definisi.nama_layar.tampil:
        yield BentukSalahError(("identitas",), "tanpa_nama")
    if _baris_kotak(definisi.kepala) > _BARIS_KOTAK:
        yield BentukSalahError(("identitas",), "kotak_terlalu_panjang")
    if len(definisi.langkah) > LANGKAH_MAKS:
        yield BentukSalahError(("langkah",), "terlalu_banyak_langkah", batas=LANGKAH_MAKS)
    yield from _peran(definisi)
    if {Aksi.IMPOR_USULAN, Aksi.IMPOR_PENERIMA} <= {lk.aksi for lk in definisi.langkah}:
        yield BentukSalahError(("langkah",), "dua_macam_daftar")
    for langkah in definisi.langkah:
        yield from (BentukSalahError((f"langkah {langkah.urutan}",), *satu) for satu in _sendiri(definisi, langkah))
        if langkah.cabang:
            yield from _cabang(definisi, langkah)
        yield from _urutan_kerja(definisi, langkah)


def _baris(teks: str, lebar: int) -> int:
    """Return how many lines words take at most; points that begin with a minus stand on lines of their own."""
    return sum(-(-len(satu) // lebar) for satu in teks.split(" - "))


def _baris_kotak(kepala: Kepala) -> int:
    """Return the lines of the three rows of lists in the identity box: the longer of each pair counts."""
    pasangan = (
        (kepala.dasar_hukum, kepala.kualifikasi),
        (kepala.keterkaitan, kepala.peralatan),
        (kepala.peringatan, kepala.pencatatan),
    )
    return sum(max(sum(_baris(b.tampil, _LEBAR_KOTAK) for b in daftar) for daftar in dua) for dua in pasangan)


def _peran(definisi: DefinisiSop) -> Iterator[BentukSalahError]:
    """Somebody in the office can hold every inside role: the administrator works on no step."""
    for peran in definisi.peran:
        if not peran.label.tampil:
            yield BentukSalahError(("peran",), "peran_tanpa_nama")
        if peran.sisi is Sisi.DALAM and not any(Hak.LANGKAH in HAK_PERAN[akun] for akun in peran.akun):
            yield BentukSalahError(("peran",), "peran_tanpa_pekerja", peran=peran.kode)
    if not any(peran.kolom for peran in definisi.peran):
        yield BentukSalahError(("peran",), "tanpa_kolom_peran")


def _sendiri(definisi: DefinisiSop, langkah: Langkah) -> Iterator[tuple[str]]:
    """Give what is wrong with one step by itself, by the code of the cause."""
    if not langkah.nama_layar.tampil or not langkah.kegiatan.tampil:
        yield ("langkah_tanpa_nama",)
    if any(_baris(getattr(langkah, bidang).tampil, n) > _BARIS_LANGKAH for bidang, n in _LEBAR.items()):
        yield ("langkah_terlalu_panjang",)
    if langkah.aksi in PER_USULAN and definisi.kode != KODE_LOKET:
        yield ("loket_hanya_dtks",)
    if langkah.per_usulan != (langkah.aksi in PER_USULAN):
        yield ("per_usulan_salah",)
    if langkah.aksi in (Aksi.PENCAIRAN, Aksi.PENYALURAN) and not definisi.aturan.jenis_bantuan:
        yield ("tanpa_jenis_bantuan",)
    if langkah.cabang and langkah.tidak_berlaku_untuk:
        yield ("keputusan_tidak_berlaku",)
    if langkah.cabang and langkah.urutan == len(definisi.langkah):
        yield ("keputusan_terakhir",)


def _cabang(definisi: DefinisiSop, langkah: Langkah) -> Iterator[BentukSalahError]:
    """What data answers leads on, never back: the same answer would come again for ever."""
    cabang = langkah.cabang
    letak = (f"langkah {langkah.urutan}", "cabang")
    if cabang is None:
        return
    if not cabang.tanya.tampil:
        yield BentukSalahError(letak, "cabang_tanpa_tanya")
    if cabang.penentu and min(cabang.ya, cabang.tidak) < langkah.urutan:
        yield BentukSalahError(letak, "cabang_data_kembali")
    if cabang.penentu and not _diketahui(definisi, langkah.urutan, cabang.penentu):
        yield BentukSalahError(letak, "cabang_data_belum_ada")


def _diketahui(definisi: DefinisiSop, urutan: int, fakta: Fakta) -> bool:
    """Tell whether a fact can be known at a step; one that no single aksi brings about is looked up as it stands."""
    aksi = _DARI.get(fakta) or (MELETAKKAN.get(fakta),)
    return aksi == (None,) or any(lk.aksi in aksi and lk.urutan <= urutan for lk in definisi.langkah)


def _urutan_kerja(definisi: DefinisiSop, langkah: Langkah) -> Iterator[BentukSalahError]:
    """Work that stands on other work comes after it, whatever way the branches lead and whatever aid is given."""
    perlu = PERLU.get(langkah.aksi, ())
    jenis: tuple[JenisBantuan | None, ...] = definisi.aturan.jenis_bantuan or (None,)
    maju = {lk.urutan: sahih.tujuan(definisi, lk.urutan) for lk in definisi.langkah}
    for satu in jenis if perlu else ():
        sumber = {lk.urutan for lk in definisi.langkah if lk.aksi in perlu and satu not in lk.tidak_berlaku_untuk}
        terlewat = langkah.urutan in sahih.jangkauan(maju, 1, sumber - {langkah.urutan})
        if terlewat and satu not in langkah.tidak_berlaku_untuk:
            untuk = f" untuk bantuan {label(satu).lower()}" if satu and satu in _terbatas(definisi) else ""
            kata = " atau ".join(AKSI[aksi] for aksi in perlu)
            yield BentukSalahError((f"langkah {langkah.urutan}",), "kerja_belum_ada", perlu=kata, untuk=untuk)
            return


def _terbatas(definisi: DefinisiSop) -> set[JenisBantuan]:
    """Give the kinds of aid that some step is not for."""
    return {jenis for lk in definisi.langkah for jenis in lk.tidak_berlaku_untuk}


# --- in words --------------------------------------------------------------------------------------------------------


def _masalah(definisi: DefinisiSop, salah: BentukSalahError) -> Masalah:
    """Write one sentence: names instead of numbers and codes."""
    kepala, *sisa = salah.letak or ("SOP",)
    jenis, _, nomor = kepala.partition(" ")
    langkah = None
    if jenis == "langkah" and nomor.isdigit():
        langkah = int(nomor)
        lk = definisi.langkah_ke(langkah)
        kepala = f"langkah {lk.label} ({lk.nama_layar.tampil})"
    letak = ", ".join((kepala, *sisa))
    sebab = sebab_rusak(salah.sebab, **_sebut(definisi, salah.fakta))
    return Masalah(langkah, f"{letak[:1].upper()}{letak[1:]}: {sebab}.")


def _sebut(definisi: DefinisiSop, fakta: Mapping[str, Any]) -> dict[str, Any]:
    """Put the names that people know in the place of codes."""
    nama = {d.kode: d.nama.tampil for lk in definisi.langkah for d in lk.dokumen}
    nama |= {peran.kode: peran.label.tampil for peran in definisi.peran}
    return {kunci: nama.get(nilai, nilai) if isinstance(nilai, str) else nilai for kunci, nilai in fakta.items()}
