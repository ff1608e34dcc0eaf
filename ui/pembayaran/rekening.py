"""Accounts of the recipients: who has one, the list for the bank, the numbers that come back."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QDir, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.identitas import samarkan
from app.jobs import JobContext
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.penetapan import BarisPenerima
from app.penyaluran.realisasi import SelSalah
from app.rekening.lembar import LembarRekening, baca_rekening_bank
from app.rekening.lihat import daftar_rekening, hitung_rekening
from app.rekening.masuk import HasilRekening, PeriksaRekening, SelRagu, masukkan_rekening, periksa_rekening
from app.wilayah import Peta, peta_kantor
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    JenisTombol,
    KartuAngka,
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
from ui.komponen.bertanya import bertanya
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.tabel_luwes import TabelLuwes
from ui.komponen.teks import TeksTerbatas
from ui.komponen.urut_bertahap import UrutBertahap
from ui.tema import Nada

BARIS = 200  # rows fetched at once
KOLOM_NIK, KOLOM_DESA = 2, 3
TANPA_PIN = "Salur tidak pernah membaca atau menyimpan PIN."


@dataclass(frozen=True)
class Keputusan:
    """A row that needs a person's eye, and whether it shall be taken."""

    ragu: SelRagu
    pakai: bool = False

    @property
    def sebab(self) -> str:
        return " ".join(kalimat(s) for s in self.ragu.sebab)


class DialogRekening(DialogSalur):
    """Says what a bank's workbook would record; rows to be made sure of are taken one by one, wrong cells stop it."""

    def __init__(self, induk: QWidget | None, r: PeriksaRekening) -> None:
        super().__init__(
            induk, "Nomor rekening dari bank", kalimat_periksa(r), setuju="&Catat", nama_ikon="check-check", lebar=780
        )
        self._periksa = r
        self._rahasia()
        self._salah() if r.salah else self._ragu()
        self._hitung()

    def _rahasia(self) -> None:
        if self._periksa.rahasia:
            nama = ", ".join(f"“{judul}” ({sel})" for sel, judul in self._periksa.rahasia)
            kata = self.tr("Kolom {nama} tidak dibaca. {pin}").format(nama=nama, pin=TANPA_PIN)
            self.tambah(Teks(kata, "redup", bungkus=True))

    def _salah(self) -> None:
        self.model_salah: ModelTabel[SelSalah] = ModelTabel(
            [
                Kolom("Sel", lambda s: s.sel, lebar=90),
                Kolom("Nama", lambda s: s.nama or "—", lebar=190),
                Kolom("Sebab", lambda s: kalimat(s.sebab), lebar=0, petunjuk=lambda s: kalimat(s.sebab)),
            ],
            self._periksa.salah,
        )
        tabel = TabelData(self.model_salah, nama=self.tr("Sel yang belum dapat diterima"))
        tabel.setMinimumHeight(200)
        self.tambah(tabel)

    def _ragu(self) -> None:
        self.model: ModelTabel[Keputusan] = ModelTabel(
            [
                Kolom(
                    "Keputusan", lambda k: self.tr("Dipakai") if k.pakai else self.tr("Dilewati"), lebar=105,
                    nada=lambda k: Nada.BAIK if k.pakai else Nada.NETRAL,
                ),
                Kolom("Sel", lambda k: k.ragu.sel, lebar=80),
                Kolom("Nama", lambda k: k.ragu.nama, lebar=170),
                Kolom("Yang perlu dipastikan", lambda k: k.sebab, lebar=0, petunjuk=lambda k: k.sebab),
            ],
            [Keputusan(s) for s in self._periksa.ragu],
        )  # fmt: skip
        self.tabel = TabelData(self.model, nama=self.tr("Baris yang perlu dipastikan"))
        self.tabel.setMinimumHeight(200)
        self.tabel.dibuka.connect(lambda k: self._putuskan([k], pakai=not k.pakai))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.pakai = Tombol(self.tr("&Pakai yang dipilih"), nama_ikon="check", klik=partial(self._yang_dipilih, True))
        self.lewati = Tombol(self.tr("&Lewati yang dipilih"), nama_ikon="x", klik=partial(self._yang_dipilih, False))
        self.rinci = Teks("", "redup", bungkus=True)
        if self._periksa.ragu:
            self.tambah(self.tabel, self.rinci, baris(None, self.lewati, self.pakai))
            self._terpilih()
        else:
            self.tambah(Teks(self.tr("Semua nama pemilik rekening cocok dengan nama penerima."), "redup", bungkus=True))
            self.isi.addStretch(1)

    @Slot()
    def _terpilih(self) -> None:
        pilih: list[Keputusan] = self.tabel.terpilih
        self.pakai.setEnabled(any(not k.pakai for k in pilih))
        self.lewati.setEnabled(any(k.pakai for k in pilih))
        ajakan = self.tr("Pilih baris yang sudah dicocokkan dengan buku tabungan, lalu pakai. Yang lain dilewati.")
        self.rinci.setText(pilih[0].sebab if len(pilih) == 1 else ajakan)

    def _yang_dipilih(self, pakai: bool) -> None:
        self._putuskan(self.tabel.terpilih, pakai=pakai)

    def _putuskan(self, pilih: list[Keputusan], *, pakai: bool) -> None:
        sel = {k.ragu.sel for k in pilih}
        for nomor, k in enumerate(self.model.semua):
            if k.ragu.sel in sel:
                self.model.ganti(nomor, replace(k, pakai=pakai))
        self._terpilih()
        self._hitung()

    def _hitung(self) -> None:
        jumlah = 0 if self._periksa.salah else self._periksa.baru + len(self.jawaban)
        self.setuju.setVisible(bool(jumlah or (self._periksa.ragu and not self._periksa.salah)))
        self.setuju.setEnabled(jumlah > 0)
        self.setuju.setText(self.tr("&Catat {n} rekening").format(n=bilangan(jumlah)))
        self.batal.setText(self.tr("&Batal") if self.setuju.isVisibleTo(self) else self.tr("&Tutup"))

    @property
    def jawaban(self) -> frozenset[str]:
        """The cells that were confirmed."""
        return frozenset() if self._periksa.salah else frozenset(k.ragu.sel for k in self.model.semua if k.pakai)

    @classmethod
    def ask(cls, induk: QWidget | None, r: PeriksaRekening) -> frozenset[str] | None:
        """Show what would be recorded; the confirmed cells when it is agreed to, else None."""
        hasil: frozenset[str] | None = bertanya(cls(induk, r))
        return hasil


def kalimat_periksa(r: PeriksaRekening) -> str:
    """Sum up a workbook."""
    if r.salah:
        return f"{bilangan(len(r.salah))} sel belum dapat diterima. Perbaiki lalu pilih lagi; belum ada yang dicatat."
    bagian = [f"{bilangan(r.baru)} siap dicatat"]
    lain = ((len(r.ragu), "perlu dipastikan"), (r.sama, "sudah tercatat"), (r.kosong, "belum diisi"))
    return ", ".join([*bagian, *(f"{bilangan(n)} {kata}" for n, kata in lain if n)]) + "."


def kalimat_hasil(h: HasilRekening) -> str:
    """Sum up what was done."""
    lain = ((h.ditinggalkan, "dilewati"), (h.sama, "sudah tercatat"), (h.kosong, "belum diisi"))
    return ", ".join([f"{bilangan(h.dicatat)} dicatat", *(f"{bilangan(n)} {kata}" for n, kata in lain if n)]) + "."


class HalamanRekening(Halaman):
    """The list in force with its accounts; out to the bank, and back."""

    judul = "Rekening penerima"
    dengar = frozenset({Area.PENCAIRAN, Area.PENETAPAN, Area.ORANG})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._peta = Peta()
        self._penuh = konteks.boleh(Hak.IDENTITAS)
        self.nama = TeksTerbatas(kanan=True)
        kata = (self.tr("penerima"), self.tr("sudah punya rekening"), self.tr("belum"))
        self.angka = tuple(KartuAngka("0", satu) for satu in kata)
        self.saring = Pilihan([(True, self.tr("Belum punya rekening"))], kosong=self.tr("Semua penerima"))
        self.saring.setAccessibleName(self.tr("Saring rekening"))
        self.saring.setMinimumWidth(220)
        self.saring.currentIndexChanged.connect(self._muat)
        self._buat_tabel()
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.unduh = Tombol(self.tr("Daftar untuk &bank"), nama_ikon="file-spreadsheet")
        menu = QMenu(self.unduh)
        menu.addAction(self.tr("Yang &belum punya rekening…"), partial(self.pilih_unduh, False))
        menu.addAction(self.tr("&Semua penerima…"), partial(self.pilih_unduh, True))
        self.unduh.setMenu(menu)
        self.masuk = Tombol(self.tr("&Masukkan dari bank…"), JenisTombol.UTAMA, "upload", klik=self.pilih_masuk)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama, self.unduh, self.masuk, jarak=12)
        bawah = baris(self.saring, None, Teks(TANPA_PIN, "redup"))
        tata = kolom(atas, baris(*self.angka, jarak=10), bawah, self.tumpukan, jarak=10, tepi=(24, 14, 24, 12))
        tata.setStretch(3, 1)
        self.setLayout(tata)

    def _buat_tabel(self) -> None:
        self.model: ModelBertahap[BarisPenerima] = ModelBertahap(self._kolom(), lambda p: p.nomor_urut, BARIS)
        self.tabel = TabelLuwes(self.model, nama=self.tr("Rekening penerima"), luwes={KOLOM_NIK: 1200, KOLOM_DESA: 900})
        self.urut = UrutBertahap(self.tabel)
        self.tabel.dibuka.connect(lambda p: self.konteks.buka("orang", p.orang_id))
        self.kosong = KosongState("", "", "wallet")
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)

    def _kolom(self) -> list[Kolom[BarisPenerima]]:
        return [
            Kolom("No.", lambda p: p.nomor_urut, lebar=60),
            Kolom("Nama", lambda p: p.nama, lebar=210),
            Kolom("NIK", lambda p: samarkan(p.nik) if p.nik else "—", lebar=170),
            Kolom("Desa/kelurahan", lambda p: self._peta.nama(p.kode_desa) if p.kode_desa else "—", lebar=140),
            Kolom("Bank", lambda p: p.bank or "—", lebar=130),
            Kolom("No. rekening", self._nomor, lebar=190),
            Kolom("Nama pemilik rekening", lambda p: p.atas_nama or "—", lebar=0),
        ]

    def _nomor(self, p: BarisPenerima) -> str:
        if not p.rekening:
            return "—"
        return p.rekening if self._penuh else samarkan(p.rekening)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            nama = lihat_kegiatan(kerja, self.kegiatan_id).ringkasan.nama
            self._ringkas = hitung_rekening(kerja, self.kegiatan_id)
            self._peta = peta_kantor(kerja)
        self.nama.setText(nama)
        r = self._ringkas
        for kartu, n in zip(self.angka, (r.orang, r.punya, r.orang - r.punya), strict=True):
            kartu.atur(bilangan(n))
        boleh = self.konteks.boleh(Hak.MITRA) and r.orang > 0
        self.unduh.setEnabled(boleh and self._penuh)
        self.masuk.setEnabled(boleh)
        self._muat()

    @Slot()
    def _muat(self) -> None:
        self.model.cari(self._ambil)
        self.tumpukan.setCurrentWidget(self.tabel if self.model.rowCount() else self.kosong)
        if self._ringkas.orang:
            self.kosong.atur(self.tr("Semua penerima sudah punya rekening"), self.tr("Tidak ada yang perlu dibuka."))
        else:
            self.kosong.atur(self.tr("Belum ada penerima"), self.tr("Daftar ini terisi setelah SK penetapan dicatat."))

    def _ambil(self, setelah: Any) -> list[BarisPenerima]:
        belum = bool(self.saring.nilai)
        with self.konteks.membaca() as kerja:
            return daftar_rekening(kerja, self.kegiatan_id, belum=belum, setelah=setelah, batas=BARIS)

    # --- acts --------------------------------------------------------------------------------------------------------

    def pilih_unduh(self, semua: bool) -> None:
        """Ask where, and write the list for the bank."""
        awal = str(Path(QDir.homePath()) / "Daftar pembukaan rekening.xlsx")
        nama, _ = QFileDialog.getSaveFileName(
            self, self.tr("Simpan daftar untuk bank"), awal, self.tr("Buku kerja Excel (*.xlsx)")
        )
        if not nama:
            return
        ke = Path(nama)

        def jalan(kerja: Kerja, ctx: JobContext) -> int:
            from reports.pembukaan_rekening import cetak_pembukaan

            return cetak_pembukaan(kerja, self.kegiatan_id, ke, semua=semua, ctx=ctx)

        def usai(n: int) -> None:
            isi = self.tr("Kirim ke bank. Setelah diisi nomornya, masukkan kembali berkasnya di halaman ini.")
            pesan.info(self, self.tr("{n} orang ditulis ke {ke}").format(n=bilangan(n), ke=ke.name), isi)

        self.konteks.tulis_lama(self.tr("Menulis daftar pembukaan rekening"), jalan, induk=self, berhasil=usai)

    def pilih_masuk(self) -> None:
        """Ask for the bank's workbook and show what it would record."""
        nama, _ = QFileDialog.getOpenFileName(
            self, self.tr("Pilih daftar dari bank"), QDir.homePath(), self.tr("Lembar sebar (*.xlsx *.ods *.xls)")
        )
        if not nama:
            return
        berkas = Path(nama)

        def jalan(kerja: Kerja, ctx: JobContext) -> tuple[PeriksaRekening, LembarRekening]:
            ctx.lapor(0, None, f"Membaca {berkas.name}")
            lembar = baca_rekening_bank(berkas, ctx)
            return periksa_rekening(kerja, self.kegiatan_id, lembar), lembar

        self.konteks.baca_lama(self.tr("Memeriksa daftar dari bank"), jalan, induk=self, berhasil=self._tanya)

    def _tanya(self, hasil: tuple[PeriksaRekening, LembarRekening]) -> None:
        periksa, lembar = hasil
        setuju = DialogRekening.ask(self, periksa)
        if setuju is None:
            return
        self.konteks.tulis(
            self.tr("Mencatat rekening"),
            lambda kerja: masukkan_rekening(kerja, self.kegiatan_id, lembar, setuju=setuju),
            induk=self,
            berhasil=lambda h: pesan.info(self, self.tr("Rekening dicatat"), kalimat_hasil(h)),
            ubah=(Area.PENCAIRAN, Area.PENETAPAN, Area.ORANG),
        )
