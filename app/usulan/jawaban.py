"""The preview as the command line answers it: one JSON object, its keys a contract."""

from collections.abc import Iterable
from typing import Any

from app.bahasa import galat
from app.identitas import samarkan
from app.usulan.asli import BerkasAsli
from app.usulan.bentuk import Baris, BerkasHasil, Hasil, HasilImpor, Hilang, LembarHasil
from app.usulan.buku import BarisBuku
from app.usulan.temukan import Lewat


def ke_json(hasil: HasilImpor) -> dict[str, Any]:
    """Return the object of `salur impor … --json`."""
    return {
        "impor_id": str(hasil.impor_id) if hasil.impor_id else None,
        "berkas": [_berkas(satu) for satu in hasil.berkas],
        "kiriman": hasil.kiriman.value,
        "perbandingan": hasil.perbandingan.sebagai_json(),
        "hilang": [_hilang(satu) for satu in hasil.hilang],
    }


def _hilang(satu: Hilang) -> dict[str, Any]:
    return {
        "usulan_id": str(satu.usulan_id),
        "nama": satu.nama,
        "nik": samarkan(satu.nik) if satu.nik else None,
        "desa": satu.kode_desa,
        "berkas": satu.berkas,
        "baris": satu.baris,
        "status": satu.status.value,
    }


def buku_json(baris: BarisBuku, berkas: Iterable[BerkasAsli], hilang: Iterable[Hilang]) -> dict[str, Any]:
    """Return one import of `salur impor --daftar --json`."""
    return {
        "impor_id": str(baris.impor_id),
        "pada": baris.pada.isoformat(),
        "oleh": baris.oleh,
        "kiriman": baris.kiriman.value,
        "pengirim": baris.pengirim,
        "status": baris.status.value,
        "alasan": baris.alasan_batal,
        "berkas": [
            {"nama": b.nama, "sha256": b.sha256, "ukuran": b.ukuran, "lembar": [_lembar_buku(s) for s in b.lembar]}
            for b in berkas
        ],
        "ringkasan": baris.ringkasan.sebagai_json(),
        "perbandingan": baris.perbandingan.sebagai_json() if baris.perbandingan else None,
        "hilang": [_hilang(satu) for satu in hilang],
    }


def _lembar_buku(satu: dict[str, Any]) -> dict[str, Any]:
    return {"nama": satu["nama"], "dipakai": satu["dipakai"], "sebab": satu["sebab"], "baris": satu["baris"]}


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
            for baris in lembar.bercatatan
            for h in baris.hasil
        ],
        # Beyond the contract, behind its keys.
        "lembar_dilewati": [{"nama": s.nama_asli, "sebab": s.sebab} for s in satu.lembar if not s.dipakai],
    }


def _lembar(satu: LembarHasil) -> dict[str, Any]:
    daftar = satu.daftar
    return {
        "nama": satu.nama_asli,
        "baris_judul": daftar.baris_judul[0] if daftar else 0,
        "kolom": {k.bidang: k.huruf for k in daftar.kolom if k.bidang and not k.maya} if daftar else {},
        "baris": satu.banyak,
        # Beyond the contract, behind its keys.
        "kolom_dari_isi": [k.bidang for k in satu.kolom_dari_isi],
        "baris_sembunyi": satu.baris_sembunyi,
        "kolom_sembunyi": satu.kolom_sembunyi,
        "dilewati": [
            {"baris": d.baris, "sebab": d.sebab.value, "isi": d.isi} for d in satu.dilewati if d.sebab is not Lewat.KOP
        ],
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
