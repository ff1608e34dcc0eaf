"""Record goods that vendors hand over to the office."""

import sqlalchemy as sa
from alembic import op

import db.dasar

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "barang_masuk",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("mitra_id", sa.Uuid(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("satuan", sa.String(), nullable=False),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.Column("batal", sa.Boolean(), nullable=False),
        sa.Column("alasan_batal", sa.String(), nullable=False),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.CheckConstraint("jumlah > 0", name=op.f("ck_barang_masuk_jumlah_positif")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_barang_masuk_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_barang_masuk_lampiran_id_lampiran")),
        sa.ForeignKeyConstraint(["mitra_id"], ["mitra.id"], name=op.f("fk_barang_masuk_mitra_id_mitra")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barang_masuk")),
    )
    with op.batch_alter_table("barang_masuk", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_barang_masuk_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_barang_masuk_urut"), ["urut"], unique=True)
