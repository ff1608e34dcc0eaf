"""Gathers the letter that tells a desa what to mend of its list: the letter itself, and the rows attached to it."""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from app.bahasa.angka import bilangan
from app.bahasa.waktu import tanggal
from app.dokumen.isi import Permintaan, bertahun
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_naskah import Alinea, IsiNaskah, KolomNaskah, Lampiran, Surat, TabelNaskah, Tengah, Ttd
from app.dokumen.kumpul_kepala import berhuruf, kepala_di, kumpul_kepala, tujuan_desa
from app.identitas import rapikan_angka, samarkan
from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from app.templat import kata_naskah
from app.usulan.perbaikan import BarisPerbaikan, baris_perbaikan
from app.wilayah import induk, peta_kantor
from db.istilah import JenisKantor
from db.model import Kegiatan

_KOLOM = (
    KolomNaskah("Baris", 15, "tengah"), KolomNaskah("Nama", 42), KolomNaskah("NIK", 33, "tengah"),
    KolomNaskah("Yang perlu diperbaiki", 62), KolomNaskah("Caranya", 50),
)  # fmt: skip
_DIGIT = 4  # a number of no more digits tells nobody's identity


def isi_perbaikan(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the letter to one desa, or to each that has something to mend.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    semua = baris_perbaikan(kerja, kegiatan_id, desa=minta.desa)
    for kode, baris in groupby(semua, key=lambda b: b.kode_desa):
        yield _surat(kerja, kegiatan, kode, list(baris), minta)


def desa_perbaikan(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    """Return the codes of the desa that have something to mend; an empty one for rows of no known desa."""
    return list(dict.fromkeys(b.kode_desa for b in baris_perbaikan(kerja, kegiatan_id)))


def _surat(kerja: Kerja, kegiatan: Kegiatan, kode: str, baris: list[BarisPerbaikan], minta: Permintaan) -> IsiNaskah:
    peta = peta_kantor(kerja)
    desa = peta.sebutan(kode) if kode else "Desa belum diketahui"
    kecamatan = peta.nama(induk(kode)) if kode else ""
    camat = f"Camat {kecamatan}" if kecamatan and kerja.kantor.jenis != JenisKantor.KECAMATAN else ""
    kepala = kepala_di(kumpul_kepala(kerja, kegiatan, minta), minta, kode)
    teks = kata_naskah(kerja, "perbaikan", _fakta(kerja, kegiatan, desa, baris, minta), minta)
    return IsiNaskah(
        kepala=kepala,
        surat=Surat(teks["hal"][0], tujuan_desa(desa), "1 (satu) berkas"),
        isi=(Alinea(teks["pembuka"], menjorok=True), Alinea(teks["penutup"], menjorok=True)),
        ttd=((None, Ttd(kepala.penanda)),),
        tembusan=(f"{camat}.",) if camat else (),
        lampiran=(_lampiran(desa, baris),),
        kaki=f"{teks['hal'][0]} - {desa}",
        jumlah=Jumlah(len(baris)),
    )


def _fakta(
    kerja: Kerja, kegiatan: Kegiatan, desa: str, baris: list[BarisPerbaikan], minta: Permintaan
) -> dict[str, str]:
    ditolak = sum(b.ditolak for b in baris)
    return {
        "kegiatan": bertahun(kegiatan.nama, kegiatan.tahun),
        "usulan": kegiatan.nama if kegiatan.nama.lower().startswith("usulan") else f"usulan {kegiatan.nama}",
        "desa": desa,
        "jumlah": berhuruf(len(baris)),
        "ditolak": f"{berhuruf(ditolak)} baris" if ditolak else "",
        "kantor": kerja.kantor.nama,
        "batas": tanggal(minta.batas) if minta.batas else "",
    }


def _lampiran(desa: str, baris: list[BarisPerbaikan]) -> Lampiran:
    """List the rows, those that were not taken first; each table stands under the file that its rows come from."""
    isi: list[Tengah | TabelNaskah] = []
    for (ditolak, berkas, lembar), bagian in groupby(baris, key=lambda b: (b.ditolak, b.berkas, b.lembar)):
        rinci = tuple(map(_baris, bagian))
        apa = "Belum diterima" if ditolak else "Sudah diterima, perlu dilengkapi"
        isi.append(Tengah((f"{apa} ({bilangan(len(rinci))} baris)", f"Berkas {berkas}, lembar {lembar}")))
        isi.append(TabelNaskah(_KOLOM, rinci, ukuran=9))
    return Lampiran((f"BARIS YANG PERLU DIPERBAIKI DARI {desa.upper()}",), tuple(isi))


def _baris(b: BarisPerbaikan) -> tuple[str, ...]:
    return str(b.baris), b.nama or "(kosong)", _nomor(b.nik), " ".join(b.salah), " ".join(b.saran)


def _nomor(tertulis: str) -> str:
    """Write a NIK masked: the row number leads to it, and the letter passes many hands."""
    angka = rapikan_angka(tertulis)
    return samarkan(angka) if angka.isdigit() and len(angka) > _DIGIT else tertulis
