"""`salur verifikasi`: who is proposed, who is eligible, and the form that goes to the field and comes back."""

from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from app import verifikasi
from app.akses import Hak, boleh
from app.alasan import baca_alasan, daftar_alasan, peta_alasan
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.bahasa.sorotan import JUDUL
from app.bahasa.waktu import tanggal as tulis_tanggal
from app.dokumen.kumpul_orang import label_kategori
from app.identitas import samarkan
from app.kelayakan import Sikap, kelayakan_usulan
from app.kerja import Kerja
from app.sorotan import Disorot
from app.sorotan import sorotan as lima_sorotan
from app.verifikasi import BarisVerifikasi, HitungVerifikasi
from app.verifikasi.formulir import baca_formulir
from app.wilayah import Peta, peta_kantor
from db.istilah import HasilVerifikasi, StatusUsulan
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import Desa, KegiatanBoleh, KegiatanId, TanggalBoleh, kode_desa, wajib_kegiatan
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, job, kabar, tulis

HALAMAN = 1000  # rows read at a time

Petugas = Annotated[str, typer.Option("--petugas", metavar="NAMA", help="Yang memverifikasi; tanpa ini Anda.")]


class Cara(StrEnum):
    """Where a decision was reached."""

    MEJA = "meja"
    LAPANGAN = "lapangan"


app = kelompok()
SIKAP = {Sikap.MENDUKUNG: "Sesuai", Sikap.MENOLAK: "Keberatan", Sikap.BELUM: "Belum diketahui"}


@app.callback()
def daftar(
    ctx: typer.Context,
    kegiatan_id: KegiatanBoleh = None,
    desa: Desa = None,
    status: Annotated[
        StatusUsulan | None, typer.Option("--status", metavar="STATUS", help="Hanya yang berstatus ini.")
    ] = None,
    cari: Annotated[str, typer.Option("--cari", metavar="TEKS", help="Kata nama, atau angka NIK atau No. KK.")] = "",
    periksa: Annotated[bool, typer.Option("--perlu-diperiksa", help="Hanya yang perlu diperiksa.")] = False,
    json: Json = False,
) -> None:
    """Tampilkan usulan satu kegiatan menurut desa dan nama, beserta putusannya."""
    if ctx.invoked_subcommand:
        return
    kegiatan_id = wajib_kegiatan(kegiatan_id)
    with baca(ctx) as kerja:
        semua = list(_semua(kerja, kegiatan_id, kode_desa(desa), status, cari, periksa))
        peta, penuh = peta_kantor(kerja), boleh(kerja.pelaku, Hak.VERIFIKASI)
    if json:
        cetak_json([_json(b, peta, penuh=penuh) for b in semua])
        return
    for b in semua:
        nik = _nomor(b.nik, penuh=penuh)
        periksa_lagi = "perlu diperiksa" if b.perlu_periksa else ""
        kategori = label_kategori(b.kategori)
        cetak_baris(b.usulan_id, b.nama, nik, _desa(b, peta), kategori, _putusan(b), periksa_lagi)


@app.command(cls=Perintah)
def lihat(
    ctx: typer.Context, usulan_id: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor usulan.")]
) -> None:
    """Tampilkan satu usulan beserta setiap putusannya, yang terbaru lebih dahulu."""
    with baca(ctx) as kerja:
        rincian = verifikasi.lihat_usulan(kerja, usulan_id)
        aturan = kelayakan_usulan(kerja, usulan_id)
        peta, penuh = peta_kantor(kerja), boleh(kerja.pelaku, Hak.VERIFIKASI)
    b = rincian.baris
    cetak_baris("Nama", b.nama)
    cetak_baris("NIK", _nomor(b.nik, penuh=penuh))
    cetak_baris("No. KK", _nomor(b.no_kk, penuh=penuh))
    cetak_baris("Lahir", b.tempat_lahir, b.tanggal_lahir and tulis_tanggal(b.tanggal_lahir))
    cetak_baris("Alamat", b.alamat, _desa(b, peta))
    cetak_baris("Nomor orang", b.orang_id)
    for pendapat in aturan:
        cetak_baris("Aturan", SIKAP[pendapat.sikap], str(pendapat))
    cetak_baris("Putusan", _putusan(b))
    for p in rincian.riwayat:
        cetak_baris("Riwayat", tulis_tanggal(p.tanggal), label(p.hasil), p.alasan or p.alasan_kode, p.petugas)


@app.command(cls=Perintah)
def putuskan(
    ctx: typer.Context,
    hasil: Annotated[HasilVerifikasi, typer.Option("--hasil", metavar="HASIL", help="layak atau tidak_layak.")],
    usulan: Annotated[list[UUID] | None, typer.Argument(metavar="NOMOR", help="Nomor usulan.")] = None,
    semua: Annotated[bool, typer.Option("--semua", help="Semua usulan kegiatan yang belum diputuskan.")] = False,
    kegiatan_id: KegiatanBoleh = None,
    desa: Desa = None,
    kecuali: Annotated[
        list[UUID] | None, typer.Option("--kecuali", metavar="NOMOR", help="Selain usulan ini; boleh berulang.")
    ] = None,
    alasan: Annotated[
        str, typer.Option("--alasan", metavar="TEKS", help="Alasan tidak layak: kode, sebutan, atau kata sendiri.")
    ] = "",
    tanggal: TanggalBoleh = None,
    petugas: Petugas = "",
    cara: Annotated[Cara, typer.Option("--cara", metavar="CARA", help="meja atau lapangan.")] = Cara.MEJA,
) -> None:
    """Putuskan layak atau tidak layak; putusan lama tetap tersimpan."""
    if bool(usulan) == semua:
        raise typer.BadParameter("Sebutkan nomor usulannya, atau --semua dengan --kegiatan NOMOR.")
    with tulis(ctx) as kerja:
        if semua:
            usulan = _belum(kerja, wajib_kegiatan(kegiatan_id), kode_desa(desa))
        kode, kata = baca_alasan(peta_alasan(kerja), alasan)
        ringkas = verifikasi.putuskan(
            kerja, [u for u in usulan or () if u not in set(kecuali or ())], hasil, alasan_kode=kode, alasan=kata,
            tanggal=tanggal, petugas=petugas, cara=cara.value,
        )  # fmt: skip
    cetak_baris("Diputuskan", ringkas.diputuskan, label(hasil))
    if ringkas.berubah:
        cetak_baris("Berubah dari putusan lain", ringkas.berubah)
    if ringkas.masih_perlu_periksa:
        cetak_baris("Masih perlu diperiksa", ringkas.masih_perlu_periksa)


@app.command(cls=Perintah)
def alasan(ctx: typer.Context) -> None:
    """Tampilkan kode alasan tidak layak yang dipakai kantor ini."""
    with baca(ctx) as kerja:
        for satu in daftar_alasan(kerja):
            cetak_baris(satu.kode, satu.label)


@app.command(cls=Perintah)
def ringkasan(ctx: typer.Context, kegiatan_id: KegiatanId, json: Json = False) -> None:
    """Hitung usulan menurut putusan: seluruhnya, per desa, dan per petugas."""
    with baca(ctx) as kerja:
        r = verifikasi.ringkasan_verifikasi(kerja, kegiatan_id)
        petugas = verifikasi.kemajuan_petugas(kerja, kegiatan_id)
        peta, sebutan = peta_kantor(kerja), peta_alasan(kerja)
    if json:
        per_desa = {kode: _hitung(h) for kode, h in r.per_desa.items()}
        siapa = [asdict(p) | {"diputuskan": p.diputuskan} for p in petugas]
        cetak_json(_hitung(r.seluruh) | {"desa": per_desa, "alasan": dict(r.alasan), "petugas": siapa})
        return
    cetak_baris("", "Diusulkan", "Layak", "Tidak layak", "Belum diputuskan", "Ditolak SIKS-NG")
    for kode, h in r.per_desa.items():
        cetak_baris(peta.sebutan(kode) if kode else "Desa belum diketahui", *_hitung(h).values())
    cetak_baris("Jumlah", *_hitung(r.seluruh).values())
    for kode, banyak in r.alasan.items():
        cetak_baris("Tidak layak", sebutan.get(kode, kode), banyak)
    for p in petugas:
        cetak_baris("Petugas", p.petugas, p.diputuskan, f"{p.layak} layak", f"{p.tidak_layak} tidak layak")


@app.command(cls=Perintah)
def berbeda(ctx: typer.Context, kegiatan_id: KegiatanId, json: Json = False) -> None:
    """Tampilkan usulan yang dinilai layak oleh satu petugas dan tidak layak oleh yang lain, atau oleh lembar isian."""
    with baca(ctx) as kerja:
        semua, peta = verifikasi.hasil_berbeda(kerja, kegiatan_id), peta_kantor(kerja)
    if json:
        cetak_json([asdict(b) for b in semua])
        return
    for b in semua:
        putusan = (f"{label(p.hasil)} ({p.petugas}, {tulis_tanggal(p.tanggal)})" for p in b.putusan)
        sisa = (f"belum diambil: {label(t.hasil)} ({t.petugas}, {tulis_tanggal(t.tanggal)})" for t in b.tidak_diambil)
        cetak_baris(b.usulan_id, b.nama, peta.nama(b.kode_desa) if b.kode_desa else "", *putusan, *sisa)


@app.command(cls=Perintah)
def sorotan(ctx: typer.Context, kegiatan_id: KegiatanId, json: Json = False) -> None:
    """Tampilkan usulan yang biasa ditanyakan pemeriksa: identitas, ganda, meninggal atau pindah, acuan, masalah."""
    with baca(ctx) as kerja:
        isi, peta = lima_sorotan(kerja, kegiatan_id), peta_kantor(kerja)
    if json:
        cetak_json({jenis.value: [_json_sorot(d) for d in semua] for jenis, semua in isi.items()})
        return
    for jenis, semua in isi.items():
        for d in semua:
            desa = peta.sebutan(d.kode_desa) if d.kode_desa else ""
            cetak_baris(JUDUL[jenis.value], d.nama, desa, d.sebab, label(d.status))


def _json_sorot(d: Disorot) -> dict[str, Any]:
    return {
        "usulan_id": d.usulan_id,
        "nama": d.nama,
        "kode_desa": d.kode_desa,
        "status": d.status,
        "sebab": d.sebab,
        "pasti": d.pasti,
    }


@app.command(cls=Perintah)
def lembar(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    ke: Annotated[Path, typer.Option("--ke", metavar="BERKAS", help="Buku kerja yang ditulis (.xlsx).")],
    desa: Desa = None,
) -> None:
    """Tulis lembar isian untuk verifikasi di lapangan."""
    from reports.cetak_lapangan import cetak_lembar_verifikasi

    if ke.suffix.lower() != ".xlsx":
        raise typer.BadParameter("Lembar isian ditulis sebagai berkas .xlsx; beri nama dengan akhiran itu.")
    with tulis(ctx) as kerja:
        cetak_lembar_verifikasi(kerja, kegiatan_id, ke, desa=kode_desa(desa))
    typer.echo(ke)


@app.command("impor", cls=Perintah)
def impor_hasil(
    ctx: typer.Context,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Lembar isian yang sudah diisi.")],
    kegiatan_id: KegiatanId,
    tanggal: TanggalBoleh = None,
    petugas: Petugas = "",
    ganti: Annotated[bool, typer.Option("--ganti", help="Ganti putusan yang bertentangan.")] = False,
) -> None:
    """Masukkan hasil verifikasi dari lembar isian; yang tidak diambil disebutkan."""
    baris = baca_formulir(berkas, job())
    with tulis(ctx) as kerja:
        r = verifikasi.impor_hasil_verifikasi(kerja, kegiatan_id, baris, tanggal=tanggal, petugas=petugas, ganti=ganti)
    for kata, banyak in (
        ("Putusan dicatat", r.dicatat),
        ("Sudah sama", r.sama),
        ("Belum diisi", r.kosong),
        ("Bertentangan", len(r.bertentangan)),
        ("Tidak dapat dibaca", len(r.ditolak)),
    ):
        cetak_baris(kata, banyak)
    for masalah in (*r.bertentangan, *r.ditolak):
        kabar(f"Baris {masalah.baris} {masalah.nama}: {kalimat(masalah.sebab)}")


def _semua(
    kerja: Kerja, kegiatan_id: UUID, desa: str | None, status: StatusUsulan | None, kata: str, periksa: bool
) -> Iterator[BarisVerifikasi]:
    setelah = None
    while halaman := verifikasi.daftar_usulan(
        kerja, kegiatan_id, desa=desa, status=status, kata=kata, perlu_periksa=periksa or None, setelah=setelah,
        batas=HALAMAN,
    ):  # fmt: skip
        yield from halaman
        setelah = halaman[-1].kunci


def _belum(kerja: Kerja, kegiatan_id: UUID, desa: str | None) -> list[UUID]:
    """Return those who wait for a decision."""
    return [b.usulan_id for b in _semua(kerja, kegiatan_id, desa, StatusUsulan.DIUSULKAN, "", False)]


def _hitung(h: HitungVerifikasi) -> dict[str, int]:
    return {"diusulkan": h.diusulkan} | asdict(h)


def _nomor(nomor: str | None, *, penuh: bool) -> str:
    return (nomor if penuh else samarkan(nomor)) if nomor else ""


def _desa(b: BarisVerifikasi, peta: Peta) -> str:
    return peta.sebutan(b.kode_desa) if b.kode_desa else ""


def _putusan(b: BarisVerifikasi) -> str:
    if b.status is StatusUsulan.DIUSULKAN:
        return "Belum diputuskan"
    return f"{label(b.status)}: {b.alasan}" if b.alasan else label(b.status)


def _json(b: BarisVerifikasi, peta: Peta, *, penuh: bool) -> dict[str, Any]:
    return {
        "id": b.usulan_id, "orang": b.orang_id, "nama": b.nama, "nik": _nomor(b.nik, penuh=penuh),
        "no_kk": _nomor(b.no_kk, penuh=penuh), "tanggal_lahir": b.tanggal_lahir, "umur": b.umur,
        "kode_desa": b.kode_desa, "desa": _desa(b, peta), "kategori": b.kategori, "wali": b.wali, "status": b.status,
        "alasan": b.alasan, "perlu_diperiksa": b.perlu_periksa, "terkunci": b.terkunci,
    }  # fmt: skip
