"""The procedure part of the SOP AP sheet: the table of steps with symbols in the columns of who does them.

Rows are laid out first (which page, how high), then drawn: words, lines, and at last the flow over them. A flow that
leaves a page ends in a lettered connector and begins again at the same letter.
"""

from dataclasses import dataclass, field

from app.bahasa.waktu import tanggal_pendek
from app.dokumen.isi_sop import IsiSop
from app.sop.definisi import Langkah
from db.istilah import SumberSop
from reports.huruf import BIASA, MIRING, TEBAL, lebar_teks, muat, patahkan
from reports.lembar import GARIS, Lembar
from reports.sop_alur import Alur, Kotak
from reports.tata_letak import MM

_UKURAN = 8.0
_DALAM = 1.2 * MM
_TINGGI_BARIS = 18 * MM
PITA = 10 * MM  # band for connectors at the edge of a page
# Widths in mm of the columns beside the performers: no., kegiatan | kelengkapan, waktu, output, keterangan
_KIRI = (9.0, 52.0)
_KANAN = (38.0, 18.0, 34.0, 22.0)
_NYATA = 35.0  # the column with the real dates of a kegiatan


@dataclass(slots=True)
class _Baris:
    """A step laid out: its words per text column and its height."""

    langkah: Langkah
    sel: list[tuple[str, ...]]
    tinggi: float


@dataclass(slots=True)
class _Muka:
    """One page of steps."""

    baris: list[_Baris] = field(default_factory=list)
    tinggi: float = 0


def _muat_kata(teks: str, ukuran: float, lebar: float) -> float:
    """Return a size at which no word of `teks` must be broken."""
    return min((muat(kata, TEBAL, ukuran, lebar * 0.99, 4.5) for kata in teks.split()), default=ukuran)


def _butir(teks: str) -> str:
    """Put points that the source strung together (`- satu - dua`) on lines of their own."""
    return teks.replace(" - ", "\n- ") if teks.startswith("- ") else teks


class Prosedur:
    """Draws the procedure pages of one SOP."""

    def __init__(self, lembar: Lembar, isi: IsiSop) -> None:
        self._lembar = lembar
        self._isi = isi
        self._pelaksana = isi.kolom_pelaksana()
        kanan = (*_KANAN, _NYATA) if isi.nyata else _KANAN
        sisa = lembar.lebar - sum((*_KIRI, *kanan)) * MM
        satu = max(sisa / len(self._pelaksana), 14 * MM)
        skala = (lembar.lebar - satu * len(self._pelaksana)) / (sum((*_KIRI, *kanan)) * MM)
        self._lebar = [w * MM * skala for w in _KIRI] + [satu] * len(self._pelaksana) + [w * MM * skala for w in kanan]
        self._x = [lembar.kiri + sum(self._lebar[:i]) for i in range(len(self._lebar) + 1)]
        self._kolom_teks = [0, 1, *range(len(self._lebar) - len(kanan), len(self._lebar))]

    def tulis(self) -> None:
        """Draw all pages."""
        muka = self._bagi([self._susun(langkah) for langkah in self._isi.definisi.langkah])
        alur = Alur(self._lembar.kanvas, self._isi, self._x[2], self._x[2 + len(self._pelaksana)])
        for urutan, m in enumerate(muka):
            if urutan:
                self._lembar.halaman_baru()
            self._judul()
            self._kepala()
            self._satu_muka(m, alur, pertama=urutan == 0, terakhir=urutan == len(muka) - 1)
        self._catatan_anggapan()

    # --- layout ----------------------------------------------------------------------------------------------------

    def _susun(self, langkah: Langkah) -> _Baris:
        kata = self._isi.kata
        ket = [kata(langkah.keterangan)]
        if luar := self._isi.tanpa_kolom(langkah):
            ket.append(f"Bersama: {', '.join(luar)}")
        nomor = kata(langkah.nomor_asli) or langkah.label
        teks = [
            nomor,
            kata(langkah.kegiatan),
            _butir(kata(langkah.kelengkapan)),
            kata(langkah.waktu.teks),
            kata(langkah.output),
        ]
        teks.append("\n".join(filter(None, ket)))
        if self._isi.nyata:
            teks.append(self._kata_nyata(langkah))
        sel = [
            patahkan(t, BIASA, _UKURAN, self._lebar[k] - 2 * _DALAM)
            for t, k in zip(teks, self._kolom_teks, strict=True)
        ]
        tinggi = max(_TINGGI_BARIS, max(map(len, sel)) * _UKURAN * 1.2 + 2 * _DALAM)
        return _Baris(langkah, sel, tinggi)

    def _kata_nyata(self, langkah: Langkah) -> str:
        """Tell how a step went: begin, end, working time, and whether it kept its day."""
        b = self._isi.nyata.get(langkah.urutan)
        if b is None or b.mulai is None:
            return b.status if b else ""
        kata = [f"Mulai {tanggal_pendek(b.mulai)}"]
        kata.append(f"Selesai {tanggal_pendek(b.selesai)}" if b.selesai else b.status)
        if b.lama:
            kata.append(f"({b.lama})")
        if b.batas and (b.berjalan or b.selesai):
            kapan = tanggal_pendek(b.batas)
            kata.append(f"Melewati batas waktu {kapan}" if b.lewat else f"Batas waktu {kapan}")
        return "\n".join(kata)

    def _bagi(self, baris: list[_Baris]) -> list[_Muka]:
        """Share the rows out over pages; a page keeps a band free where the flow enters or leaves it."""
        ruang = self._lembar.atas - self._lembar.bawah - self._tinggi_judul() - self._tinggi_kepala()
        muka = [_Muka()]
        for urutan, b in enumerate(baris):
            pita = (PITA if len(muka) > 1 else 0) + (PITA if urutan < len(baris) - 1 else 0)
            if muka[-1].baris and muka[-1].tinggi + b.tinggi + pita > ruang:
                muka.append(_Muka())
            muka[-1].baris.append(b)
            muka[-1].tinggi += b.tinggi
        return muka

    def _baris_judul(self) -> tuple[str, ...]:
        d = self._isi.definisi
        teks = [self._isi.kata(d.kepala.judul) or d.nama, *filter(None, (self._isi.kegiatan,))]
        return tuple(b for t in teks for b in patahkan(t.upper(), TEBAL, 11, self._lembar.lebar))

    def _tinggi_judul(self) -> float:
        return len(self._baris_judul()) * 14 + 3 * MM

    def _judul_pelaksana(self) -> list[tuple[tuple[str, ...], float]]:
        """Words and size of the performers' headings; a long word makes its heading smaller instead of breaking."""
        hasil = []
        for kode in self._pelaksana:
            teks = self._isi.kata(self._isi.definisi.peran_kode(kode).label).upper().replace("/", "/ ")
            lebar = self._lebar[2] - 1.2 * MM
            ukuran = _muat_kata(teks, 7.5, lebar)
            baris = patahkan(teks, TEBAL, ukuran, lebar)
            hasil.append((tuple(b.replace("/ ", "/") for b in baris), ukuran))
        return hasil

    def _tinggi_kepala(self) -> float:
        dalam = max(len(b) * u * 1.2 for b, u in self._judul_pelaksana()) + 2 * _DALAM
        return self._tinggi_induk + max(dalam, 9 * MM) + (self._tinggi_induk if self._isi.definisi.kolom.nomor else 0)

    @property
    def _tinggi_induk(self) -> float:
        return _UKURAN * 1.2 + 2 * _DALAM

    # --- drawing ---------------------------------------------------------------------------------------------------

    def _judul(self) -> None:
        for teks in self._baris_judul():
            self._lembar.y -= 14
            self._lembar.kanvas.setFont(TEBAL, 11)
            self._lembar.kanvas.drawCentredString(self._lembar.kiri + self._lembar.lebar / 2, self._lembar.y + 3, teks)
        self._lembar.y -= 3 * MM

    def _kepala(self) -> None:
        """Draw the headings: performers and mutu baku grouped, the column numbers where the source has them."""
        kolom, kata = self._isi.definisi.kolom, self._isi.kata
        n, atas = len(self._pelaksana), self._lembar.y
        nomor = self._tinggi_induk if kolom.nomor else 0
        bawah = atas - self._tinggi_kepala() + nomor
        tengah = atas - self._tinggi_induk
        for ke, butir in ((0, kolom.no), (1, kolom.kegiatan), (n + 5, kolom.keterangan)):
            self._kotak_kepala(ke, ke + 1, atas, bawah, kata(butir).upper())
        if self._isi.nyata:
            self._kotak_kepala(n + 6, n + 7, atas, bawah, "PELAKSANAAN KEGIATAN")
        self._kotak_kepala(2, n + 2, atas, tengah, kata(kolom.pelaksana).upper())
        self._kotak_kepala(n + 2, n + 5, atas, tengah, kata(kolom.mutu_baku).upper())
        for ke, (baris, ukuran) in enumerate(self._judul_pelaksana(), 2):
            self._kotak_kepala(ke, ke + 1, tengah, bawah, "", baris, ukuran)
        for ke, butir in ((n + 2, kolom.kelengkapan), (n + 3, kolom.waktu), (n + 4, kolom.output)):
            self._kotak_kepala(ke, ke + 1, tengah, bawah, kata(butir))
        if kolom.nomor:
            for ke in range(len(self._lebar)):
                angka = kolom.nomor[ke] if ke < len(kolom.nomor) else ""
                self._kotak_kepala(ke, ke + 1, bawah, bawah - nomor, angka)
        self._lembar.y = bawah - nomor

    def _kotak_kepala(
        self,
        dari: int,
        ke: int,
        atas: float,
        bawah: float,
        teks: str,
        baris: tuple[str, ...] = (),
        ukuran: float = _UKURAN,
    ) -> None:
        c, x, lebar = self._lembar.kanvas, self._x[dari], self._x[ke] - self._x[dari]
        c.setLineWidth(GARIS)
        c.setFillGray(0.9)
        c.rect(x, bawah, lebar, atas - bawah, stroke=1, fill=1)
        c.setFillGray(0)
        if not baris:
            ukuran = _muat_kata(teks, ukuran, lebar - _DALAM)
            baris = patahkan(teks, TEBAL, ukuran, lebar - _DALAM)
        y = (atas + bawah) / 2 + len(baris) * ukuran * 0.6 - ukuran * 0.95
        c.setFont(TEBAL, ukuran)
        for b in baris:
            c.drawCentredString(x + lebar / 2, y, b)
            y -= ukuran * 1.2

    def _satu_muka(self, muka: _Muka, alur: Alur, *, pertama: bool, terakhir: bool) -> None:
        """Draw one page's rows, then the flow over them."""
        if not pertama:
            self._pita()
        kotak = []
        for b in muka.baris:
            atas = self._lembar.y
            self._isi_baris(b)
            kotak.append(Kotak(b.langkah, atas, self._lembar.y, self._pusat(b.langkah), self._lebar[2]))
        if not terakhir:
            self._pita()
        alur.gambar(kotak, atas=kotak[0].atas, bawah=kotak[-1].bawah)

    def _pusat(self, langkah: Langkah) -> list[float]:
        """Middle x of every column that the step passes through."""
        return [(self._x[2 + k] + self._x[3 + k]) / 2 for k in self._isi.pelaksana(langkah)]

    def _pita(self) -> None:
        """Draw an empty row for connectors."""
        atas, self._lembar.y = self._lembar.y, self._lembar.y - PITA
        self._garis(atas, self._lembar.y)

    def _isi_baris(self, b: _Baris) -> None:
        c = self._lembar.kanvas
        atas, bawah = self._lembar.y, self._lembar.y - b.tinggi
        if b.langkah.urutan in self._isi.menyala:
            c.setFillGray(0.93)
            c.rect(self._lembar.kiri, bawah, self._lembar.lebar, b.tinggi, stroke=0, fill=1)
            c.setFillGray(0)
        self._garis(atas, bawah)
        c.setFont(BIASA, _UKURAN)
        for baris, k in zip(b.sel, self._kolom_teks, strict=True):
            y = (atas + bawah) / 2 + len(baris) * _UKURAN * 0.6 - _UKURAN * 0.95
            for teks in baris:
                x = self._x[k] + _DALAM
                if k == 0:
                    x = (self._x[0] + self._x[1] - lebar_teks(teks, BIASA, _UKURAN)) / 2
                c.drawString(x, y, teks)
                y -= _UKURAN * 1.2
        self._lembar.y = bawah

    def _garis(self, atas: float, bawah: float) -> None:
        c = self._lembar.kanvas
        c.setLineWidth(GARIS)
        c.lines([(x, atas, x, bawah) for x in self._x])
        c.lines([(self._x[0], y, self._x[-1], y) for y in (atas, bawah)])

    def _catatan_anggapan(self) -> None:
        """Say that the places of the symbols were put together again, where they were."""
        if any(langkah.sumber_pelaksana is SumberSop.ANGGAPAN for langkah in self._isi.definisi.langkah):
            self._lembar.y -= 2 * MM + 8
            self._lembar.kanvas.setFont(MIRING, 7.5)
            self._lembar.kanvas.drawString(
                self._lembar.kiri,
                max(self._lembar.y, self._lembar.bawah - 4 * MM),
                "Letak simbol pada kolom pelaksana disusun dari uraian SOP dan perlu dikonfirmasi oleh kantor.",
            )
