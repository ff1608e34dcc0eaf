"""One applicant's own step, as a page: attach scans, set a paper aside, send back, look at the history."""

from uuid import UUID

from PySide6.QtCore import Slot

from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import JenisTombol, Teks, Tombol, baris, kolom
from ui.meja.langkah import PanelLangkah


class HalamanLangkahPemohon(Halaman):
    """The step where an applicant stands; it follows them to the next one."""

    judul = "Langkah pemohon"
    dengar = frozenset({Area.KEGIATAN, Area.USULAN})

    def __init__(self, konteks: Konteks, pelaksanaan_id: UUID, nama: str) -> None:
        super().__init__(konteks)
        self._pelaksanaan_id = pelaksanaan_id
        self.panel = PanelLangkah(konteks)
        self.panel.pindah.connect(self._pindah)
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(nama, "judul"), None, jarak=12, tepi=(24, 14, 24, 0))
        tata = kolom(atas, self.panel, jarak=4)
        tata.setStretch(1, 1)
        self.setLayout(tata)

    def segarkan(self) -> None:
        self.panel.tampilkan(self._pelaksanaan_id)

    @Slot(object)
    def _pindah(self, pelaksanaan_id: UUID) -> None:
        self._pelaksanaan_id = pelaksanaan_id
        self.segarkan()
