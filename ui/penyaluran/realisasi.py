"""The sheet for the bank or the post, out and back: looked at before anything is recorded."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from app.bahasa.angka import bilangan, rupiah
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.jobs import JobContext
from app.kerja import Kerja
from app.lembar_kembali import BarisLembar
from app.penyaluran.realisasi import (
    Realisasi,
    SelSalah,
    baca_realisasi,
    masukkan_realisasi,
    periksa_realisasi,
)
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import DialogSalur, Kolom, ModelTabel, TabelData, Teks
from ui.komponen.bertanya import bertanya

SARINGAN = "Buku kerja Excel (*.xlsx)"


class DialogRealisasi(DialogSalur):
    """Says what a sheet would record; with a wrong cell in it there is nothing to agree to."""

    def __init__(self, induk: QWidget | None, r: Realisasi) -> None:
        super().__init__(
            induk, "Realisasi dari bank atau pos", kalimat_realisasi(r), setuju="&Catat semuanya",
            nama_ikon="check-check", lebar=720,
        )  # fmt: skip
        bisa = not r.salah and bool(r.dibayar or r.gagal)
        self.setuju.setVisible(bisa)
        self.batal.setText(self.tr("&Batal") if bisa else self.tr("&Tutup"))
        self.model: ModelTabel[SelSalah] = ModelTabel(
            [
                Kolom("Sel", lambda s: s.sel, lebar=80),
                Kolom("Nama", lambda s: s.nama or "—", lebar=180),
                Kolom("Sebab", lambda s: kalimat(s.sebab), lebar=0, petunjuk=lambda s: kalimat(s.sebab)),
            ],
            r.salah,
        )
        tabel = TabelData(self.model, nama=self.tr("Sel yang belum dapat diterima"))
        tabel.setMinimumHeight(200)
        tabel.setVisible(bool(r.salah))
        self.tambah(tabel if r.salah else Teks(rincian_gagal(r), "redup", bungkus=True))
        if not r.salah:
            self.isi.addStretch(1)

    @property
    def jawaban(self) -> bool:
        return True

    @classmethod
    def ask(cls, induk: QWidget | None, r: Realisasi) -> bool:
        """Show what would be recorded; True when it is agreed to."""
        return bool(bertanya(cls(induk, r)))


def kalimat_realisasi(r: Realisasi) -> str:
    """Sum up a sheet."""
    if r.salah:
        return f"{bilangan(len(r.salah))} sel belum dapat diterima. Perbaiki lalu pilih lagi; belum ada yang dicatat."
    gagal = sum(r.gagal.values())
    bagian = [f"{bilangan(r.dibayar)} dibayar ({rupiah(r.rupiah)})", f"{bilangan(gagal)} gagal"]
    if r.kosong:
        bagian.append(f"{bilangan(r.kosong)} belum diisi")
    return ", ".join(bagian) + "."


def rincian_gagal(r: Realisasi) -> str:
    """Say why the failed ones failed."""
    if not r.gagal:
        return "Semua yang terisi dibayar." if r.dibayar else "Belum ada baris yang diisi."
    return "Gagal karena: " + ", ".join(f"{label(h).lower()} {bilangan(n)}" for h, n in r.gagal.items()) + "."


class LembarRealisasi:
    """The two acts of the page: write the sheet, take a filled-in one back."""

    def __init__(self, konteks: Konteks, induk: QWidget, kegiatan_id: UUID) -> None:
        self._konteks, self._induk, self._kegiatan_id = konteks, induk, kegiatan_id

    def pilih_unduh(self, tahap_id: UUID | None, desa: str | None) -> None:
        """Ask where, and write the sheet."""
        awal = str(Path(QDir.homePath()) / "Lembar realisasi.xlsx")
        nama, _ = QFileDialog.getSaveFileName(self._induk, "Simpan lembar realisasi", awal, SARINGAN)
        if nama:
            self.unduh(Path(nama), tahap_id, desa)

    def unduh(self, ke: Path, tahap_id: UUID | None, desa: str | None) -> None:
        """Write the sheet of those who are still owed."""

        def jalan(kerja: Kerja, ctx: JobContext) -> int:
            from reports.lembar_realisasi import cetak_realisasi

            return cetak_realisasi(kerja, self._kegiatan_id, ke, tahap_id=tahap_id, desa=desa, ctx=ctx)

        def usai(n: int) -> None:
            isi = "Kirim ke bank atau pos. Setelah diisi, masukkan kembali berkasnya di halaman ini."
            pesan.info(self._induk, f"{bilangan(n)} penerima ditulis ke {ke.name}", isi)

        self._konteks.tulis_lama("Menulis lembar realisasi", jalan, induk=self._induk, berhasil=usai)

    def pilih_masuk(self) -> None:
        """Ask for a filled-in sheet, and take it back."""
        nama, _ = QFileDialog.getOpenFileName(
            self._induk, "Pilih lembar realisasi yang sudah diisi", QDir.homePath(), "Lembar sebar (*.xlsx *.ods *.xls)"
        )
        if nama:
            self.masukkan(Path(nama))

    def masukkan(self, berkas: Path) -> None:
        """Read a sheet and show what it would record."""

        def jalan(kerja: Kerja, ctx: JobContext) -> tuple[Realisasi, list[BarisLembar]]:
            ctx.lapor(0, None, f"Membaca {berkas.name}")
            semua = baca_realisasi(berkas, ctx)
            return periksa_realisasi(kerja, self._kegiatan_id, semua), semua

        self._konteks.baca_lama("Memeriksa lembar realisasi", jalan, induk=self._induk, berhasil=self._tanya)

    def _tanya(self, hasil: tuple[Realisasi, list[BarisLembar]]) -> None:
        ringkas, semua = hasil
        if not DialogRealisasi.ask(self._induk, ringkas):
            return
        self._konteks.tulis(
            "Mencatat realisasi",
            lambda kerja: masukkan_realisasi(kerja, self._kegiatan_id, semua),
            induk=self._induk,
            berhasil=lambda r: pesan.info(self._induk, "Realisasi dicatat", kalimat_realisasi(r)),
            ubah=(Area.PENYALURAN, Area.KEGIATAN),
        )
