"""One step on paper-thin output: its JSON for scripts, its lines for people."""

from typing import Any

from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal
from app.sop.halaman import HalamanLangkah, ParafLangkah, Titik
from app.sop.kelengkapan import Catatan, Isian
from app.sop.kertas import Pengesahan, Posisi
from app.sop.syarat import Halangan
from ui.perintah.sesi import cetak_baris

_JENIS = {"tanda_tangan": "Tanda tangan", "paraf": "Paraf", "paraf_layar": "Paraf dalam aplikasi"}


def titik_json(t: Titik, halaman: HalamanLangkah | None) -> dict[str, Any]:
    """Give one step of the way; what it still asks for only while it is worked on."""
    isi = {
        "urutan": t.urutan, "label": t.label, "nama": t.nama, "status": t.status, "putaran": t.putaran,
        "id": t.pelaksanaan_id, "kini": t.kini, "keputusan": t.keputusan, "tanggal_selesai": t.tanggal_selesai,
        "oleh": t.oleh, "hasil": t.hasil, "alasan": t.alasan,
    }  # fmt: skip
    if halaman is not None:
        isi["kelengkapan"] = [isian_json(i) for i in halaman.kelengkapan]
        isi["halangan"] = [_halangan(h) for h in halaman.halangan]
    return isi


def ke_json(h: HalamanLangkah) -> dict[str, Any]:
    """Give all of one step."""
    return {
        "id": h.pelaksanaan_id,
        "kegiatan": h.kegiatan_id,
        "urutan": h.langkah.urutan,
        "label": h.langkah.label,
        "nama": h.langkah.nama_layar.tampil,
        "status": h.status,
        "putaran": h.putaran,
        "pelaksana": list(h.pelaksana),
        "peran_akun": sorted(h.peran_akun),
        "waktu": h.batas.standar,
        "batas": h.batas.batas_kantor or h.batas.batas_sop,
        "hasil": h.keluaran,
        "alasan": h.alasan,
        "dikembalikan": h.dikembalikan,
        "kelengkapan": [isian_json(i) for i in h.kelengkapan],
        "halangan": [_halangan(satu) for satu in h.halangan],
        "paraf": [_paraf(p) for p in h.paraf],
        "pengesahan": [_pengesahan(p) for p in h.pengesahan],
        "posisi": [_posisi(p) for p in h.posisi],
        "keputusan": h.cabang and {"tanya": h.cabang.tanya, "jawaban": h.cabang.jawaban},
        "dapat_dikembalikan_ke": [n for n, _ in h.boleh.kembalikan],
        "cetak": list(h.cetak),
        "riwayat": [
            {"langkah": r.langkah, "tindakan": r.tindakan, "tanggal": r.tanggal, "oleh": r.oleh, "alasan": r.alasan}
            for r in h.riwayat
        ],
    }


def isian_json(i: Isian) -> dict[str, Any]:
    """Give one document of the checklist, with its boxes where they are not counted per person."""
    return {
        "kode": i.kode, "nama": i.nama, "sifat": i.sifat, "per": i.per, "pilihan": list(i.pilihan),
        "otomatis": i.otomatis, "diminta": i.diminta, "ada": i.ada, "tidak_berlaku": i.tidak_berlaku,
        "kurang": i.kurang, "untuk": [_catatan(c) for c in i.catatan],
    }  # fmt: skip


def _catatan(c: Catatan) -> dict[str, Any]:
    return {
        "desa": c.sasaran.kode_desa, "tahap": c.sasaran.tahap_id, "sebutan": c.sebutan, "status": c.status,
        "fisik": c.fisik, "pilihan": c.pilihan, "lampiran": c.nama_lampiran or None, "alasan": c.alasan, "oleh": c.oleh,
    }  # fmt: skip


def _halangan(h: Halangan) -> dict[str, Any]:
    return {"kode": h.kode, "kalimat": h.kalimat, "menahan": h.menahan}


def _paraf(p: ParafLangkah) -> dict[str, Any]:
    oleh = p.diberikan.nama if p.diberikan else None
    return {"peran": p.peran, "nama": p.nama, "wajib": p.wajib, "tidak_ada": p.tidak_ada, "oleh": oleh}


def _pengesahan(p: Pengesahan) -> dict[str, Any]:
    return {
        "id": p.id, "jenis": p.jenis, "nama": p.nama, "jabatan": p.kapasitas, "peran": p.peran_sop,
        "tanggal": p.tanggal, "pindaian": p.lampiran_id is not None,
    }  # fmt: skip


def _posisi(p: Posisi) -> dict[str, Any]:
    return {
        "id": p.id, "pihak": p.pihak, "dikirim": p.dikirim, "diterima": p.diterima, "kembali": p.kembali,
        "hasil": p.hasil,
    }  # fmt: skip


# --- for people -------------------------------------------------------------------------------------------------------


def cetak_halaman(h: HalamanLangkah) -> None:
    """Print one step as people read it."""
    cetak_baris(f"{h.langkah.urutan}.", h.langkah.nama_layar.tampil, label(h.status))
    cetak_baris("Pelaksana", ", ".join(h.pelaksana))
    cetak_baris("Waktu", h.batas.standar, h.batas.sisa.kata if h.batas.sisa else "")
    if h.keluaran:
        cetak_baris("Hasil", h.keluaran)
    for isian in h.kelengkapan:
        cetak_isian(isian)
    for satu in h.paraf:
        keadaan = satu.diberikan.nama if satu.diberikan else "tidak ada di kantor ini" if satu.tidak_ada else "belum"
        cetak_baris("Paraf", satu.peran, satu.nama, keadaan)
    for p in h.pengesahan:
        pindaian = "pindaian ada" if p.lampiran_id else "pindaian menyusul"
        cetak_baris(_JENIS.get(p.jenis, p.jenis), p.id, p.nama, p.kapasitas, tanggal(p.tanggal), pindaian)
    for letak in h.posisi:
        _cetak_posisi(letak)
    if h.cabang:
        cetak_baris("Keputusan", h.cabang.tanya, h.cabang.jawaban)
    for halangan in h.halangan:
        cetak_baris("Menahan" if halangan.menahan else "Ingat", halangan.kalimat)
    for r in h.riwayat:
        cetak_baris("Riwayat", tanggal(r.tanggal), f"{r.langkah}.", label(r.tindakan), r.oleh, r.alasan)


def cetak_isian(i: Isian) -> None:
    """Print one document of the checklist and, below it, its boxes per desa or tahap."""
    keadaan = "ada dengan sendirinya" if i.otomatis else f"ada {i.ada} dari {i.diminta}"
    lepas = f"tidak berlaku {i.tidak_berlaku}" if i.tidak_berlaku else ""
    cetak_baris("Kelengkapan", i.kode, i.nama, label(i.sifat), keadaan, lepas)
    for c in i.catatan:
        rincian = [c.sebutan, label(c.status), c.pilihan, c.nama_lampiran, c.alasan, c.oleh]
        if any((c.sebutan, c.pilihan, c.nama_lampiran, c.alasan)):
            cetak_baris("", i.kode, c.sasaran.kode_desa, *rincian)


def _cetak_posisi(p: Posisi) -> None:
    diterima = f"diterima {tanggal(p.diterima)}" if p.diterima else ""
    kembali = f"kembali {tanggal(p.kembali)}" if p.kembali else "belum kembali"
    cetak_baris("Berkas", p.id, p.pihak, f"dikirim {tanggal(p.dikirim)}", diterima, kembali, p.hasil)
