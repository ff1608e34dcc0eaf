"""Work may begin where its inputs exist: per desa, per tahap."""

from sqlmodel import select

from app.sop import halaman
from db.model import Pencairan, Tahap, Usulan
from tests.app.sop import bantu
from tests.helpers.kegiatan import DESA, isi_usulan
from tests.helpers.toko import KantorUji


def test_verification_begins_desa_by_desa(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos", desa=list(DESA))
        isi_usulan(kerja, kegiatan_id, 2, desa=[DESA[1]])
        page = halaman.lihat_langkah(kerja, bantu.langkah(kerja, kegiatan_id, 2))
        assert page.lingkup.desa == (DESA[1],)
        assert page.lingkup.desa_menunggu == (DESA[0], DESA[2])
        assert kerja.sesi.exec(select(Usulan.kode_desa).distinct()).all() == [DESA[1]]


def test_hand_over_begins_tahap_by_tahap(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "rehsos", tahap=["Tahap 1", "Tahap 2"])
        satu, dua = kerja.sesi.exec(select(Tahap).where(Tahap.kegiatan_id == kegiatan_id).order_by(Tahap.nomor)).all()
        ke7 = bantu.langkah(kerja, kegiatan_id, 7)
        assert halaman.lihat_langkah(kerja, ke7).lingkup.tahap == ()
        kerja.sesi.add(Pencairan(kegiatan_id=kegiatan_id, tahap_id=dua.id, nomor_sp2d="1", tanggal=bantu.HARI, nilai=1))
        page = halaman.lihat_langkah(kerja, ke7)
        assert (page.lingkup.tahap, page.lingkup.tahap_menunggu) == ((dua.id,), (satu.id,))
        assert page.boleh.mulai


def test_inputs_that_know_no_desa_hold_for_all_or_none(uji: KantorUji) -> None:
    with uji.menulis() as kerja:
        kegiatan_id = bantu.mulai_kegiatan(kerja, "uep", desa=list(DESA))
        ke5 = bantu.langkah(kerja, kegiatan_id, 5)
        assert halaman.lihat_langkah(kerja, ke5).lingkup.desa == ()
        bantu.usulkan(kerja, kegiatan_id)
        bantu.layakkan(kerja, kegiatan_id)
        bantu.tetapkan(kerja, kegiatan_id)
        assert halaman.lihat_langkah(kerja, ke5).lingkup.desa == DESA
