"""Distribution day: who is owed what, who received, who did not and why, and the sums of it.

(siti,) = cari_penerima(kerja, kegiatan_id, tahap_id, "SLR1-…")
tindakan = catat_hasil(kerja, siti.alokasi_id, HasilSalur.SENDIRI)
batalkan_hasil(kerja, tindakan.penyaluran_ids[0], alasan="salah orang")
"""

from app.penyaluran.cari import (
    CatatanTerakhir,
    baku_kode,
    cari_penerima,
    catatan_terakhir,
    daftar_serah,
    lihat_serah,
    satu_penerima,
    semua_serah,
    sewali,
    tindakan_terakhir,
)
from app.penyaluran.catat import (
    EntriDitolak,
    RingkasanCatat,
    Tindakan,
    batalkan_hasil,
    catat_banyak,
    catat_hasil,
    periksa_banyak,
)
from app.penyaluran.dana import belum_masuk, catat_dana_masuk
from app.penyaluran.isian import SAKSI_CAP_JEMPOL, Entri, Wakil
from app.penyaluran.keadaan import (
    CatatanSalur,
    Keadaan,
    KeadaanKomponen,
    Komponen,
    SilangDana,
    StatusSalur,
    SumberDana,
)
from app.penyaluran.muat import BarisSerah, KunciSerah
from app.penyaluran.ringkas import HitungBarang, HitungSalur, Jumlah, RingkasanPenyaluran, geser, ringkasan_penyaluran

__all__ = [
    "SAKSI_CAP_JEMPOL",
    "BarisSerah",
    "CatatanSalur",
    "CatatanTerakhir",
    "Entri",
    "EntriDitolak",
    "HitungBarang",
    "HitungSalur",
    "Jumlah",
    "Keadaan",
    "KeadaanKomponen",
    "Komponen",
    "KunciSerah",
    "RingkasanCatat",
    "RingkasanPenyaluran",
    "SilangDana",
    "StatusSalur",
    "SumberDana",
    "Tindakan",
    "Wakil",
    "baku_kode",
    "batalkan_hasil",
    "belum_masuk",
    "cari_penerima",
    "catat_banyak",
    "catat_dana_masuk",
    "catat_hasil",
    "catatan_terakhir",
    "daftar_serah",
    "geser",
    "lihat_serah",
    "periksa_banyak",
    "ringkasan_penyaluran",
    "satu_penerima",
    "semua_serah",
    "sewali",
    "tindakan_terakhir",
]
