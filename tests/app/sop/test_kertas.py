"""Signatures on paper, scans that follow, files with outside parties."""

from datetime import timedelta

import pytest

from app.kegiatan_atur import batalkan_kegiatan
from app.sop import catatan_langkah, halaman, jalan, kertas, meja
from db.galat import KnownError
from db.istilah import JenisTindakan
from tests.app.sop import bantu
from tests.helpers.toko import KantorUji

KEMARIN = bantu.HARI - timedelta(1)
BUPATI = {"nama": "Bupati Uji", "kapasitas": "Bupati Lamandau", "tanggal": KEMARIN, "peran_sop": "bupati"}


def di_langkah_sk(kerja):  # type: ignore[no-untyped-def]
    kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos", mulai_langkah=3)
    return kegiatan_id, bantu.langkah(kerja, kegiatan_id, 3)


def test_a_paper_signature_waits_for_its_scan(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id, ke3 = di_langkah_sk(kerja)
        pertama = kertas.sahkan_di_kertas(kerja, ke3, **BUPATI)
        kertas.sahkan_di_kertas(kerja, ke3, **(BUPATI | {"peran_sop": ""}), pindaian=("sk.pdf", b"%PDF-sk"))
        (menunggu,) = kertas.tanpa_pindaian(kerja)
        assert (menunggu.pengesahan.id, menunggu.nama_kegiatan, menunggu.langkah) == (pertama, "Uji rehsos", 3)
        assert kertas.tanpa_pindaian(kerja, kegiatan_id=kerja.akun_id) == []
        lampiran = kertas.susulkan_pindaian(kerja, pertama, "ttd.jpg", b"\xff\xd8ttd")
        assert kerja.baca_lampiran(lampiran) == b"\xff\xd8ttd"
        assert kertas.tanpa_pindaian(kerja, kegiatan_id=kegiatan_id) == []
        page = halaman.lihat_langkah(kerja, ke3)
        assert [(p.kapasitas, p.tanggal) for p in page.pengesahan] == [("Bupati Lamandau", KEMARIN)] * 2
        assert JenisTindakan.CATAT_KERTAS in {r.tindakan for r in page.riwayat}


def test_a_signature_needs_who_when_and_a_known_role(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id, ke3 = di_langkah_sk(kerja)
        for ubah, kode in (
            ({"nama": " "}, "isian_kosong"),
            ({"kapasitas": ""}, "isian_kosong"),
            ({"tanggal": bantu.HARI + timedelta(1)}, "tanggal_di_depan"),
            ({"peran_sop": "camat"}, "peran_sop_tak_dikenal"),
        ):
            with pytest.raises(KnownError, match=kode):
                kertas.sahkan_di_kertas(kerja, ke3, **(BUPATI | ubah))
        with pytest.raises(KnownError, match="langkah_belum_mulai"):
            kertas.sahkan_di_kertas(kerja, bantu.langkah(kerja, kegiatan_id, 4), **BUPATI)
        with pytest.raises(KnownError, match="pengesahan_tak_dikenal"):
            kertas.susulkan_pindaian(kerja, ke3, "x.pdf", b"x")
    with uji.menulis("admin") as kerja, pytest.raises(KnownError, match="tidak_berwenang"):
        kertas.sahkan_di_kertas(kerja, ke3, **BUPATI)
    with uji.menulis("kabid") as kerja:  # those above may record, too
        kertas.sahkan_di_kertas(kerja, ke3, **BUPATI)


def test_a_file_outside_waits_for_others_and_comes_back(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        kegiatan_id, ke3 = di_langkah_sk(kerja)
        assert [b.langkah for b in meja.meja(kerja).perlu] == [3]
        posisi = kertas.kirim_berkas(kerja, ke3, pihak=" Bagian Hukum ", tanggal=KEMARIN, catatan="Draf SK")
        desk = meja.meja(kerja)
        assert desk.perlu == ()
        assert desk.menunggu[0].posisi[0].pihak == "Bagian Hukum"
        kertas.berkas_diterima(kerja, posisi, KEMARIN)
        with pytest.raises(KnownError, match="posisi_tanggal_terbalik"):
            kertas.berkas_kembali(kerja, posisi, KEMARIN - timedelta(1))
        with pytest.raises(KnownError, match="tanggal_di_depan"):
            kertas.berkas_kembali(kerja, posisi, bantu.HARI + timedelta(1))
        assert [p.diterima for p in kertas.posisi_kegiatan(kerja, kegiatan_id)] == [KEMARIN]
        kertas.berkas_kembali(kerja, posisi, bantu.HARI, hasil="Disetujui")
        with pytest.raises(KnownError, match="posisi_berkas_kembali"):
            kertas.berkas_kembali(kerja, posisi, bantu.HARI)
        assert kertas.posisi_kegiatan(kerja, kegiatan_id) == []
        assert [(p.kembali, p.hasil) for p in kertas.posisi(kerja, ke3)] == [(bantu.HARI, "Disetujui")]
        assert [b.langkah for b in meja.meja(kerja).perlu] == [3]
        tindakan = [r.tindakan for r in catatan_langkah.riwayat(kerja, kegiatan_id)]
        assert tindakan[-2:] == [JenisTindakan.KIRIM_BERKAS, JenisTindakan.TERIMA_BERKAS]


def test_a_position_needs_a_party_and_must_be_known(uji: KantorUji) -> None:
    with uji.menulis("operator") as kerja:
        _, ke3 = di_langkah_sk(kerja)
        with pytest.raises(KnownError, match="isian_kosong"):
            kertas.kirim_berkas(kerja, ke3, pihak=" ", tanggal=KEMARIN)
        with pytest.raises(KnownError, match="posisi_berkas_tak_dikenal"):
            kertas.berkas_kembali(kerja, ke3, KEMARIN)


def test_nothing_more_is_signed_or_sent_once_the_kegiatan_is_called_off(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos")
        satu, hari = bantu.langkah(kerja, kegiatan_id, 1), kerja.hari_ini()
        batalkan_kegiatan(kerja, kegiatan_id, alasan="Anggaran dialihkan")
        with pytest.raises(KnownError, match="kegiatan_ditutup"):
            kertas.sahkan_di_kertas(kerja, satu, nama="Rina", kapasitas="Kabid", tanggal=hari)
        with pytest.raises(KnownError, match="kegiatan_ditutup"):
            kertas.kirim_berkas(kerja, satu, pihak="Bupati", tanggal=hari)
        with pytest.raises(KnownError, match="kegiatan_ditutup"):
            kertas.paraf(kerja, satu, "")


def test_a_finished_step_takes_no_further_signature_but_its_scan(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        _, ke3 = di_langkah_sk(kerja)
        hari = kerja.hari_ini()
        ada = kertas.sahkan_di_kertas(kerja, ke3, nama="Bupati", kapasitas="Bupati", tanggal=hari)
        jalan.lewati(kerja, ke3, alasan="Diteruskan atas perintah")
        with pytest.raises(KnownError, match="kertas_langkah_ditutup"):
            kertas.sahkan_di_kertas(kerja, ke3, nama="Sekda", kapasitas="Sekda", tanggal=hari)
        with pytest.raises(KnownError, match="kertas_langkah_ditutup"):
            kertas.kirim_berkas(kerja, ke3, pihak="Bupati", tanggal=hari)
        with pytest.raises(KnownError, match="kertas_langkah_ditutup"):
            kertas.paraf(kerja, ke3, "")
        assert kertas.susulkan_pindaian(kerja, ada, "sk.pdf", b"%PDF-1.7")
        assert [p.nama for p in kertas.pengesahan(kerja, ke3)] == ["Bupati"]
