"""Bar charts for reports: one bar per desa, split into handed over, not yet and failed."""

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.charts.barcharts import HorizontalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

from app.dokumen.isi_laporan import RekapDesa
from reports.huruf import BIASA, daftarkan_huruf, lebar_teks
from reports.tata_letak import MM

WARNA = {
    "Tersalur": HexColor("#1f6f5c"),
    "Belum": HexColor("#e0a63a"),
    "Tidak tersalur": HexColor("#b5483f"),
}
PER_GRAFIK = 24
_BARIS = 6.2 * MM
_UKURAN = 8


def grafik_desa(rekap: Sequence[RekapDesa], lebar: float) -> list[Any]:
    """Return charts `lebar` points wide, at most `PER_GRAFIK` desa each, all on one scale."""
    daftarkan_huruf()
    terbanyak = max((r.target for r in rekap), default=0)
    potongan = [rekap[i : i + PER_GRAFIK] for i in range(0, len(rekap), PER_GRAFIK)]
    return [_satu(p, lebar, terbanyak) for p in potongan]


def _satu(rekap: Sequence[RekapDesa], lebar: float, terbanyak: int) -> Drawing:
    """Draw one chart; the first desa stands on top."""
    label = [r.desa for r in rekap]
    lebar_label = min(max(lebar_teks(t, BIASA, _UKURAN) for t in label), 48 * MM) + 3 * MM
    tinggi = len(rekap) * _BARIS
    gambar = Drawing(lebar, tinggi + 20 * MM)
    batang = HorizontalBarChart()
    batang.x, batang.y = lebar_label, 15 * MM
    batang.width, batang.height = lebar - lebar_label - 8 * MM, tinggi
    batang.data = [[r.tersalur for r in rekap], [r.belum for r in rekap], [r.gagal for r in rekap]]
    batang.categoryAxis.style = "stacked"
    batang.categoryAxis.reverseDirection = 1
    batang.categoryAxis.categoryNames = label
    batang.categoryAxis.labels.fontName = batang.valueAxis.labels.fontName = BIASA
    batang.categoryAxis.labels.fontSize = batang.valueAxis.labels.fontSize = _UKURAN
    batang.categoryAxis.tickLeft = 0
    batang.valueAxis.valueMin, batang.valueAxis.valueMax = 0, max(terbanyak, 1)
    batang.valueAxis.valueStep = _langkah(terbanyak)
    batang.valueAxis.labelTextFormat = "%d"
    batang.valueAxis.visibleGrid = 1
    batang.valueAxis.gridStrokeColor = HexColor("#d0d0d0")
    batang.barWidth, batang.groupSpacing = 4, 2
    for urutan, warna in enumerate(WARNA.values()):
        batang.bars[urutan].fillColor = warna
        batang.bars[urutan].strokeColor = None
    gambar.add(batang)
    gambar.add(_keterangan(lebar_label))
    return gambar


def _langkah(terbanyak: int) -> int:
    """Return a round step that gives about five marks on the axis."""
    langkah = 1
    for calon in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000, 100000):
        langkah = calon
        if calon * 6 >= terbanyak:
            break
    return langkah


def _keterangan(x: float) -> Legend:
    legenda = Legend()
    legenda.x, legenda.y = x, 1 * MM
    legenda.boxAnchor = "sw"
    legenda.columnMaximum = 1
    legenda.deltax = 30 * MM
    legenda.dx = legenda.dy = 7
    legenda.fontName, legenda.fontSize = BIASA, _UKURAN
    legenda.alignment = "right"
    legenda.colorNamePairs = [(warna, nama) for nama, warna in WARNA.items()]
    return legenda
