"""The output types of the schema, each projected from a noun or an event by `from_domain`."""
