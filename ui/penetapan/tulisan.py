"""What the decree's page says: who stays out and why, doubts, what differs between versions; no widgets here."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from app.bahasa import waktu
from app.bahasa.angka import bilangan, rupiah
from app.bahasa.istilah import label
from app.penetapan import CalonBermasalah, Perbandingan, PeriksaCalon, RingkasanPenetapan
from db.istilah import StatusPenetapan


@dataclass(frozen=True)
class TidakMasuk:
    """Someone layak who is not on the list; `bisa_dikecualikan`: a letter lets them in without NIK."""

    usulan_id: UUID
    nama: str
    kode_desa: str
    sebab: str
    bisa_dikecualikan: bool


def tidak_masuk(periksa: PeriksaCalon, surat: dict[UUID, str]) -> list[TidakMasuk]:
    """Give those who stay out, with the reason; those excused by a letter are on the list and not here."""

    def baris(semua: tuple[CalonBermasalah, ...], sebab: str, *, bisa: bool = False) -> list[TidakMasuk]:
        return [TidakMasuk(c.usulan_id, c.nama, c.kode_desa, sebab, bisa) for c in semua if c.usulan_id not in surat]

    return [
        *baris(periksa.tanpa_nik, "NIK belum ada", bisa=True),
        *baris(periksa.ganda, "Usulan kedua dari orang yang sudah ada di daftar"),
    ]


def keraguan(periksa: PeriksaCalon, desa: Callable[[str], str]) -> list[str]:
    """Give what should be looked at before the list is frozen; nothing of it stops anyone."""
    hasil = []
    if periksa.belum_diputuskan:
        hasil.append(f"{bilangan(periksa.belum_diputuskan)} usulan belum diputuskan dan tidak ikut dalam daftar.")
    if periksa.meninggal:
        nama = ", ".join(c.nama for c in periksa.meninggal[:3])
        hasil.append(f"{bilangan(len(periksa.meninggal))} orang tercatat sudah meninggal: {nama}.")
    if periksa.tanpa_desa:
        nama = ", ".join(c.nama for c in periksa.tanpa_desa[:3])
        hasil.append(
            f"{bilangan(len(periksa.tanpa_desa))} orang belum diketahui desanya dan tidak ikut dokumen per desa: "
            f"{nama}. Betulkan di Data PM/KPM, lalu susun ulang."
        )
    if periksa.lebih_kuota:
        hasil.append(f"Daftar melebihi kuota sebanyak {bilangan(periksa.lebih_kuota)} orang.")
    for kode, lebih in periksa.lebih_kuota_desa.items():
        hasil.append(f"{desa(kode)} melebihi kuotanya sebanyak {bilangan(lebih)} orang.")
    if periksa.lebih_pagu:
        hasil.append(f"Nilai daftar melebihi pagu sebesar {rupiah(periksa.lebih_pagu)}.")
    return hasil


def nama_versi(p: RingkasanPenetapan) -> str:
    """Write `SK Nomor 188/2026 tanggal 5 Januari 2026`, or that it is a draft."""
    if p.status is StatusPenetapan.DRAF:
        return f"Draf {label(p.jenis).lower()}"
    nomor = f"SK Nomor {p.nomor}" if p.nomor else label(p.jenis)
    return f"{nomor} tanggal {waktu.tanggal(p.tanggal)}" if p.tanggal else nomor


def beda(b: Perbandingan) -> str:
    """Sum up two versions: who came, who left, what changed."""
    bagian = [
        f"{bilangan(len(b.ditambah))} ditambah" if b.ditambah else "",
        f"{bilangan(len(b.dikeluarkan))} dikeluarkan" if b.dikeluarkan else "",
        f"{bilangan(len({(p.nama, p.kode_desa) for p in b.berubah}))} berubah datanya" if b.berubah else "",
        f"{bilangan(b.tetap)} tetap" if b.tetap else "",
    ]
    return ", ".join(filter(None, bagian)) or "tidak ada perbedaan"
