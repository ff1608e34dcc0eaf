from pathlib import Path

import pytest

from app import akses
from app.akses import PermintaanAkun
from app.kantor import buat_kantor
from app.pemulihan import pulihkan_sandi
from app.penyiapan import usul_kantor
from db.galat import KnownError
from db.istilah import JenisKantor, Peran
from db.kunci import KDF_CONTOH

SANDI = "sandi-lama-1"


@pytest.fixture
def toko_baru(tmp_path: Path) -> tuple[Path, str]:
    admin = PermintaanAkun("rina", "Rina", SANDI, (Peran.ADMINISTRATOR,), kdf=KDF_CONTOH)
    data = usul_kantor(JenisKantor.DINAS, "62.09")
    ruang, _, kunci = akses.siapkan_toko(tmp_path / "data", admin, lambda k: buat_kantor(k, data))
    ruang.tutup()
    return tmp_path / "data", kunci


def test_the_paper_key_gives_a_new_password(toko_baru: tuple[Path, str]) -> None:
    folder, kunci = toko_baru
    pulihkan_sandi(folder, kunci.lower().replace("-", " "), " Rina ", "sandi-baru-1", kdf=KDF_CONTOH)
    ruang, pelaku = akses.masuk(folder, "rina", "sandi-baru-1")
    ruang.tutup()
    assert pelaku.nama == "Rina"
    with pytest.raises(KnownError, match="sandi_salah"):
        akses.masuk(folder, "rina", SANDI)


@pytest.mark.parametrize(
    ("nama", "sandi", "kode"), [("budi", "sandi-baru-1", "akun_tidak_ada"), ("rina", "abc", "sandi_lemah")]
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    toko_baru: tuple[Path, str], nama: str, sandi: str, kode: str
) -> None:
    folder, kunci = toko_baru
    with pytest.raises(KnownError, match=kode):
        pulihkan_sandi(folder, kunci, nama, sandi, kdf=KDF_CONTOH)
    ruang, _ = akses.masuk(folder, "rina", SANDI)
    ruang.tutup()


def test_a_wrong_key_opens_nothing(toko_baru: tuple[Path, str]) -> None:
    folder, kunci = toko_baru
    with pytest.raises(KnownError, match="kunci_pemulihan_salah"):
        pulihkan_sandi(folder, kunci[::-1], "rina", "sandi-baru-1", kdf=KDF_CONTOH)
