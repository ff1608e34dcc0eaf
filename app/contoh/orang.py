"""Invented people of the sample office: plausible names and identifiers of the right shape that belong to nobody.

The serial of every invented NIK and No. KK lies between 9000 and 9999, far above what a kecamatan gives out in a day.
The same seed gives the same people; ages are counted from a fixed year, so sample files and sample office agree.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from random import Random

from app.wilayah import NASIONAL, Daerah
from db.istilah import JenisKelamin, Kategori

TAHUN_ACUAN = 2026
_LAKI = (
    "Rusdiansyah", "Syahrani", "Jumri", "Masrani", "Hamdani", "Ardiansyah", "Yansyah", "Kurniadi", "Udin", "Suriansyah",
    "Bahrudin", "Darmawi", "Sarkawi", "Ideham", "Junaidi", "Rahmadi", "Sutrisno", "Suyanto", "Wagiman", "Paiman",
    "Yohanes", "Markus", "Petrus", "Silvanus", "Tumon", "Gerson", "Sabirin", "Asmuni", "Basuni", "Tarmiji", "Lampang",
    "Kiwan", "Aliansyah", "Mugeni", "Hasbullah", "Riduan", "Samsudin", "Parno", "Ngatiman", "Yosep", "Timotius",
)  # fmt: skip
_PEREMPUAN = (
    "Norhayati", "Siti Aminah", "Rusmini", "Mardiana", "Halimah", "Jumiati", "Salasiah", "Masniah", "Norlaila",
    "Hatimah", "Fatmawati", "Sumiati", "Suparti", "Wagirah", "Yuliana", "Maria", "Theresia", "Lidia", "Rawati",
    "Saniah", "Norjanah", "Mahrita", "Rabiatul", "Arbainah", "Ngatinem", "Painem", "Dorkas", "Yunita", "Kartini",
    "Misnawati", "Sarinah", "Aluh", "Galuh Sari", "Noor Hikmah", "Rukayah", "Hamsiah", "Ester", "Rutmini", "Tarinah",
)  # fmt: skip
_BELAKANG = (
    "Rahman", "Sahrudin", "Effendi", "Hidayat", "Saputra", "Setiawan", "Anwar", "Gunawan", "Usop", "Ngabe", "Sangkai",
    "Tundan", "Bungai", "Lambung", "Mantir", "Kusnadi", "Widodo", "Santoso", "Prasetyo", "Riwut", "Sabran", "Basri",
    "Hasan", "Fahrurrazi", "Maulana", "Noor", "Arifin", "Syukur", "Ilham", "Mulyadi", "Lestari", "Handayani",
)  # fmt: skip
_PEKERJAAN = (
    "Petani",
    "Buruh Harian Lepas",
    "Mengurus Rumah Tangga",
    "Tidak Bekerja",
    "Nelayan",
    "Pedagang",
    "Penyadap Karet",
)
_JALAN = (
    "Jl. Trans Kalimantan",
    "Jl. Merdeka",
    "Jl. Gajah Mada",
    "Gang Melati",
    "Jl. Poros Desa",
    "Tepi Sungai",
    "Jl. Bukit Hibul",
)
_RAGAM = ("Fisik", "Sensorik netra", "Sensorik rungu", "Intelektual", "Mental", "Ganda")
_BANK = "Bank Kalteng"


@dataclass(frozen=True, slots=True)
class OrangContoh:
    """An invented person with the fields that a desa's list carries; `wali_*` only for minors."""

    nama: str
    nik: str
    no_kk: str
    jenis_kelamin: JenisKelamin
    tempat_lahir: str
    tanggal_lahir: date
    nama_ibu: str
    pekerjaan: str
    alamat: str
    rt: str
    rw: str
    kode_desa: str
    kategori: Kategori
    ragam_disabilitas: str = ""
    wali_nama: str = ""
    wali_nik: str = ""
    wali_hubungan: str = ""
    telepon: str = ""
    bank: str = ""
    rekening: str = ""


class Pengarang:
    """Invents people; never the same NIK twice. `giliran` counts on, for what must come round in turn."""

    def __init__(self, benih: int) -> None:
        self.acak = Random(benih)
        self.giliran = count()
        self._nik: set[str] = set()
        self._kk: set[str] = set()

    def orang(self, desa: Daerah, kategori: Kategori) -> OrangContoh:
        """Invent a person of a desa in a category, with the right age for it."""
        jk = self.acak.choice(list(JenisKelamin))
        lahir = self._lahir(kategori)
        kecamatan = desa.kode[:8]
        wali = self._wali(kecamatan) if _anak(lahir) else ("", "", "")
        return OrangContoh(
            nama=self.nama(jk),
            nik=self.nik(self._asal(kecamatan), lahir, jk),
            no_kk=self._no_kk(kecamatan),
            jenis_kelamin=jk,
            tempat_lahir=self.acak.choice(_tempat(kecamatan[:5])),
            tanggal_lahir=lahir,
            nama_ibu=self.acak.choice(_PEREMPUAN),
            pekerjaan=self._pekerjaan(lahir),
            alamat=self.acak.choice(_JALAN),
            rt=f"{self.acak.randint(1, 12):03}",
            rw=f"{self.acak.randint(1, 4):03}",
            kode_desa=desa.kode,
            kategori=kategori,
            ragam_disabilitas=self.acak.choice(_RAGAM) if kategori is Kategori.DISABILITAS else "",
            wali_nama=wali[0],
            wali_nik=wali[1],
            wali_hubungan=wali[2],
            telepon=f"08{self.acak.choice(('12', '13', '52', '53'))}{self.acak.randint(0, 10**8 - 1):08}",
            bank=_BANK,
            rekening=f"{self.acak.randint(0, 10**13 - 1):013}",
        )

    def warga(self, desa: Sequence[Daerah], banyak: int, kategori: Sequence[Kategori]) -> list[OrangContoh]:
        """Invent people over some desa, large and small ones, in a mix of categories; ordered by desa."""
        bobot = [self.acak.choice((1, 2, 2, 3, 5)) for _ in desa]
        tempat = sorted(self.acak.choices(desa, bobot, k=banyak), key=lambda d: d.kode)
        return [self.orang(d, self.acak.choice(kategori)) for d in tempat]

    def nama(self, jk: JenisKelamin) -> str:
        """Invent a name of one to three words."""
        depan = self.acak.choice(_LAKI if jk is JenisKelamin.LAKI_LAKI else _PEREMPUAN)
        return depan if self.acak.random() < 0.3 else f"{depan} {self.acak.choice(_BELAKANG)}"

    def nik(self, kecamatan: str, lahir: date, jk: JenisKelamin) -> str:
        """Invent a NIK of the right shape: women's day plus 40, serial 9000…9999."""
        hari = lahir.day + (40 if jk is JenisKelamin.PEREMPUAN else 0)
        return self._baru(self._nik, f"{kecamatan.replace('.', '')}{hari:02}{lahir:%m%y}")

    def _no_kk(self, kecamatan: str) -> str:
        cetak = date(2008, 1, 1) + timedelta(days=self.acak.randrange(15 * 365))
        return self._baru(self._kk, f"{kecamatan.replace('.', '')}{cetak:%d%m%y}")

    def _baru(self, terpakai: set[str], depan: str) -> str:
        while (nomor := f"{depan}{self.acak.randint(9000, 9999)}") in terpakai:
            continue
        terpakai.add(nomor)
        return nomor

    def _lahir(self, kategori: Kategori) -> date:
        muda, tua = {
            Kategori.LANSIA: (62, 88),
            Kategori.YATIM: (2, 16),
            Kategori.PIATU: (2, 16),
            Kategori.YATIM_PIATU: (2, 16),
            Kategori.DISABILITAS: (8, 75),
        }.get(kategori, (21, 58))
        return date(TAHUN_ACUAN, 1, 1) - timedelta(days=self.acak.randint(muda * 366, tua * 365))

    def _wali(self, kecamatan: str) -> tuple[str, str, str]:
        hubungan, jk = self.acak.choice((("Ibu", "P"), ("Kakek", "L"), ("Nenek", "P"), ("Paman", "L"), ("Bibi", "P")))
        lahir = date(TAHUN_ACUAN, 1, 1) - timedelta(days=self.acak.randint(30 * 365, 60 * 365))
        jenis = JenisKelamin(jk)
        return self.nama(jenis), self.nik(kecamatan, lahir, jenis), hubungan

    def _asal(self, kecamatan: str) -> str:
        """One in twelve was first registered in another kecamatan of the same kabupaten."""
        if self.acak.random() > 1 / 12:
            return kecamatan
        return self.acak.choice(NASIONAL.anak(kecamatan[:5])).kode

    def _pekerjaan(self, lahir: date) -> str:
        if _anak(lahir):
            return "Pelajar" if TAHUN_ACUAN - lahir.year > 6 else "Belum/Tidak Bekerja"
        return self.acak.choice(_PEKERJAAN)


def _anak(lahir: date) -> bool:
    return TAHUN_ACUAN - lahir.year < 18


def _tempat(kabupaten: str) -> tuple[str, ...]:
    if kabupaten == "63.11":
        return ("Awayan", "Balangan", "Paringin", "Amuntai", "Barabai")
    return ("Lamandau", "Nanga Bulik", "Pangkalan Bun", "Kudangan", "Tapin Bini", "Blitar")
