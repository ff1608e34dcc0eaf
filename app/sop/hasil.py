"""The recorded output of a step in one line, written from what was counted: nobody types what is known."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, func, select

from app.bahasa.sop import kalimat_hasil
from app.kalender import kalender_kantor
from app.kerja import Kerja
from app.penyaluran.keadaan import StatusSalur
from app.penyaluran.muat import muat_hitungan
from app.pijakan import penetapan_sah
from app.sop import fakta
from app.sop.definisi import Aksi
from db.istilah import ArahSurat, JenisPerjanjian, StatusUsulan, TujuanImpor
from db.model import (
    Disposisi,
    Dokumen,
    Impor,
    JadwalPenyaluran,
    KunjunganMonev,
    Mitra,
    Pencairan,
    Penerima,
    Perjanjian,
    Pertemuan,
    Surat,
    Usulan,
)

Ringkas = Callable[[Kerja, UUID, UUID | None], str]
_PERJANJIAN = (JenisPerjanjian.MOU, JenisPerjanjian.KESEPAKATAN, JenisPerjanjian.KONTRAK)


def ringkas(kerja: Kerja, aksi: Aksi, kegiatan_id: UUID, usulan_id: UUID | None = None) -> str:
    """Write the output of an aksi; empty where only a person can say it, or where nothing is there yet."""
    kerja.sesi.flush()
    tulis = RINGKAS.get(aksi)
    return tulis(kerja, kegiatan_id, usulan_id) if tulis else ""


def _satu(kerja: Kerja, *kolom: Any, syarat: tuple[Any, ...]) -> Any:
    """Run a query of one row; None when all its columns are empty."""
    baris = kerja.sesi.execute(sa.select(*kolom).where(*syarat)).first()
    return baris if baris and any(nilai is not None for nilai in baris) else None


def _tanggal(kerja: Kerja, saat: datetime) -> Any:
    return kalender_kantor(kerja).tanggal(saat)


def _usulan(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    baris = _satu(
        kerja,
        func.count(),
        func.count(sa.distinct(col(Usulan.kode_desa))),
        syarat=(col(Usulan.kegiatan_id) == k, col(Usulan.status) != StatusUsulan.DITARIK),
    )
    return kalimat_hasil("usulan", {"jumlah": baris[0], "desa": baris[1]}) if baris[0] else ""


def _banyak(kerja: Kerja, k: UUID, *status: StatusUsulan) -> int:
    kueri = select(func.count()).select_from(Usulan).where(Usulan.kegiatan_id == k, col(Usulan.status).in_(status))
    return int(kerja.sesi.exec(kueri).one())


def _verifikasi(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    isi = {"layak": _banyak(kerja, k, StatusUsulan.LAYAK), "tidak": _banyak(kerja, k, StatusUsulan.TIDAK_LAYAK)}
    return kalimat_hasil("verifikasi", isi) if any(isi.values()) else ""


def _penetapan(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    sah = penetapan_sah(kerja, k)
    if sah is None:
        return ""
    jumlah = select(func.count()).select_from(Penerima).where(Penerima.penetapan_id == sah.id)
    isi = {"nomor": sah.nomor, "tanggal": sah.tanggal, "jumlah": kerja.sesi.exec(jumlah).one()}
    return kalimat_hasil("penetapan", isi)


def _perjanjian(*jenis: JenisPerjanjian) -> Ringkas:
    def tulis(kerja: Kerja, k: UUID, _: UUID | None) -> str:
        baris = kerja.sesi.exec(
            select(Perjanjian, Mitra.nama)
            .join(Mitra, col(Mitra.id) == col(Perjanjian.mitra_id))
            .where(Perjanjian.kegiatan_id == k, col(Perjanjian.jenis).in_(jenis))
            .order_by(col(Perjanjian.urut).desc())
        ).first()
        if baris is None:
            return ""
        isi = {"mitra": baris[1], "nomor": baris[0].nomor or "–", "tanggal": baris[0].tanggal}
        return kalimat_hasil("perjanjian", isi)

    return tulis


def _pencairan(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    baris = _satu(
        kerja,
        func.sum(col(Pencairan.nilai)),
        func.count(sa.distinct(col(Pencairan.tahap_id))),
        syarat=(col(Pencairan.kegiatan_id) == k,),
    )
    return kalimat_hasil("pencairan", {"nilai": baris[0], "tahap": baris[1]}) if baris and baris[1] else ""


def _penyaluran(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    """Count allocations as every paper counts them: handed over, failed, and the rest."""
    status = Counter(h.keadaan.status for h in muat_hitungan(kerja, k))
    isi = {s.value: status[s] for s in StatusSalur}
    return kalimat_hasil("penyaluran", isi) if status else ""


def _dokumen_terakhir(kerja: Kerja, k: UUID, kode: str) -> Any:
    baris = _satu(kerja, func.max(col(Dokumen.pada)), syarat=(col(Dokumen.kegiatan_id) == k, col(Dokumen.kode) == kode))
    return _tanggal(kerja, baris[0]) if baris else None


def _laporan(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    tanggal = _dokumen_terakhir(kerja, k, fakta.KODE_LAPORAN)
    return kalimat_hasil("dokumen", {"tanggal": tanggal}) if tanggal else ""


def _monev(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    jumlah = select(func.count()).select_from(KunjunganMonev).where(KunjunganMonev.kegiatan_id == k)
    tanggal = _dokumen_terakhir(kerja, k, fakta.KODE_LAPORAN_MONEV)
    isi = {"jumlah": kerja.sesi.exec(jumlah).one(), "tanggal": tanggal}
    return kalimat_hasil("monev", isi) if tanggal else ""


def _sosialisasi(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    baris = _satu(kerja, func.count(), func.max(col(Pertemuan.tanggal)), syarat=(col(Pertemuan.kegiatan_id) == k,))
    return kalimat_hasil("sosialisasi", {"jumlah": baris[0], "tanggal": baris[1]}) if baris[0] else ""


def _loket(kerja: Kerja, k: UUID, usulan_id: UUID | None) -> str:
    if usulan_id is None:
        return _triwulan(kerja, k, None)
    nomor = kerja.sesi.get_one(Usulan, usulan_id).nomor_register
    return kalimat_hasil("register", {"nomor": nomor}) if nomor else ""


def _berkas(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    return kalimat_hasil("berkas", {})


def _triwulan(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    jumlah = _banyak(kerja, k, *(s for s in StatusUsulan if s is not StatusUsulan.DITARIK))
    return kalimat_hasil("triwulan", {"jumlah": jumlah}) if jumlah else ""


def _siks(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    layak, ditolak = _banyak(kerja, k, StatusUsulan.LAYAK), _banyak(kerja, k, StatusUsulan.DITOLAK_SISTEM)
    return kalimat_hasil("siks", {"layak": layak, "ditolak": ditolak}) if layak or ditolak else ""


def _pengembalian(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    baris = _satu(
        kerja,
        func.count(),
        func.count(sa.distinct(col(Usulan.kode_desa))),
        syarat=(col(Usulan.kegiatan_id) == k, col(Usulan.status) == StatusUsulan.DITOLAK_SISTEM),
    )
    return kalimat_hasil("pengembalian", {"jumlah": baris[0], "desa": baris[1]})


def _bnba_baru(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    baris = _satu(kerja, func.max(col(Impor.pada)), syarat=(col(Impor.id).in_(fakta.impor(k, TujuanImpor.BNBA_BARU)),))
    return kalimat_hasil("impor", {"tanggal": _tanggal(kerja, baris[0])}) if baris else ""


def _surat_terakhir(kerja: Kerja, k: UUID, *syarat_lain: Any) -> Surat | None:
    kueri = select(Surat).where(Surat.kegiatan_id == k, col(Surat.digantikan).is_(False), *syarat_lain)
    return kerja.sesi.exec(kueri.order_by(col(Surat.urut).desc())).first()


def _surat(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    surat = _surat_terakhir(kerja, k, Surat.arah == ArahSurat.MASUK)
    return kalimat_hasil("surat", {"agenda": surat.nomor_agenda, "dari": surat.dari}) if surat else ""


def _disposisi(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    baris = kerja.sesi.exec(
        select(Disposisi)
        .join(Surat, col(Surat.id) == col(Disposisi.surat_id))
        .where(sa.or_(col(Disposisi.kegiatan_id) == k, col(Surat.kegiatan_id) == k))
        .order_by(col(Disposisi.urut).desc())
    ).first()
    return kalimat_hasil("disposisi", {"kepada": baris.kepada, "tanggal": baris.tanggal}) if baris else ""


def _spt(kerja: Kerja, k: UUID, _: UUID | None) -> str:
    surat = _surat_terakhir(kerja, k, Surat.jenis == fakta.JENIS_SPT)
    desa = _satu(
        kerja,
        func.count(sa.distinct(col(JadwalPenyaluran.kode_desa))),
        syarat=(col(JadwalPenyaluran.kegiatan_id) == k,),
    )
    return kalimat_hasil("spt", {"nomor": surat.nomor_surat or "–", "desa": desa[0]}) if surat else ""


RINGKAS: Mapping[Aksi, Ringkas] = {
    Aksi.IMPOR_USULAN: _usulan,
    Aksi.IMPOR_PENERIMA: _usulan,
    Aksi.VERIFIKASI: _verifikasi,
    Aksi.PENETAPAN: _penetapan,
    Aksi.PENUNJUKAN_VENDOR: _perjanjian(JenisPerjanjian.PENUNJUKAN),
    Aksi.PERJANJIAN: _perjanjian(*_PERJANJIAN),
    Aksi.PENCAIRAN: _pencairan,
    Aksi.PENYALURAN: _penyaluran,
    Aksi.LAPORAN: _laporan,
    Aksi.MONEV: _monev,
    Aksi.SOSIALISASI: _sosialisasi,
    Aksi.LOKET: _loket,
    Aksi.PERIKSA_BERKAS: _berkas,
    Aksi.GABUNG_TRIWULAN: _triwulan,
    Aksi.HASIL_SIKS: _siks,
    Aksi.KEMBALIKAN_DESA: _pengembalian,
    Aksi.REKONSILIASI_BNBA: _bnba_baru,
    Aksi.SURAT_MASUK: _surat,
    Aksi.DISPOSISI: _disposisi,
    Aksi.SPT_JADWAL: _spt,
}
"""What is left out (paraf, recorded documents) is written from the paraf or typed by a person."""
