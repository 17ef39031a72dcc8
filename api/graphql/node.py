"""Global object identification: every id is unique across types, and its prefix says what it names."""

import strawberry


@strawberry.interface(
    description="Something with an id that is unique across all types and never changes. "
    "Fetch it again with the query `node(id:)`."
)
class Node:
    """The interface of everything that `node` can fetch. Ids are the store's own: 'cv_…', 'tn_…', 'fl_…'."""

    id: strawberry.ID = strawberry.field(
        description="The global id: opaque, unique across all types, safe to store and to use as a cache key."
    )
