"""`salur orang`: finding a person, seeing what is known of them, and putting right who someone is."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

import typer

from app import orang as orang_orang
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal as tulis_tanggal
from app.identitas import samarkan
from app.orang import BandingOrang, RingkasanOrang
from ui.perintah.bahasa import Kelompok, Perintah
from ui.perintah.isian import Alasan, Desa, KegiatanBoleh, kode_desa, pilihan_tanggal
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

HALAMAN = 1000  # people read at a time

Orang = Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor orang, seperti dicetak salur orang cari.")]

app = typer.Typer(cls=Kelompok, rich_markup_mode=None, add_completion=False)


@app.callback()
def _orang() -> None:
    """Cari orang, lihat riwayatnya, betulkan datanya, gabungkan yang sama."""


@app.command(cls=Perintah)
def cari(
    ctx: typer.Context,
    teks: Annotated[str, typer.Argument(metavar="TEKS", help="Kata nama, atau awal NIK atau No. KK.")] = "",
    desa: Desa = None,
    kegiatan_id: KegiatanBoleh = None,
    json: Json = False,
) -> None:
    """Cari orang; nomor identitas disamarkan seperti di jendela."""
    with baca(ctx) as kerja:
        semua: list[RingkasanOrang] = []
        while halaman := orang_orang.cari_orang(
            kerja, teks, desa=kode_desa(desa), kegiatan_id=kegiatan_id, batas=HALAMAN,
            setelah=(semua[-1].nama_cari, semua[-1].urut) if semua else None,
        ):  # fmt: skip
            semua += halaman
    if json:
        cetak_json([_json(o) for o in semua])
        return
    for o in semua:
        lahir = o.tanggal_lahir and tulis_tanggal(o.tanggal_lahir)
        cetak_baris(o.id, o.nama, samarkan(o.nik or ""), lahir, o.desa, f"{o.banyak_usulan} usulan")


@app.command(cls=Perintah)
def lihat(
    ctx: typer.Context,
    orang_id: Orang,
    penuh: Annotated[
        bool, typer.Option("--penuh", help="NIK dan No. KK selengkapnya; tercatat siapa yang melihat.")
    ] = False,
) -> None:
    """Tampilkan satu orang: data, usulan, dan bantuan yang pernah diterima."""
    with tulis(ctx) if penuh else baca(ctx) as kerja:
        if penuh:
            nik, no_kk = orang_orang.buka_identitas(kerja, orang_id)
        o = orang_orang.lihat_orang(kerja, orang_id)
    if not penuh:
        nik, no_kk = samarkan(o.data.nik or ""), samarkan(o.data.no_kk or "")
    cetak_baris("Nama", o.data.nama)
    cetak_baris("NIK", nik)
    cetak_baris("No. KK", no_kk)
    cetak_baris("Lahir", o.data.tempat_lahir, o.data.tanggal_lahir and tulis_tanggal(o.data.tanggal_lahir))
    cetak_baris("Alamat", o.data.alamat, o.desa)
    for w in o.wali:
        cetak_baris("Wali", w.nama, w.hubungan)
    for u in o.usulan:
        cetak_baris("Usulan", u.usulan_id, u.kegiatan, u.tahun, label(u.status), u.alasan)
    for b in o.bantuan:
        keadaan = label(b.hasil) if b.hasil else "Belum disalurkan"
        cetak_baris("Bantuan", b.kegiatan, b.tahun, b.tahap, keadaan, b.tanggal and tulis_tanggal(b.tanggal))


@app.command(cls=Perintah)
def betulkan(
    ctx: typer.Context,
    orang_id: Orang,
    alasan: Alasan,
    nama: Annotated[str | None, typer.Option("--nama", metavar="NAMA", help="Nama.")] = None,
    nik: Annotated[str | None, typer.Option("--nik", metavar="ANGKA", help="NIK, 16 angka.")] = None,
    no_kk: Annotated[str | None, typer.Option("--no-kk", metavar="ANGKA", help="No. KK, 16 angka.")] = None,
    tempat_lahir: Annotated[str | None, typer.Option("--tempat-lahir", metavar="TEKS", help="Tempat lahir.")] = None,
    tanggal_lahir: Annotated[date | None, pilihan_tanggal("--tanggal-lahir", "Tanggal lahir.")] = None,
    nama_ibu: Annotated[str | None, typer.Option("--nama-ibu", metavar="NAMA", help="Nama ibu kandung.")] = None,
    pekerjaan: Annotated[str | None, typer.Option("--pekerjaan", metavar="TEKS", help="Pekerjaan.")] = None,
    alamat: Annotated[str | None, typer.Option("--alamat", metavar="TEKS", help="Alamat.")] = None,
    desa: Annotated[str | None, typer.Option("--desa", metavar="KODE", help="Kode desa tempat tinggal.")] = None,
    telepon: Annotated[str | None, typer.Option("--telepon", metavar="ANGKA", help="Nomor telepon.")] = None,
) -> None:
    """Betulkan data seseorang; isi yang lama tetap tersimpan bersama alasannya."""
    isi = {
        "nama": nama, "nik": nik, "no_kk": no_kk, "tempat_lahir": tempat_lahir, "tanggal_lahir": tanggal_lahir,
        "nama_ibu": nama_ibu, "pekerjaan": pekerjaan, "alamat": alamat, "kode_desa": kode_desa(desa),
        "telepon": telepon,
    }  # fmt: skip
    baru = {bidang: nilai for bidang, nilai in isi.items() if nilai is not None}
    if not baru:
        raise typer.BadParameter("Sebutkan apa yang dibetulkan, misalnya --nik ANGKA.")
    with tulis(ctx) as kerja:
        berubah = orang_orang.koreksi_orang(kerja, orang_id, alasan=alasan, **baru)
    cetak_baris("Berubah", len(berubah))


@app.command(cls=Perintah)
def wali(
    ctx: typer.Context,
    orang_id: Orang,
    nama: Annotated[str, typer.Option("--nama", metavar="NAMA", help="Nama wali.")],
    nik: Annotated[str | None, typer.Option("--nik", metavar="ANGKA", help="NIK wali, 16 angka.")] = None,
    hubungan: Annotated[str, typer.Option("--hubungan", metavar="TEKS", help="Hubungan dengan orangnya.")] = "",
    telepon: Annotated[str, typer.Option("--telepon", metavar="ANGKA", help="Nomor telepon wali.")] = "",
) -> None:
    """Catat wali yang menerima untuk seorang anak; wali yang lama menjadi riwayat."""
    with tulis(ctx) as kerja:
        orang_orang.catat_wali(kerja, orang_id, nama=nama, nik=nik, hubungan=hubungan, telepon=telepon)
    cetak_baris("Wali tercatat", nama)


@app.command(cls=Perintah)
def gabung(
    ctx: typer.Context,
    tinggal: Orang,
    pergi: Annotated[UUID, typer.Argument(metavar="YANG_PERGI", help="Nomor orang yang digabungkan ke orang pertama.")],
    alasan: Annotated[str, typer.Option("--alasan", metavar="TEKS", help="Mengapa keduanya orang yang sama.")] = "",
    ambil: Annotated[
        list[str] | None,
        typer.Option("--ambil", metavar="ISIAN", help="Isian yang diambil dari yang pergi; boleh diulang."),
    ] = None,
    periksa: Annotated[
        bool, typer.Option("--periksa", help="Tampilkan beda dan halangannya saja; tidak ada yang diubah.")
    ] = False,
    json: Json = False,
) -> None:
    """Gabungkan dua data yang ternyata satu orang; yang kosong pada orang pertama terisi dari yang kedua."""
    dipilih = {satu.replace("-", "_") for satu in ambil or ()}
    if asing := sorted(dipilih - {*orang_orang.BIDANG, *orang_orang.TAMBAHAN}):
        raise typer.BadParameter(f"Tidak ada isian bernama {asing[0]}.")
    if periksa:
        with baca(ctx) as kerja:
            banding = orang_orang.banding_orang(kerja, tinggal, pergi)
        _cetak_banding(banding, json=json)
        return
    with tulis(ctx) as kerja:
        banding = orang_orang.banding_orang(kerja, tinggal, pergi)
        hasil = orang_orang.gabung_orang(kerja, tinggal, pergi, alasan=alasan, ambil=banding.saran | dipilih)
    if json:
        cetak_json({"id": hasil.tinggal_id, "pindah": hasil.pindah, "ditarik": hasil.ditarik,
                    "terima_ganda": _json_ganda(banding)})  # fmt: skip
        return
    cetak_baris("Digabung", banding.kiri.data.nama, f"{hasil.pindah} catatan pindah", f"{hasil.ditarik} usulan ditarik")
    _cetak_ganda(banding)


@app.command(cls=Perintah)
def pisah(
    ctx: typer.Context,
    pergi: Annotated[UUID, typer.Argument(metavar="YANG_PERGI", help="Nomor orang yang dahulu digabungkan.")],
    alasan: Alasan,
) -> None:
    """Batalkan penggabungan: keduanya kembali seperti semula, selama belum ada pekerjaan sesudahnya."""
    with tulis(ctx) as kerja:
        tinggal = orang_orang.pisah_orang(kerja, pergi, alasan=alasan)
    cetak_baris("Dipisah", tinggal, pergi)


def _cetak_banding(b: BandingOrang, *, json: bool) -> None:
    """Print what differs, what will be withdrawn, and what stands in the way."""
    if json:
        cetak_json({
            "tinggal": b.kiri.id, "pergi": b.kanan.id,
            "beda": [{"isian": d.bidang, "tinggal": _nilai(d.bidang, d.kiri), "pergi": _nilai(d.bidang, d.kanan),
                      "terisi_sendiri": d.bidang in b.saran} for d in b.beda],
            "ditarik": [u for u, _ in b.ditarik], "terima_ganda": _json_ganda(b),
            "halangan": [kalimat(h) for h in b.halangan],
        })  # fmt: skip
        return
    for d in b.beda:
        cetak_baris("Beda", d.bidang, _nilai(d.bidang, d.kiri) or "-", _nilai(d.bidang, d.kanan) or "-")
    for _, kegiatan in b.ditarik:
        cetak_baris("Usulan ditarik", kegiatan)
    _cetak_ganda(b)
    for h in b.halangan:
        cetak_baris("Halangan", kalimat(h))


def _cetak_ganda(b: BandingOrang) -> None:
    for g in b.ganda:
        cetak_baris("Diterima dua kali", g.kegiatan, g.tahun, g.tahap)


def _json_ganda(b: BandingOrang) -> list[dict[str, Any]]:
    return [{"kegiatan": g.kegiatan_id, "tahap": g.tahap, "tinggal": g.kiri, "pergi": g.kanan} for g in b.ganda]


def _nilai(bidang: str, nilai: Any) -> Any:
    return samarkan(nilai) if bidang in ("nik", "no_kk") and nilai else nilai


def _json(o: RingkasanOrang) -> dict[str, Any]:
    return {
        "id": o.id, "nama": o.nama, "nik": samarkan(o.nik or ""), "no_kk": samarkan(o.no_kk or ""),
        "tanggal_lahir": o.tanggal_lahir, "kode_desa": o.kode_desa, "desa": o.desa, "usulan": o.banyak_usulan,
    }  # fmt: skip
