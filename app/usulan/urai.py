"""Turns the cells of one row into a person's values, and says what is wrong with each cell by itself.

Columns are sorted out once per sheet and words are tidied column by column. A row of which there is nothing to say
comes from `app.usulan.polos`; what is here reads the others, cell by cell.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeGuard

from app.bahasa.waktu import tanggal as tulis_tanggal
from app.bahasa.waktu import tukar_hari_bulan
from app.identitas import Identitas, baca_nik, baca_no_kk, baca_rekening, baca_telepon, kosong, nama_cari, samarkan
from app.usulan.baca import Sel
from app.usulan.bentuk import Baris
from app.usulan.kata_daftar import kategori_di, kelamin_di, kode_kelamin, nomor_rt
from app.usulan.lajur import Lajur
from app.usulan.lipat import catat_isian, lengkapi
from app.usulan.nomor import angka_rusak, banyak_digit, masalah_nik, sela, tampilkan, uang_diusulkan
from app.usulan.polos import Kolom, PembacaPolos, lengkapi_rt
from app.usulan.sel import rapikan, teks
from app.usulan.tanggal import baca_tanggal, baca_umur, pisah_ttl
from app.usulan.temukan import Daftar
from db.istilah import Kategori

_WALI = re.compile(r"^\s*(?:NAMA\s+)?WALI(?:NYA)?\s*[:=]\s*(.{3,})$", re.IGNORECASE)
_MEMBULAT, _MEMBULAT_SEDIKIT = 0.9, 5
"""Share of NIK that end in 0, and of how many at least, before all of them are doubted; one in ten does by nature."""
_KHUSUS = frozenset(
    {
        "nik",
        "no_kk",
        "nik_kk",
        "nama_nik",
        "jenis_kelamin",
        "tanggal_lahir",
        "ttl",
        "rt",
        "rw",
        "rt_rw",
        "telepon",
        "telepon_wali",
        "nik_wali",
    }
    | {"no_rekening", "no_kks", "umur", "no"}
)


@dataclass(frozen=True, slots=True)
class Pedoman:
    """What cells are judged by.

    Attributes:
        hari_ini: today where the office lies.
        prefiks_ada: tells whether six digits of a NIK ever were a region.
        kategori: the only kategori of the kegiatan, or empty.
    """

    hari_ini: date
    prefiks_ada: Callable[[str], bool]
    kategori: str = ""
    ubahan: Mapping[tuple[int, str, int, int], str] = field(default_factory=dict)
    tanpa_nik: frozenset[tuple[int, str, int]] = frozenset()


class Pengurai:
    """Reads the rows of one list."""

    def __init__(self, daftar: Daftar, berkas: int, pedoman: Pedoman) -> None:
        self._daftar = daftar
        self._berkas = berkas
        self._p = pedoman
        peta = daftar.peta
        self._kolom = peta
        self._huruf = {k.bidang: "" if k.maya else k.huruf for k in daftar.kolom if k.bidang}
        self._huruf.setdefault("tanggal_lahir", self._huruf.get("ttl", ""))
        self._teks: list[tuple[int, str, dict[str, str]]] = [
            (k, bidang, {}) for bidang, k in peta.items() if bidang not in _KHUSUS
        ]
        self._nomor = [(bidang, peta[bidang], baca) for bidang, baca in _NOMOR if bidang in peta]
        self._nik_kk_jk = [peta.get(bidang, -1) for bidang in ("nik", "no_kk", "jenis_kelamin")]
        self._rt_rw = [peta.get(bidang, -1) for bidang in ("rt", "rw")]
        self._sumber_rt = [peta[bidang] for bidang in ("rt_rw", "rt", "alamat") if bidang in peta]
        self._bernominal = "nominal" in peta
        self._isian = daftar.isian
        self._kode_jk = kode_kelamin(next((k.judul for k in daftar.kolom if k.bidang == "jenis_kelamin"), ""))
        self._dicatat = bool(daftar.lembar.galat or daftar.lembar.rumus_kosong)
        self._umum = kategori_di(daftar.lembar.nama) or kategori_di(" ".join(daftar.kop)) or pedoman.kategori
        self._satu_kategori = not (daftar.bagian or peta.keys() & {"kategori", "ragam_disabilitas"})
        self._ubahan = {(b, k): isi for (n, lembar, b, k), isi in pedoman.ubahan.items()
                        if n == berkas and lembar == daftar.lembar.nama}  # fmt: skip
        self._baris_ubah = {b for b, _ in self._ubahan}
        self._nik_membulat = _membulat(daftar, self._nik_kk_jk[0])
        self._polos = self._pembaca_polos()

    def _pembaca_polos(self) -> PembacaPolos | None:
        if self._nik_membulat or not PembacaPolos.berlaku(self._kolom):
            return None
        lembar = self._daftar.lembar
        galat = {b for b, _ in (*lembar.galat, *lembar.rumus_kosong)}
        khusus = frozenset({*self._isian, *(b - 1 for b in self._baris_ubah), *galat})
        kolom = Kolom(self._kolom, self._nomor, self._sumber_rt, self._kode_jk, lembar.geser_hari)
        return PembacaPolos(kolom, self._p.hari_ini, self._p.prefiks_ada, khusus)

    def urai(self, indeks: Sequence[int]) -> list[Baris]:
        """Read the rows with these indexes (from 0)."""
        return self.lajur(indeks).semua()

    def lajur(self, indeks: Sequence[int]) -> Lajur:
        """Read the rows with these indexes (from 0); those that are not plain stand as rows of their own."""
        seadanya = not (self._isian or self._baris_ubah)
        sel = [*map(self._daftar.lembar.baris.__getitem__, indeks)] if seadanya else [self._isi(n) for n in indeks]
        lebar = max(map(len, sel), default=0)
        kolom = list(zip(*(s if len(s) == lebar else [*s, *[""] * (lebar - len(s))] for s in sel), strict=True))
        kata = {bidang: _rapikan_kolom(kolom[k], ingat) for k, bidang, ingat in self._teks if k < lebar}
        if self._polos and "nama" in kata:
            isi, lahir, polos = self._polos.baca(indeks, sel, kolom, kata)
        else:
            isi, lahir, polos = {**kata}, [None] * len(sel), [False] * len(sel)
        nama = kata.get("nama") or [""] * len(sel)
        lajur = Lajur(
            self._berkas, self._daftar.lembar.nama, self._huruf, [n + 1 for n in indeks], sel,
            {bidang: satu for bidang, satu in isi.items() if any(satu)}, lahir, self._kategori_kolom(indeks, kata),
            list(map(nama_cari, nama)), khas=frozenset(ke for ke, ya in enumerate(polos) if not ya),
        )  # fmt: skip
        for ke in lajur.khas:
            nilai = {b: isi[ke] for b, isi in kata.items() if isi[ke]}
            lajur.baris[ke] = self._urai(indeks[ke], sel[ke], nilai, lajur.kategori[ke])
        return lajur

    def _urai(self, indeks: int, sel: list[Sel], nilai: dict[str, str], kategori: str) -> Baris:
        baris = Baris(self._berkas, self._daftar.lembar.nama, indeks + 1, sel, self._huruf, nilai, kategori=kategori)
        lebar = len(sel)
        if self._dicatat:
            self._sel_rusak(baris, indeks)
        if indeks in self._isian:
            catat_isian(baris, self._daftar, self._ubahan)
        self._nama(baris, sel)
        nik, no_kk, jenis = [sel[k] if 0 <= k < lebar else "" for k in self._nik_kk_jk]
        self._nik(baris, nik)
        self._no_kk(baris, no_kk)
        self._kelamin(baris, jenis)
        if "umur" in self._kolom:
            self._umur(baris, sel)
        self._lahir(baris, sel)
        self._tempat_tinggal(baris, sel)
        self._nomor_lain(baris, sel)
        if self._bernominal:
            self._nominal(baris, nilai.get("nominal", ""))
        return baris

    def _isi(self, indeks: int) -> list[Sel]:
        sel = self._daftar.lembar.baris[indeks]
        if indeks in self._isian:
            sel = lengkapi(sel, self._isian[indeks])
        if indeks + 1 in self._baris_ubah:
            ubah = {k: isi for (b, k), isi in self._ubahan.items() if b == indeks + 1}
            sel = [*sel, *[""] * (max(ubah) + 1 - len(sel))]
            for kolom, tulisan in ubah.items():
                sel[kolom] = tulisan
        return sel

    def _ambil(self, sel: list[Sel], bidang: str) -> Sel:
        kolom = self._kolom.get(bidang, -1)
        return sel[kolom] if 0 <= kolom < len(sel) else ""

    def _sel_rusak(self, baris: Baris, indeks: int) -> None:
        lembar = self._daftar.lembar
        for bidang, kolom in self._kolom.items():
            if (indeks + 1, kolom) in self._ubahan:
                continue
            if (indeks, kolom) in lembar.galat:
                baris.catat("sel_galat", bidang, tertulis=lembar.galat[indeks, kolom])
            elif (indeks, kolom) in lembar.rumus_kosong:
                baris.catat("rumus_tanpa_nilai", bidang)

    def _nama(self, baris: Baris, sel: list[Sel]) -> None:
        nama, mentah = baris.nama, self._ambil(sel, "nama")
        if not nama[:1].isalpha() and not any(h.isalpha() for h in nama):
            baris.nilai.pop("nama", None)
            baris.catat("nama_kosong", "nama")
        elif isinstance(mentah, str) and mentah is not nama and mentah.strip() != nama:
            baris.catat("dirapikan", "nama", dari=mentah.strip(), menjadi=nama)

    # --- identifiers -------------------------------------------------------------------------------------------------

    def _nik(self, baris: Baris, sel: Sel) -> None:
        if isinstance(sel, str) and len(sel) == 16 and sel.isdigit() and sel.isascii():
            isi = sel
            if self._nik_membulat and sel[-1] == "0" and (baris.nomor, self._nik_kk_jk[0]) not in self._ubahan:
                self._nik_ditolak(baris, "nik_rusak_excel", sel)
                isi = ""
        else:
            isi = self._nik_lain(baris, sel)
        baris.nik = isi
        if not isi or isi == "0" * 16:
            self._nik_kosong(baris)
            return
        baris.nilai["nik"] = isi
        for masalah in masalah_nik(isi, self._p.prefiks_ada):
            bagian = {"tanggal": isi[6:12], "wilayah": isi[:6], "urut": isi[12:]}[masalah]
            baris.catat(f"nik_{masalah}", "nik", bagian=bagian)

    def _nik_kosong(self, baris: Baris) -> None:
        baris.nik = ""
        if not any(h.bidang == "nik" for h in baris.hasil):
            baris.catat("nik_kosong", "nik")

    def _nik_lain(self, baris: Baris, sel: Sel) -> str:
        """Read a NIK that is not plainly sixteen digits; return it, or empty with the reason noted."""
        rusak = angka_rusak(sel)
        dibaca = baca_nik(rusak.isi if rusak else teks(sel), self._p.prefiks_ada)
        if not dibaca.isi:
            return ""
        if (rusak and rusak.hilang) or "pangkat" in dibaca.masalah or "panjang" in dibaca.masalah:
            kode = "nik_panjang" if "panjang" in dibaca.masalah and not (rusak and rusak.hilang) else "nik_rusak_excel"
            self._nik_ditolak(baris, kode, dibaca.isi)
            return ""
        if rusak is None and isinstance(sel, str) and sel != dibaca.isi:
            baris.catat("dirapikan", "nik", dari=sela(sel), menjadi=samarkan(dibaca.isi))
        return dibaca.isi

    def _nik_ditolak(self, baris: Baris, kode: str, tertulis: str) -> None:
        """Refuse the row for its NIK, unless somebody chose to take it without."""
        if baris.kunci in self._p.tanpa_nik:
            baris.nilai["nik_tertulis"] = tertulis
            baris.catat("nik_kosong", "nik")
        else:
            baris.nilai["nik"] = tertulis
            baris.catat(kode, "nik", tertulis=banyak_digit(tertulis) if kode == "nik_panjang" else tampilkan(tertulis))

    def _no_kk(self, baris: Baris, sel: Sel) -> None:
        if isinstance(sel, str) and len(sel) == 16 and sel.isdigit() and sel.isascii() and sel != "0" * 16:
            baris.no_kk = baris.nilai["no_kk"] = sel
            return
        rusak = angka_rusak(sel)
        dibaca = baca_no_kk(rusak.isi if rusak else teks(sel))
        if not dibaca.isi:
            return
        baris.nilai["no_kk"] = dibaca.isi
        if (rusak and rusak.hilang) or "pangkat" in dibaca.masalah:
            baris.catat("kk_rusak_excel", "no_kk", tertulis=tampilkan(dibaca.isi))
        elif dibaca.masalah:
            baris.catat("kk_panjang", "no_kk", tertulis=banyak_digit(dibaca.isi))
        else:
            baris.no_kk = dibaca.isi
            if rusak is None and isinstance(sel, str) and sel != dibaca.isi:
                baris.catat("dirapikan", "no_kk", dari=sela(sel), menjadi=samarkan(dibaca.isi))

    def _nomor_lain(self, baris: Baris, sel: list[Sel]) -> None:
        for bidang, kolom, baca in self._nomor:
            if kolom < len(sel) and (tulisan := teks(sel[kolom])) and (isi := baca(tulisan).isi):
                baris.nilai[bidang] = isi
        ket = baris.nilai.get("keterangan")
        if ket and "nama_wali" not in baris.nilai and (cocok := _WALI.match(ket)):
            baris.nilai["nama_wali"] = cocok[1].strip()

    def _nominal(self, baris: Baris, tertulis: str) -> None:
        """Doubt an amount that cannot be given: what a list names goes into the decree."""
        if not kosong(tertulis) and uang_diusulkan(tertulis) is None:
            baris.catat("nominal_tak_sah", "nominal", tertulis=banyak_digit(tertulis))

    # --- who ---------------------------------------------------------------------------------------------------------

    def _kelamin(self, baris: Baris, sel: Sel) -> None:
        if sel == "":
            return
        tulisan = teks(sel)
        jenis = self._kode_jk.get(tulisan) or kelamin_di(tulisan)
        baris.jenis_kelamin = jenis
        baris.nilai["jenis_kelamin"] = jenis or tulisan
        if jenis and baris.nik and (jenis == "P") != (baris.nik[6] >= "4"):
            lain = {"L": "Perempuan", "P": "Laki-laki"}[jenis]
            baris.catat("nik_beda_jk", "jenis_kelamin", tertulis="Laki-laki" if jenis == "L" else "Perempuan", nik=lain)

    def _umur(self, baris: Baris, sel: list[Sel]) -> None:
        umur = baca_umur(teks(self._ambil(sel, "umur")), self._p.hari_ini)
        if umur is not None:
            baris.umur = umur
            baris.nilai["umur"] = str(umur)

    def _lahir(self, baris: Baris, sel: list[Sel]) -> None:
        isi = self._ambil(sel, "tanggal_lahir")
        if "ttl" in self._kolom:
            isi = self._dari_ttl(baris, self._ambil(sel, "ttl"), isi)
        if isi == "" or (isinstance(isi, str) and kosong(isi)):
            return
        terbaca = baca_tanggal(isi, self._p.hari_ini, baris.umur, self._daftar.lembar.geser_hari)
        if terbaca is None:
            baris.nilai["tanggal_lahir"] = teks(isi)
            baris.catat("tgl_lahir_tak_terbaca", "tanggal_lahir", tertulis=teks(isi))
            return
        baris.lahir = terbaca.tanggal
        baris.nilai["tanggal_lahir"] = terbaca.iso
        if terbaca.dua_digit or terbaca.dibalik:
            baris.catat("dirapikan", "tanggal_lahir", dari=teks(isi), menjadi=tulis_tanggal(terbaca.tanggal))
        if baris.nik and baris.nik[6:12] not in terbaca.nik:
            self._banding_nik(baris, terbaca.tanggal)

    def _dari_ttl(self, baris: Baris, ttl: Sel, isi: Sel) -> Sel:
        """Split a combined cell; a column of its own for the date comes first."""
        if isinstance(ttl, list | float | int):
            return ttl if isi == "" else isi
        tempat, hari = pisah_ttl(ttl)
        if tempat and "tempat_lahir" not in baris.nilai and any(h.isalpha() for h in tempat):
            baris.nilai["tempat_lahir"] = tempat
        baris.nilai.pop("ttl", None)
        return isi if isi != "" else hari or (tempat if any(h.isdigit() for h in tempat) else "")

    def _banding_nik(self, baris: Baris, lahir: date) -> None:
        """Compare a birth date with the NIK's; a difference is lawful, a swap is proved by it."""
        nik = baris.nik
        if any(h.kode == "nik_tanggal" for h in baris.hasil):
            return
        hari, bulan, tahun = int(nik[6:8]) % 40, int(nik[8:10]), int(nik[10:12])
        if (hari, bulan, tahun) == (lahir.day, lahir.month, lahir.year % 100):
            return
        tukar = tukar_hari_bulan(lahir)
        if tukar and (hari, bulan, tahun) == (tukar.day, tukar.month, tukar.year % 100) and tukar <= self._p.hari_ini:
            baris.catat(
                "tgl_tertukar",
                "tanggal_lahir",
                tertulis=tulis_tanggal(lahir),
                nik=tulis_tanggal(tukar),
                iso=tukar.isoformat(),
            )
        else:
            baris.catat(
                "nik_beda_tgl_lahir", "tanggal_lahir", tertulis=tulis_tanggal(lahir), nik=_hari_nik(hari, bulan, tahun)
            )

    def _tempat_tinggal(self, baris: Baris, sel: list[Sel]) -> None:
        nilai = baris.nilai
        rt, rw = [nomor_rt(sel[k]) if 0 <= k < len(sel) else "" for k in self._rt_rw]
        rt, rw = lengkapi_rt(rt, rw, sel, self._sumber_rt)
        if rt:
            nilai["rt"] = rt
        if rw:
            nilai["rw"] = rw

    def _kategori_kolom(self, indeks: Sequence[int], kata: dict[str, list[str]]) -> list[str]:
        """Return the kategori of rows: what they say, what their section says, a named disability, the list's own."""
        if self._satu_kategori:
            return [self._umum] * len(indeks)
        kosong_semua = [""] * len(indeks)
        kategori, ragam = kata.get("kategori", kosong_semua), kata.get("ragam_disabilitas", kosong_semua)
        bagian = [self._daftar.bagian.get(n, "") for n in indeks]
        return [
            kategori_di(k) or kategori_di(b) or (Kategori.DISABILITAS.value if r else "") or self._umum
            for k, b, r in zip(kategori, bagian, ragam, strict=True)
        ]


_NOMOR: tuple[tuple[str, Callable[[str], Identitas]], ...] = (
    ("telepon", baca_telepon),
    ("telepon_wali", baca_telepon),
    ("nik_wali", baca_nik),
    ("no_rekening", baca_rekening),
    ("no_kks", baca_rekening),
)
_INTIP = 64
"""Cells of a column that tell whether its texts repeat."""
_INGAT_MAKS = 4_096
"""Different texts of one column that are remembered; a column of names goes beyond, one of occupations does not."""


def _rapikan_kolom(sel: Sequence[Sel], ingat: dict[str, str]) -> list[str]:
    """Write cells as texts; a text that comes again and again in its column is tidied, and kept, once."""
    if not _teks_semua(sel):
        return [teks(satu) for satu in sel]
    if len(set(sel[:_INTIP])) > _INTIP // 2:  # names: to look each up would cost more than to tidy it
        return [satu if satu.isalnum() and satu.isascii() else rapikan(satu) for satu in sel]
    semua = {satu: ingat.get(satu) or teks(satu) for satu in set(sel)}
    if len(ingat) < _INGAT_MAKS:
        ingat |= {satu: bersih for satu, bersih in semua.items() if satu}
    return list(map(semua.__getitem__, sel))


def _teks_semua(sel: Sequence[Any]) -> TypeGuard[Sequence[str]]:
    try:
        "".join(sel)  # the quickest way to learn it
    except TypeError:
        return False
    return True


def _membulat(daftar: Daftar, kolom: int) -> bool:
    """Tell whether the NIK of a list were rounded before they became text (a CSV out of Excel): nearly all end in 0."""
    baris = daftar.lembar.baris
    semua = (baris[n][kolom] for n in daftar.orang if 0 <= kolom < len(baris[n]))
    banyak = nol = 0
    for satu in semua:
        if isinstance(satu, str) and len(satu) == 16 and satu.isdigit():
            banyak, nol = banyak + 1, nol + (satu[-1] == "0")
            if banyak - nol > (1 - _MEMBULAT) * len(daftar.orang):  # too many already that do not
                return False
    return banyak >= _MEMBULAT_SEDIKIT and nol >= _MEMBULAT * banyak


def _hari_nik(hari: int, bulan: int, tahun: int) -> str:
    return f"{hari:02d}-{bulan:02d}-{tahun:02d}"
