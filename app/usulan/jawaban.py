"""The preview as the command line answers it: one JSON object, its keys a contract."""

from typing import Any

from app.bahasa import galat
from app.usulan.bentuk import Baris, BerkasHasil, Hasil, HasilImpor, LembarHasil


def ke_json(hasil: HasilImpor) -> dict[str, Any]:
    """Return the object of `salur impor … --json`."""
    return {
        "impor_id": str(hasil.impor_id) if hasil.impor_id else None,
        "berkas": [_berkas(satu) for satu in hasil.berkas],
    }


def _berkas(satu: BerkasHasil) -> dict[str, Any]:
    return {
        "nama": satu.nama,
        "sha256": satu.sha256,
        "galat": {"kode": satu.galat.kode_berkas, "pesan": galat.kalimat(satu.galat)} if satu.galat else None,
        "lembar": [_lembar(lembar) for lembar in satu.lembar if lembar.dipakai],
        "ringkasan": satu.ringkasan.sebagai_json(),
        "hasil": [
            _hasil(lembar, baris, h)
            for lembar in satu.lembar
            if lembar.dipakai
            for baris in lembar.baris
            for h in baris.hasil
        ],
    }


def _lembar(satu: LembarHasil) -> dict[str, Any]:
    daftar = satu.daftar
    return {
        "nama": satu.nama_asli,
        "baris_judul": daftar.baris_judul[0] if daftar else 0,
        "kolom": {k.bidang: k.huruf for k in daftar.kolom if k.bidang and not k.maya} if daftar else {},
        "baris": len(satu.baris),
    }


def _hasil(lembar: LembarHasil, baris: Baris, satu: Hasil) -> dict[str, Any]:
    return {
        "lembar": lembar.nama_asli,
        "baris": baris.nomor,
        "kolom": satu.kolom,
        "bidang": satu.bidang,
        "kode": satu.kode,
        "tingkat": satu.tingkat.value,
        "pesan": satu.pesan,
        "saran": satu.saran,
    }
