"""A rich console that writes into a string, so that a report can be printed, kept and tested."""

from io import StringIO

from rich.console import Console


class Paper(Console):
    """What is printed on it is in `text`."""

    def __init__(self, width: int, colour: bool) -> None:
        self._written = StringIO()
        super().__init__(
            file=self._written, width=width, force_terminal=colour, no_color=not colour, highlight=False
        )

    @property
    def text(self) -> str:
        """All that was printed."""
        return self._written.getvalue()
