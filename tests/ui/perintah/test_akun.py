"""`salur akun`: who works for which area, and what an account of one kecamatan sees on the command line."""

from uuid import UUID

from db.istilah import StatusUsulan
from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import isi_usulan
from tests.ui.perintah.conftest import Menulis

BULIK = "62.09.03"


def test_the_area_is_set_shown_and_lifted(salur: Baris) -> None:
    assert ["staf", "seluruh wilayah kantor"] in [[b[0], b[3]] for b in salur("akun", akun="admin").baris]
    assert salur("akun", "wilayah", "staf", "620903", akun="admin").baris == [["staf", "Kecamatan Bulik"]]
    isi = {a["nama_pengguna"]: a["wilayah"] for a in salur("akun", "--json", akun="admin").json}
    assert (isi["staf"], isi["kabid"]) == ([BULIK], [])
    assert salur("akun", "wilayah", "staf", akun="admin").baris == [["staf", "seluruh wilayah kantor"]]


def test_what_is_wrong_is_refused_by_one_sentence(salur: Baris) -> None:
    assert "tidak ada di kantor ini" in salur.ditolak("akun", "wilayah", "hantu", BULIK, akun="admin")
    assert "di luar wilayah kantor" in salur.ditolak("akun", "wilayah", "staf", "62.10", akun="admin")
    assert salur.ditolak("akun", "wilayah", "staf", BULIK)  # only the administrator
    assert salur.ditolak("akun")


def test_the_account_sees_its_kecamatan_alone(salur: Baris, layak: UUID, menulis: Menulis) -> None:
    with menulis() as kerja:
        isi_usulan(kerja, layak, 2, desa=("62.09.05.2001",), mulai=50, status=StatusUsulan.LAYAK)
    salur("akun", "wilayah", "staf", BULIK, akun="admin")
    semua = salur("verifikasi", "--kegiatan", layak, "--json").json
    milik = salur("verifikasi", "--kegiatan", layak, "--json", akun="staf").json
    assert (len(semua), len(milik)) == (8, 6)
    luar = next(u for u in semua if u["kode_desa"] == "62.09.05.2001")
    ditolak = salur.ditolak("verifikasi", "putuskan", luar["id"], "--hasil", "layak", akun="staf")
    assert ditolak.startswith("Akun ini hanya untuk Kecamatan Bulik")
    assert "seluruh kegiatan" in salur.ditolak("penetapan", "susun", "--kegiatan", layak, akun="staf")
