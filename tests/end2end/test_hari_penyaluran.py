"""A day at the table, at the real window, by keys and scanner alone: every outcome, every refusal, a pulled plug.

Two points of one desa, money and rice in parts, one wali with three children. The codes are read off the printed
receipts and coupons. At the end the files are copied from under the running program, as a power cut leaves them.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app import akses
from app.barang import catat_barang_masuk
from app.kegiatan import DataBarang, buat_kegiatan
from app.mitra import DataMitra, catat_mitra
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import BarisSerah, catatan_terakhir, lihat_serah, ringkasan_penyaluran, semua_serah
from app.penyaluran.titik import BatasTitik
from app.spt import Jadwal, tambah_titik
from db.istilah import HasilSalur, JenisBantuan, StatusUsulan
from db.model import Orang, Usulan
from reports.cetak import cetak
from tests.end2end.berkas import baca_tanda_terima
from tests.end2end.langkah_jendela import Pegawai, buka_pekerjaan
from tests.end2end.tangan import PenyampaiDitunggu
from tests.helpers.kegiatan import DESA, beri_wali, isi_usulan
from tests.helpers.pdf import gambar_pdf
from tests.helpers.toko import KINI, SANDI, JamUji
from ui.komponen import DialogSalur
from ui.penyaluran.daftar import HalamanPenyaluran
from ui.penyaluran.dialog import (
    DialogAntar,
    DialogBatal,
    DialogGagal,
    DialogMeja,
    DialogSebagian,
    DialogWakil,
    DialogWali,
)
from ui.penyaluran.mode import HalamanModePenyaluran

HARI, SK = KINI.date(), date(2026, 2, 27)
NAMA, NILAI = "Bansos Uji 2026", 1_500_000
SINI, SANA = DESA[:2]
BALAI, SEKOLAH = "Balai Desa", "SDN 1"
WALI, NIK_WALI = "RINA SULASTRI", "6209034101809001"
SAKSI = ("Budi Santoso", "Joko Susilo")


@dataclass(frozen=True)
class Hari:
    """The people of the day as they are stored, and the codes as they were read off paper."""

    orang: list[BarisSerah]
    tanda_terima: dict[str, str]
    kupon: frozenset[str]

    @property
    def anak(self) -> list[BarisSerah]:
        return [b for b in self.orang if b.wali_nama]

    @property
    def umum(self) -> Iterator[BarisSerah]:
        """Those of the first point who have no wali."""
        return iter([b for b in self.orang if not b.wali_nama and b.kode_desa == SINI and b.rt != "002"])


@pytest.fixture
def hari(folder_salinan: Path, tmp_path: Path, jam: JamUji) -> Hari:
    """Prepare the office up to the morning of the hand-over."""
    ruang, pelaku = akses.masuk(folder_salinan, "serba", SANDI, jam=jam)
    with ruang.menulis(pelaku) as kerja:
        beras = DataBarang("Beras", "kg", 10)
        kegiatan = buat_kegiatan(
            kerja, kode_sop="rehsos", nama=NAMA, tahun=2026, jenis_bantuan=JenisBantuan.TUNAI, nominal=NILAI,
            barang=(beras,), mulai_langkah=7,
        )  # fmt: skip
        usulan = isi_usulan(kerja, kegiatan, 15, status=StatusUsulan.LAYAK, desa=(SINI,))
        isi_usulan(kerja, kegiatan, 2, status=StatusUsulan.LAYAK, desa=(SANA,), mulai=50)
        for satu in usulan[:3]:
            beri_wali(kerja, satu, WALI, NIK_WALI)
        kerja.sesi.get_one(Orang, kerja.sesi.get_one(Usulan, usulan[3]).orang_id).rt = "002"
        susun_penetapan(kerja, kegiatan)
        sahkan_sk(kerja, kegiatan, nomor="188.45/1/2026", tanggal=SK)
        tambah_titik(kerja, kegiatan, Jadwal(SINI, HARI, "08.30", BALAI, petugas=("Misnawati",)))
        tambah_titik(kerja, kegiatan, Jadwal(SINI, HARI, "08.30", SEKOLAH, batas=BatasTitik(("2",))))
        mitra = catat_mitra(kerja, DataMitra("CV Contoh", "vendor"))
        catat_barang_masuk(kerja, kegiatan, mitra, nomor="1", tanggal=HARI, barang=[DataBarang("Beras", "kg", 60)])
        for dokumen in ("tanda-terima", "kupon"):
            cetak(kerja, dokumen, kegiatan, tmp_path / f"{dokumen}.pdf")
        orang = list(semua_serah(kerja, kegiatan))
    ruang.tutup()
    slip = {s.nama: s.kode for s in baca_tanda_terima(tmp_path / "tanda-terima.pdf")}
    kupon = tmp_path / "kupon.pdf"
    halaman = (zxingcpp.read_barcodes(gambar_pdf(kupon, n)) for n in range(-(-len(orang) // 8)))
    return Hari(orang, slip, frozenset(k.text for satu in halaman for k in satu))


@pytest.fixture
def petugas(
    aplikasi: object, qtbot: QtBot, folder_salinan: Path, jam: JamUji, penyampai: PenyampaiDitunggu, hari: Hari
) -> Iterator[Callable[[], Pegawai]]:
    """Give a function that starts the program on the prepared office."""
    semua: list[Pegawai] = []

    def mulai() -> Pegawai:
        semua.append(Pegawai.datang(qtbot, folder_salinan, jam, penyampai))
        return semua[-1]

    yield mulai
    for satu in semua:
        satu.gerbang.tutup()


class Meja:
    """The operator at the table."""

    def __init__(self, p: Pegawai, mode: HalamanModePenyaluran) -> None:
        self.p, self.t, self.mode = p, p.tangan, mode

    def pindai(self, kode: str, akhir: tuple[str, ...] = ("Return",)) -> None:
        """Type as a scanner does, wherever the cursor is, with what it sends behind."""
        kotak = self.p.jendela.focusWidget()
        assert kotak is not None
        self.p.qtbot.keyClicks(kotak, kode)
        for tombol in akhir:
            self.t.kunci(self.p.jendela.focusWidget() or kotak, tombol)

    def orang(self, satu: BarisSerah, kode: str = "", akhir: tuple[str, ...] = ("Return",)) -> None:
        """Scan somebody and see that it is they."""
        self.pindai(kode or satu.kode, akhir)
        assert self.mode.tumpukan.currentWidget() is self.mode.kartu, self.mode.kosong.saran.text()
        assert self.mode.kartu.nama.text() == satu.nama

    def kunci(self, tombol: str, harap: str = "") -> None:
        """Press an outcome's key and wait until the screen says that it is kept."""
        self.t.kunci(self.mode.cari, tombol)
        self.tuntas(harap)

    def tanya(self, tombol: str, kelas: type[DialogSalur], isi: Callable[[DialogSalur], object], harap: str) -> None:
        """Press a key that asks first."""

        def jawab(dialog: DialogSalur) -> None:
            isi(dialog)
            self.t.potret(dialog, kelas.__name__)
            self.t.setuju(dialog)

        self.t.jawab(lambda: self.t.pintasan(self.p.jendela, tombol), kelas, jawab)
        self.tuntas(harap)

    def tuntas(self, harap: str) -> None:
        self.t.diam()
        self.t.tunggu(lambda: self.mode.tersimpan.text() == "tersimpan")
        if harap:
            assert self.mode.kartu.status.text() == harap
        assert self.p.jendela.focusWidget() is self.mode.cari, f"the next scan goes into {self.p.jendela.focusWidget()}"

    def ditolak(self, kode: str, *kata: str) -> None:
        """Scan what cannot be served here and read the one sentence that says why."""
        sebelum = self.hitungan
        self.pindai(kode)
        assert self.mode.tumpukan.currentWidget() is self.mode.kosong
        for satu in kata:
            assert satu in self.mode.kosong.saran.text()
        self.t.kunci(self.mode.cari, "F2")
        self.t.diam()
        assert self.hitungan == sebelum

    @property
    def hitungan(self) -> str:
        return self.mode.hitungan.angka.text()


def buka_mode(p: Pegawai) -> Meja:
    """Sign in and open the mode: the only desa of today's schedule stands there, its point is chosen."""
    p.masuk("operator")
    p.ke_tab("Operator")
    halaman = buka_pekerjaan(p, "Buka penyaluran", HalamanPenyaluran)

    def isi(dialog: DialogMeja) -> None:
        assert dialog.desa.nilai == SINI
        p.tangan.isi(dialog, Titik=BALAI)
        assert dialog.tempat.text() == BALAI
        p.tangan.potret(dialog, "meja")
        p.tangan.setuju(dialog)

    p.tangan.jawab(lambda: p.tangan.tekan(halaman, "Mode Penyaluran"), DialogMeja, isi)
    mode = p.halaman(HalamanModePenyaluran)
    p.tangan.berfokus(mode.cari)
    return Meja(p, mode)


def sendiri_dan_wali(m: Meja, hari: Hari, umum: Iterator[BarisSerah]) -> None:
    """F2 by receipt, coupon and KTP, however the scanner ends; F3 for three children at once."""
    assert hari.kupon == set(hari.tanda_terima.values()) == {b.kode for b in hari.orang}
    satu = next(umum)
    m.orang(satu, hari.tanda_terima[satu.nama])
    m.orang(satu, hari.tanda_terima[satu.nama], ("Return", "Ctrl+J"))
    assert m.hitungan == "0 dari 14", "scanning changes nothing"
    m.kunci("F2", "Diterima sendiri")
    ktp = next(umum)
    m.orang(ktp, ktp.nik or "", ("Return", "Enter"))
    m.kunci("F2", "Diterima sendiri")
    huruf_kecil = next(umum)
    m.orang(huruf_kecil, huruf_kecil.kode.lower())  # Caps Lock turns a scanner's letters round
    m.kunci("F2", "Diterima sendiri")
    m.orang(hari.anak[0])

    def tiga(dialog: DialogWali) -> None:
        assert (dialog.nama.text(), len(dialog.anak)) == (WALI, 3)
        assert all(kotak.isChecked() for kotak in dialog.anak.values())

    m.tanya("F3", DialogWali, tiga, "Diterima wali/pengampu")  # type: ignore[arg-type]  # it is asked for by its class
    assert m.hitungan == "6 dari 14"


def diwakilkan_dan_lain(m: Meja, umum: Iterator[BarisSerah]) -> dict[str, BarisSerah]:
    """Every other outcome, each by its key."""
    t, catat = m.t, {}

    def kuasa(dialog: DialogSalur) -> None:
        t.isi(dialog, Nama="Joko", Hubungan="Anak kandung", Surat_kuasa="1/SK/2026", NIK="6209031502800003")

    catat["wakil"] = next(umum)
    m.orang(catat["wakil"])
    m.tanya("F4", DialogWakil, kuasa, "Diwakilkan")
    catat["jempol"] = next(umum)
    m.orang(catat["jempol"])
    t.pintasan(m.p.jendela, "Alt+J")
    for kotak, nama in zip(m.mode.kartu.saksi, SAKSI, strict=True):
        t.ketik(kotak, nama)
    m.kunci("F2", "Diterima sendiri")
    assert "cap jempol" in m.mode.kartu.catatan.text()
    catat["antar"] = next(umum)
    m.orang(catat["antar"])
    m.tanya("F5", DialogAntar, lambda _d: None, "Diantar ke rumah")
    for sebab in ("Tidak hadir", "Meninggal", "Pindah", "Menolak"):
        catat[sebab] = next(umum)
        m.orang(catat[sebab])
        m.tanya("F6", DialogGagal, lambda d, sebab=sebab: t.isi(d, Sebab=sebab), sebab)  # type: ignore[misc]
    return catat


def sebagian_dan_stok(m: Meja, umum: Iterator[BarisSerah]) -> BarisSerah:
    """Four of ten kg; nine people took all the rice there was, and handing out more is told but kept."""
    satu = next(umum)
    m.orang(satu)
    m.tanya("F7", DialogSebagian, lambda d: m.t.isi_satu(d, "Jumlah", 4), "Diterima sebagian")
    assert "Beras: 4 dari 10 kg" in m.mode.kartu.barang.kata
    assert m.mode.stok.kata == ["Beras sisa -34 kg, kurang 110"]
    assert "yang diserahkan 94 kg" in m.mode.kartu.salah.text()
    return satu


def penolakan(m: Meja, hari: Hari, dilayani: BarisSerah) -> None:
    """A second hand-out, other points and desa, codes that are none."""
    m.orang(dilayani)
    assert not any(tombol.isEnabled() for tombol in m.mode.kartu.tombol.values())
    for kata in ("2 Maret 2026", BALAI, "dicatat Operator Uji"):
        assert kata in m.mode.kartu.catatan.text()
    sebelum = m.hitungan
    m.kunci("F2")
    assert m.hitungan == sebelum
    m.ditolak(next(b.kode for b in hari.orang if b.rt == "002"), SEKOLAH, "Arahkan ke sana")
    m.ditolak(next(b.nik or "" for b in hari.orang if b.kode_desa == SANA), "Desa Guci")
    m.ditolak("SLR!-)&\"'", "tata letak papan ketiknya")
    m.ditolak(dilayani.kode[:-1] + ("A" if dilayani.kode[-1] != "A" else "B"), "Pindai sekali lagi")
    m.ditolak("SLR1-00000000000000000", "bukan dari tanda terima yang dicetak di sini")


def pindaian_nyasar(m: Meja, hari: Hari, belum: BarisSerah) -> None:
    """Codes that land in a witness's name, on a button or in a question."""
    t = m.t
    m.orang(belum)
    t.pintasan(m.p.jendela, "Alt+J")
    t.ketik(m.mode.kartu.saksi[0], "")
    m.pindai(belum.kode, ("Return", "Enter"))
    assert m.mode.kartu.nama.text() == belum.nama
    assert m.mode.kartu.nama_saksi == ()
    m.mode.kartu.tombol["wali"].setFocus()
    m.orang(hari.anak[1])

    def ke_alasan(dialog: DialogSalur) -> None:
        kotak = t.isian(dialog, "Alasan").widget
        t.berfokus(kotak)
        m.p.qtbot.keyClicks(kotak, belum.kode)
        t.kunci(kotak, "Return")
        assert dialog.isVisible()
        assert "kode tanda terima" in dialog.salah.text()
        t.isi(dialog, Alasan="Salah orang")

    m.tanya("Ctrl+Z", DialogBatal, ke_alasan, "Belum menerima")


def foto_penyerahan(m: Meja, satu: BarisSerah, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of the rice, with a photograph."""
    from PIL import Image

    Image.new("RGB", (40, 30), "green").save(folder / "serah.jpg")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(folder / "serah.jpg"), ""))
    m.orang(satu)
    m.t.pintasan(m.p.jendela, "Alt+O")
    m.t.tunggu(lambda: "serah.jpg" in m.mode.kartu.catatan.text())
    m.kunci("F2", "Diterima sendiri")


def keadaan(folder: Path, jam: JamUji, hari: Hari) -> tuple[list[object], str, int]:
    """What a store says of everybody, of the latest act and of the people served."""
    ruang, pelaku = akses.masuk(folder, "serba", SANDI, jam=jam)
    with ruang.membaca(pelaku) as kerja:
        semua: list[object] = [lihat_serah(kerja, b.alokasi_id) for b in hari.orang]
        kegiatan = hari.orang[0].kegiatan_id
        terakhir = catatan_terakhir(kerja, kegiatan)[0].nama
        n = ringkasan_penyaluran(kerja, kegiatan).seluruh.tersalur.orang
    ruang.tutup()
    return semua, terakhir, n


@pytest.mark.e2e
def test_a_day_at_the_table(
    petugas: Callable[[], Pegawai], hari: Hari, folder_salinan: Path, tmp_path: Path, jam: JamUji,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    p = petugas()
    m = buka_mode(p)
    umum = hari.umum
    p.tangan.potret(p.jendela, "kosong")
    sendiri_dan_wali(m, hari, umum)
    catat = diwakilkan_dan_lain(m, umum)
    assert m.mode.hitungan.chip.kata == ["4 sendiri", "3 wali", "1 diwakilkan", "1 diantar", "2 belum",
                                         "3 tidak tersalur"]  # fmt: skip
    penolakan(m, hari, catat["wakil"])
    sisa = sebagian_dan_stok(m, umum)
    pindaian_nyasar(m, hari, catat["Tidak hadir"])
    foto_penyerahan(m, sisa, tmp_path, monkeypatch)
    p.tangan.potret(p.jendela, "sore")
    assert m.hitungan == "10 dari 14"

    tercabut = tmp_path / "tercabut"
    shutil.copytree(folder_salinan, tercabut, ignore=shutil.ignore_patterns("*.lock"))
    semua, terakhir, n = keadaan(tercabut, jam, hari)
    assert (terakhir, n) == (sisa.nama, 10)
    p.tutup()
    assert keadaan(folder_salinan, jam, hari)[0] == semua
    _periksa(dict(zip((b.nama for b in hari.orang), semua, strict=True)), hari, catat, sisa)  # type: ignore[arg-type]

    p = petugas()
    m = buka_mode(p)
    assert m.hitungan == "10 dari 14"
    assert m.mode.tabel.isi.baris(0).nama == sisa.nama
    p.tutup()


def _periksa(kini: dict[str, BarisSerah], hari: Hari, catat: dict[str, BarisSerah], sisa: BarisSerah) -> None:
    """Look at each person as stored."""
    for anak in hari.anak:
        (akhir,) = {c.wakil_nama for c in kini[anak.nama].catatan}
        assert (kini[anak.nama].keadaan.hasil, akhir) == (HasilSalur.WALI, WALI)
    assert len({b.kode for b in hari.anak}) == 3, "a receipt for each child"
    wakil = kini[catat["wakil"].nama].catatan[-1]
    assert (wakil.wakil_nama, wakil.wakil_hubungan, wakil.surat_kuasa) == ("Joko", "Anak kandung", "1/SK/2026")
    jempol = kini[catat["jempol"].nama].catatan[-1]
    assert (jempol.cap_jempol, jempol.saksi, jempol.tempat) == (True, SAKSI, BALAI)
    for sebab, hasil in (
        ("antar", HasilSalur.DIANTAR), ("Tidak hadir", HasilSalur.TIDAK_HADIR), ("Meninggal", HasilSalur.MENINGGAL),
        ("Pindah", HasilSalur.PINDAH), ("Menolak", HasilSalur.MENOLAK),
    ):  # fmt: skip
        assert kini[catat[sebab].nama].keadaan.hasil is hasil
    rangkaian = [(c.hasil, c.jumlah) for c in kini[sisa.nama].catatan]
    assert rangkaian == [
        (HasilSalur.SEBAGIAN, 4), (HasilSalur.BATAL_CATAT, None), (HasilSalur.SENDIRI, None), (HasilSalur.SENDIRI, 10),
    ]  # fmt: skip
