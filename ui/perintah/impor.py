"""`salur impor`: read and judge lists of desa, store them in one transaction, or take an import back."""

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.angka import bilangan
from app.bahasa.galat import daftar as gabung
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.bahasa.pemeriksaan import BIDANG, DILEWATI, LEMBAR_DILEWATI, kalimat_tersembunyi
from app.usulan.batal import batalkan_impor
from app.usulan.bentuk import HasilImpor, LembarHasil
from app.usulan.buku import tolakan_pratinjau
from app.usulan.folder import isi_folder
from app.usulan.jawaban import ke_json
from app.usulan.pemetaan import pilih_pemetaan
from app.usulan.periksa import periksa_berkas
from app.usulan.simpan import simpan_impor
from app.usulan.temukan import Lewat
from app.wilayah import peta_kantor
from db.istilah import Kiriman
from ui.perintah import buku_impor
from ui.perintah.sesi import Json, Pilihan, cetak_json, job, kabar, masuk

ALASAN_BAWAAN = "Dibatalkan lewat baris perintah"


def impor(
    ctx: typer.Context,
    berkas: Annotated[list[Path] | None, typer.Argument(metavar="BERKAS", help="Berkas atau folder.")] = None,
    kegiatan_id: Annotated[UUID | None, typer.Option("--kegiatan", metavar="NOMOR", help="Nomor kegiatan.")] = None,
    periksa: Annotated[bool, typer.Option("--periksa", help="Periksa saja, jangan simpan.")] = False,
    json: Json = False,
    kiriman: Annotated[
        Kiriman, typer.Option(metavar="JENIS", help="Susulan, pengganti, atau perbaikan kiriman sebelumnya.")
    ] = Kiriman.SUSULAN,
    tolakan: Annotated[
        Path | None, typer.Option(metavar="BERKAS", help="Tulis baris yang ditolak beserta alasannya (.xlsx).")
    ] = None,
    daftar: Annotated[bool, typer.Option("--daftar", help="Tampilkan impor kegiatan itu.")] = False,
    asli: Annotated[
        UUID | None, typer.Option(metavar="NOMOR", help="Simpan lagi berkas asli impor ini ke folder --ke.")
    ] = None,
    ke: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Folder untuk berkas asli.")] = None,
    tarik_hilang: Annotated[
        UUID | None,
        typer.Option(metavar="NOMOR", help="Tarik usulan yang tidak ada lagi dalam kiriman pengganti ini."),
    ] = None,
    pemetaan: Annotated[
        str | None, typer.Option(metavar="NAMA", help="Pemetaan kolom yang dipakai: namanya, atau berkasnya.")
    ] = None,
    batalkan: Annotated[UUID | None, typer.Option(metavar="NOMOR", help="Batalkan impor dengan nomor ini.")] = None,
    alasan: Annotated[str, typer.Option(metavar="TEKS", help="Alasan pembatalan atau penarikan.")] = ALASAN_BAWAAN,
) -> None:
    """Impor daftar usulan desa: xlsx, xls, xlsb, ods, csv, apa adanya.

    Berkas yang tidak dapat dibaca dilewati dan disebutkan; yang lain disimpan sekaligus atau tidak sama sekali.
    Dengan --json tiap berkas yang dilewati diberi kode: terkunci, rusak, kosong, bukan_daftar, terlalu_besar,
    format_tak_dikenal, sudah_pernah, atau tak_terbaca (dipindah, dihapus, atau sedang dibuka program lain).
    """
    pilihan: Pilihan = ctx.obj
    if batalkan:
        with masuk(pilihan) as (ruang, pelaku), ruang.menulis(pelaku) as kerja:
            banyak = batalkan_impor(kerja, batalkan, alasan=alasan)
        typer.echo(f"Impor dibatalkan; {banyak} usulan ditarik.")
        return
    if _buku(pilihan, kegiatan_id if daftar else None, asli, ke, tarik_hilang, alasan, json=json):
        return
    if not berkas or kegiatan_id is None:
        raise typer.BadParameter("Sebutkan berkasnya dan kegiatan dengan --kegiatan NOMOR.")
    _sebut_folder(berkas)
    hasil = _jalankan(pilihan, berkas, kegiatan_id, kiriman, simpan=not periksa, tolakan=tolakan, pemetaan=pemetaan)
    if json:
        cetak_json(ke_json(hasil))
    else:
        _laporkan(hasil)
    for satu in hasil.berkas:
        if satu.galat:
            kabar(kalimat(satu.galat))
    if not hasil.berkas:
        kabar("Di folder itu tidak ada lembar kerja (xlsx, xls, xlsb, ods, csv); belum ada yang disimpan.")
    if all(satu.galat for satu in hasil.berkas):
        raise typer.Exit(1)


def _buku(
    pilihan: Pilihan,
    kegiatan_id: UUID | None,
    asli: UUID | None,
    ke: Path | None,
    tarik_hilang: UUID | None,
    alasan: str,
    *,
    json: bool,
) -> bool:
    """Do what was asked of the ledger; False when nothing was."""
    if asli:
        if ke is None:
            raise typer.BadParameter("Sebutkan folder untuk berkas asli dengan --ke FOLDER.")
        buku_impor.simpan_asli(pilihan, asli, ke)
    elif tarik_hilang:
        if alasan == ALASAN_BAWAAN:
            raise typer.BadParameter("Sebutkan alasannya dengan --alasan TEKS.")
        buku_impor.tarik_hilang(pilihan, tarik_hilang, alasan)
    elif kegiatan_id:
        buku_impor.daftar(pilihan, kegiatan_id, json=json)
    return bool(asli or tarik_hilang or kegiatan_id)


def _sebut_folder(berkas: list[Path]) -> None:
    """Say what of a folder stays where it is, and which lists may be open in another program."""
    for satu in (b for b in berkas if b.is_dir()):
        isi = isi_folder(satu)
        if isi.lain and not isi.penuh:
            kabar(f"Folder {satu.name}: {bilangan(isi.lain)} berkas lain dilewati karena bukan lembar sebar.")
        if isi.tertutup:
            kabar(f"Folder {satu.name}: tidak dapat dibuka {gabung(list(isi.tertutup))}, sehingga dilewati.")
        if isi.terbuka:
            kabar(
                f"Folder {satu.name}: {gabung(list(isi.terbuka))} mungkin sedang terbuka; yang dibaca isi terakhir "
                "yang disimpan."
            )


def _jalankan(
    pilihan: Pilihan,
    berkas: list[Path],
    kegiatan_id: UUID,
    kiriman: Kiriman,
    *,
    simpan: bool,
    tolakan: Path | None,
    pemetaan: str | None,
) -> HasilImpor:
    """Judge the files; if asked, store what can be stored and write the rejected rows to the workbook `tolakan`."""
    konteks = job()
    with masuk(pilihan) as (ruang, pelaku):
        with ruang.membaca(pelaku) as kerja:
            peta = pilih_pemetaan(kerja, pemetaan) if pemetaan else None
            hasil = periksa_berkas(kerja, berkas, kegiatan_id, kiriman=kiriman, pemetaan=peta, ctx=konteks)
        if simpan and hasil.ringkasan.baris:
            with ruang.menulis(pelaku) as kerja:
                simpan_impor(kerja, hasil, konteks)
        if tolakan and hasil.ringkasan.ditolak:
            from reports.cetak import cetak_tolakan

            with ruang.membaca(pelaku) as kerja:
                cetak_tolakan(tolakan_pratinjau(hasil, peta_kantor(kerja)), tolakan)
    konteks.lapor(1, 1)
    return hasil


def _laporkan(hasil: HasilImpor) -> None:
    """Print what was found, file by file and row by row, as people read it."""
    for berkas in hasil.berkas:
        if berkas.galat:
            continue
        r = berkas.ringkasan
        typer.echo(
            f"{berkas.nama}: {r.baris} baris, {r.diterima} diterima, {r.perlu_periksa} perlu diperiksa, "
            f"{r.ditolak} ditolak"
        )
        for lembar in berkas.lembar:
            _laporkan_dilewati(lembar)
        for baris in berkas.bercatatan:
            for satu in baris.hasil:
                saran = f" {satu.saran}" if satu.saran else ""
                tempat = f"{baris.lembar}, baris {baris.nomor}"
                typer.echo(f"  {tempat}\t{label(satu.tingkat)}\t{satu.pesan}{saran}")
    if hasil.terbaca:
        typer.echo(f"Dibanding kiriman terdahulu: {buku_impor.kalimat_perbandingan(hasil.perbandingan)}.")
    buku_impor.laporkan_hilang(hasil.hilang)
    if hasil.impor_id:
        typer.echo(f"Tersimpan sebagai impor {hasil.impor_id}.")


def _laporkan_dilewati(lembar: LembarHasil) -> None:
    """Print what stood in a sheet and is no person's row: nothing is left out in silence."""
    if lembar.sebab and not lembar.dipakai:
        typer.echo(f"  {lembar.nama}\tDilewati\t{LEMBAR_DILEWATI[lembar.sebab]}.")
        return
    for satu in lembar.dilewati:
        if satu.sebab is not Lewat.KOP:
            typer.echo(f"  {lembar.nama}, baris {satu.baris}\tDilewati\t{DILEWATI[satu.sebab]}: {satu.isi}")
    for kolom in lembar.kolom_dari_isi:
        judul = f"berjudul “{' '.join(kolom.judul.split())}”" if kolom.judul.strip() else "tanpa judul"
        sebagai = f"dibaca sebagai {BIDANG[kolom.bidang or '']}, menurut isinya"
        typer.echo(f"  {lembar.nama}\tKolom\tKolom {kolom.huruf} {judul} {sebagai}.")
    if tersembunyi := kalimat_tersembunyi(lembar.baris_sembunyi, lembar.kolom_sembunyi):
        typer.echo(f"  {lembar.nama}\tTersembunyi\t{tersembunyi}")
