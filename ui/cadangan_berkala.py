"""Makes automatic backup points while the window is open: one soon after sign-in, then every half hour of change."""

from PySide6.QtCore import QObject, QTimer, Slot

from app.cadangan import cadangkan_otomatis
from app.kerja import RuangKerja
from ui.jobs import JobRunner

AWAL_MS = 60_000
JEDA_MS = 30 * 60_000


class CadanganBerkala(QObject):
    """Runs beside the writer, off the GUI thread; says so when the disk does not let it, and tries again later."""

    def __init__(self, ruang: RuangKerja, jobs: JobRunner, induk: QObject | None) -> None:
        super().__init__(induk)
        self._ruang = ruang
        self._jobs = jobs
        self.jam = QTimer(self)
        self.jam.setInterval(AWAL_MS)
        self.jam.timeout.connect(self.cadangkan)
        self.jam.start()

    @Slot()
    def cadangkan(self) -> None:
        """Make a point if something happened since the last one."""
        self.jam.setInterval(JEDA_MS)
        self._jobs.jalankan("Membuat cadangan otomatis", lambda _ctx: cadangkan_otomatis(self._ruang), baca=True)
