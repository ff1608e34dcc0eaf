"""Let officials sign on behalf of another: `a.n.` and `u.b.` above their own post."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("pejabat", sa.Column("atas_nama", sa.String(), nullable=False, server_default=""))
    op.add_column("pejabat", sa.Column("untuk_beliau", sa.String(), nullable=False, server_default=""))
