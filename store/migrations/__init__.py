"""The database's history: one step a file under versions/, applied in order when the store opens."""
