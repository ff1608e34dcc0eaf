"""The sheets of the decree's page: who is on the list, who is not and why, the decrees so far."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.bahasa.angka import bilangan, rupiah
from app.bahasa.istilah import label
from app.identitas import samarkan
from app.penetapan import (
    BarisPenerima,
    RekapDesa,
    RingkasanPenetapan,
    banding_versi,
    daftar_penerima,
    rekap_desa,
)
from db.istilah import StatusPenetapan
from ui.dokumen.lihat import lihat_lampiran
from ui.halaman import Konteks
from ui.komponen import Kolom, KosongState, KotakCari, ModelTabel, Pilihan, TabelData, Teks, Tombol, baris, kolom
from ui.komponen.ekspor import TombolEkspor
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.pilih_berkas import SARINGAN
from ui.komponen.urut_bertahap import UrutBertahap
from ui.orang.tulisan import kategori
from ui.penetapan import tulisan
from ui.tema import Nada

HALAMAN = 200  # rows fetched at once
Nama = Callable[[str], str]


class LembarPenerima(QWidget):
    """The people of a version, as the list said on that day."""

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self._versi: UUID | None = None
        self._nama: Nama = str
        self.model = ModelBertahap(self._kolom(), lambda b: b.nomor_urut, HALAMAN)
        self.tabel = TabelData(self.model, nama=self.tr("Daftar penerima"))
        self.urut = UrutBertahap(self.tabel)
        self.tabel.dibuka.connect(self._buka)
        self.cari = KotakCari(self.tr("Cari nama, NIK, atau No. KK"))
        self.cari.dicari.connect(self._muat)
        self.desa = Pilihan()
        self.desa.setAccessibleName(self.tr("Saring desa"))
        self.desa.setMinimumWidth(220)
        self.desa.currentIndexChanged.connect(self._muat)
        self.kosong = KosongState(
            self.tr("Daftar belum disusun"), self.tr("Tekan Susun daftar penerima untuk membekukannya."), "list-checks"
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        self.ekspor = TombolEkspor(konteks, self.tabel, self.tr("Daftar penerima"), (self.cari, self.desa))
        saring = baris(self.cari, self.desa, self.ekspor)
        saring.setStretch(0, 1)
        self.setLayout(kolom(saring, self.tumpukan, jarak=8, tepi=(0, 10, 0, 0)))

    def _kolom(self) -> list[Kolom[BarisPenerima]]:
        return [
            Kolom("No.", lambda b: b.nomor_urut, lebar=55, kanan=True),
            Kolom("Nama", lambda b: b.nama, lebar=0),
            Kolom("NIK", lambda b: b.nik, lambda n: samarkan(n) if n else "—", lebar=165),
            Kolom("Desa/kelurahan", lambda b: self._nama(b.kode_desa) if b.kode_desa else "—", lebar=150),
            Kolom("Kategori", lambda b: kategori(b.kategori), lebar=160),
            Kolom("Per tahap", lambda b: b.nominal, lambda n: "—" if n is None else rupiah(n), lebar=110, kanan=True),
            Kolom(
                "Pengecualian",
                lambda b: b.pengecualian,
                lebar=150,
                nada=lambda b: Nada.PERHATIAN if b.pengecualian else None,
                petunjuk=lambda b: b.pengecualian,
            ),
        ]

    def muat(self, versi: RingkasanPenetapan | None, nama: Nama) -> None:
        """Show a version, or that there is none."""
        self._versi, self._nama = (versi.id if versi else None), nama
        butir: list[tuple[Any, str]] = []
        if versi is not None:
            with self.konteks.membaca() as kerja:
                butir = [(r.kode_desa, self._rekap(r)) for r in rekap_desa(kerja, versi.id)]
        terpilih = self.desa.nilai
        self.desa.blockSignals(True)
        self.desa.atur(butir, kini=terpilih, kosong=self.tr("Semua desa"))
        self.desa.blockSignals(False)
        self._muat()

    def _rekap(self, r: RekapDesa) -> str:
        desa = self._nama(r.kode_desa) if r.kode_desa else self.tr("Desa belum diketahui")
        return " · ".join((desa, bilangan(r.orang), rupiah(r.nominal)))

    @Slot()
    def _muat(self) -> None:
        self.model.cari(self._ambil)
        self.tumpukan.setCurrentWidget(self.tabel if self._versi else self.kosong)

    def _ambil(self, setelah: Any) -> list[BarisPenerima]:
        if self._versi is None:
            return []
        with self.konteks.membaca() as kerja:
            return daftar_penerima(
                kerja,
                self._versi,
                desa=self.desa.nilai,
                kata=self.cari.text().strip() or None,
                setelah=setelah,
                batas=HALAMAN,
            )

    @property
    def surat_pengecualian(self) -> dict[UUID, str]:
        """The letters by which people without NIK are on this version."""
        if self._versi is None:
            return {}
        with self.konteks.membaca() as kerja:
            semua = daftar_penerima(kerja, self._versi, batas=None)
        return {b.usulan_id: b.pengecualian for b in semua if b.usulan_id and b.pengecualian}

    @Slot(object)
    def _buka(self, satu: BarisPenerima) -> None:
        self.konteks.buka("orang", satu.orang_id)


class LembarTidakMasuk(QWidget):
    """Who is layak and yet not on the list, and why."""

    def __init__(self, konteks: Konteks, kecualikan: Callable[[tulisan.TidakMasuk], None]) -> None:
        super().__init__()
        self._kecualikan = kecualikan
        self._nama: Nama = str
        self.model: ModelTabel[tulisan.TidakMasuk] = ModelTabel(
            [
                Kolom("Nama", lambda b: b.nama, lebar=280),
                Kolom("Desa/kelurahan", lambda b: self._nama(b.kode_desa) if b.kode_desa else "—", lebar=180),
                Kolom("Sebab", lambda b: b.sebab, lebar=0, nada=lambda _: Nada.PERHATIAN),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Tidak masuk daftar"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tombol = Tombol(self.tr("&Masukkan dengan surat…"), nama_ikon="mail", klik=self._tekan)
        kosong = KosongState(
            self.tr("Semua yang layak masuk daftar"), self.tr("Tidak ada yang tertinggal."), "circle-check"
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(kosong)
        catatan = Teks(
            self.tr(
                "Orang tanpa NIK masuk SK setelah NIK diisi di Data PM/KPM, atau dengan surat yang menjelaskannya."
            ),
            "redup",
            bungkus=True,
        )
        bawah = baris(catatan, self.tombol)
        bawah.setStretch(0, 1)
        self.setLayout(kolom(self.tumpukan, bawah, jarak=8, tepi=(0, 10, 0, 0)))

    def muat(self, semua: list[tulisan.TidakMasuk], nama: Nama) -> None:
        """Show those who stay out."""
        self._nama = nama
        self.model.atur(semua)
        self.tumpukan.setCurrentIndex(0 if semua else 1)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        terpilih = self.tabel.terpilih
        self.tombol.setEnabled(len(terpilih) == 1 and terpilih[0].bisa_dikecualikan)

    def _tekan(self) -> None:
        self._kecualikan(self.tabel.terpilih[0])


class LembarVersi(QWidget):
    """Every decree of the kegiatan, what each changed, and its scan."""

    def __init__(self, konteks: Konteks, lampirkan: Callable[[RingkasanPenetapan, bytes, str], None]) -> None:
        super().__init__()
        self.konteks = konteks
        self._lampirkan = lampirkan
        self.model: ModelTabel[RingkasanPenetapan] = ModelTabel(
            [
                Kolom("Versi", lambda p: p.nomor_versi, lebar=60, kanan=True),
                Kolom("SK", tulisan.nama_versi, lebar=0),
                Kolom("Jenis", lambda p: label(p.jenis), lebar=140),
                Kolom("Orang", lambda p: p.jumlah_orang, bilangan, lebar=80, kanan=True),
                Kolom("Nilai", lambda p: p.jumlah_nominal, lambda n: rupiah(n) if n else "—", lebar=150, kanan=True),
                Kolom(
                    "Keadaan",
                    lambda p: label(p.status),
                    lebar=100,
                    nada=lambda p: Nada.BAIK if p.status is StatusPenetapan.SAH else Nada.PERHATIAN,
                ),
                Kolom("Pindaian", lambda p: "Ada" if p.lampiran_id else "Belum", lebar=90),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("SK dan versi"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tabel.dibuka.connect(self._lihat)
        self.beda = Teks("", "redup", bungkus=True)
        self.lihat = Tombol(self.tr("&Lihat pindaian"), nama_ikon="eye", klik=self._lihat)
        self.pasang = Tombol(self.tr("L&ampirkan pindaian…"), nama_ikon="paperclip", klik=self._pilih_berkas)
        bawah = baris(self.beda, self.lihat, self.pasang)
        bawah.setStretch(0, 1)
        self.setLayout(kolom(self.tabel, bawah, jarak=8, tepi=(0, 10, 0, 0)))

    def muat(self, semua: list[RingkasanPenetapan]) -> None:
        """Show the versions, the newest first."""
        self.model.atur(semua)
        self._terpilih()

    @property
    def _satu(self) -> RingkasanPenetapan | None:
        return self.tabel.terpilih[0] if len(self.tabel.terpilih) == 1 else None

    @Slot()
    def _terpilih(self) -> None:
        satu = self._satu
        self.lihat.setEnabled(satu is not None and satu.lampiran_id is not None)
        self.pasang.setEnabled(satu is not None and satu.status is StatusPenetapan.SAH and satu.lampiran_id is None)
        self.beda.setText(self._bandingkan(satu) if satu else self.tr("Pilih satu versi untuk melihat perubahannya."))

    def _bandingkan(self, satu: RingkasanPenetapan) -> str:
        lama = next((p for p in self.model.semua if p.nomor_versi == satu.nomor_versi - 1), None)
        tanggal = self.tr("Ditandatangani {siapa}.").format(
            siapa=", ".join(filter(None, (satu.penandatangan, satu.jabatan_penandatangan)))
        ) if satu.penandatangan or satu.jabatan_penandatangan else ""  # fmt: skip
        if lama is None:
            return tanggal
        with self.konteks.membaca() as kerja:
            hasil = banding_versi(kerja, lama.id, satu.id)
        kalimat = self.tr("Dibanding versi {n}: {isi}.").format(n=lama.nomor_versi, isi=tulisan.beda(hasil))
        return f"{tanggal} {kalimat}".strip()

    @Slot()
    def _lihat(self) -> None:
        satu = self._satu
        if satu is not None and satu.lampiran_id is not None:
            lihat_lampiran(self, self.konteks, satu.lampiran_id, tulisan.nama_versi(satu))

    def _pilih_berkas(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(self, self.tr("Pilih pindaian SK"), "", SARINGAN)
        if nama and self._satu is not None:
            self._lampirkan(self._satu, Path(nama).read_bytes(), Path(nama).name)
