"""Sentences of the texts that an office edits."""

from collections.abc import Mapping

NASKAH: Mapping[str, str] = {
    "naskah_tidak_ada": (
        "Kata-kata {naskah} tidak ada di kantor ini. Pilih naskah dari daftar di Pengaturan; belum ada yang berubah."
    ),
    "naskah_bidang_asing": (
        "Bagian {bagian} memakai {bidang}, padahal isian itu tidak dikenal naskah ini. Pilih isian dari daftar; "
        "kata-kata lama tetap berlaku."
    ),
    "naskah_bagian_kosong": (
        "Bagian {bagian} tidak boleh kosong. Isi atau kembalikan ke bawaan; kata-kata lama tetap berlaku."
    ),
    "naskah_satu_alinea": (
        "Bagian {bagian} hanya boleh satu alinea. Hapus baris kosong di dalamnya; kata-kata lama tetap berlaku."
    ),
}
