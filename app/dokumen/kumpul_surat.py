"""Gathers letters: surat perintah tugas, lembar disposisi, pengembalian to the desa, draft of a decree."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import col, select

from app.bahasa.angka import bilangan, rupiah, terbilang, terbilang_rupiah
from app.bahasa.waktu import rentang
from app.dokumen.isi import Penanda, Permintaan, bertahun, tahun_anggaran
from app.dokumen.isi_daftar import BarisOrang
from app.dokumen.isi_surat import Arahan, IsiDisposisi, IsiPengembalian, IsiSk, IsiSpt, Petugas
from app.dokumen.kumpul_daftar import jabatan_bupati, nominal_penetapan
from app.dokumen.kumpul_kepala import BUPATI, berhuruf, kumpul_kepala, nama_tksk, tujuan_desa
from app.dokumen.kumpul_orang import baris_calon, calon_usulan, penulis
from app.kerja import Kerja
from app.lambang import lambang_negara
from app.penetapan.lihat import RingkasanPenetapan, draf_penetapan, penetapan_berlaku, rekap_desa
from app.pijakan import daftar_tahap, lihat_kegiatan
from app.register import daftar_disposisi, surat
from app.siks.kembali import DesaKembali, daftar_kembali
from app.sop.konteks import definisi_kegiatan
from app.spt import PetugasSpt, daftar_spt
from app.templat import kata_naskah
from app.wilayah import induk, peta_kantor
from db.galat import KnownError
from db.istilah import ArahSurat, StatusUsulan
from db.model import Kegiatan, Surat


def isi_spt(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiSpt:
    """Gather the newest SPT of a kegiatan; its number and date are those of the register.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `spt_belum_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    semua = daftar_spt(kerja, kegiatan_id)
    if not semua:
        raise KnownError("spt_belum_ada")
    spt = semua[-1]
    kepala = kumpul_kepala(kerja, kegiatan, replace(minta, nomor=spt.nomor, tanggal=spt.isi.tanggal))
    return IsiSpt(
        kepala=kepala,
        dasar=spt.isi.dasar,
        petugas=tuple(_petugas(p) for p in spt.isi.petugas),
        untuk=spt.isi.untuk,
        waktu=rentang(spt.isi.mulai, spt.isi.sampai),
        tempat=spt.isi.tempat,
        penutup=" ".join(kata_naskah(kerja, "spt", _fakta_umum(kerja, kegiatan), minta)["penutup"]),
        tembusan=spt.isi.tembusan,
    )


def _fakta_umum(kerja: Kerja, kegiatan: Kegiatan) -> dict[str, str]:
    return {"kegiatan": bertahun(kegiatan.nama, kegiatan.tahun), "kantor": kerja.kantor.nama}


def _petugas(p: PetugasSpt) -> Petugas:
    return Petugas(p.nama, p.pangkat, p.nip, p.jabatan)


def isi_disposisi(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiDisposisi:
    """Gather the newest incoming letter of a kegiatan with what was written on it.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `surat_masuk_belum_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kueri = select(Surat.id).where(
        Surat.kegiatan_id == kegiatan_id, Surat.arah == ArahSurat.MASUK.value, col(Surat.digantikan).is_(False)
    )
    surat_id = kerja.sesi.exec(kueri.order_by(col(Surat.urut).desc())).first()
    if surat_id is None:
        raise KnownError("surat_masuk_belum_ada")
    s = surat(kerja, surat_id)
    return IsiDisposisi(
        kepala=kumpul_kepala(kerja, kegiatan, minta),
        dari=s.dari,
        nomor_surat=s.nomor_surat,
        tanggal_surat=s.tanggal_surat,
        tanggal_terima=s.tanggal_terima,
        nomor_agenda=s.nomor_agenda,
        sifat=s.sifat,
        hal=s.perihal,
        arahan=tuple(
            Arahan(d.isi.dari, d.isi.kepada, d.isi.instruksi, d.isi.catatan, d.isi.tanggal, d.isi.batas)
            for d in daftar_disposisi(kerja, surat_id=surat_id)
        ),
    )


# --- back to the desa ------------------------------------------------------------------------------------------------


def isi_pengembalian(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiPengembalian]:
    """Gather the return letter of one desa, or of each; number and date are the register's where it is entered.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    peta = peta_kantor(kerja)
    for d in daftar_kembali(kerja, kegiatan_id):
        if minta.desa not in (None, d.kode_desa):
            continue
        kecamatan = peta.nama(induk(d.kode_desa)) if d.kode_desa else ""
        kepala = kumpul_kepala(kerja, kegiatan, _minta_surat(kerja, d, minta))
        teks = kata_naskah(kerja, "pengembalian", _fakta_kembali(kerja, kegiatan, d), minta)
        yield IsiPengembalian(
            kepala=kepala,
            desa=d.desa,
            kecamatan=kecamatan,
            tujuan=tujuan_desa(d.desa, _lewat_tksk(kerja, d, kecamatan, kepala.tanggal)),
            hal=teks["hal"][0],
            pembuka=teks["pembuka"],
            penutup=teks["penutup"],
            baris=_baris_kembali(kerja, kegiatan_id, d, minta),
            tembusan=(f"Camat {kecamatan}.",) if kecamatan else (),
        )


def _lewat_tksk(kerja: Kerja, d: DesaKembali, kecamatan: str, hari: date | None) -> str:
    """Say who carries the letter: the TKSK whom the register names, else who holds the post in that kecamatan."""
    nama = d.tksk or nama_tksk(kerja, kecamatan, hari)
    return " ".join(
        filter(None, ("melalui TKSK", f"Kecamatan {kecamatan}" if kecamatan else "", f"({nama})" if nama else ""))
    )


def isi_daftar_pengembalian(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiPengembalian:
    """Gather the return list of one desa, or of all in one workbook.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `dokumen_kosong`.
    """
    semua = list(isi_pengembalian(kerja, kegiatan_id, minta))
    if not semua:
        raise KnownError("dokumen_kosong", nama="daftar pengembalian")
    if minta.desa is not None:
        return semua[0]
    gabung = (b for isi in semua for b in isi.baris)
    return replace(
        semua[0],
        desa=f"{len(semua)} desa/kelurahan",
        kecamatan="",
        baris=(replace(b, nomor=n) for n, b in enumerate(gabung, 1)),
    )


def _minta_surat(kerja: Kerja, d: DesaKembali, minta: Permintaan) -> Permintaan:
    """Take number and date from the register once the letter is entered there."""
    if d.surat_id is None:
        return minta
    return replace(minta, nomor=d.nomor_surat, tanggal=surat(kerja, d.surat_id).tanggal_surat or minta.tanggal)


def _fakta_kembali(kerja: Kerja, kegiatan: Kegiatan, d: DesaKembali) -> dict[str, str]:
    return {
        "kegiatan": bertahun(kegiatan.nama, kegiatan.tahun),
        "usulan": kegiatan.nama if kegiatan.nama.lower().startswith("usulan") else f"Usulan {kegiatan.nama}",
        "desa": d.desa,
        "jumlah": berhuruf(len(d.orang)),
        "kantor": kerja.kantor.nama,
    }


def _baris_kembali(kerja: Kerja, kegiatan_id: UUID, d: DesaKembali, minta: Permintaan) -> Iterator[BarisOrang]:
    """Yield the refused of one desa with the reason and, at the counter, their register number."""
    tulis = penulis(kerja, minta)
    calon = {c.usulan_id: c for c in calon_usulan(kerja, kegiatan_id, (StatusUsulan.DITOLAK_SISTEM,))}
    for nomor, o in enumerate(d.orang, 1):
        if o.usulan_id in calon:
            yield baris_calon(calon[o.usulan_id], tulis, nomor=nomor, keterangan=o.alasan or "Ditolak SIKS-NG")


# --- draft of a decree -----------------------------------------------------------------------------------------------


def isi_sk(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiSk:
    """Gather the draft of the decree: of the list that waits, else of the list in force.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `penetapan_belum_disusun`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    sk = draf_penetapan(kerja, kegiatan_id) or penetapan_berlaku(kerja, kegiatan_id)
    if sk is None:
        raise KnownError("penetapan_belum_disusun")
    minta = replace(minta, nomor=minta.nomor or sk.nomor, tanggal=sk.tanggal)
    kepala = kumpul_kepala(kerja, kegiatan, minta, kunci=BUPATI)
    pejabat = sk.jabatan_penandatangan or (kepala.penanda.jabatan if kepala.penanda else jabatan_bupati(kerja))
    if kepala.penanda is None:
        kepala = replace(kepala, penanda=Penanda(pejabat, sk.penandatangan, ber_nip=False))
    teks = kata_naskah(kerja, "sk", _fakta_sk(kerja, kegiatan, sk, pejabat, kepala.pemda), minta)
    return IsiSk(
        kepala=kepala,
        pejabat=pejabat,
        tentang=sk.tentang or teks["tentang"][0],
        menimbang=teks["menimbang"],
        mengingat=teks["mengingat"],
        memperhatikan=teks["memperhatikan"],
        diktum=teks["diktum"],
        tempat=kepala.tempat,
        lambang=lambang_negara(kerja),
    )


def _fakta_sk(kerja: Kerja, kegiatan: Kegiatan, sk: RingkasanPenetapan, pejabat: str, pemda: str) -> dict[str, str]:
    """Fill in the fields of the decree; a single amount is named only where all get the same."""
    nominal = set(nominal_penetapan(kerja, kegiatan, sk.id).values())
    tahap = daftar_tahap(kerja, kegiatan.id)
    sama = nominal.pop() if len(nominal) == 1 else None
    return {
        "kegiatan": tahun_anggaran(kegiatan.nama, kegiatan.tahun),
        "pemda": pemda,
        "jabatan": pejabat,
        "kantor": kerja.kantor.nama,
        "jumlah_desa": bilangan(sum(bool(r.kode_desa) for r in rekap_desa(kerja, sk.id))),
        "jumlah": bilangan(sk.jumlah_orang),
        "jumlah_kata": terbilang(sk.jumlah_orang),
        "nominal_sekali": rupiah(sama) if sama and len(tahap) == 1 else "",
        "nominal_bertahap": rupiah(sama) if sama and len(tahap) > 1 else "",
        "nominal_kata": terbilang_rupiah(sama).lower() if sama else "",
        "jumlah_tahap": f"{len(tahap)} ({terbilang(len(tahap))})",
        "sumber_dana": kegiatan.sumber_dana,
        "dasar_hukum": "\n".join(b.tampil for b in definisi_kegiatan(kegiatan).kepala.dasar_hukum),
    }
