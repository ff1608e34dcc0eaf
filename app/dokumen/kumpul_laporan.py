"""Gathers the laporan hasil kegiatan: steps with their dates, counts of proposals, figures per desa, money, papers."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.alasan import peta_alasan
from app.bahasa.angka import bilangan, persen, rupiah, terbilang_rupiah
from app.bahasa.istilah import label
from app.bahasa.waktu import rentang, tanggal
from app.dokumen.diterima import DITERIMA
from app.dokumen.isi import Permintaan, bertahun
from app.dokumen.isi_laporan import (
    BarisLangkah,
    Foto,
    Hitungan,
    IsiLaporan,
    Keuangan,
    Pembayaran,
    RekapDesa,
    UsulanDesa,
    jumlahkan,
)
from app.dokumen.kumpul_daftar import sebutan_sk
from app.dokumen.kumpul_kepala import kumpul_kepala, tahap_diminta
from app.dokumen.kumpul_langkah import kendala, langkah_kegiatan
from app.dokumen.kumpul_orang import label_kategori
from app.dokumen.kumpul_salur import alasan_salur, barang_salur, rekap_hitungan
from app.dokumen.naskah import tanpa_ulang
from app.kerja import Kerja
from app.penetapan.lihat import penetapan_berlaku
from app.penyaluran.muat import muat_hitungan
from app.pijakan import daftar_tahap, lihat_kegiatan
from app.sop.definisi import DefinisiSop
from app.sop.konteks import definisi_kegiatan
from app.templat import kata_naskah
from app.wilayah import peta_kantor
from db.istilah import StatusUsulan
from db.model import (
    Dokumen,
    Kegiatan,
    Kelengkapan,
    Lampiran,
    Mitra,
    Pencairan,
    Penerima,
    Perjanjian,
    Setoran,
    TautanLampiran,
    Usulan,
    Verifikasi,
)

FOTO_TERBANYAK = 12
TANPA_DESA = "Desa belum diketahui"
_BUKAN_LAMPIRAN = (
    "laporan", "laporan-monev", "sk", "formulir-verifikasi", "instrumen-monev", "rekap-apip", "tanda-terima-berkas",
    "kupon", "lembar-realisasi", "lembar-verifikasi", *DITERIMA,
)  # fmt: skip
_KODE_FOTO = ("foto", "dokumentasi")
_GAMBAR = (b"\x89PNG", b"\xff\xd8")


def isi_laporan(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiLaporan:
    """Gather the report of a kegiatan, or of one tahap of it.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    definisi = definisi_kegiatan(kegiatan)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    tahap_id = tahap.id if tahap else None
    hitungan = list(muat_hitungan(kerja, kegiatan_id, tahap_id=tahap_id))
    rekap = rekap_hitungan(kerja, hitungan)
    langkah = langkah_kegiatan(kerja, kegiatan, definisi)
    mitra = nama_mitra(kerja, kegiatan_id)
    return IsiLaporan(
        kepala=kumpul_kepala(kerja, kegiatan, minta),
        sop=_nama_sop(definisi),
        nomor_sop=definisi.kepala.nomor.tampil,
        naskah=_naskah(
            kerja,
            kegiatan,
            _fakta(kerja, kegiatan, definisi, rekap, mitra, satu_tahap=minta.tahap is not None),
            minta,
        ),
        dasar_hukum=tuple(b.tampil for b in definisi.kepala.dasar_hukum),
        pelaksana=definisi.kepala.unit.tampil,
        wilayah=wilayah_kegiatan(kerja, kegiatan),
        rentang=_rentang(kerja, kegiatan, langkah),
        penetapan=sebutan_sk(kerja, penetapan_berlaku(kerja, kegiatan_id)),
        usulan=hitung_usulan(kerja, kegiatan_id),
        usulan_desa=usulan_per_desa(kerja, kegiatan_id),
        kategori=hitung_kategori(kerja, kegiatan_id),
        langkah=langkah,
        rekap=tuple(rekap),
        alasan=tuple(Hitungan(kata, n) for kata, n in alasan_salur(hitungan).items()),
        barang=barang_salur(hitungan),
        keuangan=keuangan(kerja, kegiatan, rekap, tahap_id),
        mitra=mitra,
        kendala=kendala(kerja, kegiatan_id, definisi),
        lampiran=_lampiran(kerja, kegiatan_id),
        foto=tuple(_foto(kerja, kegiatan_id)),
    )


def _naskah(kerja: Kerja, kegiatan: Kegiatan, fakta: dict[str, str], minta: Permintaan) -> dict[str, tuple[str, ...]]:
    """Return the words of the report; a kegiatan that hands nothing over has its own (`…_data`)."""
    semua = kata_naskah(kerja, "laporan", fakta, minta)
    akhiran = "" if kegiatan.jenis_bantuan else "_data"
    return {nama: semua.get(f"{nama}{akhiran}", isi) for nama, isi in semua.items() if not nama.endswith("_data")}


def _nama_sop(definisi: DefinisiSop) -> str:
    nama = definisi.nama
    return nama if "SOP" in nama.upper() or "STANDAR OPERASIONAL" in nama.upper() else f"SOP {nama}"


def wilayah_kegiatan(kerja: Kerja, kegiatan: Kegiatan) -> str:
    """Name the area of a kegiatan: `Kecamatan Awayan, Kabupaten Balangan`."""
    return peta_kantor(kerja).alamat(kegiatan.kode_wilayah)


def _rentang(kerja: Kerja, kegiatan: Kegiatan, langkah: Iterable[BarisLangkah]) -> str:
    """Say from when until when the kegiatan ran; one that runs on ends today."""
    akhir = [b.selesai for b in langkah if b.selesai]
    mulai = min([kegiatan.mulai_pada, *akhir])
    return rentang(mulai, kegiatan.selesai_pada or max([kerja.hari_ini() if not akhir else max(akhir), mulai]))


def _fakta(
    kerja: Kerja, kegiatan: Kegiatan, definisi: DefinisiSop, rekap: list[RekapDesa], mitra: str, *, satu_tahap: bool
) -> dict[str, str]:
    """Fill in the fields of the report's words; what there is none of stays empty and its sentence is left out."""
    t = jumlahkan(rekap)
    usulan = usulan_per_desa(kerja, kegiatan.id)
    desa = sum(bool(r.kode) for r in rekap) if rekap else sum(u.desa != TANPA_DESA for u in usulan)
    ditolak = sum(u.ditolak_sistem for u in usulan)
    sah = penetapan_berlaku(kerja, kegiatan.id)
    beberapa = not satu_tahap and len(daftar_tahap(kerja, kegiatan.id)) > 1
    return {
        "kegiatan": bertahun(kegiatan.nama, kegiatan.tahun),
        "kantor": kerja.kantor.nama,
        "sop": _nama_sop(definisi),
        "jumlah_desa": bilangan(desa) if desa else "",
        "usulan": bilangan(sum(u.diusulkan for u in usulan)) if usulan else "",
        "ditolak_sistem": bilangan(ditolak) if ditolak else "",
        "ditetapkan": bilangan(sah.jumlah_orang) if sah else "",
        "wilayah": wilayah_kegiatan(kerja, kegiatan),
        "target": bilangan(t.target) if t.target else "",
        "satuan": "penyaluran" if beberapa else "penerima",
        "telah": "telah terlaksana" if beberapa else "telah menerima bantuan",
        "belum_telah": "belum terlaksana" if beberapa else "belum menerima bantuan",
        "tersalur": bilangan(t.tersalur),
        "persen": persen(t.tersalur, t.target),
        "nilai_tersalur": rupiah(t.nominal_tersalur) if t.nominal_target else "",
        "terbilang": terbilang_rupiah(t.nominal_tersalur).lower(),
        "belum": bilangan(t.belum) if t.belum else "",
        "gagal": bilangan(t.gagal) if t.gagal else "",
        "penetapan": sebutan_sk(kerja, sah),
        "mitra": mitra,
    }


def nama_mitra(kerja: Kerja, kegiatan_id: UUID) -> str:
    """Name the bank or vendor with whom the kegiatan has an agreement; empty without one."""
    kueri = (
        select(Mitra.nama)
        .join(Perjanjian, col(Perjanjian.mitra_id) == col(Mitra.id))
        .where(Perjanjian.kegiatan_id == kegiatan_id)
        .order_by(col(Perjanjian.urut).desc())
    )
    return kerja.sesi.exec(kueri).first() or ""


# --- people ----------------------------------------------------------------------------------------------------------


def hitung_usulan(kerja: Kerja, kegiatan_id: UUID) -> tuple[Hitungan, ...]:
    """Count the proposals by outcome; those refused by their reason, the most frequent first."""
    kueri = (
        sa.select(col(Usulan.status), sa.func.count())
        .where(col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status) != StatusUsulan.DITARIK.value)
        .group_by(col(Usulan.status))
    )
    jumlah = {StatusUsulan(status): n for status, n in kerja.sesi.execute(kueri)}
    hasil = [Hitungan(label(s), jumlah[s]) for s in StatusUsulan if s in jumlah and s is not StatusUsulan.TIDAK_LAYAK]
    alasan = _alasan_tidak_layak(kerja, kegiatan_id)
    return (*hasil, *(Hitungan(f"Tidak layak: {kata.lower()}", n) for kata, n in alasan))


_BIDANG_USULAN = {
    StatusUsulan.LAYAK: "layak",
    StatusUsulan.TIDAK_LAYAK: "tidak_layak",
    StatusUsulan.DITOLAK_SISTEM: "ditolak_sistem",
}


def usulan_per_desa(kerja: Kerja, kegiatan_id: UUID) -> tuple[UsulanDesa, ...]:
    """Count the proposals per desa by outcome, in order of the desa's code."""
    desa = sa.func.coalesce(col(Usulan.kode_desa), "")
    kueri = (
        sa.select(desa, col(Usulan.status), sa.func.count())
        .where(col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status) != StatusUsulan.DITARIK.value)
        .group_by(desa, col(Usulan.status))
    )
    angka: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for kode, status, banyak in kerja.sesi.execute(kueri):
        angka[kode][_BIDANG_USULAN.get(StatusUsulan(status), "belum")] += banyak
    peta = peta_kantor(kerja)
    return tuple(UsulanDesa(peta.sebutan(kode) if kode else TANPA_DESA, **angka[kode]) for kode in sorted(angka))


def _alasan_tidak_layak(kerja: Kerja, kegiatan_id: UUID) -> list[tuple[str, int]]:
    """Count refused proposals by the reason of their latest decision."""
    kueri = (
        sa.select(col(Usulan.id), col(Verifikasi.alasan_kode))
        .outerjoin(Verifikasi, col(Verifikasi.usulan_id) == col(Usulan.id))
        .where(col(Usulan.kegiatan_id) == kegiatan_id, col(Usulan.status) == StatusUsulan.TIDAK_LAYAK.value)
        .order_by(col(Verifikasi.urut))
    )
    terakhir = {usulan: kode or "" for usulan, kode in kerja.sesi.execute(kueri)}
    peta = peta_alasan(kerja)
    hitung: dict[str, int] = defaultdict(int)
    for kode in terakhir.values():
        hitung[peta.get(kode, "Tanpa alasan")] += 1
    return sorted(hitung.items(), key=lambda p: (-p[1], p[0]))


def hitung_kategori(kerja: Kerja, kegiatan_id: UUID) -> tuple[Hitungan, ...]:
    """Count the people of the decree in force by category and sex."""
    sah = penetapan_berlaku(kerja, kegiatan_id)
    if sah is None:
        return ()
    angka: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    kueri = sa.select(col(Penerima.kategori), col(Penerima.data)).where(col(Penerima.penetapan_id) == sah.id)
    for kategori, data in kerja.sesi.execute(kueri):
        baris = angka[label_kategori(kategori) or "Tanpa kategori"]
        baris[0] += 1
        baris[1] += data.get("jenis_kelamin") == "L"
        baris[2] += data.get("jenis_kelamin") == "P"
    return tuple(Hitungan(kata, *baris) for kata, baris in sorted(angka.items()))


# --- money, papers, photographs --------------------------------------------------------------------------------------


def keuangan(kerja: Kerja, kegiatan: Kegiatan, rekap: list[RekapDesa], tahap_id: UUID | None) -> Keuangan | None:
    """Gather the money of a kegiatan; None where the office holds none."""
    sp2d, sts = _sp2d(kerja, kegiatan.id, tahap_id), _sts(kerja, kegiatan.id, tahap_id)
    t = jumlahkan(rekap)
    if not t.nominal_target and not sp2d:
        return None
    return Keuangan(kegiatan.pagu, kegiatan.sumber_dana, kegiatan.kode_rekening, sp2d, sts, t.nominal_tersalur)


def _sp2d(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID | None) -> tuple[Pembayaran, ...]:
    """Payments out of the treasury, by date."""
    nama = {t.id: t.nama for t in daftar_tahap(kerja, kegiatan_id)}
    kueri = select(Pencairan).where(Pencairan.kegiatan_id == kegiatan_id)
    return tuple(
        Pembayaran(nama[p.tahap_id], p.nomor_sp2d, p.tanggal, p.nilai)
        for p in kerja.sesi.exec(kueri.order_by(col(Pencairan.tanggal), col(Pencairan.urut)))
        if tahap_id in (None, p.tahap_id)
    )


def _sts(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID | None) -> tuple[Pembayaran, ...]:
    """Money given back, by date."""
    nama = {t.id: t.nama for t in daftar_tahap(kerja, kegiatan_id)}
    kueri = select(Setoran).where(Setoran.kegiatan_id == kegiatan_id)
    return tuple(
        Pembayaran(nama[p.tahap_id], p.nomor, p.tanggal, p.nilai)
        for p in kerja.sesi.exec(kueri.order_by(col(Setoran.tanggal), col(Setoran.urut)))
        if tahap_id in (None, p.tahap_id)
    )


def _lampiran(kerja: Kerja, kegiatan_id: UUID) -> tuple[str, ...]:
    """Name the papers that were printed for the kegiatan, each in its latest print; drafts and reports are left out."""
    kueri = select(Dokumen).where(Dokumen.kegiatan_id == kegiatan_id, col(Dokumen.kode).not_in(_BUKAN_LAMPIRAN))
    peta = peta_kantor(kerja)
    terakhir: dict[tuple[str, str | None, UUID | None], Dokumen] = {}
    for d in kerja.sesi.exec(kueri.order_by(col(Dokumen.urut))):
        terakhir[(d.kode, d.kode_desa, d.tahap_id)] = d
    return tuple(
        " ".join(
            filter(
                None,
                (
                    d.judul,
                    tanpa_ulang(f"{d.judul} ", peta.sebutan(d.kode_desa)) if d.kode_desa else "",
                    f"Nomor {d.nomor}" if d.nomor else "",
                    f"tanggal {tanggal(d.tanggal)}",
                ),
            )
        )
        for d in terakhir.values()
    )


def _foto(kerja: Kerja, kegiatan_id: UUID) -> Iterable[Foto]:
    """Yield the pictures attached to the hand-over's documentation, the oldest first; never a person's own papers."""
    kueri = (
        select(TautanLampiran, Lampiran.nama)
        .join(Kelengkapan, col(Kelengkapan.id) == col(TautanLampiran.objek_id))
        .join(Lampiran, col(Lampiran.id) == col(TautanLampiran.lampiran_id))
        .where(
            TautanLampiran.kegiatan_id == kegiatan_id,
            TautanLampiran.objek == "kelengkapan",
            col(Kelengkapan.kode).in_(_KODE_FOTO),
            col(Kelengkapan.usulan_id).is_(None),
        )
        .order_by(col(TautanLampiran.urut))
    )
    peta, banyak = peta_kantor(kerja), 0
    for tautan, nama in kerja.sesi.exec(kueri).all():
        isi = kerja.baca_lampiran(tautan.lampiran_id)
        if isi.startswith(_GAMBAR) and banyak < FOTO_TERBANYAK:
            banyak += 1
            tempat = f" {peta.sebutan(tautan.kode_desa)}" if tautan.kode_desa else ""
            yield Foto(isi, f"{tautan.keterangan or nama}{tempat}")
