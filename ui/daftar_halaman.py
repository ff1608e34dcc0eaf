"""The pages of the window besides the desks, in the order of their tabs; one line a page."""

from app.akses import Hak
from ui.halaman import PabrikHalaman

HALAMAN: tuple[PabrikHalaman, ...] = (
    PabrikHalaman("beranda", "Beranda", "house", "ui.beranda.halaman:HalamanBeranda"),
    PabrikHalaman("orang", "Data PM/KPM", "user-search", "ui.orang.halaman:HalamanOrang"),
    PabrikHalaman("dokumen", "Dokumen", "file-text", "ui.dokumen.halaman:HalamanDokumen", (Hak.DOKUMEN,)),
    PabrikHalaman(
        "register", "Buku Register", "book-open-text", "ui.register.halaman:HalamanRegister", (Hak.REGISTER,)
    ),
    PabrikHalaman(
        "pengaturan",
        "Pengaturan",
        "settings",
        "ui.pengaturan.halaman:HalamanPengaturan",
        (Hak.ATUR_KANTOR, Hak.ATUR_AKUN, Hak.CADANGAN),
    ),
    PabrikHalaman(
        "acuan", "Daftar acuan", "list-checks", "ui.acuan.halaman:HalamanAcuan", (Hak.IMPOR, Hak.VERIFIKASI), tab=False
    ),
    PabrikHalaman(
        "naskah", "Kata-kata dokumen", "pen-line", "ui.naskah.halaman:HalamanNaskah", (Hak.ATUR_KANTOR,), tab=False
    ),
    PabrikHalaman("bantuan", "Bantuan", "circle-help", "ui.bantuan.halaman:HalamanBantuan", tab=False),
)
