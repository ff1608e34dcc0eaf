"""The new BNBA of DTKS held against what the office sent (dtks step 9): in, not in, and in without having been sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import kegiatan_berjalan, lihat_kegiatan, penetapan_sah
from app.siks.jawaban import BerkasJawaban
from app.siks.simpan import Nasib, Pencocok, orang_usulan, simpan_impor
from app.wilayah_akun import wajib_seluruh
from db.galat import KnownError
from db.istilah import StatusImpor, StatusUsulan, TujuanImpor
from db.model import BarisUsulan, Impor, Orang, Penerima, Usulan


class Padanan(StrEnum):
    """Where a person stands between our list and the BNBA."""

    MASUK = "masuk"
    TIDAK_MASUK = "tidak_masuk"
    TIDAK_DIKIRIM = "tidak_dikirim"


LABEL_PADANAN = {
    Padanan.MASUK: "Masuk BNBA",
    Padanan.TIDAK_MASUK: "Tidak masuk BNBA",
    Padanan.TIDAK_DIKIRIM: "Ada di BNBA, tidak kami kirim",
}


@dataclass(frozen=True, slots=True)
class Rekonsiliasi:
    """How many people stand where; `terkirim` = `masuk` + `tidak_masuk`."""

    impor_id: UUID
    masuk: int
    tidak_masuk: int
    tidak_dikirim: int

    @property
    def terkirim(self) -> int:
        """People that the office sent."""
        return self.masuk + self.tidak_masuk


@dataclass(frozen=True, slots=True)
class BarisPadanan:
    """A person with the place between the lists; `usulan_id` None for somebody not sent by us."""

    padanan: Padanan
    usulan_id: UUID | None
    nama: str
    nik: str
    desa: str
    id_dtks: str


def rekonsiliasi(kerja: Kerja, kegiatan_id: UUID, berkas: BerkasJawaban) -> Rekonsiliasi:
    """Keep a new BNBA and hold it against the list that was sent; ID DTKS of the file go to the people.

    Raises:
        KnownError: `tidak_berwenang`, `jawaban_sudah_pernah`, `belum_ada_yang_dikirim`.
    """
    wajib(kerja, Hak.IMPOR)
    wajib_seluruh(kerja)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    terkirim = _terkirim(kerja, kegiatan_id)
    if not terkirim:
        raise KnownError("belum_ada_yang_dikirim", nama=kegiatan.nama)
    dikirim = [o for o in orang_usulan(kerja, kegiatan_id, [s.value for s in StatusUsulan]) if o[0] in terkirim]
    pencocok = Pencocok(dikirim)
    nasib = [Nasib(b, pencocok.cari(b), {}) for b in berkas.baris]
    masuk = {n.usulan_id for n in nasib if n.usulan_id}
    luar = sum(n.usulan_id is None for n in nasib)
    hitung = {"baris": len(nasib), "masuk": len(masuk), "tidak_masuk": len(terkirim - masuk), "tidak_dikirim": luar}
    impor_id = simpan_impor(kerja, kegiatan_id, TujuanImpor.BNBA_BARU, berkas, nasib, dict(hitung))
    _isi_id_dtks(kerja, nasib)
    jejak.catat(kerja, "rekonsiliasi_bnba", objek="impor", objek_id=impor_id, kegiatan_id=kegiatan_id, **hitung)
    return Rekonsiliasi(impor_id, len(masuk), len(terkirim - masuk), luar)


def hasil_rekonsiliasi(kerja: Kerja, kegiatan_id: UUID) -> Rekonsiliasi | None:
    """Give the newest reconciliation of a triwulan; None before the first."""
    impor = _terakhir(kerja, kegiatan_id)
    if impor is None:
        return None
    r = impor.ringkasan
    return Rekonsiliasi(impor.id, r["masuk"], r["tidak_masuk"], r["tidak_dikirim"])


def daftar_padanan(
    kerja: Kerja, kegiatan_id: UUID, padanan: Padanan, *, mulai: int = 0, batas: int = 500
) -> list[BarisPadanan]:
    """Give the people of one place between the lists, a page at a time."""
    impor = _terakhir(kerja, lihat_kegiatan(kerja, kegiatan_id).id)
    if impor is None:
        return []
    if padanan is Padanan.TIDAK_MASUK:
        return _tidak_masuk(kerja, kegiatan_id, impor.id)[mulai : mulai + batas]
    kueri = select(BarisUsulan).where(BarisUsulan.impor_id == impor.id)
    dari_kami = col(BarisUsulan.usulan_id).is_not(None)
    kueri = kueri.where(dari_kami if padanan is Padanan.MASUK else ~dari_kami)
    return [
        BarisPadanan(padanan, b.usulan_id, b.bersih["nama"], b.bersih["nik"], b.bersih["desa"], b.bersih["id_dtks"])
        for b in kerja.sesi.exec(kueri.order_by(col(BarisUsulan.urut)).offset(mulai).limit(batas))
    ]


def _tidak_masuk(kerja: Kerja, kegiatan_id: UUID, impor_id: UUID) -> list[BarisPadanan]:
    masuk = set(kerja.sesi.exec(select(BarisUsulan.usulan_id).where(BarisUsulan.impor_id == impor_id)))
    terkirim = _terkirim(kerja, kegiatan_id)
    kueri = select(Usulan.id, Orang.nama, Orang.nik, Usulan.kode_desa).join(
        Orang, col(Orang.id) == col(Usulan.orang_id)
    )
    kueri = kueri.where(Usulan.kegiatan_id == kegiatan_id).order_by(col(Usulan.urut))
    return [
        BarisPadanan(Padanan.TIDAK_MASUK, uid, nama, nik or "", desa or "", "")
        for uid, nama, nik, desa in kerja.sesi.exec(kueri)
        if uid in terkirim and uid not in masuk
    ]


def _terkirim(kerja: Kerja, kegiatan_id: UUID) -> set[UUID]:
    """The people that were sent: those of the decree in force, before it those that SIKS-NG accepted."""
    penetapan = penetapan_sah(kerja, kegiatan_id)
    if penetapan is not None:
        semua = kerja.sesi.exec(select(Penerima.usulan_id).where(Penerima.penetapan_id == penetapan.id))
        return {uid for uid in semua if uid is not None}
    kueri = select(Usulan.id).where(Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.LAYAK.value)
    return set(kerja.sesi.exec(kueri))


def _terakhir(kerja: Kerja, kegiatan_id: UUID) -> Impor | None:
    kueri = select(Impor).where(Impor.kegiatan_id == kegiatan_id, Impor.tujuan == TujuanImpor.BNBA_BARU.value)
    kueri = kueri.where(Impor.status == StatusImpor.TERSIMPAN.value).order_by(col(Impor.urut).desc())
    return kerja.sesi.exec(kueri).first()


def _isi_id_dtks(kerja: Kerja, nasib: Sequence[Nasib]) -> None:
    baru = {n.usulan_id: n.baris.id_dtks for n in nasib if n.usulan_id and n.baris.id_dtks}
    if not baru:
        return
    kueri = select(Usulan.id, Orang).join(Orang, col(Orang.id) == col(Usulan.orang_id))
    for usulan_id, orang in kerja.sesi.exec(kueri.where(col(Usulan.id).in_(list(baru)))):
        orang.id_dtks = baru[usulan_id]
