"""Accounts, roles, and what a role may do. Whatever is not granted here is refused.

Use cases call `wajib(kerja, Hak.…)` first. Duties that must lie in different hands (verify, approve) are separate
rights, so that an office can give them to different people. An account may work for a part of the office's area
(`batasi_wilayah`); what that means for every reading and writing stands in `app.wilayah_akun`.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, or_, select

from app import jejak
from app.kerja import Kerja, Pelaku, RuangKerja
from app.salinan import bagian_di_salinan
from app.wilayah_akun import wajib_seluruh
from db import kunci, lampiran, toko
from db.galat import KnownError
from db.istilah import CaraJabatan, Peran
from db.model import Akun, Kantor, Penugasan


class Hak(StrEnum):
    """A right; each use case asks for one."""

    KEGIATAN = "kegiatan"  # create and set up a kegiatan
    IMPOR = "impor"
    VERIFIKASI = "verifikasi"
    PENETAPAN = "penetapan"
    MITRA = "mitra"
    PENCAIRAN = "pencairan"
    PENYALURAN = "penyaluran"
    MONEV = "monev"
    REGISTER = "register"
    DISPOSISI = "disposisi"
    DOKUMEN = "dokumen"  # print and export
    LANGKAH = "langkah"  # work on a step of one's role
    LEWATI = "lewati"  # override, for superiors
    IDENTITAS = "identitas"  # see identifiers in full
    ATUR_KANTOR = "atur_kantor"
    ATUR_AKUN = "atur_akun"
    ATUR_SOP = "atur_sop"
    CADANGAN = "cadangan"


_PELAKSANA = frozenset(Hak) - {Hak.LEWATI, Hak.ATUR_KANTOR, Hak.ATUR_AKUN, Hak.ATUR_SOP, Hak.DISPOSISI}
_PIMPINAN = frozenset(
    {Hak.LANGKAH, Hak.LEWATI, Hak.DISPOSISI, Hak.DOKUMEN, Hak.IDENTITAS, Hak.REGISTER, Hak.PENETAPAN, Hak.VERIFIKASI}
)

HAK_PERAN: dict[Peran, frozenset[Hak]] = {
    Peran.OPERATOR: _PELAKSANA,
    Peran.STAF: _PELAKSANA,
    Peran.PENDAMPING: _PELAKSANA,
    Peran.SEKSI_KESRA: _PELAKSANA,
    Peran.KASI: _PELAKSANA | {Hak.LEWATI},
    Peran.KASI_PMDK: _PELAKSANA | {Hak.LEWATI},
    Peran.KABID: _PELAKSANA | _PIMPINAN,
    Peran.SEKRETARIS: _PIMPINAN | {Hak.KEGIATAN},
    Peran.KADIS: _PIMPINAN | {Hak.KEGIATAN},
    Peran.CAMAT: _PIMPINAN | {Hak.KEGIATAN},
    Peran.ADMINISTRATOR: frozenset({Hak.ATUR_KANTOR, Hak.ATUR_AKUN, Hak.ATUR_SOP, Hak.CADANGAN, Hak.DOKUMEN}),
}


HAK_SALINAN = frozenset({Hak.PENYALURAN, Hak.DOKUMEN, Hak.IDENTITAS})
"""What may be done on a copy that carries a part of a hand-over: anything else would be lost when it comes back."""


HAK_SELURUH = frozenset({Hak.KEGIATAN, Hak.PENETAPAN, Hak.MITRA, Hak.PENCAIRAN})
"""What concerns a whole kegiatan, so that an account for a part of the area does not hold it."""


def boleh(pelaku: Pelaku, hak: Hak) -> bool:
    """Tell whether the account's roles grant the right."""
    if pelaku.hanya_penyaluran and hak not in HAK_SALINAN:
        return False
    return not (pelaku.wilayah and hak in HAK_SELURUH) and any(hak in HAK_PERAN[peran] for peran in pelaku.peran)


def wajib(kerja: Kerja, hak: Hak) -> None:
    """Refuse unless granted.

    Raises:
        KnownError: `tidak_berwenang`; `hanya_penyaluran` for other work on a copy that carries a part of a hand-over;
            `perlu_seluruh_wilayah` for an account that works for a part of the area.
    """
    if kerja.pelaku.hanya_penyaluran and hak not in HAK_SALINAN:
        raise KnownError("hanya_penyaluran")
    if hak in HAK_SELURUH:
        wajib_seluruh(kerja)
    if not boleh(kerja.pelaku, hak):
        raise KnownError("tidak_berwenang", hak=hak.value)


@dataclass(frozen=True)
class PermintaanAkun:
    """What a new account needs. `kdf` is small only for samples and tests."""

    nama_pengguna: str
    nama: str
    sandi: str
    peran: tuple[Peran, ...]
    jabatan: str = ""
    nip: str | None = None
    kantor_id: UUID | None = None  # None: the office of the acting account
    cara: CaraJabatan = CaraJabatan.DEFINITIF
    wilayah: tuple[str, ...] = ()  # kecamatan, desa or kelurahan that the account works for; none: all of the office's
    kdf: kunci.Kdf = kunci.KDF_KANTOR


@dataclass(frozen=True)
class RingkasanAkun:
    """An account in the list of the administrator."""

    id: UUID
    nama_pengguna: str
    nama: str
    jabatan: str
    nip: str | None
    kantor_id: UUID
    aktif: bool
    peran: tuple[Peran, ...]
    wilayah: tuple[str, ...] = ()
    sebutan_wilayah: str = ""


PENYIAPAN = Pelaku(None, "", "Penyiapan", "", None, frozenset({Peran.ADMINISTRATOR}))


def siapkan_toko(
    folder: Path,
    admin: PermintaanAkun,
    siapkan_kantor: Callable[[Kerja], UUID],
    *,
    lanjut: Callable[[RuangKerja, Pelaku], None] | None = None,
    jam: Callable[[], datetime] = toko.jam_dinding,
) -> tuple[RuangKerja, Pelaku, str]:
    """Make a new store with its first office and administrator, all or nothing.

    Args:
        folder: data folder, without a store in it.
        admin: the first account; its roles must hold ADMINISTRATOR.
        siapkan_kantor: use case that makes the office in the first transaction and returns its id.
        lanjut: what else belongs to the set-up, done by the administrator; if it fails there is no store.

    Returns:
        The open store, the signed-in administrator, the paper recovery key (shown once).

    Raises:
        KnownError: `toko_sudah_ada`, `sandi_lemah`, `nama_pengguna_salah`.
    """
    periksa_sandi(admin.sandi, admin.kdf)
    nama = baku_nama_pengguna(admin.nama_pengguna)
    terbuka, slot, pemulihan = toko.buat(folder, nama, admin.sandi, kdf=admin.kdf)
    ruang = RuangKerja(terbuka, jam)
    try:
        with ruang.menulis(PENYIAPAN) as kerja:
            kantor_id = siapkan_kantor(kerja)
            akun = _tulis_akun(kerja, admin, nama, kantor_id, slot.id)
            jejak.catat(kerja, "siapkan_toko", objek="akun", objek_id=akun.id)
        pelaku = pelaku_dari_slot(ruang, [slot.id])
        if lanjut:
            lanjut(ruang, pelaku)
        toko.rampung(folder)
    except BaseException:
        terbuka.tutup()
        toko.buang(folder)
        raise
    return ruang, pelaku, pemulihan


def masuk(
    folder: Path,
    nama_pengguna: str,
    sandi: str,
    *,
    tunggu: float = 0,
    jam: Callable[[], datetime] = toko.jam_dinding,
) -> tuple[RuangKerja, Pelaku]:
    """Open the store with an account's password.

    Raises:
        KnownError: `sandi_salah`, `akun_nonaktif`, `toko_terbuka`, `toko_tidak_ada`, `toko_lebih_baru`, `toko_rusak`.
    """
    terbuka, slot = toko.buka(folder, nama_pengguna, sandi, tunggu=tunggu)
    ruang = RuangKerja(terbuka, jam)
    try:
        pelaku = pelaku_dari_slot(ruang, slot)
        with ruang.menulis(pelaku) as kerja:
            lampiran.sapu(kerja.sesi, kerja.folder_lampiran)
            jejak.catat(kerja, "masuk", objek="akun", objek_id=pelaku.akun_id)
    except BaseException:
        ruang.tutup()
        raise
    return ruang, pelaku


def periksa_masuk_lagi(ruang: RuangKerja, pelaku: Pelaku, sandi: str) -> None:
    """Ask for the password again (unlocking the screen, exporting).

    Raises:
        KnownError: `sandi_salah`.
    """
    kunci.dek_dari_sandi(kunci.baca(ruang.toko.folder), pelaku.nama_pengguna, sandi)


def pelaku_dari_slot(ruang: RuangKerja, slot: Iterable[UUID]) -> Pelaku:
    """Return whose account one of these slots is, with the roles held today.

    Raises:
        KnownError: `akun_nonaktif` when none has an active account.
    """
    with ruang.membaca(PENYIAPAN) as kerja:
        akun = kerja.sesi.exec(select(Akun).where(col(Akun.slot_id).in_(slot))).first()
        if akun is None or not akun.aktif:
            raise KnownError("akun_nonaktif")
        return _pelaku(kerja.sesi, akun, _hari_kantor(kerja, akun))


def pelaku_akun(kerja: Kerja, nama_pengguna: str) -> Pelaku:
    """Return an account as someone who acts; for samples and tests that play several people in one store."""
    akun = kerja.sesi.exec(select(Akun).where(Akun.nama_pengguna == nama_pengguna)).one()
    return _pelaku(kerja.sesi, akun, _hari_kantor(kerja, akun))


def _hari_kantor(kerja: Kerja, akun: Akun) -> date:
    """Return today's date where the account's office lies: roles begin and end with its midnight."""
    zona = kerja.sesi.get_one(Kantor, akun.kantor_id).zona
    return kerja.sekarang().astimezone(ZoneInfo(zona)).date()


def _pelaku(sesi: Session, akun: Akun, hari: date) -> Pelaku:
    tugas = _penugasan_aktif(sesi, akun.id, hari)
    peran = frozenset(Peran(t.peran) for t in tugas)
    salinan, wilayah = bagian_di_salinan(sesi) is not None, _wilayah(tugas)
    return Pelaku(
        akun.id, akun.nama_pengguna, akun.nama, akun.jabatan, akun.kantor_id, peran, salinan, wilayah,
        _sebutan(sesi, wilayah),
    )  # fmt: skip


def _wilayah(tugas: Iterable[Penugasan]) -> frozenset[str]:
    """Return the area of these assignments; one without an area opens all of it, an administrator's opens nothing."""
    kode = [t.kode_wilayah for t in tugas if t.peran != Peran.ADMINISTRATOR]
    return frozenset(k for k in kode if k) if all(kode) else frozenset()


def _sebutan(sesi: Session, wilayah: Iterable[str]) -> str:
    """Name areas as people do: `Kecamatan Bulik dan Desa Kujan`."""
    from app.bahasa.galat import daftar  # both know sentences of rooms that stand on this one
    from app.wilayah import peta_sesi

    peta = peta_sesi(sesi)
    return daftar([peta.sebutan(kode) for kode in sorted(wilayah)])


def _penugasan_aktif(sesi: Session, akun_id: UUID, hari: date) -> list[Penugasan]:
    return list(
        sesi.exec(
            select(Penugasan).where(
                Penugasan.akun_id == akun_id,
                Penugasan.sejak <= hari,
                or_(col(Penugasan.sampai).is_(None), col(Penugasan.sampai) >= hari),
            )
        )
    )


def buat_akun(kerja: Kerja, toko_terbuka: toko.Toko, permintaan: PermintaanAkun) -> UUID:
    """Add an account: its key slot first, then its row. A slot without a row opens nothing.

    Raises:
        KnownError: `tidak_berwenang`, `nama_pengguna_dipakai`, `nama_pengguna_salah`, `sandi_lemah`,
            `wilayah_tak_dikenal`, `wilayah_di_luar_kantor`.
    """
    wajib(kerja, Hak.ATUR_AKUN)
    nama = baku_nama_pengguna(permintaan.nama_pengguna)
    periksa_sandi(permintaan.sandi, permintaan.kdf)
    if kerja.sesi.exec(select(Akun).where(Akun.nama_pengguna == nama)).first():
        raise KnownError("nama_pengguna_dipakai", nama=nama)
    kantor_id = permintaan.kantor_id or kerja.kantor.id
    _periksa_wilayah(kerja, kantor_id, permintaan.wilayah)
    slot = _tulis_slot(toko_terbuka, nama, permintaan.sandi, permintaan.kdf)
    akun = _tulis_akun(kerja, permintaan, nama, kantor_id, slot.id)
    jejak.catat(kerja, "buat_akun", objek="akun", objek_id=akun.id, peran=[p.value for p in permintaan.peran])
    return akun.id


def _tulis_slot(
    toko_terbuka: toko.Toko, nama: str, sandi: str, kdf: kunci.Kdf, berlaku: UUID | None = None
) -> kunci.Slot:
    """Add a slot for a name beside the one that is valid now; those of acts that were rolled back go."""
    gantungan = kunci.baca(toko_terbuka.folder)
    yatim = [s.id for s in gantungan.slot if s.jenis == "sandi" and s.nama_pengguna == nama and s.id != berlaku]
    for slot_id in yatim:
        gantungan = gantungan.tanpa(slot_id)
    slot = kunci.segel(toko_terbuka.dek, gantungan.toko_id, nama, sandi, kdf=kdf)
    kunci.tulis(toko_terbuka.folder, gantungan.dengan(slot))
    return slot


def _buang_slot(folder: Path, slot_id: UUID) -> None:
    kunci.tulis(folder, kunci.baca(folder).tanpa(slot_id))


def _tulis_akun(kerja: Kerja, p: PermintaanAkun, nama: str, kantor_id: UUID, slot_id: UUID) -> Akun:
    akun = Akun(kantor_id=kantor_id, nama_pengguna=nama, nama=p.nama, nip=p.nip, jabatan=p.jabatan, slot_id=slot_id)
    kerja.sesi.add(akun)
    kerja.sesi.flush()
    for peran in p.peran:
        _tambah_tugas(kerja.sesi, akun, p.wilayah, peran=peran.value, sejak=date(2000, 1, 1), cara=p.cara.value)
    return akun


def tugaskan(
    kerja: Kerja,
    akun_id: UUID,
    peran: Peran,
    *,
    sejak: date,
    sampai: date | None = None,
    cara: CaraJabatan = CaraJabatan.DEFINITIF,
) -> None:
    """Give an account a role for a time, e.g. as Plh. while its holder is away.

    Raises:
        KnownError: `tidak_berwenang`, `tanggal_terbalik`.
    """
    wajib(kerja, Hak.ATUR_AKUN)
    if sampai is not None and sampai < sejak:
        raise KnownError("tanggal_terbalik", mulai=sejak, sampai=sampai)
    akun = kerja.sesi.get_one(Akun, akun_id)
    wilayah = _wilayah(_penugasan_aktif(kerja.sesi, akun_id, kerja.hari_ini()))  # another role does not widen it
    _tambah_tugas(kerja.sesi, akun, wilayah, peran=peran.value, sejak=sejak, sampai=sampai, cara=cara.value)
    jejak.catat(kerja, "tugaskan", objek="akun", objek_id=akun_id, peran=peran, sejak=sejak, sampai=sampai, cara=cara)


def batasi_wilayah(kerja: Kerja, akun_id: UUID, wilayah: Collection[str]) -> None:
    """Say for which kecamatan, desa and kelurahan an account works; none: for all of the office's area.

    Every role but that of the administrator is bound alike. An assignment that was in force stays as history.

    Raises:
        KnownError: `tidak_berwenang`, `wilayah_tak_dikenal`, `wilayah_di_luar_kantor`.
    """
    wajib(kerja, Hak.ATUR_AKUN)
    akun, hari = kerja.sesi.get_one(Akun, akun_id), kerja.hari_ini()
    _periksa_wilayah(kerja, akun.kantor_id, wilayah)
    baru = sorted(set(wilayah))
    _ganti_wilayah(kerja, akun, hari, baru)
    jejak.catat(kerja, "batasi_wilayah", objek="akun", objek_id=akun_id, wilayah=baru)


def _periksa_wilayah(kerja: Kerja, kantor_id: UUID, wilayah: Iterable[str]) -> None:
    from app.wilayah import di_dalam, peta_kantor  # it stands on this module

    induk = kerja.sesi.get_one(Kantor, kantor_id).kode_wilayah
    for kode in wilayah:
        daerah = peta_kantor(kerja).cari_kode(kode)
        if daerah is None:
            raise KnownError("wilayah_tak_dikenal", kode=kode)
        if kode == induk or not di_dalam(kode, induk):
            raise KnownError("wilayah_di_luar_kantor", wilayah=daerah.sebutan)


def _ganti_wilayah(kerja: Kerja, akun: Akun, hari: date, wilayah: Sequence[str]) -> None:
    """End the assignments of today and begin each role again, once for every area."""
    lama = [t for t in _penugasan_aktif(kerja.sesi, akun.id, hari) if t.peran != Peran.ADMINISTRATOR]
    tetap = dict.fromkeys((t.peran, t.cara, t.sampai) for t in lama)
    for tugas in lama:
        if tugas.sejak < hari:
            tugas.sampai = hari - timedelta(days=1)
        else:
            kerja.sesi.delete(tugas)
    kerja.sesi.flush()
    for peran, cara, sampai in tetap:
        _tambah_tugas(kerja.sesi, akun, wilayah, peran=peran, cara=cara, sejak=hari, sampai=sampai)
    kerja.sesi.flush()


def _tambah_tugas(sesi: Session, akun: Akun, wilayah: Collection[str], **isi: Any) -> None:
    """Add a role once for every area; the administrator's has none."""
    tanpa = not wilayah or isi["peran"] == Peran.ADMINISTRATOR
    for kode in [None] if tanpa else sorted(wilayah):
        sesi.add(Penugasan(akun_id=akun.id, kantor_id=akun.kantor_id, kode_wilayah=kode, **isi))


def akhiri_tugas(kerja: Kerja, akun_id: UUID, peran: Peran, *, sampai: date) -> None:
    """End a role on a day; the assignment stays as history.

    Raises:
        KnownError: `tidak_berwenang`, `administrator_terakhir`.
    """
    wajib(kerja, Hak.ATUR_AKUN)
    if peran is Peran.ADMINISTRATOR:
        _sisakan_administrator(kerja, akun_id)
    for tugas in _penugasan_aktif(kerja.sesi, akun_id, sampai):
        if tugas.peran == peran:
            tugas.sampai = sampai
    jejak.catat(kerja, "akhiri_tugas", objek="akun", objek_id=akun_id, peran=peran, sampai=sampai)


def nonaktifkan_akun(kerja: Kerja, toko_terbuka: toko.Toko, akun_id: UUID) -> None:
    """Shut an account out: its row is marked and its slot removed; its name stays in the trail.

    Raises:
        KnownError: `administrator_terakhir`.
    """
    wajib(kerja, Hak.ATUR_AKUN)
    akun = kerja.sesi.get_one(Akun, akun_id)
    _sisakan_administrator(kerja, akun_id)
    akun.aktif, slot_id = False, akun.slot_id
    kerja.sesudah_simpan(lambda: _buang_slot(toko_terbuka.folder, slot_id))
    jejak.catat(kerja, "nonaktifkan_akun", objek="akun", objek_id=akun_id)


def _sisakan_administrator(kerja: Kerja, akun_id: UUID) -> None:
    """Refuse to take away the last account that may set up accounts."""
    if not any(a.aktif and a.id != akun_id and Peran.ADMINISTRATOR in a.peran for a in daftar_akun(kerja)):
        raise KnownError("administrator_terakhir")


def ganti_sandi(
    kerja: Kerja, toko_terbuka: toko.Toko, akun_id: UUID, sandi_baru: str, *, kdf: kunci.Kdf = kunci.KDF_KANTOR
) -> None:
    """Seal a new slot for the account and drop the old one once this is kept. One's own, or by the administrator.

    Raises:
        KnownError: `sandi_lemah`, `tidak_berwenang`.
    """
    if kerja.pelaku.akun_id != akun_id:
        wajib(kerja, Hak.ATUR_AKUN)
    periksa_sandi(sandi_baru, kdf)
    akun = kerja.sesi.get_one(Akun, akun_id)
    lama = akun.slot_id
    baru = _tulis_slot(toko_terbuka, akun.nama_pengguna, sandi_baru, kdf, lama)
    akun.slot_id, akun.aktif = baru.id, True
    jejak.catat(kerja, "ganti_sandi", objek="akun", objek_id=akun_id)
    kerja.sesudah_simpan(lambda: _buang_slot(toko_terbuka.folder, lama))


def daftar_akun(kerja: Kerja) -> list[RingkasanAkun]:
    """Return the accounts of the store with the roles they hold today."""
    return [
        RingkasanAkun(
            a.id,
            a.nama_pengguna,
            a.nama,
            a.jabatan,
            a.nip,
            a.kantor_id,
            a.aktif,
            tuple(sorted({Peran(t.peran) for t in tugas})),
            tuple(sorted(_wilayah(tugas))),
            _sebutan(kerja.sesi, _wilayah(tugas)),
        )
        for a in kerja.sesi.exec(select(Akun).order_by(col(Akun.urut)))
        for tugas in [_penugasan_aktif(kerja.sesi, a.id, _hari_kantor(kerja, a))]
    ]


def baku_nama_pengguna(nama: str) -> str:
    """Return the name in the form that is stored.

    Raises:
        KnownError: `nama_pengguna_salah` unless 3–32 letters, digits, dots or underscores.
    """
    baku = nama.strip().lower()
    if not (3 <= len(baku) <= 32 and baku.replace(".", "").replace("_", "").isalnum()):
        raise KnownError("nama_pengguna_salah", nama=nama)
    return baku


def periksa_sandi(sandi: str, kdf: kunci.Kdf = kunci.KDF_KANTOR) -> None:
    """Refuse a weak password.

    Raises:
        KnownError: `sandi_lemah` under 12 characters or of too few different ones; samples may be short.
    """
    if kdf == kunci.KDF_CONTOH and len(sandi) >= 4:
        return
    if len(sandi) < kunci.SANDI_MINIMUM or len(set(sandi.lower())) < 5:
        raise KnownError("sandi_lemah", minimum=kunci.SANDI_MINIMUM)
