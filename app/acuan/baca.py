"""Reads a reference list: the same child, guard, finder and mapping as for a desa's file; nothing is stored.

Lines are kept small, for a kabupaten's list has some hundred thousand of them, and each file's cells are let go before
the next one is read.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import col

from app.acuan.bentuk import BERDESIL, BarisTerbaca, BerkasAcuan, Dilewati, Lewat, PratinjauAcuan
from app.akses import Hak, wajib
from app.bahasa.waktu import saat_lengkap, telaah_tanggal
from app.identitas import nama_cari
from app.jobs import JobContext, tanpa_sapuan
from app.kelayakan import Aturan
from app.kerja import Kerja
from app.pijakan import bukan_besok, isi_wajib
from app.usulan.baca import Batas, BerkasDitolak, Buku, LembarMentah, Sel, baca_buku, muat
from app.usulan.bentuk import Baris
from app.usulan.folder import kumpulkan
from app.usulan.judul import judul_di
from app.usulan.pecah import temukan_semua
from app.usulan.pemetaan import muat_ingatan
from app.usulan.peta import cari_bidang
from app.usulan.sel import teks
from app.usulan.syarat import Syarat, tempatkan
from app.usulan.temukan import Daftar, Ingatan, di_bawah
from app.usulan.urai import Pedoman, Pengurai
from app.wilayah import peta_kantor, prefiks_nik_dikenal
from db.istilah import JenisAcuan, StatusImpor, Zona
from db.model import Akun, BerkasImpor, DaftarAcuan, Impor

_BLOK = 2_000
"""Lines judged between two reports of progress."""
_CARI_JUDUL = 60
_LEMBAR_KOSONG: dict[str, Any] = {
    "nama": "", "dipakai": False, "sebab": "", "baris_judul": [], "judul": {}, "kolom": {}, "baris": 0,
}  # fmt: skip
_PADA = re.compile(
    r"(?:TGL|TANGGAL|WAKTU).*(?:MENINGGAL|WAFAT|KEMATIAN|PINDAH|MUTASI)"
    r"|^(?:MENINGGAL|WAFAT|PINDAH)\s+(?:PADA|TGL|TANGGAL)"
)
_KE = re.compile(r"TUJUAN|PINDAH\s+KE|ALAMAT\s+BARU|SEBAB|PENYEBAB|KETERANGAN|^KET\b")
_DESIL = re.compile(r"(?:DESIL\s*)?0*(\d{1,2})(?:[.,]0+)?", re.IGNORECASE)


@tanpa_sapuan()
def periksa_acuan(
    kerja: Kerja,
    berkas: Sequence[Path],
    *,
    jenis: JenisAcuan,
    sumber: str,
    tanggal: date,
    ctx: JobContext | None = None,
    batas: Batas | None = None,
) -> PratinjauAcuan:
    """Read the files of one list; several files (one a kecamatan, say) make one list.

    Args:
        berkas: files or folders; refused ones are reported in the result, the others go on.
        sumber: who gave it. tanggal: the day as of which it holds.

    Raises:
        KnownError: `tidak_berwenang`, `isian_kosong`, `tanggal_di_depan`.
        JobCancelled: the user asked to stop.
    """
    wajib(kerja, Hak.IMPOR)
    isi_wajib({"sumber": sumber})
    bukan_besok(kerja, tanggal, "tanggal_daftar")
    hasil = PratinjauAcuan(jenis, sumber.strip(), tanggal)
    pembaca = _Pembaca(kerja, hasil, ctx)
    for jalur in kumpulkan(berkas):
        if ctx:
            ctx.lapor(0, None, f"Membaca {jalur.name}")
        hasil.berkas.append(_baca(kerja, jalur, hasil, pembaca, ctx, batas or Batas()))
    hasil.hitung()
    return hasil


def _baca(
    kerja: Kerja, jalur: Path, hasil: PratinjauAcuan, pembaca: "_Pembaca", ctx: JobContext | None, batas: Batas
) -> BerkasAcuan:
    """Read one file; a refusal is noted in it."""
    satu = BerkasAcuan(jalur.name)
    try:
        buku = muat(jalur, batas)
        satu.sha256, satu.isi = buku.sha256, buku.isi
        tolak_yang_sudah(kerja, hasil, satu)
        baca_buku(buku, ctx, batas)
        satu.format = buku.format
        pembaca.terima(buku, satu)
    except BerkasDitolak as tolak:
        satu.galat = tolak
    return satu


def tolak_yang_sudah(kerja: Kerja, hasil: PratinjauAcuan, berkas: BerkasAcuan) -> None:
    """Refuse a file whose content is already kept as a list of this kind, or that was chosen twice.

    Raises:
        BerkasDitolak: `sudah_pernah`, with when and by whom.
    """
    for lain in hasil.berkas:
        if lain is not berkas and lain.sha256 == berkas.sha256 and lain.galat is None:
            raise BerkasDitolak("sudah_pernah", berkas.nama, keterangan=f"dipilih bersama ini dengan nama {lain.nama}")
    kueri = (
        sa.select(col(Impor.pada), col(Akun.nama))
        .join(BerkasImpor, col(BerkasImpor.impor_id) == col(Impor.id))
        .join(DaftarAcuan, col(DaftarAcuan.impor_id) == col(Impor.id))
        .join(Akun, col(Akun.id) == col(Impor.akun_id))
        .where(
            col(BerkasImpor.sha256) == berkas.sha256,
            col(DaftarAcuan.jenis) == hasil.jenis.value,
            col(Impor.status) == StatusImpor.TERSIMPAN.value,
        )
        .limit(1)
    )
    if lama := kerja.sesi.execute(kueri).first():
        saat = saat_lengkap(lama[0], Zona(kerja.kantor.zona))
        raise BerkasDitolak("sudah_pernah", berkas.nama, keterangan=f"diimpor pada {saat} oleh {lama[1]}")


class _Pembaca:
    """Takes the sheets of one list after the other; remembers who stands where."""

    def __init__(self, kerja: Kerja, hasil: PratinjauAcuan, ctx: JobContext | None) -> None:
        self._hasil, self._ctx = hasil, ctx
        self._hari_ini = kerja.hari_ini()
        self._ingatan: Ingatan = muat_ingatan(kerja)
        self._pedoman = Pedoman(self._hari_ini, prefiks_nik_dikenal)
        self._syarat = Syarat(Aturan(), kerja.kantor.kode_wilayah, peta_kantor(kerja), self._hari_ini)
        self._ada: dict[str, str] = {}

    def terima(self, buku: Buku, berkas: BerkasAcuan) -> None:
        """Take every visible sheet that holds a list.

        Raises:
            BerkasDitolak: `bukan_daftar`, or `kosong` when there is nothing in the file.
        """
        sebelum = len(self._hasil.baris) + len(self._hasil.dilewati)
        for lembar in buku.lembar:
            semua = self._daftar(lembar)
            for daftar in semua:
                self._lembar(daftar, berkas)
            if not semua:
                sebab = "tersembunyi" if not lembar.tampak else "bukan_daftar" if lembar.baris else "kosong"
                berkas.lembar.append(_LEMBAR_KOSONG | {"nama": lembar.nama, "sebab": sebab})
        if len(self._hasil.baris) + len(self._hasil.dilewati) == sebelum:
            berisi = any(lembar.baris for lembar in buku.lembar)
            raise BerkasDitolak("bukan_daftar" if berisi else "kosong", buku.nama)

    def _daftar(self, lembar: LembarMentah) -> list[Daftar]:
        if not lembar.tampak:
            return []
        bernomor = _bernomor(lembar, self._ingatan)
        return temukan_semua(lembar, self._ingatan) or ([bernomor] if bernomor else [])

    def _lembar(self, daftar: Daftar, berkas: BerkasAcuan) -> None:
        nama = daftar.lembar.nama
        pengurai = Pengurai(daftar, 0, self._pedoman)
        pada, ke = _kolom(daftar, _PADA), _kolom(daftar, _KE)
        for awal in range(0, len(daftar.orang), _BLOK):
            if self._ctx:
                self._ctx.lapor(awal, len(daftar.orang), f"Memeriksa {berkas.nama}")
            blok = pengurai.lajur(daftar.orang[awal : awal + _BLOK])
            tempatkan(daftar, [blok], self._syarat)
            for baris in blok.semua():
                self._baris(baris, berkas.nama, _sel(baris, pada), _sel(baris, ke))
        self._hasil.bukan_orang += [Dilewati(berkas.nama, nama, d.baris, d.sebab.value, d.isi) for d in daftar.dilewati]
        berkas.lembar.append(
            _LEMBAR_KOSONG
            | {
                "nama": nama,
                "dipakai": True,
                "baris_judul": list(daftar.baris_judul),
                "judul": {k.huruf: k.judul for k in daftar.kolom},
                "kolom": {k.bidang: k.huruf for k in daftar.kolom if k.bidang},
                "baris": len(daftar.orang),
            }
        )

    def _baris(self, b: Baris, berkas: str, pada: str, ke: str) -> None:
        """Take one line, or say why not."""
        nik, no_kk = b.nik or None, b.no_kk or None
        bernama = bool(b.nama) and b.lahir is not None
        tempat = f"{berkas}, {b.lembar}, baris {b.nomor}"
        if nik is None and no_kk is None and not bernama:
            rusak = any(h.kode in ("nik_rusak_excel", "nik_panjang") for h in b.hasil)
            self._lewati(b, berkas, Lewat.NIK_RUSAK if rusak else Lewat.TANPA_PENGENAL, b.nama)
            return
        siapa = nik or f"{no_kk or b.lahir} {nama_cari(b.nama)}"
        if (sebelum := self._ada.setdefault(siapa, tempat)) != tempat:
            self._lewati(b, berkas, Lewat.GANDA, sebelum)
            return
        self._hasil.baris.append(
            BarisTerbaca(
                nik, no_kk, b.nama, b.lahir, b.kode_desa, self._desil(b, berkas),
                b.nilai.get("nama_kepala_keluarga", ""), self._tanggal(pada), ke,
            )
        )  # fmt: skip

    def _desil(self, b: Baris, berkas: str) -> int | None:
        tertulis = b.nilai.get("desil", "")
        if not tertulis or self._hasil.jenis not in BERDESIL:
            return None
        cocok = _DESIL.fullmatch(tertulis.strip())
        if cocok and 1 <= int(cocok[1]) <= 10:
            return int(cocok[1])
        self._lewati(b, berkas, Lewat.DESIL_SALAH, tertulis)
        return None

    def _tanggal(self, tertulis: str) -> date | None:
        terbaca = telaah_tanggal(tertulis, self._hari_ini) if tertulis else None
        return terbaca.tanggal if terbaca and terbaca.tanggal <= self._hari_ini else None

    def _lewati(self, b: Baris, berkas: str, sebab: Lewat, isi: str) -> None:
        self._hasil.dilewati.append(Dilewati(berkas, b.lembar, b.nomor, sebab.value, isi))


def _kolom(daftar: Daftar, pola: re.Pattern[str]) -> int | None:
    """Find the column whose heading says when somebody died or moved, or where to."""
    return next((k.nomor for k in daftar.kolom if pola.search(k.judul.upper().replace(".", ""))), None)


def _sel(baris: Baris, kolom: int | None) -> str:
    return teks(baris.sel[kolom]) if kolom is not None and kolom < len(baris.sel) else ""


def _bernomor(lembar: LembarMentah, ingatan: Ingatan) -> Daftar | None:
    """Find a list of bare numbers: a heading with NIK or No. KK and desil, no names (SIKS-NG gives such lists)."""
    for awal, baris in enumerate(lembar.baris[:_CARI_JUDUL]):
        bidang = set(_bidang(baris))
        if bidang & {"nik", "no_kk"} and len(bidang) >= 2:
            daftar = di_bawah(lembar, judul_di(lembar, awal, 1), ingatan)
            return daftar if daftar.orang else None
    return None


def _bidang(baris: Iterable[Sel]) -> Iterator[str]:
    for sel in baris:
        bidang = cari_bidang(sel, mirip=False)[0] if isinstance(sel, str) and sel.strip() else None
        if bidang:
            yield bidang
