"""The steps of an operator's work at the window, each as short as it is told: sign in, import, decide …"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from app.kalender import kalender_kantor
from app.sop.halaman import HalamanLangkah
from db.istilah import StatusLangkah, Tingkat
from tests.end2end.tangan import PenyampaiDitunggu, Tangan
from tests.helpers.toko import SANDI, JamUji
from ui.beranda.halaman import HalamanBeranda
from ui.gerbang import Gerbang
from ui.halaman import Halaman
from ui.impor.halaman import HASIL, KOLOM, PILIH, SAMA, SIMPAN, HalamanImpor
from ui.jendela import Jendela
from ui.masuk import HalamanMasuk
from ui.meja.dialog import DialogKecuali, DialogKertas, DialogSelesai
from ui.meja.halaman import HalamanMeja
from ui.meja.kegiatan_baru import DialogKegiatan
from ui.meja.langkah import PanelLangkah
from ui.orang.halaman import HalamanOrang
from ui.orang.tulisan import hasil_bantuan
from ui.penetapan.dialog import DialogSk
from ui.penetapan.halaman import HalamanPenetapan
from ui.verifikasi.halaman import HalamanVerifikasi

H = TypeVar("H", bound=Halaman)
LEBAR, TINGGI = 1366, 728


@dataclass
class Pegawai:
    """Somebody of the office at the computer; `jam` is the clock on the wall."""

    qtbot: QtBot
    folder: Path
    jam: JamUji
    tangan: Tangan
    gerbang: Gerbang

    @classmethod
    def datang(cls, qtbot: QtBot, folder: Path, jam: JamUji, penyampai: PenyampaiDitunggu) -> "Pegawai":
        """Start the program."""
        gerbang = Gerbang(folder)
        gerbang.mulai()
        tangan = Tangan(qtbot, penyampai)
        tangan.jobs = gerbang.jobs
        return cls(qtbot, folder, jam, tangan, gerbang)

    def hari_kerja_lewat(self, hari: int = 1) -> None:
        """Let working days of the office pass, while somebody is signed in."""
        with self.jendela.konteks.membaca() as kerja:
            tujuan = kalender_kantor(kerja).tambah_hari_kerja(self.hari_ini, hari)
        self.jam.kini += tujuan - self.hari_ini

    @property
    def hari_ini(self) -> date:
        return self.jam.kini.date()

    # --- in and out --------------------------------------------------------------------------------------------------

    @property
    def jendela(self) -> Jendela:
        jendela = self.gerbang.jendela
        assert isinstance(jendela, Jendela)
        return jendela

    def masuk(self, nama: str) -> None:
        """Sign in on the first page."""
        t = self.tangan
        t.tunggu(lambda: isinstance(self.gerbang.awal.tumpukan.currentWidget(), HalamanMasuk))
        halaman = self.gerbang.awal.tumpukan.currentWidget()
        assert isinstance(halaman, HalamanMasuk)
        t.potret(halaman, "masuk")
        t.ketik(halaman.nama, nama)
        t.kunci(halaman.nama, "Return")
        self.qtbot.keyClicks(halaman.sandi, SANDI)
        t.tekan(halaman, "Masuk")
        t.tunggu(lambda: self.gerbang.jendela is not None)
        self.jendela.showNormal()
        self.jendela.resize(LEBAR, TINGGI)
        self.qtbot.waitExposed(self.jendela)
        t.diam()
        t.potret(self.jendela, f"awal-{nama}")

    def keluar(self) -> None:
        """Sign out through the menu of the account."""
        menu = self.jendela.atas.akun.menu()
        menu.popup(self.jendela.mapToGlobal(self.jendela.rect().center()))
        self.tangan.dari_menu(menu, "Keluar dari akun")
        self.tangan.tunggu(lambda: self.gerbang.jendela is None)

    def tutup(self) -> None:
        """Close the window; the program ends."""
        self.tangan.diam()
        assert self.jendela.close()
        self.gerbang.tutup()

    # --- where one is ------------------------------------------------------------------------------------------------

    def ke_tab(self, judul: str) -> None:
        """Press a tab of the bar."""
        self.tangan.tekan(self.jendela.atas, judul)
        self.tangan.diam()

    def halaman(self, kelas: type[H]) -> H:
        """Return the page that lies on top; it must be this one."""
        self.tangan.tunggu(lambda: isinstance(self.jendela.tumpukan.atas, kelas))
        halaman = self.jendela.tumpukan.atas
        assert isinstance(halaman, kelas)
        return halaman

    @property
    def meja(self) -> HalamanMeja:
        return self.halaman(HalamanMeja)

    @property
    def panel(self) -> PanelLangkah:
        return self.meja.panel

    @property
    def langkah(self) -> HalamanLangkah:
        """What the page of the step shows now."""
        self.tangan.diam()
        assert self.panel.halaman is not None
        return self.panel.halaman


# --- kegiatan and step ------------------------------------------------------------------------------------------------


def buat_kegiatan(p: Pegawai, nama: str, bentuk: str, nilai: int) -> None:
    """+ Kegiatan baru."""
    t = p.tangan

    def isi(dialog: DialogKegiatan) -> None:
        t.isi(dialog, SOP="Bansos Disabilitas")
        t.isi_satu(dialog, "Nama kegiatan", nama)
        t.isi_satu(dialog, "Bentuk bantuan", bentuk)
        t.isi_satu(dialog, "Nilai per penerima", nilai)
        t.potret(dialog, "kegiatan-baru")
        t.setuju(dialog)

    t.jawab(lambda: t.pintasan(p.jendela, "Ctrl+N"), DialogKegiatan, isi)
    t.tunggu(lambda: p.panel.halaman is not None and p.panel.halaman.nama_kegiatan == nama)
    t.potret(p.jendela, "langkah-1")


def ke_langkah(p: Pegawai, ke: int) -> None:
    """Look at a step, done or not, through the row of steps above."""
    t = p.tangan
    t.diam()
    t.tekan(p.panel.stepper, f"Langkah {ke} dari")
    t.tunggu(lambda: p.langkah.langkah.urutan == ke)


def buka_pekerjaan(p: Pegawai, kata: str, kelas: type[H]) -> H:
    """Press a button of the step's own work and come to its page."""
    p.tangan.diam()
    p.tangan.tekan(p.panel.pekerjaan, kata)
    return p.halaman(kelas)


def buka_dokumen(p: Pegawai, kata: str = "Cetak dokumen langkah ini") -> None:
    """Go from the step to its papers on the page Dokumen."""
    p.tangan.diam()
    p.tangan.tekan(p.panel.pekerjaan, kata)
    p.tangan.diam()


def centang(p: Pegawai, *nama: str) -> None:
    """Tick documents of the checklist by their accessible names."""
    t = p.tangan
    for satu in nama:
        t.diam()
        kotak = t.tombol(p.panel.kelengkapan, satu)
        assert not kotak.isChecked(), f"{satu} sudah dicentang"
        t.klik(kotak)
        t.diam()
        assert t.tombol(p.panel.kelengkapan, satu).isChecked(), f"centang {satu} tidak tersimpan"


def selesaikan(p: Pegawai, ke: int) -> None:
    """Finish step `ke`; what came out of it is written already, and the next step opens by itself."""
    t, sebelum = p.tangan, p.langkah
    assert sebelum.langkah.urutan == ke
    assert not [h.kalimat for h in sebelum.menahan]

    def isi(dialog: DialogSelesai) -> None:
        assert dialog.hasil.text(), "hasil langkah tidak terisi sendiri"
        t.potret(dialog, f"selesaikan-{ke}")
        t.setuju(dialog)

    t.jawab(lambda: t.klik(p.panel.selesai), DialogSelesai, isi)
    t.tunggu(lambda: p.langkah.pelaksanaan_id != sebelum.pelaksanaan_id)
    t.potret(p.jendela, f"langkah-{ke + 1}")


def selesaikan_terakhir(p: Pegawai, ke: int) -> None:
    """Finish the last step: the program says that the kegiatan has ended."""
    t = p.tangan

    assert p.langkah.langkah.urutan == ke
    with t.pesan("Kegiatan selesai"):
        t.jawab(lambda: t.klik(p.panel.selesai), DialogSelesai, t.setuju)


def centang_per_desa(p: Pegawai, dokumen: str, *desa: str) -> None:
    """Unfold a document that every desa brings and tick it for these."""
    t = p.tangan
    t.diam()
    t.tekan(p.panel.kelengkapan, dokumen)
    for satu in desa:
        t.diam()
        t.klik(t.tombol(p.panel.kelengkapan, satu))
        t.diam()
        assert t.tombol(p.panel.kelengkapan, satu).isChecked(), f"centang {dokumen} {satu} tidak tersimpan"
    t.potret(p.jendela, "kelengkapan-desa")
    t.tekan(p.panel.kelengkapan, dokumen)


def centang_semua_kecuali(p: Pegawai, dokumen: str, nama: str) -> None:
    """Tick a document of every person but one."""
    t = p.tangan

    def isi(dialog: DialogKecuali) -> None:
        nomor = [b.nama for b in dialog.tabel.tampak].index(nama)
        t.ke_baris(dialog.tabel, nomor)
        t.potret(dialog, "semua-kecuali")
        assert dialog.jumlah.text().startswith("1 tetap belum lengkap")
        t.setuju(dialog)

    t.diam()
    t.jawab(lambda: t.tekan(p.panel.kelengkapan, f"{dokumen}: semua lengkap"), DialogKecuali, isi)


# --- import -----------------------------------------------------------------------------------------------------------


def impor(
    p: Pegawai,
    monkeypatch: pytest.MonkeyPatch,
    berkas: Sequence[Path],
    betulkan: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Import files through the five steps of the wizard; return how many usulan were stored."""
    t, wisaya = p.tangan, buka_pekerjaan(p, "Impor berkas desa", HalamanImpor)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(b) for b in berkas], ""))
    assert wisaya.rangka.kini == PILIH
    t.tekan(wisaya, "Pilih berkas")
    t.potret(p.jendela, "impor-1")
    t.tekan(wisaya, "Lanjut")
    for halaman in (KOLOM, HASIL, SAMA):
        t.tunggu(lambda h=halaman: wisaya.rangka.kini == h)
        t.diam()
        t.potret(p.jendela, f"impor-{halaman + 1}")
        if halaman == HASIL:
            for nama, nik in betulkan.items():
                betulkan_nik(p, wisaya, nama, nik)
        if halaman == SAMA:
            t.tekan(wisaya.sama, "Orang berbeda")
            t.diam()
        t.tekan(wisaya, "Lanjut")
    t.tunggu(lambda: wisaya.rangka.kini == SIMPAN)
    t.potret(p.jendela, "impor-5")
    t.tekan(wisaya, "Simpan")
    t.tunggu(lambda: wisaya.simpan.sesudah.isVisible())
    t.potret(p.jendela, "impor-tersimpan")
    banyak = int(wisaya.simpan.hasil.text().split()[0])
    t.tekan(wisaya, "Selesai")
    return banyak


def betulkan_nik(p: Pegawai, wisaya: HalamanImpor, nama: str, nik: str) -> None:
    """Mend the NIK of a rejected row where it stands: F2, type, Enter."""
    t, tabel = p.tangan, wisaya.hasil.tabel
    t.tekan(wisaya.hasil, "Ditolak")
    t.ke_baris(tabel, next(n for n, b in enumerate(tabel.tampak) if b.nama == nama))
    t.kunci(tabel, "Return")
    kotak = tabel.findChild(QLineEdit)
    assert isinstance(kotak, QLineEdit)
    t.kunci(kotak, "Ctrl+A")
    p.qtbot.keyClicks(kotak, nik)
    with p.qtbot.waitSignal(wisaya.kerja.berubah):
        t.kunci(kotak, "Return")
    t.diam()
    assert not [b for b in wisaya.hasil.model.semua if b.nama == nama and b.tingkat == Tingkat.DITOLAK]


# --- verification and decree ------------------------------------------------------------------------------------------


def verifikasi(p: Pegawai, tidak_layak: Mapping[str, str]) -> None:
    """Decide every usulan by digit keys: 1 layak, the others what the legend says (`tidak_layak`: name → digit)."""
    t, lembar = p.tangan, buka_pekerjaan(p, "Buka lembar verifikasi", HalamanVerifikasi)
    t.potret(p.jendela, "verifikasi")
    t.ke_baris(lembar.tabel, 0)
    banyak = len(lembar.model.semua)
    for _ in range(banyak):
        kini = lembar.tabel.kini
        assert kini is not None
        t.kunci(lembar.tabel, tidak_layak.get(kini.nama, "1"))
    t.tunggu(lambda: lembar.antrean.kosong)
    t.diam()
    t.potret(p.jendela, "verifikasi-selesai")
    assert lembar.angka.text() == f"{banyak} dari {banyak} usulan diputuskan"
    t.tekan(lembar, "Kembali")


def tetapkan(p: Pegawai, nomor: str, tanggal: date) -> int:
    """Freeze the list and record the decree; return how many people are on it."""
    t, halaman = p.tangan, buka_pekerjaan(p, "Buka daftar penetapan", HalamanPenetapan)
    t.potret(p.jendela, "penetapan-1")
    t.tekan(halaman, "Susun daftar penerima")
    t.diam()
    t.potret(p.jendela, "penetapan-2")
    assert "1 orang belum diketahui desanya" in halaman.keraguan.text()

    def isi(dialog: DialogSk) -> None:
        t.isi_satu(dialog, "Nomor SK", nomor)
        t.isi_satu(dialog, "Tanggal SK", tanggal)
        t.isi_satu(dialog, "Nama", "H. Contoh Bupati")
        t.isi_satu(dialog, "Jabatan", "Bupati Lamandau")
        t.potret(dialog, "catat-sk")
        t.setuju(dialog)

    with t.pesan("SK tercatat, dengan catatan"):
        t.jawab(lambda: t.tekan(halaman, "Catat SK"), DialogSk, isi)
    t.potret(p.jendela, "penetapan-3")
    banyak = len(halaman.penerima.model.semua)
    t.tekan(halaman, "Kembali")
    return banyak


def catat_tanda_tangan(p: Pegawai, sebagai: str, nama: str, jabatan: str) -> None:
    """Record that somebody outside signed on paper."""
    t = p.tangan

    def isi(dialog: DialogKertas) -> None:
        t.isi(dialog, Sebagai=sebagai, Nama=nama, Jabatan=jabatan)
        t.potret(dialog, "tanda-tangan-di-kertas")
        t.setuju(dialog)

    t.diam()
    t.jawab(lambda: t.tekan(p.panel.pengesahan, "Catat tanda tangan di kertas"), DialogKertas, isi)
    t.potret(p.jendela, "tanda-tangan-tercatat")


# --- looking back -----------------------------------------------------------------------------------------------------


def periksa_beranda(p: Pegawai) -> None:
    """The first page knows that the only kegiatan has ended."""
    beranda = p.halaman(HalamanBeranda)
    p.tangan.tunggu(lambda: beranda.isi is not None)
    assert beranda.isi is not None
    assert (len(beranda.isi.kegiatan), beranda.isi.selesai) == (0, 1)


def periksa_selesai(p: Pegawai, nama: str, langkah: int) -> None:
    """All steps stand among those that are done; the last one still shows what came out."""
    t = p.tangan
    p.ke_tab("Operator")
    model = p.meja.daftar.model()
    kepala = next(n for n in range(model.rowCount()) if model.index(n, 0).data().startswith("Selesai"))
    assert model.index(kepala, 0).data() == f"Selesai {langkah}"
    t.klik(p.meja.daftar.viewport(), p.meja.daftar.visualRect(model.index(kepala, 0)).center())
    t.klik(p.meja.daftar.viewport(), p.meja.daftar.visualRect(model.index(kepala + 1, 0)).center())
    t.potret(p.jendela, "selesai")
    assert p.langkah.nama_kegiatan == nama
    assert {titik.status for titik in p.langkah.tahapan} == {StatusLangkah.SELESAI}


def bantuan_orang(p: Pegawai, nama: str) -> list[tuple[str, str]]:
    """Look somebody up in Data PM/KPM; return the aid that the page shows: kegiatan and outcome."""
    t = p.tangan
    p.ke_tab("Data PM/KPM")
    halaman = p.halaman(HalamanOrang)
    if halaman.satu.isVisible():
        t.tekan(halaman.satu, "Kembali ke daftar")
    t.ketik(halaman.pencarian.cari, nama)
    t.kunci(halaman.pencarian.cari, "Return")
    t.diam()
    t.potret(p.jendela, "cari-orang")
    tabel = halaman.pencarian.tabel
    t.ke_baris(tabel, [o.nama for o in tabel.tampak].index(nama))
    t.kunci(tabel, "Return")
    t.potret(p.jendela, "orang")
    return [(b.kegiatan, hasil_bantuan(b)[0]) for b in halaman.satu.bantuan.tampak]
