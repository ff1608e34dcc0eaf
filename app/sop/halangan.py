"""Everything that keeps one step from being finished: order, papers, paraf, its own work, its recorded output."""

from collections.abc import Iterator
from uuid import UUID

from app.bahasa.sop import kalimat_hasil
from app.kerja import Kerja
from app.sop import hasil, kelengkapan, kertas, konteks, syarat
from app.sop.definisi import Aksi
from app.sop.kelengkapan import Isian
from app.sop.konteks import Konteks
from app.sop.mesin import Keadaan
from app.sop.syarat import Halangan
from db.istilah import SifatKelengkapan


def semua(
    kerja: Kerja, k: Konteks, keadaan: Keadaan, *, tertulis: str = "", isian: tuple[Isian, ...] | None = None
) -> tuple[Halangan, ...]:
    """Return what holds a step up and what is worth a reminder, in the order of the page.

    Args:
        keadaan: state of the step's lane.
        tertulis: the output as a person typed it; else the program's own line, else the one recorded before.
        isian: the checklist, if it was read already.
    """
    langkah, kegiatan_id, usulan_id = k.baris.langkah, k.kegiatan.id, k.baris.usulan_id
    hasilnya = list(_urutan(kerja, k, keadaan))
    hasilnya += _dokumen(kelengkapan.daftar(kerja, k) if isian is None else isian)
    hasilnya += _paraf(kerja, k)
    hasilnya += syarat.periksa(kerja, k.langkah.aksi, kegiatan_id, usulan_id)
    if langkah in keadaan.tertahan:
        jumlah = konteks.pemohon_terbuka(kerja, kegiatan_id)[langkah]
        hasilnya.append(Halangan("pemohon_masih_berjalan", {"jumlah": jumlah}))
    if not any(h.menahan for h in hasilnya) and not (tertulis.strip() or keluaran(kerja, k)):
        hasilnya.append(Halangan("hasil_belum_dicatat", {"hasil": k.langkah.hasil.tampil}, "hasil"))
    return tuple(hasilnya)


def keluaran(kerja: Kerja, k: Konteks) -> str:
    """Return the step's output: as recorded, else as the program can write it by itself."""
    if k.baris.hasil:
        return k.baris.hasil
    if k.langkah.aksi is Aksi.PARAF:
        return _hasil_paraf(kerja, k)
    return hasil.ringkas(kerja, k.langkah.aksi, k.kegiatan.id, k.baris.usulan_id)


def _urutan(kerja: Kerja, k: Konteks, keadaan: Keadaan) -> Iterator[Halangan]:
    if not keadaan.urut(k.baris.langkah) and (sebelum := keadaan.giliran):
        yield Halangan("langkah_sebelum", {"langkah": keadaan.peta.nama(sebelum)}, f"langkah:{sebelum}")


def _dokumen(semua_isian: tuple[Isian, ...]) -> Iterator[Halangan]:
    for isian in semua_isian:
        if not isian.kurang:
            continue
        wajib = isian.sifat is SifatKelengkapan.WAJIB
        kode = "dokumen_belum_ada" if isian.diminta == 1 else "dokumen_kurang"
        isi = {"nama": isian.nama, "jumlah": isian.kurang, "diminta": isian.diminta}
        yield Halangan(kode if wajib else "dokumen_dianjurkan", isi, f"dokumen:{isian.kode}", wajib)


def _paraf(kerja: Kerja, k: Konteks) -> Iterator[Halangan]:
    for paraf in k.langkah.paraf:
        if kertas.paraf_ada(kerja, k, paraf.peran):
            continue
        wajib = paraf.sifat is SifatKelengkapan.WAJIB
        isi = {"peran": k.definisi.peran_kode(paraf.peran).label.tampil}
        yield Halangan("paraf_kurang" if wajib else "paraf_dianjurkan", isi, f"paraf:{paraf.peran}", wajib)


def _hasil_paraf(kerja: Kerja, k: Konteks) -> str:
    """Write who gave the last paraf; a role that the office has not leaves its own line."""

    diminta = {paraf.peran for paraf in k.langkah.paraf}
    ada = [p for p in kertas.pengesahan(kerja, k.baris.id) if p.peran_sop in diminta]
    if ada:
        return kalimat_hasil("paraf", {"nama": ada[-1].nama, "tanggal": ada[-1].tanggal})
    return kalimat_hasil("paraf_tidak_ada", {}) if any(k.pegang[p].tidak_ada for p in diminta) else ""


def daftar_halangan(kerja: Kerja, pelaksanaan_id: UUID) -> tuple[Halangan, ...]:
    """Return what holds a step up; for pages and the command line."""
    k = konteks.konteks(kerja, pelaksanaan_id)
    return semua(kerja, k, konteks.keadaan(kerja, k.kegiatan, k.baris.usulan_id))
