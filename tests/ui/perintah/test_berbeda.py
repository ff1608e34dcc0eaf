"""`salur verifikasi berbeda` and the verifiers of `ringkasan`."""

from uuid import UUID

from app.verifikasi import putuskan
from db.istilah import HasilVerifikasi
from tests.end2end.baris_perintah import Baris
from tests.ui.perintah.conftest import Menulis


def test_verifiers_and_differing_results_are_told(salur: Baris, layak: UUID, menulis: Menulis) -> None:
    semua = salur("verifikasi", "--kegiatan", layak, "--json").json
    satu = UUID(semua[0]["id"])
    assert salur("verifikasi", "berbeda", "--kegiatan", layak).keluar == ""
    with menulis() as kerja:
        putuskan(kerja, [satu], HasilVerifikasi.LAYAK, petugas="Rina")
        putuskan(kerja, [satu], HasilVerifikasi.TIDAK_LAYAK, alasan_kode="pindah", petugas="Budi")
    (baris,) = salur("verifikasi", "berbeda", "--kegiatan", layak).baris
    assert baris[0] == str(satu)
    assert baris[3].startswith("Tidak layak (Budi")
    assert baris[4].startswith("Layak (Rina")
    (isi,) = salur("verifikasi", "berbeda", "--kegiatan", layak, "--json").json
    assert [p["petugas"] for p in isi["putusan"]] == ["Budi", "Rina"]
    petugas = salur("verifikasi", "ringkasan", "--kegiatan", layak, "--json").json["petugas"]
    assert [(p["petugas"], p["diputuskan"], p["diganti"]) for p in petugas] == [("Budi", 1, 0), ("Rina", 0, 1)]
    assert ["Petugas", "Budi", "1", "0 layak", "1 tidak layak"] in salur(
        "verifikasi", "ringkasan", "--kegiatan", layak
    ).baris
