"""The counter: type the NIK, tick the papers, save; the number of the register comes by itself.

Everything goes by keyboard: a whole NIK fills in who is known and jumps to the papers (Alt+1 … Alt+9, Alt+B for all),
F2 saves and gives the form back empty, F6 prints the receipt of who was saved last.
"""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDir, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.akses import Hak
from app.antrean import Dikenal, belum_diajukan_lagi, kenal_orang, kenali, loket_kini, punya_loket
from app.kerja import Kerja
from app.loket import Pemohon, Penerimaan, terima_pemohon
from app.sop.pemohon import Pemohon as BarisPemohon
from app.sop.pemohon import daftar_pemohon
from db.istilah import StatusUsulan
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BilahTindakan,
    Gulir,
    Isian,
    JenisTombol,
    Kartu,
    Kolom,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    atur_sifat,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.pilih_berkas import SARINGAN
from ui.loket.ajukan_lagi import DialogAjukanLagi
from ui.loket.formulir import FormulirPemohon
from ui.loket.slip import tampilkan_slip
from ui.tema import Nada

UBAH = (Area.USULAN, Area.ORANG, Area.KEGIATAN, Area.REGISTER)


def keadaan_pemohon(p: BarisPemohon) -> tuple[str, Nada]:
    """Say how far an applicant is at the counter."""
    if p.status is StatusUsulan.DITARIK:
        return "Dilepas", Nada.NETRAL
    return ("Lengkap", Nada.BAIK) if p.langkah is None else ("Berkas kurang", Nada.PERHATIAN)


def buka_loket(konteks: Konteks) -> "HalamanLoket | None":
    """Return the counter for whoever serves it; None in an office without one."""
    with konteks.membaca() as kerja:
        ada = punya_loket(kerja)
    return HalamanLoket(konteks) if ada and konteks.boleh(Hak.REGISTER) and konteks.boleh(Hak.IMPOR) else None


class HalamanLoket(Halaman):
    """The counter of the office; it serves the triwulan that takes applicants now."""

    judul = "Loket DTKS"
    dengar = frozenset({Area.USULAN, Area.KEGIATAN, Area.REGISTER})

    def __init__(self, konteks: Konteks) -> None:
        super().__init__(konteks)
        self._hari_ini = date.min
        self._kegiatan_id: UUID | None = None
        self._ajukan: UUID | None = None  # the person who was refused and whose data are mended now
        self._dikenal = False
        self._mulai: datetime | None = None  # the first key for this applicant, and the first paper: kept silently
        self._berkas_mulai: datetime | None = None
        self._foto: dict[str, Path] = {}
        self._akhir: tuple[Penerimaan, str] | None = None
        self._kode: tuple[str, ...] = ()
        self.triwulan = Teks("", "redup")
        self.formulir = FormulirPemohon()
        self.formulir.mulai.connect(self._mulai_hitung)
        self.formulir.nik_dikenali.connect(self._cari)
        self.formulir.nik_selesai.connect(self._lanjut)
        self.pita = Kartu(tepi=12)
        self.kabar = Teks("", bungkus=True)
        self.pita.tambah(self.kabar)
        self.pita.hide()
        self._buat_berkas()
        self._buat_antrean()
        self._susun()
        self.setFocusProxy(self.formulir.nik)

    # --- building ----------------------------------------------------------------------------------------------------

    def _buat_berkas(self) -> None:
        self.kotak: dict[str, QCheckBox] = {}
        self.tombol_foto: dict[str, Tombol] = {}
        self._tata_berkas = QVBoxLayout()
        self._tata_berkas.setSpacing(8)
        self.semua = Tombol(
            self.tr("Semua &berkas ada"), JenisTombol.TAUTAN, "check-check", klik=self.centang_semua,
        )  # fmt: skip
        self.nomor_buku = QLineEdit()
        self.nomor_buku.setPlaceholderText(self.tr("otomatis"))
        self.i_nomor = Isian(self.tr("Nomor b&uku register"), self.nomor_buku, self.tr("Ketik bila diambil dari buku"))
        self.kartu_berkas = Kartu(self.tr("Berkas yang dibawa"), self.semua).tambah(self._tata_berkas)

    def _buat_antrean(self) -> None:
        self.nomor = Teks("", "besar", pilih=True)
        self.nomor.setAccessibleName(self.tr("Nomor register terakhir"))
        self.terakhir = Teks("", "redup", bungkus=True)
        self.cetak = Tombol(
            self.tr("Cetak tanda terima (F6)"), JenisTombol.TAUTAN, "printer", pintasan="F6", klik=self.cetak_slip
        )
        self.kartu_nomor = Kartu(self.tr("Nomor register"), self.cetak).tambah(self.nomor, self.terakhir)
        self.kartu_nomor.hide()
        self.model: ModelTabel[BarisPemohon] = ModelTabel(
            [
                Kolom("No. register", lambda p: p.nomor_register, lebar=118, petunjuk=lambda p: p.nomor_register),
                Kolom("Nama", lambda p: p.nama, lebar=0, petunjuk=lambda p: p.nama),
                Kolom("Berkas", lambda p: keadaan_pemohon(p)[0], lebar=118, nada=lambda p: keadaan_pemohon(p)[1]),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Pemohon triwulan ini"))
        self.tabel.setMinimumHeight(120)
        self.tabel.dibuka.connect(self._buka)
        self.jumlah = Teks("", "redup")

    def _susun(self) -> None:
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self._kembali)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.triwulan, jarak=12)
        kiri = QWidget()
        kartu = Kartu(self.tr("Pemohon")).tambah(self.formulir, self.i_nomor)
        kiri.setLayout(kolom(self.pita, kartu, None, jarak=10, tepi=(0, 0, 6, 0)))
        kanan = QWidget()
        daftar = Kartu(self.tr("Pemohon triwulan ini"), self.jumlah, melar=True).tambah(self.tabel)
        tata = kolom(self.kartu_nomor, self.kartu_berkas, daftar, jarak=10, tepi=(6, 0, 0, 0))
        tata.setStretch(2, 1)
        kanan.setLayout(tata)
        self.tengah = QHBoxLayout()
        self.tengah.addWidget(Gulir(kiri), 3)
        self.tengah.addWidget(Gulir(kanan), 2)
        self.simpan = Tombol(
            self.tr("&Simpan pemohon (F2)"), JenisTombol.UTAMA, "save", pintasan="F2", klik=self.simpan_pemohon
        )
        self.lagi = Tombol(
            self.tr("Ajukan lagi yang ditolak… (F3)"), nama_ikon="undo-2", pintasan="F3", klik=self.ajukan_lagi
        )
        self.baru = Tombol(self.tr("Kosongkan (F4)"), nama_ikon="x", pintasan="F4", klik=self.kosongkan)
        self.kaki = BilahTindakan([self.lagi, self.baru], self.simpan)
        isi = kolom(atas, self.tengah, jarak=10, tepi=(24, 14, 24, 8))
        isi.setStretch(1, 1)
        tata = kolom(isi, self.kaki, jarak=0)
        tata.setStretch(0, 1)
        self.setLayout(tata)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            loket = loket_kini(kerja)
            self._hari_ini = kerja.hari_ini()
            self._kegiatan_id = loket.kegiatan_id
            pemohon = daftar_pemohon(kerja, loket.kegiatan_id) if loket.kegiatan_id else []
        kata = loket.nama if loket.kegiatan_id else self.tr("Pemohon pertama membuka {nama}").format(nama=loket.nama)
        self.triwulan.setText(kata)
        self.formulir.atur_desa(loket.desa)
        if tuple(b.kode for b in loket.berkas) != self._kode:
            self._kode = tuple(b.kode for b in loket.berkas)
            self._isi_berkas([(b.kode, b.nama, b.wajib) for b in loket.berkas])
        self.model.atur(pemohon[::-1])
        kurang = sum(p.langkah is not None for p in pemohon)
        self.jumlah.setText(self.tr("{n} orang, {k} berkasnya kurang").format(n=len(pemohon), k=kurang))

    def _isi_berkas(self, berkas: list[tuple[str, str, bool]]) -> None:
        kosongkan(self._tata_berkas)
        self.kotak, self.tombol_foto = {}, {}
        for nomor, (kode, nama, wajib) in enumerate(berkas, 1):
            kotak = QCheckBox(f"&{nomor}  {nama}" if nomor < 10 else nama)
            kotak.setAccessibleName(nama)
            kotak.setToolTip(self.tr("Alt+{n}").format(n=nomor))
            sifat = self.tr("Wajib") if wajib else self.tr("Dianjurkan")
            kotak.setAccessibleDescription(sifat)
            kotak.toggled.connect(self._berkas_hitung)
            foto = Tombol(
                "", JenisTombol.TAUTAN, "camera", klik=partial(self.pilih_foto, kode), nama=self.tr("Foto ") + nama
            )
            foto.setToolTip(self.tr("Lampirkan foto atau pindaian {nama}").format(nama=nama))
            self._tata_berkas.addLayout(baris(kotak, None, Teks(sifat, "kecil"), foto))
            self.kotak[kode], self.tombol_foto[kode] = kotak, foto

    def _beritahu(self, kalimat: str, nada: Nada = Nada.AKSEN) -> None:
        self.kabar.setText(kalimat)
        atur_sifat(self.pita, nada=nada.value)
        self.pita.setVisible(bool(kalimat))

    # --- who is it ---------------------------------------------------------------------------------------------------

    @Slot(str)
    def _cari(self, nik: str) -> None:
        """Fill in who bears the NIK, or what the NIK itself says of a stranger."""
        with self.konteks.membaca() as kerja:
            dikenal = kenali(kerja, nik)
        if self._ajukan is not None:
            self._periksa_pemilik(dikenal)
            return
        if dikenal is not None:
            self._isi_dikenal(dikenal)
            return
        if self._dikenal:
            self.formulir.kosongkan(kecuali_nik=True)
            self._dikenal = False
        self._beritahu(self.tr("NIK ini belum pernah tercatat. Isi data menurut KTP dan Kartu Keluarga."))
        self.formulir.isi_dari_nik(nik, self._hari_ini)
        self.formulir.rapikan_nik()

    @Slot()
    def _lanjut(self) -> None:
        """Go on to the papers of who is known; a stranger's name is typed."""
        pertama = next(iter(self.kotak.values()), None)
        if self._dikenal and self._ajukan is None and pertama is not None:
            pertama.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.formulir.nama.setFocus(Qt.FocusReason.TabFocusReason)

    def _periksa_pemilik(self, dikenal: Dikenal | None) -> None:
        if dikenal is not None and dikenal.orang_id != self._ajukan:
            kalimat = self.tr("NIK ini sudah tercatat atas nama {nama}. Cocokkan dengan KTP.")
            self._beritahu(kalimat.format(nama=dikenal.data.nama), Nada.BAHAYA)
        self.formulir.rapikan_nik()

    def _isi_dikenal(self, dikenal: Dikenal) -> None:
        self.formulir.isi(dikenal.data)
        self.formulir.rapikan_nik()
        self._dikenal = True
        if dikenal.nomor_register is not None:
            kalimat = self.tr("{nama} sudah terdaftar pada triwulan ini dengan nomor register {nomor}.")
            self._beritahu(kalimat.format(nama=dikenal.data.nama, nomor=dikenal.nomor_register), Nada.PERHATIAN)
        elif dikenal.penolakan is not None:
            kalimat = self.tr("Pernah ditolak SIKS-NG pada {kegiatan}: {alasan}. Pengajuan ini ditautkan ke yang lama.")
            p = dikenal.penolakan
            self._beritahu(kalimat.format(kegiatan=p.kegiatan, alasan=p.alasan), Nada.PERHATIAN)
        else:
            self._beritahu(self.tr("Sudah dikenal. Cocokkan datanya dengan KTP, lalu centang berkas."))

    @Slot()
    def ajukan_lagi(self) -> None:
        """Choose somebody who was refused; their data, the NIK too, can be mended."""
        with self.konteks.membaca() as kerja:
            semua = belum_diajukan_lagi(kerja)
        if not semua:
            pesan.info(self, self.tr("Tidak ada yang perlu diajukan lagi"), self.tr(
                "Semua yang ditolak SIKS-NG sudah diajukan lagi, atau belum ada yang ditolak."
            ))  # fmt: skip
            return
        satu = DialogAjukanLagi.ask(self, semua)
        if satu is None:
            return
        with self.konteks.membaca() as kerja:
            dikenal = kenal_orang(kerja, satu.orang_id)
        self._isi_dikenal(dikenal)
        self._ajukan = satu.orang_id
        self.formulir.nik.setFocus()
        self.formulir.nik.selectAll()

    # --- time, kept silently -----------------------------------------------------------------------------------------

    @Slot()
    def _mulai_hitung(self) -> None:
        if self._mulai is None:
            self._mulai = self.konteks.ruang.jam()

    @Slot()
    def _berkas_hitung(self) -> None:
        if self._mulai is not None and self._berkas_mulai is None:
            self._berkas_mulai = self.konteks.ruang.jam()

    # --- saving ------------------------------------------------------------------------------------------------------

    @Slot()
    def centang_semua(self) -> None:
        """Every paper was brought."""
        for kotak in self.kotak.values():
            kotak.setChecked(True)
        self.simpan.setFocus(Qt.FocusReason.TabFocusReason)

    def pilih_foto(self, kode: str) -> None:
        """Choose a photograph of a paper; it counts as brought, and goes with the applicant when they are saved."""
        nama, _ = QFileDialog.getOpenFileName(self, self.tr("Pilih foto berkas"), QDir.homePath(), SARINGAN)
        if nama:
            self._foto[kode] = Path(nama)
            self.kotak[kode].setChecked(True)
            self.tombol_foto[kode].setText(self._foto[kode].name[:18])

    def simpan_pemohon(self) -> None:
        """Take the applicant in and give them their number."""
        if not self.formulir.periksa():
            return
        dokumen = frozenset(kode for kode, kotak in self.kotak.items() if kotak.isChecked())
        pemohon = Pemohon(
            self.formulir.data, dokumen, nomor=self.nomor_buku.text().strip() or None, orang_id=self._ajukan,
            mulai=self._mulai, berkas_mulai=self._berkas_mulai,
        )  # fmt: skip
        foto = {kode: satu for kode, satu in self._foto.items() if kode in dokumen}

        def jalan(kerja: Kerja) -> Penerimaan:
            lampiran = {kode: (satu.name, satu.read_bytes()) for kode, satu in foto.items()}
            return terima_pemohon(kerja, replace(pemohon, lampiran=lampiran))

        self.konteks.tulis(
            self.tr("Menyimpan pemohon"),
            jalan,
            induk=self,
            berhasil=self._tersimpan,
            ubah=UBAH,
        )

    def _tersimpan(self, hasil: Penerimaan) -> None:
        nama = self.formulir.nama.text().strip()
        self._akhir = (hasil, nama)
        self.kosongkan()
        self.nomor.setText(hasil.nomor_register)
        keadaan = self.tr("berkas lengkap") if hasil.lengkap else self.tr("berkas masih kurang")
        tautan = self.tr(", ditautkan ke pengajuan yang ditolak") if hasil.asal_usulan_id else ""
        self.terakhir.setText(f"{nama} · {keadaan}{tautan} · {hasil.kegiatan}")
        self.kartu_nomor.show()

    def kosongkan(self) -> None:
        """Make room for the next one."""
        self._ajukan, self._dikenal = None, False
        self._mulai = self._berkas_mulai = None
        self._foto.clear()
        for tombol in self.tombol_foto.values():
            tombol.setText("")
        self.nomor_buku.clear()
        self.formulir.kosongkan()
        for kotak in self.kotak.values():
            kotak.setChecked(False)
        self._beritahu("")
        self.formulir.nik.setFocus()

    @Slot()
    def cetak_slip(self) -> None:
        """F6: the receipt of who was saved last."""
        if self._akhir is not None:
            hasil, nama = self._akhir
            tampilkan_slip(self, self.konteks, hasil.kegiatan_id, hasil.usulan_id, nama)

    # --- going -------------------------------------------------------------------------------------------------------

    @Slot(object)
    def _buka(self, satu: BarisPemohon) -> None:
        from ui.loket.berkas import HalamanBerkas

        if self._kegiatan_id is not None:
            self.konteks.dorong(HalamanBerkas(self.konteks, self._kegiatan_id, satu.usulan_id))

    @Slot()
    def _kembali(self) -> None:
        if self.boleh_ditinggalkan():
            self.selesai.emit()

    def boleh_ditinggalkan(self) -> bool:
        if self.formulir.kosong:
            return True
        return pesan.tanya(
            self,
            self.tr("Tinggalkan pemohon ini?"),
            self.tr("Data yang sudah diketik belum disimpan dan akan hilang."),
            ya=self.tr("&Tinggalkan"),
            tidak=self.tr("&Kembali ke loket"),
            bahaya=True,
        )
