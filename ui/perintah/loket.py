"""`salur loket`: the DTKS counter, where each applicant gets a number and a place in the running triwulan."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import typer

from app.antrean import belum_diajukan_lagi, berkas_pemohon, kenal_orang, kenali, loket_kini
from app.bahasa.angka import bilangan
from app.bahasa.istilah import label
from app.identitas import samarkan
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.loket import Pemohon, kumpulkan_triwulan, lengkapi_pemohon, terima_pemohon
from app.orang import DataOrang
from app.sop.pemohon import Pemohon as BarisPemohon
from app.sop.pemohon import daftar_pemohon
from app.waktu_loket import waktu_loket
from app.wilayah import peta_kantor, rapikan_kode
from db.istilah import JenisKelamin, StatusUsulan
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import KegiatanBoleh, KegiatanId, TanggalBoleh, pilihan_tanggal
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()
Dokumen = Annotated[list[str] | None, typer.Option(metavar="KODE", help="Kode berkas yang dibawa; boleh berulang.")]
Lengkap = Annotated[bool, typer.Option("--lengkap", help="Semua berkas yang diminta dibawa.")]
NomorPemohon = Annotated[str, typer.Argument(metavar="PEMOHON", help="Nomor register, misalnya 0001/2026.")]


@app.callback()
def keadaan(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan triwulan DTKS, berkas, dan pemohonnya. Perintah di bawah menerima pemohon."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        loket, peta = loket_kini(kerja), peta_kantor(kerja)
        triwulan = kegiatan_id or loket.kegiatan_id
        pemohon = daftar_pemohon(kerja, triwulan) if triwulan else []
        nama = nama_kegiatan(kerja, triwulan) if triwulan else loket.nama
    if json:
        berkas = [{"kode": b.kode, "nama": b.nama, "wajib": b.wajib} for b in loket.berkas]
        cetak_json({"kegiatan_id": triwulan, "berkas": berkas, "pemohon": [asdict(p) for p in pemohon]})
        return
    cetak_baris("Triwulan", triwulan, nama)
    for b in loket.berkas:
        cetak_baris("Berkas", b.kode, b.nama, "wajib" if b.wajib else "dianjurkan")
    for p in pemohon:
        desa = peta.nama(p.kode_desa) if p.kode_desa else ""
        cetak_baris(p.nomor_register, p.usulan_id, p.nama, desa, label(p.status), _di_mana(p))


@app.command(cls=Perintah)
def waktu(ctx: typer.Context, kegiatan_id: KegiatanId, json: Json = False) -> None:
    """Bandingkan lama pelayanan loket dengan standar SOP."""
    with baca(ctx) as kerja:
        semua = waktu_loket(kerja, kegiatan_id)
    if json:
        cetak_json([asdict(w) for w in semua])
        return
    for w in semua:
        cetak_baris(w.nama, w.kata)


def _di_mana(p: BarisPemohon) -> str:
    """Say where an applicant stands; nothing of somebody who left."""
    if p.status is StatusUsulan.DITARIK:
        return ""
    return f"langkah {p.langkah}" if p.langkah else "berkas lengkap"


@app.command(cls=Perintah)
def terima(
    ctx: typer.Context,
    nik: Annotated[str | None, typer.Option(metavar="NIK", help="NIK menurut KTP.")] = None,
    nama: Annotated[str | None, typer.Option(metavar="NAMA", help="Nama menurut KTP.")] = None,
    desa: Annotated[str | None, typer.Option(metavar="KODE", help="Kode desa atau kelurahan.")] = None,
    no_kk: Annotated[str | None, typer.Option(metavar="NOMOR", help="No. KK.")] = None,
    kelamin: Annotated[JenisKelamin | None, typer.Option(metavar="L/P", help="L atau P.")] = None,
    tempat_lahir: Annotated[str | None, typer.Option(metavar="TEMPAT", help="Tempat lahir.")] = None,
    tanggal_lahir: Annotated[date | None, pilihan_tanggal("--tanggal-lahir", "Tanggal lahir.")] = None,
    nama_ibu: Annotated[str | None, typer.Option(metavar="NAMA", help="Nama ibu kandung.")] = None,
    pekerjaan: Annotated[str | None, typer.Option(metavar="TEKS", help="Pekerjaan.")] = None,
    alamat: Annotated[str | None, typer.Option(metavar="TEKS", help="Alamat.")] = None,
    rt: Annotated[str | None, typer.Option(metavar="RT", help="RT.")] = None,
    rw: Annotated[str | None, typer.Option(metavar="RW", help="RW.")] = None,
    telepon: Annotated[str | None, typer.Option(metavar="NOMOR", help="Telepon.")] = None,
    dokumen: Dokumen = None,
    lengkap: Lengkap = False,
    tanggal: TanggalBoleh = None,
    nomor: Annotated[str | None, typer.Option(metavar="NOMOR", help="Nomor register; tanpa ini berikutnya.")] = None,
    keterangan: Annotated[str, typer.Option(metavar="TEKS", help="Keterangan.")] = "",
    ajukan_lagi: Annotated[
        UUID | None, typer.Option(metavar="ORANG", help="Orang yang dahulu ditolak; lihat perintah ditolak.")
    ] = None,
) -> None:
    """Terima pemohon; cetak nomor register, nomor usulan, dan triwulannya.

    Data orang yang sudah dikenal dipakai lagi; sebutkan yang berubah saja.
    """
    baru: dict[str, Any] = {
        "nik": nik, "nama": nama, "kode_desa": rapikan_kode(desa) if desa else None, "no_kk": no_kk,
        "jenis_kelamin": kelamin.value if kelamin else None, "tempat_lahir": tempat_lahir,
        "tanggal_lahir": tanggal_lahir, "nama_ibu": nama_ibu, "pekerjaan": pekerjaan, "alamat": alamat, "rt": rt,
        "rw": rw, "telepon": telepon,
    }  # fmt: skip
    with tulis(ctx) as kerja:
        data = replace(_dikenal(kerja, nik, ajukan_lagi), **{k: v for k, v in baru.items() if v is not None})
        berkas = _berkas(dokumen, (b.kode for b in loket_kini(kerja).berkas), lengkap=lengkap)
        pemohon = Pemohon(data, berkas, tanggal=tanggal, nomor=nomor, keterangan=keterangan, orang_id=ajukan_lagi)
        hasil = terima_pemohon(kerja, pemohon)
    kata = "berkas lengkap" if hasil.lengkap else "berkas kurang"
    cetak_baris(hasil.nomor_register, hasil.usulan_id, hasil.kegiatan_id, hasil.kegiatan, kata)


def _dikenal(kerja: Kerja, nik: str | None, orang_id: UUID | None) -> DataOrang:
    """Return what is known of who stands at the counter; nothing of a stranger."""
    dikenal = kenal_orang(kerja, orang_id) if orang_id else kenali(kerja, nik or "")
    return dikenal.data if dikenal else DataOrang("")


def _berkas(dokumen: list[str] | None, diminta: Iterable[str], *, lengkap: bool) -> frozenset[str]:
    """Return the papers that were brought; a code that nobody asks for is wrong usage."""
    kode = frozenset(diminta)
    if asing := set(dokumen or ()) - kode:
        raise typer.BadParameter(
            f"Berkas {', '.join(sorted(asing))} tidak diminta; yang ada: {', '.join(sorted(kode))}."
        )
    return kode if lengkap else frozenset(dokumen or ())


@app.command(cls=Perintah)
def lengkapi(
    ctx: typer.Context,
    pemohon: NomorPemohon,
    kegiatan_id: KegiatanBoleh = None,
    dokumen: Dokumen = None,
    lengkap: Lengkap = False,
) -> None:
    """Catat berkas yang dibawa kemudian."""
    with tulis(ctx) as kerja:
        p = _pemohon(kerja, kegiatan_id, pemohon)
        diminta = (b.kode for b in berkas_pemohon(kerja, p.usulan_id))
        selesai = lengkapi_pemohon(kerja, p.usulan_id, _berkas(dokumen, diminta, lengkap=lengkap))
    cetak_baris(p.nomor_register, p.usulan_id, p.nama, "berkas lengkap" if selesai else "berkas kurang")


def _pemohon(kerja: Kerja, kegiatan_id: UUID | None, nomor: str) -> BarisPemohon:
    """Return the applicant with this register number: in the kegiatan named, else in the open triwulan."""
    triwulan = kegiatan_id or loket_kini(kerja).kegiatan_id
    for p in daftar_pemohon(kerja, triwulan) if triwulan else ():
        if nomor in (p.nomor_register, str(p.usulan_id)):
            return p
    raise typer.BadParameter(f"Tidak ada pemohon {nomor} di triwulan itu; sebutkan triwulannya dengan --kegiatan.")


@app.command(cls=Perintah)
def ditolak(ctx: typer.Context, json: Json = False) -> None:
    """Tampilkan yang ditolak SIKS-NG dan belum diajukan lagi; nomor di kolom pertama untuk --ajukan-lagi."""
    with baca(ctx) as kerja:
        semua = belum_diajukan_lagi(kerja)
    if json:
        cetak_json([asdict(p) | {"nik": samarkan(p.nik)} for p in semua])
        return
    for p in semua:
        cetak_baris(p.orang_id, p.nama, samarkan(p.nik), p.desa, p.kegiatan, p.alasan)


@app.command(cls=Perintah)
def kumpulkan(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    tunda: Annotated[
        bool, typer.Option("--tunda", help="Yang berkasnya kurang dilanjutkan di triwulan berikut.")
    ] = False,
) -> None:
    """Tutup pengumpulan satu triwulan."""
    with tulis(ctx) as kerja:
        hasil = kumpulkan_triwulan(kerja, kegiatan_id, tunda=tunda)
    lanjut: list[Any] = [f"{bilangan(hasil.ditunda)} dilanjutkan di {hasil.ke}"] if hasil.ditunda else []
    cetak_baris("Dikumpulkan", bilangan(hasil.jumlah), *lanjut)
