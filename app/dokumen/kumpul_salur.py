"""Gathers what belongs to the hand-over: receipts, attendance lists, figures per desa, BAST, schedule.

Figures come from the rules of `app.penyaluran.keadaan`, so that paper and screen count alike:
target = tersalur + belum + gagal.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from app.bahasa.alasan import SILANG_DANA, STATUS_SALUR
from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal, tanggal_hari
from app.dokumen.isi import Kepala, Permintaan, bertahun
from app.dokumen.isi_daftar import BarisOrang, IsiDaftarHadir, IsiTandaTerima, Penerimaan
from app.dokumen.isi_laporan import BarangTersalur, IsiBast, Pihak, RekapDesa
from app.dokumen.isi_surat import BarisJadwal, IsiJadwal
from app.dokumen.kumpul_daftar import kepala_desa, sebutan_sk
from app.dokumen.kumpul_kepala import fakta_hari, kepala_di, kumpul_kepala, mengetahui, tahap_diminta
from app.dokumen.kumpul_orang import Penulis, barang, baris_orang, bernomor, desa_alokasi, penulis
from app.dokumen.naskah import tanpa_ulang
from app.dokumen.per_lembar import per_lembar_lazim
from app.kerja import Kerja
from app.penetapan.lihat import penetapan_berlaku
from app.penyaluran.cari import semua_serah
from app.penyaluran.keadaan import SETENGAH, SilangDana, StatusSalur
from app.penyaluran.muat import BarisSerah, Hitungan, muat_hitungan
from app.penyaluran.titik import Titik, daftar_titik, hitung_titik, pilih_titik
from app.pijakan import daftar_tahap, lihat_kegiatan
from app.sop.definisi import Aksi
from app.spt import daftar_jadwal
from app.templat import kata_naskah
from app.wilayah import induk, peta_kantor
from db.istilah import HasilSalur, Zona
from db.model import JadwalPenyaluran, Kegiatan, Penyaluran, Pertemuan

# --- papers of the distribution day ----------------------------------------------------------------------------------


def isi_tanda_terima(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiTandaTerima:
    """Gather the receipts of a tahap and desa, or of all; a reprint carries the same numbers and codes.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    tulis = penulis(kerja, minta)
    beberapa = len(daftar_tahap(kerja, kegiatan_id)) > 1
    nama = bertahun(kegiatan.nama, kegiatan.tahun)

    def satu(b: BarisSerah) -> BarisOrang:
        return baris_orang(
            b, tulis, nomor=b.nomor, nominal=b.nominal, barang=barang(b), kode=b.kode,
            keterangan=f"{nama} {b.tahap_nama}" if beberapa else nama, penerimaan=_penerimaan(b, tulis),
        )  # fmt: skip

    return IsiTandaTerima(
        kepala=kumpul_kepala(kerja, kegiatan, minta, kunci=("bendahara",)),
        pembayaran=nama,
        baris=map(
            satu,
            semua_serah(kerja, kegiatan_id, tahap_id=tahap.id if tahap else None, desa=minta.desa, orang=minta.orang),
        ),
        dasar=sebutan_sk(kerja, penetapan_berlaku(kerja, kegiatan_id)),
        per_lembar=minta.per_lembar or per_lembar_lazim(kerja),
    )


_CARA_TERIMA = {HasilSalur.WALI: "wali", HasilSalur.DIWAKILKAN: "wakil"}


def _penerimaan(b: BarisSerah, tulis: Penulis) -> Penerimaan | None:
    """Who received, or the wali who will: None while the recipient may come alone or send somebody."""
    akhir = b.keadaan.diserahkan
    wali = (b.wali_nama, tulis.nomor(b.wali_nik), b.wali_hubungan)
    if akhir is None:
        return Penerimaan("wali", *wali) if b.wali_nama else None
    cara = _CARA_TERIMA.get(akhir.hasil, "wakil" if akhir.wakil_nama else "sendiri")
    wakil = (akhir.wakil_nama, tulis.nomor(akhir.wakil_nik), akhir.wakil_hubungan)
    nama, nik, hubungan = {"sendiri": (b.nama, "", ""), "wali": wali, "wakil": wakil}[cara]
    return Penerimaan(
        cara, nama, nik, hubungan, akhir.surat_kuasa, akhir.cap_jempol, akhir.saksi, akhir.tanggal
    )  # fmt: skip


def isi_daftar_hadir(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiDaftarHadir]:
    """Gather an attendance list per desa: of the meeting while nothing was handed over, else of the hand-over.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala = kumpul_kepala(kerja, kegiatan, minta)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap) or daftar_tahap(kerja, kegiatan_id)[0]
    peta, tulis = peta_kantor(kerja), penulis(kerja, minta)
    pertemuan = pertemuan_berjalan(kerja, kegiatan)
    for kode in [minta.desa] if minta.desa else desa_alokasi(kerja, kegiatan_id):
        acara = "Sosialisasi dan Pendampingan" if pertemuan else "Penyaluran Bantuan"
        titik = [] if pertemuan else daftar_titik(kerja, kegiatan_id, tahap.id, desa=kode)
        for (kapan, jam, tempat), baris in _per_titik(kerja, kegiatan_id, tahap.id, kode, titik, pertemuan):
            yield IsiDaftarHadir(
                kepala=kepala,
                acara=f"{acara} {tanpa_ulang(f'{acara} ', kegiatan.nama)} {kepala.tahap}".strip(),
                baris=bernomor(baris, _hadir(tulis)),
                hari_tanggal=tanggal_hari(kapan) if kapan else "",
                waktu=f"{jam} {label_zona(kerja)}" if jam else "",
                tempat=tempat,
                desa=peta.sebutan(kode) if kode else "",
            )


Acara = tuple[date | None, str, str]
"""Day, hours and place."""


def _per_titik(
    kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID, desa: str, titik: Sequence[Titik], pertemuan: list[Pertemuan]
) -> Iterator[tuple[Acara, Iterator[BarisSerah]]]:
    """Give each point of a desa with its people, and those of no point; one list where there is one point or none."""
    semua = semua_serah(kerja, kegiatan_id, tahap_id=tahap_id, desa=desa)
    if len(titik) < 2:
        yield acara_desa(kerja, kegiatan_id, tahap_id, desa, pertemuan), semua
        return
    milik: dict[UUID | None, list[BarisSerah]] = defaultdict(list)
    for baris in semua:
        satu = pilih_titik(titik, baris)
        milik[satu.id if satu else None].append(baris)
    for t in titik:
        if milik[t.id]:
            yield (t.tanggal, t.jam, t.tempat), iter(milik[t.id])
    if milik[None]:
        yield (None, "", ""), iter(milik[None])


def label_zona(kerja: Kerja) -> str:
    """Give the short name of the office's zone: WIB, WITA or WIT."""
    return label(Zona(kerja.kantor.zona))


def _hadir(tulis: Penulis) -> Any:
    return lambda b, n: baris_orang(b, tulis, nomor=n)


def pertemuan_berjalan(kerja: Kerja, kegiatan: Kegiatan) -> list[Pertemuan]:
    """Meetings, newest first, as long as an SOP with a sosialisasi has handed nothing over."""
    langkah = kegiatan.sop_isi.get("langkah", [])
    if not any(lk.get("aksi") == Aksi.SOSIALISASI for lk in langkah):
        return []
    salur = select(Penyaluran.id).where(Penyaluran.kegiatan_id == kegiatan.id).limit(1)
    if kerja.sesi.exec(salur).first() is not None:
        return []
    kueri = select(Pertemuan).where(Pertemuan.kegiatan_id == kegiatan.id).order_by(col(Pertemuan.tanggal).desc())
    return list(kerja.sesi.exec(kueri))


def acara_desa(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID, desa: str, pertemuan: list[Pertemuan]) -> Acara:
    """Day, hours and place of the meeting or of the schedule; blank where neither is known.

    Of several points all places are named, hours only where they are the same.
    """
    for p in pertemuan:
        if p.kode_desa in (None, desa):
            return p.tanggal, "", p.tempat
    titik = daftar_titik(kerja, kegiatan_id, tahap_id, desa=desa)
    if not titik:
        return None, "", ""
    jam = {t.jam for t in titik}
    tempat = titik[0].tempat if len(titik) == 1 else sambung(t.sebutan for t in titik)
    return titik[0].tanggal, jam.pop() if len(jam) == 1 else "", tempat


def kata_hasil(b: BarisSerah) -> str:
    """Say how one hand-over went: the outcome with its date, or that it has not happened."""
    if b.keadaan.silang in SETENGAH:
        return SILANG_DANA[b.keadaan.silang]
    hasil, akhir = b.keadaan.hasil, b.keadaan.terakhir
    if hasil is None or akhir is None:
        return STATUS_SALUR["belum"]
    return f"{label(hasil)}, {tanggal(akhir.tanggal)}" if akhir.tanggal else label(hasil)


# --- figures ---------------------------------------------------------------------------------------------------------

_CARA = {
    HasilSalur.WALI: "wali", HasilSalur.DIWAKILKAN: "diwakilkan", HasilSalur.DIANTAR: "diantar",
    HasilSalur.AHLI_WARIS: "diwakilkan", HasilSalur.DANA_MASUK: "rekening",
}  # fmt: skip


def rekap_desa(
    kerja: Kerja, kegiatan_id: UUID, *, tahap_id: UUID | None = None, desa: str | None = None
) -> list[RekapDesa]:
    """Count the allocations in force per desa, in order of the desa's code."""
    return rekap_hitungan(kerja, muat_hitungan(kerja, kegiatan_id, tahap_id=tahap_id, desa=desa))


def rekap_hitungan(kerja: Kerja, hitungan: Iterable[Hitungan]) -> list[RekapDesa]:
    """Count allocations per desa, in order of the desa's code."""
    angka: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for h in hitungan:
        for bidang, nilai in _angka(h):
            angka[h.kode_desa][bidang] += nilai
    peta = peta_kantor(kerja)
    return [
        RekapDesa(
            kode,
            peta.sebutan(kode) if kode else "Desa belum diketahui",
            peta.nama(induk(kode)) if kode else "",
            **angka[kode],
        )
        for kode in sorted(angka)
    ]


def _angka(h: Hitungan) -> Iterator[tuple[str, int]]:
    """Yield the counters that one allocation raises."""
    yield "target", 1
    yield "nominal_target", h.nominal or 0
    uang = h.keadaan.uang
    yield "nominal_tersalur", (h.nominal or 0) if uang and uang.status is StatusSalur.TERSALUR else 0
    if (silang := h.keadaan.silang) in SETENGAH:
        yield ("dana_saja" if silang is SilangDana.DANA_SAJA else "serah_saja"), 1
    match h.keadaan.status:
        case StatusSalur.TERSALUR:
            hasil = h.keadaan.hasil
            yield _CARA.get(hasil, "sendiri") if hasil else "sendiri", 1
        case StatusSalur.GAGAL:
            yield "gagal", 1
        case StatusSalur.BELUM:
            yield "belum", 1
            yield "sebagian", int(h.keadaan.hasil is HasilSalur.SEBAGIAN and h.keadaan.silang not in SETENGAH)


def alasan_salur(hitungan: Iterable[Hitungan]) -> dict[str, int]:
    """Count why aid did not arrive, by the word of the outcome; those without any outcome are not counted."""
    hasil: dict[str, int] = defaultdict(int)
    for h in hitungan:
        if h.keadaan.status is StatusSalur.TERSALUR or h.keadaan.hasil is None:
            continue
        silang = h.keadaan.silang
        setengah = h.keadaan.status is StatusSalur.BELUM and silang in SETENGAH
        sebab = HasilSalur.TIDAK_HADIR if h.keadaan.absen else h.keadaan.hasil
        hasil[SILANG_DANA[silang] if setengah and silang and not h.keadaan.absen else label(sebab)] += 1
    return dict(sorted(hasil.items(), key=lambda p: (-p[1], p[0])))


def barang_salur(hitungan: Iterable[Hitungan]) -> tuple[BarangTersalur, ...]:
    """Add up goods and items, owed and handed over, by name and unit."""
    angka: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for h in hitungan:
        for k in h.keadaan.komponen:
            if k.komponen.barang_id is not None:
                angka[(k.komponen.nama, k.komponen.satuan)][0] += k.komponen.jumlah
                angka[(k.komponen.nama, k.komponen.satuan)][1] += k.diserahkan
    return tuple(BarangTersalur(nama, satuan, *pasangan) for (nama, satuan), pasangan in angka.items())


# --- BAST ------------------------------------------------------------------------------------------------------------


def isi_bast(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiBast]:
    """Gather the berita acara of one desa, or of every desa in which anything was handed over.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    kepala, tulis = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta)
    tahap_id = tahap.id if tahap else None
    per_desa: dict[str, list[Hitungan]] = defaultdict(list)
    for h in muat_hitungan(kerja, kegiatan_id, tahap_id=tahap_id, desa=minta.desa):
        per_desa[h.kode_desa].append(h)
    for kode in sorted(per_desa):
        rekap = rekap_hitungan(kerja, per_desa[kode])[0]
        if rekap.tersalur + rekap.sebagian:
            benda = barang_salur(per_desa[kode])
            sendiri = kepala_di(kepala, minta, kode)
            yield replace(_bast(kerja, kegiatan, sendiri, rekap, tahap_id, tulis, minta), barang=benda)


def _bast(
    kerja: Kerja,
    kegiatan: Kegiatan,
    kepala: Kepala,
    rekap: RekapDesa,
    tahap_id: UUID | None,
    tulis: Penulis,
    minta: Permintaan,
) -> IsiBast:
    """Gather one berita acara."""
    teks = kata_naskah(kerja, "bast", _fakta_bast(kerja, kegiatan, kepala, rekap, tahap_id), minta)
    p = kepala.penanda
    satu = Pihak(p.nama, p.nip, p.jabatan, kepala.kop.alamat, berdasar_nip=p.ber_nip) if p else Pihak()
    kades = next(kepala_desa(kerja, rekap.kode)) if rekap.kode else None
    alamat = ", ".join(filter(None, (rekap.desa, f"Kecamatan {rekap.kecamatan}" if rekap.kecamatan else "")))
    dua = Pihak(berdasar_nip=False)
    if kades:
        dua = Pihak(kades.nama, kades.nip, kades.jabatan, alamat, berdasar_nip=kades.ber_nip)
    return IsiBast(
        kepala=kepala,
        judul=teks["judul"][0],
        pembuka=teks["pembuka"][0],
        pihak_satu=satu,
        sebutan_satu=teks["pihak_satu"][0],
        pihak_dua=dua,
        sebutan_dua=teks["pihak_dua"][0],
        butir=teks["butir"],
        penutup=teks["penutup"][0],
        rekap=rekap,
        barang=(),
        uang=rekap.nominal_target > 0,
        baris=bernomor(semua_serah(kerja, kegiatan.id, tahap_id=tahap_id, desa=rekap.kode), _baris_bast(tulis)),
        saksi=mengetahui(kerja, "bast", rekap.kecamatan, kepala.tanggal),
    )


def _baris_bast(tulis: Penulis) -> Any:
    """Make rows that say how each hand-over went and what was handed over."""

    def satu(b: BarisSerah, nomor: int) -> BarisOrang:
        uang = b.keadaan.uang
        diterima = b.nominal if uang and uang.status is StatusSalur.TERSALUR else None
        return baris_orang(b, tulis, nomor=nomor, nominal=diterima, barang=barang(b), keterangan=kata_hasil(b))

    return satu


def _fakta_bast(
    kerja: Kerja, kegiatan: Kegiatan, kepala: Kepala, rekap: RekapDesa, tahap_id: UUID | None
) -> dict[str, str]:
    """Fill in the fields of the berita acara; a date not chosen is left to be written by hand."""
    sk = sebutan_sk(kerja, penetapan_berlaku(kerja, kegiatan.id))
    return {
        **fakta_hari(kepala.tanggal),
        "tempat": tempat_salur(kerja, kegiatan.id, rekap.kode, rekap.desa, tahap_id),
        "kantor": kerja.kantor.nama,
        "desa": rekap.desa,
        "dasar": dasar_bast(sk),
        "kegiatan": f"{kepala.nama} {kepala.tahap}".strip(),
        "belum": str(rekap.belum) if rekap.belum else "",
        "gagal": str(rekap.gagal) if rekap.gagal else "",
    }


def dasar_bast(sk: str) -> str:
    """Begin a sentence with the decree on which the hand-over stands."""
    return f"Berdasarkan {sk}" if sk else "Berdasarkan daftar penerima yang ditetapkan"


def tempat_salur(kerja: Kerja, kegiatan_id: UUID, kode_desa: str, desa: str, tahap_id: UUID | None) -> str:
    """Where the hand-over took place: as scheduled, every point of it, else the desa itself."""
    kueri = select(JadwalPenyaluran.tempat).where(
        JadwalPenyaluran.kegiatan_id == kegiatan_id, JadwalPenyaluran.kode_desa == kode_desa
    )
    if tahap_id is not None:
        kueri = kueri.where(JadwalPenyaluran.tahap_id == tahap_id)
    tempat = kerja.sesi.exec(kueri.order_by(col(JadwalPenyaluran.urut))).all()
    return sambung(satu for satu in tempat if satu) or desa


def sambung(semua: Iterable[str]) -> str:
    """Join different words as a sentence does: `Balai Desa, SDN 1 dan SDN 2`."""
    *depan, akhir = list(dict.fromkeys(semua)) or [""]
    return f"{', '.join(depan)} dan {akhir}" if depan else akhir


# --- schedule --------------------------------------------------------------------------------------------------------


def isi_jadwal(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiJadwal:
    """Gather the schedule of a tahap (the first unless another is asked for).

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap) or daftar_tahap(kerja, kegiatan_id)[0]
    peta = peta_kantor(kerja)
    orang = hitung_titik(kerja, kegiatan_id, tahap.id)
    jadwal = [b for b in daftar_jadwal(kerja, kegiatan_id, tahap=tahap.nomor) if minta.desa in (None, b.isi.kode_desa)]
    rekap = {r.kode: r.target for r in rekap_desa(kerja, kegiatan_id, tahap_id=tahap.id, desa=minta.desa)}
    tanpa = orang.tanpa_titik
    return IsiJadwal(
        kepala=kumpul_kepala(kerja, kegiatan, minta),
        baris=tuple(
            BarisJadwal(
                b.desa, peta.nama(induk(b.isi.kode_desa)), tanggal_hari(b.isi.tanggal), b.isi.jam, b.sebutan,
                ", ".join(b.isi.petugas), orang.per_titik[b.id],
            )
            for b in jadwal
        ),
        jumlah=sum(rekap.get(d, 0) - tanpa.get(d, 0) for d in {b.isi.kode_desa for b in jadwal}),
        tanpa_titik=tuple((peta.sebutan(d), n) for d, n in sorted(tanpa.items()) if minta.desa in (None, d)),
    )  # fmt: skip
