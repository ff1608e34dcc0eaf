"""Names in all their dresses come down to one spelling; different names stay different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kemiripan.nama import KATA_MAKS, Kamus, bunyi, pecah, sebunyi


def dasar(nama: str) -> list[str]:
    """Words of a name as they sound, sorted."""
    return sorted(b for kata in pecah(nama) for b in bunyi(kata))


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("MUHAMMAD YUSUF", "Moch. Joesoef"),
        ("Muhammad Yusuf", "MUH. YUSUF"),
        ("MOHAMAD ALI", "Muhammad Ali"),
        ("SITI AMINAH", "ST. AMINA"),
        ("Siti Aminah", "Sitti Aminah"),
        ("ABDURRAHMAN", "Abd. Rahman"),
        ("ABDUL RAHMAN", "Abdurrahman"),
        ("ABDUSSAMAD", "Abdul Samad"),
        ("NURHAYATI", "Noor Hayati"),
        ("NOR HAYATI", "Nurhayati"),
        ("ACHMAD FAUZI", "Ahmad Pauji"),
        ("SOEHARTO", "Suharto"),
        ("DJOKO", "JOKO"),
        ("TJAHYO", "CAHYO"),
        ("SJAMSUDDIN", "Samsudin"),
        ("KHAIRUL ANWAR", "Chairul Anwar"),
        ("EDY", "EDI"),
        ("ZULKIFLI", "Julkipli"),
        ("SUWARNI", "SUARNI"),
        ("Drs. H. AHMAD HADI, S.Pd., M.Si", "AHMAD HADI"),
        ("Hj. MARIAM (Almh)", "MARYAM"),
        ("AHMAD FAUZI S.Pd.I", "AHMAD FAUZI"),
        ("MASNIAH S PD", "MASNIAH"),
        ("JUMRI BIN HASAN", "JUMRI HASAN"),
        ("BUDI SANTOSO, SE", "SANTOSO BUDI"),
        ("AMINAH, SITI", "SITI AMINAH"),
        ("NI'MAH", "NIMAH"),
    ],
)
def test_one_name_in_two_dresses(satu: str, dua: str) -> None:
    assert dasar(satu) == dasar(dua)


@pytest.mark.parametrize(
    ("satu", "dua"),
    [("HASAN", "HUSIN"), ("BUDI", "RUDI"), ("ABDULLAH", "ABDUL"), ("EKA", "IKA"), ("M. ALI", "ALI"), ("H", "HJ")],
)
def test_different_names_stay_different(satu: str, dua: str) -> None:
    assert dasar(satu) != dasar(dua)


def test_the_dictionary_says_the_same_as_the_rules() -> None:
    for nama in ("MASNIAH S PD", "Drs. H. AHMAD HADI, S.Pd., M.Si", "NOR HAYATI", "WARGA 12", "M. ALI BIN UMAR"):
        assert Kamus().urut(nama) == sebunyi(nama)
    assert sebunyi("WARGA 12") != sebunyi("WARGA 13")


def test_a_title_alone_is_the_name() -> None:
    assert pecah("H.") == ["H"]
    assert pecah("") == []


@given(st.text(max_size=60))
def test_any_text_is_read(teks: str) -> None:
    kamus = Kamus()
    nomor = kamus.nama(teks)
    assert len(nomor) <= KATA_MAKS
    assert all(kamus.kata[k].isascii() and kamus.kata[k].isupper() for k in nomor)
    assert kamus.nama(teks) == nomor
