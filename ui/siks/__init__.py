"""After the counter: the answer of SIKS-NG, the return to the desa, and the new BNBA."""
