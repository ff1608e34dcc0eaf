"""Backup and the check of everything that is kept."""

from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan, ukuran
from app.cadangan import HasilPeriksa, cadangan_terakhir, cadangkan, periksa, titik_otomatis
from app.jobs import JobContext
from db.istilah import Zona
from ui import pesan
from ui.jobs import Area
from ui.komponen import Gulir, JenisTombol, Kartu, Teks, Tombol, baris, kolom
from ui.pengaturan.bagian import Bagian

SARINGAN = "Cadangan Salur (*.salur)"


def kalimat_periksa(hasil: HasilPeriksa) -> str:
    """Say what the check found, in words."""
    if hasil.baik:
        return f"Basis data, jejak, dan {bilangan(hasil.lampiran_diperiksa)} lampiran utuh."
    bagian = []
    if hasil.basis_data:
        bagian.append("Basis data rusak: jangan menulis lagi, pulihkan cadangan terakhir.")
    if hasil.jejak_rusak:
        bagian.append(f"{bilangan(len(hasil.jejak_rusak))} baris jejak tidak bersambung dengan baris sebelumnya.")
    if hasil.lampiran_hilang:
        bagian.append(f"Lampiran hilang: {', '.join(hasil.lampiran_hilang[:5])}.")
    if hasil.lampiran_rusak:
        bagian.append(f"Lampiran rusak: {', '.join(hasil.lampiran_rusak[:5])}.")
    return " ".join(bagian)


class BagianCadangan(Bagian):
    """When the last backup was made, making one, and checking the store."""

    judul = "Cadangan dan pemeriksaan data"
    penjelasan = "Simpan cadangan di diska lain, misalnya diska luar yang disimpan terpisah dari laptop ini."

    def bangun(self) -> None:
        self.terakhir = Teks("", "tebal")
        self.otomatis = Teks("", "redup", bungkus=True)
        self.hasil = Teks("", bungkus=True)
        self.buat = Tombol(
            self.tr("&Buat cadangan…"), JenisTombol.UTAMA, "database-backup", klik=self._pilih_tujuan
        )  # fmt: skip
        self.buat.setEnabled(self.konteks.boleh(Hak.CADANGAN))
        self.cek = Tombol(self.tr("&Periksa data"), nama_ikon="shield-check", klik=self.periksa_data)
        cadangan = Kartu(self.tr("Cadangan")).tambah(
            self.terakhir,
            self.otomatis,
            Teks(
                self.tr("Satu berkas memuat semua data dan lampiran, terenkripsi dengan kunci yang sama."),
                "redup",
                bungkus=True,
            ),
            baris(self.buat, None),
        )
        pulih = Kartu(self.tr("Memulihkan")).tambah(
            Teks(
                self.tr(
                    "Cadangan dipulihkan saat Salur tertutup, supaya tidak ada yang menulis pada waktu yang sama: "
                    "tutup Salur, lalu jalankan perintah salur pulihkan diikuti nama berkas cadangan. "
                    "Data yang sekarang tidak dihapus, melainkan disisihkan."
                ),
                "redup",
                bungkus=True,
            )
        )
        cek = Kartu(self.tr("Pemeriksaan")).tambah(
            Teks(
                self.tr("Membaca seluruh basis data, jejak, dan lampiran tanpa mengubah apa pun."),
                "redup",
                bungkus=True,
            ),
            baris(self.cek, None),
            self.hasil,
        )
        isi = QWidget()
        isi.setLayout(kolom(cadangan, cek, pulih, None, jarak=10))
        self.isi.addWidget(Gulir(isi))

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            pada = cadangan_terakhir(kerja)
            zona = Zona(kerja.kantor.zona)
        self.terakhir.setText(
            self.tr("Cadangan terakhir: {saat}").format(saat=waktu.saat_lengkap(pada, zona))
            if pada
            else self.tr("Belum pernah ada cadangan.")
        )

        self.otomatis.setText(self._kata_otomatis(zona))

    def _kata_otomatis(self, zona: Zona) -> str:
        titik = titik_otomatis(self.konteks.ruang.toko.folder)
        if not titik:
            return self.tr("Cadangan otomatis dibuat sendiri setiap setengah jam selama Salur terbuka.")
        return self.tr(
            "Cadangan otomatis di laptop ini: {banyak} titik, terakhir {saat}, di folder {folder}. "
            "Gunanya bila ada salah langkah; laptop yang hilang membawanya serta."
        ).format(banyak=len(titik), saat=waktu.saat_lengkap(titik[0][0], zona), folder=titik[0][1].parent)

    def _pilih_tujuan(self) -> None:
        with self.konteks.membaca() as kerja:
            usul = f"Salur_{kerja.hari_ini().isoformat()}.salur"
        awal = str(Path(QDir.homePath()) / usul)
        nama, _ = QFileDialog.getSaveFileName(self, self.tr("Simpan cadangan"), awal, SARINGAN)
        if nama:
            self.cadangkan_ke(Path(nama))

    def cadangkan_ke(self, tujuan: Path) -> None:
        """Write a backup to a file."""
        ruang, pelaku = self.konteks.ruang, self.konteks.pelaku

        def kerja(job: JobContext) -> object:
            return cadangkan(ruang, pelaku, tujuan, job=job)

        def usai(hasil: object) -> None:
            self.muat()
            self.konteks.bus.umumkan(Area.KANTOR)
            pesan.info(
                self,
                self.tr("Cadangan sudah dibuat"),
                self.tr("{berkas}, {ukuran}. Isinya sudah dibaca kembali dan utuh.").format(
                    berkas=tujuan.name, ukuran=ukuran(getattr(hasil, "ukuran", 0))
                ),
            )

        self.konteks.jobs.jalankan(self.tr("Membuat cadangan"), kerja, berhasil=usai, induk=self)

    def periksa_data(self) -> None:
        """Check everything and say what was found."""
        ruang, pelaku = self.konteks.ruang, self.konteks.pelaku
        self.hasil.setText("")
        self.konteks.jobs.jalankan(
            self.tr("Memeriksa data"),
            lambda job: periksa(ruang, pelaku, job=job),
            berhasil=lambda hasil: self.hasil.setText(kalimat_periksa(hasil)),
            induk=self,
        )
