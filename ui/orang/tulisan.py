"""What the pages about people say, without Qt: labels of fields, masked identifiers, states as words."""

from datetime import date
from typing import Any

from app.bahasa import waktu
from app.bahasa.istilah import label
from app.identitas import kelompokkan, samarkan, tampilkan_telepon
from app.orang import BantuanOrang, DataOrang, RingkasanOrang, UsulanOrang
from db.istilah import JenisKelamin, Kategori, StatusUsulan
from ui.tema import Nada

BIDANG = {
    "nama": "Nama",
    "nik": "NIK",
    "no_kk": "No. KK",
    "jenis_kelamin": "Jenis kelamin",
    "tempat_lahir": "Tempat lahir",
    "tanggal_lahir": "Tanggal lahir",
    "nama_ibu": "Nama ibu kandung",
    "status_kawin": "Status perkawinan",
    "pekerjaan": "Pekerjaan",
    "shdk": "Hubungan dalam keluarga",
    "alamat": "Alamat",
    "dusun": "Dusun",
    "rt": "RT",
    "rw": "RW",
    "kode_desa": "Desa/kelurahan",
    "telepon": "Telepon",
    "ragam_disabilitas": "Ragam disabilitas",
    "id_dtks": "ID DTKS",
    "desil": "Desil",
    "meninggal_pada": "Meninggal pada",
    "pindah_pada": "Pindah pada",
    "catatan": "Catatan",
    "wali": "Wali",
    "rekening": "Rekening",
    "kks": "KKS",
}

NADA_USULAN = {
    StatusUsulan.DIUSULKAN: Nada.NETRAL,
    StatusUsulan.LAYAK: Nada.BAIK,
    StatusUsulan.TIDAK_LAYAK: Nada.BAHAYA,
    StatusUsulan.DITOLAK_SISTEM: Nada.BAHAYA,
    StatusUsulan.DITARIK: Nada.NETRAL,
}


def nomor(isi: str | None, *, penuh: bool) -> str:
    """Write an identifier grouped in full, or masked; a dash where there is none."""
    if not isi:
        return "—"
    return kelompokkan(isi) if penuh else samarkan(isi)


def nilai(bidang: str, isi: Any, desa: dict[str, str]) -> str:
    """Write what a field of a person holds; identifiers in full. Empty where nothing is known."""
    if isi in (None, ""):
        return ""
    if bidang in ("nik", "no_kk"):
        return kelompokkan(isi)
    if bidang == "jenis_kelamin":
        return jenis_kelamin(isi)
    if bidang == "kode_desa":
        return str(desa.get(isi, isi))
    return waktu.tanggal(isi) if isinstance(isi, date) else str(isi)


def siapa(o: RingkasanOrang) -> str:
    """Write a person's masked NIK, birth date and desa on one line."""
    lahir = waktu.tanggal(o.tanggal_lahir) if o.tanggal_lahir else ""
    return " · ".join(filter(None, (f"NIK {samarkan(o.nik)}" if o.nik else "NIK belum ada", lahir, o.desa)))


def kategori(kode: str) -> str:
    """Write a category; what the desa wrote stays where it is none of ours."""
    return label(Kategori(kode)) if kode in set(Kategori) else kode


def lahir(data: DataOrang, hari_ini: date) -> str:
    """Write `Nanga Bulik, 5 Januari 1950 (76 tahun)`, leaving out what is unknown."""
    if data.tanggal_lahir is None:
        return data.tempat_lahir
    teks = waktu.tanggal(data.tanggal_lahir)
    if data.tempat_lahir:
        teks = f"{data.tempat_lahir}, {teks}"
    if data.meninggal_pada:
        return teks
    return f"{teks} ({waktu.usia(data.tanggal_lahir, hari_ini)} tahun)"


def jenis_kelamin(kode: str | None) -> str:
    return label(JenisKelamin(kode)) if kode in set(JenisKelamin) else ""


def alamat(data: DataOrang, desa: str) -> str:
    """Write the address on one line."""
    rt_rw = " ".join(f"{apa} {isi}" for apa, isi in (("RT", data.rt), ("RW", data.rw)) if isi)
    return ", ".join(filter(None, (data.alamat, data.dusun, rt_rw, desa)))


def rincian(data: DataOrang, desa: str, hari_ini: date) -> list[tuple[str, str]]:
    """Give what is known of a person as pairs; identifiers stand elsewhere, masked or not."""
    return [
        ("Lahir", lahir(data, hari_ini)),
        ("Jenis kelamin", jenis_kelamin(data.jenis_kelamin)),
        ("Alamat", alamat(data, desa)),
        ("Nama ibu kandung", data.nama_ibu),
        ("Hubungan dalam keluarga", data.shdk),
        ("Status perkawinan", data.status_kawin),
        ("Pekerjaan", data.pekerjaan),
        ("Ragam disabilitas", data.ragam_disabilitas),
        ("Telepon", tampilkan_telepon(data.telepon) if data.telepon else ""),
        ("ID DTKS / desil", " · ".join(filter(None, (data.id_dtks, f"desil {data.desil}" if data.desil else "")))),
        ("Catatan", data.catatan),
    ]


def hasil_bantuan(bantuan: BantuanOrang) -> tuple[str, Nada]:
    """Say what became of one aid."""
    if bantuan.hasil is None:
        return "Belum disalurkan", Nada.PERHATIAN
    if bantuan.ganda:
        return "Diterima dua kali", Nada.BAHAYA
    return label(bantuan.hasil), Nada.BAIK if bantuan.diterima else Nada.PERHATIAN


def usulan(satu: UsulanOrang) -> str:
    """Write the status of a proposal with its reason."""
    return f"{label(satu.status)}: {satu.alasan}" if satu.alasan else label(satu.status)


def nilai_koreksi(bidang: str, isi: str, *, penuh: bool) -> str:
    """Write an old or new value of a correction; identifiers masked unless in full."""
    if bidang in ("nik", "no_kk"):
        return nomor(isi, penuh=penuh)
    return isi or "—"
