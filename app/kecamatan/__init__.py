"""Two offices in one hand-over: the dinas sends its list out, the kecamatan serves it, its results come back.

The stores know nothing of each other, so every row carries the dinas's receipt code there and back.
"""
