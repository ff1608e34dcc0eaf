"""One person's page: data with its history, family, every usulan and every aid, papers, trail."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.acuan.tanda import Tanda, tanda_orang
from app.bahasa import waktu
from app.bahasa.angka import rupiah
from app.bahasa.jejak import kata_aksi
from app.kerja import Kerja
from app.orang import (
    BantuanOrang,
    HalamanOrang,
    OrangGabungan,
    RingkasanOrang,
    UsulanOrang,
    buka_identitas,
    calon_sama,
    cari_orang,
    koreksi_orang,
    lihat_orang,
    pisah_orang,
    tautkan_berkas,
)
from app.orang import catat_wali as catat_wali_orang
from app.rekening.lihat import RekeningOrang, rekening_orang
from app.wilayah import peta_kantor
from db.istilah import Zona
from ui.acuan import tulisan as tulisan_acuan
from ui.dokumen.lihat import lihat_lampiran
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import (
    Gulir,
    JenisTombol,
    Kartu,
    Kolom,
    ModelTabel,
    TabelData,
    Teks,
    Tombol,
    baris,
    kolom,
    kosongkan,
)
from ui.komponen.baris_chip import BarisChip
from ui.komponen.rincian import Rincian
from ui.orang import tulisan
from ui.orang.gabung import DialogPilihOrang, boleh_gabung, minta_gabung
from ui.orang.koreksi import DialogKoreksi
from ui.orang.wali import DialogWali
from ui.penetapan.dialog import DialogKalimat
from ui.tema import Nada

NAMA_BERKAS = 36  # letters of a file's name that are shown
CALON = 20  # people offered to be merged with


def kolom_usulan() -> list[Kolom[UsulanOrang]]:
    return [
        Kolom("Tahun", lambda u: u.tahun, lebar=60),
        Kolom("Kegiatan", lambda u: u.kegiatan, lebar=0),
        Kolom("Kategori", lambda u: tulisan.kategori(u.kategori), lebar=150),
        Kolom("Status", tulisan.usulan, lebar=240, nada=lambda u: tulisan.NADA_USULAN[u.status]),
    ]


def kolom_bantuan() -> list[Kolom[BantuanOrang]]:
    return [
        Kolom("Tahun", lambda b: b.tahun, lebar=60),
        Kolom("Kegiatan", lambda b: b.kegiatan, lebar=0),
        Kolom("Tahap", lambda b: b.tahap, lebar=90),
        Kolom("Nilai", lambda b: b.nominal, lambda n: "—" if n is None else rupiah(n), lebar=120, kanan=True),
        Kolom("Tanggal", lambda b: b.tanggal, lambda t: waktu.tanggal_pendek(t) if t else "—", lebar=100),
        Kolom("Hasil", lambda b: tulisan.hasil_bantuan(b)[0], lebar=170, nada=lambda b: tulisan.hasil_bantuan(b)[1]),
    ]


class HalamanSatuOrang(QWidget):
    """Everything about one person. `kembali` goes back to the list."""

    kembali = Signal()

    def __init__(self, konteks: Konteks) -> None:
        super().__init__()
        self.konteks = konteks
        self._orang: HalamanOrang | None = None
        self._acuan: Tanda = ()
        self._penuh = False
        self._desa: list[tuple[str, str]] = []
        self._kepala()
        self._tabel_usulan = ModelTabel(kolom_usulan())
        self._tabel_bantuan = ModelTabel(kolom_bantuan())
        self.usulan = TabelData(self._tabel_usulan, nama=self.tr("Usulan orang ini"))
        self.bantuan = TabelData(self._tabel_bantuan, nama=self.tr("Bantuan orang ini"))
        self.tanpa_usulan = Teks(self.tr("Orang ini belum pernah diusulkan."), "redup")
        self.tanpa_bantuan = Teks(self.tr("Belum ada bantuan yang ditetapkan untuk orang ini."), "redup")
        self.rincian = Rincian()
        self.keluarga, self.wali, self.rekening, self.berkas, self.riwayat = (QVBoxLayout() for _ in range(5))
        self.gabungan = QVBoxLayout()
        for tata in (self.keluarga, self.wali, self.rekening, self.berkas, self.riwayat, self.gabungan):
            tata.setSpacing(4)
        isi = QWidget()
        isi.setLayout(self._susun())
        self.setLayout(kolom(self._atas, Gulir(isi), jarak=10))

    # --- layout ------------------------------------------------------------------------------------------------------

    def _kepala(self) -> None:
        self.nama = Teks("", "judul", pilih=True)
        self.chip = BarisChip()
        self.identitas = Teks("", "redup", pilih=True)
        self.tombol_identitas = Tombol(
            self.tr("&Tampilkan nomor lengkap"), JenisTombol.TAUTAN, "eye", klik=self.buka_nomor
        )
        self.tombol_koreksi = Tombol(self.tr("&Betulkan data…"), nama_ikon="pen-line", klik=self.betulkan)
        self.tombol_gabung = Tombol(self.tr("&Gabungkan…"), nama_ikon="users", klik=self.gabungkan)
        self.tombol_gabung.setToolTip(self.tr("Bila orang ini tercatat dua kali"))
        self.tombol_gabung.setVisible(boleh_gabung(self.konteks))
        kembali = Tombol(self.tr("&Kembali ke daftar"), JenisTombol.TAUTAN, "arrow-left", klik=self.kembali.emit)
        self._atas = kolom(
            baris(kembali, None, self.tombol_gabung, self.tombol_koreksi),
            baris(self.nama, self.chip, jarak=12),
            baris(self.identitas, self.tombol_identitas, None, jarak=12),
            jarak=4,
        )

    def _susun(self) -> QVBoxLayout:
        self._tombol_wali = Tombol(self.tr("Catat &wali…"), JenisTombol.TAUTAN, "user-plus", klik=self.catat_wali)
        self._tombol_berkas = Tombol(
            self.tr("T&ambah dokumen…"), JenisTombol.TAUTAN, "paperclip", klik=self.tambah_berkas
        )
        diri = Kartu(self.tr("Data diri")).tambah(self.rincian)
        diri.isi.addStretch(1)
        keluarga = Kartu(self.tr("Satu No. KK")).tambah(self.keluarga)
        wali = Kartu(self.tr("Wali"), self._tombol_wali).tambah(self.wali)
        rekening = Kartu(self.tr("Rekening")).tambah(self.rekening)
        berkas = Kartu(self.tr("Dokumen"), self._tombol_berkas).tambah(self.berkas)
        self.kartu_gabungan = Kartu(self.tr("Digabung dari")).tambah(self.gabungan)
        dua = QHBoxLayout()
        dua.setSpacing(10)
        dua.addWidget(diri, 3)
        dua.addLayout(kolom(keluarga, wali, rekening, berkas, self.kartu_gabungan, None, jarak=10), 2)
        bawah = Kartu(self.tr("Perubahan data dan jejak")).tambah(self.riwayat)
        usulan = Kartu(self.tr("Usulan")).tambah(self.usulan, self.tanpa_usulan)
        bantuan = Kartu(self.tr("Bantuan yang ditetapkan")).tambah(self.bantuan, self.tanpa_bantuan)
        return kolom(dua, usulan, bantuan, bawah, None, jarak=10)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def buka(self, orang_id: UUID) -> None:
        """Show a person; identifiers start masked."""
        self._penuh = False
        self._muat(orang_id)

    def muat_ulang(self) -> None:
        """Read the person again."""
        if self._orang is not None:
            self._muat(self._orang.id)

    def _muat(self, orang_id: UUID) -> None:
        with self.konteks.membaca() as kerja:
            self._orang = lihat_orang(kerja, orang_id)
            self._acuan = tanda_orang(kerja, orang_id)
            self._rekening = rekening_orang(kerja, orang_id, penuh=self._penuh)
            self._hari_ini = kerja.hari_ini()
            self._zona = Zona(kerja.kantor.zona)
            if not self._desa:
                wilayah = peta_kantor(kerja).desa_di(kerja.kantor.kode_wilayah)
                self._desa = [(d.kode, d.sebutan) for d in wilayah]
        self._tampilkan(self._orang)

    def _tampilkan(self, orang: HalamanOrang) -> None:
        data = orang.data
        self.nama.setText(data.nama)
        nik = tulisan.nomor(data.nik, penuh=self._penuh)
        no_kk = tulisan.nomor(data.no_kk, penuh=self._penuh)
        self.identitas.setText(self.tr("NIK {nik}   ·   No. KK {kk}").format(nik=nik, kk=no_kk))
        self.tombol_identitas.setVisible(not self._penuh and bool(data.nik or data.no_kk or self._rekening))
        self.chip.atur([*self._keadaan(orang), *tulisan_acuan.chip(self._acuan)])
        self.chip.setToolTip(tulisan_acuan.asal(self._acuan))
        self.rincian.atur(tulisan.rincian(data, orang.desa, self._hari_ini))
        self._tabel_usulan.atur(orang.usulan)
        self._tabel_bantuan.atur(orang.bantuan)
        for tabel, isi, tanpa in (
            (self.usulan, orang.usulan, self.tanpa_usulan),
            (self.bantuan, orang.bantuan, self.tanpa_bantuan),
        ):
            tabel.setFixedHeight((min(max(len(isi), 1), 6) + 1) * tabel.verticalHeader().defaultSectionSize() + 8)
            tabel.setVisible(bool(isi))
            tanpa.setVisible(not isi)
        self._isi_samping(orang)
        self._isi_riwayat(orang)

    def _keadaan(self, orang: HalamanOrang) -> list[tuple[str, Nada]]:
        hasil = []
        if orang.data.meninggal_pada:
            kata = self.tr("Meninggal {tanggal}").format(tanggal=waktu.tanggal_pendek(orang.data.meninggal_pada))
            hasil.append((kata, Nada.BAHAYA))
        if orang.data.pindah_pada:
            kata = self.tr("Pindah {tanggal}").format(tanggal=waktu.tanggal_pendek(orang.data.pindah_pada))
            hasil.append((kata, Nada.PERHATIAN))
        if not orang.data.nik:
            hasil.append((self.tr("NIK belum ada"), Nada.PERHATIAN))
        return hasil

    def _isi_samping(self, orang: HalamanOrang) -> None:
        _isi(
            self.keluarga,
            [(a.nama, " · ".join(filter(None, (a.hubungan, self._nomor(a.nik))))) for a in orang.keluarga],
            self.tr("Tidak ada orang lain dengan No. KK ini."),
        )
        _isi(
            self.wali,
            [(w.nama, " · ".join(filter(None, (w.hubungan, self._nomor(w.nik))))) for w in orang.wali],
            self.tr("Belum ada wali yang dicatat."),
        )
        _isi(self.rekening, [self._satu_rekening(r) for r in self._rekening], self.tr("Belum ada rekening."))
        self._isi_berkas(orang)
        self._isi_gabungan(orang)

    def _isi_gabungan(self, orang: HalamanOrang) -> None:
        self.kartu_gabungan.setVisible(bool(orang.gabungan))
        _isi(self.gabungan, [], "")
        for g in orang.gabungan:
            self.gabungan.addWidget(Teks(g.nama, bungkus=True, pilih=True))
            saat = self.tr("{saat} · {alasan}").format(saat=waktu.saat_ringkas(g.pada, self._zona), alasan=g.alasan)
            self.gabungan.addWidget(Teks(" · ".join(filter(None, (self._nomor(g.nik), saat))), "kecil", bungkus=True))
            pisah = Tombol(
                self.tr("Batalkan penggabungan…"), JenisTombol.TAUTAN, "undo-2", klik=partial(self.pisahkan, g),
                nama=self.tr("Batalkan penggabungan dengan {nama}").format(nama=g.nama),
            )  # fmt: skip
            pisah.setVisible(boleh_gabung(self.konteks))
            self.gabungan.addWidget(pisah, 0, Qt.AlignmentFlag.AlignLeft)

    def _satu_rekening(self, r: RekeningOrang) -> tuple[str, str]:
        bank = "KKS" if r.jenis == "kks" else r.bank or self.tr("Bank belum diketahui")
        milik = self.tr("atas nama {nama}").format(nama=r.atas_nama) if r.atas_nama else ""
        lama = "" if r.aktif else self.tr("tidak dipakai lagi")
        return f"{bank} {r.nomor}", " · ".join(filter(None, (r.cabang, milik, lama)))

    def _isi_berkas(self, orang: HalamanOrang) -> None:
        _isi(self.berkas, [], "" if orang.berkas else self.tr("Belum ada dokumen yang dilampirkan."))
        for b in orang.berkas:
            buka = partial(lihat_lampiran, self, self.konteks, b.lampiran_id, b.nama)
            pendek = b.nama if len(b.nama) <= NAMA_BERKAS else f"{b.nama[: NAMA_BERKAS - 1]}…"
            kata, nama = pendek.replace("&", "&&"), self.tr("Lihat {nama}").format(nama=b.nama)
            tombol = Tombol(kata, JenisTombol.TAUTAN, "eye", klik=buka, nama=nama)
            tombol.setToolTip(b.nama)
            self.berkas.addWidget(tombol, 0, Qt.AlignmentFlag.AlignLeft)
            if b.keterangan:
                self.berkas.addWidget(Teks(b.keterangan, "kecil", bungkus=True))

    def _nomor(self, nik: str | None) -> str:
        return tulisan.nomor(nik, penuh=self._penuh) if nik else ""

    def _isi_riwayat(self, orang: HalamanOrang) -> None:
        kosongkan(self.riwayat)
        for k in orang.koreksi:
            lama = tulisan.nilai_koreksi(k.bidang, k.lama, penuh=self._penuh)
            baru = tulisan.nilai_koreksi(k.bidang, k.baru, penuh=self._penuh)
            apa = tulisan.BIDANG.get(k.bidang, k.bidang)
            self.riwayat.addWidget(Teks(f"{apa}: {lama} → {baru}", bungkus=True))
            saat = waktu.saat_ringkas(k.pada, self._zona)
            self.riwayat.addWidget(
                Teks(self.tr("{saat} · alasan: {alasan}").format(saat=saat, alasan=k.alasan), "kecil")
            )
        for j in orang.jejak:
            saat = waktu.saat_ringkas(j.pada, self._zona)
            self.riwayat.addWidget(Teks(f"{saat} · {kata_aksi(j.aksi)} · {j.nama_akun}", "kecil"))
        if not orang.koreksi and not orang.jejak:
            self.riwayat.addWidget(Teks(self.tr("Data belum pernah diubah."), "redup"))

    # --- acts --------------------------------------------------------------------------------------------------------

    def buka_nomor(self) -> None:
        """Show NIK and No. KK in full; the trail notes who looked."""
        orang_id = self._id
        self.konteks.tulis(
            self.tr("Membuka nomor lengkap"),
            lambda kerja: buka_identitas(kerja, orang_id),
            induk=self,
            berhasil=self._nomor_terbuka,
        )

    def _nomor_terbuka(self, _hasil: object) -> None:
        self._penuh = True
        self._muat(self._id)

    def betulkan(self) -> None:
        """Ask for corrections and keep them."""
        if self._orang is None or (jawab := DialogKoreksi.ask(self, self._orang.data, self._desa)) is None:
            return
        baru, alasan = jawab
        orang_id = self._id
        self._simpan(
            self.tr("Menyimpan perubahan data"), lambda kerja: koreksi_orang(kerja, orang_id, alasan=alasan, **baru)
        )

    def gabungkan(self) -> None:
        """Let the other person be found, and merge the two."""
        orang_id = self._id

        def cari(teks: str) -> list[RingkasanOrang]:
            with self.konteks.membaca() as kerja:
                semua = cari_orang(kerja, teks, batas=CALON) if teks else calon_sama(kerja, orang_id)
            return [o for o in semua if o.id != orang_id]

        judul = self.tr("Gabungkan dengan siapa?")
        penjelasan = self.tr("Pilih data lain dari {nama}.").format(nama=self.nama.text())
        if (lain := DialogPilihOrang.ask(self, judul, penjelasan, cari)) is not None:
            minta_gabung(self, self.konteks, orang_id, lain, lambda hasil: self._muat(hasil.tinggal_id))

    def pisahkan(self, g: OrangGabungan) -> None:
        """Ask why, and take a merge back."""
        alasan = DialogKalimat.ask(
            self,
            self.tr("Batalkan penggabungan dengan {nama}?").format(nama=g.nama),
            self.tr("Keduanya kembali seperti sebelum digabung, dengan usulan dan bantuannya masing-masing."),
            self.tr("&Alasan"),
            self.tr("&Batalkan penggabungan"),
        )
        if alasan:
            self._simpan(self.tr("Membatalkan penggabungan"), lambda kerja: pisah_orang(kerja, g.id, alasan=alasan))

    def catat_wali(self) -> None:
        """Ask who receives for this person and keep it."""
        if (wali := DialogWali.ask(self)) is None:
            return
        orang_id = self._id
        self._simpan(self.tr("Menyimpan wali"), lambda kerja: catat_wali_orang(kerja, orang_id, **wali))

    def tambah_berkas(self) -> None:
        """Let a scan or photograph be chosen and keep it for this person."""
        nama, _ = QFileDialog.getOpenFileName(
            self, self.tr("Pilih dokumen"), "", self.tr("Gambar dan PDF (*.pdf *.png *.jpg *.jpeg)")
        )
        if not nama:
            return
        orang_id, jalur = self._id, Path(nama)
        self._simpan(
            self.tr("Melampirkan dokumen"),
            lambda kerja: tautkan_berkas(kerja, orang_id, jalur.read_bytes(), jalur.name),
        )

    def _simpan(self, judul: str, kerja: Callable[[Kerja], object]) -> None:
        self.konteks.tulis(judul, kerja, induk=self, berhasil=self._berubah, ubah=(Area.ORANG,))

    def _berubah(self, _hasil: object) -> None:
        self._muat(self._id)

    def keyPressEvent(self, kejadian: QKeyEvent) -> None:
        if kejadian.key() == Qt.Key.Key_Escape:
            self.kembali.emit()
            return
        super().keyPressEvent(kejadian)

    @property
    def _id(self) -> UUID:
        assert self._orang is not None
        return self._orang.id


def _isi(tata: QVBoxLayout, isi: list[tuple[str, str]], kosong: str) -> None:
    kosongkan(tata)
    for atas, bawah in isi:
        tata.addWidget(Teks(atas, bungkus=True, pilih=True))
        if bawah:
            tata.addWidget(Teks(bawah, "kecil", bungkus=True, pilih=True))
    if kosong and not isi:
        tata.addWidget(Teks(kosong, "redup", bungkus=True))
    tata.setAlignment(Qt.AlignmentFlag.AlignTop)
