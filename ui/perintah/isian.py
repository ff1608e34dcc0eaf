"""What several commands ask for alike: days, numbers that Salur printed, files, desa, tahap."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.wilayah import rapikan_kode
from db.galat import KnownError


def baca_tanggal(teks: str) -> date:
    """Read `2026-03-05`; anything else is wrong usage."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise typer.BadParameter("tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-03-05.") from None


def pilihan_tanggal(nama: str, bantuan: str) -> typer.models.OptionInfo:
    """Return an option that takes a day: `Annotated[date, pilihan_tanggal("--tanggal", "Hari serah.")]`."""
    return _pilihan(nama, "TANGGAL", f"{bantuan} Contoh: 2026-03-05.", baca_tanggal)


def _pilihan(nama: str, metavar: str, bantuan: str, baca: Callable[[str], object]) -> typer.models.OptionInfo:
    pilihan: typer.models.OptionInfo = typer.Option(nama, metavar=metavar, help=bantuan, parser=baca)
    return pilihan


KegiatanId = Annotated[UUID, typer.Option("--kegiatan", metavar="NOMOR", help="Nomor kegiatan.")]
KegiatanBoleh = Annotated[UUID | None, typer.Option("--kegiatan", metavar="NOMOR", help="Nomor kegiatan.")]
Pindaian = Annotated[Path | None, typer.Option("--berkas", metavar="BERKAS", help="Pindaian suratnya, bila ada.")]
Tanggal = Annotated[date, pilihan_tanggal("--tanggal", "Tanggalnya.")]
TanggalBoleh = Annotated[date | None, pilihan_tanggal("--tanggal", "Tanggalnya; tanpa ini hari ini.")]
Alasan = Annotated[str, typer.Option("--alasan", metavar="TEKS", help="Alasannya.")]
Desa = Annotated[str | None, typer.Option("--desa", metavar="KODE", help="Kode satu desa atau kelurahan saja.")]
TahapKe = Annotated[int, typer.Option("--tahap", metavar="N", help="Tahap keberapa.")]
TahapBoleh = Annotated[int | None, typer.Option("--tahap", metavar="N", help="Tahap keberapa; tanpa ini semua.")]


def kode_desa(desa: str | None) -> str | None:
    """Return a desa's code as the store has it, however it was typed."""
    return rapikan_kode(desa) if desa else None


def tahap_id(kerja: Kerja, kegiatan_id: UUID, nomor: int) -> UUID:
    """Return the tahap with this number.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
        typer.BadParameter: the kegiatan has no such tahap.
    """
    tahap = {satu.nomor: satu.id for satu in lihat_kegiatan(kerja, kegiatan_id).tahap}
    if nomor not in tahap:
        ada = f"mempunyai tahap 1 sampai {len(tahap)}" if tahap else "tidak mempunyai tahap"
        raise typer.BadParameter(f"Kegiatan ini {ada}.")
    return tahap[nomor]


def wajib_kegiatan(kegiatan_id: UUID | None) -> UUID:
    """Return the kegiatan of a group that was called without a further command.

    Raises:
        typer.BadParameter: none was named.
    """
    if kegiatan_id is None:
        raise typer.BadParameter("Sebutkan kegiatan dengan --kegiatan NOMOR.")
    return kegiatan_id


def berpasangan(semua: list[str] | None) -> dict[str, str]:
    """Read `KIRI=KANAN` given any number of times.

    Raises:
        typer.BadParameter: one has no `=` or nothing before it, or two name the same.
    """
    hasil: dict[str, str] = {}
    for satu in semua or ():
        kiri, ada, kanan = satu.partition("=")
        if not ada or not kiri.strip():
            raise typer.BadParameter(f"Tulis “{satu}” sebagai dua bagian yang dipisah tanda sama dengan.")
        if kiri.strip() in hasil:
            raise typer.BadParameter(f"“{kiri.strip()}” disebut dua kali; sebutkan sekali saja.")
        hasil[kiri.strip()] = kanan.strip()
    return hasil


def simpan_pindaian(kerja: Kerja, berkas: Path | None) -> UUID | None:
    """Keep a scan, where one is given, in the same transaction as the act it proves.

    Raises:
        KnownError: `berkas_tak_terbaca`.
    """
    if berkas is None:
        return None
    nama, isi = baca_berkas(berkas)
    return kerja.simpan_lampiran(isi, nama)


def baca_berkas(berkas: Path) -> tuple[str, bytes]:
    """Return name and content of a file that is attached.

    Raises:
        KnownError: `berkas_tak_terbaca`.
    """
    try:
        return berkas.name, berkas.read_bytes()
    except OSError as sebab:
        raise KnownError("berkas_tak_terbaca", nama=berkas.name) from sebab
