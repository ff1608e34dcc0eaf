"""Whether a document can be made now, and for which desa: asked before printing and for the list of papers.

Each check raises the `KnownError` whose sentence says what is missing and what to do.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_kepala import tahap_diminta
from app.dokumen.kumpul_orang import desa_alokasi
from app.dokumen.kumpul_penggunaan import desa_ingat
from app.dokumen.kumpul_perbaikan import desa_perbaikan
from app.kerja import Kerja
from app.pakta import petugas_pakta
from app.penetapan.lihat import draf_penetapan, penetapan_berlaku, rekap_desa
from app.penggunaan.laporan import daftar_laporan
from app.penyaluran.cari import semua_serah
from app.pijakan import lihat_kegiatan
from app.siks.kembali import daftar_kembali
from app.sop import fakta
from app.sop.definisi import Fakta
from app.sop.konteks import definisi_kegiatan
from app.wilayah import peta_kantor
from db.galat import KnownError
from db.istilah import TERSALUR, HasilSalur, StatusUsulan
from db.model import Alokasi, JadwalPenyaluran, Kegiatan, KunjunganMonev, Penerima, Penyaluran, Usulan

SELALU = frozenset({"bnba", "laporan", "rekap-apip", "surat-perbaikan"})
"""Papers of every kegiatan, whether its SOP names them or not."""
PENYALURAN = frozenset(
    {
        "daftar-penerima",
        "daftar-rekening",
        "tanda-terima",
        "daftar-hadir",
        "bast",
        "bast-orang",
        "rekap-penyaluran",
        "jadwal",
        "pemberitahuan",
        "undangan",
        "kupon",
        "pengantar",
        "surat-kuasa",
        "instrumen-monev",
        "pakta-integritas",
        "pakta-petugas",
        "laporan-penggunaan",
        "surat-penggunaan",
    }
)
"""Papers of every kegiatan that hands something over."""


PENGUSULAN = frozenset({"usulan-siks"})
"""Papers of every kegiatan that only proposes people to somebody else's list."""


def langkah_dokumen(kerja: Kerja, kegiatan_id: UUID) -> dict[str, tuple[int, ...]]:
    """Return the steps of the kegiatan's SOP by the code of the papers that they ask for.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `salinan_sop_berubah`.
    """
    hasil: dict[str, tuple[int, ...]] = {}
    for langkah in definisi_kegiatan(lihat_kegiatan(kerja, kegiatan_id)).langkah:
        for kode in langkah.cetak:
            hasil[kode] = (*hasil.get(kode, ()), langkah.urutan)
    return hasil


def selalu(kerja: Kerja, kegiatan_id: UUID, kode: str) -> bool:
    """Tell whether a paper belongs to a kegiatan although no step names it."""
    if kode in SELALU:
        return True
    menyalurkan = lihat_kegiatan(kerja, kegiatan_id).jenis_bantuan is not None
    return kode in (PENYALURAN if menyalurkan else PENGUSULAN)


def periksa(kerja: Kerja, kegiatan_id: UUID, kode: str, *, desa: str | None = None) -> None:
    """Refuse a document that cannot be made now.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `usulan_belum_ada`, `penetapan_belum_disusun`, `penetapan_belum_sah`,
            `penerima_belum_ada`, `penyaluran_belum_ada`, `spt_belum_ada`, `jadwal_belum_ada`,
            `surat_masuk_belum_ada`, `tidak_ada_penolakan`, `tidak_ada_perbaikan`, `kunjungan_belum_ada`,
            `verifikasi_belum_ada`, `pemohon_belum_ada`, `dokumen_desa_kosong`, `pejabat_belum_ada`,
            `laporan_penggunaan_tidak_diminta`, `laporan_penggunaan_lengkap`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    _SYARAT.get(kode, _tanpa_syarat)(kerja, kegiatan_id)
    if desa is not None and kode in _DESA and desa not in desa_dokumen(kerja, kegiatan_id, kode):
        raise KnownError("dokumen_desa_kosong", desa=peta_kantor(kerja).sebutan(desa))


def periksa_orang(kerja: Kerja, kegiatan_id: UUID, kode: str, minta: Permintaan) -> None:
    """Refuse a paper of one person who is not on its list, or who received nothing yet where that is what it says.

    Raises:
        KnownError: `orang_tidak_di_daftar`, `orang_belum_menerima`.
    """
    if kode == "sptjm":
        ikut = (StatusUsulan.DIUSULKAN.value, StatusUsulan.LAYAK.value)
        usul = select(Usulan.id).where(
            Usulan.kegiatan_id == kegiatan_id, Usulan.orang_id == minta.orang, col(Usulan.status).in_(ikut)
        )
        if kerja.sesi.exec(usul.limit(1)).first() is None:
            raise KnownError("orang_tidak_di_daftar")
    else:
        tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
        semua = list(
            semua_serah(kerja, kegiatan_id, tahap_id=tahap.id if tahap else None, desa=minta.desa, orang=minta.orang)
        )
        if not semua:
            raise KnownError("orang_tidak_di_daftar")
        if kode == "bast-orang" and not any(k.diserahkan for b in semua for k in b.keadaan.komponen):
            raise KnownError("orang_belum_menerima")


def kegiatan_siap(kerja: Kerja, kode: str) -> list[UUID]:
    """Return the kegiatan of the office for which a paper can be made now, the newest first."""
    kueri = select(Kegiatan.id).where(Kegiatan.kantor_id == kerja.kantor.id).order_by(col(Kegiatan.urut).desc())
    return [k for k in kerja.sesi.exec(kueri) if _dapat(kerja, k, kode)]


def _dapat(kerja: Kerja, kegiatan_id: UUID, kode: str) -> bool:
    try:
        periksa(kerja, kegiatan_id, kode)
    except KnownError:
        return False
    return selalu(kerja, kegiatan_id, kode) or kode in langkah_dokumen(kerja, kegiatan_id)


def desa_dokumen(kerja: Kerja, kegiatan_id: UUID, kode: str) -> list[str]:
    """Return the codes of desa that a document can be made for, in order."""
    return [d for d in _DESA[kode](kerja, kegiatan_id) if d] if kode in _DESA else []


# --- what must exist -------------------------------------------------------------------------------------------------


def _tanpa_syarat(kerja: Kerja, kegiatan_id: UUID) -> None:
    """Whatever exists is enough."""


def _usulan(kerja: Kerja, kegiatan_id: UUID) -> None:
    ikut = (StatusUsulan.DIUSULKAN.value, StatusUsulan.LAYAK.value)
    kueri = select(Usulan.id).where(Usulan.kegiatan_id == kegiatan_id, col(Usulan.status).in_(ikut)).limit(1)
    if kerja.sesi.exec(kueri).first() is None:
        raise KnownError("usulan_belum_ada")


def _putusan(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not _desa_putusan(kerja, kegiatan_id):
        raise KnownError("verifikasi_belum_ada")


def _pemohon(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not _desa_pemohon(kerja, kegiatan_id):
        raise KnownError("pemohon_belum_ada")


def _bnba(kerja: Kerja, kegiatan_id: UUID) -> None:
    if penetapan_berlaku(kerja, kegiatan_id) is None:
        _usulan(kerja, kegiatan_id)


def _disusun(kerja: Kerja, kegiatan_id: UUID) -> None:
    if draf_penetapan(kerja, kegiatan_id) is None and penetapan_berlaku(kerja, kegiatan_id) is None:
        raise KnownError("penetapan_belum_disusun")


def _sah(kerja: Kerja, kegiatan_id: UUID) -> None:
    if penetapan_berlaku(kerja, kegiatan_id) is None:
        raise KnownError("penetapan_belum_sah")


def _penerima(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not fakta.ada(kerja, kegiatan_id, Fakta.PENERIMA):
        raise KnownError("penerima_belum_ada")


def _penyaluran(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not _desa_tersalur(kerja, kegiatan_id):
        raise KnownError("penyaluran_belum_ada")


def _spt(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not fakta.ada(kerja, kegiatan_id, Fakta.SPT):
        raise KnownError("spt_belum_ada")


def _jadwal(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not fakta.ada(kerja, kegiatan_id, Fakta.JADWAL):
        raise KnownError("jadwal_belum_ada")


def _surat_masuk(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not fakta.ada(kerja, kegiatan_id, Fakta.SURAT_MASUK):
        raise KnownError("surat_masuk_belum_ada")


def _penolakan(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not daftar_kembali(kerja, kegiatan_id):
        raise KnownError("tidak_ada_penolakan", nama=lihat_kegiatan(kerja, kegiatan_id).nama)


def _kunjungan(kerja: Kerja, kegiatan_id: UUID) -> None:
    kueri = select(KunjunganMonev.id).where(KunjunganMonev.kegiatan_id == kegiatan_id).limit(1)
    if kerja.sesi.exec(kueri).first() is None:
        raise KnownError("kunjungan_belum_ada")


def _perbaikan(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not desa_perbaikan(kerja, kegiatan_id):
        raise KnownError("tidak_ada_perbaikan", nama=lihat_kegiatan(kerja, kegiatan_id).nama)


def _petugas(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not petugas_pakta(kerja):
        raise KnownError("pejabat_belum_ada")


def _wajib_lapor(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not daftar_laporan(kerja, kegiatan_id):
        raise KnownError("laporan_penggunaan_tidak_diminta", nama=lihat_kegiatan(kerja, kegiatan_id).nama)


def _lapor_terlambat(kerja: Kerja, kegiatan_id: UUID) -> None:
    if not desa_ingat(kerja, kegiatan_id):
        raise KnownError("laporan_penggunaan_lengkap", nama=lihat_kegiatan(kerja, kegiatan_id).nama)


_SYARAT: Mapping[str, Callable[[Kerja, UUID], None]] = {
    "surat-perbaikan": _perbaikan,
    "bnba": _bnba,
    "usulan-siks": _bnba,
    "daftar-rekening": _sah,
    "formulir-verifikasi": _usulan,
    "sk": _disusun,
    "lampiran-sk": _disusun,
    "daftar-penerima": _sah,
    "tanda-terima": _penerima,
    "daftar-hadir": _penerima,
    "bast": _penyaluran,
    "bast-orang": _penyaluran,
    "rekap-penyaluran": _penerima,
    "jadwal": _jadwal,
    "pemberitahuan": _jadwal,
    "undangan": _penerima,
    "kupon": _penerima,
    "pengantar": _penerima,
    "surat-kuasa": _penerima,
    "ba-verifikasi": _putusan,
    "sptjm": _usulan,
    "sptjm-desa": _usulan,
    "tanda-terima-berkas": _pemohon,
    "penunjukan-vendor": _sah,
    "perjanjian": _sah,
    "kesepakatan": _sah,
    "berkas-pencairan": _penerima,
    "instrumen-monev": _sah,
    "spt": _spt,
    "disposisi": _surat_masuk,
    "surat-pengembalian": _penolakan,
    "daftar-pengembalian": _penolakan,
    "laporan-monev": _kunjungan,
    "pakta-integritas": _sah,
    "pakta-petugas": _petugas,
    "laporan-penggunaan": _wajib_lapor,
    "surat-penggunaan": _lapor_terlambat,
}


# --- for which desa --------------------------------------------------------------------------------------------------


def _desa_usulan(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    return _desa_status(kerja, kegiatan_id, (StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK))


def _desa_putusan(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    """Desa of which at least one usulan was decided."""
    return _desa_status(kerja, kegiatan_id, (StatusUsulan.LAYAK, StatusUsulan.TIDAK_LAYAK))


def _desa_status(kerja: Kerja, kegiatan_id: UUID, status: Collection[StatusUsulan]) -> list[str]:
    kueri = sa.select(sa.func.coalesce(col(Usulan.kode_desa), "")).where(
        col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status).in_([s.value for s in status])
    )
    return sorted(kerja.sesi.execute(kueri.distinct()).scalars())


def _desa_pemohon(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    """Desa of those who got a number at the counter."""
    kueri = sa.select(sa.func.coalesce(col(Usulan.kode_desa), "")).where(
        col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.nomor_register) != ""
    )
    return sorted(kerja.sesi.execute(kueri.distinct()).scalars())


def _desa_jadwal(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    kueri = sa.select(col(JadwalPenyaluran.kode_desa)).where(col(JadwalPenyaluran.kegiatan_id) == kegiatan_id)
    return sorted(kerja.sesi.execute(kueri.distinct()).scalars())


def _desa_penetapan(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    sk = penetapan_berlaku(kerja, kegiatan_id)
    return [r.kode_desa for r in rekap_desa(kerja, sk.id)] if sk else _desa_usulan(kerja, kegiatan_id)


def _desa_lampiran(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    sk = draf_penetapan(kerja, kegiatan_id) or penetapan_berlaku(kerja, kegiatan_id)
    return [r.kode_desa for r in rekap_desa(kerja, sk.id)] if sk else []


def _desa_tersalur(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    """Desa in which at least one hand-over was recorded; the figures themselves leave out what was taken back."""
    diserahkan = [h.value for h in (*TERSALUR, HasilSalur.SEBAGIAN)]
    dicabut = sa.select(col(Penyaluran.koreksi_dari)).where(col(Penyaluran.koreksi_dari).is_not(None))
    kueri: sa.Select[Any] = (
        sa.select(sa.func.coalesce(col(Penerima.kode_desa), ""))
        .join(Alokasi, col(Alokasi.penerima_id) == col(Penerima.id))
        .join(Penyaluran, col(Penyaluran.alokasi_id) == col(Alokasi.id))
        .where(
            col(Alokasi.kegiatan_id) == kegiatan_id,
            col(Alokasi.batal).is_(False),
            col(Penyaluran.hasil).in_(diserahkan),
            col(Penyaluran.id).not_in(dicabut),
        )
        .distinct()
    )
    return sorted(kerja.sesi.execute(kueri).scalars())


def _desa_ditolak(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    return [d.kode_desa for d in daftar_kembali(kerja, kegiatan_id)]


_DESA: Mapping[str, Callable[[Kerja, UUID], list[str]]] = {
    "surat-perbaikan": desa_perbaikan,
    "bnba": _desa_penetapan,
    "usulan-siks": _desa_penetapan,
    "daftar-rekening": _desa_penetapan,
    "formulir-verifikasi": _desa_usulan,
    "lampiran-sk": _desa_lampiran,
    "daftar-penerima": _desa_penetapan,
    "tanda-terima": desa_alokasi,
    "daftar-hadir": desa_alokasi,
    "undangan": desa_alokasi,
    "kupon": desa_alokasi,
    "pengantar": desa_alokasi,
    "surat-kuasa": desa_alokasi,
    "pemberitahuan": _desa_jadwal,
    "ba-verifikasi": _desa_putusan,
    "sptjm": _desa_usulan,
    "sptjm-desa": _desa_usulan,
    "tanda-terima-berkas": _desa_pemohon,
    "instrumen-monev": _desa_penetapan,
    "bast": _desa_tersalur,
    "bast-orang": _desa_tersalur,
    "surat-pengembalian": _desa_ditolak,
    "daftar-pengembalian": _desa_ditolak,
    "pakta-integritas": _desa_penetapan,
    "laporan-penggunaan": _desa_tersalur,
    "surat-penggunaan": desa_ingat,
}
