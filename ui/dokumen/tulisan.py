"""Words of the page Dokumen: which papers belong together, how each stands, what its file is."""

from collections.abc import Sequence
from uuid import UUID

from app.bahasa import waktu
from app.dokumen.daftar import DokumenTercatat
from db.istilah import Zona
from reports.cetak import DokumenTersedia
from ui.komponen import BarisDaftar, KepalaDaftar
from ui.tema import Nada

GOLONGAN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "awal",
        "Usulan dan verifikasi",
        (
            "disposisi",
            "tanda-terima-berkas",
            "sptjm",
            "sptjm-desa",
            "spt",
            "formulir-verifikasi",
            "ba-verifikasi",
            "bnba",
            "usulan-siks",
        ),
    ),
    ("penetapan", "Penetapan", ("sk", "lampiran-sk", "daftar-penerima")),
    ("kembali", "Pengembalian ke desa", ("surat-perbaikan", "surat-pengembalian", "daftar-pengembalian")),
    (
        "mitra",
        "Penyalur dan pencairan",
        ("penunjukan-vendor", "perjanjian", "kesepakatan", "berkas-pencairan", "daftar-rekening"),
    ),
    (
        "salur",
        "Penyaluran",
        (
            "jadwal",
            "pemberitahuan",
            "undangan",
            "kupon",
            "pengantar",
            "surat-kuasa",
            "tanda-terima",
            "daftar-hadir",
            "bast",
            "bast-orang",
        ),
    ),
    ("laporan", "Laporan", ("laporan", "rekap-penyaluran", "instrumen-monev", "laporan-monev", "rekap-apip")),
)
FORMAT = {"pdf": "PDF", "xlsx": "Excel"}

BERTAHAP = frozenset(
    {
        "bnba",
        "daftar-rekening",
        "daftar-penerima",
        "tanda-terima",
        "daftar-hadir",
        "bast",
        "bast-orang",
        "laporan",
        "jadwal",
        "pemberitahuan",
        "undangan",
        "kupon",
        "rekap-penyaluran",
        "surat-kuasa",
        "berkas-pencairan",
    }
)
"""Papers that tell one tahap from another."""
SATU_TAHAP = frozenset({"daftar-hadir", "jadwal", "undangan", "kupon", "berkas-pencairan"})
"""Of these, the ones that are always of one tahap."""
BERNOMOR = frozenset(
    {
        "bast",
        "bast-orang",
        "surat-pengembalian",
        "surat-perbaikan",
        "ba-verifikasi",
        "undangan",
        "pemberitahuan",
        "pengantar",
        "penunjukan-vendor",
        "perjanjian",
        "kesepakatan",
    }
)
"""Papers that carry a number of ours; a decree and an SPT have theirs already."""
TANPA_PENANDA = frozenset(
    {
        "disposisi",
        "formulir-verifikasi",
        "bnba",
        "usulan-siks",
        "daftar-rekening",
        "daftar-pengembalian",
        "tanda-terima-berkas",
        "sptjm",
        "sptjm-desa",
        "surat-kuasa",
        "instrumen-monev",
        "kupon",
        "rekap-penyaluran",
    }
)
"""Papers that nobody signs below, or others sign by hand."""
KEADAAN = frozenset({"bnba", "usulan-siks", "daftar-rekening", "rekap-penyaluran", "rekap-apip"})
"""Papers whose date says on which day things stood so; it is today's unless another is chosen."""
PUBLIK = frozenset({"bnba", "lampiran-sk", "daftar-penerima"})
"""Lists of people that may hang on a notice board."""


def bagian(dokumen: Sequence[DokumenTersedia]) -> list[KepalaDaftar]:
    """Return the papers in their sections, as the list at the left shows them."""
    tersisa = {d.kode: d for d in dokumen}
    hasil = []
    for kunci, judul, kode in GOLONGAN:
        isi = [tersisa.pop(k) for k in kode if k in tersisa]
        if isi:
            hasil.append(KepalaDaftar(kunci, judul, tuple(kartu(d) for d in isi)))
    if tersisa:
        hasil.append(KepalaDaftar("lain", "Dokumen lain", tuple(kartu(d) for d in tersisa.values())))
    return hasil


def kartu(d: DokumenTersedia) -> BarisDaftar:
    """Return the card of a paper: its format as a chip, below whether it can be made."""
    if not d.siap:
        keterangan = f"Belum: {d.alasan}"
    elif d.terakhir is not None:
        keterangan = f"Siap · dicetak {waktu.tanggal_pendek(d.terakhir.tanggal)}"
    else:
        keterangan = "Siap dicetak"
    nada = Nada.BAIK if d.siap else Nada.NETRAL
    petunjuk = d.judul if d.siap else f"{d.judul}\n{d.alasan}"
    return BarisDaftar(d.kode, d.judul, keterangan, FORMAT.get(d.format, d.format.upper()), nada, None, petunjuk)


def langkah(d: DokumenTersedia) -> str:
    """Say which steps ask for a paper."""
    if not d.langkah:
        return "Tidak terikat satu langkah"
    return f"Diminta langkah {', '.join(str(n) for n in d.langkah)}"


def terakhir(d: DokumenTersedia, zona: Zona) -> str:
    """Say when a paper was printed last."""
    if d.terakhir is None:
        return "Belum pernah dicetak"
    nomor = f", nomor {d.terakhir.nomor}" if d.terakhir.nomor else ""
    return f"Terakhir dicetak {waktu.saat_ringkas(d.terakhir.pada, zona)}{nomor}"


def cetakan_sama(
    riwayat: Sequence[DokumenTercatat],
    kode: str,
    desa: str | None,
    tahap: int | None,
    *,
    publik: bool,
    orang: UUID | None = None,
) -> DokumenTercatat | None:
    """Return the newest print of the same paper, for its number, date and signer."""
    kunci = (kode, desa, tahap, publik, orang)
    return next((r for r in riwayat if (r.kode, r.kode_desa, r.tahap, r.publik, r.orang) == kunci), None)


def urut_kerja(dokumen: Sequence[DokumenTersedia]) -> list[DokumenTersedia]:
    """Return papers in the order of the work."""
    urutan = [kode for _, _, isi in GOLONGAN for kode in isi]
    return sorted(dokumen, key=lambda d: urutan.index(d.kode) if d.kode in urutan else len(urutan))
