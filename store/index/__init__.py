"""The vector index in Chroma: derived from the database, checked when opened, and rebuildable."""

from store.index.collection import TEXT_VERSION
from store.index.document import Document, document
from store.index.entries import IndexEntry, Nearest, Page
from store.index.errors import IndexInUse, IndexModelMismatch, IndexUnavailable
from store.index.freelancer_index import FreelancerIndex
from store.index.opening import open_index

__all__ = [
    "TEXT_VERSION",
    "Document",
    "FreelancerIndex",
    "IndexEntry",
    "IndexInUse",
    "IndexModelMismatch",
    "IndexUnavailable",
    "Nearest",
    "Page",
    "document",
    "open_index",
]
