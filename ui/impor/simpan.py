"""The last page: what will be stored, and after that what was, with a way to take it back."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.bahasa.angka import bilangan
from app.usulan.simpan import Tersimpan
from ui.impor.buku import kata_perbandingan
from ui.impor.tulisan import Pandangan
from ui.komponen import JenisTombol, Kartu, KartuAngka, Teks, Tombol, baris, kolom, kosongkan
from ui.komponen.rincian import Rincian


class HalamanSimpan(QWidget):
    """The summary before, the receipt after."""

    def __init__(self) -> None:
        super().__init__()
        kata = (
            self.tr("siap disimpan"),
            self.tr("disimpan dengan tanda periksa"),
            self.tr("ditolak, tidak menjadi usulan"),
        )
        self.angka = tuple(KartuAngka("0", satu) for satu in kata)
        self.rincian = Rincian()
        self.desa = QVBoxLayout()
        self.hilang = Teks("", bungkus=True)
        self.kartu_hilang = Kartu(self.tr("Tidak ada lagi dalam kiriman pengganti")).tambah(self.hilang)
        self.sebelum = QWidget()
        self.sebelum.setLayout(
            kolom(
                baris(*self.angka, jarak=10),
                baris(
                    Kartu(self.tr("Yang akan disimpan")).tambah(self.rincian),
                    Kartu(self.tr("Per desa/kelurahan")).tambah(self.desa),
                    jarak=10,
                ),
                self.kartu_hilang,
                jarak=10,
            )
        )
        self.hasil = Teks("", "judul_kartu", bungkus=True)
        self.rincian_hasil = Rincian()
        self.batalkan = Tombol(self.tr("&Batalkan impor ini…"), JenisTombol.BAHAYA, "undo-2")
        self.unduh = Tombol(self.tr("&Unduh baris ditolak"), nama_ikon="download")
        self.surat = Tombol(self.tr("Su&rat perbaikan…"), nama_ikon="mail")
        self.buku = Tombol(self.tr("Buku i&mpor…"), JenisTombol.TAUTAN, "history")
        self.sesudah = Kartu(self.tr("Impor tersimpan"), self.buku).tambah(
            self.hasil, self.rincian_hasil, baris(self.unduh, self.surat, None, self.batalkan)
        )
        self.sesudah.hide()
        self.setLayout(kolom(self.sesudah, self.sebelum, None, jarak=10, tepi=(24, 0, 24, 10)))

    def muat(self, p: Pandangan, desa: dict[str, str]) -> None:
        """Sum the preview up."""
        r = p.ringkasan
        for kartu, n in zip(self.angka, (r.diterima, r.perlu_periksa, r.ditolak), strict=True):
            kartu.atur(bilangan(n))
        self.rincian.atur(
            [
                (self.tr("Berkas"), ", ".join(p.berkas)),
                (self.tr("Pengirim"), p.pengirim),
                (self.tr("Baris terbaca"), bilangan(r.baris)),
                (self.tr("Dibanding kiriman terdahulu"), kata_perbandingan(p.perbandingan)),
                (
                    self.tr("Berkas yang tidak dapat dipakai"),
                    ", ".join(n for n, _ in p.ditolak) or self.tr("tidak ada"),
                ),
            ]
        )
        kosongkan(self.desa)
        for kode, n in p.per_desa:
            nama = desa.get(kode, kode) if kode else self.tr("Desa belum diketahui")
            self.desa.addLayout(baris(Teks(nama), None, Teks(bilangan(n))))
        self.kartu_hilang.setVisible(bool(p.hilang))
        contoh = ", ".join(p.hilang[:8])
        kalimat = self.tr(
            "{n} orang dari kiriman sebelumnya tidak ada lagi: {nama}. Tidak ada yang dihapus; "
            "sesudah disimpan, usulannya dapat ditarik dari Buku impor bila memang dikeluarkan."
        )
        nama = contoh + ("…" if len(p.hilang) > 8 else "")
        self.hilang.setText(kalimat.format(n=bilangan(len(p.hilang)), nama=nama))

    def tunjukkan_tersimpan(self, t: Tersimpan) -> None:
        """Say what was stored."""
        self.sebelum.hide()
        self.sesudah.show()
        self.hasil.setText(self.tr("{n} usulan baru tersimpan.").format(n=bilangan(t.usulan_baru)))
        self.rincian_hasil.atur(
            [
                (self.tr("Orang yang baru dikenal"), bilangan(t.orang_baru)),
                (self.tr("Usulan lama yang diperbarui"), bilangan(t.diperbarui)),
                (self.tr("Perlu diperiksa saat verifikasi"), bilangan(t.ringkasan.perlu_periksa)),
                (self.tr("Ditolak, tersimpan dengan alasannya"), bilangan(t.ringkasan.ditolak)),
            ]
        )
        self.unduh.setVisible(t.ringkasan.ditolak > 0)
        self.surat.setVisible(t.ringkasan.ditolak + t.ringkasan.perlu_periksa > 0)
        self.batalkan.setFocus()

    def tunjukkan_batal(self, n: int) -> None:
        """Say that it was taken back."""
        self.hasil.setText(self.tr("Impor dibatalkan; {n} usulan ditarik kembali.").format(n=bilangan(n)))
        self.batalkan.hide()
        self.unduh.hide()
        self.surat.hide()
