"""The layouts that ship, to use as they are or to begin an own one from.

Columns of the SIKS-NG and BLT-DD layouts follow sheets as offices pass them on; nobody could check them against today's
official templates, so an office changes headings and order where its own differ.
"""

from app.dokumen.isi_daftar import KolomProfil
from app.profil_kolom.bidang import KOSONG, TETAP, judul_lazim


def _kolom(*daftar: str | tuple[str, str] | tuple[str, str, str]) -> tuple[KolomProfil, ...]:
    """Make columns from field codes, or from a code with its heading and fixed content."""
    return tuple(
        KolomProfil(satu, judul_lazim(satu)) if isinstance(satu, str) else KolomProfil(*satu) for satu in daftar
    )


BAWAAN: tuple[tuple[str, str, tuple[KolomProfil, ...], bool], ...] = (
    (
        "bnba-bansos",
        "BNBA bansos",
        _kolom(
            "nomor", "nik", "nama", "no_kk", "jenis_kelamin", "tempat_lahir", "tanggal_lahir", "alamat", "rt", "rw",
            "desa", "kecamatan", "kategori", "wali", "wali_nik", "telepon", "bank", "rekening", "atas_nama", "nominal",
            "keterangan",
        ),
        False,
    ),
    (
        "lampiran-sk",
        "Lampiran SK",
        _kolom(
            "nomor", "nama", "nik", "alamat_lengkap", "desa", "kecamatan", ("kategori", "JENIS BANTUAN"),
            ("nominal", "NOMINAL (Rp)"), ("keterangan", "KET."),
        ),
        False,
    ),
    (
        "siks-ng",
        "Usulan SIKS-NG",
        _kolom(
            "nik", "no_kk", "nama", "tempat_lahir", "tanggal_lahir", ("kelamin_lengkap", "JENIS KELAMIN"), "nama_ibu",
            ("shdk", "STATUS HUBUNGAN KELUARGA"), ("status_kawin", "STATUS PERKAWINAN"), "pekerjaan", "alamat", "rt",
            "rw", ("kode_desa_angka", "KODE WILAYAH"), "desa", "kecamatan",
        ),
        True,
    ),
    (
        "daftar-rekening",
        "Daftar rekening untuk bank",
        _kolom(
            "nomor", ("nama", "NAMA PENERIMA"), "nik", "bank", "rekening", "atas_nama", ("nominal", "NOMINAL (Rp)"),
            "desa", "keterangan",
        ),
        False,
    ),
    (
        "blt-dd",
        "Bentuk BLT-DD",
        _kolom(
            "nomor", "nik", ("nama", "NAMA KEPALA KELUARGA"), ("kelamin_lengkap", "JENIS KELAMIN"), "tanggal_lahir",
            (KOSONG, "JUMLAH ANGGOTA KELUARGA"), "alamat", "rt", "rw", ("pekerjaan", "JENIS PEKERJAAN"),
            (KOSONG, "KODE_JP"), ("kategori", "KRITERIA BLT"), (KOSONG, "KODE_KRIT"),
            (TETAP, "METODE PEMBAYARAN", "TUNAI"), (KOSONG, "KODE_BAYAR"),
        ),
        False,
    ),
)  # fmt: skip
"""Code, name, columns, and whether it is bare (headings in row 1, nothing above or below) for an upload."""
