"""The preview of an import: read the files, find the people, judge every row; store nothing.

Everything that the user changes in the wizard (a cell, a column, a sheet, a row without its NIK) is kept in the
preview and the whole is judged again, so that what is shown is always what would be stored.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.acuan.periksa import tandai_acuan
from app.akses import Hak, wajib
from app.bahasa.pemeriksaan import BIDANG
from app.bahasa.waktu import saat_lengkap
from app.jobs import JobContext, kosongkan, tanpa_sapuan
from app.kelayakan import Aturan, baca_aturan
from app.kerja import Kerja
from app.pijakan import kegiatan_berjalan
from app.sop.definisi import Aksi
from app.usulan import peta
from app.usulan.baca import Batas, BerkasDitolak, Buku, baca_buku, muat
from app.usulan.banding import Pembeda, tanyakan
from app.usulan.bentuk import Baris, BerkasHasil, HasilImpor, LembarHasil
from app.usulan.folder import kumpulkan
from app.usulan.hilang import cari_hilang
from app.usulan.ingatan import Ingatan, Pemetaan
from app.usulan.judul import TINGGI_JUDUL, cari_judul, judul_di
from app.usulan.mirip import orang_pilihan, tandai_mirip
from app.usulan.pecah import temukan_semua
from app.usulan.pembanding import muat_pembanding
from app.usulan.pemetaan import muat_ingatan, pakai_pemetaan
from app.usulan.syarat import Syarat, periksa_syarat, tempatkan
from app.usulan.temukan import Daftar, di_bawah, pilah
from app.usulan.urai import Pedoman, Pengurai
from app.wilayah import peta_kantor
from app.wilayah_akun import lintas_wilayah
from db import toko
from db.galat import KnownError
from db.istilah import Kiriman, StatusImpor, TujuanImpor, Zona
from db.model import Akun, BerkasImpor, Deret, Impor, Kegiatan

_LAPOR = 2_000
"""Rows between two reports of progress."""


@tanpa_sapuan()
def periksa_berkas(
    kerja: Kerja,
    berkas: Sequence[Path],
    kegiatan_id: UUID,
    *,
    kiriman: Kiriman = Kiriman.SUSULAN,
    pengirim_kode: str | None = None,
    tujuan: TujuanImpor | None = None,
    pemetaan: Pemetaan | None = None,
    mirip: bool = True,
    ctx: JobContext | None = None,
    batas: Batas | None = None,
) -> HasilImpor:
    """Read and judge files for a kegiatan; nothing is stored.

    Args:
        berkas: files or folders; refused ones are reported in the result, the others go on.
        kiriman: what the files are to the desa's earlier ones.
        pengirim_kode: the desa that sent them; None: the title of the list says it.
        pemetaan: what headings mean, before anything else (`app.usulan.pemetaan`).
        mirip: also look for people who are probably the same though nothing exact says so.
        tujuan: None: proposals, or a ready list where a step of the SOP takes one in (balakas).

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`, `pengumpulan_ditutup`.
        JobCancelled: the user asked to stop.
    """
    kegiatan = kegiatan_impor(kerja, kegiatan_id)
    if tujuan is None:
        daftar_jadi = any(lk["aksi"] == Aksi.IMPOR_PENERIMA for lk in kegiatan.sop_isi.get("langkah", ()))
        tujuan = TujuanImpor.PENERIMA if daftar_jadi else TujuanImpor.USULAN
    hasil = HasilImpor(kegiatan_id, tujuan, kiriman, pengirim_kode, cari_mirip=mirip)
    asal = peta_kantor(kerja).sebutan(pengirim_kode) if pengirim_kode else ""
    ingatan = muat_ingatan(kerja, pengirim=asal, pilihan=pemetaan)
    for satu in kumpulkan(berkas):
        if ctx:
            ctx.lapor(0, None, f"Membaca {satu.name}")
        hasil.berkas.append(_baca(kerja, satu, hasil, ingatan, ctx, batas or Batas()))
    return periksa_ulang(kerja, hasil, ctx)


def kegiatan_impor(kerja: Kerja, kegiatan_id: UUID) -> Kegiatan:
    """Return the kegiatan if the account may import into it now.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`, `pengumpulan_ditutup`.
    """
    wajib(kerja, Hak.IMPOR)
    kegiatan = kegiatan_berjalan(kerja, kegiatan_id)
    if kegiatan.ditutup_pengumpulan:
        raise KnownError("pengumpulan_ditutup", nama=kegiatan.nama)
    return kegiatan


def _baca(
    kerja: Kerja, jalur: Path, hasil: HasilImpor, ingatan: Ingatan, ctx: JobContext | None, batas: Batas
) -> BerkasHasil:
    """Read one file; a refusal is noted in it."""
    satu = BerkasHasil(jalur.name)
    try:
        buku = muat(jalur, batas)
        satu.sha256, satu.isi = buku.sha256, buku.isi
        tolak_yang_sudah(kerja, hasil, buku.sha256, buku.nama)
        baca_buku(buku, ctx, batas)
        satu.format = buku.format
        satu.lembar = _lembar(buku, ingatan)
    except BerkasDitolak as tolak:
        satu.galat = tolak
    return satu


def tolak_yang_sudah(kerja: Kerja, hasil: HasilImpor, sha256: str, nama: str) -> None:
    """Refuse a file whose content is already in this kegiatan, or twice in this import.

    Raises:
        BerkasDitolak: `sudah_pernah`, with when and by whom.
    """
    kembar = next((b for b in hasil.berkas if b.sha256 == sha256 and b.galat is None), None)
    if kembar:
        raise BerkasDitolak("sudah_pernah", nama, keterangan=f"dipilih bersama ini dengan nama {kembar.nama}")
    kueri = (
        sa.select(col(Impor.pada), col(Akun.nama))
        .join(BerkasImpor, col(BerkasImpor.impor_id) == col(Impor.id))
        .join(Akun, col(Akun.id) == col(Impor.akun_id))
        .where(
            col(BerkasImpor.sha256) == sha256,
            col(Impor.kegiatan_id) == hasil.kegiatan_id,
            col(Impor.tujuan) == hasil.tujuan.value,
            col(Impor.status) == StatusImpor.TERSIMPAN.value,
        )
        .limit(1)
    )
    if lama := kerja.sesi.execute(kueri).first():
        saat = saat_lengkap(lama[0], Zona(kerja.kantor.zona))
        raise BerkasDitolak("sudah_pernah", nama, keterangan=f"diimpor pada {saat} oleh {lama[1]}")


def _lembar(buku: Buku, ingatan: Ingatan) -> list[LembarHasil]:
    """Judge every sheet.

    Raises:
        BerkasDitolak: `kosong`, or `bukan_daftar` when no sheet holds people.
    """
    hasil = []
    for lembar in buku.lembar:
        semua = temukan_semua(lembar, ingatan)
        if not semua:
            hasil.append(LembarHasil(lembar.nama, None, False, "bukan_daftar" if lembar.baris else "kosong"))
        sebab = "" if lembar.tampak else "tersembunyi"
        for ke, daftar in enumerate(semua):
            sembunyi = 0 if ke else lembar.tersembunyi
            hasil.append(LembarHasil(daftar.lembar.nama, daftar, not sebab, sebab, sembunyi))
    if not any(satu.daftar for satu in hasil):
        ada_judul = any(cari_judul(lembar, ingatan.kenal()) for lembar in buku.lembar)
        berisi = any(lembar.baris for lembar in buku.lembar)
        raise BerkasDitolak("bukan_daftar" if berisi and not ada_judul else "kosong", buku.nama)
    return hasil


# --- judging ---------------------------------------------------------------------------------------------------------


@tanpa_sapuan()
@lintas_wilayah  # somebody who is proposed twice may be known elsewhere
def periksa_ulang(kerja: Kerja, hasil: HasilImpor, ctx: JobContext | None = None) -> HasilImpor:
    """Judge every row of a preview by the store as it is now and by what the user changed."""
    kegiatan = kegiatan_impor(kerja, hasil.kegiatan_id)
    aturan = baca_aturan({**kegiatan.sop_isi.get("aturan", {}), **kegiatan.aturan})
    wilayah = peta_kantor(kerja)
    pedoman = Pedoman(
        kerja.hari_ini(),
        wilayah.pemeriksa_prefiks(),
        next(iter(aturan.kategori)) if len(aturan.kategori) == 1 else "",
        hasil.ubahan,
        frozenset(hasil.tanpa_nik),
    )
    pada = aturan.tanggal_usia or kerja.hari_ini()
    syarat = Syarat(aturan, kegiatan.kode_wilayah, wilayah, pada, hasil.pengirim_kode)
    pengirim = [_periksa_lembar(hasil, n, satu, pedoman, syarat, ctx)
                for n, berkas in enumerate(hasil.berkas) for satu in berkas.lembar if satu.dipakai]  # fmt: skip
    _bandingkan(kerja, hasil, kegiatan, aturan, syarat, ctx)
    if hasil.cari_mirip:
        tandai_mirip(kerja, hasil, syarat.peta, ctx)
    tandai_acuan(kerja, hasil, aturan.desil_maks)
    asal = hasil.pengirim_kode or (pengirim[0] if len(set(pengirim)) == 1 else None)
    hasil.asal_kode, hasil.pengirim = asal, syarat.peta.sebutan(asal) if asal else ""
    hasil.hilang = cari_hilang(kerja, hasil)
    hasil.tanda = tanda_toko(kerja)
    toko.lepas_halaman(kerja.sesi)  # the preview needs the room now, and storing has pages of its own
    return hasil


def _bandingkan(
    kerja: Kerja, hasil: HasilImpor, kegiatan: Kegiatan, aturan: Aturan, syarat: Syarat, ctx: JobContext | None
) -> None:
    """Compare rows with each other and with the store."""
    langkah, lajur = "Membandingkan dengan data Salur", list(hasil.lajur)
    selesai, semua = 0, sum(map(len, lajur))
    if ctx:
        ctx.lapor(selesai, semua, langkah)
    pembanding = muat_pembanding(kerja, kegiatan, lajur, orang_pilihan(kerja, hasil))
    tanyakan(lajur, pembanding, aturan, hasil.putusan)
    pembeda = Pembeda(pembanding, aturan, syarat.peta, [b.nama for b in hasil.berkas], hasil.putusan)
    for satu in lajur:
        for baris in satu.khusus():
            pembeda.banding(baris)
        selesai += len(satu)
        if ctx:
            ctx.lapor(selesai, semua, langkah)


def _periksa_lembar(
    hasil: HasilImpor, nomor: int, lembar: LembarHasil, pedoman: Pedoman, syarat: Syarat, ctx: JobContext | None
) -> str | None:
    """Read and judge the rows of one sheet; return the desa that sent it."""
    daftar = lembar.daftar
    if daftar is None:
        return None
    pengurai = Pengurai(daftar, nomor, pedoman)
    kosongkan(lembar.lajur, 1)
    for ke in range(0, len(daftar.orang), _LAPOR):
        if ctx:
            ctx.lapor(ke, len(daftar.orang), f"Memeriksa {hasil.berkas[nomor].nama}")
        lembar.lajur.append(pengurai.lajur(daftar.orang[ke : ke + _LAPOR]))
    pengirim = tempatkan(daftar, lembar.lajur, syarat)
    for satu in lembar.lajur:
        periksa_syarat(satu, syarat)
    return pengirim


def tanda_toko(kerja: Kerja) -> int:
    """Return a number that grows with every row written: whether the store changed since a preview."""
    return kerja.sesi.exec(select(Deret.nilai).where(Deret.nama == "urut")).first() or 0


# --- what the user may change ----------------------------------------------------------------------------------------


def ubah_sel(kerja: Kerja, hasil: HasilImpor, baris: Baris, bidang: str, isi: str) -> HasilImpor:
    """Mend one cell of the preview and judge again; the file itself stays as it came.

    Raises:
        KnownError: `kolom_tidak_ada` when the list has no column for the field.
    """
    kolom = _daftar(hasil, baris.berkas, baris.lembar).peta.get(bidang)
    if kolom is None:
        raise KnownError("kolom_tidak_ada", bidang=BIDANG[bidang])
    hasil.ubahan[*baris.kunci, kolom] = isi
    if bidang == "nik":
        hasil.tanpa_nik.discard(baris.kunci)
    return periksa_ulang(kerja, hasil)


def terima_tanpa_nik(kerja: Kerja, hasil: HasilImpor, baris: Iterable[Baris]) -> HasilImpor:
    """Take rows without their damaged NIK, to be filled in later, and judge again."""
    hasil.tanpa_nik |= {b.kunci for b in baris}
    return periksa_ulang(kerja, hasil)


def ubah_kolom(kerja: Kerja, hasil: HasilImpor, berkas: int, lembar: str, nomor: int, bidang: str | None) -> HasilImpor:
    """Say what a column holds (None: nothing that is needed) and judge again."""
    daftar = _daftar(hasil, berkas, lembar)
    daftar.kolom = peta.ubah(daftar.kolom, nomor, bidang)
    hasil.pilihan_kolom.setdefault((berkas, lembar), {})[nomor] = bidang
    pilah(daftar)
    return periksa_ulang(kerja, hasil)


def ubah_judul(kerja: Kerja, hasil: HasilImpor, berkas: int, lembar: str, awal: int, tinggi: int) -> HasilImpor:
    """Say on which rows the heading stands, map the columns anew and judge again.

    Args:
        awal: first row of the heading as the spreadsheet shows it. tinggi: how many rows it has.

    Raises:
        KnownError: `lembar_tidak_ada`, `judul_di_luar_lembar`.
    """
    mentah = _daftar(hasil, berkas, lembar).lembar
    if not 1 <= awal <= len(mentah.baris) or not 1 <= tinggi <= TINGGI_JUDUL:
        raise KnownError("judul_di_luar_lembar", baris=awal, lembar=lembar)
    baru = di_bawah(mentah, judul_di(mentah, awal - 1, tinggi), muat_ingatan(kerja))
    for satu in hasil.berkas[berkas].lembar:
        if satu.nama == lembar:
            satu.daftar = baru
    hasil.pilihan_kolom.pop((berkas, lembar), None)
    hasil.ubahan = {k: isi for k, isi in hasil.ubahan.items() if k[:2] != (berkas, lembar)}
    return periksa_ulang(kerja, hasil)


def ubah_dengan_pemetaan(kerja: Kerja, hasil: HasilImpor, pemetaan: Pemetaan, nama: str) -> HasilImpor:
    """Map the columns of every list by a named mapping and judge again.

    Raises:
        KnownError: `pemetaan_tak_cocok` when no list has one of its headings.
    """
    pakai_pemetaan(kerja, hasil, pemetaan, nama)
    for berkas in hasil.berkas:
        for satu in berkas.lembar:
            if satu.daftar:
                pilah(satu.daftar)
    return periksa_ulang(kerja, hasil)


def pakai_lembar(kerja: Kerja, hasil: HasilImpor, berkas: int, lembar: str, *, pakai: bool) -> HasilImpor:
    """Take a sheet (a hidden one, say) or leave it out, and judge again."""
    for satu in hasil.berkas[berkas].lembar:
        if satu.nama == lembar and satu.daftar:
            satu.dipakai = pakai
    return periksa_ulang(kerja, hasil)


def betulkan_tanggal(kerja: Kerja, hasil: HasilImpor) -> HasilImpor:
    """Mend every birth date whose day and month the NIK proves swapped, in one act, and judge again."""
    for baris in hasil.bercatatan:
        for satu in baris.hasil:
            if satu.kode == "tgl_tertukar":
                _tulis_tanggal(hasil, baris, date.fromisoformat(satu.fakta["iso"]))
    return periksa_ulang(kerja, hasil)


def _tulis_tanggal(hasil: HasilImpor, baris: Baris, lahir: date) -> None:
    kolom = _daftar(hasil, baris.berkas, baris.lembar).peta
    if "tanggal_lahir" in kolom:
        hasil.ubahan[*baris.kunci, kolom["tanggal_lahir"]] = lahir.isoformat()
    else:
        hasil.ubahan[*baris.kunci, kolom["ttl"]] = f"{baris.nilai.get('tempat_lahir', '')}, {lahir:%d-%m-%Y}"


def _daftar(hasil: HasilImpor, berkas: int, lembar: str) -> Daftar:
    for satu in hasil.berkas[berkas].lembar:
        if satu.nama == lembar and satu.daftar:
            return satu.daftar
    raise KnownError("lembar_tidak_ada", lembar=lembar)
