"""BAB III and IV of the laporan: figures per desa with a chart, money to the last rupiah; what failed and why."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from app.bahasa.alasan import SILANG_DANA
from app.bahasa.angka import bilangan, persen, rupiah, terbilang_rupiah
from app.bahasa.waktu import tanggal_pendek
from app.dokumen.isi_laporan import IsiLaporan, Keuangan, RekapDesa, jumlahkan
from reports.grafik import grafik_desa
from reports.naskah_bab import Bab
from reports.tabel import Kolom, Sel, Tabel


def bab_hasil(bab: Bab, isi: IsiLaporan) -> None:
    """Write the chapter."""
    bab.buka("BAB III", "HASIL KEGIATAN")
    if isi.rekap:
        _rekap(bab, isi)
        _grafik(bab, isi)
    else:
        _usulan(bab, isi)
    if isi.keuangan:
        _uang(bab, isi, isi.keuangan)
    if isi.barang:
        _barang(bab, isi)


def bab_kendala(bab: Bab, isi: IsiLaporan) -> None:
    """Write the chapter on what did not arrive, what stood in the way, and what was done about it."""
    bab.buka("BAB IV", "KENDALA DAN TINDAK LANJUT")
    if isi.rekap:
        _alasan(bab, isi)
    bab.pasal("Kendala dan Tindak Lanjut")
    if isi.kendala:
        bab.butir(isi.kendala)
    else:
        bab.alinea(("Tidak ada kendala yang dicatat selama kegiatan.",))


def _rekap(bab: Bab, isi: IsiLaporan) -> None:
    """People per desa: target = tersalur + belum + tidak tersalur."""
    bab.pasal("Penyaluran per Desa/Kelurahan")
    bab.keterangan_tabel("Rekapitulasi penyaluran per desa/kelurahan")
    total = jumlahkan(isi.rekap)
    cara = ("Sendiri", "Wali", "Wakil", "Diantar", *(("Rekening",) if total.rekening else ()), "Jumlah")
    kolom = [
        Kolom("No.", 9, "tengah"),
        Kolom("Desa/Kelurahan", 38),
        Kolom("Target", 15, "kanan"),
        *(Kolom(j, 14.5 * 5 / len(cara), "kanan", "Tersalur") for j in cara),
        Kolom("Belum", 14, "kanan"),
        Kolom("Tidak tersalur", 16.5, "kanan"),
        Kolom("Persen", 15, "kanan"),
    ]
    tabel = Tabel(bab.lembar, kolom, ukuran=8, bernomor=True)
    for bagian, jumlah in _per_kecamatan(isi.rekap):
        for nomor, r in bagian:
            tabel.baris([str(nomor), r.desa, *_angka(r, rekening=total.rekening > 0)])
        if jumlah is not None:
            tabel.baris(_subtotal(jumlah, _angka(jumlah, rekening=total.rekening > 0)), tebal=True)
    tabel.baris(
        [
            Sel("JUMLAH", rentang=2, rata="tengah"),
            *(Sel(t, rata="kanan") for t in _angka(total, rekening=total.rekening > 0)),
        ],
        tebal=True,
        latar=True,
    )
    tabel.selesai()
    if total.sebagian:
        bab.lembar.catatan(f"Dari yang belum, {bilangan(total.sebagian)} telah menerima sebagian barang.")
    for banyak, kata in ((total.dana_saja, SILANG_DANA["dana_saja"]), (total.serah_saja, SILANG_DANA["serah_saja"])):
        if banyak:
            bab.lembar.catatan(f"{kata}: {bilangan(banyak)} penerima.")


def _usulan(bab: Bab, isi: IsiLaporan) -> None:
    """Proposals per desa, where nothing is handed over or the list is not decided yet."""
    bab.pasal("Usulan per Desa/Kelurahan")
    bab.keterangan_tabel("Usulan per desa/kelurahan menurut hasilnya")
    kolom = [Kolom("No.", 9, "tengah"), Kolom("Desa/Kelurahan", 44), Kolom("Usulan", 20, "kanan")]
    kolom += [Kolom(j, 24, "kanan") for j in ("Belum diputuskan", "Layak", "Tidak layak", "Ditolak sistem")]
    tabel = Tabel(bab.lembar, kolom, ukuran=8.5, bernomor=True)
    bidang = ("diusulkan", "belum", "layak", "tidak_layak", "ditolak_sistem")
    for nomor, u in enumerate(isi.usulan_desa, 1):
        tabel.baris([str(nomor), u.desa, *(bilangan(getattr(u, b)) for b in bidang)])
    jumlah = [Sel(bilangan(sum(getattr(u, b) for u in isi.usulan_desa)), rata="kanan") for b in bidang]
    tabel.baris([Sel("JUMLAH", rentang=2, rata="tengah"), *jumlah], tebal=True, latar=True)
    tabel.selesai()


def _angka(r: RekapDesa, *, rekening: bool) -> list[str]:
    cara = (r.sendiri, r.wali, r.diwakilkan, r.diantar, *((r.rekening,) if rekening else ()))
    angka = (r.target, *cara, r.tersalur, r.belum, r.gagal)
    return [*map(bilangan, angka), persen(r.tersalur, r.target)]


def _nilai(r: RekapDesa) -> list[str]:
    return [bilangan(n) for n in (r.nominal_target, r.nominal_tersalur, r.nominal_sisa)]


def _per_kecamatan(
    rekap: Sequence[RekapDesa],
) -> Iterator[tuple[list[tuple[int, RekapDesa]], RekapDesa | None]]:
    """Yield the desa of each kecamatan with their numbers, and its sums; no sums where there is but one kecamatan."""
    beberapa = len({r.kecamatan for r in rekap}) > 1
    for kecamatan, isi in groupby(enumerate(rekap, 1), key=lambda b: b[1].kecamatan):
        bagian = list(isi)
        nama = f"Kecamatan {kecamatan}" if kecamatan else "Kecamatan belum diketahui"
        yield bagian, jumlahkan([r for _, r in bagian], nama) if beberapa else None


def _subtotal(jumlah: RekapDesa, angka: Sequence[str]) -> list[str | Sel]:
    return [Sel(jumlah.desa, rentang=2, rata="kiri"), *(Sel(t, rata="kanan") for t in angka)]


def _grafik(bab: Bab, isi: IsiLaporan) -> None:
    """A bar per desa; a light page leaves it out, the table above has its figures."""
    if bab.lembar.tata_letak.ringan:
        return
    for urutan, gambar in enumerate(grafik_desa(isi.rekap, bab.lembar.lebar)):
        bab.lembar.spasi(4)
        bab.lembar.perlu(gambar.height + 20)
        if urutan == 0:
            bab.keterangan_grafik("Penyaluran per desa/kelurahan")
        bab.lembar.alirkan(gambar)


def _alasan(bab: Bab, isi: IsiLaporan) -> None:
    """Why aid was not handed over."""
    bab.pasal("Bantuan yang Tidak Tersalur")
    if not isi.alasan:
        bab.alinea(("Tidak ada bantuan yang dicatat tidak dapat disalurkan.",))
        return
    bab.keterangan_tabel("Alasan bantuan belum atau tidak tersalur")
    tabel = Tabel(bab.lembar, [Kolom("Alasan", 110), Kolom("Jumlah", 40, "kanan")], ukuran=9.5)
    for h in isi.alasan:
        tabel.baris([h.label, bilangan(h.jumlah)])
    jumlah, gagal = sum(h.jumlah for h in isi.alasan), jumlahkan(isi.rekap).gagal
    tabel.baris(["JUMLAH", bilangan(jumlah)], tebal=True, latar=True)
    tabel.selesai()
    if jumlah > gagal:
        bab.lembar.catatan(
            f"Dari jumlah itu {bilangan(gagal)} tidak dapat disalurkan; {bilangan(jumlah - gagal)} masih dapat "
            "dijadwalkan ulang dan terhitung belum menerima."
        )


def _uang(bab: Bab, isi: IsiLaporan, u: Keuangan) -> None:
    """Money per desa, then payments: SP2D = tersalur + disetor + masih di bank."""
    bab.pasal("Realisasi Keuangan")
    bab.keterangan_tabel("Nilai bantuan per desa/kelurahan (rupiah)")
    kolom = [Kolom("No.", 9, "tengah"), Kolom("Desa/Kelurahan", 48)]
    kolom += [Kolom(j, 32, "kanan") for j in ("Target", "Tersalur", "Sisa")]
    tabel = Tabel(bab.lembar, kolom, ukuran=8.5, bernomor=True)
    for bagian, jumlah in _per_kecamatan(isi.rekap):
        for nomor, r in bagian:
            tabel.baris([str(nomor), r.desa, *_nilai(r)])
        if jumlah is not None:
            tabel.baris(_subtotal(jumlah, _nilai(jumlah)), tebal=True)
    t = jumlahkan(isi.rekap)
    uang = [Sel(n, rata="kanan") for n in _nilai(t)]
    tabel.baris([Sel("JUMLAH", rentang=2, rata="tengah"), *uang], tebal=True, latar=True)
    tabel.selesai()
    bab.lembar.spasi(1.5)
    bab.lembar.paragraf(f"<i>Nilai yang tersalur: {terbilang_rupiah(t.nominal_tersalur)}.</i>", rata="kiri")
    bab.lembar.spasi(3)
    _aliran(bab, u)


def _aliran(bab: Bab, u: Keuangan) -> None:
    """The way of the money, payment by payment."""
    bab.keterangan_tabel("Pencairan dan pertanggungjawaban (rupiah)")
    tabel = Tabel(bab.lembar, [Kolom("Uraian", 118), Kolom("Nilai", 38, "kanan")], ukuran=9, tahan=4)
    for p in u.sp2d:
        tabel.baris([f"SP2D {p.nomor}, {tanggal_pendek(p.tanggal)} ({p.tahap})", bilangan(p.nilai)])
    tabel.baris(["Jumlah dicairkan (SP2D)", bilangan(u.cair)], tebal=True, latar=True)
    tabel.baris(["Diserahkan kepada penerima", bilangan(u.tersalur)])
    for p in u.sts:
        tabel.baris(
            [f"Disetor kembali dengan STS {p.nomor}, {tanggal_pendek(p.tanggal)} ({p.tahap})", bilangan(p.nilai)]
        )
    tabel.baris(["Masih di bank/bendahara", bilangan(u.masih_di_bank)])
    tabel.baris(
        ["Jumlah dipertanggungjawabkan", bilangan(u.tersalur + u.disetor + u.masih_di_bank)], tebal=True, latar=True
    )
    tabel.selesai()
    if u.masih_di_bank < 0:
        apa, sts = (" dan disetor", " atau STS diperiksa") if u.disetor else ("", "")
        lebih = rupiah(-u.masih_di_bank)
        bab.lembar.catatan(
            f"Yang diserahkan{apa} melebihi SP2D yang tercatat sebesar {lebih}; SP2D perlu dilengkapi{sts}."
        )
    if u.pagu:
        bab.lembar.spasi(1.5)
        bab.alinea((f"Realisasi terhadap pagu {rupiah(u.pagu)} adalah {persen(u.tersalur, u.pagu, 2)}.",))


def _barang(bab: Bab, isi: IsiLaporan) -> None:
    """Goods and items, owed and handed over."""
    bab.pasal("Barang yang Diserahkan")
    bab.keterangan_tabel("Barang yang menjadi hak penerima dan yang telah diserahkan")
    kolom = [Kolom("Barang", 70), Kolom("Satuan", 25), *(Kolom(j, 22, "kanan") for j in ("Target", "Tersalur", "Sisa"))]
    tabel = Tabel(bab.lembar, kolom, ukuran=9)
    for b in isi.barang:
        tabel.baris([b.nama, b.satuan, *map(bilangan, (b.target, b.tersalur, b.target - b.tersalur))])
    tabel.selesai()
