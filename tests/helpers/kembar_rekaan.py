"""Invented people with labelled second copies, for measuring the comparison of people.

Six profiles of different design, so that a rule tuned on one is tested on the others: whole households with twins and
namesakes; independent people with evenly drawn slips in any field (the way of febrl and GeCo); lists without NIK; lists
with hardly any column; crowded lists of few names, few desa and births on 1 January; people copied several times.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from app.kemiripan import OrangBanding


def _daftar(tulisan: str) -> list[str]:
    return tulisan.split()


_LAKI = _daftar(
    "MUHAMMAD AHMAD ABDUL HASAN HUSIN RUSDI SYAHRANI JUMRI HAMDANI ARDIANSYAH KURNIADI UDIN BAHRUDIN DARMAWI "
    "JUNAIDI SUTRISNO SUYANTO WAGIMAN YOHANES MARKUS PETRUS GERSON SABIRIN ASMUNI BASUNI ALIANSYAH HASBULLAH "
    "RIDUAN SAMSUDIN NGATIMAN TIMOTIUS FAUZI ZULKIFLI SYAIFUL KHAIRUL ANWAR HIDAYAT RAHMAN RAHMAT GUNAWAN "
    "SETIAWAN WAHYUDI BUDI AGUS EKO DWI TRI JOKO SLAMET SUPRIYADI SUKARDI SUHARTO MULYADI EFENDI FIRMAN ILHAM "
    "IRWAN FAISAL ISKANDAR YUSUF IBRAHIM"
)
_PEREMPUAN = _daftar(
    "SITI NURHAYATI AMINAH RUSMINI MARDIANA HALIMAH JUMIATI SALASIAH MASNIAH NORLAILA FATMAWATI SUMIATI SUPARTI "
    "YULIANA MARIA THERESIA LIDIA SANIAH NORJANAH MAHRITA ARBAINAH NGATINEM DORKAS YUNITA KARTINI MISNAWATI "
    "SARINAH GALUH AISYAH FATIMAH KHADIJAH RUKAYAH HAMSIAH ESTER ZAINAB DEWI SRI RATNA LESTARI WATI INDAH "
    "FITRIANI RAHMAWATI ROHANI MARIANI ENDANG SUHARTI SULASTRI WAHYUNI KOMARIAH JAMILAH HASANAH MARYATI SUKINAH "
    "ROSITA SAUDAH PAINEM SUMINAH"
)
_BELAKANG = _daftar(
    "RAHMAN SAHRUDIN EFFENDI HIDAYAT SAPUTRA SETIAWAN ANWAR GUNAWAN USOP SANGKAI TUNDAN LAMBUNG KUSNADI WIDODO "
    "SANTOSO PRASETYO SABRAN BASRI FAHRURRAZI MAULANA ARIFIN SYUKUR ILHAM LESTARI HANDAYANI WIJAYA NUGROHO "
    "SIREGAR HARAHAP SIMANJUNTAK PASARIBU TARIGAN GINTING"
)
_JALAN = (
    *_daftar("MERDEKA MELATI SEJAHTERA"),
    *("GAJAH MADA", "TRANS KALIMANTAN", "POROS DESA", "BUKIT HIBUL", "PASAR LAMA", "TEPI SUNGAI"),
)
_EJAAN = (
    ("MUHAMMAD", ("MUHAMAD", "MOHAMAD", "MOCHAMAD", "MUH.", "MOH.", "M.", "MOHAMMAD")),
    ("SITI", ("ST.", "SITTI", "ST")), ("AHMAD", ("ACHMAD", "AKHMAD")), ("ABDUL", ("ABD.", "ABD")),
    ("NUR", ("NOR", "NOOR")), ("NOR", ("NUR", "NOER")), ("SY", ("S",)), ("KH", ("CH", "H")), ("Z", ("J",)),
    ("F", ("P",)), ("U", ("OE",)), ("J", ("DJ",)), ("C", ("TJ",)), ("Y", ("I",)), ("AH", ("A",)), ("I", ("Y",)),
    ("NN", ("N",)), ("SS", ("S",)), ("L", ("LL",)),
)  # fmt: skip
_PAPAN_TIK = {
    "A": "SQ",
    "S": "AD",
    "D": "SF",
    "N": "MB",
    "M": "N",
    "I": "UO",
    "U": "IY",
    "R": "ET",
    "H": "GJ",
    "T": "RY",
}
_OCR = (("I", "L"), ("O", "Q"), ("RN", "M"), ("B", "R"), ("E", "F"), ("U", "V"), ("N", "H"))


@dataclass
class Rekaan:
    """People, and which two places are one person (a < b)."""

    orang: list[OrangBanding]
    benar: set[tuple[int, int]] = field(default_factory=set)


# --- slips -----------------------------------------------------------------------------------------------------------


def salah_ketik(r: Random, kata: str) -> str:
    """One slip: a letter left out, put in, doubled, exchanged, hit beside, or misread by a scanner."""
    if len(kata) < 3:
        return kata
    i = r.randrange(len(kata) - 1)
    cara = r.randrange(6)
    if cara == 0:
        return kata[:i] + kata[i + 1 :]
    if cara == 1:
        return kata[:i] + r.choice("AEIOUNRST") + kata[i:]
    if cara == 2:
        return kata[:i] + kata[i + 1] + kata[i] + kata[i + 2 :]
    if cara == 3:
        return kata[:i] + kata[i] + kata[i:]
    if cara == 4:
        return kata[:i] + r.choice(_PAPAN_TIK.get(kata[i], "AEIOU")) + kata[i + 1 :]
    dari, jadi = r.choice(_OCR)
    return kata.replace(dari, jadi, 1)


def ganti_ejaan(r: Random, nama: str) -> str:
    """Write a name in another spelling that offices use."""
    for _ in range(8):
        dari, calon = r.choice(_EJAAN)
        if dari in nama:
            return nama.replace(dari, r.choice(calon), 1)
    return nama


def rusak_nama(r: Random, nama: str) -> str:
    """Change a name in one of the ways that lists do."""
    kata = nama.split()
    cara = r.random()
    if cara < 0.4:
        return ganti_ejaan(r, nama)
    if cara < 0.65:
        kata[k] = salah_ketik(r, kata[k := r.randrange(len(kata))]) if kata else ""
    elif cara < 0.75 and len(kata) > 1:
        k = r.randrange(len(kata))
        kata[k] = kata[k][0] + r.choice(("", "."))
    elif cara < 0.82 and len(kata) > 1:
        kata.pop(r.randrange(len(kata)))
    elif cara < 0.88 and len(kata) > 1:
        kata.reverse()
    elif cara < 0.94 and len(kata) > 1:
        kata[-2:] = [kata[-2] + kata[-1]]
    else:
        return r.choice(("H. ", "Hj. ", "Alm. ", "Drs. ", "")) + nama + r.choice((", S.Pd", " SE", "", ", S.Sos"))
    return " ".join(kata)


def rusak_angka(r: Random, nomor: str) -> str:
    """One digit wrong, or two neighbours exchanged."""
    if len(nomor) < 2:
        return nomor
    i = r.randrange(len(nomor) - 1)
    if r.random() < 0.3:
        return nomor[:i] + nomor[i + 1] + nomor[i] + nomor[i + 2 :]
    return nomor[:i] + r.choice("0123456789".replace(nomor[i], "")) + nomor[i + 1 :]


def rusak_nik(r: Random, nik: str) -> str:
    """A slip in a NIK: a digit, an exchange, or the +40 of the other sex."""
    if r.random() < 0.15 and len(nik) == 16:
        hari = int(nik[6:8])
        return f"{nik[:6]}{hari - 40 if hari > 40 else hari + 40:02}{nik[8:]}"
    return rusak_angka(r, nik)


def rusak_lahir(r: Random, lahir: date | None) -> date | None:
    """Day and month exchanged, another year, another day, or only the year kept."""
    if lahir is None:
        return None
    cara = r.random()
    try:
        if cara < 0.35 and lahir.day <= 12:
            return lahir.replace(month=lahir.day, day=lahir.month)
        if cara < 0.6:
            return lahir.replace(year=lahir.year + r.choice((-1, 1, -10, 10)))
        if cara < 0.8:
            return lahir.replace(
                day=r.choice([h for h in (lahir.day - 1, lahir.day + 1, lahir.day + 10) if 1 <= h <= 28])
            )
        return date(lahir.year, 1, 1)
    except (ValueError, IndexError):
        return date(lahir.year, 1, 1)


def rusak_alamat(r: Random, alamat: str) -> str:
    """Another dress of the same address, or another address."""
    cara = r.random()
    if cara < 0.5:
        return alamat.replace("JL. ", r.choice(("JALAN ", "Jln ", ""))).replace("RT ", r.choice(("RT.", "RT 0")))
    return salah_ketik(r, alamat) if cara < 0.8 else f"JL. {r.choice(_JALAN)} RT {r.randint(1, 12)}"


# --- people ----------------------------------------------------------------------------------------------------------


class _Dinas:
    """Gives out numbers the way the civil registry does: by kecamatan, day and serial."""

    def __init__(self, r: Random, kecamatan: int, *, urut_kecil: bool = True) -> None:
        self.r, self.kecamatan, self.urut_kecil = r, kecamatan, urut_kecil
        self.ada: dict[str, int] = {}

    def nik(self, lahir: date, perempuan: bool, kecamatan: int | None = None) -> str:
        hari = lahir.day + 40 if perempuan else lahir.day
        awal = f"6209{kecamatan or self.r.randint(1, self.kecamatan):02}{hari:02}{lahir:%m%y}"
        urut = self.ada[awal] = self.ada.get(awal, 0 if self.urut_kecil else self.r.randrange(9000)) + 1
        return f"{awal}{urut:04}"

    def kk(self) -> str:
        hari = date(2005, 1, 1) + timedelta(self.r.randrange(7000))
        awal = f"6209{self.r.randint(1, self.kecamatan):02}{hari:%d%m%y}"
        urut = self.ada[awal] = self.ada.get(awal, 0) + 1
        return f"{awal}{urut:04}"


def nama_acak(r: Random, perempuan: bool) -> str:
    """One to three words, common ones often."""
    depan = _PEREMPUAN if perempuan else _LAKI
    kata = [depan[min(int(r.paretovariate(0.7)) - 1, len(depan) - 1)] if r.random() < 0.5 else r.choice(depan)]
    banyak = r.choices((1, 2, 3), (20, 60, 20))[0]
    while len(kata) < banyak:
        baru = r.choice(_BELAKANG + depan) if r.random() < 0.8 else _karang(r)
        if baru not in kata:
            kata.append(baru)
    if banyak == 1 and r.random() < 0.6:
        kata = [_karang(r)]
    return " ".join(kata)


def _karang(r: Random) -> str:
    """Make up a word that sounds like a name."""
    suku = _daftar("BA BU DA DI GA HA JA KA LA MA NA PA RA SA SU TA WA YA RI MI NI SI LI TI")
    return "".join(r.choice(suku) for _ in range(r.randint(2, 3))) + r.choice(("N", "H", "NTO", "WATI", "R", "DI", ""))


def lahir_acak(r: Random, awal: int, akhir: int, samar: float) -> date:
    """A birth date; `samar` of them only known by the year."""
    lahir = date(awal, 1, 1) + timedelta(r.randrange((akhir - awal + 1) * 365))
    return date(lahir.year, 1, 1) if r.random() < samar else lahir


def _rumah_tangga(r: Random, dinas: _Dinas, desa: int, samar: float, kembar: float) -> list[OrangBanding]:
    """A family: parents, children, now and then twins or a son who bears his father's name."""
    asal = r.randint(1, dinas.kecamatan)
    kode, kk = f"62.09.{r.randint(1, 8):02}.{2000 + r.randint(1, desa)}", dinas.kk()
    alamat = f"JL. {r.choice(_JALAN)} RT {r.randint(1, 12)}"
    ayah_lahir = lahir_acak(r, 1935, 1990, samar)
    ibu_lahir = lahir_acak(r, ayah_lahir.year - 3, ayah_lahir.year + 6, samar)
    ayah, ibu = nama_acak(r, False), nama_acak(r, True)
    keluarga = [(ayah, False, ayah_lahir, nama_acak(r, True)), (ibu, True, ibu_lahir, nama_acak(r, True))]
    for _ in range(r.choices((0, 1, 2, 3, 4), (10, 25, 35, 20, 10))[0]):
        lahir = lahir_acak(r, ayah_lahir.year + 20, ayah_lahir.year + 40, samar / 4)
        perempuan = r.random() < 0.5
        nama = nama_acak(r, perempuan)
        if r.random() < 0.02 and not perempuan:
            nama = ayah
        keluarga.append((nama, perempuan, lahir, ibu))
        if r.random() < kembar:
            keluarga.append((nama_kembar(r, nama, perempuan), perempuan, lahir, ibu))
    return [
        OrangBanding(n, dinas.nik(lahir, p, asal if ke > 1 else None), kk, lahir, "P" if p else "L",
                     "NANGA BULIK" if ke > 1 else r.choice(("NANGA BULIK", "PALANGKA RAYA")), i, alamat, kode)
        for ke, (n, p, lahir, i) in enumerate(keluarga)
    ]  # fmt: skip


def nama_kembar(r: Random, nama: str, perempuan: bool) -> str:
    """A twin's name: one word shared, or a name that sounds alike."""
    mirip = (("HASAN", "HUSIN"), ("ANDI", "ANDRI"), ("AMINAH", "AMINATUN"), ("RAHMAN", "RAHMAT"), ("FAHRI", "FAHMI"))
    for satu, dua in mirip:
        if satu in nama.split():
            return nama.replace(satu, dua)
    kata = nama.split()
    baru = r.choice([k for k in (_PEREMPUAN if perempuan else _LAKI) if k not in kata])
    return f"{kata[0]} {baru}" if len(kata) > 1 and r.random() < 0.6 else f"{baru} {' '.join(kata[1:])}".strip()


def _salin(r: Random, o: OrangBanding, peluang: Mapping[str, float]) -> OrangBanding:
    """A second paper of one person: every field spoilt with its own probability, `kosong` left blank."""
    ubah: dict[str, object] = {}
    cara: dict[str, Callable[[Random, object], object]] = {
        "nama": lambda r, x: rusak_nama(r, str(x)),
        "nik": lambda r, x: rusak_nik(r, str(x)),
        "no_kk": lambda r, x: rusak_angka(r, str(x)),
        "lahir": lambda r, x: rusak_lahir(r, x),  # type: ignore[arg-type]  # a date or nothing
        "alamat": lambda r, x: rusak_alamat(r, str(x)),
        "nama_ibu": lambda r, x: rusak_nama(r, str(x)),
    }
    for bidang, rusak in cara.items():
        nilai = getattr(o, bidang)
        if nilai and r.random() < peluang.get(bidang, 0.0):
            ubah[bidang] = rusak(r, nilai)
        if bidang != "nama" and r.random() < peluang.get("kosong", 0.0):
            ubah[bidang] = None if bidang == "lahir" else ""
    if r.random() < peluang.get("pindah", 0.0):
        ubah |= {"desa": f"62.09.{r.randint(1, 8):02}.2099", "alamat": f"JL. {r.choice(_JALAN)} RT {r.randint(1, 12)}"}
        ubah["no_kk"] = f"620901010116{r.randint(1, 9999):04}" if o.no_kk else ""
    return replace(o, **ubah)  # type: ignore[arg-type]  # fields by name


def _gandakan(r: Random, asli: list[OrangBanding], bagian: float, salin: Callable[[OrangBanding], OrangBanding],
              ulang: tuple[int, ...] = (1,)) -> Rekaan:  # fmt: skip
    """Copy a share of the people, shuffle, and remember who belongs together."""
    semua = list(enumerate(asli))
    for ke in r.sample(range(len(asli)), int(len(asli) * bagian)):
        semua += [(ke, salin(asli[ke])) for _ in range(r.choice(ulang))]
    r.shuffle(semua)
    tempat: dict[int, list[int]] = {}
    for di, (ke, _) in enumerate(semua):
        tempat.setdefault(ke, []).append(di)
    benar = {(x, y) for di in tempat.values() for k, x in enumerate(di) for y in di[k + 1 :]}
    return Rekaan([o for _, o in semua], benar)


# --- profiles --------------------------------------------------------------------------------------------------------


def rumah(n: int, benih: int) -> Rekaan:
    """Whole households; a tenth written twice with the slips of a desa's clerk."""
    r = Random(benih)
    dinas, asli = _Dinas(r, 8), list[OrangBanding]()
    while len(asli) < n:
        asli += _rumah_tangga(r, dinas, 12, 0.06, 0.015)
    p = {
        "nama": 0.5,
        "nik": 0.2,
        "no_kk": 0.1,
        "lahir": 0.2,
        "alamat": 0.4,
        "nama_ibu": 0.3,
        "kosong": 0.05,
        "pindah": 0.08,
    }
    return _gandakan(r, asli[:n], 0.1, lambda o: _salin(r, o, p))


def merata(n: int, benih: int) -> Rekaan:
    """Independent people; every copy has one to four changes in fields drawn evenly, letters drawn evenly (febrl)."""
    r = Random(benih)
    dinas, asli = _Dinas(r, 60, urut_kecil=False), list[OrangBanding]()
    for _ in range(n):
        p, lahir = r.random() < 0.5, lahir_acak(r, 1930, 2020, 0.0)
        nama = " ".join(_karang(r) if r.random() < 0.5 else nama_acak(r, p) for _ in range(r.randint(1, 2)))
        alamat, desa = f"JL. {_karang(r)} NO {r.randint(1, 200)}", f"desa {r.randint(1, 240)}"
        kk = dinas.kk() if r.random() < 0.9 else ""
        asli.append(OrangBanding(nama, dinas.nik(lahir, p), kk, lahir, "P" if p else "L", "", "", alamat, desa))

    def salin(o: OrangBanding) -> OrangBanding:
        for _ in range(r.randint(1, 4)):
            bidang = r.choice(("nama", "nama", "nik", "no_kk", "lahir", "alamat", "jenis_kelamin", "desa"))
            o = _ubah_merata(r, o, bidang)
        return o

    return _gandakan(r, asli, 0.1, salin)


def _ubah_merata(r: Random, o: OrangBanding, bidang: str) -> OrangBanding:
    nilai = getattr(o, bidang)
    if bidang == "lahir":
        return replace(
            o, lahir=None if r.random() < 0.25 or nilai is None else nilai + timedelta(r.choice((1, -1, 30, 365, 9)))
        )
    if bidang in ("jenis_kelamin", "desa"):
        return replace(o, **{bidang: ""}) if r.random() < 0.7 else o
    if bidang != "nama" and r.random() < 0.25:
        return replace(o, **{bidang: ""})
    if not nilai:
        return o
    i = r.randrange(len(nilai))
    abjad = "0123456789" if nilai.isdigit() else "ABCDEFGHIJKLMNOPRSTUWYZ"
    ganti = r.choice(
        (
            nilai[:i] + nilai[i + 1 :],
            nilai[:i] + r.choice(abjad) + nilai[i:],
            nilai[:i] + r.choice(abjad) + nilai[i + 1 :],
        )
    )
    if bidang in ("nik", "no_kk"):
        ganti = nilai[:i] + r.choice(abjad) + nilai[i + 1 :]
    return replace(o, **{bidang: ganti})


def tanpa_nik(n: int, benih: int) -> Rekaan:
    """Households of lists that never had a NIK column, a third without No. KK either."""
    r = Random(benih)
    semua = rumah(n, benih + 7_000)
    orang = [replace(o, nik="", no_kk=o.no_kk if r.random() < 0.66 else "") for o in semua.orang]
    return Rekaan(orang, semua.benar)


def jarang(n: int, benih: int) -> Rekaan:
    """Name, birth date and desa, with an address for some and a NIK for a few."""
    r = Random(benih)
    dinas, asli = _Dinas(r, 8), list[OrangBanding]()
    while len(asli) < n:
        asli += _rumah_tangga(r, dinas, 20, 0.03, 0.01)
    p = {"nama": 0.4, "nik": 0.15, "lahir": 0.12, "alamat": 0.5, "kosong": 0.02, "pindah": 0.03}
    asli = [replace(o, no_kk="", nama_ibu="", jenis_kelamin="", tempat_lahir="", nik=o.nik if r.random() < 0.3 else "",
                    alamat=o.alamat if r.random() < 0.5 else "") for o in asli[:n]]  # fmt: skip
    return _gandakan(r, asli, 0.12, lambda o: _salin(r, o, p))


def padat(n: int, benih: int) -> Rekaan:
    """A hundred and fifty words make all names; few desa; births on 1 January; many twins."""
    r = Random(benih)
    dinas, asli = _Dinas(r, 3), list[OrangBanding]()
    while len(asli) < n:
        asli += _rumah_tangga(r, dinas, 4, 0.2, 0.04)
    kata = _LAKI + _PEREMPUAN + _BELAKANG
    asli = [replace(o, nama=" ".join(r.sample(kata, r.choice((2, 2, 3)))) if r.random() < 0.5 else o.nama, nama_ibu="")
            for o in asli[:n]]  # fmt: skip
    p = {"nama": 0.45, "nik": 0.25, "no_kk": 0.1, "lahir": 0.15, "alamat": 0.3, "kosong": 0.04, "pindah": 0.04}
    return _gandakan(r, asli, 0.1, lambda o: _salin(r, o, p))


def berulang(n: int, benih: int) -> Rekaan:
    """A fifth of the people on two to four papers, each paper spoilt on its own and harder."""
    r = Random(benih)
    dinas, asli = _Dinas(r, 20), list[OrangBanding]()
    while len(asli) < n:
        asli += _rumah_tangga(r, dinas, 30, 0.04, 0.012)
    p = {
        "nama": 0.6,
        "nik": 0.3,
        "no_kk": 0.15,
        "lahir": 0.25,
        "alamat": 0.6,
        "nama_ibu": 0.4,
        "kosong": 0.08,
        "pindah": 0.05,
    }
    return _gandakan(r, asli[: n * 5 // 7], 0.2, lambda o: _salin(r, o, p), (1, 2, 3))


PROFIL: Mapping[str, Callable[[int, int], Rekaan]] = {
    "rumah": rumah,
    "merata": merata,
    "tanpa_nik": tanpa_nik,
    "jarang": jarang,
    "padat": padat,
    "berulang": berulang,
}
"""Profiles by name; each takes how many people to invent and a seed."""


@dataclass(frozen=True)
class Ukuran:
    """How well pairs were found: precision and recall, 0…1."""

    precision: float
    recall: float


def ukur(ketemu: set[tuple[int, int]], benar: set[tuple[int, int]]) -> Ukuran:
    """Compare found pairs with the true ones."""
    tepat = len(ketemu & benar)
    return Ukuran(tepat / max(len(ketemu), 1), tepat / max(len(benar), 1))
