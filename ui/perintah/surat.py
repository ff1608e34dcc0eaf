"""`salur surat`: letters in and out, what the head wrote on them, and the register of services."""

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import typer

from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal_pendek
from app.kerja import Kerja
from app.penomoran import atur_penomoran, daftar_penomoran
from app.register import (
    BarisAgenda,
    DataDisposisi,
    DataSurat,
    buku_agenda,
    buku_pelayanan,
    catat_pelayanan,
    catat_surat_keluar,
    catat_surat_masuk,
    daftar_disposisi,
    disposisikan,
    paraf_disposisi,
    perbaiki_surat,
    surat,
    surat_kegiatan,
)
from app.register_betul import betulkan_pelayanan
from db.galat import KnownError
from db.istilah import ArahSurat, SifatSurat
from ui.perintah import tugas
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import (
    Alasan,
    KegiatanBoleh,
    Pindaian,
    TanggalBoleh,
    pilihan_tanggal,
    simpan_pindaian,
)
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

app = kelompok()
app.add_typer(tugas.app)
SuratId = Annotated[UUID, typer.Argument(metavar="SURAT", help="Nomor yang dicetak saat surat dicatat.")]
Perihal = Annotated[str, typer.Option(metavar="TEKS", help="Perihal.")]
Nomor = Annotated[str | None, typer.Option(metavar="NOMOR", help="Nomor surat.")]
Agenda = Annotated[str | None, typer.Option(metavar="NOMOR", help="Nomor agenda; tanpa ini berikutnya.")]
Sifat = Annotated[
    SifatSurat, typer.Option(metavar="SIFAT", help="Salah satu dari: biasa, segera, sangat_segera, penting, rahasia.")
]
HariSurat = Annotated[date | None, pilihan_tanggal("--tanggal-surat", "Tanggal pada surat.")]
HariTerima = Annotated[date | None, pilihan_tanggal("--tanggal", "Hari diterima atau dikirim; tanpa ini hari ini.")]
Tahun = Annotated[int | None, typer.Option(metavar="TAHUN", help="Tahun buku; tanpa ini tahun berjalan.")]


@app.callback()
def agenda(
    ctx: typer.Context,
    arah: Annotated[ArahSurat, typer.Option(metavar="ARAH", help="masuk atau keluar.")] = ArahSurat.MASUK,
    tahun: Tahun = None,
    kegiatan_id: KegiatanBoleh = None,
    json: Json = False,
) -> None:
    """Tampilkan buku agenda surat. Perintah di bawah mencatat surat, disposisi, pelayanan, SPT, dan jadwal."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        semua = _buku(kerja, arah, tahun, kegiatan_id)
        isi = {s.id: daftar_disposisi(kerja, surat_id=s.id) for s in semua if not s.digantikan}
    if json:
        cetak_json([asdict(s) | {"disposisi": [asdict(d) for d in isi.get(s.id, ())]} for s in semua])
        return
    for s in semua:
        hari = tanggal_pendek(s.tanggal_terima) if s.tanggal_terima else ""
        keadaan = "digantikan" if s.digantikan else ""
        cetak_baris(s.id, s.nomor_agenda, hari, s.nomor_surat, s.dari or s.kepada, s.perihal, label(s.sifat), keadaan)
        for d in isi.get(s.id, ()):
            paraf = "sudah diparaf" if d.isi.diparaf else "belum diparaf"
            batas = f"batas {tanggal_pendek(d.isi.batas)}" if d.isi.batas else ""
            cetak_baris("Disposisi", d.id, f"{d.isi.dari} kepada {d.isi.kepada}", d.isi.instruksi, paraf, batas)


def _buku(kerja: Kerja, arah: ArahSurat, tahun: int | None, kegiatan_id: UUID | None) -> list[BarisAgenda]:
    """Return the letters of a kegiatan whatever their year, or the book of a year."""
    if kegiatan_id is not None and tahun is None:
        return surat_kegiatan(kerja, kegiatan_id, arah)
    return buku_agenda(kerja, arah, tahun or kerja.hari_ini().year, kegiatan_id=kegiatan_id)


@app.command("masuk", cls=Perintah)
def surat_masuk(
    ctx: typer.Context,
    perihal: Perihal,
    dari: Annotated[str, typer.Option(metavar="NAMA", help="Pengirim.")],
    nomor: Nomor = "",
    tanggal_surat: HariSurat = None,
    tanggal: HariTerima = None,
    sifat: Sifat = SifatSurat.BIASA,
    agenda: Agenda = None,
    kegiatan_id: KegiatanBoleh = None,
    berkas: Pindaian = None,
) -> None:
    """Catat surat masuk; cetak nomornya dan nomor agendanya."""
    with tulis(ctx) as kerja:
        data = DataSurat(
            perihal, tanggal or kerja.hari_ini(), tanggal_surat, nomor, dari=dari, sifat=sifat,
            kegiatan_id=kegiatan_id, lampiran_id=simpan_pindaian(kerja, berkas), nomor_agenda=agenda,
        )  # fmt: skip
        baru = surat(kerja, catat_surat_masuk(kerja, data))
    cetak_baris(baru.id, baru.nomor_agenda, baru.nomor_surat)


@app.command("keluar", cls=Perintah)
def surat_keluar(
    ctx: typer.Context,
    perihal: Perihal,
    kepada: Annotated[str, typer.Option(metavar="NAMA", help="Yang dituju.")],
    nomor: Nomor = None,
    tanggal_surat: HariSurat = None,
    tanggal: HariTerima = None,
    sifat: Sifat = SifatSurat.BIASA,
    agenda: Agenda = None,
    kegiatan_id: KegiatanBoleh = None,
    berkas: Pindaian = None,
) -> None:
    """Catat surat keluar; cetak nomornya, nomor agenda, dan nomor surat (dari penomoran kantor bila tidak disebut)."""
    with tulis(ctx) as kerja:
        data = DataSurat(
            perihal, tanggal or kerja.hari_ini(), tanggal_surat, nomor, kepada=kepada, sifat=sifat,
            kegiatan_id=kegiatan_id, lampiran_id=simpan_pindaian(kerja, berkas), nomor_agenda=agenda,
        )  # fmt: skip
        baru = surat(kerja, catat_surat_keluar(kerja, data))
    cetak_baris(baru.id, baru.nomor_agenda, baru.nomor_surat)


@app.command(cls=Perintah)
def perbaiki(
    ctx: typer.Context,
    surat_id: SuratId,
    alasan: Alasan,
    perihal: Annotated[str | None, typer.Option(metavar="TEKS", help="Perihal yang benar.")] = None,
    dari: Annotated[str | None, typer.Option(metavar="NAMA", help="Pengirim yang benar.")] = None,
    kepada: Annotated[str | None, typer.Option(metavar="NAMA", help="Tujuan yang benar.")] = None,
    nomor: Nomor = None,
    tanggal_surat: HariSurat = None,
    tanggal: Annotated[date | None, pilihan_tanggal("--tanggal", "Hari diterima atau dikirim yang benar.")] = None,
    sifat: Annotated[SifatSurat | None, typer.Option(metavar="SIFAT", help="Sifat yang benar.")] = None,
    agenda: Annotated[str | None, typer.Option(metavar="NOMOR", help="Nomor agenda yang benar.")] = None,
    kegiatan_id: KegiatanBoleh = None,
    berkas: Pindaian = None,
) -> None:
    """Betulkan surat: baris baru menggantikan yang lama, keduanya tetap ada; cetak nomor yang baru."""
    with tulis(ctx) as kerja:
        ubah: dict[str, Any] = {
            "perihal": perihal, "dari": dari, "kepada": kepada, "nomor_surat": nomor, "tanggal_surat": tanggal_surat,
            "tanggal_terima": tanggal, "sifat": sifat, "nomor_agenda": agenda, "kegiatan_id": kegiatan_id,
            "lampiran_id": simpan_pindaian(kerja, berkas),
        }  # fmt: skip
        baru = perbaiki_surat(kerja, surat_id, alasan, **{k: v for k, v in ubah.items() if v is not None})
    typer.echo(baru)


@app.command(cls=Perintah)
def disposisi(
    ctx: typer.Context,
    surat_id: SuratId,
    kepada: Annotated[str, typer.Option(metavar="JABATAN", help="Kepada siapa.")],
    instruksi: Annotated[str, typer.Option(metavar="TEKS", help="Apa yang harus dikerjakan.")],
    dari: Annotated[str, typer.Option(metavar="JABATAN", help="Pemberi disposisi; tanpa ini jabatan akun.")] = "",
    tanggal: TanggalBoleh = None,
    catatan: Annotated[str, typer.Option(metavar="TEKS", help="Catatan.")] = "",
    batas: Annotated[date | None, pilihan_tanggal("--batas", "Batas waktunya.")] = None,
    diparaf: Annotated[bool, typer.Option("--diparaf", help="Lembarnya sudah diparaf.")] = False,
) -> None:
    """Catat disposisi pimpinan atas satu surat dan cetak nomornya."""
    with tulis(ctx) as kerja:
        isi = DataDisposisi(
            dari or kerja.pelaku.jabatan, kepada, instruksi, tanggal or kerja.hari_ini(), catatan, batas, diparaf
        )
        baru = disposisikan(kerja, surat_id, isi)
    typer.echo(baru)


@app.command(cls=Perintah)
def paraf(
    ctx: typer.Context,
    disposisi_id: Annotated[UUID, typer.Argument(metavar="DISPOSISI", help="Nomor disposisi.")],
) -> None:
    """Catat bahwa lembar disposisi sudah diparaf."""
    with tulis(ctx) as kerja:
        paraf_disposisi(kerja, disposisi_id)
    typer.echo("Paraf dicatat.")


@app.command("betulkan-pelayanan", cls=Perintah)
def betulkan(
    ctx: typer.Context,
    nomor: Annotated[str, typer.Argument(metavar="NOMOR", help="Nomor register, misalnya 0001/2026.")],
    alasan: Alasan,
    nama: Annotated[str | None, typer.Option(metavar="NAMA", help="Nama yang benar.")] = None,
    keperluan: Annotated[str | None, typer.Option(metavar="TEKS", help="Keperluan yang benar.")] = None,
    tanggal: TanggalBoleh = None,
) -> None:
    """Betulkan satu baris buku register pelayanan; isi yang lama tetap terbaca di keterangannya."""
    with tulis(ctx) as kerja:
        semua = buku_pelayanan(kerja, date.min, date.max)
        baris_id = next((b.id for b in semua if b.nomor == nomor), None)
        if baris_id is None:
            raise KnownError("pelayanan_tidak_ada")
        b = betulkan_pelayanan(kerja, baris_id, alasan=alasan, nama=nama, keperluan=keperluan, tanggal=tanggal)
    cetak_baris(b.nomor, tanggal_pendek(b.tanggal), b.nama, b.keperluan, b.keterangan)


@app.command(cls=Perintah)
def pelayanan(
    ctx: typer.Context,
    nama: Annotated[
        str | None, typer.Option(metavar="NAMA", help="Yang dilayani; tanpa ini bukunya ditampilkan.")
    ] = None,
    keperluan: Annotated[str, typer.Option(metavar="TEKS", help="Keperluannya.")] = "",
    keterangan: Annotated[str, typer.Option(metavar="TEKS", help="Keterangan.")] = "",
    nomor: Annotated[str | None, typer.Option(metavar="NOMOR", help="Nomor register; tanpa ini berikutnya.")] = None,
    tanggal: TanggalBoleh = None,
    kegiatan_id: KegiatanBoleh = None,
    tahun: Tahun = None,
    json: Json = False,
) -> None:
    """Catat satu pelayanan di buku register, atau tampilkan buku itu."""
    if nama is not None:
        with tulis(ctx) as kerja:
            semua = [
                catat_pelayanan(
                    kerja, nama, keperluan, tanggal=tanggal, nomor=nomor, keterangan=keterangan, kegiatan_id=kegiatan_id
                )
            ]
    else:
        with baca(ctx) as kerja:
            pada = tahun or kerja.hari_ini().year
            semua = buku_pelayanan(kerja, date(pada, 1, 1), date(pada, 12, 31), kegiatan_id=kegiatan_id)
    if json:
        cetak_json([asdict(b) for b in semua])
        return
    for b in semua:
        cetak_baris(b.nomor, tanggal_pendek(b.tanggal), b.nama, b.keperluan, b.keterangan)


@app.command(cls=Perintah)
def penomoran(
    ctx: typer.Context,
    kode: Annotated[
        str | None,
        typer.Argument(metavar="KODE", help="Jenis naskah, misalnya surat_tugas; tanpa ini semuanya ditampilkan."),
    ] = None,
    pola: Annotated[
        str, typer.Option(metavar="POLA", help="Misalnya 800/{nomor:03}/Dinsos/{bulan_romawi}/{tahun}.")
    ] = "",
    terakhir: Annotated[int, typer.Option(metavar="N", help="Nomor terakhir yang sudah dipakai di kertas.")] = 0,
    tahun: Tahun = None,
    json: Json = False,
) -> None:
    """Atur penomoran satu jenis naskah, atau tampilkan semuanya."""
    with (tulis if kode else baca)(ctx) as kerja:
        pada = tahun or kerja.hari_ini().year
        if kode:
            atur_penomoran(kerja, kode, pada, pola, terakhir=terakhir)
        semua = daftar_penomoran(kerja, pada)
    if json:
        cetak_json([asdict(n) for n in semua])
        return
    for n in semua:
        cetak_baris(n.kode, n.tahun, n.pola, n.terakhir)
