"""Money that came to accounts, typed from a bank statement: one day for the chosen people or for a whole list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.kegiatan import RincianKegiatan
from app.kerja import Kerja
from app.penyaluran import BarisSerah, RingkasanCatat, belum_masuk, catat_dana_masuk
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import DialogSalur, Isian, IsianTanggal
from ui.komponen.bertanya import bertanya


@dataclass(frozen=True)
class JawabanDana:
    """When money came to accounts, and which statement says so."""

    tanggal: date
    keterangan: str


class DialogDana(DialogSalur):
    """Asks for the day of the crediting."""

    def __init__(self, induk: QWidget | None, n: int, hari_ini: date) -> None:
        super().__init__(
            induk,
            self.tr("Dana masuk rekening"),
            self.tr(
                "Untuk {n} penerima yang dananya belum masuk. Buku tabungan dan kartu tetap dicatat saat diserahkan."
            ).format(n=bilangan(n)),
            setuju=self.tr("&Catat"),
        )
        self._hari_ini = hari_ini
        self.tanggal, self.keterangan = IsianTanggal(hari_ini), QLineEdit()
        self.i_tanggal = Isian(self.tr("&Tanggal dana masuk"), self.tanggal)
        self.tambah(
            self.i_tanggal,
            Isian(self.tr("&Keterangan"), self.keterangan, self.tr("Misalnya rekening koran yang dibaca")),
        )

    def periksa(self) -> str:
        depan = self.jawaban.tanggal > self._hari_ini
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        return self.tr("Periksa isian yang ditandai.") if depan else ""

    @property
    def jawaban(self) -> JawabanDana:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        return JawabanDana(tanggal, self.keterangan.text().strip())

    @classmethod
    def ask(cls, induk: QWidget | None, n: int, hari_ini: date) -> JawabanDana | None:
        """Return the answer, None when it was given up."""
        hasil: JawabanDana | None = bertanya(cls(induk, n, hari_ini))
        return hasil


def catat_dana(
    konteks: Konteks,
    induk: QWidget,
    kegiatan: RincianKegiatan,
    terpilih: Sequence[BarisSerah],
    tahap_id: UUID | None,
    desa: str | None,
) -> None:
    """Record the money of the chosen rows; without a choice of everybody in the tahap and desa that are shown."""
    nomor = kegiatan.ringkasan.id
    tahap = [t.id for t in kegiatan.tahap if tahap_id in (None, t.id)]
    with konteks.membaca() as kerja:
        ids = [i for t in tahap for i in belum_masuk(kerja, nomor, t, desa=desa)]
        hari_ini = kerja.hari_ini()
    if terpilih:
        pilihan = {b.alokasi_id for b in terpilih}
        ids = [i for i in ids if i in pilihan]
    if not ids:
        pesan.info(induk, "Tidak ada yang menunggu dana", "Dana semua penerima yang ditampilkan sudah ada catatannya.")
        return
    jawab = DialogDana.ask(induk, len(ids), hari_ini)
    if jawab is None:
        return

    def jalan(kerja: Kerja) -> RingkasanCatat:
        return catat_dana_masuk(kerja, nomor, ids, tanggal=jawab.tanggal, keterangan=jawab.keterangan)

    konteks.tulis(
        "Mencatat dana masuk", jalan, induk=induk, berhasil=lambda hasil: tampilkan_ditolak(induk, hasil),
        ubah=(Area.PENYALURAN, Area.PENCAIRAN),
    )  # fmt: skip


def tampilkan_ditolak(induk: QWidget, hasil: RingkasanCatat) -> None:
    """Say who could not be recorded and why; nothing where everybody was."""
    if hasil.ditolak:
        isi = "\n".join(f"{d.nama}: {kalimat(d.sebab)}" for d in hasil.ditolak[:10])
        judul = f"{bilangan(len(hasil.dicatat))} tercatat, {bilangan(len(hasil.ditolak))} tidak"
        pesan.peringatan(induk, judul, isi)
