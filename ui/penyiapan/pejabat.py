"""The officials whose names stand under papers: a list, and the dialog that adds or changes one."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from app import identitas
from app.bahasa.istilah import label, pilihan
from app.kantor import JABATAN_PENANDA, DataPejabat
from db.istilah import CaraJabatan, JenisKantor
from ui.komponen import DialogSalur, Isian, JenisTombol, Kartu, Kolom, ModelTabel, Pilihan, TabelData, Teks, Tombol
from ui.komponen import baris as sebaris
from ui.komponen import kolom as sekolom
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi

KUNCI = {**dict(JABATAN_PENANDA), "lainnya": "Pejabat lain"}
JABATAN_AWAL = {
    (JenisKantor.DINAS, "kepala"): "Kepala Dinas Sosial",
    (JenisKantor.KECAMATAN, "kepala"): "Camat",
}


class DialogPejabat(DialogSalur):
    """Name, title and rank of one official, as they are printed."""

    def __init__(self, induk: QWidget | None, data: DataPejabat | None = None, *, jabatan: str = "") -> None:
        super().__init__(
            induk,
            self.tr("Pejabat"),
            self.tr("Ditulis persis seperti di bawah tanda tangan."),
            setuju=self.tr("&Simpan pejabat"),
            nama_ikon="save",
            lebar=620,
        )
        self._id = data.id if data else None
        self._lama = data
        awal = data or DataPejabat("", jabatan, "kepala" if jabatan else "")
        self.kunci = Isian(self.tr("&Sebagai"), Pilihan(list(KUNCI.items()), kini=awal.kunci or "lainnya"))
        self.jabatan = Isian(self.tr("&Jabatan"), QLineEdit(awal.jabatan), self.tr("Misalnya: Kepala Dinas Sosial"))
        self.nama = Isian(self.tr("&Nama lengkap dan gelar"), QLineEdit(awal.nama))
        self.nip = Isian(self.tr("N&IP"), QLineEdit(awal.nip or ""), self.tr("18 angka; kosong untuk Bupati"))
        self.pangkat = Isian(self.tr("&Pangkat"), QLineEdit(awal.pangkat), self.tr("Misalnya: Pembina Tingkat I"))
        self.golongan = Isian(self.tr("&Golongan"), QLineEdit(awal.golongan), self.tr("Misalnya: IV/b"))
        self.cara = Isian(self.tr("&Cara menjabat"), Pilihan(pilihan(CaraJabatan), kini=awal.cara))
        self.tambah(kisi(self.kunci, self.jabatan, self.nama, self.nip, self.pangkat, self.golongan, self.cara))

    @classmethod
    def ask(cls, induk: QWidget, data: DataPejabat | None = None, *, jabatan: str = "") -> DataPejabat | None:
        """Return the official as filled in; None when given up."""
        hasil: DataPejabat | None = bertanya(cls(induk, data, jabatan=jabatan))
        return hasil

    @staticmethod
    def _teks(isian: Isian) -> str:
        assert isinstance(isian.widget, QLineEdit)
        return isian.widget.text().strip()

    @property
    def jawaban(self) -> DataPejabat:
        """The official."""
        kunci, cara = self.kunci.widget, self.cara.widget
        assert isinstance(kunci, Pilihan)
        assert isinstance(cara, Pilihan)
        lama = self._lama
        return DataPejabat(
            nama=self._teks(self.nama),
            jabatan=self._teks(self.jabatan),
            kunci="" if kunci.nilai == "lainnya" else str(kunci.nilai),
            pangkat=self._teks(self.pangkat),
            golongan=self._teks(self.golongan),
            nip=identitas.rapikan_angka(self._teks(self.nip)) or None,
            cara=CaraJabatan(cara.nilai),
            kode_desa=lama.kode_desa if lama else None,
            sejak=lama.sejak if lama else None,
            sampai=lama.sampai if lama else None,
            id=self._id,
            atas_nama=lama.atas_nama if lama else "",
            untuk_beliau=lama.untuk_beliau if lama else "",
        )

    def periksa(self) -> str:
        """Look for what is missing."""
        for isian in (self.nama, self.jabatan, self.nip):
            isian.atur_salah()
        salah = False
        for isian, kata in ((self.nama, self.tr("Nama harus diisi.")), (self.jabatan, self.tr("Jabatan harus diisi."))):
            if not self._teks(isian):
                isian.atur_salah(kata)
                salah = True
        nip = self._teks(self.nip)
        if "panjang" in identitas.baca_nip(nip).masalah:
            self.nip.atur_salah(self.tr("NIP terdiri dari 18 angka."))
            salah = True
        return self.tr("Periksa isian yang ditandai.") if salah else ""


KOLOM = (
    Kolom[DataPejabat]("Nama", lambda p: p.nama, lebar=0),
    Kolom[DataPejabat]("Jabatan", lambda p: p.jabatan, lebar=300),
    Kolom[DataPejabat]("NIP", lambda p: p.nip, lambda n: identitas.kelompokkan(n) if n else "", lebar=190),
    Kolom[DataPejabat]("Cara", lambda p: p.cara, lambda c: label(c), lebar=100),
)


class DaftarPejabat(QWidget):
    """The list with its buttons; holds plain data."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bening", True)
        self.jabatan_kepala = ""
        self.model = ModelTabel(KOLOM)
        self.tabel = TabelData(self.model, nama=self.tr("Daftar pejabat"))
        self.tabel.setMinimumHeight(160)
        self.baru = Tombol(self.tr("&Tambah pejabat…"), nama_ikon="plus", klik=self.tambah)
        self.ubah = Tombol(self.tr("&Ubah…"), JenisTombol.TAUTAN, "pen-line", klik=self.ubah_terpilih)
        self.buang = Tombol(self.tr("&Keluarkan"), JenisTombol.TAUTAN, "trash-2", klik=self.buang_terpilih)
        self.tabel.dibuka.connect(self._ubah)
        self.setLayout(sekolom(self.tabel, sebaris(self.baru, self.ubah, self.buang, None)))

    @property
    def semua(self) -> tuple[DataPejabat, ...]:
        return self.model.semua

    def atur(self, pejabat: Sequence[DataPejabat]) -> None:
        """Show other officials."""
        self.model.atur(pejabat)

    @Slot()
    def tambah(self) -> None:
        """Ask for one more."""
        awal = "" if self.model.semua else self.jabatan_kepala
        baru = DialogPejabat.ask(self, jabatan=awal)
        if baru is not None:
            self.model.atur([*self.model.semua, baru])

    @Slot()
    def ubah_terpilih(self) -> None:
        if (kini := self.tabel.kini) is not None:
            self._ubah(kini)

    @Slot(object)
    def _ubah(self, lama: DataPejabat) -> None:
        baru = DialogPejabat.ask(self, lama)
        if baru is not None:
            self.model.atur([baru if p is lama else p for p in self.model.semua])

    @Slot()
    def buang_terpilih(self) -> None:
        """Take the chosen ones out of the list."""
        buang = self.tabel.terpilih
        self.model.atur([p for p in self.model.semua if p not in buang])


class HalamanPejabat(QWidget):
    """Set-up page of the officials; the head of the office is asked for, the rest may follow."""

    def __init__(self) -> None:
        super().__init__()
        self.daftar = DaftarPejabat()
        kartu = Kartu(self.tr("Pejabat penandatangan"), melar=True)
        kalimat = self.tr("Tambahkan kepala kantor dahulu. Pejabat lain boleh menyusul di Pengaturan.")
        kartu.tambah(Teks(kalimat, "redup", bungkus=True), self.daftar)
        self.setLayout(sekolom(kartu, tepi=(24, 4, 24, 12)))

    def atur_jenis(self, jenis: JenisKantor, nama_kantor: str) -> None:
        """Offer the head's title of this kind of office."""
        awal = JABATAN_AWAL[(jenis, "kepala")]
        akhir = nama_kantor.removeprefix("Dinas Sosial").removeprefix("Kecamatan").strip()
        self.daftar.jabatan_kepala = f"{awal} {akhir}".strip()

    def periksa(self) -> str:
        """Return what is missing."""
        if any(p.kunci == "kepala" for p in self.daftar.semua):
            return ""
        return self.tr("Kepala kantor belum ditambahkan.")
