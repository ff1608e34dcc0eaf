"""Gathers the papers around the use of the aid: pakta integritas, the form of the report, the letter that reminds."""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from app.bahasa.angka import rupiah
from app.bahasa.waktu import tanggal
from app.dokumen.isi import Kepala, Penanda, Permintaan, bertahun
from app.dokumen.isi_daftar import BarisOrang, Jumlah
from app.dokumen.isi_naskah import Alinea, Butir, IsiNaskah, KolomNaskah, Rincian, Surat, TabelNaskah, Ttd
from app.dokumen.kumpul_kepala import berhuruf, kepala_di, kumpul_kepala, penanda, tujuan_desa
from app.dokumen.kumpul_orang import Penulis, baris_orang, penulis
from app.identitas import kelompokkan, nip_berspasi, samarkan
from app.kantor import DataPejabat
from app.kerja import Kerja
from app.pakta import petugas_pakta
from app.penetapan.lihat import daftar_penerima, penetapan_berlaku
from app.penggunaan.laporan import BarisLaporan, StatusLaporan, daftar_laporan
from app.pijakan import lihat_kegiatan
from app.templat import kata_naskah, pengisi
from app.wilayah import induk, peta_kantor
from db.istilah import JenisKantor
from db.model import Kegiatan

_TITIK_TANGGAL = "." * 28
_BARIS_GUNA = 7  # empty lines to write on
_KOLOM_GUNA = (
    KolomNaskah("No.", 9, "tengah"), KolomNaskah("Digunakan untuk", 80), KolomNaskah("Jumlah (Rp)", 34, "kanan"),
    KolomNaskah("Bukti (nota/foto)", 36),
)  # fmt: skip
_KOLOM_INGAT = (
    KolomNaskah("No.", 9, "tengah"), KolomNaskah("Nama", 52), KolomNaskah("NIK", 38, "tengah"),
    KolomNaskah("Bantuan diterima", 34, "tengah"), KolomNaskah("Batas waktu laporan", 36, "tengah"),
)  # fmt: skip


def isi_pakta(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the pakta integritas of every recipient on the decree in force; a wali signs for a child.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala, tulis = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta)
    sk = penetapan_berlaku(kerja, kegiatan_id)
    isi_teks = pengisi(kerja, "pakta", minta)
    for b in daftar_penerima(kerja, sk.id, desa=minta.desa, batas=None) if sk else ():
        if minta.orang in (None, b.orang_id):
            o = baris_orang(b, tulis, nomor=b.nomor_urut)
            fakta = {"kegiatan": kepala.nama, "kantor": kerja.kantor.nama, "desa": o.desa, "nama": o.nama}
            tempat = o.desa.split(" ", 1)[-1] or "." * 20
            yield _pernyataan(kepala, isi_teks(fakta), _diri(o), Penanda("", o.wali or o.nama, ber_nip=False), tempat)


def isi_pakta_petugas(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the pakta integritas of every official of the office, on a page of their own.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kepala = kumpul_kepala(kerja, lihat_kegiatan(kerja, kegiatan_id), minta)
    isi_teks = pengisi(kerja, "pakta_petugas", minta)
    for p in petugas_pakta(kerja):
        teks = isi_teks({"kegiatan": kepala.nama, "kantor": kerja.kantor.nama, "nama": p.nama})
        siapa = penanda(p) or Penanda(p.jabatan, p.nama)
        yield _pernyataan(kepala, teks, _petugas(p, siapa), siapa, kepala.tempat)


def _pernyataan(
    kepala: Kepala, teks: dict[str, tuple[str, ...]], diri: tuple[tuple[str, str], ...], siapa: Penanda, tempat: str
) -> IsiNaskah:
    kapan = tanggal(kepala.tanggal) if kepala.tanggal else _TITIK_TANGGAL
    return IsiNaskah(
        kepala=kepala,
        judul=(teks["judul"][0],),
        berkop=False,
        isi=(
            Alinea(teks["pembuka"]), Rincian(diri, masuk=7, lebar=44), Alinea(teks["nyatakan"]), Butir(teks["butir"]),
            Alinea(teks["penutup"]),
        ),
        ttd=((None, Ttd(siapa, (f"{tempat}, {kapan}", "Yang membuat pernyataan,"), meterai=True)),),
        jumlah=Jumlah(1),
    )  # fmt: skip


def _diri(o: BarisOrang) -> tuple[tuple[str, str], ...]:
    alamat = ", ".join(filter(None, (o.alamat_lengkap, o.desa, f"Kecamatan {o.kecamatan}" if o.kecamatan else "")))
    if not o.wali:
        return (("Nama", o.nama), ("NIK", kelompokkan(o.nik)), ("Alamat", alamat))
    return (
        ("Nama", o.wali), ("NIK", kelompokkan(o.wali_nik)), ("Alamat", alamat), ("Selaku wali dari", o.nama),
        ("NIK yang diwakili", kelompokkan(o.nik)),
    )  # fmt: skip


def _petugas(p: DataPejabat, siapa: Penanda) -> tuple[tuple[str, str], ...]:
    nip = (("NIP", nip_berspasi(siapa.nip)),) if siapa.ber_nip else ()
    return (("Nama", p.nama), *nip, ("Jabatan", p.jabatan))


# --- the recipient's report ------------------------------------------------------------------------------------------


def isi_laporan_penggunaan(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the form of the report for everyone who got something: filled in as far as a report came, else blank.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala, tulis = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta)
    isi_teks = pengisi(kerja, "laporan_penggunaan", minta)
    for b in daftar_laporan(kerja, kegiatan_id, desa=minta.desa):
        if minta.orang not in (None, b.orang_id):
            continue
        fakta = {
            "kegiatan": kepala.nama, "kantor": kerja.kantor.nama, "nama": b.nama, "tanggal": tanggal(b.diserahkan),
            "batas": tanggal(b.batas),
        }  # fmt: skip
        yield _laporan(kepala, isi_teks(fakta), b, tulis)


def _laporan(kepala: Kepala, teks: dict[str, tuple[str, ...]], b: BarisLaporan, tulis: Penulis) -> IsiNaskah:
    desa = tulis.tempat(b.kode_desa)["desa"]
    diri = [("Nama", b.nama), ("NIK", kelompokkan(tulis.nomor(b.nik))), ("Desa/kelurahan", desa)]
    diri += [("Nilai bantuan", rupiah(b.nilai))] if b.nilai else []
    diri += [("Barang", b.barang)] if b.barang else []
    guna = b.laporan.guna if b.laporan else ()
    baris = [(str(n), g.untuk, rupiah(g.rupiah).removeprefix("Rp "), "") for n, g in enumerate(guna, 1)]
    kosong = [(str(n), "", "", "") for n in range(len(baris) + 1, max(len(baris), _BARIS_GUNA) + 1)]
    jumlah = rupiah(b.laporan.terpakai).removeprefix("Rp ") if b.laporan else ""
    return IsiNaskah(
        kepala=kepala,
        judul=(teks["judul"][0],),
        berkop=False,
        isi=(
            Alinea(teks["pembuka"]), Rincian(tuple(diri), masuk=7, lebar=38), Alinea(teks["isi"]),
            TabelNaskah(_KOLOM_GUNA, (*baris, *kosong), ("JUMLAH", jumlah, ""), tinggi=8),
            Alinea(teks["penutup"]),
        ),
        ttd=((None, Ttd(Penanda("", b.nama, ber_nip=False),
                        (f"{desa.split(' ', 1)[-1] or '.' * 20}, {_TITIK_TANGGAL}", "Penerima bantuan,"))),),
        jumlah=Jumlah(1),
    )  # fmt: skip


# --- the letter that reminds -----------------------------------------------------------------------------------------


def isi_ingat_penggunaan(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the letter to each desa, or to one, of which recipients owe a report.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    for kode, milik in groupby(_belum(kerja, kegiatan_id, minta.desa), key=lambda b: b.kode_desa):
        yield _ingat(kerja, kegiatan, kode, list(milik), minta)


def desa_ingat(kerja: Kerja, kegiatan_id: UUID) -> list[str]:
    """Return the codes of the desa of which somebody's report is late."""
    return list(dict.fromkeys(b.kode_desa for b in _belum(kerja, kegiatan_id, None)))


def _belum(kerja: Kerja, kegiatan_id: UUID, desa: str | None) -> list[BarisLaporan]:
    semua = daftar_laporan(kerja, kegiatan_id, desa=desa, status=StatusLaporan.TERLAMBAT)
    return sorted(semua, key=lambda b: (b.kode_desa, b.batas, b.nama))


def _ingat(kerja: Kerja, kegiatan: Kegiatan, kode: str, milik: list[BarisLaporan], minta: Permintaan) -> IsiNaskah:
    peta = peta_kantor(kerja)
    desa = peta.sebutan(kode) if kode else "Desa belum diketahui"
    kecamatan = peta.nama(induk(kode)) if kode else ""
    camat = f"Camat {kecamatan}" if kecamatan and kerja.kantor.jenis != JenisKantor.KECAMATAN else ""
    kepala = kepala_di(kumpul_kepala(kerja, kegiatan, minta), minta, kode)
    fakta = {
        "kegiatan": bertahun(kegiatan.nama, kegiatan.tahun), "desa": desa, "jumlah": berhuruf(len(milik)),
        "kantor": kerja.kantor.nama, "batas": tanggal(minta.batas) if minta.batas else "",
    }  # fmt: skip
    teks = kata_naskah(kerja, "ingat_penggunaan", fakta, minta)
    baris = tuple(
        (str(n), b.nama, samarkan(b.nik) if b.nik else "-", tanggal(b.diserahkan), tanggal(b.batas))
        for n, b in enumerate(milik, 1)
    )
    return IsiNaskah(
        kepala=kepala,
        surat=Surat(teks["hal"][0], tujuan_desa(desa)),
        isi=(
            Alinea(teks["pembuka"], menjorok=True), TabelNaskah(_KOLOM_INGAT, baris),
            Alinea(teks["penutup"], menjorok=True),
        ),
        ttd=((None, Ttd(kepala.penanda)),),
        tembusan=(f"{camat}.",) if camat else (),
        kaki=f"{teks['hal'][0]} - {desa}",
        jumlah=Jumlah(len(milik)),
    )  # fmt: skip
