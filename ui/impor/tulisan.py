"""What the wizard's pages show of a preview: frozen, made beside the window's thread, identifiers masked."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.bahasa import galat, pemeriksaan
from app.bahasa.angka import bilangan
from app.bahasa.waktu import tanggal_angka
from app.identitas import rapikan_angka, samarkan
from app.usulan.baca import Sel
from app.usulan.bentuk import Baris, BerkasHasil, Hasil, HasilImpor, LembarHasil, Perbandingan, RingkasanImpor
from app.usulan.peta import Kolom
from app.usulan.sel import asli, kosong
from app.usulan.temukan import Daftar
from db.istilah import Tingkat
from ui.tema import Nada

RAHASIA = frozenset({"nik", "no_kk", "nik_ibu", "nik_ayah", "nik_wali", "nik_kepala_keluarga", "no_rekening", "no_kks"})
"""Fields whose cells are masked until they are mended."""
NIK_RUSAK = frozenset({"nik_panjang", "nik_rusak_excel"})
"""Codes of rows that may be taken without their NIK."""
NADA = {Tingkat.DITOLAK: Nada.BAHAYA, Tingkat.PERLU_DIPERIKSA: Nada.PERHATIAN, Tingkat.DIRAPIKAN: Nada.NETRAL}
CONTOH = 3  # sample values shown for a column
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DARI_JUDUL = ("judul", "ingatan", "pilihan", "blok")
KunciBaris = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class BarisPeriksa:
    """One line of the hasil pemeriksaan.

    Attributes:
        kunci: the row within the import.
        tempat: row number, with file and sheet where there are several; `asal` those two alone.
        isi: the cell, masked; `isi_penuh` as it stands, for mending.
        bisa_diubah: the list has a column for the field.
    """

    kunci: KunciBaris
    nomor: int
    tempat: str
    asal: str
    kolom: str
    bidang: str
    nama: str
    isi: str
    isi_penuh: str
    label: str
    kode: str
    tingkat: Tingkat
    penjelasan: str
    bisa_diubah: bool


@dataclass(frozen=True, slots=True)
class KolomTampil:
    """One column of a sheet: where it is, what it is called, what it holds, how that was found and how surely (0…100),
    some of its values."""

    nomor: int
    huruf: str
    judul: str
    bidang: str | None
    cara: str
    keyakinan: int
    yakin: bool
    contoh: str


@dataclass(frozen=True, slots=True)
class LembarTampil:
    """One sheet: `sebab` says why it is left out; `judul_di` and `baris_judul` (first, last) where its heading is."""

    berkas: int
    nama_berkas: str
    nama: str
    dipakai: bool
    bisa_dipakai: bool
    sebab: str
    orang: int
    judul_di: str
    dilewati: str
    kolom: tuple[KolomTampil, ...]
    baris_judul: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pandangan:
    """A preview as the pages show it.

    Attributes:
        berkas: names of the files that were read. ditolak: name and sentence of each refused file.
        tertukar: birth dates that one act can mend.
        hilang: for a file that replaces, who is no longer in it.
        perbandingan: how many are the same, changed, new or gone beside earlier sendings.
    """

    ringkasan: RingkasanImpor
    berkas: tuple[str, ...]
    ditolak: tuple[tuple[str, str], ...]
    lembar: tuple[LembarTampil, ...]
    baris: tuple[BarisPeriksa, ...]
    hitung: dict[Tingkat, int]
    tertukar: int
    pengirim: str
    hilang: tuple[str, ...]
    per_desa: tuple[tuple[str | None, int], ...]
    perbandingan: Perbandingan


def susun(hasil: HasilImpor) -> Pandangan:
    """Make the view of a preview; in the worker, because it walks every row."""
    terbaca = [b for b in hasil.berkas if b.galat is None]
    baris = tuple(_baris_periksa(hasil))
    return Pandangan(
        hasil.ringkasan,
        tuple(b.nama for b in terbaca),
        tuple((b.nama, galat.kalimat(b.galat)) for b in hasil.berkas if b.galat is not None),
        tuple(_lembar(n, b, satu) for n, b in enumerate(hasil.berkas) for satu in b.lembar),
        baris,
        dict(Counter(b.tingkat for b in baris)),
        sum(b.kode == "tgl_tertukar" for b in baris),
        hasil.pengirim,
        tuple(h.nama for h in hasil.hilang),
        tuple(hasil.per_desa.most_common()),
        hasil.perbandingan,
    )


def _baris_periksa(hasil: HasilImpor) -> Iterable[BarisPeriksa]:
    banyak_berkas = sum(b.galat is None for b in hasil.berkas) > 1
    for berkas in hasil.berkas:
        banyak_lembar = sum(satu.dipakai for satu in berkas.lembar) > 1
        for lembar in berkas.lembar:
            peta = lembar.daftar.peta if lembar.daftar else {}
            for baris in lembar.bercatatan if lembar.dipakai else ():
                asal = [*([berkas.nama] if banyak_berkas else []), *([lembar.nama] if banyak_lembar else [])]
                for satu in baris.hasil:
                    yield _satu(baris, satu, peta.get(satu.bidang), " · ".join(asal))


def _satu(baris: Baris, hasil: Hasil, kolom: int | None, asal: str) -> BarisPeriksa:
    sel = baris.sel[kolom] if kolom is not None and kolom < len(baris.sel) else ""
    penuh = "" if kosong(sel) else asli(sel)
    kalimat = f"{hasil.pesan} {hasil.saran}".strip()
    tempat = f"{baris.nomor} · {asal}" if asal else str(baris.nomor)
    return BarisPeriksa(
        baris.kunci, baris.nomor, tempat, asal, hasil.kolom, hasil.bidang, baris.nama or "—",
        isi_sel(hasil.bidang, tampak(sel) if penuh else ""), penuh, hasil.label, hasil.kode, hasil.tingkat, kalimat,
        kolom is not None,
    )  # fmt: skip


def tampak(sel: Sel) -> str:
    """Write a cell as it stood; a date as offices write it."""
    isi = asli(sel)
    return tanggal_angka(date.fromisoformat(isi)) if isinstance(sel, list) and _ISO.fullmatch(isi) else isi


def isi_sel(bidang: str, isi: str) -> str:
    """Show a cell: identifiers masked, a dash where there is nothing."""
    if not isi:
        return "—"
    angka = rapikan_angka(isi)
    return samarkan(angka) if bidang in RAHASIA and angka.isdigit() and len(angka) > 4 else isi


def _lembar(nomor: int, berkas: BerkasHasil, lembar: LembarHasil) -> LembarTampil:
    daftar = lembar.daftar
    return LembarTampil(
        nomor,
        berkas.nama,
        lembar.nama,
        lembar.dipakai,
        daftar is not None,
        pemeriksaan.LEMBAR_DILEWATI.get(lembar.sebab, ""),
        len(daftar.orang) if daftar else 0,
        judul_di(daftar),
        dilewati(lembar),
        tuple(_kolom(daftar, k) for k in daftar.kolom) if daftar else (),
        daftar.baris_judul if daftar else (0, 0),
    )


def judul_di(daftar: Daftar | None) -> str:
    """Say where the heading stands: `Judul kolom di baris 8, dua tingkat`."""
    if daftar is None:
        return ""
    awal, akhir = daftar.baris_judul
    if not awal:
        return "Tanpa judul kolom; dikenali dari isinya"
    tingkat = {1: "", 2: ", dua tingkat", 3: ", tiga tingkat"}.get(akhir - awal + 1, "")
    return f"Judul kolom di baris {awal}{tingkat}"


def dilewati(lembar: LembarHasil) -> str:
    """Say what else stood in the sheet: what was left out, by kind and how often, and what is read though hidden."""
    hitung = Counter(d.sebab.value for d in lembar.dilewati)
    bagian = [f"{pemeriksaan.DILEWATI[sebab].lower()} {bilangan(n)} baris" for sebab, n in hitung.items()]
    lewat = f"Dilewati: {', '.join(bagian)}" if bagian else "Tidak ada baris yang dilewati"
    tersembunyi = pemeriksaan.kalimat_tersembunyi(lembar.baris_sembunyi, lembar.kolom_sembunyi)
    return f"{lewat}. {tersembunyi}" if tersembunyi else lewat


def _kolom(daftar: Daftar, kolom: Kolom) -> KolomTampil:
    contoh = []
    for indeks in daftar.orang[:50]:
        baris = daftar.sel(indeks)
        if kolom.nomor < len(baris) and not kosong(baris[kolom.nomor]):
            contoh.append(isi_sel(kolom.bidang or "", tampak(baris[kolom.nomor])))
        if len(contoh) == CONTOH:
            break
    return KolomTampil(
        kolom.nomor,
        "" if kolom.maya else kolom.huruf,
        _judul(kolom, tersembunyi=kolom.nomor in daftar.lembar.kolom_sembunyi),
        kolom.bidang,
        pemeriksaan.CARA.get(kolom.cara, ""),
        kolom.keyakinan,
        kolom.cara in _DARI_JUDUL,
        " · ".join(contoh) or "(kosong)",
    )


def _judul(kolom: Kolom, *, tersembunyi: bool) -> str:
    judul = " ".join(kolom.judul.split()) or "(tanpa judul)"
    return f"{judul} (tersembunyi)" if tersembunyi else judul


def kalimat_kepala(p: Pandangan) -> tuple[str, str]:
    """Give the two lines of the card beside the counters: the heading, and what was left out."""
    dipakai = [satu for satu in p.lembar if satu.dipakai]
    if len(dipakai) == 1:
        return dipakai[0].judul_di, dipakai[0].dilewati
    return f"{bilangan(len(dipakai))} lembar dari {bilangan(len(p.berkas))} berkas", "Rinciannya di langkah Kolom"
