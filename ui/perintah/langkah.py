"""`salur langkah`: where a kegiatan stands, one step in full, and the acts that move it through its SOP."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated
from uuid import UUID

import typer

from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal as tulis_tanggal
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.sop import jalan
from app.sop.halaman import HalamanLangkah, Titik, lihat_langkah, tahapan_kegiatan
from app.sop.jalan import Sesudah
from app.sop.sebut import cari_langkah
from db.galat import KnownError
from db.istilah import StatusLangkah
from ui.perintah import meja
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import Alasan, KegiatanBoleh, KegiatanId, Tanggal, TanggalBoleh
from ui.perintah.langkah_isi import cetak_halaman, ke_json, titik_json
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, tulis

LangkahKe = Annotated[
    str, typer.Option("--langkah", metavar="N", help="Langkah keberapa, seperti dicetak salur langkah.")
]
Pemohon = Annotated[
    UUID | None, typer.Option("--usulan", metavar="NOMOR", help="Pemohonnya, untuk langkah yang berjalan per orang.")
]
Hasil = Annotated[str, typer.Option("--hasil", metavar="TEKS", help="Hasil langkah; tanpa ini Salur menuliskannya.")]
Keputusan = Annotated[
    str | None, typer.Option("--keputusan", metavar="YA|TIDAK", help="Jawaban langkah keputusan: ya atau tidak.")
]

app = kelompok()


@app.callback()
def daftar(
    ctx: typer.Context, kegiatan_id: KegiatanBoleh = None, usulan_id: Pemohon = None, json: Json = False
) -> None:
    """Tampilkan di mana satu kegiatan berada: langkah, berkas yang kurang, dan yang menahannya.

    Tanpa --kegiatan: pekerjaan yang menunggu Anda, yang paling mendesak lebih dahulu.
    """
    if ctx.invoked_subcommand:
        return
    if kegiatan_id is None:
        meja.tampilkan(ctx, json=json)
        return
    with baca(ctx) as kerja:
        nama = nama_kegiatan(kerja, kegiatan_id)
        tahapan = tahapan_kegiatan(kerja, kegiatan_id)
        if usulan_id:
            halaman = lihat_langkah(kerja, cari_langkah(kerja, kegiatan_id, "1", usulan_id))
            if halaman.usulan_id is None:
                raise KnownError("bukan_per_pemohon", nama=nama)
            tahapan = halaman.tahapan
        terbuka = {t.urutan: lihat_langkah(kerja, t.pelaksanaan_id) for t in tahapan if _dikerjakan(t)}
    if json:
        cetak_json(_rinci(nama, tahapan, terbuka))
        return
    cetak_baris(nama)
    for t in tahapan:
        cetak_baris(f"{t.urutan}.", t.nama, label(t.status), t.tanggal_selesai and tulis_tanggal(t.tanggal_selesai))
        if t.urutan in terbuka:
            _cetak_kurang(terbuka[t.urutan])


@app.command(cls=Perintah)
def lihat(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    usulan_id: Pemohon = None,
    json: Json = False,
) -> None:
    """Tampilkan satu langkah: kelengkapan, paraf, tanda tangan, letak berkas, dan riwayatnya."""
    with baca(ctx) as kerja:
        halaman = lihat_langkah(kerja, cari_langkah(kerja, kegiatan_id, langkah, usulan_id))
    if json:
        cetak_json(ke_json(halaman))
    else:
        cetak_halaman(halaman)


@app.command(cls=Perintah)
def mulai(ctx: typer.Context, kegiatan_id: KegiatanId, langkah: LangkahKe, usulan_id: Pemohon = None) -> None:
    """Mulai mengerjakan satu langkah, juga sebelum gilirannya bila bahannya sudah ada."""
    with langkahnya(ctx, kegiatan_id, langkah, usulan_id) as (kerja, satu):
        jalan.mulai(kerja, satu)
        kini = lihat_langkah(kerja, satu)
    _cetak_kini(kini)


@app.command(cls=Perintah)
def selesai(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    usulan_id: Pemohon = None,
    hasil: Hasil = "",
    keputusan: Keputusan = None,
    tanggal: TanggalBoleh = None,
) -> None:
    """Selesaikan satu langkah; yang masih kurang disebutkan dan langkahnya tetap terbuka."""
    with langkahnya(ctx, kegiatan_id, langkah, usulan_id) as (kerja, satu):
        sesudah = jalan.selesaikan(kerja, satu, hasil=hasil, keputusan=_keputusan(keputusan), tanggal=tanggal)
        halaman = _sesudahnya(kerja, satu, sesudah)
    _cetak_sesudah(sesudah, *halaman)


@app.command(cls=Perintah)
def lewati(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    alasan: Alasan,
    usulan_id: Pemohon = None,
    keputusan: Keputusan = None,
) -> None:
    """Tutup satu langkah yang belum lengkap, atas nama atasan; alasannya tetap terlihat."""
    with langkahnya(ctx, kegiatan_id, langkah, usulan_id) as (kerja, satu):
        sesudah = jalan.lewati(kerja, satu, alasan=alasan, keputusan=_keputusan(keputusan))
        halaman = _sesudahnya(kerja, satu, sesudah)
    _cetak_sesudah(sesudah, *halaman)


@app.command("tidak-berlaku", cls=Perintah)
def tidak_berlaku(
    ctx: typer.Context, kegiatan_id: KegiatanId, langkah: LangkahKe, alasan: Alasan, usulan_id: Pemohon = None
) -> None:
    """Nyatakan bahwa satu langkah tidak dikerjakan dalam kegiatan ini."""
    with langkahnya(ctx, kegiatan_id, langkah, usulan_id) as (kerja, satu):
        sesudah = jalan.tidak_berlaku(kerja, satu, alasan=alasan)
        halaman = _sesudahnya(kerja, satu, sesudah)
    _cetak_sesudah(sesudah, *halaman)


@app.command(cls=Perintah)
def kembalikan(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    langkah: LangkahKe,
    alasan: Alasan,
    ke: Annotated[int, typer.Option("--ke", metavar="N", help="Langkah yang dibuka lagi.")],
    usulan_id: Pemohon = None,
) -> None:
    """Kembalikan pekerjaan ke langkah sebelumnya; yang sudah dicatat tetap tersimpan."""
    with langkahnya(ctx, kegiatan_id, langkah, usulan_id) as (kerja, satu):
        sesudah = jalan.kembalikan(kerja, satu, ke=ke, alasan=alasan)
        halaman = _sesudahnya(kerja, satu, sesudah)
    _cetak_sesudah(sesudah, *halaman)


@app.command("catat-sebelum", cls=Perintah)
def catat_sebelum(
    ctx: typer.Context, kegiatan_id: KegiatanId, langkah: LangkahKe, tanggal: Tanggal, hasil: Hasil = ""
) -> None:
    """Beri tanggal dan hasil pada langkah yang selesai di atas kertas sebelum memakai Salur."""
    with langkahnya(ctx, kegiatan_id, langkah) as (kerja, satu):
        jalan.catat_sebelum(kerja, satu, tanggal=tanggal, hasil=hasil)
        kini = lihat_langkah(kerja, satu)
    _cetak_kini(kini)


@contextmanager
def langkahnya(
    ctx: typer.Context, kegiatan_id: UUID, langkah: str, usulan_id: UUID | None = None
) -> Iterator[tuple[Kerja, UUID]]:
    """Open one transaction and find the step that was named in it."""
    with tulis(ctx) as kerja:
        yield kerja, cari_langkah(kerja, kegiatan_id, langkah, usulan_id)


def _keputusan(kata: str | None) -> str | None:
    return kata.strip().lower() if kata else None


def _dikerjakan(t: Titik) -> bool:
    return t.kini or t.status is StatusLangkah.BERJALAN


def _sesudahnya(kerja: Kerja, satu: UUID, sesudah: Sesudah) -> tuple[HalamanLangkah, HalamanLangkah | None]:
    """Return the step that was acted on and the one whose turn it is now."""
    return lihat_langkah(kerja, satu), lihat_langkah(kerja, sesudah.berikut) if sesudah.berikut else None


def _cetak_sesudah(sesudah: Sesudah, kini: HalamanLangkah, berikut: HalamanLangkah | None) -> None:
    _cetak_kini(kini)
    if berikut is not None:
        cetak_baris("Berikutnya", f"{berikut.langkah.urutan}.", berikut.langkah.nama_layar.tampil)
    elif sesudah.kegiatan_selesai:
        cetak_baris("Kegiatan selesai")


def _cetak_kini(kini: HalamanLangkah) -> None:
    cetak_baris(label(kini.status), f"{kini.langkah.urutan}.", kini.langkah.nama_layar.tampil, kini.keluaran)


def _cetak_kurang(halaman: HalamanLangkah) -> None:
    for isian in halaman.kelengkapan:
        if isian.kurang:
            banyak = f"{isian.kurang} dari {isian.diminta}"
            cetak_baris("", "Kurang", isian.kode, isian.nama, label(isian.sifat), banyak)
    for h in halaman.halangan:
        if not h.sasaran.startswith("dokumen:"):
            cetak_baris("", "Menahan" if h.menahan else "Ingat", h.kalimat)


def _rinci(nama: str, tahapan: tuple[Titik, ...], terbuka: dict[int, HalamanLangkah]) -> dict[str, object]:
    return {
        "nama": nama,
        "langkah_kini": next((t.urutan for t in tahapan if t.kini), None),
        "langkah": [titik_json(t, terbuka.get(t.urutan)) for t in tahapan],
    }
