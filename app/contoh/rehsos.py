"""The sample's rehsos: this year's kegiatan in the middle of its hand-over, and last year's, finished."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlmodel import col, select

from app import mitra, monev, pencairan
from app.contoh import impor, serah
from app.contoh.alur import langkah_kini, tuntaskan
from app.contoh.orang import OrangContoh, Pengarang
from app.contoh.panggung import Panggung
from app.jobs import JobContext
from app.kegiatan import DataBarang, DataTahap, buat_kegiatan, lihat_kegiatan
from app.kerja import Kerja
from app.mitra import DataMitra
from app.monev import Kunjungan
from app.penetapan import sahkan_sk, susun_penetapan
from app.sop import jalan, kertas
from app.sop.definisi import Aksi
from app.verifikasi import putuskan
from app.wilayah import NASIONAL
from db.istilah import HasilVerifikasi, JenisBantuan, JenisPerjanjian, Kategori, StatusUsulan, TujuanImpor
from db.model import Usulan

Cetak = Callable[[Kerja, str, UUID, Path], object]
"""Makes a document and enters it in the register: `reports.cetak.cetak`, handed in from above."""

KATEGORI = (
    *[Kategori.LANSIA] * 5,
    *[Kategori.DISABILITAS] * 3,
    Kategori.YATIM,
    Kategori.PIATU,
    Kategori.YATIM_PIATU,
)
NOMINAL = 1_500_000
_DESA_SEKALI = 11
_ALASAN = ("mampu", "bantuan_lain", "pindah", "meninggal", "tidak_ditemukan", "berkas_kurang")
_PEMANFAATAN = ("Membeli sembako", "Biaya berobat", "Perlengkapan sekolah", "Membayar utang warung")
TANPA_LAPORAN = "Laporan disusun dan ditandatangani di atas kertas"
BANK = DataMitra(
    "Bank Kalteng Cabang Nanga Bulik", "bank", penanggung_jawab="Hamdani Setiawan", jabatan="Kepala Cabang"
)


def mainkan(panggung: Panggung, pengarang: Pengarang, banyak: int, ctx: JobContext) -> UUID:
    """Play this year's kegiatan up to its hand-over; gives its id."""
    ctx.lapor(0, banyak, "Contoh: usulan, verifikasi, dan penyaluran rehabilitasi sosial")
    orang = pengarang.warga(NASIONAL.desa_di("62.09"), banyak, KATEGORI)
    kegiatan_id = _usulkan(panggung, orang, pengarang.acak, 70, 1)
    _tetapkan(panggung, kegiatan_id, pengarang.acak, 50, 34)
    _cairkan(panggung, kegiatan_id, 30, 1)
    serah.kreditkan(panggung, "staf", kegiatan_id, 22)
    serah.salurkan(panggung, "pendamping", kegiatan_id, pengarang, range(18, 2, -2), sampai=70)
    serah.betulkan_satu(panggung, "pendamping", kegiatan_id, 2)
    ctx.lapor(banyak, banyak)
    return kegiatan_id


def buka_baru(panggung: Panggung) -> UUID:
    """Open a kegiatan that waits for its first list: here a newcomer imports the sample files by hand."""
    tahun = panggung.mundur(2).year
    with panggung.sebagai("kabid", 2) as kerja:
        return buat_kegiatan(
            kerja,
            kode_sop="rehsos",
            nama=f"Bantuan Sosial Tambahan {tahun}: menunggu usulan desa",
            tahun=tahun,
            jenis_bantuan=JenisBantuan.TUNAI,
            nominal=600_000,
            sumber_dana="APBD Kabupaten Lamandau",
            kode_rekening="5.1.06.01.01.0001",
        )


def mainkan_lalu(
    panggung: Panggung, pengarang: Pengarang, banyak: int, ctx: JobContext, cetak: Cetak | None = None
) -> UUID:
    """Play last year's kegiatan to its end; without `cetak` its reports were made on paper."""
    ctx.lapor(0, banyak, "Contoh: kegiatan tahun lalu sampai selesai")
    orang = pengarang.warga(NASIONAL.desa_di("62.09")[:40], banyak, KATEGORI)
    kegiatan_id = _usulkan(panggung, orang, pengarang.acak, 365, 2)
    _tetapkan(panggung, kegiatan_id, pengarang.acak, 345, 329)
    _cairkan(panggung, kegiatan_id, 325, 2)
    for tahap, hari in ((1, 315), (2, 305)):
        serah.salurkan(panggung, "pendamping", kegiatan_id, pengarang, range(hari, hari - 8, -2), tahap=tahap)
        serah.tuntaskan_sisa(panggung, "pendamping", kegiatan_id, 297, tahap=tahap)
    serah.wariskan(panggung, "pendamping", kegiatan_id, 297)
    with panggung.sebagai("pendamping", 296) as kerja:
        tuntaskan(kerja, kegiatan_id)
    _laporkan(panggung, kegiatan_id, 293, "laporan", cetak)
    _pantau(panggung, kegiatan_id, pengarang.acak, 285)
    _laporkan(panggung, kegiatan_id, 283, "laporan-monev", cetak)
    ctx.lapor(banyak, banyak)
    return kegiatan_id


def _usulkan(panggung: Panggung, orang: list[OrangContoh], acak: Random, hari: int, tahap: int) -> UUID:
    """Set the kegiatan up and take the lists of the desa in (step 1)."""
    tahun = panggung.mundur(hari).year
    with panggung.sebagai("kabid", hari) as kerja:
        kegiatan_id = buat_kegiatan(
            kerja,
            kode_sop="rehsos",
            nama=f"Bantuan Sosial Disabilitas, Lansia, dan Yatim/Piatu {tahun}",
            tahun=tahun,
            jenis_bantuan=JenisBantuan.KARTU,
            nominal=NOMINAL,
            pagu=NOMINAL * tahap * len(orang),
            kuota=len(orang),
            tahap=[DataTahap(f"Tahap {n}") for n in range(1, tahap + 1)],
            barang=[DataBarang("Buku tabungan"), DataBarang("Kartu ATM")] if tahap == 1 else [],
            desa=sorted({o.kode_desa for o in orang}),
            aturan={"ahli_waris": True},
            sumber_dana="APBD Kabupaten Lamandau",
            kode_rekening="5.1.06.01.01.0001",
        )
    for n, kiriman in enumerate(impor.per_desa(orang, _DESA_SEKALI)):
        with panggung.sebagai("operator", hari - 2 - n) as kerja:
            impor.kirim(kerja, kegiatan_id, kiriman, TujuanImpor.USULAN, acak)
    with panggung.sebagai("operator", hari - 13) as kerja:
        tuntaskan(kerja, kegiatan_id)
    return kegiatan_id


def _tetapkan(panggung: Panggung, kegiatan_id: UUID, acak: Random, hari: int, sah: int) -> None:
    """Verify everybody and record the decree (steps 2 and 3)."""
    with panggung.sebagai("pendamping", hari) as kerja:
        putuskan_semua(kerja, kegiatan_id, acak)
    with panggung.sebagai("pendamping", hari - 1) as kerja:
        tuntaskan(kerja, kegiatan_id)
        susun_penetapan(kerja, kegiatan_id)
        langkah = langkah_kini(kerja, kegiatan_id)
    for pihak, keluar, kembali in (
        ("Bagian Hukum", sah + 6, sah + 4),
        ("Sekda", sah + 4, sah + 2),
        ("Bupati", sah + 2, sah),
    ):
        with panggung.sebagai("staf", keluar) as kerja:
            posisi = kertas.kirim_berkas(kerja, langkah, pihak=pihak, tanggal=panggung.mundur(keluar))
        with panggung.sebagai("staf", kembali) as kerja:
            kertas.berkas_kembali(kerja, posisi, panggung.mundur(kembali), hasil="Disetujui")
    hari_sk = panggung.mundur(sah)
    with panggung.sebagai("staf", sah) as kerja:
        sahkan_sk(
            kerja, kegiatan_id, nomor=f"188.45/{hari_sk.timetuple().tm_yday}/HUK/{hari_sk.year}", tanggal=hari_sk,
            tentang="Penetapan Penerima Bantuan Sosial", penandatangan="Bungai Sangkai, S.H., M.H.",
            jabatan_penandatangan="Bupati Lamandau",
        )  # fmt: skip
        kertas.sahkan_di_kertas(
            kerja, langkah, nama="Bungai Sangkai, S.H., M.H.", kapasitas="Bupati Lamandau", tanggal=hari_sk,
            peran_sop="bupati",
        )  # fmt: skip
        tuntaskan(kerja, kegiatan_id)


def putuskan_semua(kerja: Kerja, kegiatan_id: UUID, acak: Random) -> None:
    """Decide every usulan: about one in fifteen is not eligible, for the usual reasons."""
    kueri = select(Usulan.id).where(Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.DIUSULKAN.value)
    semua = list(kerja.sesi.exec(kueri.order_by(col(Usulan.urut))))
    gagal: dict[str, list[UUID]] = {}
    for usulan_id in semua:
        if acak.random() < 1 / 15:
            gagal.setdefault(acak.choice(_ALASAN), []).append(usulan_id)
    tidak = {uid for ids in gagal.values() for uid in ids}
    putuskan(kerja, [uid for uid in semua if uid not in tidak], HasilVerifikasi.LAYAK, cara="lapangan")
    for alasan in sorted(gagal):
        putuskan(kerja, gagal[alasan], HasilVerifikasi.TIDAK_LAYAK, alasan_kode=alasan, cara="lapangan")


def _cairkan(panggung: Panggung, kegiatan_id: UUID, hari: int, tahap: int) -> None:
    """Appoint the bank, agree with it, record the payments (steps 4 to 6)."""
    tanggal, tahun = panggung.mundur(hari), panggung.mundur(hari).year
    with panggung.sebagai("staf", hari) as kerja:
        ada = [m.id for m in mitra.daftar_mitra(kerja) if m.nama == BANK.nama]
        bank = ada[0] if ada and ada[0] else mitra.catat_mitra(kerja, BANK)
        for jenis, nomor in (
            (JenisPerjanjian.PENUNJUKAN, f"500/21/{tahun}"),
            (JenisPerjanjian.MOU, f"460/9/MoU/{tahun}"),
        ):
            mitra.catat_perjanjian(
                kerja, kegiatan_id, bank, jenis, tanggal=tanggal, nomor=nomor, nomor_mitra=f"BK/{tahun}/7"
            )
            tuntaskan(kerja, kegiatan_id)
    with panggung.sebagai("staf", hari - 5) as kerja:
        posisi = pencairan.posisi_uang(kerja, kegiatan_id).per_tahap
        for n, satu in enumerate(lihat_kegiatan(kerja, kegiatan_id).tahap[:tahap], 1):
            pencairan.catat_pencairan(
                kerja, kegiatan_id, satu.id, nomor_sp2d=f"0{hari}{n}/SP2D/LS/{tahun}",
                tanggal=panggung.mundur(hari - 5), nilai=posisi[satu.id].alokasi,
            )  # fmt: skip
        tuntaskan(kerja, kegiatan_id)


def _laporkan(panggung: Panggung, kegiatan_id: UUID, hari: int, kode: str, cetak: Cetak | None) -> None:
    """Make the report and finish its step; without a printer a superior lets it pass."""
    if cetak is None:
        with panggung.sebagai("kadis", hari) as kerja:
            jalan.lewati(kerja, langkah_kini(kerja, kegiatan_id), alasan=TANPA_LAPORAN)
        return
    with TemporaryDirectory() as folder, panggung.sebagai("staf", hari) as kerja:
        cetak(kerja, kode, kegiatan_id, Path(folder) / f"{kode}.pdf")
        tuntaskan(kerja, kegiatan_id)


def _pantau(panggung: Panggung, kegiatan_id: UUID, acak: Random, hari: int) -> None:
    """Visit a drawn sample after the hand-over (step 9)."""
    with panggung.sebagai("pendamping", hari) as kerja:
        jalan.mulai_oleh_aksi(kerja, kegiatan_id, Aksi.MONEV)
        sampel = monev.tarik_sampel(kerja, kegiatan_id, ukuran=12, benih=2025)
        for b in monev.daftar_sampel(kerja, sampel.id):
            temu = acak.random() < 0.9
            kunjungan = Kunjungan(
                tanggal=panggung.mundur(hari), petugas="Halimah Maulana", ditemui=temu, menerima=temu or None,
                jumlah_sesuai=temu or None, pemanfaatan=acak.choice(_PEMANFAATAN) if temu else "",
                kendala="" if temu else "Sedang di ladang",
            )  # fmt: skip
            monev.catat_kunjungan(kerja, kegiatan_id, b.penerima_id, kunjungan, sampel_id=sampel.id)
