"""What is asked for an SP2D and an STS: number, date, amount, and the reason where something differs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from app.bahasa.angka import rupiah, terbilang_rupiah
from app.pencairan import JENIS_SP2D, BarisPencairan, BarisSetoran, Posisi
from ui.komponen import DialogSalur, Isian, IsianTanggal, IsianUang, Pilihan, Teks
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.komponen.pilih_berkas import PilihBerkas

Tahap = list[tuple[UUID, str, Posisi]]


@dataclass(frozen=True)
class JawabanUang:
    """An SP2D or STS as it was filled in; `alasan` explains a difference, a giving back, or a mending."""

    tahap_id: UUID
    nomor: str
    tanggal: date
    nilai: int
    alasan: str
    jenis: str = ""
    nomor_spm: str = ""
    perbaikan: str = ""
    berkas: Path | None = None


class DialogUang(DialogSalur):
    """What both dialogs share: tahap, number, date, amount (also in words), scan."""

    def __init__(
        self,
        induk: QWidget | None,
        judul: str,
        penjelasan: str,
        tahap: Tahap,
        hari_ini: date,
        *,
        nomor: str,
        baru: bool,
    ) -> None:
        super().__init__(induk, judul, penjelasan, setuju=self.tr("&Simpan"), nama_ikon="save", lebar=620)
        self._hari_ini, self._baru = hari_ini, baru
        self._posisi = {satu: posisi for satu, _, posisi in tahap}
        self.tahap = Pilihan([(satu, nama) for satu, nama, _ in tahap], kini=tahap[0][0] if tahap else None)
        self.tahap.setEnabled(len(tahap) > 1)
        self.nomor, self.alasan, self.perbaikan = QLineEdit(), QLineEdit(), QLineEdit()
        self.tanggal, self.nilai = IsianTanggal(hari_ini), IsianUang()
        self.terbilang = Teks("", "kecil", bungkus=True)
        self.nilai.textChanged.connect(self._sebut)
        self.berkas = PilihBerkas(self.tr("Pindaian (boleh menyusul)"))
        self.i_tahap = Isian(self.tr("&Tahap"), self.tahap)
        self.i_nomor = Isian(nomor, self.nomor)
        self.i_tanggal = Isian(self.tr("T&anggal"), self.tanggal)
        self.i_nilai = Isian(self.tr("Ni&lai (rupiah)"), self.nilai)
        self.i_perbaikan = Isian(self.tr("Alasan pe&rbaikan"), self.perbaikan)
        self.i_perbaikan.setVisible(not baru)

    def _sebut(self) -> None:
        nilai = self.nilai.nilai
        self.terbilang.setText(terbilang_rupiah(nilai) if nilai and nilai < 10**15 else "")

    @property
    def posisi(self) -> Posisi:
        """Where the money of the chosen tahap lies."""
        return self._posisi.get(self.tahap.nilai, Posisi())

    def periksa(self) -> str:
        depan = self.tanggal.nilai is not None and self.tanggal.nilai > self._hari_ini
        self.i_nomor.atur_salah("" if self.nomor.text().strip() else self.tr("Harus diisi."))
        self.i_tanggal.atur_salah(self.tr("Belum terjadi.") if depan else "")
        self.i_nilai.atur_salah("" if (self.nilai.nilai or 0) > 0 else self.tr("Isi dengan angka, misalnya 1.500.000."))
        kurang = not self._baru and not self.perbaikan.text().strip()
        self.i_perbaikan.atur_salah(self.tr("Harus diisi.") if kurang else "")
        benar = self.nomor.text().strip() and not depan and (self.nilai.nilai or 0) > 0 and not kurang
        return "" if benar else self.tr("Periksa isian yang ditandai.")

    def _jawaban(self, **lain: str) -> JawabanUang:
        tanggal = self.tanggal.nilai
        assert tanggal is not None  # the field cannot be empty
        return JawabanUang(
            self.tahap.nilai,
            self.nomor.text().strip(),
            tanggal,
            self.nilai.nilai or 0,
            self.alasan.text().strip(),
            perbaikan=self.perbaikan.text().strip(),
            berkas=self.berkas.jalur,
            **lain,
        )


class DialogPencairan(DialogUang):
    """Money that left the treasury."""

    def __init__(self, induk: QWidget | None, tahap: Tahap, hari_ini: date, lama: BarisPencairan | None = None) -> None:
        super().__init__(
            induk,
            self.tr("Perbaiki SP2D") if lama else self.tr("Catat SP2D"),
            "",
            tahap,
            hari_ini,
            nomor=self.tr("&Nomor SP2D"),
            baru=lama is None,
        )
        self._lama = lama
        self.jenis = Pilihan([(j, j) for j in JENIS_SP2D], kini="LS")
        self.spm = QLineEdit()
        self.acuan = Teks("", "redup", bungkus=True)
        self.i_alasan = Isian(
            self.tr("Alasan &selisih"), self.alasan, self.tr("Diisi bila SP2D berbeda dari jumlah hak penerima")
        )
        self.tambah(
            self.acuan,
            kisi(
                self.i_tahap,
                Isian(self.tr("&Jenis"), self.jenis),
                self.i_nomor,
                Isian(self.tr("Nomor SP&M"), self.spm),
                self.i_tanggal,
                self.i_nilai,
            ),
            self.terbilang,
            self.i_alasan,
            self.i_perbaikan,
            self.berkas,
        )
        if lama:
            self._isi(lama)
        self.tahap.currentIndexChanged.connect(self._acu)
        self.nilai.textChanged.connect(self._acu)
        self._acu()

    def _isi(self, lama: BarisPencairan) -> None:
        self.tahap.nilai, self.jenis.nilai = lama.tahap_id, lama.jenis
        self.jenis.setEnabled(False)
        self.nomor.setText(lama.nomor_sp2d)
        self.spm.setText(lama.nomor_spm)
        self.tanggal.nilai, self.nilai.nilai = lama.tanggal, lama.nilai
        self.alasan.setText(lama.alasan_selisih)

    @property
    def selisih(self) -> int:
        """All SP2D of the tahap, this one included, less what its recipients are owed; rupiah."""
        lama = self._lama.nilai if self._lama and self._lama.tahap_id == self.tahap.nilai else 0
        return self.posisi.sp2d - lama + (self.nilai.nilai or 0) - self.posisi.alokasi

    def _acu(self) -> None:
        p = self.posisi
        kalimat = self.tr("Hak penerima tahap ini {rp}; SP2D yang sudah tercatat {sp2d}.")
        self.acuan.setText(kalimat.format(rp=rupiah(p.alokasi), sp2d=rupiah(p.sp2d)))
        beda = self.selisih if self.nilai.nilai else 0
        lebih = self.tr("lebih") if beda > 0 else self.tr("kurang")
        self.i_alasan.petunjuk.setText(
            self.tr("Diisi bila SP2D berbeda dari hak penerima")
            if not beda
            else self.tr("SP2D {lebih} {rp} dari hak penerima; jelaskan").format(lebih=lebih, rp=rupiah(abs(beda)))
        )

    def periksa(self) -> str:
        salah = super().periksa()
        kurang = self.selisih != 0 and self.posisi.alokasi > 0 and not self.alasan.text().strip()
        self.i_alasan.atur_salah(self.tr("Jelaskan selisihnya.") if kurang and not salah else "")
        return salah or (self.tr("Jelaskan selisih dengan hak penerima.") if kurang else "")

    @property
    def jawaban(self) -> JawabanUang:
        return self._jawaban(jenis=self.jenis.nilai, nomor_spm=self.spm.text().strip())

    @classmethod
    def ask(
        cls, induk: QWidget | None, tahap: Tahap, hari_ini: date, lama: BarisPencairan | None = None
    ) -> JawabanUang | None:
        """Return the SP2D, None when it was given up."""
        hasil: JawabanUang | None = bertanya(cls(induk, tahap, hari_ini, lama))
        return hasil


class DialogSetoran(DialogUang):
    """Money given back."""

    def __init__(self, induk: QWidget | None, tahap: Tahap, hari_ini: date, lama: BarisSetoran | None = None) -> None:
        super().__init__(
            induk,
            self.tr("Perbaiki STS") if lama else self.tr("Catat setoran (STS)"),
            self.tr("Uang yang tidak tersalur dan dikembalikan ke kas daerah."),
            tahap,
            hari_ini,
            nomor=self.tr("&Nomor STS"),
            baru=lama is None,
        )
        self.i_alasan = Isian(self.tr("A&lasan setoran"), self.alasan, self.tr("Misalnya 3 penerima meninggal"))
        self.masih = Teks("", "redup")
        self.tahap.currentIndexChanged.connect(self._acu)
        self.tambah(
            self.masih,
            kisi(self.i_tahap, self.i_nomor, self.i_tanggal, self.i_nilai),
            self.terbilang,
            self.i_alasan,
            self.i_perbaikan,
            self.berkas,
        )
        self.i_alasan.setVisible(lama is None)
        if lama:
            self.tahap.nilai = lama.tahap_id
            self.nomor.setText(lama.nomor)
            self.tanggal.nilai, self.nilai.nilai = lama.tanggal, lama.nilai
            self.alasan.setText(lama.alasan)
        self._acu()

    def _acu(self) -> None:
        self.masih.setText(self.tr("Masih di bank/bendahara: {rp}").format(rp=rupiah(self.posisi.masih)))

    def periksa(self) -> str:
        salah = super().periksa()
        self.i_alasan.atur_salah("" if self.alasan.text().strip() else self.tr("Harus diisi."))
        return salah or ("" if self.alasan.text().strip() else self.tr("Isi alasan setoran."))

    @property
    def jawaban(self) -> JawabanUang:
        return self._jawaban()

    @classmethod
    def ask(
        cls, induk: QWidget | None, tahap: Tahap, hari_ini: date, lama: BarisSetoran | None = None
    ) -> JawabanUang | None:
        """Return the STS, None when it was given up."""
        hasil: JawabanUang | None = bertanya(cls(induk, tahap, hari_ini, lama))
        return hasil
