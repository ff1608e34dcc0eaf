"""Bytes that travel between two copies of one store: sealed under its data key, worthless to anybody else.

The store's id stands in the clear, so that a file of another store is told from a damaged one.
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

from db import kunci, toko
from db.berkas import tulis_aman
from db.galat import KnownError

KEPALA = b"SLRB1"
_ID, _NONCE = 16, 24  # bytes


def tutup(asal: toko.Toko, tujuan: Path, isi: bytes) -> None:
    """Write `isi` sealed for the copies of this store, as a whole or not at all.

    Raises:
        KnownError: `disk_penuh`, `tidak_bisa_menulis`.
    """
    kepala, nonce = KEPALA + kunci.baca(asal.folder).toko_id.bytes, secrets.token_bytes(_NONCE)
    tersandi = crypto_aead_xchacha20poly1305_ietf_encrypt(isi, kepala, nonce, _kunci(asal.dek))
    tulis_aman(tujuan, kepala + nonce + tersandi)


def buka(untuk: toko.Toko, berkas: Path) -> bytes:
    """Return what was sealed.

    Raises:
        KnownError: `berkas_tidak_ada`, `bukan_hasil_bagian`, `hasil_bagian_toko_lain`, `hasil_bagian_rusak`.
    """
    try:
        mentah = berkas.read_bytes()
    except OSError as e:
        raise KnownError("berkas_tidak_ada", berkas=berkas.name) from e
    kepala = mentah[: len(KEPALA) + _ID]
    if len(kepala) < len(KEPALA) + _ID or not kepala.startswith(KEPALA):
        raise KnownError("bukan_hasil_bagian", berkas=berkas.name)
    if UUID(bytes=kepala[len(KEPALA) :]) != kunci.baca(untuk.folder).toko_id:
        raise KnownError("hasil_bagian_toko_lain", berkas=berkas.name)
    nonce, tersandi = mentah[len(kepala) :][:_NONCE], mentah[len(kepala) + _NONCE :]
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(tersandi, kepala, nonce, _kunci(untuk.dek))
    except (CryptoError, ValueError) as e:
        raise KnownError("hasil_bagian_rusak", berkas=berkas.name) from e


def _kunci(dek: bytes) -> bytes:
    """Derive a key of its own, so that the data key itself only ever opens the database."""
    return hashlib.blake2b(b"salur-bungkus-1", key=dek, digest_size=32).digest()
