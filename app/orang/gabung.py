"""Making two known people one: everything about the one who goes passes to the one who stays, and may come back.

The row of the one who goes is kept as it was and points to the one who stays; their old NIK finds that person. Where
both were on lists of one kegiatan, the line of the one who goes stays on the list as it was signed: both receipts are
shown, and noted as received twice.
"""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from app import identitas, jejak
from app.akses import Hak, wajib
from app.bahasa.angka import bilangan
from app.kerja import Kerja
from app.orang.banding import (
    TAMBAHAN,
    BandingOrang,
    TerimaGanda,
    banding_orang,
    kegiatan_penerima,
    rekening_dipakai,
)
from app.orang.bentuk import BIDANG
from app.orang.lihat import wali_kini
from app.orang.pindahan import (
    RUJUKAN,
    Catatan,
    Pemindah,
    Rujukan,
    baris_ubahan,
    kembalikan,
    masih,
    pasangan_orang,
    penggabungan,
    rujukan,
)
from app.orang.siapa import kini
from app.pijakan import isi_wajib
from app.wilayah_akun import wajib_seluruh
from db.galat import BugError, KnownError
from db.istilah import PutusanKemiripan, StatusUsulan
from db.model import Kemiripan, Orang, Penerima, RiwayatIdentitas, RiwayatKk, Usulan


@dataclass(frozen=True, slots=True)
class HasilGabung:
    """What a merge did: rows that passed over, usulan that were withdrawn, tahap that both had received."""

    tinggal_id: UUID
    pindah: int
    ditarik: int
    ganda: tuple[TerimaGanda, ...]


def gabung_orang(
    kerja: Kerja, tinggal_id: UUID, pergi_id: UUID, *, alasan: str, ambil: Collection[str] = ()
) -> HasilGabung:
    """Make two people one.

    Args:
        ambil: of what differs (`BandingOrang.beda`), what is taken from the one who goes; the rest stays as it is.

    Raises:
        KnownError: `isian_kosong`, those of `banding_orang`; what stands in the way: `gabung_satu_sk`,
            `gabung_dua_layak`, `gabung_dua_pemohon`, `gabung_belum_salur`, `gabung_wali`.
    """
    isi_wajib({"alasan": alasan})
    if asing := set(ambil) - {*BIDANG, *TAMBAHAN}:
        raise BugError(f"no field of a person: {sorted(asing)}")
    banding = banding_orang(kerja, tinggal_id, pergi_id)
    if banding.halangan:
        raise banding.halangan[0]
    tinggal, pergi = kerja.sesi.get_one(Orang, tinggal_id), kerja.sesi.get_one(Orang, pergi_id)
    pindah = Pemindah(kerja, tinggal.id, alasan.strip())
    kk_dulu = [(o, o.no_kk) for o in (tinggal, pergi)]
    _pilih_tambahan(kerja, pindah, banding, ambil)
    banyak = _pindahkan(kerja, pindah, tinggal, pergi)
    _ambil_bidang(kerja, pindah, tinggal, pergi, [b.bidang for b in banding.beda if b.bidang in ambil], alasan.strip())
    _rapikan_kk(kerja, pindah, tinggal, kk_dulu)
    _tarik(kerja, pindah, banding, tinggal)
    _putuskan_sama(kerja, pindah, tinggal, pergi)
    pindah.ubah(pergi, "digabung_ke", tinggal.id)
    pindah.catatan.ganda = [{"kegiatan_id": str(g.kegiatan_id), "tahap": g.tahap} for g in banding.ganda]
    pindah.simpan(pergi.id)
    _catat_jejak(kerja, "gabung_orang", tinggal.id, pergi.id, alasan, pindah=banyak, ganda=len(banding.ganda))
    return HasilGabung(tinggal.id, banyak, len(banding.ditarik), banding.ganda)


def _catat_jejak(
    kerja: Kerja, aksi: str, tinggal: UUID, pergi: UUID, alasan: str, *, pindah: int, ganda: int = 0
) -> None:
    """Leave a line on both."""
    for orang_id, dengan in ((tinggal, pergi), (pergi, tinggal)):
        jejak.catat(
            kerja, aksi, objek="orang", objek_id=orang_id, dengan=dengan, alasan=alasan.strip(), pindah=pindah,
            terima_ganda=ganda,
        )  # fmt: skip


def _pindahkan(kerja: Kerja, pindah: Pemindah, tinggal: Orang, pergi: Orang) -> int:
    """Let every row that names the one who goes name the one who stays; return how many."""
    pernah = kegiatan_penerima(kerja, tinggal.id)
    diri = pasangan_orang(tinggal.id, pergi.id)
    banyak = 0
    for r in RUJUKAN:
        syarat = (~diri,) if r.tabel is Kemiripan else ()
        for baris in rujukan(kerja, r, pergi.id, *syarat):
            if isinstance(baris, Penerima) and baris.kegiatan_id in pernah:
                continue  # as it was signed: a list names nobody twice
            pindah.ubah(baris, r.kolom, tinggal.id)
            banyak += 1
    kerja.sesi.flush()
    return banyak


def _pilih_tambahan(kerja: Kerja, pindah: Pemindah, banding: BandingOrang, ambil: Collection[str]) -> None:
    """Of wali and accounts leave only the chosen one in use; before anything moves."""
    kiri, kanan = banding.kiri.id, banding.kanan.id
    if all(wali := [wali_kini(kerja, satu) for satu in (kiri, kanan)]):
        for w in wali["wali" not in ambil]:
            pindah.ubah(w, "sampai", kerja.hari_ini())
    for jenis in TAMBAHAN[1:]:
        if all(dipakai := [rekening_dipakai(kerja, satu, jenis) for satu in (kiri, kanan)]):
            for r in dipakai[jenis not in ambil]:
                pindah.ubah(r, "aktif", False)


def _ambil_bidang(kerja: Kerja, pindah: Pemindah, tinggal: Orang, pergi: Orang, bidang: list[str], alasan: str) -> None:
    for satu in (b for b in bidang if b not in TAMBAHAN):
        lama, baru = getattr(tinggal, satu), getattr(pergi, satu)
        pindah.ubah(tinggal, satu, baru)
        pindah.buat(
            RiwayatIdentitas(
                orang_id=tinggal.id, bidang=satu, lama="" if lama is None else str(lama),
                baru="" if baru is None else str(baru), alasan=f"Digabung dengan {pergi.nama}: {alasan}",
                akun_id=kerja.pelaku.akun_id,
            )
        )  # fmt: skip
    pindah.ubah(tinggal, "nama_cari", identitas.nama_cari(tinggal.nama))
    if tinggal.foto_id is None:
        pindah.ubah(tinggal, "foto_id", pergi.foto_id)


def _rapikan_kk(kerja: Kerja, pindah: Pemindah, tinggal: Orang, dulu: Collection[tuple[Orang, str | None]]) -> None:
    """Let only the No. KK run on that the person has now; the other one becomes an earlier one.

    Args:
        dulu: the two with the number that each had before.
    """
    kueri = select(RiwayatKk).where(RiwayatKk.orang_id == tinggal.id).order_by(col(RiwayatKk.urut))
    semua, hari_ini = list(kerja.sesi.exec(kueri)), kerja.hari_ini()
    tetap = next((kk for kk in semua if kk.sampai is None and kk.no_kk == tinggal.no_kk), None)
    for kk in semua:
        if kk.sampai is None and kk is not tetap:
            pindah.ubah(kk, "sampai", hari_ini)
    lama = [(o, kk) for o, kk in dulu if kk not in (None, tinggal.no_kk, *(ada.no_kk for ada in semua))]
    for orang, no_kk in lama:
        sejak = orang.dibuat_pada.astimezone(ZoneInfo(kerja.kantor.zona)).date()
        pindah.buat(RiwayatKk(orang_id=tinggal.id, no_kk=no_kk or "", shdk=orang.shdk, sejak=sejak, sampai=hari_ini))
    if (semua or lama) and tetap is None and tinggal.no_kk:
        pindah.buat(RiwayatKk(orang_id=tinggal.id, no_kk=tinggal.no_kk, shdk=tinggal.shdk, sejak=hari_ini))


def _tarik(kerja: Kerja, pindah: Pemindah, banding: BandingOrang, tinggal: Orang) -> None:
    for usulan_id, _ in banding.ditarik:
        usulan = kerja.sesi.get_one(Usulan, usulan_id)
        pindah.ubah(usulan, "status", StatusUsulan.DITARIK.value)
        pindah.ubah(usulan, "alasan", f"Orang yang sama dengan {tinggal.nama}")


def _putuskan_sama(kerja: Kerja, pindah: Pemindah, tinggal: Orang, pergi: Orang) -> None:
    """What was asked, or judged otherwise, about the two is judged by this."""
    for k in kerja.sesi.exec(select(Kemiripan).where(pasangan_orang(tinggal.id, pergi.id))):
        if k.putusan != PutusanKemiripan.SAMA.value:
            for kolom, nilai in (
                ("putusan", PutusanKemiripan.SAMA.value), ("oleh_akun_id", kerja.akun_id), ("pada", kerja.sekarang()),
            ):  # fmt: skip
                pindah.ubah(k, kolom, nilai)


# --- taking it back --------------------------------------------------------------------------------------------------


def pisah_orang(kerja: Kerja, pergi_id: UUID, *, alasan: str) -> UUID:
    """Take a merge back: both stand as before it. Return the id of the one who had stayed.

    Raises:
        KnownError: `tidak_berwenang`, `perlu_seluruh_wilayah`, `isian_kosong`, `gabung_tidak_ada`; `gabung_dipakai`
            with what stands on it.
    """
    wajib(kerja, Hak.VERIFIKASI)
    wajib_seluruh(kerja)
    isi_wajib({"alasan": alasan})
    if (ada := penggabungan(kerja, pergi_id)) is None:
        raise KnownError("gabung_tidak_ada")
    catatan = ada.catatan
    if halangan := _di_atas(kerja, catatan, ada.baris.urut):
        raise KnownError("gabung_dipakai", halangan=halangan)
    for tabel, baris_id in reversed(catatan.buat):
        if (buatan := baris_ubahan(kerja, tabel, baris_id)) is not None:
            kerja.sesi.delete(buatan)
    kerja.sesi.flush()
    for tabel, baris_id, kolom, lama, _ in reversed(catatan.ubah):
        if (asal := baris_ubahan(kerja, tabel, baris_id)) is not None:
            kembalikan(asal, kolom, lama)
    kerja.sesi.delete(ada.baris)
    kerja.sesi.flush()
    banyak = sum(kolom in _KOLOM_ORANG for _, _, kolom, _, _ in catatan.ubah)
    _catat_jejak(kerja, "pisah_orang", catatan.ke, pergi_id, alasan, pindah=banyak)
    return catatan.ke


_KOLOM_ORANG = frozenset(r.kolom for r in RUJUKAN)


def _di_atas(kerja: Kerja, catatan: Catatan, urut: int) -> list[str]:
    """Say what came since the merge and would not know whose it is."""
    tinggal = kini(kerja, catatan.ke)
    if tinggal.id != catatan.ke:
        return [f"orangnya sudah digabung lagi dengan {tinggal.nama}"]
    halangan = [kata for r in RUJUKAN if (kata := _baru(kerja, r, catatan.ke, urut))]
    berubah = {
        (tabel, baris_id)
        for tabel, baris_id, kolom, _, baru in catatan.ubah
        if (isi := baris_ubahan(kerja, tabel, baris_id)) is not None and not masih(isi, kolom, baru)
    }
    if berubah:
        halangan.append(f"{bilangan(len(berubah))} catatan yang ikut digabung sudah diubah lagi")
    return halangan


def _baru(kerja: Kerja, r: Rujukan, orang_id: UUID, urut: int) -> str:
    syarat = [col(r.tabel.urut) > urut]
    if r.tabel is Kemiripan:
        syarat.append(col(Kemiripan.putusan) != PutusanKemiripan.BELUM.value)
    banyak = len(rujukan(kerja, r, orang_id, *syarat))
    return f"{bilangan(banyak)} {r.sebutan} baru" if banyak else ""
