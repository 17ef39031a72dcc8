"""INSERT ... ON CONFLICT DO UPDATE, which SQLite and PostgreSQL share and SQLAlchemy spells twice."""

from collections.abc import Collection

from sqlalchemy import Executable, inspect
from sqlalchemy.dialects import postgresql, sqlite

from store.tables import Base


def upsert(dialect: str, table: type[Base], *, keep: Collection[str] = ()) -> Executable:
    """Insert a row, or overwrite the one with its primary key, except for the columns in `keep`."""
    mapper = inspect(table)
    keys = [column.name for column in mapper.primary_key]
    statement = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    rest = [column.name for column in mapper.columns if column.name not in (*keys, *keep)]
    return statement.on_conflict_do_update(
        index_elements=keys, set_={name: statement.excluded[name] for name in rest}
    )
