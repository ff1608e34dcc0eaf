"""What every accepted row of an import becomes: a person, a usulan, their No. KK, account and wali.

Keys are given here, before anything is written, so that rows of different tables can refer to each other and each table
takes one bulk insert. Rows stay in the columns in which they were read (`app.usulan.lajur`) down to the statement.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import compress, groupby
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.identitas import nama_cari
from app.jobs import JobContext
from app.kerja import Kerja
from app.pijakan import baca, potong
from app.usulan.banding import desil
from app.usulan.bentuk import Baris, HasilImpor, Lawan
from app.usulan.lajur import Lajur, terisi
from app.usulan.nomor import uang_diusulkan
from app.usulan.pembanding import BIDANG_ORANG
from db.dasar import id_baru
from db.istilah import NasibBaris, StatusUsulan, TujuanImpor
from db.model import Kegiatan, Orang, Rekening, Usulan, Wali
from db.sisip import JsonJadi, kunci_baru, sandi_json

_TEKS_ORANG = (
    *("tempat_lahir", "nama_ibu", "status_kawin", "pekerjaan", "shdk", "alamat", "dusun", "rt", "rw", "telepon"),
    *("ragam_disabilitas", "id_dtks"),
)
KOLOM_ORANG = (
    *("id", "nama", "nama_cari", "nik", "no_kk", "jenis_kelamin", "tanggal_lahir", "kode_desa", "desil"),
    *_TEKS_ORANG,
)
KOLOM_USULAN = (
    *("id", "orang_id", "kode_desa", "kategori", "wali_id", "nominal", "keterangan", "perlu_periksa"),
    *("asal_usulan_id", "data", "lembar", "baris"),
)
_PEMBAWA = ("no_rekening", "no_kks", "nama_wali")
"""Fields that bring a line of another table, which must know whose it is."""
_BERKOLOM = frozenset(BIDANG_ORANG) | {
    *("kategori", "keterangan", "nominal", "nama_wali", "nik_wali", "hubungan_wali", "telepon_wali"),
    *("no_rekening", "no_kks", "bank", "nama_rekening", "desa", "kecamatan", "kabupaten", "provinsi", "ttl", "rt_rw"),
    "alasan",  # of the rejected-rows workbook, when it comes back
}
"""Fields that have a column of their own somewhere; the others stay with the usulan as they are."""
_LAPOR = 5_000


@dataclass(slots=True)
class Rencana:
    """Who becomes what; `tulis` stores it.

    Attributes:
        lajur: all rows. kunci: for each of them, the key of its person.
        orang: people who are new. usulan: rows that become a usulan.
        ubah: rows of known people that say something new.
        asal: for a person, the usulan that SIKS-NG refused before (dtks).
        wali_lama: for a person, the wali already known, by name. rekening_lama: accounts already known.
    """

    hasil: HasilImpor
    impor_id: UUID
    hari_ini: date
    lajur: list[Lajur] = field(default_factory=list)
    kunci: list[list[str | UUID]] = field(default_factory=list)
    orang: int = 0
    usulan: int = 0
    ubah: list[Baris] = field(default_factory=list)
    rekening: list[dict[str, Any]] = field(default_factory=list)
    wali: list[dict[str, Any]] = field(default_factory=list)
    asal: dict[UUID, UUID] = field(default_factory=dict)
    wali_lama: dict[UUID, dict[str, UUID]] = field(default_factory=dict)
    rekening_lama: set[tuple[UUID, str]] = field(default_factory=set)

    def terima(self, lajur: Lajur, disebut: Collection[Lawan]) -> None:
        """Decide what some rows become; only a row that is an object can be refused, known, or bring a wali."""
        for bidang in _PEMBAWA:
            lajur.jadikan([ke for ke, isi in enumerate(lajur.isi.get(bidang, ())) if isi])
        for baris in lajur.khusus():
            if baris.ditolak:
                continue
            baris.tanpa_baris = not (baris.hasil or baris.perubahan or (disebut and baris.kunci in disebut))
            if baris.perubahan:
                self.ubah.append(baris)
            if not baris.ulang:
                _usulkan(baris, self)
        kunci: list[str | UUID] = [kunci_baru() for _ in lajur.nomor]
        for ke, baris in lajur.baris.items():
            kunci[ke] = baris.orang_id or kunci[ke]
        self.lajur.append(lajur)
        self.kunci.append(kunci)
        self.orang += sum(_baru(lajur))
        self.usulan += sum(_diusulkan(lajur))

    def tulis(self, kerja: Kerja, berkas: Mapping[int, UUID], ctx: JobContext | None = None) -> None:
        """Write every table, in the order in which they refer to each other; rows are made while they are written.

        Args:
            berkas: ids of the files by their number.

        Raises:
            JobCancelled: the user asked to stop.
        """
        jadi = self.hasil.tujuan is TujuanImpor.PENERIMA
        status = (StatusUsulan.LAYAK if jadi else StatusUsulan.DIUSULKAN).value
        orang = (kolom_orang(*satu) for satu in self._ikuti("Menyimpan orang", ctx))
        kerja.sisip_kolom(Orang, KOLOM_ORANG, orang)
        kerja.sisip_banyak(Rekening, self.rekening)
        kerja.sisip_banyak(Wali, self.wali)
        sisa = _tanpa_kolom(self.hasil)
        for nomor, semua in groupby(self._ikuti("Menyimpan usulan", ctx), lambda satu: satu[0].berkas):
            isi = (kolom_usulan(lajur, kunci, sisa, self.asal) for lajur, kunci in semua)
            asal = {"impor_id": self.impor_id, "berkas_id": berkas[nomor]}
            kerja.sisip_kolom(Usulan, KOLOM_USULAN, isi, kegiatan_id=self.hasil.kegiatan_id, status=status, **asal)

    def _ikuti(self, langkah: str, ctx: JobContext | None) -> Iterator[tuple[Lajur, list[str | UUID]]]:
        """Pass the rows on while they are written, and report how far it is.

        Raises:
            JobCancelled: the user asked to stop.
        """
        selesai, semua = 0, sum(map(len, self.lajur))
        for lajur, kunci in zip(self.lajur, self.kunci, strict=True):
            if ctx:
                ctx.lapor(selesai, semua, langkah)
            yield lajur, kunci
            selesai += len(lajur)


# --- rows as columns of their tables ---------------------------------------------------------------------------------


def kolom_orang(lajur: Lajur, kunci: Sequence[str | UUID]) -> list[Sequence[Any]]:
    """Return the columns of `KOLOM_ORANG` for the rows whose person is new."""
    nilai = {bidang: terisi(lajur, bidang, _ambil(bidang)) for bidang in ("nama", *_TEKS_ORANG)}
    kolom: list[Sequence[Any]] = [
        kunci,
        nilai.pop("nama"),
        terisi(lajur, "", lambda b: b.cari or nama_cari(b.nama), lajur.cari),
        [nik or None for nik in terisi(lajur, "nik", lambda b: b.nik)],
        [nomor or None for nomor in terisi(lajur, "no_kk", lambda b: b.no_kk)],
        [jenis or None for jenis in terisi(lajur, "jenis_kelamin", lambda b: b.jenis_kelamin)],
        terisi(lajur, "", lambda b: b.lahir, lajur.lahir),
        lajur.kode_desa,
        [desil(tertulis) if tertulis else None for tertulis in terisi(lajur, "desil", _ambil("desil"))],
        *nilai.values(),
    ]
    return _saring(kolom, _baru(lajur))


def kolom_usulan(
    lajur: Lajur, kunci: Sequence[str | UUID], sisa: tuple[str, ...], asal: Mapping[UUID, UUID]
) -> list[Sequence[Any]]:
    """Return the columns of `KOLOM_USULAN` for the rows that become a usulan."""
    banyak = len(lajur)
    usulan_id: list[UUID | None] = [None] * banyak
    wali_id, asal_id, periksa = usulan_id.copy(), usulan_id.copy(), [False] * banyak
    for ke, b in lajur.baris.items():
        usulan_id[ke], wali_id[ke] = b.usulan_id, b.wali_id
        asal_id[ke] = asal.get(b.orang_id) if b.orang_id else None
        periksa[ke] = bool(b.hasil) and b.nasib is NasibBaris.PERLU_PERIKSA
    nominal = [uang_diusulkan(uang) if uang else None for uang in terisi(lajur, "nominal", _ambil("nominal"))]
    kolom: list[Sequence[Any]] = [
        usulan_id, kunci, lajur.kode_desa, lajur.kategori, wali_id, nominal,
        terisi(lajur, "keterangan", _ambil("keterangan")), periksa, asal_id, _data(lajur, sisa),
        [lajur.lembar] * banyak, lajur.nomor,
    ]  # fmt: skip
    return _saring(kolom, _diusulkan(lajur))


def _ambil(bidang: str) -> Callable[[Baris], str]:
    return lambda baris: baris.nilai.get(bidang, "")


def _baru(lajur: Lajur) -> list[bool]:
    """Tell of each row whether its person is new; a row that is no object always brings one."""
    baru = [True] * len(lajur)
    for ke, baris in lajur.baris.items():
        baru[ke] = baris.orang_baru
    return baru


def _diusulkan(lajur: Lajur) -> list[bool]:
    """Tell of each row whether it becomes a usulan."""
    ya = [True] * len(lajur)
    for ke, baris in lajur.baris.items():
        ya[ke] = not (baris.ditolak or baris.ulang)
    return ya


def _saring(kolom: list[Sequence[Any]], ikut: list[bool]) -> list[Sequence[Any]]:
    return kolom if all(ikut) else [list(compress(satu, ikut)) for satu in kolom]


def _data(lajur: Lajur, sisa: tuple[str, ...]) -> list[JsonJadi]:
    """Return, as JSON, the fields without a column of their own."""
    ada = tuple(bidang for bidang in sisa if bidang in lajur.isi)
    isi = zip(*(lajur.kolom(bidang) for bidang in ada), strict=True) if ada else iter([()] * len(lajur))
    data = [_tulis_sisa(ada, satu) for satu in isi]
    for ke in lajur.khas:
        data[ke] = _tulis_sisa(sisa, tuple(map(lajur.baris[ke].nilai.get, sisa)))
    return data


def _tanpa_kolom(hasil: HasilImpor) -> tuple[str, ...]:
    """Return the fields of these lists that have no column of their own, and the damaged NIK that a row came with."""
    daftar = [s.daftar for b in hasil.berkas for s in b.lembar if s.daftar and s.dipakai]
    bidang = [*dict.fromkeys(nama for satu in daftar for nama in satu.peta), "nik_tertulis"]
    return tuple(satu for satu in bidang if satu not in _BERKOLOM)


@lru_cache(maxsize=4096)
def _tulis_sisa(bidang: tuple[str, ...], isi: tuple[str | None, ...]) -> JsonJadi:
    """Write the fields without a column as JSON, once for all rows that say the same."""
    return JsonJadi(sandi_json({b: satu for b, satu in zip(bidang, isi, strict=True) if satu}))


# --- what each row becomes -------------------------------------------------------------------------------------------


def ikuti(baris: Sequence[Baris], langkah: str, ctx: JobContext | None) -> Iterator[Baris]:
    """Pass rows on while they are written, and report how far it is.

    Raises:
        JobCancelled: the user asked to stop.
    """
    for ke, satu in enumerate(baris):
        if ctx and ke % _LAPOR == 0:
            ctx.lapor(ke, len(baris), langkah)
        yield satu


def rencanakan(kerja: Kerja, hasil: HasilImpor, kegiatan: Kegiatan, impor_id: UUID) -> Rencana:
    """Decide what every accepted row becomes; ids are given here, so that rows can refer to each other."""
    rencana = Rencana(hasil, impor_id, kerja.hari_ini())
    lama = {b.orang_id for b in hasil.bercatatan if b.orang_id and not b.ditolak}
    rencana.asal = _usulan_ditolak_sistem(kerja, lama) if kegiatan.kode_sop == "dtks" else {}
    rencana.wali_lama = _wali_kini(kerja, lama)
    rencana.rekening_lama = _rekening_kini(kerja, lama)
    disebut = hasil.disebut
    for lajur in hasil.lajur:
        rencana.terima(lajur, disebut)
    return rencana


def _usulkan(baris: Baris, rencana: Rencana) -> None:
    """Give a row its usulan, and its person where nobody knew him; one that is not spoken of needs neither by name."""
    baris.tanpa_baris = baris.tanpa_baris and not any(b in baris.nilai for b in _PEMBAWA)
    baris.orang_baru = baris.orang_id is None
    if not baris.tanpa_baris:
        baris.orang_id = baris.orang_id or id_baru()
        baris.usulan_id = id_baru()
        _rekening(baris, rencana)
        baris.wali_id = _wali(baris, rencana)


def _rekening(baris: Baris, rencana: Rencana) -> None:
    nilai, orang_id = baris.nilai, baris.orang_id
    for bidang, jenis in (("no_rekening", "rekening"), ("no_kks", "kks")):
        nomor = nilai.get(bidang)
        if not nomor or orang_id is None or (orang_id, nomor) in rencana.rekening_lama:
            continue
        baris.ikutan = (*baris.ikutan, id_baru())
        rencana.rekening.append(
            {
                "id": baris.ikutan[-1],
                "orang_id": orang_id,
                "bank": nilai.get("bank", ""),
                "nomor": nomor,
                "atas_nama": nilai.get("nama_rekening", ""),
                "jenis": jenis,
            }
        )


def _wali(baris: Baris, rencana: Rencana) -> UUID | None:
    """Give the wali that the row names; one who is already known for the person is not written again."""
    nilai, orang_id = baris.nilai, baris.orang_id
    nama = nilai.get("nama_wali", "")
    if not nama or orang_id is None:
        return None
    ada = rencana.wali_lama.get(orang_id, {}).get(nama_cari(nama))
    if ada:
        return ada
    nik = nilai.get("nik_wali", "")
    wali_id = id_baru()
    baru = {
        "id": wali_id,
        "orang_id": orang_id,
        "nama": nama,
        "nik": nik if len(nik) == 16 and nik.isdigit() else None,
        "hubungan": nilai.get("hubungan_wali", ""),
        "telepon": nilai.get("telepon_wali", ""),
        "sejak": rencana.hari_ini,
    }
    rencana.wali.append(baru)
    baris.ikutan = (*baris.ikutan, wali_id)
    return wali_id


def _wali_kini(kerja: Kerja, ids: Collection[UUID]) -> dict[UUID, dict[str, UUID]]:
    kini: dict[UUID, dict[str, UUID]] = {}
    kueri = sa.select(col(Wali.orang_id), col(Wali.nama), col(Wali.id)).where(col(Wali.sampai).is_(None))
    for bagian in potong(ids):
        for orang_id, nama, wali_id in baca(kerja, kueri.where(col(Wali.orang_id).in_(bagian))):
            kini.setdefault(orang_id, {})[nama_cari(nama)] = wali_id
    return kini


def _rekening_kini(kerja: Kerja, ids: Collection[UUID]) -> set[tuple[UUID, str]]:
    kueri = sa.select(col(Rekening.orang_id), col(Rekening.nomor))
    return {
        (b[0], b[1]) for bagian in potong(ids) for b in baca(kerja, kueri.where(col(Rekening.orang_id).in_(bagian)))
    }


def _usulan_ditolak_sistem(kerja: Kerja, ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Return the last usulan of each person that SIKS-NG refused: a mended one is linked to it (dtks step 5)."""
    kueri = sa.select(col(Usulan.orang_id), col(Usulan.id)).where(
        col(Usulan.status) == StatusUsulan.DITOLAK_SISTEM.value
    )
    hasil: dict[UUID, UUID] = {}
    for bagian in potong(ids):
        baris = baca(kerja, kueri.where(col(Usulan.orang_id).in_(bagian)).order_by(col(Usulan.urut)))
        hasil.update((b[0], b[1]) for b in baris)
    return hasil
