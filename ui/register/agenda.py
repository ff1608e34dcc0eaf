"""The buku agenda of letters in or out, with the dispositions of the chosen letter."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.istilah import label
from app.kerja import Kerja
from app.orang import pilihan_kegiatan
from app.pindaian import JenisPindaian
from app.register import (
    BarisAgenda,
    BarisDisposisi,
    DataSurat,
    buku_agenda,
    catat_surat_keluar,
    catat_surat_masuk,
    daftar_disposisi,
    disposisikan,
    paraf_disposisi,
    perbaiki_surat,
    surat_kegiatan,
)
from db.istilah import ArahSurat, SifatSurat
from ui.dokumen.lihat import lihat_lampiran
from ui.dokumen.susul import minta_pindaian
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import (
    JenisTombol,
    Kartu,
    Kolom,
    KosongState,
    KotakCari,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.ekspor import TombolEkspor
from ui.register.dialog import DialogDisposisi, DialogSurat, JawabanSurat
from ui.tema import Nada

NADA_SIFAT = {
    SifatSurat.BIASA: Nada.NETRAL,
    SifatSurat.SEGERA: Nada.PERHATIAN,
    SifatSurat.SANGAT_SEGERA: Nada.BAHAYA,
    SifatSurat.PENTING: Nada.PERHATIAN,
    SifatSurat.RAHASIA: Nada.AKSEN,
}


def _tanggal(nilai: date | None) -> str:
    return waktu.tanggal_pendek(nilai) if nilai else "—"


def kolom_agenda(arah: ArahSurat) -> list[Kolom[BarisAgenda]]:
    """Columns of the buku agenda."""
    masuk = arah is ArahSurat.MASUK
    return [
        Kolom("Agenda", lambda b: b.nomor_agenda, lebar=80),
        Kolom("Diterima" if masuk else "Dikirim", lambda b: b.tanggal_terima, _tanggal, lebar=100),
        Kolom("Dari" if masuk else "Kepada", lambda b: b.dari if masuk else b.kepada, lebar=180),
        Kolom("Nomor surat", lambda b: b.nomor_surat or "—", lebar=150),
        Kolom("Perihal", lambda b: b.perihal, lebar=0, petunjuk=lambda b: b.perihal),
        Kolom("Sifat", lambda b: label(b.sifat), lebar=110, nada=lambda b: NADA_SIFAT[b.sifat]),
        Kolom("Keadaan", _keadaan, lebar=110, nada=lambda b: Nada.PERHATIAN if b.digantikan else Nada.BAIK),
    ]


def _keadaan(b: BarisAgenda) -> str:
    if b.digantikan:
        return "Dibetulkan"
    return "Pembetulan" if b.menggantikan_id else "Berlaku"


class PanelAgenda(QWidget):
    """One side of the buku agenda; with `untuk` only the letters of that kegiatan, of whatever year."""

    def __init__(self, konteks: Konteks, arah: ArahSurat, untuk: UUID | None = None) -> None:
        super().__init__()
        self.konteks, self.arah, self.untuk = konteks, arah, untuk
        self.tahun = 0
        masuk = arah is ArahSurat.MASUK
        self.model = ModelTabel(kolom_agenda(arah))
        self.tabel = TabelData(self.model, nama=self.tr("Buku agenda"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tabel.dibuka.connect(self._lihat)
        self.cari = KotakCari(self.tr("Saring perihal, pihak, atau nomor"))
        self.cari.dicari.connect(self._saring)
        catat = self.tr("Catat surat masuk") if masuk else self.tr("Catat surat keluar")
        self.catat = Tombol(
            self.tr("&Catat surat…"), JenisTombol.UTAMA, "plus", nama=catat, pintasan="Ctrl+N", klik=self.catat_surat
        )
        self.betulkan = Tombol(self.tr("&Betulkan…"), nama_ikon="pen-line", klik=self.betulkan_surat)
        self.lihat = Tombol(self.tr("&Pindaian"), nama_ikon="eye", nama=self.tr("Lihat pindaian"), klik=self._lihat)
        self.susul = Tombol(
            self.tr("&Susulkan…"), nama_ikon="paperclip", nama=self.tr("Susulkan pindaian"), klik=self.susulkan
        )
        self.disposisi = Tombol(self.tr("&Disposisi…"), nama_ikon="send", klik=self.disposisikan)
        self.disposisi.setVisible(masuk)
        self.kosong = KosongState(
            self.tr("Belum ada surat untuk kegiatan ini") if untuk else self.tr("Belum ada surat pada tahun ini"),
            self.tr("Catat surat agar nomor agendanya tercatat dan dapat didisposisikan."),
            "mail",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        self.daftar = QVBoxLayout()
        self.daftar.setSpacing(4)
        self.kartu = Kartu(self.tr("Disposisi surat ini")).tambah(self.daftar)
        self.kartu.setVisible(False)
        judul = self.tr("Agenda surat masuk") if masuk else self.tr("Agenda surat keluar")
        self.ekspor = TombolEkspor(konteks, self.tabel, judul, (self.cari,))
        atas = baris(self.cari, self.ekspor, self.lihat, self.susul, self.betulkan, self.disposisi, self.catat)
        atas.setStretch(0, 1)
        self.setLayout(kolom(atas, self.tumpukan, self.kartu, jarak=10, tepi=(0, 12, 0, 0)))

    # --- what is shown -----------------------------------------------------------------------------------------------

    def muat(self, tahun: int) -> None:
        """Show the letters of a year, the newest first."""
        self.tahun = tahun
        with self.konteks.membaca() as kerja:
            semua = surat_kegiatan(kerja, self.untuk, self.arah) if self.untuk else buku_agenda(kerja, self.arah, tahun)
        self.model.atur(semua[::-1])
        self.tumpukan.setCurrentWidget(self.tabel if semua else self.kosong)
        if self.untuk:
            self.tabel.pilih_baris(0)
        self._terpilih()

    @Slot(str)
    def _saring(self, kata: str) -> None:
        cari = kata.casefold()
        self.tabel.atur_saringan(
            (lambda b: cari in f"{b.perihal} {b.dari} {b.kepada} {b.nomor_surat} {b.nomor_agenda}".casefold())
            if cari
            else None
        )

    @property
    def _surat(self) -> BarisAgenda | None:
        terpilih = self.tabel.terpilih
        return terpilih[0] if len(terpilih) == 1 else None

    @Slot()
    def _terpilih(self) -> None:
        surat = self._surat
        berlaku = surat is not None and not surat.digantikan
        self.betulkan.setEnabled(berlaku)
        self.disposisi.setEnabled(berlaku)
        tanpa = surat is not None and surat.lampiran_id is None
        self.lihat.setVisible(not tanpa)  # one of the two: what can be seen is not still to come
        self.susul.setVisible(tanpa)
        self.lihat.setEnabled(surat is not None)
        self.susul.setEnabled(berlaku and self.konteks.boleh(Hak.REGISTER))
        self.kartu.setVisible(surat is not None and self.arah is ArahSurat.MASUK)
        if surat is not None:
            with self.konteks.membaca() as kerja:
                self._isi_disposisi(daftar_disposisi(kerja, surat_id=surat.id))

    def _isi_disposisi(self, semua: list[BarisDisposisi]) -> None:
        kosongkan(self.daftar)
        for satu in semua:
            d = satu.isi
            kalimat = self.tr("{dari} kepada {kepada}: {isi}").format(dari=d.dari, kepada=d.kepada, isi=d.instruksi)
            rincian = [waktu.tanggal(d.tanggal), d.catatan]
            if d.batas:
                rincian.append(self.tr("batas waktu {tanggal}").format(tanggal=waktu.tanggal(d.batas)))
            rincian.append(self.tr("sudah diparaf") if d.diparaf else self.tr("belum diparaf"))
            kiri = kolom(Teks(kalimat, bungkus=True), Teks(" · ".join(filter(None, rincian)), "kecil"), jarak=1)
            tombol = Tombol(
                self.tr("Sudah diparaf"),
                JenisTombol.TAUTAN,
                "signature",
                klik=self._paraf(satu),
                nama=self.tr("Tandai disposisi kepada {kepada} sudah diparaf").format(kepada=d.kepada),
            )
            tombol.setVisible(not d.diparaf)
            sebaris = baris(kiri, tombol)
            sebaris.setStretch(0, 1)
            self.daftar.addLayout(sebaris)
        if not semua:
            self.daftar.addWidget(Teks(self.tr("Belum ada disposisi untuk surat ini."), "redup"))

    # --- acts --------------------------------------------------------------------------------------------------------

    def _paraf(self, satu: BarisDisposisi) -> Callable[[], None]:
        def jalan() -> None:
            self._simpan(self.tr("Mencatat paraf"), lambda kerja: paraf_disposisi(kerja, satu.id))

        return jalan

    def catat_surat(self) -> None:
        """Ask for a letter and enter it."""
        jawab = DialogSurat.ask(self, self.arah, self._hari_ini, self._kegiatan, None, self.untuk)
        if jawab is None:
            return
        catat = catat_surat_masuk if self.arah is ArahSurat.MASUK else catat_surat_keluar
        self._simpan(self.tr("Mencatat surat"), lambda kerja: catat(kerja, _dengan_berkas(kerja, jawab)))

    def betulkan_surat(self) -> None:
        """Ask for the right values; the old line stays."""
        surat = self._surat
        if surat is None:
            return
        jawab = DialogSurat.ask(self, self.arah, self._hari_ini, self._kegiatan, surat)
        if jawab is None:
            return

        def jalan(kerja: Kerja) -> object:
            data = _dengan_berkas(kerja, jawab)
            ubah = {b: getattr(data, b) for b in BIDANG_BETUL if getattr(data, b) != getattr(surat, b)}
            return perbaiki_surat(kerja, surat.id, jawab.alasan, **ubah)

        self._simpan(self.tr("Membetulkan surat"), jalan)

    def susulkan(self) -> None:
        """Ask for the scan of a letter that was entered without one; the line stays as it is."""
        if (surat := self._surat) is not None:
            minta_pindaian(
                self, self.konteks, JenisPindaian.SURAT, surat.id,
                area=Area.REGISTER, berhasil=lambda _: self.muat(self.tahun),
            )  # fmt: skip

    def disposisikan(self) -> None:
        """Ask what the head wrote and keep it."""
        surat = self._surat
        if surat is None:
            return
        jawab = DialogDisposisi.ask(self, surat, self._hari_ini, self.konteks.pelaku.jabatan)
        if jawab is not None:
            self._simpan(self.tr("Menyimpan disposisi"), lambda kerja: disposisikan(kerja, surat.id, jawab))

    @Slot()
    def _lihat(self) -> None:
        surat = self._surat
        if surat is not None and surat.lampiran_id is not None:
            lihat_lampiran(self, self.konteks, surat.lampiran_id, surat.perihal)

    def _simpan(self, judul: str, kerja: Callable[[Kerja], object]) -> None:
        self.konteks.tulis(
            judul, kerja, induk=self, berhasil=lambda _: self.muat(self.tahun), ubah=(Area.REGISTER, Area.KEGIATAN)
        )

    @property
    def _hari_ini(self) -> date:
        with self.konteks.membaca() as kerja:
            return kerja.hari_ini()

    @property
    def _kegiatan(self) -> list[tuple[UUID, str]]:
        with self.konteks.membaca() as kerja:
            return pilihan_kegiatan(kerja)


BIDANG_BETUL = (
    "perihal", "tanggal_terima", "tanggal_surat", "nomor_surat", "dari", "kepada", "sifat", "kegiatan_id",
    "lampiran_id", "nomor_agenda",
)  # fmt: skip


def _dengan_berkas(kerja: Kerja, jawab: JawabanSurat) -> DataSurat:
    """Keep the scan and name it in the letter."""
    if jawab.berkas is None:
        return jawab.data
    lampiran_id = kerja.simpan_lampiran(jawab.berkas.read_bytes(), jawab.berkas.name)
    return replace(jawab.data, lampiran_id=lampiran_id)
