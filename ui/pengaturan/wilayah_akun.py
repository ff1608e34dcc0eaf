"""For which kecamatan, desa and kelurahan an account works: ticked in a list that can be searched."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.akses import RingkasanAkun
from app.kerja import Kerja
from app.wilayah import di_dalam, peta_kantor
from ui.komponen import DialogSalur, KotakCari, Teks
from ui.komponen.bertanya import bertanya

Pilihan = Sequence[tuple[str, str]]
"""Codes of regions with their names, each kecamatan before its desa."""
_KODE = int(Qt.ItemDataRole.UserRole)


def pilihan_wilayah(kerja: Kerja) -> list[tuple[str, str]]:
    """Return the kecamatan and desa of the office, as the list shows them."""
    peta, induk = peta_kantor(kerja), kerja.kantor.kode_wilayah
    kecamatan = {d.kode[:8] for d in peta.desa_di(induk)}
    hasil = []
    for kode in sorted(kecamatan):
        if kode != induk and di_dalam(kode, induk):
            hasil.append((kode, peta.sebutan(kode)))
        hasil += [(d.kode, f"{d.sebutan}, {peta.nama(kode)}") for d in peta.desa_di(kode)]
    return hasil


class DialogWilayah(DialogSalur):
    """Ticks the areas of an account; none ticked means all of the office's."""

    def __init__(self, induk: QWidget | None, akun: RingkasanAkun, semua: Pilihan) -> None:
        super().__init__(
            induk,
            self.tr("Wilayah kerja akun"),
            self.tr("{nama} hanya melihat dan mengubah data wilayah yang dicentang. Tanpa centang: seluruh wilayah.")
            .format(nama=akun.nama),
            setuju=self.tr("&Simpan"),
            nama_ikon="map-pin",
        )  # fmt: skip
        self.cari = KotakCari(self.tr("Cari kecamatan, desa, atau kelurahan"))
        self.cari.dicari.connect(self._saring)
        self.daftar = QListWidget()
        self.daftar.setAccessibleName(self.tr("Daftar wilayah"))
        self.daftar.setMinimumHeight(240)
        for kode, nama in semua:
            self._butir(kode, nama, kode in akun.wilayah)
        self.daftar.itemChanged.connect(self._hitung)
        self.ringkas = Teks("", "redup", bungkus=True)
        self.tambah(self.cari, self.daftar, self.ringkas)
        self._hitung()

    def _butir(self, kode: str, nama: str, dipilih: bool) -> None:
        butir = QListWidgetItem(nama, self.daftar)
        butir.setData(_KODE, kode)
        butir.setFlags(butir.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        butir.setCheckState(Qt.CheckState.Checked if dipilih else Qt.CheckState.Unchecked)

    @property
    def _semua(self) -> list[QListWidgetItem]:
        return [self.daftar.item(n) for n in range(self.daftar.count())]

    @Slot()
    def _saring(self) -> None:
        kata = self.cari.text().casefold().split()
        for butir in self._semua:
            butir.setHidden(not all(k in butir.text().casefold() for k in kata))

    @Slot()
    def _hitung(self) -> None:
        nama = [b.text() for b in self._semua if b.checkState() == Qt.CheckState.Checked]
        self.ringkas.setText(
            self.tr("Wilayah: {nama}.").format(nama="; ".join(nama)) if nama else self.tr("Wilayah: seluruhnya.")
        )

    def pilih(self, kode: Collection[str]) -> None:
        """Tick exactly these."""
        for butir in self._semua:
            pas = butir.data(_KODE) in kode
            butir.setCheckState(Qt.CheckState.Checked if pas else Qt.CheckState.Unchecked)

    @property
    def jawaban(self) -> tuple[str, ...]:
        return tuple(b.data(_KODE) for b in self._semua if b.checkState() == Qt.CheckState.Checked)

    @classmethod
    def ask(cls, induk: QWidget | None, akun: RingkasanAkun, semua: Pilihan) -> tuple[str, ...] | None:
        """Return the codes, None when it was given up."""
        hasil: tuple[str, ...] | None = bertanya(cls(induk, akun, semua))
        return hasil
