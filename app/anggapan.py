"""What Salur assumed about an SOP where its document is silent, as sentences that the office confirms.

The sources never say whether days are working days, what a time is counted for, or who does a step: these were
inferred. An office looks at each once; what it has not confirmed stays marked as an assumption.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa import waktu
from app.kerja import Kerja
from app.sop.definisi import Basis, DefinisiSop, Langkah, RentangUsia, SatuanWaktu
from db.istilah import SumberSop
from db.model import Pengaturan

_KUNCI = "anggapan"


@dataclass(frozen=True)
class Anggapan:
    """One assumption.

    Attributes:
        kode: stable within its SOP (`langkah-3-waktu`).
        tentang: what it is about, for the heading of its line.
        kalimat: the assumption as one sentence.
    """

    kode_sop: str
    kode: str
    tentang: str
    kalimat: str


def daftar_anggapan(definisi: DefinisiSop) -> tuple[Anggapan, ...]:
    """Return every assumption of an SOP in the order of its steps."""
    hasil: list[Anggapan] = []
    for nomor, usia in enumerate(definisi.aturan.usia, 1):
        if usia.sumber is SumberSop.ANGGAPAN:
            hasil.append(Anggapan(definisi.kode, f"usia-{nomor}", "Usia penerima", _kalimat_usia(usia)))
    for langkah in definisi.langkah:
        tentang = f"Langkah {langkah.label} · {langkah.nama_layar.tampil}"
        isi = {
            "waktu": _kalimat_waktu(langkah),
            "pelaksana": _kalimat_pelaksana(definisi, langkah),
            "cabang": _kalimat_cabang(definisi, langkah),
            "paraf": _kalimat_paraf(definisi, langkah),
        }
        kode = f"langkah-{langkah.urutan}"
        hasil += [Anggapan(definisi.kode, f"{kode}-{apa}", tentang, kata) for apa, kata in isi.items() if kata]
    return tuple(hasil)


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
    return frozenset((str(b[0]), str(b[1])) for b in baris.nilai.get("butir", [])) if baris else frozenset()


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
