"""The state emblem: given by the office, printed above a Bupati's name alone, and said where it is missing."""

from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image

from app.kegiatan import buat_kegiatan
from app.lambang import ada_lambang_negara, lambang_negara, lepas_lambang_negara, pasang_lambang_negara
from db.galat import KnownError
from db.istilah import JenisBantuan, StatusUsulan
from reports.cetak import TANPA_LAMBANG, cetak, daftar_dokumen
from tests.helpers.kegiatan import isi_usulan, tetapkan
from tests.helpers.pdf import gambar_pdf, teks_pdf
from tests.helpers.toko import KantorUji


def _gambar() -> bytes:
    keluar = BytesIO()
    Image.new("RGB", (80, 80), (150, 110, 20)).save(keluar, "PNG")
    return keluar.getvalue()


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, nominal=1_500_000, jenis_bantuan=JenisBantuan.TUNAI
        )
        isi_usulan(kerja, kegiatan_id, 3, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan_id)
        return kegiatan_id


def _tengah(berkas: Path) -> int:
    """Return how light the sheet is where the emblem belongs: in the middle, 32 mm below the upper edge."""
    gambar = gambar_pdf(berkas, skala=2)
    titik = gambar.getpixel((round(gambar.width * (30 + 82.5) / 215), round(gambar.height * 32 / 330)))
    assert isinstance(titik, int)
    return titik


def test_without_a_picture_its_place_is_free_and_the_list_says_so(
    uji: KantorUji, kegiatan: UUID, tmp_path: Path
) -> None:
    with uji.menulis() as kerja:
        cetak(kerja, "sk", kegiatan, tmp_path / "sk.pdf")
        catatan = {d.kode: d.catatan for d in daftar_dokumen(kerja, kegiatan)}
    assert _tengah(tmp_path / "sk.pdf") == 255
    assert {kode for kode, kata in catatan.items() if kata == TANPA_LAMBANG} == {"sk", "penunjukan-vendor"}


@pytest.mark.parametrize("kode", ["sk", "penunjukan-vendor"])
def test_the_picture_stands_above_the_bupatis_name(uji: KantorUji, kegiatan: UUID, tmp_path: Path, kode: str) -> None:
    with uji.menulis("admin") as kerja:
        pasang_lambang_negara(kerja, _gambar(), "garuda.png")
        assert ada_lambang_negara(kerja)
    with uji.menulis() as kerja:
        cetak(kerja, kode, kegiatan, tmp_path / "a.pdf")
        cetak(kerja, kode, kegiatan, tmp_path / "ringan.pdf", ringan=True)
        cetak(kerja, "laporan", kegiatan, tmp_path / "laporan.pdf")
        assert not any(d.catatan for d in daftar_dokumen(kerja, kegiatan))
    assert _tengah(tmp_path / "a.pdf") < 160
    assert _tengah(tmp_path / "ringan.pdf") == 255
    assert b"/Subtype /Image" not in (tmp_path / "laporan.pdf").read_bytes()
    assert teks_pdf(tmp_path / "a.pdf")[0].startswith("BUPATI LAMANDAU")


def test_it_can_be_taken_away_again(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        pasang_lambang_negara(kerja, _gambar(), "garuda.png")
    with uji.menulis("admin") as kerja:
        assert lambang_negara(kerja) == _gambar()
        lepas_lambang_negara(kerja)
        assert lambang_negara(kerja) is None


def test_only_pictures_and_only_from_who_sets_up_the_office(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja, pytest.raises(KnownError) as salah:
        pasang_lambang_negara(kerja, b"%PDF", "garuda.pdf")
    assert salah.value.kode == "gambar_tak_dikenal"
    for tindakan in (lambda k: pasang_lambang_negara(k, _gambar(), "g.png"), lepas_lambang_negara):
        with uji.menulis("staf") as kerja, pytest.raises(KnownError) as salah:
            tindakan(kerja)
        assert salah.value.kode == "tidak_berwenang"
