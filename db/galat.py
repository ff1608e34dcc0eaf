"""Errors split by blame: what the surroundings did (`KnownError`, told to the user) and what we did wrong (`BugError`).

No sentence lives here: `app.bahasa.galat` turns a code and its facts into one clear Indonesian sentence.
"""

from typing import Any


class KnownError(Exception):
    """Something outside the program, or the user's own act, stands in the way; nothing was changed.

    Attributes:
        kode: stable code, e.g. `"sandi_salah"`; its sentence stands in `app.bahasa.galat`.
        fakta: what the sentence needs (file name, row, amount); never a NIK or another person's data in full.
    """

    def __init__(self, kode: str, /, **fakta: Any) -> None:
        super().__init__(kode)
        self.kode = kode
        self.fakta = fakta

    def __str__(self) -> str:
        return self.kode


class BugError(Exception):
    """We broke a promise of our own; the crash dialog shows it and the work in hand is rolled back."""
