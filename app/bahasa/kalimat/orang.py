"""Sentences about people: who someone is, and corrections."""

from collections.abc import Mapping

ORANG: Mapping[str, str] = {
    "alasan_kosong": "Alasan belum ditulis. Tulis alasannya dengan singkat lalu ulangi; belum ada yang diubah.",
    "nik_tidak_16": (
        "NIK harus 16 angka. Periksa pada KTP atau Kartu Keluarga lalu ketik ulang; data orang ini belum diubah."
    ),
    "no_kk_tidak_16": (
        "No. KK harus 16 angka. Periksa pada Kartu Keluarga lalu ketik ulang; data orang ini belum diubah."
    ),
    "nik_sudah_dipakai": (
        "NIK ini sudah tercatat atas nama {nama:apa_adanya}. Cari orang itu di Data PM/KPM, "
        "atau periksa NIK pada KTP; belum ada yang disimpan."
    ),
    "nik_milik_lain": (
        "NIK ini sudah tercatat atas nama {nama:apa_adanya}. Bila keduanya orang yang sama, gabungkan lewat "
        "tombol Gabungkan di Data PM/KPM; bila bukan, periksa NIK pada KTP. Data orang ini belum diubah."
    ),
    "nik_di_luar_wilayah": (
        "NIK ini sudah tercatat atas nama orang di luar wilayah akun ini. Periksa NIK pada KTP, atau minta rekan yang "
        "menangani seluruh wilayah; belum ada yang disimpan."
    ),
    "nik_wali_salah": (
        "NIK wali harus 16 angka, atau kosongkan bila belum diketahui. Periksa pada KTP lalu ketik ulang; "
        "belum ada yang disimpan."
    ),
    "gabung_diri_sendiri": "Itu orang yang sama dengan yang dibuka. Pilih orang lain; tidak ada yang berubah.",
    "gabung_satu_sk": (
        "{nama} dan {lain} sama-sama tercantum dalam SK {nomor} kegiatan {kegiatan}. Keluarkan dahulu salah satunya "
        "lewat SK Perubahan, lalu gabungkan; tidak ada yang berubah."
    ),
    "gabung_dua_layak": (
        "Usulan {nama} dan usulan {lain} dalam {kegiatan} sama-sama sudah diputuskan layak. Putuskan dahulu salah "
        "satunya tidak layak karena data ganda, lalu gabungkan; tidak ada yang berubah."
    ),
    "gabung_dua_pemohon": (
        "{nama} dan {lain} sama-sama menjadi pemohon dalam {kegiatan}. Lepaskan dahulu salah satunya dari loket, lalu "
        "gabungkan; tidak ada yang berubah."
    ),
    "gabung_belum_salur": (
        "{nama} belum menerima {tahap} kegiatan {kegiatan}, sedangkan keduanya tercatat berhak. Catat dahulu hasilnya, "
        "misalnya Data ganda, lalu gabungkan; tidak ada yang berubah."
    ),
    "gabung_wali": (
        "{wali} tercatat sebagai wali {nama}, jadi keduanya bukan satu orang. Betulkan dahulu walinya bila memang "
        "keliru; tidak ada yang berubah."
    ),
    "gabung_tidak_ada": (
        "Orang itu tidak sedang digabung dengan orang lain. Muat ulang halamannya; tidak ada yang berubah."
    ),
    "gabung_dipakai": (
        "Penggabungan tidak dapat dibatalkan karena sesudahnya ada {halangan}. Batalkan dahulu pekerjaan itu; "
        "tidak ada yang berubah."
    ),
}
