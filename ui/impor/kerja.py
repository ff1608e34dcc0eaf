"""What the wizard asks of the office's rules: every act judges the preview again and gives back a fresh view.

All of it runs one after the other on the writer's thread, so that nothing changes a preview while another act reads it;
nothing is written before the last step.
"""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.jobs import JobContext
from app.kantor import lihat_kantor
from app.kerja import Kerja
from app.usulan import periksa
from app.usulan.bentuk import Baris, HasilImpor
from app.usulan.buku import tolakan_pratinjau
from app.usulan.pasangan import Pasangan, daftar_pasangan, putuskan_pasangan, tunda_pasangan
from app.usulan.pemetaan import PemetaanBernama, simpan_pemetaan
from app.usulan.simpan import Tersimpan, simpan_impor
from app.wilayah import peta_kantor
from db.istilah import Kiriman
from ui.halaman import Konteks
from ui.impor.tulisan import KunciBaris, Pandangan, susun
from ui.jobs import Area


class KerjaImpor(QObject):
    """The preview of one wizard. `berubah` is emitted with every new view, `tersimpan` once it is stored."""

    berubah = Signal()
    tersimpan = Signal(object)

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, induk: QObject) -> None:
        super().__init__(induk)
        self._konteks, self._induk = konteks, induk
        self.kegiatan_id = kegiatan_id
        self._hasil: HasilImpor | None = None
        self.pandangan: Pandangan | None = None
        self.pasangan: tuple[Pasangan, ...] = ()
        self.nama_desa: dict[str, str] = {}

    # --- reading and judging -----------------------------------------------------------------------------------------

    def baca(
        self,
        berkas: list[Path],
        kiriman: Kiriman,
        pengirim: str | None,
        pemetaan: PemetaanBernama | None,
        berhasil: Callable[[], object],
    ) -> None:
        """Read and judge files; progress is shown and can be cancelled."""
        kolom = pemetaan.kolom if pemetaan else None

        def jalan(kerja: Kerja, ctx: JobContext) -> HasilImpor:
            return periksa.periksa_berkas(
                kerja, berkas, self.kegiatan_id, kiriman=kiriman, pengirim_kode=pengirim, pemetaan=kolom, ctx=ctx
            )

        self._jalankan(self.tr("Membaca dan memeriksa berkas"), jalan, berhasil)

    def ubah_sel(self, kunci: KunciBaris, bidang: str, isi: str) -> None:
        """Mend a cell."""
        self._ubah(lambda kerja, hasil: periksa.ubah_sel(kerja, hasil, _baris(hasil, kunci), bidang, isi))

    def terima_tanpa_nik(self, kunci: set[KunciBaris]) -> None:
        """Take rows without their damaged NIK."""
        self._ubah(
            lambda kerja, hasil: periksa.terima_tanpa_nik(
                kerja, hasil, [b for b in hasil.bercatatan if b.kunci in kunci]
            )
        )

    def betulkan_tanggal(self) -> None:
        """Mend every swapped birth date."""
        self._ubah(periksa.betulkan_tanggal)

    def ubah_kolom(self, berkas: int, lembar: str, nomor: int, bidang: str | None) -> None:
        """Say what a column holds."""
        self._ubah(lambda kerja, hasil: periksa.ubah_kolom(kerja, hasil, berkas, lembar, nomor, bidang))

    def pakai_lembar(self, berkas: int, lembar: str, *, pakai: bool) -> None:
        """Take a sheet or leave it out."""
        self._ubah(lambda kerja, hasil: periksa.pakai_lembar(kerja, hasil, berkas, lembar, pakai=pakai))

    def ubah_judul(self, berkas: int, lembar: str, awal: int, tinggi: int) -> None:
        """Say on which rows the heading stands."""
        self._ubah(lambda kerja, hasil: periksa.ubah_judul(kerja, hasil, berkas, lembar, awal, tinggi))

    def pakai_pemetaan(self, satu: PemetaanBernama) -> None:
        """Map the columns of every list by a named mapping."""
        self._ubah(lambda kerja, hasil: periksa.ubah_dengan_pemetaan(kerja, hasil, satu.kolom, satu.nama))

    def simpan_pemetaan(
        self, nama: str, berkas: int, lembar: str, *, timpa: bool, berhasil: Callable[[UUID], object]
    ) -> None:
        """Keep the columns of a list as they are mapped now."""
        hasil = self._hasil
        if hasil is not None:
            self._konteks.tulis(
                self.tr("Menyimpan pemetaan"),
                lambda kerja: simpan_pemetaan(kerja, nama, hasil, berkas, lembar, timpa=timpa),
                induk=self._induk,  # type: ignore[arg-type]  # the wizard's page
                berhasil=berhasil,
            )

    def putuskan(self, p: Pasangan, *, sama: bool | None) -> None:
        """Judge two who may be one person."""
        if sama is None and p.nanti:
            self.tunda(p, nanti=False)
        else:
            self._ubah(lambda kerja, hasil: putuskan_pasangan(kerja, hasil, p.baris, p.lawan, sama=sama))

    def tunda(self, p: Pasangan, *, nanti: bool) -> None:
        """Put a pair off until after the import."""
        self._ubah(lambda kerja, hasil: tunda_pasangan(kerja, hasil, p.baris, p.lawan, nanti=nanti))

    def _ubah(self, kerja: Callable[[Kerja, HasilImpor], HasilImpor]) -> None:
        hasil = self._hasil
        if hasil is not None:
            self._jalankan(self.tr("Memeriksa ulang"), lambda k, _: kerja(k, hasil))

    def _jalankan(
        self,
        judul: str,
        kerja: Callable[[Kerja, JobContext], HasilImpor],
        berhasil: Callable[[], object] | None = None,
    ) -> None:
        ruang, pelaku = self._konteks.ruang, self._konteks.pelaku

        def jalan(ctx: JobContext) -> tuple[HasilImpor, Pandangan, tuple[Pasangan, ...], dict[str, str]]:
            with ruang.membaca(pelaku) as k:
                hasil = kerja(k, ctx)
                pasangan = tuple(daftar_pasangan(k, hasil))
                peta = peta_kantor(k)
                kode = {satu for satu in hasil.per_desa if satu}
                kode |= {s.kode_desa for p in pasangan for s in (p.kiri, p.kanan) if s.kode_desa}
                return hasil, susun(hasil), pasangan, {satu: peta.sebutan(satu) for satu in kode}

        def usai(jadi: tuple[HasilImpor, Pandangan, tuple[Pasangan, ...], dict[str, str]]) -> None:
            self._hasil, self.pandangan, self.pasangan, self.nama_desa = jadi
            self.berubah.emit()
            if berhasil is not None:
                berhasil()

        self._konteks.jobs.jalankan(judul, jalan, berhasil=usai, induk=self._induk)  # type: ignore[arg-type]

    # --- the end -----------------------------------------------------------------------------------------------------

    def simpan(self) -> None:
        """Store everything in one transaction."""
        hasil = self._hasil
        if hasil is None:
            return

        def jalan(kerja: Kerja, ctx: JobContext) -> Tersimpan:
            return simpan_impor(kerja, hasil, ctx)

        self._konteks.tulis_lama(
            self.tr("Menyimpan usulan"),
            jalan,
            induk=self._induk,  # type: ignore[arg-type]  # the wizard's page
            berhasil=self.tersimpan.emit,
            ubah=(Area.USULAN, Area.ORANG, Area.KEGIATAN),
        )

    def unduh_ditolak(self, ke: Path, berhasil: Callable[[int], object]) -> None:
        """Write the rejected rows of the preview as a workbook for the desa."""
        hasil = self._hasil
        if hasil is None:
            return

        def jalan(kerja: Kerja, _ctx: JobContext) -> int:
            from reports.baris_ditolak import tulis

            return tulis(tolakan_pratinjau(hasil, peta_kantor(kerja)), ke, lihat_kantor(kerja).kertas)

        self._konteks.baca_lama(
            self.tr("Menulis baris yang ditolak"),
            jalan,
            induk=self._induk,  # type: ignore[arg-type]
            berhasil=berhasil,
        )


def _baris(hasil: HasilImpor, kunci: KunciBaris) -> Baris:
    return next(b for b in hasil.baris if b.kunci == kunci)
