"""The second emblem of an office's letterheads: the state emblem, for what the head of the region signs.

No picture of it ships: the office takes the one its own secretariat uses. Decrees and letters of a Bupati or Wali Kota
carry it in the middle above the post's name instead of the office's own head (Permendagri 1/2023 as offices quote it).
"""

from uuid import UUID

from sqlmodel import select

from app import jejak
from app.akses import Hak, wajib
from app.kerja import Kerja
from db.galat import KnownError
from db.model import Pengaturan

_KUNCI = "lambang_negara"
_GAMBAR = (b"\x89PNG", b"\xff\xd8")


def lambang_negara(kerja: Kerja) -> bytes | None:
    """Return the picture, None where the office gave none."""
    baris = _baris(kerja)
    lampiran = baris.nilai.get("lampiran_id") if baris else None
    return kerja.baca_lampiran(UUID(lampiran)) if lampiran else None


def ada_lambang_negara(kerja: Kerja) -> bool:
    """Tell whether the office gave one, without reading it."""
    baris = _baris(kerja)
    return bool(baris and baris.nilai.get("lampiran_id"))


def pasang_lambang_negara(kerja: Kerja, isi: bytes, nama: str) -> None:
    """Keep the picture (PNG or JPEG).

    Raises:
        KnownError: `tidak_berwenang`, `gambar_tak_dikenal`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    if not isi.startswith(_GAMBAR):
        raise KnownError("gambar_tak_dikenal", berkas=nama)
    _atur(kerja, str(kerja.simpan_lampiran(isi, nama)))
    jejak.catat(kerja, "pasang_lambang", objek="kantor", objek_id=kerja.kantor.id, lambang="negara")


def lepas_lambang_negara(kerja: Kerja) -> None:
    """Leave its place empty from now on; the file stays for papers that were kept.

    Raises:
        KnownError: `tidak_berwenang`.
    """
    wajib(kerja, Hak.ATUR_KANTOR)
    _atur(kerja, None)
    jejak.catat(kerja, "lepas_lambang", objek="kantor", objek_id=kerja.kantor.id, lambang="negara")


def _atur(kerja: Kerja, lampiran_id: str | None) -> None:
    baris = _baris(kerja) or Pengaturan(kantor_id=kerja.kantor.id, kunci=_KUNCI)
    baris.nilai = {"lampiran_id": lampiran_id}
    kerja.sesi.add(baris)


def _baris(kerja: Kerja) -> Pengaturan | None:
    return kerja.sesi.exec(
        select(Pengaturan).where(Pengaturan.kunci == _KUNCI, Pengaturan.kantor_id == kerja.kantor.id)
    ).first()
