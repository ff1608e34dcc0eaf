"""Taking over SIKS-NG's answer (dtks step 4): each usulan of the triwulan becomes accepted or refused, with its reason.

The refused never hold the triwulan: they go back to the desa (`app.siks.kembali`) and may come again in the next one.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from sqlmodel import select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from app.pijakan import isi_wajib, kegiatan_berjalan, penetapan_sah
from app.siks.jawaban import BarisJawaban, BerkasJawaban
from app.siks.simpan import Nasib, Pencocok, orang_usulan, simpan_impor
from app.usulan.buku import tandai_batal
from app.wilayah_akun import wajib_seluruh
from db.galat import KnownError
from db.istilah import StatusImpor, StatusUsulan, TujuanImpor
from db.model import Impor, Kegiatan, Usulan

TANPA_ALASAN = "SIKS-NG tidak menyebut alasan"
_DINILAI = (StatusUsulan.DIUSULKAN.value, StatusUsulan.LAYAK.value, StatusUsulan.DITOLAK_SISTEM.value)


@dataclass(frozen=True, slots=True)
class BarisLuar:
    """A row that could not be used: who stands there, and where."""

    baris: int
    nama: str
    nik: str


@dataclass(frozen=True, slots=True)
class HasilSiks:
    """What an answer says about the triwulan.

    Attributes:
        impor_id: None for a look ahead that stored nothing.
        tak_dikenal: people of the file who are not in this triwulan.
        tak_jelas: people whose answer says neither yes nor no; their usulan stays open.
        belum_dijawab: usulan of the triwulan that the file does not mention.
    """

    impor_id: UUID | None
    diterima: int
    ditolak: int
    tak_dikenal: tuple[BarisLuar, ...]
    tak_jelas: tuple[BarisLuar, ...]
    belum_dijawab: int


@dataclass(frozen=True, slots=True)
class _Rencana:
    """Answers by usulan, the fate of every row, and the summary."""

    jawab: dict[UUID, tuple[bool, str]]
    nasib: list[Nasib]
    hasil: HasilSiks


def periksa_hasil(
    kerja: Kerja, kegiatan_id: UUID, berkas: BerkasJawaban, *, sisanya_diterima: bool = False
) -> HasilSiks:
    """Say what an answer would change, storing nothing; see `terapkan_hasil`."""
    return _rencanakan(kerja, _triwulan(kerja, kegiatan_id), berkas, sisanya_diterima).hasil


def terapkan_hasil(
    kerja: Kerja, kegiatan_id: UUID, berkas: BerkasJawaban, *, sisanya_diterima: bool = False
) -> HasilSiks:
    """Take an answer over: accepted usulan become layak, refused ones DITOLAK_SISTEM with the reason.

    Whoever the office itself found tidak layak stays so.

    Args:
        sisanya_diterima: the file lists refusals only; whoever is not in it was accepted.

    Raises:
        KnownError: `tidak_berwenang`, `triwulan_belum_ditutup`, `hasil_siks_terkunci` once the decree is in force,
            `jawaban_sudah_pernah`, `jawaban_tanpa_kecocokan` when nobody in the file is in the triwulan.
    """
    wajib(kerja, Hak.IMPOR)
    wajib_seluruh(kerja)
    kegiatan = _triwulan(kerja, kegiatan_id)
    rencana = _rencanakan(kerja, kegiatan, berkas, sisanya_diterima)
    if not any(n.usulan_id for n in rencana.nasib):
        raise KnownError("jawaban_tanpa_kecocokan", berkas=berkas.buku.nama, nama=kegiatan.nama)
    h = rencana.hasil
    hitung = {"baris": len(berkas.baris), "diterima": h.diterima, "ditolak": h.ditolak}
    ubahan = _ubah(kerja, kegiatan_id, rencana.jawab)
    impor_id = simpan_impor(
        kerja, kegiatan_id, TujuanImpor.HASIL_SIKS, berkas, rencana.nasib, {**hitung, "ubahan": ubahan}
    )
    jejak.catat(
        kerja, "terapkan_hasil_siks", objek="impor", objek_id=impor_id, kegiatan_id=kegiatan_id,
        berkas=berkas.buku.nama, **hitung,
    )  # fmt: skip
    return replace(h, impor_id=impor_id)


def batalkan_hasil(kerja: Kerja, impor_id: UUID, *, alasan: str) -> int:
    """Take an answer back: every usulan that still stands as it left it is as before. Returns how many.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `impor_tidak_ada`, `hasil_siks_terkunci`,
            `impor_sudah_dibatalkan`.
    """
    wajib(kerja, Hak.IMPOR)
    wajib_seluruh(kerja)
    isi_wajib({"alasan": alasan})
    impor = kerja.sesi.get(Impor, impor_id)
    if impor is None or impor.kegiatan_id is None or impor.tujuan != TujuanImpor.HASIL_SIKS:
        raise KnownError("impor_tidak_ada")
    if impor.status == StatusImpor.DIBATALKAN:
        raise KnownError("impor_sudah_dibatalkan")
    _triwulan(kerja, impor.kegiatan_id)
    pulih = _pulihkan(kerja, impor.kegiatan_id, impor.ringkasan.get("ubahan", {}))
    tandai_batal(kerja, impor, alasan)
    jejak.catat(
        kerja, "batalkan_hasil_siks", objek="impor", objek_id=impor_id, kegiatan_id=impor.kegiatan_id, alasan=alasan,
        pulih=pulih,
    )  # fmt: skip
    return pulih


def jawab_sendiri(
    kerja: Kerja, kegiatan_id: UUID, usulan_ids: Collection[UUID], *, diterima: bool, alasan: str = ""
) -> int:
    """Record by hand what SIKS-NG shows for usulan that no file answered, or answered wrongly; returns how many.

    Args:
        alasan: why SIKS-NG refused; needed for a refusal.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `triwulan_belum_ditutup`, `hasil_siks_terkunci`.
    """
    wajib(kerja, Hak.IMPOR)
    wajib_seluruh(kerja)
    _triwulan(kerja, kegiatan_id)
    if not diterima:
        isi_wajib({"alasan penolakan": alasan})
    boleh = {o[0] for o in orang_usulan(kerja, kegiatan_id, _DINILAI)} & set(usulan_ids)
    ubahan = _ubah(kerja, kegiatan_id, {u: (diterima, alasan.strip()) for u in boleh})
    jejak.catat(
        kerja, "jawab_siks_sendiri", objek="kegiatan", objek_id=kegiatan_id, kegiatan_id=kegiatan_id, diterima=diterima,
        usulan=list(ubahan), alasan=alasan,
    )  # fmt: skip
    return len(ubahan)


def _triwulan(kerja: Kerja, kegiatan_id: UUID) -> Kegiatan:
    """Give the triwulan once it is gathered and while its decree is open."""
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    if not kegiatan.ditutup_pengumpulan:
        raise KnownError("triwulan_belum_ditutup", nama=kegiatan.nama)
    if penetapan_sah(kerja, kegiatan_id) is not None:
        raise KnownError("hasil_siks_terkunci", nama=kegiatan.nama)
    return kegiatan


def _rencanakan(kerja: Kerja, kegiatan: Kegiatan, berkas: BerkasJawaban, sisanya_diterima: bool) -> _Rencana:
    pencocok = Pencocok(orang_usulan(kerja, kegiatan.id, [*_DINILAI, StatusUsulan.TIDAK_LAYAK.value]))
    pasangan = [(b, pencocok.cari(b)) for b in berkas.baris]
    dinilai = {o[0]: None for o in orang_usulan(kerja, kegiatan.id, _DINILAI)}
    jawab = {uid: (b.diterima, b.alasan) for b, uid in pasangan if uid in dinilai and uid and b.diterima is not None}
    sebut = {uid for _, uid in pasangan if uid}
    sisa = [uid for uid in dinilai if uid not in sebut]
    if sisanya_diterima:
        jawab |= dict.fromkeys(sisa, (True, ""))
    diterima = sum(terima for terima, _ in jawab.values())
    hasil = HasilSiks(
        impor_id=None,
        diterima=diterima,
        ditolak=len(jawab) - diterima,
        tak_dikenal=_luar(b for b, uid in pasangan if uid is None),
        tak_jelas=_luar(b for b, uid in pasangan if uid and b.diterima is None),
        belum_dijawab=0 if sisanya_diterima else len(sisa),
    )
    return _Rencana(jawab, [Nasib(b, uid, {"diterima": b.diterima}) for b, uid in pasangan], hasil)


def _luar(baris: Iterable[BarisJawaban]) -> tuple[BarisLuar, ...]:
    return tuple(BarisLuar(b.baris, b.nama, b.nik) for b in baris)


def _ubah(kerja: Kerja, kegiatan_id: UUID, jawab: Mapping[UUID, tuple[bool, str]]) -> dict[str, list[str]]:
    """Set states; gives what each usulan was and became: `{id: [state, reason, new state, new reason]}`."""
    ubahan = {}
    for usulan in kerja.sesi.exec(select(Usulan).where(Usulan.kegiatan_id == kegiatan_id)):
        if usulan.id not in jawab:
            continue
        terima, alasan = jawab[usulan.id]
        status = (StatusUsulan.LAYAK if terima else StatusUsulan.DITOLAK_SISTEM).value
        baru = "" if terima else alasan or TANPA_ALASAN
        ubahan[str(usulan.id)] = [usulan.status, usulan.alasan, status, baru]
        usulan.status, usulan.alasan = status, baru
    return ubahan


def _pulihkan(kerja: Kerja, kegiatan_id: UUID, ubahan: Mapping[str, list[str]]) -> int:
    pulih = 0
    for usulan in kerja.sesi.exec(select(Usulan).where(Usulan.kegiatan_id == kegiatan_id)):
        lama = ubahan.get(str(usulan.id))
        if lama and [usulan.status, usulan.alasan] == lama[2:]:
            usulan.status, usulan.alasan = lama[:2]
            pulih += 1
    return pulih
