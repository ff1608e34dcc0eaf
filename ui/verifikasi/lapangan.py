"""The form for the field as a workbook, out and back: what was taken, and what was not and why."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.jobs import JobContext
from app.kerja import Kerja
from app.verifikasi import BarisBermasalah, BarisHasil, RingkasanHasil, impor_hasil_verifikasi
from app.verifikasi.formulir import baca_formulir
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import DialogSalur, Kolom, ModelTabel, TabelData, Teks
from ui.komponen.bertanya import bertanya

SARINGAN = "Buku kerja Excel (*.xlsx)"


class DialogHasil(DialogSalur):
    """Says what became of a form; contradictions may be taken over on demand."""

    def __init__(self, induk: QWidget | None, r: RingkasanHasil) -> None:
        super().__init__(
            induk,
            "Hasil lembar verifikasi",
            kalimat_ringkas(r),
            setuju="&Tutup",
            lebar=720,
        )
        self.batal.hide()
        masalah = [*r.bertentangan, *r.ditolak]
        self.ganti = QCheckBox(self.tr("&Pakai hasil lembar ini untuk yang bertentangan"))
        self.ganti.setVisible(bool(r.bertentangan))
        self.ganti.toggled.connect(
            lambda ya: self.setuju.setText(self.tr("&Ganti putusan") if ya else self.tr("&Tutup"))
        )
        self.model: ModelTabel[BarisBermasalah] = ModelTabel(
            [
                Kolom("Baris", lambda b: b.baris, lebar=70, kanan=True),
                Kolom("Nama", lambda b: b.nama or "—", lebar=180),
                Kolom("Sebab", lambda b: kalimat(b.sebab), lebar=0, petunjuk=lambda b: kalimat(b.sebab)),
            ],
            masalah,
        )
        tabel = TabelData(self.model, nama=self.tr("Baris yang tidak diambil"))
        tabel.setMinimumHeight(180)
        tabel.setVisible(bool(masalah))
        self.tambah(Teks(self.tr("Semua baris terisi sudah diambil."), "redup") if not masalah else tabel, self.ganti)

    @property
    def jawaban(self) -> bool:
        return self.ganti.isChecked()

    @classmethod
    def ask(cls, induk: QWidget | None, r: RingkasanHasil) -> bool:
        """Show the result; True when contradictions are to be taken over."""
        return bool(bertanya(cls(induk, r)))


def kalimat_ringkas(r: RingkasanHasil) -> str:
    """Sum up what became of the rows."""
    bagian = (
        (r.dicatat, "putusan dicatat"),
        (r.sama, "sudah sama"),
        (r.kosong, "belum diisi"),
        (len(r.bertentangan), "bertentangan dengan putusan yang ada"),
        (len(r.ditolak), "tidak dapat dibaca"),
    )
    return ", ".join(f"{bilangan(n)} {kata}" for n, kata in bagian if n) + "."


class LembarLapangan:
    """The two acts of the verification page: download the form, take a filled-in one back."""

    def __init__(self, konteks: Konteks, induk: QWidget, kegiatan_id: UUID) -> None:
        self._konteks, self._induk, self._kegiatan_id = konteks, induk, kegiatan_id

    def pilih_unduh(self, desa: str | None) -> None:
        """Ask where, and write the form."""
        awal = str(Path(QDir.homePath()) / "Lembar verifikasi.xlsx")
        nama, _ = QFileDialog.getSaveFileName(self._induk, "Simpan lembar verifikasi", awal, SARINGAN)
        if nama:
            self.unduh(Path(nama), desa)

    def unduh(self, ke: Path, desa: str | None) -> None:
        """Write the form of all usulan, or of one desa's."""

        def jalan(kerja: Kerja, _ctx: JobContext) -> int:
            from reports.cetak_lapangan import cetak_lembar_verifikasi

            return cetak_lembar_verifikasi(kerja, self._kegiatan_id, ke, desa=desa)

        def usai(n: int) -> None:
            isi = "Isi kolom HASIL dan ALASAN di lapangan, lalu masukkan kembali berkasnya di halaman ini."
            pesan.info(self._induk, f"{bilangan(n)} usulan ditulis ke {ke.name}", isi)

        self._konteks.tulis_lama("Menulis lembar verifikasi", jalan, induk=self._induk, berhasil=usai)

    def pilih_masuk(self) -> None:
        """Ask for a filled-in form, and take it back."""
        nama, _ = QFileDialog.getOpenFileName(
            self._induk,
            "Pilih lembar verifikasi yang sudah diisi",
            QDir.homePath(),
            "Lembar sebar (*.xlsx *.ods *.xls)",
        )
        if nama:
            self.masukkan(Path(nama))

    def masukkan(self, berkas: Path) -> None:
        """Read a form and record its results in one transaction."""

        def jalan(kerja: Kerja, ctx: JobContext) -> tuple[RingkasanHasil, list[BarisHasil]]:
            ctx.lapor(0, None, f"Membaca {berkas.name}")
            semua = baca_formulir(berkas, ctx)
            return impor_hasil_verifikasi(kerja, self._kegiatan_id, semua), semua

        self._konteks.tulis_lama(
            "Memasukkan hasil verifikasi",
            jalan,
            induk=self._induk,
            berhasil=self._usai,
            ubah=(Area.USULAN, Area.KEGIATAN),
        )

    def _usai(self, hasil: tuple[RingkasanHasil, list[BarisHasil]]) -> None:
        ringkas, semua = hasil
        if DialogHasil.ask(self._induk, ringkas):
            nomor = {b.baris for b in ringkas.bertentangan}
            ulang = [b for b in semua if b.baris in nomor]
            self._konteks.tulis(
                "Mengganti putusan",
                lambda kerja: impor_hasil_verifikasi(kerja, self._kegiatan_id, ulang, ganti=True),
                induk=self._induk,
                ubah=(Area.USULAN, Area.KEGIATAN),
            )
