"""A role's desk: at the left what waits, at the right the step that is worked on."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa.istilah import label
from app.kegiatan import buat_kegiatan, lihat_kegiatan
from app.kerja import Kerja
from app.sop import versi
from app.sop.halaman import tahapan_kegiatan
from app.sop.meja import Meja, meja
from db.galat import KnownError
from db.istilah import Peran
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import DaftarKartu, JenisTombol, KepalaDaftar, KosongState, Pilihan, Tombol, baris, kolom
from ui.komponen.teks import TeksTerbatas
from ui.meja.kegiatan_baru import DialogKegiatan
from ui.meja.langkah import PanelLangkah
from ui.meja.tulisan import kartu_meja, kartu_selesai
from ui.tema import tema

LEBAR_DAFTAR = 348
LEBAR_DAFTAR_SEMPIT = 280
SEMPIT = 1200  # below this width the list is narrower …
LIPAT = 900  # … and below this it folds by itself
PERLU, MENUNGGU, SELESAI = "perlu", "menunggu", "selesai"


class HalamanMeja(Halaman):
    """The desk of one role, or of several with a chooser. `tujuan` takes a kegiatan's or a putaran's id."""

    dengar = frozenset(
        {
            Area.KEGIATAN, Area.USULAN, Area.PENETAPAN, Area.PENCAIRAN, Area.PENYALURAN, Area.DOKUMEN, Area.REGISTER,
            Area.KANTOR,
        }
    )  # fmt: skip

    def __init__(self, konteks: Konteks, peran: tuple[Peran, ...]) -> None:
        super().__init__(konteks)
        self.judul = label(peran[0]) if len(peran) == 1 else self.tr("Meja kerja")
        self._peran = peran
        self._dilipat: bool | None = None  # what the user chose; None: as the window's width says
        self.panel = PanelLangkah(konteks)
        self.panel.pindah.connect(self.buka_langkah)
        self.daftar = DaftarKartu(nama=self.tr("Daftar langkah"))
        self.daftar.dipilih.connect(self.buka_langkah)
        self.daftar.dibuka.connect(self._ke_panel)
        self.kiri = self._buat_kiri()
        self.kosong = KosongState(
            self.tr("Belum ada pekerjaan di meja ini"),
            self.tr("Pekerjaan muncul di sini begitu ada kegiatan yang sampai pada langkah Anda."),
            "list-checks",
            **self._tombol_kosong(),
        )
        self.kanan = QStackedWidget()
        self.kanan.addWidget(self.kosong)
        self.kanan.addWidget(self.panel)
        self.buka_kiri = Tombol("", JenisTombol.TAUTAN, "chevron-right", klik=self._lipat, nama=self.tr("Buka daftar"))
        self.buka_kiri.setToolTip(self.tr("Buka daftar (Ctrl+B)"))
        self._susun()
        self.setFocusProxy(self.daftar)

    def _tombol_kosong(self) -> dict[str, Any]:
        boleh = self.konteks.boleh(Hak.KEGIATAN)
        return {"tombol": self.tr("+ Kegiatan &baru"), "klik": self.kegiatan_baru} if boleh else {}

    def _buat_kiri(self) -> QWidget:
        self.pilih_peran = Pilihan([(p, label(p)) for p in self._peran])
        self.pilih_peran.setAccessibleName(self.tr("Meja sebagai"))
        self.pilih_peran.setVisible(len(self._peran) > 1)
        self.pilih_peran.currentIndexChanged.connect(self._ganti_peran)
        self.baru = Tombol(
            self.tr("Kegiatan &baru"), JenisTombol.TAUTAN, "plus", klik=self.kegiatan_baru, pintasan="Ctrl+N"
        )
        self.baru.setVisible(self.konteks.boleh(Hak.KEGIATAN))
        self.lipat = Tombol("", JenisTombol.TAUTAN, "chevron-left", klik=self._lipat, pintasan="Ctrl+B")
        self.lipat.setAccessibleName(self.tr("Lipat daftar"))
        self.lipat.setToolTip(self.tr("Lipat daftar (Ctrl+B)"))
        judul = TeksTerbatas(self.tr("Meja {peran}").format(peran=self.judul))
        judul.setVisible(len(self._peran) == 1)
        kepala = baris(judul, self.pilih_peran, None, self.baru, self.lipat, jarak=2)
        kiri = QWidget()
        kiri.setLayout(kolom(kepala, self.daftar, jarak=6, tepi=(16, 10, 8, 8)))
        return kiri

    def _susun(self) -> None:
        tata = QHBoxLayout(self)
        tata.setContentsMargins(0, 0, 0, 0)
        tata.setSpacing(0)
        tata.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # minimumSizeHint speaks for the page
        tata.addWidget(self.buka_kiri, 0, Qt.AlignmentFlag.AlignTop)
        tata.addWidget(self.kiri)
        tata.addWidget(self.kanan, 1)
        self._atur_lipatan()

    # --- the list ----------------------------------------------------------------------------------------------------

    @property
    def peran(self) -> Peran:
        """The role whose desk is shown."""
        return Peran(self.pilih_peran.nilai) if len(self._peran) > 1 else self._peran[0]

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            isi = meja(kerja, self.peran)
        pertama = not self.daftar.model().rowCount()
        self.daftar.atur(self._bagian(isi), buka=[PERLU, MENUNGGU] if pertama else None)
        kini = self.panel.pelaksanaan_id
        if kini is None:
            self._buka_pertama(isi)
        elif self.panel.tampilkan(kini):
            self.daftar.pilih(kini)

    def _bagian(self, isi: Meja) -> list[KepalaDaftar]:
        return [
            KepalaDaftar(
                PERLU, self.tr("Perlu tindakan saya"), tuple(kartu_meja(b) for b in isi.perlu),
                self.tr("Tidak ada yang menunggu Anda"),
            ),
            KepalaDaftar(
                MENUNGGU, self.tr("Menunggu pihak lain"), tuple(kartu_meja(b) for b in isi.menunggu),
                self.tr("Tidak ada"),
            ),
            KepalaDaftar(
                SELESAI, self.tr("Selesai"), tuple(kartu_selesai(b) for b in isi.selesai), self.tr("Belum ada")
            ),
        ]  # fmt: skip

    def _buka_pertama(self, isi: Meja) -> None:
        semua = [*isi.perlu, *isi.menunggu]
        if semua:
            self.buka_langkah(semua[0].pelaksanaan_id)
        else:
            self.kanan.setCurrentWidget(self.kosong)

    @Slot()
    def _ganti_peran(self) -> None:
        self.panel.halaman = None
        self.segarkan()

    # --- the step ----------------------------------------------------------------------------------------------------

    @Slot(object)
    def buka_langkah(self, pelaksanaan_id: UUID) -> None:
        """Show a step; the list follows where it holds it."""
        if self.panel.tampilkan(pelaksanaan_id):
            self.kanan.setCurrentWidget(self.panel)
            self.daftar.pilih(pelaksanaan_id)

    @Slot()
    def _ke_panel(self) -> None:
        if (isi := self.panel.gulir.widget()) is not None:
            isi.setFocus()
        self.panel.focusNextChild()

    def tujuan(self, apa: Any) -> None:
        """Show a step or a kegiatan by its id; `"kegiatan_baru"` asks for a new kegiatan."""
        self.segarkan_bila_usang()
        if apa == "kegiatan_baru":
            self.kegiatan_baru()
            return
        with self.konteks.membaca() as kerja:
            sasaran = self._sasaran(kerja, apa)
        self.buka_langkah(sasaran)

    @staticmethod
    def _sasaran(kerja: Kerja, apa: UUID) -> UUID:
        """Return the putaran that is meant: the kegiatan's present one, its last one when it has ended."""
        try:
            kini = lihat_kegiatan(kerja, apa).ringkasan.pelaksanaan_kini
        except KnownError:
            return apa
        return kini or tahapan_kegiatan(kerja, apa)[-1].pelaksanaan_id

    # --- new kegiatan ------------------------------------------------------------------------------------------------

    @Slot()
    def kegiatan_baru(self) -> None:
        """Ask for a new kegiatan and open its first step."""
        with self.konteks.membaca() as kerja:
            sop = [versi.sop_berlaku(kerja, s.kode) for s in versi.daftar_sop(kerja)]
            hari_ini = kerja.hari_ini()
        jawab = DialogKegiatan.ask(self, sop, hari_ini)
        if jawab is None:
            return

        def kerja_buat(k: Kerja) -> UUID:
            return buat_kegiatan(k, **jawab.isian)

        self.konteks.tulis(
            self.tr("Membuat kegiatan"), kerja_buat, induk=self, berhasil=self.tujuan, ubah=(Area.KEGIATAN,)
        )

    # --- room --------------------------------------------------------------------------------------------------------

    @Slot()
    def _lipat(self) -> None:
        self._dilipat = not self.kiri.isHidden()
        self._atur_lipatan()
        (self.buka_kiri if self._dilipat else self.daftar).setFocus()

    def _atur_lipatan(self) -> None:
        px = tema().ukuran.px
        dilipat = self._dilipat if self._dilipat is not None else self.width() < px(LIPAT)
        self.kiri.setVisible(not dilipat)
        self.buka_kiri.setVisible(dilipat)
        self.kiri.setFixedWidth(px(LEBAR_DAFTAR if self.width() >= px(SEMPIT) else LEBAR_DAFTAR_SEMPIT))

    def minimumSizeHint(self) -> QSize:
        """The list folds before it asks for room, so that large text fits a small screen too."""
        return QSize(self.kanan.minimumSizeHint().width() + tema().ukuran.px(24), super().minimumSizeHint().height())

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        super().resizeEvent(kejadian)
        self._atur_lipatan()
