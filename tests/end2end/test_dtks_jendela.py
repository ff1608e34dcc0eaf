"""The rejection loop of dtks at the real window: counter, gathering, SIKS-NG's refusals, the return, the next triwulan.

By clicks and keys over a real encrypted store that is closed and opened again.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.antrean import kenali
from app.kegiatan import daftar_kegiatan
from app.orang import lihat_orang
from app.siks.kembali import daftar_kembali
from app.sop.halaman import tahapan_kegiatan
from app.sop.pemohon import daftar_pemohon
from db.istilah import StatusLangkah, StatusUsulan
from tests.end2end import langkah_jendela as langkah
from tests.end2end.langkah_jendela import Pegawai
from ui.loket.ajukan_lagi import DialogAjukanLagi
from ui.loket.berkas import HalamanBerkas
from ui.loket.gabung import HalamanGabung
from ui.loket.halaman import HalamanLoket
from ui.siks.hasil import HalamanHasil
from ui.siks.kembali import HalamanKembali
from ui.siks.pengembalian import DialogPengembalian

PEMOHON = (
    ("6209034105709001", "Sarinah Usop", "Guci"),
    ("6209030101709002", "Jumri Ilham", "Guci"),
    ("6209030101809003", "Bambang Lestari", "Kujan"),
    ("6209034101859004", "Mariana Hidayat", "Kujan"),
)
DITOLAK = {"6209030101709002": "NIK tidak padan Dukcapil", "6209034101859004": "Sudah terdaftar di DTKS"}
NIK_BETUL = "6209030101709005"


def jawaban_siks(folder: Path) -> Path:
    """Write the file that SIKS-NG gives back."""
    buku = Workbook()
    lembar = buku.active
    lembar.append(["No", "NIK", "Nama", "Status Usulan", "Alasan Penolakan"])
    for n, (nik, nama, _) in enumerate(PEMOHON, 1):
        lembar.append([n, nik, nama, "DITOLAK" if nik in DITOLAK else "DITERIMA", DITOLAK.get(nik, "")])
    buku.save(folder / "hasil-siks.xlsx")
    return folder / "hasil-siks.xlsx"


def ketik(p: Pegawai, teks: str) -> None:
    """Type where the cursor is, and Enter."""
    kotak = p.jendela.focusWidget()
    p.qtbot.keyClicks(kotak, teks)
    p.tangan.kunci(QApplication.activePopupWidget() or kotak, "Return")  # a list that opened takes the keys


def aktifkan(p: Pegawai, jendela: QWidget) -> None:
    """Give a window the keys, as a desktop does with the one that is left.

    The machine without a screen may forget that after a menu, until another window had them in between.
    """
    lain = QWidget()
    p.qtbot.addWidget(lain)

    def coba() -> bool:
        for langkah_ini in (lain.show, lain.hide, jendela.activateWindow):
            langkah_ini()
            QApplication.processEvents()
        return jendela.isActiveWindow()

    p.tangan.tunggu(lambda: jendela.isActiveWindow() or coba())


def keluar(p: Pegawai) -> None:
    """Sign out, and sit before the sign-in page."""
    p.keluar()
    aktifkan(p, p.gerbang.awal)


def loket(p: Pegawai) -> HalamanLoket:
    """F9 from wherever one is."""
    p.tangan.pintasan(p.jendela, "F9")
    halaman = p.halaman(HalamanLoket)
    p.tangan.tunggu(halaman.formulir.nik.hasFocus)
    return halaman


def terima(p: Pegawai, halaman: HalamanLoket, nik: str, nama: str, desa: str, *, lengkap: bool = True) -> str:
    """Take somebody in by keyboard alone; return the number of the register."""
    t, lama = p.tangan, halaman.nomor.text()
    for satu in (nik, nama, "", desa):
        ketik(p, satu)
    assert halaman.formulir.desa.currentText() == desa
    t.pintasan(p.jendela, "Alt+B" if lengkap else "Alt+2")
    t.tunggu(lambda: halaman.kotak["surat_keterangan_desa"].isChecked())
    t.pintasan(p.jendela, "F2")
    t.tunggu(lambda: halaman.nomor.text() != lama)
    t.diam()
    return halaman.nomor.text()


def ke_langkah(p: Pegawai, nama: str) -> None:
    """Press a step in the stepper."""
    p.tangan.diam()
    p.tangan.tekan(p.panel.stepper, nama)
    p.tangan.diam()


def beri_paraf(p: Pegawai, peran: str) -> None:
    """A superior signs in, gives the paraf and leaves."""
    p.masuk(peran.lower())
    p.ke_tab(peran)
    p.tangan.diam()
    assert p.langkah.langkah.urutan == 4
    p.tangan.tekan(p.panel.pengesahan, f"Beri paraf {peran}")
    p.tangan.diam()
    assert all(b.diberikan for b in p.langkah.paraf if b.nama == peran)
    keluar(p)


def kumpulkan(p: Pegawai) -> None:
    """Complete who is short of papers, then close the gathering."""
    t = p.tangan
    berkas = langkah.buka_pekerjaan(p, "Daftar pemohon", HalamanBerkas)
    assert [b.nama for b in berkas.tabel.tampak] == ["Mariana Hidayat"]
    t.tekan(berkas, "Semua berkas ada")
    t.tekan(berkas, "Simpan berkas")
    t.tunggu(lambda: berkas.kaki.alasan.text() == "Berkas Mariana Hidayat lengkap.")
    t.tekan(berkas, "Kembali")
    ke_langkah(p, "Langkah 3")
    gabung = langkah.buka_pekerjaan(p, "Kumpulkan triwulan", HalamanGabung)
    t.potret(p.jendela, "kumpulkan")
    with t.pesan("Kumpulkan 4 pemohon?"), t.pesan("4 pemohon sudah dikumpulkan"):
        t.tekan(gabung, "Kumpulkan dan tutup")
    langkah.centang(p, "Draf SK finalisasi")
    langkah.selesaikan(p, 3)


def masukkan_hasil(p: Pegawai, berkas: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at SIKS-NG's file and take it over."""
    t, hasil = p.tangan, langkah.buka_pekerjaan(p, "Buka hasil SIKS-NG", HalamanHasil)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(berkas), ""))
    t.tekan(hasil, "Pilih berkas")
    t.diam()
    t.tunggu(hasil.simpan.isEnabled)
    assert [k._angka.text() for k in hasil.angka.values()] == ["2", "2", "0", "0"]
    t.potret(p.jendela, "hasil-siks")
    with t.pesan("2 diterima, 2 ditolak"):
        t.tekan(hasil, "Simpan hasil")
    alasan = {b.nik: b.alasan for b in hasil.orang.model.semua if b.status is StatusUsulan.DITOLAK_SISTEM}
    assert alasan == DITOLAK
    t.tekan(hasil, "Kembali")


def kembalikan(p: Pegawai) -> None:
    """One letter for each of the two desa."""
    t, halaman = p.tangan, langkah.buka_pekerjaan(p, "Buka daftar pengembalian", HalamanKembali)

    def isi(dialog: DialogPengembalian) -> None:
        t.isi_satu(dialog, "Nama TKSK", "Galuh Sari")
        for n, kotak in enumerate(dialog.nomor.values(), 1):
            t.ketik(kotak, f"460/{n}/Dinsos")
        t.potret(dialog, "surat-pengembalian")
        t.setuju(dialog)

    t.jawab(lambda: t.tekan(halaman, "Buat surat pengembalian"), DialogPengembalian, isi)
    assert [(d.desa, d.nomor_surat) for d in halaman.model.semua] == [
        ("Desa Guci", "460/1/Dinsos"), ("Desa Kujan", "460/2/Dinsos"),
    ]  # fmt: skip
    t.ke_baris(halaman.desa, 0)
    assert [(o.nama, o.alasan, o.diajukan_lagi) for o in halaman.model_orang.semua] == [
        ("Jumri Ilham", "NIK tidak padan Dukcapil", False)
    ]
    t.tekan(halaman, "Kembali")


def ajukan_lagi(p: Pegawai) -> None:
    """The mended applicant comes back to the counter with another NIK."""
    t, halaman = p.tangan, loket(p)

    def pilih(dialog: DialogAjukanLagi) -> None:
        t.ketik(dialog.cari, "Jumri")
        t.kunci(dialog.cari, "Return")  # finds, and takes the only one
        assert not dialog.isVisible()

    t.jawab(lambda: t.pintasan(p.jendela, "F3"), DialogAjukanLagi, pilih)
    assert "NIK tidak padan Dukcapil" in halaman.kabar.text()
    aktifkan(p, p.jendela)
    t.ketik(halaman.formulir.nik, NIK_BETUL)
    t.pintasan(p.jendela, "Alt+B")
    t.tunggu(lambda: halaman.kotak["fc_kk_ktp"].isChecked())
    t.pintasan(p.jendela, "F2")
    t.tunggu(lambda: halaman.nomor.text() == "0005/2026")
    t.potret(p.jendela, "ajukan-lagi")
    assert "ditautkan ke pengajuan yang ditolak · Usulan DTKS Triwulan II 2026" in halaman.terakhir.text()
    t.tekan(halaman, "Kembali")


def periksa_simpanan(p: Pegawai) -> None:
    """What the store says after it was closed and opened again."""
    with p.jendela.konteks.membaca() as kerja:
        dua, satu = (k.id for k in daftar_kegiatan(kerja, kode_sop="dtks"))
        titik = {t.urutan: t for t in tahapan_kegiatan(kerja, satu)}
        assert [titik[n].status for n in (3, 4, 5, 6)] == [StatusLangkah.SELESAI] * 3 + [StatusLangkah.BERJALAN]
        assert titik[4].keputusan == "ya"
        (baru,) = daftar_pemohon(kerja, dua)
        assert (baru.nama, baru.langkah) == ("Jumri Ilham", None)
        lagi = {o.nama: o.diajukan_lagi for d in daftar_kembali(kerja, satu) for o in d.orang}
        assert lagi == {"Jumri Ilham": True, "Mariana Hidayat": False}
        dikenal = kenali(kerja, NIK_BETUL)
        assert dikenal is not None
        assert dikenal.nomor_register == "0005/2026"
        orang = lihat_orang(kerja, dikenal.orang_id)
    assert [(u.kegiatan, u.status) for u in orang.usulan].count(
        ("Usulan DTKS Triwulan I 2026", StatusUsulan.DITOLAK_SISTEM)
    ) == 1
    assert len(orang.usulan) == 2
    assert [(k.bidang, k.lama, k.baru) for k in orang.koreksi] == [("nik", "6209030101709002", NIK_BETUL)]


@pytest.mark.e2e
def test_dtks_from_the_counter_through_the_refusal_to_the_next_triwulan(
    datang: Callable[[], Pegawai], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    p = datang()
    p.masuk("operator")
    halaman = loket(p)
    nomor = [terima(p, halaman, *satu, lengkap=satu is not PEMOHON[-1]) for satu in PEMOHON]
    assert nomor == ["0001/2026", "0002/2026", "0003/2026", "0004/2026"]
    assert halaman.jumlah.text() == "4 orang, 1 berkasnya kurang"
    p.tangan.potret(p.jendela, "loket")
    p.tangan.tekan(halaman, "Kembali")
    p.ke_tab("Operator")
    p.hari_kerja_lewat(2)
    kumpulkan(p)
    masukkan_hasil(p, jawaban_siks(tmp_path), monkeypatch)
    keluar(p)
    for peran in ("Kasi", "Kabid"):
        beri_paraf(p, peran)

    p.masuk("operator")
    p.ke_tab("Operator")
    langkah.selesaikan(p, 4)
    assert p.langkah.langkah.urutan == 5
    kembalikan(p)
    langkah.selesaikan(p, 5)
    assert p.langkah.langkah.urutan == 6
    p.hari_kerja_lewat(20)
    ajukan_lagi(p)
    p.tutup()

    p = datang()
    p.masuk("operator")
    p.ke_tab("Operator")
    periksa_simpanan(p)
    assert loket(p).jumlah.text() == "1 orang, 0 berkasnya kurang"
    p.tutup()
