"""The part SOP of Pengaturan: what there is, the ways to the editor, and the fifth SOP from its first word on."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.kegiatan import buat_kegiatan, lihat_kegiatan
from app.kerja import Kerja
from app.sop import berkas_sop, muat, versi
from app.sop.definisi import Aksi, DefinisiSop
from app.sop.sunting import awal, kata
from app.sop.sunting.isi import IsiDokumen, IsiPeran
from db.istilah import JenisBantuan, Peran, StatusKegiatan
from reports.cetak import sop_pdf
from tests.app.sop import berjalan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.konteks import Layar, layar
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji
from tests.ui.sop.test_sunting_sop import centang, ketik, klik, pasang, pilih
from ui.meja.kegiatan_baru import DialogKegiatan
from ui.penetapan.dialog import DialogKalimat
from ui.pengaturan.halaman import HalamanPengaturan
from ui.sop.bagian import BagianSop
from ui.sop.dialog import DialogLangkahBaru, DialogSimpan, DialogSopBaru, SopBaru
from ui.sop.dokumen import DialogDokumen
from ui.sop.halaman import IDENTITAS, PERAN, HalamanSunting
from ui.sop.peran import DialogPeran

REHSOS = muat.muat_bawaan("rehsos")


@pytest.fixture
def admin(uji: KantorUji) -> Layar:
    return layar(uji, "admin")


@pytest.fixture
def bagian(admin: Layar, qtbot: QtBot) -> BagianSop:
    halaman = admin.tampil(HalamanPengaturan(admin.konteks), qtbot)
    halaman.tujuan("sop")
    assert isinstance(halaman.bagian, BagianSop)
    return halaman.bagian


@pytest.fixture
def terbuka(admin: Layar, qtbot: QtBot) -> Callable[[], HalamanSunting]:
    """Give a function that shows the editor that was opened last."""

    def tampilkan() -> HalamanSunting:
        halaman = admin.jalan.didorong[-1]
        assert isinstance(halaman, HalamanSunting)
        return admin.tampil(halaman, qtbot)

    return tampilkan


def pilih_berkas(monkeypatch: pytest.MonkeyPatch, cara: str, berkas: Path | str) -> None:
    monkeypatch.setattr(QFileDialog, cara, staticmethod(lambda *_: (str(berkas), "")))


def simpan(uji: KantorUji, sop: DefinisiSop) -> None:
    with uji.menulis("admin") as kerja:
        versi.simpan_sop(kerja, sop)


def test_staff_do_not_see_it(uji: KantorUji, qtbot: QtBot) -> None:
    staf = layar(uji, "staf")
    halaman = staf.tampil(HalamanPengaturan(staf.konteks), qtbot)
    assert "SOP" not in [halaman.daftar.item(n).text() for n in range(halaman.daftar.count())]


def test_the_list_says_what_each_sop_is(uji: KantorUji, bagian: BagianSop) -> None:
    simpan(uji, kata.beri_nama(REHSOS, "Bansos Dinas"))
    simpan(uji, awal.kosong("Beras", muat.BAWAAN))
    bagian.muat()
    baris = [[k.teks(s) for k in bagian.model.kolom] for s in bagian.model.semua]
    assert baris[0] == ["Bansos Dinas", "2", "9", "Diubah kantor"]
    assert baris[1][3] == "Bawaan"
    assert baris[-1] == ["Beras", "1", "1", "Milik kantor"]
    versi_rehsos = [[k.teks(v) for k in bagian.model_versi.kolom][:3] for v in bagian.model_versi.semua]
    assert versi_rehsos == [["2", "Berlaku", "0 kegiatan"], ["1", "Terdahulu", "0 kegiatan"]]


def test_the_chosen_one_and_an_old_version_are_edited(
    uji: KantorUji, bagian: BagianSop, qtbot: QtBot, terbuka: Callable[[], HalamanSunting]
) -> None:
    simpan(uji, kata.beri_nama(REHSOS, "Bansos Dinas"))
    bagian.muat()
    klik(qtbot, bagian.ubah)
    assert terbuka().nama.text() == "Bansos Dinas"
    bagian.tabel_versi.pilih_baris(1)
    klik(qtbot, bagian.dari_versi)
    assert terbuka().ruang.kini == REHSOS


def test_a_version_is_withdrawn_and_offered_again(
    uji: KantorUji, bagian: BagianSop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    simpan(uji, awal.kosong("Beras", muat.BAWAAN))
    bagian.muat()
    assert bagian.tarik.isHidden()  # the shipped one is always offered
    bagian.tabel.pilih_baris(4)
    pasang(monkeypatch, DialogKalimat, None)
    klik(qtbot, bagian.tarik)
    pasang(monkeypatch, DialogKalimat, "Belum sah")
    klik(qtbot, bagian.tarik)
    with uji.membaca() as kerja:
        assert "beras" not in [s.kode for s in versi.daftar_sop(kerja)]
    assert bagian.model.semua[-1].ditawarkan is False
    assert bagian.tarik.isHidden()
    klik(qtbot, bagian.tawarkan)
    with uji.membaca() as kerja:
        assert versi.sop_berlaku(kerja, "beras").versi == 1


def test_a_file_goes_out_and_comes_in(
    uji: KantorUji,
    bagian: BagianSop,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
    tmp_path: Path,
    terbuka: Callable[[], HalamanSunting],
) -> None:
    berkas = tmp_path / "rehsos.sop.json"
    pilih_berkas(monkeypatch, "getSaveFileName", berkas)
    klik(qtbot, bagian.ekspor)
    assert berkas_sop.baca_sop(berkas) == REHSOS
    assert pesan_uji.terakhir.judul == "Berkas SOP tersimpan"
    berkas_sop.ekspor_sop(kata.beri_nama(REHSOS, "Bansos Kabupaten"), berkas)
    pilih_berkas(monkeypatch, "getOpenFileName", berkas)
    klik(qtbot, bagian.ambil)
    halaman = terbuka()
    assert (halaman.ruang.kini.kode, halaman.versi.text()) == ("rehsos", "Versi 1, diubah")
    pesan_uji.jawab = False
    klik(qtbot, bagian.ambil)
    halaman = terbuka()
    assert (halaman.ruang.kini.kode, halaman.versi.text()) == ("bansos_kabupaten", "Belum disimpan")
    berkas.write_text("bukan SOP", encoding="utf-8")
    klik(qtbot, bagian.ambil)
    assert "tidak dapat dipakai" in pesan_uji.terakhir.isi
    pilih_berkas(monkeypatch, "getOpenFileName", "")
    klik(qtbot, bagian.ambil)
    with uji.membaca() as kerja:
        assert versi.riwayat_sop(kerja, "rehsos") == [REHSOS]


def test_a_new_one_begins_with_the_words_of_another(
    bagian: BagianSop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, terbuka: Callable[[], HalamanSunting]
) -> None:
    pasang(monkeypatch, DialogSopBaru, None)
    klik(qtbot, bagian.baru)
    pasang(monkeypatch, DialogSopBaru, SopBaru("UEP Provinsi", "uep"))
    klik(qtbot, bagian.baru)
    sop = terbuka().ruang.kini
    assert (sop.kode, len(sop.langkah), sop.kepala.nomor.tampil) == ("uep_provinsi", 6, "")


# --- from the first word to the last step ----------------------------------------------------------------------------

LANGKAH = (
    (Aksi.VERIFIKASI, "Cek penerima"),
    (Aksi.PENETAPAN, "SK Camat"),
    (Aksi.PENYALURAN, "Bagi beras"),
    (Aksi.LAPORAN, "Lapor"),
)


def _susun_beras(halaman: HalamanSunting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type and click the whole SOP: five steps, a role, papers, times, a decision."""
    langkah = halaman.langkah
    pilih(qtbot, langkah.uraian.aksi, Aksi.IMPOR_USULAN)
    ketik(qtbot, langkah.uraian.nama.kotak, "Data dari desa")
    ketik(qtbot, langkah.uraian.teks["kegiatan"].kotak, "Desa mengirim daftar calon penerima beras")
    for ke, (aksi, nama) in enumerate(LANGKAH, 1):
        pasang(monkeypatch, DialogLangkahBaru, (ke, aksi))
        klik(qtbot, halaman.tambah)
        ketik(qtbot, langkah.uraian.nama.kotak, nama)
    halaman.pilih(PERAN)
    pasang(monkeypatch, DialogPeran, IsiPeran("Kasi PMD", akun=(Peran.KASI_PMDK,)))
    klik(qtbot, halaman.peran.tambah)
    halaman.pilih(2)
    pasang(monkeypatch, DialogDokumen, IsiDokumen("Foto rumah"))
    klik(qtbot, langkah.kelengkapan.tambah)
    langkah.setCurrentWidget(langkah.waktu)
    langkah.waktu.nilai.selectAll()
    qtbot.keyClicks(langkah.waktu.nilai, "5")
    langkah.setCurrentWidget(langkah.cabang)
    centang(qtbot, langkah.cabang.keputusan)
    qtbot.keyClicks(langkah.cabang.tanya.kotak, "Ada yang layak?")
    pilih(qtbot, langkah.cabang.ya, 3)
    pilih(qtbot, langkah.cabang.tidak, 1)
    halaman.pilih(4)
    langkah.setCurrentWidget(langkah.pelaksana)
    baris = next(
        n for n in range(langkah.pelaksana.daftar.count()) if langkah.pelaksana.daftar.item(n).text() == "Kasi PMD"
    )
    langkah.pelaksana.daftar.setFocus()
    langkah.pelaksana.daftar.setCurrentRow(baris)
    qtbot.keyClick(langkah.pelaksana.daftar, Qt.Key.Key_Space)
    halaman.pilih(IDENTITAS)
    ketik(qtbot, halaman.identitas.kepala["nomor"].kotak, "1/SOP/2026")


def _kegiatan_baru(kerja: Kerja, qtbot: QtBot, induk: QWidget) -> dict[str, object]:
    """Fill the question for a new kegiatan as the window asks it."""
    sop = [versi.sop_berlaku(kerja, s.kode) for s in versi.daftar_sop(kerja)]
    dialog = DialogKegiatan(induk, sop, date(2026, 3, 2))
    qtbot.addWidget(dialog)
    dialog.show()
    pilih(qtbot, dialog.sop, "bantuan_beras")
    pilih(qtbot, dialog.jenis, JenisBantuan.TUNAI)
    klik(qtbot, dialog.setuju)
    assert not dialog.isVisible()
    return dict(dialog.jawaban.isian)


def test_a_fifth_sop_is_built_in_the_window_and_walked_to_its_end(
    uji: KantorUji,
    bagian: BagianSop,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    pesan_uji: PenyampaiUji,
    terbuka: Callable[[], HalamanSunting],
) -> None:
    pasang(monkeypatch, DialogSopBaru, SopBaru("Bantuan Beras", None))
    klik(qtbot, bagian.baru)
    halaman = terbuka()
    _susun_beras(halaman, qtbot, monkeypatch)
    assert halaman.periksa.kalimat.text().startswith("Siap disimpan")
    pasang(monkeypatch, DialogSimpan, "SOP baru kecamatan")
    klik(qtbot, halaman.simpan)
    assert pesan_uji.terakhir.judul == "Versi 1 tersimpan"
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, **_kegiatan_baru(kerja, qtbot, bagian))  # type: ignore[arg-type]
        rinci = lihat_kegiatan(kerja, kegiatan_id)
        assert [lk.nama_layar.tampil for lk in rinci.definisi.langkah] == [
            "Data dari desa", "Cek penerima", "SK Camat", "Bagi beras", "Lapor",
        ]  # fmt: skip
        berjalan.sampai_akhir(kerja, kegiatan_id)
        assert lihat_kegiatan(kerja, kegiatan_id).ringkasan.status is StatusKegiatan.SELESAI
        kertas = " ".join(" ".join(teks_pdf(BytesIO(sop_pdf(rinci.definisi, kerja)))).split())
    for sepotong in ("1/SOP/2026", "calon", "5 hari", "KASI PMD", "Desa mengirim"):
        assert sepotong in kertas
    assert "perlu dikonfirmasi" not in kertas  # the office said itself who does what
