"""Words of Beranda: whose turn it is, how far a kegiatan is, how much of the money was handed over."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.angka_kegiatan import AngkaKegiatan
from app.bahasa import waktu
from app.bahasa.angka import bilangan, persen, rupiah
from app.beranda import DesaBeranda, KegiatanBeranda
from app.penggunaan.laporan import PenggunaanTerlambat
from app.sop.kertas import TanpaPindaian
from app.sop.meja import BarisMeja
from db.istilah import Zona
from ui.komponen import Batang
from ui.meja.tulisan import kata_posisi, nama_lengkap
from ui.tema import Nada


def nama_langkah(b: BarisMeja) -> str:
    """Name a step with its number."""
    return f"Langkah {b.label} · {b.nama_langkah}"


def kegiatan_langkah(b: BarisMeja) -> str:
    """Name the kegiatan of a step."""
    return nama_lengkap(b.nama_kegiatan, b.periode)


def pada_siapa(b: BarisMeja, zona: Zona) -> str:
    """Say with whom a step lies, outside or with those who work on it, and until when in the office's time."""
    bagian = [f"Berkas {kata_posisi(b.posisi)}" if b.posisi else f"Pada {', '.join(b.pelaksana)}"]
    if b.dikembalikan:
        bagian.append("dikembalikan")
    if b.batas.batas:
        bagian.append(f"batas waktu {waktu.saat_ringkas(b.batas.batas, zona)}")
    return " · ".join(bagian)


def ucapan_langkah(b: BarisMeja, zona: Zona) -> str:
    """Say a step's line in one sentence, for a screen reader."""
    sisa = b.batas.sisa.kata if b.batas.sisa else ""
    return ", ".join(t for t in (nama_langkah(b), kegiatan_langkah(b), sisa, pada_siapa(b, zona)) if t)


@dataclass(frozen=True)
class Tingkatan:
    """One of the four figures of a kegiatan: how many, out of how many, and the words for it."""

    angka: int
    dari: int
    kata: str


def tingkatan(k: KegiatanBeranda) -> tuple[Tingkatan, ...]:
    """Return usulan → layak → ditetapkan → tersalur; a kegiatan without aid (DTKS) counts its usulan alone.

    Where people receive in several tahap, the last counts hand-overs and says out of how many.
    """
    s = k.angka.seluruh
    usulan = Tingkatan(s.usulan, s.usulan, "usulan")
    if k.ringkasan.jenis_bantuan is None:
        return (usulan,)
    target = s.salur.target.orang
    kata = "tersalur" if target in (0, s.ditetapkan) else f"tersalur dari {bilangan(target)}"
    return (
        usulan,
        Tingkatan(s.layak, s.usulan, "layak"),
        Tingkatan(s.ditetapkan, s.usulan, "ditetapkan"),
        Tingkatan(s.salur.tersalur.orang, target, kata),
    )


def kedudukan(k: KegiatanBeranda) -> str:
    """Say at which step a kegiatan stands."""
    r = k.ringkasan
    if r.langkah_kini is None:
        return "Semua langkah selesai"
    return f"Langkah {r.label_kini} dari {r.jumlah_langkah} · {r.nama_langkah_kini}"


def ucapan_kegiatan(k: KegiatanBeranda) -> str:
    """Say a kegiatan's line in one sentence."""
    angka = (f"{bilangan(t.angka)} {t.kata}" for t in tingkatan(k))
    return ", ".join((nama_lengkap(k.ringkasan.nama, k.ringkasan.periode), kedudukan(k), *angka))


def uang_kegiatan(a: AngkaKegiatan) -> str:
    """Say how much of a kegiatan's money was handed over; empty where it has none."""
    if not a.direncanakan:
        return ""
    return f"{rupiah(a.diserahkan)} dari {rupiah(a.direncanakan)}"


def kata_uang(tersalur: int, rencana: int) -> str:
    """Say what the office handed over."""
    return f"{persen(tersalur, rencana)} sudah diserahkan, sisa {rupiah(rencana - tersalur)}"


def kata_menyusul(menyusul: Sequence[TanpaPindaian]) -> str:
    """Say how many scans are still to come, and of which kegiatan."""
    nama = ", ".join(dict.fromkeys(p.nama_kegiatan for p in menyusul))
    return f"{bilangan(len(menyusul))} tanda tangan di atas kertas belum ada pindaiannya: {nama}."


def kata_penggunaan(p: PenggunaanTerlambat) -> str:
    """Say whose reports on the use of the aid are late, or soon will be."""
    bagian = [f"{bilangan(p.terlambat)} terlambat"] if p.terlambat else []
    bagian += [f"{bilangan(p.segera)} sampai batas waktu minggu ini"] if p.segera else []
    return f"Laporan penggunaan bantuan {p.kegiatan}: {', '.join(bagian)}."


def batang_desa(d: DesaBeranda) -> Batang:
    """Return the bar of a desa: handed over, still owed, and the usulan beyond."""
    angka = f"{bilangan(d.tersalur)} dari {bilangan(d.target)} tersalur" if d.target else f"{bilangan(d.usulan)} usulan"
    bagian = ((d.tersalur, Nada.AKSEN), (d.target - d.tersalur, Nada.PERHATIAN))
    return Batang(d.nama, bagian, max(d.usulan, d.target), angka)
