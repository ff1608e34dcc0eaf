"""What an act says of its recipient is what the store says when it is asked again."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.penyaluran import BarisSerah, Tindakan, Wakil, batalkan_hasil, catat_hasil, lihat_serah, semua_serah
from app.penyaluran.cari import catatan_terakhir, tindakan_terakhir
from db.istilah import HasilSalur
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.toko import KantorUji

BARANG = {"item": [{"nama": "Beras", "satuan": "kg", "jumlah": 10}, {"nama": "Kartu ATM"}]}
KUASA = Wakil("Joko", "Anak kandung", "6209031502800003", "Surat kuasa 2 Maret 2026")


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 2, barang=BARANG)


def tanpa_urut(b: BarisSerah) -> BarisSerah:
    """Leave order numbers out: an act does not know those of the store."""

    def satu(c: object) -> object:
        return replace(c, urut=0) if c else None  # type: ignore[type-var]

    komponen = tuple(replace(k, terakhir=satu(k.terakhir)) for k in b.keadaan.komponen)
    keadaan = replace(b.keadaan, komponen=komponen)
    return replace(b, keadaan=keadaan, catatan=tuple(replace(c, urut=0) for c in b.catatan))


def periksa(uji: KantorUji, t: Tindakan) -> None:
    with uji.membaca() as kerja:
        dibaca = lihat_serah(kerja, t.alokasi_id)
        terakhir = next(c for c in catatan_terakhir(kerja, dibaca.kegiatan_id) if c.alokasi_id == t.alokasi_id)
    assert tanpa_urut(t.baris) == tanpa_urut(dibaca)
    assert t.baris.keadaan == t.sesudah
    kini = tindakan_terakhir(t.baris)
    assert kini is not None
    assert kini == terakhir == tindakan_terakhir(dibaca)


def test_every_act_says_what_is_stored(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.membaca() as kerja:
        satu, dua = semua_serah(kerja, kegiatan)
    beras = satu.barang[0].barang_id

    def catat(b: BarisSerah, hasil: HasilSalur, **isian: object) -> Tindakan:
        with uji.menulis() as kerja:
            tindakan = catat_hasil(kerja, b.alokasi_id, hasil, **isian)  # type: ignore[arg-type]
        periksa(uji, tindakan)
        return tindakan

    catat(satu, HasilSalur.TIDAK_HADIR)
    catat(satu, HasilSalur.SEBAGIAN, barang_id=beras, jumlah=4)
    akhir = catat(
        satu, HasilSalur.DIWAKILKAN, wakil=KUASA, saksi=("Budi", "Rina"), cap_jempol=True, tempat="Balai Desa"
    )
    catat(dua, HasilSalur.MENINGGAL, alasan="menurut kepala desa")
    for tindakan in (akhir.penyaluran_ids[0],):
        with uji.menulis() as kerja:
            batal = batalkan_hasil(kerja, tindakan, alasan="salah orang")
        periksa(uji, batal)
        kini = tindakan_terakhir(batal.baris)
        assert kini is not None
        assert kini.dibatalkan
