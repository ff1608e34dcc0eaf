"""What documents say, gathered from a real store."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from app.dokumen import siap
from app.dokumen.isi import Permintaan, bertahun, tahun_anggaran
from app.dokumen.isi_laporan import jumlahkan
from app.dokumen.kumpul_daftar import isi_bnba, isi_daftar_penerima, jabatan_bupati
from app.dokumen.kumpul_kepala import kop_kantor, kumpul_kepala, nama_pemda, penanda, pilih_pejabat
from app.dokumen.kumpul_laporan import isi_laporan
from app.dokumen.kumpul_monev import isi_monev
from app.dokumen.kumpul_salur import isi_bast, isi_daftar_hadir, isi_tanda_terima, rekap_desa
from app.dokumen.kumpul_surat import (
    isi_daftar_pengembalian,
    isi_disposisi,
    isi_pengembalian,
    isi_sk,
    isi_spt,
)
from app.kantor import DataPejabat, simpan_pejabat
from app.kegiatan import DataBarang, buat_kegiatan
from app.kerja import Kerja
from app.penetapan import periksa_calon, sahkan_sk, susun_penetapan
from app.penyaluran import catat_hasil, ringkasan_penyaluran, semua_serah
from app.pijakan import daftar_tahap, lihat_kegiatan
from app.register import DataDisposisi, DataSurat, catat_surat_masuk, disposisikan
from app.siks.kembali import kembalikan_ke_desa
from app.spt import DataSpt, Jadwal, PetugasSpt, atur_jadwal, buat_spt
from db.galat import KnownError
from db.istilah import CaraJabatan, HasilSalur, JenisBantuan, StatusUsulan
from db.model import KunjunganMonev, Pencairan, Pertemuan, SampelMonev, Setoran
from tests.helpers.kegiatan import DESA, beri_wali, isi_usulan, nama_uji
from tests.helpers.toko import KantorUji

HARI = date(2026, 3, 2)


def _baru(kerja: Kerja, kode: str = "rehsos", **isian: object) -> UUID:
    dasar: dict[str, object] = {"kode_sop": kode, "nama": "Kegiatan Uji", "tahun": 2026}
    if kode in ("rehsos", "uep"):
        dasar |= {"jenis_bantuan": JenisBantuan.TUNAI, "nominal": 1_000_000}
    return buat_kegiatan(kerja, **(dasar | isian))  # type: ignore[arg-type]


def _sah(kerja: Kerja, banyak: int = 9, kode: str = "rehsos", **isian: object) -> UUID:
    kegiatan_id = _baru(kerja, kode, **isian)
    isi_usulan(kerja, kegiatan_id, banyak, status=StatusUsulan.LAYAK)
    susun_penetapan(kerja, kegiatan_id)
    sahkan_sk(kerja, kegiatan_id, nomor="188.45/1/2026", tanggal=date(2026, 2, 27))
    return kegiatan_id


@pytest.mark.parametrize(
    ("nama", "dengan_tahun", "anggaran"),
    [
        ("Bansos Lansia", "Bansos Lansia Tahun 2026", "Bansos Lansia Tahun Anggaran 2026"),
        ("Bansos Lansia 2026", "Bansos Lansia 2026", "Bansos Lansia Tahun Anggaran 2026"),
        ("Bansos Tahun 2026", "Bansos Tahun 2026", "Bansos Tahun Anggaran 2026"),
        ("Bansos 2025", "Bansos 2025 Tahun 2026", "Bansos 2025 Tahun Anggaran 2026"),
    ],
)
def test_the_year_is_said_once(nama: str, dengan_tahun: str, anggaran: str) -> None:
    assert bertahun(nama, 2026) == dengan_tahun
    assert tahun_anggaran(nama, 2026) == anggaran


# --- letterhead and signers ------------------------------------------------------------------------------------------


def test_the_office_s_name_is_not_said_twice(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        kop = kop_kantor(kerja)
        assert (kop.pemda, kop.nama) == ("PEMERINTAH KABUPATEN LAMANDAU", "DINAS SOSIAL")
        assert nama_pemda(kerja) == "Kabupaten Lamandau"


def test_who_signs(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        lama = simpan_pejabat(kerja, DataPejabat("LAMA", "Kepala Dinas", "kepala", sampai=date(2025, 12, 31)))
        simpan_pejabat(kerja, DataPejabat("BARU", "Kepala Dinas", "kepala", cara=CaraJabatan.PLT))
        simpan_pejabat(kerja, DataPejabat("BUPATI", "Bupati Lamandau", "bupati"))
        kini = penanda(pilih_pejabat(kerja, None, ("kepala", "camat"), HARI))
        dulu = penanda(pilih_pejabat(kerja, lama, ("kepala",), HARI))
        bupati = penanda(pilih_pejabat(kerja, None, ("bupati",), HARI))
        assert jabatan_bupati(kerja) == "Bupati Lamandau"
    assert kini
    assert dulu
    assert bupati
    assert (kini.nama, kini.cara, kini.ber_nip) == ("BARU", CaraJabatan.PLT, True)
    assert dulu.nama == "LAMA"
    assert not bupati.ber_nip


def test_without_officials_the_region_names_the_bupati(uji: KantorUji) -> None:
    with uji.membaca() as kerja:
        assert jabatan_bupati(kerja) == "Bupati Lamandau"
        assert penanda(pilih_pejabat(kerja, None, ("kepala",), HARI)) is None


def test_a_tahap_is_named_only_where_there_are_several(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        satu, dua = _baru(kerja), _baru(kerja, tahap=["Januari", "Februari"])
        minta = Permintaan(tahap=1)
        assert kumpul_kepala(kerja, lihat_kegiatan(kerja, satu), minta).tahap == ""
        assert kumpul_kepala(kerja, lihat_kegiatan(kerja, dua), minta).tahap == "Januari"
        with pytest.raises(KnownError) as galat:
            kumpul_kepala(kerja, lihat_kegiatan(kerja, dua), Permintaan(tahap=3))
    assert galat.value.kode == "tahap_tidak_ada"


# --- lists -----------------------------------------------------------------------------------------------------------


def test_bnba_rows_are_by_desa_and_name_with_their_wali(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _baru(kerja)
        usulan = isi_usulan(kerja, kegiatan_id, 12, status=StatusUsulan.LAYAK)
        beri_wali(kerja, usulan[0], "HJ. FATIMAH", "6209030101659999")
        susun_penetapan(kerja, kegiatan_id)
        sahkan_sk(kerja, kegiatan_id, nomor="1", tanggal=date(2026, 2, 27))
        isi = isi_bnba(kerja, kegiatan_id, Permintaan())
        baris = list(isi.baris)
    assert isi.ada_wali
    assert not isi.ada_rekening
    assert [b.nomor for b in baris] == list(range(1, 13))
    kunci = [(b.kode_desa, b.nama) for b in baris]
    assert kunci == sorted(kunci)
    (berwali,) = (b for b in baris if b.wali)
    assert (berwali.wali, berwali.wali_nik, berwali.wali_hubungan) == ("HJ. FATIMAH", "6209030101659999", "Ibu kandung")
    assert all(b.kecamatan == "Bulik" and b.kategori == "Lanjut usia" and b.nominal == 1_000_000 for b in baris)


def test_bnba_adds_up_the_tahap(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _sah(kerja, 3, tahap=["Tahap 1", "Tahap 2"])
        semua = [b.nominal for b in isi_bnba(kerja, kegiatan_id, Permintaan()).baris]
        satu = [b.nominal for b in isi_bnba(kerja, kegiatan_id, Permintaan(tahap=2)).baris]
    assert (semua, satu) == ([2_000_000] * 3, [1_000_000] * 3)


def test_aid_in_goods_has_no_money_column(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _sah(
            kerja, 2, "uep", jenis_bantuan=JenisBantuan.BARANG, nominal=None, barang=[DataBarang("Mesin jahit", "unit")]
        )
        isi = isi_daftar_penerima(kerja, kegiatan_id, Permintaan())
        terima = list(isi_tanda_terima(kerja, kegiatan_id, Permintaan()).baris)
    assert not isi.uang
    assert isi.ada_barang
    assert terima[0].nominal is None
    assert [(g.nama, g.jumlah, g.satuan) for g in terima[0].barang] == [("Mesin jahit", 1, "unit")]


def test_receipts_name_their_tahap(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _sah(kerja, 2, tahap=["Tahap 1", "Tahap 2"])
        isi = list(isi_tanda_terima(kerja, kegiatan_id, Permintaan()).baris)
    assert [b.keterangan for b in isi] == [f"Kegiatan Uji Tahun 2026 Tahap {n}" for n in (1, 1, 2, 2)]
    assert len({b.kode for b in isi}) == 4
    assert all(b.kode.startswith("SLR1-") for b in isi)


def test_attendance_knows_the_schedule(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _sah(kerja)
        atur_jadwal(kerja, kegiatan_id, [Jadwal(DESA[0], date(2026, 3, 5), "08.30–12.00", "Balai Desa")])
        satu, dua, _ = list(isi_daftar_hadir(kerja, kegiatan_id, Permintaan()))
        assert len(list(satu.baris)) == 3
    assert (satu.hari_tanggal, satu.waktu, satu.tempat) == ("Kamis, 5 Maret 2026", "08.30–12.00 WIB", "Balai Desa")
    assert dua.hari_tanggal == ""
    assert satu.acara == "Penyaluran Bantuan Kegiatan Uji"


def test_attendance_of_a_meeting_before_anything_is_handed_over(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _sah(kerja, 3, "uep")
        kerja.sesi.add(Pertemuan(kegiatan_id=kegiatan_id, tanggal=date(2026, 3, 4), tempat="Aula"))
        kerja.sesi.flush()
        sebelum = next(isi_daftar_hadir(kerja, kegiatan_id, Permintaan()))
        catat_hasil(kerja, next(semua_serah(kerja, kegiatan_id)).alokasi_id, HasilSalur.SENDIRI, tanggal=HARI)
        sesudah = next(isi_daftar_hadir(kerja, kegiatan_id, Permintaan()))
    assert (sebelum.acara, sebelum.tempat) == ("Sosialisasi dan Pendampingan Kegiatan Uji", "Aula")
    assert sesudah.acara == "Penyaluran Bantuan Kegiatan Uji"


# --- figures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hasil", "bidang"),
    [
        (HasilSalur.SENDIRI, "sendiri"), (HasilSalur.DIANTAR, "diantar"), (HasilSalur.PINDAH, "gagal"),
        (HasilSalur.MENINGGAL, "gagal"), (HasilSalur.TIDAK_HADIR, "belum"),
    ],
)  # fmt: skip
def test_every_outcome_has_its_place(uji: KantorUji, hasil: HasilSalur, bidang: str) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _sah(kerja, 4)
        catat_hasil(kerja, next(semua_serah(kerja, kegiatan_id)).alokasi_id, hasil, tanggal=HARI)
        total = jumlahkan(rekap_desa(kerja, kegiatan_id))
        hitung = ringkasan_penyaluran(kerja, kegiatan_id).seluruh
    assert getattr(total, bidang) == (4 if bidang == "belum" else 1)
    assert total.target == total.tersalur + total.belum + total.gagal == 4
    assert (total.tersalur, total.belum, total.gagal) == (hitung.tersalur.orang, hitung.belum.orang, hitung.gagal.orang)
    assert (total.nominal_target, total.nominal_tersalur) == (hitung.target.rupiah, hitung.tersalur.rupiah)


def test_part_of_the_goods_is_not_yet(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _sah(kerja, 1, barang=[DataBarang("Beras", "karung", 3)])
        b = next(semua_serah(kerja, kegiatan_id))
        catat_hasil(kerja, b.alokasi_id, HasilSalur.SEBAGIAN, barang_id=b.barang[0].barang_id, jumlah=1, tanggal=HARI)
        (rekap,) = rekap_desa(kerja, kegiatan_id)
        (bast,) = isi_bast(kerja, kegiatan_id, Permintaan(tanggal=HARI))
    assert (rekap.belum, rekap.sebagian, rekap.tersalur) == (1, 1, 0)
    assert [(b.nama, b.target, b.tersalur) for b in bast.barang] == [("Beras", 3, 1)]


def test_bast_only_of_desa_in_which_something_was_handed_over(uji: KantorUji) -> None:
    with uji.menulis("admin") as kerja:
        simpan_pejabat(kerja, DataPejabat("ARIFIN", "Kepala Desa Guci", "kades", kode_desa=DESA[1]))
    with uji.menulis() as kerja:
        kegiatan_id = _sah(kerja)
        b = next(b for b in semua_serah(kerja, kegiatan_id) if b.kode_desa == DESA[1])
        catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI, tanggal=HARI)
        assert siap.desa_dokumen(kerja, kegiatan_id, "bast") == [DESA[1]]
        (bast,) = isi_bast(kerja, kegiatan_id, Permintaan(tanggal=HARI))
        baris = list(bast.baris)
    assert (bast.pihak_dua.nama, bast.pihak_dua.jabatan) == ("ARIFIN", "Kepala Desa Guci")
    assert [r.keterangan for r in baris if r.nominal] == ["Diterima sendiri, 2 Maret 2026"]
    assert len(baris) == 3


# --- the report ------------------------------------------------------------------------------------------------------


def test_the_report_follows_the_money(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _sah(kerja, 3, pagu=5_000_000, sumber_dana="APBD")
        tahap = daftar_tahap(kerja, kegiatan_id)[0].id
        dasar = {"kegiatan_id": kegiatan_id, "tahap_id": tahap, "tanggal": HARI}
        kerja.sesi.add(Pencairan(nomor_sp2d="SP2D-1", nilai=3_000_000, **dasar))
        kerja.sesi.add(Setoran(nomor="STS-1", nilai=1_000_000, **dasar))
        kerja.sesi.flush()
        for b in list(semua_serah(kerja, kegiatan_id))[:2]:
            catat_hasil(kerja, b.alokasi_id, HasilSalur.SENDIRI, tanggal=HARI)
        isi = isi_laporan(kerja, kegiatan_id, Permintaan())
    u = isi.keuangan
    assert u is not None
    assert (u.cair, u.tersalur, u.disetor, u.masih_di_bank) == (3_000_000, 2_000_000, 1_000_000, 0)
    assert [h.label for h in isi.usulan] == ["Layak"]
    assert "Dari 3 penerima, 2 telah menerima bantuan atau 66,7%." in isi.naskah["simpulan"]
    assert isi.dasar_hukum[0].startswith("Undang-Undang")
    assert len(isi.langkah) == 9


def test_people_of_an_unknown_desa_make_no_desa_more(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _baru(kerja)
        isi_usulan(kerja, kegiatan_id, 6, status=StatusUsulan.LAYAK)
        tanpa = {"kode_desa": None}
        isi_usulan(kerja, kegiatan_id, 1, mulai=50, status=StatusUsulan.LAYAK, orang=tanpa, **tanpa)
        assert [c.nama for c in periksa_calon(kerja, kegiatan_id).tanpa_desa] == [nama_uji(50).upper()]
        susun_penetapan(kerja, kegiatan_id)
        sahkan_sk(kerja, kegiatan_id, nomor="188.45/1/2026", tanggal=date(2026, 2, 27))
        (lingkup,) = isi_laporan(kerja, kegiatan_id, Permintaan()).naskah["ruang_lingkup"]
    assert "meliputi 3 desa/kelurahan" in lingkup
    assert "7 penerima" in lingkup


def test_the_report_counts_reasons_and_what_held_it_up(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _baru(kerja)
        isi_usulan(kerja, kegiatan_id, 2, status=StatusUsulan.TIDAK_LAYAK)
        isi = isi_laporan(kerja, kegiatan_id, Permintaan())
    assert [(h.label, h.jumlah) for h in isi.usulan] == [("Tidak layak: tanpa alasan", 2)]
    assert isi.rekap == ()
    assert isi.naskah["simpulan"] == ()
    assert isi.kendala == ()


def test_the_report_of_dtks_speaks_of_data(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _baru(kerja, "dtks")
        isi_usulan(kerja, kegiatan_id, 6)
        isi_usulan(kerja, kegiatan_id, 2, status=StatusUsulan.DITOLAK_SISTEM, mulai=50, alasan="NIK tidak padan")
        isi = isi_laporan(kerja, kegiatan_id, Permintaan())
    assert isi.keuangan is None
    assert isi.naskah["simpulan"][0].startswith("Dari 8 usulan, 2 ditolak sistem")
    assert sum(u.diusulkan for u in isi.usulan_desa) == 8
    assert "Data terpadu" in isi.naskah["latar_belakang"][0]


def test_monev_counts_visits(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _sah(kerja)
        kerja.sesi.add(SampelMonev(kegiatan_id=kegiatan_id, benih=42, ukuran=3, populasi=9))
        for n, b in enumerate(list(semua_serah(kerja, kegiatan_id))[:3]):
            kerja.sesi.add(
                KunjunganMonev(
                    kegiatan_id=kegiatan_id, penerima_id=b.penerima_id, tanggal=HARI, petugas="RINA", ditemui=n > 0,
                    menerima=True if n else None, jumlah_sesuai=n == 1, pemanfaatan="Obat" if n else "",
                    kendala="Kartu hilang" if n == 2 else "", akun_id=kerja.akun_id,
                )
            )  # fmt: skip
        kerja.sesi.flush()
        isi = isi_monev(kerja, kegiatan_id, Permintaan())
    assert sum(b.dikunjungi for b in isi.per_desa) == 3
    assert sum(b.ditemui for b in isi.per_desa) == 2
    assert [(h.label, h.jumlah) for h in isi.pemanfaatan] == [("Obat", 2)]
    assert len(isi.tindak_lanjut) == 1
    assert "angka benih 42" in isi.sampel
    assert isi.penerima == 9
    assert isi.pelapor == ("RINA",)


# --- letters ---------------------------------------------------------------------------------------------------------


def test_spt_and_disposisi_come_from_the_register(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _baru(kerja, "rehsos")
        surat = catat_surat_masuk(
            kerja,
            DataSurat("Penyaluran bansos", HARI, date(2026, 3, 1), "460/7", "Dinas Provinsi", kegiatan_id=kegiatan_id),
        )
        disposisikan(kerja, surat, DataDisposisi("Kadis", "Kabid", "Laksanakan", HARI, batas=date(2026, 3, 6)))
        buat_spt(
            kerja,
            kegiatan_id,
            DataSpt(HARI, (PetugasSpt("RINA"),), ("Menyalurkan",), HARI, date(2026, 3, 5), "Desa Guci", nomor="800/1"),
        )
        disposisi = isi_disposisi(kerja, kegiatan_id, Permintaan())
        spt = isi_spt(kerja, kegiatan_id, Permintaan())
    assert (disposisi.dari, disposisi.nomor_surat) == ("Dinas Provinsi", "460/7")
    assert disposisi.arahan[0].instruksi == "Laksanakan"
    assert (spt.kepala.nomor, spt.kepala.tanggal, spt.waktu) == ("800/1", HARI, "2–5 Maret 2026")


def test_the_refused_go_back_per_desa_with_their_reasons(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _baru(kerja, "dtks")
        isi_usulan(kerja, kegiatan_id, 6, status=StatusUsulan.DITOLAK_SISTEM, alasan="NIK tidak padan")
        kembalikan_ke_desa(kerja, kegiatan_id, tanggal=HARI, nomor={DESA[0]: "460/3"}, desa=frozenset({DESA[0]}))
        surat = list(isi_pengembalian(kerja, kegiatan_id, Permintaan(tanggal=date(2026, 3, 9))))
        orang = [list(s.baris) for s in surat]
        satu = list(isi_daftar_pengembalian(kerja, kegiatan_id, Permintaan(desa=DESA[1])).baris)
        semua = list(isi_daftar_pengembalian(kerja, kegiatan_id, Permintaan()).baris)
    assert [s.desa for s in surat] == ["Desa Sungai Mentawa", "Desa Guci", "Desa Batu Kotam"]
    assert (surat[0].kepala.nomor, surat[0].kepala.tanggal) == ("460/3", HARI)
    assert (surat[1].kepala.nomor, surat[1].kepala.tanggal) == ("", date(2026, 3, 9))
    assert surat[0].tujuan == ("Kepala Desa Sungai Mentawa", "melalui TKSK Kecamatan Bulik", "di Tempat")
    with uji.menulis("admin") as kerja:
        simpan_pejabat(kerja, DataPejabat("LINA", "TKSK Kecamatan Bulik", "tksk"))
        simpan_pejabat(kerja, DataPejabat("BUKAN", "TKSK Kecamatan Delang", "tksk"))
    with uji.membaca() as kerja:
        lewat = [s.tujuan[1] for s in isi_pengembalian(kerja, kegiatan_id, Permintaan(tanggal=HARI))]
    assert lewat == ["melalui TKSK Kecamatan Bulik (LINA)"] * 3
    assert all(b.keterangan == "NIK tidak padan" for daftar in orang for b in daftar)
    assert [b.nomor for b in semua] == [1, 2, 3, 4, 5, 6]
    assert len(satu) == 2


@pytest.mark.parametrize(
    ("tahap", "kata"),
    [
        (["Tahap 1"], "sebesar Rp 1.000.000 (satu juta rupiah) setiap orang."),
        (["A", "B"], "sebesar Rp 2.000.000 (dua juta rupiah) setiap orang yang diserahkan dalam 2 (dua) tahap."),
    ],
)
def test_the_draft_decree_names_people_and_money(uji: KantorUji, tahap: list[str], kata: str) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _baru(kerja, tahap=tahap, sumber_dana="APBD Kabupaten Lamandau")
        isi_usulan(kerja, kegiatan_id, 4, status=StatusUsulan.LAYAK)
        susun_penetapan(kerja, kegiatan_id)
        isi = isi_sk(kerja, kegiatan_id, Permintaan())
    assert "sebanyak 4 (empat) orang" in isi.diktum[0]
    assert isi.diktum[1].endswith(kata)
    assert "dibebankan pada APBD Kabupaten Lamandau" in isi.diktum[3]
    assert len(isi.diktum) == 5
    assert len(isi.mengingat) == 5


@pytest.mark.parametrize(
    ("kumpul", "kode"),
    [
        (isi_spt, "spt_belum_ada"), (isi_disposisi, "surat_masuk_belum_ada"), (isi_sk, "penetapan_belum_disusun"),
        (isi_daftar_penerima, "penetapan_belum_sah"), (isi_monev, "kunjungan_belum_ada"), (isi_bnba, "dokumen_kosong"),
        (isi_daftar_pengembalian, "dokumen_kosong"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said(uji: KantorUji, kumpul: Callable[..., object], kode: str) -> None:
    with uji.menulis() as kerja, pytest.raises(KnownError) as galat:
        kumpul(kerja, _baru(kerja), Permintaan())
    assert galat.value.kode == kode


def test_a_step_s_dates_and_time(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = _baru(kerja)
    uji.jam.kini = datetime(2026, 3, 4, 3, 0, tzinfo=UTC)
    with uji.membaca() as kerja:
        langkah = isi_laporan(kerja, kegiatan_id, Permintaan()).langkah
    assert (langkah[0].mulai, langkah[0].selesai, langkah[0].status) == (HARI, None, "Berjalan")
    assert langkah[0].waktu == "14 hari kerja per kegiatan"
    assert langkah[1].mulai is None
