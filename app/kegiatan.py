"""Kegiatan: a programme of one office in one year, from the day it is set up. Its way through the SOP is `app.sop`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Required, TypedDict, Unpack
from uuid import UUID

from sqlmodel import col, select

from app import jejak, wilayah
from app.akses import Hak, wajib
from app.bahasa.istilah import label
from app.bahasa.sop import ALASAN_JENIS
from app.kerja import Kerja
from app.pijakan import isi_wajib
from app.pijakan import lihat_kegiatan as ambil
from app.sop import bentuk, jalan, konteks, mesin, muat, versi
from app.sop.definisi import DefinisiSop
from db.galat import KnownError
from db.istilah import JenisBantuan, StatusKegiatan
from db.model import Kegiatan, Tahap, WilayahKegiatan

TAHUN = range(2000, 2101)


@dataclass(frozen=True, slots=True)
class DataTahap:
    """One round of payment and hand-over.

    Attributes:
        nominal: rupiah per recipient; None: the kegiatan's.
        rencana: the day from which the SOP's time for this tahap runs, at the earliest.
    """

    nama: str
    nominal: int | None = None
    rencana: date | None = None


@dataclass(frozen=True, slots=True)
class DataBarang:
    """A goods line or item that each recipient gets in each tahap: rice, buku tabungan, kartu ATM."""

    nama: str
    satuan: str = "buah"
    jumlah: int = 1


@dataclass(frozen=True, slots=True)
class RingkasanKegiatan:
    """A kegiatan in a list.

    Attributes:
        langkah_kini: order of the step whose turn it is; None once all are closed.
        label_kini, nama_langkah_kini: the same as people read it; empty once all are closed.
    """

    id: UUID
    kode_sop: str
    nama_sop: str
    nama: str
    tahun: int
    periode: str
    jenis_bantuan: JenisBantuan | None
    kode_wilayah: str
    wilayah: str
    status: StatusKegiatan
    mulai_pada: date
    langkah_kini: int | None
    label_kini: str
    nama_langkah_kini: str
    jumlah_langkah: int
    pelaksanaan_kini: UUID | None


@dataclass(frozen=True, slots=True)
class TahapKegiatan:
    """A tahap as it stands; `nominal` in rupiah per recipient, the kegiatan's where it has none of its own."""

    id: UUID
    nomor: int
    nama: str
    nominal: int | None
    rencana: date | None


@dataclass(frozen=True, slots=True)
class RincianKegiatan:
    """All of a kegiatan that its pages and papers show; the steps come from `app.sop.halaman`."""

    ringkasan: RingkasanKegiatan
    sop_versi: int
    nominal: int | None
    pagu: int | None
    kuota: int | None
    sumber_dana: str
    kode_rekening: str
    aturan: Mapping[str, Any]
    barang: tuple[DataBarang, ...]
    tahap: tuple[TahapKegiatan, ...]
    desa: tuple[str, ...]
    selesai_pada: date | None
    ditutup_pengumpulan: bool
    catatan: str
    definisi: DefinisiSop = field(repr=False)


class IsianKegiatan(TypedDict, total=False):
    """What a new kegiatan is made of; only SOP, name and year must be given."""

    kode_sop: Required[str]
    nama: Required[str]
    tahun: Required[int]
    jenis_bantuan: JenisBantuan | None  # None takes the SOP's first; an SOP that hands nothing over has none
    wilayah: str | None  # code of its area; None: the office's
    nominal: int | None  # rupiah per recipient and tahap
    pagu: int | None  # rupiah
    kuota: int | None  # persons
    tahap: Sequence[DataTahap | str]  # none given means one
    barang: Sequence[DataBarang]
    desa: Collection[str]  # codes of those that take part
    periode: str
    sumber_dana: str
    kode_rekening: str
    aturan: Mapping[str, Any]  # rules that differ from the SOP's, by key of `app.kelayakan`
    mulai_pada: date | None
    mulai_langkah: int  # first step worked on in Salur; those before were finished on paper …
    tanggal_sebelum: Mapping[int, date]  # … on these days
    tidak_berlaku: Mapping[int, str] | None  # step → reason; None: what the kind of aid does not need
    catatan: str


def buat_kegiatan(kerja: Kerja, **isian: Unpack[IsianKegiatan]) -> UUID:
    """Set a kegiatan up on a frozen copy of its SOP's newest version; its first step runs at once.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `tahun_salah`, `sop_tak_dikenal`, `jenis_bantuan_wajib`,
            `jenis_bantuan_lain`, `wilayah_tak_dikenal`, `wilayah_di_luar_kantor`, `kegiatan_nominal_salah`,
            `tahap_ganda`, `langkah_mulai_salah`, `keputusan_wajib_dijawab`.
    """
    wajib(kerja, Hak.KEGIATAN)
    sop = versi.sop_berlaku(kerja, isian["kode_sop"])
    kegiatan = _baris(kerja, sop, isian)
    kerja.sesi.add(kegiatan)
    kerja.sesi.flush()
    _tahap(kerja, kegiatan, isian.get("tahap", ()))
    tambah_desa(kerja, kegiatan, isian.get("desa", ()))
    lepas = isian.get("tidak_berlaku")
    if lepas is None:
        lepas = _lepas(sop, kegiatan)
    awal = mesin.awal(mesin.peta_kegiatan(sop), mulai=kegiatan.mulai_langkah, tidak_berlaku=frozenset(lepas))
    jalan.buat_jalur(kerja, kegiatan, awal, alasan=lepas)
    _tanggal_sebelum(kerja, kegiatan, isian.get("tanggal_sebelum", {}))
    jejak.catat(
        kerja,
        "buat_kegiatan",
        objek="kegiatan",
        objek_id=kegiatan.id,
        kegiatan_id=kegiatan.id,
        sop=sop.kode,
        nama=kegiatan.nama,
    )
    return kegiatan.id


def daftar_kegiatan(
    kerja: Kerja, *, tahun: int | None = None, status: StatusKegiatan | None = None, kode_sop: str | None = None
) -> list[RingkasanKegiatan]:
    """Return the kegiatan of the office, newest first."""
    kueri = select(Kegiatan).where(Kegiatan.kantor_id == kerja.kantor.id).order_by(col(Kegiatan.urut).desc())
    if tahun is not None:
        kueri = kueri.where(Kegiatan.tahun == tahun)
    if status is not None:
        kueri = kueri.where(Kegiatan.status == status)
    if kode_sop is not None:
        kueri = kueri.where(Kegiatan.kode_sop == kode_sop)
    kerja.sesi.flush()
    return [_ringkas(kerja, k) for k in kerja.sesi.exec(kueri).all()]


def lihat_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> RincianKegiatan:
    """Return one kegiatan.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `salinan_sop_berubah`.
    """
    k = ambil(kerja, kegiatan_id)
    kerja.sesi.flush()
    tahap = kerja.sesi.exec(select(Tahap).where(Tahap.kegiatan_id == k.id).order_by(col(Tahap.nomor)))
    desa = kerja.sesi.exec(select(WilayahKegiatan.kode_desa).where(WilayahKegiatan.kegiatan_id == k.id))
    return RincianKegiatan(
        _ringkas(kerja, k),
        k.sop_revisi,
        k.nominal,
        k.pagu,
        k.kuota,
        k.sumber_dana,
        k.kode_rekening,
        k.aturan,
        barang_kegiatan(k),
        tuple(TahapKegiatan(t.id, t.nomor, t.nama, t.nominal or k.nominal, t.rencana) for t in tahap),
        tuple(sorted(desa)),
        k.selesai_pada,
        k.ditutup_pengumpulan,
        k.catatan,
        konteks.definisi_kegiatan(k),
    )


def nama_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> str:
    """Return what a kegiatan is called.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    return ambil(kerja, kegiatan_id).nama


def barang_kegiatan(k: Kegiatan) -> tuple[DataBarang, ...]:
    """Return the goods lines and items of a kegiatan's row."""
    return tuple(DataBarang(b["nama"], b["satuan"], b["jumlah"]) for b in k.barang.get("item", ()))


# --- parts ------------------------------------------------------------------------------------------------------------


def _baris(kerja: Kerja, sop: DefinisiSop, isian: IsianKegiatan) -> Kegiatan:
    """Make the row, refusing what cannot be."""
    isi_wajib({"nama": isian["nama"]})
    if isian["tahun"] not in TAHUN:
        raise KnownError("tahun_salah", tahun=isian["tahun"])
    positif(isian.get("nominal"), isian.get("pagu"), isian.get("kuota"))
    jenis = _jenis(sop, isian.get("jenis_bantuan"))
    return Kegiatan(
        kantor_id=kerja.kantor.id,
        kode_sop=sop.kode,
        sop_revisi=sop.versi,
        sop_isi=muat.ke_json(sop),
        sop_sidik=muat.sidik(sop),
        nama=isian["nama"].strip(),
        tahun=isian["tahun"],
        periode=isian.get("periode", "").strip(),
        jenis_bantuan=jenis.value if jenis else None,
        kode_wilayah=_wilayah(kerja, isian.get("wilayah")),
        nominal=isian.get("nominal"),
        pagu=isian.get("pagu"),
        kuota=isian.get("kuota"),
        sumber_dana=isian.get("sumber_dana", ""),
        kode_rekening=isian.get("kode_rekening", ""),
        aturan={**bentuk.uraikan(sop.aturan), **isian.get("aturan", {})},
        barang=barang_json(isian.get("barang", ())),
        mulai_langkah=isian.get("mulai_langkah", 1),
        mulai_pada=isian.get("mulai_pada") or kerja.hari_ini(),
        catatan=isian.get("catatan", ""),
    )


def positif(*nilai: int | None) -> None:
    """Refuse an amount or a count that is nought or less; raises KnownError `kegiatan_nominal_salah`."""
    if any(n is not None and n <= 0 for n in nilai):
        raise KnownError("kegiatan_nominal_salah")


def _jenis(sop: DefinisiSop, jenis: JenisBantuan | None) -> JenisBantuan | None:
    """Choose the kind of aid: the SOP's first unless said; none where the SOP hands nothing over."""
    boleh = sop.aturan.jenis_bantuan
    if not boleh:
        if jenis is not None:
            raise KnownError("jenis_bantuan_lain")
        return None
    if jenis is not None and jenis not in boleh:
        raise KnownError("jenis_bantuan_wajib", pilihan=[label(j) for j in boleh])
    return jenis or boleh[0]


def _wilayah(kerja: Kerja, kode: str | None) -> str:
    """Return the code of an area within the office's."""
    if kode is None:
        return kerja.kantor.kode_wilayah
    kode = wilayah.rapikan_kode(kode)
    peta = wilayah.peta_kantor(kerja)
    if peta.cari_kode(kode) is None:
        raise KnownError("wilayah_tak_dikenal", kode=kode)
    if not wilayah.di_dalam(kode, kerja.kantor.kode_wilayah):
        raise KnownError("wilayah_di_luar_kantor", wilayah=peta.sebutan(kode))
    return kode


def _tahap(kerja: Kerja, kegiatan: Kegiatan, tahap: Sequence[DataTahap | str]) -> None:
    data = [DataTahap(t) if isinstance(t, str) else t for t in tahap] or [DataTahap(kegiatan.periode or "Tahap 1")]
    nama = [t.nama.strip().casefold() for t in data]
    for satu in data:
        if nama.count(satu.nama.strip().casefold()) > 1:
            raise KnownError("tahap_ganda", nama=satu.nama)
    for nomor, satu in enumerate(data, 1):
        kerja.sesi.add(baris_tahap(kegiatan, nomor, satu))


def baris_tahap(kegiatan: Kegiatan, nomor: int, data: DataTahap) -> Tahap:
    """Make the row of a tahap."""
    isi_wajib({"nama tahap": data.nama})
    positif(data.nominal)
    return Tahap(
        kegiatan_id=kegiatan.id, nomor=nomor, nama=data.nama.strip(), nominal=data.nominal, rencana=data.rencana
    )


def tambah_desa(kerja: Kerja, kegiatan: Kegiatan, desa: Collection[str]) -> None:
    """Add desa that take part and are not on the list yet."""
    kueri = select(WilayahKegiatan.kode_desa).where(WilayahKegiatan.kegiatan_id == kegiatan.id)
    ada = set(kerja.sesi.exec(kueri))
    for kode in sorted({_wilayah(kerja, satu) for satu in desa} - ada):
        kerja.sesi.add(WilayahKegiatan(kegiatan_id=kegiatan.id, kode_desa=kode))


def _lepas(sop: DefinisiSop, kegiatan: Kegiatan) -> dict[int, str]:
    """Return the steps that the kind of aid does not need, with the reason; those before the start were on paper."""
    if kegiatan.jenis_bantuan is None:
        return {}
    jenis, mulai = JenisBantuan(kegiatan.jenis_bantuan), kegiatan.mulai_langkah
    alasan = ALASAN_JENIS.format(jenis=label(jenis).lower())
    return {lk.urutan: alasan for lk in sop.langkah if jenis in lk.tidak_berlaku_untuk and lk.urutan >= mulai}


def _tanggal_sebelum(kerja: Kerja, kegiatan: Kegiatan, tanggal: Mapping[int, date]) -> None:
    for langkah, hari in tanggal.items():
        if langkah < kegiatan.mulai_langkah:
            jalan.catat_sebelum(kerja, konteks.baris_kini(kerja, kegiatan.id, langkah).id, tanggal=hari)


def barang_json(barang: Sequence[DataBarang]) -> dict[str, Any]:
    """Write goods lines and items as `Kegiatan.barang` holds them."""
    for satu in barang:
        isi_wajib({"nama barang": satu.nama, "satuan": satu.satuan})
        positif(satu.jumlah)
    return {"item": [{"nama": b.nama.strip(), "satuan": b.satuan, "jumlah": b.jumlah} for b in barang]}


def _ringkas(kerja: Kerja, k: Kegiatan) -> RingkasanKegiatan:
    definisi = konteks.definisi_kegiatan(k)
    kini = next((b for b in jalan.urutan_jalur(kerja, k.id) if b.status in mesin.TERBUKA), None)
    langkah = definisi.langkah_ke(kini.langkah) if kini else None
    return RingkasanKegiatan(
        k.id,
        k.kode_sop,
        definisi.nama_layar.tampil,
        k.nama,
        k.tahun,
        k.periode,
        JenisBantuan(k.jenis_bantuan) if k.jenis_bantuan else None,
        k.kode_wilayah,
        wilayah.peta_kantor(kerja).sebutan(k.kode_wilayah),
        StatusKegiatan(k.status),
        k.mulai_pada,
        kini.langkah if kini else None,
        langkah.label if langkah else "",
        langkah.nama_layar.tampil if langkah else "",
        len(definisi.langkah),
        kini.id if kini else None,
    )
