"""Whom of the people shown a message points at, and what it asks of them."""
