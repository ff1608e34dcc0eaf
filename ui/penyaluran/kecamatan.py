"""A hand-over that a kecamatan does for the dinas: the list out, the results in, what was taken in and taken back.

At the kecamatan itself it is one act: the results written for the dinas.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDir, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.jobs import JobContext
from app.kecamatan.baca import LembarHasil, baca_lembar_hasil
from app.kecamatan.catatan import batalkan_terima
from app.kecamatan.terima import HasilTerima, PeriksaHasil, Perubahan, periksa_hasil, terima_hasil
from app.kegiatan import lihat_kegiatan, nama_kegiatan
from app.kerja import Kerja
from app.penyaluran import ringkasan_penyaluran
from app.penyaluran.realisasi import SelSalah
from app.usulan.buku import BarisBuku, daftar_impor
from app.wilayah import induk as induk_wilayah
from app.wilayah import peta_kantor
from db.istilah import JenisKantor, StatusImpor, TujuanImpor, Zona
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.impor.buku import kolom_keadaan
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    Isian,
    JenisTombol,
    Kolom,
    KosongState,
    ModelTabel,
    Pilihan,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.teks import TeksTerbatas
from ui.penetapan.dialog import DialogKalimat

SARINGAN = "Buku kerja Excel (*.xlsx)"
SARINGAN_BACA = "Lembar sebar (*.xlsx *.ods *.xls)"


@dataclass(frozen=True)
class JawabanDaftar:
    """Which part of the list goes out."""

    tahap_id: UUID
    kecamatan: str | None


class DialogDaftar(DialogSalur):
    """Asks for which kecamatan, and which tahap, a list is written."""

    def __init__(
        self, induk: QWidget | None, tahap: Sequence[tuple[UUID, str]], kecamatan: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__(
            induk,
            self.tr("Daftar untuk kecamatan"),
            self.tr("Berisi mereka yang belum menerima. Kecamatan mengimpornya sebagai daftar penerima."),
            setuju=self.tr("&Simpan berkas…"),
            nama_ikon="save",
        )
        self.kecamatan = Pilihan(list(kecamatan), kosong=self.tr("Semua kecamatan"))
        self.tahap = Pilihan(list(tahap), kini=tahap[0][0])
        self.tahap.setEnabled(len(tahap) > 1)
        self.tambah(Isian(self.tr("&Kecamatan"), self.kecamatan), Isian(self.tr("&Tahap"), self.tahap))

    @property
    def jawaban(self) -> JawabanDaftar:
        return JawabanDaftar(self.tahap.nilai, self.kecamatan.nilai)

    @classmethod
    def ask(
        cls, induk: QWidget | None, tahap: Sequence[tuple[UUID, str]], kecamatan: Sequence[tuple[str, str]]
    ) -> JawabanDaftar | None:
        """Return what to write, None when it was given up."""
        hasil: JawabanDaftar | None = bertanya(cls(induk, tahap, kecamatan))
        return hasil


class DialogHasil(DialogSalur):
    """Says what a workbook would record, old beside new; with a wrong cell in it there is nothing to agree to."""

    def __init__(self, induk: QWidget | None, p: PeriksaHasil) -> None:
        super().__init__(
            induk, f"Hasil dari {p.pengirim}", kalimat_hasil(p), setuju="&Catat semuanya", nama_ikon="check-check",
            lebar=900,
        )  # fmt: skip
        bisa = not p.salah and bool(p.perubahan)
        self.setuju.setVisible(bisa)
        self.batal.setText(self.tr("&Batal") if bisa else self.tr("&Tutup"))
        self.model: ModelTabel[SelSalah] | ModelTabel[Perubahan]
        self.model = ModelTabel(_kolom_salah(), p.salah) if p.salah else ModelTabel(_kolom_perubahan(), p.perubahan)
        tabel = TabelData(self.model, nama=self.tr("Sel yang salah") if p.salah else self.tr("Yang akan dicatat"))
        tabel.setMinimumHeight(220)
        self.tambah(tabel)

    @property
    def jawaban(self) -> bool:
        return True

    @classmethod
    def ask(cls, induk: QWidget | None, p: PeriksaHasil) -> bool:
        """Show what would be recorded; True when it is agreed to."""
        return bool(bertanya(cls(induk, p)))


def _kolom_salah() -> list[Kolom[SelSalah]]:
    return [
        Kolom("Sel", lambda s: s.sel, lebar=70),
        Kolom("Nama", lambda s: s.nama or "—", lebar=170),
        Kolom("Sebab", lambda s: kalimat(s.sebab), lebar=0, petunjuk=lambda s: kalimat(s.sebab)),
    ]


def _kolom_perubahan() -> list[Kolom[Perubahan]]:
    return [
        Kolom("No.", lambda p: p.nomor, lambda n: f"{n:04}", lebar=60),
        Kolom("Nama", lambda p: p.nama, lebar=0),
        Kolom("Bantuan", lambda p: p.barang or "Seluruhnya", lebar=130),
        Kolom("Tercatat", lambda p: label(p.lama) if p.lama else "Belum", lebar=140),
        Kolom("Menjadi", lambda p: label(p.baru), lebar=160),
        Kolom("Tanggal", lambda p: p.tanggal, waktu.tanggal_pendek, lebar=105),
    ]


def kalimat_hasil(p: PeriksaHasil) -> str:
    """Sum up a workbook."""
    if p.salah:
        return f"{bilangan(len(p.salah))} sel belum dapat diterima. Perbaiki lalu pilih lagi; belum ada yang dicatat."
    bagian = [f"{bilangan(n)} {label(h).lower()}" for h, n in p.per_hasil.items()] or ["Tidak ada hasil baru"]
    bagian += [f"{bilangan(p.sama)} sudah tercatat"] if p.sama else []
    bagian += [f"{bilangan(p.belum)} belum dilayani"] if p.belum else []
    return ", ".join(bagian) + "."


class HalamanHasilKecamatan(Halaman):
    """What kecamatan sent back for one kegiatan."""

    judul = "Kecamatan"
    dengar = frozenset({Area.PENYALURAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._zona = Zona.WIB
        self.nama = TeksTerbatas(kanan=True)
        self.model: ModelTabel[BarisBuku] = ModelTabel(self._kolom())
        self.tabel = TabelData(self.model, nama=self.tr("Hasil yang sudah dimasukkan"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.kosong = KosongState(
            self.tr("Belum ada hasil dari kecamatan"),
            self.tr("Kirim daftar penerima, lalu masukkan lembar hasil yang dikirim kembali."),
            "inbox",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        boleh = konteks.boleh(Hak.PENYALURAN)
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.daftar = Tombol(self.tr("&Daftar untuk kecamatan…"), nama_ikon="upload", klik=self.tulis_daftar)
        self.masuk = Tombol(self.tr("&Masukkan hasil…"), JenisTombol.UTAMA, "download", klik=self.pilih_masuk)
        self.batal = Tombol(self.tr("&Batalkan hasil ini…"), JenisTombol.BAHAYA, "undo-2", klik=self.minta_batal)
        for tombol in (self.daftar, self.masuk):
            tombol.setEnabled(boleh)
        judul = Teks(self.tr("Hasil dari kecamatan"), "judul")
        atas = baris(kembali, judul, None, self.nama, self.daftar, self.masuk, jarak=12)
        self.setLayout(kolom(atas, self.tumpukan, baris(None, self.batal), jarak=10, tepi=(24, 14, 24, 12)))
        self.setFocusProxy(self.tabel)

    def _kolom(self) -> list[Kolom[BarisBuku]]:
        return [
            Kolom("Waktu", lambda b: b.pada, lambda p: waktu.saat_ringkas(p, self._zona), lebar=160),
            Kolom("Kecamatan", lambda b: b.pengirim, lebar=200),
            Kolom("Berkas", lambda b: ", ".join(b.berkas), lebar=0, petunjuk=lambda b: ", ".join(b.berkas)),
            Kolom("Dicatat", lambda b: b.ringkasan.diterima, bilangan, lebar=80, kanan=True),
            Kolom("Oleh", lambda b: b.oleh, lebar=160),
            kolom_keadaan(lebar=120),
        ]

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self._zona = Zona(kerja.kantor.zona)
            self.nama.setText(nama_kegiatan(kerja, self.kegiatan_id))
            buku = daftar_impor(kerja, self.kegiatan_id)
        semua = [b for b in buku if b.tujuan is TujuanImpor.HASIL_SALUR]
        self.model.atur(semua)
        self.tumpukan.setCurrentWidget(self.tabel if semua else self.kosong)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        satu = self.tabel.terpilih
        berlaku = len(satu) == 1 and satu[0].status is StatusImpor.TERSIMPAN
        self.batal.setEnabled(berlaku and self.konteks.boleh(Hak.PENYALURAN))

    # --- acts --------------------------------------------------------------------------------------------------------

    def tulis_daftar(self) -> None:
        """Ask for whom, and write the list."""
        with self.konteks.membaca() as kerja:
            tahap = [(t.id, t.nama) for t in lihat_kegiatan(kerja, self.kegiatan_id).tahap]
            peta = peta_kantor(kerja)
            ringkas = ringkasan_penyaluran(kerja, self.kegiatan_id)
        kode = sorted({induk_wilayah(d) for d in ringkas.per_desa if d})
        jawab = DialogDaftar.ask(self, tahap, [(k, peta.nama(k)) for k in kode])
        nama = f"Daftar penerima {peta.nama(jawab.kecamatan)}" if jawab and jawab.kecamatan else "Daftar penerima"
        ke = simpan_ke(self, f"{nama}.xlsx") if jawab else None
        if jawab is None or ke is None:
            return

        def jalan(kerja: Kerja, ctx: JobContext) -> int:
            from reports.daftar_kecamatan import cetak_daftar_kecamatan

            return cetak_daftar_kecamatan(
                kerja, self.kegiatan_id, ke, tahap_id=jawab.tahap_id, kecamatan=jawab.kecamatan, ctx=ctx
            )

        def usai(n: int) -> None:
            isi = self.tr("Kirim ke kecamatan. Hasilnya dimasukkan kembali di halaman ini.")
            pesan.info(self, self.tr("{n} penerima ditulis ke {ke}").format(n=bilangan(n), ke=ke.name), isi)

        self.konteks.tulis_lama(self.tr("Menulis daftar penerima"), jalan, induk=self, berhasil=usai)

    def pilih_masuk(self) -> None:
        """Ask for a workbook, and show what it would record."""
        judul = self.tr("Pilih lembar hasil dari kecamatan")
        nama, _ = QFileDialog.getOpenFileName(self, judul, QDir.homePath(), SARINGAN_BACA)
        if nama:
            self.masukkan(Path(nama))

    def masukkan(self, berkas: Path) -> None:
        """Read a workbook and ask before it counts."""

        def jalan(kerja: Kerja, ctx: JobContext) -> tuple[PeriksaHasil, LembarHasil]:
            ctx.lapor(0, None, f"Membaca {berkas.name}")
            lembar = baca_lembar_hasil(berkas, ctx)
            return periksa_hasil(kerja, self.kegiatan_id, lembar), lembar

        self.konteks.baca_lama(self.tr("Memeriksa lembar hasil"), jalan, induk=self, berhasil=self._tanya)

    def _tanya(self, hasil: tuple[PeriksaHasil, LembarHasil]) -> None:
        dilihat, lembar = hasil
        if DialogHasil.ask(self, dilihat):
            self.konteks.tulis(
                self.tr("Mencatat hasil kecamatan"),
                lambda kerja: terima_hasil(kerja, self.kegiatan_id, lembar),
                induk=self,
                berhasil=self._tercatat,
                ubah=(Area.PENYALURAN, Area.PENCAIRAN, Area.KEGIATAN),
            )

    def _tercatat(self, jadi: HasilTerima) -> None:
        isi = self.tr("Dapat dibatalkan seluruhnya di halaman ini.")
        pesan.info(self, self.tr("{n} hasil dicatat").format(n=bilangan(jadi.dicatat)), isi)

    def minta_batal(self) -> None:
        """Ask why, and take the chosen batch back."""
        satu: BarisBuku = self.tabel.terpilih[0]
        kata = self.tr("{n} hasil dari {nama} dicabut. Riwayatnya tetap terlihat.")
        alasan = DialogKalimat.ask(
            self, self.tr("Batalkan hasil kecamatan?"),
            kata.format(n=bilangan(satu.ringkasan.diterima), nama=satu.pengirim), self.tr("&Alasan"),
            self.tr("&Batalkan hasil"),
        )  # fmt: skip
        if alasan is not None:
            self.konteks.tulis(
                self.tr("Membatalkan hasil"),
                lambda kerja: batalkan_terima(kerja, satu.impor_id, alasan=alasan),
                induk=self,
                ubah=(Area.PENYALURAN, Area.PENCAIRAN, Area.KEGIATAN),
            )


def simpan_ke(induk: QWidget, saran: str) -> Path | None:
    """Ask where a workbook is saved."""
    awal = str(Path(QDir.homePath()) / saran)
    nama, _ = QFileDialog.getSaveFileName(induk, induk.tr("Simpan berkas"), awal, SARINGAN)
    return Path(nama) if nama else None


class TombolKecamatan(Tombol):
    """The way from the hand-over page to the other office: a page at the dinas, one workbook at the kecamatan."""

    def __init__(self, konteks: Konteks, induk: Halaman, kegiatan_id: UUID) -> None:
        with konteks.membaca() as kerja:
            self._di_kecamatan = kerja.kantor.jenis == JenisKantor.KECAMATAN
        kata = "Hasil untuk &dinas…" if self._di_kecamatan else "Kec&amatan…"
        super().__init__(kata, nama_ikon="file-spreadsheet", klik=self._jalan)
        petunjuk = "Buku kerja hasil yang dikenali dinas" if self._di_kecamatan else "Daftar keluar dan hasil masuk"
        self.setToolTip(petunjuk)
        self._konteks, self._induk, self._kegiatan_id = konteks, induk, kegiatan_id

    @Slot()
    def _jalan(self) -> None:
        if self._di_kecamatan:
            self.tulis_hasil()
        else:
            self._konteks.dorong(HalamanHasilKecamatan(self._konteks, self._kegiatan_id))

    def tulis_hasil(self) -> None:
        """Write the results of the newest tahap in which anything was recorded."""
        with self._konteks.membaca() as kerja:
            tahap = [(t.id, t.nama) for t in lihat_kegiatan(kerja, self._kegiatan_id).tahap]
        pilih = partial(DialogTahap.ask, self._induk, tahap)
        tahap_id = tahap[0][0] if len(tahap) == 1 else pilih()
        ke = simpan_ke(self._induk, "Hasil penyaluran untuk dinas.xlsx") if tahap_id else None
        if tahap_id is None or ke is None:
            return

        def jalan(kerja: Kerja, ctx: JobContext) -> int:
            from reports.lembar_hasil import cetak_hasil

            return cetak_hasil(kerja, self._kegiatan_id, ke, tahap_id=tahap_id, ctx=ctx)

        def usai(n: int) -> None:
            isi = "Kirim berkas itu ke dinas seutuhnya. Boleh ditulis lagi kapan saja."
            pesan.info(self._induk, f"{bilangan(n)} baris hasil ditulis ke {ke.name}", isi)

        self._konteks.tulis_lama("Menulis hasil penyaluran", jalan, induk=self._induk, berhasil=usai)


class DialogTahap(DialogSalur):
    """Asks of which tahap the results are written."""

    def __init__(self, induk: QWidget | None, tahap: Sequence[tuple[UUID, str]]) -> None:
        super().__init__(
            induk, self.tr("Hasil untuk dinas"), self.tr("Satu berkas untuk satu tahap."),
            setuju=self.tr("&Simpan berkas…"), nama_ikon="save",
        )  # fmt: skip
        self.tahap = Pilihan(list(tahap), kini=tahap[-1][0])
        self.tambah(Isian(self.tr("&Tahap"), self.tahap))

    @property
    def jawaban(self) -> UUID:
        nilai: UUID = self.tahap.nilai
        return nilai

    @classmethod
    def ask(cls, induk: QWidget | None, tahap: Sequence[tuple[UUID, str]]) -> UUID | None:
        """Return the tahap, None when it was given up."""
        hasil: UUID | None = bertanya(cls(induk, tahap))
        return hasil
