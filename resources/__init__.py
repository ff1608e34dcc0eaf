"""Data that ships with Salur; `berkas` is the one way to reach it."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def berkas(*nama: str) -> Traversable:
    """Return the shipped file or folder, e.g. `berkas("sop", "rehsos.json")`; also from a wheel or a frozen program."""
    return files(__name__).joinpath(*nama)
