"""SPT and schedule of a kegiatan (balakas step 4): who is sent, and when each desa is served."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.kantor import daftar_pejabat
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.penomoran import SURAT_TUGAS, bernomor_sendiri
from app.penyaluran.titik import SISANYA, hitung_titik
from app.register import surat_kegiatan
from app.spt import (
    BarisJadwal,
    Jadwal,
    Spt,
    atur_jadwal,
    buat_spt,
    daftar_jadwal,
    daftar_spt,
    hapus_jadwal,
    tambah_titik,
    ubah_titik,
)
from app.wilayah import peta_kantor
from db.istilah import ArahSurat
from ui import pesan
from ui.dokumen.tujuan import TujuanDokumen
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    JenisTombol,
    Kolom,
    KosongState,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.spt.dialog import DialogJadwal, DialogSpt
from ui.tema import Nada


@dataclass(frozen=True)
class BarisDesa:
    """A desa with one of its points, None while it has none; `orang`: how many are served there."""

    kode: str
    desa: str
    jadwal: BarisJadwal | None
    orang: int | None = None


class HalamanSpt(Halaman):
    """The SPTs of a kegiatan, and its schedule per desa."""

    judul = "SPT dan jadwal"
    dengar = frozenset({Area.REGISTER, Area.KEGIATAN, Area.PENYALURAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, *, terbuka: bool = True) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._boleh_spt = terbuka and konteks.boleh(Hak.REGISTER)
        self._boleh_jadwal = terbuka and konteks.boleh(Hak.PENYALURAN)
        self.nama_kegiatan = Teks("", "redup")
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        self.lembar.addTab(self._buat_spt(), self.tr("Surat &Perintah Tugas"))
        self.lembar.addTab(self._buat_jadwal(), self.tr("&Jadwal per desa"))
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama_kegiatan, jarak=12)
        tata = kolom(atas, self.lembar, jarak=8, tepi=(24, 14, 24, 14))
        tata.setStretch(1, 1)
        self.setLayout(tata)

    # --- building ----------------------------------------------------------------------------------------------------

    def _buat_spt(self) -> QWidget:
        self.model_spt: ModelTabel[Spt] = ModelTabel(
            [
                Kolom("Nomor", lambda s: s.nomor or "—", lebar=190),
                Kolom("Tanggal", lambda s: s.isi.tanggal, waktu.tanggal_pendek, lebar=110),
                Kolom("Petugas", _petugas, lebar=0, petunjuk=_petugas),
                Kolom("Bertugas", lambda s: waktu.rentang(s.isi.mulai, s.isi.sampai), lebar=190),
                Kolom("Tempat", lambda s: s.isi.tempat, lebar=190, petunjuk=lambda s: s.isi.tempat),
            ]
        )
        self.tabel_spt = TabelData(self.model_spt, nama=self.tr("Surat Perintah Tugas"))
        kosong = KosongState(
            self.tr("Belum ada SPT"), self.tr("Buat SPT agar petugas dapat berangkat ke desa."), "file-text"
        )
        self.tumpukan_spt = QStackedWidget()
        self.tumpukan_spt.addWidget(self.tabel_spt)
        self.tumpukan_spt.addWidget(kosong)
        self.buat = Tombol(self.tr("&Buat SPT…"), JenisTombol.UTAMA, "plus", pintasan="Ctrl+N", klik=self.buat_spt)
        self.buat.setEnabled(self._boleh_spt)
        self.cetak_spt = Tombol(self.tr("&Cetak SPT…"), nama_ikon="printer", klik=lambda: self._cetak("spt"))
        wadah = QWidget()
        wadah.setLayout(kolom(baris(None, self.cetak_spt, self.buat), self.tumpukan_spt, jarak=10, tepi=(0, 12, 0, 0)))
        return wadah

    def _buat_jadwal(self) -> QWidget:
        self.tahap = Pilihan()
        self.tahap.setAccessibleName(self.tr("Tahap"))
        self.tahap.setMinimumWidth(140)
        self.tahap.currentIndexChanged.connect(self._muat_jadwal)
        self.model: ModelTabel[BarisDesa] = ModelTabel(
            [
                Kolom("Desa/kelurahan", lambda b: b.desa, lebar=180),
                Kolom("Tanggal", _tanggal, lebar=215, nada=_nada_tanggal, petunjuk=_catatan),
                Kolom("Jam", lambda b: b.jadwal.isi.jam if b.jadwal else "", lebar=110),
                Kolom("Titik", _titik, lebar=190, petunjuk=_titik),
                Kolom("Penerima", lambda b: b.orang, _orang, lebar=85, kanan=True),
                Kolom("Metode", lambda b: b.jadwal.isi.metode if b.jadwal else "", lebar=0),
                Kolom("Petugas", lambda b: ", ".join(b.jadwal.isi.petugas) if b.jadwal else "", lebar=150),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Jadwal per desa"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tabel.dibuka.connect(lambda _b: self.jadwalkan())
        self.jumlah = Teks("", "redup")
        self.semua = Tombol(self.tr("Pilih yang b&elum"), JenisTombol.TAUTAN, "list-checks", klik=self._pilih_belum)
        self.hapus = Tombol(self.tr("&Hapus jadwal"), JenisTombol.BAHAYA, "trash-2", klik=self._hapus)
        self.cetak_jadwal = Tombol(self.tr("Ce&tak jadwal…"), nama_ikon="printer", klik=lambda: self._cetak("jadwal"))
        self.titik = Tombol(self.tr("Tambah t&itik…"), nama_ikon="plus", klik=self.tambah_titik)
        self.atur = Tombol(self.tr("Jadwalkan &desa…"), JenisTombol.UTAMA, "calendar-check", klik=self.jadwalkan)
        self.tanpa_titik = Teks("", "salah", bungkus=True)
        atas = baris(self.tahap, self.jumlah, None, self.semua, self.hapus, self.cetak_jadwal, self.titik, self.atur)
        wadah = QWidget()
        wadah.setLayout(kolom(atas, self.tanpa_titik, self.tabel, jarak=10, tepi=(0, 12, 0, 0)))
        return wadah

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            k = lihat_kegiatan(kerja, self.kegiatan_id)
            self._wilayah = k.ringkasan.wilayah
            peta = peta_kantor(kerja)
            kode = k.desa or [d.kode for d in peta.desa_di(k.ringkasan.kode_wilayah)]
            self._desa = [(satu, peta.sebutan(satu)) for satu in kode]
            self._tahap_id = {t.nomor: t.id for t in k.tahap}
            spt = daftar_spt(kerja, self.kegiatan_id)
        self.nama_kegiatan.setText(k.ringkasan.nama)
        self.model_spt.atur(spt[::-1])
        self.tumpukan_spt.setCurrentIndex(0 if spt else 1)
        self.cetak_spt.setEnabled(bool(spt) and self.konteks.boleh(Hak.DOKUMEN))
        self.tahap.blockSignals(True)
        self.tahap.atur([(t.nomor, t.nama) for t in k.tahap], kini=self.tahap.nilai or k.tahap[0].nomor)
        self.tahap.blockSignals(False)
        self.tahap.setVisible(len(k.tahap) > 1)
        self._muat_jadwal()

    @Slot()
    def _muat_jadwal(self) -> None:
        tahap = self.tahap.nilai
        with self.konteks.membaca() as kerja:
            jadwal = daftar_jadwal(kerja, self.kegiatan_id, tahap=tahap)
            orang = hitung_titik(kerja, self.kegiatan_id, self._tahap_id[tahap])
        ada: dict[str, list[BarisJadwal | None]] = {}
        for satu in jadwal:
            ada.setdefault(satu.isi.kode_desa, []).append(satu)
        semua = [
            BarisDesa(kode, desa, j, orang.per_titik[j.id] if j else None)
            for kode, desa in self._desa
            for j in ada.get(kode, [None])
        ]
        self.model.atur(semua)
        belum = sum(b.jadwal is None for b in semua)
        n = len(self._desa)
        self.jumlah.setText(self.tr("{n} dari {semua} desa terjadwal").format(n=n - belum, semua=n))
        nama = dict(self._desa)
        kata = ", ".join(f"{bilangan(n)} di {nama.get(kode, kode)}" for kode, n in orang.tanpa_titik.items())
        self.tanpa_titik.setText(self.tr("Belum masuk titik mana pun: {kata}.").format(kata=kata) if kata else "")
        self.tanpa_titik.setVisible(bool(kata))
        self.semua.setVisible(bool(belum) and self._boleh_jadwal)
        self.cetak_jadwal.setEnabled(bool(ada) and self.konteks.boleh(Hak.DOKUMEN))
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        terpilih: list[BarisDesa] = self.tabel.terpilih
        self.atur.setEnabled(self._boleh_jadwal and bool(terpilih))
        self.titik.setEnabled(self._boleh_jadwal and len(terpilih) == 1 and terpilih[0].jadwal is not None)
        self.hapus.setEnabled(self._boleh_jadwal and any(b.jadwal for b in terpilih))

    @Slot()
    def _pilih_belum(self) -> None:
        self.tabel.clearSelection()
        mode = self.tabel.selectionMode()
        self.tabel.setSelectionMode(self.tabel.SelectionMode.MultiSelection)
        for nomor, satu in enumerate(self.tabel.tampak):
            if satu.jadwal is None:
                self.tabel.selectRow(nomor)
        self.tabel.setSelectionMode(mode)
        self.tabel.setFocus()

    # --- acts --------------------------------------------------------------------------------------------------------

    def buat_spt(self) -> None:
        """Ask for an SPT and enter it."""
        with self.konteks.membaca() as kerja:
            hari_ini, pejabat = kerja.hari_ini(), daftar_pejabat(kerja)
            otomatis = bernomor_sendiri(kerja, SURAT_TUGAS, hari_ini.year)
            surat = [s for s in surat_kegiatan(kerja, self.kegiatan_id, ArahSurat.MASUK) if not s.digantikan]
        dasar = [self.tr("Surat {dari} Nomor {nomor}").format(dari=s.dari, nomor=s.nomor_surat or "–") for s in surat]
        data = DialogSpt.ask(self, hari_ini, pejabat, otomatis=otomatis, dasar=dasar, tempat=self._wilayah)
        if data is not None:
            self.konteks.tulis(
                self.tr("Menyimpan SPT"),
                lambda kerja: buat_spt(kerja, self.kegiatan_id, data),
                induk=self,
                ubah=(Area.REGISTER, Area.KEGIATAN),
            )

    def jadwalkan(self) -> None:
        """Ask for the day of the chosen desa and keep it."""
        terpilih: list[BarisDesa] = self.tabel.terpilih
        if not terpilih or not self._boleh_jadwal:
            return
        with self.konteks.membaca() as kerja:
            hari_ini = kerja.hari_ini()
        lama = next((b.jadwal.isi for b in terpilih if b.jadwal), None)
        contoh = self._contoh()
        awal = lama or (replace(contoh, batas=SISANYA) if contoh else Jadwal("", hari_ini))
        jawab = DialogJadwal.ask(self, list(dict.fromkeys(b.desa for b in terpilih)), awal, siapa=len(terpilih) == 1)
        if jawab is None:
            return
        tahap, titik = self.tahap.nilai, [b.jadwal for b in terpilih]

        def jalan(kerja: Kerja) -> None:
            for satu in filter(None, titik):
                ubah_titik(kerja, satu.id, jawab if len(terpilih) == 1 else replace(jawab, batas=satu.isi.batas))
            baru = [replace(jawab, kode_desa=b.kode) for b in terpilih if b.jadwal is None]
            atur_jadwal(kerja, self.kegiatan_id, baru, tahap=tahap)

        self._simpan(self.tr("Menyimpan jadwal"), jalan)

    def tambah_titik(self) -> None:
        """Ask for one more point of the chosen desa."""
        satu: BarisDesa = self.tabel.terpilih[0]
        if satu.jadwal is None:
            return
        awal = replace(satu.jadwal.isi, tempat="", batas=SISANYA)
        jawab = DialogJadwal.ask(self, [satu.desa], awal, siapa=True)
        if jawab is not None:
            isi, tahap = replace(jawab, kode_desa=satu.kode), self.tahap.nilai
            self._simpan(
                self.tr("Menambah titik"), lambda kerja: tambah_titik(kerja, self.kegiatan_id, isi, tahap=tahap)
            )

    def _simpan(self, judul: str, kerja: Callable[[Kerja], object]) -> None:
        self.konteks.tulis(judul, kerja, induk=self, ubah=(Area.PENYALURAN, Area.KEGIATAN))

    def _contoh(self) -> Jadwal | None:
        """The line entered last stands for the next desa."""
        ada = [b.jadwal.isi for b in self.model.semua if b.jadwal]
        return ada[-1] if ada else None

    @Slot()
    def _hapus(self) -> None:
        ids = [b.jadwal.id for b in self.tabel.terpilih if b.jadwal]
        setuju = pesan.tanya(
            self, self.tr("Hapus {n} titik dari jadwal?").format(n=len(ids)), ya=self.tr("&Hapus jadwal"), bahaya=True
        )
        if setuju:
            self._simpan(self.tr("Menghapus jadwal"), lambda kerja: _hapus_semua(kerja, ids))

    def _cetak(self, kode: str) -> None:
        self.konteks.buka("dokumen", TujuanDokumen(self.kegiatan_id, (kode,)))


def _hapus_semua(kerja: Kerja, ids: list[UUID]) -> None:
    for satu in ids:
        hapus_jadwal(kerja, satu)


def _petugas(s: Spt) -> str:
    return ", ".join(p.nama for p in s.isi.petugas)


def _titik(b: BarisDesa) -> str:
    return b.jadwal.sebutan if b.jadwal else ""


def _orang(n: int | None) -> str:
    return "" if n is None else bilangan(n)


def _tanggal(b: BarisDesa) -> str:
    return waktu.tanggal_hari(b.jadwal.isi.tanggal) if b.jadwal else "Belum dijadwalkan"


def _nada_tanggal(b: BarisDesa) -> Nada:
    if b.jadwal is None:
        return Nada.NETRAL
    return Nada.PERHATIAN if b.jadwal.catatan else Nada.BAIK


def _catatan(b: BarisDesa) -> str:
    """Say why a day is no good day."""
    return f"{_tanggal(b)}: {b.jadwal.catatan}" if b.jadwal and b.jadwal.catatan else _tanggal(b)
