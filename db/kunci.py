"""Key slots: the store's one data key (DEK), sealed once per account under a password and once under a paper key.

Every slot holds the whole DEK: roles are enforced by the program, not by mathematics (CONTRIBUTING.md, *Limits*).
A slot is sealed by XChaCha20-Poly1305 under argon2id(secret); store, user, kind and KDF parameters are authenticated,
so that a slot renamed to another user opens nothing. The file is written aside, synced and renamed, the old one kept.
The size of the database's pages stands here too: an encrypted file does not tell it before it is read.
"""

import json
import os
import secrets
from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from db import crockford
from db.berkas import tulis_aman
from db.dasar import id_baru
from db.galat import KnownError

NAMA_BERKAS = "kunci.json"
BIT_PEMULIHAN = 160
SANDI_MINIMUM = 12  # characters
HALAMAN_LAMA = 4096  # bytes of a page in stores whose keys do not name it: SQLCipher's own size
HALAMAN_BARU = 16384
"""Bytes of a page in new stores: a list of 100 000 people is stored in a tenth less time (measured)."""
MEMORI_MAKS, PUTARAN_MAKS, JALUR_MAKS = 2 * 1024 * 1024, 64, 64  # KiB, passes, lanes; far above what we write


@dataclass(frozen=True)
class Kdf:
    """Cost of argon2id: memory in KiB, passes, lanes. Kept in the slot, so that it can be raised later."""

    memori: int = 64 * 1024
    putaran: int = 3
    jalur: int = 4


KDF_KANTOR = Kdf()  # second recommended option of RFC 9106; 0.15–0.3 s measured
KDF_CONTOH = Kdf(memori=64, putaran=1, jalur=1)  # samples and tests only; an office cannot choose it


@dataclass(frozen=True)
class Slot:
    """One sealed copy of the DEK. `jenis` is "sandi" or "pemulihan"."""

    id: UUID
    nama_pengguna: str
    jenis: str
    kdf: Kdf
    garam: bytes
    nonce: bytes
    isi: bytes


@dataclass(frozen=True)
class GantunganKunci:
    """All slots of one store, and the size of its database's pages in bytes, which never changes."""

    toko_id: UUID
    slot: tuple[Slot, ...] = ()
    halaman: int = HALAMAN_LAMA

    def dengan(self, baru: Slot) -> "GantunganKunci":
        """Return a copy with `baru` added, replacing a slot of the same id."""
        return replace(self, slot=(*(s for s in self.slot if s.id != baru.id), baru))

    def tanpa(self, slot_id: UUID) -> "GantunganKunci":
        """Return a copy without the slot."""
        return replace(self, slot=tuple(s for s in self.slot if s.id != slot_id))


def _aad(toko_id: UUID, slot_id: UUID, nama: str, jenis: str, kdf: Kdf) -> bytes:
    return json.dumps(["salur-slot-1", str(toko_id), str(slot_id), nama, jenis, asdict(kdf)], sort_keys=True).encode()


def _turunkan(rahasia: str, garam: bytes, kdf: Kdf) -> bytes:
    return hash_secret_raw(rahasia.encode(), garam, kdf.putaran, kdf.memori, kdf.jalur, 32, Type.ID)


def segel(dek: bytes, toko_id: UUID, nama: str, rahasia: str, *, kdf: Kdf, jenis: str = "sandi") -> Slot:
    """Seal the 32-byte `dek` under a password or recovery key."""
    slot_id, garam, nonce = id_baru(), secrets.token_bytes(16), secrets.token_bytes(24)
    isi = crypto_aead_xchacha20poly1305_ietf_encrypt(
        dek, _aad(toko_id, slot_id, nama, jenis, kdf), nonce, _turunkan(rahasia, garam, kdf)
    )
    return Slot(slot_id, nama, jenis, kdf, garam, nonce, isi)


def buka(slot: Slot, toko_id: UUID, rahasia: str) -> bytes | None:
    """Return the DEK, or None if the secret is wrong."""
    kunci = _turunkan(rahasia, slot.garam, slot.kdf)
    aad = _aad(toko_id, slot.id, slot.nama_pengguna, slot.jenis, slot.kdf)
    try:
        return crypto_aead_xchacha20poly1305_ietf_decrypt(slot.isi, aad, slot.nonce, kunci)
    except CryptoError:
        return None


def dek_dari_sandi(gantungan: GantunganKunci, nama: str, sandi: str) -> tuple[bytes, tuple[Slot, ...]]:
    """Return the DEK and every slot of an account that this password opens.

    There is more than one while a change of password was cut off before the old slot went: the account knows which
    of them is its own.

    Raises:
        KnownError: `sandi_salah`, for an unknown name and for a wrong password alike, after equal work.
    """
    cocok = [s for s in gantungan.slot if s.jenis == "sandi" and s.nama_pengguna == nama.strip().lower()]
    terbuka = [(dek, slot) for slot in cocok if (dek := buka(slot, gantungan.toko_id, sandi)) is not None]
    if terbuka:
        return terbuka[0][0], tuple(slot for _, slot in terbuka)
    if not cocok:  # the same work as for a known name, so that time does not tell who has an account
        _turunkan(sandi, b"\0" * 16, gantungan.slot[0].kdf if gantungan.slot else KDF_KANTOR)
    raise KnownError("sandi_salah")


def dek_dari_pemulihan(gantungan: GantunganKunci, kunci_kertas: str) -> bytes:
    """Return the DEK behind the paper recovery key.

    Raises:
        KnownError: `kunci_pemulihan_salah_ketik` (check character), `kunci_pemulihan_salah`.
    """
    nilai = crockford.uraikan(kunci_kertas, BIT_PEMULIHAN // 5)
    if nilai is None:
        raise KnownError("kunci_pemulihan_salah_ketik")
    baku = crockford.sandikan(nilai, BIT_PEMULIHAN // 5)
    for slot in gantungan.slot:
        if slot.jenis == "pemulihan" and (dek := buka(slot, gantungan.toko_id, baku)) is not None:
            return dek
    raise KnownError("kunci_pemulihan_salah")


def kunci_pemulihan_baru() -> str:
    """Return a new recovery key without dashes; show it through `kelompokkan`."""
    return crockford.acak(BIT_PEMULIHAN)


def kelompokkan(kunci_kertas: str) -> str:
    """Return the key in groups of four, as it is printed."""
    return "-".join(kunci_kertas[i : i + 4] for i in range(0, len(kunci_kertas), 4))


def baca(folder: Path) -> GantunganKunci:
    """Read the slots of a store.

    Raises:
        KnownError: `toko_tidak_ada`, `kunci_rusak`.
    """
    berkas = folder / NAMA_BERKAS
    if not berkas.exists():
        raise KnownError("toko_tidak_ada", folder=str(folder))
    for calon in (berkas, berkas.with_suffix(".json.bak")):
        try:
            return _dari_json(json.loads(calon.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    raise KnownError("kunci_rusak", folder=str(folder))


def tulis(folder: Path, gantungan: GantunganKunci) -> None:
    """Write the slots: aside, synced, renamed; the version before stays as .bak."""
    berkas = folder / NAMA_BERKAS
    if berkas.exists():
        tulis_aman(berkas.with_suffix(".json.bak"), berkas.read_bytes())
    tulis_aman(berkas, json.dumps(_ke_json(gantungan), indent=1).encode())


def _ke_json(g: GantunganKunci) -> dict[str, Any]:
    return {
        "format": 1,
        "toko": str(g.toko_id),
        "halaman": g.halaman,
        "slot": [
            {
                "id": str(s.id),
                "nama_pengguna": s.nama_pengguna,
                "jenis": s.jenis,
                "kdf": asdict(s.kdf),
                "garam": b64encode(s.garam).decode(),
                "nonce": b64encode(s.nonce).decode(),
                "isi": b64encode(s.isi).decode(),
            }
            for s in g.slot
        ],
    }


def _dari_json(data: dict[str, Any]) -> GantunganKunci:
    return GantunganKunci(
        UUID(data["toko"]),
        tuple(
            Slot(
                UUID(s["id"]),
                s["nama_pengguna"],
                s["jenis"],
                _kdf(**s["kdf"]),
                b64decode(s["garam"]),
                b64decode(s["nonce"]),
                b64decode(s["isi"]),
            )
            for s in data["slot"]
        ),
        _halaman(data.get("halaman", HALAMAN_LAMA)),
    )


def _halaman(besar: int) -> int:
    """Refuse a page size of a damaged file that no database can have."""
    if type(besar) is not int or not 512 <= besar <= 65536 or besar & (besar - 1):
        raise ValueError("page size out of range")
    return besar


def _kdf(memori: int, putaran: int, jalur: int) -> Kdf:
    """Refuse cost parameters of a damaged file that argon2id cannot take or this computer cannot bear."""
    if not (0 < jalur <= JALUR_MAKS and 0 < putaran <= PUTARAN_MAKS and 8 * jalur <= memori <= MEMORI_MAKS):
        raise ValueError("cost parameters out of range")
    return Kdf(memori, putaran, jalur)


def dek_baru() -> bytes:
    """Return a new random data key."""
    return os.urandom(32)
