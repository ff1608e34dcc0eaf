"""After the hand-over: a random sample that an auditor can draw again, visits, and what they showed (rehsos step 9).

The draw needs nothing but the seed and the numbers of the population: each number, in order, gets the next
`random.Random(seed).random()` (a sequence that Python keeps the same for ever); the smallest ones are the sample.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from random import Random
from secrets import randbelow
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.penyaluran.keadaan import StatusSalur
from app.penyaluran.muat import muat_hitungan
from app.pijakan import bukan_besok, isi_wajib, kegiatan_berjalan, lihat_kegiatan, wajib_sah
from app.wilayah_akun import wajib_seluruh
from db.galat import KnownError
from db.model import KunjunganMonev, Penerima, SampelMonev

NILAI_Z: Mapping[int, float] = {90: 1.645, 95: 1.96, 99: 2.576}
"""Confidence in percent and its z of the normal distribution."""

BENIH_MAKS = 1_000_000
"""Seeds are short, to be written on paper."""


@dataclass(frozen=True, slots=True)
class Sampel:
    """A sample as it was drawn.

    Attributes:
        populasi: numbers (`nomor_urut` on the decree) that it was drawn from, in order.
        terpilih: numbers that were drawn, in order.
        kepercayaan, simpangan: percent, where the size came from them; None where it was given.
    """

    id: UUID
    benih: int
    penetapan_id: UUID
    populasi: tuple[int, ...]
    terpilih: tuple[int, ...]
    kepercayaan: int | None
    simpangan: int | None

    @property
    def dapat_diulang(self) -> bool:
        """Tell whether drawing again gives the same people."""
        return tarik(self.benih, self.populasi, len(self.terpilih)) == self.terpilih


@dataclass(frozen=True, slots=True)
class BarisSampel:
    """One person of a sample, and whether a visit was recorded."""

    penerima_id: UUID
    nomor_urut: int
    nama: str
    alamat: str
    kode_desa: str
    dikunjungi: bool


@dataclass(frozen=True, slots=True)
class Kunjungan:
    """What a visit showed.

    Attributes:
        menerima: says that the aid arrived; None when nobody was met or it was not asked.
        jumlah_sesuai: the amount was right; None as above.
    """

    tanggal: date
    petugas: str
    ditemui: bool
    menerima: bool | None = None
    jumlah_sesuai: bool | None = None
    pemanfaatan: str = ""
    kendala: str = ""
    tindak_lanjut: str = ""
    instrumen: Mapping[str, Any] = field(default_factory=dict)
    lampiran_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class BarisKunjungan:
    """A visit in the list."""

    id: UUID
    penerima_id: UUID
    sampel_id: UUID | None
    nama: str
    kode_desa: str
    isi: Kunjungan


@dataclass(frozen=True, slots=True)
class HitungMonev:
    """Counts of people by their last visit: `dikunjungi = ditemui + tidak_ditemui`."""

    ditemui: int = 0
    tidak_ditemui: int = 0
    menerima: int = 0
    tidak_menerima: int = 0
    jumlah_sesuai: int = 0
    jumlah_tidak_sesuai: int = 0
    berkendala: int = 0
    perlu_tindak_lanjut: int = 0

    @property
    def dikunjungi(self) -> int:
        """People who were visited."""
        return self.ditemui + self.tidak_ditemui


@dataclass(frozen=True, slots=True)
class RingkasanMonev:
    """The monev in numbers.

    Attributes:
        kunjungan: visits in all; someone may be visited twice.
        sampel, belum: size of the newest sample, and how many of it nobody visited yet.
    """

    seluruh: HitungMonev
    per_desa: Mapping[str, HitungMonev]
    kunjungan: int
    populasi: int
    sampel: int
    belum: int


def tarik(benih: int, populasi: Collection[int], ukuran: int) -> tuple[int, ...]:
    """Draw a sample: the same seed, numbers and size always give the same people."""
    acak = Random(benih)
    undian = sorted((acak.random(), nomor) for nomor in sorted(populasi))
    return tuple(sorted(nomor for _, nomor in undian[:ukuran]))


def ukuran_sampel(populasi: int, kepercayaan: int = 95, simpangan: int = 5) -> int:
    """Return how many to visit for a confidence and a margin, both in percent (Cochran, finite population, p = 0,5).

    Raises:
        KnownError: `parameter_sampel_salah`.
    """
    if kepercayaan not in NILAI_Z or not 1 <= simpangan <= 50:
        raise KnownError("parameter_sampel_salah")
    tak_hingga = NILAI_Z[kepercayaan] ** 2 * 0.25 / (simpangan / 100) ** 2
    return min(populasi, ceil(tak_hingga / (1 + (tak_hingga - 1) / populasi))) if populasi else 0


def tarik_sampel(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    ukuran: int | None = None,
    kepercayaan: int = 95,
    simpangan: int = 5,
    benih: int | None = None,
) -> Sampel:
    """Draw whom to visit among those who received something in whole.

    Args:
        ukuran: persons; None: from `kepercayaan` and `simpangan` (percent).
        benih: the seed; None: a new one.

    Raises:
        KnownError: `tidak_berwenang`, `penetapan_belum_sah`, `belum_ada_yang_menerima`, `parameter_sampel_salah`,
            `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.MONEV)
    wajib_seluruh(kerja)
    kegiatan_berjalan(kerja, kegiatan_id)
    sk = wajib_sah(kerja, kegiatan_id)
    populasi = _populasi(kerja, kegiatan_id, sk.id)
    if not populasi:
        raise KnownError("belum_ada_yang_menerima")
    if ukuran is not None and ukuran < 1:
        raise KnownError("parameter_sampel_salah")
    besar = min(len(populasi), ukuran if ukuran is not None else ukuran_sampel(len(populasi), kepercayaan, simpangan))
    benih = randbelow(BENIH_MAKS) if benih is None else benih
    parameter = {
        "penetapan_id": str(sk.id), "populasi": populasi, "terpilih": list(tarik(benih, populasi, besar)),
        "kepercayaan": kepercayaan if ukuran is None else None, "simpangan": simpangan if ukuran is None else None,
    }  # fmt: skip
    baris = SampelMonev(kegiatan_id=kegiatan_id, benih=benih, ukuran=besar, populasi=len(populasi), parameter=parameter)
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "tarik_sampel", objek="sampel_monev", objek_id=baris.id, kegiatan_id=kegiatan_id, benih=benih,
        ukuran=besar, populasi=len(populasi),
    )  # fmt: skip
    return _sampel(baris)


def sampel_terakhir(kerja: Kerja, kegiatan_id: UUID) -> Sampel | None:
    """Return the newest sample of a kegiatan."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = select(SampelMonev).where(SampelMonev.kegiatan_id == kegiatan_id).order_by(col(SampelMonev.urut).desc())
    baris = kerja.sesi.exec(kueri.limit(1)).first()
    return None if baris is None else _sampel(baris)


def daftar_sampel(kerja: Kerja, sampel_id: UUID) -> list[BarisSampel]:
    """Return the people of a sample by desa and number, each with whether a visit was recorded.

    Raises:
        KnownError: `sampel_tidak_ada`.
    """
    baris = kerja.sesi.get(SampelMonev, sampel_id)
    if baris is None:
        raise KnownError("sampel_tidak_ada")
    lihat_kegiatan(kerja, baris.kegiatan_id)
    sampel, dikunjungi = _sampel(baris), _orang_dikunjungi(kerja, baris.kegiatan_id)
    terpilih = set(sampel.terpilih)
    kueri = select(Penerima).where(Penerima.penetapan_id == sampel.penetapan_id).order_by(col(Penerima.nomor_urut))
    return [
        BarisSampel(p.id, p.nomor_urut, p.nama, p.alamat, p.kode_desa or "", p.orang_id in dikunjungi)
        for p in kerja.sesi.exec(kueri)
        if p.nomor_urut in terpilih
    ]


def catat_kunjungan(
    kerja: Kerja, kegiatan_id: UUID, penerima_id: UUID, isi: Kunjungan, *, sampel_id: UUID | None = None
) -> UUID:
    """Record a visit. A second visit to the same person counts instead of the first, which stays.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `penerima_tidak_ada`, `tanggal_di_depan`,
            `kunjungan_tanpa_temu`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.MONEV)
    kegiatan_berjalan(kerja, kegiatan_id)
    isi_wajib({"petugas": isi.petugas})
    bukan_besok(kerja, isi.tanggal, "tanggal kunjungan")
    penerima = kerja.sesi.get(Penerima, penerima_id)
    if penerima is None or penerima.kegiatan_id != kegiatan_id:
        raise KnownError("penerima_tidak_ada")
    if not isi.ditemui and (isi.menerima is not None or isi.jumlah_sesuai is not None):
        raise KnownError("kunjungan_tanpa_temu")
    baris = KunjunganMonev(
        kegiatan_id=kegiatan_id, penerima_id=penerima_id, sampel_id=sampel_id, tanggal=isi.tanggal,
        petugas=isi.petugas.strip(), ditemui=isi.ditemui, menerima=isi.menerima, jumlah_sesuai=isi.jumlah_sesuai,
        pemanfaatan=isi.pemanfaatan.strip(), kendala=isi.kendala.strip(), tindak_lanjut=isi.tindak_lanjut.strip(),
        instrumen=dict(isi.instrumen), lampiran_id=isi.lampiran_id, akun_id=kerja.akun_id,
    )  # fmt: skip
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "catat_kunjungan", objek="kunjungan_monev", objek_id=baris.id, kegiatan_id=kegiatan_id,
        nomor=penerima.nomor_urut, ditemui=isi.ditemui, menerima=isi.menerima,
    )  # fmt: skip
    return baris.id


def daftar_kunjungan(kerja: Kerja, kegiatan_id: UUID, *, desa: str | None = None) -> list[BarisKunjungan]:
    """Return the visits of a kegiatan by date."""
    lihat_kegiatan(kerja, kegiatan_id)
    return [
        BarisKunjungan(k.id, k.penerima_id, k.sampel_id, p.nama, p.kode_desa or "", _isi(k))
        for k, p in _kunjungan(kerja, kegiatan_id)
        if desa is None or (p.kode_desa or "") == desa
    ]


def ringkasan_monev(kerja: Kerja, kegiatan_id: UUID) -> RingkasanMonev:
    """Count people by their last visit, per desa and in all.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    semua = _kunjungan(kerja, kegiatan_id)
    terakhir = {p.orang_id: (p.kode_desa or "", k) for k, p in semua}.values()
    desa = sorted({kode for kode, _ in terakhir})
    sampel = sampel_terakhir(kerja, kegiatan_id)
    belum = sum(not b.dikunjungi for b in daftar_sampel(kerja, sampel.id)) if sampel else 0
    return RingkasanMonev(
        _hitung([k for _, k in terakhir]),
        {d: _hitung([k for kode, k in terakhir if kode == d]) for d in desa},
        len(semua),
        len(sampel.populasi) if sampel else 0,
        len(sampel.terpilih) if sampel else 0,
        belum,
    )


def _populasi(kerja: Kerja, kegiatan_id: UUID, penetapan_id: UUID) -> list[int]:
    """Return the numbers on the decree of everyone who received something in whole in any tahap."""
    menerima = {h.orang_id for h in muat_hitungan(kerja, kegiatan_id) if h.keadaan.status is StatusSalur.TERSALUR}
    kueri = select(Penerima.nomor_urut, Penerima.orang_id).where(Penerima.penetapan_id == penetapan_id)
    return sorted(nomor for nomor, orang_id in kerja.sesi.exec(kueri) if orang_id in menerima)


def _sampel(b: SampelMonev) -> Sampel:
    p = b.parameter
    return Sampel(
        b.id, b.benih, UUID(p["penetapan_id"]), tuple(p["populasi"]), tuple(p["terpilih"]), p.get("kepercayaan"),
        p.get("simpangan"),
    )  # fmt: skip


def _kunjungan(kerja: Kerja, kegiatan_id: UUID) -> list[tuple[KunjunganMonev, Penerima]]:
    kueri = (
        select(KunjunganMonev, Penerima)
        .join(Penerima, col(Penerima.id) == KunjunganMonev.penerima_id)
        .where(KunjunganMonev.kegiatan_id == kegiatan_id)
        .order_by(col(KunjunganMonev.tanggal), col(KunjunganMonev.urut))
    )
    return list(kerja.sesi.exec(kueri))


def _orang_dikunjungi(kerja: Kerja, kegiatan_id: UUID) -> set[UUID]:
    return {p.orang_id for _, p in _kunjungan(kerja, kegiatan_id)}


def _isi(k: KunjunganMonev) -> Kunjungan:
    return Kunjungan(
        k.tanggal, k.petugas, k.ditemui, k.menerima, k.jumlah_sesuai, k.pemanfaatan, k.kendala, k.tindak_lanjut,
        k.instrumen, k.lampiran_id,
    )  # fmt: skip


def _hitung(kunjungan: Collection[KunjunganMonev]) -> HitungMonev:
    return HitungMonev(
        ditemui=sum(k.ditemui for k in kunjungan),
        tidak_ditemui=sum(not k.ditemui for k in kunjungan),
        menerima=sum(k.menerima is True for k in kunjungan),
        tidak_menerima=sum(k.menerima is False for k in kunjungan),
        jumlah_sesuai=sum(k.jumlah_sesuai is True for k in kunjungan),
        jumlah_tidak_sesuai=sum(k.jumlah_sesuai is False for k in kunjungan),
        berkendala=sum(bool(k.kendala) for k in kunjungan),
        perlu_tindak_lanjut=sum(bool(k.tindak_lanjut) for k in kunjungan),
    )
