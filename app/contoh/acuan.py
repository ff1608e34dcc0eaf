"""The sample's reference lists: DTSEN has most of its people and of those in the files that wait to be imported, a few
stand in the lists of dead and moved people.
"""

import csv
import hashlib
import io
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from sqlmodel import col, select

from app.acuan.bentuk import BarisTerbaca, BerkasAcuan, PratinjauAcuan
from app.acuan.simpan import simpan_acuan
from app.contoh.berkas import BERKAS, warga
from app.contoh.orang import OrangContoh
from app.contoh.panggung import Panggung
from app.kerja import Kerja
from db.istilah import JenisAcuan
from db.model import Orang

BENIH = 2025
_DI_DTSEN, _MENINGGAL, _PINDAH = 0.94, 0.008, 0.008
_BOBOT = (26, 24, 20, 14, 8, 4, 2, 1, 1, 0)  # per cent of desil 1 to 10


def mainkan(panggung: Panggung) -> None:
    """Take in DTSEN and the lists of Disdukcapil, as the operator of the dinas did some days ago."""
    with panggung.sebagai("operator", 4) as kerja:
        acak, per = Random(BENIH), panggung.mundur(20)
        orang = kerja.sesi.exec(
            select(Orang).where(col(Orang.nik).is_not(None), col(Orang.kode_desa).startswith("62.09."))
            .order_by(col(Orang.urut))
        ).all()  # fmt: skip
        dtsen = [_baris(o, desil=acak.choices(range(1, 11), _BOBOT)[0]) for o in orang if acak.random() < _DI_DTSEN]
        dikenal = {b.nik for b in dtsen}
        akan_diusulkan = (o for nama in BERKAS for o in warga(nama) if o.nik not in dikenal)
        dtsen += [_baris(o, desil=acak.randint(1, 4)) for o in akan_diusulkan if acak.random() < _DI_DTSEN]
        mati = [_baris(o, pada=per - timedelta(acak.randrange(90))) for o in orang if acak.random() < _MENINGGAL]
        pindah = [_baris(o, keterangan="Palangka Raya") for o in orang if acak.random() < _PINDAH]
        _simpan(kerja, JenisAcuan.DTSEN, "Kemensos (contoh)", per, dtsen)
        _simpan(kerja, JenisAcuan.MENINGGAL, "Disdukcapil (contoh)", per, mati)
        _simpan(kerja, JenisAcuan.PINDAH, "Disdukcapil (contoh)", per, pindah)


def _baris(
    o: Orang | OrangContoh, *, desil: int | None = None, pada: date | None = None, keterangan: str = ""
) -> BarisTerbaca:
    return BarisTerbaca(o.nik, o.no_kk, o.nama, o.tanggal_lahir, o.kode_desa, desil, pada=pada, keterangan=keterangan)


def _simpan(kerja: Kerja, jenis: JenisAcuan, sumber: str, tanggal: date, baris: Sequence[BarisTerbaca]) -> None:
    """Keep a list with a file that says the same; a list without anybody is not kept."""
    if not baris:
        return
    teks = io.StringIO()
    tulis = csv.writer(teks, delimiter=";", lineterminator="\r\n")
    tulis.writerow(("NIK", "NO KK", "NAMA", "TANGGAL LAHIR", "DESIL", "TANGGAL", "KETERANGAN"))
    tulis.writerows((b.nik, b.no_kk, b.nama, b.lahir, b.desil, b.pada, b.keterangan) for b in baris)
    isi = teks.getvalue().encode("utf-8-sig")
    nama = f"{jenis.value}-{tanggal.isoformat()}.csv"
    daftar = PratinjauAcuan(jenis, sumber, tanggal, baris=list(baris))
    daftar.berkas = [BerkasAcuan(nama, hashlib.sha256(isi).hexdigest(), isi, "csv")]
    daftar.hitung()
    simpan_acuan(kerja, daftar)
