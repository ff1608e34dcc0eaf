"""Every SOP from its first step to its last on a real store, and every act with its refusals."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from app import jejak, kantor
from app.bahasa import galat
from app.kantor import PemegangPeran
from app.kegiatan import daftar_kegiatan, lihat_kegiatan
from app.sop import catatan_langkah, centang, halaman, jalan, kertas, meja
from app.sop.definisi import Aksi
from app.sop.muat import BAWAAN, muat_bawaan
from app.sop.syarat import SYARAT
from db.galat import KnownError
from db.istilah import JenisBantuan, JenisTindakan, StatusKegiatan, StatusLangkah, StatusUsulan
from db.model import Kegiatan, PelaksanaanLangkah, Usulan
from tests.app.sop import bantu
from tests.helpers.toko import KantorUji

S = StatusLangkah


def status(kerja, kegiatan_id) -> list[StatusLangkah]:  # type: ignore[no-untyped-def]
    return [t.status for t in halaman.tahapan_kegiatan(kerja, kegiatan_id)]


def test_every_aksi_has_its_condition() -> None:
    assert set(SYARAT) == set(Aksi) == set(bantu.KERJA)


@pytest.mark.parametrize("kode", BAWAAN)
def test_an_sop_runs_from_its_first_step_to_its_last(uji: KantorUji, kode: str) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, kode)
        for langkah in muat_bawaan(kode).langkah:
            page = bantu.kini(kerja, kegiatan_id)
            assert page.langkah == langkah
            if page.menahan:
                with pytest.raises(KnownError, match="langkah_belum_lengkap") as tangkap:
                    jalan.selesaikan(kerja, page.pelaksanaan_id)
                assert page.menahan[0].kalimat in galat.kalimat(tangkap.value)
            bantu.kerjakan(kerja, kegiatan_id)
            bantu.lengkapi(kerja, kegiatan_id)
            hasil = "SK Nomor 7 tanggal 2 Maret 2026" if langkah.aksi is Aksi.CATAT_DOKUMEN else ""
            sesudah = jalan.selesaikan(kerja, page.pelaksanaan_id, hasil=hasil)
            assert sesudah.langkah_berikut == (langkah.urutan + 1 if langkah.urutan < len(page.tahapan) else None)
            assert halaman.lihat_langkah(kerja, page.pelaksanaan_id).keluaran
        assert sesudah.kegiatan_selesai
        assert set(status(kerja, kegiatan_id)) == {S.SELESAI}
        assert lihat_kegiatan(kerja, kegiatan_id).ringkasan.status is StatusKegiatan.SELESAI
        assert jejak.periksa_rantai(kerja.sesi) == []


def test_a_run_is_still_there_after_a_restart(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 3)
    with uji.membaca() as kerja:
        assert bantu.kini(kerja, kegiatan_id).langkah.nama_layar.tampil == "SK Bupati"
        assert daftar_kegiatan(kerja)[0].langkah_kini == 3


def test_dtks_without_a_refusal_passes_the_desa_by(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 4)
        page = bantu.kini(kerja, kegiatan_id)
        assert page.cabang is not None
        assert page.cabang.ke_ya == "5 (Kembalikan ke desa)"
        bantu.jawab_siks(kerja, kegiatan_id, ditolak=0)
        bantu.lengkapi(kerja, kegiatan_id)
        with pytest.raises(KnownError, match="keputusan_tidak_sesuai"):
            jalan.selesaikan(kerja, page.pelaksanaan_id, keputusan="ya")
        assert jalan.selesaikan(kerja, page.pelaksanaan_id).langkah_berikut == 6
        assert status(kerja, kegiatan_id)[4] is S.TIDAK_BERLAKU
        riwayat = catatan_langkah.riwayat(kerja, kegiatan_id)
        assert [r.ke_langkah for r in riwayat if r.tindakan is JenisTindakan.PUTUSKAN] == [6]


def test_the_office_may_have_nobody_for_a_paraf(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        kantor.atur_peran_sop(
            kerja, PemegangPeran("dtks", "kasi", (), tidak_ada=True, keterangan="paraf langsung Kabid")
        )
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 4)
        bantu.kerjakan(kerja, kegiatan_id)
        page = bantu.kini(kerja, kegiatan_id)
        assert [(p.peran, p.tidak_ada) for p in page.paraf] == [("kasi", True), ("kabid", False)]
        assert [h.kode for h in page.menahan] == ["paraf_kurang"]
        kertas.sahkan_di_kertas(
            kerja,
            page.pelaksanaan_id,
            nama="Kabid Uji",
            kapasitas="Plt. Kepala Bidang",
            tanggal=bantu.HARI,
            peran_sop="kabid",
            jenis=kertas.PARAF,
        )
        assert jalan.selesaikan(kerja, page.pelaksanaan_id).langkah_berikut == 5


def test_paraf_on_screen_is_for_its_holder(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 4)
        ke4 = bantu.langkah(kerja, kegiatan_id, 4)
    with uji.menulis("operator") as kerja, pytest.raises(KnownError, match="bukan_pemegang_paraf"):
        kertas.paraf(kerja, ke4, "kabid")
    with uji.menulis("kabid") as kerja:
        kertas.paraf(kerja, ke4, "kabid")
        with pytest.raises(KnownError, match="paraf_sudah_ada"):
            kertas.paraf(kerja, ke4, "kabid")
        with pytest.raises(KnownError, match="peran_sop_tak_dikenal"):
            kertas.paraf(kerja, ke4, "lurah")


# --- acts -------------------------------------------------------------------------------------------------------------


def test_work_begins_early_once_its_inputs_exist(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        ke2 = bantu.langkah(kerja, kegiatan_id, 2)
        with pytest.raises(KnownError, match="masukan_belum_ada") as tangkap:
            jalan.mulai(kerja, ke2)
        assert "belum ada usulan" in galat.kalimat(tangkap.value)
        bantu.usulkan(kerja, kegiatan_id)
        assert [b.langkah for b in meja.meja(kerja).perlu if b.lebih_awal] == [2]
        jalan.mulai(kerja, ke2)
        bantu.layakkan(kerja, kegiatan_id)
        page = halaman.lihat_langkah(kerja, ke2)
        assert [h.kode for h in page.menahan] == ["langkah_sebelum"]
        assert page.menahan[0].sasaran == "langkah:1"
        assert page.batas.batas is None  # its time runs from its turn
        jalan.selesaikan(kerja, bantu.langkah(kerja, kegiatan_id, 1))
        assert halaman.lihat_langkah(kerja, ke2).batas.batas is not None
        assert jalan.selesaikan(kerja, ke2).langkah_berikut == 3


def test_other_rooms_let_a_step_begin_by_its_work(uji: KantorUji) -> None:
    with uji.menulis("pendamping") as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        bantu.usulkan(kerja, kegiatan_id)
        assert jalan.mulai_oleh_aksi(kerja, kegiatan_id, Aksi.VERIFIKASI) == bantu.langkah(kerja, kegiatan_id, 2)
        assert jalan.mulai_oleh_aksi(kerja, kegiatan_id, Aksi.VERIFIKASI) == bantu.langkah(kerja, kegiatan_id, 2)
        assert jalan.mulai_oleh_aksi(kerja, kegiatan_id, Aksi.DISPOSISI) is None
        assert status(kerja, kegiatan_id)[1] is S.BERJALAN


def test_work_under_way_starts_at_its_step_with_dates(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(
            kerja, "rehsos", mulai_langkah=4, tanggal_sebelum={1: date(2026, 1, 9), 2: date(2026, 2, 6)}
        )
        tahapan = halaman.tahapan_kegiatan(kerja, kegiatan_id)
        assert [t.status for t in tahapan[:4]] == [S.SEBELUM_APLIKASI] * 3 + [S.BERJALAN]
        assert [t.tanggal_selesai for t in tahapan[:3]] == [date(2026, 1, 9), date(2026, 2, 6), None]
        jalan.catat_sebelum(kerja, tahapan[2].pelaksanaan_id, tanggal=date(2026, 2, 20), hasil="SK 12/2026")
        assert halaman.lihat_langkah(kerja, tahapan[2].pelaksanaan_id).keluaran == "SK 12/2026"
        with pytest.raises(KnownError, match="langkah_sudah_ditutup"):
            jalan.catat_sebelum(kerja, tahapan[3].pelaksanaan_id, tanggal=date(2026, 2, 20))
        with pytest.raises(KnownError, match="tanggal_di_depan"):
            jalan.catat_sebelum(kerja, tahapan[2].pelaksanaan_id, tanggal=bantu.HARI + timedelta(1))


def test_a_step_that_the_kind_of_aid_does_not_need(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "uep", jenis_bantuan=JenisBantuan.BARANG)
        titik = halaman.tahapan_kegiatan(kerja, kegiatan_id)[3]
        assert (titik.status, titik.alasan) == (S.TIDAK_BERLAKU, "Tidak diperlukan untuk bantuan barang")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 5)
        semua = bantu.mulai_kegiatan(kerja, "uep", jenis_bantuan=JenisBantuan.BARANG, tidak_berlaku={})
        assert S.TIDAK_BERLAKU not in status(kerja, semua)


def test_a_return_opens_a_new_putaran_and_keeps_history(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 3)
        ke3 = bantu.langkah(kerja, kegiatan_id, 3)
        with pytest.raises(KnownError, match="alasan_kosong"):
            jalan.kembalikan(kerja, ke3, ke=2, alasan="  ")
        with pytest.raises(KnownError, match="tidak_dapat_dikembalikan"):
            jalan.kembalikan(kerja, ke3, ke=4, alasan="x")
        sesudah = jalan.kembalikan(kerja, ke3, ke=2, alasan="Berita acara belum ditandatangani")
        assert sesudah.langkah_berikut == 2
        page = bantu.kini(kerja, kegiatan_id)
        assert (page.putaran, page.dikembalikan) == (2, "Berita acara belum ditandatangani")
        assert [t.kembali for t in page.tahapan[:3]] == [False, True, True]
        lama = halaman.lihat_langkah(kerja, ke3)
        assert (lama.status, lama.terbaru) == (S.DIKEMBALIKAN, False)
        with pytest.raises(KnownError, match="langkah_putaran_lama"):
            jalan.selesaikan(kerja, ke3)
        assert not any(isian.kurang for isian in page.kelengkapan)  # papers that were there are still there
        assert jalan.selesaikan(kerja, page.pelaksanaan_id).langkah_berikut == 3
        assert bantu.kini(kerja, kegiatan_id).putaran == 2


def test_a_finished_kegiatan_can_be_returned_and_runs_again(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "balakas")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 5)
        assert bantu.tuntaskan(kerja, kegiatan_id).kegiatan_selesai
        jalan.kembalikan(kerja, bantu.langkah(kerja, kegiatan_id, 5), ke=4, alasan="Jadwal diperbaiki")
        assert lihat_kegiatan(kerja, kegiatan_id).ringkasan.status is StatusKegiatan.BERJALAN


def test_only_a_superior_overrides_and_it_shows_for_ever(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        ke1 = bantu.langkah(kerja, kegiatan_id, 1)
        with pytest.raises(KnownError, match="tidak_berwenang"):
            jalan.lewati(kerja, ke1, alasan="Mendesak")
        with pytest.raises(KnownError, match="tidak_berwenang"):
            jalan.tidak_berlaku(kerja, ke1, alasan="Mendesak")
    with uji.menulis("kabid") as kerja:
        with pytest.raises(KnownError, match="bukan_pelaksana"):
            jalan.selesaikan(kerja, ke1)
        with pytest.raises(KnownError, match="alasan_kosong"):
            jalan.lewati(kerja, ke1, alasan="")
        assert jalan.lewati(kerja, ke1, alasan="Usulan lisan Bupati").langkah_berikut == 2
        titik = halaman.tahapan_kegiatan(kerja, kegiatan_id)[0]
        assert (titik.status, titik.alasan, titik.oleh) == (S.DILEWATI, "Usulan lisan Bupati", "Kabid Uji")
        garis = [r for r in catatan_langkah.riwayat(kerja, kegiatan_id) if r.tindakan is JenisTindakan.LEWATI]
        assert garis[0].rincian["kurang"] == ["Belum ada usulan yang masuk."]


@pytest.mark.parametrize(("akun", "boleh"), [("kasi", False), ("kabid", False), ("sekretaris", True), ("kadis", True)])
def test_a_superior_stands_above_who_works_on_the_step(uji: KantorUji, akun: str, boleh: bool) -> None:
    """DTKS step 6 is the Kabid's: the Sekretaris and the Kadis stand above, the Kabid and the Kasi do not."""
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks", mulai_langkah=6)
        ke6 = bantu.langkah(kerja, kegiatan_id, 6)
    with uji.menulis(akun) as kerja:
        assert halaman.lihat_langkah(kerja, ke6).boleh.lewati is boleh
        if boleh:
            assert jalan.lewati(kerja, ke6, alasan="Kabid cuti").langkah_berikut == 7
        else:
            with pytest.raises(KnownError, match="bukan_atasan"):
                jalan.lewati(kerja, ke6, alasan="Kabid cuti")


def test_not_applicable_while_running_needs_a_superior(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos", mulai_langkah=4)
        jalan.tidak_berlaku(kerja, bantu.langkah(kerja, kegiatan_id, 5), alasan="Bank pemerintah")
        assert status(kerja, kegiatan_id)[3:5] == [S.BERJALAN, S.TIDAK_BERLAKU]
        dtks = bantu.mulai_kegiatan(kerja, "dtks")
        with pytest.raises(KnownError, match="keputusan_wajib_dijawab"):
            jalan.tidak_berlaku(kerja, bantu.langkah(kerja, dtks, 4), alasan="x")


def test_a_date_on_paper_is_kept_beside_the_time_of_entry(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        bantu.kerjakan(kerja, kegiatan_id)
        ke1 = bantu.langkah(kerja, kegiatan_id, 1)
        with pytest.raises(KnownError, match="tanggal_di_depan"):
            jalan.selesaikan(kerja, ke1, tanggal=bantu.HARI + timedelta(1))
        jalan.selesaikan(kerja, ke1, tanggal=bantu.HARI - timedelta(3))
        baris = kerja.sesi.get_one(PelaksanaanLangkah, ke1)
        assert baris.tanggal_selesai == bantu.HARI - timedelta(3)
        assert baris.selesai_pada == kerja.sekarang()


def test_recorded_output_can_be_typed_and_must_be_where_nothing_counts(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "dtks", mulai_langkah=8)
        bantu.layakkan(kerja, kegiatan_id)
        bantu.tetapkan(kerja, kegiatan_id)
        bantu.lengkapi(kerja, kegiatan_id)
        ke8 = bantu.langkah(kerja, kegiatan_id, 8)
        assert [h.sasaran for h in halaman.lihat_langkah(kerja, ke8).menahan] == ["hasil"]
        jalan.selesaikan(kerja, ke8, hasil=" SK penetapan DTKS 4/2026 ")
        assert halaman.lihat_langkah(kerja, ke8).keluaran == "SK penetapan DTKS 4/2026"


def test_a_kegiatan_called_off_takes_no_more_acts(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        ke1 = bantu.langkah(kerja, kegiatan_id, 1)
        kerja.sesi.get_one(Kegiatan, kegiatan_id).status = StatusKegiatan.BATAL.value
        for tindakan in (
            lambda: jalan.selesaikan(kerja, ke1),
            lambda: jalan.lewati(kerja, ke1, alasan="x"),
            lambda: centang.centang_kelengkapan(kerja, ke1),
        ):
            with pytest.raises(KnownError, match="kegiatan_ditutup"):
                tindakan()
        assert not halaman.lihat_langkah(kerja, ke1).boleh.lewati


def test_a_run_holds_to_its_frozen_copy(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "uep")
        kegiatan = kerja.sesi.get_one(Kegiatan, kegiatan_id)
        kegiatan.sop_isi = {**kegiatan.sop_isi, "versi": 9}
        kegiatan.sop_sidik = "f" * 64
        with pytest.raises(KnownError, match="salinan_sop_berubah"):
            halaman.tahapan_kegiatan(kerja, kegiatan_id)


def test_who_may_see_a_step_of_another_office_is_nobody(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        with pytest.raises(KnownError, match="langkah_tak_dikenal"):
            halaman.lihat_langkah(kerja, kerja.akun_id)
        assert kerja.sesi.exec(select(Usulan).where(Usulan.status == StatusUsulan.DITARIK)).all() == []
