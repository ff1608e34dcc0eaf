"""Two laptops at two points: take a part of the list out, bring what was recorded back, see who was served twice."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QDir, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from app.akses import Hak
from app.bahasa import waktu
from app.bahasa.alasan import STATUS_BAGIAN
from app.bahasa.angka import bilangan
from app.kegiatan import lihat_kegiatan, nama_kegiatan
from app.penyaluran import ringkasan_penyaluran
from app.penyaluran.bagian import Bagian, StatusBagian, daftar_bagian, lepas_bagian
from app.penyaluran.gabung import DuaKali, HasilGabung, bawa_bagian, daftar_dua_kali, gabungkan, tulis_hasil
from app.wilayah import Peta, peta_kantor
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    Gulir,
    Isian,
    IsianAngka,
    JenisTombol,
    Kartu,
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
from ui.komponen.kisi import kisi
from ui.penetapan.dialog import DialogKalimat
from ui.tema import Nada

SARING_BAGIAN = "Bagian penyaluran Salur (*.salur)"
SARING_HASIL = "Hasil penyaluran Salur (*.hasil)"
NADA = {StatusBagian.DIBAWA: Nada.PERHATIAN, StatusBagian.KEMBALI: Nada.BAIK, StatusBagian.BATAL: Nada.NETRAL}
TINGGI_DESA = 150  # px: five desa, the rest is scrolled


@dataclass(frozen=True)
class JawabanBagian:
    """What another laptop takes along."""

    nama: str
    tahap_id: UUID
    desa: tuple[str, ...]
    nomor: tuple[int, int] | None


class DialogBagian(DialogSalur):
    """Asks which desa, or which numbers, go to the other laptop."""

    def __init__(
        self, induk: QWidget | None, tahap: list[tuple[UUID, str]], desa: list[tuple[str, str]], nama: str
    ) -> None:
        super().__init__(
            induk,
            self.tr("Bawa ke laptop lain"),
            self.tr("Penerima yang dibawa tidak dapat dilayani di laptop ini sampai hasilnya digabungkan."),
            setuju=self.tr("&Simpan berkas…"),
            nama_ikon="save",
        )
        self.nama, self.tahap = QLineEdit(nama), Pilihan(tahap, kini=tahap[0][0] if tahap else None)
        self.dari, self.sampai = IsianAngka(paling_besar=99_999), IsianAngka(paling_besar=99_999)
        for angka in (self.dari, self.sampai):
            angka.setSpecialValueText(self.tr("tidak dibatasi"))
        self.desa = {kode: QCheckBox(sebutan) for kode, sebutan in desa}
        kotak = QWidget()
        kotak.setLayout(kolom(*self.desa.values(), None, jarak=4, tepi=(2, 2, 2, 2)))
        daftar = Gulir(kotak)
        daftar.setFixedHeight(TINGGI_DESA)
        self.i_nama = Isian(self.tr("&Nama laptop atau titik"), self.nama)
        self.i_desa = Isian(self.tr("&Desa yang dibawa"), daftar)
        self.i_dari = Isian(self.tr("Atau n&omor dari"), self.dari)
        self.tambah(
            kisi(self.i_nama, Isian(self.tr("&Tahap"), self.tahap)),
            self.i_desa,
            kisi(self.i_dari, Isian(self.tr("Sam&pai nomor"), self.sampai)),
        )
        self.tahap.setEnabled(len(tahap) > 1)

    def periksa(self) -> str:
        isi = self.jawaban
        setengah = (self.dari.value() == 0) != (self.sampai.value() == 0)
        terbalik = isi.nomor is not None and isi.nomor[0] > isi.nomor[1]
        kosong = not isi.desa and isi.nomor is None and not setengah
        self.i_nama.atur_salah("" if isi.nama else self.tr("Harus diisi."))
        self.i_desa.atur_salah(self.tr("Pilih desa, atau isi nomor di bawah.") if kosong else "")
        self.i_dari.atur_salah(self.tr("Isi nomor pertama dan terakhir.") if setengah or terbalik else "")
        return self.tr("Periksa isian yang ditandai.") if setengah or terbalik or kosong or not isi.nama else ""

    @property
    def jawaban(self) -> JawabanBagian:
        dari, sampai = self.dari.value(), self.sampai.value()
        nomor = (dari, sampai) if dari and sampai else None
        desa = tuple(kode for kode, kotak in self.desa.items() if kotak.isChecked())
        return JawabanBagian(self.nama.text().strip(), self.tahap.nilai, desa, nomor)

    @classmethod
    def ask(
        cls, induk: QWidget | None, tahap: list[tuple[UUID, str]], desa: list[tuple[str, str]], nama: str
    ) -> JawabanBagian | None:
        """Return the part, None when it was given up."""
        hasil: JawabanBagian | None = bertanya(cls(induk, tahap, desa, nama))
        return hasil


class HalamanLaptopLain(Halaman):
    """The parts of a kegiatan that other laptops carry; on such a laptop, the way its results go back."""

    judul = "Laptop lain"
    dengar = frozenset({Area.PENYALURAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._peta = Peta()
        self._salinan = konteks.pelaku.hanya_penyaluran
        self.nama = Teks("", "redup")
        self.model: ModelTabel[Bagian] = ModelTabel(self._kolom_bagian())
        self.tabel = TabelData(self.model, nama=self.tr("Bagian yang dibawa"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.kosong = KosongState(
            self.tr("Belum ada bagian yang dibawa"),
            self.tr("Bagi daftar menurut desa atau nomor, bekerja terpisah tanpa jaringan, lalu gabungkan hasilnya."),
            "copy",
        )
        self.ganda: ModelTabel[DuaKali] = ModelTabel(self._kolom_ganda())
        self.tabel_ganda = TabelData(self.ganda, nama=self.tr("Dilayani dua kali"))
        self.kartu_ganda = Kartu(self.tr("Dilayani di dua laptop")).tambah(
            Teks(
                self.tr("Catatan laptop lain dicabut supaya tidak terhitung dua kali. Periksa orangnya di lapangan."),
                "redup",
                bungkus=True,
            ),
            self.tabel_ganda,
        )
        self._buat_tombol()
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.tr("Laptop lain"), "judul"), None, self.nama, *self.tombol, jarak=12)
        self.ringkas = Teks("", "redup", bungkus=True)
        self.setLayout(
            kolom(
                atas,
                self.ringkas,
                self.tabel,
                self.kosong,
                self.kartu_ganda,
                baris(None, self.lepas),
                jarak=10,
                tepi=(24, 14, 24, 12),
            )
        )

    def _buat_tombol(self) -> None:
        boleh = self.konteks.boleh(Hak.PENYALURAN)
        self.bawa = Tombol(self.tr("&Bawa ke laptop lain…"), JenisTombol.UTAMA, "upload", klik=self.bawa_bagian)
        self.gabung = Tombol(self.tr("&Gabungkan hasil…"), nama_ikon="download", klik=self.gabungkan)
        self.tulis = Tombol(self.tr("&Tulis hasil untuk kantor…"), JenisTombol.UTAMA, "upload", klik=self.tulis_hasil)
        self.lepas = Tombol(self.tr("&Lepas bagian…"), nama_ikon="undo-2", klik=self.lepas_bagian)
        self.tombol = [self.tulis] if self._salinan else [self.gabung, self.bawa]
        for tombol in (self.bawa, self.gabung, self.tulis):
            tombol.setEnabled(boleh)
            tombol.setVisible(tombol in self.tombol)
        self.lepas.setVisible(not self._salinan)

    def _kolom_bagian(self) -> list[Kolom[Bagian]]:
        return [
            Kolom("Laptop", lambda b: b.nama, lebar=200),
            Kolom("Bagian", self._isi, lebar=0, petunjuk=self._isi),
            Kolom("Dibawa", lambda b: b.dibuat_pada, self._saat, lebar=160),
            Kolom("Keadaan", lambda b: STATUS_BAGIAN[b.status], lebar=160, nada=lambda b: NADA[b.status]),
        ]

    @staticmethod
    def _kolom_ganda() -> list[Kolom[DuaKali]]:
        return [
            Kolom("No.", lambda d: d.nomor, lambda n: f"{n:04}", lebar=65),
            Kolom("Nama", lambda d: d.nama, lebar=220),
            Kolom("Di laptop ini", lambda d: d.di_sini, lebar=0, petunjuk=lambda d: d.di_sini),
            Kolom("Di laptop lain", lambda d: d.di_sana, lebar=300, petunjuk=lambda d: d.di_sana),
        ]

    def _isi(self, b: Bagian) -> str:
        desa = ", ".join(self._peta.nama(k) for k in b.desa)
        nomor = f"nomor {b.nomor[0]}–{b.nomor[1]}" if b.nomor else ""
        return "; ".join(filter(None, (desa, nomor)))

    def _saat(self, saat: object) -> str:
        with self.konteks.membaca() as kerja:
            return waktu.saat_ringkas(saat, kerja.kantor.zona)  # type: ignore[arg-type]  # as the column gives it

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self._peta = peta_kantor(kerja)
            self.nama.setText(nama_kegiatan(kerja, self.kegiatan_id))
            bagian = daftar_bagian(kerja, self.kegiatan_id)
            ganda = daftar_dua_kali(kerja, self.kegiatan_id)
        self.model.atur(bagian)
        self.ganda.atur(ganda)
        self.tabel.setVisible(bool(bagian))
        self.kosong.setVisible(not bagian)
        self.kartu_ganda.setVisible(bool(ganda))
        self.ringkas.setText(
            self.tr("Laptop ini membawa satu bagian. Tulis hasilnya ke diska lepas, lalu gabungkan di laptop kantor.")
            if self._salinan
            else ""
        )
        self.ringkas.setVisible(self._salinan)
        self._terpilih()

    @Slot()
    def _terpilih(self) -> None:
        terpilih: list[Bagian] = self.tabel.terpilih
        dibawa = len(terpilih) == 1 and terpilih[0].status is StatusBagian.DIBAWA
        self.lepas.setEnabled(dibawa and self.konteks.boleh(Hak.PENYALURAN))

    # --- acts --------------------------------------------------------------------------------------------------------

    def bawa_bagian(self) -> None:
        """Ask what goes along and where its file goes, and write it."""
        with self.konteks.membaca() as kerja:
            tahap = [(t.id, t.nama) for t in lihat_kegiatan(kerja, self.kegiatan_id).tahap]
            ringkas = ringkasan_penyaluran(kerja, self.kegiatan_id)
        desa = [(kode, self._peta.sebutan(kode)) for kode in ringkas.per_desa if kode]
        jawab = DialogBagian.ask(self, tahap, desa, f"Laptop {self.model.rowCount() + 2}")
        ke = self._simpan_ke(f"{jawab.nama}.salur", SARING_BAGIAN) if jawab else None
        if jawab is None or ke is None:
            return
        konteks = self.konteks
        kerjakan = partial(
            bawa_bagian, konteks.ruang, konteks.pelaku, self.kegiatan_id, jawab.tahap_id, nama=jawab.nama, ke=ke,
            desa=jawab.desa, nomor=jawab.nomor,
        )  # fmt: skip
        konteks.jobs.jalankan(
            self.tr("Menulis bagian penyaluran"), lambda k: kerjakan(job=k), berhasil=self._terbawa, induk=self
        )

    def _terbawa(self, bagian: Bagian) -> None:
        self.konteks.bus.umumkan(Area.PENYALURAN)
        pesan.info(
            self,
            self.tr("Bagian {nama} siap dibawa").format(nama=bagian.nama),
            self.tr(
                "Di laptop lain, pilih Pulihkan dari cadangan lalu buka berkas itu dengan akun dan sandi kantor ini."
            ),
        )

    def gabungkan(self) -> None:
        """Ask for the file of the other laptop and take it over."""
        nama, _ = QFileDialog.getOpenFileName(self, self.tr("Gabungkan hasil"), QDir.homePath(), SARING_HASIL)
        if nama:
            terbuka = self.konteks.ruang.toko
            self.konteks.tulis(
                self.tr("Menggabungkan hasil"),
                lambda kerja: gabungkan(kerja, terbuka, Path(nama)),
                induk=self,
                berhasil=self._tergabung,
                ubah=(Area.PENYALURAN, Area.PENCAIRAN, Area.ORANG),
            )

    def _tergabung(self, hasil: HasilGabung) -> None:
        judul = self.tr("{n} catatan dari {nama} digabungkan").format(n=bilangan(hasil.baru), nama=hasil.bagian.nama)
        if hasil.dua_kali:
            orang = "\n".join(f"{d.nama} ({d.nomor:04}): {d.di_sini}; {d.di_sana}" for d in hasil.dua_kali[:10])
            pesan.peringatan(self, f"{judul}, {bilangan(len(hasil.dua_kali))} dilayani dua kali", orang)
        else:
            pesan.info(self, judul, self.tr("Tidak ada yang dilayani dua kali."))

    def tulis_hasil(self) -> None:
        """Write what was recorded on this laptop."""
        ke = self._simpan_ke("hasil-penyaluran.hasil", SARING_HASIL)
        if ke is None:
            return
        konteks = self.konteks
        konteks.jobs.jalankan(
            self.tr("Menulis hasil"),
            lambda _k: tulis_hasil(konteks.ruang, konteks.pelaku, ke),
            berhasil=self._tertulis,
            induk=self,
            baca=True,
        )

    def _tertulis(self, banyak: int) -> None:
        judul = self.tr("{n} catatan ditulis").format(n=bilangan(banyak))
        pesan.info(self, judul, self.tr("Gabungkan berkas itu di laptop kantor. Boleh ditulis lagi kapan saja."))

    def lepas_bagian(self) -> None:
        """Give the chosen part up, with a reason."""
        bagian: Bagian = self.tabel.terpilih[0]
        kata = self.tr("Penerima {nama} kembali dilayani di laptop ini. Lakukan bila laptop itu tidak jadi dipakai.")
        alasan = DialogKalimat.ask(
            self, self.tr("Lepas bagian"), kata.format(nama=bagian.nama), self.tr("&Alasan"), self.tr("&Lepas bagian")
        )
        if alasan is not None:
            self.konteks.tulis(
                self.tr("Melepas bagian"),
                lambda kerja: lepas_bagian(kerja, bagian.id, alasan=alasan),
                induk=self,
                ubah=(Area.PENYALURAN,),
            )

    def _simpan_ke(self, saran: str, saring: str) -> Path | None:
        awal = QDir.home().filePath(saran)
        nama, _ = QFileDialog.getSaveFileName(self, self.tr("Simpan berkas"), awal, saring)
        return Path(nama) if nama else None
