"""Which grader caught which bug, for a terminal and as Markdown."""

from collections.abc import Sequence

from evals.bugs.hunting import Verdict

LEAST_CAUGHT = 0.95
"""The share of the bugs that must be caught."""


def share_caught(verdicts: Sequence[Verdict]) -> float:
    """Caught bugs of those that could be played; 1 if there are none."""
    return sum(each.is_caught for each in verdicts) / len(verdicts) if verdicts else 1.0


def as_terminal(verdicts: Sequence[Verdict]) -> str:
    """A line a bug, those that got away first, and how many were caught."""
    width = max((len(each.bug.name) for each in verdicts), default=0)
    ordered = sorted(verdicts, key=lambda each: each.is_caught)
    lines = [f"{_mark(each)}  {each.bug.name:<{width}}  {_outcome(each)}" for each in ordered]
    return "\n".join([*lines, "", summary(verdicts)])


def as_markdown(verdicts: Sequence[Verdict]) -> str:
    """A table with what is broken and who noticed in how many of the conversations played."""
    rows = [
        f"| {each.bug.name} | {each.bug.says} | {_outcome(each)} |"
        for each in sorted(verdicts, key=lambda each: each.bug.name)
    ]
    return "\n".join(["| bug | the agent | caught by |", "|---|---|---|", *rows, "", summary(verdicts), ""])


def summary(verdicts: Sequence[Verdict]) -> str:
    """'70 of 72 bugs caught (97%).'"""
    caught = sum(each.is_caught for each in verdicts)
    return f"{caught} of {len(verdicts)} bugs caught ({share_caught(verdicts):.0%})."


def _mark(verdict: Verdict) -> str:
    return "caught" if verdict.is_caught else "MISSED"


def _outcome(verdict: Verdict) -> str:
    if not verdict.played:
        return "no scenario shows it"
    return verdict.caught_by or f"nobody, in {verdict.played} conversations"
