"""`salur pertemuan` and `salur monev`: who came, whom to visit, what the visits showed."""

from pathlib import Path
from uuid import UUID

from tests.end2end.baris_perintah import Baris


def test_a_meeting_and_who_came(salur: Baris, sah: UUID) -> None:
    nomor = salur("pertemuan", "catat", "--kegiatan", sah, "--tempat", "Aula", "--tanggal", "2026-03-01").kata
    hadir = ("pertemuan", "hadir", nomor, "--kegiatan", sah)
    assert len(salur(*hadir).baris) == 6
    daftar = salur(*hadir, 2, "--tidak", "--lain", "Kepala Desa").baris
    assert [b[2] for b in daftar] == ["Hadir", "Tidak hadir", *["Hadir"] * 5]
    assert daftar[-1][:2] == ["Kepala Desa", "bukan penerima"]
    assert salur.coba(*hadir, 7).kode == 2
    (satu,) = salur("pertemuan", "--kegiatan", sah, "--json").json
    assert (satu["diundang"], satu["hadir"], satu["lain"], satu["jumlah_hadir"]) == (6, 5, 1, 6)
    betul = ("pertemuan", "betulkan", nomor, "--tanggal", "2026-03-02", "--tempat", "Balai desa")
    salur(*betul, "--jumlah-hadir", 40)
    assert salur("pertemuan", "--kegiatan", sah).baris[0][2:] == ["Balai desa", "", "40 hadir"]
    salur.ditolak("pertemuan", "catat", "--kegiatan", sah, "--tempat", "Aula", "--tanggal", "2026-03-03")


def test_the_sample_is_drawn_again_from_its_seed_and_visited(salur: Baris, sah: UUID, tmp_path: Path) -> None:
    sampel = ("monev", "sampel", "--kegiatan", sah, "--ukuran", 2, "--benih", 7)
    assert "Belum ada penerima" in salur.ditolak(*sampel)
    salur("penyaluran", "catat", *range(1, 6), "--kegiatan", sah, "--hasil", "sendiri", "--tanggal", "2026-03-02")
    judul, *orang = salur(*sampel).baris
    assert judul == ["Benih", "7", "2 dari 5 orang"]
    assert salur(*sampel).baris == [judul, *orang]
    kunjung = ("monev", "kunjungan", orang[0][0], "--kegiatan", sah)
    salur(*kunjung, "--menerima", "--jumlah-sesuai", "--pemanfaatan", "Sembako")
    assert "tidak ditemui" in salur.ditolak(*kunjung, "--tidak-ditemui", "--menerima")
    luar = min({*map(str, range(1, 7))} - {b[0] for b in orang})
    salur(
        "monev", "kunjungan", luar, "--kegiatan", sah, "--tidak-ditemui", "--petugas", "Halimah", "--kendala", "Ladang"
    )
    assert salur.coba("monev", "kunjungan", 99, "--kegiatan", sah).kode == 2
    isi = salur("monev", "--kegiatan", sah, "--json").json
    assert (isi["benih"], isi["ringkasan"]["kunjungan"], isi["ringkasan"]["belum"]) == (7, 2, 1)
    assert [k["sampel_id"] is None for k in isi["kunjungan"]] == [False, True]
    assert [k["isi"]["petugas"] for k in isi["kunjungan"]] == ["Serba Uji", "Halimah"]
    teks = salur("monev", "--kegiatan", sah).baris
    assert teks[0] == ["Sampel", "2 dari 5 orang", "1 belum"]
    assert [b[4] for b in teks if b[0] in {o[0] for o in orang}] == ["Sudah dikunjungi", "Belum dikunjungi"]
    foto = [tmp_path / nama for nama in ("rumah.pdf", "barang.pdf")]
    for berkas in foto:
        berkas.write_bytes(f"%PDF-1.4 {berkas.name}".encode())
    assert salur("monev", "foto", isi["kunjungan"][0]["id"], *foto).baris == [["Foto", "2"]]
    assert [k["foto"] for k in salur("monev", "--kegiatan", sah, "--json").json["kunjungan"]] == [2, 0]
