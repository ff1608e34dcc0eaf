"""The checklist: who is asked for what, ticking many at once, attaching, setting aside, and what stays."""

from datetime import date

import pytest
from sqlmodel import select

from app import jejak
from app.sop import centang, halaman, jalan, kelengkapan, konteks
from app.sop.kelengkapan import ButirSyarat, Isian, Sasaran
from db.galat import KnownError
from db.istilah import StatusKelengkapan, StatusUsulan
from db.model import Kelengkapan, Orang, Usulan
from tests.app.sop import bantu
from tests.helpers.kegiatan import DESA, isi_usulan
from tests.helpers.toko import KantorUji


def isian(kerja, kegiatan_id, kode: str) -> Isian:  # type: ignore[no-untyped-def]
    return next(i for i in bantu.kini(kerja, kegiatan_id).kelengkapan if i.kode == kode)


def rehsos(kerja, banyak: int = 4, **ubah):  # type: ignore[no-untyped-def]
    kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
    return kegiatan_id, isi_usulan(kerja, kegiatan_id, banyak, **ubah), bantu.langkah(kerja, kegiatan_id, 1)


def test_only_the_people_concerned_are_asked(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id, (tua, anak, difabel, ditarik), _ = rehsos(kerja)
        orang = {u: kerja.sesi.get_one(Orang, kerja.sesi.get_one(Usulan, u).orang_id) for u in (tua, anak)}
        orang[tua].tanggal_lahir = None
        orang[anak].tanggal_lahir = date(2009, 3, 3)  # 16 until tomorrow
        kerja.sesi.get_one(Usulan, anak).kategori = "yatim"
        kerja.sesi.get_one(Usulan, difabel).kategori = "disabilitas"
        kerja.sesi.get_one(Usulan, ditarik).status = StatusUsulan.DITARIK.value
        diminta = {i.kode: i.diminta for i in bantu.kini(kerja, kegiatan_id).kelengkapan}
        assert diminta == {
            "surat_pengantar": 3,
            "daftar_usulan": 3,
            "ktp": 2,
            "identitas_anak": 1,
            "ktp_wali": 1,
            "surat_wali": 1,
            "kartu_keluarga": 3,
            "bukti_disabilitas": 1,
            "bukti_yatim": 1,
        }
        orang[anak].tanggal_lahir = date(2009, 3, 2)  # 17 today
        assert isian(kerja, kegiatan_id, "ktp").diminta == 3


def test_all_complete_except_some(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id, usulan, ke1 = rehsos(kerja)
        jumlah = centang.centang_kelengkapan(
            kerja,
            ke1,
            kecuali=[
                ButirSyarat("ktp", Sasaran(usulan_id=usulan[0])),
                ButirSyarat("", Sasaran(usulan_id=usulan[1])),
                ButirSyarat("surat_pengantar", Sasaran(kode_desa=DESA[0])),
            ],
        )
        assert jumlah == 2 * 3 + 2 * 4 - 1 - 2 - 1
        assert (isian(kerja, kegiatan_id, "ktp").ada, isian(kerja, kegiatan_id, "ktp").kurang) == (2, 2)
        desa = {c.sebutan: c.status for c in isian(kerja, kegiatan_id, "surat_pengantar").catatan}
        assert list(desa.values()).count(StatusKelengkapan.ADA) == 2
        assert all(nama.startswith(("Desa", "Kelurahan")) for nama in desa)
        kurang = halaman.pemohon_kurang(kerja, ke1)
        assert [(k.usulan_id, k.kurang) for k in kurang] == [
            (usulan[0], ("ktp",)),
            (usulan[1], ("ktp", "kartu_keluarga")),
        ]
        assert [k.usulan_id for k in halaman.pemohon_kurang(kerja, ke1, mulai=1)] == [usulan[1]]
        assert centang.centang_kelengkapan(kerja, ke1, kode=["ktp"]) == 2  # only what was still open
        baris = next(jejak.riwayat(kerja, objek_id=ke1))
        assert (baris.aksi, baris.rincian["jumlah"]) == ("centang_kelengkapan", 2)


def test_a_tick_says_who_and_when_and_can_be_taken_back(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id, _, ke1 = rehsos(kerja)
        untuk = Sasaran(kode_desa=DESA[1])
        centang.centang_kelengkapan(kerja, ke1, kode=["surat_pengantar"], untuk=[untuk])
        catatan = {c.sasaran: c for c in isian(kerja, kegiatan_id, "surat_pengantar").catatan}[untuk]
        assert (catatan.status, catatan.fisik, catatan.oleh) == (StatusKelengkapan.ADA, True, "Operator Uji")
        assert catatan.pada == kerja.sekarang()
        assert centang.centang_kelengkapan(kerja, ke1, kode=["surat_pengantar"], untuk=[untuk], ada=False) == 1
        assert isian(kerja, kegiatan_id, "surat_pengantar").ada == 0
        assert len(kerja.sesi.exec(select(Kelengkapan)).all()) == 1


def test_alternatives_are_named(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id, (satu, *_), ke1 = rehsos(kerja, kategori="disabilitas")
        untuk = [Sasaran(usulan_id=satu)]
        with pytest.raises(KnownError, match="pilihan_dokumen_salah"):
            centang.centang_kelengkapan(kerja, ke1, kode=["bukti_disabilitas"], untuk=untuk, pilihan="Surat cinta")
        centang.centang_kelengkapan(
            kerja, ke1, kode=["bukti_disabilitas"], untuk=untuk, pilihan="Kartu penyandang disabilitas"
        )
        baris = kerja.sesi.exec(select(Kelengkapan)).one()
        assert (baris.pilihan, baris.usulan_id) == ("Kartu penyandang disabilitas", satu)
        assert isian(kerja, kegiatan_id, "bukti_disabilitas").pilihan[0] == "Surat keterangan dokter/puskesmas"


def test_a_file_ticks_its_box_and_earlier_files_stay_linked(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id, _, ke1 = rehsos(kerja)
        untuk = Sasaran(kode_desa=DESA[0])
        lama = centang.lampirkan(kerja, ke1, "surat_pengantar", "pengantar.pdf", b"%PDF-1", untuk=untuk)
        baru = centang.lampirkan(kerja, ke1, "surat_pengantar", "pengantar2.pdf", b"%PDF-2", untuk=untuk)
        catatan = {c.sasaran: c for c in isian(kerja, kegiatan_id, "surat_pengantar").catatan}[untuk]
        assert (catatan.lampiran_id, catatan.nama_lampiran) == (baru, "pengantar2.pdf")
        assert catatan.status is StatusKelengkapan.ADA
        assert centang.berkas_butir(kerja, ke1, ButirSyarat("surat_pengantar", untuk)) == [lama, baru]
        assert kerja.baca_lampiran(lama) == b"%PDF-1"
        assert centang.berkas_butir(kerja, ke1, ButirSyarat("surat_pengantar", Sasaran(kode_desa=DESA[2]))) == []


def test_not_applicable_needs_a_reason(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id, (satu, *_), ke1 = rehsos(kerja)
        butir = [ButirSyarat("kartu_keluarga", Sasaran(usulan_id=satu))]
        with pytest.raises(KnownError, match="alasan_kosong"):
            centang.kelengkapan_tidak_berlaku(kerja, ke1, butir, "  ")
        assert centang.kelengkapan_tidak_berlaku(kerja, ke1, butir, "Tinggal di panti") == 1
        hasil = isian(kerja, kegiatan_id, "kartu_keluarga")
        assert (hasil.tidak_berlaku, hasil.kurang) == (1, 3)
        assert kerja.sesi.exec(select(Kelengkapan)).one().alasan == "Tinggal di panti"


def test_wajib_papers_per_person_block_and_dianjurkan_remind(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "uep")
        bantu.usulkan(kerja, kegiatan_id)
        page = bantu.kini(kerja, kegiatan_id)
        assert [h.sasaran for h in page.menahan] == [
            "dokumen:lembar_disposisi",
            "dokumen:proposal_usulan",
            "dokumen:fc_kk_ktp",
            "dokumen:sptjm",
        ]
        assert page.menahan[2].kalimat == "Fotokopi Kartu Keluarga dan KTP belum lengkap: kurang 3 dari 3."
        centang.centang_kelengkapan(kerja, page.pelaksanaan_id)
        assert not bantu.kini(kerja, kegiatan_id).menahan
        satu = bantu.mulai_kegiatan(kerja, "rehsos")
        bantu.usulkan(kerja, satu)
        assert {h.kode for h in bantu.kini(kerja, satu).halangan} == {"dokumen_dianjurkan"}


def test_a_paper_of_an_earlier_step_counts_in_a_later_one(uji: KantorUji) -> None:
    """UEP asks for the proposal in steps 1 and 2, and for the SK from step 4 on: ticked or recorded once."""
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "uep")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 2)
        assert isian(kerja, kegiatan_id, "proposal_usulan").kurang == 0
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 4)
        sk = isian(kerja, kegiatan_id, "sk_penerima")
        assert (sk.otomatis, sk.kurang, sk.ada) == (True, 0, 0)


def test_a_tick_taken_back_after_a_return_counts_from_then_on(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "uep")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 2)
        jalan.kembalikan(kerja, bantu.langkah(kerja, kegiatan_id, 2), ke=1, alasan="SPTJM tidak bermeterai")
        page = bantu.kini(kerja, kegiatan_id)
        assert not page.menahan
        assert centang.centang_kelengkapan(kerja, page.pelaksanaan_id, kode=["sptjm"], ada=False) == 3
        assert [h.sasaran for h in bantu.kini(kerja, kegiatan_id).menahan] == ["dokumen:sptjm"]
        assert centang.centang_kelengkapan(kerja, page.pelaksanaan_id) == 3
        lama = select(Kelengkapan).where(Kelengkapan.kode == "sptjm")
        assert len(kerja.sesi.exec(lama).all()) == 6  # what was said in the first putaran is still there


def test_papers_per_tahap(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos", mulai_langkah=6, tahap=["Tahap 1", "Tahap 2"])
        ke6 = bantu.langkah(kerja, kegiatan_id, 6)
        sp2d = isian(kerja, kegiatan_id, "sp2d")
        assert [c.sebutan for c in sp2d.catatan] == ["Tahap 1", "Tahap 2"]
        centang.centang_kelengkapan(kerja, ke6, kode=["sp2d"], untuk=[sp2d.catatan[0].sasaran])
        assert isian(kerja, kegiatan_id, "sp2d").kurang == 1


def test_boxes_that_are_not_asked_are_refused(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        _, (satu, *_), ke1 = rehsos(kerja)
        for kode, untuk in (
            ("visa", [Sasaran(usulan_id=satu)]),
            ("ktp", [Sasaran(kode_desa=DESA[0])]),
            ("bukti_disabilitas", [Sasaran(usulan_id=satu)]),
        ):
            with pytest.raises(KnownError, match="dokumen_bukan_syarat"):
                centang.centang_kelengkapan(kerja, ke1, kode=[kode], untuk=untuk)
        with pytest.raises(KnownError, match="dokumen_bukan_syarat"):
            centang.lampirkan(kerja, ke1, "surat_pengantar", "x.pdf", b"x")
        with pytest.raises(KnownError, match="dokumen_bukan_syarat"):
            centang.kelengkapan_tidak_berlaku(kerja, ke1, [ButirSyarat("ktp")], "x")


def test_only_performers_of_a_running_step_tick(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id, _, ke1 = rehsos(kerja)
        with pytest.raises(KnownError, match="langkah_belum_mulai"):
            centang.centang_kelengkapan(kerja, bantu.langkah(kerja, kegiatan_id, 2))
        jalan.selesaikan(kerja, ke1)
        with pytest.raises(KnownError, match="langkah_sudah_ditutup"):
            centang.centang_kelengkapan(kerja, ke1)
    with uji.menulis("kadis") as kerja, pytest.raises(KnownError, match="bukan_pelaksana"):
        centang.centang_kelengkapan(kerja, bantu.langkah(kerja, kegiatan_id, 2))


def test_leap_day_birthdays() -> None:
    from db.model import Kegiatan

    kegiatan = Kegiatan(mulai_pada=date(2024, 2, 29))  # type: ignore[call-arg]  # only the date matters here
    assert kelengkapan.ulang_tahun_lalu(kegiatan, 17) == date(2007, 2, 28)


def test_thousands_of_people_are_counted_fast_enough(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        _, usulan, ke1 = rehsos(kerja, 3000)
        assert centang.centang_kelengkapan(kerja, ke1, kode=["ktp", "kartu_keluarga"]) == 6000
        k = konteks.konteks(kerja, ke1)
        hitung = {i.kode: i.ada for i in kelengkapan.daftar(kerja, k)}
        assert (hitung["ktp"], hitung["kartu_keluarga"], len(usulan)) == (3000, 3000, 3000)
