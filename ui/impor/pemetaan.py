"""The bar of named mappings above the columns: choose one, keep the columns as they are now, share it as a file."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDir, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.kerja import Kerja
from app.usulan import pemetaan as p
from app.usulan.pemetaan import AKHIRAN, PemetaanBernama
from ui import pesan
from ui.halaman import Konteks
from ui.impor.kerja import KerjaImpor
from ui.komponen import JenisTombol, Pilihan, Tombol, baris
from ui.penetapan.dialog import DialogKalimat
from ui.tema import tema

_TERLARANG = '<>:"/\\|?*'


class BilahPemetaan(QWidget):
    """What can be done with named mappings. `lembar` is the list on show: number of its file, its name."""

    def __init__(self, konteks: Konteks, kerja: KerjaImpor) -> None:
        super().__init__()
        self._konteks, self._kerja = konteks, kerja
        self._semua: tuple[PemetaanBernama, ...] = ()
        self.lembar: tuple[int, str] | None = None
        self.pilihan = Pilihan()
        self.pilihan.setAccessibleName(self.tr("Pemetaan tersimpan"))
        self.pilihan.setMinimumWidth(tema().ukuran.px(200))
        self.pilihan.currentIndexChanged.connect(self._terpilih)
        self.pakai = Tombol(self.tr("Pa&kai"), nama_ikon="check", klik=self._pakai, nama=self.tr("Pakai pemetaan"))
        self.simpan = Tombol(self.tr("Si&mpan sebagai…"), JenisTombol.TAUTAN, "save", klik=self._simpan)
        self.simpan.setToolTip(self.tr("Simpan kolom lembar ini sebagai pemetaan bernama"))
        self.lain = Tombol("", JenisTombol.TAUTAN, "ellipsis", nama=self.tr("Kelola pemetaan"))
        menu = QMenu(self.lain)
        self.ganti = self._aksi(menu, self.tr("&Ganti nama…"), self._ganti)
        self.hapus = self._aksi(menu, self.tr("&Hapus…"), self._hapus)
        menu.addSeparator()
        self.ekspor = self._aksi(menu, self.tr("&Simpan ke berkas…"), self._ekspor)
        self.impor = self._aksi(menu, self.tr("&Ambil dari berkas…"), self._impor)
        self.lain.setMenu(menu)
        tata = baris(self.pilihan, self.pakai, self.simpan, self.lain, None)
        tata.setContentsMargins(0, 0, 0, 0)
        self.setLayout(tata)

    def _aksi(self, menu: QMenu, kata: str, klik: Callable[[], None]) -> QAction:
        aksi = menu.addAction(kata)
        aksi.triggered.connect(klik)
        return aksi

    def muat(self) -> None:
        """Offer what the office has kept; the chosen one stays."""
        with self._konteks.membaca() as kerja:
            self._semua = p.daftar_pemetaan(kerja)
        kini = self.pilihan.nilai
        self.pilihan.atur([(s.id, s.nama) for s in self._semua], kini=kini, kosong=self.tr("Pemetaan tersimpan…"))
        self._terpilih()

    @property
    def _kini(self) -> PemetaanBernama | None:
        return next((s for s in self._semua if s.id == self.pilihan.nilai), None)

    @Slot()
    def _terpilih(self) -> None:
        satu = self._kini
        for butir in (self.pakai, self.ganti, self.hapus, self.ekspor):
            butir.setEnabled(satu is not None)
        self.pilihan.setToolTip(", ".join(satu.bidang) if satu else "")

    @Slot()
    def _pakai(self) -> None:
        if satu := self._kini:
            self._kerja.pakai_pemetaan(satu)

    @Slot()
    def _simpan(self) -> None:
        nama = self._minta_nama(self.tr("Simpan pemetaan kolom"), self.tr("&Simpan"))
        if not nama or self.lembar is None:
            return
        ada = any(s.nama.lower() == nama.lower() for s in self._semua)
        if not ada or self._boleh_ganti(nama):
            self._kerja.simpan_pemetaan(nama, *self.lembar, timpa=ada, berhasil=self._pilih)

    def _minta_nama(self, judul: str, setuju: str, awal: str = "") -> str | None:
        penjelasan = self.tr("Pemetaan hanya memuat judul kolom dan artinya, tidak memuat data orang.")
        petunjuk = (
            self.tr("Misalnya nama pengirim atau jenis daftarnya; sebelumnya {nama}").format(nama=awal) if awal else ""
        )
        return DialogKalimat.ask(self, judul, penjelasan, self.tr("&Nama pemetaan"), setuju, petunjuk)

    def _boleh_ganti(self, nama: str) -> bool:
        return pesan.tanya(
            self,
            self.tr("Ganti pemetaan {nama}?").format(nama=nama),
            self.tr("Pemetaan dengan nama itu sudah ada. Impor yang sudah tersimpan tidak berubah."),
            ya=self.tr("&Ganti"),
        )

    @Slot()
    def _ganti(self) -> None:
        satu = self._kini
        nama = self._minta_nama(self.tr("Ganti nama pemetaan"), self.tr("&Ganti nama"), satu.nama) if satu else None
        if satu and nama:
            self._tulis(self.tr("Mengganti nama pemetaan"), lambda k: p.ganti_nama_pemetaan(k, satu.id, nama))

    @Slot()
    def _hapus(self) -> None:
        satu = self._kini
        if satu and pesan.tanya(
            self,
            self.tr("Hapus pemetaan {nama}?").format(nama=satu.nama),
            self.tr("Impor yang sudah tersimpan tidak berubah."),
            ya=self.tr("&Hapus pemetaan"),
            bahaya=True,
        ):
            self._tulis(self.tr("Menghapus pemetaan"), lambda k: p.hapus_pemetaan(k, satu.id))

    @Slot()
    def _ekspor(self) -> None:
        satu = self._kini
        if satu is None:
            return
        aman = "".join("-" if h in _TERLARANG else h for h in satu.nama)
        awal = str(Path(QDir.homePath()) / f"{aman}{AKHIRAN}")
        nama, _ = QFileDialog.getSaveFileName(self, self.tr("Simpan pemetaan"), awal, self.tr("Pemetaan (*.json)"))
        if nama:
            self._konteks.baca_lama(
                self.tr("Menyimpan pemetaan"),
                lambda k, _c: Path(nama).write_bytes(p.ekspor_pemetaan(k, satu.id)),
                induk=self,
                berhasil=lambda _n: pesan.info(
                    self, self.tr("Pemetaan ditulis ke {nama}").format(nama=Path(nama).name)
                ),
            )

    @Slot()
    def _impor(self) -> None:
        nama, _ = QFileDialog.getOpenFileName(
            self, self.tr("Ambil pemetaan"), QDir.homePath(), self.tr("Pemetaan (*.json);;Semua berkas (*)")
        )
        if nama:
            berkas = Path(nama)

            def ambil(kerja: Kerja) -> UUID:
                with berkas.open("rb") as isi:
                    return p.impor_pemetaan(kerja, isi.read(p.BERKAS_MAKS + 1), berkas.name)

            self._konteks.tulis(self.tr("Mengambil pemetaan"), ambil, induk=self, berhasil=self._pilih)

    def _pilih(self, pemetaan_id: UUID) -> None:
        """Show the list anew with this one chosen."""
        self.muat()
        self.pilihan.nilai = pemetaan_id

    def _tulis(self, judul: str, kerja: Callable[[Kerja], None]) -> None:
        self._konteks.tulis(judul, kerja, induk=self, berhasil=lambda _n: self.muat())
