"""What every test shares: Qt without a screen, and nothing of the user's own folders."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("SALUR_DATA", None)
os.environ.pop("SALUR_AKUN", None)
os.environ.pop("SALUR_SANDI", None)

pytest_plugins = ["tests.helpers.toko"]
