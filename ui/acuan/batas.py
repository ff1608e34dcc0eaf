"""Up to which desil a running kegiatan takes people; asked for on the page of reference lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.kegiatan_atur import DESIL_TERTINGGI
from ui.komponen import DialogSalur, Isian, IsianAngka, Pilihan
from ui.komponen.bertanya import bertanya


@dataclass(frozen=True)
class BatasKegiatan:
    """A kegiatan, what it is called, and the highest desil that it takes; None: no limit."""

    kegiatan_id: UUID
    nama: str
    desil: int | None


class DialogBatas(DialogSalur):
    """Asks for the limit of one kegiatan."""

    def __init__(self, induk: QWidget | None, kegiatan: list[BatasKegiatan]) -> None:
        super().__init__(
            induk,
            self.tr("Batas desil"),
            self.tr("Usulan dengan desil di atas batas ditandai di verifikasi dan saat impor; tidak ada yang ditolak."),
            setuju=self.tr("&Simpan batas"),
            nama_ikon="save",
        )
        self._batas: Mapping[UUID, int | None] = {k.kegiatan_id: k.desil for k in kegiatan}
        self._nama = {k.kegiatan_id: k.nama for k in kegiatan}
        self.kegiatan = Pilihan([(k.kegiatan_id, k.nama) for k in kegiatan], kini=kegiatan[0].kegiatan_id)
        self.desil = IsianAngka(0, paling_besar=DESIL_TERTINGGI)
        self.desil.setSpecialValueText(self.tr("tidak dibatasi"))
        self.kegiatan.currentIndexChanged.connect(self._tunjukkan)
        self.tambah(
            Isian(self.tr("&Kegiatan"), self.kegiatan),
            Isian(self.tr("Desil &tertinggi"), self.desil, self.tr("1 paling miskin, 10 paling mampu")),
        )
        self._tunjukkan()

    @Slot()
    def _tunjukkan(self) -> None:
        self.desil.setValue(self._batas[self.kegiatan.nilai] or 0)

    @property
    def jawaban(self) -> BatasKegiatan:
        kegiatan_id = self.kegiatan.nilai
        return BatasKegiatan(kegiatan_id, self._nama[kegiatan_id], self.desil.value() or None)

    @classmethod
    def ask(cls, induk: QWidget | None, kegiatan: list[BatasKegiatan]) -> BatasKegiatan | None:
        """Return the limit that was set, None when it was given up."""
        hasil: BatasKegiatan | None = bertanya(cls(induk, kegiatan))
        return hasil
