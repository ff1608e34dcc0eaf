"""What lists of people say: BNBA, lampiran SK, daftar penerima, daftar hadir, tanda terima, form verifikasi.

One row shape feeds them all, so that the same person reads the same on every paper. Rows come as an iterator, in the
order of the paper; who draws counts and adds as they pass, and returns what it counted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.dokumen.isi import Barang, Kepala, Penanda


@dataclass(frozen=True, slots=True)
class Penerimaan:
    """Who received, or will: a receipt fills in what is known of it.

    Attributes:
        cara: `sendiri`, `wali` or `wakil`.
        nama: of who signs.
        nik, hubungan, surat_kuasa: of a wali or wakil; empty leaves a line to write on.
        cap_jempol: a thumb print instead of a signature, before the witnesses in `saksi`.
        tanggal: the day of the hand-over; None while it has not happened.
    """

    cara: str
    nama: str = ""
    nik: str = ""
    hubungan: str = ""
    surat_kuasa: str = ""
    cap_jempol: bool = False
    saksi: tuple[str, ...] = ()
    tanggal: date | None = None


@dataclass(frozen=True, slots=True)
class BarisOrang:
    """One person on a list.

    Attributes:
        nomor: number in this list, from 1 (in a lampiran SK: of the decree).
        kode_desa: region code, the key of subtotals.
        desa: with its kind, `Desa Kujan` or `Kelurahan Nanga Bulik`.
        kategori: label, e.g. `Lanjut usia`.
        nominal: rupiah; None where the office does not hold the money or hands out goods only.
        kode: code of the receipt (`SLR1-…`); empty where the list has none.
        keterangan: outcome, reason, exception; whatever the list's last column says.
        penerimaan: who received, on a receipt; None while nobody knows.
        dana_masuk, diserahkan: when money was credited to the account, and when something went from hand to hand; text
            where the list covers several tahap.
        lain: further fields of the person that a layout of columns asked for, by code.
    """

    nomor: int
    nama: str
    nik: str = ""
    no_kk: str = ""
    jenis_kelamin: str = ""
    tempat_lahir: str = ""
    tanggal_lahir: date | None = None
    alamat: str = ""
    rt: str = ""
    rw: str = ""
    kode_desa: str = ""
    desa: str = ""
    kecamatan: str = ""
    kategori: str = ""
    wali: str = ""
    wali_nik: str = ""
    wali_hubungan: str = ""
    telepon: str = ""
    bank: str = ""
    rekening: str = ""
    atas_nama: str = ""
    nominal: int | None = None
    barang: tuple[Barang, ...] = ()
    kode: str = ""
    keterangan: str = ""
    penerimaan: Penerimaan | None = None
    dana_masuk: date | str | None = None
    diserahkan: date | str | None = None
    lain: Mapping[str, str] | None = None

    @property
    def alamat_lengkap(self) -> str:
        """Street with RT and RW, as a list has them in one cell."""
        rt = f"RT.{self.rt}" if self.rt else ""
        rw = f"RW.{self.rw}" if self.rw else ""
        return " ".join(filter(None, (self.alamat, "/".join(filter(None, (rt, rw))))))


@dataclass(frozen=True, slots=True)
class Jumlah:
    """What a list added up to while it was drawn.

    Attributes:
        orang: rows.
        rupiah: sum of the amounts; None when no row had one.
    """

    orang: int = 0
    rupiah: int | None = None

    def tambah(self, baris: BarisOrang) -> "Jumlah":
        """Return the sum with one more row."""
        if baris.nominal is None:
            return Jumlah(self.orang + 1, self.rupiah)
        return Jumlah(self.orang + 1, (self.rupiah or 0) + baris.nominal)

    def gabung(self, lain: "Jumlah") -> "Jumlah":
        """Return the sum of two lists."""
        uang = [r for r in (self.rupiah, lain.rupiah) if r is not None]
        return Jumlah(self.orang + lain.orang, sum(uang) if uang else None)


@dataclass(frozen=True, slots=True)
class KolomProfil:
    """A column of a layout: which field, under which heading; `isi` is what a column of one word says in every row."""

    bidang: str
    judul: str
    isi: str = ""


@dataclass(frozen=True, slots=True)
class IsiDaftar:
    """A list of people with its heading.

    Attributes:
        kepala: letterhead, kegiatan, number, signer.
        judul: heading, one line each, without the office.
        dasar: on which the list stands, e.g. `Keputusan Bupati Lamandau Nomor … tanggal …`; may be empty.
        baris: the people, in order.
        uang, ada_barang, ada_rekening, ada_wali: whether any row has such a thing; a column nobody needs is not drawn.
        ada_dana: money goes to accounts and some of it was credited, or a card handed over.
        desa: the one desa that the list is for; empty when it covers several.
        kecamatan: of that desa.
        mengetahui: signers beside the office's own (Kepala Desa, Camat), may be empty.
        publik: identifiers are already masked in the rows; the paper says so.
        kolom: the columns of a layout (`app.profil_kolom`); empty lets the paper choose its own.
        polos: nothing but headings and rows, for an upload elsewhere.
    """

    kepala: Kepala
    judul: tuple[str, ...]
    baris: Iterator[BarisOrang]
    dasar: str = ""
    uang: bool = True
    ada_barang: bool = False
    ada_rekening: bool = False
    ada_wali: bool = False
    ada_dana: bool = False
    desa: str = ""
    kecamatan: str = ""
    mengetahui: tuple[Penanda, ...] = ()
    publik: bool = False
    kolom: tuple[KolomProfil, ...] = ()
    polos: bool = False


@dataclass(frozen=True, slots=True)
class IsiTandaTerima:
    """Receipts to be signed by those who receive.

    Attributes:
        kepala: letterhead, kegiatan, tahap, signer.
        pembayaran: what it is for, e.g. `Bantuan Sosial … Tahap 1 Tahun 2026`.
        dasar: the decree in words; may be empty.
        baris: one per receipt, each with its code; `keterangan` takes the place of `pembayaran` where it is set.
        per_lembar: receipts on a sheet: 1, 2 or 4.
    """

    kepala: Kepala
    pembayaran: str
    baris: Iterator[BarisOrang]
    dasar: str = ""
    per_lembar: int = 2


@dataclass(frozen=True, slots=True)
class IsiDaftarHadir:
    """An attendance list.

    Attributes:
        acara: what people come to.
        hari_tanggal, waktu, tempat: as printed; empty leaves a dotted line.
        kosong: further empty rows for who is not on the list.
    """

    kepala: Kepala
    acara: str
    baris: Iterator[BarisOrang]
    hari_tanggal: str = ""
    waktu: str = ""
    tempat: str = ""
    desa: str = ""
    kosong: int = 0


@dataclass(frozen=True, slots=True)
class IsiLampiranSk:
    """The attachment of a decree.

    Attributes:
        daftar: the list; its `kepala.penanda` is who signs the decree (no letterhead is printed).
        pejabat: whose decree, e.g. `BUPATI LAMANDAU`.
        nomor: of the decree; empty leaves a dotted line.
        tanggal: of the decree; None leaves a dotted line.
        tentang: its subject, without the word.
    """

    daftar: IsiDaftar
    pejabat: str
    nomor: str = ""
    tanggal: date | None = None
    tentang: str = ""
