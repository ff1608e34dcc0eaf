"""What a rule of a programme says about a person, as one short Indonesian sentence."""

from collections.abc import Mapping
from typing import Any

KALIMAT: Mapping[str, str] = {
    "kategori_sesuai": "Kategori {kategori} termasuk sasaran kegiatan.",
    "kategori_lain": "Kategori {kategori} tidak termasuk sasaran kegiatan.",
    "kategori_kosong": "Kategori belum diisi.",
    "ragam_sesuai": "Ragam disabilitas {ragam} termasuk sasaran kegiatan.",
    "ragam_lain": "Ragam disabilitas {ragam} tidak termasuk sasaran kegiatan.",
    "ragam_kosong": "Ragam disabilitas belum diketahui.",
    "kuota_desa_cukup": "Usulan desanya {banyak} orang, dalam kuota {kuota} orang.",
    "kuota_desa_lewat": "Usulan desanya {banyak} orang, melebihi kuota {kuota} orang; pilih siapa yang ditetapkan.",
    "usia_sesuai": "Usia {usia} tahun, sesuai syarat {rentang}.",
    "usia_di_luar": "Usia {usia} tahun, di luar syarat {rentang}.",
    "usia_tak_diketahui": "Tanggal lahir belum ada, sehingga usia tidak dapat diperiksa.",
    "wali_ada": "Wali tercatat.",
    "wali_kosong": "Usia {usia} tahun, tetapi wali belum tercatat.",
    "satu_kk_tunggal": "Satu-satunya usulan dalam No. KK ini.",
    "satu_kk_ganda": "Ada {banyak} usulan dalam No. KK yang sama.",
    "satu_kk_kosong": "No. KK belum ada, sehingga tidak dapat dibandingkan.",
    "bantuan_tunggal": "Tidak tercatat menerima bantuan lain tahun {tahun}.",
    "bantuan_lain": "Tercatat menerima {kegiatan} tahun {tahun}.",
    "desil_sesuai": "Desil {desil}, dalam batas desil {batas}.",
    "desil_lewat": "Desil {desil}, di atas batas desil {batas}.",
    "desil_kosong": "Desil belum diketahui.",
    "syarat_ya": "{syarat}: ya.",
    "syarat_tidak": "{syarat}: tidak.",
    "syarat_belum": "{syarat}: belum diperiksa.",
    "meninggal": "Tercatat meninggal dunia.",
    "pindah": "Tercatat pindah.",
    "acuan_meninggal": "Tercatat meninggal menurut {daftar}.",
    "acuan_pindah": "Tercatat pindah menurut {daftar}.",
    "acuan_mungkin_meninggal": "Mungkin tercatat meninggal menurut {daftar}; cocokkan orangnya.",
    "acuan_mungkin_pindah": "Mungkin tercatat pindah menurut {daftar}; cocokkan orangnya.",
    "acuan_nik": "Tercantum di {daftar}.",
    "acuan_keluarga": "Keluarganya tercantum di {daftar}.",
    "acuan_mungkin": "Mungkin tercantum di {daftar}; cocokkan orangnya.",
    "acuan_tidak": "Tidak tercantum di {daftar}.",
}


BANTUAN: Mapping[str, str] = {
    "rehsos": "Bansos disabilitas, lansia, yatim/piatu",
    "uep": "UEP (usaha ekonomi produktif)",
    "balakas": "Bantuan dinas lewat kecamatan (BALAKAS)",
}
"""Short names of the aid of the shipped SOPs, whose titles are too long for a box to tick."""


def kalimat(kode: str, fakta: Mapping[str, Any]) -> str:
    """Write what a rule says; `fakta` are the facts of `app.kelayakan.Pendapat`."""
    return KALIMAT[kode].format(**fakta)


def rentang(minimum: int | None, maksimum: int | None) -> str:
    """Write an age range: `60 tahun ke atas`, `paling tua 17 tahun`, `15–64 tahun`."""
    if minimum is None:
        return f"paling tua {maksimum} tahun"
    if maksimum is None:
        return f"{minimum} tahun ke atas"
    return f"{minimum}–{maksimum} tahun"
