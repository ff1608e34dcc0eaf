"""The money of a kegiatan: SP2D in, handed over, given back, and what still lies with bank or bendahara."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.angka import rupiah
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.pencairan import (
    BarisPencairan,
    BarisSetoran,
    Posisi,
    catat_pencairan,
    catat_setoran,
    daftar_pencairan,
    daftar_setoran,
    perbaiki_pencairan,
    perbaiki_setoran,
    posisi_uang,
)
from ui.dokumen.lihat import lihat_lampiran
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BilahKemajuan,
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
from ui.komponen.teks import TeksTerbatas
from ui.pembayaran.dialog import DialogPencairan, DialogSetoran, JawabanUang, Tahap
from ui.pembayaran.rekening import HalamanRekening
from ui.tema import Nada


class LembarUang(QWidget):
    """A table with its empty state and the buttons of one kind of paper."""

    def __init__(
        self,
        kolom_tabel: list[Kolom[Any]],
        nama: str,
        kosong: KosongState,
        tombol: tuple[Tombol, ...],
        dibuka: Callable[[Any], object],
    ) -> None:
        super().__init__()
        self.model: ModelTabel[Any] = ModelTabel(kolom_tabel)
        self.tabel = TabelData(self.model, nama=nama)
        self.tabel.dibuka.connect(dibuka)
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(kosong)
        self.setLayout(kolom(self.tumpukan, baris(None, *tombol), jarak=8, tepi=(0, 10, 0, 0)))

    def muat(self, semua: list[Any]) -> None:
        """Show rows, or the empty state."""
        self.model.atur(semua)
        self.tumpukan.setCurrentIndex(0 if semua else 1)

    @property
    def satu(self) -> Any | None:
        """The one chosen row."""
        return self.tabel.terpilih[0] if len(self.tabel.terpilih) == 1 else None


class HalamanPencairan(Halaman):
    """SP2D and STS, and the sum that must always hold: SP2D = tersalur + disetor + masih."""

    judul = "Pencairan"
    dengar = frozenset({Area.PENCAIRAN, Area.PENYALURAN, Area.PENETAPAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._nama_tahap: dict[UUID, str] = {}
        self.nama = TeksTerbatas(kanan=True)
        kata = (self.tr("SP2D"), self.tr("tersalur"), self.tr("disetor kembali"), self.tr("masih di bank/bendahara"))
        self.angka = tuple(KartuAngka("Rp 0", satu) for satu in kata)
        self.bilah, self.kalimat = BilahKemajuan(), Teks("", "redup", bungkus=True)
        self._buat_lembar()
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.rekening = Tombol(self.tr("&Rekening penerima…"), nama_ikon="wallet", klik=self.buka_rekening)
        judul = Teks(self.tr("Pencairan dan setoran"), "judul")
        atas = baris(kembali, judul, None, self.nama, self.rekening, self.catat, jarak=12)
        kartu = Kartu(tepi=14).tambah(self.bilah, self.kalimat)
        tata = kolom(atas, baris(*self.angka, jarak=10), kartu, self.lembar, jarak=10, tepi=(24, 14, 24, 12))
        tata.setStretch(3, 1)
        self.setLayout(tata)

    def _buat_lembar(self) -> None:
        boleh = self.konteks.boleh(Hak.PENCAIRAN)
        self.catat = Tombol(self.tr("&Catat SP2D…"), JenisTombol.UTAMA, "wallet", klik=lambda: self.sp2d(None))
        self.ubah = Tombol(self.tr("&Perbaiki…"), nama_ikon="pen-line", klik=lambda: self.sp2d(self.keluar.satu))
        self.setor = Tombol(self.tr("Catat &setoran (STS)…"), nama_ikon="undo-2", klik=lambda: self.sts(None))
        self.ubah_sts = Tombol(self.tr("P&erbaiki…"), nama_ikon="pen-line", klik=lambda: self.sts(self.masuk.satu))
        self.keluar = LembarUang(
            self._kolom_sp2d(),
            self.tr("Daftar SP2D"),
            KosongState(self.tr("Belum ada SP2D"), self.tr("Catat SP2D setelah dana cair untuk satu tahap."), "wallet"),
            (self.ubah,),
            self._lihat,
        )
        self.masuk = LembarUang(
            self._kolom_sts(),
            self.tr("Daftar STS"),
            KosongState(
                self.tr("Belum ada setoran"), self.tr("Dana yang tidak tersalur disetor kembali dengan STS."), "undo-2"
            ),
            (self.ubah_sts, self.setor),
            self._lihat,
        )
        self.keluar.tabel.pilihan_berubah.connect(self._terpilih)
        self.masuk.tabel.pilihan_berubah.connect(self._terpilih)
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        self.lembar.addTab(self.keluar, self.tr("S&P2D"))
        self.lembar.addTab(self.masuk, self.tr("S&etoran"))
        for tombol in (self.catat, self.setor):
            tombol.setEnabled(boleh)

    def _kolom_sp2d(self) -> list[Kolom[BarisPencairan]]:
        return [
            Kolom("Tahap", lambda p: self._nama_tahap.get(p.tahap_id, ""), lebar=100),
            Kolom("Tanggal", lambda p: p.tanggal, waktu.tanggal_pendek, lebar=110),
            Kolom("Nomor SP2D", lambda p: p.nomor_sp2d, lebar=190),
            Kolom("Nomor SPM", lambda p: p.nomor_spm or "—", lebar=160),
            Kolom("Jenis", lambda p: p.jenis, lebar=60),
            Kolom("Nilai", lambda p: p.nilai, rupiah, lebar=150, kanan=True),
            Kolom("Alasan selisih", lambda p: p.alasan_selisih or "—", lebar=0, petunjuk=lambda p: p.alasan_selisih),
            Kolom("Pindaian", lambda p: "Ada" if p.lampiran_id else "Belum", lebar=85),
        ]

    def _kolom_sts(self) -> list[Kolom[BarisSetoran]]:
        return [
            Kolom("Tahap", lambda p: self._nama_tahap.get(p.tahap_id, ""), lebar=100),
            Kolom("Tanggal", lambda p: p.tanggal, waktu.tanggal_pendek, lebar=110),
            Kolom("Nomor STS", lambda p: p.nomor, lebar=190),
            Kolom("Nilai", lambda p: p.nilai, rupiah, lebar=150, kanan=True),
            Kolom("Alasan", lambda p: p.alasan, lebar=0, petunjuk=lambda p: p.alasan),
            Kolom("Pindaian", lambda p: "Ada" if p.lampiran_id else "Belum", lebar=85),
        ]

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            k = lihat_kegiatan(kerja, self.kegiatan_id)
            self._uang = posisi_uang(kerja, self.kegiatan_id)
            sp2d, sts = daftar_pencairan(kerja, self.kegiatan_id), daftar_setoran(kerja, self.kegiatan_id)
            self._hari_ini = kerja.hari_ini()
        self.nama.setText(k.ringkasan.nama)
        self._nama_tahap = {t.id: t.nama for t in k.tahap}
        self.keluar.muat(sp2d)
        self.masuk.muat(sts)
        self._tampilkan(self._uang.seluruh)
        self._terpilih()

    def _tampilkan(self, p: Posisi) -> None:
        for kartu, nilai in zip(self.angka, (p.sp2d, p.tersalur, p.disetor, p.masih), strict=True):
            kartu.atur(rupiah(nilai))
        self.bilah.atur_bagian([(p.tersalur, Nada.AKSEN), (p.disetor, Nada.NETRAL)], max(p.sp2d, 1))
        kata = self.tr("Hak penerima seluruhnya {rp}.").format(rp=rupiah(p.alokasi))
        if p.sp2d and p.selisih:
            lebih = self.tr("lebih besar") if p.selisih > 0 else self.tr("lebih kecil")
            kata += " " + self.tr("SP2D {lebih} {rp}.").format(lebih=lebih, rp=rupiah(abs(p.selisih)))
        if p.masih < 0:
            kata += " " + self.tr("Yang tersalur dan disetor melebihi SP2D yang tercatat; periksa catatannya.")
        self.kalimat.setText(kata)
        self.kalimat.atur_peran("salah" if p.masih < 0 else "redup")

    @Slot()
    def _terpilih(self) -> None:
        boleh = self.konteks.boleh(Hak.PENCAIRAN)
        self.ubah.setEnabled(boleh and self.keluar.satu is not None)
        self.ubah_sts.setEnabled(boleh and self.masuk.satu is not None)

    @property
    def _tahap(self) -> Tahap:
        return [(i, self._nama_tahap.get(i, ""), p) for i, p in self._uang.per_tahap.items()]

    def _lihat(self, satu: BarisPencairan | BarisSetoran) -> None:
        if satu.lampiran_id is not None:
            lihat_lampiran(self, self.konteks, satu.lampiran_id, self.judul)

    # --- acts --------------------------------------------------------------------------------------------------------

    def _simpan(self, judul: str, kerja: Callable[[Kerja, UUID | None], object], jawab: JawabanUang) -> None:
        def jalan(k: Kerja) -> object:
            berkas = jawab.berkas
            return kerja(k, k.simpan_lampiran(berkas.read_bytes(), berkas.name) if berkas else None)

        self.konteks.tulis(judul, jalan, induk=self, ubah=(Area.PENCAIRAN, Area.KEGIATAN))

    def buka_rekening(self) -> None:
        """Show the recipients' accounts."""
        self.konteks.dorong(HalamanRekening(self.konteks, self.kegiatan_id))

    def sp2d(self, lama: BarisPencairan | None) -> None:
        """Ask for an SP2D, or for the mending of one, and keep it."""
        j = DialogPencairan.ask(self, self._tahap, self._hari_ini, lama)
        if j is None:
            return
        if lama is None:
            self._simpan(
                self.tr("Mencatat SP2D"),
                lambda kerja, lampiran: catat_pencairan(
                    kerja, self.kegiatan_id, j.tahap_id, nomor_sp2d=j.nomor, tanggal=j.tanggal, nilai=j.nilai,
                    jenis=j.jenis, nomor_spm=j.nomor_spm, alasan_selisih=j.alasan, lampiran_id=lampiran,
                ),
                j,
            )  # fmt: skip
        else:
            self._simpan(
                self.tr("Memperbaiki SP2D"),
                lambda kerja, lampiran: perbaiki_pencairan(
                    kerja, lama.id, alasan=j.perbaikan, tahap_id=j.tahap_id, nomor_sp2d=j.nomor,
                    nomor_spm=j.nomor_spm, tanggal=j.tanggal, nilai=j.nilai, alasan_selisih=j.alasan,
                    lampiran_id=lampiran,
                ),
                j,
            )  # fmt: skip

    def sts(self, lama: BarisSetoran | None) -> None:
        """Ask for an STS, or for the mending of one, and keep it."""
        j = DialogSetoran.ask(self, self._tahap, self._hari_ini, lama)
        if j is None:
            return
        if lama is None:
            self._simpan(
                self.tr("Mencatat setoran"),
                lambda kerja, lampiran: catat_setoran(
                    kerja, self.kegiatan_id, j.tahap_id, nomor=j.nomor, tanggal=j.tanggal, nilai=j.nilai,
                    alasan=j.alasan, lampiran_id=lampiran,
                ),
                j,
            )  # fmt: skip
        else:
            self._simpan(
                self.tr("Memperbaiki setoran"),
                lambda kerja, lampiran: perbaiki_setoran(
                    kerja, lama.id, alasan=j.perbaikan, tahap_id=j.tahap_id, nomor=j.nomor, tanggal=j.tanggal,
                    nilai=j.nilai, lampiran_id=lampiran,
                ),
                j,
            )  # fmt: skip
