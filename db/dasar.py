"""What every table shares: identity, order, times and the optimistic version.

Keys are UUIDv7; order comes from `urut`, one local sequence for the whole store, because a clock that was set back
would sort new ids before old ones.

To SQLite a row's key is its `urut`: rows lie in the order in which they came, no index of its own has to be kept for
that, and a name's index finds them by it. To the program and to every reference a row is its `id`.
"""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, DateTime, Dialect, MetaData
from sqlalchemy.orm import declared_attr
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel
from uuid_utils.compat import uuid7

from db.galat import BugError

# Named constraints: batch migrations must find them again.
SQLModel.metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_baru() -> UUID:
    """Return a new UUIDv7 as a plain `uuid.UUID`."""
    return uuid7()


class Instan(TypeDecorator[datetime]):
    """A moment: refuses a naive datetime on the way in, gives an aware UTC one on the way out."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Store UTC without a zone, so that SQLite sorts it as text."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise BugError("a naive datetime reached the store")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


class Baris(SQLModel):
    """The columns of every table. `urut`, `dibuat_pada` and `diubah_pada` are filled by `db.toko` before a flush."""

    id: UUID = Field(default_factory=id_baru, unique=True)
    urut: int = Field(default=0, primary_key=True, description="order of entry in this store")
    dibuat_pada: datetime = Field(default=None, sa_type=Instan, nullable=False)
    diubah_pada: datetime = Field(default=None, sa_type=Instan, nullable=False)
    versi: int = Field(default=1, nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it on the class
        kolom = cls.__table__.c  # type: ignore[attr-defined]
        return {"version_id_col": kolom.versi, "primary_key": [kolom.id]}


def kolom_json(**kw: Any) -> Any:
    """Return a field that holds JSON; the default is an empty object."""
    return Field(default_factory=dict, sa_type=JSON, nullable=False, **kw)


def kolom_daftar(**kw: Any) -> Any:
    """Return a field that holds a JSON list; the default is an empty list."""
    return Field(default_factory=list, sa_type=JSON, nullable=False, **kw)


__all__ = ["Baris", "Instan", "date", "datetime", "id_baru", "kolom_daftar", "kolom_json"]
