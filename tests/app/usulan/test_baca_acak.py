"""Spreadsheets broken at random, through the real child: each is read, or refused with a sentence, nothing else."""

import io
import random
import zipfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bahasa.galat import kalimat
from app.usulan.baca import Batas, BerkasDitolak, Buku, baca_buku
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar

BARIS = [
    ["NO", "NAMA", "NIK", "TGL LAHIR"],
    *([n, "SITI AMINAH", f"62090341016500{n:02d}", "01-01-1965"] for n in range(1, 30)),
]
UTUH = {
    "xlsx": buat.xlsx(Lembar(BARIS, gabung=["A1:B1"]), Lembar(BARIS, nama="Dua", sembunyi=True)),
    "xlsb": buat.xlsb(Lembar(BARIS)),
    "ods": buat.ods(Lembar(BARIS)),
    "xls": buat.xls(Lembar(BARIS)),
    "csv": buat.csv_teks(BARIS),
    "html": buat.html(BARIS),
}
BATAS = Batas(detik=30, memori=512 * 1024 * 1024)
PELAN = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
acak_hypothesis = st.randoms(use_true_random=False)


def rusak(isi: bytes, acak: random.Random, banyak: int) -> bytes:
    """Flip, cut out, double, insert and truncate."""
    data = bytearray(isi)
    for _ in range(banyak):
        if not data:
            break
        di, panjang = acak.randrange(len(data)), acak.choice((1, 1, 1, 4, 40, 400))
        match acak.randrange(6):
            case 0 | 1:
                data[di] = acak.randrange(256)
            case 2:
                del data[di : di + panjang]
            case 3:
                data[di:di] = data[di : di + panjang]
            case 4:
                data[di:di] = acak.choice((b"<", b">", b'"', b"&#0;", b"-1", b"4294967295", b"\0", b"1048576", b"XFD9"))
            case _ if acak.random() < 0.2:
                del data[di:]
    return bytes(data)


def rusak_di_dalam(isi: bytes, acak: random.Random, banyak: int) -> bytes:
    """Break one part of a zip and pack it anew, so that every reader gets as far as that part."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as tujuan:
        semua = asal.namelist()
        korban = acak.choice(semua)
        for nama in semua:
            data = asal.read(nama)
            tujuan.writestr(nama, rusak(data, acak, banyak) if nama == korban else data)
    return keluar.getvalue()


def dibaca_atau_ditolak(isi: bytes, nama: str) -> str:
    """Read a file; return `terbaca`, or the code of its refusal once its sentence is seen to be one."""
    buku = Buku(nama, "", isi)
    try:
        baca_buku(buku, batas=BATAS)
    except BerkasDitolak as tolak:
        kata = kalimat(tolak)
        assert nama in kata
        assert kata.endswith(".")
        assert not {"error", "zip", "xml", "panic", "none"} & set(kata.lower().replace(nama, "").split())
        return tolak.kode_berkas
    assert buku.format
    assert all(isinstance(sel, str | float | int | list) for s in buku.lembar for b in s.baris for sel in b)
    return "terbaca"


@PELAN
@given(acak_hypothesis, st.sampled_from(sorted(UTUH)), st.integers(1, 30))
def test_a_damaged_file_is_read_or_refused(acak: random.Random, bentuk: str, banyak: int) -> None:
    dibaca_atau_ditolak(rusak(UTUH[bentuk], acak, banyak), f"usulan.{'xls' if bentuk == 'html' else bentuk}")


@PELAN
@given(acak_hypothesis, st.sampled_from(["xlsx", "xlsb", "ods"]), st.integers(1, 12))
def test_a_damaged_part_is_read_or_refused(acak: random.Random, bentuk: str, banyak: int) -> None:
    dibaca_atau_ditolak(rusak_di_dalam(UTUH[bentuk], acak, banyak), f"usulan.{bentuk}")


@PELAN
@given(
    st.binary(max_size=2_000),
    st.sampled_from([".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"]),
    st.sampled_from([b"", b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_any_bytes_under_any_name_are_read_or_refused(isi: bytes, ekstensi: str, awalan: bytes) -> None:
    dibaca_atau_ditolak(awalan + isi, f"usulan{ekstensi}")


def test_whole_files_are_read() -> None:
    assert {dibaca_atau_ditolak(isi, f"a.{bentuk}") for bentuk, isi in UTUH.items()} == {"terbaca"}
