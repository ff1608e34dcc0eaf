"""The order of the steps: add, remove, move, branch. Targets of branches follow the steps that they mean."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.sop.definisi import Aksi, Cabang, DefinisiSop, Fakta, Langkah, Simbol
from app.sop.sunting.awal import BARU, langkah_baru, masukan, pola
from app.sop.sunting.kata import ganti_langkah, kantor, tulis
from db.istilah import SumberSop


def tambah_langkah(definisi: DefinisiSop, sesudah: int, aksi: Aksi) -> DefinisiSop:
    """Put a new step after step `sesudah` (0: at the very beginning)."""
    pelaksana = definisi.langkah[min(sesudah, len(definisi.langkah)) - 1].pelaksana if definisi.langkah else ()
    baru = langkah_baru(definisi, sesudah, aksi, pelaksana)
    semua = list(definisi.langkah)
    semua.insert(sesudah, baru)
    return _susun(definisi, semua)


def hapus_langkah(definisi: DefinisiSop, urutan: int) -> DefinisiSop:
    """Take a step out; a branch that led there leads to the step that followed it."""
    return _susun(definisi, [lk for lk in definisi.langkah if lk.urutan != urutan])


def pindah_langkah(definisi: DefinisiSop, urutan: int, ke: int) -> DefinisiSop:
    """Move a step to place `ke` (1..n)."""
    semua = list(definisi.langkah)
    langkah = semua.pop(urutan - 1)
    semua.insert(max(0, ke - 1), langkah)
    return _susun(definisi, semua)


def atur_aksi(definisi: DefinisiSop, urutan: int, aksi: Aksi) -> DefinisiSop:
    """Change what work of Salur a step is; inputs and papers of the work go with it."""
    if aksi is definisi.langkah_ke(urutan).aksi:
        return definisi
    contoh, awal = pola(aksi), masukan(definisi.langkah[: urutan - 1], aksi)
    return ganti_langkah(definisi, urutan, aksi=aksi, masukan=awal, cetak=contoh.cetak, per_usulan=contoh.per_usulan)


def atur_cabang(
    definisi: DefinisiSop, urutan: int, *, tanya: str, ya: int, tidak: int, penentu: Fakta | None = None
) -> DefinisiSop:
    """Make a step a decision, or change where its answers lead."""
    lama = definisi.langkah_ke(urutan).cabang
    if lama is None:
        milik = SumberSop.PRACTICE
        baru = Cabang(tanya=kantor(tanya), ya=ya, tidak=tidak, sumber_ya=milik, sumber_tidak=milik, penentu=penentu)
    else:
        baru = replace(
            lama,
            tanya=tulis(lama.tanya, tanya),
            ya=ya,
            tidak=tidak,
            sumber_ya=lama.sumber_ya if ya == lama.ya else SumberSop.PRACTICE,
            sumber_tidak=lama.sumber_tidak if tidak == lama.tidak else SumberSop.PRACTICE,
            penentu=penentu,
        )
    return ganti_langkah(definisi, urutan, cabang=baru, simbol=Simbol.KEPUTUSAN)


def hapus_cabang(definisi: DefinisiSop, urutan: int) -> DefinisiSop:
    """Let a decision be a step like others again."""
    return _bersimbol(ganti_langkah(definisi, urutan, cabang=None))


def _susun(definisi: DefinisiSop, semua: Sequence[Langkah]) -> DefinisiSop:
    """Number steps anew in this order."""
    berurut = all(lk.label == str(lk.urutan) for lk in definisi.langkah)
    tempat = {lk.urutan: ke for ke, lk in enumerate(semua, 1)}
    for hilang in range(len(definisi.langkah), 0, -1):
        tempat.setdefault(hilang, min(tempat.get(hilang + 1, len(semua)), len(semua)))
    ada = {lk.urutan for lk in semua}
    baru = [_bernomor(lk, ke, tempat, ada, berurut) for ke, lk in enumerate(semua, 1)]
    return _bersimbol(replace(definisi, langkah=tuple(baru)))


def _bernomor(langkah: Langkah, ke: int, tempat: Mapping[int, int], ada: set[int], berurut: bool) -> Langkah:
    label = str(ke) if berurut or langkah.urutan == BARU else langkah.label
    nomor = langkah.nomor_asli if label == langkah.label else kantor(label)
    cabang = langkah.cabang
    if cabang is not None:
        cabang = replace(
            cabang,
            ya=tempat.get(cabang.ya, cabang.ya),
            tidak=tempat.get(cabang.tidak, cabang.tidak),
            sumber_ya=cabang.sumber_ya if cabang.ya in ada else SumberSop.PRACTICE,
            sumber_tidak=cabang.sumber_tidak if cabang.tidak in ada else SumberSop.PRACTICE,
        )
    return replace(langkah, urutan=ke, label=label, nomor_asli=nomor, cabang=cabang)


def _bersimbol(definisi: DefinisiSop) -> DefinisiSop:
    """Give every step the symbol of its place."""
    akhir = len(definisi.langkah)
    return replace(definisi, langkah=tuple(replace(lk, simbol=_simbol(lk, akhir)) for lk in definisi.langkah))


def _simbol(langkah: Langkah, akhir: int) -> Simbol:
    if langkah.cabang is not None:
        return Simbol.KEPUTUSAN
    if langkah.urutan == 1:
        return Simbol.MULAI
    return Simbol.SELESAI if langkah.urutan == akhir else Simbol.PROSES
