"""`salur rekening`: who has an account, the list for the bank, the numbers that come back."""

from pathlib import Path
from typing import Annotated, Any

import typer

from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.rekening.lembar import LembarRekening, baca_rekening_bank
from app.rekening.lihat import hitung_rekening
from app.rekening.masuk import HasilRekening, PeriksaRekening, masukkan_rekening, periksa_rekening
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import KegiatanBoleh, KegiatanId, wajib_kegiatan
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, job, kabar, tulis

app = kelompok()


@app.callback()
def keadaan(ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, json: Json = False) -> None:
    """Tampilkan berapa penerima yang sudah mempunyai rekening."""
    if ctx.invoked_subcommand:
        return
    with baca(ctx) as kerja:
        r = hitung_rekening(kerja, wajib_kegiatan(kegiatan_id))
    if json:
        cetak_json({"orang": r.orang, "punya": r.punya, "belum": r.orang - r.punya})
    else:
        cetak_baris("Penerima", bilangan(r.orang))
        cetak_baris("Sudah punya rekening", bilangan(r.punya))
        cetak_baris("Belum", bilangan(r.orang - r.punya))


@app.command(cls=Perintah)
def ekspor(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    ke: Annotated[Path, typer.Option(metavar="BERKAS", help="Berkas yang ditulis; yang lama diganti.")],
    semua: Annotated[bool, typer.Option("--semua", help="Juga mereka yang sudah punya rekening.")] = False,
) -> None:
    """Tulis daftar pembukaan rekening untuk bank: mereka yang belum mempunyai rekening."""
    from reports.pembukaan_rekening import cetak_pembukaan

    if ke.suffix.lower() != ".xlsx":
        raise typer.BadParameter("Daftar pembukaan rekening ditulis sebagai berkas .xlsx; beri nama berakhiran itu.")
    with tulis(ctx) as kerja:
        cetak_pembukaan(kerja, kegiatan_id, ke, semua=semua, ctx=job())
    typer.echo(ke)


@app.command(cls=Perintah)
def impor(
    ctx: typer.Context,
    berkas: Annotated[Path, typer.Argument(metavar="BERKAS", help="Daftar dari bank yang sudah berisi nomor.")],
    kegiatan_id: KegiatanId,
    setuju: Annotated[
        list[str] | None,
        typer.Option("--setuju", metavar="SEL", help="Pakai juga baris yang perlu dipastikan; boleh berulang."),
    ] = None,
    periksa: Annotated[bool, typer.Option("--periksa", help="Hanya periksa; tidak mencatat apa pun.")] = False,
    json: Json = False,
) -> None:
    """Masukkan nomor rekening dari bank: semuanya, atau tidak satu pun bila ada sel yang salah.

    Baris yang perlu dipastikan dilewati kecuali selnya disebut dengan --setuju.
    """
    lembar = baca_rekening_bank(berkas, job())
    _sebut_rahasia(lembar)
    if periksa:
        with baca(ctx) as kerja:
            _tulis_periksa(periksa_rekening(kerja, kegiatan_id, lembar), json=json)
        return
    with tulis(ctx) as kerja:
        dilihat = periksa_rekening(kerja, kegiatan_id, lembar)
        hasil = masukkan_rekening(kerja, kegiatan_id, lembar, setuju=setuju or ())
    _tulis_hasil(hasil, dilihat, frozenset(setuju or ()), json=json)


def _sebut_rahasia(lembar: LembarRekening) -> None:
    for sel, judul in lembar.rahasia:
        kabar(f"Kolom “{judul}” di {sel} tidak dibaca: Salur tidak pernah menyimpan PIN atau sandi.")


def _isi_ragu(r: PeriksaRekening, kecuali: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    return [
        {"sel": s.sel, "nama": s.nama, "kode": [e.kode for e in s.sebab], "pesan": [kalimat(e) for e in s.sebab]}
        for s in r.ragu
        if s.sel not in kecuali
    ]


def _tulis_periksa(r: PeriksaRekening, *, json: bool) -> None:
    if json:
        cetak_json(
            {
                "baru": r.baru, "ragu": _isi_ragu(r), "sama": r.sama, "kosong": r.kosong,
                "salah": [
                    {"sel": s.sel, "nama": s.nama, "kode": s.sebab.kode, "pesan": kalimat(s.sebab)} for s in r.salah
                ],
                "tidak_dibaca": [sel for sel, _ in r.rahasia],
            }
        )  # fmt: skip
        return
    for s in r.salah:
        cetak_baris(s.sel, s.nama, kalimat(s.sebab))
    _baris_ragu(_isi_ragu(r))
    cetak_baris("Siap dicatat", bilangan(r.baru))
    cetak_baris("Perlu dipastikan", bilangan(len(r.ragu)))
    cetak_baris("Sudah sama", bilangan(r.sama))
    cetak_baris("Belum diisi", bilangan(r.kosong))


def _tulis_hasil(h: HasilRekening, r: PeriksaRekening, setuju: frozenset[str], *, json: bool) -> None:
    lewat = _isi_ragu(r, setuju)
    if json:
        cetak_json({"dicatat": h.dicatat, "ditinggalkan": lewat, "sama": h.sama, "kosong": h.kosong})
        return
    _baris_ragu(lewat)
    cetak_baris("Dicatat", bilangan(h.dicatat))
    cetak_baris("Dilewati", bilangan(h.ditinggalkan))
    cetak_baris("Sudah sama", bilangan(h.sama))
    cetak_baris("Belum diisi", bilangan(h.kosong))


def _baris_ragu(ragu: list[dict[str, Any]]) -> None:
    for s in ragu:
        cetak_baris(s["sel"], s["nama"], " ".join(s["pesan"]))
