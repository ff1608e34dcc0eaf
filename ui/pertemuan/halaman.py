"""Sosialisasi (uep step 5): the meetings that were held, and who of the recipients came."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.kegiatan import nama_kegiatan
from app.penetapan import daftar_penerima, penetapan_berlaku
from app.pertemuan import (
    BarisPertemuan,
    betulkan_pertemuan,
    catat_kehadiran,
    catat_pertemuan,
    daftar_hadir,
    daftar_pertemuan,
)
from app.wilayah import peta_kantor
from ui.dokumen.tujuan import TujuanDokumen
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BarisAlir,
    JenisTombol,
    Kolom,
    KosongState,
    KotakCari,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.penetapan.dialog import DialogKalimat
from ui.pertemuan.dialog import DialogPertemuan
from ui.tema import Nada

UBAH = (Area.PENYALURAN, Area.KEGIATAN)


@dataclass(frozen=True)
class Tamu:
    """Somebody on the attendance list; `hadir` is None while nothing was recorded, `penerima_id` for others."""

    penerima_id: UUID | None
    nama: str
    desa: str
    hadir: bool | None

    @property
    def keadaan(self) -> tuple[str, Nada]:
        """What the list says."""
        if self.hadir is None:
            return "Belum dicatat", Nada.NETRAL
        return ("Hadir", Nada.BAIK) if self.hadir else ("Tidak hadir", Nada.PERHATIAN)


class TabelTamu(TabelData):
    """The attendance list; Space turns the chosen rows over."""

    def __init__(self, model: ModelTabel[Tamu], nama: str) -> None:
        super().__init__(model, nama=nama)
        self.balik: Callable[[], object] = lambda: None

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        if kejadian.key() == Qt.Key.Key_Space:
            self.balik()
            return
        super().keyPressEvent(kejadian)


class HalamanPertemuan(Halaman):
    """The meetings of a kegiatan and the attendance of the chosen one."""

    judul = "Sosialisasi"
    dengar = frozenset({Area.PENYALURAN, Area.PENETAPAN, Area.KEGIATAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, *, terbuka: bool = True) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._boleh = terbuka and konteks.boleh(Hak.PENYALURAN)
        self._desa: dict[str, str] = {}
        self.nama_kegiatan = Teks("", "redup")
        self.model: ModelTabel[BarisPertemuan] = ModelTabel(
            [
                Kolom("Tanggal", lambda p: p.tanggal, waktu.tanggal_pendek, lebar=100),
                Kolom("Tempat", lambda p: p.tempat, lebar=0, petunjuk=lambda p: f"{p.tempat}. {p.materi}".strip(". ")),
                Kolom("Hadir", lambda p: p.jumlah_hadir, bilangan, lebar=60, kanan=True),
            ]
        )
        self.pertemuan = TabelData(self.model, nama=self.tr("Pertemuan"))
        self.pertemuan.pilihan_berubah.connect(self._muat_hadir)
        self.model_tamu: ModelTabel[Tamu] = ModelTabel(
            [
                Kolom("Nama", lambda t: t.nama, lebar=0, petunjuk=lambda t: t.nama),
                Kolom("Desa/kelurahan", lambda t: t.desa, lebar=150),
                Kolom("Kehadiran", lambda t: t.keadaan[0], lebar=130, nada=lambda t: t.keadaan[1]),
            ]
        )
        self.tamu = TabelTamu(self.model_tamu, self.tr("Daftar hadir"))
        self.tamu.balik = self._balik
        self.tamu.pilihan_berubah.connect(self._terpilih)
        self._susun()

    def _susun(self) -> None:
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.catat = Tombol(
            self.tr("&Catat pertemuan…"), JenisTombol.UTAMA, "plus", pintasan="Ctrl+N", klik=self.catat_baru
        )
        self.catat.setEnabled(self._boleh)
        self.betulkan = Tombol(self.tr("&Betulkan…"), nama_ikon="pen-line", klik=self._betulkan)
        cetak = Tombol(self.tr("Cetak da&ftar hadir…"), JenisTombol.TAUTAN, "printer", klik=self._cetak)
        cetak.setVisible(self.konteks.boleh(Hak.DOKUMEN))
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama_kegiatan, cetak, self.catat, jarak=12)
        self.cari = KotakCari(self.tr("Cari nama"))
        self.cari.dicari.connect(self._saring)
        self.hadir = Tombol(self.tr("&Hadir"), nama_ikon="user-check", klik=lambda: self._tandai(hadir=True))
        self.absen = Tombol(self.tr("&Tidak hadir"), nama_ikon="x", klik=lambda: self._tandai(hadir=False))
        self.semua = Tombol(self.tr("&Semua hadir"), JenisTombol.TAUTAN, "check-check", klik=self._semua_hadir)
        self.lain = Tombol(self.tr("Tamu &lain…"), JenisTombol.TAUTAN, "user-plus", klik=self._tamu_lain)
        self.ringkas = Teks("", "redup")
        kanan = QWidget()
        tata = kolom(
            baris(self.cari, self.ringkas),
            BarisAlir(self.hadir, self.absen, self.semua, self.lain),
            self.tamu,
            Teks(self.tr("Spasi membalik kehadiran yang dipilih; Ctrl+A memilih semua."), "kecil"),
            jarak=8,
        )
        tata.setStretch(2, 1)
        kanan.setLayout(tata)
        kiri = QWidget()
        kiri.setLayout(kolom(self.pertemuan, baris(self.betulkan, None), jarak=8))
        isi = QWidget()
        tengah = QHBoxLayout(isi)
        tengah.setContentsMargins(0, 0, 0, 0)
        tengah.setSpacing(12)
        tengah.addWidget(kiri, 2)
        tengah.addWidget(kanan, 3)
        kosong = KosongState(
            self.tr("Belum ada pertemuan yang dicatat"),
            self.tr("Catat pertemuannya, lalu tandai penerima yang hadir atau jumlahnya dari daftar hadir kertas."),
            "users",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(isi)
        self.tumpukan.addWidget(kosong)
        tata = kolom(atas, self.tumpukan, jarak=10, tepi=(24, 14, 24, 14))
        tata.setStretch(1, 1)
        self.setLayout(tata)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        kini: BarisPertemuan | None = self.pertemuan.kini
        with self.konteks.membaca() as kerja:
            self.nama_kegiatan.setText(nama_kegiatan(kerja, self.kegiatan_id))
            semua = daftar_pertemuan(kerja, self.kegiatan_id)
            sk = penetapan_berlaku(kerja, self.kegiatan_id)
            self._penerima = daftar_penerima(kerja, sk.id, batas=None) if sk else []
            peta = peta_kantor(kerja)
            self._desa = {p.kode_desa: peta.nama(p.kode_desa) for p in self._penerima if p.kode_desa}
        self.model.atur(semua)
        self.tumpukan.setCurrentIndex(0 if semua else 1)
        self.pertemuan.pilih_baris(next((n for n, p in enumerate(semua) if kini and p.id == kini.id), len(semua) - 1))
        self._muat_hadir()

    @property
    def _dipilih(self) -> BarisPertemuan | None:
        terpilih = self.pertemuan.terpilih
        return terpilih[0] if len(terpilih) == 1 else None

    @Slot()
    def _muat_hadir(self) -> None:
        satu = self._dipilih
        tamu: list[Tamu] = []
        if satu is not None:
            with self.konteks.membaca() as kerja:
                catatan = daftar_hadir(kerja, satu.id)
            ada = {h.penerima_id: h.hadir for h in catatan if h.penerima_id}
            tamu = [
                Tamu(p.penerima_id, p.nama, self._desa.get(p.kode_desa, ""), ada.get(p.penerima_id))
                for p in self._penerima
                if satu.kode_desa in ("", p.kode_desa) or p.penerima_id in ada
            ]
            tamu += [Tamu(None, h.nama, self.tr("bukan penerima"), h.hadir) for h in catatan if h.penerima_id is None]
        dipilih = {(t.penerima_id, t.nama) for t in self.tamu.terpilih}
        self.model_tamu.atur(tamu)
        self._pilih_lagi(dipilih)
        self.ringkas.setText(self._kata(satu, tamu))
        self.betulkan.setEnabled(self._boleh and satu is not None)
        self.lain.setEnabled(self._boleh and satu is not None)
        self.semua.setEnabled(self._boleh and any(t.hadir is None for t in tamu))
        self._terpilih()

    def _pilih_lagi(self, dipilih: set[tuple[UUID | None, str]]) -> None:
        baris_lama = [n for n, t in enumerate(self.tamu.tampak) if (t.penerima_id, t.nama) in dipilih]
        if len(baris_lama) == 1:
            self.tamu.pilih_baris(baris_lama[0])

    def _kata(self, satu: BarisPertemuan | None, tamu: list[Tamu]) -> str:
        if satu is None:
            return ""
        hadir = sum(t.hadir is True for t in tamu)
        if satu.jumlah_hadir != hadir:
            return self.tr("{n} orang menurut daftar hadir kertas").format(n=bilangan(satu.jumlah_hadir))
        return self.tr("{n} dari {semua} hadir").format(n=bilangan(hadir), semua=bilangan(len(tamu)))

    @Slot(str)
    def _saring(self, kata: str) -> None:
        dicari = kata.casefold()
        self.tamu.atur_saringan((lambda t: dicari in t.nama.casefold()) if dicari else None)

    @Slot()
    def _terpilih(self) -> None:
        dapat = self._boleh and any(t.penerima_id for t in self.tamu.terpilih)
        self.hadir.setEnabled(dapat)
        self.absen.setEnabled(dapat)

    # --- acts --------------------------------------------------------------------------------------------------------

    def catat_baru(self) -> None:
        """Ask about a meeting and keep it."""
        with self.konteks.membaca() as kerja:
            hari_ini = kerja.hari_ini()
        jawab = DialogPertemuan.ask(self, sorted(self._desa.items(), key=lambda d: d[1]), hari_ini)
        if jawab is not None:
            self.konteks.tulis(
                self.tr("Mencatat pertemuan"),
                lambda kerja: catat_pertemuan(kerja, self.kegiatan_id, **vars(jawab)),
                induk=self,
                ubah=UBAH,
            )

    @Slot()
    def _betulkan(self) -> None:
        satu = self._dipilih
        if satu is None:
            return
        with self.konteks.membaca() as kerja:
            hari_ini = kerja.hari_ini()
        jawab = DialogPertemuan.ask(self, sorted(self._desa.items(), key=lambda d: d[1]), hari_ini, satu)
        if jawab is not None:
            self.konteks.tulis(
                self.tr("Membetulkan pertemuan"),
                lambda kerja: betulkan_pertemuan(kerja, satu.id, **vars(jawab)),
                induk=self,
                ubah=UBAH,
            )

    def _balik(self) -> None:
        if self.hadir.isEnabled():
            self._tandai(hadir=not all(t.hadir for t in self.tamu.terpilih if t.penerima_id))

    def _tandai(self, *, hadir: bool) -> None:
        self._simpan({t.penerima_id: hadir for t in self.tamu.terpilih if t.penerima_id})

    @Slot()
    def _semua_hadir(self) -> None:
        self._simpan({t.penerima_id: True for t in self.model_tamu.semua if t.penerima_id and t.hadir is None})

    @Slot()
    def _tamu_lain(self) -> None:
        nama = DialogKalimat.ask(
            self,
            self.tr("Tamu lain yang hadir"),
            self.tr("Orang yang hadir tetapi bukan penerima, misalnya perangkat desa."),
            self.tr("&Nama, pisahkan dengan titik koma"),
            self.tr("&Catat hadir"),
        )
        if nama is not None:
            self._simpan({}, [n.strip() for n in nama.split(";") if n.strip()])

    def _simpan(self, kehadiran: dict[UUID, bool], lain: list[str] | None = None) -> None:
        satu = self._dipilih
        if satu is not None and (kehadiran or lain):
            self.konteks.tulis(
                self.tr("Mencatat kehadiran"),
                lambda kerja: catat_kehadiran(kerja, satu.id, kehadiran, lain=lain or ()),
                induk=self,
                ubah=UBAH,
            )

    def _cetak(self) -> None:
        self.konteks.buka("dokumen", TujuanDokumen(self.kegiatan_id, ("daftar-hadir",)))
