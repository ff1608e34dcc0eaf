"""Is it the same person? Rows against each other, against this kegiatan, against the year's other aid; exact only.

The same NIK with a name or birth date that agrees is the same person. The same NIK with neither is a question, on both
rows: children are listed under their wali's NIK. Rows without NIK never equal each other for that.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from rapidfuzz import fuzz

from app.bahasa.waktu import tanggal as tulis_tanggal
from app.identitas import nama_cari, samarkan
from app.kelayakan import Aturan
from app.kemiripan.nama import sebunyi
from app.usulan.bentuk import Baris
from app.usulan.lajur import Lajur, isi_kolom
from app.usulan.pembanding import BIDANG_ORANG, OrangLama, Pembanding, UsulanLama
from app.wilayah import Peta
from db.istilah import Tingkat

Putusan = Mapping[tuple[tuple[int, str, int], "tuple[int, str, int] | UUID"], bool]
"""What a person judged: (row, the other row or known person) → the same."""
_NAMA_SAMA = 85
"""rapidfuzz ratio of two names without blanks: `NUR HAYATI` and `NURHAYATI` agree, `BUDI` and `RUDI` do not."""
_NAMA_PENDEK = 6
TETAP = frozenset({"nama", "nik", "jenis_kelamin", "tempat_lahir", "tanggal_lahir", "nama_ibu"})
"""Fields of identity: a list fills them where they are blank and never overwrites them."""


def nama_sepakat(satu: str, dua: str) -> bool:
    """Tell whether two names (as searched) may be one person's; a missing name agrees with nothing."""
    if not satu or not dua:
        return False
    return satu == dua or _mirip(satu, dua)


@lru_cache(maxsize=4096)
def _mirip(satu: str, dua: str) -> bool:
    for rapi in (lambda nama: nama.replace(" ", ""), sebunyi):  # as written; as it sounds, in any order, without titles
        a, b = rapi(satu), rapi(dua)
        if a == b or (min(len(a), len(b)) >= _NAMA_PENDEK and fuzz.ratio(a, b) >= _NAMA_SAMA):
            return True
    return False


def _sepakat(nama: str, lahir: date | None, nama_lain: str, lahir_lain: date | None) -> bool:
    return nama_sepakat(nama, nama_lain) or (lahir is not None and lahir == lahir_lain)


def tanyakan(lajur: Sequence[Lajur], p: Pembanding, aturan: Aturan, putusan: Putusan) -> None:
    """Make objects of the plain rows that must be compared one by one, for they share something with somebody.

    That is a NIK, in this import or in the store; a name with a birth date there; where one of a family may receive, a
    No. KK; an account; or that a person judged them. All others are new, and like nobody else.
    """
    nik = _berulang(isi_kolom(lajur, "nik")) | p.orang_nik.keys()
    kk = _berulang(isi_kolom(lajur, "no_kk")) | p.satu_kk.keys() if aturan.satu_kk else frozenset()
    rekening = _berulang(isi_kolom(lajur, "no_rekening")) | p.rekening.keys()
    dinilai = {k for dua in putusan for k in dua} | p.orang_pilihan.keys()
    for satu in lajur:
        for bidang, dicari in (("nik", nik), ("no_kk", kk), ("no_rekening", rekening)):
            if dicari and bidang in satu.isi:
                satu.jadikan([ke for ke, isi in enumerate(satu.isi[bidang]) if isi in dicari])
        if p.orang_nama:
            nama = enumerate(zip(satu.cari, satu.lahir, strict=True))
            satu.jadikan([ke for ke, (cari, lahir) in nama if cari in p.orang_nama and lahir is not None])
        if dinilai:
            satu.jadikan([ke for ke, n in enumerate(satu.nomor) if (satu.berkas, satu.lembar, n) in dinilai])


def _berulang(semua: Iterable[str]) -> set[str]:
    """Return the texts that come more than once."""
    ada = [satu for satu in semua if satu]
    return set() if len(set(ada)) == len(ada) else {satu for satu, kali in Counter(ada).items() if kali > 1}


class Pembeda:
    """Compares rows in their order: all those that share something with another or with the store (`tanyakan`)."""

    def __init__(
        self, p: Pembanding, aturan: Aturan, peta: Peta, nama_berkas: Sequence[str], putusan: Putusan | None = None
    ) -> None:
        self._p = p
        self._putusan = putusan or {}
        self._aturan = aturan
        self._peta = peta
        self._berkas = nama_berkas
        self._nik: dict[str, tuple[Baris, ...]] = {}
        self._kk: dict[str, Baris] = {}
        self._rekening: dict[str, Baris] = {}
        self._dipakai: dict[UUID, Baris] = {}
        self._sama = {k: lain for (k, lain), sama in self._putusan.items() if sama and not isinstance(lain, UUID)}
        self._dinilai: dict[tuple[int, str, int], Baris] = {}

    def banding(self, baris: Baris) -> None:
        """Compare one row with the rows before it and with the store."""
        nama = baris.nilai.get("nama")
        if not nama:
            return
        baris.cari = nama_cari(nama)
        self._dalam_impor(baris)
        if not baris.ditolak:
            self._dengan_toko(baris)
            if not baris.ditolak:
                self._kk_dan_rekening(baris)

    # --- within the import ------------------------------------------------------------------------------------------

    def _dalam_impor(self, baris: Baris) -> None:
        if self._sama and (lain := self._dinilai.get(self._sama.get(baris.kunci, baris.kunci))):
            baris.catat("ganda_dalam_berkas", "nama", tempat=self._tempat(lain, baris), nama=lain.nama)
            return
        if self._sama:
            self._dinilai[baris.kunci] = baris
        if not baris.nik:
            return
        sebelum = self._nik.get(baris.nik, ())
        for lain in sebelum:
            sama = _sepakat(baris.cari, baris.lahir, lain.cari, lain.lahir)
            if self._putusan.get((baris.kunci, lain.kunci), sama):
                baris.catat("ganda_dalam_berkas", "nik", tempat=self._tempat(lain, baris), nama=lain.nama)
                return
        for lain in sebelum:
            baris.catat("nik_sama_orang_beda", "nik", nama=lain.nama, tempat=self._tempat(lain, baris))
            lain.catat("nik_sama_orang_beda", "nik", nama=baris.nama, tempat=self._tempat(baris, lain))
        self._nik[baris.nik] = (*sebelum, baris)

    def _tempat(self, lain: Baris, dari: Baris) -> str:
        return sebut_baris(lain, dari, self._berkas)

    # --- with the store ---------------------------------------------------------------------------------------------

    def _dengan_toko(self, baris: Baris) -> None:
        """Find the person in the store; one person of the store is one row of an import."""
        lama = self._orang(baris)
        if lama is None:
            return
        sebelum = self._dipakai.setdefault(lama.id, baris)
        if sebelum is not baris:
            baris.catat("ganda_dalam_berkas", "nik", tempat=self._tempat(sebelum, baris), nama=sebelum.nama)
            return
        baris.orang_id = lama.id
        usulan = self._p.usulan.get(lama.id)
        if usulan is None:
            baris.perubahan = beda(baris, lama)
            if lain := self._p.lintas.get(lama.id):
                keadaan, kegiatan, tahun = lain
                baris.catat("ganda_lintas_kegiatan", "nik", keadaan=keadaan, kegiatan=kegiatan, tahun=str(tahun))
        elif usulan.kode_desa and baris.kode_desa and usulan.kode_desa != baris.kode_desa:
            desa = self._peta.sebutan(usulan.kode_desa)
            baris.catat("ganda_di_kegiatan", "nik", nama=lama.nama, desa=desa)
        else:
            self._ulang(baris, lama, usulan)

    def _orang(self, baris: Baris) -> OrangLama | None:
        """Find the known person: by NIK when name or birth date agrees, else by name, birth date and desa."""
        if self._p.orang_pilihan and (pilihan := self._p.orang_pilihan.get(baris.kunci)):
            return pilihan
        nama = baris.cari
        bernik = self._p.orang_nik.get(baris.nik, []) if baris.nik else []
        for lama in bernik:
            sama = _sepakat(nama, baris.lahir, lama.nama_cari, lama.lahir)
            if self._putusan.get((baris.kunci, lama.id), sama):
                return lama
        for lama in bernik:
            baris.catat("nik_sama_orang_beda", "nik", nama=lama.nama, tempat="data Salur")
        if baris.lahir is None:
            return None
        for lama in self._p.orang_nama.get(nama, []):
            satu_nik = not (baris.nik and lama.isi["nik"])
            desa = baris.kode_desa is not None and lama.isi["kode_desa"] == baris.kode_desa
            sama = satu_nik and desa and lama.lahir == baris.lahir
            if self._putusan.get((baris.kunci, lama.id), sama):
                return lama
        return None

    def _ulang(self, baris: Baris, lama: OrangLama, usulan: UsulanLama) -> None:
        """Note that the same desa sent the same person again, and what changed."""
        baris.usulan_id, baris.ulang = usulan.id, True
        baris.perubahan = beda(baris, lama)
        if baris.kategori and usulan.kategori and baris.kategori != usulan.kategori:
            baris.perubahan = {**baris.perubahan, "kategori": (usulan.kategori, baris.kategori)}
        if not baris.perubahan:
            baris.catat("kiriman_ulang", "nik", Tingkat.DIRAPIKAN, isi="tidak ada yang berubah", maksud="")
            return
        isi = "; ".join(
            f"{_sebut(b)} {_tulis(b, dulu)} → {_tulis(b, kini)}" for b, (dulu, kini) in baris.perubahan.items()
        )
        baris.catat("kiriman_ulang", "nik", isi=f"yang berubah: {isi}", maksud="Periksa mana yang benar.")

    # --- family and account -----------------------------------------------------------------------------------------

    def _kk_dan_rekening(self, baris: Baris) -> None:
        if self._aturan.satu_kk and baris.no_kk:
            self._satu_kk(baris)
        if nomor := baris.nilai.get("no_rekening"):
            lain = self._rekening.setdefault(nomor, baris)
            pemilik = self._p.rekening.get(nomor)
            if lain is not baris:
                self._sebut_rekening(baris, lain)
                if not any(h.kode == "rekening_ganda" for h in lain.hasil):
                    self._sebut_rekening(lain, baris)
            elif pemilik and pemilik[0] != baris.orang_id:
                baris.catat("rekening_ganda", "no_rekening", nama=pemilik[1], tempat="data Salur")

    def _sebut_rekening(self, baris: Baris, lain: Baris) -> None:
        baris.catat("rekening_ganda", "no_rekening", nama=lain.nama, tempat=self._tempat(lain, baris))

    def _satu_kk(self, baris: Baris) -> None:
        lain = self._kk.setdefault(baris.no_kk, baris)
        usulan = self._p.satu_kk.get(baris.no_kk)
        if lain is not baris:
            baris.catat("satu_kk", "no_kk", nama=f"{lain.nama} ({self._tempat(lain, baris)})")
        elif usulan and usulan.orang_id != baris.orang_id:
            baris.catat("satu_kk", "no_kk", nama=usulan.nama)


def sebut_baris(lain: Baris, dari: Baris, berkas: Sequence[str]) -> str:
    """Say where another row stands: `baris 12`, with sheet and file (of `berkas`, by number) where they differ."""
    tempat = f"baris {lain.nomor}"
    if lain.lembar != dari.lembar or lain.berkas != dari.berkas:
        tempat += f" lembar {lain.lembar}"
    return tempat if lain.berkas == dari.berkas else f"{tempat} berkas {berkas[lain.berkas]}"


def nilai_orang(baris: Baris) -> dict[str, Any]:
    """Return what a row says for the columns of `Orang`; only what it says."""
    isi: dict[str, Any] = {b: baris.nilai[b] for b in BIDANG_ORANG if baris.nilai.get(b)}
    khusus = {
        "nik": baris.nik,
        "no_kk": baris.no_kk,
        "jenis_kelamin": baris.jenis_kelamin,
        "tanggal_lahir": baris.lahir,
        "kode_desa": baris.kode_desa,
        "desil": desil(baris.nilai.get("desil", "")),
    }
    for bidang, nilai in khusus.items():
        isi.pop(bidang, None)
        if nilai:
            isi[bidang] = nilai
    return isi


def desil(tertulis: str) -> int | None:
    """Return the desil that a cell says: 1 to 10, else None."""
    return int(tertulis) if tertulis.isdigit() and 1 <= int(tertulis) <= 10 else None


def beda(baris: Baris, lama: OrangLama) -> dict[str, tuple[str, str]]:
    """Return field → (old, new) where a row says something else than the store; spelling in capitals is no change."""
    hasil = {}
    for bidang, kini in nilai_orang(baris).items():
        dulu = lama.isi[bidang]
        if dulu != kini and _polos(dulu) != _polos(kini):
            hasil[bidang] = ("" if dulu is None else str(dulu), str(kini))
    return hasil


def _polos(nilai: Any) -> Any:
    return nama_cari(nilai) if isinstance(nilai, str) else nilai or ""


def _sebut(bidang: str) -> str:
    from app.bahasa.pemeriksaan import BIDANG

    return BIDANG.get(bidang, "Desa/kelurahan" if bidang == "kode_desa" else bidang)


def _tulis(bidang: str, nilai: str) -> str:
    """Write a value for a sentence: identifiers masked, dates in words."""
    if not nilai:
        return "(kosong)"
    if bidang in ("nik", "no_kk"):
        return samarkan(nilai)
    return tulis_tanggal(date.fromisoformat(nilai)) if bidang == "tanggal_lahir" else nilai
