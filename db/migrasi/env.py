"""Alembic's entry: runs on the connection that `db.migrasi` opened, the only way to reach an encrypted store."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import AutoString, SQLModel

import db.model  # noqa: F401 - fills the metadata
from db.migrasi import milik_model


def tulis_jenis(jenis: str, objek: Any, konteks: AutogenContext) -> str | Literal[False]:
    """Write SQLModel's text type as plain `sa.String()`, so that a migration needs SQLAlchemy alone."""
    return "sa.String()" if jenis == "type" and isinstance(objek, AutoString) else False


koneksi = context.config.attributes["connection"]
context.configure(
    connection=koneksi,
    target_metadata=SQLModel.metadata,
    render_as_batch=koneksi.dialect.name == "sqlite",
    render_item=tulis_jenis,
    include_name=milik_model,
    transactional_ddl=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
