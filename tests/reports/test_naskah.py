"""The engine of letters and minutes: blocks, heads, attachments, and signatures that never stand alone."""

from dataclasses import replace
from io import BytesIO

import pytest

from app.dokumen.isi import Kepala, Penanda
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_naskah import (
    Alinea,
    Blok,
    Butir,
    IsiNaskah,
    KolomNaskah,
    Lampiran,
    Rincian,
    Surat,
    TabelNaskah,
    Tengah,
    Ttd,
)
from db.istilah import Kertas
from reports.naskah import tulis
from reports.tata_letak import TataLetak
from tests.helpers.pdf import gambar_pdf, teks_pdf
from tests.reports.contoh import NAMA_PANJANG, kepala

KALIMAT = "Bantuan diserahkan kepada penerima yang namanya tercantum dalam daftar yang telah ditetapkan. " * 3
KOLOM = (KolomNaskah("No.", 10, "tengah"), KolomNaskah("Nama", 60), KolomNaskah("Nilai", 30, "kanan"))


def _isi(*blok: Blok, **ubah: object) -> IsiNaskah:
    k: Kepala = kepala()
    isi = IsiNaskah(
        k, blok, ((None, Ttd(k.penanda)),), judul=("BERITA ACARA",), baris_nomor=("NOMOR: 1/2026",), kaki="Berita acara"
    )
    return replace(isi, **ubah)  # type: ignore[arg-type]


def _cetak(*isi: IsiNaskah, letak: TataLetak | None = None) -> tuple[list[str], Jumlah, BytesIO]:
    keluar = BytesIO()
    jumlah = tulis(isi, letak or TataLetak(), keluar)
    return teks_pdf(keluar), jumlah, keluar


def test_blocks_come_in_their_order() -> None:
    (halaman,), _, _ = _cetak(
        _isi(
            Alinea(("Pembuka.",)),
            Rincian((("Nama", "SITI"), ("NIK", "")), nomor="1."),
            Butir(("satu", "dua"), huruf=True),
            Tengah(("Pasal 1", "MAKSUD")),
            TabelNaskah(KOLOM, iter([("1", "SITI", "10")]), ("JUMLAH", "10")),
            Alinea(("Penutup.",)),
        )
    )
    urut = (
        "BERITA ACARA|NOMOR: 1/2026|Pembuka.|1. Nama : SITI|NIK : ....|a. satu|b. dua|Pasal 1|No. Nama Nilai|1 SITI 10"
    )
    urut += "|JUMLAH 10|Penutup.|Kepala Dinas Sosial,|Dr. BUDI SANTOSA"
    tempat = [halaman.index(kata) for kata in urut.split("|")]
    assert tempat == sorted(tempat)


def test_a_letter_has_its_head_and_no_heading() -> None:
    surat = Surat("Undangan", ("Kepala Desa Guci", "di Tempat"), "1 (satu) berkas")
    (halaman,), _, _ = _cetak(
        _isi(Alinea(("Isi.",)), surat=surat, judul=(), baris_nomor=(), tembusan=("Camat Bulik.",))
    )
    kata = "Nomor : 460/012/Dinsos/2026|Lampiran : 1 (satu) berkas|Hal : Undangan|Yth. Kepala Desa Guci di Tempat"
    for k in (kata + "|Nanga Bulik, 5 Maret 2026|Tembusan: 1. Camat Bulik.").split("|"):
        assert k in halaman


@pytest.mark.parametrize("kertas", list(Kertas))
@pytest.mark.parametrize("banyak", range(10, 40, 3))
def test_signatures_are_never_alone_on_a_page(kertas: Kertas, banyak: int) -> None:
    dua = ((Ttd(None, ("Saksi 1,",)), Ttd(None, ("Saksi 2,",))), (None, Ttd(kepala().penanda)))
    for isi in (
        _isi(Alinea(tuple(f"{n}. {KALIMAT}" for n in range(banyak))), ttd=dua),
        _isi(TabelNaskah(KOLOM, tuple((str(n), "SITI AMINAH", "1") for n in range(banyak * 2))), ttd=dua),
        _isi(Butir((KALIMAT,) * banyak), ttd=dua),
        _isi(Alinea((KALIMAT,) * banyak), Rincian((("Uang sejumlah", "Rp 1"),)), ttd=dua),
    ):
        halaman, _, _ = _cetak(isi, letak=TataLetak(kertas))
        akhir = next(h for h in halaman if "Dr. BUDI SANTOSA" in h)
        sebelum = akhir[: akhir.index("Saksi 1,")]
        assert "Saksi 1," in akhir
        assert any(kata in sebelum for kata in ("ditetapkan.", "SITI AMINAH", "Uang sejumlah"))


def test_several_papers_are_numbered_each_for_itself_and_added_up() -> None:
    satu = _isi(Alinea((KALIMAT,) * 20), jumlah=Jumlah(2, 10))
    halaman, jumlah, _ = _cetak(satu, _isi(Alinea(("Isi.",)), jumlah=Jumlah(1)))
    assert "Halaman 1 dari 2" in halaman[0]
    assert "Halaman 1 dari 1" in halaman[-1]
    assert jumlah == Jumlah(3, 10)


def test_a_statement_has_neither_letterhead_nor_footer() -> None:
    (halaman,), _, _ = _cetak(_isi(Alinea(("Isi.",)), berkop=False, kaki=""))
    assert "PEMERINTAH" not in halaman
    assert "Halaman" not in halaman


def test_an_attachment_stands_on_its_own_page_and_names_its_paper() -> None:
    lampiran = Lampiran(("DAFTAR",), (TabelNaskah(KOLOM, (("1", NAMA_PANJANG, "1"),)),))
    halaman, _, _ = _cetak(_isi(Alinea(("Isi.",)), lampiran=(lampiran,)))
    assert len(halaman) == 2
    assert halaman[1].startswith("Lampiran Berita Acara Nomor: 460/012/Dinsos/2026 DAFTAR")
    assert NAMA_PANJANG in halaman[1].replace(" \n", " ")


def test_the_meterai_box_is_drawn_only_where_the_office_wants_it() -> None:
    isi = _isi(Alinea(("Isi.",)), ttd=((None, Ttd(Penanda("", "SITI", ber_nip=False), meterai=True)),))
    tanpa, dengan = _cetak(isi)[0][0], _cetak(isi, letak=TataLetak(meterai=True))[0][0]
    assert ("Meterai" in tanpa, "Meterai" in dengan) == (False, True)


def test_nobody_to_sign_and_no_letterhead_details_leave_lines() -> None:
    k = replace(kepala(), penanda=None, nomor="", tanggal=None, tempat="")
    (halaman,), _, _ = _cetak(_isi(Alinea(("Isi.",)), kepala=k, ttd=((None, Ttd(None)),)))
    assert "....." in halaman


def test_marks_of_markup_in_names_are_plain_words() -> None:
    (halaman,), _, _ = _cetak(_isi(Alinea(("Nama <b>A & B</b>",)), Butir(("<i>x",)), Rincian((("Nama", "<A>"),))))
    assert "Nama <b>A & B</b>" in halaman
    assert "<i>x" in halaman


def test_long_words_stay_inside_the_margins() -> None:
    nama = "A" * 200
    ttd = ((Ttd(Penanda("Kepala " + "Sangat " * 12, NAMA_PANJANG)), Ttd(Penanda("Camat", NAMA_PANJANG))),)
    _, _, keluar = _cetak(_isi(Rincian((("Nama", nama),)), Alinea((nama,)), judul=(NAMA_PANJANG * 2,), ttd=ttd))
    gambar, letak = gambar_pdf(keluar, skala=1), TataLetak()
    mm = 72 / 25.4
    tepi = gambar.crop((int((letak.ukuran[0] - letak.kanan) * mm) + 2, 0, gambar.width, gambar.height))
    assert tepi.getextrema()[0] > 200  # nothing but white
