"""Sentences about files of desa, their import, and the judging of usulan up to the decree."""

from collections.abc import Mapping

# Files of desa and their import.
USULAN: Mapping[str, str] = {}

# Verification, decree, eligibility.
VERIFIKASI: Mapping[str, str] = {}
