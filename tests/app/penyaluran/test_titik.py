"""Points of one desa: who is served where, nobody at none and nobody at two; finding and counting follow the point."""

from collections import Counter
from datetime import date
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_kupon import isi_kupon
from app.dokumen.kumpul_salur import isi_daftar_hadir, isi_jadwal
from app.penyaluran import cari_penerima, catat_hasil, catatan_terakhir, ringkasan_penyaluran, semua_serah
from app.penyaluran.titik import BatasTitik, baca_batas, daftar_titik, hitung_titik, titik_penerima
from app.spt import Jadwal, atur_jadwal, daftar_jadwal, hapus_jadwal, tambah_titik, ubah_titik
from db.galat import KnownError
from db.istilah import HasilSalur
from db.model import JadwalPenyaluran, Penerima
from tests.helpers.kegiatan import DESA, kegiatan_sah
from tests.helpers.toko import KantorUji

SATU, DUA = DESA[:2]
HARI = date(2026, 3, 2)
BALAI, SEKOLAH = (Jadwal(SATU, HARI, "08.30", tempat) for tempat in ("Balai Desa", "SDN 1"))


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    """Twelve people in three desa; those of each are in RT 1 and 2 in turn."""
    with uji.menulis() as kerja:
        nomor = kegiatan_sah(kerja, 12)
        urutan: Counter[str | None] = Counter()
        for satu in kerja.sesi.exec(select(Penerima).order_by(col(Penerima.nomor_urut))).all():
            satu.data = satu.data | {"rt": f"00{urutan[satu.kode_desa] % 2 + 1}", "rw": "01"}
            urutan[satu.kode_desa] += 1
        return nomor


def tahap(uji: KantorUji, kegiatan: UUID) -> UUID:
    with uji.membaca() as kerja:
        return next(iter(semua_serah(kerja, kegiatan))).tahap_id


@pytest.mark.parametrize(
    ("rt", "nomor", "harap"),
    [
        ("", "", BatasTitik()),
        ("001, 002; RT 03/01", "", BatasTitik(("1", "2", "3/1"))),
        ("1 1 01", "5 - 20", BatasTitik(("1",), (5, 20))),
        ("", "1 sampai 3", BatasTitik((), (1, 3))),
    ],
)
def test_what_an_office_types_is_read(rt: str, nomor: str, harap: BatasTitik) -> None:
    assert baca_batas(rt, nomor) == harap


@pytest.mark.parametrize(
    ("rt", "nomor", "galat"),
    [("satu", "", "rt_titik_salah"), ("1/2/3", "", "rt_titik_salah"), ("", "20-5", "nomor_titik_salah"),
     ("", "5", "nomor_titik_salah"), ("", "0-5", "nomor_titik_salah")],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(rt: str, nomor: str, galat: str) -> None:
    with pytest.raises(KnownError, match=galat):
        baca_batas(rt, nomor)


def test_two_points_of_one_desa_share_its_people(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        atur_jadwal(kerja, kegiatan, [BALAI])
        sekolah = tambah_titik(kerja, kegiatan, Jadwal(SATU, HARI, "", "SDN 1", batas=BatasTitik(("2",))))
    tahap_id = tahap(uji, kegiatan)
    with uji.membaca() as kerja:
        balai = next(t.id for t in daftar_titik(kerja, kegiatan, tahap_id) if t.tempat == "Balai Desa")
        assert hitung_titik(kerja, kegiatan, tahap_id).per_titik == {balai: 2, sekolah: 2}
        for titik, rt in ((balai, "001"), (sekolah, "002")):
            assert ringkasan_penyaluran(kerja, kegiatan, titik=titik).seluruh.target.orang == 2
            semua = cari_penerima(kerja, kegiatan, tahap_id, "62", titik=titik) or [
                b for b in semua_serah(kerja, kegiatan, desa=SATU) if titik_penerima(kerja, b).id == titik
            ]
            assert {b.rt for b in semua} == {rt}


def test_somebody_of_another_point_is_sent_there(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        balai = tambah_titik(kerja, kegiatan, BALAI)
        tambah_titik(kerja, kegiatan, Jadwal(SATU, HARI, "", "SDN 1", batas=BatasTitik(("2",))))
    tahap_id = tahap(uji, kegiatan)
    with uji.membaca() as kerja:
        semua = list(semua_serah(kerja, kegiatan))
        lain = next(b for b in semua if b.kode_desa == SATU and b.rt == "002")
        jauh = next(b for b in semua if b.kode_desa == DUA)
        for kata in (lain.kode, lain.nik or ""):
            with pytest.raises(KnownError, match="dilayani_di_tempat_lain") as salah:
                cari_penerima(kerja, kegiatan, tahap_id, kata, titik=balai)
            assert salah.value.fakta["tempat"].startswith("SDN 1, ")
        with pytest.raises(KnownError) as salah:
            cari_penerima(kerja, kegiatan, tahap_id, jauh.kode, desa=SATU)
        assert "Senin" not in salah.value.fakta["tempat"], "its desa has no schedule"
        assert cari_penerima(kerja, kegiatan, tahap_id, lain.nama, titik=balai) == []
        assert cari_penerima(kerja, kegiatan, tahap_id, lain.kode) == [lain]


def test_the_latest_acts_are_those_of_the_point(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        balai = tambah_titik(kerja, kegiatan, BALAI)
        for satu in semua_serah(kerja, kegiatan):
            catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI)
    with uji.membaca() as kerja:
        assert {c.kode_desa for c in catatan_terakhir(kerja, kegiatan, titik=balai)} == {SATU}


def test_who_belongs_to_no_point_is_counted(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        tambah_titik(kerja, kegiatan, Jadwal(SATU, HARI, "", "SDN 1", batas=BatasTitik(("2",))))
    with uji.membaca() as kerja:
        assert hitung_titik(kerja, kegiatan, tahap(uji, kegiatan)).tanpa_titik == {SATU: 2}
        yatim = next(b for b in semua_serah(kerja, kegiatan, desa=SATU) if b.rt == "001")
        assert titik_penerima(kerja, yatim) is None


def test_a_point_is_changed_and_taken_away(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        satu = tambah_titik(kerja, kegiatan, Jadwal(SATU, HARI, "", "SDN 1", batas=BatasTitik(("2",))))
        tambah_titik(kerja, kegiatan, BALAI)
        with pytest.raises(KnownError, match="titik_sudah_ada"):
            tambah_titik(kerja, kegiatan, Jadwal(SATU, HARI, "", " sdn 1 "))
        baru = Jadwal(SATU, HARI, "10.00", "SDN 2", petugas=("Jumri",), batas=BatasTitik((), (1, 2)))
        ubah_titik(kerja, satu, baru)
        assert [b.isi for b in daftar_jadwal(kerja, kegiatan) if b.id == satu] == [baru]
        hapus_jadwal(kerja, satu)
        assert [b.isi.tempat for b in daftar_jadwal(kerja, kegiatan)] == ["Balai Desa"]
        with pytest.raises(KnownError, match="jadwal_tidak_ada"):
            ubah_titik(kerja, satu, baru)


def test_setting_a_desa_again_sets_the_point_of_that_place(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        atur_jadwal(kerja, kegiatan, [BALAI])
        tambah_titik(kerja, kegiatan, SEKOLAH)
        atur_jadwal(kerja, kegiatan, [Jadwal(SATU, HARI, "13.00", "Balai Desa")])
        assert [(b.isi.tempat, b.isi.jam) for b in daftar_jadwal(kerja, kegiatan)] == [
            ("SDN 1", "08.30"), ("Balai Desa", "13.00"),
        ]  # fmt: skip


BATAS = st.builds(
    BatasTitik,
    st.lists(st.sampled_from(("1", "2", "1/1", "2/9")), max_size=2, unique=True).map(tuple),
    st.none() | st.tuples(st.integers(1, 6), st.integers(0, 6)).map(lambda p: (p[0], p[0] + p[1])),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batas=st.lists(BATAS, min_size=1, max_size=3))
def test_query_and_rule_agree_on_who_is_served_where(uji: KantorUji, kegiatan: UUID, batas: list[BatasTitik]) -> None:
    tahap_id = tahap(uji, kegiatan)
    with uji.menulis() as kerja:
        ids = [tambah_titik(kerja, kegiatan, Jadwal(SATU, HARI, "", f"T{n}", batas=b)) for n, b in enumerate(batas)]
        orang = list(semua_serah(kerja, kegiatan, tahap_id=tahap_id, desa=SATU))
        disebut = {b.alokasi_id for b in orang if any(satu.memuat(b) for satu in batas)}
        harap = {
            i: sum(satu.memuat(b) if not satu.kosong else b.alokasi_id not in disebut for b in orang)
            for i, satu in zip(ids, batas, strict=True)
        }
        hasil = hitung_titik(kerja, kegiatan, tahap_id)
        tanpa = sum(titik_penerima(kerja, b) is None for b in orang)
        for baris in kerja.sesi.exec(select(JadwalPenyaluran)).all():
            kerja.sesi.delete(baris)
    assert hasil.per_titik == harap
    assert hasil.tanpa_titik == ({SATU: tanpa} if tanpa else {})


# --- papers -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def dua_titik(uji: KantorUji, kegiatan: UUID) -> UUID:
    with uji.menulis() as kerja:
        tambah_titik(kerja, kegiatan, Jadwal(SATU, HARI, "08.30", "Balai Desa", petugas=("Jumri",)))
        sekolah = Jadwal(SATU, date(2026, 3, 3), "09.00", "SDN 1", petugas=("Misnawati",), batas=BatasTitik(("2",)))
        tambah_titik(kerja, kegiatan, sekolah)
    return kegiatan


def test_the_schedule_on_paper_names_every_point(uji: KantorUji, dua_titik: UUID) -> None:
    with uji.membaca() as kerja:
        isi = isi_jadwal(kerja, dua_titik, Permintaan())
    assert [(b.tempat, b.petugas, b.penerima) for b in isi.baris] == [
        ("Balai Desa", "Jumri", 2), ("SDN 1 (RT 2)", "Misnawati", 2),
    ]  # fmt: skip
    assert (isi.jumlah, isi.tanpa_titik) == (4, ())


def test_nobody_counts_twice_where_two_points_serve_all_of_a_desa(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        for tempat in ("Balai Desa", "SDN 1"):
            tambah_titik(kerja, kegiatan, Jadwal(SATU, HARI, "", tempat))
        tambah_titik(kerja, kegiatan, Jadwal(DUA, HARI, "", "Aula", batas=BatasTitik(("1",))))
        isi = isi_jadwal(kerja, kegiatan, Permintaan())
    assert [b.penerima for b in isi.baris] == [4, 4, 2]
    assert isi.jumlah == 6
    assert [n for _, n in isi.tanpa_titik] == [2]


def test_coupons_and_lists_send_everybody_to_their_point(uji: KantorUji, dua_titik: UUID) -> None:
    with uji.membaca() as kerja:
        rt = {b.nama: b.rt for b in semua_serah(kerja, dua_titik, desa=SATU)}
        kupon = list(isi_kupon(kerja, dua_titik, Permintaan(desa=SATU)).baris)
        hadir = [(d.tempat, [b.nama for b in d.baris]) for d in isi_daftar_hadir(kerja, dua_titik, Permintaan())]
    assert {(k.tempat, rt[k.nama]) for k in kupon} == {("Balai Desa", "001"), ("SDN 1", "002")}
    assert [tempat for tempat, _ in hadir] == ["Balai Desa", "SDN 1", "", ""]
    assert [{rt.get(nama) for nama in semua} for _, semua in hadir] == [{"001"}, {"002"}, {None}, {None}]
