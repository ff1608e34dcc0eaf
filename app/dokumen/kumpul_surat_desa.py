"""Gathers letters to a desa: undangan, pemberitahuan, pengantar; and what is signed there: berita acara, SPTJM."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from app.bahasa.angka import bilangan
from app.bahasa.istilah import label
from app.bahasa.waktu import tanggal_hari
from app.dokumen.isi import Kepala, Penanda, Permintaan
from app.dokumen.isi_daftar import Jumlah
from app.dokumen.isi_naskah import (
    Alinea,
    Butir,
    IsiNaskah,
    KolomNaskah,
    Lampiran,
    Rincian,
    Surat,
    TabelNaskah,
    Ttd,
)
from app.dokumen.kumpul_daftar import kepala_desa, sebutan_sk
from app.dokumen.kumpul_kepala import (
    berhuruf,
    fakta_hari,
    kepala_di,
    kumpul_kepala,
    tahap_diminta,
    tempat_tanggal,
    tujuan_desa,
)
from app.dokumen.kumpul_orang import Penulis, baris_orang, calon_usulan, desa_alokasi, penulis
from app.dokumen.kumpul_salur import acara_desa, label_zona, pertemuan_berjalan
from app.identitas import kelompokkan
from app.kerja import Kerja
from app.penetapan.lihat import penetapan_berlaku
from app.penyaluran.cari import semua_serah
from app.penyaluran.muat import BarisSerah
from app.pijakan import daftar_tahap, lihat_kegiatan
from app.spt import daftar_jadwal, daftar_spt
from app.templat import kata_naskah
from app.verifikasi.daftar import BarisVerifikasi, semua_usulan
from app.wilayah import induk, peta_kantor
from db.istilah import JenisKantor, StatusUsulan
from db.model import Kegiatan

_DIUSULKAN = (StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK, StatusUsulan.TIDAK_LAYAK)


def _tempat(kerja: Kerja, kode: str) -> tuple[str, str]:
    """Name a desa with its kind, and its kecamatan without."""
    peta = peta_kantor(kerja)
    return (peta.sebutan(kode), peta.nama(induk(kode))) if kode else ("Desa belum diketahui", "")


def _camat(kerja: Kerja, kecamatan: str) -> str:
    """Name the Camat through whom a letter goes; a kecamatan's own letter goes through nobody."""
    sendiri = kerja.kantor.jenis == JenisKantor.KECAMATAN
    return f"Camat {kecamatan}" if kecamatan and not sendiri else ""


def _alamat_surat(kerja: Kerja, desa: str, kecamatan: str) -> tuple[str, ...]:
    camat = _camat(kerja, kecamatan)
    return tujuan_desa(desa, f"melalui {camat}" if camat else "")


def _kantor(kepala: Kepala) -> tuple[Ttd | None, ...]:
    """The office's signature at the right."""
    return (None, Ttd(kepala.penanda))


def _desa_diminta(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> list[str]:
    return [minta.desa] if minta.desa else desa_alokasi(kerja, kegiatan_id)


# --- letters ---------------------------------------------------------------------------------------------------------


def isi_undangan(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather an invitation per desa: to the meeting while one is due, else to the hand-over; the names are attached.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala, tulis = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap) or daftar_tahap(kerja, kegiatan_id)[0]
    pertemuan = pertemuan_berjalan(kerja, kegiatan)
    acara = "Sosialisasi dan Pendampingan" if pertemuan else "Penyaluran Bantuan"
    for kode in _desa_diminta(kerja, kegiatan_id, minta):
        desa, kecamatan = _tempat(kerja, kode)
        kapan, jam, tempat = acara_desa(kerja, kegiatan_id, tahap.id, kode, pertemuan)
        rinci = {
            "hari_tanggal": tanggal_hari(kapan) if kapan else "",
            "waktu": f"{jam} {label_zona(kerja)}" if jam else "",
            "tempat": tempat,
        }
        nama = list(semua_serah(kerja, kegiatan_id, tahap_id=tahap.id, desa=kode))
        fakta = {"acara": acara, "kegiatan": kepala.nama, "jumlah": berhuruf(len(nama)), "desa": desa,
                 "kecamatan": kecamatan, "kantor": kerja.kantor.nama, **rinci}  # fmt: skip
        teks = kata_naskah(kerja, "undangan", fakta, minta)
        waktu = Rincian(
            (("Hari, tanggal", rinci["hari_tanggal"]), ("Waktu", rinci["waktu"]), ("Tempat", rinci["tempat"]),
             ("Acara", acara), ("Kegiatan", f"{kepala.nama} {kepala.tahap}".strip())),
            masuk=10,
        )  # fmt: skip
        yield IsiNaskah(
            kepala=kepala_di(kepala, minta, kode),
            surat=Surat(teks["hal"][0], _alamat_surat(kerja, desa, kecamatan), "1 (satu) berkas"),
            isi=(Alinea(teks["pembuka"], menjorok=True), waktu, Alinea(teks["penutup"], menjorok=True)),
            ttd=(_kantor(kepala),),
            lampiran=(_daftar_undangan(tulis, nama, desa),),
            kaki=f"Undangan - {desa}",
            jumlah=Jumlah(len(nama)),
        )


def _daftar_undangan(tulis: Penulis, nama: list[BarisSerah], desa: str) -> Lampiran:
    """List who is invited; a letter that hangs in a balai desa carries no identifiers."""
    kolom = (KolomNaskah("No.", 10, "tengah"), KolomNaskah("Nama", 70), KolomNaskah("Alamat", 80))
    orang = [baris_orang(b, tulis, nomor=n) for n, b in enumerate(nama, 1)]
    baris = tuple((str(o.nomor), o.nama, o.alamat_lengkap) for o in orang)
    return Lampiran((f"DAFTAR YANG DIUNDANG DARI {desa.upper()}",), (TabelNaskah(kolom, baris),))


def isi_pemberitahuan(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the letter that tells a desa when and where its people are served.

    Raises:
        KnownError: `kegiatan_tidak_ada`, `tahap_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala = kumpul_kepala(kerja, kegiatan, minta)
    tahap = tahap_diminta(kerja, kegiatan_id, minta.tahap)
    semua = [tahap] if tahap else daftar_tahap(kerja, kegiatan_id)
    jadwal = [(t.nama, j) for t in semua for j in daftar_jadwal(kerja, kegiatan_id, tahap=t.nomor)]
    for kode in dict.fromkeys(j.isi.kode_desa for _, j in jadwal):
        if minta.desa not in (None, kode):
            continue
        desa, kecamatan = _tempat(kerja, kode)
        orang = len({b.orang_id for b in semua_serah(kerja, kegiatan_id, desa=kode)})
        teks = kata_naskah(kerja, "pemberitahuan", _fakta_desa(kerja, kegiatan, kepala, kode, orang), minta)
        kolom = (KolomNaskah("Tahap", 24), KolomNaskah("Hari, tanggal", 44), KolomNaskah("Pukul", 30, "tengah"),
                 KolomNaskah("Tempat", 50))  # fmt: skip
        baris = tuple(
            (nama, tanggal_hari(j.isi.tanggal), j.isi.jam or "-", j.sebutan or desa)
            for nama, j in jadwal
            if j.isi.kode_desa == kode
        )
        yield IsiNaskah(
            kepala=kepala_di(kepala, minta, kode),
            surat=Surat(teks["hal"][0], _alamat_surat(kerja, desa, kecamatan)),
            isi=(
                Alinea(teks["pembuka"], menjorok=True),
                TabelNaskah(kolom, baris),
                Alinea(teks["penutup"], menjorok=True),
            ),
            ttd=(_kantor(kepala),),
            tembusan=(f"{camat}.",) if (camat := _camat(kerja, kecamatan)) else (),
            kaki=f"Pemberitahuan - {desa}",
            jumlah=Jumlah(orang),
        )


def isi_pengantar(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the covering sheet under which a desa gets its list and the decree; the desa signs for it.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala = kumpul_kepala(kerja, kegiatan, minta)
    for kode in _desa_diminta(kerja, kegiatan_id, minta):
        desa, kecamatan = _tempat(kerja, kode)
        orang = len({b.orang_id for b in semua_serah(kerja, kegiatan_id, desa=kode)})
        teks = kata_naskah(kerja, "pengantar", _fakta_desa(kerja, kegiatan, kepala, kode, orang), minta)
        kolom = (KolomNaskah("No.", 10, "tengah"), KolomNaskah("Yang dikirim", 70),
                 KolomNaskah("Banyaknya", 30, "tengah"), KolomNaskah("Keterangan", 55))  # fmt: skip
        keterangan = " ".join(teks["keterangan"])
        siapa, *lewat = _alamat_surat(kerja, desa, kecamatan)
        baris = tuple(
            (str(n), t, "1 (satu) berkas", keterangan if n == 1 else "") for n, t in enumerate(teks["dikirim"], 1)
        )
        sendiri = kepala_di(kepala, minta, kode)
        yield IsiNaskah(
            kepala=sendiri,
            judul=(teks["judul"][0],),
            baris_nomor=(f"NOMOR: {sendiri.nomor or '.' * 40}",),
            isi=(
                Alinea((f"Yth. {siapa}", *lewat), rapat=True),
                TabelNaskah(kolom, baris, tinggi=14),
            ),
            ttd=(
                (
                    Ttd(None, ("Diterima tanggal " + "." * 24, "Penerima,")),
                    Ttd(kepala.penanda, (tempat_tanggal(kepala),)),
                ),
            ),
            kaki=f"Surat pengantar - {desa}",
            jumlah=Jumlah(orang),
        )


def _fakta_desa(kerja: Kerja, kegiatan: Kegiatan, kepala: Kepala, kode: str, orang: int) -> dict[str, str]:
    desa, kecamatan = _tempat(kerja, kode)
    return {
        "kegiatan": kepala.nama,
        "dasar": sebutan_sk(kerja, penetapan_berlaku(kerja, kegiatan.id)),
        "jumlah": berhuruf(orang),
        "desa": desa,
        "kecamatan": kecamatan,
        "kantor": kerja.kantor.nama,
    }


# --- signed in the desa ----------------------------------------------------------------------------------------------


def isi_ba_verifikasi(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the minutes of the verification per desa: the counts, and every person's result as attachment.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala, tulis = kumpul_kepala(kerja, kegiatan, minta), penulis(kerja, minta)
    semua = [u for u in semua_usulan(kerja, kegiatan_id, desa=minta.desa) if u.status in _DIUSULKAN]
    for kode in sorted({u.kode_desa for u in semua}):
        satu = [u for u in semua if u.kode_desa == kode]
        desa, _ = _tempat(kerja, kode)
        hitung = {s: sum(u.status is s for u in satu) for s in _DIUSULKAN}
        belum = hitung[StatusUsulan.DIUSULKAN]
        fakta = {
            **fakta_hari(kepala.tanggal),
            "kegiatan": kepala.nama,
            "desa": desa,
            "kantor": kerja.kantor.nama,
            "jumlah": berhuruf(len(satu)),
            "belum": bilangan(belum) if belum else "",
        }
        teks = kata_naskah(kerja, "ba_verifikasi", fakta, minta)
        sendiri = kepala_di(kepala, minta, kode)
        yield IsiNaskah(
            kepala=sendiri,
            judul=(teks["judul"][0],),
            baris_nomor=(f"NOMOR: {sendiri.nomor or '.' * 40}",),
            isi=(
                Alinea(teks["pembuka"]),
                _rekap_verifikasi(hitung),
                Butir(teks["butir"]),
                Alinea(teks["penutup"]),
            ),
            ttd=_ttd_verifikasi(kerja, kegiatan_id, kepala, kode),
            lampiran=(_hasil_verifikasi(tulis, satu, desa),),
            kaki=f"Berita acara verifikasi - {desa}",
            jumlah=Jumlah(len(satu)),
        )


def _rekap_verifikasi(hitung: dict[StatusUsulan, int]) -> TabelNaskah:
    kolom = (KolomNaskah("Hasil", 90), KolomNaskah("Orang", 30, "kanan"))
    kata = {StatusUsulan.LAYAK: "Layak", StatusUsulan.TIDAK_LAYAK: "Tidak layak",
            StatusUsulan.DIUSULKAN: "Belum diputuskan"}  # fmt: skip
    baris = tuple((k, bilangan(hitung[s])) for s, k in kata.items() if hitung[s] or s is not StatusUsulan.DIUSULKAN)
    return TabelNaskah(kolom, baris, ("JUMLAH", bilangan(sum(hitung.values()))))


def _hasil_verifikasi(tulis: Penulis, usulan: list[BarisVerifikasi], desa: str) -> Lampiran:
    kolom = (KolomNaskah("No.", 9, "tengah"), KolomNaskah("Nama", 50), KolomNaskah("NIK", 38, "tengah"),
             KolomNaskah("Hasil", 26), KolomNaskah("Alasan", 55))  # fmt: skip
    baris = tuple(
        (str(n), u.nama, kelompokkan(tulis.nomor(u.nik)), _kata_status(u.status), u.alasan)
        for n, u in enumerate(usulan, 1)
    )
    return Lampiran((f"HASIL VERIFIKASI USULAN DARI {desa.upper()}",), (TabelNaskah(kolom, baris),))


def _kata_status(status: StatusUsulan) -> str:
    return "Belum diputuskan" if status is StatusUsulan.DIUSULKAN else label(status)


def _ttd_verifikasi(kerja: Kerja, kegiatan_id: UUID, kepala: Kepala, kode: str) -> tuple[tuple[Ttd | None, ...], ...]:
    """The officers of the newest SPT two by two, then the desa beside the office's head."""
    spt = daftar_spt(kerja, kegiatan_id)
    nama = [Penanda("", p.nama, "", p.nip, ber_nip=False) for p in (spt[-1].isi.petugas if spt else ())][:4]
    petugas: list[Penanda | None] = [*nama] or [None, None]
    baris = [petugas[i : i + 2] for i in range(0, len(petugas), 2)]
    ttd: list[tuple[Ttd | None, ...]] = []
    for ke, pasangan in enumerate(baris):
        awal = 2 * ke + 1
        satu = [Ttd(p, (f"Petugas {awal + i},",)) for i, p in enumerate(pasangan)]
        ttd.append((*satu, *[None] * (2 - len(satu))))
    kades = next(kepala_desa(kerja, kode)) if kode else None
    return (*ttd, (Ttd(kades, ("Mengetahui,",)), Ttd(kepala.penanda, ("Mengetahui,",))))


def isi_sptjm_desa(kerja: Kerja, kegiatan_id: UUID, minta: Permintaan) -> Iterator[IsiNaskah]:
    """Gather the statement with which the head of a desa answers for its list; on no letterhead but their own.

    Raises:
        KnownError: `kegiatan_tidak_ada`.
    """
    kegiatan = lihat_kegiatan(kerja, kegiatan_id)
    kepala = kumpul_kepala(kerja, kegiatan, replace(minta, nomor=None))
    calon = calon_usulan(kerja, kegiatan_id, (StatusUsulan.DIUSULKAN, StatusUsulan.LAYAK), minta.desa)
    for kode in sorted({c.kode_desa for c in calon if c.kode_desa}):
        desa, kecamatan = _tempat(kerja, kode)
        orang = sum(c.kode_desa == kode for c in calon)
        siapa = next(kepala_desa(kerja, kode))
        fakta = {"kegiatan": kepala.nama, "kantor": kerja.kantor.nama, "desa": desa, "jumlah": berhuruf(orang)}
        teks = kata_naskah(kerja, "sptjm_desa", fakta, minta)
        diri = (("Nama", siapa.nama), ("Jabatan", siapa.jabatan),
                ("Alamat", ", ".join(filter(None, (desa, f"Kecamatan {kecamatan}" if kecamatan else "")))))  # fmt: skip
        yield IsiNaskah(
            kepala=kepala,
            judul=(teks["judul"][0],),
            berkop=False,
            isi=(Alinea(teks["pembuka"]), Rincian(diri, masuk=7), Alinea(teks["nyatakan"]), Butir(teks["butir"]),
                 Alinea(teks["penutup"])),
            ttd=((None, Ttd(siapa, (f"{desa.split(' ', 1)[1]}, {'.' * 28}", "Yang menyatakan,"), meterai=True)),),
            jumlah=Jumlah(orang),
        )  # fmt: skip
