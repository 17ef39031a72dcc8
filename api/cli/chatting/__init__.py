"""The conversation in a terminal: what happens, where it happens (here or on a server), how it looks."""
