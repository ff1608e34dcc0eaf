"""The decree: a frozen list, locked by the SK, changed only by another; allocations and receipts for everyone on it."""

import re
from datetime import date
from uuid import UUID

import pytest
from sqlmodel import col, select

from app.bahasa.galat import kalimat
from app.kegiatan import DataTahap
from app.kegiatan_atur import tambah_tahap, ubah_kegiatan
from app.penetapan import (
    banding_versi,
    daftar_penerima,
    daftar_penetapan,
    draf_penetapan,
    hapus_draf,
    lampirkan_sk,
    lengkapi_alokasi,
    lihat_penetapan,
    penetapan_berlaku,
    periksa_calon,
    rekap_desa,
    sahkan_sk,
    susun_penetapan,
    susun_perubahan,
    terima_daftar,
)
from app.penyaluran import baku_kode, catat_hasil, daftar_serah
from app.pijakan import daftar_tahap
from app.verifikasi import putuskan
from db import crockford
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur, HasilVerifikasi, JenisPenetapan, StatusPenetapan, StatusUsulan
from db.model import Alokasi, AlokasiBarang, Orang, Penerima, Rekening, Tahap, TandaTerima, Usulan
from tests.helpers.kegiatan import DESA, NOMINAL, beri_wali, buat_kegiatan, isi_usulan, kegiatan_sah, tetapkan
from tests.helpers.toko import KantorUji

LAYAK = StatusUsulan.LAYAK
SK = {"nomor": "188.45/12/2026", "tanggal": date(2026, 3, 1)}


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return buat_kegiatan(kerja, tahap=2)


def test_the_list_runs_by_desa_and_name_with_totals(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan, 7, status=LAYAK)
        isi_usulan(kerja, kegiatan, 2, mulai=20)
        draf = susun_penetapan(kerja, kegiatan)
        orang, ringkasan = daftar_penerima(kerja, draf), lihat_penetapan(kerja, draf)
        assert draf_penetapan(kerja, kegiatan) == ringkasan
        assert penetapan_berlaku(kerja, kegiatan) is None
        desa = rekap_desa(kerja, draf)
    assert [p.nomor_urut for p in orang] == list(range(1, 8))
    assert [(p.kode_desa, p.nama) for p in orang] == sorted((p.kode_desa, p.nama) for p in orang)
    assert (ringkasan.jumlah_orang, ringkasan.jumlah_nominal) == (7, 7 * 2 * NOMINAL)
    assert (ringkasan.status, ringkasan.jenis) == (StatusPenetapan.DRAF, JenisPenetapan.AWAL)
    assert sum(d.orang for d in desa) == 7
    assert [d.kode_desa for d in desa] == list(DESA)


def test_a_draft_is_made_anew_as_often_as_needed(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan, 3, status=LAYAK)
        satu = susun_penetapan(kerja, kegiatan)
        isi_usulan(kerja, kegiatan, 2, status=LAYAK, mulai=10)
        dua = susun_penetapan(kerja, kegiatan)
        assert satu == dua
        assert len(daftar_penerima(kerja, dua)) == 5
        assert len(daftar_penetapan(kerja, kegiatan)) == 1
        hapus_draf(kerja, kegiatan)
        assert daftar_penetapan(kerja, kegiatan) == []
        assert kerja.sesi.exec(select(Penerima)).all() == []


def test_a_draft_follows_the_amounts_of_its_kegiatan(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan, 3, status=LAYAK)
        (khusus,) = isi_usulan(kerja, kegiatan, 1, status=LAYAK, mulai=10, nominal=100_000)
        draf = susun_penetapan(kerja, kegiatan)
        ubah_kegiatan(kerja, kegiatan, nominal=900_000)
        tambah_tahap(kerja, kegiatan, DataTahap("Tahap 3"))
        orang = {p.usulan_id: p.nominal for p in daftar_penerima(kerja, draf)}
        menunggu = lihat_penetapan(kerja, draf).jumlah_nominal
        sah = sahkan_sk(kerja, kegiatan, **SK)
        alokasi = kerja.sesi.exec(select(Alokasi.nominal)).all()
    assert orang.pop(khusus) == 100_000
    assert set(orang.values()) == {900_000}
    assert menunggu == sah.jumlah_nominal == sum(filter(None, alokasi)) == 3 * (3 * 900_000 + 100_000)


def test_pages_and_search_of_the_list(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan, 9, status=LAYAK)
        draf = susun_penetapan(kerja, kegiatan)
        lima = daftar_penerima(kerja, draf, batas=5)
        sisa = daftar_penerima(kerja, draf, setelah=lima[-1].nomor_urut)
        assert [p.nomor_urut for p in (*lima, *sisa)] == list(range(1, 10))
        assert {p.kode_desa for p in daftar_penerima(kerja, draf, desa=DESA[1])} == {DESA[1]}
        assert [p.nama for p in daftar_penerima(kerja, draf, kata="nur ami")] == ["NUR AMINAH"]
        assert [p.nik for p in daftar_penerima(kerja, draf, kata="1500001")] == ["6209030101500001"]


def test_without_nik_only_with_a_letter(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan, 2, status=LAYAK)
        (tanpa, juga) = isi_usulan(kerja, kegiatan, 2, status=LAYAK, mulai=10, orang={"nik": None})
        assert [c.usulan_id for c in periksa_calon(kerja, kegiatan).tanpa_nik] == [tanpa, juga]
        draf = susun_penetapan(kerja, kegiatan, pengecualian={tanpa: "Surat Dukcapil 470/1"})
        orang = daftar_penerima(kerja, draf)
        assert {p.usulan_id for p in orang if not p.nik} == {tanpa}
        assert next(p for p in orang if not p.nik).pengecualian == "Surat Dukcapil 470/1"
        with pytest.raises(KnownError, match="isian_kosong"):
            susun_penetapan(kerja, kegiatan, pengecualian={tanpa: " "})


def test_what_stands_against_a_list_is_told_before(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kuota=2, pagu=2 * NOMINAL)
        satu, *_ = isi_usulan(kerja, kegiatan, 3, status=LAYAK)
        isi_usulan(kerja, kegiatan, 1, mulai=20)
        isi_usulan(kerja, kegiatan, 1, mulai=30, status=LAYAK, orang={"meninggal_pada": date(2026, 1, 9)})
        asal = kerja.sesi.get_one(Usulan, satu)
        kembar = Usulan(kegiatan_id=kegiatan, orang_id=asal.orang_id, kode_desa=asal.kode_desa, status="layak")
        kerja.sesi.add(kembar)
        periksa = periksa_calon(kerja, kegiatan)
    assert (periksa.layak, periksa.belum_diputuskan, len(periksa.ganda), len(periksa.meninggal)) == (4, 1, 1, 1)
    assert (periksa.nominal, periksa.lebih_kuota, periksa.lebih_pagu) == (4 * NOMINAL, 2, 2 * NOMINAL)


def test_the_snapshot_holds_what_papers_need(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        (usulan,) = isi_usulan(kerja, kegiatan, 1, status=LAYAK, nominal=900_000)
        beri_wali(kerja, usulan, "INTAN", "6209034101800001")
        orang = kerja.sesi.get_one(Usulan, usulan).orang_id
        kerja.sesi.add(Rekening(orang_id=orang, bank="BRI", nomor="0123", atas_nama="SITI"))
        draf = susun_penetapan(kerja, kegiatan)
        kerja.sesi.get_one(Orang, orang).nama = "NAMA BARU"
        (p,) = daftar_penerima(kerja, draf)
    assert (p.nama, p.nominal, p.wali_nama, p.wali_hubungan) == ("NUR AMINAH", 900_000, "INTAN", "Ibu kandung")
    assert (p.bank, p.rekening, p.tanggal_lahir, p.rt) == ("BRI", "0123", date(1950, 1, 2), "001")


def test_the_decree_locks_and_gives_allocations_and_receipts(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan, 5, status=LAYAK)
        hasil = tetapkan(kerja, kegiatan)
        sah = penetapan_berlaku(kerja, kegiatan)
        alokasi = kerja.sesi.exec(select(Alokasi)).all()
        tanda = kerja.sesi.exec(select(TandaTerima)).all()
        with pytest.raises(KnownError, match="penetapan_sudah_sah"):
            susun_penetapan(kerja, kegiatan)
    assert sah
    assert (hasil.jumlah_orang, hasil.alokasi, hasil.jumlah_nominal, hasil.peringatan) == (5, 10, 10 * NOMINAL, ())
    assert (sah.nomor, sah.status) == ("188.45/1/2026", StatusPenetapan.SAH)
    assert {a.nominal for a in alokasi} == {NOMINAL}
    assert len({t.kode for t in tanda}) == 10
    assert all(re.fullmatch(r"SLR1-[0-9A-HJKMNP-TV-Z]{16}[0-9A-Z*~$=]", t.kode) for t in tanda)
    assert all(crockford.uraikan(t.kode[5:], 16) is not None and baku_kode(t.kode) == t.kode for t in tanda)
    for tahap in {a.tahap_id for a in alokasi}:
        satu = {a.id for a in alokasi if a.tahap_id == tahap}
        assert sorted(t.nomor for t in tanda if t.alokasi_id in satu) == [1, 2, 3, 4, 5]


def test_numbers_on_receipts_are_those_of_the_decree(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 6)
        assert all(b.nomor == b.nomor_urut for b in daftar_serah(kerja, kegiatan))


def test_amounts_go_from_usulan_to_tahap_to_kegiatan(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan, 1, status=LAYAK)
        isi_usulan(kerja, kegiatan, 1, status=LAYAK, mulai=4, nominal=100)
        daftar_tahap(kerja, kegiatan)[1].nominal = 7
        hasil = tetapkan(kerja, kegiatan)
        serah = {(b.nik, b.tahap_nomor): b.nominal for b in daftar_serah(kerja, kegiatan)}
    assert sorted(n for n in serah.values() if n) == [7, 100, 100, NOMINAL]
    assert hasil.jumlah_nominal == sum(n or 0 for n in serah.values())


def test_goods_follow_the_kegiatan_and_their_tahap(uji: KantorUji) -> None:
    barang = {"item": [{"nama": "Beras", "satuan": "kg", "jumlah": 10}, {"nama": "Kartu ATM", "tahap": [1]}]}
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 2, tahap=2, jenis_bantuan="barang", nominal=None, barang=barang)
        baris = kerja.sesi.exec(select(AlokasiBarang.nama, AlokasiBarang.satuan, AlokasiBarang.jumlah)).all()
        assert lihat_penetapan(kerja, daftar_penetapan(kerja, kegiatan)[0].id).jumlah_nominal == 0
    assert sorted(baris) == [("Beras", "kg", 10)] * 4 + [("Kartu ATM", "buah", 1)] * 2


def test_an_sop_without_hand_over_makes_no_allocations(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_sah(kerja, 3, tahap=0, jenis_bantuan=None)
        assert kerja.sesi.exec(select(Alokasi)).all() == []


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({"nomor": "  "}, "isian_kosong"),
        ({"tanggal": date(2026, 3, 3)}, "tanggal_di_depan"),
    ],
)
def test_a_decree_needs_number_and_a_day_that_came(
    uji: KantorUji, kegiatan: UUID, isi: dict[str, object], kode: str
) -> None:
    with uji.menulis() as kerja:
        isi_usulan(kerja, kegiatan, 1, status=LAYAK)
        susun_penetapan(kerja, kegiatan)
    with pytest.raises(KnownError, match=kode), uji.menulis() as kerja:
        sahkan_sk(kerja, kegiatan, **(SK | isi))  # type: ignore[arg-type]


def test_no_decree_without_draft_people_or_tahap(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        with pytest.raises(KnownError, match="penetapan_belum_disusun"):
            sahkan_sk(kerja, kegiatan, nomor="1", tanggal=date(2026, 3, 1))
        with pytest.raises(KnownError, match="tidak_ada_yang_layak"):
            susun_penetapan(kerja, kegiatan)
        tanpa_tahap = buat_kegiatan(kerja, tahap=0)
        isi_usulan(kerja, tanpa_tahap, 1, status=LAYAK)
        with pytest.raises(KnownError, match="tahap_belum_ada"):
            tetapkan(kerja, tanpa_tahap)


def test_rights(uji: KantorUji, kegiatan: UUID) -> None:
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("admin") as kerja:
        susun_penetapan(kerja, kegiatan)
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.menulis("admin") as kerja:
        sahkan_sk(kerja, kegiatan, nomor="1", tanggal=date(2026, 3, 1))


def test_a_draft_that_no_longer_holds_is_refused(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        ids = isi_usulan(kerja, kegiatan, 3, status=LAYAK)
        susun_penetapan(kerja, kegiatan)
        putuskan(kerja, ids[:1], HasilVerifikasi.TIDAK_LAYAK, alasan_kode="meninggal")
        with pytest.raises(KnownError, match="draf_berubah"):
            sahkan_sk(kerja, kegiatan, nomor="1", tanggal=date(2026, 3, 1))


def test_an_sk_perubahan_older_than_what_it_changes_is_told(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 2)
        susun_perubahan(kerja, kegiatan, tambah=isi_usulan(kerja, kegiatan, 1, mulai=9, status=LAYAK))
        with pytest.raises(KnownError, match="tanggal_mendahului") as ragu:
            sahkan_sk(kerja, kegiatan, nomor="188.45/9/2026", tanggal=date(2026, 2, 1))
    assert "berisi 1 Februari 2026, lebih awal daripada SK 188.45/1/2026 (27 Februari 2026)" in kalimat(ragu.value)


def test_doubts_about_a_decree_are_told_and_do_not_stop_it(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_sah(kerja, 1, nama="Lain")
        kegiatan = buat_kegiatan(kerja, kuota=1, pagu=1)
        ids = isi_usulan(kerja, kegiatan, 2)
        putuskan(kerja, ids, HasilVerifikasi.LAYAK, tanggal=date(2026, 3, 2))
        susun_penetapan(kerja, kegiatan)
        isi_usulan(kerja, kegiatan, 1, mulai=40)
        isi_usulan(kerja, kegiatan, 1, mulai=50, status=LAYAK)
        with pytest.raises(KnownError, match="tanggal_mendahului"):
            sahkan_sk(kerja, kegiatan, nomor="188.45/1/2026", tanggal=date(2026, 3, 1))
        kerja.alasan_tanggal = "Verifikasi ulang sesudah SK"
        hasil = sahkan_sk(kerja, kegiatan, nomor="188.45/1/2026", tanggal=date(2026, 3, 1))
    assert [p.kode for p in hasil.peringatan] == [
        "nomor_sk_sama",
        "kuota_lewat",
        "pagu_lewat",
        "layak_tidak_masuk",
        "masih_belum_diputuskan",
    ]


def test_the_scan_may_follow(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 1)
        sah = penetapan_berlaku(kerja, kegiatan)
        assert sah
        lampirkan_sk(kerja, sah.id, kerja.simpan_lampiran(b"%PDF", "sk.pdf"))
        assert lihat_penetapan(kerja, sah.id).lampiran_id is not None
        with pytest.raises(KnownError, match="penetapan_tidak_ada"):
            lampirkan_sk(kerja, id_baru(), id_baru())
        with pytest.raises(KnownError, match="penetapan_tidak_ada"):
            lihat_penetapan(kerja, id_baru())


def test_a_tahap_added_later_gets_its_allocations_once(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 3)
        kerja.sesi.add(Tahap(kegiatan_id=kegiatan, nomor=2, nama="Tahap 2", nominal=5))
        kerja.sesi.flush()
        assert lengkapi_alokasi(kerja, kegiatan) == 3
        assert lengkapi_alokasi(kerja, kegiatan) == 0
        sah = penetapan_berlaku(kerja, kegiatan)
        assert sah
        assert sah.jumlah_nominal == 3 * (NOMINAL + 5)


# --- SK Perubahan -----------------------------------------------------------------------------------------------------


def test_a_change_takes_off_what_was_not_received_and_keeps_the_rest(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 4, tahap=2)
        satu, dua = daftar_tahap(kerja, kegiatan)
        sebelum = {b.kode: (b.orang_id, b.nomor) for b in daftar_serah(kerja, kegiatan)}
        lama = daftar_penerima(kerja, daftar_penetapan(kerja, kegiatan)[0].id)
        mati = lama[0]
        alokasi = next(b for b in daftar_serah(kerja, kegiatan, tahap_id=satu.id) if b.orang_id == mati.orang_id)
        catat_hasil(kerja, alokasi.alokasi_id, HasilSalur.SENDIRI)
        (ganti,) = isi_usulan(kerja, kegiatan, 1, status=LAYAK, mulai=60)
        draf = susun_perubahan(kerja, kegiatan, batal={mati.penerima_id: "Meninggal dunia"}, tambah=[ganti])
        assert len(daftar_serah(kerja, kegiatan)) == 8, "nothing changes before the decree"
        hasil = sahkan_sk(kerja, kegiatan, nomor="188.45/9/2026", tanggal=date(2026, 3, 2), tahap_berlaku=[dua.id])
        kini = daftar_serah(kerja, kegiatan)
        banding = banding_versi(kerja, daftar_penetapan(kerja, kegiatan)[1].id, draf)
        batal = kerja.sesi.exec(select(Alokasi).where(col(Alokasi.batal).is_(True))).one()
    assert (hasil.nomor_versi, hasil.alokasi, hasil.dibatalkan) == (2, 1, 1)
    assert (batal.tahap_id, batal.alasan_batal) == (dua.id, "Meninggal dunia")
    assert {b.kode: (b.orang_id, b.nomor) for b in kini if b.kode in sebelum}.items() <= sebelum.items()
    assert sorted((b.tahap_nomor, b.nomor) for b in kini) == [
        (1, 1),
        (1, 2),
        (1, 3),
        (1, 4),
        *[(2, n) for n in (2, 3, 4, 5)],
    ]
    assert ([p.usulan_id for p in banding.ditambah], [p.orang_id for p in banding.dikeluarkan], banding.tetap) == (
        [ganti],
        [mati.orang_id],
        3,
    )
    tinggal = {b.penerima_id for b in kini if b.orang_id != mati.orang_id}
    with uji.membaca() as kerja:
        assert {p.penerima_id for p in daftar_penerima(kerja, draf)} == tinggal


def test_someone_who_left_may_come_back(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 2, tahap=2)
        satu, _ = daftar_tahap(kerja, kegiatan)
        pergi = daftar_penerima(kerja, daftar_penetapan(kerja, kegiatan)[0].id)[0]
        alokasi = next(b for b in daftar_serah(kerja, kegiatan, tahap_id=satu.id) if b.orang_id == pergi.orang_id)
        catat_hasil(kerja, alokasi.alokasi_id, HasilSalur.SENDIRI)
        susun_perubahan(kerja, kegiatan, batal={pergi.penerima_id: "Pindah"})
        sahkan_sk(kerja, kegiatan, nomor="2", tanggal=date(2026, 3, 2))
        assert len(daftar_serah(kerja, kegiatan)) == 3
        assert pergi.usulan_id
        susun_perubahan(kerja, kegiatan, tambah=[pergi.usulan_id])
        hasil = sahkan_sk(kerja, kegiatan, nomor="3", tanggal=date(2026, 3, 2))
        kini = [b for b in daftar_serah(kerja, kegiatan) if b.orang_id == pergi.orang_id]
    assert hasil.alokasi == 1, "tahap 1 was received and is not given again"
    assert [b.tahap_nomor for b in kini] == [1, 2]
    assert kini[0].kode == alokasi.kode


def test_what_changed_is_listed_by_field(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 2)
        lama = daftar_penetapan(kerja, kegiatan)[0].id
        orang = kerja.sesi.get_one(Orang, daftar_penerima(kerja, lama)[0].orang_id)
        orang.nama, orang.nik = "NAMA BENAR", "6209030101509999"
        kerja.sesi.flush()
        baru = susun_perubahan(kerja, kegiatan)
        beda = banding_versi(kerja, lama, baru)
    assert [(p.bidang, p.baru) for p in beda.berubah] == [("nama", "NAMA BENAR"), ("NIK", "6209030101509999")]
    assert (beda.tetap, beda.ditambah, beda.dikeluarkan) == (1, (), ())


def test_a_change_asks_for_what_it_needs(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        with pytest.raises(KnownError, match="penetapan_belum_sah"):
            susun_perubahan(kerja, kegiatan)
        isi_usulan(kerja, kegiatan, 1, status=LAYAK)
        tetapkan(kerja, kegiatan)
        (belum,) = isi_usulan(kerja, kegiatan, 1, mulai=10)
        (tanpa,) = isi_usulan(kerja, kegiatan, 1, mulai=20, status=LAYAK, orang={"nik": None})
        satu = daftar_penerima(kerja, daftar_penetapan(kerja, kegiatan)[0].id)[0].penerima_id
        for isi, kode in (
            ({"batal": {satu: ""}}, "isian_kosong"),
            ({"batal": {id_baru(): "x"}}, "penerima_tidak_ada"),
            ({"tambah": [belum]}, "usulan_belum_layak"),
            ({"tambah": [tanpa]}, "nik_wajib"),
            ({"batal": {satu: "x"}}, "tidak_ada_yang_layak"),
        ):
            with pytest.raises(KnownError, match=kode):
                susun_perubahan(kerja, kegiatan, **isi)  # type: ignore[arg-type]


def test_a_dropped_draft_leaves_no_reasons_behind(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = kegiatan_sah(kerja, 2)
        satu = daftar_penerima(kerja, daftar_penetapan(kerja, kegiatan)[0].id)[0].penerima_id
        susun_perubahan(kerja, kegiatan, batal={satu: "Pindah"})
        hapus_draf(kerja, kegiatan)
        assert {a.alasan_batal for a in kerja.sesi.exec(select(Alokasi))} == {""}
        assert len(daftar_serah(kerja, kegiatan)) == 2


# --- a ready list from the dinas --------------------------------------------------------------------------------------


def test_a_list_from_the_dinas_needs_no_verification(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, kode_sop="balakas", nominal=None)
        isi_usulan(kerja, kegiatan, 3)
        isi_usulan(kerja, kegiatan, 1, mulai=10, orang={"nik": None})
        isi_usulan(kerja, kegiatan, 1, mulai=20, status=StatusUsulan.DITARIK)
        hasil = terima_daftar(kerja, kegiatan, tanggal=date(2026, 2, 1), nomor="440/DSPPAPMD/2026")
        assert (hasil.jumlah_orang, hasil.alokasi, hasil.jumlah_nominal) == (4, 4, 0)
        with pytest.raises(KnownError, match="tidak_ada_yang_baru"):
            terima_daftar(kerja, kegiatan, tanggal=date(2026, 2, 1))
        isi_usulan(kerja, kegiatan, 1, mulai=30)
        lagi = terima_daftar(kerja, kegiatan, tanggal=date(2026, 2, 9))
        assert (lagi.nomor_versi, lagi.jumlah_orang, lagi.alokasi) == (2, 5, 1)
