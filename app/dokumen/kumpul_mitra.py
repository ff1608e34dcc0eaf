"""Gathers what goes between office and penyalur: penunjukan, perjanjian, kesepakatan teknis, berkas pencairan."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from app.bahasa.angka import bilangan, rupiah, terbilang_rupiah
from app.bahasa.istilah import label
from app.dokumen.isi import Kepala, Penanda, Permintaan
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_naskah import (
    Alinea,
    Blok,
    Butir,
    IsiNaskah,
    KolomNaskah,
    Lampiran,
    Rincian,
    Surat,
    TabelNaskah,
    Tengah,
    Ttd,
)
from app.dokumen.kumpul_daftar import jabatan_bupati, nominal_penetapan, sebutan_sk
from app.dokumen.kumpul_kepala import (
    BUPATI,
    berhuruf,
    fakta_hari,
    kumpul_kepala,
    penanda,
    pilih_pejabat,
    tahap_diminta,
    tempat_tanggal,
)
from app.dokumen.kumpul_orang import baris_orang, penulis
from app.dokumen.kumpul_salur import rekap_desa
from app.identitas import kelompokkan
from app.kerja import Kerja
from app.lambang import lambang_negara
from app.mitra import BarisPerjanjian, DataMitra, daftar_mitra, daftar_perjanjian
from app.penetapan.lihat import RingkasanPenetapan, penetapan_berlaku
from app.penetapan.lihat import rekap_desa as rekap_penetapan
from app.penyaluran.cari import semua_serah
from app.pijakan import daftar_tahap, lihat_kegiatan
from app.templat import kata_naskah
from db.galat import KnownError
from db.istilah import JenisBantuan, JenisPerjanjian
from db.model import Kegiatan

PENGGUNA_ANGGARAN = ("pa", "kpa", "kepala", "camat")
_TITIK = "." * 40


def _terakhir(kerja: Kerja, kegiatan_id: UUID, *jenis: JenisPerjanjian) -> BarisPerjanjian | None:
    """Return the newest agreement of these kinds."""
    ada = [p for p in daftar_perjanjian(kerja, kegiatan_id) if p.jenis in jenis]
    return ada[-1] if ada else None


def _mitra(kerja: Kerja, kegiatan_id: UUID, perjanjian: BarisPerjanjian | None) -> DataMitra:
    """Return with whom: as recorded, as in another agreement of the kegiatan, the office's only one, or blank."""
    lain = perjanjian or _terakhir(kerja, kegiatan_id, *JenisPerjanjian)
    if lain is not None:
        return lain.mitra
    semua = daftar_mitra(kerja)
    return semua[0] if len(semua) == 1 else DataMitra("", "")


def _bernomor(kepala: Kepala, p: BarisPerjanjian | None) -> Kepala:
    """Take number and date of the agreement once it is recorded."""
    if p is None:
        return kepala
    return replace(kepala, nomor=p.nomor or kepala.nomor, tanggal=p.tanggal)


def _fakta(kerja: Kerja, kegiatan: Kegiatan, kepala: Kepala, mitra: DataMitra) -> dict[str, str]:
    """Fill in what all papers with a penyalur say: decree, people, desa, value, who.

    Raises:
        KnownError: `penetapan_belum_sah`.
    """
    sk = _sah(kerja, kegiatan)
    nilai = _jumlah(kerja, kegiatan).rupiah or 0
    return {
        "kegiatan": kepala.nama,
        "dasar": sebutan_sk(kerja, sk),
        "kantor": kerja.kantor.nama,
        "mitra": mitra.nama or _TITIK,
        "jumlah": berhuruf(sk.jumlah_orang),
        "jumlah_desa": bilangan(sum(bool(r.kode_desa) for r in rekap_penetapan(kerja, sk.id))),
        "nilai": rupiah(nilai) if nilai else "",
        "nilai_kata": terbilang_rupiah(nilai).lower() if nilai else "",
    }


def _sah(kerja: Kerja, kegiatan: Kegiatan) -> RingkasanPenetapan:
    sk = penetapan_berlaku(kerja, kegiatan.id)
    if sk is None:
        raise KnownError("penetapan_belum_sah")
    return sk


def _jumlah(kerja: Kerja, kegiatan: Kegiatan) -> Jumlah:
    """What the decree promises over all tahap: people and rupiah."""
    sk = _sah(kerja, kegiatan)
    nilai = sum(n or 0 for n in nominal_penetapan(kerja, kegiatan, sk.id).values())
    return Jumlah(sk.jumlah_orang, nilai or None)


def _orang_mitra(mitra: DataMitra) -> Penanda:
    return Penanda(mitra.jabatan, mitra.penanggung_jawab, ber_nip=False)


def isi_penunjukan(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiNaskah:
    """Gather the letter in which the head of the region appoints who hands out (rehsos step 4).

    Raises:
        KnownError: `kegiatan_tidak_ada`, `penetapan_belum_sah`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    surat = _terakhir(kerja, kegiatan_id, JenisPerjanjian.PENUNJUKAN)
    kepala = _bernomor(kumpul_kepala(kerja, kegiatan, minta, kunci=BUPATI), surat)
    mitra = _mitra(kerja, kegiatan_id, surat)
    teks = kata_naskah(kerja, "penunjukan", _fakta(kerja, kegiatan, kepala, mitra), minta)
    jabatan = kepala.penanda.atas_nama or kepala.penanda.jabatan if kepala.penanda else jabatan_bupati(kerja)
    return IsiNaskah(
        kepala=kepala,
        kop_jabatan=jabatan,
        lambang=lambang_negara(kerja),
        surat=Surat(teks["hal"][0], (f"Pimpinan {mitra.nama or _TITIK}", "di Tempat")),
        isi=(
            Alinea(teks["pembuka"], menjorok=True),
            Butir(teks["butir"], huruf=True),
            Alinea(teks["penutup"], menjorok=True),
        ),
        ttd=((None, Ttd(_kapital(kepala.penanda or Penanda(jabatan, ber_nip=False)))),),
        tembusan=(f"Kepala {kerja.kantor.nama}.",),
        jumlah=_jumlah(kerja, kegiatan),
    )


def _kapital(p: Penanda) -> Penanda:
    """Write the posts in capitals, as the head of a region signs."""
    return replace(p, jabatan=p.jabatan.upper(), atas_nama=p.atas_nama.upper(), untuk_beliau=p.untuk_beliau.upper())


def isi_perjanjian(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiNaskah:
    """Gather the draft of the agreement (rehsos step 5): articles of the office's own text, both parties' numbers.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `penetapan_belum_sah`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    surat = _terakhir(kerja, kegiatan_id, JenisPerjanjian.MOU, JenisPerjanjian.KONTRAK)
    kepala = _bernomor(kumpul_kepala(kerja, kegiatan, minta), surat)
    mitra = _mitra(kerja, kegiatan_id, surat)
    fakta = {
        **_fakta(kerja, kegiatan, kepala, mitra), **fakta_hari(kepala.tanggal), "tempat": kepala.tempat or _TITIK,
    }  # fmt: skip
    teks = kata_naskah(kerja, "perjanjian", fakta, minta)
    p = kepala.penanda or Penanda("")
    satu = (("Nama", p.nama), ("Jabatan", p.jabatan), ("Alamat", kepala.kop.alamat))
    dua = (("Nama", mitra.penanggung_jawab), ("Jabatan", mitra.jabatan), ("Alamat", mitra.alamat))
    nomor_mitra = surat.nomor_mitra if surat else ""
    return IsiNaskah(
        kepala=kepala,
        judul=(teks["judul"][0], "ANTARA", kerja.kantor.nama.upper(), "DENGAN", (mitra.nama or _TITIK).upper(),
               "TENTANG", teks["tentang"][0].upper()),
        baris_nomor=(f"NOMOR: {kepala.nomor or _TITIK}", f"NOMOR: {nomor_mitra or _TITIK}"),
        isi=(
            Alinea(teks["pembuka"]),
            Rincian(satu, lebar=24, masuk=7, nomor="1."), Alinea(teks["pihak_satu"], masuk=7),
            Rincian(dua, lebar=24, masuk=7, nomor="2."), Alinea(teks["pihak_dua"], masuk=7),
            Alinea(teks["sepakat"]),
            *_pasal(teks["pasal"]),
            Alinea(teks["penutup"]),
        ),
        ttd=((Ttd(_orang_mitra(mitra), ("PIHAK KEDUA,",), meterai=True),
              Ttd(kepala.penanda, ("PIHAK KESATU,",), meterai=True)),),
        kaki=f"Perjanjian - {kepala.kegiatan}",
        jumlah=_jumlah(kerja, kegiatan),
    )  # fmt: skip


def _pasal(teks: tuple[str, ...]) -> Iterator[Blok]:
    """Turn paragraphs into articles: one that begins with `#` opens the next; several under it are counted (1), (2)."""
    nomor, isi = 0, list[str]()
    for t in (*teks, "#"):
        if not t.startswith("#"):
            isi.append(t)
            continue
        if isi:
            yield Butir(tuple(isi)) if len(isi) > 1 else Alinea(tuple(isi))
            isi = []
        if judul := t.removeprefix("#").strip():
            nomor += 1
            yield Tengah((f"Pasal {nomor}", judul.upper()))


def isi_kesepakatan(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiNaskah:
    """Gather the technical agreement on the hand-over (uep step 4).

    Raises:
        KnownError: `kegiatan_tidak_ada`, `penetapan_belum_sah`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    surat = _terakhir(kerja, kegiatan_id, JenisPerjanjian.KESEPAKATAN)
    kepala = _bernomor(kumpul_kepala(kerja, kegiatan, minta), surat)
    mitra = _mitra(kerja, kegiatan_id, surat)
    cara = label(JenisBantuan(kegiatan.jenis_bantuan)).lower() if kegiatan.jenis_bantuan else ""
    fakta = {
        **_fakta(kerja, kegiatan, kepala, mitra),
        **fakta_hari(kepala.tanggal),
        "tempat": kepala.tempat or _TITIK,
        "cara": cara,
    }
    teks = kata_naskah(kerja, "kesepakatan", fakta, minta)
    return IsiNaskah(
        kepala=kepala,
        judul=(teks["judul"][0],),
        baris_nomor=(f"NOMOR: {kepala.nomor or _TITIK}",),
        isi=(Alinea(teks["pembuka"]), Butir(teks["butir"]), Alinea(teks["penutup"])),
        ttd=((Ttd(_orang_mitra(mitra), (mitra.nama or _TITIK,)), Ttd(kepala.penanda, (kerja.kantor.nama,))),),
        kaki=f"Kesepakatan teknis - {kepala.kegiatan}",
        jumlah=_jumlah(kerja, kegiatan),
    )


# --- berkas pencairan ------------------------------------------------------------------------------------------------


def isi_pencairan(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiNaskah:
    """Gather the papers of a payment: sums per desa, and the list of accounts with the same total (rehsos step 6).

    Raises:
        KnownError: `kegiatan_tidak_ada`, `penetapan_belum_sah`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap) or daftar_tahap(kerja, kegiatan_id)[0]
    minta = replace(minta, tahap=tahap.nomor)
    kepala = kumpul_kepala(kerja, kegiatan, minta, kunci=PENGGUNA_ANGGARAN)
    rekap = rekap_desa(kerja, kegiatan_id, tahap_id=tahap.id)
    orang, nilai = sum(r.target for r in rekap), sum(r.nominal_target for r in rekap)
    fakta = {
        **_fakta(kerja, kegiatan, kepala, DataMitra("")),
        "jumlah": berhuruf(orang), "nilai": rupiah(nilai) if nilai else "",
        "nilai_kata": terbilang_rupiah(nilai).lower() if nilai else "", "sumber_dana": kegiatan.sumber_dana,
    }  # fmt: skip
    teks = kata_naskah(kerja, "pencairan", fakta, minta)
    baris = tuple(
        (str(n), r.desa, r.kecamatan or "-", bilangan(r.target), bilangan(r.nominal_target))
        for n, r in enumerate(rekap, 1)
    )
    kolom = (KolomNaskah("No.", 9, "tengah"), KolomNaskah("Desa/Kelurahan", 55), KolomNaskah("Kecamatan", 40),
             KolomNaskah("Penerima", 25, "kanan"), KolomNaskah("Nilai (Rp)", 36, "kanan"))  # fmt: skip
    anggaran = (("Sumber dana", kegiatan.sumber_dana), ("Kode rekening", kegiatan.kode_rekening))
    return IsiNaskah(
        kepala=kepala,
        judul=(teks["judul"][0], kepala.kegiatan.upper(), *filter(None, (kepala.baris_tahun.upper(),))),
        isi=(
            *([Rincian(tuple(a for a in anggaran if a[1]))] if any(a[1] for a in anggaran) else []),
            Alinea(teks["pembuka"]),
            TabelNaskah(kolom, baris, ("JUMLAH", bilangan(orang), bilangan(nilai))),
            Alinea((f"Terbilang: {terbilang_rupiah(nilai)}.",)),
            Alinea(teks["penutup"]),
        ),
        ttd=_ttd_pencairan(kerja, kepala),
        lampiran=(_daftar_rekening(kerja, kegiatan_id, minta, tahap.id, Jumlah(orang, nilai)),),
        kaki=f"Berkas pencairan - {kepala.kegiatan} {kepala.tahap}".strip(),
        jumlah=Jumlah(orang, nilai),
    )


def _ttd_pencairan(kerja: Kerja, kepala: Kepala) -> tuple[tuple[Ttd | None, ...], ...]:
    """PPTK, PPK-SKPD and Bendahara as far as the office named them, the budget holder last."""
    pada = kepala.tanggal or kerja.hari_ini()
    lain = [penanda(pilih_pejabat(kerja, None, (k,), pada)) for k in ("pptk", "ppk_skpd", "bendahara")]
    urut = [*(Ttd(p) for p in lain if p), Ttd(kepala.penanda, (tempat_tanggal(kepala),))]
    pasangan: list[tuple[Ttd | None, ...]] = [tuple(urut[i : i + 2]) for i in range(0, len(urut), 2)]
    return tuple(p if len(p) == 2 else (None, *p) for p in pasangan)


def _daftar_rekening(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan, tahap_id: UUID, jumlah: Jumlah) -> Lampiran:
    """List every account; one that is missing says so, because the bank returns it."""
    tulis = penulis(kerja, minta)

    def baris() -> Iterator[tuple[str, ...]]:
        for n, b in enumerate(semua_serah(kerja, kegiatan_id, tahap_id=tahap_id), 1):
            o = baris_orang(b, tulis, nomor=n, nominal=b.nominal)
            bank = o.bank or "-"
            yield (str(n), o.nama, kelompokkan(o.nik), o.desa, bank, o.rekening or "belum ada", o.atas_nama or "-",
                   "" if o.nominal is None else bilangan(o.nominal))  # fmt: skip

    kolom = (KolomNaskah("No.", 9, "tengah"), KolomNaskah("Nama", 38), KolomNaskah("NIK", 35, "tengah"),
             KolomNaskah("Desa/Kel.", 28), KolomNaskah("Bank", 20), KolomNaskah("No. rekening", 32, "tengah"),
             KolomNaskah("Atas nama", 32), KolomNaskah("Nilai (Rp)", 24, "kanan"))  # fmt: skip
    akhir = (f"JUMLAH: {bilangan(jumlah.orang)} orang", bilangan(jumlah.rupiah or 0))
    return Lampiran(("DAFTAR REKENING PENERIMA",), (TabelNaskah(kolom, baris(), akhir, ukuran=7.5),))
