"""Leaves out what measures against a library that is too large to install for everyone."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("splink") else ["test_kemiripan_splink.py"]
