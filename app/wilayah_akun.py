"""An account that works for a part of the office's area sees and changes only what lies there: the one place for it.

A session of such an account is watched: every query over people, and over rows that hang on a person, an usulan, a
recipient or an allocation, is narrowed to the area, and a row outside it is refused when it is fetched or written. A
new table that points at one of these comes under the rule by itself. What must be counted or compared over everybody
(one per No. KK, where the money lies) is done inside `seluruh`; acts on a whole kegiatan ask for `wajib_seluruh`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache, wraps
from itertools import islice
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState
from sqlalchemy.orm.util import LoaderCriteriaOption
from sqlalchemy.sql.util import _deep_annotate
from sqlmodel import Session

import db.model as model
from db.dasar import Baris
from db.galat import KnownError
from db.istilah import StatusImpor, TujuanImpor
from db.model import (
    Alokasi,
    BarisUsulan,
    BerkasImpor,
    HasilPeriksa,
    Impor,
    JadwalPenyaluran,
    Kelengkapan,
    Orang,
    Penerima,
    Pertemuan,
    Usulan,
)

_WILAYAH, _SEBUTAN, _BEBAS = "wilayah", "sebutan_wilayah", "seluruh_wilayah"
_POTONG = 500
_PUNYA_DESA: tuple[type[Baris], ...] = (Usulan, Penerima, Orang)
_BERDESA: tuple[type[Baris], ...] = (JadwalPenyaluran, Pertemuan, Kelengkapan)
"""About a desa, not about a person: everybody may see where one is served, only its own accounts change it."""
_BERIMPOR: tuple[type[Baris], ...] = (Impor, BerkasImpor, HasilPeriksa, BarisUsulan)
"""What came by one file: seen only where nobody in it belongs elsewhere, for rejected rows name people too."""
_SEKANTOR = (TujuanImpor.HASIL_SIKS.value, TujuanImpor.BNBA_BARU.value, TujuanImpor.HASIL_SALUR.value)
_BUKAN_PAUTAN = frozenset({"asal_usulan_id", "wali_orang_id", "digabung_ke"})
"""Links that may lead out of the area: an earlier attempt, a guardian who lives elsewhere, one of two who are one."""


class _Bersesi(Protocol):
    """What works inside a session: `app.kerja.Kerja`."""

    sesi: Session


P = ParamSpec("P")
H = TypeVar("H")
K = TypeVar("K", bound=_Bersesi)


def _tabel() -> dict[str, type[Baris]]:
    semua = (t for t in vars(model).values() if isinstance(t, type) and issubclass(t, Baris) and t is not Baris)
    return {str(t.__tablename__): t for t in semua}


_INDUK = {str(t.__tablename__): t for t in (Orang, Usulan, Penerima, Alokasi)}
PAUTAN: Mapping[type[Baris], Mapping[str, type[Baris]]] = {
    tabel: pautan
    for tabel in _tabel().values()
    if (
        pautan := {
            kolom.name: _INDUK[kunci.column.table.name]
            for kolom in tabel.__table__.columns  # type: ignore[attr-defined]  # SQLModel hides the mapped table
            for kunci in kolom.foreign_keys
            if kunci.column.table.name in _INDUK and kolom.name not in _BUKAN_PAUTAN
        }
    )
    and tabel not in _PUNYA_DESA
}
"""Tables that hang on a person, usulan, recipient or allocation, with the columns by which they do."""


def pasang(sesi: Session, wilayah: frozenset[str], sebutan: str) -> None:
    """Let a session see and change only this area.

    Args:
        wilayah: codes of kecamatan, desa and kelurahan.
        sebutan: the area as people name it, for the sentence of a refusal.
    """
    sesi.info.update({_WILAYAH: wilayah, _SEBUTAN: sebutan, _BEBAS: 0})
    event.listen(sesi, "do_orm_execute", _saring)
    event.listen(sesi, "before_flush", _periksa_flush)
    for nama in ("get", "get_one"):
        setattr(sesi, nama, _jaga(sesi, getattr(sesi, nama)))


@contextmanager
def _bebas(sesi: Session) -> Iterator[None]:
    sesi.info[_BEBAS] = sesi.info.get(_BEBAS, 0) + 1
    try:
        yield
    finally:
        sesi.info[_BEBAS] -= 1


def seluruh(kerja: _Bersesi) -> AbstractContextManager[None]:
    """Count or compare over everybody, whatever the account's area; what is found inside must not be shown as it is."""
    return _bebas(kerja.sesi)


def lintas_wilayah(fungsi: Callable[Concatenate[K, P], H]) -> Callable[Concatenate[K, P], H]:
    """Let a whole function count or compare over everybody (`seluruh`)."""

    @wraps(fungsi)
    def jalan(kerja: K, /, *args: P.args, **kwargs: P.kwargs) -> H:
        with seluruh(kerja):
            return fungsi(kerja, *args, **kwargs)

    return jalan


def terbatas(kerja: _Bersesi) -> bool:
    """Tell whether the account works for a part of the area only."""
    return _area(kerja.sesi) is not None


def wajib_seluruh(kerja: _Bersesi) -> None:
    """Refuse an act on the whole kegiatan or office to an account that works for a part of its area.

    Raises:
        KnownError: `perlu_seluruh_wilayah`.
    """
    if terbatas(kerja):
        raise KnownError("perlu_seluruh_wilayah", wilayah=kerja.sesi.info[_SEBUTAN])


def wajib_desa(kerja: _Bersesi, kode: Iterable[str | None]) -> None:
    """Refuse when a desa, or an unknown one, is outside the account's area.

    Raises:
        KnownError: `di_luar_wilayah`.
    """
    area = _area(kerja.sesi)
    if area is not None and not all(_di_dalam(satu, area) for satu in kode):
        raise _tolak(kerja.sesi)


def wajib_dokumen(kerja: _Bersesi, desa: str | None, orang_id: UUID | None) -> None:
    """Refuse a paper on more than one desa or person of the account's area: half a list would pass for the whole.

    Raises:
        KnownError: `di_luar_wilayah`, `dokumen_seluruh_wilayah`.
    """
    if not terbatas(kerja):
        return
    if desa is None and orang_id is None:
        raise KnownError("dokumen_seluruh_wilayah", wilayah=kerja.sesi.info[_SEBUTAN])
    if desa is not None:
        wajib_desa(kerja, [desa])
    if orang_id is not None:
        wajib_baris(kerja, Orang, [orang_id])


def wajib_baris(kerja: _Bersesi, tabel: type[Baris], ids: Collection[UUID]) -> None:
    """Refuse when rows are there but outside the account's area; unknown ids are the caller's matter.

    Raises:
        KnownError: `di_luar_wilayah`.
    """
    area = _area(kerja.sesi)
    if area is not None and _di_luar(kerja.sesi, tabel, ids, area):
        raise _tolak(kerja.sesi)


def pilihan(sesi: Session) -> tuple[Any, ...]:
    """Return the options that narrow a query run past the session's ORM; none for most accounts."""
    area = _area(sesi)
    return () if area is None else _kriteria(area)


def periksa_sisip(sesi: Session, tabel: type[Baris], kolom: Sequence[str], isi: Sequence[Sequence[Any]]) -> None:
    """Refuse bulk rows, given by columns, that belong outside the area.

    Raises:
        KnownError: `di_luar_wilayah`.
    """
    area = _area(sesi)
    if area is None:
        return
    if tabel in _PUNYA_DESA:
        desa = set(isi[kolom.index("kode_desa")]) if "kode_desa" in kolom else {None}
        if not all(_di_dalam(satu, area) for satu in desa):
            raise _tolak(sesi)
        return
    for nama, induk in PAUTAN.get(tabel, {}).items():
        ids = set(isi[kolom.index(nama)]) - {None} if nama in kolom else set()
        if _di_luar(sesi, induk, ids, area):
            raise _tolak(sesi)


# --- what is inside --------------------------------------------------------------------------------------------------


def _area(sesi: Session) -> frozenset[str] | None:
    """Return the area that binds now."""
    area: frozenset[str] = sesi.info.get(_WILAYAH, frozenset())
    return area if area and not sesi.info.get(_BEBAS) else None


def _di_dalam(kode: str | None, area: frozenset[str]) -> bool:
    return bool(kode) and any(kode == w or str(kode).startswith(f"{w}.") for w in area)


def _tolak(sesi: Session) -> KnownError:
    return KnownError("di_luar_wilayah", wilayah=sesi.info[_SEBUTAN])


def _inti(tabel: type[Baris]) -> sa.Table:
    """Return the bare table: a query over it is not narrowed again."""
    inti: sa.Table = tabel.__table__  # type: ignore[attr-defined]  # SQLModel hides the mapped table
    return inti


def _desa(kolom: sa.ColumnElement[Any], area: frozenset[str]) -> sa.ColumnElement[bool]:
    return sa.or_(*(sa.or_(kolom == w, kolom.startswith(f"{w}.", autoescape=True)) for w in sorted(area)))


def _tampak(tabel: type[Baris], area: frozenset[str]) -> sa.Select[tuple[Any]]:
    """Select the ids of a table's rows that lie in the area."""
    t = _inti(tabel)
    return sa.select(t.c.id).where(_syarat(tabel, t.c, area))


def _syarat(tabel: type[Baris], kolom: Any, area: frozenset[str]) -> sa.ColumnElement[bool]:
    """Say when a row lies in the area; `kolom` gives its columns by name."""
    if tabel is Orang:
        usulan = _inti(Usulan)
        diusulkan = sa.select(usulan.c.orang_id).where(_desa(usulan.c.kode_desa, area))
        return sa.or_(_desa(kolom.kode_desa, area), kolom.id.in_(diusulkan))
    if tabel in _PUNYA_DESA:
        return _desa(kolom.kode_desa, area)
    semua = [
        sa.or_(getattr(kolom, nama).is_(None), getattr(kolom, nama).in_(_tampak(induk, area)))
        for nama, induk in PAUTAN.get(tabel, {}).items()
    ]
    if tabel in _BERIMPOR:
        semua.append((kolom.id if tabel is Impor else kolom.impor_id).not_in(_impor_luar(area)))
    if tabel is BerkasImpor:
        semua.append(kolom.impor_id.not_in(_impor_sekantor()))
    if tabel is BarisUsulan:
        semua.append(sa.or_(kolom.usulan_id.is_not(None), kolom.impor_id.not_in(_impor_sekantor())))
    return sa.and_(*semua)


def _impor_luar(area: frozenset[str]) -> sa.Select[tuple[Any]]:
    """Select the lists that brought or named anybody from elsewhere, or came from a desa elsewhere.

    Of one that was undone nobody stands any more: it is seen only where its sender is known to lie in the area.
    """
    usulan, impor, baris = _inti(Usulan), _inti(Impor), _inti(BarisUsulan)
    bukan = sa.not_(sa.func.coalesce(_desa(usulan.c.kode_desa, area), sa.false()))
    orang = sa.select(usulan.c.impor_id).where(usulan.c.impor_id.is_not(None), bukan)
    pengirim = impor.c.kode_desa_pengirim
    luar = sa.select(impor.c.id).where(pengirim.is_not(None), sa.not_(_desa(pengirim, area)))
    batal = sa.select(impor.c.id).where(pengirim.is_(None), impor.c.status == StatusImpor.DIBATALKAN.value)
    daftar = sa.select(impor.c.id).where(impor.c.tujuan.not_in(_SEKANTOR))
    lagi = sa.select(baris.c.impor_id).where(
        baris.c.usulan_id.in_(sa.select(usulan.c.id).where(bukan)), baris.c.impor_id.in_(daftar)
    )
    disebut = baris.c.bersih["kode_desa"].as_string()
    ditolak = sa.select(baris.c.impor_id).where(baris.c.usulan_id.is_(None), sa.not_(_desa(disebut, area)))
    return sa.select(sa.union(orang, luar, batal.where(impor.c.id.in_(daftar)), lagi, ditolak).subquery().c[0])


def _impor_sekantor() -> sa.Select[tuple[Any]]:
    """Select the imports that are about people of the whole office: their files, and rows that are nobody's here."""
    impor = _inti(Impor)
    return sa.select(impor.c.id).where(impor.c.tujuan.in_(_SEKANTOR))


class _Kriteria(LoaderCriteriaOption):
    """The condition of one table, written anew for each alias of it.

    SQLAlchemy would leave the table's own name in a join of two aliases, and its lambdas cannot tell one area from
    another; the condition over the bare name is what tells cached statements apart.
    """

    _traverse_internals = LoaderCriteriaOption._traverse_internals

    def __init__(self, tabel: type[Baris], area: frozenset[str]) -> None:
        super().__init__(tabel, _syarat(tabel, tabel, area), include_aliases=True)
        self._batas = (tabel, area)

    def _resolve_where_criteria(self, ext_info: Any) -> sa.ColumnElement[bool]:
        tabel, area = self._batas
        syarat = _syarat(tabel, ext_info.entity, area)
        tanda = {"for_loader_criteria": self}
        return _deep_annotate(syarat, tanda, detect_subquery_cols=True, ind_cols_on_fromclause=True)


@lru_cache(maxsize=64)
def _kriteria(area: frozenset[str]) -> tuple[Any, ...]:
    return tuple(_Kriteria(tabel, area) for tabel in dict.fromkeys((*_PUNYA_DESA, *PAUTAN, *_BERIMPOR)))


def _di_luar(sesi: Session, tabel: type[Baris], ids: Iterable[Any], area: frozenset[str]) -> bool:
    """Tell whether any of these rows is there but outside the area."""
    t, sisa = _inti(tabel), iter(ids)
    while bagian := list(islice(sisa, _POTONG)):
        luar = sa.select(t.c.id).where(t.c.id.in_(bagian), t.c.id.not_in(_tampak(tabel, area))).limit(1)
        if sesi.connection().execute(luar).first() is not None:
            return True
    return False


# --- watching a session ----------------------------------------------------------------------------------------------


def _saring(keadaan: ORMExecuteState) -> None:
    """Narrow every query to the area."""
    area = _area(keadaan.session)  # type: ignore[arg-type]  # the session that `pasang` was given
    if area is None or keadaan.is_column_load or keadaan.is_relationship_load:
        return
    if keadaan.is_select or keadaan.is_update or keadaan.is_delete:
        keadaan.statement = keadaan.statement.options(*_kriteria(area))


def _jaga(sesi: Session, asli: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse by a sentence to fetch a row outside the area, where a filter alone would call it unknown."""

    def ambil(tabel: type[Baris], kunci: Any, **lain: Any) -> Any:
        area = _area(sesi)
        if area is not None and (tabel in _PUNYA_DESA or tabel in PAUTAN or tabel in _BERIMPOR):
            sesi.flush()
            if _di_luar(sesi, tabel, [kunci], area):
                raise _tolak(sesi)
        return asli(tabel, kunci, **lain)

    return ambil


def _periksa_flush(sesi: Session, _konteks: Any, _objek: Any) -> None:
    """Refuse to write a row outside the area, one that is taken out of it included."""
    area = _area(sesi)
    if area is None:
        return
    baru = {b.id for b in sesi.new if isinstance(b, Baris)}
    for baris in [*sesi.new, *sesi.dirty, *sesi.deleted]:
        if not isinstance(baris, Baris):
            continue
        if isinstance(baris, _PUNYA_DESA):
            dalam = _di_dalam(getattr(baris, "kode_desa"), area)  # noqa: B009 - of three tables alike
            lama = baris in sesi.new or not _di_luar(sesi, type(baris), [baris.id], area)
            if not ((dalam or isinstance(baris, Orang)) and lama and (dalam or baris not in sesi.new)):
                raise _tolak(sesi)
        if isinstance(baris, _BERDESA) and not _desa_sendiri(sesi, baris, area):
            raise _tolak(sesi)
        for nama, induk in PAUTAN.get(type(baris), {}).items():
            ke = getattr(baris, nama)
            if ke is not None and ke not in baru and _di_luar(sesi, induk, [ke], area):
                raise _tolak(sesi)


def _desa_sendiri(sesi: Session, baris: Baris, area: frozenset[str]) -> bool:
    """Tell whether a row about a desa is of the area, before the change too; one that names no desa may be written."""
    t = _inti(type(baris))
    with sesi.no_autoflush:
        lama = sesi.connection().execute(sa.select(t.c.kode_desa).where(t.c.id == baris.id)).scalar_one_or_none()
    return all(kode is None or _di_dalam(kode, area) for kode in (lama, getattr(baris, "kode_desa")))  # noqa: B009
