"""The registry of documents: code, title, format, who gathers, who draws, who signs unless another is chosen.

A new document is one line here, a gatherer in `app/dokumen` and a module in `reports`; nothing half-done stands here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

from app.dokumen.isi import Permintaan
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.kumpul_daftar import (
    isi_bnba,
    isi_daftar_penerima,
    isi_daftar_rekening,
    isi_formulir,
    isi_lampiran_sk,
    isi_usulan_siks,
)
from app.dokumen.kumpul_kepala import BUPATI, KEPALA_KANTOR
from app.dokumen.kumpul_kupon import isi_kupon
from app.dokumen.kumpul_laporan import isi_laporan
from app.dokumen.kumpul_mitra import (
    PENGGUNA_ANGGARAN,
    isi_kesepakatan,
    isi_pencairan,
    isi_penunjukan,
    isi_perjanjian,
)
from app.dokumen.kumpul_monev import isi_monev
from app.dokumen.kumpul_pengawasan import isi_instrumen, isi_rekap_apip
from app.dokumen.kumpul_penggunaan import (
    isi_ingat_penggunaan,
    isi_laporan_penggunaan,
    isi_pakta,
    isi_pakta_petugas,
)
from app.dokumen.kumpul_perbaikan import isi_perbaikan
from app.dokumen.kumpul_perorangan import isi_bast_orang, isi_kuasa, isi_sptjm, isi_tanda_terima_berkas
from app.dokumen.kumpul_rekap import isi_rekap_penyaluran
from app.dokumen.kumpul_salur import isi_bast, isi_daftar_hadir, isi_jadwal, isi_tanda_terima
from app.dokumen.kumpul_surat import isi_daftar_pengembalian, isi_disposisi, isi_pengembalian, isi_sk, isi_spt
from app.dokumen.kumpul_surat_desa import (
    isi_ba_verifikasi,
    isi_pemberitahuan,
    isi_pengantar,
    isi_sptjm_desa,
    isi_undangan,
)
from app.kerja import Kerja
from reports import (
    bast,
    berkas_pencairan,
    bnba,
    daftar_hadir,
    daftar_penerima,
    formulir_verifikasi,
    instrumen_monev,
    jadwal,
    kupon,
    lampiran_sk,
    laporan,
    lembar_disposisi,
    monev,
    naskah,
    pengembalian,
    rekap_apip,
    rekap_penyaluran,
    sk_bupati,
    spt,
    tanda_terima,
)
from reports.tata_letak import TataLetak


@dataclass(frozen=True, slots=True)
class Naskah:
    """A kind of document.

    Attributes:
        kode: stable, lower case with hyphens.
        judul: as the list of papers shows it.
        format: `pdf` or `xlsx`.
        nama_berkas: first part of a suggested file name.
        kumpul: gathers its content from the store.
        tulis: draws it; returns what it adds up to, or None.
        per_desa: may be made for one desa.
        bernomor: carries a number of ours, from the office's counter where it set one.
        penanda: keys of officials who sign unless another is chosen.
        ingat: a reprint keeps number and date of the last print; not so for a draft, or a list as it stands today.
        pribadi: a list of personal data, which bears a watermark where the office wants one.
        bermeterai: has a place for the duty stamp, drawn where the office wants it.
        naskah: code of the text with its words (`app.templat`), empty where it has none.
        berttd: an official signs it, so that it may carry a signature field.
        bersaksi: has a place for TKSK and Camat as witnesses, where the office wants them.
        perorangan: papers of single people, which may be made for one of them.
        surat: a letter, which says its nature (Biasa, Segera …).
        berlambang: the head of the region signs it, under the state emblem.
    """

    kode: str
    judul: str
    nama_berkas: str
    kumpul: Callable[[Kerja, UUID, Permintaan], Any]
    tulis: Callable[[Any, TataLetak, Path | BinaryIO], Jumlah | None]
    format: str = "pdf"
    per_desa: bool = False
    bernomor: bool = False
    penanda: tuple[str, ...] = KEPALA_KANTOR
    ingat: bool = True
    pribadi: bool = False
    bermeterai: bool = False
    berttd: bool = True
    naskah: str = ""
    bersaksi: bool = False
    perorangan: bool = False
    surat: bool = False
    berlambang: bool = False


_SEMUA = (
    Naskah(
        "surat-perbaikan",
        "Surat perbaikan data ke desa",
        "Surat perbaikan",
        isi_perbaikan,
        naskah.tulis,
        per_desa=True,
        bernomor=True,
        naskah="perbaikan",
        surat=True,
    ),
    Naskah("disposisi", "Lembar disposisi", "Disposisi", isi_disposisi, lembar_disposisi.tulis, berttd=False),
    Naskah(
        "tanda-terima-berkas",
        "Tanda terima berkas",
        "Tanda terima berkas",
        isi_tanda_terima_berkas,
        naskah.tulis,
        per_desa=True,
        berttd=False,
        naskah="tanda_terima_berkas",
    ),
    Naskah(
        "sptjm",
        "SPTJM penerima",
        "SPTJM",
        isi_sptjm,
        naskah.tulis,
        per_desa=True,
        bermeterai=True,
        berttd=False,
        naskah="sptjm",
        perorangan=True,
    ),
    Naskah(
        "sptjm-desa",
        "SPTJM kepala desa/lurah",
        "SPTJM desa",
        isi_sptjm_desa,
        naskah.tulis,
        per_desa=True,
        bermeterai=True,
        berttd=False,
        naskah="sptjm_desa",
    ),
    Naskah(
        "formulir-verifikasi",
        "Formulir verifikasi lapangan",
        "Formulir verifikasi",
        isi_formulir,
        formulir_verifikasi.tulis,
        per_desa=True,
        naskah="formulir_verifikasi",
        pribadi=True,
        berttd=False,
    ),
    Naskah(
        "ba-verifikasi",
        "Berita acara verifikasi",
        "Berita acara verifikasi",
        isi_ba_verifikasi,
        naskah.tulis,
        per_desa=True,
        bernomor=True,
        naskah="ba_verifikasi",
    ),
    Naskah(
        "bnba",
        "BNBA (by name by address)",
        "BNBA",
        isi_bnba,
        bnba.tulis,
        "xlsx",
        per_desa=True,
        ingat=False,
        pribadi=True,
        berttd=False,
    ),
    Naskah(
        "usulan-siks",
        "Usulan untuk SIKS-NG",
        "Usulan SIKS-NG",
        isi_usulan_siks,
        bnba.tulis,
        "xlsx",
        per_desa=True,
        ingat=False,
        pribadi=True,
        berttd=False,
    ),
    Naskah(
        "daftar-rekening",
        "Daftar rekening untuk bank",
        "Daftar rekening",
        isi_daftar_rekening,
        bnba.tulis,
        "xlsx",
        per_desa=True,
        ingat=False,
        pribadi=True,
        berttd=False,
    ),
    Naskah(
        "sk",
        "Rancangan SK penetapan",
        "Rancangan SK",
        isi_sk,
        sk_bupati.tulis,
        penanda=BUPATI,
        ingat=False,
        naskah="sk",
        berlambang=True,
    ),
    Naskah(
        "lampiran-sk",
        "Lampiran SK",
        "Lampiran SK",
        isi_lampiran_sk,
        lampiran_sk.tulis,
        per_desa=True,
        penanda=BUPATI,
        pribadi=True,
    ),
    Naskah(
        "daftar-penerima",
        "Daftar penerima",
        "Daftar penerima",
        isi_daftar_penerima,
        daftar_penerima.tulis,
        per_desa=True,
        pribadi=True,
    ),
    Naskah(
        "penunjukan-vendor",
        "Surat penunjukan vendor",
        "Penunjukan vendor",
        isi_penunjukan,
        naskah.tulis,
        penanda=BUPATI,
        ingat=False,
        naskah="penunjukan",
        berlambang=True,
        surat=True,
    ),
    Naskah(
        "perjanjian",
        "Rancangan perjanjian kerja sama (MOU)",
        "Perjanjian",
        isi_perjanjian,
        naskah.tulis,
        ingat=False,
        bermeterai=True,
        naskah="perjanjian",
    ),
    Naskah(
        "kesepakatan",
        "Kesepakatan teknis penyaluran",
        "Kesepakatan",
        isi_kesepakatan,
        naskah.tulis,
        ingat=False,
        naskah="kesepakatan",
    ),
    Naskah(
        "berkas-pencairan",
        "Berkas pencairan",
        "Berkas pencairan",
        isi_pencairan,
        berkas_pencairan.tulis,
        penanda=PENGGUNA_ANGGARAN,
        pribadi=True,
        naskah="pencairan",
    ),
    Naskah(
        "surat-pengembalian",
        "Surat pengembalian ke desa",
        "Surat pengembalian",
        isi_pengembalian,
        pengembalian.tulis,
        per_desa=True,
        naskah="pengembalian",
        surat=True,
    ),
    Naskah(
        "daftar-pengembalian",
        "Daftar pengembalian ke desa",
        "Daftar pengembalian",
        isi_daftar_pengembalian,
        pengembalian.tulis_buku,
        "xlsx",
        per_desa=True,
        pribadi=True,
        berttd=False,
    ),
    Naskah("spt", "Surat Perintah Tugas", "SPT", isi_spt, spt.tulis, naskah="spt"),
    Naskah("jadwal", "Jadwal penyaluran", "Jadwal", isi_jadwal, jadwal.tulis),
    Naskah(
        "pemberitahuan",
        "Surat pemberitahuan jadwal",
        "Surat pemberitahuan",
        isi_pemberitahuan,
        naskah.tulis,
        per_desa=True,
        bernomor=True,
        naskah="pemberitahuan",
        surat=True,
    ),
    Naskah(
        "undangan",
        "Surat undangan",
        "Undangan",
        isi_undangan,
        naskah.tulis,
        per_desa=True,
        bernomor=True,
        naskah="undangan",
        surat=True,
    ),
    Naskah(
        "pengantar",
        "Surat pengantar ke desa",
        "Surat pengantar",
        isi_pengantar,
        naskah.tulis,
        per_desa=True,
        bernomor=True,
        naskah="pengantar",
    ),
    Naskah(
        "surat-kuasa",
        "Surat kuasa pengambilan",
        "Surat kuasa",
        isi_kuasa,
        naskah.tulis,
        per_desa=True,
        bermeterai=True,
        berttd=False,
        naskah="kuasa",
        perorangan=True,
    ),
    Naskah(
        "tanda-terima",
        "Tanda terima",
        "Tanda terima",
        isi_tanda_terima,
        tanda_terima.tulis,
        per_desa=True,
        penanda=("bendahara",),
        bermeterai=True,
        berttd=False,
        perorangan=True,
    ),
    Naskah(
        "kupon",
        "Kupon undangan",
        "Kupon undangan",
        isi_kupon,
        kupon.tulis,
        per_desa=True,
        berttd=False,
        naskah="kupon",
    ),
    Naskah("daftar-hadir", "Daftar hadir", "Daftar hadir", isi_daftar_hadir, daftar_hadir.tulis, per_desa=True),
    Naskah(
        "bast",
        "Berita acara serah terima",
        "BAST",
        isi_bast,
        bast.tulis,
        per_desa=True,
        bernomor=True,
        naskah="bast",
        bersaksi=True,
    ),
    Naskah(
        "bast-orang",
        "Berita acara serah terima perorangan",
        "BAST perorangan",
        isi_bast_orang,
        naskah.tulis,
        per_desa=True,
        bernomor=True,
        naskah="bast_orang",
        bersaksi=True,
        perorangan=True,
    ),
    Naskah(
        "rekap-penyaluran",
        "Rekap penyaluran per desa",
        "Rekap penyaluran",
        isi_rekap_penyaluran,
        rekap_penyaluran.tulis,
        "xlsx",
        ingat=False,
        berttd=False,
    ),
    Naskah("laporan", "Laporan hasil kegiatan", "Laporan", isi_laporan, laporan.tulis, naskah="laporan"),
    Naskah(
        "instrumen-monev",
        "Instrumen monitoring dan evaluasi",
        "Instrumen monev",
        isi_instrumen,
        instrumen_monev.tulis,
        per_desa=True,
        pribadi=True,
        berttd=False,
        naskah="instrumen_monev",
    ),
    Naskah("laporan-monev", "Laporan monitoring dan evaluasi", "Laporan monev", isi_monev, monev.tulis, naskah="monev"),
    Naskah(
        "pakta-integritas",
        "Pakta integritas penerima",
        "Pakta integritas",
        isi_pakta,
        naskah.tulis,
        per_desa=True,
        bermeterai=True,
        berttd=False,
        naskah="pakta",
        perorangan=True,
    ),
    Naskah(
        "pakta-petugas",
        "Pakta integritas petugas",
        "Pakta integritas petugas",
        isi_pakta_petugas,
        naskah.tulis,
        bermeterai=True,
        berttd=False,
        naskah="pakta_petugas",
    ),
    Naskah(
        "laporan-penggunaan",
        "Formulir laporan penggunaan bantuan",
        "Laporan penggunaan",
        isi_laporan_penggunaan,
        naskah.tulis,
        per_desa=True,
        ingat=False,
        berttd=False,
        naskah="laporan_penggunaan",
        perorangan=True,
    ),
    Naskah(
        "surat-penggunaan",
        "Surat pengingat laporan penggunaan",
        "Pengingat laporan penggunaan",
        isi_ingat_penggunaan,
        naskah.tulis,
        per_desa=True,
        bernomor=True,
        naskah="ingat_penggunaan",
        surat=True,
    ),
    Naskah("rekap-apip", "Rekap untuk pengawasan (APIP)", "Rekap APIP", isi_rekap_apip, rekap_apip.tulis, ingat=False),
)

DAFTAR: Mapping[str, Naskah] = {n.kode: n for n in _SEMUA}
