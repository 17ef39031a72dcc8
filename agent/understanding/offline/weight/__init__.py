"""How much something is wanted: required, liked, not needed, ruled out."""
