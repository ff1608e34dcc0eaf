"""What happens on paper and outside the office: signatures and paraf, scans that follow, and where the file lies.

Outside parties never sign in. Staff record who signed, in what capacity and when; the scan may follow and stays on a
list until it does. A file that was sent out has a position until it comes back; that time is counted apart.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.kerja import Kerja
from app.pijakan import bukan_besok, isi_wajib, lihat_kegiatan
from app.sop import catatan_langkah, konteks, mesin, peran
from app.sop.konteks import Konteks
from app.urutan_hari import wajib_urut
from db.galat import KnownError
from db.istilah import JenisTindakan, StatusLangkah
from db.model import Kegiatan, PelaksanaanLangkah, PengesahanKertas, PosisiBerkas

TANDA_TANGAN, PARAF, PARAF_LAYAR = "tanda_tangan", "paraf", "paraf_layar"
_BELUM_ATAU_LAMA = (StatusLangkah.MENUNGGU, StatusLangkah.DIKEMBALIKAN)


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """A signature or paraf of one step.

    Attributes:
        jenis: `tanda_tangan`, `paraf` (both on paper) or `paraf_layar` (given from the holder's own account).
        kapasitas: jabatan as on the paper, with Plt. or Plh.
        lampiran_id: the scan; None while it is still to follow.
    """

    id: UUID
    pelaksanaan_id: UUID
    jenis: str
    nama: str
    kapasitas: str
    peran_sop: str
    tanggal: date
    lampiran_id: UUID | None
    catatan: str


@dataclass(frozen=True, slots=True)
class TanpaPindaian:
    """A paper signature whose scan has not come yet, for the office's list."""

    pengesahan: Pengesahan
    kegiatan_id: UUID
    nama_kegiatan: str
    langkah: int
    pelaksanaan_id: UUID


@dataclass(frozen=True, slots=True)
class Posisi:
    """A file's stay with an outside party.

    Attributes:
        diterima: the day they confirmed it.
        kembali: None while it is still there.
    """

    id: UUID
    pelaksanaan_id: UUID
    pihak: str
    dikirim: date
    diterima: date | None
    kembali: date | None
    hasil: str
    catatan: str


# --- signatures -------------------------------------------------------------------------------------------------------


def sahkan_di_kertas(
    kerja: Kerja,
    pelaksanaan_id: UUID,
    *,
    nama: str,
    kapasitas: str,
    tanggal: date,
    peran_sop: str = "",
    jenis: str = TANDA_TANGAN,
    pindaian: tuple[str, bytes] | None = None,
    catatan: str = "",
) -> UUID:
    """Record that somebody signed or initialled on paper; outside parties never sign in.

    Args:
        peran_sop: the performer of the SOP it stands for; empty for anybody else (Bagian Hukum, Sekda).
        pindaian: file name and bytes of the scan; it may follow.

    Raises:
        KnownError: `tidak_berwenang`, `bukan_pelaksana`, `isian_kosong`, `tanggal_di_depan`,
            `peran_sop_tak_dikenal`, `langkah_belum_mulai`, `kertas_langkah_ditutup` once the step is finished,
            `kegiatan_ditutup` when it was called off.
    """
    k = konteks.konteks(kerja, pelaksanaan_id)
    konteks.pastikan_tidak_batal(k.kegiatan)
    _boleh_mencatat(kerja, k)
    _masih_terbuka(k)
    isi_wajib({"nama": nama, "jabatan": kapasitas})
    wajib_urut(kerja, k.kegiatan, tanggal, "tanggal_tanda_tangan")
    _peran_dikenal(k, peran_sop)
    baris = PengesahanKertas(
        pelaksanaan_id=pelaksanaan_id,
        jenis=jenis,
        nama=nama.strip(),
        kapasitas=kapasitas.strip(),
        peran_sop=peran_sop,
        tanggal=tanggal,
        lampiran_id=kerja.simpan_lampiran(pindaian[1], pindaian[0]) if pindaian else None,
        pencatat_id=kerja.akun_id,
        catatan=catatan,
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    catatan_langkah.tulis(kerja, k.baris, JenisTindakan.CATAT_KERTAS, tanggal=tanggal, jenis=jenis, kapasitas=kapasitas)
    jejak.catat(
        kerja,
        "sahkan_di_kertas",
        objek="pengesahan_kertas",
        objek_id=baris.id,
        kegiatan_id=k.kegiatan.id,
        kapasitas=kapasitas,
        tanggal=tanggal,
        pindaian=pindaian is not None,
    )
    return baris.id


def susulkan_pindaian(kerja: Kerja, pengesahan_id: UUID, nama: str, isi: bytes) -> UUID:
    """Attach the scan that was still to follow; returns the attachment's id.

    Raises:
        KnownError: `pengesahan_tak_dikenal`, `tidak_berwenang`, `bukan_pelaksana`.
    """
    baris = kerja.sesi.get(PengesahanKertas, pengesahan_id)
    if baris is None:
        raise KnownError("pengesahan_tak_dikenal")
    k = konteks.konteks(kerja, baris.pelaksanaan_id)
    _boleh_mencatat(kerja, k)
    baris.lampiran_id = kerja.simpan_lampiran(isi, nama)
    jejak.catat(
        kerja, "susulkan_pindaian", objek="pengesahan_kertas", objek_id=baris.id, kegiatan_id=k.kegiatan.id, berkas=nama
    )
    return baris.lampiran_id


def paraf(kerja: Kerja, pelaksanaan_id: UUID, peran_sop: str) -> UUID:
    """Give the paraf of an SOP role on screen, from an account that holds it.

    Raises:
        KnownError: `peran_sop_tak_dikenal`, `bukan_pemegang_paraf`, `paraf_sudah_ada`, `langkah_belum_mulai`,
            `kegiatan_ditutup` when it was called off.
    """
    k = konteks.konteks(kerja, pelaksanaan_id)
    konteks.pastikan_tidak_batal(k.kegiatan)
    _sudah_mulai(k)
    _masih_terbuka(k)
    _peran_dikenal(k, peran_sop)
    sebutan = k.definisi.peran_kode(peran_sop).label.tampil if peran_sop else ""
    if not peran_sop or not kerja.pelaku.peran & k.pegang[peran_sop].peran:
        raise KnownError("bukan_pemegang_paraf", peran=sebutan)
    if any(p.peran_sop == peran_sop for p in pengesahan(kerja, pelaksanaan_id)):
        raise KnownError("paraf_sudah_ada", peran=sebutan, langkah=k.sebutan)
    baris = PengesahanKertas(
        pelaksanaan_id=pelaksanaan_id,
        jenis=PARAF_LAYAR,
        nama=kerja.pelaku.nama,
        kapasitas=kerja.pelaku.jabatan or sebutan,
        peran_sop=peran_sop,
        tanggal=kerja.hari_ini(),
        pencatat_id=kerja.akun_id,
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    jejak.catat(
        kerja, "paraf", objek="pengesahan_kertas", objek_id=baris.id, kegiatan_id=k.kegiatan.id, peran_sop=peran_sop
    )
    return baris.id


def pengesahan(kerja: Kerja, pelaksanaan_id: UUID) -> list[Pengesahan]:
    """Return the signatures and paraf of one putaran, by order of entry.

    Raises:
        KnownError: `langkah_tak_dikenal`, `kegiatan_tidak_ada`.
    """
    konteks.konteks(kerja, pelaksanaan_id)
    kueri = select(PengesahanKertas).where(PengesahanKertas.pelaksanaan_id == pelaksanaan_id)
    kerja.sesi.flush()
    return [_pengesahan(b) for b in kerja.sesi.exec(kueri.order_by(col(PengesahanKertas.urut)))]


def tanpa_pindaian(kerja: Kerja, *, kegiatan_id: UUID | None = None) -> list[TanpaPindaian]:
    """Return the paper signatures of the office whose scan has not come yet, oldest first."""
    kueri = (
        select(PengesahanKertas, PelaksanaanLangkah.langkah, Kegiatan)
        .join(PelaksanaanLangkah, col(PelaksanaanLangkah.id) == col(PengesahanKertas.pelaksanaan_id))
        .join(Kegiatan, col(Kegiatan.id) == col(PelaksanaanLangkah.kegiatan_id))
        .where(
            Kegiatan.kantor_id == kerja.kantor.id,
            col(PengesahanKertas.lampiran_id).is_(None),
            PengesahanKertas.jenis != PARAF_LAYAR,
        )
        .order_by(col(PengesahanKertas.urut))
    )
    if kegiatan_id is not None:
        kueri = kueri.where(Kegiatan.id == kegiatan_id)
    kerja.sesi.flush()
    return [
        TanpaPindaian(_pengesahan(p), g.id, g.nama, langkah, p.pelaksanaan_id)
        for p, langkah, g in kerja.sesi.exec(kueri)
    ]


def paraf_ada(kerja: Kerja, k: Konteks, peran_sop: str) -> bool:
    """Tell whether a role's paraf or signature is there, or passes because the office has nobody for it."""
    return k.pegang[peran_sop].tidak_ada or any(p.peran_sop == peran_sop for p in pengesahan(kerja, k.baris.id))


# --- where the file lies ----------------------------------------------------------------------------------------------


def kirim_berkas(kerja: Kerja, pelaksanaan_id: UUID, *, pihak: str, tanggal: date, catatan: str = "") -> UUID:
    """Record that the file went to an outside party (Bagian Hukum, Sekda, Bupati, bank, desa).

    Raises:
        KnownError: `tidak_berwenang`, `bukan_pelaksana`, `isian_kosong`, `tanggal_di_depan`, `langkah_belum_mulai`,
            `kegiatan_ditutup` when it was called off.
    """
    k = konteks.konteks(kerja, pelaksanaan_id)
    konteks.pastikan_tidak_batal(k.kegiatan)
    _boleh_mencatat(kerja, k)
    _masih_terbuka(k)
    isi_wajib({"pihak": pihak})
    bukan_besok(kerja, tanggal, "tanggal_dikirim")
    baris = PosisiBerkas(
        pelaksanaan_id=pelaksanaan_id,
        pihak=pihak.strip(),
        dikirim_pada=tanggal,
        pencatat_id=kerja.akun_id,
        catatan=catatan,
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    catatan_langkah.tulis(kerja, k.baris, JenisTindakan.KIRIM_BERKAS, tanggal=tanggal, pihak=baris.pihak)
    jejak.catat(
        kerja, "kirim_berkas", objek="posisi_berkas", objek_id=baris.id, kegiatan_id=k.kegiatan.id, pihak=baris.pihak
    )
    return baris.id


def berkas_diterima(kerja: Kerja, posisi_id: UUID, tanggal: date) -> None:
    """Record that the outside party has the file.

    Raises:
        KnownError: `posisi_berkas_tak_dikenal`, `posisi_berkas_kembali`, `posisi_tanggal_terbalik`,
            `tanggal_di_depan`.
    """
    baris, k = _posisi_terbuka(kerja, posisi_id, tanggal)
    baris.diterima_pada = tanggal
    jejak.catat(kerja, "berkas_diterima", objek="posisi_berkas", objek_id=posisi_id, kegiatan_id=k.kegiatan.id)


def berkas_kembali(kerja: Kerja, posisi_id: UUID, tanggal: date, *, hasil: str = "") -> None:
    """Record that the file came back, and with what; errors as for `berkas_diterima`."""
    baris, k = _posisi_terbuka(kerja, posisi_id, tanggal)
    baris.kembali_pada, baris.hasil = tanggal, hasil
    catatan_langkah.tulis(kerja, k.baris, JenisTindakan.TERIMA_BERKAS, tanggal=tanggal, alasan=hasil, pihak=baris.pihak)
    jejak.catat(
        kerja, "berkas_kembali", objek="posisi_berkas", objek_id=posisi_id, kegiatan_id=k.kegiatan.id, tanggal=tanggal
    )


def posisi(kerja: Kerja, pelaksanaan_id: UUID) -> list[Posisi]:
    """Return where the file of one putaran has been, oldest first.

    Raises:
        KnownError: `langkah_tak_dikenal`, `kegiatan_tidak_ada`.
    """
    konteks.konteks(kerja, pelaksanaan_id)
    kueri = select(PosisiBerkas).where(PosisiBerkas.pelaksanaan_id == pelaksanaan_id)
    kerja.sesi.flush()
    return [_posisi(b) for b in kerja.sesi.exec(kueri.order_by(col(PosisiBerkas.urut)))]


def posisi_kegiatan(kerja: Kerja, kegiatan_id: UUID) -> list[Posisi]:
    """Return where the files of a kegiatan lie outside today, longest first."""
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = (
        select(PosisiBerkas)
        .join(PelaksanaanLangkah, col(PelaksanaanLangkah.id) == col(PosisiBerkas.pelaksanaan_id))
        .where(PelaksanaanLangkah.kegiatan_id == kegiatan_id, col(PosisiBerkas.kembali_pada).is_(None))
        .order_by(col(PosisiBerkas.dikirim_pada), col(PosisiBerkas.urut))
    )
    kerja.sesi.flush()
    return [_posisi(b) for b in kerja.sesi.exec(kueri)]


def _posisi_terbuka(kerja: Kerja, posisi_id: UUID, tanggal: date) -> tuple[PosisiBerkas, Konteks]:
    baris = kerja.sesi.get(PosisiBerkas, posisi_id)
    if baris is None:
        raise KnownError("posisi_berkas_tak_dikenal")
    k = konteks.konteks(kerja, baris.pelaksanaan_id)
    _boleh_mencatat(kerja, k)
    if baris.kembali_pada is not None:
        raise KnownError("posisi_berkas_kembali", pihak=baris.pihak)
    bukan_besok(kerja, tanggal, "tanggal")
    if tanggal < baris.dikirim_pada:
        raise KnownError("posisi_tanggal_terbalik", pihak=baris.pihak, dikirim=baris.dikirim_pada)
    return baris, k


def _boleh_mencatat(kerja: Kerja, k: Konteks) -> None:
    """Performers of the step and those above them record what happened on paper, once the step has begun."""
    if not peran.boleh_lewati(kerja.pelaku, k.akun):
        peran.wajib_kerja(kerja, k.akun, k.sebutan)
    _sudah_mulai(k)


def _sudah_mulai(k: Konteks) -> None:
    if k.baris.status in _BELUM_ATAU_LAMA:
        raise KnownError("langkah_belum_mulai", langkah=k.sebutan)


def _masih_terbuka(k: Konteks) -> None:
    """Refuse a new signature or journey on a step that was finished on what it had; a scan may still follow."""
    if k.baris.status in mesin.TERTUTUP - {StatusLangkah.SEBELUM_APLIKASI}:
        raise KnownError("kertas_langkah_ditutup", langkah=k.sebutan)


def _peran_dikenal(k: Konteks, peran_sop: str) -> None:
    if peran_sop and peran_sop not in k.pegang:
        raise KnownError("peran_sop_tak_dikenal")


def _pengesahan(b: PengesahanKertas) -> Pengesahan:
    return Pengesahan(
        b.id, b.pelaksanaan_id, b.jenis, b.nama, b.kapasitas, b.peran_sop, b.tanggal, b.lampiran_id, b.catatan
    )


def _posisi(b: PosisiBerkas) -> Posisi:
    return Posisi(b.id, b.pelaksanaan_id, b.pihak, b.dikirim_pada, b.diterima_pada, b.kembali_pada, b.hasil, b.catatan)
