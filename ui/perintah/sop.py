"""`salur sop`: the SOPs, their sheet, a version of the office's own, files that go from office to office."""

from pathlib import Path
from typing import Annotated, Any

import typer

from app.bahasa.waktu import saat_ringkas
from app.sop import berkas_sop, muat, versi
from app.sop.definisi import DefinisiSop
from db.istilah import Zona
from ui.perintah.bahasa import Kelompok, Perintah
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

BIASA = "lihat"
BANTUAN = ("-h", "--help")
Kode = Annotated[str, typer.Argument(metavar="KODE", help="Kode SOP, misalnya rehsos.")]
Versi = Annotated[int, typer.Option("--versi", metavar="N", help="Nomor versi.")]
MilikKantor = Annotated[
    bool, typer.Option("--kantor", help="Versi yang berlaku di kantor ini, dengan SOP milik kantor; perlu akun.")
]


class KelompokSop(Kelompok):
    """A group in which anything that is no command is meant for `lihat`: `salur sop rehsos` is as old as Salur."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        kata = args[0] if args else ""
        if kata not in self.commands and kata not in BANTUAN:
            args = [BIASA, *args]
        hasil: list[str] = super().parse_args(ctx, args)
        return hasil


app = typer.Typer(
    cls=KelompokSop, rich_markup_mode=None, add_completion=False, help="SOP yang dikenal Salur, dan milik kantor."
)


@app.command(BIASA, cls=Perintah)
def lihat(
    ctx: typer.Context,
    kode: Annotated[str | None, typer.Argument(metavar="KODE", help="Satu SOP saja, misalnya rehsos.")] = None,
    json: Json = False,
    pdf: Annotated[Path | None, typer.Option(metavar="BERKAS", help="Tulis lembar SOP AP satu SOP.")] = None,
    kantor: MilikKantor = False,
) -> None:
    """Tampilkan SOP yang dikenal Salur beserta langkahnya."""
    if pdf and not kode:
        raise typer.BadParameter("Sebutkan kode SOP yang dicetak.")
    kantor = kantor or bool(kode and kode not in muat.BAWAAN and ctx.obj.akun)
    pilihan = _kantor(ctx, kode) if kantor else [muat.muat_bawaan(kode)] if kode else list(muat.daftar_bawaan())
    if pdf:
        from reports.cetak import cetak_sop

        typer.echo(cetak_sop(pilihan[0], pdf))
        return
    if json:
        cetak_json([muat.ke_json(satu) | {"nama": satu.nama} for satu in pilihan])
        return
    for satu in pilihan:
        typer.echo(f"{satu.kode}\t{satu.nama}")
        if kode:
            for langkah in satu.langkah:
                typer.echo(f"  {langkah.label}\t{langkah.kegiatan.tampil}\t{langkah.waktu.teks.tampil}")


def _kantor(ctx: typer.Context, kode: str | None) -> list[DefinisiSop]:
    """Return the versions that new kegiatan of the office take."""
    with baca(ctx) as kerja:
        return [versi.sop_berlaku(kerja, k) for k in ([kode] if kode else [s.kode for s in versi.daftar_sop(kerja)])]


@app.command(cls=Perintah)
def simpan(
    ctx: typer.Context,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas SOP, dari ekspor atau tulisan sendiri.")],
    catatan: Annotated[str, typer.Option(metavar="TEKS", help="Alasan perubahan, untuk daftar versi.")] = "",
    baru: Annotated[bool, typer.Option("--baru", help="Jadikan SOP tersendiri, bukan versi SOP yang ada.")] = False,
) -> None:
    """Periksa berkas SOP dan simpan sebagai versi baru; cetak kode dan nomor versinya."""
    definisi = berkas_sop.baca_sop(berkas)
    with tulis(ctx) as kerja:
        if baru:
            definisi = berkas_sop.sebagai_baru(definisi, versi.kode_dipakai(kerja))
        hasil = versi.simpan_sop(kerja, definisi, catatan=catatan)
    cetak_baris(hasil.kode, hasil.versi)


@app.command(cls=Perintah)
def ekspor(
    ctx: typer.Context,
    kode: Kode,
    ke: Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas yang ditulis.")],
    nomor: Annotated[
        int | None, typer.Option("--versi", metavar="N", help="Nomor versi; tanpa ini yang berlaku.")
    ] = None,
) -> None:
    """Tulis satu versi SOP sebagai berkas untuk kantor lain."""
    with baca(ctx) as kerja:
        definisi = versi.lihat_versi(kerja, kode, nomor) if nomor else versi.sop_berlaku(kerja, kode)
    typer.echo(berkas_sop.ekspor_sop(definisi, ke))


@app.command("versi", cls=Perintah)
def daftar_versi(ctx: typer.Context, kode: Kode, json: Json = False) -> None:
    """Tampilkan versi satu SOP, yang terbaru lebih dahulu."""
    with baca(ctx) as kerja:
        semua, zona = versi.daftar_versi(kerja, kode), Zona(kerja.kantor.zona)
    if json:
        cetak_json([_isi(satu) for satu in semua])
        return
    for satu in semua:
        pada = saat_ringkas(satu.pada, zona) if satu.pada else ""
        cetak_baris(satu.versi, _keadaan(satu), f"{satu.kegiatan} kegiatan", satu.oleh, pada, satu.catatan)


def _keadaan(satu: versi.VersiSop) -> str:
    if not satu.ditawarkan:
        return "ditarik"
    return "berlaku" if satu.berlaku else "terdahulu"


def _isi(satu: versi.VersiSop) -> dict[str, Any]:
    return {
        "kode": satu.kode, "versi": satu.versi, "nama": satu.nama, "jumlah_langkah": satu.jumlah_langkah,
        "bawaan": satu.bawaan, "ditawarkan": satu.ditawarkan, "berlaku": satu.berlaku, "kegiatan": satu.kegiatan,
        "oleh": satu.oleh, "pada": satu.pada, "catatan": satu.catatan,
    }  # fmt: skip


@app.command(cls=Perintah)
def tarik(
    ctx: typer.Context,
    kode: Kode,
    nomor: Versi,
    alasan: Annotated[str, typer.Option(metavar="TEKS", help="Alasan penarikan.")],
) -> None:
    """Tarik satu versi agar tidak dipakai kegiatan baru; versi itu tetap tersimpan."""
    with tulis(ctx) as kerja:
        versi.tarik_versi(kerja, kode, nomor, alasan=alasan)
    typer.echo(f"Versi {nomor} ditarik; kegiatan yang sedang berjalan tidak berubah.")


@app.command(cls=Perintah)
def tawarkan(ctx: typer.Context, kode: Kode, nomor: Versi) -> None:
    """Tawarkan lagi versi yang pernah ditarik."""
    with tulis(ctx) as kerja:
        versi.tawarkan_versi(kerja, kode, nomor)
    typer.echo(f"Versi {nomor} ditawarkan lagi.")
