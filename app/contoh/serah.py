"""Hand-over days of the sample: every outcome that a village hall knows, in plausible shares."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from app.contoh.orang import Pengarang
from app.contoh.panggung import Panggung
from app.kegiatan import lihat_kegiatan
from app.kerja import Kerja
from app.penyaluran import SumberDana, catat_dana_masuk, daftar_serah
from app.penyaluran.catat import batalkan_hasil, catat_banyak
from app.penyaluran.isian import Entri, Wakil
from app.penyaluran.muat import BarisSerah
from db.istilah import HasilSalur

_GAGAL = (HasilSalur.MENINGGAL, HasilSalur.PINDAH, HasilSalur.MENOLAK, HasilSalur.TIDAK_DITEMUKAN,
          HasilSalur.DATA_GANDA, HasilSalur.REKENING_BERMASALAH, HasilSalur.BERKAS_KURANG,
          HasilSalur.LAINNYA)  # fmt: skip
_SAKSI = ("Wagirah", "Paiman")
_RETUR = 40  # one account in so many came back from the bank


def salurkan(
    panggung: Panggung,
    akun: str,
    kegiatan_id: UUID,
    pengarang: Pengarang,
    hari: Sequence[int],
    *,
    tahap: int = 1,
    sampai: int = 100,
) -> None:
    """Hand a tahap out over some days, desa by desa.

    Args:
        hari: working days before today, first to last; desa are spread over them.
        sampai: per cent of the desa that were served; the others still wait.
    """
    with panggung.melihat(akun) as kerja:
        baris = _semua(kerja, kegiatan_id, tahap)
    desa = sorted({b.kode_desa for b in baris})
    dilayani = desa[: len(desa) * sampai // 100]
    for n, satu_hari in enumerate(hari):
        bagian = set(dilayani[n :: len(hari)])
        milik = [b for b in baris if b.kode_desa in bagian]
        if milik:
            with panggung.sebagai(akun, satu_hari) as kerja:
                entri = [_entri(pengarang, b) for b in milik]
                catat_banyak(kerja, kegiatan_id, entri, tanggal=panggung.mundur(satu_hari), tempat="Balai desa")


def kreditkan(panggung: Panggung, akun: str, kegiatan_id: UUID, hari: int) -> None:
    """Let the bank's sheet say that the money is on the accounts; a few were returned and still wait."""
    with panggung.melihat(akun) as kerja:
        semua = [b.alokasi_id for b in _semua(kerja, kegiatan_id, 1) if b.nomor % _RETUR]
    with panggung.sebagai(akun, hari) as kerja:
        catat_dana_masuk(
            kerja, kegiatan_id, semua, tanggal=panggung.mundur(hari), sumber=SumberDana.LEMBAR_BANK
        )  # fmt: skip


def wariskan(panggung: Panggung, akun: str, kegiatan_id: UUID, hari: int) -> None:
    """Give an heir what a recipient who died was owed, as the kegiatan's rule allows."""
    with panggung.melihat(akun) as kerja:
        mati = next(b for b in _semua(kerja, kegiatan_id, 1) if b.keadaan.hasil is HasilSalur.MENINGGAL)
    with panggung.sebagai(akun, hari) as kerja:
        anak = Wakil("Sumiati Kusnadi", "Anak kandung", surat_kuasa="Surat keterangan ahli waris 474/17")
        entri = [Entri(mati.alokasi_id, HasilSalur.AHLI_WARIS, wakil=anak)]
        catat_banyak(kerja, kegiatan_id, entri, tanggal=panggung.mundur(hari), tempat="Kantor Dinas Sosial")


def betulkan_satu(panggung: Panggung, akun: str, kegiatan_id: UUID, hari: int) -> None:
    """Take one wrong entry back, as happens every day."""
    with panggung.melihat(akun) as kerja:
        terakhir = ((b, b.keadaan.terakhir) for b in _semua(kerja, kegiatan_id, 1))
        salah = next(b for b, c in terakhir if c is not None and c.hasil is HasilSalur.TIDAK_HADIR)
    with panggung.sebagai(akun, hari) as kerja:
        batalkan_hasil(kerja, salah.catatan[-1].id, alasan="Salah pilih nama")
        entri = [Entri(salah.alokasi_id, HasilSalur.SENDIRI)]
        catat_banyak(kerja, kegiatan_id, entri, tanggal=panggung.mundur(hari), tempat="Balai desa")


def tuntaskan_sisa(panggung: Panggung, akun: str, kegiatan_id: UUID, hari: int, *, tahap: int = 1) -> None:
    """Give those who were not there theirs at the office, so that nobody is left without an end."""
    with panggung.melihat(akun) as kerja:
        sisa = [b for b in _semua(kerja, kegiatan_id, tahap) if b.keadaan.hasil in (None, HasilSalur.TIDAK_HADIR)]
    with panggung.sebagai(akun, hari) as kerja:
        entri = [Entri(b.alokasi_id, HasilSalur.SENDIRI) for b in sisa]
        catat_banyak(kerja, kegiatan_id, entri, tanggal=panggung.mundur(hari), tempat="Kantor Dinas Sosial")


def _semua(kerja: Kerja, kegiatan_id: UUID, tahap: int) -> list[BarisSerah]:
    tahap_id = lihat_kegiatan(kerja, kegiatan_id).tahap[tahap - 1].id
    return list(_halaman(kerja, kegiatan_id, tahap_id))


def _halaman(kerja: Kerja, kegiatan_id: UUID, tahap_id: UUID) -> Iterable[BarisSerah]:
    setelah = None
    while halaman := daftar_serah(kerja, kegiatan_id, tahap_id=tahap_id, setelah=setelah, batas=1000):
        yield from halaman
        setelah = halaman[-1].kunci


def _entri(pengarang: Pengarang, b: BarisSerah) -> Entri:
    peluang = pengarang.acak.random()
    if (karung := _lebih_dari_satu(b)) and b.nomor % 17 == 1:
        return Entri(b.alokasi_id, HasilSalur.SEBAGIAN, barang_id=karung, jumlah=1)
    if b.wali_nama:
        return Entri(b.alokasi_id, HasilSalur.WALI if peluang < 0.95 else HasilSalur.TIDAK_HADIR)
    if peluang < 0.72:
        return Entri(b.alokasi_id, HasilSalur.SENDIRI)
    if peluang < 0.76:
        return Entri(b.alokasi_id, HasilSalur.SENDIRI, cap_jempol=True, saksi=_SAKSI)
    if peluang < 0.84:
        wakil = Wakil("Sumiati Kusnadi", "Anak kandung", surat_kuasa=f"SK-{b.nomor:03}")
        return Entri(b.alokasi_id, HasilSalur.DIWAKILKAN, wakil=wakil)
    if peluang < 0.90:
        return Entri(b.alokasi_id, HasilSalur.DIANTAR)
    if peluang < 0.94:
        return Entri(b.alokasi_id, HasilSalur.TIDAK_HADIR)
    hasil = _GAGAL[next(pengarang.giliran) % len(_GAGAL)]
    return Entri(b.alokasi_id, hasil, alasan="Dirawat di rumah sakit" if hasil is HasilSalur.LAINNYA else "")


def _lebih_dari_satu(b: BarisSerah) -> UUID | None:
    """Give a goods line of which a part may be handed over."""
    return next((k.komponen.barang_id for k in b.keadaan.komponen if k.komponen.jumlah > 1), None)
