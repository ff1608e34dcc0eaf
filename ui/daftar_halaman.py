"""The pages of the window besides the desks, in the order of their tabs; one line a page."""

from ui.halaman import PabrikHalaman

HALAMAN: tuple[PabrikHalaman, ...] = ()
