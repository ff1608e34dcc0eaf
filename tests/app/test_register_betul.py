"""A line of the register of services is corrected in the open: the number stays, what stood there stays to be read."""

from datetime import date
from uuid import uuid4

import pytest

from app.dokumen.kumpul_register import isi_register
from app.register import buku_pelayanan, catat_pelayanan
from app.register_betul import betulkan_pelayanan
from db.galat import KnownError
from tests.helpers.toko import KINI, KantorUji

HARI = KINI.date()


def test_a_correction_shows_what_stood_there(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        satu = catat_pelayanan(kerja, "Mariana", "Surat keterangan", keterangan="Datang sendiri")
        baru = betulkan_pelayanan(kerja, satu.id, alasan="Salah ketik", nama="Mariani", tanggal=date(2026, 3, 1))
        assert (baru.nomor, baru.nama, baru.tanggal) == (satu.nomor, "Mariani", date(2026, 3, 1))
        kata = "Dibetulkan 2 Mar 2026: tanggal semula “2 Mar 2026”, nama semula “Mariana”; Salah ketik."
        assert baru.keterangan == f"Datang sendiri {kata}"
        dua = betulkan_pelayanan(kerja, satu.id, alasan="Keliru", keperluan="Usulan DTKS")
        assert dua.keterangan.count("Dibetulkan") == 2
        assert buku_pelayanan(kerja, HARI, HARI) == []
        kertas = isi_register(kerja, "pelayanan", date(2026, 3, 1), HARI)
    assert any("semula “Mariana”" in sel for baris in kertas.isi[0].baris for sel in baris)  # type: ignore[union-attr]  # the table


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"nama": "Mariana"}, "pelayanan_tidak_berubah"),
        ({}, "pelayanan_tidak_berubah"),
        ({"nama": " "}, "isian_kosong"),
        ({"nama": "Lain", "alasan": " "}, "isian_kosong"),
        ({"tanggal": date(2026, 3, 3)}, "tanggal_di_depan"),
    ],
)
def test_what_is_no_correction_is_refused(uji: KantorUji, ubah: dict[str, object], kode: str) -> None:
    with uji.menulis() as kerja:
        satu = catat_pelayanan(kerja, "Mariana", "Surat keterangan")
        with pytest.raises(KnownError, match=kode):
            betulkan_pelayanan(kerja, satu.id, **({"alasan": "Salah"} | ubah))  # type: ignore[arg-type]  # many cases
        with pytest.raises(KnownError, match="pelayanan_tidak_ada"):
            betulkan_pelayanan(kerja, uuid4(), alasan="Salah", nama="Lain")
