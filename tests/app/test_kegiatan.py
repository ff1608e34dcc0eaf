"""Setting a kegiatan up, listing it, changing it, calling it off."""

from datetime import date
from typing import Any

import pytest

from app import jejak
from app.acuan.batas import batas_desil
from app.bahasa import galat
from app.kegiatan import (
    DataBarang,
    DataTahap,
    buat_kegiatan,
    daftar_kegiatan,
    lihat_kegiatan,
)
from app.kegiatan_atur import atur_desa, batalkan_kegiatan, batasi_desil, tambah_tahap, ubah_kegiatan
from app.kelayakan import baca_aturan
from app.sop import muat
from db.galat import KnownError
from db.istilah import JenisBantuan, StatusKegiatan
from db.model import Kegiatan, Penetapan
from tests.helpers.toko import KantorUji

DASAR: dict[str, Any] = {"kode_sop": "rehsos", "nama": "Bansos Lansia 2026", "tahun": 2026}


def buat(kerja: Any, **ubah: Any) -> Any:
    return buat_kegiatan(kerja, **(DASAR | ubah))


def test_a_kegiatan_takes_the_sop_as_it_stands(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat(kerja, nominal=1_500_000)
        r = lihat_kegiatan(kerja, kegiatan_id)
        assert (r.ringkasan.langkah_kini, r.ringkasan.nama_langkah_kini, r.ringkasan.jumlah_langkah) == (
            1,
            "Data usulan desa",
            9,
        )
        assert r.ringkasan.jenis_bantuan is JenisBantuan.TRANSFER
        assert r.ringkasan.wilayah == "Kabupaten Lamandau"
        assert [(t.nomor, t.nama, t.nominal) for t in r.tahap] == [(1, "Tahap 1", 1_500_000)]
        assert r.definisi == muat.muat_bawaan("rehsos")
        assert not baca_aturan(r.aturan).satu_kk
        assert kerja.sesi.get_one(Kegiatan, kegiatan_id).sop_sidik == muat.sidik(r.definisi)
        assert next(jejak.riwayat(kerja, kegiatan_id=kegiatan_id)).aksi == "buat_kegiatan"


def test_everything_can_be_said_at_once(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat(
            kerja,
            kode_sop="uep",
            jenis_bantuan=JenisBantuan.BARANG,
            wilayah="620903",
            tahap=["Tahap 1", DataTahap("Tahap 2", 750_000, date(2026, 9, 1))],
            barang=[DataBarang("Mesin jahit"), DataBarang("Beras", "kg", 10)],
            desa=["62.09.03.2001", "62.09.03.2002"],
            aturan={"satu_kk": False},
            nominal=500_000,
            pagu=10_000_000,
            kuota=20,
            periode="Semester I",
            mulai_pada=date(2026, 1, 5),
        )
        r = lihat_kegiatan(kerja, kegiatan_id)
        assert [(t.nama, t.nominal, t.rencana) for t in r.tahap] == [
            ("Tahap 1", 500_000, None),
            ("Tahap 2", 750_000, date(2026, 9, 1)),
        ]
        assert r.barang == (DataBarang("Mesin jahit"), DataBarang("Beras", "kg", 10))
        assert r.desa == ("62.09.03.2001", "62.09.03.2002")
        assert (r.ringkasan.kode_wilayah, r.ringkasan.mulai_pada) == ("62.09.03", date(2026, 1, 5))
        aturan = baca_aturan(r.aturan)
        assert not aturan.satu_kk
        assert [s.kode for s in aturan.syarat][:2] == ["keluarga_miskin", "memiliki_usaha"]
        assert (aturan.usia[0].minimum, aturan.usia[0].maksimum) == (15, 64)


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"nama": "  "}, "isian_kosong"),
        ({"tahun": 206}, "tahun_salah"),
        ({"kode_sop": "pkh"}, "sop_tak_dikenal"),
        ({"nominal": 0}, "kegiatan_nominal_salah"),
        ({"kuota": -1}, "kegiatan_nominal_salah"),
        ({"tahap": ["Tahap 1", " tahap 1"]}, "tahap_ganda"),
        ({"tahap": [DataTahap("Tahap 1", -5)]}, "kegiatan_nominal_salah"),
        ({"tahap": [" "]}, "isian_kosong"),
        ({"wilayah": "99.99"}, "wilayah_tak_dikenal"),
        ({"wilayah": "63.11"}, "wilayah_di_luar_kantor"),
        ({"desa": ["63.11.03.2004"]}, "wilayah_di_luar_kantor"),
        ({"mulai_langkah": 10}, "langkah_mulai_salah"),
        ({"mulai_langkah": 0}, "langkah_mulai_salah"),
        ({"barang": [DataBarang("Beras", "kg", 0)]}, "kegiatan_nominal_salah"),
        ({"kode_sop": "uep", "jenis_bantuan": JenisBantuan.KARTU}, "jenis_bantuan_wajib"),
        ({"kode_sop": "dtks", "jenis_bantuan": JenisBantuan.TUNAI}, "jenis_bantuan_lain"),
        ({"kode_sop": "dtks", "tidak_berlaku": {4: "x"}}, "keputusan_wajib_dijawab"),
    ],
)
def test_what_cannot_be_is_refused_in_words(uji: KantorUji, ubah: dict[str, Any], kode: str) -> None:
    with uji.menulis() as kerja, pytest.raises(KnownError, match=kode) as tangkap:
        buat(kerja, **ubah)
    assert galat.kalimat(tangkap.value)


def test_only_those_with_the_right_create_one(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja, pytest.raises(KnownError, match="tidak_berwenang"):
        buat(kerja)


def test_the_list_is_newest_first_and_can_be_narrowed(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        buat(kerja, nama="Satu", tahun=2025)
        buat(kerja, nama="Dua", kode_sop="dtks", periode="Triwulan I")
        tiga = buat(kerja, nama="Tiga")
        batalkan_kegiatan(kerja, tiga, alasan="Ganda")
        assert [k.nama for k in daftar_kegiatan(kerja)] == ["Tiga", "Dua", "Satu"]
        assert [k.nama for k in daftar_kegiatan(kerja, tahun=2025)] == ["Satu"]
        assert [k.nama for k in daftar_kegiatan(kerja, kode_sop="dtks")] == ["Dua"]
        assert [k.nama for k in daftar_kegiatan(kerja, status=StatusKegiatan.BATAL)] == ["Tiga"]
        assert lihat_kegiatan(kerja, daftar_kegiatan(kerja)[1].id).tahap[0].nama == "Triwulan I"


def test_changes_are_named_in_the_trail_and_locked_by_the_decree(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat(kerja, nominal=500_000)
        assert ubah_kegiatan(kerja, kegiatan_id, nominal=600_000, nama=DASAR["nama"]) == ("nominal",)
        assert ubah_kegiatan(kerja, kegiatan_id, barang=[DataBarang("Beras", "kg", 5)]) == ("barang",)
        tambah_tahap(kerja, kegiatan_id, DataTahap("Tahap 2"))
        with pytest.raises(KnownError, match="tahap_ganda"):
            tambah_tahap(kerja, kegiatan_id, DataTahap("tahap 2"))
        assert [t.nominal for t in lihat_kegiatan(kerja, kegiatan_id).tahap] == [600_000, 600_000]
        with pytest.raises(TypeError, match="status"):
            ubah_kegiatan(kerja, kegiatan_id, status="selesai")
        kerja.sesi.add(Penetapan(kegiatan_id=kegiatan_id, status="sah", nomor="1", tanggal=date(2026, 3, 1)))
        assert ubah_kegiatan(kerja, kegiatan_id, catatan="Dipercepat") == ("catatan",)
        for tindakan in (
            lambda: ubah_kegiatan(kerja, kegiatan_id, nominal=1),
            lambda: tambah_tahap(kerja, kegiatan_id, DataTahap("Tahap 3")),
        ):
            with pytest.raises(KnownError, match="kegiatan_sudah_sk"):
                tindakan()


def test_the_desa_that_take_part_can_be_changed(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = buat(kerja, desa=["62.09.03.2001", "62.09.03.2002"])
        atur_desa(kerja, kegiatan_id, ["62.09.03.2002", "62.09.03.2003"])
        assert lihat_kegiatan(kerja, kegiatan_id).desa == ("62.09.03.2002", "62.09.03.2003")


def test_calling_off_needs_a_superior_and_a_reason(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id = buat(kerja)
        with pytest.raises(KnownError, match="tidak_berwenang"):
            batalkan_kegiatan(kerja, kegiatan_id, alasan="x")
    with uji.menulis("kadis") as kerja:
        with pytest.raises(KnownError, match="alasan_kosong"):
            batalkan_kegiatan(kerja, kegiatan_id, alasan=" ")
        batalkan_kegiatan(kerja, kegiatan_id, alasan="Anggaran dialihkan")
        assert lihat_kegiatan(kerja, kegiatan_id).selesai_pada == date(2026, 3, 2)
        with pytest.raises(KnownError, match="kegiatan_ditutup"):
            batalkan_kegiatan(kerja, kegiatan_id, alasan="Lagi")


def test_a_kegiatan_nobody_knows(uji: KantorUji) -> None:
    with uji.membaca() as kerja, pytest.raises(KnownError, match="kegiatan_tidak_ada"):
        lihat_kegiatan(kerja, kerja.akun_id)


def test_the_highest_desil_is_set_and_taken_back(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        satu = buat(kerja, nominal=1)
        sebelum = dict(kerja.sesi.get_one(Kegiatan, satu).aturan)
        batasi_desil(kerja, satu, 4)
        assert batas_desil(kerja, satu) == 4
        assert kerja.sesi.get_one(Kegiatan, satu).aturan == {**sebelum, "desil_maks": 4}
        batasi_desil(kerja, satu, None)
        assert batas_desil(kerja, satu) is None
        for salah in (0, 11):
            with pytest.raises(KnownError, match="desil_di_luar"):
                batasi_desil(kerja, satu, salah)
