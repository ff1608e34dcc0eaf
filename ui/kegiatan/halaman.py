"""Atur kegiatan: what was said when it was made can be mended, as far as no decree stands on it yet."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QTabWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import rupiah
from app.kegiatan import DataTahap, RincianKegiatan, TahapKegiatan, lihat_kegiatan
from app.kegiatan_atur import atur_desa, batalkan_kegiatan, tambah_tahap, ubah_kegiatan
from app.kelayakan import baca_aturan
from app.kerja import Kerja
from app.penetapan import penetapan_berlaku
from app.wilayah import peta_kantor
from db.istilah import StatusKegiatan
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.kegiatan.aturan import LembarAturan
from ui.komponen import (
    BilahTindakan,
    DialogSalur,
    Gulir,
    Isian,
    IsianAngka,
    IsianTanggal,
    IsianUang,
    JenisTombol,
    Kolom,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.penetapan.dialog import DialogKalimat

UBAH = (Area.KEGIATAN, Area.USULAN, Area.PENETAPAN)


class DialogTahap(DialogSalur):
    """Asks for one more tahap."""

    def __init__(self, induk: QWidget | None, nama: str) -> None:
        super().__init__(induk, self.tr("Tambah tahap"), setuju=self.tr("&Tambah"), nama_ikon="plus")
        self.nama, self.nominal, self.rencana = QLineEdit(nama), IsianUang(), IsianTanggal(boleh_kosong=True)
        self.i_nama = Isian(self.tr("&Nama tahap"), self.nama)
        self.tambah(
            self.i_nama,
            kisi(
                Isian(self.tr("N&ilai per penerima"), self.nominal, self.tr("Kosongkan bila sama")),
                Isian(self.tr("&Rencana"), self.rencana),
            ),
        )

    def periksa(self) -> str:
        kosong = not self.nama.text().strip()
        self.i_nama.atur_salah(self.tr("Harus diisi.") if kosong else "")
        return self.tr("Isi nama tahapnya.") if kosong else ""

    @property
    def jawaban(self) -> DataTahap:
        return DataTahap(self.nama.text().strip(), self.nominal.nilai, self.rencana.nilai)

    @classmethod
    def ask(cls, induk: QWidget | None, nama: str) -> DataTahap | None:
        """Return the tahap, None when it was given up."""
        hasil: DataTahap | None = bertanya(cls(induk, nama))
        return hasil


class HalamanKegiatan(Halaman):
    """The settings of one kegiatan."""

    judul = "Atur kegiatan"
    dengar = frozenset({Area.KEGIATAN, Area.PENETAPAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._sah = False
        self._rincian: RincianKegiatan | None = None
        self._semula: tuple[dict[str, Any], list[str]] = ({}, [])
        self.nama_lama = Teks("", "redup")
        self._buat_umum()
        self.aturan = LembarAturan()
        self._buat_tahap()
        self._buat_desa()
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        self.lembar.addTab(self.umum, self.tr("&Umum"))
        self.lembar.addTab(self.aturan, self.tr("Aturan &kelayakan"))
        self.lembar.addTab(self.isi_tahap, self.tr("&Tahap"))
        self.lembar.addTab(self.isi_desa, self.tr("&Desa dan kuota"))
        self.simpan = Tombol(self.tr("&Simpan"), JenisTombol.UTAMA, "save", klik=self.simpan_semua, pintasan="Ctrl+S")
        self.batal = Tombol(
            self.tr("&Batalkan kegiatan…"), JenisTombol.BAHAYA, "circle-x", klik=self.batalkan
        )  # fmt: skip
        self.kaki = BilahTindakan([self.batal], self.simpan)
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(
            kembali, Teks(self.tr("Atur kegiatan"), "judul"), None, self.nama_lama, jarak=12, tepi=(24, 14, 24, 0)
        )
        tengah = QWidget()
        tengah.setLayout(kolom(self.lembar, tepi=(24, 0, 24, 0)))
        tata = kolom(atas, tengah, self.kaki, jarak=8)
        tata.setStretch(1, 1)
        self.setLayout(tata)

    # --- building ----------------------------------------------------------------------------------------------------

    def _buat_umum(self) -> None:
        self.nama, self.periode, self.dana, self.rekening = (QLineEdit() for _ in range(4))
        self.nominal, self.pagu, self.kuota = IsianUang(), IsianUang(), IsianAngka()
        self.kuota.setSpecialValueText(self.tr("tidak dibatasi"))
        self.catatan = QPlainTextEdit()
        self.catatan.setTabChangesFocus(True)
        self.catatan.setFixedHeight(72)
        self.i_nama = Isian(self.tr("&Nama kegiatan"), self.nama)
        self.i_nominal = Isian(self.tr("Ni&lai per penerima tiap tahap"), self.nominal)
        isi = QWidget()
        isi.setLayout(
            kolom(
                self.i_nama,
                kisi(
                    Isian(self.tr("&Periode"), self.periode),
                    self.i_nominal,
                    Isian(self.tr("K&uota orang"), self.kuota),
                    Isian(self.tr("Pa&gu (rupiah)"), self.pagu),
                    Isian(self.tr("Sumber &dana"), self.dana),
                    Isian(self.tr("Kode &rekening"), self.rekening),
                ),
                Isian(self.tr("&Catatan"), self.catatan),
                None,
                jarak=10,
            )
        )
        self.umum = QWidget()
        self.umum.setLayout(kolom(Gulir(isi), tepi=(0, 10, 0, 0)))

    def _buat_tahap(self) -> None:
        self.model_tahap: ModelTabel[TahapKegiatan] = ModelTabel(
            [
                Kolom("No.", lambda t: t.nomor, lebar=60),
                Kolom("Tahap", lambda t: t.nama, lebar=0),
                Kolom("Nilai per penerima", lambda t: t.nominal, lambda n: rupiah(n) if n else "—", lebar=180),
                Kolom("Rencana", lambda t: t.rencana, lambda d: waktu.tanggal_pendek(d) if d else "—", lebar=130),
            ]
        )
        self.tabel_tahap = TabelData(self.model_tahap, nama=self.tr("Tahap"))
        self.tahap_baru = Tombol(self.tr("Tambah ta&hap…"), nama_ikon="plus", klik=self.tambah_tahap)
        self.isi_tahap = QWidget()
        self.isi_tahap.setLayout(
            kolom(self.tabel_tahap, baris(None, self.tahap_baru), jarak=8, tepi=(0, 10, 0, 0))
        )  # fmt: skip

    def _buat_desa(self) -> None:
        self.desa: dict[str, tuple[QCheckBox, IsianAngka]] = {}
        self._kisi_desa = QGridLayout()
        wadah = QWidget()
        wadah.setLayout(kolom(self._kisi_desa, None))
        self.isi_desa = QWidget()
        petunjuk = Teks(
            self.tr("Desa yang ikut, supaya yang belum mengirim dapat disebut; kuota boleh dikosongkan."), "redup"
        )
        self.isi_desa.setLayout(kolom(petunjuk, Gulir(wadah), jarak=8, tepi=(0, 10, 0, 0)))

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            r = lihat_kegiatan(kerja, self.kegiatan_id)
            self._sah = penetapan_berlaku(kerja, self.kegiatan_id) is not None
            peta = peta_kantor(kerja)
            desa = [(d.kode, d.sebutan) for d in peta.desa_di(r.ringkasan.kode_wilayah)]
        self._rincian = r
        boleh = self.konteks.boleh(Hak.KEGIATAN) and r.ringkasan.status is StatusKegiatan.BERJALAN
        self.nama_lama.setText(r.ringkasan.nama)
        self._isi_umum(r, boleh)
        aturan = baca_aturan(r.aturan)
        self.aturan.muat(aturan, boleh=boleh and not self._sah)
        self.model_tahap.atur(list(r.tahap))
        self.tahap_baru.setEnabled(boleh and not self._sah)
        self._isi_desa(desa, set(r.desa), dict(aturan.kuota_desa), boleh=boleh)
        self.simpan.setEnabled(boleh)
        self.batal.setVisible(self.konteks.boleh(Hak.LEWATI) and r.ringkasan.status is StatusKegiatan.BERJALAN)
        self.kaki.atur_alasan(
            self.tr("SK sudah tercatat: nilai, aturan, tahap, dan kuota desa tidak dapat diubah") if self._sah else ""
        )
        self._semula = self._isian

    def boleh_ditinggalkan(self) -> bool:
        if self._rincian is None or self._isian == self._semula:
            return True
        return pesan.tanya(
            self,
            self.tr("Perubahan belum disimpan"),
            self.tr("Yang baru diisi di halaman ini hilang bila ditinggalkan."),
            ya=self.tr("&Tinggalkan"),
            tidak=self.tr("&Tetap di sini"),
            bahaya=True,
        )

    @property
    def _isian(self) -> tuple[dict[str, Any], list[str]]:
        """All fields as they are filled in."""
        return self.perubahan, [kode for kode, (centang, _) in self.desa.items() if centang.isChecked()]

    def _isi_umum(self, r: RincianKegiatan, boleh: bool) -> None:
        self.nama.setText(r.ringkasan.nama)
        self.periode.setText(r.ringkasan.periode)
        self.dana.setText(r.sumber_dana)
        self.rekening.setText(r.kode_rekening)
        self.nominal.nilai, self.pagu.nilai = r.nominal, r.pagu
        self.kuota.setValue(r.kuota or 0)
        self.catatan.setPlainText(r.catatan)
        self.umum.setEnabled(boleh)
        self.nominal.setEnabled(boleh and not self._sah)

    def _isi_desa(self, semua: list[tuple[str, str]], ikut: set[str], kuota: dict[str, int], *, boleh: bool) -> None:
        kosongkan(self._kisi_desa)
        self.desa = {}
        for ke, (kode, sebutan) in enumerate(semua):
            centang, angka = QCheckBox(sebutan), IsianAngka(kuota.get(kode, 0), paling_besar=99_999)
            angka.setSpecialValueText(self.tr("tanpa kuota"))
            angka.setAccessibleName(f"Kuota {sebutan}")
            centang.setChecked(kode in ikut)
            centang.setEnabled(boleh)
            angka.setEnabled(boleh and not self._sah)
            lajur = 2 * (ke % 2)
            self._kisi_desa.addWidget(centang, ke // 2, lajur)
            self._kisi_desa.addWidget(angka, ke // 2, lajur + 1)
            self.desa[kode] = (centang, angka)
        for lajur in (0, 2):
            self._kisi_desa.setColumnStretch(lajur, 1)

    # --- acts --------------------------------------------------------------------------------------------------------

    @property
    def perubahan(self) -> dict[str, Any]:
        """What `ubah_kegiatan` is given: what a decree forbids is left out where one stands."""
        isi: dict[str, Any] = {
            "nama": self.nama.text().strip(),
            "periode": self.periode.text().strip(),
            "pagu": self.pagu.nilai,
            "kuota": self.kuota.value() or None,
            "sumber_dana": self.dana.text().strip(),
            "kode_rekening": self.rekening.text().strip(),
            "catatan": self.catatan.toPlainText().strip(),
        }
        r = self._rincian
        if r is not None and not self._sah:
            kuota = {kode: angka.value() for kode, (_, angka) in self.desa.items() if angka.value()}
            aturan = self.aturan.aturan.sebagai_json() | {"kuota_desa": kuota}
            isi |= {"nominal": self.nominal.nilai, "aturan": {**r.aturan, **aturan}}
        return isi

    def simpan_semua(self) -> None:
        """Keep everything at once."""
        salah = self.tr("Nama kegiatan harus diisi.") if not self.nama.text().strip() else self.aturan.salah
        self.i_nama.atur_salah("" if self.nama.text().strip() else self.tr("Harus diisi."))
        self.kaki.atur_alasan(salah)
        if salah:
            return
        isi, desa = self._isian

        def simpan(kerja: Kerja) -> None:
            ubah_kegiatan(kerja, self.kegiatan_id, **isi)
            atur_desa(kerja, self.kegiatan_id, desa)

        self.konteks.tulis(
            self.tr("Menyimpan kegiatan"), simpan, induk=self, berhasil=self._tersimpan, ubah=UBAH
        )  # fmt: skip

    def _tersimpan(self, _hasil: None) -> None:
        self.kaki.atur_alasan(self.tr("Tersimpan"))

    def tambah_tahap(self) -> None:
        """Ask for one more tahap and add it."""
        data = DialogTahap.ask(self, f"Tahap {self.model_tahap.rowCount() + 1}")
        if data is not None:
            self.konteks.tulis(
                self.tr("Menambah tahap"),
                lambda kerja: tambah_tahap(kerja, self.kegiatan_id, data),
                induk=self,
                ubah=UBAH,
            )

    @Slot()
    def batalkan(self) -> None:
        """Ask why, and call the kegiatan off."""
        alasan = DialogKalimat.ask(
            self,
            self.tr("Batalkan kegiatan"),
            self.tr("Kegiatan berhenti untuk seterusnya. Semua yang sudah dicatat tetap dapat dibaca."),
            self.tr("&Alasan"),
            self.tr("&Batalkan kegiatan"),
        )
        if alasan is not None:
            self.konteks.tulis(
                self.tr("Membatalkan kegiatan"),
                lambda kerja: batalkan_kegiatan(kerja, self.kegiatan_id, alasan=alasan),
                induk=self,
                ubah=UBAH,
            )
