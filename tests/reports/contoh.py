"""Hand-made contents of documents with invented people."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from app.dokumen.isi import Kepala, KopSurat, Penanda
from app.dokumen.isi_daftar import BarisOrang, IsiDaftar

NAMA_PANJANG = "MUHAMMAD ABDURRAHMAN AL FARISI BIN HAJI SULAIMAN SYAFRUDDIN"[:60]
DESA = (("62.09.03.2001", "Desa Sungai Mentawa"), ("62.09.03.2002", "Desa Guci"), ("62.09.03.1001", "Kelurahan Bulik"))
_NAMA = ("SITI AMINAH", "RAHMAD HIDAYAT", NAMA_PANJANG, "SUPARDI", "MARIANA", "NUR HAYATI")


def kepala(**ubah: Any) -> Kepala:
    """A letterhead, a signer, a date."""
    isi = Kepala(
        kop=KopSurat("PEMERINTAH KABUPATEN LAMANDAU", "DINAS SOSIAL", "Jalan Contoh Nomor 1, Nanga Bulik"),
        kegiatan="Bansos Uji",
        tahun=2026,
        tempat="Nanga Bulik",
        pemda="Kabupaten Lamandau",
        nomor="460/012/Dinsos/2026",
        tanggal=date(2026, 3, 5),
        tahap="Tahap 1",
        penanda=Penanda("Kepala Dinas Sosial", "Dr. BUDI SANTOSA", "Pembina (IV/a)", "197812112006041006"),
    )
    return replace(isi, **ubah)


def orang(banyak: int, *, nominal: int | None = 1_500_000, desa: int = len(DESA), **ubah: Any) -> Iterator[BarisOrang]:
    """Yield invented people, spread over `desa` desa in blocks."""
    per = max(1, -(-banyak // desa))
    for i in range(banyak):
        kode, nama_desa = DESA[i // per]
        baris = BarisOrang(
            nomor=i + 1,
            nama=_NAMA[i % len(_NAMA)],
            nik=f"62090341{i % 28 + 1:02d}65{9000 + i % 1000:04d}",
            no_kk=f"6209030101{i:06d}",
            jenis_kelamin="LP"[i % 2],
            tempat_lahir="Nanga Bulik",
            tanggal_lahir=date(1950 + i % 30, 7, i % 28 + 1),
            alamat="Jalan Melati",
            rt="003",
            rw="001",
            kode_desa=kode,
            desa=nama_desa,
            kecamatan="Bulik",
            kategori="Lanjut usia",
            nominal=nominal,
            kode=f"SLR1-{i:016d}7",
        )
        yield replace(baris, **ubah)


def daftar(baris: Iterator[BarisOrang], **ubah: Any) -> IsiDaftar:
    """A list of recipients."""
    isi = IsiDaftar(kepala(), ("DAFTAR PENERIMA BANTUAN",), baris, dasar="Keputusan Bupati Lamandau Nomor 1/2026")
    return replace(isi, **ubah)
