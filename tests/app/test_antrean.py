"""What the counter sees: the person behind a NIK, the papers asked, who was refused and has not come again."""

from dataclasses import replace

from app.antrean import belum_diajukan_lagi, berkas_pemohon, kenali, loket_kini, punya_loket
from app.loket import terima_pemohon
from app.sop import pemohon
from db.istilah import StatusUsulan
from db.model import Usulan
from tests.app.test_loket import PEMOHON, SARINAH
from tests.helpers.toko import KantorUji


def test_before_anybody_came_the_counter_knows_its_papers(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        loket = loket_kini(kerja)
        assert punya_loket(kerja)
        assert kenali(kerja, SARINAH.nik or "") is None
        assert kenali(kerja, "") is None
    assert (loket.kegiatan_id, loket.nama) == (None, "Triwulan I 2026")
    assert [(b.kode, b.wajib) for b in loket.berkas] == [
        ("fc_kk_ktp", True), ("surat_keterangan_desa", False), ("pemeriksaan_berkas", True),
    ]  # fmt: skip
    assert "62.09.03.2002" in dict(loket.desa)


def test_a_nik_brings_the_person_and_their_number(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        terima_pemohon(kerja, PEMOHON)
    with uji.membaca() as kerja:
        dikenal = kenali(kerja, "620903 410570 9001")
        assert loket_kini(kerja).nama == "Usulan DTKS Triwulan I 2026"
    assert dikenal is not None
    assert (dikenal.data.nama, dikenal.nomor_register, dikenal.penolakan) == ("Sarinah Usop", "0001/2026", None)


def test_papers_of_an_applicant_over_both_steps(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        hasil = terima_pemohon(kerja, replace(PEMOHON, dokumen=frozenset({"surat_keterangan_desa"})))
        berkas = berkas_pemohon(kerja, hasil.usulan_id)
    assert [(b.kode, b.wajib, b.ada) for b in berkas] == [
        ("fc_kk_ktp", True, False), ("surat_keterangan_desa", False, True), ("pemeriksaan_berkas", True, False),
    ]  # fmt: skip


def test_a_refused_person_is_named_until_they_come_again(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        lama = terima_pemohon(kerja, PEMOHON)
        pemohon.tutup_pengumpulan(kerja, lama.kegiatan_id)
        usulan = kerja.sesi.get_one(Usulan, lama.usulan_id)
        usulan.status, usulan.alasan = StatusUsulan.DITOLAK_SISTEM.value, "NIK tidak padan"
    with uji.membaca() as kerja:
        (satu,) = belum_diajukan_lagi(kerja)
        dikenal = kenali(kerja, SARINAH.nik or "")
    assert (satu.nama, satu.kegiatan, satu.alasan) == (SARINAH.nama, "Usulan DTKS Triwulan I 2026", "NIK tidak padan")
    assert dikenal is not None
    assert (dikenal.penolakan, dikenal.nomor_register) == (satu, None)
    with uji.menulis("operator") as kerja:
        terima_pemohon(kerja, PEMOHON)
        assert belum_diajukan_lagi(kerja) == []
