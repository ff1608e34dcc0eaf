"""DTKS after the counter: SIKS-NG's answer, what goes back to the desa, and the new BNBA held against what was sent.

`jawaban` reads a file, `hasil` takes an answer over, `kembali` sends the refused back, `rekonsiliasi` compares lists.
"""
