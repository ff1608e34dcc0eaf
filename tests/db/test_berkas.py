"""Files are replaced whole, and a target that is no file is left alone."""

from pathlib import Path

import pytest

from db.berkas import ditulis_di_samping, tulis_aman
from db.galat import KnownError


def test_a_file_is_replaced_whole_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    tujuan = tmp_path / "baru" / "daftar.pdf"
    tulis_aman(tujuan, b"lama")
    tulis_aman(tujuan, b"baru")
    assert tujuan.read_bytes() == b"baru"
    assert list(tujuan.parent.iterdir()) == [tujuan]


def test_a_failed_writing_leaves_the_old_file(tmp_path: Path) -> None:
    tujuan = tmp_path / "daftar.pdf"
    tulis_aman(tujuan, b"lama")
    with pytest.raises(ZeroDivisionError), ditulis_di_samping(tujuan) as samping:
        samping.write_bytes(b"setengah")
        raise ZeroDivisionError
    assert (tujuan.read_bytes(), list(tmp_path.iterdir())) == (b"lama", [tujuan])


@pytest.mark.parametrize("nama", [".", "..", "", "folder", "x" * 300 + ".pdf", "berkas.txt/anak.pdf"])
def test_a_name_that_cannot_be_a_file_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nama: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "berkas.txt").touch()
    with pytest.raises(KnownError) as galat:
        tulis_aman(Path(nama), b"isi")
    assert galat.value.kode == "tidak_bisa_menulis"
    assert sorted(satu.name for satu in tmp_path.iterdir()) == ["berkas.txt", "folder"]


def test_a_device_is_never_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alat = tmp_path / "null"
    alat.touch()
    monkeypatch.setattr(Path, "is_file", lambda _: False)
    with pytest.raises(KnownError):
        tulis_aman(alat, b"isi")
    assert (alat.read_bytes(), list(tmp_path.iterdir())) == (b"", [alat])
