"""A folder gives its spreadsheets, at any depth, and says how much else lies there."""

from pathlib import Path

from app.usulan.folder import isi_folder, kumpulkan


def _tulis(folder: Path, *nama: str) -> None:
    for satu in nama:
        (folder / satu).parent.mkdir(parents=True, exist_ok=True)
        (folder / satu).write_bytes(b"x")


def test_a_folder_is_walked_to_its_end(tmp_path: Path) -> None:
    _tulis(
        tmp_path, "b.XLSX", "a.csv", "Kec. Bulik/Kujan.ods", "Kec. Bulik/lama/Guci.xls", "surat.docx", "foto/ktp.jpg",
        "~$b.xlsx", ".~lock.a.csv#", "._b.xlsx", ".git/c.xlsx", "Kec. Bulik/~$Kujan.xlsx",
    )  # fmt: skip
    isi = isi_folder(tmp_path)
    nama = ["Kec. Bulik/Kujan.ods", "Kec. Bulik/lama/Guci.xls", "a.csv", "b.XLSX"]
    assert [b.relative_to(tmp_path).as_posix() for b in isi.berkas] == nama
    assert isi.lain == 2


def test_files_that_are_named_are_read_whatever_they_are(tmp_path: Path) -> None:
    _tulis(tmp_path, "a.xlsx", "surat.docx", "~$a.xlsx")
    semua = [tmp_path / n for n in ("a.xlsx", "surat.docx", "~$a.xlsx")]
    assert kumpulkan([*semua, tmp_path]) == semua[:2]
    assert kumpulkan([tmp_path / "tak-ada.xlsx"]) == [tmp_path / "tak-ada.xlsx"]
