"""Finds freelancers: exact filters in memory, vectors in Chroma, and words, in step with the database."""

from store.search.opening import open_search
from store.search.search import Progress, Search
from store.search.view import View

__all__ = ["Progress", "Search", "View", "open_search"]
