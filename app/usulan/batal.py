"""Undoing a whole import in one act, unless later work stands on it; then it says what.

The batch, its files and its rows stay in the ledger as *dibatalkan*. Usulan and people that it brought are taken out
again, so that the mended file can come as if for the first time; what it changed of known people goes back, and so
does whoever was withdrawn because its list no longer named them.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.angka import bilangan
from app.identitas import nama_cari
from app.kerja import Kerja
from app.orang.pindahan import digabung_sejak
from app.pijakan import baca, isi_wajib, kegiatan_berjalan, potong
from app.usulan.asal import orang_polos
from app.usulan.buku import tandai_batal
from app.usulan.catatan import KUNCI_ORANG, KUNCI_PERUBAHAN
from app.usulan.hilang import kembalikan_tarikan
from db.galat import KnownError
from db.istilah import StatusImpor, StatusUsulan, TujuanImpor
from db.model import (
    BarisUsulan,
    BerkasImpor,
    Impor,
    Kelengkapan,
    Kemiripan,
    Orang,
    PelaksanaanLangkah,
    Penerima,
    RegisterPelayanan,
    Rekening,
    RiwayatIdentitas,
    RiwayatKk,
    TautanLampiran,
    Usulan,
    Verifikasi,
    Wali,
)

_DATANG = {TujuanImpor.USULAN.value: StatusUsulan.DIUSULKAN.value, TujuanImpor.PENERIMA.value: StatusUsulan.LAYAK.value}


def batalkan_impor(kerja: Kerja, impor_id: UUID, *, alasan: str) -> int:
    """Undo an import; return how many usulan were taken out.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `impor_tidak_ada`, `impor_sudah_batal`, `kegiatan_ditutup`;
            `impor_dipakai` with what stands on it.
    """
    wajib(kerja, Hak.IMPOR)
    isi_wajib({"alasan": alasan})
    impor = _impor(kerja, impor_id)
    usulan = list(kerja.sesi.exec(select(Usulan.id).where(Usulan.impor_id == impor_id)))
    if halangan := _pekerjaan_di_atas(kerja, impor, usulan):
        raise KnownError("impor_dipakai", halangan=halangan)
    _kembalikan_perubahan(kerja, impor_id)
    orang, ikutan = _yang_datang(kerja, impor_id)
    kerja.sesi.flush()
    kerja.sesi.execute(sa.update(BarisUsulan).where(col(BarisUsulan.impor_id) == impor_id).values(usulan_id=None))
    _hapus(kerja, Usulan, col(Usulan.id), usulan)
    _hapus(kerja, Wali, col(Wali.id), _lepas(kerja, ikutan))
    _hapus(kerja, Rekening, col(Rekening.id), ikutan)
    _hapus_orang(kerja, orang)
    kembali = kembalikan_tarikan(kerja, impor)
    tandai_batal(kerja, impor, alasan)
    jejak.catat(kerja, "batalkan_impor", objek="impor", objek_id=impor_id, kegiatan_id=impor.kegiatan_id,
                usulan=len(usulan), kembali=kembali, alasan=alasan.strip())  # fmt: skip
    return len(usulan)


def _impor(kerja: Kerja, impor_id: UUID) -> Impor:
    impor = kerja.sesi.get(Impor, impor_id)
    if impor is None or impor.kegiatan_id is None or impor.tujuan not in _DATANG:
        raise KnownError("impor_tidak_ada")
    if impor.status == StatusImpor.DIBATALKAN.value:
        raise KnownError("impor_sudah_batal")
    kegiatan_berjalan(kerja, impor.kegiatan_id)
    return impor


# --- what stands on it -----------------------------------------------------------------------------------------------


_SAMPEL = 3
"""Names that a sentence gives before it says how many others there are."""


def _pekerjaan_di_atas(kerja: Kerja, impor: Impor, usulan: list[UUID]) -> list[str]:
    """Say what was done since with the usulan that this import brought: how many, and with whom."""
    lain = col(BarisUsulan.impor_id) != impor.id
    pekerjaan: tuple[tuple[str, Any, tuple[Any, ...]], ...] = (
        ("{n} usulan sudah diverifikasi", col(Verifikasi.usulan_id), ()),
        ("{n} orang ada dalam daftar penetapan", col(Penerima.usulan_id), ()),
        ("{n} usulan sudah berubah keadaannya", col(Usulan.id), (col(Usulan.status) != _DATANG[impor.tujuan],)),
        ("{n} usulan punya kelengkapan yang sudah dicatat", col(Kelengkapan.usulan_id), ()),
        ("{n} usulan sudah berjalan di langkah SOP", col(PelaksanaanLangkah.usulan_id), ()),
        (
            "{n} usulan orang yang sesudah itu digabung",
            col(Usulan.id),
            (col(Usulan.orang_id).in_(sorted(digabung_sejak(kerja, impor.urut))),),
        ),
        ("{n} usulan tercatat di buku register", col(RegisterPelayanan.usulan_id), ()),
        ("{n} usulan menjadi asal usulan baru", col(Usulan.asal_usulan_id), ()),
        (_dikirim_lagi(kerja, usulan, lain), col(BarisUsulan.usulan_id), (lain,)),
        ("{n} usulan punya lampiran", col(TautanLampiran.objek_id), (col(TautanLampiran.objek) == "usulan",)),
    )
    halangan = []
    for kata, kolom, syarat in pekerjaan:
        if banyak := _banyak(kerja, kolom, usulan, *syarat):
            halangan.append(f"{kata.format(n=bilangan(banyak))} ({_siapa(kerja, banyak, kolom, usulan, *syarat)})")
    if diubah := _diubah_lalu_digabung(kerja, impor):
        halangan.append(f"{bilangan(diubah)} orang yang datanya diubah impor ini sesudah itu digabung")
    return halangan


def _diubah_lalu_digabung(kerja: Kerja, impor: Impor) -> int:
    """Count known people whom this import changed and who were merged since: what it changed stands with another."""
    if not (digabung := digabung_sejak(kerja, impor.urut)):
        return 0
    kueri = sa.select(col(BarisUsulan.bersih)).where(
        col(BarisUsulan.impor_id) == impor.id, col(BarisUsulan.usulan_id).is_not(None)
    )
    semua = [bersih for (bersih,) in baca(kerja, kueri) if bersih.get(KUNCI_PERUBAHAN)]
    tentang = [bersih[KUNCI_ORANG] for bersih in semua]
    return len(digabung & {UUID(o["id"]) for o in tentang if o["ulang"]})


def _dikirim_lagi(kerja: Kerja, usulan: list[UUID], lain: Any) -> str:
    """Name the files in which usulan came again."""
    kueri = (
        sa.select(col(BerkasImpor.nama))
        .join(BarisUsulan, col(BarisUsulan.berkas_id) == col(BerkasImpor.id))
        .where(lain)
        .distinct()
    )
    berkas = {
        b[0] for bagian in potong(usulan) for b in baca(kerja, kueri.where(col(BarisUsulan.usulan_id).in_(bagian)))
    }
    nama = ", ".join(sorted(berkas)).replace("{", "{{").replace("}", "}}")
    return f"{{n}} usulan dikirim lagi dalam impor sesudahnya, yaitu {nama}"


def _banyak(kerja: Kerja, kolom: Any, ids: Iterable[UUID], *syarat: Any) -> int:
    kueri = sa.select(func.count(sa.distinct(kolom))).where(*syarat)
    hitung = (kerja.sesi.execute(kueri.where(kolom.in_(bagian))).scalar_one() for bagian in potong(list(ids)))
    return sum(map(int, hitung))


def _siapa(kerja: Kerja, banyak: int, kolom: Any, ids: list[UUID], *syarat: Any) -> str:
    """Name the first of them: `SITI, BUDI, RAHMAD, dan 12 lainnya`."""
    nama: list[str] = []
    for bagian in potong(ids):
        kena = sa.select(kolom).where(kolom.in_(bagian), *syarat).correlate(None)
        kueri = sa.select(col(Orang.nama)).join(Usulan, col(Usulan.orang_id) == col(Orang.id))
        kueri = kueri.where(col(Usulan.id).in_(kena)).order_by(col(Usulan.urut)).limit(_SAMPEL - len(nama))
        nama += [b[0] for b in baca(kerja, kueri)]
        if len(nama) == _SAMPEL:
            break
    sisa = banyak - len(nama)
    return ", ".join(nama) + (f", dan {bilangan(sisa)} lainnya" if sisa > 0 else "")


# --- taking back -----------------------------------------------------------------------------------------------------


def _kembalikan_perubahan(kerja: Kerja, impor_id: UUID) -> None:
    """Give known people back what this import changed, where nobody changed it since."""
    kueri = sa.select(col(BarisUsulan.bersih), col(BarisUsulan.usulan_id)).where(
        col(BarisUsulan.impor_id) == impor_id, col(BarisUsulan.usulan_id).is_not(None)
    )
    for bersih, usulan_id in kerja.sesi.execute(kueri).all():
        for bidang, (dulu, kini) in bersih.get(KUNCI_PERUBAHAN, {}).items():
            milik: Usulan | Orang
            if bidang in ("kategori", "perlu_periksa"):
                milik = kerja.sesi.get_one(Usulan, usulan_id)
            else:
                milik = kerja.sesi.get_one(Orang, UUID(bersih[KUNCI_ORANG]["id"]))
            _kembalikan(kerja, milik, bidang, dulu, kini)


def _kembalikan(kerja: Kerja, milik: "Usulan | Orang", bidang: str, dulu: str, kini: str) -> None:
    sekarang = getattr(milik, bidang)
    if ("" if sekarang is None else str(sekarang)) != kini:
        return
    nilai: Any = dulu if bidang != "perlu_periksa" else False
    if bidang in ("nik", "no_kk", "jenis_kelamin", "kode_desa", "tanggal_lahir", "desil"):
        nilai = dulu or None
    if nilai and bidang == "tanggal_lahir":
        nilai = date.fromisoformat(dulu)
    if nilai and bidang == "desil":
        nilai = int(dulu)
    setattr(milik, bidang, nilai)
    if isinstance(milik, Orang):
        milik.nama_cari = nama_cari(milik.nama)
        kerja.sesi.add(
            RiwayatIdentitas(
                orang_id=milik.id,
                bidang=bidang,
                lama=kini,
                baru=dulu,
                alasan="Impor dibatalkan",
                akun_id=kerja.pelaku.akun_id,
            )
        )
        if bidang == "no_kk":
            _kembalikan_kk(kerja, milik.id, dulu, kini)


def _kembalikan_kk(kerja: Kerja, orang_id: UUID, dulu: str, kini: str) -> None:
    """Take the line out that the import began, and let the one before it run on."""
    kueri = select(RiwayatKk).where(RiwayatKk.orang_id == orang_id).order_by(col(RiwayatKk.urut).desc())
    semua = kerja.sesi.exec(kueri).all()
    if semua and (semua[0].no_kk, semua[0].sampai) == (kini, None):
        kerja.sesi.delete(semua[0])
        if len(semua) > 1 and semua[1].no_kk == dulu:
            semua[1].sampai = None


def _yang_datang(kerja: Kerja, impor_id: UUID) -> tuple[list[UUID], list[UUID]]:
    """Return the people that came with this import and that nothing else speaks of, and the wali and accounts."""
    kueri = sa.select(col(BarisUsulan.bersih)).where(
        col(BarisUsulan.impor_id) == impor_id, col(BarisUsulan.usulan_id).is_not(None)
    )
    tentang = [o for (bersih,) in baca(kerja, kueri) if (o := bersih.get(KUNCI_ORANG))]
    baru = {UUID(o["id"]) for o in tentang if o["baru"]}
    baru |= {b[0] for b in baca(kerja, orang_polos(impor_id))}
    dipakai: set[UUID] = set()
    for bagian in potong(sorted(baru)):
        for kolom, syarat in _RUJUKAN:
            dipakai |= {b[0] for b in baca(kerja, sa.select(kolom).where(kolom.in_(bagian), *syarat(impor_id)))}
    return sorted(baru - dipakai), [UUID(satu) for o in tentang for satu in o["ikutan"]]


def _lepas(kerja: Kerja, wali: list[UUID]) -> list[UUID]:
    """Return those wali whom no usulan names any more."""
    dipakai: set[UUID] = set()
    for bagian in potong(wali):
        dipakai |= {b[0] for b in baca(kerja, sa.select(col(Usulan.wali_id)).where(col(Usulan.wali_id).in_(bagian)))}
    return [satu for satu in wali if satu not in dipakai]


_RUJUKAN: tuple[tuple[Any, Any], ...] = (
    (col(Usulan.orang_id), lambda impor: [sa.or_(col(Usulan.impor_id).is_(None), col(Usulan.impor_id) != impor)]),
    (col(Penerima.orang_id), lambda impor: []),
    (col(RegisterPelayanan.orang_id), lambda impor: []),
    (col(Wali.wali_orang_id), lambda impor: []),
    (col(RiwayatIdentitas.orang_id), lambda impor: []),
    (col(Orang.digabung_ke), lambda impor: []),
    (col(TautanLampiran.objek_id), lambda impor: [col(TautanLampiran.objek) == "orang"]),
)
"""Every column that may speak of a person for another reason than this import."""


def _hapus_orang(kerja: Kerja, orang: list[UUID]) -> None:
    for tabel, kolom in (
        (Kemiripan, col(Kemiripan.orang_a_id)),  # a judgement about somebody who is gone says nothing
        (Kemiripan, col(Kemiripan.orang_b_id)),
        (RiwayatKk, col(RiwayatKk.orang_id)),
        (Rekening, col(Rekening.orang_id)),
        (Wali, col(Wali.orang_id)),
        (Orang, col(Orang.id)),
    ):
        _hapus(kerja, tabel, kolom, orang)


def _hapus(kerja: Kerja, tabel: Any, kolom: Any, ids: list[UUID]) -> None:
    for bagian in potong(ids):
        kerja.sesi.execute(sa.delete(tabel).where(kolom.in_(bagian)))
    kerja.sesi.expire_all()
