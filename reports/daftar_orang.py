"""The table of people that several papers share: a heading row per desa, its subtotal, the grand total with terbilang.

Identity held by construction: subtotals and total are sums of the rows that were drawn.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.bahasa.angka import bilangan, terbilang, terbilang_rupiah
from app.dokumen.isi_daftar import BarisOrang, IsiDaftar, Jumlah
from app.identitas import kelompokkan
from reports.huruf import MIRING, TEBAL, patahkan
from reports.lembar import Lembar
from reports.tabel import Kolom, Sel, Tabel
from reports.tata_letak import TataLetak

_TERLEBAR = 212.0  # sum of column widths up to which a standing sheet holds a NIK on one line


@dataclass(frozen=True, slots=True)
class KolomOrang:
    """A column and what a person has in it; `uang` marks the one that is added up."""

    kolom: Kolom
    nilai: Callable[[BarisOrang], str]
    uang: bool = False


NOMOR = KolomOrang(Kolom("No.", 10, "tengah"), lambda b: str(b.nomor))
NAMA = KolomOrang(Kolom("Nama", 45), lambda b: b.nama)
NIK = KolomOrang(Kolom("NIK", 39, "tengah"), lambda b: kelompokkan(b.nik))
ALAMAT = KolomOrang(Kolom("Alamat", 45), lambda b: b.alamat_lengkap)
KATEGORI = KolomOrang(Kolom("Kategori", 27), lambda b: b.kategori)
WALI = KolomOrang(Kolom("Wali", 30), lambda b: b.wali)
BARANG = KolomOrang(Kolom("Barang", 34), lambda b: "; ".join(g.sebutan for g in b.barang))
BESAR = KolomOrang(
    Kolom("Jumlah (Rp)", 26, "kanan"), lambda b: "" if b.nominal is None else bilangan(b.nominal), uang=True
)
KETERANGAN = KolomOrang(Kolom("Ket.", 18), lambda b: b.keterangan)


def kolom_penerima(isi: IsiDaftar, *akhir: KolomOrang) -> list[KolomOrang]:
    """Return the columns that a list of recipients needs: no money column where there is no money, and so on."""
    kolom = [NOMOR, NAMA, NIK, ALAMAT, KATEGORI]
    if isi.ada_wali:
        kolom.append(WALI)
    if isi.ada_barang:
        kolom.append(BARANG)
    if isi.uang:
        kolom.append(BESAR)
    return [*kolom, *akhir]


def letak_daftar(tata_letak: TataLetak, kolom: Sequence[KolomOrang]) -> TataLetak:
    """Return the page for these columns: standing, or lying when an identifier would not fit on one line."""
    lebar = sum(k.kolom.lebar for k in kolom)
    return tata_letak.lanskap() if lebar > _TERLEBAR else tata_letak.daftar()


def tabel_orang(
    lembar: Lembar,
    isi: IsiDaftar,
    kolom: Sequence[KolomOrang],
    *,
    per_desa: bool,
    penutup: Callable[[Jumlah], float],
    ukuran: float = 9,
    tinggi: float = 0,
) -> Jumlah:
    """Draw the people and their totals.

    Args:
        lembar: where.
        isi: the list; its rows are used up.
        kolom: the columns.
        per_desa: head and subtotal every desa (for lists over several).
        penutup: tells how many points of what follows must stay with the last rows.
        ukuran: size of the words in points.
        tinggi: least height of a row in mm.
    """
    tabel = Tabel(lembar, [k.kolom for k in kolom], ukuran=ukuran, tinggi=tinggi, bernomor=True)
    jumlah = desa = Jumlah()
    kini: BarisOrang | None = None
    for b in isi.baris:
        if per_desa and (kini is None or b.kode_desa != kini.kode_desa):
            if kini is not None:
                _jumlahkan(tabel, kolom, f"Jumlah {kini.desa or 'tanpa desa'}", desa)
            tabel.baris([Sel(_nama_desa(b), rentang=len(kolom), rata="kiri")], tebal=True, lengket=True)
            desa = Jumlah()
        tabel.baris([k.nilai(b) for k in kolom])
        jumlah, desa, kini = jumlah.tambah(b), desa.tambah(b), b
    if per_desa and kini is not None:
        _jumlahkan(tabel, kolom, f"Jumlah {kini.desa or 'tanpa desa'}", desa)
    if kini is None:
        tabel.baris([Sel("Tidak ada nama dalam daftar ini.", rentang=len(kolom), rata="tengah")])
    _jumlahkan(tabel, kolom, "JUMLAH", jumlah)
    tabel.selesai(penutup(jumlah))
    return jumlah


def _nama_desa(b: BarisOrang) -> str:
    return ", ".join(
        filter(None, (b.desa or "Desa belum diketahui", f"Kecamatan {b.kecamatan}" if b.kecamatan else ""))
    )


def _jumlahkan(tabel: Tabel, kolom: Sequence[KolomOrang], label: str, jumlah: Jumlah) -> None:
    """Add a row of sums: how many people, and how much where there is a column for it."""
    teks = f"{label}: {bilangan(jumlah.orang)} orang"
    ke = next((i for i, k in enumerate(kolom) if k.uang), None)
    if ke is None:
        tabel.baris([Sel(teks, rentang=len(kolom))], tebal=True, latar=True)
        return
    sel = [Sel(teks, rentang=ke), Sel(bilangan(jumlah.rupiah or 0), rata="kanan")]
    sisa = len(kolom) - ke - 1
    tabel.baris([*sel, Sel("", rentang=sisa)] if sisa else sel, tebal=True, latar=True)


def baris_terbilang(isi: IsiDaftar, jumlah: Jumlah) -> str:
    """Spell the total: money where the list has money, else people."""
    if isi.uang and jumlah.rupiah is not None:
        return f"Terbilang: {terbilang_rupiah(jumlah.rupiah)}"
    return f"Terbilang: {terbilang(jumlah.orang)} orang"


def tulis_terbilang(lembar: Lembar, isi: IsiDaftar, jumlah: Jumlah) -> None:
    """Write the spelt total below the table."""
    lembar.spasi(1.5)
    lembar.baris(baris_terbilang(isi, jumlah), huruf=MIRING, ukuran=10)
    lembar.spasi(5)


def tinggi_terbilang(lembar: Lembar, isi: IsiDaftar, jumlah: Jumlah) -> float:
    """Return the points that `tulis_terbilang` takes."""
    return len(patahkan(baris_terbilang(isi, jumlah), MIRING, 10, lembar.lebar)) * 12.5 + 20


def judul_daftar(lembar: Lembar, isi: IsiDaftar) -> None:
    """Write the heading of a list: its title, the kegiatan, the year and tahap, the desa."""
    k = isi.kepala
    lembar.judul(*isi.judul, ukuran=12)
    lembar.baris(k.kegiatan.upper(), huruf=TEBAL, ukuran=11, rata="tengah")
    if k.baris_tahun:
        lembar.baris(k.baris_tahun.upper(), huruf=TEBAL, ukuran=11, rata="tengah")
    lembar.spasi(3)
    baris = [("Desa/Kelurahan", isi.desa), ("Kecamatan", isi.kecamatan), ("Dasar", isi.dasar)]
    lembar.pasangan([p for p in baris if p[1]], lebar_label=30, ukuran=10)
