"""What the buttons of a step do: ask what must be asked, then call the use case on the writer thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.kantor import daftar_pejabat
from app.kerja import Kerja
from app.sop import centang, halaman, jalan, kertas
from app.sop.definisi import Sisi
from app.sop.halaman import HalamanLangkah
from app.sop.kelengkapan import ButirSyarat, Isian, Sasaran
from app.sop.kertas import Pengesahan, Posisi
from app.wilayah import peta_kantor
from ui import pesan
from ui.halaman import Konteks
from ui.jobs import Area
from ui.komponen import DialogSalur, Pilihan
from ui.komponen import Isian as IsianForm
from ui.komponen.bertanya import bertanya
from ui.meja.dialog import DialogAlasan, DialogKecuali, DialogKertas, DialogPosisi, DialogSelesai

BERKAS = "Semua berkas (*);;PDF dan gambar (*.pdf *.png *.jpg *.jpeg)"
KECUALI_MAKS = 2_000  # people offered at once in "semua lengkap, kecuali …"
UKURAN_MAKS = 64 * 1024 * 1024  # bytes; as the store takes them


class DialogPilihan(DialogSalur):
    """Which of the lawful alternatives was brought."""

    def __init__(self, induk: QWidget | None, nama: str, pilihan: tuple[str, ...]) -> None:
        super().__init__(induk, nama, self.tr("Salah satu sudah cukup."), setuju=self.tr("&Catat"))
        self.pilihan = Pilihan([(p, p) for p in pilihan], kini=pilihan[0])
        self.tambah(IsianForm(self.tr("&Yang dibawa"), self.pilihan))

    @classmethod
    def ask(cls, induk: QWidget, nama: str, pilihan: tuple[str, ...]) -> str | None:
        """Return the alternative; None when given up."""
        hasil: str | None = bertanya(cls(induk, nama, pilihan))
        return hasil

    @property
    def jawaban(self) -> str:
        """The alternative."""
        return str(self.pilihan.nilai)


class TindakanLangkah(QObject):
    """The acts on one step. `langkah` is set by the page whenever it shows another one."""

    def __init__(self, konteks: Konteks, induk: QWidget) -> None:
        super().__init__(induk)
        self._konteks, self._induk = konteks, induk
        self.halaman: HalamanLangkah | None = None
        self.sesudah: Callable[[jalan.Sesudah], object] = lambda _s: None

    @property
    def _kini(self) -> HalamanLangkah:
        assert self.halaman is not None
        return self.halaman

    def _tulis(
        self, judul: str, kerja: Callable[[Kerja], object], berhasil: Callable[[object], object] | None = None
    ) -> None:
        self._konteks.tulis(judul, kerja, induk=self._induk, berhasil=berhasil, ubah=(Area.KEGIATAN,))

    # --- the step itself ---------------------------------------------------------------------------------------------

    def mulai(self) -> None:
        """Begin work before its turn."""
        self._tulis("Memulai langkah", lambda k: jalan.mulai(k, self._kini.pelaksanaan_id))

    def selesaikan(self) -> None:
        """Finish the step."""
        with self._konteks.membaca() as kerja:
            hari_ini = kerja.hari_ini()
        jawab = DialogSelesai.ask(self._induk, self._kini, hari_ini)
        if jawab is None:
            return
        pelaksanaan_id = self._kini.pelaksanaan_id
        tanggal = jawab.tanggal if jawab.tanggal != hari_ini else None

        def kerja_selesai(k: Kerja) -> jalan.Sesudah:
            return jalan.selesaikan(
                k, pelaksanaan_id, hasil=jawab.hasil, keputusan=jawab.keputusan, tanggal=tanggal
            )  # fmt: skip

        self._tulis("Menyelesaikan langkah", kerja_selesai, self._maju)

    def _maju(self, sesudah: object) -> None:
        assert isinstance(sesudah, jalan.Sesudah)
        self.sesudah(sesudah)
        if sesudah.kegiatan_selesai:
            nama = self._kini.nama_kegiatan
            pesan.info(self._induk, "Kegiatan selesai", f"Semua langkah {nama} sudah ditutup.")

    def kembalikan(self) -> None:
        """Send the work back."""
        jawab = DialogAlasan.ask(
            self._induk,
            "Kembalikan",
            "Langkah yang dituju dibuka lagi sebagai putaran baru. Yang sudah dicatat tetap tersimpan.",
            setuju="&Kembalikan",
            nama_ikon="undo-2",
            tujuan=self._kini.boleh.kembalikan,
        )
        if jawab is None:
            return
        alasan, ke, _ = jawab
        if ke is not None:
            pelaksanaan_id = self._kini.pelaksanaan_id
            self._tulis(
                "Mengembalikan", lambda k: jalan.kembalikan(k, pelaksanaan_id, ke=ke, alasan=alasan), self._maju
            )

    def lewati(self) -> None:
        """Override."""
        kini = self._kini
        cabang = None
        if kini.cabang is not None and kini.cabang.jawaban is None:
            cabang = (f"Ya: langkah {kini.cabang.ke_ya}", f"Tidak: langkah {kini.cabang.ke_tidak}")
        kurang = " ".join(h.kalimat for h in kini.menahan)
        jawab = DialogAlasan.ask(
            self._induk,
            "Lewati dengan alasan",
            f"Langkah {kini.langkah.label} ditutup walau belum lengkap. {kurang} Alasan dan nama Anda tetap terlihat.",
            setuju="&Lewati langkah",
            nama_ikon="skip-forward",
            cabang=cabang,
        )
        if jawab is not None:
            alasan, _, keputusan = jawab
            self._tulis(
                "Melewati langkah",
                lambda k: jalan.lewati(k, kini.pelaksanaan_id, alasan=alasan, keputusan=keputusan),
                self._maju,
            )

    def langkah_tidak_berlaku(self) -> None:
        """Say that the step does not fit this kegiatan."""
        kini = self._kini
        jawab = DialogAlasan.ask(
            self._induk,
            "Langkah tidak berlaku",
            f"Langkah {kini.langkah.label} tidak dikerjakan dalam kegiatan ini.",
            setuju="&Nyatakan tidak berlaku",
            nama_ikon="minus",
        )
        if jawab is not None:
            alasan = jawab[0]
            self._tulis("Mencatat", lambda k: jalan.tidak_berlaku(k, kini.pelaksanaan_id, alasan=alasan), self._maju)

    # --- checklist ---------------------------------------------------------------------------------------------------

    def centang(self, isian: Isian, sasaran: Sasaran, ada: bool) -> None:
        """Tick a box because the paper was seen, or take the tick back."""
        self.centang_banyak(isian, [sasaran], ada)

    def centang_banyak(self, isian: Isian, sasaran: list[Sasaran], ada: bool) -> None:
        """Tick several boxes of one document at once."""
        pilihan = self._pilihan(isian) if ada else ""
        if pilihan is None:
            self._konteks.bus.umumkan(Area.KEGIATAN)  # the box shows again how it stands
            return
        pelaksanaan_id = self._kini.pelaksanaan_id

        def kerja(k: Kerja) -> int:
            return centang.centang_kelengkapan(
                k, pelaksanaan_id, kode=[isian.kode], untuk=sasaran, ada=ada, pilihan=pilihan
            )

        self._tulis("Mencatat kelengkapan", kerja)

    def _pilihan(self, isian: Isian) -> str | None:
        return DialogPilihan.ask(self._induk, isian.nama, isian.pilihan) if isian.pilihan else ""

    def lampirkan(self, isian: Isian, sasaran: Sasaran) -> None:
        """Attach a file, which ticks the box."""
        berkas = self._pilih_berkas(isian.nama)
        pilihan = self._pilihan(isian) if berkas else None
        if berkas is None or pilihan is None:
            return
        pelaksanaan_id = self._kini.pelaksanaan_id

        def kerja(k: Kerja) -> UUID:
            return centang.lampirkan(
                k, pelaksanaan_id, isian.kode, berkas.name, berkas.read_bytes(), untuk=sasaran, pilihan=pilihan
            )

        self._tulis("Menyimpan lampiran", kerja)

    def _pilih_berkas(self, judul: str) -> Path | None:
        nama, _ = QFileDialog.getOpenFileName(self._induk, judul, "", BERKAS)
        if not nama:
            return None
        berkas = Path(nama)
        if berkas.stat().st_size > UKURAN_MAKS:
            pesan.peringatan(
                self._induk,
                "Berkas terlalu besar",
                "Lampiran paling besar 64 MB. Kecilkan dahulu, lalu lampirkan lagi.",
            )
            return None
        return berkas

    def lihat(self, lampiran_id: UUID, judul: str) -> None:
        """Show an attachment."""
        from ui.dokumen.lihat import lihat_lampiran

        lihat_lampiran(self._induk, self._konteks, lampiran_id, judul)

    def tidak_berlaku(self, isian: Isian, sasaran: Sasaran) -> None:
        """Set a box aside with a reason."""
        self.tidak_berlaku_banyak(isian, [sasaran])

    def tidak_berlaku_banyak(self, isian: Isian, sasaran: list[Sasaran]) -> None:
        """Set several boxes of one document aside."""
        jawab = DialogAlasan.ask(
            self._induk, "Tidak berlaku", f"{isian.nama} tidak diminta di sini.", setuju="&Catat", nama_ikon="minus"
        )
        if jawab is not None:
            alasan, pelaksanaan_id = jawab[0], self._kini.pelaksanaan_id
            butir = [ButirSyarat(isian.kode, s) for s in sasaran]
            self._tulis("Mencatat", lambda k: centang.kelengkapan_tidak_berlaku(k, pelaksanaan_id, butir, alasan))

    def semua_lengkap(self, isian: Isian | None = None) -> None:
        """ "Semua lengkap, kecuali …": for one document per person, or for the whole checklist."""
        kini = self._kini
        per_orang = [i for i in kini.kelengkapan if i.per == "usulan" and i.kurang and (isian is None or i is isian)]
        kecuali: list[UUID] = []
        if per_orang:
            kode = {i.kode for i in per_orang}
            with self._konteks.membaca() as kerja:
                orang = halaman.pemohon_kurang(kerja, kini.pelaksanaan_id, batas_baris=KECUALI_MAKS)
                peta = peta_kantor(kerja)
            orang = [o for o in orang if kode & set(o.kurang)]
            nama_desa = {o.kode_desa: peta.nama(o.kode_desa) for o in orang if o.kode_desa}
            judul = isian.nama if isian is not None else "Semua lengkap, kecuali…"
            jawab = DialogKecuali.ask(self._induk, judul, orang, nama_desa)
            if jawab is None:
                return
            kecuali = jawab
        elif not pesan.tanya(
            self._induk,
            "Centang semua kelengkapan?",
            "Semua berkas yang belum dicentang di langkah ini dicatat ada, dengan nama Anda dan waktu sekarang.",
            ya="&Centang semua",
        ):
            return
        self._centang_semua([isian.kode] if isian is not None else None, kecuali)

    def _centang_semua(self, kode: list[str] | None, kecuali: list[UUID]) -> None:
        pelaksanaan_id = self._kini.pelaksanaan_id
        luar = [ButirSyarat("", Sasaran(usulan_id=u)) for u in kecuali]
        if kode is None:
            kode = [i.kode for i in self._kini.kelengkapan if i.kurang and not i.pilihan] or None
        self._tulis(
            "Mencatat kelengkapan",
            lambda k: centang.centang_kelengkapan(k, pelaksanaan_id, kode=kode, kecuali=luar),
        )

    # --- paper -------------------------------------------------------------------------------------------------------

    def paraf(self, peran: str) -> None:
        """Give the paraf of a role on screen."""
        pelaksanaan_id = self._kini.pelaksanaan_id
        self._tulis("Memaraf", lambda k: kertas.paraf(k, pelaksanaan_id, peran))

    def catat_kertas(self, untuk: str = "") -> None:
        """Record a signature on paper."""
        kini = self._kini
        peran = [(p.kode, p.label.tampil) for p in kini.definisi.peran]
        with self._konteks.membaca() as kerja:
            pejabat = [(p.nama, p.jabatan) for p in daftar_pejabat(kerja)]
            hari_ini = kerja.hari_ini()
        jawab = DialogKertas.ask(self._induk, peran, pejabat, hari_ini, untuk=untuk)
        if jawab is None:
            return
        pindaian = (jawab.pindaian.name, jawab.pindaian.read_bytes()) if jawab.pindaian else None

        def kerja_catat(k: Kerja) -> UUID:
            return kertas.sahkan_di_kertas(
                k, kini.pelaksanaan_id, nama=jawab.nama, kapasitas=jawab.kapasitas, tanggal=jawab.tanggal,
                peran_sop=jawab.peran_sop, jenis=jawab.jenis, pindaian=pindaian,
            )  # fmt: skip

        self._tulis("Mencatat pengesahan", kerja_catat)

    def susulkan(self, pengesahan: Pengesahan) -> None:
        """Attach the scan that was still to follow."""
        berkas = self._pilih_berkas(f"Pindaian {pengesahan.nama}")
        if berkas is not None:
            simpan = partial(kertas.susulkan_pindaian, pengesahan_id=pengesahan.id, nama=berkas.name)
            self._tulis("Menyimpan pindaian", lambda k: simpan(k, isi=berkas.read_bytes()))

    def kirim_berkas(self) -> None:
        """Record that the file went out."""
        kini = self._kini
        pihak = [*kini.langkah.pihak_luar, *_pihak_luar(kini)]
        with self._konteks.membaca() as kerja:
            hari_ini = kerja.hari_ini()
        jawab = DialogPosisi.ask(
            self._induk, "Kirim berkas ke pihak luar", hari_ini, setuju="&Catat pengiriman",
            pihak=list(dict.fromkeys(pihak)) or ["Pihak luar"],
        )  # fmt: skip
        if jawab is not None:
            ke, tanggal, catatan = jawab
            self._tulis(
                "Mencatat pengiriman",
                lambda k: kertas.kirim_berkas(k, kini.pelaksanaan_id, pihak=ke, tanggal=tanggal, catatan=catatan),
            )

    def berkas_diterima(self, posisi: Posisi) -> None:
        """Record that the outside party has it."""
        jawab = self._tanya_posisi(posisi, "Berkas diterima pihak luar", "&Catat penerimaan", dengan_hasil=False)
        if jawab is not None:
            self._tulis("Mencatat", lambda k: kertas.berkas_diterima(k, posisi.id, jawab[1]))

    def berkas_kembali(self, posisi: Posisi) -> None:
        """Record that it came back."""
        jawab = self._tanya_posisi(posisi, "Berkas kembali", "&Catat kembali", dengan_hasil=True)
        if jawab is not None:
            self._tulis("Mencatat", lambda k: kertas.berkas_kembali(k, posisi.id, jawab[1], hasil=jawab[2]))

    def _tanya_posisi(self, posisi: Posisi, judul: str, setuju: str, *, dengan_hasil: bool) -> tuple | None:  # type: ignore[type-arg]  # as DialogPosisi gives it
        with self._konteks.membaca() as kerja:
            hari_ini = kerja.hari_ini()
        return DialogPosisi.ask(
            self._induk, f"{judul}: {posisi.pihak}", hari_ini, setuju=setuju, sejak=posisi.dikirim,
            dengan_hasil=dengan_hasil,
        )  # fmt: skip


def _pihak_luar(halaman_kini: HalamanLangkah) -> list[str]:
    """Return the outside performers of the step, as the SOP calls them."""
    peran = (halaman_kini.definisi.peran_kode(kode) for kode in halaman_kini.langkah.pelaksana)
    return [p.label.tampil for p in peran if p.sisi is Sisi.LUAR]
