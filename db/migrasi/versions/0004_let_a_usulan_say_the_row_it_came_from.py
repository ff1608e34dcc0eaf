"""Let a usulan say the row of the file that it came from; one index the less, which two others begin with."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("usulan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("berkas_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("lembar", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("baris", sa.Integer(), nullable=True))
        batch_op.drop_index(batch_op.f("ix_usulan_kegiatan_id"))
        batch_op.create_foreign_key(
            batch_op.f("fk_usulan_berkas_id_berkas_impor"), "berkas_impor", ["berkas_id"], ["id"]
        )
