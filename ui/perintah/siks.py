"""`salur siks`: SIKS-NG's answer in, the refused back to their desa, and the new BNBA held against what was sent.

What goes to SIKS-NG is the list of the triwulan: `salur ekspor bnba`.
"""

from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.angka import bilangan
from app.identitas import samarkan
from app.kerja import Kerja
from app.siks.hasil import BarisLuar, HasilSiks, batalkan_hasil, jawab_sendiri, periksa_hasil, terapkan_hasil
from app.siks.jawaban import PENGIRIM, BerkasJawaban, baca_jawaban
from app.siks.kembali import daftar_kembali, kembalikan_ke_desa
from app.siks.rekonsiliasi import LABEL_PADANAN, Padanan, daftar_padanan, hasil_rekonsiliasi, rekonsiliasi
from app.sop.pemohon import daftar_pemohon
from app.usulan.buku import daftar_impor
from app.usulan.pemetaan import muat_ingatan, pilih_pemetaan
from app.verifikasi import semua_usulan
from app.wilayah import peta_kantor, rapikan_kode
from db.istilah import StatusImpor, StatusUsulan, TujuanImpor
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import Alasan, KegiatanBoleh, KegiatanId, TanggalBoleh, berpasangan, wajib_kegiatan
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, job, kabar, masuk, tulis

app = kelompok()
HASIL = {
    StatusUsulan.LAYAK: "Diterima",
    StatusUsulan.DITOLAK_SISTEM: "Ditolak SIKS-NG",
    StatusUsulan.DIUSULKAN: "Belum dijawab",
    StatusUsulan.TIDAK_LAYAK: "Tidak layak",
}
_PALING_BANYAK = 100_000  # people of one triwulan; a regency sends far fewer
Berkas = Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas dari SIKS-NG: xlsx, xls, ods, csv.")]
PemetaanBoleh = Annotated[
    str | None, typer.Option("--pemetaan", metavar="NAMA", help="Pemetaan kolom yang dipakai: namanya, atau berkasnya.")
]


@app.callback()
def keadaan(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan jawaban SIKS-NG per orang. Perintah di bawah memasukkan dan mengembalikan."""
    if ctx.invoked_subcommand:
        return
    nomor = wajib_kegiatan(kegiatan_id)
    with baca(ctx) as kerja:
        orang = list(semua_usulan(kerja, nomor))
        berkas = [b for b in daftar_impor(kerja, nomor) if b.tujuan is TujuanImpor.HASIL_SIKS]
        register = {p.usulan_id: p.nomor_register for p in daftar_pemohon(kerja, nomor)}
        peta = peta_kantor(kerja)
    if json:
        isi = [
            {"usulan_id": u.usulan_id, "nomor_register": register[u.usulan_id], "nama": u.nama,
             "kode_desa": u.kode_desa, "status": u.status, "alasan": u.alasan}
            for u in orang
        ]  # fmt: skip
        impor = [{"impor_id": b.impor_id, "berkas": b.berkas, "status": b.status} for b in berkas]
        cetak_json({"orang": isi, "berkas": impor})
        return
    for u in orang:
        desa = peta.nama(u.kode_desa) if u.kode_desa else ""
        cetak_baris(register[u.usulan_id], u.nama, desa, HASIL[u.status], u.alasan)
    for b in berkas:
        cetak_baris(b.impor_id, *b.berkas, "Berlaku" if b.status is StatusImpor.TERSIMPAN else "Dibatalkan")


@app.command(cls=Perintah)
def hasil(
    ctx: typer.Context,
    berkas: Berkas,
    kegiatan_id: KegiatanId,
    sisanya_diterima: Annotated[
        bool, typer.Option("--sisanya-diterima", help="Berkas hanya memuat yang ditolak; sisanya diterima.")
    ] = False,
    periksa: Annotated[bool, typer.Option("--periksa", help="Periksa saja, jangan simpan.")] = False,
    pemetaan: PemetaanBoleh = None,
    json: Json = False,
) -> None:
    """Masukkan jawaban SIKS-NG satu triwulan."""
    with masuk(ctx.obj) as (ruang, pelaku):
        with ruang.membaca(pelaku) as kerja:
            jawaban = _baca(kerja, berkas, pemetaan)
            jadi = periksa_hasil(kerja, kegiatan_id, jawaban, sisanya_diterima=sisanya_diterima)
        if not periksa:
            with ruang.menulis(pelaku) as kerja:
                jadi = terapkan_hasil(kerja, kegiatan_id, jawaban, sisanya_diterima=sisanya_diterima)
    if json:
        cetak_json(asdict(jadi) | {"tak_dikenal": _samar(jadi.tak_dikenal), "tak_jelas": _samar(jadi.tak_jelas)})
    else:
        _laporkan(jadi)


def _baca(kerja: Kerja, berkas: Path, pemetaan: str | None) -> BerkasJawaban:
    konteks = job()
    pilihan = pilih_pemetaan(kerja, pemetaan) if pemetaan else None
    ingatan = muat_ingatan(kerja, pengirim=PENGIRIM, pilihan=pilihan)
    jawaban = baca_jawaban(berkas, kerja.hari_ini(), konteks, ingatan)
    konteks.lapor(1, 1)
    return jawaban


def _samar(baris: Collection[BarisLuar]) -> list[dict[str, object]]:
    return [asdict(b) | {"nik": samarkan(b.nik)} for b in baris]


def _laporkan(h: HasilSiks) -> None:
    if h.impor_id:
        cetak_baris("Tersimpan sebagai", h.impor_id)
    for kata, banyak in (("Diterima", h.diterima), ("Ditolak", h.ditolak), ("Belum dijawab", h.belum_dijawab)):
        cetak_baris(kata, bilangan(banyak))
    for sebab, baris in (("Tidak ada dalam triwulan", h.tak_dikenal), ("Jawabannya tidak jelas", h.tak_jelas)):
        for b in baris:
            cetak_baris(sebab, f"baris {b.baris}", b.nama, samarkan(b.nik))


@app.command(cls=Perintah)
def jawab(
    ctx: typer.Context,
    pemohon: Annotated[list[str], typer.Argument(metavar="PEMOHON", help="Nomor register, misalnya 0001/2026.")],
    kegiatan_id: KegiatanId,
    diterima: Annotated[bool, typer.Option("--diterima", help="SIKS-NG menerima.")] = False,
    ditolak: Annotated[str | None, typer.Option(metavar="ALASAN", help="SIKS-NG menolak, dengan alasannya.")] = None,
) -> None:
    """Catat sendiri jawaban SIKS-NG bagi orang yang tidak dijawab berkasnya."""
    if diterima == (ditolak is not None):
        raise typer.BadParameter("Pilih salah satu: --diterima atau --ditolak ALASAN.")
    with tulis(ctx) as kerja:
        usulan = {p.nomor_register: p.usulan_id for p in daftar_pemohon(kerja, kegiatan_id)}
        if asing := [nomor for nomor in pemohon if nomor not in usulan]:
            raise typer.BadParameter(f"Tidak ada pemohon {', '.join(asing)} di triwulan itu.")
        ids = [usulan[nomor] for nomor in pemohon]
        banyak = jawab_sendiri(kerja, kegiatan_id, ids, diterima=diterima, alasan=ditolak or "")
    cetak_baris("Dicatat", bilangan(banyak))


@app.command(cls=Perintah)
def batalkan(
    ctx: typer.Context,
    impor_id: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor yang dicetak saat berkas disimpan.")],
    alasan: Alasan,
) -> None:
    """Batalkan satu berkas jawaban; pemohonnya kembali seperti semula."""
    with tulis(ctx) as kerja:
        pulih = batalkan_hasil(kerja, impor_id, alasan=alasan)
    cetak_baris("Dikembalikan seperti semula", bilangan(pulih))


@app.command(cls=Perintah)
def kembali(ctx: typer.Context, kegiatan_id: KegiatanId, json: Json = False) -> None:
    """Tampilkan yang ditolak per desa, dengan alasan dan surat pengembaliannya."""
    with baca(ctx) as kerja:
        semua = daftar_kembali(kerja, kegiatan_id)
    if json:
        cetak_json(
            [
                asdict(d)
                | {
                    "orang": [
                        asdict(o) | {"nik": samarkan(o.nik or ""), "no_kk": samarkan(o.no_kk or "")} for o in d.orang
                    ]
                }
                for d in semua
            ]
        )
        return
    for d in semua:
        cetak_baris(d.kode_desa, d.desa, f"{bilangan(len(d.orang))} orang", d.nomor_surat or "belum ada surat")
        for o in d.orang:
            cetak_baris("", o.nomor_register, o.nama, o.alasan, "sudah diajukan lagi" if o.diajukan_lagi else "")


@app.command(cls=Perintah)
def kembalikan(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    tanggal: TanggalBoleh = None,
    nomor: Annotated[
        list[str] | None,
        typer.Option(metavar="KODE=NOMOR", help="Nomor surat satu desa; tanpa ini dari penomoran kantor."),
    ] = None,
    tksk: Annotated[str, typer.Option(metavar="NAMA", help="TKSK yang membawanya.")] = "",
    desa: Annotated[list[str] | None, typer.Option(metavar="KODE", help="Hanya desa ini; boleh berulang.")] = None,
) -> None:
    """Catat surat pengembalian bagi tiap desa yang belum mempunyainya, dan cetak nomor-nomornya."""
    menurut_desa = {rapikan_kode(kode): isi for kode, isi in berpasangan(nomor).items()}
    hanya = frozenset(map(rapikan_kode, desa)) if desa else None
    with tulis(ctx) as kerja:
        baru = kembalikan_ke_desa(
            kerja, kegiatan_id, tanggal=tanggal or kerja.hari_ini(), nomor=menurut_desa, tksk=tksk, desa=hanya
        )
        surat = {d.surat_id: d for d in daftar_kembali(kerja, kegiatan_id)}
    for satu in baru:
        cetak_baris(satu, surat[satu].nomor_surat, surat[satu].desa, f"{bilangan(len(surat[satu].orang))} orang")


@app.command(cls=Perintah)
def bnba(ctx: typer.Context, berkas: Berkas, kegiatan_id: KegiatanId, pemetaan: PemetaanBoleh = None) -> None:
    """Bandingkan BNBA baru dari SIKS-NG dengan yang dikirim."""
    with masuk(ctx.obj) as (ruang, pelaku):
        with ruang.membaca(pelaku) as kerja:
            isi = _baca(kerja, berkas, pemetaan)
        with ruang.menulis(pelaku) as kerja:
            jadi = rekonsiliasi(kerja, kegiatan_id, isi)
    jumlah = {
        Padanan.MASUK: jadi.masuk,
        Padanan.TIDAK_MASUK: jadi.tidak_masuk,
        Padanan.TIDAK_DIKIRIM: jadi.tidak_dikirim,
    }
    for padanan, banyak in jumlah.items():
        cetak_baris(LABEL_PADANAN[padanan], bilangan(banyak))


@app.command(cls=Perintah)
def padanan(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    apa: Annotated[
        Padanan | None, typer.Option(metavar="JENIS", help="Hanya satu: masuk, tidak_masuk, atau tidak_dikirim.")
    ] = None,
    json: Json = False,
) -> None:
    """Tampilkan orang-orang menurut perbandingan BNBA yang terakhir."""
    with baca(ctx) as kerja:
        if hasil_rekonsiliasi(kerja, kegiatan_id) is None:
            kabar("BNBA baru belum dibandingkan.")
        jenis = [apa] if apa else list(Padanan)
        semua = [b for satu in jenis for b in daftar_padanan(kerja, kegiatan_id, satu, batas=_PALING_BANYAK)]
    if json:
        cetak_json([asdict(b) | {"nik": samarkan(b.nik)} for b in semua])
        return
    for b in semua:
        cetak_baris(LABEL_PADANAN[b.padanan], b.nama, samarkan(b.nik), b.desa, b.id_dtks)
