"""The tab Beranda: what is late and with whom, what is due this week, how far every kegiatan is, where the money is."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan, rupiah
from app.beranda import Beranda, DesaBeranda, beranda
from app.jobs import JobContext
from app.kerja import Kerja
from db.istilah import Peran, Zona
from ui import pesan
from ui.beranda import tulisan
from ui.beranda.kegiatan import KartuKegiatan
from ui.beranda.langkah import KartuLangkah
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BilahKemajuan,
    Chip,
    GrafikBatang,
    Gulir,
    JenisTombol,
    Kartu,
    KartuAngka,
    KosongState,
    Teks,
    Tombol,
    atur_sifat,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.kartu import sejajar
from ui.tema import Nada

TAMPAK_DESA = 12  # bars before the rest is folded away
KEGIATAN_BARU = "kegiatan_baru"  # what the desk is asked for


class HalamanBeranda(Halaman):
    """The office on one page. It is gathered beside the writer and read again when anything in it changed."""

    judul = "Beranda"
    dengar = frozenset(set(Area) - {Area.AKUN, Area.REGISTER})

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self.isi: Beranda | None = None
        self._membaca = self._lagi = False
        self._semua_desa = False
        self._zona = Zona.WIB
        self.buka_langkah = self._buka_langkah if _punya_meja(konteks) else None
        self.tanggal = Teks("", "redup")
        self.perbarui = Tombol(self.tr("&Perbarui"), JenisTombol.TAUTAN, "refresh-cw", klik=self.segarkan)
        self._peringatan = kolom(jarak=6)
        self.angka = tuple(KartuAngka("0", kata) for kata in (
            self.tr("langkah terlambat"), self.tr("batas waktu 7 hari ini"), self.tr("kegiatan berjalan"),
            self.tr("diserahkan di kegiatan berjalan"),
        ))  # fmt: skip
        self.terlambat = KartuLangkah(self.tr("Terlambat"), self.tr("Tidak ada langkah yang terlambat."))
        self.minggu_ini = KartuLangkah(
            self.tr("Batas waktu minggu ini"), self.tr("Tidak ada batas waktu dalam tujuh hari ke depan.")
        )
        self.kegiatan = KartuKegiatan()
        self._buat_uang()
        self._buat_desa()
        self._susun()

    def _buat_uang(self) -> None:
        self.kata_uang = Teks("", "redup", bungkus=True)
        self.bilah_uang = BilahKemajuan()
        self.rincian_uang = Teks("", bungkus=True)
        self.uang = Kartu(self.tr("Uang bantuan"))
        self.uang.tambah(self.rincian_uang, self.bilah_uang, self.kata_uang)

    def _buat_desa(self) -> None:
        self.grafik = GrafikBatang(nama=self.tr("Penyaluran per desa"))
        self.desa_lagi = Tombol("", JenisTombol.TAUTAN, "chevron-down", klik=self._tampilkan_semua_desa)
        legenda = baris(
            Chip(self.tr("tersalur"), Nada.AKSEN), Chip(self.tr("belum tersalur"), Nada.PERHATIAN),
            Chip(self.tr("usulan"), Nada.NETRAL), None, jarak=6,
        )  # fmt: skip
        self.desa = Kartu(self.tr("Per desa"))
        self.desa.tambah(legenda, self.grafik, self.desa_lagi)

    def _susun(self) -> None:
        kepala = baris(Teks(self.judul, "judul"), self.tanggal, None, self.perbarui, jarak=12)
        kiri = kolom(self.terlambat, self.minggu_ini, None, jarak=10)
        kanan = kolom(self.uang, self.kegiatan, self.desa, None, jarak=10)
        dua = baris(jarak=10)
        dua.addLayout(kiri, 4)
        dua.addLayout(kanan, 6)
        wadah = QWidget()
        wadah.setLayout(
            kolom(kepala, self._peringatan, sejajar(*self.angka), dua, None, jarak=10, tepi=(24, 14, 24, 14))
        )
        boleh = self.konteks.boleh(Hak.KEGIATAN) and self.buka_langkah is not None
        saran = (
            self.tr("Buat kegiatan pertama: pilih SOP, beri nama dan tahun, lalu ikuti langkahnya.")
            if boleh
            else self.tr("Kegiatan dibuat oleh operator atau pimpinan dari meja kerjanya.")
        )
        tombol: dict[str, Any] = {"tombol": self.tr("Kegiatan &baru"), "klik": self._kegiatan_baru} if boleh else {}
        self.kosong = KosongState(self.tr("Belum ada kegiatan"), saran, "list-checks", **tombol)
        self._peringatan_kosong = kolom(jarak=6)
        awal = QWidget()
        tata = kolom(self._peringatan_kosong, self.kosong, tepi=(24, 14, 24, 14))
        tata.setStretch(1, 1)
        awal.setLayout(tata)
        self.memuat = KosongState(self.tr("Menyusun Beranda…"), nama_ikon="hourglass")
        self.gulir = Gulir(wadah)
        self.tumpukan = QStackedWidget()
        for satu in (self.memuat, self.gulir, awal):
            self.tumpukan.addWidget(satu)
        self._awal = awal
        self.setLayout(kolom(self.tumpukan))

    # --- reading -----------------------------------------------------------------------------------------------------

    @Slot()
    def segarkan(self) -> None:
        if self._membaca:  # what changed meanwhile is read after this one
            self._lagi = True
            return
        self._membaca = True

        def kerja(k: Kerja, _c: JobContext) -> tuple[Beranda, Zona]:
            return beranda(k), Zona(k.kantor.zona)

        self.konteks.baca_lama("Menyusun Beranda", kerja, induk=self, berhasil=self._terbaca, gagal=self._tak_terbaca)

    def _terbaca(self, hasil: tuple[Beranda, Zona]) -> None:
        self._membaca = False
        isi, self._zona = hasil
        self._tampilkan(isi)
        if self._lagi:
            self._lagi = False
            self.segarkan()

    def _tak_terbaca(self, salah: BaseException) -> None:
        self._membaca = self._lagi = False
        self.memuat.atur(self.tr("Beranda belum dapat disusun"), self.tr("Tekan F5 untuk mencoba lagi."))
        pesan.gagal(self, salah)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _tampilkan(self, isi: Beranda) -> None:
        self.isi = isi
        kosong = not isi.kegiatan and not isi.selesai
        self._isi_peringatan(self._peringatan_kosong if kosong else self._peringatan, isi)
        if kosong:
            self.tumpukan.setCurrentWidget(self._awal)
            return
        self.tanggal.setText(waktu.tanggal_hari(isi.hari_ini))
        self._isi_angka(isi)
        self.terlambat.atur(isi.terlambat, self._zona, self.buka_langkah)
        self.minggu_ini.atur(isi.minggu_ini, self._zona, self.buka_langkah)
        self.kegiatan.atur(isi.kegiatan, isi.selesai, self.buka_langkah)
        self._isi_uang(isi)
        self._isi_desa(isi.per_desa)
        self.tumpukan.setCurrentWidget(self.gulir)

    def _isi_angka(self, isi: Beranda) -> None:
        self.angka[0].atur(bilangan(len(isi.terlambat)))
        self.angka[1].atur(bilangan(len(isi.minggu_ini)))
        self.angka[2].atur(bilangan(len(isi.kegiatan)))
        self.angka[3].atur(rupiah(isi.tersalur))

    def _isi_peringatan(self, tempat: Any, isi: Beranda) -> None:
        kosongkan(tempat)
        for satu in isi.peringatan:
            tempat.addWidget(_pita(satu, self.tr("Buka Pengaturan"), self._ke_pengaturan if self._bisa_atur else None))
        if isi.menyusul:
            buka, langkah = self.buka_langkah, isi.menyusul[0].pelaksanaan_id
            klik = (lambda: buka(langkah)) if buka is not None else None
            tempat.addWidget(_pita(tulisan.kata_menyusul(isi.menyusul), self.tr("Tunjukkan"), klik))
        for p in isi.penggunaan:
            tunjukkan = partial(self._buka_penggunaan, p.kegiatan_id)
            tempat.addWidget(_pita(tulisan.kata_penggunaan(p), self.tr("Tunjukkan"), tunjukkan))

    def _isi_uang(self, isi: Beranda) -> None:
        self.uang.setVisible(bool(isi.rencana))
        self.rincian_uang.setText(
            self.tr("Direncanakan {rencana} · diserahkan {tersalur}").format(
                rencana=rupiah(isi.rencana), tersalur=rupiah(isi.tersalur)
            )
        )
        self.bilah_uang.atur(isi.tersalur, isi.rencana)
        self.kata_uang.setText(tulisan.kata_uang(isi.tersalur, isi.rencana))

    def _isi_desa(self, desa: Sequence[DesaBeranda]) -> None:
        ada = [d for d in desa if d.usulan or d.target]
        tampak = ada if self._semua_desa else ada[:TAMPAK_DESA]
        self.grafik.atur([tulisan.batang_desa(d) for d in tampak])
        self.desa_lagi.setText(self.tr("Tampilkan semua desa ({n})").format(n=len(ada)))
        self.desa_lagi.setVisible(len(tampak) < len(ada))
        self.desa.setVisible(bool(ada))

    @Slot()
    def _tampilkan_semua_desa(self) -> None:
        self._semua_desa = True
        if self.isi is not None:
            self._isi_desa(self.isi.per_desa)

    # --- going -------------------------------------------------------------------------------------------------------

    @property
    def _bisa_atur(self) -> bool:
        return any(self.konteks.boleh(h) for h in (Hak.ATUR_KANTOR, Hak.ATUR_AKUN, Hak.CADANGAN))

    def _buka_langkah(self, langkah: UUID) -> None:
        self.konteks.buka("meja", langkah)

    def _buka_penggunaan(self, kegiatan_id: UUID) -> None:
        from ui.penggunaan.halaman import HalamanPenggunaan

        self.konteks.dorong(HalamanPenggunaan(self.konteks, kegiatan_id))

    def _kegiatan_baru(self) -> None:
        self.konteks.buka("meja", KEGIATAN_BARU)

    def _ke_pengaturan(self) -> None:
        self.konteks.buka("pengaturan", None)


def _punya_meja(konteks: Konteks) -> bool:
    """Every role but the administrator's has a desk."""
    return any(p is not Peran.ADMINISTRATOR for p in konteks.pelaku.peran)


def _pita(kalimat: str, tombol: str, klik: Callable[[], object] | None) -> Kartu:
    """Return a soft band with one sentence, and where it can be put right."""
    pita = Kartu(tepi=14)
    atur_sifat(pita, nada="perhatian")
    isi = baris(Teks(kalimat, bungkus=True, pilih=True), jarak=10)
    isi.setStretch(0, 1)
    if klik is not None:
        isi.addWidget(Tombol(tombol, JenisTombol.TAUTAN, "arrow-right", klik=klik))
    pita.tambah(isi)
    return pita
