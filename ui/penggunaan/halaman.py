"""Who has reported on the use of the aid, who is late, and what they say: recorded, reminded, looked at."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.alasan import STATUS_PENGGUNAAN
from app.bahasa.angka import bilangan, rupiah
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.penggunaan.batas import atur_batas, batas_hari
from app.penggunaan.laporan import (
    BarisLaporan,
    DataLaporan,
    StatusLaporan,
    catat_laporan,
    daftar_laporan,
    lampirkan_laporan,
    ringkas,
    tarik_laporan,
)
from app.wilayah import Peta, peta_kantor
from ui.dokumen.lihat import lihat_lampiran
from ui.dokumen.tujuan import TujuanDokumen
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    JenisTombol,
    KartuAngka,
    Kolom,
    KosongState,
    ModelTabel,
    Pilihan,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.pilih_berkas import SARINGAN
from ui.komponen.tabel_luwes import TabelLuwes
from ui.komponen.teks import TeksTerbatas
from ui.penetapan.dialog import DialogKalimat
from ui.penggunaan.dialog import DialogBatas, DialogLaporan
from ui.tema import Nada

NADA = {
    StatusLaporan.DITERIMA: Nada.BAIK,
    StatusLaporan.MENUNGGU: Nada.NETRAL,
    StatusLaporan.TERLAMBAT: Nada.BAHAYA,
}


def kata_status(b: BarisLaporan) -> str:
    """Say where a report stands, and how late it is."""
    kata = STATUS_PENGGUNAAN[b.status]
    return f"Terlambat {bilangan(b.hari_lambat)} hari" if b.hari_lambat else kata


def baca_banyak(jalur: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Read files that are attached."""
    return [(satu.name, satu.read_bytes()) for satu in jalur]


class HalamanPenggunaan(Halaman):
    """The reports of one kegiatan."""

    judul = "Laporan penggunaan"
    dengar = frozenset({Area.PENYALURAN, Area.KEGIATAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._peta = Peta()
        self._semua: list[BarisLaporan] = []
        self.nama = TeksTerbatas(kanan=True)
        kata = (self.tr("wajib melapor"), self.tr("sudah"), self.tr("belum"), self.tr("terlambat"))
        self.angka = tuple(KartuAngka("0", satu) for satu in kata)
        self._buat_tabel()
        self._buat_tombol()
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        judul = Teks(self.tr("Laporan penggunaan bantuan"), "judul")
        atas = baris(kembali, judul, None, self.nama, self.surat, self.catat, jarak=12)
        saring = baris(self.status, self.dipilih, None, self.waktu, jarak=10)
        bawah = baris(None, self.lihat, self.lampir, self.tarik)
        tata = kolom(atas, baris(*self.angka, jarak=10), saring, self.tumpukan, bawah, jarak=10, tepi=(24, 14, 24, 12))
        tata.setStretch(3, 1)
        self.setLayout(tata)
        self.setFocusProxy(self.tabel)

    def _buat_tombol(self) -> None:
        self.surat = Tombol(self.tr("Surat &pengingat…"), nama_ikon="mail", klik=self.buka_surat)
        self.catat = Tombol(self.tr("&Catat laporan…"), JenisTombol.UTAMA, "plus", klik=self.catat_laporan)
        self.waktu = Tombol(self.tr("&Batas waktu…"), nama_ikon="calendar-check", klik=self.atur_waktu)
        self.lihat = Tombol(self.tr("&Lihat bukti"), nama_ikon="eye", klik=self.lihat_bukti)
        self.lampir = Tombol(self.tr("&Susulkan bukti…"), nama_ikon="paperclip", klik=self.susulkan)
        self.tarik = Tombol(self.tr("&Tarik catatan…"), nama_ikon="undo-2", klik=self.tarik_catatan)
        self.waktu.setEnabled(self.konteks.boleh(Hak.KEGIATAN))
        self.surat.setVisible(self.konteks.boleh(Hak.DOKUMEN))

    def _buat_tabel(self) -> None:
        self.model: ModelTabel[BarisLaporan] = ModelTabel(
            [
                Kolom("Nama", lambda b: b.nama, lebar=210),
                Kolom("Desa/kelurahan", lambda b: self._peta.nama(b.kode_desa) if b.kode_desa else "—", lebar=150),
                Kolom("Nilai", lambda b: b.nilai, lambda n: rupiah(n) if n else "—", lebar=125, kanan=True),
                Kolom("Diterima", lambda b: b.diserahkan, waktu.tanggal_pendek, lebar=105),
                Kolom("Batas waktu", lambda b: b.batas, waktu.tanggal_pendek, lebar=105),
                Kolom("Keadaan", kata_status, lebar=165, nada=lambda b: NADA[b.status]),
                Kolom("Penggunaan", self._guna, lebar=0, petunjuk=self._guna),
                Kolom("Bukti", lambda b: len(b.laporan.lampiran) if b.laporan else 0, lebar=60, kanan=True),
            ]
        )
        self.tabel = TabelLuwes(self.model, nama=self.judul, luwes={3: 1200, 2: 1000})
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tabel.dibuka.connect(lambda b: self.konteks.buka("orang", b.orang_id))
        self.kosong = KosongState("", "", "file-text")
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        pilihan = [(s, STATUS_PENGGUNAAN[s]) for s in StatusLaporan]
        self.status = Pilihan(pilihan, kosong=self.tr("Semua keadaan"))
        self.status.setAccessibleName(self.tr("Saring keadaan"))
        self.status.setMinimumWidth(180)
        self.status.currentIndexChanged.connect(self._muat)
        self.dipilih = Teks("", "redup")

    def _guna(self, b: BarisLaporan) -> str:
        if b.laporan is None:
            return "—"
        rinci = "; ".join(f"{g.untuk} {rupiah(g.rupiah)}" for g in b.laporan.guna)
        return f"{rinci} (selisih {rupiah(abs(b.selisih))})" if b.selisih else rinci

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self._peta = peta_kantor(kerja)
            self._hari_ini = kerja.hari_ini()
            self.nama.setText(nama_kegiatan(kerja, self.kegiatan_id))
            self._hari = batas_hari(kerja, self.kegiatan_id)
            self._semua = daftar_laporan(kerja, self.kegiatan_id)
        r = ringkas(self._semua)
        for kartu, n in zip(self.angka, (r.wajib, r.diterima, r.menunggu, r.terlambat), strict=True):
            kartu.atur(bilangan(n))
        self.surat.setEnabled(r.terlambat > 0)
        self.surat.setToolTip("" if r.terlambat else self.tr("Belum ada laporan yang terlambat."))
        self._muat()

    @Slot()
    def _muat(self) -> None:
        tampil = [b for b in self._semua if self.status.nilai in (None, b.status)]
        self.model.atur(tampil)
        self.tumpukan.setCurrentWidget(self.tabel if tampil else self.kosong)
        if self._semua:
            self.kosong.atur(self.tr("Tidak ada yang cocok"), self.tr("Lepaskan saringan keadaan."))
        elif self._hari is None:
            saran = self.tr("Atur batas waktunya bila penerima kegiatan ini wajib melapor.")
            self.kosong.atur(self.tr("Laporan tidak diminta"), saran)
        else:
            saran = self.tr("Daftar ini terisi setelah bantuan diserahkan.")
            self.kosong.atur(self.tr("Belum ada yang wajib melapor"), saran)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        satu: list[BarisLaporan] = self.tabel.terpilih
        boleh = self.konteks.boleh(Hak.MONEV) and len(satu) == 1
        ada = satu[0].laporan if len(satu) == 1 else None
        self.catat.setEnabled(boleh)
        self.lampir.setEnabled(boleh and ada is not None)
        self.tarik.setEnabled(boleh and ada is not None)
        self.lihat.setEnabled(ada is not None and bool(ada.lampiran))
        self.dipilih.setText("" if satu else self.tr("Pilih satu orang untuk mencatat laporannya."))

    # --- acts --------------------------------------------------------------------------------------------------------

    def _simpan(self, judul: str, kerja: Callable[[Kerja], object]) -> None:
        self.konteks.tulis(judul, kerja, induk=self, berhasil=lambda _: self.segarkan(), ubah=(Area.KEGIATAN,))

    def catat_laporan(self) -> None:
        """Record the report of the chosen recipient; one recorded before is replaced."""
        satu: BarisLaporan = self.tabel.terpilih[0]
        jawab = DialogLaporan.ask(self, satu, self._hari_ini)
        if jawab is None:
            return

        def jalan(kerja: Kerja) -> UUID:
            isi = DataLaporan(jawab.tanggal, jawab.guna, jawab.keterangan, baca_banyak(jawab.berkas))
            return catat_laporan(kerja, self.kegiatan_id, satu.usulan_id, isi)

        self._simpan(self.tr("Menyimpan laporan"), jalan)

    def susulkan(self) -> None:
        """Add proof that followed."""
        satu: BarisLaporan = self.tabel.terpilih[0]
        nama, _ = QFileDialog.getOpenFileNames(self, self.tr("Susulkan bukti"), "", SARINGAN)
        if nama:
            self._simpan(
                self.tr("Menyimpan bukti"),
                lambda kerja: lampirkan_laporan(
                    kerja, self.kegiatan_id, satu.usulan_id, baca_banyak([Path(n) for n in nama])
                ),
            )

    def lihat_bukti(self) -> None:
        """Show each piece of proof."""
        satu: BarisLaporan = self.tabel.terpilih[0]
        for lampiran_id in satu.laporan.lampiran if satu.laporan else ():
            lihat_lampiran(self, self.konteks, lampiran_id, satu.nama)

    def tarik_catatan(self) -> None:
        """Withdraw the chosen report, with a reason."""
        satu: BarisLaporan = self.tabel.terpilih[0]
        kata = self.tr("Laporan {nama} tidak lagi dihitung. Catatannya tetap tersimpan.").format(nama=satu.nama)
        alasan = DialogKalimat.ask(
            self, self.tr("Tarik catatan laporan?"), kata, self.tr("&Alasan"), self.tr("&Tarik catatan")
        )
        if alasan is not None:
            self._simpan(
                self.tr("Menarik catatan"),
                lambda kerja: tarik_laporan(kerja, self.kegiatan_id, satu.usulan_id, alasan=alasan),
            )

    def atur_waktu(self) -> None:
        """Ask by when reports are due."""
        jawab = DialogBatas.ask(self, self._hari)
        if jawab is not None:
            (hari,) = jawab
            self._simpan(self.tr("Menyimpan batas waktu"), lambda kerja: atur_batas(kerja, self.kegiatan_id, hari))

    def buka_surat(self) -> None:
        """Go to the letters that remind, one for each desa."""
        self.konteks.buka("dokumen", TujuanDokumen(self.kegiatan_id, ("surat-penggunaan",)))
