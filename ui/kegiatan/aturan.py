"""The rules of a kegiatan as fields: who may be proposed, of what age, one per family, which questions are asked."""

import re
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QWidget

from app.bahasa.istilah import label
from app.bahasa.kelayakan import BANTUAN
from app.kelayakan import RAGAM, Aturan, RentangUsia, Syarat
from db.istilah import Kategori
from ui.komponen import Gulir, Isian, IsianAngka, IsianTanggal, Kartu, Teks, kolom
from ui.komponen.kisi import kisi

USIA_MAKS = 120
TINGGI_SYARAT = 96  # px: five conditions


class BarisUsia:
    """Whether a kategori may be proposed, and between which ages."""

    def __init__(self, kategori: Kategori) -> None:
        self.kategori = kategori
        self.boleh = QCheckBox(label(kategori))
        self.dari, self.sampai = (IsianAngka(paling_besar=USIA_MAKS) for _ in range(2))
        for angka, kata in ((self.dari, "paling muda"), (self.sampai, "paling tua")):
            angka.setSpecialValueText("bebas")
            angka.setAccessibleName(f"{label(kategori)}: umur {kata}")
        self.boleh.toggled.connect(self.dari.setEnabled)
        self.boleh.toggled.connect(self.sampai.setEnabled)

    def isi(self, aturan: Aturan) -> None:
        """Show what the rules say of this kategori."""
        boleh = not aturan.kategori or self.kategori in aturan.kategori
        rentang = next((u for u in aturan.usia if not u.kategori or self.kategori in u.kategori), RentangUsia())
        self.boleh.setChecked(boleh)
        self.dari.setValue(rentang.minimum or 0)
        self.sampai.setValue(rentang.maksimum or 0)
        self.dari.setEnabled(boleh)
        self.sampai.setEnabled(boleh)

    @property
    def rentang(self) -> tuple[int | None, int | None]:
        """Youngest and oldest age in years; None where it is free."""
        return self.dari.value() or None, self.sampai.value() or None


class LembarAturan(QWidget):
    """The rules; `aturan` gives them as they are filled in."""

    def __init__(self) -> None:
        super().__init__()
        self._lama = Aturan()
        self.usia = [BarisUsia(k) for k in Kategori]
        self.satu_kk = QCheckBox(self.tr("Satu penerima untuk satu No. KK"))
        self.satu_bantuan = QCheckBox(self.tr("Belum menerima bantuan lain pada tahun yang sama"))
        self.ahli_waris = QCheckBox(self.tr("Hak penerima yang meninggal boleh diterima ahli warisnya"))
        self.bersama = {kode: QCheckBox(nama) for kode, nama in BANTUAN.items()}
        self.ragam = {ragam: QCheckBox(ragam.capitalize()) for ragam in RAGAM}
        self.desil, self.tanggal = IsianAngka(paling_besar=10), IsianTanggal(boleh_kosong=True)
        self.desil.setSpecialValueText(self.tr("tidak dibatasi"))
        self.syarat = QPlainTextEdit()
        self.syarat.setTabChangesFocus(True)
        self.syarat.setFixedHeight(TINGGI_SYARAT)
        sasaran = Kartu(self.tr("Sasaran dan umur"))
        sasaran.tambah(
            Teks(self.tr("Tanpa satu pun centang, semua kategori boleh diusulkan."), "redup", bungkus=True),
            self._kisi_usia(),
            Isian(self.tr("&Umur dihitung pada"), self.tanggal, self.tr("Kosongkan untuk hari pemeriksaan")),
        )
        lain = Kartu(self.tr("Aturan lain"))
        lain.tambah(
            self.satu_kk,
            self.satu_bantuan,
            Teks(self.tr("Bantuan yang boleh diterima bersama kegiatan ini:"), "redup"),
            kisi(*self.bersama.values(), lajur=2),
            self.ahli_waris,
            Teks(self.tr("Ragam disabilitas; tanpa satu pun centang, semua ragam:"), "redup"),
            kisi(*self.ragam.values(), lajur=3),
            kisi(Isian(self.tr("&Desil paling tinggi"), self.desil, self.tr("Menurut daftar acuan DTSEN atau DTKS"))),
            Isian(self.tr("S&yarat yang dijawab ya atau tidak"), self.syarat, self.tr("Satu syarat satu baris")),
        )
        isi = QWidget()
        isi.setLayout(kolom(sasaran, lain, None, jarak=10))
        self.setLayout(kolom(Gulir(isi), tepi=(0, 10, 0, 0)))

    def _kisi_usia(self) -> QWidget:
        kotak = QWidget()
        kotak.setProperty("bening", True)
        tata = QGridLayout(kotak)
        tata.setContentsMargins(0, 0, 0, 0)
        for ke, kata in enumerate((self.tr("Kategori"), self.tr("Paling muda"), self.tr("Paling tua"))):
            tata.addWidget(Teks(kata, "tebal"), 0, ke)
        for ke, satu in enumerate(self.usia, 1):
            for lajur, widget in enumerate((satu.boleh, satu.dari, satu.sampai)):
                tata.addWidget(widget, ke, lajur)
        tata.setColumnStretch(0, 1)
        return kotak

    def muat(self, aturan: Aturan, *, boleh: bool) -> None:
        """Show the rules; without `boleh` they can only be read."""
        self._lama = aturan
        for satu in self.usia:
            satu.isi(aturan)
            if not aturan.kategori:
                satu.boleh.setChecked(False)
        self.satu_kk.setChecked(aturan.satu_kk)
        self.satu_bantuan.setChecked(aturan.satu_bantuan_setahun)
        self.ahli_waris.setChecked(aturan.ahli_waris)
        for pilihan, dipilih in ((self.bersama, aturan.boleh_bersama), (self.ragam, aturan.ragam)):
            for kode, kotak in pilihan.items():
                kotak.setChecked(kode in dipilih)
        self.desil.setValue(aturan.desil_maks or 0)
        self.tanggal.nilai = aturan.tanggal_usia
        self.syarat.setPlainText("\n".join(s.nama for s in aturan.syarat))
        self.setEnabled(boleh)

    @property
    def salah(self) -> str:
        """Say what cannot be: an age range that is upside down."""
        for satu in self.usia:
            muda, tua = satu.rentang
            if muda and tua and muda > tua:
                return self.tr("Umur {apa} terbalik: paling muda {muda}, paling tua {tua}.").format(
                    apa=label(satu.kategori).lower(), muda=muda, tua=tua
                )
        return ""

    @property
    def aturan(self) -> Aturan:
        """The rules as they are filled in."""
        dipilih = [u for u in self.usia if u.boleh.isChecked()]
        rentang: dict[tuple[int | None, int | None], list[str]] = {}
        for satu in dipilih:
            if satu.rentang != (None, None):
                rentang.setdefault(satu.rentang, []).append(satu.kategori.value)
        return replace(
            self._lama,
            satu_kk=self.satu_kk.isChecked(),
            satu_bantuan_setahun=self.satu_bantuan.isChecked(),
            ahli_waris=self.ahli_waris.isChecked(),
            boleh_bersama=frozenset(k for k, kotak in self.bersama.items() if kotak.isChecked()) | self._sop_sendiri,
            ragam=frozenset(k for k, kotak in self.ragam.items() if kotak.isChecked()),
            kategori=frozenset(u.kategori.value for u in dipilih),
            usia=tuple(RentangUsia(frozenset(k), *batas) for batas, k in rentang.items()),
            syarat=self._syarat(),
            desil_maks=self.desil.value() or None,
            tanggal_usia=self.tanggal.nilai,
        )

    @property
    def _sop_sendiri(self) -> frozenset[str]:
        """SOPs of the office's own that were allowed by the command line; they have no box here."""
        return self._lama.boleh_bersama - set(self.bersama)

    def _syarat(self) -> tuple[Syarat, ...]:
        """Keep the code of a condition whose words stay: answers that were given hang on it."""
        kode = {s.nama: s.kode for s in self._lama.syarat}
        nama = dict.fromkeys(" ".join(b.split()) for b in self.syarat.toPlainText().splitlines() if b.strip())
        return tuple(Syarat(kode.get(n) or _kode(n), n) for n in nama)


def _kode(nama: str) -> str:
    return "k_" + re.sub(r"[^a-z0-9]+", "_", nama.lower()).strip("_")[:60]
