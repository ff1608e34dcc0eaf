"""The two offices of the sample, with invented officials: Dinas Sosial Lamandau (WIB) and Kecamatan Awayan (WITA)."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from app import akses, anggapan, kantor, penomoran, penyiapan
from app.akses import PermintaanAkun
from app.contoh.panggung import Panggung
from app.jobs import JobContext
from app.kantor import DataKantor, DataPejabat
from app.penyiapan import Penyiapan
from db.istilah import JenisKantor, Peran, Zona
from db.kunci import KDF_CONTOH

SANDI = "contoh-salur"
"""One password for all sample accounts; a real office could not choose so short a derivation."""

DINAS = DataKantor(
    nama="Dinas Sosial Kabupaten Lamandau",
    jenis=JenisKantor.DINAS,
    kode_wilayah="62.09",
    nama_pemda="PEMERINTAH KABUPATEN LAMANDAU",
    zona=Zona.WIB,
    alamat="Kompleks Perkantoran Bukit Hibul (alamat contoh)",
    kode_pos="74162",
    telepon="(0532) 000000",
    pos_el="dinsos@contoh.invalid",
    tempat_surat="Nanga Bulik",
    contoh=True,
)
KECAMATAN = DataKantor(
    nama="Kecamatan Awayan",
    jenis=JenisKantor.KECAMATAN,
    kode_wilayah="63.11.03",
    nama_pemda="PEMERINTAH KABUPATEN BALANGAN",
    zona=Zona.WITA,
    alamat="Jalan Raya Awayan (alamat contoh)",
    kode_pos="71664",
    tempat_surat="Awayan",
    contoh=True,
)
PEJABAT_DINAS = (
    DataPejabat("H. Darmawi Effendi, S.Sos., M.AP.", "Kepala Dinas Sosial Kabupaten Lamandau", "kepala",
                "Pembina Tingkat I", "IV/b", "197103121995031901"),
    DataPejabat("Mardiana Lestari, S.E.", "Sekretaris Dinas Sosial", "sekretaris", "Pembina", "IV/a",
                "197509202000122902"),
    DataPejabat("Yansyah Usop, S.STP.", "Kepala Bidang Rehabilitasi Sosial", "kabid", "Penata Tingkat I", "III/d",
                "198004172003121903"),
    DataPejabat("Norlaila Hasan, S.Pd.", "Bendahara Pengeluaran", "bendahara", "Penata", "III/c", "198611052010012904"),
    DataPejabat("Hasanah Fitri, S.Sos.", "Pejabat Pelaksana Teknis Kegiatan", "pptk", "Penata", "III/c",
                "198803142011012906"),
    DataPejabat("Bungai Sangkai, S.H., M.H.", "Bupati Lamandau", "bupati"),
    DataPejabat("Drs. Teras Mantir, M.Si.", "Sekretaris Daerah", "sekda", "Pembina Utama Madya", "IV/d",
                "196905101993031905", atas_nama="Bupati Lamandau"),
    DataPejabat("Markus Tundan", "Kepala Desa Kujan", "kades", kode_desa="62.09.03.2004"),
    DataPejabat("Suparti", "Kepala Desa Guci", "kades", kode_desa="62.09.03.2002"),
    DataPejabat("Rahmadi Noor, S.IP.", "Lurah Nanga Bulik", "kades", "Penata", "III/c", "198209142006041905",
                kode_desa="62.09.03.1005"),
)  # fmt: skip
PEJABAT_KECAMATAN = (
    DataPejabat("Drs. H. Suriansyah Basri", "Camat Awayan", "kepala", "Pembina", "IV/a", "197002081993031906"),
    DataPejabat("Rabiatul Syukur, S.Sos.", "Kepala Seksi Pemberdayaan Masyarakat Desa dan Kelurahan", "kasi",
                "Penata Tingkat I", "III/d", "198303222008012907"),
    DataPejabat("Tarmiji Arifin", "Kepala Desa Awayan", "kades", kode_desa="63.11.03.2007"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AkunContoh:
    """An account of the sample as `salur demo` prints it."""

    nama_pengguna: str
    sandi: str
    nama: str
    peran: tuple[Peran, ...]
    kantor: str


_AKUN_DINAS = (
    ("operator", "Lidia Handayani", "Operator SIKS-NG", Peran.OPERATOR),
    ("staf", "Ardiansyah Saputra", "Penyuluh Sosial Ahli Pertama", Peran.STAF),
    ("pendamping", "Halimah Maulana", "Pendamping Rehabilitasi Sosial", Peran.PENDAMPING),
    ("kasi", "Kurniadi Prasetyo", "Ketua Tim Penanganan Fakir Miskin", Peran.KASI),
    ("kabid", "Yansyah Usop, S.STP.", "Kepala Bidang Rehabilitasi Sosial", Peran.KABID),
    ("sekretaris", "Mardiana Lestari, S.E.", "Sekretaris", Peran.SEKRETARIS),
    ("kadis", "H. Darmawi Effendi, S.Sos., M.AP.", "Kepala Dinas", Peran.KADIS),
)
_AKUN_KECAMATAN = (
    ("admin_awayan", "Basuni Anwar", "Pengelola Sistem", Peran.ADMINISTRATOR),
    ("camat", "Drs. H. Suriansyah Basri", "Camat Awayan", Peran.CAMAT),
    ("kasi_pmdk", "Rabiatul Syukur, S.Sos.", "Kasi PMDK", Peran.KASI_PMDK),
    ("seksi_kesra", "Misnawati", "Seksi Kesra dan Pelayanan Desa", Peran.SEKSI_KESRA),
    ("staf_awayan", "Aliansyah", "Staf agenda", Peran.STAF),
)
_DIDIRIKAN = 700  # days before today
_ADMIN = ("admin", "Timotius Riwut", "Pengelola Sistem", Peran.ADMINISTRATOR)


def dirikan(folder: Path, hari_ini: date, ctx: JobContext) -> tuple[Panggung, list[AkunContoh]]:
    """Make the store with both offices, their officials, accounts, numbers and confirmed assumptions."""
    jam = Panggung.jam_pada(hari_ini - timedelta(days=_DIDIRIKAN), Zona.WIB)
    sop = penyiapan.sop_kantor(JenisKantor.DINAS)
    isi = Penyiapan(
        kantor=DINAS,
        admin=_permintaan(*_ADMIN),
        pejabat=PEJABAT_DINAS,
        akun=tuple(_permintaan(*satu) for satu in _AKUN_DINAS),
        pemegang=tuple(p for definisi in sop for p in penyiapan.pemegang_bawaan(definisi)),
        anggapan=tuple((a.kode_sop, a.kode) for definisi in sop for a in anggapan.daftar_anggapan(definisi)),
    )
    ruang, admin, _ = penyiapan.siapkan(folder, isi, ctx, jam=jam)
    panggung = Panggung(ruang, jam, hari_ini)
    panggung.masuk(admin)
    with panggung.sebagai("admin") as kerja:
        kecamatan_id = kantor.buat_kantor(kerja, KECAMATAN)
        for pejabat in PEJABAT_KECAMATAN:
            kantor.simpan_pejabat(kerja, pejabat, kantor_id=kecamatan_id)
        for satu in _AKUN_KECAMATAN:
            akses.buat_akun(kerja, ruang.toko, _permintaan(*satu, kantor_id=kecamatan_id))
        penomoran.atur_penomoran(
            kerja, "surat_keluar", hari_ini.year - 1, "460/{nomor:03}/Dinsos/{bulan_romawi}/{tahun}"
        )
    panggung.kenali(nama for nama, *_ in (_ADMIN, *_AKUN_DINAS, *_AKUN_KECAMATAN))
    with panggung.sebagai("admin_awayan") as kerja:
        penomoran.atur_penomoran(kerja, penomoran.SURAT_TUGAS, hari_ini.year - 1, "094/{nomor}/Kec-Awy/{tahun}")
    return panggung, _daftar()


def _permintaan(nama: str, lengkap: str, jabatan: str, peran: Peran, kantor_id: UUID | None = None) -> PermintaanAkun:
    return PermintaanAkun(nama, lengkap, SANDI, (peran,), jabatan=jabatan, kantor_id=kantor_id, kdf=KDF_CONTOH)


def _daftar() -> list[AkunContoh]:
    dinas = [(*satu, DINAS.nama) for satu in (*_AKUN_DINAS, _ADMIN)]
    kecamatan = [(*satu, KECAMATAN.nama) for satu in _AKUN_KECAMATAN]
    return [AkunContoh(nama, SANDI, lengkap, (peran,), k) for nama, lengkap, _, peran, k in (*dinas, *kecamatan)]
