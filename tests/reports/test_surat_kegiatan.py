"""Letters, statements and minutes from a real store: figures, names and words are those of the store."""

from datetime import date
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from app.bahasa.angka import bilangan, rupiah, terbilang_rupiah
from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_kepala import berhuruf, fakta_hari, tujuan_desa
from app.identitas import kelompokkan
from app.kantor import DataPejabat, simpan_pejabat
from app.kegiatan import DataBarang, buat_kegiatan
from app.loket import terima_pemohon
from app.mitra import DataMitra, catat_mitra, catat_perjanjian
from app.monev import daftar_sampel, tarik_sampel
from app.pencairan import posisi_uang
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import Wakil, catat_hasil, semua_serah
from app.spt import Jadwal, atur_jadwal
from app.verifikasi import putuskan
from app.wilayah import peta_kantor
from db.galat import KnownError
from db.istilah import HasilSalur, HasilVerifikasi, JenisBantuan, JenisPerjanjian, StatusUsulan
from db.model import Penerima
from reports.cetak import cetak, daftar_dokumen, nama_berkas, pratinjau
from reports.daftar_cetak import DAFTAR
from reports.slip import cetak_slip_berkas
from tests.app.test_loket import PEMOHON, lain
from tests.helpers.kegiatan import DESA, beri_wali, isi_usulan, nama_uji, nik_uji
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
NOMINAL = 1_500_000
NAMA_PANJANG = "MUHAMMAD ABDURRAHMAN AL FARISI BIN HAJI SULAIMAN SYAFRUDDINA"
BARU = (
    "sptjm", "sptjm-desa", "ba-verifikasi", "penunjukan-vendor", "perjanjian", "kesepakatan", "berkas-pencairan",
    "pemberitahuan", "undangan", "pengantar", "surat-kuasa", "bast-orang", "instrumen-monev", "rekap-apip",
)  # fmt: skip


def _buat(uji: KantorUji, banyak: int, **isian: object) -> UUID:
    dasar = {"kode_sop": "rehsos", "nama": "Bansos Uji", "tahun": 2026, "nominal": NOMINAL, "pagu": 20_000_000,
             "jenis_bantuan": JenisBantuan.TUNAI, "sumber_dana": "APBD"}  # fmt: skip
    with uji.menulis() as kerja:
        kegiatan_id = buat_kegiatan(kerja, **(dasar | isian))  # type: ignore[arg-type]
        isi_usulan(kerja, kegiatan_id, banyak, status=StatusUsulan.LAYAK)
    return kegiatan_id


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    """Nine people in three desa with money and goods; officials, bank, schedule, and half of it handed over."""
    with uji.menulis("admin") as kerja:
        simpan_pejabat(
            kerja, DataPejabat("Dr. BUDI", "Kepala Dinas Sosial", "kepala", "Pembina", "IV/a", "197812112006041006")
        )
        simpan_pejabat(kerja, DataPejabat("RIZKY PRATAMA", "Bupati Lamandau", "bupati"))
        simpan_pejabat(kerja, DataPejabat("ANI, S.E.", "Bendahara", "bendahara", nip="198502022010012003"))
        simpan_pejabat(kerja, DataPejabat("PONO, S.T.", "PPTK", "pptk", nip="198502022010011004"))
        simpan_pejabat(kerja, DataPejabat("ARIFIN", "Kepala Desa Guci", "kades", kode_desa=DESA[1]))
    kegiatan_id = _buat(uji, 9, barang=[DataBarang("Beras", jumlah=2, satuan="karung")])
    with uji.menulis() as kerja:
        susun_penetapan(kerja, kegiatan_id)
        sahkan_sk(kerja, kegiatan_id, nomor="188.45/12/2026", tanggal=date(2026, 2, 27))
        bank = catat_mitra(kerja, DataMitra("Bank Uji", "bank", "Jalan Bank 1", "", "HADI", "Kepala Cabang"))
        catat_perjanjian(
            kerja, kegiatan_id, bank, JenisPerjanjian.MOU, tanggal=HARI, nomor="460/9/2026", nomor_mitra="BK/7"
        )
        atur_jadwal(kerja, kegiatan_id, [Jadwal(d, date(2026, 3, 9), "08.30–12.00", f"Balai {d}") for d in DESA])
    return kegiatan_id


def _salurkan(uji: KantorUji, kegiatan_id: UUID) -> None:
    """The first comes in person, the second sends somebody; of the third only a sack is handed over."""
    with uji.menulis() as kerja:
        satu, dua, tiga, *_ = list(semua_serah(kerja, kegiatan_id))
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, tanggal=HARI, tempat="Balai Desa", cap_jempol=True,
                    saksi=("SAKSI SATU", "SAKSI DUA"))  # fmt: skip
        wakil = Wakil("WAKIL UJI", "Anak", nik_uji(77), "SK/1")
        catat_hasil(kerja, dua.alokasi_id, HasilSalur.DIWAKILKAN, wakil=wakil, tanggal=HARI)
        beras = next(k.barang_id for k in tiga.barang)
        catat_hasil(kerja, tiga.alokasi_id, HasilSalur.SEBAGIAN, barang_id=beras, jumlah=1, tanggal=HARI)


def _teks(uji: KantorUji, kode: str, kegiatan_id: UUID, folder: Path, **pilih: object) -> tuple[list[str], object]:
    with uji.menulis() as kerja:
        hasil = cetak(kerja, kode, kegiatan_id, folder / f"{kode}.pdf", **({"tanggal": HARI} | pilih))  # type: ignore[arg-type]
    return teks_pdf(hasil.berkas), hasil


# --- all of them -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", BARU)
def test_every_paper_is_made_from_one_line_and_hides_identifiers_in_public(
    uji: KantorUji, kegiatan: UUID, tmp_path: Path, kode: str
) -> None:
    _salurkan(uji, kegiatan)
    halaman, _ = _teks(uji, kode, kegiatan, tmp_path)
    umum, _ = _teks(uji, kode, kegiatan, tmp_path, publik=True)
    semua_nik = [kelompokkan(nik_uji(n)) for n in (*range(1, 10), 77)]
    assert halaman
    assert not [n for n in semua_nik if n in " ".join(umum)]


def test_those_who_may_not_see_identifiers_print_none(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis("admin") as kerja:
        hasil = cetak(kerja, "sptjm", kegiatan, tmp_path / "a.pdf", tanggal=HARI)
    teks = " ".join(teks_pdf(hasil.berkas))
    assert not [n for n in range(1, 10) if kelompokkan(nik_uji(n)) in teks]


def test_the_list_of_papers_offers_them_with_reasons(uji: KantorUji) -> None:
    kosong = _buat(uji, 0)
    with uji.membaca() as kerja:
        semua = {d.kode: d for d in daftar_dokumen(kerja, kosong)}
    for kode in set(BARU) - {"rekap-apip", "kesepakatan", "sptjm"}:
        assert not semua[kode].siap
        assert semua[kode].alasan
    assert semua["rekap-apip"].siap
    assert semua["berkas-pencairan"].langkah == (6,)
    assert semua["ba-verifikasi"].langkah == (2,)


def test_file_names_say_what_where_and_when() -> None:
    hari = date(2026, 3, 5)
    assert nama_berkas("bast-orang", desa="Desa Kujan", tahap="Tahap 1", tanggal=hari) == (
        "BAST-perorangan_Kujan_Tahap-1_2026-03-05.pdf"
    )
    nama = [nama_berkas(k, tanggal=hari) for k in DAFTAR]
    assert len(set(nama)) == len(nama)


# --- letters to a desa -----------------------------------------------------------------------------------------------


def test_an_invitation_names_day_place_and_everybody(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    (surat, daftar), hasil = _teks(uji, "undangan", kegiatan, tmp_path, desa=DESA[1], nomor="005/7/2026")
    with uji.membaca() as kerja:
        nama = [b.nama for b in semua_serah(kerja, kegiatan, desa=DESA[1])]
        desa = peta_kantor(kerja).sebutan(DESA[1])
    for kata in ("005/7/2026", "Senin, 9 Maret 2026", "08.30–12.00 WIB", f"Balai {DESA[1]}", f"Kepala {desa}",
                 berhuruf(len(nama)), "Kepala Dinas Sosial,"):  # fmt: skip
        assert kata in surat
    assert [n for n in nama if n in daftar] == nama
    assert "6209" not in daftar
    assert hasil.jumlah_orang == len(nama)  # type: ignore[attr-defined]


def test_a_notice_needs_a_schedule_and_carries_it(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    halaman, hasil = _teks(uji, "pemberitahuan", kegiatan, tmp_path)
    assert len(halaman) == len(DESA)
    assert all("Senin, 9 Maret 2026 08.30–12.00" in h and "Nomor 188.45/12/2026" in h for h in halaman)
    assert hasil.jumlah_orang == 9  # type: ignore[attr-defined]


def test_a_covering_sheet_lists_what_is_sent(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    (halaman,), _ = _teks(uji, "pengantar", kegiatan, tmp_path, desa=DESA[1])
    for kata in ("SURAT PENGANTAR", "sejumlah 3 (tiga) orang", "Salinan Keputusan Bupati Lamandau", "Diterima tanggal"):
        assert kata in halaman


def test_letters_of_a_kelurahan_go_to_its_lurah() -> None:
    assert tujuan_desa("Kelurahan Nanga Bulik") == ("Lurah Nanga Bulik", "di Tempat")
    assert tujuan_desa("Desa Kujan", "melalui Camat Bulik") == ("Kepala Desa Kujan", "melalui Camat Bulik", "di Tempat")


# --- verification ----------------------------------------------------------------------------------------------------


def test_minutes_of_verification_add_up_and_name_reasons(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan_id = _buat(uji, 0)
    with uji.menulis() as kerja:
        ids = isi_usulan(kerja, kegiatan_id, 6, desa=(DESA[0],))
        putuskan(kerja, ids[:3], HasilVerifikasi.LAYAK)
        putuskan(kerja, ids[3:5], HasilVerifikasi.TIDAK_LAYAK, alasan="Sudah pindah ke kota lain")
    (berita, lampiran), hasil = _teks(uji, "ba-verifikasi", kegiatan_id, tmp_path)
    for kata in ("Layak 3", "Tidak layak 2", "Belum diputuskan 1", "JUMLAH 6", "Sebanyak 1 usulan belum diputuskan",
                 "Senin tanggal Dua bulan Maret tahun Dua Ribu Dua Puluh Enam", "Petugas 1,"):  # fmt: skip
        assert kata in berita
    assert lampiran.count("Sudah pindah ke kota lain") == 2
    assert all(nama_uji(n).upper() in lampiran for n in range(1, 7))
    assert hasil.jumlah_orang == 6  # type: ignore[attr-defined]


def test_a_statement_per_person_and_a_wali_speaks_for_a_child(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan_id = _buat(uji, 0, kode_sop="uep")
    with uji.menulis() as kerja:
        anak, _ = isi_usulan(kerja, kegiatan_id, 2, desa=(DESA[0],), orang={"nama": NAMA_PANJANG})
        beri_wali(kerja, anak, "IBU WALI", nik_uji(88))
    halaman, hasil = _teks(uji, "sptjm", kegiatan_id, tmp_path)
    berwali = next(h for h in halaman if "IBU WALI" in h)
    assert hasil.jumlah_orang == len(halaman) == 2  # type: ignore[attr-defined]
    assert f"Selaku wali dari : {NAMA_PANJANG}" in berwali
    assert "Hubungan : Ibu kandung" in berwali
    assert kelompokkan(nik_uji(88)) in berwali
    assert all("Meterai" in h and NAMA_PANJANG in h and "bertanggung jawab mutlak" in h for h in halaman)


def test_the_head_of_a_desa_answers_for_its_list(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    (halaman,), _ = _teks(uji, "sptjm-desa", kegiatan, tmp_path, desa=DESA[1])
    assert "data 3 (tiga) calon penerima Bansos Uji Tahun 2026" in halaman
    assert "Nama : ARIFIN Jabatan : Kepala Desa Guci" in halaman
    assert "NIP" not in halaman


# --- with the penyalur -----------------------------------------------------------------------------------------------


def test_an_appointment_is_the_bupati_s_letter(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    (halaman,), hasil = _teks(uji, "penunjukan-vendor", kegiatan, tmp_path)
    nilai = 9 * NOMINAL
    for kata in ("BUPATI LAMANDAU", "Yth. Pimpinan Bank Uji", "9 (sembilan) penerima di 3 desa/kelurahan",
                 f"{rupiah(nilai)} ({terbilang_rupiah(nilai).lower()})", "BUPATI LAMANDAU, RIZKY PRATAMA"):  # fmt: skip
        assert kata in halaman
    assert "PEMERINTAH KABUPATEN" not in halaman
    assert (hasil.jumlah_orang, hasil.jumlah_nominal) == (9, nilai)  # type: ignore[attr-defined]


def test_an_agreement_has_both_numbers_parties_and_articles(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    halaman, hasil = _teks(uji, "perjanjian", kegiatan, tmp_path)
    teks = " ".join(halaman)
    for kata in ("NOMOR: 460/9/2026 NOMOR: BK/7", "DENGAN BANK UJI", "Nama : HADI Jabatan : Kepala Cabang",
                 "Pasal 1 MAKSUD DAN TUJUAN", "Pasal 7 PENYELESAIAN PERSELISIHAN", "Meterai"):  # fmt: skip
        assert kata in teks
    assert "Pasal 8" not in teks
    assert hasil.nomor == "460/9/2026"  # type: ignore[attr-defined]


def test_a_draft_without_a_bank_leaves_its_lines(uji: KantorUji, tmp_path: Path) -> None:
    kegiatan_id = _buat(uji, 3)
    with uji.menulis() as kerja:
        susun_penetapan(kerja, kegiatan_id)
        sahkan_sk(kerja, kegiatan_id, nomor="1", tanggal=HARI)
    for kode in ("perjanjian", "kesepakatan", "penunjukan-vendor"):
        assert "....." in " ".join(_teks(uji, kode, kegiatan_id, tmp_path)[0])


def test_papers_of_a_payment_have_one_total(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        satu = kerja.sesi.exec(select(Penerima)).first()
        assert satu is not None
        satu.data = satu.data | {"rekening": {"bank": "Bank Uji", "nomor": "0012345678", "atas_nama": "SITI"}}
        seluruh = posisi_uang(kerja, kegiatan).seluruh
    halaman, hasil = _teks(uji, "berkas-pencairan", kegiatan, tmp_path)
    teks, nilai = " ".join(halaman), 9 * NOMINAL
    assert seluruh.alokasi == nilai
    assert f"JUMLAH 9 {bilangan(nilai)}" in halaman[0]
    assert f"Terbilang: {terbilang_rupiah(nilai)}." in halaman[0]
    assert f"JUMLAH: 9 orang {bilangan(nilai)}" in halaman[-1]
    assert all(kata in teks for kata in ("PONO, S.T.", "ANI, S.E.", "Dr. BUDI", "Sumber dana : APBD"))
    assert "Bank Uji 0012345678 SITI" in teks
    assert teks.count("belum ada") == 8
    assert (hasil.jumlah_orang, hasil.jumlah_nominal) == (9, nilai)  # type: ignore[attr-defined]


# --- the hand-over ---------------------------------------------------------------------------------------------------


def test_a_person_s_minutes_say_what_was_handed_over(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    _salurkan(uji, kegiatan)
    halaman, hasil = _teks(uji, "bast-orang", kegiatan, tmp_path, nomor="460/5")
    with uji.membaca() as kerja:
        terima = [b for b in semua_serah(kerja, kegiatan) if any(k.diserahkan for k in b.keadaan.komponen)]
        uang = sum(b.keadaan.rupiah_tersalur for b in terima)
    satu, dua, tiga = halaman
    assert [f"NOMOR: 460/5/{b.nomor}" in h for b, h in zip(terima, halaman, strict=True)] == [True] * 3
    assert f"Uang sejumlah : {rupiah(NOMINAL)} Terbilang : {terbilang_rupiah(NOMINAL)}" in satu
    assert "1 Beras 2 karung lengkap" in satu
    assert "bertempat di Balai Desa" in satu
    assert "Saksi 1, SAKSI SATU Saksi 2, SAKSI DUA" in satu
    assert f"bertindak selaku wakil (Anak) dari {terima[1].nama}" in dua
    assert "PIHAK KEDUA, WAKIL UJI" in dua
    assert "1 Beras 1 karung belum diserahkan: 1" in tiga
    assert "Uang sejumlah" not in tiga
    assert (hasil.jumlah_orang, hasil.jumlah_nominal) == (3, uang)  # type: ignore[attr-defined]


def test_a_power_of_attorney_is_filled_in_for_who_came_and_blank_before(
    uji: KantorUji, kegiatan: UUID, tmp_path: Path
) -> None:
    (kosong,), hasil = _teks(uji, "surat-kuasa", kegiatan, tmp_path)
    assert "Nama : ....." in kosong
    assert hasil.jumlah_orang == 0  # type: ignore[attr-defined]
    _salurkan(uji, kegiatan)
    (terisi,), hasil = _teks(uji, "surat-kuasa", kegiatan, tmp_path)
    for kata in ("NOMOR: SK/1", "Nama : WAKIL UJI", kelompokkan(nik_uji(77)), "Hubungan : Anak", "2 Maret 2026"):
        assert kata in terisi
    assert hasil.jumlah_orang == 1  # type: ignore[attr-defined]


# --- counter and oversight -------------------------------------------------------------------------------------------


def test_the_counter_gives_a_receipt_for_what_was_brought(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis("operator") as kerja:
        satu = terima_pemohon(kerja, PEMOHON)
        dua = terima_pemohon(kerja, lain(2))
    halaman, hasil = _teks(uji, "tanda-terima-berkas", satu.kegiatan_id, tmp_path)
    assert len(halaman) == hasil.jumlah_orang == 2  # type: ignore[attr-defined]
    for p in (satu, dua):
        assert any(f"Nomor register : {p.nomor_register} Tanggal : 2 Maret 2026" in h for h in halaman)
    assert all("Fotokopi Kartu Keluarga dan KTP ada" in h and "Pemeriksaan berkas" not in h for h in halaman)


def test_one_applicant_gets_a_receipt_of_their_own(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        satu = terima_pemohon(kerja, PEMOHON)
        terima_pemohon(kerja, lain(2))
        (halaman,) = teks_pdf(BytesIO(cetak_slip_berkas(kerja, satu.kegiatan_id, satu.usulan_id)))
    assert f"Nomor register : {satu.nomor_register}" in halaman
    assert "Yang menerima, Operator Uji" in halaman


def test_visit_sheets_hold_the_sample_and_nobody_else(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    semua, _ = _teks(uji, "instrumen-monev", kegiatan, tmp_path)
    assert sum(h.count("Jalan Uji") for h in semua) == 9
    with uji.menulis() as kerja:
        for b in list(semua_serah(kerja, kegiatan)):
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI, tanggal=HARI)
        sampel = daftar_sampel(kerja, tarik_sampel(kerja, kegiatan, ukuran=4, benih=7).id)
    halaman, hasil = _teks(uji, "instrumen-monev", kegiatan, tmp_path)
    teks = " ".join(halaman)
    assert hasil.jumlah_orang == len(sampel) == 4  # type: ignore[attr-defined]
    assert all(s.nama in teks for s in sampel)
    assert teks.count("Jalan Uji") == 4


def test_the_recap_for_inspectors_has_a_line_per_kegiatan(uji: KantorUji, kegiatan: UUID, tmp_path: Path) -> None:
    _buat(uji, 2, nama="Bansos Lain")
    _buat(uji, 2, nama="Bansos Lama", tahun=2025)
    _salurkan(uji, kegiatan)
    (halaman,), hasil = _teks(uji, "rekap-apip", kegiatan, tmp_path)
    assert f"1 Bansos Uji Tahun 2026 Bansos Lain 20.000.000 {bilangan(2 * NOMINAL)} 15% 9" in halaman
    assert "2 Bansos Lain Tahun 2026 Bansos Uji" in halaman
    assert "Bansos Lama" not in halaman
    assert f"JUMLAH 40.000.000 {bilangan(2 * NOMINAL)}" in halaman
    assert hasil.jumlah_nominal == 2 * NOMINAL  # type: ignore[attr-defined]


def test_a_day_not_chosen_is_left_to_be_written(uji: KantorUji, kegiatan: UUID) -> None:
    assert fakta_hari(HARI)["tahun_kata"] == "Dua Ribu Dua Puluh Enam"
    assert set(fakta_hari(None).values()) <= {"." * 14, "." * 28}
    with uji.membaca() as kerja, pytest.raises(KnownError):
        pratinjau(kerja, "undangan", kegiatan, desa="62.09.01.2001")
    assert Permintaan().kata is None


def test_the_list_of_recipients_is_signed_by_who_answers_for_the_money(
    uji: KantorUji, kegiatan: UUID, tmp_path: Path
) -> None:
    halaman, _ = _teks(uji, "daftar-penerima", kegiatan, tmp_path)
    assert "PPTK, PONO, S.T." in halaman[-1]
    assert "Bendahara, ANI, S.E." in halaman[-1]
    assert "Kepala Dinas Sosial, Dr. BUDI" in halaman[-1]
    satu, _ = _teks(uji, "daftar-penerima", kegiatan, tmp_path, desa=DESA[1])
    assert "Mengetahui, Kepala Desa Guci, ARIFIN" in satu[-1]
    assert "PONO" not in satu[-1]
