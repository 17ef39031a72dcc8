"""Asking well: the one question worth most, with options and how many people each leaves."""
