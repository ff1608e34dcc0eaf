"""From usulan to monev through the use cases alone, on a kegiatan that runs a real SOP."""

from datetime import date

import pytest

from app.angka_kegiatan import angka_kegiatan
from app.kegiatan import buat_kegiatan
from app.kelayakan import Sikap, periksa_kelayakan
from app.mitra import DataMitra, catat_mitra, catat_perjanjian
from app.monev import Kunjungan, catat_kunjungan, daftar_sampel, ringkasan_monev, tarik_sampel
from app.pencairan import catat_pencairan, catat_setoran, posisi_uang
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import Entri, cari_penerima, catat_banyak, catat_hasil, daftar_serah, ringkasan_penyaluran
from app.pertemuan import catat_kehadiran, catat_pertemuan
from app.pijakan import daftar_tahap
from app.verifikasi import putuskan, ringkasan_verifikasi
from db.istilah import HasilSalur, HasilVerifikasi, JenisBantuan, JenisPerjanjian
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
JUTA = 1_000_000


def test_rehsos_from_verification_to_monev(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(
            kerja, kode_sop="rehsos", nama="Bansos 2026", tahun=2026, nominal=JUTA, jenis_bantuan=JenisBantuan.TUNAI
        )
        ids = isi_usulan(kerja, kegiatan, 10)
        pendapat = periksa_kelayakan(kerja, kegiatan)
        assert all(p.sikap is Sikap.MENDUKUNG for u in ids for p in pendapat[u])
        putuskan(kerja, ids[:8], HasilVerifikasi.LAYAK, cara="lapangan")
        putuskan(kerja, ids[8:], HasilVerifikasi.TIDAK_LAYAK, alasan_kode="pindah")
        assert ringkasan_verifikasi(kerja, kegiatan).seluruh.belum == 0
        susun_penetapan(kerja, kegiatan)
        sahkan_sk(kerja, kegiatan, nomor="188.45/7/2026", tanggal=HARI, tentang="Penetapan penerima")
        bank = catat_mitra(kerja, DataMitra("Bank Kalteng"))
        for jenis in (JenisPerjanjian.PENUNJUKAN, JenisPerjanjian.MOU):
            catat_perjanjian(kerja, kegiatan, bank, jenis, tanggal=HARI, nomor="1")
        (tahap,) = daftar_tahap(kerja, kegiatan)
        catat_pencairan(kerja, kegiatan, tahap.id, nomor_sp2d="00001", tanggal=HARI, nilai=8 * JUTA)
        serah = daftar_serah(kerja, kegiatan)
        (satu,) = cari_penerima(kerja, kegiatan, tahap.id, serah[0].kode)
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
        catat_hasil(kerja, serah[1].alokasi_id, HasilSalur.MENINGGAL)
        catat_banyak(kerja, kegiatan, [Entri(b.alokasi_id, HasilSalur.DIANTAR) for b in serah[2:]], tempat="Rumah")
        catat_setoran(kerja, kegiatan, tahap.id, nomor="STS 1", tanggal=HARI, nilai=JUTA, alasan="meninggal")
        sampel = tarik_sampel(kerja, kegiatan, ukuran=3, benih=1)
        for b in daftar_sampel(kerja, sampel.id):
            catat_kunjungan(kerja, kegiatan, b.penerima_id, Kunjungan(HARI, "Rina", True, True, True))
    with uji.membaca() as kerja:
        angka = angka_kegiatan(kerja, kegiatan)
        salur = ringkasan_penyaluran(kerja, kegiatan).seluruh
        assert posisi_uang(kerja, kegiatan).seluruh.masih == 0
        assert ringkasan_monev(kerja, kegiatan).belum == 0
    assert (angka.seluruh.usulan, angka.seluruh.layak, angka.seluruh.ditetapkan, angka.menerima) == (10, 8, 8, 7)
    assert (salur.tersalur.orang, salur.belum.orang, salur.gagal.orang) == (7, 0, 1)
    assert (angka.diserahkan, angka.disetor, salur.tanpa_catatan) == (7 * JUTA, JUTA, 0)


def test_uep_asks_its_five_conditions_and_hands_over_goods(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(
            kerja, kode_sop="uep", nama="UEP 2026", tahun=2026, nominal=2 * JUTA, jenis_bantuan=JenisBantuan.BARANG
        )
        (usulan,) = isi_usulan(
            kerja, kegiatan, 1, orang={"tanggal_lahir": date(1990, 5, 1)}, kategori="keluarga_miskin"
        )
        sebelum = {p.aturan: p.sikap for p in periksa_kelayakan(kerja, kegiatan)[usulan]}
        syarat = {"keluarga_miskin": True, "memiliki_usaha": True, "fc_kk_ktp": True, "sptjm": True}
        putuskan(kerja, [usulan], HasilVerifikasi.LAYAK, formulir={"syarat": syarat})
        sesudah = {p.aturan: p.sikap for p in periksa_kelayakan(kerja, kegiatan)[usulan]}
        susun_penetapan(kerja, kegiatan)
        sahkan_sk(kerja, kegiatan, nomor="1", tanggal=HARI)
        (baris,) = daftar_serah(kerja, kegiatan)
        rapat = catat_pertemuan(kerja, kegiatan, tanggal=HARI, tempat="Aula")
        assert catat_kehadiran(kerja, rapat, {baris.penerima_id: True}).hadir == 1
        catat_hasil(kerja, baris.alokasi_id, HasilSalur.SENDIRI)
        assert ringkasan_penyaluran(kerja, kegiatan).seluruh.tersalur.orang == 1
    assert {k for k, s in sebelum.items() if s is Sikap.BELUM} == {
        "keluarga_miskin",
        "memiliki_usaha",
        "fc_kk_ktp",
        "sptjm",
    }
    assert set(sesudah.values()) == {Sikap.MENDUKUNG}


@pytest.mark.parametrize("kode", ["dtks", "balakas"])
def test_the_rules_of_the_other_sops_can_be_read(uji: KantorUji, kode: str) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop=kode, nama="Uji", tahun=2026)
        isi_usulan(kerja, kegiatan, 1, kategori="keluarga_miskin")
        assert len(periksa_kelayakan(kerja, kegiatan)) == 1
