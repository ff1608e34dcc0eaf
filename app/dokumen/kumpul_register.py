"""Gathers the pages of a book by period: letters in, letters out, services; corrected lines stay visible."""

from collections.abc import Callable
from datetime import date

from app.akses import Hak, wajib
from app.bahasa.istilah import label
from app.bahasa.waktu import rentang, tanggal_pendek
from app.dokumen.isi import Kepala
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_naskah import Alinea, IsiNaskah, KolomNaskah, TabelNaskah, Ttd
from app.dokumen.kumpul_kepala import KEPALA_KANTOR, kop_kantor, penanda, pilih_pejabat, tempat_tanggal
from app.kantor import lihat_kantor
from app.kerja import Kerja
from app.register import BarisAgenda, buku_agenda, buku_pelayanan
from db.galat import KnownError
from db.istilah import ArahSurat

BUKU = {
    "masuk": "BUKU AGENDA SURAT MASUK",
    "keluar": "BUKU AGENDA SURAT KELUAR",
    "pelayanan": "BUKU REGISTER PELAYANAN",
}
"""Headings of the books, by their code."""
_Baris = tuple[tuple[str, ...], ...]


def isi_register(kerja: Kerja, buku: str, mulai: date, sampai: date) -> IsiNaskah:
    """Gather one book (a key of `BUKU`) between two days, both included.

    Raises:
        KnownError: `tidak_berwenang`, `tanggal_terbalik`, `dokumen_kosong`.
    """
    wajib(kerja, Hak.REGISTER)
    if sampai < mulai:
        raise KnownError("tanggal_terbalik", mulai=mulai, sampai=sampai)
    kolom, baris = _ISI[buku](kerja, mulai, sampai)
    if not baris:
        raise KnownError("dokumen_kosong", nama=BUKU[buku].lower())
    kantor = lihat_kantor(kerja)
    kepala = Kepala(
        kop=kop_kantor(kerja),
        kegiatan="",
        tahun=mulai.year,
        tempat=kantor.tempat_surat,
        tanggal=kerja.hari_ini(),
        penanda=penanda(pilih_pejabat(kerja, None, KEPALA_KANTOR, kerja.hari_ini())),
        kertas=kantor.kertas,
    )
    return IsiNaskah(
        kepala=kepala,
        judul=(BUKU[buku], rentang(mulai, sampai).upper()),
        isi=(TabelNaskah(kolom, baris), Alinea((f"Jumlah: {len(baris)} baris.",))),
        ttd=((None, Ttd(kepala.penanda, (tempat_tanggal(kepala),))),),
        kaki=f"{BUKU[buku].capitalize()} {rentang(mulai, sampai)}",
        jumlah=Jumlah(len(baris)),
    )


def _agenda(arah: ArahSurat) -> Callable[[Kerja, date, date], tuple[tuple[KolomNaskah, ...], _Baris]]:
    """Return what gathers the letters of one direction, by the day they came in or went out."""
    masuk = arah is ArahSurat.MASUK
    kolom = (
        KolomNaskah("No. agenda", 22, "tengah"),
        KolomNaskah("Diterima" if masuk else "Dikirim", 26, "tengah"),
        KolomNaskah("Dari" if masuk else "Kepada", 55),
        KolomNaskah("Nomor surat", 46),
        KolomNaskah("Tanggal surat", 28, "tengah"),
        KolomNaskah("Perihal", 80),
        KolomNaskah("Sifat", 26),
        KolomNaskah("Keterangan", 30),
    )

    def kumpul(kerja: Kerja, mulai: date, sampai: date) -> tuple[tuple[KolomNaskah, ...], _Baris]:
        surat = [b for tahun in range(mulai.year, sampai.year + 1) for b in buku_agenda(kerja, arah, tahun)]
        ikut = [b for b in surat if b.tanggal_terima and mulai <= b.tanggal_terima <= sampai]
        return kolom, tuple(_baris_agenda(b, masuk=masuk) for b in ikut)

    return kumpul


def _baris_agenda(b: BarisAgenda, *, masuk: bool) -> tuple[str, ...]:
    keadaan = "dibetulkan" if b.digantikan else "pembetulan" if b.menggantikan_id else ""
    return (b.nomor_agenda, _hari(b.tanggal_terima), b.dari if masuk else b.kepada, b.nomor_surat or "-",
            _hari(b.tanggal_surat), b.perihal, label(b.sifat), keadaan)  # fmt: skip


def _hari(hari: date | None) -> str:
    return tanggal_pendek(hari) if hari else "-"


def _pelayanan(kerja: Kerja, mulai: date, sampai: date) -> tuple[tuple[KolomNaskah, ...], _Baris]:
    kolom = (
        KolomNaskah("No. register", 30, "tengah"),
        KolomNaskah("Tanggal", 28, "tengah"),
        KolomNaskah("Nama", 70),
        KolomNaskah("Keperluan", 80),
        KolomNaskah("Keterangan", 60),
    )
    semua = buku_pelayanan(kerja, mulai, sampai)
    return kolom, tuple((b.nomor, _hari(b.tanggal), b.nama, b.keperluan, b.keterangan) for b in semua)


_ISI: dict[str, Callable[[Kerja, date, date], tuple[tuple[KolomNaskah, ...], _Baris]]] = {
    "masuk": _agenda(ArahSurat.MASUK),
    "keluar": _agenda(ArahSurat.KELUAR),
    "pelayanan": _pelayanan,
}
