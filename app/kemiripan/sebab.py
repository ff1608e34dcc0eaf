"""Why two people are thought one: codes for the words of `app.bahasa.kemiripan`, what speaks for it first."""

from app.kemiripan import bukti as b
from app.kemiripan.banding_nama import BEDA, EJAAN, KURANG, SAMA, SEBAGIAN, SINGKAT, BuktiNama

_NAMA = {
    SAMA: "nama_sama",
    EJAAN: "nama_ejaan",
    KURANG: "nama_kurang",
    SINGKAT: "nama_singkat",
    SEBAGIAN: "nama_sebagian",
    BEDA: "nama_beda",
}
_NIK = {
    b.NIK_SAMA: "nik_sama", b.NIK_WILAYAH: "nik_selip", b.NIK_TANGGAL: "nik_selip", b.NIK_JK: "nik_kelamin",
    b.NIK_URUT: "nik_selip", b.NIK_KEMBAR: "nik_beda", b.NIK_SELIP: "nik_selip", b.NIK_BEDA: "nik_beda",
}  # fmt: skip
_LAHIR = {
    b.LAHIR_SAMA: "lahir_sama", b.LAHIR_TUKAR: "lahir_tukar", b.LAHIR_SELIP: "lahir_selip",
    b.LAHIR_SAMAR: "lahir_samar", b.LAHIR_SATU: "lahir_selip", b.LAHIR_DEKAT: "lahir_beda", b.LAHIR_BEDA: "lahir_beda",
}  # fmt: skip
_LAIN = ("no_kk", "nama_ibu", "desa", "alamat", "tempat_lahir", "jenis_kelamin")
_TINGKAT = {b.SAMA: "sama", b.SELIP: "mirip", b.BEDA: "beda"}
_BIASA = frozenset({"jenis_kelamin_sama", "tempat_lahir_sama", "tempat_lahir_mirip"})
"""Agreement that tells too little to be said."""


def sebab(bukti: b.Bukti, nama: BuktiNama, k: int) -> tuple[str, ...]:
    """Return the codes of pair `k`."""
    semua = [_NAMA[int(nama.jenis[k])]]
    semua += [_NIK[t]] if (t := int(bukti.tingkat["nik"][k])) else []
    semua += [_LAHIR[t]] if (t := int(bukti.tingkat["lahir"][k])) else []
    semua += [f"{apa}_{_TINGKAT[t]}" for apa in _LAIN if (t := int(bukti.tingkat[apa][k]))]
    untuk = [s for s in semua if not s.endswith("_beda") and s not in _BIASA]
    return (*untuk, *(s for s in semua if s.endswith("_beda")))
