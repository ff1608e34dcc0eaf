"""Taking a part out onto a file, working on it elsewhere, and bringing what was recorded there back.

These run on the whole store, so they take the open room (or a folder) beside the transaction.
"""

import json
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app import jejak
from app.akses import PENYIAPAN, Hak, wajib
from app.bahasa.waktu import saat_ringkas
from app.jobs import JobContext, tanpa_lapor
from app.kerja import Kerja, Pelaku, RuangKerja
from app.penyaluran.bagian import Bagian, StatusBagian, cari_bagian, catat_bagian, lepas_bagian, ubah_bagian
from app.penyaluran.keadaan import CatatanSalur, hitung, jumlah_diserahkan, komponen_alokasi, masih_berlaku
from app.penyaluran.muat import BarisSerah, pilih_serah, susun_serah
from app.pijakan import lihat_kegiatan, potong
from app.salinan import bagian_di_salinan, jadikan_salinan
from app.wilayah_akun import wajib_seluruh
from db import bungkus, cadangan, kunci, toko
from db.dasar import id_baru
from db.galat import KnownError
from db.istilah import HasilSalur, Zona
from db.model import Akun, Alokasi, Lampiran, Penyaluran

DUA_KALI = "Dilayani dua kali: "
"""How the reason begins of a line that takes back an act because the person was served on the other laptop too."""
FORMAT = 1
_WAKTU, _HARI = "pada", "tanggal"
_ID = ("id", "alokasi_id", "barang_id", "koreksi_dari", "lampiran_id", "akun_id", "kegiatan_id")
_KOLOM = (
    *_ID, "hasil", "nominal", "jumlah", _HARI, _WAKTU, "tempat", "wakil_nama", "wakil_nik", "wakil_hubungan",
    "surat_kuasa", "cap_jempol", "saksi", "alasan",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DuaKali:
    """Somebody who was served on both laptops; the act of the other laptop was taken back and stays to be seen.

    Attributes:
        di_sini, di_sana: who handed over, where and when, for people.
    """

    nama: str
    nomor: int
    kode_desa: str
    di_sini: str
    di_sana: str


@dataclass(frozen=True, slots=True)
class HasilGabung:
    """What came back with a part: `baru` outcomes taken over, `sudah_ada` known from an earlier file."""

    bagian: Bagian
    baru: int
    sudah_ada: int
    dua_kali: tuple[DuaKali, ...]


def bawa_bagian(
    ruang: RuangKerja,
    pelaku: Pelaku,
    kegiatan_id: UUID,
    tahap_id: UUID,
    *,
    nama: str,
    ke: Path,
    desa: Collection[str] = (),
    nomor: tuple[int, int] | None = None,
    job: JobContext | None = None,
) -> Bagian:
    """Write the file that another laptop works on, and keep its people from being served here meanwhile.

    Raises:
        KnownError: those of `bagian.catat_bagian`; `disk_penuh`, `tidak_bisa_menulis`: nothing was given away then.
    """
    with ruang.menulis(pelaku) as kerja:
        bagian = catat_bagian(kerja, kegiatan_id, tahap_id, nama=nama, desa=desa, nomor=nomor)
    try:
        cadangan.cadangkan(ruang.toko, ke, bagian=str(bagian.id), lapor=(job or tanpa_lapor()).lapor)
    except BaseException:
        with ruang.menulis(pelaku) as kerja:
            lepas_bagian(kerja, bagian.id, alasan="Berkasnya tidak jadi ditulis")
        raise
    return bagian


def adalah_bagian(berkas: Path) -> bool:
    """Tell whether a file is a part for another laptop; False for a backup and for anything else."""
    return cadangan.bagian_arsip(berkas) != ""


def buka_bagian(
    berkas: Path,
    folder: Path,
    masuk: tuple[str, str],
    *,
    jam: Callable[[], datetime] = toko.jam_dinding,
    job: JobContext | None = None,
) -> UUID:
    """Put a part on this laptop, into a data folder that holds no store but an earlier part; return its id.

    Args:
        masuk: account and password of the office's own store.

    Raises:
        KnownError: `toko_sudah_ada` (an office's own data lie there), `bukan_bagian`, and those of `cadangan.pulihkan`.
    """
    if toko.ada(folder) and not toko.salinan(folder):
        raise KnownError("toko_sudah_ada", folder=str(folder))
    hasil = cadangan.pulihkan(
        berkas, folder, jam=jam, bagian=True, kunci_data=lambda g: kunci.dek_dari_sandi(g, *masuk)[0],
        lapor=(job or tanpa_lapor()).lapor,
    )  # fmt: skip
    toko.tandai_salinan(folder)
    terbuka, _ = toko.buka(folder, *masuk)
    ruang = RuangKerja(terbuka, jam)
    try:
        with ruang.menulis(PENYIAPAN) as kerja:
            jadikan_salinan(kerja.sesi, UUID(hasil.bagian))
    finally:
        ruang.tutup()
    return UUID(hasil.bagian)


def tulis_hasil(ruang: RuangKerja, pelaku: Pelaku, ke: Path) -> int:
    """Write what was recorded on this copy to a file for the office's own store; return how many lines.

    May be done again at any time: what came back once is not taken twice.

    Raises:
        KnownError: `tidak_berwenang`, `bukan_salinan`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    with ruang.membaca(pelaku) as kerja:
        wajib(kerja, Hak.PENYALURAN)
        bagian_id = bagian_di_salinan(kerja.sesi)
        if bagian_id is None:
            raise KnownError("bukan_salinan")
        bagian = cari_bagian(kerja, bagian_id)
        kueri = select(Penyaluran).where(
            Penyaluran.kegiatan_id == bagian.kegiatan_id, col(Penyaluran.urut) > bagian.batas_urut
        )
        catatan = [_ke_json(p) for p in kerja.sesi.exec(kueri.order_by(col(Penyaluran.urut)))]
        lampiran = _lampiran(kerja, {c["lampiran_id"] for c in catatan if c["lampiran_id"]})
    isi = {"format": FORMAT, "bagian": str(bagian_id), "catatan": catatan, "lampiran": lampiran}
    bungkus.tutup(ruang.toko, ke, json.dumps(isi, ensure_ascii=False).encode())
    return len(catatan)


def _ke_json(p: Penyaluran) -> dict[str, Any]:
    isi = {nama: getattr(p, nama) for nama in _KOLOM}
    for nama in _ID:
        isi[nama] = str(isi[nama]) if isi[nama] else None
    return isi | {_WAKTU: p.pada.isoformat(), _HARI: p.tanggal.isoformat()}


def _lampiran(kerja: Kerja, ids: Collection[str]) -> dict[str, dict[str, str]]:
    hasil = {}
    for teks in sorted(ids):
        baris = kerja.sesi.get_one(Lampiran, UUID(teks))
        isi = b64encode(kerja.baca_lampiran(baris.id)).decode()
        hasil[teks] = {"nama": baris.nama, "jenis": baris.jenis, "isi": isi}
    return hasil


def gabungkan(kerja: Kerja, toko_terbuka: toko.Toko, berkas: Path) -> HasilGabung:
    """Take over what another laptop recorded; whoever was served on both sides is found and named.

    Raises:
        KnownError: `tidak_berwenang`, `berkas_tidak_ada`, `bukan_hasil_bagian`, `hasil_bagian_toko_lain`,
            `hasil_bagian_rusak`, `hasil_bagian_lebih_baru`, `bagian_tidak_ada`.
    """
    wajib(kerja, Hak.PENYALURAN)
    wajib_seluruh(kerja)
    isi = json.loads(bungkus.buka(toko_terbuka, berkas))
    if isi["format"] > FORMAT:
        raise KnownError("hasil_bagian_lebih_baru", berkas=berkas.name)
    bagian = cari_bagian(kerja, UUID(isi["bagian"]))
    semua = [_dari_json(c) for c in isi["catatan"]]
    ada = _sudah_ada(kerja, [c["id"] for c in semua])
    baru = [c for c in semua if c["id"] not in ada]
    _pindah_lampiran(kerja, baru, isi["lampiran"])
    cabut, dua_kali = _bentrok(kerja, baru)
    kerja.sisip_banyak(Penyaluran, [*baru, *cabut])
    bagian = replace(bagian, status=StatusBagian.KEMBALI)
    ubah_bagian(kerja, bagian)
    jejak.catat(
        kerja, "gabungkan_bagian", objek="bagian", objek_id=bagian.id, kegiatan_id=bagian.kegiatan_id,
        nama=bagian.nama, berkas=berkas.name, baru=len(baru), sudah_ada=len(ada), dua_kali=len(dua_kali),
    )  # fmt: skip
    return HasilGabung(bagian, len(baru), len(ada), dua_kali)


def _dari_json(c: Mapping[str, Any]) -> dict[str, Any]:
    isi = {nama: c[nama] for nama in _KOLOM}
    for nama in _ID:
        isi[nama] = UUID(isi[nama]) if isi[nama] else None
    return isi | {_WAKTU: datetime.fromisoformat(c[_WAKTU]), _HARI: date.fromisoformat(c[_HARI])}


def _sudah_ada(kerja: Kerja, ids: Sequence[UUID]) -> set[UUID]:
    kerja.sesi.flush()
    return {
        satu
        for bagian in potong(ids)
        for satu in kerja.sesi.exec(select(Penyaluran.id).where(col(Penyaluran.id).in_(bagian)))
    }


def _pindah_lampiran(kerja: Kerja, baru: Sequence[dict[str, Any]], lampiran: Mapping[str, Mapping[str, str]]) -> None:
    pindah: dict[UUID, UUID] = {}
    for c in baru:
        if (lama := c["lampiran_id"]) is not None:
            satu = lampiran[str(lama)]
            if lama not in pindah:
                pindah[lama] = kerja.simpan_lampiran(b64decode(satu["isi"]), satu["nama"], satu["jenis"])
            c["lampiran_id"] = pindah[lama]


def _bentrok(kerja: Kerja, baru: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], tuple[DuaKali, ...]]:
    """Return the lines that take back acts for people served here too, and these people."""
    per_alokasi: dict[UUID, list[CatatanSalur]] = defaultdict(list)
    for ke, c in enumerate(baru):
        per_alokasi[c["alokasi_id"]].append(_catatan(c, ke))
    cabut: list[dict[str, Any]] = []
    dua_kali: list[DuaKali] = []
    for baris in _serah(kerja, per_alokasi):
        for lewat, di_sini in _kelebihan(baris, per_alokasi[baris.alokasi_id]):
            satu = DuaKali(baris.nama, baris.nomor, baris.kode_desa, _sebut(kerja, di_sini), _sebut(kerja, lewat))
            dua_kali.append(satu)
            cabut.append(_cabut(kerja, baris, lewat, satu.di_sini))
    return cabut, tuple(dua_kali)


def _serah(kerja: Kerja, ids: Collection[UUID]) -> list[BarisSerah]:
    pilih = pilih_serah(termasuk_batal=True)
    return [b for bagian in potong(ids) for b in susun_serah(kerja, pilih.where(col(Alokasi.id).in_(bagian)))]


def _kelebihan(baris: BarisSerah, baru: Sequence[CatatanSalur]) -> list[tuple[CatatanSalur, CatatanSalur]]:
    """Return acts of the other laptop that hand over more than is owed, each with what was handed over here."""
    komponen = {k.barang_id: k for k in komponen_alokasi(baris.nominal, baris.barang)}
    diterima, hasil = list(baris.catatan), []
    akhir = max((c.urut for c in diterima), default=0)
    for ke, c in enumerate(masih_berlaku(baru), akhir + 1):
        k = komponen.get(c.barang_id)
        banyak = jumlah_diserahkan(k, c) if k else 0
        keadaan = hitung(tuple(komponen.values()), diterima).komponen
        kini = next((s for s in keadaan if s.komponen.barang_id == c.barang_id), None)
        if banyak and kini and kini.terakhir and banyak > kini.sisa:
            hasil.append((c, kini.terakhir))
        else:
            diterima.append(replace(c, urut=ke))
    return hasil


def _catatan(c: Mapping[str, Any], urut: int) -> CatatanSalur:
    return CatatanSalur(
        c["id"], c["alokasi_id"], c["barang_id"], HasilSalur(c["hasil"]), c["jumlah"], c["koreksi_dari"], urut,
        c["nominal"], c["tanggal"], c["pada"], c["tempat"], akun_id=c["akun_id"],
    )  # fmt: skip


def _sebut(kerja: Kerja, c: CatatanSalur) -> str:
    """Say who handed over, where and when."""
    petugas = c.petugas
    if not petugas and c.akun_id:
        akun = kerja.sesi.get(Akun, c.akun_id)
        petugas = akun.nama if akun else ""
    saat = saat_ringkas(c.pada, Zona(kerja.kantor.zona)) if c.pada else ""
    return ", ".join(filter(None, (saat, c.tempat, petugas)))


def _cabut(kerja: Kerja, baris: BarisSerah, c: CatatanSalur, di_sini: str) -> dict[str, Any]:
    kosong = dict.fromkeys(_KOLOM)
    return kosong | {
        "id": id_baru(), "kegiatan_id": baris.kegiatan_id, "alokasi_id": baris.alokasi_id, "barang_id": c.barang_id,
        "hasil": HasilSalur.BATAL_CATAT.value, "tanggal": kerja.hari_ini(), "pada": kerja.sekarang(),
        "alasan": f"{DUA_KALI}sudah diserahkan {di_sini}", "koreksi_dari": c.id, "akun_id": kerja.akun_id,
        "tempat": "", "wakil_nama": "", "wakil_hubungan": "", "surat_kuasa": "", "cap_jempol": False, "saksi": [],
    }  # fmt: skip


def daftar_dua_kali(kerja: Kerja, kegiatan_id: UUID) -> list[DuaKali]:
    """Return the people of a kegiatan who were served on two laptops, in the order in which it was found.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    lihat_kegiatan(kerja, kegiatan_id)
    kueri = select(Penyaluran).where(
        Penyaluran.kegiatan_id == kegiatan_id,
        Penyaluran.hasil == HasilSalur.BATAL_CATAT.value,
        col(Penyaluran.alasan).startswith(DUA_KALI),
    )
    hasil = []
    for p in kerja.sesi.exec(kueri.order_by(col(Penyaluran.urut))):
        (baris,) = _serah(kerja, [p.alokasi_id])
        di_sana = next(c for c in baris.catatan if c.id == p.koreksi_dari)
        di_sini = p.alasan.removeprefix(f"{DUA_KALI}sudah diserahkan ")
        hasil.append(DuaKali(baris.nama, baris.nomor, baris.kode_desa, di_sini, _sebut(kerja, di_sana)))
    return hasil
