"""Walking a kegiatan of any SOP to its end: each step gets what it asks for, each decision the answer that leads on."""

from uuid import UUID

from app.kerja import Kerja
from app.sop import jalan, kertas, mesin, sahih
from app.sop.definisi import DefinisiSop, Sisi
from db.istilah import StatusKegiatan
from db.model import Kegiatan
from tests.app.sop import bantu


def _sisa(sop: DefinisiSop) -> dict[int, int]:
    """Return the fewest steps from each step to the last."""
    jarak = {len(sop.langkah): 0}
    for _ in sop.langkah:
        for lk in sop.langkah:
            lanjut = [jarak[n] + 1 for n in sahih.tujuan(sop, lk.urutan) if n in jarak]
            if lanjut:
                jarak[lk.urutan] = min([*lanjut, jarak.get(lk.urutan, 99)])
    return jarak


def arah(sop: DefinisiSop, urutan: int) -> str | None:
    """Return the answer at a decision that leads to the end."""
    cabang = sop.langkah_ke(urutan).cabang
    if cabang is None or cabang.penentu:
        return None
    sisa = _sisa(sop)
    return mesin.YA if sisa[cabang.ya] < sisa[cabang.tidak] else mesin.TIDAK


def sampai_akhir(kerja: Kerja, kegiatan_id: UUID) -> None:
    """Do what every step asks for until the kegiatan ends; outside parties sign on paper."""
    sop = bantu.definisi(kerja, kegiatan_id)
    for _ in range(3 * len(sop.langkah)):
        if kerja.sesi.get_one(Kegiatan, kegiatan_id).status == StatusKegiatan.SELESAI:
            return
        halaman = bantu.kini(kerja, kegiatan_id)
        bantu.kerjakan(kerja, kegiatan_id)
        for paraf in halaman.paraf:
            if sop.peran_kode(paraf.peran).sisi is Sisi.LUAR:
                kertas.sahkan_di_kertas(
                    kerja,
                    halaman.pelaksanaan_id,
                    nama="Pihak Luar",
                    kapasitas="Pimpinan",
                    tanggal=kerja.hari_ini(),
                    peran_sop=paraf.peran,
                )
        bantu.lengkapi(kerja, kegiatan_id)
        jalan.selesaikan(kerja, halaman.pelaksanaan_id, hasil="Tercatat.", keputusan=arah(sop, halaman.langkah.urutan))
    raise AssertionError("the kegiatan did not end")
