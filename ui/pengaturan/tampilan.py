"""How Salur looks on this laptop, and when the screen locks by itself."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from ui import setelan
from ui.komponen import Gulir, Isian, Kartu, Pilihan, Teks, kolom
from ui.pengaturan.bagian import Bagian
from ui.setelan import BerSetelan


class BagianTampilan(Bagian):
    """Light or dark, text size, automatic lock: the same choices as in the menu of the account."""

    judul = "Tampilan"
    penjelasan = "Berlaku untuk laptop ini saja, dan langsung terlihat."

    def bangun(self) -> None:
        self.tema = self._pilihan("tema", setelan.TEMA)
        self.ukuran = self._pilihan("ukuran_teks", setelan.UKURAN_TEKS)
        self.kunci = self._pilihan("kunci_menit", setelan.KUNCI)
        catatan = Teks(
            self.tr("Mode Penyaluran menahan kunci layar supaya antrean tidak terhenti. Ctrl+L mengunci seketika."),
            "redup",
            bungkus=True,
        )
        isi = QWidget()
        isi.setLayout(
            kolom(
                Kartu(self.tr("Tampilan")).tambah(
                    Isian(self.tr("&Warna"), self.tema), Isian(self.tr("&Ukuran teks"), self.ukuran)
                ),
                Kartu(self.tr("Kunci layar")).tambah(Isian(self.tr("Kunci layar &otomatis"), self.kunci), catatan),
                None,
                jarak=10,
            )
        )
        self.isi.addWidget(Gulir(isi))

    def _pilihan(self, bidang: str, butir: Sequence[tuple[Any, str]]) -> Pilihan:
        pilihan = Pilihan(list(butir))
        pilihan.setMaximumWidth(320)
        pilihan.activated.connect(partial(self._pilih, bidang, pilihan))
        return pilihan

    def _pilih(self, bidang: str, pilihan: Pilihan, _nomor: int) -> None:
        jendela = self.window()
        if isinstance(jendela, BerSetelan):
            jendela.atur_setelan(bidang, pilihan.nilai)

    def muat(self) -> None:
        jendela = self.window()
        kini = jendela.setelan if isinstance(jendela, BerSetelan) else setelan.Setelan()
        for pilihan, nilai in (
            (self.tema, kini.tema),
            (self.ukuran, kini.ukuran_teks),
            (self.kunci, kini.kunci_menit),
        ):
            pilihan.nilai = nilai
