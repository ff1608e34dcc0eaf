"""Whether a step kept its day: by the instant, or by the date on paper."""

from datetime import UTC, date, datetime

import pytest

from app.dokumen.kumpul_langkah import _lewat
from app.kalender import kalender_kantor
from db.model import PelaksanaanLangkah
from tests.helpers.toko import KantorUji

BATAS = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
KINI = datetime(2026, 3, 6, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "selesai", "kertas", "lewat"),
    [
        ("selesai", datetime(2026, 3, 4, 8, tzinfo=UTC), None, False),
        ("selesai", datetime(2026, 3, 4, 10, tzinfo=UTC), None, True),
        ("selesai", datetime(2026, 3, 5, 8, tzinfo=UTC), date(2026, 3, 4), False),
        ("selesai", datetime(2026, 3, 5, 8, tzinfo=UTC), date(2026, 3, 5), True),
        ("berjalan", None, None, True),
        ("dikembalikan", None, None, False),
    ],
)
def test_a_step_is_late_after_its_batas(
    uji: KantorUji, status: str, selesai: datetime | None, kertas: date | None, lewat: bool
) -> None:
    with uji.membaca() as kerja:
        p = PelaksanaanLangkah(
            kegiatan_id=kerja.kantor.id, langkah=1, status=status, batas_pada=BATAS, selesai_pada=selesai,
            tanggal_selesai=kertas,
        )  # fmt: skip
        assert _lewat(p, kalender_kantor(kerja), KINI) is lewat
        p.batas_pada = None
        assert not _lewat(p, kalender_kantor(kerja), KINI)
