"""Mode Penyaluran: one big search box that also takes a scanner, one person in large type, keys for every outcome."""

from collections.abc import Callable
from pathlib import Path
from typing import TypedDict
from uuid import UUID

from PySide6.QtCore import QDir, QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QSizePolicy, QStackedWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import rupiah
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.barang import Stok, geser_stok, stok_barang
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.penyaluran import (
    BarisSerah,
    HitungSalur,
    Tindakan,
    Wakil,
    batalkan_hasil,
    cari_penerima,
    catat_hasil,
    catatan_terakhir,
    geser,
    lihat_serah,
    ringkasan_penyaluran,
    sewali,
    tindakan_terakhir,
)
from app.penyaluran.cetakan import keraguan_kertas
from app.wilayah import peta_kantor
from db.galat import KnownError
from db.istilah import HasilSalur, Zona
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    Chip,
    JenisTombol,
    Kolom,
    KosongState,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.baris_chip import BarisChip
from ui.komponen.pilih_berkas import SARINGAN
from ui.komponen.teks import TeksTerbatas
from ui.penyaluran import tulisan
from ui.penyaluran.dialog import DialogAntar, DialogBatal, DialogGagal, DialogSebagian, DialogWakil, DialogWali, Meja
from ui.penyaluran.hitungan import KartuHitungan, TabelTerakhir
from ui.penyaluran.kartu import KartuPenerima
from ui.penyaluran.pindai import KotakPindai, PenerusPindaian
from ui.penyaluran.slip import tampilkan_slip
from ui.tema import Nada, tema

TERAKHIR = 20  # latest acts shown
LAMA = 250  # milliseconds after which an act that is still on its way is told
RENDAH = 560  # below this height the person needs the room


class Saringan(TypedDict):
    """The list that a table serves."""

    tahap_id: UUID
    desa: str | None
    titik: UUID | None


class HalamanModePenyaluran(Halaman):
    """The table of one tahap, desa, day and place."""

    judul = "Mode Penyaluran"
    tahan_kunci = True

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, meja: Meja) -> None:
        super().__init__(konteks)
        self.kegiatan_id, self.meja = kegiatan_id, meja
        self._satu: BarisSerah | None = None
        self._hitung = HitungSalur()
        self._foto: Path | None = None
        self._zona = Zona.WIB
        self._stok: tuple[Stok, ...] = ()
        self._sibuk = False  # an act is on its way to the disk
        self._tombol_kunci: dict[int, Callable[[], object]] = {
            Qt.Key.Key_F2: self.sendiri,
            Qt.Key.Key_F3: self.wali,
            Qt.Key.Key_F4: self.diwakilkan,
            Qt.Key.Key_F5: self.diantar,
            Qt.Key.Key_F6: self.gagal,
            Qt.Key.Key_F7: self.sebagian,
        }
        self._buat_kepala()
        self._buat_kartu()
        self._buat_terakhir()
        tata = kolom(
            self._kepala, self.cari, self.tumpukan, self.hitungan, self._bawah, self.tabel, jarak=10,
            tepi=(24, 12, 24, 10),
        )  # fmt: skip
        tata.setStretch(5, 1)
        self.setLayout(tata)
        self.setFocusProxy(self.cari)
        PenerusPindaian(self, self.cari)

    # --- building ----------------------------------------------------------------------------------------------------

    def _buat_kepala(self) -> None:
        self.nama = TeksTerbatas("", "judul")
        self.tersimpan = Chip(self.tr("tersimpan"), Nada.BAIK)
        self.tahap = Teks("", "redup")
        keluar = Tombol(self.tr("&Selesai"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self._kepala = baris(keluar, self.nama, self.tersimpan, self.tahap, jarak=10)
        self._kepala.setStretch(1, 1)
        self.cari = KotakPindai()
        self.cari.setProperty("besar", True)
        self.cari.setPlaceholderText(self.tr("Pindai kode pada undangan, atau ketik 4 digit akhir NIK / nama"))
        self.cari.setAccessibleName(self.tr("Cari penerima"))
        self.cari.returnPressed.connect(self.cari_kini)
        self.cari.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cari.setMinimumHeight(tema().ukuran.px(48))

    def _buat_kartu(self) -> None:
        self.kartu = KartuPenerima(
            {
                "sendiri": self.sendiri, "wali": self.wali, "wakil": self.diwakilkan, "antar": self.diantar,
                "gagal": self.gagal, "sebagian": self.sebagian, "foto": self.pilih_foto, "cetak": self.cetak,
            }
        )  # fmt: skip
        petunjuk = self.tr("Enter hanya mencari; tidak ada yang tercatat sebelum F2 sampai F7.")
        self.kosong = KosongState(self.tr("Siap melayani"), petunjuk, "scan-line")
        self.pilihan: ModelTabel[BarisSerah] = ModelTabel(
            [
                Kolom("No.", lambda b: b.nomor, lebar=60, kanan=True),
                Kolom("Nama", lambda b: b.nama, lebar=240),
                Kolom("Keterangan", lambda b: tulisan.keterangan_orang(b, self._hari_ini), lebar=0),
                Kolom(
                    "Keadaan",
                    lambda b: tulisan.keadaan(b.keadaan)[0],
                    lebar=170,
                    nada=lambda b: tulisan.keadaan(b.keadaan)[1],
                ),
            ]
        )
        self.ditemukan = TabelData(self.pilihan, nama=self.tr("Beberapa orang cocok"))
        self.ditemukan.dibuka.connect(self._pilih)
        self.tumpukan = QStackedWidget()
        for satu in (self.kosong, self.kartu, self.ditemukan):
            self.tumpukan.addWidget(satu)
        for satu in (self.kosong, self.ditemukan):  # the person alone says how high the room is
            satu.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def _buat_terakhir(self) -> None:
        self.hitungan = KartuHitungan()
        self.batalkan = Tombol(
            self.tr("&Batalkan yang terakhir…"),
            JenisTombol.TAUTAN,
            "undo-2",
            pintasan="Ctrl+Z",
            klik=self.batalkan_akhir,
        )
        self.akhir = TeksTerbatas("", "redup")
        self.stok = BarisChip()
        judul = Teks(self.tr("Terakhir"), "judul_kartu")
        self._bawah = baris(judul, self.akhir, self.stok, None, self.batalkan, jarak=10)
        self.tabel = TabelTerakhir()
        self.tabel.dibuka.connect(lambda c: self.tampilkan(c.alokasi_id))

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            k = lihat_kegiatan(kerja, self.kegiatan_id)
            peta = peta_kantor(kerja)
            self._zona = Zona(kerja.kantor.zona)
            self._hari_ini = kerja.hari_ini()
            ringkas = ringkasan_penyaluran(kerja, self.kegiatan_id, **self._daftar)
            self._stok = stok_barang(kerja, self.kegiatan_id) if ringkas.per_barang else ()
        self._hitung = ringkas.seluruh
        tahap = next((t for t in k.tahap if t.id == self.meja.tahap_id), None)
        desa = peta.sebutan(self.meja.desa) if self.meja.desa else k.ringkasan.nama
        self.nama.setText(" · ".join(filter(None, (self.judul, desa, self.meja.tempat))))
        per = self.tr("{rp} per penerima").format(rp=rupiah(tahap.nominal)) if tahap and tahap.nominal else ""
        lain = "" if self.meja.tanggal == self._hari_ini else waktu.tanggal(self.meja.tanggal)
        self.tahap.setText(" · ".join(filter(None, (tahap.nama if tahap else "", per, lain))))
        self._tampilkan_hitungan()
        with self.konteks.membaca() as kerja:
            semua = catatan_terakhir(kerja, self.kegiatan_id, **self._daftar, batas=TERAKHIR)
        self.tabel.muat(semua, self._zona)
        self._sebut_terakhir()
        if self._satu is not None:
            self.tampilkan(self._satu.alokasi_id)
        self.cari.setFocus()

    @property
    def _daftar(self) -> Saringan:
        """Whom this table serves."""
        return {"tahap_id": self.meja.tahap_id, "desa": self.meja.desa, "titik": self.meja.titik}

    def _tampilkan_hitungan(self) -> None:
        self.hitungan.muat(self._hitung)
        self.stok.atur(tulisan.stok(self._stok))

    def _sebut_terakhir(self) -> None:
        akhir = self.tabel.terbaru
        self.batalkan.setEnabled(akhir is not None)
        self.akhir.setText(f"{akhir.nama} · {label(akhir.hasil)}" if akhir else self.tr("Belum ada catatan."))

    # --- finding -----------------------------------------------------------------------------------------------------

    @Slot()
    def cari_kini(self) -> None:
        """Search for what was scanned or typed; nothing is recorded."""
        kata = self.cari.text().strip()
        self.cari.selectAll()
        if not kata:
            return
        try:
            with self.konteks.membaca() as kerja:
                semua = cari_penerima(kerja, self.kegiatan_id, kata=kata, **self._daftar)
                ragu = keraguan_kertas(kerja, semua[0]) if len(semua) == 1 else None
        except KnownError as salah:
            self._tidak_ada(kalimat(salah), self.tr("Belum dapat dilayani"))
            return
        if len(semua) == 1:
            self._tampilkan(semua[0])
            self.kartu.tolak(kalimat(ragu) if ragu else "")
        elif semua:
            self.pilihan.atur(semua)
            self.tumpukan.setCurrentWidget(self.ditemukan)
            self.ditemukan.setFocus()
            self.ditemukan.pilih_baris(0)
        else:
            self._tidak_ada(self.tr("Tidak ada penerima yang cocok dengan “{kata}” di sini.").format(kata=kata))

    def _tidak_ada(self, sebab: str, judul: str = "") -> None:
        self._satu = None
        self.kosong.atur(judul or self.tr("Tidak ditemukan"), sebab)
        self.tumpukan.setCurrentWidget(self.kosong)
        QApplication.beep()

    @Slot(object)
    def _pilih(self, satu: BarisSerah) -> None:
        self.tampilkan(satu.alokasi_id)
        self.cari.setFocus()

    def tampilkan(self, alokasi_id: UUID) -> None:
        """Show one recipient."""
        with self.konteks.membaca() as kerja:
            satu = lihat_serah(kerja, alokasi_id)
            ragu = keraguan_kertas(kerja, satu)
        self._tampilkan(satu)
        self.kartu.tolak(kalimat(ragu) if ragu else "")

    def _tampilkan(self, satu: BarisSerah) -> None:
        self._satu = satu
        self._foto = None
        self.kartu.tampilkan(satu, self._hari_ini, boleh=self.konteks.boleh(Hak.PENYALURAN))
        self.tumpukan.setCurrentWidget(self.kartu)

    # --- recording ---------------------------------------------------------------------------------------------------

    @property
    def _siap(self) -> BarisSerah | None:
        """The person on the card, if an outcome may be recorded now."""
        terlihat = self.tumpukan.currentWidget() is self.kartu and self.kartu.tombol["sendiri"].isEnabled()
        return self._satu if terlihat and not self._sibuk else None

    def sendiri(self) -> None:
        """F2: the recipient took it."""
        if (satu := self._siap) is not None:
            self._catat([satu.alokasi_id], HasilSalur.SENDIRI)

    def wali(self) -> None:
        """F3: a wali took it, perhaps for several children."""
        if (satu := self._siap) is None:
            return
        with self.konteks.membaca() as kerja:
            semua = sewali(kerja, satu.alokasi_id)
        jawab = DialogWali.ask(self, satu, semua)
        if jawab is not None:
            self._catat(list(jawab.alokasi), HasilSalur.WALI, wakil=jawab.wakil)

    def diwakilkan(self) -> None:
        """F4: a representative with a surat kuasa took it."""
        if (satu := self._siap) is not None and (wakil := DialogWakil.ask(self, satu.nama)) is not None:
            self._catat([satu.alokasi_id], satu.keadaan.hasil_wakil, wakil=wakil)

    def diantar(self) -> None:
        """F5: it was brought home."""
        if (satu := self._siap) is not None and (jawab := DialogAntar.ask(self, satu.nama)) is not None:
            self._catat([satu.alokasi_id], HasilSalur.DIANTAR, wakil=jawab.wakil)

    def gagal(self) -> None:
        """F6: it was not handed over, and why."""
        if (satu := self._siap) is not None and (jawab := DialogGagal.ask(self, satu.nama)) is not None:
            self._catat([satu.alokasi_id], jawab[0], alasan=jawab[1])

    def sebagian(self) -> None:
        """F7: part of the goods."""
        satu = self._siap
        if satu is None or not self.kartu.tombol["sebagian"].isVisible():
            return
        if (jawab := DialogSebagian.ask(self, satu)) is not None:
            self._catat([satu.alokasi_id], HasilSalur.SEBAGIAN, barang_id=jawab[0], jumlah=jawab[1])

    def _catat(
        self,
        alokasi: list[UUID],
        hasil: HasilSalur,
        *,
        wakil: Wakil | None = None,
        alasan: str = "",
        barang_id: UUID | None = None,
        jumlah: int | None = None,
    ) -> None:
        saksi, jempol, foto, meja = self.kartu.nama_saksi, self.kartu.jempol.isChecked(), self._foto, self.meja

        def jalan(kerja: Kerja) -> list[Tindakan]:
            lampiran_id = kerja.simpan_lampiran(foto.read_bytes(), foto.name) if foto else None
            return [
                catat_hasil(
                    kerja, satu, hasil, wakil=wakil, saksi=saksi, cap_jempol=jempol, alasan=alasan,
                    barang_id=barang_id, jumlah=jumlah, tanggal=meja.tanggal, tempat=meja.tempat,
                    lampiran_id=lampiran_id,
                )
                for satu in alokasi
            ]  # fmt: skip

        self._tulis(self.tr("Mencatat penyaluran"), jalan)

    def _tulis(self, judul: str, kerja: Callable[[Kerja], list[Tindakan]]) -> None:
        # Nothing is painted while the writer works: the two would take turns at every step of Python.
        self._sibuk = True
        QTimer.singleShot(LAMA, self, self._masih_menyimpan)
        self.konteks.tulis(judul, kerja, induk=self, berhasil=self._tercatat, gagal=self._ditolak)

    @Slot()
    def _masih_menyimpan(self) -> None:
        if self._sibuk:
            self.tersimpan.atur(self.tr("menyimpan…"), Nada.PERHATIAN)

    def _tercatat(self, tindakan: list[Tindakan]) -> None:
        """Show what is on the disk now."""
        self._sibuk = False
        self.tersimpan.atur(self.tr("tersimpan"), Nada.BAIK)
        for satu in tindakan:
            self._hitung = geser(self._hitung, satu.sebelum, satu.sesudah)
        self._stok = geser_stok(self._stok, tindakan)
        self._tampilkan_hitungan()
        orang = {t.alokasi_id: t.baris for t in tindakan}
        self.tabel.catat([c for b in orang.values() if (c := tindakan_terakhir(b)) is not None], TERAKHIR)
        self._sebut_terakhir()
        kini = self._satu.alokasi_id if self._satu else tindakan[0].alokasi_id
        self._tampilkan(orang.get(kini) or orang[tindakan[0].alokasi_id])
        ragu = [s.peringatan for s in self._stok if s.peringatan]
        self.kartu.tolak(kalimat(ragu[0]) if ragu else "")
        self.cari.selectAll()
        self.cari.setFocus()
        self.konteks.bus.umumkan(Area.PENYALURAN)

    def _ditolak(self, salah: BaseException) -> None:
        self._sibuk = False
        self.tersimpan.atur(self.tr("tidak tersimpan"), Nada.BAHAYA)
        if self._satu is not None:
            self.tampilkan(self._satu.alokasi_id)
        if isinstance(salah, KnownError):
            self.kartu.tolak(kalimat(salah))
        else:
            pesan.gagal(self, salah)
        self.cari.setFocus()

    def batalkan_akhir(self) -> None:
        """Take the last act back, with a reason."""
        akhir = self.tabel.terbaru
        if akhir is None or self._sibuk:
            return
        alasan = DialogBatal.ask(
            self,
            self.tr("Batalkan catatan terakhir"),
            self.tr("{nama}: {hasil}. Catatannya tetap terlihat sebagai dibatalkan.").format(
                nama=akhir.nama, hasil=label(akhir.hasil)
            ),
            self.tr("&Alasan"),
            self.tr("&Batalkan catatan"),
        )
        if alasan is not None:
            penyaluran_id = akhir.penyaluran_id
            self._tulis(
                self.tr("Membatalkan catatan"),
                lambda kerja: [batalkan_hasil(kerja, penyaluran_id, alasan=alasan)],
            )

    # --- photograph and slip -----------------------------------------------------------------------------------------

    def pilih_foto(self) -> None:
        """Choose a photograph that goes with the next outcome."""
        nama, _ = QFileDialog.getOpenFileName(self, self.tr("Pilih foto penyerahan"), QDir.homePath(), SARINGAN)
        if nama:
            self._foto = Path(nama)
            self.kartu.catatan.setText(
                self.tr("Foto {nama} disimpan bersama catatan berikutnya.").format(nama=self._foto.name)
            )
            self.kartu.catatan.show()
        self.cari.setFocus()

    def cetak(self) -> None:
        """Show the receipt of this person, ready for the printer."""
        if self._satu is not None:
            tampilkan_slip(self, self.konteks, self._satu)

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        """Leave the list of the latest out where the window is low; its newest line stays."""
        rendah = kejadian.size().height() < tema().ukuran.px(RENDAH)
        self.tabel.setVisible(not rendah)
        self.akhir.setVisible(rendah)
        if (tata := self.layout()) is not None:
            tata.setSpacing(6 if rendah else 10)
        super().resizeEvent(kejadian)

    # --- keys --------------------------------------------------------------------------------------------------------

    def event(self, kejadian: QEvent) -> bool:
        """Keep F2…F7 for the table: the window's own F5 must not take them."""
        menimpa = kejadian.type() == QEvent.Type.ShortcutOverride
        if menimpa and isinstance(kejadian, QKeyEvent) and kejadian.key() in self._tombol_kunci:
            kejadian.accept()
            return True
        return super().event(kejadian)

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        aksi = self._tombol_kunci.get(kejadian.key())
        if aksi is not None:
            aksi()
        elif kejadian.key() == Qt.Key.Key_Escape:
            self.cari.clear()
            self.cari.setFocus()
        else:
            super().keyPressEvent(kejadian)
