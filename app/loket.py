"""The DTKS counter (dtks steps 1–2): who comes gets a number in the register and a place in the running triwulan.

The triwulan is the kegiatan. Its first applicant opens it; once it is gathered (step 3) the next applicant opens the
next. Somebody whom SIKS-NG refused before comes back as a new usulan that names the first attempt.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta
from types import MappingProxyType
from uuid import UUID

from rapidfuzz import fuzz
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.angka import romawi
from app.identitas import baca_nik, baca_no_kk, nama_cari
from app.kegiatan import buat_kegiatan
from app.kerja import Kerja
from app.orang import DataOrang, koreksi_orang, orang_baru
from app.orang.siapa import pemilik_nik
from app.pijakan import bukan_besok, isi_wajib, lihat_kegiatan
from app.register import catat_pelayanan
from app.sop import batas, halangan, jalan, konteks, pemohon
from app.sop.centang import centang_kelengkapan, lampirkan
from app.sop.kelengkapan import Sasaran
from app.wilayah import di_dalam, peta_kantor
from db.galat import KnownError
from db.istilah import Kategori, StatusKegiatan, StatusUsulan
from db.model import Kegiatan, Orang, Usulan

KODE_DTKS = "dtks"
KEPERLUAN = "Pengajuan DTKS"
ALASAN_LOKET = "Diperbarui di loket"
KUNJUNGAN = timedelta(hours=2)
"""Longest visit that is believed; a form that stood open longer was left lying, not worked on."""
_NAMA_SAMA = 80  # 0…100, below it two names are two people
_IDENTITAS = ("nik", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin")
_DIPERBARUI = ("no_kk", "alamat", "rt", "rw", "dusun", "kode_desa", "telepon", "nama_ibu", "pekerjaan", "status_kawin")


@dataclass(frozen=True, slots=True)
class Pemohon:
    """Who stands at the counter.

    Attributes:
        orang: as on KTP and KK; NIK is needed here, SIKS-NG takes nobody without.
        dokumen: codes of papers that were brought (dtks.json, steps 1 and 2).
        tanggal: the day of the visit; None: today.
        nomor: typed number of the register; None: from the counter.
        orang_id: the person is known and this is what is right about them, a mended NIK or name too.
        lampiran: photographs of papers by their code: names and contents; such a paper counts as brought.
        mulai, berkas_mulai: when the counter began with them, and with their papers; None: not measured.
    """

    orang: DataOrang
    dokumen: frozenset[str] = frozenset()
    kategori: Kategori = Kategori.KELUARGA_MISKIN
    tanggal: date | None = None
    nomor: str | None = None
    keterangan: str = ""
    orang_id: UUID | None = None
    lampiran: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    mulai: datetime | None = None
    berkas_mulai: datetime | None = None


@dataclass(frozen=True, slots=True)
class Penerimaan:
    """What the counter did.

    Attributes:
        kegiatan: name of the triwulan.
        triwulan_baru: this applicant opened it.
        lengkap: both steps of the counter are done.
        asal_usulan_id: the earlier attempt that SIKS-NG refused.
    """

    usulan_id: UUID
    orang_id: UUID
    nomor_register: str
    kegiatan_id: UUID
    kegiatan: str
    triwulan_baru: bool
    lengkap: bool
    asal_usulan_id: UUID | None


def terima_pemohon(kerja: Kerja, p: Pemohon) -> Penerimaan:
    """Take an applicant in: person, register number, usulan in the running triwulan, papers ticked.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `pemohon_nik_salah`, `desa_di_luar_kantor`,
            `pemohon_nik_orang_lain`, `pemohon_sudah_terdaftar`, `nomor_register_terpakai`, `tanggal_di_depan`.
    """
    wajib(kerja, Hak.REGISTER)
    wajib(kerja, Hak.IMPOR)
    hari = p.tanggal or kerja.hari_ini()
    data = _periksa(kerja, p.orang, hari)
    kegiatan, baru = _triwulan_penerima(kerja, hari)
    orang_id = _orang(kerja, data, p.orang_id)
    _tolak_ganda(kerja, kegiatan.id, orang_id, data.nama)
    usulan = Usulan(
        kegiatan_id=kegiatan.id,
        orang_id=orang_id,
        kode_desa=data.kode_desa,
        kategori=p.kategori.value,
        keterangan=p.keterangan,
        asal_usulan_id=_percobaan_lama(kerja, orang_id),
    )
    kerja.sesi.add(usulan)
    kerja.sesi.flush()
    usulan.nomor_register = catat_pelayanan(
        kerja,
        data.nama,
        KEPERLUAN,
        tanggal=hari,
        nomor=p.nomor,
        keterangan=p.keterangan,
        orang_id=orang_id,
        kegiatan_id=kegiatan.id,
        usulan_id=usulan.id,
    ).nomor
    pemohon.daftarkan(kerja, usulan.id)
    lengkap = _maju(kerja, usulan.id, p.dokumen, p.lampiran)
    _catat_waktu(kerja, kegiatan.id, usulan.id, p)
    jejak.catat(
        kerja, "terima_pemohon", objek="usulan", objek_id=usulan.id, kegiatan_id=kegiatan.id,
        nomor=usulan.nomor_register, lengkap=lengkap,
    )  # fmt: skip
    return Penerimaan(
        usulan.id, orang_id, usulan.nomor_register, kegiatan.id, kegiatan.nama, baru, lengkap, usulan.asal_usulan_id
    )


def lengkapi_pemohon(kerja: Kerja, usulan_id: UUID, dokumen: Collection[str]) -> bool:
    """Tick papers that an applicant brought later; tells whether both steps of the counter are done now.

    Raises:
        KnownError: `tidak_berwenang`, `jalur_tidak_ada`, `bukan_pelaksana`.
    """
    wajib(kerja, Hak.REGISTER)
    return _maju(kerja, usulan_id, dokumen)


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """What the gathering did: applicants it holds, and how many went on to the triwulan named `ke`."""

    jumlah: int
    ditunda: int
    ke: str


def kumpulkan_triwulan(kerja: Kerja, kegiatan_id: UUID, *, tunda: bool = False) -> Kumpulan:
    """Close the gathering of a triwulan (dtks step 3); with `tunda` who is not ready goes on to the next triwulan.

    Raises:
        KnownError: `tidak_berwenang`, and those of `app.sop.pemohon.tutup_pengumpulan`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    berjalan = sum(p.pelaksanaan_id is not None for p in pemohon.daftar_pemohon(kerja, kegiatan_id))
    if not (tunda and berjalan):
        return Kumpulan(pemohon.tutup_pengumpulan(kerja, kegiatan_id), 0, "")
    lain = _terbuka(kerja, kegiatan.kode_sop, kecuali=kegiatan_id)
    ke = lain.id if lain else buka_triwulan(kerja, kerja.hari_ini(), kode_sop=kegiatan.kode_sop)
    jumlah = pemohon.tutup_pengumpulan(kerja, kegiatan_id, tunda_ke=ke)
    return Kumpulan(jumlah, berjalan, lihat_kegiatan(kerja, ke).nama)


def triwulan_terbuka(kerja: Kerja, *, kode_sop: str = KODE_DTKS) -> UUID | None:
    """Give the triwulan that takes applicants now; None when the next applicant opens one."""
    kegiatan = _terbuka(kerja, kode_sop)
    return kegiatan.id if kegiatan else None


def buka_triwulan(kerja: Kerja, hari: date, *, kode_sop: str = KODE_DTKS) -> UUID:
    """Open the triwulan of a day, or the first one after it that was not there yet; returns the kegiatan's id."""
    wajib(kerja, Hak.KEGIATAN)
    tahun, nomor = hari.year, (hari.month - 1) // 3 + 1
    while _ada(kerja, kode_sop, tahun, sebutan_triwulan(nomor)):
        tahun, nomor = (tahun + 1, 1) if nomor == 4 else (tahun, nomor + 1)
    periode = sebutan_triwulan(nomor)
    return buat_kegiatan(
        kerja, kode_sop=kode_sop, nama=f"Usulan DTKS {periode} {tahun}", tahun=tahun, periode=periode, mulai_pada=hari
    )


def sebutan_triwulan(nomor: int) -> str:
    """Name a quarter of the year: `Triwulan IV`."""
    return f"Triwulan {romawi(nomor)}"


# --- person ----------------------------------------------------------------------------------------------------------


def _periksa(kerja: Kerja, data: DataOrang, hari: date) -> DataOrang:
    """Give the applicant's data cleaned; refuse what no usulan can be made of."""
    isi_wajib({"nama": data.nama, "desa atau kelurahan": data.kode_desa or ""})
    bukan_besok(kerja, hari, "tanggal")
    nik, no_kk = baca_nik(data.nik or ""), baca_no_kk(data.no_kk or "")
    if not nik.isi or {"panjang", "pangkat"} & set(nik.masalah) or no_kk.masalah:
        raise KnownError("pemohon_nik_salah", nama=data.nama)
    peta = peta_kantor(kerja)
    if not di_dalam(data.kode_desa or "", kerja.kantor.kode_wilayah) or peta.cari_kode(data.kode_desa or "") is None:
        raise KnownError("desa_di_luar_kantor", desa=peta.sebutan(data.kode_desa or ""))
    isi = {f.name: getattr(data, f.name) for f in fields(data)}
    return DataOrang(**isi | {"nama": " ".join(data.nama.split()), "nik": nik.isi, "no_kk": no_kk.isi or None})


def _orang(kerja: Kerja, data: DataOrang, orang_id: UUID | None) -> UUID:
    """Find the person by NIK or add them; what is new about someone known is taken over with its history."""
    lama = pemilik_nik(kerja, data.nik or "")
    if orang_id is not None:
        return _betulkan(kerja, kerja.sesi.get_one(Orang, orang_id), lama, data)
    if lama is None:
        return orang_baru(kerja, data)
    if fuzz.token_sort_ratio(lama.nama_cari, nama_cari(data.nama)) < _NAMA_SAMA:
        raise KnownError("pemohon_nik_orang_lain", nama=data.nama, lain=lama.nama)
    return _perbarui(kerja, lama, data, _DIPERBARUI)


def _betulkan(kerja: Kerja, lama: Orang, pemilik: Orang | None, data: DataOrang) -> UUID:
    """Take over what was mended after a refusal; a NIK that somebody else bears is refused."""
    if pemilik is not None and pemilik.id != lama.id:
        raise KnownError("pemohon_nik_orang_lain", nama=data.nama, lain=pemilik.nama)
    return _perbarui(kerja, lama, data, (*_IDENTITAS, *_DIPERBARUI))


def _perbarui(kerja: Kerja, lama: Orang, data: DataOrang, bidang: Collection[str]) -> UUID:
    baru = {b: getattr(data, b) for b in bidang if getattr(data, b) and getattr(data, b) != getattr(lama, b)}
    if baru:
        koreksi_orang(kerja, lama.id, alasan=ALASAN_LOKET, **baru)
    return lama.id


def _tolak_ganda(kerja: Kerja, kegiatan_id: UUID, orang_id: UUID, nama: str) -> None:
    kueri = select(Usulan.nomor_register).where(Usulan.kegiatan_id == kegiatan_id, Usulan.orang_id == orang_id)
    nomor = kerja.sesi.exec(kueri.where(Usulan.status != StatusUsulan.DITARIK.value)).first()
    if nomor is not None:
        raise KnownError("pemohon_sudah_terdaftar", nama=nama, nomor=nomor or "-")


def _percobaan_lama(kerja: Kerja, orang_id: UUID) -> UUID | None:
    """The newest usulan of the person that SIKS-NG refused and that nobody has taken up again."""
    lagi = aliased(Usulan)
    sudah = select(lagi.id).where(lagi.asal_usulan_id == Usulan.id, lagi.status != StatusUsulan.DITARIK.value)
    kueri = select(Usulan.id).where(Usulan.orang_id == orang_id, Usulan.status == StatusUsulan.DITOLAK_SISTEM.value)
    return kerja.sesi.exec(kueri.where(~sudah.exists()).order_by(col(Usulan.urut).desc())).first()


# --- triwulan and steps ----------------------------------------------------------------------------------------------


def _triwulan_penerima(kerja: Kerja, hari: date) -> tuple[Kegiatan, bool]:
    kegiatan = _terbuka(kerja, KODE_DTKS)
    if kegiatan is not None:
        return kegiatan, False
    return kerja.sesi.get_one(Kegiatan, buka_triwulan(kerja, hari)), True


def _terbuka(kerja: Kerja, kode_sop: str, *, kecuali: UUID | None = None) -> Kegiatan | None:
    kueri = select(Kegiatan).where(
        Kegiatan.kantor_id == kerja.kantor.id,
        Kegiatan.kode_sop == kode_sop,
        Kegiatan.status == StatusKegiatan.BERJALAN.value,
        col(Kegiatan.ditutup_pengumpulan).is_(False),
        Kegiatan.mulai_langkah == 1,
    )
    if kecuali is not None:
        kueri = kueri.where(Kegiatan.id != kecuali)
    return kerja.sesi.exec(kueri.order_by(col(Kegiatan.tahun), col(Kegiatan.urut))).first()


def _ada(kerja: Kerja, kode_sop: str, tahun: int, periode: str) -> bool:
    kueri = select(Kegiatan.id).where(Kegiatan.kantor_id == kerja.kantor.id, Kegiatan.kode_sop == kode_sop)
    kueri = kueri.where(Kegiatan.tahun == tahun, Kegiatan.periode == periode)
    return kerja.sesi.exec(kueri.where(Kegiatan.status != StatusKegiatan.BATAL.value)).first() is not None


def _maju(
    kerja: Kerja,
    usulan_id: UUID,
    dokumen: Collection[str],
    lampiran: Mapping[str, tuple[str, bytes]] = MappingProxyType({}),
) -> bool:
    """Tick and attach the papers at the step where the applicant stands; finish every step that lacks nothing more."""
    while (langkah := pemohon.langkah_pemohon(kerja, usulan_id)) is not None:
        diminta, milik = {d.kode for d in konteks.konteks(kerja, langkah).langkah.dokumen}, Sasaran(usulan_id=usulan_id)
        if dibawa := sorted(diminta & set(dokumen)):
            centang_kelengkapan(kerja, langkah, kode=dibawa, untuk=[milik])
        for kode in sorted(diminta & set(lampiran)):
            lampirkan(kerja, langkah, kode, *lampiran[kode], untuk=milik)
        if any(h.menahan for h in halangan.daftar_halangan(kerja, langkah)):
            return False
        jalan.selesaikan(kerja, langkah)
    return True


def _catat_waktu(kerja: Kerja, kegiatan_id: UUID, usulan_id: UUID, p: Pemohon) -> None:
    """Write when the counter began: step 1 lasts from the first key to the papers, step 2 from there to the end."""
    kini = kerja.sekarang()
    if p.mulai is None or not kini - KUNJUNGAN <= p.mulai <= kini:
        return
    berkas = p.berkas_mulai if p.berkas_mulai and p.mulai <= p.berkas_mulai <= kini else kini
    jalur = sorted(konteks.baris_jalur(kerja, kegiatan_id, usulan_id), key=lambda b: b.langkah)
    jalur[0].mulai_pada = p.mulai
    if jalur[0].selesai_pada is not None:
        jalur[0].selesai_pada = berkas
    for baris in jalur[1:2]:
        baris.mulai_pada = berkas if baris.mulai_pada else None
    kerja.sesi.flush()
    batas.perbarui(kerja, lihat_kegiatan(kerja, kegiatan_id), usulan_id)
