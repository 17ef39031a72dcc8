"""The GraphQL schema: what a frontend can ask, do and follow, projected from the nouns and events."""
