"""`salur barang`: a vendor's BAST in, stock, a line taken back."""

from uuid import UUID

from app.kegiatan import DataBarang, buat_kegiatan
from tests.end2end.baris_perintah import Baris
from tests.ui.perintah.conftest import Menulis


def test_goods_come_in_and_are_counted(salur: Baris, menulis: Menulis) -> None:
    with menulis() as kerja:
        barang = (DataBarang("Beras", "karung", 2),)
        kegiatan: UUID = buat_kegiatan(kerja, kode_sop="uep", nama="UEP Uji", tahun=2026, barang=barang)
    mitra = salur("mitra", "catat", "--nama", "CV Contoh", "--jenis", "vendor").kata
    terima = ("barang", "terima", "--kegiatan", kegiatan, "--mitra", mitra, "--nomor", "BAST-1")
    baris = salur(*terima, "--barang", "Beras=40 karung").kata
    assert "bukan barang kegiatan ini" in salur.ditolak(*terima, "--barang", "Gula=1 kg")
    isi = salur("barang", "--kegiatan", kegiatan, "--json").json
    assert isi["stok"] == [{"nama": "Beras", "satuan": "karung", "diterima": 40, "hak": 0, "diserahkan": 0, "sisa": 40}]
    assert [b["nomor"] for b in isi["bast"]] == ["BAST-1"]
    assert salur("barang", "--kegiatan", kegiatan).baris[0] == ["Beras", "karung", "40", "0", "40"]
    salur("barang", "batalkan", baris, "--alasan", "salah ketik")
    assert salur("barang", "--kegiatan", kegiatan, "--json").json["stok"] == []
