"""An import that stops halfway, for whatever reason, leaves nothing, and the same preview can be stored afterwards."""

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlmodel import select

from app.bahasa.galat import kalimat
from app.jobs import JobCancelled, JobContext, Progress
from app.usulan import rencana, simpan
from app.usulan.bentuk import HasilImpor
from app.usulan.periksa import periksa_berkas
from app.usulan.simpan import simpan_impor
from db.galat import KnownError
from db.model import BarisUsulan, BerkasImpor, HasilPeriksa, Impor, Jejak, Lampiran, Orang, RiwayatKk, Usulan
from tests.app.usulan.conftest import JUDUL, MejaImpor, orang
from tests.helpers import lembar as buat
from tests.helpers.lembar import Lembar
from tests.helpers.orang_rekaan import daftar_rekaan, tulis_xlsx

SEMUA = (Impor, BerkasImpor, BarisUsulan, HasilPeriksa, Orang, Usulan, RiwayatKk, Lampiran)
BANYAK = 900


class Berhenti(JobContext):
    """Asks to stop at the n-th report."""

    JEDA = 0

    def __init__(self, ke: int = -1) -> None:
        self.kabar: list[Progress] = []
        super().__init__(self.kabar.append)
        self._sisa = ke

    def lapor(self, selesai: int, total: int | None = None, langkah: str = "") -> None:
        if self._sisa == 0:
            self.batalkan()
        self._sisa -= 1
        super().lapor(selesai, total, langkah)


@pytest.fixture(autouse=True)
def lapor_sering(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rencana, "_LAPOR", 100)
    monkeypatch.setattr("app.usulan.periksa._LAPOR", 100)


@pytest.fixture
def hasil(meja: MejaImpor) -> HasilImpor:
    return meja.periksa(tulis_xlsx(meja.folder / "daftar.xlsx", daftar_rekaan(BANYAK, dikenal=0)))


def isi(meja: MejaImpor) -> tuple[int, ...]:
    return tuple(meja.hitung(tabel) for tabel in SEMUA)


def simpan_dengan(meja: MejaImpor, hasil: HasilImpor, ctx: JobContext) -> None:
    with meja.uji.menulis("operator") as kerja:
        simpan_impor(kerja, hasil, ctx)


def test_stopping_at_any_report_while_storing_leaves_nothing(meja: MejaImpor, hasil: HasilImpor) -> None:
    sebelum = isi(meja)
    jejak = meja.hitung(Jejak)
    ke = 0
    while True:
        ctx = Berhenti(ke)
        try:
            simpan_dengan(meja, hasil, ctx)
            break
        except JobCancelled:
            assert isi(meja) == sebelum
            ke += 2
    assert ke > 15
    assert meja.hitung(Usulan) == hasil.ringkasan.baris - hasil.ringkasan.ditolak
    assert meja.hitung(Jejak) == jejak + 1


def test_stopping_at_any_report_while_reading_and_judging_changes_nothing(meja: MejaImpor) -> None:
    berkas = tulis_xlsx(meja.folder / "daftar.xlsx", daftar_rekaan(BANYAK, dikenal=0))
    sebelum, ke = isi(meja), 0
    while True:
        try:
            with meja.uji.membaca("operator") as kerja:
                assert periksa_berkas(kerja, [berkas], meja.kegiatan_id, ctx=Berhenti(ke)).ringkasan.baris == BANYAK
            break
        except JobCancelled:
            ke += 3
    assert ke > 15
    assert isi(meja) == sebelum


def test_progress_counts_rows(meja: MejaImpor) -> None:
    berkas = tulis_xlsx(meja.folder / "daftar.xlsx", daftar_rekaan(BANYAK, dikenal=0))
    ctx = Berhenti()
    with meja.uji.membaca("operator") as kerja:
        hasil = periksa_berkas(kerja, [berkas], meja.kegiatan_id, ctx=ctx)
    simpan_dengan(meja, hasil, ctx)
    dibaca = [p.selesai for p in ctx.kabar if p.langkah == "Membaca daftar.xlsx"]
    assert dibaca == sorted(dibaca)
    assert dibaca[-1] == BANYAK + 4
    for langkah, akhir in (("Memeriksa daftar.xlsx", BANYAK - 1), ("Membandingkan dengan data Salur", BANYAK)):
        satu = [p for p in ctx.kabar if p.langkah == langkah]
        assert [p.selesai for p in satu] == list(range(0, akhir + 1, 100)), langkah
        assert {p.total for p in satu} == {BANYAK}
    assert {p.langkah for p in ctx.kabar} >= {"Menyimpan orang", "Menyimpan usulan", "Menyimpan daftar.xlsx"}


def batasi_halaman(meja: MejaImpor, tambah: int) -> None:
    """Let the file of the store grow by so many pages at most: what SQLite says then is what a full disk says."""
    with meja.uji.ruang.toko.koneksi() as k:
        ada = k.exec_driver_sql("PRAGMA page_count").scalar_one()
        k.exec_driver_sql(f"PRAGMA max_page_count = {ada + tambah}")


@pytest.mark.parametrize("halaman", [1, 10, 50, 59])
def test_a_full_disk_says_so_and_keeps_what_was_there(meja: MejaImpor, hasil: HasilImpor, halaman: int) -> None:
    sebelum = isi(meja)
    batasi_halaman(meja, halaman)
    with pytest.raises(KnownError) as galat:
        meja.simpan(hasil)
    assert galat.value.kode == "disk_penuh"
    assert "penuh" in kalimat(galat.value)
    assert isi(meja) == sebelum
    batasi_halaman(meja, 1_000_000)
    assert meja.simpan(hasil).usulan_baru == meja.hitung(Usulan)
    with meja.uji.ruang.toko.koneksi() as k:
        k.execute(text("INSERT INTO orang_cari (orang_cari, rank) VALUES ('integrity-check', 1)"))
        assert k.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        k.rollback()


def serempak(*kerja: Callable[[], object]) -> list[BaseException | None]:
    """Run functions at the same time; return what each raised."""
    hasil: list[BaseException | None] = [None] * len(kerja)
    mulai = threading.Barrier(len(kerja))

    def jalan(ke: int) -> None:
        mulai.wait()
        try:
            kerja[ke]()
        except KnownError as galat:
            hasil[ke] = galat

    utas = [threading.Thread(target=jalan, args=(n,)) for n in range(len(kerja))]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return hasil


def test_two_imports_of_the_same_people_at_once_double_nobody(meja: MejaImpor) -> None:
    """Two previews know nothing of each other; whoever comes second is told to look again.

    Both lists are written badly, each in other rows: whichever comes second then says something else than the first.
    """
    berkas = [tulis_xlsx(meja.folder / f"{n}.xlsx", daftar_rekaan(300, dikenal=0, cacat=n / 10)) for n in (2, 3)]
    satu, dua = (meja.periksa(b) for b in berkas)
    salah = serempak(lambda: meja.simpan(satu), lambda: meja.simpan(dua))
    assert [g.kode for g in salah if isinstance(g, KnownError)] in (["impor_berubah"], ["toko_sibuk"])
    assert meja.hitung(Impor) == 1
    with meja.uji.membaca() as kerja:
        nik = [n for n in kerja.sesi.exec(select(Orang.nik)) if n]
    assert len(nik) == len(set(nik))


def test_the_same_file_at_once_comes_in_once(meja: MejaImpor) -> None:
    isi_berkas = buat.xlsx(Lembar([list(JUDUL), *(orang(n) for n in range(1, 40))]))
    satu, dua = (meja.periksa(meja.mentah(isi_berkas, nama)) for nama in ("a.xlsx", "b.xlsx"))
    salah = serempak(lambda: meja.simpan(satu), lambda: meja.simpan(dua))
    (galat,) = [g for g in salah if isinstance(g, KnownError)]
    assert galat.kode in ("berkas_sudah_pernah", "toko_sibuk")
    assert (meja.hitung(Impor), meja.hitung(Usulan)) == (1, 39)


def test_a_failure_at_the_very_end_leaves_nothing(
    meja: MejaImpor, hasil: HasilImpor, monkeypatch: pytest.MonkeyPatch
) -> None:
    sebelum = isi(meja)

    def mati(*_: object, **__: object) -> None:
        raise OSError("the file system is gone")

    with monkeypatch.context() as rusak, pytest.raises(OSError, match="gone"):
        rusak.setattr(simpan.jejak, "catat", mati)
        meja.simpan(hasil)
    assert isi(meja) == sebelum
    assert meja.simpan(hasil).usulan_baru > BANYAK * 0.9
