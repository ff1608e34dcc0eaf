"""Every PDF with the hardest data: names of sixty letters, one person, no officials, no picture, each paper size."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from app.dokumen import siap
from app.kantor import lihat_kantor, ubah_kantor
from app.kegiatan import DataBarang, buat_kegiatan
from app.kerja import Kerja
from app.monev import Kunjungan, catat_kunjungan
from app.penetapan import sahkan_sk, susun_penetapan
from app.penyaluran import Wakil, catat_hasil, semua_serah
from app.register import DataDisposisi, DataSurat, catat_surat_masuk, disposisikan
from app.spt import DataSpt, Jadwal, PetugasSpt, atur_jadwal, buat_spt
from db.galat import KnownError
from db.istilah import HasilSalur, JenisBantuan, Kertas, StatusUsulan
from reports.cetak import cetak
from reports.daftar_cetak import DAFTAR
from reports.tata_letak import UKURAN_KERTAS
from tests.helpers.kegiatan import DESA, beri_wali, isi_usulan, nik_uji
from tests.helpers.pdf import buka_pdf, teks_pdf
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)
PANJANG = "MUHAMMAD ABDURRAHMAN AL FARISI BIN HAJI SULAIMAN SYAFRUDDINA"
KALIMAT = "Penerima sedang tidak berada di tempat dan keluarganya belum dapat dihubungi oleh petugas "
TEPI = 4.5  # mm that no printer reaches


def _siapkan(uji: KantorUji, banyak: int) -> UUID:
    with uji.menulis() as kerja:
        kid = buat_kegiatan(
            kerja,
            kode_sop="rehsos",
            nama=f"Bantuan {PANJANG.title()} bagi Semua Orang",
            tahun=2026,
            nominal=987_654_321,
            jenis_bantuan=JenisBantuan.TUNAI,
            barang=[DataBarang(f"Beras {PANJANG.title()}", jumlah=2, satuan="karung")],
        )
        rumah = {"nama": PANJANG, "nama_cari": PANJANG, "alamat": f"Jalan {PANJANG.title()} Nomor 123 Gang Buntu"}
        ids = isi_usulan(kerja, kid, banyak, status=StatusUsulan.LAYAK, desa=DESA[:1], orang=rumah)
        beri_wali(kerja, ids[0], PANJANG, nik_uji(88), "Saudara kandung dari pihak ibu")
        susun_penetapan(kerja, kid)
        sahkan_sk(kerja, kid, nomor="188.45/1234567890/HUK-ORG/SETDA-LAMANDAU/II/2026", tanggal=date(2026, 2, 27))
        petugas = tuple(
            PetugasSpt(PANJANG, pangkat="Penata Tingkat I", nip="197812112006041006", jabatan=KALIMAT) for _ in range(3)
        )
        buat_spt(kerja, kid, DataSpt(HARI, petugas, (KALIMAT,), HARI, HARI, KALIMAT, nomor="094/1"))
        atur_jadwal(kerja, kid, [Jadwal(DESA[0], HARI, "08.30–12.00", KALIMAT, petugas=(PANJANG,))])
        surat = catat_surat_masuk(
            kerja, DataSurat(KALIMAT * 2, HARI, dari=KALIMAT, nomor_surat="1" * 60, kegiatan_id=kid)
        )
        disposisikan(
            kerja, surat, DataDisposisi(dari="Kepala Dinas", kepada=KALIMAT, instruksi=KALIMAT * 3, tanggal=HARI)
        )
        for n, b in enumerate(list(semua_serah(kerja, kid))):
            wakil = Wakil(PANJANG, "Anak", nik_uji(77), "SK/1") if n % 2 else None
            hasil = HasilSalur.DIWAKILKAN if wakil else HasilSalur.SENDIRI
            catat_hasil(kerja, b.alokasi_id, hasil, wakil=wakil, tanggal=HARI, tempat=KALIMAT)
        catat_kunjungan(
            kerja, kid, next(semua_serah(kerja, kid)).penerima_id,
            Kunjungan(HARI, PANJANG, True, True, True, KALIMAT, KALIMAT * 2, KALIMAT),
        )  # fmt: skip
    return kid


@pytest.mark.parametrize(("kertas", "banyak"), [(Kertas.A4, 1), (Kertas.FOLIO, 7)])
def test_nothing_leaves_the_paper_and_no_signature_stands_alone(
    uji: KantorUji, tmp_path: Path, kertas: Kertas, banyak: int
) -> None:
    with uji.menulis("admin") as kerja:
        kantor = lihat_kantor(kerja)
        ubah_kantor(kerja, replace(kantor, kertas=kertas, alamat=KALIMAT, tempat_surat="", pos_el="a@b.invalid" * 4))
    kid = _siapkan(uji, banyak)
    with uji.membaca() as kerja:
        dibuat = [n for n in DAFTAR.values() if n.format == "pdf" and _siap(kerja, kid, n.kode)]
    assert len(dibuat) >= 25
    for d in dibuat:
        berkas = tmp_path / f"{d.kode}.pdf"
        with uji.menulis() as kerja:
            cetak(kerja, d.kode, kid, berkas, tanggal=HARI)
        _periksa(berkas, kertas, d.kode)


def _siap(kerja: Kerja, kegiatan_id: UUID, kode: str) -> bool:
    try:
        siap.periksa(kerja, kegiatan_id, kode)
    except KnownError:
        return False
    return True


def _periksa(berkas: Path, kertas: Kertas, kode: str) -> None:
    """Look at edges (pale cut lines may reach them) and size of every page, and that it says more than who signs."""
    mm = 72 / 25.4
    with buka_pdf(berkas) as pdf:
        for n in range(len(pdf)):
            ukuran = sorted(s / mm for s in pdf.get_page_size(n))
            assert ukuran == pytest.approx(sorted(UKURAN_KERTAS[kertas]), abs=0.1), kode
            halaman = pdf[n]
            gambar = halaman.render(scale=1, grayscale=True).to_pil()
            halaman.close()
            tepi, lebar, tinggi = round(TEPI * mm), *gambar.size
            for kotak in ((0, 0, tepi, tinggi), (lebar - tepi, 0, lebar, tinggi), (0, 0, lebar, tepi),
                          (0, tinggi - tepi, lebar, tinggi)):  # fmt: skip
                assert gambar.crop(kotak).getextrema()[0] > 120, f"{kode} halaman {n + 1}"
    for n, teks in enumerate(teks_pdf(berkas)):
        kata = [k for k in teks.split() if k.strip(".").isalpha()]
        assert len(kata) > 12, f"{kode} halaman {n + 1}: {teks}"
