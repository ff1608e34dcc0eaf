"""One person's page: who they are, their family, every usulan and every aid, papers and trail."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.jejak import BarisJejak
from app.kerja import Kerja
from app.orang.bentuk import (
    AnggotaKeluarga,
    BantuanOrang,
    BerkasOrang,
    HalamanOrang,
    KoreksiOrang,
    OrangGabungan,
    UsulanOrang,
    data_orang,
)
from app.orang.cari import nama_desa
from app.orang.pindahan import penggabungan
from app.orang.siapa import kini, terkait
from db.istilah import TERSALUR, HasilSalur, StatusUsulan
from db.model import (
    Alokasi,
    Kegiatan,
    Orang,
    Penerima,
    Penyaluran,
    RiwayatIdentitas,
    Tahap,
    TautanLampiran,
    Usulan,
    Wali,
)
from db.model.naskah import Lampiran

_JEJAK = 50  # lines of the trail on one page


def lihat_orang(kerja: Kerja, orang_id: UUID) -> HalamanOrang:
    """Return one person's page; of one who was merged, the page of the one that stayed.

    Looking at it in full is noted by `buka_identitas`.

    Raises:
        KnownError: `orang_tidak_ada`.
    """
    o = kini(kerja, orang_id)
    semua = terkait(kerja, o.id)
    return HalamanOrang(
        o.id,
        data_orang(o),
        nama_desa(o.kode_desa),
        tuple(_keluarga(kerja, o)),
        tuple(_wali(kerja, o.id)),
        tuple(_usulan(kerja, o.id)),
        tuple(_bantuan(kerja, semua)),
        tuple(_koreksi(kerja, o.id)),
        tuple(_berkas(kerja, o.id)),
        tuple(_jejak(kerja, semua)),
        tuple(_gabungan(kerja, semua[1:])),
    )


def _keluarga(kerja: Kerja, o: Orang) -> list[AnggotaKeluarga]:
    if not o.no_kk:
        return []
    lain = (Orang.id != o.id, col(Orang.digabung_ke).is_(None))
    kueri = select(Orang).where(Orang.no_kk == o.no_kk, *lain).order_by(col(Orang.urut))
    return [AnggotaKeluarga(a.id, a.nama, a.shdk, a.nik) for a in kerja.sesi.exec(kueri)]


def wali_kini(kerja: Kerja, orang_id: UUID) -> list[Wali]:
    """Return who acts for a person now."""
    return list(kerja.sesi.exec(select(Wali).where(Wali.orang_id == orang_id, col(Wali.sampai).is_(None))))


def _wali(kerja: Kerja, orang_id: UUID) -> list[AnggotaKeluarga]:
    return [AnggotaKeluarga(w.wali_orang_id, w.nama, w.hubungan, w.nik) for w in wali_kini(kerja, orang_id)]


def _usulan(kerja: Kerja, orang_id: UUID) -> list[UsulanOrang]:
    kueri = (
        select(Usulan, Kegiatan)
        .join(Kegiatan, col(Kegiatan.id) == Usulan.kegiatan_id)
        .where(Usulan.orang_id == orang_id)
        .order_by(col(Usulan.urut).desc())
    )
    return [
        UsulanOrang(u.id, k.id, k.nama, k.tahun, StatusUsulan(u.status), u.kategori, u.alasan)
        for u, k in kerja.sesi.exec(kueri)
    ]


def _bantuan(kerja: Kerja, orang_ids: Collection[UUID]) -> list[BantuanOrang]:
    """Give every aid; on the lists of a kegiatan those who were merged may stand beside each other."""
    kueri = (
        select(Alokasi, Tahap, Kegiatan)
        .join(Penerima, col(Penerima.id) == Alokasi.penerima_id)
        .join(Tahap, col(Tahap.id) == Alokasi.tahap_id)
        .join(Kegiatan, col(Kegiatan.id) == Alokasi.kegiatan_id)
        .where(col(Penerima.orang_id).in_(orang_ids), col(Alokasi.batal).is_(False))
        .order_by(col(Alokasi.urut).desc())
    )
    semua = [(t.id, _satu_bantuan(kerja, a, t, k)) for a, t, k in kerja.sesi.exec(kueri)]
    terima = Counter(tahap_id for tahap_id, b in semua if b.diterima)
    return [replace(b, ganda=b.diterima and terima[tahap_id] > 1) for tahap_id, b in semua]


def _satu_bantuan(kerja: Kerja, a: Alokasi, t: Tahap, k: Kegiatan) -> BantuanOrang:
    ditarik = select(Penyaluran.koreksi_dari).where(col(Penyaluran.koreksi_dari).is_not(None))
    akhir = kerja.sesi.exec(
        select(Penyaluran)
        .where(
            Penyaluran.alokasi_id == a.id,
            Penyaluran.hasil != HasilSalur.BATAL_CATAT,
            col(Penyaluran.id).not_in(ditarik),
        )
        .order_by(col(Penyaluran.urut).desc())
        .limit(1)
    ).first()
    hasil = HasilSalur(akhir.hasil) if akhir else None
    return BantuanOrang(
        k.id, k.nama, k.tahun, t.nama, a.nominal, hasil, akhir.tanggal if akhir else None, hasil in TERSALUR
    )


def _koreksi(kerja: Kerja, orang_id: UUID) -> list[KoreksiOrang]:
    baris = kerja.sesi.exec(
        select(RiwayatIdentitas)
        .where(RiwayatIdentitas.orang_id == orang_id)
        .order_by(col(RiwayatIdentitas.urut).desc())
    )
    return [KoreksiOrang(r.bidang, r.lama, r.baru, r.alasan, r.dibuat_pada) for r in baris]


def _berkas(kerja: Kerja, orang_id: UUID) -> list[BerkasOrang]:
    kueri = (
        select(TautanLampiran, Lampiran)
        .join(Lampiran, col(Lampiran.id) == TautanLampiran.lampiran_id)
        .where(TautanLampiran.objek == "orang", TautanLampiran.objek_id == orang_id)
        .order_by(col(TautanLampiran.urut))
    )
    return [BerkasOrang(lamp.id, lamp.nama, t.keterangan) for t, lamp in kerja.sesi.exec(kueri)]


def _jejak(kerja: Kerja, orang_ids: Collection[UUID]) -> list[BarisJejak]:
    semua = [j for satu in orang_ids for j in jejak.riwayat(kerja, objek_id=satu, batas=_JEJAK)]
    return sorted(semua, key=lambda j: -j.urut)[:_JEJAK]


def _gabungan(kerja: Kerja, orang_ids: Iterable[UUID]) -> Iterator[OrangGabungan]:
    for satu in orang_ids:
        if (gabung := penggabungan(kerja, satu)) is not None:
            o = kerja.sesi.get_one(Orang, satu)
            yield OrangGabungan(o.id, o.nama, o.nik, gabung.baris.dibuat_pada, gabung.catatan.alasan)
