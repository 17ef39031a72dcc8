"""`rolecall schema`: the API's types, for code generators and for reading."""

import typer


def schema() -> None:
    """Print the GraphQL schema (SDL)."""
    from api.graphql.export import export_schema

    typer.echo(export_schema(), nl=False)
