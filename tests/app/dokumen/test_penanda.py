"""From the office's officials to the lines under a paper."""

from datetime import date

import pytest

from app.dokumen.isi import Permintaan
from app.dokumen.kumpul_kepala import kumpul_kepala, penanda, pilih_pejabat
from app.kantor import JABATAN_PENANDA, DataPejabat, pejabat, simpan_pejabat
from app.pijakan import lihat_kegiatan
from db.galat import KnownError
from db.istilah import CaraJabatan
from tests.helpers.kegiatan import buat_kegiatan
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


def test_on_behalf_and_through_reach_the_paper(uji: KantorUji) -> None:
    data = DataPejabat(
        "ANI, S.Sos.", "Asisten Pemerintahan", "sekda", "Pembina", "IV/a", "197812112006041006", CaraJabatan.PLH,
        atas_nama="Bupati Lamandau", untuk_beliau="Sekretaris Daerah",
    )  # fmt: skip
    with uji.menulis("admin") as kerja:
        pejabat_id = simpan_pejabat(kerja, data)
    with uji.membaca() as kerja:
        satu = penanda(pejabat(kerja, pejabat_id))
    assert satu is not None
    assert (satu.atas_nama, satu.untuk_beliau) == ("Bupati Lamandau", "Sekretaris Daerah")
    assert (satu.cara, satu.pangkat, satu.nip) == (CaraJabatan.PLH, "Pembina (IV/a)", "197812112006041006")


def test_through_means_nothing_without_on_behalf(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja, pytest.raises(KnownError) as salah:
        simpan_pejabat(kerja, DataPejabat("ANI", "Asisten", untuk_beliau="Sekretaris Daerah"))
    assert salah.value.kode == "isian_kosong"


@pytest.mark.parametrize("kunci", [k for k, _ in JABATAN_PENANDA])
def test_every_post_is_found_by_its_key(uji: KantorUji, kunci: str) -> None:
    with uji.menulis("admin") as kerja:
        simpan_pejabat(kerja, DataPejabat(f"NAMA {kunci}", "Jabatan", kunci))
        terpilih = pilih_pejabat(kerja, None, ("tidak-ada", kunci), HARI)
    assert terpilih is not None
    assert terpilih.nama == f"NAMA {kunci}"


def test_only_elected_posts_stand_without_an_nip_line() -> None:
    tanpa = {k for k, _ in JABATAN_PENANDA if not _ber_nip(k)}
    assert tanpa == {"bupati", "kades"}


def test_a_lurah_has_an_nip_line_and_a_kepala_desa_has_none() -> None:
    lurah = penanda(DataPejabat("A", "Lurah Nanga Bulik", "kades", kode_desa="62.09.03.1001"))
    kades = penanda(DataPejabat("A", "Kepala Desa Kujan", "kades", kode_desa="62.09.03.2001"))
    assert lurah is not None
    assert kades is not None
    assert (lurah.ber_nip, kades.ber_nip) == (True, False)


def _ber_nip(kunci: str) -> bool:
    satu = penanda(DataPejabat("A", "B", kunci))
    assert satu is not None
    return satu.ber_nip


def test_a_post_stands_by_itself_until_its_holder_is_named(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan = lihat_kegiatan(kerja, buat_kegiatan(kerja))
        kepala = kumpul_kepala(kerja, kegiatan, Permintaan()).penanda
        bendahara = kumpul_kepala(kerja, kegiatan, Permintaan(), kunci=("bendahara",)).penanda
    assert kepala is not None
    assert (kepala.jabatan, kepala.nama) == ("Kepala Dinas Sosial Kabupaten Lamandau", "")
    assert bendahara is None
