"""Signature blocks and letterheads."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from app.dokumen.isi import KopSurat, Penanda
from app.identitas import nip_berspasi
from db.istilah import CaraJabatan, Kertas
from reports.kop import kop_surat
from reports.lembar import Lembar
from reports.tata_letak import MM, UKURAN_KERTAS, TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tempat_tanggal, tinggi_ttd
from tests.helpers.pdf import buka_pdf, teks_pdf


def _ttd(penanda: Penanda | None, *atas: str, meterai: bool = False) -> str:
    keluar = BytesIO()
    with Lembar(keluar, TataLetak(), judul="uji", bernomor=False) as lembar:
        tanda_tangan(lembar, [None, KolomTtd(penanda, atas, meterai)])
    return teks_pdf(keluar)[0]


@pytest.mark.parametrize(
    ("nip", "tulis"),
    [
        ("197812112006041006", "19781211 200604 1 006"),
        ("19781211 200604 1 006", "19781211 200604 1 006"),
        ("123", "123"),
        ("", ""),
    ],
)
def test_nip_is_spaced(nip: str, tulis: str) -> None:
    assert nip_berspasi(nip) == tulis


def test_post_ends_with_a_comma_and_name_with_rank_and_nip() -> None:
    teks = _ttd(Penanda("Kepala Dinas Sosial,", "Dr. BUDI", "Pembina (IV/a)", "197812112006041006"))
    assert teks == "Kepala Dinas Sosial, Dr. BUDI Pembina (IV/a) NIP. 19781211 200604 1 006"


@pytest.mark.parametrize(("cara", "kata"), [(CaraJabatan.PLT, "Plt. Camat,"), (CaraJabatan.PLH, "Plh. Camat,")])
def test_acting_officials_are_named_as_such(cara: CaraJabatan, kata: str) -> None:
    assert kata in _ttd(Penanda("Camat", "ANI", cara=cara))


def test_on_behalf_of() -> None:
    penanda = Penanda("Kepala Bidang", "ANI", atas_nama="Kepala Dinas Sosial", untuk_beliau="Sekretaris")
    assert _ttd(penanda).startswith("a.n. Kepala Dinas Sosial Sekretaris, u.b. Kepala Bidang, ANI")


def test_a_kepala_desa_has_no_nip_line() -> None:
    assert "NIP" not in _ttd(Penanda("Kepala Desa Guci", "ARIFIN", ber_nip=False))
    assert "NIP. ....." in _ttd(Penanda("Lurah Bulik", "ARIFIN"))


def test_no_signer_leaves_lines() -> None:
    assert "....." in _ttd(None)


def test_place_and_date() -> None:
    assert tempat_tanggal("Nanga Bulik", date(2026, 3, 5)) == "Nanga Bulik, 5 Maret 2026"
    assert tempat_tanggal("", None).startswith("....")


def test_duty_stamp_box() -> None:
    assert "Meterai" in _ttd(Penanda("Kepala", "ANI"), meterai=True)


def test_a_block_is_never_split() -> None:
    keluar = BytesIO()
    with Lembar(keluar, TataLetak(), judul="uji", bernomor=False) as lembar:
        kolom = [None, KolomTtd(Penanda("Kepala", "ANI", nip="197812112006041006"))]
        lembar.y = lembar.bawah + tinggi_ttd(lembar, kolom) - 1
        tanda_tangan(lembar, kolom)
    assert "NIP" in teks_pdf(keluar)[1]


@pytest.mark.parametrize("kertas", list(Kertas))
@pytest.mark.parametrize("mendatar", [False, True])
def test_paper_sizes(kertas: Kertas, mendatar: bool) -> None:
    keluar = BytesIO()
    letak = TataLetak(kertas=kertas)
    with Lembar(keluar, letak.lanskap() if mendatar else letak, judul="uji") as lembar:
        lembar.baris("isi")
    lebar, tinggi = UKURAN_KERTAS[kertas]
    with buka_pdf(keluar) as dokumen:
        ukuran = dokumen.get_page_size(0)
    assert ukuran == pytest.approx((tinggi * MM, lebar * MM) if mendatar else (lebar * MM, tinggi * MM), abs=0.1)


def _logo() -> bytes:
    keluar = BytesIO()
    Image.new("RGBA", (40, 60), (0, 90, 60, 255)).save(keluar, "PNG")
    return keluar.getvalue()


@pytest.mark.parametrize("logo", [None, _logo()])
def test_letterhead_with_and_without_coat_of_arms(logo: bytes | None) -> None:
    keluar = BytesIO()
    nama = "DINAS SOSIAL, PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK, PEMBERDAYAAN MASYARAKAT DAN DESA"
    with Lembar(keluar, TataLetak(), judul="uji", bernomor=False) as lembar:
        kop_surat(lembar, KopSurat("PEMERINTAH KABUPATEN BALANGAN", nama, "Jalan Contoh 1", "Telepon 0", logo))
        assert lembar.atas - lembar.y < 60 * MM
    assert nama in teks_pdf(keluar)[0]
