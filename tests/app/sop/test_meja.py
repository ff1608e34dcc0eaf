"""The desk of a role: its own, what waits for others, what is done; and the page of a step."""

from app import kantor
from app.kantor import PemegangPeran
from app.kegiatan_atur import batalkan_kegiatan
from app.sop import halaman, jalan, meja
from db.istilah import Peran, StatusLangkah
from tests.app.sop import bantu
from tests.helpers.toko import KantorUji


def langkah(baris) -> list[tuple[str, int]]:  # type: ignore[no-untyped-def]
    return [(b.nama_kegiatan, b.langkah) for b in baris]


def test_a_desk_shows_what_is_mine_and_what_waits_for_others(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        dtks = bantu.mulai_kegiatan(kerja, "dtks", mulai_langkah=6)
        bantu.mulai_kegiatan(kerja, "balakas")
        assert bantu.kini(kerja, dtks).pelaksana == ("Kabid", "Sekretaris")
    with uji.membaca("sekretaris") as kerja:
        assert langkah(meja.meja(kerja).perlu) == [("Uji dtks", 6)]
        assert meja.meja(kerja).menunggu == ()
    with uji.membaca("operator") as kerja:
        desk = meja.meja(kerja)
        assert langkah(desk.perlu) == [("Uji balakas", 1)]
        assert langkah(desk.menunggu) == [("Uji dtks", 6)]
        assert desk.menunggu[0].pelaksana == ("Kabid", "Sekretaris")
    with uji.membaca("camat") as kerja:
        assert langkah(meja.meja(kerja).perlu) == [("Uji balakas", 1)]
    with uji.membaca("admin") as kerja:
        assert meja.meja(kerja) == meja.Meja((), (), ())


def test_one_role_of_an_account_has_its_own_desk(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        bantu.mulai_kegiatan(kerja, "dtks", mulai_langkah=7)
        bantu.mulai_kegiatan(kerja, "uep", mulai_langkah=4)
        assert langkah(meja.meja(kerja, Peran.KADIS).perlu) == [("Uji dtks", 7)]
        assert langkah(meja.meja(kerja, Peran.KABID).perlu) == [("Uji uep", 4)]


def test_the_most_pressing_comes_first_and_early_work_last(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        lama = bantu.mulai_kegiatan(kerja, "rehsos", nama="Lama")
        bantu.usulkan(kerja, lama)
        bantu.mulai_kegiatan(kerja, "rehsos", nama="Mendesak", mulai_langkah=8)
        assert langkah(meja.meja(kerja).perlu) == [("Mendesak", 8), ("Lama", 1), ("Lama", 2)]


def test_the_done_are_listed_newest_first(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 3)
        jalan.lewati(kerja, bantu.langkah(kerja, kegiatan_id, 3), alasan="SK menyusul")
        selesai = meja.meja(kerja).selesai
        assert [(b.langkah, b.status) for b in selesai] == [
            (3, StatusLangkah.DILEWATI),
            (2, StatusLangkah.SELESAI),
            (1, StatusLangkah.SELESAI),
        ]
        assert (selesai[0].alasan, selesai[1].hasil, selesai[2].oleh) == ("SK menyusul", "Tercatat.", "Serba Uji")
        assert len(meja.meja(kerja, batas_selesai=2).selesai) == 2


def test_the_office_s_word_about_roles_counts(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        kantor.atur_peran_sop(kerja, PemegangPeran("rehsos", "dinas", (Peran.KASI,)))
        kantor.atur_peran_sop(kerja, PemegangPeran("rehsos", "tak_ada_lagi", (Peran.KASI,)))
    with uji.menulis("operator") as kerja:
        bantu.mulai_kegiatan(kerja, "rehsos")
        assert meja.meja(kerja).perlu == ()
    with uji.membaca("kasi") as kerja:
        assert len(meja.meja(kerja).perlu) == 1


def test_a_step_whose_only_role_is_nobody_falls_to_the_others(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        kantor.atur_peran_sop(kerja, PemegangPeran("balakas", "kasi_pmdk", (), tidak_ada=True))
        kantor.atur_peran_sop(kerja, PemegangPeran("balakas", "seksi_kesra", (), tidak_ada=True))
    with uji.menulis("operator") as kerja:
        bantu.mulai_kegiatan(kerja, "balakas", mulai_langkah=3)
        assert len(meja.meja(kerja).perlu) == 1


def test_a_kegiatan_called_off_leaves_the_desks(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        batalkan_kegiatan(kerja, kegiatan_id, alasan="Anggaran dialihkan")
        assert meja.meja(kerja).perlu == ()


def test_the_page_says_what_one_may_do(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        bantu.tuntaskan_sampai(kerja, kegiatan_id, 3)
        ke3 = bantu.langkah(kerja, kegiatan_id, 3)
    with uji.membaca("operator") as kerja:
        page = halaman.lihat_langkah(kerja, ke3)
        assert (page.boleh.selesaikan, page.boleh.lewati, page.boleh.mulai) == (True, False, False)
        assert page.boleh.kembalikan == ((2, "2 (Verifikasi)"), (1, "1 (Data usulan desa)"))
        assert [t.kini for t in page.tahapan] == [False, False, True] + [False] * 6
        assert page.cetak[0] == "sk"
        assert page.peran_akun == {"operator", "staf", "pendamping"}
        ke4 = halaman.lihat_langkah(kerja, page.tahapan[3].pelaksanaan_id)
        assert ke4.masukan_kurang == ("penetapan_sah",)
        assert ke4.boleh.mulai
    with uji.membaca("kadis") as kerja:
        boleh = halaman.lihat_langkah(kerja, ke3).boleh
        assert (boleh.selesaikan, boleh.lewati, boleh.tidak_berlaku, boleh.catat_kertas) == (False, True, True, True)
    with uji.membaca("admin") as kerja:
        boleh = halaman.lihat_langkah(kerja, ke3).boleh
        assert boleh == halaman.Boleh(False, False, False, False, False, (), False)


def test_the_page_shows_the_branch_and_the_items(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        dtks = bantu.mulai_kegiatan(kerja, "dtks", mulai_langkah=4)
        page = bantu.kini(kerja, dtks)
        assert page.tahapan[3].cabang == (5, 6)
        assert page.cabang
        assert (page.cabang.tanya, page.cabang.jawaban) == ("Apakah ada usulan yang ditolak sistem?", "tidak")
        rehsos = bantu.mulai_kegiatan(kerja, "rehsos", mulai_langkah=7)
        assert [b.kode for b in bantu.kini(kerja, rehsos).barang] == ["buku_tabungan", "kartu_atm", "kartu_brizzi"]
