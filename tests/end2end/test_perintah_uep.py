"""The whole of the UEP SOP from the command line alone: a desa's spreadsheet to receipts, BNBA and laporan.

With what makes a real one: the head's disposition, a return to the verification, an SK Perubahan, goods beside money,
a deputy, a death, money paid back. At the end the papers are opened and read.
"""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.end2end import berkas
from tests.end2end.baris_perintah import Baris
from tests.end2end.berkas import Slip
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import JamUji

KUJAN, GUCI = "62.09.03.2004", "62.09.03.2002"
WARGA = (
    ("Sarinah Usop", "6209034105709001"), ("Jumri Ilham", "6209030101709002"),
    ("Bambang Lestari", "6209030101809003"), ("Mariana Hidayat", "6209034101859004"),
    ("Supardi Wijaya", "6209031203759005"), ("Dewi Ningsih", "6209035507889006"),
)  # fmt: skip
SUSULAN = ("Hendra Gunawan", "6209030909799007")
TIDAK_LAYAK = "Mariana Hidayat"
NILAI, SK, SK_UBAH = 3_000_000, "188.45/91/2026", "188.45/97/2026"


class Uep:
    """The office at work on one kegiatan."""

    def __init__(self, folder: Path, jam: JamUji, tempat: Path) -> None:
        self.salur, self.jam, self.tempat = Baris(folder), jam, tempat
        self.kegiatan = ""
        self.slip: list[Slip] = []

    def __call__(self, *kata: object, akun: str = "") -> list[list[str]]:
        """Run one line about the kegiatan; return what it printed, in columns."""
        return self.salur(*kata, "--kegiatan", self.kegiatan, akun=akun).baris

    def ditolak(self, *kata: object, akun: str = "") -> str:
        return self.salur.ditolak(*kata, "--kegiatan", self.kegiatan, akun=akun)

    def selesai(self, ke: int, akun: str, *, centang: bool = True) -> list[list[str]]:
        """Tick what a step asks for and finish it."""
        if centang:
            self("kelengkapan", "centang", "--langkah", ke, "--semua", akun=akun)
        return self("langkah", "selesai", "--langkah", ke, akun=akun)

    def cetak(self, kode: str, nama: str, *lagi: object) -> Path:
        ke = self.tempat / nama
        assert self("cetak", kode, "--ke", ke, *lagi, akun="staf") == [[str(ke)]]
        return ke

    def hari_lewat(self, hari: int) -> str:
        self.jam.kini += timedelta(days=hari)
        return self.jam.kini.date().isoformat()


def _daftar(folder: Path, desa: str, orang: Iterable[tuple[str, str]]) -> Path:
    """Write a list as a desa sends it: a letterhead, a title, then the people."""
    buku = Workbook()
    lembar = buku.active
    lembar.append(["PEMERINTAH KABUPATEN LAMANDAU"])
    lembar.append([f"DAFTAR USULAN BANTUAN UEP DESA {desa.upper()}"])
    lembar.append([])
    lembar.append(["No", "Nama Lengkap", "NIK", "No. KK", "Alamat", "Desa", "Jenis Usaha"])
    for n, (nama, nik) in enumerate(orang, 1):
        lembar.append([n, nama, nik, f"620903{nik[6:]}", f"RT 00{n}", desa, "Warung"])
    buku.save(folder / f"usulan-{desa.lower()}.xlsx")
    return folder / f"usulan-{desa.lower()}.xlsx"


def _usulan(k: Uep) -> None:
    """Step 1: the letter of the desa, the head's disposition, the lists."""
    k.kegiatan = k.salur(
        "kegiatan", "buat", "--sop", "uep", "--nama", "UEP Warung 2026", "--tahun", 2026, "--jenis", "transfer",
        "--nominal", NILAI, "--kuota", 6, "--desa", KUJAN, "--desa", GUCI, "--barang", "Etalase=2 unit",
        akun="kabid",
    ).kata  # fmt: skip
    surat = k(
        "surat", "masuk", "--perihal", "Proposal UEP", "--dari", "Kepala Desa Kujan", "--nomor", "140/8/PEM",
        akun="staf",
    )[0][0]  # fmt: skip
    k.salur(
        "surat", "disposisi", surat, "--dari", "Kepala Dinas", "--kepada", "Kabid PSPFM", "--instruksi",
        "Tindak lanjuti", "--diparaf", akun="kadis",
    )  # fmt: skip
    daftar = [_daftar(k.tempat, "Kujan", WARGA[:3]), _daftar(k.tempat, "Guci", WARGA[3:])]
    hasil = k.salur("impor", *daftar, "--kegiatan", k.kegiatan, "--json", akun="staf").json
    assert [b["ringkasan"]["baris"] - b["ringkasan"]["ditolak"] for b in hasil["berkas"]] == [3, 3]
    assert "LEMBAR DISPOSISI" in " ".join(teks_pdf(k.cetak("disposisi", "disposisi.pdf")))
    k.selesai(1, "staf")


def _verifikasi(k: Uep) -> None:
    """Step 2: five are layak."""
    k.hari_lewat(2)
    semua = k.salur("verifikasi", "--kegiatan", k.kegiatan, "--json", akun="staf").json
    (tidak,) = (u["id"] for u in semua if u["nama"].title() == TIDAK_LAYAK)
    alasan = ("--hasil", "tidak_layak", "--alasan", "Sudah mampu atau penghasilan di atas upah minimum")
    k.salur("verifikasi", "putuskan", tidak, *alasan, akun="staf")
    k("verifikasi", "putuskan", "--semua", "--hasil", "layak", akun="staf")
    k.selesai(2, "staf")


def _penetapan(k: Uep) -> None:
    """Step 3, which the head sends back once; then the decree of the Bupati."""
    assert k("penetapan", akun="kabid")[0] == ["Siap ditetapkan", "5 orang", "Rp 15.000.000"]
    k("penetapan", "susun", akun="kabid")
    k("langkah", "kembalikan", "--langkah", 3, "--ke", 2, "--alasan", "SPTJM belum bermeterai", akun="kadis")
    assert "putaran" not in k.ditolak("langkah", "selesai", "--langkah", 3, akun="kabid")
    k.selesai(2, "staf")
    hari = k.hari_lewat(3)
    k("penetapan", "susun", akun="kabid")
    k.cetak("sk", "sk.pdf")
    for akun, peran in (("kabid", "kabid"), ("sekretaris", "sekretaris_kadis")):
        k("langkah", "paraf", "--langkah", 3, "--peran", peran, akun=akun)
    sk = ("penetapan", "sahkan", "--nomor", SK, "--tanggal", hari, "--penandatangan", "H. Contoh Bupati")
    assert k(*sk, "--jabatan", "Bupati Lamandau", akun="kabid")[0][1:] == ["versi 1", "5 orang", "Rp 15.000.000"]
    bupati = ("--nama", "H. Contoh Bupati", "--jabatan", "Bupati Lamandau", "--peran", "bupati")
    k("langkah", "sahkan", "--langkah", 3, *bupati, "--tanggal", hari, akun="staf")
    k.selesai(3, "kabid")


def _perubahan(k: Uep) -> None:
    """Somebody dies before the hand-over and another comes in, by an SK Perubahan."""
    daftar = _daftar(k.tempat, "Kujan", [SUSULAN])
    k("impor", daftar, akun="staf")
    semua = k.salur("verifikasi", "--kegiatan", k.kegiatan, "--json", akun="staf").json
    (baru,) = (u["id"] for u in semua if u["nama"].title() == SUSULAN[0])
    k.salur("verifikasi", "putuskan", baru, "--hasil", "layak", akun="staf")
    nomor = next(b[0] for b in k("penetapan", "daftar", akun="kabid") if b[1].title() == "Bambang Lestari")
    k("penetapan", "perubahan", "--keluarkan", f"{nomor}=Meninggal dunia", "--tambah", baru, akun="kabid")
    ubah = k("penetapan", "sahkan", "--nomor", SK_UBAH, "--tanggal", k.hari_lewat(1), akun="kabid")
    assert ubah[0][1:] == ["versi 2", "5 orang", "Rp 15.000.000", "1 dikeluarkan"]


def _bank_dan_sosialisasi(k: Uep) -> None:
    """Steps 4 and 5, and the money on its way."""
    bank = k.salur("mitra", "catat", "--nama", "Bank Contoh", akun="staf").kata
    k("mitra", "perjanjian", "--mitra", bank, "--jenis", "kesepakatan", "--nomor", "500/12", akun="kabid")
    k.selesai(4, "kabid")
    k("pencairan", "catat", "--nomor", "0091/SP2D/LS/2026", "--nilai", 5 * NILAI, akun="staf")
    temu = k("pertemuan", "catat", "--tempat", "Balai Desa Kujan", "--materi", "Cara memakai bantuan", akun="staf")
    assert "belum" in k.ditolak("langkah", "selesai", "--langkah", 5, akun="staf").lower()
    hadir = k("pertemuan", "hadir", temu[0][0], "--lain", "Kepala Desa", akun="staf")
    assert [b[2] for b in hadir] == ["Hadir"] * 6
    k.selesai(5, "staf")


def _serah_terima(k: Uep) -> None:
    """Step 6: by the codes on the receipts; the rest of a desa at once; one taken back, one dead, money paid back."""
    k.slip = berkas.baca_tanda_terima(k.cetak("tanda-terima", "tt.pdf"))
    assert len({s.kode for s in k.slip}) == 5
    hari = ("--tanggal", k.hari_lewat(4), "--tempat", "Balai desa")
    satu, dua, tiga, *_ = (s.kode for s in k.slip)
    salah = k("penyaluran", "catat", satu, "--hasil", "sendiri", *hari, akun="staf")
    k.salur("penyaluran", "batalkan", salah[0][0], "--alasan", "Salah pilih nama", akun="staf")
    k("penyaluran", "dana", satu, *hari[:2], akun="staf")
    sebagian = ("--hasil", "sebagian", "--barang", "etalase", "--jumlah", 1)
    assert k("penyaluran", "catat", satu, *sebagian, *hari, akun="staf")[0][3] == "Diterima sebagian"
    assert "tinggal 1 unit" in k.ditolak("penyaluran", "catat", satu, *sebagian[:-1], 2, *hari, akun="staf")
    k("penyaluran", "catat", satu, *sebagian, *hari, akun="staf")
    wakil = ("--wakil", "Siti Contoh", "--hubungan", "Anak kandung", "--surat-kuasa", "SK-1")
    k("penyaluran", "catat", dua, "--hasil", "diwakilkan", *wakil, *hari, akun="staf")
    k("penyaluran", "catat", tiga, "--hasil", "meninggal", *hari, akun="staf")
    assert "sudah menerima" in k.ditolak("penyaluran", "catat", satu, "--hasil", "sendiri", *hari, akun="staf")
    dicatat = [k("penyaluran", "semua", "--desa", desa, *hari, akun="staf")[0][1] for desa in (GUCI, KUJAN)]
    assert sum(map(int, dicatat)) == 2
    assert k("penyaluran", "dana", "--semua", *hari[:2], akun="staf") == [["Dicatat", "3"]]
    setor = ("pencairan", "setoran", "--nomor", "STS-1", "--alasan", "Penerima meninggal")
    k(*setor, "--nilai", NILAI, akun="staf")
    isi = k.salur("penyaluran", "--kegiatan", k.kegiatan, "--json", akun="staf").json["ringkasan"]
    assert [isi[apa]["orang"] for apa in ("target", "tersalur", "belum", "gagal")] == [5, 4, 0, 1]
    (etalase,) = isi["per_barang"]
    assert (etalase["target"], etalase["tersalur"], etalase["gagal"]) == (10, 8, 2)
    k.cetak("bast", "bast.pdf")


def _pakta(k: Uep) -> None:
    """Everybody on the decree signs a pakta integritas on paper."""
    k.cetak("pakta-integritas", "pakta.pdf")
    assert k("pakta", "catat", "--semua", akun="staf") == [["Dicatat", "5"]]


def _penggunaan(k: Uep) -> None:
    """After the kegiatan is closed: one reports on the use of the aid, the others are reminded when it is late."""
    semua = k.salur("penggunaan", "--kegiatan", k.kegiatan, "--json", akun="staf").json
    assert [b["status"] for b in semua] == ["menunggu"] * 4
    k("penggunaan", "catat", semua[0]["nama"], "--guna", f"Barang dagangan={NILAI}", akun="staf")
    k.hari_lewat(100)
    *_, jumlah = k("penggunaan", akun="staf")
    assert jumlah == ["Wajib melapor", "4", "1 sudah", "0 belum", "3 terlambat"]
    kata = " ".join(teks_pdf(k.cetak("surat-penggunaan", "ingat.pdf")))
    assert semua[0]["nama"] not in kata
    assert all(b["nama"] in kata for b in semua[1:])


def _periksa(k: Uep, bnba: Path, laporan: Path) -> None:
    """Open what was made, and ask once more from a process of its own."""
    urut = [
        b[1] for b in k("penetapan", "daftar", akun="staf")
    ]  # who came later has the last receipt, not the last row
    berkas.periksa_bnba(bnba, sorted(k.slip, key=lambda s: urut.index(s.nama)), NILAI)
    assert {s.nama.title() for s in k.slip} == {n for n, _ in (*WARGA, SUSULAN)} - {TIDAK_LAYAK, "Bambang Lestari"}
    kata = " ".join(teks_pdf(laporan))
    for bagian in (
        "LAPORAN HASIL KEGIATAN", SK_UBAH, "SP2D 0091/SP2D/LS/2026", "Jumlah dipertanggungjawabkan 15.000.000",
        "Etalase unit 10 8 2", "Meninggal 1",
    ):  # fmt: skip
        assert bagian in kata, bagian
    uang = k.salur("pencairan", "--kegiatan", k.kegiatan, "--json").json["seluruh"]
    assert [uang[apa] // NILAI for apa in ("sp2d", "tersalur", "disetor", "masih")] == [5, 4, 1, 0]
    hasil = k.salur.proses("langkah", "--kegiatan", k.kegiatan, "--json", akun="kadis").json
    assert (hasil["langkah_kini"], {s["status"] for s in hasil["langkah"]}) == (None, {"selesai"})
    assert k.salur("periksa", "--json", akun="admin").json["baik"]


@pytest.mark.e2e
def test_uep_by_command_line_from_the_desas_spreadsheet_to_the_laporan(
    folder_salinan: Path, jam: JamUji, tmp_path: Path
) -> None:
    k = Uep(folder_salinan, jam, tmp_path)
    _usulan(k)
    _verifikasi(k)
    _penetapan(k)
    _perubahan(k)
    _bank_dan_sosialisasi(k)
    _serah_terima(k)
    bnba = tmp_path / "bnba.xlsx"
    k("ekspor", "bnba", "--ke", bnba, akun="staf")
    laporan = k.cetak("laporan", "laporan.pdf")
    _pakta(k)
    assert k.selesai(6, "staf")[1][0] == "Kegiatan selesai"
    _periksa(k, bnba, laporan)
    _penggunaan(k)
