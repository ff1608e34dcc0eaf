"""Hasil pemeriksaan from the reference lists, for the rows of an import; silent while no list of a kind exists."""

from collections.abc import Iterator

from app.acuan.bentuk import BERDESIL
from app.acuan.tanda import Cara, Dicari, Tanda, TandaAcuan, cari_tanda, desil_acuan
from app.bahasa.waktu import tanggal as tulis_tanggal
from app.identitas import nama_cari
from app.kerja import Kerja
from app.usulan.bentuk import Baris, HasilImpor
from db.istilah import JenisAcuan

_TERCATAT = {JenisAcuan.MENINGGAL: "meninggal", JenisAcuan.PINDAH: "pindah"}
_DASAR = {
    Cara.NIK: "NIK sama",
    Cara.KELUARGA: "No. KK sama",
    Cara.MUNGKIN: "cocokkan orangnya, karena NIK-nya tidak dapat dipastikan",
}


def tandai_acuan(kerja: Kerja, hasil: HasilImpor, desil_maks: int | None) -> None:
    """Note on every row that is not refused what the lists in force say of its person.

    Args:
        desil_maks: the highest desil that the kegiatan takes; None: no limit.
    """
    tanda = cari_tanda(kerja, _dicari(hasil))
    for nomor, satu in enumerate(hasil.baris if tanda else ()):
        if semua := tanda.get(nomor):
            _catat(satu, semua, desil_maks)


def _dicari(hasil: HasilImpor) -> Iterator[Dicari[int]]:
    """Yield who is looked for; nobody is asked for his row while there is no list to look in."""
    for nomor, b in enumerate(hasil.baris):
        if not b.ditolak:
            yield Dicari(nomor, b.nik or None, b.no_kk or None, nama_cari(b.nama), b.lahir, b.kode_desa)


def _catat(baris: Baris, tanda: Tanda, desil_maks: int | None) -> None:
    for satu in tanda:
        if satu.jenis in _TERCATAT:
            _catat_tercatat(baris, satu)
    keluarga = [t for t in tanda if t.jenis in BERDESIL]
    absen = [t.daftar.sebutan for t in keluarga if t.cara is Cara.TIDAK]
    if absen and len(absen) == len(keluarga):
        baris.catat("tidak_di_acuan", "nik", daftar=" dan ".join(absen))
    lewat = desil_acuan(tanda)
    if lewat and lewat.desil and desil_maks is not None and lewat.desil > desil_maks:
        baris.catat(
            "desil_di_luar_syarat",
            "desil",
            desil=str(lewat.desil),
            batas=str(desil_maks),
            daftar=lewat.daftar.sebutan,
            dasar=_DASAR[lewat.cara],
        )


def _catat_tercatat(baris: Baris, tanda: TandaAcuan) -> None:
    apa = _TERCATAT[tanda.jenis]
    awal = f"Tercatat {apa}" if tanda.ada else f"Mungkin tercatat {apa}"
    kapan = f" {tulis_tanggal(tanda.pada)}" if tanda.pada else ""
    ke = f" ({tanda.keterangan})" if tanda.keterangan else ""
    kode = f"tercatat_{apa}"
    baris.catat(kode, "nik", keadaan=f"{awal}{kapan}{ke}", daftar=tanda.daftar.sebutan, dasar=_DASAR[tanda.cara])
