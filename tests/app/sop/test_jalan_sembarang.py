"""Any sequence of acts on a real store: rows agree with the rules, and the history only grows."""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from app.sop import catatan_langkah, halaman, jalan, konteks, mesin
from app.sop.muat import BAWAAN
from db.galat import KnownError
from db.istilah import StatusKegiatan
from db.model import Kegiatan
from tests.app.sop import bantu
from tests.helpers.toko import KantorUji


class JalanSembarang(RuleBasedStateMachine):
    """One kegiatan in a transaction that is never kept."""

    uji: KantorUji

    @initialize(kode=st.sampled_from(BAWAAN), mulai=st.integers(1, 5))
    def buat(self, kode: str, mulai: int) -> None:
        self.ruang = self.uji.menulis()
        self.kerja = self.ruang.__enter__()
        self.kegiatan_id = bantu.mulai_kegiatan(self.kerja, kode, mulai_langkah=mulai)
        self.jumlah_riwayat: list[Any] = []
        self.tertutup: dict[Any, Any] = {}

    def teardown(self) -> None:
        if hasattr(self, "ruang"):
            batal = _BatalError()
            self.ruang.__exit__(_BatalError, batal, batal.__traceback__)

    def coba(self, tindakan: Any) -> None:
        try:
            tindakan()
        except KnownError as salah:
            self.ditolak = salah.kode

    @rule(langkah=st.integers(1, 9), alasan=st.sampled_from(["", "Ada alasannya"]))
    def lewati(self, langkah: int, alasan: str) -> None:
        self.coba(lambda: jalan.lewati(self.kerja, self.baris(langkah), alasan=alasan, keputusan="tidak"))

    @rule(langkah=st.integers(1, 9))
    def mulai(self, langkah: int) -> None:
        self.coba(lambda: jalan.mulai(self.kerja, self.baris(langkah)))

    @rule(langkah=st.integers(1, 9))
    def selesaikan(self, langkah: int) -> None:
        self.coba(lambda: jalan.selesaikan(self.kerja, self.baris(langkah), hasil="x"))

    @rule()
    def tuntaskan(self) -> None:
        if self.keadaan().giliran is not None:
            self.coba(lambda: bantu.tuntaskan(self.kerja, self.kegiatan_id))

    @rule(langkah=st.integers(1, 9), ke=st.integers(0, 9))
    def kembalikan(self, langkah: int, ke: int) -> None:
        self.coba(lambda: jalan.kembalikan(self.kerja, self.baris(langkah), ke=ke, alasan="Perbaiki"))

    @rule(langkah=st.integers(1, 9))
    def tidak_berlaku(self, langkah: int) -> None:
        self.coba(lambda: jalan.tidak_berlaku(self.kerja, self.baris(langkah), alasan="Tidak perlu"))

    def baris(self, langkah: int) -> Any:
        return bantu.langkah(self.kerja, self.kegiatan_id, langkah)

    def keadaan(self) -> mesin.Keadaan:
        return konteks.keadaan(self.kerja, self.kerja.sesi.get_one(Kegiatan, self.kegiatan_id))

    @invariant()
    def riwayat_hanya_tumbuh(self) -> None:
        if not hasattr(self, "kegiatan_id"):
            return
        riwayat = catatan_langkah.riwayat(self.kerja, self.kegiatan_id)
        assert riwayat[: len(self.jumlah_riwayat)] == self.jumlah_riwayat
        self.jumlah_riwayat = riwayat

    @invariant()
    def yang_tertutup_tak_berubah(self) -> None:
        if not hasattr(self, "kegiatan_id"):
            return
        ada = {
            b.id: (b.langkah, b.putaran, b.status, b.selesai_pada, b.tanggal_selesai, b.hasil, b.alasan, b.keputusan)
            for b in konteks.baris_jalur(self.kerja, self.kegiatan_id)
            if b.status in mesin.TERTUTUP
        }
        assert {kunci: ada.get(kunci) for kunci in self.tertutup} == self.tertutup
        self.tertutup = ada

    @invariant()
    def baris_menurut_sop(self) -> None:
        if not hasattr(self, "kegiatan_id"):
            return
        keadaan = self.keadaan()
        assert len(keadaan.semua_kini) == keadaan.peta.akhir
        kegiatan = self.kerja.sesi.get_one(Kegiatan, self.kegiatan_id)
        assert (kegiatan.status == StatusKegiatan.SELESAI) == keadaan.selesai
        for titik in halaman.tahapan_kegiatan(self.kerja, self.kegiatan_id):
            assert titik.kini == (titik.urutan == keadaan.giliran)


class _BatalError(Exception):
    """Rolls the example's transaction back."""


def test_no_sequence_of_acts_leaves_the_sop(uji: KantorUji) -> None:
    class Mesin(JalanSembarang):
        pass

    Mesin.uji = uji
    run_state_machine_as_test(
        Mesin,
        settings=settings(
            deadline=None, max_examples=12, stateful_step_count=20, suppress_health_check=list(HealthCheck)
        ),
    )
