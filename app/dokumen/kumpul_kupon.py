"""Gathers the coupons that invite people to the hand-over: when and where theirs is, and what to bring."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from app.bahasa.waktu import tanggal_hari
from app.dokumen.isi import Permintaan
from app.dokumen.isi_kupon import BarisKupon, IsiKupon
from app.dokumen.kumpul_kepala import kumpul_kepala, tahap_diminta
from app.dokumen.kumpul_orang import penulis
from app.dokumen.kumpul_salur import label_zona
from app.kerja import Kerja
from app.penyaluran.cari import semua_serah
from app.penyaluran.titik import Titik, daftar_titik, pilih_titik
from app.pijakan import daftar_tahap, lihat_kegiatan
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
        baris=_baris(kerja, kegiatan_id, tahap.id, minta, _acara(kerja, kegiatan_id, tahap.id)),
    )


def _acara(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID) -> dict[str, list[Titik]]:
    """The points of every desa that is on the schedule."""
    per_desa: dict[str, list[Titik]] = defaultdict(list)
    for titik in daftar_titik(kerja, kegiatan_id, tahap_id):
        per_desa[titik.kode_desa].append(titik)
    return per_desa


def _baris(
    kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID, minta: Permintaan, acara: Mapping[str, Sequence[Titik]]
) -> Iterator[BarisKupon]:
    tulis, zona = penulis(kerja, minta), label_zona(kerja)
    for b in semua_serah(kerja, kegiatan_id, tahap_id=tahap_id, desa=minta.desa):
        titik = pilih_titik(acara.get(b.kode_desa, ()), b)
        alamat = ", ".join(filter(None, (b.alamat, tulis.tempat(b.kode_desa)["desa"])))
        yield BarisKupon(
            b.nomor, b.kode, b.nama, b.wali_nama, alamat,
            hari_tanggal=tanggal_hari(titik.tanggal) if titik else "",
            waktu=f"{titik.jam} {zona}" if titik and titik.jam else "",
            tempat=titik.tempat if titik else "",
        )  # fmt: skip
