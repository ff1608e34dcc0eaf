"""What one entry at the hand-over table must hold, and the rows that it becomes. No database."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.bahasa.waktu import saat_ringkas
from app.identitas import baca_nik
from app.penyaluran.keadaan import KeadaanKomponen, StatusSalur
from app.penyaluran.muat import BarisSerah
from db.dasar import id_baru
from db.galat import BugError, KnownError
from db.istilah import DISERAHKAN, TERSALUR, HasilSalur, Zona

_DI_MEJA = DISERAHKAN | {HasilSalur.SEBAGIAN, HasilSalur.TIDAK_HADIR}
"""Outcomes of somebody's coming; a death or a move concerns money that was not credited yet as well."""
SAKSI_CAP_JEMPOL = 2
"""Witnesses that a thumb-print needs."""


@dataclass(frozen=True, slots=True)
class Wakil:
    """Who took the aid for somebody else: a wali, or a representative with a surat kuasa."""

    nama: str
    hubungan: str
    nik: str | None = None
    surat_kuasa: str = ""  # of an heir: the letter that names them


@dataclass(frozen=True, slots=True)
class Entri:
    """One outcome to record.

    Attributes:
        barang_id: only this goods line or item; None: everything that is still owed.
        hanya_uang: only the money, where goods or items are owed beside it. Money that goes to an account is no
            matter of the table: there everything that is owed means book and card, and `dana_masuk` is the money.
        jumlah: pieces, of one goods line; fewer than owed leaves the rest as *belum*.
        alasan: own words; needed for `lainnya`.
    """

    alokasi_id: UUID
    hasil: HasilSalur
    barang_id: UUID | None = None
    hanya_uang: bool = False
    jumlah: int | None = None
    wakil: Wakil | None = None
    saksi: tuple[str, ...] = ()
    cap_jempol: bool = False
    alasan: str = ""
    lampiran_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Acara:
    """Where, when and by whom the acts of one call are recorded."""

    tanggal: date
    pada: datetime
    tempat: str
    akun_id: UUID
    zona: Zona
    petugas: str


def susun_baris(baris: BarisSerah, entri: Entri, acara: Acara) -> list[dict[str, Any]]:
    """Return the rows that an entry becomes, one per component it concerns.

    Raises:
        KnownError: see `app.penyaluran.catat_hasil`.
    """
    if entri.hasil is HasilSalur.BATAL_CATAT:
        raise BugError("an outcome is taken back by batalkan_hasil")
    _periksa_isian(entri)
    wakil = _wakil(baris, entri)
    return [_baris(baris, entri, acara, wakil, k) for k in _sasaran(baris, entri, acara)]


def _serah(hasil: HasilSalur) -> bool:
    return hasil in TERSALUR or hasil is HasilSalur.SEBAGIAN


def _periksa_isian(e: Entri) -> None:
    if e.hasil is HasilSalur.LAINNYA and not e.alasan.strip():
        raise KnownError("alasan_salur_kosong")
    saksi = {s.strip().lower() for s in e.saksi if s.strip()}
    if e.cap_jempol and _serah(e.hasil) and len(saksi) < SAKSI_CAP_JEMPOL:
        raise KnownError("saksi_kurang", perlu=SAKSI_CAP_JEMPOL)


def _wakil(baris: BarisSerah, e: Entri) -> Wakil | None:
    """Return who took the aid for the recipient, complete as the outcome asks."""
    w = e.wakil
    if e.hasil is HasilSalur.WALI and w is None and baris.wali_nama:
        w = Wakil(baris.wali_nama, baris.wali_hubungan, baris.wali_nik)
    isian = {"nama": w.nama, "hubungan": w.hubungan, "surat kuasa": w.surat_kuasa} if w else {}
    perlu = {
        HasilSalur.WALI: ("nama", "hubungan"), HasilSalur.DIWAKILKAN: ("nama", "hubungan", "surat kuasa"),
        HasilSalur.AHLI_WARIS: ("nama", "hubungan", "surat kuasa"),
    }  # fmt: skip
    kurang = [bidang for bidang in perlu.get(e.hasil, ()) if not isian.get(bidang, "").strip()]
    if kurang:
        raise KnownError("wakil_kurang", hasil=e.hasil, kurang=kurang)
    if not _serah(e.hasil) or w is None:
        return None
    return Wakil(w.nama.strip(), w.hubungan.strip(), _nik_wakil(w.nik), w.surat_kuasa.strip())


def _nik_wakil(tertulis: str | None) -> str | None:
    nik = baca_nik(tertulis or "")
    if {"panjang", "pangkat"} & set(nik.masalah):
        raise KnownError("nik_wakil_salah")
    return nik.isi or None


def _sasaran(baris: BarisSerah, e: Entri, acara: Acara) -> list[KeadaanKomponen]:
    """Return the components that the entry concerns: those still owed of what it names."""
    pilihan = _pilihan(baris, e)
    terutang = [k for k in pilihan if k.status is not StatusSalur.TERSALUR]
    if not terutang:
        raise _sudah_menerima(baris, pilihan, acara)
    mati = any(k.terakhir and k.terakhir.hasil is HasilSalur.MENINGGAL for k in terutang)
    if e.hasil is HasilSalur.AHLI_WARIS and not mati:
        raise KnownError("belum_tercatat_meninggal", nama=baris.nama)
    if mati and _serah(e.hasil) and e.hasil is not HasilSalur.AHLI_WARIS:
        raise KnownError("tercatat_meninggal", nama=baris.nama)
    if e.jumlah is not None or e.hasil is HasilSalur.SEBAGIAN:
        _periksa_jumlah(pilihan, e)
    return terutang


def _pilihan(baris: BarisSerah, e: Entri) -> list[KeadaanKomponen]:
    semua = list(baris.keadaan.komponen)
    if e.hasil is HasilSalur.DANA_MASUK:
        return [_rekening(baris, e)]
    if baris.keadaan.silang is not None and e.barang_id is None and e.hasil in _DI_MEJA:
        if e.hanya_uang:
            raise KnownError("dana_dicatat_sendiri", nama=baris.nama)
        return list(baris.keadaan.benda)
    if e.barang_id is not None:
        semua = [k for k in semua if k.komponen.barang_id == e.barang_id]
    elif e.hanya_uang:
        semua = [k for k in semua if k.komponen.barang_id is None]
    if not semua:
        raise KnownError("barang_tidak_ada", nama=baris.nama)
    return semua


def _rekening(baris: BarisSerah, e: Entri) -> KeadaanKomponen:
    """Return the money's component, where money can be credited at all."""
    uang = baris.keadaan.uang
    if not baris.keadaan.lewat_rekening or uang is None or e.barang_id is not None:
        raise KnownError("dana_bukan_rekening", nama=baris.nama)
    return uang


def _periksa_jumlah(pilihan: list[KeadaanKomponen], e: Entri) -> None:
    if len(pilihan) != 1 or pilihan[0].komponen.barang_id is None:
        raise KnownError("pilih_barang")
    (k,) = pilihan
    if e.jumlah is None or e.jumlah < 1 or not _serah(e.hasil):
        raise KnownError("jumlah_tidak_sah", barang=k.komponen.nama)
    if e.jumlah > k.sisa:
        raise KnownError("jumlah_melebihi_sisa", barang=k.komponen.nama, sisa=k.sisa, satuan=k.komponen.satuan)


def _sudah_menerima(baris: BarisSerah, pilihan: list[KeadaanKomponen], acara: Acara) -> KnownError:
    c = max((k.terakhir for k in pilihan if k.terakhir), key=lambda c: c.urut)
    if c.hasil is HasilSalur.DANA_MASUK:
        return KnownError("dana_sudah_masuk", nama=baris.nama, tanggal=c.tanggal, sumber=c.tempat, petugas=c.petugas)
    return KnownError(
        "sudah_menerima", nama=baris.nama, hasil=c.hasil, tanggal=c.tanggal, tempat=c.tempat or "tempat tidak dicatat",
        petugas=c.petugas, pencatatan=saat_ringkas(c.pada, acara.zona) if c.pada else "",
    )  # fmt: skip


def _baris(baris: BarisSerah, e: Entri, acara: Acara, wakil: Wakil | None, k: KeadaanKomponen) -> dict[str, Any]:
    serah, barang = _serah(e.hasil), k.komponen.barang_id is not None
    jumlah = (e.jumlah or k.sisa) if serah and barang else None
    hasil = _hasil(e.hasil, jumlah, k)
    return {
        "id": id_baru(), "kegiatan_id": baris.kegiatan_id, "alokasi_id": baris.alokasi_id,
        "barang_id": k.komponen.barang_id, "hasil": hasil.value, "nominal": k.komponen.nominal if serah else None,
        "jumlah": jumlah, "tanggal": acara.tanggal, "pada": acara.pada, "tempat": acara.tempat,
        "wakil_nama": wakil.nama if wakil else "", "wakil_nik": wakil.nik if wakil else None,
        "wakil_hubungan": wakil.hubungan if wakil else "", "surat_kuasa": wakil.surat_kuasa if wakil else "",
        "cap_jempol": e.cap_jempol and serah, "saksi": [s.strip() for s in e.saksi if s.strip()],
        "alasan": e.alasan.strip(), "koreksi_dari": None, "lampiran_id": e.lampiran_id, "akun_id": acara.akun_id,
    }  # fmt: skip


def _hasil(hasil: HasilSalur, jumlah: int | None, k: KeadaanKomponen) -> HasilSalur:
    """Name goods handed over in part *sebagian*; a part that completes them is no part."""
    if jumlah is not None and jumlah < k.sisa:
        return HasilSalur.SEBAGIAN
    return HasilSalur.SENDIRI if hasil is HasilSalur.SEBAGIAN else hasil
