"""Signatures and paraf of a step, and where its file lies outside the office."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.bahasa import waktu
from app.sop.halaman import HalamanLangkah, ParafLangkah
from app.sop.kertas import PARAF_LAYAR, Pengesahan, Posisi
from ui.komponen import BarisAlir, Chip, JenisTombol, Kartu, Teks, Tombol, baris, kolom
from ui.meja.tindakan import TindakanLangkah
from ui.tema import Nada

_JENIS = {"tanda_tangan": "Tanda tangan", "paraf": "Paraf", PARAF_LAYAR: "Paraf di layar"}


def _lebar(isi: QWidget, *kanan: QWidget) -> QWidget:
    """Return a row whose left side takes the room."""
    wadah = QWidget()
    wadah.setProperty("bening", True)
    tata = baris(isi, *kanan, jarak=10)
    tata.setStretch(0, 1)
    wadah.setLayout(tata)
    return wadah


def _dua(atas: str, bawah: str) -> QWidget:
    wadah = QWidget()
    wadah.setProperty("bening", True)
    tata = kolom(Teks(atas, bungkus=True), jarak=1)
    if bawah:
        tata.addWidget(Teks(bawah, "kecil", bungkus=True))
    wadah.setLayout(tata)
    return wadah


class KartuPengesahan(Kartu):
    """Which paraf are asked, who gave them, and what was signed on paper."""

    def __init__(self, halaman: HalamanLangkah, tindakan: TindakanLangkah) -> None:
        super().__init__("Paraf dan tanda tangan")
        self._tindakan = tindakan
        self._boleh = halaman.boleh.catat_kertas
        self.baris = {p.peran: self._paraf(p) for p in halaman.paraf}
        self.tambah(*self.baris.values())
        diminta = {p.peran for p in halaman.paraf}
        lain = [p for p in halaman.pengesahan if p.peran_sop not in diminta]
        self.tambah(*(self._pengesahan(p) for p in lain))
        if not halaman.paraf and not halaman.pengesahan:
            self.tambah(Teks(self.tr("Belum ada yang dicatat."), "redup"))
        if self._boleh:
            catat = Tombol(self.tr("Catat tanda tangan di kertas…"), nama_ikon="signature", klik=tindakan.catat_kertas)
            self.tambah(baris(catat, None))

    def _paraf(self, p: ParafLangkah) -> QWidget:
        if p.diberikan is not None:
            return self._pengesahan(p.diberikan, f"Paraf {p.nama}")
        if p.tidak_ada:
            return _lebar(_dua(f"Paraf {p.nama}", "Peran ini tidak ada di kantor"), Chip("Tidak perlu"))
        chip = Chip("Belum", Nada.BAHAYA if p.wajib else Nada.NETRAL)
        tombol: list[QWidget] = []
        if p.boleh:
            beri = partial(self._tindakan.paraf, p.peran)
            tombol.append(Tombol(self.tr("Beri &paraf"), nama_ikon="pen-line", klik=beri, nama=f"Beri paraf {p.nama}"))
        elif self._boleh:
            catat = partial(self._tindakan.catat_kertas, p.peran)
            kata = self.tr("Diparaf di kertas…")
            tombol.append(Tombol(kata, JenisTombol.TAUTAN, "signature", klik=catat, nama=f"{kata} {p.nama}"))
        keterangan = self.tr("Wajib sebelum langkah selesai") if p.wajib else self.tr("Dianjurkan")
        return _lebar(_dua(f"Paraf {p.nama}", keterangan), chip, *tombol)

    def _pengesahan(self, p: Pengesahan, judul: str = "") -> QWidget:
        siapa = f"{p.nama}, {p.kapasitas} · {waktu.tanggal(p.tanggal)}"
        kanan: list[QWidget] = []
        if p.jenis == PARAF_LAYAR:
            kanan.append(Chip("Di layar", Nada.BAIK))
        elif p.lampiran_id is not None:
            lihat = partial(self._tindakan.lihat, p.lampiran_id, judul or siapa)
            kanan += [
                Chip("Ada", Nada.BAIK),
                Tombol("Lihat", JenisTombol.TAUTAN, "eye", klik=lihat, nama=f"Lihat {siapa}"),
            ]
        else:
            kanan.append(Chip("Pindaian menyusul", Nada.PERHATIAN))
            if self._boleh:
                susul = partial(self._tindakan.susulkan, p)
                kanan.append(Tombol("Susulkan…", JenisTombol.TAUTAN, "paperclip", klik=susul, nama=f"Susulkan {siapa}"))
        return _lebar(_dua(judul or _JENIS.get(p.jenis, p.jenis), siapa), *kanan)


class KartuPosisi(Kartu):
    """Where the file has been and lies now; its days outside are counted apart."""

    def __init__(self, halaman: HalamanLangkah, tindakan: TindakanLangkah) -> None:
        hari = halaman.batas.hari_luar
        super().__init__("Posisi berkas", Teks(f"{hari} hari kerja di luar kantor" if hari else "", "redup"))
        self._tindakan = tindakan
        self._boleh = halaman.boleh.catat_kertas
        for posisi in reversed(halaman.posisi):
            self.tambah(self._posisi(posisi))
        if not halaman.posisi:
            self.tambah(Teks(self.tr("Berkas berada di kantor."), "redup"))
        if self._boleh:
            kirim = Tombol(self.tr("Kirim ke pihak luar…"), nama_ikon="send", klik=tindakan.kirim_berkas)
            self.tambah(BarisAlir(kirim))

    def _posisi(self, p: Posisi) -> QWidget:
        bagian = [f"dikirim {waktu.tanggal(p.dikirim)}"]
        if p.diterima:
            bagian.append(f"diterima {waktu.tanggal(p.diterima)}")
        if p.kembali:
            bagian.append(f"kembali {waktu.tanggal(p.kembali)}")
        bagian += [kata for kata in (p.hasil, p.catatan) if kata]
        kanan: list[QWidget] = [Chip("Sudah kembali", Nada.BAIK) if p.kembali else Chip("Di luar", Nada.PERHATIAN)]
        if self._boleh and p.kembali is None:
            if p.diterima is None:
                terima = partial(self._tindakan.berkas_diterima, p)
                kanan.append(Tombol("Diterima…", JenisTombol.TAUTAN, klik=terima, nama=f"Diterima {p.pihak}"))
            kembali = partial(self._tindakan.berkas_kembali, p)
            kanan.append(Tombol("Kembali…", JenisTombol.TAUTAN, "inbox", klik=kembali, nama=f"Kembali dari {p.pihak}"))
        return _lebar(_dua(p.pihak, " · ".join(bagian)), *kanan)
