"""Sentences about money, hand-over and monev, and about letters, attachments and printed papers."""

from collections.abc import Mapping

# Agreements, payment, hand-over, visits.
SALUR: Mapping[str, str] = {}

# Letters, register, attachments, printed papers.
DOKUMEN: Mapping[str, str] = {}
