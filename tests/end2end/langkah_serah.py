"""The steps after the decree: vendor and bank, money, papers, the table in the village hall, monev."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.penyaluran import BarisSerah
from tests.end2end.berkas import Slip
from tests.end2end.langkah_jendela import Pegawai, buka_pekerjaan
from tests.end2end.tangan import Tuts
from ui.dokumen.halaman import HalamanDokumen
from ui.monev.dialog import DialogKunjungan, DialogSampel
from ui.monev.halaman import HalamanMonev
from ui.pembayaran.dialog import DialogPencairan, DialogSetoran
from ui.pembayaran.pencairan import HalamanPencairan
from ui.pembayaran.perjanjian import DialogMitra, DialogPerjanjian, HalamanPerjanjian
from ui.penetapan.dialog import DialogKalimat
from ui.penyaluran.daftar import DialogBanyak, HalamanPenyaluran
from ui.penyaluran.dana import DialogDana
from ui.penyaluran.dialog import DialogGagal, DialogMeja, DialogWakil
from ui.penyaluran.mode import HalamanModePenyaluran

# --- vendor, bank, money ----------------------------------------------------------------------------------------------


def catat_mitra(p: Pegawai, halaman: HalamanPerjanjian, nama: str) -> None:
    """Add a bank or vendor to the office's list."""
    t = p.tangan

    def isi(dialog: DialogMitra) -> None:
        t.isi(dialog, Nama=nama, Jenis="Bank", Telepon="0532 000000")
        t.potret(dialog, "mitra")
        t.setuju(dialog)

    t.jawab(lambda: t.tekan(halaman, "Tambah mitra"), DialogMitra, isi)


def catat_surat(p: Pegawai, tombol: str, mitra: str, nomor: str, *, mitra_baru: bool = False) -> None:
    """Record the letter that a step waits for, with its mitra; the kind of the letter is chosen already."""
    t, halaman = p.tangan, buka_pekerjaan(p, tombol, HalamanPerjanjian)
    if mitra_baru:
        t.potret(p.jendela, "perjanjian-kosong")
        catat_mitra(p, halaman, mitra)

    def isi(dialog: DialogPerjanjian) -> None:
        t.isi(dialog, Mitra=mitra, Nomor_surat_kita=nomor)
        t.potret(dialog, "perjanjian")
        t.setuju(dialog)

    t.jawab(lambda: t.tekan(halaman, "Catat surat"), DialogPerjanjian, isi)
    assert nomor in [b.nomor for b in halaman.surat.semua]
    t.potret(p.jendela, "perjanjian-tercatat")
    t.tekan(halaman, "Kembali")


def catat_sp2d(p: Pegawai, nomor: str, nilai: int) -> None:
    """Record the SP2D of the only tahap."""
    t, halaman = p.tangan, buka_pekerjaan(p, "Buka pencairan", HalamanPencairan)
    t.potret(p.jendela, "pencairan-kosong")

    def isi(dialog: DialogPencairan) -> None:
        t.isi(dialog, Nomor_SP2D=nomor)
        t.isi_satu(dialog, "Nilai", nilai)
        t.potret(dialog, "sp2d")
        t.setuju(dialog)

    t.jawab(lambda: t.tekan(halaman, "Catat SP2D"), DialogPencairan, isi)
    t.potret(p.jendela, "pencairan-tercatat")
    t.tekan(halaman, "Kembali")


def catat_setoran(p: Pegawai, nomor: str, nilai: int, alasan: str) -> list[str]:
    """Record money given back; return what the cards say then: SP2D, tersalur, disetor, masih."""
    t, halaman = p.tangan, buka_pekerjaan(p, "Buka pencairan", HalamanPencairan)

    def isi(dialog: DialogSetoran) -> None:
        t.isi(dialog, Nomor_STS=nomor)
        t.isi_satu(dialog, "Nilai", nilai)
        t.isi_satu(dialog, "Alasan setoran", alasan)
        t.potret(dialog, "sts")
        t.setuju(dialog)

    t.klik(halaman.lembar.tabBar(), halaman.lembar.tabBar().tabRect(1).center())
    t.jawab(lambda: t.tekan(halaman, "Catat setoran"), DialogSetoran, isi)
    t.potret(p.jendela, "setoran-tercatat")
    kata = [k.accessibleName().split(" ")[1] for k in halaman.angka]
    t.tekan(halaman, "Kembali")
    return kata


# --- papers -----------------------------------------------------------------------------------------------------------


def simpan_dokumen(p: Pegawai, monkeypatch: pytest.MonkeyPatch, judul: str, ke: Path) -> Path:
    """Choose a paper on the page Dokumen, look at it, and save it."""
    t, halaman = p.tangan, p.halaman(HalamanDokumen)
    t.diam()
    model = halaman.daftar.model()
    baris = [n for n in range(model.rowCount()) if model.index(n, 0).data().startswith(judul)]
    assert baris, f"“{judul}” tidak ada di antara {[model.index(n, 0).data() for n in range(model.rowCount())]}"
    halaman.daftar.scrollTo(model.index(baris[0], 0))
    t.klik(halaman.daftar.viewport(), halaman.daftar.visualRect(model.index(baris[0], 0)).center())
    t.tunggu(lambda: halaman.nama.text().startswith(judul))
    t.diam()
    t.potret(p.jendela, f"dokumen-{ke.stem}")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(ke), ""))
    t.tekan(halaman, "Simpan")
    t.tunggu(lambda: halaman.kaki.alasan.text() == f"Tersimpan: {ke.name}")
    t.diam()
    return ke


def riwayat_cetakan(p: Pegawai) -> list[str]:
    """Return what was printed, the newest first, as the page Dokumen lists it."""
    t = p.tangan
    p.ke_tab("Dokumen")
    halaman = p.halaman(HalamanDokumen)
    t.diam()
    t.klik(halaman.lembar.tabBar(), halaman.lembar.tabBar().tabRect(1).center())
    t.potret(p.jendela, "riwayat-cetakan")
    return [b.judul for b in halaman.riwayat.model.semua]


# --- hand-over --------------------------------------------------------------------------------------------------------


def catat_dana(p: Pegawai, halaman: HalamanPenyaluran, kecuali: Collection[str]) -> None:
    """Record that the money is on the accounts of everybody but these."""
    t = p.tangan
    t.ke_baris(halaman.tabel, 0)
    t.kunci(halaman.tabel, "Ctrl+A")
    for nomor in [n for n, b in enumerate(halaman.tabel.tampak) if b.nama in kecuali]:
        t.ke_baris(halaman.tabel, nomor, bersama=Tuts.ControlModifier)

    def isi(dialog: DialogDana) -> None:
        t.isi(dialog, Keterangan="Rekening koran")
        t.potret(dialog, "dana-masuk")
        t.setuju(dialog)

    t.jawab(halaman.dana.trigger, DialogDana, isi)
    t.diam()


def buka_mode(p: Pegawai, tempat: str, tanpa_dana: Collection[str] = ()) -> HalamanModePenyaluran:
    """Open Mode Penyaluran at a place; where money goes to accounts it is there already, but not for `tanpa_dana`."""
    t, halaman = p.tangan, buka_pekerjaan(p, "Buka penyaluran", HalamanPenyaluran)
    t.potret(p.jendela, "penyaluran")
    if tanpa_dana:
        catat_dana(p, halaman, tanpa_dana)

    def isi(dialog: DialogMeja) -> None:
        t.isi(dialog, Tempat=tempat)
        t.potret(dialog, "meja-penyaluran")
        t.setuju(dialog)

    t.jawab(lambda: t.tekan(halaman, "Mode Penyaluran"), DialogMeja, isi)
    mode = p.halaman(HalamanModePenyaluran)
    t.potret(p.jendela, "mode-kosong")
    return mode


def pindai(p: Pegawai, mode: HalamanModePenyaluran, kode: str) -> str:
    """Scan a receipt as a scanner does, key by key with Enter behind it; return the name on the screen."""
    t = p.tangan
    t.berfokus(mode.cari)
    p.qtbot.keyClicks(mode.cari, kode)
    t.kunci(mode.cari, "Return")
    assert mode.tumpukan.currentWidget() is mode.kartu, mode.kosong.accessibleName()
    return mode.kartu.nama.text()


def _terhitung(p: Pegawai, mode: HalamanModePenyaluran, kata: str) -> None:
    p.tangan.tunggu(lambda: mode.tersimpan.text() == "tersimpan")
    p.tangan.diam()
    assert mode.kartu.status.text() == kata


def terima_sendiri(p: Pegawai, mode: HalamanModePenyaluran) -> None:
    """F2."""
    p.tangan.kunci(mode.cari, "F2")
    _terhitung(p, mode, "Diterima sendiri")


def diwakilkan(p: Pegawai, mode: HalamanModePenyaluran, nama: str, hubungan: str, surat: str) -> None:
    """F4."""
    t = p.tangan

    def isi(dialog: DialogWakil) -> None:
        t.isi(dialog, Nama=nama, Hubungan=hubungan, Surat_kuasa=surat)
        t.potret(dialog, "diwakilkan")
        t.setuju(dialog)

    t.jawab(lambda: t.kunci(mode.cari, "F4"), DialogWakil, isi)
    _terhitung(p, mode, "Diwakilkan")


def tidak_tersalur(p: Pegawai, mode: HalamanModePenyaluran, sebab: str) -> None:
    """F6."""
    t = p.tangan

    def isi(dialog: DialogGagal) -> None:
        t.isi(dialog, Sebab=sebab)
        t.potret(dialog, "tidak-tersalur")
        t.setuju(dialog)

    t.jawab(lambda: t.kunci(mode.cari, "F6"), DialogGagal, isi)
    _terhitung(p, mode, sebab)


def batalkan_terakhir(p: Pegawai, mode: HalamanModePenyaluran, alasan: str) -> None:
    """Take the last act back."""
    t = p.tangan

    def isi(dialog: DialogKalimat) -> None:
        t.isi(dialog, Alasan=alasan)
        t.setuju(dialog)

    t.jawab(lambda: t.pintasan(p.jendela, "Ctrl+Z"), DialogKalimat, isi)


def tolak_kedua(p: Pegawai, mode: HalamanModePenyaluran, slip: Slip) -> None:
    """Scan somebody who has had it: the page says when and from whom, and no key hands it out again."""
    t = p.tangan
    assert pindai(p, mode, slip.kode) == slip.nama
    t.potret(p.jendela, "mode-kedua")
    sebelum = mode.hitungan.angka.text()
    assert not any(tombol.isEnabled() for tombol in mode.kartu.tombol.values())
    assert "dicatat Operator Uji" in mode.kartu.catatan.text()
    t.kunci(mode.cari, "F2")
    t.diam()
    assert mode.hitungan.angka.text() == sebelum


def keluar_mode(p: Pegawai, mode: HalamanModePenyaluran) -> None:
    """Leave Mode Penyaluran for the list."""
    p.tangan.tekan(mode, "Selesai")
    p.tangan.diam()


def catat_sisanya(p: Pegawai, tempat: str) -> None:
    """Enter the papers of the day for everybody who has no outcome yet, all at once."""
    t, halaman = p.tangan, p.halaman(HalamanPenyaluran)
    t.pilih(halaman.status, "Belum")
    t.diam()
    belum: list[BarisSerah] = halaman.tabel.tampak
    t.ke_baris(halaman.tabel, 0)
    t.kunci(halaman.tabel, "Ctrl+A")
    for nomor in [n for n, b in enumerate(belum) if b.keadaan.dicatat_di_meja]:  # was absent, and still is
        t.ke_baris(halaman.tabel, nomor, bersama=Tuts.ControlModifier)
    assert halaman.tabel.terpilih == [b for b in belum if not b.keadaan.dicatat_di_meja]

    def isi(dialog: DialogBanyak) -> None:
        t.isi(dialog, Hasil="Diterima sendiri", Tempat=tempat)
        t.potret(dialog, "catat-banyak")
        t.setuju(dialog)

    t.jawab(lambda: t.tekan(halaman, "Catat yang dipilih"), DialogBanyak, isi)
    t.pilih(halaman.status, "Semua keadaan")
    t.diam()
    t.potret(p.jendela, "penyaluran-tercatat")
    t.tekan(halaman, "Kembali")


# --- monev ------------------------------------------------------------------------------------------------------------


def monev(p: Pegawai, jumlah: int, kendala: Mapping[int, str]) -> None:
    """Draw a sample and record a visit to everybody on it; `kendala` says what was wrong, by the visit's number."""
    t, halaman = p.tangan, buka_pekerjaan(p, "Buka monev", HalamanMonev)
    t.potret(p.jendela, "monev-kosong")

    def tarik(dialog: DialogSampel) -> None:
        t.isi(dialog, Cara="Jumlah ditentukan")
        t.isi_satu(dialog, "Jumlah orang", jumlah)
        t.potret(dialog, "sampel")
        t.setuju(dialog)

    t.jawab(lambda: t.tekan(halaman, "Tarik sampel"), DialogSampel, tarik)
    for ke in range(jumlah):

        def isi(dialog: DialogKunjungan, ke: int = ke) -> None:
            t.isi_satu(dialog, "Menerima bantuan", "Ya")
            t.isi_satu(dialog, "Jumlah sesuai", "Ya")
            if ke in kendala:
                t.isi_satu(dialog, "Kendala", kendala[ke])
            t.potret(dialog, "kunjungan")
            t.setuju(dialog)

        t.jawab(lambda: t.tekan(halaman, "Catat kunjungan"), DialogKunjungan, isi)
    t.potret(p.jendela, "monev-tercatat")
    t.tekan(halaman, "Kembali")
