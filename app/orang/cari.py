"""Finding people as one types: by name, NIK or No. KK, in a desa or a kegiatan."""

from uuid import UUID

from sqlalchemy import and_, func, or_
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from app import identitas, wilayah
from app.dokumen.isi import bertahun
from app.kerja import Kerja
from app.orang.bentuk import RingkasanOrang
from app.orang.siapa import kini
from app.wilayah_akun import seluruh
from db import pencarian
from db.istilah import StatusUsulan
from db.model import Kegiatan, Orang, RiwayatIdentitas, Usulan

DIGIT_CARI = 4  # fewer digits would match half the store
_LAMA = 100  # earlier numbers that are followed


def cari_orang(
    kerja: Kerja,
    teks: str = "",
    *,
    desa: str | None = None,
    kegiatan_id: UUID | None = None,
    setelah: tuple[str, int] | None = None,
    batas: int = 100,
) -> list[RingkasanOrang]:
    """Find people by the beginning of a NIK or No. KK, or by words of the name; without words, everyone by name.

    A NIK that was corrected, or that somebody bore who was merged, finds the person of today.

    Args:
        desa: only this desa, or every desa below a shorter code.
        setelah: `(nama_cari, urut)` of the last line of the page before; pages cost the same at any depth.
    """
    kueri = select(Orang).where(col(Orang.digabung_ke).is_(None))
    angka = identitas.rapikan_angka(teks)
    if len(angka) >= DIGIT_CARI and angka.isdigit():
        atas = angka + ":"  # the character after "9"
        kueri = kueri.where(
            or_(
                and_(col(Orang.nik) >= angka, col(Orang.nik) < atas),
                and_(col(Orang.no_kk) >= angka, col(Orang.no_kk) < atas),
                col(Orang.id).in_(_dulu_bernomor(kerja, angka, atas)),
            )
        )
    elif teks.strip():
        kueri = kueri.where(col(Orang.urut).in_(pencarian.nomor_orang(teks)))
    if desa:
        kueri = kueri.where(or_(col(Orang.kode_desa) == desa, col(Orang.kode_desa).startswith(desa + ".")))
    if kegiatan_id:
        kueri = kueri.where(col(Orang.id).in_(select(Usulan.orang_id).where(Usulan.kegiatan_id == kegiatan_id)))
    if setelah:
        nama, urut = setelah
        sesudah = and_(col(Orang.nama_cari) == nama, col(Orang.urut) > urut)
        kueri = kueri.where(or_(col(Orang.nama_cari) > nama, sesudah))
    return ringkas(kerja, kueri.order_by(col(Orang.nama_cari), col(Orang.urut)).limit(batas))


def _dulu_bernomor(kerja: Kerja, angka: str, atas: str) -> list[UUID]:
    """Return who bears a NIK no more: it went with somebody merged into them, or was corrected (asked in full only)."""
    gabung = select(Orang.id).where(col(Orang.digabung_ke).is_not(None), col(Orang.nik) >= angka, col(Orang.nik) < atas)
    ids = list(kerja.sesi.exec(gabung.limit(_LAMA)))
    if len(angka) == identitas.PANJANG_NIK:
        ids += kerja.sesi.exec(
            select(RiwayatIdentitas.orang_id).where(RiwayatIdentitas.bidang == "nik", RiwayatIdentitas.lama == angka)
        )
    with seluruh(kerja):  # only whoever lies in the account's area is found among them
        return [kini(kerja, satu).id for satu in ids]


def ringkas(kerja: Kerja, kueri: SelectOfScalar[Orang]) -> list[RingkasanOrang]:
    """Return the people of a query as lines of a list, in its order."""
    orang = kerja.sesi.exec(kueri).all()
    banyak = dict(
        kerja.sesi.exec(
            select(Usulan.orang_id, func.count())
            .where(col(Usulan.orang_id).in_([o.id for o in orang]), Usulan.status != StatusUsulan.DITARIK)
            .group_by(col(Usulan.orang_id))
        ).all()
    )
    return [
        RingkasanOrang(
            o.id,
            o.urut,
            o.nama,
            o.nama_cari,
            o.nik,
            o.no_kk,
            o.tanggal_lahir,
            o.kode_desa,
            nama_desa(o.kode_desa),
            banyak.get(o.id, 0),
        )
        for o in orang
    ]


def nama_desa(kode: str | None) -> str:
    """Return the desa's name; empty when unknown."""
    daerah = wilayah.cari_kode(kode) if kode else None
    return daerah.nama if daerah else ""


def pilihan_kegiatan(kerja: Kerja) -> list[tuple[UUID, str]]:
    """Return the kegiatan to search in, as (id, name with year), the newest first."""
    kueri = select(Kegiatan).where(Kegiatan.kantor_id == kerja.kantor.id).order_by(col(Kegiatan.urut).desc())
    return [(k.id, bertahun(k.nama, k.tahun)) for k in kerja.sesi.exec(kueri)]


def banyak_orang(kerja: Kerja) -> int:
    """Return how many people the store knows."""
    return kerja.sesi.exec(select(func.count()).select_from(Orang).where(col(Orang.digabung_ke).is_(None))).one()
