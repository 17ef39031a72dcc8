"""What Alembic runs to apply the steps: always on the connection it is given, in its transaction."""

from alembic import context

from store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
)
context.run_migrations()
