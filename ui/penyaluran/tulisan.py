"""What the hand-over pages say: who stands at the table, what is owed, how far the day is; no widgets here."""

from collections.abc import Callable, Iterable
from datetime import date

from app.bahasa import waktu
from app.bahasa.alasan import STATUS_SALUR
from app.bahasa.angka import bilangan, rupiah
from app.bahasa.istilah import label
from app.barang import Stok
from app.identitas import kelompokkan
from app.penyaluran import BarisSerah, HitungSalur, Keadaan, KeadaanKomponen, SilangDana, StatusSalur
from db.istilah import GAGAL_SALUR, HasilSalur
from ui.orang.tulisan import kategori
from ui.tema import Nada

NADA = {StatusSalur.TERSALUR: Nada.BAIK, StatusSalur.BELUM: Nada.PERHATIAN, StatusSalur.GAGAL: Nada.BAHAYA}
TIDAK_TERSALUR = (HasilSalur.TIDAK_HADIR, *(h for h in HasilSalur if h in GAGAL_SALUR))
"""What F6 offers: absent first, because it is the usual one."""
_PENDEK = {
    HasilSalur.SENDIRI: "sendiri",
    HasilSalur.WALI: "wali",
    HasilSalur.DIWAKILKAN: "diwakilkan",
    HasilSalur.AHLI_WARIS: "ahli waris",
    HasilSalur.DIANTAR: "diantar",
    HasilSalur.DANA_MASUK: "dana masuk rekening",
}
_SETENGAH = {
    SilangDana.DANA_SAJA: ("tinggal kartu", Nada.PERHATIAN),
    SilangDana.SERAH_SAJA: ("tinggal dana", Nada.PERHATIAN),
}
SILANG = {SilangDana.DANA_SAJA: "Dana masuk, kartu belum", SilangDana.SERAH_SAJA: "Kartu ada, dana belum"}
"""In lists, where there is room for few words."""
TINGGAL = {silang: kata.capitalize() for silang, (kata, _) in _SETENGAH.items()}
"""In a filter, where there is room for fewer still."""


def keterangan_orang(b: BarisSerah, hari_ini: date) -> str:
    """Write `NIK 620903 124555 0012 · Lanjut usia, 71 tahun · RT 002 RW 001`."""
    umur = f"{waktu.usia(b.tanggal_lahir, hari_ini)} tahun" if b.tanggal_lahir else ""
    rt_rw = " ".join(f"{apa} {isi}" for apa, isi in (("RT", b.rt), ("RW", b.rw)) if isi)
    bagian = (
        f"NIK {kelompokkan(b.nik)}" if b.nik else "NIK belum ada",
        ", ".join(filter(None, (kategori(b.kategori), umur))),
        ", ".join(filter(None, (b.alamat, rt_rw))),
    )
    return " · ".join(filter(None, bagian))


def wali(b: BarisSerah) -> str:
    """Write who receives for a minor; empty where nobody does."""
    if not b.wali_nama:
        return ""
    hubungan = f" ({b.wali_hubungan})" if b.wali_hubungan else ""
    return f"Wali: {b.wali_nama}{hubungan}"


def nilai(b: BarisSerah) -> str:
    """Write what is owed in large letters: the money, else the goods."""
    if b.nominal is not None:
        return rupiah(b.nominal)
    return ", ".join(barang(k) for k in b.keadaan.komponen if k.komponen.barang_id) or "Sesuai daftar"


def barang(k: KeadaanKomponen) -> str:
    """Write a goods line: `10 kg Beras`."""
    return f"{bilangan(k.komponen.jumlah)} {k.komponen.satuan} {k.komponen.nama}"


def keadaan(k: Keadaan) -> tuple[str, Nada]:
    """Say where an allocation stands; who did not come for the card is absent, whatever the money does."""
    if k.absen:
        return label(HasilSalur.TIDAK_HADIR), NADA[k.status]
    if k.status is StatusSalur.BELUM and k.silang in SILANG:
        return SILANG[k.silang], NADA[k.status]
    if k.hasil is None:
        return STATUS_SALUR[k.status], NADA[k.status]
    return label(k.hasil), NADA[k.status]


_BARANG = {StatusSalur.TERSALUR: "sudah", StatusSalur.BELUM: "belum", StatusSalur.GAGAL: "tidak tersalur"}


def keadaan_barang(k: KeadaanKomponen) -> tuple[str, Nada]:
    """Say where one goods line stands: `Beras 10 kg: belum`, `Beras: 6 dari 10 kg`, `Kartu ATM: sudah`."""
    nama = k.komponen.nama
    if k.status is StatusSalur.BELUM and k.diserahkan:
        kata = f"{nama}: {bilangan(k.diserahkan)} dari {bilangan(k.komponen.jumlah)} {k.komponen.satuan}"
        return kata, Nada.PERHATIAN
    banyak = f" {bilangan(k.komponen.jumlah)} {k.komponen.satuan}".rstrip() if k.komponen.jumlah > 1 else ""
    return f"{nama}{banyak}: {_BARANG[k.status]}", NADA[k.status]


def keadaan_dana(k: Keadaan) -> list[tuple[str, Nada]]:
    """Say whether the money is on the account, where it goes there beside a book or card."""
    if k.silang is None or k.uang is None:
        return []
    kata = {StatusSalur.TERSALUR: "masuk", StatusSalur.BELUM: "belum masuk", StatusSalur.GAGAL: "gagal"}
    return [(f"Dana: {kata[k.uang.status]}", NADA[k.uang.status])]


def catatan(k: Keadaan, tanggal: Callable[[date], str] = waktu.tanggal) -> str:
    """Write when, where and by whom the last outcome was recorded."""
    c = k.terakhir
    if c is None:
        return ""
    wakil = ", ".join(filter(None, (c.wakil_nama, c.wakil_hubungan)))
    dana = k.dana_masuk if k.silang and c is not k.dana_masuk else None
    bagian = (
        f"dana masuk {tanggal(dana.tanggal)}" if dana and dana.tanggal else "",
        tanggal(c.tanggal) if c.tanggal else "", c.tempat, wakil, "cap jempol" if c.cap_jempol else "", c.alasan,
        f"dicatat {c.petugas}" if c.petugas else "",
    )  # fmt: skip
    return " · ".join(filter(None, bagian))


def chip(h: HitungSalur) -> list[tuple[str, Nada]]:
    """Give the running counts as words: `113 sendiri`, `97 belum`, `4 tidak tersalur`."""
    semua = [(h.hasil(hasil).orang, kata, Nada.BAIK) for hasil, kata in _PENDEK.items()]
    semua += [(h.belum.orang, "belum", Nada.PERHATIAN), (h.gagal.orang, "tidak tersalur", Nada.BAHAYA)]
    semua += [(h.silang.get(silang, 0), *kata) for silang, kata in _SETENGAH.items()]
    return [(f"{bilangan(n)} {kata}", nada) for n, kata, nada in semua if n]


def stok(semua: Iterable[Stok]) -> list[tuple[str, Nada]]:
    """Say what is left of goods that came in by BAST: `Beras sisa 40 kg, kurang 20` where more is owed than is left."""
    hasil = []
    for s in semua:
        if s.diterima:
            kurang = f", kurang {bilangan(s.kurang)}" if s.kurang else ""
            nada = Nada.BAHAYA if s.sisa < 0 else Nada.PERHATIAN if s.kurang else Nada.BAIK
            hasil.append((f"{s.nama} sisa {bilangan(s.sisa)} {s.satuan}{kurang}", nada))
    return hasil


def uang(h: HitungSalur) -> str:
    """Write `Rp 208.500.000 dari Rp 360.000.000`; empty where no money is handed over."""
    return f"{rupiah(h.tersalur.rupiah)} dari {rupiah(h.target.rupiah)}" if h.target.rupiah else ""
