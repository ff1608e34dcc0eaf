"""A kegiatan with invented people, straight into the tables: for tests of the rooms after the import."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from app.kerja import Kerja
from app.penetapan import HasilSah, sahkan_sk, susun_penetapan
from db.dasar import id_baru
from db.istilah import JenisBantuan, StatusUsulan
from db.model import Kegiatan, Orang, Tahap, Usulan, Wali

DESA = ("62.09.03.2001", "62.09.03.2002", "62.09.03.2003")
NOMINAL = 1_500_000
_DEPAN = ("Siti", "Nur", "Rahmad", "Supardi", "Mariana", "Yusuf", "Dewi", "Hendra", "Lestari", "Bambang")
_BELAKANG = ("Aminah", "Hayati", "Hidayat", "Santoso", "Ningsih", "Pratama", "Wati", "Gunawan", "Sari", "Wijaya")


def buat_kegiatan(kerja: Kerja, *, tahap: int = 1, **ubah: Any) -> UUID:
    """Write a rehsos kegiatan of 2026 with its tahap; any column can be given."""
    isi: dict[str, Any] = {
        "kantor_id": kerja.kantor.id, "kode_sop": "rehsos", "sop_sidik": "0" * 64, "nama": "Bansos Uji 2026",
        "tahun": 2026, "jenis_bantuan": JenisBantuan.TUNAI.value, "kode_wilayah": "62.09", "nominal": NOMINAL,
        "mulai_pada": date(2026, 1, 5),
    }  # fmt: skip
    kegiatan = Kegiatan(**(isi | ubah))
    kerja.sesi.add(kegiatan)
    kerja.sesi.flush()
    for nomor in range(1, tahap + 1):
        kerja.sesi.add(Tahap(kegiatan_id=kegiatan.id, nomor=nomor, nama=f"Tahap {nomor}"))
    kerja.sesi.flush()
    return kegiatan.id


def nik_uji(nomor: int) -> str:
    """Return an invented NIK; the last four digits are the number."""
    return f"620903{(nomor // 10_000) % 28 + 1:02d}0150{nomor % 10_000:04d}"


def nama_uji(nomor: int) -> str:
    """Return an invented name; two hundred of them, then a number in letters is added."""
    nama = f"{_DEPAN[nomor % 10]} {_BELAKANG[nomor // 10 % 10]}"
    return nama if nomor < 100 else f"{nama} {''.join(chr(65 + int(d)) for d in str(nomor))}"


def isi_usulan(
    kerja: Kerja,
    kegiatan_id: UUID,
    banyak: int,
    *,
    status: StatusUsulan = StatusUsulan.DIUSULKAN,
    desa: Sequence[str] = DESA,
    mulai: int = 1,
    orang: dict[str, Any] | None = None,
    **ubah: Any,
) -> list[UUID]:
    """Propose `banyak` new people, spread over the desa in turn; return the usulan ids in order."""
    nomor = range(mulai, mulai + banyak)
    orang_ids = [id_baru() for _ in nomor]
    kerja.sisip_banyak(
        Orang,
        (
            {
                "id": oid, "nama": nama_uji(n).upper(), "nama_cari": nama_uji(n).upper(), "nik": nik_uji(n),
                "no_kk": f"62090301{n:08d}", "jenis_kelamin": "LP"[n % 2], "tanggal_lahir": date(1950, 1, n % 28 + 1),
                "tempat_lahir": "Nanga Bulik", "alamat": f"Jalan Uji {n}", "rt": "001", "rw": "002",
                "kode_desa": desa[n % len(desa)],
            } | (orang or {})
            for n, oid in zip(nomor, orang_ids, strict=True)
        ),
    )  # fmt: skip
    usulan_ids = [id_baru() for _ in nomor]
    kerja.sisip_banyak(
        Usulan,
        (
            {
                "id": uid, "kegiatan_id": kegiatan_id, "orang_id": oid, "kode_desa": desa[n % len(desa)],
                "kategori": "lansia", "status": status.value,
            } | ubah
            for n, uid, oid in zip(nomor, usulan_ids, orang_ids, strict=True)
        ),
    )  # fmt: skip
    return usulan_ids


def beri_wali(kerja: Kerja, usulan_id: UUID, nama: str, nik: str | None = None, hubungan: str = "Ibu kandung") -> UUID:
    """Record a wali for the person of a usulan."""
    usulan = kerja.sesi.get_one(Usulan, usulan_id)
    wali = Wali(orang_id=usulan.orang_id, nama=nama, nik=nik, hubungan=hubungan, sejak=date(2026, 1, 1))
    kerja.sesi.add(wali)
    kerja.sesi.flush()
    usulan.wali_id = wali.id
    kerja.sesi.flush()
    return wali.id


def tetapkan(
    kerja: Kerja, kegiatan_id: UUID, nomor: str = "188.45/1/2026", tanggal: date = date(2026, 2, 27)
) -> HasilSah:
    """Freeze the layak usulan and record their decree."""
    susun_penetapan(kerja, kegiatan_id)
    kerja.alasan_tanggal = "Data uji"  # a test may decide today and date the decree before
    hasil = sahkan_sk(kerja, kegiatan_id, nomor=nomor, tanggal=tanggal)
    kerja.alasan_tanggal = ""
    return hasil


def kegiatan_sah(kerja: Kerja, banyak: int, *, tahap: int = 1, **ubah: Any) -> UUID:
    """Write a kegiatan whose `banyak` people are on a decree."""
    kegiatan_id = buat_kegiatan(kerja, tahap=tahap, **ubah)
    isi_usulan(kerja, kegiatan_id, banyak, status=StatusUsulan.LAYAK)
    tetapkan(kerja, kegiatan_id)
    return kegiatan_id
