"""Why the index cannot be opened, each with what to run."""


class IndexModelMismatch(Exception):
    """The index holds vectors of another model, or texts of another make, than the ones asked for."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(
            f"The search index was built with {found}, but {expected} is asked for. "
            "Run `rolecall index --rebuild` to build it anew, or set the model back."
        )
        self.found = found
        self.expected = expected


class IndexInUse(Exception):
    """Another process has the index open; two writers would corrupt it."""

    def __init__(self, directory: str) -> None:
        super().__init__(
            f"Another Rolecall process is using the search index in {directory}. Stop it first "
            "(`rolecall serve` may be running), or run a Chroma server and set CHROMA_URL to share one."
        )
        self.directory = directory


class IndexUnavailable(Exception):
    """The Chroma server could not be reached."""

    def __init__(self, url: str) -> None:
        super().__init__(f"No Chroma server answers at {url}. Start it, or correct CHROMA_URL.")
        self.url = url
