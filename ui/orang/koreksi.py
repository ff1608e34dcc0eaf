"""Correcting who someone is: fields with their present values, and the reason that stays beside the old ones."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app import identitas
from app.bahasa.istilah import pilihan
from app.orang import DataOrang
from db.istilah import JenisKelamin
from ui.komponen import DialogSalur, Isian, IsianTanggal, Pilihan
from ui.komponen.kisi import kisi
from ui.orang.tulisan import BIDANG

TANGGAL = ("tanggal_lahir", "meninggal_pada", "pindah_pada")
DITAWARKAN = (
    "nama", "nik", "no_kk", "jenis_kelamin", "tempat_lahir", "tanggal_lahir", "alamat", "rt", "rw", "kode_desa",
    "nama_ibu", "shdk", "pekerjaan", "ragam_disabilitas", "telepon", "meninggal_pada", "pindah_pada", "catatan",
)  # fmt: skip


class DialogKoreksi(DialogSalur):
    """Offers the fields of a person; `hasil` holds only what was changed."""

    def __init__(self, induk: QWidget | None, data: DataOrang, desa: list[tuple[str, str]]) -> None:
        super().__init__(
            induk,
            self.tr("Betulkan data orang"),
            self.tr("Nilai lama tetap tersimpan bersama alasannya."),
            setuju=self.tr("&Simpan perubahan"),
            nama_ikon="save",
            lebar=680,
        )
        self._data = data
        self.isian: dict[str, Isian] = {b: self._buat(b, getattr(data, b), desa) for b in DITAWARKAN}
        self.alasan = Isian(self.tr("&Alasan perubahan"), QLineEdit(), self.tr("Misalnya: sesuai KTP asli yang dibawa"))
        self.tambah(kisi(*self.isian.values()), self.alasan)

    def _buat(self, bidang: str, nilai: Any, desa: list[tuple[str, str]]) -> Isian:
        if bidang in TANGGAL:
            return Isian(BIDANG[bidang], IsianTanggal(nilai, boleh_kosong=True))
        if bidang == "jenis_kelamin":
            return Isian(BIDANG[bidang], Pilihan(pilihan(JenisKelamin), kini=nilai, kosong=self.tr("belum diisi")))
        if bidang == "kode_desa":
            return Isian(BIDANG[bidang], Pilihan(desa, kini=nilai, kosong=self.tr("belum diisi"), cari=True))
        kotak = QLineEdit(identitas.kelompokkan(nilai) if bidang in ("nik", "no_kk") and nilai else str(nilai or ""))
        return Isian(BIDANG[bidang], kotak)

    def _nilai(self, bidang: str) -> Any:
        widget = self.isian[bidang].widget
        if isinstance(widget, IsianTanggal):
            return widget.nilai
        if isinstance(widget, Pilihan):
            return str(widget.nilai) if widget.nilai is not None else None
        assert isinstance(widget, QLineEdit)
        teks = widget.text().strip()
        if bidang in ("nik", "no_kk"):
            return identitas.rapikan_angka(teks) if teks else None
        return teks

    @property
    def perubahan(self) -> dict[str, Any]:
        """The changed fields with their new values."""
        return {b: self._nilai(b) for b in DITAWARKAN if self._nilai(b) != getattr(self._data, b)}

    @property
    def teks_alasan(self) -> str:
        widget = self.alasan.widget
        assert isinstance(widget, QLineEdit)
        return widget.text().strip()

    def periksa(self) -> str:
        """Check what can be seen at once; the rest is the office's rule and answers when it is saved."""
        for isian in (*self.isian.values(), self.alasan):
            isian.atur_salah()
        salah = False
        for bidang in ("nik", "no_kk"):
            nilai = self._nilai(bidang)
            if nilai and not (len(nilai) == identitas.PANJANG_NIK and nilai.isdigit()):
                self.isian[bidang].atur_salah(self.tr("Harus 16 angka."))
                salah = True
        if not self._nilai("nama"):
            self.isian["nama"].atur_salah(self.tr("Nama harus diisi."))
            salah = True
        if not self.teks_alasan:
            self.alasan.atur_salah(self.tr("Alasan harus diisi."))
            salah = True
        if not salah and not self.perubahan:
            return self.tr("Belum ada yang diubah.")
        return self.tr("Periksa isian yang ditandai.") if salah else ""

    @classmethod
    def ask(
        cls, induk: QWidget | None, data: DataOrang, desa: list[tuple[str, str]]
    ) -> tuple[dict[str, Any], str] | None:
        """Return the changed fields and the reason, None when it was given up."""
        dialog = cls(induk, data, desa)
        try:
            return (dialog.perubahan, dialog.teks_alasan) if dialog.exec() else None
        finally:
            dialog.deleteLater()
