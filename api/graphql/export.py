"""Prints the schema as SDL: `python -m api.graphql.export > schema.graphql`."""

import sys

from api.graphql.schema import build_schema


def export_schema() -> str:
    """The SDL with a final line break, as committed in schema.graphql."""
    return build_schema().as_str() + "\n"


if __name__ == "__main__":
    sys.stdout.write(export_schema())
