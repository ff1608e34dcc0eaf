"""Camera pictures, made fit to be kept: small, upright, and without what the camera wrote into them.

A phone's picture has 4 to 12 MB, its place on earth and its owner's device inside. A thousand of them do not fit on an
office laptop, and nobody asked the recipient for their coordinates. Everything that is no picture stays byte for byte.
"""

import warnings
from io import BytesIO
from pathlib import PurePath

from PIL import Image, ImageOps, UnidentifiedImageError

from db.galat import KnownError

SISI_MAKS = 2000  # px: an identity card on the picture stays readable
UKURAN_BIAR = 1_500_000  # bytes: a smaller picture is kept as it is unless the camera wrote into it
MUTU = 82
PIKSEL_MAKS = 120_000_000  # a phone makes 12 to 108 million; more is a bomb
_AWAL = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def rapikan(isi: bytes, nama: str) -> tuple[bytes, str]:
    """Return a picture as it is kept, and its name; anything else as it came.

    Raises:
        KnownError: `gambar_terlalu_besar`, `gambar_rusak`, with the name of the file.
    """
    if not isi.startswith(_AWAL):
        return isi, nama
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(isi), formats=("JPEG", "PNG")) as gambar:
                return _rapikan(gambar, isi, nama)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as e:
        raise KnownError("gambar_terlalu_besar", berkas=nama) from e
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as e:
        raise KnownError("gambar_rusak", berkas=nama) from e


def _rapikan(gambar: Image.Image, isi: bytes, nama: str) -> tuple[bytes, str]:
    if gambar.width * gambar.height > PIKSEL_MAKS:
        raise KnownError("gambar_terlalu_besar", berkas=nama)
    kecil = len(isi) <= UKURAN_BIAR and max(gambar.size) <= SISI_MAKS
    if kecil and not gambar.getexif():
        with Image.open(BytesIO(isi)) as utuh:  # a PNG was read on for its EXIF, after which it cannot be verified
            utuh.verify()
        return isi, nama
    gambar.draft("RGB", (SISI_MAKS, SISI_MAKS))  # lets the decoder of a JPEG do most of the shrinking
    tegak = ImageOps.exif_transpose(gambar)
    tegak.thumbnail((SISI_MAKS, SISI_MAKS))
    keluar = BytesIO()
    _di_atas_putih(tegak).save(keluar, "JPEG", quality=MUTU, optimize=True)
    return keluar.getvalue(), f"{PurePath(nama).stem}.jpg"


def _di_atas_putih(gambar: Image.Image) -> Image.Image:
    """Return an opaque picture; what was see-through is white, as on paper."""
    if gambar.mode in ("RGBA", "LA", "P", "PA"):
        dasar = Image.new("RGB", gambar.size, "white")
        tembus = gambar.convert("RGBA")
        dasar.paste(tembus, mask=tembus.getchannel("A"))
        return dasar
    return gambar.convert("RGB")
