"""The whole of the rehsos SOP from the command line alone, line by line as an office would type it.

Two desa send spreadsheets; nine steps later the last visit is reported. Every line opens and closes the store, so each
finds what the one before left; at the end a process of its own, begun as users begin it, must know everything.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.end2end import berkas
from tests.end2end.baris_perintah import Baris
from tests.end2end.berkas import Slip
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import JamUji

CONTOH = Path(__file__).parents[2] / "resources" / "contoh"
KUJAN, HAMBAWANG = "62.09.03.2004", "6209062007"
NAMA, NILAI, SK = "Bansos Rehsos 2026", 1_500_000, "188.45/77/2026"
USULAN, DITETAPKAN = 56, 54  # two are not layak
NIK_BETUL, NIK_SUSUL = "6209064507709906", "6209030107650001"


@dataclass
class Kantor:
    """The office at work: its command line, the clock on its wall, and the kegiatan in hand."""

    salur: Baris
    jam: JamUji
    tempat: Path
    kegiatan: str = ""
    bank: str = ""
    slip: list[Slip] = field(default_factory=list)

    def hari_lewat(self, hari: int) -> None:
        self.jam.kini += timedelta(days=hari)

    @property
    def hari_ini(self) -> str:
        return self.jam.kini.date().isoformat()

    def langkah(self, perintah: str, ke: int, *lagi: object, akun: str = "") -> list[list[str]]:
        """Act on a step; return the lines that were printed."""
        return self.salur("langkah", perintah, "--kegiatan", self.kegiatan, "--langkah", ke, *lagi, akun=akun).baris

    def selesai(self, ke: int, *lagi: object, akun: str = "") -> None:
        """Finish a step and see that the next one is named."""
        baris = self.langkah("selesai", ke, *lagi, akun=akun)
        assert baris[0][:2] == ["Selesai", f"{ke}."]
        assert baris[1][0] == ("Berikutnya" if ke < 9 else "Kegiatan selesai")

    def kelengkapan(self, perintah: str, ke: int, *lagi: object, akun: str = "") -> list[list[str]]:
        words = ("kelengkapan", perintah, *lagi, "--kegiatan", self.kegiatan, "--langkah", ke)
        return self.salur(*words, akun=akun).baris

    def atas(self, *kata: object, akun: str = "") -> str:
        """Run one line about the kegiatan; return what it printed."""
        return self.salur(*kata, "--kegiatan", self.kegiatan, akun=akun).kata

    def cetak(self, kode: str, nama: str) -> Path:
        ke = self.tempat / nama
        assert self.atas("cetak", kode, "--ke", ke) == str(ke)
        return ke


def _pindaian(kantor: Kantor, nama: str) -> Path:
    berkas_ini = kantor.tempat / nama
    berkas_ini.write_bytes(b"%PDF-1.4\n% pindaian rekaan\n")
    return berkas_ini


def _usulan_desa(k: Kantor) -> None:
    """Step 1: the kabid sets the kegiatan up, the operator imports two desa and sees to their papers."""
    k.kegiatan = k.salur(
        "kegiatan", "buat", "--sop", "rehsos", "--nama", NAMA, "--tahun", 2026, "--jenis", "kartu", "--nominal", NILAI,
        "--kuota", 60, "--sumber-dana", "APBD", "--desa", KUJAN, "--desa", HAMBAWANG, "--barang", "Kartu Brizzi=1",
        akun="kabid",
    ).kata  # fmt: skip
    k.salur("kegiatan", "atur", k.kegiatan, "--pagu", 60 * NILAI, akun="kabid")
    k.salur.akun = "operator"
    daftar = [CONTOH / f"usulan-desa-{desa}.xlsx" for desa in ("kujan", "batu-hambawang")]
    tolakan = k.tempat / "tolakan.xlsx"
    assert _diterima(k, *daftar, "--tolakan", tolakan) == USULAN - 1
    _betulkan_nik(tolakan, "Salasiah Sahrudin", NIK_BETUL)
    assert _diterima(k, tolakan) == 1
    surat = _pindaian(k, "pengantar.pdf")
    k.kelengkapan("lampirkan", 1, "surat_pengantar", surat, "--desa", KUJAN)
    k.kelengkapan("tidak-berlaku", 1, "surat_pengantar", "--desa", HAMBAWANG, "--alasan", "Diantar kepala desa")
    kurang = k.salur("kelengkapan", "kurang", "--kegiatan", k.kegiatan, "--langkah", 1, "--json").json
    tarinah = next(o["usulan"] for o in kurang if o["nama"] == "Tarinah")
    k.kelengkapan("centang", 1, "ktp", "kartu_keluarga", "--kecuali", tarinah)
    (ktp,) = [i for i in _kelengkapan(k, 1) if i["kode"] == "ktp"]
    assert (ktp["kurang"], ktp["ada"] + ktp["kurang"]) == (1, ktp["diminta"])
    kini = k.salur("langkah", "--kegiatan", k.kegiatan).baris
    assert ["", "Kurang", "ktp", "KTP", "Dianjurkan", f"1 dari {ktp['diminta']}"] in kini
    k.hari_lewat(3)
    k.selesai(1)


def _diterima(k: Kantor, *kata: object) -> int:
    """Import; return how many rows were taken."""
    hasil = k.salur("impor", *kata, "--kegiatan", k.kegiatan, "--json").json
    return sum(b["ringkasan"]["baris"] - b["ringkasan"]["ditolak"] for b in hasil["berkas"])


def _betulkan_nik(tolakan: Path, nama: str, nik: str) -> None:
    """Mend one rejected row in its workbook, as the desa would, and send that row alone."""
    buku = load_workbook(tolakan)
    isi = buku.worksheets[0]
    ada = (n for n in range(1, isi.max_row) if "NAMA PENERIMA" in [sel.value for sel in isi[n]])
    judul = next(ada)  # below the letterhead
    kolom = [sel.value for sel in isi[judul]]
    for nomor in range(isi.max_row, judul, -1):
        if isi.cell(nomor, kolom.index("NAMA PENERIMA") + 1).value == nama:
            isi.cell(nomor, kolom.index("NO KTP/NIK") + 1).value = nik
        else:
            isi.delete_rows(nomor)
    buku.save(tolakan)


def _kelengkapan(k: Kantor, ke: int) -> list[dict[str, object]]:
    hasil = k.salur("kelengkapan", "--kegiatan", k.kegiatan, "--langkah", ke, "--json").json
    assert isinstance(hasil, list)
    return hasil


def _verifikasi(k: Kantor) -> None:
    """Step 2: one desa is decided at the desk, the other on the form that went to the field."""
    k.salur.akun = "pendamping"
    menahan = k.salur.ditolak("langkah", "selesai", "--kegiatan", k.kegiatan, "--langkah", 2)
    assert "belum diputuskan" in menahan
    tarinah = _usulan(k, "Tarinah")
    k.salur("verifikasi", "putuskan", tarinah["id"], "--hasil", "tidak_layak", "--alasan", "Meninggal dunia")
    layak = ("verifikasi", "putuskan", "--semua", "--hasil", "layak", "--kegiatan", k.kegiatan, "--desa", KUJAN)
    assert k.salur(*layak).baris[0] == ["Diputuskan", "29", "Layak"]
    lembar = k.tempat / "lembar.xlsx"
    k.atas("verifikasi", "lembar", "--ke", lembar, "--desa", HAMBAWANG)
    _isi_lembar(lembar, {"Asmuni": "Pindah alamat"})
    hasil = k.salur("verifikasi", "impor", lembar, "--kegiatan", k.kegiatan, "--petugas", "Halimah Contoh")
    assert hasil.baris[0] == ["Putusan dicatat", "25"]
    (sisa,) = k.salur("verifikasi", "--kegiatan", k.kegiatan, "--status", "diusulkan").baris
    assert sisa[5:] == ["Belum diputuskan", "perlu diperiksa"]  # which desa is not known
    k.atas("verifikasi", "putuskan", "--semua", "--hasil", "layak")
    ringkas = k.salur("verifikasi", "ringkasan", "--kegiatan", k.kegiatan, "--json").json
    assert (ringkas["diusulkan"], ringkas["layak"], ringkas["belum"]) == (USULAN, DITETAPKAN, 0)
    k.kelengkapan("centang", 2, "--semua")
    k.hari_lewat(4)
    k.selesai(2)


def _usulan(k: Kantor, nama: str) -> dict[str, str]:
    semua = k.salur("verifikasi", "--kegiatan", k.kegiatan, "--cari", nama, "--json").json
    satu: dict[str, str] = next(u for u in semua if u["nama"] == nama)
    return satu


def _isi_lembar(lembar: Path, tidak: dict[str, str]) -> None:
    """Fill the form in as somebody in the field would."""
    buku = load_workbook(lembar)
    isi = buku.worksheets[0]
    atas = next(b for b in isi.iter_rows() if any(sel.value == "ID USULAN" for sel in b))
    kolom = {sel.value: sel.column - 1 for sel in atas}
    for baris in isi.iter_rows(min_row=atas[0].row + 1):
        if baris[kolom["ID USULAN"]].value:
            alasan = tidak.get(str(baris[kolom["Nama"]].value), "")
            baris[kolom["HASIL"]].value = "tidak layak" if alasan else "layak"
            baris[kolom["ALASAN"]].value = alasan
    buku.save(lembar)


def _penetapan(k: Kantor) -> None:
    """Step 3: who has no NIK gets it; the file travels, the Bupati signs, the list is locked."""
    k.salur.akun = "staf"
    calon = k.salur("penetapan", "--kegiatan", k.kegiatan, "--json").json["calon"]
    (tanpa_nik,) = calon["tanpa_nik"]
    orang = _usulan(k, tanpa_nik["nama"])["orang"]
    k.salur("orang", "betulkan", orang, "--nik", NIK_SUSUL, "--alasan", "Sesuai KTP")
    k.atas("penetapan", "susun")
    letak = k.langkah("kirim-berkas", 3, "--pihak", "Bagian Hukum", "--tanggal", k.hari_ini)[0][0]
    k.hari_lewat(2)
    k.salur("langkah", "berkas-diterima", letak, "--tanggal", k.hari_ini)
    k.salur("langkah", "berkas-kembali", letak, "--tanggal", k.hari_ini, "--hasil", "Disetujui")
    sah = ("penetapan", "sahkan", "--nomor", SK, "--tanggal", k.hari_ini, "--penandatangan", "H. Contoh Bupati")
    assert f"{DITETAPKAN} orang" in k.atas(*sah, "--jabatan", "Bupati Lamandau", "--tentang", "Penerima bansos")
    tanda = k.langkah(
        "sahkan", 3, "--nama", "H. Contoh Bupati", "--jabatan", "Bupati Lamandau", "--tanggal", k.hari_ini,
        "--peran", "bupati",
    )[0][0]  # fmt: skip
    k.salur("langkah", "pindaian", tanda, _pindaian(k, "sk.pdf"))
    k.kelengkapan("centang", 3, "--semua")
    rinci = k.salur("langkah", "lihat", "--kegiatan", k.kegiatan, "--langkah", 3, "--json").json
    assert [p["pindaian"] for p in rinci["pengesahan"]] == [True]
    assert [p["hasil"] for p in rinci["posisi"]] == ["Disetujui"]
    k.selesai(3)


def _dana(k: Kantor) -> None:
    """Steps 4 to 6: vendor, MOU, SP2D."""
    k.bank = k.salur("mitra", "catat", "--nama", "Bank Contoh", "--penanggung-jawab", "Hamdani Contoh").kata
    for ke, jenis, nomor in ((4, "penunjukan", "500/11/2026"), (5, "mou", "500/12/2026")):
        k.atas("mitra", "perjanjian", "--mitra", k.bank, "--jenis", jenis, "--nomor", nomor)
        k.kelengkapan("centang", ke, "--semua")
        k.selesai(ke)
    k.hari_lewat(3)
    k.atas("pencairan", "catat", "--nomor", "00077/SP2D/LS/2026", "--nilai", DITETAPKAN * NILAI)
    k.kelengkapan("centang", 6, "--semua", "--tahap", 1)
    k.selesai(6)


def _penyaluran(k: Kantor) -> None:
    """Step 7: five receipts by their codes, one taken back, the rest of the day from paper; money that went back."""
    k.salur.akun = "pendamping"
    k.slip = berkas.baca_tanda_terima(k.cetak("tanda-terima", "tt.pdf"))
    kode = [s.kode for s in k.slip]
    k.hari_lewat(5)
    k.atas("penyaluran", "catat", kode[0], "--hasil", "wali", "--wakil", "Ngatinem Lambung", "--hubungan", "Ibu")
    k.atas("penyaluran", "catat", kode[1], "--hasil", "sendiri", "--tempat", "Balai Desa Kujan")
    wakil = ("--wakil", "Siti Contoh", "--hubungan", "Anak kandung", "--surat-kuasa", "1/2026")
    k.atas("penyaluran", "catat", kode[2], "--hasil", "diwakilkan", *wakil)
    k.atas("penyaluran", "catat", kode[3], "--hasil", "meninggal")
    k.atas("penyaluran", "catat", kode[4], "--hasil", "tidak_hadir")
    salah = k.salur("penyaluran", "catat", kode[5], "--kegiatan", k.kegiatan, "--hasil", "sendiri").baris[0]
    assert salah[2] == k.slip[5].nama
    k.salur("penyaluran", "batalkan", salah[0], "--alasan", "Salah orang")
    k.salur.ditolak("penyaluran", "catat", kode[1], "--kegiatan", k.kegiatan, "--hasil", "sendiri")
    for desa in (KUJAN, HAMBAWANG):
        k.atas("penyaluran", "semua", "--desa", desa, "--tempat", "Balai desa")
    assert "belum ada hasil" in k.salur.ditolak("langkah", "selesai", "--kegiatan", k.kegiatan, "--langkah", 7)
    k.atas("penyaluran", "dana", "--semua")  # cards were handed over; the money on them is a fact of its own
    k.atas("pencairan", "setoran", "--nomor", "STS-1", "--nilai", NILAI, "--alasan", "1 penerima meninggal")
    k.kelengkapan("centang", 7, "--semua")
    k.selesai(7)
    uang = k.salur("pencairan", "--kegiatan", k.kegiatan, "--json").json["seluruh"]
    # Who did not come has the money, not yet the card; the dead one's went back.
    assert [uang[bagian] // NILAI for bagian in ("sp2d", "tersalur", "disetor", "masih")] == [54, 53, 1, 0]


def _monev(k: Kantor) -> Path:
    """Step 9: two visits of a drawn sample, and their report."""
    k.hari_lewat(10)
    sampel = k.salur("monev", "sampel", "--kegiatan", k.kegiatan, "--ukuran", 2, "--benih", 7).baris[1:]
    for ke, (nomor, *_) in enumerate(sampel):
        kendala = ("--kendala", "Kartu belum aktif") if ke else ()
        k.atas("monev", "kunjungan", nomor, "--menerima", "--jumlah-sesuai", *kendala)
    k.kelengkapan("centang", 9, "--semua")
    laporan = k.cetak("laporan-monev", "monev.pdf")
    k.selesai(9)
    return laporan


@pytest.mark.e2e
def test_rehsos_by_command_line_from_the_desas_spreadsheet_to_monev(
    folder_salinan: Path, jam: JamUji, tmp_path: Path
) -> None:
    k = Kantor(Baris(folder_salinan), jam, tmp_path)
    _usulan_desa(k)
    _verifikasi(k)
    _penetapan(k)
    _dana(k)
    _penyaluran(k)
    bnba = tmp_path / "bnba.xlsx"
    k.atas("ekspor", "bnba", "--ke", bnba)
    laporan = k.cetak("laporan", "laporan.pdf")
    k.selesai(8)
    monev = _monev(k)
    _periksa_berkas(k, bnba, laporan, monev)
    _masih_ada(k)


def _periksa_berkas(k: Kantor, bnba: Path, laporan: Path, monev: Path) -> None:
    """Open what was made and read it."""
    assert len({s.kode for s in k.slip}) == len(k.slip) == DITETAPKAN
    berkas.periksa_bnba(bnba, k.slip, NILAI)
    kata = " ".join(teks_pdf(laporan))
    for bagian in (
        "LAPORAN HASIL KEGIATAN", f"meliputi 2 desa/kelurahan di Kabupaten Lamandau dengan {DITETAPKAN} penerima",
        f"Keputusan Bupati Lamandau Nomor {SK}", "bersama Bank Contoh", "JUMLAH 54 50 1 1 0 52 1 1 96,3%",
        "SP2D 00077/SP2D/LS/2026", "Jumlah dipertanggungjawabkan 81.000.000", "Meninggal 1 Tidak hadir 1",
    ):  # fmt: skip
        assert bagian in kata, bagian
    kata = " ".join(teks_pdf(monev))
    for bagian in ("LAPORAN MONITORING DAN EVALUASI", "2 dari 52 orang", "Kartu belum aktif"):
        assert bagian in kata, bagian


def _masih_ada(k: Kantor) -> None:
    """Ask once more from a process of its own, as somebody else."""
    hasil = k.salur.proses("langkah", "--kegiatan", k.kegiatan, "--json", akun="kadis").json
    assert hasil["langkah_kini"] is None
    assert [satu["status"] for satu in hasil["langkah"]] == ["selesai"] * 9
    (orang,) = k.salur("orang", "cari", k.slip[3].nama, "--json", akun="kadis").json
    assert k.slip[3].nik not in orang["nik"]
    rinci = k.salur("orang", "lihat", orang["id"]).keluar
    assert "Meninggal" in rinci
    assert k.slip[3].nik not in rinci
    assert k.salur("periksa", "--json", akun="admin").json["baik"]
