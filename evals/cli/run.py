"""`python -m evals run`: plays the scenarios, grades them and reports."""

from __future__ import annotations

from evals.cli.options import (
    KEPT,
    Baseline,
    Failures,
    Fast,
    Files,
    Groups,
    MarketplaceSeed,
    Out,
    Policy,
    Scenarios,
    Seed,
    Size,
    Variants,
    WithModel,
    Workers,
)


def run(
    fast: Fast = False,
    scenario: Scenarios = None,
    group: Groups = None,
    cases: Files = None,
    variants: Variants = True,
    size: Size = 1000,
    marketplace_seed: MarketplaceSeed = 7,
    seed: Seed = 0,
    policy: Policy = "evoi",
    model: WithModel = False,
    workers: Workers = 2,
    out: Out = KEPT,
    baseline: Baseline = None,
    failures: Failures = 8,
) -> None:
    """Play the scenarios, grade the conversations, and report.

    Every scenario is played in its own words and in eight variants, on a marketplace of invented people that
    is built once and kept. The summary comes here; the page with every conversation, the whole run, JUnit XML
    and the figures as JSON go to the folder of --out.
    """
    from evals.cli.choosing import Choice, run_choice
    from evals.cli.reporting import read_baseline, show, write_reports

    before = read_baseline(baseline)
    made = run_choice(
        Choice(
            fast=fast,
            scenarios=scenario or (),
            groups=group or (),
            files=cases or (),
            variants=variants,
            size=size,
            marketplace_seed=marketplace_seed,
            seed=seed,
            policy=policy,
            workers=workers,
            model=model,
        )
    )
    write_reports(made, before, out)
    show(made, before, out, failures)
