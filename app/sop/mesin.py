"""The run of a kegiatan through its SOP, as pure rules: states of steps in, allowed acts and new states out.

A *lane* is a row of steps that close in order: the kegiatan's own (all steps), or one applicant's (the steps that run
per applicant). Work on a step may begin early; *selesai* follows the order. A step has one or more *putaran*; only the
newest is open, and what was closed never changes again: history only grows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.sop.definisi import DefinisiSop
from db.galat import BugError, KnownError
from db.istilah import JenisTindakan, StatusLangkah

YA, TIDAK = "ya", "tidak"
TERBUKA = frozenset({StatusLangkah.MENUNGGU, StatusLangkah.BERJALAN})
TERTUTUP = frozenset(StatusLangkah) - TERBUKA
LEPAS = frozenset({StatusLangkah.TIDAK_BERLAKU, StatusLangkah.DILEWATI, StatusLangkah.SEBELUM_APLIKASI})
"""Closed without the step's own work in this program."""


@dataclass(frozen=True, slots=True)
class Putaran:
    """One run of one step.

    Attributes:
        keputusan: the answer at a branch; on a TIDAK_BERLAKU step the answer that passed it by.
    """

    langkah: int
    putaran: int
    status: StatusLangkah
    keputusan: str | None = None

    @property
    def tertutup(self) -> bool:
        """Nothing more happens in this putaran."""
        return self.status in TERTUTUP

    @property
    def dilompati(self) -> bool:
        """A branch passed it by; a return to the branch or before it opens the step again."""
        return self.status is StatusLangkah.TIDAK_BERLAKU and self.keputusan is not None


@dataclass(frozen=True, slots=True)
class Peta:
    """The road of a lane.

    Attributes:
        akhir: its last step; the first is 1.
        cabang: step → (next when ya, next when tidak).
        sebutan: how errors name a step: `3 (Verifikasi)`.
    """

    akhir: int
    cabang: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    sebutan: Mapping[int, str] = field(default_factory=dict)

    def nama(self, langkah: int) -> str:
        """Name a step for a sentence."""
        return self.sebutan.get(langkah, str(langkah))


def peta_kegiatan(definisi: DefinisiSop) -> Peta:
    """Give the road of the whole kegiatan."""
    cabang = {lk.urutan: (lk.cabang.ya, lk.cabang.tidak) for lk in definisi.langkah if lk.cabang}
    return Peta(len(definisi.langkah), cabang, _sebutan(definisi))


def peta_usulan(definisi: DefinisiSop) -> Peta:
    """Give the road of one applicant; `akhir` 0 where no step runs per applicant."""
    return Peta(sum(lk.per_usulan for lk in definisi.langkah), {}, _sebutan(definisi))


def _sebutan(definisi: DefinisiSop) -> dict[int, str]:
    return {lk.urutan: f"{lk.label} ({lk.nama_layar.tampil})" for lk in definisi.langkah}


@dataclass(frozen=True, slots=True)
class Keadaan:
    """Where a lane stands.

    Attributes:
        putaran: every putaran of every step, oldest first within a step.
        tertahan: steps that may not close yet because applicants are still on their way through them.
    """

    peta: Peta
    putaran: tuple[Putaran, ...]
    tertahan: frozenset[int] = frozenset()

    def kini(self, langkah: int) -> Putaran:
        """Give the newest putaran of a step."""
        milik = [p for p in self.putaran if p.langkah == langkah]
        if not milik:
            raise BugError(f"step {langkah} has no putaran")
        return max(milik, key=lambda p: p.putaran)

    @property
    def semua_kini(self) -> tuple[Putaran, ...]:
        """The newest putaran of every step, in order."""
        return tuple(self.kini(n) for n in range(1, self.peta.akhir + 1))

    @property
    def giliran(self) -> int | None:
        """The first step that is not closed; None when all are."""
        return next((p.langkah for p in self.semua_kini if not p.tertutup), None)

    @property
    def selesai(self) -> bool:
        """Every step is closed."""
        return self.giliran is None

    def urut(self, langkah: int) -> bool:
        """Tell whether all earlier steps are closed."""
        return self.giliran is None or langkah <= self.giliran


def awal(peta: Peta, *, mulai: int = 1, tidak_berlaku: frozenset[int] = frozenset()) -> Keadaan:
    """Give the state of a new lane.

    Args:
        mulai: first step worked on here; the ones before were finished on paper.
        tidak_berlaku: steps that do not fit the kind of aid.

    Raises:
        KnownError: `langkah_mulai_salah`, `keputusan_wajib_dijawab` when a decision is called not applicable.
    """
    if not 1 <= mulai <= peta.akhir:
        raise KnownError("langkah_mulai_salah", akhir=peta.akhir)
    for langkah in sorted(tidak_berlaku & set(peta.cabang)):
        raise KnownError("keputusan_wajib_dijawab", langkah=peta.nama(langkah))
    baru = [Putaran(n, 1, _status_awal(n, mulai, tidak_berlaku)) for n in range(1, peta.akhir + 1)]
    return _lanjut(Keadaan(peta, tuple(baru)))


def _status_awal(langkah: int, mulai: int, tidak_berlaku: frozenset[int]) -> StatusLangkah:
    if langkah in tidak_berlaku:
        return StatusLangkah.TIDAK_BERLAKU
    return StatusLangkah.SEBELUM_APLIKASI if langkah < mulai else StatusLangkah.MENUNGGU


def boleh(keadaan: Keadaan, langkah: int) -> frozenset[JenisTindakan]:
    """Give the acts that the order of the SOP allows on a step now; who may, and whether work is done, come on top."""
    kini = keadaan.kini(langkah)
    hasil = set()
    if kini.status is StatusLangkah.MENUNGGU:
        hasil.add(JenisTindakan.MULAI)
    if kini.status is StatusLangkah.BERJALAN and keadaan.urut(langkah):
        hasil.add(JenisTindakan.LEWATI)
        if langkah not in keadaan.tertahan:
            hasil.add(JenisTindakan.SELESAI)
    if not kini.tertutup and langkah not in keadaan.peta.cabang:
        hasil.add(JenisTindakan.TIDAK_BERLAKU)
    if tujuan_kembali(keadaan, langkah):
        hasil.add(JenisTindakan.KEMBALIKAN)
    return frozenset(hasil)


def tujuan_kembali(keadaan: Keadaan, dari: int) -> tuple[int, ...]:
    """Give the earlier steps to which a step can be returned, nearest first: those that were closed by work."""
    kini = keadaan.kini(dari)
    if kini.status in LEPAS or not keadaan.urut(dari):
        return ()
    bisa = (keadaan.kini(n) for n in range(dari - 1, 0, -1))
    return tuple(p.langkah for p in bisa if p.status is not StatusLangkah.TIDAK_BERLAKU)


def mulai(keadaan: Keadaan, langkah: int) -> Keadaan:
    """Begin work on a step, also before its turn.

    Raises:
        KnownError: `langkah_sudah_berjalan`, `langkah_sudah_ditutup`.
    """
    kini = keadaan.kini(langkah)
    _terbuka(keadaan, kini)
    if kini.status is not StatusLangkah.MENUNGGU:
        raise KnownError("langkah_sudah_berjalan", langkah=keadaan.peta.nama(langkah))
    return _ganti(keadaan, replace(kini, status=StatusLangkah.BERJALAN))


def selesaikan(keadaan: Keadaan, langkah: int, keputusan: str | None = None) -> Keadaan:
    """Close a step whose work is done.

    A decision takes the way of its answer: steps in between are passed by, an answer that leads back opens a new
    putaran there.

    Raises:
        KnownError: `langkah_sudah_ditutup`, `langkah_belum_mulai`, `langkah_belum_gilirannya`,
            `pemohon_masih_berjalan`, `keputusan_belum_dipilih`.
    """
    if langkah in keadaan.tertahan:
        raise KnownError("pemohon_masih_berjalan", langkah=keadaan.peta.nama(langkah))
    return _tutup(keadaan, langkah, StatusLangkah.SELESAI, keputusan)


def lewati(keadaan: Keadaan, langkah: int, keputusan: str | None = None) -> Keadaan:
    """Close a step by a superior's word although its work is not done; errors as for `selesaikan`."""
    return _tutup(keadaan, langkah, StatusLangkah.DILEWATI, keputusan)


def nyatakan_tidak_berlaku(keadaan: Keadaan, langkah: int) -> Keadaan:
    """Close a step that does not fit this kegiatan, in its turn or before.

    Raises:
        KnownError: `langkah_sudah_ditutup`, `keputusan_wajib_dijawab`.
    """
    kini = keadaan.kini(langkah)
    _terbuka(keadaan, kini)
    if langkah in keadaan.peta.cabang:
        raise KnownError("keputusan_wajib_dijawab", langkah=keadaan.peta.nama(langkah))
    return _lanjut(_ganti(keadaan, replace(kini, status=StatusLangkah.TIDAK_BERLAKU)))


def kembalikan(keadaan: Keadaan, dari: int, ke: int) -> Keadaan:
    """Send the work back from a step to an earlier one: a new putaran there and of what followed.

    Raises:
        KnownError: `tidak_dapat_dikembalikan`.
    """
    if ke not in tujuan_kembali(keadaan, dari):
        nama = keadaan.peta.nama
        raise KnownError("tidak_dapat_dikembalikan", langkah=nama(dari), ke=nama(ke))
    return _buka_lagi(keadaan, ke)


def lepas(keadaan: Keadaan) -> Keadaan:
    """Close a lane whose applicant left: every open step becomes not applicable."""
    for kini in keadaan.semua_kini:
        if not kini.tertutup:
            keadaan = _ganti(keadaan, replace(kini, status=StatusLangkah.TIDAK_BERLAKU))
    return keadaan


def beda(lama: Keadaan, baru: Keadaan) -> tuple[Putaran, ...]:
    """Give the putaran that are new or changed, in the order of the steps."""
    return tuple(p for p in baru.putaran if p not in lama.putaran)


def _terbuka(keadaan: Keadaan, kini: Putaran) -> None:
    if kini.tertutup:
        raise KnownError("langkah_sudah_ditutup", langkah=keadaan.peta.nama(kini.langkah))


def _tutup(keadaan: Keadaan, langkah: int, status: StatusLangkah, keputusan: str | None) -> Keadaan:
    """Close the step in its turn, then go where the road goes."""
    kini, nama = keadaan.kini(langkah), keadaan.peta.nama
    _terbuka(keadaan, kini)
    if not keadaan.urut(langkah):
        raise KnownError("langkah_belum_gilirannya", langkah=nama(langkah), sebelum=nama(keadaan.giliran or langkah))
    if kini.status is not StatusLangkah.BERJALAN:
        raise KnownError("langkah_belum_mulai", langkah=nama(langkah))
    if langkah not in keadaan.peta.cabang:
        return _lanjut(_ganti(keadaan, replace(kini, status=status)))
    if keputusan not in (YA, TIDAK):
        raise KnownError("keputusan_belum_dipilih", langkah=nama(langkah))
    tujuan = keadaan.peta.cabang[langkah][keputusan == TIDAK]
    tertutup = _ganti(keadaan, replace(kini, status=status, keputusan=keputusan))
    return _buka_lagi(tertutup, tujuan) if tujuan < langkah else _lanjut(_lompat(tertutup, langkah, tujuan, keputusan))


def _lompat(keadaan: Keadaan, dari: int, ke: int, keputusan: str) -> Keadaan:
    """Pass by the steps between a decision and where its answer leads."""
    for langkah in range(dari + 1, ke):
        kini = keadaan.kini(langkah)
        if not kini.tertutup:
            keadaan = _ganti(keadaan, replace(kini, status=StatusLangkah.TIDAK_BERLAKU, keputusan=keputusan))
    return keadaan


def _buka_lagi(keadaan: Keadaan, ke: int) -> Keadaan:
    """Open a new putaran at `ke` and wherever work was done after it."""
    for langkah in range(ke, keadaan.peta.akhir + 1):
        keadaan = _putaran_baru(keadaan, keadaan.kini(langkah))
    return _lanjut(keadaan)


def _putaran_baru(keadaan: Keadaan, kini: Putaran) -> Keadaan:
    if kini.status is StatusLangkah.MENUNGGU or (kini.status is StatusLangkah.TIDAK_BERLAKU and not kini.dilompati):
        return keadaan
    if kini.status is StatusLangkah.BERJALAN:
        keadaan = _ganti(keadaan, replace(kini, status=StatusLangkah.DIKEMBALIKAN))
    baru = Putaran(kini.langkah, kini.putaran + 1, StatusLangkah.MENUNGGU)
    return replace(keadaan, putaran=(*keadaan.putaran, baru))


def _lanjut(keadaan: Keadaan) -> Keadaan:
    """The step whose turn it is runs: its time counts from now."""
    giliran = keadaan.giliran
    if giliran is None or keadaan.kini(giliran).status is StatusLangkah.BERJALAN:
        return keadaan
    return _ganti(keadaan, replace(keadaan.kini(giliran), status=StatusLangkah.BERJALAN))


def _ganti(keadaan: Keadaan, baru: Putaran) -> Keadaan:
    """Put a putaran in the place of its earlier self."""
    sama = (baru.langkah, baru.putaran)
    return replace(keadaan, putaran=tuple(baru if (p.langkah, p.putaran) == sama else p for p in keadaan.putaran))
