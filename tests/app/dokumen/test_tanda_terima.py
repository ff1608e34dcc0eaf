"""What receipts say of who received, gathered from a real store; how many the office puts on a sheet."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import Penerimaan
from app.dokumen.kumpul_salur import isi_tanda_terima
from app.dokumen.per_lembar import per_lembar_lazim
from app.kerja import Kerja
from app.penyaluran import Wakil, batalkan_hasil, catat_hasil, semua_serah
from db.istilah import HasilSalur, StatusUsulan
from reports.cetak import cetak
from tests.helpers.kegiatan import beri_wali, buat_kegiatan, isi_usulan, kegiatan_sah, tetapkan
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


def _penerimaan(kerja: Kerja, kegiatan: UUID) -> list[Penerimaan | None]:
    return [b.penerimaan for b in isi_tanda_terima(kerja, kegiatan, Permintaan()).baris]


def test_nobody_knows_who_will_receive_but_a_wali(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        anak, *_ = isi_usulan(kerja, kegiatan, 3, status=StatusUsulan.LAYAK)
        beri_wali(kerja, anak, "HJ. FATIMAH", "6209034101809999")
        tetapkan(kerja, kegiatan)
        semua = _penerimaan(kerja, kegiatan)
    (wali,) = [p for p in semua if p]
    assert wali == Penerimaan("wali", "HJ. FATIMAH", "6209034101809999", "Ibu kandung")


def test_what_was_recorded_is_filled_in_and_taken_back_with_it(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 4)
        satu, dua, tiga, _ = semua_serah(kerja, kegiatan)
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, tanggal=HARI, cap_jempol=True, saksi=("A", "B"))
        wakil = Wakil("BUDI", "anak kandung", "6209034101809998", "470/1/DS")
        catat_hasil(kerja, dua.alokasi_id, HasilSalur.DIWAKILKAN, tanggal=HARI, wakil=wakil)
        batal = catat_hasil(kerja, tiga.alokasi_id, HasilSalur.SENDIRI, tanggal=HARI)
        batalkan_hasil(kerja, batal.penyaluran_ids[0], alasan="salah orang")
        semua = _penerimaan(kerja, kegiatan)
    assert semua == [
        Penerimaan("sendiri", satu.nama, cap_jempol=True, saksi=("A", "B"), tanggal=HARI),
        Penerimaan("wakil", "BUDI", "6209034101809998", "anak kandung", "470/1/DS", tanggal=HARI),
        None,
        None,
    ]


@pytest.mark.parametrize("gagal", [HasilSalur.TIDAK_HADIR, HasilSalur.MENINGGAL])
def test_who_did_not_receive_stays_open(uji: KantorUji, gagal: HasilSalur) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 1)
        (satu,) = semua_serah(kerja, kegiatan)
        catat_hasil(kerja, satu.alokasi_id, gagal, alasan="keterangan", tanggal=HARI)
        assert _penerimaan(kerja, kegiatan) == [None]


def test_the_office_keeps_what_it_chose_last(uji: KantorUji, tmp_path: Path) -> None:
    with uji.menulis() as kerja:
        kegiatan, lain = kegiatan_sah(kerja, 2), kegiatan_sah(kerja, 2, nama="Kegiatan lain")
        assert per_lembar_lazim(kerja) == 2
        cetak(kerja, "tanda-terima", kegiatan, tmp_path / "satu.pdf", per_lembar=4)
        assert per_lembar_lazim(kerja) == 4
        assert isi_tanda_terima(kerja, lain, Permintaan()).per_lembar == 4
        assert isi_tanda_terima(kerja, lain, Permintaan(per_lembar=1)).per_lembar == 1
        ulang = cetak(kerja, "tanda-terima", kegiatan, tmp_path / "dua.pdf")
    assert (tmp_path / "satu.pdf").read_bytes() == (tmp_path / "dua.pdf").read_bytes()
    assert ulang.jumlah_orang == 2
