"""DTKS from the command line alone: the counter, the triwulan, SIKS-NG's refusals, the return, and back again.

Four people come to the counter; two are refused, their desa get letters, one comes again with the right NIK. The
triwulan goes on to its decree and the new BNBA.
"""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.end2end.baris_perintah import Baris
from tests.helpers.pdf import teks_pdf
from tests.helpers.toko import JamUji

GUCI, KUJAN = "62.09.03.2002", "62.09.03.2004"
PEMOHON = (
    ("6209034105709001", "Sarinah Usop", GUCI), ("6209030101709002", "Jumri Ilham", GUCI),
    ("6209030101809003", "Bambang Lestari", KUJAN), ("6209034101859004", "Mariana Hidayat", KUJAN),
)  # fmt: skip
DITOLAK = {"6209030101709002": "NIK tidak padan Dukcapil", "6209034101859004": "Sudah terdaftar di DTKS"}
NIK_BETUL = "6209030101709005"
SK = "188.45/12/2026"


class Dtks:
    """The office at work on one triwulan."""

    def __init__(self, folder: Path, jam: JamUji, tempat: Path) -> None:
        self.salur, self.jam, self.tempat = Baris(folder, "operator"), jam, tempat
        self.triwulan = ""

    def __call__(self, *kata: object, akun: str = "") -> list[list[str]]:
        """Run one line about the triwulan; return what it printed, in columns."""
        return self.salur(*kata, "--kegiatan", self.triwulan, akun=akun).baris

    def json(self, *kata: object) -> Any:
        return self.salur(*kata, "--kegiatan", self.triwulan, "--json").json

    def ditolak(self, *kata: object, akun: str = "") -> str:
        return self.salur.ditolak(*kata, "--kegiatan", self.triwulan, akun=akun)

    def selesai(self, ke: int, akun: str = "", *lagi: object) -> list[list[str]]:
        """Tick what a step asks for and finish it."""
        self("kelengkapan", "centang", "--langkah", ke, "--semua", akun=akun)
        return self("langkah", "selesai", "--langkah", ke, *lagi, akun=akun)

    def hari_lewat(self, hari: int) -> str:
        self.jam.kini += timedelta(days=hari)
        return self.jam.kini.date().isoformat()

    def buku(self, nama: str, *baris: Sequence[object]) -> Path:
        """Write a workbook as SIKS-NG gives it."""
        buku = Workbook()
        for satu in baris:
            buku.active.append(list(satu))
        buku.save(self.tempat / nama)
        return self.tempat / nama


def _loket(k: Dtks) -> None:
    """Steps 1 and 2: four people, one of them short of papers until the next day."""
    nomor = []
    for nik, nama, desa in PEMOHON:
        orang = ("--nik", nik, "--nama", nama, "--desa", desa.replace(".", ""), "--alamat", "RT 001")
        berkas = ("--lengkap",) if nama != PEMOHON[-1][1] else ("--dokumen", "surat_keterangan_desa")
        (baris,) = k.salur("loket", "terima", *orang, *berkas).baris
        nomor.append((baris[0], baris[4]))
        k.triwulan = baris[2]
    assert [n for n, _ in nomor] == ["0001/2026", "0002/2026", "0003/2026", "0004/2026"]
    assert [kata for _, kata in nomor] == ["berkas lengkap"] * 3 + ["berkas kurang"]
    assert "sudah terdaftar" in k.salur.ditolak("loket", "terima", "--nik", PEMOHON[0][0], "--lengkap")
    lain = ("--nik", PEMOHON[0][0], "--nama", "Orang Lain", "--desa", GUCI)
    assert "Sarinah Usop" in k.salur.ditolak("loket", "terima", *lain)
    assert k.salur.coba("loket", "terima", *lain, "--dokumen", "ijazah").kode == 2
    k.hari_lewat(1)
    k.ditolak("loket", "kumpulkan")
    assert k.salur("loket", "lengkapi", "0004/2026", "--lengkap").baris[0][-1] == "berkas lengkap"
    assert [p["langkah"] for p in k.json("loket")["pemohon"]] == [None] * 4


def _kumpulkan(k: Dtks) -> None:
    """Step 3: the gathering closes, and the list that goes into SIKS-NG is written."""
    k.hari_lewat(1)
    assert "belum" in k.ditolak("siks", "hasil", _jawaban(k)).lower()
    assert k("loket", "kumpulkan") == [["Dikumpulkan", "4"]]
    k.selesai(3)
    k("ekspor", "bnba", "--ke", k.tempat / "ke-siks.xlsx")
    isi = {sel.value for baris in load_workbook(k.tempat / "ke-siks.xlsx")["BNBA"].iter_rows() for sel in baris}
    assert {nik for nik, _, _ in PEMOHON} <= isi


def _jawaban(k: Dtks) -> Path:
    orang = [
        (n, nik, nama, "DITOLAK" if nik in DITOLAK else "DITERIMA", DITOLAK.get(nik, ""))
        for n, (nik, nama, _) in enumerate(PEMOHON[:3], 1)
    ]
    luar = (9, "6209030101999999", "Orang Luar", "DITERIMA", "")
    return k.buku("hasil.xlsx", ("No", "NIK", "Nama", "Status Usulan", "Alasan Penolakan"), *orang, luar)


def _hasil_siks(k: Dtks) -> None:
    """Step 4: the answer is looked at, taken over, taken back, taken over; who it missed is answered by hand."""
    berkas = _jawaban(k)
    lihat = ["2", "1", "1"]
    assert [b[1] for b in k("siks", "hasil", berkas, "--periksa")[:3]] == lihat
    assert {o["status"] for o in k.json("siks")["orang"]} == {"diusulkan"}
    judul, *isi = k("siks", "hasil", berkas)
    assert [b[1] for b in isi[:3]] == lihat
    assert isi[3][:3] == ["Tidak ada dalam triwulan", "baris 5", "Orang Luar"]
    assert "sudah" in k.ditolak("siks", "hasil", berkas)
    batal = k.salur("siks", "batalkan", judul[1], "--alasan", "Salah berkas").baris
    assert batal == [["Dikembalikan seperti semula", "3"]]
    k("siks", "hasil", berkas)
    assert "SIKS-NG" in k.ditolak("langkah", "selesai", "--langkah", 4)
    k("siks", "jawab", "0004/2026", "--ditolak", DITOLAK[PEMOHON[3][0]])
    hasil = {o["nama"]: o["alasan"] for o in k.json("siks")["orang"] if o["status"] == "ditolak_sistem"}
    assert hasil == {nama: DITOLAK[nik] for nik, nama, _ in PEMOHON if nik in DITOLAK}
    k("kelengkapan", "centang", "--langkah", 4, "--semua")
    assert "paraf" in k.ditolak("langkah", "selesai", "--langkah", 4).lower()
    for akun in ("kasi", "kabid"):
        k("langkah", "paraf", "--langkah", 4, "--peran", akun, akun=akun)
    assert k("langkah", "selesai", "--langkah", 4)[1][1] == "5."


def _kembalikan(k: Dtks) -> None:
    """Step 5: one letter for each of the two desa, on paper too."""
    assert [d["surat_id"] for d in k.json("siks", "kembali")] == [None, None]
    k.ditolak("siks", "kembalikan")  # the office has no counter for its letters yet
    nomor = ("--nomor", f"{GUCI}=460/1/Dinsos", "--nomor", f"{KUJAN}=460/2/Dinsos", "--tksk", "Galuh Sari")
    surat = k("siks", "kembalikan", *nomor)
    assert [b[1:] for b in surat] == [
        ["460/1/Dinsos", "Desa Guci", "1 orang"],
        ["460/2/Dinsos", "Desa Kujan", "1 orang"],
    ]
    assert {b[4] for b in k("surat", "--arah", "keluar")} == {
        "Desa Guci melalui TKSK Galuh Sari",
        "Desa Kujan melalui TKSK Galuh Sari",
    }
    kertas, daftar = k.tempat / "kembali.pdf", k.tempat / "kembali.xlsx"
    k("cetak", "surat-pengembalian", "--ke", kertas, "--desa", GUCI)
    k("cetak", "daftar-pengembalian", "--ke", daftar, "--desa", KUJAN)
    kata = " ".join(teks_pdf(kertas))
    for bagian in ("460/1/Dinsos", "Galuh Sari", "Jumri Ilham", DITOLAK[PEMOHON[1][0]]):
        assert bagian in kata
    assert "Mariana Hidayat" not in kata
    isi = {sel.value for baris in load_workbook(daftar).worksheets[0].iter_rows() for sel in baris}
    assert DITOLAK[PEMOHON[3][0]] in isi
    k.selesai(5)


def _ajukan_lagi(k: Dtks) -> None:
    """The mended applicant comes back to the counter, with another NIK, into the next triwulan."""
    k.hari_lewat(30)
    belum = {b[1]: b[0] for b in k.salur("loket", "ditolak").baris}
    assert set(belum) == {"Jumri Ilham", "Mariana Hidayat"}
    lagi = k.salur("loket", "terima", "--ajukan-lagi", belum["Jumri Ilham"], "--nik", NIK_BETUL, "--lengkap").baris[0]
    assert (lagi[0], lagi[3], lagi[4]) == ("0005/2026", "Usulan DTKS Triwulan II 2026", "berkas lengkap")
    assert lagi[2] != k.triwulan
    kembali = {o["nama"]: o["diajukan_lagi"] for d in k.json("siks", "kembali") for o in d["orang"]}
    assert kembali == {"Jumri Ilham": True, "Mariana Hidayat": False}
    assert [b[1] for b in k.salur("loket", "ditolak").baris] == ["Mariana Hidayat"]


def _sampai_bnba_baru(k: Dtks) -> None:
    """Steps 6 to 9: the report to the secretary, the decree, and the new BNBA held against it."""
    k("kelengkapan", "centang", "--langkah", 6, "--semua", akun="kabid")
    k("langkah", "paraf", "--langkah", 6, "--peran", "sekretaris", akun="sekretaris")
    k("langkah", "selesai", "--langkah", 6, akun="kabid")
    hari = k.hari_lewat(2)
    assert k("penetapan", "susun", akun="kadis")[0][5] == "2 orang"
    k("penetapan", "sahkan", "--nomor", SK, "--tanggal", hari, "--jabatan", "Bupati Lamandau", akun="kadis")
    bupati = ("--nama", "H. Contoh Bupati", "--jabatan", "Bupati Lamandau", "--peran", "bupati", "--tanggal", hari)
    k("langkah", "sahkan", "--langkah", 7, *bupati, akun="kadis")
    k.selesai(7, "kadis")
    k.selesai(8, "kadis", "--hasil", "SK penetapan DTKS baru nomor 5/2026")
    assert "BNBA" in k.ditolak("langkah", "selesai", "--langkah", 9)
    bnba = k.buku(
        "bnba-baru.xlsx", ("No", "ID DTKS", "NIK", "Nama", "Alamat"),
        (1, "D-1", PEMOHON[0][0], PEMOHON[0][1], "RT 001"), (2, "D-2", "6209030101999999", "Orang Luar", "RT 002"),
    )  # fmt: skip
    assert [b[1] for b in k("siks", "bnba", bnba)] == ["1", "1", "1"]
    orang = {b["padanan"]: (b["nama"], b["id_dtks"]) for b in k.json("siks", "padanan")}
    assert orang == {
        "masuk": ("Sarinah Usop", "D-1"), "tidak_masuk": ("Bambang Lestari", ""),
        "tidak_dikirim": ("Orang Luar", "D-2"),
    }  # fmt: skip
    assert k.selesai(9)[1][0] == "Kegiatan selesai"


def _masih_ada(k: Dtks) -> None:
    """Ask once more from a process of its own, as somebody else."""
    hasil = k.salur.proses("langkah", "--kegiatan", k.triwulan, "--json", akun="kadis").json
    assert (hasil["langkah_kini"], {s["status"] for s in hasil["langkah"]}) == (None, {"selesai"})
    (orang,) = k.salur("orang", "cari", NIK_BETUL, "--json").json
    rinci = k.salur("orang", "lihat", orang["id"]).keluar
    assert "Usulan DTKS Triwulan I 2026" in rinci
    assert "Usulan DTKS Triwulan II 2026" in rinci
    assert [b[0] for b in k.salur("surat", "pelayanan").baris] == [f"000{n}/2026" for n in range(1, 6)]
    assert k.salur("periksa", "--json", akun="admin").json["baik"]


@pytest.mark.e2e
def test_dtks_by_command_line_from_the_counter_through_the_refusal_to_the_new_bnba(
    folder_salinan: Path, jam: JamUji, tmp_path: Path
) -> None:
    k = Dtks(folder_salinan, jam, tmp_path)
    _loket(k)
    _kumpulkan(k)
    _hasil_siks(k)
    _kembalikan(k)
    _ajukan_lagi(k)
    _sampai_bnba_baru(k)
    _masih_ada(k)
