"""The sample's DTKS: a triwulan whose decree lies with the Bupati, and the running one with people at the counter."""

import csv
import hashlib
import io
from collections.abc import Sequence
from datetime import date, time
from uuid import UUID

from app.contoh.alur import langkah_kini, lengkapi, tuntaskan
from app.contoh.orang import OrangContoh, Pengarang
from app.contoh.panggung import Panggung
from app.jobs import JobContext
from app.kerja import Kerja
from app.loket import Pemohon, kumpulkan_triwulan, terima_pemohon
from app.orang import DataOrang
from app.siks.hasil import terapkan_hasil
from app.siks.jawaban import BarisJawaban, BerkasJawaban
from app.siks.kembali import daftar_kembali, kembalikan_ke_desa
from app.sop import jalan, kertas
from app.usulan.baca import Buku
from app.wilayah import NASIONAL
from db.istilah import Kategori

BERKAS_LENGKAP = frozenset({"fc_kk_ktp", "surat_keterangan_desa", "pemeriksaan_berkas"})
ALASAN_TOLAK = (
    "NIK tidak padan Dukcapil",
    "Sudah terdaftar di DTKS",
    "No. KK tidak ditemukan",
    "Nama berbeda dengan Dukcapil",
)
_SEHARI = 8
_HARI_BUKA, _HARI_TUTUP = 64, 44  # working days before today


def mainkan(panggung: Panggung, pengarang: Pengarang, banyak: int, ctx: JobContext) -> list[UUID]:
    """Play the story with `banyak` applicants; gives the two triwulan."""
    orang = pengarang.warga(NASIONAL.desa_di("62.09"), banyak, [Kategori.KELUARGA_MISKIN])
    pengarang.acak.shuffle(orang)
    lalu, kini = orang[: banyak * 3 // 5], orang[banyak * 3 // 5 :]
    ctx.lapor(0, banyak, "Contoh: loket DTKS triwulan lalu")
    triwulan = _terima(panggung, lalu, _HARI_BUKA, _HARI_TUTUP + 1)
    ditolak = _selesaikan_pengumpulan(panggung, triwulan, lalu)
    ctx.lapor(len(lalu), banyak, "Contoh: loket DTKS triwulan berjalan")
    berjalan = _terima(panggung, [*ditolak[:2], *kini[:-3]], _HARI_TUTUP - 6, 2)
    with panggung.sebagai("operator", 1) as kerja:
        for satu in kini[-3:]:
            _satu(kerja, satu, frozenset({"surat_keterangan_desa"}))
    return [triwulan, berjalan]


def _terima(panggung: Panggung, orang: Sequence[OrangContoh], dari: int, sampai: int) -> UUID:
    """Take people in over the days between, a few a day."""
    rentang = max(1, (dari - sampai) * _SEHARI // max(len(orang), 1))
    kegiatan_id: UUID | None = None
    for n in range(0, len(orang), _SEHARI):
        hari = max(sampai, dari - rentang * (n // _SEHARI))
        with panggung.sebagai("operator", hari, time(9, 30)) as kerja:
            for satu in orang[n : n + _SEHARI]:
                kegiatan_id = _satu(kerja, satu, BERKAS_LENGKAP)
    if kegiatan_id is None:
        raise ValueError("no applicants")
    return kegiatan_id


def _satu(kerja: Kerja, o: OrangContoh, dokumen: frozenset[str]) -> UUID:
    data = DataOrang(
        nama=o.nama, nik=o.nik, no_kk=o.no_kk, jenis_kelamin=o.jenis_kelamin.value, tempat_lahir=o.tempat_lahir,
        tanggal_lahir=o.tanggal_lahir, nama_ibu=o.nama_ibu, pekerjaan=o.pekerjaan, alamat=o.alamat, rt=o.rt, rw=o.rw,
        kode_desa=o.kode_desa, telepon=o.telepon,
    )  # fmt: skip
    return terima_pemohon(kerja, Pemohon(data, dokumen)).kegiatan_id


def _selesaikan_pengumpulan(panggung: Panggung, triwulan: UUID, orang: Sequence[OrangContoh]) -> list[OrangContoh]:
    """Bring the triwulan from its gathering to the Bupati's desk; gives those whom SIKS-NG refused."""
    with panggung.sebagai("operator", _HARI_TUTUP, time(14)) as kerja:
        kumpulkan_triwulan(kerja, triwulan)
        tuntaskan(kerja, triwulan)
    ditolak = list(orang[:: max(len(orang) // 9, 5)])
    with panggung.sebagai("operator", 40) as kerja:
        terapkan_hasil(kerja, triwulan, _jawaban(orang, ditolak, panggung.mundur(40)))
        langkah = langkah_kini(kerja, triwulan)
    for nama in ("kasi", "kabid"):
        with panggung.sebagai(nama, 40, time(10)) as kerja:
            kertas.paraf(kerja, langkah, nama)
    with panggung.sebagai("operator", 39) as kerja:
        jalan.selesaikan(kerja, langkah)
        nomor = {d.kode_desa: f"460/{n}/Dinsos.C/DTKS" for n, d in enumerate(daftar_kembali(kerja, triwulan), 1)}
        kembalikan_ke_desa(kerja, triwulan, tanggal=panggung.mundur(39), nomor=nomor, tksk="Galuh Sari")
        tuntaskan(kerja, triwulan)
    with panggung.sebagai("kabid", 38) as kerja:
        langkah = lengkapi(kerja, triwulan)
    with panggung.sebagai("sekretaris", 37) as kerja:
        kertas.paraf(kerja, langkah, "sekretaris")
    with panggung.sebagai("kabid", 37, time(11)) as kerja:
        jalan.selesaikan(kerja, langkah)
    with panggung.sebagai("operator", 8) as kerja:
        kertas.kirim_berkas(kerja, langkah_kini(kerja, triwulan), pihak="Bupati", tanggal=panggung.mundur(8))
    return ditolak


def _jawaban(orang: Sequence[OrangContoh], ditolak: Sequence[OrangContoh], hari: date) -> BerkasJawaban:
    """Write an answer of SIKS-NG as a file that could have been downloaded."""
    tulis = io.StringIO()
    penulis = csv.writer(tulis, delimiter=";", lineterminator="\r\n")
    penulis.writerow(("No", "NIK", "Nama", "Status", "Alasan"))
    baris = []
    for n, o in enumerate(orang, 1):
        alasan = ALASAN_TOLAK[n % len(ALASAN_TOLAK)] if o in ditolak else ""
        status = "DITOLAK" if alasan else "DITERIMA"
        penulis.writerow((n, o.nik, o.nama, status, alasan))
        asli = {"A": str(n), "B": o.nik, "C": o.nama, "D": status, "E": alasan}
        baris.append(BarisJawaban("Hasil", n + 1, o.nik, o.nama, o.tanggal_lahir, "", "", not alasan, alasan, asli))
    isi = tulis.getvalue().encode("utf-8-sig")
    buku = Buku(f"hasil-siks-{hari:%Y%m%d}.csv", hashlib.sha256(isi).hexdigest(), isi, "csv")
    return BerkasJawaban(buku, tuple(baris), ())
