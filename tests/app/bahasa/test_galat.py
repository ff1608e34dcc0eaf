"""Every error that a user can meet has one sentence, and its facts are given."""

import ast
import string
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.bahasa import galat
from db import toko
from db.galat import BugError, KnownError
from db.istilah import Peran

AKAR = Path(__file__).parents[3]


def _panggilan() -> Iterator[tuple[str, str, frozenset[str] | None]]:
    """Give (where, code, facts) of every KnownError in the sources; facts None where they are passed on by `**`."""
    for lantai in ("app", "db", "reports", "ui", "packaging"):
        for berkas in (AKAR / lantai).rglob("*.py"):
            pohon = ast.parse(berkas.read_text(encoding="utf-8"))
            for simpul in ast.walk(pohon):
                if isinstance(simpul, ast.Call) and (nama := _nama(simpul.func)) in ("KnownError", "BerkasDitolak"):
                    for kode in _kode(simpul.args[0], _fungsi(simpul, pohon)):
                        yield f"{berkas.relative_to(AKAR)}:{simpul.lineno}", _lengkap(nama, kode), _fakta(simpul, nama)


def _fungsi(simpul: ast.Call, pohon: ast.Module) -> ast.AST:
    """Give the innermost function around a call."""
    sekitar = [f for f in ast.walk(pohon) if isinstance(f, ast.FunctionDef) and simpul in ast.walk(f)]
    return sekitar[-1] if sekitar else pohon


def _nama(fungsi: ast.expr) -> str:
    return fungsi.attr if isinstance(fungsi, ast.Attribute) else getattr(fungsi, "id", "")


def _lengkap(kelas: str, kode: str) -> str:
    return f"berkas_{kode}" if kelas == "BerkasDitolak" else kode


def _fakta(simpul: ast.Call, kelas: str) -> frozenset[str] | None:
    nama = [k.arg for k in simpul.keywords] + (["nama"] if kelas == "BerkasDitolak" else [])
    return None if None in nama else frozenset(map(str, nama))


def _kode(argumen: ast.expr, pohon: ast.AST) -> set[str]:
    """Codes are literals, a choice between literals, or a variable that is given literals in the same function."""
    if not isinstance(argumen, ast.Name):
        return {s.value for s in ast.walk(argumen) if isinstance(s, ast.Constant) and isinstance(s.value, str)}
    nilai = [s.value for s in ast.walk(pohon) if isinstance(s, ast.Assign) and argumen.id in map(_nama, s.targets)]
    return {kode for satu in nilai if not isinstance(satu, ast.Name) for kode in _kode(satu, pohon)}


def _isian(kalimat: str) -> set[str]:
    return {nama for _, nama, _, _ in string.Formatter().parse(kalimat) if nama}


def test_every_code_in_the_sources_has_a_sentence_with_its_facts() -> None:
    kurang = []
    for tempat, kode, fakta in _panggilan():
        if kode not in galat.KALIMAT:
            kurang.append(f"{tempat}: {kode} has no sentence")
        elif fakta is not None and not _isian(galat.KALIMAT[kode]) <= fakta:
            kurang.append(f"{tempat}: {kode} needs {_isian(galat.KALIMAT[kode]) - fakta}")
    assert not kurang, "\n".join(kurang)


def test_every_fault_of_the_disk_has_a_sentence() -> None:
    assert {kode for _, kode in toko._SEBAB} <= set(galat.KALIMAT)


def test_no_code_has_two_sentences() -> None:
    assert sum(map(len, galat.RUANG)) == len(galat.KALIMAT)


@pytest.mark.parametrize("kode", galat.KALIMAT)
def test_sentences_read_like_sentences(kode: str) -> None:
    kalimat = galat.KALIMAT[kode]
    assert kalimat[0].isupper() or kalimat[0] == "{"
    assert kalimat.rstrip().endswith((".", "?"))
    kata = kalimat.lower().replace(".", " ").replace(",", " ").split()
    assert not {"error", "tenggat", "temuan", "file", "password", "database", "user", "login"} & set(kata)


def test_facts_are_told_as_users_read_them(monkeypatch: pytest.MonkeyPatch) -> None:
    kalimat = "{peran}, {hari}, {jumlah:rp}, {banyak}, {tahun:apa_adanya}, {besar:berkas}, {nama}, {ya}, {bidang:kata}"
    monkeypatch.setattr(galat, "KALIMAT", {"uji": kalimat})
    fakta = {"peran": Peran.KADIS, "hari": date(2023, 1, 5), "jumlah": 1_500_000, "banyak": 1200, "tahun": 2023}
    galatnya = KnownError(
        "uji", **fakta, besar=2_400_000, nama=["Awayan", "Baru", "Merah"], ya=True, bidang="nama_pemda"
    )
    pesan = galat.kalimat(galatnya)
    assert (
        pesan
        == "Kepala Dinas, 5 Januari 2023, Rp 1.500.000, 1.200, 2023, 2,4 MB, Awayan, Baru, dan Merah, ya, nama pemda"
    )


def test_a_code_without_a_sentence_is_a_bug() -> None:
    with pytest.raises(BugError):
        galat.kalimat(KnownError("kode_yang_tak_pernah_ada"))


def test_a_missing_fact_is_a_bug() -> None:
    with pytest.raises(BugError):
        galat.kalimat(KnownError("wilayah_tak_dikenal"))
