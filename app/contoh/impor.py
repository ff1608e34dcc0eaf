"""Lists of desa for the sample, taken in by the same door as real ones: judged row by row, then stored in one act.

The files are made in memory and kept with the import as always; only the child process that reads strangers' files is
left out, because starting one for every invented desa would cost the sample half a minute.
"""

import csv
import hashlib
import io
from collections.abc import Sequence
from itertools import groupby
from random import Random
from uuid import UUID

from app.contoh.orang import OrangContoh
from app.kerja import Kerja
from app.usulan.baca import LembarMentah
from app.usulan.bentuk import BerkasHasil, HasilImpor, LembarHasil
from app.usulan.periksa import periksa_ulang
from app.usulan.simpan import Tersimpan, simpan_impor
from app.usulan.temukan import temukan
from app.wilayah import NASIONAL
from db.istilah import Kategori, Kiriman, TujuanImpor

JUDUL = ("No", "Nama Lengkap", "NIK", "No. KK", "L/P", "Tempat Lahir", "Tanggal Lahir", "Alamat", "RT", "RW",
         "Desa/Kelurahan", "Kecamatan", "Kategori", "Ragam Disabilitas", "Nama Ibu Kandung", "Pekerjaan",
         "Nama Wali", "NIK Wali", "Hubungan Wali", "No. HP", "Bank", "No. Rekening", "Nama Rekening")  # fmt: skip
SEBUTAN = {
    Kategori.LANSIA: "Lansia",
    Kategori.DISABILITAS: "Penyandang Disabilitas",
    Kategori.YATIM: "Anak Yatim",
    Kategori.PIATU: "Anak Piatu",
    Kategori.YATIM_PIATU: "Anak Yatim Piatu",
    Kategori.KELUARGA_MISKIN: "Keluarga Miskin",
}


def kirim(
    kerja: Kerja, kegiatan_id: UUID, orang: Sequence[OrangContoh], tujuan: TujuanImpor, acak: Random
) -> Tersimpan:
    """Take in the lists of some people's desa, a file each, with the slips that desa make."""
    hasil = HasilImpor(kegiatan_id, tujuan, Kiriman.SUSULAN)
    menurut_desa = groupby(sorted(orang, key=lambda o: o.kode_desa), key=lambda o: o.kode_desa)
    hasil.berkas = [_berkas(kode, list(semua), acak) for kode, semua in menurut_desa]
    return simpan_impor(kerja, periksa_ulang(kerja, hasil))


def per_desa(orang: Sequence[OrangContoh], desa_sekali: int) -> list[list[OrangContoh]]:
    """Cut people into sendings of some desa each, by order of the desa's code."""
    semua = [list(isi) for _, isi in groupby(sorted(orang, key=lambda o: o.kode_desa), key=lambda o: o.kode_desa)]
    return [[o for desa in semua[n : n + desa_sekali] for o in desa] for n in range(0, len(semua), desa_sekali)]


def _berkas(kode_desa: str, orang: list[OrangContoh], acak: Random) -> BerkasHasil:
    desa = NASIONAL.sebutan(kode_desa)
    kepala = [[f"DAFTAR USULAN PENERIMA BANTUAN SOSIAL {desa.upper()}"], []]
    baris = [*kepala, list(JUDUL), *(_baris(n, o, acak) for n, o in enumerate(orang, 1))]
    teks = io.StringIO()
    csv.writer(teks, delimiter=";", lineterminator="\r\n").writerows(baris)
    isi = teks.getvalue().encode("utf-8-sig")
    lembar = LembarMentah("Usulan", baris=[list(satu) for satu in baris])
    nama = f"usulan-{desa.lower().replace(' ', '-')}.csv"
    daftar = temukan(lembar)
    return BerkasHasil(
        nama, hashlib.sha256(isi).hexdigest(), isi, "csv", lembar=[LembarHasil("Usulan", daftar, daftar is not None)]
    )


def _baris(nomor: int, o: OrangContoh, acak: Random) -> list[str]:
    lahir, nik, telepon = f"{o.tanggal_lahir:%d/%m/%Y}", o.nik, o.telepon
    slip = acak.random()
    if slip < 0.01:
        nik = nik[:-1]
    elif slip < 0.02:
        nik = "-"
    elif slip < 0.04:
        nik = f"{nik[:6]} {nik[6:12]} {nik[12:]}"
    elif slip < 0.05:
        lahir = f"{o.tanggal_lahir:%Y}"
    elif slip < 0.07:
        telepon = ""
    return [
        str(nomor), o.nama, nik, o.no_kk, o.jenis_kelamin.value, o.tempat_lahir, lahir, o.alamat, o.rt, o.rw,
        NASIONAL.nama(o.kode_desa), NASIONAL.nama(o.kode_desa[:8]), SEBUTAN[o.kategori], o.ragam_disabilitas,
        o.nama_ibu, o.pekerjaan, o.wali_nama, o.wali_nik, o.wali_hubungan, telepon, o.bank, o.rekening,
        o.nama if o.rekening else "",
    ]  # fmt: skip
