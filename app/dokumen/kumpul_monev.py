"""Gathers the laporan monitoring dan evaluasi from the visits that were recorded."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col, select

from app.bahasa.angka import bilangan, persen
from app.bahasa.waktu import rentang, tanggal
from app.dokumen.isi import Permintaan, bertahun
from app.dokumen.isi_laporan import BarisMonev, Foto, Hitungan, IsiMonev, TindakLanjut
from app.dokumen.kumpul_kepala import kumpul_kepala
from app.dokumen.kumpul_laporan import FOTO_TERBANYAK, wilayah_kegiatan
from app.foto_kunjungan import foto_kunjungan
from app.kerja import Kerja
from app.pijakan import lihat_kegiatan
from app.templat import kata_naskah
from app.wilayah import peta_kantor
from db.galat import KnownError
from db.model import Alokasi, Kegiatan, KunjunganMonev, Penerima, SampelMonev

_GAMBAR = (b"\x89PNG\r\n", b"\xff\xd8\xff")


@dataclass(frozen=True)
class _Kunjungan:
    """A visit with whom it was paid to."""

    isi: KunjunganMonev
    nama: str
    kode_desa: str


def isi_monev(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiMonev:
    """Gather the report of all visits of a kegiatan.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `kunjungan_belum_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    semua = _kunjungan(kerja, kegiatan_id)
    if not semua:
        raise KnownError("kunjungan_belum_ada")
    lampiran = foto_kunjungan(kerja, kegiatan_id)
    teks = kata_naskah(kerja, "monev", _fakta(kerja, kegiatan, semua), minta)
    return IsiMonev(
        kepala=kumpul_kepala(kerja, kegiatan, minta),
        pembuka=teks["pembuka"],
        evaluasi=teks["evaluasi"],
        sampel=_sampel(kerja, kegiatan_id),
        per_desa=_per_desa(kerja, semua),
        pemanfaatan=_pemanfaatan(semua),
        tindak_lanjut=_tindak_lanjut(kerja, semua),
        pelapor=tuple(dict.fromkeys(k.isi.petugas for k in semua if k.isi.petugas)),
        penerima=_penerima(kerja, kegiatan_id),
        foto=_foto(kerja, semua, lampiran),
        berkas=sum(map(len, lampiran.values())),
    )


def _kunjungan(kerja: Kerja, kegiatan_id: UUID) -> list[_Kunjungan]:
    """Return the visits by date and order of entry."""
    kueri = (
        select(KunjunganMonev, Penerima.nama, Penerima.kode_desa)
        .join(Penerima, col(Penerima.id) == col(KunjunganMonev.penerima_id))
        .where(KunjunganMonev.kegiatan_id == kegiatan_id)
        .order_by(col(KunjunganMonev.tanggal), col(KunjunganMonev.urut))
    )
    return [_Kunjungan(k, nama, desa or "") for k, nama, desa in kerja.sesi.exec(kueri)]


def _penerima(kerja: Kerja, kegiatan_id: UUID) -> int:
    """Count the people with an allocation in force."""
    kueri = (
        sa.select(sa.func.count(sa.distinct(col(Penerima.orang_id))))
        .join(Alokasi, col(Alokasi.penerima_id) == col(Penerima.id))
        .where(col(Alokasi.kegiatan_id) == kegiatan_id, col(Alokasi.batal).is_(False))
    )
    return int(kerja.sesi.execute(kueri).scalar_one())


def _sampel(kerja: Kerja, kegiatan_id: UUID) -> str:
    """Tell how the people to visit were drawn, so that an auditor can draw them again."""
    kueri = select(SampelMonev).where(SampelMonev.kegiatan_id == kegiatan_id).order_by(col(SampelMonev.urut).desc())
    s = kerja.sesi.exec(kueri).first()
    if s is None:
        return ""
    banyak, dari = bilangan(s.ukuran), bilangan(s.populasi)
    yakin, simpangan = s.parameter.get("kepercayaan"), s.parameter.get("simpangan")
    cara = f" (tingkat kepercayaan {yakin}%, simpangan {simpangan}%)" if yakin and simpangan else ""
    acak = f"Penerima yang dikunjungi diambil secara acak: {banyak} dari {dari} orang{cara}"
    return f"{acak}, dengan angka benih {s.benih}. Undian dengan benih yang sama menghasilkan orang yang sama."


def _foto(kerja: Kerja, semua: Sequence[_Kunjungan], lampiran: Mapping[UUID, Sequence[UUID]]) -> tuple[Foto, ...]:
    """Return the photographs to print: the first of each visit, then the second ones, at most `FOTO_TERBANYAK`."""
    urut = [
        (ke, nomor, lampiran_id)
        for nomor, k in enumerate(semua)
        for ke, lampiran_id in enumerate(lampiran.get(k.isi.id, ()))
    ]
    peta = peta_kantor(kerja)
    hasil: list[tuple[int, Foto]] = []
    for _, nomor, lampiran_id in sorted(urut, key=lambda satu: satu[:2]):
        if len(hasil) == FOTO_TERBANYAK:
            break
        k, isi = semua[nomor], kerja.baca_lampiran(lampiran_id)
        if isi.startswith(_GAMBAR):
            tempat = f", {peta.sebutan(k.kode_desa)}" if k.kode_desa else ""
            hasil.append((nomor, Foto(isi, f"{k.nama}{tempat}, {tanggal(k.isi.tanggal)}")))
    return tuple(foto for _, foto in sorted(hasil, key=lambda satu: satu[0]))


def _hitung(semua: Sequence[_Kunjungan]) -> tuple[int, int, int, int]:
    """Count visited, met, received, amount right."""
    return (
        len(semua),
        sum(k.isi.ditemui for k in semua),
        sum(k.isi.menerima is True for k in semua),
        sum(k.isi.jumlah_sesuai is True for k in semua),
    )


def _per_desa(kerja: Kerja, semua: Sequence[_Kunjungan]) -> tuple[BarisMonev, ...]:
    per_desa: dict[str, list[_Kunjungan]] = defaultdict(list)
    for k in semua:
        per_desa[k.kode_desa].append(k)
    peta = peta_kantor(kerja)
    return tuple(
        BarisMonev(peta.sebutan(kode) if kode else "Desa belum diketahui", *_hitung(per_desa[kode]))
        for kode in sorted(per_desa)
    )


def _pemanfaatan(semua: Sequence[_Kunjungan]) -> tuple[Hitungan, ...]:
    """Count the uses as they were answered, the most frequent first."""
    hitung = Counter(k.isi.pemanfaatan.strip() for k in semua if k.isi.pemanfaatan.strip())
    return tuple(Hitungan(kata, n) for kata, n in sorted(hitung.items(), key=lambda p: (-p[1], p[0])))


def _tindak_lanjut(kerja: Kerja, semua: Sequence[_Kunjungan]) -> tuple[TindakLanjut, ...]:
    peta = peta_kantor(kerja)
    return tuple(
        TindakLanjut(k.nama, peta.sebutan(k.kode_desa), k.isi.tanggal, k.isi.kendala, k.isi.tindak_lanjut)
        for k in semua
        if k.isi.kendala.strip()
    )


def _fakta(kerja: Kerja, kegiatan: Kegiatan, semua: Sequence[_Kunjungan]) -> dict[str, str]:
    dikunjungi, ditemui, menerima, sesuai = _hitung(semua)
    kendala = sum(bool(k.isi.kendala.strip()) for k in semua)
    return {
        "kegiatan": bertahun(kegiatan.nama, kegiatan.tahun),
        "rentang": rentang(semua[0].isi.tanggal, semua[-1].isi.tanggal),
        "wilayah": wilayah_kegiatan(kerja, kegiatan),
        "kantor": kerja.kantor.nama,
        "dikunjungi": bilangan(dikunjungi),
        "ditemui": bilangan(ditemui),
        "persen_ditemui": persen(ditemui, dikunjungi),
        "menerima": bilangan(menerima) if ditemui else "",
        "persen_menerima": persen(menerima, ditemui),
        "sesuai": bilangan(sesuai) if ditemui else "",
        "tindak_lanjut": bilangan(kendala) if kendala else "",
    }
