"""Automatic points: made only after a change, sharing attachments, thinned out by age, each one restorable."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import cadangan, jejak, orang
from app.akses import masuk
from db import cadangan_otomatis as otomatis
from db.galat import KnownError
from tests.helpers.toko import SANDI, KantorUji

waktu = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


def kerjakan(uji: KantorUji, isi: bytes | None = None) -> None:
    """Do something that leaves a line, with an attachment if given."""
    uji.jam.kini += timedelta(hours=1)
    with uji.menulis() as kerja:
        jejak.catat(kerja, "uji")
        if isi is not None:
            kerja.simpan_lampiran(isi, f"{isi.decode()}.txt")


def lampiran(uji: KantorUji) -> list[Path]:
    return list((uji.folder / otomatis.FOLDER / "lampiran").iterdir())


def test_a_point_is_made_only_after_a_change(uji: KantorUji) -> None:
    assert cadangan.cadangkan_otomatis(uji.ruang) == uji.jam.kini
    assert cadangan.cadangkan_otomatis(uji.ruang) is None
    kerjakan(uji)
    assert cadangan.cadangkan_otomatis(uji.ruang) == uji.jam.kini
    assert len(cadangan.titik_otomatis(uji.folder)) == 2


def test_points_share_attachments(uji: KantorUji) -> None:
    kerjakan(uji, b"satu")
    cadangan.cadangkan_otomatis(uji.ruang)
    kerjakan(uji, b"dua")
    cadangan.cadangkan_otomatis(uji.ruang)
    baru, lama = otomatis.daftar(uji.folder)
    assert (len(lama.lampiran), len(baru.lampiran), len(lampiran(uji))) == (1, 2, 2)
    assert b"satu" not in b"".join(b.read_bytes() for b in lampiran(uji))


@pytest.mark.parametrize("sebagai_berkas", [True, False])
def test_a_point_brings_the_store_back_with_its_attachments(uji: KantorUji, sebagai_berkas: bool) -> None:
    with uji.menulis() as kerja:
        siti = orang.orang_baru(kerja, orang.DataOrang("Siti"))
        orang.tautkan_berkas(kerja, siti, b"foto", "ktp.jpg")
    cadangan.cadangkan_otomatis(uji.ruang)
    with uji.menulis() as kerja:
        orang.koreksi_orang(kerja, siti, alasan="salah ketik", nama="Bukan Siti")
    uji.ruang.tutup()
    titik = cadangan.titik_otomatis(uji.folder)[0][1]
    cadangan.pulihkan(titik / "manifest.json" if sebagai_berkas else titik, uji.folder, masuk=("operator", SANDI))
    ruang, pelaku = masuk(uji.folder, "operator", SANDI)
    with ruang.membaca(pelaku) as kerja:
        halaman = orang.lihat_orang(kerja, siti)
        assert halaman.data.nama == "Siti"
        assert kerja.baca_lampiran(halaman.berkas[0].lampiran_id) == b"foto"
    ruang.tutup()


def test_a_lost_shared_attachment_is_said_and_changes_nothing(uji: KantorUji) -> None:
    kerjakan(uji, b"satu")
    cadangan.cadangkan_otomatis(uji.ruang)
    lampiran(uji)[0].unlink()
    uji.ruang.tutup()
    with pytest.raises(KnownError, match="cadangan_rusak"):
        cadangan.pulihkan(cadangan.titik_otomatis(uji.folder)[0][1], uji.folder, masuk=("operator", SANDI))
    masuk(uji.folder, "operator", SANDI)[0].tutup()


def test_what_is_no_point_is_refused(uji: KantorUji, tmp_path: Path) -> None:
    (tmp_path / "kosong").mkdir()
    uji.ruang.tutup()
    with pytest.raises(KnownError, match="bukan_cadangan"):
        cadangan.pulihkan(tmp_path / "kosong", uji.folder)


def test_old_points_are_thinned_out_with_their_attachments(uji: KantorUji) -> None:
    for n in range(28):
        kerjakan(uji, f"berkas{n}".encode() if n % 9 == 0 else None)
        otomatis.buat(uji.ruang.toko, uji.jam.kini)
    titik = otomatis.daftar(uji.folder)
    assert 24 <= len(titik) < 28
    assert {b.name for b in lampiran(uji)} == {nama for t in titik for nama in t.lampiran}


@given(st.lists(waktu, min_size=1, max_size=200))
def test_the_newest_always_stays_and_the_number_is_bounded(semua: list[datetime]) -> None:
    tetap = otomatis.disimpan(semua)
    assert max(semua) in tetap
    assert tetap <= set(semua)
    assert len(tetap) <= sum(banyak for banyak, _ in otomatis.SIMPAN)
    assert otomatis.disimpan(tetap) == tetap
