"""The sample's balakas: Kecamatan Awayan in the days of its hand-over."""

from datetime import time
from uuid import UUID

from app.contoh import impor, serah
from app.contoh.alur import lengkapi, tuntaskan
from app.contoh.orang import OrangContoh, Pengarang
from app.contoh.panggung import Panggung
from app.jobs import JobContext
from app.kegiatan import DataBarang, buat_kegiatan
from app.kerja import Kerja
from app.penetapan import terima_daftar
from app.register import DataDisposisi, DataSurat, catat_surat_masuk, disposisikan
from app.spt import DataSpt, Jadwal, PetugasSpt, atur_jadwal, buat_spt
from app.wilayah import NASIONAL
from db.istilah import JenisBantuan, Kategori, SifatSurat, TujuanImpor

AREA = "63.11.03"
_SURAT = "460/118/DSPPAPMD/{tahun}"


def mainkan(panggung: Panggung, pengarang: Pengarang, banyak: int, ctx: JobContext) -> UUID:
    """Play the kegiatan of the kecamatan up to its second day of hand-over; gives its id."""
    ctx.lapor(0, banyak, "Contoh: penyaluran Kecamatan Awayan")
    orang = pengarang.warga(NASIONAL.anak(AREA), banyak, [Kategori.KELUARGA_MISKIN])
    kegiatan_id = _terima_surat(panggung)
    with panggung.sebagai("kasi_pmdk", 8) as kerja:
        impor.kirim(kerja, kegiatan_id, orang, TujuanImpor.PENERIMA, pengarang.acak)
        terima_daftar(
            kerja, kegiatan_id, tanggal=panggung.mundur(9), nomor=_SURAT.format(tahun=panggung.mundur(10).year),
            penandatangan="Kepala DSPPAPMD", jabatan_penandatangan="Kepala DSPPAPMD Kabupaten Balangan",
        )  # fmt: skip
    with panggung.sebagai("kasi_pmdk", 7) as kerja:
        tuntaskan(kerja, kegiatan_id)
    with panggung.sebagai("kasi_pmdk", 6) as kerja:
        _tugaskan(panggung, kerja, kegiatan_id, orang)
        tuntaskan(kerja, kegiatan_id)
    serah.salurkan(panggung, "seksi_kesra", kegiatan_id, pengarang, (3, 2, 1), sampai=60)
    with panggung.sebagai("seksi_kesra", 1, time(15)) as kerja:
        lengkapi(kerja, kegiatan_id, ["sarana"])
    return kegiatan_id


def _terima_surat(panggung: Panggung) -> UUID:
    """Take the letter of the dinas in and let the Camat write on it (steps 1 and 2)."""
    tanggal, tahun = panggung.mundur(10), panggung.mundur(10).year
    with panggung.sebagai("kasi_pmdk", 10) as kerja:
        kegiatan_id = buat_kegiatan(
            kerja, kode_sop="balakas", nama=f"Penyaluran BALAKAS Kecamatan Awayan {tahun}", tahun=tahun,
            jenis_bantuan=JenisBantuan.BARANG, barang=[DataBarang("Beras 5 kg", "karung", 2)],
            desa=[d.kode for d in NASIONAL.anak(AREA)],
        )  # fmt: skip
    with panggung.sebagai("staf_awayan", 10, time(9, 10)) as kerja:
        surat = catat_surat_masuk(
            kerja,
            DataSurat(
                "Pemberitahuan penyaluran bantuan sosial", tanggal, panggung.mundur(12), _SURAT.format(tahun=tahun),
                dari="DSPPAPMD Kabupaten Balangan", sifat=SifatSurat.SEGERA, kegiatan_id=kegiatan_id,
            ),
        )  # fmt: skip
        tuntaskan(kerja, kegiatan_id)
    with panggung.sebagai("camat", 10, time(10)) as kerja:
        lembar = DataDisposisi(
            "Camat", "Kasi PMDK dan TKSK", "Siapkan data penerima dan jadwal per desa", tanggal, diparaf=True
        )
        disposisikan(kerja, surat, lembar)
        tuntaskan(kerja, kegiatan_id)
    return kegiatan_id


def _tugaskan(panggung: Panggung, kerja: Kerja, kegiatan_id: UUID, orang: list[OrangContoh]) -> None:
    """Write the SPT and the schedule per desa (step 4)."""
    petugas = (PetugasSpt("Rabiatul Syukur, S.Sos.", "Kasi PMDK", "Penata Tingkat I (III/d)", "198303222008012907"),
               PetugasSpt("Misnawati", "Seksi Kesra dan Pelayanan Desa"))  # fmt: skip
    buat_spt(
        kerja,
        kegiatan_id,
        DataSpt(
            tanggal=panggung.mundur(6), petugas=petugas,
            untuk=("Menyalurkan bantuan sosial di desa", "Membuat laporan kegiatan"),
            mulai=panggung.mundur(3), sampai=panggung.mundur(1), tempat="Desa se-Kecamatan Awayan",
            dasar=(f"Surat DSPPAPMD Nomor {_SURAT.format(tahun=panggung.mundur(10).year)}",), tembusan=("Arsip",),
        ),
    )  # fmt: skip
    desa = sorted({o.kode_desa for o in orang})
    atur_jadwal(
        kerja,
        kegiatan_id,
        [
            Jadwal(
                kode, panggung.mundur(3 - n % 3), "08.30–12.00", "Balai desa", "Kumpul di balai desa", ("Misnawati",)
            )
            for n, kode in enumerate(desa)
        ],
    )
