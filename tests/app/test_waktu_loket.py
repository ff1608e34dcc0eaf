"""Times of the counter: what the window measured, held against the SOP's 5 and 15 minutes."""

from dataclasses import replace
from datetime import timedelta

from app.loket import Penerimaan, lengkapi_pemohon, terima_pemohon
from app.sop.centang import berkas_butir
from app.sop.kelengkapan import ButirSyarat, Sasaran
from app.sop.konteks import baris_jalur
from app.waktu_loket import WaktuLoket, waktu_loket
from tests.app.test_loket import PEMOHON, lain
from tests.helpers.toko import KINI, KantorUji


def layani(uji: KantorUji, nomor: int, formulir: float, berkas: float, **ubah: object) -> Penerimaan:
    """Somebody whose form took so many minutes, and whose papers took so many more."""
    mulai = KINI + timedelta(hours=nomor)
    uji.jam.kini = mulai + timedelta(minutes=formulir + berkas)
    siapa = replace(lain(nomor), mulai=mulai, berkas_mulai=mulai + timedelta(minutes=formulir), **ubah)
    with uji.menulis("operator") as kerja:
        return terima_pemohon(kerja, siapa)


def test_both_steps_are_held_against_their_standard(uji: KantorUji) -> None:
    for nomor, (formulir, berkas) in enumerate(((1, 2), (3, 20), (7, 4))):
        hasil = layani(uji, nomor, formulir, berkas)
    with uji.membaca() as kerja:
        assert waktu_loket(kerja, hasil.kegiatan_id) == (
            WaktuLoket(1, "Loket", 5, 3, 3.0, 7.0, 2), WaktuLoket(2, "Periksa berkas", 15, 3, 4.0, 20.0, 2),
        )  # fmt: skip
        (satu, _) = waktu_loket(kerja, hasil.kegiatan_id)
    assert satu.kata == "nilai tengah 3,0 menit, terlama 7,0 menit; 2 dari 3 pemohon sesuai standar 5 menit"


def test_a_form_left_lying_and_an_unmeasured_visit_are_no_times(uji: KantorUji) -> None:
    hasil = layani(uji, 1, 500, 1)
    with uji.menulis("operator") as kerja:
        terima_pemohon(kerja, PEMOHON)
    with uji.membaca() as kerja:
        assert waktu_loket(kerja, hasil.kegiatan_id) == ()


def test_papers_that_come_another_day_count_in_working_minutes(uji: KantorUji) -> None:
    hasil = layani(uji, 1, 2, 1, dokumen=frozenset({"surat_keterangan_desa"}))
    uji.jam.kini += timedelta(days=1)
    with uji.menulis("operator") as kerja:
        assert lengkapi_pemohon(kerja, hasil.usulan_id, ["fc_kk_ktp", "pemeriksaan_berkas"])
        (loket,) = waktu_loket(kerja, hasil.kegiatan_id)  # the papers held the first step; the second took no time
    assert (loket.langkah, loket.sesuai) == (1, 0)
    assert 300 < loket.tengah < 480, "a working day, not a day and a night"


def test_a_photographed_paper_counts_as_brought_and_is_kept(uji: KantorUji) -> None:
    siapa = replace(
        PEMOHON, lampiran={"fc_kk_ktp": ("ktp.pdf", b"%PDF-1.4 contoh")}, dokumen=PEMOHON.dokumen - {"fc_kk_ktp"}
    )
    with uji.menulis("operator") as kerja:
        hasil = terima_pemohon(kerja, siapa)
        assert hasil.lengkap
        berkas = [
            berkas_butir(kerja, b.id, ButirSyarat("fc_kk_ktp", Sasaran(usulan_id=hasil.usulan_id)))
            for b in baris_jalur(kerja, hasil.kegiatan_id, hasil.usulan_id)
        ]
    assert sum(map(len, berkas)) >= 1
