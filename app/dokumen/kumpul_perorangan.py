"""Gathers papers of one person each: SPTJM, surat kuasa, BAST perorangan, tanda terima berkas; one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from app.bahasa.angka import bilangan, rupiah, terbilang_rupiah
from app.bahasa.waktu import tanggal
from app.dokumen.isi import Kepala, Penanda, Permintaan
from app.dokumen.isi_daftar import BarisOrang, Jumlah
from app.dokumen.isi_naskah import Alinea, Blok, Butir, IsiNaskah, KolomNaskah, Rincian, TabelNaskah, Ttd
from app.dokumen.kumpul_daftar import kepala_desa, sebutan_sk
from app.dokumen.kumpul_kepala import fakta_hari, kumpul_kepala, mengetahui, tahap_diminta
from app.dokumen.kumpul_orang import Penulis, alir_calon, baris_calon, baris_orang, penulis
from app.dokumen.kumpul_salur import dasar_bast, tempat_salur
from app.identitas import kelompokkan
from app.kerja import Kerja
from app.penetapan.lihat import penetapan_berlaku
from app.penyaluran.cari import semua_serah
from app.penyaluran.keadaan import KeadaanKomponen
from app.penyaluran.muat import BarisSerah
from app.pijakan import lihat_kegiatan
from app.sop.definisi import DokumenSyarat
from app.sop.konteks import definisi_kegiatan
from app.sop.pemohon import daftar_pemohon
from app.templat import Fakta, kata_naskah, pengisi
from db.istilah import HasilSalur, StatusKelengkapan, StatusUsulan
from db.model import Kelengkapan, RegisterPelayanan, Usulan

_TITIK_TANGGAL = "." * 28
_IKUT = (StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK)
_SAKSI = ((Ttd(None, ("Saksi 1,",)), Ttd(None, ("Saksi 2,",))),)


def _nama_desa(desa: str) -> str:
    """Give the bare name for `…, tanggal`; empty when it is not known."""
    return desa.split(" ", 1)[1] if " " in desa else desa


def _lahir(o: BarisOrang) -> str:
    return ", ".join(filter(None, (o.tempat_lahir, tanggal(o.tanggal_lahir) if o.tanggal_lahir else "")))


def _alamat(o: BarisOrang) -> str:
    kecamatan = f"Kecamatan {o.kecamatan}" if o.kecamatan else ""
    return ", ".join(filter(None, (o.alamat_lengkap, o.desa, kecamatan)))


def _orang(nama: str) -> Penanda:
    return Penanda("", nama, ber_nip=False)


# --- SPTJM -----------------------------------------------------------------------------------------------------------


def isi_sptjm(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the statement of every proposed person, on a page of their own; a wali states for a child.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala, tulis = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta)
    isi_teks = pengisi(kerja, "sptjm", minta)
    for c in alir_calon(kerja, kegiatan_id, _IKUT, minta.desa):
        if minta.orang not in (None, c.orang_id):
            continue
        o = baris_calon(c, tulis, nomor=1)
        fakta = {"kegiatan": kepala.nama, "kantor": kerja.kantor.nama, "desa": o.desa, "nama": o.nama}
        teks = isi_teks(fakta)
        yield IsiNaskah(
            kepala=kepala,
            judul=(teks["judul"][0],),
            berkop=False,
            isi=(
                Alinea(teks["pembuka"]),
                Rincian(_diri(o), masuk=7, lebar=44),
                Alinea(teks["nyatakan"]),
                Butir(teks["butir"]),
                Alinea(teks["penutup"]),
            ),
            ttd=(
                (None, Ttd(_orang(o.wali or o.nama), _menyatakan(o), meterai=True)),
                *_SAKSI,
            ),
            jumlah=Jumlah(1),
        )


def _menyatakan(o: BarisOrang) -> tuple[str, ...]:
    return (f"{_nama_desa(o.desa) or '.' * 20}, {_TITIK_TANGGAL}", "Yang menyatakan,")


def _diri(o: BarisOrang) -> tuple[tuple[str, str], ...]:
    """Who states: the person, or the wali with whom they speak for."""
    if not o.wali:
        return (("Nama", o.nama), ("NIK", kelompokkan(o.nik)), ("Tempat, tanggal lahir", _lahir(o)),
                ("Alamat", _alamat(o)))  # fmt: skip
    return (
        ("Nama", o.wali),
        ("NIK", kelompokkan(o.wali_nik)),
        ("Alamat", _alamat(o)),
        ("Selaku wali dari", o.nama),
        ("NIK yang diwakili", kelompokkan(o.nik)),
        ("Hubungan", o.wali_hubungan),
    )


# --- surat kuasa -----------------------------------------------------------------------------------------------------


def isi_kuasa(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather a power of attorney for every hand-over to a wakil, filled in; without one, a blank form.

    For one person it is filled in as far as is known, also before anybody came.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala, tulis = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    ada = False
    semua = semua_serah(kerja, kegiatan_id, tahap_id=tahap.id if tahap else None, desa=minta.desa, orang=minta.orang)
    if minta.orang is not None:
        semua = iter(sorted(semua, key=lambda b: b.keadaan.hasil is not HasilSalur.DIWAKILKAN)[:1])
    for b in semua:
        if minta.orang is not None or b.keadaan.hasil is HasilSalur.DIWAKILKAN:
            ada = True
            yield _kuasa(kerja, kepala, baris_orang(b, tulis, nomor=1), b, tulis, minta)
    if not ada:
        kosong = tulis.tempat(minta.desa or "")
        yield _kuasa(kerja, kepala, BarisOrang(1, "", **kosong), None, tulis, minta)


def _kuasa(
    kerja: Kerja, kepala: Kepala, o: BarisOrang, b: BarisSerah | None, tulis: Penulis, minta: Permintaan
) -> IsiNaskah:
    """Gather one; without `b` every field is left to be written by hand."""
    fakta = {"kegiatan": f"{kepala.nama} {kepala.tahap}".strip(), "kantor": kerja.kantor.nama, "desa": o.desa,
             "nama": o.nama}  # fmt: skip
    teks = kata_naskah(kerja, "kuasa", fakta, minta)
    akhir = b.keadaan.terakhir if b and b.keadaan.hasil is HasilSalur.DIWAKILKAN else None
    wakil = (akhir.wakil_nama, tulis.nomor(akhir.wakil_nik), akhir.wakil_hubungan) if akhir else ("", "", "")
    pemberi = (("Nama", o.nama), ("NIK", kelompokkan(o.nik)), ("Alamat", _alamat(o)))
    penerima = (("Nama", wakil[0]), ("NIK", kelompokkan(wakil[1])), ("Hubungan", wakil[2]))
    kapan = tanggal(akhir.tanggal) if akhir and akhir.tanggal else _TITIK_TANGGAL
    kades = next(kepala_desa(kerja, o.kode_desa)) if o.kode_desa else None
    return IsiNaskah(
        kepala=kepala,
        judul=(teks["judul"][0],),
        baris_nomor=(f"NOMOR: {akhir.surat_kuasa}",) if akhir and akhir.surat_kuasa else (),
        berkop=False,
        isi=(
            Alinea(teks["pembuka"]), Rincian(pemberi, masuk=7), Alinea(teks["pemberi"]),
            Rincian(penerima, masuk=7), Alinea(teks["penerima"]), Alinea(teks["isi"]), Alinea(teks["penutup"]),
        ),
        ttd=(
            (Ttd(_orang(wakil[0]), ("Penerima kuasa,",)),
             Ttd(_orang(o.nama), (f"{_nama_desa(o.desa) or '.' * 20}, {kapan}", "Pemberi kuasa,"), meterai=True)),
            (Ttd(kades, ("Mengetahui,",)), None),
        ),
        jumlah=Jumlah(int(b is not None)),
    )  # fmt: skip


# --- BAST of one person ----------------------------------------------------------------------------------------------


def isi_bast_orang(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the minutes of every single hand-over that took place: money with its words, goods line by line.

    The number of the whole is followed by that of the receipt, so that no two bear the same.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala, tulis = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    dasar = dasar_bast(sebutan_sk(kerja, penetapan_berlaku(kerja, kegiatan_id)))
    bahan = _Bahan(kepala, tulis, dasar, pengisi(kerja, "bast_orang", minta))
    for b in semua_serah(kerja, kegiatan_id, tahap_id=tahap.id if tahap else None, desa=minta.desa, orang=minta.orang):
        diterima = [k for k in b.keadaan.komponen if k.diserahkan]
        if diterima:
            yield _bast(kerja, bahan, b, diterima)


@dataclass(frozen=True, slots=True)
class _Bahan:
    """What the minutes of all people share."""

    kepala: Kepala
    tulis: Penulis
    dasar: str
    isi_teks: Callable[[Fakta], dict[str, tuple[str, ...]]]


def _bast(kerja: Kerja, bahan: _Bahan, b: BarisSerah, diterima: list[KeadaanKomponen]) -> IsiNaskah:
    o = baris_orang(b, bahan.tulis, nomor=b.nomor, nominal=b.nominal)
    akhir = b.keadaan.terakhir
    kepala = replace(bahan.kepala, tanggal=(akhir.tanggal if akhir else None) or bahan.kepala.tanggal)
    nama, nik, selaku = _penerima(b, o, bahan.tulis)
    fakta = {
        **fakta_hari(kepala.tanggal), "nama": o.nama, "kantor": kerja.kantor.nama, "selaku": selaku,
        "tempat": (akhir.tempat if akhir else "")
        or tempat_salur(kerja, b.kegiatan_id, b.kode_desa, o.desa or "." * 20, b.tahap_id),
        "dasar": bahan.dasar,
        "kegiatan": f"{kepala.nama} {kepala.tahap}".strip(),
    }  # fmt: skip
    teks = bahan.isi_teks(fakta)
    p = kepala.penanda or Penanda("")
    satu = (("Nama", p.nama), ("Jabatan", p.jabatan), ("Alamat", kepala.kop.alamat))
    dua = (("Nama", nama), ("NIK", kelompokkan(nik)), ("Alamat", _alamat(o)))
    uang = sum(k.komponen.nominal or 0 for k in diterima if k.komponen.barang_id is None)
    return IsiNaskah(
        kepala=kepala,
        judul=(teks["judul"][0],),
        baris_nomor=(f"NOMOR: {f'{kepala.nomor}/{b.nomor}' if kepala.nomor else '.' * 40}",),
        isi=(
            Alinea(teks["pembuka"]),
            Rincian(satu, lebar=24, masuk=7, nomor="1."), Alinea(teks["pihak_satu"], masuk=7),
            Rincian(dua, lebar=24, masuk=7, nomor="2."), Alinea(teks["pihak_dua"], masuk=7),
            Alinea(teks["isi"]),
            *_yang_diserahkan(kepala, uang, diterima),
            Alinea(teks["penutup"]),
        ),
        ttd=(
            (Ttd(_orang(nama), ("PIHAK KEDUA,",)), Ttd(kepala.penanda, ("PIHAK KESATU,",))),
            *_saksi(b),
            *_mengetahui(kerja, o, kepala),
        ),
        kaki=f"BAST {o.desa} - {o.nama}".replace("  ", " "),
        jumlah=Jumlah(1, uang or None),
    )  # fmt: skip


def _penerima(b: BarisSerah, o: BarisOrang, tulis: Penulis) -> tuple[str, str, str]:
    """Say who took it: name, NIK, and in what standing."""
    akhir = b.keadaan.terakhir
    if akhir is not None and akhir.hasil is HasilSalur.DIWAKILKAN:
        hubungan = f" ({akhir.wakil_hubungan})" if akhir.wakil_hubungan else ""
        return akhir.wakil_nama, tulis.nomor(akhir.wakil_nik), f"bertindak selaku wakil{hubungan} dari {o.nama}"
    if akhir is not None and akhir.hasil is HasilSalur.WALI and o.wali:
        return o.wali, o.wali_nik, f"bertindak selaku wali dari {o.nama}"
    return o.nama, o.nik, "bertindak untuk diri sendiri selaku penerima bantuan"


def _yang_diserahkan(kepala: Kepala, uang: int, diterima: list[KeadaanKomponen]) -> Iterator[Blok]:
    """Write money with its words, and goods as they were handed over with what is still owed."""
    barang = [k for k in diterima if k.komponen.barang_id is not None]
    if uang:
        yield Rincian((("Uang sejumlah", rupiah(uang)), ("Terbilang", terbilang_rupiah(uang))), masuk=7)
    elif not barang:  # the money goes another way, such as a card
        yield Rincian((("Bantuan", kepala.nama),), masuk=7)
    if barang:
        kolom = (KolomNaskah("No.", 9, "tengah"), KolomNaskah("Nama barang", 70), KolomNaskah("Jumlah", 22, "kanan"),
                 KolomNaskah("Satuan", 28), KolomNaskah("Keterangan", 50))  # fmt: skip
        baris = tuple(
            (str(n), k.komponen.nama, bilangan(k.diserahkan), k.komponen.satuan or "-",
             f"belum diserahkan: {bilangan(k.sisa)}" if k.sisa else "lengkap")
            for n, k in enumerate(barang, 1)
        )  # fmt: skip
        yield TabelNaskah(kolom, baris)


def _saksi(b: BarisSerah) -> tuple[tuple[Ttd | None, ...], ...]:
    """The witnesses of a thumb print, as recorded."""
    akhir = b.keadaan.terakhir
    nama = akhir.saksi[:2] if akhir else ()
    return (tuple(Ttd(_orang(n), (f"Saksi {i},",)) for i, n in enumerate(nama, 1)),) if nama else ()


def _mengetahui(kerja: Kerja, o: BarisOrang, kepala: Kepala) -> tuple[tuple[Ttd | None, ...], ...]:
    """Who else signs, where the office wants that."""
    siapa = mengetahui(kerja, "bast-orang", o.kecamatan, kepala.tanggal)
    return (tuple(Ttd(p, ("Mengetahui,",)) for p in siapa),) if siapa else ()


# --- receipt for papers handed in at the counter ---------------------------------------------------------------------


def isi_tanda_terima_berkas(
    kerja: Kerja, kegiatan_id: UUID, minta: Permintaan, usulan_id: UUID | None = None
) -> Iterator[IsiNaskah]:
    """Gather the receipt for every applicant of the counter: register number, and which papers were brought.

    Only papers that the applicant brings are listed, not what the counter does with them.

    Args:
        usulan_id: the one applicant; None for all.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala, tulis = kumpul_kepala(kerja, kegiatan, replace(minta, nomor=None)), penulis(kerja, minta)
    loket = next((lk for lk in definisi_kegiatan(kegiatan).langkah if lk.per_usulan), None)
    dokumen = list(loket.dokumen) if loket else []
    register = {p.usulan_id: p.nomor_register for p in daftar_pemohon(kerja, kegiatan_id) if p.nomor_register}
    tanggal_register = _tanggal_register(kerja, kegiatan_id)
    status, isi_teks = _status(kerja, kegiatan_id), pengisi(kerja, "tanda_terima_berkas", minta)
    for c in alir_calon(kerja, kegiatan_id, tuple(StatusUsulan), minta.desa):
        if c.usulan_id not in register or usulan_id not in (None, c.usulan_id):
            continue
        o = baris_calon(c, tulis, nomor=1)
        fakta = {"kegiatan": kepala.nama, "kantor": kerja.kantor.nama, "nama": o.nama}
        teks = isi_teks(fakta)
        masuk = tanggal_register.get(c.usulan_id)
        diri = (("Nomor register", register[c.usulan_id]), ("Tanggal", tanggal(masuk) if masuk else ""),
                ("Nama", o.nama), ("NIK", kelompokkan(o.nik)), ("Alamat", _alamat(o)))  # fmt: skip
        yield IsiNaskah(
            kepala=replace(kepala, tanggal=masuk),
            judul=(teks["judul"][0],),
            isi=(
                Alinea(teks["pembuka"]),
                Rincian(diri, masuk=7),
                _berkas(dokumen, lambda kode, u=c.usulan_id: status.get((u, kode))),  # type: ignore[misc]
                Alinea(teks["penutup"]),
            ),
            ttd=((Ttd(_orang(o.nama), ("Yang menyerahkan,",)), Ttd(_orang(kerja.pelaku.nama), ("Yang menerima,",))),),
            jumlah=Jumlah(1),
        )


def _berkas(dokumen: list[DokumenSyarat], status: Callable[[str], StatusKelengkapan | None]) -> TabelNaskah:
    """List the papers that are asked for, each with whether it was brought."""
    kata = {StatusKelengkapan.ADA: "ada", StatusKelengkapan.TIDAK_BERLAKU: "tidak diperlukan"}
    kolom = (KolomNaskah("No.", 9, "tengah"), KolomNaskah("Berkas", 110), KolomNaskah("Keterangan", 45, "tengah"))
    baris = tuple(
        (str(n), d.nama.tampil, kata.get(status(d.kode) or StatusKelengkapan.BELUM, "belum ada"))
        for n, d in enumerate(dokumen, 1)
    )
    return TabelNaskah(kolom, baris)


def _status(kerja: Kerja, kegiatan_id: UUID) -> dict[tuple[UUID, str], StatusKelengkapan]:
    """Return the newest word on every paper of every applicant."""
    kueri = (
        sa.select(col(Kelengkapan.usulan_id), col(Kelengkapan.kode), col(Kelengkapan.status))
        .join(Usulan, col(Usulan.id) == col(Kelengkapan.usulan_id))
        .where(col(Usulan.kegiatan_id) == kegiatan_id)
        .order_by(col(Kelengkapan.urut))
    )
    return {(usulan, kode): StatusKelengkapan(s) for usulan, kode, s in kerja.sesi.execute(kueri)}


def _tanggal_register(kerja: Kerja, kegiatan_id: UUID) -> dict[UUID, date]:
    kueri = sa.select(col(RegisterPelayanan.usulan_id), col(RegisterPelayanan.tanggal)).where(
        col(RegisterPelayanan.kegiatan_id) == kegiatan_id, col(RegisterPelayanan.usulan_id).is_not(None)
    )
    return {usulan: hari for usulan, hari in kerja.sesi.execute(kueri) if usulan}
