"""Officials: whose names stand under the papers, and until when."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app import identitas
from app.bahasa import waktu
from app.bahasa.istilah import label, pilihan
from app.kantor import JABATAN_PENANDA, DataPejabat, daftar_pejabat, simpan_pejabat
from app.wilayah import peta_kantor
from db.istilah import CaraJabatan
from ui.jobs import Area
from ui.komponen import (
    DialogSalur,
    Isian,
    IsianTanggal,
    JenisTombol,
    Kolom,
    ModelTabel,
    Pilihan,
    TabelData,
    Tombol,
)
from ui.komponen.bertanya import bertanya
from ui.komponen.kisi import kisi
from ui.pengaturan.bagian import Bagian

KUNCI = (*JABATAN_PENANDA, ("", "Pejabat lain"))


def _masa(p: DataPejabat) -> str:
    if p.sampai:
        return f"sampai {waktu.tanggal_pendek(p.sampai)}"
    return f"sejak {waktu.tanggal_pendek(p.sejak)}" if p.sejak else ""


def _cara(p: DataPejabat) -> str:
    cara = "" if p.cara is CaraJabatan.DEFINITIF else label(p.cara)
    return " ".join(filter(None, (cara, "a.n." if p.atas_nama else "", "u.b." if p.untuk_beliau else "")))


def kolom_pejabat() -> list[Kolom[DataPejabat]]:
    return [
        Kolom("Nama", lambda p: p.nama, lebar=180),
        Kolom("Jabatan seperti dicetak", lambda p: p.jabatan, lebar=0),
        Kolom("Dipakai sebagai", lambda p: dict(KUNCI).get(p.kunci, p.kunci) or "—", lebar=120),
        Kolom("NIP", lambda p: p.nip, lambda n: identitas.kelompokkan(n) if n else "—", lebar=180),
        Kolom("Masa", lambda p: " ".join(filter(None, (_cara(p), _masa(p)))), lebar=130),
    ]


class DialogPejabat(DialogSalur):
    """Adds or changes an official."""

    def __init__(self, induk: QWidget | None, lama: DataPejabat | None, desa: list[tuple[str, str]]) -> None:
        super().__init__(
            induk,
            self.tr("Ubah pejabat") if lama else self.tr("Tambah pejabat"),
            setuju=self.tr("&Simpan"),
            nama_ikon="save",
            lebar=640,
        )
        b = lama or DataPejabat("", "")
        self._lama = b
        self.nama, self.jabatan = QLineEdit(b.nama), QLineEdit(b.jabatan)
        self.pangkat, self.golongan, self.nip = QLineEdit(b.pangkat), QLineEdit(b.golongan), QLineEdit(b.nip or "")
        self.kunci = Pilihan(KUNCI, kini=b.kunci)
        self.cara = Pilihan(pilihan(CaraJabatan), kini=b.cara)
        self.desa = Pilihan(desa, kini=b.kode_desa, kosong=self.tr("Bukan pejabat desa"), cari=True)
        self.atas_nama, self.untuk_beliau = QLineEdit(b.atas_nama), QLineEdit(b.untuk_beliau)
        self.sejak, self.sampai = IsianTanggal(b.sejak, boleh_kosong=True), IsianTanggal(b.sampai, boleh_kosong=True)
        self.i_nama = Isian(self.tr("&Nama dengan gelar"), self.nama)
        self.i_jabatan = Isian(self.tr("&Jabatan seperti dicetak"), self.jabatan)
        self.i_nip = Isian(self.tr("N&IP"), self.nip, self.tr("Kosongkan untuk Bupati dan Kepala Desa"))
        self.i_atas_nama = Isian(
            self.tr("&Atas nama (a.n.)"), self.atas_nama, self.tr("Misalnya: Bupati Lamandau; kosong bila tidak")
        )
        self.i_untuk = Isian(self.tr("&Untuk beliau (u.b.)"), self.untuk_beliau, self.tr("Misalnya: Sekretaris Daerah"))
        self.tambah(
            self.i_nama,
            self.i_jabatan,
            kisi(
                Isian(self.tr("&Dipakai sebagai"), self.kunci),
                Isian(self.tr("&Cara menjabat"), self.cara),
                Isian(self.tr("&Pangkat"), self.pangkat),
                Isian(self.tr("&Golongan"), self.golongan),
                self.i_nip,
                Isian(self.tr("D&esa/kelurahan"), self.desa),
                Isian(self.tr("Seja&k"), self.sejak),
                Isian(self.tr("Sa&mpai"), self.sampai),
                self.i_atas_nama,
                self.i_untuk,
            ),
        )
        self.nama.setFocus()

    def periksa(self) -> str:
        isi = self.jawaban
        nip = identitas.baca_nip(self.nip.text())
        self.i_nama.atur_salah("" if isi.nama else self.tr("Harus diisi."))
        self.i_jabatan.atur_salah("" if isi.jabatan else self.tr("Harus diisi."))
        panjang = "panjang" in nip.masalah
        self.i_nip.atur_salah(self.tr("NIP terdiri atas 18 angka.") if panjang else "")
        terbalik = isi.sejak is not None and isi.sampai is not None and isi.sampai < isi.sejak
        tanpa_nama = bool(isi.untuk_beliau) and not isi.atas_nama
        self.i_atas_nama.atur_salah(self.tr("Harus diisi bila u.b. diisi.") if tanpa_nama else "")
        if terbalik:
            return self.tr("Tanggal akhir lebih awal daripada tanggal mulai.")
        lengkap = bool(isi.nama and isi.jabatan) and not panjang and not tanpa_nama
        return "" if lengkap else self.tr("Periksa isian yang ditandai.")

    @property
    def jawaban(self) -> DataPejabat:
        return DataPejabat(
            self.nama.text().strip(),
            self.jabatan.text().strip(),
            self.kunci.nilai or "",
            self.pangkat.text().strip(),
            self.golongan.text().strip(),
            identitas.baca_nip(self.nip.text()).isi or None,
            self.cara.nilai,
            self.desa.nilai,
            self.sejak.nilai,
            self.sampai.nilai,
            self._lama.id,
            self.atas_nama.text().strip(),
            self.untuk_beliau.text().strip(),
        )

    @classmethod
    def ask(cls, induk: QWidget | None, lama: DataPejabat | None, desa: list[tuple[str, str]]) -> DataPejabat | None:
        """Return the official, None when it was given up."""
        hasil: DataPejabat | None = bertanya(cls(induk, lama, desa))
        return hasil


class BagianPejabat(Bagian):
    """The list of officials."""

    judul = "Pejabat"
    penjelasan = "Nama, pangkat, dan NIP yang dicetak di bawah dokumen. Klik dua kali untuk mengubah."

    def bangun(self) -> None:
        self.model = ModelTabel(kolom_pejabat())
        self.tabel = TabelData(self.model, nama=self.tr("Daftar pejabat"))
        self.tabel.dibuka.connect(self.ubah)
        self.tambah = Tombol(self.tr("&Tambah pejabat…"), JenisTombol.UTAMA, "user-plus", klik=lambda: self.ubah(None))
        self.kepala.addWidget(self.tambah)
        self.isi.addWidget(self.tabel)

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            self.model.atur(daftar_pejabat(kerja))
            self._desa = [(d.kode, d.sebutan) for d in peta_kantor(kerja).desa_di(kerja.kantor.kode_wilayah)]

    def ubah(self, lama: DataPejabat | None) -> None:
        """Ask for an official and keep them."""
        data = DialogPejabat.ask(self, lama, self._desa)
        if data is not None:
            self.simpan(
                self.tr("Menyimpan pejabat"),
                lambda kerja: simpan_pejabat(kerja, data),
                area=(Area.KANTOR, Area.DOKUMEN),
            )
