"""The verification grid: usulan by desa and name, decided by keys, several at once."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.acuan.batas import batas_desil
from app.acuan.tanda import Tanda, tanda_usulan
from app.akses import Hak
from app.alasan import daftar_alasan
from app.bahasa.angka import bilangan
from app.identitas import kelompokkan
from app.orang import pilihan_kegiatan
from app.verifikasi import BarisVerifikasi, daftar_usulan, lihat_usulan, ringkasan_verifikasi
from app.wilayah import peta_kantor
from db.istilah import StatusUsulan
from ui.acuan import tulisan as tulisan_acuan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BilahKemajuan,
    JenisTombol,
    Kartu,
    Kolom,
    KosongState,
    KotakCari,
    Pilihan,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.baris_chip import BarisChip
from ui.komponen.ekspor import TombolEkspor
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.tabel_luwes import TabelLuwes
from ui.komponen.teks import TeksTerbatas
from ui.komponen.urut_bertahap import UrutBertahap
from ui.orang.tulisan import kategori
from ui.tema import Nada
from ui.verifikasi import tulisan
from ui.verifikasi.antrean import AntreanPutusan, Perintah
from ui.verifikasi.dialog import DialogPutusan
from ui.verifikasi.kemajuan import HalamanKemajuan
from ui.verifikasi.lapangan import LembarLapangan
from ui.verifikasi.satu import HalamanUsulan
from ui.verifikasi.sorotan import HalamanSorotan
from ui.verifikasi.tuts import TutsPutusan

HALAMAN = 200  # rows fetched at once
KOLOM_ALAMAT, LEBAR_ALAMAT = 5, 1140  # below this width the address would be a stub
SARINGAN: dict[str, tuple[str, dict[str, Any]]] = {
    "semua": ("Semua", {}),
    "belum": ("Belum diputuskan", {"status": StatusUsulan.DIUSULKAN}),
    "layak": ("Layak", {"status": StatusUsulan.LAYAK}),
    "tidak": ("Tidak layak", {"status": StatusUsulan.TIDAK_LAYAK}),
    "periksa": ("Perlu diperiksa", {"perlu_periksa": True}),
}


class TabelVerifikasi(TabelLuwes):
    """The grid; digit keys decide the chosen rows, and the address gives way where the room is narrow."""

    diputuskan = Signal(int)

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        tombol = kejadian.key() - Qt.Key.Key_0.value
        if 0 <= tombol <= 9 and not kejadian.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.diputuskan.emit(tombol)
            return
        super().keyPressEvent(kejadian)


class HalamanVerifikasi(Halaman):
    """The grid of one kegiatan, and over it the page of one usulan."""

    judul = "Verifikasi"
    dengar = frozenset({Area.USULAN, Area.PENETAPAN, Area.ORANG, Area.ACUAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._desa: dict[str, str] = {}
        self._acuan: dict[UUID, Tanda] = {}
        self._desil_maks: int | None = None
        self._pilihan: list[tulisan.Keputusan] = []
        self.antrean = AntreanPutusan(konteks, self)
        self.antrean.tersimpan.connect(self._tersimpan)
        self.antrean.ditolak.connect(self._perbarui)
        self.satu = HalamanUsulan(konteks, self.antrean)
        self.satu.kembali.connect(self._ke_grid)
        self.satu.geser.connect(self._geser)
        self._buat_kepala()
        self._buat_tabel()
        self._buat_saringan()
        self.legenda = TutsPutusan(self.putuskan)
        self.grid = QWidget()
        self.grid.setLayout(kolom(self._kepala, self.kemajuan, self._saringan, self.tumpukan, self.legenda, jarak=10))
        self.lapis = QStackedWidget()
        self.lapis.addWidget(self.grid)
        self.lapis.addWidget(self.satu)
        self.setLayout(kolom(self.lapis, tepi=(24, 14, 24, 12)))
        self.setFocusProxy(self.tabel)

    # --- building ----------------------------------------------------------------------------------------------------

    def _buat_kepala(self) -> None:
        self.nama_kegiatan = TeksTerbatas()
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.lapangan = LembarLapangan(self.konteks, self, self.kegiatan_id)
        self.unduh = Tombol(
            self.tr("&Unduh lembar isian…"),
            nama_ikon="download",
            klik=lambda: self.lapangan.pilih_unduh(self.desa.nilai),
        )
        self.masuk = Tombol(self.tr("&Masukkan hasil isian…"), nama_ikon="upload", klik=self.lapangan.pilih_masuk)
        self.masuk.setEnabled(self.konteks.boleh(Hak.VERIFIKASI))
        judul = Teks(self.tr("Verifikasi usulan"), "judul")
        self._kepala = baris(kembali, judul, self.nama_kegiatan, None, self.unduh, self.masuk, jarak=12)
        self.bilah = BilahKemajuan()
        self.angka = Teks("", "redup")
        self.chip = BarisChip()
        self.kemajuan = Kartu(tepi=12)
        self.sorotan = Tombol(self.tr("&Lima sorotan…"), JenisTombol.TAUTAN, "scan-line", klik=self._buka_sorotan)
        self.sorotan.setToolTip(self.tr("Identitas, ganda, meninggal atau pindah, daftar acuan, masalah sebelumnya"))
        self.sorotan.setVisible(self.konteks.boleh(Hak.IDENTITAS))
        self.maju = Tombol(self.tr("Kema&juan…"), JenisTombol.TAUTAN, "clipboard-list", klik=self._buka_kemajuan)
        self.maju.setToolTip(self.tr("Per desa dan per petugas, dan hasil yang berbeda"))
        atas = baris(self.chip, self.angka, self.maju, self.sorotan, jarak=12)
        atas.setStretch(0, 1)
        self.kemajuan.tambah(atas, self.bilah)

    def _buat_saringan(self) -> None:
        self.cari = KotakCari(self.tr("Cari nama, NIK, atau No. KK"))
        self.cari.dicari.connect(self._muat_daftar)
        self.desa = Pilihan()
        self.status = Pilihan([(kode, kata) for kode, (kata, _) in SARINGAN.items()], kini="semua")
        for satu, nama in ((self.desa, self.tr("Saring desa")), (self.status, self.tr("Saring keadaan"))):
            satu.setAccessibleName(nama)
            satu.setMinimumWidth(180)
            satu.currentIndexChanged.connect(self._muat_daftar)
        self.ekspor = TombolEkspor(
            self.konteks, self.tabel, self.tr("Daftar usulan"), (self.cari, self.desa, self.status)
        )
        self._saringan = baris(self.cari, self.desa, self.status, self.ekspor)
        self._saringan.setStretch(0, 1)

    def _buat_tabel(self) -> None:
        self.model = ModelBertahap(self._kolom(), lambda b: b.kunci, HALAMAN)
        self.tabel = TabelVerifikasi(self.model, nama=self.tr("Daftar usulan"), luwes={KOLOM_ALAMAT: LEBAR_ALAMAT})
        self.urut = UrutBertahap(self.tabel)
        self.tabel.dibuka.connect(self._buka)
        self.tabel.diputuskan.connect(self.putuskan)
        self.kosong = KosongState("", "", "clipboard-list")
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)

    def _kolom(self) -> list[Kolom[BarisVerifikasi]]:
        return [
            Kolom("Nama", lambda b: b.nama, lebar=190),
            Kolom("NIK", lambda b: b.nik, lambda n: kelompokkan(n) if n else "belum ada", lebar=160),
            Kolom("Umur", lambda b: b.umur, lambda u: "—" if u is None else str(u), lebar=55, kanan=True),
            Kolom("Desa/kelurahan", lambda b: self._desa.get(b.kode_desa, "—"), lebar=130),
            Kolom("Kategori", lambda b: kategori(b.kategori), lebar=175),
            Kolom("Alamat", tulisan.alamat, lebar=0, petunjuk=tulisan.alamat),
            Kolom(
                "Catatan",
                lambda b: self._catatan(b)[0],
                lebar=150,
                nada=lambda b: self._catatan(b)[1],
                petunjuk=lambda b: tulisan_acuan.asal(self._acuan.get(b.usulan_id, ())),
            ),
            Kolom(
                "Putusan",
                lambda b: tulisan.putusan(b)[0],
                lebar=205,
                nada=lambda b: tulisan.putusan(b)[1],
                petunjuk=lambda b: tulisan.putusan(b)[0],
            ),
        ]

    def _catatan(self, b: BarisVerifikasi) -> tuple[str, Nada | None]:
        """Say what asks for a look: a mark of the reference lists before the import's own."""
        acuan = tulisan_acuan.perlu_dilihat(self._acuan.get(b.usulan_id, ()), self._desil_maks)
        return acuan or (("Perlu diperiksa", Nada.PERHATIAN) if b.perlu_periksa else ("", None))

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        if self.antrean.mengumumkan:  # our own act: its rows are read again already
            return
        with self.konteks.membaca() as kerja:
            peta = peta_kantor(kerja)
            ringkas = ringkasan_verifikasi(kerja, self.kegiatan_id)
            self._alasan = daftar_alasan(kerja)
            self._hari_ini = kerja.hari_ini()
            nama = dict(pilihan_kegiatan(kerja)).get(self.kegiatan_id, "")
            self._desil_maks = batas_desil(kerja, self.kegiatan_id)
        self.nama_kegiatan.setText(nama)
        self._desa = {kode: peta.nama(kode) for kode in ringkas.per_desa if kode}
        butir = [(k, f"{self._desa.get(k, self.tr('Desa belum diketahui'))} ({bilangan(h.diusulkan)})")
                 for k, h in ringkas.per_desa.items()]  # fmt: skip
        terpilih = self.desa.nilai
        self.desa.blockSignals(True)
        self.desa.atur(butir, kini=terpilih, kosong=self.tr("Semua desa"))
        self.desa.blockSignals(False)
        self._isi_legenda()
        self._isi_kemajuan()
        self._muat_daftar()

    def _isi_kemajuan(self) -> None:
        with self.konteks.membaca() as kerja:
            h = ringkasan_verifikasi(kerja, self.kegiatan_id).seluruh
        self.angka.setText(tulisan.kemajuan(h))
        bagian = [(h.layak, Nada.BAIK), (h.tidak_layak, Nada.BAHAYA), (h.ditolak_sistem, Nada.NETRAL)]
        self.bilah.atur_bagian(bagian, h.diusulkan)
        self.chip.atur(tulisan.chip(h))

    def _isi_legenda(self) -> None:
        self._pilihan = tulisan.keputusan(self._alasan)
        self.legenda.atur(self._pilihan, boleh=self.konteks.boleh(Hak.VERIFIKASI))

    @Slot()
    def _muat_daftar(self) -> None:
        self._acuan.clear()
        kini = self.tabel.kini
        self.model.cari(self._ambil)
        ada = self.model.rowCount() > 0
        self.tumpukan.setCurrentWidget(self.tabel if ada else self.kosong)
        if ada:
            semula = [n for n, b in enumerate(self.model.semua) if kini and b.usulan_id == kini.usulan_id]
            self.tabel.pilih_baris(semula[0] if semula else 0)
        elif self._menyaring:
            self.kosong.atur(
                self.tr("Tidak ada usulan yang cocok"), self.tr("Lepaskan saringan atau ubah kata yang dicari.")
            )
        else:
            self.kosong.atur(
                self.tr("Belum ada usulan"), self.tr("Impor dahulu daftar usulan dari desa pada langkah sebelumnya.")
            )

    @property
    def _menyaring(self) -> bool:
        return bool(self.cari.text().strip() or self.desa.nilai is not None or self.status.nilai != "semua")

    def _ambil(self, setelah: Any) -> list[BarisVerifikasi]:
        with self.konteks.membaca() as kerja:
            semua = daftar_usulan(
                kerja,
                self.kegiatan_id,
                desa=self.desa.nilai,
                kata=self.cari.text().strip() or None,
                setelah=setelah,
                batas=HALAMAN,
                **SARINGAN[self.status.nilai or "semua"][1],
            )
            self._acuan |= tanda_usulan(kerja, [b.usulan_id for b in semua])
            return semua

    # --- deciding ----------------------------------------------------------------------------------------------------

    @Slot(int)
    def putuskan(self, tombol: int) -> None:
        """Decide the chosen rows as the key says, and go on to the next one that is undecided."""
        if not self.konteks.boleh(Hak.VERIFIKASI):
            return
        usulan = tuple(b.usulan_id for b in self.tabel.terpilih)
        if not usulan:
            return
        if tombol == 0:
            perintah = DialogPutusan.ask(self, usulan, self._alasan, self._hari_ini, self.konteks.pelaku.nama)
        else:
            cocok = [p for p in self._pilihan if p.tombol == tombol]
            perintah = Perintah(usulan, cocok[0].hasil, cocok[0].alasan_kode) if cocok else None
        if perintah is not None:
            self.antrean.tambah(perintah)
            self._maju()

    def _maju(self) -> None:
        """Go to the next undecided row below, else just one row on."""
        tampak = self.tabel.tampak
        kini = max((i.row() for i in self.tabel.selectionModel().selectedRows()), default=0)
        dikirim = {b.usulan_id for b in self.tabel.terpilih}
        for nomor in range(kini + 1, len(tampak)):
            satu = tampak[nomor]
            if satu.status is StatusUsulan.DIUSULKAN and satu.usulan_id not in dikirim:
                self.tabel.pilih_baris(nomor)
                return
        self.tabel.pilih_baris(min(kini + 1, len(tampak) - 1))

    @Slot(object)
    def _tersimpan(self, usulan: tuple[UUID, ...]) -> None:
        self._perbarui(usulan)
        if self.antrean.kosong:
            self._isi_kemajuan()

    @Slot(object)
    def _perbarui(self, usulan: tuple[UUID, ...]) -> None:
        """Read the rows of these usulan again where they stand."""
        dicari = set(usulan)
        with self.konteks.membaca() as kerja:
            for nomor, lama in enumerate(self.model.semua):
                if lama.usulan_id in dicari:
                    self.model.ganti(nomor, lihat_usulan(kerja, lama.usulan_id).baris)

    # --- one usulan --------------------------------------------------------------------------------------------------

    def _buka_kemajuan(self) -> None:
        self.konteks.dorong(HalamanKemajuan(self.konteks, self.kegiatan_id, self._buka_usulan))

    def _buka_sorotan(self) -> None:
        self.konteks.dorong(HalamanSorotan(self.konteks, self.kegiatan_id, self._buka_usulan))

    @Slot(object)
    def _buka(self, satu: BarisVerifikasi) -> None:
        self._buka_usulan(satu.usulan_id)

    def _buka_usulan(self, usulan_id: UUID) -> None:
        self.satu.buka(usulan_id, self._pilihan, self._alasan, self._desil_maks)
        self.lapis.setCurrentWidget(self.satu)

    @Slot(int)
    def _geser(self, langkah: int) -> None:
        nomor = self.tabel.currentIndex().row() + langkah
        if 0 <= nomor < len(self.tabel.tampak):
            self.tabel.pilih_baris(nomor)
            self._buka(self.tabel.tampak[nomor])

    @Slot()
    def _ke_grid(self) -> None:
        self.lapis.setCurrentWidget(self.grid)
        self.tabel.setFocus()

    def tujuan(self, apa: Any) -> None:
        if isinstance(apa, str) and apa in SARINGAN:
            self.status.nilai = apa

    def boleh_ditinggalkan(self) -> bool:
        return self.antrean.kosong
