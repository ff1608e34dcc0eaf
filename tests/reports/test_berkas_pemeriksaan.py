"""The berkas pemeriksaan on disk: the index names every file with its hash, the sheets name every finding."""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from app.barang import catat_barang_masuk
from app.jobs import JobCancelled, JobContext
from app.kegiatan import DataBarang, buat_kegiatan
from app.mitra import DataMitra, catat_mitra
from app.pencairan import catat_pencairan
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import catat_hasil, daftar_serah
from app.pijakan import daftar_tahap
from app.verifikasi import putuskan
from db.galat import KnownError
from db.istilah import HasilSalur, HasilVerifikasi, StatusUsulan
from reports.cetak import cetak
from reports.cetak_pemeriksaan import INDEKS, simpan_berkas_pemeriksaan
from reports.daftar_cetak import DAFTAR
from tests.helpers.kegiatan import isi_usulan, tetapkan
from tests.helpers.toko import KantorUji

JUTA = 1_000_000
SK, SP2D = date(2026, 3, 2), date(2026, 3, 4)


@pytest.fixture
def kegiatan(uji: KantorUji, tmp_path: Path) -> UUID:
    """A rehsos kegiatan with a scanned decree, printed lists, and one person served before the SP2D."""
    uji.jam.kini = datetime(2026, 3, 5, 2, tzinfo=UTC)
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="rehsos", nama="Bansos", tahun=2026, nominal=JUTA)
        putuskan(kerja, isi_usulan(kerja, kegiatan, 4), HasilVerifikasi.LAYAK, tanggal=date(2026, 3, 1))
        susun_penetapan(kerja, kegiatan)
        pindaian = kerja.simpan_lampiran(b"%PDF-1.4 sk", "SK Bupati.pdf")
        sahkan_sk(kerja, kegiatan, nomor="188.45/7/2026", tanggal=SK, lampiran_id=pindaian)
        (tahap,) = daftar_tahap(kerja, kegiatan)
        catat_pencairan(kerja, kegiatan, tahap.id, nomor_sp2d="1", tanggal=SP2D, nilai=4 * JUTA)
        kerja.alasan_tanggal = "Diserahkan lebih dahulu atas perintah lisan"
        catat_hasil(kerja, daftar_serah(kerja, kegiatan)[0].alokasi_id, HasilSalur.SENDIRI, tanggal=SK)
        kerja.alasan_tanggal = ""
        cetak(kerja, "bnba", kegiatan, tmp_path / "bnba.xlsx")
        cetak(kerja, "lampiran-sk", kegiatan, tmp_path / "sk.pdf")
    return kegiatan


def lembar(berkas: Path, nama: str) -> list[tuple[object, ...]]:
    """Return the rows below the headings."""
    return list(openpyxl.load_workbook(berkas)[nama].iter_rows(min_row=4, values_only=True))


def test_one_folder_with_an_index(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    ke = tmp_path / "Berkas pemeriksaan"
    with uji.menulis() as kerja:
        banyak = simpan_berkas_pemeriksaan(kerja, kegiatan, ke)
    indeks = lembar(ke / INDEKS, "Indeks")
    assert banyak == len(indeks) == 3
    assert [i[1] for i in indeks] == [DAFTAR["bnba"].judul, DAFTAR["lampiran-sk"].judul, "SK 188.45/7/2026"]
    for _, _, nama, _, _, sidik in indeks:
        assert hashlib.sha256((ke / str(nama)).read_bytes()).hexdigest() == sidik
    ada = {p.relative_to(ke).as_posix() for p in ke.rglob("*") if p.is_file()}
    assert ada == {INDEKS, *(str(i[2]) for i in indeks)}
    assert [p.read_bytes() for p in (ke / "Pindaian").iterdir()] == [b"%PDF-1.4 sk"]


def test_every_finding_by_name(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    ke = tmp_path / "berkas"
    with uji.menulis() as kerja:
        simpan_berkas_pemeriksaan(kerja, kegiatan, ke)
        satu, *lain = daftar_serah(kerja, kegiatan)
    (salah,) = lembar(ke / INDEKS, "Melanggar urutan")
    assert (salah[1], salah[2], salah[-1]) == (satu.nama, satu.nik, "Diserahkan sebelum tanggal SP2D")
    assert [b[1] for b in lembar(ke / INDEKS, "Belum dibayar")] == [b.nama for b in lain]
    ringkas = dict(lembar(ke / INDEKS, "Ringkasan"))
    assert ringkas["Tersalur (rupiah)"] == JUTA
    assert ringkas["Diserahkan sebelum tanggal SP2D"] == 1
    assert openpyxl.load_workbook(ke / INDEKS)["Satu wakil banyak"]["A2"].value == "Tidak ada."


def test_all_of_it_or_nothing(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    ke = tmp_path / "berkas"
    konteks = JobContext(lambda p: konteks.batalkan() if "Menyalin" in p.langkah else None)
    with pytest.raises(JobCancelled), uji.menulis() as kerja:
        simpan_berkas_pemeriksaan(kerja, kegiatan, ke, ctx=konteks)
    assert not list(tmp_path.glob("*berkas*"))
    ke.mkdir()
    with pytest.raises(KnownError, match="folder_sudah_ada"), uji.menulis() as kerja:
        simpan_berkas_pemeriksaan(kerja, kegiatan, ke)
    assert list(ke.iterdir()) == []


def test_the_stock_of_goods_is_in_the_summary(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        beras = (DataBarang("Beras", "karung", 2),)
        kegiatan = buat_kegiatan(kerja, kode_sop="uep", nama="UEP", tahun=2026, barang=beras)
        isi_usulan(kerja, kegiatan, 2, status=StatusUsulan.LAYAK)
        tetapkan(kerja, kegiatan)
        mitra = catat_mitra(kerja, DataMitra("CV Contoh", "vendor"))
        barang = [DataBarang("Beras", "karung", 1)]
        catat_barang_masuk(kerja, kegiatan, mitra, nomor="1", tanggal=SK, barang=barang)
        catat_hasil(kerja, daftar_serah(kerja, kegiatan)[0].alokasi_id, HasilSalur.SENDIRI, tanggal=SK)
        simpan_berkas_pemeriksaan(kerja, kegiatan, tmp_path / "berkas")
    isi = dict(b[:2] for b in lembar(tmp_path / "berkas" / INDEKS, "Ringkasan"))
    assert isi["Beras (karung) diterima dari penyedia"] == 1
    assert isi["Beras (karung) diserahkan kepada penerima"] == 2
    assert isi["Beras (karung) sisa; diserahkan melebihi BAST penyedia"] == -1
