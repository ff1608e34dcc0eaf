"""Making two people one, and two again: nothing is lost, sums stay, the undo brings back the very state."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, col, select

from app import akses, orang
from app.akses import batasi_wilayah
from app.antrean import kenali
from app.bahasa.galat import kalimat
from app.berkas_pemeriksaan.pengecualian import JenisPengecualian, daftar_pengecualian
from app.kerja import Kerja
from app.orang import DataOrang, banding_orang, cari_orang, gabung_orang, lihat_orang, pisah_orang
from app.orang.pindahan import RUJUKAN
from app.penetapan import sahkan_sk, susun_perubahan
from app.penyaluran import cari_penerima, catat_hasil, daftar_serah
from app.pijakan import daftar_tahap
from app.sop import muat
from app.usulan.batal import batalkan_impor
from app.usulan.hilang import kembalikan_usulan
from app.verifikasi import putuskan
from db.galat import KnownError
from db.istilah import HasilSalur, HasilVerifikasi, Kiriman, StatusKegiatan, StatusUsulan
from db.model import (
    Alokasi,
    Jejak,
    Kegiatan,
    Kemiripan,
    Orang,
    Penerima,
    Penyaluran,
    RegisterPelayanan,
    Rekening,
    RiwayatKk,
    Usulan,
    Wali,
)
from tests.app.usulan.conftest import MejaImpor, meja
from tests.app.usulan.conftest import orang as baris_orang
from tests.helpers.kegiatan import buat_kegiatan, isi_usulan, nik_uji, tetapkan
from tests.helpers.toko import KantorUji

__all__ = ["meja"]
LAYAK = StatusUsulan.LAYAK
ALASAN = "KTP yang sama"


def orang_usulan(kerja: Kerja, *usulan: UUID) -> list[UUID]:
    return [kerja.sesi.get_one(Usulan, satu).orang_id for satu in usulan]


@pytest.fixture
def dua(uji: KantorUji) -> tuple[UUID, UUID]:
    """Two people without anything else."""
    with uji.menulis() as kerja:
        satu = orang.orang_baru(
            kerja, DataOrang("Siti Aminah", nik=nik_uji(1), no_kk="6209030100000001", alamat="Jl. Lama", shdk="Istri")
        )
        dua = orang.orang_baru(
            kerja, DataOrang("Sitti Aminah", nik=nik_uji(2), no_kk="6209030100000002", pekerjaan="Petani")
        )
    return satu, dua


def gabung(uji: KantorUji, satu: UUID, dua: UUID, *ambil: str, siapa: str = "serba") -> orang.HasilGabung:
    with uji.menulis(siapa) as kerja:
        return gabung_orang(kerja, satu, dua, alasan=ALASAN, ambil=ambil)


def pisah(uji: KantorUji, pergi: UUID) -> UUID:
    with uji.menulis() as kerja:
        return pisah_orang(kerja, pergi, alasan="Keliru")


# --- what is moved ---------------------------------------------------------------------------------------------------


def test_every_column_that_names_a_person_is_moved() -> None:
    sasaran = SQLModel.metadata.tables["orang"].c.id
    semua = {
        (tabel.name, kunci.parent.name)
        for tabel in SQLModel.metadata.tables.values()
        for kunci in tabel.foreign_keys
        if kunci.column is sasaran
    }
    assert semua - {(str(r.tabel.__tablename__), r.kolom) for r in RUJUKAN} == {("orang", "digabung_ke")}


def test_everything_passes_to_the_one_who_stays(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    tinggal, pergi = dua
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        (usulan,) = isi_usulan(kerja, kegiatan, 1, mulai=50, status=LAYAK)
        kerja.sesi.get_one(Usulan, usulan).orang_id = pergi
        kerja.sesi.flush()
        tetapkan(kerja, kegiatan)
        anak = orang.orang_baru(kerja, DataOrang("Anak"))
        kerja.sesi.add_all([
            Rekening(orang_id=pergi, nomor="001122"), Wali(orang_id=pergi, nama="Ibu", sejak=date(2026, 1, 1)),
            Wali(orang_id=anak, wali_orang_id=pergi, nama="Sitti Aminah", sejak=date(2026, 1, 1)),
            RegisterPelayanan(
                kantor_id=kerja.kantor.id, nomor="1", tanggal=date(2026, 1, 1), orang_id=pergi, nama="Sitti",
                keperluan="DTKS", akun_id=kerja.akun_id,
            ),
            Kemiripan(orang_a_id=anak, orang_b_id=pergi, skor=70),
            Kemiripan(orang_a_id=tinggal, orang_b_id=pergi, skor=90),
        ])  # fmt: skip
        orang.tautkan_berkas(kerja, pergi, b"isi", "ktp.pdf")
        orang.koreksi_orang(kerja, pergi, alasan="KTP", telepon="0811")
    hasil = gabung(uji, tinggal, pergi)
    assert (hasil.tinggal_id, hasil.ditarik, hasil.ganda) == (tinggal, 0, ())
    with uji.membaca() as kerja:
        for r in RUJUKAN:
            tersisa = kerja.sesi.exec(select(r.tabel).where(getattr(r.tabel, r.kolom) == pergi)).all()
            assert len(tersisa) == (1 if r.kolom == "orang_b_id" else 0), r  # the pair of the two itself
        halaman = lihat_orang(kerja, tinggal)
        assert [u.usulan_id for u in halaman.usulan] == [usulan]
        assert [b.nominal for b in halaman.bantuan] == [1_500_000]
        assert [b.nama for b in halaman.berkas] == ["ktp.pdf"]
        assert [(w.nama, w.orang_id) for w in halaman.wali] == [("Ibu", None)]
        assert [w.orang_id for w in lihat_orang(kerja, anak).wali] == [tinggal]
        assert {k.bidang for k in halaman.koreksi} == {"telepon"}
        assert [(g.id, g.nama, g.alasan) for g in halaman.gabungan] == [(pergi, "Sitti Aminah", ALASAN)]
        assert kerja.sesi.exec(select(Kemiripan.putusan).order_by(col(Kemiripan.skor))).all() == ["belum", "sama"]
        assert kerja.sesi.get_one(Orang, pergi).nama == "Sitti Aminah", "the row of the one who went stays as it was"


def test_the_old_nik_finds_the_one_who_stays(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    tinggal, pergi = dua
    gabung(uji, tinggal, pergi, "nik")
    with uji.membaca() as kerja:
        for nik in (nik_uji(1), nik_uji(2)):
            assert [o.id for o in cari_orang(kerja, nik)] == [tinggal]
        assert [o.id for o in cari_orang(kerja, nik_uji(2)[:12])] == [tinggal]
        assert orang.banyak_orang(kerja) == 1
        assert lihat_orang(kerja, pergi).id == tinggal
        assert lihat_orang(kerja, tinggal).data.nik == nik_uji(2)
    with pytest.raises(KnownError, match="orang_tidak_ada"), uji.menulis() as kerja:
        orang.koreksi_orang(kerja, pergi, alasan="KTP", nama="X")
    with pytest.raises(KnownError, match="nik_sudah_dipakai"), uji.menulis() as kerja:
        orang.orang_baru(kerja, DataOrang("Baru", nik=nik_uji(2)))


def test_what_differs_is_chosen_field_by_field(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    tinggal, pergi = dua
    with uji.membaca() as kerja:
        banding = banding_orang(kerja, tinggal, pergi)
    assert [(b.bidang, b.kiri, b.kanan) for b in banding.beda] == [
        ("nama", "Siti Aminah", "Sitti Aminah"), ("nik", nik_uji(1), nik_uji(2)),
        ("no_kk", "6209030100000001", "6209030100000002"), ("pekerjaan", "", "Petani"), ("shdk", "Istri", ""),
        ("alamat", "Jl. Lama", ""),
    ]  # fmt: skip
    assert banding.saran == {"pekerjaan"}
    gabung(uji, tinggal, pergi, "nama", "no_kk", "pekerjaan")
    with uji.membaca() as kerja:
        halaman = lihat_orang(kerja, tinggal)
        nomor = kerja.sesi.exec(select(RiwayatKk.no_kk, RiwayatKk.sampai).where(RiwayatKk.orang_id == tinggal)).all()
        assert [o.id for o in cari_orang(kerja, "sitti")] == [tinggal]
    data = halaman.data
    assert (data.nama, data.nik, data.no_kk, data.pekerjaan, data.alamat) == (
        "Sitti Aminah", nik_uji(1), "6209030100000002", "Petani", "Jl. Lama"
    )  # fmt: skip
    assert {(k.bidang, k.lama, k.baru) for k in halaman.koreksi} == {
        ("nama", "Siti Aminah", "Sitti Aminah"), ("pekerjaan", "", "Petani"),
        ("no_kk", "6209030100000001", "6209030100000002"),
    }  # fmt: skip
    assert all(k.alasan == f"Digabung dengan Sitti Aminah: {ALASAN}" for k in halaman.koreksi)
    assert sorted(nomor, key=str) == [("6209030100000001", date(2026, 3, 2)), ("6209030100000002", None)]


def test_of_wali_and_accounts_one_stays_in_use(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    tinggal, pergi = dua
    with uji.menulis() as kerja:
        for satu, nama, nomor in ((tinggal, "Ibu", "111111"), (pergi, "Paman", "222222")):
            orang.catat_wali(kerja, satu, nama=nama)
            kerja.sesi.add(Rekening(orang_id=satu, bank="Bank Kalteng", nomor=nomor))
        kerja.sesi.flush()
        beda = {b.bidang: (b.kiri, b.kanan) for b in banding_orang(kerja, tinggal, pergi).beda}
    assert beda["wali"] == ("Ibu", "Paman")
    assert beda["rekening"] == ("Bank Kalteng 111111", "Bank Kalteng 222222")
    gabung(uji, tinggal, pergi, "rekening")
    with uji.membaca() as kerja:
        assert [w.nama for w in lihat_orang(kerja, tinggal).wali] == ["Ibu"]
        pakai = select(Rekening.nomor).where(Rekening.orang_id == tinggal, col(Rekening.aktif).is_(True))
        assert kerja.sesi.exec(pakai).all() == ["222222"]


def test_both_get_a_line_in_the_trail_without_numbers(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    gabung(uji, *dua, "nik")
    pisah(uji, dua[1])
    with uji.membaca() as kerja:
        baris = kerja.sesi.exec(select(Jejak).where(col(Jejak.aksi).in_(["gabung_orang", "pisah_orang"]))).all()
    assert {(b.aksi, b.objek_id) for b in baris} == {(a, o) for a in ("gabung_orang", "pisah_orang") for o in dua}
    assert not any(nik_uji(n) in str(b.rincian) for b in baris for n in (1, 2))


# --- what stands in the way ------------------------------------------------------------------------------------------


@pytest.fixture
def sekegiatan(uji: KantorUji) -> tuple[UUID, UUID, UUID, UUID, UUID]:
    """Two people proposed in one kegiatan of two tahap: kegiatan, usulan, usulan, person, person."""
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja, tahap=2)
        satu, dua = isi_usulan(kerja, kegiatan, 2)
        return kegiatan, satu, dua, *orang_usulan(kerja, satu, dua)  # type: ignore[return-value]  # two of two


def salah(uji: KantorUji, satu: UUID, dua: UUID) -> str:
    with uji.membaca() as kerja:
        (halangan,) = banding_orang(kerja, satu, dua).halangan
    with pytest.raises(KnownError) as galat:
        gabung(uji, satu, dua)
    assert galat.value.kode == halangan.kode
    assert kalimat(galat.value).endswith("tidak ada yang berubah.")
    return halangan.kode


def test_of_two_open_usulan_the_later_is_withdrawn_and_the_undo_opens_it(
    uji: KantorUji, sekegiatan: tuple[UUID, ...]
) -> None:
    _, satu, dua, a, b = sekegiatan
    assert gabung(uji, b, a).ditarik == 1
    with uji.membaca() as kerja:
        status = [kerja.sesi.get_one(Usulan, u).status for u in (satu, dua)]
        assert status == [StatusUsulan.DIUSULKAN, StatusUsulan.DITARIK]
        assert orang_usulan(kerja, satu, dua) == [b, b]
    pisah(uji, a)
    with uji.membaca() as kerja:
        assert {kerja.sesi.get_one(Usulan, u).status for u in (satu, dua)} == {StatusUsulan.DIUSULKAN}


def test_the_one_that_was_decided_goes_on(uji: KantorUji, sekegiatan: tuple[UUID, ...]) -> None:
    _, satu, dua, a, b = sekegiatan
    with uji.menulis() as kerja:
        putuskan(kerja, [dua], HasilVerifikasi.LAYAK)
    gabung(uji, a, b)
    with uji.membaca() as kerja:
        assert [kerja.sesi.get_one(Usulan, u).status for u in (satu, dua)] == ["ditarik", "layak"]


def test_two_that_were_both_judged_layak_are_sorted_out_first(uji: KantorUji, sekegiatan: tuple[UUID, ...]) -> None:
    _, satu, dua, a, b = sekegiatan
    with uji.menulis() as kerja:
        putuskan(kerja, [satu, dua], HasilVerifikasi.LAYAK)
    assert salah(uji, a, b) == "gabung_dua_layak"
    with uji.menulis() as kerja:
        putuskan(kerja, [dua], HasilVerifikasi.TIDAK_LAYAK, alasan="Data ganda")
    assert gabung(uji, a, b).ditarik == 0


@pytest.fixture
def sesk(uji: KantorUji, sekegiatan: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """The same two on one decree."""
    with uji.menulis() as kerja:
        putuskan(kerja, sekegiatan[1:3], HasilVerifikasi.LAYAK)
        tetapkan(kerja, sekegiatan[0])
    return sekegiatan


def serah(uji: KantorUji, kegiatan: UUID, orang_id: UUID, tahap: int, hasil: HasilSalur = HasilSalur.SENDIRI) -> None:
    with uji.menulis() as kerja:
        (baris,) = (b for b in daftar_serah(kerja, kegiatan) if (b.orang_id, b.tahap_nomor) == (orang_id, tahap))
        catat_hasil(kerja, baris.alokasi_id, hasil)


def keluarkan(uji: KantorUji, kegiatan: UUID, usulan: UUID, orang_id: UUID) -> None:
    with uji.menulis() as kerja:
        kueri = select(Penerima.id).where(Penerima.orang_id == orang_id, Penerima.kegiatan_id == kegiatan)
        susun_perubahan(kerja, kegiatan, batal={kerja.sesi.exec(kueri).one(): "Data ganda"})
        sahkan_sk(kerja, kegiatan, nomor="2", tanggal=date(2026, 3, 2))
        putuskan(kerja, [usulan], HasilVerifikasi.TIDAK_LAYAK, alasan="Data ganda")


def test_two_on_one_decree_need_an_sk_perubahan_and_what_both_received_is_told(
    uji: KantorUji, sesk: tuple[UUID, ...]
) -> None:
    kegiatan, _, dua, a, b = sesk
    for satu in (a, b):
        serah(uji, kegiatan, satu, 1)
    assert salah(uji, a, b) == "gabung_satu_sk"
    keluarkan(uji, kegiatan, dua, b)
    with uji.membaca() as kerja:
        sebelum = sum(x.keadaan.rupiah_tersalur for x in daftar_serah(kerja, kegiatan))
    hasil = gabung(uji, a, b)
    assert [(g.tahap, g.kiri, g.kanan) for g in hasil.ganda] == [("Tahap 1", 1_500_000, 1_500_000)]
    with uji.membaca() as kerja:
        halaman = lihat_orang(kerja, a)
        assert sum(x.keadaan.rupiah_tersalur for x in daftar_serah(kerja, kegiatan)) == sebelum
        rincian = kerja.sesi.exec(select(Jejak.rincian).where(Jejak.aksi == "gabung_orang")).first()
    assert [(x.tahap, x.diterima, x.ganda) for x in halaman.bantuan].count(("Tahap 1", True, True)) == 2
    assert rincian is not None
    assert rincian["terima_ganda"] == 1


def test_a_later_decree_goes_on_after_a_merge(uji: KantorUji, sesk: tuple[UUID, ...]) -> None:
    kegiatan, _, dua, a, b = sesk
    serah(uji, kegiatan, b, 1)
    serah(uji, kegiatan, a, 1)
    keluarkan(uji, kegiatan, dua, b)
    gabung(uji, a, b)
    with uji.menulis() as kerja:
        susun_perubahan(kerja, kegiatan, tambah=isi_usulan(kerja, kegiatan, 1, mulai=30, status=LAYAK))
        assert sahkan_sk(kerja, kegiatan, nomor="3", tanggal=date(2026, 3, 2)).jumlah_orang == 2


def test_on_a_closed_kegiatan_both_lines_stay_as_they_were_signed(uji: KantorUji, sesk: tuple[UUID, ...]) -> None:
    kegiatan, _, _, a, b = sesk
    with uji.menulis() as kerja:
        kerja.sesi.get_one(Kegiatan, kegiatan).status = StatusKegiatan.SELESAI.value
    gabung(uji, a, b)
    with uji.membaca() as kerja:
        assert set(kerja.sesi.exec(select(Penerima.orang_id))) == {a, b}
        assert len(lihat_orang(kerja, a).bantuan) == 4


def test_while_both_are_owed_one_tahap_nothing_is_merged(uji: KantorUji, sesk: tuple[UUID, ...]) -> None:
    kegiatan, _, dua, a, b = sesk
    with uji.menulis() as kerja:
        kueri = select(Penerima.id).where(Penerima.orang_id == b)
        susun_perubahan(kerja, kegiatan, batal={kerja.sesi.exec(kueri).one(): "Data ganda"})
        sahkan_sk(kerja, kegiatan, nomor="2", tanggal=date(2026, 3, 2), tahap_berlaku=[])
        putuskan(kerja, [dua], HasilVerifikasi.TIDAK_LAYAK, alasan="Data ganda")
    with uji.membaca() as kerja:
        kode = {h.kode for h in banding_orang(kerja, a, b).halangan}
    assert kode == {"gabung_belum_salur"}
    for tahap in (1, 2):
        serah(uji, kegiatan, a, tahap)
        serah(uji, kegiatan, b, tahap, HasilSalur.DATA_GANDA)
    assert gabung(uji, a, b).ganda == ()


def test_nobody_is_merged_with_their_own_wali(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    with uji.menulis() as kerja:
        kerja.sesi.add(Wali(orang_id=dua[0], wali_orang_id=dua[1], nama="Sitti", sejak=date(2026, 1, 1)))
    assert salah(uji, *dua) == "gabung_wali"


@pytest.mark.parametrize(
    ("siapa", "diri", "alasan", "kode"),
    [
        ("admin", False, ALASAN, "tidak_berwenang"),
        ("serba", False, " ", "isian_kosong"),
        ("serba", True, ALASAN, "gabung_diri_sendiri"),
    ],
)
def test_a_merge_needs_a_right_a_reason_and_two_people(
    uji: KantorUji, dua: tuple[UUID, UUID], siapa: str, diri: bool, alasan: str, kode: str
) -> None:
    with pytest.raises(KnownError) as galat, uji.menulis(siapa) as kerja:
        gabung_orang(kerja, dua[0], dua[0] if diri else dua[1], alasan=alasan)
    assert galat.value.kode == kode


def test_an_account_of_a_part_neither_merges_nor_learns_who_bears_a_nik(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    with uji.menulis("admin") as kerja:
        batasi_wilayah(kerja, uji.pelaku["staf"].akun_id, ["62.09.01"])  # type: ignore[arg-type]  # it has an account
    with uji.membaca("admin") as kerja:
        staf = akses.pelaku_akun(kerja, "staf")
    with pytest.raises(KnownError, match="perlu_seluruh_wilayah"), uji.ruang.menulis(staf) as kerja:
        gabung_orang(kerja, *dua, alasan=ALASAN)
    with uji.ruang.menulis(staf) as kerja, pytest.raises(KnownError) as galat:
        orang.orang_baru(kerja, DataOrang("Baru", nik=nik_uji(1), kode_desa="62.09.01.2001"))
    assert galat.value.kode == "nik_di_luar_wilayah"
    assert "Siti" not in kalimat(galat.value)
    gabung(uji, *dua)
    with uji.ruang.membaca(staf) as kerja:
        assert cari_orang(kerja, nik_uji(2)) == []


# --- taking it back --------------------------------------------------------------------------------------------------


def test_an_undo_says_what_stands_on_it(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    tinggal, pergi = dua
    gabung(uji, tinggal, pergi)
    with uji.menulis() as kerja:
        (usulan,) = isi_usulan(kerja, buat_kegiatan(kerja), 1, mulai=40)
        kerja.sesi.get_one(Usulan, usulan).orang_id = tinggal
        orang.koreksi_orang(kerja, tinggal, alasan="KTP", alamat="Jl. Baru")
    with pytest.raises(KnownError) as galat:
        pisah(uji, pergi)
    assert galat.value.fakta["halangan"] == ["1 usulan baru", "1 perubahan data baru"]


def test_an_undo_waits_for_a_merge_on_top_of_it(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    tinggal, pergi = dua
    with uji.menulis() as kerja:
        tiga = orang.orang_baru(kerja, DataOrang("Siti Aminah Baru"))
    gabung(uji, tinggal, pergi)
    gabung(uji, tiga, tinggal)
    with uji.membaca() as kerja:
        assert lihat_orang(kerja, pergi).id == tiga
        assert [g.id for g in lihat_orang(kerja, tiga).gabungan] == [tinggal, pergi]
    with pytest.raises(KnownError) as galat:
        pisah(uji, pergi)
    assert "Siti Aminah Baru" in kalimat(galat.value)
    pisah(uji, tinggal)
    assert pisah(uji, pergi) == tinggal
    with pytest.raises(KnownError, match="gabung_tidak_ada"):
        pisah(uji, pergi)


def test_a_usulan_that_was_brought_back_holds_the_undo(uji: KantorUji, sekegiatan: tuple[UUID, ...]) -> None:
    _, satu, dua, a, b = sekegiatan
    gabung(uji, a, b)
    with uji.menulis() as kerja:
        putuskan(kerja, [satu], HasilVerifikasi.TIDAK_LAYAK, alasan="Data ganda")
        kerja.sesi.get_one(Usulan, satu).status = StatusUsulan.DITARIK.value
        kerja.sesi.flush()
        kembalikan_usulan(kerja, [dua])
    with pytest.raises(KnownError) as galat:
        pisah(uji, b)
    assert galat.value.fakta["halangan"] == ["1 catatan yang ikut digabung sudah diubah lagi"]


# --- any two ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Riwayat:
    """What one of two invented people has: in three kegiatan a usulan or not, and around it."""

    status: tuple[StatusUsulan | None, ...]
    terima: tuple[bool, ...]
    wali: bool
    rekening: int
    data: DataOrang


_DATA = st.builds(
    DataOrang,
    nama=st.sampled_from(["SITI AMINAH", "SITTI AMINAH"]),
    nik=st.none(),
    no_kk=st.sampled_from([None, "6209030100000001", "6209030100000002"]),
    alamat=st.sampled_from(["", "JL. LAMA", "JL. BARU"]),
    tanggal_lahir=st.sampled_from([None, date(1950, 1, 1), date(1950, 1, 2)]),
    meninggal_pada=st.sampled_from([None, date(2026, 1, 1)]),
)
_RIWAYAT = st.builds(
    Riwayat,
    status=st.tuples(*[st.sampled_from([None, StatusUsulan.DIUSULKAN, LAYAK, StatusUsulan.TIDAK_LAYAK])] * 3),
    terima=st.tuples(*[st.booleans()] * 3),
    wali=st.booleans(),
    rekening=st.integers(0, 2),
    data=_DATA,
)


class UrungError(Exception):
    """Leaves the transaction, so that the next two people begin with a clean store."""


_LAIN = {"jejak", "pengaturan", "deret"}


def potret(kerja: Kerja) -> dict[str, Any]:
    """Return every row of every table but the trail, without when and how often it was written."""
    kerja.sesi.flush()
    koneksi, potret = kerja.sesi.connection(), {}
    for nama, tabel in SQLModel.metadata.tables.items():
        if nama not in _LAIN:
            kolom = [c for c in tabel.c if c.name not in ("versi", "diubah_pada")]
            potret[nama] = sorted(map(repr, koneksi.execute(sa.select(*kolom))))
    return potret


def tulis_riwayat(kerja: Kerja, r: Riwayat, kegiatan: list[UUID]) -> UUID:
    orang_id = orang.orang_baru(kerja, r.data)
    for kegiatan_id, status in zip(kegiatan, r.status, strict=True):
        if status is not None:
            kerja.sesi.add(
                Usulan(kegiatan_id=kegiatan_id, orang_id=orang_id, kode_desa="62.09.03.2001", status=status.value)
            )
    if r.wali:
        orang.catat_wali(kerja, orang_id, nama="Ibu")
    kerja.sesi.add_all(Rekening(orang_id=orang_id, nomor=f"12345{n}") for n in range(r.rekening))
    kerja.sesi.flush()
    return orang_id


def hitung(kerja: Kerja, orang_ids: tuple[UUID, UUID], kegiatan: list[UUID]) -> tuple[int, ...]:
    banyak = [len(kerja.sesi.exec(select(tabel.id)).all()) for tabel in (Usulan, Penerima, Alokasi, Penyaluran, Orang)]
    serah_semua = [b for k in kegiatan for b in daftar_serah(kerja, k)]
    milik = kerja.sesi.exec(select(Usulan.id).where(col(Usulan.orang_id).in_(orang_ids))).all()
    return (*banyak, len(milik), sum(b.nominal or 0 for b in serah_semua),
            sum(b.keadaan.rupiah_tersalur for b in serah_semua))  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(satu=_RIWAYAT, dua=_RIWAYAT, ambil=st.sets(st.sampled_from(orang.BIDANG + orang.TAMBAHAN)), sah=st.booleans())
def test_any_two_lose_nothing_and_come_apart_as_they_were(
    uji: KantorUji, satu: Riwayat, dua: Riwayat, ambil: set[str], sah: bool
) -> None:
    with pytest.raises(UrungError), uji.menulis() as kerja:
        kegiatan = [buat_kegiatan(kerja, nama=f"Bansos {n}") for n in range(3)]
        a, b = (tulis_riwayat(kerja, r, kegiatan) for r in (satu, dua))
        for n, k in enumerate(kegiatan):
            if sah and LAYAK in (satu.status[n], dua.status[n]):
                for u in kerja.sesi.exec(select(Usulan).where(Usulan.kegiatan_id == k)):
                    kerja.sesi.get_one(Orang, u.orang_id).nik = nik_uji(7 if u.orang_id == a else 8)
                tetapkan(kerja, k)
                for x in daftar_serah(kerja, k):
                    if (satu if x.orang_id == a else dua).terima[n]:
                        catat_hasil(kerja, x.alokasi_id, HasilSalur.SENDIRI)
        sebelum, jumlah = potret(kerja), hitung(kerja, (a, b), kegiatan)
        banding = banding_orang(kerja, a, b)
        if banding.halangan:
            with pytest.raises(KnownError):
                gabung_orang(kerja, a, b, alasan=ALASAN, ambil=ambil)
            assert potret(kerja) == sebelum
            raise UrungError
        gabung_orang(kerja, a, b, alasan=ALASAN, ambil=ambil)
        assert hitung(kerja, (a, b), kegiatan) == jumlah
        assert not kerja.sesi.exec(select(Usulan).where(Usulan.orang_id == b)).all()
        kini = lihat_orang(kerja, a)
        assert all(getattr(kini.data, x.bidang) == (x.kanan if x.bidang in ambil else x.kiri)
                   for x in banding.beda if x.bidang in orang.BIDANG)  # fmt: skip
        pisah_orang(kerja, b, alasan="Keliru")
        assert potret(kerja) == sebelum
        raise UrungError


# --- what other rooms make of it -------------------------------------------------------------------------------------


def test_a_double_receipt_stands_among_the_exceptions(uji: KantorUji, sesk: tuple[UUID, ...]) -> None:
    kegiatan, _, dua, a, b = sesk
    for satu in (a, b):
        serah(uji, kegiatan, satu, 1)
    keluarkan(uji, kegiatan, dua, b)
    gabung(uji, a, b)
    with uji.menulis() as kerja:
        definisi = muat.muat_bawaan("rehsos")
        k = kerja.sesi.get_one(Kegiatan, kegiatan)
        k.sop_isi, k.sop_sidik = muat.ke_json(definisi), muat.sidik(definisi)
    with uji.membaca() as kerja:
        ganda = [p for p in daftar_pengecualian(kerja, kegiatan, ()) if p.jenis is JenisPengecualian.TERIMA_GANDA]
        nama = [kerja.sesi.get_one(Orang, satu).nama for satu in (a, b)]
    assert [(p.tentang, p.alasan, p.oleh) for p in ganda] == [
        (f"{nama[0]} dan {nama[1]} (Tahap 1)", ALASAN, "Serba Uji")
    ]


def test_the_counter_knows_the_old_nik(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    tinggal, pergi = dua
    gabung(uji, tinggal, pergi)
    with uji.membaca() as kerja:
        dikenal = kenali(kerja, nik_uji(2))
        assert dikenal is not None
        assert dikenal.orang_id == tinggal


def test_the_hand_over_finds_the_old_nik(uji: KantorUji, dua: tuple[UUID, UUID]) -> None:
    tinggal, pergi = dua
    with uji.menulis() as kerja:
        kegiatan = buat_kegiatan(kerja)
        (usulan,) = isi_usulan(kerja, kegiatan, 1, mulai=60, status=LAYAK)
        kerja.sesi.get_one(Usulan, usulan).orang_id = tinggal
        kerja.sesi.flush()
        tetapkan(kerja, kegiatan)
    gabung(uji, tinggal, pergi)
    with uji.membaca() as kerja:
        (tahap,) = daftar_tahap(kerja, kegiatan)
        assert [b.orang_id for b in cari_penerima(kerja, kegiatan, tahap.id, nik_uji(2))] == [tinggal]


def test_an_import_whose_people_were_merged_is_not_undone(meja: MejaImpor) -> None:
    lama = meja.impor([baris_orang(1)], "lama.xlsx")
    baru = meja.impor([baris_orang(2)], "baru.xlsx")
    with meja.uji.menulis() as kerja:
        a, b = kerja.sesi.exec(select(Usulan.orang_id).order_by(col(Usulan.urut))).all()
        gabung_orang(kerja, a, b, alasan=ALASAN)
    for impor in (lama, baru):
        with pytest.raises(KnownError) as galat, meja.uji.menulis() as kerja:
            batalkan_impor(kerja, impor.impor_id, alasan="Salah")
        assert any("digabung" in h for h in galat.value.fakta["halangan"])
    sesudah = meja.impor([baris_orang(1, alamat="Jl. Lain")], "sesudah.xlsx")
    with meja.uji.menulis() as kerja:
        batalkan_impor(kerja, sesudah.impor_id, alasan="Salah")


def test_a_file_that_still_has_the_old_nik_is_about_the_one_who_stays(meja: MejaImpor) -> None:
    meja.impor([baris_orang(1)], "lama.xlsx")
    meja.impor([baris_orang(2)], "baru.xlsx")
    with meja.uji.menulis() as kerja:
        a, b = kerja.sesi.exec(select(Usulan.orang_id).order_by(col(Usulan.urut))).all()
        gabung_orang(kerja, a, b, alasan=ALASAN)
        nik = lihat_orang(kerja, a).data.nik
    hasil = meja.periksa(meja.berkas([baris_orang(2, nama=baris_orang(1)[1])], "lagi.xlsx"), kiriman=Kiriman.PERBAIKAN)
    assert [x.orang_id for x in hasil.baris] == [a]
    meja.simpan(hasil)
    with meja.uji.membaca() as kerja:
        assert lihat_orang(kerja, a).data.nik == nik
        assert orang.banyak_orang(kerja) == 1


def test_an_import_that_changed_a_known_person_is_not_undone_behind_a_merge(meja: MejaImpor) -> None:
    """What it changed stands with the one who stayed; given back to the one who went, nobody would see it."""
    meja.impor([baris_orang(1), baris_orang(2)], "lama.xlsx")
    ubahan = meja.impor([baris_orang(1, alamat="Jl. Baru")], "baru.xlsx", kiriman=Kiriman.PERBAIKAN)
    with meja.uji.menulis() as kerja:
        pergi, tinggal = kerja.sesi.exec(select(Orang.id).order_by(col(Orang.urut))).all()
        gabung_orang(kerja, tinggal, pergi, alasan=ALASAN, ambil=["alamat"])
        with pytest.raises(KnownError, match="impor_dipakai") as ditolak:
            batalkan_impor(kerja, ubahan.impor_id, alasan="Salah")
        assert "1 orang yang datanya diubah impor ini sesudah itu digabung" in str(kalimat(ditolak.value))
        assert kerja.sesi.get_one(Orang, pergi).alamat == "Jl. Baru"
        pisah_orang(kerja, pergi, alasan="Ternyata dua orang")
        batalkan_impor(kerja, ubahan.impor_id, alasan="Salah")
        assert kerja.sesi.get_one(Orang, pergi).alamat == baris_orang(1)[7]
