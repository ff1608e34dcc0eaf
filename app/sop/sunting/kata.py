"""Words of an SOP: its identity box, its names, the texts of a step."""

import re
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, Literal

from app.sop.definisi import Butir, DefinisiSop, Langkah
from db.istilah import JenisBantuan, Kategori, SumberSop

BidangKepala = Literal[
    "nomor", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "instansi", "unit", "nama", "judul"
]
BidangSah = Literal["jabatan", "nama", "pangkat", "nip"]
BidangDaftar = Literal["dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan"]
BidangLangkah = Literal["kegiatan", "nama_layar", "instruksi", "kelengkapan", "output", "hasil", "keterangan"]

KODE_MAKS = 40


def kode_baru(nama: str, dipakai: Collection[str]) -> str:
    """Make a code out of a name that none of `dipakai` has; codes never change once they are there."""
    polos = unicodedata.normalize("NFKD", nama).encode("ascii", "ignore").decode().lower()
    kode = re.sub(r"[^a-z0-9]+", "_", polos).strip("_")[:KODE_MAKS].strip("_")
    kode = kode if kode[:1].isalpha() else f"sop_{kode}".strip("_")
    ke, hasil = 2, kode
    while hasil in dipakai:
        ke, hasil = ke + 1, f"{kode}_{ke}"
    return hasil


def kantor(teks: str) -> Butir:
    """Return words of the office; blank ones are none."""
    return Butir(teks=teks.strip() or None, sumber=SumberSop.PRACTICE)


def tulis(lama: Butir, teks: str) -> Butir:
    """Return a piece with other words: the same piece where the words are the same, else the office's own."""
    sama = " ".join(teks.split()) == " ".join(lama.tampil.split())
    return lama if sama else kantor(teks)


def ganti_langkah(definisi: DefinisiSop, urutan: int, **isi: Any) -> DefinisiSop:
    """Return the SOP with other fields of one step; raises IndexError outside it."""
    baru = replace(definisi.langkah_ke(urutan), **isi)
    return replace(definisi, langkah=tuple(baru if lk.urutan == urutan else lk for lk in definisi.langkah))


def beri_nama(definisi: DefinisiSop, teks: str) -> DefinisiSop:
    """Change the short name, by which lists and a new kegiatan call the SOP."""
    return replace(definisi, nama_layar=tulis(definisi.nama_layar, teks))


def tulis_kepala(definisi: DefinisiSop, bidang: BidangKepala, teks: str) -> DefinisiSop:
    """Change a field of the identity box."""
    lama: Butir = getattr(definisi.kepala, bidang)
    isi: dict[str, Any] = {bidang: tulis(lama, teks)}
    return replace(definisi, kepala=replace(definisi.kepala, **isi))


def tulis_sah(definisi: DefinisiSop, bidang: BidangSah, teks: str) -> DefinisiSop:
    """Change who approved the SOP."""
    sah = definisi.kepala.disahkan
    isi: dict[str, Any] = {bidang: tulis(getattr(sah, bidang), teks)}
    return replace(definisi, kepala=replace(definisi.kepala, disahkan=replace(sah, **isi)))


def tulis_daftar(definisi: DefinisiSop, bidang: BidangDaftar, baris: Sequence[str]) -> DefinisiSop:
    """Change a list of the identity box; lines that were there keep what they are, blank ones go."""
    lama: tuple[Butir, ...] = getattr(definisi.kepala, bidang)
    ada = {b.tampil: b for b in lama}
    rapi = [" ".join(satu.split()) for satu in baris]
    isi: dict[str, Any] = {bidang: tuple(ada.get(satu) or kantor(satu) for satu in rapi if satu)}
    return replace(definisi, kepala=replace(definisi.kepala, **isi))


def tulis_langkah(definisi: DefinisiSop, urutan: int, bidang: BidangLangkah, teks: str) -> DefinisiSop:
    """Change a text of a step."""
    lama: Butir = getattr(definisi.langkah_ke(urutan), bidang)
    return ganti_langkah(definisi, urutan, **{bidang: tulis(lama, teks)})


def tulis_nomor(definisi: DefinisiSop, urutan: int, label: str) -> DefinisiSop:
    """Change the number that people see; several steps may share one."""
    lama = definisi.langkah_ke(urutan)
    rapi = " ".join(label.split())
    return definisi if rapi == lama.label else ganti_langkah(definisi, urutan, label=rapi, nomor_asli=kantor(rapi))


def atur_bantuan(
    definisi: DefinisiSop,
    *,
    jenis: Sequence[JenisBantuan] | None = None,
    kategori: Sequence[Kategori] | None = None,
    nominal_wajib: bool | None = None,
    satu_kk: bool | None = None,
) -> DefinisiSop:
    """Change what the programme gives and to whom; None leaves a rule as it is."""
    lama = definisi.aturan
    baru = replace(
        lama,
        jenis_bantuan=lama.jenis_bantuan if jenis is None else tuple(jenis),
        kategori=lama.kategori if kategori is None else tuple(kategori),
        nominal_wajib=lama.nominal_wajib if nominal_wajib is None else nominal_wajib,
        satu_kk=lama.satu_kk if satu_kk is None else satu_kk,
    )
    return definisi if baru == lama else replace(definisi, aturan=replace(baru, sumber=SumberSop.PRACTICE))


def semua_butir(definisi: DefinisiSop) -> dict[tuple[str, str], Butir]:
    """Return the pieces that the document itself holds, by field and words as shown."""
    hasil: dict[tuple[str, str], Butir] = {}
    for langkah in definisi.langkah:
        for bidang in _BIDANG:
            _catat(hasil, bidang, getattr(langkah, bidang))
        _catat(hasil, "waktu", langkah.waktu.teks)
        hasil.setdefault(_nomor(langkah), langkah.nomor_asli)
    for bidang in _KEPALA:
        _catat(hasil, f"kepala {bidang}", getattr(definisi.kepala, bidang))
    for bidang in _SAH:
        _catat(hasil, f"sah {bidang}", getattr(definisi.kepala.disahkan, bidang))
    return hasil


_BIDANG = BidangLangkah.__args__  # type: ignore[attr-defined]  # what a Literal lists
_KEPALA = BidangKepala.__args__  # type: ignore[attr-defined]
_SAH = BidangSah.__args__  # type: ignore[attr-defined]


def _catat(hasil: dict[tuple[str, str], Butir], bidang: str, butir: Butir) -> None:
    if butir.sumber is SumberSop.SOP and butir.tampil:
        hasil.setdefault((bidang, butir.tampil), butir)


def kembalikan_tanda(definisi: DefinisiSop, asal: DefinisiSop) -> DefinisiSop:
    """Give words that stand again as the document has them their mark back: typed, thought better of, typed back."""
    kata = semua_butir(asal)
    kepala = definisi.kepala
    sah = replace(kepala.disahkan, **_tanda(kepala.disahkan, _SAH, kata, "sah "))
    kepala = replace(kepala, disahkan=sah, **_tanda(kepala, _KEPALA, kata, "kepala "))
    return replace(definisi, kepala=kepala, langkah=tuple(_tanda_langkah(lk, kata) for lk in definisi.langkah))


def _tanda_langkah(langkah: Langkah, kata: dict[tuple[str, str], Butir]) -> Langkah:
    waktu = langkah.waktu
    teks, nomor = _semula(waktu.teks, "waktu", kata), langkah.nomor_asli
    if nomor == kantor(langkah.label):
        nomor = kata.get(_nomor(langkah), nomor)
    baru = _tanda(langkah, _BIDANG, kata)
    return replace(langkah, waktu=replace(waktu, teks=teks), nomor_asli=nomor, **baru)


def _nomor(langkah: Langkah) -> tuple[str, str]:
    """Return what a number cell belongs to: a step of these words in this place."""
    return (f"nomor {langkah.label}", langkah.kegiatan.tampil)


def _tanda(induk: Any, bidang: Sequence[str], kata: dict[tuple[str, str], Butir], awal: str = "") -> dict[str, Any]:
    lama: dict[str, Butir] = {satu: getattr(induk, satu) for satu in bidang}
    return {satu: _semula(b, f"{awal}{satu}", kata) for satu, b in lama.items()}


def _semula(butir: Butir, bidang: str, kata: dict[tuple[str, str], Butir]) -> Butir:
    """Return the document's piece where the office wrote the same words."""
    milik = butir.sumber is SumberSop.PRACTICE
    return kata.get((bidang, butir.tampil), butir) if milik else butir
