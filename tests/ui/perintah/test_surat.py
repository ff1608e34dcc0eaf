"""`salur surat`: the books of letters and services, dispositions, SPT and schedule."""

from uuid import UUID

from tests.end2end.baris_perintah import Baris
from tests.helpers.kegiatan import DESA

MASUK = ("surat", "masuk", "--perihal", "Pemberitahuan", "--dari", "DSPPAPMD", "--nomor", "460/118")


def test_a_letter_comes_in_is_corrected_and_disposed_of(salur: Baris, layak: UUID) -> None:
    surat, agenda, nomor = salur(*MASUK, "--kegiatan", layak, "--sifat", "segera").baris[0]
    assert (agenda, nomor) == ("1", "460/118")
    assert "agenda" in salur.ditolak(*MASUK, "--agenda", "1")
    baru = salur("surat", "perbaiki", surat, "--alasan", "Salah ketik", "--nomor", "460/119").kata
    tulis = ("--kepada", "Kasi PMDK", "--instruksi", "Siapkan data")
    assert "sudah digantikan" in salur.ditolak("surat", "disposisi", surat, "--dari", "Camat", *tulis)
    disposisi = salur("surat", "disposisi", baru, "--dari", "Camat", *tulis, "--batas", "2026-03-09").kata
    salur("surat", "paraf", disposisi)
    isi = salur("surat", "--kegiatan", layak, "--json").json
    assert [(s["nomor_surat"], s["digantikan"]) for s in isi] == [("460/118", True), ("460/119", False)]
    assert isi[1]["disposisi"][0]["isi"]["diparaf"] is True
    teks = salur("surat").baris
    assert teks[0][-1] == "digantikan"
    assert teks[2][1:] == [disposisi, "Camat kepada Kasi PMDK", "Siapkan data", "sudah diparaf", "batas 9 Mar 2026"]


def test_a_letter_out_needs_a_number_until_the_office_counts(salur: Baris) -> None:
    keluar = ("surat", "keluar", "--perihal", "Undangan", "--kepada", "Kepala Desa")
    salur.ditolak(*keluar)
    assert salur(*keluar, "--nomor", "005/1").baris[0][1:] == ["1", "005/1"]
    assert salur("surat", "--arah", "keluar").baris[0][4] == "Kepala Desa"
    assert salur("surat").baris == []


def test_services_are_numbered(salur: Baris) -> None:
    assert "keperluan" in salur.ditolak("surat", "pelayanan", "--nama", "Siti")
    catat = ("surat", "pelayanan", "--nama", "Siti", "--keperluan", "Surat keterangan")
    assert salur(*catat).baris[0][0] == "0001/2026"
    assert [b["nomor"] for b in salur("surat", "pelayanan", "--json").json] == ["0001/2026"]


def test_spt_and_schedule(salur: Baris, layak: UUID) -> None:
    spt = (
        "surat", "spt", "--kegiatan", layak, "--nomor", "094/1", "--untuk", "Menyalurkan", "--mulai", "2026-03-03",
        "--sampai", "2026-03-05", "--petugas",
    )  # fmt: skip
    nomor, agenda, tertulis = salur(*spt, "Rabiatul; Kasi PMDK; Penata; 19830322", "--petugas", "Misnawati").baris[0]
    assert (agenda, tertulis) == ("1", "094/1")
    assert salur.coba(*spt, "a;b;c;d;e").kode == 2
    salur.ditolak(*spt, " ")
    (satu,) = salur("surat", "daftar-spt", "--kegiatan", layak, "--json").json
    assert satu["id"] == nomor
    assert satu["isi"]["petugas"][0] == {
        "nama": "Rabiatul", "jabatan": "Kasi PMDK", "pangkat": "Penata", "nip": "19830322",
    }  # fmt: skip
    jadwal = ("surat", "jadwal", "--kegiatan", layak)
    atur = (*jadwal, "--tanggal", "2026-03-08", "--jam", "08.30", "--tempat", "Balai desa", "--desa")
    assert [b[-1] for b in salur(*atur, DESA[0], "--desa", DESA[1].replace(".", "")).baris] == ["hari Minggu"] * 2
    salur.ditolak(*atur, "63.11.03.2001")
    baris = salur(*jadwal, "--json").json
    assert [b["isi"]["kode_desa"] for b in baris] == list(DESA[:2])
    salur("surat", "hapus-jadwal", baris[0]["id"])
    assert len(salur(*jadwal).baris) == 1
    titik = (*jadwal, "--desa", DESA[1], "--tempat", "SDN 1", "--titik-baru", "--rt", "001,2", "--nomor", "1-5")
    assert "SDN 1 (RT 1, 2; nomor 1–5)" in {b[4] for b in salur(*titik).baris}
    salur.ditolak(*titik)
    assert [b["isi"]["batas"] for b in salur(*jadwal, "--json").json if b["isi"]["tempat"] == "SDN 1"] == [
        {"rt": ["1", "2"], "nomor": [1, 5]}
    ]


def test_a_line_of_the_register_is_corrected(salur: Baris) -> None:
    salur("surat", "pelayanan", "--nama", "Mariana", "--keperluan", "Surat keterangan")
    (baris,) = salur("surat", "betulkan-pelayanan", "0001/2026", "--nama", "Mariani", "--alasan", "Salah ketik").baris
    assert (baris[0], baris[2]) == ("0001/2026", "Mariani")
    assert "semula “Mariana”" in baris[4]
    assert "tidak ditemukan" in salur.ditolak("surat", "betulkan-pelayanan", "9/2026", "--nama", "X", "--alasan", "a")
