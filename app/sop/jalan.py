"""The acts on a running kegiatan: begin, finish, return, override, not applicable. The rules stand in `mesin`.

Every act checks who acts, leaves a line in the run's history and one in the trail, and gives the next step its time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app import jejak
from app.akses import Hak, wajib
from app.bahasa.sop import MASUKAN
from app.kerja import Kerja
from app.pijakan import bukan_besok, penetapan_sah
from app.sop import batas, catatan_langkah, fakta, halangan, konteks, mesin, peran
from app.sop.definisi import Aksi
from app.sop.konteks import Konteks
from app.sop.mesin import Keadaan, Putaran
from app.urutan_hari import Batas, wajib_urut
from app.wilayah_akun import wajib_seluruh
from db.galat import KnownError
from db.istilah import JenisTindakan, StatusKegiatan, StatusLangkah
from db.model import Kegiatan, PelaksanaanLangkah

_TUTUP = {
    StatusLangkah.TIDAK_BERLAKU: JenisTindakan.TIDAK_BERLAKU,
    StatusLangkah.SEBELUM_APLIKASI: JenisTindakan.SEBELUM_APLIKASI,
}


@dataclass(frozen=True, slots=True)
class Sesudah:
    """What an act left behind.

    Attributes:
        berikut: the putaran whose turn it is now; None when the lane has ended.
        langkah_berikut: its step.
        kegiatan_selesai: every step of the kegiatan is closed.
    """

    berikut: UUID | None
    langkah_berikut: int | None
    kegiatan_selesai: bool


# --- acts -------------------------------------------------------------------------------------------------------------


def mulai(kerja: Kerja, pelaksanaan_id: UUID) -> None:
    """Begin work on a step, also before its turn, once its own inputs exist.

    Raises:
        KnownError: `bukan_pelaksana`, `masukan_belum_ada`, `langkah_sudah_berjalan`, `langkah_sudah_ditutup`.
    """
    k, keadaan = _siap(kerja, pelaksanaan_id, menutup=False)
    peran.wajib_kerja(kerja, k.akun, k.sebutan)
    if kurang := fakta.masukan_kurang(kerja, k.kegiatan.id, k.definisi, keadaan, k.baris.langkah):
        raise KnownError("masukan_belum_ada", langkah=k.sebutan, kurang=[MASUKAN[f] for f in kurang])
    terapkan(kerja, k.kegiatan, keadaan, mesin.mulai(keadaan, k.baris.langkah), k.baris.usulan_id)
    _jejak(kerja, "mulai_langkah", k)


def mulai_oleh_aksi(kerja: Kerja, kegiatan_id: UUID, aksi: Aksi, usulan_id: UUID | None = None) -> UUID | None:
    """Let a step run because its work has just begun elsewhere (an import, a hand-over); for use cases of other rooms.

    Returns the running putaran of that aksi; None when the SOP has no such step, it is closed, or nothing runs yet.
    """
    kegiatan = kerja.sesi.get_one(Kegiatan, kegiatan_id)
    if not konteks.baris_jalur(kerja, kegiatan_id, usulan_id):
        return None
    definisi = konteks.definisi_kegiatan(kegiatan)
    keadaan = konteks.keadaan(kerja, kegiatan, usulan_id)
    for langkah in (lk.urutan for lk in definisi.langkah if lk.aksi is aksi and lk.urutan <= keadaan.peta.akhir):
        if keadaan.kini(langkah).status is StatusLangkah.MENUNGGU:
            terapkan(kerja, kegiatan, keadaan, mesin.mulai(keadaan, langkah), usulan_id)
        baris = konteks.baris_kini(kerja, kegiatan_id, langkah, usulan_id)
        if baris.status == StatusLangkah.BERJALAN:
            return baris.id
    return None


def selesaikan(
    kerja: Kerja,
    pelaksanaan_id: UUID,
    *,
    hasil: str = "",
    keputusan: str | None = None,
    tanggal: date | None = None,
) -> Sesudah:
    """Finish a step: its papers are there, its own work is complete, its output is recorded, and it is its turn.

    Args:
        hasil: the output in words; what the program can count it writes by itself.
        keputusan: `ya` or `tidak` at a decision; where a fact answers, it may be left out.
        tanggal: the day on paper, if it was not today.

    Raises:
        KnownError: `bukan_pelaksana`, `langkah_belum_lengkap` (with every reason), `keputusan_belum_dipilih`,
            `keputusan_tidak_sesuai`, `tanggal_di_depan`, `tanggal_mendahului`, and those of `mesin.selesaikan`.
    """
    k, keadaan = _siap(kerja, pelaksanaan_id)
    peran.wajib_kerja(kerja, k.akun, k.sebutan)
    if tanggal:
        bukan_besok(kerja, tanggal, "tanggal_selesai")
        wajib_urut(kerja, k.kegiatan, tanggal, "tanggal_selesai", *_langkah_sebelum(kerja, k))
    keputusan = _keputusan(kerja, k, keputusan)
    if k.baris.status == StatusLangkah.BERJALAN:
        _lengkap(kerja, k, keadaan, hasil)
    baru = mesin.selesaikan(keadaan, k.baris.langkah, keputusan)
    k.baris.hasil = hasil.strip() or halangan.keluaran(kerja, k)
    k.baris.tanggal_selesai = tanggal or kerja.hari_ini()
    catatan_langkah.tulis(kerja, k.baris, JenisTindakan.SELESAI, tanggal=tanggal, hasil=k.baris.hasil)
    _catat_putusan(kerja, k, keputusan)
    terapkan(kerja, k.kegiatan, keadaan, baru, k.baris.usulan_id)
    _jejak(kerja, "selesaikan_langkah", k, keputusan=keputusan)
    return sesudah(kerja, k.kegiatan, k.baris.usulan_id)


def lewati(kerja: Kerja, pelaksanaan_id: UUID, *, alasan: str, keputusan: str | None = None) -> Sesudah:
    """Close a step although its work is not done, by a superior's word. The reason stays visible for ever.

    Raises:
        KnownError: `tidak_berwenang`, `bukan_atasan`, `alasan_kosong`, and those of `mesin.lewati`.
    """
    k, keadaan = _siap(kerja, pelaksanaan_id)
    peran.wajib_atasan(kerja, k.akun, k.sebutan)
    alasan = _alasan(alasan)
    keputusan = _keputusan(kerja, k, keputusan)
    terlewat = halangan.semua(kerja, k, keadaan)
    baru = mesin.lewati(keadaan, k.baris.langkah, keputusan)
    k.baris.alasan, k.baris.tanggal_selesai = alasan, kerja.hari_ini()
    kurang = [h.kalimat for h in terlewat if h.menahan]
    catatan_langkah.tulis(kerja, k.baris, JenisTindakan.LEWATI, alasan=alasan, kurang=kurang)
    _catat_putusan(kerja, k, keputusan)
    terapkan(kerja, k.kegiatan, keadaan, baru, k.baris.usulan_id)
    _jejak(kerja, "lewati_langkah", k, alasan=alasan)
    return sesudah(kerja, k.kegiatan, k.baris.usulan_id)


def tidak_berlaku(kerja: Kerja, pelaksanaan_id: UUID, *, alasan: str) -> Sesudah:
    """Say that a step does not fit this kegiatan. While it runs only a superior may; at its start its maker may.

    Raises:
        KnownError: `tidak_berwenang`, `bukan_atasan`, `alasan_kosong`, `keputusan_wajib_dijawab`,
            `langkah_sudah_ditutup`.
    """
    k, keadaan = _siap(kerja, pelaksanaan_id)
    peran.wajib_atasan(kerja, k.akun, k.sebutan)
    alasan = _alasan(alasan)
    baru = mesin.nyatakan_tidak_berlaku(keadaan, k.baris.langkah)
    k.baris.alasan = alasan
    terapkan(kerja, k.kegiatan, keadaan, baru, k.baris.usulan_id, alasan=alasan)
    _jejak(kerja, "langkah_tidak_berlaku", k, alasan=alasan)
    return sesudah(kerja, k.kegiatan, k.baris.usulan_id)


def kembalikan(kerja: Kerja, pelaksanaan_id: UUID, *, ke: int, alasan: str) -> Sesudah:
    """Send the work back to an earlier step: a new putaran there and after it; what was done stays as history.

    Raises:
        KnownError: `bukan_pelaksana`, `alasan_kosong`, `tidak_dapat_dikembalikan`, `pengumpulan_ditutup` for an
            applicant of a triwulan that was gathered; `pengumpulan_sudah_sk` when the return would open the gathering
            of a triwulan whose decree is in force.
    """
    k, keadaan = _siap(kerja, pelaksanaan_id)
    if not peran.boleh_lewati(kerja.pelaku, k.akun):
        peran.wajib_kerja(kerja, k.akun, k.sebutan)
    alasan = _alasan(alasan)
    if k.baris.usulan_id is not None and k.kegiatan.ditutup_pengumpulan:
        raise KnownError("pengumpulan_ditutup", nama=k.kegiatan.nama)
    if k.baris.usulan_id is None and _membuka_pengumpulan(k, ke) and (sk := penetapan_sah(kerja, k.kegiatan.id)):
        raise KnownError("pengumpulan_sudah_sk", nama=k.kegiatan.nama, nomor=sk.nomor)
    baru = mesin.kembalikan(keadaan, k.baris.langkah, ke)
    catatan_langkah.tulis(kerja, k.baris, JenisTindakan.KEMBALIKAN, ke_langkah=ke, alasan=alasan)
    if k.baris.status == StatusLangkah.BERJALAN:
        k.baris.alasan = alasan
    terapkan(kerja, k.kegiatan, keadaan, baru, k.baris.usulan_id)
    if k.baris.usulan_id is None:
        _buka_pengumpulan(k, ke)
    _jejak(kerja, "kembalikan_langkah", k, ke=ke, alasan=alasan)
    return sesudah(kerja, k.kegiatan, k.baris.usulan_id)


def catat_sebelum(kerja: Kerja, pelaksanaan_id: UUID, *, tanggal: date, hasil: str = "") -> None:
    """Give a step that was finished on paper before Salur its date and output.

    Raises:
        KnownError: `tidak_berwenang`, `langkah_sudah_ditutup` when the step ran in Salur, `tanggal_di_depan`.
    """
    wajib(kerja, Hak.KEGIATAN)
    k = konteks.konteks(kerja, pelaksanaan_id)
    konteks.pastikan_tidak_batal(k.kegiatan)
    if k.baris.status != StatusLangkah.SEBELUM_APLIKASI:
        raise KnownError("langkah_sudah_ditutup", langkah=k.sebutan)
    wajib_urut(kerja, k.kegiatan, tanggal, "tanggal_selesai", *_langkah_sebelum(kerja, k))
    k.baris.tanggal_selesai, k.baris.hasil = tanggal, hasil.strip() or k.baris.hasil
    catatan_langkah.tulis(kerja, k.baris, JenisTindakan.SEBELUM_APLIKASI, tanggal=tanggal, hasil=k.baris.hasil)
    _jejak(kerja, "catat_sebelum", k, tanggal=tanggal)


# --- checks -----------------------------------------------------------------------------------------------------------


def _siap(kerja: Kerja, pelaksanaan_id: UUID, *, menutup: bool = True) -> tuple[Konteks, Keadaan]:
    """Return a putaran that is the newest of its step, and the state of its lane.

    Args:
        menutup: the act closes or returns a step, which for a whole kegiatan nobody may who sees only a part of it.
    """
    wajib(kerja, Hak.LANGKAH)
    k = konteks.konteks(kerja, pelaksanaan_id)
    if menutup and k.baris.usulan_id is None:
        wajib_seluruh(kerja)
    konteks.pastikan_tidak_batal(k.kegiatan)
    keadaan = konteks.keadaan(kerja, k.kegiatan, k.baris.usulan_id)
    if keadaan.kini(k.baris.langkah).putaran != k.baris.putaran:
        raise KnownError("langkah_putaran_lama", langkah=k.sebutan)
    return k, keadaan


def _langkah_sebelum(kerja: Kerja, k: Konteks) -> Iterator[Batas]:
    """Give the days on which the earlier steps of the lane were finished."""
    for baris in konteks.baris_jalur(kerja, k.kegiatan.id, k.baris.usulan_id):
        if baris.langkah < k.baris.langkah and baris.tanggal_selesai is not None:
            yield f"langkah {k.definisi.langkah_ke(baris.langkah).label}", baris.tanggal_selesai


def _lengkap(kerja: Kerja, k: Konteks, keadaan: Keadaan, hasil: str) -> None:
    menahan = [h for h in halangan.semua(kerja, k, keadaan, tertulis=hasil) if h.menahan]
    if menahan:
        kurang = " ".join(h.kalimat for h in menahan)
        raise KnownError("langkah_belum_lengkap", langkah=k.sebutan, kurang=kurang)


def _keputusan(kerja: Kerja, k: Konteks, keputusan: str | None) -> str | None:
    """Let the fact answer where the SOP names one; a different answer by hand is refused."""
    cabang = k.langkah.cabang
    if cabang is None:
        return None
    if cabang.penentu is None:
        return keputusan
    menurut = mesin.YA if fakta.ada(kerja, k.kegiatan.id, cabang.penentu) else mesin.TIDAK
    if keputusan not in (None, menurut):
        raise KnownError("keputusan_tidak_sesuai", langkah=k.sebutan, seharusnya=menurut)
    return menurut


def _alasan(alasan: str) -> str:
    if not alasan.strip():
        raise KnownError("alasan_kosong")
    return alasan.strip()


def _catat_putusan(kerja: Kerja, k: Konteks, keputusan: str | None) -> None:
    if k.langkah.cabang and keputusan:
        ke = k.langkah.cabang.ya if keputusan == mesin.YA else k.langkah.cabang.tidak
        catatan_langkah.tulis(kerja, k.baris, JenisTindakan.PUTUSKAN, ke_langkah=ke, keputusan=keputusan)


def _membuka_pengumpulan(k: Konteks, ke: int) -> bool:
    """Tell whether a return to a step leads back to the gathering of applicants or before it."""
    return any(lk.aksi is Aksi.GABUNG_TRIWULAN and lk.urutan >= ke for lk in k.definisi.langkah)


def _buka_pengumpulan(k: Konteks, ke: int) -> None:
    """A triwulan that is sent back behind its gathering takes applicants again."""
    if _membuka_pengumpulan(k, ke):
        k.kegiatan.ditutup_pengumpulan = False


def _jejak(kerja: Kerja, aksi: str, k: Konteks, **rincian: object) -> None:
    jejak.catat(
        kerja,
        aksi,
        objek="pelaksanaan_langkah",
        objek_id=k.baris.id,
        kegiatan_id=k.kegiatan.id,
        langkah=k.baris.langkah,
        putaran=k.baris.putaran,
        **rincian,
    )


# --- from states to rows ----------------------------------------------------------------------------------------------


def terapkan(
    kerja: Kerja,
    kegiatan: Kegiatan,
    lama: Keadaan,
    baru: Keadaan,
    usulan_id: UUID | None = None,
    *,
    alasan: str | Mapping[int, str] = "",
) -> None:
    """Write the difference between two states of a lane into its rows, with times and history.

    Args:
        alasan: why steps are not applicable, for all or by step.
    """
    ada = {(b.langkah, b.putaran): b for b in konteks.baris_jalur(kerja, kegiatan.id, usulan_id)}
    for p in mesin.beda(lama, baru):
        baris = ada.get((p.langkah, p.putaran)) or _baris_baru(kerja, kegiatan.id, p, usulan_id)
        _isi(kerja, baris, p, alasan if isinstance(alasan, str) else alasan.get(p.langkah, ""))
    kerja.sesi.flush()
    if usulan_id is None:
        _status_kegiatan(kerja, kegiatan, baru)
    batas.perbarui(kerja, kegiatan, usulan_id)


def buat_jalur(
    kerja: Kerja,
    kegiatan: Kegiatan,
    awal: Keadaan,
    usulan_id: UUID | None = None,
    *,
    alasan: str | Mapping[int, str] = "",
) -> None:
    """Write the first rows of a lane; `alasan` as for `terapkan`."""
    terapkan(kerja, kegiatan, Keadaan(awal.peta, ()), awal, usulan_id, alasan=alasan)


def _baris_baru(kerja: Kerja, kegiatan_id: UUID, p: Putaran, usulan_id: UUID | None) -> PelaksanaanLangkah:
    baris = PelaksanaanLangkah(
        kegiatan_id=kegiatan_id, langkah=p.langkah, putaran=p.putaran, usulan_id=usulan_id, status="menunggu"
    )
    kerja.sesi.add(baris)
    kerja.sesi.flush()
    return baris


def _isi(kerja: Kerja, baris: PelaksanaanLangkah, p: Putaran, alasan: str) -> None:
    """Bring a row to its new state; what follows by itself (next step runs, step passed by) gets its own line."""
    baris.status, baris.keputusan = p.status.value, p.keputusan
    if p.status is StatusLangkah.BERJALAN:
        baris.mulai_pada = kerja.sekarang()
        catatan_langkah.tulis(kerja, baris, JenisTindakan.MULAI)
    elif p.tertutup:
        baris.selesai_pada, baris.oleh_akun_id = kerja.sekarang(), kerja.akun_id
        baris.alasan = baris.alasan or alasan
        if tindakan := _TUTUP.get(p.status):
            catatan_langkah.tulis(kerja, baris, tindakan, alasan=baris.alasan, keputusan=p.keputusan or "")


def _status_kegiatan(kerja: Kerja, kegiatan: Kegiatan, keadaan: Keadaan) -> None:
    """A kegiatan ends with its last step, and runs again when it is returned."""
    if keadaan.selesai:
        kegiatan.status, kegiatan.selesai_pada = StatusKegiatan.SELESAI.value, kerja.hari_ini()
    elif kegiatan.status == StatusKegiatan.SELESAI:
        kegiatan.status, kegiatan.selesai_pada = StatusKegiatan.BERJALAN.value, None


def sesudah(kerja: Kerja, kegiatan: Kegiatan, usulan_id: UUID | None = None) -> Sesudah:
    """Return where a lane stands after an act."""
    keadaan = konteks.keadaan(kerja, kegiatan, usulan_id)
    giliran = keadaan.giliran
    berikut = konteks.baris_kini(kerja, kegiatan.id, giliran, usulan_id).id if giliran else None
    return Sesudah(berikut, giliran, kegiatan.status == StatusKegiatan.SELESAI)


def urutan_jalur(kerja: Kerja, kegiatan_id: UUID) -> Sequence[PelaksanaanLangkah]:
    """Return the newest putaran of every step of a kegiatan, in order; rows stay inside `app`."""
    kini = {b.langkah: b for b in konteks.baris_jalur(kerja, kegiatan_id)}
    return [kini[n] for n in sorted(kini)]
