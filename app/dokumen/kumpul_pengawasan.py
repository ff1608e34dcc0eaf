"""Gathers what oversight asks for: the instrument of field visits, and the recap that inspectors (APIP) fill in."""

from collections.abc import Iterator
from uuid import UUID

from sqlmodel import col, func, select

from app.bahasa.angka import bilangan, persen
from app.dokumen.isi import Permintaan, bertahun
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_naskah import Alinea, IsiNaskah, KolomNaskah, TabelNaskah, Ttd
from app.dokumen.isi_surat import IsiFormulir
from app.dokumen.kumpul_daftar import sebutan_sk
from app.dokumen.kumpul_kepala import kumpul_kepala, tempat_tanggal
from app.dokumen.kumpul_orang import alir_penerima, baris_orang, penulis
from app.kerja import Kerja
from app.monev import sampel_terakhir
from app.pencairan import posisi_uang
from app.penetapan.lihat import penetapan_berlaku
from app.pijakan import lihat_kegiatan
from app.sop.konteks import definisi_kegiatan
from app.templat import kata_naskah
from app.wilayah import induk, peta_kantor
from db.galat import KnownError
from db.model import Kegiatan, KunjunganMonev


def isi_instrumen(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiFormulir]:
    """Gather the visit sheet per desa: of the sample that was drawn, else of everybody on the decree's list.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `penetapan_belum_sah`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    sk = penetapan_berlaku(kerja, kegiatan_id)
    if sk is None:
        raise KnownError("penetapan_belum_sah")
    kepala, tulis, peta = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta), peta_kantor(kerja)
    fakta = {"kegiatan": kepala.nama, "kantor": kerja.kantor.nama}
    petunjuk = " ".join(kata_naskah(kerja, "instrumen_monev", fakta, minta)["petunjuk"])
    sampel = sampel_terakhir(kerja, kegiatan_id)
    terpilih = set(sampel.terpilih) if sampel and sampel.penetapan_id == sk.id else None
    semua = alir_penerima(kerja, sk.id, minta.desa)
    orang = [b for b in semua if terpilih is None or b.nomor_urut in terpilih]
    for kode in sorted({b.kode_desa for b in orang}):
        satu = [b for b in orang if b.kode_desa == kode]
        yield IsiFormulir(
            kepala=kepala,
            petunjuk=petunjuk,
            baris=(baris_orang(b, tulis, nomor=n) for n, b in enumerate(satu, 1)),
            desa=peta.sebutan(kode) if kode else "",
            kecamatan=peta.nama(induk(kode)) if kode else "",
        )


def isi_rekap_apip(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> IsiNaskah:
    """Gather the recap of the office's kegiatan of that year, a line each, as inspectors ask for it.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala = kumpul_kepala(kerja, kegiatan, minta)
    kueri = select(Kegiatan).where(Kegiatan.kantor_id == kerja.kantor.id, Kegiatan.tahun == kegiatan.tahun)
    semua = list(kerja.sesi.exec(kueri.order_by(col(Kegiatan.urut))))
    baris = [_baris_apip(kerja, k, semua) for k in semua]
    kolom = (
        KolomNaskah("No.", 8, "tengah"), KolomNaskah("Uraian kegiatan", 48), KolomNaskah("Bansos sejenis", 40),
        KolomNaskah("Anggaran (Rp)", 30, "kanan"), KolomNaskah("Realisasi (Rp)", 30, "kanan"),
        KolomNaskah("%", 16, "kanan"), KolomNaskah("Penerima", 23, "kanan"), KolomNaskah("Petunjuk pelaksanaan", 40),
        KolomNaskah("Basis data", 40), KolomNaskah("Monev", 24),
    )  # fmt: skip
    pagu, nyata, orang = sum(b[1] for b in baris), sum(b[2] for b in baris), sum(b[3] for b in baris)
    return IsiNaskah(
        kepala=kepala,
        judul=("REKAPITULASI BANTUAN SOSIAL UNTUK PENGAWASAN", kepala.kop.nama, f"TAHUN {kegiatan.tahun}"),
        isi=(
            TabelNaskah(
                kolom,
                tuple((str(n), *b[0]) for n, b in enumerate(baris, 1)),
                ("JUMLAH", bilangan(pagu), bilangan(nyata), persen(nyata, pagu) if pagu else "-", bilangan(orang),
                 "", "", ""),
            ),
            Alinea((f"Keadaan data pada saat dicetak oleh {kerja.kantor.nama}.",)),
        ),
        ttd=((None, Ttd(kepala.penanda, (tempat_tanggal(kepala),))),),
        kaki=f"Rekap pengawasan {kegiatan.tahun}",
        jumlah=Jumlah(orang, nyata),
    )  # fmt: skip


def _baris_apip(kerja: Kerja, k: Kegiatan, semua: list[Kegiatan]) -> tuple[tuple[str, ...], int, int, int]:
    """Make the line of a kegiatan; also its budget, what was handed over (rupiah), and its recipients."""
    sk = penetapan_berlaku(kerja, k.id)
    uang = posisi_uang(kerja, k.id).seluruh
    orang = sk.jumlah_orang if sk else 0
    pagu = k.pagu or 0
    sejenis = ", ".join(o.nama for o in semua if o.kode_sop == k.kode_sop and o.id != k.id)
    sop = definisi_kegiatan(k).kepala
    juknis = " ".join(filter(None, ("SOP", sop.nomor.tampil)))
    kunjungan = kerja.sesi.exec(
        select(func.count()).select_from(KunjunganMonev).where(KunjunganMonev.kegiatan_id == k.id)
    ).one()
    kata = (
        bertahun(k.nama, k.tahun), sejenis or "-", bilangan(pagu) if pagu else "-", bilangan(uang.tersalur),
        persen(uang.tersalur, pagu) if pagu else "-", bilangan(orang), juknis,
        sebutan_sk(kerja, sk) or "belum ditetapkan", f"{bilangan(kunjungan)} kunjungan" if kunjungan else "belum ada",
    )  # fmt: skip
    return kata, pagu, uang.tersalur, orang
