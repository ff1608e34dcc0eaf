"""Days on paper keep their order: a slip is refused in one sentence, a paper that says so is kept with its reason."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import jejak
from app.bahasa.galat import kalimat
from app.berkas_pemeriksaan.pengecualian import JenisPengecualian, daftar_pengecualian
from app.kegiatan import buat_kegiatan
from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from app.sop import jalan
from app.sop.jalan import urutan_jalur
from app.urutan_hari import AKSI, awal_kegiatan, periksa_hari, wajib_urut
from db.galat import KnownError
from db.istilah import StatusLangkah
from tests.helpers.kegiatan import NOMINAL
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


def mulai(kerja: Kerja, **isi: object) -> UUID:
    return buat_kegiatan(kerja, kode_sop="rehsos", nama="Uji", tahun=2026, nominal=NOMINAL, **isi)


def test_papers_of_the_year_are_fine_and_older_ones_need_a_reason(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = lihat_kegiatan(kerja, mulai(kerja))
        assert awal_kegiatan(kegiatan) == date(2026, 1, 1)
        wajib_urut(kerja, kegiatan, date(2026, 1, 1), "tanggal SK")
        with pytest.raises(KnownError, match=AKSI) as salah:
            wajib_urut(kerja, kegiatan, date(2025, 3, 2), "tanggal SK")  # the year was mistyped
        assert "lebih awal daripada awal kegiatan (1 Januari 2026)" in kalimat(salah.value)
        with pytest.raises(KnownError, match="tanggal_di_depan"):
            wajib_urut(kerja, kegiatan, HARI + timedelta(days=1), "tanggal SK")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(st.none(), st.dates(date(2025, 6, 1), HARI)), max_size=4), st.dates(date(2025, 6, 1), HARI))
def test_a_day_is_in_order_exactly_when_nothing_lies_after_it(
    uji: KantorUji, batas: list[date | None], hari: date
) -> None:
    with uji.menulis() as kerja:
        kegiatan = lihat_kegiatan(kerja, mulai(kerja))
        semua = [(f"hal {n}", satu) for n, satu in enumerate(batas)]
        salah = periksa_hari(kerja, kegiatan, hari, "tanggal", *semua)
        terakhir = max([awal_kegiatan(kegiatan), *(b for b in batas if b is not None)])
        assert (salah is None) == (hari >= terakhir)
        if salah is not None:
            assert salah.fakta["hari"] == terakhir
        kerja.alasan_tanggal = "Menurut kertas"
        assert periksa_hari(kerja, kegiatan, hari, "tanggal", *semua) is None
        kerja.sesi.rollback()


def test_a_step_is_not_finished_before_the_one_before_it(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = mulai(kerja, mulai_langkah=3)
        satu, dua, *_ = urutan_jalur(kerja, kegiatan)
        assert dua.status == StatusLangkah.SEBELUM_APLIKASI
        jalan.catat_sebelum(kerja, satu.id, tanggal=date(2026, 1, 20))
        with pytest.raises(KnownError, match=AKSI) as salah:
            jalan.catat_sebelum(kerja, dua.id, tanggal=date(2026, 1, 10))
        assert salah.value.fakta["sebutan"] == "langkah 1"
        kerja.alasan_tanggal = "Berita acara bertanggal mundur"
        jalan.catat_sebelum(kerja, dua.id, tanggal=date(2026, 1, 10))
        assert dua.tanggal_selesai == date(2026, 1, 10)
        kecuali = [
            p for p in daftar_pengecualian(kerja, kegiatan, ()) if p.jenis is JenisPengecualian.TANGGAL_MENDAHULUI
        ]
        assert [(p.tentang, p.alasan) for p in kecuali] == [
            ("Tanggal selesai sebelum langkah 1 (20 Jan 2026)", "Berita acara bertanggal mundur")
        ]
        assert next(b.aksi for b in jejak.riwayat(kerja, kegiatan_id=kegiatan) if b.aksi == AKSI)
