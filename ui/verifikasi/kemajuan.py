"""How far verification is per desa and per verifier, and the usulan about which two results differ."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.bahasa.istilah import label
from app.kegiatan import nama_kegiatan
from app.verifikasi import (
    HasilBerbeda,
    HitungPetugas,
    HitungVerifikasi,
    Putusan,
    TidakDiambil,
    hasil_berbeda,
    kemajuan_petugas,
    ringkasan_verifikasi,
)
from app.wilayah import Peta, peta_kantor
from db.istilah import StatusUsulan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import JenisTombol, Kolom, KosongState, ModelTabel, TabelData, Teks, Tombol, baris, kolom
from ui.komponen.teks import TeksTerbatas
from ui.tema import Nada

Desa = tuple[str, HitungVerifikasi]
_NADA = {StatusUsulan.LAYAK: Nada.BAIK, StatusUsulan.TIDAK_LAYAK: Nada.BAHAYA}


def kata_putusan(p: Putusan) -> str:
    """Say one decision: what, by whom, when, where."""
    cara = "di lapangan" if p.cara == "lapangan" else "di kantor"
    return f"{label(p.hasil)}{f' ({p.alasan})' if p.alasan else ''}: {p.petugas}, {waktu.tanggal(p.tanggal)}, {cara}"


def kata_tertinggal(t: TidakDiambil) -> str:
    """Say one result of a workbook that was not taken over."""
    hasil = f"{label(t.hasil)}{f' ({t.alasan})' if t.alasan else ''}"
    return f"{hasil}: {t.petugas}, {waktu.tanggal(t.tanggal)}, dari lembar isian, belum diambil"


def semua_kata(b: HasilBerbeda) -> list[str]:
    """Say every result: what was not taken over first, because it waits for somebody."""
    return [*map(kata_tertinggal, b.tidak_diambil), *map(kata_putusan, b.putusan)]


class HalamanKemajuan(Halaman):
    """Three tables; a usulan about which results differ opens to be decided anew."""

    judul = "Kemajuan verifikasi"
    dengar = frozenset({Area.USULAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, buka: Callable[[UUID], None]) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._buka_usulan = buka
        self._peta = Peta()
        self.nama = TeksTerbatas(kanan=True)
        self.desa: ModelTabel[Desa] = ModelTabel(self._kolom_desa())
        self.petugas: ModelTabel[HitungPetugas] = ModelTabel(self._kolom_petugas())
        self.berbeda: ModelTabel[HasilBerbeda] = ModelTabel(self._kolom_berbeda())
        self.tabel = TabelData(self.berbeda, nama=self.tr("Hasil yang berbeda"))
        self.tabel.dibuka.connect(self._buka)
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        saran = self.tr("Daftar ini terisi begitu ada putusan.")
        belum = (self.tr("Belum ada usulan"), self.tr("Belum ada yang diputuskan"))
        self._tumpukan = [
            self._lembar(TabelData(self.desa, nama=self.tr("Per desa")), self.tr("Per &desa"), belum[0], saran),
            self._lembar(TabelData(self.petugas, nama=self.tr("Petugas")), self.tr("Per &petugas"), belum[1], saran),
            self._lembar(
                self.tabel, self.tr("&Hasil berbeda"), self.tr("Tidak ada hasil yang berbeda"),
                self.tr("Yang dinilai layak dan tidak layak, juga dalam lembar isian yang belum diambil, ada di sini."),
            ),
        ]  # fmt: skip
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama, jarak=12)
        self.setLayout(kolom(atas, self.lembar, jarak=10, tepi=(24, 14, 24, 12)))

    def _lembar(self, tabel: TabelData, judul: str, kosong: str, saran: str) -> QStackedWidget:
        tumpukan = QStackedWidget()
        tumpukan.addWidget(tabel)
        tumpukan.addWidget(KosongState(kosong, saran, "clipboard-list"))
        wadah = QWidget()
        wadah.setLayout(kolom(tumpukan, tepi=(0, 10, 0, 0)))
        self.lembar.addTab(wadah, judul)
        return tumpukan

    def _kolom_desa(self) -> list[Kolom[Desa]]:
        return [
            Kolom("Desa/kelurahan", lambda d: self._peta.sebutan(d[0]) if d[0] else "Desa belum diketahui", lebar=0),
            Kolom("Diusulkan", lambda d: d[1].diusulkan, bilangan, lebar=110, kanan=True),
            Kolom("Layak", lambda d: d[1].layak, bilangan, lebar=110, kanan=True),
            Kolom("Tidak layak", lambda d: d[1].tidak_layak, bilangan, lebar=110, kanan=True),
            Kolom("Ditolak sistem", lambda d: d[1].ditolak_sistem, bilangan, lebar=130, kanan=True),
            Kolom("Belum", lambda d: d[1].belum, bilangan, lebar=100, kanan=True),
            Kolom("Kemajuan", lambda d: _persen(d[1]), lambda n: f"{n}%", lebar=110, nada=_nada_desa),
        ]

    @staticmethod
    def _kolom_petugas() -> list[Kolom[HitungPetugas]]:
        return [
            Kolom("Petugas", lambda p: p.petugas or "—", lebar=0),
            Kolom("Diputuskan", lambda p: p.diputuskan, bilangan, lebar=120, kanan=True),
            Kolom("Layak", lambda p: p.layak, bilangan, lebar=100, kanan=True),
            Kolom("Tidak layak", lambda p: p.tidak_layak, bilangan, lebar=120, kanan=True),
            Kolom("Di lapangan", lambda p: p.lapangan, bilangan, lebar=120, kanan=True),
            Kolom("Diganti kemudian", lambda p: p.diganti, bilangan, lebar=150, kanan=True),
            Kolom("Terakhir", lambda p: p.terakhir, waktu.tanggal_pendek, lebar=120),
        ]

    def _kolom_berbeda(self) -> list[Kolom[HasilBerbeda]]:
        return [
            Kolom("Nama", lambda b: b.nama, lebar=200),
            Kolom("Desa/kelurahan", lambda b: self._peta.nama(b.kode_desa) if b.kode_desa else "—", lebar=150),
            Kolom("Kini", lambda b: label(b.status), lebar=130, nada=lambda b: _NADA.get(b.status, Nada.NETRAL)),
            Kolom("Putusan", self._semua, lebar=0, petunjuk=lambda b: "\n".join(semua_kata(b))),
        ]

    @staticmethod
    def _semua(b: HasilBerbeda) -> str:
        return "; ".join(semua_kata(b))

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self._peta = peta_kantor(kerja)
            self.nama.setText(nama_kegiatan(kerja, self.kegiatan_id))
            ringkas = ringkasan_verifikasi(kerja, self.kegiatan_id)
            petugas = kemajuan_petugas(kerja, self.kegiatan_id)
            berbeda = hasil_berbeda(kerja, self.kegiatan_id)
        self.desa.atur(list(ringkas.per_desa.items()))
        self.petugas.atur(petugas)
        self.berbeda.atur(berbeda)
        for tumpukan, isi in zip(self._tumpukan, (ringkas.per_desa, petugas, berbeda), strict=True):
            tumpukan.setCurrentIndex(0 if isi else 1)
        self.lembar.setTabText(2, self.tr("&Hasil berbeda ({n})").format(n=bilangan(len(berbeda))))

    @Slot(object)
    def _buka(self, satu: HasilBerbeda) -> None:
        self.selesai.emit()
        self._buka_usulan(satu.usulan_id)


def _persen(h: HitungVerifikasi) -> int:
    return 100 * h.diputuskan // h.diusulkan if h.diusulkan else 0


def _nada_desa(d: Desa) -> Nada:
    return Nada.NETRAL if d[1].belum else Nada.BAIK
