"""The ledger of a kegiatan's imports: what came when from whom, what became of it, and every act upon it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QDir, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan, ukuran
from app.bahasa.istilah import label
from app.jobs import JobContext
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.usulan.asli import BerkasAsli, ambil_berkas, daftar_berkas
from app.usulan.batal import batalkan_impor
from app.usulan.bentuk import Hilang, Perbandingan
from app.usulan.buku import BarisBuku, baris_ditolak, daftar_impor
from app.usulan.hilang import HIDUP, hilang_impor, kembalikan_usulan, tarik_usulan
from app.usulan.perbaikan import BarisPerbaikan, baris_ditolak_impor
from db.istilah import StatusImpor, StatusUsulan, Zona
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.impor.surat import SuratPerbaikan
from ui.jobs import Area
from ui.komponen import JenisTombol, Kartu, Kolom, KosongState, ModelTabel, TabelData, Teks, Tombol, baris, kolom
from ui.komponen.rincian import Rincian
from ui.komponen.tabel_luwes import TabelLuwes
from ui.penetapan.dialog import DialogKalimat
from ui.tema import Nada


@dataclass(frozen=True)
class BarisTampil:
    """One row of an import that is not simply taken: who, where, what about it, and where it stands."""

    nama: str
    tempat: str
    hal: str
    keadaan: str
    nada: Nada
    hilang: Hilang | None = None


def kolom_keadaan(*, lebar: int) -> Kolom[BarisBuku]:
    """Return the column that says whether an import counts, and in its tooltip why not."""
    return Kolom(
        "Keadaan",
        lambda b: label(b.status),
        lebar=lebar,
        nada=lambda b: Nada.BAIK if b.status is StatusImpor.TERSIMPAN else Nada.NETRAL,
        petunjuk=lambda b: b.alasan_batal,
    )


def kata_perbandingan(p: Perbandingan | None) -> str:
    """Say how a sending stands beside the earlier ones."""
    if p is None:
        return ""
    bagian = [(p.sama, "sama"), (p.berubah, "berubah"), (p.baru, "baru"), (p.hilang, "tidak ada lagi")]
    return " · ".join(f"{bilangan(n)} {kata}" for n, kata in bagian)


def susun(ditolak: Sequence[BarisPerbaikan], hilang: Sequence[Hilang]) -> list[BarisTampil]:
    """Put the rows that did not come in and the people who are no longer listed into one list."""
    return [*map(_ditolak, ditolak), *map(_hilang, hilang)]


def _ditolak(b: BarisPerbaikan) -> BarisTampil:
    tempat = f"Baris {b.baris} · {b.lembar} · {b.berkas}"
    if b.masuk is None:
        return BarisTampil(b.nama or "(tanpa nama)", tempat, " ".join(b.salah), "Belum diperbaiki", Nada.PERHATIAN)
    lewat = f"Masuk: {b.masuk.berkas}, baris {b.masuk.baris}" if b.masuk.impor_id else "Masuk: dicatat di kantor"
    return BarisTampil(b.nama or "(tanpa nama)", tempat, " ".join(b.salah), lewat, Nada.BAIK)


def _hilang(h: Hilang) -> BarisTampil:
    tempat = f"Baris {h.baris} · {h.berkas}" if h.baris else "Dicatat di kantor"
    ditarik = h.status is StatusUsulan.DITARIK
    kata = "Ditarik" if ditarik else "Tidak ada lagi"
    hal = "Tidak tercantum dalam kiriman pengganti ini."
    return BarisTampil(h.nama, tempat, hal, kata, Nada.NETRAL if ditarik else Nada.PERHATIAN, h)


@dataclass(frozen=True)
class IsiImpor:
    """What the page shows of the chosen import."""

    impor_id: UUID
    berkas: tuple[BerkasAsli, ...]
    baris: tuple[BarisTampil, ...]


class HalamanBuku(Halaman):
    """The ledger page of one kegiatan."""

    judul = "Buku impor"
    dengar = frozenset({Area.USULAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._zona = Zona.WIB
        self.isi: IsiImpor | None = None
        self.surat = SuratPerbaikan(konteks, self, kegiatan_id)
        self.nama = Teks("", "redup")
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self._buat_tabel()
        self._buat_tombol()
        self.rincian = Rincian(lajur=2)
        self.hitung = Teks("", "tebal")
        kartu = Kartu(self.tr("Impor yang dipilih"), melar=True).tambah(
            self.rincian, baris(self.hitung, None, self.kembali, self.tarik), self.rinci
        )
        isi = kolom(
            baris(kembali, Teks(self.judul, "judul"), self.nama, None, self.perbaikan, jarak=12),
            self.tabel,
            baris(self.unduh, self.tolakan, None, self.batal),
            kartu,
            jarak=10,
        )
        isi.setStretch(1, 2)
        isi.setStretch(3, 3)
        self.kosong = KosongState(self.tr("Belum ada impor"), self.tr("Impor dahulu daftar usulan dari desa."), "inbox")
        lembar = QWidget()
        lembar.setLayout(isi)
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(lembar)
        self.tumpukan.addWidget(self.kosong)
        self.setLayout(kolom(self.tumpukan, tepi=(24, 12, 24, 14)))
        self.setFocusProxy(self.tabel)

    def _buat_tabel(self) -> None:
        self.model: ModelTabel[BarisBuku] = ModelTabel(self._kolom())
        self.tabel = TabelLuwes(self.model, nama=self.judul, luwes={2: 900, 6: 1150})
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tabel.setMinimumHeight(110)
        self.model_rinci: ModelTabel[BarisTampil] = ModelTabel(
            [
                Kolom("Nama", lambda b: b.nama, lebar=180),
                Kolom("Tempat", lambda b: b.tempat, lebar=250, petunjuk=lambda b: b.tempat),
                Kolom("Hal", lambda b: b.hal, lebar=0, petunjuk=lambda b: b.hal),
                Kolom("Keadaan", lambda b: b.keadaan, lebar=190, nada=lambda b: b.nada, petunjuk=lambda b: b.keadaan),
            ]
        )
        self.rinci = TabelData(self.model_rinci, nama=self.tr("Baris yang tidak masuk dan orang yang tidak ada lagi"))
        self.rinci.setMinimumHeight(90)
        self.rinci.pilihan_berubah.connect(self._rinci_terpilih)

    def _kolom(self) -> list[Kolom[BarisBuku]]:
        return [
            Kolom("Waktu", lambda b: b.pada, lambda p: waktu.saat_ringkas(p, self._zona), lebar=150),
            Kolom("Berkas", lambda b: ", ".join(b.berkas), lebar=0, petunjuk=lambda b: "\n".join(b.berkas)),
            Kolom("Pengirim", lambda b: b.pengirim or "—", lebar=150),
            Kolom("Sifat", lambda b: label(b.kiriman), lebar=90),
            Kolom("Baris", lambda b: b.ringkasan.baris, bilangan, lebar=65, kanan=True),
            Kolom("Ditolak", lambda b: b.ringkasan.ditolak, bilangan, lebar=70, kanan=True),
            Kolom("Oleh", lambda b: b.oleh, lebar=150),
            kolom_keadaan(lebar=110),
        ]

    def _buat_tombol(self) -> None:
        boleh = self.konteks.boleh(Hak.IMPOR)
        self.unduh = Tombol(self.tr("Simpan &berkas asli…"), nama_ikon="download", klik=self.simpan_asli)
        self.unduh.setVisible(self.konteks.boleh(Hak.IDENTITAS))
        self.tolakan = Tombol(self.tr("&Unduh baris ditolak…"), nama_ikon="download", klik=self.unduh_ditolak)
        self.perbaikan = Tombol(self.tr("&Surat perbaikan…"), nama_ikon="mail", klik=self.surat.minta)
        self.perbaikan.setVisible(self.konteks.boleh(Hak.DOKUMEN))
        self.batal = Tombol(self.tr("B&atalkan impor ini…"), JenisTombol.BAHAYA, "undo-2", klik=self.minta_batal)
        self.tarik = Tombol(self.tr("&Tarik usulannya…"), nama_ikon="user-check", klik=self.minta_tarik)
        self.kembali = Tombol(self.tr("&Kembalikan usulannya"), nama_ikon="undo-2", klik=self.kembalikan)
        self.kembali.hide()
        for satu in (self.batal, self.tarik):
            satu.setVisible(boleh)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self._zona = Zona(kerja.kantor.zona)
            semua = daftar_impor(kerja, self.kegiatan_id)
            kegiatan = lihat_kegiatan(kerja, self.kegiatan_id).ringkasan
        self.nama.setText(f"{kegiatan.nama} {kegiatan.periode}".strip())
        semula = self._satu.impor_id if self._satu else None
        self.tabel.blockSignals(True)  # one reading of the chosen import is enough
        self.model.atur(semua)
        if semua:
            self.tabel.pilih_baris(next((n for n, b in enumerate(semua) if b.impor_id == semula), 0))
        self.tabel.blockSignals(False)
        self.tumpukan.setCurrentIndex(0 if semua else 1)
        self._terpilih()

    @property
    def _satu(self) -> BarisBuku | None:
        terpilih = self.tabel.terpilih
        return terpilih[0] if len(terpilih) == 1 else None

    @Slot()
    def _terpilih(self) -> None:
        satu = self._satu
        tersimpan = satu is not None and satu.status is StatusImpor.TERSIMPAN
        self.unduh.setEnabled(satu is not None)
        self.batal.setEnabled(tersimpan)
        self.tolakan.setEnabled(satu is not None and satu.ringkasan.ditolak > 0)
        if satu is None:
            return
        impor_id, kegiatan_id = satu.impor_id, self.kegiatan_id

        def jalan(kerja: Kerja, _ctx: JobContext) -> IsiImpor:
            ditolak = baris_ditolak_impor(kerja, kegiatan_id, impor_id)
            berkas = tuple(daftar_berkas(kerja, impor_id))
            return IsiImpor(impor_id, berkas, tuple(susun(ditolak, hilang_impor(kerja, impor_id))))

        self.konteks.baca_lama(self.tr("Membaca impor"), jalan, induk=self, berhasil=self._tampilkan)

    def _tampilkan(self, isi: IsiImpor) -> None:
        satu = self._satu
        if satu is None or satu.impor_id != isi.impor_id:
            return  # another one was chosen meanwhile
        self.isi = isi
        r = satu.ringkasan
        hitung = ((r.diterima, "diterima"), (r.perlu_periksa, "perlu diperiksa"), (r.ditolak, "ditolak"))
        angka = " · ".join(f"{bilangan(n)} {kata}" for n, kata in hitung)
        pasangan = [
            (self.tr("Berkas"), "; ".join(_sebut_berkas(b) for b in isi.berkas)),
            (self.tr("Lembar"), "; ".join(_sebut_lembar(s) for b in isi.berkas for s in b.lembar)),
            (self.tr("Hasil"), angka),
            (self.tr("Dibanding kiriman terdahulu"), kata_perbandingan(satu.perbandingan)),
        ]
        if satu.alasan_batal:
            pasangan.append((self.tr("Alasan pembatalan"), satu.alasan_batal))
        self.rincian.atur(pasangan)
        self.model_rinci.atur(isi.baris)
        hilang = sum(b.hilang is not None for b in isi.baris)
        kata = [self.tr("{n} baris ditolak").format(n=bilangan(len(isi.baris) - hilang))]
        kata += [self.tr("{n} orang tidak ada lagi").format(n=bilangan(hilang))] if hilang else []
        self.hitung.setText(" · ".join(kata) if isi.baris else self.tr("Semua baris masuk"))
        self.rinci.setVisible(bool(isi.baris))
        self._rinci_terpilih()

    @Slot()
    def _rinci_terpilih(self) -> None:
        ada = self.isi is not None and any(b.hilang for b in self.isi.baris)
        self.tarik.setVisible(ada and self.konteks.boleh(Hak.IMPOR))
        self.tarik.setEnabled(bool(self._dapat_ditarik))
        self.kembali.setVisible(bool(self._dapat_kembali) and self.konteks.boleh(Hak.IMPOR))

    @property
    def _dapat_kembali(self) -> list[Hilang]:
        """The chosen people whose usulan was withdrawn."""
        dipilih = [b.hilang for b in self.rinci.terpilih if b.hilang is not None]
        return [h for h in dipilih if h.status is StatusUsulan.DITARIK]

    @property
    def _dapat_ditarik(self) -> list[Hilang]:
        """The chosen people who are no longer listed and not withdrawn yet; all of them when none is chosen."""
        if self.isi is None:
            return []
        dipilih = self.rinci.terpilih or list(self.isi.baris)
        return [b.hilang for b in dipilih if b.hilang is not None and b.hilang.status.value in HIDUP]

    # --- acts --------------------------------------------------------------------------------------------------------

    @Slot()
    def simpan_asli(self) -> None:
        """Let a folder be chosen and write the import's files there as they came."""
        satu = self._satu
        folder = QFileDialog.getExistingDirectory(self, self.tr("Simpan berkas asli di"), QDir.homePath())
        if satu is None or not folder:
            return

        def jalan(kerja: Kerja) -> list[str]:
            return [ambil_berkas(kerja, b.id, Path(folder)).name for b in daftar_berkas(kerja, satu.impor_id)]

        def usai(nama: list[str]) -> None:
            pesan.info(self, self.tr("Berkas asli tersimpan"), ", ".join(nama))

        self.konteks.tulis(self.tr("Menyimpan berkas asli"), jalan, induk=self, berhasil=usai)

    @Slot()
    def unduh_ditolak(self) -> None:
        """Write the rejected rows of the chosen import as a workbook for its sender."""
        satu = self._satu
        awal = str(Path(QDir.homePath()) / "Baris ditolak.xlsx")
        nama, _ = QFileDialog.getSaveFileName(
            self, self.tr("Simpan baris yang ditolak"), awal, self.tr("Buku kerja Excel (*.xlsx)")
        )
        if satu is None or not nama:
            return
        impor_id, ke = satu.impor_id, Path(nama)

        def jalan(kerja: Kerja, _ctx: JobContext) -> int:
            from reports.cetak import cetak_tolakan  # the libraries that write load with the first workbook

            return cetak_tolakan(baris_ditolak(kerja, impor_id), ke)

        def usai(n: int) -> None:
            pesan.info(
                self,
                self.tr("{n} baris ditolak ditulis ke {nama}").format(n=bilangan(n), nama=ke.name),
                self.tr("Kirimkan kembali ke desa; setelah dibetulkan, berkas itu dapat diimpor lagi."),
            )

        self.konteks.baca_lama(self.tr("Menulis baris yang ditolak"), jalan, induk=self, berhasil=usai)

    @Slot()
    def minta_batal(self) -> None:
        """Ask why, and undo the chosen import."""
        satu = self._satu
        alasan = satu and DialogKalimat.ask(
            self,
            self.tr("Batalkan impor?"),
            self.tr("Semua usulan dan orang yang datang bersama impor ini ditarik kembali. Riwayatnya tetap tercatat."),
            self.tr("&Alasan"),
            self.tr("&Batalkan impor"),
        )
        if satu is not None and alasan:
            self.konteks.tulis(
                self.tr("Membatalkan impor"),
                lambda kerja: batalkan_impor(kerja, satu.impor_id, alasan=alasan),
                induk=self,
                ubah=(Area.USULAN, Area.ORANG, Area.KEGIATAN),
            )

    @Slot()
    def minta_tarik(self) -> None:
        """Ask why, and withdraw the usulan of people who are no longer listed."""
        satu, hilang = self._satu, self._dapat_ditarik
        nama = ", ".join(h.nama for h in hilang[:5]) + ("…" if len(hilang) > 5 else "")
        alasan = hilang and DialogKalimat.ask(
            self,
            self.tr("Tarik {n} usulan?").format(n=bilangan(len(hilang))),
            self.tr("{nama}. Orangnya dan riwayatnya tetap tersimpan; desa dapat mengusulkan lagi.").format(nama=nama),
            self.tr("&Alasan"),
            self.tr("&Tarik usulan"),
        )
        if satu is not None and alasan:
            ids = [h.usulan_id for h in hilang]
            self.konteks.tulis(
                self.tr("Menarik usulan"),
                lambda kerja: tarik_usulan(kerja, ids, alasan=alasan, impor_id=satu.impor_id),
                induk=self,
                ubah=(Area.USULAN, Area.KEGIATAN),
            )

    @Slot()
    def kembalikan(self) -> None:
        """Take the withdrawal of the chosen people back."""
        ids = [h.usulan_id for h in self._dapat_kembali]
        self.konteks.tulis(
            self.tr("Mengembalikan usulan"),
            lambda kerja: kembalikan_usulan(kerja, ids),
            induk=self,
            ubah=(Area.USULAN, Area.KEGIATAN),
        )


def _sebut_berkas(b: BerkasAsli) -> str:
    return f"{b.nama} ({ukuran(b.ukuran)}, sidik {b.sha256[:12]})"


def _sebut_lembar(s: dict[str, Any]) -> str:
    return f"{s['nama']} {bilangan(s['baris'])} baris" if s["dipakai"] else f"{s['nama']} tidak dipakai"
