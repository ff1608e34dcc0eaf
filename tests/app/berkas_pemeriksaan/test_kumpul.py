"""The berkas pemeriksaan of a kegiatan that runs a real SOP: every finding by name, nothing about who did right."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from app.berkas_pemeriksaan import BerkasPemeriksaan, JenisPengecualian, Pelanggaran, kumpulkan
from app.kerja import Kerja
from app.pencairan import catat_pencairan
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import catat_hasil, daftar_serah
from app.penyaluran.isian import Wakil
from app.pijakan import daftar_tahap
from app.sop import jalan
from app.verifikasi import putuskan
from db.galat import KnownError
from db.istilah import HasilSalur, HasilVerifikasi
from db.model import Alokasi, Rekening, Usulan
from tests.app.sop.bantu import langkah, mulai_kegiatan
from tests.helpers.kegiatan import isi_usulan
from tests.helpers.toko import KantorUji

SK, SP2D, SERAH = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4)
JUTA = 1_000_000


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    """A rehsos kegiatan with eight people verified and decreed, and its money paid out; it is the fifth of March."""
    uji.jam.kini = datetime(2026, 3, 5, 2, tzinfo=UTC)
    with uji.menulis() as kerja:
        kegiatan = mulai_kegiatan(kerja, "rehsos", nominal=JUTA)
        ids = isi_usulan(kerja, kegiatan, 8)
        putuskan(kerja, ids, HasilVerifikasi.LAYAK, tanggal=date(2026, 3, 1))
        _rekening(kerja, ids[:2], "0012345678")
        susun_penetapan(kerja, kegiatan)
        sahkan_sk(kerja, kegiatan, nomor="188.45/7/2026", tanggal=SK)
        catat_pencairan(
            kerja, kegiatan, daftar_tahap(kerja, kegiatan)[0].id, nomor_sp2d="1", tanggal=SP2D, nilai=8 * JUTA
        )
    return kegiatan


def _rekening(kerja: Kerja, usulan: Sequence[UUID], nomor: str) -> None:
    for satu in usulan:
        orang_id = kerja.sesi.get_one(Usulan, satu).orang_id
        kerja.sesi.add(Rekening(orang_id=orang_id, bank="Bank Uji", nomor=nomor, atas_nama="Satu Nama"))
    kerja.sesi.flush()


def berkas(uji: KantorUji, kegiatan: UUID) -> BerkasPemeriksaan:
    with uji.membaca() as kerja:
        return kumpulkan(kerja, kegiatan)


def test_a_hand_over_in_order_leaves_nothing_to_say(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        for b in daftar_serah(kerja, kegiatan):
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI, tanggal=SERAH)
    isi = berkas(uji, kegiatan)
    assert len(isi.urutan) == 8
    assert isi.melanggar == isi.belum_dibayar == isi.dibayar_tanpa_sk == isi.wakil_bersama == ()
    assert (isi.uang.sp2d, isi.uang.masih) == (8 * JUTA, 0)
    assert {(b.tanggal.verifikasi, b.tanggal.sk, b.tanggal.sp2d, b.tanggal.serah) for b in isi.urutan} == {
        (date(2026, 3, 1), SK, SP2D, SERAH)
    }


def test_what_went_wrong_is_named(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        semua = daftar_serah(kerja, kegiatan)
        kerja.alasan_tanggal = "Dana talangan"
        catat_hasil(kerja, semua[0].alokasi_id, HasilSalur.SENDIRI, tanggal=SK)
        catat_hasil(kerja, semua[1].alokasi_id, HasilSalur.MENINGGAL, tanggal=SK)
    isi = berkas(uji, kegiatan)
    assert [(b.baris.nama, b.pelanggaran) for b in isi.melanggar] == [
        (semua[0].nama, (Pelanggaran.SERAH_SEBELUM_SP2D,))
    ]
    (kecuali,) = isi.pengecualian
    assert (kecuali.jenis, kecuali.alasan) == (JenisPengecualian.TANGGAL_MENDAHULUI, "Dana talangan")
    assert kecuali.tentang.startswith("Tanggal penyaluran sebelum SP2D (")
    assert {b.nama for b in isi.belum_dibayar} == {b.nama for b in semua[1:]}
    (bersama,) = isi.rekening_bersama
    assert (bersama.siapa, bersama.nomor, len(bersama.penerima)) == ("Bank Uji", "0012345678", 2)


def test_one_wakil_for_three_people(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        for b in daftar_serah(kerja, kegiatan)[:3]:
            wakil = Wakil("Rudi Uji", "Tetangga", "6209030101800001", "Ada")
            catat_hasil(kerja, b.alokasi_id, HasilSalur.DIWAKILKAN, tanggal=SERAH, wakil=wakil)
    (bersama,) = berkas(uji, kegiatan).wakil_bersama
    assert (bersama.siapa, len(bersama.penerima)) == ("Rudi Uji", 3)


def test_served_although_taken_off_the_list(uji: KantorUji, kegiatan: UUID) -> None:
    """Money handed over before the decree that takes the person off stays visible."""
    with uji.menulis() as kerja:
        satu = daftar_serah(kerja, kegiatan)[0]
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, tanggal=SERAH)
        kerja.sesi.get_one(Alokasi, satu.alokasi_id).batal = True
    isi = berkas(uji, kegiatan)
    assert [t.baris.nama for t in isi.dibayar_tanpa_sk] == [satu.nama]
    assert satu.nama not in {b.baris.nama for b in isi.urutan}


def test_exceptions_say_who_and_why(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        (satu, *_) = daftar_serah(kerja, kegiatan)
        catat_hasil(kerja, satu.alokasi_id, HasilSalur.SENDIRI, tanggal=SERAH)
    uji.jam.kini += timedelta(days=30)
    with uji.menulis() as kerja:
        (dua, *_) = (b for b in daftar_serah(kerja, kegiatan) if b.alokasi_id != satu.alokasi_id)
        catat_hasil(kerja, dua.alokasi_id, HasilSalur.SENDIRI, tanggal=SERAH)
    with uji.menulis("kadis") as kerja:
        jalan.lewati(kerja, langkah(kerja, kegiatan, 1), alasan="Sudah dikerjakan di kertas")
    isi = berkas(uji, kegiatan).pengecualian
    assert [p.jenis for p in isi] == [JenisPengecualian.LANGKAH_DILEWATI, JenisPengecualian.DICATAT_TERLAMBAT]
    assert isi[0].alasan == "Sudah dikerjakan di kertas"
    assert isi[0].tentang.startswith("Langkah 1: ")
    assert dua.nama in isi[1].tentang


def test_who_may_not_see_identifiers_does_not_get_it(uji: KantorUji, kegiatan: UUID) -> None:
    with pytest.raises(KnownError, match="tidak_berwenang"), uji.membaca("admin") as kerja:
        kumpulkan(kerja, kegiatan)
