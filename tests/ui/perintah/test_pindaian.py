"""`salur pindaian`: what still lacks its scan, and the scan that follows."""

from pathlib import Path
from uuid import UUID

from tests.end2end.baris_perintah import Baris


def test_scans_follow_from_the_command_line(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    pdf = tmp_path / "sk.pdf"
    pdf.write_bytes(b"%PDF-1.4 sk")
    (satu,) = salur("pindaian", "--kegiatan", sah).baris
    assert (satu[0], satu[2]) == ("sk", "SK penetapan")
    salur("pindaian", "susulkan", *satu[:2], "--berkas", pdf)
    assert salur("pindaian", "--kegiatan", sah, "--json").json == []
    assert "tidak ditemukan" in salur.ditolak("pindaian", "susulkan", "bast", satu[1], "--berkas", pdf)
    assert salur.coba("pindaian", "susulkan", "lain", satu[1], "--berkas", pdf).kode == 2
