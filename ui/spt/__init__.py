"""The Surat Perintah Tugas and the schedule per desa; the letters that a step asks for."""
