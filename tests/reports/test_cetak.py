"""The one function that makes documents, on a real store."""

from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
import zxingcpp
from openpyxl import load_workbook
from PIL import Image
from sqlmodel import select

from app.dokumen.daftar import riwayat_dokumen
from app.dokumen.isi import Permintaan
from app.jobs import JobCancelled, JobContext
from app.kantor import DataPejabat, pasang_lambang, simpan_pejabat
from app.kegiatan import DataBarang, buat_kegiatan
from app.penetapan import draf_penetapan, sahkan_sk, susun_penetapan
from app.penomoran import atur_penomoran
from app.penyaluran import catat_hasil, ringkasan_penyaluran, semua_serah
from app.sop.muat import muat_bawaan
from app.spt import Jadwal, atur_jadwal
from db.galat import KnownError
from db.istilah import HasilSalur, JenisBantuan, StatusUsulan
from db.model import TandaTerima
from reports.cetak import DokumenTersedia, cetak, cetak_ke_pencetak, cetak_sop, daftar_dokumen, nama_berkas, pratinjau
from reports.daftar_cetak import DAFTAR
from tests.helpers.kegiatan import DESA, isi_usulan
from tests.helpers.pdf import gambar_pdf, teks_pdf
from tests.helpers.toko import KantorUji


@dataclass
class Siap:
    """An office with a kegiatan of twelve people."""

    uji: KantorUji
    kegiatan: UUID
    kadis: UUID

    def daftar(self, akun: str = "serba") -> dict[str, DokumenTersedia]:
        with self.uji.membaca(akun) as kerja:
            return {d.kode: d for d in daftar_dokumen(kerja, self.kegiatan)}


def _kegiatan(uji: KantorUji, banyak: int, **isian: object) -> UUID:
    dasar = {"kode_sop": "rehsos", "nama": "Bansos Uji", "tahun": 2026, "nominal": 1_500_000}
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, **({"jenis_bantuan": JenisBantuan.TUNAI} | dasar | isian))  # type: ignore[arg-type]
        if banyak:
            isi_usulan(kerja, kegiatan_id, banyak, status=StatusUsulan.LAYAK)
    return kegiatan_id


def _sahkan(uji: KantorUji, kegiatan_id: UUID) -> None:
    with uji.menulis() as kerja:
        susun_penetapan(kerja, kegiatan_id)
        sahkan_sk(kerja, kegiatan_id, nomor="188.45/12/2026", tanggal=date(2026, 2, 27), penandatangan="RIZKY PRATAMA",
                  jabatan_penandatangan="Bupati Lamandau")  # fmt: skip


@pytest.fixture
def keluar(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "keluar"
    folder.mkdir()
    return folder


@pytest.fixture
def siap(uji: KantorUji) -> Siap:
    with uji.menulis("admin") as kerja:
        kadis = simpan_pejabat(
            kerja, DataPejabat("Dr. BUDI", "Kepala Dinas Sosial", "kepala", "Pembina", "IV/a", "197812112006041006")
        )
        simpan_pejabat(kerja, DataPejabat("ANI, S.E.", "Bendahara", "bendahara", nip="198502022010012003"))
        simpan_pejabat(kerja, DataPejabat("ARIFIN", "Kepala Desa Guci", "kades", kode_desa=DESA[1]))
    kegiatan_id = _kegiatan(uji, 12, barang=[DataBarang("Kartu ATM")], sumber_dana="APBD")
    _sahkan(uji, kegiatan_id)
    return Siap(uji, kegiatan_id, kadis)


@pytest.fixture
def tersalur(siap: Siap) -> Siap:
    """Nine handed over, one moved away, two still to come."""
    with siap.uji.menulis() as kerja:
        for n, b in enumerate(list(semua_serah(kerja, siap.kegiatan))):
            if n < 9:
                catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI, tanggal=date(2026, 3, 2))
            elif n == 9:
                catat_hasil(kerja, b.alokasi_id, HasilSalur.PINDAH, tanggal=date(2026, 3, 2))
    return siap


def test_nothing_half_done_is_registered() -> None:
    assert all(n.kode == n.kode.lower() and "_" not in n.kode and n.format in ("pdf", "xlsx") for n in DAFTAR.values())
    assert {"bnba", "tanda-terima", "daftar-hadir", "lampiran-sk", "laporan", "daftar-penerima", "bast"} <= set(DAFTAR)


def test_papers_wait_for_what_they_need(uji: KantorUji) -> None:
    siap = Siap(uji, _kegiatan(uji, 0), UUID(int=0))
    daftar = siap.daftar()
    assert not daftar["bnba"].siap
    assert "Impor daftar" in daftar["bnba"].alasan
    assert not daftar["lampiran-sk"].siap
    assert daftar["laporan"].siap
    assert daftar["bast"].langkah == (7,)


def test_everything_ready_can_be_made(tersalur: Siap, keluar: Path) -> None:
    with tersalur.uji.menulis() as kerja:
        atur_jadwal(kerja, tersalur.kegiatan, [Jadwal(d, date(2026, 3, 5), "08.30", "Balai Desa") for d in DESA])
    siap = [d for d in tersalur.daftar().values() if d.siap]
    assert {d.kode for d in siap} >= {"bnba", "sk", "lampiran-sk", "tanda-terima", "bast", "laporan", "jadwal"}
    with tersalur.uji.menulis() as kerja:
        for d in siap:
            ke = keluar / f"{d.kode}.{d.format}"
            hasil = cetak(kerja, d.kode, tersalur.kegiatan, ke)
            assert ke.stat().st_size > 2_000
            assert hasil.berkas == ke
    assert len(list(keluar.iterdir())) == len(siap)
    with tersalur.uji.membaca() as kerja:
        assert {d.kode for d in riwayat_dokumen(kerja, tersalur.kegiatan)} == {d.kode for d in siap}


def test_totals_agree_on_every_paper_and_with_the_store(tersalur: Siap, keluar: Path) -> None:
    with tersalur.uji.menulis() as kerja:
        hitung = ringkasan_penyaluran(kerja, tersalur.kegiatan).seluruh
        bnba = cetak(kerja, "bnba", tersalur.kegiatan, keluar / "a.xlsx")
        daftar = cetak(kerja, "daftar-penerima", tersalur.kegiatan, keluar / "a.pdf")
        lampiran = cetak(kerja, "lampiran-sk", tersalur.kegiatan, keluar / "b.pdf")
        terima = cetak(kerja, "tanda-terima", tersalur.kegiatan, keluar / "c.pdf")
        cetak(kerja, "laporan", tersalur.kegiatan, keluar / "d.pdf")
        bast = cetak(kerja, "bast", tersalur.kegiatan, keluar / "e.pdf")
    for hasil in (bnba, daftar, lampiran, terima):
        assert (hasil.jumlah_orang, hasil.jumlah_nominal) == (hitung.target.orang, hitung.target.rupiah)
    assert bast.jumlah_nominal == hitung.tersalur.rupiah == 9 * 1_500_000
    laporan = " ".join(teks_pdf(keluar / "d.pdf"))
    assert "JUMLAH 12 9 0 0 0 9 2 1 75%" in laporan
    assert "JUMLAH 18.000.000 13.500.000 4.500.000" in laporan
    assert "Pindah 1" in laporan


def test_receipts_carry_the_code_of_the_store_and_keep_it(siap: Siap, keluar: Path) -> None:
    with siap.uji.menulis() as kerja:
        kode = [b.kode for b in semua_serah(kerja, siap.kegiatan)]
        satu = cetak(kerja, "tanda-terima", siap.kegiatan, keluar / "satu.pdf")
    with siap.uji.menulis() as kerja:
        dua = cetak(kerja, "tanda-terima", siap.kegiatan, keluar / "dua.pdf")
        cetakan = {t.cetakan for t in kerja.sesi.exec(select(TandaTerima))}
    terbaca = {k.text for k in zxingcpp.read_barcodes(gambar_pdf(keluar / "dua.pdf"))}
    assert terbaca == set(kode[:2])
    assert satu.sha256 == dua.sha256
    assert satu.dokumen_id == dua.dokumen_id
    assert cetakan == {2}
    assert "ANI, S.E." in teks_pdf(keluar / "dua.pdf")[0]


def test_a_reprint_takes_over_number_date_and_signer(tersalur: Siap, keluar: Path) -> None:
    with tersalur.uji.menulis() as kerja:
        cetak(
            kerja, "bast", tersalur.kegiatan, keluar / "a.pdf", desa=DESA[1], nomor="460/9/2026",
            tanggal=date(2026, 3, 1), penandatangan_id=tersalur.kadis,
        )  # fmt: skip
    with tersalur.uji.menulis() as kerja:
        lagi = cetak(kerja, "bast", tersalur.kegiatan, keluar / "b.pdf", desa=DESA[1])
        lain = cetak(kerja, "bast", tersalur.kegiatan, keluar / "c.pdf", desa=DESA[0])
    assert (lagi.nomor, lagi.tanggal) == ("460/9/2026", date(2026, 3, 1))
    assert (lain.nomor, lain.tanggal) == ("", date(2026, 3, 2))
    assert (keluar / "a.pdf").read_bytes() == (keluar / "b.pdf").read_bytes()
    teks = teks_pdf(keluar / "b.pdf")[0]
    assert "NOMOR: 460/9/2026" in teks
    assert "tanggal Satu bulan Maret tahun Dua Ribu Dua Puluh Enam" in teks
    assert "ARIFIN" in teks


def test_the_office_s_counter_numbers_a_bast_once(tersalur: Siap, keluar: Path) -> None:
    with tersalur.uji.menulis("admin") as kerja:
        atur_penomoran(kerja, "bast", 2026, "460/{nomor:03}/BAST/{tahun}")
    with tersalur.uji.menulis() as kerja:
        nomor = [cetak(kerja, "bast", tersalur.kegiatan, keluar / "a.pdf", desa=d).nomor for d in (*DESA, DESA[0])]
    assert nomor == ["460/001/BAST/2026", "460/002/BAST/2026", "460/003/BAST/2026", "460/001/BAST/2026"]


def test_a_cancelled_job_leaves_the_old_file_and_no_line(siap: Siap, keluar: Path) -> None:
    ke = keluar / "tanda.pdf"
    ke.write_bytes(b"lama")
    ctx = JobContext(lambda p: ctx.batalkan() if p.selesai else None)
    ctx.JEDA = 0
    with pytest.raises(JobCancelled), siap.uji.menulis() as kerja:
        cetak(kerja, "tanda-terima", siap.kegiatan, ke, ctx=ctx)
    assert ke.read_bytes() == b"lama"
    assert [p.name for p in keluar.iterdir()] == ["tanda.pdf"]
    with siap.uji.membaca() as kerja:
        assert riwayat_dokumen(kerja, siap.kegiatan) == []


def test_progress_is_reported(siap: Siap, keluar: Path) -> None:
    laporan: list[tuple[str, int]] = []
    ctx = JobContext(lambda p: laporan.append((p.langkah, p.selesai)))
    ctx.JEDA = 0
    with siap.uji.menulis() as kerja:
        cetak(kerja, "daftar-hadir", siap.kegiatan, keluar / "a.pdf", ctx=ctx)
        cetak(kerja, "lampiran-sk", siap.kegiatan, keluar / "b.pdf", ctx=ctx)
    assert ("Menyusun Daftar hadir", 12) in laporan
    assert ("Menyusun Lampiran SK", 12) in laporan


def test_looking_at_a_paper_changes_nothing(tersalur: Siap, keluar: Path) -> None:
    with tersalur.uji.menulis("admin") as kerja:
        atur_penomoran(kerja, "bast", 2026, "460/{nomor:03}")
    with tersalur.uji.membaca() as kerja:
        lihat = pratinjau(kerja, "bast", tersalur.kegiatan, desa=DESA[1], nomor="460/1/2026")
        assert riwayat_dokumen(kerja, tersalur.kegiatan) == []
    with tersalur.uji.menulis() as kerja:
        cetak(kerja, "bast", tersalur.kegiatan, keluar / "a.pdf", desa=DESA[1], nomor="460/1/2026")
    assert lihat == (keluar / "a.pdf").read_bytes()


def test_one_desa_only(siap: Siap, keluar: Path) -> None:
    with siap.uji.menulis() as kerja:
        hasil = cetak(kerja, "bnba", siap.kegiatan, keluar / "a.xlsx", desa=DESA[0])
    ws = load_workbook(keluar / "a.xlsx")["BNBA"]
    assert hasil.jumlah_orang == 4
    assert {b[10] for b in ws.iter_rows(values_only=True) if isinstance(b[0], int)} == {"Desa Sungai Mentawa"}


def test_a_desa_without_data_is_said(siap: Siap, keluar: Path) -> None:
    with siap.uji.menulis() as kerja, pytest.raises(KnownError) as galat:
        cetak(kerja, "tanda-terima", siap.kegiatan, keluar / "a.pdf", desa="62.09.03.2009")
    assert galat.value.kode == "dokumen_desa_kosong"
    assert list(keluar.iterdir()) == []


@pytest.mark.parametrize("kode", ["tidak-ada", "../x", ""])
def test_an_unknown_document_is_said(siap: Siap, keluar: Path, kode: str) -> None:
    with siap.uji.menulis() as kerja, pytest.raises(KnownError) as galat:
        cetak(kerja, kode, siap.kegiatan, keluar / "a.pdf")
    assert galat.value.kode == "dokumen_tak_dikenal"


def test_identifiers_are_masked_for_the_public_and_for_who_may_not_see_them(siap: Siap, keluar: Path) -> None:
    with siap.uji.menulis() as kerja:
        cetak(kerja, "lampiran-sk", siap.kegiatan, keluar / "umum.pdf", publik=True)
        cetak(kerja, "lampiran-sk", siap.kegiatan, keluar / "lengkap.pdf")
    with siap.uji.menulis("admin") as kerja:
        cetak(kerja, "bnba", siap.kegiatan, keluar / "a.xlsx")
    assert "620903••••••" in teks_pdf(keluar / "umum.pdf")[0]
    assert "•" not in teks_pdf(keluar / "lengkap.pdf")[0]
    ws = load_workbook(keluar / "a.xlsx")["BNBA"]
    assert "•" in next(b[1] for b in ws.iter_rows(values_only=True) if isinstance(b[0], int))


def test_a_draft_is_printed_before_the_decree_and_signed_after(uji: KantorUji, keluar: Path) -> None:
    kegiatan = _kegiatan(uji, 5)
    with uji.menulis() as kerja:
        susun_penetapan(kerja, kegiatan)
        assert draf_penetapan(kerja, kegiatan)
        cetak(kerja, "sk", kegiatan, keluar / "draf.pdf")
        cetak(kerja, "lampiran-sk", kegiatan, keluar / "lampiran-draf.pdf")
    _sahkan(uji, kegiatan)
    with uji.menulis() as kerja:
        cetak(kerja, "lampiran-sk", kegiatan, keluar / "lampiran.pdf")
    assert "Rancangan, belum bernomor" in teks_pdf(keluar / "draf.pdf")[0]
    assert "KEPUTUSAN BUPATI LAMANDAU" in teks_pdf(keluar / "draf.pdf")[0]
    assert "NOMOR : ....." in teks_pdf(keluar / "lampiran-draf.pdf")[0]
    (teks,) = teks_pdf(keluar / "lampiran.pdf")
    assert "NOMOR : 188.45/12/2026 TANGGAL : 27 FEBRUARI 2026" in teks
    assert "RIZKY PRATAMA" in teks


def test_bnba_follows_the_kegiatan(uji: KantorUji, keluar: Path) -> None:
    kegiatan = _kegiatan(uji, 0)
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan, 3)
        cetak(kerja, "bnba", kegiatan, keluar / "a.xlsx")
        isi_usulan(kerja, kegiatan, 2, status=StatusUsulan.LAYAK, mulai=50)
        layak = cetak(kerja, "bnba", kegiatan, keluar / "b.xlsx")
    judul = load_workbook(keluar / "a.xlsx")["BNBA"]["A1"].value
    assert judul == "DAFTAR USULAN (BNBA SEBELUM VERIFIKASI)"
    assert layak.jumlah_orang == 2


def test_a_bad_disk_is_said_in_words(siap: Siap, keluar: Path) -> None:
    (keluar / "berkas").write_text("bukan folder", encoding="utf-8")
    with siap.uji.menulis() as kerja, pytest.raises(KnownError) as galat:
        cetak(kerja, "bnba", siap.kegiatan, keluar / "berkas" / "a.xlsx")
    assert galat.value.kode == "tidak_bisa_menulis"


def test_a_reader_without_the_right_is_refused(siap: Siap, keluar: Path) -> None:
    tamu = replace(siap.uji.pelaku["staf"], peran=frozenset())
    with siap.uji.ruang.menulis(tamu) as kerja, pytest.raises(KnownError) as galat:
        cetak(kerja, "bnba", siap.kegiatan, keluar / "a.xlsx")
    assert galat.value.kode == "tidak_berwenang"


def test_the_sop_sheet_uses_the_office_s_paper(siap: Siap, keluar: Path) -> None:
    with siap.uji.menulis("admin") as kerja:
        pasang_lambang(kerja, _png(), "lambang.png")
        cetak_sop(muat_bawaan("dtks"), keluar / "sop.pdf", kerja=kerja)
    cetak_sop(muat_bawaan("dtks"), keluar / "polos.pdf")
    assert "DINAS SOSIAL" in teks_pdf(keluar / "sop.pdf")[0]
    assert len(teks_pdf(keluar / "polos.pdf")) == 2


def _png() -> bytes:
    isi = BytesIO()
    Image.new("RGBA", (30, 36), (0, 90, 60, 255)).save(isi, "PNG")
    return isi.getvalue()


@pytest.mark.parametrize(
    ("isian", "nama"),
    [
        ({"kode": "bast", "desa": "Desa Kujan", "tahap": "Tahap 1", "tanggal": date(2026, 3, 5)},
         "BAST_Kujan_Tahap-1_2026-03-05.pdf"),
        ({"kode": "bnba", "desa": "Desa A/B: C"}, "BNBA_A-B-C.xlsx"),
        ({"kode": "laporan"}, "Laporan.pdf"),
    ],
)  # fmt: skip
def test_file_names_are_safe(isian: dict[str, str], nama: str) -> None:
    assert nama_berkas(**isian) == nama  # type: ignore[arg-type]


def test_a_list_as_it_stands_and_a_draft_take_nothing_from_their_last_print(uji: KantorUji, tmp_path: Path) -> None:
    """A new draft has no number yet, and a BNBA stands as of the day on which it is made."""
    kegiatan_id = _kegiatan(uji, 3)
    with uji.menulis() as kerja:
        susun_penetapan(kerja, kegiatan_id)
        cetak(kerja, "bnba", kegiatan_id, tmp_path / "a.xlsx", tanggal=date(2026, 1, 5))
        cetak(kerja, "sk", kegiatan_id, tmp_path / "a.pdf", nomor="lama/2026", tanggal=date(2026, 1, 5))
        bnba = cetak(kerja, "bnba", kegiatan_id, tmp_path / "b.xlsx")
        rancangan = cetak(kerja, "sk", kegiatan_id, tmp_path / "b.pdf")
    assert bnba.tanggal == date(2026, 3, 2)
    assert "lama/2026" not in (rancangan.nomor, teks_pdf(tmp_path / "b.pdf"))


def test_a_printed_paper_is_registered_and_leaves_no_file(
    uji: KantorUji, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    kegiatan_id = _kegiatan(uji, 3)
    with uji.menulis() as kerja:
        isi = cetak_ke_pencetak(kerja, "formulir-verifikasi", kegiatan_id, Permintaan(), "formulir.pdf")
        assert [d.kode for d in riwayat_dokumen(kerja, kegiatan_id)] == ["formulir-verifikasi"]
    assert isi.startswith(b"%PDF")
    assert not [b for b in tmp_path.iterdir() if b.is_file()]
