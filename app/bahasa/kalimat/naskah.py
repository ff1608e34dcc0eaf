"""Sentences of the texts that an office edits."""

from collections.abc import Mapping

NASKAH: Mapping[str, str] = {
    "naskah_tidak_ada": (
        "Kata-kata {naskah} tidak ada di kantor ini. Pilih naskah dari daftar di Pengaturan; belum ada yang berubah."
    ),
    "verifikasi_belum_ada": (
        "Belum ada usulan yang diputuskan layak atau tidak layak. Verifikasi dahulu; belum ada yang dicetak."
    ),
    "pemohon_belum_ada": (
        "Belum ada pemohon yang mendapat nomor register di kegiatan ini. Terima pemohon di loket dahulu; "
        "belum ada yang dicetak."
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
