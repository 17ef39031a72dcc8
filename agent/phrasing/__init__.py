"""Wording replies: as our templates have them, or by a model that may arrange our facts and nothing else."""
