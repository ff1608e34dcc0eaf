"""The five questions of auditors on one screen: how many stand under each, who, and why."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar

from app.bahasa.angka import bilangan
from app.bahasa.istilah import label
from app.bahasa.sorotan import JUDUL
from app.identitas import kelompokkan
from app.jobs import JobContext
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.sorotan import Disorot, JenisSorotan, Sorotan, sorotan
from app.wilayah import Peta, peta_kantor
from db.istilah import StatusUsulan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    JenisTombol,
    Kolom,
    KosongState,
    KotakCari,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.tema import Nada

NADA_STATUS = {StatusUsulan.LAYAK: Nada.BAIK, StatusUsulan.TIDAK_LAYAK: Nada.BAHAYA}


class HalamanSorotan(Halaman):
    """The five questions about the usulan of a kegiatan; `buka` opens one of them to be decided."""

    judul = "Lima sorotan"
    dengar = frozenset({Area.USULAN, Area.ORANG, Area.PENETAPAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, buka: Callable[[UUID], None]) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._buka_usulan = buka
        self._isi: Sorotan = {}
        self._peta = Peta()
        self.nama = Teks("", "redup")
        self.lembar = QTabBar()
        self.lembar.setDrawBase(False)
        self.lembar.setExpanding(False)
        for jenis in JenisSorotan:
            self.lembar.addTab(JUDUL[jenis.value])
        self.lembar.currentChanged.connect(self._tampil)
        self.cari = KotakCari(self.tr("Saring nama, NIK, atau sebab"))
        self.cari.dicari.connect(self._saring)
        self.model: ModelTabel[Disorot] = ModelTabel(self._kolom())
        self.tabel = TabelData(self.model, nama=self.tr("Usulan yang disorot"))
        self.tabel.dibuka.connect(self._buka)
        self.kosong = KosongState("", "", "badge-check")
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.tr("Lima sorotan"), "judul"), None, self.nama, jarak=12)
        petunjuk = Teks(
            self.tr("Yang biasa ditanyakan pemeriksa. Tekan Enter pada satu baris untuk memutuskannya."), "redup"
        )
        self.setLayout(kolom(atas, petunjuk, self.lembar, self.cari, self.tumpukan, jarak=10, tepi=(24, 14, 24, 12)))
        self.setFocusProxy(self.tabel)

    def _kolom(self) -> list[Kolom[Disorot]]:
        return [
            Kolom("Nama", lambda d: d.nama, lebar=190),
            Kolom("NIK", lambda d: d.nik, lambda n: kelompokkan(n) if n else "belum ada", lebar=160),
            Kolom("Desa/kelurahan", lambda d: self._peta.nama(d.kode_desa) if d.kode_desa else "—", lebar=140),
            Kolom("Sebab", lambda d: d.sebab, lebar=0, petunjuk=lambda d: d.sebab),
            Kolom(
                "Kepastian",
                lambda d: "Pasti" if d.pasti else "Perlu dilihat",
                lebar=115,
                nada=lambda d: Nada.BAHAYA if d.pasti else Nada.PERHATIAN,
            ),
            Kolom(
                "Putusan",
                lambda d: label(d.status),
                lebar=140,
                nada=lambda d: NADA_STATUS.get(d.status, Nada.NETRAL),
            ),
        ]

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self.nama.setText(nama_kegiatan(kerja, self.kegiatan_id))
            self._peta = peta_kantor(kerja)

        def baca(kerja: Kerja, _c: JobContext) -> Sorotan:
            return sorotan(kerja, self.kegiatan_id)

        self.konteks.baca_lama(self.tr("Memeriksa usulan"), baca, induk=self, berhasil=self._terbaca)

    def _terbaca(self, isi: Sorotan) -> None:
        self._isi = isi
        with QSignalBlocker(self.lembar):
            for ke, jenis in enumerate(JenisSorotan):
                self.lembar.setTabText(ke, f"{JUDUL[jenis.value]} ({bilangan(len(isi[jenis]))})")
        self._tampil()

    @Slot()
    def _tampil(self) -> None:
        jenis = list(JenisSorotan)[self.lembar.currentIndex()]
        semua = self._isi.get(jenis, ())
        self.model.atur(list(semua))
        self.tumpukan.setCurrentWidget(self.tabel if semua else self.kosong)
        self.kosong.atur(self.tr("Tidak ada"), self.tr("Tidak seorang pun disorot pada pertanyaan ini."))

    @Slot(str)
    def _saring(self, kata: str) -> None:
        cari = kata.casefold().strip()
        self.tabel.atur_saringan((lambda d: cari in f"{d.nama} {d.nik or ''} {d.sebab}".casefold()) if cari else None)

    @Slot(object)
    def _buka(self, satu: Disorot) -> None:
        self.selesai.emit()
        self._buka_usulan(satu.usulan_id)
