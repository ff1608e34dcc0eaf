"""Where the page Dokumen is asked to go; kept apart so that a desk may say it without loading what draws."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class TujuanDokumen:
    """A kegiatan, and the paper of it that is wanted; several codes mean the first that the kegiatan has ready."""

    kegiatan_id: UUID
    kode: tuple[str, ...] = ()
