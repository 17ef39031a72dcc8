"""What the conversation took: milliseconds by stage, and tokens and money where a model was used."""

from collections.abc import Iterator

from evals.grading.case import Case
from evals.nouns import Grade

LATENCY = "latency"

SLOWEST_MS = 3_000.0
"""A turn that takes longer keeps the client waiting."""

MOST_USD = 0.05
"""What a conversation may cost."""


def grade_latency(case: Case) -> Iterator[Grade]:
    """`latency`: the share of turns within SLOWEST_MS; its value is the slowest turn's time."""
    timed = [(number, turn.ms) for number, turn in enumerate(case.turns, start=1) if turn.ms]
    totals = [(ms["total"], number, ms) for number, ms in timed if "total" in ms]
    if not totals:
        return
    slowest, number, stages = max(totals, key=lambda each: each[:2])
    in_time = sum(total <= SLOWEST_MS for total, _, _ in totals)
    told = sorted(((ms, stage) for stage, ms in stages.items() if stage != "total"), reverse=True)
    yield Grade(
        key=LATENCY,
        score=in_time / len(totals),
        value=slowest,
        turn=number if slowest > SLOWEST_MS else None,
        comment=f"slowest turn {slowest:.0f} ms: " + ", ".join(f"{stage} {ms:.0f}" for ms, stage in told),
    )


def grade_cost(case: Case) -> Iterator[Grade]:
    """`cost`: 1 up to MOST_USD, then MOST_USD / cost; its value is US dollars, or tokens with no price."""
    usage = case.transcript.usage
    if not usage:
        return
    tokens = sum(each.input_tokens + each.output_tokens for each in usage)
    priced = [each.cost_usd for each in usage if each.cost_usd is not None]
    dollars = sum(priced)
    yield Grade(
        key="cost",
        score=min(MOST_USD / dollars, 1.0) if dollars else 1.0,
        value=dollars if priced else float(tokens),
        comment=f"{tokens:,} tokens" + (f", ${dollars:.4f}" if priced else ""),
    )
