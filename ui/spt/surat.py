"""The letters of one kegiatan with what the head wrote on them (balakas steps 1 and 2)."""

from uuid import UUID

from app.akses import Hak
from app.kegiatan import nama_kegiatan
from db.istilah import ArahSurat
from ui.dokumen.tujuan import TujuanDokumen
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import JenisTombol, Teks, Tombol, baris, kolom
from ui.register.agenda import PanelAgenda


class HalamanSurat(Halaman):
    """Incoming letters of a kegiatan, and their dispositions."""

    judul = "Surat masuk dan disposisi"
    dengar = frozenset({Area.REGISTER, Area.KEGIATAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self.nama_kegiatan = Teks("", "redup")
        self.panel = PanelAgenda(konteks, ArahSurat.MASUK, kegiatan_id)
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.cetak = Tombol(self.tr("Cetak l&embar disposisi…"), JenisTombol.TAUTAN, "printer", klik=self._cetak)
        self.cetak.setVisible(konteks.boleh(Hak.DOKUMEN))
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama_kegiatan, self.cetak, jarak=12)
        tata = kolom(atas, self.panel, jarak=4, tepi=(24, 14, 24, 14))
        tata.setStretch(1, 1)
        self.setLayout(tata)
        self.setFocusProxy(self.panel.tabel)

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self.nama_kegiatan.setText(nama_kegiatan(kerja, self.kegiatan_id))
            tahun = kerja.hari_ini().year
        self.panel.muat(tahun)
        self.cetak.setEnabled(bool(self.panel.model.rowCount()))

    def _cetak(self) -> None:
        self.konteks.buka("dokumen", TujuanDokumen(self.kegiatan_id, ("disposisi",)))
