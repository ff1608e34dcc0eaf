"""The closed lists of the domain: one enum per list, their labels stand in `app.bahasa.istilah`.

Values are what the database and the JSON of the command line hold; they never change once shipped.
"""

from enum import StrEnum


class JenisKantor(StrEnum):
    """What kind of office uses the store."""

    DINAS = "dinas"
    KECAMATAN = "kecamatan"


class Zona(StrEnum):
    """Time zone of an office; values are IANA names."""

    WIB = "Asia/Jakarta"
    WITA = "Asia/Makassar"
    WIT = "Asia/Jayapura"


class Peran(StrEnum):
    """A role that an account may hold; one desk in the window for each. SOP roles are mapped onto these at set-up."""

    OPERATOR = "operator"
    STAF = "staf"
    PENDAMPING = "pendamping"
    KASI = "kasi"
    KABID = "kabid"
    SEKRETARIS = "sekretaris"
    KADIS = "kadis"
    CAMAT = "camat"
    KASI_PMDK = "kasi_pmdk"
    SEKSI_KESRA = "seksi_kesra"
    ADMINISTRATOR = "administrator"


class CaraJabatan(StrEnum):
    """How an official holds a post."""

    DEFINITIF = "definitif"
    PLT = "plt"
    PLH = "plh"


class JenisBantuan(StrEnum):
    """How the aid reaches a recipient."""

    TRANSFER = "transfer"
    KARTU = "kartu"
    TUNAI = "tunai"
    BARANG = "barang"


class StatusKegiatan(StrEnum):
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    BATAL = "batal"


class StatusLangkah(StrEnum):
    """Where one step (one putaran of it) of a running kegiatan stands."""

    MENUNGGU = "menunggu"  # earlier steps are not finished and nothing was begun here
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    DIKEMBALIKAN = "dikembalikan"  # closed by a return to an earlier step; a new putaran follows
    DILEWATI = "dilewati"  # closed by a superior with a reason
    TIDAK_BERLAKU = "tidak_berlaku"
    SEBELUM_APLIKASI = "sebelum_aplikasi"  # finished on paper before Salur was used


class JenisTindakan(StrEnum):
    """What was done to a step; one line of `RiwayatLangkah` each."""

    MULAI = "mulai"
    SELESAI = "selesai"
    KEMBALIKAN = "kembalikan"
    LEWATI = "lewati"
    TIDAK_BERLAKU = "tidak_berlaku"
    SEBELUM_APLIKASI = "sebelum_aplikasi"
    PUTUSKAN = "putuskan"
    CATAT_KERTAS = "catat_kertas"
    KIRIM_BERKAS = "kirim_berkas"
    TERIMA_BERKAS = "terima_berkas"


class SifatKelengkapan(StrEnum):
    WAJIB = "wajib"
    DIANJURKAN = "dianjurkan"


class StatusKelengkapan(StrEnum):
    BELUM = "belum"
    ADA = "ada"
    TIDAK_BERLAKU = "tidak_berlaku"


class JenisKelamin(StrEnum):
    LAKI_LAKI = "L"
    PEREMPUAN = "P"


class Kategori(StrEnum):
    """Why a person is proposed (rehsos: the three groups of its title; others are general)."""

    DISABILITAS = "disabilitas"
    LANSIA = "lansia"
    YATIM = "yatim"
    PIATU = "piatu"
    YATIM_PIATU = "yatim_piatu"
    KELUARGA_MISKIN = "keluarga_miskin"
    LAINNYA = "lainnya"


class TujuanImpor(StrEnum):
    """What an imported file is for."""

    USULAN = "usulan"
    PENERIMA = "penerima"  # a ready list from the dinas (balakas)
    HASIL_SIKS = "hasil_siks"  # SIKS-NG answer (dtks step 4)
    BNBA_BARU = "bnba_baru"  # new BNBA to reconcile (dtks step 9)
    HASIL_SALUR = "hasil_salur"  # results of a hand-over from a kecamatan
    ACUAN = "acuan"  # reference list (DTSEN/DTKS, dead, moved)


class JenisAcuan(StrEnum):
    """What a reference list says of the people on it."""

    DTSEN = "dtsen"
    DTKS = "dtks"
    MENINGGAL = "meninggal"
    PINDAH = "pindah"


class Kiriman(StrEnum):
    """What a desa's file is to its earlier one."""

    SUSULAN = "susulan"
    PENGGANTI = "pengganti"
    PERBAIKAN = "perbaikan"


class StatusImpor(StrEnum):
    TERSIMPAN = "tersimpan"
    DIBATALKAN = "dibatalkan"


class Tingkat(StrEnum):
    """How grave a line of the hasil pemeriksaan is; a row counts once, by its worst."""

    DITOLAK = "ditolak"
    PERLU_DIPERIKSA = "perlu_diperiksa"
    DIRAPIKAN = "dirapikan"


class NasibBaris(StrEnum):
    """What became of one row of a file."""

    DITERIMA = "diterima"
    PERLU_PERIKSA = "perlu_periksa"
    DITOLAK = "ditolak"


class StatusUsulan(StrEnum):
    DIUSULKAN = "diusulkan"
    LAYAK = "layak"
    TIDAK_LAYAK = "tidak_layak"
    DITOLAK_SISTEM = "ditolak_sistem"  # dtks: refused by SIKS-NG, goes back to the desa
    DITARIK = "ditarik"  # taken back by the undo of its import or by the desa


class HasilVerifikasi(StrEnum):
    LAYAK = "layak"
    TIDAK_LAYAK = "tidak_layak"


class PutusanKemiripan(StrEnum):
    BELUM = "belum"
    SAMA = "sama"
    BERBEDA = "berbeda"


class StatusPenetapan(StrEnum):
    DRAF = "draf"
    SAH = "sah"


class JenisPenetapan(StrEnum):
    AWAL = "awal"
    PERUBAHAN = "perubahan"


class JenisPerjanjian(StrEnum):
    PENUNJUKAN = "penunjukan"  # rehsos step 4: surat penunjukan vendor
    MOU = "mou"  # rehsos step 5
    KESEPAKATAN = "kesepakatan"  # uep step 4: kesepakatan teknis penyaluran
    KONTRAK = "kontrak"


class HasilSalur(StrEnum):
    """Outcome of a hand-over. The first four mean handed over, `BATAL_CATAT` takes an earlier line back."""

    SENDIRI = "sendiri"
    WALI = "wali"
    DIWAKILKAN = "diwakilkan"
    DIANTAR = "diantar"
    AHLI_WARIS = "ahli_waris"  # of a recipient who died, where the kegiatan's rule allows it
    DANA_MASUK = "dana_masuk"  # money credited to the account or card; nothing went from hand to hand
    SEBAGIAN = "sebagian"  # goods: part handed over, the rest still owed
    TIDAK_HADIR = "tidak_hadir"
    MENINGGAL = "meninggal"
    PINDAH = "pindah"
    MENOLAK = "menolak"
    TIDAK_DITEMUKAN = "tidak_ditemukan"
    DATA_GANDA = "data_ganda"
    REKENING_BERMASALAH = "rekening_bermasalah"
    BERKAS_KURANG = "berkas_kurang"
    LAINNYA = "lainnya"
    BATAL_CATAT = "batal_catat"


DISERAHKAN = frozenset(
    {HasilSalur.SENDIRI, HasilSalur.WALI, HasilSalur.DIWAKILKAN, HasilSalur.DIANTAR, HasilSalur.AHLI_WARIS}
)
TERSALUR = DISERAHKAN | {HasilSalur.DANA_MASUK}
LEWAT_REKENING = frozenset({JenisBantuan.TRANSFER, JenisBantuan.KARTU})
"""Kinds of aid whose money goes to an account: credited is one fact, book or card handed over another."""
GAGAL_SALUR = frozenset(HasilSalur) - TERSALUR - {HasilSalur.SEBAGIAN, HasilSalur.TIDAK_HADIR, HasilSalur.BATAL_CATAT}
# TIDAK_HADIR and SEBAGIAN stay "belum": the person may still come, the rest is still owed.


class ArahSurat(StrEnum):
    MASUK = "masuk"
    KELUAR = "keluar"


class SifatSurat(StrEnum):
    BIASA = "biasa"
    SEGERA = "segera"
    SANGAT_SEGERA = "sangat_segera"
    PENTING = "penting"
    RAHASIA = "rahasia"


class Kertas(StrEnum):
    """Paper of an office's printer; sizes in mm stand in `reports.tata_letak`."""

    A4 = "a4"
    F4 = "f4"
    FOLIO = "folio"


class JenisLibur(StrEnum):
    LIBUR = "libur"
    CUTI_BERSAMA = "cuti_bersama"
    LOKAL = "lokal"
    BUKAN_LIBUR = "bukan_libur"  # the office works although the national list says otherwise


class SumberSop(StrEnum):
    """Where an item of an SOP comes from: the document, practice, or an assumption to confirm."""

    SOP = "sop"
    PRACTICE = "practice"
    ANGGAPAN = "anggapan"
