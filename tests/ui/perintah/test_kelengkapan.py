"""`salur kelengkapan`: ticking, attaching, setting aside; who still lacks what."""

from pathlib import Path
from uuid import UUID

import pytest

from app.kegiatan import buat_kegiatan
from db.istilah import JenisBantuan
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import DESA, isi_usulan
from tests.ui.perintah.conftest import Menulis


class Langkah:
    """The checklist of the first step of one kegiatan."""

    def __init__(self, salur: Baris, kegiatan_id: UUID) -> None:
        self.salur, self.jalan = salur, ("--kegiatan", kegiatan_id, "--langkah", 1)

    def __call__(self, *kata: object) -> list[list[str]]:
        return self.salur("kelengkapan", *kata, *self.jalan).baris

    def ditolak(self, *kata: object) -> str:
        return self.salur.ditolak("kelengkapan", *kata, *self.jalan)

    def keadaan(self, kode: str) -> tuple[int, int, int]:
        """Return boxes ticked, set aside and still open."""
        semua = self.salur("kelengkapan", *self.jalan, "--json").json
        satu = next(i for i in semua if i["kode"] == kode)
        return satu["ada"], satu["tidak_berlaku"], satu["kurang"]


@pytest.fixture
def orang(menulis: Menulis) -> tuple[UUID, list[UUID]]:
    """A rehsos kegiatan and its six usulan, two of each of three desa."""
    with menulis() as kerja:
        kegiatan_id = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos Uji", tahun=2026, jenis_bantuan=JenisBantuan.KARTU, nominal=900_000
        )
        return kegiatan_id, isi_usulan(kerja, kegiatan_id, 6)


@pytest.fixture
def langkah(salur: Baris, orang: tuple[UUID, list[UUID]]) -> Langkah:
    return Langkah(salur, orang[0])


def test_all_but_some_are_ticked_and_taken_back(langkah: Langkah, orang: tuple[UUID, list[UUID]]) -> None:
    satu, dua = orang[1][:2]
    assert langkah("centang", "ktp", "--kecuali", satu, "--kecuali", dua) == [["Berubah", "4"]]
    assert langkah.keadaan("ktp") == (4, 0, 2)
    assert {b[0] for b in langkah("kurang")} >= {str(satu), str(dua)}
    assert langkah("centang", "ktp", "--usulan", satu) == [["Berubah", "1"]]
    assert langkah("centang", "ktp", "--usulan", satu, "--usulan", dua, "--batal") == [["Berubah", "1"]]
    assert langkah.keadaan("ktp") == (4, 0, 2)
    assert langkah("centang", "--semua", "--kecuali", DESA[0])[0][0] == "Berubah"
    assert langkah.keadaan("surat_pengantar") == (2, 0, 1)
    assert langkah.keadaan("ktp") == (6, 0, 0)


def test_a_file_ticks_its_box_and_one_is_set_aside(langkah: Langkah, tmp_path: Path) -> None:
    surat = tmp_path / "pengantar desa.pdf"
    surat.write_bytes(b"%PDF-1.4")
    lampirkan = ("lampirkan", "surat_pengantar")
    assert langkah(*lampirkan, surat, "--desa", DESA[0].replace(".", "")) == [
        ["Terlampir", "surat_pengantar", surat.name]
    ]
    assert langkah("tidak-berlaku", "surat_pengantar", "--desa", DESA[1], "--alasan", "Diantar langsung")
    assert langkah.keadaan("surat_pengantar") == (1, 1, 1)
    teks = langkah()
    assert any(surat.name in b for b in teks)
    assert any("Diantar langsung" in b for b in teks)
    langkah.ditolak("tidak-berlaku", "surat_pengantar", "--desa", DESA[2], "--alasan", " ")
    langkah.ditolak(*lampirkan, tmp_path / "tidak ada.pdf", "--desa", DESA[2])
    langkah.ditolak("centang", "tidak_dikenal")
    assert langkah.keadaan("surat_pengantar") == (1, 1, 1)


def test_one_file_is_for_one_alone_and_codes_or_all_must_be_said(langkah: Langkah, tmp_path: Path) -> None:
    berkas = tmp_path / "a.pdf"
    berkas.write_bytes(b"%PDF-1.4")
    for kata in (
        ("lampirkan", "surat_pengantar", berkas, "--desa", DESA[0], "--desa", DESA[1]),
        ("centang",),
        ("centang", "ktp", "--semua"),
        ("centang", "ktp", "--tahap", 9),
    ):
        assert langkah.salur.coba("kelengkapan", *kata, *langkah.jalan).kode == 2
    assert langkah.keadaan("surat_pengantar") == (0, 0, 3)
