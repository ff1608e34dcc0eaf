"""The words of the hasil pemeriksaan: a short label, a sentence and a suggestion for every code of an import.

Facts come as text that may be shown: identifiers already masked, dates already written out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.bahasa.angka import bilangan
from app.bahasa.galat import daftar
from db.galat import BugError


@dataclass(frozen=True, slots=True)
class Kata:
    """What users read of one code: chip, what was found, what to do."""

    label: str
    pesan: str
    saran: str = ""


_KTP = "Ketik ulang dari KTP, atau terima tanpa NIK dan perbaiki kemudian."
_COCOKKAN = "Cocokkan dengan KTP."

KATA: Mapping[str, Kata] = {
    "nama_kosong": Kata("Nama kosong", "Nama tidak diisi.", "Isi nama seperti di KTP."),
    "nik_kosong": Kata("NIK belum ada", "NIK belum ada.", "Boleh disimpan; tidak dapat masuk SK sebelum NIK diisi."),
    "nik_panjang": Kata("NIK bukan 16 digit", "NIK harus 16 digit; tertulis {tertulis}.", _KTP),
    "nik_rusak_excel": Kata(
        "NIK rusak oleh Excel",
        "NIK disimpan sebagai bilangan sehingga digit terakhir mungkin hilang ({tertulis}).",
        _KTP,
    ),
    "nik_tanggal": Kata("Tanggal di NIK tidak ada", "Digit 7 sampai 12 NIK ({bagian}) bukan tanggal.", _COCOKKAN),
    "nik_urut": Kata("Nomor urut NIK 0000", "Empat digit terakhir NIK 0000, padahal mulai dari 0001.", _COCOKKAN),
    "nik_wilayah": Kata("Kode wilayah NIK tidak ada", "Kode wilayah {bagian} di awal NIK tidak pernah ada.", _COCOKKAN),
    "nik_beda_tgl_lahir": Kata(
        "Tanggal lahir beda dengan NIK",
        "Tanggal lahir tertulis {tertulis}, NIK menunjukkan {nik}.",
        "Boleh berbeda bila KTP pernah dibetulkan; cocokkan dengan KTP.",
    ),
    "nik_beda_jk": Kata(
        "Jenis kelamin beda dengan NIK",
        "Jenis kelamin tertulis {tertulis}, NIK menunjukkan {nik}.",
        "Boleh berbeda bila KTP pernah dibetulkan; cocokkan dengan KTP.",
    ),
    "nik_sama_orang_beda": Kata(
        "NIK sama, orangnya beda",
        "NIK ini juga dipakai {nama} ({tempat}) dengan tanggal lahir lain.",
        "Periksa apakah NIK wali tertulis pada anaknya; kosongkan atau betulkan yang keliru.",
    ),
    "tgl_tertukar": Kata("Tanggal tertukar", "Tertulis {tertulis}; NIK menunjukkan {nik}.", "Betulkan menjadi {nik}?"),
    "tgl_lahir_tak_terbaca": Kata(
        "Tanggal lahir tak terbaca",
        "Tanggal lahir “{tertulis}” tidak dapat dibaca atau mustahil.",
        "Tulis misalnya 5-11-1965.",
    ),
    "nominal_tak_sah": Kata(
        "Nominal tidak dapat dipakai",
        "Nominal {tertulis} bukan rupiah yang dapat diberikan, jadi yang berlaku nominal kegiatan.",
        "Tulis angkanya saja, misalnya 1500000, atau kosongkan.",
    ),
    "kk_panjang": Kata(
        "No. KK bukan 16 digit", "No. KK harus 16 digit; tertulis {tertulis}.", "Salin ulang dari Kartu Keluarga."
    ),
    "kk_rusak_excel": Kata(
        "No. KK rusak oleh Excel",
        "No. KK disimpan sebagai bilangan sehingga digit terakhir mungkin hilang ({tertulis}).",
        "Salin ulang dari Kartu Keluarga.",
    ),
    "desa_tak_dikenal": Kata("Desa tak dikenal", "“{tertulis}” tidak ada di wilayah kegiatan.", "{maksud}"),
    "desa_beda_pengirim": Kata(
        "Desa lain dari pengirim", "Baris ini milik {desa}, berkas dikirim {pengirim}.", "Tanyakan kepada pengirim."
    ),
    "sel_galat": Kata(
        "Sel rusak di Excel", "Sel berisi {tertulis}, bukan data.", "Isi nilainya, atau betulkan rumusnya."
    ),
    "rumus_tanpa_nilai": Kata(
        "Rumus belum dihitung",
        "Sel berisi rumus yang belum pernah dihitung.",
        "Buka di Excel, simpan, lalu impor lagi.",
    ),
    "ganda_dalam_berkas": Kata(
        "Ganda dalam berkas", "Orang yang sama sudah ada di {tempat} ({nama}).", "Hapus salah satunya."
    ),
    "ganda_di_kegiatan": Kata(
        "Sudah diusulkan desa lain",
        "{nama} sudah diusulkan {desa} dalam kegiatan ini.",
        "Pastikan orang itu tinggal di mana.",
    ),
    "kiriman_ulang": Kata("Sudah pernah dikirim", "Sudah diusulkan dalam kiriman terdahulu; {isi}.", "{maksud}"),
    "ganda_lintas_kegiatan": Kata(
        "Ada di bantuan lain", "{keadaan} di {kegiatan} tahun {tahun}.", "Periksa apakah boleh menerima keduanya."
    ),
    "satu_kk": Kata(
        "Satu No. KK", "{nama} dengan No. KK yang sama sudah diusulkan.", "Pilih satu orang untuk satu No. KK."
    ),
    "mirip": Kata("Mungkin orang yang sama", "{kadar} dengan {nama} ({tempat}): {alasan}.", "Bandingkan keduanya."),
    "usia_di_luar_syarat": Kata(
        "Usia di luar syarat",
        "Usia {usia} tahun pada {pada}; syaratnya {rentang}.",
        "Periksa tanggal lahir dan kategorinya.",
    ),
    "wali_kosong": Kata("Wali belum ada", "Usia {usia} tahun tanpa nama wali.", "Isi wali atau pengampunya."),
    "pekerjaan_perlu_periksa": Kata(
        "Pekerjaan perlu diperiksa",
        "Pekerjaan tertulis {tertulis}.",
        "ASN, TNI, Polri, dan perangkat desa umumnya tidak menerima.",
    ),
    "rekening_ganda": Kata(
        "Rekening dipakai bersama",
        "Rekening yang sama dipakai {nama} ({tempat}).",
        "Setiap penerima memakai rekening sendiri.",
    ),
    "nama_rekening_beda": Kata(
        "Nama rekening beda", "Rekening atas nama {tertulis}.", "Pastikan rekening milik penerima atau walinya."
    ),
    "tercatat_meninggal": Kata(
        "Tercatat meninggal",
        "{keadaan} menurut {daftar}; {dasar}.",
        "Pastikan ke desa; orang yang meninggal tidak diusulkan.",
    ),
    "tercatat_pindah": Kata(
        "Tercatat pindah",
        "{keadaan} menurut {daftar}; {dasar}.",
        "Pastikan ke desa apakah orang itu masih tinggal di sana.",
    ),
    "tidak_di_acuan": Kata(
        "Tidak ada di DTSEN/DTKS", "Tidak tercantum di {daftar}.", "Periksa NIK dan No. KK-nya, atau usulkan ke DTSEN."
    ),
    "desil_di_luar_syarat": Kata(
        "Desil di luar syarat",
        "Desil {desil} di {daftar}, {dasar}; syaratnya paling tinggi desil {batas}.",
        "Periksa apakah masih dapat diusulkan.",
    ),
    "dirapikan": Kata("Dirapikan", "Ditulis ulang dari “{dari}” menjadi “{menjadi}”."),
}

_DIISI = "Diisi menurut baris {asal}: {isi}."
"""What `dirapikan` says of a cell, blank or with a ditto mark, that a line or a cell above fills."""

SARAN_DESA: Mapping[str, str] = {
    "nik_panjang": "Ketik ulang dari KTP, 16 digit sebagai teks.",
    "nik_rusak_excel": "Ketik ulang dari KTP, 16 digit sebagai teks.",
    "nik_kosong": "Lengkapi NIK dari KTP atau Kartu Keluarga.",
    "tgl_tertukar": "Tulis tanggal lahir menurut KTP.",
    "rumus_tanpa_nilai": "Buka di Excel, simpan, lalu kirim lagi.",
    "tercatat_meninggal": "Kabarkan keadaannya; orang yang meninggal tidak diusulkan.",
    "tercatat_pindah": "Kabarkan apakah orang itu masih tinggal di desa/kelurahan.",
}
"""What a letter asks of the desa where the suggestion above speaks to the office."""

BIDANG: Mapping[str, str] = {
    "no": "Nomor urut",
    "nik": "NIK",
    "no_kk": "No. KK",
    "nik_kk": "NIK dan No. KK",
    "nama_nik": "Nama dan NIK",
    "nama": "Nama",
    "nama_kepala_keluarga": "Nama Kepala Keluarga",
    "jenis_kelamin": "Jenis kelamin",
    "kelamin_l": "Jenis kelamin, tanda laki-laki",
    "kelamin_p": "Jenis kelamin, tanda perempuan",
    "tempat_lahir": "Tempat lahir",
    "tanggal_lahir": "Tanggal lahir",
    "ttl": "Tempat, tanggal lahir",
    "umur": "Umur",
    "alamat": "Alamat",
    "dusun": "Dusun/lingkungan",
    "rt": "RT",
    "rw": "RW",
    "rt_rw": "RT/RW",
    "desa": "Desa/kelurahan",
    "kecamatan": "Kecamatan",
    "kabupaten": "Kabupaten/kota",
    "provinsi": "Provinsi",
    "pekerjaan": "Pekerjaan",
    "nama_ibu": "Nama ibu kandung",
    "nama_ayah": "Nama ayah",
    "nik_ibu": "NIK ibu",
    "nik_ayah": "NIK ayah",
    "nik_kepala_keluarga": "NIK Kepala Keluarga",
    "nama_pasangan": "Nama suami/istri",
    "shdk": "Hubungan dalam keluarga",
    "status_kawin": "Status perkawinan",
    "agama": "Agama",
    "pendidikan": "Pendidikan",
    "id_dtks": "ID DTKS/DTSEN",
    "padan": "Keterangan padan",
    "desil": "Desil",
    "no_rekening": "Nomor rekening",
    "no_kks": "Nomor KKS",
    "bank": "Bank",
    "nama_rekening": "Nama pemilik rekening",
    "telepon": "Nomor telepon",
    "jenis_bantuan": "Jenis bantuan",
    "tahap": "Tahap",
    "nominal": "Nominal",
    "kategori": "Kategori",
    "ragam_disabilitas": "Ragam disabilitas",
    "jml_anggota": "Jumlah anggota keluarga",
    "nama_wali": "Nama wali",
    "nik_wali": "NIK wali",
    "hubungan_wali": "Hubungan wali",
    "telepon_wali": "Telepon wali",
    "status_salur": "Status",
    "alasan": "Alasan",
    "keterangan": "Keterangan",
    "jenis_usaha": "Jenis usaha",
    "kode_tanda_terima": "Kode tanda terima dinas",
}

DILEWATI: Mapping[str, str] = {
    "kop": "Kepala lembar",
    "nomor_kolom": "Nomor kolom",
    "judul_ulang": "Judul kolom berulang",
    "jumlah": "Baris jumlah",
    "bagian": "Judul bagian",
    "tanpa_isi": "Nomor tanpa nama",
    "ekor": "Tanda tangan atau catatan",
}

ACUAN_DILEWATI: Mapping[str, str] = {
    "tanpa_pengenal": "Tanpa NIK, No. KK, maupun nama dengan tanggal lahir",
    "nik_rusak": "NIK rusak atau bukan 16 digit, dan tidak ada No. KK",
    "ganda": "Sudah ada dalam daftar yang sama",
    "desil_salah": "Diambil tanpa desil, karena desilnya bukan 1 sampai 10",
}

LEMBAR_DILEWATI: Mapping[str, str] = {
    "tersembunyi": "Lembar tersembunyi; pakai bila memang berisi usulan",
    "bukan_daftar": "Tidak berisi daftar orang",
    "kosong": "Lembar kosong",
}

CARA: Mapping[str, str] = {
    "judul": "dari judul kolom",
    "mirip": "judulnya mirip",
    "isi": "dari isi kolom",
    "ingatan": "seperti kiriman sebelumnya",
    "pilihan": "pilihan Anda",
    "blok": "dari baris keluarga",
    "": "tidak dikenali",
}


_KOLOM_DISEBUT = 8
"""Hidden columns that are named; more are counted."""


def kalimat_tersembunyi(baris: int, kolom: Sequence[str]) -> str:
    """Say how many rows and which columns (letters) are read though the sender hid them; empty when none."""
    kalimat = [f"{bilangan(baris)} baris tersembunyi, ikut dibaca."] if baris else []
    if kolom:
        mana = f"Kolom {daftar(list(kolom))}" if len(kolom) <= _KOLOM_DISEBUT else f"{bilangan(len(kolom))} kolom"
        kalimat.append(f"{mana} tersembunyi, ikut dibaca.")
    return " ".join(kalimat)


def label(kode: str) -> str:
    """Return the chip of a code, e.g. `NIK rusak oleh Excel`."""
    return _kata(kode).label


def pesan(kode: str, fakta: Mapping[str, Any]) -> str:
    """Return the sentence of a code with its facts."""
    pola = _DIISI if kode == "dirapikan" and "asal" in fakta else _kata(kode).pesan
    return _isi(kode, pola, fakta)


def saran(kode: str, fakta: Mapping[str, Any]) -> str:
    """Return what the user may do; may be empty."""
    return _isi(kode, _kata(kode).saran, fakta)


def saran_desa(kode: str, fakta: Mapping[str, Any]) -> str:
    """Return what the desa may do; may be empty."""
    return SARAN_DESA.get(kode) or saran(kode, fakta)


def _kata(kode: str) -> Kata:
    if kode not in KATA:
        raise BugError(f"no words for {kode}")
    return KATA[kode]


def _isi(kode: str, pola: str, fakta: Mapping[str, Any]) -> str:
    try:
        return pola.format_map(fakta)
    except KeyError as hilang:
        raise BugError(f"no fact {hilang} for {kode}") from hilang
