"""The step's own work: which buttons a step shows, and what they open.

To plug a page in, add its line here: the aksi of the step, the words of the button, and `"module:function"`. The
function takes the `Konteks` and an `AcuanLangkah`; it returns a `Halaman` to be laid over the desk, or None when it did
its work in a dialog.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.akses import Hak
from app.sop.definisi import Aksi
from db.istilah import JenisBantuan
from ui.halaman import Halaman, Konteks, muat


@dataclass(frozen=True)
class AcuanLangkah:
    """Where a step's own work is to be done.

    Attributes:
        pelaksanaan_id: the putaran of the step that is seen.
        nama_langkah: short name of the step, for headings.
        usulan_id: the applicant, for steps that run per applicant.
        terbuka: the step is open, so its work may change; else the page only shows.
        cetak: codes of the papers that the SOP offers at this step.
    """

    kegiatan_id: UUID
    nama_kegiatan: str
    pelaksanaan_id: UUID
    urutan: int
    nama_langkah: str
    aksi: Aksi
    usulan_id: UUID | None = None
    terbuka: bool = True
    jenis_bantuan: JenisBantuan | None = None
    cetak: tuple[str, ...] = ()


@dataclass(frozen=True)
class TombolAksi:
    """One button of a step's own work; the first of an aksi is the loud one.

    Attributes:
        teks: what it does, with a mnemonic.
        pembuka: `"module:function"` of a `Konteks` and an `AcuanLangkah`.
        hak: the right that it needs; None for looking only.
        selalu: also offered when the step is closed (looking back).
    """

    teks: str
    nama_ikon: str
    pembuka: str
    hak: Hak | None = None
    selalu: bool = False

    def untuk(self, konteks: Konteks, acuan: AcuanLangkah) -> bool:
        """Tell whether the account may press it here."""
        return (acuan.terbuka or self.selalu) and (self.hak is None or konteks.boleh(self.hak))

    def buka(self, konteks: Konteks, acuan: AcuanLangkah) -> Halaman | None:
        """Open it."""
        halaman: Halaman | None = muat(self.pembuka)(konteks, acuan)
        return halaman


AKSI: Mapping[Aksi, tuple[TombolAksi, ...]] = {
    Aksi.IMPOR_USULAN: (TombolAksi("&Impor berkas desa…", "file-spreadsheet", "ui.meja.pembuka:impor", Hak.IMPOR),),
    Aksi.VERIFIKASI: (
        TombolAksi("&Buka lembar verifikasi", "clipboard-check", "ui.meja.pembuka:verifikasi", selalu=True),
    ),
    Aksi.PENUNJUKAN_VENDOR: (
        TombolAksi("&Catat vendor dan surat penunjukan", "building-2", "ui.meja.pembuka:perjanjian", selalu=True),
    ),
    Aksi.PERJANJIAN: (TombolAksi("&Catat perjanjian", "handshake", "ui.meja.pembuka:perjanjian", selalu=True),),
    Aksi.PENCAIRAN: (TombolAksi("&Buka pencairan", "wallet", "ui.meja.pembuka:pencairan", selalu=True),),
    Aksi.PENYALURAN: (
        TombolAksi("&Buka penyaluran", "hand-coins", "ui.meja.pembuka:penyaluran", selalu=True),
        TombolAksi("&Laporan penggunaan", "file-text", "ui.meja.pembuka:penggunaan", selalu=True),
        TombolAksi("Pakta &integritas", "signature", "ui.meja.pembuka:pakta", selalu=True),
    ),
    Aksi.MONEV: (TombolAksi("&Buka monev", "map-pin", "ui.meja.pembuka:monev", selalu=True),),
    Aksi.LAPORAN: (TombolAksi("&Susun laporan", "file-text", "ui.meja.pembuka:dokumen", Hak.DOKUMEN, selalu=True),),
    Aksi.LOKET: (
        TombolAksi("&Buka loket (F9)", "id-card", "ui.meja.pembuka:loket", Hak.REGISTER),
        TombolAksi("&Daftar pemohon", "users", "ui.meja.pembuka:periksa_berkas", selalu=True),
    ),
    Aksi.PERIKSA_BERKAS: (
        TombolAksi("&Periksa berkas pemohon", "list-checks", "ui.meja.pembuka:periksa_berkas", selalu=True),
        TombolAksi("&Buka loket (F9)", "id-card", "ui.meja.pembuka:loket", Hak.REGISTER),
    ),
    Aksi.GABUNG_TRIWULAN: (
        TombolAksi("&Kumpulkan triwulan", "check-check", "ui.meja.pembuka:gabung_triwulan", selalu=True),
    ),
    Aksi.HASIL_SIKS: (TombolAksi("&Buka hasil SIKS-NG", "file-up", "ui.meja.pembuka:hasil_siks", selalu=True),),
    Aksi.KEMBALIKAN_DESA: (
        TombolAksi("&Buka daftar pengembalian", "undo-2", "ui.meja.pembuka:kembalikan_desa", selalu=True),
    ),
    Aksi.REKONSILIASI_BNBA: (
        TombolAksi("&Cocokkan BNBA baru", "file-spreadsheet", "ui.meja.pembuka:rekonsiliasi_bnba", selalu=True),
    ),
    Aksi.SURAT_MASUK: (TombolAksi("&Buka surat masuk", "mail", "ui.meja.pembuka:surat", selalu=True),),
    Aksi.DISPOSISI: (TombolAksi("&Buka surat dan disposisi", "send", "ui.meja.pembuka:surat", selalu=True),),
    Aksi.IMPOR_PENERIMA: (
        TombolAksi("&Buka daftar penerima", "file-spreadsheet", "ui.meja.pembuka:penerima", selalu=True),
    ),
    Aksi.SPT_JADWAL: (TombolAksi("&Buka SPT dan jadwal", "calendar-check", "ui.meja.pembuka:spt", selalu=True),),
    Aksi.SOSIALISASI: (TombolAksi("&Buka sosialisasi", "users", "ui.meja.pembuka:sosialisasi", selalu=True),),
    Aksi.PENETAPAN: (TombolAksi("&Buka daftar penetapan", "stamp", "ui.meja.pembuka:penetapan", selalu=True),),
}


CETAK = TombolAksi("Ce&tak dokumen langkah ini", "printer", "ui.meja.pembuka:dokumen", Hak.DOKUMEN, selalu=True)
"""Offered by every step whose SOP names papers to print."""


def tombol(konteks: Konteks, acuan: AcuanLangkah) -> tuple[TombolAksi, ...]:
    """Return the buttons of a step for this account."""
    cetak = (CETAK,) if acuan.cetak and acuan.aksi is not Aksi.LAPORAN else ()
    return tuple(t for t in (*AKSI.get(acuan.aksi, ()), *cetak) if t.untuk(konteks, acuan))
