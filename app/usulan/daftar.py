"""Reading a list of people for other rooms (a bank's result, a new BNBA): read, found and mapped, not judged."""

from datetime import date
from pathlib import Path

from app.jobs import JobContext, tanpa_sapuan
from app.usulan.baca import Batas, BerkasDitolak, baca_buku, muat
from app.usulan.bentuk import Baris
from app.usulan.ingatan import Ingatan
from app.usulan.pecah import temukan_semua
from app.usulan.urai import Pedoman, Pengurai
from app.wilayah import prefiks_nik_dikenal


@tanpa_sapuan()
def baca_daftar(
    berkas: Path,
    ctx: JobContext | None = None,
    *,
    hari_ini: date,
    ingatan: Ingatan | None = None,
    batas: Batas | None = None,
) -> list[Baris]:
    """Return every person's row of the visible sheets of a file, with what each cell says and what is wrong with it.

    Args:
        hari_ini: decides centuries and what can be a birth date.
        ingatan: confirmed mappings, see `app.usulan.pemetaan.muat_ingatan`.

    Raises:
        BerkasDitolak: the file cannot be read, or holds no list of people (`bukan_daftar`).
        JobCancelled: the user asked to stop.
    """
    buku = baca_buku(muat(berkas, batas or Batas()), ctx, batas or Batas())
    pedoman = Pedoman(hari_ini, prefiks_nik_dikenal)
    baris: list[Baris] = []
    for lembar in buku.lembar:
        for daftar in temukan_semua(lembar, ingatan) if lembar.tampak else ():
            pengurai = Pengurai(daftar, 0, pedoman)
            baris += pengurai.urai(daftar.orang)
    if not baris:
        raise BerkasDitolak("bukan_daftar", buku.nama)
    return baris
