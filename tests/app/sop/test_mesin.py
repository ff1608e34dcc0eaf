"""The rules of a run by themselves: order, early work, returns, branch, and history that only grows."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.sop import mesin
from app.sop.mesin import TIDAK, YA, Keadaan, Peta, Putaran
from app.sop.muat import BAWAAN, muat_bawaan
from db.galat import KnownError
from db.istilah import JenisTindakan, StatusLangkah

S = StatusLangkah
DTKS = mesin.peta_kegiatan(muat_bawaan("dtks"))
LURUS = Peta(5)


def status(keadaan: Keadaan) -> list[str]:
    return [p.status.value for p in keadaan.semua_kini]


def sampai(keadaan: Keadaan, langkah: int, keputusan: str = YA) -> Keadaan:
    """Finish every step before `langkah`."""
    while keadaan.giliran is not None and keadaan.giliran < langkah:
        keadaan = mesin.selesaikan(keadaan, keadaan.giliran, keputusan)
    return keadaan


def test_a_new_lane_runs_its_first_step() -> None:
    assert status(mesin.awal(LURUS)) == ["berjalan", "menunggu", "menunggu", "menunggu", "menunggu"]


def test_work_under_way_starts_at_its_step() -> None:
    keadaan = mesin.awal(LURUS, mulai=3, tidak_berlaku=frozenset({3}))
    assert status(keadaan) == ["sebelum_aplikasi", "sebelum_aplikasi", "tidak_berlaku", "berjalan", "menunggu"]
    with pytest.raises(KnownError, match="langkah_mulai_salah"):
        mesin.awal(LURUS, mulai=6)


def test_a_decision_is_never_not_applicable() -> None:
    with pytest.raises(KnownError, match="keputusan_wajib_dijawab"):
        mesin.awal(DTKS, tidak_berlaku=frozenset({4}))
    with pytest.raises(KnownError, match="keputusan_wajib_dijawab"):
        mesin.nyatakan_tidak_berlaku(mesin.awal(DTKS), 4)


def test_work_may_begin_early_but_not_end_early() -> None:
    keadaan = mesin.mulai(mesin.awal(LURUS), 3)
    assert mesin.boleh(keadaan, 3) == {JenisTindakan.TIDAK_BERLAKU}
    with pytest.raises(KnownError, match="langkah_belum_gilirannya") as tangkap:
        mesin.selesaikan(keadaan, 3)
    assert tangkap.value.fakta == {"langkah": "3", "sebelum": "1"}
    with pytest.raises(KnownError, match="langkah_sudah_berjalan"):
        mesin.mulai(keadaan, 3)
    assert status(sampai(keadaan, 3))[:3] == ["selesai", "selesai", "berjalan"]


def test_a_return_opens_a_new_putaran_there_and_after() -> None:
    sebelum = mesin.mulai(sampai(mesin.awal(LURUS), 3), 4)
    sesudah = mesin.kembalikan(sebelum, 3, 2)
    assert status(sesudah) == ["selesai", "berjalan", "menunggu", "menunggu", "menunggu"]
    assert [(p.putaran, p.status) for p in sesudah.putaran if p.langkah == 3] == [(1, S.DIKEMBALIKAN), (2, S.MENUNGGU)]
    assert [(p.putaran, p.status) for p in sesudah.putaran if p.langkah == 2] == [(1, S.SELESAI), (2, S.BERJALAN)]
    assert sesudah.kini(5).putaran == 1
    assert sorted((p.langkah, p.putaran) for p in mesin.beda(sebelum, sesudah)) == [
        (2, 2),
        (3, 1),
        (3, 2),
        (4, 1),
        (4, 2),
    ]


def test_a_finished_run_can_still_be_returned() -> None:
    selesai = sampai(mesin.awal(LURUS), 6)
    assert selesai.selesai
    assert mesin.tujuan_kembali(selesai, 5) == (4, 3, 2, 1)
    assert mesin.kembalikan(selesai, 5, 4).giliran == 4


@pytest.mark.parametrize(("dari", "ke"), [(2, 2), (2, 3), (4, 1), (1, 0)])
def test_no_return_forward_or_out_of_turn(dari: int, ke: int) -> None:
    with pytest.raises(KnownError, match="tidak_dapat_dikembalikan"):
        mesin.kembalikan(sampai(mesin.awal(LURUS), 2), dari, ke)


def test_a_step_not_applicable_is_no_place_to_return_to() -> None:
    keadaan = sampai(mesin.awal(LURUS, tidak_berlaku=frozenset({2})), 4)
    assert mesin.tujuan_kembali(keadaan, 4) == (3, 1)
    assert status(mesin.kembalikan(keadaan, 4, 1)) == ["berjalan", "tidak_berlaku", "menunggu", "menunggu", "menunggu"]


def test_branch_yes_goes_through_the_desa() -> None:
    keadaan = mesin.selesaikan(sampai(mesin.awal(DTKS), 4), 4, YA)
    assert keadaan.giliran == 5
    assert mesin.selesaikan(keadaan, 5).giliran == 6


def test_branch_no_passes_the_desa_by_even_if_begun() -> None:
    keadaan = mesin.selesaikan(mesin.mulai(sampai(mesin.awal(DTKS), 4), 5), 4, TIDAK)
    assert keadaan.giliran == 6
    assert keadaan.kini(5) == Putaran(5, 1, S.TIDAK_BERLAKU, TIDAK)
    kembali = mesin.kembalikan(keadaan, 6, 4)
    assert kembali.kini(5) == Putaran(5, 2, S.MENUNGGU)
    assert mesin.selesaikan(kembali, 4, YA).giliran == 5


def test_branch_needs_an_answer() -> None:
    with pytest.raises(KnownError, match="keputusan_belum_dipilih"):
        mesin.selesaikan(sampai(mesin.awal(DTKS), 4), 4)


def test_an_answer_may_lead_back() -> None:
    peta = Peta(4, {3: (4, 2)})
    keadaan = mesin.selesaikan(sampai(mesin.awal(peta), 3), 3, TIDAK)
    assert status(keadaan) == ["selesai", "berjalan", "menunggu", "menunggu"]
    assert (keadaan.kini(3).putaran, keadaan.kini(4).putaran) == (2, 1)


def test_applicants_under_way_hold_the_step() -> None:
    keadaan = Keadaan(DTKS, mesin.awal(DTKS).putaran, frozenset({1}))
    assert JenisTindakan.SELESAI not in mesin.boleh(keadaan, 1)
    with pytest.raises(KnownError, match="pemohon_masih_berjalan"):
        mesin.selesaikan(keadaan, 1)


def test_an_applicant_who_leaves_closes_the_lane() -> None:
    lajur = mesin.awal(mesin.peta_usulan(muat_bawaan("dtks")))
    assert len(lajur.putaran) == 2
    assert status(mesin.lepas(mesin.selesaikan(lajur, 1))) == ["selesai", "tidak_berlaku"]


@pytest.mark.parametrize("kode", BAWAAN)
def test_every_shipped_sop_runs_to_its_end(kode: str) -> None:
    keadaan = sampai(mesin.awal(mesin.peta_kegiatan(muat_bawaan(kode))), 99)
    assert keadaan.selesai
    assert set(status(keadaan)) == {"selesai"}


class MesinSembarang(RuleBasedStateMachine):
    """Any sequence of acts, lawful or not, on any of the SOPs and on one with a loop."""

    @initialize(data=st.data())
    def buat(self, data: st.DataObject) -> None:
        peta = [mesin.peta_kegiatan(muat_bawaan(kode)) for kode in BAWAAN]
        self.peta = data.draw(st.sampled_from([*peta, Peta(6, {3: (5, 2), 5: (6, 1)})]))
        lepas = st.frozensets(st.integers(1, self.peta.akhir).filter(lambda n: n not in self.peta.cabang), max_size=2)
        self.k = mesin.awal(self.peta, mulai=data.draw(st.integers(1, self.peta.akhir)), tidak_berlaku=data.draw(lepas))

    def coba(self, tindakan: JenisTindakan, langkah: int, hasil: Keadaan | KnownError) -> None:
        """An act succeeds exactly when `boleh` says so, and never rewrites what was closed."""
        if isinstance(hasil, KnownError):
            assert tindakan not in mesin.boleh(self.k, langkah) or hasil.kode == "keputusan_belum_dipilih"
            return
        assert tindakan in mesin.boleh(self.k, langkah)
        baru = {(p.langkah, p.putaran): p for p in hasil.putaran}
        for lama in self.k.putaran:
            assert (lama.langkah, lama.putaran) in baru
            assert not lama.tertutup or baru[lama.langkah, lama.putaran] == lama
        self.k = hasil

    def lakukan(self, tindakan: JenisTindakan, langkah: int, keputusan: str | None = None, ke: int = 0) -> None:
        langkah = min(langkah, self.peta.akhir)
        try:
            match tindakan:
                case JenisTindakan.MULAI:
                    hasil = mesin.mulai(self.k, langkah)
                case JenisTindakan.SELESAI:
                    hasil = mesin.selesaikan(self.k, langkah, keputusan)
                case JenisTindakan.LEWATI:
                    hasil = mesin.lewati(self.k, langkah, keputusan)
                case JenisTindakan.KEMBALIKAN:
                    hasil = mesin.kembalikan(self.k, langkah, ke)
                case _:
                    hasil = mesin.nyatakan_tidak_berlaku(self.k, langkah)
        except KnownError as salah:
            if tindakan is not JenisTindakan.KEMBALIKAN:
                self.coba(tindakan, langkah, salah)
        else:
            self.coba(tindakan, langkah, hasil)

    @rule(langkah=st.integers(1, 9))
    def mulai(self, langkah: int) -> None:
        self.lakukan(JenisTindakan.MULAI, langkah)

    @rule(langkah=st.integers(1, 9), keputusan=st.sampled_from([YA, TIDAK, None]))
    def selesaikan_sembarang(self, langkah: int, keputusan: str | None) -> None:
        self.lakukan(JenisTindakan.SELESAI, langkah, keputusan)

    @precondition(lambda self: not self.k.selesai)
    @rule(keputusan=st.sampled_from([YA, TIDAK]))
    def selesaikan_giliran(self, keputusan: str) -> None:
        self.lakukan(JenisTindakan.SELESAI, self.k.giliran or 1, keputusan)

    @rule(langkah=st.integers(1, 9), keputusan=st.sampled_from([YA, TIDAK, None]))
    def lewati(self, langkah: int, keputusan: str | None) -> None:
        self.lakukan(JenisTindakan.LEWATI, langkah, keputusan)

    @rule(langkah=st.integers(1, 9), ke=st.integers(0, 10))
    def kembalikan(self, langkah: int, ke: int) -> None:
        self.lakukan(JenisTindakan.KEMBALIKAN, langkah, ke=ke)

    @rule(langkah=st.integers(1, 9))
    def tidak_berlaku(self, langkah: int) -> None:
        self.lakukan(JenisTindakan.TIDAK_BERLAKU, langkah)

    @invariant()
    def putaran_berurutan(self) -> None:
        for langkah in range(1, self.peta.akhir + 1):
            milik = [p for p in self.k.putaran if p.langkah == langkah]
            assert [p.putaran for p in milik] == list(range(1, len(milik) + 1))
            assert all(p.tertutup for p in milik[:-1])
            assert milik[-1].status is not S.DIKEMBALIKAN

    @invariant()
    def selesai_mengikuti_urutan(self) -> None:
        giliran = self.k.giliran
        for kini in self.k.semua_kini:
            if kini.status in (S.SELESAI, S.DILEWATI):
                assert giliran is None or kini.langkah < giliran

    @invariant()
    def selalu_ada_yang_berjalan(self) -> None:
        assert self.k.giliran is None or self.k.kini(self.k.giliran).status is S.BERJALAN

    @invariant()
    def cabang_dipatuhi(self) -> None:
        for langkah, tujuan in self.peta.cabang.items():
            kini = self.k.kini(langkah)
            if kini.status not in (S.SELESAI, S.DILEWATI):
                continue
            ke = tujuan[kini.keputusan == TIDAK]
            assert ke > langkah
            for antara in range(langkah + 1, ke):
                assert self.k.kini(antara).status not in (S.SELESAI, S.BERJALAN, S.DILEWATI, S.MENUNGGU)


TestMesinSembarang = MesinSembarang.TestCase
TestMesinSembarang.settings = settings(deadline=None, max_examples=60, stateful_step_count=40)
