"""The page at /graphql: GraphiQL bundled by us, so that it works offline and under a strict policy."""

from api.graphiql.page import CONTENT_SECURITY_POLICY, assets_dir, page_routes

__all__ = ["CONTENT_SECURITY_POLICY", "assets_dir", "page_routes"]
