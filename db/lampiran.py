"""Attachments: encrypted files beside the database, each under a key of its own that stands only in its row.

Rekeying the store therefore touches no file. The file is on disk before the row is committed; files whose row never
came are swept at the next start.
"""

import hashlib
import secrets
from pathlib import Path
from uuid import UUID

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError
from sqlmodel import Session, select

from db.berkas import tulis_aman
from db.galat import KnownError
from db.model.naskah import Lampiran

KEPALA = b"SLRL1"
UKURAN_MAKS = 64 * 1024 * 1024  # bytes; a scan or photograph is far smaller


def simpan(sesi: Session, folder: Path, isi: bytes, nama: str, jenis: str = "") -> UUID:
    """Keep `isi` encrypted and return the id of its row; the same bytes are kept once.

    Raises:
        KnownError: `lampiran_terlalu_besar`, `disk_penuh`, `tidak_bisa_menulis`.
    """
    if len(isi) > UKURAN_MAKS:
        raise KnownError("lampiran_terlalu_besar", berkas=nama, batas_mb=UKURAN_MAKS // 1024 // 1024)
    sidik = hashlib.sha256(isi).hexdigest()
    lama = sesi.exec(select(Lampiran).where(Lampiran.sha256 == sidik, Lampiran.nama == nama)).first()
    if lama and (folder / lama.nama_simpan).exists():
        return lama.id
    kunci, nonce, acak = secrets.token_bytes(32), secrets.token_bytes(24), secrets.token_hex(16)
    tersandi = crypto_aead_xchacha20poly1305_ietf_encrypt(isi, KEPALA, nonce, kunci)
    tulis_aman(folder / acak, KEPALA + nonce + tersandi)
    baris = Lampiran(nama=nama, nama_simpan=acak, ukuran=len(isi), sha256=sidik, kunci=kunci, jenis=jenis)
    sesi.add(baris)
    sesi.flush()
    return baris.id


def baca(sesi: Session, folder: Path, lampiran_id: UUID) -> bytes:
    """Return the plain bytes.

    Raises:
        KnownError: `lampiran_hilang`, `lampiran_rusak`, with the name of the file.
    """
    baris = sesi.get_one(Lampiran, lampiran_id)
    try:
        mentah = (folder / baris.nama_simpan).read_bytes()
    except OSError as e:
        raise KnownError("lampiran_hilang", berkas=baris.nama) from e
    nonce, tersandi = mentah[5:29], mentah[29:]
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(tersandi, mentah[:5], nonce, baris.kunci)
    except (CryptoError, ValueError) as e:
        raise KnownError("lampiran_rusak", berkas=baris.nama) from e


def sapu(sesi: Session, folder: Path) -> int:
    """Remove files that no row knows (left by a power cut before the commit); return how many."""
    if not folder.is_dir():
        return 0
    dikenal = set(sesi.exec(select(Lampiran.nama_simpan)))
    yatim = [b for b in folder.iterdir() if b.is_file() and b.name not in dikenal]
    return sum(_buang(berkas) for berkas in yatim)


def _buang(berkas: Path) -> bool:
    """Remove a file; one that another program holds open (a virus scanner on Windows) waits for the next start."""
    try:
        berkas.unlink(missing_ok=True)
    except OSError:
        return False
    return True
