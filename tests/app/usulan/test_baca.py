"""The import child reads every format, refuses what is hostile with a reason, and never takes the program with it."""

import gc
import json
import os
import random
import re
import select
import subprocess
import sys
import threading
import zipfile
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bahasa.galat import kalimat
from app.jobs import JobCancelled, JobContext
from app.usulan import anak, baca, penjaga, rekaman
from app.usulan.baca import KODE_BERKAS, Batas, BerkasDitolak, Buku, baca_buku, muat
from app.usulan.daftar import baca_daftar
from app.usulan.penjaga import Tolak
from tests.helpers import lembar as buat
from tests.helpers.lembar import Galat, Lembar, Rumus

ISI = [["NIK", "NAMA"], ["6209030101659012", "ANI"], [6209030101650010, "BUDI"], [None, "CICI"]]
TERBACA = [["NIK", "NAMA"], ["6209030101659012", "ANI"], [6209030101650010.0, "BUDI"], ["", "CICI"]]
TERBACA_TEKS = [[str(s) if not isinstance(s, float) else f"{s:.0f}" for s in b] for b in TERBACA]


def _buku(isi: bytes, nama: str = "usulan.xlsx") -> Buku:
    return Buku(nama, "", isi)


def _baca(isi: bytes, nama: str = "usulan.xlsx", batas: Batas | None = None) -> Buku:
    return baca_buku(_buku(isi, nama), batas=batas or Batas())


def _kode(isi: bytes, nama: str) -> str:
    """Return the refusal of a file, or `""` when it was read."""
    try:
        return "" if _baca(isi, nama, Batas(detik=20)).format else "tanpa format"
    except BerkasDitolak as tolak:
        return tolak.kode_berkas


@pytest.mark.parametrize(
    ("nama", "isi", "bentuk", "terbaca"),
    [
        ("a.xlsx", buat.xlsx(Lembar(ISI)), "xlsx", TERBACA),
        ("a.xlsm", buat.xlsx(Lembar(ISI)), "xlsx", TERBACA),
        ("a.xlsb", buat.xlsb(Lembar(ISI)), "xlsb", TERBACA),
        ("a.xls", buat.xls(Lembar(ISI)), "xls", TERBACA),
        ("a.ods", buat.ods(Lembar(ISI)), "ods", TERBACA),
        ("a.csv", buat.csv_teks(ISI), "csv", TERBACA_TEKS),
        ("a.tsv", buat.csv_teks(ISI, pemisah="\t"), "csv", TERBACA_TEKS),
        ("koma.csv", buat.csv_teks(ISI, pemisah=","), "csv", TERBACA_TEKS),
        ("u16.csv", buat.csv_teks(ISI, sandi="utf-16"), "csv", TERBACA_TEKS),
        ("u16le.csv", buat.csv_teks(ISI, sandi="utf-16-le"), "csv", TERBACA_TEKS),
        ("bom.csv", b"\xef\xbb\xbf" + buat.csv_teks(ISI), "csv", TERBACA_TEKS),
        ("sep.csv", b"sep=|\r\n" + buat.csv_teks(ISI, pemisah="|"), "csv", TERBACA_TEKS),
        ("laman.xls", buat.html(ISI), "html", TERBACA_TEKS),
        ("salah-nama.xls", buat.xlsx(Lembar(ISI)), "xlsx", TERBACA),
    ],
)
def test_every_format_gives_the_same_cells(nama: str, isi: bytes, bentuk: str, terbaca: list[list[object]]) -> None:
    buku = _baca(isi, nama)
    assert buku.format == bentuk
    assert buku.lembar[0].baris == terbaca


def test_windows_letters() -> None:
    assert _baca("NIK;NAMA\n1;ANDRÉ".encode("cp1252"), "a.csv").lembar[0].baris[1] == ["1", "ANDRÉ"]


def test_cells_stand_where_the_spreadsheet_shows_them() -> None:
    geser = [[], [], [None, None, "NIK"], [], [None, None, "6209"]]
    for isi in (buat.xlsx(Lembar(geser)), buat.xls(Lembar(geser)), buat.ods(Lembar(geser))):
        assert _baca(isi).lembar[0].baris == [[], [], ["", "", "NIK"], [], ["", "", "6209"]]


@pytest.mark.parametrize("sejak_1904", [False, True])
def test_dates_keep_their_day_in_both_calendars(sejak_1904: bool) -> None:
    isi = buat.xlsx(Lembar([["TGL"], [date(1965, 11, 5)]]), sejak_1904=sejak_1904)
    assert _baca(isi).lembar[0].baris[1] == [["1965-11-05"]]


def test_what_the_reader_hides_is_noted() -> None:
    baris = [["A", "B", "C"], [Galat("#N/A"), Rumus("A1"), Rumus("A1", 3)], [Rumus('""', ""), Rumus("A1", "x"), 1]]
    satu = _baca(buat.xlsx(Lembar(baris, gabung=["A1:B1"], baris_sembunyi=[3]))).lembar[0]
    assert satu.galat == {(1, 0): "#N/A"}
    assert satu.rumus_kosong == {(1, 1)}
    assert satu.gabungan == [(0, 0, 0, 1)]
    assert satu.tersembunyi == 1
    assert satu.baris[2][1:] == ["x", 1.0]


def test_prefixed_xml_is_understood_too() -> None:
    bagian = buat.bagian_xlsx(Lembar([["A"], [Galat("#REF!")]]))
    xml = str(bagian["xl/worksheets/sheet1.xml"])
    for tag in ("worksheet", "sheetData", "row", "c", "v"):
        xml = (
            xml.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>").replace(f"</{tag}>", f"</x:{tag}>")
        )
    bagian["xl/worksheets/sheet1.xml"] = xml.replace("xmlns=", "xmlns:x=")
    assert _baca(buat.zip_berkas(bagian)).lembar[0].galat == {(1, 0): "#REF!"}


def test_hidden_sheets_are_told() -> None:
    for isi in (
        buat.xlsx(Lembar(ISI), Lembar(ISI, "H", sembunyi=True)),
        buat.xls(Lembar(ISI), Lembar(ISI, "H", sembunyi=True)),
    ):
        assert [s.tampak for s in _baca(isi).lembar] == [True, False]


def test_html_spans_and_nested_words() -> None:
    halaman = b"""<html><table><tr><th rowspan=2>NO</th><th colspan=2>ALAMAT</th></tr><tr><td>RT</td><td>RW</td></tr>
    <tr><td>1</td><td>0<b>1</b></td><td>2<br>3<table><tr><td>x</td></tr></table></td></tr></table></html>"""
    satu = _baca(halaman, "a.xls").lembar[0]
    assert satu.baris == [["NO", "ALAMAT", ""], ["", "RT", "RW"], ["1", "01", "2\n3x"]]
    assert satu.gabungan == [(0, 0, 1, 0), (0, 1, 0, 2)]


@pytest.mark.parametrize(
    ("nama", "isi", "kode"),
    [
        ("kosong.xlsx", b"   \r\n", "kosong"),
        ("acak.xlsx", random.Random(1).randbytes(4000), "rusak"),
        ("acak.dat", random.Random(1).randbytes(4000), "format_tak_dikenal"),
        ("terpotong.xlsx", buat.xlsx(Lembar(ISI * 50))[:1200], "rusak"),
        ("terpotong.xls", buat.xls(Lembar(ISI * 50))[:1500], "rusak"),
        ("bukan.xlsx", b"%PDF-1.7 ...", "format_tak_dikenal"),
        (
            "surat.docx",
            buat.zip_berkas({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}),
            "format_tak_dikenal",
        ),
        ("surat.doc", buat.ole("WordDocument"), "format_tak_dikenal"),
        ("sandi.xlsx", buat.ole("EncryptionInfo", "EncryptedPackage"), "terkunci"),
        ("bom.xlsx", buat.bom_sudut(), "terlalu_besar"),
        ("isi.xlsx", buat.bom_isi(), "terlalu_besar"),
        ("data.xml", b"<?xml version='1.0'?><a/>", "format_tak_dikenal"),
        ("kutip.csv", b'NIK;NAMA\n"' + b"x" * 200_000, "rusak"),
    ],
)
def test_bad_files_are_refused_with_a_reason(nama: str, isi: bytes, kode: str) -> None:
    with pytest.raises(BerkasDitolak) as tolak:
        _baca(isi, nama)
    assert (tolak.value.kode_berkas, tolak.value.fakta["nama"]) == (kode, nama)


@pytest.mark.parametrize("jahat", ["<!DOCTYPE x [<!ENTITY a 'b'>]>", "<!ENTITY a 'b'>"])
@pytest.mark.parametrize("butir", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_document_type_is_refused(jahat: str, butir: str) -> None:
    bagian = buat.bagian_xlsx(Lembar(ISI))
    bagian[butir] = jahat + str(bagian[butir])
    with pytest.raises(BerkasDitolak, match="rusak"):
        _baca(buat.zip_berkas(bagian))


def test_an_old_xls_with_a_password_is_locked() -> None:
    bof, sandi = b"\x09\x08\x10\x00" + b"\0" * 16, b"\x2f\x00\x04\x00" + b"\x01\x02\x03\x04"
    assert _kode(buat.ole("Workbook", isi=(bof + sandi).ljust(4096, b"\xa5")), "a.xls") == "terkunci"


def test_an_encrypted_ods_is_locked() -> None:
    isi = buat.zip_berkas({"content.xml": "", "META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(BerkasDitolak, match="terkunci"):
        _baca(isi, "a.ods")


def test_a_memory_bomb_kills_only_the_child() -> None:
    """An ods that repeats one cell eighty million times passes every look from outside."""
    bagian = buat.bagian_ods(Lembar([["x"]]))
    isi = str(bagian["content.xml"]).replace("-row>", '-row table:number-rows-repeated="20000">', 1)
    bagian["content.xml"] = isi.replace("-cell ", '-cell table:number-columns-repeated="4000" ', 1)
    bom = buat.zip_berkas(bagian)
    with pytest.raises(BerkasDitolak, match="terlalu_besar"):
        _baca(bom, "a.ods", Batas(memori=400 * 1024 * 1024))


def _anak_palsu(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(baca, "_perintah", lambda: [sys.executable, "-c", program])


BACA_SEMUA = "import sys, os, time; sys.stdin.buffer.read(); "


@pytest.mark.parametrize(
    ("program", "kode"),
    [
        ("import os; os.abort()", "terlalu_besar"),
        (BACA_SEMUA + "os.abort()", "terlalu_besar"),
        (BACA_SEMUA + "os.kill(os.getpid(), 9)", "terlalu_besar"),
        (BACA_SEMUA + "os.kill(os.getpid(), 11)", "rusak"),
        (BACA_SEMUA + "os._exit(3)", "rusak"),
        (BACA_SEMUA + "os.write(1, b'\\xff\\xff\\xff\\xff'); time.sleep(60)", "rusak"),
        (BACA_SEMUA + "os.write(1, b'\\0\\0\\0\\2[]')", "rusak"),
        (BACA_SEMUA + "os.write(1, b'\\0\\0\\0\\5hello')", "rusak"),
        (BACA_SEMUA + "time.sleep(60)", "terlalu_besar"),
        (BACA_SEMUA + "[os.write(1, b'\\0\\0\\0\\2{}') for _ in iter(int, 1)]", "rusak"),
    ],
)
def test_a_child_that_dies_hangs_or_lies_is_a_refused_file(
    monkeypatch: pytest.MonkeyPatch, program: str, kode: str
) -> None:
    _anak_palsu(monkeypatch, program)
    with pytest.raises(BerkasDitolak) as tolak:
        _baca(b"x" * 300_000, batas=Batas(detik=2))
    assert tolak.value.kode_berkas == kode


def test_a_flood_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    kepala = b'{"jenis":"lembar","nama":"a","tampak":true,"kolom_awal":0,"gabungan":[]}'
    banjir = f"os.write(1, {len(kepala).to_bytes(4, 'big') + kepala!r});"
    _anak_palsu(monkeypatch, BACA_SEMUA + banjir + "[os.write(1, b'\\0\\0\\0\\4[[]]') for _ in iter(int, 1)]")
    with pytest.raises(BerkasDitolak, match="terlalu_besar"):
        _baca(b"x", batas=Batas(jawaban=4000))


def test_cancelling_leaves_no_child_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    hidup: list[subprocess.Popen[bytes]] = []
    asli = subprocess.Popen

    def popen(*posisi, **nama):  # type: ignore[no-untyped-def]
        hidup.append(asli(*posisi, **nama))
        return hidup[-1]

    monkeypatch.setattr(baca.subprocess, "Popen", popen)
    _anak_palsu(monkeypatch, BACA_SEMUA + "time.sleep(60)")
    ctx = JobContext()
    threading.Timer(0.2, ctx.batalkan).start()
    with pytest.raises(JobCancelled):
        baca_buku(_buku(b"x"), ctx)
    assert hidup[0].poll() is not None


def _muatan_anak(isi: bytes, awal: str = "0") -> set[str]:
    """Return what the child loads beyond the standard library to read a file."""
    program = (
        f"import sys; sys.argv=['anak']; from app.usulan import anak; {awal}; anak.jalankan(); "
        "sys.stderr.write(' '.join({m.partition('.')[0] for m in sys.modules}))"
    )
    kepala = json.dumps({"nama": "a.xlsx", "memori": 1 << 30, "detik": 9}).encode() + b"\n"
    hasil = subprocess.run(
        [sys.executable, "-c", program],
        input=kepala + isi,
        capture_output=True,
        cwd=Path(__file__).parents[3],
        check=True,
    )
    dimuat = set(hasil.stderr.decode().split())
    return {m for m in dimuat if m not in sys.stdlib_module_names and not m.startswith(("_", "sitecustomize"))}


def test_the_child_loads_the_standard_library_and_calamine_alone() -> None:
    for isi in (buat.xlsx(Lembar(ISI)), buat.csv_teks(ISI), buat.html(ISI)):
        assert _muatan_anak(isi) <= {"app", "python_calamine"}


def test_for_a_large_xlsx_the_child_loads_numpy_too() -> None:
    assert _muatan_anak(buat.xlsx(Lembar(ISI)), "anak.MULAI_CEPAT = 0") == {"app", "numpy", "python_calamine"}


def test_the_collector_rests_while_rows_come_in_and_is_left_as_it_was(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keadaan: list[bool] = []
    asli = baca._terima

    def terima(buku: Buku, bingkai: Any) -> None:
        keadaan.append(gc.isenabled())
        asli(buku, bingkai)

    monkeypatch.setattr(baca, "_terima", terima)
    (tmp_path / "daftar.xlsx").write_bytes(buat.xlsx(Lembar([["NAMA", "NIK"], ["SITI", "6209034101650001"]])))
    for menyala in (True, False):
        (gc.enable if menyala else gc.disable)()
        try:
            assert len(baca_daftar(tmp_path / "daftar.xlsx", hari_ini=date(2026, 3, 2))) == 1
            assert gc.isenabled() is menyala
        finally:
            gc.enable()
    assert set(keadaan) == {False}


def test_the_child_writes_no_file(tmp_path: Path) -> None:
    if sys.platform == "win32":
        return
    program = (
        "from app.usulan import anak; anak._batasi(1 << 30, 9); import os\n"
        f"berkas = open({str(tmp_path / 'jejak')!r}, 'wb')\n"
        "try: berkas.write(b'x' * 99999); berkas.flush()\nexcept OSError: os._exit(7)\n"
    )
    hasil = subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[3], check=False)
    assert hasil.returncode == 7


def test_the_child_dies_with_its_parent() -> None:
    if sys.platform != "linux":
        return
    anak = "from app.usulan import anak; import os, signal; anak._batasi(1 << 30, 9); print(os.getpid(), flush=True); "
    induk = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {anak + 'signal.pause()'!r}])"
    proses = subprocess.Popen([sys.executable, "-c", induk], stdout=subprocess.PIPE, cwd=Path(__file__).parents[3])
    assert proses.stdout
    with proses.stdout:
        pegangan = os.pidfd_open(int(proses.stdout.readline()))
    proses.kill()
    proses.wait()
    assert select.select([pegangan], [], [], 20)[0]
    os.close(pegangan)


def test_every_refusal_of_a_file_has_a_code_and_a_sentence() -> None:
    sumber = [b.read_text(encoding="utf-8") for b in Path(baca.__file__).parent.rglob("*.py")]
    dipakai = {k for s in sumber for k in re.findall(r"\b(?:Tolak|BerkasDitolak)\(\s*\"(\w+)\"", s)}
    assert dipakai == set(KODE_BERKAS)
    for kode in KODE_BERKAS:
        assert "usulan.xlsx" in kalimat(BerkasDitolak(kode, "usulan.xlsx", keterangan="diimpor"))


def test_a_path_gives_bytes_and_fingerprint(tmp_path: Path) -> None:
    berkas = tmp_path / "usulan.csv"
    berkas.write_bytes(b"NIK;NAMA")
    buku = muat(berkas)
    assert (buku.nama, buku.isi, buku.sha256[:8]) == ("usulan.csv", b"NIK;NAMA", "a4e57467")
    with pytest.raises(BerkasDitolak, match="terlalu_besar"):
        muat(berkas, Batas(berkas=3))
    with pytest.raises(BerkasDitolak, match="tak_terbaca"):
        muat(tmp_path / "tak-ada.csv")
    berkas.write_bytes(b"")
    with pytest.raises(BerkasDitolak, match="kosong"):
        muat(berkas)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.sampled_from(["xlsx", "xls", "ods", "xlsb"]), st.integers(1, 30))
def test_damaged_files_are_read_or_refused(acak: random.Random, bentuk: str, rusak: int) -> None:
    utuh = {"xlsx": buat.xlsx, "xls": buat.xls, "ods": buat.ods, "xlsb": buat.xlsb}[bentuk](Lembar(ISI * 5))
    data = bytearray(utuh)
    for _ in range(rusak):
        data[acak.randrange(len(data))] = acak.randrange(256)
    if acak.random() < 0.3:
        data = data[: acak.randrange(1, len(data))]
    assert _kode(bytes(data), f"a.{bentuk}") in {
        "",
        "rusak",
        "terkunci",
        "terlalu_besar",
        "kosong",
        "format_tak_dikenal",
    }


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=300), st.sampled_from(["a.xlsx", "a.csv", "a.bin"]))
def test_any_bytes_are_recognised_or_refused(isi: bytes, nama: str) -> None:
    try:
        jawab = penjaga.kenali(isi, nama)
    except Tolak as tolak:
        jawab = tolak.kode
    assert jawab in {"zip", "ole", "teks", "kosong", "rusak", "format_tak_dikenal"}


@given(st.integers(0, 16383))
def test_column_letters_come_back(nomor: int) -> None:
    assert penjaga.nomor_kolom(penjaga.huruf_kolom(nomor)) == nomor


def test_column_letters() -> None:
    assert [penjaga.huruf_kolom(n) for n in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


def test_a_zip_with_a_false_size_is_refused() -> None:
    utuh = bytearray(buat.xlsx(Lembar(ISI * 400)))
    with zipfile.ZipFile(BytesIO(bytes(utuh))) as arsip:
        besar = arsip.getinfo("xl/worksheets/sheet1.xml").file_size
    utuh = bytearray(bytes(utuh).replace(besar.to_bytes(4, "little"), (besar // 2).to_bytes(4, "little")))
    with pytest.raises(BerkasDitolak, match="rusak"):
        _baca(bytes(utuh))


def test_the_environment_of_the_child_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONSTARTUP", "x")
    assert [n for n in baca._lingkungan() if n.startswith("PYTHON")] == ["PYTHONPATH"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "PYTHONPATH" not in baca._lingkungan()
    assert baca._perintah() == [sys.executable, "--baca-berkas"]
    assert os.environ["PYTHONSTARTUP"] == "x"


@pytest.mark.parametrize("bentuk", ["xlsx", "xls", "xlsb", "ods"])
def test_no_format_hides_errors_formulas_and_rows(bentuk: str) -> None:
    baris = [["A", "B", "C"], ["x", Galat("#N/A"), Rumus("A1")], [None, "y", None, Galat("#REF!")], ["z"]]
    tulis = {"xlsx": buat.xlsx, "xls": buat.xls, "xlsb": buat.xlsb, "ods": buat.ods}[bentuk]
    satu = _baca(tulis(Lembar(baris, baris_sembunyi=[3], kolom_sembunyi=[2, 4, 5])), f"a.{bentuk}").lembar[0]
    assert satu.galat == {(1, 1): "#N/A", (2, 3): "#REF!"}
    assert satu.rumus_kosong == {(1, 2)}
    assert satu.tersembunyi == 1
    assert satu.kolom_sembunyi == [1, 3]  # the fifth is blank, and hides nothing
    assert [b[:2] for b in satu.baris] == [["A", "B"], ["x", ""], ["", "y"], ["z", ""]]


@pytest.mark.parametrize("bentuk", ["xlsx", "xls", "xlsb", "ods"])
def test_every_format_says_from_when_its_days_are_counted(bentuk: str) -> None:
    tulis = {"xlsx": buat.xlsx, "xls": buat.xls, "xlsb": buat.xlsb, "ods": buat.ods}[bentuk]
    for sejak_1904, geser in ((False, 0), (True, 1462)):
        buku = _baca(tulis(Lembar(ISI), sejak_1904=sejak_1904), f"a.{bentuk}")
        assert [satu.geser_hari for satu in buku.lembar] == [geser]


def test_columns_that_are_hidden_to_the_end_of_a_sheet_are_those_with_content() -> None:
    bagian = buat.bagian_xlsx(Lembar([["NIK", "NAMA", None, "ALAMAT"]], kolom_sembunyi=[1]))
    kolom = '<col min="3" max="16384" width="0"/>'
    lembar = str(bagian["xl/worksheets/sheet1.xml"]).replace("</cols>", f"{kolom}</cols>")
    satu = _baca(buat.zip_berkas({**bagian, "xl/worksheets/sheet1.xml": lembar})).lembar[0]
    assert satu.kolom_sembunyi == [0, 3]


def test_an_error_that_a_formula_gave_is_noted_in_xlsb() -> None:
    satu = _baca(buat.xlsb(Lembar([["A"], [Rumus("A1", Galat("#DIV/0!"))], [Rumus("A1", "ada")]])), "a.xlsb").lembar[0]
    assert (satu.galat, satu.rumus_kosong) == ({(1, 0): "#DIV/0!"}, set())


@pytest.mark.parametrize("isi", [b"NIK;NAMA\n#N/A;ANI\n", b"<table><tr><td>NIK<tr><td> #N/A</table>"])
def test_errors_exported_as_text_are_errors(isi: bytes) -> None:
    satu = _baca(isi, "a.csv").lembar[0]
    assert satu.galat == {(1, 0): "#N/A"}
    assert satu.baris[1][0] == ""


def test_repeated_cells_of_ods_keep_their_place() -> None:
    bagian = buat.bagian_ods(Lembar([["A"], [None, Galat("#N/A")], [Rumus("A1")]]))
    isi = str(bagian["content.xml"]).replace(
        "<table:table-cell/>", '<table:table-cell table:number-columns-repeated="3"/>'
    )
    isi = isi.replace(
        "<table:table-row><table:table-cell office",
        "<table:table-row table:number-rows-repeated='2'><table:table-cell office",
        1,
    )
    bagian["content.xml"] = isi
    satu = _baca(buat.zip_berkas(bagian), "a.ods").lembar[0]
    assert (satu.galat, satu.rumus_kosong) == ({(2, 3): "#N/A"}, {(3, 0)})


@settings(deadline=None, max_examples=60)
@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_notes_of_damaged_binary_workbooks_never_fail(acak: random.Random, rusak: int) -> None:
    """What the record reader cannot follow is not noted; only the zip itself may be refused."""
    lembar = Lembar([["A", Galat("#N/A")], [Rumus("A1"), "x"]])
    for utuh in (buat.xls(lembar), buat.xlsb(lembar)):
        data = bytearray(utuh)
        for _ in range(rusak):
            data[acak.randrange(len(data))] = acak.randrange(256)
        if data.startswith(b"PK"):
            with suppress(Tolak):
                arsip, bentuk = penjaga.buka_zip(bytes(data))
                assert bentuk != "xlsb" or isinstance(rekaman.catatan_xlsb(arsip), dict)
        else:
            assert isinstance(rekaman.catatan_xls(bytes(data)), dict)


ANGKA = st.floats(allow_nan=False, allow_infinity=False)
SEL = st.one_of(st.text(max_size=4), st.sampled_from(["", "\x7f", "a\x7fb"]), ANGKA, st.booleans(), st.dates())


@given(st.lists(st.lists(SEL, min_size=3, max_size=3) | st.lists(SEL, max_size=5), max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_come_home_as_they_were_sent(monkeypatch: pytest.MonkeyPatch, semua: list[list[object]]) -> None:
    monkeypatch.setattr(anak, "BARIS_PER_BINGKAI", 2)
    pipa, lembar = BytesIO(), Buku("a.csv", "", b"", lembar=[baca.LembarMentah("a")])
    anak.Pengirim(pipa).kirim_baris(semua)
    pipa.seek(0)
    while panjang := pipa.read(4):
        baca._terima(lembar, json.loads(pipa.read(int.from_bytes(panjang, "big"))))
    terkirim = [[[s.isoformat()] if isinstance(s, date) else s for s in b] if any(b) else [] for b in semua]
    assert lembar.lembar[0].baris == terkirim
