"""The pieces that every page is made of; a page takes them from here and styles nothing itself."""

from ui.komponen.bilah_tindakan import BilahTindakan
from ui.komponen.cari import KotakCari
from ui.komponen.chip import Chip, warna_chip
from ui.komponen.daftar import BarisDaftar, DaftarKartu, KepalaDaftar
from ui.komponen.dialog import DialogSalur
from ui.komponen.grafik import Batang, GrafikBatang
from ui.komponen.isian import Isian, IsianAngka, IsianTanggal, IsianUang, Pilihan
from ui.komponen.kartu import Garis, Kartu, KartuAngka
from ui.komponen.kemajuan import BilahKemajuan
from ui.komponen.kosong import KosongState
from ui.komponen.lipat import PanelLipat
from ui.komponen.model_tabel import Kolom, ModelTabel, PeranData
from ui.komponen.stepper import CabangStepper, KeadaanTitik, Stepper, TitikStepper
from ui.komponen.susun import BarisAlir, Gulir, baris, kolom, kosongkan
from ui.komponen.tabel import TabelData
from ui.komponen.teks import Teks, atur_sifat
from ui.komponen.tombol import JenisTombol, Tombol
from ui.komponen.wisaya import KerangkaWisaya

__all__ = [
    "BarisAlir",
    "BarisDaftar",
    "Batang",
    "BilahKemajuan",
    "BilahTindakan",
    "CabangStepper",
    "Chip",
    "DaftarKartu",
    "DialogSalur",
    "Garis",
    "GrafikBatang",
    "Gulir",
    "Isian",
    "IsianAngka",
    "IsianTanggal",
    "IsianUang",
    "JenisTombol",
    "Kartu",
    "KartuAngka",
    "KeadaanTitik",
    "KepalaDaftar",
    "KerangkaWisaya",
    "Kolom",
    "KosongState",
    "KotakCari",
    "ModelTabel",
    "PanelLipat",
    "PeranData",
    "Pilihan",
    "Stepper",
    "TabelData",
    "Teks",
    "TitikStepper",
    "Tombol",
    "atur_sifat",
    "baris",
    "kolom",
    "kosongkan",
    "warna_chip",
]
