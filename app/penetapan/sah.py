"""Recording the decree: the list is locked, and everyone on it gets an allocation per tahap and a receipt's code.

An SK Perubahan keeps what was promised and handed over: allocations of those who stay move to the new version, those
who leave lose only what they have not received, those who come get theirs.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.penetapan.delegasi import terapkan_delegasi
from app.penetapan.susun import (
    draf_baris,
    muat_calon,
    nominal_tahap,
    periksa_calon,
    tulis_draf,
)
from app.penyaluran.cari import AWALAN
from app.penyaluran.muat import ada_serah
from app.pijakan import (
    baca,
    bukan_besok,
    daftar_tahap,
    isi_wajib,
    kegiatan_berjalan,
    lihat_kegiatan,
    penetapan_sah,
    wajib_sah,
)
from app.urutan_hari import Batas, wajib_urut
from db import crockford
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import JenisPenetapan, StatusPenetapan, StatusUsulan
from db.model import (
    Alokasi,
    AlokasiBarang,
    Kegiatan,
    Penerima,
    Penetapan,
    Tahap,
    TandaTerima,
    Usulan,
    Verifikasi,
)

BIT_KODE = 80
"""Random bits of a receipt's code; nothing about the person is in it."""


@dataclass(frozen=True, slots=True)
class HasilSah:
    """What recording a decree did.

    Attributes:
        jumlah_nominal: rupiah over all tahap.
        alokasi: allocations made; `dibatalkan`: taken off those who left.
        peringatan: doubts that did not stop it; `app.bahasa.galat.kalimat` gives the sentence.
    """

    penetapan_id: UUID
    nomor_versi: int
    jumlah_orang: int
    jumlah_nominal: int
    alokasi: int
    dibatalkan: int
    peringatan: tuple[KnownError, ...]


def sahkan_sk(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    nomor: str,
    tanggal: date,
    tentang: str = "",
    penandatangan: str = "",
    jabatan_penandatangan: str = "",
    tahap_berlaku: Collection[UUID] | None = None,
    lampiran_id: UUID | None = None,
    catatan: str = "",
    delegasi: str = "",
    menurut_delegasi: bool = False,
) -> HasilSah:
    """Record the signed decree of the draft (rehsos step 3, uep 3, dtks 7); the list is locked from then on.

    Args:
        tahap_berlaku: of an SK Perubahan, the tahap from which on it counts; None: all.
        lampiran_id: its scan, which may follow later (`lampirkan_sk`).
        delegasi: the diktum by which this decree lets the office replace recipients; empty where it does not.
        menurut_delegasi: this change is the office's own letter, by the delegation of an earlier decree.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `tanggal_di_depan`, `tanggal_mendahului`,
            `penetapan_belum_disusun`, `draf_berubah`, `tahap_belum_ada`, `kegiatan_ditutup`, `delegasi_tidak_ada`,
            `berita_acara_bukan_sk`.
    """
    wajib(kerja, Hak.PENETAPAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    isi_wajib({"nomor SK": nomor})
    bukan_besok(kerja, tanggal, "tanggal SK")
    draf = draf_baris(kerja, kegiatan_id)
    if draf is None:
        raise KnownError("penetapan_belum_disusun")
    _masih_layak(kerja, draf)
    wajib_urut(kerja, kegiatan, tanggal, "tanggal SK", *_sebelum_sk(kerja, draf))
    peringatan = _peringatan(kerja, kegiatan, draf, nomor.strip())
    _isi_sk(draf, nomor, tanggal, tentang, penandatangan, jabatan_penandatangan, lampiran_id, catatan)
    terapkan_delegasi(kerja, kegiatan, draf, diktum=delegasi, menurut=menurut_delegasi)
    return _kunci(kerja, kegiatan, draf, tahap_berlaku, peringatan)


def terima_daftar(
    kerja: Kerja,
    kegiatan_id: UUID,
    *,
    tanggal: date,
    nomor: str = "",
    tentang: str = "",
    penandatangan: str = "",
    jabatan_penandatangan: str = "",
) -> HasilSah:
    """Take a ready list of recipients as it came from the dinas (balakas step 3): no verification, no decree of ours.

    Everyone imported and not withdrawn or refused is on it, without NIK too. A later call adds those imported since.

    Args:
        nomor, tanggal: of the dinas's decree or letter.

    Raises:
        KnownError: `tidak_berwenang`, `tidak_ada_yang_layak`, `tidak_ada_yang_baru`, `tanggal_di_depan`,
            `tahap_belum_ada`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENETAPAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    wajib_urut(kerja, kegiatan, tanggal, "tanggal daftar")
    status = (StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK)
    unik = {c.orang_id: c for c in reversed(muat_calon(kerja, kegiatan_id, status=status))}
    calon = sorted(unik.values(), key=lambda c: c.urutan)
    lama = penetapan_sah(kerja, kegiatan_id)
    if lama is not None and set(unik) == set(_orang(kerja, lama)):
        raise KnownError("tidak_ada_yang_baru")
    kecuali = {c.usulan_id: "daftar dinas" for c in calon if not c.nik}
    jenis = JenisPenetapan.AWAL if lama is None else JenisPenetapan.PERUBAHAN
    draf = tulis_draf(kerja, kegiatan, jenis, calon, kecuali)
    _isi_sk(draf, nomor, tanggal, tentang, penandatangan, jabatan_penandatangan, None, "")
    return _kunci(kerja, kegiatan, draf, None, ())


def lengkapi_alokasi(kerja: Kerja, kegiatan_id: UUID) -> int:
    """Give everyone on the list in force an allocation for tahap that were added after the decree; return how many.

    Raises:
        KnownError: `tidak_berwenang`, `penetapan_belum_sah`, `kegiatan_ditutup`.
    """
    wajib(kerja, Hak.PENETAPAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    sah = wajib_sah(kerja, kegiatan_id)
    ada = set(kerja.sesi.exec(select(Alokasi.tahap_id).where(Alokasi.kegiatan_id == kegiatan_id).distinct()))
    baru = [t for t in daftar_tahap(kerja, kegiatan_id) if t.id not in ada]
    banyak = _buat_alokasi(kerja, kegiatan, sah, baru, {})
    if banyak:
        sah.jumlah_nominal = _nominal_berlaku(kerja, kegiatan_id)
        jejak.catat(
            kerja, "lengkapi_alokasi", objek="penetapan", objek_id=sah.id, kegiatan_id=kegiatan_id, alokasi=banyak
        )  # fmt: skip
    return banyak


def lampirkan_sk(kerja: Kerja, penetapan_id: UUID, lampiran_id: UUID) -> None:
    """Put the scan beside a decree that was recorded without it.

    Raises:
        KnownError: `tidak_berwenang`, `penetapan_tidak_ada`, `kegiatan_tidak_ada`.
    """
    wajib(kerja, Hak.PENETAPAN)
    sk = kerja.sesi.get(Penetapan, penetapan_id)
    if sk is None:
        raise KnownError("penetapan_tidak_ada")
    lihat_kegiatan(kerja, sk.kegiatan_id)
    sk.lampiran_id = lampiran_id
    jejak.catat(kerja, "lampirkan_sk", objek="penetapan", objek_id=sk.id, kegiatan_id=sk.kegiatan_id)


def kode_baru() -> str:
    """Return a new receipt's code: `SLR1-`, 80 random bits in Crockford's base 32, check character."""
    return AWALAN + crockford.acak(BIT_KODE)


def _isi_sk(
    sk: Penetapan, nomor: str, tanggal: date, tentang: str, penandatangan: str, jabatan: str,
    lampiran_id: UUID | None, catatan: str,
) -> None:  # fmt: skip
    sk.nomor, sk.tanggal, sk.tentang, sk.catatan = nomor.strip(), tanggal, tentang.strip(), catatan.strip()
    sk.penandatangan, sk.jabatan_penandatangan = penandatangan.strip(), jabatan.strip()
    sk.lampiran_id = lampiran_id


def _kunci(
    kerja: Kerja, kegiatan: Kegiatan, sk: Penetapan, tahap_berlaku: Collection[UUID] | None,
    peringatan: tuple[KnownError, ...],
) -> HasilSah:  # fmt: skip
    """Make a draft the list in force: allocations, receipts, and what an SK Perubahan takes off."""
    lama = penetapan_sah(kerja, kegiatan.id)
    tahap = daftar_tahap(kerja, kegiatan.id) if kegiatan.jenis_bantuan is not None else []
    if not tahap and kegiatan.jenis_bantuan is not None:
        raise KnownError("tahap_belum_ada")
    berlaku = [t for t in tahap if tahap_berlaku is None or t.id in tahap_berlaku]
    dibatalkan = _lepas(kerja, kegiatan.id, sk, [t.id for t in berlaku]) if lama else 0
    if lama:
        _pindahkan(kerja, kegiatan.id, sk)
    banyak = _buat_alokasi(kerja, kegiatan, sk, berlaku, _orang(kerja, lama) if lama else {})
    sk.status, sk.disahkan_pada = StatusPenetapan.SAH.value, kerja.sekarang()
    sk.jumlah_nominal = _nominal_berlaku(kerja, kegiatan.id)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "sahkan_sk", objek="penetapan", objek_id=sk.id, kegiatan_id=kegiatan.id, versi=sk.nomor_versi,
        nomor=sk.nomor, tanggal=sk.tanggal, orang=sk.jumlah_orang, nominal=sk.jumlah_nominal, alokasi=banyak,
        dibatalkan=dibatalkan,
    )  # fmt: skip
    return HasilSah(sk.id, sk.nomor_versi, sk.jumlah_orang, sk.jumlah_nominal, banyak, dibatalkan, peringatan)


def _masih_layak(kerja: Kerja, draf: Penetapan) -> None:
    """Refuse when someone on the draft is no longer layak; who stays from an earlier decree is not asked again."""
    lama = penetapan_sah(kerja, draf.kegiatan_id)
    kueri = (
        select(func.count())
        .select_from(Penerima)
        .join(Usulan, col(Usulan.id) == Penerima.usulan_id)
        .where(Penerima.penetapan_id == draf.id, Usulan.status != StatusUsulan.LAYAK.value)
    )
    if lama is not None:
        kueri = kueri.where(
            col(Penerima.orang_id).not_in(select(Penerima.orang_id).where(Penerima.penetapan_id == lama.id))
        )
    if banyak := kerja.sesi.exec(kueri).one():
        raise KnownError("draf_berubah", jumlah=banyak)


def _sebelum_sk(kerja: Kerja, draf: Penetapan) -> Iterator[Batas]:
    """Give what must not lie later than the decree of a draft: its people's last decision, the decree before it."""
    akhir = kerja.sesi.exec(
        select(func.max(Verifikasi.tanggal))
        .join(Penerima, col(Penerima.usulan_id) == Verifikasi.usulan_id)
        .where(Penerima.penetapan_id == draf.id)
    ).one()
    yield "verifikasi terakhir", akhir
    lama = penetapan_sah(kerja, draf.kegiatan_id)
    if lama is not None:
        yield f"SK {lama.nomor}", lama.tanggal


def _peringatan(kerja: Kerja, kegiatan: Kegiatan, draf: Penetapan, nomor: str) -> tuple[KnownError, ...]:
    hasil = []
    kembar = select(func.count()).where(
        Penetapan.nomor == nomor, Penetapan.status == StatusPenetapan.SAH.value, Penetapan.kegiatan_id != kegiatan.id
    )
    if kerja.sesi.exec(kembar).one():
        hasil.append(KnownError("nomor_sk_sama", nomor=nomor))
    if kegiatan.kuota is not None and draf.jumlah_orang > kegiatan.kuota:
        hasil.append(KnownError("kuota_lewat", orang=draf.jumlah_orang, kuota=kegiatan.kuota))
    if kegiatan.pagu is not None and draf.jumlah_nominal > kegiatan.pagu:
        hasil.append(KnownError("pagu_lewat", nominal=draf.jumlah_nominal, pagu=kegiatan.pagu))
    if draf.jenis == JenisPenetapan.AWAL:
        hasil += _tertinggal(kerja, draf)
    return tuple(hasil)


def _tertinggal(kerja: Kerja, draf: Penetapan) -> list[KnownError]:
    calon = periksa_calon(kerja, draf.kegiatan_id)
    sisa = calon.layak + len(calon.tanpa_nik) - draf.jumlah_orang
    hasil = [KnownError("layak_tidak_masuk", jumlah=sisa)] if sisa > 0 else []
    if calon.belum_diputuskan:
        hasil.append(KnownError("masih_belum_diputuskan", jumlah=calon.belum_diputuskan))
    return hasil


def _lepas(kerja: Kerja, kegiatan_id: UUID, sk: Penetapan, tahap: list[UUID]) -> int:
    """Take off what those who left have not received yet, in the tahap from which on the change counts."""
    tinggal = select(Penerima.orang_id).where(Penerima.penetapan_id == sk.id)
    kueri = (
        select(Alokasi)
        .join(Penerima, col(Penerima.id) == Alokasi.penerima_id)
        .where(
            Alokasi.kegiatan_id == kegiatan_id,
            col(Alokasi.batal).is_(False),
            col(Alokasi.tahap_id).in_(tahap),
            col(Penerima.orang_id).not_in(tinggal),
        )
    )
    calon = kerja.sesi.exec(kueri).all()
    tersentuh = ada_serah(kerja, [a.id for a in calon])
    lepas = [a for a in calon if a.id not in tersentuh]
    for alokasi in lepas:
        alokasi.batal, alokasi.alasan_batal = True, alokasi.alasan_batal or sk.nomor
    kerja.sesi.flush()
    return len(lepas)


def _orang(kerja: Kerja, sk: Penetapan) -> dict[UUID, UUID]:
    """Return the recipients of a version by person."""
    return dict(kerja.sesi.exec(select(Penerima.orang_id, Penerima.id).where(Penerima.penetapan_id == sk.id)).all())


def _pindahkan(kerja: Kerja, kegiatan_id: UUID, sk: Penetapan) -> None:
    """Hang the allocations of everyone on the new version on its recipients."""
    baru = _orang(kerja, sk)
    lama = sa.select(col(Alokasi.penerima_id), col(Penerima.orang_id)).join(
        Penerima, col(Penerima.id) == Alokasi.penerima_id
    )
    lama = lama.where(col(Alokasi.kegiatan_id) == kegiatan_id, col(Alokasi.batal).is_(False)).distinct()
    pindah = [{"dari": dari, "ke": baru[orang]} for dari, orang in baca(kerja, lama) if orang in baru]
    ubah = (
        sa.update(Alokasi)
        .where(col(Alokasi.penerima_id) == sa.bindparam("dari"), col(Alokasi.batal).is_(False))
        .values(penerima_id=sa.bindparam("ke"), versi=Alokasi.versi + 1)
    )
    if pindah:
        kerja.sesi.connection().execute(ubah, pindah)
    for objek in list(kerja.sesi.identity_map.values()):
        if isinstance(objek, Alokasi):
            kerja.sesi.expire(objek)


def _buat_alokasi(
    kerja: Kerja, kegiatan: Kegiatan, sk: Penetapan, tahap: list[Tahap], tinggal: Collection[UUID]
) -> int:
    """Make allocations, goods lines and receipts for a version; `tinggal` are people who had theirs before it."""
    kueri = sa.select(col(Penerima.id), col(Penerima.orang_id), col(Penerima.data))
    kueri = kueri.where(col(Penerima.penetapan_id) == sk.id).order_by(col(Penerima.nomor_urut))
    orang = [(i, data) for i, orang_id, data in baca(kerja, kueri) if orang_id not in tinggal]
    punya = _punya(kerja, sk)
    rencana = [
        (id_baru(), penerima, t, nominal_tahap(kegiatan, t, data.get("nominal_khusus")))
        for t in tahap
        for penerima, data in orang
        if (penerima, t.id) not in punya
    ]
    if not rencana:
        return 0
    isi = (
        {"id": i, "kegiatan_id": kegiatan.id, "penerima_id": p, "tahap_id": t.id, "nominal": n}
        for i, p, t, n in rencana
    )
    kerja.sisip_banyak(Alokasi, isi)
    kerja.sisip_banyak(AlokasiBarang, _baris_barang(kegiatan.barang, rencana))
    kerja.sisip_banyak(TandaTerima, _baris_tanda_terima(_nomor_terakhir(kerja, kegiatan.id), rencana))
    return len(rencana)


def _punya(kerja: Kerja, sk: Penetapan) -> set[tuple[UUID, UUID]]:
    """Return recipient and tahap of the allocations that hang on a version already."""
    kueri = (
        select(Alokasi.penerima_id, Alokasi.tahap_id)
        .join(Penerima, col(Penerima.id) == Alokasi.penerima_id)
        .where(Penerima.penetapan_id == sk.id, col(Alokasi.batal).is_(False))
    )
    return set(kerja.sesi.exec(kueri))


Rencana = tuple[UUID, UUID, Tahap, int | None]


def _baris_barang(barang: Mapping[str, Any], rencana: list[Rencana]) -> Iterator[dict[str, Any]]:
    for alokasi_id, _, tahap, _ in rencana:
        for b in barang.get("item") or ():
            if not b.get("tahap") or tahap.nomor in b["tahap"]:
                jumlah, satuan = int(b.get("jumlah") or 1), b.get("satuan") or "buah"
                yield {"alokasi_id": alokasi_id, "nama": b["nama"], "satuan": satuan, "jumlah": jumlah}


def _baris_tanda_terima(mulai: Mapping[UUID, int], rencana: Iterable[Rencana]) -> Iterator[dict[str, Any]]:
    nomor = defaultdict(int, mulai)
    for alokasi_id, _, tahap, _ in rencana:
        nomor[tahap.id] += 1
        yield {"alokasi_id": alokasi_id, "kode": kode_baru(), "nomor": nomor[tahap.id]}


def _nomor_terakhir(kerja: Kerja, kegiatan_id: UUID) -> dict[UUID, int]:
    kueri = (
        select(Alokasi.tahap_id, func.max(TandaTerima.nomor))
        .join(TandaTerima, col(TandaTerima.alokasi_id) == Alokasi.id)
        .where(Alokasi.kegiatan_id == kegiatan_id)
        .group_by(col(Alokasi.tahap_id))
    )
    return {tahap: nomor or 0 for tahap, nomor in kerja.sesi.exec(kueri)}


def _nominal_berlaku(kerja: Kerja, kegiatan_id: UUID) -> int:
    kerja.sesi.flush()
    kueri = select(func.coalesce(func.sum(Alokasi.nominal), 0)).where(
        Alokasi.kegiatan_id == kegiatan_id, col(Alokasi.batal).is_(False)
    )
    return kerja.sesi.exec(kueri).one() or 0
