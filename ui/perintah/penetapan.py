"""`salur penetapan`: who is ready for the list, freezing it, the decree that locks it, and changing it by another."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Annotated, Any
from uuid import UUID

import typer

from app.bahasa.angka import bilangan, rupiah
from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal_pendek
from app.identitas import samarkan
from app.kerja import Kerja
from app.penetapan import (
    BarisPenerima,
    CalonBermasalah,
    HasilSah,
    PeriksaCalon,
    RingkasanPenetapan,
    daftar_penerima,
    daftar_penetapan,
    hapus_draf,
    lampirkan_sk,
    lengkapi_alokasi,
    lihat_penetapan,
    periksa_calon,
    sahkan_sk,
    susun_penetapan,
    susun_perubahan,
    terima_daftar,
)
from app.wilayah import peta_kantor
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import (
    Desa,
    KegiatanBoleh,
    KegiatanId,
    Pindaian,
    Tanggal,
    berpasangan,
    kode_desa,
    simpan_pindaian,
    wajib_kegiatan,
)
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, ingatkan, tulis

app = kelompok()
Kecuali = Annotated[
    list[str] | None,
    typer.Option(metavar="USULAN=SURAT", help="Usulan tanpa NIK yang tetap masuk, dengan suratnya; boleh berulang."),
]
Tentang = Annotated[str, typer.Option(metavar="TEKS", help="Tentang apa SK itu.")]
Penandatangan = Annotated[str, typer.Option(metavar="NAMA", help="Nama penanda tangan.")]
Jabatan = Annotated[str, typer.Option(metavar="JABATAN", help="Jabatan penanda tangan.")]
Catatan = Annotated[str, typer.Option(metavar="TEKS", help="Catatan.")]


@app.callback()
def keadaan(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan calon penerima dan SK-nya. Perintah di bawah menyusun dan mengesahkan."""
    if ctx.invoked_subcommand:
        return
    nomor = wajib_kegiatan(kegiatan_id)
    with baca(ctx) as kerja:
        calon, semua, peta = periksa_calon(kerja, nomor), daftar_penetapan(kerja, nomor), peta_kantor(kerja)
    if json:
        cetak_json({"calon": asdict(calon), "penetapan": [asdict(satu) for satu in semua]})
        return
    cetak_baris("Siap ditetapkan", f"{bilangan(calon.layak)} orang", rupiah(calon.nominal))
    cetak_baris("Belum diputuskan", f"{bilangan(calon.belum_diputuskan)} orang")
    for sebab, siapa in _bermasalah(calon):
        for satu in siapa:
            cetak_baris(sebab, satu.usulan_id, satu.nama, peta.nama(satu.kode_desa) if satu.kode_desa else "")
    for versi in semua:
        _versi(versi)


def _bermasalah(calon: PeriksaCalon) -> Iterable[tuple[str, tuple[CalonBermasalah, ...]]]:
    return (
        ("Tanpa NIK", calon.tanpa_nik),
        ("Usulan kedua", calon.ganda),
        ("Tercatat meninggal", calon.meninggal),
        ("Tanpa desa", calon.tanpa_desa),
    )


def _versi(p: RingkasanPenetapan) -> None:
    hari = tanggal_pendek(p.tanggal) if p.tanggal else ""
    orang, nilai = f"{bilangan(p.jumlah_orang)} orang", rupiah(p.jumlah_nominal)
    cetak_baris(p.id, label(p.status), f"versi {p.nomor_versi}", p.nomor, hari, orang, nilai)


@app.command(cls=Perintah)
def daftar(ctx: typer.Context, kegiatan_id: KegiatanId, desa: Desa = None, json: Json = False) -> None:
    """Tampilkan penerima menurut draf atau SK yang terbaru, dengan nomor urutnya."""
    with baca(ctx) as kerja:
        semua = daftar_penetapan(kerja, kegiatan_id)
        orang = daftar_penerima(kerja, semua[0].id, desa=kode_desa(desa), batas=None) if semua else []
        peta = peta_kantor(kerja)
    if json:
        cetak_json([_isi(p) for p in orang])
        return
    for p in orang:
        nilai = rupiah(p.nominal) if p.nominal else ""
        cetak_baris(p.nomor_urut, p.nama, _samar(p.nik), peta.nama(p.kode_desa) if p.kode_desa else "", nilai)


def _isi(p: BarisPenerima) -> dict[str, Any]:
    return {
        "penerima_id": p.penerima_id,
        "usulan_id": p.usulan_id,
        "nomor_urut": p.nomor_urut,
        "nama": p.nama,
        "nik": _samar(p.nik),
        "kode_desa": p.kode_desa,
        "kategori": p.kategori,
        "nominal": p.nominal,
    }


def _samar(nomor: str | None) -> str | None:
    return samarkan(nomor) if nomor else None


@app.command(cls=Perintah)
def susun(ctx: typer.Context, kegiatan_id: KegiatanId, kecuali: Kecuali = None) -> None:
    """Susun draf daftar penerima dari usulan yang layak; draf sebelumnya diganti."""
    surat = {_usulan(kiri): kanan for kiri, kanan in berpasangan(kecuali).items()}
    with tulis(ctx) as kerja:
        draf = lihat_penetapan(kerja, susun_penetapan(kerja, kegiatan_id, pengecualian=surat))
    _versi(draf)


@app.command(cls=Perintah)
def perubahan(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    keluarkan: Annotated[
        list[str] | None,
        typer.Option(metavar="NOMOR=ALASAN", help="Nomor urut pada SK yang dikeluarkan, dengan alasannya."),
    ] = None,
    tambah: Annotated[
        list[UUID] | None, typer.Option(metavar="USULAN", help="Usulan layak yang ditambahkan; boleh berulang.")
    ] = None,
    kecuali: Kecuali = None,
) -> None:
    """Susun draf SK Perubahan: siapa keluar, siapa masuk; belum berlaku sebelum disahkan."""
    surat = {_usulan(kiri): kanan for kiri, kanan in berpasangan(kecuali).items()}
    with tulis(ctx) as kerja:
        keluar = {_penerima(kerja, kegiatan_id, k): alasan for k, alasan in berpasangan(keluarkan).items()}
        baru = susun_perubahan(kerja, kegiatan_id, batal=keluar, tambah=tambah or (), pengecualian=surat)
        draf = lihat_penetapan(kerja, baru)
    _versi(draf)


def _usulan(teks: str) -> UUID:
    try:
        return UUID(teks)
    except ValueError:
        raise typer.BadParameter(f"{teks} bukan nomor usulan yang dicetak Salur.") from None


def _penerima(kerja: Kerja, kegiatan_id: UUID, nomor: str) -> UUID:
    """Return the recipient with this number on the decree in force."""
    sah = [p for p in daftar_penetapan(kerja, kegiatan_id) if p.disahkan_pada]
    orang = daftar_penerima(kerja, sah[0].id, batas=None) if sah else []
    ada = {str(p.nomor_urut): p.penerima_id for p in orang}
    if nomor not in ada:
        raise typer.BadParameter(f"Tidak ada nomor urut {nomor} pada SK yang berlaku.")
    return ada[nomor]


@app.command("hapus-draf", cls=Perintah)
def hapus(ctx: typer.Context, kegiatan_id: KegiatanId) -> None:
    """Hapus draf daftar; putusan verifikasi dan SK yang berlaku tidak berubah."""
    with tulis(ctx) as kerja:
        hapus_draf(kerja, kegiatan_id)
    typer.echo("Draf dihapus.")


@app.command(cls=Perintah)
def sahkan(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    nomor: Annotated[str, typer.Option(metavar="NOMOR", help="Nomor SK.")],
    tanggal: Tanggal,
    tentang: Tentang = "",
    penandatangan: Penandatangan = "",
    jabatan: Jabatan = "",
    berkas: Pindaian = None,
    catatan: Catatan = "",
    delegasi: Annotated[
        str, typer.Option(metavar="TEKS", help="Diktum SK ini yang mengizinkan dinas mengganti penerima.")
    ] = "",
    menurut_delegasi: Annotated[
        bool, typer.Option("--menurut-delegasi", help="Perubahan ini surat dinas menurut delegasi SK sebelumnya.")
    ] = False,
) -> None:
    """Catat SK yang sudah ditandatangani; daftar penerima terkunci dan tanda terimanya dibuat."""
    with tulis(ctx) as kerja:
        hasil = sahkan_sk(
            kerja, kegiatan_id, nomor=nomor, tanggal=tanggal, tentang=tentang, penandatangan=penandatangan,
            jabatan_penandatangan=jabatan, lampiran_id=simpan_pindaian(kerja, berkas), catatan=catatan,
            delegasi=delegasi, menurut_delegasi=menurut_delegasi,
        )  # fmt: skip
    _sah(hasil)


@app.command(cls=Perintah)
def terima(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    tanggal: Tanggal,
    nomor: Annotated[str, typer.Option(metavar="NOMOR", help="Nomor SK atau surat dari dinas.")] = "",
    tentang: Tentang = "",
    penandatangan: Penandatangan = "",
    jabatan: Jabatan = "",
) -> None:
    """Terima daftar penerima yang sudah ditetapkan dinas (Balakas); yang diimpor kemudian ditambahkan."""
    with tulis(ctx) as kerja:
        hasil = terima_daftar(
            kerja, kegiatan_id, tanggal=tanggal, nomor=nomor, tentang=tentang, penandatangan=penandatangan,
            jabatan_penandatangan=jabatan,
        )  # fmt: skip
    _sah(hasil)


def _sah(hasil: HasilSah) -> None:
    """Print the version that is in force now; doubts go beside."""
    ingatkan(hasil.peringatan)
    jumlah: list[Any] = [f"versi {hasil.nomor_versi}", f"{bilangan(hasil.jumlah_orang)} orang"]
    keluar = [f"{bilangan(hasil.dibatalkan)} dikeluarkan"] if hasil.dibatalkan else []
    cetak_baris(hasil.penetapan_id, *jumlah, rupiah(hasil.jumlah_nominal), *keluar)


@app.command(cls=Perintah)
def lampirkan(
    ctx: typer.Context,
    penetapan_id: Annotated[UUID, typer.Argument(metavar="PENETAPAN", help="Nomor yang dicetak saat disahkan.")],
    berkas: Pindaian = None,
) -> None:
    """Lampirkan pindaian SK yang menyusul."""
    if berkas is None:
        raise typer.BadParameter("Sebutkan pindaiannya dengan --berkas BERKAS.")
    with tulis(ctx) as kerja:
        lampiran_id = simpan_pindaian(kerja, berkas)
        assert lampiran_id is not None  # a file was named
        lampirkan_sk(kerja, penetapan_id, lampiran_id)
    typer.echo("Pindaian SK dilampirkan.")


@app.command(cls=Perintah)
def lengkapi(ctx: typer.Context, kegiatan_id: KegiatanId) -> None:
    """Beri penerima jatah untuk tahap yang ditambahkan sesudah SK."""
    with tulis(ctx) as kerja:
        banyak = lengkapi_alokasi(kerja, kegiatan_id)
    cetak_baris("Jatah ditambahkan", bilangan(banyak))
