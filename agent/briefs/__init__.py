"""Pure decisions about briefs: merging changes in, and telling a new need from a changed one."""
