"""Applicants of dtks: each on their own way, gathered per triwulan, never holding it, coming back linked."""

import pytest
from sqlmodel import select

from app.bahasa import galat
from app.penetapan import sahkan_sk, susun_penetapan
from app.sop import catatan_langkah, centang, halaman, jalan, konteks, pemohon
from db.galat import KnownError
from db.istilah import StatusLangkah, StatusUsulan
from db.model import Kegiatan, Penerima, Usulan
from tests.app.sop import bantu
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.toko import KantorUji


def datang(kerja, kegiatan_id, banyak: int = 1, mulai: int = 1):  # type: ignore[no-untyped-def]
    ids = isi_usulan(kerja, kegiatan_id, banyak, mulai=mulai)
    for usulan_id in ids:
        pemohon.daftarkan(kerja, usulan_id)
    return ids


def test_each_applicant_passes_the_counter_alone(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        satu, dua = datang(kerja, kegiatan_id, 2)
        loket = pemohon.langkah_pemohon(kerja, satu)
        assert loket is not None
        page = halaman.lihat_langkah(kerja, loket)
        assert (page.usulan_id, page.langkah.urutan, len(page.tahapan)) == (satu, 1, 2)
        assert [h.kode for h in page.menahan] == ["dokumen_belum_ada", "pemohon_tanpa_nomor"]
        assert page.batas.standar == "5 menit per berkas"
        assert page.batas.batas is not None
        kerja.sesi.get_one(Usulan, satu).nomor_register = "001/2026"
        assert centang.centang_kelengkapan(kerja, loket) == 2
        assert jalan.selesaikan(kerja, loket).langkah_berikut == 2
        assert halaman.lihat_langkah(kerja, loket).keluaran == "Nomor register 001/2026."
        assert [(p.usulan_id, p.langkah) for p in pemohon.daftar_pemohon(kerja, kegiatan_id)] == [(satu, 2), (dua, 1)]
        assert bantu.kini(kerja, kegiatan_id).pemohon == {1: 1, 2: 1}
        assert catatan_langkah.riwayat(kerja, kegiatan_id, usulan_id=satu)


def test_an_applicant_can_be_sent_back_to_the_counter(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        (satu,) = datang(kerja, kegiatan_id)
        kerja.sesi.get_one(Usulan, satu).nomor_register = "001/2026"
        loket = pemohon.langkah_pemohon(kerja, satu)
        assert loket
        centang.centang_kelengkapan(kerja, loket)
        periksa = jalan.selesaikan(kerja, loket).berikut
        assert periksa
        jalan.kembalikan(kerja, periksa, ke=1, alasan="KTP buram")
        ulang = halaman.lihat_langkah(kerja, pemohon.langkah_pemohon(kerja, satu) or loket)
        assert (ulang.langkah.urutan, ulang.putaran, ulang.dikembalikan) == (1, 2, "KTP buram")


def test_applicants_hold_the_step_until_they_are_through(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        datang(kerja, kegiatan_id, 2)
        page = bantu.kini(kerja, kegiatan_id)
        assert [h.kode for h in page.menahan] == ["pemohon_masih_berjalan"]
        assert page.menahan[0].kalimat == "2 pemohon belum selesai diproses."
        with pytest.raises(KnownError, match="langkah_belum_lengkap"):
            jalan.selesaikan(kerja, page.pelaksanaan_id)


def test_closing_the_gathering_closes_the_steps_per_applicant(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        with pytest.raises(KnownError, match="belum_ada_pemohon"):
            pemohon.tutup_pengumpulan(kerja, kegiatan_id)
        bantu.lewati_loket(kerja, kegiatan_id, 3)
        assert pemohon.tutup_pengumpulan(kerja, kegiatan_id) == 3
        page = bantu.kini(kerja, kegiatan_id)
        assert page.langkah.urutan == 3
        assert page.tahapan[0].hasil == "3 pemohon dikumpulkan."
        assert [h.sasaran for h in page.menahan] == ["dokumen:draf_sk"]
        satu = pemohon.daftar_pemohon(kerja, kegiatan_id)[0].usulan_id
        with pytest.raises(KnownError, match="pengumpulan_ditutup"):
            jalan.kembalikan(kerja, konteks.baris_kini(kerja, kegiatan_id, 2, satu).id, ke=1, alasan="KTP buram")
        (telat,) = isi_usulan(kerja, kegiatan_id, 1, mulai=99)
        with pytest.raises(KnownError, match="pengumpulan_ditutup"):
            pemohon.daftarkan(kerja, telat)
        with pytest.raises(KnownError, match="pengumpulan_ditutup"):
            pemohon.tutup_pengumpulan(kerja, kegiatan_id)


def test_who_is_not_ready_goes_on_to_the_next_triwulan(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kini = bantu.mulai_kegiatan(kerja, "dtks", nama="DTKS Triwulan I")
        berikut = bantu.mulai_kegiatan(kerja, "dtks", nama="DTKS Triwulan II")
        bantu.lewati_loket(kerja, kini, 2)
        (lambat,) = datang(kerja, kini, mulai=50)
        with pytest.raises(KnownError, match="pemohon_masih_berjalan") as tangkap:
            pemohon.tutup_pengumpulan(kerja, kini)
        assert "Langkah 1 (Loket)" in galat.kalimat(tangkap.value)
        assert pemohon.tutup_pengumpulan(kerja, kini, tunda_ke=berikut) == 2
        lama = kerja.sesi.get_one(Usulan, lambat)
        assert (lama.status, lama.alasan) == (StatusUsulan.DITARIK, "Dilanjutkan pada DTKS Triwulan II")
        baru = kerja.sesi.exec(select(Usulan).where(Usulan.kegiatan_id == berikut)).one()
        assert baru.asal_usulan_id == lambat
        assert pemohon.langkah_pemohon(kerja, baru.id) is not None
        assert pemohon.langkah_pemohon(kerja, lambat) is None


def test_the_refused_come_back_linked_in_the_next_triwulan(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kini = bantu.mulai_kegiatan(kerja, "dtks", nama="DTKS Triwulan I")
        berikut = bantu.mulai_kegiatan(kerja, "dtks", nama="DTKS Triwulan II")
        bantu.tuntaskan_sampai(kerja, kini, 5)
        page = bantu.kini(kerja, kini)
        assert [h.kalimat for h in page.menahan] == ["Surat pengembalian ke 1 desa/kelurahan belum dicatat."]
        ditolak = kerja.sesi.exec(
            select(Usulan).where(Usulan.kegiatan_id == kini, Usulan.status == StatusUsulan.DITOLAK_SISTEM)
        ).one()
        baru = pemohon.usulkan_lagi(kerja, ditolak.id, berikut)
        assert kerja.sesi.get_one(Usulan, baru).asal_usulan_id == ditolak.id
        assert ditolak.status == StatusUsulan.DITOLAK_SISTEM
        assert bantu.tuntaskan(kerja, kini).langkah_berikut == 6  # the triwulan goes on without them


def test_nobody_is_proposed_twice_in_the_next_triwulan(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kini = bantu.mulai_kegiatan(kerja, "dtks", nama="DTKS Triwulan I")
        berikut = bantu.mulai_kegiatan(kerja, "dtks", nama="DTKS Triwulan II")
        bantu.lewati_loket(kerja, kini, 2)
        (lambat,) = datang(kerja, kini, mulai=50)
        pemohon.usulkan_lagi(kerja, lambat, berikut)
        with pytest.raises(KnownError, match="pemohon_sudah_terdaftar"):
            pemohon.usulkan_lagi(kerja, lambat, berikut)
        assert pemohon.tutup_pengumpulan(kerja, kini, tunda_ke=berikut) == 2
        assert len(kerja.sesi.exec(select(Usulan).where(Usulan.kegiatan_id == berikut)).all()) == 1


def test_a_return_behind_the_gathering_takes_applicants_again(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        bantu.lewati_loket(kerja, kegiatan_id, 2)
        pemohon.tutup_pengumpulan(kerja, kegiatan_id)
        jalan.kembalikan(kerja, bantu.langkah(kerja, kegiatan_id, 3), ke=1, alasan="Dua pemohon tertinggal")
        assert not kerja.sesi.get_one(Kegiatan, kegiatan_id).ditutup_pengumpulan
        datang(kerja, kegiatan_id, mulai=70)
        assert bantu.kini(kerja, kegiatan_id).pemohon == {1: 1}


def test_once_decreed_the_gathering_stays_closed(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        bantu.lewati_loket(kerja, kegiatan_id, 2)
        pemohon.tutup_pengumpulan(kerja, kegiatan_id)
        for usulan in kerja.sesi.exec(select(Usulan).where(Usulan.kegiatan_id == kegiatan_id)):
            usulan.status = "layak"
        kerja.sesi.flush()
        susun_penetapan(kerja, kegiatan_id)
        sahkan_sk(kerja, kegiatan_id, nomor="460/3/2026", tanggal=kerja.hari_ini())
        with pytest.raises(KnownError, match="pengumpulan_sudah_sk"):
            jalan.kembalikan(kerja, bantu.langkah(kerja, kegiatan_id, 3), ke=1, alasan="Pemohon tertinggal")
        assert kerja.sesi.get_one(Kegiatan, kegiatan_id).ditutup_pengumpulan


def test_who_stands_on_the_decree_cannot_be_let_go(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 8)
        di_sk = kerja.sesi.exec(select(Penerima.usulan_id).where(Penerima.kegiatan_id == kegiatan_id)).first()
        assert di_sk is not None
        with pytest.raises(KnownError, match="daftar_terkunci"):
            pemohon.lepaskan(kerja, di_sk, alasan="Pindah")


def test_an_applicant_who_leaves_holds_nobody(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        (satu,) = datang(kerja, kegiatan_id)
        with pytest.raises(KnownError, match="alasan_kosong"):
            pemohon.lepaskan(kerja, satu, alasan=" ")
        pemohon.lepaskan(kerja, satu, alasan="Pindah ke kabupaten lain")
        jalur = konteks.baris_jalur(kerja, kegiatan_id, satu)
        assert [b.status for b in jalur] == [StatusLangkah.TIDAK_BERLAKU] * 2
        assert not konteks.pemohon_terbuka(kerja, kegiatan_id)


def test_registering_is_refused_where_it_makes_no_sense(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        dtks, rehsos = bantu.mulai_kegiatan(kerja, "dtks"), bantu.mulai_kegiatan(kerja, "rehsos")
        (satu,) = isi_usulan(kerja, dtks, 1)
        (lain,) = isi_usulan(kerja, rehsos, 1, mulai=20)
        with pytest.raises(KnownError, match="jalur_tidak_ada"):
            pemohon.langkah_pemohon(kerja, satu)
        with pytest.raises(KnownError, match="jalur_tidak_ada"):
            pemohon.lepaskan(kerja, satu, alasan="x")
        pemohon.daftarkan(kerja, satu)
        with pytest.raises(KnownError, match="jalur_sudah_ada"):
            pemohon.daftarkan(kerja, satu)
        with pytest.raises(KnownError, match="bukan_per_pemohon"):
            pemohon.daftarkan(kerja, lain)
        with pytest.raises(KnownError, match="bukan_per_pemohon"):
            pemohon.tutup_pengumpulan(kerja, rehsos)
        assert [p.pelaksanaan_id for p in pemohon.daftar_pemohon(kerja, rehsos)] == [None]
