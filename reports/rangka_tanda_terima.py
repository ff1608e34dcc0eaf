"""What is the same on every receipt: letterhead, title, the choice of who received, thumb print, witnesses, signatures.

It is drawn once, as a form that every receipt of the file refers to.
"""

from dataclasses import dataclass
from typing import Any

from app.dokumen.isi_daftar import IsiTandaTerima
from app.identitas import nip_berspasi
from reports.huruf import BIASA, TEBAL, lebar_teks, muat, patahkan
from reports.kop import gambar_kop
from reports.petak import Petak
from reports.tata_letak import MM, TataLetak

BINGKAI = "kerangka_tanda_terima"
METERAI = "meterai_tanda_terima"
_TEPI = 14 * MM
_ATAS = 7 * MM
_PENUH = 215 * MM  # a receipt alone on its sheet ends above this height
_TERKECIL = 5.5  # points; below this nobody reads it


@dataclass(frozen=True, slots=True)
class Rancangan:
    """The measures of one receipt, in points from the lower left corner of its cell.

    Attributes:
        skala: of words and widths; `tegak` that of the lower part's heights.
        huruf: sizes tried for the lines of the receipt, from the largest.
        sisi_qr: side of the QR.
        kop: scale of the letterhead.
        dasar: where its lower part begins.
    """

    petak: Petak
    skala: float
    tegak: float
    huruf: tuple[float, ...]
    sisi_qr: float
    kop: float
    dasar: float

    @property
    def x(self) -> float:
        """Left edge of what is printed."""
        return _TEPI * self.skala

    @property
    def lebar(self) -> float:
        """Width of what is printed."""
        return self.petak.lebar - 2 * self.x

    @property
    def kanan(self) -> float:
        """Right edge of what is printed."""
        return self.x + self.lebar

    def mm(self, ukuran: float) -> float:
        """Turn a width in mm of the middle size into points."""
        return ukuran * MM * self.skala

    def y(self, tinggi: float) -> float:
        """Turn a height in mm of the middle size's lower part into points from the cell's edge."""
        return self.dasar + tinggi * MM * self.tegak

    def pt(self, ukuran: float) -> float:
        """Turn a size of the middle size's words into this one's."""
        return max(_TERKECIL, ukuran * self.skala)


def rancang(tata_letak: TataLetak, per_lembar: int) -> Rancangan:
    """Return the measures for 1, 2 or 4 receipts a sheet; four lie on a lying sheet, each half as large as of two."""
    biasa = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5)
    if per_lembar == 1:
        petak = Petak(tata_letak, 1, 1)
        return Rancangan(petak, 1.0, 1.35, (11.0, 10.5, *biasa), 28 * MM, 0.9, max(0.0, petak.tinggi - _PENUH))
    if per_lembar == 2:
        return Rancangan(Petak(tata_letak, 1, 2), 1.0, 1.0, biasa, 25 * MM, 0.72, 0.0)
    petak = Petak(tata_letak.lanskap(), 2, 2)
    return Rancangan(petak, 0.7, 0.7, (7.0, 6.5, 6.0, 5.5, 5.0, 4.5), 19 * MM, 0.5, 0.0)


def kerangka(c: Any, isi: IsiTandaTerima, r: Rancangan) -> float:
    """Define the form; return the y at which a receipt's own lines begin."""
    c.beginForm(BINGKAI, 0, 0, r.petak.lebar, r.petak.tinggi)
    y = r.petak.tinggi - _ATAS * r.skala
    y -= gambar_kop(c, isi.kepala.kop, r.x, y, r.lebar, skala=r.kop)
    tengah = r.x + r.lebar / 2
    c.setFont(TEBAL, r.pt(12))
    y -= r.mm(7)
    c.drawCentredString(tengah, y, "TANDA TERIMA BANTUAN")
    setengah = lebar_teks("TANDA TERIMA BANTUAN", TEBAL, r.pt(12)) / 2
    c.setLineWidth(0.8)
    c.line(tengah - setengah, y - 1.5, tengah + setengah, y - 1.5)
    c.setFont(BIASA, r.pt(9))
    c.drawCentredString(tengah, y - r.mm(4.5), f"Tahun Anggaran {isi.kepala.tahun}")
    _pilihan_penerima(c, r)
    _jempol(c, r)
    _menyerahkan(c, isi, r)
    c.endForm()
    return y - r.mm(8)


KOTAK = (("sendiri", "penerima sendiri", 24), ("wali", "wali", 56), ("wakil", "wakil, dengan surat kuasa", 71))
"""Who may have received: code, words, and where its box stands (mm from the choice's left edge)."""
X_PILIHAN = 60  # mm of the middle size


def _pilihan_penerima(c: Any, r: Rancangan) -> None:
    """Draw the amount's frame and the choice of who received."""
    c.setLineWidth(0.8)
    c.rect(r.x, r.y(48), r.mm(54), 11 * MM * r.tegak)
    x = r.x + r.mm(X_PILIHAN)
    c.setFont(BIASA, r.pt(9))
    c.drawString(x, r.y(56), "Diterima oleh:")
    for _, teks, geser in KOTAK:
        c.rect(x + r.mm(geser), r.y(55.6), r.mm(3.2), r.mm(3.2))
        c.drawString(x + r.mm(geser + 4.5), r.y(56), teks)
    for label, awal, akhir, y in ISIAN:
        _isian(c, r, label, x + r.mm(awal), r.y(y), r.kanan if akhir is None else x + r.mm(akhir))
    c.setLineWidth(0.3)
    c.line(r.x, r.y(62), r.kanan, r.y(62))


ISIAN: tuple[tuple[str, float, float | None, float], ...] = (
    ("Nama wali/wakil", 0, 62, 50.5),
    ("Hubungan", 64, None, 50.5),
    ("NIK", 0, 62, 45),
    ("No. surat kuasa", 64, None, 45),
)
"""The fields about a wali or wakil: label, left and right end (mm from the choice's edge; None the margin), height."""


def awal_isian(r: Rancangan, label: str, x: float) -> float:
    """Return where the line behind a label begins."""
    return x + lebar_teks(label, BIASA, r.pt(8.5)) + r.mm(1.5)


def _isian(c: Any, r: Rancangan, label: str, x: float, y: float, kanan: float) -> None:
    """Draw a label and a dotted line to write on."""
    c.setFont(BIASA, r.pt(8.5))
    c.drawString(x, y, label)
    c.setLineWidth(0.5)
    c.setDash(0.6, 1.6)
    c.line(awal_isian(r, label, x), y - 0.6, kanan, y - 0.6)
    c.setDash()


SAKSI = ((24, "1."), (11, "2."))
"""Height (mm) and number of each witness's line."""
X_SAKSI = (25, 62)  # mm: where the lines of the witnesses begin and end


def _jempol(c: Any, r: Rancangan) -> None:
    """Draw the thumb-print box with its two witnesses."""
    lebar = r.mm(22)
    c.setLineWidth(0.6)
    c.rect(r.x, r.y(8), lebar, 26 * MM * r.tegak)
    for teks, y in (("bila tidak dapat", 11.7), ("bertanda tangan", 9.2)):
        c.setFont(BIASA, muat(teks, BIASA, r.pt(6.5), lebar - 2, 4.0))
        c.drawCentredString(r.x + lebar / 2, r.y(y), teks)
    c.setFont(BIASA, muat("CAP JEMPOL", BIASA, r.pt(6.5), lebar, 4.0))
    c.drawCentredString(r.x + lebar / 2, r.y(35.5), "CAP JEMPOL")
    c.setFont(BIASA, r.pt(8.5))
    c.drawString(r.x + r.mm(X_SAKSI[0]), r.y(35), "Saksi cap jempol:")
    for y, nomor in SAKSI:
        _isian(c, r, nomor, r.x + r.mm(X_SAKSI[0]), r.y(y), r.x + r.mm(X_SAKSI[1]))


def _menyerahkan(c: Any, isi: IsiTandaTerima, r: Rancangan) -> None:
    """Draw the signature of who hands over, and the heading of the one who receives."""
    tengah, ruang, p = r.x + r.mm(92), r.mm(58), isi.kepala.penanda
    c.setFont(BIASA, r.pt(8.5))
    c.drawCentredString(tengah, r.y(35), "Yang menyerahkan,")
    c.drawCentredString(tengah_penerima(r), r.y(35), "Yang menerima,")
    jabatan = patahkan(f"{p.jabatan},", BIASA, r.pt(8.5), ruang)[:3] if p and p.jabatan else ()
    for urutan, teks in enumerate(jabatan):
        c.drawCentredString(tengah, r.y(35) - (urutan + 1) * r.pt(8.5) * 1.17, teks)
    nama_terang(c, r, tengah, p.nama if p else "")
    c.setFont(BIASA, r.pt(7.5))
    bawah = f"NIP. {nip_berspasi(p.nip)}" if p and p.nip else "nama terang petugas"
    c.drawCentredString(tengah, r.y(8.5), bawah)


def tengah_penerima(r: Rancangan) -> float:
    """Return the middle of the signature of who receives."""
    return r.kanan - r.mm(30)


def kotak_meterai(c: Any, r: Rancangan) -> None:
    """Define the place of the duty stamp, in the room where the recipient signs."""
    lebar, tinggi = r.mm(17), 13 * MM * r.tegak
    x = tengah_penerima(r) - r.mm(28)
    c.beginForm(METERAI, 0, 0, r.petak.lebar, r.petak.tinggi)
    c.setLineWidth(0.4)
    c.setDash(2, 2)
    c.rect(x, r.y(18), lebar, tinggi)
    c.setDash()
    c.setFont(BIASA, r.pt(6.5))
    c.drawCentredString(x + lebar / 2, r.y(18) + tinggi / 2 - r.pt(2), "Meterai")
    c.endForm()


def nama_terang(c: Any, r: Rancangan, tengah: float, nama: str) -> None:
    """Write the name below a signature, or a line for it."""
    if nama:
        c.setFont(TEBAL, muat(nama, TEBAL, r.pt(8.5), r.mm(58)))
        c.drawCentredString(tengah, r.y(12), nama)
    else:
        c.setFont(BIASA, r.pt(8.5))
        c.drawCentredString(tengah, r.y(12), f"({'.' * 48})")
