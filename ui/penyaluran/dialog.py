"""What is asked at the table: who takes it for whom, why not, how many pieces; and where the table stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from app import identitas
from app.bahasa.alasan import GAGAL_SALUR
from app.bahasa.istilah import label
from app.penyaluran import BarisSerah, StatusSalur, Wakil
from app.penyaluran.titik import Titik
from db.istilah import HasilSalur
from ui.komponen import DialogSalur, Isian, IsianTanggal, Pilihan, Teks
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.penetapan.dialog import DialogKalimat
from ui.penyaluran import tulisan
from ui.penyaluran.pindai import PenjagaDialog


class DialogWakil(DialogSalur):
    """Who takes the aid for the recipient, with a surat kuasa where it is a representative."""

    def __init__(self, induk: QWidget | None, nama: str, awal: Wakil | None = None, *, kuasa: bool = True) -> None:
        super().__init__(
            induk,
            self.tr("Diwakilkan") if kuasa else self.tr("Diantar ke rumah"),
            self.tr("Bantuan untuk {nama} diterima oleh:").format(nama=nama),
            setuju=self.tr("&Catat penerimaan"),
        )
        w = awal or Wakil("", "")
        self._kuasa = kuasa
        self.nama, self.hubungan = QLineEdit(w.nama), QLineEdit(w.hubungan)
        self.nik, self.surat = QLineEdit(w.nik or ""), QLineEdit(w.surat_kuasa)
        self.i_nama = Isian(self.tr("&Nama"), self.nama)
        self.i_hubungan = Isian(self.tr("&Hubungan dengan penerima"), self.hubungan, self.tr("Misalnya anak kandung"))
        self.i_nik = Isian(self.tr("N&IK"), self.nik, self.tr("Boleh kosong"))
        self.i_surat = Isian(self.tr("&Surat kuasa"), self.surat, self.tr("Nomor atau tanggal surat kuasa"))
        self.tambah(kisi(self.i_nama, self.i_hubungan, self.i_nik, self.i_surat))
        self.i_surat.setVisible(kuasa)
        self.nama.setFocus()
        PenjagaDialog(self, nik=(self.nik,))

    def periksa(self) -> str:
        wajib = [(self.i_nama, self.nama), (self.i_hubungan, self.hubungan)]
        wajib += [(self.i_surat, self.surat)] if self._kuasa else []
        if not self._kuasa and not self.nama.text().strip():
            return ""  # the recipient took it at the door
        kurang = False
        for isian, kotak in wajib:
            kosong = not kotak.text().strip()
            isian.atur_salah(self.tr("Harus diisi.") if kosong else "")
            kurang = kurang or kosong
        nik = identitas.baca_nik(self.nik.text())
        salah = bool({"panjang", "pangkat"} & set(nik.masalah))
        self.i_nik.atur_salah(self.tr("NIK harus 16 angka.") if salah else "")
        return self.tr("Periksa isian yang ditandai.") if kurang or salah else ""

    @property
    def jawaban(self) -> Wakil | None:
        if not self.nama.text().strip():
            return None
        nik = identitas.baca_nik(self.nik.text()).isi or None
        return Wakil(self.nama.text().strip(), self.hubungan.text().strip(), nik, self.surat.text().strip())

    @classmethod
    def ask(cls, induk: QWidget | None, nama: str, awal: Wakil | None = None) -> Wakil | None:
        """Return the representative, None when it was given up."""
        hasil: Wakil | None = bertanya(cls(induk, nama, awal))
        return hasil


@dataclass(frozen=True)
class Diantar:
    """Brought home; `wakil` where somebody else took it at the door."""

    wakil: Wakil | None


class DialogAntar(DialogWakil):
    """Brought to the recipient's home; empty fields mean that the recipient took it."""

    def __init__(self, induk: QWidget | None, nama: str) -> None:
        super().__init__(induk, nama, kuasa=False)
        self.tambah(Teks(self.tr("Kosongkan bila diterima sendiri di rumah."), "redup"))

    @property
    def jawaban(self) -> Diantar:  # type: ignore[override]  # giving up and taking it oneself must differ
        return Diantar(DialogWakil.jawaban.fget(self))  # type: ignore[attr-defined]

    @classmethod
    def ask(cls, induk: QWidget | None, nama: str) -> Diantar | None:  # type: ignore[override]
        """Return who took it at the door, None when it was given up."""
        hasil: Diantar | None = bertanya(cls(induk, nama))
        return hasil


@dataclass(frozen=True)
class JawabanWali:
    """The wali, and for which of the children it was taken."""

    wakil: Wakil
    alokasi: tuple[UUID, ...]


class DialogWali(DialogSalur):
    """One wali, several children: a receipt each."""

    def __init__(self, induk: QWidget | None, baris: BarisSerah, sewali: list[BarisSerah]) -> None:
        super().__init__(
            induk,
            self.tr("Diterima wali/pengampu"),
            self.tr("Satu tanda terima untuk setiap penerima yang dicentang."),
            setuju=self.tr("&Catat penerimaan"),
        )
        self.nama, self.hubungan = QLineEdit(baris.wali_nama), QLineEdit(baris.wali_hubungan)
        self.nik = QLineEdit(baris.wali_nik or "")
        self.i_nama = Isian(self.tr("&Nama wali"), self.nama)
        self.i_hubungan = Isian(self.tr("&Hubungan"), self.hubungan)
        self.i_nik = Isian(self.tr("N&IK wali"), self.nik, self.tr("Boleh kosong"))
        self.tambah(kisi(self.i_nama, self.i_hubungan, self.i_nik))
        self.anak: dict[UUID, QCheckBox] = {}
        for satu in sewali:
            kata, _ = tulisan.keadaan(satu.keadaan)
            kotak = QCheckBox(f"{satu.nama} · {tulisan.nilai(satu)} · {kata}")
            belum = satu.keadaan.status is not StatusSalur.TERSALUR
            kotak.setChecked(belum)
            kotak.setEnabled(belum)
            self.anak[satu.alokasi_id] = kotak
            self.tambah(kotak)
        self.setuju.setFocus()
        PenjagaDialog(self, nik=(self.nik,))

    def periksa(self) -> str:
        self.i_nama.atur_salah("" if self.nama.text().strip() else self.tr("Harus diisi."))
        self.i_hubungan.atur_salah("" if self.hubungan.text().strip() else self.tr("Harus diisi."))
        nik = identitas.baca_nik(self.nik.text())
        salah = bool({"panjang", "pangkat"} & set(nik.masalah))
        self.i_nik.atur_salah(self.tr("NIK harus 16 angka.") if salah else "")
        if salah or not (self.nama.text().strip() and self.hubungan.text().strip()):
            return self.tr("Periksa isian yang ditandai.")
        return "" if self.jawaban.alokasi else self.tr("Centang paling sedikit satu penerima.")

    @property
    def jawaban(self) -> JawabanWali:
        nik = identitas.baca_nik(self.nik.text()).isi or None
        wakil = Wakil(self.nama.text().strip(), self.hubungan.text().strip(), nik)
        return JawabanWali(wakil, tuple(i for i, kotak in self.anak.items() if kotak.isChecked()))

    @classmethod
    def ask(cls, induk: QWidget | None, baris: BarisSerah, sewali: list[BarisSerah]) -> JawabanWali | None:
        """Return the wali and the children, None when it was given up."""
        hasil: JawabanWali | None = bertanya(cls(induk, baris, sewali))
        return hasil


class DialogGagal(DialogSalur):
    """Why it was not handed over."""

    def __init__(self, induk: QWidget | None, nama: str) -> None:
        super().__init__(
            induk, self.tr("Tidak tersalur"), nama, setuju=self.tr("&Catat"), nama_ikon="circle-x"
        )  # fmt: skip
        self.hasil = Pilihan([(h, label(h)) for h in tulisan.TIDAK_TERSALUR], kini=HasilSalur.TIDAK_HADIR)
        self.alasan = Pilihan([("", self.tr("Tanpa penjelasan"))] + [(k, k) for k in GAGAL_SALUR.values()], kini="")
        self.alasan.setEditable(True)
        self.i_alasan = Isian(self.tr("&Penjelasan"), self.alasan, self.tr("Pilih atau ketik sendiri"))
        self.tambah(Isian(self.tr("&Sebab"), self.hasil), self.i_alasan)
        self.hasil.setFocus()
        PenjagaDialog(self)

    def periksa(self) -> str:
        hasil, alasan = self.jawaban
        kurang = hasil is HasilSalur.LAINNYA and not alasan
        self.i_alasan.atur_salah(self.tr("Jelaskan sebabnya.") if kurang else "")
        return self.tr("Lengkapi isian yang ditandai.") if kurang else ""

    @property
    def jawaban(self) -> tuple[HasilSalur, str]:
        teks = self.alasan.currentText().strip()
        return self.hasil.nilai, "" if teks == self.tr("Tanpa penjelasan") else teks

    @classmethod
    def ask(cls, induk: QWidget | None, nama: str) -> tuple[HasilSalur, str] | None:
        """Return outcome and explanation, None when it was given up."""
        hasil: tuple[HasilSalur, str] | None = bertanya(cls(induk, nama))
        return hasil


class DialogBatal(DialogKalimat):
    """Why the last act is taken back."""

    def __init__(
        self, induk: QWidget | None, judul: str, penjelasan: str, label: str, setuju: str, petunjuk: str = ""
    ) -> None:
        super().__init__(induk, judul, penjelasan, label, setuju, petunjuk)
        PenjagaDialog(self)


class DialogSebagian(DialogSalur):
    """Part of the goods: which line, how many pieces."""

    def __init__(self, induk: QWidget | None, baris: BarisSerah) -> None:
        super().__init__(
            induk,
            self.tr("Diterima sebagian"),
            self.tr("Sisanya tetap tercatat sebagai belum diterima {nama}.").format(nama=baris.nama),
            setuju=self.tr("&Catat penerimaan"),
        )
        self._sisa = {k.komponen.barang_id: k.sisa for k in baris.keadaan.komponen if k.komponen.barang_id and k.sisa}
        butir = [
            (k.komponen.barang_id, f"{k.komponen.nama} (sisa {k.sisa} {k.komponen.satuan})")
            for k in baris.keadaan.komponen
            if k.komponen.barang_id in self._sisa
        ]
        self.barang = Pilihan(butir, kini=butir[0][0] if butir else None)
        self.jumlah = QSpinBox()
        self.barang.currentIndexChanged.connect(self._sesuaikan)
        self._sesuaikan()
        self.tambah(Isian(self.tr("&Barang"), self.barang), Isian(self.tr("&Jumlah yang diserahkan"), self.jumlah))

    def _sesuaikan(self) -> None:
        self.jumlah.setRange(1, self._sisa.get(self.barang.nilai, 1))

    @property
    def jawaban(self) -> tuple[UUID, int]:
        return self.barang.nilai, self.jumlah.value()

    @classmethod
    def ask(cls, induk: QWidget | None, baris: BarisSerah) -> tuple[UUID, int] | None:
        """Return the goods line and the pieces, None when it was given up."""
        hasil: tuple[UUID, int] | None = bertanya(cls(induk, baris))
        return hasil


@dataclass(frozen=True)
class Meja:
    """Where the table stands: tahap (id and number), desa (None: all), day, place, and the only point it serves."""

    tahap_id: UUID
    tahap_nomor: int
    desa: str | None
    tanggal: date
    tempat: str
    titik: UUID | None = None


class DialogMeja(DialogSalur):
    """Opens Mode Penyaluran: for which desa and point, on which day, at which place.

    Where one point alone is on today's schedule, it is chosen already.
    """

    def __init__(
        self,
        induk: QWidget | None,
        tahap: list[tuple[UUID, int, str]],
        desa: list[tuple[str, str]],
        titik: Mapping[int, Sequence[Titik]],
        hari_ini: date,
        awal: str | None,
    ) -> None:
        super().__init__(
            induk,
            self.tr("Mode Penyaluran"),
            self.tr("Layar tidak terkunci sendiri selama mode ini terbuka; setiap catatan langsung tersimpan."),
            setuju=self.tr("&Buka"),
            nama_ikon="play",
        )
        self._tahap = {satu: nomor for satu, nomor, _ in tahap}
        self._semua_titik = titik
        self._hari_ini = hari_ini
        self.tahap = Pilihan([(satu, nama) for satu, _, nama in tahap], kini=tahap[0][0] if tahap else None)
        self.desa = Pilihan(desa, kini=awal, kosong=self.tr("Semua desa"), cari=True)
        self.titik = Pilihan()
        self.tanggal = IsianTanggal(hari_ini)
        self.tempat = QLineEdit()
        self.i_tanggal = Isian(self.tr("T&anggal penyaluran"), self.tanggal)
        self.i_titik = Isian(self.tr("Titi&k"), self.titik)
        if awal is None:
            self._hari_ini_saja()
        self._isi_titik()
        self.desa.currentIndexChanged.connect(self._isi_titik)
        self.tahap.currentIndexChanged.connect(self._isi_titik)
        self.titik.currentIndexChanged.connect(self._isi_tempat)
        self.tambah(
            Isian(self.tr("&Tahap"), self.tahap),
            Isian(self.tr("&Desa/kelurahan"), self.desa),
            self.i_titik,
            self.i_tanggal,
            Isian(self.tr("T&empat"), self.tempat, self.tr("Misalnya Balai Desa")),
        )

    @property
    def _titik_tahap(self) -> Sequence[Titik]:
        return self._semua_titik.get(self._tahap.get(self.tahap.nilai, 0), ())

    def _hari_ini_saja(self) -> None:
        """Choose the desa of the only point on today's schedule."""
        hari_ini = [t for t in self._titik_tahap if t.tanggal == self._hari_ini]
        if len({t.kode_desa for t in hari_ini}) == 1:
            self.desa.nilai = hari_ini[0].kode_desa

    @Slot()
    def _isi_titik(self) -> None:
        titik = [t for t in self._titik_tahap if t.kode_desa == self.desa.nilai]
        hari_ini = [t.id for t in titik if t.tanggal == self._hari_ini]
        butir = [(t.id, ", ".join(filter(None, (t.tempat, t.batas.sebutan)))) for t in titik]
        kini = hari_ini[0] if len(hari_ini) == 1 and len(titik) > 1 else None
        self.titik.blockSignals(True)
        self.titik.atur(butir, kini=kini, kosong=self.tr("Semua titik desa ini"))
        self.titik.blockSignals(False)
        self.i_titik.setVisible(len(titik) > 1)
        self._isi_tempat()

    @Slot()
    def _isi_tempat(self) -> None:
        titik = [t for t in self._titik_tahap if t.kode_desa == self.desa.nilai]
        satu = titik if len(titik) == 1 else [t for t in titik if t.id == self.titik.nilai]
        if satu:
            self.tempat.setText(satu[0].tempat)

    def periksa(self) -> str:
        depan = self.jawaban.tanggal > self._hari_ini
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        return self.tr("Tanggal penyaluran tidak boleh di depan.") if depan else ""

    @property
    def jawaban(self) -> Meja:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        tahap = self.tahap.nilai
        titik = self.titik.nilai if self.titik.count() > 2 else None
        return Meja(tahap, self._tahap[tahap], self.desa.nilai, tanggal, self.tempat.text().strip(), titik)

    @classmethod
    def ask(
        cls,
        induk: QWidget | None,
        tahap: list[tuple[UUID, int, str]],
        desa: list[tuple[str, str]],
        titik: Mapping[int, Sequence[Titik]],
        hari_ini: date,
        awal: str | None = None,
    ) -> Meja | None:
        """Return where the table stands, None when it was given up."""
        hasil: Meja | None = bertanya(cls(induk, tahap, desa, titik, hari_ini, awal))
        return hasil
