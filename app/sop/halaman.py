"""All that the page of one step shows: where we are, what to do, what is there, what is missing, what one may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app.akses import Hak
from app.akses import boleh as boleh_hak
from app.kalender import kalender_kantor
from app.kerja import Kerja
from app.sop import batas, catatan_langkah, fakta, halangan, jalan, kelengkapan, kertas, konteks, mesin, peran
from app.sop.batas import BatasWaktu
from app.sop.catatan_langkah import BarisRiwayat
from app.sop.definisi import BarangSerah, DefinisiSop, Fakta, Langkah
from app.sop.kelengkapan import Isian, PemohonKurang
from app.sop.kertas import Pengesahan, Posisi
from app.sop.konteks import Konteks
from app.sop.lingkup import Lingkup, lingkup
from app.sop.meja import nama_pelaksana
from app.sop.mesin import Keadaan
from app.sop.syarat import Halangan
from db.istilah import JenisBantuan, JenisTindakan, SifatKelengkapan, StatusLangkah
from db.model import Akun, PelaksanaanLangkah


@dataclass(frozen=True, slots=True)
class Titik:
    """One step in the stepper.

    Attributes:
        pelaksanaan_id: its newest putaran.
        kini: it is its turn.
        kembali: it runs again after a return.
        cabang: the two ways out of a decision (ya, tidak), as orders; None for any other step.
        alasan: of an override or tidak berlaku.
    """

    urutan: int
    label: str
    nama: str
    status: StatusLangkah
    putaran: int
    pelaksanaan_id: UUID
    kini: bool
    kembali: bool
    cabang: tuple[int, int] | None
    keputusan: str | None
    tanggal_selesai: date | None
    oleh: str
    hasil: str
    alasan: str


@dataclass(frozen=True, slots=True)
class ParafLangkah:
    """A paraf that a step asks for.

    Attributes:
        tidak_ada: the office has nobody in that role, so it passes by itself.
        diberikan: who gave it; None while it is awaited.
        boleh: the acting account may give it on screen now.
    """

    peran: str
    nama: str
    wajib: bool
    tidak_ada: bool
    diberikan: Pengesahan | None
    boleh: bool


@dataclass(frozen=True, slots=True)
class Boleh:
    """What the acting account may do with the step now; a button that is off says why in `halangan`.

    Attributes:
        selesaikan: it is open and theirs; whether it can be finished stands in `halangan`.
        kembalikan: steps it can be sent back to, nearest first, with their names.
    """

    mulai: bool
    kerjakan: bool
    selesaikan: bool
    lewati: bool
    tidak_berlaku: bool
    kembalikan: tuple[tuple[int, str], ...]
    catat_kertas: bool


@dataclass(frozen=True, slots=True)
class PertanyaanCabang:
    """The question of a decision; `jawaban` is what the data say, None where a person decides."""

    tanya: str
    ke_ya: str
    ke_tidak: str
    jawaban: str | None


@dataclass(frozen=True, slots=True)
class HalamanLangkah:
    """One putaran of one step.

    Attributes:
        definisi, langkah: the frozen SOP and the step's own words.
        pelaksana: performers as the SOP calls them; `peran_akun` the account roles that work on it here.
        usulan_id: the applicant whose lane it is; None for the whole kegiatan.
        keluaran: the output as recorded, or as the program would write it now.
        halangan: what keeps it from being finished, and reminders.
        pemohon: applicants who stand at each step now, for steps that run per applicant.
        masukan_kurang: inputs that work here still waits for; `lingkup` for which desa and tahap it may begin.
    """

    pelaksanaan_id: UUID
    kegiatan_id: UUID
    nama_kegiatan: str
    periode: str
    jenis_bantuan: JenisBantuan | None
    definisi: DefinisiSop
    langkah: Langkah
    usulan_id: UUID | None
    putaran: int
    status: StatusLangkah
    terbaru: bool
    tahapan: tuple[Titik, ...]
    pelaksana: tuple[str, ...]
    peran_akun: frozenset[str]
    batas: BatasWaktu
    mulai_pada: datetime | None
    keluaran: str
    alasan: str
    dikembalikan: str
    kelengkapan: tuple[Isian, ...]
    halangan: tuple[Halangan, ...]
    paraf: tuple[ParafLangkah, ...]
    pengesahan: tuple[Pengesahan, ...]
    posisi: tuple[Posisi, ...]
    cabang: PertanyaanCabang | None
    masukan_kurang: tuple[Fakta, ...]
    lingkup: Lingkup
    pemohon: dict[int, int]
    barang: tuple[BarangSerah, ...]
    cetak: tuple[str, ...]
    boleh: Boleh
    riwayat: tuple[BarisRiwayat, ...]

    @property
    def menahan(self) -> tuple[Halangan, ...]:
        """What blocks."""
        return tuple(h for h in self.halangan if h.menahan)


def lihat_langkah(kerja: Kerja, pelaksanaan_id: UUID) -> HalamanLangkah:
    """Return the page of a step.

    Raises:
        KnownError: `langkah_tak_dikenal`, `kegiatan_tidak_ada`, `salinan_sop_berubah`.
    """
    k = konteks.konteks(kerja, pelaksanaan_id)
    keadaan = konteks.keadaan(kerja, k.kegiatan, k.baris.usulan_id)
    jalur = konteks.baris_jalur(kerja, k.kegiatan.id, k.baris.usulan_id)
    isian = kelengkapan.daftar(kerja, k)
    terbuka = k.baris.status in mesin.TERBUKA
    return HalamanLangkah(
        pelaksanaan_id=k.baris.id,
        kegiatan_id=k.kegiatan.id,
        nama_kegiatan=k.kegiatan.nama,
        periode=k.kegiatan.periode,
        jenis_bantuan=JenisBantuan(k.kegiatan.jenis_bantuan) if k.kegiatan.jenis_bantuan else None,
        definisi=k.definisi,
        langkah=k.langkah,
        usulan_id=k.baris.usulan_id,
        putaran=k.baris.putaran,
        status=StatusLangkah(k.baris.status),
        terbaru=keadaan.kini(k.baris.langkah).putaran == k.baris.putaran,
        tahapan=_tahapan(kerja, k, keadaan, jalur),
        pelaksana=nama_pelaksana(k.definisi, k.langkah),
        peran_akun=frozenset(p.value for p in k.akun),
        batas=batas.hitung(kerja, kalender_kantor(kerja), k.kegiatan, k.baris, jalur),
        mulai_pada=k.baris.mulai_pada,
        keluaran=halangan.keluaran(kerja, k),
        alasan=k.baris.alasan,
        dikembalikan=catatan_langkah.sebab_kembali(kerja, k.baris),
        kelengkapan=isian,
        halangan=halangan.semua(kerja, k, keadaan, isian=isian) if terbuka else (),
        paraf=_paraf(kerja, k),
        pengesahan=tuple(kertas.pengesahan(kerja, k.baris.id)),
        posisi=tuple(kertas.posisi(kerja, k.baris.id)),
        cabang=_cabang(kerja, k),
        **_masukan(kerja, k, keadaan),
        pemohon=konteks.pemohon_terbuka(kerja, k.kegiatan.id, [StatusLangkah.BERJALAN]) if k.langkah.per_usulan else {},
        barang=k.langkah.barang,
        cetak=k.langkah.cetak,
        boleh=_boleh(kerja, k, keadaan),
        riwayat=tuple(catatan_langkah.riwayat(kerja, k.kegiatan.id, usulan_id=k.baris.usulan_id)),
    )


def _masukan(kerja: Kerja, k: Konteks, keadaan: Keadaan) -> dict[str, Any]:
    """What work on the step waits for, and where it may begin; an applicant's lane waits for nothing."""
    if k.baris.usulan_id is not None:
        return {"masukan_kurang": (), "lingkup": Lingkup()}
    alamat = (kerja, k.kegiatan.id, k.definisi, keadaan, k.baris.langkah)
    return {"masukan_kurang": fakta.masukan_kurang(*alamat), "lingkup": lingkup(*alamat)}


def tahapan_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> tuple[Titik, ...]:
    """Return the stepper of a kegiatan, for pages that show no single step."""
    pertama = jalan.urutan_jalur(kerja, kegiatan_id)[0]
    k = konteks.konteks(kerja, pertama.id)
    jalur = konteks.baris_jalur(kerja, kegiatan_id)
    return _tahapan(kerja, k, konteks.keadaan(kerja, k.kegiatan), jalur)


def pemohon_kurang(
    kerja: Kerja, pelaksanaan_id: UUID, *, mulai: int = 0, batas_baris: int = 200
) -> list[PemohonKurang]:
    """Return people whose papers are incomplete in a step, a page at a time (for "kecuali …")."""
    return kelengkapan.pemohon_kurang(kerja, konteks.konteks(kerja, pelaksanaan_id), mulai=mulai, batas=batas_baris)


def _tahapan(kerja: Kerja, k: Konteks, keadaan: Keadaan, jalur: Sequence[PelaksanaanLangkah]) -> tuple[Titik, ...]:
    kini = {b.langkah: b for b in jalur}
    nama = _nama_akun(kerja, {b.oleh_akun_id for b in kini.values() if b.oleh_akun_id})
    return tuple(_titik(k.definisi, kini[n], keadaan, nama) for n in sorted(kini))


def _titik(definisi: DefinisiSop, b: PelaksanaanLangkah, keadaan: Keadaan, nama: dict[UUID, str]) -> Titik:
    langkah = definisi.langkah_ke(b.langkah)
    return Titik(
        b.langkah,
        langkah.label,
        langkah.nama_layar.tampil,
        StatusLangkah(b.status),
        b.putaran,
        b.id,
        b.langkah == keadaan.giliran,
        b.putaran > 1 and b.status in mesin.TERBUKA,
        (langkah.cabang.ya, langkah.cabang.tidak) if langkah.cabang else None,
        b.keputusan,
        b.tanggal_selesai,
        nama.get(b.oleh_akun_id, "") if b.oleh_akun_id else "",
        b.hasil,
        b.alasan,
    )


def _nama_akun(kerja: Kerja, ids: set[UUID]) -> dict[UUID, str]:
    return dict(kerja.sesi.exec(select(Akun.id, Akun.nama).where(col(Akun.id).in_(ids))).all())


def _paraf(kerja: Kerja, k: Konteks) -> tuple[ParafLangkah, ...]:
    ada = {p.peran_sop: p for p in kertas.pengesahan(kerja, k.baris.id)}
    terbuka = k.baris.status == StatusLangkah.BERJALAN
    return tuple(
        ParafLangkah(
            p.peran,
            k.definisi.peran_kode(p.peran).label.tampil,
            p.sifat is SifatKelengkapan.WAJIB,
            k.pegang[p.peran].tidak_ada,
            ada.get(p.peran),
            terbuka and p.peran not in ada and bool(kerja.pelaku.peran & k.pegang[p.peran].peran),
        )
        for p in k.langkah.paraf
    )


def _cabang(kerja: Kerja, k: Konteks) -> PertanyaanCabang | None:
    cabang = k.langkah.cabang
    if cabang is None:
        return None
    nama = mesin.peta_kegiatan(k.definisi).nama
    jawaban = None
    if cabang.penentu is not None:
        jawaban = mesin.YA if fakta.ada(kerja, k.kegiatan.id, cabang.penentu) else mesin.TIDAK
    return PertanyaanCabang(cabang.tanya.tampil, nama(cabang.ya), nama(cabang.tidak), jawaban)


def _boleh(kerja: Kerja, k: Konteks, keadaan: Keadaan) -> Boleh:
    """Put together what the order allows, what the account may, and that only the newest putaran moves."""
    langkah, pelaku = k.baris.langkah, kerja.pelaku
    terbaru = keadaan.kini(langkah).putaran == k.baris.putaran and k.kegiatan.status != "batal"
    urut = mesin.boleh(keadaan, langkah) if terbaru else frozenset()
    pelaksana, atasan = peran.boleh_kerja(pelaku, k.akun), peran.boleh_lewati(pelaku, k.akun)
    jalan_ini = k.baris.status == StatusLangkah.BERJALAN
    ke = mesin.tujuan_kembali(keadaan, langkah) if terbaru and (pelaksana or atasan) else ()
    return Boleh(
        mulai=pelaksana and JenisTindakan.MULAI in urut,
        kerjakan=pelaksana and jalan_ini,
        selesaikan=pelaksana and jalan_ini and terbaru,
        lewati=atasan and boleh_hak(pelaku, Hak.LANGKAH) and JenisTindakan.LEWATI in urut,
        tidak_berlaku=atasan and JenisTindakan.TIDAK_BERLAKU in urut,
        kembalikan=tuple((n, keadaan.peta.nama(n)) for n in ke),
        catat_kertas=(pelaksana or atasan) and k.baris.status not in (StatusLangkah.MENUNGGU, "dikembalikan"),
    )
