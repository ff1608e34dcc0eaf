"""What an SOP says, as frozen data: the shape of `resources/sop/*.json` and of the copy that a kegiatan runs on.

Every item carries its `sumber`: the document itself (`sop`), good practice (`practice`), or an assumption that the
office confirms at set-up (`anggapan`). Words of the document stay as they are, slips included; a correction stands
beside them.
"""

from dataclasses import dataclass
from enum import StrEnum

from db.istilah import JenisBantuan, Kategori, Peran, SifatKelengkapan, SumberSop


class Sisi(StrEnum):
    """Whether a performer works in the office (has an account) or is an outside party whose acts staff record."""

    DALAM = "dalam"
    LUAR = "luar"


class SatuanWaktu(StrEnum):
    MENIT = "menit"
    JAM = "jam"
    HARI = "hari"
    MINGGU = "minggu"
    BULAN = "bulan"


class Basis(StrEnum):
    """Working time, or calendar time whose last day moves on to a working day."""

    KERJA = "kerja"
    KALENDER = "kalender"


class Menghitung(StrEnum):
    """What the standard time of a step is counted for."""

    KEGIATAN = "per kegiatan"
    DESA = "per desa"
    BERKAS = "per berkas"
    TAHAP = "per tahap"
    HARI_PENYALURAN = "per hari penyaluran"


class Per(StrEnum):
    """For what a required document is asked once."""

    KEGIATAN = "kegiatan"
    DESA = "desa"
    USULAN = "usulan"
    TAHAP = "tahap"


class Simbol(StrEnum):
    """Flowchart symbol of a step (the source's shapes were lost; inferred)."""

    MULAI = "mulai"
    PROSES = "proses"
    KEPUTUSAN = "keputusan"
    SELESAI = "selesai"


class Aksi(StrEnum):
    """The step's own work: which page the window shows, and which counting in `app.sop.syarat` calls it complete."""

    IMPOR_USULAN = "impor_usulan"
    VERIFIKASI = "verifikasi"
    PENETAPAN = "penetapan"
    PENUNJUKAN_VENDOR = "penunjukan_vendor"
    PERJANJIAN = "perjanjian"
    PENCAIRAN = "pencairan"
    PENYALURAN = "penyaluran"
    LAPORAN = "laporan"
    MONEV = "monev"
    SOSIALISASI = "sosialisasi"
    LOKET = "loket"
    PERIKSA_BERKAS = "periksa_berkas"
    GABUNG_TRIWULAN = "gabung_triwulan"
    HASIL_SIKS = "hasil_siks"
    KEMBALIKAN_DESA = "kembalikan_desa"
    PARAF = "paraf"
    CATAT_DOKUMEN = "catat_dokumen"
    REKONSILIASI_BNBA = "rekonsiliasi_bnba"
    SURAT_MASUK = "surat_masuk"
    DISPOSISI = "disposisi"
    IMPOR_PENERIMA = "impor_penerima"
    SPT_JADWAL = "spt_jadwal"


class Fakta(StrEnum):
    """Something that exists in the kegiatan: what work on a step needs to begin, or what ticks a paper by itself."""

    USULAN = "usulan"
    USULAN_LAYAK = "usulan_layak"
    PENETAPAN_SAH = "penetapan_sah"
    VENDOR = "vendor"
    PERJANJIAN = "perjanjian"
    PENCAIRAN = "pencairan"
    PENERIMA = "penerima"
    PENYALURAN = "penyaluran"
    TRIWULAN_DIGABUNG = "triwulan_digabung"
    HASIL_SIKS = "hasil_siks"
    DITOLAK_SISTEM = "ditolak_sistem"
    SURAT_MASUK = "surat_masuk"
    DISPOSISI = "disposisi"
    SPT = "spt"
    JADWAL = "jadwal"
    LAPORAN = "laporan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Butir:
    """One piece of text.

    Attributes:
        teks: the source's own words; None where the source is blank or unreadable. A line break marks where a scan
            broke the cell over lines.
        koreksi: what was plainly meant, where the source slipped; screens and paper show it.
        periksa: a doubt for the office to settle (odd citation, column uncertain), one Indonesian sentence.
    """

    teks: str | None
    sumber: SumberSop
    koreksi: str | None = None
    periksa: str | None = None

    @property
    def asli(self) -> str:
        """The source's words on one line, slips kept; empty where the source is blank."""
        return " ".join((self.teks or "").split())

    @property
    def tampil(self) -> str:
        """What is shown: the correction, else the source's words."""
        return self.koreksi if self.koreksi is not None else self.asli


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengesah:
    """Who approved the SOP."""

    jabatan: Butir
    nama: Butir
    pangkat: Butir
    nip: Butir


@dataclass(frozen=True, slots=True, kw_only=True)
class Kepala:
    """The identity box of the SOP; anything may be blank."""

    nomor: Butir
    tanggal_pembuatan: Butir
    tanggal_revisi: Butir
    tanggal_efektif: Butir
    disahkan: Pengesah
    instansi: Butir
    unit: Butir
    nama: Butir
    judul: Butir
    dasar_hukum: tuple[Butir, ...] = ()
    kualifikasi: tuple[Butir, ...] = ()
    keterkaitan: tuple[Butir, ...] = ()
    peralatan: tuple[Butir, ...] = ()
    peringatan: tuple[Butir, ...] = ()
    pencatatan: tuple[Butir, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class JudulKolom:
    """The titles of the procedure table as the source has them; `nomor` is its row of column numbers, if any."""

    no: Butir
    kegiatan: Butir
    pelaksana: Butir
    mutu_baku: Butir
    kelengkapan: Butir
    waktu: Butir
    output: Butir
    keterangan: Butir
    nomor: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeranSop:
    """A performer of the SOP.

    Attributes:
        kolom: it has a column of its own in the source's table; the others were inferred from the text.
        akun: account roles that hold it unless the office says otherwise (inside performers).
        dicatat_oleh: the inside performer who records an outside party's acts.
    """

    kode: str
    label: Butir
    sisi: Sisi
    kolom: bool = True
    akun: tuple[Peran, ...] = ()
    dicatat_oleh: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waktu:
    """Standard time of a step, and what it counts.

    Attributes:
        teks: the source's words.
        sumber_basis: where `basis` and `menghitung` come from; the sources never say.
    """

    teks: Butir
    nilai: int
    satuan: SatuanWaktu
    basis: Basis
    menghitung: Menghitung
    sumber_basis: SumberSop = SumberSop.ANGGAPAN


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenSyarat:
    """A document (or thing to have ready) of a step's checklist.

    Attributes:
        per: for what it is asked once.
        pilihan: alternatives, any one of which is enough ("a atau b").
        kategori: only for people proposed under one of these; empty means for all.
        usia_min, usia_maks: only for people of that age in whole years, both ends included.
        otomatis: counts as there as soon as this fact holds (e.g. the SK once the decree is recorded).
    """

    kode: str
    nama: Butir
    sifat: SifatKelengkapan
    per: Per = Per.KEGIATAN
    pilihan: tuple[str, ...] = ()
    kategori: tuple[Kategori, ...] = ()
    usia_min: int | None = None
    usia_maks: int | None = None
    otomatis: Fakta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParafSop:
    """An initial or signature of a performer that a step asks for."""

    peran: str
    sifat: SifatKelengkapan
    sumber: SumberSop


@dataclass(frozen=True, slots=True, kw_only=True)
class Cabang:
    """The two ways out of a decision.

    Attributes:
        tanya: the question on screen.
        ya, tidak: `urutan` of the next step; a step in between is skipped, an earlier one is a return.
        penentu: the fact that answers by itself; without it a person decides.
    """

    tanya: Butir
    ya: int
    tidak: int
    sumber_ya: SumberSop
    sumber_tidak: SumberSop
    penentu: Fakta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BarangSerah:
    """An item that is handed over beside the aid itself (buku tabungan, kartu)."""

    kode: str
    nama: Butir


@dataclass(frozen=True, slots=True, kw_only=True)
class Langkah:
    """One step of the SOP.

    Attributes:
        urutan: 1..n, our own order; `label` is the number as people see it (balakas has 1, 2, 3, 3, 3).
        nomor_asli: the number cell as the source has it.
        nama_layar: short name for the stepper.
        pelaksana: codes of performers in the order of the flow.
        kelengkapan: the source's own column (rehsos: ALAT), shown as it is.
        hasil: what Salur takes as the recorded output, in words for the screen.
        per_usulan: runs once for every applicant.
        masukan: facts that must exist before work here may begin.
        cetak: codes of the papers that Salur can offer here.
        pihak_luar: parties among whom the file travels in this step.
        tidak_berlaku_untuk: kinds of aid that do not need this step, unless the office says otherwise.
    """

    urutan: int
    label: str
    nomor_asli: Butir
    kegiatan: Butir
    nama_layar: Butir
    instruksi: Butir
    pelaksana: tuple[str, ...]
    kelengkapan: Butir
    waktu: Waktu
    output: Butir
    hasil: Butir
    keterangan: Butir
    aksi: Aksi
    simbol: Simbol
    sumber_pelaksana: SumberSop = SumberSop.ANGGAPAN
    per_usulan: bool = False
    dokumen: tuple[DokumenSyarat, ...] = ()
    masukan: tuple[Fakta, ...] = ()
    paraf: tuple[ParafSop, ...] = ()
    cabang: Cabang | None = None
    barang: tuple[BarangSerah, ...] = ()
    cetak: tuple[str, ...] = ()
    pihak_luar: tuple[str, ...] = ()
    tidak_berlaku_untuk: tuple[JenisBantuan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RentangUsia:
    """Ages that a programme is for; whole years, both ends included; `kategori` empty means everybody."""

    sumber: SumberSop
    kategori: tuple[Kategori, ...] = ()
    minimum: int | None = None
    maksimum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SyaratKelayakan:
    """A condition that a proposal must meet; verification answers it yes or no."""

    kode: str
    nama: Butir


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanProgram:
    """Default rules of a programme; the office changes its own copy.

    Attributes:
        satu_kk: warn when two people of one No. KK are in the kegiatan.
        kategori: why a person may be proposed here.
        nominal_wajib: a kegiatan needs an amount per recipient (a kecamatan that only hands over does not).
        jenis_bantuan: kinds of aid offered first to last.
    """

    satu_kk: bool
    sumber: SumberSop
    nominal_wajib: bool = True
    kategori: tuple[Kategori, ...] = ()
    jenis_bantuan: tuple[JenisBantuan, ...] = ()
    usia: tuple[RentangUsia, ...] = ()
    kelayakan: tuple[SyaratKelayakan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinisiSop:
    """A whole SOP, one version of it.

    Attributes:
        skema: version of this data shape.
        kode: stable code of the SOP (`rehsos`, `uep`, `dtks`, `balakas`, or the office's own).
        versi: 1 for the shipped one; every edit by the office counts on.
        nama_layar: short name for screens and lists.
        satuan_kerja: what one kegiatan of it is, e.g. "kegiatan" or "triwulan".
        berkas_sumber: name of the document that it was taken from.
    """

    skema: int
    kode: str
    versi: int
    nama_layar: Butir
    berkas_sumber: str
    satuan_kerja: str
    kepala: Kepala
    kolom: JudulKolom
    peran: tuple[PeranSop, ...]
    aturan: AturanProgram
    langkah: tuple[Langkah, ...]

    @property
    def nama(self) -> str:
        """The SOP's name in full: from its identity box, else its title."""
        return self.kepala.nama.tampil or self.kepala.judul.tampil or self.nama_layar.tampil

    def langkah_ke(self, urutan: int) -> Langkah:
        """Return step `urutan` (1..n); raises IndexError outside the SOP."""
        return self.langkah[urutan - 1 if urutan > 0 else len(self.langkah)]

    def peran_kode(self, kode: str) -> PeranSop:
        """Return the performer of that code; raises KeyError."""
        return {peran.kode: peran for peran in self.peran}[kode]
