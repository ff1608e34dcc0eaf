"""The words for how alike two people are, and why."""

from collections.abc import Iterable, Mapping

SEBAB: Mapping[str, str] = {
    "nama_sama": "nama sama",
    "nama_ejaan": "nama beda ejaan saja",
    "nama_singkat": "nama disingkat",
    "nama_kurang": "sebagian nama tidak ditulis",
    "nama_sebagian": "sebagian nama sama",
    "nama_beda": "nama beda",
    "nik_sama": "NIK sama",
    "nik_selip": "NIK hampir sama",
    "nik_kelamin": "NIK hanya beda pada digit jenis kelamin",
    "nik_beda": "NIK beda",
    "lahir_sama": "tanggal lahir sama",
    "lahir_tukar": "tanggal dan bulan lahir tertukar",
    "lahir_selip": "tanggal lahir hampir sama",
    "lahir_samar": "tahun lahir sama",
    "lahir_beda": "tanggal lahir beda",
    "no_kk_sama": "No. KK sama",
    "no_kk_mirip": "No. KK hampir sama",
    "no_kk_beda": "No. KK beda",
    "nama_ibu_sama": "nama ibu sama",
    "nama_ibu_mirip": "nama ibu hampir sama",
    "nama_ibu_beda": "nama ibu beda",
    "desa_sama": "satu desa",
    "desa_beda": "desa beda",
    "alamat_sama": "alamat sama",
    "alamat_mirip": "alamat hampir sama",
    "alamat_beda": "alamat beda",
    "tempat_lahir_beda": "tempat lahir beda",
    "jenis_kelamin_beda": "jenis kelamin beda",
}
"""What agrees or differs, by the codes of `app.kemiripan.sebab`."""

_KADAR = ((95, "Sangat mirip"), (80, "Mirip"), (0, "Agak mirip"))


def kadar(skor: int) -> str:
    """Say how alike two people are; `skor` 0…100."""
    return next(kata for batas, kata in _KADAR if skor >= batas)


def alasan(sebab: Iterable[str]) -> str:
    """Write reasons as part of a sentence: `nama sama, satu desa, tetapi NIK beda`."""
    kode = list(sebab)
    untuk = ", ".join(SEBAB[k] for k in kode if not k.endswith("_beda"))
    tetapi = ", ".join(SEBAB[k] for k in kode if k.endswith("_beda"))
    return f"{untuk}, tetapi {tetapi}" if untuk and tetapi else untuk or tetapi


def kalimat(skor: int, sebab: Iterable[str]) -> str:
    """Say how alike and why, as a sentence of its own: `Sangat mirip: nama sama, satu desa.`"""
    return f"{kadar(skor)}: {alasan(sebab)}."
