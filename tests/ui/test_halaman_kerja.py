"""Every working page and dialog: the words of offices, a name on every control, and room in the smallest window."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.alasan import daftar_alasan
from app.kantor import DataPejabat
from app.kegiatan import DataBarang, buat_kegiatan
from app.mitra import DataMitra
from app.orang import lihat_orang
from app.pencairan import Posisi
from app.penetapan import penetapan_berlaku, sahkan_sk, susun_penetapan
from app.penyaluran import catat_hasil, daftar_serah
from app.register import BarisAgenda, DataSurat, buku_agenda, catat_surat_masuk
from app.rekening.masuk import PeriksaRekening, SelRagu
from db.galat import KnownError
from db.istilah import ArahSurat, HasilSalur, JenisPerjanjian, StatusUsulan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kata_layar import kata_asing, tanpa_nama
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.konteks import Layar, layar
from tests.helpers.toko import KantorUji
from ui.acuan.dialog import DialogAmbil
from ui.acuan.halaman import HalamanAcuan
from ui.halaman import Halaman
from ui.impor.buku import HalamanBuku
from ui.impor.halaman import HalamanImpor
from ui.impor.surat import DialogSurat as DialogSuratPerbaikan
from ui.monev.dialog import DialogKunjungan, DialogSampel
from ui.monev.halaman import HalamanMonev
from ui.orang.halaman import HalamanOrang
from ui.orang.koreksi import DialogKoreksi
from ui.orang.wali import DialogWali as DialogWaliOrang
from ui.pembayaran.barang import DialogBarang, HalamanBarang
from ui.pembayaran.dialog import DialogPencairan, DialogSetoran
from ui.pembayaran.pencairan import HalamanPencairan
from ui.pembayaran.perjanjian import DialogMitra, DialogPerjanjian, HalamanPerjanjian
from ui.pembayaran.rekening import DialogRekening, HalamanRekening
from ui.penetapan.dialog import DialogKalimat, DialogSk
from ui.penetapan.halaman import HalamanPenetapan
from ui.penetapan.perubahan import DialogPerubahan
from ui.pengaturan.akun import DialogAkun
from ui.pengaturan.halaman import HalamanPengaturan
from ui.pengaturan.pejabat import DialogPejabat
from ui.pengaturan.waktu_kerja import DialogLibur
from ui.penyaluran.daftar import DialogBanyak, HalamanPenyaluran
from ui.penyaluran.dialog import DialogAntar, DialogGagal, DialogMeja, DialogWakil, DialogWali, Meja
from ui.penyaluran.mode import HalamanModePenyaluran
from ui.register.dialog import DialogDisposisi, DialogPelayanan, DialogSurat
from ui.register.halaman import HalamanRegister
from ui.tema import PilihanTema, tema
from ui.verifikasi.dialog import DialogPutusan
from ui.verifikasi.halaman import HalamanVerifikasi

HARI = date(2026, 3, 2)
RUANG = (960, 520 - 38 - 24)  # what the smallest window leaves a page
Pembuat = Callable[["Bahan"], QWidget]
RAGU = PeriksaRekening(
    2, (SelRagu("Q6", "SITI", (KnownError("rekening_pemilik_beda", pemilik="SITI A", nama="SITI"),)),), 1, 1, (),
    (("T3", "PIN"),),
)  # fmt: skip


class Bahan:
    """A kegiatan in the middle of its way, for every page to show."""

    def __init__(self, uji: KantorUji) -> None:
        self.layar: Layar = layar(uji)
        self.admin: Layar = layar(uji, "admin")
        with uji.menulis() as kerja:
            self.kegiatan: UUID = buat_kegiatan(
                kerja, kode_sop="rehsos", nama="Bansos Penyandang Disabilitas dan Lanjut Usia 2026", tahun=2026,
                nominal=1_500_000,
            )  # fmt: skip
            isi_usulan(kerja, self.kegiatan, 12, status=StatusUsulan.LAYAK)
            susun_penetapan(kerja, self.kegiatan)
            sahkan_sk(kerja, self.kegiatan, nomor="188", tanggal=HARI)
            self.serah = daftar_serah(kerja, self.kegiatan)
            catat_hasil(kerja, self.serah[0].alokasi_id, HasilSalur.SENDIRI)
            isi_usulan(kerja, self.kegiatan, 3, mulai=40)
            catat_surat_masuk(kerja, DataSurat("Undangan", HARI, dari="Sekda"))
            self.surat: BarisAgenda = buku_agenda(kerja, ArahSurat.MASUK, 2026)[0]
            self.alasan = daftar_alasan(kerja)
            self.orang = lihat_orang(kerja, self.serah[0].orang_id).data
            sah = penetapan_berlaku(kerja, self.kegiatan)
        assert sah is not None
        self.sah = sah.id

    @property
    def tahap(self) -> UUID:
        return self.serah[0].tahap_id


def _mode(b: Bahan) -> Halaman:
    mode = HalamanModePenyaluran(
        b.layar.konteks, b.kegiatan, Meja(b.tahap, 1, b.serah[1].kode_desa, HARI, "Balai Desa")
    )
    mode.segarkan()
    mode.tampilkan(b.serah[1].alokasi_id)
    return mode


def _tertuju(halaman: Halaman, apa: object) -> Halaman:
    halaman.segarkan()
    halaman.tujuan(apa)
    return halaman


HALAMAN: dict[str, Pembuat] = {
    "impor": lambda b: HalamanImpor(b.layar.konteks, b.kegiatan),
    "buku impor": lambda b: HalamanBuku(b.layar.konteks, b.kegiatan),
    "acuan": lambda b: HalamanAcuan(b.layar.konteks),
    "verifikasi": lambda b: HalamanVerifikasi(b.layar.konteks, b.kegiatan),
    "penetapan": lambda b: HalamanPenetapan(b.layar.konteks, b.kegiatan),
    "perjanjian": lambda b: HalamanPerjanjian(b.layar.konteks, b.kegiatan),
    "pencairan": lambda b: HalamanPencairan(b.layar.konteks, b.kegiatan),
    "barang": lambda b: HalamanBarang(b.layar.konteks, b.kegiatan),
    "rekening": lambda b: HalamanRekening(b.layar.konteks, b.kegiatan),
    "penyaluran": lambda b: HalamanPenyaluran(b.layar.konteks, b.kegiatan),
    "mode": _mode,
    "monev": lambda b: HalamanMonev(b.layar.konteks, b.kegiatan),
    "orang": lambda b: HalamanOrang(b.layar.konteks),
    "satu orang": lambda b: _tertuju(HalamanOrang(b.layar.konteks), b.serah[0].orang_id),
    "register": lambda b: HalamanRegister(b.layar.konteks),
}
for _bagian in ("kantor", "pejabat", "akun", "peran", "waktu", "penomoran", "cadangan", "jejak", "tampilan"):
    HALAMAN[f"pengaturan {_bagian}"] = lambda b, apa=_bagian: _tertuju(HalamanPengaturan(b.admin.konteks), apa)
DIALOG: dict[str, Pembuat] = {
    "daftar acuan": lambda _: DialogAmbil(None, HARI),
    "surat perbaikan": lambda _: DialogSuratPerbaikan(None, [("62.09.01.2001", "Desa Kujan")], HARI),
    "koreksi": lambda b: DialogKoreksi(None, b.orang, [("62.09.01.2001", "Desa Kujan")]),
    "wali orang": lambda _: DialogWaliOrang(None),
    "surat": lambda b: DialogSurat(None, ArahSurat.MASUK, HARI, [], b.surat),
    "disposisi": lambda b: DialogDisposisi(None, b.surat, HARI, "Kepala Dinas"),
    "pelayanan": lambda _: DialogPelayanan(None, HARI),
    "putusan": lambda b: DialogPutusan(None, (), b.alasan, HARI, "Rina"),
    "sk": lambda _: DialogSk(None, 12, 18_000_000, [DataPejabat("H. Contoh", "Bupati")], HARI, "Penetapan"),
    "kalimat": lambda _: DialogKalimat(None, "Batalkan impor?", "Semua usulan ditarik.", "&Alasan", "&Batalkan impor"),
    "perubahan": lambda b: DialogPerubahan(None, b.layar.konteks, b.kegiatan, b.sah),
    "mitra": lambda _: DialogMitra(None, None),
    "perjanjian": lambda b: DialogPerjanjian(None, [DataMitra("Bank", id=b.tahap)], JenisPerjanjian.MOU, HARI),
    "barang": lambda b: DialogBarang(None, [DataMitra("CV", id=b.tahap)], (DataBarang("Beras", "karung"),), HARI),
    "rekening": lambda _: DialogRekening(None, RAGU),
    "sp2d": lambda b: DialogPencairan(None, [(b.tahap, "Tahap 1", Posisi(alokasi=18_000_000))], HARI),
    "sts": lambda b: DialogSetoran(None, [(b.tahap, "Tahap 1", Posisi(sp2d=18_000_000))], HARI),
    "banyak": lambda _: DialogBanyak(None, 3, HARI),
    "wakil": lambda _: DialogWakil(None, "SITI"),
    "antar": lambda _: DialogAntar(None, "SITI"),
    "gagal": lambda _: DialogGagal(None, "SITI"),
    "wali": lambda b: DialogWali(None, b.serah[1], b.serah[1:3]),
    "meja": lambda b: DialogMeja(None, [(b.tahap, 1, "Tahap 1")], [], {}, HARI, None),
    "sampel": lambda _: DialogSampel(None, 240),
    "kunjungan": lambda b: DialogKunjungan(None, [(b.tahap, "SITI"), (b.sah, "BUDI")], "Rina", HARI),
    "akun": lambda _: DialogAkun(None),
    "pejabat": lambda _: DialogPejabat(None, None, []),
    "libur": lambda _: DialogLibur(None, HARI, None),
}


@pytest.fixture
def bahan(uji: KantorUji, pesan_uji: PenyampaiUji) -> Bahan:
    return Bahan(uji)


@pytest.mark.parametrize("nama", HALAMAN)
def test_a_page_speaks_plainly_and_fits(bahan: Bahan, qtbot: QtBot, nama: str) -> None:
    bingkai = QWidget()  # as in the window, whose smallest size a page cannot raise
    bingkai.resize(*RUANG)
    qtbot.addWidget(bingkai)
    halaman = HALAMAN[nama](bahan)
    halaman.setParent(bingkai)
    halaman.resize(bingkai.size())
    bingkai.show()
    QApplication.processEvents()
    assert kata_asing(halaman) == set()
    assert tanpa_nama(halaman) == []
    kecil = halaman.minimumSizeHint()
    assert kecil.width() <= RUANG[0]
    assert kecil.height() <= RUANG[1]


@pytest.mark.parametrize("nama", HALAMAN)
def test_a_page_is_drawn_in_the_dark_and_in_large_type(bahan: Bahan, qtbot: QtBot, nama: str) -> None:
    halaman = bahan.layar.tampil(HALAMAN[nama](bahan), qtbot, lebar=1366, tinggi=660)
    tema().pasang(PilihanTema.GELAP, "sangat_besar")
    gambar = halaman.grab().toImage()
    assert gambar.pixelColor(2, gambar.height() // 2).lightness() < 80


@pytest.mark.parametrize("nama", DIALOG)
def test_a_dialog_speaks_plainly(bahan: Bahan, qtbot: QtBot, nama: str) -> None:
    dialog = DIALOG[nama](bahan)
    qtbot.addWidget(dialog)
    dialog.show()
    assert kata_asing(dialog) == set()
    assert tanpa_nama(dialog) == []
