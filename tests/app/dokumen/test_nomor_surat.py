"""Letters to several desa in one print: each has its own number, and keeps it when it is printed again or alone."""

from pathlib import Path
from uuid import UUID

import pytest

from app.dokumen.daftar import riwayat_dokumen
from app.dokumen.isi import Permintaan
from app.dokumen.orang_cetak import cari_orang_cetak
from app.dokumen.setelan import SetelanCetak, SetelanNaskah, atur_cetak
from app.kantor import DataPejabat, simpan_pejabat
from app.penomoran import atur_penomoran
from app.penyaluran import Wakil, catat_hasil, semua_serah
from db.galat import KnownError
from db.istilah import HasilSalur, SifatSurat
from reports.cetak import cetak, pratinjau
from tests.helpers.kegiatan import DESA, kegiatan_sah
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis("admin") as kerja:
        atur_penomoran(kerja, "pengantar", 2026, "460/{nomor}/Dinsos/{tahun}")
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 6)


def _nomor(berkas: Path) -> list[str]:
    return [kata.split(" ")[0] for teks in teks_pdf(berkas) for kata in teks.split("NOMOR: ")[1:]]


def test_every_letter_gets_its_own_number_and_keeps_it(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        semua = cetak(kerja, "pengantar", kegiatan, tmp_path / "a.pdf")
        cetak(kerja, "pengantar", kegiatan, tmp_path / "b.pdf")
        satu = cetak(kerja, "pengantar", kegiatan, tmp_path / "c.pdf", desa=DESA[1])
    harap = [f"460/{n}/Dinsos/2026" for n in (1, 2, 3)]
    assert _nomor(tmp_path / "a.pdf") == _nomor(tmp_path / "b.pdf") == harap
    assert semua.nomor == "460/1/Dinsos/2026 s.d. 460/3/Dinsos/2026"
    assert (satu.nomor, _nomor(tmp_path / "c.pdf")) == (harap[1], [harap[1]])


def test_a_number_that_a_letter_bore_alone_stays_in_the_whole(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        cetak(kerja, "pengantar", kegiatan, tmp_path / "a.pdf", desa=DESA[2], nomor="460/90/Dinsos/2026")
        cetak(kerja, "pengantar", kegiatan, tmp_path / "b.pdf")
    assert _nomor(tmp_path / "b.pdf") == ["460/1/Dinsos/2026", "460/2/Dinsos/2026", "460/90/Dinsos/2026"]


def test_a_typed_number_becomes_a_series(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        cetak(kerja, "pengantar", kegiatan, tmp_path / "a.pdf", nomor="460/12")
        cetak(kerja, "pengantar", kegiatan, tmp_path / "b.pdf")
        (_, akhir) = riwayat_dokumen(kerja, kegiatan, kode="pengantar")[0], riwayat_dokumen(kerja, kegiatan)[0]
    assert _nomor(tmp_path / "a.pdf") == _nomor(tmp_path / "b.pdf") == ["460/12/1", "460/12/2", "460/12/3"]
    assert (akhir.nomor, akhir.nomor_dasar) == ("460/12/1 s.d. 460/12/3", "460/12")


def test_a_preview_takes_no_number(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.membaca() as kerja:
        (tmp_path / "p.pdf").write_bytes(pratinjau(kerja, "pengantar", kegiatan))
    assert all(set(n) == {"."} for n in _nomor(tmp_path / "p.pdf"))
    with uji.menulis() as kerja:
        assert cetak(kerja, "pengantar", kegiatan, tmp_path / "a.pdf", desa=DESA[0]).nomor == "460/1/Dinsos/2026"


def test_a_letter_says_its_nature_and_remembers_it(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        for nama, sifat in (("a", None), ("b", SifatSurat.PENTING), ("c", None)):
            cetak(kerja, "undangan", kegiatan, tmp_path / f"{nama}.pdf", desa=DESA[0], sifat=sifat)
    sifat = [teks_pdf(tmp_path / f"{n}.pdf")[0].split("Sifat : ")[1].split(" ")[0] for n in "abc"]
    assert sifat == ["Biasa", "Penting", "Penting"]


# --- papers of one person --------------------------------------------------------------------------------------------


def test_one_person_is_found_and_gets_the_paper_alone(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        satu, lain, *_ = list(semua_serah(kerja, kegiatan))
        (orang,) = cari_orang_cetak(kerja, kegiatan, "surat-kuasa", Permintaan(), satu.nama)
        cetak(kerja, "surat-kuasa", kegiatan, tmp_path / "kuasa.pdf", orang=orang.orang_id)
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.DIWAKILKAN, wakil=Wakil("ANDI", "Anak", surat_kuasa="SK-1"))
        catat_hasil(kerja, lain.alokasi_id, HasilSalur.SENDIRI)
        cetak(kerja, "surat-kuasa", kegiatan, tmp_path / "terisi.pdf", orang=satu.orang_id)
        hasil = cetak(kerja, "bast-orang", kegiatan, tmp_path / "bast.pdf", orang=lain.orang_id)
        tanda = cetak(kerja, "tanda-terima", kegiatan, tmp_path / "tt.pdf", orang=lain.orang_id)
    (kuasa,), (terisi,) = teks_pdf(tmp_path / "kuasa.pdf"), teks_pdf(tmp_path / "terisi.pdf")
    assert satu.nama in kuasa
    assert "ANDI" not in kuasa
    assert "ANDI" in terisi
    assert (hasil.jumlah_orang, tanda.jumlah_orang) == (1, 1)
    assert lain.nama in teks_pdf(tmp_path / "bast.pdf")[0]


def test_a_bast_of_who_received_nothing_is_refused(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        satu, lain, *_ = list(semua_serah(kerja, kegiatan))
        catat_hasil(kerja, lain.alokasi_id, HasilSalur.SENDIRI)
        for kode, orang, galat in (
            ("bast-orang", satu.orang_id, "orang_belum_menerima"),
            ("tanda-terima", kegiatan, "orang_tidak_di_daftar"),
            ("sptjm", kegiatan, "orang_tidak_di_daftar"),
        ):
            with pytest.raises(KnownError) as salah:
                cetak(kerja, kode, kegiatan, tmp_path / "x.pdf", orang=orang)
            assert salah.value.kode == galat


# --- witnesses and duty stamp ----------------------------------------------------------------------------------------


def test_tksk_and_camat_sign_a_bast_where_the_office_wants_them(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis("admin") as kerja:
        simpan_pejabat(kerja, DataPejabat("LINA", "TKSK Kecamatan Bulik", "tksk"))
        simpan_pejabat(kerja, DataPejabat("BUKAN", "TKSK Kecamatan Delang", "tksk"))
        saksi = SetelanNaskah(mengetahui=("tksk", "camat"))
        atur_cetak(kerja, SetelanCetak(naskah={"bast": saksi, "bast-orang": saksi}))
    with uji.menulis() as kerja:
        for b in list(semua_serah(kerja, kegiatan)):
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI)
        cetak(kerja, "bast", kegiatan, tmp_path / "desa.pdf", desa=DESA[0])
        cetak(kerja, "bast-orang", kegiatan, tmp_path / "orang.pdf", desa=DESA[0])
    for nama in ("desa.pdf", "orang.pdf"):
        teks = " ".join(teks_pdf(tmp_path / nama))
        assert "TKSK Kecamatan Bulik, LINA" in teks
        assert "Camat Bulik," in teks
        assert "BUKAN" not in teks


@pytest.mark.parametrize(
    ("nominal", "mau", "ada"), [(5_000_000, True, False), (5_000_001, True, True), (9_000_000, False, False)]
)
def test_the_receipt_has_a_meterai_box_above_five_million_if_wanted(
    uji: KantorUji, tmp_path: Path, nominal: int, mau: bool, ada: bool
) -> None:
    with uji.menulis("admin") as kerja:
        atur_cetak(kerja, SetelanCetak(naskah={"tanda-terima": SetelanNaskah(meterai=mau)}))
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 1, nominal=nominal)
        cetak(kerja, "tanda-terima", kegiatan, tmp_path / "tt.pdf")
    assert ("Meterai" in teks_pdf(tmp_path / "tt.pdf")[0]) is ada
