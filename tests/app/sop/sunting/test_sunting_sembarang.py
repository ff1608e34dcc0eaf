"""Any sequence of edits: what passes the check can be run to its end, what does not is refused when it is saved."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.kerja import Kerja
from app.sop import layak, mesin, muat, versi
from app.sop.definisi import Aksi, DefinisiSop, Fakta, Per
from app.sop.sunting import awal, isi, kata, susunan
from app.sop.sunting.penyunting import Penyunting
from db.galat import KnownError
from db.istilah import JenisBantuan, Peran, SifatKelengkapan, SumberSop
from tests.app.sop import bantu, berjalan
from tests.helpers.toko import KantorUji

LANGKAH = st.integers(1, 8)
KATA = st.sampled_from(["", "Periksa ulang", "Catat di buku"])
Operasi = Callable[[DefinisiSop], DefinisiSop]


def _di(urutan: int, sop: DefinisiSop) -> int:
    """Bring a number into the SOP."""
    return (urutan - 1) % len(sop.langkah) + 1


OPERASI = st.one_of(
    st.builds(
        lambda n, a: lambda d: susunan.tambah_langkah(d, n % (len(d.langkah) + 1), a), LANGKAH, st.sampled_from(Aksi)
    ),
    st.builds(
        lambda n: lambda d: susunan.hapus_langkah(d, _di(n, d)) if len(d.langkah) > 1 else d,
        LANGKAH,
    ),
    st.builds(lambda n, k: lambda d: susunan.pindah_langkah(d, _di(n, d), _di(k, d)), LANGKAH, LANGKAH),
    st.builds(
        lambda n, y, t, p: (
            lambda d: susunan.atur_cabang(d, _di(n, d), tanya="Lengkap?", ya=_di(y, d), tidak=_di(t, d), penentu=p)
        ),
        LANGKAH,
        LANGKAH,
        LANGKAH,
        st.none() | st.sampled_from(Fakta),
    ),
    st.builds(lambda n: lambda d: susunan.hapus_cabang(d, _di(n, d)), LANGKAH),
    st.builds(lambda n, a: lambda d: susunan.atur_aksi(d, _di(n, d), a), LANGKAH, st.sampled_from(Aksi)),
    st.builds(lambda n, t: lambda d: kata.tulis_langkah(d, _di(n, d), "kegiatan", t), LANGKAH, KATA),
    st.builds(
        lambda n, s, p: lambda d: isi.tambah_dokumen(d, _di(n, d), isi.IsiDokumen("Berkas", s, p)),
        LANGKAH,
        st.sampled_from(SifatKelengkapan),
        st.sampled_from(Per),
    ),
    st.builds(
        lambda n, k: lambda d: isi.atur_pelaksana(d, _di(n, d), [p.kode for p in d.peran][:k]),
        LANGKAH,
        st.integers(0, 3),
    ),
    st.builds(
        lambda n, s: lambda d: isi.atur_paraf(d, _di(n, d), {p.kode: s for p in d.peran[:2]}),
        LANGKAH,
        st.sampled_from(SifatKelengkapan),
    ),
    st.builds(
        lambda a: lambda d: isi.tambah_peran(d, isi.IsiPeran("Peran", akun=(a,) if a else ())),
        st.none() | st.sampled_from(Peran),
    ),
    st.builds(lambda n, j: lambda d: isi.atur_lepas(d, _di(n, d), [j]), LANGKAH, st.sampled_from(JenisBantuan)),
    st.builds(lambda j: lambda d: kata.atur_bantuan(d, jenis=j), st.lists(st.sampled_from(JenisBantuan), unique=True)),
)
AWAL = st.sampled_from(
    [
        *muat.daftar_bawaan(),
        awal.kosong("SOP kantor", muat.BAWAAN),
        awal.salinan(muat.muat_bawaan("rehsos"), "Salinan kantor", muat.BAWAAN),
    ]
)


def _sunting(sop: DefinisiSop, operasi: list[Operasi]) -> DefinisiSop:
    sunting = Penyunting(sop, asal=sop if sop.kode in muat.BAWAAN else None)
    for satu in operasi:
        sunting.ubah(satu)
    return sunting.kini


@settings(deadline=None, max_examples=80)
@given(sop=AWAL, operasi=st.lists(OPERASI, max_size=6), jawab=st.booleans())
def test_what_passes_the_check_reaches_its_end(sop: DefinisiSop, operasi: list[Operasi], jawab: bool) -> None:
    baru = _sunting(sop, operasi)
    if layak.masalah(baru):
        return
    assert muat.dari_json(muat.ke_json(baru), nama="x") == baru
    keadaan = mesin.awal(mesin.peta_kegiatan(baru))
    for _ in range(3 * len(baru.langkah)):
        if keadaan.giliran is None:
            break
        cabang = baru.langkah_ke(keadaan.giliran).cabang
        data = (mesin.YA if jawab else mesin.TIDAK) if cabang and cabang.penentu else None
        keadaan = mesin.selesaikan(keadaan, keadaan.giliran, data or berjalan.arah(baru, keadaan.giliran))
    assert keadaan.selesai


@settings(deadline=None, max_examples=80)
@given(sop=st.sampled_from(muat.daftar_bawaan()), operasi=st.lists(OPERASI, max_size=6))
def test_no_edit_makes_the_document_say_what_it_does_not(sop: DefinisiSop, operasi: list[Operasi]) -> None:
    dikatakan = set(_kata_sumber(muat.ke_json(sop)))
    assert set(_kata_sumber(muat.ke_json(_sunting(sop, operasi)))) <= dikatakan


def _kata_sumber(nilai: Any) -> list[str]:
    """Return every piece of words that claims to stand in the document."""
    if isinstance(nilai, list):
        return [kata for satu in nilai for kata in _kata_sumber(satu)]
    if not isinstance(nilai, dict):
        return []
    milik = [str(nilai["teks"])] if nilai.get("sumber") == SumberSop.SOP and "teks" in nilai else []
    return [*milik, *(kata for satu in nilai.values() for kata in _kata_sumber(satu))]


# --- in a real store -------------------------------------------------------------------------------------------------


class _BatalError(Exception):
    """Rolls the example's transaction back."""


def test_what_can_be_saved_can_be_walked_to_its_end(uji: KantorUji) -> None:
    disimpan: list[str] = []
    ditolak: set[str] = set()

    @settings(deadline=None, max_examples=14, suppress_health_check=list(HealthCheck))
    @given(sop=AWAL, operasi=st.lists(OPERASI, min_size=1, max_size=3), jenis=st.integers(0, 3))
    def jalankan(sop: DefinisiSop, operasi: list[Operasi], jenis: int) -> None:
        baru = _sunting(sop, operasi)
        ruang = uji.menulis("admin")
        admin = ruang.__enter__()
        try:
            _satu(admin, baru, jenis)
        finally:
            batal = _BatalError()
            ruang.__exit__(_BatalError, batal, batal.__traceback__)

    def _satu(admin: Kerja, baru: DefinisiSop, jenis: int) -> None:
        try:
            versi.simpan_sop(admin, baru)
        except KnownError as salah:
            terduga = layak.masalah(baru) or salah.kode == "sop_tidak_berubah"
            ditolak.update([] if terduga else [str(salah)])
            return
        disimpan.append(baru.kode)
        admin.pelaku = uji.pelaku["serba"]
        pilihan = baru.aturan.jenis_bantuan
        bantuan = pilihan[jenis % len(pilihan)] if pilihan else None
        berjalan.sampai_akhir(admin, bantu.mulai_kegiatan(admin, baru.kode, jenis_bantuan=bantuan))

    jalankan()
    assert not ditolak
    assert len(set(disimpan)) > 1
