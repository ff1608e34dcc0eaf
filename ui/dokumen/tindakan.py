"""Saving and printing a paper: where to, as what, done as a job, said when it is done."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.dokumen.isi import Permintaan
from app.jobs import JobContext
from app.kerja import Kerja
from reports.cetak import DokumenTersedia, HasilCetak, nama_berkas
from reports.cetak_pemeriksaan import nama_aman, simpan_berkas_pemeriksaan
from ui import pesan
from ui.dokumen import ingatan, kerja, tulisan
from ui.dokumen.dialog_desa import Cara, DialogDesa, DokumenDesa, JawabanDesa
from ui.dokumen.isian import IsianCetak
from ui.dokumen.pencetak import PilihPencetak
from ui.halaman import Konteks

T = TypeVar("T")


class TindakanDokumen(QObject):
    """The acts of the page. `kabar` carries what was done and the words of a link to its folder."""

    kabar = Signal(str, str)
    tersimpan = Signal()

    def __init__(self, konteks: Konteks, induk: QWidget) -> None:
        super().__init__(induk)
        self._konteks, self._induk = konteks, induk
        self._folder: Path | None = None
        self.ingatan = ingatan.baca(konteks.ruang.toko.folder)

    def ingat(self, **apa: Any) -> None:
        """Remember for another day."""
        baru = replace(self.ingatan, **apa)
        if baru != self.ingatan:
            self.ingatan = baru
            ingatan.simpan(self._konteks.ruang.toko.folder, baru)

    # --- acts --------------------------------------------------------------------------------------------------------

    def simpan(self, isi: kerja.IsiKegiatan, d: DokumenTersedia, isian: IsianCetak) -> None:
        """Ask where to, make the document there, and enter it in the register."""
        minta = isian.permintaan
        saran = str(self._folder_awal() / _nama(isi, d, isian, minta))
        saring = self.tr("Berkas PDF (*.pdf)") if d.format == "pdf" else self.tr("Buku kerja Excel (*.xlsx)")
        judul = self.tr("Menyimpan {judul}").format(judul=d.judul)
        nama, _ = QFileDialog.getSaveFileName(self._induk, judul, saran, saring)
        if not nama:
            return
        ke = Path(nama) if nama.lower().endswith(f".{d.format}") else Path(f"{nama}.{d.format}")

        def kerjakan(k: Kerja, ctx: JobContext) -> HasilCetak:
            return kerja.simpan(k, ctx, d.kode, isi.kegiatan_id, minta, ke)

        kata = self.tr("Tersimpan: {nama}").format(nama=ke.name)
        self._jalankan(judul, kerjakan, lambda _: self._kabarkan(kata, ke.parent))

    def simpan_per_desa(self, isi: kerja.IsiKegiatan, d: DokumenTersedia, isian: IsianCetak) -> None:
        """Ask for a folder and make one file for each desa in it."""
        judul = self.tr("Menyimpan satu berkas per desa")
        folder = QFileDialog.getExistingDirectory(self._induk, judul, str(self._folder_awal()))
        if not folder:
            return
        minta = {kode: isian.permintaan_desa(kode) for kode in d.desa}
        sebutan = {k: isi.desa.get(k, k) for k in d.desa}
        nama = kerja.nama_unik(d.kode, sebutan, isian.kata_tahap, lambda k: minta[k].tanggal)
        berkas = {kode: Path(folder) / nama[kode] for kode in d.desa}
        lama = [b.name for b in berkas.values() if b.exists()]
        if lama and not self._boleh_ganti(lama):
            return

        def kerjakan(k: Kerja, ctx: JobContext) -> tuple[Path, ...]:
            return kerja.simpan_per_desa(k, ctx, d.kode, isi.kegiatan_id, minta, berkas)

        kata = self.tr("Tersimpan {n} berkas").format(n=len(berkas))
        self._jalankan(judul, kerjakan, lambda _: self._kabarkan(kata, Path(folder)))

    def cetak(
        self, isi: kerja.IsiKegiatan, d: DokumenTersedia, isian: IsianCetak, halaman: Sequence[tuple[float, float]] = ()
    ) -> None:
        """Choose a printer, print the document, and enter it in the register; `halaman` are sizes of the preview."""
        ukuran = halaman[0] if halaman else isi.kertas
        pencetak = PilihPencetak.ask(
            self._induk, d.judul, self._konteks.jobs, ukuran, ringan=isian.ringan.isChecked(), jumlah=len(halaman)
        )
        if pencetak is None:
            return
        minta = replace(isian.permintaan, ringan=pencetak.ringan)
        nama = _nama(isi, d, isian, minta)

        def kerjakan(k: Kerja, ctx: JobContext) -> int:
            return kerja.cetak_kertas(k, ctx, d.kode, isi.kegiatan_id, minta, nama, pencetak)

        kata = self.tr("Dikirim ke printer: {n} halaman")
        judul = self.tr("Mencetak {judul}").format(judul=d.judul)
        self._jalankan(judul, kerjakan, lambda n: self._kabarkan(kata.format(n=n), None))

    def semua_desa(self, isi: kerja.IsiKegiatan, desa: str | None, *, ringan: bool) -> None:
        """Ask for a desa and its papers, and print or save them in the order of the work."""
        dokumen = [d for d in tulisan.urut_kerja(isi.dokumen) if d.siap and d.desa]
        pilihan = [DokumenDesa(d.kode, d.judul, d.format, d.desa) for d in dokumen]
        kode_desa = sorted({k for d in dokumen for k in d.desa}, key=lambda k: isi.desa.get(k, k))
        jawaban = DialogDesa.ask(
            self._induk, pilihan, [(k, isi.desa.get(k, k)) for k in kode_desa], isi.tahap,
            kini=desa or next(iter(kode_desa), None), terakhir=self.ingatan.desa,
        )  # fmt: skip
        if jawaban is None:
            return
        self.ingat(desa=jawaban.kode)
        pesanan = [self._pesanan(isi, kode, jawaban, ringan=ringan) for kode in jawaban.kode]
        if jawaban.cara is Cara.SIMPAN:
            self._simpan_pesanan(isi, pesanan)
        else:
            self._cetak_pesanan(isi, pesanan, isi.desa.get(jawaban.desa, jawaban.desa), ringan=ringan)

    def _pesanan(self, isi: kerja.IsiKegiatan, kode: str, jawaban: JawabanDesa, *, ringan: bool) -> kerja.Pesanan:
        tahap = jawaban.tahap if kode in tulisan.BERTAHAP and len(isi.tahap) > 1 else None
        if tahap is None and kode in tulisan.SATU_TAHAP and len(isi.tahap) > 1:
            tahap = isi.tahap[0][0]
        lama = tulisan.cetakan_sama(isi.riwayat, kode, jawaban.desa, tahap, publik=False)
        hari = isi.hari_ini if lama is None or kode in tulisan.KEADAAN else lama.tanggal
        minta = Permintaan(jawaban.desa, tahap, tanggal=hari, ringan=ringan)
        kata = dict(isi.tahap).get(tahap, "") if tahap is not None else ""
        nama = nama_berkas(kode, desa=isi.desa.get(jawaban.desa, jawaban.desa), tahap=kata, tanggal=hari)
        return kerja.Pesanan(kode, minta, nama)

    def _simpan_pesanan(self, isi: kerja.IsiKegiatan, pesanan: list[kerja.Pesanan]) -> None:
        judul = self.tr("Menyimpan semua dokumen satu desa")
        folder = QFileDialog.getExistingDirectory(self._induk, judul, str(self._folder_awal()))
        if not folder:
            return
        lama = [p.nama for p in pesanan if (Path(folder) / p.nama).exists()]
        if lama and not self._boleh_ganti(lama):
            return

        def kerjakan(k: Kerja, ctx: JobContext) -> tuple[Path, ...]:
            return kerja.simpan_pesanan(k, ctx, isi.kegiatan_id, pesanan, Path(folder))

        kata = self.tr("Tersimpan {n} berkas").format(n=len(pesanan))
        self._jalankan(judul, kerjakan, lambda _: self._kabarkan(kata, Path(folder)))

    def _cetak_pesanan(self, isi: kerja.IsiKegiatan, pesanan: list[kerja.Pesanan], desa: str, *, ringan: bool) -> None:
        judul = self.tr("{n} dokumen {desa}").format(n=len(pesanan), desa=desa)
        pencetak = PilihPencetak.ask(self._induk, judul, self._konteks.jobs, isi.kertas, ringan=ringan)
        if pencetak is None:
            return

        def kerjakan(k: Kerja, ctx: JobContext) -> int:
            return kerja.cetak_pesanan(k, ctx, isi.kegiatan_id, pesanan, pencetak)

        kata = self.tr("Dikirim ke printer: {n} halaman")
        self._jalankan(judul, kerjakan, lambda n: self._kabarkan(kata.format(n=n), None))

    def berkas_pemeriksaan(self, kegiatan_id: UUID, nama_kegiatan: str) -> None:
        """Ask for a folder and put everything that an auditor asks about the kegiatan into one inside it."""
        judul = self.tr("Menyimpan berkas pemeriksaan")
        folder = QFileDialog.getExistingDirectory(self._induk, judul, str(self._folder_awal()))
        if not folder:
            return
        ke = Path(folder) / f"Berkas pemeriksaan {nama_aman(nama_kegiatan)}"

        def kerjakan(k: Kerja, ctx: JobContext) -> int:
            return simpan_berkas_pemeriksaan(k, kegiatan_id, ke, ctx=ctx)

        kata = self.tr("Berkas pemeriksaan tersimpan: {n} berkas dan indeksnya")
        self._jalankan(judul, kerjakan, lambda n: self._kabarkan(kata.format(n=n), ke))

    def _jalankan(
        self, judul: str, kerjakan: Callable[[Kerja, JobContext], T], berhasil: Callable[[T], object]
    ) -> None:
        self._konteks.tulis_lama(judul, kerjakan, induk=self._induk, berhasil=berhasil)

    def _boleh_ganti(self, lama: list[str]) -> bool:
        contoh = ", ".join(lama[:3]) + ("…" if len(lama) > 3 else "")
        return pesan.tanya(
            self._induk, self.tr("Ganti berkas lama?"),
            self.tr("Di folder itu sudah ada {n} berkas bernama sama: {contoh}").format(n=len(lama), contoh=contoh),
            ya=self.tr("&Ganti {n} berkas").format(n=len(lama)), bahaya=True,
        )  # fmt: skip

    # --- afterwards --------------------------------------------------------------------------------------------------

    def _kabarkan(self, kata: str, folder: Path | None) -> None:
        self._folder = folder
        if folder is not None:
            self.ingat(folder=str(folder))
        self.tersimpan.emit()
        self.kabar.emit(kata, self.tr("Buka &folder") if folder is not None else "")

    @Slot()
    def buka_folder(self) -> None:
        """Show the folder that the last file went to, in the system's own program."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _folder_awal(self) -> Path:
        lama = Path(self.ingatan.folder) if self.ingatan.folder else None
        if lama is not None and lama.is_dir():
            return lama
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _nama(isi: kerja.IsiKegiatan, d: DokumenTersedia, isian: IsianCetak, minta: Permintaan) -> str:
    """Suggest a file name that says what it is; a copy for the notice board says so."""
    desa = isi.desa.get(minta.desa, "") if minta.desa else ""
    siapa = " ".join(filter(None, (isian.orang.nama if minta.orang else "", "" if minta.orang else desa)))
    nama = nama_berkas(d.kode, desa=siapa, tahap=isian.kata_tahap, tanggal=minta.tanggal)
    return nama if not minta.publik else nama.replace(f".{d.format}", f"_publik.{d.format}")
