"""Recording who received: one act at the table, many from a day's papers, and taking an act back.

Every outcome is a new row; a mistake is taken back by a `batal_catat` row with its reason. What was handed over is
refused a second time per person, tahap and item, and the refusal says when, where and by whom.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.penyaluran.bagian import Penjaga
from app.penyaluran.hari import BIDANG, HariSerah
from app.penyaluran.isian import Acara, Entri, Wakil, susun_baris
from app.penyaluran.keadaan import CatatanSalur, Keadaan, hitung, masih_berlaku
from app.penyaluran.muat import BarisSerah, pilih_serah, susun_serah
from app.pijakan import bukan_besok, isi_wajib, kegiatan_berjalan, lihat_kegiatan, potong
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur, Zona
from db.model import Alokasi, Penyaluran


@dataclass(frozen=True, slots=True)
class Tindakan:
    """What one act did, enough to move the running counts without counting again.

    Attributes:
        penyaluran_ids: rows written; any of them undoes the act (`batalkan_hasil`).
        rupiah: what the act added to the money handed over (negative when taken back).
        baris: the recipient as they are read from now on, so that nobody need read them again.
    """

    alokasi_id: UUID
    penyaluran_ids: tuple[UUID, ...]
    sebelum: Keadaan
    sesudah: Keadaan
    rupiah: int
    baris: BarisSerah


@dataclass(frozen=True, slots=True)
class EntriDitolak:
    """An outcome that was not recorded, and why."""

    alokasi_id: UUID
    nama: str
    sebab: KnownError
    barang_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class RingkasanCatat:
    """What became of a day's papers: each entry is either recorded or refused with its reason."""

    dicatat: tuple[Tindakan, ...]
    ditolak: tuple[EntriDitolak, ...]


def catat_hasil(
    kerja: Kerja,
    alokasi_id: UUID,
    hasil: HasilSalur,
    *,
    barang_id: UUID | None = None,
    hanya_uang: bool = False,
    jumlah: int | None = None,
    wakil: Wakil | None = None,
    saksi: Sequence[str] = (),
    cap_jempol: bool = False,
    alasan: str = "",
    tanggal: date | None = None,
    tempat: str = "",
    lampiran_id: UUID | None = None,
) -> Tindakan:
    """Record the outcome of one hand-over (rehsos step 7, uep 6, balakas 5); see `Entri` for the arguments.

    Args:
        wakil: needed for `diwakilkan` (name, relation, surat kuasa); for `wali` the one on the list serves.
        saksi: two names with a thumb-print.
        tanggal: date on paper; None: today.

    Raises:
        KnownError: `sudah_menerima` (who, when, where, by whom), `tercatat_meninggal`, `wakil_kurang`,
            `nik_wakil_salah`, `saksi_kurang`, `alasan_salur_kosong`, `jumlah_melebihi_sisa`, `jumlah_tidak_sah`,
            `pilih_barang`, `barang_tidak_ada`, `alokasi_tidak_ada`, `alokasi_batal`, `tanggal_di_depan`,
            `tanggal_mendahului`, `ahli_waris_tidak_boleh`, `belum_tercatat_meninggal`,
            `tidak_berwenang`, `kegiatan_ditutup`; `dibawa_laptop_lain`, `di_luar_bagian`.
    """
    wajib(kerja, Hak.PENYALURAN)
    entri = Entri(
        alokasi_id, hasil, barang_id, hanya_uang, jumlah, wakil, tuple(saksi), cap_jempol, alasan, lampiran_id
    )
    baris = _muat_satu(kerja, alokasi_id)
    acara = _acara(kerja, baris.kegiatan_id, tanggal, tempat)
    _ahli_waris(kerja, baris.kegiatan_id, [entri])
    Penjaga(kerja, baris.kegiatan_id).periksa(baris)
    rows = susun_baris(baris, entri, acara)
    urut = HariSerah(kerja, baris.kegiatan_id, baris.orang_id)
    urut.periksa(baris, rows, acara.tanggal)
    kerja.sisip_banyak(Penyaluran, rows)
    urut.catat(acara.tanggal)
    jejak.catat(
        kerja, "catat_penyaluran", objek="alokasi", objek_id=alokasi_id, kegiatan_id=baris.kegiatan_id, hasil=hasil,
        tahap=baris.tahap_nomor, nomor=baris.nomor, barang=barang_id, wakil=bool(rows[0]["wakil_nama"]),
    )  # fmt: skip
    return _tindakan(baris, rows, acara)


def catat_banyak(
    kerja: Kerja, kegiatan_id: UUID, entri: Iterable[Entri], *, tanggal: date | None = None, tempat: str = ""
) -> RingkasanCatat:
    """Record a day's papers at once; what cannot be recorded is told and the rest is kept.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`, `tanggal_di_depan`.
    """
    wajib(kerja, Hak.PENYALURAN)
    acara = _acara(kerja, kegiatan_id, tanggal, tempat)
    urut = HariSerah(kerja, kegiatan_id)
    ringkasan, rows = _susun_banyak(kerja, kegiatan_id, list(entri), acara, urut)
    kerja.sisip_banyak(Penyaluran, rows)
    urut.catat(acara.tanggal)
    jejak.catat(
        kerja, "catat_penyaluran_banyak", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id,
        tanggal=acara.tanggal, tempat=tempat, dicatat=len(ringkasan.dicatat), ditolak=len(ringkasan.ditolak),
    )  # fmt: skip
    return ringkasan


def periksa_banyak(
    kerja: Kerja, kegiatan_id: UUID, entri: Iterable[Entri], *, tanggal: date | None = None
) -> tuple[EntriDitolak, ...]:
    """Say what `catat_banyak` would refuse; nothing is written.

    Raises:
        KnownError: as `catat_banyak`.
    """
    wajib(kerja, Hak.PENYALURAN)
    acara = _acara(kerja, kegiatan_id, tanggal, "")
    return _susun_banyak(kerja, kegiatan_id, list(entri), acara, HariSerah(kerja, kegiatan_id))[0].ditolak


def _susun_banyak(
    kerja: Kerja, kegiatan_id: UUID, semua: list[Entri], acara: Acara, urut: HariSerah
) -> tuple[RingkasanCatat, list[dict[str, Any]]]:
    """Make the rows of many entries; those that cannot be recorded are told."""
    _ahli_waris(kerja, kegiatan_id, semua)
    penjaga = Penjaga(kerja, kegiatan_id)
    dikenal = _muat_banyak(kerja, kegiatan_id, {e.alokasi_id for e in semua})
    dicatat: list[Tindakan] = []
    ditolak: list[EntriDitolak] = []
    rows: list[dict[str, Any]] = []
    for e in semua:
        if (baris := dikenal.get(e.alokasi_id)) is None:
            ditolak.append(EntriDitolak(e.alokasi_id, "", KnownError("alokasi_tidak_ada")))
            continue
        try:
            penjaga.periksa(baris)
            baru = susun_baris(baris, e, acara)
            urut.periksa(baris, baru, acara.tanggal)
        except KnownError as sebab:
            ditolak.append(EntriDitolak(e.alokasi_id, baris.nama, sebab, e.barang_id))
        else:
            rows += baru
            dicatat.append(_tindakan(baris, baru, acara))
            dikenal[e.alokasi_id] = dicatat[-1].baris
    return RingkasanCatat(tuple(dicatat), tuple(ditolak)), rows


def batalkan_hasil(kerja: Kerja, penyaluran_id: UUID, *, alasan: str) -> Tindakan:
    """Take back the act that a row belongs to, with a reason; the rows stay and show it.

    Raises:
        KnownError: `isian_kosong`, `catatan_tidak_ada`, `catatan_sudah_batal`, `batalkan_terbaru_dulu`,
            `tidak_berwenang`, `kegiatan_ditutup`, `dibawa_laptop_lain`, `di_luar_bagian`.
    """
    wajib(kerja, Hak.PENYALURAN)
    isi_wajib({"alasan pembatalan": alasan})
    asal = kerja.sesi.get(Penyaluran, penyaluran_id)
    if asal is None or asal.hasil == HasilSalur.BATAL_CATAT:
        raise KnownError("catatan_tidak_ada")
    acara = _acara(kerja, asal.kegiatan_id, None, "")
    baris = _muat_satu(kerja, asal.alokasi_id, termasuk_batal=True)
    Penjaga(kerja, baris.kegiatan_id).periksa(baris)
    berlaku = {c.id: c for c in masih_berlaku(baris.catatan)}
    if penyaluran_id not in berlaku:
        raise KnownError("catatan_sudah_batal")
    tindakan = [c for c in satu_tindakan(baris.catatan, penyaluran_id) if c.id in berlaku]
    _harus_terbaru(tindakan, berlaku.values())
    rows = [_cabut(acara, asal.kegiatan_id, c, alasan.strip()) for c in tindakan]
    kerja.sisip_banyak(Penyaluran, rows)
    jejak.catat(
        kerja, "batalkan_penyaluran", objek="alokasi", objek_id=asal.alokasi_id, kegiatan_id=asal.kegiatan_id,
        hasil=asal.hasil, nomor=baris.nomor, alasan=alasan,
    )  # fmt: skip
    return _tindakan(baris, rows, acara)


def batalkan_banyak(kerja: Kerja, kegiatan_id: UUID, ids: Collection[UUID], *, alasan: str) -> int:
    """Take back those of many rows that still count, with one reason; return how many. The caller writes the trail.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `kegiatan_ditutup`, `batalkan_terbaru_dulu`,
            `dibawa_laptop_lain`, `di_luar_bagian`.
    """
    wajib(kerja, Hak.PENYALURAN)
    isi_wajib({"alasan pembatalan": alasan})
    acara, penjaga = _acara(kerja, kegiatan_id, None, ""), Penjaga(kerja, kegiatan_id)
    milik = (
        set(kerja.sesi.exec(select(Penyaluran.alokasi_id).where(col(Penyaluran.id).in_(bagian))))
        for bagian in potong(sorted(ids))
    )
    rows: list[dict[str, Any]] = []
    for baris in _muat_banyak(kerja, kegiatan_id, set[UUID]().union(*milik), termasuk_batal=True).values():
        penjaga.periksa(baris)
        berlaku = masih_berlaku(baris.catatan)
        tindakan = [c for c in berlaku if c.id in ids]
        _harus_terbaru(tindakan, berlaku)
        rows += [_cabut(acara, kegiatan_id, c, alasan.strip()) for c in tindakan]
    kerja.sisip_banyak(Penyaluran, rows)
    return len(rows)


def satu_tindakan(catatan: Sequence[CatatanSalur], penyaluran_id: UUID) -> list[CatatanSalur]:
    """Return the rows written in one act with this one: its allocation's unbroken run of entry around it."""
    urut = sorted(catatan, key=lambda c: c.urut)
    awal = akhir = next(n for n, c in enumerate(urut) if c.id == penyaluran_id)
    while awal > 0 and urut[awal - 1].urut == urut[awal].urut - 1:
        awal -= 1
    while akhir + 1 < len(urut) and urut[akhir + 1].urut == urut[akhir].urut + 1:
        akhir += 1
    return urut[awal : akhir + 1]


def _harus_terbaru(tindakan: Iterable[CatatanSalur], berlaku: Iterable[CatatanSalur]) -> None:
    """Refuse to take back an outcome on which a later one of the same component stands."""
    terakhir = {c.barang_id: c.urut for c in sorted(berlaku, key=lambda c: c.urut)}
    if any(terakhir[barang] > urut for barang, urut in {c.barang_id: c.urut for c in tindakan}.items()):
        raise KnownError("batalkan_terbaru_dulu")


def _muat_satu(kerja: Kerja, alokasi_id: UUID, *, termasuk_batal: bool = False) -> BarisSerah:
    kueri = pilih_serah(termasuk_batal=termasuk_batal).where(col(Alokasi.id) == alokasi_id)
    baris = susun_serah(kerja, kueri)
    if not baris:
        raise KnownError("alokasi_tidak_ada" if kerja.sesi.get(Alokasi, alokasi_id) is None else "alokasi_batal")
    return baris[0]


def _muat_banyak(
    kerja: Kerja, kegiatan_id: UUID, ids: Iterable[UUID], *, termasuk_batal: bool = False
) -> dict[UUID, BarisSerah]:
    kueri = pilih_serah(termasuk_batal=termasuk_batal).where(col(Alokasi.kegiatan_id) == kegiatan_id)
    potongan = (susun_serah(kerja, kueri.where(col(Alokasi.id).in_(bagian))) for bagian in potong(list(ids)))
    return {b.alokasi_id: b for bagian in potongan for b in bagian}


def _ahli_waris(kerja: Kerja, kegiatan_id: UUID, semua: Iterable[Entri]) -> None:
    """Refuse to give an heir what the kegiatan's rule cancels."""
    if any(e.hasil is HasilSalur.AHLI_WARIS for e in semua):
        kegiatan = lihat_kegiatan(kerja, kegiatan_id)
        if not kegiatan.aturan.get("ahli_waris"):
            raise KnownError("ahli_waris_tidak_boleh", nama=kegiatan.nama)


def _acara(kerja: Kerja, kegiatan_id: UUID, tanggal: date | None, tempat: str) -> Acara:
    kegiatan_berjalan(kerja, kegiatan_id)
    hari = tanggal or kerja.hari_ini()
    bukan_besok(kerja, hari, BIDANG)
    return Acara(hari, kerja.sekarang(), tempat.strip(), kerja.akun_id, Zona(kerja.kantor.zona), kerja.pelaku.nama)


def _cabut(acara: Acara, kegiatan_id: UUID, c: CatatanSalur, alasan: str) -> dict[str, Any]:
    return {
        "id": id_baru(), "kegiatan_id": kegiatan_id, "alokasi_id": c.alokasi_id, "barang_id": c.barang_id,
        "hasil": HasilSalur.BATAL_CATAT.value, "tanggal": acara.tanggal, "pada": acara.pada, "alasan": alasan,
        "koreksi_dari": c.id, "akun_id": acara.akun_id,
    }  # fmt: skip


def _tindakan(baris: BarisSerah, rows: list[dict[str, Any]], acara: Acara) -> Tindakan:
    komponen, catatan = [k.komponen for k in baris.keadaan.komponen], _dengan(baris, rows, acara)
    sesudah = hitung(komponen, catatan, lewat_rekening=baris.keadaan.lewat_rekening)
    rupiah = sesudah.rupiah_tersalur - baris.keadaan.rupiah_tersalur
    kini = replace(baris, keadaan=sesudah, catatan=catatan)
    return Tindakan(baris.alokasi_id, tuple(r["id"] for r in rows), baris.keadaan, sesudah, rupiah, kini)


def _dengan(baris: BarisSerah, rows: list[dict[str, Any]], acara: Acara) -> tuple[CatatanSalur, ...]:
    """Return the outcomes of an allocation as they will be read with these rows.

    Their order numbers are not those of the store, but like those they leave a gap before another act.
    """
    akhir = max((c.urut for c in baris.catatan), default=0) + 1
    baru = (
        CatatanSalur(
            r["id"], r["alokasi_id"], r["barang_id"], HasilSalur(r["hasil"]), r.get("jumlah"), r["koreksi_dari"],
            akhir + n, r.get("nominal"), r["tanggal"], r["pada"], r.get("tempat", ""), r.get("wakil_nama", ""),
            r.get("wakil_nik"), r.get("wakil_hubungan", ""), r.get("surat_kuasa", ""), r.get("cap_jempol", False),
            tuple(r.get("saksi", ())), r["alasan"], r["akun_id"], acara.petugas,
        )
        for n, r in enumerate(rows, 1)
    )  # fmt: skip
    return (*baris.catatan, *baru)
