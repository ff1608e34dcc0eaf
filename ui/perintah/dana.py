"""`salur penyaluran dana`: money that came to recipients' accounts, typed from a statement of the bank."""

from typing import Annotated

import typer

from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.penyaluran import RingkasanCatat, belum_masuk, catat_dana_masuk, satu_penerima
from ui.perintah.bahasa import Perintah
from ui.perintah.isian import (
    Desa,
    KegiatanId,
    Pindaian,
    TahapKe,
    TanggalBoleh,
    kode_desa,
    simpan_pindaian,
    tahap_id,
)
from ui.perintah.sesi import cetak_baris, kabar, tulis

Penerima = Annotated[
    list[str] | None, typer.Argument(metavar="PENERIMA", help="Kode atau nomor tanda terima, NIK, atau nama.")
]


def pasang(app: typer.Typer) -> None:
    """Add the command to `salur penyaluran`."""
    app.command(cls=Perintah)(dana)


def dana(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    penerima: Penerima = None,
    semua: Annotated[bool, typer.Option("--semua", help="Semua orang yang dananya belum masuk.")] = False,
    tahap: TahapKe = 1,
    desa: Desa = None,
    tanggal: TanggalBoleh = None,
    nominal: Annotated[int | None, typer.Option(metavar="RUPIAH", help="Nilai yang masuk per orang.")] = None,
    keterangan: Annotated[str, typer.Option(metavar="TEKS", help="Rekening koran atau bukti yang dibaca.")] = "",
    berkas: Pindaian = None,
) -> None:
    """Catat dana yang sudah masuk rekening atau kartu; buku dan kartu dicatat tersendiri saat diserahkan."""
    if bool(penerima) == semua:
        raise typer.BadParameter("Sebutkan penerimanya, atau pakai --semua.")
    with tulis(ctx) as kerja:
        pada, lampiran_id = tahap_id(kerja, kegiatan_id, tahap), simpan_pindaian(kerja, berkas)
        if penerima:
            ids = [satu_penerima(kerja, kegiatan_id, pada, kata).alokasi_id for kata in penerima]
        else:
            ids = belum_masuk(kerja, kegiatan_id, pada, desa=kode_desa(desa))
        catatan = catat_dana_masuk(
            kerja, kegiatan_id, ids, tanggal=tanggal, keterangan=keterangan, nominal=nominal, lampiran_id=lampiran_id
        )
        _semua_atau_batal(catatan, bool(penerima))
    cetak_baris("Dicatat", bilangan(len(catatan.dicatat)))
    for tolak in catatan.ditolak:
        kabar(f"{tolak.nama}: {kalimat(tolak.sebab)}")


def _semua_atau_batal(catatan: RingkasanCatat, disebut: bool) -> None:
    """People who were named are recorded all or none."""
    if disebut and catatan.ditolak:
        raise catatan.ditolak[0].sebab
