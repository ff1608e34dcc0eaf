"""Two people who are one: chosen, set beside each other field by field, and merged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QWidget

from app.akses import Hak
from app.bahasa import galat
from app.bahasa.angka import bilangan, rupiah
from app.orang import BandingOrang, HasilGabung, RingkasanOrang, SisiOrang, banding_orang, gabung_orang
from app.wilayah import peta_kantor
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import BarisDaftar, DaftarKartu, DialogSalur, Isian, KepalaDaftar, KotakCari, Teks
from ui.komponen.bertanya import bertanya
from ui.komponen.pilih_kalimat import PilihKalimat
from ui.orang import tulisan

KOSONG = "—"


@dataclass(frozen=True)
class PilihanGabung:
    """What was decided: who stays, who goes, which fields come from the one who goes, and why."""

    tinggal: UUID
    pergi: UUID
    ambil: frozenset[str]
    alasan: str


class DialogGabung(DialogSalur):
    """Sets two people beside each other; `desa` names the codes that occur."""

    def __init__(self, induk: QWidget | None, banding: BandingOrang, desa: dict[str, str]) -> None:
        super().__init__(
            induk,
            self.tr("Gabungkan dua data orang"),
            self.tr(
                "Usulan, bantuan, rekening, dan dokumen keduanya menjadi satu. Data yang pergi tetap tersimpan, dan "
                "penggabungan dapat dibatalkan."
            ),
            setuju=self.tr("&Gabungkan"),
            nama_ikon="user-check",
            lebar=820,
        )
        self._banding, self._desa = banding, desa
        self.tetap: tuple[PilihKalimat, PilihKalimat]
        self.nilai: dict[str, tuple[PilihKalimat, PilihKalimat]] = {}
        self._kelompok: list[QButtonGroup] = []
        self.alasan = Isian(self.tr("&Alasan"), QLineEdit(), self.tr("Misalnya: KTP asli menunjukkan orang yang sama"))
        halangan = Teks("\n".join(map(galat.kalimat, banding.halangan)), "salah", bungkus=True)
        halangan.setVisible(bool(banding.halangan))
        akibat = self._akibat()
        self.akibat = Teks("\n".join(akibat), "tebal", bungkus=True)
        self.akibat.setVisible(bool(akibat))
        self.tambah(halangan, self._kisi(), self.akibat, self.alasan)
        self.setuju.setEnabled(not banding.halangan)

    def _kisi(self) -> QGridLayout:
        kisi = QGridLayout()
        kisi.setHorizontalSpacing(16)
        kisi.setVerticalSpacing(8)
        kisi.setColumnMinimumWidth(0, 150)
        kisi.setColumnStretch(1, 1)
        kisi.setColumnStretch(2, 1)
        kiri, kanan = self._banding.kiri, self._banding.kanan
        self.tetap = self._baris(kisi, self.tr("Yang tetap"), _sebut(kiri), _sebut(kanan), kanan_dahulu=False)
        for beda in self._banding.beda:
            satu, dua = (tulisan.nilai(beda.bidang, n, self._desa) or KOSONG for n in (beda.kiri, beda.kanan))
            dahulu = beda.bidang in self._banding.saran
            self.nilai[beda.bidang] = self._baris(kisi, tulisan.BIDANG[beda.bidang], satu, dua, kanan_dahulu=dahulu)
        if not self._banding.beda:
            kisi.addWidget(Teks(self.tr("Data keduanya sama."), "redup"), kisi.rowCount(), 0, 1, 3)
        return kisi

    def _baris(
        self, kisi: QGridLayout, apa: str, kiri: str, kanan: str, *, kanan_dahulu: bool
    ) -> tuple[PilihKalimat, PilihKalimat]:
        kelompok, ke = QButtonGroup(self), kisi.rowCount()
        self._kelompok.append(kelompok)
        satu = PilihKalimat(kelompok, kiri, f"{apa}: {kiri}", terpilih=not kanan_dahulu)
        dua = PilihKalimat(kelompok, kanan, f"{apa}: {kanan}", terpilih=kanan_dahulu)
        for lajur, isi in enumerate((Teks(apa, "redup", bungkus=True), satu, dua)):
            kisi.addWidget(isi, ke, lajur, Qt.AlignmentFlag.AlignTop)
        return satu, dua

    def _akibat(self) -> list[str]:
        """Say what merging withdraws, and what was received twice."""
        ditarik = self.tr("Dalam {kegiatan} keduanya diusulkan; satu usulan yang belum diputuskan ditarik.")
        ganda = self.tr("{tahap} {kegiatan} ({tahun}) diterima dua kali: {satu} dan {dua}. Ini tercatat di jejak.")
        hasil = [ditarik.format(kegiatan=nama) for nama in dict.fromkeys(k for _, k in self._banding.ditarik)]
        for g in self._banding.ganda:
            satu, dua = (self.tr("barang") if n is None else rupiah(n) for n in (g.kiri, g.kanan))
            hasil.append(ganda.format(tahap=g.tahap, kegiatan=g.kegiatan, tahun=g.tahun, satu=satu, dua=dua))
        return hasil

    def periksa(self) -> str:
        kosong = "" if self._alasan else self.tr("Alasan harus diisi.")
        self.alasan.atur_salah(kosong)
        return kosong

    @property
    def _alasan(self) -> str:
        widget = self.alasan.widget
        assert isinstance(widget, QLineEdit)
        return widget.text().strip()

    @property
    def jawaban(self) -> PilihanGabung:
        """What was chosen."""
        kiri, kanan = self._banding.kiri.id, self._banding.kanan.id
        balik = self.tetap[1].terpilih
        ambil = frozenset(bidang for bidang, sisi in self.nilai.items() if sisi[not balik].terpilih)
        return PilihanGabung(kanan if balik else kiri, kiri if balik else kanan, ambil, self._alasan)

    @classmethod
    def ask(cls, induk: QWidget | None, banding: BandingOrang, desa: dict[str, str]) -> PilihanGabung | None:
        """Return what was chosen, None when it was given up."""
        hasil: PilihanGabung | None = bertanya(cls(induk, banding, desa))
        return hasil


def _sebut(sisi: SisiOrang) -> str:
    """Name one of the two with what hangs on them."""
    milik = ", ".join(f"{bilangan(n)} {apa}" for apa, n in sisi.banyak) or "belum ada catatan lain"
    return f"{sisi.data.nama}\n{milik}"


class DialogPilihOrang(DialogSalur):
    """Finds the other person; `cari` takes what was typed and gives the people."""

    def __init__(
        self, induk: QWidget | None, judul: str, penjelasan: str, cari: Callable[[str], Sequence[RingkasanOrang]]
    ) -> None:
        super().__init__(induk, judul, penjelasan, setuju=self.tr("&Lanjut"), nama_ikon="arrow-right", lebar=560)
        self._cari = cari
        self.kotak = KotakCari(self.tr("Nama, NIK, atau No. KK"), nama=self.tr("Cari orang"))
        self.daftar = DaftarKartu(nama=self.tr("Orang yang ditemukan"))
        self.daftar.setMinimumHeight(240)
        self.kotak.dicari.connect(self.cari)
        self.daftar.dibuka.connect(self.coba)
        self.tambah(self.kotak, self.daftar)
        self.cari("")

    @Slot(str)
    def cari(self, teks: str) -> None:
        """Show who fits."""
        semua = self._cari(teks)
        isi = tuple(BarisDaftar(o.id, o.nama, tulisan.siapa(o)) for o in semua)
        judul = self.tr("Hasil pencarian") if teks else self.tr("Mungkin orang yang sama")
        kosong = self.tr("Ketik nama, NIK, atau No. KK.") if not teks else self.tr("Tidak ada yang cocok.")
        self.daftar.atur([KepalaDaftar("orang", judul, isi, kosong)], buka=["orang"])
        if isi:
            self.daftar.pilih(isi[0].kunci)

    def periksa(self) -> str:
        return "" if self.jawaban else self.tr("Pilih orangnya dahulu.")

    @property
    def jawaban(self) -> UUID | None:
        """Who was chosen."""
        satu = self.daftar.terpilih
        return satu if isinstance(satu, UUID) else None

    @classmethod
    def ask(
        cls, induk: QWidget | None, judul: str, penjelasan: str, cari: Callable[[str], Sequence[RingkasanOrang]]
    ) -> UUID | None:
        """Return who was chosen, None when it was given up."""
        hasil: UUID | None = bertanya(cls(induk, judul, penjelasan, cari))
        return hasil


def boleh_gabung(konteks: Konteks) -> bool:
    """Tell whether the account may make two people one: it must see all that is to be moved."""
    return konteks.boleh(Hak.VERIFIKASI) and konteks.boleh(Hak.IDENTITAS) and not konteks.pelaku.wilayah


def minta_gabung(
    induk: QWidget, konteks: Konteks, kiri: UUID, kanan: UUID, berhasil: Callable[[HasilGabung], object]
) -> None:
    """Set two people beside each other, ask, and merge them."""
    with konteks.membaca() as kerja:
        banding = banding_orang(kerja, kiri, kanan)
        peta = peta_kantor(kerja)
        desa = {k: peta.sebutan(k) for s in (banding.kiri, banding.kanan) if (k := s.data.kode_desa)}
    if (pilih := DialogGabung.ask(induk, banding, desa)) is None:
        return
    konteks.tulis(
        induk.tr("Menggabungkan data orang"),
        lambda kerja: gabung_orang(kerja, pilih.tinggal, pilih.pergi, alasan=pilih.alasan, ambil=pilih.ambil),
        induk=induk,
        berhasil=lambda hasil: _kabarkan(induk, hasil, berhasil),
        ubah=(Area.ORANG, Area.USULAN, Area.KEGIATAN),
    )


def _kabarkan(induk: QWidget, hasil: HasilGabung, berhasil: Callable[[HasilGabung], object]) -> None:
    berhasil(hasil)
    if hasil.ganda:
        judul = induk.tr("Digabung; {n} tahap ternyata diterima dua kali").format(n=bilangan(len(hasil.ganda)))
        pesan.info(induk, judul, induk.tr("Keduanya tetap tercatat dan ikut dalam berkas pemeriksaan kegiatannya."))
