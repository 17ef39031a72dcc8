"""What can go wrong with knowledge: a data file that cannot be used, or a currency nobody wrote down."""

from collections.abc import Sequence


class KnowledgeFault(Exception):
    """The data files contradict themselves or cannot be read; the message names the file and the line."""

    def __init__(self, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class UnknownCurrency(LookupError):
    """A currency code that the rates table does not have."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"no exchange rate for {code!r}: add it to currencies.csv and rates.toml")
