"""Gathers lists of people: BNBA, daftar penerima, lampiran SK, tanda terima, daftar hadir, field form."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.bahasa.waktu import tanggal, tanggal_pendek
from app.dokumen.isi import Barang, Kepala, Penanda, Permintaan, tahun_anggaran
from app.dokumen.isi_daftar import BarisOrang, IsiDaftar, IsiLampiranSk, KolomProfil
from app.dokumen.isi_surat import IsiFormulir
from app.dokumen.kumpul_kepala import BUPATI, kumpul_kepala, penanda, pilih_pejabat, tahap_diminta
from app.dokumen.kumpul_orang import (
    Penulis,
    ada_uang,
    alir_bernominal,
    alir_calon,
    baris_calon,
    baris_orang,
    calon_usulan,
    dijanjikan,
    penulis,
)
from app.kantor import daftar_pejabat
from app.kegiatan import barang_kegiatan
from app.kerja import Kerja
from app.penetapan.lihat import RingkasanPenetapan, draf_penetapan, penetapan_berlaku
from app.penetapan.susun import desa_calon, nominal_tahap
from app.penyaluran.muat import muat_hitungan
from app.pijakan import daftar_tahap, lihat_kegiatan
from app.profil_kolom import BIDANG, lengkapi_orang, profil_dari
from app.templat import kata_naskah
from app.wilayah import induk, peta_kantor
from db.galat import KnownError
from db.istilah import LEWAT_REKENING, StatusUsulan
from db.model import Kegiatan, Penerima, Rekening, Usulan

SEMUA_ISIAN = "\0"
"""Asks for every field instead of a layout's columns."""
BELUM_PUTUS = (StatusUsulan.DIUSULKAN,)
MASIH_IKUT = (StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK)


# --- BNBA ------------------------------------------------------------------------------------------------------------


def isi_bnba(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiDaftar:
    """Gather the BNBA: the decree's list, before a decree those found layak, before verification those proposed.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`, `dokumen_kosong`, `profil_tidak_ada`.
    """
    susunan = _susunan(kerja, minta)
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    sah = penetapan_berlaku(kerja, kegiatan_id)
    if sah is not None:
        return _daftar_sah(kerja, kegiatan, sah, minta, ("DAFTAR PENERIMA BANTUAN BY NAME BY ADDRESS (BNBA)",))
    status: tuple[StatusUsulan, ...] = (StatusUsulan.LAYAK,)
    judul = "DAFTAR USULAN YANG DINYATAKAN LAYAK (BNBA SEBELUM PENETAPAN)"
    if not _ada_calon(kerja, kegiatan_id, status, minta.desa):
        status, judul = MASIH_IKUT, "DAFTAR USULAN (BNBA SEBELUM VERIFIKASI)"
    if not _ada_calon(kerja, kegiatan_id, status, minta.desa):
        raise KnownError("dokumen_kosong", nama="BNBA")
    tulis, benda, tahap = penulis(kerja, minta), _barang_kegiatan(kegiatan), daftar_tahap(kerja, kegiatan_id)
    wali, rekening, uang = ciri_calon(kerja, kegiatan, status)
    return IsiDaftar(
        kepala=kumpul_kepala(kerja, kegiatan, minta),
        judul=(judul,),
        baris=lengkapi_orang(
            kerja, _kolom_orang(susunan, tulis),
            (
                (
                    c.orang_id,
                    baris_calon(
                        c, tulis, nomor=n, nominal=dijanjikan(kegiatan, tahap, c.nominal_khusus), barang=benda
                    ),
                )
                for n, c in enumerate(alir_calon(kerja, kegiatan_id, status, minta.desa), 1)
            ),
        ),
        uang=uang,
        ada_barang=bool(benda),
        ada_rekening=rekening,
        ada_wali=wali,
        publik=minta.publik,
        **susunan,
        **_satu_desa(kerja, minta),
    )  # fmt: skip


def isi_usulan_siks(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiDaftar:
    """Gather the sheet by which proposals are entered in SIKS-NG, in the layout of that name unless another is chosen.

    Raises:
        KnownError: as `isi_bnba`.
    """
    return isi_bnba(kerja, kegiatan_id, replace(minta, profil=minta.profil or "siks-ng"))


def isi_daftar_rekening(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiDaftar:
    """Gather the list by which the bank pays, in the layout of that name unless another is chosen.

    Raises:
        KnownError: as `isi_bnba`.
    """
    isi = isi_bnba(kerja, kegiatan_id, replace(minta, profil=minta.profil or "daftar-rekening"))
    return replace(isi, judul=("DAFTAR REKENING PENERIMA BANTUAN",))


def _ada_calon(kerja: Kerja, kegiatan_id: UUID, status: Collection[StatusUsulan], desa: str | None) -> bool:
    ada = desa_calon(kerja, kegiatan_id, status)
    return bool(ada) if desa is None else desa in ada


def contoh_bnba(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan, banyak: int = 5) -> tuple[BarisOrang, ...]:
    """Return the first rows of the BNBA with every field that a layout may ask for; nobody yet gives none.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    try:
        isi = isi_bnba(kerja, kegiatan_id, replace(minta, profil=SEMUA_ISIAN))
    except KnownError as salah:
        if salah.kode != "dokumen_kosong":
            raise
        return ()
    return tuple(islice(isi.baris, banyak))


def _susunan(kerja: Kerja, minta: Permintaan) -> dict[str, Any]:
    """Say which columns were asked for; nothing lets the paper choose."""
    if minta.profil is None:
        return {}
    if minta.profil == SEMUA_ISIAN:
        return {"kolom": tuple(KolomProfil(kode, kode) for kode in BIDANG)}
    profil = profil_dari(kerja, minta.profil)
    return {"kolom": profil.kolom, "polos": profil.polos}


def _kolom_orang(susunan: Mapping[str, Any], tulis: Penulis) -> tuple[KolomProfil, ...]:
    """Return the columns for which more of a person is fetched: none where identifiers are masked."""
    return () if tulis.samar else susunan.get("kolom", ())


def _daftar_sah(
    kerja: Kerja, kegiatan: Kegiatan, sah: RingkasanPenetapan, minta: Permintaan, judul: tuple[str, ...]
) -> IsiDaftar:
    """Gather a decree's list with what each person is owed in the tahap asked for, or in all."""
    tahap = tahap_diminta(kerja, kegiatan.id, minta.tahap)
    susunan = _susunan(kerja, minta)
    teralokasi, uang = ada_uang(kerja, kegiatan.id)
    tulis, benda = penulis(kerja, minta), _barang_kegiatan(kegiatan)
    wali, rekening = ciri_penerima(kerja, sah.id)
    rekening_dituju = kegiatan.jenis_bantuan in LEWAT_REKENING
    diminta = {k.bidang for k in susunan.get("kolom", ())} & {"dana_masuk", "diserahkan"}
    fakta = tanggal_terima(kerja, kegiatan.id, tahap.id if tahap else None) if rekening_dituju or diminta else {}
    return IsiDaftar(
        kepala=kumpul_kepala(kerja, kegiatan, minta),
        judul=judul,
        baris=lengkapi_orang(
            kerja, _kolom_orang(susunan, tulis),
            (
                (
                    b.orang_id,
                    baris_orang(
                        b, tulis, nomor=n, nominal=nominal, barang=benda, keterangan=b.pengecualian,
                        **fakta.get(b.orang_id, {}),
                    ),
                )
                for n, (b, nominal) in enumerate(
                    alir_bernominal(kerja, kegiatan, sah.id, minta.desa, tahap=tahap, teralokasi=teralokasi), 1
                )
            ),
        ),
        dasar=sebutan_sk(kerja, sah),
        uang=uang if teralokasi else beruang(kerja, kegiatan),
        ada_barang=bool(benda),
        ada_rekening=rekening,
        ada_wali=wali,
        ada_dana=rekening_dituju and bool(fakta),
        publik=minta.publik,
        **susunan,
        **_satu_desa(kerja, minta),
    )  # fmt: skip


def tanggal_terima(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID | None) -> dict[UUID, dict[str, date | str]]:
    """Return when money came to each person's account and when something was handed over; two facts, two columns."""
    satu = tahap_id is not None or len(daftar_tahap(kerja, kegiatan_id)) == 1
    hasil: dict[UUID, dict[str, date | str]] = {}
    for h in muat_hitungan(kerja, kegiatan_id, tahap_id=tahap_id, bertanggal=True):
        for bidang, c in (("dana_masuk", h.keadaan.dana_masuk), ("diserahkan", h.keadaan.diserahkan)):
            if c is None or c.tanggal is None:
                continue
            milik = hasil.setdefault(h.orang_id, {})
            lama = f"{milik[bidang]}; " if bidang in milik else ""
            milik[bidang] = c.tanggal if satu else f"{lama}{tanggal_pendek(c.tanggal)}"
    return hasil


def sebutan_sk(kerja: Kerja, sk: RingkasanPenetapan | None) -> str:
    """Name a decree as papers quote it: `Keputusan Bupati Lamandau Nomor … tanggal …`; empty without a number."""
    if sk is None or not sk.nomor:
        return ""
    pejabat = sk.jabatan_penandatangan or jabatan_bupati(kerja)
    kapan = f" tanggal {tanggal(sk.tanggal)}" if sk.tanggal else ""
    return f"Keputusan {pejabat} Nomor {sk.nomor}{kapan}"


def jabatan_bupati(kerja: Kerja) -> str:
    """Name who signs decrees here: as set up, else by the region's name."""
    pejabat = pilih_pejabat(kerja, None, BUPATI, kerja.hari_ini())
    if pejabat is not None:
        return pejabat.jabatan
    daerah = peta_kantor(kerja).cari_kode(kerja.kantor.kode_wilayah[:5])
    jabatan = "Wali Kota" if daerah and daerah.jenis == "Kota" else "Bupati"
    return f"{jabatan} {peta_kantor(kerja).nama(kerja.kantor.kode_wilayah[:5])}"


def ciri_penerima(kerja: Kerja, penetapan_id: UUID) -> tuple[bool, bool]:
    """Tell whether anyone on a decree's list has a wali, and whether anyone has a bank account."""

    def ada(kunci: str) -> bool:
        isi = col(Penerima.data)[kunci].as_string()
        kueri = sa.select(col(Penerima.id)).where(
            col(Penerima.penetapan_id) == penetapan_id, isi.is_not(None), isi.not_in(("", "{}"))
        )
        return kerja.sesi.execute(kueri.limit(1)).first() is not None

    return ada("wali"), ada("rekening")


def nominal_penetapan(kerja: Kerja, kegiatan: Kegiatan, penetapan_id: UUID) -> dict[UUID, int | None]:
    """Add up what a decree promises each person over all tahap, rupiah; None where no money is held."""
    tahap = daftar_tahap(kerja, kegiatan.id)
    kueri = sa.select(col(Penerima.orang_id), col(Penerima.data)).where(col(Penerima.penetapan_id) == penetapan_id)
    hasil: dict[UUID, int | None] = {}
    for orang, data in kerja.sesi.execute(kueri):
        uang = [nominal_tahap(kegiatan, t, data.get("nominal_khusus")) for t in tahap]
        ada = [u for u in uang if u is not None] if kegiatan.jenis_bantuan else []
        hasil[orang] = sum(ada) if ada else None
    return hasil


def beruang(kerja: Kerja, kegiatan: Kegiatan) -> bool:
    """Tell whether a kegiatan promises money to anybody, by its own amount, a tahap's, or a person's."""
    if not kegiatan.jenis_bantuan:
        return False
    if kegiatan.nominal is not None or any(t.nominal is not None for t in daftar_tahap(kerja, kegiatan.id)):
        return True
    khusus = sa.select(col(Usulan.id)).where(col(Usulan.kegiatan_id) == kegiatan.id, col(Usulan.nominal).is_not(None))
    return kerja.sesi.execute(khusus.limit(1)).first() is not None


def ciri_calon(kerja: Kerja, kegiatan: Kegiatan, status: Collection[StatusUsulan]) -> tuple[bool, bool, bool]:
    """Tell whether any proposal has a wali, a bank account, an amount: the columns that a list needs."""
    ikut = (col(Usulan.kegiatan_id) == kegiatan.id, col(Usulan.status).in_([s.value for s in status]))
    wali = sa.select(col(Usulan.id)).where(*ikut, col(Usulan.wali_id).is_not(None))
    rekening = (
        sa.select(col(Usulan.id))
        .join(Rekening, col(Rekening.orang_id) == col(Usulan.orang_id))
        .where(*ikut, col(Rekening.aktif).is_(True))
    )
    ada = [kerja.sesi.execute(kueri.limit(1)).first() is not None for kueri in (wali, rekening)]
    return ada[0], ada[1], beruang(kerja, kegiatan)


def _barang_kegiatan(kegiatan: Kegiatan) -> tuple[Barang, ...]:
    """What the kegiatan plans to hand to everybody beside or instead of money."""
    return tuple(Barang(b.nama, b.jumlah, b.satuan) for b in barang_kegiatan(kegiatan))


def _satu_desa(kerja: Kerja, minta: Permintaan) -> dict[str, Any]:
    """Name the one desa that was asked for."""
    if minta.desa is None:
        return {}
    peta = peta_kantor(kerja)
    return {"desa": peta.sebutan(minta.desa), "kecamatan": peta.nama(induk(minta.desa))}


# --- lists of the decree and of the hand-over ------------------------------------------------------------------------


def isi_daftar_penerima(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiDaftar:
    """Gather the list of recipients of the decree in force.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `penetapan_belum_sah`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    sah = penetapan_berlaku(kerja, kegiatan_id)
    if sah is None:
        raise KnownError("penetapan_belum_sah")
    isi = _daftar_sah(kerja, kegiatan, sah, minta, ("DAFTAR PENERIMA BANTUAN",))
    lain = kepala_desa(kerja, minta.desa) if minta.desa else _keuangan(kerja, isi.kepala)
    return replace(isi, mengetahui=tuple(lain))


def _keuangan(kerja: Kerja, kepala: Kepala) -> Iterator[Penanda]:
    """Yield who answers for the money beside the head, as far as the office named them: PPTK and Bendahara."""
    for kunci in ("pptk", "bendahara"):
        siapa = penanda(pilih_pejabat(kerja, None, (kunci,), kepala.tanggal or kerja.hari_ini()))
        if siapa is not None:
            yield siapa


def kepala_desa(kerja: Kerja, desa: str) -> Iterator[Penanda]:
    """Yield who signs for a desa: as set up, else the post alone (a Lurah has an NIP, a Kepala Desa has not)."""
    peta = peta_kantor(kerja)
    ada = [p for p in daftar_pejabat(kerja, pada=kerja.hari_ini()) if p.kode_desa == desa]
    if ada and (satu := penanda(ada[-1])):
        yield satu
        return
    lurah = peta.sebutan(desa).startswith("Kelurahan")
    jabatan = f"Lurah {peta.nama(desa)}" if lurah else f"Kepala {peta.sebutan(desa)}"
    yield Penanda(jabatan, ber_nip=lurah)


def isi_lampiran_sk(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiLampiranSk:
    """Gather the attachment of a decree: of the draft if one waits, else of the decree in force.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `penetapan_belum_disusun`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    sk = draf_penetapan(kerja, kegiatan_id) or penetapan_berlaku(kerja, kegiatan_id)
    if sk is None:
        raise KnownError("penetapan_belum_disusun")
    tulis, benda = penulis(kerja, minta), _barang_kegiatan(kegiatan)
    wali, _ = ciri_penerima(kerja, sk.id)
    kepala = kumpul_kepala(kerja, kegiatan, minta, kunci=BUPATI)
    pejabat = sk.jabatan_penandatangan or (kepala.penanda.jabatan if kepala.penanda else jabatan_bupati(kerja))
    if sk.penandatangan or kepala.penanda is None:
        kepala = replace(kepala, penanda=Penanda(pejabat, sk.penandatangan, ber_nip=False))
    daftar = IsiDaftar(
        kepala=kepala,
        judul=("DAFTAR PENERIMA BANTUAN",),
        baris=(
            baris_orang(b, tulis, nomor=b.nomor_urut, nominal=nominal, barang=benda, keterangan=b.pengecualian)
            for b, nominal in alir_bernominal(kerja, kegiatan, sk.id, minta.desa, teralokasi=False)
        ),
        uang=beruang(kerja, kegiatan),
        ada_barang=bool(benda),
        ada_wali=wali,
        publik=minta.publik,
    )
    return IsiLampiranSk(daftar, pejabat, minta.nomor or sk.nomor, sk.tanggal, sk.tentang or _tentang(kegiatan))


def _tentang(kegiatan: Kegiatan) -> str:
    return f"Penetapan Penerima {tahun_anggaran(kegiatan.nama, kegiatan.tahun)}"


# --- the field form -------------------------------------------------------------------------------------------------


def isi_formulir(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiFormulir]:
    """Gather the field form per desa: those not decided yet, else everybody who is still in.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    calon = calon_usulan(kerja, kegiatan_id, BELUM_PUTUS, minta.desa)
    calon = calon or calon_usulan(kerja, kegiatan_id, MASIH_IKUT, minta.desa)
    kepala, tulis, peta = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta), peta_kantor(kerja)
    fakta = {"kegiatan": kepala.nama, "kantor": kerja.kantor.nama}
    petunjuk = " ".join(kata_naskah(kerja, "formulir_verifikasi", fakta, minta)["petunjuk"])
    for kode in sorted({c.kode_desa for c in calon}):
        satu_desa = [c for c in calon if c.kode_desa == kode]
        yield IsiFormulir(
            kepala=kepala,
            petunjuk=petunjuk,
            baris=(baris_calon(c, tulis, nomor=n) for n, c in enumerate(satu_desa, 1)),
            desa=peta.sebutan(kode) if kode else "",
            kecamatan=peta.nama(induk(kode)) if kode else "",
        )
