"""The *Daftar Pengecualian*: everything that went another way than the SOP's, with who allowed it and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from app.bahasa.waktu import tanggal_pendek
from app.kerja import Kerja
from app.orang.pindahan import semua_penggabungan
from app.penyaluran.keadaan import masih_berlaku
from app.penyaluran.muat import BarisSerah
from app.pijakan import lihat_kegiatan
from app.sop.konteks import definisi_kegiatan
from app.urutan_hari import AKSI
from db.istilah import JenisPenetapan, JenisTindakan, StatusKelengkapan, StatusPenetapan
from db.model import Akun, Jejak, Kelengkapan, Orang, PelaksanaanLangkah, Penerima, Penetapan, RiwayatLangkah

TERLAMBAT_HARI = 7
"""A hand-over entered so many days after its date on paper was entered late."""


class JenisPengecualian(StrEnum):
    """What kind of exception; words in `app.bahasa.pemeriksaan_luar`."""

    LANGKAH_DILEWATI = "langkah_dilewati"
    LANGKAH_TIDAK_BERLAKU = "langkah_tidak_berlaku"
    SEBELUM_APLIKASI = "sebelum_aplikasi"
    KELENGKAPAN_TIDAK_BERLAKU = "kelengkapan_tidak_berlaku"
    DICATAT_TERLAMBAT = "dicatat_terlambat"
    TANGGAL_MENDAHULUI = "tanggal_mendahului"
    TANPA_NIK = "tanpa_nik"
    PENGGANTI = "pengganti"
    TERIMA_GANDA = "terima_ganda"


_JENIS = {
    JenisTindakan.LEWATI: JenisPengecualian.LANGKAH_DILEWATI,
    JenisTindakan.TIDAK_BERLAKU: JenisPengecualian.LANGKAH_TIDAK_BERLAKU,
    JenisTindakan.SEBELUM_APLIKASI: JenisPengecualian.SEBELUM_APLIKASI,
}


@dataclass(frozen=True, slots=True)
class Pengecualian:
    """One exception.

    Attributes:
        tentang: the step, document or person that it is about, as people name it.
        alasan: what was given as the reason; empty where the SOP asks for none.
        oleh: name of the account that did or entered it; empty where a list brought it.
    """

    jenis: JenisPengecualian
    tanggal: date
    tentang: str
    alasan: str
    oleh: str = ""


def daftar_pengecualian(kerja: Kerja, kegiatan_id: UUID, serah: Iterable[BarisSerah]) -> tuple[Pengecualian, ...]:
    """Return every exception of a kegiatan by kind, then date.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    semua = [
        *_langkah(kerja, kegiatan_id),
        *_kelengkapan(kerja, kegiatan_id),
        *_terlambat(kerja, serah),
        *_mendahului(kerja, kegiatan_id),
        *_daftar_sk(kerja, kegiatan_id),
        *_terima_ganda(kerja, kegiatan_id),
    ]
    urutan = list(JenisPengecualian)
    return tuple(sorted(semua, key=lambda p: (urutan.index(p.jenis), p.tanggal, p.tentang)))


def _langkah(kerja: Kerja, kegiatan_id: UUID) -> Iterator[Pengecualian]:
    definisi = definisi_kegiatan(lihat_kegiatan(kerja, kegiatan_id))
    kueri = (
        select(RiwayatLangkah, Akun.nama)
        .join(Akun, col(Akun.id) == col(RiwayatLangkah.akun_id))
        .where(RiwayatLangkah.kegiatan_id == kegiatan_id, col(RiwayatLangkah.tindakan).in_([t.value for t in _JENIS]))
        .order_by(col(RiwayatLangkah.urut))
    )
    for r, oleh in kerja.sesi.exec(kueri):
        langkah = definisi.langkah_ke(r.langkah)
        nama = f"Langkah {langkah.label}: {langkah.nama_layar.tampil}"
        yield Pengecualian(_JENIS[JenisTindakan(r.tindakan)], r.tanggal, nama, r.alasan, oleh)


def _kelengkapan(kerja: Kerja, kegiatan_id: UUID) -> Iterator[Pengecualian]:
    kueri = (
        select(Kelengkapan, Akun.nama)
        .join(PelaksanaanLangkah, col(PelaksanaanLangkah.id) == col(Kelengkapan.pelaksanaan_id))
        .join(Akun, col(Akun.id) == col(Kelengkapan.oleh_akun_id))
        .where(
            PelaksanaanLangkah.kegiatan_id == kegiatan_id,
            Kelengkapan.status == StatusKelengkapan.TIDAK_BERLAKU.value,
        )
        .order_by(col(Kelengkapan.urut))
    )
    for k, oleh in kerja.sesi.exec(kueri):
        hari = k.pada.astimezone(ZoneInfo(kerja.kantor.zona)).date() if k.pada else kerja.hari_ini()
        yield Pengecualian(JenisPengecualian.KELENGKAPAN_TIDAK_BERLAKU, hari, k.nama, k.alasan, oleh)


def _terlambat(kerja: Kerja, serah: Iterable[BarisSerah]) -> Iterator[Pengecualian]:
    zona = ZoneInfo(kerja.kantor.zona)
    for baris in serah:
        for c in masih_berlaku(baris.catatan):
            if c.tanggal is None or c.pada is None:
                continue
            hari = (c.pada.astimezone(zona).date() - c.tanggal).days
            if hari > TERLAMBAT_HARI:
                nama = f"{baris.nama} (nomor {baris.nomor}, {baris.tahap_nama})"
                alasan = f"Dicatat {hari} hari sesudah tanggal penyerahan."
                yield Pengecualian(JenisPengecualian.DICATAT_TERLAMBAT, c.tanggal, nama, alasan, c.petugas)


def _mendahului(kerja: Kerja, kegiatan_id: UUID) -> Iterator[Pengecualian]:
    """Give days that were accepted out of order, with the reason that was given."""
    kueri = select(Jejak).where(Jejak.kegiatan_id == kegiatan_id, Jejak.aksi == AKSI).order_by(col(Jejak.urut))
    for b in kerja.sesi.exec(kueri):
        r = b.rincian
        hari, batas = date.fromisoformat(r["tanggal"]), date.fromisoformat(r["hari"])
        bidang = str(r["bidang"]).replace("_", " ")
        tentang = f"{bidang[:1].upper()}{bidang[1:]} sebelum {r['sebutan']} ({tanggal_pendek(batas)})"
        yield Pengecualian(JenisPengecualian.TANGGAL_MENDAHULUI, hari, tentang, r["alasan"], b.nama_akun)


def _daftar_sk(kerja: Kerja, kegiatan_id: UUID) -> Iterator[Pengecualian]:
    """Give people who stand on a decree without NIK, and those whom a later decree brought in."""
    kueri = (
        select(Penerima, Penetapan)
        .join(Penetapan, col(Penetapan.id) == col(Penerima.penetapan_id))
        .where(Penerima.kegiatan_id == kegiatan_id, Penetapan.status == StatusPenetapan.SAH.value)
        .order_by(col(Penetapan.nomor_versi), col(Penerima.nomor_urut))
    )
    dikenal: set[UUID] = set()
    for p, sk in kerja.sesi.exec(kueri):
        if p.orang_id in dikenal:
            continue
        dikenal.add(p.orang_id)
        hari = sk.tanggal or kerja.hari_ini()
        if not p.nik:
            yield Pengecualian(JenisPengecualian.TANPA_NIK, hari, f"{p.nama} (SK {sk.nomor})", p.pengecualian)
        if sk.jenis == JenisPenetapan.PERUBAHAN:
            yield Pengecualian(JenisPengecualian.PENGGANTI, hari, f"{p.nama} (SK {sk.nomor})", sk.catatan)


def _terima_ganda(kerja: Kerja, kegiatan_id: UUID) -> Iterator[Pengecualian]:
    """Give every tahap that one person received under two names, as it came to light when the two were merged."""
    for gabung in semua_penggabungan(kerja):
        for ganda in gabung.catatan.ganda:
            if ganda["kegiatan_id"] == str(kegiatan_id):
                nama = " dan ".join(kerja.sesi.get_one(Orang, satu).nama for satu in (gabung.catatan.ke, gabung.pergi))
                hari = gabung.baris.dibuat_pada.astimezone(ZoneInfo(kerja.kantor.zona)).date()
                tentang, catatan = f"{nama} ({ganda['tahap']})", gabung.catatan
                yield Pengecualian(JenisPengecualian.TERIMA_GANDA, hari, tentang, catatan.alasan, catatan.oleh)
