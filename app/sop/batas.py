"""Batas waktu of a step: the SOP's time and the office's own target, and the days a file lay outside, counted apart.

Time counts from the moment that it is the step's turn and its work has begun, whichever is later; work begun early is
not late for that. A time that the SOP counts per berkas runs for each applicant; one per tahap for the tahap at hand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import select

from app import jejak
from app.akses import Hak, wajib
from app.bahasa import waktu as kata_waktu
from app.kalender import Kalender, Sisa, kalender_kantor
from app.kerja import Kerja
from app.pijakan import daftar_tahap, kegiatan_berjalan
from app.sop import kertas, konteks, syarat
from app.sop.definisi import Aksi, Basis, Langkah, Menghitung, SatuanWaktu
from db.galat import KnownError
from db.istilah import StatusLangkah
from db.model import Alokasi, Kegiatan, PelaksanaanLangkah, Pencairan, Tahap


@dataclass(frozen=True, slots=True)
class Target:
    """The office's own time for a step, in the shape of `app.kalender.WaktuBaku`."""

    nilai: int
    satuan: SatuanWaktu
    basis: Basis = Basis.KERJA


@dataclass(frozen=True, slots=True)
class BatasWaktu:
    """How a step stands in time.

    Attributes:
        standar: the SOP's time in words: `7 hari kerja per tahap`.
        target: the office's own, in words; empty without one.
        batas_sop, batas_kantor: the moments by which it is due; None where the SOP counts something else.
        sisa: to the office's batas if there is one, else to the SOP's; None for a step that does not run.
        hari_luar: working days that the file lay with outside parties.
        hari_kantor: working days since the start that it did not.
        tahap: which tahap the batas is for, where the SOP counts per tahap.
        peringatan: what makes the date uncertain (cuti bersama not known yet); empty otherwise.
    """

    standar: str
    target: str = ""
    batas_sop: datetime | None = None
    batas_kantor: datetime | None = None
    sisa: Sisa | None = None
    hari_luar: int = 0
    hari_kantor: int = 0
    tahap: str = ""
    peringatan: str = ""

    @property
    def batas(self) -> datetime | None:
        """The batas that counts: the office's own, else the SOP's."""
        return self.batas_kantor or self.batas_sop


def standar(langkah: Langkah) -> str:
    """Write a step's standard time: `5 menit per berkas`, `14 hari kerja`."""
    w = langkah.waktu
    lama = kata_waktu.lama(w.nilai, w.satuan.value, w.basis.value)
    return lama if w.menghitung is Menghitung.KEGIATAN else f"{lama} {w.menghitung.value}"


def target(kegiatan: Kegiatan, langkah: int) -> Target | None:
    """Return the office's own time for a step of a kegiatan."""
    isi = kegiatan.target_waktu.get(str(langkah))
    return Target(int(isi["nilai"]), SatuanWaktu(isi["satuan"]), Basis(isi.get("basis", "kerja"))) if isi else None


def atur_target(kerja: Kerja, kegiatan_id: UUID, langkah: int, baru: Target | None) -> None:
    """Set the office's own time for a step beside the SOP's; None takes it back.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`, `langkah_tak_dikenal`,
            `target_salah`.
    """
    wajib(kerja, Hak.KEGIATAN)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    if not 1 <= langkah <= len(konteks.definisi_kegiatan(kegiatan).langkah):
        raise KnownError("langkah_tak_dikenal")
    if baru is not None and baru.nilai <= 0:
        raise KnownError("target_salah")
    isi = {k: v for k, v in kegiatan.target_waktu.items() if k != str(langkah)}
    if baru is not None:
        isi[str(langkah)] = {"nilai": baru.nilai, "satuan": baru.satuan.value, "basis": baru.basis.value}
    kegiatan.target_waktu = isi
    jejak.catat(kerja, "atur_target", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, langkah=langkah)
    perbarui(kerja, kegiatan)


def perbarui(kerja: Kerja, kegiatan: Kegiatan, usulan_id: UUID | None = None) -> None:
    """Write the batas of the running steps of a lane into their rows, for lists that search by it."""
    kalender = kalender_kantor(kerja)
    jalur = konteks.baris_jalur(kerja, kegiatan.id, usulan_id)
    for baris in jalur:
        if baris.status == StatusLangkah.BERJALAN:
            baris.batas_pada = hitung(kerja, kalender, kegiatan, baris, jalur).batas


def perbarui_semua(kerja: Kerja) -> None:
    """Reckon every running step of the office anew, after its hours or holidays changed."""
    kueri = (
        select(PelaksanaanLangkah.kegiatan_id, PelaksanaanLangkah.usulan_id)
        .where(PelaksanaanLangkah.status == StatusLangkah.BERJALAN)
        .distinct()
    )
    for kegiatan_id, usulan_id in kerja.sesi.exec(kueri).all():
        kegiatan = kerja.sesi.get_one(Kegiatan, kegiatan_id)
        if kegiatan.kantor_id == kerja.kantor.id:
            perbarui(kerja, kegiatan, usulan_id)


def hitung(
    kerja: Kerja,
    kalender: Kalender,
    kegiatan: Kegiatan,
    baris: PelaksanaanLangkah,
    jalur: Sequence[PelaksanaanLangkah],
) -> BatasWaktu:
    """Reckon how one putaran stands in time now.

    Args:
        jalur: all rows of its lane, to know since when it is its turn.
    """
    langkah = konteks.definisi_kegiatan(kegiatan).langkah_ke(baris.langkah)
    sendiri = target(kegiatan, baris.langkah)
    kata_target = kata_waktu.lama(sendiri.nilai, sendiri.satuan.value, sendiri.basis.value) if sendiri else ""
    sejak = giliran_sejak(baris, jalur)
    if baris.status != StatusLangkah.BERJALAN or sejak is None:
        return BatasWaktu(standar(langkah), kata_target)
    mulai, tahap = _mulai_hitung(kerja, kalender, langkah, baris, sejak)
    batas_sop = kalender.batas_waktu(mulai, langkah.waktu) if mulai else None
    batas_kantor = kalender.batas_waktu(mulai or sejak, sendiri) if sendiri else None
    batas = batas_kantor or batas_sop
    luar = hari_luar(kerja, kalender, baris.id)
    terpakai = kalender.hari_kerja_antara(kalender.tanggal(sejak), kerja.hari_ini())
    return BatasWaktu(
        standar(langkah),
        kata_target,
        batas_sop,
        batas_kantor,
        kalender.sisa(batas, kerja.sekarang()) if batas else None,
        luar,
        max(terpakai - luar, 0),
        tahap,
        _peringatan(kalender, batas),
    )


def giliran_sejak(baris: PelaksanaanLangkah, jalur: Sequence[PelaksanaanLangkah]) -> datetime | None:
    """Return since when it is a step's turn and its work has begun; None while earlier steps are open."""
    sebelum = {b.langkah: b for b in sorted(jalur, key=lambda b: b.putaran) if b.langkah < baris.langkah}
    if baris.mulai_pada is None or any(b.status in ("menunggu", "berjalan") for b in sebelum.values()):
        return None
    return max([baris.mulai_pada, *(b.selesai_pada for b in sebelum.values() if b.selesai_pada)])


def hari_luar(kerja: Kerja, kalender: Kalender, pelaksanaan_id: UUID) -> int:
    """Count the working days on which the file lay outside; days with two parties at once count once."""
    hari: set[date] = set()
    for stay in kertas.posisi(kerja, pelaksanaan_id):
        akhir = stay.kembali or kerja.hari_ini()
        hari |= {date.fromordinal(n) for n in range(stay.dikirim.toordinal() + 1, akhir.toordinal() + 1)}
    return sum(kalender.hari_kerja(satu) for satu in hari)


def _mulai_hitung(
    kerja: Kerja, kalender: Kalender, langkah: Langkah, baris: PelaksanaanLangkah, sejak: datetime
) -> tuple[datetime | None, str]:
    """Return from when the SOP's time runs, and for which tahap; None where it counts something smaller."""
    match langkah.waktu.menghitung:
        case Menghitung.KEGIATAN:
            return sejak, ""
        case Menghitung.BERKAS:
            return (sejak if baris.usulan_id else None), ""
        case Menghitung.TAHAP:
            return _tahap_kini(kerja, kalender, langkah.aksi, baris.kegiatan_id, sejak)
    return None, ""


def _tahap_kini(
    kerja: Kerja, kalender: Kalender, aksi: Aksi, kegiatan_id: UUID, sejak: datetime
) -> tuple[datetime | None, str]:
    """The first tahap whose work is open: its time runs from its planned day, if that comes later."""
    semua = daftar_tahap(kerja, kegiatan_id)
    for tahap in semua:
        if _tahap_terbuka(kerja, aksi, tahap):
            mulai = max(sejak, _awal_hari(kalender, tahap.rencana)) if tahap.rencana else sejak
            return mulai, tahap.nama if len(semua) > 1 else ""
    return sejak, ""


def _tahap_terbuka(kerja: Kerja, aksi: Aksi, tahap: Tahap) -> bool:
    if aksi is Aksi.PENCAIRAN:
        return kerja.sesi.exec(select(Pencairan.id).where(Pencairan.tahap_id == tahap.id)).first() is None
    if aksi is Aksi.PENYALURAN:
        tanpa = syarat.alokasi_tanpa_hasil(tahap.kegiatan_id).where(Alokasi.tahap_id == tahap.id)
        return kerja.sesi.exec(tanpa.limit(1)).first() is not None
    return True


def _awal_hari(kalender: Kalender, hari: date) -> datetime:
    return datetime.combine(hari, time(0), ZoneInfo(kalender.zona))


def _peringatan(kalender: Kalender, batas: datetime | None) -> str:
    return (kalender.peringatan(kalender.tanggal(batas).year) or "") if batas else ""
