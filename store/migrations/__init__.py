"""The database's history: one step a file under versions/, applied in order when the store opens.

To change a table, change it in store/tables and write the next step by hand, numbered after the last: a
test compares the two. Steps name columns and plain types, never the code's own, which move on. A SQLite
table is altered with `op.batch_alter_table`; foreign keys are not enforced while steps run.
"""
