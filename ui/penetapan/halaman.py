"""The decree's page: freeze the list, look at who is on it and who is not, record the SK, change it by another."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from app.akses import Hak
from app.bahasa.angka import bilangan, rupiah
from app.dokumen.isi import bertahun
from app.kantor import DataPejabat, daftar_pejabat
from app.kegiatan import RincianKegiatan, lihat_kegiatan
from app.kerja import Kerja
from app.penetapan import (
    PeriksaCalon,
    RingkasanPenetapan,
    daftar_penetapan,
    draf_penetapan,
    hapus_draf,
    lampirkan_sk,
    lengkapi_alokasi,
    penetapan_berlaku,
    periksa_calon,
    sahkan_sk,
    susun_penetapan,
    susun_perubahan,
)
from app.penetapan.delegasi import lihat_delegasi
from app.wilayah import peta_kantor
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import JenisTombol, Kartu, KartuAngka, Teks, Tombol, baris, kolom
from ui.komponen.bilah_tindakan import BilahTindakan
from ui.komponen.teks import TeksTerbatas
from ui.penetapan import tulisan
from ui.penetapan.daftar import LembarPenerima, LembarTidakMasuk, LembarVersi
from ui.penetapan.dialog import DialogKalimat, DialogSk, JawabanSk
from ui.penetapan.perubahan import DialogPerubahan
from ui.tema import tema

AREA = (Area.PENETAPAN, Area.USULAN, Area.KEGIATAN)
RENDAH = 500  # below this height the figures leave their room to the list


class HalamanPenetapan(Halaman):
    """The decree of one kegiatan."""

    judul = "Penetapan"
    dengar = frozenset({Area.PENETAPAN, Area.USULAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self.surat: dict[UUID, str] = {}  # usulan without NIK that a letter lets in
        self._draf: RingkasanPenetapan | None = None
        self._sah: RingkasanPenetapan | None = None
        self.nama = TeksTerbatas(kanan=True)
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        self.angka = tuple(KartuAngka("0", kata) for kata in (
            self.tr("orang di daftar"), self.tr("nilai semua tahap"), self.tr("tidak masuk daftar"),
            self.tr("belum diputuskan"),
        ))  # fmt: skip
        self.keadaan = Teks("", "judul_kartu")
        self.keraguan = Teks("", "redup", bungkus=True)
        self.kartu = Kartu().tambah(self.keadaan, self.keraguan)
        self.penerima = LembarPenerima(konteks)
        self.luar = LembarTidakMasuk(konteks, self.kecualikan)
        self.versi = LembarVersi(konteks, self.lampirkan)
        self.lembar = QTabWidget()
        self.lembar.setDocumentMode(True)
        for satu, kata in (
            (self.penerima, self.tr("&Daftar penerima")),
            (self.luar, self.tr("&Tidak masuk")),
            (self.versi, self.tr("&SK dan versi")),
        ):
            self.lembar.addTab(satu, kata)
        self.ulang = Tombol(self.tr("Susun &ulang"), nama_ikon="refresh-cw", klik=self.susun)
        self.buang = Tombol(self.tr("&Hapus draf"), JenisTombol.BAHAYA, "trash-2", klik=self.hapus)
        self.ubah = Tombol(self.tr("SK &Perubahan…"), nama_ikon="pen-line", klik=self.susun_perubahan)
        self.lengkapi = Tombol(self.tr("&Lengkapi tahap baru"), nama_ikon="plus", klik=self.lengkapi_tahap)
        self.utama = Tombol("", JenisTombol.UTAMA, "stamp", klik=self.kerjakan)
        self.kaki = BilahTindakan([self.ulang, self.buang, self.ubah, self.lengkapi], self.utama)
        atas = baris(kembali, Teks(self.tr("Penetapan penerima"), "judul"), None, self.nama, jarak=12)
        self._angka = QWidget()
        self._angka.setProperty("bening", True)
        self._angka.setLayout(baris(*self.angka, jarak=10))
        isi = kolom(atas, self._angka, self.kartu, self.lembar, jarak=10, tepi=(24, 14, 24, 8))
        isi.setStretch(3, 1)
        self.setLayout(kolom(isi, self.kaki, jarak=0))

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self._kegiatan: RincianKegiatan = lihat_kegiatan(kerja, self.kegiatan_id)
            self._draf = draf_penetapan(kerja, self.kegiatan_id)
            self._sah = penetapan_berlaku(kerja, self.kegiatan_id)
            periksa = periksa_calon(kerja, self.kegiatan_id)
            semua = daftar_penetapan(kerja, self.kegiatan_id)
            self._hari_ini = kerja.hari_ini()
            self._pejabat = daftar_pejabat(kerja, pada=self._hari_ini)
            self._peta = peta = peta_kantor(kerja)
        self.nama.setText(self._kegiatan.ringkasan.nama)
        kini = self._draf or self._sah
        self._tampilkan_angka(kini, periksa)
        self.penerima.muat(kini, peta.nama)
        if kini is not None:
            self.surat |= self.penerima.surat_pengecualian
        self._luar = tulisan.tidak_masuk(periksa, self.surat) if self._sah is None else []
        self.luar.muat(self._luar, peta.nama)
        self.versi.muat(semua)
        self.lembar.setTabText(1, self.tr("&Tidak masuk ({n})").format(n=len(self._luar)))
        self._atur_tombol(periksa)

    def _tampilkan_angka(self, kini: RingkasanPenetapan | None, periksa: PeriksaCalon) -> None:
        orang = kini.jumlah_orang if kini else periksa.layak
        nominal = kini.jumlah_nominal if kini else periksa.nominal
        self.angka[0].atur(bilangan(orang), self.tr("orang di daftar") if kini else self.tr("layak dan siap masuk"))
        self.angka[1].atur(rupiah(nominal) if nominal else "—")
        self.angka[2].atur(bilangan(len(tulisan.tidak_masuk(periksa, self.surat)) if self._sah is None else 0))
        self.angka[3].atur(bilangan(periksa.belum_diputuskan))
        self.keadaan.setText(tulisan.nama_versi(kini) if kini else self.tr("Daftar belum disusun"))
        ragu = tulisan.keraguan(periksa, self._peta.sebutan) if self._sah is None or self._draf else []
        if not kini and not ragu:
            ragu = [self.tr("Susun daftar untuk membekukan nama, NIK, desa, dan nilai setiap penerima.")]
        self.keraguan.setText(" ".join(ragu))
        self.keraguan.setVisible(bool(ragu))

    def _atur_tombol(self, periksa: PeriksaCalon) -> None:
        boleh = self.konteks.boleh(Hak.PENETAPAN)
        self.ulang.setVisible(self._draf is not None and self._sah is None)
        self.buang.setVisible(self._draf is not None)
        self.ubah.setVisible(self._sah is not None)
        self.lengkapi.setVisible(self._sah is not None and self._draf is None)
        for tombol in (self.ulang, self.buang, self.ubah, self.lengkapi):
            tombol.setEnabled(boleh)
        if self._draf is not None:
            self.utama.setText(self.tr("&Catat SK…"))
            alasan = ""
        elif self._sah is None:
            self.utama.setText(self.tr("&Susun daftar penerima"))
            alasan = "" if periksa.layak else self.tr("Belum ada usulan yang layak dan ber-NIK")
        else:
            self.utama.setText(self.tr("&Catat SK…"))
            alasan = self.tr("Daftar sudah terkunci oleh SK")
        if not boleh:
            alasan = self.tr("Akun ini tidak berwenang menetapkan")
        self.utama.setEnabled(not alasan)
        self.kaki.atur_alasan(alasan)

    def resizeEvent(self, kejadian: QResizeEvent) -> None:
        """Leave the figures out where the window is low; the sheets' headings and the dialog of the SK say them too."""
        self._angka.setVisible(kejadian.size().height() >= tema().ukuran.px(RENDAH))
        super().resizeEvent(kejadian)

    # --- acts --------------------------------------------------------------------------------------------------------

    def _simpan(
        self, judul: str, kerja: Callable[[Kerja], object], berhasil: Callable[[object], object] | None = None
    ) -> None:
        self.konteks.tulis(judul, kerja, induk=self, berhasil=berhasil, ubah=AREA)

    @Slot()
    def kerjakan(self) -> None:
        """Do what the primary button says: freeze the list, or record the decree."""
        if self._draf is None:
            self.susun()
        else:
            self.catat_sk()

    @Slot()
    def susun(self) -> None:
        """Freeze the layak usulan into a draft."""
        surat = dict(self.surat)
        self._simpan(
            self.tr("Menyusun daftar penerima"),
            lambda kerja: susun_penetapan(kerja, self.kegiatan_id, pengecualian=surat),
        )

    @Slot()
    def hapus(self) -> None:
        """Throw the draft away after asking."""
        if pesan.tanya(
            self,
            self.tr("Hapus draf daftar?"),
            self.tr("Putusan verifikasi dan daftar yang sudah disahkan tidak berubah."),
            ya=self.tr("&Hapus draf"),
            bahaya=True,
        ):
            self.surat.clear()
            self._simpan(self.tr("Menghapus draf"), lambda kerja: hapus_draf(kerja, self.kegiatan_id))

    def catat_sk(self) -> None:
        """Ask for the signed decree and lock the list."""
        draf = self._draf
        if draf is None:
            return
        with self.konteks.membaca() as kerja:
            delegasi = lihat_delegasi(kerja, self.kegiatan_id)
        jawab = DialogSk.ask(
            self, draf.jumlah_orang, draf.jumlah_nominal, _penanda(self._pejabat), self._hari_ini, self._tentang(),
            f"SK {delegasi.nomor_sk}: {delegasi.diktum}" if delegasi else None,
        )  # fmt: skip
        if jawab is not None:
            self._simpan(self.tr("Mengesahkan SK"), lambda kerja: self._sahkan(kerja, jawab), self._tersahkan)

    def _tentang(self) -> str:
        k = self._kegiatan.ringkasan
        return self.tr("Penetapan Penerima {nama}").format(nama=bertahun(k.nama, k.tahun))

    def _sahkan(self, kerja: Kerja, jawab: JawabanSk) -> object:
        lampiran_id = None
        if jawab.berkas is not None:
            lampiran_id = kerja.simpan_lampiran(jawab.berkas.read_bytes(), jawab.berkas.name)
        return sahkan_sk(
            kerja,
            self.kegiatan_id,
            nomor=jawab.nomor,
            tanggal=jawab.tanggal,
            tentang=jawab.tentang,
            penandatangan=jawab.penandatangan,
            jabatan_penandatangan=jawab.jabatan,
            lampiran_id=lampiran_id,
            catatan=jawab.catatan,
            delegasi=jawab.delegasi,
            menurut_delegasi=jawab.menurut_delegasi,
        )

    def _tersahkan(self, hasil: object) -> None:
        from app.bahasa.galat import kalimat

        ragu = [kalimat(p) for p in getattr(hasil, "peringatan", ())]
        if ragu:
            pesan.peringatan(self, self.tr("SK tercatat, dengan catatan"), "\n".join(ragu))

    def kecualikan(self, satu: tulisan.TidakMasuk) -> None:
        """Let someone without NIK onto the list by a letter, and freeze it anew."""
        surat = DialogKalimat.ask(
            self,
            self.tr("Masukkan tanpa NIK"),
            self.tr("{nama} masuk daftar meski NIK belum ada, dengan surat yang menjelaskannya.").format(
                nama=satu.nama
            ),
            self.tr("&Nomor dan tanggal surat"),
            self.tr("&Masukkan ke daftar"),
            self.tr("Misalnya surat keterangan Dukcapil nomor 470/12 tanggal 5 Januari 2026"),
        )
        if surat is not None:
            self.surat[satu.usulan_id] = surat
            self.susun()

    def susun_perubahan(self) -> None:
        """Ask who leaves and who comes, and freeze the draft of an SK Perubahan."""
        if self._sah is None:
            return
        jawab = DialogPerubahan.ask(self, self.konteks, self.kegiatan_id, self._sah.id)
        if jawab is not None:
            batal, tambah = jawab
            self._susun_perubahan(batal, tambah)

    def _susun_perubahan(self, batal: Mapping[UUID, str], tambah: tuple[UUID, ...]) -> None:
        self._simpan(
            self.tr("Menyusun SK Perubahan"),
            lambda kerja: susun_perubahan(kerja, self.kegiatan_id, batal=batal, tambah=tambah),
        )

    def lengkapi_tahap(self) -> None:
        """Give everyone on the list their share of tahap added after the decree."""

        def usai(banyak: object) -> None:
            if banyak:
                pesan.info(self, self.tr("Tahap baru sudah dilengkapi untuk semua penerima."))
            else:
                pesan.info(self, self.tr("Semua tahap sudah lengkap."))

        self._simpan(self.tr("Melengkapi tahap"), lambda kerja: lengkapi_alokasi(kerja, self.kegiatan_id), usai)

    def lampirkan(self, penetapan: RingkasanPenetapan, isi: bytes, nama: str) -> None:
        """Put the scan beside a decree that was recorded without it."""
        self._simpan(
            self.tr("Melampirkan SK"),
            lambda kerja: lampirkan_sk(kerja, penetapan.id, kerja.simpan_lampiran(isi, nama)),
        )


def _penanda(pejabat: list[DataPejabat]) -> list[DataPejabat]:
    """Put the Bupati first, then the head of the office."""
    urut = {"bupati": 0, "kepala": 1, "camat": 2}
    return sorted((p for p in pejabat if p.kode_desa is None), key=lambda p: urut.get(p.kunci, 9))
