"""Invented people by the hundred thousand: for lists of any length, and for a store that already knows many.

The n-th person of a seed is always the same one, so a list can hold people whom the store knows. Names, numbers and
addresses are drawn from pools; no one is real. The workbook is written row by row, with shared strings as Excel does.

    python -m tests.helpers.orang_rekaan daftar.xlsx 100000
"""

import random
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from app.kerja import Kerja
from app.wilayah import NASIONAL
from db.dasar import id_baru
from db.istilah import StatusUsulan
from db.model import Orang, Usulan
from tests.helpers.lembar import Lembar, Teks, bagian_xlsx, sel_xlsx

AREA = "62.09"
JUDUL = (
    "NO", "NAMA LENGKAP", "NIK", "NO KK", "JENIS KELAMIN", "TEMPAT LAHIR", "TANGGAL LAHIR", "STATUS KAWIN", "AGAMA",
    "PENDIDIKAN", "PEKERJAAN", "NAMA IBU KANDUNG", "HUB KELUARGA", "ALAMAT", "RT", "RW", "DESA", "KECAMATAN", "NO HP",
    "KETERANGAN",
)  # fmt: skip


def _kata(semua: str) -> tuple[str, ...]:
    return tuple(semua.split())


_LELAKI = _kata("""
    Abdul Adi Agus Ahmad Akhmad Ali Amat Andi Anton Arbain Ardi Arif Asep Bahrun Bambang Basri Budi Burhan Dadang
    Darma Daryanto Dedi Denny Didik Djoko Edi Eko Fahmi Faisal Fajar Gatot Gunawan Hadi Hairul Hamdani Hamzah Hari
    Hasan Hendra Heru Idris Ilham Imam Indra Irfan Irwan Ismail Jamal Jarwo Joni Junaidi Kadir Karto Kasim Komar
    Lukman Mahmud Marno Muhammad Mulyadi Mursid Nasir Nur Parto Purnomo Rahmad Ramli Rasyid Ridwan Rizal Rudi Rustam
    Saiful Salim Samsul Santoso Sarwono Slamet Sugeng Suharto Sukardi Supardi Suparman Suryadi Sutrisno Syahrul
    Taufik Tono Udin Umar Untung Usman Wahyu Warsito Wawan Yadi Yanto Yusuf Zainal Zulkifli
""")
_PEREMPUAN = _kata("""
    Aisyah Aminah Ani Anisa Asih Astuti Ayu Baiq Cici Dahlia Dewi Diah Dwi Eka Elly Endang Erna Esti Fatimah Fitri
    Halimah Hartini Hasnah Hayati Heni Ida Indah Ine Intan Jamilah Juariah Kartini Khadijah Kurnia Kusmiati Lasmi
    Lestari Lilis Maimunah Mardiana Mariana Marni Maryam Mega Minah Murni Mutia Nani Ningsih Norma Nur Nuraini Nurul
    Painem Partini Poniem Puji Puspita Rahayu Ratna Retno Rina Rini Rohani Rosita Rukiah Rukmini Saodah Sari Sartika
    Siti Sofia Sri Suci Sulastri Sumiati Sunarti Supiah Suryani Susi Sutinah Titik Tuti Umi Wagiyem Wati Widya Wulan
    Yanti Yati Yuli Yuliana Zahra Zubaidah
""")
_AKHIR = _kata("""
    Abdullah Aditya Anggraini Aprianto Ardiansyah Arifin Aritonang Asmara Aziz Baskoro Batubara Budiman Cahyono
    Damanik Darmawan Effendi Fadillah Firdaus Ginting Habibi Hakim Halim Handayani Harahap Hardianto Harsono Hartono
    Hasanah Hidayat Hidayati Hutagalung Ibrahim Irawan Iskandar Jatmiko Kurniawan Kusnadi Kusuma Laksono Lubis
    Mahendra Manurung Marpaung Maulana Mulyana Munandar Nainggolan Nasution Nugraha Nugroho Oktavia Pamungkas
    Panjaitan Permana Permata Prabowo Pranata Prasetyo Pratama Prayitno Purba Purnama Putra Putri Rachman Ramadhan
    Rangkuti Rohmah Saputra Saragih Sasmita Septiani Setiawan Siagian Sihombing Silalahi Simanjuntak Sinaga Siregar
    Sitorus Soleh Subagyo Sudrajat Sugiarto Suherman Sulaiman Sunarya Supriyadi Suryana Susanto Syahputra Tambunan
    Utama Utomo Wahyudi Wibisono Wibowo Wicaksono Widodo Wijaya Winarno Yulianto Yunus Zakaria
""")
_TEMPAT = (
    "Nanga Bulik",
    "Pangkalan Bun",
    "Sampit",
    "Kotawaringin",
    "Kuala Kapuas",
    "Kujan",
    "Banyumas",
    "Lombok Timur",
)
_KERJA = ("Petani/Pekebun", "Mengurus Rumah Tangga", "Buruh Tani", "Karyawan Swasta", "Wiraswasta", "Belum Bekerja",
          "Nelayan", "Pedagang", "Buruh Harian Lepas", "Pekebun Karet")  # fmt: skip
_KAWIN = ("Kawin", "Belum Kawin", "Cerai Hidup", "Cerai Mati")
_SEKOLAH = ("Tidak Sekolah", "SD/Sederajat", "SMP/Sederajat", "SMA/Sederajat", "Diploma", "S1")
_AGAMA = ("Islam", "Islam", "Islam", "Kristen", "Katolik", "Hindu", "Kaharingan")
_SHDK = ("Kepala Keluarga", "Istri", "Anak", "Orang Tua")
_JALAN = ("Jl. Merdeka", "Jl. Trans Kalimantan", "Jl. Batu Batanggui", "Jl. Pelita", "Jl. Melati", "Gang Rambutan",
          "Jl. Poros Transmigrasi", "Jl. Sungai Lamandau")  # fmt: skip
_SERI, _HARI, _AWAL = 9, 26_000, date(1936, 1, 1)


@dataclass(frozen=True, slots=True)
class OrangRekaan:
    """One invented person, as a card would say it."""

    nama: str
    nik: str
    no_kk: str
    jenis_kelamin: str
    tempat_lahir: str
    tanggal_lahir: date
    status_kawin: str
    agama: str
    pendidikan: str
    pekerjaan: str
    nama_ibu: str
    shdk: str
    alamat: str
    rt: str
    rw: str
    kode_desa: str
    desa: str
    kecamatan: str
    telepon: str


@lru_cache(maxsize=1)
def _prefiks() -> list[str]:
    return sorted({kode[:8].replace(".", "") for kode, _, _ in _desa()})


@lru_cache(maxsize=1)
def _desa() -> list[tuple[str, str, str]]:
    """Return code, name and kecamatan of every desa of the area whose name is the only one."""
    semua = NASIONAL.desa_di(AREA)
    nama = [d.nama for d in semua]
    return [(d.kode, d.nama, NASIONAL.nama(d.kode[:8])) for d in semua if nama.count(d.nama) == 1]


def satu_orang(nomor: int, benih: int = 1) -> OrangRekaan:
    """Return the n-th person of a seed; no two numbers below two million share a NIK, three share a No. KK."""
    acak = random.Random(nomor * 1_000_003 + benih)
    kode, desa, kecamatan = acak.choice(_desa())
    prefiks = _prefiks()
    tempat = (nomor * 48_271 + benih * 7_919) % (len(prefiks) * _HARI * _SERI)
    perempuan = acak.random() < 0.5
    lahir = _AWAL + timedelta(days=tempat // len(prefiks) % _HARI)
    hari = lahir.day + 40 * perempuan
    seri = tempat // (len(prefiks) * _HARI) + 1
    nik = f"{prefiks[tempat % len(prefiks)]}{hari:02d}{lahir:%m%y}{seri:04d}"
    depan = _PEREMPUAN if perempuan else _LELAKI
    nama = [acak.choice(depan), *([acak.choice(depan)] if acak.random() < 0.5 else []), acak.choice(_AKHIR)]
    return OrangRekaan(
        nama=" ".join(nama).upper(),
        nik=nik,
        no_kk=f"620903{nomor // 3 % 28 + 1:02d}0612{nomor // 3 // 28 + 1:04d}"[:16],
        jenis_kelamin="P" if perempuan else "L",
        tempat_lahir=acak.choice(_TEMPAT),
        tanggal_lahir=lahir,
        status_kawin=acak.choice(_KAWIN),
        agama=acak.choice(_AGAMA),
        pendidikan=acak.choice(_SEKOLAH),
        pekerjaan=acak.choice(_KERJA),
        nama_ibu=f"{acak.choice(_PEREMPUAN)} {acak.choice(_PEREMPUAN)}".upper(),
        shdk=acak.choice(_SHDK),
        alamat=f"{acak.choice(_JALAN)} No. {acak.randint(1, 400)}",
        rt=f"{acak.randint(1, 30):03d}",
        rw=f"{acak.randint(1, 9):03d}",
        kode_desa=kode,
        desa=desa,
        kecamatan=kecamatan,
        telepon=f"08{acak.randint(11, 59)}{acak.randint(10_000_000, 99_999_999)}",
    )


def orang_rekaan(banyak: int, *, mulai: int = 0, benih: int = 1) -> Iterator[OrangRekaan]:
    """Yield `banyak` people from number `mulai` on."""
    return (satu_orang(n, benih) for n in range(mulai, mulai + banyak))


# --- a list of them --------------------------------------------------------------------------------------------------


def baris_daftar(orang: OrangRekaan, nomor: int) -> list[Any]:
    """Return the row of a list under `JUDUL`; dates are date cells, numbers of people are text."""
    return [
        nomor, orang.nama, orang.nik, orang.no_kk, orang.jenis_kelamin, orang.tempat_lahir, orang.tanggal_lahir,
        orang.status_kawin, orang.agama, orang.pendidikan, orang.pekerjaan, orang.nama_ibu, orang.shdk, orang.alamat,
        orang.rt, orang.rw, orang.desa, orang.kecamatan, orang.telepon,
        f"Usulan RT {orang.rt}" if nomor % 5 == 0 else "",
    ]  # fmt: skip


_CACAT: tuple[Callable[[list[Any]], tuple[int, Any]], ...] = (
    lambda b: (2, f"{b[2][:6]} {b[2][6:12]} {b[2][12:]}"),
    lambda b: (2, b[2][:15]),
    lambda b: (2, ""),
    lambda b: (1, f"  {b[1].title()}  "),
    lambda b: (4, "Laki-Laki" if b[4] == "L" else "PEREMPUAN"),
    lambda b: (6, f"{b[6]:%d/%m/%y}"),
    lambda b: (6, f"{b[6].day}.{b[6].month}.{b[6].year}"),
    lambda b: (6, b[6] + timedelta(days=1)),
    lambda b: (16, f"Ds. {b[16]}"),
    lambda b: (3, b[3][:14]),
)


def daftar_rekaan(
    banyak: int, *, dikenal: float = 0.1, toko: int = 200_000, cacat: float = 0.05, benih: int = 1
) -> Iterator[list[Any]]:
    """Yield the rows of a list.

    Args:
        dikenal: share of people whom a store of `toko` people (`isi_orang`) knows; the others are new.
        cacat: share of rows that a desa wrote badly in one of ten ways.
    """
    acak = random.Random(benih)
    langkah = max(toko // max(int(banyak * dikenal), 1), 1)
    lama = iter(range(0, toko, langkah))
    for n in range(banyak):
        nomor = next(lama, None) if acak.random() < dikenal else None
        baris = baris_daftar(satu_orang(toko + n if nomor is None else nomor, benih), n + 1)
        if acak.random() < cacat:
            kolom, isi = acak.choice(_CACAT)(baris)
            baris[kolom] = isi
        yield baris


def tulis_xlsx(jalur: Path, baris: Iterable[Sequence[Any]], *, judul: Sequence[str] = JUDUL) -> Path:
    """Write a workbook row by row: a letterhead, the heading in row 4, the rows below."""
    teks, bagian = Teks(), bagian_xlsx(Lembar([]))
    kepala, _, ekor = str(bagian.pop("xl/worksheets/sheet1.xml")).partition("</sheetData>")
    kepala = kepala.removesuffix("<sheetData/>")
    kop = [["PEMERINTAH KABUPATEN LAMANDAU"], ["DAFTAR USULAN PENERIMA BANTUAN SOSIAL TAHUN 2026"], [], list(judul)]
    huruf = [chr(65 + k) for k in range(26)]
    with zipfile.ZipFile(jalur, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as arsip:
        with arsip.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as lembar:
            lembar.write(kepala.encode())
            for blok in _blok(enumerate([*kop], 1), enumerate(baris, len(kop) + 1)):
                for n, isi in blok:
                    sel = "".join(sel_xlsx(f"{huruf[k]}{n}", s, teks, False) for k, s in enumerate(isi))
                    lembar.write(f'<row r="{n}">{sel}</row>'.encode())
            lembar.write(f"</sheetData>{ekor}".encode())
        for nama, isi in (bagian | {"xl/sharedStrings.xml": teks.xml()}).items():
            arsip.writestr(nama, isi)
    return jalur


def _blok(*sumber: Iterable[tuple[int, Sequence[Any]]]) -> Iterator[list[tuple[int, Sequence[Any]]]]:
    for satu in sumber:
        sisa = iter(satu)
        while blok := list(islice(sisa, 1_000)):
            yield blok


# --- a store that knows them -----------------------------------------------------------------------------------------


def isi_orang(kerja: Kerja, banyak: int, *, mulai: int = 0, benih: int = 1) -> list[UUID]:
    """Put people into the store; return their ids in order."""
    ids = [id_baru() for _ in range(banyak)]
    kerja.sisip_banyak(
        Orang,
        (
            {
                "id": oid, "nama": o.nama, "nama_cari": o.nama, "nik": o.nik, "no_kk": o.no_kk,
                "jenis_kelamin": o.jenis_kelamin, "tempat_lahir": o.tempat_lahir, "tanggal_lahir": o.tanggal_lahir,
                "nama_ibu": o.nama_ibu, "status_kawin": o.status_kawin, "pekerjaan": o.pekerjaan, "shdk": o.shdk,
                "alamat": o.alamat, "rt": o.rt, "rw": o.rw, "kode_desa": o.kode_desa,
                "telepon": f"62{o.telepon[1:]}",
            }
            for oid, o in zip(ids, orang_rekaan(banyak, mulai=mulai, benih=benih), strict=True)
        ),
    )  # fmt: skip
    return ids


def usulkan(kerja: Kerja, kegiatan_id: UUID, orang: Sequence[UUID], kode_desa: str) -> int:
    """Propose known people in a kegiatan; return how many."""
    isi = {"kegiatan_id": kegiatan_id, "kode_desa": kode_desa, "kategori": "lansia"}
    status = StatusUsulan.DIUSULKAN.value
    return kerja.sisip_banyak(Usulan, (isi | {"orang_id": o, "status": status} for o in orang))


if __name__ == "__main__":
    tulis_xlsx(Path(sys.argv[1]), daftar_rekaan(int(sys.argv[2])))
