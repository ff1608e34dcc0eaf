"""The area of an account in Pengaturan: ticked, searched, shown; and what its owner then sees."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.akses import daftar_akun, pelaku_akun
from app.kegiatan import buat_kegiatan
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import DESA, NOMINAL, isi_usulan
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from ui.pengaturan.halaman import HalamanPengaturan
from ui.pengaturan.wilayah_akun import DialogWilayah, pilihan_wilayah
from ui.verifikasi.halaman import HalamanVerifikasi

BULIK, LUAR = "62.09.03", "62.09.05.2001"


@pytest.fixture
def halaman(uji: KantorUji, qtbot: QtBot) -> HalamanPengaturan:
    kantor = layar(uji, "admin")
    halaman = kantor.tampil(HalamanPengaturan(kantor.konteks), qtbot)
    halaman.tujuan("akun")
    return halaman


def test_an_account_is_limited_and_the_list_says_so(
    halaman: HalamanPengaturan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    satu = halaman.bagian
    nomor = next(n for n, a in enumerate(satu.model.semua) if a.nama_pengguna == "staf")
    satu.tabel.pilih_baris(nomor)
    monkeypatch.setattr(DialogWilayah, "ask", classmethod(lambda *_: (BULIK,)))
    qtbot.mouseClick(satu.wilayah, Qt.MouseButton.LeftButton)
    assert "masuk lagi" in pesan_uji.terakhir.judul
    assert satu.model.semua[nomor].sebutan_wilayah == "Kecamatan Bulik"


def test_the_dialog_ticks_searches_and_sums_up(uji: KantorUji, qtbot: QtBot) -> None:
    with uji.membaca("admin") as kerja:
        semua = pilihan_wilayah(kerja)
        staf = next(a for a in daftar_akun(kerja) if a.nama_pengguna == "staf")
    assert semua[0][1].startswith("Kecamatan ")
    dialog = DialogWilayah(None, staf, semua)
    qtbot.addWidget(dialog)
    assert (dialog.jawaban, dialog.ringkas.text()) == ((), "Wilayah: seluruhnya.")
    dialog.cari.setText("kecamatan bulik")
    dialog.cari.dicari.emit("kecamatan bulik")
    tampak = [b.text() for b in dialog._semua if not b.isHidden()]
    assert "Kecamatan Bulik" in tampak
    assert len(tampak) < 5
    dialog.pilih({BULIK})
    assert dialog.jawaban == (BULIK,)
    assert dialog.ringkas.text() == "Wilayah: Kecamatan Bulik."


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    from app.akses import batasi_wilayah

    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=NOMINAL)
        isi_usulan(kerja, kegiatan_id, 3, desa=(DESA[0],))
        isi_usulan(kerja, kegiatan_id, 4, desa=(LUAR,), mulai=50)
    with uji.menulis("admin") as kerja:
        siapa = uji.pelaku["pendamping"].akun_id
        assert siapa is not None
        batasi_wilayah(kerja, siapa, [BULIK])
        uji.pelaku["pendamping"] = pelaku_akun(kerja, "pendamping")
    return kegiatan_id


def test_its_owner_verifies_the_own_kecamatan_alone(
    uji: KantorUji, kegiatan: UUID, qtbot: QtBot, pesan_uji: PenyampaiUji
) -> None:
    kantor = layar(uji, "pendamping")
    halaman = kantor.tampil(HalamanVerifikasi(kantor.konteks, kegiatan), qtbot)
    assert {b.kode_desa for b in halaman.model.semua} == {DESA[0]}
