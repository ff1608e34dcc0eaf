"""A day out of order in the window: asked about once, kept with its reason, and given up without a trace."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app import jejak
from app.kegiatan import buat_kegiatan
from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from app.urutan_hari import AKSI, wajib_urut
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import NOMINAL
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from ui.penetapan.dialog import DialogKalimat

LAMA = date(2025, 3, 2)


@pytest.fixture
def kegiatan(uji: KantorUji) -> UUID:
    with uji.menulis() as kerja:
        return buat_kegiatan(kerja, kode_sop="rehsos", nama="Uji", tahun=2026, nominal=NOMINAL)


@pytest.mark.parametrize("alasan", ["Menurut kertas", None])
def test_the_reason_is_asked_for_once_and_the_act_repeated(
    uji: KantorUji, kegiatan: UUID, qtbot: QtBot, pesan_uji: PenyampaiUji, monkeypatch: pytest.MonkeyPatch,
    alasan: str | None,
) -> None:  # fmt: skip
    ditanya: list[str] = []
    monkeypatch.setattr(
        DialogKalimat, "ask", classmethod(lambda _k, _i, _j, kalimat, *_: ditanya.append(kalimat) or alasan)
    )
    konteks = layar(uji).konteks
    induk = QWidget()
    qtbot.addWidget(induk)

    def jalan(kerja: Kerja) -> None:
        wajib_urut(kerja, lihat_kegiatan(kerja, kegiatan), LAMA, "tanggal SK")

    for _ in range(2):
        konteks.tulis("Mencatat SK", jalan, induk=induk)
    with uji.membaca() as kerja:
        tercatat = [b.rincian["alasan"] for b in jejak.riwayat(kerja, kegiatan_id=kegiatan) if b.aksi == AKSI]
    assert tercatat == ([alasan] * 2 if alasan else [])
    assert len(ditanya) == (1 if alasan else 2)
    assert "awal kegiatan (1 Januari 2026)" in ditanya[0]
    assert bool(pesan_uji.semua) == (alasan is None)
