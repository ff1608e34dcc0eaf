"""Reference lists as the command line answers them; the keys are a contract."""

from typing import Any
from uuid import UUID

from app.acuan.bentuk import BarisDaftarAcuan, Dilewati, PratinjauAcuan
from app.bahasa import galat
from app.bahasa.pemeriksaan import ACUAN_DILEWATI


def daftar_json(semua: list[BarisDaftarAcuan]) -> list[dict[str, Any]]:
    """Return the array of `salur acuan --json`."""
    return [
        {
            "id": str(b.kepala.id),
            "jenis": b.kepala.jenis.value,
            "sumber": b.kepala.sumber,
            "tanggal": b.kepala.tanggal.isoformat(),
            "berlaku": b.berlaku,
            "status": b.status.value,
            "alasan": b.alasan,
            "berkas": list(b.berkas),
            "oleh": b.oleh,
            "pada": b.pada.isoformat(),
            "ringkasan": b.ringkasan.sebagai_json(),
        }
        for b in semua
    ]


def pratinjau_json(hasil: PratinjauAcuan, acuan_id: UUID | None) -> dict[str, Any]:
    """Return the object of `salur acuan impor … --json`."""
    return {
        "acuan_id": str(acuan_id) if acuan_id else None,
        "jenis": hasil.jenis.value,
        "sumber": hasil.sumber,
        "tanggal": hasil.tanggal.isoformat(),
        "berkas": [
            {
                "nama": b.nama,
                "sha256": b.sha256,
                "galat": {"kode": b.galat.kode_berkas, "pesan": galat.kalimat(b.galat)} if b.galat else None,
                "lembar": [
                    {k: s[k] for k in ("nama", "baris_judul", "kolom", "baris")} for s in b.lembar if s["dipakai"]
                ],
                "lembar_dilewati": [{k: s[k] for k in ("nama", "sebab")} for s in b.lembar if not s["dipakai"]],
            }
            for b in hasil.berkas
        ],
        "ringkasan": hasil.ringkasan.sebagai_json(),
        "dilewati": [
            {"berkas": d.berkas, "lembar": d.lembar, "baris": d.baris, "kode": d.sebab, "pesan": kalimat_lewat(d)}
            for d in hasil.dilewati
        ],
    }


def kalimat_lewat(d: Dilewati) -> str:
    """Say why a line was not taken whole, with what stands there; never an identifier."""
    isi = f": {d.isi}" if d.isi else ""
    return f"{ACUAN_DILEWATI[d.sebab]}{isi}"
