"""A list leaves as it is seen: its rows, its order, its columns, numbers as text and masked; and the trail says so."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from sqlmodel import col, select

from app.orang import RingkasanOrang
from db.model import Jejak
from tests.helpers.jendela import PenyampaiUji
from tests.helpers.kegiatan import kegiatan_sah
from tests.helpers.konteks import layar
from tests.helpers.toko import KantorUji
from ui.komponen import Kolom, ModelTabel, Pilihan, TabelData
from ui.komponen.ekspor import TombolEkspor, kata_saringan
from ui.komponen.model_bertahap import ModelBertahap
from ui.orang.pencarian import PencarianOrang

Baris = tuple[str, str, int | None, date]
ISI: list[Baris] = [
    ("SITI", "6209034101650001", 1_500_000, date(2026, 3, 5)),
    ("=BUDI", "6209034101650002", None, date(2026, 3, 4)),
    ("+62 ANI", "6209034101650003", 2_000_000, date(2026, 3, 6)),
]
KOLOM: list[Kolom[Baris]] = [
    Kolom("Nama", lambda b: b[0], lebar=0),
    Kolom("NIK", lambda b: b[1], lambda n: f"{n[:6]}•••••• {n[-4:]}", lebar=165),
    Kolom("Nilai", lambda b: b[2], lambda n: "—" if n is None else f"Rp {n}", kanan=True),
    Kolom("Tanggal", lambda b: b[3], date.isoformat),
]


def _simpan_ke(monkeypatch: pytest.MonkeyPatch, ke: Path | None) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(ke) if ke else "", ""))


def _sel(berkas: Path) -> list[list[Any]]:
    ws = load_workbook(BytesIO(berkas.read_bytes())).active
    assert ws is not None
    return [[s.value for s in baris] for baris in ws.iter_rows()]


def _ekspor(
    uji: KantorUji, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ke: Path, tabel: TabelData, **isi: Any
) -> TombolEkspor:
    _simpan_ke(monkeypatch, ke)
    tombol = TombolEkspor(layar(uji).konteks, tabel, "Daftar uji", **isi)
    for satu in (tombol, tabel):
        qtbot.addWidget(satu)
    tabel.resize(700, 300)
    tabel.show()
    tombol.show()
    return tombol


def test_what_is_seen_is_what_leaves(
    uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    tabel = TabelData(ModelTabel(KOLOM, ISI), nama="Daftar uji")
    cari = QLineEdit("an")
    qtbot.addWidget(cari)
    tombol = _ekspor(uji, qtbot, monkeypatch, tmp_path / "a", tabel, saringan=(cari,))
    tabel.atur_saringan(lambda b: b[0] != "SITI")
    tabel.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    tabel.setColumnHidden(3, True)
    tabel.horizontalHeader().moveSection(1, 0)
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(pesan_uji.semua))
    judul, siapa, saringan, kepala, *isi = _sel(tmp_path / "a.xlsx")
    assert judul[0] == "Daftar uji"
    assert "serba, 2 baris" in siapa[0]
    assert saringan[0] == 'Saringan: "an"'
    assert kepala == ["NIK", "NAMA", "NILAI"]
    assert isi == [["620903•••••• 0003", "+62 ANI", 2_000_000], ["620903•••••• 0002", "=BUDI", None]]
    with uji.membaca() as kerja:
        jejak = kerja.sesi.exec(select(Jejak).where(Jejak.aksi == "ekspor_daftar")).one()
    assert (jejak.rincian["daftar"], jejak.rincian["baris"]) == ("Daftar uji", 2)


def test_the_tables_menu_offers_it_too_and_giving_up_writes_nothing(
    uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tabel = TabelData(ModelTabel(KOLOM, ISI), nama="Daftar uji")
    tombol = _ekspor(uji, qtbot, monkeypatch, tmp_path / "a.xlsx", tabel)
    assert tombol.aksi in tabel.actions()
    _simpan_ke(monkeypatch, None)
    tombol.aksi.trigger()
    assert not tombol._tunda.isActive()
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_list_that_is_fetched_page_by_page_leaves_whole(
    uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    model: ModelBertahap[Baris] = ModelBertahap(KOLOM, lambda b: b[2], 10)
    semua = [(f"ORANG {n:04}", f"{n:016}", n, date(2026, 1, 1)) for n in range(95)]
    model.cari(lambda setelah: semua[0 if setelah is None else setelah + 1 :][:10])
    tabel = TabelData(model, nama="Daftar uji")
    tombol = _ekspor(uji, qtbot, monkeypatch, tmp_path / "a.xlsx", tabel)
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(pesan_uji.semua))
    assert [b[0] for b in _sel(tmp_path / "a.xlsx")[3:]] == [s[0] for s in semua]


def test_fetching_can_be_stopped(uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model: ModelBertahap[Baris] = ModelBertahap(KOLOM, lambda b: b[2], 10)
    tanpa_akhir = lambda setelah: [("A", "1", (setelah or 0) + n, date(2026, 1, 1)) for n in range(1, 11)]  # noqa: E731
    model.cari(tanpa_akhir)
    tombol = _ekspor(uji, qtbot, monkeypatch, tmp_path / "a.xlsx", TabelData(model, nama="Daftar uji"))
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Mengambil" in tombol.text())
    qtbot.mouseClick(tombol, Qt.MouseButton.LeftButton)
    assert not tombol._tunda.isActive()
    assert not (tmp_path / "a.xlsx").exists()


def test_what_narrows_a_list_is_said(qtbot: QtBot) -> None:
    cari, desa = QLineEdit("  "), Pilihan([("1", "Desa Guci")], kosong="Semua desa")
    for satu in (cari, desa):
        qtbot.addWidget(satu)
    assert kata_saringan((cari, desa)) == ""
    cari.setText("siti")
    desa.nilai = "1"
    assert kata_saringan((cari, desa)) == '"siti", Desa Guci'


def test_people_leave_masked_as_they_stand(
    uji: KantorUji, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pesan_uji: PenyampaiUji
) -> None:
    with uji.menulis() as kerja:
        kegiatan_sah(kerja, 5)
    halaman = layar(uji).tampil(PencarianOrang(layar(uji).konteks), qtbot)
    halaman.muat()
    _simpan_ke(monkeypatch, tmp_path / "orang.xlsx")
    qtbot.mouseClick(halaman.ekspor, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(pesan_uji.semua))
    orang: list[RingkasanOrang] = halaman.tabel.tampak
    teks = str(_sel(tmp_path / "orang.xlsx"))
    assert all(o.nama in teks for o in orang)
    assert len(orang) == 5
    with uji.membaca() as kerja:
        aksi = kerja.sesi.exec(select(Jejak.aksi).order_by(col(Jejak.urut).desc())).first()
    assert aksi == "ekspor_daftar"
    assert not any(nik in teks for nik in ("6209030101500001", "620903 010150 0001"))
