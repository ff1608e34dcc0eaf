"""The keys of JSON that scripts read: a contract once shipped."""

from uuid import UUID

import pytest

from tests.end2end.baris_perintah import Baris

KUNCI = {
    "penetapan": {"calon", "penetapan"},
    "pencairan": {"seluruh", "per_tahap", "sp2d", "sts"},
    "penyaluran": {"ringkasan", "penerima"},
    "monev": {"ringkasan", "benih", "sampel", "kunjungan"},
    "loket": {"kegiatan_id", "berkas", "pemohon"},
    "siks": {"orang", "berkas"},
}
DALAM = {
    (
        "penetapan",
        "calon",
    ): "layak belum_diputuskan tanpa_nik ganda meninggal nominal lebih_kuota lebih_pagu tanpa_desa lebih_kuota_desa",
    ("penetapan", "penetapan", 0): "id kegiatan_id nomor_versi jenis status nomor tanggal tentang penandatangan "
    "jabatan_penandatangan jumlah_orang jumlah_nominal disahkan_pada lampiran_id catatan",
    ("penetapan daftar", 0): "penerima_id usulan_id nomor_urut nama nik kode_desa kategori nominal",
    ("pencairan", "seluruh"): "alokasi sp2d tersalur disetor masih selisih",
    ("pencairan", "per_tahap", 0): "tahap alokasi sp2d tersalur disetor masih selisih",
    ("pencairan", "sp2d", 0): "id tahap_id jenis nomor_spm nomor_sp2d tanggal nilai alasan_selisih lampiran_id",
    ("penyaluran", "ringkasan"): "target tersalur belum gagal per_hasil dana orang per_tahap per_desa per_barang",
    ("penyaluran", "penerima", 0): "alokasi_id tahap nomor nama nik kode_desa nominal barang status hasil dana "
    "dana_masuk diserahkan tanggal tempat wakil catatan_id",
    ("penyaluran riwayat", 0): "penyaluran_id alokasi_id pada tanggal nomor nama kode_desa hasil petugas keterangan "
    "dibatalkan",
    ("pertemuan", 0): "id jenis tanggal tempat materi kode_desa diundang hadir lain jumlah_hadir",
    ("siks", "orang", 0): "usulan_id nomor_register nama kode_desa status alasan",
}


@pytest.fixture
def berisi(salur: Baris, sah: UUID) -> UUID:
    """A kegiatan with one of everything."""
    salur("pencairan", "catat", "--kegiatan", sah, "--nomor", "1", "--nilai", 9_000_000)
    salur("penyaluran", "catat", 1, "--kegiatan", sah, "--hasil", "sendiri")
    salur("pertemuan", "catat", "--kegiatan", sah, "--tempat", "Aula")
    return sah


def test_keys_stay(salur: Baris, berisi: UUID) -> None:
    semua = {" ".join(k): salur(*k, "--kegiatan", berisi, "--json").json for k in _perintah()}
    assert {nama: set(semua[nama]) for nama in KUNCI} == KUNCI
    for (nama, *jalan), kunci in DALAM.items():
        isi = semua[nama]
        for langkah in jalan:
            isi = isi[langkah]
        assert list(isi) == kunci.split(), (nama, jalan)


def _perintah() -> set[tuple[str, ...]]:
    return {tuple(nama.split()) for nama in (*KUNCI, *(kepala[0] for kepala in DALAM))}
