"""A turn's account with the language model: what it was asked, what that took, what went on without it."""

from agent.chatmodel.prices import Price
from store.nouns.usage import Fallback, ModelStage, TurnUsage


class ModelWork:
    """One turn's account. `seconds` is the time spent so far, which the turn's deadline is held against."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.given_up = False
        """Whether the model failed to answer in this turn: it is not asked again."""
        self._interpreter: str | None = None
        self._phrasing: str | None = None
        self._calls = self._input = self._output = 0
        self._cost: float | None = 0.0
        self._fallbacks: list[Fallback] = []

    def called(self) -> None:
        """A request was sent."""
        self._calls += 1

    def used(self, input_tokens: int, output_tokens: int, price: Price | None) -> None:
        """An answer came, with the tokens the endpoint counted. Counts below zero are taken for none."""
        read, written = max(0, input_tokens), max(0, output_tokens)
        self._input += read
        self._output += written
        if price is None:
            self._cost = None if read or written else self._cost
        elif self._cost is not None:
            self._cost += price.cost(read, written)

    def read_by(self, model: str) -> None:
        """The model's reading was used."""
        self._interpreter = model

    def worded_by(self, model: str) -> None:
        """Some of the model's wording was used."""
        self._phrasing = model

    def fell_back(self, stage: ModelStage, reason: str) -> None:
        """A stage went on without the model."""
        self._fallbacks.append(Fallback(stage=stage, reason=reason))

    @property
    def usage(self) -> TurnUsage:
        """The account so far."""
        by = {"interpreter": self._interpreter, "phrasing": self._phrasing}
        return TurnUsage(
            **{name: model for name, model in by.items() if model is not None},
            calls=self._calls,
            input_tokens=self._input,
            output_tokens=self._output,
            cost_usd=None if self._cost is None else round(self._cost, 8),
            ms=round(self.seconds * 1000, 3),
            fallbacks=tuple(self._fallbacks),
        )
