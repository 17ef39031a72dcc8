"""Our graders as plain functions, and other people's as graders.

LangSmith's evaluate(), openevals and agentevals all call `function(inputs=..., outputs=...,
reference_outputs=...)` with plain JSON and take `{"key", "score", "comment"}` back, or a list of them. Here a
scenario without its gold is the inputs, a transcript the outputs, a gold the reference.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

from evals.grading import GRADERS, Case, Grader
from evals.nouns import Grade, Scenario, Transcript
from evals.truth import MarketplaceTruth
from store.knowledge import Knowledge

Json = Mapping[str, Any]


class PlainGrader(Protocol):
    """A grader as LangSmith and its like call it."""

    def __call__(
        self, inputs: Json, outputs: Json, reference_outputs: Json | None = None
    ) -> list[dict[str, Any]]:
        """The grades, each with key, score and comment."""
        ...


def example(scenario: Scenario) -> dict[str, Any]:
    """The scenario as an example of a dataset: its `inputs`, and the gold as its `outputs`."""
    document = scenario.model_dump(mode="json", exclude_defaults=True)
    gold = document.pop("gold", {})
    return {"inputs": document, "outputs": gold}


def functions(truth: MarketplaceTruth, knowledge: Knowledge) -> dict[str, PlainGrader]:
    """Every grader by name, on plain JSON."""
    return {name: as_function(name, grader, truth, knowledge) for name, grader in GRADERS.items()}


def as_function(name: str, grader: Grader, truth: MarketplaceTruth, knowledge: Knowledge) -> PlainGrader:
    """One of our graders as such a function. Without a reference there is no gold to hold it against."""

    def function(inputs: Json, outputs: Json, reference_outputs: Json | None = None) -> list[dict[str, Any]]:
        scenario = (
            None
            if reference_outputs is None
            else Scenario.model_validate({**inputs, "gold": dict(reference_outputs)})
        )
        case = Case(scenario, Transcript.model_validate(outputs), truth, knowledge)
        return [{"key": each.key, "score": each.score, "comment": each.comment} for each in grader(case)]

    function.__name__ = name
    return function


def from_function(
    key: str,
    function: Callable[..., Any],
    *,
    gate: bool = False,
    view: Callable[[Transcript], Any] | None = None,
) -> Grader:
    """Somebody's evaluator as one of our graders. `view` gives the outputs it expects: `messages`, say."""

    def grader(case: Case) -> Iterator[Grade]:
        given = example(case.scenario) if case.scenario is not None else {"inputs": {}, "outputs": None}
        outputs = (view or _document)(case.transcript)
        found = function(inputs=given["inputs"], outputs=outputs, reference_outputs=given["outputs"])
        for each in found if isinstance(found, list) else [found]:
            if each.get("score") is not None:
                yield Grade(
                    key=each.get("key") or key,
                    score=min(max(float(each["score"]), 0.0), 1.0),
                    comment=each.get("comment") or "",
                    gate=gate,
                )

    return grader


def messages(transcript: Transcript) -> list[dict[str, Any]]:
    """The conversation as chat messages; an answer's steps through the graph are its tool calls."""
    said: list[dict[str, Any]] = []
    for turn in transcript.turns:
        calls = [{"type": "function", "function": {"name": step, "arguments": "{}"}} for step in turn.path]
        said += [
            {"role": "user", "content": turn.text},
            {"role": "assistant", "content": turn.reply, "tool_calls": calls},
        ]
    return said


def graph_trajectory(transcript: Transcript) -> dict[str, Any]:
    """The conversation as agentevals takes a graph's trajectory: each turn's result and its steps."""
    return {
        "results": [{"messages": [{"role": "ai", "content": turn.reply}]} for turn in transcript.turns],
        "steps": [["__start__", *turn.path] for turn in transcript.turns],
    }


def _document(transcript: Transcript) -> Json:
    return transcript.model_dump(mode="json")
