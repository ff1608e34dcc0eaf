"""Working hours and holidays, on which every batas waktu is counted."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from PySide6.QtCore import QTime, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QTimeEdit, QWidget

from app.bahasa import waktu
from app.bahasa.istilah import label, pilihan
from app.kalender import JamHari, JamKerja, Libur, jam_kerja_dari, jam_kerja_jadi, kalender_kantor
from app.kantor import Libur as LiburKantor
from app.kantor import atur_libur, daftar_libur, hapus_libur, lihat_kantor, ubah_kantor
from db.galat import KnownError
from db.istilah import JenisLibur
from ui import pesan
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    Gulir,
    Isian,
    IsianTanggal,
    JenisTombol,
    Kartu,
    Kolom,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.bertanya import bertanya
from ui.pengaturan.bagian import Bagian
from ui.tema import Nada

_NADA = {JenisLibur.LIBUR: Nada.NETRAL, JenisLibur.CUTI_BERSAMA: Nada.AKSEN, JenisLibur.LOKAL: Nada.PERHATIAN}
_BAKU = JamHari(time(7, 30), time(16, 0), time(12, 0), time(13, 0))


class BarisHari:
    """The hours of one weekday."""

    def __init__(self, induk: QWidget, hari: int) -> None:
        nama = waktu.HARI[hari]
        self.masuk_kerja = QCheckBox(nama)
        self.jam = [QTimeEdit() for _ in range(4)]
        kata = (
            induk.tr("masuk"), induk.tr("mulai istirahat"), induk.tr("selesai istirahat"), induk.tr("pulang"),
        )  # fmt: skip
        for kotak, apa in zip(self.jam, kata, strict=True):
            kotak.setDisplayFormat("HH.mm")
            kotak.setAccessibleName(f"{nama}, {apa}")
        self.masuk_kerja.toggled.connect(self._sesuaikan)

    def _sesuaikan(self, ya: bool) -> None:
        for kotak in self.jam:
            kotak.setEnabled(ya)

    def atur(self, jam: JamHari | None) -> None:
        """Show the hours of the day; None is a free day."""
        self.masuk_kerja.setChecked(jam is not None)
        self._sesuaikan(jam is not None)
        isi = jam or _BAKU
        istirahat = (isi.istirahat_mulai or isi.pulang, isi.istirahat_selesai or isi.pulang)
        for kotak, saat in zip(self.jam, (isi.masuk, *istirahat, isi.pulang), strict=True):
            kotak.setTime(QTime(saat.hour, saat.minute))

    @property
    def nilai(self) -> JamHari | None:
        """The hours as the fields say; equal ends of the break mean none."""
        if not self.masuk_kerja.isChecked():
            return None
        masuk, mulai, selesai, pulang = (time(k.time().hour(), k.time().minute()) for k in self.jam)
        return JamHari(masuk, pulang) if mulai == selesai else JamHari(masuk, pulang, mulai, selesai)


class DialogLibur(DialogSalur):
    """A day that the office changes against the national list."""

    def __init__(self, induk: QWidget | None, tanggal: date, lama: Libur | None) -> None:
        super().__init__(
            induk,
            self.tr("Hari libur"),
            self.tr("Berlaku di kantor ini, di atas daftar libur nasional."),
            setuju=self.tr("&Simpan"),
            nama_ikon="save",
        )
        self.tanggal = IsianTanggal(tanggal)
        self.nama = QLineEdit(lama.nama if lama else "")
        self.jenis = Pilihan(pilihan(JenisLibur), kini=lama.jenis if lama else JenisLibur.LOKAL)
        self.i_nama = Isian(self.tr("&Nama"), self.nama)
        self.tambah(Isian(self.tr("&Tanggal"), self.tanggal), self.i_nama, Isian(self.tr("&Jenis"), self.jenis))

    def periksa(self) -> str:
        ada = bool(self.nama.text().strip())
        self.i_nama.atur_salah("" if ada else self.tr("Harus diisi."))
        return "" if ada else self.tr("Lengkapi isian yang ditandai.")

    @property
    def jawaban(self) -> LiburKantor:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        return LiburKantor(tanggal, self.nama.text().strip(), self.jenis.nilai)

    @classmethod
    def ask(cls, induk: QWidget | None, tanggal: date, lama: Libur | None = None) -> LiburKantor | None:
        """Return the day, None when it was given up."""
        hasil: LiburKantor | None = bertanya(cls(induk, tanggal, lama))
        return hasil


class BagianWaktuKerja(Bagian):
    """The week and the year."""

    judul = "Jam kerja dan hari libur"
    penjelasan = "Batas waktu setiap langkah dihitung dari sini."

    def bangun(self) -> None:
        self.hari = [BarisHari(self, n) for n in range(7)]
        kisi = QGridLayout()
        kisi.setHorizontalSpacing(10)
        kisi.setVerticalSpacing(4)
        kata = (self.tr("Masuk"), self.tr("Istirahat"), self.tr("sampai"), self.tr("Pulang"))
        for ke, judul in enumerate(kata):
            kisi.addWidget(Teks(judul, "kecil"), 0, ke + 1)
        for nomor, satu in enumerate(self.hari, start=1):
            kisi.addWidget(satu.masuk_kerja, nomor, 0)
            for ke, kotak in enumerate(satu.jam):
                kisi.addWidget(kotak, nomor, ke + 1)
        kisi.setColumnStretch(5, 1)
        self.tombol_jam = Tombol(self.tr("&Simpan jam kerja"), JenisTombol.UTAMA, "save", klik=self.simpan_jam)
        jam = Kartu(self.tr("Jam kerja")).tambah(kisi, baris(None, self.tombol_jam))
        self.tahun = Pilihan()
        self.tahun.setAccessibleName(self.tr("Tahun"))
        self.tahun.currentIndexChanged.connect(self._muat_libur)
        self.peringatan = Teks("", "salah", bungkus=True)
        self.model = ModelTabel(self._kolom())
        self.tabel = TabelData(self.model, nama=self.tr("Hari libur"))
        self.tabel.setMinimumHeight(240)
        self.tabel.dibuka.connect(self.ubah)
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tambah = Tombol(self.tr("&Tambah hari…"), nama_ikon="plus", klik=self.tambah_libur)
        self.hapus = Tombol(self.tr("&Kembalikan ke daftar nasional"), nama_ikon="undo-2", klik=self.kembalikan)
        libur = Kartu(self.tr("Hari libur dan cuti bersama"), self.tahun).tambah(
            self.peringatan, self.tabel, baris(self.tambah, self.hapus, None)
        )
        isi = QWidget()
        isi.setLayout(kolom(jam, libur, None, jarak=10))
        self.isi.addWidget(Gulir(isi))

    def _kolom(self) -> list[Kolom[Libur]]:
        return [
            Kolom("Tanggal", lambda h: h.tanggal, lambda t: waktu.tanggal_hari(t), lebar=210),
            Kolom("Nama", lambda h: f"{h.nama} (perkiraan)" if h.perkiraan else h.nama, lebar=0),
            Kolom("Jenis", lambda h: label(h.jenis), lebar=140, nada=lambda h: _NADA.get(h.jenis, Nada.BAIK)),
            Kolom("Asal", lambda h: "Kantor ini" if h.tanggal in self._kantor else "Nasional", lebar=110),
        ]

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            self._jam = jam_kerja_dari(lihat_kantor(kerja).jam_kerja)
            kini = kerja.hari_ini().year
        for nomor, satu in enumerate(self.hari):
            satu.atur(self._jam.pekan.get(nomor))
        terpilih = self.tahun.nilai
        self.tahun.blockSignals(True)
        self.tahun.atur([(kini + n, str(kini + n)) for n in range(-2, 3)], kini=terpilih or kini)
        self.tahun.blockSignals(False)
        self._muat_libur()

    @Slot()
    def _muat_libur(self) -> None:
        tahun = self.tahun.nilai
        if tahun is None:
            return
        with self.konteks.membaca() as kerja:
            kalender = kalender_kantor(kerja)
            self._kantor = {h.tanggal: h for h in daftar_libur(kerja)}
        tetap = [Libur(h.tanggal, h.nama, h.jenis) for h in self._kantor.values()
                 if h.jenis is JenisLibur.BUKAN_LIBUR and h.tanggal.year == tahun]  # fmt: skip
        self.model.atur(sorted([*kalender.daftar_libur(tahun), *tetap], key=lambda h: h.tanggal))
        self.peringatan.setText(kalender.peringatan(tahun) or "")
        self.peringatan.setVisible(bool(self.peringatan.text()))
        self._terpilih()

    def _terpilih(self) -> None:
        terpilih = self.tabel.terpilih
        self.hapus.setEnabled(len(terpilih) == 1 and terpilih[0].tanggal in self._kantor)

    @property
    def jam_kini(self) -> JamKerja:
        """The week as the fields say it.

        Raises:
            KnownError: `jam_kerja_kosong`, `jam_kerja_salah`.
        """
        pekan = {n: jam for n, satu in enumerate(self.hari) if (jam := satu.nilai) is not None}
        return JamKerja(pekan, self._jam.khusus)

    @property
    def berubah(self) -> bool:
        return [satu.nilai for satu in self.hari] != [self._jam.pekan.get(n) for n in range(7)]

    def simpan_jam(self) -> None:
        """Check the hours and keep them."""
        try:
            isi: dict[str, Any] = jam_kerja_jadi(self.jam_kini)
        except KnownError as salah:
            pesan.gagal(self, salah)
            return
        self.simpan(
            self.tr("Menyimpan jam kerja"),
            lambda kerja: ubah_kantor(kerja, replace(lihat_kantor(kerja), jam_kerja=isi)),
            kabar=self.tr("Jam kerja tersimpan."),
            area=(Area.KANTOR, Area.KEGIATAN),
        )

    def tambah_libur(self) -> None:
        """Ask for a day and keep it."""
        with self.konteks.membaca() as kerja:
            hari = kerja.hari_ini()
        self._atur(DialogLibur.ask(self, hari.replace(year=self.tahun.nilai or hari.year)))

    @Slot(object)
    def ubah(self, libur: Libur) -> None:
        """Change what the office says about a day."""
        self._atur(DialogLibur.ask(self, libur.tanggal, libur))

    def _atur(self, libur: LiburKantor | None) -> None:
        if libur is not None:
            self.simpan(
                self.tr("Menyimpan hari libur"),
                lambda kerja: atur_libur(kerja, libur),
                area=(Area.KANTOR, Area.KEGIATAN),
            )

    def kembalikan(self) -> None:
        """Let the national list speak again for the chosen day."""
        hari = self.tabel.terpilih[0].tanggal
        self.simpan(
            self.tr("Menghapus perubahan hari libur"),
            lambda kerja: hapus_libur(kerja, hari),
            area=(Area.KANTOR, Area.KEGIATAN),
        )
