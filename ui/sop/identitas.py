"""The identity box of the SOP, and what its programme gives."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bahasa.istilah import pilihan
from app.sop.sunting import kata
from db.istilah import JenisBantuan, Kategori
from ui.komponen import Gulir, Kartu, kolom
from ui.komponen.kisi import kisi
from ui.sop.isian import BarisCentang, Centang, IsianDaftar, IsianKata
from ui.sop.ruang import RuangSunting

KEPALA: dict[kata.BidangKepala, str] = {
    "judul": "&Judul di atas tabel",
    "nomor": "&Nomor SOP",
    "tanggal_pembuatan": "Tanggal p&embuatan",
    "tanggal_revisi": "Tanggal &revisi",
    "tanggal_efektif": "Tanggal e&fektif",
    "instansi": "&Instansi",
    "unit": "&Unit kerja",
}
SAH: dict[kata.BidangSah, str] = {
    "jabatan": "&Disahkan oleh (jabatan)",
    "nama": "N&ama pejabat",
    "pangkat": "&Pangkat",
    "nip": "NIP",
}
DAFTAR: dict[kata.BidangDaftar, str] = {
    "dasar_hukum": "Dasar hukum",
    "kualifikasi": "Kualifikasi pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan pendataan",
}


class PanelIdentitas(QWidget):
    """Names, numbers, dates, who approved it, the six lists, and the aid."""

    def __init__(self, ruang: RuangSunting) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.ruang = ruang
        petunjuk = self.tr("Dipakai dalam daftar SOP dan saat membuat kegiatan")
        self.nama_layar = IsianKata(self.tr("Nama &singkat"), self._nama_layar, petunjuk=petunjuk)
        self.nama = IsianKata(self.tr("Nama SOP le&ngkap"), self._nama, baris=2)
        self.kepala = {bidang: IsianKata(label, self._penulis(bidang)) for bidang, label in KEPALA.items()}
        self.sah = {bidang: IsianKata(label, self._penulis_sah(bidang)) for bidang, label in SAH.items()}
        self.daftar = {bidang: IsianDaftar(label, self._penulis_daftar(bidang)) for bidang, label in DAFTAR.items()}
        self._buat_bantuan()
        isi = QWidget()
        isi.setLayout(self._tata())
        self.setLayout(kolom(Gulir(isi)))
        ruang.muat_ulang.connect(self.muat)
        self.muat()

    def _buat_bantuan(self) -> None:
        self.jenis = BarisCentang(self.tr("Bentuk bantuan yang ditawarkan"), pilihan(JenisBantuan), self._jenis)
        self.kategori = BarisCentang(self.tr("Penerima diusulkan sebagai"), pilihan(Kategori), self._kategori)
        self.nominal = Centang(self.tr("Kegiatan harus mempunyai nilai &per penerima"), self._nominal)
        self.satu_kk = Centang(self.tr("Ingatkan bila dua penerima berada dalam satu No. &KK"), self._satu_kk)

    def _tata(self) -> QVBoxLayout:
        nama = Kartu(self.tr("Nama")).tambah(self.nama_layar, self.nama)
        kotak = Kartu(self.tr("Kotak identitas")).tambah(kisi(*self.kepala.values()), kisi(*self.sah.values()))
        bantuan = Kartu(self.tr("Bantuan")).tambah(self.jenis, self.kategori, self.nominal, self.satu_kk)
        daftar = Kartu(self.tr("Uraian kotak identitas, satu butir satu baris")).tambah(kisi(*self.daftar.values()))
        return kolom(nama, bantuan, kotak, daftar, None, jarak=10, tepi=(0, 0, 8, 0))

    @Slot()
    def muat(self) -> None:
        """Fill every field from the SOP as it stands."""
        sop = self.ruang.kini
        self.nama_layar.isi(sop.nama_layar.tampil)
        self.nama.isi_butir(sop.kepala.nama)
        for bidang, isian in self.kepala.items():
            isian.isi_butir(getattr(sop.kepala, bidang))
        for sah, isian in self.sah.items():
            isian.isi_butir(getattr(sop.kepala.disahkan, sah))
        for butir, daftar in self.daftar.items():
            daftar.isi_daftar([b.tampil for b in getattr(sop.kepala, butir)])
        self.jenis.isi(sop.aturan.jenis_bantuan)
        self.kategori.isi(sop.aturan.kategori)
        self.nominal.setChecked(sop.aturan.nominal_wajib)
        self.satu_kk.setChecked(sop.aturan.satu_kk)

    # --- writing -----------------------------------------------------------------------------------------------------

    def _nama_layar(self, teks: str) -> None:
        self.ruang.ubah(lambda d: kata.beri_nama(d, teks), "nama_layar")

    def _nama(self, teks: str) -> None:
        self.ruang.ubah(lambda d: kata.tulis_kepala(d, "nama", teks), "nama")
        self.nama.tandai(self.ruang.kini.kepala.nama)

    def _penulis(self, bidang: kata.BidangKepala) -> Callable[[str], None]:
        def tulis(teks: str) -> None:
            self.ruang.ubah(lambda d: kata.tulis_kepala(d, bidang, teks), ("kepala", bidang))
            self.kepala[bidang].tandai(getattr(self.ruang.kini.kepala, bidang))

        return tulis

    def _penulis_sah(self, bidang: kata.BidangSah) -> Callable[[str], None]:
        def tulis(teks: str) -> None:
            self.ruang.ubah(lambda d: kata.tulis_sah(d, bidang, teks), ("sah", bidang))
            self.sah[bidang].tandai(getattr(self.ruang.kini.kepala.disahkan, bidang))

        return tulis

    def _penulis_daftar(self, bidang: kata.BidangDaftar) -> Callable[[list[str]], None]:
        return lambda baris: self.ruang.ubah(lambda d: kata.tulis_daftar(d, bidang, baris), ("daftar", bidang))

    def _jenis(self, jenis: list[JenisBantuan]) -> None:
        self.ruang.ubah(lambda d: kata.atur_bantuan(d, jenis=jenis))

    def _kategori(self, kategori: list[Kategori]) -> None:
        self.ruang.ubah(lambda d: kata.atur_bantuan(d, kategori=kategori))

    def _nominal(self, ya: bool) -> None:
        self.ruang.ubah(lambda d: kata.atur_bantuan(d, nominal_wajib=ya))

    def _satu_kk(self, ya: bool) -> None:
        self.ruang.ubah(lambda d: kata.atur_bantuan(d, satu_kk=ya))
