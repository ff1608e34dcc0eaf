"""`salur monev`: a sample that can be drawn again from its seed, visits, and what they showed."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.angka import bilangan
from app.bahasa.waktu import tanggal_pendek
from app.foto_kunjungan import foto_kunjungan, tambah_foto
from app.kerja import Kerja
from app.monev import (
    BarisSampel,
    Kunjungan,
    RingkasanMonev,
    catat_kunjungan,
    daftar_kunjungan,
    daftar_sampel,
    ringkasan_monev,
    sampel_terakhir,
    tarik_sampel,
)
from app.penetapan import daftar_penerima, penetapan_berlaku
from app.wilayah import Peta, peta_kantor
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import (
    KegiatanBoleh,
    KegiatanId,
    Pindaian,
    TanggalBoleh,
    baca_berkas,
    simpan_pindaian,
    wajib_kegiatan,
)
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()


@app.callback()
def keadaan(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan sampel dan hasil kunjungan. Perintah di bawah menarik sampel dan mencatat kunjungan."""
    if ctx.invoked_subcommand:
        return
    nomor = wajib_kegiatan(kegiatan_id)
    with baca(ctx) as kerja:
        ringkasan, sampel, peta = ringkasan_monev(kerja, nomor), sampel_terakhir(kerja, nomor), peta_kantor(kerja)
        orang = daftar_sampel(kerja, sampel.id) if sampel else []
        kunjungan, foto = daftar_kunjungan(kerja, nomor), foto_kunjungan(kerja, nomor)
    if json:
        isi = {"ringkasan": asdict(ringkasan), "benih": sampel.benih if sampel else None}
        cetak_json(
            isi
            | {
                "sampel": [asdict(b) for b in orang],
                "kunjungan": [asdict(k) | {"foto": len(foto.get(k.id, ()))} for k in kunjungan],
            }
        )
        return
    _tulis_ringkasan(ringkasan)
    for b in orang:
        _tulis(b, peta)
    for k in kunjungan:
        cetak_baris("Kunjungan", tanggal_pendek(k.isi.tanggal), k.nama, k.isi.petugas, k.isi.pemanfaatan, k.isi.kendala)


def _tulis_ringkasan(r: RingkasanMonev) -> None:
    s = r.seluruh
    cetak_baris("Sampel", f"{bilangan(r.sampel)} dari {bilangan(r.populasi)} orang", f"{bilangan(r.belum)} belum")
    for kata, banyak in (
        ("Ditemui", s.ditemui), ("Tidak ditemui", s.tidak_ditemui), ("Menerima", s.menerima),
        ("Tidak menerima", s.tidak_menerima), ("Jumlah sesuai", s.jumlah_sesuai),
        ("Jumlah tidak sesuai", s.jumlah_tidak_sesuai), ("Berkendala", s.berkendala),
        ("Perlu tindak lanjut", s.perlu_tindak_lanjut),
    ):  # fmt: skip
        cetak_baris(kata, bilangan(banyak))


def _tulis(b: BarisSampel, peta: Peta) -> None:
    desa = peta.nama(b.kode_desa) if b.kode_desa else ""
    cetak_baris(b.nomor_urut, b.nama, b.alamat, desa, "Sudah dikunjungi" if b.dikunjungi else "Belum dikunjungi")


@app.command(cls=Perintah)
def sampel(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    ukuran: Annotated[int | None, typer.Option(metavar="N", help="Jumlah orang; tanpa ini dihitung.")] = None,
    kepercayaan: Annotated[int, typer.Option(metavar="PERSEN", help="Tingkat kepercayaan: 90, 95, atau 99.")] = 95,
    simpangan: Annotated[int, typer.Option(metavar="PERSEN", help="Simpangan 1 sampai 50.")] = 5,
    benih: Annotated[int | None, typer.Option(metavar="N", help="Benih undian; tanpa ini baru.")] = None,
) -> None:
    """Tarik sampel dari yang sudah menerima; benih di baris pertama membuatnya dapat diulang."""
    with tulis(ctx) as kerja:
        baru = tarik_sampel(
            kerja, kegiatan_id, ukuran=ukuran, kepercayaan=kepercayaan, simpangan=simpangan, benih=benih
        )
        orang, peta = daftar_sampel(kerja, baru.id), peta_kantor(kerja)
    cetak_baris("Benih", baru.benih, f"{bilangan(len(baru.terpilih))} dari {bilangan(len(baru.populasi))} orang")
    for b in orang:
        _tulis(b, peta)


@app.command(cls=Perintah)
def kunjungan(
    ctx: typer.Context,
    nomor: Annotated[int, typer.Argument(metavar="NOMOR", help="Nomor urut penerima pada SK.")],
    kegiatan_id: KegiatanId,
    tanggal: TanggalBoleh = None,
    petugas: Annotated[str, typer.Option(metavar="NAMA", help="Yang berkunjung; tanpa ini pemilik akun.")] = "",
    ditemui: Annotated[bool, typer.Option("--ditemui/--tidak-ditemui", help="Penerimanya ditemui.")] = True,
    menerima: Annotated[
        bool | None, typer.Option("--menerima/--tidak-menerima", help="Mengaku menerima bantuan.")
    ] = None,
    sesuai: Annotated[
        bool | None, typer.Option("--jumlah-sesuai/--jumlah-tidak-sesuai", help="Jumlahnya sesuai.")
    ] = None,
    pemanfaatan: Annotated[str, typer.Option(metavar="TEKS", help="Dipakai untuk apa.")] = "",
    kendala: Annotated[str, typer.Option(metavar="TEKS", help="Kendalanya.")] = "",
    tindak_lanjut: Annotated[str, typer.Option(metavar="TEKS", help="Tindak lanjutnya.")] = "",
    berkas: Pindaian = None,
) -> None:
    """Catat kunjungan kepada satu penerima, dari sampel atau di luarnya, dan cetak nomornya."""
    with tulis(ctx) as kerja:
        isi = Kunjungan(
            tanggal or kerja.hari_ini(), petugas or kerja.pelaku.nama, ditemui, menerima, sesuai, pemanfaatan, kendala,
            tindak_lanjut, lampiran_id=simpan_pindaian(kerja, berkas),
        )  # fmt: skip
        penerima, sampel_id = _yang_dikunjungi(kerja, kegiatan_id, nomor)
        baru = catat_kunjungan(kerja, kegiatan_id, penerima, isi, sampel_id=sampel_id)
    typer.echo(baru)


@app.command(cls=Perintah)
def foto(
    ctx: typer.Context,
    nomor: Annotated[UUID, typer.Argument(metavar="NOMOR", help="Nomor kunjungan.")],
    berkas: Annotated[list[Path], typer.Argument(metavar="BERKAS", help="Foto, satu atau lebih.")],
) -> None:
    """Tambahkan foto pada satu kunjungan, kapan pun fotonya datang, dan cetak banyaknya sekarang."""
    isi = [baca_berkas(b) for b in berkas]
    with tulis(ctx) as kerja:
        semua = tambah_foto(kerja, nomor, isi)
    cetak_baris("Foto", bilangan(len(semua)))


def _yang_dikunjungi(kerja: Kerja, kegiatan_id: UUID, nomor: int) -> tuple[UUID, UUID | None]:
    """Return the recipient with this number: of the newest sample, else of the decree in force."""
    terakhir = sampel_terakhir(kerja, kegiatan_id)
    if terakhir is not None:
        for b in daftar_sampel(kerja, terakhir.id):
            if b.nomor_urut == nomor:
                return b.penerima_id, terakhir.id
    sah = penetapan_berlaku(kerja, kegiatan_id)
    for p in daftar_penerima(kerja, sah.id, batas=None) if sah else ():
        if p.nomor_urut == nomor:
            return p.penerima_id, None
    raise typer.BadParameter(f"Tidak ada nomor urut {nomor} pada SK yang berlaku.")
