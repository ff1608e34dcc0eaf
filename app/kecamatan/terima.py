"""Taking a kecamatan's results in at the dinas: judged cell by cell, shown, then recorded whole as one batch.

Nothing is recorded while one cell is wrong. What the dinas has recorded already is left alone; a hand-over that says
something else than ours is refused at its cell. The workbook stays with the batch and proves each of its outcomes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlmodel import col

from app import jejak
from app.akses import Hak, wajib
from app.identitas import baca_nik, nama_cari
from app.kecamatan.baca import LembarHasil
from app.kecamatan.bentuk import BARANG, HASIL, NAMA, NIK
from app.kecamatan.catatan import simpan_batch, sudah_masuk
from app.kecamatan.urai import Bacaan, SalahDiError, baca_baris, kode_baris
from app.kerja import Kerja
from app.lembar_kembali import BarisLembar
from app.penyaluran.catat import catat_banyak, periksa_banyak
from app.penyaluran.muat import BarisSerah, pilih_serah, susun_serah
from app.penyaluran.realisasi import KODE, SelSalah
from app.pijakan import kegiatan_berjalan, potong, wajib_sah
from app.wilayah_akun import wajib_seluruh
from db.galat import BugError, KnownError
from db.istilah import HasilSalur
from db.model import Alokasi, Penerima, TandaTerima


@dataclass(frozen=True, slots=True)
class Perubahan:
    """An outcome that a workbook would record: whose, of what, what is recorded now (None: nothing), what then."""

    sel: str
    nama: str
    nomor: int
    barang: str
    lama: HasilSalur | None
    baru: HasilSalur
    tanggal: date


@dataclass(frozen=True, slots=True)
class PeriksaHasil:
    """What a workbook says; every row is in exactly one of these.

    Attributes:
        perubahan: outcomes that would be recorded. sama: rows that say what is recorded already.
        belum: rows without a result. salah: cells that stop it all.
        pengirim: the office that wrote it.
    """

    pengirim: str
    perubahan: tuple[Perubahan, ...]
    sama: int
    belum: int
    salah: tuple[SelSalah, ...]

    @property
    def per_hasil(self) -> Mapping[HasilSalur, int]:
        """How many outcomes of each kind it brings."""
        return Counter(p.baru for p in self.perubahan)


@dataclass(frozen=True, slots=True)
class HasilTerima:
    """What was recorded, and the batch by which it can be taken back."""

    impor_id: UUID
    dicatat: int
    sama: int
    belum: int


def periksa_hasil(
    kerja: Kerja, kegiatan_id: UUID, lembar: LembarHasil, *, tahap_id: UUID | None = None
) -> PeriksaHasil:
    """Say what a workbook would record and which of its cells are wrong; nothing is written.

    Args:
        tahap_id: the tahap of rows that came back without the dinas's code, where there are several.

    Raises:
        KnownError: `tidak_berwenang`, `kegiatan_tidak_ada`, `kegiatan_ditutup`, `penetapan_belum_sah`,
            `berkas_sudah_pernah`.
    """
    return _telaah(kerja, kegiatan_id, lembar, tahap_id)[0]


def terima_hasil(kerja: Kerja, kegiatan_id: UUID, lembar: LembarHasil, *, tahap_id: UUID | None = None) -> HasilTerima:
    """Record what a workbook says: all of it, or nothing when one cell is wrong.

    Raises:
        KnownError: as `periksa_hasil`; `hasil_kec_bermasalah`, `hasil_kec_tanpa_isi`.
    """
    periksa, bacaan = _telaah(kerja, kegiatan_id, lembar, tahap_id)
    if periksa.salah:
        raise KnownError("hasil_kec_bermasalah", jumlah=len(periksa.salah), sel=periksa.salah[0].sel)
    if not bacaan:
        raise KnownError("hasil_kec_tanpa_isi", berkas=lembar.buku.nama)
    impor_id, lampiran_id, simpan = simpan_batch(kerja, kegiatan_id, lembar, len(bacaan))
    for (hari, tempat), semua in _kelompok(bacaan).items():
        entri = [replace(b.entri, lampiran_id=lampiran_id) for b in semua]
        ringkasan = catat_banyak(kerja, kegiatan_id, entri, tanggal=hari, tempat=tempat)
        if ringkasan.ditolak:
            raise BugError("a row that was checked was refused")
        for b, tindakan in zip(semua, ringkasan.dicatat, strict=True):
            simpan.tambah(b.asal, tindakan.penyaluran_ids)
    simpan.tulis(lembar)
    jejak.catat(
        kerja, "terima_hasil_kecamatan", objek="impor", objek_id=impor_id, kegiatan_id=kegiatan_id,
        berkas=lembar.buku.nama, pengirim=lembar.tanda.pengirim, dicatat=len(bacaan), sama=periksa.sama,
    )  # fmt: skip
    return HasilTerima(impor_id, len(bacaan), periksa.sama, periksa.belum)


def _kelompok(bacaan: Iterable[Bacaan]) -> dict[tuple[date, str], list[Bacaan]]:
    hasil: dict[tuple[date, str], list[Bacaan]] = defaultdict(list)
    for b in bacaan:
        hasil[b.tanggal, b.tempat].append(b)
    return dict(sorted(hasil.items()))


# --- judging ---------------------------------------------------------------------------------------------------------


def _telaah(
    kerja: Kerja, kegiatan_id: UUID, lembar: LembarHasil, tahap_id: UUID | None
) -> tuple[PeriksaHasil, list[Bacaan]]:
    wajib(kerja, Hak.PENYALURAN)
    wajib_seluruh(kerja)
    kegiatan_berjalan(kerja, kegiatan_id)
    wajib_sah(kerja, kegiatan_id)
    sudah_masuk(kerja, kegiatan_id, lembar)
    pencari = _Pencari(kerja, kegiatan_id, lembar.baris, tahap_id)
    bacaan: list[Bacaan] = []
    salah = _hilang(lembar)
    sama = belum = 0
    for satu in lembar.baris:
        nama = satu.isi(NAMA)
        try:
            serah = pencari.cari(satu)
            nama = serah.nama
            terbaca = baca_baris(satu, serah, kerja.hari_ini(), lembar.tanda.pengirim)
            pencari.satu_kali(satu, terbaca)
        except SalahDiError as e:
            salah.append(SelSalah(satu.alamat(e.judul), nama, e.sebab))
            continue
        if terbaca.belum:
            belum += 1
        elif terbaca.sama:
            sama += 1
        else:
            bacaan.append(terbaca)
    salah += _ditolak(kerja, kegiatan_id, bacaan)
    perubahan = tuple(
        Perubahan(b.asal.alamat(HASIL), b.serah.nama, b.serah.nomor, b.barang, b.lama, b.entri.hasil, b.tanggal)
        for b in bacaan
    )
    return PeriksaHasil(lembar.tanda.pengirim, perubahan, sama, belum, tuple(salah)), bacaan


def _hilang(lembar: LembarHasil) -> list[SelSalah]:
    """Tell a workbook from which rows were cut, or to which some were added."""
    if len(lembar.baris) == lembar.tanda.banyak:
        return []
    sebab = KnownError("hasil_kec_baris_hilang", seharusnya=lembar.tanda.banyak, ada=len(lembar.baris))
    return [SelSalah(lembar.sel_tanda, "", sebab)]


class _Pencari:
    """Finds whose row it is: by the dinas's code, else by NIK and name; each person and thing once."""

    def __init__(self, kerja: Kerja, kegiatan_id: UUID, baris: Sequence[BarisLembar], tahap_id: UUID | None) -> None:
        self._ditemui: dict[UUID, dict[str | None, str]] = {}
        kueri = pilih_serah().where(col(Alokasi.kegiatan_id) == kegiatan_id)
        kode = sorted({kode_baris(b) for b in baris} - {""})
        per_kode = [b for n in potong(kode) for b in susun_serah(kerja, kueri.where(col(TandaTerima.kode).in_(n)))]
        self._kode = {b.kode: b for b in per_kode}
        nik = sorted({baca_nik(b.isi(NIK)).isi for b in baris if not b.isi(KODE)} - {""})
        if tahap_id is not None:
            kueri = kueri.where(col(Alokasi.tahap_id) == tahap_id)
        self._nik: dict[str, list[BarisSerah]] = defaultdict(list)
        for bagian in potong(nik):
            for b in susun_serah(kerja, kueri.where(col(Penerima.nik).in_(bagian))):
                self._nik[b.nik or ""].append(b)

    def cari(self, satu: BarisLembar) -> BarisSerah:
        """Return the recipient of a row; raises `SalahDiError` naming the cell."""
        return self._dari_kode(satu) if satu.isi(KODE) else self._dari_nik(satu)

    def _dari_kode(self, satu: BarisLembar) -> BarisSerah:
        serah = self._kode.get(kode_baris(satu))
        if serah is None:
            raise SalahDiError(KODE, "hasil_kec_kode_asing", tertulis=satu.isi(KODE))
        nik = baca_nik(satu.isi(NIK)).isi
        if nik and serah.nik and nik != serah.nik:
            raise SalahDiError(NIK, "hasil_kec_nik_beda", nama=serah.nama)
        return serah

    def _dari_nik(self, satu: BarisLembar) -> BarisSerah:
        nik = baca_nik(satu.isi(NIK)).isi
        if not nik:
            raise SalahDiError(KODE, "hasil_kec_tanpa_tanda")
        semua = self._nik.get(nik, [])
        if len(semua) != 1:
            raise SalahDiError(NIK, "hasil_kec_nik_kembar" if semua else "hasil_kec_nik_asing")
        if nama_cari(satu.isi(NAMA)) != nama_cari(semua[0].nama):
            raise SalahDiError(NAMA, "hasil_kec_nama_beda", tertulis=satu.isi(NAMA), nama=semua[0].nama)
        return semua[0]

    def satu_kali(self, satu: BarisLembar, terbaca: Bacaan) -> None:
        """Refuse a person and thing that another row names too; also the whole beside one of its parts."""
        bidang = KODE if satu.isi(KODE) else NIK
        alokasi, sel = terbaca.serah.alokasi_id, satu.alamat(bidang)
        tentang = None if terbaca.menyeluruh else satu.isi(BARANG).casefold()
        lain = self._ditemui.setdefault(alokasi, {})
        bentrok = lain.get(tentang) or lain.get(None) or (next(iter(lain.values()), None) if tentang is None else None)
        if bentrok is not None:
            raise SalahDiError(bidang, "hasil_kec_ganda", nama=terbaca.serah.nama, sel=bentrok)
        lain[tentang] = sel


def _ditolak(kerja: Kerja, kegiatan_id: UUID, bacaan: Sequence[Bacaan]) -> list[SelSalah]:
    """Ask what the rules of the hand-over refuse: handed over already, recorded as dead, served on another laptop."""
    asal = {(b.entri.alokasi_id, b.entri.barang_id): b.asal for b in bacaan}
    return [
        SelSalah(asal[d.alokasi_id, d.barang_id].alamat(HASIL), d.nama, d.sebab)
        for (hari, _), semua in _kelompok(bacaan).items()
        for d in periksa_banyak(kerja, kegiatan_id, [b.entri for b in semua], tanggal=hari)
    ]
