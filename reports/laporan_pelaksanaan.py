"""BAB II of the laporan: when and where, who was proposed and chosen, the steps and their standard time, the money."""

from app.bahasa.angka import bilangan, rupiah
from app.bahasa.waktu import tanggal_pendek
from app.dokumen.isi_laporan import IsiLaporan
from reports.naskah_bab import Bab
from reports.tabel import Kolom, Sel, Tabel


def bab_pelaksanaan(bab: Bab, isi: IsiLaporan) -> None:
    """Write the chapter."""
    bab.buka("BAB II", "PELAKSANAAN")
    bab.pasal("Waktu dan Tempat")
    bab.lembar.pasangan(
        [p for p in (("Waktu", isi.rentang), ("Tempat", isi.wilayah), ("Pelaksana", isi.pelaksana)) if p[1]],
        lebar_label=28,
        masuk=7,
    )
    _sasaran(bab, isi)
    _tahapan(bab, isi)
    if isi.keuangan:
        _anggaran(bab, isi)


def _sasaran(bab: Bab, isi: IsiLaporan) -> None:
    """Proposals by status, recipients by category."""
    bab.pasal("Sasaran")
    bab.alinea(isi.naskah["penetapan"])
    if isi.usulan:
        bab.keterangan_tabel("Usulan menurut hasilnya")
        tabel = Tabel(bab.lembar, [Kolom("Hasil", 110), Kolom("Jumlah (orang)", 40, "kanan")], ukuran=9.5)
        for h in isi.usulan:
            tabel.baris([h.label, bilangan(h.jumlah)])
        tabel.baris(["JUMLAH", bilangan(sum(h.jumlah for h in isi.usulan))], tebal=True, latar=True)
        tabel.selesai()
    if isi.kategori:
        _kategori(bab, isi)


def _kategori(bab: Bab, isi: IsiLaporan) -> None:
    bab.lembar.spasi(2)
    bab.keterangan_tabel("Penerima menurut kategori dan jenis kelamin")
    kolom = [Kolom("Kategori", 80), *(Kolom(j, 25, "kanan") for j in ("Laki-laki", "Perempuan", "Jumlah"))]
    tabel = Tabel(bab.lembar, kolom, ukuran=9.5)
    for h in isi.kategori:
        tabel.baris([h.label, bilangan(h.laki), bilangan(h.perempuan), bilangan(h.jumlah)])
    jumlah = [sum(getattr(h, bidang) for h in isi.kategori) for bidang in ("laki", "perempuan", "jumlah")]
    tabel.baris(["JUMLAH", *map(bilangan, jumlah)], tebal=True, latar=True)
    tabel.selesai()
    if jumlah[0] + jumlah[1] != jumlah[2]:
        bab.lembar.catatan(f"Jenis kelamin {bilangan(jumlah[2] - jumlah[0] - jumlah[1])} orang belum tercatat.")


def _tahapan(bab: Bab, isi: IsiLaporan) -> None:
    """The steps of the SOP: standard time beside real dates."""
    bab.pasal("Tahapan Kegiatan")
    bab.alinea((f"Kegiatan dilaksanakan menurut {isi.sop}{f' Nomor {isi.nomor_sop}' if isi.nomor_sop else ''}.",))
    bab.alinea(isi.naskah["mitra"])
    bab.keterangan_tabel("Langkah kegiatan dibandingkan dengan waktu baku")
    kolom = [
        Kolom("No.", 9, "tengah"),
        Kolom("Langkah", 52),
        Kolom("Waktu baku", 20),
        Kolom("Mulai", 21, "tengah"),
        Kolom("Selesai", 21, "tengah"),
        Kolom("Lama", 22),
        Kolom("Keadaan", 24),
    ]
    tabel = Tabel(bab.lembar, kolom, ukuran=8.5, bernomor=True)
    for b in isi.langkah:
        mulai, selesai = (tanggal_pendek(t) if t else "–" for t in (b.mulai, b.selesai))
        tabel.baris([b.label, b.kegiatan, b.waktu, mulai, selesai, b.lama or "–", b.status])
        if b.catatan:
            tabel.baris(["", Sel(f"Catatan: {b.catatan}", rentang=6)])
    tabel.selesai()


def _anggaran(bab: Bab, isi: IsiLaporan) -> None:
    """Where the money comes from."""
    u = isi.keuangan
    if u is None:
        return
    bab.pasal("Anggaran")
    baris = [
        ("Sumber dana", u.sumber_dana),
        ("Kode rekening", u.kode_rekening),
        ("Pagu", "" if u.pagu is None else rupiah(u.pagu)),
        ("Dicairkan (SP2D)", rupiah(u.cair)),
    ]
    bab.lembar.pasangan([b for b in baris if b[1]], lebar_label=38, masuk=7)
