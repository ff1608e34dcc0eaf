"""Letters in and out, dispositions and the register of services: what an office writes into its books by hand.

A letter carries two dates, its own and the day of entry (`dibuat_pada`), and two numbers, ours (agenda) and the other
side's. A line in a book is never changed: a correction is a new line that names the one it replaces, and both stay.
Numbers are typed, or come from the office's counter, in the same transaction as the line that bears them.
"""

from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import Hak, boleh, wajib
from app.kerja import Kerja
from app.penomoran import AGENDA_KELUAR, AGENDA_MASUK, PELAYANAN, nomor_berikut
from app.pijakan import bukan_besok, isi_wajib, lihat_kegiatan
from app.wilayah_akun import seluruh
from db.galat import KnownError
from db.istilah import ArahSurat, SifatSurat
from db.model import Disposisi, RegisterPelayanan, Surat

_AGENDA = {ArahSurat.MASUK: AGENDA_MASUK, ArahSurat.KELUAR: AGENDA_KELUAR}


# --- letters ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DataSurat:
    """A letter as it is entered.

    Attributes:
        nomor_surat: the other side's number; ours when it goes out (None: from the counter `kode_nomor`).
        tanggal_surat: the date on the letter.
        tanggal_terima: the day it came in or went out.
        nomor_agenda: None: from the office's counter.
        kode_nomor: counter of our own number on an outgoing letter, e.g. `surat_tugas`.
        jenis: `spt`, `pengembalian` … for letters that Salur itself writes; empty for others.
        rincian: what such a letter says, for its paper.
    """

    perihal: str
    tanggal_terima: date
    tanggal_surat: date | None = None
    nomor_surat: str | None = ""
    dari: str = ""
    kepada: str = ""
    sifat: SifatSurat = SifatSurat.BIASA
    kegiatan_id: UUID | None = None
    lampiran_id: UUID | None = None
    nomor_agenda: str | None = None
    kode_nomor: str = "surat_keluar"
    jenis: str = ""
    rincian: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BarisAgenda:
    """A line of the buku agenda. `menggantikan_id` names the line that it corrects; `digantikan`: it was corrected."""

    id: UUID
    arah: ArahSurat
    nomor_agenda: str
    nomor_surat: str
    tanggal_surat: date | None
    tanggal_terima: date | None
    dari: str
    kepada: str
    perihal: str
    sifat: SifatSurat
    kegiatan_id: UUID | None
    lampiran_id: UUID | None
    menggantikan_id: UUID | None
    digantikan: bool
    jenis: str
    rincian: dict[str, Any]
    urut: int


def catat_surat_masuk(kerja: Kerja, data: DataSurat) -> UUID:
    """Enter an incoming letter in the buku agenda (balakas step 1); returns its id.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `nomor_agenda_terpakai`, `tanggal_di_depan`.
    """
    return _catat_surat(kerja, ArahSurat.MASUK, data)


def catat_surat_keluar(kerja: Kerja, data: DataSurat) -> UUID:
    """Enter an outgoing letter; our number is typed or comes from the counter `kode_nomor`.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `nomor_agenda_terpakai`, `nomor_diketik`.
    """
    return _catat_surat(kerja, ArahSurat.KELUAR, data)


def perbaiki_surat(kerja: Kerja, surat_id: UUID, alasan: str, **ubah: Any) -> UUID:
    """Correct a letter: a new line with the same agenda number replaces the old one, which stays visible.

    Args:
        ubah: fields of `DataSurat` with their right values.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `surat_tidak_ada`, `surat_sudah_digantikan`,
            `nomor_agenda_terpakai`, `tanggal_di_depan`.
    """
    wajib(kerja, Hak.REGISTER)
    isi_wajib({"alasan": alasan})
    lama = _surat(kerja, surat_id)
    if lama.digantikan:
        raise KnownError("surat_sudah_digantikan", nomor=lama.nomor_agenda)
    dulu, arah = _data(lama), ArahSurat(lama.arah)
    data = replace(dulu, **ubah)
    _periksa_surat(kerja, arah, data)
    agenda, tahun = data.nomor_agenda or lama.nomor_agenda, data.tanggal_terima.year
    pindah = (agenda, tahun) != (lama.nomor_agenda, dulu.tanggal_terima.year)
    if pindah and _agenda_terpakai(kerja, arah, agenda, tahun):
        raise KnownError("nomor_agenda_terpakai", nomor=agenda, tahun=tahun)
    lama.digantikan = True
    kerja.sesi.flush()
    baru = _baris_surat(kerja, arah, data, agenda, lama.id)
    jejak.catat(
        kerja, "perbaiki_surat", objek="surat", objek_id=baru.id, kegiatan_id=baru.kegiatan_id, alasan=alasan,
        bidang=sorted(ubah),
    )  # fmt: skip
    return baru.id


def buku_agenda(
    kerja: Kerja, arah: ArahSurat, tahun: int, *, dengan_koreksi: bool = True, kegiatan_id: UUID | None = None
) -> list[BarisAgenda]:
    """Give the buku agenda of a year in order of entry; without `dengan_koreksi` only the lines that hold."""
    kueri = select(Surat).where(Surat.kantor_id == kerja.kantor.id, Surat.arah == arah.value)
    kueri = kueri.where(col(Surat.tanggal_terima).between(date(tahun, 1, 1), date(tahun, 12, 31)))
    if not dengan_koreksi:
        kueri = kueri.where(col(Surat.digantikan).is_(False))
    if kegiatan_id is not None:
        kueri = kueri.where(Surat.kegiatan_id == kegiatan_id)
    return [_baris_agenda(b) for b in kerja.sesi.exec(kueri.order_by(col(Surat.urut)))]


def surat_kegiatan(kerja: Kerja, kegiatan_id: UUID, arah: ArahSurat) -> list[BarisAgenda]:
    """Give the letters of a kegiatan in order of entry, of whatever year, corrected lines too."""
    kueri = select(Surat).where(Surat.kantor_id == kerja.kantor.id, Surat.kegiatan_id == kegiatan_id)
    return [_baris_agenda(b) for b in kerja.sesi.exec(kueri.where(Surat.arah == arah.value).order_by(col(Surat.urut)))]


def surat(kerja: Kerja, surat_id: UUID) -> BarisAgenda:
    """Give one letter of the office.

    Raises:
        KnownError: `surat_tidak_ada`.
    """
    return _baris_agenda(_surat(kerja, surat_id))


def _surat(kerja: Kerja, surat_id: UUID) -> Surat:
    baris = kerja.sesi.get(Surat, surat_id)
    if baris is None or baris.kantor_id != kerja.kantor.id:
        raise KnownError("surat_tidak_ada")
    return baris


def _periksa_surat(kerja: Kerja, arah: ArahSurat, data: DataSurat) -> None:
    """Refuse blanks, and a letter that came in on a day that is still to come."""
    if arah is ArahSurat.MASUK:
        isi_wajib({"perihal": data.perihal, "dari": data.dari})
        bukan_besok(kerja, data.tanggal_terima, "tanggal terima")
    else:
        isi_wajib({"perihal": data.perihal, "kepada": data.kepada})


def _catat_surat(kerja: Kerja, arah: ArahSurat, data: DataSurat) -> UUID:
    wajib(kerja, Hak.REGISTER)
    _periksa_surat(kerja, arah, data)

    def terpakai(nomor: str) -> bool:
        return _agenda_terpakai(kerja, arah, nomor, data.tanggal_terima.year)

    agenda = data.nomor_agenda or nomor_berikut(kerja, _AGENDA[arah], data.tanggal_terima, terpakai)
    if data.nomor_agenda and terpakai(agenda):
        raise KnownError("nomor_agenda_terpakai", nomor=agenda, tahun=data.tanggal_terima.year)
    baris = _baris_surat(kerja, arah, data, agenda, None)
    jejak.catat(
        kerja, f"catat_surat_{arah}", objek="surat", objek_id=baris.id, kegiatan_id=data.kegiatan_id, agenda=agenda
    )
    return baris.id


def _baris_surat(kerja: Kerja, arah: ArahSurat, data: DataSurat, agenda: str, menggantikan: UUID | None) -> Surat:
    if data.kegiatan_id is not None:
        lihat_kegiatan(kerja, data.kegiatan_id)
    nomor = data.nomor_surat
    if nomor is None:
        nomor = nomor_berikut(kerja, data.kode_nomor, data.tanggal_surat or data.tanggal_terima)
    sama = {
        f.name: getattr(data, f.name)
        for f in fields(data)
        if f.name not in ("nomor_surat", "nomor_agenda", "sifat", "kode_nomor")
    }
    baris = Surat(
        kantor_id=kerja.kantor.id, arah=arah.value, nomor_agenda=agenda, nomor_surat=nomor, sifat=data.sifat.value,
        menggantikan_id=menggantikan, akun_id=kerja.akun_id, **sama,
    )  # fmt: skip
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    return baris


def _agenda_terpakai(kerja: Kerja, arah: ArahSurat, agenda: str, tahun: int) -> bool:
    kueri = select(Surat.id).where(
        Surat.kantor_id == kerja.kantor.id, Surat.arah == arah.value, Surat.nomor_agenda == agenda,
        col(Surat.tanggal_terima).between(date(tahun, 1, 1), date(tahun, 12, 31)),
    )  # fmt: skip
    return kerja.sesi.exec(kueri).first() is not None


def _data(b: Surat) -> DataSurat:
    return DataSurat(
        b.perihal, b.tanggal_terima or b.dibuat_pada.date(), b.tanggal_surat, b.nomor_surat, b.dari, b.kepada,
        SifatSurat(b.sifat), b.kegiatan_id, b.lampiran_id, b.nomor_agenda, jenis=b.jenis, rincian=dict(b.rincian),
    )  # fmt: skip


def _baris_agenda(b: Surat) -> BarisAgenda:
    isi = {f.name: getattr(b, f.name) for f in fields(BarisAgenda)}
    return BarisAgenda(**isi | {"arah": ArahSurat(b.arah), "sifat": SifatSurat(b.sifat)})


# --- dispositions ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DataDisposisi:
    """What the head wrote on a letter: to whom, what to do (`instruksi`), until when; `tanggal` stands on the sheet."""

    dari: str
    kepada: str
    instruksi: str
    tanggal: date
    catatan: str = ""
    batas: date | None = None
    diparaf: bool = False


@dataclass(frozen=True, slots=True)
class BarisDisposisi:
    """A disposition with its id and letter."""

    id: UUID
    surat_id: UUID
    kegiatan_id: UUID | None
    isi: DataDisposisi


def disposisikan(kerja: Kerja, surat_id: UUID, data: DataDisposisi) -> UUID:
    """Record a disposition (balakas step 2, uep step 1), by the head or by staff from the sheet; returns its id.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `surat_tidak_ada`, `surat_sudah_digantikan`.
    """
    if not boleh(kerja.pelaku, Hak.DISPOSISI):
        wajib(kerja, Hak.REGISTER)
    isi_wajib({"dari": data.dari, "kepada": data.kepada, "instruksi": data.instruksi})
    induk = _surat(kerja, surat_id)
    if induk.digantikan:
        raise KnownError("surat_sudah_digantikan", nomor=induk.nomor_agenda)
    isi = {f.name: getattr(data, f.name) for f in fields(data)}
    baris = Disposisi(surat_id=surat_id, kegiatan_id=induk.kegiatan_id, akun_id=kerja.akun_id, **isi)
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "disposisikan", objek="disposisi", objek_id=baris.id, kegiatan_id=induk.kegiatan_id, kepada=data.kepada
    )
    return baris.id


def paraf_disposisi(kerja: Kerja, disposisi_id: UUID) -> None:
    """Note that the sheet bears the paraf.

    Raises:
        KnownError: `tidak_berwenang`, `surat_tidak_ada`.
    """
    wajib(kerja, Hak.REGISTER)
    baris = kerja.sesi.get(Disposisi, disposisi_id)
    if baris is None:
        raise KnownError("surat_tidak_ada")
    _surat(kerja, baris.surat_id)
    baris.diparaf = True
    jejak.catat(kerja, "paraf_disposisi", objek="disposisi", objek_id=baris.id, kegiatan_id=baris.kegiatan_id)


def daftar_disposisi(
    kerja: Kerja, *, surat_id: UUID | None = None, kegiatan_id: UUID | None = None
) -> list[BarisDisposisi]:
    """Give dispositions in order of entry: on a letter and all lines it replaced, or of a kegiatan."""
    kueri = select(Disposisi).join(Surat, col(Surat.id) == Disposisi.surat_id).order_by(col(Disposisi.urut))
    kueri = kueri.where(Surat.kantor_id == kerja.kantor.id)
    if surat_id is not None:
        kueri = kueri.where(col(Disposisi.surat_id).in_(_rantai(kerja, surat_id)))
    if kegiatan_id is not None:
        kueri = kueri.where(Disposisi.kegiatan_id == kegiatan_id)
    nama = [f.name for f in fields(DataDisposisi)]
    return [
        BarisDisposisi(b.id, b.surat_id, b.kegiatan_id, DataDisposisi(**{n: getattr(b, n) for n in nama}))
        for b in kerja.sesi.exec(kueri)
    ]


def _rantai(kerja: Kerja, surat_id: UUID) -> list[UUID]:
    """A letter and the lines that it replaced."""
    rantai, kini = [], kerja.sesi.get(Surat, surat_id)
    while kini is not None:
        rantai.append(kini.id)
        kini = kerja.sesi.get(Surat, kini.menggantikan_id) if kini.menggantikan_id else None
    return rantai


# --- the register of services ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BarisPelayanan:
    """A line of the buku register pelayanan."""

    id: UUID
    nomor: str
    tanggal: date
    nama: str
    keperluan: str
    keterangan: str
    orang_id: UUID | None
    kegiatan_id: UUID | None
    usulan_id: UUID | None


def catat_pelayanan(
    kerja: Kerja,
    nama: str,
    keperluan: str,
    *,
    tanggal: date | None = None,
    nomor: str | None = None,
    keterangan: str = "",
    orang_id: UUID | None = None,
    kegiatan_id: UUID | None = None,
    usulan_id: UUID | None = None,
) -> BarisPelayanan:
    """Write a line into the register of services; the number comes from the counter unless it is typed.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `nomor_register_terpakai`.
    """
    wajib(kerja, Hak.REGISTER)
    isi_wajib({"nama": nama, "keperluan": keperluan})
    if kegiatan_id is not None:
        lihat_kegiatan(kerja, kegiatan_id)
    hari = tanggal or kerja.hari_ini()

    def terpakai(satu: str) -> bool:
        kueri = select(RegisterPelayanan.id).where(RegisterPelayanan.kantor_id == kerja.kantor.id)
        with seluruh(kerja):  # a number is used once in the office, wherever its person lives
            return kerja.sesi.exec(kueri.where(RegisterPelayanan.nomor == satu)).first() is not None

    if nomor and terpakai(nomor):
        raise KnownError("nomor_register_terpakai", nomor=nomor)
    nomor = nomor or nomor_berikut(kerja, PELAYANAN, hari, terpakai)
    baris = RegisterPelayanan(
        kantor_id=kerja.kantor.id, nomor=nomor, tanggal=hari, nama=nama, keperluan=keperluan, keterangan=keterangan,
        orang_id=orang_id, kegiatan_id=kegiatan_id, usulan_id=usulan_id, akun_id=kerja.akun_id,
    )  # fmt: skip
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "catat_pelayanan", objek="register_pelayanan", objek_id=baris.id, kegiatan_id=kegiatan_id, nomor=nomor
    )
    return _baris_pelayanan(baris)


def buku_pelayanan(kerja: Kerja, mulai: date, sampai: date, *, kegiatan_id: UUID | None = None) -> list[BarisPelayanan]:
    """Give the register of services between two days, in order of entry."""
    kueri = select(RegisterPelayanan).where(RegisterPelayanan.kantor_id == kerja.kantor.id)
    kueri = kueri.where(col(RegisterPelayanan.tanggal).between(mulai, sampai)).order_by(col(RegisterPelayanan.urut))
    if kegiatan_id is not None:
        kueri = kueri.where(RegisterPelayanan.kegiatan_id == kegiatan_id)
    return [_baris_pelayanan(b) for b in kerja.sesi.exec(kueri)]


def _baris_pelayanan(b: RegisterPelayanan) -> BarisPelayanan:
    return BarisPelayanan(**{f.name: getattr(b, f.name) for f in fields(BarisPelayanan)})
