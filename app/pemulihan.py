"""Getting back in: the paper recovery key gives an account a new password when nobody else can."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlmodel import select

from app import akses, jejak
from app.kerja import RuangKerja
from db import kunci, toko
from db.galat import KnownError
from db.model import Akun


def pulihkan_sandi(
    folder: Path,
    kunci_kertas: str,
    nama_pengguna: str,
    sandi_baru: str,
    *,
    jam: Callable[[], datetime] = toko.jam_dinding,
    kdf: kunci.Kdf = kunci.KDF_KANTOR,
) -> None:
    """Give an account a new password with the paper key; the account is active afterwards, the trail says how.

    Raises:
        KnownError: `kunci_pemulihan_salah_ketik`, `kunci_pemulihan_salah`, `akun_tidak_ada`, `sandi_lemah`,
            `toko_terbuka`, `toko_tidak_ada`.
    """
    akses.periksa_sandi(sandi_baru, kdf)
    terbuka = toko.buka_dengan_pemulihan(folder, kunci_kertas)
    ruang = RuangKerja(terbuka, jam)
    try:
        with ruang.menulis(akses.PENYIAPAN) as kerja:
            nama = nama_pengguna.strip().lower()
            akun = kerja.sesi.exec(select(Akun).where(Akun.nama_pengguna == nama)).first()
            if akun is None:
                raise KnownError("akun_tidak_ada", nama=nama_pengguna)
            akses.ganti_sandi(kerja, terbuka, akun.id, sandi_baru, kdf=kdf)
            jejak.catat(kerja, "pulihkan_sandi", objek="akun", objek_id=akun.id)
    finally:
        ruang.tutup()
