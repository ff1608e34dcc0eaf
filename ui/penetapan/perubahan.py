"""The SK Perubahan: who leaves the list with which reason, who comes onto it."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QTabWidget, QWidget

from app.identitas import samarkan
from app.penetapan import BarisPenerima, daftar_penerima
from app.verifikasi import BarisVerifikasi, daftar_usulan
from app.wilayah import peta_kantor
from db.istilah import StatusUsulan
from ui.halaman import Konteks
from ui.komponen import DialogSalur, Isian, Kolom, KotakCari, ModelTabel, TabelData, Teks, kolom
from ui.komponen.bertanya import bertanya

Jawaban = tuple[Mapping[UUID, str], tuple[UUID, ...]]


class DialogPerubahan(DialogSalur):
    """Marks recipients that leave and layak usulan that come; one reason for those who leave in this act."""

    def __init__(self, induk: QWidget | None, konteks: Konteks, kegiatan_id: UUID, penetapan_id: UUID) -> None:
        super().__init__(
            induk,
            self.tr("SK Perubahan"),
            self.tr(
                "Tandai baris dengan Ctrl+klik atau Shift+panah. Daftar yang berlaku tetap sampai SK Perubahan dicatat."
            ),
            setuju=self.tr("&Susun draf SK Perubahan"),
            nama_ikon="pen-line",
            lebar=760,
        )
        with konteks.membaca() as kerja:
            peta = peta_kantor(kerja)
            self._lama = daftar_penerima(kerja, penetapan_id, batas=None)
            layak = daftar_usulan(kerja, kegiatan_id, status=StatusUsulan.LAYAK, batas=10_000)
        ada = {b.orang_id for b in self._lama}
        self._nama = peta.nama
        self.keluar = TabelData(ModelTabel(self._kolom_lama(), self._lama), nama=self.tr("Dikeluarkan dari daftar"))
        baru = [b for b in layak if not b.terkunci and b.orang_id not in ada]
        self.masuk = TabelData(ModelTabel(self._kolom_baru(), baru), nama=self.tr("Ditambahkan ke daftar"))
        self.cari = KotakCari(self.tr("Saring nama"))
        self.cari.dicari.connect(self._saring)
        self.alasan = QLineEdit()
        self.i_alasan = Isian(self.tr("&Alasan dikeluarkan"), self.alasan, self.tr("Misalnya meninggal dunia, pindah"))
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        kiri = QWidget()
        kiri.setLayout(kolom(self.keluar, self.i_alasan, tepi=(0, 8, 0, 0)))
        kanan = QWidget()
        kosong = Teks(self.tr("Tidak ada usulan layak di luar daftar."), "redup")
        kosong.setVisible(not baru)
        kanan.setLayout(kolom(kosong, self.masuk, tepi=(0, 8, 0, 0)))
        self.lembar.addTab(kiri, self.tr("&Keluar dari daftar"))
        self.lembar.addTab(kanan, self.tr("&Masuk daftar ({n})").format(n=len(baru)))
        self.lembar.setMinimumHeight(300)
        for tabel in (self.keluar, self.masuk):
            tabel.clearSelection()
        self.tambah(self.cari, self.lembar)

    def _kolom_lama(self) -> list[Kolom[BarisPenerima]]:
        return [
            Kolom("No.", lambda b: b.nomor_urut, lebar=55, kanan=True),
            Kolom("Nama", lambda b: b.nama, lebar=0),
            Kolom("NIK", lambda b: b.nik, lambda n: samarkan(n) if n else "—", lebar=165),
            Kolom("Desa/kelurahan", lambda b: self._nama(b.kode_desa) if b.kode_desa else "—", lebar=160),
        ]

    def _kolom_baru(self) -> list[Kolom[BarisVerifikasi]]:
        return [
            Kolom("Nama", lambda b: b.nama, lebar=0),
            Kolom("NIK", lambda b: b.nik, lambda n: samarkan(n) if n else "belum ada", lebar=165),
            Kolom("Desa/kelurahan", lambda b: self._nama(b.kode_desa) if b.kode_desa else "—", lebar=160),
        ]

    @Slot(str)
    def _saring(self, kata: str) -> None:
        cari = kata.casefold()
        for tabel in (self.keluar, self.masuk):
            tabel.atur_saringan((lambda b: cari in b.nama.casefold()) if cari else None)

    def periksa(self) -> str:
        keluar, masuk = self.keluar.terpilih, self.masuk.terpilih
        self.i_alasan.atur_salah()
        if not keluar and not masuk:
            return self.tr("Belum ada yang ditandai.")
        if keluar and not self.alasan.text().strip():
            self.i_alasan.atur_salah(self.tr("Harus diisi."))
            return self.tr("Isi alasan bagi yang dikeluarkan.")
        return ""

    @property
    def jawaban(self) -> Jawaban:
        alasan = self.alasan.text().strip()
        keluar = {b.penerima_id: alasan for b in self.keluar.terpilih}
        return keluar, tuple(b.usulan_id for b in self.masuk.terpilih)

    @classmethod
    def ask(cls, induk: QWidget | None, konteks: Konteks, kegiatan_id: UUID, penetapan_id: UUID) -> Jawaban | None:
        """Return who leaves with the reason and who comes, None when it was given up."""
        hasil: Jawaban | None = bertanya(cls(induk, konteks, kegiatan_id, penetapan_id))
        return hasil
