"""The new BNBA held against what was sent (dtks step 9): in, not in, and in without having been sent."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from app.akses import Hak
from app.bahasa.angka import bilangan
from app.identitas import kelompokkan
from app.jobs import JobContext
from app.kegiatan import nama_kegiatan
from app.kerja import Kerja
from app.siks.jawaban import BerkasJawaban
from app.siks.rekonsiliasi import (
    LABEL_PADANAN,
    BarisPadanan,
    Padanan,
    Rekonsiliasi,
    daftar_padanan,
    hasil_rekonsiliasi,
    rekonsiliasi,
)
from app.wilayah import peta_kantor
from ui import pesan
from ui.halaman import Halaman, Konteks
from ui.jobs import Area
from ui.komponen import (
    BilahTindakan,
    JenisTombol,
    KartuAngka,
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
from ui.komponen.kartu import sejajar
from ui.siks.berkas import BidangBerkas, baca
from ui.tema import Nada

BATAS = 20_000  # rows of one list that are shown
NADA = {Padanan.MASUK: Nada.BAIK, Padanan.TIDAK_MASUK: Nada.BAHAYA, Padanan.TIDAK_DIKIRIM: Nada.PERHATIAN}


class HalamanRekonsiliasi(Halaman):
    """Reading the new BNBA of one triwulan, and the three lists that come of it."""

    judul = "BNBA baru"
    dengar = frozenset({Area.USULAN, Area.KEGIATAN})

    def __init__(self, konteks: Konteks, kegiatan_id: UUID, *, terbuka: bool = True) -> None:
        super().__init__(konteks)
        self.kegiatan_id = kegiatan_id
        self._boleh = terbuka and konteks.boleh(Hak.IMPOR)
        self._berkas: BerkasJawaban | None = None
        self._desa: dict[str, str] = {}
        self.nama_kegiatan = Teks("", "redup")
        self.bidang = BidangBerkas(self.tr("Jatuhkan berkas BNBA baru (Excel atau CSV) di sini."))
        self.bidang.dipilih.connect(self.baca_berkas)
        self.bidang.setEnabled(self._boleh)
        self.angka = {p: KartuAngka("0", LABEL_PADANAN[p]) for p in Padanan}
        self.saringan = Pilihan([(p, LABEL_PADANAN[p]) for p in Padanan], kini=Padanan.TIDAK_MASUK)
        self.saringan.setAccessibleName(self.tr("Daftar yang ditampilkan"))
        self.saringan.setMinimumWidth(250)
        self.saringan.currentIndexChanged.connect(self._muat_daftar)
        self.model: ModelTabel[BarisPadanan] = ModelTabel(
            [
                Kolom("Nama", lambda b: b.nama, lebar=0, petunjuk=lambda b: b.nama),
                Kolom("NIK", lambda b: b.nik, lambda n: kelompokkan(n) if n else "—", lebar=165),
                Kolom("Desa/kelurahan", lambda b: self._desa.get(b.desa, b.desa), lebar=150),
                Kolom("ID DTKS", lambda b: b.id_dtks or "—", lebar=150),
                Kolom("Padanan", lambda b: LABEL_PADANAN[b.padanan], lebar=230, nada=lambda b: NADA[b.padanan]),
            ]
        )
        self.tabel = TabelData(self.model, nama=self.tr("Hasil pencocokan BNBA"))
        self._susun()

    def _susun(self) -> None:
        kembali = Tombol(self.tr("&Kembali"), JenisTombol.TAUTAN, "arrow-left", klik=self.selesai.emit)
        atas = baris(kembali, Teks(self.judul, "judul"), None, self.nama_kegiatan, jarak=12)
        self.kosong = KosongState(
            self.tr("BNBA baru belum dicocokkan"),
            self.tr("Pilih berkas BNBA dari Kementerian Sosial, lalu cocokkan dengan usulan yang dikirim."),
            "file-spreadsheet",
        )
        self.tumpukan = QStackedWidget()
        self.tumpukan.addWidget(self.tabel)
        self.tumpukan.addWidget(self.kosong)
        salin = Tombol(self.tr("&Salin untuk Excel"), nama_ikon="copy", klik=self.tabel.salin_terpilih)
        self.saring = baris(self.saringan, None, salin)
        self.cocokkan = Tombol(self.tr("&Cocokkan dan simpan"), JenisTombol.UTAMA, "check", klik=self._cocokkan)
        self.kaki = BilahTindakan([], self.cocokkan)
        isi = kolom(
            atas, self.bidang, sejajar(*self.angka.values()), self.saring, self.tumpukan, jarak=10, tepi=(24, 14, 24, 8)
        )
        isi.setStretch(4, 1)
        tata = kolom(isi, self.kaki, jarak=0)
        tata.setStretch(0, 1)
        self.setLayout(tata)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def segarkan(self) -> None:
        with self.konteks.membaca() as kerja:
            self.nama_kegiatan.setText(nama_kegiatan(kerja, self.kegiatan_id))
            hasil = hasil_rekonsiliasi(kerja, self.kegiatan_id)
            self._desa = {d.kode: d.nama for d in peta_kantor(kerja).desa_di(kerja.kantor.kode_wilayah)}
        self._tunjukkan(hasil)
        self._atur_kaki()

    def _tunjukkan(self, hasil: Rekonsiliasi | None) -> None:
        angka = (hasil.masuk, hasil.tidak_masuk, hasil.tidak_dikirim) if hasil else (0, 0, 0)
        for kartu, n in zip(self.angka.values(), angka, strict=True):
            kartu.atur(bilangan(n))
            kartu.setVisible(hasil is not None)
        for ke in range(self.saring.count()):
            butir = self.saring.itemAt(ke)
            if butir is not None and (widget := butir.widget()) is not None:
                widget.setVisible(hasil is not None)
        self.tumpukan.setCurrentWidget(self.tabel if hasil else self.kosong)
        self._muat_daftar()

    @Slot()
    def _muat_daftar(self) -> None:
        padanan = Padanan(self.saringan.nilai)

        def kerja(k: Kerja, _c: JobContext) -> list[BarisPadanan]:
            return daftar_padanan(k, self.kegiatan_id, padanan, batas=BATAS)

        self.konteks.baca_lama(
            self.tr("Memuat {daftar}").format(daftar=padanan.value), kerja, induk=self, berhasil=self.model.atur
        )

    def _atur_kaki(self) -> None:
        alasan = "" if self._boleh else self.tr("Langkah ini tidak sedang berjalan atau bukan tugas Anda.")
        if self._boleh and self._berkas is None:
            alasan = self.tr("Pilih dahulu berkas BNBA baru.")
        self.cocokkan.setEnabled(self._boleh and self._berkas is not None)
        self.kaki.atur_alasan(alasan)

    # --- acts --------------------------------------------------------------------------------------------------------

    @Slot(object)
    def baca_berkas(self, jalur: Path) -> None:
        """Read a file; nothing is stored."""
        baca(self.konteks, jalur, induk=self.bidang, berhasil=self._terbaca)

    def _terbaca(self, berkas: BerkasJawaban) -> None:
        self._berkas = berkas
        kata = self.tr("{nama} · {n} orang")
        self.bidang.tunjukkan(kata.format(nama=berkas.buku.nama, n=bilangan(len(berkas.baris))))
        self._atur_kaki()
        self.cocokkan.setFocus()

    def _cocokkan(self) -> None:
        berkas = self._berkas
        if berkas is None:
            return
        self.konteks.tulis(
            self.tr("Mencocokkan BNBA"),
            lambda kerja: rekonsiliasi(kerja, self.kegiatan_id, berkas),
            induk=self,
            berhasil=self._tersimpan,
            ubah=(Area.USULAN, Area.ORANG, Area.KEGIATAN),
        )

    def _tersimpan(self, hasil: Rekonsiliasi) -> None:
        self._berkas = None
        self.bidang.tunjukkan()
        self.segarkan()
        judul = self.tr("{masuk} dari {kirim} orang masuk BNBA baru")
        pesan.info(
            self,
            judul.format(masuk=bilangan(hasil.masuk), kirim=bilangan(hasil.terkirim)),
            self.tr("Daftar yang tidak masuk dan yang tidak kami kirim ada di halaman ini."),
        )
