"""The marketplace and the memory: nouns, persistence, the index and the knowledge files.

Nothing outside this package knows SQLAlchemy or Chroma.
"""
