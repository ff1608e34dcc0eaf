"""People who are merely alike are marked with whom and why; what a person judges of them is followed and remembered."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import col, select

from app.jobs import JobCancelled, JobContext
from app.kemiripan import Kolom, Penyiap
from app.kemiripan import cari as cari_asal
from app.kemiripan.bentuk import PEMISAH
from app.usulan.bentuk import Baris, HasilImpor
from app.usulan.pasangan import MIRIP, Pasangan, daftar_pasangan, putuskan_pasangan, tunda_pasangan
from db.istilah import NasibBaris, PutusanKemiripan
from db.model import Jejak, Kemiripan, Orang, Usulan
from tests.app.usulan.conftest import MejaImpor, orang

SITI = {"nama": "SITI AMINAH", "nik": "6209034501609001", "jk": "P", "lahir": "05-01-1960"}
SITI_LAIN = {**SITI, "nama": "ST. AMINA", "nik": "6209034510609001"}
HASAN = {"nama": "HASAN", "nik": "6209030302109001", "lahir": "03-02-2010", "wali": "RUSMINI"}
HUSIN = {**HASAN, "nama": "HUSIN", "nik": "6209030302109002"}


def banyak(*tambah: dict[str, Any]) -> list[list[Any]]:
    """Return twenty people of one list, and then the given ones."""
    dasar = [orang(n, lahir=f"{n % 27 + 1:02}-{n % 11 + 1:02}-19{50 + n}") for n in range(20)]
    return [[*b[:2], None, *b[3:]] for b in dasar] + [orang(30 + ke, **satu) for ke, satu in enumerate(tambah)]


def mirip(hasil: HasilImpor) -> list[tuple[int, str]]:
    """Return the rows that are marked, and the sentences."""
    return [(b.nomor, h.pesan) for b in hasil.baris for h in b.hasil if h.kode == MIRIP]


def pasangan(meja: MejaImpor, hasil: HasilImpor) -> list[Pasangan]:
    with meja.uji.membaca("operator") as kerja:
        return daftar_pasangan(kerja, hasil)


def putuskan(meja: MejaImpor, hasil: HasilImpor, p: Pasangan, sama: bool | None) -> None:
    with meja.uji.membaca("operator") as kerja:
        putuskan_pasangan(kerja, hasil, p.baris, p.lawan, sama=sama)


def terakhir(hasil: HasilImpor) -> Baris:
    return list(hasil.baris)[-1]


def test_the_later_of_two_rows_says_whom_it_resembles_and_why(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas(banyak(SITI, SITI_LAIN)))
    ((nomor, kalimat),) = mirip(hasil)
    assert nomor == 23
    assert kalimat.startswith("Sangat mirip dengan SITI AMINAH (baris 22): nama sama, NIK hampir sama")
    assert "6209" not in kalimat
    assert terakhir(hasil).nasib is NasibBaris.PERLU_PERIKSA


def test_a_known_person_is_named_with_the_desa(meja: MejaImpor) -> None:
    meja.impor(banyak(SITI))
    hasil = meja.periksa(meja.berkas([orang(31, **SITI_LAIN)], "lain.xlsx"))
    ((_, kalimat),) = mirip(hasil)
    assert "SITI AMINAH (data Salur, Kelurahan" in kalimat or "SITI AMINAH (data Salur, Desa" in kalimat


def test_twins_and_rows_without_nik_are_not_marked(meja: MejaImpor) -> None:
    assert mirip(meja.periksa(meja.berkas(banyak(HASAN, HUSIN)))) == []


def test_a_child_under_the_wali_s_nik_is_asked_about_and_never_dropped(meja: MejaImpor) -> None:
    anak = orang(32, **{**SITI, "nama": "HAMZAH", "jk": "L", "lahir": "09-09-2015", "wali": "SITI AMINAH"})
    hasil = meja.periksa(meja.berkas([*banyak(SITI), anak]))
    assert "nik_sama_orang_beda" in [h.kode for h in terakhir(hasil).hasil]
    assert mirip(hasil) == []
    assert meja.simpan(hasil).usulan_baru == 22


def test_what_exact_codes_say_is_not_said_again(meja: MejaImpor) -> None:
    meja.impor(banyak(SITI))
    ulang = {**SITI, "nama": "SITI AMINAHH"}
    hasil = meja.periksa(meja.berkas([orang(31, **ulang), orang(32, **ulang)], "lain.xlsx"))
    kode = [[h.kode for h in b.hasil] for b in hasil.baris]
    assert kode == [["kiriman_ulang"], ["ganda_dalam_berkas"]]


def test_without_likeness_nothing_is_compared(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas(banyak(SITI, SITI_LAIN)), mirip=False)
    assert (mirip(hasil), hasil.mirip) == ([], {})


def test_judged_the_same_a_row_is_a_double_and_can_be_taken_back(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas(banyak(SITI, SITI_LAIN)))
    (satu,) = pasangan(meja, hasil)
    assert (satu.kode, satu.sama, satu.alasan[:13]) == (MIRIP, None, "Sangat mirip:")
    putuskan(meja, hasil, satu, sama=True)
    assert "ganda_dalam_berkas" in [h.kode for h in terakhir(hasil).hasil]
    assert mirip(hasil) == []
    assert [p.sama for p in pasangan(meja, hasil)] == [True]
    putuskan(meja, hasil, satu, sama=None)
    assert len(mirip(hasil)) == 1


def test_judged_the_same_as_a_known_person_it_is_known_ever_after(meja: MejaImpor) -> None:
    meja.impor(banyak(SITI))
    hasil = meja.periksa(meja.berkas([orang(31, **SITI_LAIN)], "lain.xlsx"))
    (satu,) = pasangan(meja, hasil)
    putuskan(meja, hasil, satu, sama=True)
    assert mirip(hasil) == []
    sebelum = meja.hitung(Orang)
    assert meja.simpan(hasil).orang_baru == 0
    lagi = meja.periksa(meja.berkas([orang(31, **SITI_LAIN), orang(33)], "lagi.xlsx"))
    assert "kiriman_ulang" in [h.kode for h in next(lagi.baris).hasil]
    assert meja.hitung(Orang) == sebelum


def test_judged_different_a_pair_stays_silent_in_later_imports(meja: MejaImpor) -> None:
    tanpa = {**SITI_LAIN, "nik": None, "lahir": None}
    meja.impor(banyak(SITI))
    hasil = meja.periksa(meja.berkas([orang(31, **{**tanpa, "kk": "6209030202169030"})], "lain.xlsx"))
    (satu,) = pasangan(meja, hasil)
    putuskan(meja, hasil, satu, sama=False)
    assert mirip(hasil) == []
    meja.simpan(hasil)
    isi = [orang(31, **{**tanpa, "kk": "6209030202169030"}), orang(34)]
    lagi = meja.periksa(meja.berkas(isi, "lagi.xlsx"))
    assert "SITI AMINAH (" not in " ".join(k for _, k in mirip(lagi))
    with meja.uji.membaca() as kerja:
        putusan = kerja.sesi.exec(select(Kemiripan.putusan)).all()
        assert putusan.count(PutusanKemiripan.BERBEDA.value) == 1
        assert kerja.sesi.exec(select(Jejak).where(Jejak.aksi == "putuskan_kemiripan")).first()


def test_a_pair_put_off_is_kept_with_its_score_and_reasons(meja: MejaImpor) -> None:
    hasil = meja.periksa(meja.berkas(banyak(SITI, SITI_LAIN)))
    (satu,) = pasangan(meja, hasil)
    with meja.uji.membaca("operator") as kerja:
        tunda_pasangan(kerja, hasil, satu.baris, satu.lawan, nanti=True)
    assert [p.nanti for p in pasangan(meja, hasil)] == [True]
    meja.simpan(hasil)
    with meja.uji.membaca() as kerja:
        (ingat,) = kerja.sesi.exec(select(Kemiripan)).all()
        assert (ingat.putusan, ingat.skor > 90, "nama_sama" in ingat.alasan) == ("belum", True, True)
        assert {ingat.orang_a_id, ingat.orang_b_id} <= set(kerja.sesi.exec(select(Usulan.orang_id)).all())


def test_one_row_is_marked_with_three_others_at_most(meja: MejaImpor) -> None:
    rupa = [
        {**SITI, "nama": n, "nik": None, "kk": "6209030202169077"}
        for n in ("SITI AMINAH", "ST AMINAH", "SITI AMINA", "S AMINAH", "SITTI AMINAH")
    ]
    hasil = meja.periksa(meja.berkas(banyak(*rupa)))
    assert max(sum(h.kode == MIRIP for h in b.hasil) for b in hasil.baris) == 3


def test_looking_again_compares_only_what_changed(meja: MejaImpor, monkeypatch: pytest.MonkeyPatch) -> None:
    hasil = meja.periksa(meja.berkas(banyak(SITI, SITI_LAIN)))
    (satu,) = pasangan(meja, hasil)

    def jangan(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("app.usulan.mirip.cari", jangan)
    putuskan(meja, hasil, satu, sama=False)
    assert mirip(hasil) == []


def test_it_can_be_stopped(meja: MejaImpor) -> None:
    class Berhenti(JobContext):
        def lapor(self, selesai: int, total: int | None = None, langkah: str = "") -> None:
            if "mirip" in langkah:
                raise JobCancelled

    with pytest.raises(JobCancelled):
        meja.periksa(meja.berkas(banyak(SITI, SITI_LAIN)), ctx=Berhenti(lambda *_: None))


def test_a_birth_date_swapped_and_no_nik_is_enough(meja: MejaImpor) -> None:
    satu = {**SITI, "nik": None, "kk": "6209030202169077"}
    hasil = meja.periksa(meja.berkas(banyak(satu, {**satu, "nama": "SITTI AMINAH", "lahir": date(1960, 5, 1)})))
    assert [n for n, _ in mirip(hasil)] == [23]


@pytest.mark.parametrize("bekas", ["\x01", "é", ""])
def test_people_are_read_lot_by_lot_whatever_their_names_hold(
    meja: MejaImpor, monkeypatch: pytest.MonkeyPatch, bekas: str
) -> None:
    meja.impor(banyak(SITI, {**HASAN, "nama": "HASAN BASRI"}))
    with meja.uji.menulis() as kerja:
        satu, pergi, *lain = kerja.sesi.exec(select(Orang).order_by(col(Orang.nama))).all()
        satu.nama, satu.nama_ibu = f"{satu.nama}{bekas}", bekas
        pergi.digabung_ke, lain[0].jenis_kelamin, lain[0].nik, lain[0].kode_desa = satu.id, None, None, None
        dari_toko = {o.nama for o in (satu, *lain)}
    monkeypatch.setattr("app.usulan.mirip._SEKALI", 3)
    monkeypatch.setattr("app.usulan.mirip._SEPOTONG", 6)
    dibaca: list[str] = []

    def isi(penyiap: Penyiap, awal: int, kolom: Kolom) -> int:
        assert kolom.utuh()
        dibaca.extend(kolom.nama.split(PEMISAH))
        return asli(penyiap, awal, kolom)

    asli = Penyiap.isi
    monkeypatch.setattr(Penyiap, "isi", isi)
    hasil = meja.periksa(meja.berkas([orang(31, **SITI_LAIN)], "lain.xlsx"))
    assert len(mirip(hasil)) == 1
    assert sorted(dibaca) == sorted({n.replace(PEMISAH, " ") for n in dari_toko} | {"ST. AMINA"})


def test_lots_are_of_people_not_of_numbers(meja: MejaImpor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tables are numbered along with people; the rows of a list are compared anew for each lot."""
    for ke in range(3):
        meja.impor([orang(10 * ke + n) for n in range(3)], f"{ke}.xlsx", mirip=False)
        with meja.uji.menulis() as kerja:
            kerja.pesan_urut(500)
    monkeypatch.setattr("app.usulan.mirip._SEKALI", 3)
    monkeypatch.setattr("app.usulan.mirip._SEPOTONG", 5)
    lot: list[int] = []

    def cari(siap: Any, n: int, *posisi: Any, **nama: Any) -> Any:
        lot.append(n)
        return cari_asal(siap, n, *posisi, **nama)

    monkeypatch.setattr("app.usulan.mirip.cari", cari)
    meja.periksa(meja.berkas([orang(31), orang(32)], "lain.xlsx"))
    assert lot == [2, 2]  # nine people, five at a time
