"""One usulan: who it is, what the import found, papers and aid so far, every decision, and the keys to decide."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.acuan.tanda import tanda_usulan
from app.akses import Hak
from app.alasan import Alasan
from app.bahasa import waktu
from app.bahasa.istilah import label
from app.identitas import kelompokkan, tampilkan_telepon
from app.kelayakan import Pendapat, Sikap, kelayakan_usulan
from app.orang import HalamanOrang, lihat_orang
from app.verifikasi import BarisVerifikasi, RincianUsulan, lihat_usulan
from ui.acuan import tulisan as tulisan_acuan
from ui.dokumen.gambar_kecil import DaftarBerkas
from ui.halaman import Konteks
from ui.komponen import Chip, Gulir, JenisTombol, Kartu, Teks, Tombol, baris, kolom, kosongkan
from ui.komponen.baris_chip import BarisChip
from ui.komponen.rincian import Rincian
from ui.orang import tulisan as tulisan_orang
from ui.tema import Nada
from ui.verifikasi import tulisan
from ui.verifikasi.antrean import AntreanPutusan, Perintah
from ui.verifikasi.dialog import DialogPutusan
from ui.verifikasi.tuts import TutsPutusan

NADA_SIKAP = {
    Sikap.MENOLAK: ("Keberatan", Nada.BAHAYA),
    Sikap.BELUM: ("Belum diketahui", Nada.PERHATIAN),
    Sikap.MENDUKUNG: ("Sesuai", Nada.BAIK),
}


class HalamanUsulan(QWidget):
    """A usulan's page. `kembali` returns to the grid, `geser` asks for the next (1) or the one before (-1)."""

    kembali = Signal()
    geser = Signal(int)

    def __init__(self, konteks: Konteks, antrean: AntreanPutusan) -> None:
        super().__init__()
        self.konteks, self.antrean = konteks, antrean
        self._usulan: RincianUsulan | None = None
        self._pilihan: list[tulisan.Keputusan] = []
        self._alasan: tuple[Alasan, ...] = ()
        self._desil_maks: int | None = None
        antrean.tersimpan.connect(self._berubah)
        self.nama = Teks("", "judul", pilih=True)
        self.chip = Chip()
        self.acuan = BarisChip()
        kembali = Tombol(
            self.tr("&Kembali ke daftar"), JenisTombol.TAUTAN, "arrow-left", klik=self.kembali.emit
        )  # fmt: skip
        self._mundur = Tombol(
            self.tr("&Sebelumnya"), nama_ikon="chevron-left", pintasan="Ctrl+PgUp", klik=lambda: self.geser.emit(-1)
        )
        self._maju = Tombol(
            self.tr("&Berikutnya"), nama_ikon="chevron-right", pintasan="Ctrl+PgDown", klik=lambda: self.geser.emit(1)
        )
        self.rincian = Rincian()
        self.aturan, self.riwayat, self.bantuan = (QVBoxLayout() for _ in range(3))
        self.berkas = DaftarBerkas(konteks)
        self.keputusan = TutsPutusan(self.putuskan)
        for tata in (self.aturan, self.riwayat, self.bantuan):
            tata.setSpacing(3)
        isi = QWidget()
        isi.setLayout(self._susun())
        atas = baris(kembali, None, self._mundur, self._maju)
        nama = baris(self.nama, self.chip, self.acuan, None, jarak=12)
        self.setLayout(kolom(atas, nama, Gulir(isi), self.keputusan, jarak=8))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _susun(self) -> QVBoxLayout:
        diri = Kartu(self.tr("Data usulan")).tambah(self.rincian)
        diri.isi.addStretch(1)
        kanan = kolom(
            Kartu(self.tr("Menurut aturan kegiatan")).tambah(self.aturan),
            Kartu(self.tr("Riwayat putusan")).tambah(self.riwayat),
            Kartu(self.tr("Bantuan yang pernah ditetapkan")).tambah(self.bantuan),
            Kartu(self.tr("Dokumen")).tambah(self.berkas),
            None,
            jarak=10,
        )
        dua = baris(diri, jarak=10)
        dua.addLayout(kanan)
        dua.setStretch(0, 3)
        dua.setStretch(1, 2)
        return kolom(dua, None)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def buka(
        self,
        usulan_id: UUID,
        pilihan: list[tulisan.Keputusan],
        alasan: tuple[Alasan, ...],
        desil_maks: int | None = None,
    ) -> None:
        """Show a usulan with the decisions that its keys offer; `desil_maks` is the highest that its kegiatan takes."""
        self._pilihan, self._alasan, self._desil_maks = pilihan, alasan, desil_maks
        self._muat(usulan_id)
        self.keputusan.atur(pilihan, boleh=self.konteks.boleh(Hak.VERIFIKASI))
        self.setFocus()

    def _muat(self, usulan_id: UUID) -> None:
        with self.konteks.membaca() as kerja:
            self._usulan = lihat_usulan(kerja, usulan_id)
            orang = lihat_orang(kerja, self._usulan.baris.orang_id)
            aturan = kelayakan_usulan(kerja, usulan_id)
            acuan = tanda_usulan(kerja, [usulan_id]).get(usulan_id, ())
            self._hari_ini = kerja.hari_ini()
        b = self._usulan.baris
        self.nama.setText(b.nama)
        self.chip.atur(*tulisan.putusan(b))
        self.rincian.atur(rincian(b, orang))
        self.acuan.atur(tulisan_acuan.chip(acuan, self._desil_maks))
        self.acuan.setToolTip(tulisan_acuan.asal(acuan))
        self._isi_aturan(aturan)
        self._isi_riwayat(self._usulan)
        self._isi_orang(orang)

    def _isi_aturan(self, aturan: tuple[Pendapat, ...]) -> None:
        """Show what speaks for and against; a person decides."""
        kosongkan(self.aturan)
        for p in sorted(aturan, key=lambda p: list(NADA_SIKAP).index(p.sikap)):
            kata, nada = NADA_SIKAP[p.sikap]
            isi = Teks(str(p), bungkus=True)
            satu = baris(Chip(kata, nada), isi, jarak=8)
            satu.setStretch(1, 1)
            self.aturan.addLayout(satu)
        if not aturan:
            self.aturan.addWidget(
                Teks(self.tr("Kegiatan ini tidak menetapkan aturan kelayakan."), "redup", bungkus=True)
            )

    def _isi_riwayat(self, usulan: RincianUsulan) -> None:
        kosongkan(self.riwayat)
        for p in usulan.riwayat:
            self.riwayat.addWidget(Teks(f"{label(p.hasil)}{f': {p.alasan}' if p.alasan else ''}", bungkus=True))
            cara = self.tr("di lapangan") if p.cara == "lapangan" else self.tr("di kantor")
            self.riwayat.addWidget(Teks(f"{waktu.tanggal(p.tanggal)} · {p.petugas} · {cara}", "kecil"))
        if not usulan.riwayat:
            self.riwayat.addWidget(Teks(self.tr("Belum diputuskan."), "redup"))

    def _isi_orang(self, orang: HalamanOrang) -> None:
        kosongkan(self.bantuan)
        for b in orang.bantuan:
            hasil, _ = tulisan_orang.hasil_bantuan(b)
            self.bantuan.addWidget(Teks(f"{b.kegiatan} ({b.tahun}), {b.tahap}: {hasil}", bungkus=True))
        if not orang.bantuan:
            self.bantuan.addWidget(Teks(self.tr("Belum pernah ditetapkan sebagai penerima."), "redup", bungkus=True))
        self.berkas.atur(orang.berkas)

    # --- deciding ----------------------------------------------------------------------------------------------------

    def putuskan(self, tombol: int) -> None:
        """Decide this usulan as the key says."""
        if self._usulan is None or not self.konteks.boleh(Hak.VERIFIKASI):
            return
        usulan = (self._usulan.baris.usulan_id,)
        if tombol == 0:
            perintah = DialogPutusan.ask(self, usulan, self._alasan, self._hari_ini, self.konteks.pelaku.nama)
        else:
            cocok = [p for p in self._pilihan if p.tombol == tombol]
            perintah = Perintah(usulan, cocok[0].hasil, cocok[0].alasan_kode) if cocok else None
        if perintah is not None:
            self.antrean.tambah(perintah)

    @Slot(object)
    def _berubah(self, usulan: tuple[UUID, ...]) -> None:
        if self._usulan is not None and self._usulan.baris.usulan_id in usulan and self.isVisible():
            self._muat(self._usulan.baris.usulan_id)

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        tombol = kejadian.key() - Qt.Key.Key_0.value
        if 0 <= tombol <= 9:
            self.putuskan(tombol)
        elif kejadian.key() == Qt.Key.Key_Escape:
            self.kembali.emit()
        else:
            super().keyPressEvent(kejadian)


def rincian(b: BarisVerifikasi, orang: HalamanOrang) -> list[tuple[str, str]]:
    """Give what decides: identifiers in full, because here they are compared with the card."""
    return [
        ("NIK", kelompokkan(b.nik) if b.nik else "belum ada"),
        ("No. KK", kelompokkan(b.no_kk) if b.no_kk else "belum ada"),
        ("Lahir", ", ".join(filter(None, (b.tempat_lahir, waktu.tanggal(b.tanggal_lahir) if b.tanggal_lahir else "")))),
        ("Umur", f"{b.umur} tahun" if b.umur is not None else ""),
        ("Jenis kelamin", tulisan_orang.jenis_kelamin(b.jenis_kelamin)),
        ("Kategori", tulisan_orang.kategori(b.kategori)),
        ("Ragam disabilitas", b.ragam_disabilitas),
        ("Alamat", ", ".join(filter(None, (tulisan.alamat(b), orang.desa)))),
        ("Wali", b.wali),
        ("Telepon", tampilkan_telepon(b.telepon) if b.telepon else ""),
        ("Desil", str(b.desil) if b.desil else ""),
        ("Keterangan desa", b.keterangan),
        ("Catatan", "Ada hasil pemeriksaan yang perlu dilihat" if b.perlu_periksa else ""),
    ]
