"""What SIKS-NG said about each person, and answering by hand where no file does."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.identitas import kelompokkan
from app.siks.hasil import jawab_sendiri
from app.verifikasi import BarisVerifikasi, daftar_usulan
from app.wilayah import peta_kantor
from db.istilah import StatusUsulan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import JenisTombol, Kolom, KosongState, KotakCari, Pilihan, TabelData, Tombol, baris, kolom
from ui.komponen.model_bertahap import ModelBertahap
from ui.komponen.urut_bertahap import UrutBertahap
from ui.penetapan.dialog import DialogKalimat
from ui.tema import Nada

HALAMAN = 200  # rows fetched at once
KATA = {
    StatusUsulan.LAYAK: ("Diterima", Nada.BAIK),
    StatusUsulan.DITOLAK_SISTEM: ("Ditolak sistem", Nada.BAHAYA),
    StatusUsulan.DIUSULKAN: ("Belum dijawab", Nada.PERHATIAN),
    StatusUsulan.TIDAK_LAYAK: ("Tidak layak", Nada.NETRAL),
}
SARINGAN = [(None, "Semua"), *((s, KATA[s][0]) for s in KATA)]


class PanelOrang(QWidget):
    """The people of the triwulan with their answers."""

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, *, boleh: bool) -> None:
        super().__init__()
        self.konteks, self.kegiatan_id, self._boleh = konteks, kegiatan_id, boleh
        self._desa: dict[str, str] = {}
        self.cari = KotakCari(self.tr("Cari nama, NIK, atau No. KK"))
        self.cari.dicari.connect(self.muat)
        self.status = Pilihan(SARINGAN)
        self.status.setAccessibleName(self.tr("Saring hasil"))
        self.status.setMinimumWidth(160)
        self.status.currentIndexChanged.connect(self.muat)
        self.model = ModelBertahap(self._kolom(), lambda b: b.kunci, HALAMAN)
        self.tabel = TabelData(self.model, nama=self.tr("Hasil SIKS-NG per orang"))
        self.urut = UrutBertahap(self.tabel)
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.kosong = KosongState(
            self.tr("Tidak ada pemohon di daftar ini"), self.tr("Ubah saringan atau kata yang dicari."), "users"
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        self.terima = Tombol(self.tr("Tandai &diterima"), nama_ikon="check", klik=lambda: self._jawab(diterima=True))
        self.tolak = Tombol(self.tr("Tandai ditola&k…"), JenisTombol.BAHAYA, "x", klik=self._tolak)
        atas = baris(self.cari, self.status, self.terima, self.tolak)
        atas.setStretch(0, 1)
        self.setLayout(kolom(atas, self.tumpukan, jarak=10, tepi=(0, 12, 0, 0)))
        self._terpilih()

    def _kolom(self) -> list[Kolom[BarisVerifikasi]]:
        return [
            Kolom("Nama", lambda b: b.nama, lebar=190),
            Kolom("NIK", lambda b: b.nik, lambda n: kelompokkan(n) if n else "belum ada", lebar=160),
            Kolom("Desa/kelurahan", lambda b: self._desa.get(b.kode_desa, "—"), lebar=140),
            Kolom("Hasil", lambda b: KATA[b.status][0], lebar=130, nada=lambda b: KATA[b.status][1]),
            Kolom("Alasan", lambda b: b.alasan, lebar=0, petunjuk=lambda b: b.alasan),
        ]

    @Slot()
    def muat(self) -> None:
        """Read the list again."""
        with self.konteks.membaca() as kerja:
            peta = peta_kantor(kerja)
            self._desa = {d.kode: d.nama for d in peta.desa_di(kerja.kantor.kode_wilayah)}
        self.model.cari(self._ambil)
        self.tumpukan.setCurrentWidget(self.tabel if self.model.rowCount() else self.kosong)
        self._terpilih()

    def _ambil(self, setelah: Any) -> list[BarisVerifikasi]:
        with self.konteks.membaca() as kerja:
            return daftar_usulan(
                kerja,
                self.kegiatan_id,
                status=self.status.nilai,
                kata=self.cari.text().strip() or None,
                setelah=setelah,
                batas=HALAMAN,
            )

    @Slot()
    def _terpilih(self) -> None:
        dapat = [b for b in self.tabel.terpilih if b.status is not StatusUsulan.TIDAK_LAYAK]
        for tombol in (self.terima, self.tolak):
            tombol.setEnabled(self._boleh and bool(dapat))

    @Slot()
    def _tolak(self) -> None:
        alasan = DialogKalimat.ask(
            self,
            self.tr("Tandai {n} orang ditolak").format(n=len(self.tabel.terpilih)),
            self.tr("Tulis alasan seperti yang ditampilkan SIKS-NG; desa membacanya pada daftar pengembalian."),
            self.tr("&Alasan penolakan"),
            self.tr("&Tandai ditolak"),
        )
        if alasan is not None:
            self._jawab(diterima=False, alasan=alasan)

    def _jawab(self, *, diterima: bool, alasan: str = "") -> None:
        usulan = [b.usulan_id for b in self.tabel.terpilih]
        self.konteks.tulis(
            self.tr("Mencatat hasil"),
            lambda kerja: jawab_sendiri(kerja, self.kegiatan_id, usulan, diterima=diterima, alasan=alasan),
            induk=self,
            berhasil=lambda _n: self.muat(),
            ubah=(Area.USULAN, Area.KEGIATAN),
        )
