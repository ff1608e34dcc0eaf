"""Accounts: who may sign in, with which roles, since when; passwords, leaving."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.akses import (
    PermintaanAkun,
    RingkasanAkun,
    akhiri_tugas,
    batasi_wilayah,
    buat_akun,
    daftar_akun,
    ganti_sandi,
    nonaktifkan_akun,
    tugaskan,
)
from app.bahasa.istilah import label, pilihan
from app.kerja import Kerja
from db.istilah import CaraJabatan, Peran
from ui import pesan
from ui.jobs import Area
from ui.komponen import (
    BarisAlir,
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
from ui.pengaturan.wilayah_akun import DialogWilayah, pilihan_wilayah
from ui.tema import Nada

SANDI_MINIMUM = 12  # characters, as the store asks for


def kolom_akun() -> list[Kolom[RingkasanAkun]]:
    return [
        Kolom("Nama", lambda a: a.nama, lebar=165),
        Kolom("Nama pengguna", lambda a: a.nama_pengguna, lebar=110),
        Kolom("Jabatan", lambda a: a.jabatan or "—", lebar=130),
        Kolom("Peran", lambda a: ", ".join(label(p) for p in a.peran) or "—", lebar=0),
        Kolom(
            "Wilayah", lambda a: a.sebutan_wilayah or "Seluruhnya", lebar=135, petunjuk=lambda a: a.sebutan_wilayah
        ),
        Kolom(
            "Keadaan",
            lambda a: "Aktif" if a.aktif else "Nonaktif",
            lebar=95,
            nada=lambda a: Nada.BAIK if a.aktif else Nada.NETRAL,
        ),
    ]


class IsianSandi:
    """A new password typed twice."""

    def __init__(self, induk: QWidget) -> None:
        self.satu, self.dua = QLineEdit(), QLineEdit()
        for kotak in (self.satu, self.dua):
            kotak.setEchoMode(QLineEdit.EchoMode.Password)
        petunjuk = induk.tr("Paling sedikit {n} huruf atau angka").format(n=SANDI_MINIMUM)
        self.isian = (
            Isian(induk.tr("&Kata sandi"), self.satu, petunjuk),
            Isian(induk.tr("&Ulangi kata sandi"), self.dua),
        )
        self._induk = induk

    def periksa(self) -> bool:
        """Tell whether both are the same and long enough; marks them."""
        pendek = len(self.satu.text()) < SANDI_MINIMUM
        beda = self.satu.text() != self.dua.text()
        self.isian[0].atur_salah(self._induk.tr("Terlalu pendek.") if pendek else "")
        self.isian[1].atur_salah(self._induk.tr("Tidak sama dengan di atas.") if beda else "")
        return not pendek and not beda

    @property
    def teks(self) -> str:
        return self.satu.text()


class DialogAkun(DialogSalur):
    """A new account."""

    def __init__(self, induk: QWidget | None) -> None:
        super().__init__(induk, self.tr("Tambah akun"), setuju=self.tr("&Buat akun"), nama_ikon="user-plus", lebar=640)
        self.nama, self.pengguna, self.jabatan = QLineEdit(), QLineEdit(), QLineEdit()
        self.sandi = IsianSandi(self)
        self.cara = Pilihan(pilihan(CaraJabatan), kini=CaraJabatan.DEFINITIF)
        self.peran = {peran: QCheckBox(kata) for peran, kata in pilihan(Peran)}
        self.i_nama = Isian(self.tr("&Nama"), self.nama)
        self.i_pengguna = Isian(
            self.tr("Nama &pengguna"), self.pengguna, self.tr("3–32 huruf, angka, titik, garis bawah")
        )
        self.tambah(
            kisi(
                self.i_nama,
                self.i_pengguna,
                Isian(self.tr("&Jabatan"), self.jabatan),
                Isian(self.tr("&Cara menjabat"), self.cara),
                *self.sandi.isian,
            ),
            kisi(*self.peran.values(), lajur=3),
        )
        self.nama.setFocus()

    def periksa(self) -> str:
        nama, pengguna = self.nama.text().strip(), self.pengguna.text().strip()
        self.i_nama.atur_salah("" if nama else self.tr("Harus diisi."))
        sah = 3 <= len(pengguna) <= 32 and pengguna.replace(".", "").replace("_", "").isalnum()
        self.i_pengguna.atur_salah("" if sah else self.tr("3–32 huruf, angka, titik, atau garis bawah."))
        sandi = self.sandi.periksa()
        if not (nama and sah and sandi):
            return self.tr("Periksa isian yang ditandai.")
        return "" if self.jawaban.peran else self.tr("Pilih paling sedikit satu peran.")

    @property
    def jawaban(self) -> PermintaanAkun:
        return PermintaanAkun(
            self.pengguna.text().strip(),
            self.nama.text().strip(),
            self.sandi.teks,
            tuple(peran for peran, kotak in self.peran.items() if kotak.isChecked()),
            self.jabatan.text().strip(),
            cara=self.cara.nilai,
        )

    @classmethod
    def ask(cls, induk: QWidget | None) -> PermintaanAkun | None:
        """Return what the account needs, None when it was given up."""
        hasil: PermintaanAkun | None = bertanya(cls(induk))
        return hasil


class DialogSandi(DialogSalur):
    """A new password for an account."""

    def __init__(self, induk: QWidget | None, akun: RingkasanAkun) -> None:
        super().__init__(
            induk,
            self.tr("Ganti kata sandi"),
            self.tr("Akun {nama}. Kata sandi lama tidak berlaku lagi.").format(nama=akun.nama),
            setuju=self.tr("&Ganti"),
            nama_ikon="key-round",
        )
        self.sandi = IsianSandi(self)
        self.tambah(*self.sandi.isian)

    def periksa(self) -> str:
        return "" if self.sandi.periksa() else self.tr("Periksa isian yang ditandai.")

    @property
    def jawaban(self) -> str:
        return self.sandi.teks

    @classmethod
    def ask(cls, induk: QWidget | None, akun: RingkasanAkun) -> str | None:
        """Return the password, None when it was given up."""
        hasil: str | None = bertanya(cls(induk, akun))
        return hasil


Tugas = tuple[Peran, date, date | None, CaraJabatan]


class DialogTugas(DialogSalur):
    """A role for a time, e.g. as Plh."""

    def __init__(self, induk: QWidget | None, akun: RingkasanAkun, hari_ini: date) -> None:
        super().__init__(
            induk,
            self.tr("Beri tugas"),
            self.tr("Peran tambahan untuk {nama}, misalnya selama pejabatnya berhalangan.").format(nama=akun.nama),
            setuju=self.tr("&Beri tugas"),
        )  # fmt: skip
        self.peran = Pilihan([(p, kata) for p, kata in pilihan(Peran) if p not in akun.peran])
        self.cara = Pilihan(pilihan(CaraJabatan), kini=CaraJabatan.PLH)
        self.sejak, self.sampai = IsianTanggal(hari_ini), IsianTanggal(boleh_kosong=True)
        self.tambah(
            kisi(
                Isian(self.tr("&Peran"), self.peran),
                Isian(self.tr("&Cara"), self.cara),
                Isian(self.tr("&Sejak"), self.sejak),
                Isian(self.tr("Sa&mpai"), self.sampai),
            )
        )

    def periksa(self) -> str:
        peran, sejak, sampai, _ = self.jawaban
        if peran is None:
            return self.tr("Akun ini sudah memegang semua peran.")
        return self.tr("Tanggal akhir lebih awal daripada tanggal mulai.") if sampai and sampai < sejak else ""

    @property
    def jawaban(self) -> Tugas:
        sejak = self.sejak.nilai
        assert sejak is not None  # the field cannot be empty
        return self.peran.nilai, sejak, self.sampai.nilai, self.cara.nilai

    @classmethod
    def ask(cls, induk: QWidget | None, akun: RingkasanAkun, hari_ini: date) -> Tugas | None:
        """Return role, first and last day and kind, None when it was given up."""
        hasil: Tugas | None = bertanya(cls(induk, akun, hari_ini))
        return hasil


class DialogAkhiri(DialogSalur):
    """Which role ends today."""

    def __init__(self, induk: QWidget | None, akun: RingkasanAkun) -> None:
        super().__init__(
            induk,
            self.tr("Akhiri tugas"),
            self.tr("Tugas {nama} yang berakhir hari ini; riwayatnya tetap tersimpan.").format(nama=akun.nama),
            setuju=self.tr("&Akhiri"),
        )
        self.peran = Pilihan([(p, label(p)) for p in akun.peran])
        self.tambah(Isian(self.tr("&Peran"), self.peran))

    @property
    def jawaban(self) -> Peran:
        hasil: Peran = self.peran.nilai
        return hasil

    @classmethod
    def ask(cls, induk: QWidget | None, akun: RingkasanAkun) -> Peran | None:
        """Return the role, None when it was given up."""
        hasil: Peran | None = bertanya(cls(induk, akun))
        return hasil


class BagianAkun(Bagian):
    """The list of accounts and what can be done to one."""

    judul = "Akun dan peran"
    penjelasan = "Setiap orang masuk dengan akunnya sendiri, sehingga jejak mencatat siapa mengerjakan apa."

    def bangun(self) -> None:
        self.model = ModelTabel(kolom_akun())
        self.tabel = TabelData(self.model, nama=self.tr("Daftar akun"))
        self.tabel.pilihan_berubah.connect(self._terpilih)
        self.tambah = Tombol(self.tr("&Tambah akun…"), JenisTombol.UTAMA, "user-plus", klik=self.tambah_akun)
        self.sandi = Tombol(self.tr("&Ganti kata sandi…"), nama_ikon="key-round", klik=self._dengan(self.ganti))
        self.tugas = Tombol(self.tr("&Beri tugas…"), nama_ikon="badge-check", klik=self._dengan(self.beri_tugas))
        self.akhiri = Tombol(self.tr("&Akhiri tugas…"), nama_ikon="minus", klik=self._dengan(self.akhiri_peran))
        self.wilayah = Tombol(self.tr("&Wilayah…"), nama_ikon="map-pin", klik=self._dengan(self.batasi))
        self.nonaktif = Tombol(
            self.tr("&Nonaktifkan…"), JenisTombol.BAHAYA, "user", klik=self._dengan(self.nonaktifkan)
        )  # fmt: skip
        self.kepala.addWidget(self.tambah)
        self.isi.addWidget(self.tabel)
        self.isi.addWidget(BarisAlir(self.sandi, self.tugas, self.akhiri, self.wilayah, self.nonaktif))
        self._terpilih()

    def muat(self) -> None:
        with self.konteks.membaca() as kerja:
            self.model.atur(daftar_akun(kerja))
            self._hari_ini = kerja.hari_ini()
            self._semua_wilayah = pilihan_wilayah(kerja)
        self._terpilih()

    @property
    def _satu(self) -> RingkasanAkun | None:
        return self.tabel.terpilih[0] if len(self.tabel.terpilih) == 1 else None

    def _dengan(self, kerja: Callable[[RingkasanAkun], None]) -> Callable[[], None]:
        def jalan() -> None:
            if self._satu is not None:
                kerja(self._satu)

        return jalan

    def _terpilih(self) -> None:
        satu = self._satu
        for tombol in (self.sandi, self.tugas, self.wilayah):
            tombol.setEnabled(satu is not None)
        self.akhiri.setEnabled(satu is not None and bool(satu.peran))
        self.nonaktif.setEnabled(satu is not None and satu.aktif and satu.id != self.konteks.pelaku.akun_id)

    def _simpan(self, judul: str, kerja: Callable[[Kerja], object], kabar: str = "") -> None:
        self.simpan(judul, kerja, kabar=kabar, area=(Area.AKUN,))

    def tambah_akun(self) -> None:
        """Ask for an account and make it."""
        minta = DialogAkun.ask(self)
        if minta is not None:
            toko = self.konteks.ruang.toko
            self._simpan(self.tr("Membuat akun"), lambda kerja: buat_akun(kerja, toko, minta))

    def ganti(self, akun: RingkasanAkun) -> None:
        """Give an account another password."""
        sandi = DialogSandi.ask(self, akun)
        if sandi is not None:
            toko = self.konteks.ruang.toko
            self._simpan(
                self.tr("Mengganti kata sandi"),
                lambda kerja: ganti_sandi(kerja, toko, akun.id, sandi),
                self.tr("Kata sandi {nama} sudah diganti.").format(nama=akun.nama),
            )

    def beri_tugas(self, akun: RingkasanAkun) -> None:
        """Give an account a role for a time."""
        tugas = DialogTugas.ask(self, akun, self._hari_ini)
        if tugas is not None:
            peran, sejak, sampai, cara = tugas
            self._simpan(
                self.tr("Memberi tugas"),
                lambda kerja: tugaskan(kerja, akun.id, peran, sejak=sejak, sampai=sampai, cara=cara),
            )

    def batasi(self, akun: RingkasanAkun) -> None:
        """Say for which area an account works."""
        kode = DialogWilayah.ask(self, akun, self._semua_wilayah)
        if kode is not None:
            self._simpan(
                self.tr("Mengatur wilayah akun"),
                lambda kerja: batasi_wilayah(kerja, akun.id, kode),
                self.tr("Wilayah {nama} berlaku sejak akun itu masuk lagi.").format(nama=akun.nama),
            )

    def akhiri_peran(self, akun: RingkasanAkun) -> None:
        """End one role of an account."""
        peran = DialogAkhiri.ask(self, akun)
        if peran is not None:
            hari = self._hari_ini
            self._simpan(self.tr("Mengakhiri tugas"), lambda kerja: akhiri_tugas(kerja, akun.id, peran, sampai=hari))

    def nonaktifkan(self, akun: RingkasanAkun) -> None:
        """Shut an account out after asking."""
        setuju = pesan.tanya(
            self,
            self.tr("Nonaktifkan akun {nama}?").format(nama=akun.nama),
            self.tr("Akun ini tidak dapat masuk lagi; namanya tetap ada di jejak. Kata sandi baru mengaktifkannya."),
            ya=self.tr("&Nonaktifkan"),
            bahaya=True,
        )  # fmt: skip
        if setuju:
            toko = self.konteks.ruang.toko
            self._simpan(self.tr("Menonaktifkan akun"), lambda kerja: nonaktifkan_akun(kerja, toko, akun.id))
