"""Words and tones of the desks: how much time is left, where a file lies, how the steps look in the stepper."""

from collections.abc import Sequence

from app.bahasa import waktu
from app.kalender import Sisa
from app.sop.definisi import Per
from app.sop.halaman import HalamanLangkah, Titik
from app.sop.kelengkapan import Catatan, Isian
from app.sop.kertas import Posisi
from app.sop.meja import BarisMeja, BarisSelesai
from db.istilah import SifatKelengkapan, StatusKelengkapan, StatusLangkah, Zona
from ui.komponen import BarisDaftar, CabangStepper, KeadaanTitik, TitikStepper
from ui.tema import Nada

_BELUM_ADA = {Per.USULAN: "Belum ada orang", Per.DESA: "Belum ada desa", Per.TAHAP: "Belum ada tahap"}
SEGERA = 2  # working days from which a batas waktu is near

_KEADAAN = {
    StatusLangkah.SELESAI: KeadaanTitik.SELESAI,
    StatusLangkah.SEBELUM_APLIKASI: KeadaanTitik.SELESAI,
    StatusLangkah.DILEWATI: KeadaanTitik.DILEWATI,
    StatusLangkah.TIDAK_BERLAKU: KeadaanTitik.TIDAK_BERLAKU,
    StatusLangkah.DIKEMBALIKAN: KeadaanTitik.DIKEMBALIKAN,
}


def nada_sisa(sisa: Sisa | None) -> Nada:
    """Return how loudly the time that is left is said."""
    if sisa is None:
        return Nada.NETRAL
    if sisa.terlambat:
        return Nada.BAHAYA
    return Nada.PERHATIAN if sisa.hari <= SEGERA else Nada.BAIK


def kata_posisi(posisi: Sequence[Posisi]) -> str:
    """Say where a file lies: `di Bagian Hukum sejak 3 Mar 2026`."""
    terakhir = posisi[-1]
    return f"di {terakhir.pihak} sejak {waktu.tanggal_pendek(terakhir.dikirim)}"


def nama_lengkap(nama: str, periode: str) -> str:
    """Name a kegiatan with its period: `Pengajuan DTKS · Triwulan IV`; nothing is said twice."""
    return f"{nama} · {periode}" if periode and periode.lower() not in nama.lower() else nama


def kartu_meja(b: BarisMeja) -> BarisDaftar:
    """Return the card of a step that is open."""
    langkah = f"Langkah {b.label} · {b.nama_langkah}"
    if b.posisi:
        langkah += f" · {kata_posisi(b.posisi)}"
    elif b.dikembalikan:
        langkah += " · dikembalikan"
    elif b.pemohon:
        langkah += f" · {b.pemohon} pemohon"
    if b.lebih_awal:
        chip, nada = "sudah bisa dimulai", Nada.NETRAL
    else:
        chip, nada = (b.batas.sisa.kata, nada_sisa(b.batas.sisa)) if b.batas.sisa else ("", Nada.NETRAL)
    petunjuk = f"{nama_lengkap(b.nama_kegiatan, b.periode)}\nPelaksana: {', '.join(b.pelaksana)}"
    porsi = (b.langkah - 1) / b.jumlah_langkah
    return BarisDaftar(b.pelaksanaan_id, nama_lengkap(b.nama_kegiatan, b.periode), langkah, chip, nada, porsi, petunjuk)


def kartu_selesai(b: BarisSelesai) -> BarisDaftar:
    """Return the card of a step that was closed."""
    kapan = waktu.tanggal_pendek(b.tanggal) if b.tanggal else ""
    chip, nada = ("dilewati", Nada.PERHATIAN) if b.status is StatusLangkah.DILEWATI else ("selesai", Nada.BAIK)
    keterangan = " · ".join(t for t in (f"Langkah {b.label} · {b.nama_langkah}", kapan, b.oleh) if t)
    petunjuk = b.hasil or b.alasan
    return BarisDaftar(b.pelaksanaan_id, b.nama_kegiatan, keterangan, chip, nada, None, petunjuk)


# --- stepper ----------------------------------------------------------------------------------------------------------


def titik_stepper(titik: Sequence[Titik]) -> list[TitikStepper]:
    """Return the steps as the stepper paints them."""
    return [TitikStepper(t.label, t.nama, _keadaan(t), _keterangan(t)) for t in titik]


def _keadaan(t: Titik) -> KeadaanTitik:
    if t.kembali:
        return KeadaanTitik.DIKEMBALIKAN
    if t.status is StatusLangkah.BERJALAN:
        return KeadaanTitik.DI_SINI
    return _KEADAAN.get(t.status, KeadaanTitik.DEPAN)


def _keterangan(t: Titik) -> str:
    bagian = [f"{t.label}. {t.nama}"]
    if t.tanggal_selesai:
        oleh = f" oleh {t.oleh}" if t.oleh else ""
        bagian.append(f"Selesai {waktu.tanggal(t.tanggal_selesai)}{oleh}")
    if t.putaran > 1:
        bagian.append(f"Putaran ke-{t.putaran}")
    bagian += [kata for kata in (t.hasil, t.alasan) if kata]
    return "\n".join(bagian)


def cabang_stepper(titik: Sequence[Titik]) -> list[CabangStepper]:
    """Return the ways that jump over steps; the way to the very next step needs no arc."""
    hasil = []
    for t in titik:
        for ke, kata in zip(t.cabang or (), ("ya", "tidak"), strict=False):
            if abs(ke - t.urutan) > 1:
                hasil.append(CabangStepper(t.urutan - 1, ke - 1, kata))
    return hasil


# --- checklist --------------------------------------------------------------------------------------------------------


def chip_isian(isian: Isian) -> tuple[str, Nada]:
    """Return the state of a document as a word."""
    if isian.otomatis or (isian.diminta and isian.ada == isian.diminta):
        return "Ada", Nada.BAIK
    if isian.diminta and isian.tidak_berlaku == isian.diminta:
        return "Tidak berlaku", Nada.NETRAL
    if not isian.diminta:
        return _BELUM_ADA.get(isian.per, "Belum diminta"), Nada.NETRAL
    if isian.kurang == 0:
        return "Lengkap", Nada.BAIK
    if isian.diminta == 1:
        return ("Belum ada", Nada.BAHAYA if isian.sifat is SifatKelengkapan.WAJIB else Nada.NETRAL)
    if isian.kurang < isian.diminta:
        return "Sebagian", Nada.PERHATIAN
    return "Belum ada", Nada.BAHAYA if isian.sifat is SifatKelengkapan.WAJIB else Nada.NETRAL


def chip_catatan(catatan: Catatan, *, wajib: bool) -> tuple[str, Nada]:
    """Return the state of one box as a word."""
    if catatan.status is StatusKelengkapan.ADA:
        return "Ada", Nada.BAIK
    if catatan.status is StatusKelengkapan.TIDAK_BERLAKU:
        return "Tidak berlaku", Nada.NETRAL
    return "Belum ada", Nada.BAHAYA if wajib else Nada.NETRAL


def kata_catatan(catatan: Catatan, zona: Zona) -> str:
    """Say what is known about one box: file, choice, who and when, reason."""
    bagian: list[str] = []
    if catatan.pilihan:
        bagian.append(catatan.pilihan)
    if catatan.nama_lampiran:
        bagian.append(catatan.nama_lampiran)
    elif catatan.fisik:
        bagian.append("Berkas fisik diterima")
    if catatan.alasan:
        bagian.append(f"Alasan: {catatan.alasan}")
    if catatan.oleh and catatan.pada:
        bagian.append(f"{catatan.oleh}, {waktu.saat_ringkas(catatan.pada, zona)}")
    return " · ".join(bagian)


def ringkas_halangan(halaman: HalamanLangkah) -> str:
    """Say in one line why the step cannot be finished: the first two reasons, and how many more."""
    kalimat = [h.kalimat.rstrip(".") for h in halaman.menahan]
    if not kalimat:
        return ""
    sisa = len(kalimat) - 2
    akhir = f" (dan {sisa} lagi)" if sisa > 0 else ""
    return f"Belum bisa selesai: {', '.join(_sambung(k) for k in kalimat[:2])}{akhir}"


def _sambung(kalimat: str) -> str:
    """Write a sentence so that it goes on behind a colon; an abbreviation (SP2D, SK, MOU) keeps its letters."""
    return kalimat[:1].lower() + kalimat[1:] if kalimat[1:2].islower() else kalimat
