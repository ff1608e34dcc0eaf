"""The command line: the same use cases without a window, for scripts, for IT staff and for whoever checks from outside.

Names, exit codes and JSON keys are a stable contract: 0 done, 1 a `KnownError` (one Indonesian line on standard error),
2 wrong usage. Results go to standard output, everything else to standard error. Nothing here imports PySide6.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from app.bahasa.galat import kalimat
from app.tempat import folder_data
from db.galat import KnownError
from ui.perintah import (
    acuan,
    bagian,
    barang,
    contoh,
    dokumen,
    impor,
    jaga,
    kecamatan,
    kegiatan,
    kegiatan_atur,
    kelengkapan,
    kertas,
    langkah,
    loket,
    mitra,
    monev,
    naskah,
    orang,
    pakta,
    pemohon,
    pencairan,
    penetapan,
    pengaduan,
    penggunaan,
    penyaluran,
    pertemuan,
    pindaian,
    rekening,
    siks,
    sop,
    surat,
    verifikasi,
    wilayah,
)
from ui.perintah import akun as akun_kantor
from ui.perintah.bahasa import Kelompok, Perintah, keluhan
from ui.perintah.sesi import Json, Pilihan, cetak_json, job, kabar, kredensial, masuk

DI_MANA_SAJA = ("--data", "--akun", "--tunggu", "--alasan-tanggal")
"""Options that may stand anywhere on the line; `_ke_depan` brings them to where typer looks for them."""

app = typer.Typer(
    cls=Kelompok,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command(cls=Perintah)
def demo(
    ctx: typer.Context,
    tanpa_layar: Annotated[bool, typer.Option("--tanpa-layar", help="Siapkan saja, jangan buka jendela.")] = False,
    jumlah: Annotated[
        int, typer.Option(metavar="N", help="Banyaknya orang dalam kantor contoh yang baru.")
    ] = contoh.JUMLAH,
) -> Path | None:
    """Buka kantor contoh untuk mencoba dan belajar; semua orangnya rekaan."""
    if not 1 <= jumlah <= contoh.JUMLAH_MAKS:
        raise typer.BadParameter(f"Isian --jumlah dari 1 sampai {contoh.JUMLAH_MAKS}.", ctx=ctx)
    folder = contoh.siapkan(ctx.obj.data, jumlah)
    return None if tanpa_layar else folder


app.add_typer(sop.app, name="sop")
kegiatan.app.add_typer(kegiatan_atur.app)
app.add_typer(kegiatan.app, name="kegiatan")
langkah.app.add_typer(kertas.app)
app.add_typer(langkah.app, name="langkah")
app.add_typer(kelengkapan.app, name="kelengkapan")
app.add_typer(pemohon.app, name="pemohon")
app.add_typer(verifikasi.app, name="verifikasi")
app.add_typer(orang.app, name="orang")
app.command(cls=Perintah)(impor.impor)
app.add_typer(acuan.app, name="acuan")
app.add_typer(penetapan.app, name="penetapan")
app.add_typer(mitra.app, name="mitra")
app.add_typer(barang.app, name="barang")
app.add_typer(rekening.app, name="rekening")
app.add_typer(pencairan.app, name="pencairan")
app.add_typer(pertemuan.app, name="pertemuan")
app.add_typer(penyaluran.app, name="penyaluran")
app.add_typer(bagian.app, name="bagian")
app.add_typer(kecamatan.app, name="kecamatan")
app.add_typer(pindaian.app, name="pindaian")
app.add_typer(penggunaan.app, name="penggunaan")
app.add_typer(pakta.app, name="pakta")
app.add_typer(monev.app, name="monev")
app.add_typer(loket.app, name="loket")
app.add_typer(siks.app, name="siks")
app.add_typer(surat.app, name="surat")
app.add_typer(pengaduan.app, name="pengaduan")
app.add_typer(akun_kantor.app, name="akun")
app.add_typer(wilayah.app, name="wilayah")
app.add_typer(naskah.app, name="naskah")
app.add_typer(dokumen.ekspor, name="ekspor")
app.command(cls=Perintah)(dokumen.cetak)


@app.callback()
def salur(
    ctx: typer.Context,
    data: Annotated[
        str | None, typer.Option(metavar="FOLDER", help="Folder data; tanpa ini SALUR_DATA atau folder pengguna.")
    ] = None,
    akun: Annotated[
        str | None,
        typer.Option(
            metavar="NAMA", envvar="SALUR_AKUN", show_envvar=False, help="Akun; tanpa ini SALUR_AKUN atau ditanyakan."
        ),
    ] = None,
    tunggu: Annotated[
        float, typer.Option(metavar="DETIK", show_default=False, help="Tunggu bila Salur sedang terbuka.")
    ] = 0,
    alasan_tanggal: Annotated[
        str, typer.Option(metavar="TEKS", help="Mengapa tanggal di kertas mendahului urutannya.")
    ] = "",
) -> None:
    """Bansos sesuai SOP: usulan desa, verifikasi, penetapan, penyaluran, laporan.

    Tanpa perintah, jendela Salur terbuka. Sandi dibaca dari SALUR_SANDI atau ditanyakan.
    """
    ctx.obj = Pilihan(data, akun, tunggu, alasan_tanggal)


@app.command(cls=Perintah)
def cadangkan(
    ctx: typer.Context, ke: Annotated[Path, typer.Option(metavar="BERKAS", help="Tempat cadangan disimpan.")]
) -> None:
    """Buat cadangan seluruh data: teruji, tersandi, satu berkas."""
    from app import cadangan

    with masuk(ctx.obj) as (ruang, pelaku):
        hasil = cadangan.cadangkan(ruang, pelaku, ke, job=job())
    typer.echo(hasil.berkas)
    for nama in hasil.lampiran_hilang:
        kabar(f"Lampiran {nama} sudah tidak ada di folder data, jadi tidak ikut tercadang.")


@app.command(cls=Perintah)
def pulihkan(ctx: typer.Context, berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Cadangan.")]) -> None:
    """Kembalikan data dari cadangan; data yang ada disisihkan, tidak dihapus.

    Dengan akun dan sandi dari masa cadangan itu, isinya diperiksa sampai halaman terakhir sebelum dipakai.
    """
    from app import cadangan

    pilihan: Pilihan = ctx.obj
    masuk_dengan = kredensial(pilihan) if pilihan.akun else None
    folder = folder_data(pilihan.data)
    hasil = cadangan.pulihkan(berkas, folder, masuk=masuk_dengan, job=job())
    typer.echo(folder)
    if hasil.disisihkan:
        kabar(f"Data sebelumnya disisihkan di {hasil.disisihkan}.")


@app.command(cls=Perintah)
def periksa(ctx: typer.Context, json: Json = False) -> None:
    """Periksa keutuhan basis data, jejak, dan lampiran."""
    from app import cadangan

    with masuk(ctx.obj) as (ruang, pelaku):
        hasil = cadangan.periksa(ruang, pelaku, job=job())
    if json:
        cetak_json(_isi_periksa(hasil))
    else:
        typer.echo(f"Basis data\t{'baik' if not hasil.basis_data else 'rusak'}")
        typer.echo(f"Jejak\t{'baik' if not hasil.jejak_rusak else f'{len(hasil.jejak_rusak)} baris berubah'}")
        typer.echo(f"Lampiran\t{hasil.lampiran_diperiksa} diperiksa, {_buruk(hasil)} bermasalah")
    if not hasil.baik:
        raise KnownError("periksa_menemukan_kerusakan")


def _buruk(hasil: Any) -> int:
    return len(hasil.lampiran_hilang) + len(hasil.lampiran_rusak)


def _isi_periksa(hasil: Any) -> dict[str, Any]:
    return {
        "baik": hasil.baik,
        "basis_data": {"baik": not hasil.basis_data, "masalah": hasil.basis_data},
        "jejak": {"baik": not hasil.jejak_rusak, "baris_rusak": hasil.jejak_rusak},
        "lampiran": {
            "baik": not _buruk(hasil),
            "diperiksa": hasil.lampiran_diperiksa,
            "hilang": hasil.lampiran_hilang,
            "rusak": hasil.lampiran_rusak,
        },
    }


def _ke_depan(argumen: Sequence[str]) -> list[str]:
    """Bring the options that every command shares to the front, wherever they were typed."""
    depan: list[str] = []
    sisa: list[str] = []
    antre = list(argumen)
    while antre:
        kata = antre.pop(0)
        if kata == "--":
            sisa += [kata, *antre]
            break
        if kata.partition("=")[0] in DI_MANA_SAJA:
            depan.append(kata)
            depan += [antre.pop(0)] if "=" not in kata and antre else []
        else:
            sisa.append(kata)
    return depan + sisa


def jalankan(argumen: Sequence[str]) -> int | Path:
    """Run one command line; return the exit code, or the data folder whose window is to be opened now."""
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure"):
            aliran.reconfigure(encoding="utf-8", errors="replace")
    try:
        jaga.wajib_terbaca(argumen)
        hasil: int | Path | None = app(args=_ke_depan(argumen), prog_name="salur", standalone_mode=False)
        sys.stdout.flush()
    except KnownError as galat:
        return _berhenti(kalimat(galat), 1)
    except typer.TyperException as galat:
        return _berhenti(keluhan(galat), galat.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        return _berhenti("Dihentikan; tidak ada yang berubah.", 1)
    except BrokenPipeError:
        jaga.lepas_keluaran()
        return 1
    except OSError as salah:
        return _berhenti(jaga.soal_berkas(salah), 1)
    except Exception as salah:
        return _berhenti(jaga.kesalahan_sendiri(salah), 1)
    return hasil or 0


def _berhenti(sebab: str, kode: int) -> int:
    """Say in one line why the command did not do it; return its exit code."""
    kabar(jaga.satu_baris(sebab))
    return kode
