"""The DTKS counter at the real window, by keys and scanner alone: under a minute, in few keys, timed in silence."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication, QFileDialog

from app.antrean import kenali
from app.waktu_loket import waktu_loket
from tests.end2end.langkah_jendela import Pegawai
from ui.dokumen.lihat import DialogLihat
from ui.loket.gabung import HalamanGabung
from ui.loket.halaman import HalamanLoket

NIK, NIK_DUA = "6209034105709001", "6209030101709002"


class Loket:
    """Who sits at the counter; every key is counted."""

    def __init__(self, p: Pegawai) -> None:
        self.p, self.tuts = p, 0
        p.tangan.pintasan(p.jendela, "F9")
        self.halaman = p.halaman(HalamanLoket)
        p.tangan.tunggu(lambda: p.jendela.focusWidget() is self.halaman.formulir.nik)

    def ketik(self, teks: str, *, dipindai: bool = False) -> None:
        """Type and press Enter; what a scanner sends costs nobody a key."""
        kotak = self.p.jendela.focusWidget()
        assert kotak is not None
        self.p.qtbot.keyClicks(kotak, teks)
        self.p.tangan.kunci(QApplication.activePopupWidget() or kotak, "Return")
        self.tuts += 0 if dipindai else len(teks) + 1

    def tekan(self, urut: str) -> None:
        self.p.tangan.pintasan(self.p.jendela, urut)
        self.tuts += 1

    def simpan(self) -> str:
        lama = self.halaman.nomor.text()
        self.tekan("F2")
        self.p.tangan.tunggu(lambda: self.halaman.nomor.text() != lama)
        self.p.tangan.diam()
        assert self.p.jendela.focusWidget() is self.halaman.formulir.nik, "ready for the next one"
        return self.halaman.nomor.text()

    def lewat(self, **lama: float) -> None:
        """Let time pass on the clock of the wall."""
        self.p.jam.kini += timedelta(**lama)


@pytest.mark.e2e
def test_the_counter_takes_somebody_in_with_few_keys(
    datang: Callable[[], Pegawai], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    p = datang()
    p.masuk("operator")
    loket = Loket(p)

    loket.ketik(NIK, dipindai=True)
    loket.lewat(seconds=20)
    for satu in ("Sarinah Usop", "", "guc"):
        loket.ketik(satu)
    loket.lewat(seconds=15)
    loket.tekan("Alt+B")
    p.tangan.tunggu(lambda: loket.halaman.kotak["fc_kk_ktp"].isChecked())
    loket.lewat(seconds=10)
    assert loket.simpan() == "0001/2026"
    assert loket.tuts <= 20, "a name, three letters of the desa, three Enters, Alt+B, F2"
    assert "berkas lengkap" in loket.halaman.terakhir.text()

    slip: list[DialogLihat] = []

    def lihat(dialog: DialogLihat) -> None:
        slip.append(dialog)
        p.tangan.potret(dialog, "slip-berkas")
        p.tangan.kunci(dialog, "Esc")

    p.tangan.jawab(lambda: loket.tekan("F6"), DialogLihat, lihat)
    assert slip[0].pratinjau is not None

    foto = tmp_path / "ktp.jpg"
    Image.new("RGB", (60, 40), "white").save(foto)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(foto), ""))
    loket.ketik(NIK_DUA)
    loket.lewat(minutes=7)
    for satu in ("Jumri Ilham", "", "guci"):
        loket.ketik(satu)
    p.tangan.klik(loket.halaman.tombol_foto["fc_kk_ktp"])
    assert loket.halaman.kotak["fc_kk_ktp"].isChecked()
    loket.lewat(minutes=3)
    loket.tekan("Alt+B")
    p.tangan.ketik(loket.halaman.nomor_buku, "460/77/Umum")
    assert loket.simpan() == "460/77/Umum"
    p.tangan.potret(p.jendela, "loket-sesudah")

    loket.ketik(NIK, dipindai=True)  # the same card again: told at once, and F2 takes nobody in twice
    assert "sudah terdaftar pada triwulan ini dengan nomor register 0001/2026" in loket.halaman.kabar.text()
    loket.tekan("F4")
    p.tangan.tunggu(lambda: loket.halaman.formulir.kosong)
    kegiatan = loket.halaman._kegiatan_id
    assert kegiatan is not None
    p.tutup()

    p = datang()
    p.masuk("operator")
    with p.jendela.konteks.membaca() as kerja:
        dikenal = kenali(kerja, NIK)
        assert dikenal is not None
        assert dikenal.nomor_register == "0001/2026"
        waktu = {w.langkah: (w.orang, w.terlama, w.sesuai) for w in waktu_loket(kerja, kegiatan)}
    assert waktu[1] == (2, 7.0, 1), "35 seconds and 7 minutes, against 5"
    assert waktu[2] == (2, 3.0, 2), "10 seconds and 3 minutes, against 15"
    gabung = HalamanGabung(p.jendela.konteks, kegiatan)
    p.jendela.dorong(gabung)
    p.tangan.diam()
    p.tangan.potret(p.jendela, "waktu-loket")
    assert "Loket: nilai tengah 3,8 menit, terlama 7,0 menit; 1 dari 2 pemohon sesuai" in gabung.waktu.text()
    p.tutup()
