"""Everything of one desa at once: which desa, which tahap, which papers, and whether onto paper or into a folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.komponen import DialogSalur, Isian, JenisTombol, Pilihan, Teks, Tombol, baris, kosongkan
from ui.komponen.bertanya import bertanya


class Cara(StrEnum):
    """What becomes of the papers."""

    CETAK = "cetak"
    SIMPAN = "simpan"


@dataclass(frozen=True)
class DokumenDesa:
    """A paper that can be made: code, title, `pdf` or `xlsx`, and for which desa."""

    kode: str
    judul: str
    format: str
    desa: tuple[str, ...]


@dataclass(frozen=True)
class JawabanDesa:
    """What was chosen; `kode` in the order of the work."""

    desa: str
    tahap: int | None
    kode: tuple[str, ...]
    cara: Cara


class DialogDesa(DialogSalur):
    """Ticks the papers of a desa; those ticked last time are ticked again."""

    def __init__(
        self,
        induk: QWidget | None,
        dokumen: Sequence[DokumenDesa],
        desa: Sequence[tuple[str, str]],
        tahap: Sequence[tuple[int, str]],
        *,
        kini: str | None,
        terakhir: Sequence[str],
    ) -> None:
        super().__init__(
            induk,
            self.tr("Semua dokumen satu desa"),
            self.tr("Dokumen dibuat satu per satu menurut urutan kerja, masing-masing tercatat di riwayat cetakan."),
            setuju=self.tr("&Cetak semua…"),
            nama_ikon="printer",
        )
        self._dokumen, self._terakhir, self._cara = tuple(dokumen), set(terakhir), Cara.CETAK
        self.desa = Pilihan(list(desa), kini=kini, cari=True)
        self.tahap = Pilihan(list(tahap), kosong=self.tr("Semua tahap") if len(tahap) > 1 else "")
        self.i_tahap = Isian(self.tr("Ta&hap"), self.tahap)
        self.i_tahap.setVisible(len(tahap) > 1)
        self.centang: dict[str, QCheckBox] = {}
        self._daftar = QVBoxLayout()
        self._daftar.setSpacing(6)
        self.semua = Tombol(self.tr("Pilih semua"), JenisTombol.TAUTAN, klik=lambda: self._tandai(True))
        self.bersih = Tombol(self.tr("Kosongkan"), JenisTombol.TAUTAN, klik=lambda: self._tandai(False))
        self.simpan = Tombol(self.tr("&Simpan ke folder…"), nama_ikon="save", klik=self._simpan)
        self.tambah_tombol(self.simpan)
        self.tambah(
            Isian(self.tr("Desa/&kelurahan"), self.desa), self.i_tahap,
            baris(Teks(self.tr("Dokumen"), "tebal"), None, self.semua, self.bersih), self._daftar,
        )  # fmt: skip
        self.isi.addStretch(1)
        self.desa.currentIndexChanged.connect(self._isi_daftar)
        self._isi_daftar()

    @Slot()
    def _isi_daftar(self) -> None:
        """Offer the papers that the chosen desa has."""
        kosongkan(self._daftar)
        self.centang = {}
        for d in self._dokumen:
            if self.desa.nilai in d.desa:
                kata = (
                    d.judul if d.format == "pdf" else self.tr("{judul} (Excel, hanya disimpan)").format(judul=d.judul)
                )
                kotak = QCheckBox(kata.replace("&", "&&"))
                kotak.setChecked(not self._terakhir or d.kode in self._terakhir)
                self.centang[d.kode] = kotak
                self._daftar.addWidget(kotak)

    def _tandai(self, ya: bool) -> None:
        for kotak in self.centang.values():
            kotak.setChecked(ya)

    @Slot()
    def _simpan(self) -> None:
        self._cara = Cara.SIMPAN
        self.coba()
        self._cara = Cara.CETAK if not self.result() else self._cara

    def periksa(self) -> str:
        return "" if self._terpilih() else self.tr("Centang sedikitnya satu dokumen.")

    def _terpilih(self) -> tuple[str, ...]:
        boleh = {d.kode for d in self._dokumen if self._cara is Cara.SIMPAN or d.format == "pdf"}
        return tuple(k for k, kotak in self.centang.items() if kotak.isChecked() and k in boleh)

    @property
    def jawaban(self) -> JawabanDesa:
        """What was chosen."""
        return JawabanDesa(self.desa.nilai, self.tahap.nilai, self._terpilih(), self._cara)

    @classmethod
    def ask(cls, induk: QWidget | None, *isi: Any, **pilihan: Any) -> JawabanDesa | None:
        """Return what was chosen, None when it was given up."""
        jawaban: Any = bertanya(cls(induk, *isi, **pilihan))
        return jawaban if isinstance(jawaban, JawabanDesa) else None
