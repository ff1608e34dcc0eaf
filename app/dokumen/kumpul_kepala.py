"""Gathers what every document has: letterhead and signer from the office's set-up, kegiatan, tahap, number and date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from app.bahasa.angka import bilangan, kapital_kata, terbilang
from app.bahasa.waktu import BULAN, nama_hari, tanggal
from app.dokumen.isi import Kepala, KopSurat, Penanda, Permintaan
from app.dokumen.setelan import setelan_cetak
from app.kantor import DataKantor, DataPejabat, daftar_pejabat, lambang, lihat_kantor, pejabat
from app.kerja import Kerja
from app.pijakan import daftar_tahap
from app.wilayah_akun import wajib_dokumen
from db.galat import KnownError
from db.istilah import JenisKantor, SifatSurat
from db.model import Kegiatan, Tahap

KEPALA_KANTOR = ("kepala", "camat")
BUPATI = ("bupati", "wali_kota")


TITIK_PENDEK = "." * 14


def fakta_hari(hari: date | None) -> dict[str, str]:
    """Spell a day as minutes do; one that is not chosen yet is left to be written by hand."""
    return {
        "hari": nama_hari(hari) if hari else TITIK_PENDEK,
        "tanggal_kata": kapital_kata(terbilang(hari.day)) if hari else TITIK_PENDEK,
        "bulan": BULAN[hari.month - 1] if hari else TITIK_PENDEK,
        "tahun_kata": kapital_kata(terbilang(hari.year)) if hari else TITIK_PENDEK * 2,
    }


def tujuan_desa(desa: str, *lewat: str) -> tuple[str, ...]:
    """Address a letter to who heads a desa: a Kepala Desa, or the Lurah of a kelurahan.

    Args:
        desa: with its kind, `Desa Kujan`.
        lewat: further lines, such as `melalui TKSK Kecamatan Bulik`.
    """
    siapa = desa.replace("Kelurahan", "Lurah", 1) if desa.startswith("Kelurahan") else f"Kepala {desa}"
    return (siapa, *filter(None, lewat), "di Tempat")


def tempat_tanggal(kepala: Kepala) -> str:
    """Give place and date above a signature, dotted where they are not known."""
    kapan = tanggal(kepala.tanggal) if kepala.tanggal else "." * 28
    return f"{kepala.tempat or '.' * 20}, {kapan}"


def berhuruf(jumlah: int) -> str:
    """Write a number with its words beside: `12 (dua belas)`."""
    return f"{bilangan(jumlah)} ({terbilang(jumlah)})"


def kop_kantor(kerja: Kerja) -> KopSurat:
    """Return the letterhead of the acting office."""
    d = lihat_kantor(kerja)
    daerah = d.nama_pemda.upper().removeprefix("PEMERINTAH ").strip()
    nama = d.nama.upper().removesuffix(daerah).strip(" ,") or d.nama.upper()
    alamat = " ".join(filter(None, (d.alamat, d.kode_pos)))
    kontak = (("Telepon", d.telepon), ("Pos-el", d.pos_el), ("Laman", d.laman))
    return KopSurat(
        pemda=d.nama_pemda.upper(),
        nama=nama,
        alamat=alamat,
        kontak=", ".join(f"{label} {isi}" for label, isi in kontak if isi),
        logo=lambang(kerja),
    )


def nama_pemda(kerja: Kerja) -> str:
    """Return the region as it reads inside a sentence: `Kabupaten Lamandau`."""
    return kapital_kata(lihat_kantor(kerja).nama_pemda.removeprefix("PEMERINTAH ").strip().lower())


def pilih_pejabat(kerja: Kerja, pejabat_id: UUID | None, kunci: Sequence[str], pada: date) -> DataPejabat | None:
    """Return who signs: the one chosen, else who is in post on that day under one of `kunci`, else None."""
    if pejabat_id is not None:
        return pejabat(kerja, pejabat_id)
    for satu in kunci:
        if ada := daftar_pejabat(kerja, kunci=satu, pada=pada):
            return ada[-1]
    return None


def penanda(data: DataPejabat | None) -> Penanda | None:
    """Return a signer as it is printed."""
    if data is None:
        return None
    golongan = f"({data.golongan})" if data.golongan else ""
    return Penanda(
        jabatan=data.jabatan,
        nama=data.nama,
        pangkat=" ".join(filter(None, (data.pangkat, golongan))),
        nip=data.nip or "",
        cara=data.cara,
        atas_nama=data.atas_nama,
        untuk_beliau=data.untuk_beliau,
        ber_nip=bool(data.nip) or _pegawai(data),
    )


def _tanpa_nama(kantor: DataKantor, kunci: Sequence[str]) -> Penanda | None:
    """Name the post alone while the office has not named its head; None for any other signer."""
    if KEPALA_KANTOR[0] not in kunci:
        return None
    camat = kantor.jenis is JenisKantor.KECAMATAN
    return Penanda(f"Camat {kantor.nama.removeprefix('Kecamatan ')}" if camat else f"Kepala {kantor.nama}")


def _pegawai(data: DataPejabat) -> bool:
    """Tell whether a post is held by a civil servant, who has an NIP: not so an elected Bupati or Kepala Desa."""
    if data.kunci == "kades":
        return (data.kode_desa or "").rpartition(".")[2].startswith("1")  # a kelurahan, so a Lurah
    return data.kunci not in BUPATI


def tahap_diminta(kerja: Kerja, kegiatan_id: UUID, nomor: int | None) -> Tahap | None:
    """Return the tahap of that number; None without a number.

    Raises:
        KnownError: `tahap_tidak_ada`.
    """
    if nomor is None:
        return None
    for tahap in daftar_tahap(kerja, kegiatan_id):
        if tahap.nomor == nomor:
            return tahap
    raise KnownError("tahap_tidak_ada")


def kumpul_kepala(
    kerja: Kerja, kegiatan: Kegiatan, minta: Permintaan, *, kunci: Sequence[str] = KEPALA_KANTOR
) -> Kepala:
    """Return the head of a document of a kegiatan; the tahap is named only where there are several.

    Raises:
        KnownError: `tahap_tidak_ada`; for an account of a part of the area `di_luar_wilayah`,
            `dokumen_seluruh_wilayah`.
    """
    wajib_dokumen(kerja, minta.desa, minta.orang)
    kantor = lihat_kantor(kerja)
    tahap = tahap_diminta(kerja, kegiatan.id, minta.tahap)
    beberapa = len(daftar_tahap(kerja, kegiatan.id)) > 1
    pada = minta.tanggal or kerja.hari_ini()
    return Kepala(
        kop=kop_kantor(kerja),
        kegiatan=kegiatan.nama,
        tahun=kegiatan.tahun,
        tempat=kantor.tempat_surat,
        pemda=nama_pemda(kerja),
        nomor=minta.nomor or "",
        tanggal=minta.tanggal,
        tahap=tahap.nama if tahap and beberapa else "",
        penanda=penanda(pilih_pejabat(kerja, minta.penandatangan_id, kunci, pada)) or _tanpa_nama(kantor, kunci),
        kertas=kantor.kertas,
        sifat=minta.sifat or SifatSurat.BIASA,
    )


def kepala_di(kepala: Kepala, minta: Permintaan, desa: str) -> Kepala:
    """Return the head of one desa's letter among several: each bears its own number."""
    if minta.nomor_desa is None:
        return kepala
    return replace(kepala, nomor=minta.nomor_desa.get(desa, ""))


def mengetahui(kerja: Kerja, kode: str, kecamatan: str, pada: date | None) -> tuple[Penanda, ...]:
    """Return who signs the paper `kode` as witness where the office wants that: TKSK, Camat.

    Of several it is the one whose post names the kecamatan; who is not set up signs above a dotted line.
    """
    hari = pada or kerja.hari_ini()
    return tuple(_saksi(kerja, kunci, kecamatan, hari) for kunci in setelan_cetak(kerja).untuk(kode).mengetahui)


def nama_tksk(kerja: Kerja, kecamatan: str, pada: date | None) -> str:
    """Return the name of the TKSK whose post names the kecamatan; empty where the office has not set one up."""
    ada = daftar_pejabat(kerja, kunci="tksk", pada=pada or kerja.hari_ini())
    cocok = [p.nama for p in ada if kecamatan and kecamatan.casefold() in p.jabatan.casefold()]
    return cocok[-1] if cocok else ""


def _saksi(kerja: Kerja, kunci: str, kecamatan: str, hari: date) -> Penanda:
    ada = daftar_pejabat(kerja, kunci=kunci, pada=hari)
    cocok = [p for p in ada if kecamatan and kecamatan.casefold() in p.jabatan.casefold()]
    if not cocok and kerja.kantor.jenis == JenisKantor.KECAMATAN:
        cocok = ada
    if siapa := penanda(cocok[-1] if cocok else None):
        return siapa
    if kunci == "camat":
        return Penanda(f"Camat {kecamatan}".strip())
    return Penanda(f"TKSK Kecamatan {kecamatan}" if kecamatan else "TKSK", ber_nip=False)
