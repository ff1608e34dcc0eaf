"""Receipts that were printed before a change are told at the table."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from app.bahasa.galat import kalimat
from app.dokumen.daftar import hitung_tanda_terima
from app.dokumen.isi import Permintaan
from app.orang import koreksi_orang
from app.penetapan import sahkan_sk, susun_perubahan
from app.penyaluran import BarisSerah, semua_serah
from app.penyaluran.cetakan import keraguan_kertas
from db.istilah import StatusUsulan
from db.model import Penetapan
from tests.helpers.kegiatan import isi_usulan, kegiatan_sah
from tests.helpers.toko import KantorUji


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return kegiatan_sah(kerja, 2)


def ragu(uji: KantorUji, kegiatan: UUID, nomor: int = 0) -> str:
    with uji.membaca() as kerja:
        salah = keraguan_kertas(kerja, list(semua_serah(kerja, kegiatan))[nomor])
    return kalimat(salah) if salah else ""


def satu(uji: KantorUji, kegiatan: UUID) -> BarisSerah:
    with uji.membaca() as kerja:
        return next(iter(semua_serah(kerja, kegiatan)))


def test_a_corrected_name_is_told_while_the_list_does_not_know_it(uji: KantorUji, kegiatan: UUID) -> None:
    assert ragu(uji, kegiatan) == ""
    with uji.menulis() as kerja:
        hitung_tanda_terima(kerja, kegiatan, Permintaan())
        koreksi_orang(kerja, satu(uji, kegiatan).orang_id, alasan="salah tulis", nama="SITI BETUL")
    assert "diperbaiki menjadi SITI BETUL" in ragu(uji, kegiatan)
    assert ragu(uji, kegiatan, 1) == ""


def test_a_receipt_older_than_the_decree_is_printed_again(uji: KantorUji, kegiatan: UUID) -> None:
    with uji.menulis() as kerja:
        hitung_tanda_terima(kerja, kegiatan, Permintaan())
        koreksi_orang(kerja, satu(uji, kegiatan).orang_id, alasan="salah tulis", nama="SITI BETUL")
    uji.jam.kini += timedelta(days=1)
    with uji.menulis() as kerja:
        (baru,) = isi_usulan(kerja, kegiatan, 1, status=StatusUsulan.LAYAK, mulai=50)
        susun_perubahan(kerja, kegiatan, tambah=[baru])
        sahkan_sk(kerja, kegiatan, nomor="188.45/2/2026", tanggal=date(2026, 3, 3))
        assert len(kerja.sesi.exec(select(Penetapan)).all()) == 2
    nomor = next(n for n, b in enumerate(_semua(uji, kegiatan)) if b.nama == "SITI BETUL")
    assert "dicetak 2 Maret 2026, sebelum SK Perubahan" in ragu(uji, kegiatan, nomor)
    assert [ragu(uji, kegiatan, n) for n in range(3) if n != nomor] == ["", ""]
    uji.jam.kini += timedelta(hours=1)
    with uji.menulis() as kerja:
        hitung_tanda_terima(kerja, kegiatan, Permintaan())
    assert ragu(uji, kegiatan, nomor) == ""


def _semua(uji: KantorUji, kegiatan: UUID) -> list[BarisSerah]:
    with uji.membaca() as kerja:
        return list(semua_serah(kerja, kegiatan))
