"""Gathers the coupons that invite people to the hand-over: when and where theirs is, and what to bring."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from app.bahasa.waktu import tanggal_hari
from app.dokumen.isi import Permintaan
from app.dokumen.isi_kupon import BarisKupon, IsiKupon
from app.dokumen.kumpul_kepala import kumpul_kepala, tahap_diminta
from app.dokumen.kumpul_orang import penulis
from app.dokumen.kumpul_salur import label_zona
from app.kerja import Kerja
from app.penyaluran.cari import semua_serah
from app.pijakan import daftar_tahap, lihat_kegiatan
from app.spt import daftar_jadwal
from app.templat import kata_naskah


def isi_kupon(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiKupon:
    """Gather the coupons of a tahap (the first unless another is asked for), by desa and number.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap) or daftar_tahap(kerja, kegiatan_id)[0]
    kepala = kumpul_kepala(kerja, kegiatan, minta)
    kata = kata_naskah(kerja, "kupon", {"kegiatan": kepala.nama, "kantor": kerja.kantor.nama}, minta)
    return IsiKupon(
        kepala=kepala,
        judul=kata["judul"][0],
        bawa=" ".join(kata["bawa"]),
        catatan=" ".join(kata["catatan"]),
        baris=_baris(kerja, kegiatan_id, tahap.id, minta, _acara(kerja, kegiatan_id, tahap.nomor)),
    )


def _acara(kerja: Kerja, kegiatan_id: UUID, tahap: int) -> dict[str, dict[str, str]]:
    """Day, hours and place of every desa that is on the schedule."""
    zona = label_zona(kerja)
    return {
        b.isi.kode_desa: {
            "hari_tanggal": tanggal_hari(b.isi.tanggal),
            "waktu": f"{b.isi.jam} {zona}" if b.isi.jam else "",
            "tempat": b.isi.tempat,
        }
        for b in daftar_jadwal(kerja, kegiatan_id, tahap=tahap)
    }


def _baris(
    kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID, minta: Permintaan, acara: Mapping[str, Mapping[str, str]]
) -> Iterator[BarisKupon]:
    tulis = penulis(kerja, minta)
    belum = {"hari_tanggal": "", "waktu": "", "tempat": ""}
    for b in semua_serah(kerja, kegiatan_id, tahap_id=tahap_id, desa=minta.desa):
        tempat = tulis.tempat(b.kode_desa)
        alamat = ", ".join(filter(None, (b.alamat, tempat["desa"])))
        yield BarisKupon(b.nomor, b.kode, b.nama, b.wali_nama, alamat, **acara.get(b.kode_desa, belum))
