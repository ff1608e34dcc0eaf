"""Operations on a definition: what is asked for happens, marks stay true, and branches follow their steps."""

from dataclasses import replace

import pytest

from app.sop import layak
from app.sop.definisi import Aksi, Basis, Butir, DefinisiSop, Fakta, Menghitung, Per, SatuanWaktu, Simbol, Sisi
from app.sop.muat import BAWAAN, daftar_bawaan, dari_json, ke_json, muat_bawaan
from app.sop.sunting import awal, isi, kata, susunan
from app.sop.sunting.penyunting import Penyunting
from db.istilah import JenisBantuan, Kategori, Peran, SifatKelengkapan, SumberSop

DTKS, REHSOS, BALAKAS = muat_bawaan("dtks"), muat_bawaan("rehsos"), muat_bawaan("balakas")
MILIK = SumberSop.PRACTICE


def kalimat(sop: DefinisiSop) -> str:
    return " ".join(m.kalimat for m in layak.masalah(sop))


# --- words -----------------------------------------------------------------------------------------------------------


def test_changed_words_are_the_offices_own_and_unchanged_ones_stay_the_documents() -> None:
    lama = REHSOS.langkah_ke(1).kegiatan
    assert kata.tulis(lama, f"  {lama.tampil} ") is lama
    baru = kata.tulis_langkah(REHSOS, 1, "kegiatan", "Menerima usulan dari desa")
    assert baru.langkah_ke(1).kegiatan == Butir(teks="Menerima usulan dari desa", sumber=MILIK)
    assert baru.langkah[1:] == REHSOS.langkah[1:]
    assert kata.tulis_langkah(REHSOS, 1, "keterangan", "  ").langkah_ke(1).keterangan.tampil == ""


def test_the_identity_box() -> None:
    sop = kata.tulis_kepala(REHSOS, "nomor", "7/SOP/2026")
    sop = kata.tulis_sah(sop, "nama", "Pejabat Baru")
    dasar = [b.tampil for b in REHSOS.kepala.dasar_hukum]
    sop = kata.tulis_daftar(sop, "dasar_hukum", [*dasar, "", "Peraturan Bupati 3/2026"])
    sop = kata.beri_nama(sop, "Bansos Dinas")
    assert (sop.kepala.nomor.tampil, sop.kepala.nomor.sumber) == ("7/SOP/2026", MILIK)
    assert sop.kepala.disahkan.nama.sumber is MILIK
    assert sop.kepala.dasar_hukum[:-1] == REHSOS.kepala.dasar_hukum
    assert sop.kepala.dasar_hukum[-1] == Butir(teks="Peraturan Bupati 3/2026", sumber=MILIK)
    assert sop.nama_layar.tampil == "Bansos Dinas"
    assert layak.masalah(sop) == ()


def test_typed_away_and_typed_back_is_the_documents_word_again() -> None:
    sunting = Penyunting(BALAKAS, asal=BALAKAS)
    asli = BALAKAS.langkah_ke(1).kelengkapan
    assert asli.koreksi
    sunting.ubah(lambda d: kata.tulis_langkah(d, 1, "kelengkapan", "Lain"), "kelengkapan")
    assert sunting.kini.langkah_ke(1).kelengkapan.sumber is MILIK
    sunting.ubah(lambda d: kata.tulis_langkah(d, 1, "kelengkapan", asli.tampil), "kelengkapan")
    assert sunting.kini.langkah_ke(1).kelengkapan == asli
    assert not sunting.berubah


def test_rules_of_the_aid() -> None:
    assert kata.atur_bantuan(REHSOS) is REHSOS
    sop = kata.atur_bantuan(REHSOS, jenis=[JenisBantuan.BARANG], kategori=[Kategori.LANSIA], nominal_wajib=False)
    assert sop.aturan.jenis_bantuan == (JenisBantuan.BARANG,)
    assert sop.aturan.sumber is MILIK
    assert kata.atur_bantuan(sop, satu_kk=True).aturan.satu_kk


@pytest.mark.parametrize(
    ("nama", "kode"),
    [("Bantuan Beras", "bantuan_beras"), ("BLT-DD 2026", "blt_dd_2026"), ("1 Peduli", "sop_1_peduli"), ("…", "sop")],
)
def test_codes_are_made_of_names(nama: str, kode: str) -> None:
    assert kata.kode_baru(nama, ()) == kode
    assert kata.kode_baru(nama, {kode, f"{kode}_2"}) == f"{kode}_3"


# --- papers, time, performers ----------------------------------------------------------------------------------------


def test_papers() -> None:
    sop = isi.tambah_dokumen(REHSOS, 2, isi.IsiDokumen("Foto rumah", per=Per.USULAN, usia_min=60))
    baru = sop.langkah_ke(2).dokumen[-1]
    assert (baru.kode, baru.nama.sumber, baru.usia_min) == ("foto_rumah", MILIK, 60)
    lagi = isi.tambah_dokumen(sop, 3, isi.IsiDokumen("Foto rumah", per=Per.DESA))
    assert lagi.langkah_ke(3).dokumen[-1].kode == "foto_rumah"
    assert lagi.langkah_ke(2).dokumen[-1].per is Per.DESA  # one paper, one measure
    assert layak.masalah(lagi) == ()
    ubah = isi.ubah_dokumen(lagi, 2, "foto_rumah", isi.IsiDokumen("Foto", SifatKelengkapan.DIANJURKAN))
    assert ubah.langkah_ke(2).dokumen[-1].sifat is SifatKelengkapan.DIANJURKAN
    assert isi.hapus_dokumen(ubah, 2, "foto_rumah").langkah_ke(2).dokumen == REHSOS.langkah_ke(2).dokumen


def test_time_writes_its_words() -> None:
    w = REHSOS.langkah_ke(1).waktu
    hitung = {"basis": w.basis, "menghitung": w.menghitung}
    assert isi.atur_waktu(REHSOS, 1, nilai=w.nilai, satuan=w.satuan, **hitung) is REHSOS
    baru = isi.atur_waktu(REHSOS, 1, nilai=3, satuan=SatuanWaktu.MINGGU, **hitung).langkah_ke(1).waktu
    assert (baru.teks, baru.sumber_basis) == (Butir(teks="3 minggu", sumber=MILIK), MILIK)
    basis = isi.atur_waktu(
        REHSOS, 1, nilai=w.nilai, satuan=w.satuan, basis=Basis.KALENDER, menghitung=Menghitung.DESA
    ).langkah_ke(1)
    assert basis.waktu.teks == w.teks  # the document's "14 Hari" still stands


def test_performers_and_their_paraf() -> None:
    sop = isi.atur_pelaksana(REHSOS, 2, ["dinas", "vendor"])
    assert (sop.langkah_ke(2).pelaksana, sop.langkah_ke(2).sumber_pelaksana) == (("dinas", "vendor"), MILIK)
    sop = isi.atur_paraf(DTKS, 4, {"kasi": SifatKelengkapan.WAJIB, "sekretaris": SifatKelengkapan.DIANJURKAN})
    kasi, sekretaris = sop.langkah_ke(4).paraf
    assert (kasi, sekretaris.sumber) == (DTKS.langkah_ke(4).paraf[0], MILIK)


def test_roles() -> None:
    sop = isi.tambah_peran(REHSOS, isi.IsiPeran("Kepala Seksi", akun=(Peran.KASI,)))
    sop = isi.tambah_peran(sop, isi.IsiPeran("Bank", Sisi.LUAR, dicatat_oleh="kepala_seksi"))
    assert sop.peran_kode("bank").dicatat_oleh == "kepala_seksi"
    assert isi.pemakai_peran(sop, "kepala_seksi") == ("Bank",)
    assert "langkah 1" in isi.pemakai_peran(sop, "desa")
    assert [p.kode for p in isi.pindah_peran(sop, "bank", -1).peran][-2:] == ["bank", "kepala_seksi"]
    assert layak.masalah(sop) == ()
    tanpa = isi.hapus_peran(sop, "kepala_seksi")
    assert "“Bank” berasal dari luar kantor" in kalimat(tanpa)
    dalam = isi.ubah_peran(sop, "bank", isi.IsiPeran("Bank", akun=(Peran.ADMINISTRATOR,)))
    assert "“Bank” tidak dipasangkan dengan peran akun yang mengerjakan langkah" in kalimat(dalam)


# --- order and branches ----------------------------------------------------------------------------------------------


def test_a_branch_follows_its_steps() -> None:
    sop = susunan.tambah_langkah(DTKS, 4, Aksi.CATAT_DOKUMEN)
    cabang = sop.langkah_ke(4).cabang
    assert cabang
    assert (cabang.ya, cabang.tidak) == (6, 7)
    assert "Langkah 5 (Pencatatan dokumen): langkah ini tidak pernah tercapai" in kalimat(sop)
    kembali = susunan.hapus_langkah(sop, 5)
    assert [lk.cabang for lk in kembali.langkah] == [lk.cabang for lk in DTKS.langkah]
    tanpa_tujuan = susunan.hapus_langkah(DTKS, 5).langkah_ke(4).cabang
    assert tanpa_tujuan
    assert (tanpa_tujuan.ya, tanpa_tujuan.tidak, tanpa_tujuan.sumber_ya) == (5, 5, MILIK)
    assert "menuju langkah yang sama" in kalimat(susunan.hapus_langkah(DTKS, 5))


def test_steps_are_numbered_anew_unless_the_document_numbers_its_own_way() -> None:
    sop = susunan.pindah_langkah(REHSOS, 9, 8)
    assert [lk.label for lk in sop.langkah] == list("123456789")
    assert sop.langkah_ke(8).aksi is Aksi.MONEV
    assert [lk.simbol for lk in sop.langkah[-2:]] == [Simbol.PROSES, Simbol.SELESAI]
    assert (sop.langkah_ke(8).nomor_asli, sop.langkah_ke(1).nomor_asli) == (
        Butir(teks="8", sumber=MILIK),
        REHSOS.langkah_ke(1).nomor_asli,
    )
    assert [lk.label for lk in susunan.hapus_langkah(BALAKAS, 1).langkah] == ["2", "3", "3", "3"]
    assert kata.tulis_nomor(BALAKAS, 2, "2a").langkah_ke(2).nomor_asli.sumber is MILIK


def test_a_decision_comes_and_goes() -> None:
    sop = susunan.atur_cabang(REHSOS, 2, tanya="Ada yang layak?", ya=3, tidak=1)
    assert sop.langkah_ke(2).simbol is Simbol.KEPUTUSAN
    assert layak.masalah(sop) == ()
    assert susunan.hapus_cabang(sop, 2).langkah_ke(2) == REHSOS.langkah_ke(2)
    lain = susunan.atur_cabang(sop, 2, tanya="Ada yang layak?", ya=3, tidak=9)
    assert "Langkah 4" not in kalimat(lain)


def test_another_kind_of_work_brings_its_papers() -> None:
    sop = susunan.atur_aksi(REHSOS, 8, Aksi.SOSIALISASI)
    assert (sop.langkah_ke(8).aksi, sop.langkah_ke(8).cetak) == (
        Aksi.SOSIALISASI,
        ("daftar-hadir", "undangan", "kupon"),
    )
    assert susunan.atur_aksi(REHSOS, 8, Aksi.LAPORAN) is REHSOS
    assert isi.atur_lepas(REHSOS, 8, [JenisBantuan.TUNAI]).langkah_ke(8).tidak_berlaku_untuk == (JenisBantuan.TUNAI,)


# --- beginnings ------------------------------------------------------------------------------------------------------


def test_an_empty_sop_passes_the_check_and_has_a_code_of_its_own() -> None:
    sop = awal.kosong("Rehsos", BAWAAN)
    assert sop.kode == "rehsos_2"
    assert layak.masalah(sop) == ()
    assert dari_json(ke_json(sop), nama="x") == sop


@pytest.mark.parametrize("asal", [s for s in daftar_bawaan() if s.kode != layak.KODE_LOKET], ids=lambda s: s.kode)
def test_a_copy_no_longer_claims_to_be_the_document(asal: DefinisiSop) -> None:
    sop = awal.salinan(asal, "SOP Kantor", BAWAAN)
    assert layak.masalah(sop) == ()
    assert '"sop"' not in str(ke_json(sop)).replace("'", '"')
    assert sop.kepala.nomor.tampil == sop.kepala.disahkan.nama.tampil == sop.berkas_sumber == ""
    assert [lk.kegiatan.tampil for lk in sop.langkah] == [lk.kegiatan.tampil for lk in asal.langkah]


@pytest.mark.parametrize("aksi", Aksi)
def test_every_kind_of_work_has_a_pattern(aksi: Aksi) -> None:
    assert awal.pola(aksi).aksi is aksi
    baru = awal.langkah_baru(REHSOS, 1, aksi)
    assert (baru.pelaksana, baru.label) == (("dinas",), "2")


def test_a_new_step_waits_for_nothing_that_no_step_brings_about() -> None:
    assert awal.langkah_baru(REHSOS, 9, Aksi.SOSIALISASI).masukan == (Fakta.PENETAPAN_SAH,)
    assert awal.langkah_baru(REHSOS, 2, Aksi.SOSIALISASI).masukan == ()
    assert susunan.atur_aksi(BALAKAS, 4, Aksi.SOSIALISASI).langkah_ke(4).masukan == ()


# --- what the check says ---------------------------------------------------------------------------------------------


def _panjang() -> DefinisiSop:
    sop = REHSOS
    while len(sop.langkah) <= layak.LANGKAH_MAKS:
        sop = susunan.tambah_langkah(sop, len(sop.langkah), Aksi.CATAT_DOKUMEN)
    return sop


SALAH = {
    "no name": (lambda: kata.beri_nama(REHSOS, ""), "Identitas: nama SOP belum diisi."),
    "step without a name": (
        lambda: kata.tulis_langkah(REHSOS, 4, "kegiatan", ""),
        "Langkah 4 (Penunjukan vendor): nama singkat dan uraian",
    ),
    "work without what it stands on": (
        lambda: susunan.hapus_langkah(REHSOS, 2),
        "Langkah 2 (SK Bupati): sebelum langkah ini harus selalu ada langkah Verifikasi",
    ),
    "work that a branch passes by": (
        lambda: susunan.atur_cabang(REHSOS, 1, tanya="Perlu?", ya=2, tidak=3),
        "sebelum langkah ini harus selalu ada langkah Verifikasi",
    ),
    "work that some aid does not have": (
        lambda: isi.atur_lepas(REHSOS, 3, [JenisBantuan.TUNAI]),
        "ada langkah Penetapan SK atau Impor daftar penerima untuk bantuan uang tunai",
    ),
    "two kinds of lists": (lambda: susunan.tambah_langkah(REHSOS, 1, Aksi.IMPOR_PENERIMA), "dalam satu SOP"),
    "a counter elsewhere": (
        lambda: susunan.tambah_langkah(REHSOS, 0, Aksi.LOKET),
        "hanya dapat dipakai dalam SOP DTKS",
    ),
    "aid of no kind": (lambda: kata.atur_bantuan(REHSOS, jenis=[]), "Langkah 7 (Distribusi): bentuk bantuannya"),
    "a decision that some aid does not have": (
        lambda: isi.atur_lepas(susunan.atur_cabang(REHSOS, 8, tanya="Perlu?", ya=9, tidak=7), 8, [JenisBantuan.TUNAI]),
        "Langkah 8 (Laporan): langkah keputusan harus berlaku",
    ),
    "a decision at the end": (
        lambda: susunan.atur_cabang(REHSOS, 9, tanya="Ulang?", ya=1, tidak=8),
        "Langkah 9 (Monev): langkah terakhir tidak dapat berupa keputusan",
    ),
    "a decision without a question": (
        lambda: susunan.atur_cabang(REHSOS, 8, tanya=" ", ya=9, tidak=7),
        "Langkah 8 (Laporan), cabang: pertanyaannya belum diisi.",
    ),
    "data that leads back for ever": (
        lambda: susunan.atur_cabang(REHSOS, 2, tanya="Ada?", ya=1, tidak=3, penentu=Fakta.USULAN),
        "karena akan terus berulang",
    ),
    "data that nobody has recorded yet": (
        lambda: susunan.atur_cabang(REHSOS, 2, tanya="Ada?", ya=3, tidak=4, penentu=Fakta.PENCAIRAN),
        "data yang menjawabnya belum dicatat",
    ),
    "no column at all": (
        lambda: replace(REHSOS, peran=tuple(replace(p, kolom=False) for p in REHSOS.peran)),
        "setidaknya satu peran harus mempunyai kolom",
    ),
    "a role without a name": (
        lambda: isi.tambah_peran(REHSOS, isi.IsiPeran("", akun=(Peran.KASI,))),
        "belum diberi nama",
    ),
    "words that no page holds": (
        lambda: kata.tulis_langkah(REHSOS, 3, "kelengkapan", "- surat " * 40),
        "Langkah 3 (SK Bupati): ada teks yang tidak muat pada lembar SOP",
    ),
    "lists that no page holds": (
        lambda: kata.tulis_daftar(REHSOS, "peringatan", [f"Peringatan {n}" for n in range(30)]),
        "Identitas: daftar pada kotak identitas tidak muat",
    ),
    "more steps than anybody reads": (_panjang, "paling banyak 60 langkah"),
    "every step gone": (lambda: replace(REHSOS, langkah=()), "Langkah: belum ada satu langkah pun."),
}


@pytest.mark.parametrize("nama", SALAH)
def test_what_is_to_be_mended_is_told_with_its_step(nama: str) -> None:
    buat, sepotong = SALAH[nama]
    assert sepotong in kalimat(buat())
    assert all(m.kalimat.endswith(".") and "_" not in m.kalimat for m in layak.masalah(buat()))


def test_several_things_are_told_at_once() -> None:
    sop = isi.atur_pelaksana(isi.atur_pelaksana(REHSOS, 2, []), 5, [])
    assert [m.langkah for m in layak.masalah(sop)] == [2, 5]


# --- undo ------------------------------------------------------------------------------------------------------------


def test_undo_goes_back_by_field_and_forward_again() -> None:
    sunting = Penyunting(REHSOS, asal=REHSOS)
    for teks in ("B", "Be", "Ber"):
        sunting.ubah(lambda d, t=teks: kata.tulis_langkah(d, 1, "nama_layar", t), ("nama", 1))  # type: ignore[misc]
    sunting.ubah(lambda d: susunan.hapus_langkah(d, 9))
    assert sunting.ubah(lambda d: d) is False
    assert sunting.urungkan()
    assert len(sunting.kini.langkah) == 9
    assert sunting.urungkan()
    assert sunting.kini == REHSOS
    assert (sunting.urungkan(), sunting.dapat_diurungkan, sunting.berubah) == (False, False, False)
    assert sunting.ulangi()
    assert sunting.kini.langkah_ke(1).nama_layar.tampil == "Ber"
    assert sunting.masalah == ()
