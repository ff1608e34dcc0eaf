"""The sample's UEP: one kegiatan late in its verification, and one that the Kadis sent back."""

from datetime import time
from uuid import UUID

from sqlmodel import col, select

from app.contoh import impor
from app.contoh.alur import langkah_kini, tuntaskan
from app.contoh.orang import Pengarang
from app.contoh.panggung import Panggung
from app.contoh.rehsos import putuskan_semua
from app.jobs import JobContext
from app.kegiatan import DataBarang, buat_kegiatan
from app.penetapan import susun_penetapan
from app.register import DataDisposisi, DataSurat, catat_surat_masuk, disposisikan
from app.sop import jalan
from app.verifikasi import putuskan
from app.wilayah import NASIONAL
from db.istilah import HasilVerifikasi, JenisBantuan, Kategori, StatusUsulan, TujuanImpor
from db.model import Usulan

NOMINAL = 3_000_000
ALASAN_KEMBALI = "Beberapa usulan belum melampirkan SPTJM bermeterai; lengkapi lalu ajukan lagi"


def mainkan_terlambat(panggung: Panggung, pengarang: Pengarang, banyak: int, ctx: JobContext) -> UUID:
    """Play a kegiatan whose verification should have ended days ago; gives its id."""
    ctx.lapor(0, banyak, "Contoh: UEP yang terlambat diverifikasi")
    kegiatan_id = _usulkan(panggung, pengarang, banyak, "Bantuan UEP Kelompok Warung dan Pangan", 8, 62)
    with panggung.sebagai("staf", 4) as kerja:
        kueri = select(Usulan.id).where(
            Usulan.kegiatan_id == kegiatan_id, Usulan.status == StatusUsulan.DIUSULKAN.value
        )
        separuh = list(kerja.sesi.exec(kueri.order_by(col(Usulan.urut))))[: banyak // 2]
        putuskan(kerja, separuh, HasilVerifikasi.LAYAK, cara="lapangan")
    return kegiatan_id


def mainkan_kembali(panggung: Panggung, pengarang: Pengarang, banyak: int, ctx: JobContext) -> UUID:
    """Play a kegiatan that came back from the decree to the verification; gives its id."""
    ctx.lapor(0, banyak, "Contoh: UEP yang dikembalikan")
    kegiatan_id = _usulkan(panggung, pengarang, banyak, "Bantuan UEP Peralatan Menjahit dan Bengkel", 10, 17)
    with panggung.sebagai("staf", 7) as kerja:
        putuskan_semua(kerja, kegiatan_id, pengarang.acak)
        tuntaskan(kerja, kegiatan_id)
    with panggung.sebagai("kabid", 5) as kerja:
        susun_penetapan(kerja, kegiatan_id)
    with panggung.sebagai("kadis", 1, time(10)) as kerja:
        jalan.kembalikan(kerja, langkah_kini(kerja, kegiatan_id), ke=2, alasan=ALASAN_KEMBALI)
    return kegiatan_id


def _usulkan(panggung: Panggung, pengarang: Pengarang, banyak: int, nama: str, hari: int, desa_mulai: int) -> UUID:
    """Take the proposals of a few desa in, with the disposition of the head (step 1)."""
    desa = NASIONAL.desa_di("62.09")[desa_mulai : desa_mulai + 14]
    orang = pengarang.warga(desa, banyak, [Kategori.KELUARGA_MISKIN])
    tanggal = panggung.mundur(hari)
    with panggung.sebagai("kabid", hari) as kerja:
        kegiatan_id = buat_kegiatan(
            kerja,
            kode_sop="uep",
            nama=f"{nama} {tanggal.year}",
            tahun=tanggal.year,
            jenis_bantuan=JenisBantuan.BARANG,
            nominal=NOMINAL,
            kuota=banyak,
            barang=[DataBarang("Paket peralatan usaha", "paket")],
            desa=sorted({o.kode_desa for o in orang}),
            sumber_dana="APBD Kabupaten Lamandau",
            kode_rekening="5.1.06.01.02.0001",
        )
    with panggung.sebagai("staf", hari, time(10)) as kerja:
        surat = catat_surat_masuk(
            kerja,
            DataSurat(
                "Proposal bantuan usaha ekonomi produktif", tanggal, tanggal, f"140/{hari}/PEM", dari="Kepala Desa",
                kegiatan_id=kegiatan_id,
            ),
        )  # fmt: skip
        impor.kirim(kerja, kegiatan_id, orang, TujuanImpor.USULAN, pengarang.acak)
    with panggung.sebagai("kadis", hari, time(13, 30)) as kerja:
        lembar = DataDisposisi(
            "Kepala Dinas", "Kepala Bidang PSPFM", "Tindak lanjuti sesuai SOP", tanggal, diparaf=True
        )
        disposisikan(kerja, surat, lembar)
    with panggung.sebagai("staf", hari - 1) as kerja:
        tuntaskan(kerja, kegiatan_id)
    return kegiatan_id
