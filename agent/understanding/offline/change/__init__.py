"""What changes in a brief: put right, replaced, dropped, more, less."""
