"""How far the step's own work is, counted off the GUI thread."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from app.angka_kegiatan import angka_kegiatan
from app.bahasa.angka import bilangan, rupiah
from app.kerja import Kerja
from app.sop.definisi import Aksi
from app.verifikasi import ringkasan_verifikasi
from ui.komponen import BarisAlir, BilahKemajuan, Chip, JenisTombol, Kartu, Teks, Tombol, baris
from ui.tema import Nada


@dataclass(frozen=True)
class Kemajuan:
    """Counts of a step's work: `selesai` of `total`, what they are made of, and the words of the link to the rest."""

    kalimat: str
    selesai: int
    total: int
    chip: tuple[tuple[str, Nada], ...]
    tautan: str = ""


def _verifikasi(kerja: Kerja, kegiatan_id: UUID) -> Kemajuan | None:
    h = ringkasan_verifikasi(kerja, kegiatan_id).seluruh
    if not h.diusulkan:
        return None
    putus = h.diusulkan - h.belum
    chip = [(f"{bilangan(h.layak)} layak", Nada.BAIK), (f"{bilangan(h.tidak_layak)} tidak layak", Nada.BAHAYA)]
    if h.ditolak_sistem:
        chip.append((f"{bilangan(h.ditolak_sistem)} ditolak SIKS-NG", Nada.BAHAYA))
    if h.belum:
        chip.append((f"{bilangan(h.belum)} belum", Nada.PERHATIAN))
    kalimat = f"{bilangan(putus)} dari {bilangan(h.diusulkan)} usulan diputuskan"
    return Kemajuan(
        kalimat, putus, h.diusulkan, tuple(chip), f"Lihat {bilangan(h.belum)} yang belum" if h.belum else ""
    )


def _penyaluran(kerja: Kerja, kegiatan_id: UUID) -> Kemajuan | None:
    s = angka_kegiatan(kerja, kegiatan_id).seluruh.salur
    if not s.target.orang:
        return None
    chip = [(f"{bilangan(s.tersalur.orang)} tersalur", Nada.BAIK)]
    if s.gagal.orang:
        chip.append((f"{bilangan(s.gagal.orang)} tidak tersalur", Nada.BAHAYA))
    if s.belum.orang:
        chip.append((f"{bilangan(s.belum.orang)} belum", Nada.PERHATIAN))
    kalimat = f"{bilangan(s.tersalur.orang)} dari {bilangan(s.target.orang)} penerima"
    if s.target.rupiah:
        kalimat += f" · {rupiah(s.tersalur.rupiah)} dari {rupiah(s.target.rupiah)}"
    return Kemajuan(kalimat, s.tersalur.orang, s.target.orang, tuple(chip))


HITUNG: Mapping[Aksi, Callable[[Kerja, UUID], Kemajuan | None]] = {
    Aksi.VERIFIKASI: _verifikasi,
    Aksi.HASIL_SIKS: _verifikasi,
    Aksi.PENYALURAN: _penyaluran,
}


class KartuKemajuan(Kartu):
    """The card; empty until the counts are there."""

    def __init__(self, kemajuan: Kemajuan, buka: Callable[[], object] | None) -> None:
        super().__init__("Kemajuan", Teks(kemajuan.kalimat, "redup"))
        bawah = baris(BarisAlir(*(Chip(*c) for c in kemajuan.chip)))
        bawah.setStretch(0, 1)
        if kemajuan.tautan and buka is not None:
            bawah.addWidget(Tombol(kemajuan.tautan, JenisTombol.TAUTAN, klik=buka))
        self.tambah(BilahKemajuan(kemajuan.selesai, kemajuan.total), bawah)
