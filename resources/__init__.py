"""Data that ships with Salur; `berkas` is the one way to reach it."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def berkas(*nama: str) -> Traversable:
    """Return the shipped file or folder, e.g. `berkas("sop", "rehsos.json")`; works from a wheel and a frozen program."""
    return files(__name__).joinpath(*nama)
