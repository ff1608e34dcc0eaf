"""BAST: berita acara serah terima of one desa: its figures, both parties, witnesses, and the people as attachment."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from app.bahasa.alasan import SILANG_DANA
from app.bahasa.angka import bilangan, terbilang_rupiah
from app.dokumen.isi import Penanda
from app.dokumen.isi_daftar import BarisOrang, Jumlah
from app.dokumen.isi_laporan import IsiBast, Pihak, RekapDesa
from app.identitas import kelompokkan, nip_berspasi
from reports.huruf import BIASA
from reports.kop import kop_surat
from reports.lembar import Lembar, aman
from reports.tabel import Kolom, Sel, Tabel
from reports.tata_letak import MM, TataLetak
from reports.ttd import KolomTtd, tanda_tangan, tinggi_ttd

_TITIK = "." * 60


def tulis(isi: Iterable[IsiBast], tata_letak: TataLetak, keluar: Path | BinaryIO) -> Jumlah:
    """Write one berita acara after the other to `keluar`; return how many people they list and what they received."""
    jumlah = Jumlah()
    with Lembar(keluar, tata_letak, judul="Berita Acara Serah Terima") as lembar:
        for urutan, satu in enumerate(isi):
            if urutan:
                lembar.bagian_baru()
            lembar.kaki = f"BAST {satu.rekap.desa}"
            jumlah = jumlah.gabung(_satu(lembar, satu))
    return jumlah


def _satu(lembar: Lembar, isi: IsiBast) -> Jumlah:
    """Write the berita acara of one desa."""
    kop_surat(lembar, isi.kepala.kop)
    lembar.judul(isi.judul, garis_bawah=True)
    lembar.baris(f"NOMOR: {isi.kepala.nomor or '.' * 40}", rata="tengah")
    lembar.spasi(5)
    lembar.paragraf(aman(isi.pembuka))
    _pihak(lembar, "1.", isi.pihak_satu, isi.sebutan_satu)
    _pihak(lembar, "2.", isi.pihak_dua, isi.sebutan_dua)
    lembar.paragraf("PIHAK KESATU dan PIHAK KEDUA menyatakan hal-hal berikut:")
    for nomor, teks in enumerate(isi.butir, 1):
        lembar.paragraf(aman(teks), butir=f"{nomor}.", masuk=7)
    _rincian(lembar, isi)
    _penutup(lembar, isi)
    return _lampiran(lembar, isi)


def _pihak(lembar: Lembar, nomor: str, pihak: Pihak, sebutan: str) -> None:
    """Write one party: its lines, then what it is called in this paper."""
    identitas = ("NIP", nip_berspasi(pihak.nomor)) if pihak.berdasar_nip else ("NIK", kelompokkan(pihak.nomor))
    baris = [("Nama", pihak.nama or _TITIK)]
    if pihak.nomor or pihak.berdasar_nip:
        baris.append((identitas[0], identitas[1] or _TITIK))
    baris += [("Jabatan", pihak.jabatan or _TITIK), ("Alamat", pihak.alamat or _TITIK)]
    lembar.perlu(len(baris) * lembar.tata_letak.huruf * 1.35)
    lembar.kanvas.setFont(BIASA, lembar.tata_letak.huruf)
    lembar.kanvas.drawString(lembar.kiri, lembar.y - lembar.tata_letak.huruf, nomor)
    lembar.pasangan(baris, lebar_label=24, masuk=7, jarak=1)
    lembar.paragraf(aman(sebutan), masuk=7)


def _rincian(lembar: Lembar, isi: IsiBast) -> None:
    """Write the figures of the desa as a table, the goods below the money."""
    r = isi.rekap
    kolom = [Kolom("Uraian", 80), Kolom("Penerima (orang)", 35, "kanan")]
    if isi.uang:
        kolom.append(Kolom("Nilai (Rp)", 40, "kanan"))
    tabel = Tabel(lembar, kolom, ukuran=10, tahan=8)
    lembar.spasi(1)
    for label, orang, nilai in _baris_rincian(r):
        tebal = not label.startswith(" ")
        sel: list[str | Sel] = [label.strip() if tebal else f"– {label.strip()}", bilangan(orang)]
        if isi.uang:
            sel.append("" if nilai is None else bilangan(nilai))
        tabel.baris(sel, tebal=tebal)
    for b in isi.barang:
        tabel.baris([Sel(f"{b.nama}: {bilangan(b.tersalur)} dari {bilangan(b.target)} {b.satuan}", rentang=len(kolom))])
    tabel.selesai()
    lembar.spasi(1.5)
    if isi.uang:
        lembar.paragraf(f"<i>Nilai yang telah diserahkan: {terbilang_rupiah(r.nominal_tersalur)}.</i>", rata="kiri")


def _baris_rincian(r: RekapDesa) -> list[tuple[str, int, int | None]]:
    """Label, people and rupiah of each line; an indented one is part of the line above, left out when empty."""
    cara = [("diterima sendiri", r.sendiri), ("melalui wali", r.wali), ("diwakilkan", r.diwakilkan)]
    cara += [("diantar ke rumah", r.diantar), ("dana masuk rekening", r.rekening)]
    return [
        ("Penerima menurut penetapan", r.target, r.nominal_target),
        ("Telah menerima", r.tersalur, r.nominal_tersalur),
        *((f"  {label}", jumlah, None) for label, jumlah in cara if jumlah),
        ("Belum menerima", r.belum, None),
        *((f"  {kata}", n, None) for kata, n in _setengah(r) if n),
        ("Tidak dapat disalurkan", r.gagal, None),
    ]


def _setengah(r: RekapDesa) -> tuple[tuple[str, int], ...]:
    """Where money goes to an account: who has the money without the card, and who has the card without the money."""
    return tuple((SILANG_DANA[k][:1].lower() + SILANG_DANA[k][1:], getattr(r, k)) for k in ("dana_saja", "serah_saja"))


def _penutup(lembar: Lembar, isi: IsiBast) -> None:
    """Write the closing words with the signatures of the parties and, below, of the witnesses, all on one page."""
    satu = KolomTtd(isi.kepala.penanda, ("PIHAK KESATU,",))
    pihak = [
        _ttd_pihak("PIHAK KEDUA,", isi.pihak_dua),
        satu if satu.penanda else _ttd_pihak(satu.atas[0], isi.pihak_satu),
    ]
    saksi = [KolomTtd(s, ("Mengetahui," if s.jabatan else "Saksi,",)) for s in isi.saksi[:2]]
    tinggi = tinggi_ttd(lembar, pihak) + (tinggi_ttd(lembar, saksi) if saksi else 0) + 8 * MM
    lembar.paragraf(aman(isi.penutup), jarak=4, bersama=tinggi)
    tanda_tangan(lembar, pihak)
    if saksi:
        lembar.spasi(4)
        tanda_tangan(lembar, saksi)


def _ttd_pihak(sebutan: str, pihak: Pihak) -> KolomTtd:
    nip = pihak.nomor if pihak.berdasar_nip else ""
    return KolomTtd(Penanda(pihak.jabatan, pihak.nama, "", nip, ber_nip=pihak.berdasar_nip), (sebutan,))


def _lampiran(lembar: Lembar, isi: IsiBast) -> Jumlah:
    """Write the attachment on a page of its own: who, what, and how it was received."""
    lembar.halaman_baru()
    lembar.baris("Lampiran Berita Acara Serah Terima", ukuran=10)
    lembar.baris(f"Nomor: {isi.kepala.nomor or '.' * 40}", ukuran=10)
    lembar.spasi(3)
    lembar.judul(f"DAFTAR PENERIMA BANTUAN {isi.rekap.desa.upper()}")
    lembar.spasi(2)
    kolom = [Kolom("No.", 10, "tengah"), Kolom("Nama", 48), Kolom("NIK", 40, "tengah"), Kolom("Hasil penyaluran", 45)]
    if isi.uang:
        kolom.append(Kolom("Jumlah (Rp)", 26, "kanan"))
    tabel = Tabel(lembar, kolom, ukuran=9, bernomor=True)
    jumlah = Jumlah()
    for b in isi.baris:
        tabel.baris(_baris_orang(isi, b))
        jumlah = jumlah.tambah(b)
    akhir: list[str | Sel] = [Sel(f"JUMLAH: {bilangan(jumlah.orang)} orang", rentang=4)]
    if isi.uang:
        akhir.append(Sel(bilangan(jumlah.rupiah or 0), rata="kanan"))
    tabel.baris(akhir, tebal=True, latar=True)
    tabel.selesai()
    return jumlah


def _baris_orang(isi: IsiBast, b: BarisOrang) -> list[str]:
    sel = [str(b.nomor), b.nama, kelompokkan(b.nik), b.keterangan]
    return [*sel, "" if b.nominal is None else bilangan(b.nominal)] if isi.uang else sel
