"""Every paper of a kegiatan: choose it, look at it, save it, print it."""
