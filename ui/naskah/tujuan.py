"""Where the page Kata-kata dokumen is asked to go; kept apart so that others may say it without loading the page."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class TujuanNaskah:
    """A text by its code, and the kegiatan with which to show it; both may be left to the page."""

    kode: str = ""
    kegiatan_id: UUID | None = None
