"""What leaves the kecamatan: everyone on the dinas's list with what became of each thing that was owed."""

from collections.abc import Iterator, Mapping
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.akses import Hak, wajib
from app.bahasa.istilah import label
from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_orang import Penulis, penulis
from app.kecamatan.bentuk import BELUM, UANG, BarisHasil
from app.kerja import Kerja
from app.penyaluran import BarisSerah, KeadaanKomponen, semua_serah
from app.pijakan import baca_kolom, lihat_kegiatan, tahap_kegiatan, wajib_sah
from app.wilayah_akun import wajib_seluruh
from db.model import Penerima, Penyaluran, Usulan

BIDANG_KODE = "kode_tanda_terima"
"""Field of an imported list in which the dinas's receipt code comes and stays."""


def hasil_penyaluran(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID) -> Iterator[BarisHasil]:
    """Give what the kecamatan has to report of one tahap, in the order of its list.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `tahap_tidak_ada`, `penetapan_belum_sah`.
    """
    wajib(kerja, Hak.PENYALURAN)
    wajib_seluruh(kerja)
    lihat_kegiatan(kerja, kegiatan_id)
    tahap_kegiatan(kerja, kegiatan_id, tahap_id)
    wajib_sah(kerja, kegiatan_id)
    kode, foto = _kode_dinas(kerja, kegiatan_id), _berfoto(kerja, kegiatan_id)
    tulis = penulis(kerja, Permintaan())
    for b in semua_serah(kerja, kegiatan_id, tahap_id=tahap_id):
        for k in b.keadaan.komponen:
            yield _baris(b, k, kode.get(b.penerima_id, ""), tulis, foto)


def _kode_dinas(kerja: Kerja, kegiatan_id: UUID) -> Mapping[UUID, str]:
    """Return the dinas's receipt codes by recipient."""
    kueri = (
        sa.select(col(Penerima.id), col(Usulan.data))
        .join(Usulan, col(Usulan.id) == Penerima.usulan_id)
        .where(col(Usulan.kegiatan_id) == kegiatan_id)
    )
    return {i: data[BIDANG_KODE] for i, data in baca_kolom(kerja, kueri) if data.get(BIDANG_KODE)}


def _berfoto(kerja: Kerja, kegiatan_id: UUID) -> set[UUID]:
    kueri = sa.select(col(Penyaluran.id)).where(
        col(Penyaluran.kegiatan_id) == kegiatan_id, col(Penyaluran.lampiran_id).is_not(None)
    )
    return {b[0] for b in baca_kolom(kerja, kueri)}


def _baris(b: BarisSerah, k: KeadaanKomponen, kode: str, tulis: Penulis, foto: set[UUID]) -> BarisHasil:
    uang = k.komponen.nominal is not None
    dasar = BarisHasil(
        nama=b.nama, nik=tulis.nomor(b.nik), desa=tulis.tempat(b.kode_desa)["desa"], kode=kode,
        barang=UANG if uang else k.komponen.nama, hasil=label(k.hasil) if k.hasil else BELUM,
    )  # fmt: skip
    c = k.terakhir
    if c is None:
        return dasar
    jumlah = (k.komponen.nominal if uang else k.diserahkan) if k.diserahkan else None
    bukti = f"Tanda terima {b.nomor:04}" if k.diserahkan else ""
    return BarisHasil(
        dasar.nama, dasar.nik, dasar.desa, kode, dasar.barang, dasar.hasil, c.alasan,
        jumlah if uang or k.komponen.barang_id else None, c.tanggal, c.tempat, c.wakil_nama or _sendiri(b, k),
        c.wakil_hubungan, tulis.nomor(c.wakil_nik), c.surat_kuasa, ", ".join(c.saksi), c.petugas,
        ", ".join(filter(None, (bukti, "foto serah terima" if c.id in foto else ""))),
    )  # fmt: skip


def _sendiri(b: BarisSerah, k: KeadaanKomponen) -> str:
    return b.nama if k.diserahkan else ""
