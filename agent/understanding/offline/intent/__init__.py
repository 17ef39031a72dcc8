"""What a client wants of a turn, and what of a message is beside the matter."""
