"""The checklist of a step: tick, attach, view, set aside; who and when stands beside each."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from app.sop.definisi import Per
from app.sop.halaman import HalamanLangkah
from app.sop.kelengkapan import SELURUHNYA, Catatan, Isian, Sasaran
from db.istilah import SifatKelengkapan, StatusKelengkapan, Zona
from ui.komponen import Chip, Garis, JenisTombol, Kartu, PanelLipat, Teks, Tombol, baris, kolom
from ui.meja.kotak_banyak import TabelKotak
from ui.meja.tindakan import TindakanLangkah
from ui.meja.tulisan import chip_catatan, chip_isian, kata_catatan

BANYAK_KOTAK = 8  # more boxes of one document become a table


class BarisSyarat(QWidget):
    """One box: tick, name, what is known, its state, and what can be done with it."""

    def __init__(
        self, isian: Isian, catatan: Catatan, nama: str, tindakan: TindakanLangkah, zona: Zona, *, boleh: bool
    ) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self._isian, self._catatan, self._tindakan = isian, catatan, tindakan
        wajib = isian.sifat is SifatKelengkapan.WAJIB
        ada = catatan.status is StatusKelengkapan.ADA or isian.otomatis
        self.kotak = QCheckBox()
        self.kotak.setChecked(ada)
        self.kotak.setEnabled(boleh and not isian.otomatis and catatan.status is not StatusKelengkapan.TIDAK_BERLAKU)
        self.kotak.setAccessibleName(nama)
        self.kotak.clicked.connect(self._centang)
        keterangan = "Tercatat dengan sendirinya" if isian.otomatis else kata_catatan(catatan, zona)
        if not wajib:
            keterangan = " · ".join(t for t in ("Dianjurkan", keterangan) if t)
        self.kotak.setAccessibleDescription(keterangan)
        tengah = kolom(Teks(nama, bungkus=True), jarak=1)
        if keterangan:
            tengah.addWidget(Teks(keterangan, "kecil", bungkus=True))
        belum_diminta = not isian.otomatis and not isian.diminta
        chip = (
            Chip(*chip_isian(isian)) if isian.otomatis or belum_diminta else Chip(*chip_catatan(catatan, wajib=wajib))
        )
        tata = baris(self.kotak, tengah, chip, *self._tombol(nama, boleh=boleh), jarak=10)
        tata.setStretch(1, 1)
        self.setLayout(tata)

    def _tombol(self, nama: str, *, boleh: bool) -> list[QWidget]:
        hasil: list[QWidget] = []
        catatan = self._catatan
        if catatan.lampiran_id is not None:
            lihat = Tombol(self.tr("Lihat"), JenisTombol.TAUTAN, "eye", klik=self._lihat, nama=f"Lihat {nama}")
            hasil.append(lihat)
        elif boleh and catatan.status is not StatusKelengkapan.TIDAK_BERLAKU:
            lampir = Tombol(
                self.tr("Lampirkan"), JenisTombol.TAUTAN, "paperclip", klik=self._lampirkan, nama=f"Lampirkan {nama}"
            )
            hasil.append(lampir)
        if boleh:
            hasil.append(self._menu(nama))
        return hasil

    def _menu(self, nama: str) -> QWidget:
        lain = Tombol("", JenisTombol.TAUTAN, "ellipsis", nama=f"Tindakan lain untuk {nama}")
        menu = QMenu(lain)
        lampir = self.tr("Lampirkan berkas lain…") if self._catatan.lampiran_id else self.tr("Lampirkan berkas…")
        menu.addAction(lampir, self._lampirkan)
        if self._catatan.status is StatusKelengkapan.TIDAK_BERLAKU:
            menu.addAction(
                self.tr("Ternyata diminta"), partial(self._tindakan.centang, self._isian, self._untuk, False)
            )
        else:
            menu.addAction(self.tr("Tidak berlaku…"), partial(self._tindakan.tidak_berlaku, self._isian, self._untuk))
        lain.setMenu(menu)
        return lain

    @property
    def _untuk(self) -> Sasaran:
        return self._catatan.sasaran

    def _centang(self) -> None:
        self._tindakan.centang(self._isian, self._untuk, self.kotak.isChecked())

    def _lihat(self) -> None:
        if self._catatan.lampiran_id is not None:
            self._tindakan.lihat(self._catatan.lampiran_id, self._catatan.nama_lampiran or self._isian.nama)

    def _lampirkan(self) -> None:
        self._tindakan.lampirkan(self._isian, self._untuk)


class KartuKelengkapan(Kartu):
    """The card with all documents of a step."""

    def __init__(
        self,
        halaman: HalamanLangkah,
        tindakan: TindakanLangkah,
        zona: Zona,
        terbuka: set[str],
        ingat: Callable[[str, bool], None],
    ) -> None:
        isian = halaman.kelengkapan
        diminta = [i for i in isian if i.diminta or i.otomatis]  # others ask for nobody's paper yet
        beres = sum(i.kurang == 0 for i in diminta)
        super().__init__("Kelengkapan", Teks(f"{beres} dari {len(diminta)}" if diminta else "", "redup"))
        self.baris: dict[str, QWidget] = {}
        self._tindakan, self._zona, self._ingat = tindakan, zona, ingat
        self._boleh = halaman.boleh.kerjakan
        for satu in isian:
            widget = self._satu(satu, satu.kode in terbuka)
            self.baris[satu.kode] = widget
            self.tambah(widget)
        if self._boleh and sum(i.kurang > 0 for i in isian) > 1:
            semua = Tombol(
                self.tr("Semua lengkap, kecuali…"), JenisTombol.TAUTAN, "check-check", klik=tindakan.semua_lengkap
            )
            self.tambah(Garis(), baris(None, semua))

    def _satu(self, isian: Isian, terbuka: bool) -> QWidget:
        if isian.per is Per.USULAN:
            return self._per_orang(isian)
        if len(isian.catatan) == 1 and not isian.catatan[0].sebutan:
            return BarisSyarat(isian, isian.catatan[0], isian.nama, self._tindakan, self._zona, boleh=self._boleh)
        if not isian.catatan:
            kosong = Catatan(SELURUHNYA)
            return BarisSyarat(isian, kosong, isian.nama, self._tindakan, self._zona, boleh=False)
        return self._lipat(isian, terbuka)

    def _lipat(self, isian: Isian, terbuka: bool) -> QWidget:
        """One document asked of several desa or tahap: the count, and the boxes once it is opened."""
        isi = QWidget()
        isi.setProperty("bening", True)
        isi.setLayout(kolom())
        sifat = "" if isian.sifat is SifatKelengkapan.WAJIB else "Dianjurkan · "
        kata = Teks(f"{sifat}{isian.diminta - isian.kurang} dari {isian.diminta}", "kecil")
        panel = PanelLipat(isian.nama, isi, kanan=[kata, Chip(*chip_isian(isian))])
        panel.dilipat.connect(partial(self._isi_lipatan, isian, isi))
        panel.buka(terbuka)
        return panel

    def _isi_lipatan(self, isian: Isian, isi: QWidget, terbuka: bool) -> None:
        self._ingat(isian.kode, terbuka)
        tata = isi.layout()
        if not terbuka or tata is None or tata.count():
            return
        if len(isian.catatan) > BANYAK_KOTAK:
            tata.addWidget(TabelKotak(isian, self._tindakan, self._zona, boleh=self._boleh))
            return
        tata.setContentsMargins(26, 2, 0, 2)
        for catatan in isian.catatan:
            satu = BarisSyarat(isian, catatan, catatan.sebutan, self._tindakan, self._zona, boleh=self._boleh)
            tata.addWidget(satu)

    def _per_orang(self, isian: Isian) -> QWidget:
        """One document asked of every person: counts, and "semua lengkap, kecuali …"."""
        wadah = QWidget()
        wadah.setProperty("bening", True)
        sifat = "" if isian.sifat is SifatKelengkapan.WAJIB else "Dianjurkan · "
        kata = f"{sifat}{isian.diminta - isian.kurang} dari {isian.diminta} orang" if isian.diminta else sifat[:-3]
        tengah = kolom(Teks(isian.nama, bungkus=True), Teks(kata, "kecil"), jarak=1)
        kotak = QCheckBox()
        kotak.setTristate(True)
        sebagian = Qt.CheckState.PartiallyChecked if isian.ada else Qt.CheckState.Unchecked
        kotak.setCheckState(Qt.CheckState.Checked if isian.diminta and isian.kurang == 0 else sebagian)
        kotak.setEnabled(False)
        kotak.setAccessibleName(f"{isian.nama}: {kata}")
        isi: list[QWidget] = [Chip(*chip_isian(isian))]
        if self._boleh and isian.kurang:
            isi.append(
                Tombol(
                    self.tr("Semua, kecuali…"),
                    JenisTombol.TAUTAN,
                    "list-checks",
                    klik=partial(self._tindakan.semua_lengkap, isian),
                    nama=f"{isian.nama}: semua lengkap, kecuali",
                )
            )
        tata = baris(kotak, tengah, *isi, jarak=10)
        tata.setStretch(1, 1)
        wadah.setLayout(tata)
        return wadah
