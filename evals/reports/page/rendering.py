"""Puts the page together from its template, style sheet, script, figures and plots."""

from html import escape
from importlib.resources import files
from string import Template

from evals.nouns import Run
from evals.outcomes import Outcomes, outcomes
from evals.reports.figures import VARIANTS, Figures, Metric, changes, figures
from evals.reports.latency import TOTAL, stages
from evals.reports.numbers import (
    aim_of,
    mean_and_interval,
    metric_change,
    metric_interval,
    metric_value,
    rate_and_interval,
    verdict,
)
from evals.reports.page import plots
from evals.reports.page.conversations import packed
from evals.reports.spending import spent_on_models
from evals.reports.statistics import Mean


def as_page(run: Run, baseline: Outcomes | None = None, ablation: str = "") -> str:
    """The page. `ablation` has further cards, in HTML, where one was measured."""
    told = outcomes(run)
    found = figures(told)
    before = baseline if baseline is not None and baseline.comparable(told) else None
    parts = files("evals.reports.page")
    return Template(parts.joinpath("page.html").read_text("utf-8")).substitute(
        style=parts.joinpath("page.css").read_text("utf-8"),
        script=parts.joinpath("page.js").read_text("utf-8"),
        about=escape(_about(run, found)),
        tiles=_tiles(found, changes(before, told) if before is not None else {}),
        sections="".join(_sections(run, told, found, before)) + ablation,
        tables=_tables(found),
        data=packed(run, before),
    )


def _about(run: Run, found: Figures) -> str:
    scenarios = len({result.scenario for result in run.results})
    return (
        f"{found.whole.cases:,} conversations of {scenarios:,} scenarios ({run.selection}) on "
        f"{run.created:%-d %B %Y, %H:%M} UTC. Read {_reader(run)}; {run.size:,} invented people, "
        f"seed {run.marketplace_seed}; {run.seconds:.0f} seconds. {spent_on_models(run)}"
    )


def _reader(run: Run) -> str:
    return "offline" if run.interpreter == "offline" else f"by {run.interpreter}"


def _tiles(found: Figures, moved: dict[str, Mean]) -> str:
    return "".join(_tile(metric, moved.get(metric.key)) for metric in found.metrics)


def _tile(metric: Metric, change: Mean | None) -> str:
    state = "" if metric.aim is None else "reached" if metric.reached else "missed"
    aim = f"aim {aim_of(metric)}" if metric.aim is not None else ""
    judged = verdict(metric, change)
    against = metric_change(metric, change)
    return (
        f'<div class="tile {state}"><dt>{escape(metric.label)}</dt>'
        f"<dd>{escape(metric_value(metric))}</dd>"
        + "".join(f"<p>{each}</p>" for each in (escape(metric_interval(metric)), aim) if each)
        + (f'<p class="{judged}">{escape(against)}</p>' if against else "")
        + "</div>"
    )


def _sections(run: Run, told: Outcomes, found: Figures, before: Outcomes | None) -> list[str]:
    cards = []
    if found.kinds:
        cards += [
            _card("Where conversations fail, by grader", plots.failing_by_grader(found), _CLICK),
            _card(
                "Where they fail, by turn",
                plots.failing_by_turn(run, told),
                "Height: failures at a turn as a share of the conversations that come so far. "
                "Number: conversations.",
            ),
            _card("Where they fail, by group", plots.failing_by_group(told), _WHISKERS),
            _card("What upsets it, by perturbation", plots.failing_by_perturbation(told), _WHISKERS),
        ]
    if found.pass_hat:
        note = "The chance that k variants of the same scenario, drawn at random, all pass."
        cards.append(_card("pass^k", plots.robustness(found, found.metric("pass_hat_8").aim), note))
    if before is not None:
        note = f"Paired bootstrap over scenarios, against the baseline of {before.created:%-d %B %Y}."
        cards.append(_card("Against the baseline", plots.moved(before, told, found), note))
    if any(turn.question for transcript in run.transcripts for turn in transcript.turns):
        key = plots.legend(
            [
                ("good", "answered, the list moved"),
                ("meh", "answered, the list stayed"),
                ("bad", "no opinion"),
                ("plain", "passed over"),
            ]
        )
        cards.append(_card("How often questions pay", plots.questions(run), "", key))
    timed = [stage.name for stage in stages(run) if stage.name != TOTAL]
    if timed:
        key = plots.legend(
            [(f"stage{n % 6}", escape(name.replace("_", " "))) for n, name in enumerate(timed)]
        )
        drawn = plots.budget(run) + plots.latency(run)
        cards.append(
            _card("Where a turn's time goes", drawn, "Bars: median; whiskers: to the 95th percentile.", key)
        )
    return cards


_CLICK = "A click on a bar lists its conversations below."
_WHISKERS = "Bars: the share that fails, with its 95% interval (Wilson)."


def _card(title: str, drawn: str, note: str = "", key: str = "") -> str:
    return (
        f'<section class="card"><h2>{escape(title)}</h2>'
        + (f'<p class="note">{escape(note)}</p>' if note else "")
        + (f'<p class="key">{key}</p>' if key else "")
        + f"{drawn}</section>"
    )


def _tables(found: Figures) -> str:
    rows = [("Groups", found.groups), ("Perturbations", found.perturbations)]
    head = "".join(f"<th>{name}</th>" for name in ("", "cases", *_COLUMNS))
    told = []
    for name, of in rows:
        body = "".join(
            f"<tr><th>{escape(row.name)}</th><td>{row.cases:,}</td>"
            + "".join(
                f"<td>{cell}</td>"
                for cell in (
                    rate_and_interval(row.success),
                    rate_and_interval(row.robust) if row.robust.total else "–",
                    mean_and_interval(row.questions),
                    mean_and_interval(row.first_acceptable),
                    rate_and_interval(row.ungrounded),
                    rate_and_interval(row.broken),
                )
            )
            + "</tr>"
            for row in of
        )
        told.append(
            f"<details><summary>{name}, in figures</summary><div class=wide><table><thead><tr>{head}</tr>"
            f"</thead><tbody>{body}</tbody></table></div></details>"
        )
    return "".join(told)


_COLUMNS = (
    "success",
    f"pass^{VARIANTS}",
    "questions",
    "turns to first acceptable",
    "ungrounded",
    "broken must-haves",
)
