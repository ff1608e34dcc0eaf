"""What Salur assumed about an SOP where its document is silent, as sentences that the office confirms.

The sources never say whether days are working days, what a time is counted for, or who does a step: these were
inferred. An office looks at each once; what it has not confirmed stays marked as an assumption.

A confirmation hangs on the words of its step and on what was assumed, never on the step's number: an office that moves
steps finds it where it was, and an assumption that changed is asked about again.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa import waktu
from app.kerja import Kerja
from app.sop import versi
from app.sop.definisi import Basis, DefinisiSop, Langkah, RentangUsia, SatuanWaktu
from db.istilah import SumberSop
from db.model import Pengaturan

_KUNCI = "anggapan"
_LAMA = re.compile(r"langkah-\d+-[a-z]+|usia-\d")
"""Codes by the step's number, as they were kept before."""
_SIDIK = 12  # hex digits that tell the assumptions of one SOP apart


@dataclass(frozen=True)
class Anggapan:
    """One assumption.

    Attributes:
        kode: stable within its SOP, wherever its step stands (`waktu-1f0c…`).
        tentang: what it is about, for the heading of its line.
        kalimat: the assumption as one sentence.
    """

    kode_sop: str
    kode: str
    tentang: str
    kalimat: str


def daftar_anggapan(definisi: DefinisiSop) -> tuple[Anggapan, ...]:
    """Return every assumption of an SOP in the order of its steps."""
    return tuple(a for _, a in _bernomor(definisi))


def _bernomor(definisi: DefinisiSop) -> list[tuple[str, Anggapan]]:
    """Return every assumption with the code by number that it would have had before."""
    hasil: list[tuple[str, Anggapan]] = []
    sudah: Counter[str] = Counter()

    def tambah(lama: str, apa: str, tentang: str, kalimat: str, isi: str) -> None:
        sidik = hashlib.sha256(isi.encode()).hexdigest()[:_SIDIK]
        kode = f"{apa}-{sidik}"
        sudah[kode] += 1  # two steps of the same words and the same assumption stay two
        ke = f"-{sudah[kode]}" if sudah[kode] > 1 else ""
        hasil.append((lama, Anggapan(definisi.kode, f"{kode}{ke}", tentang, kalimat)))

    for nomor, usia in enumerate(definisi.aturan.usia, 1):
        if usia.sumber is SumberSop.ANGGAPAN:
            kata = _kalimat_usia(usia)
            tambah(f"usia-{nomor}", "usia", "Usia penerima", kata, kata)
    for langkah in definisi.langkah:
        tentang = f"Langkah {langkah.label} · {langkah.nama_layar.tampil}"
        isi = {
            "waktu": _kalimat_waktu(langkah),
            "pelaksana": _kalimat_pelaksana(definisi, langkah),
            "cabang": _kalimat_cabang(definisi, langkah),
            "paraf": _kalimat_paraf(definisi, langkah),
        }
        for apa, kata in isi.items():
            if kata:
                inti = _inti_cabang(definisi, langkah) if apa == "cabang" else kata
                tambah(f"langkah-{langkah.urutan}-{apa}", apa, tentang, kata, f"{langkah.kegiatan.tampil}|{inti}")
    return hasil


def _inti_cabang(definisi: DefinisiSop, langkah: Langkah) -> str:
    """Say where an answer leads by the words of that step, which do not change when it is moved."""
    c = langkah.cabang
    if c is None:
        return ""
    return "|".join(
        f"{jawab}:{definisi.langkah_ke(ke).kegiatan.tampil}"
        for jawab, ke, sumber in (("ya", c.ya, c.sumber_ya), ("tidak", c.tidak, c.sumber_tidak))
        if sumber is SumberSop.ANGGAPAN
    )


def _kalimat_usia(usia: RentangUsia) -> str:
    if usia.minimum is not None and usia.maksimum is not None:
        return f"Usia produktif berarti {usia.minimum} sampai {usia.maksimum} tahun."
    if usia.minimum is not None:
        return f"Penerima berusia paling sedikit {usia.minimum} tahun."
    return f"Penerima berusia paling banyak {usia.maksimum} tahun."


def _kalimat_waktu(langkah: Langkah) -> str:
    w = langkah.waktu
    if w.sumber_basis is not SumberSop.ANGGAPAN:
        return ""
    if w.satuan is SatuanWaktu.HARI:
        dasar = "hari Sabtu, Minggu, dan libur tidak dihitung" if w.basis is Basis.KERJA else "semua hari dihitung"
    else:
        dasar = f"dihitung menurut {'hari dan jam kerja kantor' if w.basis is Basis.KERJA else 'kalender'}"
    lama = waktu.lama(w.nilai, w.satuan, w.basis)
    return f"Waktu {lama} berlaku {w.menghitung}; {dasar}."


def _kalimat_pelaksana(definisi: DefinisiSop, langkah: Langkah) -> str:
    if langkah.sumber_pelaksana is not SumberSop.ANGGAPAN or not langkah.pelaksana:
        return ""
    nama = [definisi.peran_kode(kode).label.tampil for kode in langkah.pelaksana]
    return f"Dikerjakan berurutan oleh {' → '.join(nama)}." if len(nama) > 1 else f"Dikerjakan oleh {nama[0]}."


def _kalimat_cabang(definisi: DefinisiSop, langkah: Langkah) -> str:
    c = langkah.cabang
    if c is None or SumberSop.ANGGAPAN not in (c.sumber_ya, c.sumber_tidak):
        return ""
    jawab, ke = ("ya", c.ya) if c.sumber_ya is SumberSop.ANGGAPAN else ("tidak", c.tidak)
    tujuan = definisi.langkah_ke(ke)
    return f"{c.tanya.tampil} Bila {jawab}, lanjut ke langkah {tujuan.label} ({tujuan.nama_layar.tampil})."


def _kalimat_paraf(definisi: DefinisiSop, langkah: Langkah) -> str:
    nama = [definisi.peran_kode(p.peran).label.tampil for p in langkah.paraf if p.sumber is SumberSop.ANGGAPAN]
    return f"Diparaf oleh {' dan '.join(nama)}." if nama else ""


def terkonfirmasi(kerja: Kerja) -> frozenset[tuple[str, str]]:
    """Return what the office confirmed, as (code of the SOP, code of the assumption)."""
    baris = _baris(kerja)
    semua = {(str(b[0]), str(b[1])) for b in baris.nilai.get("butir", [])} if baris else set()
    lama = {b for b in semua if _LAMA.fullmatch(b[1])}
    return frozenset((semua - lama) | _dari_nomor(kerja, lama))


def _dari_nomor(kerja: Kerja, lama: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Read confirmations that were kept by number; one that versions of the SOP understand differently is dropped."""
    hasil: set[tuple[str, str]] = set()
    for kode_sop in {sop for sop, _ in lama}:
        arti: dict[str, set[str]] = {}
        for definisi in versi.riwayat_sop(kerja, kode_sop):
            for nomor, a in _bernomor(definisi):
                arti.setdefault(nomor, set()).add(a.kode)
        for _, kode in (b for b in lama if b[0] == kode_sop):
            if len(jadi := arti.get(kode, set())) == 1:
                hasil.add((kode_sop, next(iter(jadi))))
    return hasil


def konfirmasi(kerja: Kerja, butir: Iterable[tuple[str, str]]) -> None:
    """Note that the office looked at these assumptions and they are right here."""
    wajib(kerja, Hak.ATUR_KANTOR)
    baru = frozenset(butir) - terkonfirmasi(kerja)
    if not baru:
        return
    baris = _baris(kerja) or Pengaturan(kantor_id=kerja.kantor.id, kunci=_KUNCI)
    baris.nilai = {"butir": [list(b) for b in sorted(terkonfirmasi(kerja) | baru)]}
    kerja.sesi.add(baris)
    jejak.catat(kerja, "konfirmasi_anggapan", objek="pengaturan", jumlah=len(baru))


def _baris(kerja: Kerja) -> Pengaturan | None:
    return kerja.sesi.exec(
        select(Pengaturan).where(Pengaturan.kunci == _KUNCI, Pengaturan.kantor_id == kerja.kantor.id)
    ).first()
