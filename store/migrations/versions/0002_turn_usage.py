"""What a language model did for each turn."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column; turns of before have nothing in it."""
    op.add_column("turns", sa.Column("usage", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("turns", "usage")
