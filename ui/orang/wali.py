"""Naming who receives for a minor or someone who cannot."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from app import identitas
from ui.komponen import DialogSalur, Isian


class DialogWali(DialogSalur):
    """Asks for a wali: name, NIK, relation, telephone."""

    def __init__(self, induk: QWidget | None) -> None:
        super().__init__(
            induk,
            self.tr("Catat wali"),
            self.tr("Wali yang lama tetap tersimpan sebagai riwayat."),
            setuju=self.tr("&Simpan wali"),
            nama_ikon="save",
        )
        self.nama, self.nik, self.hubungan, self.telepon = (QLineEdit() for _ in range(4))
        self._nama = Isian(self.tr("&Nama wali"), self.nama)
        self._nik = Isian(self.tr("N&IK wali"), self.nik, self.tr("Boleh kosong bila belum diketahui"))
        hubungan = Isian(self.tr("&Hubungan"), self.hubungan, self.tr("Misalnya ibu kandung, kakek, paman"))
        self.tambah(self._nama, self._nik, hubungan, Isian(self.tr("&Telepon"), self.telepon))

    def periksa(self) -> str:
        self._nama.atur_salah("" if self.nama.text().strip() else self.tr("Nama wali harus diisi."))
        nik = identitas.rapikan_angka(self.nik.text())
        benar = not nik or (len(nik) == identitas.PANJANG_NIK and nik.isdigit())
        self._nik.atur_salah("" if benar else self.tr("NIK harus 16 angka."))
        return "" if benar and self.nama.text().strip() else self.tr("Periksa isian yang ditandai.")

    @property
    def jawaban(self) -> dict[str, Any]:
        """What was filled in, named as `app.orang.catat_wali` takes it."""
        return {
            "nama": self.nama.text().strip(),
            "nik": identitas.rapikan_angka(self.nik.text()) or None,
            "hubungan": self.hubungan.text().strip(),
            "telepon": self.telepon.text().strip(),
        }

    @classmethod
    def ask(cls, induk: QWidget | None) -> dict[str, Any] | None:
        """Return the wali, None when it was given up."""
        dialog = cls(induk)
        try:
            return dialog.jawaban if dialog.exec() else None
        finally:
            dialog.deleteLater()
