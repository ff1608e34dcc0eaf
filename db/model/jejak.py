"""The audit trail, the store's one sequence, and settings."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from db.dasar import Baris, Instan, kolom_json


class Deret(SQLModel, table=True):
    """The one local sequence behind every `urut`."""

    __tablename__ = "deret"

    nama: str = Field(primary_key=True)
    nilai: int = 0


class Jejak(Baris, table=True):
    """One line of the trail: who did what, when, to what; chained so that a change shows."""

    __tablename__ = "jejak"

    pada: datetime = Field(sa_type=Instan)
    akun_id: UUID | None = Field(default=None, foreign_key="akun.id")
    nama_akun: str = ""
    kantor_id: UUID | None = Field(default=None, foreign_key="kantor.id")
    aksi: str = Field(index=True)  # "sahkan_sk", "simpan_impor" …
    objek: str = ""  # table the act was done to
    objek_id: UUID | None = Field(default=None, index=True)
    kegiatan_id: UUID | None = Field(default=None, index=True)
    rincian: dict[str, Any] = kolom_json()  # field names and masked values only
    rantai: str = ""  # HMAC-SHA256 over this line and the one before, hex


class Pengaturan(Baris, table=True):
    """A setting of the store (kantor_id null) or of one office."""

    __tablename__ = "pengaturan"
    __table_args__ = (UniqueConstraint("kantor_id", "kunci"),)

    kantor_id: UUID | None = Field(default=None, foreign_key="kantor.id")
    kunci: str
    nilai: dict[str, Any] = kolom_json()
