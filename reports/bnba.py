"""The BNBA workbook: who receives what, by name and by address, with a summary per desa.

Sheet "BNBA" is the list, sheet "Rekap per desa" adds it up; both totals come from the same rows. Identifiers are text.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from app.bahasa.waktu import tanggal
from app.dokumen.isi_daftar import BarisOrang, IsiDaftar, Jumlah, KolomProfil
from app.profil_kolom.bidang import BIDANG, judul_lazim, pembaca
from reports.buku import Buku, Halaman, buku_baru
from reports.tata_letak import TataLetak

LEMBAR_DAFTAR = "BNBA"
LEMBAR_REKAP = "Rekap per desa"
_UTAMA = (
    "nomor", "nik", "nama", "no_kk", "jenis_kelamin", "tempat_lahir", "tanggal_lahir", "alamat", "rt", "rw", "desa",
    "kecamatan", "kategori",
)  # fmt: skip
_WALI = ("wali", "wali_nik")
_REKENING = ("bank", "rekening", "atas_nama")
_DANA = ("dana_masuk", "diserahkan")


@dataclass(frozen=True, slots=True)
class _Kolom:
    judul: str
    lebar: float
    nilai: Callable[[BarisOrang], Any]
    uang: bool = False


@dataclass(slots=True)
class _Desa:
    """Running sums of one desa."""

    desa: str
    kecamatan: str
    orang: int = 0
    laki: int = 0
    perempuan: int = 0
    rupiah: int = 0


def tulis(isi: IsiDaftar, tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write the workbook to `keluar` and return what it adds up to."""
    kolom = kolom_bnba(isi)
    with buku_baru(keluar) as buku:
        halaman = Halaman(buku, LEMBAR_DAFTAR, [k.lebar for k in kolom], kertas=tata_letak.kertas)
        if isi.polos:
            return _polos(halaman, isi, kolom)
        jumlah, desa = _daftar(halaman, isi, kolom, tata_letak)
        _rekap(buku, isi, tata_letak, desa, jumlah)
    return jumlah


def kolom_bnba(isi: IsiDaftar) -> list[_Kolom]:
    """Return the columns of the layout that was asked for, else those that this list needs, in their order."""
    if isi.kolom:
        return [_Kolom(k.judul, _lebar(k), pembaca(k), uang=k.bidang == "nominal") for k in isi.kolom]
    kode = [*_UTAMA, *(_WALI if isi.ada_wali else ()), "telepon", *(_REKENING if isi.ada_rekening else ())]
    kode += [*(("barang",) if isi.ada_barang else ()), *(("nominal",) if isi.uang else ())]
    kode += [*(_DANA if isi.ada_dana else ()), "keterangan"]
    return [_Kolom(judul_lazim(k), BIDANG[k].lebar, BIDANG[k].ambil, uang=k == "nominal") for k in kode]


def _lebar(kolom: KolomProfil) -> float:
    """Return a width that shows the longest word of the heading, which may take two lines."""
    return max(BIDANG[kolom.bidang].lebar, *(len(kata) + 2 for kata in kolom.judul.split()))


def _polos(halaman: Halaman, isi: IsiDaftar, kolom: list[_Kolom]) -> Jumlah:
    """Write headings and rows alone, as another program takes them."""
    jumlah = Jumlah()
    halaman.bekukan(1)
    halaman.kepala([k.judul for k in kolom], bernomor=False)
    halaman.cetak_judul(1, 1)
    for b in isi.baris:
        halaman.isi([k.nilai(b) for k in kolom])
        jumlah = jumlah.tambah(b)
    halaman.saring(1, halaman.baris_kini)
    return jumlah


def _daftar(
    halaman: Halaman, isi: IsiDaftar, kolom: list[_Kolom], tata_letak: TataLetak
) -> tuple[Jumlah, dict[str, _Desa]]:
    """Write the sheet of people."""
    judul = _judul(isi)
    baris_kepala = len(judul) + 2
    halaman.bekukan(baris_kepala + 1, min(3, len(kolom) - 1))
    for urutan, teks in enumerate(judul):
        halaman.judul(teks, ukuran=13 if urutan == 0 else 11, tebal=urutan < 3)
    halaman.kosong()
    halaman.kepala([k.judul for k in kolom])
    halaman.cetak_judul(baris_kepala, baris_kepala + 1)
    jumlah, per_desa = Jumlah(), dict[str, _Desa]()
    for b in isi.baris:
        halaman.isi([k.nilai(b) for k in kolom])
        jumlah = jumlah.tambah(b)
        _tambahkan(per_desa.setdefault(b.kode_desa, _Desa(b.desa, b.kecamatan)), b)
    halaman.saring(baris_kepala + 1, halaman.baris_kini)
    halaman.isi(_baris_total(kolom, jumlah), tebal=True)
    halaman.kaki(_kaki(isi, tata_letak))
    return jumlah, per_desa


def _judul(isi: IsiDaftar) -> list[str]:
    """Title rows: office, what it is, kegiatan, decree, date."""
    k = isi.kepala
    per = f"Keadaan tanggal {tanggal(k.tanggal)}" if k.tanggal else ""
    nama = k.nama + (f", {k.tahap}" if k.tahap else "")
    tempat = ", ".join(filter(None, (isi.desa, f"Kecamatan {isi.kecamatan}" if isi.kecamatan else "")))
    return [t for t in (*isi.judul, f"{k.kop.pemda} - {k.kop.nama}", nama, tempat, isi.dasar, per) if t]


def _baris_total(kolom: list[_Kolom], jumlah: Jumlah) -> list[Any]:
    """The last row: how many people, how much money."""
    nilai: list[Any] = [jumlah.rupiah or 0 if k.uang else None for k in kolom]
    kata = [i for i, k in enumerate(kolom) if not k.uang and k.lebar > 6] or [0]
    if len(kata) > 1:
        nilai[kata[0]], nilai[kata[1]] = "JUMLAH", f"{jumlah.orang} orang"
    else:
        nilai[kata[0]] = f"JUMLAH {jumlah.orang} orang"
    return nilai


def _tambahkan(desa: _Desa, b: BarisOrang) -> None:
    desa.orang += 1
    desa.laki += b.jenis_kelamin == "L"
    desa.perempuan += b.jenis_kelamin == "P"
    desa.rupiah += b.nominal or 0


def _kaki(isi: IsiDaftar, tata_letak: TataLetak) -> str:
    """Say whose list this is, and who took it out where the office wants that on lists of people."""
    return " - ".join(filter(None, (isi.kepala.kop.nama, isi.kepala.kegiatan, tata_letak.tanda_air)))


def _rekap(buku: Buku, isi: IsiDaftar, tata_letak: TataLetak, per_desa: dict[str, _Desa], jumlah: Jumlah) -> None:
    """Write the sheet of sums per desa."""
    judul = ["NO", "KODE", "DESA/KELURAHAN", "KECAMATAN", "LAKI-LAKI", "PEREMPUAN", "JUMLAH ORANG"]
    lebar: list[float] = [6, 15, 28, 22, 11, 12, 15]
    if isi.uang:
        judul, lebar = [*judul, "NILAI BANTUAN (Rp)"], [*lebar, 20]
    halaman = Halaman(buku, LEMBAR_REKAP, lebar, kertas=tata_letak.kertas, mendatar=False)
    halaman.bekukan(4)
    halaman.judul("REKAPITULASI PER DESA/KELURAHAN", ukuran=13)
    halaman.judul(isi.kepala.nama)
    halaman.kosong()
    halaman.kepala(judul, bernomor=False)
    halaman.cetak_judul(4, 4)
    for nomor, (kode, d) in enumerate(per_desa.items(), 1):
        nilai = [nomor, kode, d.desa, d.kecamatan, d.laki, d.perempuan, d.orang]
        halaman.isi([*nilai, d.rupiah] if isi.uang else nilai)
    laki, perempuan = sum(d.laki for d in per_desa.values()), sum(d.perempuan for d in per_desa.values())
    total = [None, None, "JUMLAH", None, laki, perempuan, jumlah.orang]
    halaman.isi([*total, jumlah.rupiah or 0] if isi.uang else total, tebal=True)
    halaman.kaki(_kaki(isi, tata_letak))
