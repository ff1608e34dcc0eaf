"""The tabs of one step: its words, its papers, its time, who does it, where it leads."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTabWidget, QWidget

from app.bahasa.istilah import pilihan
from app.bahasa.sop import AKSI, BASIS, FAKTA, MENGHITUNG, SATUAN
from app.sop.definisi import Aksi, DefinisiSop, Langkah
from app.sop.layak import KODE_LOKET, PER_USULAN
from app.sop.sunting import isi, kata, susunan
from db.istilah import JenisBantuan, SifatKelengkapan
from ui.komponen import Gulir, Isian, IsianAngka, Kartu, Pilihan, Teks, Tombol, baris, kolom, kosongkan
from ui.komponen.kisi import kisi
from ui.sop.dokumen import TabKelengkapan
from ui.sop.isian import BarisCentang, Centang, IsianDaftar, IsianKata
from ui.sop.ruang import RuangSunting
from ui.tema import tema

HANYA_DTKS = PER_USULAN | {Aksi.GABUNG_TRIWULAN, Aksi.HASIL_SIKS, Aksi.KEMBALIKAN_DESA, Aksi.REKONSILIASI_BNBA}
URAIAN: dict[kata.BidangLangkah, tuple[str, int, str]] = {
    "kegiatan": ("Uraian &kegiatan pada lembar SOP", 2, ""),
    "instruksi": ("&Petunjuk bagi pelaksana", 2, "Terbaca di halaman langkah"),
    "output": ("&Output pada lembar SOP", 1, ""),
    "hasil": ("&Hasil yang dicatat Salur", 1, "Misalnya: Berita acara tercatat"),
    "keterangan": ("K&eterangan pada lembar SOP", 1, ""),
}


def pilihan_aksi(sop: DefinisiSop) -> list[tuple[Aksi, str]]:
    """Return the kinds of work that a step of this SOP can be; those of the counter stand in DTKS alone."""
    return [(aksi, teks) for aksi, teks in AKSI.items() if sop.kode == KODE_LOKET or aksi not in HANYA_DTKS]


def sebutan(langkah: Langkah) -> str:
    """Name a step in choosers and in the list."""
    return f"{langkah.label}. {langkah.nama_layar.tampil or '(belum diberi nama)'}"


class TabUraian(QWidget):
    """Name, number, words, and the work that Salur does in this step."""

    def __init__(self, ruang: RuangSunting) -> None:
        super().__init__()
        self.ruang, self.urutan = ruang, 1
        self.nomor = IsianKata(self.tr("No&mor"), self._nomor)
        self.nomor.setMaximumWidth(tema().ukuran.px(110))
        self.nama = IsianKata(self.tr("Nama &singkat"), self._penulis("nama_layar"))
        self.aksi = Pilihan()
        self.aksi.activated.connect(self._aksi)
        self.teks = {
            bidang: IsianKata(label, self._penulis(bidang), baris=n, petunjuk=petunjuk)
            for bidang, (label, n, petunjuk) in URAIAN.items()
        }
        self.lepas = BarisCentang(self.tr("Tidak diperlukan untuk bantuan"), pilihan(JenisBantuan), self._lepas)
        self.aksi.setToolTip(self.tr("Halaman yang dibuka langkah ini, dan kapan langkah dihitung lengkap"))
        atas = baris(self.nomor, self.nama, Isian(self.tr("Pekerjaan di Sal&ur"), self.aksi), jarak=12)
        atas.setStretch(1, 3)
        atas.setStretch(2, 2)
        t = self.teks
        wadah = QWidget()
        wadah.setLayout(
            kolom(
                atas,
                t["kegiatan"],
                t["instruksi"],
                kisi(t["output"], t["hasil"], t["keterangan"]),
                self.lepas,
                None,
                jarak=10,
                tepi=(10, 10, 10, 8),
            )
        )
        self.setLayout(kolom(Gulir(wadah)))

    def muat(self, urutan: int) -> None:
        """Show a step."""
        self.urutan = urutan
        langkah = self.ruang.kini.langkah_ke(urutan)
        self.nomor.isi(langkah.label)
        self.nama.isi(langkah.nama_layar.tampil)
        self.aksi.atur(pilihan_aksi(self.ruang.kini), kini=langkah.aksi)
        for bidang, isian in self.teks.items():
            isian.isi_butir(getattr(langkah, bidang))
        self.lepas.isi(langkah.tidak_berlaku_untuk)
        self.lepas.setVisible(langkah.cabang is None)

    def _penulis(self, bidang: kata.BidangLangkah) -> Callable[[str], None]:
        def tulis(teks: str) -> None:
            urutan = self.urutan
            self.ruang.ubah(lambda d: kata.tulis_langkah(d, urutan, bidang, teks), (bidang, urutan))
            if bidang in self.teks:
                self.teks[bidang].tandai(getattr(self.ruang.kini.langkah_ke(urutan), bidang))

        return tulis

    def _nomor(self, teks: str) -> None:
        urutan = self.urutan
        self.ruang.ubah(lambda d: kata.tulis_nomor(d, urutan, teks), ("nomor", urutan))

    @Slot()
    def _aksi(self) -> None:
        urutan, aksi = self.urutan, self.aksi.nilai
        self.ruang.ubah(lambda d: susunan.atur_aksi(d, urutan, aksi), isi=True)

    def _lepas(self, jenis: list[JenisBantuan]) -> None:
        urutan = self.urutan
        self.ruang.ubah(lambda d: isi.atur_lepas(d, urutan, jenis))


class TabWaktu(QWidget):
    """The standard time of a step and what it counts."""

    def __init__(self, ruang: RuangSunting) -> None:
        super().__init__()
        self.ruang, self.urutan = ruang, 1
        self.nilai = IsianAngka(1, paling_kecil=1, paling_besar=9999)
        self.satuan = Pilihan(list(SATUAN.items()))
        self.basis = Pilihan(list(BASIS.items()))
        self.menghitung = Pilihan(list(MENGHITUNG.items()))
        self.tertulis = Teks("", "redup", bungkus=True)
        self.nilai.valueChanged.connect(self._tulis)
        for pilihan_waktu in (self.satuan, self.basis, self.menghitung):
            pilihan_waktu.activated.connect(self._tulis)
        lama = kisi(
            Isian(self.tr("&Lama"), self.nilai),
            Isian(self.tr("&Satuan"), self.satuan),
            Isian(self.tr("&Dihitung menurut"), self.basis, self.tr("Waktu kerja melewati hari libur kantor")),
            Isian(self.tr("&Berlaku"), self.menghitung, self.tr("Per berkas berarti untuk tiap berkas")),
        )
        self.setLayout(kolom(lama, self.tertulis, None, jarak=12, tepi=(10, 10, 10, 8)))

    def muat(self, urutan: int) -> None:
        """Show a step."""
        self.urutan = urutan
        waktu = self.ruang.kini.langkah_ke(urutan).waktu
        self.nilai.blockSignals(True)
        self.nilai.setValue(waktu.nilai)
        self.nilai.blockSignals(False)
        self.satuan.nilai, self.basis.nilai, self.menghitung.nilai = waktu.satuan, waktu.basis, waktu.menghitung
        self._kabarkan()

    @Slot()
    def _tulis(self) -> None:
        urutan, nilai = self.urutan, self.nilai.value()
        satuan, basis, menghitung = self.satuan.nilai, self.basis.nilai, self.menghitung.nilai
        self.ruang.ubah(
            lambda d: isi.atur_waktu(d, urutan, nilai=nilai, satuan=satuan, basis=basis, menghitung=menghitung),
            ("waktu", urutan),
        )
        self._kabarkan()

    def _kabarkan(self) -> None:
        teks = self.ruang.kini.langkah_ke(self.urutan).waktu.teks.tampil
        self.tertulis.setText(self.tr("Tertulis pada lembar SOP: {teks}").format(teks=teks or "—"))


class TabPelaksana(QWidget):
    """Who does the step, in the order of the flow; whose paraf it asks for; where the file goes outside."""

    def __init__(self, ruang: RuangSunting) -> None:
        super().__init__()
        self.ruang, self.urutan = ruang, 1
        self.daftar = QListWidget()
        self.daftar.setAccessibleName(self.tr("Pelaksana"))
        self.daftar.setMinimumHeight(tema().ukuran.px(130))
        self.daftar.itemChanged.connect(self._tulis)
        self.naik = Tombol(self.tr("&Naikkan"), nama_ikon="chevron-up", klik=lambda: self.geser(-1))
        self.turun = Tombol(self.tr("&Turunkan"), nama_ikon="chevron-down", klik=lambda: self.geser(1))
        self.paraf: dict[str, Pilihan] = {}
        self._tempat_paraf = kolom(jarak=6)
        self.pihak = IsianDaftar(
            self.tr("Pihak luar tempat &berkas singgah"), self._pihak,
            petunjuk=self.tr("Misalnya Bagian Hukum; satu pihak satu baris"),
        )  # fmt: skip
        siapa = Kartu(self.tr("Dikerjakan berurutan oleh")).tambah(
            self.daftar, baris(self.naik, self.turun, None), self.pihak
        )
        paraf = Kartu(self.tr("Paraf atau tanda tangan")).tambah(self._tempat_paraf)
        wadah = QWidget()
        tata = baris(siapa, paraf, jarak=10, tepi=(10, 10, 10, 8))
        tata.setStretch(0, 1)
        tata.setStretch(1, 1)
        tata.setAlignment(Qt.AlignmentFlag.AlignTop)
        wadah.setLayout(tata)
        self.setLayout(kolom(Gulir(wadah)))

    def muat(self, urutan: int) -> None:
        """Show a step: its performers first, ticked, then the other roles."""
        self.urutan = urutan
        sop = self.ruang.kini
        langkah = sop.langkah_ke(urutan)
        nama = {p.kode: p.label.tampil for p in sop.peran}
        urut = [*(k for k in langkah.pelaksana if k in nama), *(k for k in nama if k not in langkah.pelaksana)]
        self.daftar.blockSignals(True)
        self.daftar.clear()
        for kode in urut:
            butir = QListWidgetItem(nama[kode])
            butir.setData(Qt.ItemDataRole.UserRole, kode)
            ya = kode in langkah.pelaksana
            butir.setCheckState(Qt.CheckState.Checked if ya else Qt.CheckState.Unchecked)
            self.daftar.addItem(butir)
        self.daftar.setCurrentRow(0)
        self.daftar.blockSignals(False)
        self.pihak.isi_daftar(langkah.pihak_luar)
        self._muat_paraf(sop, langkah)

    def _muat_paraf(self, sop: DefinisiSop, langkah: Langkah) -> None:
        diminta = {p.peran: p.sifat for p in langkah.paraf}
        if list(self.paraf) != [p.kode for p in sop.peran]:
            kosongkan(self._tempat_paraf)
            self.paraf = {}
            for peran in sop.peran:
                satu = Pilihan(pilihan(SifatKelengkapan), kosong=self.tr("tidak diminta"))
                satu.activated.connect(self._tulis_paraf)
                self.paraf[peran.kode] = satu
                self._tempat_paraf.addWidget(Isian(peran.label.tampil.replace("&", "&&"), satu))
        for kode, satu in self.paraf.items():
            satu.nilai = diminta.get(kode)

    @property
    def terpilih(self) -> list[str]:
        """The codes of the ticked roles, from the top."""
        semua = [self.daftar.item(n) for n in range(self.daftar.count())]
        return [b.data(Qt.ItemDataRole.UserRole) for b in semua if b.checkState() is Qt.CheckState.Checked]

    @Slot()
    def _tulis(self) -> None:
        urutan, siapa = self.urutan, self.terpilih
        self.ruang.ubah(lambda d: isi.atur_pelaksana(d, urutan, siapa))

    def geser(self, arah: int) -> None:
        """Move the role under the cursor by one place."""
        dari = self.daftar.currentRow()
        ke = dari + arah
        if dari >= 0 and 0 <= ke < self.daftar.count():
            self.daftar.blockSignals(True)
            self.daftar.insertItem(ke, self.daftar.takeItem(dari))
            self.daftar.setCurrentRow(ke)
            self.daftar.blockSignals(False)
            self._tulis()

    @Slot()
    def _tulis_paraf(self) -> None:
        urutan = self.urutan
        diminta = {kode: satu.nilai for kode, satu in self.paraf.items() if satu.nilai is not None}
        self.ruang.ubah(lambda d: isi.atur_paraf(d, urutan, diminta))

    def _pihak(self, teks: list[str]) -> None:
        urutan = self.urutan
        self.ruang.ubah(lambda d: isi.atur_pihak(d, urutan, teks), ("pihak", urutan))


class TabCabang(QWidget):
    """Whether the step is a decision, what it asks, and where the answers lead."""

    def __init__(self, ruang: RuangSunting) -> None:
        super().__init__()
        self.ruang, self.urutan = ruang, 1
        self.keputusan = Centang(
            self.tr("Langkah ini &keputusan: jawabannya menentukan langkah berikutnya"), self._ganti
        )
        self.tanya = IsianKata(self.tr("&Pertanyaan"), lambda _t: self._tulis())
        self.ya, self.tidak, self.penentu = (
            Pilihan(),
            Pilihan(),
            Pilihan(
                [(f, self.tr("Data: {fakta}").format(fakta=teks)) for f, teks in FAKTA.items()],
                kosong=self.tr("Petugas yang mengerjakan"),
            ),
        )
        for satu in (self.ya, self.tidak, self.penentu):
            satu.activated.connect(self._tulis)
        self.arti = Teks("", "redup", bungkus=True)
        self.isian = QWidget()
        self.isian.setProperty("bening", True)
        tujuan = kisi(
            Isian(self.tr("Bila &ya, ke langkah"), self.ya), Isian(self.tr("Bila &tidak, ke langkah"), self.tidak)
        )
        jawab = Isian(self.tr("&Dijawab oleh"), self.penentu, self.tr("Data menjawab sendiri; petugas tidak memilih"))
        self.isian.setLayout(kolom(self.tanya, tujuan, jawab, jarak=10))
        self.setLayout(kolom(self.keputusan, self.isian, self.arti, None, jarak=12, tepi=(10, 12, 10, 8)))

    def muat(self, urutan: int) -> None:
        """Show a step."""
        self.urutan = urutan
        sop = self.ruang.kini
        cabang = sop.langkah_ke(urutan).cabang
        tujuan = [(lk.urutan, self._tujuan(lk)) for lk in sop.langkah if lk.urutan != urutan]
        self.keputusan.setChecked(cabang is not None)
        self.isian.setVisible(cabang is not None)
        self.ya.atur(tujuan, kini=cabang.ya if cabang else None)
        self.tidak.atur(tujuan, kini=cabang.tidak if cabang else None)
        self.penentu.nilai = cabang.penentu if cabang else None
        if cabang:
            self.tanya.isi_butir(cabang.tanya)
        self._jelaskan()

    def _tujuan(self, langkah: Langkah) -> str:
        kembali = self.tr(" (kembali)") if langkah.urutan < self.urutan else ""
        return f"{sebutan(langkah)}{kembali}"

    def _jelaskan(self) -> None:
        sop = self.ruang.kini
        if sop.langkah_ke(self.urutan).cabang is not None:
            kata_arti = self.tr(
                "Langkah di antara keputusan ini dan tujuannya dilewati; tujuan ke belakang membuka ulang."
            )
        elif self.urutan < len(sop.langkah):
            kata_arti = self.tr("Sesudah selesai, lanjut ke {langkah}.").format(
                langkah=sebutan(sop.langkah[self.urutan])
            )
        else:
            kata_arti = self.tr("Ini langkah terakhir.")
        self.arti.setText(kata_arti)

    def _ganti(self, ya: bool) -> None:
        urutan, akhir = self.urutan, len(self.ruang.kini.langkah)
        if not ya:
            self.ruang.ubah(lambda d: susunan.hapus_cabang(d, urutan), isi=True)
            return
        maju = min(urutan + 1, akhir) if urutan < akhir else max(1, urutan - 1)
        lain = maju + 1 if urutan < akhir and maju < akhir else max(1, urutan - 1)
        self.ruang.ubah(lambda d: susunan.atur_cabang(d, urutan, tanya="", ya=maju, tidak=lain), isi=True)
        self.tanya.kotak.setFocus()

    @Slot()
    def _tulis(self) -> None:
        urutan, tanya, penentu = self.urutan, self.tanya.teks, self.penentu.nilai
        ya, tidak = self.ya.nilai or urutan, self.tidak.nilai or urutan
        self.ruang.ubah(
            lambda d: susunan.atur_cabang(d, urutan, tanya=tanya, ya=ya, tidak=tidak, penentu=penentu),
            ("cabang", urutan),
        )


class PanelLangkah(QTabWidget):
    """All about one step."""

    def __init__(self, ruang: RuangSunting) -> None:
        super().__init__()
        self.ruang, self.urutan = ruang, 1
        self.uraian, self.kelengkapan, self.waktu = TabUraian(ruang), TabKelengkapan(ruang), TabWaktu(ruang)
        self.pelaksana, self.cabang = TabPelaksana(ruang), TabCabang(ruang)
        self.semua = (self.uraian, self.kelengkapan, self.waktu, self.pelaksana, self.cabang)
        judul = ("Uraian", "Kelengkapan", "Waktu", "Pelaksana", "Cabang")
        for tab, kata_judul in zip(self.semua, judul, strict=True):
            self.addTab(tab, self.tr(kata_judul))
        self.setDocumentMode(True)
        ruang.muat_ulang.connect(self.muat)

    def tunjuk(self, urutan: int) -> None:
        """Show a step."""
        self.urutan = urutan
        self.muat()

    @Slot()
    def muat(self) -> None:
        """Fill every tab from the SOP as it stands."""
        if 1 <= self.urutan <= len(self.ruang.kini.langkah):
            for tab in self.semua:
                tab.muat(self.urutan)
