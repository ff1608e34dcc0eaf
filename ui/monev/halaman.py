"""Monev of a kegiatan: draw a sample that can be drawn again, record the visits, see what they showed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QTabWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import bilangan
from app.foto_kunjungan import foto_kunjungan, tambah_foto
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.monev import (
    BarisKunjungan,
    BarisSampel,
    RingkasanMonev,
    Sampel,
    catat_kunjungan,
    daftar_kunjungan,
    daftar_sampel,
    ringkasan_monev,
    sampel_terakhir,
    tarik_sampel,
)
from app.penetapan import daftar_penerima, penetapan_berlaku
from app.penyaluran import ringkasan_penyaluran
from app.wilayah import Peta, peta_kantor
from ui.dokumen.lihat import lihat_lampiran
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    JenisTombol,
    Kartu,
    KartuAngka,
    Kolom,
    KosongState,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
)
from ui.komponen.pilih_berkas import SARINGAN
from ui.komponen.teks import TeksTerbatas
from ui.monev.dialog import DialogKunjungan, DialogSampel
from ui.tema import Nada


def kata_sampel(s: Sampel) -> str:
    """Say how a sample was drawn, so that an auditor can draw it again."""
    bagian = [f"{bilangan(len(s.terpilih))} dari {bilangan(len(s.populasi))} penerima", f"benih {s.benih}"]
    if s.kepercayaan and s.simpangan:
        bagian.append(f"kepercayaan {s.kepercayaan}%, simpangan {s.simpangan}%")
    bagian.append("dapat diundi ulang dengan hasil sama" if s.dapat_diulang else "tidak cocok bila diundi ulang")
    return "Sampel: " + " · ".join(bagian)


def hasil_kunjungan(b: BarisKunjungan) -> tuple[str, Nada]:
    """Say what a visit showed in a word or two."""
    k = b.isi
    if not k.ditemui:
        return "Tidak ditemui", Nada.PERHATIAN
    if k.menerima is False:
        return "Tidak menerima", Nada.BAHAYA
    if k.jumlah_sesuai is False:
        return "Jumlah tidak sesuai", Nada.BAHAYA
    return ("Menerima, sesuai", Nada.BAIK) if k.menerima else ("Ditemui", Nada.NETRAL)


class HalamanMonev(Halaman):
    """The sample and the visits."""

    judul = "Monev"
    dengar = frozenset({Area.PENYALURAN, Area.PENETAPAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._peta = Peta()
        self._foto: Mapping[UUID, Sequence[UUID]] = {}
        self._sampel: Sampel | None = None
        self._populasi = 0
        self.nama, self.kata = TeksTerbatas(kanan=True), Teks("", "redup", bungkus=True)
        kata = (
            self.tr("dikunjungi"), self.tr("menerima bantuan"), self.tr("jumlah tidak sesuai"),
            self.tr("perlu tindak lanjut"),
        )  # fmt: skip
        self.angka = tuple(KartuAngka("0", satu) for satu in kata)
        self.tarik = Tombol(self.tr("&Tarik sampel…"), nama_ikon="users", klik=self.tarik_sampel)
        self.catat = Tombol(
            self.tr("&Catat kunjungan…"), JenisTombol.UTAMA, "plus", klik=self.catat_terpilih
        )  # fmt: skip
        self.lain = Tombol(self.tr("Kunjungi penerima &lain…"), nama_ikon="user-plus", klik=self.catat_lain)
        self.tambah = Tombol(self.tr("Tambah &foto…"), nama_ikon="plus", klik=self.tambah_foto)
        self.lihat = Tombol(self.tr("Li&hat foto"), nama_ikon="eye", klik=self.lihat_foto)
        self._buat_lembar()
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        judul = Teks(self.tr("Monitoring dan evaluasi"), "judul")
        atas = baris(kembali, judul, None, self.nama, self.tarik, self.catat, jarak=12)
        kartu = Kartu(tepi=14).tambah(self.kata)
        tata = kolom(atas, baris(*self.angka, jarak=10), kartu, self.lembar, jarak=10, tepi=(24, 14, 24, 12))
        tata.setStretch(3, 1)
        self.setLayout(tata)

    def _buat_lembar(self) -> None:
        self.sampel: ModelTabel[BarisSampel] = ModelTabel(
            [
                Kolom("No.", lambda b: b.nomor_urut, lebar=60, kanan=True),
                Kolom("Nama", lambda b: b.nama, lebar=240),
                Kolom("Desa/kelurahan", lambda b: self._peta.nama(b.kode_desa) if b.kode_desa else "—", lebar=170),
                Kolom("Alamat", lambda b: b.alamat, lebar=0),
                Kolom(
                    "Kunjungan",
                    lambda b: "Sudah" if b.dikunjungi else "Belum",
                    lebar=110,
                    nada=lambda b: Nada.BAIK if b.dikunjungi else Nada.PERHATIAN,
                ),
            ]
        )
        self.tabel = TabelData(self.sampel, nama=self.tr("Sampel"))
        self.tabel.dibuka.connect(self._catat_satu)
        self.tabel.pilihan_berubah.connect(self._terpilih)
        saran = self.tr("Tarik sampel setelah bantuan disalurkan, lalu catat kunjungannya.")
        kosong = KosongState(self.tr("Sampel belum ditarik"), saran, "map-pin")
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(kosong)
        self.kunjungan: ModelTabel[BarisKunjungan] = ModelTabel(self._kolom_kunjungan())
        self.daftar = TabelData(self.kunjungan, nama=self.tr("Kunjungan"))
        self.daftar.dibuka.connect(self._lihat)
        self.daftar.pilihan_berubah.connect(self._kunjungan_terpilih)
        kiri, kanan = QWidget(), QWidget()
        kiri.setLayout(kolom(self.tumpukan, baris(None, self.lain), jarak=8, tepi=(0, 10, 0, 0)))
        kanan.setLayout(kolom(self.daftar, baris(None, self.lihat, self.tambah, jarak=8), jarak=8, tepi=(0, 10, 0, 0)))
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        self.lembar.addTab(kiri, self.tr("&Sampel"))
        self.lembar.addTab(kanan, self.tr("K&unjungan"))

    def _kolom_kunjungan(self) -> list[Kolom[BarisKunjungan]]:
        return [
            Kolom("Tanggal", lambda b: b.isi.tanggal, waktu.tanggal_pendek, lebar=105),
            Kolom("Nama", lambda b: b.nama, lebar=170),
            Kolom("Desa/kelurahan", lambda b: self._peta.nama(b.kode_desa) if b.kode_desa else "—", lebar=125),
            Kolom("Hasil", lambda b: hasil_kunjungan(b)[0], lebar=145, nada=lambda b: hasil_kunjungan(b)[1]),
            Kolom("Petugas", lambda b: b.isi.petugas, lebar=120),
            Kolom("Foto", lambda b: len(self._foto.get(b.id, ())) or "—", lebar=56, kanan=True),
            Kolom("Kendala", lambda b: b.isi.kendala or "—", lebar=0, petunjuk=lambda b: b.isi.kendala),
            Kolom(
                "Tindak lanjut", lambda b: b.isi.tindak_lanjut or "—", lebar=170, petunjuk=lambda b: b.isi.tindak_lanjut
            ),
        ]

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self.nama.setText(lihat_kegiatan(kerja, self.kegiatan_id).ringkasan.nama)
            self._peta = peta_kantor(kerja)
            self._hari_ini = kerja.hari_ini()
            self._sampel = sampel_terakhir(kerja, self.kegiatan_id)
            orang = daftar_sampel(kerja, self._sampel.id) if self._sampel else []
            kunjungan = daftar_kunjungan(kerja, self.kegiatan_id)
            self._foto = foto_kunjungan(kerja, self.kegiatan_id)
            ringkas = ringkasan_monev(kerja, self.kegiatan_id)
            self._populasi = ringkasan_penyaluran(kerja, self.kegiatan_id).seluruh.tersalur.orang
        self.sampel.atur(orang)
        self.tumpukan.setCurrentIndex(0 if orang else 1)
        self.tabel.pilih_baris(next((n for n, b in enumerate(orang) if not b.dikunjungi), 0))
        self.kunjungan.atur(kunjungan[::-1])
        self.daftar.pilih_baris(0)
        self._kunjungan_terpilih()
        self._tampilkan(ringkas)
        self._terpilih()

    def _tampilkan(self, r: RingkasanMonev) -> None:
        h = r.seluruh
        dari = self.tr("dikunjungi, {belum} sampel belum").format(belum=bilangan(r.belum)) if r.sampel else None
        self.angka[0].atur(bilangan(h.dikunjungi), dari)
        for kartu, n in zip(self.angka[1:], (h.menerima, h.jumlah_tidak_sesuai, h.perlu_tindak_lanjut), strict=True):
            kartu.atur(bilangan(n))
        self.kata.setText(kata_sampel(self._sampel) if self._sampel else self.tr("Belum ada sampel."))
        boleh = self.konteks.boleh(Hak.MONEV)
        self.tarik.setEnabled(boleh and self._populasi > 0)
        self.tarik.setToolTip("" if self._populasi else self.tr("Belum ada penerima yang menerima bantuan."))
        self.lain.setEnabled(boleh and self._populasi > 0)

    @Slot()
    def _terpilih(self) -> None:
        self.catat.setEnabled(self.konteks.boleh(Hak.MONEV) and len(self.tabel.terpilih) == 1)

    @Slot(object)
    def _lihat(self, satu: BarisKunjungan) -> None:
        if semua := self._foto.get(satu.id):
            lihat_lampiran(self, self.konteks, semua[0], satu.nama)

    @Slot()
    def _kunjungan_terpilih(self) -> None:
        pilih = self.daftar.terpilih
        self.tambah.setEnabled(self.konteks.boleh(Hak.MONEV) and len(pilih) == 1)
        self.lihat.setEnabled(len(pilih) == 1 and bool(self._foto.get(pilih[0].id)))

    # --- acts --------------------------------------------------------------------------------------------------------

    def _simpan(self, judul: str, kerja: Callable[[Kerja], object]) -> None:
        self.konteks.tulis(
            judul, kerja, induk=self, berhasil=lambda _: self.segarkan(), ubah=(Area.KEGIATAN,)
        )  # fmt: skip

    def tarik_sampel(self) -> None:
        """Ask how to draw, and draw."""
        jawab = DialogSampel.ask(self, self._populasi)
        if jawab is not None:
            self._simpan(
                self.tr("Menarik sampel"),
                lambda kerja: tarik_sampel(
                    kerja,
                    self.kegiatan_id,
                    ukuran=jawab.ukuran,
                    kepercayaan=jawab.kepercayaan,
                    simpangan=jawab.simpangan,
                    benih=jawab.benih,
                ),
            )

    def lihat_foto(self) -> None:
        """Show the photograph of the chosen visit; of several, ask which."""
        satu = self.daftar.terpilih[0]
        semua = self._foto[satu.id]
        if len(semua) == 1:
            self._lihat(satu)
            return
        menu = QMenu(self)
        for nomor, lampiran_id in enumerate(semua, 1):
            kata = self.tr("&{nomor} dari {jumlah}").format(nomor=nomor, jumlah=len(semua))
            menu.addAction(kata, partial(lihat_lampiran, self, self.konteks, lampiran_id, f"{satu.nama} ({nomor})"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.lihat.mapToGlobal(self.lihat.rect().bottomLeft()))

    def tambah_foto(self) -> None:
        """Ask for photographs of the chosen visit, and keep them with it."""
        kunjungan_id = self.daftar.terpilih[0].id
        nama, _ = QFileDialog.getOpenFileNames(self, self.tr("Foto kunjungan"), "", SARINGAN)
        if nama:
            berkas = [Path(n) for n in nama]
            self._simpan(
                self.tr("Menyimpan foto"),
                lambda kerja: tambah_foto(kerja, kunjungan_id, [(b.name, b.read_bytes()) for b in berkas]),
            )

    def catat_terpilih(self) -> None:
        """Record a visit to the chosen person of the sample."""
        self._catat_satu(self.tabel.terpilih[0])

    @Slot(object)
    def _catat_satu(self, satu: BarisSampel) -> None:
        if self.konteks.boleh(Hak.MONEV):
            self._catat([(satu.penerima_id, satu.nama)], self._sampel.id if self._sampel else None)

    def catat_lain(self) -> None:
        """Record a visit to somebody outside the sample."""
        with self.konteks.membaca() as kerja:
            sah = penetapan_berlaku(kerja, self.kegiatan_id)
            semua = daftar_penerima(kerja, sah.id, batas=None) if sah else []
        self._catat([(b.penerima_id, f"{b.nomor_urut}. {b.nama}") for b in semua], None)

    def _catat(self, penerima: list[tuple[UUID, str]], sampel_id: UUID | None) -> None:
        jawab = DialogKunjungan.ask(self, penerima, self.konteks.pelaku.nama, self._hari_ini)
        if jawab is None:
            return

        def jalan(kerja: Kerja) -> UUID:
            isi, berkas = jawab.isi, jawab.berkas
            if berkas is not None:
                isi = replace(isi, lampiran_id=kerja.simpan_lampiran(berkas.read_bytes(), berkas.name))
            return catat_kunjungan(kerja, self.kegiatan_id, jawab.penerima_id, isi, sampel_id=sampel_id)

        self._simpan(self.tr("Menyimpan kunjungan"), jalan)
