"""Who stands where at the counter: papers that were brought later are ticked here, and applicants can be let go."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.antrean import BerkasLoket, berkas_pemohon
from app.bahasa import waktu
from app.kalender import kalender_kantor
from app.kegiatan import lihat_kegiatan
from app.loket import lengkapi_pemohon
from app.sop.pemohon import Pemohon, daftar_pemohon, langkah_pemohon, lepaskan
from app.verifikasi import lihat_usulan
from app.wilayah import peta_kantor
from db.istilah import StatusUsulan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BilahTindakan,
    Gulir,
    JenisTombol,
    Kartu,
    Kolom,
    KosongState,
    KotakCari,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
    kosongkan,
)
from ui.loket.halaman import keadaan_pemohon
from ui.loket.slip import tampilkan_slip
from ui.penetapan.dialog import DialogKalimat

UBAH = (Area.USULAN, Area.KEGIATAN)
SARINGAN = (("kurang", "Berkas kurang"), ("semua", "Semua pemohon"), ("lengkap", "Lengkap"), ("dilepas", "Dilepas"))


class HalamanBerkas(Halaman):
    """The applicants of a triwulan and the papers of the chosen one."""

    judul = "Periksa berkas"
    dengar = frozenset({Area.USULAN, Area.KEGIATAN, Area.ORANG})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, usulan_id: UUID | None = None) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._cari_dulu = usulan_id
        self._desa: dict[str, str] = {}
        self._dilihat: Pemohon | None = None
        self.kotak: dict[str, QCheckBox] = {}
        self.nama_kegiatan = Teks("", "redup")
        self._buat_daftar()
        self._buat_kanan()
        self._susun()
        self.setFocusProxy(self.tabel)

    # --- building ----------------------------------------------------------------------------------------------------

    def _buat_daftar(self) -> None:
        self.cari = KotakCari(self.tr("Cari nama atau nomor register"))
        self.cari.dicari.connect(self._saring)
        self.saringan = Pilihan(SARINGAN, kini="semua" if self._cari_dulu else "kurang")
        self.saringan.setAccessibleName(self.tr("Saring keadaan berkas"))
        self.saringan.setMinimumWidth(150)
        self.saringan.currentIndexChanged.connect(self._saring)
        self.model: ModelTabel[Pemohon] = ModelTabel(
            [
                Kolom("No. register", lambda p: p.nomor_register, lebar=100),
                Kolom("Nama", lambda p: p.nama, lebar=0, petunjuk=lambda p: p.nama),
                Kolom("Desa/kelurahan", lambda p: self._desa.get(p.kode_desa or "", "—"), lebar=130),
                Kolom("Berkas", lambda p: keadaan_pemohon(p)[0], lebar=125, nada=lambda p: keadaan_pemohon(p)[1]),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Pemohon"))
        self.tabel.pilihan_berubah.connect(self._tunjukkan)
        self.tabel.dibuka.connect(lambda _p: self._ke_kotak())
        self.kosong = KosongState(
            self.tr("Tidak ada pemohon di daftar ini"), self.tr("Ubah saringan, atau terima pemohon di loket."), "users"
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)

    def _buat_kanan(self) -> None:
        self.nama = Teks(self.tr("Pilih pemohon"), "judul_kartu", bungkus=True)
        self.rincian = Teks("", "redup", bungkus=True)
        self._tata_kotak = QVBoxLayout()
        self._tata_kotak.setSpacing(8)
        self.semua = Tombol(self.tr("Semua &berkas ada"), JenisTombol.TAUTAN, "check-check", klik=self._centang_semua)
        self.data = Tombol(self.tr("Data &orang"), JenisTombol.TAUTAN, "user", klik=self._buka_orang)
        self.langkah = Tombol(
            self.tr("&Lampiran dan riwayat…"), JenisTombol.TAUTAN, "paperclip", klik=self._buka_langkah
        )
        self.cetak = Tombol(self.tr("Cetak &tanda terima…"), JenisTombol.TAUTAN, "printer", klik=self._cetak)
        self.lepas = Tombol(self.tr("Le&paskan pemohon…"), JenisTombol.BAHAYA, "x", klik=self._lepaskan)
        self.kartu = Kartu()
        self.kartu.tambah(self.nama, self.rincian, self._tata_kotak, baris(self.semua, None))
        self.kartu.tambah(baris(self.data, self.langkah, None), baris(self.cetak, None))

    def _susun(self) -> None:
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama_kegiatan, jarak=12)
        kiri = QWidget()
        saring = baris(self.cari, self.saringan)
        saring.setStretch(0, 1)
        kiri.setLayout(kolom(saring, self.tumpukan, jarak=8))
        kanan = QWidget()
        kanan.setLayout(kolom(self.kartu, None))
        tengah = QHBoxLayout()
        tengah.setSpacing(12)
        tengah.addWidget(kiri, 3)
        tengah.addWidget(Gulir(kanan), 2)
        self.simpan = Tombol(self.tr("&Simpan berkas"), JenisTombol.UTAMA, "save", pintasan="F2", klik=self._simpan)
        self.kaki = BilahTindakan([self.lepas], self.simpan)
        isi = kolom(atas, tengah, jarak=10, tepi=(24, 14, 24, 8))
        isi.setStretch(1, 1)
        tata = kolom(isi, self.kaki, jarak=0)
        tata.setStretch(0, 1)
        self.setLayout(tata)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self.nama_kegiatan.setText(lihat_kegiatan(kerja, self.kegiatan_id).ringkasan.nama)
            semua = daftar_pemohon(kerja, self.kegiatan_id)
            peta, kalender = peta_kantor(kerja), kalender_kantor(kerja)
            self._desa = {p.kode_desa: peta.nama(p.kode_desa) for p in semua if p.kode_desa}
            self._sejak = {p.usulan_id: kalender.tanggal(p.sejak) for p in semua if p.sejak}
        dipilih = self._cari_dulu or (self._dilihat.usulan_id if self._dilihat else None)
        self._cari_dulu = None
        self.model.atur(semua)
        self._saring(dipilih)

    @Slot()
    def _saring(self, pilih: Any = None) -> None:
        kata, apa = self.cari.text().strip().casefold(), self.saringan.nilai
        sebutan = {"kurang": "Berkas kurang", "lengkap": "Lengkap", "dilepas": "Dilepas"}.get(apa, "")

        def cocok(p: Pemohon) -> bool:
            return kata in f"{p.nama} {p.nomor_register}".casefold() and sebutan in ("", keadaan_pemohon(p)[0])

        self.tabel.atur_saringan(cocok)
        tampak = self.tabel.tampak
        self.tumpukan.setCurrentWidget(self.tabel if tampak else self.kosong)
        nomor = next((n for n, p in enumerate(tampak) if p.usulan_id == pilih), 0)
        self.tabel.clearSelection()
        self.tabel.pilih_baris(nomor)
        self._tunjukkan()

    @Slot()
    def _tunjukkan(self) -> None:
        terpilih = self.tabel.terpilih
        satu: Pemohon | None = terpilih[0] if len(terpilih) == 1 else None
        self._dilihat = satu
        berkas: tuple[BerkasLoket, ...] = ()
        if satu is not None:
            with self.konteks.membaca() as kerja:
                berkas = berkas_pemohon(kerja, satu.usulan_id)
        self.nama.setText(satu.nama if satu else self.tr("Pilih pemohon"))
        self.rincian.setText(self._kata_rincian(satu) if satu else "")
        boleh = satu is not None and satu.langkah is not None
        self._isi_kotak(berkas, boleh=boleh)
        for tombol in (self.semua, self.simpan, self.lepas):
            tombol.setEnabled(boleh)
        self.data.setEnabled(satu is not None)
        self.cetak.setEnabled(satu is not None)
        self.langkah.setEnabled(boleh)
        self.kaki.atur_alasan(self._alasan(satu))

    @Slot()
    def _cetak(self) -> None:
        """Show the receipt for the papers of the chosen applicant, to be printed."""
        satu = self._dilihat
        if satu is None:
            return
        tampilkan_slip(self, self.konteks, self.kegiatan_id, satu.usulan_id, satu.nama)

    def _kata_rincian(self, p: Pemohon) -> str:
        bagian = [self.tr("Nomor register {nomor}").format(nomor=p.nomor_register)]
        bagian.append(self._desa.get(p.kode_desa or "", ""))
        if p.usulan_id in self._sejak:
            bagian.append(self.tr("sejak {tanggal}").format(tanggal=waktu.tanggal(self._sejak[p.usulan_id])))
        return " · ".join(b for b in bagian if b)

    def _alasan(self, p: Pemohon | None) -> str:
        if p is None:
            return ""
        if p.status is StatusUsulan.DITARIK:
            return self.tr("Pemohon ini sudah dilepas.")
        return self.tr("Berkasnya sudah lengkap.") if p.langkah is None else ""

    def _isi_kotak(self, berkas: tuple[BerkasLoket, ...], *, boleh: bool) -> None:
        kosongkan(self._tata_kotak)
        self.kotak = {}
        for nomor, b in enumerate(berkas, 1):
            kotak = QCheckBox(f"&{nomor}  {b.nama}" if nomor < 10 else b.nama)
            kotak.setAccessibleName(b.nama)
            kotak.setChecked(b.ada)
            kotak.setEnabled(boleh and not b.ada)
            sifat = self.tr("Sudah ada") if b.ada else self.tr("Wajib") if b.wajib else self.tr("Dianjurkan")
            kotak.setAccessibleDescription(sifat)
            self._tata_kotak.addLayout(baris(kotak, None, Teks(sifat, "kecil")))
            self.kotak[b.kode] = kotak

    # --- acts --------------------------------------------------------------------------------------------------------

    def _ke_kotak(self) -> None:
        pertama = next((k for k in self.kotak.values() if k.isEnabled()), None)
        if pertama is not None:
            pertama.setFocus()

    def _centang_semua(self) -> None:
        for kotak in self.kotak.values():
            kotak.setChecked(True)
        self.simpan.setFocus()

    def _simpan(self) -> None:
        satu = self._dilihat
        if satu is None:
            return
        baru = [kode for kode, kotak in self.kotak.items() if kotak.isEnabled() and kotak.isChecked()]
        if not baru:
            self.kaki.atur_alasan(self.tr("Centang dahulu berkas yang dibawa."))
            return
        self.konteks.tulis(
            self.tr("Menyimpan berkas"),
            lambda kerja: lengkapi_pemohon(kerja, satu.usulan_id, baru),
            induk=self,
            berhasil=lambda lengkap: self._tersimpan(satu, lengkap=lengkap),
            ubah=UBAH,
        )

    def _tersimpan(self, satu: Pemohon, *, lengkap: bool) -> None:
        kata = (
            self.tr("Berkas {nama} lengkap.") if lengkap else self.tr("Berkas {nama} tersimpan, masih ada yang kurang.")
        )
        self.kaki.atur_alasan(kata.format(nama=satu.nama))
        self.tabel.setFocus()

    def _lepaskan(self) -> None:
        satu = self._dilihat
        if satu is None:
            return
        alasan = DialogKalimat.ask(
            self,
            self.tr("Lepaskan {nama}?").format(nama=satu.nama),
            self.tr("Pengajuannya ditarik dari triwulan ini dan tidak dikirim ke SIKS-NG. Riwayatnya tetap tercatat."),
            self.tr("&Alasan"),
            self.tr("&Lepaskan pemohon"),
        )
        if alasan is not None:
            self.konteks.tulis(
                self.tr("Melepas pemohon"),
                lambda kerja: lepaskan(kerja, satu.usulan_id, alasan=alasan),
                induk=self,
                ubah=UBAH,
            )

    # --- going -------------------------------------------------------------------------------------------------------

    def _buka_orang(self) -> None:
        if self._dilihat is not None:
            with self.konteks.membaca() as kerja:
                orang_id = lihat_usulan(kerja, self._dilihat.usulan_id).baris.orang_id
            self.konteks.buka("orang", orang_id)

    def _buka_langkah(self) -> None:
        from ui.loket.langkah import HalamanLangkahPemohon

        if self._dilihat is None:
            return
        with self.konteks.membaca() as kerja:
            pelaksanaan_id = langkah_pemohon(kerja, self._dilihat.usulan_id)
        if pelaksanaan_id is not None:
            self.konteks.dorong(HalamanLangkahPemohon(self.konteks, pelaksanaan_id, self._dilihat.nama))
