"""`salur penyaluran`: who is owed what, recording who received and who did not, and taking an entry back.

A person is named as at the table: by the code or number of the receipt, digits of the NIK, or the name.
"""

from collections.abc import Iterable
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

import typer

from app.bahasa.alasan import SILANG_DANA
from app.bahasa.angka import bilangan, rupiah
from app.bahasa.galat import kalimat
from app.bahasa.istilah import label
from app.bahasa.waktu import saat_ringkas, tanggal_pendek
from app.identitas import samarkan
from app.kegiatan import lihat_kegiatan
from app.penyaluran import (
    BarisSerah,
    Entri,
    HitungSalur,
    RingkasanPenyaluran,
    SilangDana,
    Wakil,
    batalkan_hasil,
    cari_penerima,
    catat_banyak,
    catat_hasil,
    catatan_terakhir,
    ringkasan_penyaluran,
    satu_penerima,
    semua_serah,
)
from app.penyaluran.keadaan import SETENGAH
from app.wilayah import peta_kantor
from db.galat import KnownError
from db.istilah import HasilSalur, Zona
from ui.perintah import dana, realisasi
from ui.perintah.bahasa import Perintah, kelompok
from ui.perintah.isian import (
    Alasan,
    Desa,
    KegiatanBoleh,
    KegiatanId,
    Pindaian,
    TahapBoleh,
    TahapKe,
    TanggalBoleh,
    kode_desa,
    simpan_pindaian,
    tahap_id,
    wajib_kegiatan,
)
from ui.perintah.sesi import Json, baca, cetak_baris, cetak_json, kabar, tulis

app = kelompok()
_BUKAN_MEJA = (HasilSalur.BATAL_CATAT, HasilSalur.DANA_MASUK)  # commands of their own write these
Hasil = StrEnum("Hasil", [(h.name, h.value) for h in HasilSalur if h not in _BUKAN_MEJA])  # type: ignore[misc]  # the domain names them
_SEMUA_HASIL = ", ".join(Hasil)
HasilSerah = Annotated[Hasil, typer.Option("--hasil", metavar="HASIL", help=f"Salah satu dari: {_SEMUA_HASIL}.")]
Tempat = Annotated[str, typer.Option(metavar="TEMPAT", help="Tempat penyaluran.")]
Penerima = Annotated[
    list[str], typer.Argument(metavar="PENERIMA", help="Kode atau nomor tanda terima, NIK, atau nama.")
]


@app.callback()
def daftar(
    ctx: typer.Context,
    kegiatan_id: KegiatanBoleh = None,
    tahap: TahapBoleh = None,
    desa: Desa = None,
    dana: Annotated[
        SilangDana | None,
        typer.Option(metavar="KEADAAN", help=f"Hanya orang dengan dana dan kartu begini: {', '.join(SilangDana)}."),
    ] = None,
    json: Json = False,
) -> None:
    """Tampilkan hitungan dan daftar penyaluran. Perintah di bawah mencatat dan membatalkan."""
    if ctx.invoked_subcommand:
        return
    nomor = wajib_kegiatan(kegiatan_id)
    with baca(ctx) as kerja:
        pada = tahap_id(kerja, nomor, tahap) if tahap else None
        hitung = ringkasan_penyaluran(kerja, nomor, tahap_id=pada, desa=kode_desa(desa))
        serah = semua_serah(kerja, nomor, tahap_id=pada, desa=kode_desa(desa))
        semua = [b for b in serah if dana is None or b.keadaan.silang is dana]
        peta, ke = peta_kantor(kerja), {t.id: t.nomor for t in lihat_kegiatan(kerja, nomor).tahap}
    if json:
        cetak_json({"ringkasan": _isi_ringkasan(hitung, ke), "penerima": [_isi(b) for b in semua]})
        return
    _tulis_ringkasan(hitung)
    for kode, h in hitung.per_desa.items():
        kata = f"{bilangan(h.tersalur.orang)} dari {bilangan(h.target.orang)} sudah menerima"
        cetak_baris("Desa", kode, peta.nama(kode) if kode else "Desa belum diketahui", kata)
    for b in semua:
        _tulis(b, peta.nama(b.kode_desa) if b.kode_desa else "")


@app.command(cls=Perintah)
def cari(
    ctx: typer.Context,
    kata: Annotated[str, typer.Argument(metavar="TEKS", help="Kode atau nomor tanda terima, NIK, atau nama.")],
    kegiatan_id: KegiatanId,
    tahap: TahapKe = 1,
    desa: Desa = None,
    json: Json = False,
) -> None:
    """Cari penerima satu tahap; tidak mengubah apa pun."""
    with baca(ctx) as kerja:
        pada = tahap_id(kerja, kegiatan_id, tahap)
        semua, peta = cari_penerima(kerja, kegiatan_id, pada, kata, desa=kode_desa(desa)), peta_kantor(kerja)
    if json:
        cetak_json([_isi(b) for b in semua])
        return
    for b in semua:
        _tulis(b, peta.nama(b.kode_desa) if b.kode_desa else "")


@app.command(cls=Perintah)
def catat(
    ctx: typer.Context,
    penerima: Penerima,
    kegiatan_id: KegiatanId,
    hasil: HasilSerah,
    tahap: TahapKe = 1,
    tanggal: TanggalBoleh = None,
    tempat: Tempat = "",
    barang: Annotated[str | None, typer.Option(metavar="NAMA", help="Hanya barang ini.")] = None,
    jumlah: Annotated[int | None, typer.Option(metavar="N", help="Banyaknya barang itu, bila sebagian.")] = None,
    hanya_uang: Annotated[bool, typer.Option("--hanya-uang", help="Hanya uangnya, tanpa barang.")] = False,
    wakil: Annotated[str, typer.Option(metavar="NAMA", help="Nama wali atau wakil yang menerima.")] = "",
    hubungan: Annotated[str, typer.Option(metavar="TEKS", help="Hubungan wakil dengan penerima.")] = "",
    surat_kuasa: Annotated[str, typer.Option(metavar="NOMOR", help="Surat kuasa wakil.")] = "",
    nik_wakil: Annotated[str | None, typer.Option(metavar="NIK", help="NIK wakil.")] = None,
    cap_jempol: Annotated[bool, typer.Option("--cap-jempol", help="Memakai cap jempol; perlu dua saksi.")] = False,
    saksi: Annotated[list[str] | None, typer.Option(metavar="NAMA", help="Saksi; boleh berulang.")] = None,
    alasan: Annotated[str, typer.Option(metavar="TEKS", help="Alasan dengan kata sendiri.")] = "",
    berkas: Pindaian = None,
) -> None:
    """Catat hasil penyerahan kepada orang-orang yang disebut: semuanya, atau tidak satu pun.

    Nomor di kolom pertama membatalkan catatan itu.
    """
    dicatat = []
    with tulis(ctx) as kerja:
        pada, lampiran_id = tahap_id(kerja, kegiatan_id, tahap), simpan_pindaian(kerja, berkas)
        for kata in penerima:
            b = satu_penerima(kerja, kegiatan_id, pada, kata)
            tindakan = catat_hasil(
                kerja, b.alokasi_id, HasilSalur(hasil.value), barang_id=_barang(b, barang), jumlah=jumlah,
                hanya_uang=hanya_uang, wakil=Wakil(wakil, hubungan, nik_wakil, surat_kuasa) if wakil else None,
                saksi=saksi or (), cap_jempol=cap_jempol, alasan=alasan, tanggal=tanggal, tempat=tempat,
                lampiran_id=lampiran_id,
            )  # fmt: skip
            dicatat.append((b, tindakan))
    for b, t in dicatat:
        cetak_baris(t.penyaluran_ids[0], b.nomor, b.nama, label(t.sesudah.hasil) if t.sesudah.hasil else "")


def _barang(b: BarisSerah, nama: str | None) -> UUID | None:
    """Return the goods line of this name among what is owed.

    Raises:
        KnownError: `barang_tidak_ada`.
    """
    if nama is None:
        return None
    cocok = [k.barang_id for k in b.barang if k.nama.casefold() == nama.strip().casefold()]
    if len(cocok) != 1:
        raise KnownError("barang_tidak_ada", nama=b.nama)
    return cocok[0]


@app.command(cls=Perintah)
def semua(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    desa: Annotated[str, typer.Option("--desa", metavar="KODE", help="Kode desa atau kelurahan.")],
    hasil: HasilSerah = Hasil["SENDIRI"],
    tahap: TahapKe = 1,
    tanggal: TanggalBoleh = None,
    tempat: Tempat = "",
) -> None:
    """Catat hasil yang sama bagi semua orang satu desa yang belum mempunyai catatan."""
    with tulis(ctx) as kerja:
        baris = semua_serah(kerja, kegiatan_id, tahap_id=tahap_id(kerja, kegiatan_id, tahap), desa=kode_desa(desa))
        entri = [Entri(b.alokasi_id, HasilSalur(hasil.value)) for b in baris if not b.keadaan.dicatat_di_meja]
        catatan = catat_banyak(kerja, kegiatan_id, entri, tanggal=tanggal, tempat=tempat)
    cetak_baris("Dicatat", bilangan(len(catatan.dicatat)))
    for tolak in catatan.ditolak:
        kabar(f"{tolak.nama}: {kalimat(tolak.sebab)}")


@app.command(cls=Perintah)
def riwayat(
    ctx: typer.Context,
    kegiatan_id: KegiatanId,
    tahap: TahapBoleh = None,
    desa: Desa = None,
    batas: Annotated[int, typer.Option(metavar="N", help="Paling banyak sekian catatan.")] = 20,
    json: Json = False,
) -> None:
    """Tampilkan catatan terbaru; nomor di kolom pertama membatalkannya."""
    with baca(ctx) as kerja:
        pada = tahap_id(kerja, kegiatan_id, tahap) if tahap else None
        catatan = catatan_terakhir(kerja, kegiatan_id, tahap_id=pada, desa=kode_desa(desa), batas=batas)
        zona = Zona(kerja.kantor.zona)
    if json:
        cetak_json([asdict(c) for c in catatan])
        return
    for c in catatan:
        keadaan = "dibatalkan" if c.dibatalkan else ""
        saat = saat_ringkas(c.pada, zona)
        cetak_baris(c.penyaluran_id, saat, c.nomor, c.nama, label(c.hasil), c.petugas, c.keterangan, keadaan)


@app.command(cls=Perintah)
def batalkan(
    ctx: typer.Context,
    catatan: Annotated[UUID, typer.Argument(metavar="CATATAN", help="Nomor catatan penyaluran.")],
    alasan: Alasan,
) -> None:
    """Batalkan satu catatan; barisnya tetap ada bersama alasannya."""
    with tulis(ctx) as kerja:
        batalkan_hasil(kerja, catatan, alasan=alasan)
    typer.echo("Catatan penyaluran dibatalkan.")


realisasi.pasang(app)
dana.pasang(app)


# --- printing --------------------------------------------------------------------------------------------------------


def _tulis_ringkasan(r: RingkasanPenyaluran) -> None:
    for kata, satu in _hitungan(r.seluruh):
        cetak_baris(kata, f"{bilangan(satu.orang)} orang", rupiah(satu.rupiah))
    for silang, banyak in sorted(r.seluruh.silang.items()):
        cetak_baris(SILANG_DANA[silang], f"{bilangan(banyak)} orang")
    for g in r.per_barang:
        cetak_baris(g.nama, f"{bilangan(g.tersalur)} dari {bilangan(g.target)} {g.satuan}")


def _hitungan(h: HitungSalur) -> Iterable[tuple[str, Any]]:
    return (("Target", h.target), ("Sudah menerima", h.tersalur), ("Belum", h.belum), ("Tidak tersalur", h.gagal))


def _tulis(b: BarisSerah, desa: str) -> None:
    hasil = label(b.keadaan.hasil) if b.keadaan.hasil else "Belum menerima"
    if b.keadaan.silang in SETENGAH:
        hasil = SILANG_DANA[b.keadaan.silang]
    akhir = b.keadaan.terakhir
    kapan = tanggal_pendek(akhir.tanggal) if akhir and akhir.tanggal else ""
    nilai = rupiah(b.nominal) if b.nominal is not None else ", ".join(k.nama for k in b.barang)
    cetak_baris(b.tahap_nama, b.nomor, b.nama, samarkan(b.nik) if b.nik else "", desa, nilai, hasil, kapan)


def _isi(b: BarisSerah) -> dict[str, Any]:
    akhir = b.keadaan.terakhir
    return {
        "alokasi_id": b.alokasi_id,
        "tahap": b.tahap_nomor,
        "nomor": b.nomor,
        "nama": b.nama,
        "nik": samarkan(b.nik) if b.nik else None,
        "kode_desa": b.kode_desa,
        "nominal": b.nominal,
        "barang": [{"nama": k.nama, "satuan": k.satuan, "jumlah": k.jumlah} for k in b.barang],
        "status": b.keadaan.status,
        "hasil": b.keadaan.hasil,
        "dana": b.keadaan.silang,
        "dana_masuk": b.keadaan.dana_masuk.tanggal if b.keadaan.dana_masuk else None,
        "diserahkan": b.keadaan.diserahkan.tanggal if b.keadaan.diserahkan else None,
        "tanggal": akhir.tanggal if akhir else None,
        "tempat": akhir.tempat if akhir else "",
        "wakil": akhir.wakil_nama if akhir else "",
        "catatan_id": akhir.id if akhir else None,
    }


def _isi_hitung(h: HitungSalur) -> dict[str, Any]:
    bagian = {"target": h.target, "tersalur": h.tersalur, "belum": h.belum, "gagal": h.gagal}
    per_hasil = {str(hasil or "belum_dicatat"): asdict(j) for hasil, j in h.per_hasil.items()}
    silang = {str(s): n for s, n in h.silang.items()}
    return {nama: asdict(j) for nama, j in bagian.items()} | {"per_hasil": per_hasil, "dana": silang}


def _isi_ringkasan(r: RingkasanPenyaluran, ke: dict[UUID, int]) -> dict[str, Any]:
    return {
        **_isi_hitung(r.seluruh),
        "orang": r.orang,
        "per_tahap": {str(ke[i]): _isi_hitung(h) for i, h in r.per_tahap.items()},
        "per_desa": {kode: _isi_hitung(h) for kode, h in r.per_desa.items()},
        "per_barang": [asdict(g) | {"target": g.target} for g in r.per_barang],
    }
