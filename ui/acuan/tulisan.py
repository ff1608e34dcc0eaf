"""What the pages say of reference lists, without widgets: chips of a person, states and counts of a list."""

from app.acuan.bentuk import BERDESIL, BarisDaftarAcuan, RingkasanAcuan
from app.acuan.tanda import Cara, Tanda, TandaAcuan, desil_acuan
from app.bahasa.angka import bilangan
from app.bahasa.istilah import label
from db.istilah import JenisAcuan, StatusImpor
from ui.tema import Nada

_TERCATAT = {JenisAcuan.MENINGGAL: "meninggal", JenisAcuan.PINDAH: "pindah"}


def chip(tanda: Tanda, desil_maks: int | None = None) -> list[tuple[str, Nada]]:
    """Give what the lists in force say of a person, the gravest first.

    Args:
        desil_maks: the highest desil that the kegiatan takes; None: no limit, or no kegiatan.
    """
    return [*_tercatat(tanda), *_desil(tanda, desil_maks)]


def _tercatat(tanda: Tanda) -> list[tuple[str, Nada]]:
    hasil = []
    for t in tanda:
        if t.jenis in _TERCATAT:
            apa = _TERCATAT[t.jenis]
            gawat = t.ada and t.jenis is JenisAcuan.MENINGGAL
            hasil.append((f"{'Tercatat' if t.ada else 'Mungkin'} {apa}", Nada.BAHAYA if gawat else Nada.PERHATIAN))
    return hasil


def _desil(tanda: Tanda, maks: int | None) -> list[tuple[str, Nada]]:
    berdesil = desil_acuan(tanda)
    if berdesil and berdesil.desil:
        if maks is not None and berdesil.desil > maks:
            return [(f"Desil {berdesil.desil}, batasnya {maks}", Nada.BAHAYA)]
        return [(f"Desil {berdesil.desil}", Nada.NETRAL if maks is None else Nada.BAIK)]
    keluarga = [t for t in tanda if t.jenis in BERDESIL]
    ada = next((t for t in keluarga if t.ada), None)
    if ada:
        return [(f"Ada di {label(ada.jenis)}", Nada.NETRAL)]
    mungkin = next((t for t in keluarga if t.cara is Cara.MUNGKIN), None)
    if mungkin:
        return [(f"Mungkin ada di {label(mungkin.jenis)}", Nada.PERHATIAN)]
    return [(f"Tidak ada di {'/'.join(label(t.jenis) for t in keluarga)}", Nada.PERHATIAN)] if keluarga else []


def perlu_dilihat(tanda: Tanda, desil_maks: int | None = None) -> tuple[str, Nada] | None:
    """Give the gravest mark that asks for a look, for a list with room for one; None when nothing does."""
    return next((c for c in chip(tanda, desil_maks) if c[1] in (Nada.BAHAYA, Nada.PERHATIAN)), None)


def asal(tanda: Tanda) -> str:
    """Say which lists were asked, for a tooltip."""
    return "\n".join(_asal(t) for t in tanda)


def _asal(t: TandaAcuan) -> str:
    sebutan = t.daftar.sebutan[0].upper() + t.daftar.sebutan[1:]
    cara = {
        Cara.NIK: "NIK sama",
        Cara.KELUARGA: "No. KK sama",
        Cara.MUNGKIN: "mungkin orang yang sama",
        Cara.TIDAK: "tidak tercantum",
    }[t.cara]
    return f"{sebutan}: {cara}"


def keadaan(b: BarisDaftarAcuan) -> tuple[str, Nada]:
    """Say whether a list is in force."""
    if b.status is StatusImpor.DIBATALKAN:
        return "Ditarik", Nada.NETRAL
    return ("Berlaku", Nada.BAIK) if b.berlaku else ("Terdahulu", Nada.NETRAL)


def isi(r: RingkasanAcuan, jenis: JenisAcuan) -> str:
    """Say in few words what a list holds."""
    bagian = [f"{bilangan(r.diambil)} baris"]
    if jenis in BERDESIL:
        bagian += [f"{bilangan(r.keluarga)} No. KK", f"{bilangan(r.berdesil)} berdesil"]
    else:
        bagian.append(f"{bilangan(r.bernik)} dengan NIK")
    return " · ".join(bagian)
