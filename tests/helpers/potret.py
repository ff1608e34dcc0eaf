"""Takes pictures of every page, to be looked at: `python -m tests.helpers.potret OUT [--data DIR] [--akun NAMA …]`.

Opens the sample office (made in a temporary folder unless `--data` names one), signs each account in, and saves every
tab and every step of its desk as PNG, light and dark, at 1366×728 and 1093×545.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app import akses
from app.contoh import SANDI, bangun
from app.jobs import JobContext
from app.kerja import Pelaku, RuangKerja
from app.sop import versi
from app.sop.halaman import lihat_langkah
from app.sop.kelengkapan import PemohonKurang
from app.sop.meja import meja
from db.istilah import JenisKantor, Zona
from tests.helpers.jendela import JobLangsung
from ui.aplikasi import buat_aplikasi
from ui.jendela import Jendela
from ui.masuk import AkunContoh, HalamanMasuk
from ui.meja.dialog import DialogAlasan, DialogKecuali, DialogKertas, DialogPosisi, DialogSelesai
from ui.meja.halaman import HalamanMeja
from ui.meja.kegiatan_baru import DialogKegiatan
from ui.meja.riwayat import DialogRiwayat
from ui.penyiapan.akun import PERAN_KANTOR, DialogAkun
from ui.penyiapan.awal import HalamanAwal
from ui.penyiapan.pejabat import DialogPejabat
from ui.penyiapan.pulihkan import DialogPulihkan
from ui.pesan import DialogPesan, JenisPesan, Pesan
from ui.setelan import Setelan
from ui.tema import PilihanTema, tema

UKURAN = ((1366, 728), (1093, 545))
TEMA = {"terang": PilihanTema.TERANG, "gelap": PilihanTema.GELAP}
AKUN = ("pendamping", "kabid", "operator", "admin", "seksi_kesra")
SAMPEL_LANGKAH = 6  # steps of a desk that are taken


def simpan(widget: QWidget, berkas: Path) -> None:
    """Save what a widget looks like once it has settled."""
    for _ in range(4):
        QApplication.processEvents()
    widget.grab().save(str(berkas))


def _pandangan(jendela: Jendela) -> Iterator[str]:
    """Go through the tabs, and on a desk through its first steps; give a name for each view."""
    for kode in jendela.kode_tab:
        jendela.buka(kode)
        yield kode.replace(":", "-")
        halaman = jendela.tumpukan.atas
        if isinstance(halaman, HalamanMeja):
            model = halaman.daftar.model()
            for ke in range(min(model.rowCount(), SAMPEL_LANGKAH + 2)):
                sebelum = halaman.daftar.terpilih
                halaman.daftar.setCurrentIndex(model.index(ke, 0))
                if halaman.daftar.terpilih not in (None, sebelum):
                    yield f"{kode.replace(':', '-')}-{ke}"


def potret(folder_data: Path, keluar: Path, akun: tuple[str, ...] = AKUN) -> int:
    """Take the pictures; returns how many."""
    app = buat_aplikasi(["potret"])
    keluar.mkdir(parents=True, exist_ok=True)
    jumlah = 0
    for nama in akun:
        ruang, pelaku = akses.masuk(folder_data, nama, SANDI)
        jendela = Jendela(ruang, pelaku, JobLangsung(), Setelan(kunci_menit=0))
        jendela.show()
        for kata, pilihan in TEMA.items():
            tema().pasang(pilihan)
            for pandangan in _pandangan(jendela):
                for lebar, tinggi in UKURAN:
                    jendela.resize(lebar, tinggi)
                    simpan(jendela, keluar / f"{nama}_{pandangan}_{kata}_{lebar}.png")
                    jumlah += 1
        jendela.close()
        ruang.tutup()
    app.closeAllWindows()
    return jumlah


def _dialog(ruang: RuangKerja, pelaku: Pelaku) -> Iterator[tuple[str, QWidget]]:
    """Give the dialogs of desks, sign-in and set-up, each with its name."""
    hari = date(2026, 3, 2)
    with ruang.membaca(pelaku) as kerja:
        sop = [versi.sop_berlaku(kerja, s.kode) for s in versi.daftar_sop(kerja)]
        baris = next(b for b in meja(kerja).perlu)
        halaman = lihat_langkah(kerja, baris.pelaksanaan_id)
    peran = [(p.kode, p.label.tampil) for p in halaman.definisi.peran]
    orang = [PemohonKurang(uuid4(), n, "62.09.03.2004", ("ktp",)) for n in ("ANI SULASTRI", "BUDI HARTONO", "CITRA")]
    yield "kegiatan_baru", DialogKegiatan(None, sop, hari)
    yield "selesai", DialogSelesai(None, halaman, hari)
    yield "kembalikan", DialogAlasan(
        None, "Kembalikan", "Langkah yang dituju dibuka lagi.", setuju="&Kembalikan", nama_ikon="undo-2",
        tujuan=[(2, "2 (Verifikasi)")],
    )  # fmt: skip
    yield "kertas", DialogKertas(None, peran, [("Budi, S.Sos.", "Kabid")], hari)
    yield "posisi", DialogPosisi(None, "Kirim berkas ke pihak luar", hari, setuju="&Catat", pihak=["Bagian Hukum"])
    yield "kecuali", DialogKecuali(None, "KTP dan No. KK", orang, {"62.09.03.2004": "Kujan"})
    yield "riwayat", DialogRiwayat(None, halaman, Zona.WIB)
    yield "pejabat", DialogPejabat(None, jabatan="Kepala Dinas Sosial")
    yield "akun", DialogAkun(None, PERAN_KANTOR[JenisKantor.DINAS], ())
    yield "pulihkan", DialogPulihkan(None, Path("cadangan.salur"))
    yield (
        "pesan",
        DialogPesan(None, Pesan(JenisPesan.TANYA, "Hapus 12 baris?", "Dapat diurungkan.", "&Hapus", "&Batal", True)),
    )
    yield "galat", DialogPesan(None, Pesan(JenisPesan.GAGAL, "Terjadi kesalahan", "Salin.", "&Tutup", laporan="Salur"))
    yield "masuk", HalamanMasuk("rina", [AkunContoh("rina", "x", "Operator · Dinas Sosial Kabupaten Lamandau")])
    yield "awal", HalamanAwal()


def potret_dialog(folder_data: Path, keluar: Path) -> int:
    """Take the dialogs, light and dark, at their own size; returns how many."""
    ruang, pelaku = akses.masuk(folder_data, "kabid", SANDI)
    jumlah = 0
    for kata, pilihan in TEMA.items():
        tema().pasang(pilihan)
        for nama, dialog in _dialog(ruang, pelaku):
            dialog.show()
            simpan(dialog, keluar / f"dialog_{nama}_{kata}.png")
            dialog.close()
            jumlah += 1
    ruang.tutup()
    return jumlah


def main() -> None:
    """Read the command line."""
    urai = argparse.ArgumentParser(description=__doc__)
    urai.add_argument("keluar", type=Path)
    urai.add_argument("--data", type=Path)
    urai.add_argument("--akun", nargs="*", default=list(AKUN))
    pilihan = urai.parse_args()
    with tempfile.TemporaryDirectory() as sementara:
        folder = pilihan.data or Path(sementara) / "data"
        if not folder.exists():
            bangun(folder, JobContext(), jumlah=200)
        potret(folder, pilihan.keluar, tuple(pilihan.akun))
        potret_dialog(folder, pilihan.keluar)


if __name__ == "__main__":
    main()
